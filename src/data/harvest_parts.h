/* harvest_parts.h: a harvest inside. For harvest.c and harvest_dataset.c. */
#ifndef DATA_HARVEST_PARTS_H
#define DATA_HARVEST_PARTS_H

#include "data/harvest.h"

struct reaped_variant {
	const char *name, *id;
	const char *mode, *effort, *tools, *scaffold;
};

struct reaped_model {
	const char *name; /* as the file has it */
	struct result first;
	const char *organisation, *shown, *id;
	struct reaped_variant *variants;
	size_t n_variants, variants_room;
};

struct reaped_benchmark {
	struct result first;
	const char *shown, *id, *alias;
	double least, most; /* of its values */
	bool valued, contradicted;
};

struct reaped_source {
	const char *title, *id, *call /* what the id is made of */, *publisher, *url, *file, *sha256;
	enum source_kind kind;
	struct date date;
	struct place place;
	bool declared; /* a dataset beside the files has it already */
};

struct reaped { /* a result with what it is about */
	struct result r;
	size_t model, benchmark, source;
	size_t variant; /* 1 + its index in the model; 0: none */
};

struct harvest_file {
	const char *path, *format;
	struct bytes bytes;
	size_t source; /* 1 + of the file itself; 0: none yet */
	bool told;
};

struct harvest {
	struct build *b;
	struct arena *arena;
	struct harvest_file *file;
	const char *subject; /* that all files so far compare; NULL: models, or not the same */
	struct reaped_model *models;
	struct reaped_benchmark *benchmarks;
	struct reaped_source *sources;
	struct reaped *results;
	struct pending {
		struct result r;
		struct harvest_file *file;
	} * pending; /* results whose model is not known yet */
	size_t n_models, n_benchmarks, n_sources, n_results, n_pending;
	size_t models_room, benchmarks_room, sources_room, results_room, pending_room;
	struct map by_model, by_benchmark, by_source, by_cell, by_folder,
		by_unit; /* by_unit: a benchmark's name -> the unit that it is counted in */
};

/* What waited for its model goes to the one that the folder's other files name. */
void harvest_settle(struct harvest *h);

#endif
