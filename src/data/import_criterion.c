/* criterion's estimates.json: nanoseconds. The name of what was measured is in the path alone,
 * target/criterion/GROUP/FUNCTION/new/estimates.json, or in the benchmark.json beside it. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static const struct value *estimate(const struct value *root, const char *name, const char *old_name)
{
	const struct value *found = pick_map(root, name);
	return found ? found : pick_map(root, old_name);
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree, *mean = tree ? estimate(tree, "mean", "Mean") : NULL;
	return (mean && pick(mean, "point_estimate")) || (pick(tree, "full_id") && pick(tree, "function_id"));
}

/* The run before, which criterion keeps beside the new one: another run of the same function. */
static bool is_base(struct harvest *h)
{
	return str_eq(file_name(harvest_folder(h)), "base");
}

/* What of the path is the name: between "criterion" and "new" or "base". */
static const char *from_path(struct harvest *h)
{
	struct arena *arena = harvest_arena(h);
	char *folder = arena_strdup(arena, harvest_folder(h));
	if (str_eq(file_name(folder), "new") || is_base(h))
		folder = file_folder(arena, folder);
	const char *name = NULL;
	for (const char *root = folder; (root = strstr(root, "criterion/")); name = root)
		root += strlen("criterion/");
	if (name)
		return name;
	return str_eq(folder, ".") ? file_stem(arena, harvest_path(h) ? harvest_path(h) : "criterion")
	                           : file_name(folder);
}

static void add(struct harvest *h, const struct value *found, const char *benchmark)
{
	double level;
	struct result r = { .otherwise = from_path(h),
		            .mode = is_base(h) ? "base" : NULL,
		            .benchmark = benchmark,
		            .unit = "ns",
		            .directed = true,
		            .better = DIRECTION_LOWER,
		            .kind = SOURCE_RUN,
		            .value = pick(found, "point_estimate"),
		            .se = pick(found, "standard_error"),
		            .ci_low = pick(found, "confidence_interval/lower_bound"),
		            .ci_high = pick(found, "confidence_interval/upper_bound") };
	if (pick_is_number(pick(found, "confidence_interval/confidence_level"), &level) && level > 0 && level < 1)
		r.level = arena_printf(harvest_arena(h), "%.10g", level * 100);
	r.place = r.value ? r.value->place : found->place;
	harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *slope = estimate(root, "slope", "Slope");
	const char *id = pick_text(root, "full_id");
	if (id) {
		harvest_folder_model(h, &(struct result){ .model = id });
		return;
	}
	if (str_eq(file_name(harvest_folder(h)), "change")) { /* by how much it has changed, no times */
		harvest_tell(h);
		return;
	}
	add(h, estimate(root, "mean", "Mean"), "Mean time");
	if (estimate(root, "median", "Median"))
		add(h, estimate(root, "median", "Median"), "Median time");
	if (slope)
		add(h, slope, "Time by regression");
}

const struct import import_criterion = { .name = "criterion",
	                                 .what = "criterion's estimates.json",
	                                 .subject = "function",
	                                 .example = "target/criterion/sort/new",
	                                 .tree = true,
	                                 .detect = detect,
	                                 .gather = gather };
