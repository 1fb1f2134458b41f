/* ARC Prize: evaluations, models, datasets and providers that refer to each other by id. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* The item of a list with this id. */
static const struct value *with_id(const struct value *root, const char *list, const char *id)
{
	const struct value *items = pick_list(root, list);
	for (size_t i = 0; items && id && i < items->count; i++)
		if (str_eq(pick_text(&items->items[i], "id"), id))
			return &items->items[i];
	return NULL;
}

/* Without the marks of footnotes, which are no part of a name. */
static const char *without_marks(struct harvest *h, const char *name)
{
	static const char *const marks[] = { "\u00b9", "\u00b2", "\u00b3", "\u2074", "\u2075" };
	char *bare = name ? arena_strdup(harvest_arena(h), name) : NULL;
	for (bool cut = bare != NULL; cut;) {
		cut = false;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
			if (str_ends(bare, marks[i])) {
				bare[strlen(bare) - strlen(marks[i])] = '\0';
				cut = true;
			}
		for (size_t n = strlen(bare); cut && n && bare[n - 1] == ' '; n--)
			bare[n - 1] = '\0';
	}
	return bare;
}

static const char *name_of(struct harvest *h, const struct value *item, const char *id)
{
	const char *name = pick_text(item, "displayName");
	name = name ? name : pick_text(item, "name");
	return without_marks(h, name ? name : id);
}

static void add_cost(struct harvest *h, const struct value *item, struct result r, const char *key, const char *of)
{
	r.benchmark = arena_printf(harvest_arena(h), "%s %s", r.benchmark, of);
	r.unit = "usd";
	r.better = DIRECTION_LOWER;
	r.value = pick(item, key);
	double number;
	r.unknown_zero = pick_is_number(r.value, &number) && number == 0;
	if (r.value && r.value->kind != VALUE_MISSING)
		harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree, *list = pick_list(root, "evaluations");
	size_t hidden = 0;
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i], *display = pick(item, "display");
		const char *id = pick_text(item, "modelId"), *set = pick_text(item, "datasetId");
		const struct value *model = with_id(root, "models", id);
		const char *provider = pick_text(model, "providerId");
		struct result r = { .place = item->place,
			            .model = name_of(h, model, id),
			            .organisation = name_of(h, with_id(root, "providers", provider), provider),
			            .released = pick_date(model, "modelReleaseDate"),
			            .benchmark = name_of(h, with_id(root, "datasets", set), set),
			            .publisher = "ARC Prize",
			            .kind = SOURCE_LEADERBOARD,
			            .measured = MEASURED_THIRD_PARTY,
			            .unit = "fraction",
			            .directed = true,
			            .better = DIRECTION_HIGHER,
			            .value = pick(item, "score") };
		if (display && display->kind == VALUE_BOOL && !display->boolean) {
			hidden++;
			continue;
		}
		harvest_add(h, &r);
		if (r.benchmark) {
			add_cost(h, item, r, "costPerTask", "cost per task");
			add_cost(h, item, r, "cost", "cost");
		}
	}
	if (hidden)
		diag_add(harvest_diags(h), DIAG_NOTE, list->place, NULL,
		         "left out: %zu of %zu evaluations, which their publisher does not display", hidden,
		         list->count);
}

const struct import import_arc_agi = { .name = "arc-agi",
	                               .what = "ARC Prize evaluations",
	                               .example = "evaluations.json",
	                               .tree = true,
	                               .needs = { "evaluations/*/datasetId", "evaluations/*/modelId", "models" },
	                               .gather = gather };
