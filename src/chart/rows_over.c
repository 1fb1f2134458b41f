/* Names over their bars, in a figure that is too narrow for both side by side. */
#include "chart/rows_plan.h"

#include "chart/lengths.h"

#include <math.h>

/* One value to a name, in a figure so narrow that beside each other neither has room. */
bool rows_stand_over(const struct rows_plan *p)
{
	const struct rows_table *t = p->table;
	return p->request->inset &&
	       (p->request->over ||
	        p->request->width < (t->names_over > 0 ? t->names_over : length_names_over) * p->u) &&
	       (t->n_columns == 1 || p->request->over) && t->n_series == 1 && !t->rules && !t->groups &&
	       (rows_shown_column(p, 0)->form == ROWS_BARS || rows_shown_column(p, 0)->form == ROWS_DOTS);
}

double rows_bar_over(const struct rows_plan *p)
{
	return frame_snap_length(p->request, length_bar_over * p->u);
}

/* Above the values, however far their letters and those of the names reach. */
double rows_name_over(const struct rows_plan *p)
{
	double below = 0, up = 0, down = 0;
	for (size_t i = 0; i < p->n_rows; i++) {
		const struct rows_line *l = &p->lines[i];
		below = fmax(below, rows_below(l->name) - l->name->lines[l->name->n_lines - 1].baseline);
		if (l->variant)
			below = fmax(below,
			             rows_below(l->variant) - l->variant->lines[l->variant->n_lines - 1].baseline);
		rows_reach_cells(p, i, &up, &down);
	}
	return fmax(rows_bar_over(p) / 2 + length_name_over * p->u, below + up + length_lines_air * p->u);
}

/* So that a name is clearly nearer to its own bar than to the one above. */
double rows_pitch_over(const struct rows_plan *p)
{
	double near = 0, half = rows_bar_over(p) / 2;
	for (size_t i = 0; i < p->n_rows; i++) {
		const struct rows_line *l = &p->lines[i];
		double lines = l->name->lines[l->name->n_lines - 1].baseline, below = rows_variant_end(p, l);
		near = fmax(near, p->name_over - half + below + (l->name->ascent - l->name->descent + lines) / 2);
	}
	return 2 * half + near * share_rows_over;
}
