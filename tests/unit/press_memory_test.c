/* Running out of memory at an allocation of a small render: no signal, nothing lost, an error, and a session that works
 * again. A run tries a sample of the allocations, every 7th or so, beginning at another one for each format and part;
 * sanitizers, which make a render many times slower, get a thinner one. With the argument "all" every single one is
 * tried: ./press_memory_test all, after changes to how memory is taken. No session leaves a block behind. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "instrumented.h"
#include "own_blocks.h"
#include "paint/painter.h"
#include "press/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- a small render ---- */

static const char dataset[] = "date: 2026-05-12\n"
			      "sources:\n"
			      "  - {id: lab, title: The Lab, kind: paper, date: 2026-05-01}\n"
			      "benchmarks:\n"
			      "  - {id: quality, name: Quality, unit: percent, better: higher}\n"
			      "models:\n"
			      "  - {id: aster, name: Aster}\n"
			      "  - {id: borealis, name: Borealis}\n"
			      "measurements:\n"
			      "  - {model: aster, benchmark: quality, value: 61, source: lab}\n"
			      "  - {model: borealis, benchmark: quality, value: 52, source: lab}\n";

static const char briefing[] = "---\ntitle: Both models\nappendix: false\n---\n"
			       "Aster scores {{ value(\"aster\", \"quality\") }}.\n\n"
			       "```chart\nid: lead\nkind: leaderboard\nbenchmark: quality\n```\n";

static bool try_all; /* the argument "all" was given */

struct desk {
	struct arena *arena;
	char *folder;
	bool all; /* allocations are tried, not a sample */
	struct feed data;
	struct bytes wanted[8]; /* of each painter's chart */
	struct bytes pages;
};

static size_t opened_with; /* blocks that there were before the session */

static struct press *open_press(void)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	opened_with = own_blocks();
	struct press *press = press_open(
		&(struct press_world){ .version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1 });
	assert_non_null(press);
	return press;
}

/* Nothing that it took stays, whatever failed. */
static void shut(struct press *press)
{
	press_close(press);
	assert_int_equal(own_blocks(), opened_with);
}

static const struct press_result *draw(struct press *press, const struct desk *d, const struct painter *painter)
{
	return press_make_chart(
		press,
		&(struct press_chart){ .kind = chart_kind_at(0), .data = &d->data, .n_data = 1, .painter = painter });
}

static const struct press_result *render(struct press *press, const struct desk *d)
{
	return press_make_briefing(press, &(struct press_briefing){ .path = d->folder, .jobs = 2 });
}

static struct bytes copy(struct arena *arena, const struct press_result *r)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < r->n_files; i++)
		strbuf_addn(&b, r->files[i].bytes.data, r->files[i].bytes.size);
	return (struct bytes){ .data = b.s, .size = b.n };
}

static void put(struct desk *d, const char *name, const char *text)
{
	struct diags *diags = diags_new(d->arena);
	assert_true(file_write(arena_printf(d->arena, "%s/%s", d->folder, name), text, strlen(text), diags));
}

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	d->arena = arena;
	d->folder = arena_strdup(arena, "/tmp/benchbrief-memory-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	put(d, "dataset.yaml", dataset);
	put(d, "briefing.md", briefing);
	d->data.file = arena_printf(arena, "%s/dataset.yaml", d->folder);
	struct press *press = open_press();
	for (size_t i = 0; painter_at(i); i++)
		d->wanted[i] = copy(arena, draw(press, d, painter_at(i)));
	d->pages = copy(arena, render(press, d));
	press_close(press); /* not shut: what was copied stays */
	d->all = try_all;
	*state = d;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *d = *state;
	int gone = system(arena_printf(d->arena, "rm -r '%s'", d->folder));
	arena_free(d->arena);
	return gone;
}

static void assert_bytes(const struct press_result *r, struct bytes wanted)
{
	struct arena *arena = arena_new();
	assert_int_equal(r->status, PRESS_DONE);
	struct bytes got = copy(arena, r);
	assert_int_equal(got.size, wanted.size);
	assert_memory_equal(got.data, wanted.data, wanted.size);
	arena_free(arena);
}

static void assert_no_memory(const struct press_result *r)
{
	assert_int_equal(r->status, PRESS_NO_MEMORY);
	assert_int_equal(r->n_files, 0);
	assert_int_equal(diags_count(r->diags, DIAG_FAILURE), 1);
	assert_string_equal(diags_at(r->diags, 0)->message, "out of memory");
}

/* From one allocation that is tried to the next. */
static size_t stride(const struct desk *d)
{
	return d->all ? 1 : is_instrumented() ? 43 : 7;
}

/* ---- every n-th allocation ---- */

static size_t allocations_of(const struct press *press)
{
	return press->workers[0]->edge.count;
}

/* The n-th allocation in the arenas of the caller's thread fails, in a session that has nothing warm. */
static void sweep(struct desk *d, size_t painter)
{
	struct press *press = open_press();
	draw(press, d, painter_at(painter));
	size_t n = allocations_of(press), failed = 0;
	shut(press);
	press = open_press();
	for (size_t i = 1 + painter % stride(d); i <= n; i += stride(d)) {
		press->workers[0]->edge.fail = press->workers[0]->edge.count + i;
		assert_no_memory(draw(press, d, painter_at(painter)));
		failed++;
		press->workers[0]->edge.fail = 0;
		if (failed % 16)
			continue;
		assert_bytes(draw(press, d, painter_at(painter)), d->wanted[painter]);
		shut(press); /* for it is warm now */
		press = open_press();
	}
	assert_bytes(draw(press, d, painter_at(painter)), d->wanted[painter]);
	print_message("%s: %zu of %zu allocations failed\n", painter_at(painter)->name, failed, n);
	shut(press);
}

/* What is warm already is lost with the call, and nothing else. */
static void a_warm_session_may_run_out(void **state)
{
	struct desk *d = *state;
	struct press *press = open_press();
	draw(press, d, painter_at(0));
	size_t before = allocations_of(press);
	press_looks_rest(press); /* outside of any edge */
	assert_int_equal(allocations_of(press), before);
	draw(press, d, painter_at(0));
	size_t n = allocations_of(press) - before;
	for (size_t i = 1; i <= n; i += d->all ? 1 : n / 12) {
		press->workers[0]->edge.fail = press->workers[0]->edge.count + i;
		assert_no_memory(draw(press, d, painter_at(0)));
		press->workers[0]->edge.fail = 0;
		assert_bytes(draw(press, d, painter_at(0)), d->wanted[0]);
	}
	shut(press);
}

static void every_allocation_of_a_chart_may_fail(void **state)
{
	for (size_t i = 0; painter_at(i); i++)
		sweep(*state, i);
}

static void allocations_of_a_briefing_may_fail(void **state)
{
	struct desk *d = *state;
	struct press *press = open_press();
	render(press, d);
	size_t n = allocations_of(press);
	shut(press);
	for (size_t i = 1; i <= n; i += d->all ? 1 : n / 40 + stride(d)) {
		press = open_press();
		press->workers[0]->edge.fail = i;
		const struct press_result *r = render(press, d);
		if (r->status != PRESS_DONE || i < n / 2) /* how much this thread draws is up to the other one */
			assert_no_memory(r);
		press->workers[0]->edge.fail = 0;
		if (i % 5 == 0)
			assert_bytes(render(press, d), d->pages);
		shut(press);
	}
}

/* True if the second thread ran out at that allocation; false if the first was quick enough to draw the chart itself.
 */
static bool thread_runs_out(struct desk *d, size_t allocation)
{
	struct press *press = open_press();
	press_worker(press, 1)->edge.fail = allocation;
	const struct press_result *r = render(press, d);
	bool failed = r->status != PRESS_DONE;
	if (failed)
		assert_no_memory(r);
	press_worker(press, 1)->edge.fail = 0;
	assert_bytes(render(press, d), d->pages);
	shut(press);
	return failed;
}

/* The call ends all the same, with the error, when all threads have ended. */
static void threads_may_run_out(void **state)
{
	struct desk *d = *state;
	size_t failed = 0;
	for (size_t i = 1; i < 4000; i = i * 2 + 3)
		failed += thread_runs_out(d, i);
	for (size_t more = 0; !failed && more < 200; more++) /* on a busy machine the second thread may come late */
		failed += thread_runs_out(d, 1);
	assert_true(failed > 0);
}

/* The system itself refuses, once at every place. */
static void malloc_may_fail(void **state)
{
	struct desk *d = *state;
	size_t i = 1;
	for (bool failed = true; failed; i += stride(d)) {
		struct press *press = open_press();
		refuse(i);
		const struct press_result *r = render(press, d);
		failed = atomic_load(&asked) >= i;
		refuse(0);
		if (r->status != PRESS_DONE) /* one thread fewer does the same work */
			assert_no_memory(r);
		assert_bytes(render(press, d), d->pages);
		shut(press);
	}
	print_message("%zu blocks\n", i);
	assert_true(i > 10);
}

static void a_session_may_not_open(void **state)
{
	(void)state;
	for (size_t i = 1; i <= 3; i++) {
		refuse(i);
		struct press *press = press_open(&(struct press_world){ .version = "test", .looks = "styles" });
		refuse(0);
		assert_null(press);
	}
}

int main(int argc, char **argv)
{
	try_all = argc > 1 && str_eq(argv[1], "all");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_allocation_of_a_chart_may_fail),
		cmocka_unit_test(a_warm_session_may_run_out),
		cmocka_unit_test(allocations_of_a_briefing_may_fail),
		cmocka_unit_test(threads_may_run_out),
		cmocka_unit_test(malloc_may_fail),
		cmocka_unit_test(a_session_may_not_open),
	};
	return cmocka_run_group_tests(tests, open_desk, close_desk);
}
