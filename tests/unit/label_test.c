/* Names beside points: they belong to their own, and where they are does not depend on the order of the points. */
#include "text_support.h"

#include "chart/label.h"

#include <math.h>

enum { POINTS = 4 };

static const struct label_lines no_lines = { NULL, 0, NULL, 0 };

/* A column of points, equally crowded from both ends, in which neighbours want the same place. */
static void place_column(struct desk *desk, const size_t *order, struct label_point *placed)
{
	struct label_point points[POINTS];
	const struct text_block *name = shape(desk, "Model", 10, 0);
	for (size_t i = 0; i < POINTS; i++)
		points[i] = (struct label_point){ .at = { 100, 100 + 9.0 * (double)order[i] },
			                          .radius = 4,
			                          .names = { name, name, name } };
	label_place(desk->arena, points, POINTS, &no_lines, (struct rect){ 0, 0, 400, 300 }, 10);
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

/* Percent solved and cost of the 22 best models of a polyglot leaderboard. */
static const struct {
	const char *name;
	double solved, cost;
} polyglot[] = {
	{ "gpt-5 (high)", 88.0, 29.0829 },
	{ "gpt-5 (medium)", 86.7, 17.693 },
	{ "o3-pro (high)", 84.9, 146.3249 },
	{ "gemini-2.5-pro-preview-06-05 (32k think)", 83.1, 49.8822 },
	{ "gpt-5 (low)", 81.3, 10.3713 },
	{ "o3 (high)", 81.3, 21.2259 },
	{ "grok-4 (high)", 79.6, 59.6182 },
	{ "gemini-2.5-pro-preview-06-05 (default think)", 79.1, 45.5961 },
	{ "o3 (high) + gpt-4.1", 78.2, 17.5518 },
	{ "o3", 76.9, 13.7517 },
	{ "Gemini 2.5 Pro Preview 05-06", 76.9, 37.4104 },
	{ "DeepSeek-V3.2-Exp (Reasoner)", 74.2, 1.3045 },
	{ "o4-mini (high)", 72.0, 19.6399 },
	{ "claude-opus-4-20250514 (32k thinking)", 72.0, 65.7484 },
	{ "DeepSeek R1 (0528)", 71.4, 4.8016 },
	{ "claude-opus-4-20250514 (no think)", 70.7, 68.6253 },
	{ "DeepSeek-V3.2-Exp (Chat)", 70.2, 0.8756 },
	{ "claude-3-7-sonnet-20250219 (32k thinking tokens)", 64.9, 36.8343 },
	{ "DeepSeek R1 + claude-3-5-sonnet-20241022", 64.0, 13.2933 },
	{ "o1-2024-12-17 (high)", 61.7, 186.4958 },
	{ "claude-sonnet-4-20250514 (32k thinking)", 61.3, 26.5755 },
	{ "claude-3-7-sonnet-20250219 (no thinking)", 60.4, 17.7191 },
};

enum { MODELS = sizeof polyglot / sizeof *polyglot };

static struct rect dot_at(const struct label_point *p)
{
	return (struct rect){ p->at.x - p->radius, p->at.y - p->radius, 2 * p->radius, 2 * p->radius };
}

/* From the ink of the nearest line of a name. */
static double off(const struct label_point *p, struct rect dot)
{
	double least = HUGE_VAL;
	for (size_t i = 0; i < p->name->n_lines; i++)
		least = fmin(least, rect_distance(text_line_ink(p->name, i, p->origin), dot));
	return least;
}

static size_t place_polyglot(struct desk *desk, double u, struct rect box, struct label_point points[MODELS])
{
	size_t placed = 0;
	for (size_t i = 0; i < MODELS; i++) {
		const struct text_block *name = shape(desk, polyglot[i].name, u, 15 * u);
		points[i] = (struct label_point){ .at = { box.x + box.w * log(polyglot[i].cost / 0.6) / log(500),
			                                  box.y + box.h * (90 - polyglot[i].solved) / 33 },
			                          .radius = 0.36 * u,
			                          .names = { text_align(desk->fonts, name, 1),
			                                     text_align(desk->fonts, name, 0.5), name } };
	}
	label_place(desk->arena, points, MODELS, &no_lines, box, u);
	for (size_t i = 0; i < MODELS; i++)
		placed += points[i].placed;
	return placed;
}

/* Every name against every dot, on plots from small to large. */
static void a_name_belongs_to_its_dot(void **state)
{
	struct desk *desk = *state;
	enum { SMALLEST = 300, LARGEST = 1200, STEP = 20 };
	const double u = 14;
	struct label_point points[MODELS];
	for (double wide = SMALLEST; wide <= LARGEST; wide += STEP) {
		assert_true(place_polyglot(desk, u, (struct rect){ 60, 40, wide, wide / 3 }, points) > 0);
		for (size_t i = 0; i < MODELS; i++)
			for (size_t k = 0; k < MODELS && points[i].placed; k++) {
				double own = off(&points[i], dot_at(&points[i])),
				       other = off(&points[i], dot_at(&points[k])),
				       apart = hypot(points[i].at.x - points[k].at.x, points[i].at.y - points[k].at.y);
				assert_true(points[i].led || own <= 0.8 * u);
				if (apart >= points[k].radius)
					assert_true(points[i].led ? other >= 0.8 * u : own <= 0.75 * other);
			}
	}
}

/* A second line so short that the corner of the name's box is empty; the name has to be above the dot, at its left. */
static void a_leader_starts_at_ink(void **state)
{
	struct desk *desk = *state;
	enum { STEPS = 24 };
	const struct text_block *name = shape(desk, "A name of many words\nx", 10, 0);
	size_t led = 0;
	for (int i = 0; i < STEPS; i++) {
		struct label_point p = { .at = { 200, 150 }, .radius = 4, .names = { name, name, name } };
		label_place(desk->arena, &p, 1, &no_lines, (struct rect){ 0, 0, 210 - i, 140 }, 10);
		led += p.led;
		assert_true(!p.led || off(&p, (struct rect){ p.from.x, p.from.y, 0, 0 }) <= 0.3 * 10);
	}
	assert_true(led > 0);
}

/* The rule costs few names. */
static void most_points_have_a_name(void **state)
{
	struct label_point points[MODELS];
	assert_true(place_polyglot(*state, 14, (struct rect){ 60, 40, 860, 300 }, points) >= MODELS * 2 / 3);
}

/* Names placed one after another, none of them ever moved, were 692 on these plots. */
static void names_make_room_for_others(void **state)
{
	enum { SMALLEST = 300, LARGEST = 1200, STEP = 20, ONE_AFTER_ANOTHER = 692 };
	struct label_point points[MODELS];
	size_t n = 0;
	for (double wide = SMALLEST; wide <= LARGEST; wide += STEP)
		n += place_polyglot(*state, 14, (struct rect){ 60, 40, wide, wide / 3 }, points);
	if (n <= ONE_AFTER_ANOTHER)
		fail_msg("only %zu names have a place", n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(order_of_points_makes_no_difference),
		DESK_TEST(names_do_not_touch),
		DESK_TEST(a_name_belongs_to_its_dot),
		DESK_TEST(a_leader_starts_at_ink),
		DESK_TEST(most_points_have_a_name),
		DESK_TEST(names_make_room_for_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
