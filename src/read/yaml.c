/* YAML through libyaml's events. Scalars follow the core schema of 1.2. */
#include "read/read.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "read/builder.h"

#include <string.h>
#include <yaml.h>

struct anchor {
	struct value value;
	size_t size; /* values in it, aliases resolved */
	bool open;   /* still being read: an alias to it would never end */
};

enum { EVENTS_MAX = 2 * READ_DEPTH_MAX + 8 }; /* a level holds the event that opens it and, in a map, a value's */

struct yaml {
	struct arena *arena;
	struct diags *diags;
	const char *name;
	yaml_parser_t parser;
	yaml_event_t events[EVENTS_MAX]; /* that are being read: given back also where reading is broken off */
	size_t n_events;
	struct map anchors;
	size_t values;
	bool failed, broken; /* broken: the parser cannot go on */
};

static bool read_node(struct yaml *y, const yaml_event_t *event, struct value *v, size_t *size, int depth);

static struct place place_of(const struct yaml *y, yaml_mark_t mark)
{
	return (struct place){ y->name, (int)mark.line + 1, (int)mark.column + 1 };
}

static bool fail(struct yaml *y, struct place place, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

static bool fail(struct yaml *y, struct place place, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_vadd(y->diags, DIAG_ERROR, place, hint, format, args);
	va_end(args);
	y->failed = true;
	return false;
}

static bool next(struct yaml *y, yaml_event_t *event)
{
	if (!y->broken && yaml_parser_parse(&y->parser, event)) {
		y->events[y->n_events++] = *event;
		return true;
	}
	if (!y->broken && y->parser.error == YAML_MEMORY_ERROR)
		arena_exhausted(y->arena);
	if (!y->broken) {
		const char *problem = y->parser.problem ? y->parser.problem : "no YAML";
		const char *context = y->parser.context;
		fail(y, place_of(y, y->parser.problem_mark), "check indentation, colons and quotes", "%s",
		     context ? arena_printf(y->arena, "%s (%s)", problem, context) : problem);
	}
	y->broken = true;
	return false;
}

/* The event that came last. */
static void drop(struct yaml *y)
{
	yaml_event_delete(&y->events[--y->n_events]);
}

static void release(void *object)
{
	struct yaml *y = object;
	while (y->n_events)
		drop(y);
	yaml_parser_delete(&y->parser);
}

/* ---- scalars ---- */

static bool one_of(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (str_eq(text, *words))
			return true;
	return false;
}

static void resolve_plain(struct yaml *y, struct value *v)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
	static const char *const trues[] = { "true", "True", "TRUE", NULL }, *const falses[] = { "false", "False",
		                                                                                 "FALSE", NULL };
	static const char *const no_numbers[] = { ".nan",  ".NaN",     ".NAN",      ".inf",  ".Inf",  ".INF",
		                                  "-.inf", "-.Inf",    "-.INF",     "+.inf", "+.Inf", "+.INF",
		                                  "NaN",   "Infinity", "-Infinity", NULL };
	v->kind = VALUE_STRING;
	if (one_of(v->text, nulls)) {
		v->kind = VALUE_MISSING;
	} else if (one_of(v->text, no_numbers)) {
		diag_add(y->diags, DIAG_WARNING, v->place, NULL, "%s is not a number; treated as missing", v->text);
		v->kind = VALUE_MISSING;
	} else if (one_of(v->text, trues) || one_of(v->text, falses)) {
		v->kind = VALUE_BOOL;
		v->boolean = v->text[0] == 't' || v->text[0] == 'T';
	} else if (str_to_number(v->text, &v->number)) {
		v->kind = VALUE_NUMBER;
	}
}

static bool read_scalar(struct yaml *y, const yaml_event_t *event, struct value *v)
{
	const char *text = (const char *)event->data.scalar.value, *tag = (const char *)event->data.scalar.tag;
	bool ok = event->data.scalar.length == strlen(text);
	if (!ok)
		fail(y, v->place, "remove it", "the character U+0000 is not allowed in text");
	v->text = arena_strdup(y->arena, text);
	for (const char *p = v->text; *p;)
		if (!builder_rune_ok(utf8_next(&p), v->place, y->diags)) {
			y->failed = true;
			ok = false;
		}
	bool text_tag = tag && (str_eq(tag, "tag:yaml.org,2002:str") || str_eq(tag, "!"));
	if (tag && !text_tag)
		diag_add(y->diags, DIAG_WARNING, v->place, NULL, "the tag %s is ignored", tag);
	if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !text_tag)
		resolve_plain(y, v);
	else
		v->kind = VALUE_STRING;
	return ok;
}

/* ---- anchors ---- */

static struct anchor *open_anchor(struct yaml *y, const yaml_char_t *name)
{
	if (!name)
		return NULL;
	struct anchor *fresh = arena_alloc(y->arena, 1, sizeof *fresh);
	struct anchor *anchor = map_put(&y->anchors, arena_strdup(y->arena, (const char *)name), fresh);
	*anchor = (struct anchor){ .open = true }; /* a name may be used again: the last one counts from here on */
	return anchor;
}

static bool read_alias(struct yaml *y, const yaml_event_t *event, struct value *v, size_t *size)
{
	const char *name = (const char *)event->data.alias.anchor;
	const struct anchor *anchor = map_find(&y->anchors, name);
	if (!anchor)
		return fail(y, v->place, "write &name before the value it refers to", "there is no anchor &%s", name);
	if (anchor->open)
		return fail(y, v->place, NULL, "the alias *%s is inside the value it refers to", name);
	struct place place = v->place;
	*v = anchor->value;
	v->place = place;
	*size = anchor->size;
	y->values += anchor->size;
	return true;
}

/* ---- lists and maps ---- */

static bool read_key(struct yaml *y, const yaml_event_t *event, struct value *key)
{
	if (event->type != YAML_SCALAR_EVENT)
		return fail(y, key->place, "a key is plain text",
		            "there is a list, a map or an alias instead of a key");
	if (str_eq((const char *)event->data.scalar.value, "<<") && event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		return fail(y, key->place, "write the keys out", "merge keys (<<) are not read");
	const char *text = (const char *)event->data.scalar.value;
	bool ok = event->data.scalar.length == strlen(text);
	if (!ok)
		fail(y, key->place, "remove it", "the character U+0000 is not allowed in text");
	key->kind = VALUE_STRING;
	key->text = arena_strdup(y->arena, text);
	for (const char *p = key->text; *p && ok;)
		ok = builder_rune_ok(utf8_next(&p), key->place, y->diags);
	y->failed |= !ok;
	struct anchor *anchor = open_anchor(y, event->data.scalar.anchor);
	if (anchor)
		*anchor = (struct anchor){ *key, 1, false };
	return ok;
}

/* A place to put what is read only to get past it. */
static void skip(struct yaml *y, const yaml_event_t *event, int depth)
{
	struct value unused;
	size_t size;
	if (event->type != YAML_ALIAS_EVENT)
		read_node(y, event, &unused, &size, depth);
}

static bool read_pair(struct yaml *y, const yaml_event_t *event, struct builder *b, size_t *size, int depth)
{
	struct value key = { .place = place_of(y, event->start_mark) }, item;
	size_t n = 0;
	yaml_event_t follow;
	bool ok = read_key(y, event, &key);
	if (!ok && event->type != YAML_SCALAR_EVENT)
		skip(y, event, depth);
	if (!next(y, &follow))
		return false;
	ok = read_node(y, &follow, &item, &n, depth) && ok;
	drop(y);
	if (ok) {
		*builder_key(y->arena, b) = key;
		*builder_item(y->arena, b) = item;
	}
	*size += n;
	return true;
}

static bool read_nested(struct yaml *y, struct value *v, yaml_event_type_t end, size_t *size, int depth)
{
	struct builder b = { 0 };
	v->kind = end == YAML_MAPPING_END_EVENT ? VALUE_MAP : VALUE_LIST;
	if (depth >= READ_DEPTH_MAX) {
		y->broken = true; /* nothing below is read */
		return fail(y, v->place, "flatten the data", "more than %d levels of nesting", READ_DEPTH_MAX);
	}
	for (;;) {
		yaml_event_t event;
		if (!next(y, &event))
			return false;
		bool done = event.type == end;
		if (!done && v->kind == VALUE_MAP) {
			read_pair(y, &event, &b, size, depth + 1);
		} else if (!done) {
			struct value item;
			size_t n = 0;
			if (read_node(y, &event, &item, &n, depth + 1))
				*builder_item(y->arena, &b) = item;
			*size += n;
		}
		drop(y);
		if (done || y->broken)
			break;
	}
	if (v->kind == VALUE_MAP && !builder_unique(y->arena, &b, y->diags))
		y->failed = true;
	v->count = b.count;
	v->items = b.items;
	v->keys = b.keys;
	return !y->broken;
}

static bool within_limits(struct yaml *y, struct place place)
{
	if (++y->values <= READ_VALUES_MAX)
		return true;
	if (!y->broken)
		fail(y, place, "write the values out, or split the file", "aliases make more values than are read");
	y->broken = true;
	return false;
}

static bool read_node(struct yaml *y, const yaml_event_t *event, struct value *v, size_t *size, int depth)
{
	*v = (struct value){ .place = place_of(y, event->start_mark) };
	*size = 1;
	if (!within_limits(y, v->place))
		return false;
	if (event->type == YAML_ALIAS_EVENT)
		return read_alias(y, event, v, size) && within_limits(y, v->place);
	const yaml_char_t *name = event->type == YAML_SCALAR_EVENT           ? event->data.scalar.anchor
	                          : event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.anchor
	                                                                     : event->data.mapping_start.anchor;
	struct anchor *anchor = open_anchor(y, name);
	bool ok = event->type == YAML_SCALAR_EVENT           ? read_scalar(y, event, v)
	          : event->type == YAML_SEQUENCE_START_EVENT ? read_nested(y, v, YAML_SEQUENCE_END_EVENT, size, depth)
	                                                     : read_nested(y, v, YAML_MAPPING_END_EVENT, size, depth);
	if (anchor)
		*anchor = (struct anchor){ *v, *size, false };
	return ok;
}

static void read_stream(struct yaml *y, struct value *root)
{
	size_t documents = 0, size;
	for (yaml_event_t event; next(y, &event);) {
		yaml_event_type_t type = event.type;
		if (type == YAML_DOCUMENT_START_EVENT && ++documents == 2) {
			fail(y, place_of(y, event.start_mark), "put each into a file of its own",
			     "the file contains several documents");
			y->broken = true;
		}
		if (type == YAML_SCALAR_EVENT || type == YAML_ALIAS_EVENT || type == YAML_SEQUENCE_START_EVENT ||
		    type == YAML_MAPPING_START_EVENT)
			read_node(y, &event, root, &size, 0);
		drop(y);
		if (type == YAML_STREAM_END_EVENT || y->broken)
			break;
	}
	if (!documents && !y->broken)
		fail(y, (struct place){ y->name, 1, 1 }, NULL, "the file is empty");
}

const struct value *read_yaml(struct arena *arena, const char *name, const char *bytes, size_t size,
                              struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	struct yaml *y = arena_alloc(scratch, 1, sizeof *y);
	struct value *root = arena_alloc(arena, 1, sizeof *root);
	y->arena = arena;
	y->diags = diags;
	y->name = name;
	y->anchors = map_new(arena);
	if (!yaml_parser_initialize(&y->parser))
		arena_exhausted(arena);
	arena_defer(scratch, release, y);
	yaml_parser_set_encoding(&y->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&y->parser, (const unsigned char *)bytes, size);
	read_stream(y, root);
	bool failed = y->failed;
	arena_free(scratch);
	return failed ? NULL : root;
}
