/* book.h: a workbook: sheets by name, in an .xlsx (Office Open XML) or an .ods (OpenDocument) file.
 *
 * Opening one reads what all its sheets share: their names, texts and formats, and the ranges that have names. A sheet
 * is read when somebody asks for it, into a grid whose cells hold what the sheet shows: values that formulas had when
 * the file was saved, numbers in their formats (number_format.h), dates in ISO 8601. #N/A is missing; any other failed
 * formula is too, with a warning. A book and its grids live on the arena it was opened on. */
#ifndef READ_BOOK_H
#define READ_BOOK_H

#include "read/archive.h"
#include "read/grid.h"

enum { BOOK_SHEETS_MAX = 1000 };

struct book_sheet {
	const char *name;
	const char *file; /* in the archive; NULL: the sheet is no table (a chart) */
	bool hidden;
};

struct book_range { /* a range with a name */
	const char *name, *sheet;
	struct range range;
};

struct book {
	struct arena *arena;
	struct archive *archive;
	const char *name; /* of the file */
	struct book_sheet *sheets;
	size_t n_sheets, sheets_room;
	struct book_range *ranges;
	size_t n_ranges, ranges_room;
	struct grid *(*read)(struct book *book, size_t sheet, struct diags *diags);
	void *more; /* what the format keeps for itself */
};

/* True for an archive that is a workbook of a kind that can be read. */
bool book_recognise(const struct archive *archive);

/* NULL with a diagnostic. */
struct book *book_open(struct arena *arena, struct archive *archive, const char *name, struct diags *diags);

/* The sheet as it is, cell by cell. NULL with a diagnostic. */
struct grid *book_read(struct book *book, size_t sheet, struct diags *diags);

/* The index of a sheet, whose name is compared without case if no other way succeeds; n_sheets if there is none. */
size_t book_find(const struct book *book, const char *sheet);

/* ---- for the formats, each in a file ---- */

bool book_xlsx_open(struct book *book, struct diags *diags);
bool book_ods_open(struct book *book, struct diags *diags);

/* False with a diagnostic if there are too many. */
bool book_add_sheet(struct book *book, const struct book_sheet *sheet, struct diags *diags);
/* target: "Sheet1!$A$1:$C$9", "$'My sheet'.$A$1:.$C$9"; anything else is passed over. */
void book_add_range(struct book *book, const char *name, const char *target);
/* The same, taken apart. */
void book_add_table(struct book *book, const char *name, const char *sheet, struct range range);

#endif
