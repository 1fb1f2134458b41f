/* twins.h: models whose names probably stand for one: a guess for people, which joins nothing.
 *
 * Names are compared as they get more alike: their letters and digits; without the maker in front; by whoever made
 * them; in whatever order their words come; without a date; without words for the effort. What is alike at one step and
 * was not at the one before makes a group of that step. */
#ifndef DATA_TWINS_H
#define DATA_TWINS_H

#include "data/dataset.h"

/* TWIN_NAMESAKE: the names are the same without the makers in front, but the makers differ. */
enum twin_step { TWIN_SPELLING, TWIN_MAKER, TWIN_NAMESAKE, TWIN_ORDER, TWIN_DATE, TWIN_EFFORT };

struct twin_group {
	enum twin_step step;
	const struct model **models; /* two at least; the first has the most measurements: its name stays */
	size_t n;
};

struct twins {
	struct twin_group *groups; /* the surest first */
	size_t count;
};

/* Among the models for which this is true by index, or all (NULL); up to this step. */
struct twins twins_of(struct arena *arena, const struct dataset *dataset, const bool *among, enum twin_step last);

/* True if names that are alike at this step are probably one: little else could tell them apart. */
bool twin_is_probable(enum twin_step step);

#endif
