/* Which sentences of a briefing turn with the data, in words. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/words.h"

enum { expression_runes = 80 }; /* enough to know it by */

static const char *count(struct arena *arena, size_t n)
{
	return arena_printf(arena, "%zu", n);
}

const char *diff_turned_words(struct arena *arena, const struct language *language, const struct turned *turned)
{
	const char *claims = words_fill(arena, language, WORD_DIFF_CLAIMS, "n", count(arena, turned_lost(turned)),
	                                "all", count(arena, turned->all_claims), NULL);
	const char *values = words_fill(arena, language, WORD_DIFF_NUMBERS, "n", count(arena, turned->n_values), "all",
	                                count(arena, turned->all_values), NULL);
	return arena_printf(arena, "%s: %s, %s", turned->path, claims, values);
}

static const char *becomes(struct arena *arena, const struct language *language, const struct turned_claim *claim)
{
	switch (claim->is) {
	case TURNED_HOLDS:
		return words_get(language, WORD_DIFF_HOLDS);
	case TURNED_FAILS:
		return words_fill(arena, language, claim->was == TURNED_HOLDS ? WORD_DIFF_HELD : WORD_DIFF_FAILS,
		                  "margin", claim->margin, NULL);
	case TURNED_OPEN:
		return words_get(language, WORD_DIFF_OPEN);
	}
	return "";
}

const struct diff_turn *diff_turns(struct arena *arena, const struct language *language, const struct turned *turned,
                                   size_t *n)
{
	struct diff_turn *turns = arena_alloc(arena, turned->n_claims + turned->n_values + 1, sizeof *turns);
	*n = 0;
	for (size_t i = 0; i < turned->n_claims; i++) {
		const struct turned_claim *c = &turned->claims[i];
		turns[(*n)++] =
			(struct diff_turn){ c->place.line, c->place.column, c->text, becomes(arena, language, c) };
	}
	for (size_t i = 0; i < turned->n_values; i++) {
		const struct turned_value *v = &turned->values[i];
		const char *none = words_get(language, WORD_DIFF_OPEN);
		turns[(*n)++] = (struct diff_turn){
			v->place.line, v->place.column, str_clipped(arena, v->expression, expression_runes),
			v->is ? arena_printf(arena, "%s \u2192 %s", v->was ? v->was : "\u2013", v->is) : none
		};
	}
	return turns;
}

void diff_add_turned(struct strbuf *out, struct arena *arena, const struct language *language,
                     const struct turned *turned)
{
	size_t n;
	const struct diff_turn *turns = diff_turns(arena, language, turned, &n);
	strbuf_addf(out, "%s\n", diff_turned_words(arena, language, turned));
	for (size_t i = 0; i < n; i++)
		strbuf_addf(out, "  %d:%d  %s\n    %s\n", turns[i].line, turns[i].column, turns[i].text,
		            turns[i].becomes);
}
