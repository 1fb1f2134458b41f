/* lm-evaluation-harness: the table that it prints, with a row for each task and metric, and none for the model. */
#include "data/import_lm_eval.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <string.h>

static const char *const firsts[] = { "Tasks", "Task", "Groups" };

static bool has_head(const struct document *document, const char *head)
{
	const struct value *tree = document->tree;
	for (size_t i = 0; document->table && i < document->table->n_columns; i++)
		if (str_eq(document->table->columns[i].key.text, head))
			return true;
	return tree && tree->kind == VALUE_LIST && tree->count && tree->items && value_at(tree->items, head);
}

bool lm_eval_is_printed(const struct document *document)
{
	bool task = false;
	for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
		task |= has_head(document, firsts[i]);
	return task && has_head(document, "Version") && has_head(document, "Metric") && has_head(document, "Value") &&
	       has_head(document, "Stderr");
}

/* What follows the name at p, up to a comma or a bracket. */
static char *argument_at(struct arena *arena, const char *p, const char *end)
{
	const char *stop = p;
	while (stop < end && !strchr(",)` \n\r\t|\"'", *stop))
		stop++;
	return stop > p ? arena_strndup(arena, p, (size_t)(stop - p)) : NULL;
}

/* "hf (pretrained=EleutherAI/pythia-160m,dtype=float)" stands above the table; NULL where several do, or none. */
static const char *model_above(struct arena *arena, struct bytes bytes)
{
	static const char name[] = "(pretrained=";
	const char *end = bytes.data + bytes.size, *found = NULL;
	for (const char *p = bytes.data; (p = memchr(p, '(', (size_t)(end - p))) != NULL; p++) {
		if ((size_t)(end - p) < sizeof name || memcmp(p, name, sizeof name - 1) != 0)
			continue;
		const char *model = argument_at(arena, p + sizeof name - 1, end);
		if (model && found && !str_eq(model, found))
			return NULL;
		found = model ? model : found;
	}
	return found;
}

static const char *model_of(struct harvest *h, const struct document *document)
{
	const char *model = model_above(harvest_arena(h), document->bytes);
	if (model || !document->path)
		return model ? model : "model";
	model = file_stem(harvest_arena(h), document->path);
	diag_add(harvest_diags(h), DIAG_NOTE, document->tree->place,
	         "name the file after the model, or write \"hf (pretrained=NAME)\" above the table",
	         "the table names no model: its results are taken as those of \"%s\"", model);
	return model;
}

/* The direction that an arrow in the row says. */
static void find_arrow(const struct value *row, struct result *r)
{
	for (size_t i = 0; i < row->count; i++) {
		bool up = str_eq(row->items[i].text, "\u2191"), down = str_eq(row->items[i].text, "\u2193");
		if (!up && !down)
			continue;
		r->directed = true;
		r->better = up ? DIRECTION_HIGHER : DIRECTION_LOWER;
	}
}

static const char *version_of(struct harvest *h, const char *version, const char *shots)
{
	if (!shots)
		return version;
	return version ? arena_printf(harvest_arena(h), "%s, %s-shot", version, shots)
	               : arena_printf(harvest_arena(h), "%s-shot", shots);
}

static const char *task_in(const struct value *row)
{
	const char *task = NULL;
	for (size_t i = 0; i < sizeof firsts / sizeof *firsts && !task; i++)
		task = pick_text(row, firsts[i]);
	return task;
}

/* " - abstract_algebra" is a part of the task above it. */
static const char *without_dash(const char *task)
{
	while (*task == ' ' || *task == '-')
		task++;
	return task;
}

void lm_eval_gather_printed(struct harvest *h, const struct document *document)
{
	const struct value *tree = document->tree;
	struct result r = { .model = model_of(h, document), .kind = SOURCE_RUN };
	const char *version = NULL;
	r.hub = strchr(r.model, '/') != NULL;
	for (size_t i = 0; i < tree->count; i++) {
		const struct value *row = &tree->items[i];
		const char *task = task_in(row), *metric = pick_text(row, "Metric"), *filter = pick_text(row, "Filter");
		const char *shots = pick_text(row, "n-shot");
		if (task) { /* else another metric of the task above */
			r.alias = without_dash(task);
			version = pick_text(row, "Version");
		}
		if (!r.alias || !metric)
			continue;
		struct result one = r;
		one.place = row->place;
		one.benchmark = lm_eval_named(h, r.alias, metric, filter ? filter : "none");
		one.version = version_of(h, version && !str_eq(version, "N/A") ? version : NULL, shots);
		one.directed = lm_eval_is_cost(metric);
		one.better = DIRECTION_LOWER;
		one.unit = lm_eval_is_share(metric) ? unit_share : NULL;
		one.value = value_at(row, "Value");
		one.se = value_at(row, "Stderr");
		find_arrow(row, &one);
		harvest_add(h, &one);
	}
}
