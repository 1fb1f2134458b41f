#include "data/load.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/build.h"
#include "data/names.h"
#include "read/emit.h"
#include "read/read.h"

#include <string.h>

static const char *const root_keys[] = { "benchbrief",   "title",         "note",   "date",  "trust",
	                                 "sources",      "organisations", "models", "units", "benchmarks",
	                                 "measurements", "claims",        "pins" };
static const char *const suffixes[] = { ".json", ".yaml", ".yml", ".csv", ".tsv" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

struct roots {
	struct arena *arena;
	struct inputs *inputs;
	enum input_role role;
	const struct value **items;
	size_t count, room;
};

static bool has_suffix(const char *path)
{
	for (size_t i = 0; i < COUNT(suffixes); i++)
		if (str_eq(file_suffix(path), suffixes[i]))
			return true;
	return false;
}

static void read_one(struct roots *roots, const char *path, struct diags *diags)
{
	const struct value *root = read_file(roots->arena, roots->inputs, roots->role, path, diags);
	if (!root)
		return;
	roots->items = arena_grow(roots->arena, roots->items, &roots->room, roots->count, sizeof(*roots->items));
	roots->items[roots->count++] = root;
}

/* A dataset.yaml speaks for its whole folder: what lies beside it is its raw material. */
static void read_folder(struct roots *roots, const char *folder, struct diags *diags)
{
	size_t count, used = 0;
	inputs_name(roots->inputs, roots->role, folder);
	const char **paths = file_list(roots->arena, folder, &count, diags);
	if (!paths)
		return;
	for (size_t i = 0; i < count; i++)
		if (str_eq(file_name(paths[i]), "dataset.yaml")) {
			read_one(roots, paths[i], diags);
			return;
		}
	for (size_t i = 0; i < count; i++)
		if (has_suffix(paths[i])) {
			read_one(roots, paths[i], diags);
			used++;
		}
	if (!used)
		diag_add(diags, DIAG_ERROR, place_file(folder), "name a folder with .yaml, .json, .csv or .tsv files",
		         "there are no data in this folder");
}

const struct dataset *dataset_load(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const char *const *paths, size_t n_paths, struct diags *diags)
{
	struct roots roots = { .arena = arena, .inputs = inputs, .role = role };
	size_t faults = diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE);
	for (size_t i = 0; i < n_paths; i++) {
		if (!str_eq(paths[i], "-") && file_is_folder(paths[i]))
			read_folder(&roots, paths[i], diags);
		else
			read_one(&roots, paths[i], diags);
	}
	if (diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE) != faults)
		return NULL; /* what a file that cannot be read declares would be missed everywhere */
	return dataset_build(arena, roots.items, roots.count, diags);
}

static bool is_known(const char *key)
{
	for (size_t i = 0; i < COUNT(root_keys); i++)
		if (str_eq(key, root_keys[i]))
			return true;
	return false;
}

/* Whether the map is meant as a dataset at all: one known key is enough to name the others. */
static bool is_dataset(const struct value *root)
{
	for (size_t i = 0; i < root->count; i++)
		if (is_known(root->keys[i].text))
			return true;
	return root->count == 0;
}

static bool check_root(struct build *b, const struct value *root)
{
	struct schema s = { b->arena, b->diags, root, "dataset" };
	if (!is_dataset(root)) {
		diag_add(b->diags, DIAG_ERROR, root->place,
		         "a dataset has sources, models, benchmarks and measurements; plain records are a list",
		         "this is no dataset: it starts with \"%s\"", root->keys[0].text);
		return false;
	}
	schema_keys(&s, root_keys, COUNT(root_keys));
	const struct value *version = schema_at(&s, "benchbrief");
	if (version && !str_eq(version->text, "1"))
		schema_wrong(&s, "benchbrief", "this program reads format 1", "1");
	return true;
}

/* What a file's tree is: a dataset (a map), records (a list, seen through load_records_view), or NULL for neither. */
static const struct value *root_of(struct build *b, const struct value *root)
{
	if (root->kind == VALUE_LIST && emit_is_flattened(root)) {
		root = emit_unflatten(b->arena, root, b->diags);
		if (!root)
			return NULL;
	}
	if (root->kind == VALUE_MAP)
		return check_root(b, root) ? root : NULL;
	if (root->kind == VALUE_LIST)
		return load_records_view(b, root);
	diag_add(b->diags, DIAG_ERROR, root->place, "write a dataset (a map) or plain records (a list)",
	         root->kind == VALUE_MISSING ? "there are no data in this file"
	                                     : "this is neither a dataset nor records");
	return NULL;
}

static void note_declared(struct build *b, const struct value *root)
{
	b->declares[NAME_SOURCE] |= value_at(root, "sources") != NULL;
	b->declares[NAME_ORGANISATION] |= value_at(root, "organisations") != NULL;
	b->declares[NAME_MODEL] |= value_at(root, "models") != NULL;
	b->declares[NAME_BENCHMARK] |= value_at(root, "benchmarks") != NULL;
}

static void build_all(struct build *b, const struct value **roots, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (roots[i]->kind == VALUE_MAP)
			load_units(b, roots[i]);
	for (size_t i = 0; i < count; i++)
		if (roots[i]->kind == VALUE_MAP) {
			note_declared(b, roots[i]);
			load_names(b, roots[i]);
		}
	for (size_t i = 0; i < count; i++)
		if (roots[i]->kind == VALUE_MAP)
			load_models(b, roots[i]);
	for (size_t i = 0; i < count; i++)
		if (roots[i]->kind == VALUE_LIST)
			load_record_names(b, roots[i]);
	for (size_t i = 0; i < count; i++)
		load_measurements(b, roots[i]);
	for (size_t i = 0; i < count; i++)
		if (roots[i]->kind == VALUE_MAP)
			load_remarks(b, roots[i]);
	build_check(b);
}

/* The newest of the measurements' and sources' dates. */
static struct date newest(const struct dataset *d)
{
	struct date date = { 0 };
	for (size_t i = 0; i < d->n_measurements; i++)
		if (date_compare(d->measurements[i]->date, date) > 0)
			date = d->measurements[i]->date;
	for (size_t i = 0; i < d->n_sources; i++)
		if (date_compare(d->sources[i]->date, date) > 0)
			date = d->sources[i]->date;
	return date;
}

const struct dataset *dataset_build(struct arena *arena, const struct value *const *roots, size_t n_roots,
                                    struct diags *diags)
{
	size_t faults = diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE);
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	struct build b = { .arena = arena, .diags = diags, .d = d };
	b.headers = b.claims = b.said = map_new(arena);
	for (int i = 0; i < NAME_KINDS; i++)
		d->by_name[i] = b.spelled[i] = b.slugs[i] = map_new(arena);
	const struct value **usable = arena_alloc(arena, n_roots, sizeof *usable);
	size_t count = 0;
	for (size_t i = 0; i < n_roots; i++) {
		const struct value *root = root_of(&b, roots[i]);
		if (root)
			usable[count++] = root;
	}
	build_all(&b, usable, count);
	if (!d->date.year)
		d->date = newest(d);
	return diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE) == faults ? d : NULL;
}
