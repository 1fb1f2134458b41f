/* Standings: order, ranks under noise, claims, digits. */
#include "data_support.h"

#include "data/measurement.h"
#include "data/selection.h"
#include "facts/standing.h"

#include <math.h>

/* rows: "A, 52" and further columns as in header. */
static const struct standing *stand(struct bench *bench, const char *header, const char *rows)
{
	const struct dataset *d = must_load(bench, READ_CSV, arena_printf(bench->arena, "%s\n%s", header, rows));
	return standing_of(bench->arena, d, d->benchmarks[0], NULL, 0, bench->diags);
}

/* "A 1, B 2=, C -": names with their ranks in order. */
static const char *ranks_of(struct bench *bench, const struct standing *standing)
{
	struct strbuf b = strbuf_new(bench->arena);
	assert_non_null(standing);
	for (size_t i = 0; i < standing->count; i++) {
		const struct standing_row *row = &standing->rows[i];
		strbuf_addf(&b, "%s%s ", i ? ", " : "", variant_full_name(bench->arena, row->variant));
		if (row->rank)
			strbuf_addf(&b, "%d%s", row->rank, row->tied ? "=" : "");
		else
			strbuf_add(&b, "-");
	}
	return b.s;
}

/* "A 52.5, B 1200": names with their values as printed, in order. */
static const char *printed(struct bench *bench, const struct standing *standing)
{
	struct strbuf b = strbuf_new(bench->arena);
	struct number_style style = { .language = &language_english, .magnitude = standing->magnitude };
	for (size_t i = 0; i < standing->n_present; i++) {
		const struct standing_row *row = &standing->rows[i];
		strbuf_addf(&b, "%s%s %s%s", i ? ", " : "", variant_full_name(bench->arena, row->variant),
		            number_text(bench->arena, row->value, digits_style(style, row->digits)),
		            row->digits.rounded ? "~" : "");
	}
	return b.s;
}

static const char plain[] = "model,benchmark,value", noisy[] = "model,benchmark,value,ci";

static void rows_come_best_first_and_those_without_a_value_last(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "d,x,\na,x,3\nc,x,n/a\nb,x,5\n");
	assert_string_equal(ranks_of(bench, s), "b 1, a 2, c -, d -");
	assert_int_equal(s->count, 4);
	assert_int_equal(s->n_present, 2);
	assert_int_equal(s->n_ranked, 2);
}

static void less_is_better_where_the_benchmark_says_so(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(
		ranks_of(bench, stand(bench, "model,benchmark,value,better", "a,x,3,lower\nb,x,5,lower\nc,x,-1,\n")),
		"c 1, a 2, b 3");
}

static void equal_values_share_a_rank_and_are_sorted_by_name(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(ranks_of(bench, stand(bench, plain, "b,x,5\nA,x,5.0\nc,x,6\nd,x,4\n")),
	                    "c 1, A 2=, b 2=, d 4");
}

static void rounding_leaves_every_difference(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,1.000013\nb,x,1.000021\nc,x,0.9\n");
	assert_string_equal(printed(bench, s), "b 1.00002~, a 1.00001~, c 0.9");
	assert_string_equal(ranks_of(bench, s), "b 1, a 2, c 3");
	s = stand(bench, plain, "a,x,0.12345\nb,x,0.12346\n");
	assert_string_equal(printed(bench, s), "b 0.12346, a 0.12345");
}

static void what_no_double_tells_apart_is_a_tie(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,0.30000000000000004\nb,x,0.3\n");
	assert_string_equal(printed(bench, s), "a 0.3000, b 0.3");
	assert_string_equal(ranks_of(bench, s), "a 1=, b 1=");
}

static void a_rank_counts_only_those_that_are_better_beyond_the_noise(void **state)
{
	struct bench *bench = *state;
	/* joint half-width sqrt(3² + 4²) = 5 */
	assert_string_equal(ranks_of(bench, stand(bench, noisy, "a,x,60,3\nb,x,55.1,4\nc,x,55,4\nd,x,49,0.1\n")),
	                    "a 1=, b 1=, c 2, d 4");
}

static void a_value_without_an_interval_is_compared_by_the_others_noise(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(ranks_of(bench, stand(bench, noisy, "a,x,60,\nb,x,59,2\nc,x,57,\n")), "a 1=, b 1=, c 3");
}

static void narrow_noise_ties_too(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(ranks_of(bench, stand(bench, noisy, "a,x,50.5,1\nb,x,50.0,1\nc,x,48.6,0.2\n")),
	                    "a 1=, b 1=, c 3");
}

static void rounding_moves_no_value_by_more_than_half_a_hundredth(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,0.00012345M\nb,x,58M\n");
	assert_int_equal(s->magnitude, 6);
	assert_string_equal(printed(bench, s), "b 58, a 0.000123~");
}

static void what_is_tiny_is_a_multiple_of_a_power_of_ten(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,4.9e-10\nb,x,0.6e-10\nc,x,0\n");
	assert_string_equal(printed(bench, s), "a 4.9\u00a0\u00d7\u00a010\u207b\u00b9\u2070, "
	                                       "b 0.6\u00a0\u00d7\u00a010\u207b\u00b9\u2070, c 0");
	assert_string_equal(ranks_of(bench, s), "a 1, b 2, c 3");
	s = stand(bench, plain, "a,x,5e-324\nb,x,1e-300\nc,x,2\n");
	assert_string_equal(printed(bench, s), "c 2, b 1\u00a0\u00d7\u00a010\u207b\u00b3\u2070\u2070, "
	                                       "a 5\u00a0\u00d7\u00a010\u207b\u00b3\u00b2\u2074");
	s = stand(bench, plain, "a,x,0.00000125\nb,x,0.00001\n");
	assert_string_equal(printed(bench, s), "b 0.00001, a 0.00000125");
}

static void the_side_that_faces_the_other_counts(void **state)
{
	struct bench *bench = *state;
	const char *header = "model,benchmark,value,ci_low,ci_high";
	assert_string_equal(ranks_of(bench, stand(bench, header, "a,x,60,59,70\nb,x,58,40,58.5\n")), "a 1, b 2");
	assert_string_equal(ranks_of(bench, stand(bench, header, "a,x,60,50,61\nb,x,58,57,60\n")), "a 1=, b 1=");
	const char *lower = "model,benchmark,value,ci_low,ci_high,better";
	assert_string_equal(ranks_of(bench, stand(bench, lower, "a,x,58,40,58.5,lower\nb,x,60,59.5,70,lower\n")),
	                    "a 1, b 2");
}

static void an_interval_at_another_level_is_brought_to_95(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, "model,benchmark,value,ci,level",
	                                 "a,x,60,1.6448536269514722,90\nb,x,50,2,95\nc,x,40,1,68.26894921370859\n");
	assert_true(fabs(standing_interval(s, &s->rows[0])->half - 1.959963984540054) < 1e-9);
	assert_true(standing_interval(s, &s->rows[1])->half == 2);
	assert_true(fabs(standing_interval(s, &s->rows[2])->half - 1.959963984540054) < 1e-9);
}

/* Measurements keep their order; they print as those of a standing do, and have its intervals. */
static void a_course_keeps_its_order_and_has_no_ranks(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_CSV,
	                                    "model,benchmark,value,ci,date,measured\n"
	                                    "a,x,50.10000004,2,2026-01-05,third-party\n"
	                                    "b,x,70.2,,2026-01-05,first-party\n"
	                                    "a,x,40,1,2026-02-05,third-party\n"
	                                    "a,x,60.5,,2026-03-05,third-party\n");
	const struct measurement *runs[4];
	for (size_t i = 0; i < 4; i++)
		runs[i] = measurement_at(bench->arena, d, i);
	const struct standing *s = standing_course(bench->arena, d, d->benchmarks[0], runs, 4);
	assert_string_equal(printed(bench, s), "a 50.1000~, b 70.2, a 40, a 60.5");
	assert_string_equal(ranks_of(bench, s), "a -, b -, a -, a -");
	assert_true(standing_interval(s, &s->rows[0])->half == 2);
	assert_true(standing_interval(s, &s->rows[2])->half == 1);
	assert_true(!s->rows[1].interval && !s->rows[3].interval);
	assert_true(s->rows[1].claimed && !s->rows[0].claimed && s->n_claimed == 1 && !s->all_claimed);
}

static void a_claim_is_placed_but_not_ranked_among_others(void **state)
{
	struct bench *bench = *state;
	const char *header = "model,benchmark,value,measured";
	const struct standing *s = stand(bench, header, "a,x,60,first-party\nb,x,59,third-party\nc,x,58,\n");
	assert_string_equal(ranks_of(bench, s), "a -, b 1, c 2");
	assert_true(s->rows[0].claimed);
	assert_int_equal(s->n_claimed, 1);
	assert_false(s->all_claimed);
	s = stand(bench, header, "a,x,60,first-party\nb,x,59,first-party\n");
	assert_string_equal(ranks_of(bench, s), "a 1, b 2");
	assert_true(s->all_claimed);
	s = stand(bench, header, "a,x,60,\nb,x,59,unknown\n");
	assert_string_equal(ranks_of(bench, s), "a 1, b 2");
	assert_false(s->all_claimed);
}

static void each_value_keeps_its_digits_and_gets_no_others(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(printed(bench, stand(bench, plain, "a,x,611\nb,x,38.4\nc,x,2.50\n")),
	                    "a 611, b 38.4, c 2.50");
	assert_string_equal(printed(bench, stand(bench, plain, "a,x,50\nb,x,49.96\nd,x,50.0004\n")),
	                    "d 50.0004, a 50, b 49.96");
	assert_string_equal(printed(bench, stand(bench, plain, "a,x,52.123456\nb,x,53\nc,x,0.000\n")),
	                    "b 53, a 52.1235~, c 0.000");
}

static void all_values_print_with_one_word(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,58M\nb,x,1.2bn\nc,x,500k\nd,x,120 million\n");
	assert_int_equal(s->magnitude, 6);
	assert_string_equal(printed(bench, s), "b 1200, d 120, a 58, c 0.5");
	s = stand(bench, plain, "a,x,58M\nb,x,\"1,427\"\n");
	assert_int_equal(s->magnitude, 0);
	assert_string_equal(printed(bench, s), "a 58000000, b 1427");
	s = stand(bench, plain, "a,x,58.25M\nb,x,0\n");
	assert_int_equal(s->magnitude, 6);
	assert_string_equal(printed(bench, s), "a 58.25, b 0");
}

static void models_that_nobody_measured_are_named(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		must_load(bench, READ_CSV, "model,variant,benchmark,value\na,,x,1\na,deep,y,1\nb,deep,x,2\nc,,y,3\n");
	const struct standing *s = standing_of(bench->arena, d, d->benchmarks[0], NULL, 0, bench->diags);
	assert_non_null(s);
	assert_int_equal(s->count, 2);
	assert_int_equal(s->n_absent, 1); /* c; b was measured as a variant */
	assert_ptr_equal(s->absent[0], dataset_variant(d, "c", (struct place){ 0 }, NULL));
}

static void only_those_asked_for_are_listed_and_shown_missing_if_unknown(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_CSV, "model,benchmark,value\na,x,1\nb,x,2\nc,y,3\n");
	const struct variant *only[] = { dataset_variant(d, "c", (struct place){ 0 }, NULL),
		                         dataset_variant(d, "a", (struct place){ 0 }, NULL),
		                         dataset_variant(d, "a", (struct place){ 0 }, NULL) };
	const struct standing *s = standing_of(bench->arena, d, d->benchmarks[0], only, 3, bench->diags);
	assert_string_equal(ranks_of(bench, s), "a 1, c -");
	assert_null(standing_selection(bench->arena, s, &s->rows[1]));
	assert_null(standing_chosen(bench->arena, s, &s->rows[1]));
	assert_string_equal(standing_chosen(bench->arena, s, &s->rows[0])->value.text, "1");
}

static void an_open_choice_or_no_value_at_all_is_an_error(void **state)
{
	struct bench *bench = *state;
	assert_null(stand(bench, "model,benchmark,value,source", "a,x,1,s\na,x,2,t\nb,x,3,s\n"));
	assert_int_equal(told(bench, "nothing decides which value of a on x counts"), 1);
	assert_null(stand(bench, plain, "a,x,\nb,x,\n"));
	assert_int_equal(told(bench, "there is no value to show on x"), 1);
}

/* The formula of standing.h, word for word. */
static int plain_rank(const struct standing *s, size_t i)
{
	int rank = 1;
	for (size_t j = 0; j < s->count; j++) {
		const struct standing_row *a = &s->rows[j], *b = &s->rows[i];
		double x = standing_interval(s, a)->half, y = standing_interval(s, b)->half;
		double lead = a->value - b->value, joint = sqrt(x * x + y * y);
		rank += joint == 0 ? lead >= 0.05 : lead > 0 && lead >= joint - 1e-9;
	}
	return rank;
}

static void ranks_of_many_rows_follow_the_formula(void **state)
{
	struct bench *bench = *state;
	struct strbuf rows = strbuf_new(bench->arena);
	unsigned seed = 7;
	for (int i = 0; i < 600; i++) {
		seed = seed * 1103515245u + 12345u;
		unsigned value = seed >> 16 & 1023;
		seed = seed * 1103515245u + 12345u;
		unsigned width = seed >> 16 & 127;
		if (width % 3)
			strbuf_addf(&rows, "m%d,x,%u.%u,%u.%u\n", i, value / 10, value % 10, width / 10, width % 10);
		else
			strbuf_addf(&rows, "m%d,x,%u.%u,\n", i, value / 10, value % 10);
	}
	const struct standing *s = stand(bench, noisy, rows.s);
	assert_non_null(s);
	assert_int_equal(s->n_ranked, 600);
	for (size_t i = 0; i < s->count; i++)
		assert_int_equal(s->rows[i].rank, plain_rank(s, i));
}

static void with_intervals_a_rank_counts_and_nothing_else(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(ranks_of(bench, stand(bench, noisy, "a,x,50,3\nb,x,48,3\nc,x,46,3\nd,x,44,3\ne,x,42,3\n")),
	                    "a 1=, b 1=, c 1=, d 2, e 3");
	/* a wide interval is not put behind the better value above it */
	assert_string_equal(ranks_of(bench, stand(bench, noisy, "a,x,90,\nb,x,80,0.1\nc,x,79,20\nd,x,79,0.1\n")),
	                    "a 1=, b 2, c 1=, d 3");
	/* nor does what prints alike share the better rank */
	assert_string_equal(ranks_of(bench, stand(bench, noisy, "a,x,60,\nb,x,55,4\nc,x,55,9\n")), "a 1=, b 2, c 1=");
	assert_false(stand(bench, noisy, "a,x,90,\nb,x,80,0.1\nc,x,79,20\n")->level);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_come_best_first_and_those_without_a_value_last),
		TEST(less_is_better_where_the_benchmark_says_so),
		TEST(equal_values_share_a_rank_and_are_sorted_by_name),
		TEST(rounding_leaves_every_difference),
		TEST(what_no_double_tells_apart_is_a_tie),
		TEST(a_rank_counts_only_those_that_are_better_beyond_the_noise),
		TEST(a_value_without_an_interval_is_compared_by_the_others_noise),
		TEST(narrow_noise_ties_too),
		TEST(rounding_moves_no_value_by_more_than_half_a_hundredth),
		TEST(what_is_tiny_is_a_multiple_of_a_power_of_ten),
		TEST(the_side_that_faces_the_other_counts),
		TEST(an_interval_at_another_level_is_brought_to_95),
		TEST(a_course_keeps_its_order_and_has_no_ranks),
		TEST(a_claim_is_placed_but_not_ranked_among_others),
		TEST(each_value_keeps_its_digits_and_gets_no_others),
		TEST(all_values_print_with_one_word),
		TEST(models_that_nobody_measured_are_named),
		TEST(only_those_asked_for_are_listed_and_shown_missing_if_unknown),
		TEST(an_open_choice_or_no_value_at_all_is_an_error),
		TEST(ranks_of_many_rows_follow_the_formula),
		TEST(with_intervals_a_rank_counts_and_nothing_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
