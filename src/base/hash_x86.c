/* SHA-256 with the instructions that most x86-64 processors since 2017 have for it: four rounds take two of them. */
#include "base/hash_block.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

#define FAST __attribute__((target("sha,sse4.1")))

bool hash_can_be_fast(void)
{
	enum { SSSE3_AND_SSE41 = 1 << 9 | 1 << 19, SHA = 1 << 29 };
	unsigned a, b, c, d;
	if (!__get_cpuid(1, &a, &b, &c, &d) || (c & SSSE3_AND_SSE41) != SSSE3_AND_SSE41)
		return false;
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & SHA);
}

static inline __m128i FAST load(const void *p)
{
	return _mm_loadu_si128(p);
}

/* The state is kept as the instructions want it: words a, b, e, f and words c, d, g, h. */
static void FAST digest(__m128i *abef, __m128i *cdgh, const unsigned char *block)
{
	const __m128i swapped = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203), abef_before = *abef,
		      cdgh_before = *cdgh;
	__m128i w[4];
	for (int i = 0; i < 16; i++) {
		__m128i *now = &w[i & 3];
		if (i < 4) {
			*now = _mm_shuffle_epi8(load(block + (size_t)i * 16), swapped);
		} else {
			const __m128i last = w[(i + 3) & 3], before = w[(i + 2) & 3];
			__m128i sum = _mm_sha256msg1_epu32(*now, w[(i + 1) & 3]);
			sum = _mm_add_epi32(sum, _mm_alignr_epi8(last, before, 4));
			*now = _mm_sha256msg2_epu32(sum, last);
		}
		__m128i words = _mm_add_epi32(*now, load(&hash_round_constants[(size_t)i * 4]));
		*cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, words);
		*abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(words, 0x0e));
	}
	*abef = _mm_add_epi32(*abef, abef_before);
	*cdgh = _mm_add_epi32(*cdgh, cdgh_before);
}

void FAST hash_blocks_fast(uint32_t state[8], const unsigned char *blocks, size_t n)
{
	__m128i cdab = _mm_shuffle_epi32(load(state), 0xb1), efgh = _mm_shuffle_epi32(load(state + 4), 0x1b);
	__m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
	for (; n; n--, blocks += 64)
		digest(&abef, &cdgh, blocks);
	__m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
	_mm_storeu_si128((void *)state, _mm_blend_epi16(feba, dchg, 0xf0));
	_mm_storeu_si128((void *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool hash_can_be_fast(void)
{
	return false;
}

void hash_blocks_fast(uint32_t state[8], const unsigned char *blocks, size_t n)
{
	(void)state;
	(void)blocks;
	(void)n;
}

#endif
