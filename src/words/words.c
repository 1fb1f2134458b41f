#include "words/words.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

#include <stdarg.h>
#include <string.h>

static const struct language *const languages[] = { &language_english, &language_german };

const struct language *language_at(size_t i)
{
	return i < sizeof languages / sizeof *languages ? languages[i] : NULL;
}

const struct language *language_find(const char *code, struct diags *diags)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_eq(languages[i]->code, code))
			return languages[i];
	diag_add(diags, DIAG_ERROR, place_file(NULL), "there are: en (English), de (German)",
	         "there is no language \"%s\"", code);
	return NULL;
}

const char *words_get(const struct language *language, enum word word)
{
	return language->phrases[word];
}

enum { FILLS_MAX = 8 };

struct fills {
	const char *holes[FILLS_MAX], *with[FILLS_MAX];
	size_t n;
};

static const char *filling(const struct fills *fills, const char *hole, size_t length)
{
	for (size_t i = 0; i < fills->n; i++)
		if (strlen(fills->holes[i]) == length && memcmp(fills->holes[i], hole, length) == 0)
			return fills->with[i];
	return NULL;
}

static void fill_part(struct strbuf *b, const char *s, const char *end, const struct fills *fills);

/* The brace that closes the one at s; NULL if none does. */
static const char *closing(const char *s)
{
	int depth = 0;
	for (; *s; s++) {
		depth += (*s == '{') - (*s == '}');
		if (!depth)
			return s;
	}
	return NULL;
}

/* What stands for "{name}" or "{n?one:many}", in which many may have holes; s is behind the opening brace, end at the
 * closing one. */
static void fill_hole(struct strbuf *b, const char *s, const char *end, const struct fills *fills)
{
	size_t key = strcspn(s, "?}");
	const char *with = filling(fills, s, key);
	if (!with) {
		strbuf_addn(b, s - 1, (size_t)(end - s) + 2);
		return;
	}
	if (s[key] == '}') {
		strbuf_add(b, with);
		return;
	}
	const char *one = s + key + 1, *many = strchr(one, ':') + 1;
	if (str_eq(with, "1"))
		fill_part(b, one, many - 1, fills);
	else
		fill_part(b, many, end, fills);
}

static void fill_part(struct strbuf *b, const char *s, const char *end, const struct fills *fills)
{
	while (s < end) {
		const char *close = *s == '{' ? closing(s) : NULL;
		if (close) {
			fill_hole(b, s + 1, close, fills);
			s = close + 1;
		} else {
			strbuf_addn(b, s++, 1);
		}
	}
}

static char *fill(struct arena *arena, const char *phrase, const struct fills *fills)
{
	struct strbuf b = strbuf_new(arena);
	fill_part(&b, phrase, phrase + strlen(phrase), fills);
	return b.s;
}

char *words_fill(struct arena *arena, const struct language *language, enum word word, ...)
{
	struct fills fills = { .n = 0 };
	va_list args;
	va_start(args, word);
	for (const char *hole; fills.n < FILLS_MAX && (hole = va_arg(args, const char *)) != NULL; fills.n++) {
		fills.holes[fills.n] = hole;
		fills.with[fills.n] = va_arg(args, const char *);
	}
	va_end(args);
	return fill(arena, language->phrases[word], &fills);
}

char *words_date(struct arena *arena, const struct language *language, struct date date)
{
	if (!date.year)
		return arena_strdup(arena, "");
	const char *year = arena_printf(arena, "%d", date.year);
	if (!date.month)
		return arena_strdup(arena, year);
	const struct fills parts = { { "day", "month", "year" },
		                     { arena_printf(arena, "%d", date.day), language->months[date.month - 1], year },
		                     3 };
	return fill(arena, date.day ? language->day : language->month, &parts);
}

char *words_list(struct arena *arena, const struct language *language, const char *const *names, size_t n, size_t most)
{
	struct strbuf b = strbuf_new(arena);
	size_t named = n > most ? most - 2 : n;
	for (size_t i = 0; i < named; i++) {
		if (i)
			strbuf_add(&b, i + 1 == n ? words_get(language, WORD_LIST_LAST) : ", ");
		strbuf_add(&b, names[i]);
	}
	if (named < n)
		strbuf_add(&b, words_fill(arena, language, WORD_LIST_MORE, "n", arena_printf(arena, "%zu", n - named),
		                          NULL));
	return b.s;
}

char *words_capital(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, text);
	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return copy;
}
