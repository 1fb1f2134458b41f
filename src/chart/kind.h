/* kind.h: the table of chart kinds. Each kind declares here what it is called, what it shows and what it needs, one row
 * per kind. Help, the README, the checks of requests and the tests are made from the table, so that nobody else knows
 * a kind by its name. To add a kind, write one file with its layout function and one row in kind.c. */
#ifndef CHART_KIND_H
#define CHART_KIND_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct benchmark;
struct chart_pages;
struct chart_request;

/* No limit to the number of benchmarks; where none is named, all that have values are shown. */
#define CHART_KIND_MANY ((size_t)-1)

/* How many parts a bar may have (rule F9). */
enum { CHART_KIND_PARTS = 6 };

struct chart_kind {
	const char *name;
	const char *summary;      /* one line for lists: lower case, no full stop */
	size_t least, most;       /* benchmarks it shows */
	const char *order;        /* which benchmark is named first; NULL where the order does not matter */
	const char *alternatives; /* kinds that show what this one cannot, for hints; NULL if there is none */
	bool counts_tokens;       /* its first benchmark counts tokens */
	bool needs_focus;         /* it shows one model against the others */
	bool needs_ends;          /* it leads from one thing to another: two models or two benchmarks */
	bool needs_dates;         /* it shows values by a day: of the release, or of the run */
	bool needs_zero;          /* it draws lengths from zero, which must mean something on each benchmark */
	bool has_scale;           /* of one benchmark; lines of reference may lie on it */
	bool draws_bars;          /* where a benchmark has a zero, it draws lengths from it, else positions */
	bool may_log;             /* its positions may be on a log scale */
	bool may_percent;         /* its parts may be shown as shares */
	bool takes_digits;        /* its values may be printed with fewer digits than they have */
	bool may_group;           /* its rows can be in groups */
	bool may_withhold;        /* its values stand each for itself: developers' own claims can be left out */
	bool may_annotate;        /* words of an author's may stand beside its marks */
	bool has_rows;            /* the number of rows can be limited */
	bool fills_plot;          /* it fills its page whatever it shows: few marks in larger type */
	bool (*layout)(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
	               struct diags *diags);
};

/* The i-th kind; NULL past the end. */
const struct chart_kind *chart_kind_at(size_t i);

/* If there is no kind of that name: NULL, and an error at place that suggests the nearest. */
const struct chart_kind *chart_kind_find(const char *name, struct place place, struct diags *diags);

/* What a kind takes, for hints. */
bool chart_kind_annotates(const struct chart_kind *kind);
bool chart_kind_has_scale(const struct chart_kind *kind);
bool chart_kind_may_log(const struct chart_kind *kind);
bool chart_kind_takes_digits(const struct chart_kind *kind);
bool chart_kind_withholds(const struct chart_kind *kind);
bool chart_kind_groups(const struct chart_kind *kind);

/* "bars, dots and scatter can have them": those of which this is true. */
const char *chart_kinds_that(struct arena *arena, bool (*takes)(const struct chart_kind *kind));

/* "one benchmark", "one or two benchmarks", "at least one benchmark". */
const char *chart_kind_shows(const struct chart_kind *kind);

#endif
