/* render_files.h: where the files of a rendered briefing go. */
#ifndef COMMAND_RENDER_FILES_H
#define COMMAND_RENDER_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct command_env;
struct press_result;

struct render_files {
	const char *out;            /* a folder, or "-": standard output, for a run that makes one file */
	const char *depfile;        /* NULL: not asked for */
	const char *depfile_target; /* what depends on the inputs; NULL: the files that are made */
	bool prune;                 /* pictures whose chart is gone are removed; otherwise they are told of */
	bool sync;                  /* on the disk before the run ends */
	const char *report;         /* "-": standard output; NULL: not asked for */
	bool quiet;                 /* no paths are printed */
};

struct render_made {                   /* for whoever tells of it later; on the arena of env */
	const char **paths, **removed; /* of files that are there now; of pictures whose chart is gone */
	size_t n_paths, n_removed;
	const char **causes; /* paths that a depfile would name */
	size_t n_causes;
	bool wants_report; /* in: make it */
	const char *report;
};

/* Writes everything, unless a file would replace an input or another one; prints the paths, where standard output is
 * not one of them. made: what it came to, if it came to something; NULL: nobody asks. The diagnostics tell what went
 * wrong. */
void render_write(struct command_env *env, const struct render_files *to, const struct press_result *result,
                  struct render_made *made);

struct strbuf;

/* Adds a path as make and ninja read it. */
void render_add_path(struct strbuf *b, const char *path);

#endif
