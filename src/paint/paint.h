/* paint.h: scene -> file. Painters draw what stands in the scene; they neither measure nor move.
 *
 * A painter keeps what several pictures share (a pixel buffer, glyph images, the encoder's tables). Same scene, same
 * bytes. */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "base/date.h"
#include "base/file.h"
#include "scene/scene.h"

enum paint_format { PAINT_PNG, PAINT_SVG, PAINT_PDF };

/* By the suffix of a path; false (and no diagnostic) if it is none of the three. */
bool paint_format_of(const char *path, enum paint_format *format);

/* "png", "svg", "pdf". */
const char *paint_suffix(enum paint_format format);

enum paint_relation { PAINT_DATA, PAINT_SOURCE }; /* what a file is to the document: its data, its original */

struct paint_attachment { /* a file inside a PDF */
	const char *name, *mime, *description;
	enum paint_relation relation;
	struct bytes bytes;
};

struct paint_info {                 /* what goes into the file beside the picture */
	const char *producer;       /* "benchbrief 0.1.0" */
	struct date date;           /* stands for the clock: the dataset's, or SOURCE_DATE_EPOCH */
	double pixels_per_point;    /* PNG: 2 makes 1920 of 960 pt */
	const char *const *authors; /* PDF */
	size_t n_authors;
	const struct paint_attachment *attachments; /* PDF */
	size_t n_attachments;
};

struct painter;

struct painter *painter_new(struct arena *arena);

/* One page a scene; PNG and SVG take exactly one. The bytes are the painter's own and hold until its next call. False
 * with a diagnostic if the picture cannot be made (too large, out of memory inside Cairo). */
bool paint(struct painter *painter, enum paint_format format, const struct scene *const *pages, size_t n_pages,
           const struct paint_info *info, struct bytes *out, struct diags *diags);

#endif
