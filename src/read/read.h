/* read.h: bytes -> value tree.
 *
 * All faults of a file are reported in one run as far as its grammar allows: a reader continues after an error where it
 * can tell where the next value starts. It returns NULL if there was any error, so a caller never sees half a file.
 *
 * JSON: RFC 8259, or one map a line (JSON lines), which is a list of them; a BOM allowed; NaN, Infinity and -Infinity
 * as bare words are missing, with a warning; a key given more than once is an error. YAML: 1.2's core schema (yes, no,
 * on, off are text), one document, anchors and aliases, tags ignored with a warning except !!str. CSV and TSV: RFC 4180
 * with a header row, cells separated by what cuts the first rows evenly (sniff.h); quoted cells may contain newlines, a
 * BOM and CRLF are fine, a carriage return alone is an error; a record is a MAP by header; an empty cell is missing; a
 * cell that is a JSON number (optional '+') is a NUMBER, the rest text; a row with too many or too few cells is an
 * error; the result is a LIST of MAPs.
 *
 * Limits, each an error that says so: READ_BYTES_MAX, READ_DEPTH_MAX, READ_VALUES_MAX (YAML aliases counted as often as
 * they are used). */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/inputs.h"
#include "read/value.h"

struct arena;

enum { READ_DEPTH_MAX = 100, READ_BYTES_MAX = 256 << 20, READ_VALUES_MAX = 20000000, READ_SERIES = 10000 };

/* The key of a table's first column where the header leaves it out. */
#define READ_UNNAMED "unnamed column"

enum read_format { READ_JSON, READ_YAML, READ_CSV, READ_TSV };

/* By the suffix of name (.json .jsonl .ndjson .yaml .yml .csv .tsv .tab); without a known one by the first bytes: '{'
 * or '[' is JSON, a first line with a tab and no ": " TSV, with a comma, a semicolon or a bar and no ": " CSV, else
 * YAML. */
enum read_format read_format_of(const char *name, const char *bytes, size_t size);

/* Where the first byte that is no UTF-8 stands; the size if all is well. */
size_t read_bad(struct bytes bytes);

/* Checks what every reader relies on: the size, UTF-8, no character that no text may have (U+0085 only ends lines of
 * YAML). Moves past a byte order mark.
 */
bool read_clean(enum read_format format, const char *name, struct bytes *bytes, struct diags *diags);

/* Reads bytes; name appears in the places. NULL after errors. The tree keeps pointers into its own copies only. */
const struct value *read_bytes(struct arena *arena, enum read_format format, const char *name, const char *bytes,
                               size_t size, struct diags *diags);

/* Reads a file ("-" is standard input) in the format of its name; the bytes stay in inputs. */
const struct value *read_file(struct arena *arena, struct inputs *inputs, enum input_role role, const char *path,
                              struct diags *diags);

/* One a format, in json.c, yaml.c and csv.c; bytes are checked for UTF-8 and size already, and a BOM is skipped. */
const struct value *read_json(struct arena *arena, const char *name, const char *bytes, size_t size,
                              struct diags *diags);
/* The same, but what stands at these paths (up to a NULL; keys with '/' between them, at most 4, "*" for any item of a
 * list) is checked like all else and then missing: logs keep every answer of a model beside its score. */
const struct value *read_json_without(struct arena *arena, const char *name, const char *bytes, size_t size,
                                      const char *const *without, struct diags *diags);
/* The same, but of a list that begins with so many numbers only these are kept; the rest is checked like all else. */
struct read_series {
	size_t count, longest; /* such lists; values of the longest */
	struct place first;    /* of them */
};
const struct value *read_json_short(struct arena *arena, const char *name, const char *bytes, size_t size,
                                    struct read_series *series, struct diags *diags);
const struct value *read_yaml(struct arena *arena, const char *name, const char *bytes, size_t size,
                              struct diags *diags);
const struct value *read_csv(struct arena *arena, const char *name, const char *bytes, size_t size, char separator,
                             struct diags *diags);

#endif
