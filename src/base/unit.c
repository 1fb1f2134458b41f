#include "base/unit.h"

#include "base/str.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#define ALIASES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define COUNT(list) (sizeof(list) / sizeof *(list))

#define AMOUNT(NAME, BASE, SCALE, DIRECTION, NAMES)                                                                    \
	{                                                                                                              \
		.name = NAME, .aliases = NAMES, .kind = UNIT_AMOUNT, .base = BASE, .scale = SCALE, .zero = true,       \
		.direction = DIRECTION                                                                                 \
	}
#define MONEY(NAME, CODE, SIGN)                                                                                        \
	{                                                                                                              \
		.name = NAME, .aliases = ALIASES(CODE, SIGN), .kind = UNIT_AMOUNT, .sign = SIGN, .side = UNIT_BEFORE,  \
		.money = true, .base = NAME, .scale = 1, .zero = true, .direction = DIRECTION_LOWER                    \
	}

const char *const direction_words[] = { "unknown", "higher", "lower" };

const struct unit unit_score = { .name = "score",
	                         .kind = UNIT_SCALE,
	                         .bare = true,
	                         .base = "score",
	                         .scale = 1,
	                         .zero = true,
	                         .direction = DIRECTION_HIGHER };
const struct unit unit_percent = { .name = "percent",
	                           .aliases = ALIASES("%"),
	                           .kind = UNIT_SHARE,
	                           .sign = "%",
	                           .base = "percent",
	                           .scale = 1,
	                           .zero = true,
	                           .direction = DIRECTION_HIGHER };
const struct unit unit_fraction = { .name = "fraction",
	                            .kind = UNIT_SHARE,
	                            .bare = true,
	                            .base = "percent",
	                            .scale = 100,
	                            .zero = true,
	                            .direction = DIRECTION_HIGHER };
const struct unit unit_points = { .name = "points",
	                          .aliases = ALIASES("point", "pts"),
	                          .kind = UNIT_SCALE,
	                          .base = "points",
	                          .scale = 1,
	                          .zero = true,
	                          .direction = DIRECTION_HIGHER };
static const struct unit elo = {
	.name = "elo", .kind = UNIT_SCALE, .base = "elo", .scale = 1, .zero = false, .direction = DIRECTION_HIGHER
};
const struct unit unit_tokens = AMOUNT("tokens", "tokens", 1, DIRECTION_LOWER, ALIASES("token"));

/* What is used up implies less: time and money. Where a name says that it is earned, or that longer is better, the
 * direction is unknown (data/direction.h). Memory and energy imply none: they may be used, spared or held. */
static const struct unit amounts[] = {
	MONEY("usd", "USD", "$"),
	AMOUNT("seconds", "seconds", 1, DIRECTION_LOWER, ALIASES("s", "second", "sec")),
	AMOUNT("ns", "seconds", 1e-9, DIRECTION_LOWER, ALIASES("nanoseconds", "nanosecond")),
	AMOUNT("us", "seconds", 1e-6, DIRECTION_LOWER, ALIASES("\u00b5s", "\u03bcs", "microseconds", "microsecond")),
	AMOUNT("ms", "seconds", 1e-3, DIRECTION_LOWER, ALIASES("milliseconds", "millisecond")),
	AMOUNT("min", "seconds", 60, DIRECTION_LOWER, ALIASES("minutes", "minute")),
	AMOUNT("h", "seconds", 3600, DIRECTION_LOWER, ALIASES("hours", "hour")),
	MONEY("eur", "EUR", "\u20ac"),
	MONEY("gbp", "GBP", "\u00a3"),
	MONEY("jpy", "JPY", "\u00a5"),
	MONEY("cny", "CNY", "CN\u00a5"),
	MONEY("inr", "INR", "\u20b9"),
	MONEY("krw", "KRW", "\u20a9"),
	MONEY("chf", "CHF", "CHF"),
	MONEY("cad", "CAD", "CA$"),
	MONEY("aud", "AUD", "A$"),
	MONEY("brl", "BRL", "R$"),
	AMOUNT("tokens/s", "tokens/s", 1, DIRECTION_HIGHER, ALIASES("tok/s")),
	AMOUNT("req/s", "req/s", 1, DIRECTION_HIGHER, ALIASES("requests/s")),
	AMOUNT("kB/s", "MB/s", 1e-3, DIRECTION_HIGHER, NULL),
	AMOUNT("MB/s", "MB/s", 1, DIRECTION_HIGHER, NULL),
	AMOUNT("GB/s", "MB/s", 1e3, DIRECTION_HIGHER, NULL),
	AMOUNT("Mb/s", "MB/s", 0.125, DIRECTION_HIGHER, ALIASES("Mbit/s")),
	AMOUNT("Gb/s", "MB/s", 125, DIRECTION_HIGHER, ALIASES("Gbit/s")),
	AMOUNT("MB", "MB", 1, DIRECTION_UNKNOWN, NULL),
	AMOUNT("GB", "MB", 1e3, DIRECTION_UNKNOWN, NULL),
	AMOUNT("KiB", "MB", 0x1p10 / 1e6, DIRECTION_UNKNOWN, NULL),
	AMOUNT("MiB", "MB", 0x1p20 / 1e6, DIRECTION_UNKNOWN, NULL),
	AMOUNT("GiB", "MB", 0x1p30 / 1e6, DIRECTION_UNKNOWN, NULL),
	AMOUNT("TiB", "MB", 0x1p40 / 1e6, DIRECTION_UNKNOWN, NULL),
	AMOUNT("Wh", "Wh", 1, DIRECTION_UNKNOWN, NULL),
	AMOUNT("kWh", "Wh", 1e3, DIRECTION_UNKNOWN, NULL),
	AMOUNT("J", "Wh", 1.0 / 3600, DIRECTION_UNKNOWN, NULL),
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

const struct unit *unit_larger(const struct unit *unit, int power)
{
	const struct unit *larger;
	const double rounding = 1e-9;
	double wanted = 1;
	for (int i = 0; i < power; i++)
		wanted *= 10;
	for (size_t i = 0; power > 0 && unit->kind == UNIT_AMOUNT && !unit->money && (larger = unit_at(i)); i++)
		if (larger->kind == UNIT_AMOUNT && fabs(unit_ratio(larger, unit) / wanted - 1) < rounding)
			return larger;
	return NULL;
}

const struct unit *unit_of_difference(const struct unit *unit)
{
	return unit == &unit_percent ? &unit_points : unit;
}

const struct unit *unit_signed(const char *text)
{
	const struct unit *unit, *found = NULL;
	for (size_t i = 0; (unit = unit_at(i)); i++)
		if (unit->sign && strstr(text, unit->sign) && (!found || strlen(unit->sign) > strlen(found->sign)))
			found = unit; /* "CA$" is no "$" */
	return found;
}
