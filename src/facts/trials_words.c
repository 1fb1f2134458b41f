/* What trials gave, in a sentence or two. */
#include "facts/trials.h"

#include "base/arena.h"
#include "base/str.h"

enum { TURNS_SAID = 2 };

char *margin_words(struct arena *arena, const struct language *language, const struct margin *margin)
{
	if (margin->kind == MARGIN_BY && margin->by == 0) /* "by 0 points" is no margin */
		return arena_strdup(arena, words_get(language, WORD_MARGIN_LIMIT));
	return margin->kind == MARGIN_BY ? words_fill(arena, language, WORD_MARGIN_BY, "margin", margin->printed, NULL)
	                                 : arena_strdup(arena, "");
}

char *margin_words_read(struct arena *arena, const struct language *language, const struct margin *margin,
                        size_t n_conventions)
{
	return margin->unit && !n_conventions ? margin_words(arena, language, margin) : arena_strdup(arena, "");
}

/* [it holds as selected][stays] */
static const enum word of_published[2][2] = { { WORD_TRIAL_WOULD_HOLD, WORD_TRIAL_FAILS_TOO },
	                                      { WORD_TRIAL_WOULD_FAIL, WORD_TRIAL_STILL_HOLDS } };

struct saying {
	struct strbuf words;
	const struct language *language;
	const char *const *marks;
	bool holds;
};

/* "[4]", "(The News)". */
static const char *source_of(const struct saying *s, const struct measurement *m)
{
	const struct source *source = m->source;
	if (source && s->marks)
		return s->marks[source->index];
	return arena_printf(s->words.arena, "(%s)",
	                    !source             ? words_get(s->language, WORD_SOURCE_UNNAMED)
	                    : source->publisher ? source->publisher
	                                        : source->title);
}

static void say(struct saying *s, const struct trial *t)
{
	struct arena *arena = s->words.arena;
	enum word word = t->outcome == TRIAL_UNDECIDED ? WORD_TRIAL_UNDECIDED
	                 : t->kind == TRIAL_PUBLISHED  ? of_published[s->holds][t->outcome == TRIAL_STAYS]
	                 : s->holds                    ? WORD_TRIAL_END_FAILS
	                                               : WORD_TRIAL_END_HOLDS;
	strbuf_addf(&s->words, "%s%s", s->words.n ? " " : "",
	            words_fill(arena, s->language, word, "value", t->printed, "name",
	                       variant_full_name(arena, t->value->variant), "source", source_of(s, t->value), "by",
	                       s->marks ? margin_words_read(arena, s->language, &t->margin, 0)
	                                : margin_words(arena, s->language, &t->margin),
	                       NULL));
}

/* Of those that leave it as it is, but nearer to turning, the nearest; NULL if there is none. */
static const struct trial *nearest(const struct trials *trials, const struct margin *selected)
{
	const struct trial *found = NULL;
	for (size_t i = 0; i < trials->count; i++) {
		const struct trial *t = &trials->items[i];
		double share = found ? found->margin.share : selected->share;
		if (t->kind == TRIAL_PUBLISHED && t->outcome == TRIAL_STAYS && t->margin.kind == MARGIN_BY &&
		    selected->kind == MARGIN_BY && t->margin.share < share)
			found = t;
	}
	return found;
}

char *trials_words(struct arena *arena, const struct language *language, const struct trials *trials, bool holds,
                   const struct margin *margin, const char *const *marks)
{
	struct saying s = { strbuf_new(arena), language, marks, holds };
	size_t said = 0, ends = 0, ends_turn = 0;
	for (size_t i = 0; i < trials->count; i++) {
		const struct trial *t = &trials->items[i];
		ends += t->kind != TRIAL_PUBLISHED;
		ends_turn += t->kind != TRIAL_PUBLISHED && t->outcome != TRIAL_STAYS;
		if (t->outcome != TRIAL_STAYS && said++ < TURNS_SAID)
			say(&s, t);
	}
	const struct trial *stays = said ? NULL : nearest(trials, margin);
	if (stays)
		say(&s, stays);
	if (ends && !ends_turn && !trials->left_out)
		strbuf_addf(&s.words, "%s%s", s.words.n ? " " : "",
		            words_get(language, holds ? WORD_TRIAL_WITHIN_HOLDS : WORD_TRIAL_WITHIN_FAILS));
	return s.words.s;
}
