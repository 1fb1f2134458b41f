/* Epoch AI's external_benchmark_*.csv: results that others have published, a table per benchmark, each with columns of
 * its own beside the model and the source. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* Columns that qualify a value and are none. */
static bool is_value_column(const char *name)
{
	static const char *const others[] = { "id",
		                              "Model version",
		                              "Source",
		                              "Source link",
		                              "Notes",
		                              "Shots",
		                              "Name",
		                              "CI_high",
		                              "CI_low",
		                              "Agent",
		                              "Source link (site from table)" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (str_eq(name, others[i]))
			return false;
	return !str_ends(name, " SE") && !str_ends(name, " stderr");
}

/* "Accuracy mean" has its error in "Accuracy SE". */
static const struct value *error_of(struct harvest *h, const struct value *row, const char *column)
{
	const char *space = strrchr(column, ' ');
	size_t n = space ? (size_t)(space - column) : strlen(column);
	const struct value *error = value_at(row, arena_printf(harvest_arena(h), "%.*s SE", (int)n, column));
	return error ? error : value_at(row, arena_printf(harvest_arena(h), "%s SE", column));
}

/* Without a "$" before it and a "%" behind it, which the unit says. */
static const struct value *bare(struct harvest *h, const struct value *cell, const char **unit)
{
	size_t n = cell->text ? strlen(cell->text) : 0;
	if (cell->kind != VALUE_STRING || n < 2 || (cell->text[0] != '$' && cell->text[n - 1] != '%'))
		return cell;
	struct value *value = arena_alloc(harvest_arena(h), 1, sizeof *value);
	*value = *cell;
	*unit = cell->text[0] == '$' ? "usd" : "percent";
	value->text = cell->text[0] == '$' ? cell->text + 1 : arena_strndup(harvest_arena(h), cell->text, n - 1);
	return value;
}

static void add_cell(struct harvest *h, const struct value *row, size_t k, struct result r)
{
	const char *column = row->keys[k].text, *unit = NULL, *path = harvest_path(h), prefix[] = "external_benchmark_";
	char *stem = path ? file_stem(harvest_arena(h), path) : NULL;
	double number;
	r.value = bare(h, &row->items[k], &unit);
	if (!is_value_column(column) || !pick_is_number(r.value, &number))
		return;
	if (stem && str_starts(stem, prefix))
		stem += sizeof prefix - 1;
	r.benchmark = stem ? arena_printf(harvest_arena(h), "%s: %s", stem, column) : column;
	r.place = row->items[k].place;
	r.unit = unit;
	if (str_eq(column, "Time horizon")) { /* of METR, in minutes: a longer one is better */
		r.unit = "min";
		r.directed = true;
		r.better = DIRECTION_HIGHER;
		r.ci_low = value_at(row, "CI_low");
		r.ci_high = value_at(row, "CI_high");
	}
	r.se = error_of(h, row, column);
	r.se = r.se ? bare(h, r.se, &unit) : NULL;
	harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *row = &document->tree->items[i];
		struct result r = { .model = pick_text(row, "Model version"),
			            .scaffold = pick_text(row, "Agent"),
			            .apart = pick_text(row, "id"),
			            .note = pick_text(row, "Notes"),
			            .source = pick_text(row, "Source"),
			            .url = pick_text(row, "Source link"),
			            .kind = SOURCE_LEADERBOARD };
		for (size_t k = 0; r.model && k < row->count; k++)
			add_cell(h, row, k, r);
	}
}

const struct import import_epoch_external = { .name = "epoch-external",
	                                      .what = "Epoch AI external_benchmark_*.csv",
	                                      .example = "external_benchmark_metr.csv",
	                                      .tree = true,
	                                      .needs = { "*/Model version", "*/Source", "*/Source link" },
	                                      .gather = gather };
