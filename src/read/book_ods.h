/* book_ods.h: what a cell of an .ods file says, and what it shows. Private to book_ods*.c. */
#ifndef READ_BOOK_ODS_H
#define READ_BOOK_ODS_H

#include "read/grid.h"

struct ods_value {
	const char *type;     /* "float", "percentage", "currency", "date", "time", "boolean", "string"; NULL: none */
	const char *value;    /* as the file keeps it; NULL: none */
	const char *text;     /* as it is shown, in the words and marks of some language */
	bool formula, failed; /* failed: the program says that it has */
};

/* The cell's text by the rules of book.h, on the arena. */
const char *ods_shown(struct arena *arena, const struct ods_value *value, enum grid_fault *fault);

#endif
