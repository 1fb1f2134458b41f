#include "facts/lookup.h"

#include "base/arena.h"
#include "data/quantity.h"
#include "facts/print.h"
#include "words/number.h"

#include <math.h>

enum { RIVALS_MOST = 5 };

struct pair { /* two models on one benchmark */
	const struct variant *a, *b;
	const struct benchmark *benchmark;
	const struct measurement *of_a, *of_b;
};

static char *on(const struct call *call, const struct benchmark *benchmark)
{
	return words_object(call_arena(call), call_language(call), benchmark->brief);
}

static char *in_prose(const struct call *call, const struct measurement *m)
{
	return print_value(call_arena(call), call_language(call), m);
}

static char *name_of(const struct call *call, const struct variant *variant)
{
	return variant_full_name(call_arena(call), variant);
}

/* A published value as the decimal that it is. */
static struct decimal number_of(const struct measurement *m)
{
	return decimal_of(m->value.number, quantity_level(m->value));
}

static bool give_value(struct call *call, const struct measurement *m)
{
	return call_give_measured(call, number_of(m), m->benchmark->unit, m->value.magnitude, in_prose(call, m),
	                          print_bare(call_arena(call), call_language(call), m));
}

/* The model and benchmark of the first two arguments, and their value. */
static bool ask(struct call *call, const struct variant **variant, const struct benchmark **benchmark,
                const struct measurement **chosen)
{
	return call_variant(call, 1, variant) && call_benchmark(call, 2, benchmark) &&
	       call_value(call, *variant, *benchmark, chosen);
}

bool lookup_value(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *m;
	if (!ask(call, &variant, &benchmark, &m))
		return false;
	evaluation_step(call->evaluation, words_fill(call_arena(call), call_language(call), WORD_FACT_VALUE, "name",
	                                             name_of(call, variant), "on", on(call, benchmark), "value",
	                                             in_prose(call, m), NULL));
	return give_value(call, m);
}

bool lookup_has(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	if (!call_variant(call, 1, &variant) || !call_benchmark(call, 2, &benchmark))
		return false;
	const struct column *column = column_of(call->evaluation->facts, benchmark);
	const struct selection *selection = column_selection(column, variant);
	call->result = (struct term){ .kind = TERM_TRUTH, .truth = selection && selection->reason != SELECTED_NONE };
	if (selection && selection->chosen)
		column_use(call->evaluation, column, variant);
	return true;
}

/* What a place rests on: the row's value, and up to five better ones from the top, or else the next one down. */
static void step_rivals(struct call *call, struct column *column, const struct standing *standing,
                        const struct standing_row *row, size_t n_better)
{
	const char *rivals[RIVALS_MOST];
	size_t at = (size_t)(row - standing->rows), n = n_better < RIVALS_MOST ? n_better : RIVALS_MOST;
	const struct standing_row *first = standing->rows;
	if (!n && at + 1 < standing->n_present) {
		first = row + 1;
		n = 1;
	}
	for (size_t i = 0; i < n; i++) {
		column_use_rival(call->evaluation, column, first[i].variant);
		rivals[i] = arena_printf(call_arena(call), "%s (%s)", name_of(call, first[i].variant),
		                         in_prose(call, first[i].chosen));
	}
	if (n)
		evaluation_step(call->evaluation,
		                words_fill(call_arena(call), call_language(call),
		                           n_better ? WORD_FACT_AFTER : WORD_FACT_BEFORE, "name",
		                           name_of(call, row->variant), "on", on(call, column->benchmark), "value",
		                           in_prose(call, row->chosen), "list",
		                           words_list(call_arena(call), call_language(call), rivals, n, n), NULL));
}

/* Gives a rank or place, with its step. */
static bool give_rank(struct call *call, enum word word, const struct variant *variant,
                      const struct benchmark *benchmark, int rank)
{
	struct arena *arena = call_arena(call);
	const struct language *language = call_language(call);
	evaluation_step(call->evaluation,
	                words_fill(arena, language, word, "name", name_of(call, variant), "on", on(call, benchmark),
	                           "ordinal", language->ordinal(arena, rank), NULL));
	return call_give_number(call, decimal_of(rank, 0), print_number(arena, language, rank, 0), 0);
}

/* What a rank rests on: claims have rows but no ranks. */
static void step_ranked(struct call *call, struct column *column, const struct standing *standing,
                        const struct standing_row *row)
{
	struct standing ranked = *standing;
	size_t better = 0, own = 0;
	ranked.rows = arena_alloc(call_arena(call), standing->n_present, sizeof *ranked.rows);
	ranked.n_present = 0;
	for (size_t i = 0; i < standing->n_present; i++) {
		if (!standing->rows[i].rank)
			continue;
		if (&standing->rows[i] == row)
			own = ranked.n_present;
		better += standing->rows[i].rank < row->rank;
		ranked.rows[ranked.n_present++] = standing->rows[i];
	}
	step_rivals(call, column, &ranked, &ranked.rows[own], better);
}

bool lookup_rank(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *m;
	const struct standing *standing;
	struct column *column;
	if (!ask(call, &variant, &benchmark, &m) || !call_standing(call, benchmark, &column, &standing))
		return false;
	const struct standing_row *row = column_row(column, variant);
	if (!row->rank)
		return call_undecided(call, WORD_FACT_UNRANKED, variant, benchmark);
	give_rank(call, row->tied ? WORD_TITLE_RANKS_TIED : WORD_TITLE_RANKS, variant, benchmark, row->rank);
	step_ranked(call, column, standing, row);
	return true;
}

bool lookup_place(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *m;
	const struct standing *standing;
	struct column *column;
	if (!ask(call, &variant, &benchmark, &m) || !call_standing(call, benchmark, &column, &standing))
		return false;
	size_t better = 0;
	while (better < standing->n_present &&
	       column_compare(column, standing->rows[better].value, m->value.number) > 0)
		better++;
	give_rank(call, WORD_FACT_PLACE, variant, benchmark, (int)better + 1);
	step_rivals(call, column, standing, column_row(column, variant), better);
	return true;
}

/* A step about one row: "{name} leads on {on} with {value}". */
static void step_row(struct call *call, enum word word, struct column *column, const struct standing_row *row)
{
	column_use(call->evaluation, column, row->variant);
	evaluation_step(call->evaluation,
	                words_fill(call_arena(call), call_language(call), word, "name", name_of(call, row->variant),
	                           "on", on(call, column->benchmark), "value", in_prose(call, row->chosen), NULL));
}

bool lookup_leader(struct call *call)
{
	const struct benchmark *benchmark;
	const struct standing *standing;
	struct column *column;
	if (!call_benchmark(call, 1, &benchmark) || !call_standing(call, benchmark, &column, &standing))
		return false;
	const struct standing_row *row = column_winner(standing);
	if (!row)
		return call_undecided(call, WORD_FACT_TIE, NULL, benchmark);
	step_row(call, WORD_FACT_LEADER, column, row);
	step_rivals(call, column, standing, row, 0);
	call_give_text(call, variant_ref(call_arena(call), row->variant), name_of(call, row->variant));
	call->result.variant = row->variant;
	return true;
}

/* The worst value is compared with the last but one. */
static void step_worst(struct call *call, struct column *column, const struct standing_row *row)
{
	struct standing_row rows[] = { row[-1], row[0] };
	struct standing two = { .rows = rows, .n_present = 2 };
	if (column_compare(column, rows[0].value, rows[1].value) > 0)
		step_rivals(call, column, &two, &rows[1], 1);
}

static bool extreme(struct call *call, bool best)
{
	const struct benchmark *benchmark;
	const struct standing *standing;
	struct column *column;
	if (!call_benchmark(call, 1, &benchmark) || !call_standing(call, benchmark, &column, &standing))
		return false;
	const struct standing_row *row = &standing->rows[best ? 0 : standing->n_present - 1];
	step_row(call, best ? WORD_FACT_BEST : WORD_FACT_WORST, column, row);
	if (best)
		step_rivals(call, column, standing, row, 0);
	else if (standing->n_present > 1)
		step_worst(call, column, row);
	return give_value(call, row->chosen);
}

bool lookup_best(struct call *call)
{
	return extreme(call, true);
}

bool lookup_worst(struct call *call)
{
	return extreme(call, false);
}

static bool ask_pair(struct call *call, struct pair *pair)
{
	return call_variant(call, 1, &pair->a) && call_variant(call, 2, &pair->b) &&
	       call_benchmark(call, 3, &pair->benchmark) && call_value(call, pair->a, pair->benchmark, &pair->of_a) &&
	       call_value(call, pair->b, pair->benchmark, &pair->of_b);
}

/* number: as printed, without a sign where the words say which way. */
static void step_pair(struct call *call, enum word word, const struct pair *pair, const char *number)
{
	evaluation_step(call->evaluation, words_fill(call_arena(call), call_language(call), word, "name",
	                                             name_of(call, pair->a), "rival", name_of(call, pair->b), "on",
	                                             on(call, pair->benchmark), "value", in_prose(call, pair->of_a),
	                                             "other", in_prose(call, pair->of_b), "number", number, NULL));
}

bool lookup_gap(struct call *call)
{
	struct pair pair;
	if (!ask_pair(call, &pair))
		return false;
	struct arena *arena = call_arena(call);
	const struct language *language = call_language(call);
	bool lower = pair.benchmark->better == BETTER_LOWER;
	struct decimal a = number_of(pair.of_a), b = number_of(pair.of_b);
	struct decimal gap = lower ? decimal_difference(b, a) : decimal_difference(a, b);
	int of_a = pair.of_a->value.magnitude, of_b = pair.of_b->value.magnitude;
	step_pair(call,
	          gap.number > 0   ? WORD_FACT_AHEAD
	          : gap.number < 0 ? WORD_FACT_BEHIND
	                           : WORD_FACT_LEVEL,
	          &pair, print_gap(arena, language, fabs(gap.number), pair.of_a, pair.of_b));
	return call_give_measured(call, gap, pair.benchmark->unit, of_a < of_b ? of_a : of_b,
	                          print_gap(arena, language, gap.number, pair.of_a, pair.of_b),
	                          print_number(arena, language, gap.number, gap.places));
}

bool lookup_ratio(struct call *call)
{
	struct pair pair;
	int places;
	if (!ask_pair(call, &pair))
		return false;
	struct decimal ratio = decimal_quotient(number_of(pair.of_a), number_of(pair.of_b));
	if (!isfinite(ratio.number))
		return call_undecided(call, WORD_FACT_NO_RATIO, pair.b, pair.benchmark);
	const char *printed = print_ratio(call_arena(call), call_language(call), ratio.number, &places);
	step_pair(call, WORD_FACT_RATIO, &pair, printed);
	return call_give_number(call, ratio, printed, places);
}

bool lookup_source(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *m;
	if (!ask(call, &variant, &benchmark, &m))
		return false;
	if (!m->source)
		return call_undecided(call, WORD_FACT_NO_SOURCE, variant, benchmark);
	const char *name = m->source->publisher ? m->source->publisher : m->source->title;
	evaluation_step(call->evaluation,
	                words_fill(call_arena(call), call_language(call), WORD_FACT_VALUE, "name",
	                           name_of(call, variant), "on", on(call, benchmark), "value", name, NULL));
	return call_give_text(call, name, name);
}
