#include "paint/page_svg.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/markup.h"
#include "paint/base64.h"
#include "paint/font_uses.h"
#include "paint/image_png.h"
#include "paint/svg_draw.h"
#include "words/language.h"

#include <string.h>

static void draw_items(struct svg_drawing *d, const struct scene *scene);

/* ---- what only pages have ---- */

/* Where a link of the page leads to in the document around it. */
static void draw_target(struct svg_drawing *d, const struct scene_target *target)
{
	strbuf_add(d->out, "<g id=\"to-");
	markup_escape(d->out, target->name, strlen(target->name));
	strbuf_add(d->out, "\"><path d=\"M");
	strbuf_addf(d->out, "%.1f %.1fv1\"/></g>\n", target->at.x, target->at.y);
}

/* It is called what a reader of the PDF hears. */
static void draw_link(struct svg_drawing *d, const struct scene_item *item)
{
	const char *uri = item->link.uri, *name = item->tag && item->tag->alt ? item->tag->alt : uri;
	struct strbuf more = strbuf_new(d->out->arena);
	struct scene_link link = item->link;
	strbuf_add(&more, " aria-label=\"");
	markup_escape(&more, name, strlen(name));
	strbuf_add(&more, "\"");
	if (*uri == '#')
		link.uri = arena_printf(d->out->arena, "#to-%s", uri + 1);
	else
		strbuf_add(&more, " target=\"_blank\" rel=\"noopener noreferrer\"");
	svg_draw_link(d, &link, more.s);
}

static void draw_image(struct svg_drawing *d, const struct scene_image *image)
{
	struct arena *scratch = arena_new_below(d->out->arena);
	struct bytes png = image_png(scratch, image);
	if (png.size) {
		strbuf_add(d->out, "<image");
		svg_number(d->out, "x", image->rect.x);
		svg_number(d->out, "y", image->rect.y);
		svg_number(d->out, "width", image->rect.w);
		svg_number(d->out, "height", image->rect.h);
		strbuf_add(d->out, " aria-label=\"");
		markup_escape(d->out, image->alt ? image->alt : "", image->alt ? strlen(image->alt) : 0);
		strbuf_add(d->out, "\" href=\"data:image/png;base64,");
		base64_add(d->out, png.data, png.size);
		strbuf_add(d->out, "\"/>\n");
	}
	arena_free(scratch);
}

static void draw_figure(struct svg_drawing *d, const struct scene_figure *figure, double scale)
{
	const struct scene *scene = figure->scene;
	strbuf_addf(d->out, "<g transform=\"translate(%.3f %.3f) scale(%.5f)\">\n", figure->at.x, figure->at.y, scale);
	if (!scene->transparent) {
		svg_box(d->out, (struct rect){ 0, 0, scene->width, scene->height }, 0);
		svg_color(d->out, "fill", scene->background);
		strbuf_add(d->out, "/>\n");
	}
	draw_items(d, scene);
	strbuf_add(d->out, "</g>\n");
}

static void draw_items(struct svg_drawing *d, const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		switch (item->kind) {
		case SCENE_PATH:
			svg_draw_path(d, &item->path);
			break;
		case SCENE_TEXT:
			svg_draw_text(d, &item->text);
			break;
		case SCENE_LINK:
			draw_link(d, item);
			break;
		case SCENE_TARGET:
			draw_target(d, &item->target);
			break;
		case SCENE_IMAGE:
			draw_image(d, &item->image);
			break;
		case SCENE_FIGURE:
			draw_figure(d, &item->figure, scene_figure_scale(item));
			break;
		}
	}
}

/* ---- the page ---- */

static void add_spots(struct strbuf *out, const struct page_spot *spots, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		svg_box(out, spots[i].rect, 0);
		strbuf_addf(out, " class=\"spot\" tabindex=\"-1\" role=\"button\"%s/>\n", spots[i].attributes);
	}
}

void page_svg_write(struct strbuf *out, const struct scene *page, const char *prefix, const struct page_spot *spots,
                    size_t n_spots)
{
	struct svg_drawing d = { .out = out, .prefix = prefix };
	strbuf_addf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %g %g\" lang=\"%s\">\n", page->width,
	            page->height, page->document.language ? page->document.language->code : "en");
	svg_add_patterns(&d, page);
	if (!page->transparent) {
		svg_box(out, (struct rect){ 0, 0, page->width, page->height }, 0);
		svg_color(out, "fill", page->background);
		strbuf_add(out, "/>\n");
	}
	draw_items(&d, page);
	add_spots(out, spots, n_spots);
	strbuf_add(out, "</svg>\n");
}

static void add_uses(struct font_uses *uses, const struct scene *scene)
{
	font_uses_add_scene(uses, scene);
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].kind == SCENE_FIGURE)
			add_uses(uses, scene->items[i].figure.scene);
}

bool page_svg_fonts(struct strbuf *out, const struct scene *const *pages, size_t n_pages, char key[65])
{
	struct font_uses *uses = font_uses_new(out->arena);
	struct hash hash;
	char now[65];
	for (size_t i = 0; i < n_pages; i++)
		add_uses(uses, pages[i]);
	hash_init(&hash);
	font_uses_hash(uses, &hash);
	hash_finish(&hash, now);
	if (str_eq(now, key))
		return false;
	memcpy(key, now, sizeof now);
	font_uses_write(uses, out, FONT_WOFF);
	return true;
}
