/* pptx_graph.h: a chart as PowerPoint holds it, before it is XML: series of points that refer to cells of a sheet.
 *
 * Whoever makes one fills in the sheet first (pptx_graph_column), so that every series knows where its numbers stand,
 * and then the points, which are what programs show that do not open the workbook. Lengths are points on the slide,
 * values what the cells hold. Private to paint/. */
#ifndef PAINT_PPTX_GRAPH_H
#define PAINT_PPTX_GRAPH_H

#include "base/bytes.h"
#include "base/geom.h"
#include "paint/xlsx_write.h"
#include "style/color.h"

struct arena;
struct look;
struct strbuf;

enum graph_form {
	GRAPH_BARS,    /* side by side in each category, from the left */
	GRAPH_STACKED, /* one after the other, likewise */
	GRAPH_COLUMNS, /* bars that stand */
	GRAPH_LINES,   /* over categories */
	GRAPH_DATED,   /* lines over days of the calendar */
	GRAPH_POINTS,  /* on two scales of numbers */
};

struct graph_ref { /* cells of the sheet, below each other or side by side; none: n is 0 */
	size_t column, row, n;
	bool across;
};

enum graph_part_kind {
	GRAPH_VALUE, /* the point's number, in the label's format */
	GRAPH_NAME,  /* of the series */
	GRAPH_CELL,  /* the cell of the series' words */
	GRAPH_TEXT,  /* always the same */
};

struct graph_part { /* of a label */
	enum graph_part_kind kind;
	const char *text; /* as it reads where nobody looks into the sheet */
	struct color ink;
	bool bold;
};

/* Where a label stands: beside its point, or by the end of its bar. */
enum graph_side {
	GRAPH_RIGHT,
	GRAPH_LEFT,
	GRAPH_ABOVE,
	GRAPH_BELOW,
	GRAPH_CENTRE,
	GRAPH_BEYOND,
	GRAPH_BASE,
	GRAPH_END
};

struct graph_label { /* no parts: none */
	const struct graph_part *parts;
	size_t n_parts;
	const char *format;
	enum graph_side side;
	double dx, dy; /* moved from there, as shares of the frame */
	bool piled;    /* each part in a line of its own */
	bool small;    /* in the type of axes */
};

enum graph_fill { GRAPH_SOLID, GRAPH_HATCHED, GRAPH_HOLLOW };

enum { GRAPH_X, GRAPH_Y, GRAPH_AXES };

struct graph_point {
	bool present;
	double x, y; /* x: of POINTS and DATED */
	struct color color;
	enum graph_fill fill;
	double size;                                /* of a dot */
	bool sure[GRAPH_AXES];                      /* there is an interval: */
	double minus[GRAPH_AXES], plus[GRAPH_AXES]; /* how far it reaches */
	struct graph_label label;
};

struct graph_errors {
	struct graph_ref minus, plus; /* n 0: none, unless */
	double always;                /* it is this long for every point */
	bool one_way;                 /* then: only towards larger values */
	bool bare;                    /* without strokes at its ends */
	struct color color;
	double thick;
};

struct graph_series {
	const char *name;
	struct graph_ref head, xs, values, words; /* xs: of POINTS */
	struct graph_point *points;
	size_t n;
	struct color color;
	const char *format; /* of its numbers */
	double line;        /* how thick it joins its points; 0: it does not */
	bool dots;          /* they are marked */
	bool unseen;        /* only its labels are */
	struct graph_errors errors[GRAPH_AXES];
};

struct graph_axis {
	bool shown; /* with its numbers; else only its range holds */
	bool line;
	bool grid;
	bool reversed;
	bool far; /* at the other side of the plot */
	bool bold;
	bool apart;       /* its numbers are to be points of a series */
	double low, high; /* both 0: of categories */
	double step;      /* 0: as the program likes */
	double base;      /* logarithmic; 0: not */
	int months;       /* DATED: the step */
	const char *format;
};

struct graph {
	enum graph_form form;
	bool across;             /* POINTS: the values of labels are the xs */
	struct rect frame, plot; /* plot: inside the axes */
	const struct look *look; /* what its theme calls colours; NULL: nothing */
	const char *language, *relation;
	double size, small; /* type of labels and names, of axes */
	struct color ink, faint, grid, ground;
	const char *const *categories; /* or days: NULL, and the first series' xs */
	size_t n_categories;
	struct graph_ref names; /* of the categories */
	struct graph_axis axes[GRAPH_AXES];
	struct graph_series *series;
	size_t n_series, series_room;
	double gap, overlap; /* percent of a bar's thickness */
	const char *sheet;   /* its name */
	struct xlsx_column *columns;
	size_t n_columns, columns_room;
	struct arena *arena;
};

/* ---- the sheet ---- */

/* A new column of so many cells, all empty; returns its index. */
size_t pptx_graph_column(struct graph *graph, const char *head, size_t n_cells);

/* Its cells, below the head. */
struct xlsx_cell *pptx_graph_cells(const struct graph *graph, size_t column);

void pptx_graph_put_text(struct graph *graph, size_t column, size_t row, const char *text);
void pptx_graph_put_number(struct graph *graph, size_t column, size_t row, double number, const char *format);

/* All cells of a column but its head; the head alone. */
struct graph_ref pptx_graph_below(const struct graph *graph, size_t column);
struct graph_ref pptx_graph_head(size_t column);

/* ---- */

/* A new series with so many points, none of them present. */
struct graph_series *pptx_graph_series(struct graph *graph, const char *name, size_t n);

/* The part of the chart, on the arena. */
struct bytes pptx_graph_xml(struct graph *graph);

/* ---- for pptx_graph*.c ---- */

void pptx_graph_formula(const struct graph *graph, struct strbuf *b, struct graph_ref ref);
void pptx_graph_add_series(const struct graph *graph, struct strbuf *b, size_t i);
void pptx_graph_add_labels(const struct graph *graph, struct strbuf *b, const struct graph_series *series);
void pptx_graph_add_solid(const struct graph *graph, struct strbuf *b, struct color color);
void pptx_graph_add_fill(const struct graph *graph, struct strbuf *b, struct color color, enum graph_fill fill,
                         double line);
/* <a:rPr> or <a:defRPr>. */
void pptx_graph_add_type(const struct graph *graph, struct strbuf *b, const char *element, double size, bool bold,
                         struct color ink);
void pptx_graph_add_text_style(const struct graph *graph, struct strbuf *b, double size, bool bold, struct color ink);

#endif
