/* Facts of charts and workbooks, held against each other by their names. */
#include "base/arena.h"
#include "base/map.h"
#include "paint/pptx_said.h"

#include <stdlib.h>
#include <string.h>

struct fact {
	const char *name, *value;
};

enum { ALIKE_MOST = 100, BASE_TEN = 10 }; /* ALIKE_MOST: facts of one name, as intervals in two directions */

struct facts {
	struct fact *items;
	size_t n;
	struct map by_name;
};

static struct facts facts_of(struct arena *arena, const char *text)
{
	struct facts f = { .items = arena_alloc(arena, pptx_edits_lines(text) + 1, sizeof *f.items),
		           .by_name = map_new(arena) };
	while (*text) {
		const char *line = pptx_edits_line(arena, &text), *tab = strchr(line, '\t');
		struct fact *fact = &f.items[f.n];
		if (!tab)
			continue;
		const char *name = arena_strndup(arena, line, (size_t)(tab - line)), *own = name;
		*fact = (struct fact){ name, pptx_edits_plain(arena, tab + 1) };
		for (size_t k = 2; map_put(&f.by_name, own, fact) != fact && k < ALIKE_MOST; k++)
			own = fact->name = arena_printf(arena, "%s (%zu)", name, k);
		f.n++;
	}
	return f;
}

static const char *value_of(const struct facts *f, const char *name)
{
	const struct fact *fact = map_find(&f->by_name, name);
	return fact ? fact->value : NULL;
}

/* ---- which series became which ---- */

enum { SERIES_MOST = 1000 };

static const char *series_name(struct arena *arena, const struct facts *f, size_t series)
{
	return value_of(f, arena_printf(arena, "series %zu, name 1", series));
}

/* The names in the order in which they stand. NULL if two are alike. */
static const char *names_in_order(struct arena *arena, const struct facts *f, struct map *places)
{
	struct strbuf b = strbuf_new(arena);
	const char *name;
	for (size_t i = 1; i <= SERIES_MOST && (name = series_name(arena, f, i)); i++) {
		char *place = arena_printf(arena, "%zu", i);
		if (map_put(places, name, place) != place)
			return NULL;
		strbuf_addf(&b, "%s%s", i > 1 ? ", " : "", name);
	}
	return b.s;
}

/* The facts, where the same series stand in another order, with the numbers that these had. */
static const char *in_old_order(struct arena *arena, const char *now, const struct facts *b, const struct map *was)
{
	struct strbuf out = strbuf_new(arena);
	while (*now) {
		const char *line = pptx_edits_line(arena, &now), *rest = strchr(line, ',');
		size_t series = str_starts(line, "series ") ? strtoul(line + strlen("series "), NULL, BASE_TEN) : 0;
		const char *name = series && rest ? series_name(arena, b, series) : NULL,
			   *place = name ? map_find(was, name) : NULL;
		if (place)
			strbuf_addf(&out, "series %s%s\n", place, rest);
		else
			strbuf_addf(&out, "%s\n", line);
	}
	return out.s;
}

/* The same series in another order are told as that, and their facts held against each other. */
static const char *order_told(struct arena *arena, const struct facts *a, const char *now, struct pptx_difference *told)
{
	struct facts b = facts_of(arena, now);
	struct map places = map_new(arena), places_now = map_new(arena);
	const char *order = names_in_order(arena, a, &places), *order_now = names_in_order(arena, &b, &places_now);
	if (!order || !order_now || str_eq(order, order_now) || places.count != places_now.count)
		return now;
	for (size_t i = 1; i <= places.count; i++)
		if (!map_find(&places, series_name(arena, &b, i)))
			return now;
	*told = (struct pptx_difference){ "order of the series", order, order_now };
	return in_old_order(arena, now, &b, &places);
}

/* ---- what is no difference ---- */

static bool is_label(const char *name)
{
	const char *label = strstr(name, "label ");
	return label && !strchr(label, ',');
}

/* A program may put in place of a field what it showed: "1674 [CELLRANGE]" for "[XVALUE] [CELLRANGE]". */
static bool is_filled_in(struct arena *arena, const struct facts *was, const struct fact *label, const char *now)
{
	const char *p = label->value;
	for (size_t field = 1; *p; p++) {
		const char *end = *p == '[' ? strchr(p, ']') : NULL, *shown;
		size_t n = end ? (size_t)(end - p) + 1 : 1;
		if (end)
			shown = value_of(was, arena_printf(arena, "%s, field %zu", label->name, field++));
		if (strncmp(p, now, n) == 0)
			now += n;
		else if (end && shown && str_starts(now, shown))
			now += strlen(shown);
		else
			return false;
		p += n - 1;
	}
	return !*now;
}

/* What a field showed last is left out, and put in again; so is the format of labels that have no number. */
static bool may_go(const char *name)
{
	return strstr(name, ", field ") || (strstr(name, "label") && str_ends(name, ", format"));
}

/* A label gets the format, and shows, what all labels of its series do; or that is no longer said of it alone. */
static bool may_come(struct arena *arena, const struct facts *was, const struct fact *fact)
{
	const char *label = strstr(fact->name, "label ");
	if (strstr(fact->name, ", field "))
		return true;
	const char *what = label ? strrchr(label, ',') : NULL;
	if (!what || !(str_eq(what, ", format") || str_eq(what, ", shown")))
		return false;
	const char *all = arena_printf(arena, "%.*slabels%s", (int)(label - fact->name), fact->name, what);
	const char *shared = value_of(was, all);
	return str_eq(shared ? shared : "nothing", fact->value);
}

/* ---- how it is told ---- */

/* "series 1 (Score), value 4 (Muse Spark)": with the names that a reader of the chart sees. */
static const char *in_words(struct arena *arena, const struct facts *f, const char *name)
{
	const char *rest = strchr(name, ',');
	size_t series = str_starts(name, "series ") ? strtoul(name + strlen("series "), NULL, BASE_TEN) : 0;
	if (!series || !rest || str_starts(rest, ", name ") || str_starts(rest, ", category "))
		return name;
	size_t n = strcspn(rest, "0123456789");
	char *end = NULL;
	unsigned long at = rest[n] ? strtoul(rest + n, &end, BASE_TEN) : 0;
	const char *own = series_name(arena, f, series),
		   *point = at ? value_of(f, arena_printf(arena, "series %zu, category %lu", series, at)) : NULL;
	const char *head =
		own ? arena_printf(arena, "series %zu (%s)", series, own) : arena_printf(arena, "series %zu", series);
	return point ? arena_printf(arena, "%s%.*s (%s)%s", head, (int)(end - rest), rest, point, end)
	             : arena_printf(arena, "%s%s", head, rest);
}

/* ---- */

struct pptx_difference *pptx_edits_facts(struct arena *arena, const char *was, const char *now, size_t *n)
{
	struct pptx_difference order = { .name = NULL };
	struct facts a = facts_of(arena, was), b = facts_of(arena, order_told(arena, &a, now, &order));
	struct pptx_difference *out = arena_alloc(arena, a.n + b.n + 2, sizeof *out);
	*n = 0;
	if (order.name)
		out[(*n)++] = order;
	for (size_t i = 0; i < a.n; i++) {
		const struct fact *fact = &a.items[i];
		const char *other = value_of(&b, fact->name);
		bool same = other ? pptx_edits_same(fact->value, other) ||
		                            (is_label(fact->name) && is_filled_in(arena, &a, fact, other))
		                  : may_go(fact->name) || may_come(arena, &b, fact);
		if (!same)
			out[(*n)++] = (struct pptx_difference){ in_words(arena, &a, fact->name), fact->value, other };
	}
	for (size_t i = 0; i < b.n; i++)
		if (!value_of(&a, b.items[i].name) && !may_come(arena, &a, &b.items[i]))
			out[(*n)++] = (struct pptx_difference){ in_words(arena, &b, b.items[i].name), NULL,
				                                b.items[i].value };
	return out;
}
