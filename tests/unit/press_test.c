/* The session: the same bytes as often as one likes, nothing left behind, and errors instead of an end. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "instrumented.h"
#include "paint/painter.h"
#include "press/job.h"
#include "press/report.h"
#include "scene/scene.h"
#include "style/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct desk {
	struct arena *arena;
	struct diags *diags;
	char *folder;
	struct press *press;
};

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

static const char briefing[] = "---\ntitle: Both models\n---\n"
			       "Aster scores {{ value(\"aster\", \"quality\") }}.\n\n"
			       "```chart\nid: lead\nkind: leaderboard\nbenchmark: quality\n```\n";

static const char briefing_of_all_markdown[] =
	"---\ntitle: Both models\n---\n# One\n\nText[^1] and *more*.\n\n"
	"| a | b |\n|---|--:|\n| x | y |\n\n1. first\n2. next\n\n> said\n\n"
	"```note\nA note with a | in it.\n```\n\n"
	"```chart\nid: lead\nkind: leaderboard\nbenchmark: quality\n```\n\n[^1]: A note.\n";

static const char *put(struct desk *d, const char *name, const char *text)
{
	const char *path = arena_printf(d->arena, "%s/%s", d->folder, name);
	assert_true(file_write(path, text, strlen(text), d->diags));
	return path;
}

static struct press *open_press(size_t limit)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct press *press = press_open(&(struct press_world){
		.version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1, .memory_limit = limit });
	assert_non_null(press);
	return press;
}

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	*d = (struct desk){ .arena = arena, .diags = diags_new(arena) };
	d->folder = arena_strdup(arena, "/tmp/benchbrief-press-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	put(d, "dataset.yaml", dataset);
	put(d, "briefing.md", briefing);
	d->press = open_press(0);
	*state = d;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *d = *state;
	press_close(d->press);
	int gone = system(arena_printf(d->arena, "rm -r '%s'", d->folder));
	arena_free(d->arena);
	return gone;
}

static void must(const struct press_result *result)
{
	if (result->status != PRESS_DONE)
		diags_print(result->diags, stderr, false);
	assert_int_equal(result->status, PRESS_DONE);
}

/* All bytes of a result, and their names, one after the other. */
static struct bytes all_of(struct arena *arena, const struct press_result *result)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < result->n_files; i++) {
		strbuf_add(&b, result->files[i].name);
		strbuf_addn(&b, result->files[i].bytes.data, result->files[i].bytes.size);
	}
	return (struct bytes){ .data = b.s, .size = b.n };
}

static void assert_same(struct bytes a, struct bytes b)
{
	assert_int_equal(a.size, b.size);
	assert_memory_equal(a.data, b.data, a.size);
}

/* ---- results ---- */

static void a_briefing_gives_pages_and_charts(void **state)
{
	struct desk *d = *state;
	const struct press_result *r =
		press_make_briefing(d->press, &(struct press_briefing){ .path = d->folder, .remarks = true });
	must(r);
	assert_int_equal(r->n_files, 2);
	assert_string_equal(r->files[0].name, "briefing.pdf");
	assert_memory_equal(r->files[0].bytes.data, "%PDF-1.7", 8);
	assert_string_equal(r->files[1].name, "charts/lead.png");
	assert_memory_equal(r->files[1].bytes.data, "\x89PNG", 4);
	assert_true(r->counted);
	assert_int_equal(r->counts.pages, r->n_pages);
	assert_int_equal(r->counts.figures, 1);
	assert_int_equal(r->counts.pictures, 1);
	assert_int_equal(r->counts.expressions, 1);
	static const enum input_role roles[] = { INPUT_BRIEFING, INPUT_DATA, INPUT_LOOK };
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		assert_int_equal(inputs_at(r->inputs, i)->role, roles[i]);
		assert_true(inputs_at(r->inputs, i)->read);
	}
	const char *paths[] = { "out/briefing.pdf", "out/charts/lead.png" };
	const char *report = report_briefing(d->arena, r, paths, "test");
	assert_non_null(strstr(report, "\"out/charts/lead.png\""));
	assert_non_null(strstr(report, input_sha256(inputs_at(r->inputs, 1))));
}

static void the_same_request_gives_the_same_bytes(void **state)
{
	struct desk *d = *state;
	const struct feed data[] = { { .file = arena_printf(d->arena, "%s/dataset.yaml", d->folder) } };
	struct press_briefing pages = { .path = d->folder };
	struct press_chart chart = { .kind = chart_kind_at(0), .data = data, .n_data = 1 };
	struct bytes first[2] = { all_of(d->arena, press_make_briefing(d->press, &pages)),
		                  all_of(d->arena, press_make_chart(d->press, &chart)) };
	static const char *const looks[] = { "board", "editorial", "boardroom" };
	for (size_t i = 0; i < 3; i++) { /* others in between, in other looks and formats */
		chart.look = looks[i];
		chart.painter = painter_at(i);
		must(press_make_chart(d->press, &chart));
		pages.jobs = i + 1;
		pages.look = NULL;
		assert_same(all_of(d->arena, press_make_briefing(d->press, &pages)), first[0]);
		chart.look = NULL;
		chart.painter = NULL;
		assert_same(all_of(d->arena, press_make_chart(d->press, &chart)), first[1]);
	}
	struct press *cold = open_press(0);
	assert_same(all_of(d->arena, press_make_briefing(cold, &pages)), first[0]);
	press_close(cold);
}

static void a_session_goes_on_after_errors(void **state)
{
	struct desk *d = *state;
	const struct press_result *r =
		press_make_briefing(d->press, &(struct press_briefing){ .path = "/nowhere/b.md" });
	assert_int_equal(r->status, PRESS_WRONG);
	assert_int_equal(r->n_files, 0);
	assert_string_equal(inputs_at(r->inputs, 0)->path, "/nowhere/b.md"); /* to be watched until it is there */
	r = press_make_briefing(d->press, &(struct press_briefing){ .path = d->folder, .look = "nosuchlook" });
	assert_int_equal(r->status, PRESS_WRONG);
	must(press_make_briefing(d->press, &(struct press_briefing){ .path = d->folder }));
}

/* What is told of a look and of a text is told by every call, though the look is read and its fonts are opened once. */
static void a_warm_session_tells_the_same(void **state)
{
	struct desk *d = *state;
	put(d, "briefing.md", "---\ntitle: Both models\n---\nA rune of no font: \U00012000.\n");
	struct press_briefing request = { .path = d->folder };
	const struct press_result *r = press_make_briefing(d->press, &request);
	assert_int_equal(r->status, PRESS_WRONG);
	size_t errors = diags_count(r->diags, DIAG_ERROR), inputs = inputs_count(r->inputs);
	assert_true(errors > 0);
	r = press_make_briefing(d->press, &request);
	assert_int_equal(diags_count(r->diags, DIAG_ERROR), errors);
	assert_int_equal(inputs_count(r->inputs), inputs);
}

static void a_look_that_changes_is_read_again(void **state)
{
	struct desk *d = *state;
	put(d, "briefing.md", "---\ntitle: Both models\nlook: own.yaml\n---\nText.\n");
	const char *own = put(d, "own.yaml", "base: editorial\n");
	struct press_briefing request = { .path = d->folder, .only = "pdf" };
	struct bytes plain = all_of(d->arena, press_make_briefing(d->press, &request));
	put(d, "own.yaml", "base: board\n");
	struct bytes other = all_of(d->arena, press_make_briefing(d->press, &request));
	assert_false(plain.size == other.size && memcmp(plain.data, other.data, plain.size) == 0);
	put(d, "own.yaml", "base: [\n");
	assert_int_equal(press_make_briefing(d->press, &request)->status, PRESS_WRONG);
	put(d, "own.yaml", "base: editorial\n");
	assert_same(all_of(d->arena, press_make_briefing(d->press, &request)), plain);
	assert_int_equal(unlink(own), 0);
	assert_int_equal(press_make_briefing(d->press, &request)->status, PRESS_WRONG);
}

/* As a sheet does that names a look twice, while its file is written in between: the first is used until the end. */
static void use_a_look_twice(struct press_job *job, const void *request)
{
	struct desk *d = *(struct desk *const *)request;
	const char *path = put(d, "own.yaml", "base: editorial\n");
	struct press_look *first = press_look_of(job, path, NULL, job->diags);
	put(d, "own.yaml", "base: board\n");
	struct press_look *second = press_look_of(job, path, NULL, job->diags);
	assert_ptr_not_equal(first, second);
	assert_ptr_equal(press_look_of(job, path, NULL, job->diags), second);
	assert_string_equal(first->name, path);
	assert_string_equal(first->look->name, second->look->name);
}

static void a_look_that_changes_during_a_call_stays(void **state)
{
	struct desk *d = *state;
	for (int i = 0; i < 2; i++) {
		must(press_call(d->press, use_a_look_twice, &d));
		assert_non_null(d->press->outdated);
	}
	must(press_make_briefing(d->press, &(struct press_briefing){ .path = d->folder }));
	assert_null(d->press->outdated);
}

/* ---- several sessions ---- */

struct worker {
	const struct desk *d;
	struct bytes wanted;
	bool same;
};

static void *make_briefings(void *closure)
{
	struct worker *w = closure;
	struct arena *arena = arena_new();
	struct press *press = open_press(0);
	w->same = true;
	for (int i = 0; i < 3; i++) {
		const struct press_result *r =
			press_make_briefing(press, &(struct press_briefing){ .path = w->d->folder, .jobs = 2 });
		struct bytes made = all_of(arena, r);
		w->same = w->same && made.size == w->wanted.size && !memcmp(made.data, w->wanted.data, made.size);
	}
	press_close(press);
	arena_free(arena);
	return NULL;
}

static void sessions_work_at_the_same_time(void **state)
{
	struct desk *d = *state;
	put(d, "briefing.md", briefing_of_all_markdown);
	const struct press_result *r = press_make_briefing(d->press, &(struct press_briefing){ .path = d->folder });
	must(r);
	struct bytes wanted = all_of(d->arena, r);
	struct worker workers[] = { { .d = d, .wanted = wanted }, { .d = d, .wanted = wanted } };
	pthread_t threads[2];
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, make_briefings, &workers[i]), 0);
	for (size_t i = 0; i < 2; i++) {
		pthread_join(threads[i], NULL);
		assert_true(workers[i].same);
	}
}

/* A chart of several pages tells what is wrong with each of them. */
static void every_page_tells_its_findings(void **state)
{
	struct desk *d = *state;
	struct scene *pages[2];
	size_t wrong[2], all;
	for (size_t i = 0; i < 2; i++) {
		pages[i] = scene_new(d->arena, 400, 300);
		pages[i]->document.title = pages[i]->document.alt = "A page";
		scene_add_line(pages[i], ROLE_GRID, (struct point){ 10, 10 },
		               (struct point){ 500 + 10 * (double)i, 10 }, 1, (struct color){ 0, 0, 0 });
		struct diags *own = diags_new(d->arena);
		assert_false(press_prove(d->arena, &(struct chart_pages){ .items = &pages[i], .count = 1 }, own));
		wrong[i] = diags_count(own, DIAG_ERROR);
	}
	struct diags *own = diags_new(d->arena);
	assert_false(press_prove(d->arena, &(struct chart_pages){ .items = pages, .count = 2 }, own));
	all = diags_count(own, DIAG_ERROR);
	assert_int_equal(all, wrong[0] + wrong[1]);
}

/* ---- memory ---- */

/* Kilobytes that this process holds at the moment, and the most it ever held. */
static void memory(long *now, long *most)
{
	char line[256];
	FILE *f = fopen("/proc/self/status", "r");
	*now = *most = 0;
	while (f && fgets(line, sizeof line, f)) {
		sscanf(line, "VmRSS: %ld", now);
		sscanf(line, "VmHWM: %ld", most);
	}
	if (f)
		fclose(f);
}

/* 200 briefings, each with texts of its own, take no more than 20 do. */
static void two_hundred_briefings_take_no_more_than_twenty(void **state)
{
	struct desk *d = *state;
	long now, most_of_20 = 0, most_of_200 = 0;
	int n = is_instrumented() ? 40 : 200;
	char *path = arena_printf(d->arena, "%s/briefing.md", d->folder), text[sizeof briefing + 200];
	for (int i = 1; i <= n; i++) {
		snprintf(text, sizeof text, "%s\nThese words stand here for the first time: `%d`, and `%d`.\n",
		         briefing, i, i * i + 1000);
		assert_true(file_write(path, text, strlen(text), d->diags));
		const struct press_result *r =
			press_make_briefing(d->press, &(struct press_briefing){ .path = d->folder, .jobs = 2 });
		must(r);
		if (i == 20)
			memory(&now, &most_of_20);
	}
	memory(&now, &most_of_200);
	print_message("peak after 20: %ld kB, after %d: %ld kB\n", most_of_20, n, most_of_200);
	if (!is_instrumented())
		assert_true(most_of_200 <= most_of_20 + most_of_20 / 20);
}

static const struct press_result *try_with(struct press *press, struct desk *d)
{
	return press_make_briefing(press, &(struct press_briefing){ .path = d->folder, .jobs = 2 });
}

static void a_limit_ends_the_call_and_not_the_session(void **state)
{
	struct desk *d = *state;
	struct bytes wanted = all_of(d->arena, try_with(d->press, d));
	size_t refused = 0, done = 0;
	for (size_t limit = 1 << 16; limit < 16 << 20; limit += limit / 8) {
		struct press *press = open_press(limit);
		const struct press_result *r = try_with(press, d);
		if (r->status == PRESS_NO_MEMORY) {
			refused++;
			assert_int_equal(r->n_files, 0);
			assert_int_equal(diags_count(r->diags, DIAG_FAILURE), 1);
			assert_string_equal(diags_at(r->diags, 0)->message, "out of memory");
		} else {
			must(r);
			done++;
			assert_same(all_of(d->arena, r), wanted);
		}
		press_close(press);
	}
	assert_true(refused > 0 && done > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_briefing_gives_pages_and_charts, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(the_same_request_gives_the_same_bytes, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_session_goes_on_after_errors, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_warm_session_tells_the_same, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_look_that_changes_is_read_again, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_look_that_changes_during_a_call_stays, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(sessions_work_at_the_same_time, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(every_page_tells_its_findings, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(two_hundred_briefings_take_no_more_than_twenty, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_limit_ends_the_call_and_not_the_session, open_desk, close_desk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
