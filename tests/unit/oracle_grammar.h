/* oracle_grammar.h: units after numbers, and nouns after counts, in English and German. For oracle_*.h. */
#ifndef ORACLE_GRAMMAR_H
#define ORACLE_GRAMMAR_H

#include "oracle_world.h"

/* ---- units ---- */

/* The unit that a text shows, by a sign or a word of it; NULL if it shows none. */
static const char *unit_in(const char *text)
{
	static const struct {
		const char *sign, *unit;
	} signs[] = { { "%", "percent" },           { "$", "usd" },          { "Elo", "elo" },
		      { "per second", "tokens/s" }, { "/s", "tokens/s" },    { "pro Sekunde", "tokens/s" },
		      { "oken", "tokens" },         { "second", "seconds" }, { "Sekunde", "seconds" },
		      { "point", "points" },        { "Punkt", "points" },   { "dollar", "usd" },
		      { "Dollar", "usd" } };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strstr(text, signs[i].sign))
			return signs[i].unit;
	return NULL;
}

/* A number alone has the unit that its column, or the number beside it, says. */
static bool unit_fits(const struct world *w, const char *text, size_t k)
{
	const char *unit = unit_in(text);
	return !unit || str_eq(unit, w->units[k]);
}

/* Of a difference: percentages differ by points. */
static bool gap_unit_fits(const struct world *w, const char *text, size_t k)
{
	const char *unit = unit_in(text);
	return !unit || str_eq(unit, str_eq(w->units[k], "percent") ? "points" : w->units[k]);
}

/* ---- nouns after counts ---- */

static const struct {
	const char *one, *many;
} counted_nouns[2][8] = {
	{ { "model", "models" },
	  { "benchmark", "benchmarks" },
	  { "line", "lines" },
	  { "value", "values" },
	  { "point", "points" },
	  { "other", "others" } },
	{ { "Modell", "Modelle" },
	  { "Benchmark", "Benchmarks" },
	  { "Linie", "Linien" },
	  { "Wert", "Werte" },
	  { "Punkt", "Punkte" },
	  { "Herstellerangabe", "Herstellerangaben" } },
};

/* The word that ends before this byte, a count or not: -1 if it is none. */
static long count_before(const char *text, const char *at)
{
	const char *end = at, *start;
	char word[24];
	while (end > text && end[-1] == ' ')
		end--;
	for (start = end; start > text && start[-1] != ' ' && start[-1] != '('; start--)
		;
	if (end == start || (size_t)(end - start) >= sizeof word)
		return -1;
	snprintf(word, sizeof word, "%.*s", (int)(end - start), start);
	return whole(word);
}

static bool is_word(const char *at, const char *word)
{
	size_t n = strlen(word);
	unsigned char after = strncmp(at, word, n) == 0 ? (unsigned char)at[n] : 'x';
	return !(after >= 0x80 || (after >= 'a' && after <= 'z') || (after >= 'A' && after <= 'Z'));
}

/* "one model", "3 models", "von 3 Modellen": a singular after one alone, a plural after the rest. */
static bool nouns_agree(const char *text)
{
	for (const char *at = text; *at; at++)
		for (size_t i = 0; i < 8 && counted_nouns[german][i].one; i++) {
			long n = at > text && at[-1] == ' ' ? count_before(text, at) : -1;
			const char *many = counted_nouns[german][i].many;
			char dative[24];
			snprintf(dative, sizeof dative, "%sn", many);
			if ((n > 1 && is_word(at, counted_nouns[german][i].one)) ||
			    (n == 1 && (is_word(at, many) || is_word(at, dative))))
				return false;
		}
	return true;
}

#endif
