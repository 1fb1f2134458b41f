#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <string.h>

struct source *build_source(struct build *b, struct place place)
{
	struct dataset *d = b->d;
	struct source *source = arena_alloc(b->arena, 1, sizeof *source);
	source->place = place;
	source->index = d->n_sources;
	d->sources = arena_grow(b->arena, d->sources, &b->sources_room, d->n_sources, sizeof *d->sources);
	d->sources[d->n_sources++] = source;
	return source;
}

static const struct model_more no_more_model = { 0 };
static const struct model_own unknown_model = { NULL, &no_more_model };

struct plain_organisation { /* and what its models share about which nothing else is written */
	struct organisation organisation;
	struct model_own own;
};

struct organisation *build_organisation(struct build *b, struct place place)
{
	struct dataset *d = b->d;
	struct plain_organisation *plain = arena_alloc(b->arena, 1, sizeof *plain);
	struct organisation *organisation = &plain->organisation;
	organisation->place = place;
	organisation->index = d->n_organisations;
	plain->own = (struct model_own){ organisation, &no_more_model };
	d->organisations = arena_grow(b->arena, d->organisations, &b->organisations_room, d->n_organisations,
	                              sizeof *d->organisations);
	d->organisations[d->n_organisations++] = organisation;
	return organisation;
}

static const struct variant_more no_more_variant = { 0 };
static const struct variant_own nameless = { "", "", &no_more_variant };

struct model *build_model_at(struct build *b, size_t i)
{
	return &b->d->model_blocks[i / DATASET_BLOCK][i % DATASET_BLOCK];
}

struct model *build_model(struct build *b)
{
	struct dataset *d = b->d;
	size_t block = d->n_models / DATASET_BLOCK;
	if (d->n_models % DATASET_BLOCK == 0) {
		d->model_blocks =
			arena_grow(b->arena, d->model_blocks, &b->model_blocks_room, block, sizeof *d->model_blocks);
		d->model_blocks[block] = arena_alloc(b->arena, DATASET_BLOCK, sizeof **d->model_blocks);
	}
	struct model *model = build_model_at(b, d->n_models);
	*model = (struct model){ .own = &unknown_model, .index = (uint32_t)d->n_models++ };
	return model;
}

static struct variant *new_variant(struct build *b)
{
	struct dataset *d = b->d;
	size_t block = d->n_variants / DATASET_BLOCK;
	if (d->n_variants % DATASET_BLOCK == 0) {
		d->variant_blocks = arena_grow(b->arena, d->variant_blocks, &b->variant_blocks_room, block,
		                               sizeof *d->variant_blocks);
		d->variant_blocks[block] = arena_alloc(b->arena, DATASET_BLOCK, sizeof **d->variant_blocks);
	}
	return &d->variant_blocks[block][d->n_variants % DATASET_BLOCK];
}

/* A model's list has room for 8, 64, ... variants: most have one, and need none. */
static bool is_full(size_t count)
{
	while (count && count % 8 == 0)
		count /= 8;
	return count == 1;
}

static void list_variant(struct build *b, struct model *model, struct variant *variant)
{
	size_t n = model->n_variants++;
	if (!n) {
		model->variants.only = variant;
		return;
	}
	if (is_full(n)) {
		struct variant **wider = arena_alloc(b->arena, 8 * n, sizeof *wider);
		for (size_t i = 0; i < n; i++)
			wider[i] = n == 1 ? model->variants.only : model->variants.all[i];
		model->variants.all = wider;
	}
	model->variants.all[n] = variant;
}

struct variant *build_variant(struct build *b, struct model *model)
{
	struct variant *variant = new_variant(b);
	*variant = (struct variant){ .model = model, .own = &nameless, .index = (uint32_t)b->d->n_variants++ };
	variant->is_default = !model->n_variants;
	list_variant(b, model, variant);
	return variant;
}

static struct variant_own *own_of(struct build *b, struct variant *variant)
{
	struct variant_own *own = arena_alloc(b->arena, 1, sizeof *own);
	*own = *variant->own;
	variant->own = own;
	return own;
}

void build_variant_call(struct build *b, struct variant *variant, const char *id, const char *name)
{
	struct variant_own *own = own_of(b, variant);
	own->id = id;
	own->name = name;
}

void build_variant_first(struct model *model, size_t i)
{
	struct variant **all = model->variants.all;
	const struct variant_own *first = i ? all[i]->own : NULL;
	for (; i > 0; i--)
		all[i]->own = i > 1 ? all[i - 1]->own : all[0]->own;
	if (first)
		all[0]->own = first;
}

struct model_more *build_model_more(struct build *b, struct model *model, struct place place)
{
	struct model_more *more = arena_alloc(b->arena, 1, sizeof *more);
	struct model_own *own = arena_alloc(b->arena, 1, sizeof *own);
	more->place = place;
	*own = (struct model_own){ model->own->organisation, more };
	model->own = own;
	return more;
}

void build_model_organisation(struct build *b, struct model *model, struct organisation *organisation)
{
	if (model->own->more == &no_more_model) {
		model->own = &((struct plain_organisation *)organisation)->own;
		return;
	}
	struct model_own *own = arena_alloc(b->arena, 1, sizeof *own);
	*own = (struct model_own){ organisation, model->own->more };
	model->own = own;
}

struct variant_more *build_variant_more(struct build *b, struct variant *variant, struct place place)
{
	struct variant_more *more = arena_alloc(b->arena, 1, sizeof *more);
	more->place = place;
	own_of(b, variant)->more = more;
	return more;
}

struct benchmark *build_benchmark(struct build *b, struct place place)
{
	struct dataset *d = b->d;
	struct benchmark *benchmark = arena_alloc(b->arena, 1, sizeof *benchmark);
	*benchmark = (struct benchmark){ .unit = &unit_score,
		                         .direction = DIRECTION_UNKNOWN,
		                         .zero = true,
		                         .place = place,
		                         .index = d->n_benchmarks };
	d->benchmarks =
		arena_grow(b->arena, d->benchmarks, &b->benchmarks_room, d->n_benchmarks, sizeof(*d->benchmarks));
	d->benchmarks[d->n_benchmarks++] = benchmark;
	return benchmark;
}

struct arena *build_row_arena(struct build *b)
{
	enum { MOST = 1 << 20 };
	if (arena_used(b->rows) > MOST) {
		arena_free(b->rows);
		b->rows = arena_new_below(b->scratch);
	}
	return b->rows;
}

struct known { /* whose a name is, for messages */
	const char *kind, *id;
	struct place place;
};

static struct known known_of(enum name_kind kind, const void *thing)
{
	switch (kind) {
	case NAME_SOURCE: {
		const struct source *source = thing;
		return (struct known){ "source", source->id, source->place };
	}
	case NAME_ORGANISATION: {
		const struct organisation *organisation = thing;
		return (struct known){ "organisation", organisation->id, organisation->place };
	}
	case NAME_MODEL: {
		const struct model *model = thing;
		return (struct known){ "model", model->id, model->own->more->place };
	}
	case NAME_VARIANT: {
		const struct variant *variant = thing;
		return (struct known){ "variant", variant->own->id, variant->own->more->place };
	}
	case NAME_BENCHMARK: {
		const struct benchmark *benchmark = thing;
		return (struct known){ "benchmark", benchmark->id, benchmark->place };
	}
	}
	return (struct known){ 0 };
}

const char *build_where(struct arena *arena, struct place place)
{
	if (!place.file)
		return "";
	if (place.column < 0) {
		char letters[8];
		place_letters(-place.column, letters);
		return arena_printf(arena, " (%s!%s%d)", place.file, letters, place.line);
	}
	return place.line ? arena_printf(arena, " (%s:%d)", place.file, place.line)
	                  : arena_printf(arena, " (%s)", place.file);
}

static void clash(struct build *b, const char *name, enum name_kind kind, const void *other, struct place place)
{
	struct known known = known_of(kind, other);
	diag_add(b->diags, DIAG_ERROR, place, "a name can refer to one thing only: rename one of the two",
	         "the name \"%s\" already refers to the %s \"%s\"%s", name, known.kind, known.id,
	         build_where(b->arena, known.place));
}

/* ---- names ---- */

static void *source_at(const void *dataset, size_t i, const char **id)
{
	struct source *source = ((const struct dataset *)dataset)->sources[i];
	*id = source->id;
	return source;
}

static void *organisation_at(const void *dataset, size_t i, const char **id)
{
	struct organisation *organisation = ((const struct dataset *)dataset)->organisations[i];
	*id = organisation->id;
	return organisation;
}

static void *model_at(const void *dataset, size_t i, const char **id)
{
	struct model *model = &((const struct dataset *)dataset)->model_blocks[i / DATASET_BLOCK][i % DATASET_BLOCK];
	*id = model->id;
	return model;
}

/* A variant is found under its model's id and its own. */
static void *variant_at(const void *dataset, size_t i, const char **id)
{
	*id = NULL;
	return &((const struct dataset *)dataset)->variant_blocks[i / DATASET_BLOCK][i % DATASET_BLOCK];
}

static void *benchmark_at(const void *dataset, size_t i, const char **id)
{
	struct benchmark *benchmark = ((const struct dataset *)dataset)->benchmarks[i];
	*id = benchmark->id;
	return benchmark;
}

void build_no_names(struct build *b)
{
	static name_index_thing *const things[NAME_KINDS] = { [NAME_SOURCE] = source_at,
		                                              [NAME_ORGANISATION] = organisation_at,
		                                              [NAME_MODEL] = model_at,
		                                              [NAME_VARIANT] = variant_at,
		                                              [NAME_BENCHMARK] = benchmark_at };
	for (size_t i = 0; i < NAME_KINDS; i++)
		b->d->by_name[i] = name_index_new(b->arena, things[i], b->d);
}

static size_t index_of(enum name_kind kind, const void *thing)
{
	switch (kind) {
	case NAME_SOURCE:
		return ((const struct source *)thing)->index;
	case NAME_ORGANISATION:
		return ((const struct organisation *)thing)->index;
	case NAME_MODEL:
		return ((const struct model *)thing)->index;
	case NAME_VARIANT:
		return ((const struct variant *)thing)->index;
	case NAME_BENCHMARK:
		return ((const struct benchmark *)thing)->index;
	}
	return 0;
}

void *build_known(struct build *b, enum name_kind kind, const char *folded)
{
	return name_index_find(&b->d->by_name[kind], folded);
}

void *build_know(struct build *b, enum name_kind kind, const char *folded, void *thing)
{
	return name_index_put(&b->d->by_name[kind], folded, index_of(kind, thing));
}

void build_name(struct build *b, enum name_kind kind, const char *name, void *thing, struct place place)
{
	char *key = dataset_fold(b->arena, name);
	void *there = build_known(b, kind, key);
	if (there == thing) /* an id and a name may differ in case only */
		return;
	build_know(b, kind, key, thing);
	if (there) {
		clash(b, name, kind, there, place);
	} else if (kind == NAME_MODEL || kind == NAME_VARIANT) { /* "muse-spark" may be asked for as either */
		enum name_kind twin = kind == NAME_MODEL ? NAME_VARIANT : NAME_MODEL;
		void *other = build_known(b, twin, key);
		if (other)
			clash(b, name, twin, other, place);
	}
}

void build_names(struct build *b, enum name_kind kind, struct names names, void *thing, struct place place)
{
	for (size_t i = 0; i < names.count; i++)
		build_name(b, kind, names.items[i], thing, place);
}

static void variant_name(struct build *b, struct variant *variant, const char *name)
{
	char *key = arena_printf(b->arena, "%s@%s", variant->model->id, dataset_fold(b->arena, name));
	void *there = build_know(b, NAME_VARIANT, key, variant);
	if (there != variant)
		clash(b, name, NAME_VARIANT, there, variant->own->more->place);
}

void build_variant_names(struct build *b, struct model *model)
{
	for (size_t i = 0; i < model->n_variants; i++) {
		struct variant *variant = model->n_variants == 1 ? model->variants.only : model->variants.all[i];
		const struct variant_own *own = variant->own;
		if (!*own->id)
			continue;
		variant_name(b, variant, own->id);
		variant_name(b, variant, own->name);
		for (size_t k = 0; k < own->more->aliases.count; k++) {
			variant_name(b, variant, own->more->aliases.items[k]);
			build_name(b, NAME_VARIANT, own->more->aliases.items[k], variant, own->more->place);
		}
	}
}
