/* xlsx_write.h: a workbook of Excel, in memory: sheets of columns under their heads, as a person reads them.
 *
 * The same sheets give the same bytes. Numbers are written with all their digits, the shortest way that reads back as
 * the same double; a format decides what is seen of them. Private to paint/. */
#ifndef PAINT_XLSX_WRITE_H
#define PAINT_XLSX_WRITE_H

#include "base/bytes.h"

struct arena;

enum xlsx_kind { XLSX_EMPTY, XLSX_TEXT, XLSX_NUMBER };

struct xlsx_cell {
	enum xlsx_kind kind;
	const char *text;
	double number;
	const char *format; /* "0.0"; NULL: General */
};

struct xlsx_column {
	struct xlsx_cell head; /* of the first row */
	struct xlsx_cell *cells;
	size_t n_cells;
};

struct xlsx_sheet {
	const char *name; /* of at most 31 characters, without any of :\/?*[] */
	const struct xlsx_column *columns;
	size_t n_columns;
};

enum { XLSX_NUMBER_SIZE = 32, XLSX_COLUMN_SIZE = 8 };

/* "89.5", "1e-07". */
void xlsx_number(double number, char out[XLSX_NUMBER_SIZE]);

/* What Excel calls the column of this index: "A", "AB". */
void xlsx_column_name(size_t column, char out[XLSX_COLUMN_SIZE]);

/* The whole file, on the arena. False if it does not fit the format. */
bool xlsx_write(struct arena *arena, const struct xlsx_sheet *sheets, size_t n_sheets, struct bytes *out);

#endif
