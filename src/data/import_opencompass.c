/* OpenCompass summary_*.csv: a row per dataset, a column per model. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/hash.h"
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

static bool is_part(const char *dataset, const char *whole)
{
	size_t n = strlen(whole);
	return strncmp(dataset, whole, n) == 0 && (dataset[n] == '-' || dataset[n] == '_');
}

/* The row of a mean has no version, but two means are of one kind only if they are of the same datasets in the same
 * versions: "3 datasets, 5f2a01". Its parts are those that start with its name, or else all. */
static const char *version_of_mean(struct harvest *h, const struct value *rows, const char *whole)
{
	struct strbuf all = strbuf_new(harvest_arena(h)), own = strbuf_new(harvest_arena(h));
	size_t n_all = 0, n_own = 0;
	for (size_t i = 0; i < rows->count; i++) {
		const char *dataset = pick_text(&rows->items[i], "dataset");
		const char *version = pick_text(&rows->items[i], "version");
		if (!dataset || !version || str_eq(version, "-"))
			continue;
		strbuf_addf(&all, "%s %s\n", dataset, version);
		n_all++;
		if (whole && is_part(dataset, whole)) {
			strbuf_addf(&own, "%s %s\n", dataset, version);
			n_own++;
		}
	}
	const struct strbuf *parts = n_own ? &own : &all;
	size_t n = n_own ? n_own : n_all;
	char hex[65];
	if (!n)
		return NULL;
	hash_sha256_hex(parts->s, parts->n, hex);
	return arena_printf(harvest_arena(h), "%zu dataset%s, %.6s", n, n == 1 ? "" : "s", hex);
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
			            .version = !version || str_eq(version, "-")
			                               ? version_of_mean(h, document->tree, dataset)
			                               : version,
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
