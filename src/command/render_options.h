/* render_options.h: what render is asked to do, from the command line or from a line of a list. */
#ifndef COMMAND_RENDER_OPTIONS_H
#define COMMAND_RENDER_OPTIONS_H

#include "command/command.h"
#include "command/render_files.h"
#include "press/press.h"

enum render_option {
	RENDER_OUT,
	RENDER_LOOK,
	RENDER_PAGE,
	RENDER_LANG,
	RENDER_DATA,
	RENDER_ONLY,
	RENDER_FORMAT,
	RENDER_SIZE,
	RENDER_SCALE,
	RENDER_BASELINE,
	RENDER_STRICT,
	RENDER_DRAFT,
	RENDER_JOBS,
	RENDER_DEPFILE,
	RENDER_DEPFILE_TARGET,
	RENDER_REPORT,
	RENDER_PRUNE,
	RENDER_SYNC,
	RENDER_UNTRUSTED,
	RENDER_LIST,
	RENDER_SHARD,
	RENDER_LOG,
	RENDER_QUIET,
	RENDER_VERBOSE,
	RENDER_FEED,
	RENDER_PART = RENDER_FEED + FEED_OPTIONS,
	RENDER_OPTIONS = RENDER_PART + PART_OPTIONS
};

enum { RENDER_JOBS_MAX = 256 };

/* The options of render, none of them given; room for RENDER_OPTIONS. */
void render_options(struct option *into);

/* The briefing at path with these options, and where its files go. EXIT_USAGE after a diagnostic. */
enum exit_status render_take(struct command_env *env, const struct option *options, const char *path,
                             struct press_briefing *request, struct render_files *to);

/* What --jobs was given; *jobs stays where it was not. EXIT_USAGE after a diagnostic. */
enum exit_status render_take_jobs(struct command_env *env, const struct option *options, size_t *jobs);

/* render --list: command/list_render.c. */
enum exit_status render_list(struct command_env *env, const struct option *options);

#endif
