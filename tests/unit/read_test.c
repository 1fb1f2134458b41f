/* The readers, case by case: tests/cases/FORMAT.dat has data, their diagnostics and their tree.
 *
 *   #case NAME
 *   #data            the bytes up to the next '#' line, without the last newline; \xNN, \n, \r, \t and \\ are bytes
 *   #says            one line per diagnostic: LINE:COLUMN severity: message
 *   #tree            the value on one line; missing if the data yield none
 *
 * UPDATE=1 in the environment rewrites the cases as they are now: read the difference before you commit it. */
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "read/emit.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- a tree on a line ---- */

static void print_value(struct strbuf *b, const struct value *v)
{
	switch (v->kind) {
	case VALUE_MISSING:
		strbuf_addf(b, "missing(%s)", v->text);
		return;
	case VALUE_BOOL:
		strbuf_add(b, v->boolean ? "true" : "false");
		return;
	case VALUE_NUMBER:
		strbuf_add(b, v->text);
		return;
	case VALUE_STRING:
		strbuf_add(b, "'");
		for (const char *c = v->text; *c; c++)
			strbuf_addn(b, *c == '\n' ? "↵" : c, *c == '\n' ? strlen("↵") : 1);
		strbuf_add(b, "'");
		return;
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	strbuf_add(b, v->kind == VALUE_MAP ? "{" : "[");
	for (size_t i = 0; i < v->count; i++) {
		strbuf_add(b, i ? ", " : "");
		if (v->kind == VALUE_MAP)
			strbuf_addf(b, "%s@%d:%d: ", v->keys[i].text, v->keys[i].place.line, v->keys[i].place.column);
		print_value(b, &v->items[i]);
	}
	strbuf_add(b, v->kind == VALUE_MAP ? "}" : "]");
}

static char *outcome(struct arena *arena, enum read_format format, struct bytes bytes)
{
	static const char *const words[] = { "note", "warning", "error", "failure" };
	struct diags *diags = diags_new(arena);
	const struct value *v = read_bytes(arena, format, "data", bytes.data, bytes.size, diags);
	struct strbuf b = strbuf_new(arena);
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(diags, i)); i++)
		strbuf_addf(&b, "%s%d:%d %s: %s\n", i ? "" : "#says\n", d->place.line, d->place.column,
		            words[d->severity], d->message);
	if (v) {
		strbuf_add(&b, "#tree\n");
		print_value(&b, v);
		strbuf_add(&b, "\n");
	}
	return b.s;
}

/* ---- cases ---- */

static struct bytes unescaped(struct arena *arena, const char *s, size_t n)
{
	char *out = arena_alloc(arena, n + 1, 1);
	size_t length = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] != '\\' || i + 1 == n) {
			out[length++] = s[i];
			continue;
		}
		char c = s[++i], hex[3] = { 0 };
		if (c == 'x') {
			memcpy(hex, s + i + 1, 2);
			out[length++] = (char)strtol(hex, NULL, 16);
			i += 2;
		} else {
			out[length++] = (char)(c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c);
		}
	}
	return (struct bytes){ .data = out, .size = length };
}

/* From s, just past "#case ", to the next case or the end. */
static bool run_case(struct arena *arena, enum read_format format, const char *s, size_t n, struct strbuf *update)
{
	char *text = arena_strndup(arena, s, n);
	char *data = strstr(text, "\n#data\n");
	assert_non_null(data);
	*data = '\0';
	data += strlen("\n#data\n");
	char *says = strstr(data, "#says\n"), *tree = strstr(data, "#tree\n");
	char *expected = says ? says : tree ? tree : data + strlen(data);
	size_t size = (size_t)(expected - data);
	char *actual = outcome(arena, format, unescaped(arena, data, size ? size - 1 : 0));
	if (update) {
		strbuf_addf(update, "#case %s\n#data\n%.*s%s", text, (int)size, data, actual);
		return true;
	}
	if (str_eq(actual, expected))
		return true;
	print_error("case \"%s\": expected\n%sbut got\n%s", text, expected, actual);
	return false;
}

static void run_cases(const char *path, enum read_format format, size_t at_least)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct bytes file;
	struct strbuf fresh = strbuf_new(arena), *update = getenv("UPDATE") ? &fresh : NULL;
	size_t count = 0, wrong = 0;
	assert_true(file_read(arena, path, 1 << 20, &file, diags));
	char *text = arena_strndup(arena, file.data, file.size);
	for (char *at = strstr(text, "#case "); at;) {
		char *next = strstr(at + 1, "\n#case ");
		const char *start = at + strlen("#case ");
		size_t n = next ? (size_t)(next + 1 - start) : strlen(start);
		wrong += !run_case(arena, format, start, n, update);
		count++;
		at = next ? next + 1 : NULL;
	}
	if (update)
		assert_true(file_write(path, fresh.s, fresh.n, diags));
	arena_free(arena);
	if (wrong || count < at_least)
		fail_msg("%s: %zu of %zu cases are wrong", path, wrong, count);
}

static void json_is_read_as_the_cases_say(void **state)
{
	(void)state;
	run_cases("tests/cases/json.dat", READ_JSON, 35);
}

static void yaml_is_read_as_the_cases_say(void **state)
{
	(void)state;
	run_cases("tests/cases/yaml.dat", READ_YAML, 30);
}

static void csv_is_read_as_the_cases_say(void **state)
{
	(void)state;
	run_cases("tests/cases/csv.dat", READ_CSV, 18);
}

static void tsv_is_read_as_the_cases_say(void **state)
{
	(void)state;
	run_cases("tests/cases/tsv.dat", READ_TSV, 4);
}

/* ---- limits, formats ---- */

static const struct value *read_text(struct arena *arena, enum read_format format, const char *text,
                                     struct diags *diags)
{
	return read_bytes(arena, format, "data", text, strlen(text), diags);
}

static char *nested(struct arena *arena, size_t depth)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < depth; i++)
		strbuf_add(&b, "[");
	for (size_t i = 0; i < depth; i++)
		strbuf_add(&b, "]");
	return b.s;
}

static void nesting_is_bounded(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (int format = READ_JSON; format <= READ_YAML; format++) {
		struct diags *diags = diags_new(arena);
		assert_non_null(read_text(arena, (enum read_format)format, nested(arena, READ_DEPTH_MAX), diags));
		assert_true(diags_ok(diags));
		assert_null(read_text(arena, (enum read_format)format, nested(arena, READ_DEPTH_MAX + 1), diags));
		assert_null(read_text(arena, (enum read_format)format, nested(arena, 200000), diags));
		assert_int_equal(diags_count(diags, DIAG_ERROR), 2);
	}
	arena_free(arena);
}

/* Nine levels of ten aliases each: a thousand million values out of half a kilobyte. */
static void aliases_are_bounded(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "a0: &a0 x\n");
	for (int i = 1; i < 10; i++) {
		strbuf_addf(&b, "a%d: &a%d [", i, i);
		for (int k = 0; k < 10; k++)
			strbuf_addf(&b, "%s*a%d", k ? ", " : "", i - 1);
		strbuf_add(&b, "]\n");
	}
	assert_null(read_text(arena, READ_YAML, b.s, diags));
	assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
	assert_non_null(strstr(diags_at(diags, 0)->message, "aliases"));
	assert_true(arena_used(arena) < 1 << 20);
	arena_free(arena);
}

static void formats_are_recognised_by_name_or_first_bytes(void **state)
{
	(void)state;
	static const struct {
		const char *name, *bytes;
		enum read_format format;
	} cases[] = {
		{ "a.json", "", READ_JSON },         { "a.yaml", "{", READ_YAML },
		{ "a.yml", "", READ_YAML },          { "a.csv", "", READ_CSV },
		{ "a.tsv", "", READ_TSV },           { "a.tab", "", READ_TSV },
		{ "-", " \n{\"a\": 1}", READ_JSON }, { "-", "[1]", READ_JSON },
		{ "-", "a,b\n", READ_CSV },          { "-", "a\tb\n", READ_TSV },
		{ "-", "a: b, c\n", READ_YAML },     { "-", "\xef\xbb\xbf{", READ_JSON },
		{ "-", "- a\n", READ_YAML },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(read_format_of(cases[i].name, cases[i].bytes, strlen(cases[i].bytes)),
		                 cases[i].format);
}

/* ---- written and read again ---- */

static uint32_t next(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static const char *const awkward[] = {
	"",      "yes",  "1.0",        "null",       "~",   "- a",  "a: b", "#x",  " lead",  "trail ", "'q'",
	"\"d\"", "a,b",  "two\nlines", "tab\there",  "-",   "?",    "[x]",  "{y}", "*z",     "&w",     "!t",
	"|",     ">",    "%",          "@",          "`",   "é",    "通义", "🚀",   "\u2028", "\u00a0", "NaN",
	".inf",  "True", "0x1f",       "2026-04-08", "a#b", "a #b", "x:",   ":x",  "=",      "<<"
};

static void random_value(struct arena *arena, uint32_t *random, struct value *v, int depth)
{
	static const char *const numbers[] = { "0", "-1", "52.0", "1e3", "0.125", "58000000" };
	uint32_t kind = next(random) % (depth < 4 ? 7 : 4);
	*v = (struct value){ .kind = kind == 0   ? VALUE_MISSING
		                     : kind == 1 ? VALUE_BOOL
		                     : kind == 2 ? VALUE_NUMBER
		                                 : VALUE_STRING };
	v->text = kind == 0   ? "null"
	          : kind == 1 ? "true"
	          : kind == 2 ? numbers[next(random) % 6]
	                      : awkward[next(random) % (sizeof awkward / sizeof *awkward)];
	v->boolean = true;
	if (kind < 4)
		return;
	v->kind = kind == 4 ? VALUE_LIST : VALUE_MAP;
	v->count = next(random) % 5;
	struct value *items = arena_alloc(arena, v->count + 1, sizeof *items),
		     *keys = arena_alloc(arena, v->count + 1, sizeof *keys);
	for (size_t i = 0; i < v->count; i++) {
		random_value(arena, random, &items[i], depth + 1);
		keys[i] = (struct value){ .kind = VALUE_STRING,
			                  .text = arena_printf(
						  arena, "%s%zu",
						  awkward[next(random) % (sizeof awkward / sizeof *awkward)], i) };
	}
	v->items = items;
	v->keys = v->kind == VALUE_MAP ? keys : NULL;
}

static void numbers_of_other_formats_become_numbers_of_json(void **state)
{
	(void)state;
	static const char text[] = "[+5, -5, .5, -.5, 5., 5.e3, -5., 5.25, 1e3, 0]";
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *list = read_yaml(arena, "test", text, sizeof text - 1, diags);
	assert_non_null(list);
	static const char *const wanted[] = { "5", "-5", "0.5", "-0.5", "5", "5e3", "-5", "5.25", "1e3", "0" };
	assert_int_equal(list->count, sizeof wanted / sizeof *wanted);
	for (size_t i = 0; i < list->count; i++)
		assert_string_equal(emit_json(arena, &list->items[i]), arena_printf(arena, "%s\n", wanted[i]));
	arena_free(arena);
}

static void any_tree_survives_being_written_and_read(void **state)
{
	(void)state;
	uint32_t random = 20261121;
	for (int round = 0; round < 3000; round++) {
		struct arena *arena = arena_new();
		struct diags *diags = diags_new(arena);
		struct value v;
		random_value(arena, &random, &v, 0);
		char *texts[] = { emit_json(arena, &v), emit_yaml(arena, &v) };
		for (int format = READ_JSON; format <= READ_YAML; format++) {
			const struct value *again = read_text(arena, (enum read_format)format, texts[format], diags);
			if (!again || !value_equal(&v, again)) {
				diags_print(diags, stderr, false);
				fail_msg("round %d does not survive:\n%s", round, texts[format]);
			}
		}
		arena_free(arena);
	}
}

static void a_dataset_survives_as_a_table(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const char *text = "title: A, \"b\"\ntrust: [x, y]\nmodels:\n  - {id: m, aliases: [a, b c], price: {input: "
			   "1.50, note: \"n\"}}\n"
			   "  - {id: n}\nclaims:\n  - {id: c, text: \"two\\nlines\"}\n";
	const struct value *tree = read_text(arena, READ_YAML, text, diags);
	assert_non_null(tree);
	const struct value *table = read_text(arena, READ_CSV, emit_csv(arena, tree), diags);
	assert_non_null(table);
	assert_true(emit_is_flattened(table));
	const struct value *again = emit_unflatten(arena, table, diags);
	assert_non_null(again);
	assert_string_equal(emit_yaml(arena, again), emit_yaml(arena, tree));
	arena_free(arena);
}

/* ---- files of others ---- */

static void files_of_others_are_read_or_refused_with_a_place(void **state)
{
	(void)state;
	static const char *const files[] = { "aider/polyglot_leaderboard.yml",
		                             "epoch/benchmarks_runs.csv",
		                             "epoch/external_benchmark_metr.csv",
		                             "epoch/external_benchmark_terminal_bench.csv",
		                             "evalplus/results.json",
		                             "lm_eval/gpt-4o-mini_api.json",
		                             "lm_eval/Llama-3.2-3B.json",
		                             "lmarena/lmarena_vision.csv",
		                             "inspect/data_arc_sonnet.json",
		                             "promptfoo/promptfoo-results.json",
		                             "google_benchmark/test1_run1.json",
		                             "hf/spec_eval_results.yaml" };
	if (!file_is_folder("../shared/samples")) {
		print_message("../shared/samples is not here: files of others are not read\n");
		skip();
	}
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct arena *arena = arena_new();
		struct diags *diags = diags_new(arena);
		const struct value *v = read_file(arena, inputs_new(arena), INPUT_DATA,
		                                  arena_printf(arena, "../shared/samples/%s", files[i]), diags);
		if (!v && !diags_at(diags, 0)->place.line)
			fail_msg("%s is refused without a place", files[i]);
		if (!v)
			print_message("%s:%d: %s\n", files[i], diags_at(diags, 0)->place.line,
			              diags_at(diags, 0)->message);
		arena_free(arena);
	}
}

/* ---- what is not kept ---- */

static const struct value *read_sparing(struct arena *arena, const char *text, struct diags *diags)
{
	static const char *const without[] = { "log/samples", "*/raw", NULL };
	return read_json_without(arena, "a.json", text, strlen(text), without, diags);
}

static void what_is_not_asked_for_is_checked_and_missing(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct strbuf b = strbuf_new(arena);
	print_value(&b, read_sparing(arena,
	                             "{\"log\": {\"n\": 2, \"samples\": [{\"a\": [1, {}]}, [[2]]], \"m\": [3]},"
	                             " \"samples\": [4]}",
	                             diags));
	assert_string_equal(b.s, "{log@1:2: {n@1:10: 2, samples@1:18: missing(), m@1:54: [3]}, samples@1:65: [4]}");
	struct strbuf list = strbuf_new(arena);
	print_value(&list, read_sparing(arena, "[{\"raw\": {\"a\": 1}, \"b\": [5]}, {\"raw\": 1}]", diags));
	assert_string_equal(list.s, "[{raw@1:3: missing(), b@1:20: [5]}, {raw@1:32: missing()}]");
	assert_true(diags_ok(diags));
	assert_null(read_sparing(arena, "{\"log\": {\"samples\": [{\"a\": 1, \"a\": 2}, nul]}}", diags));
	assert_int_equal(diags_count(diags, DIAG_ERROR), 2);
	assert_int_equal(diags_at(diags, 0)->place.column, 31);
	arena_free(arena);
}

/* "[0, 1, …" of so many numbers, then the rest. */
static char *numbers(struct arena *arena, const char *start, size_t n, const char *rest)
{
	struct strbuf text = strbuf_new(arena);
	strbuf_add(&text, start);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&text, "%s%zu", i ? ", " : "", i % 10);
	strbuf_add(&text, rest);
	return text.s;
}

static void of_many_numbers_the_first_are_kept(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct read_series series = { 0 };
	char *text = numbers(arena, "{\"a\": [", READ_SERIES + 7, ", [\"x\", {}]], \"b\": [1, 2]}");
	const struct value *root = read_json_short(arena, "a.json", text, strlen(text), &series, diags);
	assert_non_null(root);
	assert_int_equal(value_at(root, "a")->count, READ_SERIES);
	assert_int_equal(value_at(root, "b")->count, 2);
	assert_int_equal(series.count, 1);
	assert_int_equal(series.longest, READ_SERIES + 8);
	assert_int_equal(series.first.column, 7);
	assert_int_equal(value_at(read_json(arena, "a.json", text, strlen(text), diags), "a")->count, READ_SERIES + 8);
	text = numbers(arena, "[\"no series\", ", READ_SERIES + 7, "]");
	assert_int_equal(read_json_short(arena, "a.json", text, strlen(text), &series, diags)->count, READ_SERIES + 8);
	assert_int_equal(series.count, 1);
	assert_true(diags_ok(diags));
	text = numbers(arena, "[", READ_SERIES + 7, ", nul, 2, ]");
	assert_null(read_json_short(arena, "a.json", text, strlen(text), &series, diags));
	assert_int_equal(diags_count(diags, DIAG_ERROR), 2);
	arena_free(arena);
}

struct sparing {
	struct arena_edge edge;
	const char *text;
	bool read;
};

static void read_on_edge(void *closure)
{
	struct sparing *sparing = closure;
	struct arena *arena = arena_new_on(&sparing->edge);
	sparing->read = read_sparing(arena, sparing->text, diags_new(arena)) != NULL;
	arena_free(arena);
}

static void what_is_not_kept_takes_no_memory(void **state)
{
	enum { SAMPLES = 20000, LIMIT = 400000 };
	(void)state;
	struct arena *arena = arena_new();
	struct strbuf text = strbuf_new(arena);
	strbuf_add(&text, "{\"log\": {\"samples\": [");
	for (int i = 0; i < SAMPLES; i++)
		strbuf_addf(&text, "%s{\"id\": %d, \"says\": [\"%0100d\"]}", i ? ", " : "", i, i);
	strbuf_add(&text, "]}}");
	assert_true(text.n > 5 * LIMIT);
	struct sparing sparing = { .edge = { .limit = LIMIT }, .text = text.s };
	assert_true(arena_edge_run(&sparing.edge, read_on_edge, &sparing));
	assert_true(sparing.read);
	arena_free(arena);
}

/* What a spreadsheet would run begins with an apostrophe; numbers stay numbers. */
static void spreadsheets_run_nothing(void **state)
{
	static const struct {
		const char *text, *cell;
	} cells[] = { { "=1+1", "'=1+1" },     { "+A1", "'+A1" },   { "-A1", "'-A1" },    { "@SUM(A1)", "'@SUM(A1)" },
		      { "-5.1", "-5.1" },      { "+3", "+3" },      { "-2e-7", "-2e-7" }, { "-1-2", "'-1-2" },
		      { "-", "'-" },           { "-1e", "'-1e" },   { "", "" },           { "a=b", "a=b" },
		      { "=a,b", "\"'=a,b\"" }, { "\t=1", "'\t=1" }, { "57", "57" } };
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		struct strbuf b = strbuf_new(arena);
		emit_csv_cell(&b, cells[i].text);
		assert_string_equal(b.s, cells[i].cell);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spreadsheets_run_nothing),
		cmocka_unit_test(json_is_read_as_the_cases_say),
		cmocka_unit_test(yaml_is_read_as_the_cases_say),
		cmocka_unit_test(csv_is_read_as_the_cases_say),
		cmocka_unit_test(tsv_is_read_as_the_cases_say),
		cmocka_unit_test(nesting_is_bounded),
		cmocka_unit_test(aliases_are_bounded),
		cmocka_unit_test(formats_are_recognised_by_name_or_first_bytes),
		cmocka_unit_test(numbers_of_other_formats_become_numbers_of_json),
		cmocka_unit_test(any_tree_survives_being_written_and_read),
		cmocka_unit_test(a_dataset_survives_as_a_table),
		cmocka_unit_test(what_is_not_asked_for_is_checked_and_missing),
		cmocka_unit_test(what_is_not_kept_takes_no_memory),
		cmocka_unit_test(of_many_numbers_the_first_are_kept),
		cmocka_unit_test(files_of_others_are_read_or_refused_with_a_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
