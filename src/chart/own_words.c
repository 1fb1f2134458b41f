#include "chart/own_words.h"

#include "base/arena.h"
#include "facts/known.h"
#include "words/numeral.h"

#include <string.h>

struct found_names {
	struct arena *arena;
	struct scene_name *items;
	size_t count, room;
};

static void add(struct found_names *names, struct scene_name name)
{
	names->items = arena_grow(names->arena, names->items, &names->room, names->count, sizeof *names->items);
	names->items[names->count++] = name;
}

static void add_dates(struct found_names *names, const struct known *known, const struct language *language,
                      const char *text)
{
	struct numeral n;
	size_t length = strlen(text);
	for (size_t at = 0; numeral_next(language, text, length, &at, &n);)
		if (known_dates(known, &n))
			add(names, (struct scene_name){ .start = n.start, .end = n.end });
}

const struct scene_own *own_words(struct arena *arena, const struct chart_request *q, const struct chart_own *own,
                                  const char *set)
{
	if (!own->text)
		return NULL;
	struct scene_own *words = arena_alloc(arena, 1, sizeof *words);
	struct found_names names = { .arena = arena };
	const char *text = arena_strndup(arena, set, strlen(own->text));
	struct known *known = known_new(arena, q->language);
	struct known_name name;
	known_add(known, q->dataset, true);
	for (size_t at = 0, n = strlen(text); known_next(known, text, n, &at, &name);)
		add(&names, (struct scene_name){ .start = name.start,
		                                 .end = name.end,
		                                 .model = name.model ? name.model->id : NULL,
		                                 .variant = name.variant,
		                                 .benchmark = name.benchmark ? name.benchmark->id : NULL });
	add_dates(&names, known, q->language, text);
	for (size_t i = 0; i < own->n_vouched; i++)
		add(&names, own->vouched[i]);
	if (own->claimed && !q->selected)
		add(&names, (struct scene_name){ .end = strlen(text) });
	*words = (struct scene_own){ strlen(text), names.items, names.count };
	return words;
}
