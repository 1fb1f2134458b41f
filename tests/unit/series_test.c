/* What a source says over time: only its latest counts, and different sources stay rivals. */
#include "data_support.h"

#include "data/export.h"
#include "data/review.h"
#include "data/selection.h"
#include "data/series.h"

static const char names[] = "sources:\n"
			    "- {id: nightly, title: Nightly run, kind: run}\n"
			    "- {id: paper, title: Paper, kind: paper, date: 2026-03}\n"
			    "models: [{id: m, name: M}]\n"
			    "benchmarks: [{id: x, name: X, unit: points, better: higher}]\n";

/* M on X. rows: "value: 1, source: nightly" and so on, ended by NULL. */
static const struct dataset *load_rows(struct bench *bench, const char *extra, const char *const *rows)
{
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_addf(&text, "%s%smeasurements:\n", names, extra);
	for (; *rows; rows++)
		strbuf_addf(&text, "- {model: m, benchmark: x, %s}\n", *rows);
	return must_load(bench, READ_YAML, text.s);
}

static const struct selection *select_of(struct bench *bench, const char *extra, const char *const *rows)
{
	struct selections selections = selections_of(bench->arena, load_rows(bench, extra, rows), NULL);
	assert_int_equal(selections.count, 1);
	return selections.items[0];
}

static const char *const nights[] = { "value: 52, source: nightly, date: 2026-05-02",
	                              "value: 51, source: nightly, date: 2026-05-01",
	                              "value: 54, source: nightly, date: 2026-05-03", NULL };

static void the_latest_night_counts_and_the_earlier_are_no_rivals(void **state)
{
	const struct selection *s = select_of(*state, "", nights);
	assert_int_equal(s->reason, SELECTED_ONLY);
	assert_string_equal(s->chosen->value.text, "54");
	assert_int_equal(s->n_rivals, 0);
	assert_int_equal(s->n_all, 3);
}

static void the_points_of_a_series_are_sorted_by_date(void **state)
{
	struct bench *bench = *state;
	const struct selection *s = select_of(bench, "", nights);
	struct series_list list = series_of(bench->arena, s->all, s->n_all);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].count, 3);
	assert_string_equal(list.items[0].source->id, "nightly");
	const char *const expected[] = { "51", "52", "54" };
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(list.items[0].points[i]->value.text, expected[i]);
		assert_int_equal(series_is_past(&list.items[0], i), i < 2);
	}
	assert_string_equal(series_latest(&list.items[0])->value.text, "54");
}

static void another_source_stays_a_rival_of_the_latest(void **state)
{
	const char *const rows[] = { "value: 50, source: paper", "value: 50, source: nightly, date: 2026-05-01",
		                     "value: 54, source: nightly, date: 2026-05-03", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_int_equal(s->reason, SELECTED_NEWEST); /* what the nightly run said before agrees with nobody now */
	assert_string_equal(s->chosen->value.text, "54");
	assert_int_equal(s->n_rivals, 1);
	assert_string_equal(s->rivals[0]->source->id, "paper");
}

static void a_pin_names_a_source_and_its_latest_counts(void **state)
{
	const char *const rows[] = { "value: 50, source: paper, date: 2026-06",
		                     "value: 51, source: nightly, date: 2026-05-01",
		                     "value: 54, source: nightly, date: 2026-05-03", NULL };
	const struct selection *s = select_of(*state, "pins: [{model: m, benchmark: x, source: nightly}]\n", rows);
	assert_int_equal(s->reason, SELECTED_PIN);
	assert_string_equal(s->chosen->value.text, "54");
	assert_int_equal(s->n_rivals, 1);
}

static void values_of_no_named_source_make_a_series_too(void **state)
{
	const char *const rows[] = { "value: 51, date: 2026-05-01", "value: 54, date: 2026-05-03", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_string_equal(s->chosen->value.text, "54");
	assert_int_equal(s->n_rivals, 0);
}

/* 2026-05 may be before or after 2026-05-03. */
static void only_what_is_certainly_earlier_is_past(void **state)
{
	const char *const month[] = { "value: 54, source: nightly, date: 2026-05-03",
		                      "value: 51, source: nightly, date: 2026-05", NULL };
	assert_int_equal(select_of(*state, "", month)->n_rivals, 1);
}

static void an_undated_value_is_history_beside_a_dated_one_of_its_source(void **state)
{
	const char *const before[] = { "value: 51, source: nightly", "value: 54, source: nightly, date: 2026-05-03",
		                       NULL };
	const char *const after[] = { "value: 54, source: nightly, date: 2026", "value: 51, source: nightly", NULL };
	const char *const unnamed[] = { "value: 51", "value: 54, date: 2026-05-03", NULL };
	const char *const *const all[] = { before, after, unnamed };
	for (size_t i = 0; i < 3; i++) {
		const struct selection *s = select_of(*state, "", all[i]);
		assert_int_equal(s->reason, SELECTED_ONLY);
		assert_string_equal(s->chosen->value.text, "54");
		assert_int_equal(s->n_rivals, 0);
	}
}

static void an_undated_value_stays_in_the_running_without_a_dated_one_of_its_source(void **state)
{
	const char *const both[] = { "value: 51, source: nightly, measured: first-party",
		                     "value: 54, source: nightly, measured: third-party", NULL };
	const char *const other[] = { "value: 51, source: nightly", "value: 54, source: paper", NULL };
	assert_int_equal(select_of(*state, "", both)->n_rivals, 1);
	assert_int_equal(select_of(*state, "", other)->n_rivals, 1);
}

static void a_later_gap_or_estimate_does_not_replace_a_value(void **state)
{
	const char *const missing[] = { "value: 51, source: nightly, date: 2026-05-01",
		                        "status: missing, source: nightly, date: 2026-05-02", NULL };
	const char *const estimate[] = { "value: 51, source: nightly, date: 2026-05-01",
		                         "value: 60, status: estimated, source: nightly, date: 2026-05-02", NULL };
	const char *const estimates[] = { "value: 58, status: estimated, source: nightly, date: 2026-05-01",
		                          "value: 60, status: estimated, source: nightly, date: 2026-05-02", NULL };
	assert_string_equal(select_of(*state, "", missing)->chosen->value.text, "51");
	assert_string_equal(select_of(*state, "", estimate)->chosen->value.text, "51");
	assert_int_equal(select_of(*state, "", estimate)->n_rivals, 0);
	assert_string_equal(select_of(*state, "", estimates)->chosen->value.text, "60");
	assert_int_equal(select_of(*state, "", estimates)->n_rivals, 0);
}

/* One day's own claim and independent result of one source are told apart by who measured: both are in the running. */
static void points_of_one_day_do_not_replace_each_other(void **state)
{
	const char *const rows[] = { "value: 40, source: nightly, date: 2026-05-01",
		                     "value: 51, source: nightly, date: 2026-05-02, measured: first-party",
		                     "value: 54, source: nightly, date: 2026-05-02, measured: third-party", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_int_equal(s->reason, SELECTED_INDEPENDENT);
	assert_string_equal(s->chosen->value.text, "54");
	assert_int_equal(s->n_rivals, 1);
	assert_string_equal(s->rivals[0]->value.text, "51");
}

static void a_source_that_measured_often_has_one_vote(void **state)
{
	const char *const rows[] = { "value: 50, source: paper", "value: 50, date: 2026-03-05",
		                     "value: 54, source: nightly, date: 2026-05-01",
		                     "value: 54, source: nightly, date: 2026-05-02", NULL };
	const struct selection *s = select_of(*state, "", rows);
	assert_int_equal(s->reason, SELECTED_AGREED);
	assert_string_equal(s->chosen->value.text, "50");
}

static void the_table_of_everything_says_what_was_replaced_and_when(void **state)
{
	struct bench *bench = *state;
	const char *table = table_text(bench, load_rows(bench, "", nights), true);
	assert_string_equal(table,
	                    "benchmark  model  value  unit    measured  status  source   date        remark\n"
	                    "X          M         52  points  unknown   ok      nightly  2026-05-02  replaced on "
	                    "2026-05-03\n"
	                    "X          M         51  points  unknown   ok      nightly  2026-05-01  replaced on "
	                    "2026-05-03\n"
	                    "X          M         54  points  unknown   ok      nightly  2026-05-03\n");
}

static void a_review_finds_no_conflict_in_a_series(void **state)
{
	struct bench *bench = *state;
	const char *const rows[] = { nights[0], nights[1], nights[2], "value: 54, source: paper", NULL };
	review_dataset(bench->arena, load_rows(bench, "", rows), bench->diags);
	assert_int_equal(diags_count(bench->diags, DIAG_WARNING), 0);
}

/* Ten thousand nights are a series, not 10,000 rivals of each other. */
static void a_long_series_is_sorted_once(void **state)
{
	struct bench *bench = *state;
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, "model,benchmark,source,date,value\n");
	for (int i = 0; i < 10000; i++)
		strbuf_addf(&text, "M,X,nightly,%04d-%02d-%02d,%d\n", 2000 + i / 336, i / 28 % 12 + 1, i % 28 + 1, i);
	struct selections selections = selections_of(bench->arena, must_load(bench, READ_CSV, text.s), NULL);
	assert_int_equal(selections.count, 1);
	assert_string_equal(selections.items[0]->chosen->value.text, "9999");
	assert_int_equal(selections.items[0]->n_rivals, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_latest_night_counts_and_the_earlier_are_no_rivals),
		TEST(the_points_of_a_series_are_sorted_by_date),
		TEST(another_source_stays_a_rival_of_the_latest),
		TEST(a_pin_names_a_source_and_its_latest_counts),
		TEST(values_of_no_named_source_make_a_series_too),
		TEST(only_what_is_certainly_earlier_is_past),
		TEST(an_undated_value_is_history_beside_a_dated_one_of_its_source),
		TEST(an_undated_value_stays_in_the_running_without_a_dated_one_of_its_source),
		TEST(a_later_gap_or_estimate_does_not_replace_a_value),
		TEST(points_of_one_day_do_not_replace_each_other),
		TEST(a_source_that_measured_often_has_one_vote),
		TEST(the_table_of_everything_says_what_was_replaced_and_when),
		TEST(a_review_finds_no_conflict_in_a_series),
		TEST(a_long_series_is_sorted_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
