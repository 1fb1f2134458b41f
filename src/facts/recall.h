/* recall.h: what expressions gave, kept from one state of the data to the next.
 *
 * A fact rests on its expression, on everything in the data but measurements, and on the measurements of the benchmarks
 * whose columns it asked for (column.h). While the fingerprints of these stay (data/export.h), it is given again as it
 * was, with the data of now behind it. A function that looks at measurements without a column says so
 * (call_look_beyond), and what it gives is not kept. Nor is a fault: it is told anew each time. */
#ifndef FACTS_RECALL_H
#define FACTS_RECALL_H

#include "facts/evaluation.h"

struct export_marks;
struct recall;

/* Holds no more than what the last two readings asked for. */
struct recall *recall_new(struct arena *arena);

/* A reading of data begins that have these marks: its facts recall, and are kept. The marks outlive the facts. */
void recall_begin(struct recall *recall, struct facts *facts, const struct export_marks *marks);

/* What stands for this expression, as it is asked now; NULL if nothing may be kept of it. On the arena. */
const char *recall_key(struct arena *arena, const struct facts *facts, const char *expression, bool truth);

/* True if it is known: then the facts are as if it had been evaluated. The fact is on the arena. */
bool recall_find(struct facts *facts, const char *key, struct arena *arena, struct fact *fact);

/* Keeps what an evaluation gave; first: its number, which no other that it asked for precedes. steps: of the budget
 * that it took. */
void recall_keep(struct facts *facts, const char *key, const struct fact *fact, unsigned long first, size_t steps);

/* In the reading at hand: how often an expression was asked, trials among them, and how often it was known. */
size_t recall_asked(const struct recall *recall);
size_t recall_found(const struct recall *recall);

#endif
