/* How facts stand in prose. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMALS_MOST = 9, DIGITS = 9 };

static const double too_large = 1e15; /* from here on not every digit of a double is one that was meant */

static int clamp(int decimals)
{
	return decimals < 0 ? 0 : decimals > DECIMALS_MOST ? DECIMALS_MOST : decimals;
}

/* As on charts: thousands are set apart from 10,000 up. */
static struct number_style prose(const struct language *language, int decimals, int magnitude, double number)
{
	return number_style_of(language, clamp(decimals), magnitude, number);
}

char *print_number(struct arena *arena, const struct language *language, double number, int decimals)
{
	return number_text(arena, number, prose(language, decimals, 0, number));
}

char *print_value(struct arena *arena, const struct language *language, const struct measurement *m)
{
	struct number_style style = prose(language, m->value.decimals, m->value.magnitude, m->value.number);
	return number_with_unit(arena, m->value.number, style, m->benchmark->unit);
}

char *print_bare(struct arena *arena, const struct language *language, const struct measurement *m)
{
	char *number = number_text(arena, m->value.number,
	                           prose(language, m->value.decimals, m->value.magnitude, m->value.number));
	const char *word = number_magnitude(language, number, m->value.magnitude);
	return *word ? arena_printf(arena, "%s\u00a0%s", number, word) : number;
}

/* In the smaller word of the two, with all digits of both. */
char *print_gap(struct arena *arena, const struct language *language, double gap, const struct measurement *a,
                const struct measurement *b)
{
	const struct quantity *x = &a->value, *y = &b->value;
	int magnitude = x->magnitude < y->magnitude ? x->magnitude : y->magnitude;
	int of_x = x->decimals - x->magnitude + magnitude, of_y = y->decimals - y->magnitude + magnitude;
	return number_gap(arena, gap, prose(language, of_x > of_y ? of_x : of_y, magnitude, gap), a->benchmark->unit);
}

/* The power of ten of its first digit, rounded to digits. */
static int exponent_of(double number, int digits)
{
	char text[40];
	snprintf(text, sizeof text, "%.*e", digits - 1, number);
	return (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

char *print_ratio(struct arena *arena, const struct language *language, double ratio, int *level)
{
	*level = ratio == 0 ? 0 : clamp(1 - exponent_of(ratio, 2));
	return print_number(arena, language, ratio, *level);
}

struct record *print_find(const struct evaluation *e, const struct item *item)
{
	for (size_t i = e->n_records; i-- > 0;) {
		struct record *r = &e->records[i];
		if (r->item.kind != item->kind)
			continue;
		if (item->kind == ITEM_NUMBER ? r->item.number == item->number : str_eq(r->item.text, item->text))
			return r;
	}
	return NULL;
}

/* Digits behind the point that the number has when nine are kept in all: binary fractions are a little off. */
static int decimals_needed(double number)
{
	char text[40];
	snprintf(text, sizeof text, "%.*e", DIGITS - 1, number);
	size_t digits = strcspn(text, "e");
	while (digits && text[digits - 1] == '0')
		digits--;
	const char *point = strchr(text, '.');
	int behind = point && text + digits > point ? (int)(text + digits - point) - 1 : 0;
	int needed = behind - exponent_of(number, DIGITS);
	return number == 0 || needed < 0 ? 0 : needed;
}

struct together {   /* what went into an arithmetic result */
	bool plain; /* something without a unit, or a division: no unit can be told */
	bool has_unit;
	const struct unit *unit;
	int magnitude; /* of the smallest word */
	int level;     /* of the finest */
};

static const char *unit_name(const struct evaluation *e, const struct unit *unit)
{
	return unit == &unit_score ? "scores" : number_unit(e->arena, &language_english, unit, 0);
}

static bool add_unit(struct evaluation *e, struct together *t, const struct record *r)
{
	if (t->has_unit && !unit_same(t->unit, r->unit)) {
		complain(e, 0, "bare(\u2026) takes a unit off", "%s and %s do not add up", unit_name(e, t->unit),
		         unit_name(e, r->unit));
		return false;
	}
	t->magnitude = !t->has_unit || r->magnitude < t->magnitude ? r->magnitude : t->magnitude;
	t->unit = r->unit;
	t->has_unit = true;
	return true;
}

/* False after a fault: of several units. */
static bool together(struct evaluation *e, const struct item *item, struct together *t)
{
	*t = (struct together){ .plain = locate_number(e->expression, item->number) ||
		                         locate_mark(e->expression, "/") < e->length ||
		                         locate_mark(e->expression, "^") < e->length };
	for (size_t i = 0; i < e->n_records; i++) {
		const struct record *r = &e->records[i];
		if (r->item.kind != ITEM_NUMBER)
			continue;
		t->level = r->level > t->level ? r->level : t->level;
		t->plain |= r->role == RECORD_PLAIN;
	}
	for (size_t i = 0; i < e->n_records && !t->plain; i++)
		if (e->records[i].role == RECORD_UNIT && !add_unit(e, t, &e->records[i]))
			return false;
	return true;
}

static void take_units_off(struct evaluation *e)
{
	for (size_t i = 0; i < e->n_records; i++)
		if (e->records[i].role == RECORD_UNIT)
			e->records[i].role = RECORD_SETTLED;
}

static const char *print_arithmetic(struct evaluation *e, const struct item *item, bool bare)
{
	const struct language *language = e->facts->language;
	struct together t;
	if (bare)
		take_units_off(e);
	if (!together(e, item, &t))
		return NULL;
	int needed = decimals_needed(item->number);
	if (needed > clamp(t.level)) {
		complain(e, 0, "say how many: round(\u2026, 1)", "%.9g has too many digits to print", item->number);
		return NULL;
	}
	if (t.plain || !t.has_unit)
		return print_number(e->arena, language, item->number, needed);
	needed = decimals_needed(item->number / pow(10, t.magnitude));
	return number_gap(e->arena, item->number, prose(language, needed, t.magnitude, item->number), t.unit);
}

const char *print_result(struct evaluation *e, const struct item *item, bool bare)
{
	const struct record *r = print_find(e, item);
	if (item->kind == ITEM_NUMBER && fabs(item->number) >= too_large) {
		complain(e, 0, NULL, "%.9g is too large to print exactly", item->number);
		return NULL;
	}
	if (r)
		return bare ? r->bare : r->printed;
	return item->kind == ITEM_TEXT ? item->text : print_arithmetic(e, item, bare);
}
