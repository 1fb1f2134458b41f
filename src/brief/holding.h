/* holding.h: names of models, benchmarks and makers that lines do not part.
 *
 * Held are the names that the data know, and what begins as a model's name of several words does and goes on with a
 * capital letter or a number: "Claude Mythos" is a model, too, where the data have Claude Opus. How long a name may be
 * to stay on one line is known where lines are broken (text/breaks.c). */
#ifndef BRIEF_HOLDING_H
#define BRIEF_HOLDING_H

#include "brief/block.h"
#include "data/dataset.h"
#include "facts/known.h"

struct holding;

/* known has to live as long. */
const struct holding *holding_new(struct arena *arena, const struct known *known, const struct dataset *dataset);

/* Finds the names in a text that is final. */
void holding_find(const struct holding *holding, struct arena *arena, struct rich *text);

/* In all texts of a block and of what is in it. */
void holding_settle(const struct holding *holding, struct arena *arena, struct block *block);

/* A text of plain words, with its names. */
struct rich holding_plain(const struct holding *holding, struct arena *arena, const char *text);

#endif
