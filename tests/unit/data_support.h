/* data_support.h: small datasets for tests, from text. */
#ifndef TESTS_DATA_SUPPORT_H
#define TESTS_DATA_SUPPORT_H

#include "base/arena.h"
#include "base/str.h"
#include "data/export.h"
#include "data/load.h"
#include "data/measurement.h"
#include "read/read.h"
#include "words/about.h"
#include "words/direction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bench { /* what a test works on */
	struct arena *arena;
	struct diags *diags;
};

static inline int bench_open(void **state)
{
	struct arena *arena = arena_new();
	struct bench *bench = arena_alloc(arena, 1, sizeof *bench);
	*bench = (struct bench){ arena, diags_new(arena) };
	*state = bench;
	return 0;
}

static inline int bench_close(void **state)
{
	const struct bench *bench = *state;
	arena_free(bench->arena);
	return 0;
}

/* NULL after errors, which are in bench->diags. */
static inline const struct dataset *load_text(struct bench *bench, enum read_format format, const char *text)
{
	const struct value *root = read_bytes(bench->arena, format, "test", text, strlen(text), bench->diags);
	return root ? dataset_build(bench->arena, &root, 1,
	                            &(struct direction_rules){ .against = words_against, .has_noun = words_has_noun },
	                            bench->diags)
	            : NULL;
}

/* The same; prints what is wrong and fails the test. */
static inline const struct dataset *must_load(struct bench *bench, enum read_format format, const char *text)
{
	const struct dataset *d = load_text(bench, format, text);
	if (!d) {
		diags_print(bench->diags, stderr, false);
		fail();
		abort(); /* never reached; for the compiler, which does not know that */
	}
	return d;
}

static inline const struct measurement *nth(const struct bench *bench, const struct dataset *d, size_t i)
{
	return measurement_at(bench->arena, d, i);
}

/* How many diagnostics have part in their message or their hint. */
static inline size_t told(const struct bench *bench, const char *part)
{
	size_t count = 0;
	const struct diag *diag;
	for (size_t i = 0; (diag = diags_at(bench->diags, i)); i++)
		count += strstr(diag->message, part) != NULL || (diag->hint && strstr(diag->hint, part));
	return count;
}

static inline void add_table_text(void *closure, const char *bytes, size_t size)
{
	strbuf_addn(closure, bytes, size);
}

/* The table that the command data prints: of what is selected, or of all. */
static inline const char *table_text(const struct bench *bench, const struct dataset *d, bool all)
{
	struct strbuf text = strbuf_new(bench->arena);
	const struct export_cells cells = { cells_of(bench->arena, d, NULL), NULL };
	export_table((struct emit_sink){ add_table_text, &text }, bench->arena, d, all ? NULL : &cells);
	return text.s;
}

#endif
