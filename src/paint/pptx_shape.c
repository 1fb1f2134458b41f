/* Rectangles, lines and pictures as shapes. */
#include "base/arena.h"
#include "paint/png.h"
#include "paint/pptx_parts.h"
#include "paint/raster.h"
#include "style/look.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* ---- what all shapes have ---- */

void pptx_color(const struct pptx *deck, struct strbuf *b, struct color color)
{
	strbuf_add(b, "<a:solidFill>");
	pptx_xml_color(b, deck->info->look, color);
	strbuf_add(b, "</a:solidFill>");
}

struct rect pptx_place(const struct pptx_pen *pen, struct rect r)
{
	return (struct rect){ pen->at.x + r.x * pen->scale, pen->at.y + r.y * pen->scale, r.w * pen->scale,
		              r.h * pen->scale };
}

/* Edges are rounded, not lengths: what touches goes on touching. */
void pptx_box(struct strbuf *b, struct rect r)
{
	long x = pptx_emu(r.x), y = pptx_emu(r.y);
	strbuf_addf(b, "<a:off x=\"%ld\" y=\"%ld\"/><a:ext cx=\"%ld\" cy=\"%ld\"/>", x, y, pptx_emu(rect_right(r)) - x,
	            pptx_emu(rect_bottom(r)) - y);
}

static const char decorative[] =
	"<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
	"xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";

void pptx_name(struct pptx_pen *pen, const char *name, const char *alt)
{
	struct strbuf *b = &pen->out;
	strbuf_addf(b, "<p:cNvPr id=\"%u\" name=\"", ++pen->id);
	markup_value(b, name);
	strbuf_addf(b, " %u\"", pen->id);
	if (alt && *alt) {
		strbuf_add(b, " descr=\"");
		markup_value(b, alt);
		strbuf_add(b, "\"");
	}
	if (alt && !*alt)
		strbuf_addf(b, ">%s</p:cNvPr>", decorative);
	else
		strbuf_add(b, "/>");
}

size_t pptx_relate(struct pptx_pen *pen, enum pptx_rel_kind kind, const char *target)
{
	struct pptx_slide *s = pen->slide;
	for (size_t i = 0; i < s->n_rels; i++)
		if (s->rels[i].kind == kind && str_eq(s->rels[i].target, target))
			return i + PPTX_REL_FIRST;
	s->rels = arena_grow(pen->deck->arena, s->rels, &s->rels_room, s->n_rels, sizeof *s->rels);
	s->rels[s->n_rels] = (struct pptx_rel){ kind, arena_strdup(pen->deck->arena, target) };
	return s->n_rels++ + PPTX_REL_FIRST;
}

/* ---- paths ---- */

static void add_fill(struct pptx_pen *pen, const struct scene_path *path)
{
	switch (path->pattern) {
	case PATTERN_NONE:
		strbuf_add(&pen->out, "<a:noFill/>");
		return;
	case PATTERN_SOLID:
		pptx_color(pen->deck, &pen->out, path->fill);
		return;
	case PATTERN_HATCH: /* its strokes are a shape of their own */
		strbuf_add(&pen->out, "<a:noFill/>");
		return;
	}
}

static void add_stroke(struct pptx_pen *pen, const struct scene_path *path)
{
	struct strbuf *b = &pen->out;
	if (path->stroke <= 0) {
		strbuf_add(b, "<a:ln><a:noFill/></a:ln>");
		return;
	}
	strbuf_addf(b, "<a:ln w=\"%ld\" cap=\"flat\">", pptx_emu(path->stroke * pen->scale));
	pptx_color(pen->deck, b, path->stroke_color);
	strbuf_add(b, "<a:miter lim=\"800000\"/></a:ln>");
}

static void add_line(struct pptx_pen *pen, const struct scene_path *path, bool decoration)
{
	struct strbuf *b = &pen->out;
	struct rect r = path->rect;
	bool left = r.w < 0, up = r.h < 0;
	r.x += left ? r.w : 0;
	r.y += up ? r.h : 0;
	r.w = fabs(r.w);
	r.h = fabs(r.h);
	strbuf_add(b, "<p:cxnSp><p:nvCxnSpPr>");
	pptx_name(pen, "Line", decoration ? "" : NULL);
	strbuf_addf(b, "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm%s%s>", left ? " flipH=\"1\"" : "",
	            up ? " flipV=\"1\"" : "");
	pptx_box(b, pptx_place(pen, r));
	strbuf_add(b, "</a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
	add_stroke(pen, path);
	strbuf_add(b, "</p:spPr></p:cxnSp>\n");
}

/* Corners as a share of the shorter side; a disc where nothing is straight. */
static void add_shape(struct strbuf *b, const struct scene_path *path, struct rect r)
{
	enum { WHOLE = 100000 };
	static const double round_enough = 0.499;
	double least = fmin(r.w, r.h), share = least > 0 ? fmin(path->radius / least, 0.5) : 0;
	bool disc = share >= round_enough && fabs(r.w - r.h) < 0.01 * least;
	if (path->shape == SHAPE_ROUNDED && disc)
		strbuf_add(b, "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>");
	else if (path->shape == SHAPE_ROUNDED && share > 0)
		strbuf_addf(b,
		            "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val %ld\"/></a:avLst>"
		            "</a:prstGeom>",
		            lround(share * WHOLE));
	else
		strbuf_add(b, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
}

/* Where the stroke x + y = sum enters and leaves a box of this size. False if it passes by. */
static bool cross(double w, double h, double sum, struct point *from, struct point *to)
{
	*from = sum <= w ? (struct point){ sum, 0 } : (struct point){ w, sum - w };
	*to = sum <= h ? (struct point){ 0, sum } : (struct point){ sum - h, h };
	return sum > 0 && sum < w + h;
}

/* The strokes of a hatch as one free form, cut where the rectangle ends: patterns of fills look otherwise in every
 * program and at every size. */
static void add_hatch(struct pptx_pen *pen, const struct scene_path *path)
{
	struct strbuf *b = &pen->out;
	struct rect r = path->rect;
	double along = path->hatch_step * sqrt(2), first = ceil((r.x + r.y) / along) * along - r.x - r.y;
	struct point from, to;
	strbuf_add(b, "<p:sp><p:nvSpPr>");
	pptx_name(pen, "Hatching", "");
	strbuf_add(b, "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>");
	pptx_box(b, pptx_place(pen, r));
	strbuf_addf(b,
	            "</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
	            "<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"%ld\" h=\"%ld\" fill=\"none\">",
	            pptx_emu(r.w), pptx_emu(r.h));
	for (double k = 0; first + k * along < r.w + r.h; k++)
		if (cross(r.w, r.h, first + k * along, &from, &to))
			strbuf_addf(
				b,
				"<a:moveTo><a:pt x=\"%ld\" y=\"%ld\"/></a:moveTo><a:lnTo><a:pt x=\"%ld\" y=\"%ld\"/>"
				"</a:lnTo>",
				pptx_emu(from.x), pptx_emu(from.y), pptx_emu(to.x), pptx_emu(to.y));
	strbuf_addf(b, "</a:path></a:pathLst></a:custGeom><a:noFill/><a:ln w=\"%ld\" cap=\"flat\">",
	            pptx_emu(path->hatch_width * pen->scale));
	pptx_color(pen->deck, b, path->fill);
	strbuf_add(b, "</a:ln></p:spPr></p:sp>\n");
}

void pptx_path(struct pptx_pen *pen, const struct scene_path *path, bool decoration)
{
	struct strbuf *b = &pen->out;
	struct scene_path drawn = *path;
	if (path->shape == SHAPE_LINE) {
		add_line(pen, path, decoration);
		return;
	}
	if (path->stroke > 0 && (path->rect.w < 2 * path->stroke || path->rect.h < 2 * path->stroke)) {
		drawn.pattern = PATTERN_SOLID; /* nothing is left inside its outline */
		drawn.fill = path->stroke_color;
		drawn.stroke = 0;
	} else if (path->stroke > 0) { /* it is inside the rectangle, and here on its edge */
		drawn.rect = rect_grow(path->rect, -path->stroke / 2);
		drawn.radius -= path->stroke / 2;
	}
	if (drawn.pattern == PATTERN_HATCH && drawn.rect.w > 0 && drawn.rect.h > 0)
		add_hatch(pen, &drawn);
	strbuf_add(b, "<p:sp><p:nvSpPr>");
	pptx_name(pen, "Shape", decoration ? "" : NULL);
	strbuf_add(b, "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>");
	pptx_box(b, pptx_place(pen, drawn.rect));
	strbuf_add(b, "</a:xfrm>");
	add_shape(b, &drawn, drawn.rect);
	add_fill(pen, &drawn);
	add_stroke(pen, &drawn);
	strbuf_add(b, "</p:spPr></p:sp>\n");
}

/* ---- pictures ---- */

/* As pixels: few programs draw the vectors of a file alike. */
static bool encode(struct pptx *deck, const struct scene_image *image, struct bytes *out)
{
	static const double pixels_per_point = 3;
	struct arena *scratch = arena_new_below(deck->arena);
	struct scene *scene = scene_new(scratch, image->rect.w, image->rect.h);
	struct png_picture picture = { .translucent = true };
	scene->transparent = true;
	struct scene_item *item = scene_add(scene, SCENE_IMAGE, ROLE_FIGURE);
	item->image = *image;
	item->image.rect.x = item->image.rect.y = 0;
	bool ok = raster_paint(deck->raster, scene, pixels_per_point, &picture.pixels, &picture.width, &picture.height,
	                       deck->diags);
	picture.stride = picture.width;
	if (ok) {
		struct bytes png = png_encode(deck->png, &picture);
		char *copy = arena_alloc(deck->arena, png.size + 1, 1);
		memcpy(copy, png.data, png.size);
		*out = (struct bytes){ .data = copy, .size = png.size };
	}
	arena_free(scratch);
	return ok;
}

/* The same picture on many slides is one part. */
static const char *part_of(struct pptx *deck, struct bytes png)
{
	for (size_t i = 0; i < deck->n_parts; i++)
		if (deck->parts[i].bytes.size == png.size && memcmp(deck->parts[i].bytes.data, png.data, png.size) == 0)
			return deck->parts[i].name;
	const char *name = arena_printf(deck->arena, "ppt/media/image%zu.png", deck->n_parts + 1);
	deck->parts = arena_grow(deck->arena, deck->parts, &deck->parts_room, deck->n_parts, sizeof *deck->parts);
	deck->parts[deck->n_parts++] = (struct pptx_part){ .name = name, .bytes = png, .packed = true };
	return name;
}

void pptx_image(struct pptx_pen *pen, const struct scene_image *image)
{
	struct strbuf *b = &pen->out;
	struct bytes png;
	if (!encode(pen->deck, image, &png))
		return;
	size_t rel = pptx_relate(pen, PPTX_REL_IMAGE, part_of(pen->deck, png));
	strbuf_add(b, "<p:pic><p:nvPicPr>");
	pptx_name(pen, "Picture", image->alt ? image->alt : "");
	strbuf_add(b, "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>");
	strbuf_addf(b, "<a:blip r:embed=\"rId%zu\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>",
	            rel);
	pptx_box(b, pptx_place(pen, image->rect));
	strbuf_add(b, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>\n");
}
