#include "facts/condition.h"

#include "base/arena.h"
#include "facts/judgement.h"
#include "facts/lexer.h"
#include "facts/print.h"

#include <math.h>
#include <string.h>

struct cursor {
	const struct evaluation *evaluation;
	struct lexer lexer;
	struct lexeme now;
	size_t base;  /* of the lexer's text in the expression */
	size_t ended; /* the end of the lexeme before */
};

struct found {                      /* what decides a part */
	const struct judgement *by; /* NULL: nothing with a distance */
	size_t start, end;          /* of the comparison in the expression */
	bool against;               /* the part is not as it is wanted: it decides nothing */
};

/* ---- reading ---- */

static void advance(struct cursor *c)
{
	c->ended = c->base + c->now.end;
	do
		c->now = lexer_next(&c->lexer);
	while (c->now.kind == LEXEME_COMMENT);
}

static bool at(const struct cursor *c, const char *written)
{
	return (c->now.kind == LEXEME_MARK || c->now.kind == LEXEME_KEYWORD) && lexeme_is(&c->lexer, c->now, written);
}

static bool at_one_of(const struct cursor *c, const char *const *written, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at(c, written[i]))
			return true;
	return false;
}

static bool at_comparison(const struct cursor *c)
{
	static const char *const operators[] = { "==", "~=", "<", ">", "<=", ">=" };
	return at_one_of(c, operators, sizeof operators / sizeof *operators);
}

static bool at_end(const struct cursor *c)
{
	static const char *const ends[] = { "and", "or", ",", ")", "]", "}" };
	return c->now.kind == LEXEME_END || at_one_of(c, ends, sizeof ends / sizeof *ends) || at_comparison(c);
}

/* Moves past what is left of an operand. */
static void skip(struct cursor *c)
{
	static const char *const opening[] = { "(", "[", "{" }, *const closing[] = { ")", "]", "}" };
	for (size_t depth = 0; c->now.kind != LEXEME_END && (depth || !at_end(c)); advance(c)) {
		depth += at_one_of(c, opening, 3);
		depth -= depth && at_one_of(c, closing, 3);
	}
}

/* ---- deciding ---- */

static struct found leaf(const struct cursor *c, size_t decided, size_t start, bool truth)
{
	struct found found = { .by = judgement_at(c->evaluation, decided), .start = start, .end = c->ended };
	found.against = found.by && found.by->truth != truth;
	if (found.by && found.by->kind == MARGIN_NONE)
		found.by = NULL;
	return found;
}

/* A distance is told before an equality, a short one before a long one. */
static bool is_nearer(const struct found *a, const struct found *b)
{
	if (!a->by || !b->by)
		return a->by != NULL;
	if (a->by->kind != b->by->kind)
		return a->by->kind == MARGIN_BY;
	return a->by->share < b->by->share;
}

/* all: each part decides, so the nearest one does; otherwise the first that is as wanted. */
static void combine(struct found *so_far, const struct found *next, bool all)
{
	if (all) {
		bool against = so_far->against || next->against;
		if (is_nearer(next, so_far))
			*so_far = *next;
		so_far->against = against;
	} else if (so_far->against || (!so_far->by && !next->against)) {
		*so_far = *next;
	}
}

static struct found read_any(struct cursor *c, bool truth);

/* One side of a comparison, or all of it where there is no other. */
static struct found read_operand(struct cursor *c, bool truth)
{
	size_t start = c->base + c->now.start;
	struct found found = { .start = start };
	if (at(c, "not")) {
		advance(c);
		return read_operand(c, !truth);
	}
	if (at(c, "(")) {
		advance(c);
		found = read_any(c, truth);
		advance(c);
		if (at_end(c))
			return found;
		skip(c);
		return (struct found){ .start = start };
	}
	skip(c);
	return leaf(c, start, start, truth);
}

static struct found read_comparison(struct cursor *c, bool truth)
{
	size_t start = c->base + c->now.start;
	struct found found = read_operand(c, truth);
	if (!at_comparison(c))
		return found;
	size_t operator= c->base + c->now.start;
	advance(c);
	read_operand(c, truth);
	return leaf(c, operator, start, truth);
}

static struct found read_all(struct cursor *c, bool truth)
{
	struct found found = read_comparison(c, truth);
	while (at(c, "and")) {
		advance(c);
		struct found next = read_comparison(c, truth);
		combine(&found, &next, truth);
	}
	return found;
}

static struct found read_any(struct cursor *c, bool truth)
{
	struct found found = read_all(c, truth);
	while (at(c, "or")) {
		advance(c);
		struct found next = read_all(c, truth);
		combine(&found, &next, !truth);
	}
	return found;
}

struct margin condition_margin(struct evaluation *e, size_t start, bool truth)
{
	struct cursor c = { .evaluation = e,
		            .lexer = lexer_over(e->expression + start, e->length - start),
		            .base = start };
	advance(&c);
	struct found found = read_any(&c, truth);
	if (!found.by || found.against)
		return (struct margin){ .kind = MARGIN_NONE };
	struct margin margin = { .kind = found.by->kind };
	margin.of = arena_strndup(e->arena, e->expression + found.start, found.end - found.start);
	if (margin.kind == MARGIN_EXACT)
		return margin;
	const struct term *by = &found.by->by;
	margin.by = by->number.number;
	margin.unit = by->measure == MEASURE_UNIT ? unit_of_difference(by->unit) : NULL;
	margin.share = found.by->share;
	/* "by 0.056" of a ratio says little: by how much of the larger side does. */
	bool bare = by->measure != MEASURE_UNIT && margin.by != floor(margin.by) && margin.share > 0;
	margin.printed = bare ? print_share(e->arena, e->facts->language, margin.share)
	                      : print_distance(e->arena, e->facts->language, by);
	return margin;
}
