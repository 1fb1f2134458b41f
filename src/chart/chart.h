/* chart.h: a question to a dataset -> pages.
 *
 * Every kind works in the same order: what is to be shown, margins from measured text, ranges, marks, scene. A kind is
 * one file and one row of the table in kind.c. */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "data/dataset.h"
#include "scene/scene.h"

enum chart_medium { MEDIUM_SLIDE, MEDIUM_PAGE }; /* u = 14 pt and 12 pt at least; u = 10 pt and 9 pt at least */

struct changes;
struct chart_kind;

struct chart_naming { /* what those who ask call the parts of a request: messages speak their language */
	const char *benchmark, *model, *focus, *rows;
	const char *room; /* what to do where the page is too small */
};

extern const struct chart_naming chart_options; /* "-b", "-m" and so on */
extern const struct chart_naming chart_keys;    /* keys in quotes: "benchmark" and so on */

struct chart_request {
	const struct chart_kind *kind;
	const struct chart_naming *naming; /* NULL: options */
	const struct dataset *dataset;
	const struct look *look;
	const struct language *language;
	struct fontset *fonts;
	const struct benchmark *const *benchmarks;
	size_t n_benchmarks;
	const struct variant *const *models; /* NULL: all that were measured */
	size_t n_models;
	const struct variant *focus;   /* NULL: none */
	const struct changes *changes; /* since an earlier state: leaderboards mark them; NULL: none was given */
	struct date since;             /* of that state */
	const char *title;             /* NULL: made from the data */
	const char *data_hash; /* stands in the files, so that a picture can be held against its data; may be NULL */
	enum chart_medium medium;
	double width, height; /* of a page, points */
	bool grow;            /* the page may become taller to hold all rows asked for */
	bool paged;           /* what does not fit goes on further pages */
	bool part;    /* of a document that numbers its own pages: what a page shows of a chart stands in scene.part */
	bool inset;   /* a figure in a page: no margins of its own, as tall as its content, height at most */
	double pixel; /* one device pixel in points: edges of bars and lines fall on whole ones; 0 for none */
	size_t rows;  /* 0: the medium's own number */
};

struct chart_pages {
	struct scene **items;
	size_t count;
};

/* What the words of a request are called. */
const struct chart_naming *chart_naming_of(const struct chart_request *request);

/* True if the kind can answer: enough benchmarks and not too many, a focus where it needs one, a zero where it draws
 * lengths. Else an error at place, or in the data where place has no file. */
bool chart_check(const struct chart_request *request, struct place place, struct diags *diags);

/* Checks the request and lays it out. False after errors. */
bool chart_layout(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                  struct diags *diags);

/* ---- the kinds, each in its file ---- */

bool chart_leaderboard(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                       struct diags *diags);
bool chart_bars(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                struct diags *diags);
bool chart_panels(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                  struct diags *diags);
bool chart_grouped(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_dots(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                struct diags *diags);
bool chart_tokens(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                  struct diags *diags);
bool chart_scatter(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_gap(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
               struct diags *diags);
bool chart_slope(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                 struct diags *diags);
bool chart_heatmap(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_table(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                 struct diags *diags);

#endif
