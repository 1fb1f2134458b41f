/* command.h: one file per command; main.c dispatches, prints the diagnostics and turns the result into the exit status.
 *
 * A command gets the arguments after its own name. It takes options, lets the press work, writes results to standard
 * output or to files, and adds everything that is wrong to diags: it prints nothing to standard error itself. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/diag.h"
#include "base/inputs.h"
#include "data/dataset.h"

struct arena;
struct feed;
struct painter;
struct press;
struct press_result;
struct place;

enum exit_status { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

struct command_env { /* all that a run may know of the world around it */
	struct arena *arena;
	struct diags *diags;
	struct inputs *inputs; /* what the command reads itself */
	struct press *press;   /* NULL until command_press is asked for it; main closes it */
	const char *looks;     /* folder of the shipped looks */
	const char *const *font_roots;
	size_t n_font_roots;
	struct date build_date; /* from SOURCE_DATE_EPOCH; year 0 if it is not set */
	const char *version;
	const char *program;          /* this one, to be started again */
	struct input_queries queries; /* what may be asked of databases */
	bool untrusted;               /* command_untrust was called */
	char *const *environment;
};

struct command {
	const char *name, *summary; /* summary and help: see command_fill */
	const char *help;           /* --help after its first line */
	void (*more_help)(struct arena *arena,
	                  FILE *out); /* the rest of it, where it is made from a table; NULL: nothing */
	/* EXIT_USAGE after a diagnostic about the arguments; otherwise EXIT_DONE: the diagnostics decide. */
	enum exit_status (*run)(struct command_env *env, int argc, char **argv);
};

extern const struct command command_new, command_render, command_chart, command_check, command_data, command_diff,
	command_looks, command_verify, command_audit, command_formats, command_names;

extern const char render_help[]; /* render_help.c */
void render_more_help(struct arena *arena, FILE *out);

/* Help with the names that other rooms own filled in: {formats} png, svg, pdf; {format} png|svg|pdf; {.format}
 * .png|.svg|.pdf; {FORMATS} PNG, SVG, PDF; {pages}, {PAGES} the format of pages; {chart} that of charts; {languages}
 * en, de; {language} en|de; {papers} the page formats. */
char *command_fill(struct arena *arena, const char *help);

/* Options of one command: "--name VALUE", "--name=VALUE", "-n VALUE", flags; "--" ends them. */
struct option {
	const char *name;    /* "--format" */
	const char *brief;   /* "-f" or NULL */
	bool flag;           /* takes no value */
	bool many;           /* may be given more than once */
	const char **values; /* out, in order; a flag's is "" */
	size_t count;
};

/* Fills the options and collects the rest in operands (count returned by pointer). False after a usage error, which
 * names the nearest option. */
bool command_options(struct command_env *env, int argc, char **argv, struct option *options, size_t n_options,
                     const char ***operands, size_t *n_operands);

/* The whole number that an option was given, from 1 to CHART_ROWS_MAX; *count stays where there is none (NULL). False
 * after a usage error. */
bool command_count(struct command_env *env, const char *command, const char *option, const char *text, size_t *count);

/* The same of --scale: how many pixels take the place of one, across and down. */
bool command_scale(struct command_env *env, const char *command, const char *text, double *scale);

/* The last value of an option, or otherwise if it was not given. */
const char *option_value(const struct option *option, const char *otherwise);

/* False after a usage error where nothing may be written: at an empty path, at a device, or over one of the inputs
 * (NULL and "-" are none). A NULL path, one that was not given, is fine. */
bool command_target(struct command_env *env, const char *command, const char *option, const char *path,
                    const char *const *inputs, size_t n_inputs);

/* False after a usage error if no format of data is called so. NULL is fine. */
bool command_format(struct command_env *env, const char *name);

struct command_feeds { /* options that say how tables are read; NULL: the command has no such option */
	const struct option *map, *unit, *better;
	const struct option *sql, *from, *allow_sql; /* a query, its source (else the format of DATA), a flag */
};

/* The operands as feeds (data/feed.h), each with what the options say, and the query; *count becomes theirs. NULL after
 * a usage error, none at all included. */
struct feed *command_feeds(struct command_env *env, const char *command, const struct command_feeds *options,
                           const char *const *paths, size_t *count);

/* What --from names: the format of DATA; NULL if it names the source of a query. */
const char *command_from(const struct command_feeds *options);

/* --allow-sql was given: from now on files may name servers. */
void command_allow_sql(struct command_env *env, const struct option *flag);

/* The lines of help on --map, --unit, --sql and --from. */
#define COMMAND_FEED_HELP                                                                                              \
	"      --map ROLE=HEAD,…  which column of a table is what: model=name,value=score,ci=half_width\n"           \
	"      --unit U       what a table's values are counted in: percent, elo, usd, ms, …\n"                      \
	"      --sql QUERY    a select, whose answer is read as a table\n"                                             \
	"      --from SOURCE  what the query asks: a SQLite, DuckDB, Parquet, CSV or JSON file, duckdb (the query\n"   \
	"                     names its files), or odbc:NAME\n"                                                        \
	"      --allow-sql    files may name queries to ODBC sources too\n"                                            \
	"      --from NAME    without --sql: the format of DATA, as benchbrief formats names it; by default the\n"     \
	"                     content decides\n"

/* A usage error: EXIT_USAGE, with a hint to --help. */
enum exit_status command_usage(struct command_env *env, const char *command, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* ---- the press ---- */

/* The session of this run, opened on first use. */
struct press *command_press(struct command_env *env);

/* Adds a result's diagnostics to those of the run; those without a file of their own get this one (NULL: none). True if
 * the result is there. */
bool command_take(struct command_env *env, const struct press_result *result, const char *file);

/* False after a usage error if the text (NULL is fine) is not the size of a picture. */
bool command_size(struct command_env *env, const char *command, const char *text, bool paper);

/* Before anything is read: from now on the process reads only below the folders of the reads (NULL and "-" are passed
 * over) and what the program itself needs, writes only below the writes, and has limits (--untrusted). What the kernel
 * cannot keep is told. */
void command_untrust(struct command_env *env, const char *const *reads, size_t n_reads, const char *const *writes,
                     size_t n_writes);

struct press_briefing;

struct command_briefing { /* options that render and check share, as they were given */
	const struct option *look, *page, *language, *data, *baseline, *draft;
};

/* False after a usage error. */
bool command_take_briefing(struct command_env *env, const char *command, const struct command_briefing *options,
                           struct press_briefing *request);

/* All that a briefing's request names to be read, on the arena; *n of them, some of which may be NULL. */
const char *const *command_named(struct command_env *env, const struct press_briefing *request, size_t *n);

#endif
