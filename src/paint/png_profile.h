/* png_profile.h: what a PNG says that Cairo does not look at. Private to paint/. */
#ifndef PAINT_PNG_PROFILE_H
#define PAINT_PNG_PROFILE_H

#include "base/file.h"

#include <stdbool.h>

/* No chunk claims to be longer than the file is, and the last is there. libpng takes memory for what a chunk claims. */
bool png_fits(struct bytes file);

/* Of enum picture_remark: a colour profile that is not sRGB's, an animation. */
unsigned png_remarks(struct bytes file);

#endif
