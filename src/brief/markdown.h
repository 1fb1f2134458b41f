/* markdown.h: Markdown -> blocks, by cmark-gfm: CommonMark with tables and footnotes. Private to brief/. */
#ifndef BRIEF_MARKDOWN_H
#define BRIEF_MARKDOWN_H

#include "brief/reading.h"

/* Adds the blocks of text to into; the first line of text is that line of the source's body. */
void markdown_read(struct reading *r, const char *text, int line, struct block *into);

#endif
