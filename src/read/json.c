/* JSON by hand: a reader that keeps the place of every value and the digits of every number, and continues after an
 * error. */
#include "read/read.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/builder.h"
#include "read/json.h"

#include <stdlib.h>
#include <string.h>

struct json json_new(struct arena *arena, const char *name, const char *bytes, size_t size, struct diags *diags)
{
	return (struct json){ .arena = arena,
		              .pile_arena = arena,
		              .diags = diags,
		              .name = name,
		              .at = bytes,
		              .end = bytes + size,
		              .line_start = bytes,
		              .line = 1,
		              .counted = bytes };
}

static struct place here(struct json *j)
{
	for (; j->counted < j->at; j->counted++)
		j->wide += ((unsigned char)*j->counted & 0xc0) == 0x80;
	return (struct place){ j->name, j->line, (int)(j->at - j->line_start) - (int)j->wide + 1 };
}

static bool fail(struct json *j, struct place place, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

static bool fail(struct json *j, struct place place, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	if (!j->stopped)
		diag_vadd(j->diags, DIAG_ERROR, place, hint, format, args);
	va_end(args);
	j->failed = true;
	return false;
}

/* The last thing that is said. */
static bool stop(struct json *j, struct place place, const char *hint, const char *message)
{
	fail(j, place, hint, "%s", message);
	j->stopped = true;
	j->at = j->end;
	return false;
}

/* The character there, whole. */
static const char *rune_at(struct json *j, const char *at)
{
	const char *past = at;
	utf8_next(&past);
	return arena_strndup(j->arena, at, (size_t)(past - at));
}

static void newline(struct json *j)
{
	j->line++;
	j->line_start = j->counted = j->at;
	j->wide = 0;
}

static void skip_space(struct json *j)
{
	while (j->at < j->end && (*j->at == ' ' || *j->at == '\t' || *j->at == '\r' || *j->at == '\n'))
		if (*j->at++ == '\n')
			newline(j);
}

/* ---- strings ---- */

static int hex4(const char *p, const char *end)
{
	int n = 0;
	if (end - p < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char c = p[i];
		int d = c >= '0' && c <= '9'   ? c - '0'
		        : c >= 'a' && c <= 'f' ? c - 'a' + 10
		        : c >= 'A' && c <= 'F' ? c - 'A' + 10
		                               : -1;
		if (d < 0)
			return -1;
		n = n * 16 + d;
	}
	return n;
}

/* The four digits after \\u, and the other half of a surrogate. */
static bool unicode_escape(struct json *j, struct strbuf *b)
{
	struct place place = here(j);
	int high = hex4(j->at, j->end);
	if (high < 0)
		return fail(j, place, "write \\u and four hex digits", "the escape \\u needs four hex digits");
	j->at += 4;
	uint32_t rune = (uint32_t)high;
	if (high >= 0xdc00 && high <= 0xdfff)
		return fail(j, place, "write both halves, the high one first", "a low surrogate is alone");
	if (high >= 0xd800 && high <= 0xdbff) {
		int low = j->end - j->at >= 6 && j->at[0] == '\\' && j->at[1] == 'u' ? hex4(j->at + 2, j->end) : -1;
		if (low < 0xdc00 || low > 0xdfff)
			return fail(j, place, "write both halves", "a high surrogate is alone");
		j->at += 6;
		rune = 0x10000 + ((uint32_t)(high - 0xd800) << 10) + (uint32_t)(low - 0xdc00);
	}
	if (!builder_rune_ok(rune, place, j->diags)) {
		j->failed = true;
		return false;
	}
	strbuf_add_rune(b, rune);
	return true;
}

static bool escape(struct json *j, struct strbuf *b)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	struct place place = here(j);
	j->at++;
	if (j->at == j->end)
		return true; /* the missing quote is reported by the caller */
	char c = *j->at++;
	if (c == 'u')
		return unicode_escape(j, b);
	const char *known = strchr(from, c);
	if (!known || !c)
		return fail(j, place, "a backslash itself is written \\\\", "there is no escape \\%s",
		            rune_at(j, j->at - 1));
	char plain = to[known - from];
	if (plain == '\b' || plain == '\f')
		return fail(j, place, "remove it", "control characters are not allowed in text");
	if (plain != '\r')
		strbuf_addn(b, &plain, 1);
	return true;
}

static bool is_plain(char c)
{
	return c != '"' && c != '\\' && c != '\n' && c != '\r' && c != '\t';
}

/* At a tab or a carriage return. One that belongs to a line's end is passed over: the text has no end then. */
static bool blank(struct json *j)
{
	const char *at = j->at;
	struct place place = here(j);
	bool end = *at == '\r' && at + 1 < j->end && at[1] == '\n';
	j->at++;
	return end || fail(j, place, "inside text write \\t or \\n", "a raw %s inside the text",
	                   *at == '\t' ? "tab" : "carriage return");
}

/* At the quote. On an error the rest of the string is still read, so that what follows it makes sense. */
static bool read_string(struct json *j, struct value *v)
{
	*v = (struct value){ .kind = VALUE_STRING, .place = here(j) };
	bool ok = true;
	const char *start = ++j->at;
	while (j->at < j->end && is_plain(*j->at))
		j->at++;
	if (j->at < j->end && *j->at == '"') { /* the usual case: no escapes */
		v->text = arena_strndup(j->arena, start, (size_t)(j->at++ - start));
		return true;
	}
	struct strbuf b = strbuf_new(j->arena);
	strbuf_addn(&b, start, (size_t)(j->at - start));
	while (j->at < j->end && *j->at != '"' && *j->at != '\n') {
		if (*j->at == '\\') {
			ok = escape(j, &b) && ok;
			continue;
		}
		if (!is_plain(*j->at)) {
			ok = blank(j) && ok;
			continue;
		}
		start = j->at;
		while (j->at < j->end && is_plain(*j->at))
			j->at++;
		strbuf_addn(&b, start, (size_t)(j->at - start));
	}
	if (j->at == j->end || *j->at == '\n')
		return fail(j, v->place, "close it with \"; a line break inside is written \\n",
		            "the text that starts here has no end");
	j->at++;
	v->text = b.s;
	return ok;
}

/* ---- bare words and numbers ---- */

static bool is_bare(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+' ||
	       c == '.' || c == '_';
}

static bool json_number(const char *s)
{
	s += *s == '-';
	if (*s == '0' && s[1] >= '0' && s[1] <= '9')
		return false;
	if (*s < '0' || *s > '9')
		return false;
	const char *point = strchr(s, '.');
	return !point || (point[1] >= '0' && point[1] <= '9');
}

static bool read_bare(struct json *j, struct value *v)
{
	*v = (struct value){ .place = here(j) };
	const char *start = j->at;
	while (j->at < j->end && is_bare(*j->at))
		j->at++;
	char *word = arena_strndup(j->arena, start, (size_t)(j->at - start));
	v->text = word;
	if (str_eq(word, "null"))
		return true;
	if (str_eq(word, "true") || str_eq(word, "false")) {
		v->kind = VALUE_BOOL;
		v->boolean = word[0] == 't';
		return true;
	}
	if (str_eq(word, "NaN") || str_eq(word, "Infinity") || str_eq(word, "-Infinity")) {
		diag_add(j->diags, DIAG_WARNING, v->place, NULL, "%s is not a JSON number; treated as missing", word);
		return true;
	}
	double number;
	if (json_number(word) && str_to_number(word, &number)) {
		v->kind = VALUE_NUMBER;
		v->number = number;
		return true;
	}
	if (json_number(word) && str_overflows(word))
		return fail(j, v->place, "the largest is 1.79e308: write it in a larger unit", "%s is too large", word);
	bool digits = *word == '-' || *word == '+' || *word == '.' || (*word >= '0' && *word <= '9');
	return fail(j, v->place, digits ? "JSON numbers look like -12.5e3" : "put text into \"double quotes\"",
	            "%s is not %s", word, digits ? "a number that JSON allows" : "a value");
}

/* ---- lists and maps ---- */

/* To the next comma or bracket that belongs to the list or map at hand. */
static void resync(struct json *j)
{
	int open = 0;
	bool quoted = false;
	for (; j->at < j->end; j->at++) {
		char c = *j->at;
		if (c == '\n') {
			j->at++;
			newline(j);
			j->at--;
			quoted = false;
		} else if (quoted) {
			if (c == '\\' && j->at + 1 < j->end && j->at[1] != '\n')
				j->at++;
			else if (c == '"')
				quoted = false;
		} else if (c == '"') {
			quoted = true;
		} else if (c == '[' || c == '{') {
			open++;
		} else if (c == ']' || c == '}') {
			if (open-- == 0)
				return;
		} else if (c == ',' && open == 0) {
			return;
		}
	}
}

static bool read_key(struct json *j, struct value *key)
{
	skip_space(j);
	if (j->at == j->end || *j->at != '"')
		return fail(j, here(j), "keys stand in \"double quotes\"", "a key is missing here");
	if (!read_string(j, key))
		return false;
	skip_space(j);
	if (j->at == j->end || *j->at != ':')
		return fail(j, here(j), "write \"key\": value", "a colon is missing after the key");
	j->at++;
	return true;
}

/* Past an item: true if another one follows; false at the closing bracket or the end. */
static bool another(struct json *j, char close, struct place open)
{
	skip_space(j);
	if (j->at < j->end && *j->at != ',' && *j->at != close) {
		bool wrong_bracket = *j->at == ']' || *j->at == '}';
		fail(j, here(j), wrong_bracket ? NULL : "separate items with commas",
		     wrong_bracket ? "this bracket closes nothing that is open" : "a comma is missing here");
		if (wrong_bracket) {
			j->at++;
			return false;
		}
		resync(j);
	}
	if (j->at == j->end)
		return stop(j, open, NULL,
		            close == ']' ? "the list that starts here has no end"
		                         : "the map that starts here has no end");
	if (*j->at == close) {
		j->at++;
		return false;
	}
	if (*j->at != ',') { /* resync stopped at a bracket of another kind */
		j->at++;
		return false;
	}
	struct place comma = here(j);
	j->at++;
	skip_space(j);
	if (j->at < j->end && *j->at == close) {
		fail(j, comma, "remove it", "there is a comma before the closing bracket");
		j->at++;
		return false;
	}
	return true;
}

/* ---- what is not kept ---- */

/* True if the keys that are open down to this depth are those of the path. */
static bool is_path(const struct json *j, const char *path, int depth)
{
	for (int i = 0; i <= depth; i++) {
		size_t n = strcspn(path, "/");
		if (!n || strncmp(j->open[i], path, n) != 0 || j->open[i][n])
			return false;
		path += n + (path[n] == '/');
	}
	return !*path;
}

static bool is_unwanted(struct json *j, const char *key, int depth)
{
	if (!j->without || depth >= JSON_WITHOUT_KEYS)
		return false;
	j->open[depth] = key;
	for (const char *const *path = j->without; *path; path++)
		if (is_path(j, *path, depth))
			return true;
	return false;
}

static void forget(struct arena *aside)
{
	enum { MUCH = 1 << 15 };
	if (arena_used(aside) > MUCH)
		arena_empty(aside);
}

bool json_pass(struct json *j, struct value *v, int depth)
{
	struct json before = *j;
	j->arena = j->aside = j->aside ? j->aside : arena_new_below(j->arena);
	j->without = NULL;
	j->series = NULL;
	j->passing = true;
	bool ok = json_value(j, v, depth);
	j->arena = before.arena;
	j->without = before.without;
	j->series = before.series;
	j->passing = before.passing;
	forget(j->aside);
	*v = (struct value){ .kind = v->kind, .place = v->place };
	return ok;
}

/* An item of a list or map at this depth; key: "*" in a list. */
static bool read_item(struct json *j, struct value *v, const char *key, int depth)
{
	if (!is_unwanted(j, key, depth))
		return json_value(j, v, depth + 1);
	bool ok = json_pass(j, v, depth + 1);
	*v = (struct value){ .kind = VALUE_MISSING, .text = "", .place = v->place };
	return ok;
}

/* ---- long lists of numbers ---- */

/* True if what lies on the pile from here on is a list's first numbers, and so many that the rest is not kept. */
static bool is_series(const struct json *j, size_t from)
{
	if (!j->series || j->n_pile - from != READ_SERIES)
		return false;
	for (size_t i = from; i < j->n_pile; i++)
		if (j->pile[i].kind == VALUE_STRING || j->pile[i].kind == VALUE_LIST || j->pile[i].kind == VALUE_MAP)
			return false;
	return true;
}

/* The rest of a list whose first items are kept. True. */
static bool pass_series(struct json *j, struct place open, int depth)
{
	size_t count = READ_SERIES;
	struct value item;
	do {
		if (!json_pass(j, &item, depth + 1))
			resync(j);
		count++;
	} while (another(j, ']', open));
	if (!j->series->count++)
		j->series->first = open;
	j->series->longest = count > j->series->longest ? count : j->series->longest;
	return true;
}

static void pile_up(struct json *j, struct value item)
{
	j->pile = arena_grow(j->pile_arena, j->pile, &j->pile_room, j->n_pile, sizeof *j->pile);
	j->pile[j->n_pile++] = item;
}

/* Moves what lies on the pile from here on into the list or map. False if a key is there twice. */
static bool take_pile(struct json *j, struct value *v, size_t from)
{
	bool map = v->kind == VALUE_MAP;
	size_t step = map ? 2 : 1, count = (j->n_pile - from) / step;
	struct builder b = { .count = count };
	j->n_pile = from;
	if (!count)
		return true;
	b.items = arena_alloc(j->arena, count, sizeof *b.items);
	b.keys = map ? arena_alloc(j->arena, count, sizeof *b.keys) : NULL;
	for (size_t i = 0; i < count; i++) {
		const struct value *at = j->pile + from + i * step;
		b.items[i] = at[step - 1];
		if (map)
			b.keys[i] = at[0];
	}
	v->count = count;
	v->items = b.items;
	v->keys = b.keys;
	return !map || builder_unique(j->arena, &b, j->diags);
}

static bool read_nested(struct json *j, struct value *v, int depth)
{
	bool map = *j->at == '{', passing = j->passing && !map;
	char close = map ? '}' : ']';
	*v = (struct value){ .kind = map ? VALUE_MAP : VALUE_LIST, .place = here(j) };
	size_t from = j->n_pile;
	if (depth >= READ_DEPTH_MAX)
		return stop(j, v->place, "flatten the data",
		            arena_printf(j->arena, "more than %d levels of nesting", READ_DEPTH_MAX));
	j->at++;
	skip_space(j);
	if (j->at < j->end && *j->at == close) {
		j->at++;
		return true;
	}
	do {
		struct value key = { 0 }, item;
		j->passing = passing;
		if ((map && !read_key(j, &key)) || !read_item(j, &item, map ? key.text : "*", depth)) {
			resync(j);
			continue;
		}
		if (passing) {
			forget(j->arena);
			continue;
		}
		if (map)
			pile_up(j, key);
		pile_up(j, item);
	} while (another(j, close, v->place) && !(is_series(j, from) && !map && pass_series(j, v->place, depth)));
	if (!take_pile(j, v, from))
		j->failed = true;
	return true;
}

bool json_value(struct json *j, struct value *v, int depth)
{
	skip_space(j);
	if (++j->values > READ_VALUES_MAX)
		return stop(j, here(j), "split the file", "the file contains too many values");
	if (j->at == j->end)
		return fail(j, here(j), NULL, "a value is missing at the end");
	switch (*j->at) {
	case '{':
	case '[':
		return read_nested(j, v, depth);
	case '"':
		return read_string(j, v);
	case '\'':
		return fail(j, here(j), "JSON takes \"double quotes\"", "this text is in single quotes");
	case '/':
	case '#':
		return fail(j, here(j), "remove it, or use YAML", "JSON has no comments");
	}
	if (is_bare(*j->at))
		return read_bare(j, v);
	return fail(j, here(j), NULL, "a value is missing before '%s'", rune_at(j, j->at));
}

bool json_is_lines(const char *name, const char *bytes, size_t size)
{
	const char *end = size ? memchr(bytes, '\n', size) : NULL;
	bool named = str_ends(name, ".jsonl") || str_ends(name, ".ndjson") || str_ends(name, ".jsonl.gz") ||
	             str_ends(name, ".ndjson.gz");
	if (!size || *bytes != '{')
		return false;
	const char *last = end ? end : bytes + size, *next = last;
	while (last > bytes && (last[-1] == ' ' || last[-1] == '\r' || last[-1] == '\n'))
		last--;
	while (next < bytes + size && (*next == '\n' || *next == '\r' || *next == ' '))
		next++;
	return last > bytes && last[-1] == '}' && ((next < bytes + size && *next == '{') || named);
}

static const struct value *read_lines(struct json *j)
{
	struct builder rows = { 0 };
	struct value *root = arena_alloc(j->arena, 1, sizeof *root);
	while (j->at < j->end && !j->stopped) {
		if (!json_value(j, builder_item(j->arena, &rows), 1))
			break;
		skip_space(j);
	}
	*root = (struct value){
		.kind = VALUE_LIST, .place = { j->name, 1, 1 }, .count = rows.count, .items = rows.items
	};
	return j->failed ? NULL : root;
}

const struct value *read_json(struct arena *arena, const char *name, const char *bytes, size_t size,
                              struct diags *diags)
{
	return read_json_without(arena, name, bytes, size, NULL, diags);
}

static const struct value *read_one(struct json *j)
{
	struct value *root = arena_alloc(j->arena, 1, sizeof *root);
	if (json_value(j, root, 0)) {
		skip_space(j);
		if (j->at < j->end)
			fail(j, here(j), "a JSON file contains one value; put several into a list",
			     "something follows the value");
	}
	return j->failed ? NULL : root;
}

static const struct value *read_all(struct json *j)
{
	j->pile_arena = arena_new_below(j->arena);
	const struct value *root =
		json_is_lines(j->name, j->at, (size_t)(j->end - j->at)) ? read_lines(j) : read_one(j);
	arena_free(j->pile_arena);
	arena_free(j->aside);
	return root;
}

const struct value *read_json_without(struct arena *arena, const char *name, const char *bytes, size_t size,
                                      const char *const *without, struct diags *diags)
{
	struct json j = json_new(arena, name, bytes, size, diags);
	j.without = json_is_lines(name, bytes, size) ? NULL : without;
	return read_all(&j);
}

const struct value *read_json_short(struct arena *arena, const char *name, const char *bytes, size_t size,
                                    struct read_series *series, struct diags *diags)
{
	struct json j = json_new(arena, name, bytes, size, diags);
	j.series = series;
	return read_all(&j);
}
