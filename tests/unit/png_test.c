/* What png_encode writes is read back by Cairo's own reader, pixel for pixel. */
#include "base/arena.h"
#include "paint/png.h"

#include <cairo.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libdeflate.h>

static const uint32_t seed = 20261121;

struct picture {
	uint32_t width, height;
	uint32_t *pixels;
};

struct random {
	uint32_t state;
};

static uint32_t next(struct random *r)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 17;
	r->state ^= r->state << 5;
	return r->state;
}

static struct picture blank(struct arena *arena, uint32_t width, uint32_t height)
{
	return (struct picture){ width, height, arena_alloc(arena, (size_t)width * height, sizeof(uint32_t)) };
}

struct stream {
	struct bytes bytes;
	size_t at;
};

static cairo_status_t read_on(void *closure, unsigned char *data, unsigned length)
{
	struct stream *s = closure;
	if (s->at + length > s->bytes.size)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, s->bytes.data + s->at, length);
	s->at += length;
	return CAIRO_STATUS_SUCCESS;
}

static void assert_survives(struct png_writer *writer, struct picture p, const char *what)
{
	struct png_picture in = { .pixels = p.pixels, .stride = p.width, .width = p.width, .height = p.height };
	struct stream s = { png_encode(writer, &in), 0 };
	cairo_surface_t *out = cairo_image_surface_create_from_png_stream(read_on, &s);
	if (cairo_surface_status(out) != CAIRO_STATUS_SUCCESS)
		fail_msg("%s (%u x %u): %s", what, p.width, p.height,
		         cairo_status_to_string(cairo_surface_status(out)));
	assert_int_equal(cairo_image_surface_get_width(out), p.width);
	assert_int_equal(cairo_image_surface_get_height(out), p.height);
	const unsigned char *data = cairo_image_surface_get_data(out);
	size_t stride = (size_t)cairo_image_surface_get_stride(out);
	for (uint32_t y = 0; y < p.height; y++)
		for (uint32_t x = 0; x < p.width; x++) {
			uint32_t got;
			memcpy(&got, data + y * stride + 4 * (size_t)x, sizeof got);
			if ((got & 0xffffff) != (p.pixels[(size_t)y * p.width + x] & 0xffffff))
				fail_msg("%s (%u x %u): pixel %u, %u is %06x, not %06x", what, p.width, p.height, x, y,
				         got & 0xffffff, p.pixels[(size_t)y * p.width + x] & 0xffffff);
		}
	cairo_surface_destroy(out);
}

/* Cairo multiplies colours by their opacity. */
static uint32_t multiplied(uint32_t pixel)
{
	uint32_t alpha = pixel >> 24, out = pixel & 0xff000000;
	for (int shift = 0; shift <= 16; shift += 8) {
		uint32_t t = (pixel >> shift & 0xff) * alpha + 0x80;
		out |= ((t + (t >> 8)) >> 8) << shift;
	}
	return out;
}

static void assert_survives_translucent(struct png_writer *writer, struct picture p, const char *what)
{
	struct png_picture in = {
		.pixels = p.pixels, .translucent = true, .stride = p.width, .width = p.width, .height = p.height
	};
	struct stream s = { png_encode(writer, &in), 0 };
	cairo_surface_t *out = cairo_image_surface_create_from_png_stream(read_on, &s);
	assert_int_equal(cairo_surface_status(out), CAIRO_STATUS_SUCCESS);
	assert_int_equal(cairo_image_surface_get_format(out), CAIRO_FORMAT_ARGB32);
	const unsigned char *data = cairo_image_surface_get_data(out);
	size_t stride = (size_t)cairo_image_surface_get_stride(out);
	for (uint32_t y = 0; y < p.height; y++)
		for (uint32_t x = 0; x < p.width; x++) {
			uint32_t got, pixel = p.pixels[(size_t)y * p.width + x];
			memcpy(&got, data + y * stride + 4 * (size_t)x, sizeof got);
			if (got != (pixel >> 24 ? multiplied(pixel) : 0))
				fail_msg("%s (%u x %u): pixel %u, %u is %08x, not %08x", what, p.width, p.height, x, y,
				         got, multiplied(pixel));
		}
	cairo_surface_destroy(out);
}

static void with_writer(void (*test)(struct arena *arena, struct png_writer *writer))
{
	struct arena *arena = arena_new();
	test(arena, png_writer_new(arena));
	arena_free(arena);
}

/* ---- shapes ---- */

static const uint32_t sizes[][2] = { { 1, 1 },   { 1, 9 },   { 9, 1 },     { 2, 2 },     { 3, 5 },     { 257, 3 },
	                             { 64, 64 }, { 300, 7 }, { 12000, 2 }, { 32767, 2 }, { 11000, 3 }, { 5, 400 } };

static void colors(struct arena *arena, struct png_writer *writer)
{
	static const uint32_t counts[] = { 1, 2, 3, 16, 255, 256, 257, 300, 5000 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
			struct picture p = blank(arena, sizes[i][0], sizes[i][1]);
			for (size_t k = 0; k < (size_t)p.width * p.height; k++)
				p.pixels[k] = (uint32_t)(k % counts[c]) * 2654435u & 0xffffff;
			assert_survives(writer, p, "counted colours");
		}
}

static void any_number_of_colours_survives(void **state)
{
	(void)state;
	with_writer(colors);
}

static void noise(struct arena *arena, struct png_writer *writer)
{
	struct random r = { seed };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct picture p = blank(arena, sizes[i][0], sizes[i][1]);
		for (size_t k = 0; k < (size_t)p.width * p.height; k++)
			p.pixels[k] = next(&r); /* the top byte too: it is not looked at */
		assert_survives(writer, p, "noise");
	}
}

static void noise_survives(void **state)
{
	(void)state;
	with_writer(noise);
}

static void translucent(struct arena *arena, struct png_writer *writer)
{
	struct random r = { seed };
	static const uint32_t counts[] = { 1, 2, 255, 256, 257, 5000 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
			struct picture p = blank(arena, sizes[i][0], sizes[i][1]);
			for (size_t k = 0; k < (size_t)p.width * p.height; k++)
				p.pixels[k] = next(&r) % 3 && k ? p.pixels[k - 1] : next(&r) % counts[c] * 2654435761u;
			assert_survives_translucent(writer, p, "translucent");
		}
}

static void what_is_translucent_survives(void **state)
{
	(void)state;
	with_writer(translucent);
}

/* Runs, boxes and copied rows with a pixel changed here and there: what matches are made of. */
static void structured(struct arena *arena, struct png_writer *writer)
{
	struct random r = { seed };
	for (int round = 0; round < 400; round++) {
		uint32_t few = 1 + next(&r) % 4, many = 1 + next(&r) % 400;
		struct picture p = blank(arena, 1 + next(&r) % 90, 1 + next(&r) % 40);
		uint32_t palette = next(&r) % 2 ? few : many;
		for (uint32_t y = 0; y < p.height; y++) {
			uint32_t *row = p.pixels + (size_t)y * p.width;
			if (y && next(&r) % 3) {
				memcpy(row, row - p.width, p.width * sizeof *row);
				if (next(&r) % 2)
					row[next(&r) % p.width] = next(&r) % palette * 7919;
				continue;
			}
			for (uint32_t x = 0; x < p.width;) {
				uint32_t run = 1 + next(&r) % 20, color = next(&r) % palette * 7919 & 0xffffff;
				for (; run && x < p.width; run--)
					row[x++] = color;
			}
		}
		assert_survives(writer, p, "structure");
	}
}

static void runs_and_repeated_rows_survive(void **state)
{
	(void)state;
	with_writer(structured);
}

static void very_long_matches(struct arena *arena, struct png_writer *writer)
{
	for (uint32_t height = 1; height < 600; height += 37) {
		struct picture p = blank(arena, 1000, height);
		p.pixels[999] = 0x123456;
		p.pixels[(size_t)p.width * height - 1] = 0x654321;
		assert_survives(writer, p, "one colour but for two pixels");
	}
}

static void long_matches_of_every_length_survive(void **state)
{
	(void)state;
	with_writer(very_long_matches);
}

/* ---- the file ---- */

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void chunks(struct arena *arena, struct png_writer *writer)
{
	struct picture p = blank(arena, 20, 10);
	struct png_text texts[] = { { "Title", "Über allem" }, { "Nothing", NULL }, { "Description", "alt text" } };
	struct png_picture in = { .pixels = p.pixels,
		                  .stride = 20,
		                  .width = 20,
		                  .height = 10,
		                  .pixels_per_metre = 5669.3,
		                  .texts = texts,
		                  .n_texts = 3 };
	struct bytes file = png_encode(writer, &in);
	char order[200] = "";
	const unsigned char *at = (const unsigned char *)file.data + 8,
			    *end = (const unsigned char *)file.data + file.size;
	while (at < end) {
		uint32_t size = big_endian(at);
		assert_int_equal(libdeflate_crc32(0, at + 4, size + 4), big_endian(at + 8 + size));
		strncat(order, (const char *)at + 4, 4);
		strcat(order, " ");
		if (!memcmp(at + 4, "pHYs", 4)) {
			assert_int_equal(big_endian(at + 8), 5669);
			assert_int_equal(at[16], 1);
		}
		if (!memcmp(at + 4, "iTXt", 4) && !memcmp(at + 8, "Title", 6))
			assert_memory_equal(at + 8 + 6, "\0\0\0\0Über allem", 4 + strlen("Über allem"));
		at += size + 12;
	}
	assert_ptr_equal(at, end);
	assert_string_equal(order, "IHDR sRGB pHYs iTXt iTXt PLTE IDAT IEND ");
}

static void chunks_are_whole_and_in_order(void **state)
{
	(void)state;
	with_writer(chunks);
}

static void same_twice(struct arena *arena, struct png_writer *writer)
{
	struct random r = { seed };
	struct picture p = blank(arena, 50, 50), large = blank(arena, 900, 300);
	for (size_t k = 0; k < 2500; k++)
		p.pixels[k] = next(&r) % 40;
	struct png_picture in = { .pixels = p.pixels, .stride = 50, .width = 50, .height = 50 };
	struct bytes first = png_encode(writer, &in);
	char *copy = arena_alloc(arena, first.size, 1);
	memcpy(copy, first.data, first.size);
	assert_survives(writer, large, "another in between");
	struct bytes again = png_encode(writer, &in);
	assert_int_equal(first.size, again.size);
	assert_memory_equal(copy, again.data, again.size);
}

static void the_same_picture_gives_the_same_bytes(void **state)
{
	(void)state;
	with_writer(same_twice);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_number_of_colours_survives),
		cmocka_unit_test(noise_survives),
		cmocka_unit_test(what_is_translucent_survives),
		cmocka_unit_test(runs_and_repeated_rows_survive),
		cmocka_unit_test(long_matches_of_every_length_survive),
		cmocka_unit_test(chunks_are_whole_and_in_order),
		cmocka_unit_test(the_same_picture_gives_the_same_bytes),
	};
	print_message("seed %u\n", seed);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
