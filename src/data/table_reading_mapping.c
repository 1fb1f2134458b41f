/* What the user says of a table's columns. */
#include "data/table_reading_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

static size_t column_named(const struct table_reading *r, const char *head)
{
	const char *fold = dataset_fold(r->b->scratch, head);
	size_t found = NO_COLUMN;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		if (str_eq(table_head_text(r, i), head))
			return i;
		if (found == NO_COLUMN && str_eq(dataset_fold(r->b->scratch, table_head_text(r, i)), fold))
			found = i;
	}
	return found;
}

size_t table_column_called(const struct table_reading *r, const char *head, struct place place)
{
	size_t found = column_named(r, head);
	if (found != NO_COLUMN)
		return found;
	struct nearest nearest = nearest_to(head);
	struct strbuf heads = strbuf_new(r->b->arena);
	strbuf_add(&heads, "it has ");
	for (size_t i = 0; i < r->table->n_columns && i < 20; i++) {
		nearest_offer(&nearest, table_head_text(r, i));
		strbuf_addf(&heads, "%s%s", i ? ", " : "", table_head_text(r, i));
	}
	diag_add(r->b->diags, DIAG_ERROR, place.file ? place : r->table->place,
	         nearest_hint(r->b->arena, &nearest, heads.s), "the table has no column \"%s\"", head);
	return NO_COLUMN;
}

static enum record_key role_called(const char *key)
{
	for (size_t i = 0; feed_role_at(i); i++)
		if (str_eq(feed_role_at(i), key))
			return record_key_named(key);
	return RECORD_KEYS;
}

void table_add_value(struct table_reading *r, size_t column)
{
	struct table_value *value = &r->values[r->n_values++];
	*value = (struct table_value){ .column = column };
	for (size_t k = 0; k < RECORD_KEYS; k++)
		value->companions[k] = NO_COLUMN;
	value->leads = r->columns[column].head.role == KEY_VALUE || str_eq(r->columns[column].head.unit, "elo");
	r->columns[column].used = true;
}

static bool is_companion(enum record_key role)
{
	return role == KEY_SE || role == KEY_CI || role == KEY_CI_LOW || role == KEY_CI_HIGH || role == KEY_N;
}

/* The k-th column of a companion belongs to the k-th of the values; one sample may be that of all. */
static bool pair_companions(struct table_reading *r, enum record_key role, const size_t *columns, size_t n)
{
	bool shared = role == KEY_N && n == 1;
	if (n && n != r->n_values && !shared) {
		diag_add(r->b->diags, DIAG_ERROR, r->table->place, "map as many of both, in the same order",
		         "%zu %s mapped to value, and %zu to %s", r->n_values,
		         r->n_values == 1 ? "column is" : "columns are", n, record_key_word(role));
		return false;
	}
	for (size_t v = 0; v < r->n_values && n; v++)
		r->values[v].companions[role] = columns[shared ? 0 : v];
	return true;
}

/* The column that a pair maps; NO_COLUMN with an error. */
static size_t take_pair(struct table_reading *r, const struct feed_pair *pair)
{
	size_t column = table_column_called(r, pair->text, pair->place);
	if (column == NO_COLUMN)
		return NO_COLUMN;
	if (r->columns[column].used) {
		diag_add(r->b->diags, DIAG_ERROR, pair->place.file ? pair->place : r->table->place, NULL,
		         "the column \"%s\" is mapped twice", pair->text);
		return NO_COLUMN;
	}
	r->columns[column].used = r->columns[column].mapped = true;
	return column;
}

bool table_take_mapping(struct table_reading *r)
{
	size_t n_pairs = r->feed ? r->feed->n_columns : 0, n[RECORD_KEYS] = { 0 };
	size_t *columns[RECORD_KEYS] = { 0 };
	bool ok = true;
	for (size_t i = 0; i < n_pairs; i++) {
		enum record_key role = role_called(r->feed->columns[i].key);
		size_t column = role < RECORD_KEYS ? take_pair(r, &r->feed->columns[i]) : NO_COLUMN;
		if (column == NO_COLUMN) {
			ok = false;
		} else if (role == KEY_VALUE) {
			table_add_value(r, column);
		} else if (is_companion(role)) {
			columns[role] =
				columns[role] ? columns[role] : arena_alloc(r->b->scratch, n_pairs, sizeof **columns);
			columns[role][n[role]++] = column;
		} else {
			r->roles[role] = column;
		}
	}
	for (size_t role = 0; role < RECORD_KEYS && r->n_values && ok; role++)
		ok = pair_companions(r, (enum record_key)role, columns[role], n[role]) && ok;
	for (size_t role = 0; role < RECORD_KEYS && !r->n_values; role++)
		if (n[role])
			r->roles[role] = columns[role][0]; /* of the one column of values that will be found */
	return ok;
}
