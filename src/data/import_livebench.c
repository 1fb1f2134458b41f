/* LiveBench table_RELEASE.csv and cost_RELEASE.csv: a column per task, in percent or dollars. The release is only in
 * the file's name, and tasks of two releases are not the same. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* Tasks of any release: three of them make a table of LiveBench. */
static const char *const tasks[] = { "LCB_generation",    "coding_completion",
	                             "code_generation",   "code_completion",
	                             "zebra_puzzle",      "spatial",
	                             "web_of_lies_v2",    "web_of_lies_v3",
	                             "AMPS_Hard",         "math_comp",
	                             "olympiad",          "integrals_with_game",
	                             "connections",       "typos",
	                             "plot_unscrambling", "paraphrase",
	                             "simplify",          "story_generation",
	                             "summarize",         "tablejoin",
	                             "tablereformat",     "cta" };

static bool detect(const struct document *document)
{
	enum { ENOUGH = 3 };
	const struct table *table = document->table;
	const struct value *row = document->tree ? pick_map(document->tree, "*") : NULL;
	size_t known = 0;
	for (size_t k = 0; k < sizeof tasks / sizeof *tasks; k++) {
		for (size_t i = 0; i < (table ? table->n_columns : 0); i++)
			known += str_eq(table->columns[i].key.text, tasks[k]);
		known += row && document->tree->kind == VALUE_LIST && value_at(row, tasks[k]);
	}
	return known >= ENOUGH;
}

/* "2025-04-25" of "table_2025_04_25.csv"; NULL without one. */
static const char *release_of(struct harvest *h)
{
	const char *path = harvest_path(h);
	char *stem = path ? file_stem(harvest_arena(h), path) : NULL, *at = stem ? strchr(stem, '_') : NULL;
	struct date date;
	for (char *p = at ? at + 1 : NULL; p && *p; p++)
		if (*p == '_')
			*p = '-';
	return at && date_parse(at + 1, &date) ? at + 1 : NULL;
}

static void gather(struct harvest *h, const struct document *document)
{
	const char *path = harvest_path(h), *release = release_of(h);
	bool cost = path && str_starts(file_name(path), "cost");
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *row = &document->tree->items[i];
		struct result r = { .model = pick_text(row, "model"),
			            .version = release,
			            .unit = cost ? "usd" : "percent",
			            .directed = true,
			            .better = cost ? DIRECTION_LOWER : DIRECTION_HIGHER,
			            .date = pick_date_text(release),
			            .publisher = "LiveBench",
			            .kind = SOURCE_LEADERBOARD,
			            .measured = MEASURED_THIRD_PARTY };
		for (size_t k = 0; k < row->count; k++) {
			const char *task = row->keys[k].text;
			r.place = row->items[k].place;
			r.benchmark = arena_printf(harvest_arena(h), "LiveBench %s%s", task, cost ? " cost" : "");
			r.value = &row->items[k];
			if (!str_eq(task, "model") && r.value->kind != VALUE_MISSING)
				harvest_add(h, &r);
		}
	}
}

const struct import import_livebench = { .name = "livebench",
	                                 .what = "LiveBench tables",
	                                 .example = "table_2025_04_25.csv",
	                                 .tree = true,
	                                 .needs = { "*/model" },
	                                 .detect = detect,
	                                 .gather = gather };
