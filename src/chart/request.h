/* request.h: the one place where a chart that somebody asks for becomes a chart_request.
 *
 * Front matter, fences and options give names as they were written, with their places (struct chart_asked);
 * chart_request_make looks them up in the dataset, settles what is left open and checks the whole against what the kind
 * declares. Whoever draws then adds look, fonts and page, and the language of the built-in words. A request lives on
 * the arena it was made on. */
#ifndef CHART_REQUEST_H
#define CHART_REQUEST_H

#include "chart/chart.h"
#include "chart/kind.h"

enum { CHART_ROWS_MAX = 100000 };

struct chart_asked {
	const struct chart_kind *kind;
	const struct chart_naming *naming;
	const struct language *language;              /* of the author's words; NULL: English */
	struct place place;                           /* of the whole, for what has no place of its own */
	const struct chart_name *benchmarks, *models; /* of models also patterns: data/choice.h */
	const struct chart_name *makers, *wheres;
	size_t n_benchmarks, n_models, n_makers, n_wheres;
	size_t top;                      /* only the first so many, as the chart would order all of them; 0: all */
	struct chart_name order;         /* text NULL: by value */
	struct chart_name type;          /* "desk", "room"; text NULL: as fits */
	struct chart_name focus;         /* text NULL: none is named for this chart */
	const struct chart_name *beside; /* further ones */
	size_t n_beside;
	const struct value *const *references, *const *bands; /* lines, and what is between two: reference.h */
	size_t n_references, n_bands;
	const struct chart_annotated *annotated; /* words beside values: annotate.h; NULL: none */
	struct chart_name log;                   /* "true", "false"; text NULL: as wide ranges need it */
	struct chart_name percent;               /* "true", "false"; text NULL: false */
	struct chart_name digits;                /* "0" to "9"; text NULL: all that the sources give */
	struct chart_name transparent;           /* "true", "false"; text NULL: false */
	struct chart_name group;                 /* "maker", "family"; text NULL: rows are in no groups */
	struct chart_name claims;                /* "mark", "hide"; text NULL: mark */
	struct chart_name color;                 /* "maker", "highlight"; text NULL: as the look has it */
	const struct variant *usual_focus;       /* highlighted where a chart that names none shows it; NULL: none */
	struct chart_own title, subtitle, source, alt; /* see chart_request */
	const struct chart_own *notes;
	size_t n_notes;
	bool *twins_told; /* of two names that are probably one model is spoken once; NULL: it is the only chart */
	size_t rows;      /* 0: as many as the medium takes */
};

/* Names without places, from options. */
const struct chart_name *chart_names(struct arena *arena, const char *const *texts, size_t n);

/* Fills in kind, naming, dataset, benchmarks, models, order, type, focus, the author's words and rows; everything else
 * is zero. A name that is given twice counts once. A model that is named is shown even where it has no value; what a
 * pattern, a maker or a condition chooses is shown if it has one. A focus highlights: it is never added to the models
 * asked for, and a chart that does not show it has none (a warning says so where it was named for this chart). False
 * after errors. */
bool chart_request_make(struct arena *arena, const struct chart_asked *asked, const struct dataset *dataset,
                        struct chart_request *request, struct diags *diags);

#endif
