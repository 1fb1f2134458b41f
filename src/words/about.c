#include "words/about.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/words.h"

#include <string.h>

/* ---- the noun ---- */

static const struct noun_word *listed(const struct language *l, const char *word)
{
	for (const struct noun_word *n = l->nouns; n && n->word; n++)
		if (str_eq(n->word, word))
			return n;
	return NULL;
}

bool words_has_noun(const char *word)
{
	for (size_t i = 0; language_at(i); i++)
		if (!listed(language_at(i), word))
			return false;
	return true;
}

/* What German endings mostly mean. */
static enum gender guess(const char *one)
{
	static const char *const feminine[] = { "ung", "heit", "keit", "schaft", "tion", "sion", "tät",
		                                "ik",  "ie",   "ei",   "in",     "e",    "thek", NULL };
	static const char *const masculine[] = { "er", "or", "ismus", "ling", "ant", "ent", NULL };
	for (size_t i = 0; feminine[i]; i++)
		if (str_ends(one, feminine[i]))
			return GENDER_FEMININE;
	for (size_t i = 0; masculine[i]; i++)
		if (str_ends(one, masculine[i]))
			return GENDER_MASCULINE;
	return GENDER_NEUTER;
}

static char *capital(struct arena *arena, const struct language *l, const char *text)
{
	return words_sentence(arena, l, text);
}

/* The forms that a dataset gives; what it does not give follows from them. */
static struct noun_word given(struct arena *arena, const struct language *l, const struct noun *n)
{
	bool capitals = l->nouns && l->nouns->one && *l->nouns->one >= 'A' && *l->nouns->one <= 'Z';
	struct noun_word w = { .word = n->one, .one = n->one, .many = n->many, .gender = n->gender };
	if (capitals) {
		w.one = capital(arena, l, n->one);
		w.many = capital(arena, l, n->many);
	}
	bool ends = str_ends(w.many, "n") || str_ends(w.many, "s");
	w.dative = capitals && !ends ? arena_printf(arena, "%sn", w.many) : w.many;
	if (w.gender == GENDER_UNKNOWN)
		w.gender = guess(w.one);
	return w;
}

/* The language's own comes first, then one for any language, then whatever there is. */
static const struct noun *chosen(const struct language *l, const struct noun *nouns, size_t n)
{
	const struct noun *any = NULL;
	for (size_t i = 0; i < n; i++) {
		if (str_eq(nouns[i].language, l->code))
			return &nouns[i];
		if (!any || !nouns[i].language)
			any = &nouns[i];
	}
	return any;
}

/* ---- phrases ---- */

struct bending {
	struct arena *arena;
	const struct language *language;
	struct noun_word noun;
};

static bool has_vowel_sound(const char *word)
{
	static const char *const silent[] = { "uni", "use", "eu", "one", NULL };
	for (size_t i = 0; silent[i]; i++)
		if (str_starts(word, silent[i]))
			return false;
	return strchr("aeiouAEIOU", *word) != NULL;
}

static const char *form_of(const struct bending *b, char form)
{
	const struct noun_word *n = &b->noun;
	switch (form) {
	case 'a':
		return arena_printf(b->arena, "%s %s", has_vowel_sound(n->one) ? "an" : "a", n->one);
	case 'o':
		return n->oblique ? n->oblique : n->one;
	case 'n':
		return n->many;
	case 'd':
		return n->dative ? n->dative : n->many;
	case 'N':
		return capital(b->arena, b->language, n->many);
	case 'O':
		return capital(b->arena, b->language, n->one);
	default:
		return n->one;
	}
}

static void put_form(const struct bending *b, struct strbuf *out, const char *form)
{
	for (; *form; form++) {
		if (*form == '$' && form[1])
			strbuf_add(out, form_of(b, *++form));
		else
			strbuf_addn(out, form, 1);
	}
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* What stands at s as a whole word; NULL if nothing does that is about models. */
static const struct noun_bend *bend_at(const struct language *l, const char *s)
{
	for (const struct noun_bend *bend = l->bends; bend && bend->of; bend++)
		if (str_starts(s, bend->of) && !is_letter(s[strlen(bend->of)]))
			return bend;
	return NULL;
}

static const char *by_gender(const struct noun_bend *bend, enum gender gender)
{
	switch (gender) {
	case GENDER_MASCULINE:
		return bend->masculine;
	case GENDER_FEMININE:
		return bend->feminine;
	case GENDER_UNKNOWN:
	case GENDER_NEUTER:
		break;
	}
	return bend->neuter;
}

/* The length of "{name}" or "{name?" at s, whose name is none of the phrase's words. */
static size_t hole_length(const char *s)
{
	return *s == '{' ? strcspn(s, "?}") + 1 : 0;
}

static const char *bent(const struct bending *b, const char *phrase)
{
	struct strbuf out = strbuf_new(b->arena);
	bool any = false;
	for (const char *s = phrase; *s;) {
		size_t hole = hole_length(s);
		bool starts = s == phrase || !is_letter(s[-1]);
		const struct noun_bend *bend = starts ? bend_at(b->language, s) : NULL;
		if (bend)
			put_form(b, &out, by_gender(bend, b->noun.gender));
		else
			strbuf_addn(&out, s, hole ? hole : 1);
		any |= bend != NULL;
		s += bend ? strlen(bend->of) : hole ? hole : 1;
	}
	return any ? out.s : phrase;
}

struct noun_said words_say(struct arena *arena, const struct noun *nouns, size_t n_nouns)
{
	const struct language *l = &language_english;
	const struct noun *noun = chosen(l, nouns, n_nouns);
	if (!noun || (noun->language && !str_eq(noun->language, l->code)))
		return (struct noun_said){ "model", "models", "a model" };
	const struct noun_word *known = noun->word ? listed(l, noun->word) : NULL;
	struct bending b = { arena, l, known ? *known : given(arena, l, noun) };
	return (struct noun_said){ b.noun.one, b.noun.many, form_of(&b, 'a') };
}

/* Titles count the noun too. */
static const char *const *counted_with(const struct bending *b)
{
	const char *const *old = b->language->counted;
	size_t n = 0;
	while (old && old[n])
		n++;
	const char **all = arena_alloc(b->arena, n + 4, sizeof *all);
	for (size_t i = 0; i < n; i++)
		all[i] = old[i];
	all[n++] = b->noun.many;
	all[n++] = b->noun.one;
	if (b->noun.dative)
		all[n++] = b->noun.dative;
	return all;
}

const struct language *language_about(struct arena *arena, const struct language *language, const struct noun *nouns,
                                      size_t n_nouns)
{
	const struct noun *noun = chosen(language, nouns, n_nouns);
	const struct noun_word *known = noun && noun->word ? listed(language, noun->word) : NULL;
	if (!noun || (noun->word && !known) || language->bent)
		return language;
	struct bending b = { arena, language, known ? *known : given(arena, language, noun) };
	struct language *own = arena_alloc(arena, 1, sizeof *own);
	*own = *language;
	own->bent = true;
	own->counted = counted_with(&b);
	const char **all = arena_alloc(arena, WORDS, sizeof *all);
	for (int i = 0; i < WORDS; i++)
		all[i] = bent(&b, words_get(language, (enum word)i));
	memset(own->chapters, 0, sizeof own->chapters);
	own->chapters[0] = all;
	return own;
}
