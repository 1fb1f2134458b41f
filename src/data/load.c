#include "data/load.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/import.h"
#include "data/imports.h"
#include "data/measurement.h"
#include "data/names.h"
#include "data/query.h"
#include "read/archive.h"
#include "read/emit.h"
#include "read/read.h"
#include "read/recode.h"
#include "read/sheets.h"

#include <string.h>

static const char *const suffixes[] = { ".json", ".jsonl", ".ndjson", ".yaml", ".yml",
	                                ".csv",  ".tsv",   ".xlsx",   ".ods",  ".eval" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

struct documents {
	struct arena *arena, *scratch;
	struct inputs *inputs;
	enum input_role role;
	const struct import *from;  /* the format that the caller has named; NULL: the content tells */
	const struct feed *feed;    /* the one that is being read */
	struct sheet_choice choice; /* what of it */
	struct document *items;
	size_t count, room;
};

static bool has_suffix(const char *path)
{
	bool packed = str_ends(path, ".gz");
	size_t n = strlen(path) - (packed ? strlen(".gz") : 0);
	for (size_t i = 0; i < COUNT(suffixes); i++) {
		size_t m = strlen(suffixes[i]);
		if (packed ? n > m && memcmp(path + n - m, suffixes[i], m) == 0
		           : str_eq(file_suffix(path), suffixes[i]))
			return true;
	}
	return false;
}

/* As a tree without what its format never asks for, if that is known from the bytes alone. */
static const struct value *read_sparing(struct documents *documents, struct document *document, struct bytes b,
                                        struct diags *diags)
{
	const struct import *import = import_of_keys(b);
	struct diags *own = diags_new(documents->arena);
	if (!import || (document->import && document->import != import))
		return NULL;
	document->tree = read_json_without(documents->arena, document->path, b.data, b.size, import->skips, own);
	if (document->tree && import_find(document) == import)
		diags_append(diags, own);
	else
		document->tree = NULL;
	return document->tree;
}

static const struct value *rows_of(struct arena *arena, const struct table *table)
{
	struct value *list = arena_alloc(arena, 1, sizeof *list),
		     *rows = arena_alloc(arena, table->n_rows, sizeof *rows);
	for (size_t i = 0; i < table->n_rows; i++)
		rows[i] = *table_row(arena, table, i);
	*list = (struct value){ .kind = VALUE_LIST, .place = table->place, .count = table->n_rows, .items = rows };
	return list;
}

/* As a tree where its format takes nothing else. */
static bool take_table(struct documents *documents, struct document *document, struct table *table)
{
	document->table = table;
	if (table && import_find(document)->tree) {
		document->tree = rows_of(documents->arena, table);
		document->table = NULL;
	}
	return table != NULL;
}

/* The answer of a database. */
static bool read_answer(struct documents *documents, const struct input *input, const char *name,
                        struct document *document, struct diags *diags)
{
	document->path = name;
	document->bytes = input->bytes;
	document->place = place_file(name);
	return take_table(documents, document,
	                  table_read_commas(documents->scratch, documents->arena, name, input->bytes, diags));
}

/* One table of a workbook or a text that holds some. */
static bool read_sheet(struct documents *documents, const char *path, struct bytes bytes, struct document *document,
                       struct diags *diags)
{
	struct table *table = sheets_read(documents->scratch, documents->arena, path, bytes, &documents->choice, diags);
	document->import = documents->from;
	document->place = table ? table->place : document->place;
	return take_table(documents, document, table);
}

/* The one file that stands for an archive of a known format: *bytes becomes what it holds. */
static const struct import *unpack(struct documents *documents, const char *path, struct bytes *bytes,
                                   struct diags *diags)
{
	struct diags *own = diags_new(documents->scratch);
	struct archive *archive =
		archive_recognise(*bytes) ? archive_open(documents->scratch, path, *bytes, own) : NULL;
	const struct import *import;
	for (size_t i = 0; archive && (import = import_packed(i)); i++)
		if (archive_has(archive, import->member))
			return archive_read(archive, documents->arena, import->member, bytes, diags) ? import : NULL;
	return NULL;
}

/* A format of its own, or one that the caller has named and that is no table. */
static bool is_of_bytes(const struct documents *documents, struct bytes bytes)
{
	return documents->from ? documents->from->detect_bytes != NULL : import_of_bytes(bytes) != NULL;
}

static bool is_chosen(const struct sheet_choice *choice)
{
	return choice->sheet || choice->table || choice->range;
}

/* As a table if it is one and its format takes tables. */
static bool read_document(struct documents *documents, const struct input *input, struct document *document,
                          struct diags *diags)
{
	struct bytes b = input->bytes;
	document->path = input->path;
	document->bytes = b;
	document->place = place_file(input->path);
	const char *name = input->path;
	size_t faults = diags_count(diags, DIAG_ERROR);
	bool packed = !is_chosen(&documents->choice) && unpack(documents, input->path, &b, diags);
	bool book = !packed && sheets_is_book(b);
	if (diags_count(diags, DIAG_ERROR) != faults)
		return false;
	if (!book && !recode(documents->arena, &name, &b, diags))
		return false;
	if (book || is_chosen(&documents->choice) || (!is_of_bytes(documents, b) && sheets_recognise(name, b)))
		return read_sheet(documents, input->path, b, document, diags);
	enum read_format format = packed ? READ_JSON : read_format_of(name, b.data, b.size);
	if (!read_clean(input->path, &b, diags))
		return false;
	document->import = documents->from ? documents->from : import_of_bytes(b);
	if (document->import && document->import->detect_bytes && document->import->detect_bytes(b)) {
		document->bytes = b;
		return true;
	}
	if (format == READ_JSON && read_sparing(documents, document, b, diags))
		return true;
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

static void add_document(struct documents *documents, struct document document)
{
	documents->items = arena_grow(documents->scratch, documents->items, &documents->room, documents->count,
	                              sizeof(*documents->items));
	documents->items[documents->count++] = document;
}

static void read_one(struct documents *documents, const char *path, struct diags *diags)
{
	const struct input *input = inputs_read(documents->inputs, documents->role, path, READ_BYTES_MAX, diags);
	struct document document = { .feed = documents->feed };
	if (input && read_document(documents, input, &document, diags))
		add_document(documents, document);
}

static void read_query(struct documents *documents, const char *path, struct diags *diags)
{
	const char *name;
	struct document document = { .feed = documents->feed };
	const struct input *input =
		query_ask(documents->arena, documents->inputs, documents->role, documents->feed, path, &name, diags);
	if (input && read_answer(documents, input, name, &document, diags))
		add_document(documents, document);
}

/* A dataset.yaml speaks for its whole folder: what lies beside it is its raw material. Returns how many were read. */
static size_t read_leaf(struct documents *documents, const char *folder, struct diags *diags)
{
	size_t count, used = 0;
	const char **paths = file_list(documents->arena, folder, &count, diags);
	if (!paths)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (str_eq(file_name(paths[i]), "dataset.yaml")) {
			read_one(documents, paths[i], diags);
			return 1;
		}
	for (size_t i = 0; i < count; i++)
		if (has_suffix(paths[i])) {
			read_one(documents, paths[i], diags);
			used++;
		}
	return used;
}

static void read_folder(struct documents *documents, const char *folder, struct diags *diags)
{
	size_t n_leaves, used = 0;
	inputs_name(documents->inputs, documents->role, folder);
	const char **leaves = file_leaves(documents->arena, folder, &n_leaves, diags);
	if (!leaves)
		return;
	for (size_t i = 0; i < n_leaves; i++) {
		if (n_leaves > 1)
			inputs_name(documents->inputs, documents->role, leaves[i]);
		used += read_leaf(documents, leaves[i], diags);
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

/* What files of other programs name, beside what is declared by then. */
static void load_harvested(struct build *b)
{
	const struct value *root = harvest_declared(b->harvest);
	if (!root)
		return;
	load_units(b, root);
	load_names(b, root);
	load_models(b, root);
}

/* Of a table with many benchmarks the one that it ranks by, else the first that has most values. */
static void offer_headline(struct build *b, const struct records *records, size_t count, size_t *most)
{
	const char *name = records->table->n_rows ? records_text(records, KEY_BENCHMARK, 0) : NULL;
	size_t weight = count * 2 + (records->leads ? count : 0);
	if (!records->table->over || !name || weight <= *most)
		return;
	*most = weight;
	b->d->headline = dataset_benchmark(b->d, name, records->table->place, NULL);
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
	load_harvested(b);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].records)
			table_name_source(b, parts[i].records);
		for (struct records *r = parts[i].records; r; r = r->next)
			load_record_names(b, r);
	}
	load_alias_names(b);
	size_t most = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].dataset)
			load_measurements(b, parts[i].dataset);
		for (struct records *r = parts[i].records; r; r = r->next) {
			size_t before = columns_count(b->d->columns);
			load_records(b, r);
			offer_headline(b, r, columns_count(b->d->columns) - before, &most);
			table_close(r->table);
		}
	}
	harvest_load(b->harvest);
	b->d->n_measurements = columns_count(b->d->columns);
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_remarks(b, parts[i].dataset);
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_matters(b, parts[i].dataset);
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

/* What is said to be newer than the data themselves would win as the newest wherever sources disagree. */
static void check_newer(const struct dataset *d, struct diags *diags)
{
	static const char hint[] = "correct it, or the date of the data";
	const char *of_data = date_iso(diags_arena(diags), d->date);
	for (size_t i = 0; i < d->n_sources; i++)
		if (date_precedes(d->date, d->sources[i]->date))
			diag_add(diags, DIAG_NOTE, d->sources[i]->place, hint,
			         "the source %s is dated %s, after the data (%s)", d->sources[i]->id,
			         date_iso(diags_arena(diags), d->sources[i]->date), of_data);
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct date date = columns_day(d->columns, i);
		const struct source *source = measurement_source(d, i);
		if (date_precedes(d->date, date) && !(source && date_compare(source->date, date) == 0))
			diag_add(diags, DIAG_NOTE, measurement_place(d, i), hint,
			         "a measurement is dated %s, after the data (%s)", date_iso(diags_arena(diags), date),
			         of_data);
	}
}

static size_t faults_of(const struct diags *diags)
{
	return diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE);
}

static bool has_aliases(const struct document *document)
{
	return document->tree && document->tree->kind == VALUE_MAP && value_at(document->tree, "aliases");
}

static const struct dataset *build_documents(struct arena *arena, struct arena *scratch,
                                             const struct document *documents, size_t count,
                                             const struct direction_rules *rules, struct diags *diags)
{
	size_t faults = faults_of(diags);
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	struct build b = { .arena = arena,
		           .scratch = scratch,
		           .rows = arena_new_below(scratch),
		           .diags = diags,
		           .d = d,
		           .rules = rules };
	struct part *parts = arena_alloc(scratch, count, sizeof *parts);
	b.headers = b.claims = b.disputes = b.questions = b.said = map_new(scratch);
	d->columns = columns_new(arena);
	build_no_names(&b);
	b.aliases = map_new(scratch);
	b.harvest = harvest_new(&b);
	for (size_t i = 0; i < count; i++) /* what names stand for is known before any is read */
		if (has_aliases(&documents[i])) {
			parts[i] = import_convert(&b, &documents[i]);
			if (parts[i].dataset)
				load_joined_names(&b, parts[i].dataset);
		}
	for (size_t i = 0; i < count; i++)
		if (!has_aliases(&documents[i]))
			parts[i] = import_convert(&b, &documents[i]);
	build_all(&b, parts, count);
	if (d->date.year)
		check_newer(d, diags);
	else
		d->date = newest(d);
	return faults_of(diags) == faults ? d : NULL;
}

/* "results.xlsx#Scores" is a file and a choice in it, unless a file has that name; "-#Scores" one of standard input. */
static const char *split_choice(struct documents *documents, const char *path)
{
	if (file_exists(path))
		return path;
	for (const char *mark = path; *mark && (mark = strchr(mark + 1, '#')) != NULL;) {
		const char *file = arena_strndup(documents->arena, path, (size_t)(mark - path));
		if (!str_eq(file, "-") && (!file_exists(file) || file_is_folder(file)))
			continue;
		documents->choice = sheet_choice_of(documents->arena, mark + 1);
		return file;
	}
	return path;
}

/* The path of a feed's file, through the gate where a file names it; NULL with an error. */
static const char *path_of(struct documents *documents, const struct feed *feed, struct diags *diags)
{
	static const char *const hints[] = { [FEED_BY_USER] = NULL,
		                             [FEED_BY_BRIEFING] = "put the data there, or name them with --data",
		                             [FEED_BY_DATASET] = "put the data there" };
	bool folder = false, standard = str_eq(feed->file, "-");
	documents->choice = (struct sheet_choice){ feed->sheet, feed->table, feed->range };
	if (!feed->below) {
		const char *path = standard ? feed->file : split_choice(documents, feed->file);
		return str_eq(path, "-") || file_find_folder(path, &folder, diags) ? path : NULL;
	}
	if (!standard)
		return inputs_below(documents->inputs, documents->role, feed->below, feed->file, feed->place,
		                    hints[feed->named], diags);
	diag_add(diags, DIAG_ERROR, feed->place, "name a file", "standard input is the user's to name");
	return NULL;
}

static void read_feed(struct documents *documents, const struct feed *feed, struct diags *diags)
{
	bool folder = false;
	documents->feed = feed;
	if (feed->sql || feed->from) {
		read_query(documents, NULL, diags);
		return;
	}
	const char *path = path_of(documents, feed, diags);
	if (!path || (!str_eq(path, "-") && !file_find_folder(path, &folder, diags)))
		return;
	if (!folder && query_is_asked(documents->inputs, documents->role, feed, path))
		read_query(documents, path, diags);
	else if (folder)
		read_folder(documents, path, diags);
	else
		read_one(documents, path, diags);
}

/* What a dataset names under "data:". What that names in turn is an error: nothing leads further. */
static void read_named(struct documents *documents, const struct document *document, struct diags *diags)
{
	const struct value *data = document->tree ? value_at(document->tree, "data") : NULL;
	if (!data || data->kind == VALUE_MISSING || import_find(document) != &import_dataset)
		return;
	struct feed like = { .named = FEED_BY_DATASET, .below = file_folder(documents->arena, document->path) };
	size_t count;
	if (document->feed->named == FEED_BY_DATASET || str_eq(document->path, "<stdin>")) {
		diag_add(diags, DIAG_ERROR, data->place, "name them in the dataset that is loaded",
		         document->feed->named == FEED_BY_DATASET
		                 ? "what a dataset names cannot name more data"
		                 : "a dataset on standard input has no folder whose files it could name");
		return;
	}
	const struct feed *feeds = feeds_read(documents->arena, data, &like, &count, diags);
	for (size_t i = 0; i < count; i++)
		read_feed(documents, &feeds[i], diags);
}

const struct dataset *dataset_load(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const struct feed *feeds, size_t n_feeds, const struct direction_rules *rules,
                                   struct diags *diags)
{
	struct documents documents = {
		.arena = arena, .scratch = arena_new_below(arena), .inputs = inputs, .role = role
	};
	documents.from = inputs_format(inputs) ? import_named(inputs_format(inputs)) : NULL;
	size_t faults = faults_of(diags);
	for (size_t i = 0; i < n_feeds; i++)
		read_feed(&documents, &feeds[i], diags);
	for (size_t i = 0; i < documents.count; i++) {
		const struct document document = documents.items[i]; /* the list grows */
		read_named(&documents, &document, diags);
	}
	const struct dataset *d = NULL;
	if (faults_of(diags) == faults) /* else what a file that cannot be read declares would be missed everywhere */
		d = build_documents(arena, documents.scratch, documents.items, documents.count, rules, diags);
	arena_free(documents.scratch);
	return d;
}

const struct dataset *dataset_build(struct arena *arena, const struct value *const *roots, size_t n_roots,
                                    const struct direction_rules *rules, struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	struct document *documents = arena_alloc(scratch, n_roots, sizeof *documents);
	for (size_t i = 0; i < n_roots; i++)
		documents[i].tree = roots[i];
	const struct dataset *d = build_documents(arena, scratch, documents, n_roots, rules, diags);
	arena_free(scratch);
	return d;
}
