/* sniff.h: what a table is written with, decided by what it holds: the separator of its cells, and which mark of a
 * column's numbers starts the decimal places.
 *
 * "71,5" and "1,427" look alike, and a wrong guess is a thousand times off. So nothing is decided by one cell: all
 * numbers of a column are counted, a column that only has numbers such as "1,427" is decided by the other columns of
 * its table, and a column that has both kinds is decided by nobody. */
#ifndef READ_SNIFF_H
#define READ_SNIFF_H

#include <stddef.h>

struct arena;

/* ',', ';', '|' or a tab: what cuts the first lines into the same number of cells, quoted cells counted as one. */
char sniff_separator(const char *bytes, size_t size);

/* The byte at which the row of heads starts: people write titles and comments above a table, and Excel "sep=;". 0 if
 * nothing is above it, or nothing tells what the table is. */
size_t sniff_start(const char *bytes, size_t size, char separator);

/* How many texts of a column only one of the marks explains. */
struct sniff_marks {
	size_t point, comma; /* 71.5 and 1,234.5 and 1,234,567; 71,5 and 1.234,5 and 1.234.567 */
	size_t either;       /* 1,427: thousands, or three decimal places */
	size_t dotted;       /* 1.427: the same, where commas start decimal places */
	const char *a_point, *a_comma, *an_either, *a_dotted; /* the first of each; NULL: none */
};

/* Counts the number in a text: signs, units and what else stands around it are passed over. */
void sniff_count(struct sniff_marks *marks, const char *text);

enum sniff_decimal { SNIFF_POINT, SNIFF_COMMA, SNIFF_UNDECIDED, SNIFF_BOTH };

/* column: of one column; table: of all columns of the table together. UNDECIDED: nothing but numbers such as 1,427 or
 * 1.427 in a table whose cells are separated by what is usual where the comma starts decimal places: semicolons, and
 * for 1,427 tabs. */
enum sniff_decimal sniff_decide(const struct sniff_marks *column, const struct sniff_marks *table, char separator);

/* The text with its numbers written with a decimal point and no marks of thousands. */
char *sniff_with_point(struct arena *arena, const char *text);

#endif
