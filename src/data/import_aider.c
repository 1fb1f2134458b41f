/* Aider's leaderboards: a YAML list of runs. A cost of 0 is one that nobody knows. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static const struct {
	const char *key, *benchmark, *unit;
	enum direction better;
	bool zero_unknown;
} metrics[] = {
	{ "pass_rate_2", "Aider pass rate 2", "percent", DIRECTION_HIGHER, false },
	{ "pass_rate_1", "Aider pass rate 1", "percent", DIRECTION_HIGHER, false },
	{ "percent_cases_well_formed", "Aider well-formed", "percent", DIRECTION_HIGHER, false },
	{ "total_cost", "Aider cost of the run", "usd", DIRECTION_LOWER, true },
	{ "seconds_per_case", "Aider time per case", "seconds", DIRECTION_LOWER, true },
	{ "prompt_tokens", "Aider prompt tokens", "tokens", DIRECTION_LOWER, true },
	{ "completion_tokens", "Aider completion tokens", "tokens", DIRECTION_LOWER, true },
};

/* "gpt-5 (high)" where reasoning_effort is high: the file itself says that this is the effort. */
static const char *without_effort(struct harvest *h, const char *model, const char *effort)
{
	char *suffix = effort && model ? arena_printf(harvest_arena(h), " (%s)", effort) : NULL;
	return suffix && str_ends(model, suffix)
	               ? arena_strndup(harvest_arena(h), model, strlen(model) - strlen(suffix))
	               : model;
}

static void gather(struct harvest *h, const struct document *document)
{
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *item = &document->tree->items[i];
		const char *name = pick_text(item, "model"), *effort = pick_text(item, "reasoning_effort");
		long cases = pick_count(item, "test_cases"), all = pick_count(item, "total_tests");
		struct result r = { .place = item->place,
			            .model = without_effort(h, name, effort),
			            .apart = pick_text(item, "edit_format"),
			            .date = pick_date(item, "date"),
			            .publisher = "Aider",
			            .kind = SOURCE_LEADERBOARD,
			            .measured = MEASURED_THIRD_PARTY,
			            .directed = true,
			            .n = cases,
			            .of = all };
		if (r.model != name)
			r.effort = effort;
		if (all || cases)
			r.version = arena_printf(harvest_arena(h), "%ld tests", all ? all : cases);
		for (size_t m = 0; m < sizeof metrics / sizeof *metrics; m++) {
			double number;
			r.benchmark = metrics[m].benchmark;
			r.unit = metrics[m].unit;
			r.better = metrics[m].better;
			r.value = pick(item, metrics[m].key);
			r.unknown_zero = metrics[m].zero_unknown && pick_is_number(r.value, &number) && number == 0;
			if (r.value)
				harvest_add(h, &r);
		}
	}
}

const struct import import_aider = { .name = "aider",
	                             .what = "Aider's leaderboards",
	                             .example = "polyglot_leaderboard.yml",
	                             .tree = true,
	                             .needs = { "*/model", "*/edit_format", "*/pass_rate_1" },
	                             .gather = gather };
