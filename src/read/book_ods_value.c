/* A cell of an .ods file keeps its value and the text that it shows. The text is in the marks of whatever language the
 * author has set ("1.234,5", "77,0 %"), so the value is written anew, with as many digits as the text shows. */
#include "read/book_ods.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/figures.h"
#include "read/number_format.h"

#include <stdlib.h>
#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* True if both have the same digits in the same order. */
static bool same_digits(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (*a && !is_digit(*a))
			a++;
		while (*b && !is_digit(*b))
			b++;
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

/* The number with the digits that the text shows of it; NULL if it shows something else (1.2M for 1234567). */
static const char *as_shown(struct arena *arena, struct figures number, const char *text)
{
	enum { PLACES = 15 };
	for (int places = 0; places <= PLACES; places++) {
		struct figures rounded = number;
		struct strbuf b = strbuf_new(arena);
		figures_round(&rounded, places);
		figures_add(&b, &rounded, places, 1);
		if (same_digits(b.s, text))
			return number.negative && rounded.count ? arena_printf(arena, "-%s", b.s) : b.s;
	}
	return NULL;
}

/* "EUR " of "EUR 1.234,50": what is around the digits, but for signs. */
static void add_around(struct strbuf *b, const char *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strchr("+-()", from[i]) && strncmp(from + i, "\xe2\x88\x92", 3) != 0)
			strbuf_addn(b, from + i, 1);
		else if (from[i] == '\xe2')
			i += 2;
}

static const char *number_text(struct arena *arena, double number, const char *text, bool percent)
{
	struct figures figures = figures_of(number);
	size_t first = 0, last = strlen(text);
	if (percent && figures.count)
		figures.exponent += 2;
	const char *shown = as_shown(arena, figures, text);
	if (percent) {
		struct strbuf b = strbuf_new(arena);
		if (!shown && number < 0)
			strbuf_add(&b, "-");
		if (!shown)
			figures_add(&b, &figures, 0, 1);
		return arena_printf(arena, "%s%%", shown ? shown : b.s);
	}
	if (!shown)
		return number_format(arena, number, NULL, (struct number_calendar){ false });
	while (text[first] && !is_digit(text[first]) && text[first] != '.' && text[first] != ',')
		first++;
	while (last > first && !is_digit(text[last - 1]))
		last--;
	struct strbuf b = strbuf_new(arena);
	add_around(&b, text, first);
	strbuf_add(&b, shown);
	add_around(&b, text + last, strlen(text) - last);
	return b.s;
}

/* "PT1H02M03S" as 01:02:03. */
static const char *time_text(struct arena *arena, const char *value)
{
	double total = 0;
	if (strncmp(value, "PT", 2) != 0)
		return value;
	for (const char *p = value + 2; *p;) {
		char *end;
		double n = strtod(p, &end);
		if (end == p || !*end || !(n >= 0 && n < 1e9))
			return value;
		total += n * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
		p = end + 1;
	}
	return total < 1e12 ? number_format_time(arena, total) : value;
}

static bool failed(const struct ods_value *v)
{
	static const char *const words[] = { "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (v->formula && str_eq(v->text, words[i]))
			return true;
	return v->failed || (v->formula && str_starts(v->text, "Err:"));
}

const char *ods_shown(struct arena *arena, const struct ods_value *v, enum grid_fault *fault)
{
	double number;
	if (str_eq(v->text, "#N/A") && (v->formula || v->failed))
		return "";
	if (failed(v)) {
		*fault = GRID_BROKEN;
		return "";
	}
	if (!v->type && !*v->text && v->formula)
		*fault = GRID_UNCOMPUTED;
	if (!v->type || str_eq(v->type, "string"))
		return v->value ? v->value : v->text;
	if (!v->value)
		return v->text;
	if (str_eq(v->type, "date"))
		return number_format_date(arena, v->value);
	if (str_eq(v->type, "time"))
		return time_text(arena, v->value);
	if (str_eq(v->type, "boolean") || !str_to_number(v->value, &number))
		return v->value;
	return number_text(arena, number, v->text, str_eq(v->type, "percentage"));
}
