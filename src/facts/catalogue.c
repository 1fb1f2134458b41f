#include "facts/catalogue.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/narrow.h"
#include "words/number.h"

struct shelf { /* things on their way into a list */
	const void **things;
	const char **ids, **names;
	size_t count;
};

static struct shelf shelf_for(const struct call *call, size_t most)
{
	struct arena *arena = call_arena(call);
	return (struct shelf){ .things = arena_alloc(arena, most + 1, sizeof(void *)),
		               .ids = arena_alloc(arena, most + 1, sizeof(char *)),
		               .names = arena_alloc(arena, most + 1, sizeof(char *)) };
}

static void put(struct shelf *shelf, const void *thing, const char *id, const char *name)
{
	shelf->things[shelf->count] = thing;
	shelf->ids[shelf->count] = id;
	shelf->names[shelf->count++] = name;
}

static bool give(struct call *call, enum name_kind kind, const struct shelf *shelf)
{
	return call_give_list(call, kind, shelf->things, shelf->count, shelf->ids, shelf->names);
}

/* ---- models and variants ---- */

bool catalogue_models(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	struct diags *diags = diags_new(call_arena(call));
	const struct organisation *maker = dataset_organisation(d, call->arguments[0].text, (struct place){ 0 }, diags);
	if (!maker)
		return call_pass_on(call, 1, NULL, diags);
	struct shelf shelf = shelf_for(call, d->n_models);
	for (size_t i = 0; i < d->n_models; i++)
		if (dataset_model_at(d, i)->own->organisation == maker && dataset_has_model(d, dataset_model_at(d, i)))
			put(&shelf, dataset_model_at(d, i), dataset_model_at(d, i)->id, dataset_model_at(d, i)->name);
	return give(call, NAME_MODEL, &shelf);
}

/* The name of a variant beside that of its model; the model's own where it has none. */
static const char *own_name(const struct variant *variant)
{
	return *variant->own->name ? variant->own->name : variant->model->name;
}

bool catalogue_variants(struct call *call)
{
	const struct variant *variant;
	if (!call_variant(call, 1, &variant))
		return false;
	const struct dataset *d = call->evaluation->facts->dataset;
	const struct model *model = variant->model;
	struct shelf shelf = shelf_for(call, model->n_variants);
	for (size_t i = 0; i < model->n_variants; i++)
		if (*model_variant(model, i)->own->id && dataset_has_variant(d, model_variant(model, i)))
			put(&shelf, model_variant(model, i),
			    arena_printf(call_arena(call), "%s@%s", model->id, model_variant(model, i)->own->id),
			    model_variant(model, i)->own->name);
	return give(call, NAME_VARIANT, &shelf);
}

bool catalogue_variant(struct call *call)
{
	const struct variant *variant;
	if (!call_variant(call, 1, &variant))
		return false;
	return call_give_thing(call, NAME_VARIANT, variant,
	                       arena_printf(call_arena(call), "%s%s%s", variant->model->id,
	                                    *variant->own->id ? "@" : "", variant->own->id),
	                       own_name(variant));
}

bool catalogue_mode(struct call *call)
{
	const struct variant *variant;
	if (!call_variant(call, 1, &variant))
		return false;
	const struct variant_more *more = variant->own->more;
	const struct {
		const char *what, *text;
		enum word none;
	} asked[] = { { "mode", more->mode, WORD_FACT_NO_MODE },
		      { "effort", more->effort, WORD_FACT_NO_EFFORT },
		      { "tools", more->tools, WORD_FACT_NO_TOOLS },
		      { "scaffold", more->scaffold, WORD_FACT_NO_SCAFFOLD } };
	const char *what = call->n_arguments > 1 ? call->arguments[1].text : "mode";
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		if (str_eq(asked[i].what, what))
			return asked[i].text ? call_give_text(call, asked[i].text, asked[i].text)
			                     : call_undecided(call, asked[i].none, variant, NULL);
	return call_fault(call, 2, "ask for its \"effort\", \"tools\" or \"scaffold\"", "a variant has no \"%s\"",
	                  what);
}

/* ---- benchmarks ---- */

static bool is_category(const struct dataset *d, const char *name)
{
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (str_eq(d->benchmarks[i]->category, name))
			return true;
	return false;
}

/* By index: whether it has a value there. */
static bool *measured_on(struct call *call, const struct variant *variant)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	bool *on = arena_alloc(call_arena(call), d->n_benchmarks + 1, sizeof *on);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i) == variant && measurement_has_value(d, i))
			on[measurement_benchmark(d, i)->index] = true;
	return on;
}

static bool ask_model_or_category(struct call *call, const struct variant **variant)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const char *name = call->arguments[0].text;
	struct nearest nearest = nearest_to(name);
	*variant = dataset_variant(d, name, (struct place){ 0 }, NULL);
	for (size_t i = 0; i < d->n_benchmarks && !*variant; i++)
		if (d->benchmarks[i]->category)
			nearest_offer(&nearest, d->benchmarks[i]->category);
	for (size_t i = 0; i < d->n_models && !*variant; i++)
		nearest_offer_thing(&nearest, dataset_model_at(d, i)->id, dataset_model_at(d, i)->name,
		                    dataset_model_at(d, i)->own->more->aliases);
	return *variant || call_fault(call, 1, nearest_hint(call_arena(call), &nearest, NULL),
	                              "no %s and no category of benchmarks is called \"%s\"", d->said.one, name);
}

bool catalogue_benchmarks(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const char *of = call->arguments[0].text;
	const struct variant *variant = NULL;
	call_look_beyond(call);
	bool category = is_category(d, of);
	if (!category && !ask_model_or_category(call, &variant))
		return false;
	const bool *on = variant ? measured_on(call, variant) : NULL;
	struct shelf shelf = shelf_for(call, d->n_benchmarks);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (on ? on[i] : str_eq(d->benchmarks[i]->category, of) && dataset_has_benchmark(d, d->benchmarks[i]))
			put(&shelf, d->benchmarks[i], d->benchmarks[i]->id, d->benchmarks[i]->name);
	return give(call, NAME_BENCHMARK, &shelf);
}

bool catalogue_category(struct call *call)
{
	const struct benchmark *benchmark;
	if (!call_benchmark(call, 1, &benchmark))
		return false;
	return benchmark->category ? call_give_text(call, benchmark->category, benchmark->category)
	                           : call_undecided(call, WORD_FACT_NO_CATEGORY, NULL, benchmark);
}

bool catalogue_unit(struct call *call)
{
	const struct benchmark *benchmark;
	if (!call_benchmark(call, 1, &benchmark))
		return false;
	return call_give_text(call, benchmark->unit->name, benchmark->unit->name);
}
