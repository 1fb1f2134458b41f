/* hash_block.h: how hash.c digests blocks of 64 bytes where the processor has instructions for it. Private to base/. */
#ifndef BASE_HASH_BLOCK_H
#define BASE_HASH_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern const uint32_t hash_round_constants[64];

/* True if this processor can run hash_blocks_fast. */
bool hash_can_be_fast(void);

/* Digests n blocks; the state afterwards is the same as without these instructions. */
void hash_blocks_fast(uint32_t state[8], const unsigned char *blocks, size_t n);

#endif
