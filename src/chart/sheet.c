#include "chart/sheet.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/frame.h"
#include "chart/kind.h"
#include "chart/lengths.h"
#include "scene/proof.h"
#include "words/number.h"
#include "words/words.h"

#include <string.h>

enum { COLUMNS = 3, TILE_WIDTH = 960, TILE_HEIGHT = 540, HEADER = 470, MARGIN = 60, GAP = 40, U = 14 };

struct sheet {
	struct arena *arena;
	const struct look *look;
	struct fontset *fonts;
	const struct language *language;
	const struct dataset *dataset;
	struct diags *diags;
	struct scene *scene;
};

/* What each kind is asked, by the names of the dataset. */
static const struct {
	const char *kind;
	const char *benchmarks[4];
	const char *models[3];
} tiles[] = {
	{ "leaderboard", { "reason" }, { NULL } },
	{ "bars", { "code" }, { NULL } },
	{ "columns", { "code" }, { NULL } },
	{ "panels", { "reason", "code", "cost" }, { NULL } },
	{ "grouped", { "reason", "code" }, { "m0", "m2", "m3" } },
	{ "dots", { "agent" }, { NULL } },
	{ "distribution", { "latency" }, { NULL } },
	{ "tokens", { "tokens", "reason" }, { NULL } },
	{ "stacked", { "tokens-answer", "tokens-reasoning", "tokens-input" }, { NULL } },
	{ "scatter", { "reason", "cost" }, { NULL } },
	{ "timeline", { "reason" }, { NULL } },
	{ "lines", { "reason" }, { NULL } },
	{ "gap", { "reason", "code" }, { NULL } },
	{ "slope", { "reason", "code" }, { "m4", "m0" } },
	{ "heatmap", { "reason", "code", "agent", "cost" }, { NULL } },
	{ "table", { "reason", "code", "agent", "cost" }, { NULL } },
};
enum { TILES = sizeof tiles / sizeof *tiles };

static void words(struct sheet *s, double x, double y, const char *text, double size, enum text_weight weight,
                  struct color color)
{
	struct text_style style = { .size = size * U, .weight = weight };
	scene_add_text(s->scene, ROLE_WORD, (struct point){ x, y }, text_shape(s->fonts, text, style, 0, 0, s->diags),
	               color);
}

static void swatch(struct sheet *s, double x, double y, const char *name, struct color color)
{
	const struct palette *p = &s->look->palette;
	char hex[8];
	color_hex(color, hex);
	struct scene_item *item =
		scene_add_rect(s->scene, ROLE_CHIP, (struct rect){ x, y, sheet_swatch, sheet_swatch_tall }, color);
	item->path.stroke = 1;
	item->path.stroke_color = p->grid;
	words(s, x, y + sheet_swatch_name, name, 1, TEXT_SEMIBOLD, p->ink);
	words(s, x, y + sheet_swatch_hex,
	      arena_printf(s->arena, "%s  %.1f : 1", hex, color_contrast(color, p->background)), size_swatch_hex,
	      TEXT_REGULAR, p->ink2);
}

static void palette(struct sheet *s, double y)
{
	const struct palette *p = &s->look->palette;
	const struct {
		const char *name;
		struct color color;
	} named[] = { { "background", p->background },
		      { "panel", p->panel },
		      { "ink", p->ink },
		      { "ink2", p->ink2 },
		      { "ink3", p->ink3 },
		      { "muted", p->muted },
		      { "grid", p->grid },
		      { "highlight", p->highlight },
		      { "tag", p->tag },
		      { "better", p->better },
		      { "worse", p->worse } };
	size_t n = sizeof named / sizeof *named;
	for (size_t i = 0; i < n; i++)
		swatch(s, MARGIN + sheet_swatch_step * (double)i, y, named[i].name, named[i].color);
	for (size_t i = 0; i < p->n_series; i++)
		swatch(s, MARGIN + sheet_swatch_step * (double)i, y + sheet_series,
		       arena_printf(s->arena, "series %zu", i + 1), p->series[i]);
}

static const double sample_value = 1234.5;

static void type(struct sheet *s, double x, double y)
{
	const struct look_type *t = &s->look->type;
	const struct palette *p = &s->look->palette;
	static const char *const weights[TEXT_WEIGHTS] = { "regular", "semibold", "bold" };
	const struct {
		enum word name;
		double size;
		enum text_weight weight;
	} sizes[] = { { WORD_SHEET_TITLES, t->title, t->title_weight },
		      { WORD_SHEET_SUBTITLES, t->subtitle, TEXT_REGULAR },
		      { WORD_SHEET_LABELS, t->label, t->label_weight },
		      { WORD_SHEET_VALUES, t->value, t->value_weight },
		      { WORD_SHEET_HIGHLIGHTED, t->label, t->strong_weight },
		      { WORD_SHEET_NOTES, t->small, TEXT_REGULAR } };
	struct number_style style = { .language = s->language, .decimals = 1, .grouped = true };
	const char *number = number_text(s->arena, sample_value, style);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		const char *what =
			arena_printf(s->arena, "%s: %s, %.2f u, %s",
		                     words_fill(s->arena, s->language, sizes[i].name, "number", number, NULL),
		                     s->look->fonts[0].family, sizes[i].size, weights[sizes[i].weight]);
		words(s, x, y + sheet_type_step * (double)i, what, sizes[i].size, sizes[i].weight, p->ink);
	}
}

/* ---- tiles ---- */

static bool ask(struct sheet *s, size_t tile, struct chart_request *q)
{
	const struct benchmark **benchmarks = arena_alloc(s->arena, 4, sizeof *benchmarks);
	const struct variant **models = arena_alloc(s->arena, 3, sizeof *models);
	bool ok;
	*q = (struct chart_request){ .kind = chart_kind_find(tiles[tile].kind, place_file(NULL), s->diags),
		                     .dataset = s->dataset,
		                     .look = s->look,
		                     .language = s->language,
		                     .fonts = s->fonts,
		                     .benchmarks = benchmarks,
		                     .medium = MEDIUM_SLIDE,
		                     .width = TILE_WIDTH,
		                     .height = TILE_HEIGHT,
		                     .pixel = 0.5 };
	ok = q->kind != NULL;
	for (size_t i = 0; i < 4 && tiles[tile].benchmarks[i]; i++) {
		benchmarks[i] = dataset_benchmark(s->dataset, tiles[tile].benchmarks[i], place_file(NULL), s->diags);
		ok = ok && benchmarks[i];
		q->n_benchmarks++;
	}
	for (size_t i = 0; i < 3 && tiles[tile].models[i]; i++) {
		models[i] = dataset_variant(s->dataset, tiles[tile].models[i], place_file(NULL), s->diags);
		ok = ok && models[i];
		q->n_models++;
	}
	q->models = q->n_models ? models : NULL;
	q->focus = dataset_variant(s->dataset, "m0", place_file(NULL), s->diags);
	return ok && q->focus;
}

static bool put_tile(struct sheet *s, size_t tile, double x, double y)
{
	struct chart_request q;
	struct chart_pages pages = { 0 };
	if (!ask(s, tile, &q) || !chart_layout(s->arena, &q, &pages, s->diags))
		return false;
	struct proof proof = proof_check(s->arena, pages.items[0]);
	if (!proof_report(&proof, false, s->diags))
		return false;
	struct scene_item *edge = scene_add(s->scene, SCENE_PATH, ROLE_PANEL);
	edge->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { x - 1, y - 1, TILE_WIDTH + 2, TILE_HEIGHT + 2 },
		                          .stroke = 1,
		                          .stroke_color = s->look->palette.grid };
	for (size_t i = 0; i < pages.items[0]->n_items; i++) {
		struct scene_item copy = pages.items[0]->items[i];
		scene_item_move(&copy, x, y);
		copy.datum = SCENE_NO_DATUM;
		*scene_add(s->scene, copy.kind, copy.role) = copy;
	}
	return true;
}

struct scene *chart_sheet(struct arena *arena, const struct look *look, struct fontset *fonts,
                          const struct language *language, const struct dataset *dataset, struct diags *diags)
{
	size_t rows = (TILES + COLUMNS - 1) / COLUMNS;
	double width = 2 * MARGIN + COLUMNS * TILE_WIDTH + (COLUMNS - 1) * GAP;
	double height = HEADER + (double)rows * (TILE_HEIGHT + GAP) + MARGIN - GAP;
	struct sheet s = { arena, look, fonts, language, dataset, diags, scene_new(arena, width, height) };
	s.scene->u = U;
	s.scene->background = look->palette.background;
	s.scene->document.language = language;
	s.scene->document.title = words_fill(arena, language, WORD_SHEET_TITLE, "name", look->name, NULL);
	s.scene->document.source = "";
	s.scene->document.alt = words_fill(arena, language, WORD_SHEET_ALT, "name", look->name, NULL);
	words(&s, MARGIN, sheet_name, look->name, size_sheet_name, TEXT_BOLD, look->palette.ink);
	if (look->summary)
		words(&s, MARGIN, sheet_summary, look->summary, size_sheet_summary, TEXT_REGULAR, look->palette.ink2);
	palette(&s, sheet_palette);
	type(&s, sheet_type, sheet_type_top);
	for (size_t i = 0; i < TILES; i++)
		if (!put_tile(&s, i, MARGIN + (double)(i % COLUMNS) * (TILE_WIDTH + GAP),
		              HEADER + (double)(i / COLUMNS) * (TILE_HEIGHT + GAP)))
			return NULL;
	return s.scene;
}
