#include "data/harvest.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "data/harvest_parts.h"
#include "data/names.h"
#include "data/pick.h"
#include "data/tree.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char unit_share[] = "share";

struct harvest *harvest_new(struct build *b)
{
	struct harvest *h = arena_alloc(b->scratch, 1, sizeof *h);
	h->b = b;
	h->arena = b->arena;
	h->by_model = h->by_benchmark = h->by_source = h->by_cell = h->by_folder = h->by_unit = map_new(b->scratch);
	return h;
}

void harvest_open(struct harvest *h, const char *format, const char *subject, const char *path, struct bytes bytes)
{
	bool first = !h->file;
	h->file = arena_alloc(h->b->scratch, 1, sizeof *h->file);
	*h->file = (struct harvest_file){ .path = path, .format = format, .bytes = bytes };
	if (first)
		h->subject = subject;
	else if (!subject || !str_eq(h->subject, subject))
		h->subject = NULL;
}

struct diags *harvest_diags(const struct harvest *h)
{
	return h->b->diags;
}

const struct value *harvest_number(struct harvest *h, double number)
{
	struct value *value = arena_alloc(h->arena, 1, sizeof *value);
	*value = tree_number(h->arena, number);
	return value;
}

struct arena *harvest_arena(const struct harvest *h)
{
	return h->arena;
}

const char *harvest_path(const struct harvest *h)
{
	return h->file->path;
}

const char *harvest_folder(struct harvest *h)
{
	return h->file->path ? file_folder(h->arena, h->file->path) : ".";
}

/* ---- who says so ---- */

static size_t new_source(struct harvest *h, const struct result *r, const char *title)
{
	h->sources = arena_grow(h->arena, h->sources, &h->sources_room, h->n_sources, sizeof *h->sources);
	h->sources[h->n_sources] = (struct reaped_source){ .title = title,
		                                           .call = title,
		                                           .publisher = r->publisher,
		                                           .url = r->url,
		                                           .kind = r->kind,
		                                           .date = r->date,
		                                           .place = r->place };
	return h->n_sources++;
}

static void note_date(struct reaped_source *source, struct date date)
{
	if (date_compare(date, source->date) > 0)
		source->date = date;
}

/* The file as a source: what wrote it, its name, its bytes. */
static size_t own_source(struct harvest *h, const struct result *r)
{
	struct harvest_file *file = h->file;
	if (file->source) {
		note_date(&h->sources[file->source - 1], r->date);
		return file->source - 1;
	}
	const char *name = file->path ? file_name(file->path) : NULL;
	size_t i = new_source(h, r, name ? arena_printf(h->arena, "%s, %s", file->format, name) : file->format);
	h->sources[i].file = file->path;
	h->sources[i].call = name ? file_stem(h->arena, name) : file->format;
	if (file->bytes.data) {
		char *hex = arena_alloc(h->arena, 65, 1);
		hash_sha256_hex(file->bytes.data, file->bytes.size, hex);
		h->sources[i].sha256 = hex;
	}
	file->source = i + 1;
	return i;
}

static size_t source_of(struct harvest *h, const struct result *r)
{
	if (!r->source)
		return own_source(h, r);
	char *key =
		arena_printf(h->b->scratch, "%s\n%s\n%d", r->source, r->publisher ? r->publisher : "", (int)r->kind);
	size_t *known = map_find(&h->by_source, key);
	if (!known) {
		known = arena_alloc(h->b->scratch, 1, sizeof *known);
		*known = new_source(h, r, r->source);
		map_put(&h->by_source, key, known);
	}
	note_date(&h->sources[*known], r->date);
	return *known;
}

/* ---- who ---- */

/* What a file calls unknown it does not say. */
static const char *said(const char *name)
{
	static const char unknown[] = "unknown";
	for (size_t i = 0; name && i < sizeof unknown; i++)
		if ((name[i] | 0x20) != (unknown[i] | 0x20))
			return name;
	return NULL;
}

static void note_facts(struct result *known, const struct result *r)
{
	if (!known->organisation)
		known->organisation = r->organisation;
	if (!known->released.year)
		known->released = r->released;
	if (!known->licence)
		known->licence = r->licence;
	if (!known->price_input)
		known->price_input = r->price_input;
	if (!known->price_output)
		known->price_output = r->price_output;
}

static size_t model_of(struct harvest *h, const struct result *r)
{
	char *key = dataset_fold(h->b->scratch, r->model);
	size_t *known = map_find(&h->by_model, key);
	if (known) {
		note_facts(&h->models[*known].first, r);
		return *known;
	}
	known = arena_alloc(h->b->scratch, 1, sizeof *known);
	*known = h->n_models;
	map_put(&h->by_model, key, known);
	h->models = arena_grow(h->arena, h->models, &h->models_room, h->n_models, sizeof *h->models);
	h->models[h->n_models] = (struct reaped_model){ .name = r->model, .first = *r };
	return h->n_models++;
}

/* "high, HAL Generalist Agent"; NULL for the model alone. */
static const char *variant_name(struct harvest *h, const struct result *r)
{
	const char *const parts[] = { r->mode, r->effort, r->tools, r->scaffold };
	struct strbuf b = strbuf_new(h->arena);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i])
			strbuf_addf(&b, "%s%s", b.n ? ", " : "", parts[i]);
	return b.n ? b.s : NULL;
}

static size_t variant_of(struct harvest *h, size_t model, const struct result *r, const char *name)
{
	struct reaped_model *m = &h->models[model];
	char *fold = name ? dataset_fold(h->b->scratch, name) : NULL;
	if (!name)
		return 0;
	for (size_t i = 0; i < m->n_variants; i++)
		if (str_eq(dataset_fold(h->b->scratch, m->variants[i].name), fold))
			return i + 1;
	m->variants = arena_grow(h->arena, m->variants, &m->variants_room, m->n_variants, sizeof *m->variants);
	m->variants[m->n_variants] = (struct reaped_variant){
		.name = name, .mode = r->mode, .effort = r->effort, .tools = r->tools, .scaffold = r->scaffold
	};
	return ++m->n_variants;
}

/* ---- on what ---- */

static void measure(struct reaped_benchmark *benchmark, const struct result *r)
{
	double number;
	if (!pick_is_number(r->value, &number))
		return;
	if (!benchmark->valued || number < benchmark->least)
		benchmark->least = number;
	if (!benchmark->valued || number > benchmark->most)
		benchmark->most = number;
	benchmark->valued = true;
}

static size_t benchmark_of(struct harvest *h, const struct result *r)
{
	char *key = arena_printf(h->b->scratch, "%s\n%s\n%s\n%s", dataset_fold(h->b->scratch, r->benchmark),
	                         r->version ? r->version : "", r->within ? r->within : "", r->unit ? r->unit : "");
	size_t *known = map_find(&h->by_benchmark, key);
	if (!known) {
		known = arena_alloc(h->b->scratch, 1, sizeof *known);
		*known = h->n_benchmarks;
		map_put(&h->by_benchmark, key, known);
		h->benchmarks = arena_grow(h->arena, h->benchmarks, &h->benchmarks_room, h->n_benchmarks,
		                           sizeof(*h->benchmarks));
		h->benchmarks[h->n_benchmarks++] = (struct reaped_benchmark){ .first = *r };
	}
	struct reaped_benchmark *benchmark = &h->benchmarks[*known];
	if (r->directed && benchmark->first.directed && r->better != benchmark->first.better)
		benchmark->contradicted = true;
	measure(benchmark, r);
	return *known;
}

/* Values of one benchmark are counted in one unit, the first that it comes in: 0.4 s beside 10 ns is 400000000 ns. */
static void convert(struct harvest *h, struct result *r)
{
	const struct unit *unit = r->unit && r->unit != unit_share ? unit_find(r->unit) : NULL;
	if (!unit || unit->kind != UNIT_AMOUNT || !r->benchmark)
		return;
	r->unit = unit->name;
	char *key = dataset_fold(h->b->scratch, r->benchmark);
	const struct unit *first = map_put(&h->by_unit, key, (void *)(uintptr_t)unit);
	double ratio = unit_ratio(unit, first);
	if (first == unit || ratio <= 0)
		return;
	r->unit = first->name;
	r->runs = NULL;
	const struct value **const values[] = { &r->value, &r->se, &r->ci, &r->ci_low, &r->ci_high };
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		double number;
		if (!*values[i] || !pick_is_number(*values[i], &number))
			continue;
		struct value *converted = arena_alloc(h->arena, 1, sizeof *converted);
		*converted = tree_number(h->arena, strtod(arena_printf(h->b->scratch, "%.15g", number * ratio), NULL));
		converted->place = (*values[i])->place;
		*values[i] = converted;
	}
}

/* ---- a result ---- */

static char *cell_of(struct harvest *h, const struct reaped *reaped)
{
	return arena_printf(h->b->scratch, "%zu %zu %zu %zu %s", reaped->model, reaped->variant, reaped->benchmark,
	                    reaped->source, date_iso(h->b->scratch, reaped->r.date));
}

/* False for what was said before. What the same source says otherwise of the same thing is another run of it, and
 * becomes a variant under what tells it apart. */
static bool tell_apart(struct harvest *h, struct reaped *reaped)
{
	enum { MOST = 1000 };
	const char *plain = variant_name(h, &reaped->r);
	for (int run = 1; run <= MOST; run++) {
		char *cell = cell_of(h, reaped);
		const struct value *there = map_put(&h->by_cell, cell, (void *)(uintptr_t)reaped->r.value);
		if (there == reaped->r.value)
			return true;
		if (value_equal(there, reaped->r.value))
			return false;
		const char *apart =
			reaped->r.apart && run == 1 ? reaped->r.apart : arena_printf(h->arena, "run %d", run + 1);
		const char *name = plain ? arena_printf(h->arena, "%s, %s", plain, apart) : apart;
		reaped->variant = variant_of(h, reaped->model, &reaped->r, name);
	}
	return false;
}

static const char *folder_model(struct harvest *h, struct result *r)
{
	for (char *folder = arena_strdup(h->b->scratch, harvest_folder(h));;) {
		const struct result *known = map_find(&h->by_folder, folder);
		if (known) {
			r->hub = known->hub;
			if (known->benchmark)
				r->benchmark = arena_printf(h->arena, "%s %s", known->benchmark, r->benchmark);
			note_facts(r, known);
			return known->model;
		}
		char *above = file_folder(h->b->scratch, folder);
		if (str_eq(above, folder))
			return NULL;
		folder = above;
	}
}

/* What the model is called where it is one with others: its whole name, or that without the organisation. */
static void rename_model(struct harvest *h, struct result *r)
{
	const char *slash = r->hub || r->served ? strrchr(r->model, '/') : NULL;
	const char *name = build_canonical(h->b, r->model);
	if (name == r->model && slash && build_canonical(h->b, slash + 1) != slash + 1)
		name = build_canonical(h->b, slash + 1);
	if (name == r->model)
		return;
	if (r->hub && !r->organisation && slash)
		r->organisation = arena_strndup(h->arena, r->model, (size_t)(slash - r->model));
	r->hub = r->hub && strchr(name, '/');
	r->served = r->served && strchr(name, '/');
	r->model = name;
}

void harvest_add(struct harvest *h, const struct result *result)
{
	static const struct value missing = { .kind = VALUE_MISSING, .text = "" };
	struct reaped reaped = { .r = *result };
	struct result *r = &reaped.r;
	double number;
	convert(h, r);
	if (!r->value || (!pick_is_number(r->value, &number) && r->value->kind != VALUE_MISSING))
		r->value = &missing;
	r->organisation = said(r->organisation);
	if (!r->model && r->benchmark) {
		h->pending = arena_grow(h->arena, h->pending, &h->pending_room, h->n_pending, sizeof *h->pending);
		h->pending[h->n_pending++] = (struct pending){ *r, h->file };
		return;
	}
	if (!r->model || !r->model[strspn(r->model, " \t\n\r")] || !r->benchmark || !*r->benchmark)
		return;
	rename_model(h, r);
	reaped.model = model_of(h, r);
	reaped.benchmark = benchmark_of(h, r);
	reaped.source = source_of(h, r);
	reaped.variant = variant_of(h, reaped.model, r, variant_name(h, r));
	if (!tell_apart(h, &reaped))
		return;
	h->results = arena_grow(h->arena, h->results, &h->results_room, h->n_results, sizeof *h->results);
	h->results[h->n_results++] = reaped;
}

void harvest_settle(struct harvest *h)
{
	for (size_t i = 0; i < h->n_pending; i++) {
		struct result r = h->pending[i].r;
		h->file = h->pending[i].file;
		r.model = folder_model(h, &r);
		r.model = r.model ? r.model : r.otherwise;
		if (r.model) {
			harvest_add(h, &r);
		} else if (!h->file->told) {
			h->file->told = true;
			diag_add(h->b->diags, DIAG_ERROR, r.place, "name the folder, where another file says it",
			         "this file does not say whose results these are");
		}
	}
	h->n_pending = 0;
}

size_t harvest_count(const struct harvest *h)
{
	return h->n_results + h->n_pending;
}

void harvest_tell(struct harvest *h)
{
	h->file->told = true;
}

bool harvest_is_told(const struct harvest *h)
{
	return h->file->told;
}

void harvest_folder_model(struct harvest *h, const struct result *model)
{
	struct result *kept = arena_alloc(h->arena, 1, sizeof *kept);
	*kept = *model;
	map_put(&h->by_folder, arena_strdup(h->b->scratch, harvest_folder(h)), kept);
	harvest_tell(h);
}
