#include "data/feed.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/schema.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const roles[] = { "model",   "variant", "organisation", "released", "licence", "benchmark", "value",
	                             "unit",    "better",  "version",      "source",   "date",    "measured",  "status",
	                             "se",      "ci",      "ci_low",       "ci_high",  "level",   "n",         "note",
	                             "run" };

const char *feed_role_at(size_t i)
{
	return i < COUNT(roles) ? roles[i] : NULL;
}

bool feed_describes(const struct feed *feed)
{
	return feed->sheet || feed->table || feed->range || feed->n_columns || feed->n_where || feed->unit ||
	       feed->better;
}

const struct feed *feeds_of_paths(struct arena *arena, const char *const *paths, size_t count)
{
	struct feed *feeds = arena_alloc(arena, count + 1, sizeof *feeds);
	for (size_t i = 0; i < count; i++)
		feeds[i].file = paths[i];
	return feeds;
}

static bool is_role(struct arena *arena, const char *key, struct place place, struct diags *diags)
{
	for (size_t i = 0; i < COUNT(roles); i++)
		if (str_eq(roles[i], key))
			return true;
	const char *hint =
		nearest_word(arena, key, roles, COUNT(roles), "a model, a benchmark, a value, a unit, ci, …");
	diag_add(diags, DIAG_ERROR, place, hint, "no column can be \"%s\"", key);
	return false;
}

/* ---- as YAML ---- */

struct pairs {
	struct feed_pair *items;
	size_t count, room;
};

static void add_pair(struct arena *arena, struct pairs *pairs, const char *key, const char *text, struct place place)
{
	pairs->items = arena_grow(arena, pairs->items, &pairs->room, pairs->count, sizeof *pairs->items);
	pairs->items[pairs->count++] = (struct feed_pair){ key, text, place };
}

/* A text, or a list of texts, under one key. */
static void read_pair(const struct schema *s, struct pairs *pairs, const struct value *key, const struct value *value)
{
	size_t n = value->kind == VALUE_LIST ? value->count : 1;
	for (size_t i = 0; i < n; i++) {
		const struct value *item = value->kind == VALUE_LIST ? &value->items[i] : value;
		if (item->kind == VALUE_LIST || item->kind == VALUE_MAP || item->kind == VALUE_MISSING)
			diag_add(s->diags, DIAG_ERROR, item->place, "write plain text",
			         "%s must be text, but this is %s", key->text, value_kind_word(item->kind));
		else
			add_pair(s->arena, pairs, key->text, item->text, item->place);
	}
}

static const struct feed_pair *read_pairs(const struct schema *s, const char *key, bool of_roles, size_t *count)
{
	const struct value *map = schema_at(s, key);
	struct pairs pairs = { 0 };
	struct schema own;
	if (!map || !schema_open(&own, s->arena, s->diags, map, key))
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (!of_roles || is_role(s->arena, map->keys[i].text, map->keys[i].place, s->diags))
			read_pair(&own, &pairs, &map->keys[i], &map->items[i]);
	*count = pairs.count;
	return pairs.items;
}

static bool read_feed(const struct value *value, struct arena *arena, struct feed *feed, struct diags *diags)
{
	static const char *const keys[] = { "file",  "sql",     "from", "sheet",  "table",
		                            "range", "columns", "unit", "better", "where" };
	struct schema s;
	if (!schema_open(&s, arena, diags, value, "data entry"))
		return false;
	int better = DIRECTION_UNKNOWN;
	schema_keys(&s, keys, COUNT(keys));
	feed->sql = schema_text(&s, "sql", OPTIONAL);
	feed->file = schema_text(&s, "file", feed->sql ? OPTIONAL : REQUIRED);
	feed->from = schema_text(&s, "from", feed->sql ? REQUIRED : OPTIONAL);
	feed->sheet = schema_text(&s, "sheet", OPTIONAL);
	feed->table = schema_text(&s, "table", OPTIONAL);
	feed->range = schema_text(&s, "range", OPTIONAL);
	feed->unit = schema_text(&s, "unit", OPTIONAL);
	if (schema_word(&s, "better", OPTIONAL, direction_words, DIRECTIONS, &better))
		feed->better = direction_words[better];
	feed->columns = read_pairs(&s, "columns", true, &feed->n_columns);
	feed->where = read_pairs(&s, "where", false, &feed->n_where);
	return feed->file || (feed->sql && feed->from);
}

const struct feed *feeds_read(struct arena *arena, const struct value *value, const struct feed *like, size_t *count,
                              struct diags *diags)
{
	size_t n = value->kind == VALUE_LIST ? value->count : 1;
	struct feed *feeds = arena_alloc(arena, n + 1, sizeof *feeds);
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		const struct value *item = value->kind == VALUE_LIST ? &value->items[i] : value;
		struct feed *feed = &feeds[*count];
		*feed = *like;
		feed->place = item->place;
		if (item->kind == VALUE_STRING || item->kind == VALUE_NUMBER)
			feed->file = item->text;
		else if (item->kind != VALUE_MAP)
			diag_add(diags, DIAG_ERROR, item->place, "write plain text",
			         "data must be text, but this is %s", value_kind_word(item->kind));
		*count += item->kind == VALUE_MAP ? read_feed(item, arena, feed, diags) : feed->file != NULL;
	}
	return feeds;
}

/* ---- as an option ---- */

/* Up to the comma before another "role=": heads may hold commas. */
static size_t pair_length(const char *p)
{
	size_t n = strcspn(p, ",");
	while (p[n]) {
		size_t word = strspn(p + n + 1, "abcdefghijklmnopqrstuvwxyz_");
		if (word && p[n + 1 + word] == '=')
			return n;
		n += 1 + strcspn(p + n + 1, ",");
	}
	return n;
}

bool feed_map(struct arena *arena, struct feed *feed, const char *text, struct diags *diags)
{
	struct pairs pairs = { 0 };
	for (size_t i = 0; i < feed->n_columns; i++)
		add_pair(arena, &pairs, feed->columns[i].key, feed->columns[i].text, feed->columns[i].place);
	for (const char *p = text; *p; p += *p == ',') {
		size_t n = pair_length(p), key = strcspn(p, "=,");
		const char *role = arena_strndup(arena, p, key);
		if (key >= n || key + 1 == n || !key) {
			diag_add(diags, DIAG_ERROR, place_file(NULL), "write --map model=name,value=score",
			         "\"%s\" names no column", arena_strndup(arena, p, n));
			return false;
		}
		if (!is_role(arena, role, place_file(NULL), diags))
			return false;
		add_pair(arena, &pairs, role, arena_strndup(arena, p + key + 1, n - key - 1), place_file(NULL));
		p += n;
	}
	feed->columns = pairs.items;
	feed->n_columns = pairs.count;
	return true;
}
