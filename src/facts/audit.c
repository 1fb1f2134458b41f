#include "facts/audit.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/quantity.h"
#include "data/selection.h"
#include "read/value.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a ruler, a screen and a rounded value may do to a length. */
static const double share_of_reading = 0.02;

struct bar {
	struct place place;
	const char *label;
	double length, error; /* half of the length's last digit */
	struct quantity printed;
};

struct chart_bars {
	const struct value *benchmark; /* of its first row */
	struct bar *bars;
	size_t count, room;
};

struct auditing {
	struct arena *arena;
	const struct dataset *dataset;
	struct diags *diags;
	struct chart_bars **charts;
	size_t n_charts, room;
	struct map by_name;
};

const char *audit_kind_word(enum audit_kind kind)
{
	static const char *const words[] = { "cut", "length", "order", "printed", "elsewhere" };
	return words[kind];
}

/* ---- the table ---- */

static bool same_word(const char *a, const char *b)
{
	while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

/* The cell of a column, whose name may be written "Label". NULL: there is no such column. */
static const struct value *cell_of(const struct value *row, const char *key)
{
	for (size_t i = 0; row->kind == VALUE_MAP && i < row->count; i++)
		if (same_word(row->keys[i].text, key))
			return &row->items[i];
	return NULL;
}

static struct place place_of(const struct value *row, const char *key)
{
	const struct value *v = cell_of(row, key);
	return v ? v->place : row->place;
}

static const char *text_of(const struct value *row, const char *key)
{
	const struct value *v = cell_of(row, key);
	return v && v->text && *v->text ? v->text : NULL;
}

static bool lacks(struct auditing *a, const struct value *row, const char *key)
{
	diag_add(a->diags, DIAG_ERROR, row->place, "the columns are label, length, printed and benchmark",
	         "the row has no %s", key);
	return false;
}

/* "$12" as 12. */
static const char *without_sign(struct arena *arena, const char *text)
{
	const struct unit *unit = unit_signed(text);
	if (!unit || !unit->money)
		return text;
	const char *at = strstr(text, unit->sign), *after = at + strlen(unit->sign);
	return arena_printf(arena, "%.*s%s", (int)(at - text), text, after);
}

static bool take_number(struct auditing *a, const struct value *row, const char *key, struct quantity *out)
{
	bool percent = false;
	const char *text = text_of(row, key);
	if (!text)
		return lacks(a, row, key);
	if (quantity_parse(a->arena, without_sign(a->arena, text), out, &percent))
		return true;
	diag_add(a->diags, DIAG_ERROR, place_of(row, key),
	         str_eq(key, "length") ? "write the number alone, in the same unit for every bar: 12.5"
	                               : "write the number as printed: 89.5, 89.5%, $1,427 or 58M",
	         "\"%s\" is not a number", text);
	return false;
}

static struct chart_bars *chart_of(struct auditing *a, const struct value *row)
{
	const char *name = text_of(row, "benchmark");
	struct chart_bars *chart = map_find(&a->by_name, name ? name : "");
	if (chart)
		return chart;
	chart = arena_alloc(a->arena, 1, sizeof *chart);
	chart->benchmark = cell_of(row, "benchmark");
	map_put(&a->by_name, name ? name : "", chart);
	a->charts = arena_grow(a->arena, a->charts, &a->room, a->n_charts, sizeof *a->charts);
	a->charts[a->n_charts++] = chart;
	return chart;
}

/* Once, not for every row. */
static bool has_columns(struct auditing *a, const struct value *row)
{
	static const char *const needed[] = { "label", "length", "printed" };
	struct strbuf lacking = strbuf_new(a->arena);
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!cell_of(row, needed[i]))
			strbuf_addf(&lacking, "%s\"%s\"", lacking.n ? ", " : "", needed[i]);
	if (!lacking.n)
		return true;
	diag_add(a->diags, DIAG_ERROR, place_file(row->place.file),
	         "the columns are label, length, printed and benchmark", "the table has no column %s", lacking.s);
	return false;
}

static bool take_row(struct auditing *a, const struct value *row)
{
	struct bar bar = { .place = row->place };
	struct quantity length;
	if (!(bar.label = text_of(row, "label")))
		return lacks(a, row, "label");
	if (!take_number(a, row, "length", &length) || !take_number(a, row, "printed", &bar.printed))
		return false;
	bar.length = length.number;
	bar.error = 0.5 * pow(10, -quantity_level(length));
	if (bar.length < 0) {
		diag_add(a->diags, DIAG_ERROR, place_of(row, "length"), "measure from where the bar starts",
		         "a length is never negative");
		return false;
	}
	struct chart_bars *chart = chart_of(a, row);
	if (chart->count == AUDIT_BARS_MAX) {
		diag_add(a->diags, DIAG_ERROR, row->place, "give each chart a benchmark of its own",
		         "the chart has more than %d bars", AUDIT_BARS_MAX);
		return false;
	}
	chart->bars = arena_grow(a->arena, chart->bars, &chart->room, chart->count, sizeof *chart->bars);
	chart->bars[chart->count++] = bar;
	return true;
}

/* ---- a chart against its own numbers ---- */

static void find(struct auditing *a, struct audit_chart *out, struct audit_finding finding)
{
	out->findings =
		arena_grow(a->arena, out->findings, &out->findings_room, out->n_findings, sizeof *out->findings);
	out->findings[out->n_findings++] = finding;
}

static int compare_doubles(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return a < b ? -1 : a > b;
}

/* Of the middle: one wrong bar does not move it. */
static double middle(double *numbers, size_t n)
{
	qsort(numbers, n, sizeof *numbers, compare_doubles);
	return n ? (numbers[(n - 1) / 2] + numbers[n / 2]) / 2 : 0;
}

struct axis { /* length = scale * (value - start) */
	double scale, start;
	size_t n_off; /* bars that it does not explain */
};

/* A bar below zero is as long as its value is far from it. */
static double size_of(const struct bar *bar)
{
	return fabs(bar->printed.number);
}

static double due(const struct axis *axis, const struct bar *bar)
{
	return axis->scale * (size_of(bar) - axis->start);
}

static bool is_off(const struct axis *axis, const struct bar *bar)
{
	double length = due(axis, bar), may = fmax(2 * bar->error, share_of_reading * fmax(bar->length, length));
	return fabs(bar->length - length) > may;
}

static size_t count_off(const struct axis *axis, const struct chart_bars *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->count; i++)
		n += is_off(axis, &c->bars[i]);
	return n;
}

/* From zero, with the scale that most bars have. */
static struct axis true_axis(const struct chart_bars *c)
{
	struct axis best = { .n_off = c->count };
	for (size_t i = 0; i < c->count; i++) {
		struct axis axis = { .scale = c->bars[i].length / size_of(&c->bars[i]) };
		axis.n_off = size_of(&c->bars[i]) > 0 ? count_off(&axis, c) : c->count;
		if (axis.n_off < best.n_off)
			best = axis;
	}
	return best;
}

/* From wherever most bars say (Theil and Sen: the middle of the slopes of all pairs). */
static struct axis cut_axis(struct auditing *a, const struct chart_bars *c)
{
	size_t n = 0;
	double *numbers = arena_alloc(a->arena, c->count * c->count + 1, sizeof *numbers);
	for (size_t i = 0; i < c->count; i++)
		for (size_t k = i + 1; k < c->count; k++) {
			double values = size_of(&c->bars[k]) - size_of(&c->bars[i]);
			if (values != 0)
				numbers[n++] = (c->bars[k].length - c->bars[i].length) / values;
		}
	struct axis axis = { .scale = middle(numbers, n), .n_off = c->count };
	if (axis.scale <= 0)
		return axis; /* longer for less: that is no axis */
	for (n = 0; n < c->count; n++)
		numbers[n] = size_of(&c->bars[n]) - c->bars[n].length / axis.scale;
	axis.start = middle(numbers, n);
	axis.n_off = count_off(&axis, c);
	return axis;
}

static void judge_distortion(const struct chart_bars *c, struct audit_chart *out)
{
	const struct bar *low = &c->bars[0], *high = low;
	for (size_t i = 1; i < c->count; i++) {
		low = size_of(&c->bars[i]) < size_of(low) ? &c->bars[i] : low;
		high = size_of(&c->bars[i]) > size_of(high) ? &c->bars[i] : high;
	}
	double from = size_of(low), to = size_of(high);
	out->has_distortion = from > 0 && to > from && low->length > 0;
	if (!out->has_distortion)
		return;
	out->lengths = high->length / low->length - 1;
	out->values = to / from - 1;
	out->distortion = out->lengths / out->values;
}

/* On both sides of zero an axis shows where zero is: it cannot be cut. */
static bool has_sides(const struct chart_bars *c)
{
	size_t below = 0, above = 0;
	for (size_t i = 0; i < c->count; i++) {
		below += c->bars[i].printed.number < 0;
		above += c->bars[i].printed.number > 0;
	}
	return below && above;
}

/* An axis is called cut where that explains more bars than an axis from zero does. */
static void judge_lengths(struct auditing *a, const struct chart_bars *c, struct audit_chart *out)
{
	struct axis whole = true_axis(c), cut = cut_axis(a, c);
	bool is_cut = !has_sides(c) && cut.n_off < whole.n_off;
	const struct axis *axis = is_cut ? &cut : &whole;
	if (is_cut)
		find(a, out,
		     (struct audit_finding){ .kind = AUDIT_CUT, .place = c->bars[0].place, .number = cut.start });
	for (size_t i = 0; i < c->count; i++) {
		double length = due(axis, &c->bars[i]);
		if (is_off(axis, &c->bars[i]) && length >= 0)
			find(a, out,
			     (struct audit_finding){ .kind = AUDIT_LENGTH,
			                             .place = c->bars[i].place,
			                             .label = c->bars[i].label,
			                             .number = length > 0 ? c->bars[i].length / length : 0,
			                             .none_due = length <= 0 });
	}
}

static void judge_order(struct auditing *a, const struct chart_bars *c, struct audit_chart *out)
{
	for (size_t i = 0; i < c->count; i++)
		for (size_t k = i + 1; k < c->count; k++) {
			const struct bar *x = &c->bars[i], *y = &c->bars[k];
			double longer = x->length - y->length, more = size_of(x) - size_of(y);
			if (longer * more < 0 && fabs(longer) > x->error + y->error)
				find(a, out,
				     (struct audit_finding){ .kind = AUDIT_ORDER,
				                             .place = y->place,
				                             .label = longer > 0 ? x->label : y->label,
				                             .other = longer > 0 ? y->label : x->label,
				                             .below = fmin(x->printed.number, y->printed.number) < 0 });
		}
}

/* ---- a chart against data ---- */

static const struct selection *selection_of(const struct selections *all, const struct variant *variant)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i]->variant == variant)
			return all->items[i];
	return NULL;
}

static const struct measurement *said_by(const struct selection *s, const struct bar *bar)
{
	for (size_t i = 0; i < s->n_all; i++)
		if (s->all[i]->value.text && quantity_agrees(s->all[i]->value, bar->printed))
			return s->all[i];
	return NULL;
}

static void judge_bar(struct auditing *a, const struct selection *s, const struct bar *bar, struct audit_chart *out)
{
	out->n_looked_up++;
	if (quantity_agrees(s->chosen->value, bar->printed))
		return;
	const struct measurement *other = said_by(s, bar);
	find(a, out,
	     (struct audit_finding){ .kind = other ? AUDIT_ELSEWHERE : AUDIT_PRINTED,
	                             .place = bar->place,
	                             .label = bar->label,
	                             .printed = bar->printed.text,
	                             .known = s->chosen->value.text,
	                             .source = other && other->source ? other->source->title : NULL });
}

/* Unknown names are errors where data are loaded; here the table is what is on trial, and the rest of it is judged. */
static void soften(struct auditing *a, const struct diags *own)
{
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(own, i)); i++)
		diag_add(a->diags, DIAG_WARNING, d->place, d->hint, "%s", d->message);
}

static void judge_printed(struct auditing *a, const struct chart_bars *c, struct audit_chart *out)
{
	struct diags *own = diags_new(a->arena);
	if (!out->benchmark) {
		diag_add(a->diags, DIAG_WARNING, c->bars[0].place, "add a column benchmark",
		         "without a benchmark the printed values cannot be looked up");
		return;
	}
	const struct benchmark *benchmark = dataset_benchmark(a->dataset, out->benchmark, c->benchmark->place, own);
	struct selections all = { NULL, 0 };
	if (benchmark)
		all = selections_of(a->arena, a->dataset, benchmark);
	for (size_t i = 0; benchmark && i < c->count; i++) {
		const struct bar *bar = &c->bars[i];
		const struct variant *variant = dataset_variant(a->dataset, bar->label, bar->place, own);
		const struct selection *s = variant ? selection_of(&all, variant) : NULL;
		if (s && s->chosen)
			judge_bar(a, s, bar, out);
		else if (variant)
			diag_add(own, DIAG_WARNING, bar->place, NULL, "the data have no value of %s on %s", bar->label,
			         benchmark->name);
	}
	soften(a, own);
}

/* ---- the whole ---- */

static struct audit_chart judge(struct auditing *a, const struct chart_bars *c)
{
	struct audit_chart out = { .n_bars = c->count };
	out.benchmark = c->benchmark && c->benchmark->text && *c->benchmark->text ? c->benchmark->text : NULL;
	judge_distortion(c, &out);
	judge_lengths(a, c, &out);
	judge_order(a, c, &out);
	if (a->dataset)
		judge_printed(a, c, &out);
	return out;
}

bool audit_make(struct arena *arena, const struct value *table, const struct dataset *dataset, struct audit *audit,
                struct diags *diags)
{
	struct auditing a = { .arena = arena, .dataset = dataset, .diags = diags, .by_name = map_new(arena) };
	bool is_list = table->kind == VALUE_LIST, ok = is_list;
	if (!is_list)
		diag_add(diags, DIAG_ERROR, table->place, "the columns are label, length, printed and benchmark",
		         "is not a table");
	for (size_t i = 0; is_list && i < table->count; i++) {
		const struct value row = value_item(table, i, arena);
		struct value *kept = arena_alloc(arena, 1, sizeof *kept);
		*kept = row;
		if (!i && !has_columns(&a, kept))
			return false;
		ok = take_row(&a, kept) && ok;
	}
	if (ok && !a.n_charts)
		diag_add(diags, DIAG_ERROR, table->place, "write one row per bar", "the table has no rows");
	ok = ok && a.n_charts;
	*audit = (struct audit){ arena_alloc(arena, a.n_charts + 1, sizeof *audit->charts), ok ? a.n_charts : 0 };
	for (size_t i = 0; i < audit->n_charts; i++)
		audit->charts[i] = judge(&a, a.charts[i]);
	return ok;
}
