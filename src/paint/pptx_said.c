#include "paint/pptx_said.h"

#include "base/arena.h"
#include "base/diag.h"
#include "paint/pptx_xml.h"
#include "read/archive.h"
#include "read/book.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum { BASE_TEN = 10 };

void pptx_said_add(struct pptx_said_list *list, unsigned slide, unsigned shape, const char *text)
{
	list->items = arena_grow(list->arena, list->items, &list->room, list->n, sizeof *list->items);
	list->items[list->n++] = (struct pptx_said){ slide, shape, text };
}

/* ---- XML ---- */

struct relation {
	const char *id, *target;
};

struct reading { /* of all slides, one part at a time */
	struct pptx_said_list *list;
	const struct pptx_source *source;
	unsigned slide, shape;
	struct strbuf text;  /* of the shape */
	bool inside;         /* of an element with text */
	bool field;          /* of text that programs fill in: the number of the slide */
	const char *chart;   /* of the shape: id of the relation; NULL: none */
	const char *part;    /* that is read */
	const char **slides; /* ids of their relations */
	size_t n_slides, slides_room;
	struct relation *relations; /* of the part that is read */
	size_t n_relations, relations_room;
};

static void ignore_end(void *closure, const char *name)
{
	(void)closure;
	(void)name;
}

static void ignore_text(void *closure, const char *s, size_t n)
{
	(void)closure;
	(void)s;
	(void)n;
}

static bool read_part(struct reading *r, const char *part, const struct xml_reader *reader)
{
	struct arena *arena = r->list->arena;
	struct bytes bytes;
	return r->source->get(r->source->of, arena, part, &bytes) &&
	       xml_read(arena, place_file(NULL), part, bytes, reader, r, diags_new(arena));
}

static unsigned number_at(const char *const *attributes, const char *name)
{
	const char *text = xml_attribute(attributes, name);
	return text ? (unsigned)strtoul(text, NULL, BASE_TEN) : 0;
}

/* ---- relations ---- */

static void on_relation(void *closure, const char *name, const char *const *attributes)
{
	struct reading *r = closure;
	const char *id = xml_attribute(attributes, "Id"), *target = xml_attribute(attributes, "Target");
	struct arena *arena = r->list->arena;
	if (!str_eq(name, "Relationship") || !id || !target)
		return;
	r->relations = arena_grow(arena, r->relations, &r->relations_room, r->n_relations, sizeof *r->relations);
	r->relations[r->n_relations++] = (struct relation){ arena_strdup(arena, id), arena_strdup(arena, target) };
}

/* "ppt/slides/slide1.xml" -> "ppt/slides/_rels/slide1.xml.rels" */
static bool read_relations(struct reading *r, const char *part)
{
	static const struct xml_reader reader = { on_relation, ignore_end, ignore_text };
	const char *name = strrchr(part, '/');
	r->n_relations = 0;
	return name &&
	       read_part(r, arena_printf(r->list->arena, "%.*s/_rels%s.rels", (int)(name - part), part, name), &reader);
}

/* The part that a relation of this one leads to; id NULL: the first. NULL if there is none. */
static const char *related(const struct reading *r, const char *part, const char *id)
{
	for (size_t i = 0; i < r->n_relations; i++) {
		const char *target = r->relations[i].target, *end = strrchr(part, '/');
		if (id && !str_eq(r->relations[i].id, id))
			continue;
		if (*target == '/')
			return target + 1;
		while (str_starts(target, "../") && end) {
			target += 3;
			do
				end = end == part ? NULL : end - 1;
			while (end && *end != '/');
		}
		return end ? arena_printf(r->list->arena, "%.*s/%s", (int)(end - part), part, target) : target;
	}
	return NULL;
}

/* ---- charts and their workbooks ---- */

static void on_value_open(void *closure, const char *name, const char *const *attributes)
{
	struct reading *r = closure;
	(void)attributes;
	r->inside = str_eq(name, "v");
}

static void on_value_close(void *closure, const char *name)
{
	struct reading *r = closure;
	if (r->inside && str_eq(name, "v"))
		strbuf_add(&r->text, "\n");
	r->inside = false;
}

static void on_text(void *closure, const char *s, size_t n)
{
	struct reading *r = closure;
	if (r->inside)
		strbuf_addn(&r->text, s, n);
}

/* Each row is a line. */
static void say_workbook(struct reading *r, struct bytes bytes)
{
	struct arena *arena = r->list->arena;
	struct diags *unsaid = diags_new(arena);
	struct archive *archive = archive_open(arena, "a workbook", bytes, unsaid);
	struct book *book = archive ? book_open(arena, archive, "a workbook", unsaid) : NULL;
	for (size_t i = 0; book && i < book->n_sheets; i++) {
		const struct grid *grid = book_read(book, i, unsaid);
		for (size_t k = 0; grid && k < grid->n_cells; k++) {
			const struct grid_cell *cell = &grid->cells[k];
			bool same = k && cell->row == grid->cells[k - 1].row;
			strbuf_addf(&r->text, "%s%s", !k ? "" : same ? " | " : "\n", cell->text);
		}
		strbuf_add(&r->text, "\n");
	}
}

static void say_chart(struct reading *r, const char *slide)
{
	static const struct xml_reader reader = { on_value_open, on_value_close, on_text };
	struct bytes workbook;
	const char *chart = read_relations(r, slide) ? related(r, slide, r->chart) : NULL, *book;
	r->inside = false;
	if (!chart || !read_part(r, chart, &reader))
		return;
	book = read_relations(r, chart) ? related(r, chart, NULL) : NULL;
	if (book && r->source->get(r->source->of, r->list->arena, book, &workbook))
		say_workbook(r, workbook);
}

/* ---- a slide ---- */

static void close_shape(struct reading *r)
{
	if (r->chart)
		say_chart(r, r->part);
	if (r->text.n)
		pptx_said_add(r->list, r->slide, r->shape, r->text.s);
	r->text = strbuf_new(r->list->arena);
	r->chart = NULL;
}

static void on_open(void *closure, const char *name, const char *const *attributes)
{
	struct reading *r = closure;
	if (str_eq(name, "cNvPr")) {
		close_shape(r);
		r->shape = number_at(attributes, "id");
	}
	const char *id = xml_attribute(attributes, "relationships id");
	if (str_eq(name, "chart") && id)
		r->chart = arena_strdup(r->list->arena, id);
	r->field |= str_eq(name, "fld");
	r->inside = str_eq(name, "t") && !r->field;
}

static void on_close(void *closure, const char *name)
{
	struct reading *r = closure;
	r->inside = false;
	r->field &= !str_eq(name, "fld");
	if (str_eq(name, "p"))
		strbuf_add(&r->text, "\n");
}

static bool say_slide(struct reading *r, const char *part, unsigned slide)
{
	static const struct xml_reader reader = { on_open, on_close, on_text };
	r->slide = slide;
	r->part = part;
	r->text = strbuf_new(r->list->arena);
	bool ok = read_part(r, part, &reader);
	close_shape(r);
	return ok;
}

/* ---- all slides ---- */

static void on_slide(void *closure, const char *name, const char *const *attributes)
{
	struct reading *r = closure;
	struct pptx_said_list *l = r->list;
	const char *id = xml_attribute(attributes, "relationships id");
	if (!str_eq(name, "sldId") || !id)
		return;
	l->slides = arena_grow(l->arena, l->slides, &l->slides_room, l->n_slides, sizeof *l->slides);
	l->slides[l->n_slides++] = number_at(attributes, "id");
	r->slides = arena_grow(l->arena, r->slides, &r->slides_room, r->n_slides, sizeof *r->slides);
	r->slides[r->n_slides++] = arena_strdup(l->arena, id);
}

bool pptx_said_all(struct pptx_said_list *list, const struct pptx_source *source)
{
	static const char presentation[] = "ppt/presentation.xml";
	static const struct xml_reader reader = { on_slide, ignore_end, ignore_text };
	struct reading r = { .list = list, .source = source };
	if (!read_part(&r, presentation, &reader) || !read_relations(&r, presentation))
		return false;
	const char **parts = arena_alloc(list->arena, r.n_slides + 1, sizeof *parts);
	for (size_t i = 0; i < r.n_slides; i++)
		parts[i] = related(&r, presentation, r.slides[i]);
	for (size_t i = 0; i < r.n_slides; i++)
		if (!parts[i] || !say_slide(&r, parts[i], list->slides[i]))
			return false;
	return true;
}

/* ---- the cargo ---- */

void pptx_said_write(struct strbuf *b, const struct pptx_said_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		strbuf_addf(b, "<shape slide=\"%u\" id=\"%u\">", list->items[i].slide, list->items[i].shape);
		pptx_xml_text(b, list->items[i].text);
		strbuf_add(b, "</shape>\n");
	}
}
