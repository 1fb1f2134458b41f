#include "facts/lookup.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"
#include "facts/contest.h"
#include "facts/print.h"
#include "facts/profile.h"
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

static const char *name_of(const struct call *call, const struct variant *variant)
{
	return variant_full_name(call_arena(call), variant);
}

/* A published value as the decimal that it is. */
static struct decimal number_of(const struct measurement *m)
{
	return decimal_of(m->value.number, quantity_level(m->value));
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
	return call_give_value(call, m);
}

/* Whether a source gives a value. */
static bool has_of(struct call *call, const struct selection *selection)
{
	const struct source *source;
	if (!call_source(call, 3, &source))
		return false;
	bool has = false;
	for (size_t i = 0; selection && i < selection->n_all; i++) {
		const struct measurement *m = selection->all[i];
		has |= m->source == source && (m->status == STATUS_OK || m->status == STATUS_ESTIMATED);
	}
	return call_give_truth(call, has);
}

bool lookup_has(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	bool known;
	if (!call_variant(call, 1, &variant))
		return false;
	const char *what = call->arguments[1].text;
	if (!dataset_benchmark(call->evaluation->facts->dataset, what, (struct place){ 0 }, NULL) &&
	    profile_is_known(variant->model, what, &known))
		return call_give_truth(call, known);
	if (!call_benchmark(call, 2, &benchmark))
		return false;
	const struct column *column = column_of(call->evaluation->facts, benchmark);
	const struct selection *selection = column_selection(column, variant);
	if (call->n_arguments > 2)
		return has_of(call, selection);
	if (selection && selection->chosen)
		column_use(call->evaluation, column, variant);
	return call_give_truth(call, selection && selection->reason != SELECTED_NONE);
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
		                         in_prose(call, standing_chosen(call_arena(call), standing, &first[i])));
	}
	if (n)
		evaluation_step(call->evaluation,
		                words_fill(call_arena(call), call_language(call),
		                           n_better ? WORD_FACT_AFTER : WORD_FACT_BEFORE, "name",
		                           name_of(call, row->variant), "on", on(call, column->benchmark), "value",
		                           in_prose(call, standing_chosen(call_arena(call), standing, row)), "list",
		                           words_list(call_arena(call), call_language(call), rivals, n, n), NULL));
}

static void tell_standing(struct call *call, struct column *column, const struct variant *variant, bool ranked)
{
	struct term_standing *standing = arena_alloc(call_arena(call), 1, sizeof *standing);
	*standing = (struct term_standing){ column, variant, ranked };
	call->result.standing = standing;
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

/* What a rank rests on: claims have rows but no ranks. First come those that the rank counts. */
static void step_ranked(struct call *call, struct column *column, const struct standing *standing,
                        const struct standing_row *row)
{
	struct arena *scratch = arena_new_below(call_arena(call));
	struct standing ranked = *standing;
	size_t better = 0, own = 0;
	ranked.rows = arena_alloc(scratch, standing->n_present, sizeof *ranked.rows);
	ranked.n_present = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < standing->n_present; i++) {
			const struct standing_row *other = &standing->rows[i];
			bool ahead = standing_ahead(standing, other, row);
			if (!other->rank || ahead != (pass == 0))
				continue;
			own = other == row ? ranked.n_present : own;
			better += ahead;
			ranked.rows[ranked.n_present++] = *other;
		}
	step_rivals(call, column, &ranked, &ranked.rows[own], better);
	arena_free(scratch);
}

bool lookup_rank(struct call *call)
{
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *m;
	const struct standing *standing;
	struct column *column;
	if (!ask(call, &variant, &benchmark, &m) || !call_ranking(call, benchmark, &column, &standing))
		return false;
	const struct standing_row *row = column_row(column, variant);
	if (!row->rank)
		return call_undecided(call, WORD_FACT_UNRANKED, variant, benchmark);
	give_rank(call, row->tied ? WORD_TITLE_RANKS_TIED : WORD_TITLE_RANKS, variant, benchmark, row->rank);
	tell_standing(call, column, variant, true);
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
	if (!ask(call, &variant, &benchmark, &m) || !call_ranking(call, benchmark, &column, &standing))
		return false;
	size_t better = 0;
	while (better < standing->n_present &&
	       column_compare(column, standing->rows[better].value, m->value.number) > 0)
		better++;
	give_rank(call, WORD_FACT_PLACE, variant, benchmark, (int)better + 1);
	tell_standing(call, column, variant, false);
	step_rivals(call, column, standing, column_row(column, variant), better);
	return true;
}

/* A step about one row: "{name} leads on {on} with {value}". */
static void step_row(struct call *call, enum word word, struct column *column, const struct standing_row *row)
{
	column_use(call->evaluation, column, row->variant);
	evaluation_step(call->evaluation,
	                words_fill(call_arena(call), call_language(call), word, "name", name_of(call, row->variant),
	                           "on", on(call, column->benchmark), "value",
	                           in_prose(call, standing_chosen(call_arena(call), column->standing, row)), NULL));
}

/* As charts that hide developers' own claims show it. */
static bool unclaimed(struct call *call, const struct benchmark *benchmark, struct column **column,
                      const struct standing **standing)
{
	struct facts *facts = facts_unclaimed(call->evaluation->facts);
	const char *without = call->arguments[1].text;
	if (!str_eq(without, "unclaimed"))
		return call_fault(call, 2, "leave it out, or write \"unclaimed\": without developers' own claims",
		                  "there is no leader of what is \"%s\"", without);
	*column = column_of(facts, benchmark);
	*standing = column_standing(facts, *column);
	if (!*standing || !(*standing)->n_present)
		return call_undecided(call, WORD_FACT_ONLY_CLAIMS, NULL, benchmark);
	return call_directed(call, benchmark);
}

bool lookup_leader(struct call *call)
{
	const struct benchmark *benchmark;
	const struct standing *standing;
	struct column *column;
	if (!call_benchmark(call, 1, &benchmark) ||
	    !(call->n_arguments > 1 ? unclaimed(call, benchmark, &column, &standing)
	                            : call_ranking(call, benchmark, &column, &standing)))
		return false;
	const struct standing_row *row = contest_best(standing);
	if (!row)
		return call_undecided(call, WORD_FACT_TIE, NULL, benchmark);
	step_row(call, WORD_FACT_LEADER, column, row);
	step_rivals(call, column, standing, row, 0);
	call_give_thing(call, NAME_VARIANT, row->variant, variant_ref(call_arena(call), row->variant),
	                name_of(call, row->variant));
	tell_standing(call, column, row->variant, false);
	return true;
}

/* The worst value is compared with the last but one. */
static void step_worst(struct call *call, struct column *column, const struct standing_row *row)
{
	struct standing_row rows[] = { row[-1], row[0] };
	struct standing two = *column->standing;
	two.rows = rows;
	two.n_present = 2;
	if (column_compare(column, rows[0].value, rows[1].value) > 0)
		step_rivals(call, column, &two, &rows[1], 1);
}

static bool extreme(struct call *call, bool best)
{
	const struct benchmark *benchmark;
	const struct standing *standing;
	struct column *column;
	if (!call_benchmark(call, 1, &benchmark) || !call_ranking(call, benchmark, &column, &standing))
		return false;
	const struct standing_row *row = &standing->rows[best ? 0 : standing->n_present - 1];
	step_row(call, best ? WORD_FACT_BEST : WORD_FACT_WORST, column, row);
	if (best)
		step_rivals(call, column, standing, row, 0);
	else if (standing->n_present > 1)
		step_worst(call, column, row);
	return call_give_value(call, standing_chosen(call_arena(call), standing, row));
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
	if (!ask_pair(call, &pair) || !call_directed(call, pair.benchmark))
		return false;
	struct arena *arena = call_arena(call);
	const struct language *language = call_language(call);
	bool lower = pair.benchmark->direction == DIRECTION_LOWER;
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
