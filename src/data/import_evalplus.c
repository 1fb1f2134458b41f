/* EvalPlus results.json: pass@1 in percent by model. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static const struct {
	const char *key, *benchmark;
} metrics[] = { { "humaneval", "HumanEval pass@1" },
	        { "humaneval+", "HumanEval+ pass@1" },
	        { "mbpp", "MBPP pass@1" },
	        { "mbpp+", "MBPP+ pass@1" } };

/* "infly" of "https://huggingface.co/infly/OpenCoder-8B-Instruct". */
static const char *maker(struct harvest *h, const char *link)
{
	static const char hub[] = "https://huggingface.co/";
	if (!link || !str_starts(link, hub) || !strchr(link + sizeof hub - 1, '/'))
		return NULL;
	return arena_strndup(harvest_arena(h), link + sizeof hub - 1, strcspn(link + sizeof hub - 1, "/"));
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree;
	for (size_t i = 0; i < root->count; i++) {
		const struct value *item = &root->items[i];
		struct result r = { .place = root->keys[i].place,
			            .model = root->keys[i].text,
			            .organisation = maker(h, pick_text(item, "link")),
			            .publisher = "EvalPlus",
			            .kind = SOURCE_LEADERBOARD,
			            .measured = MEASURED_THIRD_PARTY,
			            .unit = "percent",
			            .directed = true,
			            .better = DIRECTION_HIGHER };
		for (size_t m = 0; m < sizeof metrics / sizeof *metrics; m++) {
			r.benchmark = metrics[m].benchmark;
			r.alias = metrics[m].key;
			r.value = value_at(pick_map(item, "pass@1"), metrics[m].key);
			if (r.value && r.value->kind != VALUE_MISSING)
				harvest_add(h, &r);
		}
	}
}

const struct import import_evalplus = { .name = "evalplus",
	                                .what = "EvalPlus results.json",
	                                .example = "results.json",
	                                .tree = true,
	                                .needs = { "*/pass@1/humaneval", "*/link" },
	                                .gather = gather };
