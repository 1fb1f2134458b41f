/* known.h: the names, versions and dates that data know, found in running text.
 *
 * Known are the ids, names and aliases of models, variants, benchmarks, organisations and sources, with publishers,
 * families, licences and versions; of a model and a benchmark also the end of a name ("Opus 4.6" of Claude Opus 4.6),
 * and of a model its beginning ("Gemini 3.1"), if a number is in it. Case does not matter, nor whether spaces or
 * hyphens join the words. An id is no name where it has other words than all of the names: a model that was renamed
 * keeps its id, and whoever still writes the old name is told so. Two states of the data may be known at once: then a
 * name tells in which it stands.
 *
 * A list lives on its arena and points into the datasets. */
#ifndef FACTS_KNOWN_H
#define FACTS_KNOWN_H

#include "data/dataset.h"
#include "words/numeral.h"

struct known;

struct known_name { /* where it stands in a text */
	size_t start, end;
	const char *name; /* as the data write it */
	const struct model *model;
	const char *variant; /* the id of the variant that it names, with its model or without; NULL: none */
	const struct benchmark *benchmark;
	const struct source *source; /* that it names; NULL: another, or something else */
	bool now;                    /* the data know it, not only those of before */
	bool part;                   /* only a beginning or an end of it */
	bool key;                    /* only its id, in words that none of its names is made of */
};

/* A language, for the word before a version. */
struct known *known_new(struct arena *arena, const struct language *language);

/* now: false for an earlier state, of which the names of models, benchmarks and sources alone are taken. */
void known_add(struct known *known, const struct dataset *dataset, bool now);

void known_add_date(struct known *known, struct date date);

/* The next name at or after *at, the longest that begins there; *at moves past it. False at the end. */
bool known_next(const struct known *known, const char *text, size_t length, size_t *at, struct known_name *out);

/* True if a date is known, or one within it: April 2026 by 8 April 2026. Without its year (0), in any year. */
bool known_has_date(const struct known *known, struct date date);

/* True if a number is the date, or the year, of something known. */
bool known_dates(const struct known *known, const struct numeral *numeral);

#endif
