/* Names over the parts of the first bar, in their colours: nobody has to look for a key. */
#include "chart/lengths.h"
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "words/words.h"

#include <math.h>

static const struct text_block *shape(const struct rows_plan *p, const char *text, enum text_weight weight)
{
	return text_shape(p->request->fonts, text, frame_style(&p->frame, p->look->type.small, weight, false), 0, 0,
	                  p->diags);
}

const struct text_block *rows_part_name(const struct rows_plan *p, const char *text)
{
	return shape(p, text, TEXT_SEMIBOLD);
}

/* The column of bars with parts. */
static size_t column_of(const struct rows_plan *p)
{
	size_t c = 0;
	while (c + 1 < p->n_columns && rows_shown_column(p, c)->form != ROWS_BARS)
		c++;
	return c;
}

/* Over the totals: where the first of them stands, if the names leave room. */
static void place_total(struct rows_plan *p, size_t c, const struct rows_cell *cell, double from)
{
	struct rows_named *total = &p->named[p->table->n_named];
	const struct text_block *b = rows_part_name(p, words_get(p->request->language, WORD_HEAD_TOTAL));
	double x = rows_x(p, c, rows_length(cell)) + p->look->rows.value_gap * p->u;
	x = fmin(x, p->right - b->width);
	if (p->n_columns == 1 && x >= from)
		*total = (struct rows_named){ b, x };
}

bool rows_place_parts(struct rows_plan *p)
{
	size_t c = column_of(p), n = p->table->n_named;
	const struct rows_cell *cell = rows_shown_cell(p, 0, c, 0);
	double from = rows_zero(p, c), sum = 0;
	p->named = arena_alloc(p->arena, n + 1, sizeof *p->named);
	if (!cell->present || cell->n_parts != n || p->rows_a_page < p->n_rows)
		return false;
	for (size_t i = 0; i < n; i++) {
		double start = rows_x(p, c, sum), end = rows_x(p, c, sum += cell->parts[i].value);
		const struct text_block *b = rows_part_name(p, p->table->part_names[i]);
		double x = fmax(start, from);
		bool over = cell->parts[i].value > 0 && x < end && (x == start || x + b->width <= end);
		if (!over || x + b->width > p->right)
			return false;
		p->named[i] = (struct rows_named){ b, x };
		from = x + b->width + length_part_names * p->u;
	}
	place_total(p, c, cell, from);
	return true;
}

void rows_draw_parts(struct rows_page *g, double bottom)
{
	const struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	const struct color ground = p->look->card ? c->panel : c->background;
	for (size_t i = 0; i <= p->table->n_named; i++) {
		const struct rows_named *named = &p->named[i];
		bool part = i < p->table->n_named;
		struct color own = part ? p->table->part_colors[i] : c->ink;
		if (!named->block)
			continue;
		struct scene_item *item =
			scene_add_text(g->scene, part ? ROLE_KEY : ROLE_HEAD,
		                       (struct point){ named->x, bottom - length_head_over * p->u }, named->block,
		                       color_contrast(own, ground) >= readable ? own : c->ink2);
		item->column = part ? (int)i + 1 : 0;
	}
}
