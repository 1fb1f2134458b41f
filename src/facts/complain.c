/* What Lua says of an expression, in plain words and without its names for things. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <stdarg.h>
#include <string.h>

enum { MESSAGE_MOST = 200, TOKEN_MOST = 40, RETURN = 7 /* bytes of "return " before the expression */ };

void complain(struct evaluation *e, size_t offset, const char *hint, const char *format, ...)
{
	va_list args;
	if (e->faulted) /* the first fault is the one that stopped it */
		return;
	va_start(args, format);
	e->fault = (struct fault){ .message = arena_vprintf(e->arena, format, args), .hint = hint, .offset = offset };
	va_end(args);
	e->faulted = true;
}

void complain_habits(struct evaluation *e)
{
	static const struct {
		const char *mark, *hint;
	} habits[] = {
		{ "..", "write join(a, b, \u2026), which prints numbers as prose does" },
		{ "!=", "write ~=" },
		{ "&&", "write and" },
		{ "||", "write or" },
		{ "|", "there are no filters: write round(value(\u2026))" },
		{ "\u201c", "write straight quotes: \"\u2026\"" },
		{ "\u201d", "write straight quotes: \"\u2026\"" },
		{ "\u201e", "write straight quotes: \"\u2026\"" },
		{ "\u2018", "write straight quotes: '\u2026'" },
		{ "\u2019", "write straight quotes: '\u2026'" },
	};
	size_t first = e->length, which = 0;
	for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
		size_t at = locate_mark(e->expression, habits[i].mark);
		if (at < first) {
			first = at;
			which = i;
		}
	}
	if (first < e->length)
		complain(e, first, habits[which].hint, "\"%s\" is not expected here", habits[which].mark);
}

/* Behind "e:12: ", which names the chunk and the line. */
static const char *behind_place(const char *lua)
{
	if (!str_starts(lua, "e:"))
		return lua;
	const char *at = lua + 2 + strspn(lua + 2, "0123456789");
	return str_starts(at, ": ") ? at + 2 : lua;
}

/* The token before which the compiler stopped, as it stands in the expression. */
static size_t offset_of(const struct evaluation *e, const char *token, size_t length)
{
	size_t read = e->read > RETURN ? e->read - RETURN : 0;
	size_t end = read < e->length ? read : e->length;
	for (size_t at = end >= length ? end - length + 1 : 0; length && at-- > 0;)
		if (memcmp(e->expression + at, token, length) == 0)
			return at;
	return end > 1 ? end - 2 : 0; /* one byte was read beyond it */
}

static void unexpected(struct evaluation *e, size_t offset, const char *shown)
{
	const char *hint = str_eq(shown, "=")    ? "two values are compared with =="
	                   : str_eq(shown, "!=") ? "unequal is written ~="
	                                         : "an expression is one value; operators join several";
	complain(e, offset, hint, "\"%s\" is not expected here", shown);
}

/* what: Lua's message without its end " near token". */
static void say(struct evaluation *e, const char *what, size_t offset, const char *shown, bool at_end)
{
	const char *expected = strstr(what, " expected");
	if (str_starts(what, "unfinished string") || str_starts(what, "unfinished long string"))
		complain(e, at_end ? locate_last_text(e->expression) : offset, "end it with the quote it starts with",
		         "a quote is not closed");
	else if (str_starts(what, "unfinished long comment"))
		complain(e, offset, "end it with ]]", "a comment has no end");
	else if (str_starts(what, "malformed number"))
		complain(e, offset, "write a number such as 52 or 0.5", "\"%s\" is no number", shown);
	else if (str_starts(what, "unexpected symbol") && at_end)
		complain(e, offset, NULL, "the expression ends too early");
	else if (str_starts(what, "unexpected symbol") || str_starts(what, "<eof> expected"))
		unexpected(e, offset, shown);
	else if (expected && at_end)
		complain(e, offset, NULL, "%.*s is missing at the end", (int)(expected - what), what);
	else if (expected)
		complain(e, offset, NULL, "%.*s is missing before \"%s\"", (int)(expected - what), what, shown);
	else if (strstr(what, "overflow") || strstr(what, "C levels"))
		complain(e, 0, "take it apart", "the expression is nested too deeply");
	else if (strlen(what) <= MESSAGE_MOST && text_is_clean(what, strlen(what)) && *what)
		complain(e, offset, NULL, "%s", what);
	else
		complain(e, offset, NULL, "this is no expression");
}

void complain_syntax(struct evaluation *e, const char *lua)
{
	const char *what = behind_place(lua), *near = strstr(what, " near ");
	const char *token = near ? near + strlen(" near ") : "";
	size_t length = strlen(token);
	bool at_end = !near || str_eq(token, "<eof>");
	if (length >= 2 && token[0] == '\'' && token[length - 1] == '\'') {
		token++;
		length -= 2;
	}
	size_t offset = at_end ? e->length : offset_of(e, token, length);
	bool showable = length <= TOKEN_MOST && text_is_clean(token, length);
	const char *shown = str_starts(token, "<\\") ? "a control character"
	                    : showable               ? arena_strndup(e->arena, token, length)
	                                             : "\u2026";
	say(e, near ? arena_strndup(e->arena, what, (size_t)(near - what)) : what, offset, shown, at_end);
}

void complain_runtime(struct evaluation *e, const char *lua)
{
	static const char attempt[] = "attempt to ";
	const char *what = behind_place(lua), *detail = strstr(what, " (");
	size_t length = strlen(what);
	if (detail && (length > MESSAGE_MOST || !text_is_clean(what, length)))
		length = (size_t)(detail - what);
	if (strstr(what, "overflow"))
		complain(e, 0, "take it apart", "the expression is nested too deeply");
	else if (!length || length > MESSAGE_MOST || !text_is_clean(what, length))
		complain(e, 0, NULL, "the expression cannot be computed");
	else if (str_starts(what, attempt))
		complain(e, 0, NULL, "cannot %.*s", (int)(length - strlen(attempt)), what + strlen(attempt));
	else
		complain(e, 0, NULL, "%.*s", (int)length, what);
}

static bool is_thing(const struct dataset *d, const char *name)
{
	const struct place nowhere = { 0 };
	return dataset_variant(d, name, nowhere, NULL) || dataset_benchmark(d, name, nowhere, NULL) ||
	       dataset_source(d, name, nowhere, NULL) || dataset_organisation(d, name, nowhere, NULL);
}

/* What is written at offset if it is a name of the data, with the hyphens and points that Lua takes for operators; NULL
 * if it is none. */
static const char *data_name_at(const struct evaluation *e, const char *name, size_t offset)
{
	static const char of_ids[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.@";
	const char *whole = arena_strndup(e->arena, e->expression + offset, strspn(e->expression + offset, of_ids));
	return is_thing(e->facts->dataset, whole) ? whole : is_thing(e->facts->dataset, name) ? name : NULL;
}

void complain_unknown(struct evaluation *e, const char *name)
{
	struct strbuf all = strbuf_new(e->arena);
	struct nearest nearest = nearest_to(name);
	const struct function *f;
	strbuf_add(&all, "the functions are ");
	for (size_t i = 0; (f = function_at(i)); i++) {
		strbuf_addf(&all, "%s%s", i ? ", " : "", f->known.name);
		nearest_offer(&nearest, f->known.name);
	}
	size_t offset = locate_name(e->expression, name);
	const char *thing = data_name_at(e, name, offset);
	complain(e, offset,
	         thing ? arena_printf(e->arena, "names of the data stand in quotes: \"%s\"", thing)
	               : nearest_hint(e->arena, &nearest, all.s),
	         "no function is called \"%s\"", name);
}
