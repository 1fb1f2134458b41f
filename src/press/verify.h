/* verify.h: files that left the house, held against data again.
 *
 * A file of any format in the table of painters is asked for its record (record.h) and its seal. Without data only the
 * seal is judged: it shows that a file was changed since it was written, but whoever changes a file on purpose can seal
 * it again. With data every value, rank, expression, claim and source of the record is looked up anew, and
 * every generated block is made anew. */
#ifndef PRESS_VERIFY_H
#define PRESS_VERIFY_H

#include "press/press.h"

#include <stdbool.h>
#include <stddef.h>

enum verified_seal { VERIFIED_WHOLE, VERIFIED_ALTERED, VERIFIED_UNSEALED };

enum verified_kind {
	VERIFIED_VALUE,      /* another value counts now */
	VERIFIED_GONE,       /* no value, model or benchmark of this name any more */
	VERIFIED_RANK,       /* the value stands elsewhere */
	VERIFIED_EXPRESSION, /* prints otherwise, or fails */
	VERIFIED_CLAIM,      /* held, and does not hold any more */
	VERIFIED_PRINTED,    /* a generated block says something else */
	VERIFIED_COUNT,      /* the words of a chart count otherwise */
	VERIFIED_EDITED,     /* somebody changed, added (was NULL) or took away (is_now NULL) something in the file */
	VERIFIED_UNREAD,     /* a piece of the file cannot be read, so what it says is not known */
	VERIFIED_SOURCE,     /* the same value counts on another source, or the source has another date or title */
};

struct verified_finding {
	enum verified_kind kind;
	const char *chart;        /* its id; NULL: not in a chart, or in one without */
	const char *block;        /* "findings"; NULL: not in a generated block */
	int line, column;         /* of the briefing; 0: not in prose, or in a section at its end */
	const char *what;         /* "muse-spark on gpqa-diamond", an expression, a source's id */
	const char *was, *is_now; /* as words; is_now NULL: nothing */
};

struct verified {
	const char *path;
	const struct painter *painter;
	enum verified_seal seal;
	const char *version, *briefing; /* of what wrote it; briefing NULL: none */
	bool has_record;
	bool same_data; /* nothing that the file was made from has changed at all */
	size_t n_values, n_counts, n_expressions, n_claims, n_lines, n_sources; /* that were looked up */
	size_t n_texts;       /* of a file that others edit: that were held against what was written */
	bool texts_elsewhere; /* likewise: another version recorded them in its own way, so none were */
	struct verified_finding *findings;
	size_t n_findings, findings_room;
};

struct press_verify {
	const char *const *files;
	size_t n_files;
	const struct feed *data; /* none: the seals alone are judged */
	size_t n_data;
	const char *from;      /* as in press_chart */
	enum direction better; /* on all benchmarks; likewise */
};

/* The result has no files; verified holds one entry for each file that could be read, and is returned beside it. An
 * error tells of each file that was not written by this program. */
const struct press_result *press_verify(struct press *press, const struct press_verify *request,
                                        const struct verified **verified, size_t *n_verified);

/* If the file was made for a chart of the briefing that the result is of, and the briefing has no such chart any more:
 * its id; otherwise NULL. */
const char *press_orphan(struct arena *arena, const struct press_result *result, struct bytes file);

/* "value", "gone", "rank", "expression", "claim", "printed", "count", "edited", "unread", "source"; "whole", "altered",
 * "none".
 */
const char *verified_kind_word(enum verified_kind kind);
const char *verified_seal_word(enum verified_seal seal);

#endif
