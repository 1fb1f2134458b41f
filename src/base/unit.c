#include "base/unit.h"

#include "base/str.h"

#include <string.h>
#include <strings.h>

#define ALIASES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define COUNT(list) (sizeof(list) / sizeof *(list))

#define AMOUNT(NAME, BASE, SCALE, BETTER, NAMES)                                                                       \
	{                                                                                                              \
		.name = NAME, .aliases = NAMES, .kind = UNIT_AMOUNT, .base = BASE, .scale = SCALE, .zero = true,       \
		.better = BETTER                                                                                       \
	}
#define MONEY(NAME, CODE, SIGN)                                                                                        \
	{                                                                                                              \
		.name = NAME, .aliases = ALIASES(CODE, SIGN), .kind = UNIT_AMOUNT, .sign = SIGN, .side = UNIT_BEFORE,  \
		.spelled = true, .base = NAME, .scale = 1, .zero = true, .better = BETTER_UNKNOWN                      \
	}

const char *const better_words[] = { "higher", "lower", "unknown" };

const struct unit unit_score = { .name = "score",
	                         .kind = UNIT_SCALE,
	                         .bare = true,
	                         .base = "score",
	                         .scale = 1,
	                         .zero = true,
	                         .better = BETTER_UNKNOWN };
const struct unit unit_percent = { .name = "percent",
	                           .aliases = ALIASES("%"),
	                           .kind = UNIT_SHARE,
	                           .sign = "%",
	                           .base = "percent",
	                           .scale = 1,
	                           .zero = true,
	                           .better = BETTER_UNKNOWN };
const struct unit unit_fraction = { .name = "fraction",
	                            .kind = UNIT_SHARE,
	                            .bare = true,
	                            .base = "percent",
	                            .scale = 100,
	                            .zero = true,
	                            .better = BETTER_UNKNOWN };
const struct unit unit_points = { .name = "points",
	                          .aliases = ALIASES("point", "pts"),
	                          .kind = UNIT_SCALE,
	                          .base = "points",
	                          .scale = 1,
	                          .zero = true,
	                          .better = BETTER_UNKNOWN };
static const struct unit elo = {
	.name = "elo", .kind = UNIT_SCALE, .base = "elo", .scale = 1, .zero = false, .better = BETTER_UNKNOWN
};
const struct unit unit_tokens = AMOUNT("tokens", "tokens", 1, BETTER_UNKNOWN, ALIASES("token"));

/* Time implies no direction: a shorter answer is better, but so is a longer time for which an agent works alone. Nor
 * does money, which may be spent or earned. */
static const struct unit amounts[] = {
	MONEY("usd", "USD", "$"),
	AMOUNT("seconds", "seconds", 1, BETTER_UNKNOWN, ALIASES("s", "second", "sec")),
	AMOUNT("us", "seconds", 1e-6, BETTER_UNKNOWN, ALIASES("\u00b5s", "\u03bcs", "microseconds", "microsecond")),
	AMOUNT("ms", "seconds", 1e-3, BETTER_UNKNOWN, ALIASES("milliseconds", "millisecond")),
	AMOUNT("min", "seconds", 60, BETTER_UNKNOWN, ALIASES("minutes", "minute")),
	AMOUNT("h", "seconds", 3600, BETTER_UNKNOWN, ALIASES("hours", "hour")),
	MONEY("eur", "EUR", "\u20ac"),
	MONEY("gbp", "GBP", "\u00a3"),
	AMOUNT("tokens/s", "tokens/s", 1, BETTER_HIGHER, ALIASES("tok/s")),
	AMOUNT("req/s", "req/s", 1, BETTER_HIGHER, ALIASES("requests/s")),
	AMOUNT("kB/s", "MB/s", 1e-3, BETTER_HIGHER, NULL),
	AMOUNT("MB/s", "MB/s", 1, BETTER_HIGHER, NULL),
	AMOUNT("GB/s", "MB/s", 1e3, BETTER_HIGHER, NULL),
	AMOUNT("Mb/s", "MB/s", 0.125, BETTER_HIGHER, ALIASES("Mbit/s")),
	AMOUNT("Gb/s", "MB/s", 125, BETTER_HIGHER, ALIASES("Gbit/s")),
	AMOUNT("MB", "MB", 1, BETTER_UNKNOWN, NULL),
	AMOUNT("GB", "MB", 1e3, BETTER_UNKNOWN, NULL),
	AMOUNT("Wh", "Wh", 1, BETTER_UNKNOWN, NULL),
	AMOUNT("kWh", "Wh", 1e3, BETTER_UNKNOWN, NULL),
	AMOUNT("J", "Wh", 1.0 / 3600, BETTER_UNKNOWN, NULL),
};

static const struct unit *const first[] = {
	&unit_score, &unit_percent, &unit_fraction, &unit_points, &elo, &unit_tokens
};

const struct unit *unit_at(size_t i)
{
	if (i < COUNT(first))
		return first[i];
	return i - COUNT(first) < COUNT(amounts) ? &amounts[i - COUNT(first)] : NULL;
}

static bool goes_by(const struct unit *unit, const char *name, int (*compare)(const char *, const char *))
{
	if (compare(unit->name, name) == 0)
		return true;
	for (size_t i = 0; unit->aliases && unit->aliases[i]; i++)
		if (compare(unit->aliases[i], name) == 0)
			return true;
	return false;
}

bool unit_is_called(const struct unit *unit, const char *name)
{
	return goes_by(unit, name, strcasecmp);
}

const struct unit *unit_find(const char *name)
{
	const struct unit *unit, *found = NULL;
	for (size_t i = 0; (unit = unit_at(i)); i++)
		if (goes_by(unit, name, strcmp))
			return unit;
	for (size_t i = 0; (unit = unit_at(i)); i++)
		if (unit_is_called(unit, name)) {
			if (found)
				return NULL;
			found = unit;
		}
	return found;
}

bool unit_same(const struct unit *a, const struct unit *b)
{
	return a == b || (str_eq(a->name, b->name) && str_eq(a->base, b->base) && a->scale == b->scale);
}

double unit_ratio(const struct unit *a, const struct unit *b)
{
	return str_eq(a->base, b->base) ? a->scale / b->scale : 0;
}

const struct unit *unit_of_difference(const struct unit *unit)
{
	return unit == &unit_percent ? &unit_points : unit;
}

const struct unit *unit_signed(const char *text)
{
	const struct unit *unit;
	for (size_t i = 0; (unit = unit_at(i)); i++)
		if (unit->sign && strstr(text, unit->sign))
			return unit;
	return NULL;
}
