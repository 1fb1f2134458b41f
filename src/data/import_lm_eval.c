/* lm-evaluation-harness: results_*.json, with the envelope of a run or as the inner map of tasks alone. */
#include "data/import_lm_eval.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* {"acc,none": 0.5, …}: since version 0.4 a metric is named with its filter; before it stood alone, beside its
 * "acc_stderr". */
static bool is_task(const struct value *task)
{
	for (size_t i = 0; task->kind == VALUE_MAP && i < task->count; i++)
		if (strchr(task->keys[i].text, ',') || strstr(task->keys[i].text, "_stderr"))
			return true;
	return false;
}

static const struct value *tasks_of(const struct value *root)
{
	const struct value *tasks = pick_map(root, "results");
	tasks = tasks ? tasks : root;
	for (size_t i = 0; tasks->kind == VALUE_MAP && i < tasks->count; i++)
		if (is_task(&tasks->items[i]))
			return tasks;
	return NULL;
}

static bool detect(const struct document *document)
{
	return lm_eval_is_printed(document) || (document->tree && tasks_of(document->tree));
}

const char *lm_eval_argument(struct arena *arena, const char *arguments, const char *name)
{
	for (const char *p = arguments; p && *p; p += strcspn(p, ","), p += *p == ',')
		if (str_starts(p, name))
			return arena_strndup(arena, p + strlen(name), strcspn(p + strlen(name), ","));
	return NULL;
}

/* "VisualRWKV__rwkv7/results_2025.json": the harness names the folder after the model. */
static const char *from_path(struct harvest *h)
{
	const char *path = harvest_path(h);
	char *stem = path ? file_stem(harvest_arena(h), path) : NULL;
	if (stem && str_starts(stem, "results"))
		stem = arena_strdup(harvest_arena(h), file_name(harvest_folder(h)));
	char *parting = stem ? strstr(stem, "__") : NULL;
	return parting ? arena_printf(harvest_arena(h), "%.*s/%s", (int)(parting - stem), stem, parting + 2) : stem;
}

static const char *model_of(struct harvest *h, const struct value *root)
{
	const char *name = pick_text(root, "model_name"), *arguments = pick_text(root, "config/model_args");
	const struct value *parsed = pick_map(root, "config/model_args");
	name = name ? name : lm_eval_argument(harvest_arena(h), arguments, "pretrained=");
	name = name ? name : lm_eval_argument(harvest_arena(h), arguments, "model=");
	name = name ? name : pick_text(parsed, "pretrained");
	name = name ? name : pick_text(parsed, "model");
	return name ? name : from_path(h);
}

/* The group whose mean a task is part of: a task is listed below it, and its row is beside those of its parts. */
static const char *group_of(const struct value *root, const struct value *tasks, const char *task)
{
	const struct value *groups = pick_map(root, "group_subtasks");
	for (size_t i = 0; groups && i < groups->count; i++)
		for (size_t k = 0; groups->items[i].kind == VALUE_LIST && k < groups->items[i].count; k++)
			if (str_eq(groups->items[i].items[k].text, task) && value_at(tasks, groups->keys[i].text))
				return groups->keys[i].text;
	return NULL;
}

static const struct value *of_task(const struct value *root, const char *table, const char *task)
{
	return value_at(pick_map(root, table), task);
}

/* "2, 5-shot": what has to be the same where two runs are compared. */
static const char *version_of(struct harvest *h, const struct value *root, const char *task)
{
	const struct value *version = of_task(root, "versions", task), *shots = of_task(root, "n-shot", task);
	bool numbered = version && version->kind == VALUE_NUMBER;
	if (!shots || shots->kind != VALUE_NUMBER)
		return numbered ? version->text : NULL;
	return numbered ? arena_printf(harvest_arena(h), "%s, %s-shot", version->text, shots->text)
	                : arena_printf(harvest_arena(h), "%s-shot", shots->text);
}

bool lm_eval_is_share(const char *metric)
{
	static const char *const shares[] = { "acc",  "exact_match", "f1",           "em",
		                              "pass", "contains",    "prompt_level", "inst_level" };
	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
		if (str_starts(metric, shares[i]))
			return true;
	return false;
}

bool lm_eval_is_cost(const char *metric)
{
	return strstr(metric, "perplexity") || strstr(metric, "bits_per_byte");
}

char *lm_eval_named(struct harvest *h, const char *task, const char *metric, const char *filter)
{
	return str_eq(filter, "none") ? arena_printf(harvest_arena(h), "%s %s", task, metric)
	                              : arena_printf(harvest_arena(h), "%s %s, %s", task, metric, filter);
}

static void add_metric(struct harvest *h, const struct value *root, const struct value *task, size_t i, struct result r)
{
	const struct value *tasks = tasks_of(root);
	const char *name = r.alias, *key = task->keys[i].text, *comma = strchr(key, ',');
	char *metric = comma ? arena_strndup(harvest_arena(h), key, (size_t)(comma - key))
	                     : arena_strdup(harvest_arena(h), key);
	const char *filter = comma ? comma + 1 : "none";
	if (str_ends(metric, "_stderr") || str_eq(metric, "alias") || str_eq(metric, "name") ||
	    str_eq(metric, "sample_len") || task->items[i].kind == VALUE_MAP || task->items[i].kind == VALUE_LIST)
		return;
	const struct value *better = value_at(of_task(root, "higher_is_better", name), metric);
	r.benchmark = lm_eval_named(h, name, metric, filter);
	r.directed = better && better->kind == VALUE_BOOL;
	r.better = r.directed && better->boolean ? DIRECTION_HIGHER : DIRECTION_LOWER;
	if (lm_eval_is_cost(metric)) {
		r.directed = true;
		r.better = DIRECTION_LOWER;
	}
	if (r.category && value_at(value_at(tasks, r.category), key))
		r.part_of = lm_eval_named(h, r.category, metric, filter);
	r.unit = lm_eval_is_share(metric) ? unit_share : NULL;
	r.value = &task->items[i];
	r.place = task->keys[i].place;
	r.se = value_at(task, comma ? arena_printf(harvest_arena(h), "%s_stderr,%s", metric, filter)
	                            : arena_printf(harvest_arena(h), "%s_stderr", metric));
	harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *tasks = tasks_of(root);
	if (lm_eval_is_printed(document)) {
		lm_eval_gather_printed(h, document);
		return;
	}
	const char *model = model_of(h, root);
	const struct result run = { .model = model,
		                    .hub = model && strchr(model, '/') != NULL,
		                    .date = pick_date(root, "date"),
		                    .kind = SOURCE_RUN };
	for (size_t t = 0; t < tasks->count; t++) {
		const char *name = tasks->keys[t].text;
		struct result r = run;
		r.alias = name;
		r.version = version_of(h, root, name);
		r.category = group_of(root, tasks, name);
		r.n = pick_count(of_task(root, "n-samples", name), "effective");
		r.of = pick_count(of_task(root, "n-samples", name), "original");
		for (size_t i = 0; is_task(&tasks->items[t]) && i < tasks->items[t].count; i++)
			add_metric(h, root, &tasks->items[t], i, r);
	}
}

const struct import import_lm_eval = { .name = "lm-eval",
	                               .what = "lm-evaluation-harness",
	                               .example = "results_2025-03-03.json",
	                               .tree = true,
	                               .detect = detect,
	                               .gather = gather };
