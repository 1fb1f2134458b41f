/* sheets.h: one table out of a file that may hold several: a workbook, a Markdown text, an HTML page.
 *
 * Which one is chosen by name: of a sheet or a named range in a workbook ("results.xlsx#Scores", with a range after
 * '!': "#Scores!B3:F40"), by number, by the heading above it or by its id in a text ("README.md#2",
 * "README.md#Results", "page.html#scores"). Without a choice there must be only one, else an error lists them all with
 * what names each. Hidden sheets are listed and never chosen unasked. What kind of file it is, the content tells. */
#ifndef READ_SHEETS_H
#define READ_SHEETS_H

#include "base/file.h"
#include "read/table.h"

struct sheet_choice { /* each may be NULL */
	const char *sheet;
	const char
		*table; /* a range with a name; in a text: a number, a heading or an id, for which sheet is as good */
	const char *range; /* "B3:F40", in a sheet or in a table */
};

/* What follows '#' in "results.xlsx#Scores!B3:F40"; the sheet may be in single quotes. On the arena. */
struct sheet_choice sheet_choice_of(struct arena *arena, const char *selector);

/* True if the bytes are an archive, which only a workbook may be here, or a workbook that cannot be read. */
bool sheets_is_book(struct bytes bytes);

/* The same, or a text with tables that is no JSON, YAML or
 * CSV. name: a suffix of one of those says that it is. */
bool sheets_recognise(const char *name, struct bytes bytes);

/* The texts and the origin are on keep, the rest on arena; choice may be NULL. NULL with a diagnostic. */
struct table *sheets_read(struct arena *arena, struct arena *keep, const char *name, struct bytes bytes,
                          const struct sheet_choice *choice, struct diags *diags);

#endif
