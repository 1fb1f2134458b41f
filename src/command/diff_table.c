/* What changed as aligned text for a terminal. */
#include "command/diff.h"
#include "command/diff_cells.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"

#include <math.h>

static const size_t gaps[DIFF_COLUMNS] = { 2, 3, 1, 1, 3, 3, 3 }; /* before each column */
static const bool to_the_right[DIFF_COLUMNS] = { [DIFF_BEFORE] = true, [DIFF_AFTER] = true, [DIFF_CHANGE] = true };

struct sheet {
	struct arena *arena;
	const struct language *language;
	struct strbuf out;
	size_t model_width; /* of all benchmarks, so that values start below each other */
};

/* What a cell has from its decimal point on; none for words. */
static size_t tail_of(const struct sheet *t, const char *cell)
{
	return utf8_cells(cell + number_point(t->language, cell));
}

static bool has_number(const struct sheet *t, const char *cell)
{
	while (*cell && !number_starts(t->language, cell))
		cell++;
	return *cell;
}

static void add_spaces(struct strbuf *b, size_t n)
{
	static const char spaces[] = "                                ";
	for (size_t part; n; n -= part) {
		part = n < sizeof spaces - 1 ? n : sizeof spaces - 1;
		strbuf_addn(b, spaces, part);
	}
}

static const char *with_spaces(struct sheet *t, const char *cell, size_t n)
{
	struct strbuf b = strbuf_new(t->arena);
	strbuf_add(&b, cell);
	add_spaces(&b, n);
	return b.s;
}

/* Numbers below each other get spaces at their end until their decimal points are in line. */
static void align_points(struct sheet *t, struct diff_line *lines, size_t n)
{
	struct arena *scratch = arena_new_below(t->arena);
	size_t *tails = arena_alloc(scratch, n, sizeof *tails);
	for (int c = 0; c < DIFF_COLUMNS; c++) {
		size_t most = 0;
		for (size_t i = 0; i < n && to_the_right[c]; i++) {
			tails[i] = tail_of(t, lines[i].cells[c]);
			most = tails[i] > most ? tails[i] : most;
		}
		for (size_t i = 0; i < n && to_the_right[c]; i++)
			if (tails[i] < most && has_number(t, lines[i].cells[c]))
				lines[i].cells[c] = with_spaces(t, lines[i].cells[c], most - tails[i]);
	}
	arena_free(scratch);
}

static void add_line(struct sheet *t, const struct diff_line *line, const size_t widths[DIFF_COLUMNS])
{
	size_t pending = 0, gap = 0; /* spaces owed before the next text: none end a line */
	for (int c = 0; c < DIFF_COLUMNS; c++) {
		gap = gaps[c] > gap ? gaps[c] : gap; /* of columns without any text the widest gap remains */
		if (!widths[c])
			continue;
		size_t width = utf8_cells(line->cells[c]), free = widths[c] - width;
		pending += gap + (to_the_right[c] ? free : 0);
		gap = 0;
		if (width) {
			add_spaces(&t->out, pending);
			strbuf_add(&t->out, line->cells[c]);
			pending = 0;
		}
		pending += to_the_right[c] ? 0 : free;
	}
	while (t->out.n && t->out.s[t->out.n - 1] == ' ') /* behind a number that others stand further out than */
		t->out.s[--t->out.n] = '\0';
	strbuf_add(&t->out, "\n");
}

static void add_heading(struct sheet *t, const struct change_group *g)
{
	strbuf_addf(&t->out, "%s%s\n", t->out.n ? "\n" : "", diff_heading(t->arena, t->language, g));
}

static void add_group(struct sheet *t, const struct changes *changes, const struct change_group *g)
{
	struct diff_line *lines = arena_alloc(t->arena, g->count, sizeof *lines);
	size_t widths[DIFF_COLUMNS] = { 0 };
	struct number_style style = diff_style(t->language, g);
	for (size_t i = 0; i < g->count; i++)
		lines[i] = diff_line(t->arena, t->language, &changes->items[g->first + i], style);
	align_points(t, lines, g->count);
	for (size_t i = 0; i < g->count; i++) {
		for (int c = 0; c < DIFF_COLUMNS; c++) {
			size_t width = utf8_cells(lines[i].cells[c]);
			widths[c] = width > widths[c] ? width : widths[c];
		}
	}
	widths[DIFF_MODEL] = t->model_width;
	add_heading(t, g);
	for (size_t i = 0; i < g->count; i++)
		add_line(t, &lines[i], widths);
}

/* ---- who came and went ---- */

static void add_section(struct sheet *t, enum word head, size_t count)
{
	if (count)
		strbuf_addf(&t->out, "%s%s\n", t->out.n ? "\n" : "", words_get(t->language, head));
}

static void add_models(struct sheet *t, enum word head, const struct variant *const *models, size_t count)
{
	add_section(t, head, count);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&t->out, "  %s\n", str_one_line(t->arena, variant_full_name(t->arena, models[i])));
}

static void add_benchmarks(struct sheet *t, enum word head, const struct benchmark *const *benchmarks, size_t count)
{
	add_section(t, head, count);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&t->out, "  %s\n", str_one_line(t->arena, benchmarks[i]->name));
}

char *diff_table(struct arena *arena, const struct diff *diff, const struct language *language)
{
	const struct changes *changes = diff->changes;
	struct sheet t = { .arena = arena, .language = language, .out = strbuf_new(arena) };
	for (size_t i = 0; i < changes->count; i++) {
		size_t width = utf8_cells(diff_name(arena, &changes->items[i]));
		t.model_width = width > t.model_width ? width : t.model_width;
	}
	for (size_t i = 0; i < diff->n_turned; i++)
		diff_add_turned(&t.out, arena, language, &diff->turned[i]);
	for (size_t i = 0; i < changes->n_groups; i++)
		add_group(&t, changes, &changes->groups[i]);
	if (diff->some && changes->n_groups)
		add_section(&t, WORD_DIFF_RANKS_OF_ALL, 1);
	add_models(&t, WORD_DIFF_MODELS_IN, changes->models_in, changes->n_models_in);
	add_models(&t, WORD_DIFF_MODELS_OUT, changes->models_out, changes->n_models_out);
	add_benchmarks(&t, WORD_DIFF_BENCHMARKS_IN, changes->benchmarks_in, changes->n_benchmarks_in);
	add_benchmarks(&t, WORD_DIFF_BENCHMARKS_OUT, changes->benchmarks_out, changes->n_benchmarks_out);
	add_benchmarks(&t, WORD_DIFF_LEFT_OUT, changes->left_out, changes->n_left_out);
	if (changes_none(changes))
		add_section(&t, changes->n_left_out ? WORD_DIFF_NOTHING_ELSE : WORD_DIFF_NOTHING, 1);
	return t.out.s;
}
