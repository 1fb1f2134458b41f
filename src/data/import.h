/* import.h: what kind of data a file has. Inside data/ only.
 *
 * Each format is one file, import_NAME.c, and one row of the table in import.c. The loader shows every document to the
 * formats in the order of the table; the first that recognises it, by its content and never by its name, turns it into
 * what the rest of the loader knows: a dataset (a map in the schema of load_dataset.c), plain records, or, for what
 * other programs write, results that are added to the harvest (harvest.h) and come into the dataset together. */
#ifndef DATA_IMPORT_H
#define DATA_IMPORT_H

#include "data/feed.h"
#include "data/harvest.h"

struct import;

struct document { /* a file that was read: as a tree, a table or, of formats of their own, just its bytes */
	const struct value *tree;
	struct table *table;
	struct place place;
	const char *path; /* NULL for a tree that came from no file */
	struct bytes bytes;
	struct bytes content;        /* what they say once they are unpacked and recoded; nothing for a part of them */
	const struct feed *feed;     /* what was said of it; NULL: nothing but where it is */
	const struct import *import; /* decided before the file was read: by its bytes, or by the caller; else NULL */
	struct arena *scratch;       /* for what it takes to know its format */
};

struct part { /* what a document adds to the dataset; NULL if nothing, or if it went to the harvest */
	const struct value *dataset;
	struct records *records;
};

enum { IMPORT_NEEDS = 4, IMPORT_SKIPS = 2 };

struct import {
	const char *name;    /* "lm-eval", as --from has it */
	const char *what;    /* for people: "lm-evaluation-harness" */
	const char *example; /* what people call such files: "results_*.json" */
	const char *subject; /* what is compared, where it is no model: "function" (words/CODE_nouns.c); or NULL */
	bool series;         /* asks for every number of a list, however long */
	bool tree;           /* converts only trees: a table that it recognises is read again as one */
	/* Paths (pick.h) that a document of this format has; "*" is the first item of a list or map. A table has what
	 * follows "*" as a column. All NULL: detect alone decides. */
	const char *needs[IMPORT_NEEDS];
	bool (*detect)(const struct document *document); /* what else is asked; may be NULL */
	/* Paths (read_json_without) at which such files keep what is never asked for, and much of it. */
	const char *skips[IMPORT_SKIPS + 1];
	bool (*detect_bytes)(struct bytes bytes); /* of a format that is no JSON, YAML or table */
	const char *member; /* where such files are archives: the JSON file in them that stands for all of it */
	/* Errors are added to b->diags; then the part may be empty. */
	struct part (*convert)(struct build *b, const struct document *document);
	/* The same for what goes to the harvest, which is open for this file. */
	void (*gather)(struct harvest *h, const struct document *document);
};

/* The rows of the table; NULL past the end. */
const struct import *import_at(size_t i);
const struct import *import_named(const char *name);

/* The format of bytes that no other reader understands; NULL if they are none of these. */
const struct import *import_of_bytes(struct bytes bytes);

/* The i-th format whose files may be archives; NULL past the last. */
const struct import *import_packed(size_t i);

/* The format that the bytes of a JSON file seem to be in, if it is one with skips: its keys are in there. Else NULL. */
const struct import *import_of_keys(struct bytes bytes);

/* The format of a document, NULL if it has none. */
const struct import *import_find(const struct document *document);

/* Converts a document into a part, or gathers it. Where it has no format, an error says what was recognised. */
struct part import_convert(struct build *b, const struct document *document);

#endif
