/* Artificial Analysis, API v2 data/llms/models. Indexes are points, other evaluations fractions. A speed or price of 0
 * is one that nobody knows. Indexes are revised and the file does not say the version, so those of two files are kept
 * apart. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static const struct {
	const char *path, *benchmark, *unit;
	enum direction better;
} spent[] = {
	{ "pricing/price_1m_blended_3_to_1", "Price of a million tokens, 3 to 1", "usd", DIRECTION_LOWER },
	{ "pricing/price_1m_input_tokens", "Price of a million input tokens", "usd", DIRECTION_LOWER },
	{ "pricing/price_1m_output_tokens", "Price of a million output tokens", "usd", DIRECTION_LOWER },
	{ "median_output_tokens_per_second", "Output speed", "tokens/s", DIRECTION_HIGHER },
	{ "median_time_to_first_token_seconds", "Time to the first token", "seconds", DIRECTION_LOWER },
	{ "median_time_to_first_answer_token", "Time to the first token of the answer", "seconds", DIRECTION_LOWER },
};

static const char *spaced(struct harvest *h, const char *key)
{
	char *words = arena_strdup(harvest_arena(h), key);
	for (char *p = words; *p; p++)
		if (*p == '_')
			*p = ' ';
	return words;
}

static void add_evaluations(struct harvest *h, const struct value *evaluations, struct result r)
{
	const char *path = harvest_path(h);
	for (size_t i = 0; evaluations && i < evaluations->count; i++) {
		const char *key = evaluations->keys[i].text;
		bool index = str_ends(key, "_index");
		r.benchmark = spaced(h, key);
		r.alias = key;
		r.within = index && path ? file_stem(harvest_arena(h), path) : NULL;
		r.unit = index ? unit_points.name : unit_share;
		r.directed = true;
		r.better = DIRECTION_HIGHER;
		r.value = &evaluations->items[i];
		r.place = r.value->place;
		if (r.value->kind != VALUE_MISSING)
			harvest_add(h, &r);
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *list = pick_list(document->tree, "data");
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i];
		struct result r = { .place = item->place,
			            .model = pick_text(item, "name"),
			            .organisation = pick_text(item, "model_creator/name"),
			            .apart = pick_text(item, "slug"),
			            .released = pick_date(item, "release_date"),
			            .price_input = pick(item, "pricing/price_1m_input_tokens"),
			            .price_output = pick(item, "pricing/price_1m_output_tokens"),
			            .publisher = "Artificial Analysis",
			            .kind = SOURCE_INDEPENDENT,
			            .measured = MEASURED_THIRD_PARTY };
		add_evaluations(h, pick_map(item, "evaluations"), r);
		for (size_t s = 0; s < sizeof spent / sizeof *spent; s++) {
			double number;
			r.benchmark = spent[s].benchmark;
			r.unit = spent[s].unit;
			r.directed = true;
			r.better = spent[s].better;
			r.value = pick(item, spent[s].path);
			r.unknown_zero = pick_is_number(r.value, &number) && number == 0;
			if (r.value && r.value->kind != VALUE_MISSING)
				harvest_add(h, &r);
		}
	}
}

const struct import import_artificial_analysis = { .name = "artificial-analysis",
	                                           .what = "Artificial Analysis, API v2",
	                                           .example = "models.json",
	                                           .tree = true,
	                                           .needs = { "data/*/evaluations", "data/*/model_creator" },
	                                           .gather = gather };
