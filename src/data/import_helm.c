/* HELM: the folder of a run. run_spec.json says which model did what, stats.json how well. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static bool is_run(const struct value *tree)
{
	return pick(tree, "adapter_spec") && pick(tree, "scenario_spec");
}

static bool is_scenario(const struct value *tree)
{
	return pick(tree, "definition_path") && pick(tree, "tags");
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree;
	const struct table *table = document->table;
	size_t known = 0;
	for (size_t i = 0; i < (table ? table->n_columns : 0); i++)
		known += str_eq(table->columns[i].key.text, "sum_squared") ||
		         str_eq(table->columns[i].key.text, "stddev");
	return known == 2 || is_run(tree) || is_scenario(tree) ||
	       (pick_text(tree, "*/name/name") && pick(tree, "*/sum_squared"));
}

/* "hellaswag" or "mmlu:subject=anatomy" of "mmlu:subject=anatomy,method=…,model=…": without how it was asked. */
static const char *scenario_of(struct harvest *h, const struct value *root)
{
	static const char *const skipped[] = { "model=", "method=", "dataset=" };
	struct arena *arena = harvest_arena(h);
	const char *name = pick_text(root, "name"), *colon = name ? strchr(name, ':') : NULL;
	const char *group = pick_text(root, "groups/*");
	struct strbuf b = strbuf_new(arena);
	strbuf_addn(&b, name ? name : "", colon ? (size_t)(colon - name) : name ? strlen(name) : 0);
	if (group && !strstr(group, b.s)) {
		b = strbuf_new(arena);
		strbuf_add(&b, group);
	}
	for (const char *p = colon ? colon + 1 : ""; *p; p += strcspn(p, ","), p += *p == ',') {
		bool skip = false;
		for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++)
			skip |= str_starts(p, skipped[i]);
		if (!skip)
			strbuf_addf(&b, " %.*s", (int)strcspn(p, ","), p);
	}
	return b.s;
}

static const struct {
	const char *name, *unit;
	bool directed;
	enum direction better;
} metrics[] = {
	{ "exact_match", "fraction", true, DIRECTION_HIGHER },
	{ "quasi_exact_match", "fraction", true, DIRECTION_HIGHER },
	{ "prefix_exact_match", "fraction", true, DIRECTION_HIGHER },
	{ "quasi_prefix_exact_match", "fraction", true, DIRECTION_HIGHER },
	{ "final_number_exact_match", "fraction", true, DIRECTION_HIGHER },
	{ "exact_match@5", "fraction", true, DIRECTION_HIGHER },
	{ "math_equiv", "fraction", true, DIRECTION_HIGHER },
	{ "math_equiv_chain_of_thought", "fraction", true, DIRECTION_HIGHER },
	{ "chain_of_thought_correctness", "fraction", true, DIRECTION_HIGHER },
	{ "code_eval_acc", "fraction", true, DIRECTION_HIGHER },
	{ "pass", "fraction", true, DIRECTION_HIGHER },
	{ "f1_score", "fraction", true, DIRECTION_HIGHER },
	{ "classification_macro_f1", "fraction", true, DIRECTION_HIGHER },
	{ "rouge_2", "fraction", true, DIRECTION_HIGHER },
	{ "rouge_l", "fraction", true, DIRECTION_HIGHER },
	{ "bleu_1", "fraction", true, DIRECTION_HIGHER },
	{ "bleu_4", "fraction", true, DIRECTION_HIGHER },
	{ "RR@10", "fraction", true, DIRECTION_HIGHER },
	{ "NDCG@10", "fraction", true, DIRECTION_HIGHER },
	{ "perplexity", NULL, true, DIRECTION_LOWER },
	{ "bits_per_byte", NULL, true, DIRECTION_LOWER },
	{ "inference_runtime", "seconds", true, DIRECTION_LOWER },
};

/* Statistics over perturbed questions are other measurements, and not of what is compared. */
static const struct value *plain(const struct value *item, const char **name)
{
	*name = pick_text(item, "name/name");
	return *name && !pick(item, "name/perturbation") ? pick(item, "mean") : NULL;
}

static long instances(const struct value *stats, const char *split)
{
	for (size_t i = 0; i < stats->count; i++) {
		const char *name;
		if (plain(&stats->items[i], &name) && str_eq(name, "num_instances") &&
		    str_eq(pick_text(&stats->items[i], "name/split"), split))
			return pick_count(&stats->items[i], "mean");
	}
	return 0;
}

static void gather_stats(struct harvest *h, const struct value *stats)
{
	for (size_t i = 0; i < stats->count; i++) {
		const char *name, *split = pick_text(&stats->items[i], "name/split");
		struct result r = { .place = stats->items[i].place, .kind = SOURCE_RUN, .within = split };
		r.value = plain(&stats->items[i], &name);
		for (size_t m = 0; r.value && m < sizeof metrics / sizeof *metrics; m++)
			if (str_eq(metrics[m].name, name)) {
				r.benchmark = name;
				r.unit = metrics[m].unit;
				r.directed = metrics[m].directed;
				r.better = metrics[m].better;
				r.n = instances(stats, split);
				harvest_add(h, &r);
			}
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree;
	const char *model = pick_text(root, "adapter_spec/model");
	if (is_run(root))
		harvest_folder_model(h, &(struct result){ .model = model,
		                                          .hub = model && strchr(model, '/') != NULL,
		                                          .benchmark = scenario_of(h, root) });
	else if (is_scenario(root))
		harvest_tell(h);
	else
		gather_stats(h, root);
}

const struct import import_helm = { .name = "helm",
	                            .what = "HELM, the folder of a run",
	                            .example = "benchmark_output/runs/v1/RUN",
	                            .tree = true,
	                            .detect = detect,
	                            .gather = gather };
