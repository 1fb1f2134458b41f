#include "read/emit.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/emitter.h"

#include <ctype.h>
#include <string.h>

enum { FLOW_WIDTH = 110 };

/* ---- JSON ---- */

/* No control character of a name reaches a terminal. */
static void json_string(struct strbuf *b, const char *s)
{
	static const char special[] =
		"\"\\\x7f\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13"
		"\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";
	strbuf_add(b, "\"");
	for (const char *start = s;; s++) {
		s += strcspn(s, special);
		strbuf_addn(b, start, (size_t)(s - start));
		if (!*s)
			break;
		if (*s == '"' || *s == '\\')
			strbuf_addf(b, "\\%c", *s);
		else if (*s == '\n' || *s == '\t')
			strbuf_add(b, *s == '\n' ? "\\n" : "\\t");
		else
			strbuf_addf(b, "\\u%04x", (unsigned)(unsigned char)*s);
		start = s + 1;
	}
	strbuf_add(b, "\"");
}

/* "+5", ".5" and "5." are numbers in the other formats. */
static void json_number(struct strbuf *b, const char *s)
{
	if (*s == '-')
		strbuf_add(b, "-");
	s += *s == '-' || *s == '+';
	while (*s == '0' && s[1] >= '0' && s[1] <= '9')
		s++;
	if (*s == '.')
		strbuf_add(b, "0");
	const char *point = strchr(s, '.');
	if (point && !(point[1] >= '0' && point[1] <= '9')) {
		strbuf_addn(b, s, (size_t)(point - s));
		s = point + 1;
	}
	strbuf_add(b, s);
}

static void indent(struct strbuf *b, int depth)
{
	static const char spaces[] = "                ";
	for (int left = 2 * depth, n; left > 0; left -= n) {
		n = left < (int)sizeof spaces - 1 ? left : (int)sizeof spaces - 1;
		strbuf_addn(b, spaces, (size_t)n);
	}
}

static void json_value(struct emitter *e, const struct value *v, int depth)
{
	struct strbuf *b = &e->text;
	bool map = v->kind == VALUE_MAP;
	switch (v->kind) {
	case VALUE_MISSING:
		strbuf_add(b, "null");
		return;
	case VALUE_BOOL:
		strbuf_add(b, v->boolean ? "true" : "false");
		return;
	case VALUE_NUMBER:
		json_number(b, v->text);
		return;
	case VALUE_STRING:
		json_string(b, v->text);
		return;
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	strbuf_add(b, map ? "{" : "[");
	for (size_t i = 0; i < v->count; i++) {
		struct value item = emitter_item(e, v, i);
		strbuf_add(b, i ? ",\n" : "\n");
		indent(b, depth + 1);
		if (map) {
			json_string(b, v->keys[i].text);
			strbuf_add(b, ": ");
		}
		json_value(e, &item, depth + 1);
	}
	if (v->count) {
		strbuf_add(b, "\n");
		indent(b, depth);
	}
	strbuf_add(b, map ? "}" : "]");
}

static char *json(struct arena *arena, struct emit_sink sink, const struct value *root)
{
	struct emitter e = emitter_new(arena, sink);
	json_value(&e, root, 0);
	strbuf_add(&e.text, "\n");
	return emitter_finish(&e);
}

char *emit_json(struct arena *arena, const struct value *root)
{
	return json(arena, (struct emit_sink){ 0 }, root);
}

void emit_json_to(struct emit_sink sink, struct arena *arena, const struct value *root)
{
	json(arena, sink, root);
}

/* A line's end stands between values only: in texts it is written as two characters. */
char *emit_one_line(struct arena *arena, const char *json)
{
	struct strbuf b = strbuf_new(arena);
	while (*json) {
		size_t n = strcspn(json, "\n");
		strbuf_addn(&b, json, n);
		json += n;
		if (!*json)
			break;
		json += 1 + strspn(json + 1, " ");
		if (b.n && b.s[b.n - 1] == ',')
			strbuf_add(&b, " ");
	}
	return b.s;
}

/* ---- YAML ---- */

static bool reads_as_something_else(const char *s)
{
	static const char *const words[] = { "~",     "null",  "Null",  "NULL", "true",     "True",      "TRUE",
		                             "false", "False", "FALSE", "NaN",  "Infinity", "-Infinity", ".nan",
		                             ".NaN",  ".NAN",  ".inf",  ".Inf", ".INF",     "-.inf",     "-.Inf",
		                             "-.INF", "+.inf", "+.Inf", "+.INF" };
	double number;
	if (isalpha((unsigned char)*s) && !strchr("nNtTfFI", *s)) /* most names */
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(words[i], s))
			return true;
	return !*s || str_to_number(s, &number);
}

/* Bytes that are safe wherever they stand but in front. */
static bool is_harmless(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
}

/* Separators that YAML takes for line ends, and the BOM. */
static bool is_separator(uint32_t rune)
{
	return rune == 0x85 || rune == 0x2028 || rune == 0x2029 || rune == 0xfeff;
}

/* Plain only where that is safe in flow and in block style and for every reader. */
static bool plain_is_safe(const char *s)
{
	if (reads_as_something_else(s) || strchr("-?:,[]{}#&*!|>'\"%@` <=~.", *s))
		return false;
	for (const char *p = s; *p;) {
		unsigned char c = (unsigned char)*p;
		if (is_harmless(c)) {
			p++;
			continue;
		}
		if (strchr(",[]{}\n\t\"", *p) || (c == ':' && strchr(" ?", p[1])) ||
		    (c == '#' && p > s && p[-1] == ' ') || (c == ' ' && !p[1]))
			return false;
		if (is_separator(utf8_next(&p)))
			return false;
	}
	return true;
}

void emit_yaml_text(struct strbuf *b, const char *s)
{
	if (plain_is_safe(s)) {
		strbuf_add(b, s);
		return;
	}
	strbuf_add(b, "\"");
	while (*s) {
		const char *start = s;
		uint32_t r = utf8_next(&s);
		if (r == '"' || r == '\\')
			strbuf_addf(b, "\\%c", (char)r);
		else if (r == '\n' || r == '\t')
			strbuf_add(b, r == '\n' ? "\\n" : "\\t");
		else if (is_separator(r))
			strbuf_addf(b, "\\u%04X", (unsigned)r);
		else
			strbuf_addn(b, start, (size_t)(s - start));
	}
	strbuf_add(b, "\"");
}

static void yaml_flow(struct strbuf *b, const struct value *v)
{
	bool map = v->kind == VALUE_MAP;
	switch (v->kind) {
	case VALUE_MISSING:
		strbuf_add(b, "null");
		return;
	case VALUE_BOOL:
		strbuf_add(b, v->boolean ? "true" : "false");
		return;
	case VALUE_NUMBER:
		strbuf_add(b, v->text);
		return;
	case VALUE_STRING:
		emit_yaml_text(b, v->text);
		return;
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	strbuf_add(b, map ? "{" : "[");
	for (size_t i = 0; i < v->count; i++) {
		if (i)
			strbuf_add(b, ", ");
		if (map) {
			emit_yaml_text(b, v->keys[i].text);
			strbuf_add(b, ": ");
		}
		yaml_flow(b, &v->items[i]);
	}
	strbuf_add(b, map ? "}" : "]");
}

static bool is_nested(const struct value *v)
{
	return (v->kind == VALUE_LIST || v->kind == VALUE_MAP) && v->count;
}

/* Lists whose items are made are long and of maps. */
static bool fits_in_flow(struct arena *scratch, const struct value *v, int depth)
{
	if (!v->items)
		return false;
	for (size_t i = 0; i < v->count; i++)
		if (is_nested(&v->items[i]) && v->items[i].kind == VALUE_MAP)
			return false;
	struct strbuf b = strbuf_new(scratch);
	yaml_flow(&b, v);
	return utf8_count(b.s) + 2 * (size_t)depth <= FLOW_WIDTH;
}

static void yaml_block(struct emitter *e, const struct value *v, int depth, bool in_item);

static void yaml_entry(struct emitter *e, const struct value *item, int depth, bool list)
{
	struct strbuf *b = &e->text;
	if (!is_nested(item) || ((depth > 0 || list) && fits_in_flow(e->items, item, depth))) {
		strbuf_add(b, list ? "" : " ");
		yaml_flow(b, item);
		strbuf_add(b, "\n");
	} else if (list) {
		yaml_block(e, item, depth + 1, true);
	} else {
		strbuf_add(b, "\n");
		yaml_block(e, item, depth + 1, false);
	}
}

/* in_item: "- " is on the first line already. */
static void yaml_block(struct emitter *e, const struct value *v, int depth, bool in_item)
{
	struct strbuf *b = &e->text;
	for (size_t i = 0; i < v->count; i++) {
		struct value item = emitter_item(e, v, i);
		if (i || !in_item)
			indent(b, depth);
		if (v->kind == VALUE_MAP) {
			emit_yaml_text(b, v->keys[i].text);
			strbuf_add(b, ":");
		} else {
			strbuf_add(b, "- ");
		}
		yaml_entry(e, &item, depth, v->kind == VALUE_LIST);
	}
}

static char *yaml(struct arena *arena, struct emit_sink sink, const struct value *root)
{
	struct emitter e = emitter_new(arena, sink);
	if (is_nested(root)) {
		yaml_block(&e, root, 0, false);
	} else {
		yaml_flow(&e.text, root);
		strbuf_add(&e.text, "\n");
	}
	return emitter_finish(&e);
}

char *emit_yaml(struct arena *arena, const struct value *root)
{
	return yaml(arena, (struct emit_sink){ 0 }, root);
}

void emit_yaml_to(struct emit_sink sink, struct arena *arena, const struct value *root)
{
	yaml(arena, sink, root);
}
