/* formats.h: the formats of data that are read, for whoever lists or names them. */
#ifndef DATA_FORMATS_H
#define DATA_FORMATS_H

#include <stddef.h>

struct format {
	const char *name;    /* "lm-eval", as --from has it */
	const char *what;    /* for people: "lm-evaluation-harness" */
	const char *example; /* what people call such files: "results_2025-03-03.json" */
};

/* The i-th in the order of detection; name NULL past the end. */
struct format format_at(size_t i);

#endif
