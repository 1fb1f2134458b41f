/* range.h: a rectangle of cells, as spreadsheets write it: "B3:F40", "$B$3", "B:F" (whole columns), "3:40" (rows).
 * A plain value; rows and columns count from 0, and both ends belong to it. */
#ifndef READ_RANGE_H
#define READ_RANGE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct range {
	uint32_t top, left, bottom, right;
};

enum { RANGE_LAST_ROW = (1 << 20) - 1, RANGE_LAST_COLUMN = (1 << 14) - 1 };

/* False if text is none. What is written the wrong way round is turned. */
bool range_parse(const char *text, struct range *range);

/* One cell. False if text is none, or lies beyond the last row or column. */
bool range_parse_cell(const char *text, uint32_t *row, uint32_t *column);

/* "AB" for 27. */
const char *range_column(struct arena *arena, uint32_t column);

/* "B3:F40", on the arena. */
const char *range_text(struct arena *arena, struct range range);

static inline bool range_has(struct range range, uint32_t row, uint32_t column)
{
	return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

#endif
