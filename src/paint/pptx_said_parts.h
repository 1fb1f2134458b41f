/* pptx_said_parts.h: a presentation while its parts are read, one at a time. Private to paint/pptx_said*.c. */
#ifndef PAINT_PPTX_SAID_PARTS_H
#define PAINT_PPTX_SAID_PARTS_H

#include "base/map.h"
#include "paint/pptx_said.h"

struct xml_reader;

struct relation {
	const char *id, *type, *target; /* type: the last word of its address */
	bool outside;                   /* of the package */
};

struct relations { /* of a part */
	struct arena *arena;
	const char *part;
	struct relation *items;
	size_t n, room;
};

struct saying { /* of all slides */
	struct pptx_said_list *list;
	const struct pptx_source *source;
	unsigned slide;
	struct map frames; /* part of a layout or a master -> what it adds; "" for nothing */
};

/* False if it is not there or is no XML. */
bool pptx_said_part(const struct saying *s, const char *part, const struct xml_reader *reader, void *closure);

/* Those of a part; none if it has none. */
struct relations pptx_said_relations(const struct saying *s, const char *part);

/* The part that the relation of this id, or the first of this type, leads to; the other is NULL. NULL if there is
 * none. */
const char *pptx_said_related(const struct relations *relations, const char *id, const char *type);

/* The address outside the package that it leads to. NULL: none. */
const char *pptx_said_outside(const struct relations *relations, const char *id);

/* Says that something of the slide could not be read: "chart", "Figure 1 6". */
void pptx_said_unread(const struct saying *s, const char *what, const char *name);

/* ---- pptx_said_thing.c ---- */

/* "a picture, 0123456789ab", by its bytes, for the relation of this id. NULL if it cannot be read. */
const char *pptx_said_picture(const struct saying *s, const struct relations *relations, const char *id);

/* Adds what belongs to a slide and is of a kind that is not read: a diagram, a film. */
void pptx_said_things(const struct saying *s, const struct relations *relations);

/* ---- pptx_said_chart.c ---- */

/* Adds the facts of a chart and the cells of its workbook, of a shape whose id and name are those of like. */
void pptx_said_chart(const struct saying *s, const char *part, const struct pptx_said *like);

#endif
