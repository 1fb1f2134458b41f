/* evidence.h: what a scene was made from, for the proof to hold its items against: scales, data, how much there is
 * besides, what words may name. Charts fill it in; painters never look at it. */
#ifndef SCENE_EVIDENCE_H
#define SCENE_EVIDENCE_H

#include "base/geom.h"
#include "base/unit.h"

#include <stdbool.h>
#include <stddef.h>

struct scene_scale { /* position = zero + per_unit * value: x, or y if vertical (then per_unit is negative) */
	double zero, per_unit;
	bool vertical;
	bool logarithmic; /* of log10(value) */
	bool positions;   /* only dots are on it; 0 need not be on it */
	int measure;      /* scales of one measure are equally long; -1 for one that is compared with no other */
	double low, high; /* the domain */
	const struct unit *unit;
	struct rect plot; /* marks stay inside */
};

struct scene_measure { /* how a column of values is printed */
	const struct unit *unit;
	const char *name;  /* of the benchmark, NULL if it stands for several */
	const char *words; /* the unit as a reader has to find it: "million tokens"; NULL if it has none */
	int decimals;
	int magnitude; /* the power of ten in which they are printed */
};

struct scene_datum {        /* a value that this page shows, or would show if it were known */
	const char *name;   /* of its row, as drawn, whole */
	const char *column; /* of its column, NULL if there is only one */
	size_t row, place;  /* of all rows of the page, from 0; its column among all of the chart */
	int measure;        /* in scene.measures */
	bool words_left;    /* its value is left of its dot */
	bool by_position;   /* its mark is a dot: words are right of it, whatever its sign */
	bool marked;        /* a bar or dot stands for it, else the printed value alone */
	bool present;       /* has a value */
	double value;
	int rank; /* 0: not ranked */
	bool tied;
	bool claimed;
	bool interval;  /* its uncertainty is known */
	bool efficient; /* nothing else on the scatter is as good in both */
};

struct scene_extent {     /* nothing is dropped: known = here + elsewhere + told */
	size_t known;     /* there are */
	size_t here;      /* on this page */
	size_t elsewhere; /* on other pages */
	size_t told;      /* said in words, not drawn; if any, a NOTE holds the number */
};

struct scene_known { /* a value of the chart, on whatever page it is */
	double value;
	int measure;
	int rank;
	bool claimed;
};

struct scene_paper {      /* of a page of a briefing */
	struct rect body; /* what blocks fill */
	double step;      /* of the grid of lines */
	bool cover;       /* it has no footer */
	bool narrow;      /* running text is set in two narrow columns */
};

struct scene_evidence {
	struct scene_scale *scales;
	size_t n_scales;
	const struct scene_measure *measures;
	size_t n_measures;
	struct scene_datum *data;
	size_t n_data;
	const struct scene_known *known; /* all values of the chart; none: those of the items */
	size_t n_known;
	const char *const *names; /* of models and benchmarks of which the words may speak, beside those of the data */
	size_t n_names;
	size_t page; /* of its chart, from 0 */
	struct scene_extent rows, columns;
	int sorted;        /* rows by value: 1 largest first, -1 smallest first, 0 in another order, which is said */
	bool rows_counted; /* rows are benchmarks, and words count them: "on three of six" */
	int better_x, better_y; /* of a scatter: 1 more, -1 less is better; 0 no scatter */
	const char *vintage;    /* the date of the data, as it is printed; NULL if they have none */
};

#endif
