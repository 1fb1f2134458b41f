/* PDF: pages are collected until all are known, for they share one tree of tags. */
#include "base/arena.h"
#include "paint/painters.h"
#include "paint/pdf.h"

struct file {
	struct arena *arena;
	const struct paint_info *info;
	struct diags *diags;
	const struct scene **pages;
	size_t n_pages, room;
};

static void *begin(void *kept, struct arena *arena, const struct paint_info *info, struct diags *diags)
{
	(void)kept;
	struct file *file = arena_alloc(arena, 1, sizeof *file);
	*file = (struct file){ .arena = arena, .info = info, .diags = diags };
	return file;
}

static bool page(void *object, const struct scene *scene)
{
	struct file *file = object;
	file->pages = arena_grow(file->arena, file->pages, &file->room, file->n_pages, sizeof *file->pages);
	file->pages[file->n_pages++] = scene;
	return true;
}

static bool end(void *object, struct bytes *out)
{
	struct file *file = object;
	struct pdf_draft draft = {
		.arena = file->arena, .pages = file->pages, .n_pages = file->n_pages, .info = file->info
	};
	return pdf_draw(&draft, file->diags) && pdf_finish(&draft, out, file->diags);
}

const struct painter painter_pdf = {
	.suffix = "pdf",
	.name = "PDF",
	.media_type = "application/pdf",
	.holds_pages = true,
	.holds_attachments = true,
	.holds_links = true,
	.begin = begin,
	.page = page,
	.end = end,
};
