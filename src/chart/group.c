#include "chart/group.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "chart/kind.h"
#include "data/measurement.h"
#include "words/words.h"

/* ---- what is asked for ---- */

static bool names_any(const struct dataset *d, enum chart_group group)
{
	for (size_t i = 0; i < d->n_models; i++)
		if (group_of(group, model_variant(dataset_model_at(d, i), 0)))
			return true;
	return false;
}

static bool has_groups(struct arena *arena, const struct chart_name *asked, const struct chart_request *q,
                       struct diags *diags)
{
	const struct dataset *d = q->dataset;
	enum chart_group other = q->group == CHART_GROUP_MAKER ? CHART_GROUP_FAMILY : CHART_GROUP_MAKER;
	const char *fits = names_any(d, other) ? arena_printf(arena, "group by %s, which they name, or leave it out",
	                                                      other == CHART_GROUP_MAKER ? "maker" : "family")
	                                       : "leave it out, or add it to the models";
	if (names_any(d, q->group))
		return true;
	diag_add(diags, DIAG_ERROR, asked->place, fits, "the data name the %s of no %s",
	         q->group == CHART_GROUP_MAKER ? "maker" : "family", d->said.one);
	return false;
}

bool group_find(struct arena *arena, const struct chart_name *asked, struct chart_request *q, struct diags *diags)
{
	q->group = str_eq(asked->text, "maker")    ? CHART_GROUP_MAKER
	           : str_eq(asked->text, "family") ? CHART_GROUP_FAMILY
	                                           : CHART_GROUP_NONE;
	if (!asked->text)
		return true;
	if (!q->group)
		diag_add(diags, DIAG_ERROR, asked->place, "write maker or family, or leave it out",
		         "rows are not grouped by \"%s\"", asked->text);
	else if (!q->kind->may_group)
		diag_add(diags, DIAG_ERROR, asked->place, chart_kinds_that(arena, chart_kind_groups),
		         "a %s chart has no groups of rows", q->kind->name);
	else if (q->n_models == 1 && q->kind->most > 1)
		diag_add(diags, DIAG_ERROR, asked->place, "leave it out",
		         "bars of one %s have benchmarks as rows, which have no %s", q->dataset->said.one, asked->text);
	else
		return has_groups(arena, asked, q, diags);
	return false;
}

/* ---- which it is ---- */

const char *group_of(enum chart_group group, const struct variant *variant)
{
	const struct model_own *own = variant->model->own;
	switch (group) {
	case CHART_GROUP_MAKER:
		return own->organisation ? own->organisation->name : NULL;
	case CHART_GROUP_FAMILY:
		return own->more->family;
	case CHART_GROUP_NONE:
		break;
	}
	return NULL;
}

const char *group_head(const struct language *language, enum chart_group group, const struct variant *variant)
{
	const char *name = group_of(group, variant);
	return name ? name
	            : words_get(language, group == CHART_GROUP_MAKER ? WORD_GROUP_NO_MAKER : WORD_GROUP_NO_FAMILY);
}

enum word group_word(enum chart_group group)
{
	return group == CHART_GROUP_MAKER ? WORD_GROUP_MAKER : WORD_GROUP_FAMILY;
}

/* ---- their order ---- */

/* What the data name no group of is one. */
static const char *key_of(enum chart_group group, const struct variant *variant)
{
	const char *name = group_of(group, variant);
	return name ? name : "";
}

const struct grid *group_apply(struct arena *arena, const struct grid *g, enum chart_group group, const size_t **before)
{
	*before = NULL;
	if (!group)
		return g;
	struct map numbers = map_new(arena);
	const struct standing *s = g->columns[0];
	size_t n = 0, *number = arena_alloc(arena, s->count + 1, sizeof *number),
	       *rows = arena_alloc(arena, g->n_rows + 1, sizeof *rows);
	for (size_t i = 0; i < s->count; i++) { /* best first, in whatever order the rows are */
		number[n] = n;
		n += map_put(&numbers, key_of(group, s->rows[i].variant), &number[n]) == &number[n];
	}
	size_t *ends = arena_alloc(arena, n + 1, sizeof *ends);
	for (size_t r = 0; r < g->n_rows; r++)
		ends[*(size_t *)map_find(&numbers, key_of(group, grid_variant(g, r))) + 1]++;
	for (size_t k = 1; k <= n; k++)
		ends[k] += ends[k - 1];
	for (size_t r = 0; r < g->n_rows; r++)
		rows[ends[*(size_t *)map_find(&numbers, key_of(group, grid_variant(g, r)))]++] = r;
	*before = rows;
	return grid_in_order(arena, g, rows);
}
