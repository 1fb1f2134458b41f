/* import.h: what kind of data a file has. Inside data/ only.
 *
 * Each format is one file, import_NAME.c, and one row of the table in import.c. The loader shows every document to the
 * formats in the order of the table; the first that recognises it, by its content and never by its name, turns it into
 * what the rest of the loader knows: a dataset (a map in the schema of load_dataset.c) or plain records. */
#ifndef DATA_IMPORT_H
#define DATA_IMPORT_H

#include "data/build.h"

struct document { /* a file that was read: one of the two */
	const struct value *tree;
	struct table *table;
	struct place place;
};

struct part { /* what a document adds to the dataset; NULL if nothing */
	const struct value *dataset;
	const struct records *records;
};

struct import {
	const char *name; /* "benchbrief-dataset" */
	bool tree;        /* converts only trees: a table that it recognises is read again as one */
	bool (*detect)(const struct document *document);
	/* Errors are added to b->diags; then the part may be empty. */
	struct part (*convert)(struct build *b, const struct document *document);
};

extern const struct import import_dataset, import_records;

/* The format of a document, NULL if it has none. */
const struct import *import_find(const struct document *document);

/* The same; where there is none, an error says what was recognised. */
const struct import *import_of(struct build *b, const struct document *document);

#endif
