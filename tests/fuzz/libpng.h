/* libpng.h: what libpng says of our pictures. Included where libpng was found. */
#ifndef TESTS_FUZZ_LIBPNG_H
#define TESTS_FUZZ_LIBPNG_H

#include "base/file.h"

#include <png.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The pixels, 0xRRGGBB with their bytes in this order, from malloc; aborts if libpng refuses the file or warns of it.
 */
static inline uint8_t *libpng_read(struct bytes file, uint32_t *width, uint32_t *height)
{
	png_image image;
	memset(&image, 0, sizeof image);
	image.version = PNG_IMAGE_VERSION;
	if (!png_image_begin_read_from_memory(&image, file.data, file.size))
		abort();
	image.format = PNG_FORMAT_RGB;
	uint8_t *pixels = malloc(PNG_IMAGE_SIZE(image) + 1);
	*width = image.width;
	*height = image.height;
	if (!pixels || !png_image_finish_read(&image, NULL, pixels, 0, NULL) || image.warning_or_error) {
		fprintf(stderr, "libpng: %s\n", image.message);
		abort();
	}
	return pixels;
}

static inline void libpng_must_read(struct bytes file)
{
	uint32_t width, height;
	free(libpng_read(file, &width, &height));
}

#endif
