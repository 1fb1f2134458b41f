/* handbook.h: the manual as a briefing. Its text is written by hand; the tables of keys, blocks, functions, formats and
 * commands in it are those from which the program speaks, and an example stands in it once, as code and as what it
 * makes. */
#ifndef TOOLS_HANDBOOK_H
#define TOOLS_HANDBOOK_H

#include <stdbool.h>

struct arena;

/* Reads the text at source and writes the briefing to target. In the text,
 *
 *     <!-- insert NAME -->    becomes a table: front-matter, blocks, functions, records, data, formats, look, feed,
 *                             part (options that many commands share) or commands;
 *     ````show … ````         becomes its content as code, and then the content itself;
 *     ````show beside … ````  has words and a chart: the chart, and beside it the words and its lines as code.
 *
 * False, after a line on standard error, if a file cannot be read or written, or a name is unknown. */
bool handbook_write(struct arena *arena, const char *source, const char *target);

#endif
