/* report_parts.h: what the reports of charts and briefings share; text is copied to the arena. Private to press/. */
#ifndef PRESS_REPORT_PARTS_H
#define PRESS_REPORT_PARTS_H

#include "base/inputs.h"
#include "chart/chart.h"
#include "data/tree.h"

struct value report_text(struct arena *arena, const char *text); /* null for NULL */

/* Everything that was read, with its bytes and hash. */
struct value report_inputs(struct arena *arena, const struct inputs *inputs);

/* pages, title, alt, source, data, values, findings: what is to be told of a chart, wherever it is drawn. */
void report_put_chart(struct arena *arena, struct tree *map, const struct chart_pages *pages);

struct fact;
struct press_job;

/* "uses": the values that a fact rests on. */
void report_put_uses(struct arena *arena, struct tree *map, const struct fact *fact);

/* The author's claims, and those that sources published, each with its margin and its trials. */
struct value report_claims(struct arena *arena, const struct press_job *job);
struct value report_published(struct arena *arena, const struct press_job *job);

#endif
