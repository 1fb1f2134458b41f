/* reference.h: lines across a chart at values that are no row of it: what people reach, last year's best, a limit; and
 * bands between two of them. Each is in the key, with its values and who gives them: a number that nobody in the data
 * stands for is cited.
 *
 * Read from what an author writes, {value: 72.3, label: Human experts, source: …} or {from: 65, to: 74, label: …,
 * source: …}; kept by a request. */
#ifndef CHART_REFERENCE_H
#define CHART_REFERENCE_H

#include "chart/evidence.h"
#include "data/quantity.h"
#include "read/value.h"

struct plot;

enum { CHART_REFERENCES = 3 };

struct chart_reference {
	struct quantity value; /* in the unit of the benchmark; of a band the lower one */
	struct quantity to;    /* the upper one */
	bool band;
	const char *label, *source;
	const struct source *known; /* the source, if the data have it; or NULL */
	struct place place;
};

enum reference_form { REFERENCE_LINE, REFERENCE_BAND };

/* A map, or a list of them. The source is named as the data know it, or is the author's text. False after errors: the
 * request is for a kind without a scale of its own, or of several benchmarks; a key is missing. */
bool reference_read(struct arena *arena, const struct value *value, enum reference_form form,
                    struct chart_request *request, struct diags *diags);

/* Keys for all lines of a request; style: of the values of its benchmark. */
void reference_notes(const struct chart_request *request, struct number_style style, struct notes *notes);

/* The ends of a scale, moved out to all lines. */
void reference_widen(const struct chart_request *request, double *low, double *high);

/* All bands across a box of a plot, before anything else is drawn there, and all lines, which pause at words that are
 * drawn already. scale: of the scene, on which their values lie; along it the box may be empty. */
void reference_fill(const struct chart_request *request, struct scene *scene, struct rect box, int scale);
void reference_draw(const struct chart_request *request, struct scene *scene, struct rect box, int scale);

#endif
