/* Plain records: rows that name their models, benchmarks, sources and organisations themselves. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <string.h>

static const char *const record_keys[] = {
	"model",  "variant", "organisation", "benchmark",  "value",  "unit",    "better", "version",
	"source", "date",    "measured",     "status",     "se",     "ci",      "ci_low", "ci_high",
	"level",  "n",       "note",         "candidates", "reason", "conflict"
}; /* the last two: only `data` writes them */
static const char *const betters[] = { "higher", "lower", "unknown" };

/* "95% CI-low" and the like: lower case, one '_' for spaces and '-'. */
static char *normalised(struct arena *arena, const char *header)
{
	char *key = dataset_fold(arena, header);
	for (char *p = key; *p; p++)
		if (*p == ' ' || *p == '-')
			*p = '_';
	if (str_eq(key, "organization") || str_eq(key, "org"))
		return arena_strdup(arena, "organisation");
	return key;
}

/* The key that a column means; "" for none, with a warning the first time. */
static const char *key_of(struct build *b, const struct value *header)
{
	const char *known = map_find(&b->headers, header->text);
	if (known)
		return known;
	size_t count = sizeof record_keys / sizeof *record_keys;
	char *key = normalised(b->arena, header->text);
	bool found = false;
	for (size_t i = 0; i < count && !found; i++)
		found = str_eq(key, record_keys[i]);
	if (!found) {
		diag_add(b->diags, DIAG_WARNING, header->place, nearest_word(b->arena, key, record_keys, count, NULL),
		         "the column \"%s\" is not known and not used", header->text);
		key = arena_strdup(b->arena, "");
	}
	map_put(&b->headers, header->text, key);
	return key;
}

static struct value row_view(struct build *b, const struct value *row)
{
	struct value view = *row;
	struct value *keys = arena_alloc(b->arena, row->count, sizeof *keys);
	struct value *items = arena_alloc(b->arena, row->count, sizeof *items);
	view.keys = keys;
	view.items = items;
	view.count = 0;
	for (size_t i = 0; i < row->count; i++) {
		const char *key = key_of(b, &row->keys[i]);
		if (!*key)
			continue;
		if (value_at(&view, key)) {
			diag_add(b->diags, DIAG_ERROR, row->keys[i].place, "keep one of the two",
			         "\"%s\" is the column \"%s\" a second time", row->keys[i].text, key);
			continue;
		}
		keys[view.count] = row->keys[i];
		keys[view.count].text = key;
		items[view.count++] = row->items[i];
	}
	return view;
}

const struct value *load_records_view(struct build *b, const struct value *rows)
{
	struct value *list = arena_alloc(b->arena, 1, sizeof *list);
	struct value *items = arena_alloc(b->arena, rows->count, sizeof *items);
	*list = *rows;
	list->items = items;
	list->count = 0;
	for (size_t i = 0; i < rows->count; i++) {
		struct schema s;
		if (schema_open(&s, b->arena, b->diags, &rows->items[i], "record"))
			items[list->count++] = row_view(b, &rows->items[i]);
	}
	return list;
}

struct label { /* a name as a record spells it */
	enum name_kind kind;
	const char *prefix; /* of its keys: the model's id and "@" for a variant, else "" */
	const char *name, *id;
	const char *fold;
	struct place place;
};

static struct label label_of(struct build *b, enum name_kind kind, const char *prefix, const char *name,
                             struct place place)
{
	return (struct label){ kind,
		               prefix,
		               name,
		               dataset_slug(b->arena, name),
		               arena_printf(b->arena, "%s%s", prefix, dataset_fold(b->arena, name)),
		               place };
}

struct spelling { /* the first of its slug */
	void *thing;
	const char *name;
};

/* The thing that was spelled like this before, or NULL; an error, once, if only its slug is the same. */
static void *spelled(struct build *b, const struct label *label)
{
	void *found = map_find(&b->spelled[label->kind], label->fold);
	if (found)
		return found;
	const char *slug = arena_printf(b->arena, "%s%s", label->prefix, label->id);
	const struct spelling *first = map_find(&b->slugs[label->kind], slug);
	if (!first)
		return NULL;
	diag_add(b->diags, DIAG_ERROR, label->place,
	         "use one spelling, or declare the name with the other as its alias",
	         "\"%s\" and \"%s\" look like two spellings of one name", label->name, first->name);
	map_put(&b->spelled[label->kind], label->fold, first->thing);
	map_put(&b->d->by_name[label->kind], label->fold, first->thing);
	return first->thing;
}

static void put(struct build *b, const struct label *label, void *thing)
{
	const char *slug = arena_printf(b->arena, "%s%s", label->prefix, label->id);
	struct spelling *first = arena_alloc(b->arena, 1, sizeof *first);
	*first = (struct spelling){ thing, label->name };
	map_put(&b->spelled[label->kind], label->fold, thing);
	map_put(&b->slugs[label->kind], slug, first);
	map_put(&b->d->by_name[label->kind], slug, thing);
	map_put(&b->d->by_name[label->kind], label->fold, thing);
}

static void name_source(struct build *b, const char *name, struct place place)
{
	struct label label = label_of(b, NAME_SOURCE, "", name, place);
	if (spelled(b, &label))
		return;
	struct source *source = build_source(b, place);
	source->id = label.id;
	source->title = name;
	source->kind = SOURCE_UNKNOWN;
	put(b, &label, source);
}

static const struct organisation *name_organisation(struct build *b, const char *name, struct place place)
{
	struct label label = label_of(b, NAME_ORGANISATION, "", name, place);
	struct organisation *organisation = spelled(b, &label);
	if (organisation)
		return organisation;
	organisation = build_organisation(b, place);
	organisation->id = label.id;
	organisation->name = name;
	put(b, &label, organisation);
	return organisation;
}

static void name_variant(struct build *b, struct model *model, const char *name, struct place place)
{
	const char *prefix = arena_printf(b->arena, "%s@", model->id);
	struct label label = label_of(b, NAME_VARIANT, prefix, name, place);
	if (spelled(b, &label))
		return;
	struct variant *variant = build_variant(b, model, place);
	variant->id = label.id;
	variant->name = name;
	put(b, &label, variant);
}

/* "model" or "model@variant", with the variant of its own column behind it (NULL if there is none). */
static struct model *name_model(struct build *b, const char *text, const char *variant, struct place place)
{
	const char *at = strrchr(text, '@');
	bool parted = at && at != text && at[1];
	if (at && !parted)
		diag_add(b->diags, DIAG_ERROR, place, "write model@variant, or the model alone",
		         "\"%s\" has nothing %s \"@\"", text, at == text ? "before" : "behind");
	const char *name = parted ? arena_strndup(b->arena, text, (size_t)(at - text)) : text;
	struct label label = label_of(b, NAME_MODEL, "", name, place);
	struct model *model = spelled(b, &label);
	if (!model) {
		model = build_model(b, place);
		model->id = label.id;
		model->name = name;
		put(b, &label, model);
		build_variant(b, model, place)->is_default = true;
	}
	if (parted)
		name_variant(b, model, at + 1, place);
	if (variant)
		name_variant(b, model, variant, place);
	return model;
}

static struct benchmark *name_benchmark(struct build *b, const char *name, struct place place)
{
	struct label label = label_of(b, NAME_BENCHMARK, "", name, place);
	struct benchmark *benchmark = spelled(b, &label);
	if (benchmark)
		return benchmark;
	benchmark = build_benchmark(b, place);
	benchmark->id = label.id;
	benchmark->name = benchmark->brief = name;
	put(b, &label, benchmark);
	return benchmark;
}

/* The text of a cell without a word about what is wrong with it: load_measurement tells that. */
static const char *cell(const struct schema *s, const char *key)
{
	const struct value *value = schema_at(s, key);
	bool text = value && (value->kind == VALUE_STRING || value->kind == VALUE_NUMBER);
	return text && value->text[strspn(value->text, " \t\r\n")] ? value->text : NULL;
}

static const char one_way[] = "say it one way";

/* A row that says something else of its model or benchmark than is known; said once for each key of a thing. */
static void contradiction(struct build *b, const struct schema *s, const char *key, const char *name, const char *known,
                          const char *hint)
{
	char *said = arena_printf(b->arena, "%s %s", key, name);
	if (map_find(&b->said, said))
		return;
	map_put(&b->said, said, said);
	diag_add(b->diags, DIAG_ERROR, schema_place(s, key), hint, "the %s of %s is \"%s\" here, but \"%s\" elsewhere",
	         str_eq(key, "better") ? "better direction" : key, name, cell(s, key), known);
}

static void record_organisation(struct build *b, const struct schema *s, struct model *model)
{
	const char *name = cell(s, "organisation");
	if (!name)
		return;
	struct place place = schema_place(s, "organisation");
	const struct organisation *organisation = b->declares[NAME_ORGANISATION]
	                                                  ? dataset_organisation(b->d, name, place, b->diags)
	                                                  : name_organisation(b, name, place);
	if (!model || !organisation)
		return;
	if (!model->organisation)
		model->organisation = organisation;
	else if (model->organisation != organisation)
		contradiction(b, s, "organisation", model->name, model->organisation->name, one_way);
}

static void record_model(struct build *b, const struct schema *s)
{
	const char *name = cell(s, "model");
	struct model *model = NULL;
	if (name && b->declares[NAME_MODEL]) {
		const struct variant *variant = dataset_variant(b->d, name, s->map->place, NULL);
		model = variant ? b->d->models[variant->model->index] : NULL;
	} else if (name) {
		model = name_model(b, name, cell(s, "variant"), schema_place(s, "model"));
	}
	record_organisation(b, s, model);
	const struct value *candidates = b->declares[NAME_MODEL] ? NULL : schema_at(s, "candidates");
	if (candidates && candidates->kind == VALUE_LIST)
		for (size_t i = 0; i < candidates->count; i++)
			if (candidates->items[i].kind == VALUE_STRING)
				name_model(b, candidates->items[i].text, NULL, candidates->items[i].place);
	for (const char *p = candidates && candidates->kind == VALUE_STRING ? candidates->text : ""; *p;
	     p += *p == ';') {
		p += strspn(p, " ");
		size_t n = strcspn(p, ";");
		if (n)
			name_model(b, arena_strndup(b->arena, p, n), NULL, candidates->place);
		p += n;
	}
}

/* "multiply the values by 0.001 to count them in seconds", where both units count one quantity. */
static const char *conversion(struct arena *arena, const struct unit *from, const struct unit *to)
{
	double ratio = from->kind == UNIT_AMOUNT ? unit_ratio(from, to) : 0;
	return ratio > 0 ? arena_printf(arena, "multiply the values by %.9g to count them in %s", ratio, to->name)
	                 : one_way;
}

static void record_unit(struct build *b, const struct schema *s, struct benchmark *benchmark)
{
	const char *name = cell(s, "unit");
	const struct unit *unit = name ? dataset_unit(b->d, name, schema_place(s, "unit"), b->diags) : NULL;
	if (!unit)
		return;
	if (benchmark->unit_declared && !unit_same(benchmark->unit, unit))
		contradiction(b, s, "unit", benchmark->name, benchmark->unit->name,
		              conversion(b->arena, unit, benchmark->unit));
	if (benchmark->unit_declared)
		return;
	benchmark->unit = unit;
	benchmark->unit_declared = true;
	benchmark->zero = unit->zero;
}

static void record_benchmark(struct build *b, const struct schema *s)
{
	const char *name = cell(s, "benchmark"), *version = cell(s, "version");
	struct benchmark *benchmark = NULL;
	if (name && b->declares[NAME_BENCHMARK]) {
		const struct benchmark *known = dataset_benchmark(b->d, name, s->map->place, NULL);
		benchmark = known ? b->d->benchmarks[known->index] : NULL;
	} else if (name) {
		benchmark = name_benchmark(b, name, schema_place(s, "benchmark"));
	}
	if (!benchmark)
		return;
	record_unit(b, s, benchmark);
	int better;
	if (cell(s, "better") &&
	    schema_word(s, "better", OPTIONAL, betters, sizeof betters / sizeof *betters, &better)) {
		if (benchmark->better != BETTER_UNKNOWN && benchmark->better != (enum better)better)
			contradiction(b, s, "better", benchmark->name, better_word(benchmark->better), one_way);
		else
			benchmark->better = (enum better)better;
		benchmark->better_declared = true;
	}
	if (version && benchmark->version && !str_eq(version, benchmark->version))
		contradiction(b, s, "version", benchmark->name, benchmark->version,
		              "versions are not comparable: give each its own benchmark name");
	else if (version)
		benchmark->version = version;
}

void load_record_names(struct build *b, const struct value *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct schema s = { b->arena, b->diags, &rows->items[i], "record" };
		const char *source = cell(&s, "source");
		if (source && !b->declares[NAME_SOURCE])
			name_source(b, source, schema_place(&s, "source"));
		record_model(b, &s);
		record_benchmark(b, &s);
	}
}
