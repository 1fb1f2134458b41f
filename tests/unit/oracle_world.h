/* oracle_world.h: the data that the oracle makes and keeps, its own arithmetic, and numbers as people read them. For
 * oracle_test.c and oracle_briefing_test.c; nothing here is the program's. */
#ifndef ORACLE_WORLD_H
#define ORACLE_WORLD_H

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MODELS = 40, TESTS = 4, HOLES = 8, TEXT = 640 };

static inline uint32_t next(uint32_t *r)
{
	*r ^= *r << 13;
	*r ^= *r >> 17;
	*r ^= *r << 5;
	return *r;
}

static inline uint32_t below(uint32_t *r, uint32_t n)
{
	return next(r) % n;
}

/* ---- what is known ---- */

struct world {
	char names[MODELS][24];
	const char *tests[TESTS];
	int better[TESTS]; /* 1 more, -1 less, 0 unknown */
	bool declared[TESTS];
	const char *units[TESTS];
	double values[MODELS][TESTS];
	int decimals[MODELS][TESTS];
	bool present[MODELS][TESTS];
	size_t models, n_tests;
	bool tokens, alike; /* as was wished for */

	/* of briefings: what a second source says, where it does; what is known of models; who is said to be ahead */
	double other[MODELS][TESTS];
	bool disputed[MODELS][TESTS];
	long context[MODELS]; /* tokens; 0: unknown */
	struct boast {
		size_t model, rival, test;
	} boasts[4];
	size_t n_boasts;
};

/* Which way a unit points on its own, and names that turn it round. */
static const struct {
	const char *unit;
	int better;
	double scale;
	int decimals;
} units[] = {
	{ "percent", 1, 100, 2 }, { "points", 1, 60, 2 },   { "elo", 1, 1800, 0 },   { "tokens", -1, 9e8, 0 },
	{ "usd", -1, 4000, 2 },   { "seconds", -1, 90, 3 }, { "score", 1, 3000, 4 }, { "tokens/s", 1, 400, 1 },
};
enum { UNITS = sizeof units / sizeof *units, TOKENS = 3 };

static const struct {
	const char *name;
	int better; /* what it says by itself */
} tests[] = { { "Quality", 1 }, { "Craft", 0 }, { "Reach", 0 }, { "Insight", 0 }, { "Errors", -1 }, { "Latency", -1 } };
enum { TEST_NAMES = sizeof tests / sizeof *tests };

static const char *const first[] = { "Aster", "Birch", "Cedar", "Dahlia", "Elm", "Fern", "Gorse", "Hazel" };
static const char *const second[] = { "", " Large", " Mini", " Pro", " Ultra" };

static inline void make_tests(struct world *w, uint32_t *r, struct strbuf *b)
{
	uint32_t start = below(r, TEST_NAMES), unit = below(r, UNITS);
	bool same = below(r, 2) || w->alike;
	uint32_t way = 1 + below(r, 2);
	strbuf_add(b, "benchmarks:\n");
	for (size_t k = 0; k < w->n_tests; k++) {
		uint32_t test = (start + (uint32_t)k) % TEST_NAMES, u = same ? unit : below(r, UNITS),
			 declared = w->alike ? way : below(r, 3);
		w->tests[k] = tests[test].name;
		if (k == 0 && w->tokens)
			u = TOKENS;
		w->units[k] = units[u].unit;
		w->better[k] = units[u].better + tests[test].better == 0 ? 0 : units[u].better;
		strbuf_addf(b, "  - {id: t%zu, name: %s, unit: %s", k, w->tests[k], w->units[k]);
		if (declared)
			w->better[k] = declared == 1 ? 1 : -1;
		w->declared[k] = declared > 0;
		strbuf_addf(b, "%s}\n", declared == 1 ? ", better: higher" : declared == 2 ? ", better: lower" : "");
	}
}

static inline void make_value(struct world *w, uint32_t *r, size_t i, size_t k, struct strbuf *b)
{
	size_t u = 0;
	char text[40];
	while (!str_eq(units[u].unit, w->units[k]))
		u++;
	int decimals = units[u].decimals ? (int)below(r, (uint32_t)units[u].decimals + 1) : 0;
	if (units[u].decimals && below(r, 40) == 0)
		decimals = 5 + (int)below(r, 5);                                /* as a program prints them */
	double part = below(r, 4) ? below(r, 100000) / 1e5 : below(r, 8) / 8.0; /* ties now and then */
	snprintf(text, sizeof text, "%.*f", decimals, units[u].scale * (0.02 + 0.97 * part));
	w->values[i][k] = strtod(text, NULL);
	w->decimals[i][k] = decimals;
	w->present[i][k] = true;
	strbuf_addf(b, "  - {model: m%zu, benchmark: t%zu, value: %s, source: s, measured: third-party}\n", i, k, text);
}

struct wish {         /* for a world */
	size_t least; /* tests */
	bool tokens;  /* the first counts them */
	bool few;     /* models */
	bool alike;   /* all have one unit, and the data say which way is better */
};

static inline char *make_world(struct arena *arena, struct world *w, uint32_t *r, struct wish wish)
{
	struct strbuf b = strbuf_new(arena);
	size_t least = wish.least, many = least + below(r, (uint32_t)(TESTS + 1 - least));
	*w = (struct world){ .models = wish.few      ? 1 + below(r, 6)
		                       : below(r, 4) ? 1 + below(r, 12)
		                                     : 1 + below(r, MODELS),
		             .n_tests = below(r, 2) && least == 1 ? 1 : many,
		             .tokens = wish.tokens,
		             .alike = wish.alike };
	uint32_t gaps = below(r, 3) ? 1000 : 5;
	strbuf_add(
		&b,
		"date: 2026-05-12\nsources:\n  - {id: s, title: A run, publisher: Tester, date: 2026-05, kind: run}\n");
	make_tests(w, r, &b);
	strbuf_add(&b, "models:\n");
	for (size_t i = 0; i < w->models; i++) {
		snprintf(w->names[i], sizeof w->names[i], "%s%s", first[i % 8], second[i / 8]);
		strbuf_addf(&b, "  - {id: m%zu, name: %s}\n", i, w->names[i]);
	}
	strbuf_add(&b, "measurements:\n");
	for (size_t i = 0; i < w->models; i++)
		for (size_t k = 0; k < w->n_tests; k++)
			if (i == 0 || below(r, gaps))
				make_value(w, r, i, k, &b);
	return b.s;
}

/* ---- a world as a file, for briefings ---- */

/* Another number in the same digits. */
static inline double near(const struct world *w, uint32_t *r, size_t i, size_t k)
{
	char text[40];
	snprintf(text, sizeof text, "%.*f", w->decimals[i][k], w->values[i][k] * (0.8 + 0.4 * (below(r, 1000) / 1e3)));
	return strtod(text, NULL);
}

/* What a briefing can speak of besides values. */
static inline void enrich(struct world *w, uint32_t *r)
{
	for (size_t i = 0; i < w->models; i++) {
		w->context[i] = below(r, 3) ? 0 : (long)(1 + below(r, 400)) * 1000;
		for (size_t k = 0; k < w->n_tests; k++)
			if (w->present[i][k] && below(r, 8) == 0) {
				w->other[i][k] = near(w, r, i, k);
				w->disputed[i][k] = w->other[i][k] != w->values[i][k];
			}
	}
	for (size_t n = w->models > 1 ? below(r, 5) : 0; n > 0; n--) {
		struct boast b = { below(r, (uint32_t)w->models), below(r, (uint32_t)w->models),
			           below(r, (uint32_t)w->n_tests) };
		if (b.model != b.rival && w->better[b.test] && w->present[b.model][b.test] &&
		    w->present[b.rival][b.test] && !w->disputed[b.model][b.test] && !w->disputed[b.rival][b.test])
			w->boasts[w->n_boasts++] = b;
	}
}

/* The data of some time before: other values, some that came since, some that went. */
static inline struct world before(const struct world *w, uint32_t *r)
{
	struct world old = *w;
	for (size_t i = 0; i < w->models; i++)
		for (size_t k = 0; k < w->n_tests; k++) {
			uint32_t what = below(r, 8);
			if (what == 0 && w->present[i][k])
				old.values[i][k] = near(w, r, i, k);
			else if (what == 1 && i > 0)
				old.present[i][k] = false;
		}
	return old;
}

static inline const char *world_yaml(struct arena *arena, const struct world *w, const char *date)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b, "date: %s\nsources:\n", date);
	strbuf_addf(&b, "  - {id: s, title: A run, publisher: Tester, date: %s, kind: run}\n", date);
	strbuf_addf(&b, "  - {id: p, title: A paper, publisher: Writer, date: %s, kind: paper}\n", date);
	strbuf_add(&b, "trust: [s, p]\nbenchmarks:\n");
	for (size_t k = 0; k < w->n_tests; k++)
		strbuf_addf(&b, "  - {id: t%zu, name: %s, unit: %s%s}\n", k, w->tests[k], w->units[k],
		            !w->declared[k]    ? ""
		            : w->better[k] > 0 ? ", better: higher"
		                               : ", better: lower");
	strbuf_add(&b, "models:\n");
	for (size_t i = 0; i < w->models; i++) {
		strbuf_addf(&b, "  - {id: m%zu, name: %s", i, w->names[i]);
		if (w->context[i])
			strbuf_addf(&b, ", context: %ld", w->context[i]);
		strbuf_add(&b, "}\n");
	}
	strbuf_add(&b, "measurements:\n");
	for (size_t i = 0; i < w->models; i++)
		for (size_t k = 0; k < w->n_tests; k++) {
			static const char row[] = "  - {model: m%zu, benchmark: t%zu, value: %.*f, source: %s, "
						  "measured: third-party}\n";
			if (w->present[i][k])
				strbuf_addf(&b, row, i, k, w->decimals[i][k], w->values[i][k], "s");
			if (w->present[i][k] && w->disputed[i][k])
				strbuf_addf(&b, row, i, k, w->decimals[i][k], w->other[i][k], "p");
		}
	for (size_t n = 0; n < w->n_boasts; n++) {
		const struct boast *o = &w->boasts[n];
		strbuf_addf(&b,
		            "%s  - {id: c%zu, text: %s is ahead of %s on %s., source: p, test: 'gap(\"m%zu\", "
		            "\"m%zu\", \"t%zu\") > 0'}\n",
		            n ? "" : "claims:\n", n, w->names[o->model], w->names[o->rival], w->tests[o->test],
		            o->model, o->rival, o->test);
	}
	return b.s;
}

/* ---- the oracle's arithmetic ---- */

static inline size_t count_present(const struct world *w, size_t k)
{
	size_t n = 0;
	for (size_t i = 0; i < w->models; i++)
		n += w->present[i][k];
	return n;
}

/* How many have more (way 1) or less (way -1) than model i. */
static inline size_t count_beyond(const struct world *w, size_t i, size_t k, int way)
{
	size_t n = 0;
	for (size_t j = 0; j < w->models; j++)
		n += w->present[j][k] && (w->values[j][k] - w->values[i][k]) * way > 0;
	return n;
}

static inline size_t rank_of(const struct world *w, size_t i, size_t k)
{
	return 1 + count_beyond(w, i, k, w->better[k]);
}

static inline size_t count_leaders(const struct world *w, size_t k)
{
	size_t n = 0;
	for (size_t i = 0; i < w->models; i++)
		n += w->present[i][k] && rank_of(w, i, k) == 1;
	return n;
}

static inline bool is_tied(const struct world *w, size_t i, size_t k)
{
	size_t n = 0;
	for (size_t j = 0; j < w->models; j++)
		n += w->present[j][k] && w->values[j][k] == w->values[i][k];
	return n > 1;
}

/* ---- reading ---- */

static const char *const small[] = { "no",    "one",   "two",  "three", "four",   "five",  "six",
	                             "seven", "eight", "nine", "ten",   "eleven", "twelve" };

/* A whole number in digits or words; -1 if it is none. */
static inline long whole(const char *text)
{
	char *end;
	for (long n = 0; n <= 12; n++)
		if (strcasecmp(text, small[n]) == 0)
			return n;
	long n = strtol(text, &end, 10);
	return *text && !*end ? n : -1;
}

/* "first", "2nd": 0 if it is none. */
static inline size_t ordinal(const char *text)
{
	static const char *const words[] = { "",        "first",  "second", "third", "fourth",   "fifth",  "sixth",
		                             "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth" };
	for (size_t n = 1; n <= 12; n++)
		if (strcmp(text, words[n]) == 0)
			return n;
	return (size_t)strtoul(text, NULL, 10);
}

struct number {
	double value, unit_of_last; /* unit_of_last: what one more in the last digit would be worth */
	int decimals;
	bool ok;
};

/* "$1,234.50", "−3.2", "58 million tokens", "61.3%". */
static inline struct number number_of(const char *text)
{
	char plain[TEXT];
	size_t n = 0;
	bool minus = false, point = false;
	struct number out = { .unit_of_last = 1 };
	for (; *text && strchr("$", *text); text++)
		;
	if (str_starts(text, "\u2212")) {
		minus = true;
		text += strlen("\u2212");
	}
	for (; *text == '$' || *text == '+'; text++)
		;
	for (; n + 1 < sizeof plain && ((*text >= '0' && *text <= '9') || *text == '.' || *text == ','); text++) {
		if (*text == ',')
			continue;
		point |= *text == '.';
		out.decimals += point && *text != '.';
		plain[n++] = *text;
	}
	plain[n] = '\0';
	out.ok = n > 0;
	out.value = strtod(plain, NULL);
	out.unit_of_last = pow(10, -out.decimals);
	static const struct {
		const char *word;
		double times;
	} magnitudes[] = { { " thousand", 1e3 },
		           { " million", 1e6 },
		           { " billion", 1e9 },
		           { "\u00a0thousand", 1e3 },
		           { "\u00a0million", 1e6 },
		           { "\u00a0billion", 1e9 },
		           { "k", 1e3 },
		           { "M", 1e6 },
		           { "bn", 1e9 } };
	for (size_t i = 0; i < sizeof magnitudes / sizeof *magnitudes; i++)
		if (str_starts(text, magnitudes[i].word)) {
			out.value *= magnitudes[i].times;
			out.unit_of_last *= magnitudes[i].times;
			break;
		}
	if (minus)
		out.value = -out.value;
	return out;
}

/* The printed number is the value, or the value rounded to the digits that are printed. */
static inline bool says(struct number printed, double value)
{
	return printed.ok && fabs(printed.value - value) <= printed.unit_of_last * 0.500001 + 1e-9 * fabs(value);
}

#endif
