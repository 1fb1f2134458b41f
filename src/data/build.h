/* build.h: a dataset while it is being made. Inside data/ only.
 *
 * load.c drives it: what is declared comes first, then what plain records name, then the measurements, then what speaks
 * of all of them (claims, pins, trust), then the checks over the whole. */
#ifndef DATA_BUILD_H
#define DATA_BUILD_H

#include "data/schema.h"

enum { NAME_KINDS = 5 };

struct origin {       /* of a measurement: what only the checks need to know */
	bool percent; /* written with "%" */
	struct place value;
};

struct build {
	struct arena *arena;
	struct diags *diags;
	struct dataset *d;
	struct origin *origins; /* one a measurement */
	size_t n_origins;
	bool declares[NAME_KINDS]; /* some file declares things of this kind, so records cannot */
	struct map spelled[NAME_KINDS], slugs[NAME_KINDS]; /* things that records named: by fold, by slug */
	struct map headers; /* columns of records: as written -> the key it means, "" for none */
	struct map claims;  /* by id */
	struct map said;    /* what is wrong in many rows and is said once */
	size_t sources_room, organisations_room, models_room, variants_room, benchmarks_room, measurements_room,
		claims_room, pins_room, origins_room, units_room;
};

/* build.c: new things, put into the dataset; ids and names come later. */
struct source *build_source(struct build *b, struct place place);
struct organisation *build_organisation(struct build *b, struct place place);
struct model *build_model(struct build *b, struct place place);
struct variant *build_variant(struct build *b, struct model *model, struct place place);
struct benchmark *build_benchmark(struct build *b, struct place place);
struct measurement *build_measurement(struct build *b, struct place place, struct origin origin);

/* " (data.yaml:12)", "" for nowhere: where the other one stands. */
const char *build_where(struct arena *arena, struct place place);

/* Makes a thing known under a name; an error if that name is another's. */
void build_name(struct build *b, enum name_kind kind, const char *name, void *thing, struct place place);
void build_names(struct build *b, enum name_kind kind, struct names names, void *thing, struct place place);
/* The same for a variant's id, name and aliases. */
void build_variant_names(struct build *b, struct variant *variant);

/* load_units.c: one file's own units, before anything that is counted in them. */
void load_units(struct build *b, const struct value *root);

/* load_dataset.c: one file's part of each pass. */
void load_names(struct build *b, const struct value *root); /* sources, organisations, benchmarks */
void load_models(struct build *b, const struct value *root);
void load_measurements(struct build *b, const struct value *root);

/* load_remarks.c: title, note, date, claims, trust, pins. */
void load_remarks(struct build *b, const struct value *root);

/* load_measurement.c: one, from a dataset or a plain record. */
void load_measurement(struct build *b, const struct value *map, const char *what);

/* load_records.c: rows with their keys as the schema spells them; then what they name. */
const struct value *load_records_view(struct build *b, const struct value *rows);
void load_record_names(struct build *b, const struct value *rows);

/* build_check.c: units, values given twice, pins without effect. */
void build_check(struct build *b);

#endif
