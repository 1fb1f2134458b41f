/* Numbers as the cells of spreadsheets show them. */
#include "base/arena.h"
#include "read/number_format.h"
#include "read/range.h"

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

static const struct number_calendar calendar = { false }, calendar_1904 = { true };

static void numbers_without_a_format_have_15_digits(void **state)
{
	const struct {
		double number;
		const char *text;
	} cases[] = { { 0.1 + 0.2, "0.3" },
		      { 77, "77" },
		      { -0.0, "0" },
		      { -1234567.5, "-1234567.5" },
		      { 1.0 / 3, "0.333333333333333" },
		      { 123456789012345678.0, "123456789012346000" },
		      { 1e-7, "0.0000001" },
		      { 1.5e-20, "1.5e-20" },
		      { 1.7976931348623157e308, "1.79769313486232e+308" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(number_format(*state, cases[i].number, NULL, calendar), cases[i].text);
}

static void a_format_decides_what_is_shown(void **state)
{
	const struct {
		double number;
		const char *format, *text;
	} cases[] = { { 0.77, "0.0%", "77.0%" },
		      { 0.77, "0%", "77%" },
		      { 0.7705, "0.0%", "77.1%" }, /* by its decimal digits, not by the binary number below them */
		      { 0.285, "0%", "29%" },
		      { 1.005, "0.00", "1.01" },
		      { 2.5, "0", "3" },
		      { -2.5, "0", "-3" },
		      { 9.99, "0.0", "10.0" },
		      { 0.04, "0.0", "0.0" },
		      { -0.04, "0.0", "0.0" },
		      { 0.5, "0", "1" },
		      { 0.4, "0", "0" },
		      { 99.5, "0", "100" },
		      { 71, "0.0", "71.0" },
		      { 1234567.891, "#,##0.00", "1234567.89" },
		      { 0.5, "#.##", "0.5" },
		      { 5, "#.##", "5" },
		      { 1234567, "0.0,,\"M\"", "1.2M" },
		      { 1234.5, "\"$\"#,##0.00", "$1234.50" },
		      { 1234.5, "[$\u20ac-407] #,##0.00", "\u20ac 1234.50" },
		      { 12.5, "0.0\" ms\"", "12.5 ms" },
		      { 12.5, "0.0\" km/h\"", "12.5 km/h" },
		      { -5, "0.0;[Red]0.0", "-5.0" },
		      { -5, "#,##0_);(#,##0)", "-5" },
		      { -5, "0;-0", "-5" },
		      { 0, "0;-0;\"none\"", "none" },
		      { 0, "0;-0;;@", "" },
		      { 123456, "0.00E+00", "1.23e+05" },
		      { 9.999e7, "0.0E+00", "1.0e+08" },
		      { 0, "0.00E+00", "0.00e+00" },
		      { 0, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "0" },
		      { -1234.5, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "-1234.50" },
		      { 1234.5, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "1234.50" },
		      { 0.75, "# ?/?", "0.75" },
		      { 3.25, "General", "3.25" },
		      { 3.25, "General\" s\"", "3.25 s" },
		      { 3.25, "@", "3.25" },
		      { 3.25, "", "" },
		      { 3.25, "\"", "" },
		      { 3.25, "0.\\", "3" },
		      { 3.25, "[", "" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(number_format(*state, cases[i].number, cases[i].format, calendar), cases[i].text);
	assert_string_equal(number_format(*state, 0.4, number_format_built_in(10), calendar), "40.00%");
	assert_null(number_format_built_in(0));
	assert_null(number_format_built_in(4000000000u));
}

static void days_become_dates(void **state)
{
	assert_string_equal(number_format(*state, 46120, "yyyy\\-mm\\-dd", calendar), "2026-04-08");
	assert_string_equal(number_format(*state, 46120, number_format_built_in(14), calendar), "2026-04-08");
	assert_string_equal(number_format(*state, 44658, "d.m.yy", calendar_1904), "2026-04-08");
	assert_string_equal(number_format(*state, 46120, "mmm yyyy", calendar), "2026-04");
	assert_string_equal(number_format(*state, 46120, "yyyy", calendar), "2026");
	assert_string_equal(number_format(*state, 46120.5, "dd/mm/yyyy hh:mm", calendar), "2026-04-08T12:00:00");
	assert_string_equal(number_format(*state, 46120.5, "dd/mm/yyyy", calendar), "2026-04-08");
	assert_string_equal(number_format(*state, 46119.9999999999, "yyyy-mm-dd", calendar), "2026-04-08");
	assert_string_equal(number_format(*state, 1, "yyyy-mm-dd", calendar), "1900-01-01");
	assert_string_equal(number_format(*state, 59, "yyyy-mm-dd", calendar), "1900-02-28");
	assert_string_equal(number_format(*state, 60, "yyyy-mm-dd", calendar), "60"); /* no such day */
	assert_string_equal(number_format(*state, 61, "yyyy-mm-dd", calendar), "1900-03-01");
	assert_string_equal(number_format(*state, -1, "yyyy-mm-dd", calendar), "-1");
	assert_string_equal(number_format(*state, 1e300, "yyyy-mm-dd", calendar), "1e+300");
	assert_string_equal(number_format(*state, 0.25, "h:mm", calendar), "06:00:00");
	assert_string_equal(number_format(*state, 1.25, "[h]:mm:ss", calendar), "30:00:00");
	assert_string_equal(number_format(*state, 0.25, "mm:ss.0", calendar), "06:00:00");
	assert_string_equal(number_format(*state, 3.54 / 86400, "mm:ss.0", calendar), "00:00:03.5");
	assert_string_equal(number_format(*state, 3.54 / 86400, "mm:ss", calendar), "00:00:04");
	assert_string_equal(number_format_time(*state, 3661.25), "01:01:01.25");
	assert_string_equal(number_format(*state, 46120, "[$-409]d\\-mmm\\-yy;@", calendar), "2026-04-08");
	assert_string_equal(number_format(*state, 46120, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", calendar),
	                    "2026-04-08");
	assert_string_equal(number_format_date(*state, "2026-04-08T00:00:00"), "2026-04-08");
	assert_string_equal(number_format_date(*state, "2026-04-08T10:00:00"), "2026-04-08T10:00:00");
}

static void ranges_are_read_as_spreadsheets_write_them(void **state)
{
	struct range r;
	const char *const good[] = { "B3:F40", "$B$3:$F$40", "f40:b3", "B40:F3" };
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_true(range_parse(good[i], &r));
		assert_string_equal(range_text(*state, r), "B3:F40");
	}
	assert_true(range_parse("B:F", &r) && r.top == 0 && r.bottom == RANGE_LAST_ROW && r.left == 1 && r.right == 5);
	assert_true(range_parse("3:40", &r) && r.left == 0 && r.right == RANGE_LAST_COLUMN && r.top == 2);
	assert_true(range_parse("XFD1048576", &r) && r.left == RANGE_LAST_COLUMN && r.bottom == RANGE_LAST_ROW);
	const char *const bad[] = { "",
		                    "B",
		                    "3",
		                    "B3:",
		                    "B3:F",
		                    ":F4",
		                    "B3:F40:G1",
		                    "B0:C0",
		                    "!",
		                    "B3 ",
		                    "XFE1:XFE2",
		                    "A1048577",
		                    "A99999999999:B1",
		                    "AAAAAAAAAA1:B2" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(range_parse(bad[i], &r));
	assert_string_equal(range_column(*state, 0), "A");
	assert_string_equal(range_column(*state, 26), "AA");
	assert_string_equal(range_column(*state, RANGE_LAST_COLUMN), "XFD");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_without_a_format_have_15_digits),
		cmocka_unit_test(a_format_decides_what_is_shown),
		cmocka_unit_test(days_become_dates),
		cmocka_unit_test(ranges_are_read_as_spreadsheets_write_them),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
