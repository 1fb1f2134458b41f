/* tag.h: what a document consists of, for those who do not see its pages: a tree of headings, paragraphs, tables.
 *
 * An item of a scene points to the tag whose content it is; those without one are furniture: rules, grounds, headers
 * and footers of pages. The reading order is the order in which tags are made, wherever their items are; items of
 * one tag may be on several pages. */
#ifndef SCENE_TAG_H
#define SCENE_TAG_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum scene_tag_kind {
	TAG_DOCUMENT, /* the root */
	TAG_GROUP,    /* set apart from the text */
	TAG_TITLE,
	TAG_HEADING,
	TAG_PARAGRAPH,
	TAG_QUOTE,
	TAG_CODE,
	TAG_LIST, /* of items, each a label (but bullets) and a body */
	TAG_ITEM,
	TAG_LABEL,
	TAG_BODY,
	TAG_TABLE, /* of rows of heads and cells */
	TAG_ROW,
	TAG_HEAD,
	TAG_CELL,
	TAG_FIGURE,
	TAG_CAPTION,
	TAG_CONTENTS, /* of entries */
	TAG_ENTRY,
	TAG_REFERENCE, /* to a footnote, to a page */
	TAG_NOTE,
	TAG_LINK,
	TAG_SPAN,
};

enum scene_list {
	LIST_MARKED, /* by bullets, which are no content */
	LIST_NUMBERED,
	LIST_BARE, /* its items have no mark, or words for it */
};

struct scene_tag {
	enum scene_tag_kind kind;
	int level;                      /* HEADING: as written, from 1 */
	bool of_row;                    /* HEAD: names its row, not its column */
	enum scene_list list;           /* LIST */
	const char *alt;                /* FIGURE: what it says. LINK: where it leads to */
	const char *actual;             /* what its content reads; NULL: as drawn */
	const char *language;           /* of its content; NULL: that of what it is inside */
	const struct scene_tag *inside; /* its parent */
	struct scene_tag *first, *last, *next;
	size_t number; /* in its tree, from 0 */
	size_t *made;  /* of the tree: how many there are */
};

/* Added after the children that parent already has; NULL parent: the root of a new document. */
struct scene_tag *scene_tag_new(struct arena *arena, struct scene_tag *parent, enum scene_tag_kind kind);

/* The next of its tree in the order of reading, from the root on; NULL past the end. */
const struct scene_tag *scene_tag_next(const struct scene_tag *tag);

const struct scene_tag *scene_tag_root(const struct scene_tag *tag);

#endif
