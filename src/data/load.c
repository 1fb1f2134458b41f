#include "data/load.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/import.h"
#include "data/names.h"
#include "read/emit.h"
#include "read/read.h"

#include <string.h>

static const char *const suffixes[] = { ".json", ".yaml", ".yml", ".csv", ".tsv" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

struct documents {
	struct arena *arena, *scratch;
	struct inputs *inputs;
	enum input_role role;
	struct document *items;
	size_t count, room;
};

static bool has_suffix(const char *path)
{
	for (size_t i = 0; i < COUNT(suffixes); i++)
		if (str_eq(file_suffix(path), suffixes[i]))
			return true;
	return false;
}

/* As a table if it is one and its format takes tables. */
static bool read_document(struct documents *documents, const struct input *input, struct document *document,
                          struct diags *diags)
{
	struct bytes b = input->bytes;
	enum read_format format = read_format_of(input->path, b.data, b.size);
	size_t faults = diags_count(diags, DIAG_ERROR);
	if (!read_clean(input->path, &b, diags))
		return false;
	if (format != READ_YAML)
		document->table =
			table_read(documents->scratch, documents->arena, format, input->path, b.data, b.size, diags);
	if (diags_count(diags, DIAG_ERROR) != faults)
		return false;
	if (document->table && !import_find(document)->tree)
		return true;
	document->table = NULL;
	document->tree = read_bytes(documents->arena, format, input->path, b.data, b.size, diags);
	return document->tree != NULL;
}

static void read_one(struct documents *documents, const char *path, struct diags *diags)
{
	const struct input *input = inputs_read(documents->inputs, documents->role, path, READ_BYTES_MAX, diags);
	struct document document = { 0 };
	if (!input || !read_document(documents, input, &document, diags))
		return;
	documents->items = arena_grow(documents->scratch, documents->items, &documents->room, documents->count,
	                              sizeof(*documents->items));
	documents->items[documents->count++] = document;
}

/* A dataset.yaml speaks for its whole folder: what lies beside it is its raw material. */
static void read_folder(struct documents *documents, const char *folder, struct diags *diags)
{
	size_t count, used = 0;
	inputs_name(documents->inputs, documents->role, folder);
	const char **paths = file_list(documents->arena, folder, &count, diags);
	if (!paths)
		return;
	for (size_t i = 0; i < count; i++)
		if (str_eq(file_name(paths[i]), "dataset.yaml")) {
			read_one(documents, paths[i], diags);
			return;
		}
	for (size_t i = 0; i < count; i++)
		if (has_suffix(paths[i])) {
			read_one(documents, paths[i], diags);
			used++;
		}
	if (!used)
		diag_add(diags, DIAG_ERROR, place_file(folder), "name a folder with .yaml, .json, .csv or .tsv files",
		         "there are no data in this folder");
}

static void note_declared(struct build *b, const struct value *root)
{
	b->declares[NAME_SOURCE] |= value_at(root, "sources") != NULL;
	b->declares[NAME_ORGANISATION] |= value_at(root, "organisations") != NULL;
	b->declares[NAME_MODEL] |= value_at(root, "models") != NULL;
	b->declares[NAME_BENCHMARK] |= value_at(root, "benchmarks") != NULL;
}

/* Names of all files come first, since any file may use those of any other. */
static void build_all(struct build *b, const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_units(b, parts[i].dataset);
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset) {
			note_declared(b, parts[i].dataset);
			load_names(b, parts[i].dataset);
		}
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_models(b, parts[i].dataset);
	for (size_t i = 0; i < count; i++)
		if (parts[i].records)
			load_record_names(b, parts[i].records);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].dataset)
			load_measurements(b, parts[i].dataset);
		if (parts[i].records)
			load_records(b, parts[i].records);
	}
	b->d->n_measurements = columns_count(b->d->columns);
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_remarks(b, parts[i].dataset);
	build_check(b);
}

/* The newest of the measurements' and sources' dates. */
static struct date newest(const struct dataset *d)
{
	struct date date = { 0 };
	size_t last = 0;
	for (size_t i = 1; i < d->n_measurements; i++)
		if (columns_date(d->columns, i) > columns_date(d->columns, last))
			last = i;
	if (d->n_measurements)
		date = columns_day(d->columns, last);
	for (size_t i = 0; i < d->n_sources; i++)
		if (date_compare(d->sources[i]->date, date) > 0)
			date = d->sources[i]->date;
	return date;
}

static size_t faults_of(const struct diags *diags)
{
	return diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE);
}

static const struct dataset *build_documents(struct arena *arena, struct arena *scratch,
                                             const struct document *documents, size_t count, struct diags *diags)
{
	size_t faults = faults_of(diags);
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	struct build b = {
		.arena = arena, .scratch = scratch, .rows = arena_new_below(scratch), .diags = diags, .d = d
	};
	struct part *parts = arena_alloc(scratch, count, sizeof *parts);
	b.headers = b.claims = b.said = map_new(scratch);
	d->columns = columns_new(arena);
	for (int i = 0; i < NAME_KINDS; i++)
		d->by_name[i] = map_new(arena);
	for (size_t i = 0; i < count; i++) {
		const struct import *import = import_of(&b, &documents[i]);
		if (import)
			parts[i] = import->convert(&b, &documents[i]);
	}
	build_all(&b, parts, count);
	if (!d->date.year)
		d->date = newest(d);
	return faults_of(diags) == faults ? d : NULL;
}

const struct dataset *dataset_load(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const char *const *paths, size_t n_paths, struct diags *diags)
{
	struct documents documents = {
		.arena = arena, .scratch = arena_new_below(arena), .inputs = inputs, .role = role
	};
	size_t faults = faults_of(diags);
	for (size_t i = 0; i < n_paths; i++) {
		if (!str_eq(paths[i], "-") && file_is_folder(paths[i]))
			read_folder(&documents, paths[i], diags);
		else
			read_one(&documents, paths[i], diags);
	}
	const struct dataset *d = NULL;
	if (faults_of(diags) == faults) /* else what a file that cannot be read declares would be missed everywhere */
		d = build_documents(arena, documents.scratch, documents.items, documents.count, diags);
	arena_free(documents.scratch);
	return d;
}

const struct dataset *dataset_build(struct arena *arena, const struct value *const *roots, size_t n_roots,
                                    struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	struct document *documents = arena_alloc(scratch, n_roots, sizeof *documents);
	for (size_t i = 0; i < n_roots; i++)
		documents[i].tree = roots[i];
	const struct dataset *d = build_documents(arena, scratch, documents, n_roots, diags);
	arena_free(scratch);
	return d;
}
