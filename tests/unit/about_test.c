/* Languages that speak of something else than models: every phrase, with every noun, in every language. */
#include "base/arena.h"
#include "base/str.h"
#include "words/about.h"
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The phrase without the names of its holes, and those names alone. */
static void part(struct arena *arena, const char *phrase, char **text, char **holes)
{
	struct strbuf t = strbuf_new(arena), h = strbuf_new(arena);
	for (const char *s = phrase; *s;) {
		size_t n = *s == '{' ? strcspn(s, "?}") + 1 : 1;
		strbuf_addn(*s == '{' || *s == '}' ? &h : &t, s, n);
		s += n;
	}
	*text = t.s;
	*holes = h.s;
}

static const struct language *about(struct arena *arena, const struct language *language, const struct noun *noun)
{
	return language_about(arena, language, noun, noun != NULL);
}

static void check(struct arena *arena, const struct language *from, const struct language *to, const char *noun)
{
	size_t changed = 0;
	for (enum word i = 0; i < WORDS; i++) {
		char *before, *after, *holes_before, *holes_after;
		part(arena, words_get(from, i), &before, &holes_before);
		part(arena, words_get(to, i), &after, &holes_after);
		if (strstr(after, "odel"))
			fail_msg("%s: \"%s\" still speaks of models", noun, words_get(to, i));
		assert_string_equal(holes_before, holes_after);
		changed += !str_eq(words_get(from, i), words_get(to, i));
		assert_true(!strstr(before, "odel") || !str_eq(words_get(from, i), words_get(to, i)));
	}
	assert_true(changed > 30);
}

static void no_phrase_speaks_of_models(void **closure)
{
	struct arena *arena = arena_new();
	(void)closure;
	for (size_t l = 0; language_at(l); l++)
		for (const struct noun_word *n = language_at(l)->nouns; n->word; n++) {
			struct noun noun = { .word = n->word };
			const struct language *own = about(arena, language_at(l), &noun);
			assert_true(words_has_noun(n->word));
			if (!str_eq(n->word, "model"))
				check(arena, language_at(l), own, n->one);
			else
				for (enum word i = 0; i < WORDS; i++)
					assert_string_equal(words_get(own, i), words_get(language_at(l), i));
			assert_ptr_equal(about(arena, own, &noun), own);
		}
	arena_free(arena);
}

static void articles_follow_the_noun(void **closure)
{
	struct arena *arena = arena_new();
	struct noun team = { .one = "team", .many = "teams" }, engine = { .word = "engine" },
		    agent = { .word = "agent" }, university = { .one = "university", .many = "universities" },
		    side = { .one = "mannschaft", .many = "mannschaften" };
	const struct language *en = &language_english, *de = &language_german;
	(void)closure;
	assert_ptr_equal(about(arena, en, NULL), en);
	assert_non_null(strstr(words_get(about(arena, en, &engine), WORD_METHOD_AMBIGUOUS), "to an engine and"));
	assert_non_null(strstr(words_get(about(arena, en, &team), WORD_METHOD_AMBIGUOUS), "to a team and"));
	assert_non_null(strstr(words_get(about(arena, en, &university), WORD_METHOD_AMBIGUOUS), "to a university and"));
	assert_string_equal(words_get(about(arena, en, &team), WORD_HEAD_MODEL), "Team");
	assert_non_null(strstr(words_get(about(arena, de, &engine), WORD_NOTE_AMBIGUOUS), "keiner Engine"));
	assert_non_null(strstr(words_get(about(arena, de, &agent), WORD_NOTE_AMBIGUOUS), "keinem Agenten"));
	assert_non_null(strstr(words_get(about(arena, de, &agent), WORD_NOTE_BAND_NOISE), "einen Agenten"));
	assert_non_null(strstr(words_get(about(arena, de, &agent), WORD_NOTE_RIVAL), "der beste andere Agent"));
	assert_non_null(strstr(words_get(about(arena, de, &side), WORD_FACT_NOBODY), "keine Mannschaft"));
	assert_non_null(strstr(words_get(about(arena, de, &side), WORD_FACT_COUNT), "Mannschaften haben"));
	assert_non_null(strstr(words_get(about(arena, de, &engine), WORD_FIND_LARGEST_LEAD), "liegt sie bei"));
	assert_non_null(strstr(words_get(about(arena, de, &agent), WORD_FIND_DUEL), "hat er {value}"));
	assert_non_null(strstr(words_get(about(arena, de, &engine), WORD_FIND_LEADS_NONE), "bei ihrem einen"));
	assert_non_null(strstr(words_get(about(arena, de, &team), WORD_FIND_TRAILS), "liegt es bei"));
	arena_free(arena);
}

static void messages_say_the_noun(void **closure)
{
	struct arena *arena = arena_new();
	const struct noun nouns[] = { { .word = "engine" },
		                      { .one = "squad", .many = "squads" },
		                      { .language = "de", .one = "Trupp", .many = "Trupps" } };
	(void)closure;
	struct noun_said said = words_say(arena, &nouns[0], 1);
	assert_string_equal(said.many, "engines");
	assert_string_equal(said.a, "an engine");
	assert_string_equal(words_say(arena, &nouns[1], 2).one, "squad");
	assert_string_equal(words_say(arena, &nouns[2], 1).many, "models"); /* messages are English */
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_phrase_speaks_of_models),
		cmocka_unit_test(articles_follow_the_noun),
		cmocka_unit_test(messages_say_the_noun),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
