/* SVG by hand: real text that can be selected, at the places and widths that were shaped. */
#include "paint/painter.h"
#include "paint/painters.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/markup.h"
#include "base/str.h"
#include "paint/font_uses.h"
#include "paint/seal.h"
#include "paint/svg_draw.h"
#include "read/entity.h"
#include "words/language.h"

#include <string.h>

struct svg {
	const struct paint_info *info;
	struct diags *diags;
	struct strbuf out;
	const struct scene *scene;
	struct svg_drawing drawing;
};

static void element(struct strbuf *b, const char *name, const char *id, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(b, "<%s%s%s%s>", name, id ? " id=\"" : "", id ? id : "", id ? "\"" : "");
	markup_text(b, text, strlen(text));
	strbuf_addf(b, "</%s>\n", name);
}

static void draw_item(struct svg *s, const struct scene_item *item, struct diags *diags)
{
	switch (item->kind) {
	case SCENE_PATH:
		svg_draw_path(&s->drawing, &item->path);
		return;
	case SCENE_TEXT:
		svg_draw_text(&s->drawing, &item->text);
		return;
	case SCENE_LINK:
		svg_draw_link(&s->drawing, &item->link, NULL);
		return;
	case SCENE_TARGET:
		return;
	case SCENE_IMAGE:
	case SCENE_FIGURE:
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose a format that holds pages",
		         "an SVG holds one chart, not a page");
		return;
	}
}

static const char record_start[] = "\n<record xmlns=\"urn:benchbrief:record\">", record_end[] = "</record>";

static void head(struct svg *s, const struct paint_info *info)
{
	const struct scene *scene = s->scene;
	struct strbuf *b = &s->out;
	strbuf_add(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"");
	strbuf_addf(b, " lang=\"%s\"", scene->document.language->code);
	svg_number(b, "width", scene->width * 4 / 3);
	svg_number(b, "height", scene->height * 4 / 3);
	strbuf_addf(b, " viewBox=\"0 0 %g %g\">\n", scene->width, scene->height);
	element(b, "title", "title", scene->document.title);
	element(b, "desc", "desc", scene->document.alt);
	strbuf_add(b, "<metadata>");
	if (scene->document.source) {
		markup_text(b, scene->document.source, strlen(scene->document.source));
		strbuf_add(b, ". ");
	}
	strbuf_addf(b, "Data SHA-256 %s. %s", scene->document.data_hash ? scene->document.data_hash : "none",
	            info->producer);
	if (info->record) {
		strbuf_add(b, record_start);
		markup_text(b, info->record, strlen(info->record));
		strbuf_add(b, record_end);
	}
	strbuf_addf(b, "\n<seal xmlns=\"urn:benchbrief:seal\">%s</seal></metadata>\n", seal_blank);
	strbuf_add(b, "<style>\n");
	struct font_uses *fonts = font_uses_new(b->arena);
	font_uses_add_scene(fonts, scene);
	font_uses_write(fonts, b, FONT_OPENTYPE);
	strbuf_add(b, "text{font-family:Inter,sans-serif;font-feature-settings:\"calt\" 0,\"liga\" 0;white-space:pre}\n"
	              ".t{font-feature-settings:\"calt\" 0,\"liga\" 0,\"tnum\" 1}\n</style>\n");
	svg_add_patterns(&s->drawing, scene);
	if (scene->transparent)
		return;
	svg_box(b, (struct rect){ 0, 0, scene->width, scene->height }, 0);
	svg_color(b, "fill", scene->background);
	strbuf_add(b, "/>\n");
}

/* ---- the painter ---- */

static void *begin(void *kept, struct arena *arena, const struct paint_info *info, struct diags *diags)
{
	(void)kept;
	struct svg *s = arena_alloc(arena, 1, sizeof *s);
	*s = (struct svg){ .out = strbuf_new(arena), .info = info, .diags = diags };
	return s;
}

static bool page(void *file, const struct scene *scene)
{
	struct svg *s = file;
	size_t before = diags_count(s->diags, DIAG_ERROR);
	s->scene = scene;
	s->drawing = (struct svg_drawing){ .out = &s->out, .prefix = "" };
	head(s, s->info);
	for (size_t i = 0; i < scene->n_items; i++)
		draw_item(s, &scene->items[i], s->diags);
	strbuf_add(&s->out, "</svg>\n");
	return diags_count(s->diags, DIAG_ERROR) == before;
}

static bool end(void *file, struct bytes *out)
{
	struct svg *s = file;
	seal_close(s->out.s, s->out.n, 0);
	*out = (struct bytes){ .data = s->out.s, .size = s->out.n };
	return true;
}

/* ---- what a file carries ---- */

static const char *find(const char *from, const char *end, const char *text)
{
	size_t n = strlen(text);
	for (; (size_t)(end - from) >= n; from++)
		if (memcmp(from, text, n) == 0)
			return from;
	return NULL;
}

/* What escape did, or whoever saved it again, undone. */
static struct bytes plain(struct arena *arena, const char *at, const char *end)
{
	struct strbuf b = strbuf_new(arena);
	entity_add(&b, at, (size_t)(end - at));
	return (struct bytes){ .data = b.s, .size = b.n };
}

static bool recognise(struct bytes bytes)
{
	enum { HEAD = 512 };
	size_t n = bytes.size < HEAD ? bytes.size : HEAD;
	return find(bytes.data, bytes.data + n, "<svg") != NULL;
}

static void recover(struct arena *arena, struct bytes bytes, size_t limit, struct paint_found *out, struct diags *diags)
{
	(void)diags;
	const char *end = bytes.data + bytes.size, *start = find(bytes.data, end, record_start);
	const char *stop = start ? find(start, end, record_end) : NULL;
	start = start ? start + strlen(record_start) : NULL;
	if (stop && (size_t)(stop - start) <= limit)
		out->record = plain(arena, start, stop);
	out->seal = seal_check(bytes, 0);
}

const struct painter painter_svg = {
	.suffix = "svg",
	.name = "SVG",
	.media_type = "image/svg+xml",
	.holds_links = true,
	.begin = begin,
	.page = page,
	.end = end,
	.recognise = recognise,
	.recover = recover,
};
