/* The slope: what changed between two: two variants or models on several benchmarks, or two benchmarks for several
 * models.
 *
 *              From                To
 *   name  18 •--------------------• 52  name  +34
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

/* Beside the largest change its own does not count. */
static bool is_small(const struct slope *s, const struct slope_line *l)
{
	return l->clear && fabs(l->change) < share_small_change * s->most;
}

/* Two of one maker are told apart. */
static struct color focus_color(const struct slope *s, const struct variant *v)
{
	struct look look = *s->f.look;
	struct subject f = s->f;
	look.color = LOOK_COLOR_HIGHLIGHT;
	f.look = &look;
	return subject_color(&f, v, true);
}

/* The focus in its own colour among grey; with none, each by what became of it, where that is beyond noise. Colours of
 * makers are for who asks for them. */
static struct color color_of(const struct slope *s, const struct slope_line *l)
{
	const struct palette *p = &s->f.look->palette;
	const struct variant *v = l->ends[SLOPE_FROM]->variant;
	if (s->of_models && s->f.request->color == CHART_COLOR_MAKER)
		return subject_color(&s->f, v, l->strong || !s->f.request->focus);
	if (s->of_models && s->f.request->focus)
		return l->strong ? focus_color(s, v) : p->muted;
	if (!l->directed)
		return s->of_models ? p->highlight : p->muted;
	return l->clear == 0 || is_small(s, l) ? p->muted : l->change < 0 ? p->worse : p->better;
}

static void color_lines(struct slope *s)
{
	const struct palette *p = &s->f.look->palette;
	for (size_t i = 0; i < s->n; i++)
		s->most = fmax(s->most, fabs(s->lines[i].change));
	for (size_t i = 0; i < s->n; i++) {
		struct slope_line *l = &s->lines[i];
		l->strong = s->of_models && subject_in_focus(&s->f, l->ends[SLOPE_FROM]->variant);
		l->color = color_of(s, l);
		s->small |= l->directed && !(s->of_models && s->f.request->focus) && is_small(s, l);
		l->told = (l->strong || !s->f.request->focus) && !color_equal(l->color, p->muted);
	}
}

/* ---- layout ---- */

double slope_pad_across(const struct slope *s)
{
	return s->f.look->card ? length_plot_pad * s->frame.u : 0;
}

double slope_pad_up(const struct slope *s)
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
		enum text_weight weight = l->strong ? t->strong_weight : t->label_weight,
				 plain = l->strong ? t->strong_weight : TEXT_REGULAR;
		l->label = shape(s, l->name, t->label, weight, share_slope_name * s->frame.plot_width);
		l->left = l->label->n_lines > 1 ? text_align(s->f.request->fonts, l->label, 1) : l->label;
		for (int e = 0; e < SLOPE_ENDS; e++)
			l->values[e] =
				shape(s, phrase_value(a, l->ends[e], s->style, s->scale, false), t->label, plain, 0);
		l->gain = shape(s, gain, t->label, plain, 0);
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

double slope_point(const struct slope *s, const struct text_block *number)
{
	return text_x(number, number_point(s->f.language, number->text));
}

static void add_number(const struct slope *s, struct slope_numbers *numbers, const struct text_block *number)
{
	double point = slope_point(s, number);
	numbers->before = fmax(numbers->before, point);
	numbers->behind = fmax(numbers->behind, number->width - point);
}

static double width_of(struct slope_numbers numbers)
{
	return numbers.before + numbers.behind;
}

struct slope_widths slope_widths(const struct slope *s)
{
	struct slope_widths w = { 0 };
	double u = s->frame.u, remarks = 0, names = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct slope_line *l = &s->lines[i];
		double remark = l->remark ? l->remark->width + length_slope_remark_gap * u : 0;
		w.name = fmax(w.name, l->label->width);
		add_number(s, &w.gain, l->gain);
		remarks = fmax(remarks, remark);
		names = fmax(names, l->label->width + length_slope_change_gap * u);
		for (int e = 0; e < SLOPE_ENDS; e++)
			add_number(s, &w.values[e], l->values[e]);
	}
	w.before_gain = s->both ? names : 0;
	w.after = w.before_gain + width_of(w.gain) + remarks;
	return w;
}

/* Columns of words on both sides, and the lines between them; false where they have less than that room. */
static bool settle_columns(struct slope *s, double least)
{
	const struct chart_request *q = s->f.request;
	struct slope_widths w = slope_widths(s);
	double u = s->frame.u, pad = slope_pad_across(s), lead = length_slope_lead * u;
	double pixel = q->pixel; /* so that both can move to a whole pixel */
	double left = s->frame.plot_left + pad + w.name + length_slope_name_gap * u + width_of(w.values[SLOPE_FROM]) +
	              lead + pixel;
	double right = s->frame.plot_left + s->frame.plot_width - pad - w.after - length_slope_name_gap * u -
	               width_of(w.values[SLOPE_TO]) - lead - pixel;
	s->plot.box.x = frame_snap(q, left);
	s->plot.box.w = frame_snap(q, right) - s->plot.box.x;
	return s->plot.box.w >= least;
}

/* Names at both ends where the lines keep a fair part of the width, else at the left. */
static bool settle_ends(struct slope *s)
{
	double least = length_slope_least_wide * s->frame.u;
	s->both = true;
	if (settle_columns(s, fmax(least, share_slope_lines * s->frame.plot_width)))
		return true;
	s->both = false;
	if (settle_columns(s, least))
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL),
	         arena_printf(s->f.arena, "%s, or use shorter names", chart_naming_of(s->f.request)->room),
	         "names and values leave no room for the lines");
	return false;
}

/* Over the words of its end, away from the lines. */
static double head_room(const struct slope *s, int end)
{
	double left = s->frame.plot_left + slope_pad_across(s),
	       right = left + s->frame.plot_width - 2 * slope_pad_across(s);
	return end == SLOPE_TO ? right - rect_right(s->plot.box) : s->plot.box.x - left;
}

static const struct text_block *shape_head(const struct slope *s, int end, double width)
{
	return shape(s, s->heads[end], s->f.look->type.label, TEXT_BOLD, width);
}

bool slope_heads_out(const struct slope *s)
{
	bool out = true;
	for (int e = 0; e < SLOPE_ENDS; e++)
		out &= shape_head(s, e, 0)->width <= head_room(s, e);
	return out;
}

const struct text_block *slope_head(const struct slope *s, int end)
{
	double inside = s->plot.box.w / 2 - length_slope_head_gap * s->frame.u;
	return shape_head(s, end, slope_heads_out(s) ? head_room(s, end) : inside);
}

/* As tall as its words need, unless the page decides. */
static double height_of(const struct slope *s, double head)
{
	double u = s->frame.u, least = s->n > 1 || !s->f.request->inset ? length_slope_tall : length_slope_inset_tall;
	double wish = s->pitch * (double)s->n * share_slope_air + head + 2 * slope_pad_up(s) + length_slope_air * u;
	return s->frame.anchored ? s->frame.plot_height : fmin(s->frame.plot_height, fmax(least * u, wish));
}

static bool settle_rows(struct slope *s)
{
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, pad = slope_pad_up(s), head = 0;
	for (int e = 0; e < SLOPE_ENDS; e++) {
		const struct text_block *b = slope_head(s, e);
		head = fmax(head, last_baseline(b) + fmax(b->ascent, -b->ink.y) + b->descent);
	}
	s->pitch = needed_pitch(s);
	double bottom = s->frame.plot_top + height_of(s, head) - pad - length_slope_foot * u;
	s->plot.box.y = frame_snap(q, s->frame.plot_top + pad + head + length_slope_head_room * u);
	s->plot.box.h = frame_snap(q, bottom) - s->plot.box.y;
	return s->plot.box.h >= s->pitch * (double)s->n && s->plot.box.h >= length_slope_least_tall * u;
}

const struct standing_interval *slope_interval(const struct slope *s, const struct slope_line *line, int end)
{
	return standing_interval(s->f.grid->columns[line->columns[end]], line->ends[end]);
}

static void settle_scale(struct slope *s)
{
	double low = HUGE_VAL, high = -HUGE_VAL;
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++) {
			const struct standing_row *end = s->lines[i].ends[e];
			const struct standing_interval *interval = slope_interval(s, &s->lines[i], e);
			low = fmin(low, end->interval ? fmin(end->value, interval->low) : end->value);
			high = fmax(high, end->interval ? fmax(end->value, interval->high) : end->value);
		}
	s->plot.y = axis_new(low, high, false, s->style.magnitude);
	s->plot.y.unit = s->scale->unit;
	s->plot.y.from = rect_bottom(s->plot.box);
	s->plot.y.to = s->plot.box.y;
}

/* ---- how many have room ---- */

struct rank { /* of a line among those that are left out */
	double change;
	size_t line;
	bool strong;
};

/* What changed least is left out first, of equals the last; those in focus after all others, the first of them last. */
static int by_weight(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;
	if (x->strong != y->strong)
		return x->strong ? 1 : -1;
	if (!x->strong && (x->change < y->change || x->change > y->change))
		return x->change < y->change ? -1 : 1;
	return x->line < y->line ? 1 : -1;
}

struct crowd { /* all lines of a slope, of which some have room */
	const struct slope_line *lines;
	const struct rank *order; /* in which they are left out */
};

static struct crowd all_lines(const struct slope *s)
{
	struct slope_line *lines = arena_alloc(s->f.arena, s->known + 1, sizeof *lines);
	struct rank *order = arena_alloc(s->f.arena, s->known + 1, sizeof *order);
	memcpy(lines, s->lines, s->known * sizeof *lines);
	for (size_t i = 0; i < s->known; i++)
		order[i] = (struct rank){ fabs(lines[i].change), i, lines[i].strong };
	qsort(order, s->known, sizeof *order, by_weight);
	return (struct crowd){ lines, order };
}

/* Draws n of them, in their order; behind them the rest, what was left out last before all others. */
static void keep(struct slope *s, const struct crowd *all, size_t n)
{
	bool *out = arena_alloc(s->f.arena, s->known + 1, sizeof *out);
	for (size_t i = 0; i < s->known - n; i++) {
		out[all->order[i].line] = true;
		s->lines[s->known - 1 - i] = all->lines[all->order[i].line];
	}
	s->n = 0;
	for (size_t i = 0; i < s->known; i++)
		if (!out[i])
			s->lines[s->n++] = all->lines[i];
}

enum fit { FIT_NEVER, FIT_LESS, FIT_DONE }; /* NEVER: after an error */

static enum fit settle(struct slope *s)
{
	slope_make_words(s);
	shape_lines(s);
	return !settle_ends(s) ? FIT_NEVER : settle_rows(s) ? FIT_DONE : FIT_LESS;
}

/* As many of all as have room: the words around them take more or less with their number, so that it is tried. */
static enum fit settle_most(struct slope *s)
{
	const struct crowd all = all_lines(s);
	size_t fits = 0, too_many = s->known, last = s->known;
	while (too_many - fits > 1) {
		last = fits + (too_many - fits) / 2;
		keep(s, &all, last);
		enum fit fit = settle(s);
		if (fit == FIT_NEVER)
			return fit;
		*(fit == FIT_DONE ? &fits : &too_many) = last;
	}
	if (!fits || last == fits)
		return fits ? FIT_DONE : FIT_LESS;
	keep(s, &all, fits);
	return settle(s);
}

/* The smallest changes are left out until the others have room. */
static bool lay_out(struct slope *s)
{
	enum fit fit = settle(s);
	if (fit == FIT_LESS)
		fit = settle_most(s);
	if (fit == FIT_LESS)
		diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(s->f.request)->room,
		         "the plot does not fit on the page beside its title and notes");
	if (fit != FIT_DONE)
		return false;
	settle_scale(s);
	for (int e = 0; e < SLOPE_ENDS; e++)
		spread_end(s, e);
	return true;
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
	s.known = s.n;
	for (size_t i = 0; i < s.n; i++)
		s.lines[i].clear = slope_count_change(&s, s.lines[i].ends[SLOPE_FROM], s.lines[i].columns[SLOPE_FROM],
		                                      s.lines[i].ends[SLOPE_TO], s.lines[i].columns[SLOPE_TO], s.style);
	color_lines(&s);
	s.plot = (struct plot){ .frame = &s.frame, .diags = diags };
	if (!lay_out(&s))
		return false;
	slope_draw(&s, pages);
	return diags_ok(diags);
}
