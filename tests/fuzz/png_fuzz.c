/* Any picture survives being encoded: checked with libdeflate and the two lines that undo filter 0, and by libpng. */
#include "base/arena.h"
#include "paint/png.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_LIBPNG
#include "libpng.h"
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void check(struct arena *arena, const struct png_picture *p, struct bytes file)
{
	const unsigned char *at = (const unsigned char *)file.data + 8, *palette = NULL, *pixels = NULL;
	uint32_t n_pixels = 0;
	for (; at < (const unsigned char *)file.data + file.size; at += big_endian(at) + 12) {
		if (!memcmp(at + 4, "PLTE", 4))
			palette = at + 8;
		if (!memcmp(at + 4, "IDAT", 4)) {
			pixels = at + 8;
			n_pixels = big_endian(at);
		}
	}
	size_t sample = palette ? 1 : 3, row = p->width * sample + 1, got = 0;
	unsigned char *raw = arena_alloc(arena, row * p->height, 1);
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	if (!pixels ||
	    libdeflate_zlib_decompress(d, pixels, n_pixels, raw, row * p->height, &got) != LIBDEFLATE_SUCCESS ||
	    got != row * p->height)
		abort();
	libdeflate_free_decompressor(d);
	for (uint32_t y = 0; y < p->height; y++)
		for (uint32_t x = 0; x < p->width; x++) {
			const unsigned char *s = raw + y * row + 1 + x * sample, *c = palette ? palette + 3 * s[0] : s;
			uint32_t color = (uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2];
			if (raw[y * row] || color != (p->pixels[y * p->stride + x] & 0xffffff))
				abort();
		}
}

#ifdef HAVE_LIBPNG
static void check_libpng(const struct png_picture *p, struct bytes file)
{
	uint32_t width, height;
	uint8_t *pixels = libpng_read(file, &width, &height);
	if (width != p->width || height != p->height)
		abort();
	for (size_t y = 0; y < height; y++)
		for (size_t x = 0; x < width; x++) {
			const uint8_t *c = pixels + 3 * (y * width + x);
			uint32_t color = (uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2];
			if (color != (p->pixels[y * p->stride + x] & 0xffffff))
				abort();
		}
	free(pixels);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 4)
		return 0;
	uint32_t width = data[0] + 1u, height = data[1] % 32 + 1u, colors = data[2] + 1u;
	struct arena *arena = arena_new();
	uint32_t *pixels = arena_alloc(arena, (size_t)width * height, sizeof *pixels);
	for (size_t i = 0; i < (size_t)width * height; i++)
		pixels[i] = (data[3 + i % (size - 3)] + (uint32_t)(i / (size * 3))) % colors *
		            (colors > 200 ? 99991u : 77u);
	struct png_picture p = { .pixels = pixels, .stride = width, .width = width, .height = height };
	struct bytes file = png_encode(png_writer_new(arena), &p);
	check(arena, &p, file);
#ifdef HAVE_LIBPNG
	check_libpng(&p, file);
#endif
	arena_free(arena);
	return 0;
}
