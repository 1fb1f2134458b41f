#include "read/range.h"

#include "base/arena.h"
#include "base/diag.h"

/* Column letters and row digits at *p, each optional; moves past them. False past the last. */
static bool take_corner(const char **p, uint32_t *row, uint32_t *column, bool *has_row, bool *has_column)
{
	uint32_t c = 0, r = 0;
	*p += **p == '$';
	for (; (**p | 0x20) >= 'a' && (**p | 0x20) <= 'z'; ++*p)
		if ((c = c * 26 + (uint32_t)((**p | 0x20) - 'a') + 1) > RANGE_LAST_COLUMN + 1)
			return false;
	*p += **p == '$';
	if (**p == '0')
		return false;
	for (; **p >= '0' && **p <= '9'; ++*p)
		if ((r = r * 10 + (uint32_t)(**p - '0')) > RANGE_LAST_ROW + 1)
			return false;
	*has_row = r > 0;
	*has_column = c > 0;
	*row = r ? r - 1 : 0;
	*column = c ? c - 1 : 0;
	return r || c;
}

static void order(uint32_t *low, uint32_t *high)
{
	if (*low <= *high)
		return;
	uint32_t other = *low;
	*low = *high;
	*high = other;
}

bool range_parse(const char *text, struct range *range)
{
	struct range r = { 0 };
	bool rows, columns, rows_too, columns_too;
	if (!take_corner(&text, &r.top, &r.left, &rows, &columns))
		return false;
	r.bottom = r.top;
	r.right = r.left;
	if (!*text && !(rows && columns))
		return false;
	if (*text) {
		if (*text++ != ':' || !take_corner(&text, &r.bottom, &r.right, &rows_too, &columns_too) || *text ||
		    rows != rows_too || columns != columns_too)
			return false;
	}
	if (!rows)
		r.bottom = RANGE_LAST_ROW;
	if (!columns)
		r.right = RANGE_LAST_COLUMN;
	order(&r.top, &r.bottom);
	order(&r.left, &r.right);
	*range = r;
	return true;
}

bool range_parse_cell(const char *text, uint32_t *row, uint32_t *column)
{
	bool has_row, has_column;
	return take_corner(&text, row, column, &has_row, &has_column) && has_row && has_column && !*text;
}

const char *range_column(struct arena *arena, uint32_t column)
{
	char letters[8];
	place_letters((int)column + 1, letters);
	return arena_strdup(arena, letters);
}

const char *range_text(struct arena *arena, struct range range)
{
	return arena_printf(arena, "%s%u:%s%u", range_column(arena, range.left), range.top + 1,
	                    range_column(arena, range.right), range.bottom + 1);
}
