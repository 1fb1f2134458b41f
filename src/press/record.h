/* record.h: what a file says, inside the file, so that it can be held against other data later. JSON, written by
 * record.c and read by verify.c. Private to press/. */
#ifndef PRESS_RECORD_H
#define PRESS_RECORD_H

struct arena;
struct scene;
struct chart_request;
struct press_job;

/* The keys. */
#define RECORD_VERSION "benchbrief"
#define RECORD_BRIEFING "briefing" /* the name of its files; null: the picture is no briefing's */
#define RECORD_LANGUAGE "language"
#define RECORD_DATA "data" /* the hash of all data, or of those on the one chart's benchmarks */
#define RECORD_PART "part" /* of the data it was made of; each a list of texts: */
#define RECORD_MAKERS "makers"
#define RECORD_WHERES "where"
#define RECORD_TOP "top" /* a number */
#define RECORD_CHARTS "charts"
#define RECORD_ID "id"
#define RECORD_BENCHMARKS "benchmarks" /* that were asked for */
#define RECORD_MODELS "models"
#define RECORD_VALUES "values"
#define RECORD_MODEL "model"
#define RECORD_BENCHMARK "benchmark"
#define RECORD_WRITTEN "written"
#define RECORD_NUMBER "value"
#define RECORD_RANK "rank"
#define RECORD_SOURCE "source"
#define RECORD_DRAWN "drawn"                       /* models; null: all that were asked for */
#define RECORD_DRAWN_BENCHMARKS "drawn_benchmarks" /* true for each of those that are drawn */
#define RECORD_ENDS "ends"                         /* of a slope: two models, or two places among the benchmarks */
#define RECORD_HIDES_CLAIMS                                                                                            \
	"hides_claims"           /* true: what developers say of their own is left out; else it is not there */
#define RECORD_TALLIES "tallies" /* what the words count */
#define RECORD_PART "part"
#define RECORD_COUNTED "counted"
#define RECORD_TOLD "told"
#define RECORD_BASELINE "baseline" /* the data of then, where the briefing was held against some */
#define RECORD_EXPRESSIONS "expressions"
#define RECORD_CLAIMS "claims"
#define RECORD_LINE "line"
#define RECORD_COLUMN "column"
#define RECORD_EXPRESSION "expression"
#define RECORD_PRINTED "printed"
#define RECORD_TEXT "text"
#define RECORD_IN                                                                                                      \
	"in" /* the index of the expression that a claim stands in, where they have place and words in common */
#define RECORD_HOLDS "holds"
#define RECORD_FRONT "front" /* what generated blocks depend on besides the data */
#define RECORD_FOCUS "focus"
#define RECORD_LISTED "listed" /* whether the sources are */
#define RECORD_BLOCKS "blocks" /* generated */
#define RECORD_BLOCK "block"   /* as its fence is called */
#define RECORD_ASKED "asked"   /* what its fence holds */
#define RECORD_LINES "lines"
#define RECORD_WHAT "what"     /* the cell of a table; null: a paragraph */
#define RECORD_COUNTS "counts" /* false: published, but another value counts */
#define RECORD_SOURCES "sources"
#define RECORD_TITLE "title"
#define RECORD_DATE "date"

/* Of a chart that is a file of its own; id NULL: it has none. */
const char *record_of_chart(struct arena *arena, const struct press_job *job, const char *id,
                            const struct chart_request *request, const struct scene *scene);

/* Of a briefing's pages: its prose and all charts on them. */
const char *record_of_briefing(struct arena *arena, const struct press_job *job);

#endif
