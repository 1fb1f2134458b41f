/* google-benchmark: --benchmark_format=json. What is compared are the benchmarks that the file names. */
#include "data/import.h"
#include "data/imports.h"

#include "base/str.h"
#include "data/pick.h"

static const struct {
	const char *key, *benchmark, *unit;
	enum direction better;
} metrics[] = {
	{ "real_time", "Real time", NULL, DIRECTION_LOWER },
	{ "cpu_time", "CPU time", NULL, DIRECTION_LOWER },
	{ "bytes_per_second", "Bytes per second", "bytes/s", DIRECTION_HIGHER },
	{ "items_per_second", "Items per second", "items/s", DIRECTION_HIGHER },
};

/* Of repetitions the mean stands for them where it is there; deviations and complexities are no times. */
static bool is_measured(const struct value *root, const struct value *item)
{
	const char *kind = pick_text(item, "run_type"), *run = pick_text(item, "run_name");
	const struct value *all = pick_list(root, "benchmarks");
	if (str_eq(kind, "aggregate"))
		return str_eq(pick_text(item, "aggregate_name"), "mean");
	for (size_t i = 0; run && i < all->count; i++)
		if (str_eq(pick_text(&all->items[i], "run_name"), run) &&
		    str_eq(pick_text(&all->items[i], "aggregate_name"), "mean"))
			return false;
	return true;
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *list = pick_list(root, "benchmarks");
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i];
		bool mean = str_eq(pick_text(item, "aggregate_name"), "mean");
		struct result r = { .place = item->place,
			            .model = pick_text(item, mean ? "run_name" : "name"),
			            .date = pick_date(root, "context/date"),
			            .kind = SOURCE_RUN,
			            .n = mean ? pick_count(item, "repetitions") : 0,
			            .directed = true };
		if (!is_measured(root, item))
			continue;
		if (pick_true(item, "error_occurred"))
			r.note = pick_text(item, "error_message");
		for (size_t m = 0; m < sizeof metrics / sizeof *metrics; m++) {
			r.benchmark = metrics[m].benchmark;
			r.unit = metrics[m].unit ? metrics[m].unit : pick_text(item, "time_unit");
			r.better = metrics[m].better;
			r.value = pick(item, metrics[m].key);
			if (pick_true(item, "error_occurred"))
				r.value = NULL;
			if (pick(item, metrics[m].key) || (m == 0 && !r.value))
				harvest_add(h, &r);
		}
	}
}

const struct import import_google_benchmark = { .name = "google-benchmark",
	                                        .what = "google-benchmark as JSON",
	                                        .subject = "function",
	                                        .example = "benchmark.json",
	                                        .tree = true,
	                                        .needs = { "context", "benchmarks/*/real_time" },
	                                        .gather = gather };
