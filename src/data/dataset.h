/* dataset.h: what is known, and who says so.
 *
 * A dataset holds sources, organisations, models with their variants, benchmarks, measurements, claims, and disputes
 * between claims. Nothing is overwritten: two sources are two measurements, and selection.h picks. dataset_load
 * (load.h) makes it from value trees; it lives on the arena and is const from then on. All names are clean UTF-8, never
 * NULL where not said. */
#ifndef DATA_DATASET_H
#define DATA_DATASET_H

#include "base/date.h"
#include "base/diag.h"
#include "base/noun.h"
#include "base/unit.h"
#include "data/name_index.h"
#include "data/names.h"

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

/* Of a million models nearly all have a name and nothing else: what is written about few of them is kept aside. Never
 * NULL; of those without it all is as if zeroed. */
struct variant_more {
	struct names aliases;
	const char *mode, *effort, *tools, *scaffold, *note; /* NULL if none */
	struct place place;                                  /* where it is declared */
};

/* That of all nameless ones is the same. */
struct variant_own {
	const char *id;   /* "" for the model's nameless default */
	const char *name; /* "Contemplating"; "" for the nameless default */
	const struct variant_more *more;
};

struct variant {
	const struct model *model;
	const struct variant_own *own;
	uint32_t index;  /* one number for every (model, variant): dataset_variant_at */
	bool is_default; /* what a measurement without a variant means; shown under the model's name alone */
};

struct model_more {
	struct names aliases;
	struct date released;
	const char *licence; /* NULL if unknown */
	const char *family, *note;
	struct quantity context; /* tokens; text NULL if unknown */
	struct names inputs, outputs;
	struct price price;
	struct names price_sources; /* ids of the sources of the facts above; may be empty */
	struct place place;         /* nowhere for a model that measurements name */
};

/* That of all models of one organisation about which nothing else is written is the same. */
struct model_own {
	const struct organisation *organisation; /* NULL if unknown */
	const struct model_more *more;
};

struct model {
	const char *id, *name;
	const struct model_own *own;
	union {
		struct variant *only; /* if there is one */
		struct variant **all; /* if there are more */
	} variants;                   /* at least one, the default first: model_variant */
	uint32_t n_variants, index;
};

enum { DATASET_BLOCK = 256 }; /* models, or variants, that lie beside each other */

/* Who says which numbers are better (direction.h). What the data declare may be that it is unknown. */
enum direction_from { DIRECTION_FROM_NOWHERE, DIRECTION_FROM_UNIT, DIRECTION_FROM_DATA, DIRECTION_FROM_CALLER };

enum token_part { PART_INPUT, PART_REASONING, PART_ANSWER };

struct benchmark {
	const char *id, *name;
	const char *brief; /* short name for titles and columns; name if none is given */
	struct names aliases;
	const char *version, *category, *publisher, *what, *note; /* NULL if none. what: one line, what it measures */
	const struct unit *unit;                                  /* never NULL */
	bool unit_declared;
	bool ranged;
	double low, high; /* the possible range, if ranged */
	enum direction direction;
	enum direction_from direction_from; /* nowhere: nobody says it, or the name contradicts the unit */
	bool zero;                          /* a bar from zero makes sense */
	const char *part_of;                /* as declared: the benchmark into whose value this one's goes; else NULL */
	const struct benchmark *whole;      /* that one */
	enum token_part part;               /* of a total of tokens: which part */
	struct place place;
	size_t index;
};

enum measured { MEASURED_UNKNOWN, MEASURED_FIRST_PARTY, MEASURED_THIRD_PARTY };
enum status { STATUS_OK, STATUS_MISSING, STATUS_ESTIMATED, STATUS_UNKNOWN_ZERO, STATUS_AMBIGUOUS };

struct spread;

struct measurement {
	const struct variant *variant; /* NULL only if AMBIGUOUS */
	const struct benchmark *benchmark;
	const struct source *source; /* NULL if none is given */
	struct quantity value;       /* text NULL if MISSING or UNKNOWN_ZERO */
	enum status status;
	enum measured measured;
	struct date date;      /* its own, or its source's */
	bool variant_stated;   /* false: the source gave the model alone, and the default variant stands for it */
	bool has_interval;     /* low and high hold, at level percent */
	bool interval_from_se; /* low and high are not published but follow from se: 1.96 se at level 95 */
	bool has_se;
	double low, high, level;
	double se;                         /* as given */
	long n;                            /* sample size, 0 if unknown */
	const struct spread *spread;       /* of the results behind it (data/spread.h); NULL: nothing is known */
	const struct variant **candidates; /* AMBIGUOUS: to whom the value may belong */
	size_t n_candidates;
	const char *note;              /* NULL if none */
	const struct columns *columns; /* where it is stored, for measurement_where; index: its number there */
	size_t index;
};

struct claim_part {
	const char *of;   /* what it is about: "on GPQA Diamond"; NULL: the claim has this part alone */
	const char *test; /* a Lua expression */
	struct place place;
};

struct claim {
	const char *id, *text;
	const struct claim_part *parts; /* several if it may be true of one thing and false of another */
	size_t n_parts;                 /* 0 if no test can be written, and note says why */
	const struct source *source;
	const char *note;
	struct place place;
	size_t index;
};

struct matter { /* that claims are about: what they contradict each other on, or the question that they answer */
	const char *id, *about;
	const struct claim **claims; /* of a dispute two at least; of a question any that answer it, mostly none */
	size_t n_claims;
	const char *note; /* NULL if none */
	struct place place;
	size_t index;
};

enum convention_side { SIDE_EITHER, SIDE_BELOW, SIDE_ABOVE };

/* How far from a number may be what a word like "nearly" says of it. */
struct convention {
	const char *id;
	double within; /* as a share of that number, above 0: 0.1 */
	enum convention_side side;
	const char *says; /* in words, for readers; NULL if none */
	struct place place;
};

struct pin { /* the dataset decides: this source's value counts */
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct source *source;
	const char *note;
	struct place place;
};

struct dataset_part { /* what was kept of a larger dataset (narrow.h); by index */
	const struct dataset *whole;
	const bool *models, *variants, *benchmarks;
	size_t n_models, n_benchmarks;
};

struct dataset {
	const char *title; /* NULL if none */
	const char *note;
	const struct noun *nouns; /* "subject: engine" */
	size_t n_nouns;
	struct noun_said said; /* in messages: "model", "models", "a model" where nothing else is declared */
	struct date date;      /* of the data; the newest source's or measurement's if not given */
	struct source **sources;
	size_t n_sources;
	struct organisation **organisations;
	size_t n_organisations;
	struct model **model_blocks; /* dataset_model_at */
	size_t n_models;
	struct variant **variant_blocks; /* of all models: dataset_variant_at */
	size_t n_variants;
	struct unit **units; /* its own, beside the built-in ones of base/unit.h */
	size_t n_units;
	struct benchmark **benchmarks;
	size_t n_benchmarks;
	const struct benchmark *headline; /* what is shown where one is wanted and nobody named it; NULL: ask */
	struct columns *columns; /* what measurement.h looks into; n_measurements of them belong to this dataset: */
	const uint32_t *rows;    /* these, in ascending order; NULL for all */
	size_t n_measurements;
	const struct dataset_part *part;   /* NULL: it is whole */
	const struct dataset *with_claims; /* what developers say of their own is left out (narrow.h): the same with it;
	                                    * NULL: nothing is */
	const struct cells *claim_cells;   /* all of with_claims (selection.h) */
	struct claim **claims;
	size_t n_claims;
	struct matter **disputes;
	size_t n_disputes;
	struct matter **questions; /* on which sources may be silent */
	size_t n_questions;
	struct convention *conventions;
	size_t n_conventions;
	const struct source **trust; /* most trusted first */
	size_t n_trust;
	struct pin *pins;
	size_t n_pins;
	struct name_index by_name[5]; /* enum name_kind; ids, names and aliases, folded by dataset_fold (names.h); a
	                               * variant's also as "id of the model@name of the variant" */
};

enum name_kind { NAME_SOURCE, NAME_ORGANISATION, NAME_MODEL, NAME_VARIANT, NAME_BENCHMARK };

/* The one whose index is i. */
const struct model *dataset_model_at(const struct dataset *d, size_t i);
const struct variant *dataset_variant_at(const struct dataset *d, size_t i);
/* The i-th variant of a model; the default is the first. */
const struct variant *model_variant(const struct model *model, size_t i);

/* By id, name or declared alias (a source by its id: titles repeat); case and runs of white space do not matter,
 * nothing else is guessed. A variant is found as "model", "model@variant" or a variant's alias. NULL if unknown: then a
 * DIAG_ERROR at place names the nearest names (diags may be NULL for silence). */
const struct source *dataset_source(const struct dataset *d, const char *name, struct place place, struct diags *diags);
const struct organisation *dataset_organisation(const struct dataset *d, const char *name, struct place place,
                                                struct diags *diags);
const struct model *dataset_model(const struct dataset *d, const char *name, struct place place, struct diags *diags);
const struct variant *dataset_variant(const struct dataset *d, const char *name, struct place place,
                                      struct diags *diags);

/* The variant of model with this id, name or alias; NULL if it has none. */
const struct variant *dataset_variant_of(const struct dataset *d, const struct model *model, const char *name);
const struct benchmark *dataset_benchmark(const struct dataset *d, const char *name, struct place place,
                                          struct diags *diags);
/* A built-in unit or one of the dataset's own. Case matters only where it tells two units apart: Mb/s, MB/s. */
const struct unit *dataset_unit(const struct dataset *d, const char *name, struct place place, struct diags *diags);

/* True if nobody knows a unit of this name, and it is not close to one that somebody knows. */
bool dataset_unit_is_new(const struct dataset *d, const char *name);

/* The group whose value stands for this one's, and that group's own; NULL if none does. Of tokens, people want to see
 * the parts too. */
const struct benchmark *benchmark_group(const struct benchmark *benchmark);

/* True if values of both may share one scale as they are: their unit is the same and, where it means something else on
 * every benchmark (points, Elo, scores), so is their declared range. */
bool benchmark_alike(const struct benchmark *a, const struct benchmark *b);

/* "muse-spark" or "muse-spark@contemplating". */
char *variant_ref(struct arena *arena, const struct variant *variant);
/* "Muse Spark" or "Muse Spark Contemplating". */
const char *variant_full_name(struct arena *arena, const struct variant *variant);
/* < 0, 0 or > 0: the order of the full names, folded (names.h). */
int variant_compare_names(const struct variant *a, const struct variant *b);
/* Eight bytes of the folded full name past the first skip, 0 after its end: numbers in the order of the names. */
uint64_t variant_name_key(const struct variant *variant, size_t skip);

const char *source_kind_word(enum source_kind kind);
/* "masculine"; NULL if it is unknown. */
const char *gender_word(enum gender gender);
const char *measured_word(enum measured measured);
const char *status_word(enum status status);
const char *convention_side_word(enum convention_side side); /* "either", "below", "above" */
const char *token_part_word(enum token_part part);

#endif
