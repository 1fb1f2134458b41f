/* manual.h: manual pages in mdoc, of the tables and texts from which --help speaks. */
#ifndef TOOLS_MANUAL_H
#define TOOLS_MANUAL_H

#include <stdbool.h>

struct arena;

struct manual {                              /* what all pages say alike */
	const char *folder, *version, *date; /* where they go; "0.1.0"; "May 4, 2026" */
};

/* A page for the program, one a command, and one for each format of files. False if one cannot be written. */
bool manual_write(struct arena *arena, const struct manual *manual);

#endif
