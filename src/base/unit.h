/* unit.h: what numbers are counted in: the one table of units, which a dataset can extend.
 *
 * Units are const and compared with unit_same, since two datasets may each declare one. Built-in units live forever, a
 * dataset's own on its arena. The words for a unit belong to a language (words/number.h) and are found by its name; a
 * unit that a language does not know goes by its name, or by "one". */
#ifndef BASE_UNIT_H
#define BASE_UNIT_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* Which numbers are better. Nothing leads, wins or ranks where that is unknown. */
enum direction { DIRECTION_UNKNOWN, DIRECTION_HIGHER, DIRECTION_LOWER };

enum { DIRECTIONS = 3 };

/* By enum direction, as a dataset file writes them: "unknown", "higher", "lower". */
extern const char *const direction_words[DIRECTIONS];

enum unit_kind {
	UNIT_SCALE,  /* a scale of its own: points of one benchmark are not those of another */
	UNIT_SHARE,  /* of a whole */
	UNIT_AMOUNT, /* what is used or done: tokens, time, money, requests per second */
};

enum unit_side { UNIT_AFTER, UNIT_BEFORE };

struct unit {
	const char *name;           /* as a dataset file writes it: "percent", "MB/s" */
	const char *const *aliases; /* NULL-terminated; NULL if there are none */
	const char *one;            /* the word beside a count of one, where a dataset gives it: "day"; or NULL */
	enum unit_kind kind;
	const char *sign;         /* "%", "$"; NULL if there is none */
	enum unit_side side;      /* of the number, where the sign goes */
	bool money;               /* a currency: its sign is at every number, on the side that the language has it */
	bool bare;                /* its numbers stand alone: 57, 0.57 */
	const char *base;         /* name of the unit it is converted through; its own if it is one */
	double scale;             /* one of it in the base: 0.001 for ms */
	bool zero;                /* 0 means none of it, so bars may start there */
	enum direction direction; /* the one it implies: more of a rate is better, less of time */
	struct place place;       /* where a dataset declares it; nowhere for a built-in one */
};

/* The ones the program refers to: a plain number, what "%" means, what counts as tokens. */
extern const struct unit unit_score, unit_percent, unit_fraction, unit_points, unit_tokens;

/* The built-in units in the order in which they are listed; NULL past the end. */
const struct unit *unit_at(size_t i);

/* By name or alias as written, or in any case where only one unit is meant ("mb/s" may be megabits). NULL if unknown.
 */
const struct unit *unit_find(const char *name);

/* True if unit goes by this name or alias, in any case (ASCII). */
bool unit_is_called(const struct unit *unit, const char *name);

/* True if numbers of both can be compared as they are. */
bool unit_same(const struct unit *a, const struct unit *b);

/* How many b make one a: 60 for min and seconds; 0 if they measure different quantities. */
double unit_ratio(const struct unit *a, const struct unit *b);

/* The built-in unit of which 10^power of this one make one: seconds for ms and 3. NULL if there is none. */
const struct unit *unit_larger(const struct unit *unit, int power);

/* What differences are counted in: points for percent, else the unit itself. */
const struct unit *unit_of_difference(const struct unit *unit);

/* The built-in unit whose sign is in text ("$5"); NULL if none is. */
const struct unit *unit_signed(const char *text);

#endif
