/* markdown.h: Markdown -> blocks, by cmark-gfm: CommonMark with tables and footnotes. Private to brief/. */
#ifndef BRIEF_MARKDOWN_H
#define BRIEF_MARKDOWN_H

#include "brief/reading.h"

/* cmark-gfm registers its extensions on first use, without a lock. Once this has returned, several threads may read. */
void markdown_prepare(void);

/* Adds the blocks of text to into; the first line of text is that line of the source's body. */
void markdown_read(struct reading *r, const char *text, int line, struct block *into);

#endif
