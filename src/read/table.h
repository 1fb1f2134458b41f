/* table.h: plain records as columns.
 *
 * A list of flat records (a CSV file, a JSON list of maps) is read straight into one column per key. A cell is a
 * number: which of the column's texts it holds. Equal texts have one number, so that whatever is asked of a text (is it
 * a number, whose name is it) is asked once and not once per row; of a column where nearly every text is new, such as
 * the names of a million models, they may have several. A table knows the byte at which each row starts; table_row
 * reads a row again as the map that a value tree would hold, with every place exact, for whoever has something to say
 * about it.
 *
 * A table lives on the arena it was made on and stays valid as long as that and the bytes it was read from; only its
 * origin and its texts outlive it where they are on another arena. */
#ifndef READ_TABLE_H
#define READ_TABLE_H

#include "base/map.h"
#include "read/lines.h"
#include "read/read.h"

/* The first numbers of every column's texts. NESTED marks what is not text: a list, a map, true or false. */
#define TABLE_NOWHERE SIZE_MAX
enum { TABLE_ABSENT, TABLE_MISSING, TABLE_NESTED, TABLE_TEXT };

struct table_text {
	const char *text;
	uint32_t length, hash;
};

struct table_column {
	struct value key; /* with the place of its first appearance */
	size_t from;      /* the column of table.over that it shows; TABLE_NOWHERE: none */
	uint32_t *cells;  /* by row */
	struct table_text *texts;
	size_t n_texts, texts_room;
	uint32_t *slots; /* a hash table: numbers of texts, 0 for a free one; NULL: not needed, or not any more */
	size_t n_slots;
	uint32_t last;                                   /* the text that was put last: rows are often sorted */
	bool plain;                                      /* nearly all differ: no text is looked for among the others */
	struct arena *own_cells, *own_texts, *own_slots; /* each moves to a new one when it grows; NULL: small */
};

struct origin { /* what it takes to read a row again */
	enum read_format format;
	struct lines lines;
	const struct value *header; /* CSV and TSV: the keys */
	size_t n_header;
	char separator;    /* CSV and TSV: of the cells */
	const char *value; /* the key of the column that the values were taken from; NULL: the one that is called so */
};

struct table {
	struct arena *arena, *keep;  /* keep: holds the texts */
	const struct origin *origin; /* NULL if it was made from a value tree */
	const struct value *tree;    /* the list it was made from; NULL if it was read */
	struct table *over;          /* whose rows these are, seen another way (table_over); NULL: none */
	uint32_t *filled;            /* the cells that columns with one text share; NULL: there is none */
	const uint32_t *picked;      /* which of its rows, in ascending order; NULL: all */
	struct place place;          /* of the file */
	struct table_column *columns;
	size_t n_columns, columns_room;
	struct map numbers; /* of columns, by their keys */
	uint32_t *rows;     /* bytes at which the rows start; of a tree: the numbers of its items */
	size_t n_rows, rows_room;
	struct arena *own_rows;
	char *pool; /* where texts are put */
	size_t pool_left;
};

/* Reads a CSV, TSV or JSON file whose bytes are known to be clean text (read.h) into a table. The origin is made on
 * keep, and so are the texts of the cells; the rest on arena. NULL after errors, and for JSON also, with no error
 * added, if it is not a list of flat records: then read_json can say what it is. */
struct table *table_read(struct arena *arena, struct arena *keep, enum read_format format, const char *name,
                         struct bytes bytes, struct diags *diags);

/* The same of CSV that was made from a table in another form: cells says from where each of its cells comes, the
 * header's first. bytes and cells must live as long as keep. */
struct table *table_read_cells(struct arena *arena, struct arena *keep, const char *name, struct bytes bytes,
                               const struct line_cell *cells, size_t n_cells, struct diags *diags);

/* The same of CSV that is known to have commas between its cells. */
struct table *table_read_commas(struct arena *arena, struct arena *keep, const char *name, struct bytes bytes,
                                struct diags *diags);

/* The maps of a list as a table; the other items are left out. */
struct table *table_of_tree(struct arena *arena, const struct value *list);

/* Gives back the memory of cells and rows: nothing else may be asked of the table than its origin. */
void table_close(struct table *table);
/* The same for the cells of one column. */
void table_column_close(struct table *table, size_t column);

/* ---- making one: also for what converts other formats into records ---- */

/* The number of the column with this key, made if there is none. */
size_t table_column(struct table *table, const struct value *key);
/* A new row at this byte (or item), every cell of it absent. */
void table_add_row(struct table *table, size_t at);
/* Puts a text, or one of the numbers above, into a cell of the last row. */
void table_put(struct table *table, size_t column, const char *text, size_t length);
/* The same in any row. */
void table_put_at(struct table *table, size_t column, size_t row, const char *text, size_t length);
void table_put_number(struct table *table, size_t column, uint32_t number);

/* ---- the same rows, seen another way ---- */

/* A table without columns over the rows of another, which must stay; picked: which of them, NULL for all. value: the
 * key of the column that the values will be taken from. like: another over the same rows, with which it shares what
 * both have; NULL: none. */
struct table *table_over(struct arena *arena, struct table *table, const uint32_t *picked, size_t n_picked,
                         const char *value, const struct table *like);
/* A column of the other table under another key. Cells and texts are lent, not copied. */
size_t table_lend(struct table *table, size_t column, const char *key);
/* The same with a text of its own for each of the column's texts; "" is missing. */
size_t table_lend_as(struct table *table, size_t column, const char *key, const char *const *texts);
/* A column that holds this text in every row. */
size_t table_fill(struct table *table, const char *key, const char *text);
/* A column with nothing in it yet, to be filled with table_put_at; its places are those of the other's column. */
size_t table_empty(struct table *table, size_t column, const char *key);

/* ---- reading it ---- */

/* The text of a cell, "" if it has none. */
const char *table_cell(const struct table *table, size_t column, size_t row);
/* The place of a cell, of its row if it is absent. */
struct place table_place(const struct table *table, size_t column, size_t row);
/* The row as a map, on the arena; what was warned of when it was read is not warned of again. */
const struct value *table_row(struct arena *arena, const struct table *table, size_t row);
/* The same row by its byte, without the table. */
const struct value *origin_row(struct arena *arena, const struct origin *origin, size_t offset);

#endif
