/* Patterns against a plain matcher, and conditions on dates that are known in part. */
#include "base/arena.h"
#include "base/diag.h"
#include "data/filter.h"
#include "data/glob.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

static bool plain_match(const char *pattern, const char *text)
{
	if (!*pattern)
		return !*text;
	if (*pattern == '*')
		return plain_match(pattern + 1, text) || (*text && plain_match(pattern, text + 1));
	return *text && (*pattern == '?' || *pattern == *text) && plain_match(pattern + 1, text + 1);
}

static uint64_t next(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

static void random_text(uint64_t *state, char *into, size_t most, const char *letters, size_t n_letters)
{
	size_t n = next(state) % (most + 1);
	for (size_t i = 0; i < n; i++)
		into[i] = letters[next(state) % n_letters];
	into[n] = '\0';
}

static void patterns_match_as_a_plain_matcher_does(void **closure)
{
	const char *given = getenv("SEED");
	uint64_t state = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
	size_t matched = 0;
	(void)closure;
	printf("SEED=%llu\n", (unsigned long long)state);
	for (int i = 0; i < 200000; i++) {
		char pattern[9], text[13];
		random_text(&state, pattern, sizeof pattern - 1, "ab*?*", 5);
		random_text(&state, text, sizeof text - 1, "ab", 2);
		bool expected = plain_match(pattern, text);
		if (glob_matches(pattern, text) != expected)
			fail_msg("\"%s\" on \"%s\"", pattern, text);
		matched += expected;
	}
	assert_true(matched > 1000);
}

static void a_letter_is_a_rune(void **closure)
{
	(void)closure;
	assert_true(glob_matches("m?ller*", "müller-7b"));
	assert_false(glob_matches("m??ller*", "müller-7b"));
	assert_true(glob_matches("*é", "café"));
	assert_false(glob_matches("", "a"));
	assert_true(glob_matches("***", ""));
}

static void stars_do_not_take_for_ever(void **closure)
{
	enum { N = 20000 };
	char *text = malloc(N + 1);
	(void)closure;
	for (size_t i = 0; i < N; i++)
		text[i] = 'a';
	text[N] = '\0';
	assert_false(glob_matches("*a*a*a*a*a*a*a*a*b", text));
	free(text);
}

static bool meets(struct arena *arena, const char *condition, struct date released)
{
	struct diags *diags = diags_new(arena);
	struct filters filters = { 0 };
	struct model_more more = { .released = released };
	struct model_own own = { .more = &more };
	struct model model = { .id = "m", .name = "M", .own = &own };
	struct variant_more nothing = { 0 };
	struct variant_own nameless = { "", "", &nothing };
	struct variant variant = { .model = &model, .own = &nameless };
	assert_true(filters_read(arena, condition, place_file(NULL), &filters, diags));
	return filters_take_variant(arena, &filters, &variant);
}

static void what_is_not_certain_is_not_met(void **closure)
{
	static const struct {
		const char *condition;
		struct date released;
		bool met;
	} rows[] = {
		{ "released >= 2025-06", { 2025, 6, 1 }, true },
		{ "released >= 2025-06", { 2025, 6, 0 }, true },
		{ "released >= 2025-06", { 2025, 0, 0 }, false },
		{ "released >= 2025-06", { 2025, 5, 31 }, false },
		{ "released > 2025-06", { 2025, 6, 30 }, false },
		{ "released > 2025-06", { 2025, 7, 0 }, true },
		{ "released <= 2025", { 2025, 12, 31 }, true },
		{ "released < 2025", { 2025, 1, 1 }, false },
		{ "released < 2025", { 2024, 0, 0 }, true },
		{ "released = 2025", { 2025, 6, 1 }, true },
		{ "released = 2025-06-01", { 2025, 6, 0 }, false },
		{ "released != 2025-06-01", { 2025, 6, 0 }, false },
		{ "released != 2025", { 2024, 6, 0 }, true },
		{ "released != 2025", { 0, 0, 0 }, false },
		{ "released>=2025 and name=m", { 2025, 1, 1 }, true },
		{ "released>=2025 and name=\"x and y\"", { 2025, 1, 1 }, false },
		{ "name != x*", { 0, 0, 0 }, true },
		{ "licence != x", { 0, 0, 0 }, false },
	};
	(void)closure;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (meets(arena, rows[i].condition, rows[i].released) != rows[i].met)
			fail_msg("row %zu: %s", i, rows[i].condition);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_match_as_a_plain_matcher_does),
		cmocka_unit_test(a_letter_is_a_rune),
		cmocka_unit_test(stars_do_not_take_for_ever),
		cmocka_unit_test(what_is_not_certain_is_not_met),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
