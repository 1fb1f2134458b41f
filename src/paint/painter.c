#include "paint/painter.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/painters.h"

static const struct painter *const painters[] = { &painter_png, &painter_svg, &painter_pdf, &painter_html,
	                                          &painter_eml };
enum { PAINTERS = sizeof painters / sizeof *painters };

const struct painter *painter_at(size_t i)
{
	return i < PAINTERS ? painters[i] : NULL;
}

const struct painter *painter_find(const char *suffix)
{
	for (size_t i = 0; i < PAINTERS; i++)
		if (str_eq(painters[i]->suffix, suffix))
			return painters[i];
	return NULL;
}

const struct painter *painter_of_path(const char *path)
{
	const char *suffix = file_suffix(path);
	return *suffix ? painter_find(suffix + 1) : NULL;
}

static const struct painter *first(bool holds_pages)
{
	size_t i = 0;
	while (painters[i]->holds_pages != holds_pages)
		i++;
	return painters[i];
}

const struct painter *painter_for_pages(void)
{
	return first(true);
}

const struct painter *painter_for_chart(void)
{
	return first(false);
}

const char *painter_media_type(const char *path)
{
	const struct painter *painter = painter_of_path(path);
	return painter ? painter->media_type : "application/octet-stream";
}

char *painter_list(struct arena *arena, const char *before, const char *between)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < PAINTERS; i++)
		strbuf_addf(&b, "%s%s%s", i ? between : "", before, painters[i]->suffix);
	return b.s;
}

/* ---- painting ---- */

struct paintbox {
	struct arena *arena;
	struct arena *file;   /* what the last file was made in */
	void *kept[PAINTERS]; /* by each painter, from file to file */
	bool opened[PAINTERS];
};

struct paintbox *paintbox_new(struct arena *arena)
{
	struct paintbox *box = arena_alloc(arena, 1, sizeof *box);
	box->arena = arena;
	return box;
}

static void *kept_by(struct paintbox *box, const struct painter *painter)
{
	size_t i = 0;
	while (painters[i] != painter)
		i++;
	if (!box->opened[i] && painter->open)
		box->kept[i] = painter->open(box->arena);
	box->opened[i] = true;
	return box->kept[i];
}

void paintbox_forget(struct paintbox *box)
{
	arena_free(box->file);
	box->file = NULL;
}

/* Not more than the caller takes. */
static bool within(const struct scene *scene, const struct paint_info *info, struct diags *diags)
{
	double scale = info->pixels_per_point, pixels = scene->width * scale * scene->height * scale;
	if (info->pixels_most <= 0 || pixels <= info->pixels_most)
		return true;
	diag_add(diags, DIAG_ERROR, place_file(NULL), "choose a smaller --size or --scale",
	         "a picture of %.0f pixels; at most %.0f are made", pixels, info->pixels_most);
	return false;
}

struct painting {
	const struct painter *painter;
	const struct paint_info *info;
	struct diags *diags;
	void *file;
};

struct painting *paint_begin(struct paintbox *box, const struct painter *painter, size_t n_pages,
                             const struct paint_info *info, struct diags *diags)
{
	if (painter->flows) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose another format",
		         "%s has no pages, and this is made of them", painter->name);
		return NULL;
	}
	if (n_pages > 1 && !painter->holds_pages) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(diags_arena(diags), "write a %s", painter_for_pages()->name),
		         "a file in %s holds one page, not %zu", painter->name, n_pages);
		return NULL;
	}
	paintbox_forget(box);
	box->file = arena_new_below(box->arena);
	struct painting *p = arena_alloc(box->file, 1, sizeof *p);
	*p = (struct painting){ painter, info, diags, painter->begin(kept_by(box, painter), box->file, info, diags) };
	return p;
}

bool paint_page(struct painting *p, const struct scene *scene)
{
	return within(scene, p->info, p->diags) && p->painter->page(p->file, scene);
}

bool paint_end(struct painting *p, struct bytes *out)
{
	return p->painter->end(p->file, out);
}

bool paint(struct paintbox *box, const struct painter *painter, const struct scene *const *pages, size_t n_pages,
           const struct paint_info *info, struct bytes *out, struct diags *diags)
{
	struct painting *p = paint_begin(box, painter, n_pages, info, diags);
	for (size_t i = 0; p && i < n_pages; i++)
		if (!paint_page(p, pages[i]))
			return false;
	return p && paint_end(p, out);
}

/* ---- recovering ---- */

enum { RECORD_BYTES_MAX = 64 << 20 };

bool paint_recover(struct arena *arena, struct bytes file, struct paint_found *out, struct diags *diags)
{
	for (size_t i = 0; i < PAINTERS; i++)
		if (painters[i]->recognise(file)) {
			*out = (struct paint_found){ .painter = painters[i] };
			painters[i]->recover(arena, file, RECORD_BYTES_MAX, out, diags);
			return true;
		}
	return false;
}
