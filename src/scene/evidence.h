/* evidence.h: what a scene was made from, for the proof to hold its items against: scales, data, how much there is
 * besides, what words may name. Charts fill it in; painters never look at it. */
#ifndef SCENE_EVIDENCE_H
#define SCENE_EVIDENCE_H

#include "base/geom.h"
#include "base/unit.h"
#include "scene/census.h"
#include "style/color.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct scene_told;

struct scene_scale { /* position = zero + per_unit * value: x, or y if vertical (then per_unit is negative) */
	double zero, per_unit;
	bool vertical;
	bool logarithmic; /* of log10(value) */
	bool asked;       /* somebody asks for it, however narrow its range is */
	bool dated;       /* values are days of the calendar (date_day) */
	bool positions;   /* only dots are on it; 0 need not be on it */
	int measure;      /* scales of one measure are equally long; -1 for one that is compared with no other */
	double low, high; /* the domain */
	const struct unit *unit;
	struct rect plot; /* marks stay inside */
	struct rect rows; /* what rows take, from the first to the last; no height where there are none */
};

struct scene_measure { /* how a column of values is printed */
	const struct unit *unit;
	const char *name;  /* of the benchmark, NULL if it stands for several */
	const char *words; /* the unit as a reader has to find it: "million tokens"; NULL if it has none */
	int decimals;      /* the most that any of them is printed with */
	int magnitude;     /* the power of ten in which they are printed */
};

struct scene_shade { /* what the fields of a column are shaded by: pale at low, strong at high, or the other way */
	double low, high;
	bool declared;                     /* its benchmark declares this range */
	double bend;                       /* the power of the way from low to high; 1: straight */
	int way;                           /* 1: the larger the stronger; -1: the smaller; 0: all are pale */
	struct color pale, middle, strong; /* middle: half way between low and high */
};

struct scene_top { /* of all values of a column, drawn or not */
	bool present, ranked;
	double largest; /* in size */
};

struct scene_spread {      /* of the results behind a value, or of the value itself; low <= high */
	bool inner, outer; /* whether these are known */
	double inner_low, inner_high, outer_low, outer_high;
	const double *runs; /* single results */
	size_t n_runs;
};

struct scene_overlap {                      /* what a title says of the spreads of two rows */
	const char *title, *better, *worse; /* names of the rows */
	bool apart;                         /* the one lies beyond the other, in the better direction; else they meet */
};

struct scene_datum {        /* a value that this page shows, or would show if it were known */
	const char *name;   /* of its row, as drawn, whole */
	const char *column; /* of its column, NULL if there is only one */
	const char *series; /* which of several bars in its row it is; NULL: it is the only one */
	size_t row, place;  /* of all rows of the page, from 0; its column among all of the chart */
	size_t of_all;      /* where its row is among all, drawn or not, from 0 */
	int measure;        /* in scene.measures */
	bool words_left;    /* its value is left of its dot */
	bool by_position;   /* its mark is a dot: words are right of it, whatever its sign */
	bool marked;        /* a bar or dot stands for it, else the printed value alone */
	bool present;       /* has a value */
	double value;
	int places; /* decimal places that its source gave: 1 for 89.5, -6 for 58M */
	int rank;   /* 0: not ranked */
	int last;   /* the last place that noise leaves open, where ranks are printed */
	bool tied;
	bool level; /* all that are ranked on its benchmark, and more than one, share the first rank */
	bool claimed;
	bool claimed_x, claimed_y;         /* on a scatter: which of its two values is */
	bool interval;                     /* its uncertainty is known */
	const struct scene_spread *spread; /* drawn beside its dot; NULL: none */
	bool efficient;                    /* nothing else on the scatter dominates it */
	long day;                          /* of a course: when it was measured (date_day) */
};

struct scene_extent {     /* nothing is dropped: known = here + elsewhere + told */
	size_t known;     /* there are */
	size_t here;      /* on this page */
	size_t elsewhere; /* on other pages */
	size_t told;      /* said in words, not drawn; if any, a NOTE holds the number */
};

struct scene_count { /* on all pages together */
	size_t asked, drawn;
};

struct scene_annotation {      /* what an author asks to be said beside one value */
	const char *name, *on; /* of its model, as rows have it, and of its benchmark */
	const char *text;
	const char *sentence; /* that says it in the alt text, if there is room */
};

struct scene_known { /* a value of the chart, on whatever page it is */
	double value;
	int rank;
	int16_t measure;
	bool claimed;
};

struct scene_name { /* in a text: bytes that the data know, or that are vouched for */
	size_t start, end;
	const char *model,
		*benchmark;  /* the ids of what it names; NULL: a date, a version, an answer to an expression */
	const char *variant; /* the id of a variant, with its model or without; NULL: none */
};

struct scene_own {                      /* words of an author, with which a text begins */
	size_t length;                  /* bytes */
	const struct scene_name *names; /* in them, in their order */
	size_t n_names;
};

/* The models of a chart, drawn or not: there may be very many, so they are asked one by one, in the order in which they
 * lie in memory. The words may speak of those that are drawn. */
struct scene_crowd {
	size_t count;
	const void *of;
	const char *(*name)(const void *of, struct arena *arena, size_t i); /* NULL: not of this chart */
	bool (*is_drawn)(const void *of, const char *name, size_t i);       /* or something of its name is */
};

struct scene_paper {        /* of a page of a briefing */
	struct rect body;   /* what blocks fill */
	struct rect filled; /* of it, what they are to fill: not what is beside one column on a wide page */
	double step;        /* of the grid of lines */
	bool cover;         /* it has no footer */
	bool narrow;        /* running text is set in two narrow columns */
	bool slide;         /* proof_slide.c: it has a title, and large type; it ends where its message does */
	bool part;          /* the slide between two parts of a deck: its title stands in the agenda */
	bool continued;     /* its title is that of the slide before */
	bool appendix;      /* its type may be smaller */
	bool sheet;         /* slides are drawn on it, which are proved by themselves */
};

struct scene_rate { /* how fast the best so far grew, as a note says */
	bool known;
	int from, to; /* the data of the first result and of the best */
};

struct scene_evidence {
	struct scene_scale *scales;
	size_t n_scales;
	const struct scene_measure *measures;
	size_t n_measures;
	const struct scene_shade *shades; /* by place of a column, among all of the chart; NULL: no fields are shaded */
	const struct scene_top *tops; /* by place of a column; NULL where each is the only one or benchmarks are rows */
	struct scene_datum *data;
	size_t n_data;
	const struct scene_known *known; /* all values of the chart; none: those of the items */
	size_t n_known;
	const char *const *names; /* of models and benchmarks of which the words may speak, beside those of the data */
	size_t n_names;
	struct scene_crowd crowd;   /* further models: they may be spoken of, or not if they are not drawn */
	struct scene_census census; /* what the words count, and what they count it from */
	const struct scene_annotation *annotations; /* of the chart, on whatever page they are */
	size_t n_annotations;
	const struct scene_overlap *overlap; /* what its title may say; NULL: nothing of spreads */
	size_t page;                         /* of its chart, from 0 */
	struct scene_extent rows, columns;
	struct scene_count models, benchmarks; /* zero where the words count none */
	const char *const *hidden; /* names of what is asked for and not drawn: only what tells it may name it */
	size_t n_hidden;
	int sorted;         /* rows by value: 1 largest first, -1 smallest first, 0 in another order, which is said */
	bool bold_best;     /* bold values are the best of their columns, and no others are bold */
	bool rows_counted;  /* rows are benchmarks, and words count them: "on three of six" */
	bool higher, lower; /* what is shown is better the higher, the lower it is: neither, one of them, or both */
	bool scatter;       /* items have a value and a value_y */
	struct scene_rate rate;
	bool courses; /* rows are lines over the calendar: the data of each follow each other by day; a dot has
	               * its day as value, its value as value_y, a line the datum that it leads to */
	const char *const *parts; /* rows are totals: the benchmarks that each part is a value of, in their order; NULL
	                           * where rows are none, or nobody knows */
	size_t n_parts;
	const char *const *part_titles; /* what each part of a bar is called; NULL where bars have none */
	bool upright;                   /* bars stand side by side, on a vertical scale */
	bool shares;                    /* each bar is 100, and a part its share of the total */
	int better_x, better_y;         /* of a scatter: 1 more, -1 less is better; 0 unknown */
	const char *vintage;            /* the date of the data, as it is printed; NULL if they have none */
	const struct scene_told *told;  /* what its notes leave to earlier figures of the document */
	size_t n_told;
};

#endif
