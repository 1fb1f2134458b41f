#include "chart/census.h"

#include "base/arena.h"
#include "chart/group.h"
#include "chart/phrase.h"
#include "data/measurement.h"
#include "data/selection.h"

struct counted_grid { /* outlives the subject */
	const struct grid *grid;
	const struct dataset *dataset;
	const struct number_style *styles; /* of the columns; NULL: values count as they are */
	const struct language *language;
	enum chart_group group;
	const size_t *withheld; /* by column; NULL: no claims are left out */
};

/* A cell is a row of its standing, or of no standing if it is missing. */
static size_t order_of(const struct standing *s, const struct standing_row *row)
{
	return row->present ? (size_t)(row - s->rows) : s->count;
}

static struct scene_cell cell(const void *of, size_t row, size_t column)
{
	const struct counted_grid *s = of;
	const struct standing_row *r = grid_cell(s->grid, row, column);
	const struct standing *standing = s->grid->columns[column];
	return (struct scene_cell){ .who = grid_variant(s->grid, row),
		                    .value = s->styles && r->present ? phrase_meant(r, s->styles[column]) : r->value,
		                    .half = r->present ? standing_interval(standing, r)->half : 0,
		                    .rank = r->rank,
		                    .order = order_of(standing, r),
		                    .present = r->present,
		                    .claimed = r->claimed,
		                    .estimated = r->estimated,
		                    .withheld = r->withheld && !r->present };
}

static bool kin(const void *of, size_t row, size_t other)
{
	const struct grid *g = ((const struct counted_grid *)of)->grid;
	return grid_variant(g, row)->model == grid_variant(g, other)->model;
}

static bool ahead(const void *of, size_t column, size_t row, size_t other)
{
	const struct counted_grid *s = of;
	const struct standing *standing = s->grid->columns[column];
	const struct standing_row *a = grid_cell(s->grid, row, column), *b = grid_cell(s->grid, other, column);
	return a->present && b->present && standing->benchmark->direction != DIRECTION_UNKNOWN &&
	       standing_ahead(standing, a, b);
}

static size_t ambiguous(const void *of, size_t column)
{
	const struct counted_grid *s = of;
	const struct benchmark *b = s->grid->columns[column]->benchmark;
	size_t n = 0;
	for (size_t i = 0; i < s->dataset->n_measurements; i++)
		n += measurement_benchmark(s->dataset, i) == b && measurement_status(s->dataset, i) == STATUS_AMBIGUOUS;
	return n;
}

static const char *group(const void *of, size_t row)
{
	const struct counted_grid *s = of;
	return group_head(s->language, s->group, grid_variant(s->grid, row));
}

static size_t withheld(const void *of, size_t column)
{
	return ((const struct counted_grid *)of)->withheld[column];
}

/* Chosen anew among all that the data have: what facts/withheld.c found is what the words say. */
static const size_t *withheld_again(struct arena *arena, const struct grid *g, const struct dataset *d,
                                    const struct variant *const *models, size_t n_models)
{
	if (!d->with_claims)
		return NULL;
	size_t *counts = arena_alloc(arena, g->n_columns + 1, sizeof *counts);
	struct arena *scratch = arena_new_below(arena);
	bool *asked = arena_alloc(scratch, d->n_variants + 1, sizeof *asked);
	for (size_t i = 0; i < n_models; i++)
		asked[models[i]->index] = true;
	size_t *claims = arena_alloc(scratch, d->n_benchmarks + 1, sizeof *claims);
	const struct selections all =
		selections_of(scratch, d->with_claims, g->n_columns == 1 ? g->columns[0]->benchmark : NULL);
	for (size_t i = 0; i < all.count; i++)
		if (!models || asked[all.items[i]->variant->index])
			claims[all.items[i]->benchmark->index] += selection_is_claim(all.items[i]);
	for (size_t c = 0; c < g->n_columns; c++)
		counts[c] = claims[g->columns[c]->benchmark->index];
	arena_free(scratch);
	return counts;
}

static bool *drawn_of(struct arena *arena, const size_t *places, size_t n, size_t all)
{
	bool *drawn = arena_alloc(arena, all + 1, sizeof *drawn);
	for (size_t i = 0; i < all && !places; i++)
		drawn[i] = true;
	for (size_t i = 0; i < n && places; i++)
		drawn[places[i]] = true;
	return drawn;
}

struct scene_census census_of(const struct subject *f, const size_t *rows, size_t n_rows, const size_t *columns,
                              size_t n_columns, const struct number_style *styles)
{
	struct counted_grid *s = arena_alloc(f->arena, 1, sizeof *s);
	const size_t *claims = withheld_again(f->arena, f->grid, f->dataset, f->request->models, f->request->n_models);
	*s = (struct counted_grid){ f->grid, f->dataset, styles, f->language, f->request->group, claims };
	return (struct scene_census){ .of = s,
		                      .n_rows = f->grid->n_rows,
		                      .n_columns = f->grid->n_columns,
		                      .rows = drawn_of(f->arena, rows, n_rows, f->grid->n_rows),
		                      .columns = drawn_of(f->arena, columns, n_columns, f->grid->n_columns),
		                      .cell = cell,
		                      .group = f->request->group ? group : NULL,
		                      .kin = kin,
		                      .ahead = ahead,
		                      .ambiguous = ambiguous,
		                      .withholds = claims != NULL,
		                      .withheld = withheld,
		                      .tallies = f->counted->items,
		                      .n_tallies = f->counted->count };
}

bool census_again(struct arena *arena, const struct census_earlier *e, struct scene_census *out, struct diags *diags)
{
	const struct grid *g =
		grid_of(arena, e->dataset, e->benchmarks, e->n_benchmarks, e->models, e->n_models, diags);
	if (!g)
		return false;
	struct counted_grid *s = arena_alloc(arena, 1, sizeof *s);
	const size_t *claims = withheld_again(arena, g, e->dataset, e->models, e->n_models);
	*s = (struct counted_grid){ g, e->dataset, NULL, NULL, CHART_GROUP_NONE, claims };
	bool *rows = drawn_of(arena, NULL, 0, g->n_rows);
	for (size_t i = 0; e->rows && i < g->n_rows; i++)
		rows[i] = e->rows[grid_variant(g, i)->index];
	*out = (struct scene_census){ .of = s,
		                      .n_rows = g->n_rows,
		                      .n_columns = g->n_columns,
		                      .rows = rows,
		                      .columns = e->columns ? e->columns : drawn_of(arena, NULL, 0, g->n_columns),
		                      .cell = cell,
		                      .kin = kin,
		                      .ahead = ahead,
		                      .ambiguous = ambiguous,
		                      .withholds = claims != NULL,
		                      .withheld = withheld };
	return true;
}

const struct variant *census_variant(const void *who)
{
	return who;
}
