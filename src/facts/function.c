/* The table of functions, and those that read no values. */
#include "facts/function.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "facts/catalogue.h"
#include "facts/condition.h"
#include "facts/judgement.h"
#include "facts/lookup.h"
#include "facts/print.h"
#include "facts/profile.h"
#include "facts/provenance.h"
#include "facts/said.h"
#include "facts/tally.h"
#include "facts/verdict_call.h"
#include "words/number.h"

#include <math.h>
#include <string.h>

enum { ORDINAL_MOST = 1000000, PLACES_MOST = 9 };

/* ---- names and dates ---- */

static void offer_all(struct nearest *nearest, const struct dataset *d)
{
	for (size_t i = 0; i < d->n_models; i++)
		nearest_offer_thing(nearest, dataset_model_at(d, i)->id, dataset_model_at(d, i)->name,
		                    dataset_model_at(d, i)->own->more->aliases);
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
		return call_fault(call, 1, nearest_hint(call_arena(call), &nearest, NULL), "nothing is called \"%s\"",
		                  id);
	}
	name = variant        ? variant_full_name(call_arena(call), variant)
	       : benchmark    ? benchmark->name
	       : organisation ? organisation->name
	                      : source->title;
	return call_give_text(call, name, name);
}

static bool run_date(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	struct diags *diags = diags_new(call_arena(call));
	struct date date = d->date;
	if (call->n_arguments) {
		const char *id = call->arguments[0].text;
		const struct source *source = dataset_source(d, id, (struct place){ 0 }, diags);
		if (!source)
			return call_pass_on(call, 1, NULL, diags);
		date = source->date;
	}
	if (!date.year)
		return call_fault(call, 0, "add date: to the dataset", "the date is not known");
	return call_give_date(call, date);
}

/* ---- numbers and texts ---- */

static bool whole_argument(struct call *call, double least, double most, double *n)
{
	*n = call->arguments[0].number.number;
	if (*n == floor(*n) && *n >= least && *n <= most)
		return true;
	return call_fault(call, 1, "round(\u2026) makes a whole number", "%s needs a whole number from %.0f to %.0f",
	                  call->function->known.name, least, most);
}

static bool run_ordinal(struct call *call)
{
	double n;
	if (!whole_argument(call, 1, ORDINAL_MOST, &n))
		return false;
	const char *text = call_language(call)->ordinal(call_arena(call), (int)n);
	call_give_text(call, text, text);
	return call_keep_typed(call);
}

static bool run_spell(struct call *call)
{
	double n;
	if (!whole_argument(call, 0, ORDINAL_MOST, &n))
		return false;
	const char *text = number_spelled(call_arena(call), call_language(call), (size_t)n);
	call_give_text(call, text, text);
	return call_keep_typed(call);
}

/* The second argument; 0 if there is none. */
static bool places_argument(struct call *call, int *places)
{
	double n = call->n_arguments > 1 ? call->arguments[1].number.number : 0;
	if (n != floor(n) || n < 0 || n > PLACES_MOST)
		return call_fault(call, 2, NULL, "%s takes 0 to %d decimal places", call->function->known.name,
		                  PLACES_MOST);
	*places = (int)n;
	return true;
}

static struct number_style style_of(const struct call *call, int places)
{
	return (struct number_style){ .language = call_language(call), .decimals = places, .grouped = true };
}

static bool run_round(struct call *call)
{
	int places = 0;
	if (!places_argument(call, &places))
		return false;
	double x = number_shown(call->arguments[0].number.number, style_of(call, places));
	call_give_number(call, decimal_of(x, places), print_number(call_arena(call), call_language(call), x, places),
	                 places);
	return call_keep_typed(call);
}

static bool run_percent(struct call *call)
{
	int places = 0;
	if (!places_argument(call, &places))
		return false;
	const struct term *share = &call->arguments[0];
	const struct term hundred = term_literal(100);
	double x = term_compute(TERM_MULTIPLY, share, &hundred).number.number;
	const char *printed;
	if (share->unit == &unit_percent && share->measure != MEASURE_MIXED) {
		if (!print_term(call->evaluation, share, false, &printed))
			return false;
		return call_fault(call, 1, "it prints as it is; percent(\u2026) is for shares: 0.48 as 48%",
		                  "%s is a percentage already", printed);
	}
	if (!isfinite(x))
		return call_fault(call, 1, NULL, "this is too large to be a share");
	x = number_shown(x, style_of(call, places));
	call_give_number(call, decimal_of(x, places),
	                 number_with_sign(call_arena(call), x, style_of(call, places), &unit_percent), places);
	call->result.bare = print_number(call_arena(call), call_language(call), x, places);
	call->result.unit = &unit_percent;
	return call_keep_typed(call);
}

static bool run_bare(struct call *call)
{
	const char *printed;
	if (!print_term(call->evaluation, &call->arguments[0], true, &printed))
		return false;
	call->result = term_stripped(&call->arguments[0]);
	call->result.printed = call->result.bare = printed;
	return true;
}

static bool run_join(struct call *call)
{
	struct strbuf b = strbuf_new(call_arena(call));
	for (size_t i = 0; i < call->n_arguments; i++) {
		const char *printed;
		if (!print_term(call->evaluation, &call->arguments[i], false, &printed))
			return false;
		strbuf_add(&b, printed);
		if (call->arguments[i].typed)
			evaluation_quote(call->evaluation, QUOTE_TYPED, printed, NULL);
	}
	return b.n <= FUNCTION_TEXT_MOST
	               ? call_give_text(call, b.s, b.s)
	               : call_fault(call, 0, NULL, "the text is longer than %d bytes", FUNCTION_TEXT_MOST);
}

static const char *without_minus(const struct call *call, const char *printed)
{
	const char *minus = call_language(call)->minus;
	return printed && str_starts(printed, minus) ? printed + strlen(minus) : printed;
}

static bool run_abs(struct call *call)
{
	call->result = call->arguments[0];
	if (call->result.number.number >= 0)
		return true;
	call->result.number = decimal_negated(call->result.number);
	call->result.printed = without_minus(call, call->result.printed);
	call->result.bare = without_minus(call, call->result.bare);
	return true;
}

static bool extreme(struct call *call, bool most)
{
	call->result = call->arguments[0];
	for (size_t i = 1; i < call->n_arguments; i++) {
		double x = call->arguments[i].number.number, so_far = call->result.number.number;
		if (most ? x > so_far : x < so_far)
			call->result = call->arguments[i];
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

/* The condition stands for what is written out in the text. */
static void quote_claim(struct call *call, const char *text)
{
	struct evaluation *e = call->evaluation;
	if (call->arguments[0].typed)
		evaluation_quote(e, QUOTE_CLAIMED, text, NULL);
	for (size_t i = 0; i < e->n_quotes; i++)
		if (e->quotes[i].kind == QUOTE_TYPED && strstr(text, e->quotes[i].text))
			e->quotes[i].kind = QUOTE_CLAIMED;
}

static const struct convention *convention_of(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const char *id = call->n_arguments > 2 ? call->arguments[2].text : "nearly";
	struct nearest nearest = nearest_to(id);
	for (size_t i = 0; i < d->n_conventions; i++) {
		nearest_offer(&nearest, d->conventions[i].id);
		if (str_eq(d->conventions[i].id, id))
			return &d->conventions[i];
	}
	call_fault(call, call->n_arguments > 2 ? 3 : 0,
	           nearest_hint(call_arena(call), &nearest,
	                        arena_printf(call_arena(call), "add conventions: [{id: %s, within: 0.1}]", id)),
	           "the dataset does not say what \"%s\" means", id);
	return NULL;
}

/* Within the convention's share of the target, on its side. */
static bool run_nearly(struct call *call)
{
	const struct convention *convention = convention_of(call);
	if (!convention)
		return false;
	const struct term *x = &call->arguments[0], *target = &call->arguments[1];
	const struct term share = term_literal(convention->within);
	struct term room = term_compute(TERM_MULTIPLY, target, &share);
	struct term off = term_compute(TERM_SUBTRACT, x, target);
	bool below = off.number.number < 0;
	bool right =
		off.number.number == 0 || convention->side == SIDE_EITHER || below == (convention->side == SIDE_BELOW);
	if (room.number.number < 0)
		room.number = decimal_negated(room.number);
	if (below)
		off.number = decimal_negated(off.number);
	struct term by = right ? term_compute(TERM_SUBTRACT, &room, &off) : off; /* to the target, if it is beyond it */
	bool truth = right && by.number.number >= 0;
	judgement_note(call->evaluation, script_offset(call->script, call->word), truth, &by, target->number.number);
	evaluation_convention(call->evaluation, convention);
	return call_give_truth(call, truth);
}

static bool run_claim(struct call *call)
{
	const char *text = call->arguments[0].text;
	if (strstr(text, "{{"))
		return call_fault(call, 1, "join the parts: claim(join(\"It has \", value(\u2026), \".\"), \u2026)",
		                  "the text of a claim cannot contain {{");
	quote_claim(call, text);
	size_t condition = script_offset(call->script, script_argument(call->script, call->word, 2));
	bool holds = call->arguments[1].truth;
	evaluation_claim(call->evaluation, text, holds, condition_margin(call->evaluation, condition, holds),
	                 condition);
	return call_give_text(call, text, text);
}

/* As it prints: a text, or a number that is written out. */
static bool quoted(struct call *call, const char **text)
{
	if (!print_term(call->evaluation, &call->arguments[0], false, text))
		return false;
	if (strstr(*text, "{{"))
		return call_fault(call, 1, NULL, "the text of %s cannot contain {{", call->function->known.name);
	return true;
}

static bool run_say(struct call *call)
{
	const char *text;
	if (!quoted(call, &text))
		return false;
	evaluation_quote(call->evaluation, QUOTE_SAID, text, NULL);
	return call_give_text(call, text, text);
}

static bool run_cite(struct call *call)
{
	const char *text;
	const struct source *source;
	if (!call_source(call, 2, &source))
		return false;
	if (!quoted(call, &text))
		return false;
	evaluation_quote(call->evaluation, QUOTE_CITED, text, source);
	return call_give_text(call, text, text);
}

/* ---- the tables ---- */

static const struct function asking[] = {
	{ { "value", "(model, benchmark)", "the value that counts, as published" }, "tt", lookup_value },
	{ { "name", "(id)", "the name of a model, variant, benchmark, organisation or source" }, "t", run_name },
	{ { "rank", "(model, benchmark)", "the rank as a leaderboard prints it; a developer's own claim has none" },
	  "tt",
	  lookup_rank },
	{ { "place", "(model, benchmark)", "1 + the number of better values, claims included" }, "tt", lookup_place },
	{ { "leader", "(benchmark [, \"unclaimed\"])",
	    "the model with the best value, claims included; \"unclaimed\": without them, as in a chart with claims: "
	    "hide; an error where several share it, if only within noise" },
	  "t|t",
	  lookup_leader },
	{ { "best", "(benchmark)", "the best value" }, "t", lookup_best },
	{ { "worst", "(benchmark)", "the worst value" }, "t", lookup_worst },
	{ { "gap", "(a, b, benchmark)", "how far a is ahead of b; negative if it is behind" }, "ttt", lookup_gap },
	{ { "ratio", "(a, b, benchmark)", "the value of a divided by that of b" }, "ttt", lookup_ratio },
	{ { "count", "(what [, where])",
	    "models with a value on a benchmark; or all models, benchmarks, sources, measurements, values, claims, "
	    "conflicts, disputes, intervals, first-party, third-party or unknown values (where: on one benchmark; of "
	    "sources also a kind)" },
	  "t|t",
	  tally_count },
	{ { "wins", "(model [, rival])", "benchmarks that it leads, or where it is ahead of the rival, beyond noise" },
	  "t|t",
	  tally_wins },
	{ { "compared", "(model [, rival])", "benchmarks on which it and others, or both, have a value" },
	  "t|t",
	  tally_compared },
	{ { "date", "([source])", "the date of the data, or of a source" }, "|t", run_date },
	{ { "source", "(model, benchmark)", "who published the value that counts" }, "tt", lookup_source },
	{ { "has", "(model, what [, source])",
	    "whether there is a value on a benchmark (source: whether it gives one), or a licence, price, …" },
	  "tt|t",
	  lookup_has },
	{ { "measured", "(model, benchmark)",
	    "who measured the value that counts: first-party, third-party or unknown" },
	  "tt",
	  provenance_measured },
	{ { "independent", "([model,] benchmark)",
	    "whether a third party measured the value that counts, and nobody says that its maker did; of a benchmark: "
	    "every one" },
	  "t|t",
	  provenance_independent },
	{ { "checked", "(model, benchmark)",
	    "whether a third party measured any value that was published, also one that does not count" },
	  "tt",
	  provenance_checked },
	{ { "disputed", "([model,] benchmark)", "whether sources disagree on the value; of a benchmark: on any" },
	  "t|t",
	  provenance_disputed },
	{ { "published", "(model, benchmark [, source])",
	    "what a source says, also where it does not count; all that was published, as a text" },
	  "tt|t",
	  provenance_published },
	{ { "sources", "(model, benchmark)", "who published a value, as a list" }, "tt", provenance_sources },
	{ { "interval", "(model, benchmark [, end])",
	    "the interval of the value; end: its \"low\" or \"high\" end, or its \"level\"" },
	  "tt|t",
	  provenance_interval },
	{ { "digits", "([model,] benchmark)",
	    "the decimal places of the value that counts; of a benchmark: the most of any that was published" },
	  "t|t",
	  provenance_digits },
	{ { "rivals", "(benchmark [, model])", "the models with a value, as a list (model: without it)" },
	  "t|t",
	  provenance_rivals },
	{ { "missing", "(benchmark)", "the models without a value, as a list" }, "t", provenance_missing },
	{ { "publisher", "(what)", "who publishes a benchmark or a source" }, "t", profile_publisher },
	{ { "kind", "(source)", "press, paper, leaderboard, \u2026" }, "t", profile_kind },
	{ { "licence", "(model)", "its licence" }, "t", profile_licence },
	{ { "price", "(model [, side])",
	    "free or paid, printed with the price; side: the dollars for a million tokens of \"input\" or \"output\"" },
	  "t|t",
	  profile_price },
	{ { "released", "(model)", "the date of its release" }, "t", profile_released },
	{ { "context", "(model)", "its context window, in tokens" }, "t", profile_context },
	{ { "maker", "(model)", "the organisation that made it" }, "t", profile_maker },
	{ { "inputs", "(model)", "what it takes, as a list" }, "t", profile_inputs },
	{ { "outputs", "(model)", "what it gives, as a list" }, "t", profile_outputs },
	{ { "models", "(organisation)", "the models that it made, as a list" }, "t", catalogue_models },
	{ { "variants", "(model)", "its variants, as a list" }, "t", catalogue_variants },
	{ { "variant", "(model)", "the variant that is meant where none is named; model@variant: that one" },
	  "t",
	  catalogue_variant },
	{ { "mode", "(model [, what])",
	    "what mode the variant is, in the words of the data; what: its \"effort\", \"tools\" or \"scaffold\"" },
	  "t|t",
	  catalogue_mode },
	{ { "benchmarks", "(what)", "those of a category, or those on which a model has a value, as a list" },
	  "t",
	  catalogue_benchmarks },
	{ { "category", "(benchmark)", "its category" }, "t", catalogue_category },
	{ { "unit", "(benchmark)", "its unit: percent, points, elo, \u2026" }, "t", catalogue_unit },
	{ { "verdict", "(claim)", "what the tests of a published claim give: holds, fails, mixed or untestable" },
	  "t",
	  verdict_ask },
	{ { "says", "(source, claim [, words])", "whether the claim is this source's (words: and has them)" },
	  "tt|t",
	  said_says },
	{ { "contradict", "(claim, claim)", "whether the data record that the two contradict each other" },
	  "tt",
	  said_contradict },
	{ { "answered", "(question)", "whether any claim answers a question that the data ask" }, "t", said_answered },
};

static const struct function composing[] = {
	/* ask nothing of the data */
	{ { "ordinal", "(n)", "4 as fourth" }, "n", run_ordinal },
	{ { "spell", "(n)", "4 as four" }, "n", run_spell },
	{ { "round", "(x [, places])", "rounded to decimal places, to a whole number if none are given" },
	  "n|n",
	  run_round },
	{ { "percent", "(x [, places])", "0.48 as 48%" }, "n|n", run_percent },
	{ { "bare", "(x)", "the number without its unit, which sums, differences and multiples keep" }, "n", run_bare },
	{ { "abs", "(x)", "the number without its sign" }, "n", run_abs },
	{ { "min", "(x, \u2026)", "the smallest" }, "n|*", run_min },
	{ { "max", "(x, \u2026)", "the largest" }, "n|*", run_max },
	{ { "join", "(a, b, \u2026)", "texts and numbers, one after the other, each as it prints" }, "a|*", run_join },
	{ { "cite", "(text, source)", "the text, with a number that a source of the data gives in words" },
	  "at",
	  run_cite },
	{ { "say", "(text)", "the text, with a number that the author answers for" }, "a", run_say },
	{ { "nearly", "(x, target [, convention])",
	    "whether x is as near to the target as the dataset's convention for \"nearly\", or another, allows" },
	  "nn|t",
	  run_nearly },
	{ { "claim", "(text, condition)", "the text, as long as the condition is true" }, "tb", run_claim },
};

enum { ASKING = sizeof asking / sizeof *asking, COMPOSING = sizeof composing / sizeof *composing };

const struct function *function_at(size_t i)
{
	return i < ASKING ? &asking[i] : i < ASKING + COMPOSING ? &composing[i - ASKING] : NULL;
}

static bool asks(const struct function *function)
{
	for (size_t i = 0; i < ASKING; i++)
		if (&asking[i] == function)
			return true;
	return false;
}

static bool check_argument(struct call *call, size_t i, char wanted, const char *usage)
{
	static const char *const words[] = { "first", "second", "third" };
	enum term_kind had = call->arguments[i].kind;
	enum term_kind kind = wanted == 't' || (wanted == 'a' && had != TERM_NUMBER) ? TERM_TEXT
	                      : wanted == 'b'                                        ? TERM_TRUTH
	                                                                             : TERM_NUMBER;
	const char *what = wanted == 't'   ? "a text in quotes"
	                   : wanted == 'a' ? "a text or a number"
	                   : wanted == 'b' ? "true or false, such as a comparison"
	                                   : "a number";
	if (had == kind)
		return true;
	return call_fault(call, i + 1, usage, "the %s argument of %s must be %s", i < 3 ? words[i] : "next",
	                  call->function->known.name, what);
}

/* "2 arguments", "at least 1 argument". */
static const char *wanted_count(struct arena *arena, size_t least, size_t limit, size_t had)
{
	const char *about = least == limit ? "" : had < least ? "at least " : "at most ";
	size_t n = had < least ? least : limit;
	return arena_printf(arena, "%s%zu %s", about, n, n == 1 ? "argument" : "arguments");
}

bool function_call(struct call *call)
{
	const struct facts_function *known = &call->function->known;
	struct arena *arena = call_arena(call);
	const char *usage = arena_printf(arena, "%s%s: %s", known->name, known->arguments, known->summary);
	const char *takes = call->function->takes;
	size_t least = strcspn(takes, "|"), most = strlen(takes) - (takes[least] == '|');
	bool repeats = strchr(takes, '*') != NULL;
	size_t limit = repeats ? CALL_ARGUMENTS_MOST : most;
	if (call->n_arguments < least || call->n_arguments > limit)
		return call_fault(call, 0, usage, "%s takes %s, not %zu", known->name,
		                  wanted_count(arena, least, limit, call->n_arguments), call->n_arguments);
	for (size_t i = 0; i < call->n_arguments; i++)
		if (!check_argument(call, i, repeats ? takes[0] : takes[i + (i >= least)], usage))
			return false;
	call->evaluation->asked |= asks(call->function);
	return call->function->run(call);
}

/* ---- unknown names ---- */

static bool is_thing(const struct dataset *d, const char *name)
{
	const struct place nowhere = { 0 };
	return dataset_variant(d, name, nowhere, NULL) || dataset_benchmark(d, name, nowhere, NULL) ||
	       dataset_source(d, name, nowhere, NULL) || dataset_organisation(d, name, nowhere, NULL);
}

/* The name of the data that is written at an offset, with the hyphens and points that Lua takes for operators; NULL if
 * there is none. */
static const char *data_name_at(const struct evaluation *e, const char *name, size_t offset)
{
	static const char of_ids[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.@";
	const char *at = e->expression + offset, *whole = arena_strndup(e->arena, at, strspn(at, of_ids));
	return is_thing(e->facts->dataset, whole) ? whole : is_thing(e->facts->dataset, name) ? name : NULL;
}

bool function_unknown(struct evaluation *e, const char *name, size_t offset)
{
	struct strbuf all = strbuf_new(e->arena);
	struct nearest nearest = nearest_to(name);
	const struct function *f;
	strbuf_add(&all, "the functions are ");
	for (size_t i = 0; (f = function_at(i)); i++) {
		strbuf_addf(&all, "%s%s", i ? ", " : "", f->known.name);
		nearest_offer(&nearest, f->known.name);
	}
	for (size_t k = 0; k < e->facts->n_given; k++)
		nearest_offer(&nearest, e->facts->given[k].name);
	const char *thing = data_name_at(e, name, offset);
	return evaluation_fault(e, offset,
	                        thing ? arena_printf(e->arena, "write names of the data in quotes: \"%s\"", thing)
	                              : nearest_hint(e->arena, &nearest, all.s),
	                        "no function is called \"%s\"", name);
}
