#include "data/alike.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/dataset.h"
#include "data/measurement.h"
#include "data/skeleton.h"

struct named { /* one of a kind, by its name or an alias */
	const char *name;
	const void *owner; /* whose own names may look alike */
	struct place place;
};

struct kind { /* things with names, and then their aliases */
	struct named (*at)(const struct kind *kind, size_t i, bool placed); /* placed: with its place */
	const struct dataset *dataset;
	const struct model *model; /* of variants */
	size_t count;
	struct named *aliases;
	size_t n_aliases, room;
};

static struct named named_at(const struct kind *k, size_t i, bool placed)
{
	return i < k->count ? k->at(k, i, placed) : k->aliases[i - k->count];
}

static void tell(const struct named *a, const struct named *b, bool same, struct diags *diags)
{
	uint32_t rune = skeleton_difference(a->name, b->name);
	const char *hint = "write it in one way, or declare the other as an alias";
	if (same)
		diag_add(diags, DIAG_ERROR, a->place, hint,
		         "\"%s\" is the same name as that of line %d, but for U+%04X: nobody can tell them apart",
		         a->name, b->place.line, (unsigned)rune);
	else
		diag_add(diags, DIAG_WARNING, a->place, hint, "\"%s\" looks like \"%s\" of line %d, but has U+%04X",
		         a->name, b->name, b->place.line, (unsigned)rune);
}

static void compare(struct arena *arena, const struct named *one, const struct named *other, struct diags *diags)
{
	bool plain = skeleton_is_plain(one->name);
	if (other->owner == one->owner || str_eq(other->name, one->name))
		return;
	tell(plain ? other : one, plain ? one : other,
	     str_eq(skeleton_of(arena, one->name, true), skeleton_of(arena, other->name, true)), diags);
}

static void check(struct arena *arena, const struct kind *k, struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	struct map seen = map_new(scratch); /* the first name that is not plain with each look */
	bool odd = false;
	for (size_t i = 0; i < k->count + k->n_aliases; i++) {
		struct named one = named_at(k, i, false);
		if (skeleton_is_plain(one.name))
			continue;
		const char *look = skeleton_of(scratch, one.name, false);
		struct named *kept = arena_alloc(scratch, 1, sizeof *kept);
		*kept = named_at(k, i, true);
		odd = true;
		if (!map_find(&seen, look))
			map_put(&seen, look, kept);
	}
	for (size_t i = 0; odd && i < k->count + k->n_aliases; i++) {
		struct arena *own = arena_new_below(scratch);
		const struct named *other = map_find(&seen, skeleton_of(own, named_at(k, i, false).name, false));
		if (other) {
			struct named one = named_at(k, i, true);
			compare(own, &one, other, diags);
		}
		arena_free(own);
	}
	arena_free(scratch);
}

static void add_aliases(struct arena *arena, struct kind *k, struct names aliases, const void *owner,
                        struct place place)
{
	for (size_t i = 0; i < aliases.count; i++) {
		k->aliases = arena_grow(arena, k->aliases, &k->room, k->n_aliases, sizeof *k->aliases);
		k->aliases[k->n_aliases++] = (struct named){ aliases.items[i], owner, place };
	}
}

/* ---- models and their variants ---- */

/* Where it is declared, or first measured: of a model that records name, nothing else is kept. */
static struct place model_place(const struct dataset *d, const struct model *model)
{
	if (model->own->more && model->own->more->place.file)
		return model->own->more->place;
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct variant *variant = measurement_variant(d, i);
		if (variant && variant->model == model)
			return measurement_place(d, i);
	}
	return place_file(NULL);
}

static struct named model_at(const struct kind *k, size_t i, bool placed)
{
	const struct model *m = dataset_model_at(k->dataset, i);
	return (struct named){ m->name, m, placed ? model_place(k->dataset, m) : place_file(NULL) };
}

static struct place variant_place(const struct dataset *d, const struct variant *v)
{
	if (v->own->more && v->own->more->place.file)
		return v->own->more->place;
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i) == v)
			return measurement_place(d, i);
	return place_file(NULL);
}

static struct named variant_at(const struct kind *k, size_t i, bool placed)
{
	const struct variant *v = model_variant(k->model, i);
	return (struct named){ v->own->name, v, placed ? variant_place(k->dataset, v) : place_file(NULL) };
}

static void check_variants(struct arena *arena, const struct dataset *d, const struct model *m, struct diags *diags)
{
	struct kind k = { .at = variant_at, .dataset = d, .model = m, .count = m->n_variants };
	for (size_t i = 0; i < m->n_variants; i++) {
		const struct variant *v = model_variant(m, i);
		if (v->own->more)
			add_aliases(arena, &k, v->own->more->aliases, v, v->own->more->place);
	}
	if (k.count + k.n_aliases > 1)
		check(arena, &k, diags);
}

static void check_models(struct arena *arena, const struct dataset *d, struct diags *diags)
{
	struct kind k = { .at = model_at, .dataset = d, .count = d->n_models };
	for (size_t i = 0; i < d->n_models; i++) {
		const struct model *m = dataset_model_at(d, i);
		if (m->own->more)
			add_aliases(arena, &k, m->own->more->aliases, m, m->own->more->place);
		check_variants(arena, d, m, diags);
	}
	check(arena, &k, diags);
}

/* ---- the others ---- */

static struct named benchmark_at(const struct kind *k, size_t i, bool placed)
{
	const struct benchmark *b = k->dataset->benchmarks[i];
	(void)placed;
	return (struct named){ b->name, b, b->place };
}

static struct named organisation_at(const struct kind *k, size_t i, bool placed)
{
	const struct organisation *o = k->dataset->organisations[i];
	(void)placed;
	return (struct named){ o->name, o, o->place };
}

static struct named source_at(const struct kind *k, size_t i, bool placed)
{
	const struct source *s = k->dataset->sources[i];
	(void)placed;
	return (struct named){ s->title, s, s->place };
}

void alike_check(struct arena *scratch, const struct dataset *d, struct diags *diags)
{
	struct kind benchmarks = { .at = benchmark_at, .dataset = d, .count = d->n_benchmarks },
		    organisations = { .at = organisation_at, .dataset = d, .count = d->n_organisations },
		    sources = { .at = source_at, .dataset = d, .count = d->n_sources };
	for (size_t i = 0; i < d->n_benchmarks; i++)
		add_aliases(scratch, &benchmarks, d->benchmarks[i]->aliases, d->benchmarks[i], d->benchmarks[i]->place);
	for (size_t i = 0; i < d->n_organisations; i++)
		add_aliases(scratch, &organisations, d->organisations[i]->aliases, d->organisations[i],
		            d->organisations[i]->place);
	check_models(scratch, d, diags);
	check(scratch, &benchmarks, diags);
	check(scratch, &organisations, diags);
	check(scratch, &sources, diags);
}
