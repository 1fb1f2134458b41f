/* Dots: positions on a scale without a meaningful zero, with intervals and what other sources say. */
#include "chart/dots.h"
#include "chart/axis.h"
#include "chart/kinds.h"
#include "chart/reference.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "words/words.h"

#include <math.h>

static bool others_drawn(const struct dots *d, const struct rows_shown *shown)
{
	for (size_t i = 0; i < shown->n_rows; i++)
		if (grid_cell(d->subject.grid, shown->rows[i], 0)->disputed)
			return true;
	return false;
}

void dots_notes(const struct dots *d, const struct rows_shown *shown, struct notes *notes)
{
	const struct language *l = d->subject.language;
	if (others_drawn(d, shown))
		notes_add_convention(notes, SWATCH_TICK, words_get(l, WORD_NOTE_OTHER_VALUES))->says |= SAYS_OTHERS;
	if (dots_logarithmic(d, shown))
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_LOG))->says = SAYS_LOG;
	else
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	for (size_t i = 0; i < shown->n_rows && d->table.lead; i++)
		if (rows_cell(&d->table, shown->rows[i], 0, 0) == d->table.lead)
			notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_LEAD));
}

struct span {
	double low, high;
};

/* From the lowest to the highest of all that is drawn of these rows; all rows that can be: NULL. */
static struct span span_of(const struct dots *d, const struct rows_shown *shown)
{
	struct span span = { HUGE_VAL, -HUGE_VAL };
	for (size_t i = 0; i < (shown ? shown->n_rows : d->table.n_rows); i++) {
		const struct rows_cell *cell = rows_cell(&d->table, shown ? shown->rows[i] : i, 0, 0);
		double low, high;
		if (!cell->present)
			continue;
		rows_extent(cell, true, &low, &high);
		span.low = fmin(span.low, low);
		span.high = fmax(span.high, high);
	}
	reference_widen(d->subject.request, &span.low, &span.high);
	return span;
}

bool dots_logarithmic(const struct dots *d, const struct rows_shown *shown)
{
	struct span span = span_of(d, shown);
	enum chart_log log = d->subject.request->log;
	return log == CHART_LOG_ALWAYS || (log == CHART_LOG_WIDE && axis_is_wide(span.low, span.high));
}

bool dots_check_log(const struct dots *d)
{
	const struct subject *f = &d->subject;
	if (f->request->log != CHART_LOG_ALWAYS || span_of(d, NULL).low > 0)
		return true;
	diag_add(f->diags, DIAG_ERROR, place_file(NULL), "leave the log scale out",
	         "a log scale needs values above zero, and %s has one, or the end of an interval, that is not",
	         f->grid->columns[0]->benchmark->name);
	return false;
}

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	const struct dots *d = kind;
	struct notes notes = { .arena = d->subject.arena };
	struct shown drawn = shown_of(&d->subject, shown);
	shown_words(&drawn, words);
	words->alt = shown_alt(&drawn, WORD_ALT_DOTS, WORD_KIND_DOTS);
	words->logarithmic = dots_logarithmic(d, shown);
	dots_notes(d, shown, &notes);
	shown_evidence(&drawn, &notes, words);
}

static void add_others(const struct subject *f, struct rows_cell *cell, const struct standing_row *row)
{
	if (!row->disputed)
		return;
	const struct selection *selection = standing_selection(f->arena, f->grid->columns[0], row);
	double *others = arena_alloc(f->arena, selection->n_rivals, sizeof *others);
	for (size_t i = 0; i < selection->n_rivals; i++)
		others[i] = selection->rivals[i]->value.number;
	cell->others = others;
	cell->n_others = selection->n_rivals;
}

/* The best row with an interval, the focus before others that share the lead; NULL if there is none. */
static const struct rows_cell *leader(const struct subject *f, const struct rows_cell *cells, size_t n)
{
	const struct rows_cell *best = NULL;
	for (size_t i = 0; i < n; i++) {
		bool focus = f->request->focus && grid_variant(f->grid, i) == f->request->focus;
		if (subject_shows(f, i) && cells[i].present && cells[i].rank == 1 && !cells[i].level &&
		    cells[i].whisker && (!best || focus))
			best = &cells[i];
	}
	return best;
}

/* A row that shares the lead of the focus stands out with it: what a title says of two is seen of two. */
static void join_focus(const struct subject *f, struct rows_label *labels, struct rows_cell *cells, size_t n)
{
	size_t focus = subject_focus_row(f);
	bool leads = focus != ROWS_NONE && f->few_lead && cells[focus].rank == 1;
	for (size_t i = 0; i < n && leads && !f->request->n_beside; i++)
		if (subject_shows(f, i) && cells[i].rank == 1 && cells[i].present) {
			cells[i].color = labels[i].chip_color = subject_color(f, grid_variant(f->grid, i), true);
			cells[i].strong = labels[i].strong = true;
			labels[i].quiet = false;
		}
}

struct rows_table dots_table(struct subject *f)
{
	f->dots = true;
	struct rows_table t = subject_table(f, ROWS_DOTS);
	struct rows_cell *cells = arena_alloc(f->arena, t.n_rows + 1, sizeof *cells);
	struct rows_label *labels = arena_alloc(f->arena, t.n_rows + 1, sizeof *labels);
	for (size_t i = 0; i < t.n_rows; i++) {
		if (!subject_shows(f, i))
			continue;
		labels[i] = t.labels[i];
		cells[i] = t.cells[i];
		add_others(f, &cells[i], grid_cell(f->grid, i, 0));
	}
	join_focus(f, labels, cells, t.n_rows);
	t.cells = cells;
	t.labels = labels;
	t.lead = leader(f, cells, t.n_rows);
	return t;
}

bool chart_dots(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct dots d;
	if (!subject_open(&d.subject, arena, q, diags))
		return false;
	d.subject.whiskers = true;
	d.subject.most_rows = rows_at_most(q);
	d.subject.unsigned_marked = subject_some_unsigned(&d.subject);
	d.table = dots_table(&d.subject);
	subject_print_ranks(&d.subject, &d.table);
	subject_tell_multiple(&d.subject, &d.table);
	return dots_check_log(&d) && rows_layout(arena, q, &d.table, make_words, &d, pages, diags);
}
