/* report.h: what a run made, for machines: every file with its charts, their words and values, and every finding of the
 * rules. `--report FILE.json` writes it; its form is documented in the command's help. */
#ifndef COMMAND_REPORT_H
#define COMMAND_REPORT_H

#include "chart/chart.h"
#include "data/tree.h"
#include "scene/proof.h"

struct report;

struct report *report_new(struct arena *arena);

/* A chart that was written to file (NULL: to standard output), with the findings of all its pages. Copies what it
 * needs. */
void report_chart(struct report *report, const char *file, const char *kind, const struct chart_pages *pages);

bool report_write(const struct report *report, const char *version, const char *path, struct diags *diags);

/* ---- the report of a whole briefing ---- */

struct work;

/* Files made, charts, expressions and claims with the values they rest on, published claims with their verdicts,
 * conflicts, diagnostics. The PDF comes first among the files if there is one, then the pictures in their order. */
bool report_briefing(const struct work *work, const char *const *files, size_t n_files, const char *path);

/* ---- parts that several share; text is copied to the arena ---- */

struct value report_text(struct arena *arena, const char *text); /* null for NULL */

/* pages, title, alt, source, data, values, findings: what is to be told of a chart, wherever it is drawn. */
void report_put_chart(struct arena *arena, struct tree *map, const struct chart_pages *pages);

/* A list of all that were kept. */
struct value report_diagnostics(struct arena *arena, const struct diags *diags);

#endif
