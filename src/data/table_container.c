#include "data/table_container.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/table_header.h"
#include "data/table_names.h"
#include "data/tree.h"

#include <string.h>

static bool is_scalar(const struct value *v)
{
	return v->kind != VALUE_LIST && v->kind != VALUE_MAP;
}

static bool is_flat_map(const struct value *v)
{
	bool flat = v->kind == VALUE_MAP && v->count > 0;
	for (size_t i = 0; flat && i < v->count; i++)
		flat = is_scalar(&v->items[i]);
	return flat;
}

/* Every item is of one kind; those of another kind are let pass in a map. */
static bool all(const struct value *v, bool (*is)(const struct value *item))
{
	bool fine = v->count > 0;
	for (size_t i = 0; fine && i < v->count; i++)
		fine = is(&v->items[i]);
	return fine;
}

static bool is_map(const struct value *v)
{
	return v->kind == VALUE_MAP && v->count > 0;
}

static bool is_scalar_list(const struct value *v)
{
	return v->kind == VALUE_LIST && v->items && all(v, is_scalar);
}

static bool is_row_list(const struct value *v)
{
	return v->kind == VALUE_LIST && v->items && all(v, is_map);
}

static const struct value *list_of(struct arena *arena, const struct value *from, struct value *items, size_t count)
{
	struct value *list = arena_alloc(arena, 1, sizeof *list);
	*list = (struct value){ .kind = VALUE_LIST, .place = from->place, .count = count, .items = items };
	return list;
}

static struct value key_called(const char *text, struct place place)
{
	return (struct value){ .kind = VALUE_STRING, .text = text, .place = place };
}

/* A map of so many places, to be filled. */
static struct value map_of(struct arena *arena, struct place place, size_t room, struct value **keys,
                           struct value **items)
{
	*keys = arena_alloc(arena, room + 1, sizeof **keys);
	*items = arena_alloc(arena, room + 1, sizeof **items);
	return (struct value){ .kind = VALUE_MAP, .place = place, .keys = *keys, .items = *items };
}

/* ---- what a data frame writes ---- */

/* {"model": ["A", "B"], "mmlu": [70, 60]} */
static const struct value *rows_of_lists(struct arena *arena, const struct value *tree)
{
	if (tree->count < 2 || !all(tree, is_scalar_list))
		return NULL;
	size_t n = tree->items[0].count;
	for (size_t i = 0; i < tree->count; i++)
		if (tree->items[i].count != n)
			return NULL;
	struct value *rows = arena_alloc(arena, n + 1, sizeof *rows), *items;
	for (size_t r = 0; r < n; r++) {
		struct value *keys;
		rows[r] = map_of(arena, tree->items[0].items[r].place, tree->count, &keys, &items);
		rows[r].count = tree->count;
		for (size_t i = 0; i < tree->count; i++) {
			keys[i] = tree->keys[i];
			items[i] = tree->items[i].items[r];
		}
	}
	return list_of(arena, tree, rows, n);
}

/* A row under the heads; those past the last are left out. */
static struct value row_under(struct arena *arena, const struct value *heads, const struct value *cells)
{
	struct value *keys, *items;
	struct value row = map_of(arena, cells->place, heads->count, &keys, &items);
	row.count = heads->count < cells->count ? heads->count : cells->count;
	for (size_t i = 0; i < row.count; i++) {
		keys[i] = key_called(heads->items[i].text, heads->items[i].place);
		items[i] = cells->items[i];
	}
	return row;
}

static bool are_heads(const struct value *list)
{
	if (!is_scalar_list(list) || list->count < 2)
		return false;
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].kind != VALUE_STRING)
			return false;
		for (size_t k = 0; k < i; k++)
			if (str_eq(list->items[i].text, list->items[k].text))
				return false;
	}
	return true;
}

static const struct value *rows_under(struct arena *arena, const struct value *heads, const struct value *lists,
                                      size_t from)
{
	struct value *rows = arena_alloc(arena, lists->count + 1, sizeof *rows);
	for (size_t i = from; i < lists->count; i++) {
		if (lists->items[i].count != heads->count)
			return NULL;
		rows[i - from] = row_under(arena, heads, &lists->items[i]);
	}
	return list_of(arena, lists, rows, lists->count - from);
}

/* {"columns": ["model", "mmlu"], "data": [["A", 70], ["B", 60]]} */
static const struct value *rows_of_split(struct arena *arena, const struct value *tree)
{
	const struct value *heads = value_at(tree, "columns"), *data = value_at(tree, "data");
	data = data ? data : value_at(tree, "rows");
	if (!heads || !data || !are_heads(heads) || data->kind != VALUE_LIST || !data->items ||
	    !all(data, is_scalar_list))
		return NULL;
	return rows_under(arena, heads, data, 0);
}

/* [["model", "mmlu"], ["A", 70]] */
static const struct value *rows_below_heads(struct arena *arena, const struct value *tree)
{
	if (tree->kind != VALUE_LIST || tree->count < 2 || !tree->items || !all(tree, is_scalar_list) ||
	    !are_heads(&tree->items[0]))
		return NULL;
	return rows_under(arena, &tree->items[0], tree, 1);
}

static bool same_keys(const struct value *a, const struct value *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!str_eq(a->keys[i].text, b->keys[i].text))
			return false;
	return true;
}

static bool is_row_number(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

/* {"model": {"0": "A", "1": "B"}, "mmlu": {"0": 70, "1": 60}} */
static const struct value *rows_of_columns(struct arena *arena, const struct value *tree)
{
	if (tree->count < 2 || !all(tree, is_flat_map))
		return NULL;
	const struct value *first = &tree->items[0];
	for (size_t i = 0; i < first->count; i++)
		if (!is_row_number(first->keys[i].text))
			return NULL;
	for (size_t i = 1; i < tree->count; i++)
		if (!same_keys(first, &tree->items[i]))
			return NULL;
	struct value *rows = arena_alloc(arena, first->count + 1, sizeof *rows);
	for (size_t r = 0; r < first->count; r++) {
		struct value *keys, *items;
		rows[r] = map_of(arena, first->items[r].place, tree->count, &keys, &items);
		rows[r].count = tree->count;
		for (size_t i = 0; i < tree->count; i++) {
			keys[i] = tree->keys[i];
			items[i] = tree->items[i].items[r];
		}
	}
	return list_of(arena, tree, rows, first->count);
}

static bool holds_number(const struct value *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->items[i].kind == VALUE_NUMBER)
			return true;
	return false;
}

/* The one item that is a map of numbers; NULL: none, or several. */
static const struct value *figures_in(const struct value *row)
{
	const struct value *found = NULL;
	for (size_t i = 0; i < row->count; i++) {
		if (!is_flat_map(&row->items[i]) || !holds_number(&row->items[i]))
			continue;
		if (found)
			return NULL;
		found = &row->items[i];
	}
	return found;
}

/* [{"model": "A", "results": {"mmlu": 70}}] */
static const struct value *rows_flattened(struct arena *arena, const struct value *list)
{
	if (!is_row_list(list) || !figures_in(&list->items[0]))
		return NULL;
	struct value *rows = arena_alloc(arena, list->count, sizeof *rows);
	for (size_t r = 0; r < list->count; r++) {
		const struct value *row = &list->items[r], *figures = figures_in(row);
		struct value *keys, *items;
		size_t more = figures ? figures->count : 0;
		rows[r] = map_of(arena, row->place, row->count + more, &keys, &items);
		for (size_t i = 0; i < row->count + more; i++) {
			const struct value *from = i < row->count ? row : figures;
			size_t k = i < row->count ? i : i - row->count;
			if (&from->items[k] == figures || (from == figures && value_at(row, from->keys[k].text)))
				continue;
			keys[rows[r].count] = from->keys[k];
			items[rows[r].count++] = from->items[k];
		}
	}
	return list_of(arena, list, rows, list->count);
}

/* ---- rows by name ---- */

struct sides { /* names as keys, and the keys of what they name */
	size_t models, benchmarks, others;
};

static void count_key(struct arena *arena, struct sides *s, const char *key)
{
	enum record_key kind = table_name_kind(arena, key);
	s->models += kind == KEY_MODEL;
	s->benchmarks += kind == KEY_BENCHMARK;
	s->others += kind == RECORD_KEYS;
}

/* "models" -> KEY_MODEL; RECORD_KEYS if the word says nothing. */
static enum record_key kind_of_many(struct arena *arena, const char *word)
{
	size_t n = word ? strlen(word) : 0;
	if (n < 3 || word[n - 1] != 's')
		return RECORD_KEYS;
	enum record_key role = table_head_of(arena, arena_strndup(arena, word, n - 1)).role;
	return role == KEY_MODEL || role == KEY_BENCHMARK ? role : RECORD_KEYS;
}

/* What the keys of a map of maps name: what its own key says, else what is known of either side. */
static enum record_key kind_of_keys(struct arena *arena, const struct value *map, const char *called)
{
	struct arena *scratch = arena_new_below(arena);
	struct sides outer = { 0 }, inner = { 0 };
	enum record_key kind = kind_of_many(scratch, called);
	for (size_t i = 0; i < map->count && i < 100; i++) {
		count_key(scratch, &outer, map->keys[i].text);
		for (size_t k = 0; k < map->items[i].count && i < 10 && k < 100; k++)
			count_key(scratch, &inner, map->items[i].keys[k].text);
	}
	bool figures = kind == KEY_BENCHMARK && inner.benchmarks && !inner.models; /* of each metric, and nobody's */
	bool models = outer.models || inner.benchmarks, benchmarks = outer.benchmarks || inner.models;
	if (kind == RECORD_KEYS && models != benchmarks)
		kind = models ? KEY_MODEL : KEY_BENCHMARK;
	arena_free(scratch);
	return figures ? RECORD_KEYS : kind;
}

static const char *head_of(enum record_key kind)
{
	return kind == RECORD_KEYS ? CONTAINER_KEY : record_key_word(kind);
}

/* The row with names before its cells, unless it has a cell of that head. */
static struct value named_row(struct arena *arena, const struct value *row, const char *const *heads,
                              const struct value *const *names, size_t n)
{
	struct value *keys, *items;
	struct value named = map_of(arena, row->place, row->count + n, &keys, &items);
	for (size_t i = 0; i < n; i++) {
		if (value_at(row, heads[i]))
			continue;
		keys[named.count] = key_called(heads[i], names[i]->place);
		items[named.count++] = *names[i];
	}
	for (size_t i = 0; i < row->count; i++) {
		keys[named.count] = row->keys[i];
		items[named.count++] = row->items[i];
	}
	return named;
}

static bool is_map_of_rows(const struct value *v)
{
	return is_map(v) && all(v, is_flat_map);
}

/* One map, under a name that says nothing. */
static bool is_alone(struct arena *arena, const struct value *map, const char *called)
{
	return map->count < 2 && kind_of_many(arena, called) == RECORD_KEYS &&
	       table_name_kind(arena, map->keys[0].text) == RECORD_KEYS;
}

/* {"gpt-4": {"mmlu": 86.4}}, {"mmlu": {"gpt-4": 86.4}}: one map alone under a name that says nothing is no table. */
static const struct value *rows_by_name(struct arena *arena, const struct value *map, const char *called)
{
	if (!is_map(map) || !all(map, is_flat_map) || !holds_number(&map->items[0]))
		return NULL;
	enum record_key kind = kind_of_keys(arena, map, called);
	if (is_alone(arena, map, called))
		return NULL;
	const char *head = head_of(kind);
	struct value *rows = arena_alloc(arena, map->count, sizeof *rows);
	for (size_t i = 0; i < map->count; i++) {
		const struct value *name = &map->keys[i];
		rows[i] = named_row(arena, &map->items[i], &head, &name, 1);
	}
	return list_of(arena, map, rows, map->count);
}

/* {"gpt-4": {"mmlu": {"acc": 0.86, "stderr": 0.01}}} */
static const struct value *rows_by_two_names(struct arena *arena, const struct value *map, const char *called)
{
	if (!is_map(map) || !all(map, is_map_of_rows))
		return NULL;
	enum record_key kind = kind_of_keys(arena, map, called);
	if (kind == RECORD_KEYS || is_alone(arena, map, called) || !holds_number(&map->items[0].items[0]))
		return NULL;
	const char *heads[] = { head_of(kind), head_of(kind == KEY_MODEL ? KEY_BENCHMARK : KEY_MODEL) };
	size_t room = 0, n = 0;
	for (size_t i = 0; i < map->count; i++)
		room += map->items[i].count;
	struct value *rows = arena_alloc(arena, room, sizeof *rows);
	for (size_t i = 0; i < map->count; i++)
		for (size_t k = 0; k < map->items[i].count; k++) {
			const struct value *names[] = { &map->keys[i], &map->items[i].keys[k] };
			rows[n++] = named_row(arena, &map->items[i].items[k], heads, names, 2);
		}
	return list_of(arena, map, rows, n);
}

/* ---- what holds them ---- */

/* Each row with a name, which is that of a benchmark. */
static const struct value *rows_of_benchmarks(struct arena *arena, const struct value *list)
{
	struct value *rows = arena_alloc(arena, list->count, sizeof *rows);
	for (size_t r = 0; r < list->count; r++) {
		const struct value *row = &list->items[r];
		struct value *keys, *items;
		rows[r] = map_of(arena, row->place, row->count, &keys, &items);
		rows[r].count = row->count;
		for (size_t i = 0; i < row->count; i++) {
			bool name = str_eq(row->keys[i].text, "name") && !value_at(row, "benchmark");
			keys[i] = name ? key_called("benchmark", row->keys[i].place) : row->keys[i];
			items[i] = row->items[i];
		}
	}
	return list_of(arena, list, rows, list->count);
}

/* Under "benchmarks", what has a name alone is one of them. */
static bool may_be_models(struct arena *arena, const struct value *rows, const char *called)
{
	if (kind_of_many(arena, called) != KEY_BENCHMARK)
		return true;
	for (size_t i = 0; i < rows->items[0].count; i++) {
		const struct table_head head = table_head_of(arena, rows->items[0].keys[i].text);
		if (head.role == KEY_MODEL && !str_eq(head.key, "name"))
			return true;
	}
	return false;
}

static bool names_model(struct arena *arena, const struct value *tree)
{
	for (size_t i = 0; i < tree->count; i++)
		if (tree->items[i].kind == VALUE_STRING && table_head_of(arena, tree->keys[i].text).role == KEY_MODEL)
			return true;
	return false;
}

/* called: its key, NULL for the whole file; owned: a model stands beside it. */
static const struct value *rows_in(struct arena *arena, const struct value *v, const char *called, bool owned)
{
	const struct value *rows = rows_flattened(arena, v);
	if (!rows && called && is_row_list(v))
		rows = may_be_models(arena, v, called) ? v : owned ? rows_of_benchmarks(arena, v) : NULL;
	if (!rows)
		rows = rows_below_heads(arena, v);
	if (rows || v->kind != VALUE_MAP)
		return rows;
	if (!rows)
		rows = rows_of_split(arena, v);
	if (!rows)
		rows = rows_of_lists(arena, v);
	if (!rows)
		rows = rows_of_columns(arena, v);
	if (!rows)
		rows = rows_by_name(arena, v, called);
	return rows ? rows : rows_by_two_names(arena, v, called);
}

/* True for what may stand beside the rows and holds for each of them: "model", "date", "version". */
static bool is_shared(struct arena *arena, const char *key, const struct value *v)
{
	static const enum record_key kinds[] = { KEY_MODEL,     KEY_ORGANISATION, KEY_RELEASED, KEY_LICENCE,
		                                 KEY_BENCHMARK, KEY_UNIT,         KEY_DATE,     KEY_SOURCE };
	struct table_head head = table_head_of(arena, key);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (head.role == kinds[i] && !head.stem)
			return v->kind == VALUE_STRING;
	return false;
}

/* The rows with what stands beside them in each. */
static const struct value *shared_rows(struct arena *arena, const struct value *tree, const struct value *rows)
{
	const char **heads = arena_alloc(arena, tree->count, sizeof *heads);
	const struct value **values = arena_alloc(arena, tree->count, sizeof *values);
	size_t n = 0;
	for (size_t i = 0; i < tree->count; i++)
		if (is_scalar(&tree->items[i]) && is_shared(arena, tree->keys[i].text, &tree->items[i])) {
			heads[n] = tree->keys[i].text;
			values[n++] = &tree->items[i];
		}
	if (!n)
		return rows;
	struct value *named = arena_alloc(arena, rows->count, sizeof *named);
	for (size_t i = 0; i < rows->count; i++)
		named[i] = named_row(arena, &rows->items[i], heads, values, n);
	return list_of(arena, rows, named, rows->count);
}

/* {"model": "GPT-4", "mmlu": 86.4}, {"model": "GPT-4", "results": {"mmlu": 86.4}} */
static const struct value *one_row(struct arena *arena, const struct value *tree)
{
	const struct value *row = NULL;
	if (!names_model(arena, tree))
		return NULL;
	for (size_t i = 0; i < tree->count; i++) {
		const struct value *item = &tree->items[i];
		if (!is_flat_map(item) || !holds_number(item))
			continue;
		if (row)
			return NULL;
		row = item;
	}
	if (!row && is_flat_map(tree) && holds_number(tree))
		row = tree;
	if (!row)
		return NULL;
	struct value *only = arena_alloc(arena, 1, sizeof *only);
	*only = *row;
	return list_of(arena, row, only, 1);
}

const struct value *container_rows(struct arena *arena, const struct value *tree)
{
	const struct value *rows = rows_in(arena, tree, NULL, false), *found = NULL;
	if (rows || tree->kind != VALUE_MAP)
		return rows;
	bool owned = names_model(arena, tree);
	for (size_t i = 0; i < tree->count; i++) {
		const struct value *here =
			is_scalar(&tree->items[i]) ? NULL : rows_in(arena, &tree->items[i], tree->keys[i].text, owned);
		if (here && found)
			return NULL; /* which of them counts is not known */
		found = here ? here : found;
	}
	if (!found)
		found = one_row(arena, tree);
	return found ? shared_rows(arena, tree, found) : NULL;
}
