/* report.h: what a session made, for programs: every file with its charts, their words and values, everything that was
 * read, and every finding of the rules, as JSON. Its form is documented in the help of the commands that write it. */
#ifndef PRESS_REPORT_H
#define PRESS_REPORT_H

#include "press/press.h"
#include "read/value.h"

struct arena;
struct changes;
struct tree;

/* A report of charts, which grows from result to result; lives on the arena. */
struct report;
struct report *report_new(struct arena *arena);

/* A chart that was written to file (NULL: to standard output), with the findings of all its pages. Copies what it
 * needs. */
void report_chart(struct report *report, const struct press_result *result, const char *file);

char *report_charts(const struct report *report, const char *version);

/* The report of a briefing: files made, inputs, charts, expressions and claims with the values they rest on, published
 * claims with their verdicts, conflicts, changes since the baseline, diagnostics. paths: where the result's files were
 * written, in their order. */
char *report_briefing(struct arena *arena, const struct press_result *result, const char *const *paths,
                      const char *version);

/* Adds what changed to a map: models and benchmarks that came and went, and every value that moved. */
void report_put_changes(struct arena *arena, struct tree *map, const struct changes *changes);

/* Adds each claim with its margin, and with what would turn it: of a briefing its author's, of checked data those of
 * its sources. Nothing if none were tested. */
void report_put_claims(struct arena *arena, struct tree *map, const struct press_result *result);

/* A list of all that were kept. */
struct value report_diagnostics(struct arena *arena, const struct diags *diags);

#endif
