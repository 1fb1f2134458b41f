/* promptfoo eval -o results.json: providers by prompt, each with the tests that it passed. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <stdlib.h>
#include <string.h>

/* The first words of a prompt, to tell two prompts of one provider apart. */
static const char *label_of(struct harvest *h, const struct value *prompt)
{
	enum { MOST = 40 };
	const char *label = pick_text(prompt, "label");
	char *line = label ? str_one_line(harvest_arena(h), label) : NULL;
	size_t runes = 0;
	for (const char *p = line; p && *p;) {
		utf8_next(&p);
		if (++runes < MOST)
			continue;
		while (p > line && p[-1] == ' ')
			p--;
		return arena_strndup(harvest_arena(h), line, (size_t)(p - line));
	}
	return line;
}

static void gather(struct harvest *h, const struct document *document)
{
	static const struct {
		const char *key, *benchmark, *unit;
	} spent[] = { { "metrics/cost", "cost", "usd" },
		      { "metrics/totalLatencyMs", "latency in all", "ms" },
		      { "metrics/tokenUsage/total", "tokens", "tokens" } };
	const struct value *root = document->tree, *prompts = pick_list(root, "results/prompts");
	const char *suite = pick_text(root, "config/description");
	struct arena *arena = harvest_arena(h);
	for (size_t i = 0; prompts && i < prompts->count; i++) {
		const struct value *prompt = &prompts->items[i];
		long passed = pick_count(prompt, "metrics/testPassCount");
		long all = passed + pick_count(prompt, "metrics/testFailCount") +
		           pick_count(prompt, "metrics/testErrorCount");
		struct result r = { .place = prompt->place,
			            .model = pick_text(prompt, "provider"),
			            .apart = label_of(h, prompt),
			            .date = pick_date(root, "results/timestamp"),
			            .kind = SOURCE_RUN,
			            .directed = true,
			            .better = DIRECTION_HIGHER,
			            .unit = "fraction",
			            .n = all };
		suite = suite ? suite : "promptfoo";
		r.benchmark = arena_printf(arena, "%s, tests passed", suite);
		if (all > 0)
			r.value = harvest_number(
				h, strtod(arena_printf(arena, "%.6g", (double)passed / (double)all), NULL));
		harvest_add(h, &r);
		r.better = DIRECTION_LOWER;
		for (size_t s = 0; s < sizeof spent / sizeof *spent; s++) {
			double number;
			r.benchmark = arena_printf(arena, "%s, %s", suite, spent[s].benchmark);
			r.unit = spent[s].unit;
			r.value = pick(prompt, spent[s].key);
			r.unknown_zero = pick_is_number(r.value, &number) && number == 0;
			if (r.value)
				harvest_add(h, &r);
		}
	}
}

const struct import import_promptfoo = { .name = "promptfoo",
	                                 .what = "promptfoo eval as JSON",
	                                 .example = "promptfoo-results.json",
	                                 .tree = true,
	                                 .needs = { "results/prompts/*/provider", "results/prompts/*/metrics" },
	                                 .skips = { "results/results", "results/table" },
	                                 .gather = gather };
