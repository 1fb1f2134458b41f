/* benchbrief.h: the C library. Briefings, charts and answers that cannot disagree with their data, for other programs.
 *
 * A session keeps looks, fonts and the data that were loaded. Every call returns a status and leaves what it has to say
 * in the session: findings, and on success files, an answer or a report. The next call on the session replaces all of
 * it, so what a function returns holds until then. The library prints nothing, writes no file, and never ends the
 * process because of what it was given. All text is UTF-8.
 *
 * Threads: a session is for one thread at a time; any number of sessions may work at the same time, each in its own
 * thread. A call may use threads itself, all of which have ended when it returns.
 *
 * Memory: where it runs out, a call ends with BENCHBRIEF_FAILED, gives back what it took, and the session can be used
 * again. Two things lie outside: GLib, Pango and cmark-gfm abort the process where malloc fails, and a caller that must
 * not take a wrong picture from a font library that went on without memory has to end where malloc fails itself.
 *
 * GLib's default log handler is replaced while a process has had a session: what it and Pango complain of ends the call
 * instead of being printed.
 *
 * Options are lists of "NAME=VALUE" that end in NULL; NULL is an empty list. Most have the names and values of the
 * program's options, and the manual pages benchbrief-render(1) and benchbrief-chart(1) explain them. A flag is "NAME".
 * What is marked with * may be given more than once. An unknown name is BENCHBRIEF_MISUSED with the nearest one.
 *
 * Structures are read, never made, by callers. A later version adds members only at their ends, and words only at the
 * ends of enums, under the same major version. */
#ifndef BENCHBRIEF_H
#define BENCHBRIEF_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__GNUC__)
#define BENCHBRIEF_API __attribute__((visibility("default")))
#else
#define BENCHBRIEF_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct benchbrief; /* a session */

enum benchbrief_status { /* the program's exit statuses */
	                 BENCHBRIEF_DONE,
	                 BENCHBRIEF_WRONG,   /* the input is; the findings tell */
	                 BENCHBRIEF_MISUSED, /* the call is: an unknown option, a question before any data */
	                 BENCHBRIEF_FAILED,  /* the system: memory, a disk, a library */
};

enum benchbrief_severity { BENCHBRIEF_NOTE, BENCHBRIEF_WARNING, BENCHBRIEF_ERROR, BENCHBRIEF_FAILURE };

struct benchbrief_finding {
	enum benchbrief_severity severity;
	const char *file; /* as it was named; NULL: in none */
	int line, column; /* from 1, in characters; 0: unknown. In a spreadsheet those of the cell */
	const char *message;
	const char *hint; /* what to do; NULL: nothing is known */
};

struct benchbrief_file {
	const char *name;       /* with its folder: "briefing.pdf", "charts/tokens.png" */
	const char *media_type; /* "application/pdf" */
	const void *bytes;
	size_t size;
};

enum benchbrief_kind { BENCHBRIEF_NUMBER, BENCHBRIEF_TEXT, BENCHBRIEF_TRUTH };

struct benchbrief_value {              /* that an answer rests on, as it was chosen from all sources */
	const char *model, *benchmark; /* "muse-spark@contemplating", "gpqa-diamond": ids */
	const char *printed;           /* "42.8%" */
	const char *source;            /* id; NULL: none is named */
};

struct benchbrief_answer {
	enum benchbrief_kind kind;
	double number;       /* of a NUMBER */
	bool truth;          /* of a TRUTH */
	const char *printed; /* as it stands in prose, with its unit and digits; of a TRUTH "true" or "false" */
	const struct benchbrief_value *values;
	size_t n_values;
};

/* "0.1.0". */
BENCHBRIEF_API const char *benchbrief_version(void);

/* A session; NULL only if there is no memory for it. Options: prefix=FOLDER (where benchbrief was installed, if it was
 * moved since), looks=FOLDER, program=FILE (benchbrief itself, started anew to try a briefing's pictures in a process
 * without rights), fonts=FOLDER* (instead of /usr/share/fonts and /usr/local/share/fonts), date=YYYY-MM-DD (written
 * into files instead of the data's own), memory=BYTES (that the arenas of each thread may hold). After a wrong option
 * every call that works is BENCHBRIEF_MISUSED, and benchbrief_finding_at tells why. */
BENCHBRIEF_API struct benchbrief *benchbrief_open(const char *const *options);

/* NULL is fine. */
BENCHBRIEF_API void benchbrief_close(struct benchbrief *session);

/* Loads data for benchbrief_ask and benchbrief_chart, instead of what was loaded before, which is gone in any case.
 * paths: files and folders, ending in NULL. Options: from=NAME, map=ROLE=HEAD,…*, unit=U, better=higher|lower, of the
 * data; lang=en|de, of answers. */
BENCHBRIEF_API enum benchbrief_status benchbrief_load(struct benchbrief *session, const char *const *paths,
                                                      const char *const *options);

/* One expression, as between {{ and }} of a briefing, answered from the loaded data. */
BENCHBRIEF_API enum benchbrief_status benchbrief_ask(struct benchbrief *session, const char *expression,
                                                     const struct benchbrief_answer **answer);

/* A briefing with the data that it names: its pages and charts are the files. Options: look, page, lang, data=PATH*,
 * format=F* (of charts; html also takes the place of the pages), only, size, scale, baseline, jobs, draft. */
BENCHBRIEF_API enum benchbrief_status benchbrief_render(struct benchbrief *session, const char *path,
                                                        const char *const *options);

/* A chart of the loaded data: one file. Options: benchmark*, model*, maker*, where*, top, order, focus*, format, look,
 * lang, size, scale, rows, type, title, subtitle, source, note*, alt, digits, color, group, claims, log, percent,
 * transparent, reference*, band*, annotate*. */
BENCHBRIEF_API enum benchbrief_status benchbrief_chart(struct benchbrief *session, const char *kind,
                                                       const char *const *options);

/* The i-th file of the last call; NULL past the end. */
BENCHBRIEF_API const struct benchbrief_file *benchbrief_file_at(const struct benchbrief *session, size_t i);

/* The i-th finding of the last call, on success too; NULL past the end. */
BENCHBRIEF_API const struct benchbrief_finding *benchbrief_finding_at(const struct benchbrief *session, size_t i);

/* What the last benchbrief_render or benchbrief_chart made, as the program's --report writes it
 * (share/benchbrief/schemas describes it). NULL after any other call, after errors, and if there is no memory for it.
 */
BENCHBRIEF_API const char *benchbrief_report(struct benchbrief *session);

#ifdef __cplusplus
}
#endif

#endif
