#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

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

struct organisation *build_organisation(struct build *b, struct place place)
{
	struct dataset *d = b->d;
	struct organisation *organisation = arena_alloc(b->arena, 1, sizeof *organisation);
	organisation->place = place;
	organisation->index = d->n_organisations;
	d->organisations = arena_grow(b->arena, d->organisations, &b->organisations_room, d->n_organisations,
	                              sizeof *d->organisations);
	d->organisations[d->n_organisations++] = organisation;
	return organisation;
}

struct model *build_model(struct build *b, struct place place)
{
	struct dataset *d = b->d;
	struct model *model = arena_alloc(b->arena, 1, sizeof *model);
	model->place = place;
	model->index = d->n_models;
	d->models = arena_grow(b->arena, d->models, &b->models_room, d->n_models, sizeof *d->models);
	d->models[d->n_models++] = model;
	return model;
}

/* A model's variants have room for 1, 8, 64, ...: most have one, and there may be a million models. */
static bool is_full(size_t count)
{
	while (count && count % 8 == 0)
		count /= 8;
	return count <= 1;
}

struct variant *build_variant(struct build *b, struct model *model, struct place place)
{
	struct dataset *d = b->d;
	struct variant *variant = arena_alloc(b->arena, 1, sizeof *variant);
	*variant = (struct variant){ .model = model, .id = "", .name = "", .place = place, .index = d->n_variants };
	d->variants = arena_grow(b->arena, d->variants, &b->variants_room, d->n_variants, sizeof *d->variants);
	d->variants[d->n_variants++] = variant;
	if (is_full(model->n_variants)) {
		struct variant **wider =
			arena_alloc(b->arena, model->n_variants ? 8 * model->n_variants : 1, sizeof *wider);
		for (size_t i = 0; i < model->n_variants; i++)
			wider[i] = model->variants[i];
		model->variants = wider;
	}
	model->variants[model->n_variants++] = variant;
	return variant;
}

struct benchmark *build_benchmark(struct build *b, struct place place)
{
	struct dataset *d = b->d;
	struct benchmark *benchmark = arena_alloc(b->arena, 1, sizeof *benchmark);
	*benchmark = (struct benchmark){
		.unit = &unit_score, .better = BETTER_UNKNOWN, .zero = true, .place = place, .index = d->n_benchmarks
	};
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
		return (struct known){ "model", model->id, model->place };
	}
	case NAME_VARIANT: {
		const struct variant *variant = thing;
		return (struct known){ "variant", variant->id, variant->place };
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

void build_name(struct build *b, enum name_kind kind, const char *name, void *thing, struct place place)
{
	char *key = dataset_fold(b->arena, name);
	void *there = map_find(&b->d->by_name[kind], key);
	if (there == thing) /* an id and a name may differ in case only */
		return;
	map_put(&b->d->by_name[kind], key, thing);
	if (there) {
		clash(b, name, kind, there, place);
	} else if (kind == NAME_MODEL || kind == NAME_VARIANT) { /* "muse-spark" may be asked for as either */
		enum name_kind twin = kind == NAME_MODEL ? NAME_VARIANT : NAME_MODEL;
		void *other = map_find(&b->d->by_name[twin], key);
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
	void *there = map_put(&b->d->by_name[NAME_VARIANT], key, variant);
	if (there != variant)
		clash(b, name, NAME_VARIANT, there, variant->place);
}

void build_variant_names(struct build *b, struct variant *variant)
{
	variant_name(b, variant, variant->id);
	variant_name(b, variant, variant->name);
	for (size_t i = 0; i < variant->aliases.count; i++) {
		variant_name(b, variant, variant->aliases.items[i]);
		build_name(b, NAME_VARIANT, variant->aliases.items[i], variant, variant->place);
	}
}
