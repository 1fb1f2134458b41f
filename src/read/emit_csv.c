/* Trees as tables and back: "price.input" for maps inside, "aliases.1" for lists. */
#include "read/emit.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "read/emitter.h"

#include <string.h>

struct column {
	const char *name;
	size_t index;
};

struct table {
	struct arena *arena;
	struct map by_name;
	const char **columns;
	size_t n_columns, columns_capacity;
};

struct cell {
	const char *column;
	const struct value *value;
	struct cell *next;
};

static void add_column(struct table *t, const char *name)
{
	if (map_find(&t->by_name, name))
		return;
	struct column *fresh = arena_alloc(t->arena, 1, sizeof *fresh);
	*fresh = (struct column){ arena_strdup(t->arena, name), t->n_columns };
	map_put(&t->by_name, fresh->name, fresh);
	t->columns = arena_grow(t->arena, t->columns, &t->columns_capacity, t->n_columns, sizeof *t->columns);
	t->columns[t->n_columns++] = fresh->name;
}

static struct cell **add_cell(struct arena *arena, struct cell **end, const char *column, const struct value *value)
{
	struct cell *cell = arena_alloc(arena, 1, sizeof *cell);
	*cell = (struct cell){ column, value, NULL };
	*end = cell;
	return &cell->next;
}

/* All leaves of v as cells, named by the way to them. */
static struct cell **flatten(struct arena *arena, struct cell **end, const char *prefix, const struct value *v)
{
	if (v->kind != VALUE_MAP && v->kind != VALUE_LIST)
		return add_cell(arena, end, prefix, v);
	for (size_t i = 0; i < v->count; i++) {
		const char *step = v->kind == VALUE_MAP ? v->keys[i].text : arena_printf(arena, "%zu", i + 1);
		const char *name = *prefix ? arena_printf(arena, "%s.%s", prefix, step) : step;
		end = flatten(arena, end, name, &v->items[i]);
	}
	return end;
}

static bool needs_quotes(const char *s)
{
	size_t n = strlen(s);
	return n && (strpbrk(s, ",\"\r\n") || strchr(" \t", s[0]) || strchr(" \t", s[n - 1]) ||
	             strncmp(s, "\xef\xbb\xbf", 3) ==
	                     0); /* at the start of a file it would be taken for a byte order mark */
}

static void csv_text(struct strbuf *b, const char *s)
{
	if (!needs_quotes(s)) {
		strbuf_add(b, s);
		return;
	}
	strbuf_add(b, "\"");
	for (; *s; s++)
		if (*s == '"')
			strbuf_add(b, "\"\"");
		else if (s[0] == '\r' && s[1] == '\n')
			strbuf_add(b, "\r\r"); /* readers take \r\n for \n: one more survives */
		else
			strbuf_addn(b, s, 1);
	strbuf_add(b, "\"");
}

static const char *past_digits(const char *s)
{
	return s + strspn(s, "0123456789");
}

/* "-12.5e3" */
static bool is_number(const char *s)
{
	const char *from = s + (*s == '-' || *s == '+'), *end = past_digits(from);
	if (end == from)
		return false;
	if (*end == '.')
		end = past_digits(end + 1);
	if (*end == 'e' || *end == 'E') {
		from = end + 1 + (end[1] == '-' || end[1] == '+');
		end = past_digits(from);
		if (end == from)
			return false;
	}
	return !*end;
}

void emit_csv_cell(struct strbuf *b, const char *text)
{
	if (!*text || !strchr("=+-@\t\r", *text) || is_number(text)) {
		csv_text(b, text);
		return;
	}
	struct strbuf guarded = strbuf_new(b->arena);
	strbuf_addf(&guarded, "'%s", text);
	csv_text(b, guarded.s);
}

static void csv_cell(struct strbuf *b, const struct value *v)
{
	if (v && v->kind != VALUE_MISSING)
		csv_text(b, v->kind == VALUE_BOOL ? (v->boolean ? "true" : "false") : v->text);
}

static bool is_list_of_maps(const struct value *v)
{
	for (size_t i = 0; i < v->count && v->kind == VALUE_LIST && v->items; i++)
		if (v->items[i].kind != VALUE_MAP)
			return false;
	return v->kind == VALUE_LIST;
}

static const struct value *text_value(struct arena *arena, const char *text)
{
	struct value *v = arena_alloc(arena, 1, sizeof *v);
	*v = (struct value){ .kind = VALUE_STRING, .text = text };
	return v;
}

/* A row is visited twice: first for its columns, then to be printed. */
struct writer {
	struct emitter emitter;
	struct table table;
	const struct value **line;
	bool printing;
};

static void take_row(struct writer *w, const struct cell *cells)
{
	struct table *t = &w->table;
	struct strbuf *b = &w->emitter.text;
	if (!w->printing) {
		for (const struct cell *c = cells; c; c = c->next)
			add_column(t, c->column);
		return;
	}
	memset(w->line, 0, t->n_columns * sizeof *w->line);
	for (const struct cell *c = cells; c; c = c->next)
		w->line[((const struct column *)map_find(&t->by_name, c->column))->index] = c->value;
	for (size_t i = 0; i < t->n_columns; i++) {
		strbuf_add(b, i ? "," : "");
		csv_cell(b, w->line[i]);
	}
	strbuf_add(b, "\n");
}

static void print_straight(struct strbuf *b, const struct value *map)
{
	for (size_t i = 0; i < map->count; i++) {
		strbuf_add(b, i ? "," : "");
		csv_cell(b, &map->items[i]);
	}
	strbuf_add(b, "\n");
}

/* record: what the first column says, NULL for no such column. */
static void take_rows(struct writer *w, const struct value *list, const char *record)
{
	bool uniform = !record && !list->items && list->count && list->maker->uniform;
	for (size_t i = 0; i < (uniform && !w->printing ? 1 : list->count); i++) {
		struct value item = emitter_item(&w->emitter, list, i);
		struct cell *cells = NULL, **end = &cells;
		if (uniform && w->printing) {
			print_straight(&w->emitter.text, &item);
			continue;
		}
		if (record)
			end = add_cell(w->emitter.items, end, "record", text_value(w->emitter.items, record));
		flatten(w->emitter.items, end, "", &item);
		take_row(w, cells);
	}
}

/* Everything but the lists: one row, "dataset". */
static void take_own_row(struct writer *w, const struct value *root)
{
	struct arena *arena = w->emitter.items;
	struct cell *cells = NULL, **end = &cells;
	for (size_t i = 0; i < root->count; i++) {
		const struct value *v = &root->items[i];
		if (is_list_of_maps(v) && v->count)
			continue;
		if (!cells)
			end = add_cell(arena, end, "record", text_value(arena, "dataset"));
		end = flatten(arena, end, root->keys[i].text, v);
	}
	if (cells)
		take_row(w, cells);
}

static void take_all(struct writer *w, const struct value *root)
{
	if (root->kind == VALUE_LIST) {
		take_rows(w, root, NULL);
		return;
	}
	take_own_row(w, root);
	for (size_t i = 0; i < root->count; i++)
		if (is_list_of_maps(&root->items[i]))
			take_rows(w, &root->items[i], root->keys[i].text);
}

static char *csv(struct arena *arena, struct emit_sink sink, const struct value *root)
{
	struct writer w = { .emitter = emitter_new(arena, sink),
		            .table = { .arena = arena, .by_name = map_new(arena) } };
	struct strbuf *b = &w.emitter.text;
	take_all(&w, root);
	w.line = arena_alloc(arena, w.table.n_columns + 1, sizeof *w.line);
	for (size_t i = 0; i < w.table.n_columns; i++) {
		strbuf_add(b, i ? "," : "");
		csv_text(b, w.table.columns[i]);
	}
	strbuf_add(b, "\n");
	w.printing = true;
	take_all(&w, root);
	return emitter_finish(&w.emitter);
}

char *emit_csv(struct arena *arena, const struct value *root)
{
	return csv(arena, (struct emit_sink){ 0 }, root);
}

void emit_csv_to(struct emit_sink sink, struct arena *arena, const struct value *root)
{
	csv(arena, sink, root);
}

/* ---- and back ---- */

struct node {
	const char *key;
	const struct value *leaf;
	struct place place;
	struct node *first, *last, *next;
	size_t count;
};

static struct node *append(struct arena *arena, struct node *parent, const char *key, struct place place)
{
	struct node *n = arena_alloc(arena, 1, sizeof *n);
	*n = (struct node){ .key = key, .place = place };
	*(parent->last ? &parent->last->next : &parent->first) = n;
	parent->last = n;
	parent->count++;
	return n;
}

static struct node *child(struct arena *arena, struct node *parent, const char *key, struct place place)
{
	for (struct node *n = parent->first; n; n = n->next)
		if (str_eq(n->key, key))
			return n;
	return append(arena, parent, key, place);
}

static void insert(struct arena *arena, struct node *root, const char *path, const struct value *leaf,
                   struct place place)
{
	struct node *n = root;
	for (const char *dot; (dot = strchr(path, '.')); path = dot + 1)
		n = child(arena, n, arena_strndup(arena, path, (size_t)(dot - path)), place);
	n = child(arena, n, path, place);
	n->leaf = leaf;
}

static bool is_number_key(const char *key)
{
	return *key && strspn(key, "0123456789") == strlen(key);
}

static void convert(struct arena *arena, const struct node *n, struct value *out)
{
	if (n->leaf) {
		*out = *n->leaf;
		return;
	}
	bool list = n->first && is_number_key(n->first->key);
	struct value *items = arena_alloc(arena, n->count + 1, sizeof *items);
	struct value *keys = list ? NULL : arena_alloc(arena, n->count + 1, sizeof *keys);
	size_t i = 0;
	for (const struct node *c = n->first; c; c = c->next, i++) {
		convert(arena, c, &items[i]);
		if (keys)
			keys[i] = (struct value){ .kind = VALUE_STRING, .text = c->key, .place = c->place };
	}
	*out = (struct value){ .kind = list ? VALUE_LIST : VALUE_MAP,
		               .place = n->place,
		               .count = n->count,
		               .items = items,
		               .keys = keys };
}

bool emit_is_flattened(const struct value *table)
{
	return table->kind == VALUE_LIST && table->count && table->items[0].kind == VALUE_MAP &&
	       table->items[0].count && str_eq(table->items[0].keys[0].text, "record");
}

const struct value *emit_unflatten(struct arena *arena, const struct value *table, struct diags *diags)
{
	struct node root = { .place = table->place };
	bool ok = true;
	for (size_t r = 0; r < table->count; r++) {
		const struct value *row = &table->items[r], *record = &row->items[0];
		if (record->kind != VALUE_STRING) {
			diag_add(diags, DIAG_ERROR, record->place, "name the list that the row belongs to",
			         "the record of a row is missing");
			ok = false;
			continue;
		}
		struct node *target = &root;
		if (!str_eq(record->text, "dataset")) {
			struct node *list = child(arena, &root, record->text, record->place);
			target = append(arena, list, arena_printf(arena, "%zu", list->count + 1), row->place);
		}
		for (size_t i = 1; i < row->count; i++)
			if (row->items[i].kind != VALUE_MISSING)
				insert(arena, target, row->keys[i].text, &row->items[i], row->items[i].place);
	}
	struct value *out = arena_alloc(arena, 1, sizeof *out);
	convert(arena, &root, out);
	return ok ? out : NULL;
}
