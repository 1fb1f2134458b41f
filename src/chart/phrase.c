#include "chart/phrase.h"

#include "base/arena.h"
#include "base/rtl.h"
#include "base/str.h"
#include "chart/lengths.h"
#include "data/quantity.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

enum { ALT_MAX = 600 };

static const double same_number = 1e-12; /* relative: what arithmetic in binary loses */

const char *phrase_variant(struct arena *arena, const struct variant *variant)
{
	return rtl_name(arena, variant_full_name(arena, variant));
}

char *phrase_variants(struct arena *arena, const struct language *language, const struct variant *const *variants,
                      size_t n)
{
	const char **names = arena_alloc(arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = phrase_variant(arena, variants[i]);
	return words_list(arena, language, names, n, PHRASE_NAMES);
}

char *phrase_versioned(struct arena *arena, const struct benchmark *b)
{
	if (!b->version || strstr(b->name, b->version))
		return arena_strdup(arena, b->name);
	/* "MMLU 2.1", but "MMLU (2, 5-shot)" */
	return arena_printf(arena, strchr(b->version, ' ') ? "%s (%s)" : "%s %s", b->name, b->version);
}

char *phrase_measure(struct arena *arena, const struct benchmark *b, struct number_style style)
{
	struct strbuf s = strbuf_new(arena);
	strbuf_add(&s, words_clause(arena, style.language, phrase_versioned(arena, b),
	                            number_unit(arena, style.language, b->unit, style.magnitude)));
	if (b->ranged && b->unit->kind == UNIT_SCALE && b->unit->zero) {
		struct number_style plain = { .language = style.language };
		const char *high = number_text(arena, b->high, plain);
		strbuf_addf(&s, " %s",
		            b->low == 0 ? words_fill(arena, style.language, WORD_OUT_OF, "high", high, NULL)
		                        : words_fill(arena, style.language, WORD_FROM_TO, "low",
		                                     number_text(arena, b->low, plain), "high", high, NULL));
	}
	return s.s;
}

char *phrase_as_of(struct arena *arena, const struct language *language, struct date date)
{
	if (!date.year)
		return arena_strdup(arena, "");
	const char *words = words_date(arena, language, date);
	return words_clause(arena, language, "", words_fill(arena, language, WORD_AS_OF, "date", words, NULL));
}

struct number_style phrase_style(const struct standing_row *row, struct number_style style)
{
	return digits_style(style, row->digits);
}

double phrase_meant(const struct standing_row *row, struct number_style style)
{
	return number_meant(row->value, phrase_style(row, style));
}

double phrase_difference(struct arena *arena, struct phrase_end one, struct phrase_end other,
                         struct number_style *style)
{
	const struct standing_row *a = one.row, *b = other.row;
	double meant = phrase_meant(a, *style) - phrase_meant(b, *style), exact = a->value - b->value;
	struct number_style column = *style;
	*style = digits_style(column, digits_between(meant, a->digits, b->digits));
	if (fabs(number_meant(exact, *style) - number_meant(meant, *style)) <= same_number * fabs(exact))
		return meant;
	int x = quantity_level(standing_chosen(arena, one.standing, a)->value),
	    y = quantity_level(standing_chosen(arena, other.standing, b)->value);
	*style = digits_style(column, digits_at(exact, x > y ? x : y));
	return exact;
}

char *phrase_value(struct arena *arena, const struct standing_row *row, struct number_style style,
                   const struct benchmark *benchmark, bool with_unit)
{
	style = phrase_style(row, style);
	return with_unit || benchmark->unit->money ? number_with_sign(arena, row->value, style, benchmark->unit)
	                                           : number_text(arena, row->value, style);
}

char *phrase_counted(struct arena *arena, const struct standing_row *row, struct number_style style,
                     const struct benchmark *benchmark)
{
	return number_with_unit(arena, row->value, phrase_style(row, style), benchmark->unit);
}

char *phrase_told(struct arena *arena, const struct standing_row *row, struct number_style style,
                  const struct benchmark *b)
{
	char *text = phrase_value(arena, row, style, b, true);
	struct number_style own = phrase_style(row, style);
	if (!own.magnitude || own.power || unit_larger(b->unit, own.magnitude))
		return text;
	return b->unit->money
	               ? phrase_counted(arena, row, style, b)
	               : arena_printf(arena, "%s %s", text, number_magnitude(style.language, text, own.magnitude));
}

char *phrase_remark(struct arena *arena, const struct language *language, const struct standing_row *row)
{
	const char *word = row->claimed     ? words_get(language, WORD_CLAIMED)
	                   : row->estimated ? words_get(language, WORD_ESTIMATED)
	                                    : NULL;
	if (row->disputed)
		return word ? arena_printf(arena, "† %s", word) : arena_strdup(arena, "†");
	return word ? arena_strdup(arena, word) : NULL;
}

const char *phrase_absent(const struct language *language, const struct standing_row *row)
{
	return words_get(language, row && row->withheld       ? WORD_WITHHELD
	                           : row && row->unknown_zero ? WORD_UNKNOWN_ZERO
	                                                      : WORD_NO_RESULT);
}

int phrase_second_place(double number)
{
	int places = number == 0 ? 0 : 1 - (int)floor(log10(fabs(number)));
	return places > 0 ? places : 0;
}

char *phrase_share(struct arena *arena, const struct language *language, double share)
{
	struct number_style style = { .language = language };
	double percent = share * percents;
	struct digits digits = digits_at(percent, 0);
	if (percent > 0 && number_shown(percent, style) == 0)
		digits.places = (int16_t)(phrase_second_place(percent) - 1);
	return arena_printf(arena, "%s%s", number_text(arena, percent, digits_style(style, digits)), language->percent);
}

bool phrase_alt_add(struct strbuf *alt, const char *sentence)
{
	bool fits = utf8_count(alt->s) + 1 + utf8_count(sentence) <= ALT_MAX;
	if (fits)
		strbuf_addf(alt, " %s", sentence);
	return fits;
}

char *phrase_times(struct arena *arena, const struct language *language, double times)
{
	static const double plain = 10;
	double tenths = round(times * plain) / plain;
	struct number_style style = { .language = language, .decimals = tenths < plain && tenths != round(tenths) };
	return number_text(arena, times, style);
}
