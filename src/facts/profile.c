#include "facts/profile.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/print.h"
#include "words/number.h"

/* The model of the first argument, or that of a variant. */
static bool ask(struct call *call, const struct model **model)
{
	const struct variant *variant;
	if (!call_variant(call, 1, &variant))
		return false;
	*model = variant->model;
	return true;
}

/* "Licence of Muse Spark: proprietary" */
static void step(struct call *call, const struct model *model, enum word what, const char *value)
{
	evaluation_step(call->evaluation,
	                words_fill(call_arena(call), call_language(call), WORD_FACT_SPEC, "what",
	                           words_get(call_language(call), what), "name", model->name, "value", value, NULL));
}

/* The data do not say it. */
static bool unknown(struct call *call, const struct model *model, enum word word)
{
	return call_undecided(call, word, model_variant(model, 0), NULL);
}

/* ---- texts ---- */

bool profile_publisher(struct call *call)
{
	const struct place nowhere = { 0 };
	const struct source *source =
		dataset_source(call->evaluation->facts->dataset, call->arguments[0].text, nowhere, NULL);
	const struct benchmark *benchmark = NULL;
	if (source)
		return source->publisher ? call_give_text(call, source->publisher, source->publisher)
		                         : call_undecided_on(call, WORD_FACT_NO_PUBLISHER, source);
	if (!call_benchmark(call, 1, &benchmark))
		return false;
	return benchmark->publisher ? call_give_text(call, benchmark->publisher, benchmark->publisher)
	                            : call_undecided(call, WORD_FACT_NO_PUBLISHER, NULL, benchmark);
}

bool profile_kind(struct call *call)
{
	const struct source *source;
	if (!call_source(call, 1, &source))
		return false;
	const char **kinds = arena_alloc(call_arena(call), SOURCE_UNKNOWN + 2, sizeof *kinds);
	for (int kind = 0; kind <= SOURCE_UNKNOWN; kind++)
		kinds[kind] = source_kind_word((enum source_kind)kind);
	return call_give_choice(call, kinds, kinds[source->kind], kinds[source->kind]);
}

bool profile_licence(struct call *call)
{
	const struct model *model;
	if (!ask(call, &model))
		return false;
	if (!model->own->more->licence)
		return unknown(call, model, WORD_FACT_NO_LICENCE);
	step(call, model, WORD_SPEC_LICENCE, model->own->more->licence);
	return call_give_text(call, model->own->more->licence, model->own->more->licence);
}

bool profile_released(struct call *call)
{
	const struct model *model;
	if (!ask(call, &model))
		return false;
	if (!model->own->more->released.year)
		return unknown(call, model, WORD_FACT_NO_RELEASE);
	step(call, model, WORD_SPEC_RELEASED,
	     words_date(call_arena(call), call_language(call), model->own->more->released));
	return call_give_date(call, model->own->more->released);
}

bool profile_maker(struct call *call)
{
	const struct model *model;
	if (!ask(call, &model))
		return false;
	const struct organisation *maker = model->own->organisation;
	if (!maker)
		return unknown(call, model, WORD_FACT_NO_MAKER);
	step(call, model, WORD_SPEC_MAKER, maker->name);
	return call_give_thing(call, NAME_ORGANISATION, maker, maker->id, maker->name);
}

static bool give_modalities(struct call *call, bool inputs)
{
	const struct model *model;
	if (!ask(call, &model))
		return false;
	const struct names *names = inputs ? &model->own->more->inputs : &model->own->more->outputs;
	if (!names->count)
		return unknown(call, model, inputs ? WORD_FACT_NO_INPUTS : WORD_FACT_NO_OUTPUTS);
	struct strbuf text = strbuf_new(call_arena(call));
	for (size_t i = 0; i < names->count; i++)
		strbuf_addf(&text, "%s%s", i ? ", " : "", names->items[i]);
	const char *printed =
		words_list(call_arena(call), call_language(call), names->items, names->count, names->count);
	step(call, model, inputs ? WORD_SPEC_INPUTS : WORD_SPEC_OUTPUTS, printed);
	return call_give_text(call, text.s, printed);
}

bool profile_inputs(struct call *call)
{
	return give_modalities(call, true);
}

bool profile_outputs(struct call *call)
{
	return give_modalities(call, false);
}

/* ---- numbers ---- */

bool profile_context(struct call *call)
{
	const struct model *model;
	if (!ask(call, &model))
		return false;
	const struct quantity *q = &model->own->more->context;
	if (!q->text)
		return unknown(call, model, WORD_FACT_NO_CONTEXT);
	step(call, model, WORD_SPEC_CONTEXT, print_quantity(call_arena(call), call_language(call), q, &unit_tokens));
	return call_give_quantity(call, q, &unit_tokens);
}

static bool give_price(struct call *call, const struct model *model, const struct quantity *q)
{
	const struct unit *dollars = unit_find("usd");
	if (!q->text)
		return unknown(call, model, WORD_FACT_NO_PRICE);
	step(call, model, WORD_SPEC_PRICE,
	     print_price(call_arena(call), call_language(call), &model->own->more->price));
	return call_give_quantity(call, q, dollars);
}

bool profile_price(struct call *call)
{
	static const char *const choices[] = { "free", "paid", NULL };
	const struct model *model;
	if (!ask(call, &model))
		return false;
	const char *side = call->n_arguments > 1 ? call->arguments[1].text : NULL;
	if (side && !str_eq(side, "input") && !str_eq(side, "output"))
		return call_fault(call, 2, "it has one of \"input\" and one of \"output\"", "no price is called \"%s\"",
		                  side);
	if (side)
		return give_price(call, model,
		                  str_eq(side, "input") ? &model->own->more->price.input
		                                        : &model->own->more->price.output);
	const char *printed = print_price(call_arena(call), call_language(call), &model->own->more->price);
	if (!printed)
		return unknown(call, model, WORD_FACT_NO_PRICE);
	step(call, model, WORD_SPEC_PRICE, printed);
	return call_give_choice(call, choices, choices[!model->own->more->price.free], printed);
}

/* ---- what is known ---- */

bool profile_is_known(const struct model *model, const char *what, bool *known)
{
	const struct {
		const char *what;
		bool known;
	} asked[] = {
		{ "licence", model->own->more->licence != NULL },
		{ "released", model->own->more->released.year != 0 },
		{ "context", model->own->more->context.text != NULL },
		{ "maker", model->own->organisation != NULL },
		{ "inputs", model->own->more->inputs.count > 0 },
		{ "outputs", model->own->more->outputs.count > 0 },
		{ "price", model->own->more->price.free || model->own->more->price.input.text ||
		                   model->own->more->price.output.text },
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		*known = asked[i].known;
		if (str_eq(asked[i].what, what))
			return true;
	}
	return false;
}
