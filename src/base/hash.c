#include "base/hash.h"

#include "base/hash_block.h"

#include <stdint.h>
#include <string.h>

const uint32_t hash_round_constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

/* One round; which of the eight words plays which part moves by one from round to round, so that none has to move. */
static void mix(uint32_t s[8], int round, uint32_t word)
{
	uint32_t *a = &s[-round & 7], *b = &s[(1 - round) & 7], *c = &s[(2 - round) & 7], *d = &s[(3 - round) & 7];
	uint32_t *e = &s[(4 - round) & 7], *f = &s[(5 - round) & 7], *g = &s[(6 - round) & 7], *h = &s[(7 - round) & 7];
	uint32_t t = *h + (rotate(*e, 6) ^ rotate(*e, 11) ^ rotate(*e, 25)) + ((*e & *f) ^ (~*e & *g)) +
	             hash_round_constants[round] + word;
	*d += t;
	*h = t + (rotate(*a, 2) ^ rotate(*a, 13) ^ rotate(*a, 22)) + ((*a & *b) ^ (*a & *c) ^ (*b & *c));
}

static void digest_block(uint32_t state[8], const unsigned char *p)
{
	uint32_t w[64], s[8];
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 | (uint32_t)p[4 * i + 2] << 8 |
		       p[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		uint32_t a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
		uint32_t b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
		w[i] = w[i - 16] + a + w[i - 7] + b;
	}
	memcpy(s, state, sizeof s);
	for (int i = 0; i < 64; i += 8)
		for (int k = 0; k < 8; k++)
			mix(s, i + k, w[i + k]);
	for (int i = 0; i < 8; i++)
		state[i] += s[i];
}

static void digest_blocks(struct hash *hash, const unsigned char *p, size_t n)
{
	if (hash->fast) {
		hash_blocks_fast(hash->state, p, n);
		return;
	}
	for (; n; n--, p += 64)
		digest_block(hash->state, p);
}

void hash_init(struct hash *hash)
{
	*hash = (struct hash){ .state = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
		                          0x1f83d9ab, 0x5be0cd19 },
		               .fast = hash_can_be_fast() };
}

void hash_add(struct hash *hash, const void *data, size_t size)
{
	const unsigned char *p = data;
	size_t there = (size_t)(hash->size % 64);
	hash->size += size;
	if (there && there + size >= 64) {
		memcpy(hash->rest + there, p, 64 - there);
		digest_blocks(hash, hash->rest, 1);
		p += 64 - there;
		size -= 64 - there;
		there = 0;
	}
	digest_blocks(hash, p, size / 64);
	if (size % 64)
		memcpy(hash->rest + there, p + size / 64 * 64, size % 64);
}

void hash_finish(struct hash *hash, char hex[65])
{
	unsigned char tail[128] = { 0 };
	size_t left = (size_t)(hash->size % 64), n = left < 56 ? 64 : 128;
	memcpy(tail, hash->rest, left);
	tail[left] = 0x80;
	for (int i = 0; i < 8; i++)
		tail[n - 1 - (size_t)i] = (unsigned char)(hash->size * 8 >> 8 * i);
	digest_blocks(hash, tail, n / 64);
	for (int i = 0; i < 32; i++) {
		unsigned byte = hash->state[i / 4] >> (24 - 8 * (i % 4)) & 0xff;
		hex[2 * i] = "0123456789abcdef"[byte >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[byte & 15];
	}
	hex[64] = '\0';
}

void hash_sha256_hex(const void *data, size_t size, char hex[65])
{
	struct hash hash;
	hash_init(&hash);
	hash_add(&hash, data, size);
	hash_finish(&hash, hex);
}
