/* Who says what a table holds that names no source: the file itself. */
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
