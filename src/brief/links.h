/* links.h: what links lead to inside a briefing: headings and charts, by their anchors. Private to brief/. */
#ifndef BRIEF_LINKS_H
#define BRIEF_LINKS_H

#include "brief/reading.h"

/* Gives a heading an anchor of its own, made from its words. */
void links_name_heading(struct reading *r, struct block *heading);

/* Gives a chart its id as anchor. False and an error at place if something else is called so. */
bool links_name_chart(struct reading *r, struct block *chart, const char *id, struct place place);

/* When all anchors are known: every link in the block and its items leads somewhere (else an error with the nearest
 * name), and one without words, [](#id), gets the name of what it leads to. */
void links_settle(struct reading *r, struct block *block);

#endif
