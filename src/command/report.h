/* report.h: what a run made, for machines: every file with its charts, their words and values, and every finding of the
 * rules. `--report FILE.json` writes it; its form is documented in the command's help. */
#ifndef COMMAND_REPORT_H
#define COMMAND_REPORT_H

#include "chart/chart.h"
#include "scene/proof.h"

struct report;

struct report *report_new(struct arena *arena);

/* A chart that was written to file (NULL: to standard output), with the findings of all its pages. Copies what it
 * needs. */
void report_chart(struct report *report, const char *file, const char *kind, const struct chart_pages *pages);

bool report_write(const struct report *report, const char *version, const char *path, struct diags *diags);

struct work;

/* The report of a whole briefing: files made, values with their sources, claims, verdicts, conflicts, findings. */
bool report_briefing(const struct work *work, const char *const *files, size_t n_files, const char *path);

#endif
