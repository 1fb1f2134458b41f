/* kinds.h: how each kind of chart is laid out, for the table of kinds: chart_layout says what all of them take. Each is
 * in its own file. Private to chart/. */
#ifndef CHART_KINDS_H
#define CHART_KINDS_H

#include <stdbool.h>

struct arena;
struct chart_pages;
struct chart_request;
struct diags;

bool chart_leaderboard(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                       struct diags *diags);
bool chart_bars(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                struct diags *diags);
bool chart_columns(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_panels(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                  struct diags *diags);
bool chart_grouped(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_dots(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                struct diags *diags);
bool chart_distribution(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                        struct diags *diags);
bool chart_tokens(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                  struct diags *diags);
bool chart_stacked(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_scatter(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                   struct diags *diags);
bool chart_timeline(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                    struct diags *diags);
bool chart_lines(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
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
