/* pptx_said.h: what the shapes of a presentation say, read from its parts: once when it is written, so that the file
 * can carry it, and again when it is verified, so that what somebody changed by hand shows. Private to paint/. */
#ifndef PAINT_PPTX_SAID_H
#define PAINT_PPTX_SAID_H

#include "base/bytes.h"
#include "base/str.h"

struct arena;

struct pptx_said {
	unsigned slide, shape; /* their ids, which stay when slides are moved and texts edited */
	const char *text;      /* its paragraphs, each with a line break behind it */
};

struct pptx_said_list {
	struct arena *arena;
	struct pptx_said *items;
	size_t n, room;
	unsigned *slides; /* their ids, in the order in which they are shown */
	size_t n_slides, slides_room;
};

/* Adds one. */
void pptx_said_add(struct pptx_said_list *list, unsigned slide, unsigned shape, const char *text);

struct pptx_source { /* of the parts of a presentation */
	void *of;
	/* The part of that name, which lives as long as the arena. False if there is none. */
	bool (*get)(void *of, struct arena *arena, const char *part, struct bytes *out);
};

/* Adds all shapes of all slides; of a chart its values, and the rows of its workbook. False if it is no presentation.
 */
bool pptx_said_all(struct pptx_said_list *list, const struct pptx_source *source);

/* As elements of the cargo: <shape slide="256" id="4">text</shape>. */
void pptx_said_write(struct strbuf *b, const struct pptx_said_list *list);

/* ---- pptx_edits.c ---- */

struct paint_found;

/* What numbers of a presentation are no longer as it carries them. */
void pptx_edits_find(struct arena *arena, const struct pptx_source *source, const struct pptx_said_list *was,
                     struct paint_found *out);

#endif
