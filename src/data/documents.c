/* Files, folders, queries and standard input -> documents. */
#include "data/documents.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/imports.h"
#include "data/names.h"
#include "data/query.h"
#include "read/archive.h"
#include "read/read.h"
#include "read/recode.h"
#include "read/sheets.h"

#include <string.h>

static const char *const suffixes[] = { ".json", ".jsonl", ".ndjson", ".yaml", ".yml",
	                                ".csv",  ".tsv",   ".xlsx",   ".ods",  ".eval" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

struct intake { /* while they are read */
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
static const struct value *read_sparing(struct intake *intake, struct document *document, struct bytes b,
                                        struct diags *diags)
{
	const struct import *import = import_of_keys(b);
	struct diags *own = diags_new(intake->arena);
	if (!import || (document->import && document->import != import))
		return NULL;
	document->tree = read_json_without(intake->arena, document->path, b.data, b.size, import->skips, own);
	if (document->tree && import_find(document) == import)
		diags_append(diags, own);
	else
		document->tree = NULL;
	return document->tree;
}

/* As a tree without what is long and nobody asks for: of a list of numbers the first. */
static const struct value *read_short(struct intake *intake, struct document *document, struct bytes b,
                                      struct diags *diags)
{
	struct read_series series = { 0 };
	document->tree = read_json_short(intake->arena, document->path, b.data, b.size, &series, diags);
	const struct import *import = document->tree && series.count ? import_find(document) : NULL;
	if (import == &import_dataset)
		diag_add(diags, DIAG_ERROR, series.first, "leave it out",
		         "nothing in a dataset is a list of %zu numbers", series.longest);
	if (import && import->series)
		return read_json(intake->arena, document->path, b.data, b.size, diags_new(intake->scratch));
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
static bool take_table(struct intake *intake, struct document *document, struct table *table)
{
	document->table = table;
	if (table && import_find(document)->tree) {
		document->tree = rows_of(intake->arena, table);
		document->table = NULL;
	}
	return table != NULL;
}

/* The answer of a database. */
static bool read_answer(struct intake *intake, const struct input *input, const char *name, struct document *document,
                        struct diags *diags)
{
	document->path = name;
	document->bytes = input->bytes;
	document->place = place_file(name);
	return take_table(intake, document,
	                  table_read_commas(intake->scratch, intake->arena, name, input->bytes, diags));
}

/* One table of a workbook or a text that holds some. */
static bool read_sheet(struct intake *intake, const char *path, struct bytes bytes, struct document *document,
                       struct diags *diags)
{
	struct table *table = sheets_read(intake->scratch, intake->arena, path, bytes, &intake->choice, diags);
	document->import = intake->from;
	document->place = table ? table->place : document->place;
	return take_table(intake, document, table);
}

/* The one file that stands for an archive of a known format: *bytes becomes what it holds. */
static const struct import *unpack(struct intake *intake, const char *path, struct bytes *bytes, struct diags *diags)
{
	struct diags *own = diags_new(intake->scratch);
	struct archive *archive = archive_recognise(*bytes) ? archive_open(intake->scratch, path, *bytes, own) : NULL;
	const struct import *import;
	for (size_t i = 0; archive && (import = import_packed(i)); i++)
		if (archive_has(archive, import->member))
			return archive_read(archive, intake->arena, import->member, bytes, diags) ? import : NULL;
	return NULL;
}

/* A format of its own, or one that the caller has named and that is no table. */
static bool is_of_bytes(const struct intake *intake, struct bytes bytes)
{
	return intake->from ? intake->from->detect_bytes != NULL : import_of_bytes(bytes) != NULL;
}

static bool is_chosen(const struct sheet_choice *choice)
{
	return choice->sheet || choice->table || choice->range;
}

/* Rows that keep their values in something are read as a tree, which may be flattened. */
static bool holds_maps(const struct table *table)
{
	bool nested = false;
	for (size_t i = 0; i < table->n_columns && table->n_rows; i++)
		nested |= table->columns[i].cells[0] == TABLE_NESTED;
	return nested;
}

/* As a table if it is one and its format takes tables. */
static bool read_document(struct intake *intake, const struct input *input, struct document *document,
                          struct diags *diags)
{
	struct bytes b = input->bytes;
	document->path = input->path;
	document->bytes = b;
	document->place = place_file(input->path);
	const char *name = input->path;
	size_t faults = diags_count(diags, DIAG_ERROR);
	bool packed = !is_chosen(&intake->choice) && unpack(intake, input->path, &b, diags);
	bool book = !packed && sheets_is_book(b);
	if (diags_count(diags, DIAG_ERROR) != faults)
		return false;
	if (!book && !recode(intake->arena, &name, &b, diags))
		return false;
	if (!is_chosen(&intake->choice))
		document->content = b;
	if (book || is_chosen(&intake->choice) || (!is_of_bytes(intake, b) && sheets_recognise(name, b)))
		return read_sheet(intake, input->path, b, document, diags);
	enum read_format format = packed ? READ_JSON : read_format_of(name, b.data, b.size);
	if (!read_clean(format, input->path, &b, diags))
		return false;
	document->import = intake->from ? intake->from : import_of_bytes(b);
	if (document->import && document->import->detect_bytes && document->import->detect_bytes(b)) {
		document->bytes = b;
		return true;
	}
	if (format == READ_JSON && read_sparing(intake, document, b, diags))
		return true;
	struct diags *own = diags_new(intake->arena);
	if (format != READ_YAML)
		document->table = table_read(intake->scratch, intake->arena, format, input->path, b, own);
	bool taken = document->table && !import_find(document)->tree && !holds_maps(document->table);
	if (taken || diags_count(own, DIAG_ERROR)) {
		diags_append(diags, own);
		return taken;
	}
	document->table = NULL;
	document->tree = format == READ_JSON ? read_short(intake, document, b, diags)
	                                     : read_bytes(intake->arena, format, input->path, b.data, b.size, diags);
	return document->tree != NULL;
}

static void add_document(struct intake *intake, struct document document)
{
	intake->items =
		arena_grow(intake->scratch, intake->items, &intake->room, intake->count, sizeof(*intake->items));
	intake->items[intake->count++] = document;
}

static bool is_named_alike(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	n -= str_ends(a, ".gz") ? strlen(".gz") : 0;
	m -= str_ends(b, ".gz") ? strlen(".gz") : 0;
	return n == m && memcmp(a, b, n) == 0;
}

/* Two files of one content are one source: a table and its copy, or any file and the same packed. What else other
 * programs write may be about the folder that it lies in. */
static bool is_copy(const struct document *document, const struct document *earlier)
{
	bool same = document->content.size && document->content.size == earlier->content.size &&
	            !str_eq(document->path, earlier->path) &&
	            memcmp(document->content.data, earlier->content.data, document->content.size) == 0;
	return same && !feed_describes(document->feed) && !feed_describes(earlier->feed) &&
	       ((document->table && earlier->table) || is_named_alike(document->path, earlier->path));
}

static void add_new(struct intake *intake, const struct document *document, struct diags *diags)
{
	for (size_t i = 0; i < intake->count; i++)
		if (is_copy(document, &intake->items[i])) {
			diag_add(diags, DIAG_NOTE, place_file(document->path), NULL,
			         "this is the same as %s, which counts once", intake->items[i].path);
			return;
		}
	add_document(intake, *document);
}

static void read_one(struct intake *intake, const char *path, struct diags *diags)
{
	const struct input *input = inputs_read(intake->inputs, intake->role, path, READ_BYTES_MAX, diags);
	struct document document = { .feed = intake->feed, .scratch = intake->scratch };
	if (input && read_document(intake, input, &document, diags))
		add_new(intake, &document, diags);
}

static void read_query(struct intake *intake, const char *path, struct diags *diags)
{
	const char *name;
	struct document document = { .feed = intake->feed, .scratch = intake->scratch };
	const struct input *input =
		query_ask(intake->arena, intake->inputs, intake->role, intake->feed, path, &name, diags);
	if (input && read_answer(intake, input, name, &document, diags))
		add_document(intake, document);
}

/* A dataset.yaml speaks for its whole folder: what lies beside it is its raw material. Returns how many were read. */
static size_t read_leaf(struct intake *intake, const char *folder, struct diags *diags)
{
	size_t count, used = 0;
	const char **paths = file_list(intake->arena, folder, &count, diags);
	if (!paths)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (str_eq(file_name(paths[i]), "dataset.yaml")) {
			read_one(intake, paths[i], diags);
			return 1;
		}
	for (size_t i = 0; i < count; i++)
		if (has_suffix(paths[i])) {
			read_one(intake, paths[i], diags);
			used++;
		}
	return used;
}

static void read_folder(struct intake *intake, const char *folder, struct diags *diags)
{
	size_t n_leaves, used = 0;
	inputs_name(intake->inputs, intake->role, folder);
	const char **leaves = file_leaves(intake->arena, folder, &n_leaves, diags);
	if (!leaves)
		return;
	for (size_t i = 0; i < n_leaves; i++) {
		if (n_leaves > 1)
			inputs_name(intake->inputs, intake->role, leaves[i]);
		used += read_leaf(intake, leaves[i], diags);
	}
	if (!used)
		diag_add(diags, DIAG_ERROR, place_file(folder), "name a folder with .yaml, .json, .csv or .tsv files",
		         "there are no data in this folder");
}

/* "results.xlsx#Scores" is a file and a choice in it, unless a file has that name; "-#Scores" one of standard input. */
static const char *split_choice(struct intake *intake, const char *path)
{
	if (file_exists(path))
		return path;
	for (const char *mark = path; *mark && (mark = strchr(mark + 1, '#')) != NULL;) {
		const char *file = arena_strndup(intake->arena, path, (size_t)(mark - path));
		if (!str_eq(file, "-") && (!file_exists(file) || file_is_folder(file)))
			continue;
		intake->choice = sheet_choice_of(intake->arena, mark + 1);
		return file;
	}
	return path;
}

/* The path of a feed's file, through the gate where a file names it; NULL with an error. */
static const char *path_of(struct intake *intake, const struct feed *feed, struct diags *diags)
{
	static const char *const hints[] = { [FEED_BY_USER] = NULL,
		                             [FEED_BY_BRIEFING] = "put the data there, or name them with --data",
		                             [FEED_BY_DATASET] = "put the data there" };
	bool folder = false, standard = str_eq(feed->file, "-");
	intake->choice = (struct sheet_choice){ feed->sheet, feed->table, feed->range };
	if (!feed->below) {
		const char *path = standard ? feed->file : split_choice(intake, feed->file);
		return str_eq(path, "-") || file_find_folder(path, &folder, diags) ? path : NULL;
	}
	if (!standard)
		return inputs_below(intake->inputs, intake->role, feed->below, feed->file, feed->place,
		                    hints[feed->named], diags);
	diag_add(diags, DIAG_ERROR, feed->place, "name a file", "standard input is the user's to name");
	return NULL;
}

static void read_feed(struct intake *intake, const struct feed *feed, struct diags *diags)
{
	bool folder = false;
	intake->feed = feed;
	if (feed->sql || feed->from) {
		read_query(intake, NULL, diags);
		return;
	}
	const char *path = path_of(intake, feed, diags);
	if (!path || (!str_eq(path, "-") && !file_find_folder(path, &folder, diags)))
		return;
	if (!folder && query_is_asked(intake->inputs, intake->role, feed, path))
		read_query(intake, path, diags);
	else if (folder)
		read_folder(intake, path, diags);
	else
		read_one(intake, path, diags);
}

/* What a dataset names under "data:". What that names in turn is an error: nothing leads further. */
static void read_named(struct intake *intake, const struct document *document, struct diags *diags)
{
	const struct value *data = document->tree ? value_at(document->tree, "data") : NULL;
	if (!data || data->kind == VALUE_MISSING || import_find(document) != &import_dataset)
		return;
	struct feed like = { .named = FEED_BY_DATASET, .below = file_folder(intake->arena, document->path) };
	size_t count;
	if (document->feed->named == FEED_BY_DATASET || str_eq(document->path, "<stdin>")) {
		diag_add(diags, DIAG_ERROR, data->place, "name them in the dataset that is loaded",
		         document->feed->named == FEED_BY_DATASET
		                 ? "what a dataset names cannot name more data"
		                 : "a dataset on standard input has no folder whose files it could name");
		return;
	}
	const struct feed *feeds = feeds_read(intake->arena, data, &like, &count, diags);
	for (size_t i = 0; i < count; i++)
		read_feed(intake, &feeds[i], diags);
}

const struct document *documents_read(struct arena *arena, struct arena *scratch, struct inputs *inputs,
                                      enum input_role role, const struct feed *feeds, size_t n_feeds, size_t *count,
                                      struct diags *diags)
{
	struct intake intake = { .arena = arena, .scratch = scratch, .inputs = inputs, .role = role };
	intake.from = inputs_format(inputs) ? import_named(inputs_format(inputs)) : NULL;
	for (size_t i = 0; i < n_feeds; i++)
		read_feed(&intake, &feeds[i], diags);
	for (size_t i = 0; i < intake.count; i++) {
		const struct document document = intake.items[i]; /* the list grows */
		read_named(&intake, &document, diags);
	}
	*count = intake.count;
	return intake.items;
}
