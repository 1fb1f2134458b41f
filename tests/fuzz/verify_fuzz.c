/* verify over files of ours with any changes, and over files whose record says anything: it ends, it says of every file
 * what it is, and a seal that is whole was never broken.
 *
 * The first byte chooses: p, n, s are a PDF, a PNG and an SVG of ours with the edits that follow; anything else is a
 * picture whose record is the rest. */
#include "base/arena.h"
#include "base/str.h"
#include "desk.h"
#include "edits.h"
#include "made.h"
#include "paint/painter.h"
#include "press/verify.h"
#include "scene/scene.h"
#include "scratch.h"
#include "words/words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RUNS_PER_PRESS = 500 };

static struct press *press;

static void check(const char *path, const char *data, bool original, bool ours)
{
	const char *files[] = { path };
	const struct feed all[] = { { .file = data } };
	const struct verified *verified;
	size_t n;
	const struct press_verify request = { .files = files, .n_files = 1, .data = all, .n_data = data ? 1 : 0 };
	const struct press_result *result = press_verify(press, &request, &verified, &n);
	if (result->status != PRESS_DONE && result->status != PRESS_WRONG)
		abort();
	if ((n == 1) != (result->status == PRESS_DONE) || n > 1)
		abort();
	check_diags(result->diags);
	if (n && !original && ours && verified->seal == VERIFIED_WHOLE)
		abort(); /* every changed byte shows */
	if (original &&
	    (!n || verified->seal != VERIFIED_WHOLE || (data && (!verified->same_data || verified->n_findings))))
		abort();
	for (size_t i = 0; n && i < verified->n_findings; i++)
		if (!verified_kind_word(verified->findings[i].kind) || !verified->findings[i].what)
			abort();
}

/* A picture with this record. */
static struct bytes picture_of(struct arena *arena, const uint8_t *data, size_t size)
{
	struct bytes bytes;
	struct diags *diags = diags_new(arena);
	struct scene *scene = scene_new(arena, 8, 8);
	const struct scene *pages[] = { scene };
	const struct paint_info info = { .producer = "fuzz",
		                         .pixels_per_point = 1,
		                         .record = arena_strndup(arena, (const char *)data, size) };
	const struct painter *painter = painter_find(size % 2 ? "png" : "svg");
	scene->document =
		(struct scene_document){ .title = "Nothing", .alt = "Nothing", .language = &language_english };
	if (!paint(paintbox_new(arena), painter, pages, 1, &info, &bytes, diags))
		abort();
	return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	press = made_press_at_hand(RUNS_PER_PRESS);
	if (!size)
		return 0;
	struct arena *arena = arena_new();
	bool ours = true;
	struct bytes original = { .data = NULL, .size = 0 }, bytes;
	switch (*data) {
	case 'p':
		original = made_file(MADE_PDF);
		break;
	case 'n':
		original = made_file(MADE_PNG);
		break;
	case 's':
		original = made_file(MADE_SVG);
		break;
	default:
		ours = false;
	}
	bytes = ours ? edits_apply(arena, original, data + 1, size - 1) : picture_of(arena, data, size);
	char path[4096];
	scratch_put("altered", bytes.data, bytes.size, path, sizeof path);
	bool same = ours && bytes.size == original.size && memcmp(bytes.data, original.data, bytes.size) == 0;
	check(path, size % 3 ? made_data() : NULL, same, ours);
	arena_free(arena);
	return 0;
}
