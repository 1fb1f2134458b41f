/* The measurements of plain records. What a text means is found out once for each text of a column; a row is then a few
 * numbers put together. A row with anything unusual in it is read as a map instead, which can say what is wrong. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"
#include "data/wanted.h"

#include <string.h>

enum { UNKNOWN, UNUSUAL, FIRST }; /* what a text means: not asked yet; nothing usual; from FIRST on: this */
enum { PAIRS = 4096 };
enum { ALWAYS = 4096 }; /* so many texts are remembered even if none comes again */

struct value_meaning {
	const char *text; /* of the number */
	double number;
	int16_t decimals;
	int8_t magnitude;
	bool asked, usual, missing, percent;
};

struct pair { /* a model and a variant, as texts, and what they turned out to be */
	uint32_t model, variant, meaning;
};

struct loader {
	struct build *b;
	const struct records *records;
	uint32_t *models; /* twice the variant's index, and 1 if the text names it */
	uint32_t *benchmarks, *sources, *dates, *measured, *statuses;
	struct value_meaning *values; /* NULL: so many differ that none is remembered */
	struct arena *own;
	struct pair *pairs; /* by hash; a newer one replaces an older */
};

static uint32_t *meanings(struct arena *arena, const struct records *records, enum record_key key)
{
	size_t column = records->columns[key];
	if (column == NO_COLUMN)
		return NULL;
	return arena_alloc(arena, records->table->columns[column].n_texts, sizeof(uint32_t));
}

static struct loader loader_of(struct arena *arena, struct build *b, const struct records *records)
{
	size_t values = records->columns[KEY_VALUE];
	struct loader l = { .b = b,
		            .own = arena,
		            .records = records,
		            .models = meanings(arena, records, KEY_MODEL),
		            .benchmarks = meanings(arena, records, KEY_BENCHMARK),
		            .sources = meanings(arena, records, KEY_SOURCE),
		            .dates = meanings(arena, records, KEY_DATE),
		            .measured = meanings(arena, records, KEY_MEASURED),
		            .statuses = meanings(arena, records, KEY_STATUS) };
	if (values != NO_COLUMN && records->table->columns[values].n_texts <= records->table->n_rows / 2 + ALWAYS)
		l.values = arena_alloc(arena, records->table->columns[values].n_texts, sizeof *l.values);
	l.pairs = arena_alloc(arena, PAIRS, sizeof *l.pairs);
	return l;
}

/* ---- what a text means ---- */

/* Of a text that names a model alone. */
static uint32_t known_model(struct loader *l, size_t row)
{
	uint32_t cell = records_cell(l->records, KEY_MODEL, row);
	uint32_t known = cell < TABLE_TEXT || l->b->declares[NAME_MODEL] ? 0 : l->records->models[cell];
	if (!known || strchr(records_text(l->records, KEY_MODEL, row), '@'))
		return UNKNOWN;
	return FIRST + 2 * model_variant(dataset_model_at(l->b->d, known - 1), 0)->index;
}

static uint32_t model_meaning(struct loader *l, const char *text)
{
	const struct model *model = dataset_model(l->b->d, text, place_file(NULL), NULL);
	if (model)
		return FIRST + 2 * (uint32_t)model_variant(model, 0)->index;
	const struct variant *variant = dataset_variant(l->b->d, text, place_file(NULL), NULL);
	return variant ? FIRST + 2 * (uint32_t)variant->index + 1 : UNUSUAL;
}

static uint32_t pair_meaning(struct loader *l, const char *model, const char *name)
{
	const struct variant *plain = dataset_variant(l->b->d, model, place_file(NULL), NULL);
	const struct variant *variant = plain ? dataset_variant_of(l->b->d, plain->model, name) : NULL;
	if (!variant || (!plain->is_default && plain != variant))
		return UNUSUAL;
	return FIRST + 2 * (uint32_t)variant->index + 1;
}

static uint32_t benchmark_meaning(struct loader *l, const char *text)
{
	const struct benchmark *benchmark = dataset_benchmark(l->b->d, text, place_file(NULL), NULL);
	return benchmark ? FIRST + (uint32_t)benchmark->index : UNUSUAL;
}

static uint32_t source_meaning(struct loader *l, const char *text)
{
	const struct source *source = dataset_source(l->b->d, text, place_file(NULL), NULL);
	return source ? FIRST + (uint32_t)source->index : UNUSUAL;
}

static uint32_t date_meaning(struct loader *l, const char *text)
{
	struct date date;
	(void)l;
	if (!date_parse(text, &date) || !date_is_plausible(date))
		return UNUSUAL; /* the usual way tells what is wrong */
	return FIRST + ((uint32_t)date.year << 9 | (uint32_t)date.month << 5 | (uint32_t)date.day);
}

static uint32_t measured_meaning(struct loader *l, const char *text)
{
	(void)l;
	for (int i = MEASURED_UNKNOWN; i <= MEASURED_THIRD_PARTY; i++)
		if (str_eq(text, measured_word((enum measured)i)))
			return FIRST + (uint32_t)i;
	return UNUSUAL;
}

static uint32_t status_meaning(struct loader *l, const char *text)
{
	(void)l;
	return str_eq(text, status_word(STATUS_OK))          ? FIRST + STATUS_OK
	       : str_eq(text, status_word(STATUS_ESTIMATED)) ? FIRST + STATUS_ESTIMATED
	                                                     : UNUSUAL;
}

/* What the text of a cell means; UNKNOWN for a cell without one, UNUSUAL for a blank text and for no text at all. */
static uint32_t meaning(struct loader *l, enum record_key key, size_t row, uint32_t *known,
                        uint32_t (*find)(struct loader *l, const char *text))
{
	uint32_t cell = records_cell(l->records, key, row);
	if (cell < TABLE_TEXT)
		return cell == TABLE_NESTED ? UNUSUAL : UNKNOWN;
	if (known[cell] == UNKNOWN) {
		const char *text = records_text(l->records, key, row);
		known[cell] = text ? find(l, text) : UNUSUAL;
	}
	return known[cell];
}

/* keep: where a text stays that is not the cell's own. */
static struct value_meaning value_of(struct loader *l, const char *text, struct arena *keep)
{
	struct value_meaning value = { .asked = true };
	struct quantity q;
	struct arena *scratch = build_row_arena(l->b);
	value.missing = quantity_is_missing(scratch, text);
	value.usual = value.missing ? !quantity_is_nan(text) : quantity_parse(scratch, text, &q, &value.percent);
	if (value.missing || !value.usual)
		return value;
	value.text = str_eq(q.text, text) ? text : keep ? arena_strdup(keep, q.text) : q.text;
	value.number = q.number;
	value.decimals = (int16_t)q.decimals;
	value.magnitude = (int8_t)q.magnitude;
	return value;
}

static struct value_meaning value_at_row(struct loader *l, size_t row)
{
	uint32_t cell = records_cell(l->records, KEY_VALUE, row);
	if (cell < TABLE_TEXT)
		return (struct value_meaning){ .asked = true,
			                       .usual = cell != TABLE_NESTED,
			                       .missing = cell != TABLE_NESTED };
	const char *text = table_cell(l->records->table, l->records->columns[KEY_VALUE], row);
	if (!l->values)
		return value_of(l, text, NULL);
	if (!l->values[cell].asked)
		l->values[cell] = value_of(l, text, l->own);
	return l->values[cell];
}

static uint32_t who(struct loader *l, size_t row)
{
	uint32_t model = records_cell(l->records, KEY_MODEL, row);
	uint32_t variant = records_cell(l->records, KEY_VARIANT, row);
	if (variant == TABLE_ABSENT || variant == TABLE_MISSING) {
		uint32_t known = known_model(l, row);
		return known ? known : meaning(l, KEY_MODEL, row, l->models, model_meaning);
	}
	const char *model_text = records_text(l->records, KEY_MODEL, row);
	const char *variant_text = records_text(l->records, KEY_VARIANT, row);
	if (!model_text || !variant_text)
		return UNUSUAL;
	struct pair *pair = &l->pairs[(model * 31 + variant) % PAIRS];
	if (pair->model != model || pair->variant != variant)
		*pair = (struct pair){ model, variant, pair_meaning(l, model_text, variant_text) };
	return pair->meaning;
}

/* ---- a row ---- */

static bool has_unusual_cell(const struct loader *l, size_t row)
{
	static const enum record_key keys[] = { KEY_CANDIDATES, KEY_SE,  KEY_CI,  KEY_CI_LOW, KEY_CI_HIGH, KEY_LEVEL,
		                                KEY_N,          KEY_Q05, KEY_Q25, KEY_Q75,    KEY_Q95,     KEY_RUNS };
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (records_cell(l->records, keys[i], row) > TABLE_MISSING)
			return true;
	return records_cell(l->records, KEY_NOTE, row) == TABLE_NESTED;
}

/* The value and its status. False if there is anything to say about them. */
static bool take_value(struct loader *l, size_t row, struct measurement *m, bool *percent)
{
	const struct value_meaning value = value_at_row(l, row);
	uint32_t status = meaning(l, KEY_STATUS, row, l->statuses, status_meaning);
	if (!value.usual || status == UNUSUAL || (status != UNKNOWN && value.missing))
		return false;
	if (value.percent && m->benchmark->unit_declared && m->benchmark->unit != &unit_percent)
		return false;
	m->value = (struct quantity){
		.text = value.text, .number = value.number, .decimals = value.decimals, .magnitude = value.magnitude
	};
	m->status = status != UNKNOWN ? (enum status)(status - FIRST) : value.missing ? STATUS_MISSING : STATUS_OK;
	*percent = value.percent;
	return true;
}

/* True if the row is as most are; then it is in *m. */
static bool take_row(struct loader *l, size_t row, struct measurement *m, bool *percent)
{
	const struct dataset *d = l->b->d;
	if (has_unusual_cell(l, row))
		return false;
	uint32_t model = who(l, row), benchmark = meaning(l, KEY_BENCHMARK, row, l->benchmarks, benchmark_meaning);
	uint32_t source = meaning(l, KEY_SOURCE, row, l->sources, source_meaning);
	uint32_t date = meaning(l, KEY_DATE, row, l->dates, date_meaning);
	uint32_t measured = meaning(l, KEY_MEASURED, row, l->measured, measured_meaning);
	if (model < FIRST || benchmark < FIRST || source == UNUSUAL || date == UNUSUAL || measured == UNUSUAL)
		return false;
	*m = (struct measurement){ .variant = dataset_variant_at(d, (model - FIRST) / 2),
		                   .variant_stated = (model - FIRST) % 2,
		                   .benchmark = d->benchmarks[benchmark - FIRST],
		                   .level = 95 };
	if (source != UNKNOWN)
		m->source = d->sources[source - FIRST];
	if (date != UNKNOWN)
		m->date = (struct date){ (int)((date - FIRST) >> 9), (int)((date - FIRST) >> 5 & 15),
			                 (int)((date - FIRST) & 31) };
	else if (m->source)
		m->date = m->source->date;
	if (measured != UNKNOWN)
		m->measured = (enum measured)(measured - FIRST);
	m->note = records_text(l->records, KEY_NOTE, row);
	return take_value(l, row, m, percent);
}

static struct spot spot_of(const struct table *table, size_t row)
{
	return (struct spot){ .origin = table->origin, .offset = table->rows[row] };
}

static void read_as_map(struct loader *l, size_t row)
{
	struct value map = records_row(l->b, build_row_arena(l->b), l->records, row);
	load_measurement(l->b, &map, FORM_RECORD, spot_of(l->records->table, row));
}

void load_records(struct build *b, const struct records *records)
{
	const struct table *table = records->table;
	struct arena *own = arena_new_below(b->scratch);
	struct loader l = loader_of(own, b, records);
	for (size_t row = 0; row < table->n_rows; row++) {
		struct measurement m;
		bool percent = false;
		if (table->tree || !take_row(&l, row, &m, &percent)) {
			read_as_map(&l, row);
			continue;
		}
		struct spot spot = spot_of(table, row);
		if (wanted_keeps(b->wanted, &m, percent))
			columns_add(b->d->columns, &m, percent, &spot);
	}
	arena_free(own);
}
