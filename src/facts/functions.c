/* The functions of expressions: one table, and those that need no values. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "words/number.h"

#include <math.h>
#include <string.h>

enum { ORDINAL_MOST = 1000000, DIGITS_MOST = 9 };

static struct arena *arena_of(const struct call *call)
{
	return call->evaluation->arena;
}

static const struct language *language_of(const struct call *call)
{
	return call->evaluation->facts->language;
}

/* ---- names and dates ---- */

static void offer_all(struct nearest *nearest, const struct dataset *d)
{
	for (size_t i = 0; i < d->n_models; i++)
		nearest_offer_thing(nearest, d->models[i]->id, d->models[i]->name, d->models[i]->aliases);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		nearest_offer_thing(nearest, d->benchmarks[i]->id, d->benchmarks[i]->name, d->benchmarks[i]->aliases);
	for (size_t i = 0; i < d->n_organisations; i++)
		nearest_offer_thing(nearest, d->organisations[i]->id, d->organisations[i]->name,
		                    d->organisations[i]->aliases);
	for (size_t i = 0; i < d->n_sources; i++)
		nearest_offer_as(nearest, d->sources[i]->title, d->sources[i]->id);
}

static bool run_name(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const char *id = call->arguments[0].text, *name;
	const struct place nowhere = { 0 };
	const struct variant *variant = dataset_variant(d, id, nowhere, NULL);
	const struct benchmark *benchmark = dataset_benchmark(d, id, nowhere, NULL);
	const struct organisation *organisation = dataset_organisation(d, id, nowhere, NULL);
	const struct source *source = dataset_source(d, id, nowhere, NULL);
	if (!variant && !benchmark && !organisation && !source) {
		struct nearest nearest = nearest_to(id);
		offer_all(&nearest, d);
		return call_fault(call, 1, nearest_hint(arena_of(call), &nearest, NULL), "nothing is called \"%s\"",
		                  id);
	}
	name = variant        ? variant_full_name(arena_of(call), variant)
	       : benchmark    ? benchmark->name
	       : organisation ? organisation->name
	                      : source->title;
	return call_give_text(call, name, name);
}

static bool run_date(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	struct diags *diags = diags_new(arena_of(call));
	struct date date = d->date;
	if (call->n_arguments) {
		const char *id = call->arguments[0].text;
		const struct source *source = dataset_source(d, id, (struct place){ 0 }, diags);
		if (!source)
			return call_fault(call, 1, diags_at(diags, 0)->hint, "%s", diags_at(diags, 0)->message);
		date = source->date;
	}
	if (!date.year)
		return call_fault(call, 0, "write date: in the dataset", "no date is known");
	return call_give_text(call, date_iso(arena_of(call), date),
	                      words_date(arena_of(call), language_of(call), date));
}

/* ---- numbers in other clothes ---- */

/* The number stands in other clothes from here on: it says nothing of the arithmetic around it. NULL if
 * no function gave it. */
static struct record *settle(struct call *call, size_t argument)
{
	struct record *r = print_find(call->evaluation, &call->arguments[argument]);
	if (r)
		r->role = RECORD_SETTLED;
	return r;
}

static bool whole_argument(struct call *call, double least, double most, double *n)
{
	*n = call->arguments[0].number;
	settle(call, 0);
	if (*n == floor(*n) && *n >= least && *n <= most)
		return true;
	return call_fault(call, 0, "round(\u2026) makes a whole number", "%s wants a whole number from %.0f to %.0f",
	                  call->function->known.name, least, most);
}

static bool run_ordinal(struct call *call)
{
	double n;
	if (!whole_argument(call, 1, ORDINAL_MOST, &n))
		return false;
	const char *text = language_of(call)->ordinal(arena_of(call), (int)n);
	return call_give_text(call, text, text);
}

static bool run_spell(struct call *call)
{
	double n;
	if (!whole_argument(call, 0, ORDINAL_MOST, &n))
		return false;
	const char *text = number_spelled(arena_of(call), language_of(call), (size_t)n);
	return call_give_text(call, text, text);
}

/* The second argument, 0 if it is not there. */
static bool digits_argument(struct call *call, int *digits)
{
	double n = call->n_arguments > 1 ? call->arguments[1].number : 0;
	if (n != floor(n) || n < 0 || n > DIGITS_MOST)
		return call_fault(call, 0, NULL, "%s wants 0 to %d digits", call->function->known.name, DIGITS_MOST);
	*digits = (int)n;
	return true;
}

static struct number_style style_of(const struct call *call, int digits)
{
	return (struct number_style){ language_of(call), digits, 0, true };
}

static bool run_round(struct call *call)
{
	int digits = 0;
	if (!digits_argument(call, &digits))
		return false;
	double x = call->arguments[0].number;
	return call_give_number(call, number_shown(x, style_of(call, digits)),
	                        print_number(arena_of(call), language_of(call), x, digits), NULL, digits);
}

static bool run_percent(struct call *call)
{
	int digits = 0;
	if (!digits_argument(call, &digits))
		return false;
	double x = call->arguments[0].number * 100;
	const struct record *r = print_find(call->evaluation, &call->arguments[0]);
	if (r && r->unit == &unit_percent)
		return call_fault(call, 0, "it prints as it is; percent(\u2026) is for shares: 0.48 as 48%",
		                  "%s is a percentage already", r->printed);
	if (!isfinite(x))
		return call_fault(call, 0, NULL, "this is too large for a share");
	call_give_number(call, number_shown(x, style_of(call, digits)),
	                 number_with_sign(arena_of(call), x, style_of(call, digits), &unit_percent),
	                 print_number(arena_of(call), language_of(call), x, digits), digits);
	call->evaluation->records[call->evaluation->n_records - 1].unit = &unit_percent;
	return true;
}

static bool run_bare(struct call *call)
{
	struct evaluation *e = call->evaluation;
	const struct record *r = settle(call, 0);
	const char *printed = print_result(e, &call->arguments[0], true);
	if (!printed)
		return false;
	call_give_number(call, call->arguments[0].number, printed, printed, r ? r->level : 0);
	e->records[e->n_records - 1].role = RECORD_SETTLED;
	return true;
}

static bool run_join(struct call *call)
{
	struct strbuf b = strbuf_new(arena_of(call));
	for (size_t i = 0; i < call->n_arguments; i++)
		settle(call, i); /* what is printed as it is went into no sum beside it */
	for (size_t i = 0; i < call->n_arguments; i++) {
		const char *printed = print_result(call->evaluation, &call->arguments[i], false);
		if (!printed)
			return false;
		strbuf_add(&b, printed);
	}
	return b.n <= TEXT_MOST ? call_give_text(call, b.s, b.s)
	                        : call_fault(call, 0, NULL, "the text is longer than %d bytes", TEXT_MOST);
}

static bool run_abs(struct call *call)
{
	const char minus[] = "\u2212";
	double x = call->arguments[0].number;
	const struct record *r = print_find(call->evaluation, &call->arguments[0]);
	call->result = (struct item){ .kind = ITEM_NUMBER, .number = fabs(x) };
	if (!r || x >= 0)
		return true;
	size_t of_printed = str_starts(r->printed, minus) ? strlen(minus) : 0;
	size_t of_bare = str_starts(r->bare, minus) ? strlen(minus) : 0;
	const struct record of = *r;
	call_give_number(call, fabs(x), of.printed + of_printed, of.bare + of_bare, of.level);
	if (of.role == RECORD_UNIT)
		call_has_unit(call, of.unit, of.magnitude);
	return true;
}

static bool extreme(struct call *call, bool most)
{
	call->result = call->arguments[0];
	for (size_t i = 1; i < call->n_arguments; i++) {
		const struct item *item = &call->arguments[i];
		if (most ? item->number > call->result.number : item->number < call->result.number)
			call->result = *item;
	}
	return true;
}

static bool run_min(struct call *call)
{
	return extreme(call, false);
}

static bool run_max(struct call *call)
{
	return extreme(call, true);
}

static bool run_claim(struct call *call)
{
	struct evaluation *e = call->evaluation;
	if (strstr(call->arguments[0].text, "{{"))
		return call_fault(call, 1, "join the parts: claim(join(\"It has \", value(\u2026), \".\"), \u2026)",
		                  "the text of a claim holds no {{");
	e->claims = arena_grow(e->arena, e->claims, &e->claims_room, e->n_claims, sizeof *e->claims);
	e->claims[e->n_claims++] = (struct fact_claim){ call->arguments[0].text, call->arguments[1].truth };
	return call_give_text(call, call->arguments[0].text, call->arguments[0].text);
}

/* ---- the table ---- */

static const struct function functions[] = {
	{ { "value", "(model, benchmark)", "the value that counts, as published" }, "tt", lookup_value },
	{ { "name", "(id)", "the name of a model, variant, benchmark, organisation or source" }, "t", run_name },
	{ { "rank", "(model, benchmark)", "the rank as a leaderboard prints it, which a claim has not" },
	  "tt",
	  lookup_rank },
	{ { "place", "(model, benchmark)", "1 + the number of better values, claims included" }, "tt", lookup_place },
	{ { "leader", "(benchmark)", "the model with the best value, claims included; not where several share it" },
	  "t",
	  lookup_leader },
	{ { "best", "(benchmark)", "the best value" }, "t", lookup_best },
	{ { "worst", "(benchmark)", "the worst value" }, "t", lookup_worst },
	{ { "gap", "(a, b, benchmark)", "by how much a is ahead of b; negative if it is behind" }, "ttt", lookup_gap },
	{ { "ratio", "(a, b, benchmark)", "the value of a divided by that of b" }, "ttt", lookup_ratio },
	{ { "count", "(what [, where])",
	    "models with a value on a benchmark; or of all models, benchmarks, sources, measurements, claims, "
	    "conflicts (where: on one benchmark)" },
	  "t|t",
	  tally_count },
	{ { "wins", "(model [, rival])", "benchmarks on which it alone is best, or ahead of the rival" },
	  "t|t",
	  tally_wins },
	{ { "compared", "(model [, rival])", "benchmarks on which it and others, or both, have a value" },
	  "t|t",
	  tally_compared },
	{ { "date", "([source])", "the date of the data, or of a source" }, "|t", run_date },
	{ { "source", "(model, benchmark)", "who published the value that counts" }, "tt", lookup_source },
	{ { "has", "(model, benchmark)", "whether there is a value" }, "tt", lookup_has },
	{ { "ordinal", "(n)", "fourth" }, "n", run_ordinal },
	{ { "spell", "(n)", "four" }, "n", run_spell },
	{ { "round", "(x [, digits])", "with so many digits behind the point, 0 if none are given" },
	  "n|n",
	  run_round },
	{ { "percent", "(x [, digits])", "0.48 as 48%" }, "n|n", run_percent },
	{ { "bare", "(x)", "the number without its unit, which a sum, difference or multiple keeps" }, "n", run_bare },
	{ { "abs", "(x)", "without its sign" }, "n", run_abs },
	{ { "min", "(x, \u2026)", "the smallest" }, "n|*", run_min },
	{ { "max", "(x, \u2026)", "the largest" }, "n|*", run_max },
	{ { "join", "(a, b, \u2026)", "texts and numbers one behind the other, each as it prints" }, "a|*", run_join },
	{ { "claim", "(text, condition)", "the text, which holds only while the condition does" }, "tb", run_claim },
};

const struct function *function_at(size_t i)
{
	return i < sizeof functions / sizeof *functions ? &functions[i] : NULL;
}

const struct facts_function *facts_function_at(size_t i)
{
	const struct function *f = function_at(i);
	return f ? &f->known : NULL;
}

static bool check_argument(struct call *call, size_t i, char wanted, const char *usage)
{
	static const char *const words[] = { "first", "second", "third" };
	enum item_kind had = call->arguments[i].kind;
	enum item_kind kind = wanted == 't' || (wanted == 'a' && had != ITEM_NUMBER) ? ITEM_TEXT
	                      : wanted == 'b'                                        ? ITEM_TRUTH
	                                                                             : ITEM_NUMBER;
	const char *what = wanted == 't'   ? "a text in quotes"
	                   : wanted == 'a' ? "a text or a number"
	                   : wanted == 'b' ? "true or false, such as a comparison"
	                                   : "a number";
	if (had == kind)
		return true;
	return call_fault(call, i + 1, usage, "the %s argument of %s has to be %s", i < 3 ? words[i] : "next",
	                  call->function->known.name, what);
}

bool function_call(struct call *call)
{
	const struct facts_function *known = &call->function->known;
	const char *usage = arena_printf(arena_of(call), "%s%s: %s", known->name, known->arguments, known->summary);
	const char *takes = call->function->takes;
	size_t least = strcspn(takes, "|"), most = strlen(takes) - (takes[least] == '|');
	bool repeats = strchr(takes, '*') != NULL;
	size_t limit = call->n_arguments < least ? least : repeats ? ARGUMENTS_MOST : most;
	const char *about = least == most ? "" : call->n_arguments < least ? "at least " : "at most ";
	if (call->n_arguments < least || call->n_arguments > limit)
		return call_fault(call, 0, usage, "%s wants %s%zu %s, but gets %zu", known->name, about, limit,
		                  limit == 1 ? "argument" : "arguments", call->n_arguments);
	for (size_t i = 0; i < call->n_arguments; i++) {
		char wanted = repeats ? takes[0] : takes[i + (i >= least)];
		if (!check_argument(call, i, wanted, usage))
			return false;
	}
	return call->function->run(call);
}
