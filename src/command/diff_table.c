/* What changed as aligned text for a terminal. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"

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
		largest = s->rows[i].chosen ? fmax(largest, fabs(s->rows[i].value)) : largest;
	return largest;
}

/* With the word for thousands or millions that both states can be printed with. */
static int magnitude_of(const struct change_group *g)
{
	const struct standing *before = g->before && g->before->n_present ? g->before : g->after;
	const struct standing *after = g->after && g->after->n_present ? g->after : before;
	return before->magnitude < after->magnitude ? before->magnitude : after->magnitude;
}

/* The digits of one state's standing. */
static struct number_style style_of(const struct sheet *t, const struct change_group *g, const struct standing *s)
{
	int magnitude = magnitude_of(g), decimals = s ? s->decimals - s->magnitude + magnitude : 0;
	double largest = fmax(largest_of(g->before), largest_of(g->after));
	return number_style_of(t->language, decimals > 0 ? decimals : 0, magnitude, largest);
}

/* More digits where two values would print alike. */
static void tell_apart(const struct change *c, struct number_style *before, struct number_style *after)
{
	enum { DECIMALS_MAX = 9 };
	if (c->kind != CHANGE_VALUE)
		return;
	while (number_shown(c->before->value, *before) == number_shown(c->after->value, *after)) {
		int decimals = before->decimals > after->decimals ? before->decimals : after->decimals;
		if (decimals >= DECIMALS_MAX)
			return;
		before->decimals = after->decimals = decimals + 1;
	}
}

static void fill_values(struct sheet *t, const struct change *c, struct number_style before, struct number_style after,
                        const char **cells)
{
	tell_apart(c, &before, &after);
	cells[AFTER] = c->after ? number_text(t->arena, c->after->value, after) : nothing;
	if (c->kind == CHANGE_SOURCE || c->kind == CHANGE_RANK)
		return;
	cells[BEFORE] = c->before ? number_text(t->arena, c->before->value, before) : nothing;
	cells[ARROW] = arrow;
	struct number_style finer = before.decimals > after.decimals ? before : after;
	cells[DIFFERENCE] = c->kind == CHANGE_NEW ? words_get(t->language, WORD_DIFF_NEW)
	                    : c->kind == CHANGE_GONE
	                            ? words_get(t->language, WORD_DIFF_GONE)
	                            : arena_printf(t->arena, "(%s)", number_signed(t->arena, c->difference, finer));
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
	const struct source *before = c->before ? c->before->chosen->source : NULL;
	const struct source *after = c->after ? c->after->chosen->source : NULL;
	if (!c->before || !c->after || str_eq(before ? before->id : NULL, after ? after->id : NULL))
		return "";
	return words_fill(t->arena, t->language, WORD_DIFF_SOURCE, "before", before ? before->id : nothing, "after",
	                  after ? after->id : nothing, NULL);
}

/* ---- lines ---- */

static struct line line_of(struct sheet *t, const struct change *c, struct number_style before,
                           struct number_style after)
{
	struct line line = { .cells = { "", "", "", "", "", "", "" } };
	line.cells[MODEL] = name_of(t, variant_now(c));
	fill_values(t, c, before, after, line.cells);
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
			strbuf_addf(&t->out, "%*s%s", (int)pending, "", line->cells[c]);
			pending = 0;
		}
		pending += to_the_right[c] ? 0 : free;
	}
	strbuf_add(&t->out, "\n");
}

/* "Index tokens (million tokens, lower is better)" */
static void add_heading(struct sheet *t, const struct change_group *g)
{
	const struct benchmark *b = g->benchmark ? g->benchmark : g->old_benchmark;
	const char *unit = number_unit(t->arena, t->language, b->unit, magnitude_of(g));
	const char *lower = b->better == BETTER_LOWER ? words_get(t->language, WORD_LOWER_COLUMN) : NULL;
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
	struct number_style before = style_of(t, g, g->before), after = style_of(t, g, g->after);
	for (size_t i = 0; i < g->count; i++) {
		lines[i] = line_of(t, &changes->items[g->first + i], before, after);
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

char *diff_table(struct arena *arena, const struct changes *changes, const struct language *language)
{
	struct sheet t = { .arena = arena, .language = language, .out = strbuf_new(arena) };
	for (size_t i = 0; i < changes->count; i++) {
		size_t width = utf8_cells(name_of(&t, variant_now(&changes->items[i])));
		t.model_width = width > t.model_width ? width : t.model_width;
	}
	for (size_t i = 0; i < changes->n_groups; i++)
		add_group(&t, changes, &changes->groups[i]);
	add_models(&t, WORD_DIFF_MODELS_IN, changes->models_in, changes->n_models_in);
	add_models(&t, WORD_DIFF_MODELS_OUT, changes->models_out, changes->n_models_out);
	add_benchmarks(&t, WORD_DIFF_BENCHMARKS_IN, changes->benchmarks_in, changes->n_benchmarks_in);
	add_benchmarks(&t, WORD_DIFF_BENCHMARKS_OUT, changes->benchmarks_out, changes->n_benchmarks_out);
	add_benchmarks(&t, WORD_DIFF_LEFT_OUT, changes->left_out, changes->n_left_out);
	if (changes_none(changes))
		add_section(&t, changes->n_left_out ? WORD_DIFF_NOTHING_ELSE : WORD_DIFF_NOTHING, 1);
	return t.out.s;
}
