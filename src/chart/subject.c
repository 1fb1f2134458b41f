#include "chart/subject.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/annotate.h"
#include "chart/group.h"
#include "chart/lengths.h"
#include "chart/order.h"
#include "data/measurement.h"
#include "data/quantity.h"
#include "facts/contest.h"
#include "scene/evidence.h"
#include "words/words.h"

#include <math.h>

/* True if so few lead the first column that they may be highlighted. */
static bool few_lead(const struct grid *g)
{
	enum { USUAL = 12, FEW = 3, OF = 10 };
	size_t leaders = 0, shown = g->n_rows < USUAL ? g->n_rows : USUAL;
	for (size_t i = 0; i < g->columns[0]->count; i++)
		leaders += g->columns[0]->rows[i].rank == 1;
	return g->n_columns == 1 && (leaders * OF <= shown * FEW || leaders == 1);
}

static const double exact = 1e15; /* smaller whole numbers are exact, to every printed digit */

/* Beyond 15 digits a number is no longer exact, and a chart of it would print what nobody published. */
static bool printable(struct arena *arena, const struct standing *s, struct diags *diags)
{
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *row = &s->rows[i];
		const struct standing_interval *interval = standing_interval(s, row);
		double most = row->interval ? fmax(fabs(interval->low), fabs(interval->high)) : fabs(row->value);
		if (fmax(most, fabs(row->value)) < exact)
			continue;
		const struct measurement *m = standing_chosen(arena, s, row);
		diag_add(diags, DIAG_ERROR, measurement_where(m), "count in a larger unit",
		         "%s is too large to be drawn and printed exactly", m->value.text);
		return false;
	}
	return true;
}

struct subject_crowd { /* outlives the subject */
	const struct grid *grid, *shown;
	const struct dataset *dataset;
	const bool *drawn; /* by variant; NULL: all are */
};

static bool is_asked(const struct grid *grid, size_t variant)
{
	for (size_t c = 0; c < grid->n_columns; c++)
		if (grid->columns[c]->entered[variant])
			return true;
	return false;
}

static const char *name_in_crowd(const void *of, struct arena *arena, size_t i)
{
	const struct subject_crowd *crowd = of;
	return is_asked(crowd->grid, i) ? variant_full_name(arena, dataset_variant_at(crowd->dataset, i)) : NULL;
}

/* A model that is not drawn may have the name of a benchmark that is. */
static bool is_drawn_of_crowd(const void *of, const char *name, size_t i)
{
	const struct subject_crowd *crowd = of;
	bool drawn = !crowd->drawn || crowd->drawn[i];
	for (size_t c = 0; !drawn && c < crowd->shown->n_columns; c++) {
		const struct benchmark *b = crowd->shown->columns[c]->benchmark;
		drawn = str_eq(b->brief, name) || str_eq(b->name, name);
	}
	return drawn;
}

struct scene_crowd subject_crowd(const struct subject *f, const struct grid *shown, const bool *drawn)
{
	struct subject_crowd *crowd = arena_alloc(f->arena, 1, sizeof *crowd);
	*crowd = (struct subject_crowd){ f->grid, shown, f->dataset, drawn };
	return (struct scene_crowd){ f->dataset->n_variants, crowd, name_in_crowd, is_drawn_of_crowd };
}

static void add_name(struct subject *f, const char *name)
{
	f->names = arena_grow(f->arena, f->names, &f->names_room, f->n_names, sizeof *f->names);
	f->names[f->n_names++] = name;
}

void subject_may_name(struct subject *f, const struct benchmark *b)
{
	add_name(f, b->brief);
	add_name(f, b->name);
}

static bool open_grid(struct subject *f, bool counts)
{
	struct arena *arena = f->arena;
	const struct chart_request *q = f->request;
	f->grid = grid_of(arena, q->dataset, q->benchmarks, q->n_benchmarks, q->models, q->n_models, f->diags);
	if (f->grid && counts)
		grid_count_in_words(arena, f->grid, (int)q->digits - 1);
	if (!f->grid || (q->digits && !grid_limit_digits(f->grid, (int)q->digits - 1, q->digits_place, f->diags)))
		return false;
	f->grid = group_apply(arena, order_apply(arena, f->grid, q->order), q->group, &f->before);
	return true;
}

static bool open_subject(struct subject *f, struct arena *arena, const struct chart_request *q, bool counts,
                         struct diags *diags)
{
	*f = (struct subject){ .arena = arena,
		               .request = q,
		               .look = q->look,
		               .language = q->language,
		               .dataset = q->dataset,
		               .diags = diags,
		               .counted = counted_new(arena, q->language),
		               .most_rows = ROWS_NONE };
	if (!open_grid(f, counts))
		return false;
	f->few_lead = few_lead(f->grid);
	subject_find_kept(f);
	f->styles = arena_alloc(arena, f->grid->n_columns, sizeof *f->styles);
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		const struct standing *s = f->grid->columns[c];
		double largest = 0;
		if (!printable(arena, s, diags))
			return false;
		for (size_t i = 0; i < s->n_present; i++)
			largest = fmax(largest, fabs(s->rows[i].value));
		f->styles[c] = number_style_of(f->language, s->benchmark->unit, 0, s->magnitude, largest);
	}
	if (q->focus)
		add_name(f, variant_full_name(arena, q->focus));
	for (size_t i = 0; i < q->dataset->n_organisations; i++)
		add_name(f, q->dataset->organisations[i]->name);
	for (size_t r = 0; q->group && r < f->grid->n_rows; r++) {
		const char *head = group_head(f->language, q->group, grid_variant(f->grid, r));
		if (!r || !str_eq(head, f->names[f->n_names - 1]))
			add_name(f, head);
	}
	for (size_t c = 0; c < f->grid->n_columns; c++)
		subject_may_name(f, f->grid->columns[c]->benchmark);
	return true;
}

bool subject_open(struct subject *f, struct arena *arena, const struct chart_request *q, struct diags *diags)
{
	return open_subject(f, arena, q, false, diags);
}

bool subject_open_counts(struct subject *f, struct arena *arena, const struct chart_request *q, struct diags *diags)
{
	return open_subject(f, arena, q, true, diags);
}

char *subject_what(const struct subject *f, size_t column)
{
	const struct standing *s = f->grid->columns[column];
	const char *unit = s->benchmark->unit == &unit_percent
	                           ? f->language->percent_word
	                           : number_unit(f->arena, f->language, s->benchmark->unit, s->magnitude);
	return words_clause(f->arena, f->language, words_inside(f->arena, f->language, s->benchmark->name), unit);
}

size_t subject_focus_row(const struct subject *f)
{
	for (size_t i = 0; f->request->focus && i < f->grid->n_rows; i++)
		if (grid_variant(f->grid, i) == f->request->focus)
			return i;
	return ROWS_NONE;
}

/* Whether it is in focus: 0 no, 1 it is the one that the chart speaks of, from 2 on those beside it. */
static size_t focus_number(const struct chart_request *q, const struct variant *variant)
{
	if (variant == q->focus)
		return 1;
	for (size_t i = 0; i < q->n_beside; i++)
		if (q->beside[i] == variant)
			return i + 2;
	return 0;
}

bool subject_in_focus(const struct subject *f, const struct variant *variant)
{
	return f->request->focus && focus_number(f->request, variant) > 0;
}

/* True if a row is highlighted: it is in focus, or without one a leader of the first column, if they are few. */
static bool is_strong(const struct subject *f, size_t row)
{
	if (f->request->focus)
		return subject_in_focus(f, grid_variant(f->grid, row));
	return f->few_lead && grid_cell(f->grid, row, 0)->rank == 1;
}

struct number_style subject_common_style(const struct subject *f, const size_t *columns, size_t n, double largest)
{
	int magnitude = n ? f->grid->columns[columns[0]]->magnitude : 0;
	for (size_t i = 1; i < n; i++) {
		int own = f->grid->columns[columns[i]]->magnitude;
		magnitude = own < magnitude ? own : magnitude;
	}
	return number_style_of(f->language, n ? f->grid->columns[columns[0]]->benchmark->unit : NULL, 0, magnitude,
	                       largest);
}

/* How far a colour is from others, for whoever sees it least. */
static double apart_from(struct color color, const struct color *others, size_t n)
{
	double apart = HUGE_VAL;
	for (size_t i = 0; i < n; i++)
		apart = fmin(apart, color_distance_worst(color, others[i]));
	return apart;
}

/* The colour of the n-th beside the focus: of the look's series the liveliest that can be told from all that stands out
 * before it, and from the grey of context. */
static struct color beside_color(const struct palette *palette, size_t n)
{
	static const size_t liveliest[] = { 4, 2, 6, 1, 3, 5, 7, 0 }; /* magenta, teal, violet, orange, … */
	static const double told_apart = 10;
	struct color taken[CHART_BESIDE + 2] = { palette->muted, palette->highlight };
	for (size_t i = 0; i <= n; i++) {
		double most = -1;
		for (size_t k = 0; k < LOOK_SERIES_MAX && most < told_apart; k++) {
			struct color color = palette->series[liveliest[k] % palette->n_series];
			double apart = apart_from(color, taken, i + 2);
			if (apart > most) {
				most = apart;
				taken[i + 2] = color;
			}
		}
	}
	return taken[n + 2];
}

struct color subject_color(const struct subject *f, const struct variant *variant, bool strong)
{
	const struct palette *palette = &f->look->palette;
	const struct organisation *maker = variant->model->own->organisation;
	bool quiet = !strong && (f->request->focus || (f->grid->n_columns == 1 && subject_directed(f)));
	size_t number = f->request->n_beside ? focus_number(f->request, variant) : 0;
	if (number > 1 && f->look->color == LOOK_COLOR_HIGHLIGHT)
		return beside_color(palette, number - 2);
	if (f->look->color == LOOK_COLOR_HIGHLIGHT)
		return quiet ? palette->muted : palette->highlight;
	if (!maker && f->dataset->n_organisations == 0)
		return strong || !f->request->focus ? palette->highlight : palette->muted;
	return maker && maker->index < palette->n_series ? palette->series[maker->index] : palette->muted;
}

bool subject_shows(const struct subject *f, size_t row)
{
	for (size_t i = 0; i < f->n_keep; i++)
		if (f->keep[i] == row)
			return true;
	return (f->before ? f->before[row] : row) < f->most_rows;
}

/* On a narrow slide, or in what is left beside words, names and bars come first. */
static bool has_room_for_makers(const struct subject *f)
{
	const struct chart_slide *slide = f->request->slide;
	double width = frame_box(f->request).w - (slide ? slide->aside : 0);
	return !slide || f->look->color != LOOK_COLOR_HIGHLIGHT ||
	       width >= length_makers_least * frame_unit(f->request);
}

struct rows_label subject_label(const struct subject *f, size_t row, bool maker)
{
	const struct variant *v = grid_variant(f->grid, row);
	bool strong = is_strong(f, row);
	maker &= f->request->group != CHART_GROUP_MAKER && has_room_for_makers(f); /* or the head says it */
	return (struct rows_label){ .name = v->model->name,
		                    .variant = v->is_default ? "" : v->own->name,
		                    .maker = maker && v->model->own->organisation ? v->model->own->organisation->name
		                                                                  : NULL,
		                    .full = variant_full_name(f->arena, v),
		                    .chip = f->look->chips && f->dataset->n_organisations > 0,
		                    .chip_color = subject_color(f, v, strong),
		                    .strong = strong,
		                    .quiet = f->request->focus && !strong && f->look->color == LOOK_COLOR_MAKER };
}

int subject_level(const struct subject *f, size_t column, const struct standing_row *row)
{
	return quantity_level(standing_chosen(f->arena, f->grid->columns[column], row)->value);
}

/* A value as a cell of bars, dots or numbers. */
static struct rows_cell cell_of(const struct subject *f, size_t row, size_t column)
{
	const struct standing_row *r = grid_cell(f->grid, row, column);
	const struct benchmark *b = f->grid->columns[column]->benchmark;
	struct rows_cell cell = { .absent = phrase_absent(f->language, r),
		                  .rank = r->rank,
		                  .tied = r->tied,
		                  .level = f->grid->columns[column]->level };
	if (!r->present)
		return cell;
	bool strong = is_strong(f, row);
	cell.present = true;
	cell.value = r->value;
	cell.places = subject_level(f, column, r);
	cell.whisker = r->interval;
	cell.low = standing_interval(f->grid->columns[column], r)->low;
	cell.high = standing_interval(f->grid->columns[column], r)->high;
	cell.pattern = r->claimed ? PATTERN_HATCH : r->estimated ? PATTERN_NONE : PATTERN_SOLID;
	cell.color = subject_color(f, r->variant, strong);
	cell.strong = strong;
	cell.text = phrase_value(f->arena, r, f->styles[column], b, false);
	cell.text_signed = phrase_value(f->arena, r, f->styles[column], b, true);
	cell.remark = phrase_remark(f->arena, f->language, r);
	cell.nameless = f->unsigned_marked && subject_is_unsigned(f, column, r);
	if (cell.nameless)
		cell.remark = cell.remark ? arena_printf(f->arena, "%s ‡", cell.remark) : "‡";
	cell.claimed = r->claimed;
	cell.doubted = r->disputed;
	cell.annotation = annotation_at(f->request, r->variant, b);
	return cell;
}

/* The first column that is not measured and printed like column 0; the number of columns if all are. */
static size_t odd_column(const struct subject *f)
{
	const struct standing *first = f->grid->columns[0];
	for (size_t c = 1; c < f->grid->n_columns; c++)
		if (!benchmark_alike(f->grid->columns[c]->benchmark, first->benchmark) ||
		    f->grid->columns[c]->magnitude != first->magnitude)
			return c;
	return f->grid->n_columns;
}

bool subject_one_unit(const struct subject *f)
{
	return odd_column(f) == f->grid->n_columns;
}

static void tell_unlike(const struct subject *f, size_t column, const char *hint)
{
	diag_add(f->diags, DIAG_ERROR, place_file(NULL), hint, "%s and %s have no common scale",
	         f->grid->columns[0]->benchmark->name, f->grid->columns[column]->benchmark->name);
}

bool subject_check_scale(const struct subject *f, bool one_line)
{
	const struct benchmark *first = f->grid->columns[0]->benchmark;
	size_t n = f->grid->n_columns, odd = odd_column(f);
	for (size_t c = 1; c < n; c++) {
		const struct benchmark *b = f->grid->columns[c]->benchmark;
		bool directions = b->direction == first->direction;
		if (benchmark_alike(b, first) && (directions || !one_line))
			continue;
		tell_unlike(f, c,
		            one_line ? "declare the same unit, range and direction for both, or draw panels or a table"
		                     : "declare the same unit and range for both, or draw panels or a table");
		return false;
	}
	if (odd < n && !one_line) /* nothing to declare: their values differ too much in size */
		tell_unlike(f, odd, "draw panels or a table");
	return odd == n || one_line;
}

size_t subject_common_column(const struct subject *f, const bool *drawable)
{
	const struct grid *g = f->grid;
	size_t column = 0, *drawn = arena_alloc(f->arena, g->n_columns + 1, sizeof *drawn);
	for (size_t i = 0; i < g->n_columns; i++)
		drawn[g->alike[i]] += drawable[i];
	for (size_t i = 0; i < g->n_columns; i++)
		column = drawn[i] > drawn[column] ? i : column;
	return column;
}

static bool has_direction(const struct subject *f, enum direction direction)
{
	for (size_t c = 0; c < f->grid->n_columns; c++)
		if (f->grid->columns[c]->benchmark->direction == direction)
			return true;
	return false;
}

bool subject_directed(const struct subject *f)
{
	return has_direction(f, DIRECTION_HIGHER) || has_direction(f, DIRECTION_LOWER);
}

bool subject_directions_differ(const struct subject *f)
{
	return has_direction(f, DIRECTION_HIGHER) && has_direction(f, DIRECTION_LOWER);
}

/* What a benchmark says of its direction where the chart says another one, or none; NULL: nothing. */
static const char *own_direction(const struct subject *f, const struct benchmark *b)
{
	if (b->direction == DIRECTION_UNKNOWN && subject_directed(f))
		return words_get(f->language, WORD_UNKNOWN_COLUMN);
	return b->direction == DIRECTION_LOWER && subject_directions_differ(f)
	               ? words_get(f->language, WORD_LOWER_COLUMN)
	               : NULL;
}

static int way_of(const struct benchmark *b)
{
	return b->direction == DIRECTION_HIGHER ? 1 : b->direction == DIRECTION_LOWER ? -1 : 0;
}

/* "GPQA Diamond", with the unit where units differ. */
static const char *head_of(const struct subject *f, size_t column)
{
	const struct benchmark *b = f->grid->columns[column]->benchmark;
	const char *unit = number_unit(f->arena, f->language, b->unit, f->grid->columns[column]->magnitude);
	const char *head = b->brief;
	if (!subject_one_unit(f) && unit)
		head = b->unit == &unit_percent ? arena_printf(f->arena, "%s,\u00a0%s", head, unit)
		                                : words_clause(f->arena, f->language, head, unit);
	return head;
}

/* The most decimals that any value of a column is printed with. */
static int decimals_of(const struct subject *f, size_t column)
{
	const struct standing *s = f->grid->columns[column];
	int most = 0;
	for (size_t i = 0; i < s->n_present; i++) {
		int decimals = phrase_style(&s->rows[i], f->styles[column]).decimals;
		most = decimals > most ? decimals : most;
	}
	return most;
}

struct scene_measure subject_measure(const struct subject *f, size_t column)
{
	const struct standing *s = f->grid->columns[column];
	return (struct scene_measure){ .unit = s->benchmark->unit,
		                       .name = s->benchmark->brief,
		                       .words = number_unit(f->arena, f->language, s->benchmark->unit, s->magnitude),
		                       .decimals = decimals_of(f, column),
		                       .magnitude = s->magnitude };
}

/* Columns of one unit and magnitude are printed and scaled alike: one measure. first[i]: the first column of measure i.
 */
static size_t measure_of(const struct subject *f, struct scene_measure *measures, size_t *first, size_t *n,
                         size_t column)
{
	const struct standing *s = f->grid->columns[column];
	for (size_t i = 0; i < *n; i++)
		if (measures[i].magnitude == s->magnitude &&
		    benchmark_alike(f->grid->columns[first[i]]->benchmark, s->benchmark))
			return i;
	first[*n] = column;
	measures[*n] = subject_measure(f, column);
	return (*n)++;
}

/* All columns of a measure separate their thousands, or none does. */
static struct scene_measure *measures_of(struct subject *f, struct rows_column *columns, size_t *n)
{
	struct scene_measure *measures = arena_alloc(f->arena, f->grid->n_columns + 1, sizeof *measures);
	size_t *first = arena_alloc(f->arena, f->grid->n_columns + 1, sizeof *first);
	*n = 0;
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		size_t m = measure_of(f, measures, first, n, c);
		columns[c].measure = (int)m;
		int decimals = decimals_of(f, c);
		measures[m].decimals = decimals > measures[m].decimals ? decimals : measures[m].decimals;
	}
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		struct number_style *style = &f->styles[c];
		for (size_t k = 0; k < f->grid->n_columns; k++)
			if (columns[k].measure == columns[c].measure)
				style->grouped |= f->styles[k].grouped;
	}
	return measures;
}

static bool same_known(const struct scene_known *a, const struct scene_known *b)
{
	return a->value == b->value && a->rank == b->rank && a->measure == b->measure && a->claimed == b->claimed;
}

/* All values, of rows that cannot be shown as well: for the proof of what is said of them all. Rows that are alike
 * follow each other, and are told once. */
static const struct scene_known *known_of(const struct subject *f, const struct rows_column *columns, size_t *n)
{
	const struct grid *g = f->grid;
	struct scene_known *known = arena_alloc(f->arena, g->n_rows * g->n_columns, sizeof *known);
	*n = 0;
	for (size_t i = 0; i < g->n_rows * g->n_columns; i++) {
		const struct standing_row *row = grid_cell(g, i / g->n_columns, i % g->n_columns);
		int16_t measure = (int16_t)columns[i % g->n_columns].measure;
		struct scene_known own = { row->value, row->rank, measure, row->claimed };
		if (row->present && (!*n || !same_known(&own, &known[*n - 1])))
			known[(*n)++] = own;
	}
	return known;
}

static const struct scene_top *top_of(const struct subject *f, const struct standing *s)
{
	struct scene_top *top = arena_alloc(f->arena, 1, sizeof *top);
	for (size_t i = 0; i < s->n_present; i++) {
		top->present = true;
		top->ranked |= s->rows[i].rank == 1;
		top->largest = fmax(top->largest, fabs(s->rows[i].value));
	}
	return top;
}

/* By row; NULL without groups. */
static const char *const *groups_of(const struct subject *f)
{
	const char **groups = arena_alloc(f->arena, f->grid->n_rows + 1, sizeof *groups);
	for (size_t r = 0; r < f->grid->n_rows && f->request->group; r++)
		groups[r] = group_head(f->language, f->request->group, grid_variant(f->grid, r));
	return f->request->group ? groups : NULL;
}

/* The best are shown first, whatever group they stand in. */
static const size_t *turns_of(const struct subject *f)
{
	size_t *turns = arena_alloc(f->arena, f->grid->n_rows + 1, sizeof *turns);
	for (size_t r = 0; f->before && r < f->grid->n_rows; r++)
		turns[f->before[r]] = r;
	return f->before ? turns : NULL;
}

/* Broad and with its value beside it, a bar out of focus may be paler than anything thin. */
static struct color bar_color(const struct subject *f, const struct rows_cell *cell)
{
	bool grey = f->look->color == LOOK_COLOR_HIGHLIGHT && color_equal(cell->color, f->look->palette.muted);
	return grey && cell->pattern == PATTERN_SOLID ? palette_pale(&f->look->palette) : cell->color;
}

struct rows_table subject_table(struct subject *f, enum rows_form form)
{
	const struct grid *g = f->grid;
	bool many = g->n_columns > 1;
	struct rows_column *columns = arena_alloc(f->arena, g->n_columns + 2, sizeof *columns);
	struct rows_table t = { .n_rows = g->n_rows,
		                .columns = columns,
		                .n_columns = g->n_columns,
		                .n_data_columns = g->n_columns,
		                .n_columns_known = g->n_columns,
		                .n_series = 1,
		                .names = f->names,
		                .n_names = f->n_names,
		                .keep = f->keep,
		                .n_keep = f->n_keep,
		                .n_must = many ? 1 + (subject_focus_row(f) != ROWS_NONE) : f->n_keep,
		                .sorted = many || f->request->order != ORDER_VALUE                 ? 0
		                          : g->columns[0]->benchmark->direction == DIRECTION_LOWER ? -1
		                                                                                   : 1,
		                .spread = !many };
	t.measures = measures_of(f, columns, &t.n_measures);
	const struct variant *who = many ? subject_counted(f) : NULL;
	for (size_t c = 0; c < g->n_columns; c++) {
		columns[c].form = form;
		columns[c].counted = who && contest_of(g->columns[c], who).outcome == CONTEST_AHEAD;
		columns[c].data = true;
		columns[c].name = many ? g->columns[c]->benchmark->brief : NULL;
		columns[c].top = many ? top_of(f, g->columns[c]) : NULL;
		columns[c].way = way_of(g->columns[c]->benchmark);
		columns[c].head = many ? head_of(f, c) : NULL;
		columns[c].head_unlike = many ? words_clause(f->arena, f->language, columns[c].head,
		                                             own_direction(f, g->columns[c]->benchmark))
		                              : NULL;
	}
	struct rows_label *labels = arena_alloc(f->arena, g->n_rows + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(f->arena, g->n_rows * g->n_columns + 1, sizeof *cells);
	for (size_t r = 0; r < g->n_rows; r++) {
		if (subject_shows(f, r))
			labels[r] = subject_label(f, r, !many);
		for (size_t c = 0; c < g->n_columns && subject_shows(f, r); c++) {
			struct rows_cell *cell = &cells[r * g->n_columns + c];
			*cell = cell_of(f, r, c);
			if (form == ROWS_BARS)
				cell->color = bar_color(f, cell);
		}
	}
	t.labels = labels;
	t.cells = cells;
	t.groups = groups_of(f);
	t.turns = turns_of(f);
	if (f->most_rows < g->n_rows)
		t.known = known_of(f, columns, &t.n_known);
	return t;
}

const char *subject_row_name(const struct subject *f, const struct benchmark *b)
{
	return words_clause(f->arena, f->language, b->brief, own_direction(f, b));
}
