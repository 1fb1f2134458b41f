/* A negative number has its direction in its sign: beside a word that gives one, too, the sentence says the opposite of
 * what it means ("−2.3 seconds behind"). That happens when data turn and a sentence does not. */
#include "brief/binding_parts.h"
#include "words/letters.h"

#include "base/arena.h"

#include <string.h>

/* The word of a list that stands at a place; NULL if none does. */
static const char *word_at(const struct letters *t, size_t at, const char *const *words)
{
	for (; words && *words; words++) {
		size_t end = letters_literal(t, at, *words);
		if (end > at && letters_at_edge(t, at) && letters_at_edge(t, end))
			return *words;
	}
	return NULL;
}

/* Past the unit that a number is followed by; at itself if there is none. */
static size_t past_unit(const struct letters *t, size_t at)
{
	size_t joint = letters_joint(t, at), longest = at;
	for (const struct unit_words *u = t->language->units; u && u->unit && joint > at; u++)
		for (size_t k = 0; k < PLURALS && u->forms[k]; k++) {
			size_t end = letters_literal(t, joint, u->forms[k]);
			if (end > longest && end > joint && letters_at_edge(t, end))
				longest = end;
		}
	return longest;
}

/* Where the word begins that ends before a place, spaces aside. */
static size_t word_before(const struct letters *t, size_t at)
{
	size_t start;
	while (at && !letters_in_word(letters_rune_before(t, at, &start)))
		at = start;
	while (at && letters_in_word(letters_rune_before(t, at, &start)))
		at = start;
	return at;
}

/* "behind" in "-2.3 seconds behind", "ahead" in "ahead by -2.3"; NULL if no such word is there. */
static const char *side_of(const struct letters *t, const struct numeral *n)
{
	const char *after = word_at(t, letters_spaces(t, past_unit(t, n->end)), t->language->sided);
	size_t by = word_before(t, n->start);
	if (after || !word_at(t, by, t->language->by))
		return after;
	return word_at(t, word_before(t, by), t->language->sided);
}

static const struct binding_span *span_of(const struct binding_text *text, const struct numeral *n)
{
	for (size_t i = 0; i < text->n_spans; i++)
		if (text->spans[i].start <= n->start && n->start < text->spans[i].end)
			return &text->spans[i];
	return NULL;
}

/* A sign makes a number negative unless it joins it to a word before: without one no number needs to be read. */
static bool may_be_negative(const char *text)
{
	static const char minus[] = "\u2212";
	for (const char *at = text; (at = strchr(at, '-')); at++)
		if (at == text || (at[-1] & 0x80) || !letters_in_word((unsigned char)at[-1]))
			return true;
	return strstr(text, minus) != NULL;
}

void binding_check_signs(struct reading *r, const struct binding_text *text)
{
	struct letters t = { r->language, text->text, strlen(text->text) };
	struct numeral n;
	if (!may_be_negative(text->text))
		return;
	for (size_t at = 0; numeral_next(r->language, text->text, t.n, &at, &n);) {
		const struct binding_span *span = span_of(text, &n);
		if (!(n.value < 0) || (span && !span->answer))
			continue;
		const char *side = side_of(&t, &n);
		if (!side)
			continue;
		diag_add(r->diags, r->options->draft ? DIAG_WARNING : DIAG_ERROR,
		         span ? span->place : binding_place(r, text, n.start, n.end),
		         "swap the two models of gap(), or choose the other word", "%s is negative beside \"%s\"",
		         arena_strndup(r->arena, text->text + n.start, n.end - n.start), side);
	}
}
