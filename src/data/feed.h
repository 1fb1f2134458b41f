/* feed.h: one source of data, as an operand of the command line or an entry of "data:" says it.
 *
 * Most say a file and nothing else. A table that nobody made for this program may need more: which column is the model
 * and which the value (columns), what the numbers are counted in, which numbers are better, which rows count (where).
 * A feed may also be a query to a database, or a part of a spreadsheet. What a feed says of a table is held against its
 * file by the loader (load.h), and so is the gate. Texts are borrowed; a feed is const once it is read. */
#ifndef DATA_FEED_H
#define DATA_FEED_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct value;

enum feed_named { FEED_BY_USER, FEED_BY_BRIEFING, FEED_BY_DATASET }; /* who names what it reads */

/* "model: name": a role (feed_role_at) and the head of its column; of where: the head of a column and what it holds. A
 * role may have several columns where each is a benchmark: value, se, n. */
struct feed_pair {
	const char *key, *text;
	struct place place;
};

struct feed {
	struct place place; /* where it is written; no file: the user typed it */
	enum feed_named named;
	const char *below; /* the folder below which what it reads lies: it is read through the gate (inputs_below);
	                    * NULL: the user named it */
	const char *file;  /* file, folder, or "-"; NULL for a query without one */
	const char *sql, *from;            /* a query and its source (read/sql.h); NULL: none */
	const char *sheet, *table, *range; /* parts of a file that holds several tables; NULL: not said */
	const struct feed_pair *columns, *where;
	size_t n_columns, n_where;
	const char *unit, *better; /* of all values, as the columns of plain records have them; NULL: not said */
};

/* What a column of a table can be: the keys of plain records ("model", "value", "ci_low"). NULL past the end. */
const char *feed_role_at(size_t i);

/* True if it says more of its file than where it is. */
bool feed_describes(const struct feed *feed);

/* Files and folders that the user named, each a feed. */
const struct feed *feeds_of_paths(struct arena *arena, const char *const *paths, size_t count);

/* The value of "data:": a path, a map, or a list of both. Errors are added for whatever is wrong, and the rest is
 * returned. like: what all of them have in common: who names them and below which folder. */
const struct feed *feeds_read(struct arena *arena, const struct value *value, const struct feed *like, size_t *count,
                              struct diags *diags);

/* Adds "model=name,value=score", as an option has it, to the columns. False with an error. */
bool feed_map(struct arena *arena, struct feed *feed, const char *text, struct diags *diags);

#endif
