/* completion_values.h: what an option or operand takes. */
#ifndef TOOLS_COMPLETION_VALUES_H
#define TOOLS_COMPLETION_VALUES_H

#include <stdbool.h>

struct arena;

enum taken {
	TAKES_FILE,
	TAKES_FOLDER,
	TAKES_WORDS, /* one of a list */
	TAKES_ASKED, /* one of what the data have: words is "benchmarks", "models" or "makers" */
	TAKES_TEXT,  /* anything */
};

struct completion_value {
	enum taken taken;
	const char *words; /* of WORDS, parted by spaces; of ASKED what is asked for */
	bool or_file;      /* a path is as well */
};

/* Of an option "--look" of a command. looks: the folder of the shipped ones. */
struct completion_value completion_value(struct arena *arena, const char *command, const char *option,
                                         const char *looks);

/* The names of the kinds of charts, parted by spaces. */
const char *completion_kinds(struct arena *arena);

#endif
