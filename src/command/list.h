/* list.h: a list of briefings for one run: on each line a path and the options of render.
 *
 * Words stand between spaces; 'single' and "double" quotes hold them together, a backslash keeps the next character
 * (within double quotes " and \ only), # begins a comment where a word could begin. Nothing else has a meaning: no
 * patterns, no variables. Paths are from the working folder. What a line does not say is as the run's own options say.
 *
 * Each line writes below a folder of its own, under that of the run: it is named like the briefing's path without its
 * ending, or as the line's --out says. */
#ifndef COMMAND_LIST_H
#define COMMAND_LIST_H

#include "command/render_options.h"

struct list_line {
	const char *text; /* ends in NUL */
	int number;
};

struct list {
	const char *path;
	const struct list_line *lines; /* those that name something */
	size_t count;
	const struct option *options; /* of the run */
	const char *out;              /* its folder */
};

/* Which part of a list one run makes: every of-th line from number on. */
struct list_share {
	size_t number, of; /* number from 1 */
};

struct list_entry { /* a line, understood; on the arena of env */
	struct press_briefing request;
	struct render_files to;
	const char *folder;    /* below the run's, without "." and ".." */
	const char *given_out; /* where the line names its folder itself; or NULL */
};

/* The lines of a file ("-": standard input), on the arena of env. False with diagnostics. */
bool list_read(struct command_env *env, const char *path, struct list *list);

/* The words of a line; *argv ends in NULL. False with a diagnostic at the word. */
bool list_split(struct arena *arena, const struct list_line *line, const char *path, int *argc, char ***argv,
                struct diags *diags);

/* A line as render would take it. Diagnostics are about the line where they have no place of their own. */
bool list_take(struct command_env *env, const struct list *list, const struct list_line *line,
               struct list_entry *entry);

/* Holds all lines against each other, before anything is made: a line that cannot be understood, and two that would
 * write to one place, are errors, whatever the share. */
bool list_check(struct command_env *env, const struct list *list);

#endif
