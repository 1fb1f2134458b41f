/* bytes.h: what a file holds. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes {
	const char *data;
	size_t size;
	bool copied; /* mapped from a copy: file_copy.h */
};

#endif
