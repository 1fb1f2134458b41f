#include "chart/shown.h"

#include "chart/reference.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/census.h"
#include "chart/kind.h"
#include "words/words.h"

#include <math.h>

/* True if all of the subject is drawn, in its order. */
static bool is_all(const struct grid *g, const struct rows_shown *part)
{
	bool all = part->n_rows == g->n_rows && part->n_columns == g->n_columns;
	for (size_t i = 0; all && i < part->n_rows; i++)
		all = part->rows[i] == i;
	for (size_t i = 0; all && i < part->n_columns; i++)
		all = part->columns[i] == i;
	return all;
}

/* A model and a benchmark may have one name, and one of them is drawn. */
static bool is_drawn_too(const struct shown *shown, const char *name)
{
	const struct subject *f = shown->subject;
	for (size_t i = 0; i < shown->grid->n_rows; i++)
		if (str_eq(variant_full_name(f->arena, grid_variant(shown->grid, i)), name))
			return true;
	for (size_t i = 0; i < f->n_extra; i++)
		if (str_eq(variant_full_name(f->arena, f->extra[i]->variant), name))
			return true;
	for (size_t i = 0; i < shown->grid->n_columns; i++)
		if (str_eq(shown->grid->columns[i]->benchmark->brief, name) ||
		    str_eq(shown->grid->columns[i]->benchmark->name, name))
			return true;
	return false;
}

/* What is drawn, as a row or column or as a value beside them, and the names of the other columns. */
static void collect_hidden(struct shown *shown)
{
	const struct subject *f = shown->subject;
	const struct grid *g = f->grid;
	bool *drawn = arena_alloc(f->arena, f->dataset->n_variants + 1, sizeof *drawn),
	     *column = arena_alloc(f->arena, g->n_columns + 1, sizeof *column);
	const char **names = arena_alloc(f->arena, 2 * g->n_columns + 1, sizeof *names);
	for (size_t i = 0; i < shown->grid->n_rows; i++)
		drawn[grid_variant(shown->grid, i)->index] = true;
	for (size_t i = 0; i < shown->grid->n_columns; i++)
		column[shown->columns[i]] = true;
	for (size_t i = 0; i < f->n_extra; i++)
		drawn[f->extra[i]->variant->index] = true;
	for (size_t c = 0; c < g->n_columns; c++)
		if (!column[c]) {
			names[shown->n_hidden++] = g->columns[c]->benchmark->brief;
			names[shown->n_hidden++] = g->columns[c]->benchmark->name;
		}
	size_t kept = 0;
	for (size_t i = 0; i < shown->n_hidden; i++)
		if (!is_drawn_too(shown, names[i]))
			names[kept++] = names[i];
	shown->hidden = names;
	shown->n_hidden = kept;
	shown->drawn = drawn;
}

/* A table may have columns that are none of the grid. */
static size_t *columns_of_grid(const struct subject *f, const struct rows_shown *part, size_t *n)
{
	size_t *columns = arena_alloc(f->arena, part->n_columns + 1, sizeof *columns);
	*n = 0;
	for (size_t i = 0; i < part->n_columns; i++)
		if (part->columns[i] < f->grid->n_columns)
			columns[(*n)++] = part->columns[i];
	return columns;
}

struct shown shown_of(const struct subject *f, const struct rows_shown *part)
{
	size_t n;
	struct rows_shown own = { .rows = part->rows, .n_rows = part->n_rows };
	own.columns = columns_of_grid(f, part, &n);
	own.n_columns = n;
	counted_restart(f->counted);
	struct shown shown = { .subject = f, .rows = own.rows, .columns = own.columns, .grid = f->grid };
	if (!is_all(f->grid, &own))
		shown.grid = grid_part(f->arena, f->grid, own.rows, own.n_rows, own.columns, own.n_columns);
	struct number_style *styles = arena_alloc(f->arena, n + 1, sizeof *styles);
	for (size_t i = 0; i < n; i++)
		styles[i] = f->styles[own.columns[i]];
	shown.styles = styles;
	shown.models_left_out = f->turned_all ? 0 : f->grid->n_rows - own.n_rows;
	shown.benchmarks_left_out = f->grid->n_columns - n;
	collect_hidden(&shown);
	return shown;
}

const struct standing *shown_all(const struct shown *shown, size_t column)
{
	return shown->subject->grid->columns[shown->columns[column]];
}

static char *with(const struct shown *shown, const char *sentence, enum scene_counted what, size_t n, enum word word,
                  bool spelled)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	struct counted *counted = shown->subject->counted;
	size_t column = shown->columns ? shown->columns[0] : 0;
	if (!n)
		return arena_strdup(a, sentence);
	const char *plain = counted_digits_on(counted, what, column, n),
		   *count = spelled ? counted_words_on(counted, what, column, n) : plain;
	return words_clause(a, l, sentence, words_fill(a, l, word, "count", count, "n", plain, NULL));
}

char *shown_with_rest(const struct shown *shown, const char *sentence, enum scene_counted what, size_t n)
{
	return with(shown, sentence, what, n, WORD_NOT_SHOWN, true);
}

char *shown_with_counted(const struct shown *shown, const char *sentence, const struct variant *who,
                         enum scene_counted what, size_t n, enum scene_counted drawn, size_t n_drawn)
{
	struct counted *counted = shown->subject->counted;
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	const char *one = l->counts[1];
	char *whole =
		words_clause(a, l, sentence, words_fill(a, l, WORD_OF_THESE_SHOWN, "count", one, "all", one, NULL));
	if (n_drawn == n || !n_drawn || n == shown->subject->grid->n_columns ||
	    !subject_is_short(shown->subject, whole))
		return shown_with_rest(shown, sentence, COUNT_BENCHMARKS_LEFT, shown->benchmarks_left_out);
	const char *some = counted_words_of(counted, drawn, who, 0, n_drawn),
		   *all = counted_words_of(counted, what, who, 0, n);
	return words_clause(a, l, sentence, words_fill(a, l, WORD_OF_THESE_SHOWN, "count", some, "all", all, NULL));
}

char *shown_with_models_left(const struct shown *shown, const char *sentence, bool spelled)
{
	return with(shown, sentence, COUNT_MODELS_LEFT, shown->models_left_out, WORD_MODELS_NOT_SHOWN, spelled);
}

char *shown_with_benchmarks_left(const struct shown *shown, const char *sentence, bool spelled)
{
	return with(shown, sentence, COUNT_BENCHMARKS_LEFT, shown->benchmarks_left_out, WORD_BENCHMARKS_NOT_SHOWN,
	            spelled);
}

/* The values that are drawn, and those that marks rest on without a mark of their own. */
static void collect_cells(const struct shown *shown, struct evidence *e)
{
	const struct subject *f = shown->subject;
	const struct grid *g = f->grid;
	size_t n = shown->grid->n_rows * shown->grid->n_columns;
	const struct standing_row **cells = arena_alloc(f->arena, n + f->n_extra + 1, sizeof *cells);
	size_t *of = arena_alloc(f->arena, n + f->n_extra + 1, sizeof *of);
	size_t drawn = 0;
	for (size_t i = 0; i < n; i++) {
		size_t row = shown->rows[i / shown->grid->n_columns];
		if (f->in_words && f->in_words[row])
			continue;
		of[drawn] = shown->columns[i % shown->grid->n_columns];
		cells[drawn] = grid_cell(g, row, of[drawn]);
		drawn++;
	}
	n = drawn;
	for (size_t i = 0; i < f->n_extra; i++) {
		of[n + i] = f->extra_of[i];
		cells[n + i] = f->extra[i];
	}
	e->cells = cells;
	e->of = of;
	e->n_cells = n + f->n_extra;
	e->n_drawn = f->extra_standing ? n : n + f->n_extra;
}

/* Of the benchmarks, in the subject's order; the one of the scores behind rates is the last. */
static void collect_standings(const struct subject *f, struct evidence *e)
{
	const struct grid *g = f->grid;
	size_t n = g->n_columns + (f->extra_standing != NULL);
	const struct standing **standings = arena_alloc(f->arena, n, sizeof *standings);
	struct number_style *styles = arena_alloc(f->arena, n, sizeof *styles);
	for (size_t c = 0; c < n; c++) {
		bool own = c < g->n_columns;
		standings[c] = own ? g->columns[c] : f->extra_standing;
		styles[c] = own ? f->styles[c]
		                : number_style_of(f->language, standings[c]->benchmark->unit, 0,
		                                  standings[c]->magnitude, 0);
	}
	e->standings = standings;
	e->n_standings = n;
	e->styles = styles;
}

bool shown_directed(const struct shown *shown)
{
	bool any = false;
	for (size_t c = 0; c < shown->grid->n_columns; c++)
		any |= shown->grid->columns[c]->benchmark->direction != DIRECTION_UNKNOWN;
	return any;
}

void shown_direction(const struct shown *shown, struct frame_words *words)
{
	const struct grid *g = shown->grid;
	bool all = true;
	words->higher = words->lower = false;
	for (size_t c = 0; c < g->n_columns; c++) {
		enum direction direction = g->columns[c]->benchmark->direction;
		words->higher |= direction == DIRECTION_HIGHER;
		words->lower |= direction == DIRECTION_LOWER;
		all &= direction == DIRECTION_HIGHER;
	}
	enum word word = !words->higher ? WORD_LOWER : all ? WORD_HIGHER : WORD_HIGHER_MOSTLY;
	words->direction = words->higher || words->lower ? words_get(shown->subject->language, word) : NULL;
}

static double largest_of(const struct standing *s)
{
	double largest = 0;
	for (size_t i = 0; i < s->n_present; i++)
		largest = fmax(largest, fabs(s->rows[i].value));
	return largest;
}

void shown_note_tops(const struct shown *shown, struct notes *notes)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	const struct grid *g = shown->grid;
	const char **names = arena_alloc(a, g->n_columns + 1, sizeof *names);
	size_t n = 0;
	shown->subject->counted->part = SCENE_NOTES;
	for (size_t c = 0; c < g->n_columns && shown->models_left_out; c++) {
		const struct standing *all = shown_all(shown, c);
		if ((shown_leader(all) && !shown_leader(g->columns[c])) || largest_of(all) > largest_of(g->columns[c]))
			names[n++] = all->benchmark->brief;
	}
	if (n)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, n > PHRASE_NAMES ? WORD_NOTE_TOPS_NOT_SHOWN : WORD_NOTE_TOPS_NOT_SHOWN_ON,
		                     "n", counted_digits(shown->subject->counted, COUNT_TOPLESS, n), "names",
		                     words_list(a, l, names, n, PHRASE_NAMES), NULL));
}

static bool orders_rows(const struct subject *f)
{
	return f->request->kind->has_rows && f->grid->n_rows > 1 && !f->turned_all;
}

void shown_evidence(const struct shown *shown, struct notes *notes, struct frame_words *words)
{
	const struct subject *f = shown->subject;
	size_t columns = shown->grid->n_columns;
	struct evidence e = {
		.arena = f->arena,
		.counted = f->counted,
		.dataset = f->dataset,
		.language = f->language,
		.ranked = f->ranked,
		.whiskers = f->whiskers,
		.starred = f->starred,
		.unsigned_marked = f->unsigned_marked,
		.intervals_told = f->intervals_told,
		.selected = subject_is_selection(f),
		.order = orders_rows(f) && shown->subject->grid->n_columns == 1 ? f->request->order : ORDER_VALUE,
		.dots = f->dots,
		.group = f->request->group,
		.rows = { shown->models_left_out + shown->grid->n_rows, shown->grid->n_rows, 0 },
		.columns = { f->turned_all ? f->turned_all : columns + shown->benchmarks_left_out, columns, 0 }
	};
	e.columns.told = f->grid->n_columns - e.columns.all;
	for (size_t c = 0; c < columns; c++)
		e.withheld += f->grid->withheld[shown->columns[c]];
	collect_cells(shown, &e);
	collect_standings(f, &e);
	evidence_open(&e);
	reference_notes(f->request, shown->styles[0], notes);
	evidence_notes(&e, notes);
	words->notes = notes->items;
	words->n_notes = notes->count;
	words->source = evidence_source(&e);
	words->uses = evidence_uses(&e, &words->n_uses);
	words->hidden = shown->hidden;
	words->n_hidden = shown->n_hidden;
	words->crowd = subject_crowd(f, shown->grid, shown->drawn);
	words->census = census_of(f, shown->rows, shown->grid->n_rows, shown->columns, columns, NULL);
	words->models = (struct scene_count){ f->turned_all ? 0 : e.rows.all, f->turned_all ? 0 : e.rows.shown };
	words->benchmarks = (struct scene_count){ f->grid->n_columns, columns };
}

/* A best value is drawn bold. */
static bool any_bold(const struct shown *shown)
{
	const struct grid *g = shown->grid;
	for (size_t c = 0; c < g->n_columns; c++)
		if (!g->columns[c]->level && shown_leader(g->columns[c]))
			return true;
	return false;
}

void shown_note_bold(const struct shown *shown, struct notes *notes)
{
	const struct grid *all = shown->subject->grid;
	bool claims = false;
	for (size_t c = 0; c < all->n_columns; c++)
		claims |= all->columns[c]->n_claimed > 0;
	if (any_bold(shown))
		notes_add_convention(
			notes, SWATCH_NONE,
			words_get(shown->subject->language, claims ? WORD_NOTE_BOLD_BEST_CLAIMS : WORD_NOTE_BOLD_BEST));
}
