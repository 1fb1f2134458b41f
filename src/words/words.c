#include "words/words.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "words/number.h"
#include "words/plural.h"

#include <stdarg.h>
#include <string.h>

static const struct language *const languages[] = { &language_english, &language_german };

const struct language *language_at(size_t i)
{
	return i < sizeof languages / sizeof *languages ? languages[i] : NULL;
}

char *language_codes(struct arena *arena)
{
	size_t n = sizeof languages / sizeof *languages;
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s%s", i == 0 ? "" : i + 1 == n ? " or " : ", ", languages[i]->code);
	return b.s;
}

const struct language *language_find(const char *code, struct diags *diags)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_eq(languages[i]->code, code))
			return languages[i];
	struct arena *arena = arena_new_below(diags_arena(diags));
	struct strbuf known = strbuf_new(arena);
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		strbuf_addf(&known, "%s%s (%s)", i ? ", " : "the languages are ", languages[i]->code,
		            languages[i]->name);
	diag_add(diags, DIAG_ERROR, place_file(NULL), known.s, "there is no language \"%s\"", code);
	arena_free(arena);
	return NULL;
}

const char *words_get(const struct language *language, enum word word)
{
	for (size_t i = 0; i < WORD_CHAPTERS && language->chapters[i]; i++)
		if (language->chapters[i][word])
			return language->chapters[i][word];
	return "";
}

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

/* True if text begins with these bytes, a break of the line counting as a space. */
static bool begins(const char *text, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] != bytes[i] && !(text[i] == '\n' && bytes[i] == ' '))
			return false;
	return true;
}

bool words_said(const struct language *language, enum word word, const char *text)
{
	for (const char *s = words_get(language, word); *s;) {
		size_t length = strcspn(s, "{"), at = 0;
		while (text[at] && !begins(text + at, s, length))
			at++;
		if (length && !text[at])
			return false;
		text += at + length;
		const char *close = s[length] ? closing(s + length) : NULL;
		s += close ? (size_t)(close - s) + 1 : length;
	}
	return true;
}

enum { FILLS_MAX = 8 };

struct fills {
	const struct language *language;
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

/* The colon that ends a form; end after the last one. */
static const char *form_end(const char *s, const char *end)
{
	int depth = 0;
	for (; s < end; s++) {
		depth += (*s == '{') - (*s == '}');
		if (!depth && *s == ':')
			return s;
	}
	return end;
}

/* What stands for "{name}" or "{n?model:models}", whose forms may have holes; s is past the opening brace, end at the
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
	const char *form = s + key + 1;
	size_t left = plural_form(fills->language, plural_of(fills->language, with));
	while (left-- && form_end(form, end) < end)
		form = form_end(form, end) + 1;
	fill_part(b, form, form_end(form, end), fills);
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
	struct fills fills = { .language = language };
	va_list args;
	va_start(args, word);
	for (const char *hole; fills.n < FILLS_MAX && (hole = va_arg(args, const char *)) != NULL; fills.n++) {
		fills.holes[fills.n] = hole;
		fills.with[fills.n] = va_arg(args, const char *);
	}
	va_end(args);
	return fill(arena, words_get(language, word), &fills);
}

/* True if the name begins, or ends, with one of the words. */
static bool has_word(const char *name, const char *const *words, size_t n, bool at_end)
{
	for (size_t i = 0; i < n && words[i]; i++) {
		size_t length = strlen(words[i]), all = strlen(name);
		if (length >= all)
			continue;
		const char *at = at_end ? name + all - length : name;
		char beside = at_end ? at[-1] : at[length];
		if (memcmp(at, words[i], length) == 0 && beside == ' ')
			return true;
	}
	return false;
}

/* True of "Output speed" and "Time to first token", not of "Speed", "Aider polyglot" or "Reasoning suite". */
static bool is_phrase(const struct language *language, const char *name)
{
	size_t first = strcspn(name, " ");
	if (!language->common || !name[first])
		return false;
	for (const char *s = name + first; *s; s++)
		if (*s != ' ' && !(*s >= 'a' && *s <= 'z'))
			return false;
	return has_word(name, language->common, SIZE_MAX, false) && !has_word(name, language->tests, SIZE_MAX, true);
}

char *words_inside(struct arena *arena, const struct language *language, const char *name)
{
	return is_phrase(language, name) ? arena_printf(arena, "%c%s", *name + ('a' - 'A'), name + 1) /* ASCII */
	                                 : arena_strdup(arena, name);
}

char *words_object(struct arena *arena, const struct language *language, const char *name)
{
	bool bare = has_word(name, language->articles, 4, false) || !has_word(name, language->article_words, 2, true);
	return bare ? words_inside(arena, language, name)
	            : words_fill(arena, language, WORD_THE_INDEX, "name", name, NULL);
}

char *words_date(struct arena *arena, const struct language *language, struct date date)
{
	if (!date.year)
		return arena_strdup(arena, "");
	const struct number_style plain = { .language = language };
	const char *year = number_text(arena, date.year, plain);
	if (!date.month)
		return arena_strdup(arena, year);
	const char *alone = date.day ? NULL : language->months_alone[date.month - 1];
	const struct fills parts = { language,
		                     { "day", "month", "year" },
		                     { number_text(arena, date.day, plain),
		                       alone ? alone : language->months[date.month - 1], year },
		                     3 };
	return fill(arena, date.day ? language->day : language->month, &parts);
}

char *words_list(struct arena *arena, const struct language *language, const char *const *names, size_t n, size_t most)
{
	struct strbuf b = strbuf_new(arena);
	size_t named = n > most ? most - 2 : n;
	for (size_t i = 0; i < named; i++) {
		if (i)
			strbuf_add(&b, i + 1 < n ? language->list_comma
			               : n == 2  ? language->list_two
			                         : language->list_last);
		strbuf_add(&b, names[i]);
	}
	if (named < n)
		strbuf_add(&b, words_fill(arena, language, WORD_LIST_MORE, "n",
		                          number_count(arena, language, n - named), NULL));
	return b.s;
}

char *words_clause(struct arena *arena, const struct language *language, const char *first, const char *more)
{
	return arena_printf(arena, "%s%s%s", first, more ? language->list_comma : "", more ? more : "");
}

/* The capital of a letter of the Latin, Greek and Cyrillic alphabets; other runes are their own. */
static uint32_t capital_of(uint32_t rune)
{
	bool pairs = (rune >= 0x100 && rune <= 0x137) || (rune >= 0x14a && rune <= 0x177) ||
	             (rune >= 0x1e00 && rune <= 0x1eff);
	bool odd_pairs = (rune >= 0x139 && rune <= 0x148) || (rune >= 0x179 && rune <= 0x17e);
	if ((rune >= 'a' && rune <= 'z') || (rune >= 0xe0 && rune <= 0xfe && rune != 0xf7) ||
	    (rune >= 0x3b1 && rune <= 0x3c9 && rune != 0x3c2) || (rune >= 0x430 && rune <= 0x44f))
		return rune - 0x20;
	if (rune >= 0x450 && rune <= 0x45f)
		return rune - 0x50;
	if (rune == 0x131 || rune == 0xff)
		return rune == 0xff ? 0x178 : 'I';
	return (pairs && rune % 2) || (odd_pairs && rune % 2 == 0) ? rune - 1 : rune;
}

static char *start_with(struct arena *arena, const struct language *language, enum letter_case how, const char *text)
{
	const char *rest = text;
	if (how == CASE_AS_IS || !*text)
		return arena_strdup(arena, text);
	uint32_t first = utf8_next(&rest);
	struct strbuf b = strbuf_new(arena);
	strbuf_add_rune(&b, first == 'i' && language->dotted_i ? 0x130 : capital_of(first));
	strbuf_add(&b, rest);
	return b.s;
}

char *words_sentence(struct arena *arena, const struct language *language, const char *text)
{
	return start_with(arena, language, language->sentence, text);
}

char *words_heading(struct arena *arena, const struct language *language, const char *text)
{
	return start_with(arena, language, language->heading, text);
}
