/* pytest-benchmark --benchmark-json: seconds; what is compared are the functions, group by group. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "data/pick.h"

#include <math.h>

static const struct {
	const char *key, *benchmark;
} metrics[] = { { "stats/mean", "Mean time" },
	        { "stats/median", "Median time" },
	        { "stats/min", "Shortest time" },
	        { "stats/max", "Longest time" } };

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *list = pick_list(root, "benchmarks");
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i];
		const char *group = pick_text(item, "group");
		double deviation;
		struct result r = { .place = item->place,
			            .model = pick_text(item, "name"),
			            .category = group,
			            .unit = "seconds",
			            .directed = true,
			            .better = DIRECTION_LOWER,
			            .kind = SOURCE_RUN,
			            .date = pick_date(root, "datetime"),
			            .n = pick_count(item, "stats/rounds") };
		for (size_t m = 0; m < sizeof metrics / sizeof *metrics; m++) {
			r.benchmark = group ? arena_printf(harvest_arena(h), "%s, %s", group, metrics[m].benchmark)
			                    : metrics[m].benchmark;
			r.value = pick(item, metrics[m].key);
			r.se = m == 0 && r.n > 1 && pick_is_number(pick(item, "stats/stddev"), &deviation)
			               ? harvest_number(h, deviation / sqrt((double)r.n))
			               : NULL;
			if (r.value)
				harvest_add(h, &r);
		}
	}
}

const struct import import_pytest_benchmark = { .name = "pytest-benchmark",
	                                        .what = "pytest-benchmark as JSON",
	                                        .subject = "function",
	                                        .example = ".benchmarks/0001_run.json",
	                                        .tree = true,
	                                        .needs = { "machine_info", "benchmarks/*/stats/mean" },
	                                        .skips = { "benchmarks/*/stats/data" },
	                                        .gather = gather };
