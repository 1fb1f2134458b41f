/* oracle.h: what other readers make of the same bytes. Trees are compared in one plain form:
 *
 *   ~ null, T, F booleans, #n:text a number as written, "n:text a string, [n: a list of n, {n: a map of n pairs; each
 *   followed by what is in it
 *
 * Python's json and csv run in a process of their own, which is started once and asked for every input. Where there is
 * no python3 this is said once, and nothing is compared. */
#ifndef TESTS_FUZZ_ORACLE_H
#define TESTS_FUZZ_ORACLE_H

#include "read/value.h"

#include <stddef.h>
#include <stdint.h>

struct strbuf;

/* Adds a tree, or a text in it, in the plain form. */
void oracle_add(struct strbuf *b, const struct value *v);
void oracle_add_text(struct strbuf *b, char kind, const char *text);

enum oracle { ORACLE_JSON = 'j', ORACLE_CSV = 'c' };

/* Aborts if the other reader sees another tree, refuses what was read (tree NULL: it was not), or has no reason to
 * share the refusal: what only this program refuses (keys given twice, characters no text may have, limits) is a
 * reason. */
void oracle_compare(enum oracle which, const uint8_t *data, size_t size, const struct value *tree);

#endif
