/* The table and the heatmap: models by benchmarks, the numbers themselves; in the heatmap on fields shaded by value. */
#include "chart/kinds.h"
#include "chart/legend.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

/* ---- shades ---- */

struct ramp { /* from pale over middle to strong */
	struct color pale, middle, strong;
};

static struct ramp ramp_of(const struct look *look)
{
	const struct palette *p = &look->palette;
	struct color ground = look->card ? p->panel : p->background;
	struct ramp ramp = { .strong = p->highlight };
	ramp.middle = color_middle(ground, ramp.strong);
	ramp.pale = color_mix(ground, ramp.middle, share_palest);
	return ramp;
}

/* True if fields of both are shaded on one scale. */
static bool shaded_alike(const struct benchmark *a, const struct benchmark *b)
{
	bool ranges = a->ranged == b->ranged && (!a->ranged || (a->low == b->low && a->high == b->high));
	return a == b || (benchmark_alike(a, b) && ranges);
}

/* One scale per unit and declared range, whatever part of the values is drawn: the range or, where none is declared,
 * from zero to the largest value. Where zero means nothing, from the smallest one. */
static struct scene_shade shade_of(const struct subject *f, struct ramp ramp, size_t column)
{
	const struct grid *g = f->grid;
	const struct benchmark *b = g->columns[column]->benchmark;
	struct scene_shade shade = {
		.declared = b->ranged, .bend = 1, .pale = ramp.pale, .middle = ramp.middle, .strong = ramp.strong
	};
	double least = b->unit->zero ? 0 : HUGE_VAL, most = b->unit->zero ? 0 : -HUGE_VAL;
	bool shaded = b->direction != DIRECTION_UNKNOWN || !subject_directed(f); /* one meaning per chart */
	if (b->ranged) {
		least = b->low;
		most = b->high;
	}
	for (size_t c = 0; c < g->n_columns; c++)
		for (size_t r = 0; r < g->n_rows && shaded_alike(g->columns[c]->benchmark, b); r++) {
			const struct standing_row *row = grid_cell(g, r, c);
			least = row->present ? fmin(least, row->value) : least;
			most = row->present ? fmax(most, row->value) : most;
		}
	shade.low = least;
	shade.high = most;
	shade.way = !shaded ? 0 : b->direction == DIRECTION_LOWER ? -1 : 1;
	return shade;
}

static struct color color_at(const struct scene_shade *shade, double value)
{
	double span = shade->high - shade->low, part = span > 0 ? (value - shade->low) / span : 0;
	part = pow(shade->way > 0 ? part : shade->way < 0 ? 1 - part : 0, shade->bend);
	return part < 0.5 ? color_mix(shade->pale, shade->middle, 2 * part)
	                  : color_mix(shade->middle, shade->strong, 2 * part - 1);
}

/* By how much digits fall short of reading well on their shades, all together. */
static double murkiness(const struct subject *f, const struct scene_shade *shades, double bend)
{
	const struct grid *g = f->grid;
	double sum = 0;
	for (size_t c = 0; c < g->n_columns; c++) {
		struct scene_shade shade = shades[c];
		shade.bend = bend;
		for (size_t r = 0; r < g->n_rows; r++) {
			const struct standing_row *row = grid_cell(g, r, c);
			struct color color = color_at(&shade, row->value);
			if (row->present)
				sum += fmax(0, contrast_digits - color_contrast(color_ink_on(color), color));
		}
	}
	return sum;
}

/* One for all: the straight way from pale to strong, or the one beside it that puts the fewest digits on murky shades.
 */
static double bend_of(const struct subject *f, const struct scene_shade *shades)
{
	static const double bends[] = { 1.1, 1.2, 1.3, 1.4, 1.5, 0.9 };
	double best = 1, least = murkiness(f, shades, 1);
	for (size_t i = 0; i < sizeof bends / sizeof *bends && least > 0; i++) {
		double sum = murkiness(f, shades, bends[i]);
		best = sum < least ? bends[i] : best;
		least = fmin(least, sum);
	}
	return best;
}

static void shade_cells(const struct subject *f, struct rows_cell *cells, struct rows_column *columns)
{
	const struct grid *g = f->grid;
	struct ramp ramp = ramp_of(f->look);
	struct scene_shade *shades = arena_alloc(f->arena, g->n_columns + 1, sizeof *shades);
	for (size_t c = 0; c < g->n_columns; c++)
		shades[c] = shade_of(f, ramp, c);
	double bend = bend_of(f, shades);
	for (size_t c = 0; c < g->n_columns; c++) {
		shades[c].bend = bend;
		columns[c].shade = &shades[c];
		for (size_t r = 0; r < g->n_rows; r++)
			cells[r * g->n_columns + c].color = color_at(&shades[c], cells[r * g->n_columns + c].value);
	}
}

/* ---- words ---- */

/* What a shade means, and on which benchmarks it does not start at zero: it means nothing there, or values are below
 * it. */
static void note_shades(const struct shown *drawn, bool directed, struct notes *notes)
{
	const struct grid *g = drawn->grid;
	const struct subject *f = drawn->subject;
	const struct language *l = f->language;
	const char **names = arena_alloc(notes->arena, g->n_columns + 1, sizeof *names);
	size_t n = 0, shaded = 0;
	for (size_t c = 0; c < g->n_columns; c++) {
		struct scene_shade shade = shade_of(f, ramp_of(f->look), drawn->columns[c]);
		shaded += shade.way != 0;
		if (shade.way && shade.low != 0)
			names[n++] = g->columns[c]->benchmark->brief;
	}
	if (n && n == shaded) {
		notes_add(notes, SWATCH_NONE,
		          words_get(l, directed ? WORD_NOTE_SHADE_ALL_SPAN : WORD_NOTE_SHADE_SIZE_ALL_SPAN));
		return;
	}
	bool one = true;
	for (size_t c = 1; c < g->n_columns; c++)
		one &= shaded_alike(g->columns[c]->benchmark, g->columns[0]->benchmark);
	notes_add_convention(notes, SWATCH_NONE,
	                     words_get(l, !directed ? WORD_NOTE_SHADE_SIZE
	                                  : one     ? WORD_NOTE_SHADE_ONE
	                                            : WORD_NOTE_SHADE));
	const char *list = words_list(notes->arena, l, names, n, PHRASE_NAMES);
	if (n)
		notes_add(notes, SWATCH_NONE, words_fill(notes->arena, l, WORD_NOTE_SHADE_SPAN, "names", list, NULL));
}

/* How much is not there, which nobody counts. */
static void note_absent(const struct shown *drawn, struct notes *notes)
{
	const struct subject *f = drawn->subject;
	const struct grid *g = drawn->grid;
	size_t n = 0;
	for (size_t c = 0; c < g->n_columns; c++)
		for (size_t r = 0; r < g->n_rows; r++) {
			const struct standing_row *row = grid_cell(g, r, c);
			n += !row->present && !row->withheld;
		}
	f->counted->part = SCENE_NOTES;
	if (n > 1)
		notes_add(notes, SWATCH_NONE,
		          words_fill(f->arena, f->language, WORD_NOTE_ABSENT_CELLS, "n",
		                     counted_digits(f->counted, COUNT_CELLS_ABSENT, n), "all",
		                     counted_digits(f->counted, COUNT_CELLS, g->n_rows * g->n_columns), NULL));
}

static void words_of(struct subject *f, const struct rows_shown *shown, struct frame_words *words, enum word kind)
{
	struct notes notes = { .arena = f->arena };
	struct shown drawn = shown_of(f, shown);
	shown_grid_words(&drawn, words);
	words->alt = shown_grid_alt(&drawn, kind);
	bool directed = shown_directed(&drawn), shaded = directed || !subject_directed(f);
	if (f->grid->n_columns > 1) /* else makers stand beside the names */
		legend_rows(&drawn, &notes);
	if (kind == WORD_KIND_HEATMAP && shaded)
		note_shades(&drawn, directed, &notes);
	shown_note_bold(&drawn, &notes);
	note_absent(&drawn, &notes);
	shown_note_tops(&drawn, &notes);
	shown_evidence(&drawn, &notes, words);
}

static void table_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	words_of(kind, shown, words, WORD_KIND_TABLE);
}

static void heatmap_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	words_of(kind, shown, words, WORD_KIND_HEATMAP);
}

/* ---- layout ---- */

static bool lay_out(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, bool heat,
                    struct diags *diags)
{
	struct subject f;
	if (!subject_open(&f, arena, q, diags))
		return false;
	f.starred = true;
	struct rows_table t = subject_table(&f, heat ? ROWS_HEAT : ROWS_NUMBERS);
	size_t n = t.n_rows * t.n_columns;
	struct rows_cell *cells = arena_alloc(arena, n + 1, sizeof *cells);
	for (size_t i = 0; i < n; i++) {
		cells[i] = t.cells[i];
		cells[i].strong = cells[i].rank == 1 && !cells[i].level;
		cells[i].remark = !cells[i].claimed ? cells[i].remark : cells[i].doubted ? "†\u2009*" : "*";
		cells[i].text_signed = NULL; /* the unit is in the head or the subtitle */
	}
	t.cells = cells;
	t.bold_best = true;
	t.rules = !heat;
	t.spread = heat;
	struct rows_column *columns = arena_alloc(arena, t.n_columns, sizeof *columns);
	for (size_t i = 0; i < t.n_columns; i++) {
		columns[i] = t.columns[i];
		columns[i].head = columns[i].head ? columns[i].head : f.grid->columns[i]->benchmark->brief;
	}
	if (heat)
		shade_cells(&f, cells, columns);
	t.columns = columns;
	return rows_layout(arena, q, &t, heat ? heatmap_words : table_words, &f, pages, diags);
}

bool chart_table(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	return lay_out(arena, q, pages, false, diags);
}

bool chart_heatmap(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	return lay_out(arena, q, pages, true, diags);
}
