/* build.h: a dataset while it is being made. Inside data/ only.
 *
 * load.c drives it: what is declared comes first, then what plain records name, then the measurements, then what speaks
 * of all of them (claims, pins, trust), then the checks over the whole. */
#ifndef DATA_BUILD_H
#define DATA_BUILD_H

#include "base/file.h"
#include "base/map.h"
#include "data/columns.h"
#include "data/direction.h"
#include "data/schema.h"
#include "read/table.h"

struct alias;
struct harvest;
struct wanted;

enum { NAME_KINDS = 5 };

struct build {
	struct arena *arena;
	struct diags *diags;
	struct dataset *d;
	const struct direction_rules *rules;
	struct arena *scratch;          /* until everything is loaded */
	struct arena *rows;             /* for one measurement: build_row_arena */
	bool declares[NAME_KINDS];      /* some file declares things of this kind, so records cannot */
	struct map headers;             /* columns of records: as written -> the key it means, "" for none */
	struct map claims;              /* by id */
	struct map disputes, questions; /* likewise */
	struct map remedies;            /* of a file: what to do where its rows say one thing twice */
	struct map said;                /* what is wrong in many rows and is said once */
	struct map aliases;             /* of models, folded (load_aliases.c); also in the order of the files: */
	struct alias **alias_list;
	size_t n_aliases, aliases_room;
	struct harvest *harvest; /* what files of other programs say (harvest.h) */
	bool keeps_all;          /* whatever is asked for: a declared dataset speaks of its measurements elsewhere */
	struct wanted *wanted;   /* which measurements are kept; NULL: all */
	bool texts_stay;         /* the texts of the table at hand live as long as the dataset */
	size_t sources_room, organisations_room, model_blocks_room, variant_blocks_room, benchmarks_room, claims_room,
		disputes_room, questions_room, conventions_room, pins_room, units_room;
};

/* build.c: new things, put into the dataset; ids and names come later. */
struct source *build_source(struct build *b, struct place place);
struct organisation *build_organisation(struct build *b, struct place place);
struct model *build_model(struct build *b);
struct variant *build_variant(struct build *b, struct model *model); /* the first is the default */
/* The one whose index is i. */
struct model *build_model_at(struct build *b, size_t i);
/* Names a variant; the texts are borrowed. */
void build_variant_call(struct build *b, struct variant *variant, const char *id, const char *name);
/* Makes a model's i-th variant its first; the others keep their order. Nobody knows any of them by name yet. */
void build_variant_first(struct model *model, size_t i);
/* What is said beyond the names where they are declared, to be filled in. */
struct model_more *build_model_more(struct build *b, struct model *model, struct place place);
void build_model_organisation(struct build *b, struct model *model, struct organisation *organisation);
struct variant_more *build_variant_more(struct build *b, struct variant *variant, struct place place);
struct benchmark *build_benchmark(struct build *b, struct place place);

/* Memory until the next call, also found in b->rows: a million measurements leave nothing behind. */
struct arena *build_row_arena(struct build *b);

/* " (data.yaml:12)", "" for nowhere: where the other one is. */
const char *build_where(struct arena *arena, struct place place);

/* For a dataset that knows no names yet. */
void build_no_names(struct build *b);
/* The thing that is known under a folded name, NULL if there is none. build_know makes it known, unless another is, and
 * returns the one that is; the name is borrowed. */
void *build_known(struct build *b, enum name_kind kind, const char *folded);
void *build_know(struct build *b, enum name_kind kind, const char *folded, void *thing);
/* Makes a thing known under a name; an error if that name is another's. */
void build_name(struct build *b, enum name_kind kind, const char *name, void *thing, struct place place);
void build_names(struct build *b, enum name_kind kind, struct names names, void *thing, struct place place);
/* The same for the id, name and aliases of each of a model's variants. */
void build_variant_names(struct build *b, struct model *model);

/* load_aliases.c: one file's names that stand for others, before anything is named. */
void load_joined_names(struct build *b, const struct value *root);
/* The name that a model's name stands for: itself, if no file says more. */
const char *build_canonical(struct build *b, const char *name);
/* A declared model that is one with another: its names are those of the other. False if no file says so. */
bool build_join(struct build *b, const struct value *model);
/* Once all models are known: they are found by the other names too. */
void load_alias_names(struct build *b);

/* load_units.c: one file's own units, before anything that is counted in them. */
void load_units(struct build *b, const struct value *root);
/* The unit of this name. One that nobody knows becomes the dataset's own, prints as it stands, and a note says so. NULL
 * with an error if the name is close to a known one, or is none. */
const struct unit *load_unit_called(struct build *b, const char *name, struct place place);

/* load_dataset.c: one file's part of each pass. */
void load_names(struct build *b, const struct value *root); /* sources, organisations, benchmarks */
void load_models(struct build *b, const struct value *root);
void load_measurements(struct build *b, const struct value *root); /* those of a dataset file */

/* load_subject.c: what is compared. */
void load_subject(struct build *b, const struct value *root);

/* load_remarks.c: title, note, date, claims, conventions, trust, pins. */
void load_remarks(struct build *b, const struct value *root);
/* Disputes and questions, once all claims are known. */
void load_matters(struct build *b, const struct value *root);

/* load_measurement.c: one, from a map whose keys are those of the schema. Its spot is filled in but for the value of a
 * map of a value tree. */
enum measurement_form { FORM_DATASET, FORM_RECORD };
void load_measurement(struct build *b, const struct value *map, enum measurement_form form, struct spot spot);

/* record_keys.c: what the columns of a table mean. Unknown ones are warned of, repeated ones are errors. */
enum record_key {
	KEY_MODEL,
	KEY_VARIANT,
	KEY_ORGANISATION,
	KEY_RELEASED, /* of the model, like the next */
	KEY_LICENCE,
	KEY_BENCHMARK,
	KEY_VALUE,
	KEY_UNIT,
	KEY_BETTER,
	KEY_VERSION,
	KEY_SOURCE,
	KEY_DATE,
	KEY_MEASURED,
	KEY_STATUS,
	KEY_SE,
	KEY_CI,
	KEY_CI_LOW,
	KEY_CI_HIGH,
	KEY_LEVEL,
	KEY_N,
	KEY_NOTE,
	KEY_CANDIDATES,
	KEY_Q05, /* of the results: data/spread.h */
	KEY_Q25,
	KEY_Q75,
	KEY_Q95,
	KEY_RUNS,
	KEY_RUN, /* tells repeated measurements apart; only tables that are read as such have it */
	RECORD_KEYS
};
struct records {
	struct table *table;
	uint32_t *models; /* by the number of a model's text: its index and 1, or 0; NULL until names are loaded */
	size_t columns[RECORD_KEYS]; /* NO_COLUMN if there is none */
	struct records *next;        /* of the same file; NULL: none */
	const char *file;            /* that is the source of the first and all next; NULL: they name theirs */
	struct bytes bytes;          /* of that file */
	bool leads;                  /* what they measure is what the file ranks by */
};
#define NO_COLUMN SIZE_MAX
const char *record_key_word(enum record_key key);   /* "ci_low" */
enum record_key record_key_named(const char *word); /* RECORD_KEYS if there is none */
struct records *records_of(struct build *b, struct table *table);
/* False, with an error for each, if it lacks a column that every row needs. */
bool records_complete(struct build *b, const struct records *records);
/* The number of a cell's text (table.h); TABLE_ABSENT if there is no such column. */
uint32_t records_cell(const struct records *records, enum record_key key, size_t row);
/* The cell's text; NULL if it is missing, blank, or no text at all. */
const char *records_text(const struct records *records, enum record_key key, size_t row);
struct place records_place(struct build *b, const struct records *records, enum record_key key, size_t row);
/* The row as a map with the keys of the schema, on the arena. */
struct value records_row(struct build *b, struct arena *arena, const struct records *records, size_t row);

/* load_names.c: what records name. load_records.c: their measurements. */
/* table_source.c: the source of records that are a file's, once all are known that are declared. */
void table_name_source(struct build *b, struct records *records);
/* before: others of the same file, with which they may share what their models' names turned out to be; NULL: none. */
void load_record_names(struct build *b, struct records *records, const struct records *before);
void load_records(struct build *b, const struct records *records);

/* build_check.c: units, values given twice, pins without effect. */
void build_check(struct build *b);

#endif
