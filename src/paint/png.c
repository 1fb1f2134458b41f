#include "paint/png.h"

#include "base/arena.h"
#include "paint/png_chunk.h"

#include <libdeflate.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
	PALETTE_MAX = 256,
	HASH_SIZE = 4096,
	LITERALS = 286,
	DISTANCES = 30,
	END_OF_BLOCK = 256,
	MATCH_MIN = 3,
	MATCH_MAX = 258,
	WINDOW = 32768,
	BITS_MAX = 15,
};

/* A token is a literal byte, or a match: its length and which of the two distances. */
#define TOKEN_MATCH 0x80000000u
#define TOKEN_ABOVE 0x40000000u

struct palette_map {
	uint32_t colors[PALETTE_MAX], keys[HASH_SIZE];
	int16_t slots[HASH_SIZE]; /* index, or -1 */
	int count;
};

struct png_writer {
	struct arena *arena;
	struct png_out out;
	uint32_t *tokens;
	size_t n_tokens, tokens_capacity;
	unsigned char *rows; /* two rows of samples, each behind its filter byte */
	size_t rows_capacity;
	uint32_t literal_counts[LITERALS], distance_counts[DISTANCES];
	uint16_t length_symbols[MATCH_MAX + 1]; /* length -> symbol */
	struct palette_map palette;
};

static const uint16_t length_base[29] = { 3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
	                                  31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258 };
static const uint8_t length_extra[29] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
	                                  2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };
static const uint16_t distance_base[30] = { 1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
	                                    33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
	                                    1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577 };
static const uint8_t distance_extra[30] = { 0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
	                                    6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13 };

/* ---- buffers ---- */

static void *resized(struct png_writer *w, void *p, size_t count, size_t size)
{
	void *moved = size && count > SIZE_MAX / size ? NULL : realloc(p, count * size);
	if (!moved)
		arena_exhausted(w->arena);
	return moved;
}

static void release(void *object)
{
	struct png_writer *w = object;
	png_out_finish(&w->out);
	free(w->tokens);
	free(w->rows);
}

struct png_writer *png_writer_new(struct arena *arena)
{
	struct png_writer *w = arena_alloc(arena, 1, sizeof *w);
	w->arena = w->out.arena = arena;
	for (int s = 0; s < 29; s++)
		for (int length = length_base[s]; length <= MATCH_MAX && (s == 28 || length < length_base[s + 1]);
		     length++)
			w->length_symbols[length] = (uint16_t)(257 + s);
	w->length_symbols[MATCH_MAX] = 257 + 28;
	arena_defer(arena, release, w);
	return w;
}

static void need_tokens(struct png_writer *w, size_t more)
{
	if (w->n_tokens + more > w->tokens_capacity) {
		size_t capacity = (w->n_tokens + more) * 2;
		w->tokens = resized(w, w->tokens, capacity, sizeof *w->tokens);
		w->tokens_capacity = capacity;
	}
}

/* ---- samples ---- */

static void palette_clear(struct palette_map *p)
{
	memset(p->slots, -1, sizeof p->slots);
	p->count = 0;
}

/* The colour's index; -1 if there are more than PALETTE_MAX. */
static int palette_index(struct palette_map *p, uint32_t color)
{
	uint32_t k = (color * 2654435761u) >> 20;
	while (p->slots[k] >= 0 && p->keys[k] != color)
		k = (k + 1) & (HASH_SIZE - 1);
	if (p->slots[k] < 0) {
		if (p->count == PALETTE_MAX)
			return -1;
		p->keys[k] = color;
		p->slots[k] = (int16_t)p->count;
		p->colors[p->count++] = color;
	}
	return p->slots[k];
}

/* How many of n pixels are the same in both rows. */
static size_t equal_pixels(const uint32_t *a, const uint32_t *b, size_t n)
{
	size_t i = 0;
	uint64_t x, y;
	for (; i + 2 <= n; i += 2) {
		memcpy(&x, a + i, sizeof x);
		memcpy(&y, b + i, sizeof y);
		if (x != y)
			break;
	}
	while (i < n && a[i] == b[i])
		i++;
	return i;
}

/* ---- tokens ---- */

static int distance_symbol(size_t distance)
{
	int s = DISTANCES - 1;
	while (distance_base[s] > distance)
		s--;
	return s;
}

static void add_literal(struct png_writer *w, unsigned char byte)
{
	w->tokens[w->n_tokens++] = byte;
	w->literal_counts[byte]++;
}

static void add_match(struct png_writer *w, size_t length, uint32_t which, int symbol)
{
	need_tokens(w, length / (MATCH_MAX / 2) + 4);
	while (length) {
		size_t n = length <= MATCH_MAX              ? length
		           : length - MATCH_MAX < MATCH_MIN ? length - MATCH_MIN
		                                            : MATCH_MAX;
		w->tokens[w->n_tokens++] = TOKEN_MATCH | which | (uint32_t)n;
		w->literal_counts[w->length_symbols[n]]++;
		w->distance_counts[symbol]++;
		length -= n;
	}
}

struct scan {          /* state that goes over from row to row */
	size_t length; /* bytes in a row, filter byte included */
	size_t sample; /* bytes in a pixel: the near distance */
	uint32_t mask; /* of a pixel, what is looked at */
	bool above;    /* the row above is within the window */
	int near_symbol, above_symbol;
	size_t pending;         /* bytes that are like those of the row above, not yet written */
	uint32_t a, b;          /* Adler-32 */
	uint32_t sum, weighted; /* of the last row, for those like it */
};

/* Bytes before position at of the row, some perhaps in the row above (which last is). */
static void flush_pending(struct png_writer *w, struct scan *s, const unsigned char *row, const unsigned char *last,
                          size_t at)
{
	if (s->pending >= MATCH_MIN) {
		add_match(w, s->pending, TOKEN_ABOVE, s->above_symbol);
	} else {
		need_tokens(w, MATCH_MIN);
		for (size_t k = s->pending; k > 0; k--)
			add_literal(w, at >= k ? row[at - k] : last[s->length + at - k]);
	}
	s->pending = 0;
}

/* The samples of one pixel; false if the palette is full. */
static bool add_pixel(struct png_writer *w, const struct scan *s, uint32_t pixel, unsigned char *out)
{
	if (s->sample == 1) {
		int index = palette_index(&w->palette, pixel & s->mask);
		if (index < 0)
			return false;
		*out = (unsigned char)index;
		add_literal(w, *out);
		return true;
	}
	for (int k = 0; k < 3; k++)
		out[k] = (unsigned char)(pixel >> (16 - 8 * k));
	if (s->sample == 4)
		out[3] = (unsigned char)(pixel >> 24);
	for (size_t k = 0; k < s->sample; k++)
		add_literal(w, out[k]);
	return true;
}

static void repeat_pixel(const struct scan *s, unsigned char *out, size_t run)
{
	if (s->sample == 1)
		memset(out, out[-1], run);
	else
		for (size_t i = 0; i < s->sample * run; i++)
			out[i] = out[(long)i - (long)s->sample];
}

/* One row from its pixels: what is like the row above, runs, and the rest. Its samples are kept for the row below. */
static bool scan_row(struct png_writer *w, struct scan *s, const uint32_t *pixels, const uint32_t *above, size_t width,
                     unsigned char *row, const unsigned char *last)
{
	need_tokens(w, s->length + 8);
	if (above)
		s->pending++; /* the filter byte is that of the row above */
	else
		add_literal(w, 0);
	for (size_t x = 0; x < width;) {
		unsigned char *out = row + 1 + x * s->sample;
		size_t like_above = above ? equal_pixels(pixels + x, above + x, width - x) : 0,
		       bytes = like_above * s->sample;
		if (like_above && (bytes >= 6 || s->pending || x + like_above == width)) {
			memcpy(out, last + (out - row), bytes);
			s->pending += bytes;
			x += like_above;
			continue;
		}
		if (s->pending)
			flush_pending(w, s, row, last, (size_t)(out - row));
		size_t run = x && pixels[x] == pixels[x - 1] ? equal_pixels(pixels + x, pixels + x - 1, width - x) : 0;
		if (run * s->sample >= MATCH_MIN && run >= like_above) {
			repeat_pixel(s, out, run);
			add_match(w, run * s->sample, 0, s->near_symbol);
			need_tokens(w, s->length + 8);
			x += run;
			continue;
		}
		if (!add_pixel(w, s, pixels[x++], out))
			return false;
	}
	return true;
}

static void row_sums(struct scan *s, const unsigned char *row)
{
	uint32_t adler = libdeflate_adler32(1, row, s->length);
	s->sum = ((adler & 0xffff) + 65521 - 1) % 65521;
	s->weighted = ((adler >> 16) + 65521 - (uint32_t)(s->length % 65521)) % 65521;
}

static void add_to_adler(struct scan *s)
{
	s->b = (uint32_t)((s->b + (uint64_t)s->length % 65521 * s->a + s->weighted) % 65521);
	s->a = (s->a + s->sum) % 65521;
}

/* Bytes in a pixel. */
static size_t sample_of(const struct png_picture *p, bool indexed)
{
	return indexed ? 1 : p->translucent ? 4 : 3;
}

/* All rows as tokens. False if a palette was wanted and there are too many colours. */
static bool tokenise(struct png_writer *w, const struct png_picture *p, bool indexed, uint32_t *adler)
{
	size_t sample = sample_of(p, indexed), length = (size_t)p->width * sample + 1;
	struct scan s = { .length = length,
		          .sample = sample,
		          .mask = p->translucent ? 0xffffffff : 0xffffff,
		          .above = length <= WINDOW,
		          .a = 1 };
	s.near_symbol = distance_symbol(sample);
	s.above_symbol = s.above ? distance_symbol(length) : 0;
	if (w->rows_capacity < 2 * length) {
		w->rows = resized(w, w->rows, 2 * length, 1);
		w->rows_capacity = 2 * length;
	}
	memset(w->rows, 0, 2 * length); /* filter bytes, and samples are written before they are read */
	w->n_tokens = 0;
	memset(w->literal_counts, 0, sizeof w->literal_counts);
	memset(w->distance_counts, 0, sizeof w->distance_counts);
	palette_clear(&w->palette);
	unsigned char *row = w->rows, *spare = w->rows + length, *last = NULL;
	const uint32_t *above = NULL;
	for (uint32_t y = 0; y < p->height; y++) {
		const uint32_t *pixels = p->pixels + (size_t)y * p->stride;
		bool same = above && memcmp(above, pixels, (size_t)p->width * sizeof *pixels) == 0;
		if (same && s.above) {
			s.pending += length;
		} else {
			if (!scan_row(w, &s, pixels, s.above ? above : NULL, p->width, row, last))
				return false;
			row_sums(&s, row);
			last = row;
			row = spare;
			spare = last;
		}
		add_to_adler(&s);
		above = pixels;
	}
	if (s.pending)
		flush_pending(w, &s, row, last, 0);
	w->literal_counts[END_OF_BLOCK] = 1;
	*adler = s.b << 16 | s.a;
	return true;
}

/* ---- Huffman ---- */

struct leaf {
	uint64_t weight;
	int symbol;
};

static int lighter(const void *a, const void *b)
{
	const struct leaf *x = a, *y = b;
	return x->weight != y->weight ? (x->weight < y->weight ? -1 : 1) : x->symbol - y->symbol;
}

/* Depth of each leaf in a Huffman tree over n >= 2 sorted leaves; returns the greatest. */
static int tree_depths(const struct leaf *leaves, int n, int *depths)
{
	uint64_t weights[2 * LITERALS];
	int parents[2 * LITERALS], depth[2 * LITERALS], next_leaf = 0, next_node = n, nodes = n, deepest = 0;
	for (int i = 0; i < n; i++)
		weights[i] = leaves[i].weight;
	for (; nodes < 2 * n - 1; nodes++) {
		weights[nodes] = 0;
		for (int k = 0; k < 2; k++) {
			bool leaf = next_leaf < n && (next_node >= nodes || weights[next_leaf] <= weights[next_node]);
			int least = leaf ? next_leaf++ : next_node++;
			weights[nodes] += weights[least];
			parents[least] = nodes;
		}
	}
	depth[2 * n - 2] = 0;
	for (int i = 2 * n - 3; i >= 0; i--) {
		depth[i] = depth[parents[i]] + 1;
		if (i < n) {
			depths[i] = depth[i];
			deepest = depth[i] > deepest ? depth[i] : deepest;
		}
	}
	return deepest;
}

/* Code lengths of at most BITS_MAX: where the tree is deeper, counts are flattened until it is not. */
static void code_lengths(const uint32_t *counts, int n, uint8_t *lengths)
{
	struct leaf leaves[LITERALS];
	int used = 0, depths[LITERALS];
	memset(lengths, 0, (size_t)n);
	for (int i = 0; i < n; i++)
		if (counts[i])
			leaves[used++] = (struct leaf){ counts[i], i };
	if (used == 1)
		lengths[leaves[0].symbol] = 1;
	if (used < 2)
		return;
	qsort(leaves, (size_t)used, sizeof *leaves, lighter);
	while (tree_depths(leaves, used, depths) > BITS_MAX)
		for (int i = 0; i < used; i++)
			leaves[i].weight = leaves[i].weight >> 2 | 1; /* keeps the order */
	for (int i = 0; i < used; i++)
		lengths[leaves[i].symbol] = (uint8_t)depths[i];
}

/* Canonical codes, bits reversed as deflate wants them. */
static void codes_of(const uint8_t *lengths, int n, uint16_t *codes)
{
	int counts[BITS_MAX + 1] = { 0 };
	unsigned next[BITS_MAX + 2] = { 0 }, code = 0;
	for (int i = 0; i < n; i++)
		counts[lengths[i]]++;
	counts[0] = 0;
	for (int bits = 1; bits <= BITS_MAX; bits++) {
		code = (code + (unsigned)counts[bits - 1]) << 1;
		next[bits] = code;
	}
	for (int i = 0; i < n; i++) {
		unsigned c = lengths[i] ? next[lengths[i]]++ : 0, reversed = 0;
		for (int k = 0; k < lengths[i]; k++)
			reversed |= (c >> k & 1) << (lengths[i] - 1 - k);
		codes[i] = (uint16_t)reversed;
	}
}

struct bits {
	uint64_t held;
	int n;
	unsigned char *at;
};

/* At most 56 bits at a time. */
static inline void put_bits(struct bits *b, uint64_t value, int n)
{
	b->held |= value << b->n;
	b->n += n;
	unsigned char eight[8];
	for (int i = 0; i < 8; i++)
		eight[i] = (unsigned char)(b->held >> 8 * i);
	memcpy(b->at, eight, sizeof eight);
	b->at += b->n >> 3;
	b->held >>= b->n & ~7;
	b->n &= 7;
}

/* Four bits for each length, whatever it is: 150 bytes a picture, and nothing to work out. */
static void put_header(struct bits *b, const uint8_t *literals, const uint8_t *distances)
{
	static const uint8_t order[19] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
	uint8_t lengths[19];
	uint16_t codes[19];
	for (int i = 0; i < 19; i++)
		lengths[i] = i < 16 ? 4 : 0;
	codes_of(lengths, 19, codes);
	put_bits(b, 1, 1); /* the last block */
	put_bits(b, 2, 2); /* with its own codes */
	put_bits(b, LITERALS - 257, 5);
	put_bits(b, DISTANCES - 1, 5);
	put_bits(b, 19 - 4, 4);
	for (int i = 0; i < 19; i++)
		put_bits(b, lengths[order[i]], 3);
	for (int i = 0; i < LITERALS; i++)
		put_bits(b, codes[literals[i]], 4);
	for (int i = 0; i < DISTANCES; i++)
		put_bits(b, codes[distances[i]], 4);
}

struct code { /* all bits of a token */
	uint64_t bits;
	int n;
};

static void append_code(struct code *c, uint64_t bits, int n)
{
	c->bits |= bits << c->n;
	c->n += n;
}

/* The whole code of a match of each length, for one of the two distances. */
static void match_codes(const struct png_writer *w, size_t distance, const uint8_t *literal_bits,
                        const uint16_t *literal_codes, const uint8_t *distance_bits, const uint16_t *distance_codes,
                        struct code codes[MATCH_MAX + 1])
{
	int d = distance_symbol(distance);
	for (unsigned length = MATCH_MIN; length <= MATCH_MAX; length++) {
		unsigned symbol = w->length_symbols[length];
		struct code c = { 0 };
		append_code(&c, literal_codes[symbol], literal_bits[symbol]);
		append_code(&c, length - length_base[symbol - 257], length_extra[symbol - 257]);
		append_code(&c, distance_codes[d], distance_bits[d]);
		append_code(&c, distance - distance_base[d], distance_extra[d]);
		codes[length] = c;
	}
}

static unsigned char *put_tokens(const struct png_writer *w, size_t near, size_t above, unsigned char *at)
{
	uint8_t literal_bits[LITERALS], distance_bits[DISTANCES];
	uint16_t literal_codes[LITERALS], distance_codes[DISTANCES];
	struct code matches[2][MATCH_MAX + 1];
	struct bits b = { .at = at };
	code_lengths(w->literal_counts, LITERALS, literal_bits);
	code_lengths(w->distance_counts, DISTANCES, distance_bits);
	codes_of(literal_bits, LITERALS, literal_codes);
	codes_of(distance_bits, DISTANCES, distance_codes);
	put_header(&b, literal_bits, distance_bits);
	match_codes(w, near, literal_bits, literal_codes, distance_bits, distance_codes, matches[0]);
	match_codes(w, above, literal_bits, literal_codes, distance_bits, distance_codes, matches[1]);
	for (size_t i = 0; i < w->n_tokens; i++) {
		uint32_t t = w->tokens[i];
		if (t & TOKEN_MATCH) {
			const struct code *c = &matches[(t & TOKEN_ABOVE) != 0][t & 0xffff];
			put_bits(&b, c->bits, c->n);
		} else {
			put_bits(&b, literal_codes[t], literal_bits[t]);
		}
	}
	put_bits(&b, literal_codes[END_OF_BLOCK], literal_bits[END_OF_BLOCK]);
	return b.at + (b.n > 0);
}

/* ---- the file ---- */

static void put_palette(struct png_writer *w, bool translucent)
{
	unsigned char *d = png_chunk_open(&w->out, "PLTE", (size_t)3 * PALETTE_MAX);
	for (int i = 0; i < w->palette.count; i++) {
		*d++ = (unsigned char)(w->palette.colors[i] >> 16);
		*d++ = (unsigned char)(w->palette.colors[i] >> 8);
		*d++ = (unsigned char)w->palette.colors[i];
	}
	png_chunk_close(&w->out, 3 * (size_t)w->palette.count);
	if (!translucent)
		return;
	d = png_chunk_open(&w->out, "tRNS", PALETTE_MAX);
	for (int i = 0; i < w->palette.count; i++)
		*d++ = (unsigned char)(w->palette.colors[i] >> 24);
	png_chunk_close(&w->out, (size_t)w->palette.count);
}

static void put_pixels(struct png_writer *w, const struct png_picture *p, bool indexed, uint32_t adler)
{
	size_t sample = sample_of(p, indexed), above = (size_t)p->width * sample + 1;
	unsigned char *start = png_chunk_open(
		&w->out, "IDAT", w->n_tokens * 6 + 1024); /* a token takes at most 48 bits; put_bits writes ahead */
	start[0] = 0x78;
	start[1] = 0x01;
	unsigned char *end = put_tokens(w, sample, above <= WINDOW ? above : 1, start + 2);
	png_big_endian(end, adler);
	png_chunk_close(&w->out, (size_t)(end + 4 - start));
}

struct bytes png_encode(struct png_writer *w, const struct png_picture *p)
{
	uint32_t adler;
	bool indexed = tokenise(w, p, true, &adler);
	if (!indexed)
		tokenise(w, p, false, &adler);
	png_out_begin(&w->out, p, indexed);
	if (indexed)
		put_palette(w, p->translucent);
	put_pixels(w, p, indexed, adler);
	return png_out_end(&w->out, p->sealed);
}
