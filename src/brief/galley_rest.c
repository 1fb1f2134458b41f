/* The rows of tables that their slides had no room for: in the appendix, in small type, each under the heading of its
 * slide. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "brief/slides.h"

struct galley_rest {
	struct block *heading, *rows;
	double height; /* below other things on a slide */
	bool set;
};

static double height_of(const struct galley *g, const struct galley_rest *rest)
{
	struct arena *scratch = arena_new_below(g->arena);
	struct galley t = galley_trial(g, slides_scaled(g->arena, g->paper, SLIDE_SCALES), scratch);
	t.merged = true;
	galley_heading(&t, rest->heading);
	galley_add_block(&t, rest->rows);
	galley_tie_headings(&t);
	double height = galley_height(&t) + t.boxes[0]->above;
	arena_free(scratch);
	return height;
}

void galley_rests_add(struct galley_rests *r, struct galley *g, const struct block *heading, struct block *rows)
{
	r->items = arena_grow(g->arena, r->items, &r->room, r->count, sizeof *r->items);
	r->items[r->count++] = (struct galley_rest){ .heading = galley_heading_of_rest(g, heading), .rows = rows };
}

/* A slide of its own has a title above it, too. */
static double left_below(const struct galley *g, const struct galley_rest *rest)
{
	struct galley t = galley_trial(g, g->paper, g->arena);
	struct box box = { .height = 0 };
	return g->paper->body.h - galley_slide_title(&t, &box, &rest->heading->text) - rest->height;
}

static void set(struct galley_rests *r, struct galley *g, struct galley_rest *rest)
{
	const struct paper *usual = g->paper;
	size_t first = g->n_boxes;
	g->merged = rest->height <= r->left;
	r->left = g->merged ? r->left - rest->height : left_below(g, rest);
	g->paper = slides_scaled(g->arena, usual, SLIDE_SCALES);
	g->width = g->paper->measure;
	galley_heading(g, rest->heading);
	galley_add_block(g, rest->rows);
	g->paper = usual;
	g->width = usual->measure;
	g->merged = false;
	rest->set = true;
	for (size_t k = first; k < g->n_boxes; k++)
		g->boxes[k]->appendix = true;
}

/* The first that has room on the slide last set, else the first; NULL: all are set. */
static struct galley_rest *next(const struct galley_rests *r)
{
	struct galley_rest *next = NULL;
	for (size_t i = r->count; i-- > 0;) {
		struct galley_rest *rest = &r->items[i];
		if (!rest->set && (!next || next->height > r->left || rest->height <= r->left))
			next = rest;
	}
	return next;
}

void galley_rests_set(struct galley_rests *r, struct galley *g)
{
	for (size_t i = 0; i < r->count; i++)
		r->items[i].height = height_of(g, &r->items[i]);
	for (struct galley_rest *rest; (rest = next(r));)
		set(r, g, rest);
}
