#include "data/import.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/formats.h"
#include "data/imports.h"
#include "data/names.h"
#include "data/pick.h"

#include <string.h>

static const struct import *const imports[] = { &import_dataset,
	                                        &import_lm_eval,
	                                        &import_every_eval_ever,
	                                        &import_artificial_analysis,
	                                        &import_arc_agi,
	                                        &import_swebench,
	                                        &import_inspect,
	                                        &import_promptfoo,
	                                        &import_terminal_bench,
	                                        &import_helm,
	                                        &import_mteb,
	                                        &import_bigcode,
	                                        &import_aider,
	                                        &import_evalplus,
	                                        &import_opencompass,
	                                        &import_epoch_runs,
	                                        &import_epoch_external,
	                                        &import_livebench,
	                                        &import_lmarena,
	                                        &import_model_card,
	                                        &import_eval_results,
	                                        &import_google_benchmark,
	                                        &import_hyperfine,
	                                        &import_pytest_benchmark,
	                                        &import_criterion,
	                                        &import_jmh,
	                                        &import_benchmarkdotnet,
	                                        &import_github_action,
	                                        &import_go_test,
	                                        &import_time,
	                                        &import_clickbench,
	                                        &import_table,
	                                        &import_records };
enum { IMPORTS = sizeof imports / sizeof *imports };

const struct import *import_at(size_t i)
{
	return i < IMPORTS ? imports[i] : NULL;
}

struct format format_at(size_t i)
{
	const struct import *import = import_at(i);
	return import ? (struct format){ import->name, import->what, import->example } : (struct format){ 0 };
}

const struct import *import_named(const char *name)
{
	for (size_t i = 0; i < IMPORTS; i++)
		if (str_eq(imports[i]->name, name))
			return imports[i];
	return NULL;
}

const struct import *import_of_bytes(struct bytes bytes)
{
	for (size_t i = 0; i < IMPORTS; i++)
		if (imports[i]->detect_bytes && imports[i]->detect_bytes(bytes))
			return imports[i];
	return NULL;
}

const struct import *import_packed(size_t i)
{
	for (size_t k = 0; k < IMPORTS; k++)
		if (imports[k]->member && !i--)
			return imports[k];
	return NULL;
}

/* ---- detection ---- */

/* What a path ends in, somewhere and in quotes. */
static bool has_key(struct bytes bytes, const char *need)
{
	const char *slash = strrchr(need, '/'), *key = slash ? slash + 1 : need;
	size_t n = strlen(key);
	for (const char *at = bytes.data, *end = bytes.data + bytes.size; (size_t)(end - at) > n + 1; at++) {
		at = memchr(at, '"', (size_t)(end - at) - n - 1);
		if (!at)
			return false;
		if (memcmp(at + 1, key, n) == 0 && at[n + 1] == '"')
			return true;
	}
	return false;
}

const struct import *import_of_keys(struct bytes bytes)
{
	for (size_t i = 0; i < IMPORTS; i++) {
		bool all = imports[i]->skips[0] != NULL;
		for (size_t k = 0; k < IMPORT_NEEDS && imports[i]->needs[k] && all; k++)
			all = has_key(bytes, imports[i]->needs[k]);
		if (all)
			return imports[i];
	}
	return NULL;
}

static bool has_column(const struct table *table, const char *need)
{
	if (!str_starts(need, "*/"))
		return false;
	bool json = table->origin && table->origin->format == READ_JSON; /* a cell may be a map */
	size_t n = json ? strcspn(need + 2, "/") : strlen(need + 2);
	for (size_t i = 0; i < table->n_columns; i++)
		if (strncmp(table->columns[i].key.text, need + 2, n) == 0 && !table->columns[i].key.text[n])
			return true;
	return false;
}

static bool has(const struct document *document, const char *need)
{
	return document->table ? has_column(document->table, need) : pick(document->tree, need) != NULL;
}

/* How many of what it needs is there; *lacking: the first that is not, NULL if all are. */
static size_t count_needs(const struct import *import, const struct document *document, const char **lacking)
{
	size_t found = 0;
	*lacking = NULL;
	for (size_t i = 0; i < IMPORT_NEEDS && import->needs[i]; i++) {
		bool there = has(document, import->needs[i]);
		found += there;
		if (!there && !*lacking)
			*lacking = import->needs[i];
	}
	return found;
}

static bool recognises(const struct import *import, const struct document *document)
{
	const char *lacking;
	if (!document->tree && !document->table)
		return false;
	count_needs(import, document, &lacking);
	if (import->detect_bytes && !import->needs[0])
		return false;
	return !lacking && (!import->detect || import->detect(document));
}

const struct import *import_find(const struct document *document)
{
	if (document->import)
		return document->import;
	if (document->feed && (document->feed->n_columns || document->feed->n_where) &&
	    !recognises(&import_dataset, document) && recognises(&import_table, document))
		return &import_table;
	for (size_t i = 0; i < IMPORTS; i++)
		if (recognises(imports[i], document))
			return imports[i];
	return NULL;
}

/* ---- what cannot be understood ---- */

/* The first key whose value looks like plain records: a list that starts with a map of a model. */
static const char *key_of_records(const struct value *map)
{
	for (size_t i = 0; i < map->count; i++)
		if (map->items[i].kind == VALUE_LIST && map->items[i].count && value_at(map->items[i].items, "model"))
			return map->keys[i].text;
	return NULL;
}

static const char *keys_listed(struct arena *arena, const struct value *map)
{
	enum { MOST = 4 };
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < map->count && i < MOST; i++)
		strbuf_addf(&b, "%s\"%s\"", !i ? "" : i + 1 == map->count ? " and " : ", ", map->keys[i].text);
	if (map->count > MOST)
		strbuf_addf(&b, " and %zu more", map->count - MOST);
	return b.s;
}

/* "google-benchmark lacks context; …": the formats of which something is there, nearest first. */
static const char *nearest_formats(struct arena *arena, const struct document *document)
{
	enum { SHOWN = 3 };
	struct strbuf b = strbuf_new(arena);
	size_t shown = 0, tried = 0;
	for (size_t wanted = IMPORT_NEEDS; wanted > 0; wanted--)
		for (size_t i = 0; i < IMPORTS && shown < SHOWN; i++) {
			const char *lacking;
			if (count_needs(imports[i], document, &lacking) != wanted)
				continue;
			if (lacking)
				strbuf_addf(&b, "; %s lacks \"%s\"", imports[i]->name, lacking);
			else
				strbuf_addf(&b, "; %s looks otherwise inside", imports[i]->name);
			shown++;
		}
	for (size_t i = 0; i < IMPORTS; i++)
		tried += imports[i]->gather != NULL;
	return arena_printf(arena, "%zu formats of other programs were tried%s (benchbrief formats lists them)", tried,
	                    b.s);
}

static const char *hint_of(struct build *b, const struct document *document)
{
	const struct value *tree = document->tree;
	const char *records = tree->kind == VALUE_MAP ? key_of_records(tree) : NULL;
	if (records)
		return arena_printf(b->scratch,
		                    "plain records are a list: save what is under \"%s\" as a file of its own",
		                    records);
	if (tree->kind == VALUE_MAP)
		return arena_printf(b->scratch,
		                    "a dataset has sources, models, benchmarks and measurements; plain records are a "
		                    "list; %s",
		                    nearest_formats(b->scratch, document));
	return "write a dataset (a map) or plain records (a list)";
}

static void report(struct build *b, const struct document *document)
{
	const struct value *tree = document->tree;
	const char *hint = hint_of(b, document);
	if (tree->kind == VALUE_MAP)
		diag_add(b->diags, DIAG_ERROR, tree->place, hint,
		         "this is not a format that benchbrief knows: a map with %s", keys_listed(b->scratch, tree));
	else if (tree->kind == VALUE_MISSING)
		diag_add(b->diags, DIAG_ERROR, tree->place, hint, "there are no data in this file");
	else
		diag_add(b->diags, DIAG_ERROR, tree->place, hint, "this is %s, neither a dataset nor records",
		         value_kind_word(tree->kind));
}

/* False. lacking: what the format would have; NULL if that is not one thing. */
static bool report_other(struct build *b, const struct import *import, const struct document *document,
                         const char *lacking)
{
	const struct place place = document->tree ? document->tree->place : document->place;
	static const char hint[] = "leave out --from, and the content tells";
	if (lacking)
		diag_add(b->diags, DIAG_ERROR, place, hint, "this is not the format %s: it lacks \"%s\"", import->name,
		         lacking);
	else
		diag_add(b->diags, DIAG_ERROR, place, hint, "this is not the format %s", import->name);
	return false;
}

/* The caller has named the format. */
static bool is_as_forced(struct build *b, const struct import *import, const struct document *document)
{
	const char *lacking;
	if (import->detect_bytes && (!import->needs[0] || (!document->tree && !document->table)))
		return import->detect_bytes(document->content.size ? document->content : document->bytes) ||
		       report_other(b, import, document, NULL);
	count_needs(import, document, &lacking);
	if (!lacking && (!import->detect || import->detect(document)))
		return true;
	return report_other(b, import, document, lacking);
}

struct part import_convert(struct build *b, const struct document *document)
{
	const struct import *import = import_find(document);
	if (!import) {
		report(b, document);
		return (struct part){ 0 };
	}
	if (document->feed && feed_describes(document->feed) && import != &import_table && import != &import_dataset)
		diag_add(b->diags, DIAG_ERROR, document->tree ? document->tree->place : document->place,
		         "leave out the mapping, the unit and the direction: the format has its own",
		         "a mapping is for tables, but this is %s", import->what);
	if (document->import && !is_as_forced(b, import, document))
		return (struct part){ 0 };
	if (import->convert)
		return import->convert(b, document);
	harvest_open(b->harvest, import->what, import->subject, document->path, document->bytes);
	size_t before = harvest_count(b->harvest);
	size_t errors = diags_count(b->diags, DIAG_ERROR);
	import->gather(b->harvest, document);
	if (harvest_count(b->harvest) == before && diags_count(b->diags, DIAG_ERROR) == errors &&
	    !harvest_is_told(b->harvest))
		diag_add(b->diags, DIAG_WARNING, document->tree ? document->tree->place : place_file(document->path),
		         NULL, "this is %s, but there is no result in it", import->what);
	return (struct part){ 0 };
}
