/* The machine: a Lua state without libraries, made anew for every expression, so that none can leave anything to the
 * next and the limits are met at the same step every time. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/lexer.h"

#include <lua.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Besides what is held at once, single blocks and all that was ever asked for have limits: copying long texts to and
 * fro would be slow within any number of steps. */
enum {
	MEMORY_MOST = 8 << 20,
	BLOCK_MOST = 256 << 10,
	TURNOVER_MOST = 64 << 20,
	STEPS_MOST = 200000,
	CALLS_MOST = 2000,
	EXPRESSION_MOST = 8000,
};

bool text_is_clean(const char *text, size_t length)
{
	if (memchr(text, '\0', length) || utf8_bad(text, length) != length)
		return false;
	for (const char *at = text, *end = text + length; at < end;) {
		uint32_t rune = utf8_next(&at);
		if (utf8_is_control(rune) || utf8_is_noncharacter(rune))
			return false;
	}
	return true;
}

/* ---- limits ---- */

static void *allocate(void *user, void *block, size_t old, size_t size)
{
	struct evaluation *e = user;
	size_t had = block ? old : 0; /* without a block, old tells what kind of object is wanted */
	if (!size) {
		free(block);
		e->memory -= had;
		return NULL;
	}
	if (size > had &&
	    (size > BLOCK_MOST || e->memory - had + size > MEMORY_MOST || e->turnover + size > TURNOVER_MOST))
		return NULL;
	void *fresh = realloc(block, size);
	if (!fresh)
		return size <= had ? block : NULL; /* Lua relies on it that less can always be had */
	e->memory += size - had;
	e->turnover += size > had ? size : 0;
	return fresh;
}

static struct evaluation *evaluation_of(lua_State *lua)
{
	void *user;
	lua_getallocf(lua, &user);
	return user;
}

/* The fault is noted in the evaluation; what is thrown means nothing. */
static int throw(lua_State * lua)
{
	lua_pushnil(lua);
	return lua_error(lua);
}

static void too_long(struct evaluation *e)
{
	complain(e, 0, "ask for less, or in several expressions", "the expression does not come to an end in %d steps",
	         STEPS_MOST);
}

static void on_count(lua_State *lua, lua_Debug *debug)
{
	(void)debug;
	too_long(evaluation_of(lua));
	throw(lua);
}

/* ---- what an expression sees ---- */

static struct item item_at(lua_State *lua, struct arena *arena, int index)
{
	struct item item = { .kind = ITEM_OTHER };
	size_t length;
	if (lua_type(lua, index) == LUA_TNUMBER) {
		item.number = lua_tonumber(lua, index);
		item.kind = isfinite(item.number) ? ITEM_NUMBER : ITEM_OTHER;
	} else if (lua_type(lua, index) == LUA_TSTRING) {
		const char *text = lua_tolstring(lua, index, &length);
		if (length <= TEXT_MOST && text_is_clean(text, length)) {
			item.kind = ITEM_TEXT;
			item.text = arena_strndup(arena, text, length);
		}
	} else if (lua_type(lua, index) == LUA_TBOOLEAN) {
		item.kind = ITEM_TRUTH;
		item.truth = lua_toboolean(lua, index);
	}
	return item;
}

static void push(lua_State *lua, const struct item *item)
{
	const double exact = 9007199254740992.0;
	if (item->kind == ITEM_TEXT)
		lua_pushstring(lua, item->text);
	else if (item->kind == ITEM_NUMBER && fabs(item->number) < exact && item->number == floor(item->number))
		lua_pushinteger(lua, (lua_Integer)item->number);
	else if (item->kind == ITEM_NUMBER)
		lua_pushnumber(lua, item->number);
	else
		lua_pushboolean(lua, item->truth);
}

static int on_call(lua_State *lua)
{
	struct evaluation *e = evaluation_of(lua);
	struct call call = { .evaluation = e,
		             .function = function_at((size_t)lua_tointeger(lua, lua_upvalueindex(1))) };
	int n = lua_gettop(lua);
	if (++e->calls > CALLS_MOST) {
		complain(e, 0, "ask for less, or in several expressions", "the expression calls more than %d functions",
		         CALLS_MOST);
		return throw(lua);
	}
	call.n_arguments = (size_t)n;
	for (int i = 0; i < n && i < ARGUMENTS_MOST; i++)
		call.arguments[i] = item_at(lua, e->arena, i + 1);
	if (!function_call(&call))
		return throw(lua);
	push(lua, &call.result);
	return 1;
}

/* A name that is no local one: the functions stand in the upvalue, out of the reach of assignment. */
static int on_index(lua_State *lua)
{
	struct evaluation *e = evaluation_of(lua);
	lua_settop(lua, 2);
	lua_pushvalue(lua, 2);
	if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL)
		return 1;
	struct item name = item_at(lua, e->arena, 2);
	complain_unknown(e, name.kind == ITEM_TEXT ? name.text : "?");
	return throw(lua);
}

static int on_assign(lua_State *lua)
{
	struct evaluation *e = evaluation_of(lua);
	struct item name = item_at(lua, e->arena, 2);
	const char *text = name.kind == ITEM_TEXT ? name.text : "?";
	complain(e, locate_name(e->expression, text), "an expression only computes",
	         "nothing can be assigned to \"%s\"", text);
	return throw(lua);
}

static void push_environment(lua_State *lua)
{
	const struct function *f;
	lua_createtable(lua, 0, 0);
	lua_createtable(lua, 0, 2);
	lua_createtable(lua, 0, 32);
	for (size_t i = 0; (f = function_at(i)); i++) {
		lua_pushinteger(lua, (lua_Integer)i);
		lua_pushcclosure(lua, on_call, 1);
		lua_setfield(lua, -2, f->known.name);
	}
	lua_pushcclosure(lua, on_index, 1);
	lua_setfield(lua, -2, "__index");
	lua_pushcclosure(lua, on_assign, 0);
	lua_setfield(lua, -2, "__newindex");
	lua_setmetatable(lua, -2);
}

/* ---- running ---- */

/* A byte at a time, so that a fault of syntax is known to stand before what was read last. */
static const char *on_read(lua_State *lua, void *user, size_t *size)
{
	static const char start[] = "return ";
	struct evaluation *e = user;
	(void)lua;
	size_t lead = sizeof start - 1, at = e->read++;
	*size = at < lead + e->length;
	if (!*size)
		return NULL;
	struct swap *swap = e->next_swap;
	if (!swap || at < lead || at - lead != swap->start)
		return at < lead ? start + at : e->flat + at - lead;
	e->read = lead + swap->end;
	e->next_swap = swap->next;
	*size = strlen(swap->with);
	return swap->with;
}

static void take_result(lua_State *lua, struct evaluation *e)
{
	static const char hint[] = "an expression gives a number, a text, or true or false";
	int n = lua_gettop(lua);
	if (n != 1 || lua_isnil(lua, 1)) {
		complain(e, 0, hint, "one value is wanted, but there %s", n > 1 ? "are several" : "is none");
		throw(lua);
	}
	e->result = item_at(lua, e->arena, 1);
	if (e->result.kind != ITEM_OTHER)
		return;
	if (lua_type(lua, 1) == LUA_TNUMBER)
		complain(e, 0, "was something divided by zero?", "the result is no finite number");
	else if (lua_type(lua, 1) == LUA_TSTRING)
		complain(e, 0, NULL, "the result is no text that can be printed");
	else
		complain(e, 0, hint, "one value is wanted, but this is a %s", lua_typename(lua, lua_type(lua, 1)));
	throw(lua);
}

/* Everything that may fail, under one protected call. */
static int run(lua_State *lua)
{
	struct evaluation *e = evaluation_of(lua);
	int status = lua_load(lua, on_read, e, "=e", "t");
	if (status == LUA_ERRMEM)
		e->turnover = TURNOVER_MOST; /* nothing more is to be had */
	else if (status != LUA_OK)
		complain_syntax(e, lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "");
	if (status != LUA_OK)
		return throw(lua);
	push_environment(lua);
	lua_setupvalue(lua, 1, 1);
	lua_sethook(lua, on_count, LUA_MASKCOUNT, STEPS_MOST);
	lua_call(lua, 0, LUA_MULTRET);
	lua_sethook(lua, NULL, 0, 0);
	take_result(lua, e);
	return 0;
}

static void evaluate(struct evaluation *e)
{
	lua_State *lua = lua_newstate(allocate, e);
	int status = LUA_ERRMEM;
	if (lua) {
		lua_pushcfunction(lua, run); /* takes no memory, as nothing outside the protected call may */
		status = lua_pcall(lua, 0, 0, 0);
	}
	if (status != LUA_OK && !e->faulted) {
		if (status == LUA_ERRMEM || e->turnover >= TURNOVER_MOST)
			complain(e, 0, "ask for less, or in several expressions",
			         "the expression takes more memory than the %d MB it may", MEMORY_MOST >> 20);
		else
			complain_runtime(e, lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "");
	}
	if (lua)
		lua_close(lua);
}

/* Text is wrapped where its lines end, inside quotes too: there a new line is a space. */
static char *flat(const struct evaluation *e)
{
	char *text = arena_strndup(e->arena, e->expression, e->length);
	struct lexer lexer = lexer_over(e->expression, e->length);
	for (struct lexeme l = lexer_next(&lexer); l.kind != LEXEME_END; l = lexer_next(&lexer))
		for (size_t i = l.start; l.kind == LEXEME_TEXT && text[l.start] != '[' && i < l.end; i++)
			if (text[i] == '\n')
				text[i] = ' ';
	return text;
}

static void start(struct evaluation *e)
{
	size_t bad = utf8_bad(e->expression, e->length);
	e->flat = flat(e);
	if (e->length > EXPRESSION_MOST)
		complain(e, 0, "ask in several expressions", "the expression is longer than %d bytes", EXPRESSION_MOST);
	else if (bad != e->length)
		complain(e, bad, NULL, "the expression holds a byte that is no text");
	else
		complain_habits(e);
	if (!e->faulted)
		compared_names(e);
	if (!e->faulted)
		evaluate(e);
}

struct facts *facts_open(struct arena *arena, const struct dataset *dataset, const struct language *language)
{
	struct facts *facts = arena_alloc(arena, 1, sizeof *facts);
	*facts = (struct facts){ .arena = arena, .dataset = dataset, .language = language };
	facts->columns = arena_alloc(arena, dataset->n_benchmarks, sizeof(*facts->columns));
	return facts;
}

bool facts_try(struct facts *facts, struct arena *arena, const char *expression, bool truth, struct fact *fact,
               struct fault *fault)
{
	struct evaluation e = {
		.facts = facts, .arena = arena, .expression = expression, .length = strlen(expression)
	};
	facts->evaluations++;
	*fact = (struct fact){ 0 };
	start(&e);
	if (!e.faulted && truth && e.result.kind != ITEM_TRUTH)
		complain(&e, 0, "compare it: == > < >= <= ~=", "true or false is wanted");
	const char *printed = e.faulted || e.result.kind == ITEM_TRUTH ? NULL : print_result(&e, &e.result, false);
	if (e.faulted) {
		*fault = e.fault;
		return false;
	}
	*fact = (struct fact){ .number = e.result.number,
		               .text = e.result.text,
		               .truth = e.result.truth,
		               .printed = printed,
		               .uses = e.uses,
		               .n_uses = e.n_uses,
		               .steps = e.steps,
		               .n_steps = e.n_steps,
		               .claims = e.claims,
		               .n_claims = e.n_claims };
	fact->kind = e.result.kind == ITEM_NUMBER ? FACT_NUMBER : e.result.kind == ITEM_TEXT ? FACT_TEXT : FACT_TRUTH;
	return true;
}

bool facts_eval(struct facts *facts, struct arena *arena, const char *expression, struct place place, struct fact *fact,
                struct diags *diags)
{
	struct fault fault;
	if (facts_try(facts, arena, expression, false, fact, &fault))
		return true;
	diag_add(diags, DIAG_ERROR, locate_place(expression, fault.offset, place), fault.hint, "%s", fault.message);
	return false;
}
