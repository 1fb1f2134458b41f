/* pptx_oracle.h: a figure's native charts, read back: every value that the figure draws stands in a chart and in the
 * workbook behind it, and everything that is not measured but claimed looks so. */
#ifndef PPTX_ORACLE_H
#define PPTX_ORACLE_H

#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart.h"
#include "read/archive.h"
#include "read/xml.h"
#include "scene/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct oracle_numbers {
	double *items;
	bool *used;
	size_t n, room, used_room;
};

struct oracle_reading {
	struct arena *arena;
	struct strbuf text;
	struct oracle_numbers *numbers;
	bool across;                    /* xVal counts too */
	bool values, point, cell, open; /* what is read: of the chart; of the sheet */
	size_t hatched, ringed, series, labels;
	bool marker;
};

static void oracle_keep(struct oracle_reading *r, struct oracle_numbers *n)
{
	n->items = arena_grow(r->arena, n->items, &n->room, n->n, sizeof *n->items);
	n->used = arena_grow(r->arena, n->used, &n->used_room, n->n, sizeof *n->used);
	n->items[n->n] = strtod(r->text.s, NULL);
	n->used[n->n++] = false;
}

static void oracle_open(void *closure, const char *name, const char *const *attributes)
{
	struct oracle_reading *r = closure;
	const char *type = xml_attribute(attributes, "t");
	r->text = strbuf_new(r->arena);
	if (str_eq(name, "val") || str_eq(name, "yVal") || str_eq(name, "xVal"))
		r->values = true;
	if (str_eq(name, "dPt"))
		r->point = true;
	if (str_eq(name, "marker"))
		r->marker = true;
	if (str_eq(name, "pattFill"))
		r->hatched += r->point;
	if (str_eq(name, "ln"))
		r->ringed += r->point && r->marker && xml_attribute(attributes, "w");
	r->series += str_eq(name, "ser");
	r->labels += str_eq(name, "dLbl");
	if (str_eq(name, "c"))
		r->cell = !type;
}

static void oracle_close(void *closure, const char *name)
{
	struct oracle_reading *r = closure;
	if (str_eq(name, "v") && (r->values || r->cell))
		oracle_keep(r, r->numbers);
	if (str_eq(name, "val") || str_eq(name, "yVal") || str_eq(name, "xVal"))
		r->values = false;
	if (str_eq(name, "dPt"))
		r->point = false;
	if (str_eq(name, "marker"))
		r->marker = false;
	if (str_eq(name, "c"))
		r->cell = false;
}

static void oracle_text(void *closure, const char *s, size_t n)
{
	struct oracle_reading *r = closure;
	strbuf_addn(&r->text, s, n);
}

static bool oracle_parse(struct oracle_reading *r, struct bytes xml, struct diags *diags)
{
	static const struct xml_reader reader = { oracle_open, oracle_close, oracle_text };
	r->text = strbuf_new(r->arena);
	return xml_read(r->arena, place_file("chart"), "part", xml, &reader, r, diags);
}

/* One that nobody has claimed yet. */
static bool oracle_takes(struct oracle_numbers *n, double value)
{
	for (size_t i = 0; i < n->n; i++)
		if (!n->used[i] && fabs(n->items[i] - value) <= 1e-12 * fabs(value)) {
			n->used[i] = true;
			return true;
		}
	return false;
}

static int oracle_magnitude(const struct scene_evidence *e, int measure)
{
	return measure >= 0 && (size_t)measure < e->n_measures ? e->measures[measure].magnitude : 0;
}

/* The numbers that a mark stands for, as they are counted in print; how many. */
static size_t oracle_wanted(const struct scene *f, const struct scene_item *item, double wanted[2])
{
	static const double excel_epoch = 25569;
	const struct scene_evidence *e = f->evidence;
	if (item->role == ROLE_PART || (item->role == ROLE_MARK && !e->shares && e->data[item->datum].marked)) {
		wanted[0] = item->value / pow(10, e->shares ? 0 : oracle_magnitude(e, e->data[item->datum].measure));
		return 1;
	}
	if (item->role != ROLE_DOT)
		return 0; /* a total's label alone */
	bool days = e->scales[0].dated;
	if (!e->scatter && !e->courses) {
		wanted[0] = item->value / pow(10, oracle_magnitude(e, e->data[item->datum].measure));
		return 1;
	}
	wanted[0] = item->value_y / pow(10, oracle_magnitude(e, 0));
	wanted[1] = days ? item->value + excel_epoch : item->value / pow(10, oracle_magnitude(e, 1));
	return e->courses ? 1 : 2; /* days of lines are shared */
}

static const char *oracle_hold(struct arena *arena, const struct scene *f, const struct pptx_chart *first,
                               struct oracle_numbers *numbers, struct oracle_reading *total)
{
	size_t hatched = 0, ringed = 0;
	(void)first;
	for (size_t i = 0; i < f->n_items; i++) {
		const struct scene_item *item = &f->items[i];
		double wanted[2];
		size_t n = item->datum >= 0 ? oracle_wanted(f, item, wanted) : 0;
		bool part = item->role == ROLE_PART || item->role == ROLE_MARK;
		hatched += part && item->path.pattern == PATTERN_HATCH && item->datum >= 0;
		ringed += item->role == ROLE_DOT && item->path.stroke > 0;
		for (size_t k = 0; k < n; k++)
			if (!oracle_takes(numbers, wanted[k]))
				return arena_printf(arena, "%s: %.17g is in no chart",
				                    f->evidence->data[item->datum].name, wanted[k]);
	}
	if (total->hatched != hatched)
		return arena_printf(arena, "%zu of %zu are hatched", total->hatched, hatched);
	if (total->ringed != ringed)
		return arena_printf(arena, "%zu of %zu are rings", total->ringed, ringed);
	return NULL;
}

/* NULL if all is well; else what is wrong. A figure that does not fit is well. */
static const char *pptx_oracle(struct arena *arena, const struct scene *f, struct diags *diags)
{
	struct pptx_chart_setup setup = { NULL, "en-US", "rId1", { 10, 20 }, 0.75 };
	struct pptx_chart first = { 0 };
	struct oracle_numbers in_charts = { 0 }, in_sheets = { 0 };
	struct oracle_reading charts = { .arena = arena, .numbers = &in_charts }, sheets = charts;
	sheets.numbers = &in_sheets;
	if (!pptx_chart_fits(f))
		return NULL;
	if (!pptx_chart_write(arena, f, &setup, &first))
		return "it fits, and no chart is made";
	for (const struct pptx_chart *c = &first; c; c = c->next) {
		struct bytes sheet;
		struct archive *book = archive_open(arena, "book.xlsx", c->workbook, diags);
		if (!oracle_parse(&charts, c->chart, diags))
			return "the chart is no XML";
		if (!book || !archive_read(book, arena, "xl/worksheets/sheet1.xml", &sheet, diags) ||
		    !oracle_parse(&sheets, sheet, diags))
			return "the workbook cannot be read";
		if (!(c->place.w > 0 && c->place.h > 0))
			return "a chart has no room";
	}
	const char *wrong = oracle_hold(arena, f, &first, &in_charts, &charts);
	for (size_t i = 0; i < in_charts.n && !wrong; i++)
		if (!oracle_takes(&in_sheets, in_charts.items[i]) && !f->evidence->courses && !f->evidence->scatter &&
		    in_charts.used[i])
			return arena_printf(arena, "%.17g is in no cell", in_charts.items[i]);
	return wrong;
}

#endif
