/* verify_parts.h: a record while it is held against data. Private to press/verify*.c. */
#ifndef PRESS_VERIFY_PARTS_H
#define PRESS_VERIFY_PARTS_H

#include "press/verify.h"

struct facts;
struct press_job;
struct value;
struct variant;

struct check { /* one file */
	struct press_job *job;
	const struct value *record;
	struct part_asked part; /* of the data, as the record says */
	struct verified *out;
	struct facts *facts;
	const struct changes *changes; /* since the baseline of the record; NULL: it has none */
};

/* Of a record, which anyone may have written: NULL, 0, or an empty list where it has nothing of that kind. */
const char *verify_text_at(const struct value *map, const char *key);
int verify_number_at(const struct value *map, const char *key);
const struct value *verify_list_at(const struct value *map, const char *key);

/* Adds it to the findings of the file. */
void verify_find(struct check *c, struct verified_finding finding);

/* A generated block of the record is made anew and held against what was printed. */
void verify_lines(struct check *c, const struct value *block);

/* What the words of a chart of the record count is counted again. only: among whom ranks were counted; NULL: all. */
void verify_counts(struct check *c, const struct value *chart, const struct variant *const *only, size_t n_only);

#endif
