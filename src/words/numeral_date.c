/* Dates as they are written: 2026-04-08, 8 April 2026, the eighth of April, April 8, 2026, April 2026. */
#include "words/numeral_parts.h"

#include <math.h>

enum { MONTH_LETTERS = 3, DAYS_MOST = 31, YEAR_DIGITS = 4 };

/* The byte after a whole number of so many digits; `at` if there is none. */
static size_t whole(const struct letters *t, size_t at, size_t least, size_t most, int *number)
{
	size_t n = 0, end = at, after;
	*number = 0;
	for (int digit; (digit = letters_digit(letters_rune(t, end, &after))) >= 0 && n <= most; n++) {
		*number = *number * 10 + digit;
		end = after;
	}
	return n >= least && n <= most ? end : at;
}

static size_t past_name(const struct letters *t, size_t at, const char *name)
{
	size_t end = name ? letters_literal(t, at, name) : at, after;
	if (end == at || !letters_at_edge(t, end))
		return at;
	return letters_rune(t, end, &after) == '.' && end - at == MONTH_LETTERS ? after : end;
}

/* The byte after a month, whole or by its first three letters with a capital; `at` if there is none. */
static size_t past_month(const struct letters *t, size_t at, int *month)
{
	const struct language *l = t->language;
	*month = 13;
	if (at >= t->n)
		return at;
	const char first = t->s[at];
	for (*month = 1; *month <= 12; ++*month) {
		for (size_t i = 0; i < 2; i++) {
			const char *name = (i ? l->months_alone : l->months)[*month - 1];
			if (!name || first != *name)
				continue;
			size_t end = past_name(t, at, name);
			if (end > at)
				return end;
			char brief[MONTH_LETTERS + 1] = { name[0], name[1], name[2], '\0' };
			if (((unsigned char)brief[1] | (unsigned char)brief[2]) < 0x80 &&
			    (end = past_name(t, at, brief)) > at)
				return end;
		}
	}
	return at;
}

/* The byte after a year of four digits behind spaces or a comma; `at` if there is none. */
static size_t past_year(const struct letters *t, size_t at, int *year)
{
	size_t after, comma = letters_rune(t, at, &after) == ',' ? after : at;
	size_t spaces = letters_spaces(t, comma), end = whole(t, spaces, YEAR_DIGITS, YEAR_DIGITS, year);
	if (spaces > at && end > spaces && letters_at_edge(t, end))
		return end;
	*year = 0;
	return at;
}

/* "ninth", "twenty-first". */
static size_t past_day_word(const struct letters *t, size_t at, int *day)
{
	size_t end = at, after, ones;
	const struct number_word *tens = numeral_entry(t, at, 1u << NUMBER_TENS, true, &after);
	*day = tens ? (int)tens->value : 0;
	if (tens && letters_rune(t, after, &ones) == '-')
		end = ones;
	else if (tens)
		return at;
	const struct number_word *word = numeral_entry(t, end, 1u << NUMBER_ORDINAL, false, &after);
	*day += word ? (int)word->value : 0;
	return word && *day <= DAYS_MOST ? after : at;
}

/* The byte after a day of the month, with what may follow its digits: "8.", "8th". */
static size_t past_day(const struct letters *t, size_t at, int *day)
{
	size_t end = whole(t, at, 1, 2, day), after = end;
	if (end == at)
		return past_day_word(t, at, day);
	if (*day < 1 || *day > DAYS_MOST)
		return at;
	for (const char *const *e = t->language->ordinal_endings; e && *e && after == end; e++)
		after = letters_literal(t, end, *e);
	return after > end && letters_at_edge(t, after) ? after : letters_at_edge(t, end) ? end : at;
}

static size_t past_iso(const struct letters *t, size_t at, struct date *date)
{
	size_t after, end = whole(t, at, YEAR_DIGITS, YEAR_DIGITS, &date->year), month, day;
	if (end == at || letters_rune(t, end, &after) != '-' ||
	    (month = whole(t, after, 2, 2, &date->month)) == after || date->month < 1 || date->month > 12)
		return at;
	date->day = 0;
	if (letters_rune(t, month, &after) == '-' && (day = whole(t, after, 2, 2, &date->day)) > after)
		return letters_at_edge(t, day) && date->day >= 1 && date->day <= DAYS_MOST ? day : at;
	return letters_at_edge(t, month) ? month : at;
}

/* The byte after what may stand before a month: "of ". */
static size_t past_day_of(const struct letters *t, size_t at)
{
	const char *of = t->language->day_of;
	size_t end = of ? letters_literal(t, at, of) : at, spaces = letters_spaces(t, end);
	return end > at && spaces > end ? spaces : at;
}

/* "8 April", with a year or without; word: the day may be one. */
static size_t past_day_first(const struct letters *t, size_t at, bool word, struct date *date)
{
	size_t after;
	if (!word && letters_digit(letters_rune(t, at, &after)) < 0)
		return at;
	size_t day = past_day(t, at, &date->day), spaces = past_day_of(t, letters_spaces(t, day)), month;
	if (day == at || spaces == day || (month = past_month(t, spaces, &date->month)) == spaces)
		return at;
	return past_year(t, month, &date->year);
}

/* "April 8", with a year or without, or "April 2026". */
static size_t past_month_first(const struct letters *t, size_t at, struct date *date)
{
	size_t month = past_month(t, at, &date->month), spaces = letters_spaces(t, month), end;
	if (month == at)
		return at;
	date->day = 0;
	if ((end = past_year(t, month, &date->year)) > month)
		return end;
	if (spaces == month || (end = past_day(t, spaces, &date->day)) == spaces)
		return at;
	return past_year(t, end, &date->year);
}

bool numeral_date_at(const struct letters *t, size_t at, bool word, struct numeral *out)
{
	struct date date = { 0 };
	size_t end = past_iso(t, at, &date);
	if (end == at)
		end = past_day_first(t, at, word, &date);
	if (end == at)
		end = past_month_first(t, at, &date);
	*out = (struct numeral){ .start = at, .end = end, .form = NUMERAL_DATE, .value = (double)NAN, .date = date };
	return end > at;
}
