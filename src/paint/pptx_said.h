/* pptx_said.h: what a presentation says, read from its parts: once when it is written, so that the file can carry it,
 * and again when it is verified, so that what somebody changed by hand shows. Private to paint/.
 *
 * Read is whatever a reader of the slides sees or hears: texts, alt texts, notes, what layouts add, charts with their
 * numbers, labels and scales, and their workbooks, pictures and where links lead. How programs write it down is not: in
 * which pieces, in which order, under which names of parts. */
#ifndef PAINT_PPTX_SAID_H
#define PAINT_PPTX_SAID_H

#include "base/bytes.h"
#include "base/str.h"

struct arena;

enum pptx_said_kind {
	PPTX_SAID_TEXT,  /* paragraphs, each with a line break behind it */
	PPTX_SAID_ALT,   /* what a figure is called for those who do not see it */
	PPTX_SAID_NOTES, /* of a slide */
	PPTX_SAID_FRAME, /* what the layout and the master of a slide add to it */
	PPTX_SAID_CHART, /* facts: lines of a name, a tab and a value */
	PPTX_SAID_BOOK,  /* likewise, of cells */
	PPTX_SAID_LINK,  /* where links lead, one a line */
	PPTX_SAID_THING, /* something whose content is not read: a picture, which is known by the hash of its bytes */
};
enum { PPTX_SAID_KINDS = PPTX_SAID_THING + 1 };

/* Grows with every change of what is read, or of how it is written down: what one version recorded is not held against
 * what another one reads. */
enum { PPTX_SAID_READING = 2 };

struct pptx_said {
	enum pptx_said_kind kind;
	unsigned slide, shape; /* their ids, which PowerPoint keeps when slides are moved and texts edited */
	const char *name;      /* of the shape */
	const char *text;
};

struct pptx_unread {
	unsigned slide;   /* its id; 0: of all */
	const char *what; /* "chart Figure 1 6" */
};

struct pptx_said_list {
	struct arena *arena;
	struct pptx_said *items; /* slide by slide, in the order in which they are shown */
	size_t n, room;
	unsigned *slides; /* their ids */
	size_t n_slides, slides_room;
	struct pptx_unread *unread; /* what is there and could not be read */
	size_t n_unread, unread_room;
};

/* Adds one. */
void pptx_said_add(struct pptx_said_list *list, const struct pptx_said *said);

struct pptx_source { /* of the parts of a presentation */
	void *of;
	/* The part of that name, which lives as long as the arena. False if there is none. */
	bool (*get)(void *of, struct arena *arena, const char *part, struct bytes *out);
};

/* Adds all that is said. What cannot be read is told, and the rest is read. */
void pptx_said_all(struct pptx_said_list *list, const struct pptx_source *source);

/* As elements of the cargo: <said slide="256" shape="4" of="text" name="Title 4">text</said>. */
void pptx_said_write(struct strbuf *b, const struct pptx_said_list *list);

/* What the attributes of such an element say, without the text. False if it is none. */
bool pptx_said_open(struct arena *arena, const char *name, const char *const *attributes, struct pptx_said *out);

/* ---- pptx_edits.c ---- */

struct paint_found;

/* What of a presentation is not as it carries it. */
void pptx_edits_find(struct arena *arena, const struct pptx_source *source, const struct pptx_said_list *was,
                     struct paint_found *out);

/* ---- pptx_edits_text.c ---- */

/* The text with single spaces, without empty lines, so that it is the same however a program breaks it down. */
const char *pptx_edits_plain(struct arena *arena, const char *text);

/* The next line; their number. */
const char *pptx_edits_line(struct arena *arena, const char **at);
size_t pptx_edits_lines(const char *text);

/* Two values: the same text, or numbers that differ by less than any program writes down. */
bool pptx_edits_same(const char *a, const char *b);

/* ---- pptx_edits_facts.c ---- */

struct pptx_difference {
	const char *name, *was, *is_now; /* NULL: it was added; it is gone */
};

/* Where two texts of facts differ, but for what programs leave out or put in. */
struct pptx_difference *pptx_edits_facts(struct arena *arena, const char *was, const char *now, size_t *n);

#endif
