/* How the results behind a value lie, around its dot: a thick line over the middle of them, a thin one over most, and
 * single runs as small dots below. */
#include "chart/lengths.h"
#include "chart/rows_plan.h"

#include <math.h>

enum { INNER = 1, OUTER }; /* as the scene numbers them */

void rows_spread_extent(const struct scene_spread *s, double *low, double *high)
{
	if (s->outer) {
		*low = fmin(*low, s->outer_low);
		*high = fmax(*high, s->outer_high);
	}
	if (s->inner) {
		*low = fmin(*low, s->inner_low);
		*high = fmax(*high, s->inner_high);
	}
	for (size_t i = 0; i < s->n_runs; i++) {
		*low = fmin(*low, s->runs[i]);
		*high = fmax(*high, s->runs[i]);
	}
}

struct line {
	double low, high, thick;
	int part;
};

static void draw_line(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at, struct line line)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, line.thick * p->u), low = rows_x(p, at.column, line.low),
	       high = rows_x(p, at.column, line.high);
	struct rect rect = { low, frame_snap(p->request, at.middle - thick / 2), high - low, thick };
	struct scene_item *item = scene_add_rect(g->scene, ROLE_SPREAD, rect, cell->color);
	item->datum = at.datum;
	item->scale = g->scales[at.column];
	item->column = line.part;
	item->low = line.low;
	item->high = line.high;
}

/* A thick line shows well beyond the dot: less of it would look like brackets. */
static bool stands_out(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	const struct rows_plan *p = g->plan;
	double x = rows_x(p, at.column, cell->value),
	       least = (length_dot + length_spread_halo + length_spread_shown) * p->u;
	return x - rows_x(p, at.column, cell->spread->inner_low) >= least ||
	       rows_x(p, at.column, cell->spread->inner_high) - x >= least;
}

/* The dot stays apart from a line of its colour. */
static void draw_halo(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	double r = (length_dot + length_spread_halo) * p->u, x = rows_x(p, at.column, cell->value);
	struct scene_item *halo = scene_add(g->scene, SCENE_PATH, ROLE_GRID);
	halo->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                          .rect = { x - r, at.middle - r, 2 * r, 2 * r },
		                          .radius = r,
		                          .pattern = PATTERN_SOLID,
		                          .fill = rows_ground(p) };
}

void rows_draw_spread(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	const struct scene_spread *s = cell->spread;
	if (s->outer)
		draw_line(g, cell, at, (struct line){ s->outer_low, s->outer_high, length_spread_thin, OUTER });
	if (s->inner)
		draw_line(g, cell, at, (struct line){ s->inner_low, s->inner_high, length_spread_thick, INNER });
	if (s->inner && stands_out(g, cell, at))
		draw_halo(g, cell, at);
}

void rows_draw_runs(struct rows_page *g, const struct rows_cell *cell, struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	double r = length_run * p->u, y = at.middle + length_run_below * p->u;
	for (size_t i = 0; i < cell->spread->n_runs; i++) {
		double x = rows_x(p, at.column, cell->spread->runs[i]);
		struct scene_item *run = scene_add(g->scene, SCENE_PATH, ROLE_RUN);
		run->datum = at.datum;
		run->scale = g->scales[at.column];
		run->value = cell->spread->runs[i];
		run->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
			                         .rect = { x - r, y - r, 2 * r, 2 * r },
			                         .radius = r,
			                         .pattern = PATTERN_SOLID,
			                         .fill = cell->strong ? cell->color : p->look->palette.ink3 };
	}
}

void rows_reach_runs(const struct rows_plan *p, const struct rows_cell *cell, size_t column, double *low, double *high)
{
	for (size_t i = 0; cell->spread && i < cell->spread->n_runs; i++) {
		double run = rows_x(p, column, cell->spread->runs[i]);
		*low = fmin(*low, run - length_run * p->u);
		*high = fmax(*high, run + length_run * p->u);
	}
}
