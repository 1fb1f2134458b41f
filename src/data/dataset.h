/* dataset.h: what is known, and who says so.
 *
 * A dataset holds sources, organisations, models with their variants, benchmarks, measurements and claims. Nothing is
 * overwritten: two sources are two measurements, and selection.h picks. dataset_load (load.h) makes it from value
 * trees; it lives on the arena and is const from then on. All names are clean UTF-8, never NULL where not said. */
#ifndef DATA_DATASET_H
#define DATA_DATASET_H

#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/unit.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number with the digits that somebody published: "52" is not "52.0". */
struct quantity {
	double number;    /* in the benchmark's unit: 58000000 for "58M" */
	const char *text; /* as written, without sign of percent: "89.5", "58M" */
	int decimals;     /* of the number in the magnitude it was written in: 89.5 has 1, 58M has 0 */
	int magnitude;    /* 0, 3 (k), 6 (M), 9 (bn): the power of ten of the word it was written with */
};

struct names { /* further names under which a thing is found */
	const char **items;
	size_t count;
};

enum source_kind {
	SOURCE_VENDOR,
	SOURCE_INDEPENDENT,
	SOURCE_PRESS,
	SOURCE_LEADERBOARD,
	SOURCE_PAPER,
	SOURCE_RUN,
	SOURCE_UNKNOWN, /* only named in a plain record, which does not tell its kind */
};

struct source {
	const char *id, *title;
	const char *publisher; /* NULL if unknown */
	struct date date;
	const char *url, *file, *note; /* NULL if none */
	enum source_kind kind;
	struct place place;
	size_t index; /* in dataset.sources */
};

struct organisation {
	const char *id, *name;
	struct names aliases;
	struct place place;
	size_t index;
};

struct price { /* USD for a million tokens, as published */
	bool known, free;
	struct quantity input, output; /* text NULL if not given */
	const char *note;
};

struct variant {
	const struct model *model;
	const char *id;   /* "" for the model's nameless default */
	const char *name; /* "Contemplating"; "" for the nameless default */
	struct names aliases;
	const char *mode, *effort, *tools, *scaffold, *note; /* NULL if none */
	bool is_default; /* what a measurement without a variant means; shown under the model's name alone */
	struct place place;
	size_t index; /* in dataset.variants: one number for every (model, variant) */
};

struct model {
	const char *id, *name;
	const struct organisation *organisation; /* NULL if unknown */
	struct names aliases;
	struct date released;
	const char *licence; /* NULL if unknown */
	const char *family, *note;
	struct quantity context; /* tokens; text NULL if unknown */
	struct names inputs, outputs;
	struct price price;
	struct names price_sources; /* ids of the sources of the facts above; may be empty */
	struct variant **variants;  /* at least one; the default first */
	size_t n_variants;
	struct place place;
	size_t index;
};

enum token_part { PART_INPUT, PART_REASONING, PART_ANSWER };

struct benchmark {
	const char *id, *name;
	const char *brief; /* short name for titles and columns; name if none is given */
	struct names aliases;
	const char *version, *category, *publisher, *what, *note; /* NULL if none. what: one line, what it measures */
	const struct unit *unit;                                  /* never NULL */
	bool unit_declared, better_declared;
	bool ranged;
	double low, high; /* the possible range, if ranged */
	enum better better;
	bool zero;            /* a bar from zero makes sense */
	const char *part_of;  /* name of the benchmark whose total this is a part of; NULL if of none */
	enum token_part part; /* which part */
	struct place place;
	size_t index;
};

enum measured { MEASURED_UNKNOWN, MEASURED_FIRST_PARTY, MEASURED_THIRD_PARTY };
enum status { STATUS_OK, STATUS_MISSING, STATUS_ESTIMATED, STATUS_UNKNOWN_ZERO, STATUS_AMBIGUOUS };

struct measurement {
	const struct variant *variant; /* NULL only if AMBIGUOUS */
	bool variant_stated; /* false: the source gave the model alone, and the default variant stands for it */
	const struct variant **candidates; /* AMBIGUOUS: to whom the value may belong */
	size_t n_candidates;
	const struct benchmark *benchmark;
	enum status status;
	struct quantity value; /* text NULL if MISSING or UNKNOWN_ZERO */
	bool has_interval;     /* low and high hold, at level percent */
	double low, high, level;
	bool has_se;
	double se;                   /* as given */
	bool interval_from_se;       /* low and high are not published but follow from se: 1.96 se at level 95 */
	long n;                      /* sample size, 0 if unknown */
	struct date date;            /* its own, or its source's */
	const struct source *source; /* NULL if none is given */
	enum measured measured;
	const char *note; /* NULL if none */
	struct place place;
	size_t index;
};

struct claim {
	const char *id, *text;
	const char *test; /* a Lua expression; NULL if none can be written, and note says why */
	const struct source *source;
	const char *note;
	struct place place;
	size_t index;
};

struct pin { /* the dataset decides: this source's value counts */
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct source *source;
	const char *note;
	struct place place;
};

struct dataset {
	const char *title; /* NULL if none */
	const char *note;
	struct date date; /* of the data; the newest source's or measurement's if not given */
	struct source **sources;
	size_t n_sources;
	struct organisation **organisations;
	size_t n_organisations;
	struct model **models;
	size_t n_models;
	struct variant **variants; /* of all models */
	size_t n_variants;
	struct unit **units; /* its own, beside the built-in ones of base/unit.h */
	size_t n_units;
	struct benchmark **benchmarks;
	size_t n_benchmarks;
	struct columns *columns; /* what measurement.h looks into; n_measurements of them belong to this dataset: */
	const uint32_t *rows;    /* these, in ascending order; NULL for all */
	size_t n_measurements;
	struct claim **claims;
	size_t n_claims;
	const struct source **trust; /* most trusted first */
	size_t n_trust;
	struct pin *pins;
	size_t n_pins;
	struct map by_name[5]; /* enum name_kind; ids, names and aliases, folded by dataset_fold (names.h); a variant's
	                        * also as "id of the model@name of the variant" */
};

enum name_kind { NAME_SOURCE, NAME_ORGANISATION, NAME_MODEL, NAME_VARIANT, NAME_BENCHMARK };

/* By id, name or declared alias (a source by its id: titles repeat); case and runs of white space do not matter,
 * nothing else is guessed. A variant is found as "model", "model@variant" or a variant's alias. NULL if unknown: then a
 * DIAG_ERROR at place names the nearest names (diags may be NULL for silence). */
const struct source *dataset_source(const struct dataset *d, const char *name, struct place place, struct diags *diags);
const struct organisation *dataset_organisation(const struct dataset *d, const char *name, struct place place,
                                                struct diags *diags);
const struct model *dataset_model(const struct dataset *d, const char *name, struct place place, struct diags *diags);
const struct variant *dataset_variant(const struct dataset *d, const char *name, struct place place,
                                      struct diags *diags);
const struct benchmark *dataset_benchmark(const struct dataset *d, const char *name, struct place place,
                                          struct diags *diags);
/* A built-in unit or one of the dataset's own. Case matters only where it tells two units apart: Mb/s, MB/s. */
const struct unit *dataset_unit(const struct dataset *d, const char *name, struct place place, struct diags *diags);

/* True if values of both may share one scale as they are: their unit is the same and, where it means something else on
 * every benchmark (points, Elo, scores), so is their declared range. */
bool benchmark_alike(const struct benchmark *a, const struct benchmark *b);

/* "muse-spark" or "muse-spark@contemplating". */
char *variant_ref(struct arena *arena, const struct variant *variant);
/* "Muse Spark" or "Muse Spark Contemplating". */
char *variant_full_name(struct arena *arena, const struct variant *variant);

const char *source_kind_word(enum source_kind kind);
const char *measured_word(enum measured measured);
const char *status_word(enum status status);
const char *token_part_word(enum token_part part);

#endif
