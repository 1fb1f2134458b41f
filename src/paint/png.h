/* png.h: pixels -> PNG bytes, fast for pictures of charts: long runs, many rows like the one above, few colours.
 *
 * Lossless for every picture: up to 256 colours as a palette, more as RGB, with their opacity where it has one. Filter
 * 0; runs of a pixel and of the row above become matches, the rest literals, in one dynamic Huffman block. A writer
 * keeps its buffers from picture to picture. */
#ifndef PAINT_PNG_H
#define PAINT_PNG_H

#include "base/file.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct png_text {                   /* an iTXt chunk */
	const char *keyword, *text; /* text NULL: left out */
};

struct png_picture {
	const uint32_t *pixels; /* 0xAARRGGBB, not multiplied; the top byte is ignored unless: */
	bool translucent;
	size_t stride;          /* pixels from row to row */
	uint32_t width, height; /* at least 1 */
	double pixels_per_metre;
	const struct png_text *texts;
	size_t n_texts;
	const char *record; /* one more, compressed (record.h); NULL: none */
	bool sealed;        /* with a seal (seal.h) as the last of the texts */
};

struct png_writer;

struct png_writer *png_writer_new(struct arena *arena);

/* The bytes are the writer's own and hold until its next call. */
struct bytes png_encode(struct png_writer *writer, const struct png_picture *picture);

#endif
