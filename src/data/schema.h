/* schema.h: reading one map of a value tree whose keys are known.
 *
 * Every function reports what is wrong at its place and continues; a key whose value is missing (null, an empty
 * cell) counts as not there. */
#ifndef DATA_SCHEMA_H
#define DATA_SCHEMA_H

#include "data/dataset.h"
#include "read/value.h"

enum need { OPTIONAL, REQUIRED };

struct schema {
	struct arena *arena;
	struct diags *diags;
	const struct value *map;
	const char *what; /* "model", for messages */
};

/* False if value is not a map. */
bool schema_open(struct schema *s, struct arena *arena, struct diags *diags, const struct value *value,
                 const char *what);
/* An error for every key that is not known, with the nearest that is. */
void schema_keys(const struct schema *s, const char *const *known, size_t count);

/* The value, or NULL if it is missing. */
const struct value *schema_at(const struct schema *s, const char *key);
/* The place of a key's value, or of the map. */
struct place schema_place(const struct schema *s, const char *key);
/* An error at the value of key. */
void schema_wrong(const struct schema *s, const char *key, const char *hint, const char *wanted);

/* Text as written; a number counts as text (a version, a year). NULL if it is missing or wrong. */
const char *schema_text(const struct schema *s, const char *key, enum need need);
/* The text of "id"; an error if it is more than lower-case letters, digits, '.', '_', '-'. NULL if it is missing. */
const char *schema_id(const struct schema *s);
/* One of the words; *index tells which. False if it is missing or wrong. */
bool schema_word(const struct schema *s, const char *key, enum need need, const char *const *words, size_t count,
                 int *index);
bool schema_bool(const struct schema *s, const char *key, bool otherwise);
struct date schema_date(const struct schema *s, const char *key);
struct names schema_names(const struct schema *s, const char *key);
/* A list, or NULL. */
const struct value *schema_list(const struct schema *s, const char *key);
/* A number, as quantity.h reads it, with "%" only where percent is not NULL. False if it is missing or wrong. */
bool schema_quantity(const struct schema *s, const char *key, struct quantity *quantity, bool *percent);
bool schema_value_quantity(const struct schema *s, const struct value *value, struct quantity *quantity, bool *percent);

#endif
