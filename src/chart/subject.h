/* subject.h: what a chart is about: the values that a request asks for with their ranks, how each measure is printed,
 * which model is highlighted and in which colour. Every kind starts from it; most turn it into rows.
 *
 * A plain value that its kind owns; what it points to lives on the arena it was opened with. */
#ifndef CHART_SUBJECT_H
#define CHART_SUBJECT_H

#include "chart/counted.h"
#include "chart/evidence.h"
#include "chart/rows.h"
#include "facts/grid.h"

struct subject {
	struct arena *arena;
	const struct chart_request *request;
	const struct look *look;
	const struct language *language;
	const struct dataset *dataset;
	const struct grid *grid;
	struct number_style *styles; /* by column */
	const char **names;          /* of all that words may name beside models: makers, benchmarks */
	size_t n_names, names_room;
	struct counted *counted; /* by its words */
	struct diags *diags;
	size_t most_rows; /* only this many of the first rows (before they were put in groups), and those to keep, can
	                     be shown: others need no cells; ROWS_NONE: all */
	const size_t *before; /* by row: where it stood before rows were put in groups; NULL: there are none */
	size_t *keep;         /* rows that are shown before any other: the focus, whoever is annotated, the best
	                         and the largest value of each benchmark */
	size_t n_keep;
	bool few_lead;        /* so few lead the first column that they may be highlighted */
	bool ranked;          /* ranks are printed */
	bool whiskers;        /* intervals are drawn */
	bool dots;            /* claims are hollow dots, not hatched bars */
	bool intervals_told;  /* a note of the kind's own says what is known of intervals */
	bool starred;         /* claims are marked by a star, not by a hatched bar */
	bool unsigned_marked; /* values of which nobody says who measured them have a ‡, among others */
	size_t turned_all;    /* how many benchmarks there are, where each is a row; 0: models are rows */
	const struct standing_row *const *extra; /* values drawn beside those of the grid, for notes and source */
	const size_t *extra_of;                  /* their columns */
	size_t n_extra;
	const bool *in_words;                  /* by row of the grid: words stand for all its values; NULL: for none */
	const struct standing *extra_standing; /* of a benchmark without a column; it counts as column n_columns */
};

/* False after errors: there is nothing to show, or nothing decides between sources. */
bool subject_open(struct subject *subject, struct arena *arena, const struct chart_request *request,
                  struct diags *diags);

/* The same with large counts told in words: "7.4 million" (grid_count_in_words). */
bool subject_open_counts(struct subject *subject, struct arena *arena, const struct chart_request *request,
                         struct diags *diags);

/* subject_keep.c: fills in keep. */
void subject_find_kept(struct subject *subject);

struct lead { /* of a model over the others, by the benchmarks that each leads alone */
	const struct variant *who;
	size_t most, second;
};
struct lead subject_lead(const struct subject *subject);

/* Whose leads a title counts: of whoever is in focus, or leads on most benchmarks; NULL: nobody's. */
const struct variant *subject_counted(const struct subject *subject);

/* That words name a benchmark without a column, too. */
void subject_may_name(struct subject *subject, const struct benchmark *benchmark);

/* "Artificial Analysis Intelligence Index, points": a measure in an alt text. */
char *subject_what(const struct subject *subject, size_t column);

/* The row of the focus, or ROWS_NONE. */
size_t subject_focus_row(const struct subject *subject);

/* How values of several columns are printed on one scale: in the smallest magnitude of all. largest: of the
 * numbers that are printed. */
struct number_style subject_common_style(const struct subject *subject, const size_t *columns, size_t n,
                                         double largest);

/* True if a row can be shown, so that its label and cells are needed. */
bool subject_shows(const struct subject *subject, size_t row);

/* True of the focus, and of those beside it. */
bool subject_in_focus(const struct subject *subject, const struct variant *variant);

/* The colour of a variant's marks. */
struct color subject_color(const struct subject *subject, const struct variant *variant, bool strong);

/* The decimal places of a value as its source gave it: 1 for 89.5, -6 for 58M. */
int subject_level(const struct subject *subject, size_t column, const struct standing_row *row);

/* All models of the subject, for the proof. shown: what is drawn of its grid; drawn: by the index of a variant, NULL if
 * all are. */
struct scene_crowd subject_crowd(const struct subject *subject, const struct grid *shown, const bool *drawn);

/* The name of a row in its maker's colour, without a rank. */
struct rows_label subject_label(const struct subject *subject, size_t row, bool maker);

/* True if it is to be noted that not all that was measured was asked for: of one model without a rank or a bold value,
 * or of two that are held against each other, nothing is said that others could change. */
bool subject_is_selection(const struct subject *subject);

/* What is said of a selection, and would not have to hold of all: "…, among those selected", where a title has room for
 * these words; the notes say it anyway. */
const char *subject_among(const struct subject *subject, const char *words);

/* A title has no more words than rule C1 allows. */
bool subject_is_short(const struct subject *subject, const char *title);

/* Adds to an alt text that a selection is one, as its note does; a reader of the alt text has no other place for it. */
void subject_alt_selected(const struct subject *subject, struct strbuf *alt);

/* A benchmark as a row: with its direction where it differs from what the chart says. */
const char *subject_row_name(const struct subject *subject, const struct benchmark *benchmark);

/* How a column is printed, for the scene. */
struct scene_measure subject_measure(const struct subject *subject, size_t column);

/* One row per model, one column per benchmark, all of one form, with heads where there are several. */
struct rows_table subject_table(struct subject *subject, enum rows_form form);

/* Each row's rank before its name, where one is better than another. Of one benchmark; before the words are made. */
void subject_print_ranks(struct subject *subject, struct rows_table *t);

/* True if the data do not say who measured it. */
bool subject_is_unsigned(const struct subject *subject, size_t column, const struct standing_row *row);

/* True if the data say of some values who measured them and of others not. Of one benchmark. */
bool subject_some_unsigned(const struct subject *subject);

/* Where values are far apart, what the last is of the first beside it: "× 363". Of one benchmark. */
void subject_tell_multiple(const struct subject *subject, struct rows_table *t);

struct subject_points { /* values that are drawn as dots, each with its column */
	const struct standing_row **cells;
	size_t *of;
	size_t n;
	bool unprinted; /* no numbers stand beside them */
	struct evidence_part rows, columns;
	bool lines;
	bool ends;                         /* as in the evidence */
	const struct measurement **chosen; /* of a course: what each value is of; NULL: what counts */
};

void subject_add_point(struct subject_points *points, const struct standing_row *cell, size_t column);

/* Notes and source for a chart of dots. */
void subject_points_evidence(const struct subject *subject, const struct subject_points *points, struct notes *notes,
                             struct frame_words *words);

/* True if it is known of some column which numbers are better. */
bool subject_directed(const struct subject *subject);

/* True if higher is better on some columns and lower on others. */
bool subject_directions_differ(const struct subject *subject);

/* For kinds with one scale: the first column whose measure most of the drawable columns share; 0 if none is. */
size_t subject_common_column(const struct subject *subject, const bool *drawable);

/* True if all columns are alike and print in one magnitude. */
bool subject_one_unit(const struct subject *subject);

/* The same for kinds with one scale, with an error that names two columns that have none in common. one_line: the
 * benchmarks are the ends of one line, so their directions must agree; it prints both in one magnitude. */
bool subject_check_scale(const struct subject *subject, bool one_line);

#endif
