/* list_work.h: the briefings of a share, rendered by several workers at once, each with a session that stays warm, and
 * told in the order of the list, whoever is done first.
 *
 * What fails by the machine's fault beside others is tried once more alone. The caller's thread only waits and tells.
 * Workers end with the arena at the latest; what they were making then is made to its end. */
#ifndef COMMAND_LIST_WORK_H
#define COMMAND_LIST_WORK_H

#include "command/list_told.h"
#include "command/progress.h"

struct list_work;

/* jobs: 0: as many workers as there are processors. NULL with a diagnostic if there is no thread to be had. */
struct list_work *list_work_start(struct command_env *env, const struct list *list, const struct list_share *share,
                                  size_t jobs, bool wants_report);

/* How many briefings the share has. */
size_t list_work_count(const struct list_share *share, const struct list *list);

/* The next, which is there until the next call; the progress is shown meanwhile. NULL past the last. */
const struct list_told *list_work_next(struct list_work *work, struct progress *progress, struct progress_count *count);

#endif
