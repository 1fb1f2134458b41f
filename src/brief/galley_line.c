/* Lines of rich text: colours, links, notes, doubts. */
#include "base/arena.h"
#include "brief/galley_parts.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { LINK_BOXES = 4 }; /* of one link in one line, at most */

static bool is_small(const struct galley *g)
{
	return g->footnote || g->aside;
}

struct text_style galley_style(const struct galley *g)
{
	return (struct text_style){ .size = is_small(g) ? g->paper->lengths->small : g->paper->lengths->size };
}

double galley_step(const struct galley *g)
{
	return is_small(g) ? g->paper->lengths->note_step : g->paper->lengths->step;
}

double galley_rise(const struct galley *g)
{
	return is_small(g) ? note_rise * g->paper->lengths->note_step : g->paper->lengths->rise;
}

double galley_ink_air(const struct galley *g)
{
	return fmax(margin_ink, share_ink * g->paper->lengths->size);
}

const struct text_block *galley_shape(struct galley *g, const struct rich *rich, struct text_style style, double width,
                                      double step)
{
	const struct text_words words = rich_words(rich);
	return text_shape_words(g->fonts, &words, style, width, step, g->diags);
}

/* Texts of one place share it. */
static const struct scene_origin *origin_of_place(struct galley *g)
{
	const struct scene_origin *last = g->origin;
	if (!g->at.line || (last && last->line == g->at.line && last->column == g->at.column))
		return g->at.line ? last : NULL;
	return g->origin = scene_origin_new(g->arena, g->at.line, g->at.column);
}

void galley_add_text(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                     const struct text_block *block, struct color color)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_TEXT, role);
	item->text = (struct scene_text){ .at = { x, baseline }, .block = block, .color = color };
	item->tag = g->tag;
	item->origin = origin_of_place(g);
}

struct range { /* of a text's bytes; links, notes and doubts begin with one */
	size_t start, end;
};

static bool is_apart(struct range a, struct range b)
{
	return a.end <= b.start || b.end <= a.start;
}

struct walk { /* over the links, notes or doubts in one line of a text */
	const char *items;
	size_t n, each;      /* how many, and of what size */
	size_t first, bytes; /* the line, in the text */
	size_t at, next;     /* the one at hand, and the one after it */
	struct range range;  /* of the one at hand, in the line */
};

static const struct range *range_at(const struct walk *w, size_t i)
{
	return (const void *)(w->items + i * w->each);
}

/* Begins before the first that ends in the line or after it. */
static struct walk walk_over(const void *items, size_t n, size_t each, size_t first, size_t bytes)
{
	struct walk w = { .items = items, .n = n, .each = each, .first = first, .bytes = bytes };
	for (size_t most = n; w.next < most;) {
		size_t middle = w.next + (most - w.next) / 2;
		if (range_at(&w, middle)->end > first)
			most = middle;
		else
			w.next = middle + 1;
	}
	return w;
}

static struct walk links_in(const struct rich *rich, size_t first, size_t bytes)
{
	return walk_over(rich->links, rich->n_links, sizeof *rich->links, first, bytes);
}

static struct walk notes_in(const struct rich *rich, size_t first, size_t bytes)
{
	return walk_over(rich->notes, rich->n_notes, sizeof *rich->notes, first, bytes);
}

static struct walk doubts_in(const struct rich *rich, size_t first, size_t bytes)
{
	return walk_over(rich->doubts, rich->n_doubts, sizeof *rich->doubts, first, bytes);
}

static bool walk_on(struct walk *w)
{
	size_t last = w->first + w->bytes;
	if (w->next == w->n || range_at(w, w->next)->start >= last)
		return false;
	w->at = w->next++;
	w->range = *range_at(w, w->at);
	w->range.start = w->range.start > w->first ? w->range.start - w->first : 0;
	w->range.end = w->range.end < last ? w->range.end - w->first : w->bytes;
	return true;
}

/* ---- colours ---- */

struct tints { /* of a line, in order, without overlaps */
	struct scene_tint *items;
	size_t n, room;
};

/* Does nothing where there is a tint already. */
static void add_tint(struct arena *arena, struct tints *t, struct range range, struct color color)
{
	size_t at = t->n;
	for (size_t i = 0; i < t->n; i++)
		if (!is_apart(range, (struct range){ t->items[i].start, t->items[i].end }))
			return;
	t->items = arena_grow(arena, t->items, &t->room, t->n++, sizeof *t->items);
	for (; at > 0 && t->items[at - 1].start > range.start; at--)
		t->items[at] = t->items[at - 1];
	t->items[at] = (struct scene_tint){ range.start, range.end, color };
}

/* Links in the highlight; sentences in doubt in the tag's colour, which hides that of a link. */
static void tint_line(struct galley *g, struct scene_text *text, const struct rich *rich, size_t first, size_t bytes)
{
	const struct palette *p = &g->look->palette;
	struct tints tints = { 0 };
	for (struct walk doubts = doubts_in(rich, first, bytes); walk_on(&doubts);)
		add_tint(g->arena, &tints, doubts.range, look_doubt(g->look));
	for (struct walk links = links_in(rich, first, bytes); walk_on(&links);)
		add_tint(g->arena, &tints, links.range, p->highlight);
	text->tints = tints.items;
	text->n_tints = tints.n;
}

/* ---- tags ---- */

/* A link is one tag, however many lines it spans. */
static struct scene_tag *inline_tag(struct galley *g, const struct rich *rich, size_t i, enum scene_tag_kind kind)
{
	if (!g->tag)
		return NULL;
	if (g->inlines_of != g->tag) {
		g->inlines_of = g->tag;
		g->inlines = arena_alloc(g->arena, rich->n_links + rich->n_notes + 1, sizeof(struct scene_tag *));
	}
	if (g->inlines[i])
		return g->inlines[i];
	g->inlines[i] = scene_tag_new(g->arena, g->tag, kind);
	if (kind == TAG_REFERENCE) { /* whose content is a link to the footnote */
		g->inlines[i] = scene_tag_new(g->arena, g->inlines[i], TAG_LINK);
		g->inlines[i]->alt = galley_note_name(g, rich->notes[i - rich->n_links].note);
	} else {
		const struct rich_link *link = &rich->links[i];
		g->inlines[i]->alt = link->target[0] == '#' ? arena_strndup(g->arena, rich->text + link->start,
		                                                            link->end - link->start)
		                                            : link->target;
	}
	return g->inlines[i];
}

struct spans { /* of a line, in order, without overlaps */
	struct scene_span *items;
	size_t n, room;
};

static bool has_span(const struct spans *s, struct range range)
{
	for (size_t i = 0; i < s->n; i++)
		if (!is_apart(range, (struct range){ s->items[i].start, s->items[i].end }))
			return true;
	return false;
}

static void add_span(struct arena *arena, struct spans *s, struct range range, struct scene_tag *tag)
{
	size_t at = s->n;
	s->items = arena_grow(arena, s->items, &s->room, s->n++, sizeof *s->items);
	for (; at > 0 && s->items[at - 1].start > range.start; at--)
		s->items[at] = s->items[at - 1];
	s->items[at] = (struct scene_span){ range.start, range.end, tag };
}

/* Links and references are tags of their own; a reference inside a link is the link's. */
static void span_line(struct galley *g, struct scene_text *text, const struct rich *rich, size_t first, size_t bytes)
{
	struct spans spans = { 0 };
	for (struct walk links = links_in(rich, first, bytes); walk_on(&links);)
		add_span(g->arena, &spans, links.range, inline_tag(g, rich, links.at, TAG_LINK));
	for (struct walk notes = notes_in(rich, first, bytes); walk_on(&notes);)
		if (!has_span(&spans, notes.range))
			add_span(g->arena, &spans, notes.range,
			         inline_tag(g, rich, rich->n_links + notes.at, TAG_REFERENCE));
	text->spans = spans.items;
	text->n_spans = spans.n;
}

/* ---- links, notes and doubts ---- */

/* A line through the middle of small letters. */
static void add_strikes(struct galley *g, struct box *box, const struct rich *rich, const struct text_block *line,
                        struct point at, size_t first, struct color color)
{
	struct rect boxes[LINK_BOXES];
	struct walk strikes =
		walk_over(rich->strikes, rich->n_strikes, sizeof *rich->strikes, first, strlen(line->text));
	while (walk_on(&strikes)) {
		size_t n = text_boxes(line, strikes.range.start, strikes.range.end, boxes, LINK_BOXES);
		double thick = strike_thick * line->style.size;
		for (size_t k = 0; k < n && k < LINK_BOXES; k++) {
			struct rect through = { at.x + boxes[k].x, at.y - line->x_height / 2 - thick / 2, boxes[k].w,
				                thick };
			box_add_rect(g->boxes_arena, box, ROLE_STRIKE, through, color);
			box->items[box->n_items - 1].datum = g->n_paragraphs;
		}
	}
}

static void add_links(struct galley *g, struct box *box, const struct rich *rich, const struct text_block *line,
                      double x, double baseline, size_t first)
{
	struct rect boxes[LINK_BOXES];
	size_t bytes = g->tag ? strlen(line->text) : 0;
	for (struct walk links = links_in(rich, first, bytes); walk_on(&links);) {
		size_t n = text_boxes(line, links.range.start, links.range.end, boxes, LINK_BOXES);
		for (size_t k = 0; k < n && k < LINK_BOXES; k++) {
			struct scene_item *item = box_add(g->boxes_arena, box, SCENE_LINK, ROLE_PROSE);
			boxes[k].x += x;
			boxes[k].y += baseline;
			item->tag = inline_tag(g, rich, links.at, TAG_LINK);
			item->link = (struct scene_link){ boxes[k], rich->links[links.at].target };
		}
	}
}

/* A reference leads to its footnote, and the first one is where that leads back to. */
static void add_note_links(struct galley *g, struct box *box, const struct scene_text *text, const struct rich *rich,
                           size_t first)
{
	struct scene_text line = *text;
	struct rect boxes[LINK_BOXES];
	for (struct walk notes = notes_in(rich, first, strlen(line.block->text)); walk_on(&notes);) {
		size_t note = rich->notes[notes.at].note;
		const struct scene_tag *tag = NULL;
		for (size_t i = 0; i < line.n_spans; i++)
			if (line.spans[i].start == notes.range.start &&
			    line.spans[i].tag->inside->kind == TAG_REFERENCE)
				tag = line.spans[i].tag;
		if (!tag || !text_boxes(line.block, notes.range.start, notes.range.end, boxes, LINK_BOXES))
			continue;
		boxes[0].x += line.at.x;
		boxes[0].y += line.at.y;
		galley_link_note(g, box, tag, boxes[0], note, true);
	}
}

static void add_notes(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes)
{
	for (struct walk notes = notes_in(rich, first, bytes); walk_on(&notes);) {
		box->notes = arena_grow(g->arena, box->notes, &box->notes_room, box->n_notes, sizeof *box->notes);
		box->notes[box->n_notes++] = rich->notes[notes.at].note;
	}
}

void galley_add_doubt(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes)
{
	const struct palette *p = &g->look->palette;
	struct walk doubts = doubts_in(rich, first, bytes);
	if (!walk_on(&doubts))
		return;
	box_add_rect(g->boxes_arena, box, ROLE_RULE,
	             (struct rect){ g->x - g->hang - doubt_left, 0, doubt_bar, box->height }, p->tag);
	double room = g->paper->body.w - g->paper->measure - doubt_gap;
	const struct text_block *words = text_shape(
		g->fonts, words_get(g->briefing->front->language, WORD_UNPROVED),
		(struct text_style){ .size = g->paper->lengths->small, .weight = TEXT_BOLD }, 0, 0, g->diags);
	struct scene_tag *was = galley_open_tag(g, TAG_SPAN);
	bool begins = rich->doubts[doubts.at].start >= first && g->x + g->width <= g->paper->measure + fit_tolerance;
	if (g->paper->columns == 1 && !g->paired && !g->aside && words->width < room && begins)
		galley_add_text(g, box, ROLE_MARGIN, g->paper->measure + doubt_gap, galley_rise(g), words,
		                look_doubt(g->look));
	g->tag = was;
}

/* The answers in a line of a text. */
static const struct scene_origin *origin_of_line(struct galley *g, const struct rich *rich, size_t first, size_t bytes)
{
	struct walk answers = walk_over(rich->answers, rich->n_answers, sizeof *rich->answers, first, bytes);
	const struct scene_origin *place = origin_of_place(g);
	struct scene_origin *origin = NULL;
	struct scene_answer *list = NULL;
	size_t room = 0;
	while (walk_on(&answers)) {
		const struct place at = rich->answers[answers.at].place;
		if (!origin) {
			origin = arena_alloc(g->arena, 1, sizeof *origin);
			*origin = place ? *place : (struct scene_origin){ .line = at.line, .column = at.column };
		}
		list = arena_grow(g->arena, list, &room, origin->n_answers, sizeof *list);
		list[origin->n_answers++] =
			(struct scene_answer){ answers.range.start, answers.range.end, at.line, at.column };
		origin->answers = list;
	}
	return origin ? origin : place;
}

void galley_add_line(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                     const struct rich *rich, const struct text_block *block, size_t line, struct color color)
{
	const struct text_block *one = text_line_block(g->fonts, block, line);
	size_t first = (size_t)(block->lines[line].text - block->text), bytes = block->lines[line].bytes;
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_TEXT, role);
	item->datum = g->n_paragraphs;
	item->tag = g->tag;
	item->origin = origin_of_line(g, rich, first, bytes);
	item->text = (struct scene_text){ .at = { x, baseline }, .block = one, .color = color };
	item->text.spaced = line + 1 < block->n_lines && block->lines[line + 1].text > block->text + first + bytes;
	tint_line(g, &item->text, rich, first, bytes);
	if (g->tag)
		span_line(g, &item->text, rich, first, bytes);
	struct scene_text set = item->text; /* the item moves where others are added */
	add_strikes(g, box, rich, one, set.at, first, color);
	if (g->tag && !g->footnote)
		add_note_links(g, box, &set, rich, first);
	add_links(g, box, rich, one, x, baseline, first);
	add_notes(g, box, rich, first, bytes);
}

double galley_set(struct galley *g, struct box *box, const struct galley_piece *piece, const struct rich *rich)
{
	double width = piece->width > 0 ? piece->width + fit_tolerance : 0;
	const struct text_block *lines =
		piece->even ? rich_shape_even(g->fonts, rich, piece->style, width, piece->step, SIZE_MAX, g->diags)
			    : galley_shape(g, rich, piece->style, width, piece->step);
	for (size_t i = 0; box && i < lines->n_lines && *rich->text; i++)
		galley_add_line(g, box, piece->role, piece->x, piece->baseline + (double)i * piece->step, rich, lines,
		                i, piece->color);
	g->n_paragraphs += box != NULL;
	return *rich->text ? (double)lines->n_lines * piece->step : 0;
}
