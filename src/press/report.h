/* report.h: what a session made, for programs: every file with its charts, their words and values, everything that was
 * read, and every finding of the rules, as JSON. Its form is documented in the help of the commands that write it. */
#ifndef PRESS_REPORT_H
#define PRESS_REPORT_H

#include "press/press.h"
#include "read/value.h"

struct arena;

/* A report of charts, which grows from result to result; lives on the arena. */
struct report;
struct report *report_new(struct arena *arena);

/* A chart that was written to file (NULL: to standard output), with the findings of all its pages. Copies what it
 * needs. */
void report_chart(struct report *report, const struct press_result *result, const char *file);

char *report_charts(const struct report *report, const char *version);

/* The report of a briefing: files made, inputs, charts, expressions and claims with the values they rest on, published
 * claims with their verdicts, conflicts, diagnostics. paths: where the result's files were written, in their order. */
char *report_briefing(struct arena *arena, const struct press_result *result, const char *const *paths,
                      const char *version);

/* A list of all that were kept. */
struct value report_diagnostics(struct arena *arena, const struct diags *diags);

#endif
