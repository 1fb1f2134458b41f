/* PDF: each page is drawn as it comes; the file is finished when all are there, for they share one tree of tags. */
#include "base/arena.h"
#include "paint/painter.h"
#include "paint/painters.h"
#include "paint/pdf.h"

#include <string.h>

static void *begin(void *kept, struct arena *arena, const struct paint_info *info, struct diags *diags)
{
	(void)kept;
	struct pdf_draft *draft = arena_alloc(arena, 1, sizeof *draft);
	*draft = (struct pdf_draft){ .arena = arena, .info = info, .diags = diags };
	return draft;
}

static bool page(void *file, const struct scene *scene)
{
	pdf_draw_page(file, scene);
	return true;
}

static bool end(void *file, struct bytes *out)
{
	struct pdf_draft *draft = file;
	return pdf_draw_end(draft) && pdf_finish(draft, out, draft->diags);
}

static bool recognise(struct bytes bytes)
{
	return bytes.size >= 5 && memcmp(bytes.data, "%PDF-", 5) == 0;
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
	.recognise = recognise,
	.recover = pdf_recover,
};
