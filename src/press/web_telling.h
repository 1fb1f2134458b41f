/* web_telling.h: what is told of a figure's values while its marks and its table are made. Private to press/web*.c. */
#ifndef PRESS_WEB_TELLING_H
#define PRESS_WEB_TELLING_H

#include "base/map.h"
#include "press/web_parts.h"
#include "scene/evidence.h"

enum web_cell {
	CELL_NAME,
	CELL_ON,
	CELL_VALUE,
	CELL_DAY,
	CELL_RANK,
	CELL_INTERVAL,
	CELL_MEASURED,
	CELL_SOURCE,
	CELL_ALSO,
	CELLS
};

struct web_row {                         /* a value, as a row of the figure's table */
	const char *cells[CELLS];        /* NULL: nothing is known */
	const char *number, *unit, *day; /* of it as programs read them */
	const char *level, *low, *high;  /* of its interval, level in percent */
	int rank, last;                  /* the places that are open to it; 0: it has none */
	bool shared;                     /* its rank is */
	bool claimed;
};

struct web_telling {
	const struct web_charting *how;
	struct arena *arena;
	const struct language *language;
	struct web_figure *figure;
	const struct scene *scene; /* the widest view, whose data are listed */
	bool *used;                /* of its uses: by a value that is listed */
	struct map of_name;        /* the first of its uses of a model or benchmark, and 1 */
	size_t *next;              /* of each, the next of the same name, and 1; 0: none */
	struct web_row *rows;
	size_t n_rows, rows_room;
	struct web_mark *marks;
	size_t n_marks, marks_room;
};

/* ---- web_facts.c ---- */

/* A row of what is known of a value that the figure uses for a datum. */
const struct web_row *web_add_use(struct web_telling *t, const struct scene_datum *datum, const struct scene_use *use);

/* A row of what the datum itself says: it is not reported, or one of many of a course. */
const struct web_row *web_add_datum(struct web_telling *t, const struct scene_datum *datum);

/* What a row says, as sentences. */
const char *web_sentences(const struct web_telling *t, const struct web_row *row);

/* ---- web_save.c ---- */

/* The table of the figure, of all rows that there are, and the same as CSV. */
void web_save(struct web_telling *t);

/* ---- web_marks.c ---- */

/* Marks and rows of all data of the figure, in their order. */
void web_add_marks(struct web_telling *t);

#endif
