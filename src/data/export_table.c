/* Measurements as aligned text for a terminal. */
#include "data/export.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/series.h"

#include <stdlib.h>
#include <string.h>

enum { BENCHMARK, MODEL, VALUE, UNIT, INTERVAL, MEASURED, STATUS, SOURCE, DATE, REMARK, COLUMNS };

static const char *const headers[COLUMNS] = { "benchmark", NULL,     "value",  "unit", "95 % interval",
	                                      "measured",  "status", "source", "date", "remark" };

struct table {
	struct arena *arena;
	const char *heads[COLUMNS];
	const char *(*rows)[COLUMNS];
	size_t count, room;
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

static const char **new_row(struct table *t)
{
	t->rows = arena_grow(t->arena, t->rows, &t->room, t->count, sizeof *t->rows);
	return t->rows[t->count++];
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

static void add_selected(struct table *t, const struct selection *s)
{
	const char **row = new_row(t);
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

static void measure(struct table *t)
{
	size_t behind = 0;
	for (size_t i = 0; i < t->count; i++)
		for (int c = 0; c < COLUMNS; c++) {
			t->rows[i][c] = str_one_line(t->arena, t->rows[i][c]);
			size_t width = utf8_cells(t->rows[i][c]);
			t->used[c] |= width > 0;
			if (c == VALUE) {
				size_t before = width_before_point(t->arena, t->rows[i][c]);
				t->before = before > t->before ? before : t->before;
				behind = width - before > behind ? width - before : behind;
			} else if (width > t->widths[c]) {
				t->widths[c] = width;
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
		if (width)
			strbuf_addf(out, "%*s%s", (int)(pending + lead), "", row[c]);
		pending = width ? t->widths[c] - lead - width + 2 : pending + t->widths[c] + 2;
	}
	strbuf_add(out, "\n");
}

struct past { /* a measurement that its source has replaced */
	size_t index;
	struct date until;
};

static int by_index(const void *a, const void *b)
{
	const struct past *x = a, *y = b;
	return x->index < y->index ? -1 : x->index > y->index;
}

static struct past *past_of(struct arena *arena, const struct dataset *dataset, size_t *count)
{
	struct past *past = NULL;
	size_t room = 0;
	struct selections selections = selections_of(arena, dataset, NULL);
	*count = 0;
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		struct series_list list = { 0 };
		if (s->n_all > 1)
			list = series_of(arena, s->all, s->n_all);
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
	return past;
}

/* Every measurement in file order, which is that of the indices; replaced ones say so. */
static void add_all(struct table *t, const struct dataset *dataset)
{
	size_t n_past, next = 0;
	const struct past *past = past_of(t->arena, dataset, &n_past);
	for (size_t i = 0; i < dataset->n_measurements; i++) {
		const struct measurement *m = measurement_at(t->arena, dataset, i);
		const char **row = new_row(t);
		fill(t, row, m, true);
		if (next == n_past || past[next].index != m->index)
			continue;
		row[REMARK] = arena_printf(t->arena, "replaced on %s%s%s", date_iso(t->arena, past[next++].until),
		                           *row[REMARK] ? "; " : "", row[REMARK]);
	}
}

/* What is compared heads its column. */
static void find_heads(struct table *t, const struct dataset *d)
{
	for (size_t c = 0; c < COLUMNS; c++)
		t->heads[c] = c == MODEL ? d->said.one : headers[c];
}

char *export_table(struct arena *arena, const struct dataset *dataset, const struct selections *known, bool all)
{
	struct table t = { .arena = arena };
	struct strbuf out = strbuf_new(arena);
	struct selections selections = all     ? (struct selections){ 0 }
	                               : known ? *known
	                                       : selections_of(arena, dataset, NULL);
	for (size_t i = 0; i < selections.count; i++)
		add_selected(&t, selections.items[i]);
	if (all)
		add_all(&t, dataset);
	find_heads(&t, dataset);
	measure(&t);
	if (t.count)
		add_row(&t, &out, t.heads, true);
	for (size_t i = 0; i < t.count; i++)
		add_row(&t, &out, t.rows[i], false);
	return out.s;
}
