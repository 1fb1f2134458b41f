/* The shared parts of charts on axes, and what a scatter and a slope make of them. */
#include "data_support.h"

#include "chart/kind.h"
#include "chart/plot.h"
#include "scene/proof.h"

#include <math.h>

static const char data[] = "date: 2026-05-12\n"
			   "sources: [{id: s, title: A run, publisher: Tester, date: 2026-05-12, kind: run}]\n"
			   "models: [{id: a, name: Aster}, {id: b, name: Borealis}, {id: c, name: Cobalt}]\n"
			   "benchmarks:\n"
			   "  - {id: score, name: Score, unit: percent, better: higher}\n"
			   "  - {id: cheap, name: Cost, unit: usd, better: lower}\n"
			   "  - {id: unsure, name: Unsure cost, unit: usd, better: lower}\n"
			   "measurements:\n"
			   "  - {model: a, benchmark: score, value: 60, ci: 2, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: score, value: 50, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: score, value: 40, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: cheap, value: 30, ci: 5, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: cheap, value: 5, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: cheap, value: 1, ci: 0.5, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: unsure, value: 300, ci: 5, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: unsure, value: 50, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: unsure, value: 1, ci: 1, source: s, measured: third-party}\n";

struct setting {
	struct bench bench;
	const struct dataset *dataset;
	struct chart_request request;
	struct frame frame;
	struct plot plot;
	struct scene *scene;
};

static int set_up(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	*s = (struct setting){ .bench = { arena, diags_new(arena) } };
	s->dataset = must_load(&s->bench, READ_YAML, data);
	const struct look *look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", s->bench.diags);
	s->request = (struct chart_request){ .dataset = s->dataset,
		                             .look = look,
		                             .language = &language_english,
		                             .medium = MEDIUM_SLIDE,
		                             .width = 960,
		                             .height = 540,
		                             .pixel = 0.5 };
	s->request.fonts = look ? fontset_open(arena, look, roots, 1, s->bench.diags) : NULL;
	*state = s;
	if (!s->request.fonts)
		return -1;
	struct frame_words words = { .titles = { "A title" }, .subtitle = "What is shown", .source = "Source: Tester" };
	s->frame = frame_measure(arena, &s->request, &words, s->bench.diags);
	s->plot = (struct plot){ .frame = &s->frame, .diags = s->bench.diags };
	s->plot.x = axis_new(0, 100, false, 0);
	s->plot.y = axis_new(0, 10, false, 0);
	plot_settle(&s->plot, (struct rect){ 100, 100, 600, 300 });
	s->scene = scene_new(arena, 960, 540);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(((struct setting *)*state)->bench.arena);
	return 0;
}

static size_t count_role(const struct scene *scene, enum scene_role role)
{
	size_t n = 0;
	for (size_t i = 0; i < scene->n_items; i++)
		n += scene->items[i].role == role;
	return n;
}

/* ---- parts ---- */

static void values_stand_between_the_axes(void **state)
{
	struct setting *s = *state;
	struct plot *p = &s->plot;
	assert_true(axis_place(&p->x, p->x.low) > p->box.x && axis_place(&p->x, p->x.high) < rect_right(p->box));
	assert_true(axis_place(&p->y, p->y.low) < rect_bottom(p->box) && axis_place(&p->y, p->y.high) > p->box.y);
	struct scene_scale up = plot_scale(p, PLOT_UP, &unit_points), across = plot_scale(p, PLOT_ACROSS, &unit_tokens);
	assert_true(up.vertical && up.per_unit < 0 && !across.vertical && across.per_unit > 0);
	assert_true(fabs(up.zero + up.per_unit * 7 - axis_place(&p->y, 7)) < 1e-9);
	assert_true(fabs(across.zero + across.per_unit * 7 - axis_place(&p->x, 7)) < 1e-9);
}

static void numbers_keep_apart(void **state)
{
	struct setting *s = *state;
	plot_draw_axes(&s->plot, s->scene);
	assert_true(count_role(s->scene, ROLE_TICK) >= 6);
	for (size_t i = 0; i < s->scene->n_items; i++)
		for (size_t k = 0; k < i; k++)
			if (s->scene->items[i].role == ROLE_TICK && s->scene->items[k].role == ROLE_TICK)
				assert_false(
					rect_overlaps(scene_ink(&s->scene->items[i]), scene_ink(&s->scene->items[k])));
	plot_settle(&s->plot, (struct rect){ 100, 100, 60, 20 }); /* no room for most of them */
	struct scene *small = scene_new(s->bench.arena, 960, 540);
	plot_draw_axes(&s->plot, small);
	assert_true(count_role(small, ROLE_TICK) < count_role(s->scene, ROLE_TICK));
	assert_true(count_role(small, ROLE_TICK) >= 1);
}

static void grid_lines_stand_at_the_ticks(void **state)
{
	struct setting *s = *state;
	plot_draw_grid(&s->plot, s->scene, PLOT_UP, NULL, 0);
	assert_int_equal(s->scene->n_items, s->plot.y.n_ticks);
	for (size_t i = 0; i < s->scene->n_items; i++) {
		struct rect r = s->scene->items[i].path.rect;
		assert_true(r.x == s->plot.box.x && r.w == s->plot.box.w);
		assert_true(fabs(r.y + r.h / 2 - axis_place(&s->plot.y, s->plot.y.ticks[i])) <= 0.5);
	}
	plot_draw_grid(&s->plot, s->scene, PLOT_ACROSS, NULL, 0);
	assert_int_equal(count_role(s->scene, ROLE_GRID), s->plot.y.n_ticks + s->plot.x.n_ticks);
	struct rect last = s->scene->items[s->scene->n_items - 1].path.rect;
	assert_true(last.y == s->plot.box.y && last.h == s->plot.box.h && last.w < 2);
}

/* A word in the middle of a line parts it, one at its end shortens it, one beside it does nothing. */
static void grid_lines_pause_at_words(void **state)
{
	struct setting *s = *state;
	double y = axis_place(&s->plot.y, s->plot.y.ticks[0]);
	struct rect b = s->plot.box, words[] = { { b.x + 100, y - 5, 50, 10 },
		                                 { rect_right(b) - 20, y - 5, 30, 10 },
		                                 { b.x, y + 3, 9, 2 } };
	plot_draw_grid(&s->plot, s->scene, PLOT_UP, words, 3);
	assert_int_equal(s->scene->n_items, s->plot.y.n_ticks + 1);
	struct rect first = s->scene->items[0].path.rect, second = s->scene->items[1].path.rect;
	assert_true(first.x == b.x && rect_right(first) == b.x + 100);
	assert_true(second.x == b.x + 150 && rect_right(second) == rect_right(b) - 20);
}

static void polylines_end_at_the_dots(void **state)
{
	struct setting *s = *state;
	static const struct point points[] = { { 100, 100 }, { 130, 140 }, { 132, 140 }, { 200, 140 } };
	plot_add_polyline(s->scene, points, 4, 5, 1, (struct color){ 0, 0, 0 });
	assert_int_equal(s->scene->n_items, 2); /* two of the dots touch */
	struct rect first = s->scene->items[0].path.rect, last = s->scene->items[1].path.rect;
	assert_true(fabs(first.x - 103) < 1e-9 && fabs(first.y - 104) < 1e-9);
	assert_true(fabs(first.w - 24) < 1e-9 && fabs(first.h - 32) < 1e-9);
	assert_true(fabs(last.x - 137) < 1e-9 && fabs(last.w - 58) < 1e-9 && last.h == 0);
}

static void stairs_go_along_the_worse_value_first(void **state)
{
	struct setting *s = *state;
	static const struct point points[] = { { 100, 300 }, { 200, 250 } };
	struct plot_steps level = plot_stairs(&s->plot, points, 2, true, 2),
			  steep = plot_stairs(&s->plot, points, 2, false, 2);
	assert_int_equal(level.n, 2);
	assert_true(level.items[0].y == 299 && level.items[0].w == 100 && level.items[1].x == 199);
	assert_true(steep.items[0].y == 249 && steep.items[1].x == 99 && steep.items[1].h == 50);
	assert_int_equal(plot_stairs(&s->plot, points, 1, true, 2).n, 0);
}

/* ---- charts ---- */

static struct scene *drawn(struct setting *s, const char *y, const char *x)
{
	const struct benchmark *b[] = { dataset_benchmark(s->dataset, y, place_file(NULL), s->bench.diags),
		                        dataset_benchmark(s->dataset, x, place_file(NULL), s->bench.diags) };
	struct chart_request q = s->request;
	struct chart_pages pages = { 0 };
	q.kind = chart_kind_find("scatter", place_file(NULL), s->bench.diags);
	q.benchmarks = b;
	q.n_benchmarks = 2;
	bool ok = chart_layout(s->bench.arena, &q, &pages, s->bench.diags);
	diags_print(s->bench.diags, stderr, false);
	assert_true(ok);
	struct proof proof = proof_check(s->bench.arena, pages.items[0]);
	assert_true(proof_report(&proof, false, s->bench.diags));
	return pages.items[0];
}

/* Every whisker spans its interval on its scale and stays in the plot, on logarithmic axes too. */
static void check_whiskers(const struct scene *scene, size_t n)
{
	assert_int_equal(count_role(scene, ROLE_WHISKER), n);
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (item->role != ROLE_WHISKER)
			continue;
		const struct scene_scale *scale = &scene->evidence->scales[item->scale];
		double low = scale->logarithmic ? log10(item->low) : item->low,
		       high = scale->logarithmic ? log10(item->high) : item->high;
		struct rect r = item->path.rect;
		assert_true(rect_contains(scale->plot, r, 1e-6));
		assert_true(fabs((scale->vertical ? rect_bottom(r) : r.x) - scale->zero - scale->per_unit * low) <
		            1e-6);
		assert_true(fabs((scale->vertical ? r.y : rect_right(r)) - scale->zero - scale->per_unit * high) <
		            1e-6);
	}
}

static void a_range_of_thirty_is_logarithmic(void **state)
{
	struct setting *s = *state;
	const struct scene *scene = drawn(s, "score", "cheap");
	assert_true(scene->evidence->scales[0].logarithmic && !scene->evidence->scales[1].logarithmic);
	check_whiskers(scene, 3);
}

/* A logarithm of zero would put the whisker nowhere: the whole axis is linear then, whatever the range. */
static void an_interval_down_to_zero_is_linear(void **state)
{
	struct setting *s = *state;
	const struct scene *scene = drawn(s, "score", "unsure");
	assert_false(scene->evidence->scales[0].logarithmic);
	check_whiskers(scene, 3);
}

int main(void)
{
#define PLOT_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		PLOT_TEST(values_stand_between_the_axes),    PLOT_TEST(numbers_keep_apart),
		PLOT_TEST(grid_lines_stand_at_the_ticks),    PLOT_TEST(grid_lines_pause_at_words),
		PLOT_TEST(polylines_end_at_the_dots),        PLOT_TEST(stairs_go_along_the_worse_value_first),
		PLOT_TEST(a_range_of_thirty_is_logarithmic), PLOT_TEST(an_interval_down_to_zero_is_linear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
