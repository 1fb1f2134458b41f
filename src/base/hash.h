/* hash.h: SHA-256 (FIPS 180-4). */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 64 hex digits and NUL. */
void hash_sha256_hex(const void *data, size_t size, char hex[65]);

/* The same of what comes in pieces: init, add as often as needed, finish. It holds nothing that has to be released. */
struct hash {
	uint32_t state[8];
	unsigned char rest[64]; /* size % 64 bytes that do not fill a block yet */
	uint64_t size;
	bool fast; /* with the processor's own instructions; the result is the same */
};

void hash_init(struct hash *hash);
void hash_add(struct hash *hash, const void *data, size_t size);
void hash_finish(struct hash *hash, char hex[65]);

#endif
