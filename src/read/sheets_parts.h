/* sheets_parts.h: what the parts of sheets share. Private to sheets*.c. */
#ifndef READ_SHEETS_PARTS_H
#define READ_SHEETS_PARTS_H

#include "read/book.h"
#include "read/sheets.h"

struct reading {
	struct arena *arena, *keep, *own;  /* own: until the table is made */
	const char *name;                  /* of the file */
	const char *selector;              /* what it is called on the command line */
	const struct sheet_choice *choice; /* may be NULL */
	struct diags *diags;
};

/* The range that was chosen, if any. False with a diagnostic if it is none. */
bool sheets_range(const char *name, const struct sheet_choice *choice, struct range *range, bool *has,
                  struct diags *diags);

struct table *sheets_read_book(struct reading *r, struct bytes bytes);

bool sheets_is_text(const char *name, struct bytes bytes);
struct table *sheets_read_text(struct reading *r, struct bytes bytes);

#endif
