/* import_lines.h: for formats that are lines of text. */
#ifndef DATA_IMPORT_LINES_H
#define DATA_IMPORT_LINES_H

#include "base/file.h"

struct arena;

/* The next line of *bytes, which moves past it, on the arena; NULL at the end. */
char *import_line(struct arena *arena, struct bytes *bytes);

#endif
