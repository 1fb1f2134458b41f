/* mail_parts.h: briefings and charts as messages. Private to press/.
 *
 * Charts are laid out as figures of the message's width and painted as PNG; the text is cut into pieces
 * (mail_piece.h), which mail_html.c and mail_text.c write. */
#ifndef PRESS_MAIL_PARTS_H
#define PRESS_MAIL_PARTS_H

#include "press/job.h"

/* Every chart of the briefing, laid out and proved, in job->figures. False after errors. */
bool press_mail_figures(struct press_job *job);

/* The briefing as a message, with these figures. False after errors. */
bool press_mail_document(struct press_job *job, struct bytes *out);

/* A chart as a message of its own; its pages are left in job->chart. False after errors. */
bool press_mail_chart(struct press_job *job, struct chart_request *request, struct bytes *out);

#endif
