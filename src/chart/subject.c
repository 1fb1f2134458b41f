#include "chart/subject.h"

#include "base/arena.h"
#include "base/str.h"
#include "scene/evidence.h"

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
static bool printable(const struct standing *s, struct diags *diags)
{
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *row = &s->rows[i];
		double most = row->chosen->has_interval ? fmax(fabs(row->low), fabs(row->high)) : fabs(row->value);
		if (fmax(most, fabs(row->value)) < exact)
			continue;
		diag_add(diags, DIAG_ERROR, row->chosen->place, "count in a larger unit",
		         "%s is too large to be drawn and printed exactly", row->chosen->value.text);
		return false;
	}
	return true;
}

bool subject_open(struct subject *f, struct arena *arena, const struct chart_request *q, struct diags *diags)
{
	*f = (struct subject){ .arena = arena,
		               .request = q,
		               .look = q->look,
		               .language = q->language,
		               .dataset = q->dataset,
		               .diags = diags,
		               .most_rows = ROWS_NONE };
	f->grid = grid_of(arena, q->dataset, q->benchmarks, q->n_benchmarks, q->models, q->n_models, diags);
	if (!f->grid)
		return false;
	f->few_lead = few_lead(f->grid);
	f->styles = arena_alloc(arena, f->grid->n_columns, sizeof *f->styles);
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		const struct standing *s = f->grid->columns[c];
		double largest = 0;
		if (!printable(s, diags))
			return false;
		for (size_t i = 0; i < s->n_present; i++)
			largest = fmax(largest, fabs(s->rows[i].value));
		f->styles[c] = number_style_of(f->language, s->decimals, s->magnitude, largest);
	}
	f->names = arena_alloc(arena, f->grid->n_rows + 2 * f->grid->n_columns + q->dataset->n_organisations + 2,
	                       sizeof *f->names);
	for (size_t i = 0; i < f->grid->n_rows; i++)
		f->names[f->n_names++] = variant_full_name(arena, f->grid->rows[i]);
	if (q->focus)
		f->names[f->n_names++] = variant_full_name(arena, q->focus);
	for (size_t i = 0; i < q->dataset->n_organisations; i++)
		f->names[f->n_names++] = q->dataset->organisations[i]->name;
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		f->names[f->n_names++] = f->grid->columns[c]->benchmark->brief;
		f->names[f->n_names++] = f->grid->columns[c]->benchmark->name;
	}
	return true;
}

char *subject_what(const struct subject *f, size_t column)
{
	const struct standing *s = f->grid->columns[column];
	const char *unit = s->benchmark->unit == &unit_percent
	                           ? f->language->percent_word
	                           : number_unit(f->arena, f->language, s->benchmark->unit, s->magnitude);
	return words_clause(f->arena, f->language, s->benchmark->name, unit);
}

size_t subject_focus_row(const struct subject *f)
{
	for (size_t i = 0; f->request->focus && i < f->grid->n_rows; i++)
		if (f->grid->rows[i] == f->request->focus)
			return i;
	return ROWS_NONE;
}

/* True if a row is highlighted: the focus, or without one the leaders of the first column, if they are few. */
static bool is_strong(const struct subject *f, size_t row)
{
	if (f->request->focus)
		return f->grid->rows[row] == f->request->focus;
	return f->few_lead && grid_cell(f->grid, row, 0)->rank == 1;
}

struct number_style subject_common_style(const struct subject *f, const size_t *columns, size_t n, double largest)
{
	int magnitude = n ? f->grid->columns[columns[0]]->magnitude : 0, decimals = 0;
	for (size_t i = 1; i < n; i++) {
		int own = f->grid->columns[columns[i]]->magnitude;
		magnitude = own < magnitude ? own : magnitude;
	}
	for (size_t i = 0; i < n; i++) {
		const struct standing *s = f->grid->columns[columns[i]];
		int needed = s->decimals - (s->magnitude - magnitude);
		decimals = needed > decimals ? needed : decimals;
	}
	return number_style_of(f->language, decimals, magnitude, largest);
}

struct color subject_color(const struct subject *f, const struct variant *variant, bool strong)
{
	const struct palette *palette = &f->look->palette;
	const struct organisation *maker = variant->model->organisation;
	bool quiet = !strong && (f->request->focus || f->grid->n_columns == 1);
	if (f->look->color == LOOK_COLOR_HIGHLIGHT)
		return quiet ? palette->muted : palette->highlight;
	if (!maker && f->dataset->n_organisations == 0)
		return strong || !f->request->focus ? palette->highlight : palette->muted;
	return maker && maker->index < palette->n_series ? palette->series[maker->index] : palette->muted;
}

bool subject_shows(const struct subject *f, size_t row)
{
	return row < f->most_rows || f->grid->rows[row] == f->request->focus;
}

struct rows_label subject_label(const struct subject *f, size_t row, bool maker)
{
	const struct variant *v = f->grid->rows[row];
	bool strong = is_strong(f, row);
	return (struct rows_label){ .name = v->model->name,
		                    .variant = v->is_default ? "" : v->name,
		                    .maker = maker && v->model->organisation ? v->model->organisation->name : NULL,
		                    .full = variant_full_name(f->arena, v),
		                    .chip = f->look->chips && f->dataset->n_organisations > 0,
		                    .chip_color = subject_color(f, v, strong),
		                    .strong = strong,
		                    .quiet = f->request->focus && !strong && f->look->color == LOOK_COLOR_MAKER };
}

/* A value as a cell of bars, dots or numbers. */
static struct rows_cell cell_of(const struct subject *f, size_t row, size_t column)
{
	const struct standing_row *r = grid_cell(f->grid, row, column);
	const struct benchmark *b = f->grid->columns[column]->benchmark;
	struct rows_cell cell = { .absent = phrase_absent(f->language, r), .rank = r->rank, .tied = r->tied };
	if (!r->chosen)
		return cell;
	bool strong = is_strong(f, row);
	cell.present = true;
	cell.value = r->value;
	cell.whisker = r->chosen->has_interval;
	cell.low = r->low;
	cell.high = r->high;
	cell.pattern = r->claimed ? PATTERN_HATCH : r->estimated ? PATTERN_NONE : PATTERN_SOLID;
	cell.color = subject_color(f, r->variant, strong);
	cell.strong = strong;
	if (subject_shows(f, row)) {
		cell.text = phrase_value(f->arena, r, f->styles[column], b, false);
		cell.text_signed = phrase_value(f->arena, r, f->styles[column], b, true);
	}
	cell.remark = phrase_remark(f->arena, f->language, r);
	cell.claimed = r->claimed;
	cell.doubted = phrase_in_conflict(r);
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
		bool directions = (b->better == BETTER_LOWER) == (first->better == BETTER_LOWER);
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
	size_t most = 0, column = 0;
	for (size_t i = 0; i < g->n_columns; i++) {
		size_t n = 0;
		for (size_t k = 0; k < g->n_columns; k++)
			n += drawable[k] && benchmark_alike(g->columns[i]->benchmark, g->columns[k]->benchmark);
		if (n > most) {
			most = n;
			column = i;
		}
	}
	return column;
}

/* On how many columns lower is better. */
static size_t n_lower(const struct subject *f)
{
	size_t n = 0;
	for (size_t c = 0; c < f->grid->n_columns; c++)
		n += f->grid->columns[c]->benchmark->better == BETTER_LOWER;
	return n;
}

bool subject_directions_differ(const struct subject *f)
{
	return n_lower(f) > 0 && n_lower(f) < f->grid->n_columns;
}

/* "GPQA Diamond", with the unit where units differ, and its direction where it differs from what the chart says. */
static const char *head_of(const struct subject *f, size_t column)
{
	const struct benchmark *b = f->grid->columns[column]->benchmark;
	const char *unit = number_unit(f->arena, f->language, b->unit, f->grid->columns[column]->magnitude);
	const char *head = b->brief;
	if (!subject_one_unit(f) && unit)
		head = b->unit == &unit_percent ? arena_printf(f->arena, "%s,\u00a0%s", head, unit)
		                                : words_clause(f->arena, f->language, head, unit);
	if (b->better == BETTER_LOWER && subject_directions_differ(f))
		head = words_clause(f->arena, f->language, head, words_get(f->language, WORD_LOWER_COLUMN));
	return head;
}

struct scene_measure subject_measure(const struct subject *f, size_t column)
{
	const struct standing *s = f->grid->columns[column];
	return (struct scene_measure){ .unit = s->benchmark->unit,
		                       .name = s->benchmark->brief,
		                       .words = number_unit(f->arena, f->language, s->benchmark->unit, s->magnitude),
		                       .decimals = s->decimals,
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

/* All columns of a measure print the same number of decimals: the most that any of them has. */
static struct scene_measure *measures_of(struct subject *f, struct rows_column *columns, size_t *n)
{
	struct scene_measure *measures = arena_alloc(f->arena, f->grid->n_columns + 1, sizeof *measures);
	size_t *first = arena_alloc(f->arena, f->grid->n_columns + 1, sizeof *first);
	*n = 0;
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		size_t m = measure_of(f, measures, first, n, c);
		columns[c].measure = (int)m;
		if (f->grid->columns[c]->decimals > measures[m].decimals)
			measures[m].decimals = f->grid->columns[c]->decimals;
	}
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		struct number_style *style = &f->styles[c];
		style->decimals = measures[columns[c].measure].decimals;
		for (size_t k = 0; k < f->grid->n_columns; k++)
			if (columns[k].measure == columns[c].measure)
				style->grouped |= f->styles[k].grouped;
	}
	return measures;
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
		                .keep = subject_focus_row(f),
		                .sorted = many                                               ? 0
		                          : g->columns[0]->benchmark->better == BETTER_LOWER ? -1
		                                                                             : 1,
		                .spread = !many };
	t.measures = measures_of(f, columns, &t.n_measures);
	for (size_t c = 0; c < g->n_columns; c++) {
		columns[c].form = form;
		columns[c].data = true;
		columns[c].name = many ? g->columns[c]->benchmark->brief : NULL;
		columns[c].head = many ? head_of(f, c) : NULL;
	}
	struct rows_label *labels = arena_alloc(f->arena, g->n_rows + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(f->arena, g->n_rows * g->n_columns + 1, sizeof *cells);
	for (size_t r = 0; r < g->n_rows; r++) {
		if (subject_shows(f, r))
			labels[r] = subject_label(f, r, !many);
		for (size_t c = 0; c < g->n_columns; c++)
			cells[r * g->n_columns + c] = cell_of(f, r, c);
	}
	t.labels = labels;
	t.cells = cells;
	return t;
}

void subject_evidence(const struct subject *f, const struct rows_shown *shown, struct notes *notes,
                      struct frame_words *words)
{
	const struct grid *g = f->grid;
	size_t most = shown->n_rows * g->n_columns + f->n_extra, n = 0, n_columns = 0;
	const struct standing_row **cells = arena_alloc(f->arena, most + 1, sizeof *cells);
	size_t *of = arena_alloc(f->arena, most + 1, sizeof *of);
	for (size_t k = 0; k < shown->n_columns; k++)
		n_columns += shown->columns[k] < g->n_columns;
	for (size_t i = 0; i < shown->n_rows; i++)
		for (size_t k = 0; k < shown->n_columns; k++)
			if (shown->columns[k] < g->n_columns) {
				of[n] = shown->columns[k];
				cells[n++] = grid_cell(g, shown->rows[i], shown->columns[k]);
			}
	size_t n_drawn = f->extra_standing ? n : n + f->n_extra;
	for (size_t i = 0; i < f->n_extra; i++) {
		of[n] = f->extra_of[i];
		cells[n++] = f->extra[i];
	}
	size_t n_standings = g->n_columns + (f->extra_standing != NULL);
	const struct standing **standings = arena_alloc(f->arena, n_standings, sizeof *standings);
	struct number_style *styles = arena_alloc(f->arena, n_standings, sizeof *styles);
	for (size_t c = 0; c < n_standings; c++) {
		bool own = c < g->n_columns;
		standings[c] = own ? g->columns[c] : f->extra_standing;
		styles[c] = own ? f->styles[c]
		                : number_style_of(f->language, standings[c]->decimals, standings[c]->magnitude, 0);
	}
	struct evidence e = { .arena = f->arena,
		              .dataset = f->dataset,
		              .language = f->language,
		              .standings = standings,
		              .n_standings = n_standings,
		              .styles = styles,
		              .cells = cells,
		              .of = of,
		              .n_cells = n,
		              .n_drawn = n_drawn,
		              .ranked = f->ranked,
		              .whiskers = f->whiskers,
		              .starred = f->starred,
		              .rows_all = f->turned_all ? 0 : g->n_rows,
		              .rows_shown = f->turned_all ? 0 : shown->n_rows,
		              .columns_all = f->turned_all ? f->turned_all : g->n_columns,
		              .columns_shown = n_columns };
	evidence_notes(&e, notes);
	words->notes = notes->items;
	words->n_notes = notes->count;
	words->source = evidence_source(&e);
}

void subject_add_point(struct subject_points *points, const struct standing_row *cell, size_t column)
{
	points->of[points->n] = column;
	points->cells[points->n++] = cell;
}

void subject_points_evidence(const struct subject *f, const struct subject_points *points, struct notes *notes,
                             struct frame_words *words)
{
	struct evidence e = { .arena = f->arena,
		              .dataset = f->dataset,
		              .language = f->language,
		              .standings = f->grid->columns,
		              .n_standings = f->grid->n_columns,
		              .styles = f->styles,
		              .cells = points->cells,
		              .of = points->of,
		              .n_cells = points->n,
		              .n_drawn = points->n,
		              .whiskers = true,
		              .dots = true,
		              .rows_all = points->rows_all,
		              .rows_shown = points->rows_shown,
		              .columns_all = points->columns_all,
		              .columns_shown = points->columns_shown };
	evidence_notes(&e, notes);
	words->notes = notes->items;
	words->n_notes = notes->count;
	words->source = evidence_source(&e);
}

const char *subject_direction(const struct subject *f)
{
	return words_get(f->language, subject_directions_differ(f) ? WORD_HIGHER_MOSTLY
	                              : n_lower(f)                 ? WORD_LOWER
	                                                           : WORD_HIGHER);
}

const char *subject_row_name(const struct subject *f, const struct benchmark *b)
{
	return b->better == BETTER_LOWER && subject_directions_differ(f)
	               ? words_clause(f->arena, f->language, b->brief, words_get(f->language, WORD_LOWER_COLUMN))
	               : b->brief;
}
