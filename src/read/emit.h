/* emit.h: value tree -> text, so that reading it again gives the same tree (places aside).
 *
 * CSV holds a list of maps (one column per key, in order of first appearance) or, when the root is a map of lists, one
 * row per item with a first column "record" that names its list; maps inside become columns with a dot ("price.input"),
 * lists columns with a number ("aliases.1"). emit_unflatten turns what read_csv makes of such a file back into the
 * tree. */
#ifndef READ_EMIT_H
#define READ_EMIT_H

#include "read/emit_sink.h"
#include "read/value.h"

struct arena;
struct strbuf;

/* All end in a newline. JSON: two spaces, keys in order, numbers as written. YAML: block style, short maps in flow
 * style
 * (<= 110 columns); strings quoted only where they would read as something else. */
char *emit_json(struct arena *arena, const struct value *root);
char *emit_yaml(struct arena *arena, const struct value *root);
char *emit_csv(struct arena *arena, const struct value *root);

/* JSON, as emit_json writes it, on one line and without its end: a line of a log. */
char *emit_one_line(struct arena *arena, const char *json);

/* Adds a text as YAML writes it: plain, or quoted where it would read as something else. */
void emit_yaml_text(struct strbuf *into, const char *text);

/* Adds a cell of a table that somebody will open in a spreadsheet: words that a spreadsheet would run as a formula
 * begin with an apostrophe. (emit_csv writes them as they are, because its tables are read again.) */
void emit_csv_cell(struct strbuf *into, const char *text);

/* The same piece by piece, so that a long list need not be in memory as a whole. The arena is only for the meantime. */
void emit_json_to(struct emit_sink sink, struct arena *arena, const struct value *root);
void emit_yaml_to(struct emit_sink sink, struct arena *arena, const struct value *root);
void emit_csv_to(struct emit_sink sink, struct arena *arena, const struct value *root);

/* True for a table with a first column "record". */
bool emit_is_flattened(const struct value *table);
const struct value *emit_unflatten(struct arena *arena, const struct value *table, struct diags *diags);

#endif
