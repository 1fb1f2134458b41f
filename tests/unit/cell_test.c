/* Cells, heads and marks of numbers as people write them. */
#include "data/cell.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/table_header.h"
#include "read/sniff.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const struct {
	const char *text;
	enum cell_kind kind;
	const char *value, *unit, *half, *low, *high;
} cells[] = {
	{ "71.4", CELL_NUMBER, "71.4", NULL, NULL, NULL, NULL },
	{ " 77.0% ", CELL_NUMBER, "77.0%", NULL, NULL, NULL, NULL },
	{ "$0.1300", CELL_NUMBER, "0.1300", "usd", NULL, NULL, NULL },
	{ "US$ 5", CELL_NUMBER, "5", "usd", NULL, NULL, NULL },
	{ "-$5.20", CELL_NUMBER, "-5.20", "usd", NULL, NULL, NULL },
	{ "5 \u20ac", CELL_NUMBER, "5", "eur", NULL, NULL, NULL },
	{ "EUR 1,250", CELL_NUMBER, "1,250", "eur", NULL, NULL, NULL },
	{ "58M", CELL_NUMBER, "58M", NULL, NULL, NULL, NULL },
	{ "128k tokens", CELL_NUMBER, "128k", "tokens", NULL, NULL, NULL },
	{ "62,764", CELL_NUMBER, "62,764", NULL, NULL, NULL, NULL },
	{ "12.5 ms", CELL_NUMBER, "12.5", "ms", NULL, NULL, NULL },
	{ "3m12s", CELL_NUMBER, "192", "seconds", NULL, NULL, NULL },
	{ "1h 0m 2.5s", CELL_NUMBER, "3602.5", "seconds", NULL, NULL, NULL },
	{ "0.85\u00b10.02", CELL_NUMBER, "0.85", NULL, "0.02", NULL, NULL },
	{ "77.0 +/- 1.2%", CELL_NUMBER, "77.0%", NULL, "1.2", NULL, NULL },
	{ "71.2 (\u00b11.5)", CELL_NUMBER, "71.2", NULL, "1.5", NULL, NULL },
	{ "12 ms \u00b1 3 ms", CELL_NUMBER, "12", "ms", "3", NULL, NULL },
	{ "1317 +9/-8", CELL_NUMBER, "1317", NULL, NULL, "-8", "9" },
	{ "1317 [1309, 1326]", CELL_NUMBER, "1317", NULL, NULL, "1309", "1326" },
	{ "71.2*", CELL_NUMBER, "71.2", NULL, NULL, NULL, NULL },
	{ "71.2\u2020\u00b9", CELL_NUMBER, "71.2", NULL, NULL, NULL, NULL },
	{ "71.2 [3]", CELL_NUMBER, "71.2", NULL, NULL, NULL, NULL },
	{ "**71.2**", CELL_NUMBER, "71.2", NULL, NULL, NULL, NULL },
	{ "\u22120.5", CELL_NUMBER, "-0.5", NULL, NULL, NULL, NULL },
	{ "+9/-9", CELL_INTERVAL, NULL, NULL, NULL, "-9", "9" },
	{ "-4/+5", CELL_INTERVAL, NULL, NULL, NULL, "-4", "5" },
	{ "\u00b14", CELL_INTERVAL, NULL, NULL, "4", NULL, NULL },
	{ "[1200, 1260]", CELL_INTERVAL, NULL, NULL, NULL, "1200", "1260" },
	{ "(1.2\u20133.4)", CELL_INTERVAL, NULL, NULL, NULL, "1.2", "3.4" },
	{ "n/a", CELL_MISSING, NULL, NULL, NULL, NULL, NULL },
	{ "\u2014", CELL_MISSING, NULL, NULL, NULL, NULL, NULL },
	{ "k. A.", CELL_MISSING, NULL, NULL, NULL, NULL, NULL },
	{ "", CELL_MISSING, NULL, NULL, NULL, NULL, NULL },
	{ "Apache 2.0", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "~71", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "<5", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "7/8", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "1.2.3", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "5 apples", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "$", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "\u00b1-4", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
	{ "12 ms \u00b1 3 usd", CELL_TEXT, NULL, NULL, NULL, NULL, NULL },
};

static void test_cells(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		struct cell_reading c = cell_read(arena, cells[i].text);
		if (c.kind != cells[i].kind || !str_eq(c.value, cells[i].value) || !str_eq(c.half, cells[i].half) ||
		    !str_eq(c.low, cells[i].low) || !str_eq(c.high, cells[i].high) ||
		    !str_eq(c.unit ? c.unit->name : NULL, cells[i].unit))
			fail_msg("\"%s\" is read as %d, %s %s, half %s, from %s to %s", cells[i].text, (int)c.kind,
			         c.value ? c.value : "-", c.unit ? c.unit->name : "-", c.half ? c.half : "-",
			         c.low ? c.low : "-", c.high ? c.high : "-");
	}
	arena_free(arena);
}

static void test_dates(void **state)
{
	static const char *const dates[][2] = {
		{ "17 November 2025 4:28pm", "2025-11-17" },
		{ "Nov 17, 2025", "2025-11-17" },
		{ "November 17th, 2025", "2025-11-17" },
		{ "17.11.2025", "2025-11-17" },
		{ "11/17/2025", "2025-11-17" },
		{ "17. M\u00e4rz 2025", "2025-03-17" },
		{ "2025-11-17T04:28:00Z", "2025-11-17" },
		{ "2025-11-17 04:28", "2025-11-17" },
		{ "March 2026", "2026-03" },
		{ "2026", "2026" },
		{ "03/04/2025", NULL },
		{ "31 February 2025", NULL },
		{ "17 17 2025", NULL },
		{ "yesterday", NULL },
		{ "v1 17 May 2025", NULL },
		{ "1763353680", NULL },
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct date date;
		bool found = cell_date(arena, dates[i][0], &date);
		if (found != (dates[i][1] != NULL) || (found && !str_eq(date_iso(arena, date), dates[i][1])))
			fail_msg("\"%s\" is read as %s", dates[i][0], found ? date_iso(arena, date) : "no date");
	}
	arena_free(arena);
}

static void test_heads(void **state)
{
	static const struct {
		const char *head, *shown;
		enum record_key role;
		const char *stem, *unit;
		enum direction better;
	} heads[] = {
		{ "Model Name", "Model Name", KEY_MODEL, NULL, NULL, DIRECTION_UNKNOWN },
		{ "modelName", "modelName", KEY_MODEL, NULL, NULL, DIRECTION_UNKNOWN },
		{ "Hersteller", "Hersteller", KEY_ORGANISATION, NULL, NULL, DIRECTION_UNKNOWN },
		{ "Accuracy (%)", "Accuracy", RECORD_KEYS, NULL, "percent", DIRECTION_UNKNOWN },
		{ "Latency [ms] \u2193", "Latency", RECORD_KEYS, NULL, "ms", DIRECTION_LOWER },
		{ "WER (lower is better)", "WER", RECORD_KEYS, NULL, NULL, DIRECTION_LOWER },
		{ "Kosten in EUR", "Kosten", RECORD_KEYS, NULL, "eur", DIRECTION_UNKNOWN },
		{ "Cost ($)", "Cost", RECORD_KEYS, NULL, "usd", DIRECTION_UNKNOWN },
		{ "total_cost_usd", "total_cost_usd", RECORD_KEYS, NULL, "usd", DIRECTION_UNKNOWN },
		{ "GPQA (Diamond)", "GPQA (Diamond)", RECORD_KEYS, NULL, NULL, DIRECTION_UNKNOWN },
		{ "arena_score", "arena_score", RECORD_KEYS, NULL, "elo", DIRECTION_UNKNOWN },
		{ "95% CI", "95% CI", KEY_CI, NULL, NULL, DIRECTION_UNKNOWN },
		{ "95_pct_ci", "95_pct_ci", KEY_CI, NULL, NULL, DIRECTION_UNKNOWN },
		{ "rating_q025", "rating_q025", KEY_CI_LOW, "rating", NULL, DIRECTION_UNKNOWN },
		{ "mmlu_pro_stderr", "mmlu_pro_stderr", KEY_SE, "mmlu_pro", NULL, DIRECTION_UNKNOWN },
		{ "Accuracy SE", "Accuracy SE", KEY_SE, "accuracy", NULL, DIRECTION_UNKNOWN },
		{ "(%)", "(%)", RECORD_KEYS, NULL, NULL, DIRECTION_UNKNOWN },
		{ "in", "in", RECORD_KEYS, NULL, NULL, DIRECTION_UNKNOWN },
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		struct table_head h = table_head_of(arena, heads[i].head);
		if (!str_eq(h.shown, heads[i].shown) || h.role != heads[i].role || !str_eq(h.stem, heads[i].stem) ||
		    !str_eq(h.unit, heads[i].unit) || h.better != heads[i].better)
			fail_msg("\"%s\" is \"%s\", role %d, stem %s, unit %s, better %d", heads[i].head, h.shown,
			         (int)h.role, h.stem ? h.stem : "-", h.unit ? h.unit : "-", (int)h.better);
	}
	arena_free(arena);
}

static void test_separators(void **state)
{
	static const struct {
		const char *text;
		char separator;
	} files[] = {
		{ "a,b\n1,2\n", ',' },      { "a;b\n1,5;2\n", ';' },
		{ "a\tb\n1,5\t2\n", '\t' }, { "a|b\nx, y|2\n", '|' },
		{ "a;b,c\n1;2,3\n", ',' },  { "a;b\n\"x;y\";2\n", ';' },
		{ "a,b\n1,2,3\n", ',' },    { "a;b\n1;2;3\n", ';' },
		{ "alone\n1\n", ',' },      { "", ',' },
	};
	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char found = sniff_separator(files[i].text, strlen(files[i].text));
		if (found != files[i].separator)
			fail_msg("the separator of %zu is '%c'", i, found);
	}
}

static enum sniff_decimal decided(const char *const *texts, char separator)
{
	struct sniff_marks marks = { 0 };
	for (; *texts; texts++)
		sniff_count(&marks, *texts);
	return sniff_decide(&marks, &marks, separator);
}

static void test_decimals(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_int_equal(decided((const char *[]){ "71,5", "1,427", NULL }, ';'), SNIFF_COMMA);
	assert_int_equal(decided((const char *[]){ "1.234,50", NULL }, ','), SNIFF_COMMA);
	assert_int_equal(decided((const char *[]){ "0,123", NULL }, ';'), SNIFF_COMMA);
	assert_int_equal(decided((const char *[]){ "1.234.567", NULL }, ';'), SNIFF_COMMA);
	assert_int_equal(decided((const char *[]){ "71.5", "1,427", NULL }, ';'), SNIFF_POINT);
	assert_int_equal(decided((const char *[]){ "1,234.5", NULL }, ','), SNIFF_POINT);
	assert_int_equal(decided((const char *[]){ "1,427,000", NULL }, ';'), SNIFF_POINT);
	assert_int_equal(decided((const char *[]){ "1,427", "62,764", NULL }, ','), SNIFF_POINT);
	assert_int_equal(decided((const char *[]){ "1,427", "62,764", NULL }, ';'), SNIFF_UNDECIDED);
	assert_int_equal(decided((const char *[]){ "71.5", "71,5", NULL }, ';'), SNIFF_BOTH);
	assert_string_equal(sniff_with_point(arena, "1.234,50 \u00b1 0,5"), "1234.50 \u00b1 0.5");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_cells), cmocka_unit_test(test_dates),
		                            cmocka_unit_test(test_heads), cmocka_unit_test(test_separators),
		                            cmocka_unit_test(test_decimals) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
