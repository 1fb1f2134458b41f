/* oracle_stack.h: what charts of stacked bars say and print: totals, shares, and who has none. For oracle_*.h. */
#ifndef ORACLE_STACK_H
#define ORACLE_STACK_H

#include "oracle_reading.h"

#include "scene/evidence.h"

/* A number that is printed beside a mark or in it, whose column may say "million". */
static inline struct number number_beside(const struct scene *s, const struct scene_item *item)
{
	const struct scene_evidence *e = s->evidence;
	struct number n = number_of(item->text.block->text);
	double word = pow(10, e->measures[e->data[item->datum].measure].magnitude);
	n.value *= word;
	n.unit_of_last *= word;
	return n;
}

/* Its values on all tests that were asked for, added up; NAN if one is missing. */
static double stack_total(const struct drawn *d, size_t i)
{
	double sum = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		sum += !d->asked[k] ? 0 : d->w->present[i][k] ? d->w->values[i][k] : (double)NAN;
	return sum;
}

static bool stack_has_claim(const struct drawn *d, size_t i)
{
	bool any = false;
	for (size_t k = 0; k < d->w->n_tests; k++)
		any |= d->asked[k] && d->w->claimed[i][k];
	return any;
}

static size_t stack_unit(const struct drawn *d)
{
	size_t k = 0;
	while (!d->asked[k])
		k++;
	return k;
}

static bool stack_says(const struct drawn *d, const char *key, double value)
{
	return !isnan(value) && says(number_of(hole(d, key)), value) && unit_fits(d->w, hole(d, key), stack_unit(d));
}

static bool stack_total_is(const struct drawn *d)
{
	return stack_says(d, "value", stack_total(d, name_in(d, "name")));
}

/* Alone, of all, no claim. */
static bool stack_is_extreme(const struct drawn *d, size_t i, int way)
{
	for (size_t j = 0; j < d->w->models; j++)
		if (j != i && !isnan(stack_total(d, j)) && (stack_total(d, j) - stack_total(d, i)) * way >= 0)
			return false;
	return !isnan(stack_total(d, i)) && !stack_has_claim(d, i);
}

static bool stack_smallest(const struct drawn *d)
{
	return stack_total_is(d) && stack_is_extreme(d, name_in(d, "name"), -1);
}

static bool stack_largest(const struct drawn *d)
{
	return stack_total_is(d) && stack_is_extreme(d, name_in(d, "name"), 1);
}

static bool stack_times(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other");
	return stack_total_is(d) && stack_is_extreme(d, j, -1) && !stack_has_claim(d, i) &&
	       says(number_of(hole(d, "times")), stack_total(d, i) / stack_total(d, j));
}

/* Of all drawn without a claim, {name} has the most of it and {other} the least. */
static bool stack_difference(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	for (size_t m = 0; m < d->w->models; m++)
		if (d->shown[m] && !isnan(stack_total(d, m)) && !stack_has_claim(d, m) &&
		    (d->w->values[m][k] > d->w->values[i][k] || d->w->values[m][k] < d->w->values[j][k]))
			return false;
	return d->asked[k] && says(number_of(hole(d, "times")), d->w->values[i][k] / d->w->values[j][k]);
}

static double stack_span(const struct drawn *d, size_t k)
{
	double low = HUGE_VAL, high = -HUGE_VAL;
	for (size_t m = 0; m < d->w->models; m++)
		if (d->shown[m] && !isnan(stack_total(d, m)) && !stack_has_claim(d, m)) {
			low = fmin(low, d->w->values[m][k]);
			high = fmax(high, d->w->values[m][k]);
		}
	return high - low;
}

/* No part spans more, and the totals run from the one to the other. */
static bool stack_spread(const struct drawn *d)
{
	bool low = false, high = false, most = d->asked[on(d)];
	for (size_t k = 0; k < d->w->n_tests; k++)
		most &= !d->asked[k] || stack_span(d, k) <= stack_span(d, on(d));
	for (size_t i = 0; i < d->w->models; i++) {
		low |= stack_is_extreme(d, i, -1) && says(number_of(hole(d, "low")), stack_total(d, i));
		high |= stack_is_extreme(d, i, 1) && stack_says(d, "high", stack_total(d, i));
	}
	return most && low && high;
}

static bool stack_reversed(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return d->asked[k] && d->w->values[i][k] < d->w->values[j][k] && stack_total(d, i) > stack_total(d, j);
}

static double stack_share(const struct drawn *d, size_t i, size_t k)
{
	return d->w->values[i][k] / stack_total(d, i) * 100;
}

static bool stack_share_is(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->asked[k] && strchr(hole(d, "value"), '%') && says(number_of(hole(d, "value")), stack_share(d, i, k));
}

static bool stack_mostly(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++) {
		if (isnan(stack_total(d, i)) || stack_total(d, i) <= 0)
			continue;
		n++;
		if (!(stack_share(d, i, on(d)) > 50))
			return false;
	}
	return n > 1;
}

static bool stack_none(const struct drawn *d)
{
	return isnan(stack_total(d, name_in(d, "name")));
}

static bool stack_counts(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < MODELS; i++)
		n += d->shown[i];
	return whole(*hole(d, "count") ? hole(d, "count") : hole(d, "n")) == (long)n;
}

static bool stack_is_part(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && d->asked[k];
}

static size_t stack_parts(const struct drawn *d)
{
	size_t n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += d->asked[k];
	return n;
}

static bool stack_starts(const struct drawn *d)
{
	return stack_counts(d) && lists(d, hole(d, "names"), stack_parts(d), stack_is_part);
}

/* "Quality 12, Craft 41": each is the model's, and none is left out. */
static bool stack_row(const struct drawn *d)
{
	size_t i = name_in(d, "name"), n = 0;
	char text[TEXT];
	snprintf(text, sizeof text, "%s", hole(d, "list"));
	for (char *at = text, *next; at; at = next) {
		next = strstr(at, ", ");
		if (next) {
			*next = '\0';
			next += 2;
		}
		for (size_t k = 0; k < d->w->n_tests; k++) {
			size_t length = strlen(d->w->tests[k]);
			if (d->asked[k] && strncmp(at, d->w->tests[k], length) == 0 && at[length] == ' ')
				n += says(number_of(at + length + 1), d->w->values[i][k]);
		}
	}
	return n == stack_parts(d) && stack_total_is(d);
}

static bool stack_lacks(const struct drawn *d)
{
	size_t i = name_in(d, "name"), n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++) {
		bool lacking = d->asked[k] && !d->w->present[i][k];
		n += lacking;
		if (lacking != (strstr(hole(d, "names"), d->w->tests[k]) != NULL))
			return false;
	}
	return n > 0;
}

#define STACK_TITLES                                                                                                   \
	{ "{name} is below {other} on {on}, but above it in total", stack_reversed },                                  \
		{ "{on} makes the difference: {name} has {times} times as much as {other}", stack_difference },        \
		{ "{on} makes the difference: totals run from {low} to {high}", stack_spread },                        \
		{ "Every total is mostly {on}", stack_mostly },                                                        \
		{ "{name} comes to {value} in total, {times} times as much as {other}", stack_times },                 \
		{ "{value} of the total of {name} is {on}", stack_share_is },                                          \
		{ "{name} has the smallest total, {value}", stack_smallest },                                          \
		{ "{name} has the largest total, {value}", stack_largest },                                            \
		{ "{name} comes to {value} in total", stack_total_is },                                                \
		{ "There is no total for {name}", stack_none },                                                        \
		{ "{count} models with parts and total", stack_counts },                                               \
		{ "{count} model with parts and total", stack_counts },

#define STACK_ALTS                                                                                                     \
	{ "Stacked bars of {names} for {n} models", stack_starts },                                                    \
		{ "Stacked bars of {names} for {n} model", stack_starts },                                             \
		{ "{name}: {value} in total: {list}", stack_row },                                                     \
		{ "{name}: no total: {names} not reported", stack_lacks },

#define GERMAN_STACK_TITLES                                                                                            \
	{ "{name} liegt bei {on} unter {other}, in der Summe aber darüber", stack_reversed },                          \
		{ "{on} macht den Unterschied: {name} hat {times}-mal so viel wie {other}", stack_difference },        \
		{ "{on} macht den Unterschied: Summen von {low} bis {high}", stack_spread },                           \
		{ "Jede Summe besteht zum größten Teil aus {on}", stack_mostly },                                      \
		{ "{name} kommt insgesamt auf {value}, {times}-mal so viel wie {other}", stack_times },                \
		{ "{value} der Summe von {name}: {on}", stack_share_is },                                              \
		{ "{name} hat die kleinste Summe, {value}", stack_smallest },                                          \
		{ "{name} hat die größte Summe, {value}", stack_largest },                                             \
		{ "{name} kommt insgesamt auf {value}", stack_total_is },                                              \
		{ "Für {name} gibt es keine Summe", stack_none },                                                      \
		{ "{count} Modelle mit Teilen und Summe", stack_counts },                                              \
		{ "{count} Modell mit Teilen und Summe", stack_counts },

#define GERMAN_STACK_ALTS                                                                                              \
	{ "Gestapelte Balken aus {names}, {n} Modelle", stack_starts },                                                \
		{ "Gestapelte Balken aus {names}, {n} Modell", stack_starts },                                         \
		{ "{name}: {value} insgesamt: {list}", stack_row },                                                    \
		{ "{name}: keine Summe: {names} nicht angegeben", stack_lacks },

/* ---- what is printed ---- */

/* The test that the n-th part is a value of, from 1. */
static size_t stack_test(const struct drawn *d, int n)
{
	size_t k = 0;
	for (; k < d->w->n_tests; k++)
		if (d->asked[k] && --n == 0)
			break;
	return k;
}

/* Totals, and numbers in parts; and no bar where one is missing. */
static inline bool judge_stacks(const struct drawn *d)
{
	for (size_t i = 0; i < d->scene->n_items; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind != SCENE_TEXT || item->datum < 0)
			continue;
		const char *name = d->scene->evidence->data[item->datum].name, *text = item->text.block->text;
		size_t m = (size_t)model_of(d->w, name);
		double total = stack_total(d, m);
		bool ok = true;
		if (item->role == ROLE_VALUE)
			ok = says(number_beside(d->scene, item), total);
		if (item->role == ROLE_SHARE && d->scene->evidence->shares)
			ok = strchr(text, '%') && says(number_of(text), stack_share(d, m, stack_test(d, item->column)));
		else if (item->role == ROLE_SHARE)
			ok = says(number_beside(d->scene, item), d->w->values[m][stack_test(d, item->column)]);
		if (item->role == ROLE_ABSENT)
			ok = isnan(total) || total == 0;
		if (!ok) {
			tell("%s prints %s; its total is %g\n", name, text, total);
			return false;
		}
	}
	return true;
}

#endif
