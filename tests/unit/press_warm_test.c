/* What a session does again when something changed: only what depends on it; and it makes what a new session would. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "press/press.h"
#include "press/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SOURCE_MAX = 1 << 20 };

struct desk {
	struct arena *arena;
	struct diags *diags;
	char *folder;
	const char *briefing, *data, *text, *numbers; /* paths, and what they hold at first */
	struct press *press;
};

static struct press *open_press(void)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct press *press = press_open(
		&(struct press_world){ .version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1 });
	assert_non_null(press);
	return press;
}

static const char *read_whole(struct desk *d, const char *path)
{
	struct bytes bytes;
	assert_true(file_read(d->arena, path, SOURCE_MAX, &bytes, d->diags));
	return arena_strndup(d->arena, bytes.data, bytes.size);
}

static void put(struct desk *d, const char *path, const char *text)
{
	assert_true(file_write(path, text, strlen(text), d->diags));
}

/* The shipped briefing. */
static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	*d = (struct desk){ .arena = arena, .diags = diags_new(arena) };
	d->folder = arena_strdup(arena, "/tmp/benchbrief-warm-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	d->briefing = arena_printf(arena, "%s/briefing.md", d->folder);
	d->data = arena_printf(arena, "%s/dataset.yaml", d->folder);
	d->text = read_whole(d, "data/muse-spark/briefing.md");
	d->numbers = read_whole(d, "data/muse-spark/dataset.yaml");
	put(d, d->briefing, d->text);
	put(d, d->data, d->numbers);
	d->press = open_press();
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

/* The text with its only `from` replaced. */
static const char *with(struct desk *d, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	assert_non_null(at);
	assert_null(strstr(at + 1, from));
	return arena_printf(d->arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static const struct press_result *lay_out(struct desk *d)
{
	const struct press_result *r = press_make_briefing(
		d->press,
		&(struct press_briefing){ .path = d->briefing, .only = "pdf", .layout_only = true, .marked = true });
	if (r->status != PRESS_DONE)
		diags_print(r->diags, stderr, false);
	assert_int_equal(r->status, PRESS_DONE);
	return r;
}

static const struct press_mark *keep_marks(struct desk *d, const struct press_result *r)
{
	struct press_mark *marks = arena_alloc(d->arena, r->n_pages, sizeof *marks);
	memcpy(marks, r->marks, r->n_pages * sizeof *marks);
	return marks;
}

static size_t changed(const struct press_mark *was, const struct press_result *is)
{
	size_t n = 0;
	for (size_t i = 0; i < is->n_pages; i++)
		n += !str_eq(was[i].sha256, is->marks[i].sha256);
	return n;
}

static void nothing_is_done_twice(void **state)
{
	struct desk *d = *state;
	const struct press_result *r = lay_out(d);
	assert_false(r->work.data_kept);
	size_t first = r->work.texts_shaped;
	const struct press_mark *marks = keep_marks(d, r);
	assert_true(first > 200);
	r = lay_out(d);
	assert_true(r->work.data_kept);
	assert_true(r->work.texts_shaped < first / 50); /* what has words in italics or code */
	assert_int_equal(changed(marks, r), 0);
}

static void one_number_shapes_what_depends_on_it(void **state)
{
	struct desk *d = *state;
	const struct press_result *r = lay_out(d);
	size_t first = r->work.texts_shaped;
	const struct press_mark *marks = keep_marks(d, r);
	put(d, d->data,
	    with(d, d->numbers, "{model: llama-4-maverick, benchmark: intelligence-index, value: 18",
	         "{model: llama-4-maverick, benchmark: intelligence-index, value: 19"));
	r = lay_out(d);
	assert_false(r->work.data_kept);
	assert_true(r->work.texts_shaped > 0);
	assert_true(r->work.texts_shaped < first / 10);
	size_t n = changed(marks, r);
	assert_true(n > 0 && n < r->n_pages);
}

static void one_word_shapes_its_paragraph(void **state)
{
	struct desk *d = *state;
	const struct press_result *r = lay_out(d);
	size_t first = r->work.texts_shaped;
	const struct press_mark *marks = keep_marks(d, r);
	put(d, d->briefing, with(d, d->text, "What we recommend\n", "What we advise\n"));
	r = lay_out(d);
	assert_true(r->work.data_kept);
	assert_true(r->work.texts_shaped < first / 50);
	assert_int_equal(changed(marks, r), 1);
}

static char *paint(struct desk *d, struct press *press, size_t *size)
{
	const struct press_result *r =
		press_make_briefing(press, &(struct press_briefing){ .path = d->briefing, .only = "pdf" });
	assert_int_equal(r->status, PRESS_DONE);
	*size = r->files[0].bytes.size;
	char *copy = arena_alloc(d->arena, *size, 1);
	memcpy(copy, r->files[0].bytes.data, *size);
	return copy;
}

static void a_warm_session_makes_what_a_new_one_does(void **state)
{
	struct desk *d = *state;
	size_t n, m;
	lay_out(d);
	put(d, d->briefing, with(d, d->text, "What we recommend\n", "What we **advise**\n"));
	lay_out(d);
	const char *warm = paint(d, d->press, &n);
	struct press *fresh = open_press();
	const char *cold = paint(d, fresh, &m);
	press_close(fresh);
	assert_int_equal(n, m);
	assert_memory_equal(warm, cold, n);
}

static void data_that_change_are_loaded_again(void **state)
{
	struct desk *d = *state;
	lay_out(d);
	put(d, d->data, "date: 2026-05-12\nmodels: [\n");
	const struct press_result *r = press_make_briefing(
		d->press, &(struct press_briefing){ .path = d->briefing, .only = "pdf", .layout_only = true });
	assert_int_equal(r->status, PRESS_WRONG);
	put(d, d->data, d->numbers);
	assert_false(lay_out(d)->work.data_kept);
	assert_true(lay_out(d)->work.data_kept);
}

/* Everything on a page leads to something that is told, and the same state looks the same. */
static void a_view_is_the_same_each_time(void **state)
{
	struct desk *d = *state;
	struct press_view view, again;
	char faces[65];
	const struct press_result *r = lay_out(d);
	press_view_make(d->arena, r, "", &view);
	assert_int_equal(view.n_pages, r->n_pages);
	assert_non_null(view.new_faces);
	const char *told = press_view_told(d->arena, r, &view);
	assert_non_null(strstr(told, "\"expression\": \"value(\\\"muse-spark\\\", \\\"intelligence-index\\\")\""));
	size_t values = 0, facts = 0, lines = 0;
	for (size_t i = 0; i < view.n_pages; i++)
		for (const char *p = view.pages[i].svg; (p = strstr(p, "class=\"spot\"")) != NULL; p++) {
			const char *end = strstr(p, "/>"), *value = strstr(p, "data-value"),
				   *fact = strstr(p, "data-fact");
			values += value && value < end;
			facts += fact && fact < end;
			lines++;
		}
	assert_true(values > 100 && facts > 30 && lines > 500);
	memcpy(faces, view.faces, sizeof faces);
	press_view_make(d->arena, lay_out(d), faces, &again);
	assert_null(again.new_faces);
	for (size_t i = 0; i < view.n_pages; i++)
		assert_string_equal(view.pages[i].sha256, again.pages[i].sha256);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_is_done_twice, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(one_number_shapes_what_depends_on_it, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(one_word_shapes_its_paragraph, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_warm_session_makes_what_a_new_one_does, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(data_that_change_are_loaded_again, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_view_is_the_same_each_time, open_desk, close_desk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
