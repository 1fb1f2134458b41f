/* The foot of a chart: keys, notes and source. */
#include "chart/frame_parts.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "chart/own_words.h"
#include "scene/scene.h"
#include "scene/told.h"

#include <math.h>

/* In u, which a slide sets in points. */
static double frame_note_size(const struct frame *f)
{
	const struct chart_slide *slide = f->request->slide;
	double small = f->request->look->type.small;
	return slide ? fmax(slide->note / f->u, fmin(small, share_note_least)) : small;
}

static double frame_note_step(const struct frame *f)
{
	return f->request->slide ? share_note_step * frame_note_size(f) : f->request->look->type.note_step;
}

struct notes_left {
	const struct frame_note *items;
	size_t count;
};

struct flow { /* notes flow like words: side by side while they fit, each kept whole where it can be */
	struct frame_line *lines;
	size_t n, row; /* row: index of the first piece on the current line */
	double x, baseline;
	double width; /* of a line */
	double clear; /* how far above the baseline a piece may reach without touching the line before */
};

/* A piece that starts a line stays clear of everything on the line above. */
static void flow_line(const struct frame *f, struct flow *flow, const struct text_block *block, double step)
{
	double most = step, below = 0;
	for (size_t i = flow->row; i < flow->n; i++) {
		const struct text_block *upper = flow->lines[i].block;
		most = fmax(most, frame_apart(f, upper, block, step));
		below = fmax(below, rect_bottom(upper->ink) - frame_last_baseline(upper));
	}
	flow->clear = most - below - length_lines_air * f->u;
	flow->baseline += flow->n ? most : 0;
	flow->row = flow->n;
	flow->x = 0;
}

/* The room for a swatch before its note, in u. */
static double swatch_room(enum frame_swatch swatch)
{
	switch (swatch) {
	case SWATCH_NONE:
		return 0;
	case SWATCH_DOT:
		return length_swatch_dot + length_swatch_gap;
	case SWATCH_TICK:
		return length_swatch_tick + length_swatch_gap;
	case SWATCH_HATCH:
	case SWATCH_OUTLINE:
	case SWATCH_COLOR:
	case SWATCH_BAND:
		break;
	}
	return length_swatch + length_swatch_gap;
}

static void flow_note(const struct frame *f, struct flow *flow, const struct frame_note *note,
                      const struct chart_own *own, struct diags *diags)
{
	struct text_style style = frame_style(f, frame_note_size(f), TEXT_REGULAR, false);
	double u = f->u, step = frame_note_step(f) * u, lead = swatch_room(note->swatch) * u;
	const struct text_block *block = text_shape(f->request->fonts, note->text, style, 0, step, diags);
	if (lead + block->width > flow->width)
		block = text_shape(f->request->fonts, note->text, style, flow->width - lead, step, diags);
	bool alone = block->n_lines > 1 || block->ink.y < -length_note_ascent * u ||
	             rect_bottom(block->ink) > length_note_descent * u || -block->ink.y > flow->clear;
	if (flow->x > 0 && (alone || flow->x + lead + block->width > flow->width))
		flow_line(f, flow, block, step);
	flow->lines[flow->n++] = (struct frame_line){ .block = block,
		                                      .x = flow->x + lead,
		                                      .baseline = flow->baseline,
		                                      .swatch = note->swatch,
		                                      .swatch_x = flow->x,
		                                      .color = note->color,
		                                      .says = note->says,
		                                      .own = own };
	flow->baseline += frame_last_baseline(block);
	flow->x = alone ? flow->width : flow->x + lead + block->width + length_notes_apart * u;
}

/* On one line, its swatch included. */
static double width_of(const struct frame *f, const struct frame_note *note, struct diags *diags)
{
	struct text_style style = frame_style(f, frame_note_size(f), TEXT_REGULAR, false);
	return swatch_room(note->swatch) * f->u + text_shape(f->request->fonts, note->text, style, 0, 0, diags)->width;
}

/* In their order, but what still fits fills a line before the next begins, and what takes several lines comes last. */
static void flow_notes(const struct frame *f, struct flow *flow, struct arena *arena, const struct notes_left *notes,
                       struct diags *diags)
{
	double *widths = arena_alloc(arena, notes->count + 1, sizeof *widths);
	bool *placed = arena_alloc(arena, notes->count + 1, sizeof *placed);
	for (size_t i = 0; i < notes->count; i++)
		widths[i] = width_of(f, &notes->items[i], diags);
	for (int longer = 0; longer < 2; longer++)
		for (size_t i = 0; i < notes->count; i++)
			for (size_t k = i; k < notes->count; k++) {
				bool fits = k == i || flow->x + widths[k] <= flow->width;
				if (placed[k] || (widths[k] > flow->width) != longer || !fits)
					continue;
				flow_note(f, flow, &notes->items[k], NULL, diags);
				placed[k] = true;
			}
}

/* What an author adds to the source: beside it, where there is room. */
static void flow_credit(const struct frame *f, struct flow *flow, struct diags *diags)
{
	const struct chart_own *own = &f->request->source;
	flow_note(f, flow, &(struct frame_note){ .text = own->text }, own, diags);
	flow->lines[flow->n - 1].credit = true;
}

static enum scene_key key_of(enum frame_swatch swatch)
{
	return swatch == SWATCH_NONE    ? KEY_NONE
	       : swatch == SWATCH_HATCH ? KEY_HATCH
	       : swatch == SWATCH_DOT   ? KEY_RING
	                                : KEY_OTHER;
}

/* The notes that the document has not given before. */
static struct notes_left leave_told(struct arena *arena, struct frame *f, const struct frame_words *words)
{
	const struct chart_request *q = f->request;
	struct frame_note *left = arena_alloc(arena, words->n_notes + 1, sizeof *left);
	struct scene_told *told = arena_alloc(arena, words->n_notes + 1, sizeof *told);
	struct notes_left out = { left, 0 };
	for (size_t i = 0; i < words->n_notes; i++) {
		const struct frame_note *note = &words->notes[i];
		struct scene_told own = { note->text, key_of(note->swatch), note->says };
		bool said = false;
		for (size_t k = 0; k < q->n_told && (note->says & SAYS_CONVENTION) && !said; k++)
			said = scene_told_equal(&q->told[k], &own);
		if (said)
			told[f->n_told++] = own;
		else
			left[out.count++] = *note;
	}
	f->told = told;
	return out;
}

void frame_measure_foot(struct arena *arena, struct frame *f, const struct frame_words *words, struct diags *diags)
{
	const struct look *look = f->request->look;
	struct text_style style = frame_style(f, frame_note_size(f), TEXT_REGULAR, false);
	double u = f->u, step = frame_note_step(f) * u;
	struct notes_left notes = leave_told(arena, f, words);
	size_t n_notes = notes.count + f->request->n_notes;
	bool slide = f->request->slide != NULL;
	struct flow flow = { .lines = arena_alloc(arena, n_notes + 2, sizeof *flow.lines),
		             .baseline = (slide ? share_slide_close : 1) * look->frame.note_gap * u,
		             .width = f->box.w,
		             .clear = HUGE_VAL };
	flow_notes(f, &flow, arena, &notes, diags);
	for (size_t i = 0; i < f->request->n_notes; i++) {
		const struct chart_own *own = &f->request->notes[i];
		flow_note(f, &flow, &(struct frame_note){ .text = own->text }, own, diags);
	}
	bool beside = f->request->paged && f->request->medium == MEDIUM_SLIDE &&
	              !f->request->part; /* room for the page words */
	double width = beside ? f->box.w - length_page_words * u : f->box.w;
	const struct text_block *source = text_shape(f->request->fonts, words->source, style, width, step, diags);
	if (flow.n)
		flow_line(f, &flow, source, step);
	flow.lines[flow.n++] =
		(struct frame_line){ .block = source, .baseline = flow.baseline, .says = SAYS_SOURCE, .source = true };
	flow.baseline += frame_last_baseline(source);
	flow.x = source->width + length_notes_apart * u;
	flow.width = width;
	if (f->request->source.text)
		flow_credit(f, &flow, diags);
	f->lines = flow.lines;
	f->n_lines = flow.n;
	f->foot_height = flow.baseline + look->frame.foot * u;
}

static void draw_swatch(struct scene *scene, const struct frame *f, const struct frame_line *line, double top)
{
	const struct look *look = f->request->look;
	double u = f->u, h = frame_snap(f->request, length_swatch_tall * u);
	double middle = top + line->baseline - line->block->x_height / 2;
	struct scene_item *item = scene_add(scene, SCENE_PATH, ROLE_CHIP);
	if (line->swatch == SWATCH_DOT) {
		double r = length_swatch_dot * u / 2;
		item->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
			                          .rect = { f->box.x + line->swatch_x, middle - r, 2 * r, 2 * r },
			                          .radius = r,
			                          .stroke = length_dot_ring * u,
			                          .stroke_color = look->palette.ink2 };
		return;
	}
	if (line->swatch == SWATCH_TICK) {
		item->path = (struct scene_path){ .shape = SHAPE_RECT,
			                          .rect = { f->box.x + line->swatch_x, middle - 0.5 * u,
			                                    frame_snap_length(f->request, length_other * u), u },
			                          .pattern = PATTERN_SOLID,
			                          .fill = look->palette.ink2 };
		return;
	}
	if (line->swatch == SWATCH_COLOR || line->swatch == SWATCH_BAND) {
		item->path = (struct scene_path){ .shape = SHAPE_RECT,
			                          .rect = { f->box.x + line->swatch_x,
			                                    frame_snap(f->request, middle - h / 2),
			                                    frame_snap(f->request, length_swatch * u), h },
			                          .pattern = PATTERN_SOLID,
			                          .fill = line->color };
		if (line->swatch == SWATCH_BAND) {
			item->path.stroke = frame_snap_length(f->request, length_reference * u);
			item->path.stroke_color = look->palette.tag;
		}
		return;
	}
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { f->box.x + line->swatch_x, frame_snap(f->request, middle - h / 2),
		                                    frame_snap(f->request, length_swatch * u), h },
		                          .pattern = line->swatch == SWATCH_HATCH ? PATTERN_HATCH : PATTERN_NONE,
		                          .fill = look->palette.ink2,
		                          .ground = look->palette.background,
		                          .hatch_step = look->rows.hatch_step * u,
		                          .hatch_width = look->rows.hatch_stroke * u,
		                          .stroke = frame_snap_length(f->request, look->rows.hatch_stroke * u),
		                          .stroke_color = look->palette.ink2 };
}

void frame_draw_foot(struct scene *scene, const struct frame *f, double top)
{
	const struct palette *p = &f->request->look->palette;
	for (size_t i = 0; i < f->n_lines; i++) {
		const struct frame_line *line = &f->lines[i];
		if (line->swatch != SWATCH_NONE)
			draw_swatch(scene, f, line, top);
		struct scene_item *item = scene_add_text(scene,
		                                         line->source                  ? ROLE_SOURCE
		                                         : line->swatch != SWATCH_NONE ? ROLE_KEY
		                                                                       : ROLE_NOTE,
		                                         (struct point){ f->box.x + line->x, top + line->baseline },
		                                         line->block, line->source || line->credit ? p->ink3 : p->ink2);
		item->says = line->says;
		if (line->own)
			item->own = own_words(f->arena, f->request, line->own, line->block->text);
	}
}
