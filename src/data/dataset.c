#include "data/dataset.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <stdlib.h>
#include <string.h>

/* Comparisons of names for hints, over all errors: a few seconds of them would not make the hundredth hint useful. */
enum { COMPARISONS_MAX = 400000 };

/* What n bytes of name stand for, among the variants of a model or (NULL) among all. Names are looked up on several
 * threads at once, so no arena may be touched. */
static void *find_part(const struct name_index *names, const struct model *model, const char *name, size_t n)
{
	char small[256];
	size_t before = model ? strlen(model->id) + 1 : 0, room = before + n + 1;
	char *key = room <= sizeof small ? small : malloc(room);
	if (!key)
		return NULL;
	if (model) {
		memcpy(key, model->id, before - 1);
		key[before - 1] = '@';
	}
	dataset_fold_into(key + before, name, n);
	void *found = name_index_find(names, key);
	if (key != small)
		free(key);
	return found;
}

static void *find(const struct name_index *names, const char *name)
{
	return find_part(names, NULL, name, strlen(name));
}

const struct model *dataset_model_at(const struct dataset *d, size_t i)
{
	return &d->model_blocks[i / DATASET_BLOCK][i % DATASET_BLOCK];
}

const struct variant *dataset_variant_at(const struct dataset *d, size_t i)
{
	return &d->variant_blocks[i / DATASET_BLOCK][i % DATASET_BLOCK];
}

const struct variant *model_variant(const struct model *model, size_t i)
{
	return model->n_variants == 1 ? model->variants.only : model->variants.all[i];
}

static bool want_hints(const struct diags *diags, size_t n_names)
{
	return diags_count(diags, DIAG_ERROR) < COMPARISONS_MAX / (n_names + 1);
}

/* Reports an unknown name; nearest has what was offered. */
static void unknown(const char *kind, const char *name, const struct nearest *nearest, const char *otherwise,
                    struct place place, struct diags *diags)
{
	struct arena *scratch = arena_new_below(diags_arena(diags));
	const char *hint = nearest ? nearest_hint(scratch, nearest, otherwise) : NULL;
	diag_add(diags, DIAG_ERROR, place, hint, "no %s is called \"%s\"", kind, name);
	arena_free(scratch);
}

const struct source *dataset_source(const struct dataset *d, const char *name, struct place place, struct diags *diags)
{
	const struct source *found = find(&d->by_name[NAME_SOURCE], name);
	if (found || !diags)
		return found;
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < d->n_sources && want_hints(diags, d->n_sources); i++)
		nearest_offer_as(&nearest, d->sources[i]->title, d->sources[i]->id);
	unknown("source", name, &nearest, "declare it under sources", place, diags);
	return NULL;
}

const struct organisation *dataset_organisation(const struct dataset *d, const char *name, struct place place,
                                                struct diags *diags)
{
	const struct organisation *found = find(&d->by_name[NAME_ORGANISATION], name);
	if (found || !diags)
		return found;
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < d->n_organisations && want_hints(diags, d->n_organisations); i++) {
		const struct organisation *o = d->organisations[i];
		nearest_offer_thing(&nearest, o->id, o->name, o->aliases);
	}
	unknown("organisation", name, &nearest, "declare it under organisations, or as an alias of one", place, diags);
	return NULL;
}

static void unknown_model(const struct dataset *d, const char *name, struct place place, struct diags *diags)
{
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < d->n_models && want_hints(diags, d->n_models); i++) {
		const struct model *m = dataset_model_at(d, i);
		nearest_offer_thing(&nearest, m->id, m->name, m->own->more->aliases);
	}
	unknown(d->said.one, name, &nearest, "declare it under models, or as an alias of one", place, diags);
}

const struct model *dataset_model(const struct dataset *d, const char *name, struct place place, struct diags *diags)
{
	const struct model *found = find(&d->by_name[NAME_MODEL], name);
	if (!found && diags)
		unknown_model(d, name, place, diags);
	return found;
}

const struct variant *dataset_variant_of(const struct dataset *d, const struct model *model, const char *name)
{
	return find_part(&d->by_name[NAME_VARIANT], model, name, strlen(name));
}

static void unknown_variant(const struct dataset *d, const struct model *model, const char *name, struct place place,
                            struct diags *diags)
{
	struct arena *scratch = arena_new_below(diags_arena(diags));
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < model->n_variants && want_hints(diags, model->n_variants); i++) {
		const struct variant_own *own = model_variant(model, i)->own;
		if (*own->id)
			nearest_offer_thing(&nearest, own->id, own->name, own->more->aliases);
	}
	diag_add(diags, DIAG_ERROR, place,
	         nearest_hint(scratch, &nearest,
	                      arena_printf(scratch, "declare it under the %s's variants", d->said.one)),
	         "%s \"%s\" has no variant \"%s\"", d->said.one, model->name, name);
	arena_free(scratch);
}

/* "model@variant", parted at the last '@' that has a model before it. */
static const struct variant *split_variant(const struct dataset *d, const char *name, struct place place,
                                           struct diags *diags)
{
	const struct model *model = NULL;
	size_t at = strlen(name);
	while (!model && at-- > 0)
		if (name[at] == '@')
			model = find_part(&d->by_name[NAME_MODEL], NULL, name, at);
	if (model) {
		const struct variant *found = dataset_variant_of(d, model, name + at + 1);
		if (!found && diags)
			unknown_variant(d, model, name + at + 1, place, diags);
		return found;
	}
	size_t first = strcspn(name, "@");
	if (diags)
		unknown_model(d, first ? arena_strndup(diags_arena(diags), name, first) : name, place, diags);
	return NULL;
}

const struct variant *dataset_variant(const struct dataset *d, const char *name, struct place place,
                                      struct diags *diags)
{
	const struct model *model = dataset_model(d, name, place, NULL);
	if (model)
		return model_variant(model, 0);
	const struct variant *found = find(&d->by_name[NAME_VARIANT], name);
	if (found)
		return found;
	if (strchr(name, '@'))
		return split_variant(d, name, place, diags);
	if (diags)
		unknown_model(d, name, place, diags);
	return NULL;
}

const struct benchmark *dataset_benchmark(const struct dataset *d, const char *name, struct place place,
                                          struct diags *diags)
{
	const struct benchmark *found = find(&d->by_name[NAME_BENCHMARK], name);
	if (found || !diags)
		return found;
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < d->n_benchmarks && want_hints(diags, d->n_benchmarks); i++) {
		const struct benchmark *b = d->benchmarks[i];
		nearest_offer_thing(&nearest, b->id, b->name, b->aliases);
	}
	unknown("benchmark", name, &nearest, "declare it under benchmarks, or as an alias of one", place, diags);
	return NULL;
}

/* One of the dataset's own that goes by this name, or a built-in one. */
static const struct unit *known_unit(const struct dataset *d, const char *name)
{
	for (size_t i = 0; i < d->n_units; i++)
		if (unit_is_called(d->units[i], name))
			return d->units[i];
	return unit_find(name);
}

/* The built-in units by name, for who wrote something else. */
static char *units_listed(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; unit_at(i); i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "built in are ", unit_at(i)->name);
	strbuf_add(&b, "; declare others under units");
	return b.s;
}

static struct nearest nearest_units(const struct dataset *d, const char *name)
{
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < d->n_units; i++)
		nearest_offer(&nearest, d->units[i]->name);
	for (size_t i = 0; unit_at(i); i++)
		if (unit_at(i)->name[1]) /* anything of two letters is near "h" */
			nearest_offer(&nearest, unit_at(i)->name);
	return nearest;
}

bool dataset_unit_is_new(const struct dataset *d, const char *name)
{
	enum { SHORT = 2, LONGEST = 24 }; /* anything is near a short name; a unit is not a sentence */
	size_t runes = utf8_count(name);
	return !known_unit(d, name) && runes <= LONGEST && !strchr("0123456789", name[0]) && !strpbrk(name, "\n\r\t") &&
	       (runes <= SHORT || !nearest_units(d, name).count);
}

const struct unit *dataset_unit(const struct dataset *d, const char *name, struct place place, struct diags *diags)
{
	const struct unit *found = known_unit(d, name);
	if (found || !diags)
		return found;
	struct arena *scratch = arena_new_below(diags_arena(diags));
	struct nearest nearest = nearest_units(d, name);
	unknown("unit", name, &nearest, units_listed(scratch), place, diags);
	arena_free(scratch);
	return NULL;
}

const struct benchmark *benchmark_group(const struct benchmark *benchmark)
{
	return benchmark->unit == &unit_tokens ? NULL : benchmark->whole;
}

bool benchmark_alike(const struct benchmark *a, const struct benchmark *b)
{
	bool ranges = a->ranged && b->ranged && a->low == b->low && a->high == b->high;
	return a == b || (unit_same(a->unit, b->unit) && (a->unit->kind != UNIT_SCALE || ranges));
}

char *variant_ref(struct arena *arena, const struct variant *variant)
{
	if (variant->is_default)
		return arena_strdup(arena, variant->model->id);
	return arena_printf(arena, "%s@%s", variant->model->id, variant->own->id);
}

const char *variant_full_name(struct arena *arena, const struct variant *variant)
{
	if (variant->is_default)
		return variant->model->name;
	return arena_printf(arena, "%s %s", variant->model->name, variant->own->name);
}

int variant_compare_names(const struct variant *a, const struct variant *b)
{
	const char *after_a = a->is_default ? NULL : a->own->name, *after_b = b->is_default ? NULL : b->own->name;
	return dataset_fold_compare(a->model->name, after_a, b->model->name, after_b);
}

uint64_t variant_name_key(const struct variant *v, size_t skip)
{
	return dataset_fold_key(v->model->name, v->is_default ? NULL : v->own->name, skip);
}

const char *source_kind_word(enum source_kind kind)
{
	switch (kind) {
	case SOURCE_VENDOR:
		return "vendor";
	case SOURCE_INDEPENDENT:
		return "independent";
	case SOURCE_PRESS:
		return "press";
	case SOURCE_LEADERBOARD:
		return "leaderboard";
	case SOURCE_PAPER:
		return "paper";
	case SOURCE_RUN:
		return "run";
	case SOURCE_UNKNOWN:
		return "unknown";
	}
	return "";
}

const char *gender_word(enum gender gender)
{
	switch (gender) {
	case GENDER_UNKNOWN:
		break;
	case GENDER_MASCULINE:
		return "masculine";
	case GENDER_FEMININE:
		return "feminine";
	case GENDER_NEUTER:
		return "neuter";
	}
	return NULL;
}

const char *measured_word(enum measured measured)
{
	switch (measured) {
	case MEASURED_UNKNOWN:
		return "unknown";
	case MEASURED_FIRST_PARTY:
		return "first-party";
	case MEASURED_THIRD_PARTY:
		return "third-party";
	}
	return "";
}

const char *status_word(enum status status)
{
	switch (status) {
	case STATUS_OK:
		return "ok";
	case STATUS_MISSING:
		return "missing";
	case STATUS_ESTIMATED:
		return "estimated";
	case STATUS_UNKNOWN_ZERO:
		return "unknown-zero";
	case STATUS_AMBIGUOUS:
		return "ambiguous";
	}
	return "";
}

const char *convention_side_word(enum convention_side side)
{
	switch (side) {
	case SIDE_EITHER:
		return "either";
	case SIDE_BELOW:
		return "below";
	case SIDE_ABOVE:
		return "above";
	}
	return "";
}

const char *token_part_word(enum token_part part)
{
	switch (part) {
	case PART_INPUT:
		return "input";
	case PART_REASONING:
		return "reasoning";
	case PART_ANSWER:
		return "answer";
	}
	return "";
}
