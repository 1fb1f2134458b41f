#include "command/diff_cells.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/words.h"

#include <math.h>

struct ink { /* what every cell is written with */
	struct arena *arena;
	const struct language *language;
};

static const char nothing[] = "\u2013", arrow[] = "\u2192";

const char *diff_name(struct arena *arena, const struct change *c)
{
	return str_one_line(arena, variant_full_name(arena, c->new_variant ? c->new_variant : c->old_variant));
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
struct number_style diff_style(const struct language *language, const struct change_group *g)
{
	double largest = fmax(largest_of(g->before), largest_of(g->after));
	return number_style_of(language, (g->benchmark ? g->benchmark : g->old_benchmark)->unit, 0, magnitude_of(g),
	                       largest);
}

static const char *value_cell(const struct ink *t, const struct measurement *m, struct number_style style)
{
	if (!m)
		return nothing;
	const struct quantity *q = &m->value;
	const struct unit *unit = m->benchmark->unit;
	style = digits_style(style, digits_of(q));
	return unit->money ? number_with_sign(t->arena, q->number, style, unit)
	                   : number_text(t->arena, q->number, style);
}

static const char *difference_cell(const struct ink *t, const struct change *c, struct number_style style)
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

static void fill_values(const struct ink *t, const struct change *c, struct number_style style, const char **cells)
{
	cells[DIFF_AFTER] = value_cell(t, c->is, style);
	if (c->kind == CHANGE_SOURCE || c->kind == CHANGE_RANK)
		return;
	cells[DIFF_BEFORE] = value_cell(t, c->was, style);
	cells[DIFF_ARROW] = arrow;
	cells[DIFF_CHANGE] = difference_cell(t, c, style);
}

/* ---- ranks and sources ---- */

static const char *rank_text(const struct ink *t, int rank)
{
	return rank ? arena_printf(t->arena, "%d", rank) : nothing;
}

static const char *rank_cell(const struct ink *t, const struct change *c)
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

static const char *source_cell(const struct ink *t, const struct change *c)
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

/* ---- the whole ---- */

struct diff_line diff_line(struct arena *arena, const struct language *language, const struct change *c,
                           struct number_style style)
{
	const struct ink ink = { arena, language };
	struct diff_line line = { .cells = { "", "", "", "", "", "", "" } };
	line.cells[DIFF_MODEL] = diff_name(arena, c);
	fill_values(&ink, c, style, line.cells);
	line.cells[DIFF_RANK] = rank_cell(&ink, c);
	line.cells[DIFF_SOURCE] = source_cell(&ink, c);
	return line;
}

const char *diff_heading(struct arena *arena, const struct language *language, const struct change_group *g)
{
	const struct benchmark *b = g->benchmark ? g->benchmark : g->old_benchmark;
	const char *unit = number_unit(arena, language, b->unit, magnitude_of(g));
	const char *lower = b->direction == DIRECTION_LOWER ? words_get(language, WORD_LOWER_COLUMN) : NULL;
	const char *name = str_one_line(arena, b->name);
	if (!unit && !lower)
		return name;
	return arena_printf(arena, "%s (%s%s%s)", name, unit ? unit : "", unit && lower ? ", " : "",
	                    lower ? lower : "");
}
