#include "paint/pptx_said.h"

#include "base/arena.h"
#include "base/diag.h"
#include "paint/pptx_xml.h"
#include "read/archive.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum { BASE_TEN = 10 };

void pptx_said_add(struct pptx_said_list *list, unsigned slide, unsigned shape, const char *text)
{
	list->items = arena_grow(list->arena, list->items, &list->room, list->n, sizeof *list->items);
	list->items[list->n++] = (struct pptx_said){ slide, shape, text };
}

/* ---- a slide ---- */

struct reading {
	struct pptx_said_list *list;
	unsigned slide, shape;
	struct strbuf text; /* of the shape */
	bool inside;        /* of an element with text */
};

static unsigned number_at(const char *const *attributes, const char *name)
{
	const char *text = xml_attribute(attributes, name);
	return text ? (unsigned)strtoul(text, NULL, BASE_TEN) : 0;
}

static void close_shape(struct reading *r)
{
	if (r->text.n)
		pptx_said_add(r->list, r->slide, r->shape, r->text.s);
	r->text = strbuf_new(r->list->arena);
}

static void on_open(void *closure, const char *name, const char *const *attributes)
{
	struct reading *r = closure;
	if (str_eq(name, "cNvPr")) {
		close_shape(r);
		r->shape = number_at(attributes, "id");
	}
	r->inside = str_eq(name, "t");
}

static void on_close(void *closure, const char *name)
{
	struct reading *r = closure;
	r->inside = false;
	if (str_eq(name, "p"))
		strbuf_add(&r->text, "\n");
}

static void on_text(void *closure, const char *s, size_t n)
{
	struct reading *r = closure;
	if (r->inside)
		strbuf_addn(&r->text, s, n);
}

bool pptx_said_slide(struct pptx_said_list *list, unsigned slide, struct bytes xml)
{
	static const struct xml_reader reader = { on_open, on_close, on_text };
	struct reading r = { .list = list, .slide = slide, .text = strbuf_new(list->arena) };
	bool ok = xml_read(list->arena, place_file(NULL), "a slide", xml, &reader, &r, diags_new(list->arena));
	close_shape(&r);
	return ok;
}

/* ---- all slides ---- */

struct relation {
	const char *id, *target;
};

struct deck {
	struct pptx_said_list *list;
	struct relation *relations, *slides; /* slides: by the id of the relation, with the slide's own id in list */
	size_t n_relations, relations_room, n_slides, slides_room;
};

static void on_relation(void *closure, const char *name, const char *const *attributes)
{
	struct deck *d = closure;
	const char *id = xml_attribute(attributes, "Id"), *target = xml_attribute(attributes, "Target");
	struct arena *arena = d->list->arena;
	if (!str_eq(name, "Relationship") || !id || !target)
		return;
	d->relations = arena_grow(arena, d->relations, &d->relations_room, d->n_relations, sizeof *d->relations);
	d->relations[d->n_relations++] = (struct relation){ arena_strdup(arena, id), arena_strdup(arena, target) };
}

static void on_slide(void *closure, const char *name, const char *const *attributes)
{
	struct deck *d = closure;
	struct pptx_said_list *l = d->list;
	const char *id = xml_attribute(attributes, "relationships id");
	if (!str_eq(name, "sldId") || !id)
		return;
	l->slides = arena_grow(l->arena, l->slides, &l->slides_room, l->n_slides, sizeof *l->slides);
	l->slides[l->n_slides++] = number_at(attributes, "id");
	d->slides = arena_grow(l->arena, d->slides, &d->slides_room, d->n_slides, sizeof *d->slides);
	d->slides[d->n_slides++] = (struct relation){ .id = arena_strdup(l->arena, id) };
}

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

static bool read_part(struct deck *d, struct archive *archive, const char *part,
                      void (*open)(void *, const char *, const char *const *))
{
	struct arena *arena = d->list->arena;
	struct diags *unsaid = diags_new(arena);
	struct xml_reader reader = { open, ignore_end, ignore_text };
	struct bytes bytes;
	return archive_read(archive, arena, part, &bytes, unsaid) &&
	       xml_read(arena, place_file(NULL), part, bytes, &reader, d, unsaid);
}

static const char *part_of(const struct deck *d, const char *id)
{
	for (size_t i = 0; i < d->n_relations; i++)
		if (str_eq(d->relations[i].id, id)) {
			const char *target = d->relations[i].target;
			return *target == '/' ? target + 1 : arena_printf(d->list->arena, "ppt/%s", target);
		}
	return NULL;
}

bool pptx_said_all(struct pptx_said_list *list, struct archive *archive)
{
	struct deck d = { .list = list };
	if (!read_part(&d, archive, "ppt/presentation.xml", on_slide) ||
	    !read_part(&d, archive, "ppt/_rels/presentation.xml.rels", on_relation))
		return false;
	for (size_t i = 0; i < d.n_slides; i++) {
		const char *part = part_of(&d, d.slides[i].id);
		struct bytes xml;
		if (!part || !archive_read(archive, list->arena, part, &xml, diags_new(list->arena)) ||
		    !pptx_said_slide(list, list->slides[i], xml))
			return false;
	}
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
