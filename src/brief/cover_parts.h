/* cover_parts.h: what covers and mastheads draw with. Private to the files of brief/cover.h. */
#ifndef BRIEF_COVER_PARTS_H
#define BRIEF_COVER_PARTS_H

#include "brief/galley.h"

struct brush { /* draws downwards from y */
	struct galley *g;
	struct scene *scene; /* NULL: only measure */
	double x, y, width;
	struct scene_tag *tag;
	const struct scene_origin *origin; /* of what is written; NULL: nobody's */
};

struct text_style cover_style(double size, enum text_weight weight);

/* What is written next is one tag; its author wrote it at this place, if it has a line. */
void brush_begin(struct brush *b, enum scene_tag_kind kind, struct place place);

struct brush_text {
	enum scene_role role;
	const char *text;
	struct text_style style;
	double step;  /* from line to line */
	double below; /* from y to its first baseline */
	bool even;    /* its lines are about equally long */
	struct color color;
};

/* y moves to its last baseline. */
void brush_write(struct brush *b, const struct brush_text *text);

/* How many lines it takes. */
size_t brush_lines(const struct brush *b, const struct brush_text *text);

/* A rule over the width with the look's tag on it, y stays: in looks that colour makers a strip of their colours, and
 * in those without a tag none. */
void brush_rule(struct brush *b);
void brush_tag(struct brush *b);

/* "A and B · 9 April 2026 · Data as of …"; authors: with their names. "" if there is nothing to say. */
const char *cover_byline(struct galley *g, bool authors);

/* Where the first of it is written. */
struct place cover_byline_place(const struct galley *g, bool authors);

/* The logo no wider and higher than `most`, with its left or right edge at x and its foot at y; its size, zero without
 * one. told: it is read out. scene NULL: only measures. */
struct rect brand_logo(struct galley *g, struct scene *scene, struct point at, struct point most, bool right,
                       bool told);

#endif
