/* verify_parts.h: a record while it is held against data. Private to press/verify*.c. */
#ifndef PRESS_VERIFY_PARTS_H
#define PRESS_VERIFY_PARTS_H

#include "press/verify.h"

struct facts;
struct press_job;
struct value;

struct check { /* one file */
	struct press_job *job;
	const struct value *record;
	struct part_asked part; /* of the data, as the record says */
	struct verified *out;
	struct facts *facts;
};

/* Of a record, which anyone may have written: NULL, 0, or an empty list where it has nothing of that kind. */
const char *verify_text_at(const struct value *map, const char *key);
int verify_number_at(const struct value *map, const char *key);
const struct value *verify_list_at(const struct value *map, const char *key);

/* Adds it to the findings of the file. */
void verify_find(struct check *c, struct verified_finding finding);

/* A generated block of the record is made anew and held against what was printed. One that compares with earlier data
 * cannot be: its values alone are looked up. */
void verify_lines(struct check *c, const struct value *block);

#endif
