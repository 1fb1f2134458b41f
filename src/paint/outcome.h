/* outcome.h: what comes of trying to draw a PNG or SVG: pixels, vectors, or why it cannot be drawn. A flat record
 * without pointers, so that one process can send it to another. */
#ifndef PAINT_OUTCOME_H
#define PAINT_OUTCOME_H

#include <stdbool.h>
#include <stdint.h>

enum { /* bounds of what is drawn */
       PICTURE_BYTES_MAX = 64 << 20,
       PICTURE_SIDE_MAX = 20000,
       PICTURE_PIXELS_MAX = 40000000, /* of one picture */
       PICTURE_ELEMENTS_MAX = 100000, /* of an SVG as it is written; librsvg draws 500,000 after references */
       PICTURE_DRAWN_MAX = 64 << 20,  /* bytes that an SVG takes in a PDF */
       PICTURE_HELD_MAX = 20000000,   /* pixels of filters among the vectors of an SVG */
       PICTURE_FILTERED_SIDE = 2400,  /* pixels of an SVG with filters: 300 in an inch across a page */
};

enum picture_fault {
	PICTURE_FINE,
	PICTURE_OF_NO_KIND, /* neither PNG nor SVG */
	PICTURE_DAMAGED,
	PICTURE_WITHOUT_SIZE,
	PICTURE_TOO_LARGE, /* by itself */
	PICTURE_TOO_MUCH,  /* beside the others */
	PICTURE_TOO_MANY,  /* elements */
	PICTURE_WITHOUT_LIBRARY,
	PICTURE_NOT_DRAWN,     /* an element that librsvg leaves out */
	PICTURE_IN_PICTURE,    /* <image> */
	PICTURE_REACHES_OUT,   /* a reference to another file */
	PICTURE_HIDES,         /* declarations or an encoding that elements can hide behind */
	PICTURE_LEADS_NOWHERE, /* librsvg leaves something out; detail: in its words */
	PICTURE_REFUSED,       /* by librsvg; detail: in its words */
	PICTURE_BLANK,         /* nothing is seen of it */
	/* of the process that tries, told by its end */
	PICTURE_TIME,
	PICTURE_MEMORY,
	PICTURE_CRASH,
	PICTURE_UNTRIED,
};

enum picture_remark {                       /* it is drawn, but */
	              PICTURE_PROFILED = 1, /* its colour profile is not applied */
	              PICTURE_MOVES = 2,    /* its first picture only */
	              PICTURE_MISREAD = 4,  /* librsvg could not read part of it; detail: in its words */
};

struct picture_trial {
	enum picture_fault fault;
	unsigned remarks;
	int line;         /* of the element; 0: none is known */
	char element[32]; /* "image"; "" where none is known */
	char detail[160];
	bool words;    /* it has text, which takes fonts */
	bool vectors;  /* drawn again from its own bytes; otherwise pixels */
	double scale;  /* of vectors: units for each pixel of width and height, for the sake of filters' pixels */
	uint64_t held; /* pixels of filters among vectors */
	bool opaque;   /* pixels are RGB24, not ARGB32 */
	double width, height;   /* in pixels of 1/96 inch, as it says */
	uint32_t columns, rows; /* of pixels, without padding */
};

#endif
