#include "facts/machine.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/function.h"
#include "facts/heap.h"
#include "facts/judgement.h"
#include "facts/script.h"

#include <lua.h>
#include <math.h>
#include <string.h>

/* Besides what is held at once, single blocks and all that was ever asked for have limits: copying long texts to and
 * fro would be slow within any number of steps. */
enum {
	MEMORY_MOST = 8 << 20,
	LEFT_MOST = 32 << 20, /* of what functions take and give, which is not Lua's */
	BLOCK_MOST = 256 << 10,
	TURNOVER_MOST = 64 << 20,
	STEPS_MOST = 200000,
	STEPS_COUNTED = 1000, /* at a time */
	CALLS_MOST = 2000,
};

struct machine {
	struct evaluation *evaluation;
	struct arena *arena; /* the expression's own */
	struct heap heap;
	struct script script;
	size_t memory, turnover; /* bytes held; bytes asked for in all */
	size_t steps, calls;
	struct term *result;
};

/* ---- limits ---- */

static void *allocate(void *user, void *block, size_t old, size_t size)
{
	struct machine *m = user;
	size_t had = block ? old : 0; /* without a block, old tells what kind of object is wanted */
	if (!size) {
		heap_give_back(&m->heap, block, had);
		m->memory -= had;
		return NULL;
	}
	if (size > had &&
	    (size > BLOCK_MOST || m->memory - had + size > MEMORY_MOST || m->turnover + size > TURNOVER_MOST))
		return NULL;
	m->memory += size - had;
	m->turnover += size > had ? size : 0;
	return heap_resize(&m->heap, block, had, size);
}

static struct machine *machine_of(lua_State *lua)
{
	void *user;
	lua_getallocf(lua, &user);
	return user;
}

static void too_large(struct evaluation *e, int most)
{
	evaluation_fault(e, 0, "ask for less, or in several expressions",
	                 "the expression needs more than the %d MB of memory it may use", most >> 20);
}

static size_t effort(const struct machine *m)
{
	return budget_effort(m->steps, m->calls, m->turnover + arena_used(m->arena));
}

/* The fault is in the evaluation; what is thrown means nothing. */
static int throw(lua_State * lua)
{
	lua_pushnil(lua);
	return lua_error(lua);
}

/* Throws where the document has spent what all its expressions may take. */
static void check_budget(lua_State *lua)
{
	struct machine *m = machine_of(lua);
	struct budget *budget = &m->evaluation->facts->budget;
	if (!budget_spent(budget, effort(m)))
		return;
	struct budget with = *budget;
	with.at = with.at.line ? with.at : with.steps_at;
	budget_spend(&with, effort(m));
	evaluation_fault(m->evaluation, 0, budget_hint(&with, m->arena), "%s", budget_message(&with));
	throw(lua);
}

static void on_count(lua_State *lua, lua_Debug *debug)
{
	struct machine *m = machine_of(lua);
	(void)debug;
	m->steps += STEPS_COUNTED;
	check_budget(lua);
	if (m->steps < STEPS_MOST)
		return;
	evaluation_fault(m->evaluation, 0, "ask for less, or in several expressions",
	                 "the expression does not end within %d steps", STEPS_MOST);
	throw(lua);
}

/* The word of the script that is being executed; level 1 is whoever called the C function at hand. */
static size_t word_at(lua_State *lua, int level)
{
	lua_Debug debug;
	if (!lua_getstack(lua, level, &debug) || !lua_getinfo(lua, "l", &debug) || debug.currentline < 1)
		return 0;
	return script_word_at(&machine_of(lua)->script, debug.currentline);
}

static size_t offset_at(lua_State *lua)
{
	return script_offset(&machine_of(lua)->script, word_at(lua, 1));
}

/* ---- terms ---- */

/* Terms and copies of texts count as memory of the expression: throws where that is too much. */
static void charge(lua_State *lua, size_t size)
{
	struct machine *m = machine_of(lua);
	m->turnover += size;
	if (m->turnover <= TURNOVER_MOST && arena_used(m->arena) <= LEFT_MOST)
		return;
	too_large(m->evaluation, m->turnover <= TURNOVER_MOST ? LEFT_MOST : MEMORY_MOST);
	throw(lua);
}

/* A text is copied to the arena. */
static struct term term_at(lua_State *lua, int index)
{
	struct term term = { .kind = TERM_OTHER };
	size_t length;
	switch (lua_type(lua, index)) {
	case LUA_TLIGHTUSERDATA:
		return *(const struct term *)lua_touserdata(lua, index);
	case LUA_TNUMBER:
		if (isfinite(lua_tonumber(lua, index)))
			return term_literal(lua_tonumber(lua, index));
		return term;
	case LUA_TSTRING:
		term.text = lua_tolstring(lua, index, &length);
		if (length > FUNCTION_TEXT_MOST || !term_text_is_clean(term.text, length))
			return term;
		charge(lua, length + 1);
		term.kind = TERM_TEXT;
		term.typed = true;
		term.text = arena_strndup(machine_of(lua)->arena, term.text, length);
		return term;
	case LUA_TBOOLEAN:
		term.kind = TERM_TRUTH;
		term.truth = lua_toboolean(lua, index);
		return term;
	default:
		return term;
	}
}

static int push(lua_State *lua, const struct term *term)
{
	struct machine *m = machine_of(lua);
	if (term->kind == TERM_TRUTH) {
		lua_pushboolean(lua, term->truth);
		return 1;
	}
	charge(lua, sizeof *term);
	struct term *kept = arena_alloc(m->arena, 1, sizeof *kept);
	*kept = *term;
	lua_pushlightuserdata(lua, kept);
	return 1;
}

/* What stands at an index, with an article. */
static const char *described(lua_State *lua, int index)
{
	struct term term = term_at(lua, index);
	switch (term.kind) {
	case TERM_NUMBER:
		return "a number";
	case TERM_TEXT:
		return "a text";
	case TERM_TRUTH:
		return "true or false";
	case TERM_OTHER:
		break;
	}
	switch (lua_type(lua, index)) {
	case LUA_TNUMBER:
		return "a number without end";
	case LUA_TSTRING:
		return "a text that cannot be shown";
	case LUA_TFUNCTION:
		return "a function";
	case LUA_TTABLE:
		return "a table";
	default:
		return "nothing";
	}
}

/* ---- operators ---- */

/* An operator has its place in this list as an upvalue. */
static const struct {
	const char *event, *doing;
	enum term_operation operation;
	bool computes; /* what cannot be computed otherwise */
} operators[] = {
	{ "__add", "add", TERM_ADD, true },
	{ "__sub", "subtract", TERM_SUBTRACT, true },
	{ "__mul", "multiply", TERM_MULTIPLY, true },
	{ "__div", "divide", TERM_DIVIDE, true },
	{ "__idiv", "divide", TERM_DIVIDE_WHOLE, true },
	{ "__mod", "divide", TERM_REMAINDER, true },
	{ "__pow", "raise", TERM_POWER, true },
	{ "__unm", "negate", TERM_NEGATE, true },
	{ "__concat", "concatenate", TERM_ADD, false },
	{ "__index", "look into", TERM_ADD, false },
	{ "__newindex", "write into", TERM_ADD, false },
	{ "__call", "call", TERM_ADD, false },
};

static int on_operator(lua_State *lua)
{
	struct evaluation *e = machine_of(lua)->evaluation;
	size_t which = (size_t)lua_tointeger(lua, lua_upvalueindex(1));
	const struct term a = term_at(lua, 1), b = term_at(lua, 2);
	bool binary = operators[which].computes && operators[which].operation != TERM_NEGATE;
	bool first = a.kind != TERM_NUMBER || !operators[which].computes;
	if (first || (binary && b.kind != TERM_NUMBER)) {
		evaluation_fault(e, offset_at(lua), NULL, "cannot %s %s", operators[which].doing,
		                 described(lua, first ? 1 : 2));
		return throw(lua);
	}
	struct term result = term_compute(operators[which].operation, &a, binary ? &b : &a);
	if (!isfinite(result.number.number)) {
		evaluation_fault(e, offset_at(lua), "is something divided by zero?", "this gives no finite number");
		return throw(lua);
	}
	return push(lua, &result);
}

/* "#a" is read as "# ^ a", so that a length is a floating-point number too. */
static int on_length(lua_State *lua)
{
	const struct term a = term_at(lua, 2);
	bool table = lua_type(lua, 2) == LUA_TTABLE;
	if (!table && a.kind != TERM_TEXT) {
		evaluation_fault(machine_of(lua)->evaluation, offset_at(lua), NULL, "cannot take the length of %s",
		                 described(lua, 2));
		return throw(lua);
	}
	lua_pushnumber(lua, table ? (lua_Number)lua_rawlen(lua, 2) : (lua_Number)strlen(a.text));
	return 1;
}

/* The comparisons of a script: what they are called in the environment. */
static const char *const comparisons[] = {
	[COMPARE_EQUAL] = "==", [COMPARE_UNEQUAL] = "~=",       [COMPARE_LESS] = "<",
	[COMPARE_MORE] = ">",   [COMPARE_LESS_OR_EQUAL] = "<=", [COMPARE_MORE_OR_EQUAL] = ">=",
};

enum { COMPARISONS = sizeof comparisons / sizeof *comparisons };

struct half { /* of a comparison, with or without its left side as user value; the only full user data there is */
	enum comparison how;
	bool has_left;
};

static void push_half(lua_State *lua, enum comparison how, bool has_left)
{
	struct half *half = lua_newuserdatauv(lua, sizeof *half, 1);
	*half = (struct half){ how, has_left };
	lua_pushnumber(lua, 0); /* every type other than a table has the operators: numbers too */
	lua_getmetatable(lua, -1);
	lua_setmetatable(lua, -3);
	lua_pop(lua, 1);
}

/* The second half of a comparison: the first one keeps the left side. */
static int compare(lua_State *lua, enum comparison how)
{
	struct machine *m = machine_of(lua);
	size_t word = word_at(lua, 1);
	lua_getiuservalue(lua, 1, 1);
	const struct term left = term_at(lua, -1), right = term_at(lua, 2);
	struct comparands both = { .left = &left, .right = &right, .offset = script_offset(&m->script, word) };
	both.left_offset = script_text_beside(&m->script, word, true);
	both.right_offset = script_text_beside(&m->script, word, false);
	bool truth = false;
	if (left.kind != TERM_OTHER && right.kind != TERM_OTHER) {
		if (!compare_terms(m->evaluation, how, &both, &truth))
			return throw(lua);
		if (left.kind == TERM_NUMBER && right.kind == TERM_NUMBER) {
			evaluation_number(m->evaluation, left.number.number);
			evaluation_number(m->evaluation, right.number.number);
		}
		judgement_compare(m->evaluation, how, &both, truth);
	} else if (how == COMPARE_EQUAL || how == COMPARE_UNEQUAL) {
		truth = (bool)lua_rawequal(lua, -1, 2) == (how == COMPARE_EQUAL);
	} else {
		evaluation_fault(m->evaluation, both.offset, NULL, "cannot compare %s with %s", described(lua, -1),
		                 described(lua, 2));
		return throw(lua);
	}
	lua_pushboolean(lua, truth);
	return 1;
}

/* "a == b" is read as "a | == | b": the first half makes a half of the comparison and a, the second one answers. */
static int on_comparison(lua_State *lua)
{
	const struct half *first = lua_type(lua, 1) == LUA_TUSERDATA ? lua_touserdata(lua, 1) : NULL;
	const struct half *second = lua_type(lua, 2) == LUA_TUSERDATA ? lua_touserdata(lua, 2) : NULL;
	if (first && first->has_left)
		return compare(lua, first->how);
	if (!second) {
		evaluation_fault(machine_of(lua)->evaluation, offset_at(lua), NULL, "this is not expected here");
		return throw(lua);
	}
	push_half(lua, second->how, true);
	lua_pushvalue(lua, 1);
	lua_setiuservalue(lua, -2, 1);
	return 1;
}

/* In square brackets: the key of a table is Lua's own number or text. */
static int on_strip(lua_State *lua)
{
	const struct term term = lua_gettop(lua) == 1 ? term_at(lua, 1) : (struct term){ .kind = TERM_OTHER };
	if (lua_gettop(lua) != 1) {
		evaluation_fault(machine_of(lua)->evaluation, offset_at(lua), NULL, "one value belongs in brackets");
		return throw(lua);
	}
	if (lua_type(lua, 1) != LUA_TLIGHTUSERDATA)
		lua_pushvalue(lua, 1);
	else if (term.kind == TERM_NUMBER)
		lua_pushnumber(lua, term.number.number);
	else
		lua_pushstring(lua, term.text);
	return 1;
}

/* Gives every type but tables our operators: their operands need not be terms to be told about in plain words. */
static void push_operators(lua_State *lua)
{
	lua_createtable(lua, 0, 24);
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		lua_pushinteger(lua, (lua_Integer)i);
		lua_pushcclosure(lua, on_operator, 1);
		lua_setfield(lua, -2, operators[i].event);
	}
	lua_pushcfunction(lua, on_comparison);
	lua_setfield(lua, -2, "__bor");
	lua_pushnil(lua);
	lua_pushboolean(lua, true);
	lua_pushnumber(lua, 0);
	lua_pushliteral(lua, "");
	lua_pushcfunction(lua, on_strip); /* any function */
	lua_pushlightuserdata(lua, NULL);
	for (; lua_gettop(lua) > 1; lua_pop(lua, 1)) {
		lua_pushvalue(lua, 1);
		lua_setmetatable(lua, -2);
	}
	lua_pop(lua, 1);
}

/* ---- what an expression sees ---- */

static int on_call(lua_State *lua)
{
	struct machine *m = machine_of(lua);
	const struct function *function = function_at((size_t)lua_tointeger(lua, lua_upvalueindex(1)));
	struct call call = { .evaluation = m->evaluation, .function = function, .script = &m->script };
	call.word = script_call(&m->script, word_at(lua, 1), function->known.name);
	call.n_arguments = (size_t)lua_gettop(lua);
	if (++m->calls > CALLS_MOST) {
		evaluation_fault(m->evaluation, 0, "ask for less, or in several expressions",
		                 "the expression calls more than %d functions", CALLS_MOST);
		return throw(lua);
	}
	check_budget(lua);
	for (size_t i = 0; i < call.n_arguments && i < CALL_ARGUMENTS_MOST; i++)
		call.arguments[i] = term_at(lua, (int)i + 1);
	if (!function_call(&call))
		return throw(lua);
	if (call.result.kind == TERM_NUMBER)
		evaluation_number(m->evaluation, call.result.number.number);
	return push(lua, &call.result);
}

/* A name that is not a local one: what it means stands in the upvalue, out of the reach of assignment. Functions are
 * put there when they are first asked for. */
static int on_index(lua_State *lua)
{
	struct machine *m = machine_of(lua);
	const struct term name = term_at(lua, 2);
	const struct function *f;
	lua_settop(lua, 2);
	lua_pushvalue(lua, 2);
	if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL)
		return 1;
	for (size_t i = 0; (f = function_at(i)); i++) {
		if (name.kind != TERM_TEXT || !str_eq(name.text, f->known.name))
			continue;
		lua_pushinteger(lua, (lua_Integer)i);
		lua_pushcclosure(lua, on_call, 1);
		lua_pushvalue(lua, -1);
		lua_setfield(lua, lua_upvalueindex(1), f->known.name);
		return 1;
	}
	size_t word = word_at(lua, 1);
	if (name.kind == TERM_TEXT)
		word = script_name_before(&m->script, word, name.text);
	function_unknown(m->evaluation, name.kind == TERM_TEXT ? name.text : "?", script_offset(&m->script, word));
	return throw(lua);
}

static int on_assign(lua_State *lua)
{
	struct machine *m = machine_of(lua);
	const struct term name = term_at(lua, 2);
	size_t word = word_at(lua, 1);
	if (name.kind == TERM_TEXT)
		word = script_name_before(&m->script, word, name.text);
	evaluation_fault(m->evaluation, script_offset(&m->script, word), "an expression only computes",
	                 "nothing can be assigned to \"%s\"", name.kind == TERM_TEXT ? name.text : "?");
	return throw(lua);
}

/* Raised to a value it gives the value's length. */
static void push_length(lua_State *lua)
{
	push_half(lua, COMPARE_EQUAL, false); /* every full user data is one */
	lua_createtable(lua, 0, 1);
	lua_pushcfunction(lua, on_length);
	lua_setfield(lua, -2, "__pow");
	lua_setmetatable(lua, -2);
}

static void push_environment(lua_State *lua)
{
	const struct facts *facts = machine_of(lua)->evaluation->facts;
	lua_createtable(lua, 0, 0);
	lua_createtable(lua, 0, 2);
	lua_createtable(lua, 0, 16);
	for (size_t i = 0; i < COMPARISONS; i++) {
		push_half(lua, (enum comparison)i, false);
		lua_setfield(lua, -2, comparisons[i]);
	}
	lua_pushcfunction(lua, on_strip);
	lua_setfield(lua, -2, SCRIPT_STRIP);
	push_length(lua);
	lua_setfield(lua, -2, SCRIPT_LENGTH);
	for (size_t i = 0; i < facts->n_given; i++) {
		lua_pushstring(lua, facts->given[i].text);
		lua_setfield(lua, -2, facts->given[i].name);
	}
	lua_pushcclosure(lua, on_index, 1);
	lua_setfield(lua, -2, "__index");
	lua_pushcclosure(lua, on_assign, 0);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -2);
}

/* ---- running ---- */

static const char *on_read(lua_State *lua, void *user, size_t *size)
{
	(void)lua;
	return script_read(user, size);
}

static void take_result(lua_State *lua, struct machine *m)
{
	static const char hint[] = "an expression gives a number, a text, or true or false";
	struct evaluation *e = m->evaluation;
	int n = lua_gettop(lua);
	if (n != 1 || lua_isnil(lua, 1)) {
		evaluation_fault(e, 0, hint, "one value is wanted, but there %s", n > 1 ? "are several" : "is none");
		throw(lua);
	}
	*m->result = term_at(lua, 1);
	if (m->result->kind != TERM_OTHER)
		return;
	if (lua_type(lua, 1) == LUA_TNUMBER)
		evaluation_fault(e, 0, "is something divided by zero?", "the result is not a finite number");
	else
		evaluation_fault(e, 0, hint, "one value is wanted, but this is %s", described(lua, 1));
	throw(lua);
}

/* Everything that may fail, under one protected call. */
static int run(lua_State *lua)
{
	struct machine *m = machine_of(lua);
	push_operators(lua);
	int status = lua_load(lua, on_read, &m->script, "=", "t");
	if (status == LUA_ERRMEM)
		too_large(m->evaluation, MEMORY_MOST);
	else if (status != LUA_OK)
		script_refused(&m->script);
	if (status != LUA_OK)
		return throw(lua);
	push_environment(lua);
	lua_setupvalue(lua, 1, 1);
	lua_sethook(lua, on_count, LUA_MASKCOUNT, STEPS_COUNTED);
	lua_call(lua, 0, LUA_MULTRET);
	lua_sethook(lua, NULL, 0, 0);
	take_result(lua, m);
	return 0;
}

/* Lua's own errors are told without its words: only the place is taken from it. */
static int on_error(lua_State *lua)
{
	struct machine *m = machine_of(lua);
	evaluation_fault(m->evaluation, offset_at(lua), "an expression takes numbers and texts",
	                 "this cannot be computed");
	return 0;
}

bool machine_run(struct evaluation *e, struct term *result)
{
	struct machine *m = arena_alloc(e->arena, 1, sizeof *m);
	*m = (struct machine){ .evaluation = e, .arena = e->arena, .result = result };
	m->heap = heap_on(arena_new_below(e->arena));
	if (script_open(&m->script, e, e->arena)) {
		lua_State *lua = lua_newstate(allocate, m); /* never closed: it holds nothing but its blocks */
		int status = LUA_ERRMEM;
		if (lua) {
			lua_pushcfunction(lua, on_error); /* take no memory: nothing may outside the protected call */
			lua_pushcfunction(lua, run);
			status = lua_pcall(lua, 0, 0, 1);
		}
		if (status != LUA_OK)
			too_large(e, MEMORY_MOST); /* unless it is known what else it was */
	}
	budget_spend(&e->facts->budget, effort(m));
	return !e->faulted;
}
