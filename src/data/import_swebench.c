/* SWE-bench's leaderboards.json: several boards of systems; a system's model is only in its tags. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* What follows "Model: " in the tags; NULL unless exactly one does. */
static const char *tag_of(const struct value *item, const char *name)
{
	const struct value *tags = pick_list(item, "tags");
	const char *found = NULL;
	for (size_t i = 0; tags && i < tags->count; i++)
		if (tags->items[i].kind == VALUE_STRING && str_starts(tags->items[i].text, name)) {
			if (found)
				return NULL;
			found = tags->items[i].text + strlen(name);
		}
	return found;
}

static void add(struct harvest *h, struct result r, const char *board, const char *of, const struct value *value)
{
	double number;
	r.benchmark = arena_printf(harvest_arena(h), "SWE-bench %s%s", board, of);
	r.value = value;
	r.unknown_zero = str_eq(r.unit, "usd") && pick_is_number(value, &number) && number == 0;
	if (value && value->kind != VALUE_MISSING)
		harvest_add(h, &r);
}

static void gather_board(struct harvest *h, const struct value *board)
{
	const char *name = pick_text(board, "name");
	const struct value *results = pick_list(board, "results");
	for (size_t i = 0; name && results && i < results->count; i++) {
		const struct value *item = &results->items[i];
		const char *model = tag_of(item, "Model: "), *slash = model ? strrchr(model, '/') : NULL;
		struct result r = { .place = item->place,
			            .model = pick_text(item, "name"),
			            .organisation = tag_of(item, "Org: "),
			            .apart = slash   ? slash + 1
			                     : model ? model
			                             : pick_text(item, "folder"),
			            .date = pick_date(item, "date"),
			            .note = pick_text(item, "warning"),
			            .publisher = "SWE-bench",
			            .kind = SOURCE_LEADERBOARD,
			            .measured = pick_true(item, "checked") ? MEASURED_THIRD_PARTY : MEASURED_UNKNOWN,
			            .unit = "percent",
			            .directed = true,
			            .better = DIRECTION_HIGHER };
		add(h, r, name, "", pick(item, "resolved"));
		r.unit = "usd";
		r.better = DIRECTION_LOWER;
		add(h, r, name, " cost", pick(item, "cost"));
		add(h, r, name, " cost per instance", pick(item, "instance_cost"));
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *boards = pick_list(document->tree, "leaderboards");
	for (size_t i = 0; boards && i < boards->count; i++)
		gather_board(h, &boards->items[i]);
}

const struct import import_swebench = { .name = "swe-bench",
	                                .what = "SWE-bench leaderboards.json",
	                                .example = "leaderboards.json",
	                                .tree = true,
	                                .needs = { "leaderboards/*/name", "leaderboards/*/results" },
	                                .gather = gather };
