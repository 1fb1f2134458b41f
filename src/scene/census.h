/* census.h: what the words of a chart count, and the values to count it again.
 *
 * Whoever makes a title, subtitle, note or alt text keeps each count it says with what it counts (a tally). The proof
 * counts again, from the values of all rows and columns, drawn or not (the census), which it asks for one by one: there
 * may be very many. */
#ifndef SCENE_CENSUS_H
#define SCENE_CENSUS_H

#include <stdbool.h>
#include <stddef.h>

/* Of all rows and columns; "drawn" is on any page. A column or somebody is named where one is meant. */
enum scene_counted {
	COUNT_MODELS, /* drawn */
	COUNT_MODELS_LEFT,
	COUNT_MODELS_ASKED,
	COUNT_BENCHMARKS, /* drawn */
	COUNT_BENCHMARKS_LEFT,
	COUNT_BENCHMARKS_ASKED,
	COUNT_VALUES, /* of a column, drawn */
	COUNT_VALUES_LEFT,
	COUNT_LEADERS, /* of a column: who has the first rank */
	COUNT_LEADERS_LEFT,
	COUNT_OTHER_LEADERS, /* all but one */
	COUNT_LEADS,         /* of somebody: columns on which nobody else is ahead or level */
	COUNT_LEADS_CLAIMED, /* of these, by its own claim */
	COUNT_LEADS_DRAWN,
	COUNT_TRAILS, /* of somebody: columns on which another is ahead */
	COUNT_TRAILS_DRAWN,
	COUNT_AHEAD,   /* results ahead of somebody's claim on a column */
	COUNT_CLAIMED, /* of a column, drawn */
	COUNT_ESTIMATED,
	COUNT_ABSENT,
	COUNT_CELLS, /* drawn rows and columns */
	COUNT_CELLS_ABSENT,
	COUNT_TOPLESS,   /* columns drawn without their best or their largest value */
	COUNT_UNKNOWN,   /* values of which nobody says who measured them */
	COUNT_AMBIGUOUS, /* values of drawn columns that no model is known for */
	COUNT_WITHHELD,  /* developers' own claims on drawn columns that are left out */
	COUNT_CONFLICTS, /* values that some source contradicts */
	COUNT_POINTS,    /* of a scatter */
	COUNT_EFFICIENT,
	COUNT_OTHER_EFFICIENT,
	COUNT_UNNAMED,
	COUNT_LINES, /* of a slope, drawn */
	COUNT_LINES_ASKED,
	COUNT_LINES_LEFT,
	COUNT_LINES_UP,
};
enum { SCENE_COUNTED = COUNT_LINES_UP + 1 };

/* Where a count is said. */
enum scene_part { SCENE_TITLE, SCENE_SUBTITLE, SCENE_ALT, SCENE_NOTES };
enum { SCENE_PARTS = SCENE_NOTES + 1 };

struct scene_tally {
	enum scene_part part;
	enum scene_counted what;
	const void *who; /* as in a cell; NULL: nobody */
	size_t column;
	size_t told;       /* how many of them are told one by one: the text counts the rest */
	size_t n;          /* as the text says it */
	const char *title; /* that says it; NULL: it is not said in a title */
};

struct scene_cell {         /* a value of the census */
	const void *who;    /* equal for the same */
	double value, half; /* half: half-width of its interval */
	int rank;           /* 0: none */
	size_t order;       /* on its column: the best value first, of equal ones by name */
	bool present, claimed, estimated;
	bool withheld; /* absent because it is a claim, and they are left out */
};

struct scene_census {
	const void *of;
	size_t n_rows, n_columns;
	const bool *rows, *columns; /* by row and column: drawn */
	struct scene_cell (*cell)(const void *of, size_t row, size_t column);
	/* Under which head a row stands; NULL: rows are in no groups. */
	const char *(*group)(const void *of, size_t row);
	/* True if two rows are of one model: they do not compete. */
	bool (*kin)(const void *of, size_t row, size_t other);
	/* True if a value of the column is better than another, beyond noise and to the printed digit. */
	bool (*ahead)(const void *of, size_t column, size_t row, size_t other);
	size_t (*ambiguous)(const void *of, size_t column); /* values of the column that no model is known for */
	bool withholds;                                     /* developers' own claims are left out: */
	size_t (*withheld)(const void *of, size_t column);  /* of the column */
	bool turned; /* of a slope: its lines are columns and lead from one row to another, not rows that lead from one
	              * column to another */
	size_t from, to; /* which */
	const struct scene_tally *tallies;
	size_t n_tallies;
};

/* Counts again what a tally counts. False for what cannot be counted from a census alone: points of a scatter, lines
 * that are drawn, and values that are disputed or of which nobody says who measured them. */
bool census_count(const struct scene_census *census, const struct scene_tally *tally, size_t *n);

/* "models not shown"; "alt text". */
const char *census_counted_word(enum scene_counted what);
const char *census_part_word(enum scene_part part);

#endif
