/* Which rows and columns of a table are shown, and what is left out between them. */
#include "chart/kind.h"
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>

struct extremes { /* rows, ROWS_NONE at first; and their values */
	size_t longest, most, least;
	double length, high, low;
};

static void meet(struct extremes *e, size_t row, double value)
{
	if (e->longest == ROWS_NONE || fabs(value) > e->length)
		*e = (struct extremes){ row, e->most, e->least, fabs(value), e->high, e->low };
	if (e->most == ROWS_NONE || value > e->high)
		e->most = row, e->high = value;
	if (e->least == ROWS_NONE || value < e->low)
		e->least = row, e->low = value;
}

void rows_keep_extremes(struct arena *arena, struct rows_table *t)
{
	struct extremes e = { ROWS_NONE, ROWS_NONE, ROWS_NONE, 0, 0, 0 };
	size_t *keep = arena_alloc(arena, 3, sizeof *keep);
	for (size_t r = 0; r < t->n_rows; r++)
		for (size_t c = 0; c < t->n_columns; c++)
			for (size_t s = 0; s < t->n_series && t->columns[c].data; s++)
				if (rows_cell(t, r, c, s)->present)
					meet(&e, r, rows_cell(t, r, c, s)->value);
	keep[0] = e.longest;
	keep[1] = t->sorted < 0 ? e.least : e.most;
	keep[2] = t->sorted < 0 ? e.most : e.least;
	t->keep = keep;
	t->n_keep = 3;
	t->n_must = t->sorted ? 2 : 1;
}

static size_t least_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void take(struct rows_plan *p, size_t row, size_t most, size_t *n)
{
	if (*n >= most || row >= p->table->n_rows || p->taken[row])
		return;
	p->taken[row] = true;
	++*n;
}

void rows_choose(struct rows_plan *p, size_t n)
{
	const struct rows_table *t = p->table;
	size_t most = least_of(n, t->n_rows), taken = 0, next = 0;
	for (size_t i = 0; i < t->n_rows; i++)
		p->taken[i] = false;
	for (size_t i = 0; i < t->n_keep; i++)
		take(p, t->keep[i], most, &taken);
	for (size_t i = 0; i < t->n_rows && taken < most; i++)
		take(p, t->turns ? t->turns[i] : i, most, &taken);
	p->n_rows = 0;
	for (size_t i = 0; i < t->n_rows; i++) {
		if (!p->taken[i])
			continue;
		p->left_out[p->n_rows] = i - next;
		p->gaps |= i > next;
		p->rows[p->n_rows++] = i;
		next = i + 1;
	}
}

/* n columns of data, those that a title counts before others, and those without data among them. */
void rows_choose_columns(struct rows_plan *p, size_t n)
{
	const struct rows_table *t = p->table;
	size_t counted = 0;
	for (size_t i = 0; i < t->n_columns; i++)
		counted += t->columns[i].data && t->columns[i].counted;
	counted = least_of(counted, n);
	size_t others = n - counted;
	p->n_columns = 0;
	for (size_t i = 0; i < t->n_columns; i++) {
		size_t *left = t->columns[i].counted ? &counted : &others;
		if (t->columns[i].data && *left == 0)
			continue;
		*left -= t->columns[i].data;
		p->columns[p->n_columns++] = i;
	}
}

size_t rows_columns_shown(const struct rows_plan *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n_columns; i++)
		n += rows_shown_column(p, i)->data;
	return n;
}

bool rows_check_asked(struct rows_plan *p)
{
	const struct chart_naming *naming = chart_naming_of(p->request);
	size_t asked = p->request->rows;
	rows_choose(p, p->table->n_must);
	p->n_must = p->n_rows;
	if (!asked || asked >= p->n_must)
		return true;
	diag_add(p->diags, DIAG_ERROR, place_file(NULL),
	         arena_printf(p->arena, "ask for %zu rows or more with %s", p->n_must, naming->rows),
	         "the focus, the best and the largest value take %zu rows, not %zu", p->n_must, asked);
	return false;
}

static const char *group_at(const struct rows_plan *p, size_t row)
{
	return p->table->groups[p->rows[row]];
}

bool rows_is_headed(const struct rows_plan *p, size_t from, size_t row)
{
	return p->table->groups && (row == from || !str_eq(group_at(p, row), group_at(p, row - 1)));
}

bool rows_gap_leaves_group(const struct rows_plan *p, size_t row)
{
	const char *const *groups = p->table->groups;
	size_t to = p->rows[row], first = to - p->left_out[row];
	return groups && p->left_out[row] && !str_eq(groups[first], groups[to]) &&
	       !(first && str_eq(groups[to - 1], groups[first - 1]));
}

bool rows_is_continued(const struct rows_plan *p, size_t from, size_t row)
{
	return p->table->groups && row == from && row && str_eq(group_at(p, row), group_at(p, row - 1));
}

double rows_tall(const struct rows_plan *p, double pitch, size_t from, size_t n)
{
	double tall = pitch * (double)n;
	for (size_t i = from; i < from + n && (p->gaps || p->table->groups); i++)
		tall += (p->left_out[i] ? p->gap : 0) + (rows_is_headed(p, from, i) ? p->group_head : 0);
	return tall;
}
