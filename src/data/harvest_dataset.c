/* What was gathered, as declarations and measurements of a dataset. */
#include "data/harvest.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/harvest_parts.h"
#include "data/names.h"
#include "data/pick.h"
#include "data/tree.h"

#include <stdint.h>
#include <string.h>

/* ---- names ---- */

/* Names that are taken, folded -> whose; an id is never somebody else's name. */
static const char *own_id(struct harvest *h, enum name_kind kind, struct map *taken, const char *name,
                          const void *whose)
{
	char *slug = dataset_slug(h->arena, name), *id = slug;
	if (!*slug)
		id = slug = arena_strdup(h->arena, "x");
	for (int i = 2;; i++) {
		char *fold = dataset_fold(h->b->scratch, id);
		if (!build_known(h->b, kind, fold) && map_put(taken, fold, (void *)(uintptr_t)whose) == whose)
			break;
		id = arena_printf(h->arena, "%s-%d", slug, i);
	}
	return id;
}

static void take(struct harvest *h, struct map *taken, const char *name, const void *whose)
{
	map_put(taken, dataset_fold(h->b->scratch, name), (void *)(uintptr_t)whose);
}

static const char *short_name(const struct reaped_model *m)
{
	const char *slash = m->first.hub || m->first.served ? strrchr(m->name, '/') : NULL;
	return slash && slash[1] ? slash + 1 : m->name;
}

static const char *maker(struct harvest *h, const struct reaped_model *m)
{
	const char *slash = m->first.hub ? strchr(m->name, '/') : NULL;
	if (m->first.organisation || !slash || slash == m->name)
		return m->first.organisation;
	return arena_strndup(h->arena, m->name, (size_t)(slash - m->name));
}

/* A model is shown by its short name unless another has the same one. '@' parts a model from its variant. */
static void name_models(struct harvest *h)
{
	struct map seen = map_new(h->b->scratch), taken = map_new(h->b->scratch);
	bool *twice = arena_alloc(h->b->scratch, h->n_models, sizeof *twice);
	for (size_t i = 0; i < h->n_models; i++) {
		char *fold = dataset_fold(h->b->scratch, short_name(&h->models[i]));
		const struct reaped_model *first = map_put(&seen, fold, &h->models[i]);
		twice[i] = first != &h->models[i];
		twice[first - h->models] |= twice[i];
	}
	for (size_t i = 0; i < h->n_models; i++) {
		struct reaped_model *m = &h->models[i];
		m->organisation = maker(h, m);
		m->shown = twice[i] ? m->name : short_name(m);
		take(h, &taken, m->shown, m);
		take(h, &taken, m->name, m);
	}
	for (size_t i = 0; i < h->n_models; i++) {
		struct map ids = map_new(h->b->scratch);
		struct reaped_model *m = &h->models[i];
		m->id = own_id(h, NAME_MODEL, &taken, m->shown, m);
		for (size_t v = 0; v < m->n_variants; v++)
			take(h, &ids, m->variants[v].name, &m->variants[v]);
		for (size_t v = 0; v < m->n_variants; v++)
			m->variants[v].id = own_id(h, NAME_VARIANT, &ids, m->variants[v].name, &m->variants[v]);
	}
}

/* What sets apart benchmarks of one name: the set, the version, the unit. */
static const char *full_name(struct harvest *h, const struct reaped_benchmark *b, bool sets, bool versions, bool units)
{
	const char *name = b->first.benchmark;
	if (sets && b->first.within)
		name = arena_printf(h->arena, "%s: %s", b->first.within, name);
	if (versions)
		name = b->first.version ? arena_printf(h->arena, "%s (version %s)", name, b->first.version)
		                        : arena_printf(h->arena, "%s (version not given)", name);
	return units && b->first.unit ? arena_printf(h->arena, "%s (%s)", name, b->first.unit) : name;
}

/* One note for all benchmarks that come in several versions. */
static void tell_versions(struct harvest *h, const struct reaped_benchmark *a, const struct reaped_benchmark *b,
                          size_t count)
{
	const char *one = a->first.version ? a->first.version : "one not given";
	const char *other = b->first.version ? b->first.version : "one not given";
	const char *more =
		count > 1 ? arena_printf(h->b->scratch, ", and so %s %zu more", count > 2 ? "are" : "is", count - 1)
			  : "";
	diag_add(h->b->diags, DIAG_NOTE, b->first.place, "each is a benchmark of its own, with its version in its name",
	         "%s is measured in different versions (%s; %s)%s", a->first.benchmark, one, other, more);
}

static void name_benchmarks(struct harvest *h)
{
	struct map first = map_new(h->b->scratch), taken = map_new(h->b->scratch);
	const struct reaped_benchmark *first_of_many = NULL, *other_version = NULL;
	size_t many = 0;
	bool *versions = arena_alloc(h->b->scratch, h->n_benchmarks, sizeof *versions);
	bool *units = arena_alloc(h->b->scratch, h->n_benchmarks, sizeof *units);
	bool *sets = arena_alloc(h->b->scratch, h->n_benchmarks, sizeof *sets);
	for (size_t i = 0; i < h->n_benchmarks; i++) {
		struct reaped_benchmark *b = &h->benchmarks[i];
		struct reaped_benchmark *a = map_put(&first, dataset_fold(h->b->scratch, b->first.benchmark), b);
		if (a != b && !str_eq(a->first.version, b->first.version)) {
			many += !versions[a - h->benchmarks];
			versions[a - h->benchmarks] = true;
			first_of_many = first_of_many ? first_of_many : a;
			other_version = other_version ? other_version : b;
		}
		units[a - h->benchmarks] |= a != b && !str_eq(a->first.unit, b->first.unit);
		sets[a - h->benchmarks] |= a != b && !str_eq(a->first.within, b->first.within);
	}
	if (many)
		tell_versions(h, first_of_many, other_version, many);
	for (size_t i = 0; i < h->n_benchmarks; i++) { /* the third of a kind learns from the first */
		struct reaped_benchmark *b = &h->benchmarks[i];
		struct reaped_benchmark *a = map_find(&first, dataset_fold(h->b->scratch, b->first.benchmark));
		b->shown =
			full_name(h, b, sets[a - h->benchmarks], versions[a - h->benchmarks], units[a - h->benchmarks]);
		take(h, &taken, b->shown, b);
	}
	for (size_t i = 0; i < h->n_benchmarks; i++) {
		struct reaped_benchmark *b = &h->benchmarks[i];
		b->id = own_id(h, NAME_BENCHMARK, &taken, b->shown, b);
	}
	for (size_t i = 0; i < h->n_benchmarks; i++) {
		struct reaped_benchmark *b = &h->benchmarks[i];
		char *fold = b->first.alias ? dataset_fold(h->b->scratch, b->first.alias) : NULL;
		if (fold && map_put(&taken, fold, b) == b && !str_eq(fold, dataset_fold(h->b->scratch, b->shown)))
			b->alias = b->first.alias;
	}
}

/* Files of one name in several folders are told apart by their paths. */
static void tell_sources_apart(struct harvest *h)
{
	struct map seen = map_new(h->b->scratch);
	bool *twice = arena_alloc(h->b->scratch, h->n_sources, sizeof *twice);
	for (size_t i = 0; i < h->n_sources; i++) {
		const struct reaped_source *first = map_put(&seen, h->sources[i].title, &h->sources[i]);
		twice[i] = first != &h->sources[i];
		twice[first - h->sources] |= twice[i];
	}
	for (size_t i = 0; i < h->n_sources; i++) {
		struct reaped_source *s = &h->sources[i];
		const char *name = s->file ? file_name(s->file) : "";
		if (twice[i] && s->file && str_ends(s->title, name))
			s->title = arena_printf(h->arena, "%.*s%s", (int)(strlen(s->title) - strlen(name)), s->title,
			                        s->file);
	}
}

static void name_sources(struct harvest *h)
{
	struct map taken = map_new(h->b->scratch);
	tell_sources_apart(h);
	for (size_t i = 0; i < h->n_sources; i++) {
		struct reaped_source *s = &h->sources[i];
		char *slug = dataset_slug(h->b->scratch, s->call);
		const struct source *known = dataset_source(h->b->d, slug, place_file(NULL), NULL);
		s->declared = known && str_eq(known->title, s->title) && map_put(&taken, slug, s) == s;
		s->id = s->declared ? known->id : own_id(h, NAME_SOURCE, &taken, s->call, s);
	}
}

/* What a dataset beside the files declares goes by its own id. */
static void find_declared(struct harvest *h)
{
	const struct dataset *d = h->b->d;
	for (size_t i = 0; i < h->n_models; i++) {
		const struct model *known = dataset_model(d, h->models[i].name, place_file(NULL), NULL);
		if (!known)
			known = dataset_model(d, h->models[i].shown, place_file(NULL), NULL);
		if (known) {
			h->models[i].id = known->id;
			h->models[i].shown = NULL;
		}
	}
	for (size_t i = 0; i < h->n_benchmarks; i++) {
		const struct benchmark *known = dataset_benchmark(d, h->benchmarks[i].shown, place_file(NULL), NULL);
		if (known) {
			h->benchmarks[i].id = known->id;
			h->benchmarks[i].shown = NULL;
		}
	}
}

/* ---- declarations ---- */

static void put_date(struct tree *tree, struct arena *arena, const char *key, struct date date)
{
	if (date.year)
		tree_put_text(tree, key, date_iso(arena, date));
}

static struct value placed(const struct tree *tree, struct place place)
{
	struct value map = tree_map(tree);
	map.place = place;
	return map;
}

static struct value source_tree(struct harvest *h, const struct reaped_source *s)
{
	struct tree tree = tree_new(h->arena);
	tree_put_text(&tree, "id", s->id);
	tree_put_text(&tree, "title", s->title);
	tree_put_text(&tree, "publisher", s->publisher);
	put_date(&tree, h->arena, "date", s->date);
	tree_put_text(&tree, "url", s->url);
	tree_put_text(&tree, "file", s->file);
	tree_put_text(&tree, "kind", source_kind_word(s->kind));
	if (s->sha256)
		tree_put_text(&tree, "note", arena_printf(h->arena, "SHA-256 %s", s->sha256));
	return placed(&tree, s->place);
}

static struct value variants_tree(struct harvest *h, const struct reaped_model *m)
{
	struct tree list = tree_new(h->arena);
	for (size_t i = 0; i < m->n_variants; i++) {
		const struct reaped_variant *v = &m->variants[i];
		struct tree tree = tree_new(h->arena);
		tree_put_text(&tree, "id", v->id);
		tree_put_text(&tree, "name", v->name);
		tree_put_text(&tree, "mode", v->mode);
		tree_put_text(&tree, "effort", v->effort);
		tree_put_text(&tree, "tools", v->tools);
		tree_put_text(&tree, "scaffold", v->scaffold);
		tree_put(&list, NULL, placed(&tree, m->first.place));
	}
	return tree_list(&list);
}

static void put_price(struct harvest *h, struct tree *tree, const struct result *r)
{
	struct tree price = tree_new(h->arena);
	double number;
	if (pick_is_number(r->price_input, &number) && number > 0)
		tree_put(&price, "input", *r->price_input);
	if (pick_is_number(r->price_output, &number) && number > 0)
		tree_put(&price, "output", *r->price_output);
	if (price.count)
		tree_put(tree, "price", placed(&price, r->place));
}

static struct value model_tree(struct harvest *h, const struct reaped_model *m, const char *organisation)
{
	struct tree tree = tree_new(h->arena), aliases = tree_new(h->arena);
	tree_put_text(&tree, "id", m->id);
	tree_put_text(&tree, "name", m->shown);
	tree_put_text(&tree, "organisation", organisation);
	if (!str_eq(dataset_fold(h->b->scratch, m->name), dataset_fold(h->b->scratch, m->shown))) {
		tree_put_text(&aliases, NULL, m->name);
		tree_put(&tree, "aliases", tree_list(&aliases));
	}
	put_date(&tree, h->arena, "released", m->first.released);
	tree_put_text(&tree, "licence", m->first.licence);
	put_price(h, &tree, &m->first);
	if (m->n_variants)
		tree_put(&tree, "variants", variants_tree(h, m));
	return placed(&tree, m->first.place);
}

/* Organisations and the models that they made. */
static void put_models(struct harvest *h, struct tree *root)
{
	struct tree organisations = tree_new(h->arena), models = tree_new(h->arena);
	struct map by_name = map_new(h->b->scratch), taken = map_new(h->b->scratch);
	for (size_t i = 0; i < h->n_models; i++)
		if (h->models[i].organisation) /* an id must not be another's name */
			take(h, &taken, h->models[i].organisation,
			     map_put(&by_name, dataset_fold(h->b->scratch, h->models[i].organisation), &h->models[i]));
	for (size_t i = 0; i < h->n_models; i++) {
		struct reaped_model *m = &h->models[i];
		const char *name = m->organisation;
		if (!m->shown)
			continue;
		const struct organisation *known =
			name ? dataset_organisation(h->b->d, name, place_file(NULL), NULL) : NULL;
		const struct reaped_model *first = name ? map_find(&by_name, dataset_fold(h->b->scratch, name)) : NULL;
		const char *id = known  ? known->id
		                 : name ? own_id(h, NAME_ORGANISATION, &taken, first->organisation, first)
		                        : NULL;
		if (name && !known && !map_find(&by_name, arena_printf(h->b->scratch, "%s\n", id))) {
			struct tree tree = tree_new(h->arena);
			map_put(&by_name, arena_printf(h->b->scratch, "%s\n", id), m);
			tree_put_text(&tree, "id", id);
			tree_put_text(&tree, "name", first->organisation);
			tree_put(&organisations, NULL, placed(&tree, m->first.place));
		}
		tree_put(&models, NULL, model_tree(h, m, id));
	}
	tree_put(root, "organisations", tree_list(&organisations));
	tree_put(root, "models", tree_list(&models));
}

/* Shares are fractions while none is above 1. */
static const char *unit_of(const struct reaped_benchmark *b)
{
	if (b->first.unit != unit_share)
		return b->first.unit;
	bool share = !b->valued || (b->least >= 0 && b->most <= 100);
	return !share ? unit_score.name : !b->valued || b->most <= 1 ? unit_fraction.name : unit_percent.name;
}

static void put_range(struct harvest *h, struct tree *tree, const struct reaped_benchmark *b)
{
	double low, high;
	struct tree range = tree_new(h->arena);
	if (!pick_is_number(b->first.low, &low) || !pick_is_number(b->first.high, &high) || low >= high || !b->valued ||
	    b->least < low || b->most > high)
		return;
	tree_put(&range, NULL, tree_number(h->arena, low));
	tree_put(&range, NULL, tree_number(h->arena, high));
	tree_put(tree, "range", tree_list(&range));
}

/* What nobody knows is declared, and prints as it stands. */
static void put_units(struct harvest *h, struct tree *root)
{
	struct tree units = tree_new(h->arena);
	struct map seen = map_new(h->b->scratch);
	for (size_t i = 0; i < h->n_benchmarks; i++) {
		const struct result *first = &h->benchmarks[i].first;
		const char *name = first->unit == unit_share ? NULL : first->unit;
		struct tree unit = tree_new(h->arena);
		if (!name || dataset_unit(h->b->d, name, place_file(NULL), NULL) ||
		    map_put(&seen, dataset_fold(h->b->scratch, name), h->benchmarks + i) != h->benchmarks + i)
			continue;
		tree_put_text(&unit, "name", name);
		tree_put(&units, NULL, placed(&unit, first->place));
	}
	if (units.count)
		tree_put(root, "units", tree_list(&units));
}

/* The id of the benchmark that this one is part of; NULL if no file has it, or several that differ and none has this
 * one's version. */
static const char *whole_of(const struct harvest *h, const struct reaped_benchmark *part)
{
	const struct reaped_benchmark *found = NULL;
	size_t count = 0;
	for (size_t i = 0; part->first.part_of && i < h->n_benchmarks; i++) {
		const struct reaped_benchmark *b = &h->benchmarks[i];
		if (b == part || !str_eq(b->first.benchmark, part->first.part_of))
			continue;
		if (str_eq(b->first.version, part->first.version))
			return b->id;
		found = b;
		count++;
	}
	return count == 1 ? found->id : NULL;
}

static struct value benchmark_tree(struct harvest *h, const struct reaped_benchmark *b)
{
	struct tree tree = tree_new(h->arena), aliases = tree_new(h->arena);
	const char *unit = unit_of(b);
	tree_put_text(&tree, "id", b->id);
	tree_put_text(&tree, "name", b->shown);
	if (b->alias) {
		tree_put_text(&aliases, NULL, b->alias);
		tree_put(&tree, "aliases", tree_list(&aliases));
	}
	tree_put_text(&tree, "version", b->first.version);
	tree_put_text(&tree, "category", b->first.category);
	tree_put_text(&tree, "what", b->first.what);
	tree_put_text(&tree, "unit", unit ? unit : unit_score.name);
	put_range(h, &tree, b);
	tree_put_text(&tree, "part_of", whole_of(h, b));
	if (b->first.directed || !unit)
		tree_put_text(
			&tree, "better",
			direction_words[b->contradicted || !b->first.directed ? DIRECTION_UNKNOWN : b->first.better]);
	return placed(&tree, b->first.place);
}

const struct value *harvest_declared(struct harvest *h)
{
	struct tree root = tree_new(h->arena), sources = tree_new(h->arena), benchmarks = tree_new(h->arena);
	harvest_settle(h);
	if (!h->n_results)
		return NULL;
	name_models(h);
	name_benchmarks(h);
	name_sources(h);
	find_declared(h);
	for (size_t i = 0; i < h->n_sources; i++)
		if (!h->sources[i].declared)
			tree_put(&sources, NULL, source_tree(h, &h->sources[i]));
	for (size_t i = 0; i < h->n_benchmarks; i++)
		if (h->benchmarks[i].shown)
			tree_put(&benchmarks, NULL, benchmark_tree(h, &h->benchmarks[i]));
	tree_put_text(&root, "subject", h->subject);
	put_units(h, &root);
	tree_put(&root, "sources", tree_list(&sources));
	put_models(h, &root);
	tree_put(&root, "benchmarks", tree_list(&benchmarks));
	struct value *whole = arena_alloc(h->arena, 1, sizeof *whole);
	*whole = tree_map(&root);
	return whole;
}

/* ---- measurements ---- */

static void put_value(struct tree *tree, const char *key, const struct value *value)
{
	struct value put = *value;
	if (put.kind == VALUE_STRING)
		put = tree_written(value->text);
	put.place = value->place;
	tree_put(tree, key, put);
}

/* Bounds around the value, or offsets from it; what is neither is left out and told. */
static void put_interval(struct harvest *h, struct tree *tree, const struct result *r)
{
	double value, low, high;
	if (r->ci && pick_is_number(r->ci, &high) && high >= 0)
		put_value(tree, "ci", r->ci);
	if (!pick_is_number(r->value, &value) || !pick_is_number(r->ci_low, &low) || !pick_is_number(r->ci_high, &high))
		return;
	bool bounds = low <= value && value <= high, offsets = low <= 0 && 0 <= high;
	if (!bounds && !offsets) {
		diag_add(h->b->diags, DIAG_WARNING, r->ci_low->place, NULL,
		         "the interval from %s to %s does not contain the value %s and is left out", r->ci_low->text,
		         r->ci_high->text, r->value->text);
		return;
	}
	put_value(tree, "ci_low", r->ci_low);
	put_value(tree, "ci_high", r->ci_high);
	tree_put_text(tree, "level", r->level);
}

static const char *note_of(struct harvest *h, const struct result *r)
{
	if (r->n <= 0 || r->of <= r->n)
		return r->note;
	const char *part = arena_printf(h->arena, "%ld of %ld samples", r->n, r->of);
	return r->note ? arena_printf(h->arena, "%s; %s", part, r->note) : part;
}

/* A few samples that failed do not make an estimate. */
static bool is_small_part(const struct result *r)
{
	static const double most = 0.9;
	return r->n > 0 && (double)r->n < most * (double)r->of;
}

static void put_status(struct tree *tree, const struct result *r, bool valued)
{
	if (r->unknown_zero)
		tree_put_text(tree, "status", status_word(STATUS_UNKNOWN_ZERO));
	else if (!valued)
		tree_put_text(tree, "status", status_word(STATUS_MISSING));
	else if (r->estimated || is_small_part(r))
		tree_put_text(tree, "status", status_word(STATUS_ESTIMATED));
}

static struct value measurement_tree(struct harvest *h, const struct reaped *reaped, const char *variant)
{
	const struct result *r = &reaped->r;
	struct tree tree = tree_new(h->b->rows);
	double se;
	bool valued = r->value->kind != VALUE_MISSING && !r->unknown_zero;
	tree_put_text(&tree, "model", h->models[reaped->model].id);
	tree_put_text(&tree, "variant", variant);
	tree_put_text(&tree, "benchmark", h->benchmarks[reaped->benchmark].id);
	tree_put_text(&tree, "source", h->sources[reaped->source].id);
	if (valued) {
		put_value(&tree, "value", r->value);
		if (pick_is_number(r->se, &se) && (se > 0 || (se == 0 && r->of <= r->n)))
			put_value(&tree, "se", r->se);
		put_interval(h, &tree, r);
		if (r->runs)
			tree_put(&tree, "runs", *r->runs);
	}
	if (r->n > 0)
		tree_put_number(&tree, "n", (double)r->n);
	put_date(&tree, h->b->rows, "date", r->date);
	tree_put_text(&tree, "measured", measured_word(r->measured));
	put_status(&tree, r, valued);
	tree_put_text(&tree, "note", note_of(h, r));
	return placed(&tree, r->value->place.file ? r->value->place : r->place);
}

/* The id under which the dataset knows a variant; made in a model that somebody else has declared. */
static const char *variant_id(struct harvest *h, const struct reaped *reaped)
{
	const struct reaped_model *m = &h->models[reaped->model];
	if (!reaped->variant)
		return NULL;
	const struct reaped_variant *v = &m->variants[reaped->variant - 1];
	const struct model *model = dataset_model(h->b->d, m->id, place_file(NULL), NULL);
	const struct variant *known = model ? dataset_variant_of(h->b->d, model, v->name) : NULL;
	if (!model || known)
		return known ? known->own->id : v->id;
	struct model *other = build_model_at(h->b, model->index);
	build_variant_call(h->b, build_variant(h->b, other), v->id, v->name);
	build_variant_names(h->b, other);
	return v->id;
}

/* What most models have a value on, of several one that is no part of another, the first; none where somebody has
 * declared benchmarks. */
static void choose_headline(struct harvest *h)
{
	size_t *counts = arena_alloc(h->b->scratch, h->n_benchmarks, sizeof *counts), most = 0;
	for (size_t i = 0; i < h->n_results; i++)
		counts[h->results[i].benchmark] += h->results[i].r.value->kind != VALUE_MISSING;
	for (size_t i = 0; i < h->n_benchmarks; i++)
		if (counts[i] > counts[most] ||
		    (counts[i] == counts[most] && whole_of(h, &h->benchmarks[most]) && !whole_of(h, &h->benchmarks[i])))
			most = i;
	if (h->n_results && !h->b->declares[NAME_BENCHMARK])
		h->b->d->headline = dataset_benchmark(h->b->d, h->benchmarks[most].id, place_file(NULL), NULL);
}

void harvest_load(struct harvest *h)
{
	choose_headline(h);
	for (size_t i = 0; i < h->n_results; i++) {
		build_row_arena(h->b);
		struct value map = measurement_tree(h, &h->results[i], variant_id(h, &h->results[i]));
		load_measurement(h->b, &map, FORM_DATASET, (struct spot){ 0 });
	}
}
