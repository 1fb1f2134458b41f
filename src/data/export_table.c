/* Measurements as aligned text for a terminal. */
#include "data/export.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/series.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BENCHMARK, MODEL, VALUE, UNIT, INTERVAL, MEASURED, STATUS, SOURCE, DATE, REMARK, COLUMNS };

static const char *const headers[COLUMNS] = { "benchmark", NULL,     "value",  "unit", "95 % interval",
	                                      "measured",  "status", "source", "date", "remark" };

struct past { /* a measurement that its source has replaced */
	size_t index;
	struct date until;
};

struct table {
	struct arena *arena; /* for the row at hand */
	const struct dataset *dataset;
	const struct export_cells *cells; /* NULL: all measurements */
	const struct past *past;          /* of all measurements, by index */
	size_t n_past;
	const char *heads[COLUMNS];
	size_t widths[COLUMNS], before; /* in terminal cells; before: of a value, up to its decimal point */
	bool used[COLUMNS];
};

/* Up to the decimal point, or to whatever follows the digits. */
static size_t width_before_point(struct arena *arena, const char *value)
{
	const char *digit = strpbrk(value, "0123456789");
	size_t n = digit ? (size_t)(digit - value) + strspn(digit, "0123456789,") : strlen(value);
	return utf8_cells(arena_strndup(arena, value, n));
}

static const char *interval_of(struct arena *arena, const struct measurement *m)
{
	if (!m->has_interval)
		return "";
	const char *level = m->level == 95 ? "" : arena_printf(arena, " (%g %%)", m->level);
	return arena_printf(arena, "%.10g to %.10g%s", m->low, m->high, level);
}

static const char *candidates_of(struct arena *arena, const struct measurement *m)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < m->n_candidates; i++)
		strbuf_addf(&b, "%s%s", i ? " or " : "", variant_full_name(arena, m->candidates[i]));
	return b.s;
}

/* What the measurement itself says; the caller adds the value's mark and the remark. */
static void fill(struct table *t, const char **row, const struct measurement *m, bool all)
{
	row[BENCHMARK] = m->benchmark->name;
	row[MODEL] = m->variant ? variant_full_name(t->arena, m->variant) : candidates_of(t->arena, m);
	row[VALUE] = m->value.text ? m->value.text : "\u2013";
	row[UNIT] = m->benchmark->unit->name;
	row[INTERVAL] = interval_of(t->arena, m);
	row[MEASURED] = m->measured == MEASURED_UNKNOWN && !all ? "" : measured_word(m->measured);
	row[STATUS] = m->status == STATUS_OK && !all ? "" : status_word(m->status);
	row[SOURCE] = m->source ? m->source->id : "";
	row[DATE] = date_iso(t->arena, m->date);
	row[REMARK] = m->note ? m->note : "";
}

static const char *others(struct arena *arena, const struct selection *s)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < s->n_rivals; i++) {
		const struct measurement *m = s->rivals[i];
		strbuf_addf(&b, "%s%s (%s)", i ? ", " : "", m->value.text, m->source ? m->source->id : "no source");
	}
	if (s->chosen)
		return arena_printf(arena, "not %s: %s", b.s, selection_reason_words(s->reason));
	return arena_printf(arena, "undecided: %s", b.s);
}

static void fill_selected(struct table *t, const char **row, const struct selection *s)
{
	fill(t, row, s->chosen ? s->chosen : s->n_rivals ? s->rivals[0] : s->all[0], false);
	if (!s->n_rivals)
		return;
	row[REMARK] = *row[REMARK] && s->chosen ? arena_printf(t->arena, "%s; %s", others(t->arena, s), row[REMARK])
	                                        : others(t->arena, s);
	if (s->chosen) {
		row[VALUE] = arena_printf(t->arena, "\u2260 %s", row[VALUE]);
		return;
	}
	row[VALUE] = "?";
	row[INTERVAL] = row[MEASURED] = row[STATUS] = row[SOURCE] = row[DATE] = "";
}

static int by_index(const void *a, const void *b)
{
	const struct past *x = a, *y = b;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* Of the cells with several measurements. */
static struct past *past_of(struct arena *arena, const struct dataset *dataset, size_t *count)
{
	struct arena *scratch = arena_new_below(arena);
	const struct cells *cells = cells_of(scratch, dataset, NULL);
	struct past *past = NULL;
	size_t room = 0;
	*count = 0;
	for (size_t i = 0; i < cells_count(cells); i++) {
		struct series_list list = { 0 };
		if (cells_only(cells, i) == SIZE_MAX) {
			const struct selection *s = cells_choose(scratch, cells, i);
			list = series_of(scratch, s->all, s->n_all);
		}
		for (size_t j = 0; j < list.count; j++) {
			const struct series *series = &list.items[j];
			for (size_t k = 0; k < series->count; k++) {
				if (!series_is_past(series, k))
					continue;
				past = arena_grow(arena, past, &room, *count, sizeof *past);
				past[(*count)++] =
					(struct past){ series->points[k]->index, series_latest(series)->date };
			}
		}
	}
	if (*count)
		qsort(past, *count, sizeof *past, by_index);
	arena_free(scratch);
	return past;
}

/* One that its source has replaced says so. */
static void fill_measured(struct table *t, const char **row, const struct measurement *m)
{
	const struct past *past = NULL;
	if (t->n_past)
		past = bsearch(&(struct past){ .index = m->index }, t->past, t->n_past, sizeof *t->past, by_index);
	fill(t, row, m, true);
	if (past)
		row[REMARK] = arena_printf(t->arena, "replaced on %s%s%s", date_iso(t->arena, past->until),
		                           *row[REMARK] ? "; " : "", row[REMARK]);
}

/* ---- rows, made once to be measured and once to be written ---- */

static size_t count_rows(const struct table *t)
{
	return t->cells ? cells_count(t->cells->cells) : t->dataset->n_measurements;
}

static void make_row(struct table *t, const char **row, size_t i)
{
	enum { MUCH = 1 << 18 };
	if (arena_used(t->arena) > MUCH)
		arena_empty(t->arena);
	if (!t->cells)
		fill_measured(t, row, measurement_at(t->arena, t->dataset, i));
	else
		fill_selected(t, row,
		              cells_choose(t->arena, t->cells->cells, t->cells->order ? t->cells->order[i] : i));
	for (int c = 0; c < COLUMNS; c++)
		if (row[c][strcspn(row[c], "\n\t\r")])
			row[c] = str_one_line(t->arena, row[c]);
}

static void measure(struct table *t)
{
	size_t behind = 0;
	for (size_t i = 0; i < count_rows(t); i++) {
		const char *row[COLUMNS];
		make_row(t, row, i);
		for (int c = 0; c < COLUMNS; c++) {
			size_t width = utf8_cells(row[c]);
			t->used[c] |= width > 0;
			if (c == VALUE) {
				size_t before = width_before_point(t->arena, row[c]);
				t->before = before > t->before ? before : t->before;
				behind = width - before > behind ? width - before : behind;
			} else if (width > t->widths[c]) {
				t->widths[c] = width;
			}
		}
	}
	t->widths[VALUE] = t->before + behind;
	for (int c = 0; c < COLUMNS; c++)
		if (utf8_cells(t->heads[c]) > t->widths[c])
			t->widths[c] = utf8_cells(t->heads[c]);
	if (t->widths[VALUE] > t->before + behind) /* under a wide header values are flush right */
		t->before = t->widths[VALUE] - behind;
}

static void add_row(const struct table *t, struct strbuf *out, const char *const row[COLUMNS], bool header)
{
	size_t pending = 0; /* spaces due before the next text, so that no line ends in any */
	for (int c = 0; c < COLUMNS; c++) {
		if (!t->used[c])
			continue;
		size_t width = utf8_cells(row[c]), lead = 0;
		if (c == VALUE)
			lead = header ? t->widths[c] - width : t->before - width_before_point(t->arena, row[c]);
		for (size_t i = 0; width && i < pending + lead; i++)
			strbuf_add(out, " ");
		strbuf_add(out, row[c]);
		pending = width ? t->widths[c] - lead - width + 2 : pending + t->widths[c] + 2;
	}
	strbuf_add(out, "\n");
}

/* What is compared heads its column. */
static void find_heads(struct table *t, const struct dataset *d)
{
	for (size_t c = 0; c < COLUMNS; c++)
		t->heads[c] = c == MODEL ? d->said.one : headers[c];
}

void export_table(struct emit_sink sink, struct arena *arena, const struct dataset *dataset,
                  const struct export_cells *cells)
{
	enum { CHUNK = 1 << 16 };
	struct arena *own = arena_new_below(arena);
	struct table t = { .arena = arena_new_below(own), .dataset = dataset, .cells = cells };
	struct strbuf out = strbuf_new(own);
	if (!cells)
		t.past = past_of(own, dataset, &t.n_past);
	find_heads(&t, dataset);
	measure(&t);
	for (size_t i = 0; i < count_rows(&t); i++) {
		const char *row[COLUMNS];
		if (!i)
			add_row(&t, &out, t.heads, true);
		make_row(&t, row, i);
		add_row(&t, &out, row, false);
		if (out.n > CHUNK || i + 1 == count_rows(&t)) {
			sink.write(sink.closure, out.s, out.n);
			out.n = 0;
		}
	}
	arena_free(own);
}
