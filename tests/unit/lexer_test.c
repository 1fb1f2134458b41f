/* The words of expressions: single ones, and random expressions on which the lexer has to agree with Lua's own parser.
 * lexer_test [SEED [EXPRESSIONS]] tries others. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/source.h"
#include "facts/lexer.h"

#include <lauxlib.h>
#include <lua.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint32_t seed = 1;
static int rounds = 20000;

/* ---- single lexemes ---- */

struct word {
	const char *written;
	enum lexeme_kind kind;
	enum lexeme_fault fault;
	size_t length; /* of the first lexeme */
};

static void check_words(const struct word *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct lexer lexer = lexer_over(words[i].written, strlen(words[i].written));
		struct lexeme l = lexer_next(&lexer);
		if (l.kind != words[i].kind || l.fault != words[i].fault || l.end - l.start != words[i].length)
			fail_msg("%s: kind %d, fault %d, %zu bytes", words[i].written, (int)l.kind, (int)l.fault,
			         l.end - l.start);
	}
}

static const struct word lexemes[] = {
	{ "", LEXEME_END, LEXEME_SOUND, 0 },
	{ "value(", LEXEME_NAME, LEXEME_SOUND, 5 },
	{ "_x9-", LEXEME_NAME, LEXEME_SOUND, 3 },
	{ "and1", LEXEME_NAME, LEXEME_SOUND, 4 },
	{ "and 1", LEXEME_KEYWORD, LEXEME_SOUND, 3 },
	{ "52)", LEXEME_NUMBER, LEXEME_SOUND, 2 },
	{ ".5", LEXEME_NUMBER, LEXEME_SOUND, 2 },
	{ "3.", LEXEME_NUMBER, LEXEME_SOUND, 2 },
	{ "1e-3-", LEXEME_NUMBER, LEXEME_SOUND, 4 },
	{ "1E+3", LEXEME_NUMBER, LEXEME_SOUND, 4 },
	{ "0xA.8p1", LEXEME_NUMBER, LEXEME_SOUND, 7 },
	{ "0Xe+1", LEXEME_NUMBER, LEXEME_SOUND, 3 },
	{ "12ab", LEXEME_NUMBER, LEXEME_BAD_NUMBER, 4 },
	{ "1e", LEXEME_NUMBER, LEXEME_BAD_NUMBER, 2 },
	{ "1e+", LEXEME_NUMBER, LEXEME_BAD_NUMBER, 3 },
	{ "0xafAF09", LEXEME_NUMBER, LEXEME_SOUND, 8 },
	{ "0xg", LEXEME_NUMBER, LEXEME_BAD_NUMBER, 3 },
	{ "0x", LEXEME_NUMBER, LEXEME_BAD_NUMBER, 2 },
	{ "1..2", LEXEME_NUMBER, LEXEME_BAD_NUMBER, 4 },
	{ "...", LEXEME_MARK, LEXEME_SOUND, 3 },
	{ "..", LEXEME_MARK, LEXEME_SOUND, 2 },
	{ "<<1", LEXEME_MARK, LEXEME_SOUND, 2 },
	{ "<=", LEXEME_MARK, LEXEME_SOUND, 2 },
	{ "<1", LEXEME_MARK, LEXEME_SOUND, 1 },
	{ "=", LEXEME_MARK, LEXEME_SOUND, 1 },
	{ "[x", LEXEME_MARK, LEXEME_SOUND, 1 },
	{ "[=x", LEXEME_MARK, LEXEME_STRAY, 1 },
	{ "!=", LEXEME_MARK, LEXEME_STRAY, 1 },
	{ "\u201cspark", LEXEME_MARK, LEXEME_STRAY, 3 },
	{ "'a\"b' c", LEXEME_TEXT, LEXEME_SOUND, 5 },
	{ "\"a\\\"b\"c", LEXEME_TEXT, LEXEME_SOUND, 6 },
	{ "'\\\\'c", LEXEME_TEXT, LEXEME_SOUND, 4 },
	{ "'two\nlines'", LEXEME_TEXT, LEXEME_SOUND, 11 },
	{ "'\\x41\\065\\u{1F600}\\z  \\\n'", LEXEME_TEXT, LEXEME_SOUND, 25 },
	{ "'\\xaf\\xFA'", LEXEME_TEXT, LEXEME_SOUND, 10 },
	{ "'\\x4g'", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 6 },
	{ "'\\q'", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 4 },
	{ "'\\256'", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 6 },
	{ "'\\255'", LEXEME_TEXT, LEXEME_SOUND, 6 },
	{ "'\\xg1'", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 6 },
	{ "'\\u{80000000}'", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 14 },
	{ "'\\u{7fffffff}'", LEXEME_TEXT, LEXEME_SOUND, 14 },
	{ "'\\u{}'", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 6 },
	{ "'\\q", LEXEME_TEXT, LEXEME_BAD_ESCAPE, 3 },
	{ "'a", LEXEME_TEXT, LEXEME_OPEN_TEXT, 2 },
	{ "'a\\", LEXEME_TEXT, LEXEME_OPEN_TEXT, 3 },
	{ "[[a]]b", LEXEME_TEXT, LEXEME_SOUND, 5 },
	{ "[==[a]]]=]]==]", LEXEME_TEXT, LEXEME_SOUND, 14 },
	{ "[=[a]]", LEXEME_TEXT, LEXEME_OPEN_TEXT, 6 },
	{ "-- it's\n1", LEXEME_COMMENT, LEXEME_SOUND, 7 },
	{ "--[[ \" \n }} ]]1", LEXEME_COMMENT, LEXEME_SOUND, 14 },
	{ "--[=[ ]] ]=]1", LEXEME_COMMENT, LEXEME_SOUND, 12 },
	{ "--[=x\n1", LEXEME_COMMENT, LEXEME_SOUND, 5 },
	{ "--[[ ]", LEXEME_COMMENT, LEXEME_OPEN_COMMENT, 6 },
	{ "- -", LEXEME_MARK, LEXEME_SOUND, 1 },
};

static void lexemes_end_where_they_should(void **state)
{
	(void)state;
	check_words(lexemes, sizeof lexemes / sizeof *lexemes);
}

static void a_lexer_stays_in_its_stretch(void **state)
{
	static const char text[] = "ab'cd'--ef\\x41";
	(void)state;
	for (size_t n = 0; n < sizeof text; n++) {
		struct lexer lexer = lexer_over(text, n);
		struct lexeme l;
		size_t last = 0;
		while ((l = lexer_next(&lexer)).kind != LEXEME_END) {
			assert_true(l.start >= last && l.end > l.start && l.end <= n);
			last = l.end;
		}
		assert_int_equal(l.start, n);
		assert_int_equal(lexer_next(&lexer).kind, LEXEME_END);
	}
}

static void words_are_told_apart_wherever_they_are(void **state)
{
	static const char text[] = "1 and nil or x.end_ \t\v\f\r\n-- c\r true[";
	static const enum lexeme_kind kinds[] = { LEXEME_NUMBER,  LEXEME_KEYWORD, LEXEME_KEYWORD, LEXEME_KEYWORD,
		                                  LEXEME_NAME,    LEXEME_MARK,    LEXEME_NAME,    LEXEME_COMMENT,
		                                  LEXEME_KEYWORD, LEXEME_MARK,    LEXEME_END };
	struct lexer lexer = lexer_over(text, strlen(text));
	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(lexer_next(&lexer).kind, kinds[i]);
}

static void an_expression_ends_at_its_own_braces(void **state)
{
	static const struct {
		const char *text;
		int end; /* -1: none */
		enum source_open open;
	} cases[] = {
		{ "1}} 2}}", 1, 0 },
		{ "'}}'}}", 4, 0 },
		{ "{{1}}}}", 5, 0 },
		{ "1 -- don't\n}}", 11, 0 },
		{ "1 -- a \" b\n}} \"", 11, 0 },
		{ "1 -- }}\n}}", 8, 0 },
		{ "1 --[[ it's \" }} ]]}}", 19, 0 },
		{ "[[ }} ' ]]}}", 10, 0 },
		{ "'\\'}}'}}", 6, 0 },
		{ "1", -1, SOURCE_OPEN_BRACES },
		{ "1} }", -1, SOURCE_OPEN_BRACES },
		{ "it's", -1, SOURCE_OPEN_BRACES },
		{ "'a }}", -1, SOURCE_OPEN_QUOTE },
		{ "1 -- why }}", -1, SOURCE_OPEN_COMMENT },
		{ "1 --[[ why }}", -1, SOURCE_OPEN_COMMENT },
		{ "{1}}", -1, SOURCE_OPEN_BRACES },
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *text = cases[i].text;
		enum source_open open;
		const char *end = source_hole_end(text, text + strlen(text), &open);
		int at = end ? (int)(end - text) : -1;
		if (at != cases[i].end || (at < 0 && open != cases[i].open))
			fail_msg("%s: ends at %d, open %d", text, at, (int)open);
	}
}

static void an_expression_loses_the_backslashes_of_a_table(void **state)
{
	static const char text[] = "| a |\n|---|\n| {{ join(\"a \\| b\", '\\'') }} |\n";
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct source_text *source = source_read(arena, "b.md", text, strlen(text), diags);
	(void)state;
	assert_non_null(source);
	assert_int_equal(source->n_holes, 1);
	assert_string_equal(source->holes[0].expression, "join(\"a | b\", '\\'')");
	assert_int_equal(source->holes[0].place.line, 3);
	assert_int_equal(source->holes[0].place.column, 6);
	arena_free(arena);
}

/* ---- random expressions ---- */

static uint32_t below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)(seed >> 8) * n) >> 24);
}

static const char *one_of(const char *const *words, size_t n)
{
	return words[below((uint32_t)n)];
}

#define ONE_OF(...)                                                                                                    \
	one_of((const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

/* What may stand inside texts and comments: whatever could be taken for the end of one. */
static void add_inside(struct strbuf *b, bool text)
{
	for (uint32_t n = below(5); n--;)
		strbuf_add(b, text ? ONE_OF("a", " ", "--", "--[[", "]]", "}}", "{{", "\\\"", "\\'", "\\\\", "\\n",
		                            "\\x41", "\\065", "\\u{e9}", "\\z ", "é", "[[", "[=[", "=", "]=]", "\\\n")
		                   : ONE_OF("a", " ", "--", "'", "\"", "}}", "{{", "\\", "é", "[[", "]", "[=[", "="));
}

static void add_gap(struct strbuf *b)
{
	switch (below(8)) {
	case 0:
		strbuf_add(b, "--");
		strbuf_add(b, ONE_OF(" ", "-", "=", "x"));
		add_inside(b, false);
		strbuf_add(b, "\n ");
		break;
	case 1:
		strbuf_add(b, "--[=[");
		add_inside(b, false);
		strbuf_add(b, ONE_OF("]=]", "]]]=]", "\n]=]"));
		break;
	case 2:
		strbuf_add(b, "--[[");
		strbuf_add(b, ONE_OF("'", "\"", "}}", "]=]", "--"));
		strbuf_add(b, "]]");
		break;
	default:
		strbuf_add(b, ONE_OF(" ", " ", "\n ", "\t", "\r\n "));
	}
}

static void add_text(struct strbuf *b)
{
	const char *quote = ONE_OF("'", "\"");
	if (below(4)) {
		strbuf_add(b, quote);
		add_inside(b, true);
		strbuf_add(b, below(3) ? "" : *quote == '"' ? "'" : "\"");
		strbuf_add(b, quote);
	} else {
		strbuf_add(b, ONE_OF("[==[", "[==[\n"));
		strbuf_add(b, ONE_OF("", "'", "\"", "]]", "--", "}}", "]=]", "[["));
		strbuf_add(b, ONE_OF("a", "'", "\"", "]]", "\\", "]"));
		strbuf_add(b, "]==]");
	}
}

static void add_expression(struct strbuf *b, uint32_t depth)
{
	bool curly;
	add_gap(b);
	switch (depth ? below(9) : below(4)) {
	case 0:
		strbuf_add(b, ONE_OF("x", "value", "nil", "true", "_1", "x.y", "x['y']", "x:y()"));
		break;
	case 1:
		strbuf_add(b, ONE_OF("1", ".5", "3.", "1e-3", "0x1F", "0xA.8p-1", "7E+2", "52.0"));
		break;
	case 2:
	case 3:
		add_text(b);
		break;
	case 4:
		strbuf_add(b, ONE_OF("-", "not", "#", "~"));
		add_expression(b, depth - 1);
		break;
	case 5:
		curly = below(2);
		strbuf_add(b, curly ? ONE_OF("{", "f{", "{a=") : ONE_OF("f(", "("));
		add_expression(b, depth - 1);
		strbuf_add(b, curly ? "}" : ")");
		break;
	default:
		add_expression(b, depth - 1);
		add_gap(b);
		strbuf_add(b, ONE_OF("+", "-", "*", "/", "//", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "<<",
		                     ">>", "&", "|", "~", "and", "or", ","));
		add_expression(b, depth - 1);
	}
	add_gap(b);
}

/* Some are spoilt, so that not all are well-formed. */
static char *spoilt(struct arena *arena, char *text)
{
	static const char bytes[] = "'\"-[]{}()=\\.0ex \n";
	size_t n = strlen(text), at = n ? below((uint32_t)n) : 0;
	switch (n ? below(6) : 5) {
	case 0:
		text[at] = bytes[below(sizeof bytes - 1)];
		return text;
	case 1:
		memmove(text + at, text + at + 1, n - at);
		return text;
	case 2:
		return arena_printf(arena, "%.*s%c%s", (int)at, text, bytes[below(sizeof bytes - 1)], text + at);
	default:
		return text;
	}
}

/* ---- against Lua ---- */

static int keep(lua_State *lua, const void *bytes, size_t size, void *user)
{
	(void)lua;
	strbuf_addn(user, bytes, size);
	return 0;
}

/* What Lua makes of the expression, without places; false if it refuses it. */
static bool compiled(lua_State *lua, const char *expression, struct strbuf *code)
{
	const char *chunk = lua_pushfstring(lua, "return %s", expression);
	bool ok = luaL_loadbufferx(lua, chunk, strlen(chunk), "=", "t") == LUA_OK;
	if (ok)
		lua_dump(lua, keep, code, 1);
	lua_settop(lua, 0);
	return ok;
}

/* The lexemes, one per line, without comments. False if one has a fault. */
static bool relined(const char *expression, struct strbuf *b)
{
	struct lexer lexer = lexer_over(expression, strlen(expression));
	bool sound = true;
	for (struct lexeme l; (l = lexer_next(&lexer)).kind != LEXEME_END;) {
		sound = sound && l.fault == LEXEME_SOUND;
		if (l.kind != LEXEME_COMMENT) {
			strbuf_addn(b, expression + l.start, l.end - l.start);
			strbuf_add(b, "\n");
		}
	}
	return sound;
}

static void check_end(struct arena *arena, const char *expression)
{
	enum source_open open;
	const char *text = arena_printf(arena, "%s\n}} it's }} \"", expression);
	const char *end = source_hole_end(text, text + strlen(text), &open);
	if (end != text + strlen(expression) + 1)
		fail_msg("does not end at its braces: %s", text);
}

static void random_expressions_read_as_lua_reads_them(void **state)
{
	lua_State *lua = luaL_newstate();
	int accepted = 0;
	(void)state;
	printf("seed %u, %d expressions\n", (unsigned)seed, rounds);
	for (int i = 0; i < rounds; i++) {
		struct arena *arena = arena_new();
		struct strbuf b = strbuf_new(arena), lines = strbuf_new(arena), one = strbuf_new(arena),
			      two = strbuf_new(arena);
		add_expression(&b, below(4));
		const char *expression = spoilt(arena, b.s);
		bool sound = relined(expression, &lines);
		if (compiled(lua, expression, &one)) {
			accepted++;
			if (!sound)
				fail_msg("Lua accepts what the lexer faults: %s", expression);
			if (!compiled(lua, lines.s, &two) || one.n != two.n || memcmp(one.s, two.s, one.n) != 0)
				fail_msg("Lua reads it otherwise: %s\nas lexed:\n%s", expression, lines.s);
			check_end(arena, expression);
		}
		arena_free(arena);
	}
	lua_close(lua);
	printf("%d of them are Lua\n", accepted);
	assert_true(accepted > rounds / 4);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lexemes_end_where_they_should),
		cmocka_unit_test(a_lexer_stays_in_its_stretch),
		cmocka_unit_test(words_are_told_apart_wherever_they_are),
		cmocka_unit_test(an_expression_ends_at_its_own_braces),
		cmocka_unit_test(an_expression_loses_the_backslashes_of_a_table),
		cmocka_unit_test(random_expressions_read_as_lua_reads_them),
	};
	seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : seed;
	rounds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : rounds;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
