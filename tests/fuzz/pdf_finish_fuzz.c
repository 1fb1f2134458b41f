/* What Cairo drew, with any changes, on its way through the finishing pass: it becomes a PDF that carries its record
 * and its seal, or the pass says that it failed. A finished PDF, with any changes, is recovered from without harm. */
#include "base/arena.h"
#include "edits.h"
#include "made.h"
#include "paint/painter.h"
#include "paint/pdf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char record[] = "{\"benchbrief\": \"fuzz\", \"charts\": []}";
static const struct paint_attachment attachments[] = {
	{ paint_record_name,
	  "application/json",
	  "The record",
	  PAINT_DATA,
	  { .data = record, .size = sizeof record - 1 } },
};
static const struct paint_info info = { .producer = "benchbrief",
	                                .pixels_per_point = 1,
	                                .record = record,
	                                .attachments = attachments,
	                                .n_attachments = 1 };

static struct pdf_draft draft; /* drawn once */
static struct bytes finished;

static void release(void)
{
	arena_free(draft.arena);
}

/* libqpdf must not be in use when the process ends: its own statics go first. */
static void finish_once(struct diags *diags)
{
	struct arena *arena = arena_new();
	struct pdf_draft once = draft;
	struct bytes out;
	once.arena = arena;
	if (!pdf_finish(&once, &out, diags)) {
		diags_print(diags, stderr, false);
		abort();
	}
	char *copy = arena_alloc(draft.arena, out.size, 1);
	memcpy(copy, out.data, out.size);
	finished = (struct bytes){ .data = copy, .size = out.size };
	arena_free(arena);
}

/* Cairo writes the time of day into what it draws: the same bytes are to mean the same changes whenever they are tried.
 */
static struct bytes without_clock(struct arena *arena, struct bytes file)
{
	static const char key[] = "/CreationDate (D:";
	char *copy = arena_alloc(arena, file.size, 1);
	memcpy(copy, file.data, file.size);
	for (size_t i = 0; i + sizeof key < file.size; i++)
		if (memcmp(copy + i, key, sizeof key - 1) == 0)
			for (i += sizeof key - 1; i < file.size && copy[i] != ')'; i++)
				copy[i] = copy[i] >= '0' && copy[i] <= '9' ? '0' : copy[i];
	return (struct bytes){ .data = copy, .size = file.size };
}

static void draw(void)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	size_t n;
	const struct scene *const *pages = made_pages(arena, &n);
	draft = (struct pdf_draft){ .arena = arena, .diags = diags, .info = &info };
	for (size_t i = 0; i < n; i++)
		pdf_draw_page(&draft, pages[i]);
	if (!pdf_draw_end(&draft))
		abort();
	draft.file = without_clock(arena, draft.file);
	finish_once(diags);
	atexit(release);
}

static void recover(struct arena *arena, struct bytes file, bool ours)
{
	struct paint_found found = { 0 };
	struct diags *diags = diags_new(arena);
	if (!paint_recover(arena, file, &found, diags)) {
		if (ours)
			abort();
		return;
	}
	bool whole = found.seal == PAINT_WHOLE && found.record.size == sizeof record - 1 &&
	             memcmp(found.record.data, record, sizeof record - 1) == 0;
	if (ours && !whole)
		abort();
	if (!ours && found.seal == PAINT_WHOLE &&
	    (file.size != finished.size || memcmp(file.data, finished.data, file.size) != 0))
		abort(); /* every changed byte shows */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!draft.arena)
		draw();
	struct arena *arena = arena_new();
	if (size % 2) {
		recover(arena, edits_apply(arena, finished, data, size), false);
	} else {
		struct diags *diags = diags_new(arena);
		struct pdf_draft altered = draft;
		struct bytes out;
		altered.arena = arena;
		altered.file = edits_apply(arena, draft.file, data, size);
		bool ok = pdf_finish(&altered, &out, diags);
		if (ok != diags_ok(diags))
			abort();
		if (ok)
			recover(arena, out, true);
	}
	arena_free(arena);
	return 0;
}
