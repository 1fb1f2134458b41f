#include "paint/paint_cairo.h"

#include "base/arena.h"
#include "paint/picture.h"

#include <cairo.h>
#include <math.h>

static const double pi = 3.14159265358979323846;

cairo_t *paint_cairo_begin(cairo_surface_t *surface)
{
	cairo_t *cr = cairo_create(surface);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_set_font_options(cr, options);
	cairo_font_options_destroy(options);
	return cr;
}

static void set_color(cairo_t *cr, struct color c)
{
	cairo_set_source_rgb(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0);
}

/* The outline, moved inwards by inset. */
static void trace(cairo_t *cr, const struct scene_path *p, double inset)
{
	struct rect r = rect_grow(p->rect, -inset);
	double radius = fmin(p->radius - inset, fmin(r.w, r.h) / 2);
	cairo_new_path(cr);
	switch (p->shape) {
	case SHAPE_RECT:
		cairo_rectangle(cr, r.x, r.y, r.w, r.h);
		return;
	case SHAPE_ROUNDED:
		cairo_arc(cr, rect_right(r) - radius, r.y + radius, radius, -pi / 2, 0);
		cairo_arc(cr, rect_right(r) - radius, rect_bottom(r) - radius, radius, 0, pi / 2);
		cairo_arc(cr, r.x + radius, rect_bottom(r) - radius, radius, pi / 2, pi);
		cairo_arc(cr, r.x + radius, r.y + radius, radius, pi, 3 * pi / 2);
		cairo_close_path(cr);
		return;
	case SHAPE_LINE:
		cairo_move_to(cr, p->rect.x, p->rect.y);
		cairo_line_to(cr, p->rect.x + p->rect.w, p->rect.y + p->rect.h);
		return;
	}
}

/* Lines from the lower left to the upper right, at places that are the same for the whole page, so that all bars match.
 */
static void hatch(cairo_t *cr, const struct scene_path *p)
{
	double along = p->hatch_step * sqrt(2); /* from line to line along x */
	double first = p->rect.x + p->rect.y, last = rect_right(p->rect) + rect_bottom(p->rect);
	cairo_save(cr);
	trace(cr, p, 0);
	cairo_clip(cr);
	cairo_new_path(cr);
	for (double k = floor(first / along); k * along <= last + along; k++) { /* x + y = k * along */
		cairo_move_to(cr, k * along - p->rect.y + p->hatch_width, p->rect.y - p->hatch_width);
		cairo_line_to(cr, k * along - rect_bottom(p->rect) - p->hatch_width,
		              rect_bottom(p->rect) + p->hatch_width);
	}
	cairo_set_line_width(cr, p->hatch_width);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
	set_color(cr, p->fill);
	cairo_stroke(cr);
	cairo_restore(cr);
}

static void draw_path(cairo_t *cr, const struct scene_path *p)
{
	switch (p->pattern) {
	case PATTERN_NONE:
		break;
	case PATTERN_SOLID:
		trace(cr, p, 0);
		set_color(cr, p->fill);
		cairo_fill(cr);
		break;
	case PATTERN_HATCH:
		hatch(cr, p);
		break;
	}
	if (p->stroke <= 0)
		return;
	bool box = p->shape == SHAPE_RECT || p->shape == SHAPE_ROUNDED;
	if (box &&
	    (p->rect.w < 2 * p->stroke || p->rect.h < 2 * p->stroke)) { /* no room for an outline: all is outline */
		trace(cr, p, 0);
		set_color(cr, p->stroke_color);
		cairo_fill(cr);
		return;
	}
	trace(cr, p, box ? p->stroke / 2 : 0);
	cairo_set_line_width(cr, p->stroke);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
	set_color(cr, p->stroke_color);
	cairo_stroke(cr);
}

/* The glyph of a space in the font that is set; false if it has none. */
static bool find_space(cairo_t *cr, cairo_glyph_t *glyph)
{
	cairo_glyph_t *glyphs = glyph;
	int n = 1;
	return cairo_scaled_font_text_to_glyphs(cairo_get_scaled_font(cr), 0, 0, " ", 1, &glyphs, &n, NULL, NULL,
	                                        NULL) == CAIRO_STATUS_SUCCESS &&
	       glyphs == glyph && n == 1;
}

void paint_cairo_run(cairo_t *cr, struct arena *arena, const struct text_run *run, double size, struct point at,
                     struct color color, bool spaced)
{
	struct arena *scratch = arena_new_below(arena);
	cairo_glyph_t space, *glyphs = arena_alloc(scratch, run->n_glyphs + 1, sizeof *glyphs);
	cairo_text_cluster_t *clusters = arena_alloc(scratch, run->n_clusters + 1, sizeof *clusters);
	cairo_set_font_face(cr, font_native(run->font));
	cairo_set_font_size(cr, size);
	set_color(cr, color);
	size_t more = spaced && find_space(cr, &space), first = run->rtl ? more : 0; /* of the run's own glyphs */
	const char *text = more ? arena_printf(scratch, "%.*s ", (int)run->bytes, run->text) : run->text;
	for (size_t i = 0; i < run->n_glyphs; i++)
		glyphs[first + i] =
			(cairo_glyph_t){ run->glyphs[i].index, at.x + run->glyphs[i].x, at.y + run->glyphs[i].y };
	for (size_t i = 0; i < run->n_clusters; i++)
		clusters[i] = (cairo_text_cluster_t){ run->clusters[i].bytes, run->clusters[i].glyphs };
	if (more && run->n_glyphs) {
		glyphs[run->rtl ? 0 : run->n_glyphs] =
			(cairo_glyph_t){ space.index, at.x + run->x + (run->rtl ? 0 : run->width),
			                 at.y + run->glyphs[0].y };
		clusters[run->n_clusters] = (cairo_text_cluster_t){ 1, 1 };
	}
	if (run->n_glyphs)
		cairo_show_text_glyphs(cr, text, (int)(run->bytes + more), glyphs, (int)(run->n_glyphs + more),
		                       clusters, (int)(run->n_clusters + more),
		                       run->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	arena_free(scratch);
}

static void draw_text(cairo_t *cr, struct arena *arena, const struct scene_text *t)
{
	struct text_run part;
	struct color color;
	for (size_t i = 0; i < t->block->n_lines; i++)
		for (size_t k = 0; k < t->block->lines[i].n_runs; k++)
			for (size_t at = 0; scene_tinted(t, &t->block->lines[i].runs[k], &at, &part, &color);)
				paint_cairo_run(cr, arena, &part, t->block->style.size, t->at, color, false);
}

static void draw_figure(cairo_t *cr, struct arena *arena, const struct scene_item *item)
{
	const struct scene_figure *figure = &item->figure;
	double scale = scene_figure_scale(item);
	cairo_save(cr);
	cairo_translate(cr, figure->at.x, figure->at.y);
	cairo_scale(cr, scale, scale);
	for (size_t i = 0; i < figure->scene->n_items; i++)
		paint_cairo_item(cr, arena, &figure->scene->items[i]);
	cairo_restore(cr);
}

void paint_cairo_item(cairo_t *cr, struct arena *arena, const struct scene_item *item)
{
	switch (item->kind) {
	case SCENE_LINK:
	case SCENE_TARGET:
		return;
	case SCENE_FIGURE:
		draw_figure(cr, arena, item);
		return;
	case SCENE_PATH:
		draw_path(cr, &item->path);
		return;
	case SCENE_TEXT:
		draw_text(cr, arena, &item->text);
		return;
	case SCENE_IMAGE:
		picture_draw(cr, &item->image);
		return;
	}
}
