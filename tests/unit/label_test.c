/* Names beside points: where they are placed does not depend on the order of the points. */
#include "text_support.h"

#include "chart/label.h"

enum { POINTS = 4 };

/* A column of points, equally crowded from both ends, in which neighbours want the same place. */
static void place_column(struct desk *desk, const size_t *order, struct label_point *placed)
{
	struct label_point points[POINTS];
	for (size_t i = 0; i < POINTS; i++)
		points[i] = (struct label_point){ .at = { 100, 100 + 9.0 * (double)order[i] },
			                          .radius = 4,
			                          .name = shape(desk, "Model", 10, 0) };
	label_place(desk->arena, points, POINTS, NULL, 0, (struct rect){ 0, 0, 400, 300 }, 10);
	for (size_t i = 0; i < POINTS; i++)
		placed[order[i]] = points[i];
}

static void order_of_points_makes_no_difference(void **state)
{
	struct desk *desk = *state;
	static const size_t orders[][POINTS] = { { 0, 1, 2, 3 }, { 3, 2, 1, 0 }, { 2, 0, 3, 1 } };
	struct label_point first[POINTS], other[POINTS];
	place_column(desk, orders[0], first);
	for (size_t i = 1; i < sizeof orders / sizeof *orders; i++) {
		place_column(desk, orders[i], other);
		for (size_t k = 0; k < POINTS; k++) {
			assert_int_equal(first[k].placed, other[k].placed);
			assert_true(first[k].origin.x == other[k].origin.x);
			assert_true(first[k].origin.y == other[k].origin.y);
		}
	}
}

static void names_do_not_touch(void **state)
{
	struct desk *desk = *state;
	static const size_t order[POINTS] = { 0, 1, 2, 3 };
	struct label_point placed[POINTS];
	struct rect inks[POINTS];
	size_t n = 0;
	place_column(desk, order, placed);
	for (size_t i = 0; i < POINTS; i++) {
		const struct label_point *p = &placed[i];
		if (!p->placed)
			continue;
		inks[n] = (struct rect){ p->origin.x + p->name->ink.x, p->origin.y + p->name->ink.y, p->name->ink.w,
			                 p->name->ink.h };
		for (size_t k = 0; k < n; k++)
			assert_false(rect_overlaps(inks[n], inks[k]));
		for (size_t k = 0; k < POINTS; k++)
			assert_false(
				rect_overlaps(inks[n], (struct rect){ placed[k].at.x - 4, placed[k].at.y - 4, 8, 8 }));
		n++;
	}
	assert_true(n > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(order_of_points_makes_no_difference),
		DESK_TEST(names_do_not_touch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
