/* A view of a figure: SVG with real text, at the places and widths that were shaped. */
#include "paint/web_parts.h"

#include "base/arena.h"
#include "scene/evidence.h"

#include <math.h>

struct pattern {
	size_t ink, number;
	double step, width;
};

struct drawing {
	struct web *h;
	struct strbuf *b;
	const struct web_view *view;
	struct pattern *patterns;
	size_t n_patterns, patterns_room;
};

static void length(struct strbuf *b, const char *name, double n)
{
	strbuf_addf(b, " %s=", name);
	web_number(b, n);
}

static void size(struct strbuf *b, const char *name, double n)
{
	strbuf_addf(b, " %s=", name);
	web_size(b, n);
}

/* ---- paths ---- */

static const struct scene_path *by_night(const struct drawing *d, size_t i)
{
	const struct scene *scene = d->view->dark ? d->view->dark : d->view->light;
	return &scene->items[i].path;
}

static size_t pattern_of(struct drawing *d, const struct scene_path *p, size_t ink)
{
	for (size_t i = 0; i < d->n_patterns; i++)
		if (d->patterns[i].ink == ink && fabs(d->patterns[i].step - p->hatch_step) < 1e-9)
			return d->patterns[i].number;
	d->patterns = arena_grow(d->h->arena, d->patterns, &d->patterns_room, d->n_patterns, sizeof *d->patterns);
	struct pattern *new = &d->patterns[d->n_patterns++];
	*new = (struct pattern){ ink, d->h->n_patterns++, p->hatch_step, p->hatch_width };
	strbuf_addf(d->b, "<pattern id=\"h%zu\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"",
	            new->number);
	size(d->b, "x", -p->hatch_width / 2); /* the middle of a line is where other painters have it */
	size(d->b, "width", p->hatch_step);
	size(d->b, "height", p->hatch_step);
	d->h->inks[ink].fills = true;
	strbuf_addf(d->b, "><rect class=f%zu", ink);
	size(d->b, "x", -p->hatch_width / 2);
	size(d->b, "width", p->hatch_width);
	size(d->b, "height", p->hatch_step);
	strbuf_add(d->b, "></rect></pattern>\n");
	return new->number;
}

static void numbers(struct strbuf *b, const char *before, double x, double y)
{
	strbuf_add(b, before);
	web_number(b, x);
	strbuf_add(b, " ");
	web_number(b, y);
}

/* Up to the end of its address: what fills and strokes it is added. */
static void box(struct strbuf *b, struct rect r, double radius)
{
	if (radius > 0) {
		strbuf_add(b, "<rect");
		length(b, "x", r.x);
		length(b, "y", r.y);
		length(b, "width", r.w);
		length(b, "height", r.h);
		length(b, "rx", fmin(radius, fmin(r.w, r.h) / 2));
		return;
	}
	numbers(b, "<path d=\"M", r.x, r.y);
	strbuf_add(b, "h");
	web_number(b, r.w);
	strbuf_add(b, "v");
	web_number(b, r.h);
	strbuf_add(b, "h");
	web_number(b, -r.w);
	strbuf_add(b, "z\"");
}

static void line(struct strbuf *b, struct rect r)
{
	numbers(b, "<path d=\"M", r.x, r.y);
	numbers(b, "L", r.x + r.w, r.y + r.h);
	strbuf_add(b, "\"");
}

/* A stroke that leaves no room inside is drawn as a fill. */
static void fill_and_stroke(struct drawing *d, const struct scene_path *p, const struct scene_path *night, bool thin)
{
	size_t stroke = p->stroke > 0 ? web_ink(d->h, p->stroke_color, night->stroke_color) : 0;
	size_t fill = p->pattern == PATTERN_NONE ? 0 : web_ink(d->h, p->fill, night->fill);
	d->h->inks[stroke].strokes |= p->stroke > 0 && !thin;
	d->h->inks[thin ? stroke : fill].fills = true;
	if (thin) {
		strbuf_addf(d->b, " class=f%zu />", stroke);
		return;
	}
	bool solid = p->pattern == PATTERN_SOLID, lined = p->stroke > 0;
	if (solid && lined)
		strbuf_addf(d->b, " class=\"f%zu k%zu\"", fill, stroke);
	else if (solid)
		strbuf_addf(d->b, " class=f%zu", fill);
	else if (lined)
		strbuf_addf(d->b, " class=k%zu", stroke);
	if (p->pattern == PATTERN_HATCH)
		strbuf_addf(d->b, " fill=\"url(#h%zu)\"", pattern_of(d, p, fill));
	else if (p->pattern == PATTERN_NONE && p->shape != SHAPE_LINE)
		strbuf_add(d->b, " fill=\"none\"");
	if (lined)
		size(d->b, "stroke-width", p->stroke);
	strbuf_add(d->b, " />");
}

static void draw_path(struct drawing *d, const struct scene_path *p, const struct scene_path *night)
{
	double inset = p->shape == SHAPE_LINE ? 0 : p->stroke / 2;
	bool thin = inset > 0 && (p->rect.w < 2 * p->stroke || p->rect.h < 2 * p->stroke);
	switch (p->shape) {
	case SHAPE_RECT:
	case SHAPE_ROUNDED:
		box(d->b, thin ? p->rect : rect_grow(p->rect, -inset),
		    p->shape == SHAPE_ROUNDED ? p->radius - inset : 0);
		break;
	case SHAPE_LINE:
		line(d->b, p->rect);
		break;
	}
	fill_and_stroke(d, p, night, thin);
}

/* Patterns stand before what is filled with them. */
static void add_patterns(struct drawing *d)
{
	const struct scene *scene = d->view->light;
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_path *p = &scene->items[i].path;
		if (scene->items[i].kind == SCENE_PATH && p->pattern == PATTERN_HATCH)
			pattern_of(d, p, web_ink(d->h, p->fill, by_night(d, i)->fill));
	}
}

/* ---- text ---- */

static size_t type_of(struct web *h, const struct font *font, struct text_style style, size_t ink)
{
	bool tabular = style.tabular && !font_code(font);
	for (size_t i = 0; i < h->n_types; i++)
		if (h->types[i].font == font && fabs(h->types[i].size - style.size) < 1e-9 &&
		    h->types[i].tabular == tabular && h->types[i].ink == ink)
			return i;
	h->types = arena_grow(h->arena, h->types, &h->types_room, h->n_types, sizeof *h->types);
	h->types[h->n_types++] = (struct web_type){ font, style.size, tabular, ink };
	return h->n_types - 1;
}

static void draw_run(struct drawing *d, const struct scene_text *t, const struct text_line *on,
                     const struct text_run *run, size_t ink)
{
	struct strbuf *b = d->b;
	strbuf_addf(b, "<text class=t%zu", type_of(d->h, run->font, t->block->style, ink));
	if (fabs(t->at.x + run->x) >= 0.05) /* where it begins unless something else is said */
		length(b, "x", t->at.x + run->x);
	length(b, "y", t->at.y + on->baseline);
	if (run->rtl)
		strbuf_add(b, " direction=\"rtl\" text-anchor=\"end\"");
	if (run->width > 0 && font_color(run->font)) /* not carried, so another may stand in */
		length(b, "textLength", run->width);
	strbuf_add(b, ">");
	markup_text(b, run->text, run->bytes);
	strbuf_add(b, "</text>");
}

static void draw_text(struct drawing *d, const struct scene_text *t, const struct scene_text *night)
{
	struct text_run part, other;
	struct color ink, dark;
	for (size_t i = 0; i < t->block->n_lines; i++)
		for (size_t k = 0; k < t->block->lines[i].n_runs; k++) {
			const struct text_run *run = &t->block->lines[i].runs[k];
			size_t at = 0, then = 0;
			while (scene_tinted(t, run, &at, &part, &ink)) {
				bool both = scene_tinted(night, &night->block->lines[i].runs[k], &then, &other, &dark);
				draw_run(d, t, &t->block->lines[i], &part, web_ink(d->h, ink, both ? dark : ink));
			}
		}
}

void web_type_rules(const struct web *h, struct strbuf *out)
{
	for (size_t i = 0; i < h->n_types; i++) {
		const struct web_type *t = &h->types[i];
		strbuf_addf(out, ".t%zu{font-size:", i);
		web_size(out, t->size);
		strbuf_add(out, "px;fill:");
		web_ink_add(out, t->ink);
		if (font_css_weight(t->font) != 400)
			strbuf_addf(out, ";font-weight:%d", font_css_weight(t->font));
		if (font_italic(t->font))
			strbuf_add(out, ";font-style:italic");
		if (!font_own(t->font) || font_code(t->font))
			strbuf_addf(out, ";font-family:\"%s\",%s", font_family(t->font),
			            font_code(t->font) ? "monospace" : "sans-serif");
		if (t->tabular)
			strbuf_add(out, ";font-feature-settings:var(--tabular)");
		strbuf_add(out, "}");
	}
	strbuf_add(out, "\n");
}

/* ---- the whole ---- */

/* True if it says what only a developer says of its own: readers may hide that, and keep the names. */
static bool is_claim(const struct scene *scene, size_t i)
{
	static const bool hides[SCENE_ROLES] = {
		[ROLE_MARK] = true,    [ROLE_PART] = true,    [ROLE_DOT] = true,     [ROLE_OTHER] = true,
		[ROLE_CELL] = true,    [ROLE_WHISKER] = true, [ROLE_SPREAD] = true,  [ROLE_RUN] = true,
		[ROLE_CONNECT] = true, [ROLE_LEADER] = true,  [ROLE_POINTER] = true, [ROLE_RANK] = true,
		[ROLE_VALUE] = true,   [ROLE_SHARE] = true,   [ROLE_REMARK] = true,  [ROLE_ANNOTATION] = true,
	};
	const struct scene_item *item = &scene->items[i];
	const struct scene_evidence *e = scene->evidence;
	if (!hides[item->role] || item->datum < 0 || (size_t)item->datum >= e->n_data)
		return false;
	const struct scene_datum *datum = &e->data[item->datum];
	return datum->claimed || datum->claimed_x || datum->claimed_y;
}

static void draw_item(struct drawing *d, size_t i)
{
	const struct scene *light = d->view->light, *dark = d->view->dark ? d->view->dark : light;
	const struct scene_item *item = &light->items[i];
	switch (item->kind) {
	case SCENE_PATH:
		draw_path(d, &item->path, by_night(d, i));
		return;
	case SCENE_TEXT:
		draw_text(d, &item->text, &dark->items[i].text);
		return;
	case SCENE_LINK: /* what a chart holds leads nowhere */
	case SCENE_TARGET:
	case SCENE_IMAGE:
	case SCENE_FIGURE:
		return;
	}
}

void web_svg(struct web *h, const struct web_view *view, const char *classes, const char *labelled_by)
{
	struct drawing d = { .h = h, .b = &h->body, .view = view };
	const struct scene *scene = view->light;
	font_uses_add_scene(h->fonts, scene);
	strbuf_addf(d.b, "<svg class=\"%s\" role=\"img\" aria-labelledby=\"%s\" viewBox=\"0 0 ", classes, labelled_by);
	web_number(d.b, scene->width);
	strbuf_add(d.b, " ");
	web_number(d.b, scene->height);
	strbuf_add(d.b, "\">\n");
	add_patterns(&d);
	bool claim = false;
	for (size_t i = 0; i < scene->n_items; i++) {
		if (is_claim(scene, i) != claim)
			strbuf_add(d.b, claim ? "</g>" : "<g class=o>");
		claim = is_claim(scene, i);
		draw_item(&d, i);
	}
	strbuf_addf(d.b, "%s</svg>\n", claim ? "</g>" : "");
}
