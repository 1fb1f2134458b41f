/* scene.h: the finished layout of one page: items at fixed positions.
 *
 * Charts and briefings make scenes; painters draw them without measuring or moving anything; proof.h checks them
 * before. Items are drawn in their order. A scene and all it points to lives on one arena, except text blocks, which
 * belong to their font set. Lengths are points, the origin is the page's top left corner. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "scene/document.h"
#include "scene/item.h"

enum { SCENE_TITLE_WORDS = 14 }; /* at most; a name is one */

struct arena;
struct scene_evidence;
struct scene_paper;

struct scene {
	double width, height;
	double u;         /* size of label text */
	double text_min;  /* smallest text allowed on this medium */
	double pixel;     /* one device pixel in points, 0 where there is none */
	struct rect safe; /* nothing but the background and panels reaches outside */
	struct color background;
	bool transparent;   /* the background is not painted: it is what contrasts are judged against */
	struct color muted; /* the grey of context, which stands for no category */
	struct color pale;  /* the same of bars: only where a value stands beside */
	struct scene_item *items;
	size_t n_items, capacity;
	struct scene_document document;
	struct rect aside;               /* what a chart leaves free at the right of its plot; no width: nothing */
	const struct scene_paper *paper; /* of a page of a briefing; NULL: a chart by itself */
	struct scene_evidence *evidence; /* empty at first */
	struct arena *arena;
};

struct scene *scene_new(struct arena *arena, double width, double height);

/* Makes room for items that are about to be added, in one piece. */
void scene_reserve(struct scene *scene, size_t more);

/* A new item at the end: zero except for its kind and role, without datum and scale. Fill it in before the next is
 * added. */
struct scene_item *scene_add(struct scene *scene, enum scene_kind kind, enum scene_role role);

/* Shorthands for what is drawn most. They return the item, for datum and value to be set. */
struct scene_item *scene_add_rect(struct scene *scene, enum scene_role role, struct rect rect, struct color fill);
struct scene_item *scene_add_line(struct scene *scene, enum scene_role role, struct point from, struct point to,
                                  double width, struct color color);
struct scene_item *scene_add_text(struct scene *scene, enum scene_role role, struct point at,
                                  const struct text_block *block, struct color color);

/* The place where a text was written, for its item; NULL if the line is 0. */
const struct scene_origin *scene_origin_new(struct arena *arena, int line, int column);

/* How large a FIGURE is painted. */
double scene_figure_scale(const struct scene_item *item);

/* Moves an item by (x, y), whatever its kind. */
void scene_item_move(struct scene_item *item, double x, double y);

/* The parts of a run that have one colour each, in reading order: the next one from *at, which starts at 0 and moves
 * past it. False at the end of the run. The whole run where there are no tints. */
bool scene_tinted(const struct scene_text *text, const struct text_run *run, size_t *at, struct text_run *part,
                  struct color *color);

/* Where an item puts ink (strokes included), and for text its logical box (ascent to descent, advance widths). */
struct rect scene_ink(const struct scene_item *item);
struct rect scene_logical(const struct scene_item *item);

/* The scene as text, one line per item, lengths to 1/100 point: for tests and for `--format scene`. On the arena. */
char *scene_dump(struct arena *arena, const struct scene *scene);

#endif
