/* Scripts: what the compiler reads of an expression, and how its lines lead back to the words of the expression. */
#include "data_support.h"

#include "facts/script.h"

static struct evaluation evaluation;

static struct script opened(struct bench *bench, const char *expression)
{
	struct script script;
	evaluation =
		(struct evaluation){ .arena = bench->arena, .expression = expression, .length = strlen(expression) };
	if (!script_open(&script, &evaluation, bench->arena))
		fail_msg("%s: %s", expression, evaluation.fault.message);
	return script;
}

/* All that the compiler reads, with bars between the pieces. */
static const char *all_read(struct bench *bench, struct script *script)
{
	struct strbuf b = strbuf_new(bench->arena);
	const char *piece;
	for (size_t size; (piece = script_read(script, &size));) {
		strbuf_addn(&b, piece, size);
		strbuf_add(&b, "\u00b7");
	}
	return b.s;
}

static void the_compiler_reads_a_word_per_line(void **state)
{
	static const struct {
		const char *expression, *read;
	} cases[] = {
		{ "", "return \u00b7" },
		{ "value('a')", "return \u00b7value\n\u00b7(\n\u00b7'a'\n\u00b7)\n\u00b7" },
		{ "1 -- it's\n+ 2.5", "return \u00b71e0\n\u00b7+\n\u00b72.5\n\u00b7" },
		{ "0x1F ~= 1e3", "return \u00b70x1Fp0\n\u00b7|_ENV[\"~=\"]|\n\u00b71e3\n\u00b7" },
		{ "#'ab'", "return \u00b7_ENV[\"#\"]^\n\u00b7'ab'\n\u00b7" },
		{ "t[1]", "return \u00b7t\n\u00b7[_ENV[\"[]\"](\n\u00b71e0\n\u00b7)]\n\u00b7" },
		{ "'a\nb\r\nc\\\n\\\"\\z\n d'", "return \u00b7'a b c\\n\\\"\\z  d'\n\u00b7" },
		{ "[[a\nb]]", "return \u00b7[[a\nb]]\n\u00b7" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct script script = opened(*state, cases[i].expression);
		assert_string_equal(all_read(*state, &script), cases[i].read);
	}
}

static void a_line_leads_to_its_word(void **state)
{
	struct script s = opened(*state, "f([[1\n2\r\n3\n\r4\r5\n]], x) + 6");
	all_read(*state, &s);
	static const struct {
		int line;
		size_t word;
	} cases[] = { { 0, 0 }, { 1, 0 },  { 2, 1 },  { 3, 2 },  { 8, 2 },
		      { 9, 3 }, { 10, 4 }, { 11, 5 }, { 13, 7 }, { 99, 7 } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(script_word_at(&s, cases[i].line), cases[i].word);
	assert_int_equal(script_offset(&s, 0), 0);
	assert_int_equal(script_offset(&s, 7), strlen("f([[1\n2\r\n3\n\r4\r5\n]], x) + "));
	assert_int_equal(script_offset(&s, 8), 0);
}

static void calls_and_their_arguments_are_found(void **state)
{
	struct script s = opened(*state, "1 + value('a', f(2, {3}, g[4]), \"x\") == 'y'");
	/* 0: 1, 2: value, 4: 'a', 6: f, 8: 2, 10: {, 14: g, 20: "x", 22: ==, 23: 'y' */
	assert_int_equal(script_call(&s, 2, "value"), 2);
	assert_int_equal(script_call(&s, 3, "value"), 2);
	assert_int_equal(script_call(&s, 5, "value"), 5);
	assert_int_equal(script_name_before(&s, 22, "g"), 14);
	assert_int_equal(script_name_before(&s, 22, "a"), 22);
	assert_int_equal(script_argument(&s, 2, 0), 2);
	assert_int_equal(script_argument(&s, 2, 1), 4);
	assert_int_equal(script_argument(&s, 2, 2), 6);
	assert_int_equal(script_argument(&s, 2, 3), 20);
	assert_int_equal(script_argument(&s, 2, 4), 2);
	assert_int_equal(script_argument(&s, 6, 3), 14);
	assert_int_equal(script_text_beside(&s, 22, false), script_offset(&s, 23));
	assert_int_equal(script_text_beside(&s, 22, true), script_offset(&s, 22));
	assert_int_equal(script_text_beside(&s, 0, true), 0);
	s = opened(*state, "value 'a' + (value)('b') + value()");
	assert_int_equal(script_call(&s, 1, "value"), 0);
	assert_int_equal(script_argument(&s, 0, 1), 1);
	assert_int_equal(script_call(&s, 3, "value"), 4);
	assert_int_equal(script_argument(&s, 4, 1), 7);
	assert_int_equal(script_argument(&s, 10, 1), 10);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_compiler_reads_a_word_per_line),
		TEST(a_line_leads_to_its_word),
		TEST(calls_and_their_arguments_are_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
