/* The ground floor: memory, text, maps, hashes, files. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

/* ---- memory ---- */

struct released {
	int order[3], count;
};

struct release {
	struct released *log;
	int number;
};

static void note(void *object)
{
	struct release *r = object;
	r->log->order[r->log->count++] = r->number;
}

static void what_is_deferred_is_released_last_first(void **state)
{
	(void)state;
	struct released log = { 0 };
	struct release releases[3] = { { &log, 1 }, { &log, 2 }, { &log, 3 } };
	struct arena *arena = arena_new();
	for (int i = 0; i < 3; i++)
		arena_defer(arena, note, &releases[i]);
	arena_free(arena);
	assert_int_equal(log.count, 3);
	assert_int_equal(log.order[0], 3);
	assert_int_equal(log.order[2], 1);
	arena_free(NULL);
}

static void memory_is_zeroed_aligned_and_apart(void **state)
{
	unsigned char *before = NULL;
	for (size_t n = 1; n < 100000; n = n * 3 + 1) {
		unsigned char *p = arena_alloc(*state, n, 1);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
		if (before)
			assert_int_equal(*before, 0xff);
		before = p;
	}
}

static void a_grown_array_keeps_what_it_held(void **state)
{
	int *items = NULL;
	size_t capacity = 0;
	for (int i = 0; i < 10000; i++) {
		items = arena_grow(*state, items, &capacity, (size_t)i, sizeof *items);
		items[i] = i;
	}
	for (int i = 0; i < 10000; i++)
		assert_int_equal(items[i], i);
}

/* ---- text ---- */

static void slugs_are_plain(void **state)
{
	assert_string_equal(str_slug(*state, "Gemini 3.1 Pro"), "gemini-3.1-pro");
	assert_string_equal(str_slug(*state, "  Humanity's -- Last_Exam! "), "humanity-s-last-exam");
	assert_string_equal(str_slug(*state, "通义千问 3"), "通义千问-3");
	assert_string_equal(str_slug(*state, "!!"), "x");
}

static void distance_counts_edits(void **state)
{
	(void)state;
	assert_int_equal(str_distance("muse-spark", "muse-spark", 5), 0);
	assert_int_equal(str_distance("muse-spark", "MUSE-spark", 5), 0);
	assert_int_equal(str_distance("muse-sprak", "muse-spark", 5), 1);
	assert_int_equal(str_distance("leaderbord", "leaderboard", 5), 1);
	assert_int_equal(str_distance("", "abc", 5), 3);
	assert_true(str_distance("abc", "uvwxyz", 3) > 3);
	assert_int_equal(str_distance("é", "e", 3), 1);
}

static void ill_formed_utf8_is_found_where_it_starts(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t n, bad;
	} cases[] = {
		{ "plain", 5, 5 },
		{ "\xc3\xa9", 2, 2 },
		{ "\xf0\x9f\x9a\x80", 4, 4 },
		{ "a\xff", 2, 1 },
		{ "\xc0\x80", 2, 0 },
		{ "\xe0\x80\x80", 3, 0 },
		{ "\xed\xa0\x80", 3, 0 },
		{ "\xf4\x90\x80\x80", 4, 0 },
		{ "ab\xe2\x82", 4, 2 },
		{ "\x80", 1, 0 },
		{ "\xf8\x88\x80\x80\x80", 5, 0 },
		{ "", 0, 0 },
		{ "x\xc3(", 3, 1 },
		{ "\xef\xbf\xbf", 3, 3 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(utf8_bad(cases[i].bytes, cases[i].n), cases[i].bad);
	assert_true(utf8_is_noncharacter(0xffff));
	assert_true(utf8_is_noncharacter(0xfdd0));
	assert_true(utf8_is_noncharacter(0x1fffe));
	assert_false(utf8_is_noncharacter(0xfffd));
}

static void runes_survive_being_encoded_and_decoded(void **state)
{
	static const uint32_t runes[] = { 1, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff };
	struct strbuf b = strbuf_new(*state);
	for (size_t i = 0; i < 10; i++)
		strbuf_add_rune(&b, runes[i]);
	const char *s = b.s;
	for (size_t i = 0; i < 10; i++)
		assert_int_equal(utf8_next(&s), runes[i]);
	assert_int_equal(utf8_next(&s), 0);
	assert_int_equal(utf8_count(b.s), 10);
}

static void wide_and_combining_characters_take_their_cells(void **state)
{
	static const struct {
		uint32_t rune;
		size_t cells;
	} cases[] = {
		{ 'a', 1 },     { 0x2ff, 1 },   { 0x300, 0 },   { 0x36f, 0 },   { 0x370, 1 },   { 0x10ff, 1 },
		{ 0x1100, 2 },  { 0x115f, 2 },  { 0x1160, 1 },  { 0x200a, 1 },  { 0x200b, 0 },  { 0x200f, 0 },
		{ 0x2010, 1 },  { 0x20dd, 0 },  { 0x2e7f, 1 },  { 0x2e80, 2 },  { 0xa4cf, 2 },  { 0xa4d0, 1 },
		{ 0xabff, 1 },  { 0xac00, 2 },  { 0xd7a3, 2 },  { 0xd7a4, 1 },  { 0xf8ff, 1 },  { 0xf900, 2 },
		{ 0xfaff, 2 },  { 0xfb00, 1 },  { 0xfdff, 1 },  { 0xfe00, 0 },  { 0xfe0f, 0 },  { 0xfe10, 1 },
		{ 0xfe2f, 1 },  { 0xfe30, 2 },  { 0xfe6f, 2 },  { 0xfe70, 1 },  { 0xfeff, 0 },  { 0xff00, 2 },
		{ 0xff60, 2 },  { 0xff61, 1 },  { 0xffdf, 1 },  { 0xffe0, 2 },  { 0xffe6, 2 },  { 0xffe7, 1 },
		{ 0x1f2ff, 1 }, { 0x1f300, 2 }, { 0x1faff, 2 }, { 0x1fb00, 1 }, { 0x1ffff, 1 }, { 0x20000, 2 },
		{ 0x3fffd, 2 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf b = strbuf_new(*state);
		strbuf_add_rune(&b, cases[i].rune);
		strbuf_add(&b, "x");
		assert_int_equal(utf8_cells(b.s), cases[i].cells + 1);
	}
}

static void a_number_is_the_whole_of_its_text(void **state)
{
	(void)state;
	static const char *const good[] = { "0", "-1", "+1", "1.5", ".5", "5.", "1e3", "-2.5E-3" };
	static const char *const bad[] = { "",   "-",   ".",   "1 ",    " 1",    "1,5", "0x10",
		                           "1e", "inf", "nan", "1e999", "1.2.3", "--1" };
	double n;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(str_to_number(good[i], &n));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(str_to_number(bad[i], &n));
}

/* ---- maps, hashes ---- */

static void ten_thousand_keys_are_found_again(void **state)
{
	struct map map = map_new(*state);
	assert_null(map_find(&map, "nothing"));
	for (int i = 0; i < 10000; i++) {
		char *key = arena_printf(*state, "key %d", i);
		assert_ptr_equal(map_put(&map, key, key), key);
	}
	for (int i = 0; i < 10000; i++) {
		char *key = arena_printf(*state, "key %d", i);
		assert_string_equal(map_find(&map, key), key);
		assert_ptr_not_equal(map_put(&map, key, key), key);
	}
	assert_null(map_find(&map, "key 10000"));
	assert_int_equal(map.count, 10000);
}

static void hashes_of_pieces_are_those_of_the_whole(void **state)
{
	char text[700], whole[65], pieces[65];
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = (char)(i * 7);
	(void)state;
	for (size_t step = 1; step <= 200; step++) {
		struct hash hash;
		hash_init(&hash);
		for (size_t at = 0; at < sizeof text; at += step)
			hash_add(&hash, text + at, sizeof text - at < step ? sizeof text - at : step);
		hash_finish(&hash, pieces);
		hash_sha256_hex(text, sizeof text, whole);
		assert_string_equal(pieces, whole);
	}
}

static void the_hash_is_the_same_with_and_without_the_processors_own_instructions(void **state)
{
	unsigned char bytes[1000];
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(i * i >> 3);
	(void)state;
	for (size_t size = 0; size <= sizeof bytes; size += 37) {
		struct hash plain;
		char either[65], portable[65];
		hash_sha256_hex(bytes, size, either);
		hash_init(&plain);
		plain.fast = false;
		hash_add(&plain, bytes, size);
		hash_finish(&plain, portable);
		assert_string_equal(either, portable);
	}
}

static void hashes_are_sha256(void **state)
{
	char hex[65];
	hash_sha256_hex("", 0, hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	hash_sha256_hex("abc", 3, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	char *many = arena_alloc(*state, 1000000, 1);
	memset(many, 'a', 1000000);
	hash_sha256_hex(many, 1000000, hex);
	assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* ---- files ---- */

static char *scratch(struct arena *arena)
{
	char *folder = arena_strdup(arena, "/tmp/benchbrief-test-XXXXXX");
	assert_non_null(mkdtemp(folder));
	return folder;
}

static void a_written_file_keeps_time_permissions_and_links(void **state)
{
	struct diags *diags = diags_new(*state);
	char *folder = scratch(*state), *path = arena_printf(*state, "%s/x", folder),
	     *link = arena_printf(*state, "%s/link", folder);
	struct stat before, after;
	assert_true(file_write(path, "one", 3, diags));
	assert_int_equal(chmod(path, 0640), 0);
	assert_int_equal(symlink("x", link), 0);
	assert_int_equal(stat(path, &before), 0);
	assert_true(file_write(path, "one", 3, diags));
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_true(file_write(link, "two!", 4, diags));
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(after.st_mode & 0777, 0640);
	assert_int_equal(lstat(link, &after), 0);
	assert_true(S_ISLNK(after.st_mode));
	struct bytes bytes;
	assert_true(file_read(*state, path, 100, &bytes, diags));
	assert_int_equal(bytes.size, 4);
	assert_memory_equal(bytes.data, "two!", 4);
	assert_true(diags_ok(diags));
	unlink(link);
	unlink(path);
	rmdir(folder);
}

static void reading_what_cannot_be_read_says_so(void **state)
{
	struct diags *diags = diags_new(*state);
	char *folder = scratch(*state), *path = arena_printf(*state, "%s/x", folder);
	struct bytes bytes;
	assert_false(file_read(*state, path, 100, &bytes, diags));
	assert_false(file_read(*state, folder, 100, &bytes, diags));
	assert_true(file_write(path, "0123456789", 10, diags));
	assert_false(file_read(*state, path, 9, &bytes, diags));
	assert_int_equal(diags_count(diags, DIAG_ERROR), 3);
	unlink(path);
	rmdir(folder);
}

static void paths_are_taken_apart(void **state)
{
	assert_string_equal(file_name("a/b/c.json"), "c.json");
	assert_string_equal(file_stem(*state, "a/b/c.json"), "c");
	assert_string_equal(file_suffix("a.b/c"), "");
	assert_string_equal(file_suffix(".hidden"), "");
	assert_string_equal(file_folder(*state, "c.json"), ".");
	assert_string_equal(file_folder(*state, "/c"), "/");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_deferred_is_released_last_first),
		cmocka_unit_test_setup_teardown(memory_is_zeroed_aligned_and_apart, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_grown_array_keeps_what_it_held, set_up, tear_down),
		cmocka_unit_test_setup_teardown(slugs_are_plain, set_up, tear_down),
		cmocka_unit_test(distance_counts_edits),
		cmocka_unit_test(ill_formed_utf8_is_found_where_it_starts),
		cmocka_unit_test_setup_teardown(runes_survive_being_encoded_and_decoded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(wide_and_combining_characters_take_their_cells, set_up, tear_down),
		cmocka_unit_test(a_number_is_the_whole_of_its_text),
		cmocka_unit_test_setup_teardown(ten_thousand_keys_are_found_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hashes_are_sha256, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_hash_is_the_same_with_and_without_the_processors_own_instructions,
		                                set_up, tear_down),
		cmocka_unit_test_setup_teardown(hashes_of_pieces_are_those_of_the_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_written_file_keeps_time_permissions_and_links, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reading_what_cannot_be_read_says_so, set_up, tear_down),
		cmocka_unit_test_setup_teardown(paths_are_taken_apart, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
