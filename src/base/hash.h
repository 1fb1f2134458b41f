/* hash.h: SHA-256 (FIPS 180-4). */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>

/* 64 hex digits and NUL. */
void hash_sha256_hex(const void *data, size_t size, char hex[65]);

#endif
