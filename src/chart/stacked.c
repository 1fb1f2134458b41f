/* Stacked bars: the parts of a total, for any unit in which amounts add up.
 *
 *   |Muse Spark  |■■■ 12|▒▒▒▒▒▒▒▒▒ 41|□□ 5|  58 million tokens
 *   |Aster 4     | no total: Answer not reported
 *
 * Each part is a benchmark; the total is computed. Who lacks a part has no total: a shorter bar would look like less.
 */
#include "chart/stacked.h"
#include "chart/kinds.h"
#include "chart/lengths.h"

#include "base/arena.h"
#include "data/measurement.h"
#include "facts/decimal.h"
#include "words/words.h"

#include <math.h>
#include <stdlib.h>

/* ---- what can be added up ---- */

static const struct benchmark *part_of(const struct stack *s, size_t i)
{
	return s->f.grid->columns[i]->benchmark;
}

static bool refuse(const struct stack *s, struct place place, const char *hint, const char *message)
{
	diag_add(s->f.diags, DIAG_ERROR, place, hint, "%s", message);
	return false;
}

/* One unit, and no total among its own parts. */
static bool check_parts(const struct stack *s)
{
	struct arena *a = s->f.arena;
	size_t n = s->f.grid->n_columns;
	for (size_t i = 1; i < n; i++)
		if (!unit_same(part_of(s, i)->unit, part_of(s, 0)->unit))
			return refuse(s, place_file(NULL), "name parts in one unit, or draw panels",
			              arena_printf(a, "%s is counted in %s and %s in %s: they cannot be added up",
			                           part_of(s, 0)->name, part_of(s, 0)->unit->name, part_of(s, i)->name,
			                           part_of(s, i)->unit->name));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			if (part_of(s, i)->whole == part_of(s, k))
				return refuse(s, place_file(NULL), "name the parts alone: the total is computed",
				              arena_printf(a, "the values of %s are part of those of %s",
				                           part_of(s, i)->name, part_of(s, k)->name));
	if (n > s->f.look->palette.n_series)
		return refuse(s, place_file(NULL), "name fewer parts, or choose a look with more colours",
		              arena_printf(a, "this look has %zu colours, too few for %zu parts",
		                           s->f.look->palette.n_series, n));
	return true;
}

/* An amount below zero is no part of anything. */
static bool check_value(const struct stack *s, size_t row, size_t part)
{
	const struct standing_row *r = grid_cell(s->f.grid, row, part);
	if (!r->present || r->value >= 0)
		return true;
	const struct measurement *m = standing_chosen(s->f.arena, s->f.grid->columns[part], r);
	return refuse(s, measurement_where(m), "correct it, or draw grouped bars, panels or a table",
	              arena_printf(s->f.arena, "%s is negative and cannot be part of a total", m->value.text));
}

/* Shares of one whole make up no more than that; accuracies do. */
static bool check_total(const struct stack *s, size_t row)
{
	static const double exact = 1e15, slack = 1e-9;
	const struct standing_row *total = &s->rows[row].total;
	const struct unit *unit = part_of(s, 0)->unit;
	double most = unit == &unit_fraction ? 1 : percents;
	const char *name = variant_full_name(s->f.arena, total->variant);
	if (unit->kind == UNIT_SHARE && total->value > most * (1 + slack))
		return refuse(s, place_file(NULL), "stack what makes up a whole, or draw grouped bars or panels",
		              arena_printf(s->f.arena, "the parts of %s add up to %g, more than the whole of %g", name,
		                           total->value, most));
	if (total->value >= exact)
		return refuse(
			s, place_file(NULL), "count in a larger unit",
			arena_printf(s->f.arena, "the total of %s is too large to be drawn and printed exactly", name));
	return true;
}

/* ---- totals ---- */

/* More digits than a number keeps, or anybody reads, are nothing to add. */
enum { SUM_DIGITS = 12, COARSEST = -20 };

/* The places of the finest part that reaches the digits of the sum: a smaller one lends it none, and only rounds it. */
static int sum_places(const struct stack *s, size_t row, double sum, bool *rounded)
{
	int places = COARSEST, all = COARSEST;
	for (size_t c = 0; c < s->f.grid->n_columns; c++) {
		const struct standing_row *part = grid_cell(s->f.grid, row, c);
		if (!part->present)
			continue;
		all = part->digits.places > all ? part->digits.places : all;
		if (part->value >= sum * pow(10, -SUM_DIGITS) && part->digits.places > places)
			places = part->digits.places;
	}
	*rounded = places < all;
	return places;
}

static struct stack_row add_up(const struct stack *s, size_t row)
{
	const struct grid *g = s->f.grid;
	struct stack_row r = { .whole = true, .total = { .variant = grid_variant(g, row), .present = true } };
	struct decimal sum = decimal_of(0, 0);
	bool rounded = false;
	for (size_t c = 0; c < g->n_columns; c++) {
		const struct standing_row *part = grid_cell(g, row, c);
		r.whole &= part->present;
		if (!part->present)
			continue;
		int places = subject_level(&s->f, c, part);
		sum = decimal_sum(sum, decimal_of(part->value, places));
		r.places = c && r.places > places ? r.places : places;
		r.total.claimed |= part->claimed;
		r.total.estimated |= part->estimated;
		r.total.disputed |= part->disputed;
	}
	r.total.present = r.whole;
	r.total.value = sum.number;
	r.total.digits = digits_at(sum.number, sum_places(s, row, sum.number, &rounded));
	r.total.digits.rounded |= rounded;
	while (sum.number > 0 && r.total.digits.places + log10(sum.number) > SUM_DIGITS) {
		r.total.digits.places--;
		r.total.digits.rounded = true;
	}
	return r;
}

static bool add_up_all(struct stack *s)
{
	const struct grid *g = s->f.grid;
	s->rows = arena_alloc(s->f.arena, g->n_rows + 1, sizeof *s->rows);
	for (size_t r = 0; r < g->n_rows; r++) {
		for (size_t c = 0; c < g->n_columns; c++)
			if (!check_value(s, r, c))
				return false;
		s->rows[r] = add_up(s, r);
		if (s->rows[r].whole && !check_total(s, r))
			return false;
	}
	return true;
}

struct placed {
	double key;
	size_t row;
	bool whole;
};

/* Rows without a total last; ties as they were. */
static int compare(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	if (x->whole != y->whole)
		return x->whole ? -1 : 1;
	if (x->whole && x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* The largest total first: what it is made of is what is looked at. */
static void put_in_order(struct stack *s)
{
	size_t n = s->f.grid->n_rows;
	struct placed *placed = arena_alloc(s->f.arena, n + 1, sizeof *placed);
	struct stack_row *rows = arena_alloc(s->f.arena, n + 1, sizeof *rows);
	size_t *order = arena_alloc(s->f.arena, n + 1, sizeof *order);
	if (s->f.request->order != ORDER_VALUE)
		return;
	for (size_t r = 0; r < n; r++) {
		double total = s->rows[r].total.value;
		placed[r] = (struct placed){ -total, r, stacked_has_bar(s, r) };
	}
	qsort(placed, n, sizeof *placed, compare);
	for (size_t r = 0; r < n; r++) {
		order[r] = placed[r].row;
		rows[r] = s->rows[placed[r].row];
	}
	s->rows = rows;
	s->f.grid = grid_in_order(s->f.arena, s->f.grid, order);
}

static enum direction direction_of(const struct stack *s)
{
	for (size_t i = 1; i < s->f.grid->n_columns; i++)
		if (part_of(s, i)->direction != part_of(s, 0)->direction)
			return DIRECTION_UNKNOWN;
	return part_of(s, 0)->direction;
}

/* ---- rows ---- */

double stacked_share(const struct stack *s, size_t row, size_t part)
{
	return grid_cell(s->f.grid, row, part)->value / s->rows[row].total.value;
}

bool stacked_has_bar(const struct stack *s, size_t row)
{
	return s->rows[row].whole && (!s->shares || s->rows[row].total.value > 0);
}

const char *stacked_absent(const struct stack *s, size_t row)
{
	const struct grid *g = s->f.grid;
	const char *names[STACK_PARTS];
	size_t n = 0;
	if (s->rows[row].whole)
		return words_get(s->f.language, WORD_NO_SHARES);
	for (size_t c = 0; c < g->n_columns; c++)
		if (!grid_cell(g, row, c)->present)
			names[n++] = part_of(s, c)->brief;
	return words_fill(s->f.arena, s->f.language, WORD_NO_TOTAL, "names",
	                  words_list(s->f.arena, s->f.language, names, n, STACK_PARTS), NULL);
}

/* Of two parts the one in which the rows differ most, which makes the difference; of one row the larger. */
static size_t loud_part(const struct stack *s)
{
	double spread[STACK_PARTS] = { 0 }, sum[STACK_PARTS] = { 0 };
	for (size_t c = 0; c < s->f.grid->n_columns; c++) {
		double low = HUGE_VAL, high = 0;
		for (size_t r = 0; r < s->f.grid->n_rows; r++) {
			double value = !stacked_has_bar(s, r) ? (double)NAN
			               : s->shares            ? stacked_share(s, r, c)
			                                      : grid_cell(s->f.grid, r, c)->value;
			low = fmin(low, value);
			high = fmax(high, value);
			sum[c] += isnan(value) ? 0 : value;
		}
		spread[c] = high - low;
	}
	return spread[0] == spread[1] ? sum[1] > sum[0] : spread[1] > spread[0];
}

/* Claims and estimates are drawn in thin lines, which have to be stronger. */
static bool all_solid(const struct stack *s)
{
	for (size_t r = 0; r < s->f.grid->n_rows; r++)
		for (size_t c = 0; c < s->f.grid->n_columns; c++)
			if (grid_cell(s->f.grid, r, c)->claimed || grid_cell(s->f.grid, r, c)->estimated)
				return false;
	return true;
}

struct color stacked_color(const struct stack *s, size_t part)
{
	if (s->f.grid->n_columns == 2 && all_solid(s))
		return part == loud_part(s) ? s->f.look->palette.highlight : palette_pale(&s->f.look->palette);
	static const size_t order[STACK_PARTS] = { 0, 3, 2, 1, 6, 5 }; /* neighbours are far apart for every viewer */
	const struct palette *p = &s->f.look->palette;
	return p->n_series == LOOK_SERIES_MAX ? p->series[order[part]] : p->series[part];
}

static struct rows_part *parts_of(const struct stack *s, size_t row)
{
	struct arena *a = s->f.arena;
	size_t n = s->f.grid->n_columns;
	struct rows_part *parts = arena_alloc(a, n, sizeof *parts);
	for (size_t c = 0; c < n; c++) {
		const struct standing_row *part = grid_cell(s->f.grid, row, c);
		parts[c].value = s->shares ? stacked_share(s, row, c) * percents : part->value;
		parts[c].text = s->shares ? phrase_share(a, s->f.language, stacked_share(s, row, c))
		                          : phrase_value(a, part, s->style, part_of(s, c), false);
		parts[c].pattern = part->claimed ? PATTERN_HATCH : part->estimated ? PATTERN_NONE : PATTERN_SOLID;
	}
	return parts;
}

static struct rows_cell cell_of(const struct stack *s, size_t row)
{
	struct arena *a = s->f.arena;
	const struct stack_row *r = &s->rows[row];
	const struct standing_row *total = &r->total;
	if (!stacked_has_bar(s, row))
		return (struct rows_cell){ .absent = stacked_absent(s, row) };
	return (struct rows_cell){ .present = true,
		                   .value = total->value,
		                   .places = r->places,
		                   .pattern = total->claimed     ? PATTERN_HATCH
		                              : total->estimated ? PATTERN_NONE
		                                                 : PATTERN_SOLID,
		                   .color = s->f.look->palette.muted,
		                   .strong = subject_in_focus(&s->f, total->variant),
		                   .text = phrase_value(a, total, s->style, part_of(s, 0), false),
		                   .text_signed = phrase_value(a, total, s->style, part_of(s, 0), true),
		                   .remark = phrase_remark(a, s->f.language, total),
		                   .parts = parts_of(s, row),
		                   .n_parts = s->f.grid->n_columns,
		                   .whole = s->shares,
		                   .claimed = total->claimed,
		                   .doubted = total->disputed };
}

static int decimals_of(const struct stack *s)
{
	int most = 0;
	for (size_t r = 0; r < s->f.grid->n_rows; r++) {
		int own = phrase_style(&s->rows[r].total, s->style).decimals;
		most = s->rows[r].whole && own > most ? own : most;
	}
	return most;
}

static const struct scene_measure *measure_of(const struct stack *s)
{
	struct scene_measure *m = arena_alloc(s->f.arena, 1, sizeof *m);
	*m = (struct scene_measure){ .unit = part_of(s, 0)->unit,
		                     .words = number_unit(s->f.arena, s->f.language, part_of(s, 0)->unit,
		                                          s->style.magnitude),
		                     .decimals = decimals_of(s),
		                     .magnitude = s->style.magnitude };
	return m;
}

/* In focus, the first, and the largest total. */
static void keep_rows(const struct stack *s, struct rows_table *t)
{
	size_t n = s->f.grid->n_rows, largest = ROWS_NONE;
	size_t *keep = arena_alloc(s->f.arena, CHART_BESIDE + 3, sizeof *keep);
	size_t focus = subject_focus_row(&s->f);
	if (focus != ROWS_NONE)
		keep[t->n_keep++] = focus;
	for (size_t r = 0; r < n; r++)
		if (r != focus && subject_in_focus(&s->f, grid_variant(s->f.grid, r)))
			keep[t->n_keep++] = r;
	for (size_t r = 0; r < n; r++)
		if (s->rows[r].whole && (largest == ROWS_NONE || s->rows[r].total.value > s->rows[largest].total.value))
			largest = r;
	keep[t->n_keep++] = 0;
	if (largest != ROWS_NONE)
		keep[t->n_keep++] = largest;
	t->keep = keep;
	t->n_must = t->n_keep;
}

static struct rows_table table_of(const struct stack *s)
{
	const struct subject *f = &s->f;
	size_t n = f->grid->n_rows, n_parts = f->grid->n_columns;
	struct rows_label *labels = arena_alloc(f->arena, n + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(f->arena, n + 1, sizeof *cells);
	struct rows_column *column = arena_alloc(f->arena, 1, sizeof *column);
	const char **parts = arena_alloc(f->arena, n_parts, sizeof *parts);
	struct rows_table t = { .labels = labels,
		                .n_rows = n,
		                .columns = column,
		                .n_columns = 1,
		                .n_data_columns = 1,
		                .n_columns_known = 1,
		                .n_series = 1,
		                .cells = cells,
		                .measures = measure_of(s),
		                .n_measures = 1,
		                .names = f->names,
		                .n_names = f->n_names,
		                .sorted = f->request->order == ORDER_VALUE,
		                .parts = parts,
		                .n_parts = n_parts,
		                .part_titles = parts,
		                .part_names = parts,
		                .n_named = n_parts,
		                .shares = s->shares,
		                .spread = true };
	*column = (struct rows_column){ .form = ROWS_BARS, .data = true };
	for (size_t r = 0; r < n; r++) {
		labels[r] = subject_label(f, r, false);
		labels[r].chip = false; /* colours are parts here, not makers */
		labels[r].chip_color = f->look->palette.muted;
		cells[r] = cell_of(s, r);
	}
	for (size_t c = 0; c < n_parts; c++) {
		parts[c] = part_of(s, c)->brief;
		t.part_colors[c] = stacked_color(s, c);
	}
	keep_rows(s, &t);
	return t;
}

/* Nothing of a row without a bar is drawn. */
static const bool *rows_in_words(const struct stack *s)
{
	bool *in_words = arena_alloc(s->f.arena, s->f.grid->n_rows + 1, sizeof *in_words);
	for (size_t r = 0; r < s->f.grid->n_rows; r++)
		in_words[r] = !stacked_has_bar(s, r);
	return in_words;
}

static void settle_style(struct stack *s)
{
	struct subject *f = &s->f;
	size_t columns[STACK_PARTS];
	double largest = 0;
	for (size_t r = 0; r < f->grid->n_rows; r++)
		largest = fmax(largest, s->rows[r].total.value);
	for (size_t c = 0; c < f->grid->n_columns; c++)
		columns[c] = c;
	s->style = subject_common_style(f, columns, f->grid->n_columns, largest);
	for (size_t c = 0; c < f->grid->n_columns; c++)
		f->styles[c] = s->style;
}

static bool has_total(const struct stack *s)
{
	for (size_t r = 0; r < s->f.grid->n_rows; r++)
		if (stacked_has_bar(s, r))
			return true;
	return refuse(s, place_file(NULL), "name other parts, or draw a table",
	              arena_printf(s->f.arena, "no %s has all %zu parts, so there is no total to show",
	                           s->f.dataset->said.one, s->f.grid->n_columns));
}

bool chart_stacked(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct stack s = { .shares = q->percent };
	if (!subject_open_counts(&s.f, arena, q, diags) || !check_parts(&s) || !add_up_all(&s) || !has_total(&s))
		return false;
	s.direction = direction_of(&s);
	put_in_order(&s);
	settle_style(&s);
	s.f.in_words = rows_in_words(&s);
	struct rows_table t = table_of(&s);
	return rows_layout(arena, q, &t, stacked_words, &s, pages, diags);
}
