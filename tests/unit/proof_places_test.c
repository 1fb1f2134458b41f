/* Where the items of a scene are: what is found near a height, by role and by row is what a look at every item finds.
 */
#include "base/arena.h"
#include "scene/evidence.h"
#include "scene/proof_places.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { SCENES = 200, ITEMS_MOST = 400, DATA = 12, ASKED = 20 };

static uint32_t draw(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static struct scene *scene_of(struct arena *arena, uint32_t *seed)
{
	static const enum scene_role roles[] = { ROLE_MARK, ROLE_TIE, ROLE_GROUP, ROLE_PANEL };
	struct scene *s = scene_new(arena, 300, draw(seed, 3000));
	s->u = draw(seed, 3) * 10;
	s->evidence->n_data = DATA;
	for (uint32_t i = draw(seed, ITEMS_MOST); i > 0; i--) {
		double height = draw(seed, 10) ? draw(seed, 30) : draw(seed, 4000);
		struct rect r = { draw(seed, 300), (double)draw(seed, 3600) - 300, draw(seed, 100), height };
		struct scene_item *item = scene_add_rect(s, roles[draw(seed, 4)], r, (struct color){ 0, 0, 0 });
		item->datum = (int)draw(seed, DATA + 3) - 2;
	}
	return s;
}

static bool is_among(struct proof_some some, size_t item)
{
	for (size_t i = 0; i < some.n; i++)
		if (some.items[i] == item)
			return true;
	return false;
}

static void assert_ordered(struct proof_some some)
{
	for (size_t i = 1; i < some.n; i++)
		assert_true(some.items[i] > some.items[i - 1]);
}

static void hold_heights(const struct scene *s, struct proof_places *places, double a, double b)
{
	struct proof_some some = proof_between_heights(places, a, b);
	double top = a < b ? a : b, bottom = a < b ? b : a;
	assert_ordered(some);
	for (size_t i = 0; i < s->n_items; i++) {
		struct rect ink = scene_ink(&s->items[i]);
		if (ink.y <= bottom && rect_bottom(ink) >= top)
			assert_true(is_among(some, i));
	}
}

static void hold_lists(const struct scene *s, const struct proof_places *places)
{
	for (int role = 0; role < SCENE_ROLES; role++)
		assert_ordered(proof_of_role(places, (enum scene_role)role));
	for (size_t i = 0; i < s->n_items; i++) {
		int datum = s->items[i].datum;
		assert_true(is_among(proof_of_role(places, s->items[i].role), i));
		assert_int_equal(is_among(proof_of_datum(places, datum), i), datum >= 0 && datum < DATA);
	}
}

static void what_is_near_is_found(void **state)
{
	uint32_t seed = 7;
	(void)state;
	for (int k = 0; k < SCENES; k++) {
		struct arena *arena = arena_new();
		struct scene *s = scene_of(arena, &seed);
		struct proof_places *places = proof_places_new(arena, s);
		hold_lists(s, places);
		for (int i = 0; i < ASKED; i++)
			hold_heights(s, places, (double)draw(&seed, 4000) - 400, (double)draw(&seed, 4000) - 400);
		arena_free(arena);
	}
}

/* Of very many rows only a few are near one. */
static void few_of_many_are_near(void **state)
{
	enum { ROWS = 20000, FEW = 40 };
	struct arena *arena = arena_new();
	struct scene *s = scene_new(arena, 300, ROWS * 20.0);
	(void)state;
	s->u = 10;
	for (int i = 0; i < ROWS; i++)
		scene_add_rect(s, ROLE_MARK, (struct rect){ 0, i * 20.0, 10, 14 }, (struct color){ 0, 0, 0 });
	struct proof_places *places = proof_places_new(arena, s);
	for (int i = 0; i < ROWS; i++)
		assert_in_range(proof_between_heights(places, i * 20.0, i * 20.0 + 14).n, 1, FEW);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_near_is_found),
		cmocka_unit_test(few_of_many_are_near),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
