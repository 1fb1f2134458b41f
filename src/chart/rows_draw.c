/* Pages of rows: heads, scales, rules and baselines around the cells, and what a page says of itself. */
#include "chart/reference.h"
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/axis.h"
#include "chart/lengths.h"
#include "scene/evidence.h"
#include "words/words.h"

#include <math.h>

/* ---- the page ---- */

static bool on_page(const struct rows_page *g, size_t column)
{
	size_t band = g->plan->places[column].band;
	return band >= g->band && band < g->band + g->n_bands;
}

static void describe_datum(struct rows_page *g, size_t row, size_t column, size_t series, int datum)
{
	struct rows_plan *p = g->plan;
	const struct rows_cell *cell = rows_shown_cell(p, row, column, series);
	const struct rows_column *of = rows_shown_column(p, column);
	size_t place = 0;
	for (size_t c = 0; c < p->columns[column]; c++)
		place += p->table->columns[c].data;
	g->scene->evidence->data[datum] =
		(struct scene_datum){ .name = p->table->labels[p->rows[row]].full,
		                      .of_all = p->rows[row],
		                      .column = of->name,
		                      .series = p->table->series ? p->table->series[series] : NULL,
		                      .row = row - g->row,
		                      .place = place,
		                      .measure = of->measure,
		                      .by_position = of->form == ROWS_DOTS,
		                      .marked = of->form == ROWS_BARS || of->form == ROWS_DOTS,
		                      .present = cell->present,
		                      .value = cell->value,
		                      .places = cell->places,
		                      .rank = cell->rank,
		                      .last = p->table->labels[p->rows[row]].last,
		                      .tied = cell->tied,
		                      .level = cell->level,
		                      .claimed = cell->claimed,
		                      .interval = cell->present && (cell->whisker || cell->interval),
		                      .spread = cell->present ? cell->spread : NULL };
}

/* A label belongs to the first datum of its row in the band. */
static void draw_row(struct rows_page *g, size_t row, size_t band, double top, int *next)
{
	struct rows_plan *p = g->plan;
	size_t n_series = p->table->n_series;
	double block = p->bar + p->step * (double)(n_series - 1);
	/* Snapped on its own: a half-pixel difference from row to row would show. */
	double first = top + frame_snap(p->request, (p->pitch - block) / 2 - half_pixel_down) + p->bar / 2 + p->lift;
	bool labelled = false;
	if (p->table->rules)
		first = top + p->pitch / 2;
	for (size_t c = 0; c < p->n_columns; c++) {
		if (p->places[c].band != band)
			continue;
		for (size_t s = 0; s < n_series; s++) {
			bool data = rows_shown_column(p, c)->data;
			struct rows_spot at = { c, first + p->step * (double)s, data ? *next : SCENE_NO_DATUM, row };
			if (data) {
				describe_datum(g, row, c, s, *next);
				if (!labelled)
					rows_draw_label(g, row, first + p->step * (double)(n_series - 1) / 2, *next);
				labelled = true;
				++*next;
			}
			rows_draw_cell(g, row, s, at, top);
		}
	}
}

/* Centred on zero for bars that go both ways; otherwise starting at zero. */
static double head_x(const struct rows_plan *p, size_t column)
{
	const struct rows_place *place = &p->places[column];
	double zero = rows_zero(p, column);
	if (p->scales[rows_shown_column(p, column)->measure].left < length_two_sided * p->u)
		return zero;
	double last = place->x + place->width - place->head->width;
	return fmax(place->x, fmin(zero - place->head->width / 2, last));
}

static void draw_head(struct rows_page *g, size_t column, double bottom)
{
	struct rows_plan *p = g->plan;
	const struct rows_place *place = &p->places[column];
	enum rows_form form = rows_shown_column(p, column)->form;
	if (!place->head)
		return;
	bool quiet = form == ROWS_NUMBERS || form == ROWS_WORDS;
	double last = place->head->lines[place->head->n_lines - 1].baseline;
	double baseline = bottom - length_head_over * p->u - (form == ROWS_DOTS ? length_ticks_over * p->u : 0) - last;
	struct color ink = quiet ? p->look->palette.ink2 : p->look->palette.ink;
	if (form != ROWS_NUMBERS && form != ROWS_HEAT) {
		double x = form == ROWS_BARS ? head_x(p, column) : place->x;
		scene_add_text(g->scene, ROLE_HEAD, (struct point){ x, baseline }, place->head, ink);
		return;
	}
	const struct text_block *block = text_align(p->request->fonts, place->head, form == ROWS_NUMBERS ? 1 : 0.5);
	double x = form == ROWS_NUMBERS ? place->x + place->numbers - block->width
	                                : place->x + (place->width - block->width) / 2;
	scene_add_text(g->scene, ROLE_HEAD, (struct point){ x, baseline }, block, ink);
}

static void draw_ticks(struct rows_page *g, size_t column, double bottom)
{
	struct rows_plan *p = g->plan;
	const struct rows_column *of = rows_shown_column(p, column);
	const struct rows_scale *scale = &p->scales[of->measure];
	int magnitude = p->table->measures[of->measure].magnitude;
	struct axis axis = scale->logarithmic ? axis_log_within(scale->low, scale->high, magnitude)
	                                      : axis_within(scale->low, scale->high, magnitude);
	axis.unit = p->table->measures[of->measure].unit;
	double u = p->u, thin = frame_snap_length(p->request, length_scale * u), end = p->places[column].x - u;
	double y = frame_snap(p->request, bottom - length_scale_over * u), left = p->places[column].x,
	       right = rows_x(p, column, scale->high);
	if (scale->per_unit <= 0)
		return;
	scene_add_rect(g->scene, ROLE_AXIS, (struct rect){ left, y, right - left, thin }, p->look->palette.ink3);
	for (size_t i = 0; i < axis.n_ticks; i++) {
		double x = rows_x(p, column, axis.ticks[i]);
		const struct text_block *b =
			text_shape(p->request->fonts, axis_tick(p->arena, &axis, p->request->language, i),
		                   frame_style(&p->frame, p->look->type.small, TEXT_REGULAR, true), 0, 0, p->diags);
		if (x - b->width / 2 < end + length_ticks_apart * u || x + b->width / 2 > p->right)
			continue;
		end = x + b->width / 2;
		scene_add_rect(g->scene, ROLE_AXIS,
		               (struct rect){ frame_snap(p->request, x - thin / 2), y, thin,
		                              frame_snap_length(p->request, length_tick * u) },
		               p->look->palette.ink3);
		scene_add_text(g->scene, ROLE_TICK, (struct point){ x - b->width / 2, y - length_tick_over * u }, b,
		               p->look->palette.ink3);
	}
}

static void describe_scales(struct rows_page *g, double top)
{
	struct rows_plan *p = g->plan;
	struct scene *scene = g->scene;
	scene->evidence->scales = arena_alloc(p->arena, p->n_columns + 1, sizeof *scene->evidence->scales);
	for (size_t c = 0; c < p->n_columns; c++) {
		const struct rows_column *column = rows_shown_column(p, c);
		g->scales[c] = SCENE_NO_SCALE;
		if (!on_page(g, c) || (column->form != ROWS_BARS && column->form != ROWS_DOTS))
			continue;
		const struct rows_scale *scale = &p->scales[column->measure];
		double from = scale->dots ? rows_along(scale, scale->low) : 0;
		double width = p->n_columns == 1 ? p->right - p->plot_left : p->places[c].width;
		size_t in_page = p->places[c].band - g->band;
		double y = top + (g->tall + g->apart) * (double)in_page;
		g->scales[c] = (int)scene->evidence->n_scales;
		scene->evidence->scales[scene->evidence->n_scales++] =
			(struct scene_scale){ .zero = rows_zero(p, c) - scale->per_unit * from,
			                      .per_unit = scale->per_unit,
			                      .positions = scale->dots,
			                      .logarithmic = scale->logarithmic,
			                      .asked = p->request->log == CHART_LOG_ALWAYS,
			                      .measure = p->table->shares ? -1 : column->measure,
			                      .low = scale->low,
			                      .high = scale->high,
			                      .unit = p->table->shares ? &unit_percent
			                                               : p->table->measures[column->measure].unit,
			                      .plot = { p->places[c].x, y, width, g->tall },
			                      .rows = { p->places[c].x, frame_snap(p->request, y + p->head_height),
			                                width, rows_tall(p, p->pitch, g->row, g->n_rows) } };
	}
}

/* Of the columns of data, in their order; NULL if none has shaded fields. */
static const struct scene_shade *shades_of(const struct rows_plan *p)
{
	const struct rows_table *t = p->table;
	struct scene_shade *shades = arena_alloc(p->arena, t->n_columns + 1, sizeof *shades);
	size_t n = 0;
	bool any = false;
	for (size_t c = 0; c < t->n_columns; c++) {
		any |= t->columns[c].shade != NULL;
		if (t->columns[c].data && t->columns[c].shade)
			shades[n] = *t->columns[c].shade;
		n += t->columns[c].data;
	}
	return any ? shades : NULL;
}

static const struct scene_top *tops_of(const struct rows_plan *p)
{
	const struct rows_table *t = p->table;
	struct scene_top *tops = arena_alloc(p->arena, t->n_columns + 1, sizeof *tops);
	size_t n = 0;
	bool any = false;
	for (size_t c = 0; c < t->n_columns; c++) {
		any |= t->columns[c].top != NULL;
		if (t->columns[c].data && t->columns[c].top)
			tops[n] = *t->columns[c].top;
		n += t->columns[c].data;
	}
	return any ? tops : NULL;
}

static void describe(struct rows_page *g, double top)
{
	struct rows_plan *p = g->plan;
	struct scene *scene = g->scene;
	size_t here = 0, shown = 0;
	for (size_t c = 0; c < p->n_columns; c++) {
		bool data = rows_shown_column(p, c)->data;
		shown += data;
		here += data && on_page(g, c);
	}
	scene->evidence->n_data = g->n_rows * here * p->table->n_series;
	scene->evidence->data = arena_alloc(p->arena, scene->evidence->n_data + 1, sizeof *scene->evidence->data);
	scene->evidence->rows = (struct scene_extent){ p->table->n_rows, g->n_rows, p->n_rows - g->n_rows,
		                                       p->table->n_rows - p->n_rows };
	scene->evidence->columns = (struct scene_extent){ p->table->n_columns_known, here, shown - here,
		                                          p->table->n_columns_known - shown };
	scene->evidence->sorted = p->table->sorted;
	scene->evidence->bold_best = p->table->bold_best;
	scene->evidence->rows_counted = p->table->rows_counted;
	scene->evidence->parts = p->table->parts;
	scene->evidence->n_parts = p->table->n_parts;
	scene->evidence->part_titles = p->table->part_titles;
	scene->evidence->shares = p->table->shares;
	scene->evidence->higher = p->words.higher;
	scene->evidence->lower = p->words.lower;
	scene->evidence->names = p->table->names;
	scene->evidence->known = p->known;
	scene->evidence->n_known = p->n_known;
	scene->evidence->n_names = p->table->n_names;
	scene->evidence->measures = p->table->measures;
	scene->evidence->shades = shades_of(p);
	scene->evidence->tops = tops_of(p);
	scene->evidence->n_measures = p->table->n_measures;
	describe_scales(g, top);
}

static void draw_rule(struct rows_page *g, double y, double width, struct color color, enum scene_role role)
{
	struct rows_plan *p = g->plan;
	double h = frame_snap_length(p->request, width * p->u),
	       x = frame_snap(p->request, p->look->card ? p->chip_x : p->left);
	scene_add_rect(g->scene, role,
	               (struct rect){ x, frame_snap(p->request, y), frame_snap(p->request, p->right) - x, h }, color);
}

/* Beside the rows from..to, which nothing is left out between. */
static void draw_baseline(struct rows_page *g, size_t column, double top, size_t n)
{
	struct rows_plan *p = g->plan;
	const struct look_rows *m = &p->look->rows;
	double thick = frame_snap_length(p->request, m->baseline * p->u);
	double block = p->bar + p->step * (double)(p->table->n_series - 1);
	double edge = (p->pitch - block) / 2 - m->baseline_over * (p->over ? 0.5 : 1) * p->u;
	scene_add_rect(g->scene, ROLE_BASELINE,
	               (struct rect){ rows_zero(p, column) - thick, frame_snap(p->request, top + edge), thick,
	                              frame_snap(p->request, p->pitch * (double)n - 2 * edge) },
	               p->look->card ? p->look->palette.ink2 : p->look->palette.ink);
}

/* A row of the page has something between it and the one above. */
static bool is_parted(const struct rows_page *g, size_t i)
{
	return g->plan->left_out[g->row + i] || rows_is_headed(g->plan, g->row, g->row + i);
}

/* Interrupted where rows are left out, between groups, and by names over bars. */
static void draw_baselines(struct rows_page *g, size_t column, double first)
{
	const struct rows_plan *p = g->plan;
	for (size_t from = 0, to; from < g->n_rows; from = to) {
		for (to = from + 1; to < g->n_rows && !is_parted(g, to) && !p->over; to++)
			;
		draw_baseline(g, column, first + rows_tall(p, p->pitch, g->row, from + 1) - p->pitch, to - from);
	}
}

static void draw_rules(struct rows_page *g, double first)
{
	struct rows_plan *p = g->plan;
	const struct palette *c = &p->look->palette;
	double rows = rows_tall(p, p->pitch, g->row, g->n_rows);
	for (size_t i = 0; i < g->n_rows; i++) {
		double top = rows_tall(p, p->pitch, g->row, i + 1) - p->pitch,
		       gap = p->left_out[g->row + i] ? p->gap : 0;
		if (top > 0)
			draw_rule(g, first + top, length_rule_between, c->grid, ROLE_GRID);
		if (gap > 0 && top > gap)
			draw_rule(g, first + top - gap, length_rule_between, c->grid, ROLE_GRID);
	}
	draw_rule(g, first - length_rule_under_head * p->u / 2, length_rule_under_head,
	          p->look->card ? c->ink2 : c->ink, ROLE_RULE);
	draw_rule(g, first + rows, length_rule_end, p->look->card ? c->ink3 : c->ink, ROLE_RULE);
}

/* The same rank is printed beside both rows. */
static bool share_rank(const struct rows_plan *p, size_t row, size_t other)
{
	const struct rows_cell *a = rows_shown_cell(p, row, 0, 0), *b = rows_shown_cell(p, other, 0, 0);
	return rows_line_at(p, row)->rank && a->present && b->present && a->rank && a->rank == b->rank &&
	       p->table->labels[p->rows[row]].last == p->table->labels[p->rows[other]].last;
}

/* From the first of rows that tie to past the last, without air: where their bars are, or their names over them. */
static void tie_span(const struct rows_page *g, double first, size_t from, size_t to, double *top, double *bottom)
{
	const struct rows_plan *p = g->plan;
	double over = frame_snap(p->request, share_tie * p->pitch), half = p->pitch / 2 - p->lift;
	*top = first + rows_tall(p, p->pitch, g->row, from + 1) - p->pitch + over;
	*bottom = first + rows_tall(p, p->pitch, g->row, to) - over;
	if (p->over) {
		*top = first + rows_tall(p, p->pitch, g->row, from + 1) - half - p->name_over;
		*bottom = first + rows_tall(p, p->pitch, g->row, to) - half + p->bar / 2;
	}
	*top = frame_snap(p->request, *top);
	*bottom = frame_snap(p->request, *bottom);
}

/* Between ranks and names: ties are seen before they are read. */
static void draw_ties(struct rows_page *g, double first)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, length_tie * p->u), top, bottom;
	double x = frame_snap(p->request, p->rank_right + p->look->rows.rank_gap * p->u / 2 - thick / 2);
	for (size_t from = 0, to; from < g->n_rows; from = to) {
		for (to = from + 1; to < g->n_rows && !is_parted(g, to) && share_rank(p, g->row + from, g->row + to);)
			to++;
		tie_span(g, first, from, to, &top, &bottom);
		if (to - from > 1)
			scene_add_rect(g->scene, ROLE_TIE, (struct rect){ x, top, thick, bottom - top },
			               p->look->palette.ink3);
	}
}

/* What rows take of a band of columns. */
static struct rect rows_box(const struct rows_page *g, double first)
{
	return (struct rect){ 0, first, 0, rows_tall(g->plan, g->plan->pitch, g->row, g->n_rows) };
}

/* The interval of the best under all rows, if it is one of them. */
static void fill_lead(struct rows_page *g, size_t column, double first)
{
	struct rows_plan *p = g->plan;
	const struct rows_cell *lead = p->table->lead;
	bool here = false;
	for (size_t i = 0; i < g->n_rows && lead; i++)
		here |= rows_cell(p->table, p->rows[g->row + i], p->columns[column], 0) == lead;
	if (!here || rows_shown_column(p, column)->form != ROWS_DOTS)
		return;
	double from = rows_x(p, column, lead->low), to = rows_x(p, column, lead->high);
	struct scene_item *fill = scene_add_rect(
		g->scene, ROLE_LEAD, (struct rect){ from, first, to - from, rows_tall(p, p->pitch, g->row, g->n_rows) },
		rows_lead_tint(p));
	fill->scale = g->scales[column];
	fill->low = lead->low;
	fill->high = lead->high;
}

/* Over a row: how many are left out, and the head of its group, which they follow if they are of that group alone. */
static void draw_between(struct rows_page *g, size_t row, size_t band, double bottom)
{
	const struct rows_plan *p = g->plan;
	size_t row_in_table = p->rows[row];
	bool headed = rows_is_headed(p, g->row, row), left_out = p->left_out[row] > 0;
	bool own = left_out && headed &&
	           str_eq(p->table->groups[row_in_table - p->left_out[row]], p->table->groups[row_in_table]);
	if (headed)
		rows_draw_group(g, row, bottom - (own ? p->gap : 0));
	if (left_out)
		rows_draw_gap(g, row, band, bottom - (headed && !own ? p->group_head : 0));
}

/* A shaded field of a row in focus that nothing else is better than. */
static bool is_won(const struct rows_plan *p, size_t row, size_t column, size_t band)
{
	const struct rows_cell *cell = rows_shown_cell(p, row, column, 0);
	return p->places[column].band == band && rows_shown_column(p, column)->form == ROWS_HEAT &&
	       p->table->labels[p->rows[row]].strong && cell->present && cell->rank == 1 && !cell->level;
}

/* In the gaps around fields from one column to the one before another. */
static void frame_fields(struct rows_page *g, size_t from, size_t to, double top)
{
	struct rows_plan *p = g->plan;
	double thick = frame_snap_length(p->request, length_focus_frame * p->u),
	       gap = frame_snap_length(p->request, length_fields_apart * p->u);
	double x = frame_snap(p->request, p->places[from].x) - thick,
	       w = frame_snap(p->request, p->places[to - 1].x + p->places[to - 1].width) + thick - x,
	       bottom = top + p->pitch - gap;
	const struct rect sides[] = { { x, top - thick, w, thick },
		                      { x, bottom, w, thick },
		                      { x, top, thick, bottom - top },
		                      { x + w - thick, top, thick, bottom - top } };
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		scene_add_rect(g->scene, ROLE_RULE, sides[i], p->look->palette.tag);
}

/* Around what a row in focus leads on: neighbours together. */
static void frame_won(struct rows_page *g, size_t row, size_t band, double top)
{
	const struct rows_plan *p = g->plan;
	for (size_t from = 0, to; from < p->n_columns; from = to) {
		for (to = from; to < p->n_columns && is_won(p, row, to, band);)
			to++;
		if (to > from)
			frame_fields(g, from, to, top);
		to += to == from;
	}
}

static void draw_band(struct rows_page *g, size_t band, double top, int *next)
{
	struct rows_plan *p = g->plan;
	double first = frame_snap(p->request, top + p->head_height);
	for (size_t k = 0; k < p->n_columns; k++) {
		if (p->places[k].band == band)
			fill_lead(g, k, first);
		if (rows_has_references(p, k))
			reference_fill(p->request, g->scene, rows_box(g, first), g->scales[k]); /* under all rows */
	}
	for (size_t k = 0; k < p->n_columns; k++) {
		if (p->places[k].band != band)
			continue;
		draw_head(g, k, first);
		if (rows_shown_column(p, k)->form == ROWS_DOTS)
			draw_ticks(g, k, first);
	}
	if (p->parts_named)
		rows_draw_parts(g, first);
	for (size_t i = 0; i < g->n_rows; i++) {
		double at = first + rows_tall(p, p->pitch, g->row, i + 1) - p->pitch;
		draw_between(g, g->row + i, band, at);
		draw_row(g, g->row + i, band, at, next);
		frame_won(g, g->row + i, band, at);
	}
	if (p->table->rules)
		draw_rules(g, first);
	if (p->ranks && band == g->band)
		draw_ties(g, first);
	for (size_t k = 0; k < p->n_columns; k++)
		if (rows_has_references(p, k))
			reference_draw(p->request, g->scene, rows_box(g, first), g->scales[k]); /* over the bars */
	for (size_t k = 0; k < p->n_columns; k++)
		if (p->places[k].band == band && rows_shown_column(p, k)->form == ROWS_BARS)
			draw_baselines(g, k, first + p->lift);
}

/* The share of spare room that goes above the rows, so that no hole opens on either side. */
static double share_above(const struct rows_table *t)
{
	return t->rules ? share_above_ruled : t->n_data_columns > 1 ? share_above_columns : 0.5;
}

static struct scene *draw_page(struct rows_plan *p, size_t row, size_t n_rows, size_t band, size_t n_bands,
                               const char *page_words)
{
	double pad = rows_pad(p), apart = rows_band_gap(p);
	double tall = p->head_height + rows_tall(p, p->pitch, row, n_rows);
	double content = tall * (double)n_bands + apart * (double)(n_bands - 1);
	double plot = p->frame.anchored ? p->frame.plot_height : content + 2 * pad;
	struct rows_page g = { p,
		               frame_scene(p->arena, &p->frame, &p->words, plot, page_words, p->diags),
		               row,
		               n_rows,
		               band,
		               n_bands,
		               tall,
		               apart,
		               arena_alloc(p->arena, p->n_columns + 1, sizeof *g.scales) };
	double full = fmax(p->n_rows > n_rows ? p->pitch * (double)p->rows_a_page : 0, tall - p->head_height);
	double used = (p->head_height + full) * (double)n_bands + apart * (double)(n_bands - 1);
	double top = frame_snap(p->request, p->frame.plot_top + fmax(pad, (plot - used) * share_above(p->table)));
	g.scene->document.table = p->table->rules;
	if (p->look->card)
		frame_card(g.scene, &p->frame, plot);
	describe(&g, top);
	int next = 0;
	for (size_t i = 0; i < n_bands; i++)
		draw_band(&g, band + i, top + (tall + apart) * (double)i, &next);
	return g.scene;
}

static const char *page_words(struct rows_plan *p, size_t row, size_t n_rows, size_t page, size_t pages)
{
	struct arena *a = p->arena;
	if (pages < 2)
		return NULL;
	bool part = p->request->inset || p->request->part;
	if (p->n_rows > n_rows && part) /* the pages have numbers of their own */
		return words_fill(a, p->request->language, WORD_ROWS, "from",
		                  number_plain(a, p->request->language, row + 1), "to",
		                  number_plain(a, p->request->language, row + n_rows), "all",
		                  number_plain(a, p->request->language, p->n_rows), NULL);
	if (p->n_rows > n_rows)
		return words_fill(a, p->request->language, WORD_PAGE_ROWS, "from",
		                  number_plain(a, p->request->language, row + 1), "to",
		                  number_plain(a, p->request->language, row + n_rows), "all",
		                  number_plain(a, p->request->language, p->n_rows), "page",
		                  number_plain(a, p->request->language, page), "pages",
		                  number_plain(a, p->request->language, pages), NULL);
	return words_fill(a, p->request->language, part ? WORD_PART_OF : WORD_PAGE, "page",
	                  number_plain(a, p->request->language, page), "pages",
	                  number_plain(a, p->request->language, pages), NULL);
}

/* All values of the table, for the proof of the title. */
static void collect_known(struct rows_plan *p)
{
	const struct rows_table *t = p->table;
	p->known = t->known;
	p->n_known = t->n_known;
	if (t->known)
		return;
	struct scene_known *known = arena_alloc(p->arena, t->n_rows * t->n_columns * t->n_series + 1, sizeof *known);
	for (size_t r = 0; r < t->n_rows; r++)
		for (size_t c = 0; c < t->n_columns; c++)
			for (size_t s = 0; s < t->n_series && t->columns[c].data; s++) {
				const struct rows_cell *cell = rows_cell(t, r, c, s);
				if (cell->present)
					known[p->n_known++] =
						(struct scene_known){ cell->value, cell->rank,
						                      (int16_t)t->columns[c].measure, cell->claimed };
			}
	p->known = known;
}

static struct scene *draw_nth(struct rows_plan *p, size_t i)
{
	size_t row_pages = (p->n_rows + p->rows_a_page - 1) / p->rows_a_page;
	size_t row = i % row_pages * p->rows_a_page, band = i / row_pages * p->bands_a_page;
	size_t rows = p->n_rows - row < p->rows_a_page ? p->n_rows - row : p->rows_a_page;
	size_t bands = p->n_bands - band < p->bands_a_page ? p->n_bands - band : p->bands_a_page;
	rows_take_texts(p, row, rows);
	struct scene *scene = draw_page(p, row, rows, band, bands, page_words(p, row, rows, i + 1, p->n_pages));
	scene->evidence->page = i;
	return scene;
}

static struct scene *draw_later(const void *of, struct arena *arena, size_t i)
{
	struct rows_plan own = *(const struct rows_plan *)of;
	own.arena = arena;
	return draw_nth(&own, i);
}

void rows_draw(struct rows_plan *p, struct chart_pages *pages)
{
	collect_known(p);
	p->x_height = p->n_rows ? p->lines[0].name->x_height : 0;
	size_t row_pages = (p->n_rows + p->rows_a_page - 1) / p->rows_a_page;
	size_t band_pages = (p->n_bands + p->bands_a_page - 1) / p->bands_a_page;
	p->n_pages = row_pages * band_pages;
	*pages = (struct chart_pages){ .count = p->n_pages, .draw = draw_later, .of = p, .fonts = p->request->fonts };
	if (p->request->lazy)
		return;
	pages->items = arena_alloc(p->arena, pages->count, sizeof *pages->items);
	for (size_t i = 0; i < pages->count; i++)
		pages->items[i] = draw_nth(p, i);
}
