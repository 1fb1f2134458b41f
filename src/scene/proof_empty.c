/* The body as a grid of small cells, each full or empty; then, row by row, the largest rectangle that ends there. */
#include "scene/proof_empty.h"

#include "base/arena.h"
#include "scene/evidence.h"

#include <math.h>
#include <stdint.h>

static const double cell = 3; /* points: finer than the air between lines */

struct raster {
	const struct rect *body;
	size_t columns, rows;
	bool *full; /* [row * columns + column] */
};

static size_t clamped(double at, size_t most)
{
	return at <= 0 ? 0 : at >= (double)most ? most : (size_t)at;
}

static void fill(struct raster *r, struct rect ink)
{
	if (ink.w <= 0 || ink.h <= 0)
		return;
	size_t left = clamped(floor((ink.x - r->body->x) / cell), r->columns),
	       right = clamped(ceil((rect_right(ink) - r->body->x) / cell), r->columns),
	       top = clamped(floor((ink.y - r->body->y) / cell), r->rows),
	       bottom = clamped(ceil((rect_bottom(ink) - r->body->y) / cell), r->rows);
	for (size_t y = top; y < bottom; y++)
		for (size_t x = left; x < right; x++)
			r->full[y * r->columns + x] = true;
}

static void fill_item(struct raster *r, const struct scene_item *item)
{
	switch (item->kind) {
	case SCENE_TEXT:
		for (size_t i = 0; i < item->text.block->n_lines; i++)
			fill(r, text_line_ink(item->text.block, i, item->text.at));
		return;
	case SCENE_PATH:
	case SCENE_IMAGE:
	case SCENE_FIGURE:
		fill(r, scene_ink(item));
		return;
	case SCENE_LINK:
	case SCENE_TARGET:
		return;
	}
}

struct column { /* empty cells that end in the row at hand */
	size_t start, height;
};

static void offer(const struct raster *r, struct proof_empty *best, size_t x, size_t bottom, size_t w, size_t h)
{
	double share = (double)(w * h) / (double)(r->columns * r->rows);
	if (share <= best->share)
		return;
	best->share = share;
	best->where = (struct rect){ r->body->x + (double)x * cell, r->body->y + (double)(bottom - h) * cell,
		                     (double)w * cell, (double)h * cell };
}

/* Heights of the columns that end in this row, from left to right; the stack holds those that still rise. */
static void search_row(const struct raster *r, const size_t *heights, size_t row, struct column *stack,
                       struct proof_empty *best)
{
	size_t n = 0;
	for (size_t x = 0; x <= r->columns; x++) {
		size_t height = x < r->columns ? heights[x] : 0, start = x;
		while (n && stack[n - 1].height >= height) {
			struct column top = stack[--n];
			offer(r, best, top.start, row + 1, x - top.start, top.height);
			start = top.start;
		}
		stack[n++] = (struct column){ start, height };
	}
}

/* Whether an empty cell of this row lies over a full one, or over the edge: elsewhere what ends here ends further down.
 */
static bool ends_here(const struct raster *r, size_t row)
{
	const bool *here = &r->full[row * r->columns], *below = here + r->columns;
	size_t n = 0;
	if (row + 1 == r->rows)
		return true;
	for (size_t x = 0; x < r->columns; x++)
		n += below[x] > here[x];
	return n > 0;
}

struct proof_empty proof_largest_empty(struct arena *arena, const struct scene *page)
{
	const struct rect *body = &page->paper->filled;
	struct raster r = { body, clamped(body->w / cell, SIZE_MAX / 2), clamped(body->h / cell, SIZE_MAX / 2), NULL };
	struct proof_empty best = { { 0, 0, 0, 0 }, 0 };
	struct arena *scratch = arena_new_below(arena);
	r.full = arena_alloc(scratch, r.rows * r.columns + 1, sizeof *r.full);
	for (size_t i = 0; i < page->n_items; i++)
		if (page->items[i].role != ROLE_PAGE && page->items[i].role != ROLE_BACKGROUND)
			fill_item(&r, &page->items[i]);
	size_t *heights = arena_alloc(scratch, r.columns + 1, sizeof *heights);
	struct column *stack = arena_alloc(scratch, r.columns + 2, sizeof *stack);
	for (size_t y = 0; y < r.rows; y++) {
		for (size_t x = 0; x < r.columns; x++)
			heights[x] = r.full[y * r.columns + x] ? 0 : heights[x] + 1;
		if (ends_here(&r, y))
			search_row(&r, heights, y, stack, &best);
	}
	arena_free(scratch);
	return best;
}
