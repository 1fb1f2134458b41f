/* command.h: one file a command; main.c dispatches, prints the diagnostics and turns the result into the exit status.
 *
 * A command gets its arguments behind its own name. It writes results to standard output or to files, and everything
 * that is wrong into diags: it prints nothing to standard error itself. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/diag.h"
#include "base/inputs.h"
#include "data/dataset.h"

struct arena;

enum exit_status { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

struct command_env { /* all that a run may know of the world around it */
	struct arena *arena;
	struct diags *diags;
	struct inputs *inputs; /* everything that the run reads */
	const char *looks;     /* folder of the shipped looks */
	const char *const *font_roots;
	size_t n_font_roots;
	struct date build_date; /* from SOURCE_DATE_EPOCH; year 0 if it is not set */
	const char *version;
};

struct command {
	const char *name, *summary;
	const char *help;             /* --help behind its first line */
	void (*more_help)(FILE *out); /* what stands behind that, if it is made from a table; NULL: nothing */
	/* EXIT_USAGE after a diagnostic about the arguments; otherwise EXIT_DONE: the diagnostics decide. */
	enum exit_status (*run)(struct command_env *env, int argc, char **argv);
};

extern const struct command command_new, command_render, command_chart, command_check, command_data, command_diff,
	command_looks;

extern const char render_help[]; /* render_help.c */
void render_more_help(FILE *out);

/* Options of one command: "--name VALUE", "--name=VALUE", "-n VALUE", flags; "--" ends them. */
struct option {
	const char *name;    /* "--format" */
	const char *brief;   /* "-f" or NULL */
	bool flag;           /* takes no value */
	bool many;           /* may stand several times */
	const char **values; /* out, in order; a flag's is "" */
	size_t count;
};

/* Fills the options and collects the rest in operands (count returned by pointer). False after a usage error, which
 * names the nearest option. */
bool command_options(struct command_env *env, int argc, char **argv, struct option *options, size_t n_options,
                     const char ***operands, size_t *n_operands);

/* The value of an option given at most once, or otherwise. */
const char *option_value(const struct option *option, const char *otherwise);

/* A usage error: EXIT_USAGE, with a hint to --help. */
enum exit_status command_usage(struct command_env *env, const char *command, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
