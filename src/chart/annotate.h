/* annotate.h: what an author remarks on one value of a chart, in a few words beside its mark. Each is tied to its
 * datum: the proof finds it there, and judges its numbers as those of a title that names this model.
 *
 * Read from what an author writes, {model: …, benchmark: …, text: …}, in two steps: annotation_read takes the words as
 * they are, so that a briefing can answer the expressions in them; annotation_find looks the names up. */
#ifndef CHART_ANNOTATE_H
#define CHART_ANNOTATE_H

#include "chart/chart.h"

struct scene_evidence;
struct scene_own;
struct value;

enum { CHART_ANNOTATIONS = 6, CHART_ANNOTATION_LENGTH = 90 }; /* of one: characters */

struct chart_asked_annotation {
	struct chart_name model, benchmark; /* benchmark: text NULL where none is named */
	struct chart_own text;
	struct place place;
};

struct chart_annotated {
	struct chart_asked_annotation *items;
	size_t count;
};

struct chart_annotation {
	const struct variant *model;
	const struct benchmark *benchmark;
	struct chart_own text;
	struct place place;
};

/* A map, or a list of them: adds to what is asked for. False after errors. */
bool annotation_read(struct arena *arena, const struct value *value, struct chart_annotated *asked,
                     struct diags *diags);

/* Once the benchmarks of the request are settled. False after errors: the kind has no marks that words can stand
 * beside, a name is not known or not drawn, two are of one value. asked: NULL for none. */
bool annotation_find(struct arena *arena, const struct chart_annotated *asked, struct chart_request *request,
                     struct diags *diags);

/* That of a value; NULL if there is none. benchmark NULL: of whatever benchmark. */
const struct chart_annotation *annotation_at(const struct chart_request *request, const struct variant *variant,
                                             const struct benchmark *benchmark);

/* False, and an error for the first that is not: every one is of a mark that is drawn. drawn: by their index. */
bool annotation_check(const struct chart_request *request, const bool *drawn, struct diags *diags);

/* What its words name, for the proof: its model, its benchmark where the chart has several, and whatever they spell
 * out. set: the text as it is set in lines. */
const struct scene_own *annotation_own(struct arena *arena, const struct chart_request *request,
                                       const struct chart_annotation *annotation, const char *set);

/* The alt text with what is said of values, as much of it as there is room for. */
const char *annotation_alt(struct arena *arena, const struct chart_request *request, const char *alt);

/* Tells the proof what is asked for. */
void annotation_describe(const struct chart_request *request, struct arena *arena, struct scene_evidence *evidence);

#endif
