/* Hugging Face .eval_results/NAME.yaml: no metric, no unit, no model: whose it is, the repository's folder says. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

/* The folder that ".eval_results" lies in, "ORG__MODEL" or MODEL. */
static const char *repository(struct harvest *h)
{
	struct arena *arena = harvest_arena(h);
	const char *path = harvest_path(h);
	char *folder = arena_strdup(arena, harvest_folder(h));
	if (str_eq(file_name(folder), ".eval_results"))
		folder = file_folder(arena, folder);
	const char *name = file_name(folder), *parting = strstr(name, "__");
	if (parting)
		return arena_printf(arena, "%.*s/%s", (int)(parting - name), name, parting + 2);
	return !str_eq(name, ".") ? name : path ? file_stem(arena, path) : NULL;
}

static void gather(struct harvest *h, const struct document *document)
{
	const char *model = repository(h);
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *item = &document->tree->items[i];
		const char *id = pick_text(item, "dataset/id"), *task = pick_text(item, "dataset/task_id");
		double number;
		struct result r = { .place = item->place,
			            .otherwise = model,
			            .hub = model && strchr(model, '/') != NULL,
			            .benchmark = task ? task : id,
			            .version = pick_text(item, "dataset/revision"),
			            .within = id,
			            .value = pick(item, "value"),
			            .date = pick_date(item, "date"),
			            .source = pick_text(item, "source/name"),
			            .url = pick_text(item, "source/url"),
			            .publisher = pick_text(item, "source/org"),
			            .note = pick_text(item, "notes"),
			            .apart = pick_text(item, "notes"),
			            .kind = SOURCE_UNKNOWN,
			            .measured =
			                    pick(item, "verifyToken") ? MEASURED_THIRD_PARTY : MEASURED_FIRST_PARTY };
		if (pick_is_number(r.value, &number) && number >= 0 && number <= 100)
			r.unit = number <= 1 ? unit_fraction.name : unit_percent.name;
		harvest_add(h, &r);
	}
}

const struct import import_eval_results = { .name = "eval-results",
	                                    .what = "Hugging Face .eval_results",
	                                    .example = ".eval_results/gpqa.yaml",
	                                    .tree = true,
	                                    .needs = { "*/dataset/id", "*/value" },
	                                    .gather = gather };
