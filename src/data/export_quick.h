/* export_quick.h: models and measurements as YAML without a map between. Inside data/ only.
 *
 * The hash of a dataset writes each of them as YAML; of a million, nearly all have a name and a value and nothing else.
 * These are written straight from the columns. What has more is for export.c, which makes the map. */
#ifndef DATA_EXPORT_QUICK_H
#define DATA_EXPORT_QUICK_H

#include "data/dataset.h"

struct strbuf;

/* Lines that recur, by index; made on the arena when they are first needed. */
struct export_quick {
	struct arena *arena;
	const struct dataset *dataset;
	const char **benchmarks, **sources;
};

struct export_quick *export_quick_of(struct arena *arena, const struct dataset *dataset);

/* Adds what emit_yaml makes of the model's or the i-th measurement's map. False, and nothing is added, if it has more
 * than most. */
bool export_quick_model(struct strbuf *into, const struct model *model);
bool export_quick_measurement(const struct export_quick *quick, struct strbuf *into, size_t i);

/* What a measurement calls its model: "muse" or "muse@deep". */
const char *export_quick_ref(struct arena *arena, const struct variant *variant, bool stated);

#endif
