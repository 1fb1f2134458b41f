#include "facts/tally.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/names.h"
#include "data/narrow.h"
#include "facts/contest.h"
#include "facts/print.h"
#include "words/number.h"

static bool give_count(struct call *call, size_t n)
{
	const struct evaluation *e = call->evaluation;
	return call_give_number(call, decimal_of((double)n, 0),
	                        print_number(e->arena, e->facts->language, (double)n, 0), 0);
}

/* ---- what can be counted, in all or on one benchmark ---- */

static size_t count_models(struct facts *facts, const struct benchmark *benchmark)
{
	const struct selections *all = benchmark ? &column_of(facts, benchmark)->selections : NULL;
	size_t n = 0;
	for (size_t i = 0; all && i < all->count; i++) /* an open choice has values too */
		n += all->items[i]->reason != SELECTED_NONE;
	return all ? n : dataset_count_models(facts->dataset);
}

static size_t count_benchmarks(struct facts *facts, const struct benchmark *benchmark)
{
	return benchmark ? 1 : dataset_count_benchmarks(facts->dataset);
}

static size_t count_sources(struct facts *facts, const struct benchmark *benchmark)
{
	const struct dataset *d = facts->dataset;
	struct arena *scratch = arena_new_below(facts->arena);
	bool *seen = arena_alloc(scratch, d->n_sources, sizeof *seen);
	size_t n = 0;
	for (size_t i = 0; benchmark && i < d->n_measurements; i++) {
		const struct source *source = measurement_source(d, i);
		if (measurement_benchmark(d, i) != benchmark || !source || seen[source->index])
			continue;
		seen[source->index] = true;
		n++;
	}
	arena_free(scratch);
	return benchmark ? n : d->n_sources;
}

static size_t count_measurements(struct facts *facts, const struct benchmark *benchmark)
{
	const struct dataset *d = facts->dataset;
	size_t n = 0;
	for (size_t i = 0; benchmark && i < d->n_measurements; i++)
		n += measurement_benchmark(d, i) == benchmark;
	return benchmark ? n : d->n_measurements;
}

static size_t count_claims(struct facts *facts, const struct benchmark *benchmark)
{
	return benchmark ? 0 : facts->dataset->n_claims;
}

/* In words: claims that contradict each other. */
static size_t count_disputes(struct facts *facts, const struct benchmark *benchmark)
{
	return benchmark ? 0 : facts->dataset->n_disputes;
}

/* The selections of a benchmark, or of all. */
static const struct selections *selections_on(struct facts *facts, const struct benchmark *benchmark)
{
	if (benchmark)
		return &column_of(facts, benchmark)->selections;
	if (!facts->selections) {
		struct selections *all = arena_alloc(facts->arena, 1, sizeof *all);
		*all = selections_of(facts->arena, facts->dataset, NULL);
		facts->selections = all;
	}
	return facts->selections;
}

static size_t count_conflicts(struct facts *facts, const struct benchmark *benchmark)
{
	const struct selections *all = selections_on(facts, benchmark);
	size_t n = 0;
	for (size_t i = 0; i < all->count; i++)
		n += all->items[i]->n_rivals > 0;
	return n;
}

/* Values that were published, whether they count or not, and whosever they are. */
static size_t count_published(struct facts *facts, const struct benchmark *benchmark,
                              bool (*is_counted)(const struct measurement *m))
{
	const struct dataset *d = facts->dataset;
	struct arena *scratch = arena_new_below(facts->arena);
	size_t n = 0;
	for (size_t i = 0; i < d->n_measurements; i++) {
		struct measurement m;
		if ((benchmark && measurement_benchmark(d, i) != benchmark) || !measurement_has_value(d, i))
			continue;
		measurement_get(scratch, d, i, &m);
		n += is_counted(&m);
	}
	arena_free(scratch);
	return n;
}

static bool is_any(const struct measurement *m)
{
	return m->value.text != NULL;
}

static bool has_interval(const struct measurement *m)
{
	return m->has_interval;
}

static bool is_first_party(const struct measurement *m)
{
	return m->measured == MEASURED_FIRST_PARTY;
}

static bool is_third_party(const struct measurement *m)
{
	return m->measured == MEASURED_THIRD_PARTY;
}

static bool is_unknown(const struct measurement *m)
{
	return m->measured == MEASURED_UNKNOWN;
}

static size_t count_values(struct facts *facts, const struct benchmark *benchmark)
{
	return count_published(facts, benchmark, is_any);
}

static bool is_ambiguous(const struct measurement *m)
{
	return m->status == STATUS_AMBIGUOUS;
}

static size_t count_ambiguous(struct facts *facts, const struct benchmark *benchmark)
{
	return count_published(facts, benchmark, is_ambiguous);
}

static size_t count_intervals(struct facts *facts, const struct benchmark *benchmark)
{
	return count_published(facts, benchmark, has_interval);
}

static size_t count_first_party(struct facts *facts, const struct benchmark *benchmark)
{
	return count_published(facts, benchmark, is_first_party);
}

static size_t count_third_party(struct facts *facts, const struct benchmark *benchmark)
{
	return count_published(facts, benchmark, is_third_party);
}

static size_t count_unknown(struct facts *facts, const struct benchmark *benchmark)
{
	return count_published(facts, benchmark, is_unknown);
}

static const struct countable {
	const char *what;
	enum word word;
	size_t (*count)(struct facts *facts, const struct benchmark *benchmark); /* NULL: of all */
} countable[] = {
	{ "models", WORD_FACT_MODELS, count_models },
	{ "benchmarks", WORD_FACT_BENCHMARKS, count_benchmarks },
	{ "sources", WORD_FACT_SOURCES, count_sources },
	{ "measurements", WORD_FACT_MEASUREMENTS, count_measurements },
	{ "values", WORD_FACT_VALUES, count_values },
	{ "claims", WORD_FACT_CLAIMS, count_claims },
	{ "conflicts", WORD_FACT_CONFLICTS, count_conflicts },
	{ "disputes", WORD_FACT_DISPUTES, count_disputes },
	{ "ambiguous", WORD_FACT_AMBIGUOUS, count_ambiguous },
	{ "intervals", WORD_FACT_INTERVALS, count_intervals },
	{ "first-party", WORD_FACT_FIRST_PARTY, count_first_party },
	{ "third-party", WORD_FACT_THIRD_PARTY, count_third_party },
	{ "unknown", WORD_FACT_UNKNOWN, count_unknown },
};

enum { COUNTABLE = sizeof countable / sizeof *countable };

static const struct countable *countable_called(const char *what)
{
	for (size_t i = 0; i < COUNTABLE; i++)
		if (str_eq(what, countable[i].what))
			return &countable[i];
	return NULL;
}

/* "name a benchmark, or models, …" */
static const char *all_countable(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "name a benchmark, or ");
	for (size_t i = 0; i < COUNTABLE; i++)
		strbuf_addf(&b, "%s%s", !i ? "" : i + 1 < COUNTABLE ? ", " : " or ", countable[i].what);
	return b.s;
}

static bool unknown(struct call *call, const char *what)
{
	const struct evaluation *e = call->evaluation;
	const struct dataset *d = e->facts->dataset;
	struct nearest nearest = nearest_to(what);
	for (size_t i = 0; i < COUNTABLE; i++)
		nearest_offer(&nearest, countable[i].what);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		nearest_offer_thing(&nearest, d->benchmarks[i]->id, d->benchmarks[i]->name, d->benchmarks[i]->aliases);
	return call_fault(call, 1, nearest_hint(e->arena, &nearest, all_countable(e->arena)),
	                  "nothing called \"%s\" can be counted", what);
}

/* Counts, in words: "3 conflicts between sources", "… on GPQA Diamond". */
static bool count_of(struct call *call, const struct countable *of, const struct benchmark *benchmark)
{
	const struct evaluation *e = call->evaluation;
	const struct language *language = e->facts->language;
	size_t n = of->count(e->facts, benchmark);
	const char *words = words_fill(e->arena, language, of->word, "n", number_plain(e->arena, language, n), NULL);
	if (benchmark)
		words = words_fill(e->arena, language, WORD_FACT_ON, "what", words, "on",
		                   words_object(e->arena, language, benchmark->brief), NULL);
	evaluation_step(call->evaluation, words);
	return give_count(call, n);
}

/* The models with a value on a benchmark. */
static bool count_on(struct call *call, const struct benchmark *benchmark)
{
	const struct evaluation *e = call->evaluation;
	const struct language *language = e->facts->language;
	size_t n = count_models(e->facts, benchmark);
	evaluation_step(call->evaluation,
	                words_fill(e->arena, language, WORD_FACT_COUNT, "n", number_plain(e->arena, language, n), "on",
	                           words_object(e->arena, language, benchmark->brief), NULL));
	return give_count(call, n);
}

static bool is_kind(const char *word)
{
	for (int kind = 0; kind <= SOURCE_UNKNOWN; kind++)
		if (str_eq(source_kind_word((enum source_kind)kind), word))
			return true;
	return false;
}

/* The sources of a kind. */
static bool count_kind(struct call *call, const char *kind)
{
	const struct evaluation *e = call->evaluation;
	const struct dataset *d = e->facts->dataset;
	size_t n = 0;
	for (size_t i = 0; i < d->n_sources; i++)
		n += str_eq(source_kind_word(d->sources[i]->kind), kind);
	evaluation_step(call->evaluation, words_fill(e->arena, e->facts->language, WORD_FACT_SOURCES, "n",
	                                             number_plain(e->arena, e->facts->language, n), NULL));
	return give_count(call, n);
}

bool tally_count(struct call *call)
{
	const char *what = call->arguments[0].text;
	const struct countable *of = countable_called(what);
	const struct benchmark *benchmark = NULL;
	call_look_beyond(call);
	if (of && call->n_arguments == 1)
		return count_of(call, of, NULL);
	if (of && of->count == count_sources && is_kind(call->arguments[1].text))
		return count_kind(call, call->arguments[1].text);
	if (of && (of->count == count_claims || of->count == count_disputes))
		return call_fault(call, 2, NULL, "%s are not counted by benchmark", of->what);
	if (of)
		return call_benchmark(call, 2, &benchmark) && count_of(call, of, benchmark);
	benchmark = dataset_benchmark(call->evaluation->facts->dataset, what, (struct place){ 0 }, NULL);
	if (benchmark && call->n_arguments > 1)
		return call_fault(call, 2, NULL, "the %s on a benchmark are counted without more arguments",
		                  call->evaluation->facts->dataset->said.many);
	return benchmark ? count_on(call, benchmark) : unknown(call, what);
}

/* ---- wins ---- */

struct tally {                                 /* of one model against all others, or against one */
	const struct variant *variant, *rival; /* rival NULL: all others */
	size_t compared, won;
	const struct benchmark *left_out; /* the first of those on which nobody knows which numbers are better */
	size_t n_left_out;
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

/* The data declare that no direction is better: that is no comparison. */
static bool nobody_can_win(const struct column *column)
{
	return column->benchmark->direction == DIRECTION_UNKNOWN &&
	       column->benchmark->direction_from == DIRECTION_FROM_DATA;
}

/* Nobody knows which numbers are better: it is not counted, and the answer says so. */
static bool leaves_out(const struct column *column, struct tally *tally)
{
	bool unknown = column->benchmark->direction == DIRECTION_UNKNOWN && !nobody_can_win(column);
	if (unknown && !tally->n_left_out++)
		tally->left_out = column->benchmark;
	return unknown || nobody_can_win(column);
}

/* The value of a group of tasks stands for those of the tasks: they are not counted beside it. */
static bool is_counted_above(struct call *call, const struct column *column, const struct tally *tally)
{
	const struct benchmark *whole = benchmark_group(column->benchmark);
	for (; whole; whole = benchmark_group(whole)) {
		const struct column *above = column_of(call->evaluation->facts, whole);
		if (has_value(above, tally->variant) &&
		    (tally->rival ? has_value(above, tally->rival)
		                  : other_model_has_value(above, tally->variant->model)))
			return true;
	}
	return false;
}

static bool tally_pair(struct call *call, struct column *column, struct tally *tally)
{
	struct arena *scratch = call_arena(call);
	const struct measurement *a, *b;
	if (!has_value(column, tally->variant) || !has_value(column, tally->rival) || leaves_out(column, tally))
		return true;
	if (!call_value(call, tally->variant, column->benchmark, &a) ||
	    !call_value(call, tally->rival, column->benchmark, &b))
		return false;
	tally->compared++;
	const struct selection *both[] = { column->selections.items[column_position(column, tally->variant)],
		                           column->selections.items[column_position(column, tally->rival)] };
	const struct standing *two = standing_among(scratch, call->evaluation->facts->dataset, column->benchmark,
	                                            &(struct selections){ .items = both, .count = 2 });
	tally->won += two && contest_between(two, tally->variant, tally->rival) == CONTEST_AHEAD;
	return true;
}

static bool tally_alone(struct call *call, struct column *column, struct tally *tally)
{
	const struct standing *standing;
	const struct measurement *own;
	if (!has_value(column, tally->variant) || !other_model_has_value(column, tally->variant->model) ||
	    leaves_out(column, tally))
		return true;
	if (!call_value(call, tally->variant, column->benchmark, &own) ||
	    !call_ranking(call, column->benchmark, &column, &standing))
		return false;
	tally->compared++;
	tally->won += contest_of(standing, tally->variant).outcome == CONTEST_AHEAD;
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
		if (is_counted_above(call, column, tally))
			continue;
		if (!(tally->rival ? tally_pair : tally_alone)(call, column, tally))
			return false;
	}
	return tally->compared || !tally->left_out || call_directed(call, tally->left_out);
}

static void step(struct call *call, enum word word, const struct tally *tally)
{
	struct arena *a = call_arena(call);
	if (tally->n_left_out)
		evaluation_step(call->evaluation,
		                words_fill(a, call_language(call), WORD_FACT_LEFT_OUT, "n",
		                           number_plain(a, call_language(call), tally->n_left_out), NULL));
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
