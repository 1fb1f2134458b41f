/* label.h: where names go, so that none covers another. A name beside a point takes one of eight places around it,
 * or sits further out with a leader, or is left out; labels in one column are spread apart. Distances are those to the
 * ink of each line: the empty end of a short line belongs to nobody.
 *
 * Nothing is kept: the caller owns the points, which are filled in. */
#ifndef CHART_LABEL_H
#define CHART_LABEL_H

#include "base/geom.h"
#include "text/text.h"

#include <stdbool.h>
#include <stddef.h>

enum label_side { LABEL_LEFT, LABEL_MIDDLE, LABEL_RIGHT, LABEL_SIDES }; /* of its point: where a name is */

struct label_point {
	struct point at;
	double radius;
	const struct text_block *names[LABEL_SIDES]; /* the same name, its lines aligned for each side */
	int weight;                                  /* the heavier are placed first */
	size_t twin;                                 /* 1 + the point whose mark it stands at, too; 0: at its own */
	/* out */
	bool placed, led;
	const struct text_block *name; /* one of the names */
	struct point origin;           /* of the name's first baseline */
	struct point from, to;         /* of the leader, if led */
};

/* True if their marks lie so close that they are seen as one. */
bool label_coincide(const struct label_point *one, const struct label_point *other);

struct label_lines {
	const struct rect *solid; /* lines and words that no name may touch */
	size_t n_solid;
	const struct rect
		*faint; /* whiskers: a name may stand on the middle of one, which pauses there, not on its ends */
	size_t n_faint;
};

/* u: the size of label text. inside: names stay within. */
void label_place(struct arena *arena, struct label_point *points, size_t n, const struct label_lines *lines,
                 struct rect inside, double u);

/* Places for n labels that want to be at these heights: a pitch apart, in the same order, between top and bottom,
 * with the least movement. wants holds their middles and is overwritten; equal wants keep their order. */
void label_spread(struct arena *arena, double *wants, size_t n, double pitch, double top, double bottom);

#endif
