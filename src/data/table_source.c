/* What a table names that nobody declares: the file itself, as the source, and units. */
#include "data/table_reading.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "data/names.h"

/* The source that a dataset declares for this file; NULL if none does. */
static const struct source *declared(const struct dataset *d, const char *path)
{
	for (size_t i = 0; i < d->n_sources; i++) {
		const char *file = d->sources[i]->file;
		if (file && (str_eq(file, path) || str_eq(file_name(file), file_name(path))))
			return d->sources[i];
	}
	return NULL;
}

static const char *free_id(struct build *b, const char *path)
{
	const char *slug = dataset_slug(b->arena, file_stem(b->arena, path)), *id = *slug ? slug : "table";
	for (int i = 2; build_known(b, NAME_SOURCE, dataset_fold(b->scratch, id)); i++)
		id = arena_printf(b->arena, "%s-%d", *slug ? slug : "table", i);
	return id;
}

static const struct source *source_of(struct build *b, const char *path, struct bytes bytes)
{
	char hex[65];
	struct source *source = build_source(b, place_file(path));
	source->id = free_id(b, path);
	source->title = arena_strdup(b->arena, str_eq(path, "<stdin>") ? "standard input" : file_name(path));
	source->file = str_eq(path, "<stdin>") ? NULL : arena_strdup(b->arena, path);
	source->kind = SOURCE_UNKNOWN;
	hash_sha256_hex(bytes.data, bytes.size, hex);
	source->note = arena_printf(b->arena, "SHA-256 %s", hex);
	build_name(b, NAME_SOURCE, source->id, source, source->place);
	return source;
}

/* A unit that nobody knows prints as it stands and has no direction. */
static void declare_unit(struct build *b, const char *name, struct place place)
{
	struct nearest nearest = nearest_to(name);
	const struct unit *unit;
	for (size_t i = 0; (unit = unit_at(i)); i++)
		nearest_offer(&nearest, unit->name);
	diag_add(b->diags, DIAG_NOTE, place,
	         nearest_hint(b->arena, &nearest, "declare it under units to say more of it"),
	         "nobody knows the unit \"%s\": it is printed as it stands, and which numbers are better is unknown",
	         name);
	struct value key = { .kind = VALUE_STRING, .place = place, .text = "name" }, keys = key;
	struct value text = { .kind = VALUE_STRING, .place = place, .text = arena_strdup(b->arena, name) };
	struct value map = { .kind = VALUE_MAP, .place = place, .count = 1, .items = &text, .keys = &key };
	struct value list = { .kind = VALUE_LIST, .place = place, .count = 1, .items = &map };
	keys.text = "units";
	load_units(b, &(struct value){ .kind = VALUE_MAP, .place = place, .count = 1, .items = &list, .keys = &keys });
}

void table_name_units(struct build *b, const struct records *records)
{
	for (const struct records *r = records; r; r = r->next) {
		size_t column = r->columns[KEY_UNIT];
		if (!r->table->over || column == NO_COLUMN)
			continue;
		const struct table_column *c = &r->table->columns[column];
		for (size_t i = TABLE_TEXT; i < c->n_texts; i++)
			if (*dataset_fold(b->scratch, c->texts[i].text) &&
			    !dataset_unit(b->d, c->texts[i].text, place_file(NULL), NULL))
				declare_unit(b, c->texts[i].text, r->table->place);
	}
}

void table_name_source(struct build *b, struct records *records)
{
	if (!records->file)
		return;
	const struct source *source = declared(b->d, records->file);
	if (!source)
		source = source_of(b, records->file, records->bytes);
	for (struct records *r = records; r; r = r->next) {
		r->file = records->file;
		r->columns[KEY_SOURCE] = table_fill(r->table, "source", source->id);
	}
}
