/* Tables of Markdown texts and HTML pages, and the choice among them. tests/cases/sheet_*.case have the workbooks. */
#include "data_support.h"

#include "read/sheets.h"

/* "a|b" for the keys and for each row; "-" is missing. */
static const char *dump(struct bench *bench, const struct table *table)
{
	struct strbuf b = strbuf_new(bench->arena);
	for (size_t c = 0; c < table->n_columns; c++)
		strbuf_addf(&b, "%s%s", c ? "|" : "", table->columns[c].key.text);
	for (size_t r = 0; r < table->n_rows; r++)
		for (size_t c = 0; c < table->n_columns; c++)
			strbuf_addf(&b, "%s%s", c ? "|" : "\n",
			            table->columns[c].cells[r] >= TABLE_TEXT ? table_cell(table, c, r) : "-");
	return b.s;
}

static const struct table *read_text(struct bench *bench, const char *name, const char *text, const char *selector)
{
	struct sheet_choice choice = { 0 };
	if (selector)
		choice = sheet_choice_of(bench->arena, selector);
	bench->diags = diags_new(bench->arena);
	return sheets_read(bench->arena, bench->arena, name, (struct bytes){ .data = text, .size = strlen(text) },
	                   selector ? &choice : NULL, bench->diags);
}

static void must_be(struct bench *bench, const char *name, const char *text, const char *selector, const char *wanted)
{
	const struct table *table = read_text(bench, name, text, selector);
	if (!table)
		diags_print(bench->diags, stderr, false);
	assert_non_null(table);
	assert_string_equal(dump(bench, table), wanted);
}

static void must_fail(struct bench *bench, const char *name, const char *text, const char *selector, const char *why)
{
	assert_null(read_text(bench, name, text, selector));
	assert_non_null(diags_at(bench->diags, 0));
	assert_string_equal(diags_at(bench->diags, 0)->message, why);
}

/* ---- Markdown ---- */

static void a_pipe_table_is_read(void **state)
{
	must_be(*state, "a.md", "| a | b |\n|---|---|\n| 1 | x |\n|2|\n", NULL, "a|b\n1|x\n2|-");
	must_be(*state, "a.md", "a | b\r\n:-- | --:\r\n1 | x\r\nno bar: no row\r\n", NULL, "a|b\n1|x");
	must_be(*state, "a.md", "> | a |\n> |---|\n> | 1 |\n| 2 |\n", NULL, "a\n1");
	must_be(*state, "a.md", "| a | b |\n|---|---|", NULL, "a|b");
	must_be(*state, "a.md", "|a|a||\n|-|-|-|\n|1|2|3|", NULL, "a|a (column B)|column 3\n1|2|3");
	must_fail(*state, "a.md", "|a|\n|-|\n|1|2|\n", NULL, "the row has 2 cells, the head of its table 1");
	must_fail(*state, "a.md", "|a|b|\n|-|\n|1|\n", NULL, "there is no table in it"); /* GitHub's rule */
	must_fail(*state, "a.md", "```\n|a|\n|-|\n```\n", NULL, "there is no table in it");
	must_fail(*state, "a.md", "    |a|\n    |-|\n", NULL, "there is no table in it");
	must_fail(*state, "a.md", "", NULL, "there is no table in it");
}

static void cells_are_without_marks(void **state)
{
	static const struct {
		const char *cell, *text;
	} cases[] = {
		{ "**77.0**%", "77.0%" },
		{ "*a* __b__ _c_ ~~d~~ ***e***", "a b c  e" }, /* what is struck out no longer holds */
		{ "**a *b* c**", "a b c" },
		{ "snake_case_x", "snake_case_x" },
		{ "77.0*", "77.0*" },
		{ "2 * 3 * 4", "2 * 3 * 4" },
		{ "`*x*`", "*x*" },
		{ "``a ` b``", "a ` b" },
		{ "`open", "`open" },
		{ "[a](b_(c)) d", "a d" },
		{ "[**a**][1]", "a" },
		{ "![alt](x.png)", "alt" },
		{ "77.0 [^1]", "77.0" },
		{ "[1]", "[1]" },
		{ "a \\| b \\* \\\\", "a | b * \\" },
		{ "\\*a\\*, \\d", "*a*, \\d" },
		{ "`a \\| b`", "a | b" },
		{ "77.0<sup>1</sup>", "77.0\u00b9" }, /* not 77.01 */
		{ "77.1<sub>\u00b10.3</sub>", "77.1\u00b10.3" },
		{ "H<sub>2</sub>O", "H\u2082O" },
		{ "a<br>b<b>c</b>", "a bc" },
		{ "5 < 6 & 7", "5 < 6 & 7" },
		{ "&lt;&#8722;1&nope;", "<\u22121&nope;" },
		{ "<https://x.org/a>", "https://x.org/a" },
		{ "~5", "~5" },
	};
	struct bench *bench = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *text = arena_printf(bench->arena, "|a|\n|-|\n|%s|\n", cases[i].cell);
		must_be(bench, "a.md", text, NULL, arena_printf(bench->arena, "a\n%s", cases[i].text));
	}
}

static void a_table_is_chosen_by_number_or_heading(void **state)
{
	static const char text[] =
		"# One\n|a|b|\n|-|-|\n|1|2|\n## Two: *more* #\n\n|a|b|\n|-|-|\n|3|4|\n\n"
		"Three\n=====\n<table id=t><tr><td>a<td>b<tr><td>5<td>6</table>\n|a|b|\n|-|-|\n|7|8|\n";
	must_be(*state, "a.md", text, "2", "a|b\n3|4");
	must_be(*state, "a.md", text, "two-more", "a|b\n3|4");
	must_be(*state, "a.md", text, "Two: more", "a|b\n3|4");
	must_be(*state, "a.md", text, "One", "a|b\n1|2");
	must_be(*state, "a.md", text, "t", "a|b\n5|6");
	must_be(*state, "a.md", text, "4", "a|b\n7|8");
	must_be(*state, "a.md", text, "4!A1:A2", "a\n7");
	must_fail(*state, "a.md", text, "5", "there is no table called \"5\"");
	must_fail(*state, "a.md", text, "three",
	          "2 tables are called three: #3 (Three, 2 rows, 2 columns), #4 (Three, 2 rows, 2 columns)");
	must_fail(*state, "a.md", text, NULL,
	          "4 tables: #1 (One, 2 rows, 2 columns), #2 (Two: more, 2 rows, 2 columns), #3 (Three, 2 rows, 2 "
	          "columns), "
	          "#4 (Three, 2 rows, 2 columns)");
}

/* ---- HTML ---- */

static void a_page_is_read_as_browsers_do(void **state)
{
	must_be(*state, "a.html", "<!DOCTYPE html><TABLE><TR><TH>a<TH>b<TR><TD>1<TD> x\n y </TABLE>", NULL,
	        "a|b\n1|x y");
	must_be(*state, "a.html",
	        "<table><thead><tr><th rowspan=2>m</th><th colspan='2'>M</th></tr><tr><th>v<th>n</tr></thead>"
	        "<tr><td rowspan=0>x<td>1<td>2<tr><td>3<td>4</table>",
	        NULL, "m|M / v|M / n\nx|1|2\nx|3|4");
	must_be(*state, "a.html", "<table><tr><td>a<td>b<td>c<tr><td>1<td></td><td> <tr><td><td>2</table>", NULL,
	        "a|b|c\n1|-|-\n-|2|-");
	must_be(*state, "a.html",
	        "<table><tbody><tr><td>a<td>b<tr><td rowspan=9>x<td>1</tbody><tbody><tr><td>y<td>2</table>", NULL,
	        "a|b\nx|1\ny|2");
	must_be(*state, "a.html",
	        "<table><tr><th>a<th>b</tr><tr><td>1<sup>2</sup><td><script>x<td></script><!-- y<td> -->z<br>w<img "
	        "alt=i>"
	        "<span style='display: none'>h<span>i</span></span></table>",
	        NULL, "a|b\n1\u00b2|z wi");
	must_be(*state, "a.html",
	        "<h2>Out</h2><table><tr><td>l<td>r<tr><td>x<table "
	        "id=in><tr><td>a<td>b<tr><td>1<td>2</table><td>y</table>",
	        "in", "a|b\n1|2");
	must_be(*state, "a.html",
	        "<h2>Out</h2><table><tr><td>l<td>r<tr><td>x<table "
	        "id=in><tr><td>a<td>b<tr><td>1<td>2</table><td>y</table>",
	        "1", "l|r\nx|y");
	must_be(*state, "a.html",
	        "<h2 id=s>Scores</h2><p><table><caption>By <b>us</b></caption><tr><th>a<th>b<tr hidden><td>0<td>0"
	        "<tr><td title='<td>'>1 &lt; 2<td>&#x2212;3</table><table><tr><td>c<tr><td>d</table>",
	        "By us", "a|b\n1 < 2|\u22123");
	must_be(*state, "a.html", "<table><tr><th>a<th>b<tr><td colspan=2>Open<tr><td>1<td>2<tr><td>Open<td></table>",
	        NULL, "a|b\n1|2\nOpen|-");
	must_fail(*state, "a.html", "<html>nothing", NULL, "there is no table in it");
	must_fail(*state, "a.html", "<table>", NULL, "this is empty");
}

/* ---- places ---- */

static void every_cell_knows_its_place(void **state)
{
	struct bench *bench = *state;
	const struct table *table =
		read_text(bench, "a.md", "# x\n\n| a  | b |\n|----|---|\n|  1 |   |\n| 2  | y |\n", NULL);
	assert_non_null(table);
	struct place place = table_place(table, 0, 0);
	assert_string_equal(place.file, "a.md");
	assert_int_equal(place.line, 5);
	assert_int_equal(place.column, 4);
	place = table_place(table, 1, 0); /* empty: that of the cell before it */
	assert_int_equal(place.line, 5);
	place = table_place(table, 1, 1);
	assert_int_equal(place.line, 6);
	assert_int_equal(place.column, 8);
	assert_int_equal(table->columns[1].key.place.line, 3);
	assert_int_equal(table->columns[1].key.place.column, 8);
	const struct value *row = table_row(bench->arena, table, 1);
	assert_int_equal(row->items[1].place.line, 6);
	assert_int_equal(row->items[1].place.column, 8);
}

/* ---- what it is ---- */

static void the_content_tells_what_a_file_is(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
		bool table;
	} cases[] = {
		{ "<stdin>", "|a|\n|-|\n|1|\n", true },
		{ "a.txt", "<!-- x -->\n<table><tr>", true },
		{ "a.md", "text\n<table>\n", true },
		{ "a.csv", "a,b\n1,2\n", false },
		{ "<stdin>", "a|b\n1|2\n", false },
		{ "<stdin>", "note: |\n  | a |\n  |---|\n", false },
		{ "<stdin>", "{\"a\": \"<table>\"}", false },
		{ "a.yaml", "|a|\n|-|\n", false },
		{ "a.md", "", false },
		{ "a.xlsx", "PK\3\4", true },
		{ "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", true },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct bytes bytes = { .data = cases[i].text, .size = strlen(cases[i].text) };
		assert_int_equal(sheets_recognise(cases[i].name, bytes), cases[i].table);
	}
}

static void a_selector_names_sheet_and_range(void **state)
{
	struct bench *bench = *state;
	struct sheet_choice choice = sheet_choice_of(bench->arena, "'My sheet'!B3:F40");
	assert_string_equal(choice.sheet, "My sheet");
	assert_string_equal(choice.range, "B3:F40");
	choice = sheet_choice_of(bench->arena, "Wow!");
	assert_string_equal(choice.sheet, "Wow!");
	assert_null(choice.range);
	choice = sheet_choice_of(bench->arena, "!B:F");
	assert_null(choice.sheet);
	assert_string_equal(choice.range, "B:F");
	choice = sheet_choice_of(bench->arena, "");
	assert_null(choice.sheet);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_pipe_table_is_read, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(cells_are_without_marks, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_table_is_chosen_by_number_or_heading, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_page_is_read_as_browsers_do, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(every_cell_knows_its_place, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(the_content_tells_what_a_file_is, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_selector_names_sheet_and_range, bench_open, bench_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
