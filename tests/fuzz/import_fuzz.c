/* Any bytes as files of other programs, recognised by their content or read as a format that is named: what loads is
 * written as YAML and loads as the same dataset; what does not load is refused with reasons.
 *
 * The first byte names a format, or none, unless BENCHBRIEF_IMPORT names one for the whole run; the second byte chooses the
 * ending of the files' names. A byte 0x1e parts two files, which are loaded together: some formats need more than one. */
#include "base/arena.h"
#include "base/str.h"
#include "data/export.h"
#include "data/formats.h"
#include "data/load.h"
#include "desk.h"
#include "read/emit.h"
#include "scratch.h"
#include "words/direction.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILES = 3, PATH_ROOM = 4096 };

struct files {
	char paths[FILES][PATH_ROOM];
	const char *list[FILES];
	size_t count;
};

static const struct dataset *load(struct arena *arena, const char *from, const struct files *files, struct diags *diags)
{
	static const struct direction_rules rules = { .against = words_against };
	struct inputs *inputs = inputs_new(arena);
	inputs_read_as(inputs, from);
	return dataset_load(arena, inputs, INPUT_DATA, feeds_of_paths(arena, files->list, files->count), files->count,
	                    &rules, diags);
}

static void put(struct files *files, const char *name, const void *bytes, size_t size)
{
	size_t i = files->count++;
	scratch_put(name, bytes, size, files->paths[i], PATH_ROOM);
	files->list[i] = files->paths[i];
}

/* The name of a source's file is part of the dataset, so what is written is what is compared. */
static void check_again(struct arena *arena, const struct dataset *d)
{
	struct diags *diags = diags_new(arena);
	struct files files = { .count = 0 };
	char *yaml = emit_yaml(arena, export_dataset(arena, d));
	put(&files, "again.yaml", yaml, strlen(yaml));
	const struct dataset *again = load(arena, NULL, &files, diags);
	if (!again || !str_eq(yaml, emit_yaml(arena, export_dataset(arena, again)))) {
		diags_print(diags, stderr, false);
		abort();
	}
}

static const char *format_named(uint8_t byte)
{
	const char *forced = getenv("BENCHBRIEF_IMPORT");
	size_t n = 0;
	if (forced)
		return forced;
	while (format_at(n).name)
		n++;
	return byte == UINT8_MAX ? NULL : format_at(byte % (n + 1)).name; /* the seeds name none */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[FILES][6] = { { "a.json", "a.yaml", "a.csv", "a.txt", "a.js", "a.md" },
		                                     { "b.json", "b.yaml", "b.csv", "b.txt", "b.js", "b.md" },
		                                     { "c.json", "c.yaml", "c.csv", "c.txt", "c.js", "c.md" } };
	if (size < 2)
		return 0;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct files files = { .count = 0 };
	for (const uint8_t *p = data + 2, *end = data + size; p < end && files.count < FILES;) {
		const uint8_t *parting = memchr(p, 0x1e, (size_t)(end - p)), *stop = parting ? parting : end;
		put(&files, names[files.count][data[1] % 6], p, (size_t)(stop - p));
		p = stop + 1;
	}
	const struct dataset *d = files.count ? load(arena, format_named(data[0]), &files, diags) : NULL;
	if (files.count && (d != NULL) != diags_ok(diags))
		abort();
	check_diags(diags);
	if (d)
		check_again(arena, d);
	arena_free(arena);
	return 0;
}
