#include "chart/counted.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/phrase.h"
#include "words/number.h"

struct counted *counted_new(struct arena *arena, const struct language *language)
{
	struct counted *c = arena_alloc(arena, 1, sizeof *c);
	*c = (struct counted){ .arena = arena, .language = language };
	return c;
}

void counted_restart(struct counted *c)
{
	c->items = NULL;
	c->count = c->capacity = 0;
}

static void keep(struct counted *c, struct scene_tally tally)
{
	tally.part = c->part;
	c->items = arena_grow(c->arena, c->items, &c->capacity, c->count, sizeof *c->items);
	c->items[c->count++] = tally;
}

const char *counted_words_of(struct counted *c, enum scene_counted what, const void *who, size_t column, size_t n)
{
	keep(c, (struct scene_tally){ .what = what, .who = who, .column = column, .n = n });
	return number_count(c->arena, c->language, n);
}

const char *counted_words_on(struct counted *c, enum scene_counted what, size_t column, size_t n)
{
	return counted_words_of(c, what, NULL, column, n);
}

const char *counted_words(struct counted *c, enum scene_counted what, size_t n)
{
	return counted_words_of(c, what, NULL, 0, n);
}

const char *counted_digits_on(struct counted *c, enum scene_counted what, size_t column, size_t n)
{
	keep(c, (struct scene_tally){ .what = what, .column = column, .n = n });
	return number_plain(c->arena, c->language, n);
}

const char *counted_digits(struct counted *c, enum scene_counted what, size_t n)
{
	return counted_digits_on(c, what, 0, n);
}

const char *counted_beyond(struct counted *c, enum scene_counted what, size_t n, size_t told)
{
	keep(c, (struct scene_tally){ .what = what, .told = told, .n = n - told });
	return number_plain(c->arena, c->language, n - told);
}

void counted_title(struct counted *c, const char *title)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].part == SCENE_TITLE && !c->items[i].title)
			c->items[i].title = title;
}

void counted_retitle(struct counted *c, const char *title, const char *completed)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].title && c->items[i].title == title)
			c->items[i].title = completed;
}

void counted_list(struct counted *c, enum scene_counted what, size_t column, size_t n)
{
	enum { NAMED = PHRASE_NAMES - 2 };
	if (n > PHRASE_NAMES)
		keep(c, (struct scene_tally){ .what = what, .column = column, .told = NAMED, .n = n - NAMED });
}

struct scene_census counted_under(struct arena *arena, struct scene_census census, const char *title)
{
	struct scene_tally *said = arena_alloc(arena, census.n_tallies + 1, sizeof *said);
	size_t n = 0;
	for (size_t i = 0; i < census.n_tallies; i++) {
		const struct scene_tally *t = &census.tallies[i];
		if (t->part != SCENE_TITLE || (t->title && str_eq(str_one_line(arena, t->title), title)))
			said[n++] = *t;
	}
	census.tallies = said;
	census.n_tallies = n;
	return census;
}
