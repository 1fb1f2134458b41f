/* web_parts.h: what the files that write documents for browsers share. Private to press/web*.c and its callers.
 *
 * press/web_views.c lays charts out at every width and proves them; web_facts.c says what is known of each value
 * they show; web_document.c and its siblings write the whole with paint/web.h. */
#ifndef PRESS_WEB_PARTS_H
#define PRESS_WEB_PARTS_H

#include "paint/web.h"
#include "press/job.h"

struct cells;

/* The palette of the same look for dark surroundings: that of the look beside it whose name ends in -dark, or of a dark
 * look the light one's; *light is then the look with the palette for light surroundings. NULL if there is none: the
 * document has the look's one palette by day and by night. */
const struct palette *press_web_dark(struct press_job *job, struct press_look *look, const struct look **light);

struct web_charting { /* how a chart is drawn for browsers */
	struct press_job *job;
	struct arena *arena;
	struct chart_request request; /* with look, language and fonts */
	const struct palette *dark;   /* NULL: none */
	struct place place;           /* of the chart, for messages */
	const struct cells *cells;    /* of all data */
};

/* Lays the chart out at every width, by day and by night, and proves each; fills in views, alt and facts. False after
 * errors. */
bool press_web_chart(const struct web_charting *how, struct web_figure *figure);

/* What is known of every value that the views show: sentences, rows of a table, CSV, and where they are. */
void press_web_facts(const struct web_charting *how, struct web_figure *figure);

/* The table of all values that the pages of a chart show, in heads, columns and facts of the figure. */
void press_web_table(const struct web_charting *how, struct scene *const *pages, size_t n, struct web_figure *figure);

/* A chart as a document of its own. False after errors. */
bool press_web_chart_alone(struct press_job *job, struct chart_request *request, struct bytes *out);

/* Every chart of the briefing, in job->web, and the widest view of each in job->figures. False after errors. */
bool press_web_figures(struct press_job *job);

/* The briefing as a document, with these figures. False after errors. */
bool press_web_document(struct press_job *job, struct bytes *out);

/* Who wrote it and when, and of when the data are: "Ada, 9 April 2026, data as of 8 April 2026"; "" if nobody says. */
const char *press_web_byline(const struct press_job *job);

/* A source in a few words: "The News, 8 April 2026". */
const char *press_web_source(struct arena *arena, const struct language *language, const struct source *source);

#endif
