/* rows.h: rows of names with columns of bars, dots, shaded fields, numbers and words: how most kinds are laid out.
 *
 *   |rank|chip|name variant |maker|  head of column     head of column        head |
 *   |    |    |             |     | |■■■■■■■■ value     |■■■■■ value remark   12.3 |
 *
 * A kind says what each row and column contains (struct rows_table) and makes the words for whatever part of it is
 * shown (rows_words); this file finds widths, scales, breaks and pages. Columns that do not fit side by side go into
 * bands one below the other; what does not fit on the page continues on the next or, in a picture, is left out, and a
 * note says so. Rows left out between others leave a gap that says how many: "3 more". */
#ifndef CHART_ROWS_H
#define CHART_ROWS_H

#include "chart/frame.h"

enum rows_form { ROWS_BARS, ROWS_DOTS, ROWS_HEAT, ROWS_NUMBERS, ROWS_WORDS };

enum { ROWS_PARTS = 6, ROWS_SERIES = 5 };

#define ROWS_NONE ((size_t)-1)

struct rows_label {
	const char *rank;                   /* NULL: the chart has no ranks */
	int last;                           /* the last place that noise leaves open; 0: it has no rank */
	const char *name, *variant, *maker; /* variant and maker NULL or "" if there is none */
	const char *full;                   /* the whole name */
	bool chip, strong, quiet;
	struct color chip_color;
};

struct rows_part {        /* of a stacked bar, from where the part before it ends */
	double value;     /* on the bar's scale */
	const char *text; /* printed in it, where it fits; NULL: nothing */
	enum scene_pattern pattern;
};

struct rows_cell {
	bool present;
	double value; /* what mark and text stand for */
	int places;   /* decimal places of the plain number that its source gave */
	bool whisker;
	double low, high;
	enum scene_pattern pattern; /* SOLID, HATCH (claimed), NONE (an outline: estimated) */
	struct color color;         /* of the bar, the dot, the field */
	bool strong;                /* its value in bold */
	const char *text;           /* the value as printed; in a column of WORDS the words */
	const char *text_signed;    /* with its unit, for the first value of a page; NULL: never */
	bool change;                /* a difference: text carries its sign */
	const char *remark;         /* after the value; NULL: none */
	const char *absent;         /* words shown instead, if not present */
	bool named;                 /* remark and absent name its series: they do so in the first row of a page only */
	const char *unnamed;        /* what is said in their place in the others; NULL: nothing */
	const struct rows_part *parts; /* BARS: from zero; they make up the whole bar */
	size_t n_parts;
	bool whole;           /* its bar is 100, whatever its value is: parts are shares of it */
	const double *others; /* DOTS: what other sources say */
	size_t n_others;
	const struct scene_spread *spread; /* DOTS: how its results lie, in place of a whisker; NULL: it has that */
	bool interval;                     /* of one with a spread: the uncertainty of its value is known */
	int rank;
	bool tied, claimed;
	bool level;                                /* as in the scene */
	bool doubted;                              /* sources disagree on it: its remark has a † */
	bool nameless;                             /* nobody says who measured it: its remark has a ‡ */
	bool multiple;                             /* its remark says how many times the best it is, or the best it */
	const struct chart_annotation *annotation; /* what its author says of it; NULL: nothing */
};

struct rows_column {
	enum rows_form form;
	const char *head;                /* NULL: none */
	int way;                         /* 1: higher is better, -1: lower is; 0: unknown */
	const char *head_unlike;         /* in its place where other columns have another way; NULL: the same */
	const char *name;                /* of its data; NULL if there is one column only */
	int measure;                     /* in table.measures: columns of one measure share one scale */
	bool data;                       /* its cells are data: drawn, or reported as missing */
	bool counted;                    /* a title counts it: it is shown before columns that are not */
	const struct scene_shade *shade; /* HEAT: of its fields */
	const struct scene_top *top;     /* of its values; NULL: the rows to keep are always shown */
};

struct rows_table {
	const struct rows_label *labels;
	size_t n_rows;
	const struct rows_column *columns;
	size_t n_columns, n_data_columns;
	size_t n_columns_known;    /* data columns, including those that the kind itself left out */
	size_t n_series;           /* bars per cell, one below the other */
	const char *const *series; /* what each of them is of; NULL where there is one */
	struct rows_cell *cells;   /* [(row * n_columns + column) * n_series + series] */
	const struct scene_measure *measures;
	size_t n_measures;
	struct color part_colors[ROWS_PARTS];
	const char *const *parts; /* as in the scene: what its parts are values of */
	size_t n_parts;
	const char *const *part_titles; /* what each of its parts is; NULL where it has none */
	const char *const *part_names;  /* to stand over the first bar, where they fit; NULL: a key names the parts */
	size_t n_named;
	bool shares; /* as in the scene */
	const size_t
		*turns;     /* all rows, in the order in which they are chosen where not all fit; NULL: as they stand */
	const size_t *keep; /* rows that are shown before any other, the first of them first */
	size_t n_keep, n_must; /* without the first n_must of them there is no chart */
	int sorted;            /* as in the scene */
	double names_over; /* in a figure that is less wide, times label text, names stand over their bars; 0: as usual
	                    */
	bool rows_counted; /* as in the scene */
	const char *const *names; /* as in the scene */
	size_t n_names;
	const struct scene_known *known; /* as in the scene, where cells of rows that cannot be shown are left empty;
	                                    NULL: the cells tell it */
	size_t n_known;
	const char *const
		*groups; /* by row: the head that it stands under, in groups that follow each other; NULL: none */
	const struct rows_cell *lead; /* DOTS: the interval of its row is shaded down all others; NULL: none is */
	bool bold_best;               /* as in the scene */
	bool rules;                   /* thin lines between the rows: a table */
	bool spread;                  /* rows may be set wide apart to fill a page */
	bool folded; /* what is said of a label stands below its name, also where it has room beside it */
};

struct rows_shown {
	const size_t *rows;
	size_t n_rows;
	const size_t *columns;
	size_t n_columns;
	bool parts_named; /* beside the first bar: no key has to name them */
};

/* Called again whenever the part that is shown changes. */
typedef void rows_words(void *kind, const struct rows_shown *shown, struct frame_words *words);

bool rows_layout(struct arena *arena, const struct chart_request *request, const struct rows_table *table,
                 rows_words *words, void *kind, struct chart_pages *pages, struct diags *diags);

/* Keeps the rows with the longest bar, the best value (of a sorted table) and the other extreme; the last may give way.
 */
void rows_keep_extremes(struct arena *arena, struct rows_table *table);

/* How many rows a page of this request has where nothing else is asked for. */
size_t rows_usual(const struct chart_request *request);

/* How many rows a chart of this request can show, whatever its table holds. A kind may leave the cells of further rows
 * empty, except those of the rows to keep, if it says what is known of them. */
size_t rows_at_most(const struct chart_request *request);

static inline const struct rows_cell *rows_cell(const struct rows_table *t, size_t row, size_t column, size_t series)
{
	return &t->cells[(row * t->n_columns + column) * t->n_series + series];
}

/* The span of a cell's bar or dot and of all that is drawn with it; bars include zero. Only for a cell with a value. */
void rows_extent(const struct rows_cell *cell, bool dots, double *low, double *high);

#endif
