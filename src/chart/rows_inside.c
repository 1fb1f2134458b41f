/* Values in their bars, where many panels stand side by side and values beside the bars would take the room of these;
 * and the one value that stands out where rows are few. */
#include "chart/lengths.h"
#include "chart/rows_plan.h"

#include <math.h>

bool rows_may_hold(const struct rows_plan *p, const struct rows_cell *cell)
{
	bool alone = !cell->whisker && !cell->remark && !cell->annotation && !cell->n_parts;
	return p->close && cell->present && alone && cell->pattern == PATTERN_SOLID && cell->value > 0 &&
	       color_contrast(color_ink_on(cell->color), cell->color) >= readable;
}

double rows_holding(const struct rows_plan *p, const struct rows_shaped *s)
{
	return s->value->width + 2 * length_value_inside * p->u;
}

bool rows_holds(const struct rows_plan *p, size_t column, const struct rows_cell *cell, const struct rows_shaped *s)
{
	return rows_may_hold(p, cell) && rows_x(p, column, cell->value) - rows_zero(p, column) >= rows_holding(p, s);
}

double rows_thick_inside(const struct rows_plan *p)
{
	double tallest = 0;
	for (size_t r = 0; r < p->n_rows && p->close; r++)
		for (size_t c = 0; c < p->n_columns; c++)
			for (size_t k = 0; k < p->table->n_series; k++) {
				const struct rows_shaped *s = rows_shaped_at(p, r, c, k);
				if (!s->value || !rows_may_hold(p, rows_shown_cell(p, r, c, k)))
					continue;
				double middle = p->x_height / 2; /* of its letters above the baseline, and of the bar */
				tallest = fmax(tallest, 2 * fmax(-s->value->ink.y - middle,
				                                 rect_bottom(s->value->ink) + middle));
			}
	return tallest > 0 ? tallest + 2 * length_value_above * p->u : 0;
}

static bool is_bars(const struct rows_column *column)
{
	return column->data && column->form == ROWS_BARS;
}

bool rows_crowd_out(const struct rows_plan *p, double width)
{
	double widest = 0;
	for (size_t c = 0; c < p->n_columns && p->table->n_series == 1; c++)
		for (size_t r = 0; is_bars(rows_shown_column(p, c)) && r < p->n_rows; r++) {
			const struct rows_shaped *s = rows_shaped_at(p, r, c, 0);
			if (s->value && !s->remark)
				widest = fmax(widest, s->value->width + p->look->rows.value_gap * p->u);
		}
	return p->table->n_data_columns > 1 && widest > share_beside * width;
}

void rows_draw_inside(struct rows_page *g, const struct rows_cell *cell, const struct rows_shaped *s,
                      struct rows_spot at)
{
	struct rows_plan *p = g->plan;
	double x = rows_x(p, at.column, cell->value) - length_value_inside * p->u - s->value->width;
	struct point origin = { x, at.middle + p->x_height / 2 };
	struct scene_item *value = scene_add_text(g->scene, ROLE_VALUE, origin, s->value, color_ink_on(cell->color));
	value->datum = at.datum;
	value->value = cell->value;
	value->change = cell->change;
	value->declared_inside = true;
}

bool rows_is_hero(const struct rows_plan *p, size_t column, const struct rows_cell *cell)
{
	const struct rows_table *t = p->table;
	enum rows_form form = rows_shown_column(p, column)->form;
	bool marks = form == ROWS_BARS || form == ROWS_DOTS; /* digits that stack are of one size */
	return marks && cell->strong && p->frame.anchored && t->n_rows <= ROWS_HANDFUL && p->n_columns == 1 &&
	       t->n_series == 1 && !t->lead;
}
