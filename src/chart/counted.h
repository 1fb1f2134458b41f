/* counted.h: the counts that the words of a chart say. Each is kept with what it counts, so that the proof can count it
 * again; words of charts print no count by another way.
 *
 * A list belongs to a subject and begins anew with its words. */
#ifndef CHART_COUNTED_H
#define CHART_COUNTED_H

#include "scene/census.h"

struct arena;
struct language;

struct counted {
	struct arena *arena;
	const struct language *language;
	enum scene_part part; /* what is being written */
	struct scene_tally *items;
	size_t count, capacity;
};

struct counted *counted_new(struct arena *arena, const struct language *language);

/* The words are made anew: what was kept stays with whoever has it. */
void counted_restart(struct counted *counted);

/* The count in words, "three", or in digits, "3"; it is kept. column, who: NULL and 0 where none is meant. */
const char *counted_words(struct counted *counted, enum scene_counted what, size_t n);
const char *counted_digits(struct counted *counted, enum scene_counted what, size_t n);

/* The same of a column, of somebody, of somebody on a column. */
const char *counted_words_on(struct counted *counted, enum scene_counted what, size_t column, size_t n);
const char *counted_digits_on(struct counted *counted, enum scene_counted what, size_t column, size_t n);
const char *counted_words_of(struct counted *counted, enum scene_counted what, const void *who, size_t column,
                             size_t n);

/* In digits, how many there are beyond those that are told one by one. */
const char *counted_beyond(struct counted *counted, enum scene_counted what, size_t n, size_t told);

/* A title is made: what was counted for a title since the last one was made is said in it. */
void counted_title(struct counted *counted, const char *title);

/* A title was completed, with its counts. */
void counted_retitle(struct counted *counted, const char *title, const char *completed);

/* A list of n names is printed by words_list: keeps how many more it says there are, if it does. */
void counted_list(struct counted *counted, enum scene_counted what, size_t column, size_t n);

/* The same census with the counts of the title that is drawn, and none of titles that were not chosen. */
struct scene_census counted_under(struct arena *arena, struct scene_census census, const char *title);

#endif
