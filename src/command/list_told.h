/* list_told.h: what became of one briefing of a list, for logs and reports. */
#ifndef COMMAND_LIST_TOLD_H
#define COMMAND_LIST_TOLD_H

#include "command/list.h"
#include "command/progress.h"

enum list_state {
	LIST_DONE,
	LIST_WRONG, /* its input is: to render it again changes nothing */
	LIST_FAILED /* the machine: again, later or elsewhere, it may be done */
};

struct list_told {
	const struct list_line *line;
	const char *path; /* of the briefing; where it is not known, the line */
	enum list_state state;
	double seconds;
	const struct diags *diags;
	struct render_made made;
};

enum list_state list_state_of(const struct diags *diags);

/* "done", "wrong", "failed". */
const char *list_state_word(enum list_state state);

/* One more of this state. */
void list_count(struct progress_count *counted, enum list_state state);

/* A line of the log, without its end. */
char *list_log_line(struct arena *arena, const struct list_told *told);

/* The report's part: the same without the time, which would be another each time, and with the briefing's own report.
 */
char *list_report_part(struct arena *arena, const struct list_told *told);

#endif
