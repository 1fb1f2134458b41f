/* board.h: what a preview shows at the moment, for the threads that answer readers.
 *
 * The press works in one thread; readers ask in others. Between them stands the board: for each setting that a reader
 * has chosen a desk with the pages that were made last, and errands, which are files that somebody wants to save. A
 * reader's thread asks and waits; the working thread is called (vigil.h), takes what is to be done, and puts up what
 * came of it. Everything that is handed out is a copy. A board is behind one lock; all functions may be called from
 * any thread unless they say otherwise. */
#ifndef SERVE_BOARD_H
#define SERVE_BOARD_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>

enum { BOARD_NAME = 64, BOARD_ONLY = 256, BOARD_DESKS = 8 };

struct board;

struct board_setting { /* "": as the briefing has it */
	char look[BOARD_NAME], language[BOARD_NAME], page[BOARD_NAME];
	bool draft;
};

struct board_page {
	char id[65]; /* changes with what the page shows */
	double width, height;
	struct bytes svg;
};

struct board_edition { /* what came of a setting; what it points to is copied */
	bool right;    /* false: what is wrong is told, and everything else stays as it was */
	const struct board_page *pages;
	size_t n_pages;
	struct bytes told;     /* JSON; kept where size is 0 */
	struct bytes faces;    /* a style sheet; likewise */
	const char *faces_key; /* of it */
	const char *findings;  /* JSON, a list */
	size_t changed;        /* pages, since the last one */
	double milliseconds;   /* that it took */
};

/* NULL if there is no memory. call(of) is told, from any thread, that there is something to do. */
struct board *board_new(void (*call)(void *of), void *of);
void board_free(struct board *board); /* NULL is fine; nobody may use it any more */

/* From now on nobody waits any longer. */
void board_close(struct board *board);

/* ---- the working thread ---- */

/* Everything is out of date. */
void board_outdate(struct board *board);

/* A desk that is out of date and that somebody looks at: its number, and its setting. False if there is none. */
bool board_next(struct board *board, size_t *desk, struct board_setting *setting);

void board_put(struct board *board, size_t desk, const struct board_edition *edition);

/* The key of a desk's faces, at least 65 bytes; "" at first. */
void board_faces_key(struct board *board, size_t desk, char *key);

/* What stands behind the pages may come later than they do. */
void board_put_told(struct board *board, size_t desk, struct bytes told);

/* A file that somebody waits for: BOARD_NAME bytes of its format, BOARD_ONLY of the chart ("": the whole). False if
 * there is none. */
bool board_errand(struct board *board, struct board_setting *setting, char *format, char *only);
/* It is there, or bytes has no data: it cannot be made. */
void board_errand_done(struct board *board, struct bytes file, const char *name);

/* ---- readers ---- */

/* The desk of a setting, where something was put up: waits for it. False if all desks are taken or the board is closed.
 */
bool board_sit(struct board *board, const struct board_setting *setting, size_t *desk);

/* While somebody looks at a desk, it is kept up to date; each look ends with a leave. */
void board_look(struct board *board, size_t desk);
void board_leave(struct board *board, size_t desk);

/* The state of a desk as one line of JSON, which the caller frees, once it is another than *seen, which becomes its
 * number. NULL if that did not happen in so many milliseconds, or the board is closed. */
char *board_state(struct board *board, size_t desk, unsigned long *seen, int milliseconds);

/* Copies, which the caller frees; data NULL if it is not there (any more). */
struct bytes board_page(struct board *board, size_t desk, const char *id);
struct bytes board_told(struct board *board, size_t desk);
struct bytes board_faces(struct board *board, size_t desk);

/* A file to save, made while the caller waits; name: at least 256 bytes. data NULL if it cannot be made. */
struct bytes board_fetch(struct board *board, const struct board_setting *setting, const char *format, const char *only,
                         char *name);

bool board_is_closed(struct board *board);

#endif
