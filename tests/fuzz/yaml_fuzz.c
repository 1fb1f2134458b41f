/* Any bytes: the reader neither crashes nor hangs, what it reads is what libyaml's events say, and survives being
 * written and read again. */
#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "desk.h"
#include "oracle.h"
#include "read/emit.h"
#include "read/read.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- the events in the oracle's plain form, without our reader ---- */

struct level { /* a list or a map that is open; the document itself is one */
	struct strbuf text;
	size_t count; /* events of values: keys, too */
	bool map;
	const char *anchor;
};

enum { LEVELS_MAX = READ_DEPTH_MAX + 2 };

struct dump {
	struct arena *arena;
	struct map anchors; /* name -> plain form */
	struct level levels[LEVELS_MAX];
	size_t n;
	bool failed;
};

static bool in(const char *text, const char *const *words)
{
	while (*words && !str_eq(*words, text))
		words++;
	return *words != NULL;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? of the core schema; what no double holds stays
 * text */
static bool is_number(const char *s)
{
	static const char digits[] = "0123456789";
	bool held = isfinite(strtod(s, NULL));
	s += *s == '-' || *s == '+';
	size_t whole = strspn(s, digits), part = 0;
	s += whole;
	if (*s == '.') {
		part = strspn(++s, digits);
		s += part;
	}
	if (!whole && !part)
		return false;
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '-' || *s == '+';
		size_t power = strspn(s, digits);
		if (!power)
			return false;
		s += power;
	}
	return !*s && held;
}

static void add_scalar(struct strbuf *b, const yaml_event_t *event, bool key)
{
	static const char *const nothing[] = { "",      "~",     "null",  "Null", "NULL",     ".nan",      ".NaN",
		                               ".NAN",  ".inf",  ".Inf",  ".INF", "-.inf",    "-.Inf",     "-.INF",
		                               "+.inf", "+.Inf", "+.INF", "NaN",  "Infinity", "-Infinity", NULL };
	static const char *const yes[] = { "true", "True", "TRUE", NULL };
	static const char *const no[] = { "false", "False", "FALSE", NULL };
	const char *text = (const char *)event->data.scalar.value, *tag = (const char *)event->data.scalar.tag;
	bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !key &&
	             !(tag && (str_eq(tag, YAML_STR_TAG) || str_eq(tag, "!")));
	if (plain && in(text, nothing))
		strbuf_add(b, "~");
	else if (plain && (in(text, yes) || in(text, no)))
		strbuf_add(b, in(text, yes) ? "T" : "F");
	else
		oracle_add_text(b, plain && is_number(text) ? '#' : '"', text);
}

static void remember(struct dump *d, const yaml_char_t *anchor, const char *form)
{
	if (!anchor)
		return;
	const char **slot = arena_alloc(d->arena, 1, sizeof *slot);
	slot = map_put(&d->anchors, arena_strdup(d->arena, (const char *)anchor), slot);
	*slot = arena_strdup(d->arena, form);
}

static void take(struct dump *d, const yaml_event_t *event)
{
	struct level *top = &d->levels[d->n - 1];
	struct strbuf form = strbuf_new(d->arena);
	if (event->type == YAML_ALIAS_EVENT) {
		const char **known = map_find(&d->anchors, (const char *)event->data.alias.anchor);
		strbuf_add(&form, known ? *known : "?");
	} else {
		add_scalar(&form, event, top->map && top->count % 2 == 0);
		remember(d, event->data.scalar.anchor, form.s);
	}
	strbuf_add(&top->text, form.s);
	top->count++;
}

static void open_level(struct dump *d, bool map, const yaml_char_t *anchor)
{
	if (d->n == LEVELS_MAX) {
		d->failed = true;
		return;
	}
	d->levels[d->n++] = (struct level){ .text = strbuf_new(d->arena),
		                            .map = map,
		                            .anchor = anchor ? arena_strdup(d->arena, (const char *)anchor) : NULL };
}

static void close_level(struct dump *d)
{
	struct level *level = &d->levels[--d->n], *above = &d->levels[d->n - 1];
	const char *form = arena_printf(d->arena, "%c%zu:%s", level->map ? '{' : '[',
	                                level->map ? level->count / 2 : level->count, level->text.s);
	remember(d, (const yaml_char_t *)level->anchor, form);
	strbuf_add(&above->text, form);
	above->count++;
}

static void add_event(struct dump *d, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
	case YAML_ALIAS_EVENT:
		take(d, event);
		return;
	case YAML_SEQUENCE_START_EVENT:
		open_level(d, false, event->data.sequence_start.anchor);
		return;
	case YAML_MAPPING_START_EVENT:
		open_level(d, true, event->data.mapping_start.anchor);
		return;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_level(d);
		return;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return;
	}
}

/* NULL if libyaml refuses the bytes, or they are nested more deeply than is read. A byte order mark would count as a
 * column of the first line. */
static const char *dump(struct arena *arena, const uint8_t *data, size_t size)
{
	struct dump d = { .arena = arena, .anchors = map_new(arena) };
	yaml_parser_t parser;
	yaml_event_t event;
	bool done = false;
	if (!yaml_parser_initialize(&parser))
		exit(2);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	size_t mark = size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	yaml_parser_set_input_string(&parser, data + mark, size - mark);
	open_level(&d, false, NULL);
	while (!done && !d.failed) {
		if (!yaml_parser_parse(&parser, &event)) {
			d.failed = true;
			break;
		}
		add_event(&d, &event);
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return d.failed ? NULL : d.levels[0].text.s;
}

static void check_events(struct arena *arena, const uint8_t *data, size_t size, const struct value *tree)
{
	struct strbuf ours = strbuf_new(arena);
	const char *theirs = dump(arena, data, size);
	oracle_add(&ours, tree);
	if (str_eq(ours.s, theirs))
		return;
	fprintf(stderr, "here:    %s\nlibyaml: %s\n", ours.s, theirs ? theirs : "(refused)");
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { ALIASES_MAX = 1 << 20 }; /* what aliases multiply to is compared up to this size */
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *first = read_bytes(arena, READ_YAML, "fuzz", (const char *)data, size, diags);
	if ((first == NULL) == diags_ok(diags))
		abort(); /* nothing was read and no error given, or something in spite of an error */
	check_diags(diags);
	if (first) {
		const char *text = emit_yaml(arena, first);
		if (strlen(text) < ALIASES_MAX)
			check_events(arena, data, size, first);
		const struct value *again = read_bytes(arena, READ_YAML, "again", text, strlen(text), diags);
		if (!again || !value_equal(first, again))
			abort();
	}
	arena_free(arena);
	return 0;
}
