/* figure.h: what a request asks for, looked up: the values with their ranks, how each measure is printed, who stands
 * out in which colour. Most kinds start from it and turn it into rows. */
#ifndef CHART_FIGURE_H
#define CHART_FIGURE_H

#include "chart/evidence.h"
#include "chart/rows.h"
#include "facts/grid.h"

struct figure {
	struct arena *arena;
	const struct chart_request *request;
	const struct look *look;
	const struct language *language;
	const struct dataset *dataset;
	const struct grid *grid;
	struct number_style *styles; /* by column */
	const char **names;          /* of all models and benchmarks that the words may name */
	size_t n_names;
	struct diags *diags;
	bool few_lead;                           /* those who lead the first column may stand out */
	bool ranked;                             /* ranks are printed */
	bool whiskers;                           /* intervals are drawn */
	bool starred;                            /* a claim has a star, not a hatched bar */
	size_t turned_all;                       /* rows are benchmarks: so many there are; 0: rows are models */
	const struct standing_row *const *extra; /* values drawn beside those of the grid, for notes and source */
	const size_t *extra_of;                  /* their columns */
	size_t n_extra;
	const struct standing
		*extra_standing; /* of values of a benchmark that has no column; its number is n_columns */
};

/* False after errors: nothing to show, an open selection. */
bool figure_open(struct figure *figure, struct arena *arena, const struct chart_request *request, struct diags *diags);

/* Errors for a request that a kind cannot answer: not one benchmark; one of which bars from zero would mislead. */
bool figure_one_benchmark(const struct chart_request *request, const char *kind, struct diags *diags);
bool figure_has_zero(const struct benchmark *benchmark, struct diags *diags);

/* "Artificial Analysis Intelligence Index, points": a measure in an alt text. */
char *figure_what(const struct figure *figure, size_t column);

/* Row of the focus, or ROWS_NONE. */
size_t figure_focus_row(const struct figure *figure);

/* True if a row stands out: the focus, or without one those that lead the first column, if they are few. */
bool figure_strong(const struct figure *figure, size_t row);

/* The colour of a variant's marks. */
struct color figure_color(const struct figure *figure, const struct variant *variant, bool strong);

/* The name of a row with its maker's colour, without rank. */
struct rows_label figure_label(const struct figure *figure, size_t row, bool maker);

/* A value as a cell of bars, dots or numbers. */
struct rows_cell figure_cell(const struct figure *figure, size_t row, size_t column);

/* A benchmark as a row: with its direction where that is not the one the figure states. */
const char *figure_row_name(const struct figure *figure, const struct benchmark *benchmark);

/* How a column is printed, for the scene. */
struct scene_measure figure_measure(const struct figure *figure, size_t column);

/* A row a model, a column a benchmark, all of one form; heads where there are several. keep and counts are set. */
struct rows_table figure_table(struct figure *figure, enum rows_form form);

/* Notes and source for the part that is shown; kinds put notes of their own into notes before. */
void figure_evidence(const struct figure *figure, const struct rows_shown *shown, struct notes *notes,
                     struct frame_words *words);

/* For one column: titles from the standing, measure with unit and date, direction. */
void figure_titles(const struct figure *figure, const char *titles[FRAME_TITLES]);
char *figure_subtitle(const struct figure *figure);

/* For several: who leads how often; "Percent, 5 benchmarks, models ordered by …". */
void figure_grid_titles(const struct figure *figure, const char *titles[FRAME_TITLES]);
char *figure_grid_subtitle(const struct figure *figure); /* turned figures do not order their models */
const char *figure_direction(const struct figure *figure);

/* True if all columns print in one unit and magnitude. */
bool figure_one_unit(const struct figure *figure);

/* At most 600 characters for those who do not see the picture; every number in it is in the data. start: its first
 * sentence without the date and the full stop. */
char *figure_alt(const struct figure *figure, const char *start, enum word kind);
char *figure_grid_alt(const struct figure *figure, enum word kind);

#endif
