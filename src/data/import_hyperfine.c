/* hyperfine --export-json: seconds; what is compared are commands. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "data/pick.h"
#include "data/spread.h"

#include <math.h>

static const struct {
	const char *key, *benchmark;
} metrics[] = { { "mean", "Mean time" },   { "median", "Median time" }, { "min", "Shortest time" },
	        { "max", "Longest time" }, { "user", "User time" },     { "system", "System time" } };

static const char *note_of(struct harvest *h, const struct value *item)
{
	const struct value *codes = pick_list(item, "exit_codes");
	size_t failed = 0;
	for (size_t i = 0; codes && i < codes->count; i++)
		failed += codes->items[i].kind != VALUE_NUMBER || codes->items[i].number != 0;
	return failed ? arena_printf(harvest_arena(h), "%zu of %zu runs failed", failed, codes->count) : NULL;
}

/* The times of a command, where each is one and they are not too many. */
static const struct value *runs_of(const struct value *times)
{
	bool ok = times && times->count > 1 && times->count <= SPREAD_RUNS;
	for (size_t i = 0; ok && i < times->count; i++)
		ok = times->items[i].kind == VALUE_NUMBER;
	return ok ? times : NULL;
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *list = pick_list(document->tree, "results");
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i], *times = pick_list(item, "times");
		double deviation;
		struct result r = { .place = item->place,
			            .model = pick_text(item, "command"),
			            .unit = "seconds",
			            .directed = true,
			            .better = DIRECTION_LOWER,
			            .kind = SOURCE_RUN,
			            .n = times ? (long)times->count : 0,
			            .note = note_of(h, item) };
		for (size_t m = 0; m < sizeof metrics / sizeof *metrics; m++) {
			r.benchmark = metrics[m].benchmark;
			r.value = pick(item, metrics[m].key);
			r.se = m == 0 && r.n > 1 && pick_is_number(pick(item, "stddev"), &deviation)
			               ? harvest_number(h, deviation / sqrt((double)r.n))
			               : NULL;
			r.runs = m == 0 ? runs_of(times) : NULL;
			if (r.value)
				harvest_add(h, &r);
		}
	}
}

const struct import import_hyperfine = { .name = "hyperfine",
	                                 .what = "hyperfine --export-json",
	                                 .subject = "command",
	                                 .example = "hyperfine.json",
	                                 .tree = true,
	                                 .needs = { "results/*/command", "results/*/mean", "results/*/user" },
	                                 .series = true,
	                                 .gather = gather };
