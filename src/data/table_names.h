/* table_names.h: what a name is of, where nothing beside it says so: "GPT-4" of a model, "MMLU-Pro" or "latency_ms" of
 * what is measured. Known words alone, never likeness. Inside data/ only. */
#ifndef DATA_TABLE_NAMES_H
#define DATA_TABLE_NAMES_H

#include "data/build.h"

/* KEY_MODEL, KEY_BENCHMARK, or RECORD_KEYS for a name that nobody knows. */
enum record_key table_name_kind(struct arena *arena, const char *name);

/* True for "acc", "mean", "latency" and the like: what is measured of anything. */
bool table_is_measure(struct arena *arena, const char *key);

#endif
