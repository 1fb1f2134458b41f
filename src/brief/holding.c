#include "brief/holding.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#include <string.h>

enum { WORD_MOST = 64, WORDS_MOST = 3 }; /* bytes of a word that begins names; words of one that the data do not know */

struct holding {
	const struct known *known;
	struct map starts; /* first words of models' names of several words, without digits */
};

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the letters at s: more than ASCII has are letters, too. */
static size_t word_at(const char *s)
{
	size_t n = 0;
	while (is_small(s[n]) || is_capital(s[n]) || (unsigned char)s[n] >= 0x80)
		n++;
	return n;
}

const struct holding *holding_new(struct arena *arena, const struct known *known, const struct dataset *dataset)
{
	struct holding *h = arena_alloc(arena, 1, sizeof *h);
	*h = (struct holding){ .known = known, .starts = map_new(arena) };
	for (size_t i = 0; i < dataset->n_models; i++) {
		const char *name = dataset_model_at(dataset, i)->name;
		size_t n = word_at(name);
		if (is_capital(name[0]) && n > 1 && n < WORD_MOST && name[n] == ' ')
			map_put(&h->starts, arena_strndup(arena, name, n), h);
	}
	return h;
}

/* ---- what the data do not know ---- */

/* Bytes of a further word of a name at s: "4.6", "Mythos", "R1"; 0: there is none. */
static size_t further_word(const char *s)
{
	size_t n = 0;
	if (!is_capital(s[0]) && !is_digit(s[0]))
		return 0;
	while (s[n] && !strchr(" \n\t,;:!?()[]\"", s[n]) && str_starts(s + n, "\u2019") == false)
		n++;
	while (n && s[n - 1] == '.')
		n--;
	return n;
}

/* Bytes of a name at s that begins as a known one does; 0: none. */
static size_t likely_name(const struct holding *h, const char *s)
{
	char start[WORD_MOST];
	size_t n = word_at(s), words = 1;
	if (!n || n >= sizeof start || s[n] != ' ')
		return 0;
	memcpy(start, s, n);
	start[n] = '\0';
	if (!map_find(&h->starts, start))
		return 0;
	for (size_t more; words < WORDS_MOST && s[n] == ' ' && (more = further_word(s + n + 1)) > 0; words++)
		n += 1 + more;
	return words > 1 ? n : 0;
}

/* ---- texts ---- */

struct holds {
	struct text_hold *items;
	size_t count, room;
};

/* Names come in order; one may go on where another that is known ended. */
static void add(struct arena *arena, struct holds *holds, const char *text, size_t start, size_t end)
{
	struct text_hold *last = holds->count ? &holds->items[holds->count - 1] : NULL;
	if (last && start < last->end) {
		last->end = end > last->end ? end : last->end;
		return;
	}
	if (!memchr(text + start, ' ', end - start))
		return;
	holds->items = arena_grow(arena, holds->items, &holds->room, holds->count, sizeof *holds->items);
	holds->items[holds->count++] = (struct text_hold){ start, end };
}

/* What is called by its whole title is no name that is read at once. */
static bool is_name(const struct known_name *name)
{
	return !name->source;
}

void holding_find(const struct holding *h, struct arena *arena, struct rich *text)
{
	const char *s = text->text;
	size_t length = s ? strlen(s) : 0, at = 0;
	struct holds holds = { NULL, 0, 0 };
	struct known_name name = { .start = 0 };
	bool more = length && known_next(h->known, s, length, &at, &name);
	for (size_t i = 0; i < length; i++) {
		while (more && name.start < i)
			more = known_next(h->known, s, length, &at, &name);
		size_t likely = !i || strchr(" (\n", s[i - 1]) ? likely_name(h, s + i) : 0;
		if (more && name.start == i && is_name(&name))
			add(arena, &holds, s, i, name.end);
		if (likely)
			add(arena, &holds, s, i, i + likely);
	}
	text->holds = holds.items;
	text->n_holds = holds.count;
}

static void settle_table(const struct holding *h, struct arena *arena, struct block_table *table)
{
	for (size_t i = 0; i < table->n_columns && table->heads; i++)
		holding_find(h, arena, &table->heads[i].text);
	for (size_t i = 0; i < table->n_rows * table->n_columns; i++)
		holding_find(h, arena, &table->cells[i].text);
}

static void settle_advice(const struct holding *h, struct arena *arena, struct block_advice *advice)
{
	struct recommendation *items = arena_alloc(arena, advice->count, sizeof *items);
	for (size_t i = 0; i < advice->count; i++) {
		items[i] = advice->items[i];
		struct rich *texts[] = { &items[i].use, &items[i].model, &items[i].because, &items[i].unless };
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			holding_find(h, arena, texts[k]);
	}
	advice->items = items;
}

static void settle_events(const struct holding *h, struct arena *arena, struct block_events *events)
{
	struct event *items = arena_alloc(arena, events->count, sizeof *items);
	for (size_t i = 0; i < events->count; i++) {
		items[i] = events->items[i];
		holding_find(h, arena, &items[i].text);
	}
	events->items = items;
}

void holding_settle(const struct holding *h, struct arena *arena, struct block *block)
{
	holding_find(h, arena, &block->text);
	for (size_t i = 0; i < block->n_items; i++)
		holding_settle(h, arena, block->items[i]);
	settle_table(h, arena, &block->table);
	settle_advice(h, arena, &block->advice);
	settle_events(h, arena, &block->events);
}

struct rich holding_plain(const struct holding *h, struct arena *arena, const char *text)
{
	struct rich rich = { .text = text };
	holding_find(h, arena, &rich);
	return rich;
}
