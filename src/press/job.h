/* job.h: what a call of the session works on. Private to press/.
 *
 * A job lives on the arena of its call. The caller's thread is the first worker; further workers are threads that draw
 * charts. Each worker has an edge, an arena for the call, and tools that stay warm; the fonts of a look are opened once
 * for each worker. Only the first worker touches the job, the others their own pictures. */
#ifndef PRESS_JOB_H
#define PRESS_JOB_H

#include "base/arena.h"
#include "brief/figure_source.h"
#include "brief/pages.h"
#include "facts/changes.h"
#include "paint/painter.h"
#include "press/press.h"
#include "scene/proof.h"

#include <pthread.h>

enum { PRESS_WORKERS_MAX = 256 };

struct press_worker {
	struct press *press;
	struct arena_edge edge;
	struct arena *call; /* of this call */
	struct arena *warm; /* from call to call: looks, fonts, the box */
	struct paintbox *box;
	pthread_t thread;
	bool started, exhausted; /* exhausted: it left at its edge */
};

struct press_look { /* a look that was read, with its fonts for each worker */
	struct press_look *next;
	struct press_look *office; /* the same in its office font; NULL: not asked for so far */
	struct arena *arena;
	const char *name;  /* as it was asked for */
	const char *below; /* where it has to lie because a briefing names it; NULL: anywhere */
	const struct look *look;
	struct inputs *inputs; /* its files */
	struct diags *told;    /* while it was read */
	struct fontset *fonts[PRESS_WORKERS_MAX];
	struct arena *fonts_arena[PRESS_WORKERS_MAX];
	struct diags *fonts_told[PRESS_WORKERS_MAX];
};

struct press_data { /* that were loaded, with what it took; valid while these files hold the same bytes */
	struct arena *arena;
	const char *key; /* how they were asked for */
	struct inputs *inputs;
	struct diags *told;
	const struct dataset *dataset;
	struct export_marks *marks; /* made when asked for; NULL before */
	size_t layouts;             /* that were made of them and are kept */
	bool outdated;              /* its files changed: it goes with the last of these */
};

struct press_layout;

struct picture { /* a chart that is a file of its own */
	const struct block *block;
	struct chart_pages pages; /* on the arena of its worker */
	const char *record;       /* likewise */
	struct bytes bytes;       /* if painted */
	struct diags *diags;      /* on the arena of its worker */
	bool ok;
};

struct press_images;
struct web_figure;
struct press_told;

struct press_document { /* one that is made of a briefing */
	const struct painter *painter;
	struct pages pages;          /* none where it flows */
	struct chart_pages *figures; /* every chart as laid out for it, by its number less one; count 0: not in it */
};

struct press_job {
	struct press *press;
	struct arena *arena; /* of the call */
	struct diags *diags;
	struct inputs *inputs;
	const struct dataset *dataset;
	bool data_kept; /* they were loaded in an earlier call */
	bool recalls;   /* what expressions give is kept */
	struct press_look *look;
	struct fontset *fonts; /* of the first worker */
	/* a briefing */
	struct press_briefing asked;
	const char *folder, *path;
	struct bytes source;
	struct front_matter *front;
	const struct dataset *baseline; /* NULL: none */
	const struct changes *changes;
	const struct briefing *briefing;
	const struct verdict *const *verdicts; /* on the claims of data that are checked */
	struct paper paper;
	struct pages pages;                                   /* none where only charts are asked for */
	struct press_document documents[PRESS_DOCUMENTS_MAX]; /* the first files, in this order */
	size_t n_documents;
	const struct painter *document;  /* of the document at hand */
	struct press_look **chart_looks; /* of every chart, by its number less one */
	struct web_figure *web;          /* every chart for browsers, likewise; NULL: not asked for */
	struct chart_pages *figures;     /* of the document at hand */
	struct press_told *told;         /* by its figures, by number less one: told.c */
	struct press_images *images;     /* that the text shows */
	struct picture *pictures;
	size_t n_pictures;
	/* its charts, or the chart */
	struct picture_size size;
	const struct painter *painter;
	const struct chart_kind *kind;
	struct chart_pages chart;
};

struct press {
	struct press_world world;
	struct press_worker *workers[PRESS_WORKERS_MAX]; /* the first is the caller's; the rest as they are needed */
	struct press_look *looks;
	struct press_data *data[2];      /* of the last call, and of its baseline */
	struct press_layout *layouts;    /* of charts, the last used first */
	struct recall *recall;           /* of what expressions gave; NULL: nobody asked twice so far */
	struct keep *texts;              /* with their names and numbers, likewise */
	size_t charts_laid, charts_kept; /* of documents, in this call */
	struct press_look *outdated;     /* their files changed during this call, which may still use them */
	struct arena_edge edge;          /* of spare, while the session is opened */
	struct arena *spare;             /* holds what a result needs when there is no memory */
	struct diags *no_memory;
	struct inputs *no_inputs;
	struct press_result result;
	struct press_job *job;
	bool tainted; /* a library failed in this call: nothing stays warm */
	/* the call's drawing */
	pthread_mutex_t lock; /* of what follows */
	size_t next;          /* picture */
	bool stop;
};

/* ---- session.c ---- */

/* Runs a call: act fills the job and the result. Everything of the call before is given back first. */
const struct press_result *press_call(struct press *press, void (*act)(struct press_job *job, const void *request),
                                      const void *request);

/* A worker of this number, made on first use. NULL if there is no memory for it. */
struct press_worker *press_worker(struct press *press, size_t number);

/* The arena of what a worker keeps from call to call. */
struct arena *press_warm(struct press_worker *worker);

struct paintbox *press_box(struct press_worker *worker);

/* What every file says of itself. */
struct paint_info press_info(const struct press_job *job, struct arena *arena);

/* The single file of a result. */
void press_put_file(struct press_job *job, const char *name, struct bytes bytes);

/* ---- load.c ---- */

/* The data of some feeds, whole. from, better: as in press_chart; of the part the benchmarks, on which numbers are
 * better that way. only_part: of what other benchmarks measure, what can be left out is (data/wanted.h). NULL after
 * errors. */
const struct dataset *press_load(struct press_job *job, enum input_role role, const struct feed *feeds, size_t n,
                                 const char *from, enum direction better, const struct part_asked *part,
                                 bool only_part);

/* A note if the job's data are a part, by which every other message is to be read. */
void press_tell_part(struct press_job *job);

/* ---- looks.c ---- */

/* A look, read or still known from an earlier call; its files are listed in the job's inputs. name and below: as
 * look_load takes them. NULL after errors. */
struct press_look *press_look_of(struct press_job *job, const char *name, const char *below, struct diags *diags);

/* The same look in its office font, with fonts of its own. */
struct press_look *press_office_look(struct press_look *look);

/* The fonts of a look for a worker; NULL after errors, which are told in diags. */
struct fontset *press_fonts_of(struct press_look *look, struct press_worker *worker, size_t number,
                               struct diags *diags);

/* Between calls: outdated looks and shaped texts are given back, open fonts stay. Allocates nothing: no edge is armed.
 */
void press_looks_rest(struct press *press);

/* ---- pictures.c ---- */

/* The charts that are files of their own, laid out and painted by as many workers as are worth it, while act runs on
 * this one. False if act or a picture fails. */
bool press_draw_pictures(struct press_job *job, bool (*act)(struct press_job *job));

/* Waits for all workers. */
void press_join(struct press *press);

/* ---- images.c ---- */

/* Reads and tries every picture that the briefing shows, in a process of its own if there is one; what cannot be shown
 * is told. No other thread may be running. */
void press_try_images(struct press_job *job);

/* One of them, by its path as written. False if it cannot be shown. */
bool press_image(const struct press_job *job, const char *written, struct figure_image *image);

/* ---- fragile.c ---- */

/* A note if a condition turns in one of its trials. */
void press_remark_trials(struct press_job *job, struct place place, const char *text, bool holds,
                         const struct margin *margin, const struct trials *trials);

struct trials press_try_claim(struct arena *arena, struct facts *facts, const struct briefing_claim *claim);

/* A note for each claim of the briefing that turns; how many do. */
size_t press_remark_fragile(struct press_job *job);

/* ---- layouts.c ---- */

/* The fingerprints of data that the next call is likely to be asked about again, made on first use; NULL: it is not,
 * or they are too large to be worth it. */
const struct export_marks *press_marks(struct press_job *job, const struct dataset *dataset);

/* The same as press_lay_out for a chart of a document. Where the next call is likely to ask for it again, it is kept,
 * and found as long as nothing that it depends on changed: neither laid out nor proved again. */
bool press_lay_out_kept(struct press_job *job, const struct block *block, struct chart_request *request,
                        struct chart_pages *pages, struct diags *diags);

/* Between calls: drops what the last ones did not use, and what needs data that are long gone. */
void press_layouts_rest(struct press *press);

/* Drops all of them. */
void press_layouts_drop(struct press *press);

/* ---- shared by pages and pictures ---- */

/* The pages, laid out and proved; false after errors. */
bool press_make_pages(struct press_job *job);

/* Notes that mean the same under every chart are given once a document, by the first figure that needs them. */
void press_told_begin(struct press_job *job);
void press_told_by(struct press_job *job, const struct block *block, const struct chart_pages *pages);
void press_told_before(const struct press_job *job, const struct block *block, struct chart_request *q);

struct chart_request press_chart_request(const struct press_job *job, const struct block *block, struct fontset *fonts);

/* The look that a chart of a briefing is drawn in. */
struct press_look *press_chart_look(const struct press_job *job, const struct block *block);

/* Lays a chart of a briefing out and proves it; faults are told at its block. */
bool press_lay_out(const struct press_job *job, struct arena *arena, const struct block *block,
                   struct chart_request *request, struct chart_pages *pages, struct diags *diags);

/* Pages one by one: each is drawn if it is lazy, proved, handed to act (NULL: nobody) unless something
 * was wrong so far, and given back. False if a rule that blocks is broken or act fails. */
bool press_walk(struct arena *arena, const struct chart_pages *pages, struct diags *diags,
                bool (*act)(void *closure, const struct scene *scene, size_t i), void *closure);

/* False with an error if there are more than the session makes. */
bool press_within(const struct press_job *job, size_t n_pages, struct diags *diags);

/* Proves each page; false if a rule that blocks is broken. */
bool press_prove(struct arena *arena, const struct chart_pages *pages, struct diags *diags);

/* Adds the diagnostics that are new; those without a place of their own, or all of them, get this place. */
void press_tell(struct diags *diags, const struct diags *from, struct place place, bool everywhere);

/* What rules warn of but do not forbid, as notes at place, each once; said keeps what was said. */
void press_remark(struct arena *arena, struct place place, const struct scene *scene, struct map *said,
                  struct diags *diags);

/* What a briefing's files are named after: as its front matter says, or as its own file is called. On the arena, which
 * is not the job's where a worker asks. */
const char *press_name(const struct press_job *job, struct arena *arena);

/* attach.c: all that it takes to make a briefing's pages again; and the values of a chart with its record, on any
 * arena. */
void press_attach_briefing(const struct press_job *job, struct paint_info *info);
void press_attach_values(const struct press_job *job, struct arena *arena, struct paint_info *info);

/* demo.c: eight models that do not exist. NULL after errors. */
const struct dataset *press_demo_data(struct arena *arena, struct diags *diags);

#endif
