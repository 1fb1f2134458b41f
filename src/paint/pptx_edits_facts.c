/* Facts of charts and workbooks, held against each other by their names. */
#include "base/arena.h"
#include "base/map.h"
#include "paint/pptx_said.h"

#include <string.h>

struct fact {
	const char *name, *value;
};

enum { ALIKE_MOST = 100 }; /* facts of one name, as intervals in two directions */

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

/* A label gets the format that all labels of its series have. */
static bool may_come(struct arena *arena, const struct facts *was, const struct fact *fact)
{
	const char *label = strstr(fact->name, "label ");
	if (strstr(fact->name, ", field "))
		return true;
	if (!label || !str_ends(fact->name, ", format"))
		return false;
	const char *all = arena_printf(arena, "%.*slabels, format", (int)(label - fact->name), fact->name);
	return str_eq(value_of(was, all), fact->value);
}

/* ---- */

struct pptx_difference *pptx_edits_facts(struct arena *arena, const char *was, const char *now, size_t *n)
{
	struct facts a = facts_of(arena, was), b = facts_of(arena, now);
	struct pptx_difference *out = arena_alloc(arena, a.n + b.n + 1, sizeof *out);
	*n = 0;
	for (size_t i = 0; i < a.n; i++) {
		const struct fact *fact = &a.items[i];
		const char *other = value_of(&b, fact->name);
		bool same = other ? pptx_edits_same(fact->value, other) ||
		                            (is_label(fact->name) && is_filled_in(arena, &a, fact, other))
		                  : may_go(fact->name);
		if (!same)
			out[(*n)++] = (struct pptx_difference){ fact->name, fact->value, other };
	}
	for (size_t i = 0; i < b.n; i++)
		if (!value_of(&a, b.items[i].name) && !may_come(arena, &a, &b.items[i]))
			out[(*n)++] = (struct pptx_difference){ b.items[i].name, NULL, b.items[i].value };
	return out;
}
