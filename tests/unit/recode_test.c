/* Files as they lie on disk: packed, UTF-16, Windows-1252, damaged, and packed to burst. */
#include "base/arena.h"
#include "base/str.h"
#include "read/recode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct desk {
	struct arena *arena;
	struct diags *diags;
};

static struct desk desk_open(void)
{
	struct arena *arena = arena_new();
	return (struct desk){ arena, diags_new(arena) };
}

/* The text that comes out, NULL after an error. */
static const char *text_of(struct desk *d, const char *name, const void *data, size_t size)
{
	struct bytes bytes = { .data = data, .size = size };
	d->diags = diags_new(d->arena);
	return recode(d->arena, &name, &bytes, d->diags) ? arena_strndup(d->arena, bytes.data, bytes.size) : NULL;
}

static struct bytes packed(struct desk *d, const void *data, size_t size)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	size_t room = libdeflate_gzip_compress_bound(c, size);
	char *out = arena_alloc(d->arena, room, 1);
	size_t n = libdeflate_gzip_compress(c, data, size, out, room);
	libdeflate_free_compressor(c);
	return (struct bytes){ .data = out, .size = n };
}

static void packed_files_are_unpacked(void **state)
{
	(void)state;
	struct desk d = desk_open();
	struct bytes one = packed(&d, "model,score\n", 12), two = packed(&d, "A,1\n", 4);
	char *both = arena_alloc(d.arena, one.size + two.size, 1);
	memcpy(both, one.data, one.size);
	memcpy(both + one.size, two.data, two.size);
	assert_string_equal(text_of(&d, "a.csv.gz", one.data, one.size), "model,score\n");
	assert_string_equal(text_of(&d, "a.csv.gz", both, one.size + two.size), "model,score\nA,1\n");
	assert_null(text_of(&d, "a.csv.gz", both, one.size + two.size - 3));
	assert_null(text_of(&d, "a.csv.gz", both, one.size - 1));
	both[one.size / 2] ^= 0x55;
	assert_null(text_of(&d, "a.csv.gz", both, one.size));
	arena_free(d.arena);
}

static void a_bomb_does_not_burst(void **state)
{
	(void)state;
	struct desk d = desk_open();
	size_t size = (size_t)READ_BYTES_MAX + 1;
	char *zeros = calloc(size, 1);
	assert_non_null(zeros);
	struct bytes bomb = packed(&d, zeros, size);
	free(zeros);
	assert_null(text_of(&d, "a.csv.gz", bomb.data, bomb.size));
	assert_non_null(strstr(diags_at(d.diags, 0)->message, "more than"));
	char *liar = arena_alloc(d.arena, bomb.size, 1);
	memcpy(liar, bomb.data, bomb.size);
	memset(liar + bomb.size - 4, 0, 4); /* says that it is empty */
	assert_null(text_of(&d, "a.csv.gz", liar, bomb.size));
	arena_free(d.arena);
}

static void utf16_is_told_by_mark_or_zeros(void **state)
{
	(void)state;
	struct desk d = desk_open();
	static const char little[] = "\xff\xfe\x61\x00\xfc\x00\x3d\xd8\x86\xde"; /* aü and a surrogate pair */
	static const char big[] = "\xfe\xff\x00\x61\x20\xac";
	static const char bare[] = "a\0,\0b\0\n\0\xe9\0";
	assert_string_equal(text_of(&d, "a.csv", little, sizeof little - 1), "a\u00fc\U0001f686");
	assert_string_equal(text_of(&d, "a.csv", big, sizeof big - 1), "a\u20ac");
	assert_string_equal(text_of(&d, "a.csv", bare, sizeof bare - 1), "a,b\n\u00e9");
	assert_null(text_of(&d, "a.csv", "\xff\xfe\x00\xdc\x00\xdc", 6)); /* two second halves are not a pair */
	assert_null(text_of(&d, "a.csv", little, sizeof little - 2));
	assert_null(text_of(&d, "a.csv", little, sizeof little - 3));
	arena_free(d.arena);
}

static void western_tables_are_told(void **state)
{
	(void)state;
	struct desk d = desk_open();
	static const char western[] = "model,Gr\xf6\xdf"
				      "e\nA,5 \x80\n",
			  mixed[] = "a,\xc3\xa9\nb,\xe9\n";
	assert_string_equal(text_of(&d, "a.csv", western, sizeof western - 1), "model,Gr\u00f6\u00dfe\nA,5 \u20ac\n");
	assert_int_equal(diags_count(d.diags, DIAG_NOTE), 1);
	assert_string_equal(text_of(&d, "a.csv", mixed, sizeof mixed - 1), mixed); /* whose reader says what is wrong */
	assert_string_equal(text_of(&d, "a.json", "[\"\xe9\"]", 5), "[\"\xe9\"]");
	assert_string_equal(text_of(&d, "a.csv", "a,\x81\n", 4), "a,\x81\n");
	assert_int_equal(diags_count(d.diags, DIAG_NOTE), 0);
	arena_free(d.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(packed_files_are_unpacked),
		                            cmocka_unit_test(a_bomb_does_not_burst),
		                            cmocka_unit_test(utf16_is_told_by_mark_or_zeros),
		                            cmocka_unit_test(western_tables_are_told) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
