/* Workbooks that are written, and read again by the reader of workbooks. */
#include "data_support.h"

#include "paint/xlsx_write.h"
#include "read/archive.h"
#include "read/book.h"

#include <math.h>

static int set_up(void **state)
{
	struct arena *arena = arena_new();
	struct bench *bench = arena_alloc(arena, 1, sizeof *bench);
	*bench = (struct bench){ arena, diags_new(arena) };
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	arena_free(((struct bench *)*state)->arena);
	return 0;
}

static const char *shown(const struct grid *grid, uint32_t row, uint32_t column)
{
	for (size_t i = 0; i < grid->n_cells; i++)
		if (grid->cells[i].row == row && grid->cells[i].column == column)
			return grid->cells[i].text;
	return NULL;
}

static struct grid *read_back(struct bench *bench, struct bytes file, const char *sheet)
{
	struct archive *archive = archive_open(bench->arena, "book.xlsx", file, bench->diags);
	assert_non_null(archive);
	assert_true(book_recognise(archive));
	struct book *book = book_open(bench->arena, archive, "book.xlsx", bench->diags);
	assert_non_null(book);
	size_t i = book_find(book, sheet);
	assert_true(i < book->n_sheets);
	struct grid *grid = book_read(book, i, bench->diags);
	assert_non_null(grid);
	assert_true(diags_ok(bench->diags));
	return grid;
}

static void what_is_written_is_read_again(void **state)
{
	struct bench *bench = *state;
	struct xlsx_cell names[] = { { XLSX_TEXT, "A & <B>", 0, NULL },
		                     { XLSX_TEXT, "_x0041_ is no A", 0, NULL },
		                     { XLSX_TEXT, "نموذج 通义", 0, NULL },
		                     { XLSX_TEXT, "A & <B>", 0, NULL } };
	struct xlsx_cell values[] = { { XLSX_NUMBER, NULL, 89.5, "0.0\"%\"" },
		                      { XLSX_NUMBER, NULL, -1234567.25, "#,##0.00;\"−\"#,##0.00" },
		                      { XLSX_EMPTY, NULL, 0, NULL },
		                      { XLSX_NUMBER, NULL, 1e-7, NULL } };
	struct xlsx_column columns[] = { { { XLSX_EMPTY, NULL, 0, NULL }, names, 4 },
		                         { { XLSX_TEXT, "Score, %", 0, NULL }, values, 4 } },
			   other[] = { { { XLSX_TEXT, "Source", 0, NULL }, names, 1 } };
	struct xlsx_sheet sheets[] = { { "Data", columns, 2 }, { "Sources", other, 1 } };
	struct bytes file, again;
	assert_true(xlsx_write(bench->arena, sheets, 2, &file));
	assert_true(xlsx_write(bench->arena, sheets, 2, &again));
	assert_int_equal(file.size, again.size);
	assert_memory_equal(file.data, again.data, file.size);
	struct grid *grid = read_back(bench, file, "Data");
	assert_string_equal(shown(grid, 0, 1), "Score, %");
	assert_string_equal(shown(grid, 1, 0), "A & <B>");
	assert_string_equal(shown(grid, 2, 0), "_x0041_ is no A");
	assert_string_equal(shown(grid, 3, 0), "نموذج 通义");
	assert_string_equal(shown(grid, 4, 0), "A & <B>");
	assert_string_equal(shown(grid, 1, 1), "89.5%");
	assert_null(shown(grid, 3, 1));
	assert_null(shown(grid, 0, 0));
	assert_string_equal(shown(read_back(bench, file, "Sources"), 0, 0), "Source");
}

static void numbers_keep_all_their_digits(void **state)
{
	(void)state;
	static const struct {
		double number;
		const char *text;
	} cases[] = { { 0, "0" },
		      { -0.0, "0" },
		      { 10, "10" },
		      { 89.5, "89.5" },
		      { 0.1, "0.1" },
		      { 45930, "45930" },
		      { 1e-7, "1e-07" },
		      { -3.25, "-3.25" },
		      { 1e15, "1e+15" },
		      { 58e6, "58000000" },
		      { 2.0 / 3, "0.6666666666666666" },
		      { 1e300, "1e+300" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[XLSX_NUMBER_SIZE];
		xlsx_number(cases[i].number, text);
		assert_string_equal(text, cases[i].text);
	}
}

static void columns_have_the_names_that_excel_gives_them(void **state)
{
	(void)state;
	static const struct {
		size_t column;
		const char *name;
	} cases[] = { { 0, "A" },   { 25, "Z" },   { 26, "AA" },   { 51, "AZ" },
		      { 52, "BA" }, { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char name[XLSX_COLUMN_SIZE];
		xlsx_column_name(cases[i].column, name);
		assert_string_equal(name, cases[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_written_is_read_again, set_up, tear_down),
		cmocka_unit_test(numbers_keep_all_their_digits),
		cmocka_unit_test(columns_have_the_names_that_excel_gives_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
