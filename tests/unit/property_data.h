/* property_data.h: random numbers, and random data as YAML. Part of property_test.c. */
#ifndef PROPERTY_DATA_H
#define PROPERTY_DATA_H

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint32_t next(uint32_t *r)
{
	*r ^= *r << 13;
	*r ^= *r >> 17;
	*r ^= *r << 5;
	return *r;
}

static uint32_t below(uint32_t *r, uint32_t n)
{
	return next(r) % n;
}

/* ---- random data, as YAML ---- */

static const char *const syllables[][8] = {
	{ "Gem", "ini", "Opus", "Pro ", "GPT-", "5.4", " Ultra", "x" },
	{ "Мо", "дель", " Север", " 2.1", "ква", "нт", "ок", "я" },
	{ "Ωme", "γα", " 7B", "δέλ", "τα", " Σύν", "ολο", "ή" },
	{ "通义", "千问", "模型", "-3", "旗舰", "版", "大", "语言" },
	{ "نموذج", " اللغة", " 4", "كبير", " ال", "عربي", "ة", "سريع" },
	{ "🚀", " Fast", "🤗", "-x", " Emoji", "✨", " 9", "go" },
};

static char *random_name(struct arena *arena, uint32_t *r, size_t number)
{
	struct strbuf b = strbuf_new(arena);
	uint32_t script = below(r, 6), longest = 1 + below(r, below(r, 4) ? 24 : 76);
	strbuf_addf(&b, "%zu", number);
	while (utf8_count(b.s) < longest) {
		strbuf_add(&b, syllables[below(r, 5) ? script : below(r, 6)][below(r, 8)]);
		if (!below(r, 6))
			strbuf_add(&b, " ");
	}
	while (b.n && b.s[b.n - 1] == ' ')
		b.s[--b.n] = '\0';
	return b.s;
}

/* Manners of values beside the first six; cases from FINE_FROM on have only these, cases from DATED_FROM on days of
 * release, earlier runs and kinds that show them. */
enum { FINE = 6, TINY = 7, FINE_FROM = 10000000, DATED_FROM = 20000000 };

static void random_value(struct strbuf *b, uint32_t *r, uint32_t manner, double scale)
{
	double v = manner == 0 ? 50 : (double)below(r, 100000) / 1000 * scale;
	if (manner == 2 && !below(r, 3))
		v = -v;
	if (manner == 3 && !below(r, 12))
		v *= 1e6;
	if (manner == 4)
		v = (double)below(r, 5);
	int decimals = (int)below(r, 3);
	if (manner == FINE) /* many digits, few values: their differences are small */
		strbuf_addf(b, "value: %.*f", (int)below(r, 13), 40 + below(r, 20) / scale + below(r, 1000) * 1e-9);
	else if (manner == TINY)
		strbuf_addf(b, "value: %u.%ue-%u", below(r, 9), below(r, 100), below(r, 30));
	else
		strbuf_addf(b, "value: %.*f", decimals, v);
	if (!below(r, 3))
		strbuf_addf(b, ", ci: %.2f", (double)below(r, 500) / 100 * scale);
}

/* How the results behind a value lie. Made from the value alone, so that everything else stays as it was. */
static void random_spread(struct strbuf *b, const char *value)
{
	double v = strtod(value, NULL);
	uint32_t r = (uint32_t)strlen(value) * 40503u + (uint32_t)(unsigned char)value[0] * 7919u + 1;
	for (const char *c = value; *c && *c != ','; c++)
		r = r * 31u + (unsigned char)*c;
	r = r ? r : 1;
	for (int i = 0; i < 4; i++)
		next(&r);
	double half = fabs(v) * (double)below(&r, 300) / 1000;
	if (below(&r, 2))
		strbuf_addf(b, ", q25: %.6g, q75: %.6g", v - half / 3, v + half / 2);
	if (below(&r, 2))
		strbuf_addf(b, ", q05: %.6g, q95: %.6g", v - half, v + 1.5 * half);
	if (below(&r, 2))
		return;
	strbuf_add(b, ", runs: [");
	for (uint32_t i = 0, n = 2 + below(&r, below(&r, 4) ? 8 : 90); i < n; i++)
		strbuf_addf(b, "%s%.6g", i ? ", " : "", v + half * ((double)below(&r, 3000) / 1000 - 1.5));
	strbuf_add(b, "]");
}

static const char *const units[] = { "percent", "points", "tokens",  "usd", "seconds",
	                             "score",   "elo",    "percent", "GB",  "tokens/s" };
enum { UNITS = sizeof units / sizeof *units };

static void random_benchmarks(struct arena *arena, struct strbuf *b, uint32_t *r, size_t n)
{
	static const char *const better[] = { "",
		                              ", better: higher",
		                              ", better: higher",
		                              ", better: higher",
		                              ", better: lower",
		                              ", better: lower",
		                              ", better: unknown",
		                              "" };
	static const char *const spoken[] = { "", "", "", "", "", " Error rate", " Latency", " Throughput" };
	bool same = below(r, 2);
	uint32_t unit = below(r, UNITS), first = 0;
	strbuf_add(b, "benchmarks:\n");
	for (size_t i = 0; i < n; i++) {
		uint32_t own = same ? unit : below(r, UNITS);
		first = i ? first : own;
		strbuf_addf(b, "  - {id: t%zu, name: \"%s%s\", unit: %s%s", i, random_name(arena, r, i),
		            spoken[below(r, 8)], units[own], better[below(r, 8)]);
		if (below(r, 4) == 0)
			strbuf_addf(b, ", brief: \"T%zu Index\", version: v%u", i, below(r, 9));
		if (i && own == 2 && first == 2 && below(r, 2))
			strbuf_addf(b, ", part_of: t0, part: %s", below(r, 2) ? "answer" : "reasoning");
		strbuf_add(b, "}\n");
	}
}

static void random_release(struct strbuf *b, uint32_t *r, uint32_t years)
{
	if (!below(r, 6))
		return;
	strbuf_addf(b, ", released: %u", 2026 - below(r, years));
	uint32_t known = below(r, 4);
	if (known)
		strbuf_addf(b, "-%02u", 1 + below(r, 12));
	if (known > 1)
		strbuf_addf(b, "-%02u", 1 + below(r, 28));
}

static void random_models(struct arena *arena, struct strbuf *b, uint32_t *r, size_t n, size_t makers, bool dated)
{
	uint32_t years = dated ? 1 + below(r, 5) : 0;
	strbuf_add(b, "models:\n");
	for (size_t i = 0; i < n; i++) {
		strbuf_addf(b, "  - {id: m%zu, name: \"%s\"", i, random_name(arena, r, i));
		if (i % 7 && makers % 3)
			strbuf_addf(b, ", family: \"Family %zu\"", i % 5 * makers);
		if (makers && below(r, 8))
			strbuf_addf(b, ", organisation: o%u", below(r, (uint32_t)makers));
		if (dated)
			random_release(b, r, years);
		strbuf_add(b, below(r, 6) ? "}\n" : ", variants: [{id: v, name: Deep Think}]}\n");
	}
}

/* What the first source said before: few runs or one a day, some of which fall on one day or have no day. */
static void random_history(struct strbuf *b, uint32_t *r, size_t model, size_t benchmark, uint32_t manner, double scale)
{
	static const char *const measured[] = { "third-party", "third-party", "first-party", "unknown" };
	uint32_t runs = below(r, 3) ? below(r, 12) : below(r, 6) ? 1 : 40 + below(r, 80);
	for (uint32_t i = 0; i < runs; i++) {
		uint32_t month = 1 + (below(r, 2) ? i : below(r, 12)) % 12, known = below(r, 16);
		strbuf_addf(b, "  - {model: m%zu, benchmark: t%zu, source: s, measured: %s, date: 2025", model,
		            benchmark, measured[below(r, 4)]);
		if (known)
			strbuf_addf(b, "-%02u", month);
		if (known > 1)
			strbuf_addf(b, "-%02u", 1 + below(r, 28));
		strbuf_add(b, ", ");
		random_value(b, r, manner, scale);
		strbuf_add(b, "}\n");
	}
}

static void random_measurements(struct strbuf *b, uint32_t *r, size_t models, size_t benchmarks, bool fine, bool dated,
                                bool spread)
{
	static const char *const measured[] = { "third-party", "first-party", "unknown" };
	uint32_t manner = below(r, 6), evidence = below(r, 4), gaps = 2 + below(r, 12);
	double scale = below(r, 4) ? 1 : 1000;
	manner = fine ? (below(r, 3) ? FINE : TINY) : manner;
	strbuf_add(b, "measurements:\n");
	for (size_t i = 0; i < models; i++)
		for (size_t k = 0; k < benchmarks; k++) {
			if ((i || k) && benchmarks > 1 && !below(r, gaps))
				continue;
			strbuf_addf(b, "  - {model: m%zu, benchmark: t%zu, source: s, ", i, k);
			bool missing = i && !below(r, 9);
			if (missing)
				strbuf_add(b, "status: missing");
			else
				random_value(b, r, manner, scale);
			const char *value = strrchr(b->s, '\n');
			value = value ? strstr(value, "value: ") : NULL;
			if (spread && value && manner < FINE)
				random_spread(b, arena_strdup(b->arena, value + strlen("value: ")));
			strbuf_addf(b, ", measured: %s}\n", measured[evidence < 3 ? evidence : below(r, 3)]);
			if (!below(r, 12)) { /* another source says otherwise, and the first is trusted */
				strbuf_addf(b, "  - {model: m%zu, benchmark: t%zu, source: z, ", i, k);
				random_value(b, r, manner, scale);
				strbuf_add(b, "}\n");
			}
			if (dated && !k && !missing) /* else nothing decides between two of one day */
				random_history(b, r, i, k, manner, scale);
		}
}

static char *random_data(struct arena *arena, uint32_t *r, bool fine, bool dated, bool spread)
{
	struct strbuf b = strbuf_new(arena);
	size_t models = below(r, 3) ? 1 + below(r, 20) : 1 + below(r, below(r, 3) ? 60 : 300), makers = below(r, 13);
	size_t benchmarks = below(r, 3) ? 1 + below(r, 6) : 1 + below(r, models > 60 ? 6 : 40);
	if (below(r, 2))
		strbuf_add(&b, "date: 2026-05-12\n");
	strbuf_add(&b, "sources:\n"
	               "  - {id: s, title: A run of our own, publisher: Tester, date: 2026-05, kind: run}\n"
	               "  - {id: z, title: Somebody else, date: 2025, kind: press}\n"
	               "trust: [s, z]\norganisations:\n");
	for (size_t i = 0; i < makers; i++)
		strbuf_addf(&b, "  - {id: o%zu, name: \"%s\"}\n", i, random_name(arena, r, i));
	if (!makers)
		strbuf_add(&b, "  []\n");
	random_models(arena, &b, r, models, makers, dated);
	random_benchmarks(arena, &b, r, benchmarks);
	random_measurements(&b, r, models, benchmarks, fine, dated, spread);
	return b.s;
}

#endif
