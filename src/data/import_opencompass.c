/* OpenCompass summary_*.csv: a row per dataset, a column per model. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <stdio.h>
#include <string.h>

static bool is_own(const char *column)
{
	static const char *const own[] = { "dataset", "version", "metric", "mode" };
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (str_eq(column, own[i]))
			return true;
	return false;
}

/* "82.00 (7/8)": the value, and 7 of 8 samples that were answered. */
static void read_cell(struct harvest *h, const struct value *cell, struct result *r)
{
	long right, all;
	const char *open = cell->kind == VALUE_STRING ? strchr(cell->text, '(') : NULL;
	r->value = cell;
	if (!open)
		return;
	struct value *value = arena_alloc(harvest_arena(h), 1, sizeof *value);
	*value = *cell;
	value->text = arena_strndup(harvest_arena(h), cell->text, strcspn(cell->text, " ("));
	r->value = value;
	if (sscanf(open, "(%9ld/%9ld)", &right, &all) == 2)
		r->n = all;
}

static void gather(struct harvest *h, const struct document *document)
{
	static const char *const shares[] = { "accuracy", "naive_average", "weighted_average",
		                              "score",    "pass@1",        "humaneval_pass@1" };
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *row = &document->tree->items[i];
		const char *dataset = pick_text(row, "dataset"), *metric = pick_text(row, "metric");
		const char *version = pick_text(row, "version");
		struct result r = { .benchmark = dataset && metric
			                                 ? arena_printf(harvest_arena(h), "%s %s", dataset, metric)
			                                 : dataset,
			            .alias = dataset,
			            .version = str_eq(version, "-") ? NULL : version,
			            .kind = SOURCE_RUN };
		for (size_t k = 0; k < sizeof shares / sizeof *shares; k++)
			if (str_eq(metric, shares[k])) {
				r.unit = "percent";
				r.directed = true;
				r.better = DIRECTION_HIGHER;
			}
		for (size_t k = 0; k < row->count; k++) {
			struct result cell = r;
			cell.place = row->items[k].place;
			cell.model = row->keys[k].text;
			read_cell(h, &row->items[k], &cell);
			if (!is_own(cell.model))
				harvest_add(h, &cell);
		}
	}
}

const struct import import_opencompass = { .name = "opencompass",
	                                   .what = "OpenCompass summary_*.csv",
	                                   .example = "summary_20240101_120000.csv",
	                                   .tree = true,
	                                   .needs = { "*/dataset", "*/version", "*/metric", "*/mode" },
	                                   .gather = gather };
