/* turned.h: what a new state of the data makes of a briefing's sentences.
 *
 * The briefing is answered on the old state and on the new one; nothing is laid out. Its claims and numbers are matched
 * by where they stand. What cannot be answered on a state, since a model or a value is not in it, is open there. */
#ifndef PRESS_TURNED_H
#define PRESS_TURNED_H

#include "press/press.h"

struct arena;
struct tree;

enum turned_state { TURNED_OPEN, TURNED_FAILS, TURNED_HOLDS };

struct turned_claim { /* whose state is another now */
	struct place place;
	const char *text, *expression;
	enum turned_state was, is;
	const char *margin; /* by how much it fails or holds now, with a comma before it; or "" */
};

struct turned_value { /* an expression that prints something else now */
	struct place place;
	const char *expression, *was, *is; /* as printed; NULL: open */
};

struct turned {
	const char *path;
	const struct turned_claim *claims;
	const struct turned_value *values;
	size_t n_claims, n_values;
	size_t all_claims, all_values; /* of the briefing */
};

/* request names the briefing and, if there are any, its new data; old takes their place for the old state. All of it is
 * copied to the arena; what is printed is in
 * the language (NULL: the briefing's own, and margins in English). False where the briefing or a state cannot be read:
 * the diagnostics tell. */
bool turned_of(struct press *press, struct arena *arena, const struct press_briefing *request, const struct feed *old,
               size_t n_old, const struct language *language, struct turned *turned, struct diags *diags);

/* The same of the claims that sources make, matched by id or words: those of both states, and no values. */
bool turned_of_data(struct press *press, struct arena *arena, const struct press_check *request, const struct feed *old,
                    size_t n_old, const struct language *language, struct turned *turned, struct diags *diags);

/* "held", "failed", "could not be answered" with the old state. */
const char *turned_was(enum turned_state state);

/* "holds", "fails", "cannot be answered" now. */
const char *turned_is(enum turned_state state);

/* How many claims held and no longer do. */
size_t turned_lost(const struct turned *turned);

/* Adds path, counts, claims and values to a map for programs. */
void turned_put(struct arena *arena, struct tree *map, const struct turned *turned);

#endif
