#include "data/table_rewrite.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"

#include <string.h>

static const char *text_at(const struct table_reading *r, size_t column, size_t i)
{
	return r->table->columns[column].texts[i].text;
}

/* The first row that has this text. */
static struct place place_of_text(const struct table_reading *r, size_t column, size_t text)
{
	size_t row = 0;
	while (row < r->table->n_rows && r->table->columns[column].cells[row] != text)
		row++;
	return row < r->table->n_rows ? table_place(r->table, column, row) : r->table->columns[column].key.place;
}

/* ---- numbers ---- */

static bool number_of(struct arena *arena, const char *text, double *number)
{
	struct quantity q;
	bool percent;
	if (!quantity_parse(arena, text, &q, &percent))
		return false;
	*number = q.number;
	return true;
}

/* What adding binary fractions leaves after the twelfth digit is not in the data. */
const char *table_sum(struct arena *arena, const char *a, const char *b)
{
	double x, y;
	if (!number_of(arena, a, &x) || !number_of(arena, b, &y))
		return "";
	return arena_printf(arena, "%.12g", x + y);
}

/* The text counted in the other unit. */
static const char *converted(struct arena *arena, const char *text, double ratio)
{
	double number;
	if (ratio == 1 || !number_of(arena, text, &number))
		return text;
	return arena_printf(arena, "%.12g", number * ratio);
}

void table_rescale(struct rewritten *w, enum part part, double ratio)
{
	for (size_t i = 0; i < w->n && w->parts[part]; i++)
		w->parts[part][i] = converted(w->arena, w->parts[part][i], ratio);
}

/* ---- columns of values ---- */

/* The texts of a part; none of them is NULL. */
static const char **part_of(struct rewritten *w, enum part part)
{
	if (w->parts[part])
		return w->parts[part];
	w->parts[part] = arena_alloc(w->arena, w->n, sizeof *w->parts[part]);
	for (size_t i = 0; i < w->n; i++)
		w->parts[part][i] = "";
	return w->parts[part];
}

static void put_part(struct rewritten *w, enum part part, size_t i, const char *text)
{
	if (text && *text)
		part_of(w, part)[i] = arena_strdup(w->arena, text);
}

/* The value that the i-th text is, "" for none. Of most columns each is as it is written, and nothing is kept before
 * one is not. */
static void put_value_text(struct rewritten *w, const struct table_column *c, size_t i, const char *value)
{
	const char *written = c->texts[i].text;
	bool same = str_eq(value, written);
	if (!same && !w->parts[PART_VALUE])
		for (size_t k = TABLE_TEXT; k < i; k++)
			part_of(w, PART_VALUE)[k] = c->texts[k].text;
	if (!same)
		part_of(w, PART_VALUE)[i] = *value ? arena_strdup(w->arena, value) : "";
	else if (w->parts[PART_VALUE])
		w->parts[PART_VALUE][i] = written;
}

static struct arena *emptied(struct arena *scratch, const struct table_reading *r)
{
	if (arena_used(scratch) < 1 << 20)
		return scratch;
	arena_free(scratch);
	return arena_new_below(r->b->scratch);
}

/* Of a text that has a value: its ends, as bounds. */
static void put_value(struct arena *arena, struct rewritten *w, const struct table_column *column, size_t i,
                      const struct cell_reading *cell)
{
	double ratio = 1;
	if (cell->unit && w->unit && !unit_same(cell->unit, w->unit))
		ratio = unit_ratio(cell->unit, w->unit);
	const char *value = converted(arena, cell->value, ratio);
	put_value_text(w, column, i, value);
	if (cell->half)
		put_part(w, PART_HALF, i, converted(arena, cell->half, ratio));
	if (!cell->low)
		return;
	const char *low = converted(arena, cell->low, ratio), *high = converted(arena, cell->high, ratio);
	put_part(w, PART_LOW, i, cell->offsets ? table_sum(arena, value, low) : low);
	put_part(w, PART_HIGH, i, cell->offsets ? table_sum(arena, value, high) : high);
}

/* True if the cell may stand in a column of this unit. */
static bool agrees(const struct cell_reading *cell, const struct unit *unit)
{
	if (!cell->unit || !unit)
		return cell->unit == unit;
	return unit_ratio(cell->unit, unit) > 0;
}

struct unfit { /* texts of a column of values that are none */
	size_t count, first;
	bool for_unit;
};

static void tell_unfit(const struct table_reading *r, size_t column, const struct unfit *unfit)
{
	if (!unfit->count)
		return;
	struct arena *a = r->b->arena;
	const char *others = unfit->count == 1   ? ""
	                     : unfit->count == 2 ? ", and so is another"
	                                         : arena_printf(a, ", and so are %zu others", unfit->count - 1);
	const char *text = text_at(r, column, unfit->first);
	if (str_overflows(text)) {
		diag_add(r->b->diags, DIAG_WARNING, place_of_text(r, column, unfit->first),
		         "the largest is 1.79e308: write it in a larger unit",
		         "%s is too large for a value of \"%s\": it is taken as missing%s", text,
		         table_head_text(r, column), others);
		return;
	}
	diag_add(r->b->diags, DIAG_WARNING, place_of_text(r, column, unfit->first),
	         unfit->for_unit ? "write a unit in every cell of the column, or in none"
	                         : "write a number, or leave the cell empty",
	         "\"%s\" is not a value of \"%s\": it is taken as missing%s", text, table_head_text(r, column), others);
}

/* The unit that most cells with a number name, NULL if most name none. */
static const struct unit *unit_of_cells(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	struct arena *scratch = arena_new_below(r->b->scratch);
	const struct unit *unit = NULL;
	size_t with = 0, without = 0;
	for (size_t i = TABLE_TEXT; i < t->n_texts && i < 1000; i++) {
		struct cell_reading cell = cell_read(scratch, table_plain(scratch, r, column, t->texts[i].text));
		if (cell.kind != CELL_NUMBER)
			continue;
		with += cell.unit != NULL;
		without += !cell.unit;
		unit = unit ? unit : cell.unit;
	}
	arena_free(scratch);
	return with >= without ? unit : NULL;
}

struct rewritten table_rewrite(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	struct rewritten w = { .arena = r->b->scratch, .n = t->n_texts };
	struct arena *scratch = arena_new_below(r->b->scratch);
	struct unfit unfit = { 0 };
	size_t marked = 0;
	if (r->across)
		w.units = arena_alloc(w.arena, w.n, sizeof *w.units);
	else
		w.unit = unit_of_cells(r, column);
	for (size_t i = TABLE_TEXT; i < w.n; i++, scratch = emptied(scratch, r)) {
		const char *written = text_at(r, column, i);
		struct cell_reading cell = cell_read(scratch, table_plain(scratch, r, column, written));
		if (cell.kind == CELL_NUMBER && (w.units || agrees(&cell, w.unit))) {
			if (w.units)
				w.units[i] = cell.unit ? cell.unit->name : cell.percent ? "percent" : "";
			put_value(scratch, &w, t, i, &cell);
			w.n_percent += cell.percent;
			w.n_plain += !cell.percent;
			marked = cell.marked && !marked ? i : marked;
			continue;
		}
		put_value_text(&w, t, i, "");
		if (cell.kind != CELL_MISSING) {
			unfit.for_unit |= cell.kind == CELL_NUMBER;
			unfit.first = unfit.count++ ? unfit.first : i;
		}
	}
	arena_free(scratch);
	tell_unfit(r, column, &unfit);
	if (marked)
		diag_add(r->b->diags, DIAG_NOTE, place_of_text(r, column, marked), "say in a note what it means",
		         "marks after numbers of \"%s\", as in \"%s\", are left out", table_head_text(r, column),
		         text_at(r, column, marked));
	return w;
}

const char *table_value_text(const struct table_reading *r, size_t column, const struct rewritten *values, size_t i)
{
	if (values->parts[PART_VALUE])
		return values->parts[PART_VALUE][i];
	return i < TABLE_TEXT ? "" : r->table->columns[column].texts[i].text;
}

/* ---- columns of what is uncertain ---- */

struct rewritten table_rewrite_companion(struct arena *arena, const struct table_reading *r, size_t column,
                                         enum part alone)
{
	struct rewritten w = { .arena = arena, .n = r->table->columns[column].n_texts };
	struct arena *scratch = arena_new_below(r->b->scratch);
	w.offsets = arena_alloc(arena, w.n, sizeof *w.offsets);
	part_of(&w, alone);
	for (size_t i = TABLE_TEXT; i < w.n; i++, scratch = emptied(scratch, r)) {
		const char *written = text_at(r, column, i);
		struct cell_reading cell = cell_read(scratch, table_plain(scratch, r, column, written));
		w.n_percent += cell.percent;
		if (cell.kind == CELL_NUMBER && !cell.half && !cell.low) {
			put_part(&w, alone, i, cell.value);
		} else if (cell.kind == CELL_INTERVAL && cell.half) {
			put_part(&w, PART_HALF, i, cell.half);
		} else if (cell.kind == CELL_INTERVAL) {
			put_part(&w, PART_LOW, i, cell.low);
			put_part(&w, PART_HIGH, i, cell.high);
			w.offsets[i] = cell.offsets;
		}
	}
	arena_free(scratch);
	return w;
}
