/* What plain records name: sources, organisations, models and their variants, benchmarks; and what they say of them. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <string.h>

/* ---- a name as a record spells it ---- */

struct where {                         /* a record names something: its place is worked out only if somebody asks */
	const struct records *records; /* NULL: it is known */
	enum record_key key;
	size_t row;
	struct place place;
};

static struct place place_at(struct build *b, const struct where *where)
{
	return where->records ? records_place(b, where->records, where->key, where->row) : where->place;
}

struct label {
	enum name_kind kind;
	const char *name, *id;   /* id: its slug */
	const char *fold, *slug; /* under which it is known; those of a variant start with its model's id and '@' */
	const struct where *where;
};

/* The same text once: most names are their own fold and slug. */
static const char *shared(struct build *b, const char *text, const char *known)
{
	return str_eq(text, known) ? known : arena_strdup(b->arena, text);
}

/* True if a name is its own fold and slug: small letters, digits, points and single hyphens inside. */
static bool is_own_slug(const char *name)
{
	char before = '-';
	for (; *name; before = *name++) {
		bool letter = (*name >= 'a' && *name <= 'z') || (*name >= '0' && *name <= '9') || *name == '.';
		if (!letter && (*name != '-' || before == '-'))
			return false;
	}
	return before != '-';
}

static struct label label_of(struct build *b, enum name_kind kind, const struct model *of, const char *name,
                             const struct where *where)
{
	struct arena *scratch = build_row_arena(b);
	struct label label = { .kind = kind,
		               .name = b->texts_stay ? name : arena_strdup(b->arena, name),
		               .where = where };
	if (!of && is_own_slug(name)) {
		label.id = label.fold = label.slug = label.name;
		return label;
	}
	const char *fold = dataset_fold(scratch, name), *slug = dataset_name_slug(scratch, name);
	if (kind == NAME_MODEL && b->rules && b->rules->spellings_apart)
		slug = fold;
	label.id = shared(b, slug, label.name);
	if (of) {
		fold = arena_printf(scratch, "%s@%s", of->id, fold);
		slug = arena_printf(scratch, "%s@%s", of->id, slug);
	}
	label.slug = shared(b, slug, label.id);
	label.fold = shared(b, fold, label.slug);
	return label;
}

static const char *name_of(enum name_kind kind, const void *thing)
{
	switch (kind) {
	case NAME_SOURCE:
		return ((const struct source *)thing)->title;
	case NAME_ORGANISATION:
		return ((const struct organisation *)thing)->name;
	case NAME_MODEL:
		return ((const struct model *)thing)->name;
	case NAME_VARIANT:
		return ((const struct variant *)thing)->own->name;
	case NAME_BENCHMARK:
		return ((const struct benchmark *)thing)->name;
	}
	return "";
}

/* True if the label's fold is that of the thing's own name, not just its slug. */
static bool is_spelled_so(struct build *b, const struct label *label, const char *name)
{
	struct arena *scratch = build_row_arena(b);
	const char *at = label->kind == NAME_VARIANT ? strchr(label->fold, '@') : NULL;
	return str_eq(dataset_fold(scratch, name), at ? at + 1 : label->fold);
}

static void report_spellings(struct build *b, const struct label *label, void *thing)
{
	char *said = arena_printf(b->arena, "%d %s", (int)label->kind, label->fold);
	if (map_find(&b->said, said))
		return;
	map_put(&b->said, said, thing);
	diag_add(b->diags, DIAG_ERROR, place_at(b, label->where),
	         "use one spelling, or declare the name with the other as its alias",
	         "\"%s\" and \"%s\" look like two spellings of one name", label->name, name_of(label->kind, thing));
}

/* The thing that was spelled like this before, or NULL; an error, once, if only its slug is the same. Where records
 * name things no file declares any of that kind, so all names are known by a fold and a slug. */
static void *spelled(struct build *b, const struct label *label)
{
	void *thing = build_known(b, label->kind, label->fold);
	if (thing && is_spelled_so(b, label, name_of(label->kind, thing)))
		return thing;
	if (!thing && label->slug != label->fold)
		thing = build_known(b, label->kind, label->slug);
	if (!thing)
		return NULL;
	build_know(b, label->kind, label->fold, thing);
	report_spellings(b, label, thing);
	return thing;
}

static void put(struct build *b, const struct label *label, void *thing)
{
	build_know(b, label->kind, label->slug, thing);
	if (label->fold != label->slug)
		build_know(b, label->kind, label->fold, thing);
}

/* ---- the things ---- */

static void name_source(struct build *b, const char *name, const struct where *where)
{
	struct label label = label_of(b, NAME_SOURCE, NULL, name, where);
	if (spelled(b, &label))
		return;
	struct source *source = build_source(b, place_at(b, where));
	source->id = label.id;
	source->title = label.name;
	source->kind = SOURCE_UNKNOWN;
	put(b, &label, source);
}

static const struct organisation *name_organisation(struct build *b, const char *name, const struct where *where)
{
	struct label label = label_of(b, NAME_ORGANISATION, NULL, name, where);
	struct organisation *organisation = spelled(b, &label);
	if (organisation)
		return organisation;
	organisation = build_organisation(b, place_at(b, where));
	organisation->id = label.id;
	organisation->name = label.name;
	put(b, &label, organisation);
	return organisation;
}

static void name_variant(struct build *b, struct model *model, const char *name, const struct where *where)
{
	struct label label = label_of(b, NAME_VARIANT, model, name, where);
	if (spelled(b, &label))
		return;
	struct variant *variant = build_variant(b, model);
	build_variant_call(b, variant, label.id, label.name);
	put(b, &label, variant);
}

/* "model" or "model@variant"; variant: what its own column says, NULL if there is none. */
static struct model *name_model(struct build *b, const char *text, const char *variant, const struct where *where)
{
	const char *at = strrchr(text, '@');
	bool parted = at && at != text && at[1];
	if (at && !parted)
		diag_add(b->diags, DIAG_ERROR, place_at(b, where), "write model@variant, or the model alone",
		         "\"%s\" has nothing %s \"@\"", text, at == text ? "before" : "after");
	const char *name = build_canonical(b, parted ? arena_strndup(b->arena, text, (size_t)(at - text)) : text);
	struct label label = label_of(b, NAME_MODEL, NULL, name, where);
	struct model *model = spelled(b, &label);
	if (!model) {
		model = build_model(b);
		if (!where->records) /* a candidate: no measurement of its own says where it is named */
			build_model_more(b, model, where->place);
		model->id = label.id;
		model->name = label.name;
		put(b, &label, model);
		build_variant(b, model);
	}
	if (parted)
		name_variant(b, model, at + 1, where);
	if (variant)
		name_variant(b, model, variant, where);
	return model;
}

static struct benchmark *name_benchmark(struct build *b, const char *name, const struct where *where)
{
	struct label label = label_of(b, NAME_BENCHMARK, NULL, name, where);
	struct benchmark *benchmark = spelled(b, &label);
	if (benchmark)
		return benchmark;
	benchmark = build_benchmark(b, place_at(b, where));
	benchmark->id = label.id;
	benchmark->name = benchmark->brief = label.name;
	put(b, &label, benchmark);
	return benchmark;
}

/* ---- what the rows say ---- */

struct seen { /* of one table, by the number of a text: what it turned out to be */
	struct build *b;
	const struct records *records;
	bool *sources;
	const struct organisation **organisations;
	struct benchmark **benchmarks;
	const struct unit **units;
	uint32_t *variants; /* by the model's text: the last variant that was named with it */
};

static void *by_text(struct arena *arena, const struct records *records, enum record_key key, size_t size)
{
	size_t column = records->columns[key];
	return column == NO_COLUMN ? NULL : arena_alloc(arena, records->table->columns[column].n_texts, size);
}

static const char one_way[] = "say it one way";

/* A row that says something else of its model or benchmark than is known; said once for each key of a thing. */
static void contradiction(const struct seen *seen, enum record_key key, size_t row, const char *name, const char *known,
                          const char *hint)
{
	static const char *const words[RECORD_KEYS] = {
		[KEY_ORGANISATION] = "organisation", [KEY_RELEASED] = "release date",
		[KEY_LICENCE] = "licence",           [KEY_UNIT] = "unit",
		[KEY_BETTER] = "better direction",   [KEY_VERSION] = "version"
	};
	struct build *b = seen->b;
	char *said = arena_printf(b->scratch, "%d: %s", (int)key, name);
	if (map_find(&b->said, said))
		return;
	map_put(&b->said, said, said);
	diag_add(b->diags, DIAG_ERROR, records_place(b, seen->records, key, row), hint,
	         "the %s of %s is \"%s\" here, but \"%s\" elsewhere", words[key], name,
	         records_text(seen->records, key, row), known);
}

static const struct organisation *organisation_at(struct seen *seen, size_t row)
{
	struct build *b = seen->b;
	uint32_t cell = records_cell(seen->records, KEY_ORGANISATION, row);
	const char *name = records_text(seen->records, KEY_ORGANISATION, row);
	if (!name)
		return NULL;
	if (!seen->organisations[cell]) {
		struct where where = { seen->records, KEY_ORGANISATION, row, place_file(NULL) };
		seen->organisations[cell] = b->declares[NAME_ORGANISATION]
		                                    ? dataset_organisation(b->d, name, place_at(b, &where), b->diags)
		                                    : name_organisation(b, name, &where);
	}
	return seen->organisations[cell];
}

static struct model *known_model(struct build *b, const char *name)
{
	const struct variant *variant = dataset_variant(b->d, name, place_file(NULL), NULL);
	return variant ? build_model_at(b, variant->model->index) : NULL;
}

static struct model *model_at(struct seen *seen, size_t row)
{
	struct build *b = seen->b;
	uint32_t cell = records_cell(seen->records, KEY_MODEL, row);
	const char *name = cell < TABLE_TEXT ? NULL : records_text(seen->records, KEY_MODEL, row);
	uint32_t variant = records_cell(seen->records, KEY_VARIANT, row);
	if (!name)
		return NULL;
	uint32_t *known = &seen->records->models[cell];
	if (*known && (variant < TABLE_TEXT || variant == seen->variants[cell]))
		return build_model_at(b, *known - 1);
	if (seen->variants)
		seen->variants[cell] = variant;
	struct where where = { seen->records, KEY_MODEL, row, place_file(NULL) };
	struct model *model = b->declares[NAME_MODEL]
	                              ? known_model(b, name)
	                              : name_model(b, name, records_text(seen->records, KEY_VARIANT, row), &where);
	*known = model ? model->index + 1 : 0;
	return model;
}

/* Candidates: a list, or in a cell of a table names with ';' between them. Their texts are not the table's own, which
 * may stay where they are. */
static void name_candidates(struct seen *seen, size_t row)
{
	struct build *b = seen->b;
	if (b->declares[NAME_MODEL] || records_cell(seen->records, KEY_CANDIDATES, row) < TABLE_NESTED)
		return;
	struct value map = records_row(b, b->scratch, seen->records, row);
	const struct value *candidates = value_at(&map, "candidates");
	if (candidates->kind == VALUE_LIST)
		for (size_t i = 0; i < candidates->count; i++)
			if (candidates->items[i].kind == VALUE_STRING)
				name_model(b, arena_strdup(b->arena, candidates->items[i].text), NULL,
				           &(struct where){ .place = candidates->items[i].place });
	for (const char *p = candidates->kind == VALUE_STRING ? candidates->text : ""; *p; p += *p == ';') {
		p += strspn(p, " ");
		size_t n = strcspn(p, ";");
		if (n)
			name_model(b, arena_strndup(b->arena, p, n), NULL,
			           &(struct where){ .place = candidates->place });
		p += n;
	}
}

/* What is known of a model, to be added to. */
static struct model_more *more_of(struct build *b, struct model *model)
{
	const struct model_more *known = model->own->more;
	struct model_more *more = build_model_more(b, model, known->place);
	*more = *known;
	return more;
}

static void no_date(const struct seen *seen, enum record_key key, size_t row, const char *text)
{
	struct build *b = seen->b;
	char *said = arena_printf(b->scratch, "date %s", text);
	if (map_find(&b->said, said))
		return;
	map_put(&b->said, said, said);
	diag_add(b->diags, DIAG_ERROR, records_place(b, seen->records, key, row), "write 2026-04-08, 2026-04 or 2026",
	         "\"%s\" is not a date between 1950 and 2099", text);
}

/* "2024-04" and "2024-04-08" agree, and the day is the better answer. */
static void released_row(struct seen *seen, struct model *model, size_t row)
{
	const char *text = records_text(seen->records, KEY_RELEASED, row);
	const struct date known = model->own->more->released;
	struct date date;
	if (!text)
		return;
	if (!date_parse(text, &date) || !date_is_plausible(date))
		no_date(seen, KEY_RELEASED, row, text);
	else if (known.year && (date_precedes(known, date) || date_precedes(date, known)))
		contradiction(seen, KEY_RELEASED, row, model->name, date_iso(seen->b->scratch, known), one_way);
	else if (!known.month || (!known.day && date.day))
		more_of(seen->b, model)->released = date;
}

static void licence_row(struct seen *seen, struct model *model, size_t row)
{
	const char *text = records_text(seen->records, KEY_LICENCE, row), *known = model->own->more->licence;
	if (text && !known)
		more_of(seen->b, model)->licence = arena_strdup(seen->b->arena, text);
	else if (text && !str_eq(text, known))
		contradiction(seen, KEY_LICENCE, row, model->name, known, one_way);
}

static void model_row(struct seen *seen, size_t row)
{
	struct model *model = model_at(seen, row);
	if (model) {
		released_row(seen, model, row);
		licence_row(seen, model, row);
	}
	const struct organisation *organisation = organisation_at(seen, row);
	const struct organisation *known = model ? model->own->organisation : NULL;
	if (model && organisation && !known)
		build_model_organisation(seen->b, model, seen->b->d->organisations[organisation->index]);
	else if (model && organisation && known != organisation)
		contradiction(seen, KEY_ORGANISATION, row, model->name, known->name, one_way);
	name_candidates(seen, row);
}

/* "multiply the values by 0.001 to count them in seconds", where both units count one quantity. */
static const char *conversion(struct arena *arena, const struct unit *from, const struct unit *to)
{
	double ratio = from->kind == UNIT_AMOUNT ? unit_ratio(from, to) : 0;
	return ratio > 0 ? arena_printf(arena, "multiply the values by %.9g to count them in %s", ratio, to->name)
	                 : one_way;
}

static const struct unit *unit_at_row(struct seen *seen, size_t row)
{
	struct build *b = seen->b;
	uint32_t cell = records_cell(seen->records, KEY_UNIT, row);
	const char *name = records_text(seen->records, KEY_UNIT, row);
	if (!name)
		return NULL;
	if (!seen->units[cell])
		seen->units[cell] = load_unit_called(b, name, records_place(b, seen->records, KEY_UNIT, row));
	return seen->units[cell];
}

static void say_unit(struct seen *seen, size_t row, struct benchmark *benchmark)
{
	const struct unit *unit = unit_at_row(seen, row);
	if (!unit)
		return;
	if (benchmark->unit_declared && !unit_same(benchmark->unit, unit))
		contradiction(seen, KEY_UNIT, row, benchmark->name, benchmark->unit->name,
		              conversion(seen->b->arena, unit, benchmark->unit));
	if (benchmark->unit_declared)
		return;
	benchmark->unit = unit;
	benchmark->unit_declared = true;
	benchmark->zero = unit->zero;
}

/* False if nothing is said, or no word for a direction, which is reported. */
static bool better_at(struct seen *seen, size_t row, int *better)
{
	struct build *b = seen->b;
	const char *text = records_text(seen->records, KEY_BETTER, row);
	if (!text)
		return false;
	for (size_t i = 0; i < DIRECTIONS; i++)
		if (str_eq(text, direction_words[i])) {
			*better = (int)i;
			return true;
		}
	struct value map = records_row(b, build_row_arena(b), seen->records, row);
	struct schema s = { b->rows, b->diags, &map, "record" };
	return schema_word(&s, "better", OPTIONAL, direction_words, DIRECTIONS, better);
}

static void say_better(struct seen *seen, size_t row, struct benchmark *benchmark)
{
	int better;
	if (!better_at(seen, row, &better))
		return;
	if (benchmark->direction != DIRECTION_UNKNOWN && benchmark->direction != (enum direction)better)
		contradiction(seen, KEY_BETTER, row, benchmark->name, direction_words[benchmark->direction], one_way);
	else
		benchmark->direction = (enum direction)better;
	benchmark->direction_from = DIRECTION_FROM_DATA;
}

static struct benchmark *benchmark_at(struct seen *seen, size_t row)
{
	struct build *b = seen->b;
	uint32_t cell = records_cell(seen->records, KEY_BENCHMARK, row);
	const char *name = cell < TABLE_TEXT ? NULL : records_text(seen->records, KEY_BENCHMARK, row);
	if (!name)
		return NULL;
	if (seen->benchmarks[cell])
		return seen->benchmarks[cell];
	if (b->declares[NAME_BENCHMARK]) {
		const struct benchmark *known = dataset_benchmark(b->d, name, place_file(NULL), NULL);
		seen->benchmarks[cell] = known ? b->d->benchmarks[known->index] : NULL;
	} else {
		struct where where = { seen->records, KEY_BENCHMARK, row, place_file(NULL) };
		seen->benchmarks[cell] = name_benchmark(b, name, &where);
	}
	return seen->benchmarks[cell];
}

static void benchmark_row(struct seen *seen, size_t row)
{
	struct benchmark *benchmark = benchmark_at(seen, row);
	const char *version = records_text(seen->records, KEY_VERSION, row);
	if (!benchmark)
		return;
	say_unit(seen, row, benchmark);
	say_better(seen, row, benchmark);
	if (version && benchmark->version && !str_eq(version, benchmark->version))
		contradiction(seen, KEY_VERSION, row, benchmark->name, benchmark->version,
		              "versions are not comparable: give each its own benchmark name");
	else if (version && !benchmark->version)
		benchmark->version = arena_strdup(seen->b->arena, version);
}

/* True if the models of both are the same column of one table. */
static bool share_models(const struct records *a, const struct records *b)
{
	size_t x = a->columns[KEY_MODEL], y = b->columns[KEY_MODEL];
	return x != NO_COLUMN && y != NO_COLUMN && a->table->over && a->table->over == b->table->over &&
	       a->table->columns[x].from != TABLE_NOWHERE && a->table->columns[x].from == b->table->columns[y].from;
}

static struct seen seen_of(struct build *b, struct arena *own, const struct records *records)
{
	return (struct seen){ .b = b,
		              .records = records,
		              .sources = by_text(own, records, KEY_SOURCE, sizeof(bool)),
		              .organisations = by_text(own, records, KEY_ORGANISATION, sizeof(struct organisation *)),
		              .benchmarks = by_text(own, records, KEY_BENCHMARK, sizeof(struct benchmark *)),
		              .units = by_text(own, records, KEY_UNIT, sizeof(struct unit *)),
		              .variants = records->columns[KEY_VARIANT] == NO_COLUMN
		                                  ? NULL
		                                  : by_text(own, records, KEY_MODEL, sizeof(uint32_t)) };
}

void load_record_names(struct build *b, struct records *records, const struct records *before)
{
	struct arena *own = arena_new_below(b->scratch);
	records->models = before && share_models(records, before)
	                          ? before->models
	                          : by_text(b->scratch, records, KEY_MODEL, sizeof(uint32_t));
	struct seen seen = seen_of(b, own, records);
	b->texts_stay = records->table->origin != NULL;
	if (records->models && !b->declares[NAME_MODEL])
		name_index_reserve(&b->d->by_name[NAME_MODEL],
		                   records->table->columns[records->columns[KEY_MODEL]].n_texts);
	for (size_t row = 0; row < records->table->n_rows; row++) {
		uint32_t source = records_cell(records, KEY_SOURCE, row);
		if (source >= TABLE_TEXT && !records->file && !b->declares[NAME_SOURCE] && !seen.sources[source]) {
			const char *name = records_text(records, KEY_SOURCE, row);
			if (name)
				name_source(b, name, &(struct where){ records, KEY_SOURCE, row, place_file(NULL) });
			seen.sources[source] = true;
		}
		model_row(&seen, row);
		benchmark_row(&seen, row);
	}
	arena_free(own);
}
