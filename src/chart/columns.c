/* Columns: few models on one benchmark, upright, the value above each and its name below.
 *
 *        62
 *       ■■■■     50
 *       ■■■■    ■■■■   not
 *       ■■■■    ■■■■   reported
 *   -----------------------------
 *      Aster   Birch   Cedar
 *
 * A name breaks between its words and nowhere else, and never turns: what does not fit is for bars, which the error
 * says. */
#include "chart/kinds.h"
#include "chart/legend.h"
#include "chart/reference.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "text/text.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

enum { COLUMNS_MOST = 12, NAME_LINES = 3 };

struct column { /* one model */
	const struct rows_cell *cell;
	const struct text_block *name, *value, *remark; /* remark: beside the value, or in place of the column */
	double middle;
};

struct upright {
	struct subject f;
	struct rows_table t;
	struct frame frame;
	struct frame_words words;
	struct column *columns;
	size_t n;
	double u, left, width;    /* of the plot */
	double slot, bar;         /* from column to column; how wide one is */
	double top, bottom, foot; /* of the area of the columns; of the names */
	double low, high;         /* what the scale spans, 0 in it */
	double zero, per_unit;    /* y of 0, points upwards of one */
};

static const struct look_rows *rows_of(const struct upright *c)
{
	return &c->f.look->rows;
}

/* ---- words ---- */

static void make_words(struct upright *c)
{
	struct subject *f = &c->f;
	struct notes notes = { .arena = f->arena };
	size_t *rows = arena_alloc(f->arena, c->n + 1, sizeof *rows), column = 0;
	for (size_t i = 0; i < c->n; i++)
		rows[i] = i;
	struct shown drawn = shown_of(f, &(struct rows_shown){ rows, c->n, &column, 1, false });
	shown_words(&drawn, &c->words);
	if (f->request->title.text)
		c->words.titles[0] = f->request->title.text, c->words.titles[1] = NULL;
	c->words.alt = shown_alt(&drawn, WORD_ALT_COLUMNS, WORD_KIND_COLUMNS);
	legend_rows(&drawn, &notes);
	shown_evidence(&drawn, &notes, &c->words);
	c->frame = frame_measure(f->arena, f->request, &c->words, f->diags);
}

static const struct text_block *shape(const struct upright *c, const char *text, double size, enum text_weight weight,
                                      double width)
{
	const struct subject *f = &c->f;
	struct text_style style = frame_style(&c->frame, size, weight, false);
	const struct text_block *b =
		text_shape(f->request->fonts, text, style, width, style.size * share_leading, f->diags);
	return b->n_lines > 1 ? text_align(f->request->fonts, b, 0.5) : b;
}

/* The widest of the parts that a text may break into. */
static double widest_word(const struct upright *c, const char *text, double size, enum text_weight weight)
{
	double widest = 0;
	while (*text) {
		size_t n = strcspn(text, " ");
		if (n)
			widest = fmax(widest, shape(c, arena_strndup(c->f.arena, text, n), size, weight, 0)->width);
		text += n + (text[n] == ' ');
	}
	return widest + shaping_slack;
}

static bool too_wide(const struct upright *c, const char *text, const char *what)
{
	diag_add(c->f.diags, DIAG_ERROR, place_file(NULL),
	         arena_printf(c->f.arena, "draw bars, which have room for long names, show fewer %s, or %s",
	                      c->f.dataset->said.many, chart_naming_of(c->f.request)->room),
	         "\"%s\" does not fit %s its column", text, what);
	return false;
}

/* Breaks between words only, in lines that a name may have. */
static bool fit(const struct upright *c, const char *text, double size, enum text_weight weight, const char *what,
                const struct text_block **block)
{
	double room = c->slot - length_columns_apart * c->u;
	if (widest_word(c, text, size, weight) > room)
		return too_wide(c, text, what);
	*block = shape(c, text, size, weight, room);
	return (*block)->n_lines <= NAME_LINES || too_wide(c, text, what);
}

static bool shape_column(struct upright *c, size_t i)
{
	const struct look_type *t = &c->f.look->type;
	struct column *column = &c->columns[i];
	const struct rows_cell *cell = &c->t.cells[i];
	const struct rows_label *label = &c->t.labels[i];
	bool first = true;
	for (size_t k = 0; k < i; k++)
		first &= !c->t.cells[k].present;
	*column = (struct column){ .cell = cell, .middle = c->left + c->slot * ((double)i + 0.5) };
	if (!fit(c, label->full, t->label, label->strong ? t->strong_weight : t->label_weight, "under", &column->name))
		return false;
	if (!cell->present)
		return fit(c, cell->absent, t->small, TEXT_REGULAR, "in", &column->remark);
	const char *text = first && cell->text_signed ? cell->text_signed : cell->text;
	if (!fit(c, text, t->value, cell->strong ? t->strong_weight : t->value_weight, "over", &column->value))
		return false;
	return !cell->remark || fit(c, cell->remark, t->small, TEXT_REGULAR, "over", &column->remark);
}

/* ---- places ---- */

static double tall(const struct text_block *b)
{
	return b ? b->ascent + b->lines[b->n_lines - 1].baseline + b->descent : 0;
}

static double tall_names(const struct upright *c)
{
	double most = 0;
	for (size_t i = 0; i < c->n; i++)
		most = fmax(most, tall(c->columns[i].name));
	return most;
}

/* What stands beyond the end of a column. */
static double beyond(const struct upright *c, const struct column *column)
{
	if (!column->value)
		return column->remark ? tall(column->remark) + 2 * length_column_gap * c->u : 0;
	return length_column_gap * c->u + tall(column->value) +
	       (column->remark ? length_column_remark * c->u + tall(column->remark) : 0);
}

/* Points that all columns need above 0 and below it where one is so long. */
static void needs(const struct upright *c, double per_unit, double *up, double *down)
{
	*up = fmax(0, c->high * per_unit);
	*down = fmax(0, -c->low * per_unit);
	for (size_t i = 0; i < c->n; i++) {
		const struct rows_cell *cell = c->columns[i].cell;
		bool negative = cell->present && cell->value < 0;
		double low = cell->whisker ? fmin(cell->low, cell->value) : cell->value,
		       high = cell->whisker ? fmax(cell->high, cell->value) : cell->value;
		if (negative)
			*down = fmax(*down, -low * per_unit + beyond(c, &c->columns[i]));
		else
			*up = fmax(*up, (cell->present ? fmax(0, high) * per_unit : 0) + beyond(c, &c->columns[i]));
	}
}

static bool settle_scale(struct upright *c)
{
	double room = c->bottom - c->top, least = 0, up, down;
	for (size_t i = 0; i < c->n; i++) {
		const struct rows_cell *cell = c->columns[i].cell;
		if (!cell->present)
			continue;
		c->low = fmin(c->low, cell->whisker ? fmin(cell->low, cell->value) : cell->value);
		c->high = fmax(c->high, cell->whisker ? fmax(cell->high, cell->value) : cell->value);
	}
	reference_widen(c->f.request, &c->low, &c->high);
	needs(c, 0, &up, &down);
	if (up + down > room - length_column_least * c->u) {
		diag_add(c->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(c->f.request)->room,
		         "names and values leave no room for the columns");
		return false;
	}
	double most = c->high > c->low ? room / (c->high - c->low) : 1;
	for (int i = 0; i < 60; i++) {
		double middle = (least + most) / 2;
		needs(c, middle, &up, &down);
		*(up + down <= room ? &least : &most) = middle;
	}
	needs(c, least, &up, &down);
	c->per_unit = least;
	c->zero = frame_snap(c->f.request, c->bottom - down);
	return true;
}

static bool lay_out(struct upright *c)
{
	const struct chart_request *q = c->f.request;
	bool card = c->f.look->card;
	double pad = card ? length_card_pad * c->u : 0;
	c->left = c->frame.plot_left + pad;
	c->width = c->frame.plot_width - 2 * pad;
	c->slot = fmin(c->width / (double)c->n, length_column_slot * c->u);
	c->left += (c->width - c->slot * (double)c->n) * share_columns_left;
	c->bar = frame_snap_length(q, fmin(share_column * c->slot, length_column_wide * c->u));
	for (size_t i = 0; i < c->n; i++)
		if (!shape_column(c, i))
			return false;
	double plot =
		c->frame.anchored ? c->frame.plot_height : fmin(c->frame.plot_height, length_plot_inset_tall * c->u);
	c->top = c->frame.plot_top + pad;
	c->foot = c->frame.plot_top + plot - pad;
	c->bottom = c->foot - tall_names(c) - length_column_name * c->u;
	return settle_scale(c);
}

static double place(const struct upright *c, double value)
{
	return frame_snap(c->f.request, c->zero - c->per_unit * value);
}

/* ---- drawing ---- */

/* What stands out has the colour of its column, where words can be read in it. */
static struct color column_ink(const struct upright *c, const struct rows_cell *cell)
{
	const struct palette *p = &c->f.look->palette;
	struct color ground = c->f.look->card ? p->panel : p->background;
	bool stands_out =
		cell->strong && c->f.look->color == LOOK_COLOR_HIGHLIGHT && !color_equal(cell->color, p->muted);
	return stands_out && color_contrast(cell->color, ground) >= readable ? cell->color : p->ink;
}

static struct scene_item *put(struct scene *scene, enum scene_role role, const struct column *column, double baseline,
                              const struct text_block *b, struct color ink, size_t datum)
{
	struct scene_item *item =
		scene_add_text(scene, role, (struct point){ column->middle - b->width / 2, baseline }, b, ink);
	item->datum = (int)datum;
	return item;
}

static void draw_column(const struct upright *c, struct scene *scene, const struct column *column, size_t datum)
{
	const struct chart_request *q = c->f.request;
	const struct look_rows *m = rows_of(c);
	const struct rows_cell *cell = column->cell;
	bool solid = cell->pattern == PATTERN_SOLID;
	double end = place(c, cell->value), stroke = frame_snap_length(q, m->hatch_stroke * c->u);
	struct scene_item *bar = scene_add(scene, SCENE_PATH, ROLE_MARK);
	bar->datum = (int)datum;
	bar->scale = 0;
	bar->value = cell->value;
	bar->path = (struct scene_path){
		.shape = SHAPE_RECT,
		.rect = { frame_snap(q, column->middle - c->bar / 2), fmin(c->zero, end), c->bar, fabs(end - c->zero) },
		.pattern = cell->pattern,
		.fill = cell->color,
		.ground = c->f.look->card ? c->f.look->palette.panel : c->f.look->palette.background,
		.hatch_step = m->hatch_step * c->u,
		.hatch_width = m->hatch_stroke * c->u,
		.stroke = solid ? 0 : stroke,
		.stroke_color = cell->color
	};
}

static void add_stroke(struct scene *scene, const struct rows_cell *cell, struct rect r, struct color ink, size_t datum)
{
	if (r.h <= visible)
		return;
	struct scene_item *item = scene_add_rect(scene, ROLE_WHISKER, r, ink);
	item->datum = (int)datum;
	item->scale = 0;
	item->low = cell->low;
	item->high = cell->high;
}

/* A stem or a cap: in two tones, cut where it leaves a filled column. */
static void draw_stroke(const struct upright *c, struct scene *scene, const struct rows_cell *cell, struct rect r,
                        size_t datum)
{
	struct color ink = c->f.look->palette.ink,
		     on = cell->pattern == PATTERN_SOLID ? color_ink_on(cell->color) : ink;
	double end = place(c, cell->value), top = fmin(end, c->zero), bottom = fmax(end, c->zero),
	       a = fmin(fmax(r.y, top), rect_bottom(r)), b = fmin(fmax(r.y, bottom), rect_bottom(r));
	add_stroke(scene, cell, (struct rect){ r.x, r.y, r.w, a - r.y }, ink, datum);
	add_stroke(scene, cell, (struct rect){ r.x, a, r.w, b - a }, on, datum);
	add_stroke(scene, cell, (struct rect){ r.x, b, r.w, rect_bottom(r) - b }, ink, datum);
}

static void draw_whisker(const struct upright *c, struct scene *scene, const struct column *column, size_t datum)
{
	const struct chart_request *q = c->f.request;
	double thick = frame_snap_length(q, rows_of(c)->whisker * c->u),
	       cap = frame_snap_length(q, rows_of(c)->whisker_cap * c->u), low = place(c, column->cell->low),
	       high = place(c, column->cell->high), x = frame_snap(q, column->middle - thick / 2),
	       cap_x = frame_snap(q, column->middle - cap / 2);
	draw_stroke(c, scene, column->cell, (struct rect){ x, high, thick, low - high }, datum);
	draw_stroke(c, scene, column->cell, (struct rect){ cap_x, high, cap, thick }, datum);
	draw_stroke(c, scene, column->cell, (struct rect){ cap_x, low - thick, cap, thick }, datum);
}

/* Above the column and its whisker, or below a negative one; what is remarked is further out. */
static void draw_value(const struct upright *c, struct scene *scene, const struct column *column, size_t datum)
{
	const struct palette *p = &c->f.look->palette;
	const struct rows_cell *cell = column->cell;
	const struct text_block *v = column->value, *r = column->remark;
	bool down = cell->value < 0;
	double gap = length_column_gap * c->u,
	       tip = down ? place(c, cell->whisker ? fmin(cell->low, cell->value) : cell->value)
	                  : place(c, cell->whisker ? fmax(cell->high, cell->value) : cell->value);
	double baseline = down ? tip + gap + v->ascent : tip - gap - v->descent;
	struct scene_item *value = put(scene, ROLE_VALUE, column, baseline, v, column_ink(c, cell), datum);
	value->value = cell->value;
	if (!r)
		return;
	double last = r->lines[r->n_lines - 1].baseline, air = length_column_remark * c->u;
	put(scene, ROLE_REMARK, column,
	    down ? baseline + v->descent + air + r->ascent : baseline - v->ascent - air - r->descent - last, r, p->ink3,
	    datum)
		->says = (cell->claimed ? SAYS_CLAIM : 0u) | (cell->doubted ? SAYS_CONFLICT : 0u);
}

static void draw_one(const struct upright *c, struct scene *scene, size_t i)
{
	const struct palette *p = &c->f.look->palette;
	const struct column *column = &c->columns[i];
	const struct rows_label *label = &c->t.labels[i];
	if (column->cell->present) {
		draw_column(c, scene, column, i);
		if (column->cell->whisker)
			draw_whisker(c, scene, column, i);
		draw_value(c, scene, column, i);
	} else {
		const struct text_block *b = column->remark;
		put(scene, ROLE_ABSENT, column,
		    c->zero - length_column_gap * c->u - b->descent - b->lines[b->n_lines - 1].baseline, b, p->ink3, i);
	}
	put(scene, ROLE_LABEL, column, c->foot - tall_names(c) + column->name->ascent, column->name,
	    label->strong  ? column_ink(c, column->cell)
	    : label->quiet ? p->ink2
	                   : p->ink,
	    i);
}

/* ---- what the proof holds the scene against ---- */

static void describe(const struct upright *c, struct scene *scene)
{
	struct arena *a = c->f.arena;
	struct scene_evidence *e = scene->evidence;
	struct scene_known *known = arena_alloc(a, c->n + 1, sizeof *known);
	e->scales = arena_alloc(a, 1, sizeof *e->scales);
	e->n_scales = 1;
	e->scales[0] = (struct scene_scale){ .zero = c->zero,
		                             .per_unit = -c->per_unit,
		                             .vertical = true,
		                             .low = c->low,
		                             .high = c->high,
		                             .unit = c->t.measures[0].unit,
		                             .plot = { c->left, c->top, c->slot * (double)c->n, c->bottom - c->top } };
	e->upright = true;
	e->n_data = c->n;
	e->data = arena_alloc(a, c->n + 1, sizeof *e->data);
	for (size_t i = 0; i < c->n; i++) {
		const struct rows_cell *cell = c->columns[i].cell;
		e->data[i] = (struct scene_datum){ .name = c->t.labels[i].full,
			                           .row = i,
			                           .of_all = i,
			                           .marked = true,
			                           .present = cell->present,
			                           .value = cell->value,
			                           .places = cell->places,
			                           .rank = cell->rank,
			                           .tied = cell->tied,
			                           .level = cell->level,
			                           .claimed = cell->claimed,
			                           .interval = cell->present && cell->whisker };
		if (cell->present)
			known[e->n_known++] = (struct scene_known){ cell->value, cell->rank, 0, cell->claimed };
	}
	e->known = known;
	e->rows = (struct scene_extent){ c->n, c->n, 0, 0 };
	e->columns = (struct scene_extent){ 1, 1, 0, 0 };
	e->sorted = c->t.sorted;
	e->higher = c->words.higher;
	e->lower = c->words.lower;
	e->names = c->t.names;
	e->n_names = c->t.n_names;
	e->measures = c->t.measures;
	e->n_measures = c->t.n_measures;
}

static void draw(const struct upright *c, struct chart_pages *pages)
{
	const struct chart_request *q = c->f.request;
	double plot = c->foot + (c->top - c->frame.plot_top) - c->frame.plot_top,
	       thick = frame_snap_length(q, rows_of(c)->baseline * c->u);
	struct scene *scene = frame_scene(c->f.arena, &c->frame, &c->words, plot, NULL, c->f.diags);
	struct rect area = { frame_snap(q, c->left), 0, frame_snap_length(q, c->slot * (double)c->n), 0 };
	if (c->f.look->card)
		frame_card(scene, &c->frame, plot);
	describe(c, scene);
	reference_fill(q, scene, area, 0);
	for (size_t i = 0; i < c->n; i++)
		draw_one(c, scene, i);
	reference_draw(q, scene, area, 0);
	scene_add_rect(scene, ROLE_BASELINE, (struct rect){ area.x, c->zero, area.w, thick },
	               c->f.look->card ? c->f.look->palette.ink2 : c->f.look->palette.ink);
	pages->items = arena_alloc(c->f.arena, 1, sizeof(struct scene *));
	pages->items[0] = scene;
	pages->count = 1;
}

bool chart_columns(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct upright c = { .low = 0 };
	if (!subject_open(&c.f, arena, q, diags))
		return false;
	c.n = c.f.grid->n_rows;
	if (c.n > COLUMNS_MOST) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(arena, "draw bars, which take more, or name up to %d with %s", COLUMNS_MOST,
		                      chart_naming_of(q)->model),
		         "columns show up to %d %s, not %zu", COLUMNS_MOST, q->dataset->said.many, c.n);
		return false;
	}
	c.f.whiskers = true;
	c.u = frame_unit(q);
	c.t = subject_table(&c.f, ROWS_BARS);
	c.columns = arena_alloc(arena, c.n + 1, sizeof *c.columns);
	make_words(&c);
	if (!lay_out(&c))
		return false;
	draw(&c, pages);
	return diags_ok(diags);
}
