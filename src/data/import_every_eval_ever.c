/* Every Eval Ever 0.1 to 0.3: a file holds the results of one model from one source; a board is thousands of them. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static enum measured measured_by(const struct value *root)
{
	const char *relationship = pick_text(root, "source_metadata/evaluator_relationship");
	return str_eq(relationship, "first_party")   ? MEASURED_FIRST_PARTY
	       : str_eq(relationship, "third_party") ? MEASURED_THIRD_PARTY
	                                             : MEASURED_UNKNOWN;
}

static const char *known(const char *text)
{
	return str_eq(text, "unknown") ? NULL : text;
}

/* What most of them call a proportion is a fraction where the range says so. */
static const char *unit_of(const struct value *metric)
{
	const char *unit = pick_text(metric, "metric_unit");
	double low, high;
	if (str_eq(unit, "percent") || str_eq(unit, "percentage") || str_eq(unit, "%"))
		return unit_percent.name;
	if (str_eq(unit, "proportion") || str_eq(unit, "fraction"))
		return unit_fraction.name;
	if (unit && unit_find(unit))
		return unit;
	if (pick_is_number(pick(metric, "min_score"), &low) && pick_is_number(pick(metric, "max_score"), &high) &&
	    low == 0 && (high == 1 || high == 100))
		return high == 1 ? unit_fraction.name : unit_percent.name;
	return NULL;
}

/* Several metrics of one evaluation are benchmarks of their own. */
static const char *benchmark_of(struct harvest *h, const struct value *root, const struct value *item)
{
	const char *name = pick_text(item, "evaluation_name"), *metric = pick_text(item, "metric_config/metric_name");
	const struct value *all = pick_list(root, "evaluation_results");
	size_t same = 0;
	for (size_t i = 0; name && i < all->count; i++)
		same += str_eq(pick_text(&all->items[i], "evaluation_name"), name);
	if (!name)
		return pick_text(item, "source_data/dataset_name");
	return same > 1 && metric && !str_eq(metric, name) ? arena_printf(harvest_arena(h), "%s, %s", name, metric)
	                                                   : name;
}

static const char *scaffold_of(const struct value *root, const struct value *item)
{
	const char *scaffold = pick_text(item, "generation_config/additional_details/agent_scaffold");
	return known(scaffold ? scaffold : pick_text(root, "model_info/additional_details/agent_scaffold"));
}

static void add_uncertainty(struct result *r, const struct value *score)
{
	const struct value *interval = pick_map(score, "uncertainty/confidence_interval");
	double level;
	r->se = pick(score, "uncertainty/standard_error/value");
	r->ci_low = pick(interval, "lower");
	r->ci_high = pick(interval, "upper");
	r->n = pick_count(score, "uncertainty/num_samples");
	if (pick_is_number(pick(interval, "confidence_level"), &level) && level > 0 && level != 0.95)
		r->level = pick_text(interval, "confidence_level");
}

static struct result run_of(const struct value *root)
{
	const char *id = pick_text(root, "model_info/id"), *name = pick_text(root, "model_info/name");
	struct result r = { .model = id ? id : name,
		            .hub = id && strchr(id, '/') != NULL,
		            .organisation = known(pick_text(root, "model_info/developer")),
		            .effort = known(pick_text(root, "model_info/additional_details/inference_effort")),
		            .source = pick_text(root, "source_metadata/source_name"),
		            .publisher = pick_text(root, "source_metadata/source_organization_name"),
		            .url = pick_text(root, "source_metadata/source_organization_url"),
		            .measured = measured_by(root) };
	r.date = pick_date(root, "evaluation_timestamp");
	if (!r.date.year)
		r.date = pick_date(root, "retrieved_timestamp");
	if (!r.source)
		r.source = r.publisher;
	r.kind = str_eq(pick_text(root, "source_metadata/source_type"), "evaluation_run") ? SOURCE_RUN
	                                                                                  : SOURCE_LEADERBOARD;
	return r;
}

/* What a run has cost, in dollars; every result of an agent repeats it. */
static void add_cost(struct harvest *h, const struct value *root, struct result r)
{
	const char *whole = pick_text(root, "model_info/additional_details/benchmark");
	r.value = pick(root, "model_info/additional_details/total_cost_usd");
	if (!r.value)
		r.value = pick(root, "evaluation_results/*/generation_config/additional_details/total_cost_usd");
	if (!r.value)
		return;
	whole = whole ? whole : pick_text(root, "evaluation_results/*/evaluation_name");
	r.benchmark = arena_printf(harvest_arena(h), "%s cost", whole ? whole : "Run");
	r.unit = "usd";
	r.directed = true;
	r.better = DIRECTION_LOWER;
	r.scaffold = scaffold_of(root, pick(root, "evaluation_results/*"));
	r.place = r.value->place;
	harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *results = pick_list(root, "evaluation_results");
	const struct result run = run_of(root);
	for (size_t i = 0; results && i < results->count; i++) {
		const struct value *item = &results->items[i], *lower = pick(item, "metric_config/lower_is_better");
		struct result r = run;
		r.place = item->place;
		r.benchmark = benchmark_of(h, root, item);
		r.within = pick_text(item, "source_data/dataset_name");
		r.what = pick_text(item, "metric_config/evaluation_description");
		r.unit = unit_of(pick_map(item, "metric_config"));
		r.directed = lower && lower->kind == VALUE_BOOL;
		r.better = r.directed && lower->boolean ? DIRECTION_LOWER : DIRECTION_HIGHER;
		r.low = pick(item, "metric_config/min_score");
		r.high = pick(item, "metric_config/max_score");
		r.value = pick(item, "score_details/score");
		r.scaffold = scaffold_of(root, item);
		add_uncertainty(&r, pick_map(item, "score_details"));
		harvest_add(h, &r);
	}
	add_cost(h, root, run);
}

const struct import import_every_eval_ever = { .name = "every-eval-ever",
	                                       .what = "Every Eval Ever",
	                                       .example = "data/global-mmlu-lite/",
	                                       .tree = true,
	                                       .needs = { "evaluation_results", "model_info", "source_metadata" },
	                                       .gather = gather };
