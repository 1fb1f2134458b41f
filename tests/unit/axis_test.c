/* Axes: domains, ticks and places on linear, logarithmic and calendar scales. */
#include "data_support.h"

#include "chart/axis.h"

#include <math.h>

static void assert_ticks(const struct axis *a, const double *ticks, size_t n)
{
	assert_int_equal(a->n_ticks, n);
	for (size_t i = 0; i < n; i++)
		assert_true(fabs(a->ticks[i] - ticks[i]) < 1e-9 * fmax(1, fabs(ticks[i])));
}

#define ASSERT_TICKS(axis, ...)                                                                                        \
	do {                                                                                                           \
		static const double expected[] = { __VA_ARGS__ };                                                      \
		assert_ticks(axis, expected, sizeof expected / sizeof *expected);                                      \
	} while (0)

static void assert_words(struct bench *bench, const struct axis *a, const char *words)
{
	struct strbuf all = strbuf_new(bench->arena);
	for (size_t i = 0; i < a->n_ticks; i++)
		strbuf_addf(&all, "%s%s", i ? ", " : "", axis_tick(bench->arena, a, &language_english, i));
	char *plain = all.s;
	for (const char *c = all.s; *c; c++) /* no-break spaces as spaces */
		if (*c != '\xc2')
			*plain++ = *c == '\xa0' ? ' ' : *c;
	*plain = '\0';
	assert_string_equal(all.s, words);
}

/* ---- numbers ---- */

static void linear_steps_are_1_2_or_5(void **state)
{
	struct bench *bench = *state;
	struct axis a = axis_within(0, 7, 0);
	ASSERT_TICKS(&a, 0, 1, 2, 3, 4, 5, 6, 7);
	a = axis_within(0, 7.1, 0);
	ASSERT_TICKS(&a, 0, 2, 4, 6);
	a = axis_within(0, 14.5, 0);
	ASSERT_TICKS(&a, 0, 5, 10);
	a = axis_within(0, 39, 0);
	ASSERT_TICKS(&a, 0, 10, 20, 30);
	a = axis_within(-0.15, 0.25, 0);
	ASSERT_TICKS(&a, -0.1, 0, 0.1, 0.2);
	assert_int_equal(a.decimals, 1);
	assert_words(bench, &a, "\u22120.1, 0.0, 0.1, 0.2");
	a = axis_within(1000000, 4000000, 6);
	assert_words(bench, &a, "1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0");
}

static void air_on_both_sides(void **state)
{
	(void)state;
	struct axis a = axis_new(100, 200, false, 0);
	assert_true(fabs(a.low - 94) < 1e-9 && fabs(a.high - 206) < 1e-9);
	a = axis_new(50, 50, false, 0); /* all alike */
	assert_true(fabs(a.low - 47.5) < 1e-9 && fabs(a.high - 52.5) < 1e-9);
	a = axis_new(0, 0, true, 0);
	assert_true(a.kind == AXIS_LINEAR && fabs(a.low + 0.06) < 1e-9 && a.high == 1); /* no number below 0 */
	a = axis_new(0.5, 0.5, false, 0);
	assert_true(fabs(a.low + 0.09) < 1e-9 && a.high == 1.5);
	a = axis_new(-0.5, -0.5, false, 0);
	assert_true(a.low == -1.5 && fabs(a.high - 0.09) < 1e-9);
	a = axis_new(-50, -50, false, 0);
	assert_true(fabs(a.low + 52.5) < 1e-9 && fabs(a.high + 47.5) < 1e-9);
}

/* Logarithmic from thirty times on, never where a value or the end of an interval is zero or less. */
static void when_it_is_logarithmic(void **state)
{
	(void)state;
	assert_int_equal(axis_new(1, 30, true, 0).kind, AXIS_LOG);
	assert_int_equal(axis_new(1, 29.99, true, 0).kind, AXIS_LINEAR);
	assert_int_equal(axis_new(1, 300, false, 0).kind, AXIS_LINEAR);
	assert_int_equal(axis_new(0, 300, true, 0).kind, AXIS_LINEAR);
	assert_int_equal(axis_new(-1, 300, true, 0).kind, AXIS_LINEAR);
	assert_int_equal(axis_new(1e-9, 300, true, 0).kind, AXIS_LOG);
}

/* Asked for in a narrow range, its ticks are even steps; there are always three. */
static void a_narrow_range_may_be_logarithmic(void **state)
{
	(void)state;
	struct axis a = axis_log(52, 57, 0), b = axis_log(98.5, 1204, 0);
	assert_int_equal(a.kind, AXIS_LOG);
	assert_true(a.n_ticks >= 3 && a.ticks[0] == 52 && a.ticks[1] == 53);
	assert_true(b.n_ticks == 4 && b.ticks[0] == 100 && b.ticks[1] == 200 && b.ticks[3] == 1000);
}

static void logarithmic_ticks(void **state)
{
	struct bench *bench = *state;
	struct axis a = axis_new(2, 80, true, 0);
	ASSERT_TICKS(&a, 2, 5, 10, 20, 50);
	a = axis_new(0.2, 900, true, 0);
	ASSERT_TICKS(&a, 1, 10, 100, 1000);
	a = axis_new(0.15, 58, true, 0); /* only two whole powers */
	ASSERT_TICKS(&a, 0.2, 0.5, 1, 2, 5, 10, 20, 50);
	a = axis_new(0.05, 900, true, 0);
	assert_words(bench, &a, "0.1, 1, 10, 100, 1000");
	a = axis_log_within(0.05, 301, 0); /* more of them where no lines cross the plot */
	ASSERT_TICKS(&a, 0.1, 0.3, 1, 3, 10, 30, 100, 300);
	a = axis_new(1, 1e15, true, 0); /* every other power */
	ASSERT_TICKS(&a, 1e1, 1e3, 1e5, 1e7, 1e9, 1e11, 1e13, 1e15);
}

static void places_invert(void **state)
{
	(void)state;
	struct axis axes[] = { axis_new(10, 90, true, 0), axis_new(1, 4000, true, 0),
		               axis_of_dates((struct date){ 2025, 1, 1 }, (struct date){ 2026, 1, 1 }) };
	for (size_t i = 0; i < sizeof axes / sizeof *axes; i++) {
		struct axis *a = &axes[i];
		a->from = 300;
		a->to = 20;
		assert_true(fabs(axis_place(a, a->low) - 300) < 1e-6);
		assert_true(fabs(axis_place(a, a->high) - 20) < 1e-6);
		assert_true(axis_per_unit(a) < 0);
		double one = a->kind == AXIS_LOG ? 1 : 0;
		assert_true(fabs(axis_place(a, one) - axis_zero(a)) < 1e-6);
	}
	double middle = axis_place(&axes[1], sqrt(axes[1].low * axes[1].high));
	assert_true(fabs(middle - 160) < 1e-6);
}

/* ---- dates ---- */

static struct axis dates(const char *first, const char *last)
{
	struct date a, b;
	assert_true(date_parse(first, &a));
	assert_true(date_parse(last, &b));
	return axis_of_dates(a, b);
}

static void ticks_at_calendar_steps(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *first, *last, *words;
	} cases[] = {
		{ "2026-04-08", "2026-04-08", "7 April 2026, 8 April 2026, 9 April 2026" },
		{ "2026-02-27", "2026-03-01",
		  "26 February 2026, 27 February 2026, 28 February 2026, 1 March 2026, 2 March 2026" },
		{ "2026-03-01", "2026-03-29",
		  "2 March 2026, 9 March 2026, 16 March 2026, 23 March 2026, 30 March 2026" },
		{ "2025-12-20", "2026-05-20", "January 2026, February 2026, March 2026, April 2026, May 2026" },
		{ "2025-02-10", "2026-04-08", "April 2025, July 2025, October 2025, January 2026, April 2026" },
		{ "2023-06", "2026-04", "July 2023, January 2024, July 2024, January 2025, July 2025, January 2026" },
		{ "2020", "2025", "2020, 2021, 2022, 2023, 2024, 2025" },
		{ "2009", "2026", "2010, 2015, 2020, 2025" },
		{ "1950", "2020", "1960, 1980, 2000, 2020" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct axis a = dates(cases[i].first, cases[i].last);
		assert_int_equal(a.kind, AXIS_DATE);
		assert_words(bench, &a, cases[i].words);
	}
}

/* Whatever the range: ticks in order, within the domain, few enough to read, at least one. */
static void any_range_has_ticks(void **state)
{
	(void)state;
	for (long length = 0; length < 700000; length = length * 3 / 2 + 1)
		for (long start = -719162; start < 40000; start += 9973) {
			struct axis a = axis_of_dates(date_of_day(start), date_of_day(start + length));
			assert_true(a.n_ticks >= 1 && a.n_ticks <= AXIS_TICKS);
			for (size_t i = 0; i < a.n_ticks; i++) {
				struct date d = date_of_day((long)a.ticks[i]);
				assert_true(a.ticks[i] >= a.low && a.ticks[i] <= a.high);
				assert_true(!i || a.ticks[i] > a.ticks[i - 1]);
				assert_true(a.step == AXIS_DAYS || d.day == 1);
				assert_true(a.step != AXIS_YEARS || d.month == 1);
			}
		}
}

static void weeks_begin_on_monday(void **state)
{
	(void)state;
	struct axis a = dates("2026-03-01", "2026-03-29");
	assert_int_equal((long)a.ticks[0], date_day((struct date){ 2026, 3, 2 })); /* a Monday */
	assert_true(a.ticks[1] - a.ticks[0] == 7);
	a = dates("1969-11-20", "1969-12-20"); /* before the day that is counted from */
	for (size_t i = 0; i < a.n_ticks; i++)
		assert_int_equal(((long)a.ticks[i] + 7003) % 7, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(linear_steps_are_1_2_or_5, bench_open, bench_close),
		cmocka_unit_test(air_on_both_sides),
		cmocka_unit_test(when_it_is_logarithmic),
		cmocka_unit_test(a_narrow_range_may_be_logarithmic),
		cmocka_unit_test_setup_teardown(logarithmic_ticks, bench_open, bench_close),
		cmocka_unit_test(places_invert),
		cmocka_unit_test_setup_teardown(ticks_at_calendar_steps, bench_open, bench_close),
		cmocka_unit_test(any_range_has_ticks),
		cmocka_unit_test(weeks_begin_on_monday),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
