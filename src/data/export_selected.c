/* The selected values as flat records, which load as plain records. */
#include "data/export.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/names.h"
#include "data/spread.h"
#include "data/tree.h"

#include <stdint.h>
#include <string.h>

static const char *const columns[] = {
	"model", "variant", "organisation", "released", "licence", "benchmark", "version",  "unit", "better",
	"value", "status",  "ci_low",       "ci_high",  "level",   "n",         "q05",      "q25",  "q75",
	"q95",   "runs",    "measured",     "source",   "date",    "reason",    "conflict", "note"
};
enum { COLUMNS = sizeof columns / sizeof *columns, SCRATCH = 1 << 18 };

/* Names as records may give them, by index: the id where two names would be taken for spellings of one. */
struct labels {
	const char **models, **organisations, **benchmarks, **variants, **sources;
};

struct clashes {
	struct arena *arena;
	struct map slugs, clashing; /* by kind and slug */
};

static char *slug_key(struct arena *arena, const char *kind, const char *name)
{
	return arena_printf(arena, "%s %s", kind, dataset_name_slug(arena, name));
}

static void add_name(struct clashes *clashes, const char *kind, const char *name)
{
	char *key = slug_key(clashes->arena, kind, name);
	if (map_put(&clashes->slugs, key, key) != key)
		map_put(&clashes->clashing, key, key);
}

static const char *label(struct clashes *clashes, const char *kind, const char *name, const char *id)
{
	if (!clashes->clashing.count)
		return name;
	return map_find(&clashes->clashing, slug_key(clashes->arena, kind, name)) ? id : name;
}

static struct clashes clashes_of(struct arena *arena, const struct dataset *d)
{
	struct clashes clashes = { arena, map_new(arena), map_new(arena) };
	for (size_t i = 0; i < d->n_models; i++)
		add_name(&clashes, "model", dataset_model_at(d, i)->name);
	for (size_t i = 0; i < d->n_organisations; i++)
		add_name(&clashes, "organisation", d->organisations[i]->name);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		add_name(&clashes, "benchmark", d->benchmarks[i]->name);
	for (size_t i = 0; i < d->n_variants; i++) {
		const struct variant *v = dataset_variant_at(d, i);
		if (*v->own->id)
			add_name(&clashes, v->model->id, v->own->name);
	}
	return clashes;
}

static struct labels labels_of(struct arena *arena, const struct dataset *d)
{
	struct arena *scratch = arena_new_below(arena);
	struct clashes clashes = clashes_of(scratch, d);
	struct labels labels = { arena_alloc(arena, d->n_models, sizeof(char *)),
		                 arena_alloc(arena, d->n_organisations, sizeof(char *)),
		                 arena_alloc(arena, d->n_benchmarks, sizeof(char *)),
		                 arena_alloc(arena, d->n_variants, sizeof(char *)),
		                 arena_alloc(arena, d->n_sources, sizeof(char *)) };
	for (size_t i = 0; i < d->n_models; i++) {
		const struct model *m = dataset_model_at(d, i); /* "a@b" would be read as model@variant */
		labels.models[i] = strchr(m->name, '@') ? m->id : label(&clashes, "model", m->name, m->id);
	}
	for (size_t i = 0; i < d->n_organisations; i++)
		labels.organisations[i] =
			label(&clashes, "organisation", d->organisations[i]->name, d->organisations[i]->id);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		labels.benchmarks[i] = label(&clashes, "benchmark", d->benchmarks[i]->name, d->benchmarks[i]->id);
	for (size_t i = 0; i < d->n_variants; i++) {
		const struct variant *v = dataset_variant_at(d, i);
		labels.variants[i] = v->is_default ? "" : label(&clashes, v->model->id, v->own->name, v->own->id);
	}
	for (size_t i = 0; i < d->n_sources; i++) /* a record names a source by its title, from which its id follows */
		labels.sources[i] = str_eq(dataset_name_slug(scratch, d->sources[i]->title), d->sources[i]->id)
		                            ? d->sources[i]->title
		                            : d->sources[i]->id;
	arena_free(scratch);
	return labels;
}

static void put_cell(struct tree *row, const struct labels *labels, const struct selection *s)
{
	const struct variant *variant = s->variant;
	const struct organisation *organisation = variant->model->own->organisation;
	const struct model_more *more = variant->model->own->more;
	const struct benchmark *benchmark = s->benchmark;
	tree_put_text(row, "model", labels->models[variant->model->index]);
	tree_put_text(row, "variant", labels->variants[variant->index]);
	if (organisation)
		tree_put_text(row, "organisation", labels->organisations[organisation->index]);
	if (more->released.year)
		tree_put_text(row, "released", date_iso(row->arena, more->released));
	tree_put_text(row, "licence", more->licence);
	tree_put_text(row, "benchmark", labels->benchmarks[benchmark->index]);
	tree_put_text(row, "version", benchmark->version);
	tree_put_text(row, "unit", benchmark->unit->name);
	if (benchmark->direction_from > DIRECTION_FROM_UNIT)
		tree_put_text(row, "better", direction_words[benchmark->direction]);
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

/* A number for whoever reads it, without the marks of thousands that its file has. */
static struct value plain_value(struct arena *arena, const char *text)
{
	struct strbuf plain = strbuf_new(arena);
	for (const char *p = text; *p; p++)
		if (*p != ',')
			strbuf_addn(&plain, p, 1);
	struct value value = tree_written(plain.s);
	return value.kind == VALUE_NUMBER ? value : tree_written(text);
}

static void put_measurement(struct tree *row, const struct labels *labels, const struct measurement *m)
{
	if (m->value.text)
		tree_put(row, "value", plain_value(row->arena, m->value.text));
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
	spread_put(row, m->spread, true);
	if (m->measured != MEASURED_UNKNOWN)
		tree_put_text(row, "measured", measured_word(m->measured));
	tree_put_text(row, "source", m->source ? labels->sources[m->source->index] : NULL);
	tree_put_text(row, "date", date_iso(row->arena, m->date));
}

struct selected { /* rows, made while they are written */
	const struct dataset *dataset;
	struct export_cells cells;
	struct labels labels;
	struct selected_row {
		uint32_t place, rival; /* rival: of an open choice, which has a row for each */
	} * rows;                      /* NULL: a row is a place */
};

static const struct selection *chosen_at(const struct selected *selected, struct arena *arena, size_t place)
{
	const uint32_t *order = selected->cells.order;
	return cells_choose(arena, selected->cells.cells, order ? order[place] : place);
}

static struct value selected_row(const void *closure, struct arena *arena, size_t i)
{
	const struct selected *selected = closure;
	const struct selection *s = chosen_at(selected, arena, selected->rows ? selected->rows[i].place : i);
	const struct measurement *m = s->reason == SELECTED_OPEN
	                                      ? s->rivals[selected->rows ? selected->rows[i].rival : 0]
	                              : s->chosen ? s->chosen
	                                          : s->all[0];
	struct tree row = tree_new(arena);
	put_cell(&row, &selected->labels, s);
	put_measurement(&row, &selected->labels, m);
	if (s->n_rivals) {
		tree_put_text(&row, "reason", selection_reason_words(s->reason));
		if (s->chosen)
			tree_put_text(&row, "conflict", rivals_of(arena, s));
	}
	tree_put_text(&row, "note", m->note);
	return tree_map(&row);
}

static const struct value *list_of(struct arena *arena, size_t count, const struct value_maker *maker)
{
	struct value *value = arena_alloc(arena, 1, sizeof *value);
	struct value_maker *kept = arena_alloc(arena, 1, sizeof *kept);
	*kept = *maker;
	*value = (struct value){ .kind = VALUE_LIST, .count = count, .maker = kept };
	return value;
}

/* How many rows each place has. Returns how many there are in all. */
static size_t count_rows(struct arena *arena, const struct selected *selected, uint32_t *rows)
{
	struct arena *scratch = arena_new_below(arena);
	size_t count = 0;
	for (size_t i = 0; i < cells_count(selected->cells.cells); i++) {
		const struct selection *s = NULL;
		if (cells_only(selected->cells.cells, selected->cells.order ? selected->cells.order[i] : i) == SIZE_MAX)
			s = chosen_at(selected, scratch, i);
		rows[i] = s && s->reason == SELECTED_OPEN ? (uint32_t)s->n_rivals : 1;
		count += rows[i];
		if (arena_used(scratch) > SCRATCH)
			arena_empty(scratch);
	}
	arena_free(scratch);
	return count;
}

const struct value *export_selected(struct arena *arena, const struct dataset *dataset,
                                    const struct export_cells *cells)
{
	struct selected *selected = arena_alloc(arena, 1, sizeof *selected);
	struct arena *scratch = arena_new_below(arena);
	*selected = (struct selected){ .dataset = dataset,
		                       .cells = cells ? *cells
		                                      : (struct export_cells){ cells_of(arena, dataset, NULL), NULL },
		                       .labels = labels_of(arena, dataset) };
	size_t places = cells_count(selected->cells.cells);
	uint32_t *rows = arena_alloc(scratch, places, sizeof *rows);
	size_t count = count_rows(arena, selected, rows), n = 0;
	if (count > places)
		selected->rows = arena_alloc(arena, count, sizeof *selected->rows);
	for (size_t i = 0; i < places && selected->rows; i++)
		for (uint32_t k = 0; k < rows[i]; k++)
			selected->rows[n++] = (struct selected_row){ (uint32_t)i, k };
	arena_free(scratch);
	return list_of(arena, count, &(struct value_maker){ .make = selected_row, .closure = selected });
}

struct squared {
	const struct value *records;
	bool used[COLUMNS];
};

/* The cell of the c-th column; at: how many cells of the record came before, which stand in the columns' order. */
static const struct value *next_cell(const struct value *record, size_t *at, int c)
{
	if (*at == record->count || !str_eq(record->keys[*at].text, columns[c]))
		return NULL;
	return &record->items[(*at)++];
}

static struct value squared_row(const void *closure, struct arena *arena, size_t i)
{
	const struct squared *squared = closure;
	struct value record = value_item(squared->records, i, arena);
	struct value *keys = arena_alloc(arena, COLUMNS, sizeof *keys),
		     *items = arena_alloc(arena, COLUMNS, sizeof *items);
	size_t count = 0, at = 0;
	for (int c = 0; c < COLUMNS; c++) {
		const struct value *value = next_cell(&record, &at, c);
		if (!squared->used[c])
			continue;
		keys[count] = tree_text(columns[c]);
		items[count++] = value ? *value : (struct value){ .kind = VALUE_MISSING, .text = "" };
	}
	return (struct value){ .kind = VALUE_MAP, .count = count, .keys = keys, .items = items };
}

const struct value *export_squared(struct arena *arena, const struct value *records)
{
	struct squared *squared = arena_alloc(arena, 1, sizeof *squared);
	struct arena *scratch = arena_new_below(arena);
	squared->records = records;
	for (size_t i = 0; i < records->count; i++) {
		if (arena_used(scratch) > SCRATCH) {
			arena_free(scratch);
			scratch = arena_new_below(arena);
		}
		struct value record = value_item(records, i, scratch);
		size_t at = 0;
		for (int c = 0; c < COLUMNS; c++)
			squared->used[c] |= next_cell(&record, &at, c) != NULL;
	}
	arena_free(scratch);
	return list_of(arena, records->count,
	               &(struct value_maker){ .make = squared_row, .closure = squared, .uniform = true });
}
