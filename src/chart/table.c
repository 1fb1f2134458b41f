/* The table and the heatmap: models by benchmarks, the numbers themselves; in the heatmap on fields shaded by value. */
#include "chart/subject.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/lengths.h"

#include <math.h>

static void words_of(struct subject *f, const struct rows_shown *shown, struct frame_words *words, enum word note)
{
	struct notes notes = { .arena = f->arena };
	subject_grid_words(f, words);
	if (note != WORD_NOTE_BOLD_BEST)
		notes_add(&notes, SWATCH_NONE, words_get(f->language, note));
	notes_add(&notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_BOLD_BEST));
	subject_evidence(f, shown, &notes, words);
}

static void table_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	words_of(kind, shown, words, WORD_NOTE_BOLD_BEST);
}

static void heatmap_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	words_of(kind, shown, words, WORD_NOTE_SHADE);
}

static struct color mix(struct color a, struct color b, double part)
{
	return (struct color){ (unsigned char)lround(a.r + (b.r - a.r) * part),
		               (unsigned char)lround(a.g + (b.g - a.g) * part),
		               (unsigned char)lround(a.b + (b.b - a.b) * part) };
}

struct ramp { /* from pale to strong, as far as text stays readable on every shade */
	struct color low, high;
};

static struct ramp ramp_of(const struct look *look)
{
	const struct palette *p = &look->palette;
	struct ramp ramp = { mix(look->card ? p->panel : p->background, p->grid, share_palest), p->highlight };
	struct color text = color_ink_on(ramp.low);
	double part = 0;
	while (part < 1 && color_contrast(mix(ramp.low, p->highlight, part + share_shade), text) >= contrast_on_shade)
		part += share_shade;
	ramp.high = mix(ramp.low, p->highlight, part);
	return ramp;
}

static void shade_cells(const struct subject *f, struct rows_cell *cells)
{
	const struct grid *g = f->grid;
	struct ramp ramp = ramp_of(f->look);
	for (size_t c = 0; c < g->n_columns; c++) {
		double least = HUGE_VAL, most = -HUGE_VAL;
		bool lower = g->columns[c]->benchmark->better == BETTER_LOWER;
		for (size_t r = 0; r < g->n_rows; r++)
			if (grid_cell(g, r, c)->chosen) {
				least = fmin(least, grid_cell(g, r, c)->value);
				most = fmax(most, grid_cell(g, r, c)->value);
			}
		for (size_t r = 0; r < g->n_rows; r++) {
			double part = most > least ? (cells[r * g->n_columns + c].value - least) / (most - least) : 0.5;
			cells[r * g->n_columns + c].color = mix(ramp.low, ramp.high, lower ? 1 - part : part);
		}
	}
}

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
		cells[i].strong = cells[i].rank == 1;
		cells[i].remark = !cells[i].claimed ? cells[i].remark : cells[i].doubted ? "†\u2009*" : "*";
		cells[i].text_signed = NULL; /* the unit is in the head or the subtitle */
	}
	if (heat)
		shade_cells(&f, cells);
	t.cells = cells;
	t.rules = !heat;
	t.spread = heat;
	struct rows_column *columns = arena_alloc(arena, t.n_columns, sizeof *columns);
	for (size_t i = 0; i < t.n_columns; i++) {
		columns[i] = t.columns[i];
		columns[i].head = columns[i].head ? columns[i].head : f.grid->columns[i]->benchmark->brief;
	}
	t.columns = columns;
	return rows_layout(arena, q, &t, heat ? heatmap_words : table_words, &f,
	                   subject_grid_alt(&f, heat ? WORD_KIND_HEATMAP : WORD_KIND_TABLE), pages, diags);
}

bool chart_table(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	return lay_out(arena, q, pages, false, diags);
}

bool chart_heatmap(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	return lay_out(arena, q, pages, true, diags);
}
