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

struct look;
struct painter; /* painter.h */

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
	const char *record;      /* what the file says, for whoever checks it later: JSON of the press; NULL: none */
	double pixels_most;      /* of a page; 0: any number */
	const struct look *look; /* that pages are set in: what its colours and fonts are called */
	bool shapes;             /* charts are shapes where the format has charts of its own */
};

/* Where attachments are held, the record is one of them; whoever lists them adds it under this name. */
extern const char paint_record_name[];

enum paint_seal { PAINT_UNSEALED, PAINT_WHOLE, PAINT_ALTERED }; /* since it was written; see seal.h */

struct paint_edit {               /* something that is not as it was written, in the text around it */
	const char *where;        /* "slide 3, Title 4" */
	const char *was, *is_now; /* NULL: it was added; it is gone; both: it cannot be read */
};

struct paint_found { /* what a file carries */
	const struct painter *painter;
	struct bytes record; /* size 0: none */
	enum paint_seal seal;
	const struct paint_edit *edits; /* of a format whose texts others edit */
	size_t n_edits, n_texts;        /* n_texts: how many texts were held against what was written */
	bool texts_elsewhere;           /* another version recorded them in its own way: none were */
};

struct paintbox;

/* Released with the arena. */
struct paintbox *paintbox_new(struct arena *arena);

/* A file, page by page: a scene may be given back once it is painted, but not the tags that its items are content of,
 * nor info before the end. NULL or false with a diagnostic if the file cannot be made. */
struct painting;
struct painting *paint_begin(struct paintbox *box, const struct painter *painter, size_t n_pages,
                             const struct paint_info *info, struct diags *diags);
bool paint_page(struct painting *painting, const struct scene *scene);
bool paint_end(struct painting *painting, struct bytes *out);

/* One page per scene. The bytes belong to the box and hold until its next call. False with a diagnostic if the file
 * cannot be made (several pages where the format holds one, a picture too large, an error inside a library). */
bool paint(struct paintbox *box, const struct painter *painter, const struct scene *const *pages, size_t n_pages,
           const struct paint_info *info, struct bytes *out, struct diags *diags);

/* What a file of any format carries, on the arena. False if no painter makes files that begin like this one; a
 * diagnostic only if a library is missing. */
bool paint_recover(struct arena *arena, struct bytes file, struct paint_found *out, struct diags *diags);

/* Gives the last file back, and keeps what files share. */
void paintbox_forget(struct paintbox *box);

#endif
