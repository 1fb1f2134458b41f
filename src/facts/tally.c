#include "facts/tally.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "facts/print.h"
#include "words/number.h"

static const struct {
	const char *what;
	enum word word;
} countable[] = { { "models", WORD_FACT_MODELS },   { "benchmarks", WORD_FACT_BENCHMARKS },
	          { "sources", WORD_FACT_SOURCES }, { "measurements", WORD_FACT_MEASUREMENTS },
	          { "claims", WORD_FACT_CLAIMS },   { "conflicts", WORD_FACT_CONFLICTS } };

static bool give_count(struct call *call, size_t n)
{
	const struct evaluation *e = call->evaluation;
	return call_give_number(call, decimal_of((double)n, 0),
	                        print_number(e->arena, e->facts->language, (double)n, 0), 0);
}

static size_t conflicts(struct facts *facts)
{
	if (!facts->conflicts_known) {
		struct arena *scratch = arena_new_below(facts->arena);
		struct selections all = selections_of(scratch, facts->dataset, NULL);
		for (size_t i = 0; i < all.count; i++)
			facts->conflicts += all.items[i]->n_rivals > 0;
		facts->conflicts_known = true;
		arena_free(scratch);
	}
	return facts->conflicts;
}

static size_t count_all(struct facts *facts, enum word word)
{
	const struct dataset *d = facts->dataset;
	switch ((int)word) {
	case WORD_FACT_MODELS:
		return d->n_models;
	case WORD_FACT_BENCHMARKS:
		return d->n_benchmarks;
	case WORD_FACT_SOURCES:
		return d->n_sources;
	case WORD_FACT_MEASUREMENTS:
		return d->n_measurements;
	case WORD_FACT_CLAIMS:
		return d->n_claims;
	default:
		return conflicts(facts);
	}
}

static bool unknown(struct call *call, const char *what)
{
	const struct evaluation *e = call->evaluation;
	const struct dataset *d = e->facts->dataset;
	struct nearest nearest = nearest_to(what);
	for (size_t i = 0; i < sizeof countable / sizeof *countable; i++)
		nearest_offer(&nearest, countable[i].what);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		nearest_offer_thing(&nearest, d->benchmarks[i]->id, d->benchmarks[i]->name, d->benchmarks[i]->aliases);
	return call_fault(call, 1,
	                  nearest_hint(e->arena, &nearest,
	                               "name a benchmark, or models, benchmarks, sources, measurements, claims or "
	                               "conflicts"),
	                  "nothing called \"%s\" can be counted", what);
}

static bool count_conflicts_on(struct call *call)
{
	const struct evaluation *e = call->evaluation;
	const struct benchmark *benchmark;
	if (!str_eq(call->arguments[0].text, "conflicts"))
		return call_fault(call, 1, "count(\"conflicts\", benchmark)",
		                  "only conflicts can be counted on one benchmark");
	if (!call_benchmark(call, 2, &benchmark))
		return false;
	const struct selections *all = &column_of(e->facts, benchmark)->selections;
	size_t n = 0;
	for (size_t i = 0; i < all->count; i++)
		n += all->items[i]->n_rivals > 0;
	evaluation_step(call->evaluation,
	                words_fill(e->arena, e->facts->language, WORD_FACT_CONFLICTS_ON, "n",
	                           number_plain(e->arena, e->facts->language, n), "on",
	                           words_object(e->arena, e->facts->language, benchmark->brief), NULL));
	return give_count(call, n);
}

bool tally_count(struct call *call)
{
	if (call->n_arguments > 1)
		return count_conflicts_on(call);
	struct evaluation *e = call->evaluation;
	const struct language *language = e->facts->language;
	const char *what = call->arguments[0].text;
	for (size_t i = 0; i < sizeof countable / sizeof *countable; i++) {
		if (!str_eq(what, countable[i].what))
			continue;
		size_t n = count_all(e->facts, countable[i].word);
		evaluation_step(call->evaluation, words_fill(e->arena, language, countable[i].word, "n",
		                                             number_plain(e->arena, e->facts->language, n), NULL));
		return give_count(call, n);
	}
	const struct benchmark *benchmark = dataset_benchmark(e->facts->dataset, what, (struct place){ 0 }, NULL);
	if (!benchmark)
		return unknown(call, what);
	const struct selections *all = &column_of(e->facts, benchmark)->selections;
	size_t n = 0;
	for (size_t i = 0; i < all->count; i++) /* an open choice has values too */
		n += all->items[i]->reason != SELECTED_NONE;
	evaluation_step(call->evaluation, words_fill(e->arena, language, WORD_FACT_COUNT, "n",
	                                             number_plain(e->arena, e->facts->language, n), "on",
	                                             words_object(e->arena, language, benchmark->brief), NULL));
	return give_count(call, n);
}

struct tally {                                 /* of one model against all others, or against one */
	const struct variant *variant, *rival; /* rival NULL: all others */
	size_t compared, won;
};

static bool other_model_has_value(const struct column *column, const struct model *model)
{
	const struct selections *all = &column->selections;
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i]->variant->model != model && all->items[i]->reason != SELECTED_NONE)
			return true;
	return false;
}

static bool has_value(const struct column *column, const struct variant *variant)
{
	const struct selection *s = column_selection(column, variant);
	return s && s->reason != SELECTED_NONE;
}

static bool tally_pair(struct call *call, struct column *column, struct tally *tally)
{
	const struct measurement *a, *b;
	if (!has_value(column, tally->variant) || !has_value(column, tally->rival))
		return true;
	if (!call_value(call, tally->variant, column->benchmark, &a) ||
	    !call_value(call, tally->rival, column->benchmark, &b))
		return false;
	tally->compared++;
	tally->won += column_compare(column, a->value.number, b->value.number) > 0;
	return true;
}

static bool tally_alone(struct call *call, struct column *column, struct tally *tally)
{
	const struct standing *standing;
	const struct measurement *own;
	if (!has_value(column, tally->variant) || !other_model_has_value(column, tally->variant->model))
		return true;
	if (!call_value(call, tally->variant, column->benchmark, &own) ||
	    !call_standing(call, column->benchmark, &column, &standing))
		return false;
	const struct standing_row *winner = column_winner(standing);
	tally->compared++;
	tally->won += winner && winner->variant == tally->variant;
	return true;
}

static bool tally_up(struct call *call, struct tally *tally)
{
	struct facts *facts = call->evaluation->facts;
	*tally = (struct tally){ 0 };
	if (!call_variant(call, 1, &tally->variant) || (call->n_arguments > 1 && !call_variant(call, 2, &tally->rival)))
		return false;
	for (size_t i = 0; i < facts->dataset->n_benchmarks; i++) {
		struct column *column = column_of(facts, facts->dataset->benchmarks[i]);
		if (!(tally->rival ? tally_pair : tally_alone)(call, column, tally))
			return false;
	}
	return true;
}

static void step(struct call *call, enum word word, const struct tally *tally)
{
	const struct evaluation *e = call->evaluation;
	evaluation_step(call->evaluation,
	                words_fill(e->arena, e->facts->language, word, "name",
	                           variant_full_name(e->arena, tally->variant), "rival",
	                           tally->rival ? variant_full_name(e->arena, tally->rival) : "", "n",
	                           number_plain(e->arena, e->facts->language, tally->won), "all",
	                           number_plain(e->arena, e->facts->language, tally->compared), NULL));
}

bool tally_wins(struct call *call)
{
	struct tally tally;
	if (!tally_up(call, &tally))
		return false;
	step(call, tally.rival ? WORD_FACT_WINS_OVER : WORD_FACT_WINS, &tally);
	return give_count(call, tally.won);
}

bool tally_compared(struct call *call)
{
	struct tally tally;
	if (!tally_up(call, &tally))
		return false;
	step(call, tally.rival ? WORD_FACT_COMPARED_WITH : WORD_FACT_COMPARED, &tally);
	return give_count(call, tally.compared);
}
