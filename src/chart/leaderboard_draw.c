#include "chart/leaderboard_plan.h"

#include "base/arena.h"

#include <math.h>

static double x_of(const struct plan *p, double value)
{
	return frame_snap(p->request, p->zero + p->per_unit * value);
}

static struct scene_item *datum_text(struct scene *scene, enum scene_role role, double x, double baseline,
                                     const struct text_block *block, struct color color, int datum)
{
	struct scene_item *item = scene_add_text(scene, role, (struct point){ x, baseline }, block, color);
	item->datum = datum;
	return item;
}

static void draw_label(struct plan *p, struct scene *scene, const struct row *r, double middle, int datum)
{
	const struct palette *c = &p->look->palette;
	double lines = r->name->lines[r->name->n_lines - 1].baseline;
	double below = r->variant_below
	                       ? LEADERBOARD_VARIANT_STEP * p->u + r->variant->lines[r->variant->n_lines - 1].baseline
	                       : 0;
	double baseline = middle + r->name->x_height / 2, first = baseline - (lines + below) / 2;
	datum_text(scene, ROLE_RANK, p->rank_right - r->rank->width, baseline, r->rank, c->ink3, datum);
	if (p->chips) {
		double size = frame_snap(p->request, p->look->rows.chip * p->u);
		struct scene_item *chip = scene_add(scene, SCENE_PATH, ROLE_CHIP);
		chip->datum = datum;
		chip->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
			                          .rect = { frame_snap(p->request, p->chip_x),
			                                    frame_snap(p->request, middle - 0.08 * p->u - size / 2),
			                                    size, size },
			                          .radius = p->look->rows.chip_radius * p->u,
			                          .pattern = PATTERN_SOLID,
			                          .fill = r->color };
	}
	bool quiet = p->view.focus && !r->strong && p->look->color == LOOK_COLOR_MAKER;
	datum_text(scene, ROLE_LABEL, p->name_x, first, r->name, quiet ? c->ink2 : c->ink, datum);
	if (r->variant)
		datum_text(scene, ROLE_LABEL,
		           r->variant_below ? p->name_x : p->name_x + r->name->width + p->look->rows.variant_gap * p->u,
		           r->variant_below ? first + lines + LEADERBOARD_VARIANT_STEP * p->u : first, r->variant,
		           c->ink3, datum);
	if (r->maker)
		datum_text(scene, ROLE_MAKER, p->maker_x,
		           baseline - r->maker->lines[r->maker->n_lines - 1].baseline / 2, r->maker, c->ink3, datum);
}

static void draw_bar(struct plan *p, struct scene *scene, const struct row *r, double top, int datum)
{
	double a = p->zero, b = x_of(p, r->standing->value);
	struct scene_item *bar = scene_add(scene, SCENE_PATH, ROLE_MARK);
	bool solid = !r->standing->claimed && !r->standing->estimated;
	double stroke = frame_snap_length(p->request, p->look->rows.hatch_stroke * p->u);
	bar->datum = datum;
	bar->scale = 0;
	bar->value = r->standing->value;
	bar->path = (struct scene_path){ .shape = SHAPE_RECT,
		                         .rect = { fmin(a, b), top, fabs(b - a), p->bar },
		                         .pattern = solid                  ? PATTERN_SOLID
		                                    : r->standing->claimed ? PATTERN_HATCH
		                                                           : PATTERN_NONE,
		                         .fill = r->color,
		                         .ground = p->look->card ? p->look->palette.panel : p->look->palette.background,
		                         .hatch_step = p->look->rows.hatch_step * p->u,
		                         .hatch_width = p->look->rows.hatch_stroke * p->u,
		                         .stroke = solid ? 0 : stroke,
		                         .stroke_color = r->color };
}

/* The part of a whisker from x0 to x1 in the colour that shows on what lies below. */
static void whisker_part(struct plan *p, struct scene *scene, const struct row *r, struct rect part, bool on_fill,
                         int datum)
{
	struct color dark = { 0x16, 0x19, 0x1d }, white = { 0xff, 0xff, 0xff };
	struct color inside = color_contrast(white, r->color) > color_contrast(dark, r->color) ? white : dark;
	if (part.w <= 1e-9)
		return;
	struct scene_item *item = scene_add_rect(scene, ROLE_WHISKER, part, on_fill ? inside : p->look->palette.ink);
	const struct measurement *m = r->standing->chosen;
	item->datum = datum;
	item->scale = 0;
	item->low = m->low;
	item->high = m->high;
}

/* A stem or a cap, cut where it leaves a filled bar: two-tone, so that it shows on both sides of the bar's end. */
static void whisker_stroke(struct plan *p, struct scene *scene, const struct row *r, struct rect stroke, int datum)
{
	double end = x_of(p, r->standing->value), from = fmin(p->zero, end), to = fmax(p->zero, end);
	bool filled = !r->standing->claimed && !r->standing->estimated;
	double a = fmin(fmax(stroke.x, from), rect_right(stroke)), b = fmin(fmax(rect_right(stroke), from), to);
	b = fmax(a, fmin(b, rect_right(stroke)));
	whisker_part(p, scene, r, (struct rect){ stroke.x, stroke.y, a - stroke.x, stroke.h }, false, datum);
	whisker_part(p, scene, r, (struct rect){ a, stroke.y, b - a, stroke.h }, filled, datum);
	whisker_part(p, scene, r, (struct rect){ b, stroke.y, rect_right(stroke) - b, stroke.h }, false, datum);
}

static void draw_whisker(struct plan *p, struct scene *scene, const struct row *r, double middle, int datum)
{
	const struct measurement *m = r->standing->chosen;
	double thick = frame_snap_length(p->request, p->look->rows.whisker * p->u);
	double cap = frame_snap_length(p->request, p->look->rows.whisker_cap * p->u);
	double low = x_of(p, m->low), high = x_of(p, m->high);
	double y = frame_snap(p->request, middle - thick / 2), cap_y = frame_snap(p->request, middle - cap / 2);
	whisker_stroke(p, scene, r, (struct rect){ low, y, high - low, thick }, datum);
	whisker_stroke(p, scene, r, (struct rect){ low, cap_y, thick, cap }, datum);
	whisker_stroke(p, scene, r, (struct rect){ high - thick, cap_y, thick, cap }, datum);
}

static void draw_value(struct plan *p, struct scene *scene, const struct row *r, double baseline, int datum)
{
	const struct palette *c = &p->look->palette;
	const struct look_rows *m = &p->look->rows;
	double u = p->u, low, high;
	if (!r->value) {
		datum_text(scene, ROLE_ABSENT, p->zero + m->missing_gap * u, baseline, r->remark, c->ink3, datum);
		return;
	}
	leaderboard_extent(r, &low, &high);
	bool negative = r->standing->value < 0;
	double at = negative ? x_of(p, low) - m->value_gap * u - r->value->width : x_of(p, high) + m->value_gap * u;
	datum_text(scene, ROLE_VALUE, at, baseline, r->value, c->ink, datum)->value = r->standing->value;
	if (!r->remark)
		return;
	double beside_value =
		negative ? at - m->remark_gap * u - r->remark->width : at + r->value->width + m->remark_gap * u;
	datum_text(scene, ROLE_REMARK, beside_value, baseline, r->remark, c->ink3, datum);
}

static void draw_row(struct plan *p, struct scene *scene, const struct row *r, double top, int datum)
{
	double bar_top = frame_snap(p->request, top + (p->pitch - p->bar) / 2), middle = bar_top + p->bar / 2;
	draw_label(p, scene, r, middle, datum);
	if (r->value) {
		draw_bar(p, scene, r, bar_top, datum);
		if (r->standing->chosen->has_interval)
			draw_whisker(p, scene, r, middle, datum);
	}
	draw_value(p, scene, r, middle + r->name->x_height / 2, datum);
	scene->data[datum] = (struct scene_datum){ .name = variant_full_name(p->arena, r->standing->variant),
		                                   .present = r->standing->chosen,
		                                   .value = r->standing->value,
		                                   .rank = r->standing->rank,
		                                   .tied = r->standing->tied,
		                                   .claimed = r->standing->claimed };
}

static void describe(struct plan *p, struct scene *scene, size_t n)
{
	scene->alt = p->alt;
	scene->data_hash = p->hash;
	scene->data = arena_alloc(p->arena, n + 1, sizeof *scene->data);
	scene->n_data = n;
	scene->rows_known = p->view.standing->count;
	scene->rows_elsewhere = p->n_shown - n;
	scene->rows_told = p->view.standing->count - p->n_shown;
	scene->decimals = p->view.standing->n_present ? p->view.style.decimals : -1;
	scene->magnitude = p->view.style.magnitude;
	double low = 0, high = 0;
	for (size_t i = 0; i < p->n_shown; i++) {
		double a = 0, b = 0;
		if (p->rows[i].value)
			leaderboard_extent(&p->rows[i], &a, &b);
		low = fmin(low, a);
		high = fmax(high, b);
	}
	scene->scales = arena_alloc(p->arena, 1, sizeof *scene->scales);
	scene->n_scales = 1;
	*scene->scales = (struct scene_scale){ .zero = p->zero,
		                               .per_unit = p->per_unit,
		                               .low = low,
		                               .high = high,
		                               .unit = unit_word(p->view.standing->benchmark->unit),
		                               .plot = { p->plot_left, p->frame.plot_top, p->right - p->plot_left,
		                                         scene->height - p->frame.plot_top } };
}

static struct scene *draw_page(struct plan *p, size_t from, size_t n, const char *page_words)
{
	const struct look_rows *m = &p->look->rows;
	double u = p->u, pad = leaderboard_pad(p), rows = p->pitch * (double)n;
	double plot = p->frame.anchored ? p->frame.plot_height : rows + 2 * pad;
	struct scene *scene = frame_scene(p->arena, &p->frame, &p->words, plot, page_words, p->diags);
	double top = p->frame.plot_top;
	describe(p, scene, n);
	if (p->look->card) {
		struct scene_item *card = scene_add(scene, SCENE_PATH, ROLE_PANEL);
		card->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
			                          .rect = { p->frame.plot_left, top, p->frame.plot_width,
			                                    frame_snap(p->request, plot) },
			                          .radius = p->look->frame.card_radius * u,
			                          .pattern = PATTERN_SOLID,
			                          .fill = p->look->palette.panel };
	}
	/* What is left over stands above and below the rows, so that neither leaves a hole. */
	top += fmax(pad, (plot - p->pitch * (double)(p->n_shown > n ? p->per_page : n)) / 2);
	top = frame_snap(p->request, top);
	double thick = frame_snap_length(p->request, m->baseline * u), over = m->baseline_over * u;
	double edge = (p->pitch - p->bar) / 2 - over;
	for (size_t i = 0; i < n; i++)
		draw_row(p, scene, &p->rows[from + i], top + p->pitch * (double)i, (int)i);
	scene_add_rect(scene, ROLE_BASELINE,
	               (struct rect){ p->zero - thick, frame_snap(p->request, top + edge), thick,
	                              frame_snap(p->request, rows - 2 * edge) },
	               p->look->card ? p->look->palette.ink2 : p->look->palette.ink);
	return scene;
}

void leaderboard_draw(struct plan *p, struct chart_pages *pages)
{
	pages->count = (p->n_shown + p->per_page - 1) / p->per_page;
	pages->items = arena_alloc(p->arena, pages->count, sizeof *pages->items);
	for (size_t i = 0; i < pages->count; i++) {
		size_t from = i * p->per_page, left = p->n_shown - from;
		size_t n = left < p->per_page ? left : p->per_page;
		const char *words = pages->count > 1 ? arena_printf(p->arena, "Rows %zu to %zu of %zu, page %zu of %zu",
		                                                    from + 1, from + n, p->n_shown, i + 1, pages->count)
		                                     : NULL;
		pages->items[i] = draw_page(p, from, n, words);
	}
}
