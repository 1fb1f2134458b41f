/* command.h: one file per command; main.c dispatches, prints the diagnostics and turns the result into the exit status.
 *
 * A command gets the arguments after its own name. It takes options, lets the press work, writes results to standard
 * output or to files, and adds everything that is wrong to diags: it prints nothing to standard error itself. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/diag.h"
#include "base/inputs.h"
#include "command/diagnostics.h"
#include "data/dataset.h"

struct arena;
struct feed;
struct painter;
struct part_asked;
struct press;
struct press_result;
struct option;
struct place;

enum exit_status { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

struct command_env { /* all that a run may know of the world around it */
	struct arena *arena;
	struct diags *diags;
	struct inputs *inputs; /* what the command reads itself */
	struct press *press;   /* NULL until command_press is asked for it; main closes it */
	const char *looks;     /* folder of the shipped looks */
	const char *preview;   /* folder of the page that previews are shown in */
	const char *runtime;   /* folder for what the user's programs keep until the machine is left; NULL: none */
	const char *const *font_roots;
	size_t n_font_roots;
	struct date build_date; /* from SOURCE_DATE_EPOCH; year 0 if it is not set */
	const char *version;
	const char *program;          /* this one, to be started again */
	struct input_queries queries; /* what may be asked of databases */
	bool untrusted;               /* command_untrust was called */
	enum diagnostics_form form;   /* of what is found wrong; colour: for a terminal */
	bool colour;
	char *const *environment;
};

struct command {
	const char *name, *summary; /* summary and help: see command_fill */
	const char *help;           /* --help after its first line */
	void (*more_help)(struct arena *arena,
	                  FILE *out);              /* the rest of it, where it is made from a table; NULL: nothing */
	void (*list_options)(struct option *into); /* all that it takes; NULL: none */
	size_t n_options;
	/* EXIT_USAGE after a diagnostic about the arguments; otherwise EXIT_DONE: the diagnostics decide. */
	enum exit_status (*run)(struct command_env *env, int argc, char **argv);
};

extern const struct command command_new, command_render, command_chart, command_check, command_data, command_diff,
	command_looks, command_verify, command_audit, command_formats, command_names, command_watch, command_preview,
	command_doctor;

/* The i-th command, in the order in which help lists them; NULL past the end. */
const struct command *command_at(size_t i);

/* What shells ask for (complete.c); argv begins with what is asked. */
enum exit_status command_complete(struct command_env *env, int argc, char **argv);

extern const char render_help[]; /* render_help.c */
void render_more_help(struct arena *arena, FILE *out);
void render_briefing_help(struct arena *arena, FILE *out); /* of that, what a briefing may say */

extern const char command_data_keys[]; /* data_keys.c: what a dataset may say */

/* Help with the names that other rooms own filled in: {formats} png, svg, pdf; {format} png|svg|pdf; {.format}
 * .png|.svg|.pdf; {FORMATS} PNG, SVG, PDF; {pages}, {PAGES} the format of pages; {chart} that of charts, {charts} all
 * that charts may have; {flowing} what flows in the place of pages; {languages}
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

/* The same of --charts, which only a painter that holds slides takes (NULL: the table's choice, which does not). */
bool command_charts(struct command_env *env, const char *command, const char *text, const struct painter *painter,
                    bool *shapes);

/* The last value of an option, or otherwise if it was not given. */
const char *option_value(const struct option *option, const char *otherwise);

/* False after a usage error where nothing may be written: at an empty path, at a device, or over one of the inputs
 * (NULL and "-" are none). A NULL path, one that was not given, is fine. */
bool command_target(struct command_env *env, const char *command, const char *option, const char *path,
                    const char *const *inputs, size_t n_inputs);

/* False after a usage error if no format of data is called so. NULL is fine. */
bool command_format(struct command_env *env, const char *name);

/* ---- what the commands that take data share ---- */

/* Options that say how data are read. A command gives them FEED_OPTIONS places in its table. */
enum { FEED_MAP, FEED_UNIT, FEED_SQL, FEED_FROM, FEED_BETTER, FEED_ALLOW_SQL, FEED_OPTIONS };
void command_feed_options(struct option *into);

/* Options that say which part of the data is wanted, likewise. */
enum { PART_BENCHMARK, PART_MODEL, PART_MAKER, PART_WHERE, PART_TOP, PART_ORDER, PART_OPTIONS };
void command_part_options(struct option *into);

struct command_feeds {            /* as the options say it */
	const struct feed *items; /* data/feed.h */
	size_t count;
	const char *format; /* of the data; NULL: the content decides */
	enum direction better;
};

/* The paths as feeds, each with what the options say, and the query; none at all is fine. False after a usage error. */
bool command_take_feeds(struct command_env *env, const char *command, const struct option *options,
                        const char *const *paths, size_t count, struct command_feeds *feeds);

/* The same where there has to be one. */
bool command_need_feeds(struct command_env *env, const char *command, const struct option *options,
                        const char *const *paths, size_t count, struct command_feeds *feeds);

/* Without --data nothing is there that the options up to last could be about: false after a usage error if one is
 * given. */
bool command_feeds_idle(struct command_env *env, const char *command, const struct option *options, int last);

/* False after a usage error: --top may be no count. */
bool command_take_part(struct command_env *env, const char *command, const struct option *options,
                       struct part_asked *part);

/* False after a usage error if any option from first to last is given: why says what to do instead. */
bool command_part_idle(struct command_env *env, const char *command, const struct option *options, int first, int last,
                       const char *why);

/* All that the data say; only what the benchmarks of the part need (data/wanted.h); each spelling of a name for itself
 * (data/direction.h). */
enum command_loading { COMMAND_LOAD_ALL, COMMAND_LOAD_PART, COMMAND_LOAD_SPELLINGS };

/* Some of the feeds as a dataset, without the press. NULL after errors. */
const struct dataset *command_load(struct command_env *env, const struct command_feeds *feeds, size_t first,
                                   size_t count, enum input_role role, const struct part_asked *part,
                                   enum command_loading loading);

/* The lines of help on these options. */
#define COMMAND_FEED_HELP                                                                                              \
	"      --map ROLE=HEAD,…  which column of a table is what: model=name,value=score,ci=half_width\n"           \
	"      --unit U       what a table's values are counted in: percent, elo, usd, ms, …\n"                      \
	"      --better D     higher or lower: which numbers are better on the benchmarks of -b, or on all without\n"  \
	"                     -b; only where the data do not declare it\n"                                             \
	"      --sql QUERY    a select, whose answer is read as a table\n"                                             \
	"      --from SOURCE  what the query asks: a SQLite, DuckDB, Parquet, CSV or JSON file, duckdb (the query\n"   \
	"                     names its files), or odbc:NAME\n"                                                        \
	"      --allow-sql    files may name queries to ODBC sources too\n"                                            \
	"      --from NAME    without --sql: the format of DATA, as benchbrief formats names it; by default the\n"     \
	"                     content decides\n"

#define COMMAND_PART_HELP                                                                                              \
	"  -b, --benchmark B  only this benchmark; may be repeated\n"                                                  \
	"  -m, --model M      only this model with its variants, or this model@variant, or those that fit a\n"         \
	"                     pattern ('gemini*'); may be repeated\n"                                                  \
	"      --maker NAME   only models of this maker, or of those that fit a pattern; may be repeated\n"            \
	"      --where COND   only models that meet a condition, such as 'released >= 2025-06'; may be repeated\n"     \
	"      --top N        only the first N of these, on the benchmarks of -b, else on all; of one benchmark\n"     \
	"                     also whoever shares the rank of the last\n"

/* What commands that show one briefing again and again take of struct command_briefing. */
#define COMMAND_BRIEFING_HELP                                                                                          \
	"      --look L       instead of the briefing's own\n"                                                         \
	"      --page P       {papers}\n"                                                                              \
	"      --lang L       {language}\n"                                                                            \
	"      --data DATA    instead of the briefing's own; may be repeated\n"                                        \
	"      --baseline DATA  an earlier state of the data\n"                                                        \
	"      --draft        claims that do not hold are marked instead of being errors\n" COMMAND_FEED_HELP          \
		COMMAND_PART_HELP "      --order O      order of models in charts that name none\n"

/* After the line on --order. */
#define COMMAND_ORDER_HELP                                                                                             \
	"                     (released: the newest first, a month by its first day, unknown dates last)\n"

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
	const struct option *feed, *part; /* the shared ones, from the first on */
};

/* False after a usage error. */
bool command_take_briefing(struct command_env *env, const char *command, const struct command_briefing *options,
                           struct press_briefing *request);

/* All that a briefing's request names to be read, on the arena; *n of them, some of which may be NULL. */
const char *const *command_named(struct command_env *env, const struct press_briefing *request, size_t *n);

#endif
