#include "data/load.h"

#include "base/arena.h"
#include "data/documents.h"
#include "data/measurement.h"
#include "data/wanted.h"

static void note_declared(struct build *b, const struct value *root)
{
	b->declares[NAME_SOURCE] |= value_at(root, "sources") != NULL;
	b->declares[NAME_ORGANISATION] |= value_at(root, "organisations") != NULL;
	b->declares[NAME_MODEL] |= value_at(root, "models") != NULL;
	b->declares[NAME_BENCHMARK] |= value_at(root, "benchmarks") != NULL;
}

/* What files of other programs name, beside what is declared by then; alone: there are no others, so that they say what
 * is compared. */
static void load_harvested(struct build *b, bool alone)
{
	const struct value *root = harvest_declared(b->harvest);
	if (!root)
		return;
	load_units(b, root);
	load_names(b, root);
	load_models(b, root);
	if (alone)
		load_subject(b, root);
}

/* Of a table with many benchmarks the one that it ranks by, else the first that has most values. */
static void offer_headline(struct build *b, const struct records *records, size_t count, size_t *most)
{
	const char *name = records->table->n_rows ? records_text(records, KEY_BENCHMARK, 0) : NULL;
	size_t weight = count * 2 + (records->leads ? count : 0);
	if (!records->table->over || !name || weight <= *most)
		return;
	*most = weight;
	b->d->headline = dataset_benchmark(b->d, name, records->table->place, NULL);
}

/* Of all records together: room that grew with each list of them would be moved once for each column of a wide table.
 */
static size_t count_rows(const struct part *parts, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		for (const struct records *r = parts[i].records; r; r = r->next)
			n += r->table->n_rows;
	return n;
}

/* What no later list of records needs: those of one file share all columns but that of their values. */
static void give_back(const struct records *r)
{
	struct table *over = r->table->over;
	size_t value = r->columns[KEY_VALUE];
	if (over && r->next && value != NO_COLUMN)
		table_column_close(over, r->table->columns[value].from);
	table_close(r->table);
	if (over && !r->next)
		table_close(over);
}

/* Names of all files come first, since any file may use those of any other. */
static void build_all(struct build *b, const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset) {
			b->keeps_all = true;
			load_units(b, parts[i].dataset);
		}
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset) {
			note_declared(b, parts[i].dataset);
			load_names(b, parts[i].dataset);
		}
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_models(b, parts[i].dataset);
	bool alone = true;
	for (size_t i = 0; i < count; i++)
		alone = alone && !parts[i].dataset && !parts[i].records;
	load_harvested(b, alone);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].records)
			table_name_source(b, parts[i].records);
		for (struct records *r = parts[i].records, *before = NULL; r; before = r, r = r->next)
			load_record_names(b, r, before);
	}
	load_alias_names(b);
	b->wanted = wanted_of(b);
	columns_reserve(b->d->columns, count_rows(parts, count)); /* room that is not written to costs nothing */
	size_t most = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].dataset)
			load_measurements(b, parts[i].dataset);
		for (struct records *r = parts[i].records; r; r = r->next) {
			size_t before = columns_count(b->d->columns);
			load_records(b, r);
			offer_headline(b, r, columns_count(b->d->columns) - before, &most);
			give_back(r);
		}
	}
	harvest_load(b->harvest);
	b->d->n_measurements = columns_count(b->d->columns);
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_remarks(b, parts[i].dataset);
	for (size_t i = 0; i < count; i++)
		if (parts[i].dataset)
			load_matters(b, parts[i].dataset);
	build_check(b);
}

/* The newest of the measurements' and sources' dates. */
static struct date newest(const struct dataset *d)
{
	struct date date = { 0 };
	size_t last = 0;
	for (size_t i = 1; i < d->n_measurements; i++)
		if (columns_date(d->columns, i) > columns_date(d->columns, last))
			last = i;
	if (d->n_measurements)
		date = columns_day(d->columns, last);
	for (size_t i = 0; i < d->n_sources; i++)
		if (date_compare(d->sources[i]->date, date) > 0)
			date = d->sources[i]->date;
	return date;
}

/* What is said to be newer than the data themselves would win as the newest wherever sources disagree. */
static void check_newer(const struct dataset *d, struct diags *diags)
{
	static const char hint[] = "correct it, or the date of the data";
	const char *of_data = date_iso(diags_arena(diags), d->date);
	for (size_t i = 0; i < d->n_sources; i++)
		if (date_precedes(d->date, d->sources[i]->date))
			diag_add(diags, DIAG_NOTE, d->sources[i]->place, hint,
			         "the source %s is dated %s, after the data (%s)", d->sources[i]->id,
			         date_iso(diags_arena(diags), d->sources[i]->date), of_data);
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct date date = columns_day(d->columns, i);
		const struct source *source = measurement_source(d, i);
		if (date_precedes(d->date, date) && !(source && date_compare(source->date, date) == 0))
			diag_add(diags, DIAG_NOTE, measurement_place(d, i), hint,
			         "a measurement is dated %s, after the data (%s)", date_iso(diags_arena(diags), date),
			         of_data);
	}
}

static size_t faults_of(const struct diags *diags)
{
	return diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE);
}

static bool has_aliases(const struct document *document)
{
	return document->tree && document->tree->kind == VALUE_MAP && value_at(document->tree, "aliases");
}

/* What --map and --unit say is for tables: a dataset beside one is fine, datasets alone are a slip. */
static void check_mapping(const struct document *documents, const struct part *parts, size_t count, struct diags *diags)
{
	const struct document *idle = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct feed *feed = documents[i].feed;
		if (!feed || feed->named != FEED_BY_USER || !feed_describes(feed))
			continue;
		if (parts[i].records)
			return;
		idle = !idle && parts[i].dataset ? &documents[i] : idle;
	}
	if (idle)
		diag_add(diags, DIAG_ERROR, idle->tree ? idle->tree->place : idle->place,
		         "leave out the mapping and the unit, or write them into the dataset's own data:",
		         "a mapping is for tables, but this is a dataset, which says itself what its values are");
}

static const struct dataset *build_documents(struct arena *arena, struct arena *scratch,
                                             const struct document *documents, size_t count,
                                             const struct direction_rules *rules, struct diags *diags)
{
	size_t faults = faults_of(diags);
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	struct build b = { .arena = arena,
		           .scratch = scratch,
		           .rows = arena_new_below(scratch),
		           .diags = diags,
		           .d = d,
		           .rules = rules };
	struct part *parts = arena_alloc(scratch, count, sizeof *parts);
	d->said = (struct noun_said){ "model", "models", "a model" };
	b.headers = b.remedies = b.claims = b.disputes = b.questions = b.said = map_new(scratch);
	d->columns = columns_new(arena);
	build_no_names(&b);
	b.aliases = map_new(scratch);
	b.harvest = harvest_new(&b);
	for (size_t i = 0; i < count; i++) /* what names stand for is known before any is read */
		if (has_aliases(&documents[i])) {
			parts[i] = import_convert(&b, &documents[i]);
			if (parts[i].dataset)
				load_joined_names(&b, parts[i].dataset);
		}
	for (size_t i = 0; i < count; i++)
		if (!has_aliases(&documents[i]))
			parts[i] = import_convert(&b, &documents[i]);
	check_mapping(documents, parts, count, diags);
	build_all(&b, parts, count);
	if (d->date.year)
		check_newer(d, diags);
	else
		d->date = newest(d);
	return faults_of(diags) == faults ? d : NULL;
}

const struct dataset *dataset_load(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const struct feed *feeds, size_t n_feeds, const struct direction_rules *rules,
                                   struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	size_t faults = faults_of(diags), count;
	const struct document *documents = documents_read(arena, scratch, inputs, role, feeds, n_feeds, &count, diags);
	const struct dataset *d = NULL;
	if (faults_of(diags) == faults) /* else what a file that cannot be read declares would be missed everywhere */
		d = build_documents(arena, scratch, documents, count, rules, diags);
	arena_free(scratch);
	return d;
}

const struct dataset *dataset_build(struct arena *arena, const struct value *const *roots, size_t n_roots,
                                    const struct direction_rules *rules, struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	struct document *documents = arena_alloc(scratch, n_roots, sizeof *documents);
	for (size_t i = 0; i < n_roots; i++)
		documents[i] = (struct document){ .tree = roots[i], .scratch = scratch };
	const struct dataset *d = build_documents(arena, scratch, documents, n_roots, rules, diags);
	arena_free(scratch);
	return d;
}
