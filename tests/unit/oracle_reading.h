/* oracle_reading.h: sentences with holes, what is judged, and the words that a language has for parts of them. For
 * oracle_test.c and oracle_briefing_test.c. */
#ifndef ORACLE_READING_H
#define ORACLE_READING_H

#include "oracle_grammar.h"

#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* What is false on purpose is not told. */
static bool quiet;
#define tell(...) (quiet ? (void)0 : print_error(__VA_ARGS__))

/* ---- sentences ---- */

struct hole {
	char key[12], text[TEXT];
};

struct reading {
	struct hole holes[HOLES];
	size_t n;
};

static bool match(const char *pattern, const char *text, struct reading *r,
                  bool (*fits)(const struct world *, struct hole *), const struct world *w)
{
	while (*pattern && *pattern != '{') {
		if (*pattern++ != *text++)
			return false;
	}
	if (!*pattern)
		return !*text;
	const char *close = strchr(pattern, '}');
	if (r->n == HOLES)
		return false;
	struct hole *hole = &r->holes[r->n++];
	snprintf(hole->key, sizeof hole->key, "%.*s", (int)(close - pattern - 1), pattern + 1);
	for (size_t length = strlen(text); length > 0; length--) {
		size_t n = r->n;
		if (length >= TEXT)
			continue;
		snprintf(hole->text, sizeof hole->text, "%.*s", (int)length, text);
		if (fits(w, hole) && match(close + 1, text + length, r, fits, w))
			return true;
		r->n = n;
	}
	r->n--;
	return false;
}

static long model_of(const struct world *w, const char *name)
{
	for (size_t i = 0; i < w->models; i++)
		if (str_eq(w->names[i], name))
			return (long)i;
	return -1;
}

static long test_of(const struct world *w, const char *name)
{
	for (size_t k = 0; k < w->n_tests; k++)
		if (str_eq(w->tests[k], name))
			return (long)k;
	return -1;
}

/* What may stand in a hole depends on its key. */
static bool hole_fits(const struct world *w, struct hole *h)
{
	static const char *const counts[] = { "count", "all", "n", "m", "k", "ahead", "behind", "claimed" };
	if (str_eq(h->key, "name") || str_eq(h->key, "other") || str_eq(h->key, "rival"))
		return model_of(w, h->text) >= 0;
	if (str_eq(h->key, "on") || str_eq(h->key, "to") || str_eq(h->key, "from"))
		return test_of(w, h->text) >= 0;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (str_eq(h->key, counts[i]))
			return whole(h->text) >= 0;
	if (str_eq(h->key, "maker"))
		return str_eq(h->text, makers[1]) || str_eq(h->text, makers[2]);
	if (str_eq(h->key, "ordinal"))
		return ordinal(h->text) > 0;
	return true; /* a value, a list */
}

struct drawn { /* what is judged */
	const struct world *w;
	const struct scene *scene;
	const struct reading *r;
	bool shown[MODELS];  /* has a row on some page */
	bool absent[MODELS]; /* the focus, if it has no value, hence no row: the title says so */

	/* of charts of several tests */
	bool asked[TESTS], drawn[TESTS]; /* the tests */
	long focus;                      /* -1: none */
	const char *kind;
	size_t bound; /* numbers in the author's sentences of a briefing */
};

static const char *hole(const struct drawn *d, const char *key)
{
	for (size_t i = 0; i < d->r->n; i++)
		if (str_eq(d->r->holes[i].key, key))
			return d->r->holes[i].text;
	return "";
}

static size_t name_in(const struct drawn *d, const char *key)
{
	return (size_t)model_of(d->w, hole(d, key));
}

static size_t on(const struct drawn *d)
{
	long k = test_of(d->w, hole(d, "on"));
	return k < 0 ? 0 : (size_t)k;
}

static bool says_on(const struct drawn *d, const char *key, size_t k, double value)
{
	return says(number_of(hole(d, key)), value) && unit_fits(d->w, hole(d, key), k);
}

static bool is_value(const struct drawn *d, const char *key, size_t i, size_t k)
{
	return d->w->present[i][k] && says_on(d, key, k, d->w->values[i][k]);
}

/* The best of those that have a rank. */
static double best_ranked(const struct world *w, size_t k)
{
	double best = (double)NAN;
	for (size_t i = 0; i < w->models; i++)
		if (is_ranked(w, i, k) && (isnan(best) || (w->values[i][k] - best) * w->better[k] > 0))
			best = w->values[i][k];
	return best;
}

/* The largest (way 1) or smallest value. */
static double extreme(const struct world *w, size_t k, int way)
{
	double most = (double)NAN;
	for (size_t i = 0; i < w->models; i++)
		if (w->present[i][k] && (isnan(most) || (w->values[i][k] - most) * way > 0))
			most = w->values[i][k];
	return most;
}

/* Of those that are drawn. */
static double extreme_shown(const struct drawn *d, size_t k, int way)
{
	double most = (double)NAN;
	for (size_t i = 0; i < d->w->models; i++)
		if (d->shown[i] && d->w->present[i][k] && (isnan(most) || (d->w->values[i][k] - most) * way > 0))
			most = d->w->values[i][k];
	return most;
}

struct sentence {
	const char *pattern;
	bool (*is_true)(const struct drawn *d);
};

struct phrases {
	const struct sentence *items;
	size_t n;
};
#define PHRASES(array)                                                                                                 \
	{                                                                                                              \
		(array), sizeof(array) / sizeof *(array)                                                               \
	}

/* Everything that depends on the language. */
struct tongue {
	struct phrases titles, alts, grid_titles, slope_titles, scatter_titles, grid_alts, notes;
	const char *not_shown, *model, *line, *last, *more, *as_of, *higher, *lower, *rounded;
	const char *lower_head, *unknown_head, *claimed, *exceptions[3];
};
static const struct tongue *tongue;

/* ---- lists ---- */

/* The names of a list, "A, B and C" or "A, B, C, D and two more": how many, and that each is such and such. */
static bool lists(const struct drawn *d, const char *list, size_t all,
                  bool (*fits)(const struct drawn *, const char *name))
{
	char text[TEXT];
	size_t named = 0;
	snprintf(text, sizeof text, "%s", list);
	for (char *at = text; at;) {
		char *comma = strstr(at, ", "), *last = strstr(at, tongue->last),
		     *end = comma && (!last || comma < last) ? comma : last;
		char *after = end ? end + (end == comma ? 2 : strlen(tongue->last)) : NULL;
		if (end)
			*end = '\0';
		char *more = strstr(at, tongue->more);
		if (more && !after) {
			*more = '\0';
			return whole(at) > 0 && named + (size_t)whole(at) == all;
		}
		if (!fits(d, at))
			return false;
		named++;
		at = after;
	}
	return named == all;
}

#endif
