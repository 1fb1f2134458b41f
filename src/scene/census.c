/* Counts of words, made again from all values of a chart, drawn or not. */
#include "scene/census.h"

#include <math.h>

static struct scene_cell cell_at(const struct scene_census *c, size_t row, size_t column)
{
	return c->cell(c->of, row, column);
}

/* ---- rows and columns ---- */

static size_t count_drawn(const bool *drawn, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += drawn[i];
	return count;
}

static size_t count_rows(const struct scene_census *c, enum scene_counted what)
{
	size_t drawn = count_drawn(c->rows, c->n_rows);
	return what == COUNT_MODELS ? drawn : what == COUNT_MODELS_LEFT ? c->n_rows - drawn : c->n_rows;
}

static size_t count_columns(const struct scene_census *c, enum scene_counted what)
{
	size_t drawn = count_drawn(c->columns, c->n_columns);
	return what == COUNT_BENCHMARKS ? drawn : what == COUNT_BENCHMARKS_LEFT ? c->n_columns - drawn : c->n_columns;
}

/* ---- on one column ---- */

static bool is_counted(const struct scene_cell *cell, enum scene_counted what, bool drawn)
{
	switch (what) {
	case COUNT_VALUES:
		return drawn && cell->present;
	case COUNT_VALUES_LEFT:
		return !drawn && cell->present;
	case COUNT_LEADERS:
	case COUNT_OTHER_LEADERS:
		return cell->rank == 1;
	case COUNT_LEADERS_LEFT:
		return !drawn && cell->rank == 1;
	case COUNT_CLAIMED:
		return drawn && cell->claimed;
	case COUNT_ESTIMATED:
		return drawn && cell->estimated;
	default:
		return drawn && !cell->present && !cell->withheld; /* COUNT_ABSENT */
	}
}

static size_t count_on(const struct scene_census *c, const struct scene_tally *t)
{
	size_t n = 0;
	for (size_t r = 0; r < c->n_rows; r++) {
		struct scene_cell cell = cell_at(c, r, t->column);
		n += is_counted(&cell, t->what, c->rows[r]);
	}
	return t->what == COUNT_OTHER_LEADERS && n ? n - 1 : n;
}

static size_t row_of(const struct scene_census *c, const void *who)
{
	size_t r = 0;
	while (r < c->n_rows && cell_at(c, r, 0).who != who)
		r++;
	return r;
}

static size_t count_ahead(const struct scene_census *c, const struct scene_tally *t)
{
	size_t own = row_of(c, t->who), n = 0;
	for (size_t r = 0; own < c->n_rows && r < c->n_rows; r++) {
		struct scene_cell cell = cell_at(c, r, t->column);
		n += r != own && cell.present && !cell.claimed && c->ahead(c->of, t->column, r, own);
	}
	return n;
}

/* ---- leads ---- */

struct field {                      /* who else is on a column */
	size_t above, level, below; /* of other models: ranked before it, with it, behind it */
	bool has_best, best_over,
		best_under;        /* the best value of another model, a claim or not, and whether it is ahead */
	bool outranked, outvalued; /* by another variant of its own model */
};

static struct field field_of(const struct scene_census *c, size_t column, size_t own)
{
	struct field f = { .above = 0 };
	struct scene_cell self = cell_at(c, own, column), best = { .value = 0 };
	for (size_t r = 0; r < c->n_rows; r++) {
		struct scene_cell other = cell_at(c, r, column);
		if (r == own || !other.present)
			continue;
		if (c->kin(c->of, r, own)) {
			f.outranked |= other.rank && other.rank < self.rank;
			f.outvalued |= c->ahead(c->of, column, r, own);
			continue;
		}
		f.above += other.rank && other.rank < self.rank;
		f.level += other.rank && other.rank == self.rank;
		f.below += other.rank && other.rank > self.rank;
		if (f.has_best && other.order > best.order)
			continue;
		best = other;
		f.has_best = true;
		f.best_over = c->ahead(c->of, column, r, own);
		f.best_under = c->ahead(c->of, column, own, r);
	}
	return f;
}

/* A result competes with results, by rank; a claim with everyone, by value. */
static bool leads(const struct scene_cell *own, const struct field *f)
{
	size_t ranked = f->above + f->level + f->below;
	if (own->rank && ranked)
		return f->below == ranked && !f->outranked;
	return f->has_best && f->best_under && !(own->rank ? f->outranked : f->outvalued);
}

static size_t count_leads(const struct scene_census *c, const struct scene_tally *t)
{
	size_t n = 0, own = row_of(c, t->who);
	for (size_t column = 0; own < c->n_rows && column < c->n_columns; column++) {
		struct scene_cell cell = cell_at(c, own, column);
		struct field f = field_of(c, column, own);
		bool meant = t->what == COUNT_LEADS_DRAWN ? c->columns[column] : t->what == COUNT_LEADS || cell.claimed;
		n += meant && cell.present && leads(&cell, &f);
	}
	return n;
}

/* Behind the best result, or for a claim behind the best value. */
static size_t count_trails(const struct scene_census *c, const struct scene_tally *t)
{
	size_t n = 0, own = row_of(c, t->who);
	for (size_t column = 0; own < c->n_rows && column < c->n_columns; column++) {
		struct scene_cell cell = cell_at(c, own, column);
		struct field f = field_of(c, column, own);
		bool meant = t->what == COUNT_TRAILS || c->columns[column];
		n += meant && cell.present && (cell.rank ? f.above > 0 : f.best_over);
	}
	return n;
}

/* ---- on all columns ---- */

/* Known to the data: it has a value, or one that is left out. */
static bool is_known(const struct scene_census *c, size_t row, size_t column)
{
	struct scene_cell cell = cell_at(c, row, column);
	return cell.present || cell.withheld;
}

static size_t count_cells(const struct scene_census *c, bool absent)
{
	size_t n = 0;
	for (size_t r = 0; r < c->n_rows; r++)
		for (size_t column = 0; c->rows[r] && column < c->n_columns; column++)
			n += c->columns[column] && !(absent && is_known(c, r, column));
	return n;
}

static bool is_topless(const struct scene_census *c, size_t column)
{
	bool best = false, best_drawn = false;
	double largest = 0, largest_drawn = 0;
	for (size_t r = 0; r < c->n_rows; r++) {
		struct scene_cell cell = cell_at(c, r, column);
		double size = cell.present ? fabs(cell.value) : 0;
		best |= cell.rank == 1;
		best_drawn |= cell.rank == 1 && c->rows[r];
		largest = fmax(largest, size);
		largest_drawn = c->rows[r] ? fmax(largest_drawn, size) : largest_drawn;
	}
	return (best && !best_drawn) || largest > largest_drawn;
}

static size_t count_topless(const struct scene_census *c)
{
	size_t n = 0;
	for (size_t column = 0; column < c->n_columns; column++)
		n += c->columns[column] && is_topless(c, column);
	return n;
}

static size_t count_ambiguous(const struct scene_census *c)
{
	size_t n = 0;
	for (size_t column = 0; column < c->n_columns; column++)
		n += c->columns[column] ? c->ambiguous(c->of, column) : 0;
	return n;
}

static size_t count_withheld(const struct scene_census *c)
{
	size_t n = 0;
	for (size_t column = 0; c->withholds && column < c->n_columns; column++)
		n += c->columns[column] ? c->withheld(c->of, column) : 0;
	return n;
}

/* ---- lines of a slope ---- */

/* Lines are models between two columns, or columns between two models. */
static size_t count_lines(const struct scene_census *c, bool up)
{
	size_t n = 0, lines = c->turned ? c->n_columns : c->n_rows;
	for (size_t i = 0; i < lines; i++) {
		struct scene_cell from = c->turned ? cell_at(c, c->from, i) : cell_at(c, i, c->from),
				  to = c->turned ? cell_at(c, c->to, i) : cell_at(c, i, c->to);
		bool rises = to.value > from.value && to.value - from.value >= hypot(from.half, to.half);
		n += from.present && to.present && (!up || rises);
	}
	return n;
}

/* ---- all ---- */

bool census_count(const struct scene_census *c, const struct scene_tally *t, size_t *n)
{
	switch (t->what) {
	case COUNT_MODELS:
	case COUNT_MODELS_LEFT:
	case COUNT_MODELS_ASKED:
		*n = count_rows(c, t->what);
		return true;
	case COUNT_BENCHMARKS:
	case COUNT_BENCHMARKS_LEFT:
	case COUNT_BENCHMARKS_ASKED:
		*n = count_columns(c, t->what);
		return true;
	case COUNT_VALUES:
	case COUNT_VALUES_LEFT:
	case COUNT_LEADERS:
	case COUNT_LEADERS_LEFT:
	case COUNT_OTHER_LEADERS:
	case COUNT_CLAIMED:
	case COUNT_ESTIMATED:
	case COUNT_ABSENT:
		*n = count_on(c, t);
		return true;
	case COUNT_LEADS:
	case COUNT_LEADS_CLAIMED:
	case COUNT_LEADS_DRAWN:
		*n = count_leads(c, t);
		return true;
	case COUNT_TRAILS:
	case COUNT_TRAILS_DRAWN:
		*n = count_trails(c, t);
		return true;
	case COUNT_AHEAD:
		*n = count_ahead(c, t);
		return true;
	case COUNT_CELLS:
	case COUNT_CELLS_ABSENT:
		*n = count_cells(c, t->what == COUNT_CELLS_ABSENT);
		return true;
	case COUNT_TOPLESS:
		*n = count_topless(c);
		return true;
	case COUNT_AMBIGUOUS:
		*n = count_ambiguous(c);
		return true;
	case COUNT_WITHHELD:
		*n = count_withheld(c);
		return true;
	case COUNT_LINES_ASKED:
	case COUNT_LINES_UP:
		*n = count_lines(c, t->what == COUNT_LINES_UP);
		return true;
	default:
		return false;
	}
}

/* ---- words ---- */

const char *census_counted_word(enum scene_counted what)
{
	static const char *const words[SCENE_COUNTED] = {
		[COUNT_MODELS] = "models shown",
		[COUNT_MODELS_LEFT] = "models not shown",
		[COUNT_MODELS_ASKED] = "models",
		[COUNT_BENCHMARKS] = "benchmarks shown",
		[COUNT_BENCHMARKS_LEFT] = "benchmarks not shown",
		[COUNT_BENCHMARKS_ASKED] = "benchmarks",
		[COUNT_VALUES] = "values shown",
		[COUNT_VALUES_LEFT] = "values not shown",
		[COUNT_LEADERS] = "leaders",
		[COUNT_LEADERS_LEFT] = "leaders not shown",
		[COUNT_OTHER_LEADERS] = "other leaders",
		[COUNT_LEADS] = "benchmarks led",
		[COUNT_LEADS_CLAIMED] = "benchmarks led by its own claim",
		[COUNT_LEADS_DRAWN] = "benchmarks led and shown",
		[COUNT_TRAILS] = "benchmarks behind",
		[COUNT_TRAILS_DRAWN] = "benchmarks behind and shown",
		[COUNT_AHEAD] = "results ahead",
		[COUNT_CLAIMED] = "claims shown",
		[COUNT_ESTIMATED] = "estimates shown",
		[COUNT_ABSENT] = "rows without a value",
		[COUNT_CELLS] = "cells",
		[COUNT_CELLS_ABSENT] = "cells without a value",
		[COUNT_TOPLESS] = "benchmarks whose best or largest value is not shown",
		[COUNT_UNKNOWN] = "values of which nobody says who measured them",
		[COUNT_AMBIGUOUS] = "values that no model is known for",
		[COUNT_WITHHELD] = "self-reported values not shown",
		[COUNT_CONFLICTS] = "values that another source contradicts",
		[COUNT_POINTS] = "points",
		[COUNT_EFFICIENT] = "points on the frontier",
		[COUNT_OTHER_EFFICIENT] = "other points on the frontier",
		[COUNT_UNNAMED] = "points without a name",
		[COUNT_LINES] = "lines shown",
		[COUNT_LINES_ASKED] = "lines",
		[COUNT_LINES_LEFT] = "lines not shown",
		[COUNT_LINES_UP] = "lines that rise",
	};
	return words[what];
}

const char *census_part_word(enum scene_part part)
{
	static const char *const words[SCENE_PARTS] = { "title", "subtitle", "alt text", "note" };
	return words[part];
}
