/* PPTX: each page becomes a slide as it comes; the package is put together when all are there. */
#include "base/arena.h"
#include "paint/painter.h"
#include "paint/painters.h"
#include "paint/png.h"
#include "paint/pptx_parts.h"
#include "paint/pptx_said.h"
#include "paint/raster.h"
#include "paint/seal.h"
#include "read/archive.h"
#include "read/xml.h"
#include "words/language.h"

#include <string.h>

/* ---- writing ---- */

struct kept { /* from file to file */
	struct raster *raster;
	struct png_writer *png;
};

static void *keep(struct arena *arena)
{
	struct kept *kept = arena_alloc(arena, 1, sizeof *kept);
	kept->raster = raster_new(arena);
	kept->png = png_writer_new(arena);
	return kept;
}

static void *begin(void *object, struct arena *arena, const struct paint_info *info, struct diags *diags)
{
	const struct kept *kept = object;
	struct pptx *deck = arena_alloc(arena, 1, sizeof *deck);
	*deck = (struct pptx){ .arena = arena,
		               .info = info,
		               .diags = diags,
		               .raster = kept->raster,
		               .png = kept->png,
		               .targets = map_new(arena),
		               .titles = map_new(arena) };
	return deck;
}

/* Languages as PowerPoint names them: with a country. */
static const char *language_name(struct arena *arena, const char *code)
{
	static const struct {
		const char *code, *name;
	} known[] = { { "en", "en-US" }, { "de", "de-DE" } };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(known[i].code, code))
			return known[i].name;
	return arena_strdup(arena, code);
}

static const char *copied(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static bool page(void *file, const struct scene *scene)
{
	struct pptx *deck = file;
	if (!deck->n_slides) {
		deck->width = scene->width;
		deck->height = scene->height;
		deck->document.title = copied(deck->arena, scene->document.title);
		deck->document.source = copied(deck->arena, scene->document.source);
		deck->data_hash = copied(deck->arena, scene->document.data_hash);
		deck->language = language_name(deck->arena, scene->document.language->code);
	}
	pptx_slide_add(deck, scene);
	return true;
}

static bool end(void *file, struct bytes *out)
{
	union {
		const char *given;
		char *own; /* of the archive, which is on the arena of this file */
	} bytes;
	if (!pptx_package(file, out))
		return false;
	bytes.given = out->data;
	seal_close(bytes.own, out->size, 0);
	return true;
}

/* ---- what a file carries ---- */

static bool contains(struct bytes file, const char *text)
{
	size_t n = strlen(text);
	for (const char *p = file.data, *end = file.data + file.size; (size_t)(end - p) >= n; p++) {
		p = memchr(p, *text, (size_t)(end - p) - n + 1);
		if (!p)
			return false;
		if (memcmp(p, text, n) == 0)
			return true;
	}
	return false;
}

static bool recognise(struct bytes file)
{
	return archive_recognise(file) && contains(file, "ppt/presentation.xml");
}

struct cargo {
	struct arena *arena;
	size_t limit;
	struct strbuf text;
	bool record, open; /* the record; something that is said */
	struct pptx_said is_open;
	struct strbuf found;              /* the record */
	bool has_record, too_large, ours; /* ours: what is said is recorded as this version reads it */
	struct pptx_said_list said;
};

static void on_open(void *closure, const char *name, const char *const *attributes)
{
	struct cargo *c = closure;
	c->record = str_eq(name, "file") && str_eq(xml_attribute(attributes, "name"), paint_record_name) &&
	            str_eq(xml_attribute(attributes, "as"), "text");
	if (str_eq(name, "cargo"))
		c->ours = str_eq(xml_attribute(attributes, "says"), arena_printf(c->arena, "%d", PPTX_SAID_READING));
	c->open = pptx_said_open(c->arena, name, attributes, &c->is_open);
	if (c->open)
		c->text = strbuf_new(c->arena);
}

/* The slides are those that anything was said on. */
static void add_said(struct cargo *c)
{
	struct pptx_said_list *l = &c->said;
	c->is_open.text = c->text.s;
	pptx_said_add(l, &c->is_open);
	if (l->n_slides && l->slides[l->n_slides - 1] == c->is_open.slide)
		return;
	l->slides = arena_grow(l->arena, l->slides, &l->slides_room, l->n_slides, sizeof *l->slides);
	l->slides[l->n_slides++] = c->is_open.slide;
}

static void on_close(void *closure, const char *name)
{
	struct cargo *c = closure;
	(void)name;
	if (c->open)
		add_said(c);
	c->has_record |= c->record;
	c->record = c->open = false;
}

static void on_text(void *closure, const char *s, size_t n)
{
	struct cargo *c = closure;
	if (c->record && c->found.n + n > c->limit)
		c->too_large = true;
	else if (c->record)
		strbuf_addn(&c->found, s, n);
	else if (c->open)
		strbuf_addn(&c->text, s, n);
}

/* Programs that save a file again may number its custom parts anew. */
static bool read_cargo(struct archive *archive, struct cargo *c)
{
	enum { ITEMS = 20 };
	static const struct xml_reader reader = { on_open, on_close, on_text };
	for (int i = 1; i <= ITEMS && !c->has_record; i++) {
		const char *name = arena_printf(c->arena, "customXml/item%d.xml", i);
		struct diags *unsaid = diags_new(c->arena);
		struct bytes bytes;
		if (archive_has(archive, name) && archive_read(archive, c->arena, name, &bytes, unsaid) &&
		    contains(bytes, pptx_cargo_space))
			xml_read(c->arena, place_file(NULL), name, bytes, &reader, c, unsaid);
	}
	return c->has_record && !c->too_large;
}

static bool get_part(void *of, struct arena *arena, const char *part, struct bytes *out)
{
	return archive_has(of, part) && archive_read(of, arena, part, out, diags_new(arena));
}

static void recover(struct arena *arena, struct bytes file, size_t limit, struct paint_found *out, struct diags *diags)
{
	struct archive *archive = archive_open(arena, "the presentation", file, diags);
	struct cargo c = { .arena = arena, .limit = limit, .found = strbuf_new(arena), .text = strbuf_new(arena) };
	c.said.arena = arena;
	out->seal = seal_check(file, 0);
	if (!archive || !read_cargo(archive, &c))
		return;
	out->record = (struct bytes){ .data = c.found.s, .size = c.found.n };
	out->texts_elsewhere = !c.ours;
	if (c.ours)
		pptx_edits_find(arena, &(struct pptx_source){ archive, get_part }, &c.said, out);
}

const struct painter painter_pptx = {
	.suffix = "pptx",
	.name = "PowerPoint",
	.media_type = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	.holds_pages = true,
	.holds_attachments = true,
	.holds_links = true,
	.holds_slides = true,
	.open = keep,
	.begin = begin,
	.page = page,
	.end = end,
	.recognise = recognise,
	.recover = recover,
};
