/* What the words of a chart count, counted again in other data. */
#include "base/map.h"
#include "base/str.h"
#include "chart/census.h"
#include "data/selection.h"
#include "press/job.h"
#include "press/record.h"
#include "press/verify_parts.h"
#include "read/read.h"

struct recount { /* one chart */
	struct check *c;
	const struct value *map;
	struct scene_census census;
	const struct benchmark **benchmarks; /* of the census */
};

static const struct variant *variant_of(struct check *c, const char *ref)
{
	return ref ? dataset_variant(c->job->dataset, ref, place_file(NULL), diags_new(c->job->arena)) : NULL;
}

/* By the index of a variant; NULL: all are drawn. */
static const bool *drawn_rows(struct check *c, const struct value *map)
{
	const struct value *drawn = value_at(map, RECORD_DRAWN);
	const struct dataset *d = c->job->dataset;
	if (!drawn || drawn->kind != VALUE_LIST)
		return NULL;
	bool *rows = arena_alloc(c->job->arena, d->n_variants + 1, sizeof *rows);
	for (size_t i = 0; i < drawn->count; i++) {
		const struct variant *v = variant_of(c, drawn->items[i].text);
		if (v)
			rows[v->index] = true;
	}
	return rows;
}

/* n_rows if none is. */
static size_t row_of(const struct scene_census *c, const struct variant *variant)
{
	size_t row = 0;
	while (row < c->n_rows && (!variant || census_variant(c->cell(c->of, row, 0).who) != variant))
		row++;
	return row;
}

/* Between what the lines of a slope lead. False if an end is gone. */
static bool set_ends(struct recount *r)
{
	const struct value *ends = verify_list_at(r->map, RECORD_ENDS);
	size_t *at[] = { &r->census.from, &r->census.to };
	if (ends->count != 2)
		return false;
	r->census.turned = ends->items[0].kind == VALUE_STRING;
	for (size_t i = 0; i < 2; i++) {
		const struct value *end = &ends->items[i];
		if (r->census.turned)
			*at[i] = row_of(&r->census, variant_of(r->c, end->text));
		else
			*at[i] = end->kind == VALUE_NUMBER && end->number >= 0 &&
			                         end->number < (double)r->census.n_columns
			                 ? (size_t)end->number
			                 : r->census.n_columns;
		if (*at[i] >= (r->census.turned ? r->census.n_rows : r->census.n_columns))
			return false;
	}
	return true;
}

/* False if the chart cannot be counted again: one of its benchmarks is gone, or these data leave a choice open. Values
 * and ranks tell of that. */
static bool open_recount(struct recount *r, const struct variant *const *only, size_t n_only)
{
	struct arena *a = r->c->job->arena;
	const struct value *names = verify_list_at(r->map, RECORD_BENCHMARKS),
			   *drawn = verify_list_at(r->map, RECORD_DRAWN_BENCHMARKS);
	bool *columns = arena_alloc(a, drawn->count + 1, sizeof *columns);
	size_t n = drawn->count < names->count ? drawn->count : names->count;
	r->benchmarks = arena_alloc(a, n + 1, sizeof *r->benchmarks);
	for (size_t i = 0; i < n; i++) {
		const char *name = names->items[i].text;
		r->benchmarks[i] =
			name ? dataset_benchmark(r->c->job->dataset, name, place_file(NULL), diags_new(a)) : NULL;
		columns[i] = drawn->items[i].kind == VALUE_BOOL && drawn->items[i].boolean;
		if (!r->benchmarks[i])
			return false;
	}
	const struct census_earlier earlier = {
		.dataset = r->c->job->dataset,
		.benchmarks = r->benchmarks,
		.n_benchmarks = n,
		.models = only,
		.n_models = n_only,
		.rows = drawn_rows(r->c, r->map),
		.columns = columns,
	};
	return n > 0 && census_again(a, &earlier, &r->census, diags_new(a)) && set_ends(r);
}

/* ---- what a census alone does not tell ---- */

static const struct selection *selection_of(struct check *c, const struct value *v)
{
	struct arena *a = c->job->arena;
	const struct variant *variant = variant_of(c, verify_text_at(v, RECORD_MODEL));
	const char *on = verify_text_at(v, RECORD_BENCHMARK);
	const struct benchmark *benchmark =
		on ? dataset_benchmark(c->job->dataset, on, place_file(NULL), diags_new(a)) : NULL;
	const struct cells *cells = variant && benchmark ? cells_of(a, c->job->dataset, benchmark) : NULL;
	size_t at = cells ? cells_find(cells, variant, benchmark) : 0;
	return cells && at < cells_count(cells) ? cells_choose(a, cells, at) : NULL;
}

/* Of the values that the chart shows. */
static size_t count_values(struct recount *r, enum scene_counted what)
{
	const struct value *values = verify_list_at(r->map, RECORD_VALUES);
	size_t n = 0;
	for (size_t i = 0; i < values->count; i++) {
		const struct selection *s = selection_of(r->c, &values->items[i]);
		if (s && s->chosen)
			n += what == COUNT_CONFLICTS ? s->n_rivals > 0 : s->chosen->measured == MEASURED_UNKNOWN;
	}
	return n;
}

static size_t count_points(const struct scene_census *c)
{
	size_t n = 0;
	for (size_t r = 0; r < c->n_rows; r++) {
		bool all = true;
		for (size_t column = 0; column < c->n_columns; column++)
			all = all && c->cell(c->of, r, column).present;
		n += all;
	}
	return n;
}

/* ---- one count ---- */

static bool tally_of(struct recount *r, const struct value *v, struct scene_tally *out)
{
	const char *part = verify_text_at(v, RECORD_PART), *counted = verify_text_at(v, RECORD_COUNTED);
	size_t what = 0, where = 0;
	while (what < SCENE_COUNTED && !str_eq(census_counted_word((enum scene_counted)what), counted))
		what++;
	while (where < SCENE_PARTS && !str_eq(census_part_word((enum scene_part)where), part))
		where++;
	*out = (struct scene_tally){ .part = (enum scene_part)where,
		                     .what = (enum scene_counted)what,
		                     .column = (size_t)verify_number_at(v, RECORD_COLUMN),
		                     .told = (size_t)verify_number_at(v, RECORD_TOLD),
		                     .n = (size_t)verify_number_at(v, RECORD_NUMBER) };
	if (verify_text_at(v, RECORD_MODEL)) {
		const struct variant *who = variant_of(r->c, verify_text_at(v, RECORD_MODEL));
		if (row_of(&r->census, who) == r->census.n_rows)
			return false; /* its values are gone, which is told */
		out->who = who;
	}
	return where < SCENE_PARTS && what < SCENE_COUNTED && out->column < r->census.n_columns;
}

/* False if it is not known how many are drawn: the alt text says it, unless it is the author's. */
static bool count_lines_left(struct recount *r, size_t *n)
{
	const struct scene_tally asked = { .what = COUNT_LINES_ASKED };
	const struct value *tallies = verify_list_at(r->map, RECORD_TALLIES);
	size_t drawn = 0;
	for (size_t i = 0; i < tallies->count; i++)
		if (str_eq(verify_text_at(&tallies->items[i], RECORD_COUNTED), census_counted_word(COUNT_LINES)))
			drawn = (size_t)verify_number_at(&tallies->items[i], RECORD_NUMBER);
	if (!drawn || !census_count(&r->census, &asked, n))
		return false;
	*n = *n > drawn ? *n - drawn : 0;
	return true;
}

/* False for what hangs on values alone that the chart shows, or on where it found room. */
static bool count_again(struct recount *r, const struct scene_tally *t, size_t *n)
{
	switch (t->what) {
	case COUNT_CONFLICTS:
	case COUNT_UNKNOWN:
		*n = count_values(r, t->what);
		return true;
	case COUNT_POINTS:
		*n = count_points(&r->census);
		return true;
	case COUNT_LINES_LEFT:
		return count_lines_left(r, n);
	case COUNT_LINES_UP: /* to the printed digit */
		return false;
	default:
		return census_count(&r->census, t, n);
	}
}

static void check_tally(struct recount *r, const char *chart, const struct value *v)
{
	struct arena *a = r->c->job->arena;
	struct scene_tally t;
	size_t n;
	if (!tally_of(r, v, &t) || !count_again(r, &t, &n))
		return;
	n = n > t.told ? n - t.told : 0;
	r->c->out->n_counts++;
	if (n == t.n)
		return;
	const char *what = arena_printf(a, "%s, %s", census_part_word(t.part), census_counted_word(t.what));
	if (r->census.n_columns > 1 && t.column)
		what = arena_printf(a, "%s on %s", what, r->benchmarks[t.column]->id);
	verify_find(r->c, (struct verified_finding){ .kind = VERIFIED_COUNT,
	                                             .chart = chart,
	                                             .what = what,
	                                             .was = arena_printf(a, "%zu", t.n),
	                                             .is_now = arena_printf(a, "%zu", n) });
}

void verify_counts(struct check *c, const struct value *chart, const struct variant *const *only, size_t n_only)
{
	struct recount r = { .c = c, .map = chart };
	const struct value *tallies = verify_list_at(chart, RECORD_TALLIES);
	if (tallies->count && open_recount(&r, only, n_only))
		for (size_t i = 0; i < tallies->count; i++)
			check_tally(&r, verify_text_at(chart, RECORD_ID), &tallies->items[i]);
}
