/* json.h: the JSON reader while it reads. Inside read/ only. */
#ifndef READ_JSON_H
#define READ_JSON_H

#include "read/value.h"

struct arena;
struct read_series;

enum { JSON_WITHOUT_KEYS = 4 }; /* so many a path has at most */

struct json {
	struct arena *arena;
	struct diags *diags;
	const char *name, *at, *end;
	const char *line_start;
	int line;
	size_t values, wide; /* wide: continuation bytes since line_start, which take no column */
	const char *counted; /* up to where wide was counted */
	bool failed;
	bool stopped; /* nothing that follows means anything: no more is said */
	/* Items of all that is open, a map's each after its key, until their number is known. */
	struct arena *pile_arena;
	struct value *pile;
	size_t n_pile, pile_room;
	/* What is checked and not kept: paths, up to a NULL (read_json_without). NULL: all is kept. */
	const char *const *without;
	struct arena *aside; /* where it is read meanwhile */
	bool passing;        /* that is being done, and nothing but lists is open in it: their items need not stay */
	struct read_series *series;          /* of long lists of numbers; NULL: they are kept whole */
	const char *open[JSON_WITHOUT_KEYS]; /* the keys of the maps that are open, "*" for a list */
};

/* At the first byte. To start elsewhere, set at, line and line_start. */
struct json json_new(struct arena *arena, const char *name, const char *bytes, size_t size, struct diags *diags);

/* True for JSON lines: the first line is a map, and another follows; one line is enough in a file that says so. */
bool json_is_lines(const char *name, const char *bytes, size_t size);

/* The same as json_value, but nothing of it is kept: it is checked, with memory for one item of a list at a time. What
 * it is, is in *v. */
bool json_pass(struct json *j, struct value *v, int depth);

/* Reads the value at j->at, which ends past it. False after an error, which is reported; what follows may still make
 * sense. depth: how many lists and maps are open. */
bool json_value(struct json *j, struct value *v, int depth);

#endif
