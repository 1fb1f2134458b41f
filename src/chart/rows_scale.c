/* What the scales of rows reach from and to. */
#include "chart/reference.h"
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/lengths.h"

#include <math.h>

void rows_extent(const struct rows_cell *cell, bool dots, double *low, double *high)
{
	*low = dots ? cell->value : fmin(0, rows_length(cell));
	*high = dots ? cell->value : fmax(0, rows_length(cell));
	if (cell->whisker) {
		*low = fmin(*low, cell->low);
		*high = fmax(*high, cell->high);
	}
	if (cell->spread)
		rows_spread_extent(cell->spread, low, high);
	for (size_t i = 0; i < cell->n_others; i++) {
		*low = fmin(*low, cell->others[i]);
		*high = fmax(*high, cell->others[i]);
	}
}

/* Room that all cells of a measure need on both sides of zero (of the domain's low end, for dots). */
static void needs(const struct rows_plan *p, size_t measure, double per_unit, double *left, double *right)
{
	const struct rows_scale *scale = &p->scales[measure];
	double dot = scale->dots ? length_dot_room * p->u : 0;
	*left = dot;
	*right = 0;
	for (size_t c = 0; c < p->n_columns; c++) {
		if (!rows_on_measure(p, c, measure))
			continue;
		for (size_t r = 0; r < p->n_rows; r++)
			for (size_t s = 0; s < p->table->n_series; s++) {
				const struct rows_cell *cell = rows_shown_cell(p, r, c, s);
				double low = 0, high = 0, words = rows_beside(p, cell, rows_shaped_at(p, r, c, s));
				if (cell->present)
					rows_extent(cell, scale->dots, &low, &high);
				bool negative = cell->present && !scale->dots && cell->value < 0,
				     placed = scale->dots && cell->present;
				double base = placed ? rows_along(scale, scale->low) : 0;
				low = placed ? rows_along(scale, low) : low;
				high = placed ? rows_along(scale, high) : high;
				if (rows_may_hold(p, cell) &&
				    high * per_unit >= rows_holding(p, rows_shaped_at(p, r, c, s)))
					words = 0;
				*left = fmax(*left, -(low - base) * per_unit + (negative ? words : dot));
				*right = fmax(*right, (high - base) * per_unit + (negative ? 0 : words) + dot);
			}
	}
}

static void settle_domain(struct rows_plan *p, size_t measure)
{
	struct rows_scale *scale = &p->scales[measure];
	scale->used = false;
	for (size_t c = 0; c < p->n_columns; c++) {
		if (!rows_on_measure(p, c, measure))
			continue;
		scale->dots = rows_shown_column(p, c)->form == ROWS_DOTS;
		for (size_t r = 0; r < p->n_rows; r++)
			for (size_t s = 0; s < p->table->n_series; s++) {
				const struct rows_cell *cell = rows_shown_cell(p, r, c, s);
				double low, high;
				if (!cell->present)
					continue;
				rows_extent(cell, scale->dots, &low, &high);
				scale->low = scale->used ? fmin(scale->low, low) : low;
				scale->high = scale->used ? fmax(scale->high, high) : high;
				scale->used = true;
			}
	}
	for (size_t c = 0; c < p->n_columns && scale->used; c++)
		if (rows_on_measure(p, c, measure) && rows_has_references(p, c))
			reference_widen(p->request, &scale->low, &scale->high);
	double span = scale->high - scale->low;
	if (!scale->used || !scale->dots)
		return;
	scale->logarithmic = p->words.logarithmic;
	if (scale->logarithmic) {
		struct axis axis = axis_log(scale->low, scale->high, 0);
		scale->low = axis.low;
		scale->high = span > 0 ? scale->high : axis.high;
		return;
	}
	if (span > 0)
		scale->low -= span * share_axis_air;
	else
		axis_around(scale->low, &scale->low, &scale->high);
}

/* The longest bars that leave room for every value: the need grows with the scale, so bisection finds it. */
static bool settle_scale(struct rows_plan *p, size_t measure)
{
	struct rows_scale *scale = &p->scales[measure];
	double width = HUGE_VAL, left, right;
	for (size_t c = 0; c < p->n_columns; c++)
		if (rows_on_measure(p, c, measure))
			width = fmin(width, p->n_columns == 1 ? p->right - p->plot_left : p->places[c].width);
	width -= p->request->pixel; /* so that zero and bars can move to whole pixels */
	double span = scale->dots ? rows_along(scale, scale->high) - rows_along(scale, scale->low)
	                          : fmax(scale->high, -scale->low);
	needs(p, measure, 0, &left, &right);
	if (left + right > width - length_bar_least_alone * p->u) {
		diag_add(p->diags, DIAG_ERROR, place_file(NULL), "choose a larger --size or shorter names",
		         "names and values leave no room for the bars");
		return false;
	}
	double least = 0, most = span > 0 ? width / span : 1;
	for (int i = 0; i < 60; i++) {
		double middle = (least + most) / 2;
		needs(p, measure, middle, &left, &right);
		if (left + right <= width)
			least = middle;
		else
			most = middle;
	}
	scale->per_unit =
		p->request->per_unit_most > 0 && !scale->dots ? fmin(least, p->request->per_unit_most) : least;
	needs(p, measure, least, &left, &right);
	scale->left = left;
	return true;
}

bool rows_settle_scales(struct rows_plan *p)
{
	p->scales = arena_alloc(p->arena, p->table->n_measures + 1, sizeof *p->scales);
	for (size_t m = 0; m < p->table->n_measures; m++) {
		bool here = false;
		for (size_t c = 0; c < p->n_columns; c++)
			here |= rows_on_measure(p, c, m);
		if (!here)
			continue;
		settle_domain(p, m);
		if (!settle_scale(p, m))
			return false;
	}
	return true;
}
