/* evidence.h: what every chart says about its values below the data: who measured, how sure it is, where sources
 * disagree, what is missing, and who published it. Made from the values drawn, so that it cannot disagree with them. */
#ifndef CHART_EVIDENCE_H
#define CHART_EVIDENCE_H

#include "chart/counted.h"
#include "chart/frame.h"
#include "chart/phrase.h"

struct notes {
	struct arena *arena;
	struct frame_note *items;
	size_t count, capacity;
};

/* Returns the note, for what it says to be declared. */
struct frame_note *notes_add(struct notes *notes, enum frame_swatch swatch, const char *text);

/* One that means the same under every chart, which a document gives once. */
struct frame_note *notes_add_convention(struct notes *notes, enum frame_swatch swatch, const char *text);

struct evidence_part {           /* of the rows or columns that were asked for; all 0 where nothing is left out */
	size_t all, shown, told; /* told: besides all, and named one by one in a note */
};

struct evidence {
	struct arena *arena;
	struct counted *counted;
	const struct dataset *dataset;
	const struct language *language;
	const struct standing *const *standings; /* one per benchmark */
	size_t n_standings;
	const struct number_style *styles;       /* of their values */
	const struct standing_row *const *cells; /* what is drawn; of cells[i] the benchmark is of[i] */
	const size_t *of;
	size_t n_cells;
	size_t n_drawn;       /* the first ones, which have marks of their own; the others are only counted */
	bool ranked;          /* ranks are printed */
	bool whiskers;        /* intervals are drawn where they are known */
	bool intervals_told;  /* another note says what is known of intervals */
	bool starred;         /* a claim has a star, not a hatched bar */
	bool unsigned_marked; /* a value has a ‡ if nobody says who measured it */
	bool dots;            /* a claim is a hollow dot */
	bool selected;        /* not all that was measured was asked for */
	enum chart_group group;
	enum chart_order order; /* of rows, where nothing else says it */
	bool unprinted;         /* values are drawn, but no numbers stand beside them */
	size_t withheld;        /* claims that are left out */
	struct evidence_part rows, columns;
	bool lines;                        /* rows or columns are lines from one end to another */
	bool ends;                         /* intervals are drawn at the last value of each line alone */
	const struct measurement **chosen; /* the measurement of each cell, NULL if it is missing: by evidence_open,
	                                    * where they are not those of a course */
};

/* To be called first. */
void evidence_open(struct evidence *evidence);

/* All notes, in reading order. */
void evidence_notes(const struct evidence *evidence, struct notes *notes);

/* The values of all cells, for the files' records; count is set. */
const struct scene_use *evidence_uses(const struct evidence *evidence, size_t *count);

/* "Source: Artificial Analysis, as reported by S5 Labs, 8 April 2026" */
char *evidence_source(const struct evidence *evidence);

#endif
