#include "chart/own_words.h"

#include "base/arena.h"
#include "facts/known.h"
#include "words/letters.h"
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

/* ---- phrases that the data write themselves ---- */

/* With one plain space for whatever stands between two words. */
static char *plain_words(struct arena *arena, const char *text, size_t n)
{
	char *out = arena_alloc(arena, n + 1, 1);
	size_t length = 0;
	for (size_t i = 0; i < n; i++) {
		bool wide = i + 1 < n && (unsigned char)text[i] == 0xC2 && (unsigned char)text[i + 1] == 0xA0;
		bool space = wide || text[i] == ' ' || text[i] == '\n';
		i += wide;
		if (!space || (length && out[length - 1] != ' '))
			out[length++] = space ? ' ' : text[i];
	}
	return out;
}

/* True if the phrase stands in the text as a whole. */
static bool is_written(struct arena *arena, const struct language *language, const char *text, const char *phrase)
{
	const char *plain = text ? plain_words(arena, text, strlen(text)) : "";
	struct letters letters = { language, plain, strlen(plain) };
	for (const char *at = strstr(plain, phrase); at; at = strstr(at + 1, phrase)) {
		size_t from = (size_t)(at - plain);
		if (letters_at_edge(&letters, from) && letters_at_edge(&letters, from + strlen(phrase)))
			return true;
	}
	return false;
}

static bool is_of_data(struct arena *arena, const struct chart_request *q, const char *phrase)
{
	for (size_t i = 0; i < q->n_benchmarks; i++) {
		const struct benchmark *b = q->benchmarks[i], *whole = b->whole ? b->whole : b;
		if (is_written(arena, q->language, b->name, phrase) ||
		    is_written(arena, q->language, b->what, phrase) ||
		    is_written(arena, q->language, whole->what, phrase))
			return true;
	}
	return false;
}

/* The byte after so many words from here on; 0 if there are fewer. */
static size_t words_on(const char *text, size_t at, int words)
{
	while (words-- > 0) {
		while (text[at] == ' ')
			at++;
		if (!text[at])
			return 0;
		while (text[at] && text[at] != ' ')
			at++;
	}
	return at;
}

/* Where the word before this one begins, if that has a capital. */
static bool name_before(const struct letters *t, size_t at, size_t *start)
{
	size_t from = at;
	while (from > 0 && t->s[from - 1] == ' ')
		from--;
	while (from > 0 && t->s[from - 1] != ' ')
		from--;
	*start = from;
	return from < at && t->s[from] >= 'A' && t->s[from] <= 'Z';
}

/* The number is one of so many words that stand so in a description: fewer may stand anywhere. */
static bool is_told(struct arena *arena, const struct chart_request *q, const char *text, const struct numeral *n)
{
	enum { IN_FULL = 4 };
	size_t start = n->start;
	for (int before = 0; before < IN_FULL; before++) {
		size_t end = words_on(text, start, IN_FULL);
		if (end >= n->end && is_of_data(arena, q, arena_strndup(arena, text + start, end - start)))
			return true;
		while (start > 0 && text[start - 1] == ' ')
			start--;
		while (start > 0 && text[start - 1] != ' ')
			start--;
	}
	return false;
}

/* A number in a name, or in a description, that stands so in the data: "Sonnet 4", "half of the time". */
static void add_quoted(struct found_names *names, const struct chart_request *q, const char *set)
{
	struct numeral n;
	const char *text = plain_words(names->arena, set, strlen(set));
	struct letters t = { q->language, text, strlen(text) };
	bool aligned = strlen(text) == strlen(set); /* else its bytes are elsewhere */
	for (size_t at = 0; aligned && numeral_next(q->language, text, t.n, &at, &n);) {
		size_t start;
		bool named = name_before(&t, n.start, &start) &&
		             is_of_data(names->arena, q, arena_strndup(names->arena, text + start, n.end - start));
		if (named || is_told(names->arena, q, text, &n))
			add(names, (struct scene_name){ .start = n.start, .end = n.end });
	}
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
	add_quoted(&names, q, text);
	for (size_t i = 0; i < own->n_vouched; i++)
		add(&names, own->vouched[i]);
	if (own->claimed && !q->selected)
		add(&names, (struct scene_name){ .end = strlen(text) });
	*words = (struct scene_own){ strlen(text), names.items, names.count };
	return words;
}
