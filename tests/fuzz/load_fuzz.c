/* Any bytes as data, in each format, and datasets made by the grammar: what loads is written as YAML, JSON and CSV, and
 * each of them loads as the same dataset; what does not load is refused with reasons.
 *
 * The first byte chooses: j, y, c, t are bytes of that format, anything else is what the grammar makes of the rest. */
#include "base/arena.h"
#include "base/str.h"
#include "data/export.h"
#include "data/load.h"
#include "desk.h"
#include "grammar.h"
#include "read/emit.h"
#include "read/read.h"
#include "scratch.h"
#include "words/about.h"
#include "words/direction.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct direction_rules rules = { .against = words_against, .has_noun = words_has_noun, .say = words_say };

static const struct dataset *load(struct arena *arena, const char *name, const void *bytes, size_t size,
                                  struct diags *diags)
{
	char path[4096];
	scratch_put(name, bytes, size, path, sizeof path);
	const char *paths[] = { path };
	return dataset_load(arena, inputs_new(arena), INPUT_DATA, feeds_of_paths(arena, paths, 1), 1, &rules, diags);
}

static char *written(struct arena *arena, const struct dataset *d)
{
	return emit_yaml(arena, export_dataset(arena, d));
}

static void check_same(struct arena *arena, const struct dataset *d, const char *yaml, const char *name,
                       const char *text)
{
	struct diags *diags = diags_new(arena);
	const struct dataset *again = load(arena, name, text, strlen(text), diags);
	if (!again || !str_eq(yaml, written(arena, again)) ||
	    !str_eq(export_hash(arena, d, NULL, 0), export_hash(arena, again, NULL, 0))) {
		diags_print(diags, stderr, false);
		abort();
	}
}

static void check_exports(struct arena *arena, const struct dataset *d)
{
	const char *yaml = written(arena, d);
	check_same(arena, d, yaml, "again.yaml", yaml);
	check_same(arena, d, yaml, "again.json", emit_json(arena, value_made(arena, export_dataset(arena, d))));
	check_same(arena, d, yaml, "again.csv", emit_csv(arena, export_dataset(arena, d)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct choices choices = { data + 1, size - 1 };
	const char *name = "fuzz.yaml";
	struct bytes bytes = { .data = (const char *)data + 1, .size = size - 1 };
	switch (data[0]) {
	case 'j':
		name = "fuzz.json";
		break;
	case 'c':
		name = "fuzz.csv";
		break;
	case 't':
		name = "fuzz.tsv";
		break;
	case 'y':
		break;
	default:
		bytes.data = grammar_dataset(arena, &choices, &name);
		bytes.size = strlen(bytes.data);
	}
	const struct dataset *d = load(arena, name, bytes.data, bytes.size, diags);
	if ((d != NULL) != diags_ok(diags))
		abort();
	check_diags(diags);
	if (d)
		check_exports(arena, d);
	arena_free(arena);
	return 0;
}
