/* png_chunk.h: the chunks of a PNG around its pixels, written and found again. Private to paint/. */
#ifndef PAINT_PNG_CHUNK_H
#define PAINT_PNG_CHUNK_H

#include "paint/paint.h"
#include "paint/png.h"

#include <stdbool.h>

struct png_out {             /* a file that grows; its bytes are kept for the next one */
	struct arena *arena; /* whose edge is met when there is no memory */
	unsigned char *bytes;
	size_t n, room;
};

void png_out_finish(struct png_out *out); /* the bytes are freed */

/* Signature, size, resolution, texts. */
void png_out_begin(struct png_out *out, const struct png_picture *picture, bool indexed);

/* The end; sealed: with a seal (seal.h) over all of it. The bytes hold until the next file begins. */
struct bytes png_out_end(struct png_out *out, bool sealed);

/* A chunk: room for at most size bytes of data, then how many there are. */
unsigned char *png_chunk_open(struct png_out *out, const char *type, size_t size);
void png_chunk_close(struct png_out *out, size_t size);

void png_big_endian(unsigned char *p, uint32_t v);

/* True if the file starts as a PNG does. */
bool png_recognise(struct bytes file);

enum paint_seal png_seal(struct bytes file);

/* The text of the iTXt chunk with this keyword, unpacked, on the arena; size 0 if there is none, if the chunks do not
 * add up, or if it would unpack to more than limit bytes. */
struct bytes png_find_text(struct arena *arena, struct bytes file, const char *keyword, size_t limit);

#endif
