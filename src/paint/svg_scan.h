/* svg_scan.h: what an SVG consists of, as far as it decides whether it can be drawn. Private to paint/. */
#ifndef PAINT_SVG_SCAN_H
#define PAINT_SVG_SCAN_H

#include "base/file.h"
#include "paint/outcome.h"

struct arena;

struct svg_scan {
	enum picture_fault fault; /* the first; of the element below */
	char element[32];
	int line;
	bool filtered, moves, words, links;
	char costly[32]; /* the first with a filter, else the first that refers to another element, else none */
	int costly_line;
};

/* A tolerant reading: what is not well-formed is librsvg's to refuse. */
void svg_scan(struct bytes file, struct svg_scan *out);

/* The file without the targets of its links, in a copy on the arena if it has any. They lead nowhere on a page, and
 * Cairo 1.16 corrupts memory when a record with them is drawn into a PDF. */
struct bytes svg_without_links(struct arena *arena, struct bytes file);

/* The element that contains the first of these words; false if there is none. */
bool svg_seek(struct bytes file, const char *words, char element[32], int *line);

#endif
