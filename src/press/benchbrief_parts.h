/* benchbrief_parts.h: a session of the C library, and the options of its calls. Private to press/benchbrief*.c. */
#ifndef PRESS_BENCHBRIEF_PARTS_H
#define PRESS_BENCHBRIEF_PARTS_H

#include "base/arena.h"
#include "data/feed.h"
#include "press/benchbrief.h"
#include "press/press.h"

struct language;
struct report;

struct benchbrief {
	struct arena_edge edge;      /* of all arenas below */
	struct arena *own;           /* from open to close */
	struct arena *loaded, *call; /* from load to load, from call to call; NULL: none */
	struct press_world world;
	struct input_queries queries;
	struct press *press;
	bool misopened; /* an option of open was wrong: its finding is all that any call says */

	/* What was loaded, on its arena. */
	struct inputs *inputs;
	const struct dataset *dataset; /* NULL: nothing */
	const struct language *language;

	/* What the last call left, on its arena. */
	enum benchbrief_status status;
	struct diags *diags;
	const struct press_result *result; /* NULL: it was no rendering, or failed */
	bool drew;                         /* a chart */
	const struct benchbrief_finding *findings;
	const struct benchbrief_file *files;
	size_t n_findings, n_files;
	struct benchbrief_answer answer;
};

struct benchbrief_option { /* of one call: "name=value", or "name" where it is a flag */
	const char *name;
	bool flag, many;
	const char **values; /* out, in order, copied to the arena of the diagnostics; a flag's is "" */
	size_t count;
};

/* Each of these is false after a misuse, which is then a finding and the status. */

/* Text that may be shown: UTF-8, without unseen controls of direction. NULL is fine. */
bool benchbrief_need_text(struct benchbrief *s, const char *text);

bool benchbrief_take(struct benchbrief *s, const char *const *given, struct benchbrief_option *options, size_t n);

/* A whole number from 1 to most; *out stays without one. */
bool benchbrief_whole(struct benchbrief *s, const struct benchbrief_option *option, size_t most, size_t *out);

bool benchbrief_take_surroundings(struct benchbrief *s, const char *const *given);
bool benchbrief_take_feeds(struct benchbrief *s, const char *const *paths, const char *const *given,
                           struct feed **feeds, size_t *n, struct press_check *how);
bool benchbrief_take_briefing(struct benchbrief *s, const char *const *given, struct press_briefing *request);
bool benchbrief_take_chart(struct benchbrief *s, const char *kind, const char *const *given,
                           struct press_chart *request);

bool benchbrief_misuse(struct benchbrief *s, const char *hint, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
