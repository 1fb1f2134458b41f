/* Archives that zip_write makes: another reader finds in them what was put in; the same bytes twice. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/zip_write.h"
#include "read/archive.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { LONG = 100000, NOISE = 5000 };

static struct bytes text(const char *s)
{
	return (struct bytes){ .data = s, .size = strlen(s) };
}

/* One byte over and over, which packs well. */
static struct bytes run(struct arena *arena)
{
	char *s = arena_alloc(arena, LONG, 1);
	memset(s, 'a', LONG);
	return (struct bytes){ .data = s, .size = LONG };
}

/* What does not pack at all. */
static struct bytes noise(struct arena *arena)
{
	char *s = arena_alloc(arena, NOISE, 1);
	uint32_t state = 1;
	for (size_t i = 0; i < NOISE; i++) {
		state = state * 1664525u + 1013904223u;
		s[i] = (char)(state >> 24);
	}
	return (struct bytes){ .data = s, .size = NOISE };
}

static struct bytes made(struct arena *arena, const char *comment)
{
	struct zip_write *zip = zip_write_new(arena);
	struct bytes out;
	zip_write_store(zip, "first.xml", text("<a/>"));
	zip_write_add(zip, "folder/run.txt", run(arena));
	zip_write_add(zip, "folder/noise.bin", noise(arena));
	zip_write_add(zip, "empty", text(""));
	assert_true(zip_write_end(zip, comment, &out));
	return out;
}

static void assert_holds(struct archive *archive, struct arena *arena, const char *name, struct bytes expected)
{
	struct diags *diags = diags_new(arena);
	struct bytes found;
	assert_true(archive_has(archive, name));
	assert_true(archive_read(archive, arena, name, &found, diags));
	assert_int_equal(found.size, expected.size);
	assert_memory_equal(found.data, expected.data, expected.size);
}

static void another_reader_finds_what_was_put_in(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct bytes file = made(arena, NULL);
	assert_true(archive_recognise(file));
	struct archive *archive = archive_open(arena, "a.zip", file, diags);
	assert_non_null(archive);
	assert_holds(archive, arena, "first.xml", text("<a/>"));
	assert_holds(archive, arena, "folder/run.txt", run(arena));
	assert_holds(archive, arena, "folder/noise.bin", noise(arena));
	assert_holds(archive, arena, "empty", text(""));
	assert_false(archive_has(archive, "folder"));
	arena_free(arena);
}

static void what_packs_is_packed_and_what_does_not_is_stored(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct bytes file = made(arena, NULL);
	assert_true(file.size > NOISE);
	assert_true(file.size < NOISE + 1500);
	arena_free(arena);
}

static void the_same_members_give_the_same_bytes(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct bytes a = made(arena, "note"), b = made(arena, "note");
	assert_int_equal(a.size, b.size);
	assert_memory_equal(a.data, b.data, a.size);
	arena_free(arena);
}

static void a_comment_ends_the_file(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct bytes file = made(arena, "note");
	assert_memory_equal(file.data + file.size - 4, "note", 4);
	assert_non_null(archive_open(arena, "a.zip", file, diags));
	arena_free(arena);
}

static void an_archive_may_be_empty(void **state)
{
	(void)state;
	enum { END = 22 };
	struct arena *arena = arena_new();
	struct bytes file;
	assert_true(zip_write_end(zip_write_new(arena), NULL, &file));
	assert_int_equal(file.size, END);
	arena_free(arena);
}

static void too_many_members_are_refused(void **state)
{
	(void)state;
	enum { MOST = 65535 };
	struct arena *arena = arena_new();
	struct zip_write *zip = zip_write_new(arena);
	struct bytes file;
	char name[] = "00000000";
	for (size_t i = 0; i <= MOST; i++) {
		for (size_t k = 0, n = i; k < sizeof name - 1; k++, n /= 10)
			name[k] = (char)('0' + n % 10);
		zip_write_store(zip, name, text(""));
	}
	assert_false(zip_write_end(zip, NULL, &file));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_reader_finds_what_was_put_in),
		cmocka_unit_test(what_packs_is_packed_and_what_does_not_is_stored),
		cmocka_unit_test(the_same_members_give_the_same_bytes),
		cmocka_unit_test(a_comment_ends_the_file),
		cmocka_unit_test(an_archive_may_be_empty),
		cmocka_unit_test(too_many_members_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
