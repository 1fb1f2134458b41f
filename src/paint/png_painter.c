/* PNG: a scene's pixels, and what they show as text for programs. */
#include "base/arena.h"
#include "paint/painter.h"
#include "paint/painters.h"
#include "paint/png_chunk.h"
#include "paint/raster.h"
#include "paint/record.h"

struct kept { /* from picture to picture */
	struct raster *raster;
	struct png_writer *writer;
};

struct file {
	struct kept *kept;
	struct arena *arena;
	const struct paint_info *info;
	struct diags *diags;
	struct bytes bytes;
};

static void *keep(struct arena *arena)
{
	struct kept *kept = arena_alloc(arena, 1, sizeof *kept);
	kept->raster = raster_new(arena);
	kept->writer = png_writer_new(arena);
	return kept;
}

static void *begin(void *kept, struct arena *arena, const struct paint_info *info, struct diags *diags)
{
	struct file *file = arena_alloc(arena, 1, sizeof *file);
	*file = (struct file){ .kept = kept, .arena = arena, .info = info, .diags = diags };
	return file;
}

static bool page(void *object, const struct scene *scene)
{
	struct file *file = object;
	const struct paint_info *info = file->info;
	struct png_picture picture = { .pixels_per_metre = info->pixels_per_point * 72 / 0.0254 };
	struct png_text texts[] = {
		{ "Title", scene->document.title },
		{ "Description", scene->document.alt },
		{ "Source", scene->document.source },
		{ "Creation Time", info->date.year ? date_iso(file->arena, info->date) : NULL },
		{ "Software", info->producer },
		{ "Data SHA-256", scene->document.data_hash },
	};
	if (!raster_paint(file->kept->raster, scene, info->pixels_per_point, &picture.pixels, &picture.width,
	                  &picture.height, file->diags))
		return false;
	picture.stride = picture.width;
	picture.translucent = scene->transparent;
	picture.texts = texts;
	picture.n_texts = sizeof texts / sizeof *texts;
	picture.record = info->record;
	picture.sealed = true;
	file->bytes = png_encode(file->kept->writer, &picture);
	return true;
}

static bool end(void *object, struct bytes *out)
{
	const struct file *file = object;
	*out = file->bytes;
	return true;
}

static void recover(struct arena *arena, struct bytes bytes, size_t limit, struct paint_found *out, struct diags *diags)
{
	(void)diags;
	out->record = png_find_text(arena, bytes, record_keyword, limit);
	out->seal = png_seal(bytes);
}

const struct painter painter_png = {
	.suffix = "png",
	.name = "PNG",
	.media_type = "image/png",
	.open = keep,
	.begin = begin,
	.page = page,
	.end = end,
	.recognise = png_recognise,
	.recover = recover,
};
