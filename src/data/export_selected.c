/* The selected values as flat records, which load as plain records. */
#include "data/export.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/names.h"
#include "data/tree.h"

#include <string.h>

static const char *const columns[] = { "model",  "variant", "organisation", "benchmark", "version", "unit", "better",
	                               "value",  "status",  "ci_low",       "ci_high",   "level",   "n",    "measured",
	                               "source", "date",    "reason",       "conflict",  "note" };
enum { COLUMNS = sizeof columns / sizeof *columns };

/* Names as records may give them: where two would be taken for spellings of one, the ids stand instead. */
struct labels {
	struct arena *arena;
	struct map slugs; /* kind and slug -> the first thing */
	struct map clashing;
};

static char *slug_key(struct arena *arena, const char *kind, const char *name)
{
	return arena_printf(arena, "%s %s", kind, dataset_slug(arena, name));
}

static void add_label(struct labels *labels, const char *kind, const char *name, void *thing)
{
	char *key = slug_key(labels->arena, kind, name);
	if (map_put(&labels->slugs, key, thing) != thing)
		map_put(&labels->clashing, key, thing);
}

static const char *label(struct labels *labels, const char *kind, const char *name, const char *id)
{
	bool parted = str_eq(kind, "model") && strchr(name, '@'); /* would be read as model@variant */
	return parted || map_find(&labels->clashing, slug_key(labels->arena, kind, name)) ? id : name;
}

static struct labels labels_of(struct arena *arena, const struct dataset *d)
{
	struct labels labels = { arena, map_new(arena), map_new(arena) };
	for (size_t i = 0; i < d->n_models; i++)
		add_label(&labels, "model", d->models[i]->name, d->models[i]);
	for (size_t i = 0; i < d->n_organisations; i++)
		add_label(&labels, "organisation", d->organisations[i]->name, d->organisations[i]);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		add_label(&labels, "benchmark", d->benchmarks[i]->name, d->benchmarks[i]);
	for (size_t i = 0; i < d->n_variants; i++)
		if (*d->variants[i]->id)
			add_label(&labels, d->variants[i]->model->id, d->variants[i]->name, d->variants[i]);
	return labels;
}

static void put_cell(struct tree *row, struct labels *labels, const struct selection *s)
{
	const struct variant *variant = s->variant;
	const struct organisation *organisation = variant->model->organisation;
	const struct benchmark *benchmark = s->benchmark;
	tree_put_text(row, "model", label(labels, "model", variant->model->name, variant->model->id));
	if (!variant->is_default)
		tree_put_text(row, "variant", label(labels, variant->model->id, variant->name, variant->id));
	if (organisation)
		tree_put_text(row, "organisation", label(labels, "organisation", organisation->name, organisation->id));
	tree_put_text(row, "benchmark", label(labels, "benchmark", benchmark->name, benchmark->id));
	tree_put_text(row, "version", benchmark->version);
	tree_put_text(row, "unit", benchmark->unit->name);
	tree_put_text(row, "better", better_word(benchmark->better));
}

/* "89.0 (a-source, 2026-04-08); 89.9 (another)". */
static const char *rivals_of(struct arena *arena, const struct selection *s)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < s->n_rivals; i++) {
		const struct measurement *m = s->rivals[i];
		strbuf_addf(&b, "%s%s", i ? "; " : "", m->value.text);
		if (m->source && m->date.year)
			strbuf_addf(&b, " (%s, %s)", m->source->id, date_iso(arena, m->date));
		else if (m->source)
			strbuf_addf(&b, " (%s)", m->source->id);
	}
	return b.s;
}

/* The title where the id follows from it, as it does for a source that a record named. */
static const char *source_label(struct arena *arena, const struct source *source)
{
	return str_eq(dataset_slug(arena, source->title), source->id) ? source->title : source->id;
}

static void put_measurement(struct tree *row, const struct measurement *m)
{
	if (m->value.text)
		tree_put(row, "value", tree_written(m->value.text));
	if (m->status != STATUS_OK)
		tree_put_text(row, "status", status_word(m->status));
	if (m->has_interval) {
		tree_put_number(row, "ci_low", m->low);
		tree_put_number(row, "ci_high", m->high);
		if (m->level != 95)
			tree_put_number(row, "level", m->level);
	}
	if (m->n)
		tree_put_number(row, "n", (double)m->n);
	if (m->measured != MEASURED_UNKNOWN)
		tree_put_text(row, "measured", measured_word(m->measured));
	tree_put_text(row, "source", m->source ? source_label(row->arena, m->source) : NULL);
	tree_put_text(row, "date", date_iso(row->arena, m->date));
}

static void put_row(struct tree *list, struct labels *labels, const struct selection *s, const struct measurement *m)
{
	struct tree row = tree_new(list->arena);
	put_cell(&row, labels, s);
	put_measurement(&row, m);
	if (s->n_rivals) {
		tree_put_text(&row, "reason", selection_reason_words(s->reason));
		if (s->chosen)
			tree_put_text(&row, "conflict", rivals_of(list->arena, s));
	}
	tree_put_text(&row, "note", m->note);
	tree_put(list, NULL, tree_map(&row));
}

const struct value *export_selected(struct arena *arena, const struct dataset *dataset)
{
	struct selections selections = selections_of(arena, dataset, NULL);
	struct labels labels = labels_of(arena, dataset);
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		if (s->reason == SELECTED_OPEN)
			for (size_t j = 0; j < s->n_rivals; j++)
				put_row(&list, &labels, s, s->rivals[j]);
		else
			put_row(&list, &labels, s, s->chosen ? s->chosen : s->all[0]);
	}
	struct value *value = arena_alloc(arena, 1, sizeof *value);
	*value = tree_list(&list);
	return value;
}

const struct value *export_squared(struct arena *arena, const struct value *records)
{
	bool used[COLUMNS] = { false };
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < records->count; i++)
		for (int c = 0; c < COLUMNS; c++)
			used[c] |= value_at(&records->items[i], columns[c]) != NULL;
	for (size_t i = 0; i < records->count; i++) {
		struct tree row = tree_new(arena);
		for (int c = 0; c < COLUMNS; c++) {
			const struct value *value = value_at(&records->items[i], columns[c]);
			if (used[c])
				tree_put(&row, columns[c],
				         value ? *value : (struct value){ .kind = VALUE_MISSING, .text = "" });
		}
		tree_put(&list, NULL, tree_map(&row));
	}
	struct value *value = arena_alloc(arena, 1, sizeof *value);
	*value = tree_list(&list);
	return value;
}
