/* The pictures that a briefing shows: each read once, tried once, and told of once if it cannot be drawn. */
#include "press/job.h"
#include "press/trial.h"

#include "base/hash.h"
#include "base/map.h"
#include "paint/picture.h"
#include "paint/system_fonts.h"

#include <errno.h>
#include <string.h>

static const double point = 0.75; /* of a pixel */

struct press_images {
	struct map by_path, by_hash; /* as written; of the bytes */
	struct trials *trials;
	struct system_fonts *fonts; /* while pictures are tried */
};

struct shown { /* a picture */
	struct picture_trial trial;
	const struct artwork *art; /* NULL: it is an error, which has been told */
};

/* ---- words ---- */

static const char smaller[] = "make it smaller: across a page 2,500 pixels are 300 in an inch";
static const char simpler[] = "draw it with less, or save it as PNG";
static const char by_itself[] = "save the picture with everything in one file, and text as paths";

static const struct {
	const char *what, *hint;
} reasons[] = {
	[PICTURE_OF_NO_KIND] = { "it is neither PNG nor SVG", "save it as PNG, or as SVG with a width and a height" },
	[PICTURE_DAMAGED] = { "it is damaged", "save it anew" },
	[PICTURE_WITHOUT_SIZE] = { "it has no width and height", "give <svg> a width and a height" },
	[PICTURE_TOO_LARGE] = { "it is larger than 40 million pixels, 20,000 pixels a side or 64 MB when drawn",
	                        smaller },
	[PICTURE_TOO_MUCH] = { "with it the briefing's pictures have more than 100 million pixels", smaller },
	[PICTURE_TOO_MANY] = { "it has more than 100,000 elements", simpler },
	[PICTURE_WITHOUT_LIBRARY] = { "librsvg, which draws SVG, is not installed", "install it, or save it as PNG" },
	[PICTURE_NOT_DRAWN] = { "such an element is not drawn", "replace it by shapes and text, or save it as PNG" },
	[PICTURE_IN_PICTURE] = { "a picture inside the picture is not drawn", "show it by itself, or save it as PNG" },
	[PICTURE_REACHES_OUT] = { "it refers to another file, which is not read", by_itself },
	[PICTURE_HIDES] = { "what it consists of cannot be seen in it", "save it as plain SVG in UTF-8" },
	[PICTURE_LEADS_NOWHERE] = { "part of it is not drawn", "mend what it refers to, or save it as PNG" },
	[PICTURE_REFUSED] = { "librsvg refuses it", simpler },
	[PICTURE_BLANK] = { "nothing can be seen of it", "look at the file: is all of it transparent or outside?" },
	[PICTURE_TIME] = { "it, or what is like it in the file, takes longer than 3 seconds to draw", simpler },
	[PICTURE_MEMORY] = { "it takes more than 1 GB of memory to draw", simpler },
	[PICTURE_CRASH] = { "the library that draws it fails", simpler },
	[PICTURE_UNTRIED] = { "it was not tried after several others that failed", "mend those first" },
};

static void tell_fault(const char *written, struct place place, const struct picture_trial *t, struct diags *diags)
{
	struct arena *scratch = arena_new_below(diags_arena(diags));
	const char *where = t->line ? arena_printf(scratch, "<%s> in line %d: ", t->element, t->line) : "";
	const char *detail = *t->detail ? arena_printf(scratch, " (%s)", t->detail) : "";
	diag_add(diags, DIAG_ERROR, place, reasons[t->fault].hint, "the picture %s cannot be shown: %s%s%s", written,
	         where, reasons[t->fault].what, detail);
	arena_free(scratch);
}

static void tell_remarks(const char *written, struct place place, const struct picture_trial *t, struct diags *diags)
{
	if (t->remarks & PICTURE_PROFILED)
		diag_add(diags, DIAG_WARNING, place, "convert it to sRGB",
		         "the colour profile of %s is not applied: its colours are shown as sRGB", written);
	if (t->remarks & PICTURE_MOVES)
		diag_add(diags, DIAG_WARNING, place, "use a still picture", "%s moves: only its first picture is shown",
		         written);
	if (t->remarks & PICTURE_MISREAD)
		diag_add(diags, DIAG_WARNING, place, "look at the page: is all of it there?",
		         "librsvg could not read part of %s: %s", written, t->detail);
}

/* ---- trials ---- */

static bool try_bytes(struct press_job *job, struct shown *shown, struct bytes file, struct place place)
{
	const unsigned char *pixels;
	struct press_images *images = job->images;
	const char *program = job->press->world.program;
	if (!images->trials)
		images->trials = trials_new(job->arena, program, job->press->world.environment);
	errno = 0;
	if (!program || !trials_try(images->trials, file, &shown->trial, &pixels)) {
		diag_add(job->diags, DIAG_FAILURE, place, "give the system room for another process",
		         "no process could be started that tries pictures: %s",
		         program ? strerror(errno) : "the session knows no program for it");
		return false;
	}
	if (!shown->trial.fault && !(shown->art = artwork_new(job->arena, &shown->trial, pixels, file, images->fonts)))
		shown->trial.fault = PICTURE_MEMORY;
	return true;
}

static struct shown *try_image(struct press_job *job, const char *folder, const char *written, struct place place)
{
	struct press_images *images = job->images;
	char *sha256 = arena_alloc(job->arena, 65, 1);
	struct shown *shown = arena_alloc(job->arena, 1, sizeof *shown);
	const char *path = inputs_below(job->inputs, INPUT_PICTURE, folder, written, place,
	                                "put a copy of the picture there", job->diags);
	const struct input *input =
		path ? inputs_read(job->inputs, INPUT_PICTURE, path, PICTURE_BYTES_MAX, job->diags) : NULL;
	if (!input)
		return shown;
	hash_sha256_hex(input->bytes.data, input->bytes.size, sha256);
	struct shown *same = map_find(&images->by_hash, sha256);
	if (same)
		return same;
	map_put(&images->by_hash, sha256, shown);
	if (!try_bytes(job, shown, input->bytes, place))
		return shown;
	if (shown->trial.fault)
		tell_fault(written, place, &shown->trial, job->diags);
	else
		tell_remarks(written, place, &shown->trial, job->diags);
	return shown;
}

static void try_below(struct press_job *job, struct block *const *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct block *b = blocks[i];
		if (b->kind == BLOCK_IMAGE && !map_find(&job->images->by_path, b->image))
			map_put(&job->images->by_path, b->image, try_image(job, job->folder, b->image, b->place));
		try_below(job, b->items, b->n_items);
	}
}

static void try_brand(struct press_job *job, const struct brand_picture *picture, const char *file)
{
	const char *below = picture->below;
	if (file && !map_find(&job->images->by_path, file))
		map_put(&job->images->by_path, file,
		        try_image(job, below ? below : job->folder, below ? file + strlen(below) + 1 : file,
		                  picture->place));
}

void press_try_images(struct press_job *job)
{
	struct press_images *images = arena_alloc(job->arena, 1, sizeof *images);
	*images = (struct press_images){ .by_path = map_new(job->arena), .by_hash = map_new(job->arena) };
	job->images = images;
	struct arena *scratch = arena_new_below(job->arena);
	images->fonts = system_fonts_new(scratch);
	const struct brand *brand = &job->front->brand;
	try_brand(job, &brand->logo, brand->logo.file);
	try_brand(job, &brand->logo, brand->logo.dark);
	try_brand(job, &brand->picture, brand->picture.file);
	try_below(job, job->briefing->blocks, job->briefing->n_blocks);
	try_below(job, job->briefing->notes, job->briefing->n_notes);
	arena_free(scratch);
	if (!images->trials)
		return;
	trials_end(images->trials);
	if (job->asked.remarks && !trials_confined(images->trials))
		diag_add(job->diags, DIAG_NOTE, place_file(job->path), NULL,
		         "pictures were tried with limits of time and memory only: this system filters no calls");
}

bool press_image(const struct press_job *job, const char *written, struct figure_image *image)
{
	const struct shown *shown = map_find(&job->images->by_path, written);
	if (!shown || !shown->art)
		return false;
	*image = (struct figure_image){ shown->art, shown->trial.width * point, shown->trial.height * point };
	return true;
}
