/* SVG by hand: real text that can be selected, at the places and widths that were shaped. */
#include "paint/painter.h"
#include "paint/painters.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/font_uses.h"
#include "paint/seal.h"
#include "words/language.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PATTERNS_MAX = 32 };

struct svg {
	const struct paint_info *info;
	struct diags *diags;
	struct strbuf out;
	const struct scene *scene;
	struct scene_path patterns[PATTERNS_MAX]; /* one per colour and step */
	size_t n_patterns;
};

/* ---- text in XML ---- */

static void escape(struct strbuf *b, const char *s, size_t n)
{
	const char *start = s, *end = s + n;
	for (; s < end; s++) {
		const char *entity = *s == '&'   ? "&amp;"
		                     : *s == '<' ? "&lt;"
		                     : *s == '>' ? "&gt;"
		                     : *s == '"' ? "&quot;"
		                                 : NULL;
		if (!entity)
			continue;
		strbuf_addn(b, start, (size_t)(s - start));
		strbuf_add(b, entity);
		start = s + 1;
	}
	strbuf_addn(b, start, (size_t)(end - start));
}

static void element(struct strbuf *b, const char *name, const char *id, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(b, "<%s%s%s%s>", name, id ? " id=\"" : "", id ? id : "", id ? "\"" : "");
	escape(b, text, strlen(text));
	strbuf_addf(b, "</%s>\n", name);
}

/* At most three decimal places, without trailing zeros. */
static void number(struct strbuf *b, const char *name, double n)
{
	char text[40];
	double r = round(n * 1000) / 1000;
	snprintf(text, sizeof text, "%.3f", r == 0 ? 0 : r);
	char *end = text + strlen(text);
	while (end[-1] == '0')
		*--end = '\0';
	if (end[-1] == '.')
		end[-1] = '\0';
	strbuf_addf(b, " %s=\"%s\"", name, text);
}

static void color(struct strbuf *b, const char *name, struct color c)
{
	char hex[8];
	color_hex(c, hex);
	strbuf_addf(b, " %s=\"%s\"", name, hex);
}

/* ---- hatching ---- */

static size_t pattern_of(struct svg *s, const struct scene_path *p)
{
	for (size_t i = 0; i < s->n_patterns; i++)
		if (color_equal(s->patterns[i].fill, p->fill) && fabs(s->patterns[i].hatch_step - p->hatch_step) < 1e-9)
			return i;
	if (s->n_patterns == PATTERNS_MAX)
		return PATTERNS_MAX - 1;
	s->patterns[s->n_patterns] = *p;
	return s->n_patterns++;
}

static void add_patterns(struct svg *s)
{
	for (size_t i = 0; i < s->scene->n_items; i++)
		if (s->scene->items[i].kind == SCENE_PATH && s->scene->items[i].path.pattern == PATTERN_HATCH)
			pattern_of(s, &s->scene->items[i].path);
	for (size_t i = 0; i < s->n_patterns; i++) {
		const struct scene_path *p = &s->patterns[i];
		strbuf_addf(&s->out,
		            "<pattern id=\"hatch%zu\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"",
		            i);
		number(&s->out, "width", p->hatch_step);
		number(&s->out, "height", p->hatch_step);
		strbuf_add(&s->out, "><rect");
		number(&s->out, "width", p->hatch_width);
		number(&s->out, "height", p->hatch_step);
		color(&s->out, "fill", p->fill);
		strbuf_add(&s->out, "/></pattern>\n");
	}
}

/* ---- items ---- */

static void box(struct strbuf *b, struct rect r, double radius)
{
	strbuf_add(b, "<rect");
	number(b, "x", r.x);
	number(b, "y", r.y);
	number(b, "width", r.w);
	number(b, "height", r.h);
	if (radius > 0)
		number(b, "rx", fmin(radius, fmin(r.w, r.h) / 2));
}

static void fill(struct svg *s, const struct scene_path *p)
{
	switch (p->pattern) {
	case PATTERN_NONE:
		strbuf_add(&s->out, " fill=\"none\"");
		return;
	case PATTERN_SOLID:
		color(&s->out, "fill", p->fill);
		return;
	case PATTERN_HATCH:
		strbuf_addf(&s->out, " fill=\"url(#hatch%zu)\"", pattern_of(s, p));
		return;
	}
}

static void outline(struct strbuf *b, const struct scene_path *p)
{
	if (p->stroke <= 0)
		return;
	color(b, "stroke", p->stroke_color);
	number(b, "stroke-width", p->stroke);
}

static void draw_path(struct svg *s, const struct scene_path *p)
{
	struct strbuf *b = &s->out;
	double inset = p->shape == SHAPE_RECT || p->shape == SHAPE_ROUNDED ? p->stroke / 2 : 0;
	bool thin = inset > 0 && (p->rect.w < 2 * p->stroke || p->rect.h < 2 * p->stroke);
	switch (p->shape) {
	case SHAPE_RECT:
	case SHAPE_ROUNDED:
		box(b, thin ? p->rect : rect_grow(p->rect, -inset), p->shape == SHAPE_ROUNDED ? p->radius - inset : 0);
		break;
	case SHAPE_LINE:
		strbuf_add(b, "<line");
		number(b, "x1", p->rect.x);
		number(b, "y1", p->rect.y);
		number(b, "x2", p->rect.x + p->rect.w);
		number(b, "y2", p->rect.y + p->rect.h);
		break;
	}
	if (thin) {
		color(b, "fill", p->stroke_color);
	} else {
		fill(s, p);
		outline(b, p);
	}
	strbuf_add(b, "/>\n");
}

static void draw_run(struct svg *s, const struct scene_text *t, const struct text_line *line,
                     const struct text_run *run, struct color ink)
{
	struct strbuf *b = &s->out;
	strbuf_add(b, "<text");
	number(b, "x", t->at.x + run->x);
	number(b, "y", t->at.y + line->baseline);
	number(b, "font-size", t->block->style.size);
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
	color(b, "fill", ink);
	if (run->width > 0)
		number(b, "textLength", run->width);
	strbuf_add(b, ">");
	escape(b, run->text, run->bytes);
	strbuf_add(b, "</text>\n");
}

static void draw_text(struct svg *s, const struct scene_text *t)
{
	struct text_run part;
	struct color ink;
	for (size_t i = 0; i < t->block->n_lines; i++)
		for (size_t k = 0; k < t->block->lines[i].n_runs; k++)
			for (size_t at = 0; scene_tinted(t, &t->block->lines[i].runs[k], &at, &part, &ink);)
				draw_run(s, t, &t->block->lines[i], &part, ink);
}

/* What a URI may not contain is percent-encoded. */
static void draw_link(struct svg *s, const struct scene_link *link)
{
	strbuf_add(&s->out, "<a href=\"");
	for (const char *p = link->uri; *p; p++) {
		if (strchr("<>\"{}|\\^` ", *p) || (unsigned char)*p < 0x20 || (unsigned char)*p >= 0x7f)
			strbuf_addf(&s->out, "%%%02X", (unsigned)(unsigned char)*p);
		else
			escape(&s->out, p, 1);
	}
	strbuf_add(&s->out, "\">");
	box(&s->out, link->rect, 0);
	strbuf_add(&s->out, " fill-opacity=\"0\"/></a>\n");
}

static void draw_item(struct svg *s, const struct scene_item *item, struct diags *diags)
{
	switch (item->kind) {
	case SCENE_PATH:
		draw_path(s, &item->path);
		return;
	case SCENE_TEXT:
		draw_text(s, &item->text);
		return;
	case SCENE_LINK:
		draw_link(s, &item->link);
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
	number(b, "width", scene->width * 4 / 3);
	number(b, "height", scene->height * 4 / 3);
	strbuf_addf(b, " viewBox=\"0 0 %g %g\">\n", scene->width, scene->height);
	element(b, "title", "title", scene->document.title);
	element(b, "desc", "desc", scene->document.alt);
	strbuf_add(b, "<metadata>");
	if (scene->document.source) {
		escape(b, scene->document.source, strlen(scene->document.source));
		strbuf_add(b, ". ");
	}
	strbuf_addf(b, "Data SHA-256 %s. %s", scene->document.data_hash ? scene->document.data_hash : "none",
	            info->producer);
	if (info->record) {
		strbuf_add(b, record_start);
		escape(b, info->record, strlen(info->record));
		strbuf_add(b, record_end);
	}
	strbuf_addf(b, "\n<seal xmlns=\"urn:benchbrief:seal\">%s</seal></metadata>\n", seal_blank);
	strbuf_add(b, "<style>\n");
	struct font_uses *fonts = font_uses_new(b->arena);
	font_uses_add_scene(fonts, scene);
	font_uses_write(fonts, b, FONT_OPENTYPE);
	strbuf_add(b, "text{font-family:Inter,sans-serif;font-feature-settings:\"calt\" 0,\"liga\" 0;white-space:pre}\n"
	              ".t{font-feature-settings:\"calt\" 0,\"liga\" 0,\"tnum\" 1}\n</style>\n");
	add_patterns(s);
	if (scene->transparent)
		return;
	box(b, (struct rect){ 0, 0, scene->width, scene->height }, 0);
	color(b, "fill", scene->background);
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

/* "&#8212;", "&#x2014;": as other programs write what is not ASCII. The byte after it; NULL if it is none. */
static const char *add_numbered(struct strbuf *b, const char *at, const char *end)
{
	enum { BASE_TEN = 10, BASE_HEX = 16, RUNE_MAX = 0x10ffff };
	bool hex = end - at > 3 && (at[2] == 'x' || at[2] == 'X');
	uint32_t rune = 0, base = hex ? BASE_HEX : BASE_TEN;
	const char *digits = at + (hex ? 3 : 2), *p = digits;
	for (; p < end && rune <= RUNE_MAX; p++) {
		uint32_t digit = *p >= '0' && *p <= '9'          ? (uint32_t)(*p - '0')
		                 : hex && *p >= 'a' && *p <= 'f' ? (uint32_t)(*p - 'a') + BASE_TEN
		                 : hex && *p >= 'A' && *p <= 'F' ? (uint32_t)(*p - 'A') + BASE_TEN
		                                                 : base;
		if (digit == base)
			break;
		rune = rune * base + digit;
	}
	if (p == digits || p == end || *p != ';' || rune > RUNE_MAX)
		return NULL;
	strbuf_add_rune(b, rune);
	return p + 1;
}

/* What escape did, or whoever saved it again, undone. */
static struct bytes plain(struct arena *arena, const char *at, const char *end)
{
	static const struct {
		const char *name, *is;
	} entities[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" } };
	struct strbuf b = strbuf_new(arena);
	while (at < end) {
		const char *stop = memchr(at, '&', (size_t)(end - at));
		strbuf_addn(&b, at, (size_t)((stop ? stop : end) - at));
		if (!stop)
			break;
		at = end - stop > 2 && stop[1] == '#' ? add_numbered(&b, stop, end) : NULL;
		at = at ? at : stop + 1;
		for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
			if (str_starts(stop, entities[i].name)) {
				strbuf_add(&b, entities[i].is);
				at = stop + strlen(entities[i].name);
			}
	}
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
