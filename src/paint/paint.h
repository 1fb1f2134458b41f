/* paint.h: scenes -> the bytes of a file. Painters draw what the scene contains; they neither measure nor move.
 *
 * A paintbox keeps what several files share (a pixel buffer, images of glyphs, the encoder's tables). The same scenes
 * give the same bytes, whatever the box has painted before. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "scene/scene.h"

enum paint_relation { PAINT_DATA, PAINT_SOURCE }; /* what a file is to the document: its data, its original */

struct paint_attachment { /* a file inside the file */
	const char *name, *media_type, *description;
	enum paint_relation relation;
	struct bytes bytes;
};

struct paint_info {           /* what goes into the file beside the picture; what the format cannot say is left out */
	const char *producer; /* "benchbrief 0.1.0" */
	struct date date;     /* instead of the clock: the dataset's, or SOURCE_DATE_EPOCH */
	double pixels_per_point; /* where there are pixels: 2 makes 1920 of 960 pt */
	const char *const *authors;
	size_t n_authors;
	const struct paint_attachment *attachments;
	size_t n_attachments;
};

struct painter; /* painter.h */
struct paintbox;

/* Released with the arena. */
struct paintbox *paintbox_new(struct arena *arena);

/* One page per scene. The bytes belong to the box and hold until its next call. False with a diagnostic if the file
 * cannot be made (several pages where the format holds one, a picture too large, an error inside a library). */
bool paint(struct paintbox *box, const struct painter *painter, const struct scene *const *pages, size_t n_pages,
           const struct paint_info *info, struct bytes *out, struct diags *diags);

/* Gives the last file back, and keeps what files share. */
void paintbox_forget(struct paintbox *box);

#endif
