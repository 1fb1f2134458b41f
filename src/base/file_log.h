/* file_log.h: a file that grows line by line while work goes on.
 *
 * Each line is handed to the system whole, at once: whoever follows the file, and whoever finds it after the process
 * was killed, reads complete lines. What the file held before is gone. */
#ifndef BASE_FILE_LOG_H
#define BASE_FILE_LOG_H

#include <stdbool.h>

struct arena;
struct diags;
struct file_log;

/* path: "-" is standard output. Closed with the arena. diags, which must outlive it, gets what goes wrong. NULL after
 * a failure. */
struct file_log *file_log_open(struct arena *arena, const char *path, struct diags *diags);

/* Adds a line; the text has no end of line of its own. False with a diagnostic, the first time only. */
bool file_log_add(struct file_log *log, const char *line);

#endif
