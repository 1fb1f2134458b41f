#include "paint/svg_draw.h"

#include "base/arena.h"
#include "base/markup.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* At most three decimal places, without trailing zeros. */
/* With up to three decimal places, as "%.3f" writes them. */
static void add_thousandths(struct strbuf *b, double n)
{
	enum { PLACES = 3 };
	static const double exact = 1e12;
	double whole = round(n * 1000);
	if (!(fabs(whole) < exact)) { /* no picture is as large */
		strbuf_addf(b, "%.3f", whole / 1000);
		return;
	}
	char text[24], *start = text + sizeof text;
	uint64_t left = (uint64_t)fabs(whole);
	size_t places = left ? PLACES : 0;
	for (; places && left % 10 == 0; places--)
		left /= 10;
	for (size_t i = 0; left || i <= places; i++, left /= 10) {
		if (i && i == places)
			*--start = '.';
		*--start = (char)('0' + left % 10);
	}
	if (whole < 0)
		*--start = '-';
	strbuf_addn(b, start, (size_t)(text + sizeof text - start));
}

void svg_number(struct strbuf *b, const char *name, double n)
{
	strbuf_add(b, " ");
	strbuf_add(b, name);
	strbuf_add(b, "=\"");
	add_thousandths(b, n);
	strbuf_add(b, "\"");
}

void svg_color(struct strbuf *b, const char *name, struct color c)
{
	char hex[8];
	color_hex(c, hex);
	strbuf_addf(b, " %s=\"%s\"", name, hex);
}

/* ---- hatching ---- */

static size_t pattern_of(struct svg_drawing *d, const struct scene_path *p)
{
	for (size_t i = 0; i < d->n_patterns; i++)
		if (color_equal(d->patterns[i].fill, p->fill) && fabs(d->patterns[i].hatch_step - p->hatch_step) < 1e-9)
			return i;
	if (d->n_patterns == SVG_PATTERNS_MAX)
		return SVG_PATTERNS_MAX - 1;
	d->patterns[d->n_patterns] = *p;
	return d->n_patterns++;
}

static void find_patterns(struct svg_drawing *d, const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (item->kind == SCENE_PATH && item->path.pattern == PATTERN_HATCH)
			pattern_of(d, &item->path);
		if (item->kind == SCENE_FIGURE)
			find_patterns(d, item->figure.scene);
	}
}

void svg_add_patterns(struct svg_drawing *d, const struct scene *scene)
{
	find_patterns(d, scene);
	for (size_t i = 0; i < d->n_patterns; i++) {
		const struct scene_path *p = &d->patterns[i];
		strbuf_addf(
			d->out,
			"<pattern id=\"%shatch%zu\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"",
			d->prefix, i);
		svg_number(d->out, "width", p->hatch_step);
		svg_number(d->out, "height", p->hatch_step);
		strbuf_add(d->out, "><rect");
		svg_number(d->out, "width", p->hatch_width);
		svg_number(d->out, "height", p->hatch_step);
		svg_color(d->out, "fill", p->fill);
		strbuf_add(d->out, "/></pattern>\n");
	}
}

/* ---- items ---- */

void svg_box(struct strbuf *b, struct rect r, double radius)
{
	strbuf_add(b, "<rect");
	svg_number(b, "x", r.x);
	svg_number(b, "y", r.y);
	svg_number(b, "width", r.w);
	svg_number(b, "height", r.h);
	if (radius > 0)
		svg_number(b, "rx", fmin(radius, fmin(r.w, r.h) / 2));
}

static void fill(struct svg_drawing *d, const struct scene_path *p)
{
	switch (p->pattern) {
	case PATTERN_NONE:
		strbuf_add(d->out, " fill=\"none\"");
		return;
	case PATTERN_SOLID:
		svg_color(d->out, "fill", p->fill);
		return;
	case PATTERN_HATCH:
		strbuf_addf(d->out, " fill=\"url(#%shatch%zu)\"", d->prefix, pattern_of(d, p));
		return;
	}
}

static void outline(struct strbuf *b, const struct scene_path *p)
{
	if (p->stroke <= 0)
		return;
	svg_color(b, "stroke", p->stroke_color);
	svg_number(b, "stroke-width", p->stroke);
}

void svg_draw_path(struct svg_drawing *d, const struct scene_path *p)
{
	struct strbuf *b = d->out;
	double inset = p->shape == SHAPE_RECT || p->shape == SHAPE_ROUNDED ? p->stroke / 2 : 0;
	bool thin = inset > 0 && (p->rect.w < 2 * p->stroke || p->rect.h < 2 * p->stroke);
	switch (p->shape) {
	case SHAPE_RECT:
	case SHAPE_ROUNDED:
		svg_box(b, thin ? p->rect : rect_grow(p->rect, -inset),
		        p->shape == SHAPE_ROUNDED ? p->radius - inset : 0);
		break;
	case SHAPE_LINE:
		strbuf_add(b, "<line");
		svg_number(b, "x1", p->rect.x);
		svg_number(b, "y1", p->rect.y);
		svg_number(b, "x2", p->rect.x + p->rect.w);
		svg_number(b, "y2", p->rect.y + p->rect.h);
		break;
	}
	if (thin) {
		svg_color(b, "fill", p->stroke_color);
	} else {
		fill(d, p);
		outline(b, p);
	}
	strbuf_add(b, "/>\n");
}

static void draw_run(struct svg_drawing *d, const struct scene_text *t, const struct text_line *line,
                     const struct text_run *run, struct color ink)
{
	struct strbuf *b = d->out;
	strbuf_add(b, "<text");
	svg_number(b, "x", t->at.x + run->x);
	svg_number(b, "y", t->at.y + line->baseline);
	svg_number(b, "font-size", t->block->style.size);
	if (font_css_weight(run->font) != 400)
		strbuf_addf(b, " font-weight=\"%d\"", font_css_weight(run->font));
	if (font_italic(run->font))
		strbuf_add(b, " font-style=\"italic\"");
	if (!font_own(run->font))
		strbuf_addf(b, " font-family=\"'%s',%s\"", font_family(run->font),
		            font_code(run->font) ? "monospace" : "sans-serif");
	if (t->block->style.tabular && !font_code(run->font))
		strbuf_add(b, " class=\"t\"");
	if (run->rtl)
		strbuf_add(b, " direction=\"rtl\" text-anchor=\"end\"");
	svg_color(b, "fill", ink);
	if (run->width > 0)
		svg_number(b, "textLength", run->width);
	strbuf_add(b, ">");
	markup_text(b, run->text, run->bytes);
	strbuf_add(b, "</text>\n");
}

void svg_draw_text(struct svg_drawing *d, const struct scene_text *t)
{
	struct text_run part;
	struct color ink;
	for (size_t i = 0; i < t->block->n_lines; i++)
		for (size_t k = 0; k < t->block->lines[i].n_runs; k++)
			for (size_t at = 0; scene_tinted(t, &t->block->lines[i].runs[k], &at, &part, &ink);)
				draw_run(d, t, &t->block->lines[i], &part, ink);
}

/* What a URI may not contain is percent-encoded. */
void svg_draw_link(struct svg_drawing *d, const struct scene_link *link, const char *more)
{
	strbuf_add(d->out, "<a href=\"");
	for (const char *p = link->uri; *p; p++) {
		if (strchr("<>\"{}|\\^` ", *p) || (unsigned char)*p < 0x20 || (unsigned char)*p >= 0x7f)
			strbuf_addf(d->out, "%%%02X", (unsigned)(unsigned char)*p);
		else
			markup_escape(d->out, p, 1);
	}
	strbuf_addf(d->out, "\"%s>", more ? more : "");
	svg_box(d->out, link->rect, 0);
	strbuf_add(d->out, " fill-opacity=\"0\"/></a>\n");
}
