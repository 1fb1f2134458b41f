/* Sorting, against the C library's. */
#include "base/arena.h"
#include "base/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint32_t next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The same texts sorted both ways. */
static void compare(struct arena *arena, const char **texts, size_t n)
{
	const struct sort_item *items = sort_texts(arena, texts, n);
	const char **sorted = arena_alloc(arena, n + 1, sizeof *sorted);
	memcpy(sorted, texts, n * sizeof *sorted);
	if (n)
		qsort(sorted, n, sizeof *sorted, by_text);
	bool *seen = arena_alloc(arena, n + 1, sizeof *seen);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(texts[items[i].at], sorted[i]);
		assert_false(seen[items[i].at]);
		seen[items[i].at] = true;
	}
}

static void texts_of_few_letters_sort_as_strcmp_has_it(void **state)
{
	static const char letters[] = "aab\xc3\xa9\xff ";
	struct arena *arena = *state;
	uint32_t seed = 7;
	for (size_t n = 0; n < 600; n = n * 2 + 1) {
		const char **texts = arena_alloc(arena, n + 1, sizeof *texts);
		for (size_t i = 0; i < n; i++) {
			char *text = arena_alloc(arena, 40, 1);
			for (size_t k = next(&seed) % 36; k > 0; k--)
				text[k - 1] = letters[next(&seed) % (sizeof letters - 1)];
			texts[i] = text;
		}
		compare(arena, texts, n);
	}
}

static void texts_that_begin_alike_sort_by_what_follows(void **state)
{
	enum { MANY = 3000 };
	struct arena *arena = *state;
	const char **texts = arena_alloc(arena, MANY, sizeof *texts);
	for (int i = 0; i < MANY; i++)
		texts[i] = arena_printf(arena, "a name of more than eight bytes, %d", i * 7919 % 1000);
	compare(arena, texts, MANY);
}

/* Each is the next without its last bytes: calls that nest once for each would use up the stack. */
static void texts_of_which_each_begins_the_next_do_not_use_up_the_stack(void **state)
{
	enum { MANY = 4000, STEP = 8 };
	struct arena *arena = *state;
	const char **texts = arena_alloc(arena, MANY, sizeof *texts);
	char *whole = arena_alloc(arena, MANY * STEP + 1, 1);
	memset(whole, 'a', MANY * STEP);
	for (size_t i = 0; i < MANY; i++)
		texts[i] = whole + i * STEP;
	compare(arena, texts, MANY);
}

static void items_sort_by_all_bytes_of_their_keys(void **state)
{
	enum { MANY = 2000 };
	struct sort_item *items = arena_alloc(*state, MANY, sizeof *items);
	uint32_t seed = 3;
	for (uint32_t i = 0; i < MANY; i++) {
		int shift = (int)(next(&seed) % 64);
		items[i] = (struct sort_item){ (uint64_t)next(&seed) << shift, i };
	}
	uint64_t *keys = arena_alloc(*state, MANY, sizeof *keys);
	for (size_t i = 0; i < MANY; i++)
		keys[i] = items[i].key;
	sort_items(items, MANY);
	for (size_t i = 0; i < MANY; i++) {
		assert_int_equal(items[i].key, keys[items[i].at]);
		assert_true(!i || items[i - 1].key <= items[i].key);
	}
}

static int open_arena(void **state)
{
	*state = arena_new();
	return 0;
}

static int close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_of_few_letters_sort_as_strcmp_has_it),
		cmocka_unit_test(texts_that_begin_alike_sort_by_what_follows),
		cmocka_unit_test(texts_of_which_each_begins_the_next_do_not_use_up_the_stack),
		cmocka_unit_test(items_sort_by_all_bytes_of_their_keys),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
