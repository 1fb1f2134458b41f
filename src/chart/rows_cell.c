/* What is in a row: its label, and in each cell a bar, a dot, a field, a number or words. */
#include "chart/annotate.h"
#include "chart/lengths.h"
#include "chart/rows_plan.h"

#include <math.h>

double rows_zero(const struct rows_plan *p, size_t column)
{
	return frame_snap(p->request, p->places[column].x + p->scales[rows_shown_column(p, column)->measure].left);
}

double rows_x(const struct rows_plan *p, size_t column, double value)
{
	const struct rows_scale *scale = &p->scales[rows_shown_column(p, column)->measure];
	double from = scale->dots ? rows_along(scale, scale->low) : 0;
	return frame_snap(p->request, rows_zero(p, column) + scale->per_unit * (rows_along(scale, value) - from));
}

static struct scene_item *put_text(struct rows_page *g, enum scene_role role, double x, double baseline,
                                   const struct text_block *block, struct color color, int datum)
{
	struct scene_item *item = scene_add_text(g->scene, role, (struct point){ x, baseline }, block, color);
	item->datum = datum;
	return item;
}

/* What stands out does so as a whole: name, whisker and value have the colour of its mark, where words can be read in
 * it. Where colours mean makers, bold does it alone. */
static struct color strong_ink(const struct rows_plan *p, bool strong, struct color mark, struct color otherwise)
{
	const struct palette *c = &p->look->palette;
	bool stands_out = strong && p->look->color == LOOK_COLOR_HIGHLIGHT && !color_equal(mark, c->muted);
	return stands_out && color_contrast(mark, rows_ground(p)) >= readable ? mark : otherwise;
}

/* ---- labels ---- */

static void draw_chip(struct rows_page *g, const struct rows_label *label, double middle, int datum)
{
	struct rows_plan *p = g->plan;
	double size = frame_snap(p->request, p->look->rows.chip * p->u);
	struct scene_item *chip = scene_add(g->scene, SCENE_PATH, ROLE_CHIP);
	chip->datum = datum;
	chip->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                          .rect = { frame_snap(p->request, p->chip_x),
		                                    frame_snap(p->request, middle - length_chip_rise * p->u - size / 2),
		                                    size, size },
		                          .radius = p->look->rows.chip_radius * p->u,
		                          .pattern = PATTERN_SOLID,
		                          .fill = label->chip_color };
}

void rows_draw_label(struct rows_page *g, size_t row, double middle, int datum)
{
	struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	const struct rows_line *l = rows_line_at(p, row);
	const struct rows_label *label = &p->table->labels[p->rows[row]];
	double lines = l->name->lines[l->name->n_lines - 1].baseline;
	double below = rows_variant_end(p, l);
	double baseline = middle + l->name->x_height / 2, first = baseline - (lines + below) / 2;
	if (p->over)
		first = middle - p->name_over - lines - below;
	if (l->rank)
		put_text(g, ROLE_RANK, p->rank_right - l->rank->width, baseline, l->rank, c->ink3, datum);
	if (p->chips && label->chip)
		draw_chip(g, label, p->over ? first - l->name->x_height / 2 : middle, datum);
	put_text(g, ROLE_LABEL, p->name_x, first, l->name,
	         strong_ink(p, label->strong, label->chip_color, label->quiet ? c->ink2 : c->ink), datum);
	if (l->variant)
		put_text(g, ROLE_LABEL,
		         l->variant_below ? p->name_x : p->name_x + l->name->width + p->look->rows.variant_gap * p->u,
		         l->variant_below ? first + lines + rows_variant_step(p, l) : first, l->variant, c->ink3,
		         datum);
	if (l->maker && !p->over)
		put_text(g, ROLE_MAKER, p->maker_x, baseline - l->maker->lines[l->maker->n_lines - 1].baseline / 2,
		         l->maker, c->ink3, datum);
}

/* ---- rows left out ---- */

/* Three dots go on where a baseline stops. */
static void draw_gap_dots(struct rows_page *g, double x, double middle)
{
	struct rows_plan *p = g->plan;
	double side = frame_snap_length(p->request, length_gap_dot * p->u),
	       step = frame_snap_length(p->request, length_gap_dots * p->u);
	double top = frame_snap(p->request, middle - side / 2 - step);
	for (int i = 0; i < 3; i++)
		scene_add_rect(g->scene, ROLE_GAP, (struct rect){ x - side, top + step * i, side, side },
		               p->look->palette.ink3);
}

void rows_draw_group(struct rows_page *g, size_t row, double bottom)
{
	struct rows_plan *p = g->plan;
	const struct text_block *b = rows_group_head(p, row, rows_is_continued(p, g->row, row));
	scene_add_text(g->scene, ROLE_GROUP, (struct point){ p->name_x, bottom - p->group_air - rows_below(b) }, b,
	               p->look->palette.ink2);
}

void rows_draw_gap(struct rows_page *g, size_t row, size_t band, double bottom)
{
	struct rows_plan *p = g->plan;
	const struct text_block *b = rows_line_at(p, row)->gap;
	double middle = bottom - p->gap / 2;
	scene_add_text(g->scene, ROLE_GAP,
	               (struct point){ p->name_x + (p->over ? length_gap_over * p->u : 0), middle + b->x_height / 2 },
	               b, p->look->palette.ink3);
	for (size_t c = 0; c < p->n_columns; c++)
		if (p->places[c].band == band && rows_shown_column(p, c)->form == ROWS_BARS)
			draw_gap_dots(g, rows_zero(p, c), middle);
}

/* ---- bars ---- */

/* The last part ends where the bar does: the parts make up the total to its last digit only. */
static double part_end(const struct rows_plan *p, const struct rows_cell *cell, size_t column, size_t part, double sum)
{
	double whole = rows_length(cell);
	return rows_x(p, column, part + 1 == cell->n_parts ? whole : fmin(sum + cell->parts[part].value, whole));
}

/* The number in a part, if there is room for it and it can be read there. */
static void draw_part_text(struct rows_page *g, const struct rows_part *of, const struct scene_item *part)
{
	struct rows_plan *p = g->plan;
	struct rect room = rect_grow(part->path.rect, -length_part_inside * p->u);
	struct color ink = color_ink_on(part->path.fill);
	if (!of->text || of->pattern != PATTERN_SOLID || color_contrast(ink, part->path.fill) < readable)
		return;
	const struct text_block *b =
		text_shape(p->request->fonts, of->text,
	                   frame_style(&p->frame, p->look->type.small, TEXT_REGULAR, false), 0, 0, p->diags);
	double middle = part->path.rect.y + part->path.rect.h / 2;
	struct rect inside = part->path.rect;
	struct scene_item text = { .kind = SCENE_TEXT };
	text.text.at = (struct point){ inside.x + (inside.w - b->width) / 2, middle + b->x_height / 2 };
	text.text.block = b;
	if (!rect_contains(room, scene_ink(&text), 0))
		return;
	struct scene_item own = *part; /* items may move when one is added */
	struct scene_item *item = put_text(g, ROLE_SHARE, text.text.at.x, text.text.at.y, b, ink, own.datum);
	item->value = own.value;
	item->column = own.column;
	item->declared_inside = true;
}

static void draw_parts(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at, struct rect bar)
{
	struct rows_plan *p = g->plan;
	const struct look_rows *m = &p->look->rows;
	double sum = 0, gap = frame_snap_gap(p->request, length_parts_apart * p->u);
	for (size_t i = 0; i < cell->n_parts; i++) {
		const struct rows_part *of = &cell->parts[i];
		double from = rows_x(p, at.column, sum), to = part_end(p, cell, at.column, i, sum);
		sum += of->value;
		if (of->value <= 0)
			continue;
		double lead = from > bar.x && to - from > 2 * gap ? gap : 0;
		struct scene_item *part = scene_add_rect(g->scene, ROLE_PART,
		                                         (struct rect){ from + lead, bar.y, to - from - lead, bar.h },
		                                         p->table->part_colors[i]);
		part->datum = at.datum;
		part->scale = g->scales[at.column];
		part->value = of->value;
		part->column = (int)i + 1;
		part->path.pattern = of->pattern;
		part->path.ground = rows_ground(p);
		part->path.hatch_step = m->hatch_step * p->u;
		part->path.hatch_width = m->hatch_stroke * p->u;
		part->path.stroke =
			of->pattern == PATTERN_SOLID ? 0 : frame_snap_length(p->request, m->hatch_stroke * p->u);
		part->path.stroke_color = p->table->part_colors[i];
		draw_part_text(g, of, part);
	}
}

static void draw_bar(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	double a = rows_zero(p, at.column), b = rows_x(p, at.column, rows_length(cell));
	double stroke = frame_snap_length(p->request, p->look->rows.hatch_stroke * p->u);
	struct rect rect = { fmin(a, b), at.middle - p->bar / 2, fabs(b - a), p->bar };
	struct scene_item *bar = scene_add(g->scene, SCENE_PATH, ROLE_MARK);
	bool solid = cell->pattern == PATTERN_SOLID;
	bar->datum = at.datum;
	bar->scale = g->scales[at.column];
	bar->value = rows_length(cell);
	bar->path = (struct scene_path){ .shape = SHAPE_RECT,
		                         .rect = rect,
		                         .pattern = cell->n_parts ? PATTERN_NONE : cell->pattern,
		                         .fill = cell->color,
		                         .ground = rows_ground(p),
		                         .hatch_step = p->look->rows.hatch_step * p->u,
		                         .hatch_width = p->look->rows.hatch_stroke * p->u,
		                         .stroke = solid ? 0 : stroke,
		                         .stroke_color = cell->color };
	if (cell->n_parts)
		draw_parts(g, cell, at, rect);
}

/* ---- whiskers: two-tone, so that they show on both sides of a bar's end ---- */

static void whisker_part(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at, struct rect part,
                         struct color color)
{
	if (part.w <= visible)
		return;
	struct scene_item *item = scene_add_rect(g->scene, ROLE_WHISKER, part, color);
	item->datum = at.datum;
	item->scale = g->scales[at.column];
	item->low = cell->low;
	item->high = cell->high;
}

/* What lies on a stacked bar: cut again where a part ends, and over the gap between two. */
static void whisker_on_parts(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at, struct rect stroke)
{
	struct rows_plan *p = g->plan;
	double sum = 0, gap = frame_snap_gap(p->request, length_parts_apart * p->u);
	for (size_t i = 0; i < cell->n_parts; i++) {
		double from = rows_x(p, at.column, sum), to = part_end(p, cell, at.column, i, sum);
		double lead = from > rows_zero(p, at.column) && to - from > 2 * gap ? gap : 0;
		double a = fmax(from, stroke.x), b = fmin(to, rect_right(stroke)),
		       fill = fmin(fmax(from + lead, a), fmax(a, b));
		sum += cell->parts[i].value;
		whisker_part(g, cell, at, (struct rect){ a, stroke.y, fill - a, stroke.h }, p->look->palette.ink);
		whisker_part(g, cell, at, (struct rect){ fill, stroke.y, b - fill, stroke.h },
		             color_ink_on(p->table->part_colors[i]));
	}
}

struct color rows_lead_tint(const struct rows_plan *p)
{
	static const double strongest = 0.1, paler = 0.8; /* of the way to its colour; by which a try is paler */
	double part = strongest;
	struct color tint = color_between(rows_ground(p), p->table->lead->color, part);
	for (int i = 0; i < 10 && color_contrast(p->look->palette.ink3, tint) < readable; i++)
		tint = color_between(rows_ground(p), p->table->lead->color, part *= paler);
	return tint;
}

/* Lighter than a dot, as far as what is shaded behind it allows. */
static struct color quiet_whisker(const struct rows_plan *p)
{
	static const double seen = 3;
	const struct palette *c = &p->look->palette;
	return p->table->lead && color_contrast(c->muted, rows_lead_tint(p)) < seen ? c->ink3 : c->muted;
}

/* A stem or a cap, cut where it leaves a filled bar. */
static void whisker_stroke(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at, struct rect stroke,
                           bool dots)
{
	double zero = dots ? stroke.x : rows_zero(g->plan, at.column), end = rows_x(g->plan, at.column, cell->value);
	double from = dots ? stroke.x : fmin(zero, end), to = dots ? stroke.x : fmax(zero, end);
	bool filled = cell->pattern == PATTERN_SOLID && !dots;
	double a = fmin(fmax(stroke.x, from), rect_right(stroke)), b = fmin(fmax(rect_right(stroke), from), to);
	b = fmax(a, fmin(b, rect_right(stroke)));
	struct rect on = { a, stroke.y, b - a, stroke.h };
	const struct palette *c = &g->plan->look->palette;
	struct color ink = dots ? strong_ink(g->plan, cell->strong, cell->color, quiet_whisker(g->plan)) : c->ink;
	whisker_part(g, cell, at, (struct rect){ stroke.x, stroke.y, a - stroke.x, stroke.h }, ink);
	if (filled && cell->n_parts)
		whisker_on_parts(g, cell, at, on);
	else
		whisker_part(g, cell, at, on, filled ? color_ink_on(cell->color) : ink);
	whisker_part(g, cell, at, (struct rect){ b, stroke.y, rect_right(stroke) - b, stroke.h }, ink);
}

static void draw_whisker(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at, bool dots)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, p->look->rows.whisker * p->u);
	double cap = frame_snap_length(p->request, p->look->rows.whisker_cap * p->u);
	double low = rows_x(p, at.column, cell->low), high = rows_x(p, at.column, cell->high);
	double y = frame_snap(p->request, at.middle - thick / 2), cap_y = frame_snap(p->request, at.middle - cap / 2);
	whisker_stroke(g, cell, at, (struct rect){ low, y, high - low, thick }, dots);
	whisker_stroke(g, cell, at, (struct rect){ low, cap_y, thick, cap }, dots);
	whisker_stroke(g, cell, at, (struct rect){ high - thick, cap_y, thick, cap }, dots);
}

/* ---- dots ---- */

static void draw_dot(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	double r = length_dot * p->u, x = rows_x(p, at.column, cell->value);
	bool solid = cell->pattern == PATTERN_SOLID;
	struct scene_item *dot = scene_add(g->scene, SCENE_PATH, ROLE_DOT);
	dot->datum = at.datum;
	dot->scale = g->scales[at.column];
	dot->value = cell->value;
	dot->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                         .rect = { x - r, at.middle - r, 2 * r, 2 * r },
		                         .radius = r,
		                         .pattern = PATTERN_SOLID,
		                         .fill = solid ? cell->color : rows_ground(p),
		                         .stroke = solid ? 0 : length_dot_ring * p->u,
		                         .stroke_color = cell->color };
}

/* What another source says: a stroke behind the dot and taller, so that both show when they are close. */
static void draw_other(struct rows_page *g, struct rows_spot at, double value)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, length_other * p->u), tall = length_other_tall * p->u,
	       x = rows_x(p, at.column, value);
	struct scene_item *other =
		scene_add_rect(g->scene, ROLE_OTHER, (struct rect){ x - thick / 2, at.middle - tall / 2, thick, tall },
	                       p->look->palette.ink2);
	other->datum = at.datum;
	other->scale = g->scales[at.column];
	other->value = value;
}

/* Leads the eye from the name to the dot, or to what stands before it. */
static void draw_guide(struct rows_page *g, struct rows_spot at, double to)
{
	struct rows_plan *p = g->plan;
	double thin = frame_snap_length(p->request, length_guide * p->u), from = p->places[at.column].x;
	if (to > from)
		scene_add_rect(g->scene, ROLE_GRID,
		               (struct rect){ from, frame_snap(p->request, at.middle - thin / 2), to - from, thin },
		               p->look->palette.grid);
}

static void draw_dots(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	if (cell->whisker)
		draw_whisker(g, cell, at, true);
	if (cell->spread) {
		rows_draw_spread(g, cell, at);
		rows_draw_runs(g, cell, at);
	}
	for (size_t i = 0; i < cell->n_others; i++)
		draw_other(g, at, cell->others[i]);
	draw_dot(g, cell, at);
}

/* ---- values ---- */

struct words {          /* of a value */
	double x, past; /* of the value; an annotation starts no further left than past */
	bool left;      /* before its mark: an annotation is left of the value, */
	bool turned;    /* and the remark, too */
};

/* What a mark takes without what other sources say, from one end to the other. */
static void own_reach(const struct rows_plan *p, const struct rows_cell *cell, size_t column, double *low, double *high)
{
	struct rows_cell own = *cell;
	double dot = length_dot * p->u, x = rows_x(p, column, cell->value);
	own.n_others = 0;
	rows_extent(&own, true, low, high);
	*low = fmin(rows_x(p, column, *low), x - dot);
	*high = fmax(rows_x(p, column, *high), x + dot);
	rows_reach_runs(p, cell, column, low, high);
}

/* No stroke of another source stands between the two. */
static bool is_clear(const struct rows_plan *p, const struct rows_cell *cell, size_t column, double from, double to)
{
	for (size_t i = 0; i < cell->n_others; i++) {
		double x = rows_x(p, column, cell->others[i]), half = length_other / 2 * p->u;
		if (x + half > from && x - half < to)
			return false;
	}
	return true;
}

/* An edge of the interval of the best, which is shaded, would stand in between. */
static bool cuts_lead(const struct rows_plan *p, size_t column, double from, double to)
{
	const struct rows_cell *lead = p->table->lead;
	if (!lead)
		return false;
	double low = rows_x(p, column, lead->low), high = rows_x(p, column, lead->high);
	return (low > from && low < to) || (high > from && high < to);
}

/* Right after its own mark, or before it, where the strokes of other sources leave room; else past them all. */
static struct words beside_dot(const struct rows_plan *p, const struct rows_cell *cell, const struct rows_shaped *s,
                               size_t column)
{
	const struct look_rows *m = &p->look->rows;
	double u = p->u, low, high, own_low, own_high, gap = m->value_gap * u, clear = length_other_clear * u;
	double width = s->value->width + (s->remark ? m->remark_gap * u + s->remark->width : 0);
	double said = s->annotation ? length_annotation_gap * u + s->annotation->width : 0;
	own_reach(p, cell, column, &own_low, &own_high);
	rows_extent(cell, true, &low, &high);
	double end = fmax(own_high, rows_x(p, column, high)), own = own_high + gap;
	double past = end > own_high ? end + gap + length_other_before * u : own;
	bool after = is_clear(p, cell, column, own_high - gap, own + width + clear);
	if (after && (s->remark || s->annotation || !cuts_lead(p, column, own_high, own + width + gap)))
		return (struct words){ own, past, false, false };
	double from = own_low - gap - width - said;
	bool before = from > p->places[column].x + clear && is_clear(p, cell, column, from - clear, own_low + gap);
	if (before && (!after || !cuts_lead(p, column, from - gap, own_low)))
		return (struct words){ own_low - gap - width, past, true, false };
	if (after)
		return (struct words){ own, past, false, false };
	return (struct words){ past, past, false, false };
}

static struct words beside_bar(const struct rows_plan *p, const struct rows_cell *cell, const struct rows_shaped *s,
                               size_t column)
{
	double low, high, gap = p->look->rows.value_gap * p->u;
	rows_extent(cell, false, &low, &high);
	double after = rows_x(p, column, high) + gap, before = rows_x(p, column, low) - gap - s->value->width;
	bool left = cell->value < 0;
	return (struct words){ left ? before : after, left ? before : after, left, left };
}

/* What its remark tells. */
static unsigned says_of(const struct rows_cell *cell)
{
	return (cell->claimed ? SAYS_CLAIM : 0u) | (cell->doubted ? SAYS_CONFLICT : 0u) |
	       (cell->multiple ? SAYS_MULTIPLE : 0u) | (cell->nameless ? SAYS_UNSIGNED : 0u);
}

/* After the words of the value, or past everything where these stand before the strokes of other sources. */
static void draw_annotation(struct rows_page *g, const struct rows_cell *cell, const struct rows_shaped *s,
                            struct rows_spot at, struct words w)
{
	struct rows_plan *p = g->plan;
	if (!s->annotation)
		return;
	double u = p->u, remark = s->remark ? p->look->rows.remark_gap * u + s->remark->width : 0;
	const struct text_block *b = text_align(p->request->fonts, s->annotation, w.left ? 1 : 0);
	double last = b->lines[b->n_lines - 1].baseline;
	double from = fmax(w.past, w.x + s->value->width + remark + length_annotation_gap * u);
	if (w.left) /* everything is on the other side */
		from = w.x - (w.turned ? remark : 0) - length_annotation_gap * u - b->width;
	put_text(g, ROLE_ANNOTATION, from, at.middle + (b->x_height - last) / 2, b, p->look->palette.ink2, at.datum)
		->own = annotation_own(p->arena, p->request, cell->annotation, b->text);
}

static void draw_value_beside(struct rows_page *g, const struct rows_cell *cell, const struct rows_shaped *s,
                              struct rows_spot at, struct words w)
{
	struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	const struct look_rows *m = &p->look->rows;
	double u = p->u, baseline = at.middle + p->x_height / 2;
	bool strong = cell->strong || g->plan->table->labels[g->plan->rows[at.row]].strong;
	draw_annotation(g, cell, s, at, w);
	struct scene_item *value =
		put_text(g, ROLE_VALUE, w.x, baseline, s->value, strong_ink(p, strong, cell->color, c->ink), at.datum);
	value->value = cell->value;
	value->change = cell->change;
	if (!s->remark)
		return;
	double beside =
		w.turned ? w.x - m->remark_gap * u - s->remark->width : w.x + s->value->width + m->remark_gap * u;
	put_text(g, ROLE_REMARK, beside, baseline, s->remark, c->ink3, at.datum)->says = says_of(cell);
}

/* A guide, the dot with all that belongs to it, and its value. */
static void draw_dotted(struct rows_page *g, const struct rows_cell *cell, const struct rows_shaped *s,
                        struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	struct words w = beside_dot(p, cell, s, at.column);
	double gap = p->look->rows.value_gap * p->u, low, high, words = w.x;
	own_reach(p, cell, at.column, &low, &high);
	if (s->annotation)
		words -= length_annotation_gap * p->u + s->annotation->width;
	draw_guide(g, at, w.left ? words - gap : low);
	draw_dots(g, cell, at);
	draw_value_beside(g, cell, s, at, w);
	if (at.datum >= 0)
		g->scene->evidence->data[at.datum].words_left = w.left;
}

static struct rect field_of(const struct rows_plan *p, struct rows_spot at, double top)
{
	const struct rows_place *place = &p->places[at.column];
	double gap = frame_snap_length(p->request, length_fields_apart * p->u), left = frame_snap(p->request, place->x),
	       right = frame_snap(p->request, place->x + place->width);
	return (struct rect){ left, top, right - left, p->pitch - gap };
}

/* Where no value is, a field without a shade: an empty one among shaded fields could be taken for a pale one. */
static void draw_tile(struct rows_page *g, struct rows_spot at, double top)
{
	const struct look *look = g->plan->look;
	struct color color = look->card ? look->palette.background : look->palette.panel;
	scene_add_rect(g->scene, ROLE_PANEL, field_of(g->plan, at, top), color)->datum = at.datum;
}

static void draw_absent(struct rows_page *g, const struct rows_shaped *s, struct rows_spot at, double top)
{
	struct rows_plan *p = g->plan;
	const struct rows_place *place = &p->places[at.column];
	double x = place->x, width = s->remark ? s->remark->width : 0;
	if (!s->remark)
		return;
	switch (rows_shown_column(p, at.column)->form) {
	case ROWS_BARS:
		x = rows_zero(p, at.column) + p->look->rows.missing_gap * p->u;
		break;
	case ROWS_DOTS:
		x = place->x + p->look->rows.missing_gap * p->u;
		break;
	case ROWS_HEAT:
		draw_tile(g, at, top);
		x = place->x + (place->width - width) / 2;
		break;
	case ROWS_NUMBERS:
		x = place->x + place->numbers - width;
		break;
	case ROWS_WORDS:
		break;
	}
	put_text(g, ROLE_ABSENT, x, at.middle + p->x_height / 2, s->remark, p->look->palette.ink3, at.datum);
}

/* right: where the widest number of the column ends; all decimal points are in line. */
static void draw_number(struct rows_page *g, const struct rows_cell *cell, const struct rows_shaped *s,
                        struct rows_spot at, double right, struct color ink)
{
	struct rows_plan *p = g->plan;
	double x = right - p->places[at.column].behind - s->point;
	double baseline = at.middle + p->x_height / 2;
	enum scene_role role = at.datum == SCENE_NO_DATUM ? ROLE_WORD : ROLE_VALUE; /* of no measure: a share, a rate */
	struct scene_item *value = put_text(g, role, x, baseline, s->value, ink, at.datum);
	value->value = cell->value;
	value->column = role == ROLE_WORD ? (int)at.column + 1 : 0;
	value->change = cell->change;
	value->declared_inside = true;
	if (!s->remark)
		return;
	struct scene_item *remark =
		put_text(g, ROLE_REMARK, right + length_number_remark * p->u, baseline, s->remark, ink, at.datum);
	remark->declared_inside = true;
	remark->says = says_of(cell);
}

static void draw_field(struct rows_page *g, const struct rows_cell *cell, const struct rows_shaped *s,
                       struct rows_spot at, double top)
{
	struct rows_plan *p = g->plan;
	struct color ink = color_ink_on(cell->color);
	struct rect rect = field_of(p, at, top);
	struct scene_item *field = scene_add_rect(g->scene, ROLE_CELL, rect, cell->color);
	field->datum = at.datum;
	draw_number(g, cell, s, at, rect.x + (rect.w + p->places[at.column].numbers) / 2, ink);
}

static void draw_words(struct rows_page *g, const struct rows_shaped *s, struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	double baseline = at.middle + p->x_height / 2;
	scene_add_text(g->scene, ROLE_WORD,
	               (struct point){ p->places[at.column].x,
	                               baseline - s->value->lines[s->value->n_lines - 1].baseline / 2 },
	               s->value, p->look->palette.ink2);
}

void rows_draw_cell(struct rows_page *g, size_t row, size_t series, struct rows_spot at, double top)
{
	struct rows_plan *p = g->plan;
	const struct rows_cell *cell = rows_shown_cell(p, row, at.column, series);
	const struct rows_shaped *s = rows_shaped_at(p, row, at.column, series);
	const struct rows_column *column = rows_shown_column(p, at.column);
	if (!cell->present) {
		draw_absent(g, s, at, top);
		return;
	}
	switch (column->form) {
	case ROWS_BARS:
		draw_bar(g, cell, at);
		if (cell->whisker)
			draw_whisker(g, cell, at, false);
		if (rows_holds(p, at.column, cell, s))
			rows_draw_inside(g, cell, s, at);
		else
			draw_value_beside(g, cell, s, at, beside_bar(p, cell, s, at.column));
		return;
	case ROWS_DOTS:
		draw_dotted(g, cell, s, at);
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
