/* Two states of a dataset: what changed, in both directions.
 *
 * changes_test [CASES [FIRST]]: 400 random pairs by default, each made from its number alone, which a failure prints.
 */
#include "data_support.h"

#include "facts/changes.h"

static const struct changes *between(struct bench *bench, const char *old, const char *new)
{
	return changes_of(bench->arena, must_load(bench, READ_CSV, old), must_load(bench, READ_CSV, new), bench->diags);
}

/* "value a/x 1-2 better; ": kind, model/benchmark, ranks, and whether it is better where that is known. */
static const char *told_of(struct bench *bench, const struct changes *changes)
{
	struct strbuf b = strbuf_new(bench->arena);
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *c = &changes->items[i];
		strbuf_addf(&b, "%s %s/%s %d-%d%s; ", change_kind_word(c->kind),
		            variant_ref(bench->arena, c->new_variant ? c->new_variant : c->old_variant),
		            (c->benchmark ? c->benchmark : c->old_benchmark)->id, c->rank_before, c->rank_after,
		            !c->known_direction ? ""
		            : c->better         ? " better"
		                                : " worse");
	}
	return b.s;
}

#define HEAD "model,benchmark,value,better,source\n"

static void every_kind_of_change_is_listed(void **state)
{
	struct bench *bench = *state;
	const struct changes *c = between(bench, HEAD "a,x,9,higher,s\nb,x,8,,s\nc,x,7,,s\nd,x,6,,s\ne,x,5,,s\n",
	                                  HEAD "a,x,5.5,higher,s\nb,x,8,,s\nf,x,7.5,,s\nc,x,7,,t\ne,x,5.0,,s\n");
	assert_string_equal(told_of(bench, c), "rank b/x 2-1 better; new f/x 0-2; source c/x 3-3; "
	                                       "value a/x 1-4 worse; gone d/x 4-0; ");
	assert_int_equal(c->n_models_in, 1);
	assert_int_equal(c->n_models_out, 1);
	assert_int_equal(c->n_groups, 1);
	assert_true(c->items[3].difference == -3.5);
}

static void less_is_better_where_the_data_say_so(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(
		told_of(bench, between(bench, HEAD "a,x,9,lower,s\nb,x,5,,s\n", HEAD "a,x,4,lower,s\nb,x,6,,s\n")),
		"value a/x 2-1 better; value b/x 1-2 worse; ");
	assert_string_equal(told_of(bench, between(bench, HEAD "a,x,9,,s\nb,x,5,,s\n", HEAD "a,x,4,,s\nb,x,5,,s\n")),
	                    "rank b/x 2-1 better; value a/x 1-2 worse; ");
	assert_int_equal(told(bench, "are reversed"), 0);
	assert_string_equal(told_of(bench, between(bench, HEAD "a,x,9,lower,s\n", HEAD "a,x,4,higher,s\n")),
	                    "value a/x 1-1; ");
	assert_int_equal(told(bench, "are reversed"), 1);
}

static void nothing_gets_better_where_nobody_knows_what_is(void **state)
{
	struct bench *bench = *state;
	const char *open = HEAD "a,Error rate,9,,s\nb,Error rate,5,,s\n",
		   *later = HEAD "a,Error rate,4,,s\nb,Error rate,5,,s\n";
	assert_string_equal(told_of(bench, between(bench, open, later)), "value a/error-rate 0-0; ");
	assert_string_equal(told_of(bench, between(bench, open, HEAD "a,Error rate,9,lower,s\nb,Error rate,5,,s\n")),
	                    "");
	assert_string_equal(told_of(bench, between(bench, open, HEAD "a,Error rate,4,lower,s\nb,Error rate,5,,s\n")),
	                    "value a/error-rate 0-0 better; ");
	assert_int_equal(told(bench, "are reversed"), 0);
}

#define DATED "model,benchmark,value,source,date\n"

/* Another number of the same source under the same date is a revision; under another date it is the next of a series,
 * and without a date nobody can tell. */
static void a_source_that_changes_its_number_revises_it(void **state)
{
	struct bench *bench = *state;
	const char *old =
		DATED "a,x,9,s,2026-05-01\nb,x,5,s,2026-05-01\nc,x,3,s,\nd,x,2,s,2026-05-01\ne,x,1,,2026-05-01\n";
	const struct changes *c =
		between(bench, old,
	                DATED "a,x,8,s,2026-05-01\nb,x,6,s,2026-05-02\nc,x,4,s,\nd,x,2.5,t,2026-05-01\n"
	                      "e,x,1.5,,2026-05-01\n");
	assert_int_equal(c->count, 5);
	for (size_t i = 0; i < c->count; i++) {
		assert_int_equal(c->items[i].kind, CHANGE_VALUE);
		assert_int_equal(c->items[i].revision, str_eq(c->items[i].new_variant->model->id, "a"));
	}
	assert_int_equal(told(bench, "is given twice"), 0);
}

static void what_cannot_be_compared_is_left_out_with_one_warning(void **state)
{
	struct bench *bench = *state;
	const char *open = HEAD "a,x,9,higher,s\na,x,8,,t\nb,x,7,,s\nb,x,6,,t\na,y,1,,s\n";
	const struct changes *c = between(bench, open, HEAD "a,x,9,higher,s\na,y,2,,s\n");
	assert_string_equal(told_of(bench, c), "value a/y 1-1 better; ");
	assert_int_equal(c->n_left_out, 1);
	assert_int_equal(told(bench, "in the old state nothing decides"), 1);
	c = between(bench, open, open);
	assert_true(changes_none(c));
	assert_int_equal(c->n_left_out, 1);
	assert_int_equal(told(bench, "in both states nothing decides"), 1);
	c = between(bench, "model,benchmark,value\na,x,90%\n", "model,benchmark,value,unit\na,x,0.9,fraction\n");
	assert_int_equal(c->count, 0);
	assert_int_equal(c->n_left_out, 1);
	assert_int_equal(told(bench, "its unit was percent and is fraction"), 1);
	assert_true(diags_ok(bench->diags));
}

static void a_change_is_found_by_its_cell(void **state)
{
	struct bench *bench = *state;
	const struct dataset *old = must_load(bench, READ_CSV, "model,benchmark,value\na,x,1\nb,x,2\nb,y,1\n");
	const struct dataset *new = must_load(bench, READ_CSV, "model,benchmark,value\nb,x,2\na,x,3\na,y,\n");
	const struct changes *c = changes_of(bench->arena, old, new, bench->diags);
	const struct variant *a = dataset_variant(new, "a", place_file(NULL), NULL);
	const struct variant *b = dataset_variant(new, "b", place_file(NULL), NULL);
	assert_int_equal(changes_find(c, a, new->benchmarks[0])->kind, CHANGE_VALUE);
	assert_int_equal(changes_find(c, b, new->benchmarks[0])->kind, CHANGE_RANK);
	assert_int_equal(changes_find(c, b, new->benchmarks[1])->kind, CHANGE_GONE);
	assert_null(changes_find(c, a, new->benchmarks[1]));
}

/* ---- random pairs ---- */

static uint32_t below(uint32_t *r, uint32_t n)
{
	*r ^= *r << 13;
	*r ^= *r >> 17;
	*r ^= *r << 5;
	return *r % n;
}

static void random_measurements(struct strbuf *b, uint32_t *r, uint32_t model, uint32_t benchmark)
{
	static const char *const extra[] = {
		"", "", "", ", measured: first-party", ", measured: third-party", ", status: estimated"
	};
	uint32_t n = below(r, 8) ? 1 : below(r, 3), source = below(r, 2);
	for (uint32_t i = 0; i < n; i++) {
		strbuf_addf(b, "- {model: m%u%s, benchmark: b%u, source: s%u, ", model, below(r, 6) ? "" : "@pro",
		            benchmark, (source + i) % 2);
		if (below(r, 9))
			strbuf_addf(b, "value: %.*f%s%s}\n", (int)below(r, 2), (double)below(r, 300) / 10,
			            extra[below(r, 6)], below(r, 4) ? "" : ", ci: 2");
		else
			strbuf_add(b, "status: missing}\n");
	}
}

/* Up to 12 models and 4 benchmarks out of the same names, so that two of them have much in common. */
static const struct dataset *random_state(struct bench *bench, uint32_t *r)
{
	struct strbuf b = strbuf_new(bench->arena), values = strbuf_new(bench->arena);
	uint32_t models = 0, benchmarks = 0;
	bool has[12];
	strbuf_add(&b, "sources: [{id: s0, title: S, kind: press}, {id: s1, title: T, kind: press}]\nmodels:\n");
	for (uint32_t i = 0; i < 12; i++)
		if ((has[i] = below(r, 4) != 0 || (i == 11 && !models))) {
			strbuf_addf(&b, "- {id: m%u, name: M%u, variants: [{id: pro, name: Pro}]}\n", i, i);
			models++;
		}
	strbuf_add(&b, "benchmarks:\n");
	for (uint32_t i = 0; i < 4; i++) {
		if (!below(r, 4) && (i < 3 || benchmarks))
			continue;
		benchmarks++;
		strbuf_addf(&b, "- {id: b%u, name: B%u, unit: %s, better: %s}\n", i, i,
		            below(r, 12) ? "points" : "tokens",
		            !below(r, 15)                     ? "unknown"
		            : (i == 1) == (below(r, 15) != 0) ? "lower"
		                                              : "higher");
		for (uint32_t m = 0; m < 12; m++)
			if (has[m] && below(r, 5))
				random_measurements(&values, r, m, i);
	}
	if (below(r, 2))
		strbuf_addf(&b, "trust: [s%u]\n", below(r, 2));
	if (values.n)
		strbuf_addf(&b, "measurements:\n%s", values.s);
	return must_load(bench, READ_YAML, b.s);
}

static const struct change *counterpart(struct arena *arena, const struct changes *changes, const struct change *c)
{
	const char *ref = variant_ref(arena, c->new_variant ? c->new_variant : c->old_variant);
	const char *id = (c->benchmark ? c->benchmark : c->old_benchmark)->id;
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *d = &changes->items[i];
		if (str_eq(variant_ref(arena, d->new_variant ? d->new_variant : d->old_variant), ref) &&
		    str_eq((d->benchmark ? d->benchmark : d->old_benchmark)->id, id))
			return d;
	}
	return NULL;
}

static long index_of(const struct measurement *m)
{
	return m ? (long)m->index : -1;
}

static void must_mirror(struct bench *bench, const struct changes *ab, const struct changes *ba)
{
	assert_int_equal(ab->count, ba->count);
	assert_int_equal(ab->n_models_in, ba->n_models_out);
	assert_int_equal(ab->n_benchmarks_in, ba->n_benchmarks_out);
	assert_int_equal(ab->n_left_out, ba->n_left_out);
	for (size_t i = 0; i < ab->n_models_in; i++)
		assert_ptr_equal(ab->models_in[i], ba->models_out[i]);
	for (size_t i = 0; i < ab->n_benchmarks_in; i++)
		assert_ptr_equal(ab->benchmarks_in[i], ba->benchmarks_out[i]);
	for (size_t i = 0; i < ab->count; i++) {
		const struct change *c = &ab->items[i], *d = counterpart(bench->arena, ba, c);
		assert_non_null(d);
		assert_int_equal(d->kind, c->kind == CHANGE_NEW    ? CHANGE_GONE
		                          : c->kind == CHANGE_GONE ? CHANGE_NEW
		                                                   : c->kind);
		assert_ptr_equal(c->old_variant, d->new_variant);
		assert_ptr_equal(c->new_variant, d->old_variant);
		assert_ptr_equal(c->old_benchmark, d->benchmark);
		assert_int_equal(index_of(c->was), index_of(d->is));
		assert_int_equal(c->rank_before, d->rank_after);
		assert_int_equal(c->rank_after, d->rank_before);
		assert_true(c->difference == -d->difference);
		assert_int_equal(c->known_direction, d->known_direction);
		assert_true(!c->known_direction || c->better != d->better);
	}
}

static const struct standing_row *row_of(const struct standing *s, const struct variant *v)
{
	for (size_t i = 0; s && v && i < s->count; i++)
		if (s->rows[i].variant == v && s->rows[i].present)
			return &s->rows[i];
	return NULL;
}

/* Ranks are those of the standings, in their order, and what is not listed did not change. */
static void must_follow(struct bench *bench, const struct changes *c, const struct dataset *old,
                        const struct dataset *new, const struct benchmark *was, const struct benchmark *is)
{
	struct diags *silent = diags_new(bench->arena);
	const struct standing *before = standing_or_empty(bench->arena, old, was, NULL, 0, silent);
	const struct standing *after = standing_or_empty(bench->arena, new, is, NULL, 0, silent);
	const struct change *last = NULL;
	if (!before || !after || was->unit != is->unit)
		return;
	for (size_t i = 0; i < after->count; i++) {
		const struct standing_row *row = &after->rows[i];
		const char *ref = variant_ref(bench->arena, row->variant);
		const struct variant *old_variant = dataset_variant(old, ref, place_file(NULL), NULL);
		const struct standing_row *then = row_of(before, old_variant);
		const struct change *change = changes_find(c, row->variant, is);
		if (!change) {
			assert_true(!row->present == !then);
			assert_true(!then || (then->value == row->value &&
			                      (then->rank == row->rank || !was->direction || !is->direction)));
			continue;
		}
		assert_true(!last || !change->after || change == last + 1);
		last = change->after ? change : last;
		bool ranked = !row->present || !then ||
		              (was->direction == DIRECTION_UNKNOWN) == (is->direction == DIRECTION_UNKNOWN);
		assert_int_equal(change->rank_after, row->present && ranked ? row->rank : 0);
		assert_int_equal(change->rank_before, then && ranked ? then->rank : 0);
		assert_true(!change->known_direction || was->direction || is->direction);
		assert_true(change->kind != CHANGE_RANK || change->rank_before != change->rank_after);
	}
}

static void must_hold(struct bench *bench, uint32_t number)
{
	uint32_t r = number * 2654435761u + 1;
	const struct dataset *a = random_state(bench, &r), *b = random_state(bench, &r);
	const struct changes *ab = changes_of(bench->arena, a, b, bench->diags);
	must_mirror(bench, ab, changes_of(bench->arena, b, a, bench->diags));
	assert_true(changes_none(changes_of(bench->arena, a, a, bench->diags)));
	for (size_t i = 0; i < ab->count; i++)
		assert_ptr_equal(counterpart(bench->arena, ab, &ab->items[i]), &ab->items[i]);
	for (size_t i = 0; i < b->n_benchmarks; i++) {
		const struct benchmark *was = dataset_benchmark(a, b->benchmarks[i]->id, place_file(NULL), NULL);
		if (was)
			must_follow(bench, ab, a, b, was, b->benchmarks[i]);
	}
	size_t covered = 0;
	for (size_t i = 0; i < ab->n_groups; i++) {
		assert_int_equal(ab->groups[i].first, covered);
		covered += ab->groups[i].count;
	}
	assert_int_equal(covered, ab->count);
	assert_true(diags_ok(bench->diags));
}

struct range {
	uint32_t first, behind, at;
};

static void any_two_states_mirror_each_other(void **state)
{
	struct range *range = *state;
	for (range->at = range->first; range->at < range->behind; range->at++) {
		void *inner;
		bench_open(&inner);
		must_hold(inner, range->at);
		bench_close(&inner);
	}
}

static int name_failed(void **state)
{
	const struct range *range = *state;
	if (range->at < range->behind)
		fprintf(stderr, "again: changes_test 1 %u\n", range->at);
	return 0;
}

int main(int argc, char **argv)
{
	uint32_t cases = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 400;
	uint32_t first = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
	struct range range = { first, first + cases, first };
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_kind_of_change_is_listed, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(less_is_better_where_the_data_say_so, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(nothing_gets_better_where_nobody_knows_what_is, bench_open,
		                                bench_close),
		cmocka_unit_test_setup_teardown(a_source_that_changes_its_number_revises_it, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(what_cannot_be_compared_is_left_out_with_one_warning, bench_open,
		                                bench_close),
		cmocka_unit_test_setup_teardown(a_change_is_found_by_its_cell, bench_open, bench_close),
		cmocka_unit_test_prestate_setup_teardown(any_two_states_mirror_each_other, NULL, name_failed, &range),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
