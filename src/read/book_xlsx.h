/* book_xlsx.h: what the sheets of an .xlsx file share. Private to book_xlsx*.c. */
#ifndef READ_BOOK_XLSX_H
#define READ_BOOK_XLSX_H

#include "read/book.h"
#include "read/number_format.h"

struct xlsx {
	struct number_calendar calendar;
	const char **strings; /* those that cells refer to by number */
	size_t n_strings, strings_room;
	const char **formats; /* of numbers, by the style of a cell; NULL: General */
	size_t n_formats, formats_room;
	bool *struck; /* by the style of a cell: its font is struck out */
	size_t struck_room;
};

/* Reads xl/sharedStrings.xml and xl/styles.xml, by whatever names they have; NULL: there is none. */
bool xlsx_read_strings(struct book *book, struct xlsx *xlsx, const char *file, struct diags *diags);
bool xlsx_read_styles(struct book *book, struct xlsx *xlsx, const char *file, struct diags *diags);

/* book->read of this format. */
struct grid *xlsx_read_sheet(struct book *book, size_t sheet, struct diags *diags);

/* "_x000D_" and the like stand for characters that XML cannot hold. On the arena. */
const char *xlsx_unescaped(struct arena *arena, const char *s);

#endif
