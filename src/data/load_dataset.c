/* A dataset file's declarations: sources, organisations, models with their variants, benchmarks. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"

static const char *const source_keys[] = { "id", "title", "publisher", "date", "url", "file", "kind", "note" };
static const char *const source_kinds[] = {
	"vendor", "independent", "press", "leaderboard", "paper", "run", "unknown"
};
static const char *const organisation_keys[] = { "id", "name", "aliases" };
static const char *const model_keys[] = { "id",       "name",    "organisation", "family",  "aliases",
	                                  "released", "licence", "context",      "inputs",  "outputs",
	                                  "price",    "sources", "note",         "default", "variants" };
static const char *const price_keys[] = { "input", "output", "free", "note" };
static const char *const variant_keys[] = { "id", "name", "aliases", "mode", "effort", "tools", "scaffold", "note" };
static const char *const benchmark_keys[] = { "id",       "name",      "brief", "aliases", "version",
	                                      "category", "publisher", "what",  "unit",    "range",
	                                      "better",   "zero",      "note",  "part_of", "part" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The list under key of a file's root, each item with its reader. */
static void each(struct build *b, const struct value *root, const char *key, const char *what,
                 void (*load)(struct build *b, struct schema *s))
{
	struct schema file = { b->arena, b->diags, root, "dataset" };
	const struct value *list = schema_list(&file, key);
	for (size_t i = 0; list && i < list->count; i++) {
		struct schema s;
		if (schema_open(&s, b->arena, b->diags, &list->items[i], what))
			load(b, &s);
	}
}

static void load_source(struct build *b, struct schema *s)
{
	int kind = SOURCE_UNKNOWN;
	schema_keys(s, source_keys, COUNT(source_keys));
	const char *id = schema_id(s), *title = schema_text(s, "title", REQUIRED);
	schema_word(s, "kind", REQUIRED, source_kinds, COUNT(source_kinds), &kind);
	struct source *source = build_source(b, s->map->place);
	source->id = id ? id : "";
	source->title = title ? title : source->id;
	source->publisher = schema_text(s, "publisher", OPTIONAL);
	source->date = schema_date(s, "date");
	source->url = schema_text(s, "url", OPTIONAL);
	source->file = schema_text(s, "file", OPTIONAL);
	source->note = schema_text(s, "note", OPTIONAL);
	source->kind = (enum source_kind)kind;
	if (id) /* a title is not a name: two articles may share one */
		build_name(b, NAME_SOURCE, id, source, schema_place(s, "id"));
}

static void load_organisation(struct build *b, struct schema *s)
{
	schema_keys(s, organisation_keys, COUNT(organisation_keys));
	const char *id = schema_id(s), *name = schema_text(s, "name", REQUIRED);
	struct organisation *organisation = build_organisation(b, s->map->place);
	organisation->id = id ? id : "";
	organisation->name = name ? name : organisation->id;
	organisation->aliases = schema_names(s, "aliases");
	if (id)
		build_name(b, NAME_ORGANISATION, id, organisation, schema_place(s, "id"));
	if (name)
		build_name(b, NAME_ORGANISATION, name, organisation, schema_place(s, "name"));
	build_names(b, NAME_ORGANISATION, organisation->aliases, organisation, schema_place(s, "aliases"));
}

static void load_range(struct build *b, struct schema *s, struct benchmark *benchmark)
{
	const struct value *range = schema_list(s, "range");
	if (!range)
		return;
	struct quantity low, high;
	if (range->count != 2) {
		diag_add(b->diags, DIAG_ERROR, range->place, "write range: [0, 100]",
		         "a range needs two numbers, but there %s %zu", range->count == 1 ? "is" : "are", range->count);
	} else if (schema_value_quantity(s, &range->items[0], &low, NULL) &&
	           schema_value_quantity(s, &range->items[1], &high, NULL)) {
		benchmark->ranged = low.number < high.number;
		benchmark->low = low.number;
		benchmark->high = high.number;
		if (!benchmark->ranged)
			diag_add(b->diags, DIAG_ERROR, range->place, "write the lower end first",
			         "the range from %s to %s is empty", low.text, high.text);
	}
}

/* "part_of: mmlu": a task of a group; "part_of: index-tokens, part: reasoning": tokens of one part of a total. */
static void load_part(struct build *b, struct schema *s, struct benchmark *benchmark)
{
	static const char *const parts[] = { "input", "reasoning", "answer" };
	int part = 0;
	benchmark->part_of = schema_text(s, "part_of", OPTIONAL);
	bool tokens = benchmark->part_of && benchmark->unit == &unit_tokens;
	if (schema_word(s, "part", tokens ? REQUIRED : OPTIONAL, parts, COUNT(parts), &part))
		benchmark->part = (enum token_part)part;
	if (!benchmark->part_of && schema_at(s, "part"))
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "part"), "say of what with part_of",
		         "a part needs a total");
	if (benchmark->part_of && !tokens && schema_at(s, "part"))
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "part"), "leave it out: part_of is enough",
		         "only tokens have parts of a kind");
}

static const struct unit *load_unit_of(struct build *b, const struct schema *s)
{
	const char *name = schema_text(s, "unit", REQUIRED);
	return name ? load_unit_called(b, name, schema_place(s, "unit")) : NULL;
}

static void load_benchmark(struct build *b, struct schema *s)
{
	int better = DIRECTION_UNKNOWN;
	schema_keys(s, benchmark_keys, COUNT(benchmark_keys));
	const char *id = schema_id(s), *name = schema_text(s, "name", REQUIRED);
	const struct unit *unit = load_unit_of(b, s);
	bool declared = schema_word(s, "better", OPTIONAL, direction_words, DIRECTIONS, &better);
	struct benchmark *benchmark = build_benchmark(b, s->map->place);
	const char *brief = schema_text(s, "brief", OPTIONAL);
	benchmark->id = id ? id : "";
	benchmark->name = name ? name : benchmark->id;
	benchmark->brief = brief ? brief : benchmark->name;
	benchmark->aliases = schema_names(s, "aliases");
	benchmark->version = schema_text(s, "version", OPTIONAL);
	benchmark->category = schema_text(s, "category", OPTIONAL);
	benchmark->publisher = schema_text(s, "publisher", OPTIONAL);
	benchmark->what = schema_text(s, "what", OPTIONAL);
	benchmark->note = schema_text(s, "note", OPTIONAL);
	benchmark->unit = unit ? unit : &unit_score;
	benchmark->unit_declared = true;
	benchmark->direction = (enum direction)better;
	benchmark->direction_from = declared ? DIRECTION_FROM_DATA : DIRECTION_FROM_NOWHERE;
	benchmark->zero = schema_bool(s, "zero", benchmark->unit->zero);
	load_range(b, s, benchmark);
	load_part(b, s, benchmark);
	if (id)
		build_name(b, NAME_BENCHMARK, id, benchmark, schema_place(s, "id"));
	if (name)
		build_name(b, NAME_BENCHMARK, name, benchmark, schema_place(s, "name"));
	build_names(b, NAME_BENCHMARK, benchmark->aliases, benchmark, schema_place(s, "aliases"));
}

static void load_price(struct build *b, struct schema *of_model, struct price *into)
{
	struct schema s;
	const struct value *price = schema_at(of_model, "price");
	if (!price || !schema_open(&s, b->arena, b->diags, price, "price"))
		return;
	schema_keys(&s, price_keys, COUNT(price_keys));
	into->free = schema_bool(&s, "free", false);
	into->note = schema_text(&s, "note", OPTIONAL);
	schema_quantity(&s, "input", &into->input, NULL);
	schema_quantity(&s, "output", &into->output, NULL);
	into->known = into->free || into->input.text || into->output.text || into->note;
	if (into->free && (into->input.text || into->output.text))
		diag_add(b->diags, DIAG_ERROR, price->place, "give the prices or free: true",
		         "a free model has no price");
	if (into->input.number < 0 || into->output.number < 0)
		diag_add(b->diags, DIAG_ERROR, price->place, NULL, "a price cannot be negative");
}

static void load_variant(struct build *b, struct model *model, struct schema *s)
{
	schema_keys(s, variant_keys, COUNT(variant_keys));
	const char *id = schema_id(s), *name = schema_text(s, "name", OPTIONAL);
	struct variant *variant = build_variant(b, model);
	build_variant_call(b, variant, id ? id : "", name ? name : id ? id : "");
	struct variant_more *more = build_variant_more(b, variant, s->map->place);
	more->aliases = schema_names(s, "aliases");
	more->mode = schema_text(s, "mode", OPTIONAL);
	more->effort = schema_text(s, "effort", OPTIONAL);
	more->tools = schema_text(s, "tools", OPTIONAL);
	more->scaffold = schema_text(s, "scaffold", OPTIONAL);
	more->note = schema_text(s, "note", OPTIONAL);
}

static void choose_default(struct schema *s, struct model *model, const char *named)
{
	for (size_t i = 0; i < model->n_variants; i++)
		if (str_eq(model_variant(model, i)->own->id, named)) {
			build_variant_first(model, i);
			return;
		}
	schema_wrong(s, "default", "name the id of one of the model's variants, or leave it out", "a variant's id");
}

static void load_variants(struct build *b, struct schema *of_model, struct model *model)
{
	const char *named = schema_text(of_model, "default", OPTIONAL);
	if (!named)
		build_variant(b, model);
	const struct value *list = schema_list(of_model, "variants");
	for (size_t i = 0; list && i < list->count; i++) {
		struct schema s;
		if (schema_open(&s, b->arena, b->diags, &list->items[i], "variant"))
			load_variant(b, model, &s);
	}
	if (named)
		choose_default(of_model, model, named);
	if (!model->n_variants)
		build_variant(b, model);
	build_variant_names(b, model);
}

static void load_model_facts(struct build *b, struct schema *s, struct model_more *more)
{
	more->released = schema_date(s, "released");
	more->licence = schema_text(s, "licence", OPTIONAL);
	more->family = schema_text(s, "family", OPTIONAL);
	more->note = schema_text(s, "note", OPTIONAL);
	more->inputs = schema_names(s, "inputs");
	more->outputs = schema_names(s, "outputs");
	if (schema_quantity(s, "context", &more->context, NULL) && more->context.number <= 0)
		schema_wrong(s, "context", NULL, "a number of tokens");
	load_price(b, s, &more->price);
	more->price_sources = schema_names(s, "sources");
	for (size_t i = 0; i < more->price_sources.count; i++) {
		const struct source *source =
			dataset_source(b->d, more->price_sources.items[i], schema_place(s, "sources"), b->diags);
		if (source)
			more->price_sources.items[i] = source->id;
	}
}

static void load_maker(struct build *b, struct schema *s, struct model *model)
{
	const char *name = schema_text(s, "organisation", OPTIONAL);
	const struct organisation *maker =
		name ? dataset_organisation(b->d, name, schema_place(s, "organisation"), b->diags) : NULL;
	if (maker)
		build_model_organisation(b, model, b->d->organisations[maker->index]);
}

static void load_model(struct build *b, struct schema *s)
{
	if (build_join(b, s->map))
		return;
	schema_keys(s, model_keys, COUNT(model_keys));
	const char *id = schema_id(s), *name = schema_text(s, "name", REQUIRED);
	struct model *model = build_model(b);
	model->id = id ? id : "";
	model->name = name ? name : model->id;
	load_maker(b, s, model);
	struct model_more *more = build_model_more(b, model, s->map->place);
	more->aliases = schema_names(s, "aliases");
	if (id)
		build_name(b, NAME_MODEL, id, model, schema_place(s, "id"));
	if (name)
		build_name(b, NAME_MODEL, name, model, schema_place(s, "name"));
	build_names(b, NAME_MODEL, more->aliases, model, schema_place(s, "aliases"));
	load_model_facts(b, s, more);
	load_variants(b, s, model);
}

void load_names(struct build *b, const struct value *root)
{
	each(b, root, "sources", "source", load_source);
	each(b, root, "organisations", "organisation", load_organisation);
	each(b, root, "benchmarks", "benchmark", load_benchmark);
}

void load_models(struct build *b, const struct value *root)
{
	each(b, root, "models", "model", load_model);
}

void load_measurements(struct build *b, const struct value *root)
{
	struct schema file = { b->arena, b->diags, root, "dataset" };
	const struct value *list = schema_list(&file, "measurements");
	for (size_t i = 0; list && i < list->count; i++) {
		build_row_arena(b);
		load_measurement(b, &list->items[i], FORM_DATASET, (struct spot){ 0 });
	}
}
