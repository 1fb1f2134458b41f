/* A file that was changed anywhere is never called unaltered, in any format: a byte that is another, missing, doubled,
 * moved or added, wherever it stands: in text, pixels, metadata, the record, the seal itself. */
#include "base/arena.h"
#include "chart/kind.h"
#include "paint/painter.h"
#include "press/press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct kept { /* one file, and a copy to spoil */
	const char *suffix;
	char *bytes, *spoilt;
	size_t size;
};

struct desk {
	struct arena *arena;
	struct press *press;
	struct kept files[8];
	size_t n_files;
};

static struct {
	uint32_t changes; /* of each kind and file; from the command line */
} wanted;

static uint32_t next(uint32_t *r)
{
	*r ^= *r << 13;
	*r ^= *r >> 17;
	*r ^= *r << 5;
	return *r;
}

static void keep(struct desk *d, const struct press_result *result)
{
	if (result->status != PRESS_DONE)
		diags_print(result->diags, stderr, false);
	assert_int_equal(result->status, PRESS_DONE);
	for (size_t i = 0; i < result->n_files; i++) {
		struct kept *file = &d->files[d->n_files++];
		file->size = result->files[i].bytes.size;
		file->suffix = arena_strdup(d->arena, strrchr(result->files[i].name, '.') + 1);
		file->bytes = arena_alloc(d->arena, file->size + 1, 1);
		file->spoilt = arena_alloc(d->arena, file->size + 2, 1);
		memcpy(file->bytes, result->files[i].bytes.data, file->size);
	}
}

static int make_files(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	static const struct feed data[] = { { .file = "tests/lib/seal.yaml" } };
	static const char *const on[] = { "coding" };
	static const char *const suffixes[] = { "png", "svg", "pdf" };
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	d->arena = arena;
	d->press = press_open(
		&(struct press_world){ .version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1 });
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		keep(d, press_make_chart(d->press, &(struct press_chart){
							   .kind = chart_kind_find("bars", place_file(NULL), diags),
							   .data = data,
							   .n_data = 1,
							   .part.benchmarks = on,
							   .part.n_benchmarks = 1,
							   .painter = painter_find(suffixes[i]) }));
	keep(d, press_make_briefing(d->press, &(struct press_briefing){ .path = "tests/lib/seal.md" }));
	*state = d;
	return 0;
}

static int drop_files(void **state)
{
	struct desk *d = *state;
	press_close(d->press);
	arena_free(d->arena);
	return 0;
}

static bool is_whole(const char *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct paint_found found = { .seal = PAINT_UNSEALED };
	char *copy = arena_alloc(arena, size + 1, 1);
	memcpy(copy, bytes, size);
	bool known = paint_recover(arena, (struct bytes){ .data = copy, .size = size }, &found, diags_new(arena));
	bool whole = known && found.seal == PAINT_WHOLE;
	arena_free(arena);
	return whole;
}

/* change: spoils the copy at a place and returns its size; 0: there is nothing to change there. */
static void never_whole(struct desk *d, size_t (*change)(struct kept *file, size_t at, uint32_t *r))
{
	for (size_t i = 0; i < d->n_files; i++) {
		struct kept *file = &d->files[i];
		uint32_t r = 88172645;
		for (uint32_t n = 0; n < wanted.changes; n++) {
			size_t at = next(&r) % file->size;
			memcpy(file->spoilt, file->bytes, file->size);
			size_t size = change(file, at, &r);
			if (size && is_whole(file->spoilt, size))
				fail_msg("file %zu (%s): changed at byte %zu of %zu, it is called unaltered", i,
				         file->suffix, at, file->size);
		}
	}
}

static size_t another_byte(struct kept *file, size_t at, uint32_t *r)
{
	file->spoilt[at] = (char)(file->spoilt[at] + 1 + (char)(next(r) % 255));
	return file->size;
}

static size_t one_bit(struct kept *file, size_t at, uint32_t *r)
{
	file->spoilt[at] = (char)(file->spoilt[at] ^ (1 << next(r) % 8));
	return file->size;
}

static size_t one_less(struct kept *file, size_t at, uint32_t *r)
{
	(void)r;
	memmove(file->spoilt + at, file->spoilt + at + 1, file->size - at - 1);
	return file->size - 1;
}

static size_t one_more(struct kept *file, size_t at, uint32_t *r)
{
	memmove(file->spoilt + at + 1, file->spoilt + at, file->size - at);
	file->spoilt[at] = (char)next(r);
	return file->size + 1;
}

static size_t two_swapped(struct kept *file, size_t at, uint32_t *r)
{
	size_t other = next(r) % file->size;
	char kept = file->spoilt[at];
	file->spoilt[at] = file->spoilt[other];
	file->spoilt[other] = kept;
	return file->spoilt[at] == kept ? 0 : file->size;
}

static size_t cut_off(struct kept *file, size_t at, uint32_t *r)
{
	(void)r;
	(void)file;
	return at;
}

static size_t last_byte_more(struct kept *file, size_t at, uint32_t *r)
{
	(void)at;
	file->spoilt[file->size] = (char)next(r);
	return file->size + 1;
}

static size_t near_the_seal(struct kept *file, size_t at, uint32_t *r)
{
	static const char mark[] = "benchbrief-seal:sha256:";
	enum { AROUND = 120 };
	size_t seal = file->size;
	for (size_t i = 0; i + sizeof mark < file->size; i++)
		if (memcmp(file->bytes + i, mark, sizeof mark - 1) == 0)
			seal = i;
	size_t here = seal + at % AROUND;
	return here < file->size ? another_byte(file, here, r) : 0;
}

static void every_file_is_whole_when_it_is_made(void **state)
{
	struct desk *d = *state;
	assert_int_equal(d->n_files, 5); /* the briefing's pages and its picture, too */
	for (size_t i = 0; i < d->n_files; i++)
		assert_true(is_whole(d->files[i].bytes, d->files[i].size));
}

static void another_byte_anywhere_is_seen(void **state)
{
	never_whole(*state, another_byte);
	never_whole(*state, one_bit);
	never_whole(*state, near_the_seal);
}

static void a_byte_more_or_less_is_seen(void **state)
{
	never_whole(*state, one_less);
	never_whole(*state, one_more);
	never_whole(*state, last_byte_more);
}

static void moved_bytes_and_a_lost_end_are_seen(void **state)
{
	never_whole(*state, two_swapped);
	never_whole(*state, cut_off);
}

int main(int argc, char **argv)
{
	wanted.changes = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 60;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_is_whole_when_it_is_made),
		cmocka_unit_test(another_byte_anywhere_is_seen),
		cmocka_unit_test(a_byte_more_or_less_is_seen),
		cmocka_unit_test(moved_bytes_and_a_lost_end_are_seen),
	};
	return cmocka_run_group_tests(tests, make_files, drop_files);
}
