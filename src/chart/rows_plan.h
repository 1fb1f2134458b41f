/* rows_plan.h: rows while they are laid out: made by rows.c and rows_fit.c, drawn by rows_draw.c and rows_cell.c.
 * Private to these files. */
#ifndef CHART_ROWS_PLAN_H
#define CHART_ROWS_PLAN_H

#include "chart/lengths.h"
#include "chart/rows.h"

#include <math.h>

/* A text of a row. Of a lazy chart only its measures are kept, and its lines hold nothing, until its page is drawn. */
struct rows_text {
	struct text_block block;
	double width; /* that it was asked for */
};

struct rows_shaped {                             /* a cell's texts: blocks of a rows_text */
	const struct text_block *value, *remark; /* remark also holds the words of a missing value */
	const struct text_block *annotation;     /* NULL: none */
	double point;                            /* of value: where its decimal point is, or would be */
};

struct rows_line { /* a row's label, shaped */
	const struct text_block *rank, *name, *variant, *maker;
	const struct text_block *gap; /* above it: how many rows are left out; NULL: none */
	bool variant_below;           /* on a line of its own */
};

struct rows_place { /* a shown column */
	const struct text_block *head;
	double natural; /* least width */
	double numbers; /* NUMBERS, HEAT: width of all numbers, which stand with their decimal points in line */
	double behind;  /* of it, from the points on */
	double remarks; /* after them */
	double x, width;
	size_t band;
};

struct rows_named {                     /* a name over the first bar */
	const struct text_block *block; /* NULL: there is no room for it */
	double x;
};

struct rows_scale { /* a measure's */
	bool used, dots;
	bool logarithmic;      /* of dots */
	double low, high;      /* the domain: of bars with 0 in it */
	double left, per_unit; /* points to the left of zero (of low, for dots) inside a column */
};

struct rows_page;

struct rows_plan {
	struct arena *arena;
	struct diags *diags;
	const struct chart_request *request;
	const struct look *look;
	const struct rows_table *table;
	rows_words *make_words;
	void *kind;
	double u;
	struct frame frame;
	struct frame_words words;
	size_t *rows, *columns; /* shown, as indices in the table */
	size_t n_rows, n_columns;
	size_t n_must;           /* different rows without which there is no chart */
	bool *taken;             /* by row of the table: for choosing */
	size_t *left_out;        /* by shown row: rows of the table between it and the one before */
	bool gaps;               /* any of them is not 0, or was in a choice before */
	bool one_line;           /* the title takes one line, if one of its alternatives does */
	size_t first;            /* shown row of which lines and shaped hold texts, while a page is drawn; 0 before */
	struct rows_line *lines; /* by shown row */
	struct rows_shaped *shaped; /* [(shown row * n_columns + shown column) * n_series + series] */
	struct rows_place *places;  /* by shown column */
	struct rows_scale *scales;  /* by measure */
	size_t n_bands;
	double head_height;      /* above the rows of a band */
	double pitch, bar, step; /* step: from a bar to the next of its cell */
	double group_head;       /* how tall the head of a group is, with its air */
	double group_air;        /* of that below it */
	double gap;              /* how tall the mark for rows left out is */
	double left, right;      /* of the columns */
	double rank_right, chip_x, name_x, name_width, maker_x, plot_left;
	const struct scene_known *known;
	size_t n_known;
	size_t rows_a_page, bands_a_page, n_pages;
	double x_height; /* of the first row's name */
	bool chips, ranks;
	bool over;        /* a narrow figure: names stand over their bars, makers nowhere */
	double lift;      /* then: how far below the middle of its row a bar lies */
	double name_over; /* and the last baseline of its name above the middle of the bar */
	bool parts_named;
	struct rows_named *named; /* parts_named: by part, and last the head over the totals */
	bool close;               /* columns are set closer: smaller heads, and values in their bars */
	bool measuring;           /* what is shaped is given back */
};

/* rows_text.c: a text as it is needed while rows are measured. text outlives the plan. */
const struct text_block *rows_text(struct rows_plan *plan, const char *text, struct text_style style, double width,
                                   double step);

/* What is shaped between the two is given back, where the chart is lazy. open is what the first returned: false inside
 * of another pair. */
bool rows_open_texts(struct rows_plan *plan);
void rows_close_texts(struct rows_plan *plan, bool open);

/* The texts of n rows, to be drawn: a lazy chart's are shaped again, on the plan's arena. */
void rows_take_texts(struct rows_plan *plan, size_t row, size_t n);

/* Where a value is on its scale, in units or, if that is logarithmic, in powers of ten. */
static inline double rows_along(const struct rows_scale *scale, double value)
{
	return scale->logarithmic ? log10(value) : value;
}

static inline struct rows_line *rows_line_at(const struct rows_plan *p, size_t row)
{
	return &p->lines[row - p->first];
}

static inline struct rows_shaped *rows_shaped_at(const struct rows_plan *p, size_t row, size_t column, size_t series)
{
	return &p->shaped[((row - p->first) * p->n_columns + column) * p->table->n_series + series];
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

/* What its bar is as long as. */
static inline double rows_length(const struct rows_cell *cell)
{
	return cell->whole ? percents : cell->value;
}

/* rows_choose.c: which rows and columns are shown. The rows to keep come first, then the first rows. */
void rows_choose(struct rows_plan *plan, size_t n);
void rows_choose_columns(struct rows_plan *plan, size_t n);
size_t rows_columns_shown(const struct rows_plan *plan); /* of data */

/* True if as many rows as are asked for hold those that must be there; else an error. */
bool rows_check_asked(struct rows_plan *plan);

/* How tall n shown rows of a page are, whose first is from: with heads of groups and marks for rows left out. */
double rows_tall(const struct rows_plan *plan, double pitch, size_t from, size_t n);

/* True if a head stands over a shown row: it is the first of its group, or of its page, which begins with from. */
bool rows_is_headed(const struct rows_plan *plan, size_t from, size_t row);

/* True if the rows left out before a shown row are not all of its group, nor all of that of the one above. */
bool rows_gap_leaves_group(const struct rows_plan *plan, size_t row);

/* True if it is the first of its page, and rows of its group stand on the one before. */
bool rows_is_continued(const struct rows_plan *plan, size_t from, size_t row);

/* Its head, on as many lines as it needs: "Acme", or "Acme (continued)". */
const struct text_block *rows_group_head(struct rows_plan *plan, size_t row, bool continued);

/* Once labels are placed: how tall heads are. */
void rows_measure_groups(struct rows_plan *plan);

/* How far a text reaches below its first baseline. */
double rows_below(const struct text_block *block);

/* How far the first line of a variant that stands below its name is from the name's last one, and its last line; 0
 * where it stands beside it. */
double rows_variant_step(const struct rows_plan *plan, const struct rows_line *line);
double rows_variant_end(const struct rows_plan *plan, const struct rows_line *line);

/* What a value with its remark takes beside its mark; and whether a column is measured so. */
double rows_beside(const struct rows_plan *p, const struct rows_cell *cell, const struct rows_shaped *s);
bool rows_on_measure(const struct rows_plan *p, size_t c, size_t measure);

/* rows_fit.c: widths of labels and columns, scales. False after an error: no room. */
void rows_place_labels(struct rows_plan *plan);
bool rows_place_columns(struct rows_plan *plan);
bool rows_settle_scales(struct rows_plan *plan);
double rows_needed_pitch(const struct rows_plan *plan);
double rows_lift(const struct rows_plan *plan);

/* How far the texts of a row's cells reach above and below its middle, if that is further. */
void rows_reach_cells(const struct rows_plan *plan, size_t row, double *up, double *down);

/* rows_over.c: whether names stand over bars; then how thick these are, how far above their middles the last baselines
 * of names are, and how far bars are apart at least. */
bool rows_stand_over(const struct rows_plan *plan);
double rows_bar_over(const struct rows_plan *plan);
double rows_name_over(const struct rows_plan *plan);
double rows_pitch_over(const struct rows_plan *plan);

/* The least distance from one bar of a group to the next that keeps their texts apart. */
double rows_needed_step(const struct rows_plan *plan);

/* Air above the first row and below the last. */
double rows_pad(const struct rows_plan *plan);

/* True if lines of reference lie on the scale of a shown column: the only one that draws data. */
static inline bool rows_has_references(const struct rows_plan *p, size_t column)
{
	const struct rows_column *c = rows_shown_column(p, column);
	return p->request->n_references && c->data && (c->form == ROWS_BARS || c->form == ROWS_DOTS);
}

/* Between two bands. */
double rows_band_gap(const struct rows_plan *plan);

/* rows_parts.c: names over the parts of the first bar. One line of them, to know how tall they are. */
const struct text_block *rows_part_name(const struct rows_plan *plan, const char *text);

/* Finds their places, once scales are settled. False if one of them does not stand over its part. */
bool rows_place_parts(struct rows_plan *plan);
void rows_draw_parts(struct rows_page *page, double bottom);

/* rows_inside.c: values that stand in their bars, where columns are close. True if a bar is of a kind that may hold its
 * value: filled, and with nothing else to be said of it. */
bool rows_may_hold(const struct rows_plan *plan, const struct rows_cell *cell);

/* What a bar needs to hold it. */
double rows_holding(const struct rows_plan *plan, const struct rows_shaped *shaped);

/* How thick bars have to be for the values that may stand in them; 0 where none may. */
double rows_thick_inside(const struct rows_plan *p);

/* True if it does, on its scale. */
bool rows_holds(const struct rows_plan *plan, size_t column, const struct rows_cell *cell,
                const struct rows_shaped *shaped);

/* True if the values beside the bars would take too much of panels this wide. */
bool rows_crowd_out(const struct rows_plan *plan, double width);

/* rows_draw.c: all pages of a finished plan, which has to last as long as they where the request is lazy. */
void rows_draw(struct rows_plan *plan, struct chart_pages *pages);

/* ---- rows_cell.c: the content of one row ---- */

struct rows_page { /* the part of the plan on one page */
	struct rows_plan *plan;
	struct scene *scene;
	size_t row, n_rows;   /* shown rows from.. */
	size_t band, n_bands; /* bands from.. */
	double tall, apart;   /* of a band; between two */
	int *scales;          /* scene scale by shown column */
};

struct rows_spot { /* where a cell is drawn, and for what */
	size_t column;
	double middle; /* of its bar or line */
	int datum;
	size_t row; /* shown */
};

enum { ROWS_HANDFUL = 3 }; /* so few that they leave room */

/* rows_inside.c: where few rows leave room, the number that the picture is about is the first thing seen. */
bool rows_is_hero(const struct rows_plan *plan, size_t column, const struct rows_cell *cell);

/* rows_inside.c: the value at the end of its bar. */
void rows_draw_inside(struct rows_page *page, const struct rows_cell *cell, const struct rows_shaped *s,
                      struct rows_spot at);

/* rows_spread.c: grows a span by all that is drawn of a spread. */
void rows_spread_extent(const struct scene_spread *spread, double *low, double *high);

/* Its lines, under the dot, and its runs, below it. */
void rows_draw_spread(struct rows_page *page, const struct rows_cell *cell, struct rows_spot at);
void rows_draw_runs(struct rows_page *page, const struct rows_cell *cell, struct rows_spot at);

/* Widens what a mark takes, from one end to the other, to its runs. */
void rows_reach_runs(const struct rows_plan *plan, const struct rows_cell *cell, size_t column, double *low,
                     double *high);

/* What rows stand on. */
static inline struct color rows_ground(const struct rows_plan *p)
{
	return p->look->card ? p->look->palette.panel : p->look->palette.background;
}

/* The x of a column's zero, for dots of the low end of their domain. */
double rows_zero(const struct rows_plan *plan, size_t column);
double rows_x(const struct rows_plan *plan, size_t column, double value);

/* What is shaded down the rows of a table with a lead. */
struct color rows_lead_tint(const struct rows_plan *plan);

/* The head of a group, whose first row has its upper edge at bottom. */
void rows_draw_group(struct rows_page *page, size_t row, double bottom);

/* "3 more", where rows are left out before a shown row whose upper edge is bottom; first is the band's first column. */
void rows_draw_gap(struct rows_page *page, size_t row, size_t band, double bottom);

/* Label and cell are centred on middle; top is the row's upper edge, which shaded fields fill from. */
void rows_draw_label(struct rows_page *page, size_t row, double middle, int datum);
void rows_draw_cell(struct rows_page *page, size_t row, size_t series, struct rows_spot at, double top);

#endif
