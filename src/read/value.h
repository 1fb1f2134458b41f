/* value.h: what a file holds, before it means anything.
 *
 * Every reader (JSON, YAML, CSV, TSV) makes the same tree, in which every value and every key knows its place and every
 * number keeps its digits as written. Readers let only clean text through: valid UTF-8, no NUL, no noncharacters, no
 * control characters but tab and newline. Trees live on the arena they were read on and are never changed. */
#ifndef READ_VALUE_H
#define READ_VALUE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct strbuf;

enum value_kind { VALUE_MISSING, VALUE_BOOL, VALUE_NUMBER, VALUE_STRING, VALUE_LIST, VALUE_MAP };

struct value {
	enum value_kind kind;
	bool boolean; /* BOOL */
	struct place place;
	const char *text; /* STRING: the text. NUMBER, BOOL, MISSING: as written ("52.0", "true", "null", "NaN", "").
	                     Else NULL */
	double number;    /* NUMBER: finite */
	size_t count;     /* LIST, MAP */
	const struct value *items; /* LIST: the items, NULL if it has a maker. MAP: the values, in file order */
	union {
		const struct value *keys;        /* MAP: one STRING a value, unique */
		const struct value_maker *maker; /* LIST without items: makes each when it is asked for */
	};
};

/* Of a list that is written and never kept, such as the measurements of a dataset: its items, which are maps. */
struct value_maker {
	struct value (*make)(const void *closure, struct arena *arena, size_t i);
	const void *closure;
	bool uniform; /* every map has the keys of the first */
	/* Both NULL, or ways for the hash that make no map. first: the text with which the i-th begins, the value of
	 * its first key; "" if that is no text. yaml: adds what emit_yaml makes of the i-th; false, and nothing is
	 * added, if only the map can tell. */
	const char *(*first)(const void *closure, struct arena *arena, size_t i);
	bool (*yaml)(const void *closure, struct strbuf *into, size_t i);
};

/* The i-th item of a LIST; if it has to be made, on the arena. */
struct value value_item(const struct value *list, size_t i, struct arena *arena);
/* The same list with every item made. */
const struct value *value_made(struct arena *arena, const struct value *list);

/* The value of key in a MAP; NULL if it is not there or value is not a map (or NULL). */
const struct value *value_at(const struct value *map, const char *key);

/* "a string", "a number", "a list", …: for messages. */
const char *value_kind_word(enum value_kind kind);

/* True if both hold the same (places aside; numbers compare by their text). */
bool value_equal(const struct value *a, const struct value *b);

#endif
