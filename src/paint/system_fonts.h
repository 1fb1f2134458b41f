/* system_fonts.h: the fonts of text inside an SVG: those that the system names, for the picture names them as the
 * system does. The fonts of charts and pages are a look's (text/fontset.h) and do not mix with these.
 *
 * Finding them takes a while and some memory: they are opened when the first such text is met, and once for all that is
 * drawn with them. They end with their arena, before which what librsvg read must be gone. */
#ifndef PAINT_SYSTEM_FONTS_H
#define PAINT_SYSTEM_FONTS_H

#include <stddef.h>

struct arena;
struct system_fonts;

/* Opens nothing yet. */
struct system_fonts *system_fonts_new(struct arena *arena);

/* From now on librsvg draws with them on this thread. */
void system_fonts_use(struct system_fonts *fonts);

/* Returns when no thread of Pango's reads them any more, so that there is none. */
void system_fonts_rest(struct system_fonts *fonts);

/* The paths of the files of those in use. */
const char *const *system_fonts_files(struct arena *arena, const struct system_fonts *fonts, size_t *count);

#endif
