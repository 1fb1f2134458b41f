/* Any bytes as a look: it is refused with reasons, or it is as legible as every look has to be, and a chart can be laid
 * out in it, or is refused with reasons. */
#include "base/arena.h"
#include "chart/request.h"
#include "desk.h"
#include "scratch.h"
#include "style/look.h"
#include "words/words.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const double text = 4.5, marks = 3; /* contrasts of WCAG */

static void check_look(const struct look *look)
{
	const struct palette *p = &look->palette;
	const struct color grounds[] = { p->background, p->panel };
	if (!p->n_series || p->n_series > LOOK_SERIES_MAX || !look->n_fonts || look->n_fonts > LOOK_FONTS_MAX)
		abort();
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
		if (color_contrast(p->ink, grounds[i]) < text || color_contrast(p->ink2, grounds[i]) < text ||
		    color_contrast(p->ink3, grounds[i]) < text || color_contrast(p->muted, grounds[i]) < marks ||
		    color_contrast(p->highlight, grounds[i]) < marks)
			abort();
		for (size_t k = 0; k < p->n_series; k++)
			if (color_contrast(p->series[k], grounds[i]) < marks)
				abort();
	}
	for (size_t i = 0; i < look->n_fonts; i++)
		if (!look->fonts[i].family || !look->fonts[i].package || !look->fonts[i].files[TEXT_REGULAR])
			abort();
}

static void lay_out(struct arena *arena, const struct desk *desk, const struct look *look, size_t size)
{
	static const char *const kinds[] = { "leaderboard", "grouped", "table" };
	struct diags *diags = diags_new(arena);
	const struct chart_asked asked = { .kind = chart_kind_find(kinds[size % 3], place_file(NULL), diags) };
	struct chart_request q;
	struct chart_pages pages = { 0 };
	if (!asked.kind)
		abort();
	const char *const on[] = { "x", "y" };
	struct chart_asked named = asked;
	named.benchmarks = chart_names(arena, on, asked.kind->most > 1 ? 2 : 1);
	named.n_benchmarks = asked.kind->most > 1 ? 2 : 1;
	if (!chart_request_make(arena, &named, desk->dataset, &q, diags))
		abort();
	q.look = look;
	q.fonts = desk->fonts;
	q.language = &language_english;
	q.width = 960;
	q.height = 540;
	if (chart_layout(arena, &q, &pages, diags) != diags_ok(diags))
		abort();
	check_diags(diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct desk *desk = desk_at_hand();
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	char path[4096];
	scratch_put("fuzz.yaml", data, size, path, sizeof path);
	const struct look *look =
		look_load(arena, inputs_new(arena), path, size % 2 ? scratch_folder() : NULL, LOOKS, diags);
	if ((look != NULL) != diags_ok(diags))
		abort();
	check_diags(diags);
	if (look) {
		check_look(look);
		lay_out(arena, desk, look, size);
	}
	arena_free(arena);
	return 0;
}
