#include "paint/pdf.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/paint_cairo.h"
#include "text/script.h"
#include "words/words.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

/* ---- the surface ---- */

enum { OUTLINE_LEVELS = 6 };

/* What Cairo draws on, and what it writes, in memory of its own: Cairo must not be left by a jump, nor be told of an
 * error while it ends a file, so a lack of memory waits until it is done. */
struct pdf_canvas {
	cairo_surface_t *surface;
	cairo_t *cr;
	int above[OUTLINE_LEVELS + 1]; /* the last entry of each level of the outline */
	char *file;                    /* ends in NUL */
	size_t size, room;
	bool exhausted;
};

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned length)
{
	struct pdf_canvas *c = closure;
	if (!c->exhausted && c->size + length + 1 > c->room) {
		size_t room = (c->size + length + 1) * 2;
		char *moved = realloc(c->file, room);
		c->exhausted = !moved;
		if (moved) {
			c->file = moved;
			c->room = room;
		}
	}
	if (c->exhausted)
		return CAIRO_STATUS_SUCCESS;
	memcpy(c->file + c->size, data, length);
	c->size += length;
	c->file[c->size] = '\0';
	return CAIRO_STATUS_SUCCESS;
}

/* The file is complete, or the status tells why not. */
static cairo_status_t canvas_close(struct pdf_canvas *c)
{
	cairo_status_t status = cairo_status(c->cr);
	cairo_destroy(c->cr);
	c->cr = NULL;
	cairo_surface_finish(c->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(c->surface);
	cairo_surface_destroy(c->surface);
	c->surface = NULL;
	return status;
}

static void release_canvas(void *object)
{
	struct pdf_canvas *c = object;
	if (c->surface)
		canvas_close(c);
	free(c->file);
}

static struct pdf_canvas *canvas_open(struct arena *arena, const struct scene *first)
{
	struct pdf_canvas *c = arena_alloc(arena, 1, sizeof *c);
	arena_defer(arena, release_canvas, c);
	c->surface = cairo_pdf_surface_create_for_stream(collect, c, first->width, first->height);
	c->cr = paint_cairo_begin(c->surface);
	return c;
}

/* ---- targets and the outline ---- */

/* In a quoted attribute of a tag. */
static char *attribute(struct arena *arena, const char *text)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = text; *p; p++) {
		if (*p == '\'' || *p == '\\')
			strbuf_add(&b, "\\");
		strbuf_addn(&b, p, 1);
	}
	return b.s;
}

static void add_target(cairo_t *cr, struct arena *arena, const struct scene_target *target)
{
	cairo_tag_begin(cr, CAIRO_TAG_DEST,
	                arena_printf(arena, "name='%s' x=%.2f y=%.2f", attribute(arena, target->name), target->at.x,
	                             target->at.y));
	cairo_tag_end(cr, CAIRO_TAG_DEST);
}

static void add_targets(cairo_t *cr, struct arena *arena, const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].kind == SCENE_TARGET)
			add_target(cr, arena, &scene->items[i].target);
}

/* An entry below the last one of a lower level. */
static void add_outline(struct pdf_canvas *canvas, struct arena *arena, const struct scene *scene)
{
	int *above = canvas->above;
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_target *t = &scene->items[i].target;
		if (scene->items[i].kind != SCENE_TARGET || !t->title || t->level < 1 || t->level > OUTLINE_LEVELS)
			continue;
		int parent = CAIRO_PDF_OUTLINE_ROOT;
		for (int level = t->level - 1; level > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; level--)
			parent = above[level];
		int id = cairo_pdf_surface_add_outline(canvas->surface, parent, t->title,
		                                       arena_printf(arena, "dest='%s'", attribute(arena, t->name)),
		                                       t->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
		above[t->level] = id;
		for (int level = t->level + 1; level <= OUTLINE_LEVELS; level++)
			above[level] = CAIRO_PDF_OUTLINE_ROOT;
	}
}

/* ---- content ---- */

struct pen {
	cairo_t *cr;
	struct pdf_draft *draft;
	size_t page;
	int next;                    /* number of the next piece on this page */
	const struct scene_tag *tag; /* whose content is drawn */
};

/* What is drawn from now on is content of this tag, or of none. Cairo gives content to a tag without tags inside only,
 * loses that of one which continues on another page, and joins to an open one whatever is drawn: so every piece is a
 * tag of its own. */
static struct pdf_leaf *pen_take(struct pen *pen, const struct scene_tag *tag)
{
	struct pdf_draft *d = pen->draft;
	if (tag != pen->tag && pen->tag)
		cairo_tag_end(pen->cr, "Span");
	if (tag != pen->tag && tag) {
		cairo_tag_begin(pen->cr, "Span", NULL);
		d->leaves = arena_grow(d->arena, d->leaves, &d->leaves_room, d->n_leaves, sizeof *d->leaves);
		d->leaves[d->n_leaves++] = (struct pdf_leaf){ .tag = tag, .page = pen->page, .number = pen->next++ };
	}
	pen->tag = tag;
	return tag ? &d->leaves[d->n_leaves - 1] : NULL;
}

/* A part of a text that is told more about: actual: what a sign that is drawn as a picture says, for it has colours of
 * its own; language: of letters in another script than the document's. Each may be NULL. */
static const struct scene_tag *part_tag(struct pen *pen, const struct scene_tag *inside, const char *actual,
                                        const char *language)
{
	struct pdf_draft *d = pen->draft;
	struct scene_tag *tag = arena_alloc(d->arena, 1, sizeof *tag);
	*tag = (struct scene_tag){ .kind = TAG_SPAN, .inside = inside, .actual = actual, .language = language };
	d->extras = arena_grow(d->arena, d->extras, &d->extras_room, d->n_extras, sizeof *d->extras);
	d->extras[d->n_extras++] = tag;
	return tag;
}

/* The tag at a byte of a text, and where it ends: at most at `end`. */
static const struct scene_tag *tag_at(const struct scene_item *item, size_t at, size_t *end)
{
	const struct scene_text *t = &item->text;
	for (size_t i = 0; i < t->n_spans; i++) {
		const struct scene_span *span = &t->spans[i];
		if (span->end <= at)
			continue;
		size_t border = span->start > at ? span->start : span->end;
		*end = border < *end ? border : *end;
		return span->start > at ? item->tag : span->tag;
	}
	return item->tag;
}

static const char *own_language(const struct pdf_draft *draft)
{
	return draft->document.language ? draft->document.language->code : NULL;
}

/* A space alone, which Cairo may leave out where a tag begins with it. */
static bool is_space(const struct text_run *run)
{
	return run->bytes == 1 && *run->text == ' ';
}

/* spaced: a space is heard at its end, where a line breaks between two words. */
static void draw_run(struct pen *pen, const struct scene_item *item, const struct text_run *run, bool spaced)
{
	const struct scene_text *t = &item->text;
	struct text_run tinted, part;
	struct color color;
	for (size_t at = 0; scene_tinted(t, run, &at, &tinted, &color);) {
		size_t offset = (size_t)(tinted.text - t->block->text);
		for (size_t from = 0, to; from < tinted.bytes; from = to) {
			size_t end = offset + tinted.bytes;
			const struct scene_tag *tag = tag_at(item, offset + from, &end);
			const char *language =
				script_language(t->block->text, offset + from, own_language(pen->draft), &end);
			to = end - offset;
			part = text_run_part(&tinted, from, to);
			if (!part.n_clusters)
				continue;
			if (font_color(part.font))
				tag = part_tag(pen, tag, arena_strndup(pen->draft->arena, part.text, part.bytes), NULL);
			else if (language)
				tag = part_tag(pen, tag, NULL, language);
			if (!pen->tag || pen->tag->inside != tag || !is_space(&part))
				pen_take(pen, tag);
			bool last = at >= run->bytes && to >= tinted.bytes;
			paint_cairo_run(pen->cr, pen->draft->arena, &part, t->block->style.size, t->at, color,
			                spaced && last && !font_color(part.font));
		}
	}
}

/* Runs in reading order, wherever they are on the line. */
static const struct text_run *next_run(const struct text_line *line, const struct text_run *before)
{
	const struct text_run *next = NULL;
	for (size_t i = 0; i < line->n_runs; i++) {
		const struct text_run *run = &line->runs[i];
		if ((!before || run->text > before->text) && (!next || run->text < next->text))
			next = run;
	}
	return next;
}

static void draw_tagged_text(struct pen *pen, const struct scene_item *item)
{
	const struct text_block *block = item->text.block;
	for (size_t i = 0; i < block->n_lines; i++) {
		const struct text_line *line = &block->lines[i];
		bool spaced = i + 1 < block->n_lines ? line[1].text > line->text + line->bytes : item->text.spaced;
		for (const struct text_run *run = next_run(line, NULL), *next; run; run = next) {
			next = next_run(line, run);
			draw_run(pen, item, run, spaced && !next);
		}
	}
}

static void keep_link(struct pen *pen, const struct scene_item *item)
{
	struct pdf_draft *d = pen->draft;
	d->links = arena_grow(d->arena, d->links, &d->links_room, d->n_links, sizeof *d->links);
	d->links[d->n_links++] = (struct pdf_link){ .link = item->link, .tag = item->tag, .page = pen->page };
}

/* Of the items of a figure: the next one with words has the same tag, so that two words would become one. More may be
 * added to a caption. */
static bool is_joined(const struct scene_figure *figure, size_t i)
{
	if (figure->tags[i] && figure->tags[i]->kind == TAG_CAPTION)
		return true;
	for (size_t k = i + 1; k < figure->scene->n_items; k++)
		if (figure->scene->items[k].kind == SCENE_TEXT && figure->tags[k])
			return figure->tags[k] == figure->tags[i];
	return false;
}

/* Where the drawing is. */
static struct rect drawing_of(const struct scene_figure *figure)
{
	struct rect all = { 0, 0, 0, 0 };
	bool any = false;
	for (size_t i = 0; i < figure->scene->n_items; i++) {
		if (!figure->tags[i] || figure->tags[i]->kind != TAG_FIGURE)
			continue;
		struct rect ink = scene_ink(&figure->scene->items[i]);
		all = any ? rect_union(all, ink) : ink;
		any = true;
	}
	return (struct rect){ all.x + figure->at.x, all.y + figure->at.y, all.w, all.h };
}

static void draw_item(struct pen *pen, const struct scene_item *item);

static void draw_parts(struct pen *pen, const struct scene_figure *figure)
{
	struct rect drawing = drawing_of(figure);
	cairo_save(pen->cr);
	cairo_translate(pen->cr, figure->at.x, figure->at.y);
	for (size_t i = 0; i < figure->scene->n_items; i++) {
		struct scene_item part = figure->scene->items[i];
		part.tag = figure->tags[i];
		if (part.kind == SCENE_TEXT)
			part.text.spaced = is_joined(figure, i);
		draw_item(pen, &part);
		if (pen->tag && pen->tag->kind == TAG_FIGURE)
			pen->draft->leaves[pen->draft->n_leaves - 1].rect = drawing;
	}
	pen_take(pen, NULL);
	cairo_restore(pen->cr);
}

static void draw_item(struct pen *pen, const struct scene_item *item)
{
	if (item->kind == SCENE_LINK && item->tag)
		keep_link(pen, item);
	if (item->kind == SCENE_LINK || item->kind == SCENE_TARGET)
		return;
	if (item->kind == SCENE_FIGURE && item->figure.tags) {
		draw_parts(pen, &item->figure);
		return;
	}
	if (item->kind == SCENE_TEXT && item->tag && item->tag->kind != TAG_FIGURE) {
		draw_tagged_text(pen, item);
		return;
	}
	struct pdf_leaf *leaf = pen_take(pen, item->tag);
	if (leaf && (item->kind == SCENE_FIGURE || item->kind == SCENE_IMAGE))
		leaf->rect = scene_ink(item);
	paint_cairo_item(pen->cr, pen->draft->arena, item);
}

static const char *copied(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static void draw_chart(struct pen *pen, const struct scene *scene)
{
	struct scene_figure all = { .scene = scene, .tags = scene_voice_page(&pen->draft->voice, scene) };
	draw_parts(pen, &all);
}

/* A sign with colours is a picture that Cairo paints. If nothing else was drawn on the page, and nothing bounds it,
 * Cairo takes it for a new beginning and forgets the tag that was opened for it. */
static void begin_page(cairo_t *cr, const struct scene *scene)
{
	cairo_save(cr);
	cairo_rectangle(cr, 0, 0, scene->width, scene->height);
	cairo_clip(cr);
}

static void draw_ground(const struct pdf_draft *draft, const struct scene *scene)
{
	struct color white = { 255, 255, 255 };
	if (scene->transparent || color_equal(scene->background, white))
		return;
	struct scene_item ground = { .kind = SCENE_PATH, .role = ROLE_BACKGROUND };
	ground.path = (struct scene_path){ .rect = { 0, 0, scene->width, scene->height },
		                           .pattern = PATTERN_SOLID,
		                           .fill = scene->background };
	paint_cairo_item(draft->canvas->cr, draft->arena, &ground);
}

static const struct scene_tag *root_of(const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].tag)
			return scene_tag_root(scene->items[i].tag);
	return NULL;
}

static void begin(struct pdf_draft *draft, const struct scene *first)
{
	draft->canvas = canvas_open(draft->arena, first);
	draft->document = first->document;
	draft->document.title = copied(draft->arena, first->document.title);
	draft->document.source = copied(draft->arena, first->document.source);
	if (!first->paper)
		draft->root = draft->voice.inside = scene_tag_new(draft->arena, NULL, TAG_DOCUMENT);
	draft->voice.arena = draft->arena;
	draft->voice.heading = 1;
}

void pdf_draw_page(struct pdf_draft *draft, const struct scene *scene)
{
	if (!draft->canvas)
		begin(draft, scene);
	if (!draft->root)
		draft->root = root_of(scene);
	struct pdf_canvas *canvas = draft->canvas;
	struct pen pen = { .cr = canvas->cr, .draft = draft, .page = draft->n_pages };
	draft->heights =
		arena_grow(draft->arena, draft->heights, &draft->heights_room, draft->n_pages, sizeof *draft->heights);
	draft->heights[draft->n_pages++] = scene->height;
	cairo_pdf_surface_set_size(canvas->surface, scene->width, scene->height);
	begin_page(canvas->cr, scene);
	draw_ground(draft, scene);
	for (size_t i = 0; i < scene->n_items && !draft->voice.inside; i++)
		draw_item(&pen, &scene->items[i]);
	if (draft->voice.inside)
		draw_chart(&pen, scene);
	pen_take(&pen, NULL);
	add_targets(canvas->cr, draft->arena, scene);
	cairo_show_page(canvas->cr);
	cairo_restore(canvas->cr);
	add_outline(canvas, draft->arena, scene);
}

/* Cairo's tree of tags, with one object per piece, is replaced. libqpdf would read all of it first, so the table of
 * objects calls these free. Where the table is not as Cairo 1.16 writes it, nothing is won and nothing is lost. */
static void forget_tree(char *file, size_t size)
{
	static const char element[] = "<< /Type /StructElem", start[] = "startxref\n";
	enum { ENTRY = 20 };
	size_t back = size < 64 ? size : 64, at = 0, n = 0;
	const char *end = strstr(file + size - back, start);
	char *entry = NULL;
	if (end)
		at = strtoul(end + strlen(start), NULL, 10);
	if (at && at + 5 < size && memcmp(file + at, "xref\n", 5) == 0) {
		char *behind;
		strtoul(file + at + 5, &behind, 10); /* the first: 0 */
		n = strtoul(behind, &behind, 10);
		entry = behind + 1;
	}
	for (size_t i = 0; i < n && entry + ENTRY <= file + size; i++, entry += ENTRY) {
		size_t offset = strtoul(entry, NULL, 10);
		const char *text = offset && offset < size ? memchr(file + offset, '\n', size - offset) : NULL;
		if (entry[17] == 'n' && text && str_starts(text + 1, element)) {
			memcpy(entry, "0000000000 65535", 16);
			entry[17] = 'f';
		}
	}
}

/* Pages without a tag have a tree that holds nothing. Signs that are drawn as pictures come after all others. */
static void number_tags(struct pdf_draft *draft)
{
	if (!draft->root)
		draft->root = scene_tag_new(draft->arena, NULL, TAG_DOCUMENT);
	for (size_t i = 0; i < draft->n_extras; i++)
		draft->extras[i]->number = *draft->root->made + i;
}

bool pdf_draw_end(struct pdf_draft *draft)
{
	struct pdf_canvas *canvas = draft->canvas;
	number_tags(draft);
	cairo_status_t status = canvas_close(canvas);
	if (canvas->exhausted || status == CAIRO_STATUS_NO_MEMORY)
		arena_exhausted(draft->arena);
	if (status != CAIRO_STATUS_SUCCESS) {
		diag_add(draft->diags, DIAG_FAILURE, place_file(NULL), NULL, "the PDF could not be drawn: %s",
		         cairo_status_to_string(status));
		return false;
	}
	forget_tree(canvas->file, canvas->size);
	draft->file = (struct bytes){ .data = canvas->file, .size = canvas->size };
	return true;
}
