/* progress.h: how far a long run has come, for whoever sits before a terminal: one line that is written over. Where
 * standard error is no terminal nothing is written, unless a line for each piece of work was asked for. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
	size_t total;
	bool bar, lines;     /* on a terminal; asked for */
	double begun, drawn; /* seconds of the clock */
	size_t width;        /* of what stands there now */
};

struct progress_count {
	size_t done, wrong, failed;
};

struct progress progress_begin(size_t total, bool quiet, bool verbose);

/* Draws it anew, a few times a second at most. */
void progress_show(struct progress *progress, const struct progress_count *count);

/* A piece of work has ended. */
void progress_tell(struct progress *progress, const struct progress_count *count, const char *what, const char *how);

/* What it came to. */
void progress_end(struct progress *progress, const struct progress_count *count);

/* Seconds, as people say them: "0.4 s", "12 s", "3 min 5 s", "2 h 10 min". room: PROGRESS_TIME bytes. */
enum { PROGRESS_TIME = 32 };
void progress_time(double seconds, char *to);

#endif
