/* Dates: as much of a day as is known. */
#include "base/arena.h"
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void dates_are_read_and_written_as_far_as_they_are_known(void **state)
{
	const char *const texts[] = { "2026-04-08", "2026-04", "2026", "0987-01-02" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct date date;
		assert_true(date_parse(texts[i], &date));
		assert_string_equal(date_iso(*state, date), texts[i]);
	}
	assert_string_equal(date_iso(*state, (struct date){ 0 }), "");
}

static void only_days_of_the_calendar_are_dates(void **state)
{
	const char *const wrong[] = { "",           "26",         "2026-13",    "2026-00",     "2026-02-29",
		                      "2026-04-31", "2026-4-8",   "08.04.2026", "2026-04-08 ", "2026/04/08",
		                      "0000",       "1900-02-29", "2026-04-00", "2026-04-",    "April 2026" };
	struct date date = { 1, 2, 3 };
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(date_parse(wrong[i], &date));
	assert_true(date.year == 1 && date.month == 2 && date.day == 3);
	assert_true(date_parse("2024-02-29", &date));
	assert_true(date_parse("2000-02-29", &date));
}

static void an_unknown_part_of_a_date_counts_as_the_earliest(void **state)
{
	(void)state;
	assert_true(date_compare((struct date){ 2026, 0, 0 }, (struct date){ 2026, 1, 0 }) < 0);
	assert_true(date_compare((struct date){ 2026, 4, 0 }, (struct date){ 2026, 4, 8 }) < 0);
	assert_true(date_compare((struct date){ 0 }, (struct date){ 1, 1, 1 }) < 0);
	assert_int_equal(date_compare((struct date){ 2026, 4, 8 }, (struct date){ 2026, 4, 8 }), 0);
	assert_true(date_compare((struct date){ 2026, 4, 9 }, (struct date){ 2026, 4, 8 }) > 0);
}

static void a_date_precedes_only_what_is_certainly_later(void **state)
{
	static const struct {
		struct date a, b;
		bool precedes;
	} cases[] = {
		{ { 2026, 4, 8 }, { 2026, 4, 9 }, true },  { { 2026, 4, 8 }, { 2026, 5, 0 }, true },
		{ { 2025, 0, 0 }, { 2026, 0, 0 }, true },  { { 2025, 12, 31 }, { 2026, 0, 0 }, true },
		{ { 2026, 0, 0 }, { 2026, 4, 0 }, false }, { { 2026, 4, 0 }, { 2026, 0, 0 }, false },
		{ { 2026, 4, 0 }, { 2026, 4, 8 }, false }, { { 2026, 4, 8 }, { 2026, 4, 0 }, false },
		{ { 2026, 4, 8 }, { 2026, 4, 8 }, false }, { { 0 }, { 2026, 4, 8 }, false },
		{ { 2026, 4, 8 }, { 0 }, false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(date_precedes(cases[i].a, cases[i].b), cases[i].precedes);
		if (cases[i].precedes)
			assert_false(date_precedes(cases[i].b, cases[i].a));
	}
}

static void days_are_numbered(void **state)
{
	(void)state;
	assert_int_equal(date_day((struct date){ 1970, 1, 1 }), 0);
	assert_int_equal(date_day((struct date){ 1969, 12, 31 }), -1);
	assert_int_equal(date_day((struct date){ 2000, 3, 1 }), 11017);
	assert_int_equal(date_day((struct date){ 2026, 4, 8 }), 20551);
	assert_int_equal(date_day((struct date){ 1, 1, 1 }), -719162);
	assert_int_equal(date_day((struct date){ 2026, 4, 0 }), date_day((struct date){ 2026, 4, 1 }));
	assert_int_equal(date_day((struct date){ 2026, 0, 0 }), date_day((struct date){ 2026, 1, 1 }));
	struct date before = date_of_day(-719163);
	for (long day = -719162; day < 400000; day++) {
		struct date d = date_of_day(day);
		assert_int_equal(date_day(d), day);
		assert_true(date_compare(before, d) < 0);
		before = d;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(dates_are_read_and_written_as_far_as_they_are_known, set_up, tear_down),
		cmocka_unit_test(only_days_of_the_calendar_are_dates),
		cmocka_unit_test(an_unknown_part_of_a_date_counts_as_the_earliest),
		cmocka_unit_test(a_date_precedes_only_what_is_certainly_later),
		cmocka_unit_test(days_are_numbered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
