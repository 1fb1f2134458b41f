/* Names and the things they are names of, against a list that is searched from the front. */
#include "base/arena.h"
#include "data/name_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { THINGS = 5000 };

struct thing {
	char id[24];
};

struct bench {
	struct arena *arena;
	struct thing *things;
	struct name_index index;
};

static void *thing_at(const void *closure, size_t i, const char **id)
{
	struct thing *things = ((const struct bench *)closure)->things;
	*id = *things[i].id ? things[i].id : NULL;
	return &things[i];
}

static int open_bench(void **state)
{
	struct arena *arena = arena_new();
	struct bench *b = arena_alloc(arena, 1, sizeof *b);
	b->arena = arena;
	b->things = arena_alloc(arena, THINGS, sizeof *b->things);
	for (size_t i = 0; i < THINGS; i++)
		snprintf(b->things[i].id, sizeof b->things[i].id, "thing-%zu", i);
	b->index = name_index_new(arena, thing_at, b);
	*state = b;
	return 0;
}

static int close_bench(void **state)
{
	arena_free(((struct bench *)*state)->arena);
	return 0;
}

static void nothing_is_found_in_an_empty_index(void **state)
{
	struct bench *b = *state;
	assert_null(name_index_find(&b->index, "thing-0"));
	assert_null(name_index_find(&b->index, ""));
}

static void thousands_are_found_by_their_ids_and_by_further_names(void **state)
{
	struct bench *b = *state;
	for (size_t i = 0; i < THINGS; i++) {
		assert_ptr_equal(name_index_put(&b->index, b->things[i].id, i), &b->things[i]);
		if (i % 3 == 0)
			assert_ptr_equal(name_index_put(&b->index, arena_printf(b->arena, "alias %zu", i), i),
			                 &b->things[i]);
	}
	for (size_t i = 0; i < THINGS; i++) {
		const char *alias = arena_printf(b->arena, "alias %zu", i);
		assert_ptr_equal(name_index_find(&b->index, b->things[i].id), &b->things[i]);
		assert_ptr_equal(name_index_find(&b->index, alias), i % 3 == 0 ? &b->things[i] : NULL);
	}
	assert_null(name_index_find(&b->index, "thing-5000"));
	assert_null(name_index_find(&b->index, "thing-"));
}

static void a_name_stays_with_the_first_that_had_it(void **state)
{
	struct bench *b = *state;
	name_index_put(&b->index, "twin", 1);
	assert_ptr_equal(name_index_put(&b->index, "twin", 2), &b->things[1]);
	assert_ptr_equal(name_index_put(&b->index, b->things[1].id, 2), &b->things[2]);
	assert_ptr_equal(name_index_put(&b->index, b->things[1].id, 1), &b->things[2]);
	assert_ptr_equal(name_index_find(&b->index, "twin"), &b->things[1]);
}

static void the_last_of_many_may_be_named_first(void **state)
{
	struct bench *b = *state;
	assert_ptr_equal(name_index_put(&b->index, b->things[THINGS - 1].id, THINGS - 1), &b->things[THINGS - 1]);
	assert_ptr_equal(name_index_find(&b->index, b->things[THINGS - 1].id), &b->things[THINGS - 1]);
	assert_ptr_equal(name_index_put(&b->index, b->things[0].id, 0), &b->things[0]);
	assert_ptr_equal(name_index_find(&b->index, b->things[THINGS - 1].id), &b->things[THINGS - 1]);
}

static void a_thing_without_an_id_has_further_names(void **state)
{
	struct bench *b = *state;
	b->things[7].id[0] = '\0';
	name_index_put(&b->index, "seven", 7);
	name_index_put(&b->index, "", 7);
	assert_ptr_equal(name_index_find(&b->index, "seven"), &b->things[7]);
	assert_ptr_equal(name_index_find(&b->index, ""), &b->things[7]);
}

/* What the million models of a leaderboard depend on. */
static void an_id_costs_four_bytes_a_slot_and_two_slots_at_most_four(void **state)
{
	struct bench *b = *state;
	size_t before;
	name_index_reserve(&b->index, THINGS);
	before = arena_used(b->arena);
	for (size_t i = 0; i < THINGS; i++)
		name_index_put(&b->index, b->things[i].id, i);
	assert_int_equal(arena_used(b->arena), before);
	assert_true(b->index.capacity >= 2 * THINGS && b->index.capacity <= 4 * THINGS);
	assert_int_equal(sizeof *b->index.slots, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_is_found_in_an_empty_index, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(thousands_are_found_by_their_ids_and_by_further_names, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(a_name_stays_with_the_first_that_had_it, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(the_last_of_many_may_be_named_first, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(a_thing_without_an_id_has_further_names, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(an_id_costs_four_bytes_a_slot_and_two_slots_at_most_four, open_bench,
		                                close_bench),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
