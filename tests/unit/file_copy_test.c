/* Large files are mapped from a copy: the bytes stay right whatever is given back, and whatever becomes of the file. */
#define _XOPEN_SOURCE 700
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/file_copy.h"
#include "base/hash.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

enum { SIZE = FILE_COPY_FROM + 12345, LIMIT = FILE_COPY_FROM * 2 };

struct bench {
	struct arena *arena;
	struct diags *diags;
	char path[32];
};

static char byte_at(size_t i)
{
	return (char)('a' + i * 7919 % 26);
}

static int open_bench(void **state)
{
	static struct bench bench;
	bench.arena = arena_new();
	bench.diags = diags_new(bench.arena);
	strcpy(bench.path, "/tmp/copied_XXXXXX");
	int fd = mkstemp(bench.path);
	FILE *out = fdopen(fd, "w");
	for (size_t i = 0; i < SIZE; i++)
		putc(byte_at(i), out);
	*state = &bench;
	return fclose(out);
}

static int close_bench(void **state)
{
	struct bench *bench = *state;
	arena_free(bench->arena);
	return unlink(bench->path);
}

static void must_hold(const struct bytes b)
{
	assert_int_equal(b.size, SIZE);
	for (size_t i = 0; i < b.size; i++)
		if (b.data[i] != byte_at(i))
			fail_msg("byte %zu is wrong", i);
}

static size_t resident_kilobytes(void)
{
	size_t pages = 0, shared = 0;
	FILE *in = fopen("/proc/self/statm", "r");
	assert_non_null(in);
	assert_int_equal(fscanf(in, "%*u %zu %zu", &pages, &shared), 2);
	fclose(in);
	return pages * (size_t)sysconf(_SC_PAGESIZE) / 1024;
}

static void what_has_been_read_is_given_back_and_can_be_read_again(void **state)
{
	struct bench *bench = *state;
	struct bytes b;
	assert_true(file_read(bench->arena, bench->path, LIMIT, &b, bench->diags));
	must_hold(b);
	size_t full = resident_kilobytes();
	const char *rested = b.data;
	file_copy_rest(b, &rested, b.data + b.size);
	assert_ptr_equal(rested, b.data + b.size);
	assert_true(resident_kilobytes() + SIZE / 1024 / 2 < full);
	must_hold(b);
}

static void a_file_that_changes_meanwhile_changes_nothing(void **state)
{
	struct bench *bench = *state;
	struct bytes b;
	assert_true(file_read(bench->arena, bench->path, LIMIT, &b, bench->diags));
	const char *rested = b.data;
	file_copy_rest(b, &rested, b.data + b.size);
	assert_int_equal(truncate(bench->path, 10), 0);
	must_hold(b);
}

/* As what comes from a pipe. */
static void what_is_in_memory_stays_there(void **state)
{
	struct bench *bench = *state;
	struct bytes b;
	int fd = open(bench->path, O_RDONLY);
	char *own = arena_alloc(bench->arena, SIZE, 1);
	assert_int_equal(read(fd, own, SIZE), SIZE);
	close(fd);
	b = (struct bytes){ .data = own, .size = SIZE };
	const char *rested = b.data;
	file_copy_rest(b, &rested, b.data + b.size);
	must_hold(b);
}

static void where_no_copy_may_be_written_the_file_is_read(void **state)
{
	struct bench *bench = *state;
	struct bytes b;
	struct rlimit before, little;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	little = before;
	little.rlim_cur = 4096;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
	bool read = file_read(bench->arena, bench->path, LIMIT, &b, bench->diags);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_true(read && !b.copied);
	must_hold(b);
}

static void a_file_over_the_limit_is_refused(void **state)
{
	struct bench *bench = *state;
	struct bytes b;
	assert_false(file_read(bench->arena, bench->path, FILE_COPY_FROM, &b, bench->diags));
	assert_int_equal(diags_count(bench->diags, DIAG_ERROR), 1);
}

static void the_hash_of_many_pieces_is_that_of_the_whole(void **state)
{
	struct bench *bench = *state;
	struct bytes b;
	char pieces[65], whole[65];
	struct hash hash;
	assert_true(file_read(bench->arena, bench->path, LIMIT, &b, bench->diags));
	hash_sha256_hex(b.data, b.size, pieces);
	hash_init(&hash);
	hash_add(&hash, b.data, b.size);
	hash_finish(&hash, whole);
	assert_string_equal(pieces, whole);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_has_been_read_is_given_back_and_can_be_read_again, open_bench,
		                                close_bench),
		cmocka_unit_test_setup_teardown(a_file_that_changes_meanwhile_changes_nothing, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(what_is_in_memory_stays_there, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(where_no_copy_may_be_written_the_file_is_read, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(a_file_over_the_limit_is_refused, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(the_hash_of_many_pieces_is_that_of_the_whole, open_bench, close_bench),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
