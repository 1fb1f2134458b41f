/* Arithmetic in expressions: numbers are decimal, and what they measure follows the calls that gave them, never their
 * value. Many values of the data are equal on purpose. arithmetic_test [SEED [EXPRESSIONS]] tries other random ones. */
#include "data_support.h"

#include "facts/decimal.h"
#include "facts/facts.h"

#include <lauxlib.h>
#include <lua.h>
#include <math.h>

static const char yaml[] = "models: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
			   "benchmarks:\n"
			   "- {id: share, name: Share, unit: percent, better: higher}\n"
			   "- {id: other, name: Other, unit: percent, better: higher}\n"
			   "- {id: index, name: Index, unit: points, better: higher}\n"
			   "- {id: plain, name: Plain, unit: score, better: higher}\n"
			   "- {id: coarse, name: Coarse, unit: points, better: higher}\n"
			   "- {id: near, name: Near, unit: points, better: higher}\n"
			   "- {id: level, name: Level, unit: points, better: higher}\n"
			   "- {id: solo, name: Solo, unit: points, better: higher}\n"
			   "- {id: tokens, name: Tokens, unit: tokens, better: lower}\n"
			   "- {id: cost, name: Cost, unit: usd, better: lower}\n"
			   "measurements:\n"
			   "- {model: a, benchmark: share, value: 50}\n"
			   "- {model: b, benchmark: share, value: 100}\n"
			   "- {model: c, benchmark: share, value: 2}\n"
			   "- {model: a, benchmark: other, value: 42.8}\n"
			   "- {model: b, benchmark: other, value: 40.1}\n"
			   "- {model: c, benchmark: other, value: 45.30}\n"
			   "- {model: a, benchmark: index, value: 50}\n"
			   "- {model: b, benchmark: index, value: 2}\n"
			   "- {model: c, benchmark: index, value: 53}\n"
			   "- {model: a, benchmark: plain, value: 2}\n"
			   "- {model: b, benchmark: plain, value: 0.5}\n"
			   "- {model: a, benchmark: coarse, value: 53}\n"
			   "- {model: b, benchmark: coarse, value: 45.3}\n"
			   "- {model: a, benchmark: level, value: 3}\n"
			   "- {model: b, benchmark: level, value: 3.0}\n"
			   "- {model: a, benchmark: solo, value: 9.96}\n"
			   "- {model: c, benchmark: coarse, value: 1}\n"
			   "- {model: a, benchmark: near, value: 9.96}\n"
			   "- {model: b, benchmark: near, value: 9.6}\n"
			   "- {model: c, benchmark: near, value: 1}\n"
			   "- {model: a, benchmark: tokens, value: 58M}\n"
			   "- {model: b, benchmark: tokens, value: 1.25bn}\n"
			   "- {model: c, benchmark: tokens, value: 50}\n"
			   "- {model: a, benchmark: cost, value: 0.30}\n"
			   "- {model: b, benchmark: cost, value: 0.1}\n"
			   "- {model: c, benchmark: cost, value: 5.125}\n";

struct case_ {
	const char *expression, *printed; /* NULL: has to be true */
};

static void check(struct bench *bench, const struct case_ *cases, size_t n)
{
	struct facts *facts = facts_open(bench->arena, must_load(bench, READ_YAML, yaml), &language_english);
	int wrong = 0;
	for (size_t i = 0; i < n; i++) {
		struct fact fact;
		struct fact_fault fault;
		const char *got;
		bool ok = facts_try(facts, bench->arena, cases[i].expression, !cases[i].printed, &fact, &fault);
		got = !ok ? fault.message : fact.kind == FACT_TRUTH ? (fact.truth ? NULL : "false") : fact.printed;
		if (!str_eq(got, cases[i].printed)) {
			printf("%s\n gives \"%s\", not \"%s\"\n", cases[i].expression, got ? got : "true",
			       cases[i].printed ? cases[i].printed : "true");
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static void a_unit_follows_the_call_and_not_the_value(void **state)
{
	static const struct case_ cases[] = {
		/* the quotient 0.5 equals a value of another benchmark, 50 one in other units, 2 a rank */
		{ "round(value('a', 'share') / value('b', 'share'), 1)", "0.5" },
		{ "value('a', 'share') / value('b', 'share') + value('b', 'plain') * 0", "0.5" },
		{ "value('b', 'share') / value('c', 'share')", "50" },
		{ "value('b', 'index') + value('a', 'index') - value('b', 'index')", "50\u00a0points" },
		{ "value('a', 'share') > 1 and 50", "50" },
		{ "value('a', 'share') > 1 and 50 or value('a', 'index')", "50" },
		{ "rank('b', 'index') * 25 - value('a', 'plain') / 2 * 0", "75" },
		{ "value('a', 'index') == value('a', 'share') and value('a', 'index')", "50\u00a0points" },
		{ "value('a', 'index') == value('a', 'share') and value('a', 'share')", "50%" },
		{ "value('a', 'share') ~= value('c', 'tokens') or value('c', 'tokens')", "50\u00a0tokens" },
		{ "join(value('a', 'share'), ', ', value('a', 'index'), ', ', value('c', 'tokens'), ', ', 50)",
		  "50%, 50\u00a0points, 50\u00a0tokens, 50" },
		{ "join(2, ' ', value('a', 'plain'), ' ', value('b', 'index'), ' ', value('c', 'share'))",
		  "2 2 2\u00a0points 2%" },
		{ "join(place('b', 'index'), ' and ', value('b', 'index') * 1.5)", "3 and 3\u00a0points" },
		/* the name of a model and a text that equals its id */
		{ "join(leader('share'), ' is not ', 'b')", "B is not b" },
		{ "join('b', leader('share'))", "bB" },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

static void a_value_passes_through_what_only_chooses(void **state)
{
	static const struct case_ cases[] = {
		{ "(value('a', 'other'))", "42.8%" },
		{ "has('a', 'other') and value('a', 'other') or 0", "42.8%" },
		{ "false or value('a', 'tokens')", "58\u00a0million tokens" },
		{ "nil and 1 or value('a', 'cost')", "$0.30" },
		{ "not has('c', 'plain') and value('b', 'cost') or 'nothing'", "$0.1" },
		{ "max(value('a', 'other'), value('b', 'other'))", "42.8%" },
		{ "min(value('a', 'share'), 50)", "50%" },
		{ "min(50, value('a', 'share'))", "50" },
		{ "abs(value('a', 'other'))", "42.8%" },
		{ "abs(gap('b', 'a', 'other'))", "2.7\u00a0points" },
		{ "bare(abs(gap('b', 'a', 'other')))", "2.7" },
		{ "bare(bare(value('a', 'tokens')))", "58\u00a0million" },
		{ "({ value('a', 'other'), value('a', 'index') })[2]", "50\u00a0points" },
		{ "({ 'first', 'second', 'third' })[rank('b', 'index')]", "third" },
		{ "({ b = 'blue' })[leader('share')]", "blue" },
		{ "(function(x) return x end)(value('a', 'share'))", "50%" },
		{ "#name('a') + value('a', 'index')", "51\u00a0points" },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

static void operations_decide_the_unit(void **state)
{
	static const struct case_ cases[] = {
		{ "value('a', 'share') + value('c', 'share')", "52\u00a0points" },
		{ "value('a', 'share') - 1", "49\u00a0points" },
		{ "1 + value('a', 'tokens')", "58.000001\u00a0million tokens" },
		{ "value('a', 'tokens') - 58e6", "0\u00a0million tokens" },
		{ "value('a', 'tokens') + value('b', 'tokens')", "1308\u00a0million tokens" },
		{ "value('b', 'tokens') + value('a', 'tokens')", "1308\u00a0million tokens" },
		{ "2 * value('a', 'tokens')", "116\u00a0million tokens" },
		{ "value('b', 'tokens') * 2", "2.5\u00a0billion tokens" },
		{ "-value('a', 'share')", "\u221250\u00a0points" },
		{ "-gap('b', 'a', 'other')", "2.7\u00a0points" },
		{ "-(-value('a', 'index'))", "50\u00a0points" },
		{ "-2", "\u22122" },
		{ "value('c', 'index') % 7", "4\u00a0points" },
		{ "value('a', 'share') * value('a', 'index')", "2500" },
		{ "value('a', 'share') * value('c', 'share')", "100" },
		{ "value('c', 'index') / 1", "53" },
		{ "value('c', 'index') // 7", "7" },
		{ "value('b', 'index') ^ 3", "8" },
		{ "value('c', 'index') + 10 / 5", "55\u00a0points" },
		{ "value('c', 'index') - value('b', 'index') / 2", "52" },
		{ "value('c', 'index') + rank('b', 'index')", "56" },
		{ "rank('b', 'index') + value('c', 'index') * 1", "56" },
		{ "value('c', 'index') * count('models')", "159" },
		{ "value('c', 'index') + round(2.4)", "55" },
		{ "value('c', 'index') + percent(0.5)", "103" },
		{ "value('c', 'index') + ratio('a', 'b', 'index')", "78" },
		{ "value('c', 'index') + bare(value('a', 'share'))", "103\u00a0points" },
		{ "bare(value('a', 'share')) + bare(value('a', 'tokens'))", "58,000,050" },
		{ "bare(value('a', 'share') + value('a', 'tokens'))", "58,000,050" },
		{ "value('a', 'plain') + value('b', 'plain')", "2.5" },
		{ "value('a', 'share') + value('a', 'index') + value('c', 'tokens')",
		  "percent and points do not add up" },
		{ "value('a', 'index') + value('c', 'tokens')", "points and tokens do not add up" },
		{ "1 + (value('a', 'index') - value('c', 'tokens'))", "points and tokens do not add up" },
		{ "(value('a', 'index') - value('c', 'tokens')) + 1", "points and tokens do not add up" },
		{ "value('a', 'share') + (value('a', 'index') + value('c', 'tokens'))",
		  "points and tokens do not add up" },
		{ "-(value('a', 'index') + value('a', 'plain'))", "points and scores do not add up" },
		{ "join(value('a', 'index') + value('c', 'tokens'))", "points and tokens do not add up" },
		{ "value('a', 'index') + value('c', 'tokens') == 100", NULL },
		{ "(value('a', 'index') + value('c', 'tokens')) / 2", "50" },
		{ "value('a', 'index') + value('c', 'tokens') + rank('b', 'index')", "103" },
		{ "percent(value('a', 'share') - value('c', 'share'))", "48\u00a0points is a percentage already" },
		{ "percent(percent(0.5))", "50% is a percentage already" },
		{ "percent(value('a', 'share') / value('b', 'share'))", "50%" },
		{ "percent(bare(value('a', 'share')))", "5,000%" },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

static void what_is_printed_is_what_is_compared(void **state)
{
	static const struct case_ cases[] = {
		{ "value('a', 'other') - value('b', 'other') == 2.7", NULL },
		{ "value('a', 'other') - value('b', 'other') == gap('a', 'b', 'other')", NULL },
		{ "gap('a', 'b', 'other') <= value('a', 'other') - value('b', 'other')", NULL },
		{ "not (value('a', 'other') - value('b', 'other') < 2.7)", NULL },
		{ "value('a', 'other') + value('b', 'other') + value('c', 'other') == 128.2", NULL },
		{ "value('a', 'other') * 3 == 128.4", NULL },
		{ "value('a', 'other') * 0.1 == 4.28", NULL },
		{ "0.1 + 0.2 == 0.3 and 0.1 * 3 <= 0.3", NULL },
		{ "value('b', 'cost') + 0.2 == value('a', 'cost')", NULL },
		{ "value('a', 'cost') // value('b', 'cost') == 3 and value('a', 'cost') % 0.1 == 0", NULL },
		{ "value('a', 'cost') / value('b', 'cost') == 3", NULL },
		{ "ratio('a', 'b', 'cost') == value('a', 'cost') / value('b', 'cost')", NULL },
		{ "value('b', 'share') / 3 * 3 == 100 and value('b', 'share') / 3 > 33.3333333", NULL },
		{ "gap('a', 'b', 'tokens') == 1192e6 and value('b', 'tokens') - value('a', 'tokens') == 1192000000",
		  NULL },
		{ "gap('c', 'a', 'index') == 3 and gap('c', 'a', 'other') == 2.5", NULL },
		{ "percent(0.07) == 7 and round(2.675, 2) == 2.68", NULL },
		{ "value('c', 'cost') == 5.125 and -value('c', 'cost') == -5.125", NULL },
		{ "'a' < 'b' and 'a' <= 'a' and not ('a' >= 'b') and 'b' > 'a' and name('a') < 'B'", NULL },
		{ "1 ~= '1' and true == true and true ~= false and nil == nil and not (nil == 1)", NULL },
		{ "(1 < 2) == true and (1 < 2 == true)", NULL },
		{ "(function(x) if x == 2 then return x >= 2 end return false end)(value('b', 'index'))", NULL },
		/* gaps between values of different precision keep the finer one */
		{ "gap('a', 'b', 'coarse')", "7.7\u00a0points" },
		{ "gap('b', 'a', 'coarse')", "\u22127.7\u00a0points" },
		{ "bare(gap('a', 'b', 'coarse'))", "7.7" },
		{ "gap('a', 'b', 'coarse') == 7.7 and gap('b', 'a', 'coarse') == -7.7", NULL },
		{ "value('a', 'coarse') - value('b', 'coarse')", "7.7\u00a0points" },
		{ "gap('a', 'b', 'tokens')", "1192\u00a0million tokens" },
		{ "gap('c', 'b', 'other')", "5.20\u00a0points" },
		{ "bare(gap('c', 'b', 'other'))", "5.20" },
		{ "value('c', 'other') - value('b', 'other')", "5.2\u00a0points" },
		{ "value('c', 'index') - value('c', 'other')", "points and percent do not add up" },
		{ "bare(value('c', 'index')) - bare(value('c', 'other'))", "7.7" },
		{ "value('c', 'index') - 45.3", "7.7\u00a0points" },
		{ "value('c', 'cost') * 0.5", "2.5625 has too many decimal places to print" },
		{ "value('c', 'cost') / 8", "0.640625 has too many decimal places to print" },
		{ "0.5", "0.5" },
		{ "12345678.91 + value('a', 'plain')", "12,345,680.91" },
		{ "1 / 0 == 1 / 0", NULL },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

static void faults_are_reported_at_the_operator(void **state)
{
	static const struct case_ cases[] = {
		{ "value('a', 'index') > 'x'", "cannot compare a number with a text" },
		{ "name('a') < 1", "cannot compare a text with a number" },
		{ "true < 1", "cannot compare true or false with a number" },
		{ "{} < 1", "cannot compare a table with a number" },
		{ "1 <= nil", "cannot compare a number with nothing" },
		{ "value('a', 'index') / 0", "this gives no finite number" },
		{ "0 / (value('a', 'index') - 50)", "this gives no finite number" },
		{ "value('a', 'index') + name('a')", "cannot add a text" },
		{ "name('a') * 2", "cannot multiply a text" },
		{ "1 - true", "cannot subtract true or false" },
		{ "value / 2", "cannot divide a function" },
		{ "-name('a')", "cannot negate a text" },
		{ "#value('a', 'index')", "cannot take the length of a number" },
		{ "value('a', 'index')()", "cannot call a number" },
		{ "value('a', 'index').x", "cannot look into a number" },
		{ "value('a', 'index') & 1", "\"&\" is not expected here" },
		{ "{} + {}", "this cannot be computed" },
		{ "({})[1, 2]", "one value belongs in brackets" },
		{ "({})[]", "one value belongs in brackets" },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

/* Lua's integers wrap around without a word: none ever comes about. */
static void nothing_wraps_around(void **state)
{
	static const struct case_ cases[] = {
		{ "4294967296 * 4294967296", "1.84467441e+19 is too large to print exactly" },
		{ "0x100000000 * 0x100000000", "1.84467441e+19 is too large to print exactly" },
		{ "0x100000000 * 0x100000000 > 1e19", NULL },
		{ "0x7fffffffffffffff + 1 > 0", NULL },
		{ "-0x7fffffffffffffff - 2 < 0", NULL },
		{ "-(0x8000000000000000) < 0", NULL },
		{ "0x8000000000000000 // -1 < 0", NULL },
		{ "0xffffffffffffffffff > 0", NULL },
		{ "1 << 63", "\"<<\" is not expected here" },
		{ "1 << 64", "\"<<\" is not expected here" },
		{ "1 >> -63", "\">>\" is not expected here" },
		{ "~0", "\"~\" is not expected here" },
		{ "3 & 1", "\"&\" is not expected here" },
		{ "('x'):rep(1000000000)", "cannot look into a text" },
		{ "#'abcd' == 4", NULL },
		{ "#join('é', 'b') == 3", NULL },
		{ "#{ 1, 2, 3 } == 3", NULL },
		{ "-#'ab' == -2 and 2 ^ #'abc' == 8 and #'ab' + 1 == 3 and not (#'ab' == 3)", NULL },
		{ "(function(n) for i = 1, 64 do n = n * #'ab' end return n end)(1) > 1e19", NULL },
		{ "#_ENV['#'] == 3", "cannot take the length of nothing" },
		{ "_ENV['#'] == 3 or true", NULL },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

/* ---- random expressions, against Lua's own arithmetic and comparisons ---- */

static uint32_t seed = 1;
static int rounds = 3000;

static uint32_t below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)(seed >> 8) * n) >> 24);
}

/* Leaves are Lua's own, or terms that round() and join() make of them. */
static void add_leaf(struct strbuf *b)
{
	switch (below(9)) {
	case 0:
		strbuf_add(b, below(2) ? "true" : "false");
		break;
	case 1:
		strbuf_add(b, below(2) ? "'a'" : "join('b')");
		break;
	case 2:
	case 3:
		strbuf_addf(b, "%u.5", (unsigned)below(9));
		break;
	case 4:
		strbuf_addf(b, "%u", (unsigned)below(9));
		break;
	default:
		strbuf_addf(b, "round(%u)", (unsigned)below(9));
	}
}

static void add_random(struct strbuf *b, uint32_t depth)
{
	static const char *const operators[] = { " + ",  " - ",  " * ", " < ",   " > ",  " <= ", " >= ",
		                                 " == ", " ~= ", " + ", " and ", " or ", " * ",  " == " };
	static const char *const ends[] = { " / 4", " // 3", " % 5", " ^ 2" };
	bool bracket = below(3) == 0;
	strbuf_add(b, bracket ? "(" : "");
	if (!depth) {
		add_leaf(b);
	} else if (below(6) == 0) {
		strbuf_add(b, below(2) ? "-" : "not ");
		add_random(b, depth - 1);
	} else {
		add_random(b, depth - 1);
		if (below(5) == 0) {
			strbuf_add(b, ends[below(4)]);
		} else {
			strbuf_add(b, operators[below(14)]);
			add_random(b, depth - 1);
		}
	}
	strbuf_add(b, bracket ? ")" : "");
}

/* What Lua makes of it, as a condition that has to hold; NULL if it is an error, or not finite. */
static const char *condition_of(struct arena *arena, lua_State *lua, const char *expression)
{
	const char *condition = NULL;
	if (luaL_dostring(lua, arena_printf(arena, "return %s", expression)) == LUA_OK) {
		if (lua_type(lua, -1) == LUA_TNUMBER && isfinite(lua_tonumber(lua, -1)))
			condition = arena_printf(arena, "(%s) == %.15g", expression, lua_tonumber(lua, -1));
		else if (lua_type(lua, -1) == LUA_TBOOLEAN)
			condition = arena_printf(arena, "(%s) == %s", expression,
			                         lua_toboolean(lua, -1) ? "true" : "false");
		else if (lua_type(lua, -1) == LUA_TSTRING)
			condition = arena_printf(arena, "(%s) == '%s'", expression, lua_tostring(lua, -1));
	}
	lua_settop(lua, 0);
	return condition;
}

static void random_expressions_compute_as_in_lua(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = facts_open(bench->arena, must_load(bench, READ_YAML, yaml), &language_english);
	lua_State *lua = luaL_newstate();
	int accepted = 0;
	printf("seed %u, %d expressions\n", (unsigned)seed, rounds);
	assert_int_equal(luaL_dostring(lua, "function round(x) return x end join = round"), LUA_OK);
	for (int i = 0; i < rounds; i++) {
		struct arena *arena = arena_new();
		struct strbuf b = strbuf_new(arena);
		struct fact fact;
		struct fact_fault fault = { 0 };
		add_random(&b, 1 + below(3));
		const char *condition = condition_of(arena, lua, b.s);
		bool ok = facts_try(facts, arena, condition ? condition : b.s, condition, &fact, &fault);
		if (condition && !(ok && fact.truth))
			fail_msg("%s is false: %s", condition, ok ? "" : fault.message);
		if (!condition && ok)
			fail_msg("Lua refuses what is computed: %s", b.s);
		accepted += condition != NULL;
		arena_free(arena);
	}
	lua_close(lua);
	printf("%d of them are computed\n", accepted);
	assert_true(accepted > rounds / 4);
}

static void functions_count_what_they_say(void **state)
{
	static const struct case_ cases[] = {
		{ "compared('a')", "9" }, /* nobody else has a value on Solo */
		{ "compared('c')", "7" },
		{ "wins('a')", "3" },
		{ "wins('a', 'b')", "6" },
		{ "compared('a', 'c')", "7" },
		{ "count('solo')", "1" },
		{ "gap('a', 'b', 'level')", "0.0\u00a0points" },
		{ "worst('level')", "3.0\u00a0points" },
		{ "leader('level')", "several share the lead on Level" },
		{ "ratio('a', 'c', 'coarse')", "53" },
		{ "ratio('b', 'a', 'plain')", "0.25" },
		{ "ratio('a', 'c', 'near')", "10" },
		{ "ratio('b', 'c', 'near')", "9.6" },
		{ "ratio('a', 'a', 'solo')", "1.0" },
	};
	check(*state, cases, sizeof cases / sizeof *cases);
}

static void the_worst_is_behind_nobody_where_all_are_level(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = facts_open(bench->arena, must_load(bench, READ_YAML, yaml), &language_english);
	struct fact fact;
	struct fact_fault fault;
	assert_true(facts_try(facts, bench->arena, "worst('level')", false, &fact, &fault));
	assert_int_equal(fact.n_steps, 1);
	assert_int_equal(fact.n_uses, 1);
	assert_true(facts_try(facts, bench->arena, "worst('near')", false, &fact, &fault));
	assert_int_equal(fact.n_steps, 2);
	assert_int_equal(fact.n_uses, 2);
}

static void decimals_stay_decimal(void **state)
{
	(void)state;
	struct decimal a = decimal_of(42.8, 1), b = decimal_of(40.1, 1), m = decimal_of(58e6, -6);
	assert_true(decimal_difference(a, b).number == 2.7 && decimal_difference(a, b).places == 1);
	assert_true(decimal_product(a, b).number == 1716.28 && decimal_product(a, b).places == 2);
	assert_true(decimal_sum(m, decimal_of(1.25e9, -7)).number == 1308e6);
	assert_true(decimal_sum(m, decimal_of(1, 0)).number == 58000001);
	assert_true(decimal_product(m, decimal_of(0.5, 1)).places == -5);
	assert_true(decimal_quotient(decimal_of(64.2, 1), decimal_of(21.4, 1)).number == 3);
	assert_false(decimal_quotient(decimal_of(1, 0), decimal_of(3, 0)).exact);
	assert_true(decimal_quotient(decimal_of(1, 0), decimal_of(8, 0)).places == 3);
	assert_false(decimal_quotient(decimal_of(1, 0), decimal_of(0, 0)).exact);
	assert_true(isinf(decimal_quotient(decimal_of(1, 0), decimal_of(0, 0)).number));
	assert_true(decimal_whole_quotient(decimal_of(0.3, 1), decimal_of(0.1, 1)).number == 3);
	assert_true(decimal_remainder(decimal_of(-7, 0), decimal_of(3, 0)).number == 2);
	assert_true(decimal_guess(0.1 + 0.2).number == 0.3 && decimal_guess(0.1 + 0.2).places == 1);
	assert_true(decimal_guess(123456789012.0).exact && decimal_guess(123456789012.0).places == 0);
	assert_true(decimal_guess(1.23456789012).exact && !decimal_guess(1.234567890123).exact);
	assert_false(decimal_guess(1e300).exact || decimal_guess(HUGE_VAL).exact);
	assert_false(decimal_of(1e15, 3).exact && decimal_of(1e15, 3).places == 3);
	assert_int_equal(decimal_places_shown(decimal_of(45.30, 2), 0), 1);
	assert_int_equal(decimal_guess(1.5e-11).places, 12);
	assert_int_equal(decimal_places_shown(decimal_of(123456789012.5, 1), 0), 1);
	assert_int_equal(decimal_places_shown(m, 6), 0);
	assert_int_equal(decimal_places_shown(decimal_of(58.5e6, -5), 6), 1);
	assert_int_equal(decimal_places_shown(decimal_guess(1.0 / 3), 0), 9);
	assert_int_equal(decimal_places_shown(decimal_of(0, 5), 6), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(a_unit_follows_the_call_and_not_the_value),
		TEST(a_value_passes_through_what_only_chooses),
		TEST(operations_decide_the_unit),
		TEST(what_is_printed_is_what_is_compared),
		TEST(faults_are_reported_at_the_operator),
		TEST(nothing_wraps_around),
		TEST(random_expressions_compute_as_in_lua),
		TEST(functions_count_what_they_say),
		TEST(the_worst_is_behind_nobody_where_all_are_level),
		TEST(decimals_stay_decimal),
	};
	seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : seed;
	rounds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : rounds;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
