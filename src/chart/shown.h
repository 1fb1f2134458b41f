/* shown.h: the part of a subject that is drawn. Titles, subtitles, notes, source line and alt text are made from it
 * alone: of rows and benchmarks that are not drawn it has no names and no values, only their number, which is said with
 * "not shown". Ranks and leads are those among all.
 *
 * A plain value, made anew whenever the part changes; what it points to lives on the subject's arena. */
#ifndef CHART_SHOWN_H
#define CHART_SHOWN_H

#include "chart/subject.h"

struct shown {
	const struct subject *subject;
	const struct grid *grid;                     /* drawn: models as rows, benchmarks as columns */
	const size_t *rows, *columns;                /* where each of them is in the subject's grid */
	const struct number_style *styles;           /* by column of the grid */
	size_t models_left_out, benchmarks_left_out; /* asked for, not drawn */
	const bool *drawn;                           /* by the index of a variant, for the proof */
	const char *const *hidden;                   /* names of benchmarks that are not drawn; likewise */
	size_t n_hidden;
};

/* part: rows and columns of the subject's grid, even where the chart has benchmarks as rows. */
struct shown shown_of(const struct subject *subject, const struct rows_shown *part);

/* The standing of a column among all, for counts; its rows may not be drawn. */
const struct standing *shown_all(const struct shown *shown, size_t column);

/* "Fifteen models share the lead, three not shown": the sentence alone if n is 0. what: counts what is not, of a
 * column. */
char *shown_with_rest(const struct shown *shown, const char *sentence, enum scene_counted what, size_t n);

/* The same with how many models or benchmarks are not drawn, if any: in words or in digits. */
char *shown_with_models_left(const struct shown *shown, const char *sentence, bool spelled);
char *shown_with_benchmarks_left(const struct shown *shown, const char *sentence, bool spelled);

/* "Aster leads on eight of 14 benchmarks, six of the eight shown": of n benchmarks that the sentence counts of somebody
 * (what, as COUNT_LEADS) only some are drawn (drawn, as COUNT_LEADS_DRAWN). Where all are, how many benchmarks are not.
 */
char *shown_with_counted(const struct shown *shown, const char *sentence, const struct variant *who,
                         enum scene_counted what, size_t n, enum scene_counted drawn, size_t n_drawn);

/* True if it is known of some column that is drawn which numbers are better. */
bool shown_directed(const struct shown *shown);

/* "Higher is better", or what holds for most of the columns that are drawn; nothing if it is known of none. */
void shown_direction(const struct shown *shown, struct frame_words *words);

/* Title, heading, subtitle and direction of a chart of one column, and of a chart of several. */
void shown_words(const struct shown *shown, struct frame_words *words);
void shown_grid_words(const struct shown *shown, struct frame_words *words);

/* The alternatives of a title for a chart of one column. */
void shown_titles(const struct shown *shown, const char *titles[FRAME_TITLES]);

enum { SHOWN_FINDINGS = 3 };

/* Titles that say more of one column than who leads, the largest finding first; returns how many there are. */
size_t shown_findings(const struct shown *shown, const char *findings[SHOWN_FINDINGS]);

/* Titles of a chart of one column where nobody knows which numbers are better: sizes, and who has them. Sets the first
 * two, or leaves them. */
void shown_size_titles(const struct shown *shown, const char *titles[FRAME_TITLES]);

/* Of several benchmarks: on which of them neither the best nor the largest value found room. */
void shown_note_tops(const struct shown *shown, struct notes *notes);

/* Notes and source; a kind adds notes of its own first. */
void shown_evidence(const struct shown *shown, struct notes *notes, struct frame_words *words);

/* At most 600 characters for readers who cannot see the picture. start: the phrase of the first sentence, of a measure
 * {what} and {n} models. */
char *shown_alt(const struct shown *shown, enum word start, enum word kind);
char *shown_grid_alt(const struct shown *shown, enum word kind);

/* ---- of one standing: its drawn rows, or all ---- */

size_t shown_leaders(const struct standing *standing);

/* The first of rank 1; NULL if there is none. */
const struct standing_row *shown_leader(const struct standing *standing);

/* ---- of a grid ---- */

/* Says what bold means, where a best is set in it: where a column has a leader, and not only leaders. */
void shown_note_bold(const struct shown *shown, struct notes *notes);

#endif
