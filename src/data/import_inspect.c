/* Inspect's logs, as JSON or .eval archives: one task, one model. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static const char *task_of(const struct value *root)
{
	const char *name = pick_text(root, "eval/task_display_name"), *task = pick_text(root, "eval/task");
	const char *slash = task ? strrchr(task, '/') : NULL;
	return name ? name : slash ? slash + 1 : task;
}

static bool is_share(const char *metric)
{
	return str_eq(metric, "accuracy") || str_eq(metric, "mean") || str_starts(metric, "pass_at");
}

/* Every metric of a scorer, with the standard error that stands beside them. */
static void add_score(struct harvest *h, const struct value *score, struct result r, bool several)
{
	const struct value *metrics = pick_map(score, "metrics");
	const char *task = r.alias, *scorer = pick_text(score, "name");
	long scored = pick_count(score, "scored_samples");
	r.n = scored ? scored : r.n;
	for (size_t i = 0; metrics && i < metrics->count; i++) {
		const char *metric = metrics->keys[i].text;
		if (str_eq(metric, "stderr") || str_eq(metric, "std") || str_eq(metric, "var") ||
		    str_eq(metric, "bootstrap_stderr"))
			continue;
		r.benchmark = several && scorer ? arena_printf(harvest_arena(h), "%s %s, %s", task, metric, scorer)
		                                : arena_printf(harvest_arena(h), "%s %s", task, metric);
		r.unit = is_share(metric) ? unit_share : NULL;
		r.directed = is_share(metric);
		r.better = DIRECTION_HIGHER;
		r.value = pick(&metrics->items[i], "value");
		r.se = pick(metrics, "stderr/value");
		r.place = metrics->keys[i].place;
		harvest_add(h, &r);
	}
}

static void add_usage(struct harvest *h, const struct value *root, struct result r)
{
	static const struct {
		const char *key, *what;
	} parts[] = { { "input_tokens", "input tokens" }, { "output_tokens", "output tokens" } };
	const struct value *usage = value_at(pick_map(root, "stats/model_usage"), r.model);
	for (size_t i = 0; usage && i < sizeof parts / sizeof *parts; i++) {
		r.benchmark = arena_printf(harvest_arena(h), "%s %s", r.alias, parts[i].what);
		r.value = pick(usage, parts[i].key);
		r.place = usage->place;
		struct result tokens = r;
		tokens.alias = NULL;
		tokens.unit = unit_tokens.name;
		tokens.directed = true;
		tokens.better = DIRECTION_LOWER;
		if (r.value)
			harvest_add(h, &tokens);
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *scores = pick_list(root, "results/scores");
	long epochs = pick_count(root, "eval/config/epochs"), samples = pick_count(root, "eval/dataset/samples");
	const char *status = pick_text(root, "status");
	struct result r = { .place = root->place,
		            .model = pick_text(root, "eval/model"),
		            .served = true,
		            .alias = task_of(root),
		            .date = pick_date(root, "eval/created"),
		            .kind = SOURCE_RUN,
		            .n = pick_count(root, "results/completed_samples"),
		            .of = epochs > 1 ? samples * epochs : samples };
	if (!r.alias)
		return;
	if (status && !str_eq(status, "success")) {
		r.note = arena_printf(harvest_arena(h), "the run ended with status %s", status);
		r.estimated = true;
	}
	for (size_t i = 0; scores && i < scores->count; i++)
		add_score(h, &scores->items[i], r, scores->count > 1);
	add_usage(h, root, r);
}

const struct import import_inspect = { .name = "inspect",
	                               .what = "Inspect logs",
	                               .example = "logs/2025-10-21_arc_easy.json",
	                               .tree = true,
	                               .needs = { "eval/task", "eval/model", "status" },
	                               .skips = { "samples", "reductions" },
	                               .member = "header.json", /* of an .eval: a log without its samples */
	                               .gather = gather };
