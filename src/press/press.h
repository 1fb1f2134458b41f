/* press.h: briefings and charts, from a request to the bytes of files.
 *
 * A session (struct press) knows where looks and fonts are and keeps what is worth keeping between calls: looks that
 * were read, fonts that were opened, images of glyphs, threads' tools. A call lays out, proves and paints what is asked
 * for and returns a result. It prints nothing, writes no file, changes nothing outside the session and never ends the
 * process; it can be made as often as one likes, and a call leaves nothing behind but what makes the next one faster.
 * The same request on the same inputs gives the same bytes, whatever the session did before.
 *
 * The result and everything it leads to belong to the session and hold until its next call or its end. A session is for
 * one thread at a time; several sessions may be opened and work at the same time, each in its own thread. A call may
 * itself use threads, all of which have ended when it returns.
 *
 * Running out of memory, or taking more than the session's limit, ends the call: its status is PRESS_NO_MEMORY, all it
 * took is given back, and the session can be used again. That holds for all memory of this program, of Cairo's
 * surfaces and of libqpdf as far as they report it. Loading data without a session (data/load.h) ends at the edge of
 * the arena it was given; in the program that is main's, with the same message and exit status 3.
 *
 * Where the machine fails inside a library, three things can happen, and a caller has to choose about each:
 * - GLib, Pango and cmark-gfm abort the process when malloc or pthread_create fails. process_on_abort (base/process.h)
 *   names a function that is told why, for GLib and Pango; it must end the process.
 * - HarfBuzz, FreeType and fontconfig go on without what they could not get, and a picture is wrong. The session checks
 *   every status that they keep, but a failed malloc leaves none: a caller that must not pass on a wrong picture has to
 *   end where malloc fails, as the program does (command/memory.c), or to render in a process that does.
 * - GLib's and Pango's warnings are no longer printed once a session is open: they end the call with PRESS_FAILED, as
 *   what a library complained of cannot be trusted. They belong to the process, so a call that runs beside another
 * one's trouble may fail with it. Files that were begun and not finished are removed by process_drop, which a handler
 * of signals may call. */
#ifndef PRESS_PRESS_H
#define PRESS_PRESS_H

#include "base/date.h"
#include "base/diag.h"
#include "base/inputs.h"
#include "base/noun.h"
#include "base/unit.h"
#include "data/feed.h"
#include "facts/part.h"
#include "press/picture_size.h"

#include <stddef.h>

struct chart_kind;
struct language;
struct page_format;
struct painter;
struct scene;

struct press;
struct press_job; /* what a result was made from; for report.h */

/* ---- the session ---- */

struct press_bounds {        /* of one call; 0: those of the program alone */
	size_t pages, files; /* laid out; read */
	double pixels;       /* of one picture */
};

struct press_world { /* all that a session may know of its surroundings; what it points to must outlive the session */
	const char *version;           /* of the program, for the files' metadata */
	const char *looks;             /* folder of the shipped looks */
	const char *const *font_roots; /* folders of fonts */
	size_t n_font_roots;
	/* Path of a program that calls trial_serve (press/trial.h) when trial_argument is all it is given: it is
	 * started to try a briefing's pictures, before any thread. NULL: briefings with pictures fail. */
	const char *program;
	char *const *environment; /* of that program; NULL: empty */
	struct date date;         /* instead of the clock in all files; year 0: the data's own date */
	/* Bytes that the arenas of each thread of a call may hold, what stays warm included; 0: no limit. Only arenas
	 * count (base/arena.h), not what is taken with malloc: by libraries (surfaces, fonts, PDF objects, Markdown
	 * trees), for images of glyphs, for a file being encoded, by scripts. */
	size_t memory_limit;
	struct press_bounds bounds;
	const struct input_queries *queries; /* what may be asked of databases; NULL: nothing */
};

/* NULL if there is no memory for it. */
struct press *press_open(const struct press_world *world);
void press_close(struct press *press); /* NULL is fine */

/* ---- results ---- */

struct press_work {          /* what a call had to do itself, beside what it found from earlier ones */
	bool data_kept;      /* its data, already loaded */
	size_t texts_shaped; /* texts that were shaped for the first time, each once for each weight */
	size_t texts_found;  /* that were shaped before, in this call or an earlier one */
	size_t charts_laid;  /* charts of documents that were laid out and proved */
	size_t charts_kept;  /* that are as an earlier call laid them out and proved them */
	size_t facts_asked;  /* expressions, and trials of them, where a session keeps what they gave */
	size_t facts_kept;   /* of these, what rests on nothing that changed since an earlier call */
};

enum press_status {
	PRESS_DONE,
	PRESS_WRONG,     /* the input is; the diagnostics tell */
	PRESS_FAILED,    /* the system: a library, a device */
	PRESS_NO_MEMORY, /* the call took nothing with it; one diagnostic says so */
};

extern const char press_chart_folder[]; /* of a briefing's pictures, below that of its pages */

struct press_file {
	const char *name; /* with the folder it belongs in: "briefing.pdf", "charts/tokens.png" */
	struct bytes bytes;
};

struct press_mark { /* of a page: two pages with the same mark look the same */
	char sha256[65];
};

struct press_counts { /* of a briefing, or (the second part) of data */
	size_t pages, figures, pictures, expressions, claims, claims_hold, conflicts;
	size_t sources, organisations, models, benchmarks, measurements, undecided, disputes, ambiguous;
	struct noun_said noun; /* what the models are called; of data */
	size_t claims_fail, claims_mixed, claims_untestable;
	size_t claims_fragile; /* turn with another published value, or within the intervals; of a briefing if asked */
	size_t computed, cited, said, unbound; /* numbers in a briefing's text, by what binds them */
};

struct press_result {
	enum press_status status;
	const struct diags *diags;   /* everything that was found, on success too */
	const struct inputs *inputs; /* everything that was read or would have been */
	const struct press_file
		*files; /* a briefing's pages first, then its charts in their order; none after errors */
	size_t n_files;
	const char *name;                 /* of a briefing: what its files are named after; NULL otherwise */
	const struct scene *const *pages; /* as laid out, also if nothing was painted; NULL: given back one by one */
	size_t n_pages;
	const struct press_mark *marks; /* of each page, where the request asks for them */
	bool counted;                   /* the inputs could be read so far that the counts mean something */
	struct press_counts counts;
	struct press_work work;
	const struct press_job *job;
};

/* ---- what can be asked for ---- */

enum { PRESS_DOCUMENTS_MAX = 6 }; /* of a briefing, each in a format of its own */

struct press_briefing {
	/* What makes the document: a painter that holds pages or flows; NULL: the table's choice. Others make the same
	 * briefing besides; NULL where there is none. */
	const struct painter *document, *also[PRESS_DOCUMENTS_MAX - 1];

	const char *path;                /* of the briefing, or of a folder with a briefing.md */
	const char *look;                /* NULL: the briefing's own */
	const struct language *language; /* NULL: the briefing's own */
	const struct page_format *page;  /* NULL: the briefing's own; slides are called NAME-deck, once */
	const struct feed *data;         /* instead of the briefing's own, if there is any */
	size_t n_data;
	const char *from;      /* the format of these data (data/formats.h); NULL: the content tells */
	enum direction better; /* on the benchmarks of the part, where the data do not declare it; UNKNOWN: not asked */
	struct part_asked part; /* of the data: all that is said is said of it */
	const char *order;      /* of models in charts that name none; NULL: by value */
	const char *baseline;   /* data of an earlier state, from which changes are counted; NULL: none */
	bool draft;             /* claims that do not hold are marked instead of being errors */
	const char *only;       /* the suffix of the pages' file, "charts", or the id of a chart; NULL: all of them */
	const struct painter *charts; /* NULL: the table's choice */
	const char *size;             /* of charts, as picture_size.h takes it; NULL: a slide */
	double scale;                 /* pixels per pixel of that size; 0: 1 */
	bool shapes;                  /* charts of slides are shapes, where the painter has charts of its own */
	size_t jobs;                  /* threads; 0: as many as are worth their fonts on this machine */
	bool layout_only;             /* nothing is painted */
	bool answers_only;            /* nor laid out: expressions are answered and claims held against the data */
	bool remarks;                 /* what rules warn of is added to the diagnostics as notes */
	bool marked;                  /* each page gets its mark, for whoever asks which of them changed */
	bool fragile;                 /* so is each claim that would turn with another value */
};

struct press_chart {
	const struct chart_kind *kind;
	const struct feed *data; /* files, folders, "-" */
	size_t n_data;
	const struct dataset *dataset; /* instead of these: data that were loaded, and what was read for them; both */
	const struct inputs *inputs;   /* outlive the result. NULL: neither */
	const char *from;              /* the format of the data (data/formats.h); NULL: the content tells */
	struct part_asked part;     /* benchmarks and models that are named are shown; without any the kind chooses */
	const char *order;          /* NULL: by value */
	const char *type;           /* "desk" or "room"; NULL: as fits */
	double scale;               /* pixels per pixel of its size; 0: 1 */
	enum direction better;      /* on these benchmarks, where the data do not declare it; UNKNOWN: not asked */
	const char *const *focuses; /* which the chart speaks of first; none: of no one */
	size_t n_focuses;
	bool transparent;              /* without a ground of its own */
	const char *group;             /* "maker" or "family": rows are in groups; NULL: they are not */
	const char *claims;            /* "mark" or "hide"; NULL: mark */
	const char *color;             /* "maker" or "highlight"; NULL: as the look has it */
	bool percent;                  /* parts of a total as shares of it */
	const char *log;               /* "true" or "false"; NULL: as wide ranges need it */
	const char *const *references; /* lines, as YAML maps: {value: 72.3, label: Human experts, source: …} */
	size_t n_references;
	const char *const *bands; /* likewise: {from: 65, to: 74, label: …, source: …} */
	size_t n_bands;
	const char *const *annotations; /* likewise: {model: …, benchmark: …, text: …} */
	size_t n_annotations;
	const char *title, *subtitle, *alt; /* NULL: made from the data */
	const char *source;                 /* after the source line; NULL: nothing */
	const char *digits;                 /* "0" to "9"; NULL: all that the sources give */
	const char *const *notes;           /* after those that are made from the data */
	size_t n_notes;
	const char *look;                /* NULL: the default */
	const struct language *language; /* NULL: English */
	const struct painter *painter;   /* NULL: the table's choice */
	const char *size;                /* NULL: the look's paper where the painter holds pages, else a slide */
	bool shapes;                     /* as in press_briefing */
	size_t rows;                     /* 0: as many as the medium takes */
	bool layout_only;
};

struct press_sheet { /* a page per look: colours, type, a chart of every kind */
	const char *const *looks;
	size_t n_looks;
	const struct language *language; /* NULL: English */
	const struct painter *painter;
};

struct press_check { /* what is worth knowing about data before they are shown */
	const struct feed *data;
	size_t n_data;
	const char *from;      /* as in press_chart */
	enum direction better; /* likewise */
	struct part_asked part;
	bool fragile; /* a note for each claim that would turn with another value */
};

/* Each returns the session's one result, never NULL. */
const struct press_result *press_make_briefing(struct press *press, const struct press_briefing *request);
const struct press_result *press_make_chart(struct press *press, const struct press_chart *request);
const struct press_result *press_make_sheet(struct press *press, const struct press_sheet *request);
const struct press_result *press_check_data(struct press *press, const struct press_check *request);

#endif
