/* What changed as aligned text for a terminal. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"

#include <math.h>

enum { MODEL, BEFORE, ARROW, AFTER, DIFFERENCE, RANK, SOURCE, COLUMNS };

static const size_t gaps[COLUMNS] = { 2, 3, 1, 1, 3, 3, 3 }; /* before each column */
static const bool to_the_right[COLUMNS] = { [BEFORE] = true, [AFTER] = true, [DIFFERENCE] = true };

struct sheet {
	struct arena *arena;
	const struct language *language;
	struct strbuf out;
	size_t model_width; /* of all benchmarks, so that values start below each other */
};

struct line {
	const char *cells[COLUMNS];
};

static const char nothing[] = "\u2013", arrow[] = "\u2192";

static const struct variant *variant_now(const struct change *c)
{
	return c->new_variant ? c->new_variant : c->old_variant;
}

static char *name_of(struct sheet *t, const struct variant *variant)
{
	return str_one_line(t->arena, variant_full_name(t->arena, variant));
}

/* ---- numbers ---- */

static double largest_of(const struct standing *s)
{
	double largest = 0;
	for (size_t i = 0; s && i < s->count; i++)
		largest = s->rows[i].present ? fmax(largest, fabs(s->rows[i].value)) : largest;
	return largest;
}

/* With the word for thousands or millions that both states can be printed with. */
static int magnitude_of(const struct change_group *g)
{
	const struct standing *before = g->before && g->before->n_present ? g->before : g->after;
	const struct standing *after = g->after && g->after->n_present ? g->after : before;
	return before->magnitude < after->magnitude ? before->magnitude : after->magnitude;
}

/* The same for both states, all with the digits that their sources gave. */
static struct number_style style_of(const struct sheet *t, const struct change_group *g)
{
	double largest = fmax(largest_of(g->before), largest_of(g->after));
	return number_style_of(t->language, (g->benchmark ? g->benchmark : g->old_benchmark)->unit, 0, magnitude_of(g),
	                       largest);
}

static const char *value_cell(struct sheet *t, const struct measurement *m, struct number_style style)
{
	if (!m)
		return nothing;
	const struct quantity *q = &m->value;
	const struct unit *unit = m->benchmark->unit;
	style = digits_style(style, digits_of(q));
	return unit->money ? number_with_sign(t->arena, q->number, style, unit)
	                   : number_text(t->arena, q->number, style);
}

static const char *difference_cell(struct sheet *t, const struct change *c, struct number_style style)
{
	if (c->kind == CHANGE_NEW || c->kind == CHANGE_GONE)
		return words_get(t->language, c->kind == CHANGE_NEW ? WORD_DIFF_NEW : WORD_DIFF_GONE);
	struct digits before = digits_of(&c->was->value), after = digits_of(&c->is->value);
	style = digits_style(style, digits_between(c->difference, before, after));
	struct strbuf b = strbuf_new(t->arena);
	strbuf_add(&b, "(");
	strbuf_add(&b, number_change(t->arena, c->difference, style, c->is->benchmark->unit));
	strbuf_add(&b, ")");
	return b.s;
}

static void fill_values(struct sheet *t, const struct change *c, struct number_style style, const char **cells)
{
	cells[AFTER] = value_cell(t, c->is, style);
	if (c->kind == CHANGE_SOURCE || c->kind == CHANGE_RANK)
		return;
	cells[BEFORE] = value_cell(t, c->was, style);
	cells[ARROW] = arrow;
	cells[DIFFERENCE] = difference_cell(t, c, style);
}

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
static void align_points(struct sheet *t, struct line *lines, size_t n)
{
	struct arena *scratch = arena_new_below(t->arena);
	size_t *tails = arena_alloc(scratch, n, sizeof *tails);
	for (int c = 0; c < COLUMNS; c++) {
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

/* ---- ranks and sources ---- */

static const char *rank_text(struct sheet *t, int rank)
{
	return rank ? arena_printf(t->arena, "%d", rank) : nothing;
}

static const char *rank_cell(struct sheet *t, const struct change *c)
{
	if (c->rank_before == c->rank_after)
		return c->rank_after ? words_fill(t->arena, t->language, WORD_DIFF_RANK, "rank",
		                                  rank_text(t, c->rank_after), NULL)
		                     : "";
	const char *moved = words_fill(t->arena, t->language, WORD_DIFF_RANK_MOVED, "before",
	                               rank_text(t, c->rank_before), "after", rank_text(t, c->rank_after), NULL);
	if (!c->rank_before || !c->rank_after)
		return moved;
	return arena_printf(t->arena, "%s %s", moved, c->rank_after < c->rank_before ? "\u25b2" : "\u25bc");
}

static const char *source_cell(struct sheet *t, const struct change *c)
{
	const struct source *before = c->was ? c->was->source : NULL;
	const struct source *after = c->is ? c->is->source : NULL;
	if (c->revision && after)
		return words_fill(t->arena, t->language, WORD_DIFF_REVISED, "source", after->id, NULL);
	if (!c->before || !c->after || str_eq(before ? before->id : NULL, after ? after->id : NULL))
		return "";
	return words_fill(t->arena, t->language, WORD_DIFF_SOURCE, "before", before ? before->id : nothing, "after",
	                  after ? after->id : nothing, NULL);
}

/* ---- lines ---- */

static struct line line_of(struct sheet *t, const struct change *c, struct number_style style)
{
	struct line line = { .cells = { "", "", "", "", "", "", "" } };
	line.cells[MODEL] = name_of(t, variant_now(c));
	fill_values(t, c, style, line.cells);
	line.cells[RANK] = rank_cell(t, c);
	line.cells[SOURCE] = source_cell(t, c);
	return line;
}

static void add_line(struct sheet *t, const struct line *line, const size_t widths[COLUMNS])
{
	size_t pending = 0, gap = 0; /* spaces owed before the next text: none end a line */
	for (int c = 0; c < COLUMNS; c++) {
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

/* "Index tokens (million tokens, lower is better)" */
static void add_heading(struct sheet *t, const struct change_group *g)
{
	const struct benchmark *b = g->benchmark ? g->benchmark : g->old_benchmark;
	const char *unit = number_unit(t->arena, t->language, b->unit, magnitude_of(g));
	const char *lower = b->direction == DIRECTION_LOWER ? words_get(t->language, WORD_LOWER_COLUMN) : NULL;
	if (t->out.n)
		strbuf_add(&t->out, "\n");
	strbuf_add(&t->out, str_one_line(t->arena, b->name));
	if (unit || lower)
		strbuf_addf(&t->out, " (%s%s%s)", unit ? unit : "", unit && lower ? ", " : "", lower ? lower : "");
	strbuf_add(&t->out, "\n");
}

static void add_group(struct sheet *t, const struct changes *changes, const struct change_group *g)
{
	struct line *lines = arena_alloc(t->arena, g->count, sizeof *lines);
	size_t widths[COLUMNS] = { 0 };
	struct number_style style = style_of(t, g);
	for (size_t i = 0; i < g->count; i++)
		lines[i] = line_of(t, &changes->items[g->first + i], style);
	align_points(t, lines, g->count);
	for (size_t i = 0; i < g->count; i++) {
		for (int c = 0; c < COLUMNS; c++) {
			size_t width = utf8_cells(lines[i].cells[c]);
			widths[c] = width > widths[c] ? width : widths[c];
		}
	}
	widths[MODEL] = t->model_width;
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
		strbuf_addf(&t->out, "  %s\n", name_of(t, models[i]));
}

static void add_benchmarks(struct sheet *t, enum word head, const struct benchmark *const *benchmarks, size_t count)
{
	add_section(t, head, count);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&t->out, "  %s\n", str_one_line(t->arena, benchmarks[i]->name));
}

char *diff_table(struct arena *arena, const struct changes *changes, const struct language *language, bool some)
{
	struct sheet t = { .arena = arena, .language = language, .out = strbuf_new(arena) };
	for (size_t i = 0; i < changes->count; i++) {
		size_t width = utf8_cells(name_of(&t, variant_now(&changes->items[i])));
		t.model_width = width > t.model_width ? width : t.model_width;
	}
	for (size_t i = 0; i < changes->n_groups; i++)
		add_group(&t, changes, &changes->groups[i]);
	if (some && changes->n_groups)
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
