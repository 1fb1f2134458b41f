/* The slides of a presentation: what their shapes, their notes and their layouts say. */
#include "paint/pptx_said_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "paint/pptx_xml.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum { BASE_TEN = 10, SHAPES_MOST = 20000 }; /* SHAPES_MOST: of a slide */

void pptx_said_add(struct pptx_said_list *list, const struct pptx_said *said)
{
	list->items = arena_grow(list->arena, list->items, &list->room, list->n, sizeof *list->items);
	list->items[list->n++] = *said;
}

void pptx_said_unread(const struct saying *s, const char *what, const char *name)
{
	struct pptx_said_list *l = s->list;
	l->unread = arena_grow(l->arena, l->unread, &l->unread_room, l->n_unread, sizeof *l->unread);
	l->unread[l->n_unread++] = (struct pptx_unread){ s->slide, arena_printf(l->arena, "%s%s", what, name) };
}

static void ignore_close(void *closure, const char *name)
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

bool pptx_said_part(const struct saying *s, const char *part, const struct xml_reader *reader, void *closure)
{
	struct arena *arena = s->list->arena;
	struct bytes bytes;
	return s->source->get(s->source->of, arena, part, &bytes) &&
	       xml_read(arena, place_file(NULL), part, bytes, reader, closure, diags_new(arena));
}

static unsigned number_at(const char *const *attributes, const char *name)
{
	const char *text = xml_attribute(attributes, name);
	return text ? (unsigned)strtoul(text, NULL, BASE_TEN) : 0;
}

/* ---- relations ---- */

static void on_relation(void *closure, const char *name, const char *const *attributes)
{
	struct relations *r = closure;
	const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type"),
		   *target = xml_attribute(attributes, "Target");
	if (!str_eq(name, "Relationship") || !id || !type || !target)
		return;
	const char *word = strrchr(type, '/');
	r->items = arena_grow(r->arena, r->items, &r->room, r->n, sizeof *r->items);
	r->items[r->n++] =
		(struct relation){ arena_strdup(r->arena, id), arena_strdup(r->arena, word ? word + 1 : type),
		                   arena_strdup(r->arena, target),
		                   str_eq(xml_attribute(attributes, "TargetMode"), "External") };
}

/* "ppt/slides/slide1.xml" -> "ppt/slides/_rels/slide1.xml.rels" */
struct relations pptx_said_relations(const struct saying *s, const char *part)
{
	static const struct xml_reader reader = { on_relation, ignore_close, ignore_text };
	const char *name = strrchr(part, '/');
	struct relations out = { .arena = s->list->arena, .part = part };
	if (name)
		pptx_said_part(s, arena_printf(out.arena, "%.*s/_rels%s.rels", (int)(name - part), part, name), &reader,
		               &out);
	return out;
}

/* "../charts/chart1.xml" of "ppt/slides/slide1.xml" -> "ppt/charts/chart1.xml" */
static const char *resolved(struct arena *arena, const char *part, const char *target)
{
	const char *end = strrchr(part, '/');
	if (*target == '/')
		return target + 1;
	while (str_starts(target, "../") && end) {
		target += strlen("../");
		do
			end = end == part ? NULL : end - 1;
		while (end && *end != '/');
	}
	return end ? arena_printf(arena, "%.*s/%s", (int)(end - part), part, target) : target;
}

const char *pptx_said_related(const struct relations *relations, const char *id, const char *type)
{
	for (size_t i = 0; i < relations->n; i++) {
		const struct relation *r = &relations->items[i];
		if ((!id || str_eq(r->id, id)) && (!type || str_eq(r->type, type)))
			return resolved(relations->arena, relations->part, r->target);
	}
	return NULL;
}

const char *pptx_said_outside(const struct relations *relations, const char *id)
{
	for (size_t i = 0; i < relations->n; i++)
		if (str_eq(relations->items[i].id, id) && relations->items[i].outside)
			return relations->items[i].target;
	return NULL;
}

/* ---- shapes: of a slide, its notes, its layout ---- */

struct shapes {
	const struct saying *s;
	const struct relations *relations;
	bool together;         /* what is said is run together: of notes, of a frame */
	bool frame;            /* what stands for a place to fill in says nothing */
	struct pptx_said like; /* the one that is read */
	struct strbuf text, links, pictures;
	const char *alt, *chart; /* of the shape: its alt text, the relation of its chart; NULL: none */
	bool place;              /* to fill in */
	bool inside, field;      /* of an element with text; of one that programs fill in: the number of the slide */
	int fallback;            /* how deep: it repeats for older programs what was said */
	size_t n;
};

static void add(const struct shapes *h, enum pptx_said_kind kind, const char *text)
{
	struct pptx_said said = h->like;
	said.kind = kind;
	said.text = text;
	pptx_said_add(h->s->list, &said);
}

static void close_chart(const struct shapes *h)
{
	const char *part = pptx_said_related(h->relations, h->chart, NULL);
	if (part)
		pptx_said_chart(h->s, part, &h->like);
	else
		pptx_said_unread(h->s, "the chart ", h->like.name);
}

static void close_shape(struct shapes *h)
{
	struct arena *arena = h->s->list->arena;
	if (h->together)
		return;
	if (h->alt && *h->alt)
		add(h, PPTX_SAID_ALT, h->alt);
	if (h->text.n)
		add(h, PPTX_SAID_TEXT, h->text.s);
	if (h->links.n)
		add(h, PPTX_SAID_LINK, h->links.s);
	if (h->pictures.n)
		add(h, PPTX_SAID_THING, h->pictures.s);
	if (h->chart)
		close_chart(h);
	h->text = strbuf_new(arena);
	h->links = strbuf_new(arena);
	h->pictures = strbuf_new(arena);
	h->alt = h->chart = NULL;
}

static void open_shape(struct shapes *h, const char *const *attributes)
{
	struct arena *arena = h->s->list->arena;
	const char *name = xml_attribute(attributes, "name"), *alt = xml_attribute(attributes, "descr");
	close_shape(h);
	h->place = false;
	h->like = (struct pptx_said){ .slide = h->s->slide,
		                      .shape = number_at(attributes, "id"),
		                      .name = arena_strdup(arena, name ? name : "") };
	h->alt = alt ? arena_strdup(arena, alt) : NULL;
	h->n++;
}

/* Numbers of slides and dates, which programs fill in. */
static bool is_filled_in(const char *type)
{
	return type && (str_starts(type, "slidenum") || str_starts(type, "datetime"));
}

static void add_picture(struct shapes *h, const char *id)
{
	const char *picture = pptx_said_picture(h->s, h->relations, id);
	if (picture)
		strbuf_addf(h->together ? &h->text : &h->pictures, "%s\n", picture);
	else
		pptx_said_unread(h->s, "the picture ", h->like.name ? h->like.name : "");
}

/* Links inside the deck lead to parts, which programs name as they like. */
static void add_link(struct shapes *h, const char *id)
{
	const char *to = id ? pptx_said_outside(h->relations, id) : NULL;
	if (to)
		strbuf_addf(h->together ? &h->text : &h->links, "%s\n", to);
}

static void open_related(struct shapes *h, const char *name, const char *const *attributes)
{
	const char *id = xml_attribute(attributes, "relationships id"),
		   *picture = xml_attribute(attributes, "relationships embed");
	if (str_eq(name, "chart") && id)
		h->chart = arena_strdup(h->s->list->arena, id);
	if (str_ends(name, "blip") || str_ends(name, "Blip")) /* and the drawing that a program has of the same */
		add_picture(h, picture ? picture : "");
	if (str_starts(name, "hlink"))
		add_link(h, id);
}

static void on_open(void *closure, const char *name, const char *const *attributes)
{
	struct shapes *h = closure;
	h->fallback += h->fallback || str_eq(name, "Fallback");
	if (h->fallback || h->n > SHAPES_MOST)
		return;
	if (str_eq(name, "cNvPr"))
		open_shape(h, attributes);
	open_related(h, name, attributes);
	h->place |= str_eq(name, "ph");
	h->field |= str_eq(name, "fld") && is_filled_in(xml_attribute(attributes, "type"));
	h->inside = str_eq(name, "t") && !h->field && !(h->frame && h->place);
	if (str_eq(name, "br") || str_eq(name, "tab"))
		strbuf_add(&h->text, " ");
}

static void on_close(void *closure, const char *name)
{
	struct shapes *h = closure;
	h->inside = false;
	if (h->fallback) {
		h->fallback--;
		return;
	}
	h->field &= !str_eq(name, "fld");
	if (str_eq(name, "p") && h->text.n && h->text.s[h->text.n - 1] != '\n')
		strbuf_add(&h->text, "\n");
}

static void on_text(void *closure, const char *s, size_t n)
{
	struct shapes *h = closure;
	if (h->inside)
		strbuf_addn(&h->text, s, n);
}

static const struct xml_reader shapes_reader = { on_open, on_close, on_text };

/* All texts of a part. False if it cannot be read. */
static bool run_together(const struct saying *s, const char *part, bool frame, const char **text)
{
	struct relations relations = pptx_said_relations(s, part);
	struct shapes h = {
		.s = s, .relations = &relations, .together = true, .frame = frame, .text = strbuf_new(s->list->arena)
	};
	bool ok = pptx_said_part(s, part, &shapes_reader, &h);
	*text = h.text.s;
	return ok && h.n <= SHAPES_MOST;
}

/* ---- a slide ---- */

static void say_notes(const struct saying *s, const struct relations *relations)
{
	const char *part = pptx_said_related(relations, NULL, "notesSlide"), *text;
	struct pptx_said said = { .kind = PPTX_SAID_NOTES, .slide = s->slide, .name = "notes" };
	if (!part)
		return;
	if (!run_together(s, part, false, &text))
		pptx_said_unread(s, "its notes", "");
	said.text = text;
	if (*text)
		pptx_said_add(s->list, &said);
}

/* What a part adds to all slides that have it, read once. NULL: it cannot be read. */
static const char *frame_of(struct saying *s, const char *part)
{
	union {
		const char *read;
		void *put;
	} text = { .read = map_find(&s->frames, part) };
	if (!text.read && run_together(s, part, true, &text.read))
		map_put(&s->frames, part, text.put);
	else if (!map_find(&s->frames, part))
		return NULL;
	return text.read;
}

static void say_frame(struct saying *s, const struct relations *relations)
{
	struct arena *arena = s->list->arena;
	const char *layout = pptx_said_related(relations, NULL, "slideLayout");
	struct relations of = { .arena = arena };
	if (layout)
		of = pptx_said_relations(s, layout);
	const char *master = layout ? pptx_said_related(&of, NULL, "slideMaster") : NULL,
		   *text = layout ? frame_of(s, layout) : "", *shared = master ? frame_of(s, master) : "";
	struct pptx_said said = { .kind = PPTX_SAID_FRAME, .slide = s->slide, .name = "layout" };
	if (!text || !shared)
		pptx_said_unread(s, "its layout", "");
	said.text = arena_printf(arena, "%s%s", shared ? shared : "", text ? text : "");
	if (*said.text)
		pptx_said_add(s->list, &said);
}

static void say_slide(struct saying *s, const char *part)
{
	struct relations relations = pptx_said_relations(s, part);
	struct shapes h = { .s = s,
		            .relations = &relations,
		            .text = strbuf_new(s->list->arena),
		            .links = strbuf_new(s->list->arena),
		            .pictures = strbuf_new(s->list->arena),
		            .like = { .slide = s->slide, .name = "" } };
	bool ok = pptx_said_part(s, part, &shapes_reader, &h);
	close_shape(&h);
	if (!ok)
		pptx_said_unread(s, "", "");
	else if (h.n > SHAPES_MOST)
		pptx_said_unread(s, "some of its shapes", "");
	pptx_said_things(s, &relations);
	say_notes(s, &relations);
	say_frame(s, &relations);
}

/* ---- all slides ---- */

struct slides {
	struct pptx_said_list *list;
	const char **ids; /* of their relations */
	size_t n, room;
};

static void on_slide(void *closure, const char *name, const char *const *attributes)
{
	struct slides *r = closure;
	struct pptx_said_list *l = r->list;
	const char *id = xml_attribute(attributes, "relationships id");
	if (!str_eq(name, "sldId") || !id)
		return;
	l->slides = arena_grow(l->arena, l->slides, &l->slides_room, l->n_slides, sizeof *l->slides);
	l->slides[l->n_slides++] = number_at(attributes, "id");
	r->ids = arena_grow(l->arena, r->ids, &r->room, r->n, sizeof *r->ids);
	r->ids[r->n++] = arena_strdup(l->arena, id);
}

void pptx_said_all(struct pptx_said_list *list, const struct pptx_source *source)
{
	static const char presentation[] = "ppt/presentation.xml";
	static const struct xml_reader reader = { on_slide, ignore_close, ignore_text };
	struct saying s = { .list = list, .source = source, .frames = map_new(list->arena) };
	struct slides slides = { .list = list };
	if (!pptx_said_part(&s, presentation, &reader, &slides))
		pptx_said_unread(&s, "the list of its slides", "");
	struct relations relations = pptx_said_relations(&s, presentation);
	for (size_t i = 0; i < slides.n; i++) {
		const char *part = pptx_said_related(&relations, slides.ids[i], NULL);
		s.slide = list->slides[i];
		if (part)
			say_slide(&s, part);
		else
			pptx_said_unread(&s, "", "");
	}
}

/* ---- the cargo ---- */

static const char *const kind_words[PPTX_SAID_KINDS] = { "text",  "alt",  "notes", "frame",
	                                                 "chart", "book", "link",  "thing" };

void pptx_said_write(struct strbuf *b, const struct pptx_said_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct pptx_said *said = &list->items[i];
		strbuf_addf(b, "<said slide=\"%u\" shape=\"%u\" of=\"%s\" name=\"", said->slide, said->shape,
		            kind_words[said->kind]);
		markup_value(b, said->name);
		strbuf_add(b, "\">");
		markup_value(b, said->text);
		strbuf_add(b, "</said>\n");
	}
}

bool pptx_said_open(struct arena *arena, const char *name, const char *const *attributes, struct pptx_said *out)
{
	const char *of = xml_attribute(attributes, "of"), *called = xml_attribute(attributes, "name");
	*out = (struct pptx_said){ .slide = number_at(attributes, "slide"),
		                   .shape = number_at(attributes, "shape"),
		                   .name = called ? arena_strdup(arena, called) : "" };
	for (int kind = 0; kind < PPTX_SAID_KINDS && str_eq(name, "said"); kind++)
		if (str_eq(of, kind_words[kind])) {
			out->kind = (enum pptx_said_kind)kind;
			return true;
		}
	return false;
}
