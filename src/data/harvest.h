/* harvest.h: what files of other programs say, while it is gathered. Inside data/ only.
 *
 * An importer adds one result after another, each a flat struct of texts and values as its file has them. The harvest
 * finds who and what they are about over all files of a load: names that are the same but for case are one thing,
 * nothing else is guessed; versions and units of a benchmark that differ become benchmarks of their own; two rows that
 * one source gives for one thing are told apart. Then it declares all of it in the schema of load_dataset.c and loads
 * the measurements. What a dataset beside the files declares is found by its names and not declared again. */
#ifndef DATA_HARVEST_H
#define DATA_HARVEST_H

#include "data/build.h"

struct harvest;

/* One measured value. Everything but model, benchmark and value may be left zeroed. Texts and values are borrowed. */
struct result {
	struct place place;
	/* Who. NULL: whose results the files of this folder are (harvest_folder_model). */
	const char *model;
	const char *organisation;
	const char *otherwise; /* the model, where no file of the folder says it */
	bool hub;              /* the model is "organisation/name", and is shown by its name */
	bool served;           /* likewise, but what stands before the name served the model and did not make it */
	const char *mode, *effort, *tools, *scaffold; /* of the variant; all NULL: the model alone */
	const char *apart;                            /* tells rows of one name apart, where a source gives it twice */
	struct date released;
	const char *licence;
	const struct value *price_input, *price_output; /* usd for a million tokens */
	/* On what. */
	const char *benchmark, *alias, *version, *category, *what;
	const char *part_of; /* the benchmark into whose value this one's goes */
	const char *within;  /* what tells benchmarks of one name apart: the set that it is a part of */
	const char *unit;    /* NULL: undeclared; unit_share: fraction or percent, as the values are */
	bool directed;       /* better is declared */
	enum direction better;
	const struct value *low, *high; /* the possible range */
	/* How much. A value that is no finite number is missing. */
	const struct value *value, *se, *ci, *ci_low, *ci_high;
	const struct value *runs; /* single results: a list of numbers; NULL: not given */
	const char *level;        /* of the interval: "90"; NULL: 95 */
	long n, of;               /* samples, and of how many in all; a part of them makes the value an estimate */
	bool estimated, unknown_zero;
	struct date date;
	enum measured measured;
	const char *note;
	/* Who says so. NULL: the file itself. */
	const char *source, *publisher, *url;
	enum source_kind kind;
};

extern const char unit_share[];

struct harvest *harvest_new(struct build *b);

/* The file that the next results are from. format: the name of what wrote it, for the titles of sources; subject: what
 * it compares, NULL for models. Where files compare different things, all are called models. */
void harvest_open(struct harvest *h, const char *format, const char *subject, const char *path, struct bytes bytes);
struct diags *harvest_diags(const struct harvest *h);
/* A number that the file does not have as it is. */
const struct value *harvest_number(struct harvest *h, double number);
struct arena *harvest_arena(const struct harvest *h);
/* Its path, NULL if it has none; the folder that it lies in. */
const char *harvest_path(const struct harvest *h);
const char *harvest_folder(struct harvest *h);

/* A result without a model or a benchmark is not added. */
void harvest_add(struct harvest *h, const struct result *result);
size_t harvest_count(const struct harvest *h);

/* The open file has no results and need have none: it describes others. */
void harvest_tell(struct harvest *h);
bool harvest_is_told(const struct harvest *h);

/* Whose the results without a model are, in the folder of the open file and below it. Its benchmark, if it has one,
 * goes before theirs. */
void harvest_folder_model(struct harvest *h, const struct result *model);

/* Sources, organisations, models and benchmarks that no dataset has declared; NULL if there are none. */
const struct value *harvest_declared(struct harvest *h);
/* Once they are known: the measurements. */
void harvest_load(struct harvest *h);

#endif
