/* Records as columns, against value trees of the same bytes; and what a dataset of many rows may take. */
#define _XOPEN_SOURCE 700

#include "data_support.h"

#include "base/file.h"
#include "data/quantity.h"
#include "read/table.h"

#include <unistd.h>

static uint32_t next_random(uint32_t *r)
{
	*r = *r * 1664525u + 1013904223u;
	return *r >> 8;
}

/* ---- places ---- */

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){ .data = text, .size = strlen(text) };
}

static void every_byte_knows_its_line_and_column(void **state)
{
	const struct bench *bench = *state;
	static const char *const pieces[] = { "a", "\n", "\u00e4", "word ", "\u6f22", "\r\n", "\U0001f600" };
	uint32_t r = 7;
	struct strbuf text = strbuf_new(bench->arena);
	while (text.n < 9000)
		strbuf_add(&text, pieces[next_random(&r) % (text.n < 5000 ? 7 : 1)]); /* short lines, then a long one */
	struct lines lines = lines_of(bench->arena, "file", (struct bytes){ .data = text.s, .size = text.n });
	struct lines_cursor cursor = lines_cursor_at(&lines, 0);
	int line = 1, column = 1;
	for (size_t i = 0; i <= text.n; i++) {
		struct place place = lines_place(&lines, i), moved = lines_move(&cursor, i);
		assert_int_equal(moved.line, place.line);
		assert_int_equal(moved.column, place.column);
		if (i < text.n && ((unsigned char)text.s[i] & 0xc0) == 0x80)
			continue; /* inside a character */
		assert_int_equal(place.line, line);
		assert_int_equal(place.column, column);
		column = text.s[i] == '\n' ? 1 : column + 1;
		line += text.s[i] == '\n';
	}
}

/* ---- the same as a tree ---- */

static void must_be_the_same(struct bench *bench, enum read_format format, const char *text)
{
	const struct value *tree = read_bytes(bench->arena, format, "data", text, strlen(text), bench->diags);
	const struct table *table =
		table_read(bench->arena, bench->arena, format, "data", bytes_of(text), bench->diags);
	assert_non_null(tree);
	assert_non_null(table);
	assert_int_equal(table->n_rows, tree->count);
	for (size_t row = 0; row < table->n_rows; row++) {
		const struct value *there = &tree->items[row], *again = table_row(bench->arena, table, row);
		assert_true(value_equal(there, again));
		assert_int_equal(there->place.line, again->place.line);
		assert_int_equal(there->place.column, again->place.column);
		for (size_t k = 0; k < table->n_columns; k++) {
			const struct value *value = value_at(there, table->columns[k].key.text);
			uint32_t cell = table->columns[k].cells[row];
			struct place place = table_place(table, k, row);
			assert_int_equal(cell == TABLE_ABSENT, value == NULL);
			assert_int_equal(place.line, value ? value->place.line : there->place.line);
			assert_int_equal(place.column, value ? value->place.column : there->place.column);
			if (cell >= TABLE_TEXT)
				assert_string_equal(table_cell(table, k, row), value->text);
			else if (value)
				assert_int_equal(cell == TABLE_MISSING, value->kind == VALUE_MISSING);
		}
	}
}

static void a_table_holds_what_a_tree_holds(void **state)
{
	struct bench *bench = *state;
	must_be_the_same(bench, READ_CSV, "a,b\n1,x\n1,\n\n\"q\"\"uote, \u00e4\",2\r\n\"two\nlines\",x\n,x\n");
	must_be_the_same(bench, READ_TSV, "a\tb\n1\t x \n");
	must_be_the_same(bench, READ_CSV, "a,b\n");
	must_be_the_same(bench, READ_JSON, "[]");
	must_be_the_same(bench, READ_JSON,
	                 "[{\"a\": \"x\\ty\", \"b\": 1.50}, {}, {\"b\": null, \"c\": [1, {\"d\": 2}]},\n"
	                 " {\"c\": true, \"a\": \"\", \"b\": -0.5e3}, {\"\": \"\u00e4\", \"b\": 1}]");
}

static void many_texts_keep_apart(void **state)
{
	struct bench *bench = *state;
	struct strbuf csv = strbuf_new(bench->arena), json = strbuf_new(bench->arena);
	uint32_t r = 3;
	strbuf_add(&csv, "name,value,again\n");
	strbuf_add(&json, "[");
	for (int i = 0; i < 3000; i++) {
		uint32_t name = next_random(&r) % 2500, value = next_random(&r) % 50;
		strbuf_addf(&csv, "name %u,%u.5,%u\n", name, value, value);
		strbuf_addf(&json, "%s{\"name\": \"name %u\", \"value\": %u.5}", i ? ", " : "", name, value);
	}
	strbuf_add(&json, "]");
	must_be_the_same(bench, READ_CSV, csv.s);
	must_be_the_same(bench, READ_JSON, json.s);
}

static void what_is_no_table_is_left_to_the_tree(void **state)
{
	const struct bench *bench = *state;
	static const char *const texts[] = { "{\"a\": 1}",
		                             "[1, 2]",
		                             "[{\"a\": 1}, 2]",
		                             "[{\"a\": 1]",
		                             "[{\"a\": 1, \"a\": 2}]",
		                             "[{\"a\": 1}] 2",
		                             "[{\"a\": 01}]",
		                             "[{\"a\": 1,}]",
		                             "[{\"a\" 1}]",
		                             "[{\"a\": \"\\q\"}]",
		                             "",
		                             "[{\"a\": 1}" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_null(
			table_read(bench->arena, bench->arena, READ_JSON, "data", bytes_of(texts[i]), bench->diags));
	assert_int_equal(diags_count(bench->diags, DIAG_ERROR), 0);
}

static void nan_is_warned_of_once_at_its_place(void **state)
{
	struct bench *bench = *state;
	const char *text = "[{\"a\": 1},\n {\"a\": NaN}]";
	const struct table *table =
		table_read(bench->arena, bench->arena, READ_JSON, "data", bytes_of(text), bench->diags);
	assert_non_null(table);
	assert_int_equal(table->columns[0].cells[1], TABLE_MISSING);
	table_row(bench->arena, table, 1);
	assert_int_equal(diags_count(bench->diags, DIAG_WARNING), 1);
	assert_int_equal(diags_at(bench->diags, 0)->place.line, 2);
	assert_int_equal(diags_at(bench->diags, 0)->place.column, 8);
}

/* ---- numbers that are not kept as text ---- */

static void a_plain_number_gives_its_text_back(void **state)
{
	const struct bench *bench = *state;
	uint32_t r = 11;
	for (int i = 0; i < 20000; i++) {
		struct quantity q;
		bool percent;
		int decimals = (int)(next_random(&r) % 12), whole = 15 - decimals;
		double scale = 1;
		for (int k = 0; k < whole && k < (int)(next_random(&r) % 16); k++)
			scale *= 10;
		char text[64];
		double part = (double)next_random(&r) / (1 << 24),
		       more = (double)next_random(&r) / (1 << 24) / (1 << 24);
		snprintf(text, sizeof text, "%.*f", decimals,
		         (next_random(&r) % 2 ? -1 : 1) * (part + more) * scale * 0.99);
		assert_true(quantity_parse(bench->arena, text, &q, &percent));
		assert_true(quantity_follows(&q));
		assert_string_equal(quantity_text(bench->arena, q.number, q.decimals), text);
	}
}

static void other_spellings_are_kept(void **state)
{
	const struct bench *bench = *state;
	static const char *const texts[] = { "58M", "1,427", "+5", "007", ".5", "5.", "1e3", "1234567890.123456" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct quantity q;
		bool percent;
		assert_true(quantity_parse(bench->arena, texts[i], &q, &percent));
		assert_false(quantity_follows(&q));
	}
}

/* ---- memory ---- */

struct loading {
	struct arena_edge edge;
	const char *path;
	const struct direction_rules *rules;
	const struct dataset *dataset;
	size_t kept, n_measurements;
};

static void load(void *closure)
{
	struct loading *l = closure;
	struct arena *arena = arena_new_on(&l->edge);
	struct diags *diags = diags_new(arena);
	l->dataset = dataset_load(arena, inputs_new(arena), INPUT_DATA, feeds_of_paths(arena, &l->path, 1), 1, l->rules,
	                          diags);
	l->kept = l->edge.held;
	l->n_measurements = l->dataset ? l->dataset->n_measurements : 0;
	arena_free(arena);
}

/* Loads rows from a file; fails the test if it ever took more than times the size of the file. */
static struct loading loaded(const struct bench *bench, const char *text, size_t size, double times,
                             const struct direction_rules *rules)
{
	char path[] = "/tmp/table_test.XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	const char *named = arena_printf(bench->arena, "%s.csv", path);
	assert_true(file_write(named, text, size, bench->diags));
	struct loading l = { .edge = { .limit = (size_t)(times * (double)size) }, .path = named, .rules = rules };
	bool enough = arena_edge_run(&l.edge, load, &l);
	unlink(named);
	unlink(path);
	assert_true(enough);
	assert_true(l.n_measurements > 0);
	return l;
}

/* What the dataset keeps of it, file included. */
static size_t kept_of(const struct bench *bench, const char *text, size_t size, double times)
{
	return loaded(bench, text, size, times, NULL).kept;
}

static size_t kept_of_cells(const struct bench *bench, int rows)
{
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, "model,benchmark,value,date,source\n");
	for (int i = 0; i < rows; i++)
		strbuf_addf(&text, "m-%03d,bench%d,%d.%d,2026-%02d-%02d,s%d\n", i / 20 % 100, i % 20, 50 + i % 50,
		            i % 10, i % 12 + 1, i % 28 + 1, i / 2000);
	return kept_of(bench, text.s, text.n, 6) - text.n;
}

static size_t kept_of_models(const struct bench *bench, int rows)
{
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, "model,benchmark,value,source\n");
	for (int i = 0; i < rows; i++)
		strbuf_addf(&text, "model-%07d,benchmark,%d.%d,src-1\n", i, i % 90, i % 10);
	return kept_of(bench, text.s, text.n, 24) - text.n;
}

/* Six times the file while it is read; what is kept for a row are its columns. */
static void rows_take_little_and_grow_evenly(void **state)
{
	const struct bench *bench = *state;
	size_t some = kept_of_cells(bench, 100000), more = kept_of_cells(bench, 200000);
	assert_true(some < 100000 * (size_t)40);
	assert_true(more < 2 * some + some / 10);
}

static void models_take_little_and_grow_evenly(void **state)
{
	const struct bench *bench = *state;
	size_t some = kept_of_models(bench, 50000), more = kept_of_models(bench, 100000);
	assert_true(some < 50000 * (size_t)640);
	assert_true(more < 2 * some + some / 10);
}

/* ---- tables of others ---- */

enum { ENGINES = 400, TASKS = 200 };

/* A row is a value, and all values differ. */
static struct strbuf long_table(const struct bench *bench, const char *head)
{
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, head);
	for (int i = 0; i < ENGINES * TASKS; i++)
		strbuf_addf(&text, "engine number %d,task %d,%d.%06d,2026-01-%02d\n", i / TASKS, i % TASKS, i % 90,
		            i * 7 % 1000000, i % 28 + 1);
	return text;
}

/* A column is a benchmark. */
static struct strbuf wide_table(const struct bench *bench)
{
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, "Engine");
	for (int i = 0; i < TASKS; i++)
		strbuf_addf(&text, ",task %d", i);
	for (int k = 0; k < 10 * ENGINES; k++) {
		strbuf_addf(&text, "\nengine number %d", k);
		for (int i = 0; i < TASKS; i++)
			strbuf_addf(&text, ",%d.%d", (i + k * 7) % 90, (i * 3 + k) % 1000);
	}
	strbuf_add(&text, "\n");
	return text;
}

static void a_table_of_others_takes_what_records_take(void **state)
{
	const struct bench *bench = *state;
	struct strbuf foreign = long_table(bench, "engine,task,score,day\n"),
		      native = long_table(bench, "model,benchmark,value,date\n"), wide = wide_table(bench);
	assert_true(kept_of(bench, native.s, native.n, 4) > 0);
	assert_true(kept_of(bench, foreign.s, foreign.n, 4) > 0);
	assert_true(kept_of(bench, wide.s, wide.n, 13.5) > 0);
}

static void what_nobody_asks_for_is_read_and_mostly_not_kept(void **state)
{
	enum {
		NOTICED = 4 * ENGINES
	}; /* of others: the first of each model, and what tells the unit of each benchmark */
	static const char *const on[] = { "task 7" }, *const unknown[] = { "task 7", "tusk 8" };
	const struct bench *bench = *state;
	struct direction_rules rules = { .on = on, .n_on = 1, .only_on = true };
	struct strbuf foreign = long_table(bench, "engine,task,score,day\n"),
		      native = long_table(bench, "model,benchmark,value,date\n"), wide = wide_table(bench);
	size_t kept = loaded(bench, foreign.s, foreign.n, 4, &rules).n_measurements;
	assert_true(kept > ENGINES && kept < NOTICED);
	assert_int_equal(loaded(bench, native.s, native.n, 4, &rules).n_measurements, kept);
	assert_true(loaded(bench, wide.s, wide.n, 13.5, &rules).n_measurements < 20 * ENGINES + NOTICED);
	rules = (struct direction_rules){ .on = unknown, .n_on = 2, .only_on = true };
	assert_int_equal(loaded(bench, native.s, native.n, 4, &rules).n_measurements, ENGINES * TASKS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_byte_knows_its_line_and_column, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_table_holds_what_a_tree_holds, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(many_texts_keep_apart, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(what_is_no_table_is_left_to_the_tree, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(nan_is_warned_of_once_at_its_place, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_plain_number_gives_its_text_back, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(other_spellings_are_kept, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(rows_take_little_and_grow_evenly, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(models_take_little_and_grow_evenly, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_table_of_others_takes_what_records_take, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(what_nobody_asks_for_is_read_and_mostly_not_kept, bench_open,
		                                bench_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
