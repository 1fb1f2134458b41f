/* rows_plan.h: rows while they are laid out: made by rows.c and rows_fit.c, drawn by rows_draw.c and rows_cell.c.
 * Private to these files. */
#ifndef CHART_ROWS_PLAN_H
#define CHART_ROWS_PLAN_H

#include "chart/lengths.h"
#include "chart/rows.h"

struct rows_shaped {                             /* a cell's texts */
	const struct text_block *value, *remark; /* remark also holds the words of a missing value */
};

struct rows_line { /* a row's label, shaped */
	const struct text_block *rank, *name, *variant, *maker;
	bool variant_below; /* on a line of its own */
};

struct rows_place { /* a shown column */
	const struct text_block *head;
	double natural; /* least width */
	double numbers; /* NUMBERS: width of the widest number; all are right-aligned to it */
	double remarks; /* after them */
	double x, width;
	size_t band;
};

struct rows_scale { /* a measure's */
	bool used, dots;
	double low, high;      /* the domain: of bars with 0 in it */
	double left, per_unit; /* points to the left of zero (of low, for dots) inside a column */
};

struct rows_plan {
	struct arena *arena;
	struct diags *diags;
	const struct chart_request *request;
	const struct look *look;
	const struct rows_table *table;
	rows_words *make_words;
	void *kind;
	const char *alt;
	double u;
	struct frame frame;
	struct frame_words words;
	size_t *rows, *columns; /* shown, as indices in the table */
	size_t n_rows, n_columns;
	struct rows_line *lines;    /* by shown row */
	struct rows_shaped *shaped; /* [(shown row * n_columns + shown column) * n_series + series] */
	struct rows_place *places;  /* by shown column */
	struct rows_scale *scales;  /* by measure */
	size_t n_bands;
	double head_height;      /* above the rows of a band */
	double pitch, bar, step; /* step: from a bar to the next of its cell */
	double left, right;      /* of the columns */
	double rank_right, chip_x, name_x, name_width, maker_x, plot_left;
	const struct scene_known *known;
	size_t n_known;
	size_t rows_a_page, bands_a_page;
	bool chips, ranks;
};

static inline struct rows_shaped *rows_shaped_at(const struct rows_plan *p, size_t row, size_t column, size_t series)
{
	return &p->shaped[(row * p->n_columns + column) * p->table->n_series + series];
}

static inline const struct rows_cell *rows_shown_cell(const struct rows_plan *p, size_t row, size_t column,
                                                      size_t series)
{
	return rows_cell(p->table, p->rows[row], p->columns[column], series);
}

static inline const struct rows_column *rows_shown_column(const struct rows_plan *p, size_t column)
{
	return &p->table->columns[p->columns[column]];
}

/* The span of a cell's bar or dot and its whisker; bars include zero. Only for a cell with a value. */
void rows_extent(const struct rows_cell *cell, bool dots, double *low, double *high);

/* rows_fit.c: widths of labels and columns, scales. False after an error: no room. */
void rows_place_labels(struct rows_plan *plan);
bool rows_place_columns(struct rows_plan *plan);
bool rows_settle_scales(struct rows_plan *plan);
double rows_needed_pitch(const struct rows_plan *plan);

/* The least distance from one bar of a group to the next that keeps their texts apart. */
double rows_needed_step(const struct rows_plan *plan);

/* Air above the first row and below the last. */
double rows_pad(const struct rows_plan *plan);

/* Between two bands. */
double rows_band_gap(const struct rows_plan *plan);

/* rows_draw.c: all pages of a finished plan. */
void rows_draw(struct rows_plan *plan, struct chart_pages *pages);

/* ---- rows_cell.c: the content of one row ---- */

struct rows_page { /* the part of the plan on one page */
	struct rows_plan *plan;
	struct scene *scene;
	size_t row, n_rows;   /* shown rows from.. */
	size_t band, n_bands; /* bands from.. */
	double tall, gap;     /* of a band; between two */
	int *scales;          /* scene scale by shown column */
};

struct rows_spot { /* where a cell is drawn, and for what */
	size_t column;
	double middle; /* of its bar or line */
	int datum;
};

/* The x of a column's zero, for dots of the low end of their domain. */
double rows_zero(const struct rows_plan *plan, size_t column);
double rows_x(const struct rows_plan *plan, size_t column, double value);

/* Label and cell are centred on middle; top is the row's upper edge, which shaded fields fill from. */
void rows_draw_label(struct rows_page *page, size_t row, double middle, int datum);
void rows_draw_cell(struct rows_page *page, size_t row, size_t series, struct rows_spot at, double top);

#endif
