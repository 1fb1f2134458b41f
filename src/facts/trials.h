/* trials.h: would a condition turn if a value were another? It is asked again with each other published value of the
 * cells it rests on, and with both ends of their intervals: one at a time, all else as selected. */
#ifndef FACTS_TRIALS_H
#define FACTS_TRIALS_H

#include "facts/facts.h"

#include <stdint.h>

struct column;

enum trial_kind { TRIAL_PUBLISHED, TRIAL_LOW, TRIAL_HIGH };
enum trial_outcome { TRIAL_STAYS, TRIAL_TURNS, TRIAL_UNDECIDED };

struct trial {
	enum trial_kind kind;
	const struct measurement *value; /* in place of the selected one: another source's, or moved to an end */
	const char *printed;             /* the value */
	enum trial_outcome outcome;
	struct margin margin; /* of the condition with this value */
};

struct trials {
	const struct trial *items; /* first those of the values that it speaks of */
	size_t count;
	size_t left_out; /* beyond the most that are tried */
	size_t turns;    /* of the trials: it turns, or is not decided any more */
};

#define TRIALS_WHOLE SIZE_MAX

struct trials_asked { /* the columns that an evaluation asked for */
	const struct column *const *items;
	size_t count;
};

/* Those of all evaluations from this number on; on the arena. */
struct trials_asked trials_asked_since(const struct facts *facts, struct arena *arena, unsigned long first);

/* claim: which of fact's claims, or TRIALS_WHOLE for the expression itself, which is true or false. fact is what the
 * expression gave; asked: the columns that it asked for, or NULL: it is evaluated again to find out. On the arena. */
struct trials trials_of(struct facts *facts, struct arena *arena, const char *expression, size_t claim,
                        const struct fact *fact, const struct trials_asked *asked);

/* "With 41.2% for GPT-5.4 (The News) it still holds, by 1.6 points. It holds at either end of each interval
 * too, tried one at a time.": those with
 * which it turns or, where there are none, the one that brings it nearest to that. "" if none makes a difference. holds
 * and margin: as selected; marks: what sources are called, by their index; NULL: by their names. */
char *trials_words(struct arena *arena, const struct language *language, const struct trials *trials, bool holds,
                   const struct margin *margin, const char *const *marks);

/* ", by 1.6 points", for authors; "" where there is no distance. Where the two sides have no unit, it is a
 * share of the larger: ", by 4%". */
char *margin_words(struct arena *arena, const struct language *language, const struct margin *margin);

/* The same for readers: "" without a unit, or where the distance is to the edge of a convention. Readers can
 * work out points, but not what 4% is a share of. */
char *margin_words_read(struct arena *arena, const struct language *language, const struct margin *margin,
                        size_t n_conventions);

#endif
