/* json.h: the JSON reader while it reads. Inside read/ only. */
#ifndef READ_JSON_H
#define READ_JSON_H

#include "read/value.h"

struct arena;

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
};

/* At the first byte. To start elsewhere, set at, line and line_start. */
struct json json_new(struct arena *arena, const char *name, const char *bytes, size_t size, struct diags *diags);

/* Reads the value at j->at, which ends past it. False after an error, which is reported; what follows may still make
 * sense. depth: how many lists and maps are open. */
bool json_value(struct json *j, struct value *v, int depth);

#endif
