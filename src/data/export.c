#include "data/export.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/export_quick.h"
#include "data/measurement.h"
#include "data/spread.h"
#include "data/tree.h"

struct scope { /* what is exported, by index */
	bool whole;
	bool *sources, *organisations, *models, *benchmarks, *units;
};

/* True if unit is the other one or is converted through it. */
static bool rests_on(const struct unit *unit, const struct unit *other)
{
	return unit == other || str_eq(unit->base, other->name);
}

static void add_candidates(struct scope *scope, const struct dataset *d, size_t i)
{
	const struct variant *const *candidates;
	size_t count = measurement_candidates(d, i, &candidates);
	for (size_t k = 0; k < count; k++)
		scope->models[candidates[k]->model->index] = true;
}

static struct scope scope_of(struct arena *arena, const struct dataset *d, bool whole)
{
	struct scope scope = { .whole = whole };
	scope.sources = arena_alloc(arena, d->n_sources, sizeof *scope.sources);
	scope.organisations = arena_alloc(arena, d->n_organisations, sizeof *scope.organisations);
	scope.models = arena_alloc(arena, d->n_models, sizeof *scope.models);
	scope.benchmarks = arena_alloc(arena, d->n_benchmarks, sizeof *scope.benchmarks);
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct source *source = measurement_source(d, i);
		const struct variant *variant = measurement_variant(d, i);
		scope.benchmarks[measurement_benchmark(d, i)->index] = true;
		if (source)
			scope.sources[source->index] = true;
		if (variant)
			scope.models[variant->model->index] = true;
		else
			add_candidates(&scope, d, i);
	}
	scope.units = arena_alloc(arena, d->n_units, sizeof *scope.units);
	for (size_t i = 0; i < d->n_units; i++)
		for (size_t j = 0; j < d->n_benchmarks; j++)
			scope.units[i] |= scope.benchmarks[j] && rests_on(d->benchmarks[j]->unit, d->units[i]);
	for (size_t i = 0; i < d->n_models; i++) {
		const struct model *model = dataset_model_at(d, i);
		if (!scope.models[i])
			continue;
		if (model->own->organisation)
			scope.organisations[model->own->organisation->index] = true;
		for (size_t j = 0; j < model->own->more->price_sources.count; j++) {
			const struct source *source =
				dataset_source(d, model->own->more->price_sources.items[j], place_file(NULL), NULL);
			if (source)
				scope.sources[source->index] = true;
		}
	}
	return scope;
}

static void put_date(struct tree *tree, const char *key, struct date date)
{
	if (date.year)
		tree_put_text(tree, key, date_iso(tree->arena, date));
}

static void put_written(struct tree *tree, const char *key, struct quantity quantity)
{
	if (quantity.text)
		tree_put(tree, key, tree_written(quantity.text));
}

static void put_names(struct tree *tree, const char *key, struct names names)
{
	struct tree list = tree_new(tree->arena);
	for (size_t i = 0; i < names.count; i++)
		tree_put_text(&list, NULL, names.items[i]);
	if (list.count)
		tree_put(tree, key, tree_list(&list));
}

/* Puts the list unless it is empty. */
static void put_list(struct tree *tree, const char *key, const struct tree *list)
{
	if (list->count)
		tree_put(tree, key, tree_list(list));
}

static struct value source_map(struct arena *arena, const struct source *source)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "id", source->id);
	tree_put_text(&map, "title", source->title);
	tree_put_text(&map, "publisher", source->publisher);
	put_date(&map, "date", source->date);
	tree_put_text(&map, "url", source->url);
	tree_put_text(&map, "file", source->file);
	tree_put_text(&map, "kind", source_kind_word(source->kind));
	tree_put_text(&map, "note", source->note);
	return tree_map(&map);
}

static struct value organisation_map(struct arena *arena, const struct organisation *organisation)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "id", organisation->id);
	tree_put_text(&map, "name", organisation->name);
	put_names(&map, "aliases", organisation->aliases);
	return tree_map(&map);
}

static struct value variant_map(struct arena *arena, const struct variant *variant)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "id", variant->own->id);
	tree_put_text(&map, "name", variant->own->name);
	put_names(&map, "aliases", variant->own->more->aliases);
	tree_put_text(&map, "mode", variant->own->more->mode);
	tree_put_text(&map, "effort", variant->own->more->effort);
	tree_put_text(&map, "tools", variant->own->more->tools);
	tree_put_text(&map, "scaffold", variant->own->more->scaffold);
	tree_put_text(&map, "note", variant->own->more->note);
	return tree_map(&map);
}

static void put_price(struct tree *tree, const struct price *price)
{
	struct tree map = tree_new(tree->arena);
	if (!price->known)
		return;
	put_written(&map, "input", price->input);
	put_written(&map, "output", price->output);
	if (price->free)
		tree_put(&map, "free", tree_bool(true));
	tree_put_text(&map, "note", price->note);
	tree_put(tree, "price", tree_map(&map));
}

static struct value model_map(struct arena *arena, const struct model *model)
{
	struct tree map = tree_new(arena), variants = tree_new(arena);
	tree_put_text(&map, "id", model->id);
	tree_put_text(&map, "name", model->name);
	tree_put_text(&map, "organisation", model->own->organisation ? model->own->organisation->id : NULL);
	tree_put_text(&map, "family", model->own->more->family);
	put_names(&map, "aliases", model->own->more->aliases);
	put_date(&map, "released", model->own->more->released);
	tree_put_text(&map, "licence", model->own->more->licence);
	put_written(&map, "context", model->own->more->context);
	put_names(&map, "inputs", model->own->more->inputs);
	put_names(&map, "outputs", model->own->more->outputs);
	put_price(&map, &model->own->more->price);
	put_names(&map, "sources", model->own->more->price_sources);
	tree_put_text(&map, "note", model->own->more->note);
	tree_put_text(&map, "default", model_variant(model, 0)->own->id);
	for (size_t i = 0; i < model->n_variants; i++)
		if (*model_variant(model, i)->own->id)
			tree_put(&variants, NULL, variant_map(arena, model_variant(model, i)));
	put_list(&map, "variants", &variants);
	return tree_map(&map);
}

static struct value unit_map(struct arena *arena, const struct unit *unit)
{
	struct tree map = tree_new(arena), aliases = tree_new(arena);
	tree_put_text(&map, "name", unit->name);
	tree_put_text(&map, "one", unit->one);
	for (size_t i = 0; unit->aliases && unit->aliases[i]; i++)
		tree_put_text(&aliases, NULL, unit->aliases[i]);
	put_list(&map, "aliases", &aliases);
	tree_put_text(&map, "sign", unit->sign);
	if (unit->side == UNIT_BEFORE)
		tree_put_text(&map, "side", "before");
	if (!str_eq(unit->base, unit->name)) {
		tree_put_text(&map, "base", unit->base);
		tree_put_number(&map, "scale", unit->scale);
	}
	tree_put(&map, "zero", tree_bool(unit->zero));
	tree_put_text(&map, "better", direction_words[unit->direction]);
	return tree_map(&map);
}

static struct value benchmark_map(struct arena *arena, const struct benchmark *benchmark)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "id", benchmark->id);
	tree_put_text(&map, "name", benchmark->name);
	if (!str_eq(benchmark->brief, benchmark->name))
		tree_put_text(&map, "brief", benchmark->brief);
	put_names(&map, "aliases", benchmark->aliases);
	tree_put_text(&map, "version", benchmark->version);
	tree_put_text(&map, "category", benchmark->category);
	tree_put_text(&map, "publisher", benchmark->publisher);
	tree_put_text(&map, "what", benchmark->what);
	tree_put_text(&map, "unit", benchmark->unit->name);
	if (benchmark->ranged) {
		struct tree range = tree_new(arena);
		tree_put_number(&range, NULL, benchmark->low);
		tree_put_number(&range, NULL, benchmark->high);
		put_list(&map, "range", &range);
	}
	if (benchmark->direction_from > DIRECTION_FROM_UNIT)
		tree_put_text(&map, "better", direction_words[benchmark->direction]);
	if (benchmark->zero != benchmark->unit->zero)
		tree_put(&map, "zero", tree_bool(benchmark->zero));
	tree_put_text(&map, "part_of", benchmark->part_of);
	if (benchmark->part_of && benchmark->unit == &unit_tokens)
		tree_put_text(&map, "part", token_part_word(benchmark->part));
	tree_put_text(&map, "note", benchmark->note);
	return tree_map(&map);
}

static void put_interval(struct tree *map, const struct measurement *m)
{
	struct tree ci = tree_new(map->arena);
	if (m->has_se)
		tree_put_number(map, "se", m->se);
	if (!m->has_interval || m->interval_from_se)
		return;
	tree_put_number(&ci, NULL, m->low);
	tree_put_number(&ci, NULL, m->high);
	tree_put(map, "ci", tree_list(&ci));
	if (m->level != 95)
		tree_put_number(map, "level", m->level);
}

static struct value measurement_map(struct arena *arena, const struct measurement *m)
{
	struct tree map = tree_new(arena), candidates = tree_new(arena);
	if (m->variant)
		tree_put_text(&map, "model", export_quick_ref(arena, m->variant, m->variant_stated));
	for (size_t i = 0; i < m->n_candidates; i++)
		tree_put_text(&candidates, NULL, variant_ref(arena, m->candidates[i]));
	put_list(&map, "candidates", &candidates);
	tree_put_text(&map, "benchmark", m->benchmark->id);
	put_written(&map, "value", m->value);
	if (m->status != STATUS_OK)
		tree_put_text(&map, "status", status_word(m->status));
	tree_put_text(&map, "source", m->source ? m->source->id : NULL);
	if (m->measured != MEASURED_UNKNOWN)
		tree_put_text(&map, "measured", measured_word(m->measured));
	put_interval(&map, m);
	if (m->n)
		tree_put_number(&map, "n", (double)m->n);
	spread_put(&map, m->spread, false);
	if (!m->source || date_compare(m->date, m->source->date) != 0)
		put_date(&map, "date", m->date);
	tree_put_text(&map, "note", m->note);
	return tree_map(&map);
}

static void put_tests(struct tree *of_claim, const struct claim *claim)
{
	struct tree list = tree_new(of_claim->arena);
	if (claim->n_parts == 1)
		tree_put_text(of_claim, "test", claim->parts[0].test);
	for (size_t i = 0; claim->n_parts > 1 && i < claim->n_parts; i++) {
		struct tree map = tree_new(of_claim->arena);
		tree_put_text(&map, "of", claim->parts[i].of);
		tree_put_text(&map, "test", claim->parts[i].test);
		tree_put(&list, NULL, tree_map(&map));
	}
	put_list(of_claim, "tests", &list);
}

static struct value claim_map(struct arena *arena, const struct claim *claim)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "id", claim->id);
	tree_put_text(&map, "text", claim->text);
	tree_put_text(&map, "source", claim->source ? claim->source->id : NULL);
	put_tests(&map, claim);
	tree_put_text(&map, "note", claim->note);
	return tree_map(&map);
}

static struct value matter_map(struct arena *arena, const struct matter *matter)
{
	struct tree map = tree_new(arena), claims = tree_new(arena);
	tree_put_text(&map, "id", matter->id);
	tree_put_text(&map, "about", matter->about);
	for (size_t i = 0; i < matter->n_claims; i++)
		tree_put_text(&claims, NULL, matter->claims[i]->id);
	put_list(&map, "claims", &claims);
	tree_put_text(&map, "note", matter->note);
	return tree_map(&map);
}

static struct value convention_map(struct arena *arena, const struct convention *convention)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "id", convention->id);
	tree_put_number(&map, "within", convention->within);
	if (convention->side != SIDE_EITHER)
		tree_put_text(&map, "side", convention_side_word(convention->side));
	tree_put_text(&map, "says", convention->says);
	return tree_map(&map);
}

static struct value pin_map(struct arena *arena, const struct pin *pin)
{
	struct tree map = tree_new(arena);
	tree_put_text(&map, "model", variant_ref(arena, pin->variant));
	tree_put_text(&map, "benchmark", pin->benchmark->id);
	tree_put_text(&map, "source", pin->source->id);
	tree_put_text(&map, "note", pin->note);
	return tree_map(&map);
}

static void put_trust(struct tree *root, const struct dataset *d, const struct scope *scope)
{
	struct tree trust = tree_new(root->arena);
	for (size_t i = 0; i < d->n_trust; i++)
		if (scope->whole || scope->sources[d->trust[i]->index])
			tree_put_text(&trust, NULL, d->trust[i]->id);
	put_list(root, "trust", &trust);
}

/* Long lists: their maps are made one at a time, while they are written. */
struct listed {
	const struct dataset *dataset;
	const struct export_quick *quick;
	const uint32_t *indices; /* of models */
};

static struct value listed_model(const void *closure, struct arena *arena, size_t i)
{
	const struct listed *listed = closure;
	return model_map(arena, dataset_model_at(listed->dataset, listed->indices[i]));
}

static struct value listed_measurement(const void *closure, struct arena *arena, size_t i)
{
	const struct listed *listed = closure;
	return measurement_map(arena, measurement_at(arena, listed->dataset, i));
}

static const char *first_of_model(const void *closure, struct arena *arena, size_t i)
{
	const struct listed *listed = closure;
	(void)arena;
	return dataset_model_at(listed->dataset, listed->indices[i])->id;
}

static const char *first_of_measurement(const void *closure, struct arena *arena, size_t i)
{
	const struct listed *listed = closure;
	const struct variant *variant = measurement_variant(listed->dataset, i);
	return variant ? export_quick_ref(arena, variant, measurement_stated(listed->dataset, i)) : "";
}

static bool yaml_of_model(const void *closure, struct strbuf *into, size_t i)
{
	const struct listed *listed = closure;
	return export_quick_model(into, dataset_model_at(listed->dataset, listed->indices[i]));
}

static bool yaml_of_measurement(const void *closure, struct strbuf *into, size_t i)
{
	const struct listed *listed = closure;
	return export_quick_measurement(listed->quick, into, i);
}

static void put_made(struct tree *root, const char *key, size_t count, const struct value_maker *maker)
{
	struct value_maker *kept = arena_alloc(root->arena, 1, sizeof *kept);
	*kept = *maker;
	if (count)
		tree_put(root, key, (struct value){ .kind = VALUE_LIST, .count = count, .maker = kept });
}

static void put_models(struct tree *root, const struct dataset *d, const struct scope *scope)
{
	struct listed *listed = arena_alloc(root->arena, 1, sizeof *listed);
	uint32_t *indices = arena_alloc(root->arena, d->n_models, sizeof *indices);
	size_t count = 0;
	for (size_t i = 0; i < d->n_models; i++)
		if (scope->whole || scope->models[i])
			indices[count++] = (uint32_t)i;
	*listed = (struct listed){ .dataset = d, .indices = indices };
	put_made(root, "models", count,
	         &(struct value_maker){ listed_model, listed, false, first_of_model, yaml_of_model });
}

static void put_measurements(struct tree *root, const struct dataset *d)
{
	struct listed *listed = arena_alloc(root->arena, 1, sizeof *listed);
	*listed = (struct listed){ .dataset = d, .quick = export_quick_of(root->arena, d) };
	put_made(root, "measurements", d->n_measurements,
	         &(struct value_maker){ listed_measurement, listed, false, first_of_measurement, yaml_of_measurement });
}

static void put_things(struct tree *root, const struct dataset *d, const struct scope *scope)
{
	struct arena *arena = root->arena;
	struct tree sources = tree_new(arena), organisations = tree_new(arena);
	struct tree benchmarks = tree_new(arena), units = tree_new(arena);
	for (size_t i = 0; i < d->n_sources; i++)
		if (scope->whole || scope->sources[i])
			tree_put(&sources, NULL, source_map(arena, d->sources[i]));
	for (size_t i = 0; i < d->n_organisations; i++)
		if (scope->whole || scope->organisations[i])
			tree_put(&organisations, NULL, organisation_map(arena, d->organisations[i]));
	for (size_t i = 0; i < d->n_units; i++)
		if (scope->whole || scope->units[i])
			tree_put(&units, NULL, unit_map(arena, d->units[i]));
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (scope->whole || scope->benchmarks[i])
			tree_put(&benchmarks, NULL, benchmark_map(arena, d->benchmarks[i]));
	put_list(root, "sources", &sources);
	put_list(root, "organisations", &organisations);
	put_models(root, d, scope);
	put_list(root, "units", &units);
	put_list(root, "benchmarks", &benchmarks);
}

static void put_subject(struct tree *root, const struct dataset *d)
{
	struct tree all = tree_new(root->arena);
	for (size_t i = 0; i < d->n_nouns; i++) {
		const struct noun *n = &d->nouns[i];
		struct tree own = tree_new(root->arena);
		tree_put_text(&own, "one", n->one);
		tree_put_text(&own, "many", n->many);
		tree_put_text(&own, "gender", gender_word(n->gender));
		struct value value = n->word ? tree_text(n->word) : tree_map(&own);
		if (!n->language)
			tree_put(root, "subject", value);
		else
			tree_put(&all, n->language, value);
	}
	if (all.count)
		tree_put(root, "subject", tree_map(&all));
}

static const struct value *export_scope(struct arena *arena, const struct dataset *d, bool whole)
{
	struct tree root = tree_new(arena);
	struct tree claims = tree_new(arena), disputes = tree_new(arena), conventions = tree_new(arena);
	struct tree pins = tree_new(arena), questions = tree_new(arena);
	struct scope scope = scope_of(arena, d, whole);
	tree_put_number(&root, "benchbrief", 1);
	if (whole) {
		tree_put_text(&root, "title", d->title);
		tree_put_text(&root, "note", d->note);
		put_date(&root, "date", d->date);
		put_subject(&root, d);
	}
	put_trust(&root, d, &scope);
	put_things(&root, d, &scope);
	for (size_t i = 0; whole && i < d->n_claims; i++)
		tree_put(&claims, NULL, claim_map(arena, d->claims[i]));
	for (size_t i = 0; whole && i < d->n_disputes; i++)
		tree_put(&disputes, NULL, matter_map(arena, d->disputes[i]));
	for (size_t i = 0; whole && i < d->n_questions; i++)
		tree_put(&questions, NULL, matter_map(arena, d->questions[i]));
	for (size_t i = 0; whole && i < d->n_conventions; i++)
		tree_put(&conventions, NULL, convention_map(arena, &d->conventions[i]));
	for (size_t i = 0; i < d->n_pins; i++)
		tree_put(&pins, NULL, pin_map(arena, &d->pins[i]));
	put_measurements(&root, d);
	put_list(&root, "claims", &claims);
	put_list(&root, "disputes", &disputes);
	put_list(&root, "questions", &questions);
	put_list(&root, "conventions", &conventions);
	put_list(&root, "pins", &pins);
	struct value *value = arena_alloc(arena, 1, sizeof *value);
	*value = tree_map(&root);
	return value;
}

const struct value *export_dataset(struct arena *arena, const struct dataset *dataset)
{
	return export_scope(arena, dataset, true);
}

const struct value *export_used(struct arena *arena, const struct dataset *dataset)
{
	return export_scope(arena, dataset, false);
}
