/* The slope: what changed between two: two variants or models on several benchmarks, or two benchmarks for several
 * models.
 *
 *              From                To
 *   name  18 •--------------------• 52  +34
 */
#include "chart/slope.h"
#include "chart/kind.h"
#include "chart/kinds.h"
#include "chart/label.h"
#include "chart/lengths.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"
#include "words/number_read.h"
#include "words/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- which lines ---- */

static void add_line(struct slope *s, const char *name, const char *full, size_t row_a, size_t column_a, size_t row_b,
                     size_t column_b)
{
	const struct grid *g = s->f.grid;
	const struct standing_row *a = grid_cell(g, row_a, column_a), *b = grid_cell(g, row_b, column_b);
	const struct benchmark *of = g->columns[column_a]->benchmark;
	const char *listed = s->of_models ? name : of->brief; /* in a note, which says no direction */
	if (!a->present || !b->present) {
		s->unpaired[s->n_unpaired++] = listed;
		return;
	}
	if (!benchmark_alike(of, s->scale)) {
		int sign = slope_count_change(s, a, column_a, b, column_b, s->f.styles[column_a]);
		s->unlike[s->n_unlike++] =
			sign ? arena_printf(s->f.arena, "%s (%s)", listed,
		                            words_get(s->f.language, sign > 0 ? WORD_RISES : WORD_FALLS))
			     : listed;
		return;
	}
	double change = b->value - a->value;
	s->lines[s->n] = (struct slope_line){ .number = s->n,
		                              .name = name,
		                              .full = full,
		                              .ends = { a, b },
		                              .columns = { column_a, column_b },
		                              .change = of->direction == DIRECTION_LOWER ? -change : change,
		                              .directed = of->direction != DIRECTION_UNKNOWN };
	s->n++;
}

static size_t row_of(const struct grid *g, const struct variant *v)
{
	for (size_t i = 0; i < g->n_rows; i++)
		if (grid_variant(g, i) == v)
			return i;
	return 0;
}

static void collect(struct slope *s)
{
	const struct chart_request *q = s->f.request;
	const struct grid *g = s->f.grid;
	size_t most = g->n_rows > g->n_columns ? g->n_rows : g->n_columns;
	s->lines = arena_alloc(s->f.arena, most + 1, sizeof *s->lines);
	s->unlike = arena_alloc(s->f.arena, most + 1, sizeof *s->unlike);
	s->unpaired = arena_alloc(s->f.arena, most + 1, sizeof *s->unpaired);
	if (s->of_models) {
		s->scale = g->columns[0]->benchmark;
		s->heads[SLOPE_FROM] = g->columns[0]->benchmark->brief;
		s->heads[SLOPE_TO] = g->columns[1]->benchmark->brief;
		for (size_t r = 0; r < g->n_rows; r++) {
			const char *name = phrase_variant(s->f.arena, grid_variant(g, r));
			add_line(s, name, variant_full_name(s->f.arena, grid_variant(g, r)), r, 0, r, 1);
		}
		return;
	}
	size_t a = row_of(g, q->models[0]), b = row_of(g, q->models[1]);
	bool *drawable = arena_alloc(s->f.arena, g->n_columns + 1, sizeof *drawable);
	for (size_t c = 0; c < g->n_columns; c++)
		drawable[c] = grid_cell(g, a, c)->present && grid_cell(g, b, c)->present;
	s->scale = g->columns[subject_common_column(&s->f, drawable)]->benchmark;
	s->heads[SLOPE_FROM] = phrase_variant(s->f.arena, q->models[0]);
	s->heads[SLOPE_TO] = phrase_variant(s->f.arena, q->models[1]);
	for (size_t c = 0; c < g->n_columns; c++)
		add_line(s, subject_row_name(&s->f, g->columns[c]->benchmark), g->columns[c]->benchmark->name, a, c, b,
		         c);
}

/* How values are printed on one scale. */
static void settle_digits(struct slope *s)
{
	size_t *columns = arena_alloc(s->f.arena, 2 * s->n + 1, sizeof *columns);
	double largest = 0;
	for (size_t i = 0; i < 2 * s->n; i++) {
		columns[i] = s->lines[i / 2].columns[i % 2];
		largest = fmax(largest, fabs(s->lines[i / 2].ends[i % 2]->value));
	}
	s->style = subject_common_style(&s->f, columns, 2 * s->n, largest);
	s->decimals = 0;
	for (size_t i = 0; i < 2 * s->n; i++) {
		int decimals = phrase_style(s->lines[i / 2].ends[i % 2], s->style).decimals;
		s->decimals = decimals > s->decimals ? decimals : s->decimals;
	}
}

/* Largest gain first; ties by name, then in the order of the request. */
static int by_change(const void *a, const void *b)
{
	const struct slope_line *x = a, *y = b;
	if (x->change != y->change)
		return x->change > y->change ? -1 : 1;
	int names = strcmp(x->name, y->name);
	return names ? names : x->number < y->number ? -1 : x->number > y->number;
}

static void color_lines(struct slope *s)
{
	const struct palette *p = &s->f.look->palette;
	for (size_t i = 0; i < s->n; i++) {
		struct slope_line *l = &s->lines[i];
		l->strong = s->of_models && subject_in_focus(&s->f, l->ends[SLOPE_FROM]->variant);
		l->color = !l->directed || l->change == 0 ? p->muted : l->change < 0 ? p->worse : p->better;
		if (s->of_models) /* between two benchmarks nothing gets better or worse */
			l->color =
				subject_color(&s->f, l->ends[SLOPE_FROM]->variant, l->strong || !s->f.request->focus);
	}
}

/* ---- layout ---- */

static double pad_across(const struct slope *s)
{
	return s->f.look->card ? length_plot_pad * s->frame.u : 0;
}

static double pad_up(const struct slope *s)
{
	return s->f.look->card ? length_slope_pad * s->frame.u : 0;
}

static const struct text_block *shape(const struct slope *s, const char *text, double size, enum text_weight weight,
                                      double width)
{
	struct text_style style = frame_style(&s->frame, size, weight, true);
	return text_shape(s->f.request->fonts, text, style, width, style.size * share_leading, s->f.diags);
}

static void shape_lines(struct slope *s)
{
	struct arena *a = s->f.arena;
	const struct look_type *t = &s->f.look->type;
	for (size_t i = 0; i < s->n; i++) {
		struct slope_line *l = &s->lines[i];
		const struct standing_row *from = l->ends[SLOPE_FROM], *to = l->ends[SLOPE_TO];
		bool claimed = from->claimed || to->claimed, doubt = from->disputed || to->disputed;
		double change = to->value - from->value;
		struct digits digits = digits_between(change, from->digits, to->digits);
		const char *gain = number_change(a, change, digits_style(s->style, digits), s->scale->unit);
		const char *remark = claimed ? words_get(s->f.language, WORD_CLAIMED) : NULL;
		l->says = (claimed ? SAYS_CLAIM : 0u) | (doubt ? SAYS_CONFLICT : 0u);
		if (doubt)
			remark = remark ? arena_printf(a, "† %s", remark) : "†";
		enum text_weight weight = l->strong ? t->strong_weight : t->label_weight;
		l->label = shape(s, l->name, t->label, weight, share_slope_name * s->frame.plot_width);
		for (int e = 0; e < SLOPE_ENDS; e++)
			l->values[e] = shape(s, phrase_value(a, l->ends[e], s->style, s->scale, false), t->label,
			                     e == SLOPE_TO ? TEXT_BOLD : TEXT_REGULAR, 0);
		l->gain = shape(s, gain, t->small, TEXT_REGULAR, 0);
		l->remark = remark ? shape(s, remark, t->small, TEXT_REGULAR, 0) : NULL;
	}
}

/* The words at each end are a pitch apart and as close to their values as that allows. */
static void spread_end(struct slope *s, int end)
{
	double *wants = arena_alloc(s->f.arena, s->n + 1, sizeof *wants);
	for (size_t i = 0; i < s->n; i++)
		wants[i] = axis_place(&s->plot.y, s->lines[i].ends[end]->value);
	label_spread(s->f.arena, wants, s->n, s->pitch, s->plot.box.y, rect_bottom(s->plot.box));
	for (size_t i = 0; i < s->n; i++)
		s->lines[i].label_y[end] = wants[i];
}

static double last_baseline(const struct text_block *block)
{
	return block->lines[block->n_lines - 1].baseline;
}

static double needed_pitch(const struct slope *s)
{
	double tall = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct text_block *b = s->lines[i].label;
		tall = fmax(tall, last_baseline(b) + fmax(b->ascent, -b->ink.y) +
		                          fmax(b->descent, rect_bottom(b->ink) - last_baseline(b)));
	}
	return tall + length_slope_apart * s->frame.u;
}

/* Where the decimal point of a number is, or would be, from its left end. */
static double point_of(const struct slope *s, const struct text_block *number)
{
	return text_x(number, number_point(s->f.language, number->text));
}

struct numbers { /* in a column, with their decimal points in line: the widest part on either side */
	double before, behind;
};

static void add_number(const struct slope *s, struct numbers *numbers, const struct text_block *number)
{
	double point = point_of(s, number);
	numbers->before = fmax(numbers->before, point);
	numbers->behind = fmax(numbers->behind, number->width - point);
}

struct widths { /* the widest of each column of words */
	double name, remark;
	struct numbers values[SLOPE_ENDS], gain;
};

static double width_of(struct numbers numbers)
{
	return numbers.before + numbers.behind;
}

static struct widths widths_of(const struct slope *s)
{
	struct widths w = { 0 };
	for (size_t i = 0; i < s->n; i++) {
		const struct slope_line *l = &s->lines[i];
		double gap = length_slope_remark_gap * s->frame.u;
		w.name = fmax(w.name, l->label->width);
		add_number(s, &w.gain, l->gain);
		w.remark = fmax(w.remark, l->remark ? l->remark->width + gap : 0);
		for (int e = 0; e < SLOPE_ENDS; e++)
			add_number(s, &w.values[e], l->values[e]);
	}
	return w;
}

/* Columns of words on both sides, and the lines between them. */
static bool settle_columns(struct slope *s)
{
	const struct chart_request *q = s->f.request;
	struct widths w = widths_of(s);
	double u = s->frame.u, pad = pad_across(s), lead = length_slope_lead * u;
	double pixel = q->pixel; /* so that both can move to a whole pixel */
	double left = s->frame.plot_left + pad + w.name + length_slope_name_gap * u + width_of(w.values[SLOPE_FROM]) +
	              lead + pixel;
	double right = s->frame.plot_left + s->frame.plot_width - pad - width_of(w.gain) - w.remark -
	               length_slope_change_gap * u - width_of(w.values[SLOPE_TO]) - lead - pixel;
	s->plot.box.x = frame_snap(q, left);
	s->plot.box.w = frame_snap(q, right) - s->plot.box.x;
	if (s->plot.box.w >= length_slope_least_wide * u)
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL),
	         arena_printf(s->f.arena, "%s, or use shorter names", chart_naming_of(q)->room),
	         "names and values leave no room for the lines");
	return false;
}

static const struct text_block *head_of(const struct slope *s, int end)
{
	double width = s->plot.box.w / 2 - length_slope_head_gap * s->frame.u;
	return shape(s, s->heads[end], s->f.look->type.label, TEXT_BOLD, width);
}

/* As tall as its words need, unless the page decides. */
static double height_of(const struct slope *s, double head)
{
	double u = s->frame.u, least = s->n > 1 || !s->f.request->inset ? length_slope_tall : length_slope_inset_tall;
	double wish = s->pitch * (double)s->n * share_slope_air + head + 2 * pad_up(s) + length_slope_air * u;
	return s->frame.anchored ? s->frame.plot_height : fmin(s->frame.plot_height, fmax(least * u, wish));
}

static bool settle_rows(struct slope *s)
{
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, pad = pad_up(s), head = 0;
	for (int e = 0; e < SLOPE_ENDS; e++) {
		const struct text_block *b = head_of(s, e);
		head = fmax(head, last_baseline(b) + fmax(b->ascent, -b->ink.y) + b->descent);
	}
	s->pitch = needed_pitch(s);
	double bottom = s->frame.plot_top + height_of(s, head) - pad - length_slope_foot * u;
	s->plot.box.y = frame_snap(q, s->frame.plot_top + pad + head + length_slope_head_room * u);
	s->plot.box.h = frame_snap(q, bottom) - s->plot.box.y;
	return s->plot.box.h >= s->pitch * (double)s->n && s->plot.box.h >= length_slope_least_tall * u;
}

static const struct standing_interval *interval_of(const struct slope *s, const struct slope_line *line, int end)
{
	return standing_interval(s->f.grid->columns[line->columns[end]], line->ends[end]);
}

static void settle_scale(struct slope *s)
{
	double low = HUGE_VAL, high = -HUGE_VAL;
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++) {
			const struct standing_row *end = s->lines[i].ends[e];
			const struct standing_interval *interval = interval_of(s, &s->lines[i], e);
			low = fmin(low, end->interval ? fmin(end->value, interval->low) : end->value);
			high = fmax(high, end->interval ? fmax(end->value, interval->high) : end->value);
		}
	s->plot.y = axis_new(low, high, false, s->style.magnitude);
	s->plot.y.unit = s->scale->unit;
	s->plot.y.from = rect_bottom(s->plot.box);
	s->plot.y.to = s->plot.box.y;
}

/* The one that changed least, never the focus, goes behind those that are drawn. */
static void drop_smallest(struct slope *s)
{
	size_t least = s->lines[0].strong ? 1 : 0;
	for (size_t i = 0; i < s->n; i++)
		if (!s->lines[i].strong && fabs(s->lines[i].change) <= fabs(s->lines[least].change))
			least = i;
	struct slope_line dropped = s->lines[least];
	for (size_t i = least; i + 1 < s->n; i++)
		s->lines[i] = s->lines[i + 1];
	s->lines[--s->n] = dropped;
}

/* The smallest changes are left out until the others have room. */
static bool lay_out(struct slope *s)
{
	for (;;) {
		slope_make_words(s);
		shape_lines(s);
		if (!settle_columns(s))
			return false;
		if (settle_rows(s))
			break;
		if (s->n == 1) {
			diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(s->f.request)->room,
			         "the plot does not fit on the page beside its title and notes");
			return false;
		}
		drop_smallest(s);
	}
	settle_scale(s);
	for (int e = 0; e < SLOPE_ENDS; e++)
		spread_end(s, e);
	return true;
}

/* ---- drawing ---- */

static struct point place_of(const struct slope *s, const struct slope_line *l, int e)
{
	double x = e == SLOPE_TO ? rect_right(s->plot.box) : s->plot.box.x;
	return (struct point){ x, axis_place(&s->plot.y, l->ends[e]->value) };
}

static int datum_of(size_t line, int e)
{
	return (int)(SLOPE_ENDS * line) + e;
}

/* From the dot to its value, which moves where neighbours are close. */
static void draw_lead(const struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, way = e == SLOPE_TO ? 1 : -1, label = s->lines[i].label_y[e];
	struct point at = place_of(s, &s->lines[i], e);
	bool moved = fabs(label - at.y) > length_slope_moved * u;
	double edge = at.x + way * length_slope_lead * u;
	struct point from = { at.x + way * (length_slope_dot * u + length_slope_lead_start * u), at.y };
	struct point to = { edge - way * length_slope_lead_stop * u, moved ? label : at.y };
	scene_add_line(scene, ROLE_LEADER, from, to, length_leader * u, p->ink3)->datum = datum_of(i, e);
}

/* On the right the change and remarks on it; on the left the name. */
static void draw_words(const struct slope *s, struct scene *scene, size_t i, int e, double baseline)
{
	const struct palette *p = &s->f.look->palette;
	const struct slope_line *l = &s->lines[i];
	double u = s->frame.u;
	if (e == SLOPE_FROM) {
		struct point at = { s->frame.plot_left + pad_across(s), baseline - last_baseline(l->label) / 2 };
		scene_add_text(scene, ROLE_LABEL, at, l->label, p->ink)->datum = datum_of(i, e);
		return;
	}
	struct widths w = widths_of(s);
	double edge = rect_right(s->plot.box) + length_slope_lead * u;
	double right = edge + length_slope_change_gap * u + width_of(w.values[SLOPE_TO]) + width_of(w.gain);
	scene_add_text(scene, ROLE_WORD, (struct point){ right - w.gain.behind - point_of(s, l->gain), baseline },
	               l->gain, p->ink2);
	if (!l->remark)
		return;
	struct point beside = { right + length_slope_remark_gap * u, baseline };
	struct scene_item *remark = scene_add_text(scene, ROLE_REMARK, beside, l->remark, p->ink3);
	remark->datum = datum_of(i, e);
	remark->says = l->says;
}

static void draw_end(const struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct slope_line *l = &s->lines[i];
	struct point at = place_of(s, l, e);
	double u = s->frame.u, way = e == SLOPE_TO ? 1 : -1;
	struct scene_item *dot = plot_add_dot(&s->plot, scene, at, length_slope_dot * u, l->color,
	                                      !l->ends[e]->claimed && !l->ends[e]->estimated);
	dot->datum = datum_of(i, e);
	dot->scale = 0;
	dot->value = l->ends[e]->value;
	draw_lead(s, scene, i, e);
	double edge = at.x + way * length_slope_lead * u, baseline = l->label_y[e] + l->values[e]->x_height / 2;
	struct widths w = widths_of(s);
	double x = (e == SLOPE_TO ? edge + w.values[e].before : edge - w.values[e].behind) - point_of(s, l->values[e]);
	struct scene_item *value =
		scene_add_text(scene, ROLE_VALUE, (struct point){ x, baseline }, l->values[e], s->f.look->palette.ink);
	value->datum = datum_of(i, e);
	value->value = l->ends[e]->value;
	draw_words(s, scene, i, e, baseline);
}

static void draw_whisker(const struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct standing_interval *m = interval_of(s, &s->lines[i], e);
	double thick = frame_snap_length(s->f.request, length_slope_whisker * s->frame.u);
	if (!s->lines[i].ends[e]->interval)
		return;
	struct rect box = plot_whisker(&s->plot, PLOT_UP, place_of(s, &s->lines[i], e), m->low, m->high, thick);
	struct scene_item *item = scene_add_rect(scene, ROLE_WHISKER, box, s->f.look->palette.ink3);
	item->datum = datum_of(i, e);
	item->scale = 0;
	item->low = m->low;
	item->high = m->high;
}

static void draw_line(const struct slope *s, struct scene *scene, const struct slope_line *l)
{
	struct point points[] = { place_of(s, l, SLOPE_FROM), place_of(s, l, SLOPE_TO) };
	double u = s->frame.u, thick = (l->strong ? length_slope_line_strong : length_slope_line) * u;
	plot_add_polyline(scene, points, SLOPE_ENDS, length_slope_dot * u, thick, l->color);
}

/* What the proof holds the scene against. */
static void describe(const struct slope *s, struct scene *scene)
{
	struct arena *a = s->f.arena;
	struct scene_evidence *e = scene->evidence;
	struct scene_measure *measure = arena_alloc(a, 1, sizeof *measure);
	*measure = (struct scene_measure){ .unit = s->scale->unit,
		                           .name = s->lines[0].name,
		                           .words = number_unit(a, s->f.language, s->scale->unit, s->style.magnitude),
		                           .decimals = s->decimals,
		                           .magnitude = s->style.magnitude };
	e->names = s->f.names;
	e->n_names = s->f.n_names;
	e->measures = measure;
	e->n_measures = 1;
	e->rows_counted = true;
	for (size_t i = 0; i < s->n; i++) {
		enum direction direction = s->f.grid->columns[s->lines[i].columns[0]]->benchmark->direction;
		e->higher |= direction == DIRECTION_HIGHER;
		e->lower |= direction == DIRECTION_LOWER;
	}
	e->rows = (struct scene_extent){ s->known, s->n, 0, s->known - s->n };
	e->columns = (struct scene_extent){ SLOPE_ENDS, SLOPE_ENDS, 0, 0 };
	e->data = arena_alloc(a, SLOPE_ENDS * s->n + 1, sizeof *e->data);
	e->n_data = SLOPE_ENDS * s->n;
	for (size_t i = 0; i < e->n_data; i++) {
		const struct slope_line *l = &s->lines[i / SLOPE_ENDS];
		size_t end = i % SLOPE_ENDS;
		e->data[i] = (struct scene_datum){ .name = l->full,
			                           .column = s->heads[end],
			                           .row = i / SLOPE_ENDS,
			                           .place = end,
			                           .marked = true,
			                           .by_position = true,
			                           .words_left = end == SLOPE_FROM,
			                           .present = true,
			                           .value = l->ends[end]->value,
			                           .places = subject_level(&s->f, l->columns[end], l->ends[end]),
			                           .claimed = l->ends[end]->claimed,
			                           .interval = l->ends[end]->interval };
	}
	e->scales = arena_alloc(a, 1, sizeof *e->scales);
	e->n_scales = 1;
	e->scales[0] = plot_scale(&s->plot, PLOT_UP, measure->unit);
}

static void draw_head(const struct slope *s, struct scene *scene, int e)
{
	const struct text_block *b = head_of(s, e);
	double x = e == SLOPE_TO ? rect_right(s->plot.box) - b->width : s->plot.box.x;
	struct point at = { x, s->plot.box.y - length_slope_head_over * s->frame.u - last_baseline(b) };
	scene_add_text(scene, ROLE_HEAD, at, b, s->f.look->palette.ink);
}

static void draw(const struct slope *s, struct chart_pages *pages)
{
	double foot = length_slope_foot * s->frame.u;
	double plot = rect_bottom(s->plot.box) + pad_up(s) + foot - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	for (int e = 0; e < SLOPE_ENDS; e++)
		draw_head(s, scene, e);
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			draw_whisker(s, scene, i, e);
	for (size_t i = 0; i < s->n; i++)
		draw_line(s, scene, &s->lines[i]);
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			draw_end(s, scene, i, e);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}

bool chart_slope(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct slope s = { .of_models = q->n_models != 2 };
	if (!subject_open(&s.f, arena, q, diags) || (s.of_models && !subject_check_scale(&s.f, true)))
		return false;
	collect(&s);
	if (!s.n) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(arena, "choose others with %s or %s", chart_naming_of(q)->model,
		                      chart_naming_of(q)->benchmark),
		         "%s and %s have no value to compare", s.heads[SLOPE_FROM], s.heads[SLOPE_TO]);
		return false;
	}
	settle_digits(&s);
	qsort(s.lines, s.n, sizeof *s.lines, by_change);
	color_lines(&s);
	s.known = s.n;
	for (size_t i = 0; i < s.n; i++)
		slope_count_change(&s, s.lines[i].ends[SLOPE_FROM], s.lines[i].columns[SLOPE_FROM],
		                   s.lines[i].ends[SLOPE_TO], s.lines[i].columns[SLOPE_TO], s.style);
	s.plot = (struct plot){ .frame = &s.frame, .diags = diags };
	if (!lay_out(&s))
		return false;
	draw(&s, pages);
	return diags_ok(diags);
}
