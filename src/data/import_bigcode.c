/* bigcode-evaluation-harness: {TASK: {"pass@1": fraction}, config: {model, …}}. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static bool is_metric(const char *key)
{
	return str_starts(key, "pass@") || str_eq(key, "exact_match") || str_eq(key, "bleu");
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree;
	for (size_t i = 0; tree && tree->kind == VALUE_MAP && i < tree->count; i++)
		for (size_t k = 0; tree->items[i].kind == VALUE_MAP && k < tree->items[i].count; k++)
			if (is_metric(tree->items[i].keys[k].text))
				return true;
	return false;
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree;
	const char *model = pick_text(root, "config/model");
	for (size_t i = 0; i < root->count; i++)
		for (size_t k = 0; root->items[i].kind == VALUE_MAP && k < root->items[i].count; k++) {
			const struct value *task = &root->items[i];
			if (str_eq(root->keys[i].text, "config") || !is_metric(task->keys[k].text))
				continue;
			struct result r = { .place = task->keys[k].place,
				            .model = model,
				            .hub = strchr(model, '/') != NULL,
				            .benchmark = arena_printf(harvest_arena(h), "%s %s", root->keys[i].text,
				                                      task->keys[k].text),
				            .alias = root->keys[i].text,
				            .unit = unit_share,
				            .directed = true,
				            .better = DIRECTION_HIGHER,
				            .value = &task->items[k],
				            .kind = SOURCE_RUN };
			harvest_add(h, &r);
		}
}

const struct import import_bigcode = { .name = "bigcode",
	                               .what = "bigcode-evaluation-harness",
	                               .example = "evaluation_results.json",
	                               .tree = true,
	                               .needs = { "config/model" },
	                               .detect = detect,
	                               .gather = gather };
