/* JMH -rf json: a list of benchmarks with a score in a unit that the mode gives a direction. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* "us/op" counts microseconds; "ops/s" is a unit of its own. */
static const char *unit_of(struct harvest *h, const char *unit)
{
	size_t n = unit ? strlen(unit) : 0;
	return n > 3 && str_ends(unit, "/op") ? arena_strndup(harvest_arena(h), unit, n - 3) : unit;
}

/* "org.sample.Sort.quick (size=1000)" */
static const char *subject(struct harvest *h, const struct value *item)
{
	const struct value *params = pick_map(item, "params");
	const char *name = pick_text(item, "benchmark");
	struct strbuf b = strbuf_new(harvest_arena(h));
	strbuf_add(&b, name ? name : "");
	for (size_t i = 0; params && i < params->count; i++)
		strbuf_addf(&b, "%s%s=%s", i ? ", " : " (", params->keys[i].text,
		            params->items[i].text ? params->items[i].text : "");
	if (params && params->count)
		strbuf_add(&b, ")");
	return b.s;
}

static void gather(struct harvest *h, const struct document *document)
{
	static const struct {
		const char *mode, *benchmark;
		enum direction better;
	} modes[] = { { "thrpt", "Throughput", DIRECTION_HIGHER },
		      { "avgt", "Average time per operation", DIRECTION_LOWER },
		      { "sample", "Sampled time per operation", DIRECTION_LOWER },
		      { "ss", "Single shot time", DIRECTION_LOWER } };
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *item = &document->tree->items[i];
		const struct value *bounds = pick_list(item, "primaryMetric/scoreConfidence");
		struct result r = { .place = item->place,
			            .model = subject(h, item),
			            .unit = unit_of(h, pick_text(item, "primaryMetric/scoreUnit")),
			            .value = pick(item, "primaryMetric/score"),
			            .kind = SOURCE_RUN,
			            .n = pick_count(item, "measurementIterations") * pick_count(item, "forks") };
		if (bounds && bounds->count == 2) {
			r.ci_low = &bounds->items[0];
			r.ci_high = &bounds->items[1];
			r.level = "99.9";
		}
		for (size_t m = 0; m < sizeof modes / sizeof *modes; m++)
			if (str_eq(pick_text(item, "mode"), modes[m].mode)) {
				r.benchmark = modes[m].benchmark;
				r.directed = true;
				r.better = modes[m].better;
			}
		r.benchmark = r.benchmark ? r.benchmark : pick_text(item, "mode");
		harvest_add(h, &r);
	}
}

const struct import import_jmh = { .name = "jmh",
	                           .what = "JMH as JSON",
	                           .subject = "function",
	                           .example = "jmh-result.json",
	                           .tree = true,
	                           .needs = { "*/primaryMetric/score", "*/mode", "*/benchmark" },
	                           .skips = { "*/primaryMetric/rawData", "*/secondaryMetrics" },
	                           .gather = gather };
