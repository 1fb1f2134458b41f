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

enum { MODELS = 40, TESTS = 4, HOLES = 8, TEXT = 4096 };

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
	bool tokens, alike, rich; /* as was wished for */

	/* of rich ones: who measured, how surely, of which model it is a variant, who made it */
	bool claimed[MODELS][TESTS];
	double half[MODELS][TESTS]; /* of the 95 % interval; 0: none is known */
	size_t model[MODELS];       /* the row of its default variant */
	int maker[MODELS];          /* from 1; 0: unknown */
	char ids[MODELS][16];

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
static const char *const makers[] = { "", "Northwind", "Quarry" };
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
	if (w->rich && below(r, 3) == 0)
		w->half[i][k] = units[u].scale * (1 + below(r, 40)) / 1000;
	w->claimed[i][k] = w->rich && below(r, 4) == 0;
	strbuf_addf(b, "  - {model: m%zu%s, benchmark: t%zu, value: %s, source: s, measured: %s", w->model[i],
	            w->model[i] == i ? "" : "@high", k, text, w->claimed[i][k] ? "first-party" : "third-party");
	if (w->half[i][k] > 0)
		strbuf_addf(b, ", ci: %.9g", w->half[i][k]);
	strbuf_add(b, "}\n");
}

/* Some are variants of the model before them; some makers are known. */
static inline void make_models(struct world *w, uint32_t *r, struct strbuf *b)
{
	if (w->rich)
		strbuf_add(b, "organisations: [{id: o1, name: Northwind}, {id: o2, name: Quarry}]\n");
	strbuf_add(b, "models:\n");
	for (size_t i = 0; i < w->models; i++) {
		bool variant = w->rich && i > 0 && w->model[i - 1] == i - 1 && below(r, 6) == 0;
		w->model[i] = variant ? i - 1 : i;
		snprintf(w->ids[i], sizeof w->ids[i], variant ? "m%zu@high" : "m%zu", w->model[i]);
		w->maker[i] = variant ? w->maker[i - 1] : w->rich ? (int)below(r, 3) : 0;
		if (variant)
			snprintf(w->names[i], sizeof w->names[i], "%s%s high", first[(i - 1) % 8], second[(i - 1) / 8]);
		else
			snprintf(w->names[i], sizeof w->names[i], "%s%s", first[i % 8], second[i / 8]);
		if (variant)
			strbuf_add(b, "    variants: [{id: high, name: high, effort: high}]\n");
		else
			strbuf_addf(b, "  - id: m%zu\n    name: %s\n", i, w->names[i]);
		if (!variant && w->maker[i])
			strbuf_addf(b, "    organisation: o%d\n", w->maker[i]);
	}
}

struct wish {         /* for a world */
	size_t least; /* tests */
	bool tokens;  /* the first counts them */
	bool few;     /* models */
	bool rich;    /* claims, intervals, variants */
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
		             .alike = wish.alike,
		             .rich = wish.rich };
	uint32_t gaps = below(r, 3) ? 1000 : 5;
	strbuf_add(
		&b,
		"date: 2026-05-12\nsources:\n  - {id: s, title: A run, publisher: Tester, date: 2026-05, kind: run}\n");
	make_tests(w, r, &b);
	make_models(w, r, &b);
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

static inline void add_world_models(struct strbuf *b, const struct world *w)
{
	if (w->rich)
		strbuf_add(b, "organisations: [{id: o1, name: Northwind}, {id: o2, name: Quarry}]\n");
	strbuf_add(b, "models:\n");
	for (size_t i = 0; i < w->models; i++) {
		bool more = i + 1 < w->models && w->model[i + 1] == i;
		if (w->model[i] != i)
			continue;
		strbuf_addf(b, "  - {id: m%zu, name: %s", i, w->names[i]);
		if (w->maker[i])
			strbuf_addf(b, ", organisation: o%d", w->maker[i]);
		if (w->context[i])
			strbuf_addf(b, ", context: %ld", w->context[i]);
		strbuf_addf(b, "%s}\n", more ? ", variants: [{id: high, name: high, effort: high}]" : "");
	}
}

static inline void add_measurement(struct strbuf *b, const struct world *w, size_t i, size_t k, double value,
                                   const char *source)
{
	strbuf_addf(b, "  - {model: m%zu%s, benchmark: t%zu, value: %.*f, source: %s, measured: %s", w->model[i],
	            w->model[i] == i ? "" : "@high", k, w->decimals[i][k], value, source,
	            w->claimed[i][k] ? "first-party" : "third-party");
	if (w->half[i][k] > 0)
		strbuf_addf(b, ", ci: %.9g", w->half[i][k]);
	strbuf_add(b, "}\n");
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
	add_world_models(&b, w);
	strbuf_add(&b, "measurements:\n");
	for (size_t i = 0; i < w->models; i++)
		for (size_t k = 0; k < w->n_tests; k++) {
			if (w->present[i][k])
				add_measurement(&b, w, i, k, w->values[i][k], "s");
			if (w->present[i][k] && w->disputed[i][k])
				add_measurement(&b, w, i, k, w->other[i][k], "p");
		}
	for (size_t n = 0; n < w->n_boasts; n++) {
		const struct boast *o = &w->boasts[n];
		strbuf_addf(&b,
		            "%s  - {id: c%zu, text: %s is ahead of %s on %s., source: p, test: 'gap(\"%s\", "
		            "\"%s\", \"t%zu\") > 0'}\n",
		            n ? "" : "claims:\n", n, w->names[o->model], w->names[o->rival], w->tests[o->test],
		            w->ids[o->model], w->ids[o->rival], o->test);
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

static inline bool all_claimed(const struct world *w, size_t k)
{
	for (size_t i = 0; i < w->models; i++)
		if (w->present[i][k] && !w->claimed[i][k])
			return false;
	return true;
}

/* A claim has no rank among results. */
static inline bool is_ranked(const struct world *w, size_t i, size_t k)
{
	return w->better[k] && w->present[i][k] && (!w->claimed[i][k] || all_claimed(w, k));
}

/* By more than the joint interval, where there is one. */
static inline bool is_ahead(const struct world *w, size_t i, size_t j, size_t k)
{
	double lead = (w->values[i][k] - w->values[j][k]) * w->better[k], noise = hypot(w->half[i][k], w->half[j][k]);
	return lead > 0 && lead >= noise * (1 - 1e-9);
}

/* 0: none. */
static inline size_t rank_of(const struct world *w, size_t i, size_t k)
{
	size_t rank = 1;
	for (size_t j = 0; j < w->models; j++)
		rank += is_ranked(w, j, k) && is_ahead(w, j, i, k);
	return is_ranked(w, i, k) ? rank : 0;
}

static inline size_t count_leaders(const struct world *w, size_t k)
{
	size_t n = 0;
	for (size_t i = 0; i < w->models; i++)
		n += rank_of(w, i, k) == 1;
	return n;
}

static inline bool is_tied(const struct world *w, size_t i, size_t k)
{
	size_t n = 0, rank = rank_of(w, i, k);
	for (size_t j = 0; j < w->models; j++)
		n += rank && rank_of(w, j, k) == rank;
	return n > 1;
}

/* The last place that noise leaves open: all ranked that it is not ahead of may be before it. Its rank where those that
 * it is level with have its value. */
static inline size_t last_of(const struct world *w, size_t i, size_t k)
{
	size_t last = 0, rank = rank_of(w, i, k);
	bool noise = false;
	for (size_t j = 0; j < w->models && rank; j++) {
		bool behind = is_ahead(w, i, j, k);
		last += is_ranked(w, j, k) && !behind;
		noise |= is_ranked(w, j, k) && j != i && !behind && !is_ahead(w, j, i, k) &&
		         w->values[i][k] != w->values[j][k] && (w->half[i][k] > 0 || w->half[j][k] > 0);
	}
	return noise ? last : rank;
}

/* ---- one model against another ---- */

/* Whom a model is compared with: the best of the other models, by rank if both have one; MODELS: nobody. */
static inline size_t rival_of(const struct world *w, size_t i, size_t k)
{
	size_t best = MODELS, best_rank = 0;
	bool own = is_ranked(w, i, k);
	for (size_t j = 0; j < w->models; j++) {
		size_t rank = own ? rank_of(w, j, k) : 0;
		if (w->model[j] == w->model[i] || !w->present[j][k] || (best_rank && !rank))
			continue;
		double lead = best < MODELS ? (w->values[j][k] - w->values[best][k]) * w->better[k] : 0;
		bool better =
			best == MODELS || (rank && !best_rank) || (rank && rank < best_rank) ||
			(rank == best_rank && (lead > 0 || (lead == 0 && strcmp(w->names[j], w->names[best]) < 0)));
		best = better ? j : best;
		best_rank = better ? rank : best_rank;
	}
	return best;
}

/* Another variant of its model is better. */
static inline bool is_outdone(const struct world *w, size_t i, size_t k)
{
	for (size_t j = 0; j < w->models; j++) {
		bool kin = j != i && w->model[j] == w->model[i] && w->present[j][k];
		if (kin && (is_ranked(w, i, k) ? is_ranked(w, j, k) && rank_of(w, j, k) < rank_of(w, i, k)
		                               : is_ahead(w, j, i, k)))
			return true;
	}
	return false;
}

/* 1: alone ahead of all others; -1: behind; 0: level, or it cannot be said. A claim puts no result behind. */
static inline int contest(const struct world *w, size_t i, size_t k)
{
	size_t j = w->better[k] && w->present[i][k] ? rival_of(w, i, k) : MODELS;
	if (j == MODELS)
		return 0;
	if (is_ranked(w, i, k) && is_ranked(w, j, k)) {
		size_t own = rank_of(w, i, k), other = rank_of(w, j, k);
		return own < other ? !is_outdone(w, i, k) : own > other ? -1 : 0;
	}
	if (is_ahead(w, i, j, k))
		return !is_outdone(w, i, k);
	return !is_ranked(w, i, k) && is_ahead(w, j, i, k) ? -1 : 0;
}

/* ---- reading ---- */

static bool german; /* what is read now */

static const char *const small[2][13] = {
	{ "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" },
	{ "kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf" }
};

/* A whole number in digits or words; -1 if it is none. */
static inline long whole(const char *text)
{
	char *end;
	for (long n = 0; n <= 12; n++)
		if (strcasecmp(text, small[german][n]) == 0)
			return n;
	if (german &&
	    (strcasecmp(text, "eins") == 0 || strcasecmp(text, "eine") == 0 || strcasecmp(text, "einem") == 0))
		return 1;
	long n = strtol(text, &end, 10);
	return *text && !*end ? n : -1;
}

/* "first", "2nd", "2.": 0 if it is none. */
static inline size_t ordinal(const char *text)
{
	static const char *const words[] = { "",        "first",  "second", "third", "fourth",   "fifth",  "sixth",
		                             "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth" };
	for (size_t n = 1; n <= 12; n++)
		if (!german && strcmp(text, words[n]) == 0)
			return n;
	char *end;
	unsigned long n = strtoul(text, &end, 10);
	return german && strcmp(end, ".") != 0 ? 0 : (size_t)n;
}

struct number {
	double value, unit_of_last; /* unit_of_last: what one more in the last digit would be worth */
	int decimals;
	bool ok;
};

/* "$1,234.50", "−3.2", "58 million tokens", "61.3%"; "1.234,50 $". */
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
	const char mark = german ? ',' : '.', group = german ? '.' : ',';
	for (; n + 1 < sizeof plain && ((*text >= '0' && *text <= '9') || *text == mark || *text == group); text++) {
		if (*text == group)
			continue;
		point |= *text == mark;
		out.decimals += point && *text != mark;
		plain[n++] = *text == mark ? '.' : *text;
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
		           { "\u00a0Tausend", 1e3 },
		           { "\u00a0Million", 1e6 },
		           { "\u00a0Mio", 1e6 },
		           { "\u00a0Milliarde", 1e9 },
		           { "\u00a0Mrd", 1e9 },
		           { " Tausend", 1e3 },
		           { " Million", 1e6 },
		           { " Milliarde", 1e9 },
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
