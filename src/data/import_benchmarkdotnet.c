/* BenchmarkDotNet's JSON: nanoseconds, and bytes allocated per operation. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* "Sort.Quick(Size: 1000)" */
static const char *subject(struct harvest *h, const struct value *item)
{
	const char *type = pick_text(item, "Type"), *method = pick_text(item, "Method");
	const char *parameters = pick_text(item, "Parameters");
	if (!type || !method)
		return pick_text(item, "FullName");
	return parameters ? arena_printf(harvest_arena(h), "%s.%s(%s)", type, method, parameters)
	                  : arena_printf(harvest_arena(h), "%s.%s", type, method);
}

/* "L999" is 99.9 %. */
static const char *level_of(struct harvest *h, const char *level)
{
	if (!level || *level != 'L' || strlen(level) < 3)
		return NULL;
	return level[3] ? arena_printf(harvest_arena(h), "%.2s.%s", level + 1, level + 3) : level + 1;
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *list = pick_list(document->tree, "Benchmarks");
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i], *statistics = pick_map(item, "Statistics");
		struct result r = { .place = item->place,
			            .model = subject(h, item),
			            .benchmark = "Mean time",
			            .unit = "ns",
			            .directed = true,
			            .better = DIRECTION_LOWER,
			            .kind = SOURCE_RUN,
			            .value = pick(statistics, "Mean"),
			            .se = pick(statistics, "StandardError"),
			            .ci_low = pick(statistics, "ConfidenceInterval/Lower"),
			            .ci_high = pick(statistics, "ConfidenceInterval/Upper"),
			            .level = level_of(h, pick_text(statistics, "ConfidenceInterval/Level")),
			            .n = pick_count(statistics, "N") };
		harvest_add(h, &r);
		struct result allocated = { .place = item->place,
			                    .model = r.model,
			                    .benchmark = "Allocated per operation",
			                    .unit = "bytes",
			                    .directed = true,
			                    .better = DIRECTION_LOWER,
			                    .kind = SOURCE_RUN,
			                    .value = pick(item, "Memory/BytesAllocatedPerOperation") };
		if (allocated.value)
			harvest_add(h, &allocated);
	}
}

const struct import import_benchmarkdotnet = { .name = "benchmarkdotnet",
	                                       .what = "BenchmarkDotNet as JSON",
	                                       .subject = "function",
	                                       .example = "Sort-report-full.json",
	                                       .tree = true,
	                                       .needs = { "HostEnvironmentInfo", "Benchmarks" },
	                                       .gather = gather };
