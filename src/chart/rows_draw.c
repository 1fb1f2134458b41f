#include "chart/rows_plan.h"

#include "base/arena.h"
#include "chart/axis.h"
#include "scene/evidence.h"

#include <math.h>

struct page { /* the part of the plan that one page shows */
	struct rows_plan *plan;
	struct scene *scene;
	size_t row, n_rows;   /* shown rows from.. */
	size_t band, n_bands; /* bands from.. */
	double tall, gap;     /* of a band; between two */
	int *scales;          /* scene scale by shown column */
};

struct spot { /* where a cell is drawn, and for what */
	size_t column;
	double middle; /* of its bar or line */
	int datum;
};

/* Of bars their zero, of dots the low end of their domain. */
static double zero_of(const struct rows_plan *p, size_t column)
{
	return frame_snap(p->request, p->places[column].x + p->scales[rows_shown_column(p, column)->measure].left);
}

static double x_of(const struct rows_plan *p, size_t column, double value)
{
	const struct rows_scale *scale = &p->scales[rows_shown_column(p, column)->measure];
	double from = scale->dots ? scale->low : 0;
	return frame_snap(p->request, zero_of(p, column) + scale->per_unit * (value - from));
}

static struct scene_item *put_text(struct page *g, enum scene_role role, double x, double baseline,
                                   const struct text_block *block, struct color color, int datum)
{
	struct scene_item *item = scene_add_text(g->scene, role, (struct point){ x, baseline }, block, color);
	item->datum = datum;
	return item;
}

static struct color ground_of(const struct rows_plan *p)
{
	return p->look->card ? p->look->palette.panel : p->look->palette.background;
}

/* ---- labels ---- */

static void draw_chip(struct page *g, const struct rows_label *label, double middle, int datum)
{
	struct rows_plan *p = g->plan;
	double size = frame_snap(p->request, p->look->rows.chip * p->u);
	struct scene_item *chip = scene_add(g->scene, SCENE_PATH, ROLE_CHIP);
	chip->datum = datum;
	chip->path =
		(struct scene_path){ .shape = SHAPE_ROUNDED,
		                     .rect = { frame_snap(p->request, p->chip_x),
		                               frame_snap(p->request, middle - 0.08 * p->u - size / 2), size, size },
		                     .radius = p->look->rows.chip_radius * p->u,
		                     .pattern = PATTERN_SOLID,
		                     .fill = label->chip_color };
}

static void draw_label(struct page *g, size_t row, double middle, int datum)
{
	struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	const struct rows_line *l = &p->lines[row];
	const struct rows_label *label = &p->table->labels[p->rows[row]];
	double lines = l->name->lines[l->name->n_lines - 1].baseline;
	double below =
		l->variant_below ? ROWS_VARIANT_STEP * p->u + l->variant->lines[l->variant->n_lines - 1].baseline : 0;
	double baseline = middle + l->name->x_height / 2, first = baseline - (lines + below) / 2;
	if (l->rank)
		put_text(g, ROLE_RANK, p->rank_right - l->rank->width, baseline, l->rank, c->ink3, datum);
	if (p->chips && label->chip)
		draw_chip(g, label, middle, datum);
	put_text(g, ROLE_LABEL, p->name_x, first, l->name, label->quiet ? c->ink2 : c->ink, datum);
	if (l->variant)
		put_text(g, ROLE_LABEL,
		         l->variant_below ? p->name_x : p->name_x + l->name->width + p->look->rows.variant_gap * p->u,
		         l->variant_below ? first + lines + ROWS_VARIANT_STEP * p->u : first, l->variant, c->ink3,
		         datum);
	if (l->maker)
		put_text(g, ROLE_MAKER, p->maker_x, baseline - l->maker->lines[l->maker->n_lines - 1].baseline / 2,
		         l->maker, c->ink3, datum);
}

/* ---- bars ---- */

/* The last part ends where the bar does: the parts make up the total to its last digit only. */
static double part_end(const struct rows_plan *p, const struct rows_cell *cell, size_t column, size_t part, double sum)
{
	return x_of(p, column, part + 1 == cell->n_parts ? cell->value : fmin(sum + cell->parts[part], cell->value));
}

static void draw_parts(struct page *g, const struct rows_cell *cell, struct spot at, struct rect bar)
{
	struct rows_plan *p = g->plan;
	double sum = 0, gap = frame_snap_gap(p->request, 0.09 * p->u);
	for (size_t i = 0; i < cell->n_parts; i++) {
		double from = x_of(p, at.column, sum), to = part_end(p, cell, at.column, i, sum);
		sum += cell->parts[i];
		if (cell->parts[i] <= 0)
			continue;
		double lead = i && to - from > 2 * gap ? gap : 0;
		struct scene_item *part = scene_add_rect(g->scene, ROLE_PART,
		                                         (struct rect){ from + lead, bar.y, to - from - lead, bar.h },
		                                         p->table->part_colors[i]);
		part->datum = at.datum;
		part->scale = g->scales[at.column];
		part->value = cell->parts[i];
	}
}

static void draw_bar(struct page *g, const struct rows_cell *cell, struct spot at)
{
	struct rows_plan *p = g->plan;
	double a = zero_of(p, at.column), b = x_of(p, at.column, cell->value);
	double stroke = frame_snap_length(p->request, p->look->rows.hatch_stroke * p->u);
	struct rect rect = { fmin(a, b), at.middle - p->bar / 2, fabs(b - a), p->bar };
	struct scene_item *bar = scene_add(g->scene, SCENE_PATH, ROLE_MARK);
	bool solid = cell->pattern == PATTERN_SOLID;
	bar->datum = at.datum;
	bar->scale = g->scales[at.column];
	bar->value = cell->value;
	bar->path = (struct scene_path){ .shape = SHAPE_RECT,
		                         .rect = rect,
		                         .pattern = cell->n_parts ? PATTERN_NONE : cell->pattern,
		                         .fill = cell->color,
		                         .ground = ground_of(p),
		                         .hatch_step = p->look->rows.hatch_step * p->u,
		                         .hatch_width = p->look->rows.hatch_stroke * p->u,
		                         .stroke = solid ? 0 : stroke,
		                         .stroke_color = cell->color };
	if (cell->n_parts)
		draw_parts(g, cell, at, rect);
}

/* ---- whiskers: two-tone, so that they show on both sides of a bar's end ---- */

static struct color color_on(struct color fill)
{
	struct color dark = { 0x16, 0x19, 0x1d }, white = { 0xff, 0xff, 0xff };
	return color_contrast(white, fill) > color_contrast(dark, fill) ? white : dark;
}

static void whisker_part(struct page *g, const struct rows_cell *cell, struct spot at, struct rect part,
                         struct color color)
{
	if (part.w <= 1e-4)
		return;
	struct scene_item *item = scene_add_rect(g->scene, ROLE_WHISKER, part, color);
	item->datum = at.datum;
	item->scale = g->scales[at.column];
	item->low = cell->low;
	item->high = cell->high;
}

/* What lies on a stacked bar: cut again where a part ends, and over the gap between two. */
static void whisker_on_parts(struct page *g, const struct rows_cell *cell, struct spot at, struct rect stroke)
{
	struct rows_plan *p = g->plan;
	double sum = 0, gap = frame_snap_gap(p->request, 0.09 * p->u);
	for (size_t i = 0; i < cell->n_parts; i++) {
		double from = x_of(p, at.column, sum), to = part_end(p, cell, at.column, i, sum);
		double lead = i && to - from > 2 * gap ? gap : 0;
		double a = fmax(from, stroke.x), b = fmin(to, rect_right(stroke)),
		       fill = fmin(fmax(from + lead, a), fmax(a, b));
		sum += cell->parts[i];
		whisker_part(g, cell, at, (struct rect){ a, stroke.y, fill - a, stroke.h }, p->look->palette.ink);
		whisker_part(g, cell, at, (struct rect){ fill, stroke.y, b - fill, stroke.h },
		             color_on(p->table->part_colors[i]));
	}
}

/* A stem or a cap, cut where it leaves a filled bar. */
static void whisker_stroke(struct page *g, const struct rows_cell *cell, struct spot at, struct rect stroke, bool dots)
{
	double zero = dots ? stroke.x : zero_of(g->plan, at.column), end = x_of(g->plan, at.column, cell->value);
	double from = dots ? stroke.x : fmin(zero, end), to = dots ? stroke.x : fmax(zero, end);
	bool filled = cell->pattern == PATTERN_SOLID && !dots;
	double a = fmin(fmax(stroke.x, from), rect_right(stroke)), b = fmin(fmax(rect_right(stroke), from), to);
	b = fmax(a, fmin(b, rect_right(stroke)));
	struct rect on = { a, stroke.y, b - a, stroke.h };
	struct color ink = g->plan->look->palette.ink;
	whisker_part(g, cell, at, (struct rect){ stroke.x, stroke.y, a - stroke.x, stroke.h }, ink);
	if (filled && cell->n_parts)
		whisker_on_parts(g, cell, at, on);
	else
		whisker_part(g, cell, at, on, filled ? color_on(cell->color) : ink);
	whisker_part(g, cell, at, (struct rect){ b, stroke.y, rect_right(stroke) - b, stroke.h }, ink);
}

static void draw_whisker(struct page *g, const struct rows_cell *cell, struct spot at, bool dots)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, p->look->rows.whisker * p->u);
	double cap = frame_snap_length(p->request, p->look->rows.whisker_cap * p->u);
	double low = x_of(p, at.column, cell->low), high = x_of(p, at.column, cell->high);
	double y = frame_snap(p->request, at.middle - thick / 2), cap_y = frame_snap(p->request, at.middle - cap / 2);
	whisker_stroke(g, cell, at, (struct rect){ low, y, high - low, thick }, dots);
	whisker_stroke(g, cell, at, (struct rect){ low, cap_y, thick, cap }, dots);
	whisker_stroke(g, cell, at, (struct rect){ high - thick, cap_y, thick, cap }, dots);
}

/* ---- dots ---- */

static void draw_dot(struct page *g, const struct rows_cell *cell, struct spot at)
{
	struct rows_plan *p = g->plan;
	double r = 0.38 * p->u, x = x_of(p, at.column, cell->value);
	bool solid = cell->pattern == PATTERN_SOLID;
	struct scene_item *dot = scene_add(g->scene, SCENE_PATH, ROLE_DOT);
	dot->datum = at.datum;
	dot->scale = g->scales[at.column];
	dot->value = cell->value;
	dot->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                         .rect = { x - r, at.middle - r, 2 * r, 2 * r },
		                         .radius = r,
		                         .pattern = PATTERN_SOLID,
		                         .fill = solid ? cell->color : ground_of(p),
		                         .stroke = solid ? 0 : 0.14 * p->u,
		                         .stroke_color = cell->color };
}

/* What another source says: a stroke, taller than the dot, so that it shows when both are close. */
static void draw_other(struct page *g, struct spot at, double value)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, 0.14 * p->u), tall = 1.25 * p->u, x = x_of(p, at.column, value);
	struct scene_item *other =
		scene_add_rect(g->scene, ROLE_OTHER, (struct rect){ x - thick / 2, at.middle - tall / 2, thick, tall },
	                       p->look->palette.ink2);
	other->datum = at.datum;
	other->scale = g->scales[at.column];
	other->value = value;
}

static void draw_dots(struct page *g, const struct rows_cell *cell, struct spot at)
{
	struct rows_plan *p = g->plan;
	double thin = frame_snap_length(p->request, 0.05 * p->u), low, high;
	rows_extent(cell, true, &low, &high);
	double from = p->places[at.column].x, to = x_of(p, at.column, low) - 0.38 * p->u;
	if (to > from) /* leads the eye from the name to the dot */
		scene_add_rect(g->scene, ROLE_GRID,
		               (struct rect){ from, frame_snap(p->request, at.middle - thin / 2), to - from, thin },
		               p->look->palette.grid);
	if (cell->whisker)
		draw_whisker(g, cell, at, true);
	draw_dot(g, cell, at);
	for (size_t i = 0; i < cell->n_others; i++)
		draw_other(g, at, cell->others[i]);
}

/* ---- values ---- */

/* Right behind the dot itself, if there is room before the next dot of another source; else at the end, as x says. */
static double before_others(const struct rows_plan *p, const struct rows_cell *cell, const struct rows_shaped *s,
                            size_t column, double x)
{
	const struct look_rows *m = &p->look->rows;
	double own = cell->whisker ? fmax(cell->high, cell->value) : cell->value, u = p->u;
	double from = x_of(p, column, own) + (0.38 + m->value_gap) * u;
	double to = from + s->value->width + (s->remark ? m->remark_gap * u + s->remark->width : 0) + 0.5 * u;
	for (size_t i = 0; i < cell->n_others; i++) {
		double other = x_of(p, column, cell->others[i]);
		if (other + 0.38 * u > from - 0.2 * u && other - 0.38 * u < to)
			return x;
	}
	return from;
}

static void draw_value_beside(struct page *g, const struct rows_cell *cell, const struct rows_shaped *s, struct spot at,
                              bool dots)
{
	struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	const struct look_rows *m = &p->look->rows;
	double u = p->u, low, high, baseline = at.middle + p->lines[0].name->x_height / 2;
	rows_extent(cell, dots, &low, &high);
	bool negative = cell->value < 0 && !dots;
	double dot = dots ? 0.38 * u : 0;
	double x = negative ? x_of(p, at.column, low) - m->value_gap * u - s->value->width
	                    : x_of(p, at.column, high) + dot + m->value_gap * u;
	if (dots && cell->n_others)
		x = before_others(p, cell, s, at.column, x);
	struct scene_item *value = put_text(g, ROLE_VALUE, x, baseline, s->value, c->ink, at.datum);
	value->value = cell->value;
	value->change = cell->change;
	if (!s->remark)
		return;
	double beside = negative ? x - m->remark_gap * u - s->remark->width : x + s->value->width + m->remark_gap * u;
	put_text(g, ROLE_REMARK, beside, baseline, s->remark, c->ink3, at.datum);
}

static void draw_absent(struct page *g, const struct rows_shaped *s, struct spot at)
{
	struct rows_plan *p = g->plan;
	const struct rows_place *place = &p->places[at.column];
	double x = place->x, width = s->remark ? s->remark->width : 0;
	if (!s->remark)
		return;
	switch (rows_shown_column(p, at.column)->form) {
	case ROWS_BARS:
		x = zero_of(p, at.column) + p->look->rows.missing_gap * p->u;
		break;
	case ROWS_DOTS:
		x = place->x + p->look->rows.missing_gap * p->u;
		break;
	case ROWS_HEAT:
		x = place->x + (place->width - width) / 2;
		break;
	case ROWS_NUMBERS:
		x = place->x + place->numbers - width;
		break;
	case ROWS_WORDS:
		break;
	}
	put_text(g, ROLE_ABSENT, x, at.middle + p->lines[0].name->x_height / 2, s->remark, p->look->palette.ink3,
	         at.datum);
}

/* The number's right end, to which all numbers of the column come. */
static void draw_number(struct page *g, const struct rows_cell *cell, const struct rows_shaped *s, struct spot at,
                        double right, struct color ink)
{
	struct rows_plan *p = g->plan;
	double baseline = at.middle + p->lines[0].name->x_height / 2;
	enum scene_role role = at.datum == SCENE_NO_DATUM ? ROLE_WORD : ROLE_VALUE; /* of no measure: a share, a rate */
	struct scene_item *value = put_text(g, role, right - s->value->width, baseline, s->value, ink, at.datum);
	value->value = cell->value;
	value->change = cell->change;
	value->declared_inside = true;
	if (s->remark)
		put_text(g, ROLE_REMARK, right + 0.3 * p->u, baseline, s->remark, ink, at.datum)->declared_inside =
			true;
}

static void draw_field(struct page *g, const struct rows_cell *cell, const struct rows_shaped *s, struct spot at,
                       double top)
{
	struct rows_plan *p = g->plan;
	const struct rows_place *place = &p->places[at.column];
	struct color ink = color_on(cell->color);
	double gap = frame_snap_length(p->request, 0.15 * p->u), left = frame_snap(p->request, place->x),
	       right = frame_snap(p->request, place->x + place->width);
	struct scene_item *field = scene_add_rect(
		g->scene, ROLE_CELL, (struct rect){ left, top, right - left, p->pitch - gap }, cell->color);
	field->datum = at.datum;
	double numbers = 0;
	for (size_t r = 0; r < p->n_rows; r++) {
		const struct rows_shaped *other = rows_shaped_at(p, r, at.column, 0);
		numbers = fmax(numbers, other->value ? other->value->width : 0);
	}
	draw_number(g, cell, s, at, (left + right + numbers) / 2, ink);
}

static void draw_words(struct page *g, const struct rows_shaped *s, struct spot at)
{
	struct rows_plan *p = g->plan;
	double baseline = at.middle + p->lines[0].name->x_height / 2;
	scene_add_text(g->scene, ROLE_WORD,
	               (struct point){ p->places[at.column].x,
	                               baseline - s->value->lines[s->value->n_lines - 1].baseline / 2 },
	               s->value, p->look->palette.ink2);
}

static void draw_cell(struct page *g, size_t row, size_t series, struct spot at, double top)
{
	struct rows_plan *p = g->plan;
	const struct rows_cell *cell = rows_shown_cell(p, row, at.column, series);
	const struct rows_shaped *s = rows_shaped_at(p, row, at.column, series);
	const struct rows_column *column = rows_shown_column(p, at.column);
	if (!cell->present) {
		draw_absent(g, s, at);
		return;
	}
	switch (column->form) {
	case ROWS_BARS:
		draw_bar(g, cell, at);
		if (cell->whisker)
			draw_whisker(g, cell, at, false);
		draw_value_beside(g, cell, s, at, false);
		return;
	case ROWS_DOTS:
		draw_dots(g, cell, at);
		draw_value_beside(g, cell, s, at, true);
		return;
	case ROWS_HEAT:
		draw_field(g, cell, s, at, top);
		return;
	case ROWS_NUMBERS:
		draw_number(g, cell, s, at, p->places[at.column].x + p->places[at.column].numbers,
		            p->look->palette.ink);
		return;
	case ROWS_WORDS:
		draw_words(g, s, at);
		return;
	}
}

/* ---- the page ---- */

static bool on_page(const struct page *g, size_t column)
{
	size_t band = g->plan->places[column].band;
	return band >= g->band && band < g->band + g->n_bands;
}

static void describe_datum(struct page *g, size_t row, size_t column, size_t series, int datum)
{
	struct rows_plan *p = g->plan;
	const struct rows_cell *cell = rows_shown_cell(p, row, column, series);
	const struct rows_column *of = rows_shown_column(p, column);
	size_t place = 0;
	for (size_t c = 0; c < p->columns[column]; c++)
		place += p->table->columns[c].data;
	g->scene->evidence->data[datum] =
		(struct scene_datum){ .name = p->table->labels[p->rows[row]].full,
		                      .column = of->name,
		                      .row = row - g->row,
		                      .place = place,
		                      .measure = of->measure,
		                      .by_position = of->form == ROWS_DOTS,
		                      .marked = of->form == ROWS_BARS || of->form == ROWS_DOTS,
		                      .present = cell->present,
		                      .value = cell->value,
		                      .rank = cell->rank,
		                      .tied = cell->tied,
		                      .claimed = cell->claimed,
		                      .interval = cell->present && cell->whisker };
}

/* A label belongs to the first datum of its row in the band. */
static void draw_row(struct page *g, size_t row, size_t band, double top, int *next)
{
	struct rows_plan *p = g->plan;
	size_t n_series = p->table->n_series;
	double block = p->bar + p->step * (double)(n_series - 1);
	/* Snapped by itself: half a pixel more or less from row to row would be seen. */
	double first = top + frame_snap(p->request, (p->pitch - block) / 2 - 1e-6) + p->bar / 2;
	bool labelled = false;
	if (p->table->rules)
		first = top + p->pitch / 2;
	for (size_t c = 0; c < p->n_columns; c++) {
		if (p->places[c].band != band)
			continue;
		for (size_t s = 0; s < n_series; s++) {
			bool data = rows_shown_column(p, c)->data;
			struct spot at = { c, first + p->step * (double)s, data ? *next : SCENE_NO_DATUM };
			if (data) {
				describe_datum(g, row, c, s, *next);
				if (!labelled)
					draw_label(g, row, first + p->step * (double)(n_series - 1) / 2, *next);
				labelled = true;
				++*next;
			}
			draw_cell(g, row, s, at, top);
		}
	}
}

/* Over the zero of bars that go both ways, at the zero of others. */
static double head_x(const struct rows_plan *p, size_t column)
{
	const struct rows_place *place = &p->places[column];
	double zero = zero_of(p, column);
	if (p->scales[rows_shown_column(p, column)->measure].left < 1.5 * p->u)
		return zero;
	double last = place->x + place->width - place->head->width;
	return fmax(place->x, fmin(zero - place->head->width / 2, last));
}

static void draw_head(struct page *g, size_t column, double bottom)
{
	struct rows_plan *p = g->plan;
	const struct rows_place *place = &p->places[column];
	enum rows_form form = rows_shown_column(p, column)->form;
	if (!place->head)
		return;
	bool quiet = form == ROWS_NUMBERS || form == ROWS_WORDS;
	double last = place->head->lines[place->head->n_lines - 1].baseline;
	double baseline = bottom - 0.75 * p->u - (form == ROWS_DOTS ? 1.7 * p->u : 0) - last;
	struct color ink = quiet ? p->look->palette.ink2 : p->look->palette.ink;
	if (form != ROWS_NUMBERS && form != ROWS_HEAT) {
		double x = form == ROWS_BARS ? head_x(p, column) : place->x;
		scene_add_text(g->scene, ROLE_HEAD, (struct point){ x, baseline }, place->head, ink);
		return;
	}
	const struct text_block *block = text_align(p->request->fonts, place->head, form == ROWS_NUMBERS ? 1 : 0.5);
	double x = form == ROWS_NUMBERS ? place->x + place->numbers - block->width
	                                : place->x + (place->width - block->width) / 2;
	scene_add_text(g->scene, ROLE_HEAD, (struct point){ x, baseline }, block, ink);
}

static void draw_ticks(struct page *g, size_t column, double bottom)
{
	struct rows_plan *p = g->plan;
	const struct rows_column *of = rows_shown_column(p, column);
	const struct rows_scale *scale = &p->scales[of->measure];
	const struct axis axis = axis_within(scale->low, scale->high, p->table->measures[of->measure].magnitude);
	double u = p->u, thin = frame_snap_length(p->request, 0.05 * u), end = p->places[column].x - u;
	double y = frame_snap(p->request, bottom - 0.55 * u), left = p->places[column].x,
	       right = x_of(p, column, scale->high);
	if (scale->per_unit <= 0)
		return;
	scene_add_rect(g->scene, ROLE_AXIS, (struct rect){ left, y, right - left, thin }, p->look->palette.ink3);
	for (size_t i = 0; i < axis.n_ticks; i++) {
		double x = x_of(p, column, axis.ticks[i]);
		const struct text_block *b =
			text_shape(p->request->fonts, axis_tick(p->arena, &axis, p->request->language, i),
		                   frame_style(&p->frame, p->look->type.small, TEXT_REGULAR, true), 0, 0, p->diags);
		if (x - b->width / 2 < end + 0.6 * u || x + b->width / 2 > p->right)
			continue;
		end = x + b->width / 2;
		scene_add_rect(g->scene, ROLE_AXIS,
		               (struct rect){ frame_snap(p->request, x - thin / 2), y, thin,
		                              frame_snap_length(p->request, 0.35 * u) },
		               p->look->palette.ink3);
		scene_add_text(g->scene, ROLE_TICK, (struct point){ x - b->width / 2, y - 0.45 * u }, b,
		               p->look->palette.ink3);
	}
}

static void describe_scales(struct page *g, double top)
{
	struct rows_plan *p = g->plan;
	struct scene *scene = g->scene;
	scene->evidence->scales = arena_alloc(p->arena, p->n_columns + 1, sizeof *scene->evidence->scales);
	for (size_t c = 0; c < p->n_columns; c++) {
		const struct rows_column *column = rows_shown_column(p, c);
		g->scales[c] = SCENE_NO_SCALE;
		if (!on_page(g, c) || (column->form != ROWS_BARS && column->form != ROWS_DOTS))
			continue;
		const struct rows_scale *scale = &p->scales[column->measure];
		double from = scale->dots ? scale->low : 0;
		double width = p->n_columns == 1 ? p->right - p->plot_left : p->places[c].width;
		size_t in_page = p->places[c].band - g->band;
		double y = top + (g->tall + g->gap) * (double)in_page;
		g->scales[c] = (int)scene->evidence->n_scales;
		scene->evidence->scales[scene->evidence->n_scales++] =
			(struct scene_scale){ .zero = zero_of(p, c) - scale->per_unit * from,
			                      .per_unit = scale->per_unit,
			                      .positions = scale->dots,
			                      .measure = column->measure,
			                      .low = scale->low,
			                      .high = scale->high,
			                      .unit = p->table->measures[column->measure].unit,
			                      .plot = { p->places[c].x, y, width, g->tall } };
	}
}

static void describe(struct page *g, double top)
{
	struct rows_plan *p = g->plan;
	struct scene *scene = g->scene;
	size_t here = 0, shown = 0;
	for (size_t c = 0; c < p->n_columns; c++) {
		bool data = rows_shown_column(p, c)->data;
		shown += data;
		here += data && on_page(g, c);
	}
	scene->document.alt = p->alt;
	scene->evidence->n_data = g->n_rows * here * p->table->n_series;
	scene->evidence->data = arena_alloc(p->arena, scene->evidence->n_data + 1, sizeof *scene->evidence->data);
	scene->evidence->rows = (struct scene_extent){ p->table->n_rows, g->n_rows, p->n_rows - g->n_rows,
		                                       p->table->n_rows - p->n_rows };
	scene->evidence->columns = (struct scene_extent){ p->table->n_columns_known, here, shown - here,
		                                          p->table->n_columns_known - shown };
	scene->evidence->sorted = p->table->sorted;
	scene->evidence->rows_counted = p->table->rows_counted;
	scene->evidence->names = p->table->names;
	scene->evidence->known = p->known;
	scene->evidence->n_known = p->n_known;
	scene->evidence->n_names = p->table->n_names;
	scene->evidence->measures = p->table->measures;
	scene->evidence->n_measures = p->table->n_measures;
	describe_scales(g, top);
}

static void draw_rule(struct page *g, double y, double width, struct color color, enum scene_role role)
{
	struct rows_plan *p = g->plan;
	double h = frame_snap_length(p->request, width * p->u),
	       x = frame_snap(p->request, p->look->card ? p->chip_x : p->left);
	scene_add_rect(g->scene, role,
	               (struct rect){ x, frame_snap(p->request, y), frame_snap(p->request, p->right) - x, h }, color);
}

static void draw_baseline(struct page *g, size_t column, double top, double rows)
{
	struct rows_plan *p = g->plan;
	const struct look_rows *m = &p->look->rows;
	double thick = frame_snap_length(p->request, m->baseline * p->u);
	double block = p->bar + p->step * (double)(p->table->n_series - 1);
	double edge = (p->pitch - block) / 2 - m->baseline_over * p->u;
	scene_add_rect(g->scene, ROLE_BASELINE,
	               (struct rect){ zero_of(p, column) - thick, frame_snap(p->request, top + edge), thick,
	                              frame_snap(p->request, rows - 2 * edge) },
	               p->look->card ? p->look->palette.ink2 : p->look->palette.ink);
}

static void draw_band(struct page *g, size_t band, double top, int *next)
{
	struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	double first = frame_snap(p->request, top + p->head_height), rows = p->pitch * (double)g->n_rows;
	for (size_t k = 0; k < p->n_columns; k++) {
		if (p->places[k].band != band)
			continue;
		draw_head(g, k, first);
		if (rows_shown_column(p, k)->form == ROWS_DOTS)
			draw_ticks(g, k, first);
	}
	for (size_t i = 0; i < g->n_rows; i++) {
		draw_row(g, g->row + i, band, first + p->pitch * (double)i, next);
		if (p->table->rules && i)
			draw_rule(g, first + p->pitch * (double)i, 0.04, c->grid, ROLE_GRID);
	}
	if (p->table->rules) {
		draw_rule(g, first - 0.05 * p->u, 0.1, p->look->card ? c->ink2 : c->ink, ROLE_RULE);
		draw_rule(g, first + rows, 0.05, p->look->card ? c->ink3 : c->ink, ROLE_RULE);
	}
	for (size_t k = 0; k < p->n_columns; k++)
		if (p->places[k].band == band && rows_shown_column(p, k)->form == ROWS_BARS)
			draw_baseline(g, k, first, rows);
}

static struct scene *draw_page(struct rows_plan *p, size_t row, size_t n_rows, size_t band, size_t n_bands,
                               const char *page_words)
{
	double pad = rows_pad(p), gap = rows_band_gap(p);
	double tall = p->head_height + p->pitch * (double)n_rows;
	double content = tall * (double)n_bands + gap * (double)(n_bands - 1);
	double plot = p->frame.anchored ? p->frame.plot_height : content + 2 * pad;
	struct page g = { p,
		          frame_scene(p->arena, &p->frame, &p->words, plot, page_words, p->diags),
		          row,
		          n_rows,
		          band,
		          n_bands,
		          tall,
		          gap,
		          arena_alloc(p->arena, p->n_columns + 1, sizeof *g.scales) };
	/* What is left over stands above and below the rows, so that neither leaves a hole. */
	size_t full = p->n_rows > n_rows ? p->rows_a_page : n_rows;
	double used = (p->head_height + p->pitch * (double)full) * (double)n_bands + gap * (double)(n_bands - 1);
	double top = frame_snap(p->request,
	                        p->frame.plot_top + fmax(pad, (plot - used) * (p->table->rules                ? 0.15
	                                                                       : p->table->n_data_columns > 1 ? 0.35
	                                                                                                      : 0.5)));
	if (p->look->card)
		frame_card(g.scene, &p->frame, plot);
	describe(&g, top);
	int next = 0;
	for (size_t i = 0; i < n_bands; i++)
		draw_band(&g, band + i, top + (tall + gap) * (double)i, &next);
	return g.scene;
}

static const char *page_words(struct rows_plan *p, size_t row, size_t n_rows, size_t page, size_t pages)
{
	struct arena *a = p->arena;
	if (pages < 2)
		return NULL;
	bool part = p->request->inset || p->request->part;
	if (p->n_rows > n_rows && part) /* the pages have numbers of their own */
		return words_fill(a, p->request->language, WORD_ROWS, "from",
		                  number_plain(a, p->request->language, row + 1), "to",
		                  number_plain(a, p->request->language, row + n_rows), "all",
		                  number_plain(a, p->request->language, p->n_rows), NULL);
	if (p->n_rows > n_rows)
		return words_fill(a, p->request->language, WORD_PAGE_ROWS, "from",
		                  number_plain(a, p->request->language, row + 1), "to",
		                  number_plain(a, p->request->language, row + n_rows), "all",
		                  number_plain(a, p->request->language, p->n_rows), "page",
		                  number_plain(a, p->request->language, page), "pages",
		                  number_plain(a, p->request->language, pages), NULL);
	return words_fill(a, p->request->language, part ? WORD_PART_OF : WORD_PAGE, "page",
	                  number_plain(a, p->request->language, page), "pages",
	                  number_plain(a, p->request->language, pages), NULL);
}

/* All values of the table, for the proof of the title. */
static void collect_known(struct rows_plan *p)
{
	const struct rows_table *t = p->table;
	struct scene_known *known = arena_alloc(p->arena, t->n_rows * t->n_columns * t->n_series + 1, sizeof *known);
	for (size_t r = 0; r < t->n_rows; r++)
		for (size_t c = 0; c < t->n_columns; c++)
			for (size_t s = 0; s < t->n_series && t->columns[c].data; s++) {
				const struct rows_cell *cell = rows_cell(t, r, c, s);
				if (cell->present)
					known[p->n_known++] = (struct scene_known){ cell->value, t->columns[c].measure,
						                                    cell->rank, cell->claimed };
			}
	p->known = known;
}

void rows_draw(struct rows_plan *p, struct chart_pages *pages)
{
	collect_known(p);
	size_t row_pages = (p->n_rows + p->rows_a_page - 1) / p->rows_a_page;
	size_t band_pages = (p->n_bands + p->bands_a_page - 1) / p->bands_a_page;
	pages->count = row_pages * band_pages;
	pages->items = arena_alloc(p->arena, pages->count, sizeof *pages->items);
	for (size_t i = 0; i < pages->count; i++) {
		size_t row = i % row_pages * p->rows_a_page, band = i / row_pages * p->bands_a_page;
		size_t rows = p->n_rows - row < p->rows_a_page ? p->n_rows - row : p->rows_a_page;
		size_t bands = p->n_bands - band < p->bands_a_page ? p->n_bands - band : p->bands_a_page;
		pages->items[i] = draw_page(p, row, rows, band, bands, page_words(p, row, rows, i + 1, pages->count));
		pages->items[i]->evidence->page = i;
	}
}
