/* Which of several measurements counts: each rule of selection.h, and where it stops. */
#include "data_support.h"

#include "data/review.h"
#include "data/selection.h"

static const char names[] = "sources:\n"
			    "- {id: a, title: A, kind: press, date: 2026-04-08}\n"
			    "- {id: b, title: B, kind: press, date: 2026-04-08}\n"
			    "- {id: c, title: C, kind: press, date: 2026-04-08}\n"
			    "- {id: new, title: New, kind: press, date: 2026-05}\n"
			    "models: [{id: m, name: M}, {id: l, name: L}]\n"
			    "benchmarks:\n"
			    "- {id: x, name: X, unit: points, better: higher}\n"
			    "- {id: y, name: Y, unit: tokens, better: lower}\n";

/* The selection of M on X. rows: "value, source: a" and so on, ended by NULL. */
static const struct selection *select_of(struct bench *bench, const char *extra, const char *const *rows)
{
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_addf(&text, "%s%s\nmeasurements:\n", names, extra);
	for (; *rows; rows++)
		strbuf_addf(&text, "- {model: m, benchmark: x, value: %s}\n", *rows);
	const struct dataset *d = must_load(bench, READ_YAML, text.s);
	struct selections selections = selections_of(bench->arena, d, NULL);
	assert_int_equal(selections.count, 1);
	return selections.items[0];
}

static void assert_chosen(const struct selection *s, enum selection_reason reason, const char *value, size_t n_rivals)
{
	assert_int_equal(s->reason, reason);
	assert_non_null(s->chosen);
	assert_string_equal(s->chosen->value.text, value);
	assert_int_equal(s->n_rivals, n_rivals);
}

static void a_single_value_counts(void **state)
{
	const char *const rows[] = { "52, source: a", "null, source: b", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_chosen(s, SELECTED_ONLY, "52", 0);
	assert_int_equal(s->n_all, 2);
}

static void of_values_that_agree_the_one_with_most_digits_counts(void **state)
{
	const char *const rows[] = { "52, source: a", "52.4, source: b", "52.4, source: c", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_chosen(s, SELECTED_ONLY, "52.4", 0);
	assert_string_equal(s->chosen->source->id, "b"); /* the earlier of the two */
}

static void agreement_is_between_all_and_not_only_with_the_coarsest(void **state)
{
	const char *const rows[] = { "52, source: a", "52.4, source: b", "51.6, source: c", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_chosen(s, SELECTED_AGREED, "52", 0); /* both others agree with it, but not with each other */
}

static void a_pin_decides_before_everything(void **state)
{
	const char *const rows[] = { "52, source: a, measured: first-party", "53, source: b, measured: third-party",
		                     "53, source: c", NULL };
	const struct selection *s = select_of(*state, "trust: [b]\npins: [{model: m, benchmark: x, source: a}]", rows);
	assert_chosen(s, SELECTED_PIN, "52", 2);
}

static void a_pin_on_another_cell_decides_nothing(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		must_load(bench, READ_YAML,
	                  arena_printf(bench->arena,
	                               "%spins: [{model: l, benchmark: x, source: a}]\nmeasurements:\n"
	                               "- {model: m, benchmark: x, value: 1, source: a}\n"
	                               "- {model: m, benchmark: x, value: 2, source: b}\n"
	                               "- {model: l, benchmark: x, value: 3, source: a}\n"
	                               "- {model: l, benchmark: x, value: 4, source: b}\n",
	                               names));
	struct selections selections = selections_of(bench->arena, d, NULL);
	assert_int_equal(selections.count, 2);
	assert_int_equal(selections.items[0]->reason, SELECTED_OPEN);
	assert_int_equal(selections.items[1]->reason, SELECTED_PIN);
}

static void the_most_trusted_source_comes_before_a_third_party(void **state)
{
	const char *const rows[] = { "52, source: a, measured: third-party", "53, source: b", "54, source: c", NULL };
	assert_chosen(select_of(*state, "trust: [c, b]", rows), SELECTED_TRUST, "54", 2);
}

static void a_third_party_comes_before_the_majority(void **state)
{
	const char *const rows[] = { "52, source: a, measured: first-party", "52, source: b",
		                     "53, source: c, measured: third-party", NULL };
	assert_chosen(select_of(*state, "", rows), SELECTED_INDEPENDENT, "53", 2);
}

static void the_value_of_most_sources_comes_before_the_newest(void **state)
{
	const char *const rows[] = { "53, source: new", "52, source: a", "52.0, source: b", NULL };
	assert_chosen(select_of(*state, "", rows), SELECTED_AGREED, "52.0", 1);
}

/* One source and one date with two numbers: a conflict, not an error of the whole dataset and not a series. */
static void two_numbers_of_one_source_and_date_are_a_conflict(void **state)
{
	struct bench *bench = *state;
	const char *const rows[] = { "52, source: a", "55, source: a", NULL };
	const struct selection *s = select_of(bench, "", rows);
	assert_int_equal(s->reason, SELECTED_OPEN);
	assert_int_equal(s->n_rivals, 2);
	assert_int_equal(told(bench, "M on X is given twice by a: 55, but 52 before"), 1);
	selection_report_open(s, bench->diags);
	assert_int_equal(told(bench, "nothing decides which value of M on X counts: 52 (a), 55 (a)"), 1);
	assert_int_equal(told(bench, "keep one, or tell them apart"), 2);
	assert_int_equal(told(bench, "add pins"), 0);
	const char *const settled[] = { "52, source: a", "55, source: a", "55, source: b", NULL };
	assert_chosen(select_of(bench, "", settled), SELECTED_AGREED, "55", 1);
	const char *const dated[] = { "52, source: a, date: 2026-04-01", "55, source: a, date: 2026-04-02", NULL };
	assert_chosen(select_of(bench, "", dated), SELECTED_ONLY, "55", 0);
}

static void one_source_counts_once_however_often_it_says_it(void **state)
{
	const char *const rows[] = { "52, source: a, date: 2026-01",
		                     "52, source: a, date: 2026-01, measured: first-party",
		                     "53, source: b, date: 2026-03", NULL };
	assert_chosen(select_of(*state, "", rows), SELECTED_NEWEST, "53", 2);
}

static void the_newest_decides_last(void **state)
{
	const char *const rows[] = { "52, source: a", "53, source: new", NULL };
	assert_chosen(select_of(*state, "", rows), SELECTED_NEWEST, "53", 1);
}

static void what_no_rule_decides_stays_open_and_asks_for_a_pin(void **state)
{
	struct bench *bench = *state;
	const char *const rows[] = { "52, source: a", "53, source: b", NULL };
	const struct selection *s = select_of(bench, "", rows);
	assert_int_equal(s->reason, SELECTED_OPEN);
	assert_null(s->chosen);
	assert_int_equal(s->n_rivals, 2);
	selection_report_open(s, bench->diags);
	assert_int_equal(diags_count(bench->diags, DIAG_ERROR), 1);
	assert_int_equal(told(bench, "52 (a), 53 (b)"), 1);
	assert_int_equal(told(bench, "add pins: [{model: m, benchmark: x, source: a, note: why}]"), 1);
}

static void an_estimate_counts_only_where_there_is_nothing_better(void **state)
{
	const char *const rows[] = { "60, source: new, status: estimated", "52, source: a", NULL };
	assert_chosen(select_of(*state, "", rows), SELECTED_ONLY, "52", 0);
	assert_chosen(select_of(*state, "", (const char *const[]){ "60, source: a, status: estimated", "null", NULL }),
	              SELECTED_ONLY, "60", 0);
}

static void what_is_missing_or_an_unknown_zero_is_never_chosen(void **state)
{
	const char *const rows[] = { "null, source: a", "0, source: b, status: unknown-zero", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_int_equal(s->reason, SELECTED_NONE);
	assert_null(s->chosen);
	assert_int_equal(s->n_rivals, 0);
	assert_int_equal(s->n_all, 2);
}

static void an_ambiguous_value_belongs_to_no_cell(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(
		bench, READ_YAML,
		arena_printf(bench->arena,
	                     "%smeasurements: [{candidates: [m, l], benchmark: x, value: 3, status: ambiguous}]",
	                     names));
	assert_int_equal(d->n_measurements, 1);
	assert_int_equal(selections_of(bench->arena, d, NULL).count, 0);
}

static void cells_come_by_benchmark_then_variant(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML,
	                                    arena_printf(bench->arena,
	                                                 "%smeasurements:\n"
	                                                 "- {model: l, benchmark: y, value: 1}\n"
	                                                 "- {model: l, benchmark: x, value: 2}\n"
	                                                 "- {model: m, benchmark: y, value: 3}\n"
	                                                 "- {model: m, benchmark: x, value: 4}\n",
	                                                 names));
	struct selections all = selections_of(bench->arena, d, NULL);
	const char *const order[] = { "4", "2", "3", "1" };
	assert_int_equal(all.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(all.items[i]->chosen->value.text, order[i]);
	struct selections one = selections_of(bench->arena, d, d->benchmarks[1]);
	assert_int_equal(one.count, 2);
	assert_ptr_equal(one.items[0]->benchmark, d->benchmarks[1]);
}

static void a_review_names_every_conflict_and_what_nobody_uses(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML,
	                                    arena_printf(bench->arena,
	                                                 "%sorganisations: [{id: o, name: O}]\nmeasurements:\n"
	                                                 "- {model: m, benchmark: x, value: 52, source: a}\n"
	                                                 "- {model: m, benchmark: x, value: 53, source: new}\n"
	                                                 "- {model: m, benchmark: y, value: 1}\n"
	                                                 "- {model: m, benchmark: y, value: 0, status: unknown-zero}\n",
	                                                 names));
	review_dataset(bench->arena, d, bench->diags);
	assert_int_equal(told(bench, "53 (new, 2026-05) counts (the newest), not 52 (a, 2026-04-08)"), 1);
	assert_int_equal(told(bench, "nothing refers to the source"), 2);
	assert_int_equal(told(bench, "no model belongs to the organisation \"o\""), 1);
	assert_int_equal(told(bench, "the model \"l\" has no measurement"), 1);
	assert_int_equal(told(bench, "this value has no source"), 1);
	assert_int_equal(told(bench, "stands for an unknown value"), 1);
	assert_true(diags_ok(bench->diags));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_single_value_counts),
		TEST(of_values_that_agree_the_one_with_most_digits_counts),
		TEST(agreement_is_between_all_and_not_only_with_the_coarsest),
		TEST(a_pin_decides_before_everything),
		TEST(a_pin_on_another_cell_decides_nothing),
		TEST(the_most_trusted_source_comes_before_a_third_party),
		TEST(a_third_party_comes_before_the_majority),
		TEST(the_value_of_most_sources_comes_before_the_newest),
		TEST(two_numbers_of_one_source_and_date_are_a_conflict),
		TEST(one_source_counts_once_however_often_it_says_it),
		TEST(the_newest_decides_last),
		TEST(what_no_rule_decides_stays_open_and_asks_for_a_pin),
		TEST(an_estimate_counts_only_where_there_is_nothing_better),
		TEST(what_is_missing_or_an_unknown_zero_is_never_chosen),
		TEST(an_ambiguous_value_belongs_to_no_cell),
		TEST(cells_come_by_benchmark_then_variant),
		TEST(a_review_names_every_conflict_and_what_nobody_uses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
