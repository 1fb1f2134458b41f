#include "paint/write.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/paint_cairo.h"

#include <cairo-pdf.h>

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned length)
{
	strbuf_addn(closure, (const char *)data, length);
	return CAIRO_STATUS_SUCCESS;
}

/* The clock would make every file another one: a day stands for it, noon in UTC. */
static void describe(struct arena *arena, cairo_surface_t *surface, const struct scene *first,
                     const struct paint_info *info)
{
	struct date d = info->date;
	char *when = arena_printf(arena, "%04d-%02d-%02dT12:00:00Z", d.year ? d.year : 1970, d.month ? d.month : 1,
	                          d.day ? d.day : 1);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, first->title ? first->title : "");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, first->source ? first->source : "");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, info->producer);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, when);
}

/* ---- links, their targets, the outline ---- */

/* In a quoted attribute of a tag. A URI is percent-encoded where PDF or Cairo would misread it; names are letters,
 * digits and hyphens already. */
static char *attribute(struct arena *arena, const char *text, bool uri)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = text; *p; p++) {
		unsigned char c = (unsigned char)*p;
		if (uri && (c <= 0x20 || c >= 0x7f || c == '\\' || c == '(' || c == ')' || c == '\'' || c == '"' ||
		            c == '<' || c == '>'))
			strbuf_addf(&b, "%%%02X", (unsigned)c);
		else if (c == '\'' || c == '\\')
			strbuf_addf(&b, "\\%c", *p);
		else
			strbuf_addn(&b, p, 1);
	}
	return b.s;
}

static void add_link(cairo_t *cr, struct arena *arena, const struct scene_link *link)
{
	const struct rect *r = &link->rect;
	bool inside = link->uri[0] == '#';
	char *to = attribute(arena, link->uri + inside, !inside);
	cairo_tag_begin(cr, CAIRO_TAG_LINK,
	                arena_printf(arena, "rect=[%.2f %.2f %.2f %.2f] %s='%s'", r->x, r->y, r->w, r->h,
	                             inside ? "dest" : "uri", to));
	cairo_tag_end(cr, CAIRO_TAG_LINK);
}

static void add_target(cairo_t *cr, struct arena *arena, const struct scene_target *target)
{
	cairo_tag_begin(cr, CAIRO_TAG_DEST,
	                arena_printf(arena, "name='%s' x=%.2f y=%.2f", attribute(arena, target->name, false),
	                             target->at.x, target->at.y));
	cairo_tag_end(cr, CAIRO_TAG_DEST);
}

static void add_marks(cairo_t *cr, struct arena *arena, const struct scene *scene)
{
	bool links = false;
	for (size_t i = 0; i < scene->n_items; i++)
		links |= scene->items[i].kind == SCENE_LINK;
	if (links) /* without a structure around it Cairo refers to a link's element but does not write it */
		cairo_tag_begin(cr, "Sect", NULL);
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (item->kind == SCENE_LINK)
			add_link(cr, arena, &item->link);
		else if (item->kind == SCENE_TARGET)
			add_target(cr, arena, &item->target);
	}
	if (links)
		cairo_tag_end(cr, "Sect");
}

enum { OUTLINE_LEVELS = 6 };

/* An entry below the last one of a lower level. */
static void add_outline(cairo_surface_t *surface, struct arena *arena, const struct scene *scene,
                        int above[OUTLINE_LEVELS + 1])
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_target *t = &scene->items[i].target;
		if (scene->items[i].kind != SCENE_TARGET || !t->title || t->level < 1 || t->level > OUTLINE_LEVELS)
			continue;
		int parent = CAIRO_PDF_OUTLINE_ROOT;
		for (int level = t->level - 1; level > 0 && parent == CAIRO_PDF_OUTLINE_ROOT; level--)
			parent = above[level];
		int id = cairo_pdf_surface_add_outline(
			surface, parent, t->title, arena_printf(arena, "dest='%s'", attribute(arena, t->name, false)),
			t->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
		above[t->level] = id;
		for (int level = t->level + 1; level <= OUTLINE_LEVELS; level++)
			above[level] = CAIRO_PDF_OUTLINE_ROOT;
	}
}

static void draw_page(cairo_surface_t *surface, cairo_t *cr, struct arena *arena, const struct scene *scene)
{
	cairo_pdf_surface_set_size(surface, scene->width, scene->height);
	struct color white = { 255, 255, 255 };
	if (!color_equal(scene->background, white)) {
		struct scene_item ground = { .kind = SCENE_PATH, .role = ROLE_BACKGROUND };
		ground.path = (struct scene_path){ .rect = { 0, 0, scene->width, scene->height },
			                           .pattern = PATTERN_SOLID,
			                           .fill = scene->background };
		paint_cairo_item(cr, &ground);
	}
	for (size_t i = 0; i < scene->n_items; i++)
		paint_cairo_item(cr, &scene->items[i]);
	add_marks(cr, arena, scene);
	cairo_show_page(cr);
}

bool write_pdf(struct arena *arena, const struct scene *const *pages, size_t n_pages, const struct paint_info *info,
               struct bytes *out, struct diags *diags)
{
	struct strbuf file = strbuf_new(arena);
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(collect, &file, pages[0]->width, pages[0]->height);
	describe(arena, surface, pages[0], info);
	cairo_t *cr = paint_cairo_begin(surface);
	int above[OUTLINE_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };
	for (size_t i = 0; i < n_pages; i++) {
		draw_page(surface, cr, arena, pages[i]);
		add_outline(surface, arena, pages[i], above);
	}
	cairo_status_t status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	*out = (struct bytes){ file.s, file.n };
	if (status == CAIRO_STATUS_SUCCESS)
		return true;
	diag_add(diags, DIAG_FAILURE, place_file(NULL), NULL, "the PDF could not be drawn: %s",
	         cairo_status_to_string(status));
	return false;
}
