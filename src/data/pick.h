/* pick.h: taking what is wanted out of a tree in somebody else's format. Inside data/ only.
 *
 * A path is keys with '/' between them: "eval/dataset/name"; "*" is the first item of a list or map. What is not there,
 * or is of another kind, is NULL or 0: other programs leave out what they like, and nobody is told. */
#ifndef DATA_PICK_H
#define DATA_PICK_H

#include "base/date.h"
#include "read/value.h"

struct arena;

const struct value *pick(const struct value *map, const char *path);
const struct value *pick_map(const struct value *map, const char *path);
const struct value *pick_list(const struct value *map, const char *path);
/* The text of a string or a number, NULL if it is blank. */
const char *pick_text(const struct value *map, const char *path);
/* 0 unless it is a number that is whole and fits. */
long pick_count(const struct value *map, const char *path);
bool pick_true(const struct value *map, const char *path);

/* True for a finite number, also one in a string ("0.5", "77.0%"). */
bool pick_is_number(const struct value *value, double *number);

/* The day of "2025-06-30T19:37:57", "2025-06-30", or of seconds or milliseconds since 1970, in a string or not. */
struct date pick_date(const struct value *map, const char *path);
struct date pick_date_text(const char *text);

#endif
