/* ClickBench: each file is of one database on one machine, with three times for each query: the first cold, then two
 * hot. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "data/pick.h"

/* The better of the hot runs, which is what ClickBench compares; NULL where one failed. */
static const struct value *hot_of(const struct value *runs)
{
	const struct value *best = NULL;
	double least = 0, number;
	for (size_t i = 1; i < runs->count; i++) {
		if (!pick_is_number(&runs->items[i], &number))
			return NULL;
		if (!best || number < least) {
			best = &runs->items[i];
			least = number;
		}
	}
	return best;
}

static void add_query(struct harvest *h, const struct value *runs, size_t number, struct result r)
{
	static const struct value missing = { .kind = VALUE_MISSING, .text = "" };
	const bool ran = runs->kind == VALUE_LIST && runs->count > 1;
	const struct value *hot = ran ? hot_of(runs) : NULL;
	r.unit = "seconds";
	r.place = runs->place;
	r.benchmark = arena_printf(harvest_arena(h), "Q%zu, hot", number);
	r.value = hot ? hot : &missing;
	harvest_add(h, &r);
	r.benchmark = arena_printf(harvest_arena(h), "Q%zu, cold", number);
	r.value = ran ? &runs->items[0] : &missing;
	harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *queries = pick_list(root, "result");
	const struct value *size = pick(root, "data_size"), *load = pick(root, "load_time");
	struct result r = { .place = root->place,
		            .model = pick_text(root, "system"),
		            .mode = pick_text(root, "machine"),
		            .date = pick_date(root, "date"),
		            .note = pick_text(root, "comment"),
		            .directed = true,
		            .better = DIRECTION_LOWER,
		            .kind = SOURCE_RUN };
	double number;
	for (size_t i = 0; queries && i < queries->count; i++)
		add_query(h, &queries->items[i], i, r);
	if (pick_is_number(load, &number) && number > 0) { /* 0 where nothing had to be loaded */
		r.benchmark = "Load time";
		r.unit = "seconds";
		r.value = load;
		harvest_add(h, &r);
	}
	if (pick_is_number(size, &number) && number > 0) {
		r.benchmark = "Data size";
		r.unit = "MB";
		r.value = harvest_number(h, number / 1e6);
		harvest_add(h, &r);
	}
}

const struct import import_clickbench = { .name = "clickbench",
	                                  .what = "ClickBench",
	                                  .example = "c6a.4xlarge.json",
	                                  .tree = true,
	                                  .needs = { "system", "machine", "load_time", "result/*" },
	                                  .gather = gather };
