/* painter.h: the table of painters, one for each format that a scene can be written in.
 *
 * To add a format, write one file with its functions and one row in painter.c. Nobody outside this room knows a
 * format by its name: what can be asked for is listed from the table, and what differs is asked of the row. */
#ifndef PAINT_PAINTER_H
#define PAINT_PAINTER_H

#include "paint/paint.h"

struct painter {
	const char *suffix;     /* of its files, without the dot; what --format calls it */
	const char *name;       /* "PDF" */
	const char *media_type; /* "application/pdf" */
	bool holds_pages;       /* any number of them, measured in points; others hold one scene, measured in pixels */
	bool holds_slides; /* only these, set in the look's office font (style/look.h): it takes the place of the first
	                    * that holds pages */
	bool holds_attachments;
	bool holds_links;
	bool flows; /* it has no pages: it is written through a header of its own (web.h), and begin, page and end are
	             * NULL */
	bool mails; /* what flows is a message (mail.h) */
	/* What is kept from file to file (buffers, images of glyphs), on the arena; NULL: nothing. */
	void *(*open)(struct arena *arena);
	/* A new file; kept is what open returned. Never NULL. What it needs lives on the arena, which is freed when the
	 * next file begins; info and diags outlive the file. */
	void *(*begin)(void *kept, struct arena *arena, const struct paint_info *info, struct diags *diags);
	/* One more page; of its scene only the tags outlive the call. False with a diagnostic. */
	bool (*page)(void *file, const struct scene *scene);
	/* The bytes, which hold until the next file begins. False with a diagnostic. */
	bool (*end)(void *file, struct bytes *out);
	/* True if the bytes begin as a file of this format does. */
	bool (*recognise)(struct bytes file);
	/* The record and the state of the seal, from whatever follows; the record is unpacked to at most limit bytes.
	 */
	void (*recover)(struct arena *arena, struct bytes file, size_t limit, struct paint_found *out,
	                struct diags *diags);
};

/* The i-th in the order in which help lists them; NULL past the end. */
const struct painter *painter_at(size_t i);

/* By the suffix, "png". NULL if there is none. */
const struct painter *painter_find(const char *suffix);

/* By the ending of a path. NULL if there is none. */
const struct painter *painter_of_path(const char *path);

/* Where nothing is said: for a briefing's pages the first that holds pages, for a chart the first that does not. */
const struct painter *painter_for_pages(void);
const struct painter *painter_for_chart(void);

/* Of any file, by the ending of its path; "application/octet-stream" if no painter makes such files. */
const char *painter_media_type(const char *path);

/* "png, svg, pdf" with ", " between them; each is preceded by before. */
char *painter_list(struct arena *arena, const char *before, const char *between);

#endif
