/* Terminal-Bench results.json of a run. Agent and model are only in the folder's name. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

/* The sum over the trials; NULL where none says it, for 0 is what is written where nobody knows. */
static const struct value *sum_of(struct harvest *h, const struct value *trials, const char *key)
{
	double sum = 0, number;
	for (size_t i = 0; trials && i < trials->count; i++)
		if (pick_is_number(pick(&trials->items[i], key), &number) && number > 0)
			sum += number;
	return sum > 0 ? harvest_number(h, sum) : NULL;
}

static const char *run_of(struct harvest *h)
{
	const char *name = file_name(harvest_folder(h));
	if (!harvest_path(h))
		return "run";
	return str_eq(name, ".") ? file_stem(harvest_arena(h), harvest_path(h)) : name;
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *trials = pick_list(root, "results");
	struct result r = { .place = root->place,
		            .otherwise = run_of(h),
		            .benchmark = "Terminal-Bench accuracy",
		            .alias = "Terminal-Bench",
		            .unit = "fraction",
		            .directed = true,
		            .better = DIRECTION_HIGHER,
		            .kind = SOURCE_RUN,
		            .date = pick_date(root, "results/*/trial_started_at"),
		            .n = pick_count(root, "n_resolved") + pick_count(root, "n_unresolved"),
		            .value = pick(root, "accuracy") };
	harvest_add(h, &r);
	r.alias = NULL;
	r.unit = unit_tokens.name;
	r.better = DIRECTION_LOWER;
	r.benchmark = "Terminal-Bench input tokens";
	if ((r.value = sum_of(h, trials, "total_input_tokens")))
		harvest_add(h, &r);
	r.benchmark = "Terminal-Bench output tokens";
	if ((r.value = sum_of(h, trials, "total_output_tokens")))
		harvest_add(h, &r);
}

const struct import import_terminal_bench = { .name = "terminal-bench",
	                                      .what = "Terminal-Bench results.json",
	                                      .example = "runs/2025-09-01__agent__model/results.json",
	                                      .tree = true,
	                                      .needs = { "n_resolved", "accuracy", "results" },
	                                      .gather = gather };
