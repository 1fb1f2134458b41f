/* MTEB: a file per task, in the shape of today or of the first years, and a model_meta.json beside them that alone says
 * whose they are. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static bool is_meta(const struct value *tree)
{
	return pick(tree, "name") && pick(tree, "revision") && pick(tree, "embed_dim");
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree;
	return (pick_map(tree, "scores") && pick(tree, "task_name")) || pick(tree, "mteb_dataset_name") ||
	       is_meta(tree);
}

/* "BAAI/bge-m3" of "BAAI__bge-m3/REVISION/Task.json": the layout of the repository of results. */
static const char *from_path(struct harvest *h)
{
	struct arena *arena = harvest_arena(h);
	char *folder = arena_strdup(arena, harvest_folder(h));
	for (int above = 0; above < 2; above++) {
		const char *name = file_name(folder), *parting = strstr(name, "__");
		if (parting)
			return arena_printf(arena, "%.*s/%s", (int)(parting - name), name, parting + 2);
		folder = file_folder(arena, folder);
	}
	return NULL;
}

static void add(struct harvest *h, const struct value *root, const char *task, const char *split, const char *subset,
                const struct value *value)
{
	struct arena *arena = harvest_arena(h);
	const char *revision = pick_text(root, "dataset_revision"), *name = task;
	if (subset && !str_eq(subset, "default"))
		name = arena_printf(arena, "%s %s", name, subset);
	if (!str_eq(split, "test"))
		name = arena_printf(arena, "%s, %s", name, split);
	struct result r = { .place = value->place,
		            .hub = true,
		            .otherwise = from_path(h),
		            .benchmark = name,
		            .version = revision ? arena_printf(arena, "%.8s", revision) : NULL,
		            .category = str_eq(name, task) ? NULL : task,
		            .unit = unit_share,
		            .directed = true,
		            .better = DIRECTION_HIGHER,
		            .value = value,
		            .kind = SOURCE_RUN };
	harvest_add(h, &r);
}

static void gather_scores(struct harvest *h, const struct value *root, const struct value *scores)
{
	const char *task = pick_text(root, "task_name");
	for (size_t s = 0; task && s < scores->count; s++)
		for (size_t i = 0; scores->items[s].kind == VALUE_LIST && i < scores->items[s].count; i++) {
			const struct value *item = &scores->items[s].items[i];
			if (pick(item, "main_score"))
				add(h, root, task, scores->keys[s].text, pick_text(item, "hf_subset"),
				    pick(item, "main_score"));
		}
}

/* {"test": {"en": {"main_score": …}}, "mteb_dataset_name": …}, or without the languages. */
static void gather_old(struct harvest *h, const struct value *root)
{
	static const char *const splits[] = { "test", "dev", "validation" };
	const char *task = pick_text(root, "mteb_dataset_name");
	for (size_t s = 0; task && s < sizeof splits / sizeof *splits; s++) {
		const struct value *split = pick_map(root, splits[s]);
		const struct value *own = pick(split, "main_score");
		own = own ? own : pick(split, "accuracy");
		if (own)
			add(h, root, task, splits[s], NULL, own);
		for (size_t i = 0; split && !own && i < split->count; i++) {
			const struct value *score = pick(&split->items[i], "main_score");
			score = score ? score : pick(&split->items[i], "accuracy");
			if (score)
				add(h, root, task, splits[s], split->keys[i].text, score);
		}
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *scores = pick_map(root, "scores");
	if (is_meta(root))
		harvest_folder_model(h, &(struct result){ .model = pick_text(root, "name"),
		                                          .hub = true,
		                                          .released = pick_date(root, "release_date"),
		                                          .licence = pick_text(root, "license") });
	else if (scores)
		gather_scores(h, root, scores);
	else
		gather_old(h, root);
}

const struct import import_mteb = { .name = "mteb",
	                            .what = "MTEB results",
	                            .example = "BAAI__bge-m3/5617a9f61b028005a4858fdac845db406aefb181",
	                            .tree = true,
	                            .detect = detect,
	                            .gather = gather };
