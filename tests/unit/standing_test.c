/* Standings: order, ranks under noise, claims, digits. */
#include "data_support.h"

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

static void digits_beyond_the_printed_ones_do_not_rank(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,1.00001\nb,x,1.00002\nc,x,0.9\n");
	assert_int_equal(s->decimals, 4);
	assert_string_equal(ranks_of(bench, s), "b 1=, a 1=, c 3");
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

static void the_smallest_value_keeps_two_digits(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,0.00012345M\nb,x,58M\n");
	assert_int_equal(s->magnitude, 6);
	assert_int_equal(s->decimals, 5);
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
	assert_true(fabs(s->rows[0].half - 1.959963984540054) < 1e-9);
	assert_true(s->rows[1].half == 2);
	assert_true(fabs(s->rows[2].half - 1.959963984540054) < 1e-9);
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
	assert_false(s->none_says_who);
	s = stand(bench, header, "a,x,60,first-party\nb,x,59,first-party\n");
	assert_string_equal(ranks_of(bench, s), "a 1, b 2");
	assert_true(s->all_claimed);
	s = stand(bench, header, "a,x,60,\nb,x,59,unknown\n");
	assert_string_equal(ranks_of(bench, s), "a 1, b 2");
	assert_true(s->none_says_who);
	assert_false(s->all_claimed);
}

static void all_values_print_with_the_digits_of_the_finest(void **state)
{
	struct bench *bench = *state;
	assert_int_equal(stand(bench, plain, "a,x,52\nb,x,52.5\n")->decimals, 1);
	assert_int_equal(stand(bench, plain, "a,x,52\nb,x,53\n")->decimals, 0);
	assert_int_equal(stand(bench, plain, "a,x,52.123456\nb,x,53\n")->decimals, 4);
}

static void all_values_print_with_one_word(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, plain, "a,x,58M\nb,x,1.2bn\nc,x,500k\nd,x,120 million\n");
	assert_int_equal(s->magnitude, 6);
	assert_int_equal(s->decimals, 1); /* 0.5M, 1200M */
	s = stand(bench, plain, "a,x,58M\nb,x,\"1,427\"\n");
	assert_int_equal(s->magnitude, 0);
	assert_int_equal(s->decimals, 0);
	s = stand(bench, plain, "a,x,58.25M\nb,x,0\n");
	assert_int_equal(s->magnitude, 6);
	assert_int_equal(s->decimals, 2);
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
	assert_null(s->rows[1].selection);
	assert_null(s->rows[1].chosen);
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
		double lead = a->value - b->value, joint = sqrt(a->half * a->half + b->half * b->half);
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
	int before = 1;
	for (size_t i = 0, j; i < s->count;
	     i = j) { /* alike in print shares the better rank; never before a better value */
		int best = plain_rank(s, i);
		for (j = i + 1; j < s->count && fabs(s->rows[j].value - s->rows[i].value) < 1e-9; j++)
			best = plain_rank(s, j) < best ? plain_rank(s, j) : best;
		before = best > before ? best : before;
		for (size_t k = i; k < j; k++)
			assert_int_equal(s->rows[k].rank, before);
	}
}

static void a_wide_interval_does_not_rank_before_a_better_value(void **state)
{
	struct bench *bench = *state;
	const struct standing *s = stand(bench, noisy, "a,x,90,\nb,x,80,0.1\nc,x,79,20\nd,x,79,0.1\n");
	assert_non_null(s);
	assert_int_equal(s->rows[0].rank, 1);
	assert_int_equal(s->rows[1].rank, 2);
	assert_int_equal(s->rows[2].rank, 2);
	assert_int_equal(s->rows[3].rank, 2);
	assert_true(s->rows[3].tied);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_come_best_first_and_those_without_a_value_last),
		TEST(less_is_better_where_the_benchmark_says_so),
		TEST(equal_values_share_a_rank_and_are_sorted_by_name),
		TEST(digits_beyond_the_printed_ones_do_not_rank),
		TEST(a_rank_counts_only_those_that_are_better_beyond_the_noise),
		TEST(a_value_without_an_interval_is_compared_by_the_others_noise),
		TEST(narrow_noise_ties_too),
		TEST(the_smallest_value_keeps_two_digits),
		TEST(the_side_that_faces_the_other_counts),
		TEST(an_interval_at_another_level_is_brought_to_95),
		TEST(a_claim_is_placed_but_not_ranked_among_others),
		TEST(all_values_print_with_the_digits_of_the_finest),
		TEST(all_values_print_with_one_word),
		TEST(models_that_nobody_measured_are_named),
		TEST(only_those_asked_for_are_listed_and_shown_missing_if_unknown),
		TEST(an_open_choice_or_no_value_at_all_is_an_error),
		TEST(ranks_of_many_rows_follow_the_formula),
		TEST(a_wide_interval_does_not_rank_before_a_better_value),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
