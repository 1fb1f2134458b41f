#include "scene/proof_sieve.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { RUN = 4 }; /* bytes; of a shorter name as many as it has */

static unsigned char plain(char c)
{
	return c == '\n' || c == '\t' || c == '\r' ? ' ' : (unsigned char)c;
}

/* The bit of the n bytes that end before end. */
static uint32_t bit_of(const char *end, size_t n)
{
	uint32_t run = 0;
	for (size_t i = n; i; i--)
		run = run << 8 | plain(*(end - i));
	return ((run ^ (uint32_t)n << 28) * 0x9e3779b1u) >> 16;
}

void proof_sieve_add(struct proof_sieve *sieve, const char *text)
{
	size_t size = strlen(text);
	for (size_t end = 1; end <= size; end++)
		for (size_t n = 1; n <= RUN && n <= end; n++) {
			uint32_t bit = bit_of(text + end, n);
			sieve->bits[bit / 8] |= (unsigned char)(1u << bit % 8);
		}
}

bool proof_sieve_passes(const struct proof_sieve *sieve, const char *name)
{
	size_t size = strlen(name), n = size < RUN ? size : RUN;
	for (size_t end = size; end && end >= n; end--) { /* from the end: names that are numbered differ there */
		uint32_t bit = bit_of(name + end, n);
		if (!(sieve->bits[bit / 8] & 1u << bit % 8))
			return false;
	}
	return true;
}
