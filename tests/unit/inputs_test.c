/* The list of inputs: what is read once, what a briefing may name, what must not be replaced. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/inputs.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct desk {
	struct arena *arena;
	struct diags *diags;
	struct inputs *inputs;
	char *folder;
};

static const char *put(struct desk *d, const char *name, const char *text)
{
	char *path = arena_printf(d->arena, "%s/%s", d->folder, name);
	assert_true(file_make_folder(file_folder(d->arena, path), d->diags));
	assert_true(file_write(path, text, strlen(text), d->diags));
	return path;
}

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	*d = (struct desk){ .arena = arena, .diags = diags_new(arena), .inputs = inputs_new(arena) };
	d->folder = arena_strdup(arena, "/tmp/benchbrief-inputs-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
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

static void test_read(void **state)
{
	struct desk *d = *state;
	const char *path = put(d, "a.csv", "abc");
	const struct input *first = inputs_read(d->inputs, INPUT_DATA, path, 100, d->diags);
	assert_non_null(first);
	assert_int_equal(first->bytes.size, 3);
	assert_memory_equal(first->bytes.data, "abc", 3);
	assert_int_equal(first->kind, INPUT_FILE);
	assert_null(first->written);
	put(d, "a.csv", "changed"); /* a run sees one state of a file */
	assert_ptr_equal(inputs_read(d->inputs, INPUT_DATA, path, 100, d->diags), first);
	const struct input *other = inputs_read(d->inputs, INPUT_BASELINE, path, 100, d->diags);
	assert_ptr_not_equal(other, first);
	assert_memory_equal(other->bytes.data, "abc", 3);
	assert_int_equal(inputs_count(d->inputs), 2);
	assert_null(inputs_read(d->inputs, INPUT_DATA, put(d, "b.csv", "0123456789"), 9, d->diags));
	assert_null(inputs_read(d->inputs, INPUT_DATA, "/nowhere/x.csv", 9, d->diags));
	assert_int_equal(inputs_count(d->inputs), 4); /* what failed is listed, too */
	assert_false(inputs_at(d->inputs, 2)->read);
	assert_string_equal(inputs_at(d->inputs, 3)->path, "/nowhere/x.csv");
	assert_null(inputs_at(d->inputs, 4));
	assert_int_equal(diags_count(d->diags, DIAG_ERROR), 2);
}

static void test_hash(void **state)
{
	struct desk *d = *state;
	const char *path = put(d, "a.csv", "abc");
	inputs_read(d->inputs, INPUT_DATA, path, 100, d->diags);
	inputs_name(d->inputs, INPUT_PICTURE, "/nowhere.png");
	inputs_put(d->inputs, INPUT_DATA, "select 1", (struct bytes){ .data = "abc", .size = 3 });
	assert_string_equal(input_sha256(inputs_at(d->inputs, 0)),
	                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(input_sha256(inputs_at(d->inputs, 1)), "");
	assert_string_equal(input_sha256(inputs_at(d->inputs, 2)), input_sha256(inputs_at(d->inputs, 0)));
	assert_int_equal(inputs_at(d->inputs, 2)->kind, INPUT_QUERY);
}

static const char *below(struct desk *d, const char *written)
{
	return inputs_below(d->inputs, INPUT_PICTURE, arena_printf(d->arena, "%s/in", d->folder), written,
	                    place_file("b.md"), "put it there", d->diags);
}

static void test_containment(void **state)
{
	struct desk *d = *state;
	const char *outside = put(d, "secret.png", "x");
	put(d, "in/a.png", "x");
	put(d, "in/sub/b.png", "x");
	assert_int_equal(symlink(outside, arena_printf(d->arena, "%s/in/link.png", d->folder)), 0);
	const char *path = below(d, "a.png");
	assert_string_equal(path, arena_printf(d->arena, "%s/in/a.png", d->folder));
	assert_string_equal(inputs_at(d->inputs, 0)->written, "a.png");
	assert_non_null(below(d, "sub/b.png"));
	assert_non_null(below(d, "sub"));
	assert_int_equal(inputs_at(d->inputs, 2)->kind, INPUT_FOLDER);
	assert_true(diags_ok(d->diags));
	static const char *const wrong[] = { "link.png",    "../secret.png", "sub/../../secret.png",
		                             "/etc/passwd", "none.png",      "sub2/../../secret.png" };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_null(below(d, wrong[i]));
		assert_int_equal(diags_count(d->diags, DIAG_ERROR), i + 1);
	}
	assert_int_equal(symlink(outside, arena_printf(d->arena, "%s/in/sub/c.png", d->folder)), 0);
	assert_null(below(d, "sub"));
}

static void test_views(void **state)
{
	struct desk *d = *state;
	const char *path = put(d, "a.csv", "abc"), *other = put(d, "b.csv", "abc");
	const char *link = arena_printf(d->arena, "%s/link", d->folder);
	inputs_read(d->inputs, INPUT_DATA, path, 100, d->diags);
	inputs_name(d->inputs, INPUT_DATA, d->folder);
	assert_int_equal(symlink(path, link), 0);
	assert_true(inputs_hit(d->inputs, path));
	assert_true(inputs_hit(d->inputs, link));
	assert_false(inputs_hit(d->inputs, other));
	assert_false(inputs_hit(d->inputs, d->folder));
	struct inputs *all = inputs_new(d->arena);
	inputs_append(all, d->inputs);
	assert_int_equal(inputs_count(all), 2);
	assert_true(inputs_hit(all, path));
	assert_true(inputs_current(all));
	put(d, "a.csv", "abd");
	assert_false(inputs_current(all));
	put(d, "a.csv", "abc");
	assert_true(inputs_current(all));
	assert_int_equal(unlink(path), 0);
	assert_false(inputs_current(all));
}

/* A briefing names its look; whoever reads it keeps a list of its own. */
static void what_was_named_is_read_when_lists_meet(void **state)
{
	struct desk *d = *state;
	put(d, "look.yaml", "abc");
	struct inputs *reader = inputs_new(d->arena);
	const char *path =
		inputs_below(d->inputs, INPUT_LOOK, d->folder, "look.yaml", place_file("b.md"), NULL, d->diags);
	assert_non_null(path);
	assert_false(inputs_at(d->inputs, 0)->read);
	assert_non_null(inputs_read(reader, INPUT_LOOK, path, 100, d->diags));
	inputs_append(d->inputs, reader);
	inputs_append(d->inputs, reader);
	assert_int_equal(inputs_count(d->inputs), 1);
	assert_true(inputs_at(d->inputs, 0)->read);
	assert_int_equal(inputs_at(d->inputs, 0)->bytes.size, 3);
	assert_string_equal(inputs_at(d->inputs, 0)->written, "look.yaml");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_read, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(test_hash, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(test_containment, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(test_views, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(what_was_named_is_read_when_lists_meet, open_desk, close_desk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
