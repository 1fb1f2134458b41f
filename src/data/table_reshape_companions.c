/* What is uncertain about the values of a table: its columns beside theirs, or the same cells. */
#include "data/table_reshape.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"

#include <string.h>

bool making_is_mean(const struct making *m, size_t row)
{
	return m->means && m->means[row].n > 1;
}

/* A mean has the uncertainty of its runs together, and not that of one of them. */
static bool takes_companion(const struct making *m, size_t row)
{
	const char *text = table_cell(m->table, m->at, row);
	return *text && !making_is_mean(m, row) && !quantity_is_missing(m->r->b->scratch, text);
}

/* Row by row, w NULL where all are bounds: ends that are offsets become bounds, and what has no value or one end alone
 * has no interval. */
static void put_rows(struct making *m, size_t column, const struct rewritten *w, const char *const *low_texts,
                     const char *const *high_texts, size_t high_column)
{
	const struct table *over = m->table->over;
	size_t low = table_empty(m->table, column, "ci_low"), high = table_empty(m->table, high_column, "ci_high");
	struct arena *scratch = arena_new_below(m->r->b->scratch);
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		const char *a = low_texts[over->columns[column].cells[source]];
		const char *b = high_texts[over->columns[high_column].cells[source]];
		if (!*a || !*b || !takes_companion(m, row))
			continue;
		if (w && w->offsets[over->columns[column].cells[source]]) {
			a = table_sum(scratch, table_cell(m->table, m->at, row), a);
			b = table_sum(scratch, table_cell(m->table, m->at, row), b);
		}
		table_put_at(m->table, low, row, a, strlen(a));
		table_put_at(m->table, high, row, b, strlen(b));
	}
	arena_free(scratch);
}

static void put_half_rows(struct making *m, size_t column, const char *key, const char *const *texts)
{
	size_t at = table_empty(m->table, column, key);
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		const char *text = texts[m->table->over->columns[column].cells[source]];
		if (*text && takes_companion(m, row))
			table_put_at(m->table, at, row, text, strlen(text));
	}
}

/* ---- percent beside fractions ---- */

struct span { /* of numbers */
	double least, most;
	size_t n;
};

static bool number_at(struct arena *arena, const char *text, double *number)
{
	struct quantity q;
	bool percent;
	if (!*text || !quantity_parse(arena, text, &q, &percent))
		return false;
	*number = q.number;
	return true;
}

static void widen(struct span *span, double number)
{
	span->least = span->n && span->least < number ? span->least : number;
	span->most = span->n && span->most > number ? span->most : number;
	span->n++;
}

static struct span span_of(const struct making *m, size_t column, const struct rewritten *w, enum part part)
{
	struct arena *scratch = arena_new_below(m->r->b->scratch);
	struct span span = { 0 };
	double number;
	for (size_t i = TABLE_TEXT; i < w->n; i++)
		if (number_at(scratch, part == PART_VALUE ? table_value_text(m->r, column, w, i) : w->parts[part][i],
		              &number))
			widen(&span, number);
	arena_free(scratch);
	return span;
}

static bool says_percent(const struct making *m, size_t column, const struct rewritten *w)
{
	return w->n_percent || str_eq(m->r->columns[column].head.unit, "percent");
}

static bool are_percent(const struct making *m)
{
	const struct feed *feed = m->r->feed;
	return says_percent(m, m->value->column, &m->w) ||
	       (feed && feed->unit && unit_find(feed->unit) == &unit_percent);
}

/* No value is beyond 1, and no unit says what else they are. */
static bool are_fractions(const struct making *m)
{
	struct span span = span_of(m, m->value->column, &m->w, PART_VALUE);
	const char *unit = m->r->columns[m->value->column].head.unit;
	return !are_percent(m) && span.n && span.least >= 0 && span.most <= 1 && (!unit || str_eq(unit, "fraction"));
}

static void tell_scale(const struct making *m, enum diag_severity severity, size_t column, const char *hint,
                       const char *is, const char *but)
{
	diag_add(m->r->b->diags, severity, m->r->table->columns[column].key.place, hint, "\"%s\" %s \"%s\" %s",
	         table_head_text(m->r, column), is, table_head_text(m->r, m->value->column), but);
}

/* What half widths, or standard errors, are multiplied with; 0 with a warning where nobody knows. most: what none of a
 * fraction can be beyond. */
static double scale_of_halves(const struct making *m, size_t column, const struct rewritten *w, double most)
{
	enum { PERCENT = 100 };
	static const double doubtful = 0.1; /* of percent, what would take a million samples */
	struct span span = span_of(m, column, w, PART_HALF);
	bool percent = says_percent(m, column, w), fractions = are_fractions(m);
	if (!span.n || (percent && are_percent(m)))
		return 1;
	if (percent && fractions) {
		tell_scale(m, DIAG_NOTE, column, NULL, "is in percent, and", "is a fraction: it is divided by 100");
		return 1.0 / PERCENT;
	}
	if (percent) {
		tell_scale(m, DIAG_WARNING, column, "write both with \"%\", or none of them", "is in percent, and",
		           "is not: it is left out");
		return 0;
	}
	if (fractions && span.most > most) {
		tell_scale(m, DIAG_WARNING, column, "if it is in percent, say so in its head: \"(%)\"",
		           "is larger than it can be of a fraction, and", "lies between 0 and 1: it is left out");
		return 0;
	}
	if (!are_percent(m) || span.most >= most || span.most == 0)
		return 1;
	if (span.most < doubtful) {
		tell_scale(m, DIAG_WARNING, column, "say in its head what it is: \"(%)\", or multiply it by 100",
		           "may be a fraction, and", "is in percent: it is left out");
		return 0;
	}
	tell_scale(m, DIAG_NOTE, column, "say so in its head: \"(%)\"", "is taken as percentage points, as", "is");
	return 1;
}

static bool holds(double low, double value, double high, double ratio)
{
	return low * ratio <= value && value <= high * ratio;
}

/* Likewise of two ends, which hold the values. */
static double scale_of_ends(const struct making *m, size_t low, const struct rewritten *a, size_t high,
                            const struct rewritten *b)
{
	struct arena *scratch = arena_new_below(m->r->b->scratch);
	const struct table_column *columns = m->table->over->columns;
	size_t n = 0, plain = 0, more = 0, less = 0;
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		uint32_t cell = columns[low].cells[source];
		double value, from, to;
		if (making_is_mean(m, row) || a->offsets[cell] ||
		    !number_at(scratch, table_cell(m->table, m->at, row), &value) ||
		    !number_at(scratch, a->parts[PART_LOW][cell], &from) ||
		    !number_at(scratch, b->parts[PART_HIGH][columns[high].cells[source]], &to))
			continue;
		n++;
		plain += holds(from, value, to, 1);
		more += holds(from, value, to, 100);
		less += holds(from, value, to, 0.01);
	}
	arena_free(scratch);
	if (plain || !n || (more < n && less < n))
		return 1;
	tell_scale(m, DIAG_NOTE, low, NULL, more == n ? "is a fraction, and" : "is in percent, and",
	           more == n ? "is in percent: both ends are multiplied by 100"
	                     : "is a fraction: both ends are divided by 100");
	return more == n ? 100 : 0.01;
}

/* ---- all of them ---- */

static void put_halves(struct making *m, size_t column, const char *key, struct rewritten *w, double most)
{
	double scale = w->parts[PART_HALF] ? scale_of_halves(m, column, w, most) : 0;
	if (scale == 0)
		return;
	table_rescale(w, PART_HALF, scale);
	put_half_rows(m, column, key, w->parts[PART_HALF]);
}

static void put_ends(struct making *m, size_t low, struct rewritten *a, size_t high, struct rewritten *b)
{
	double scale = scale_of_ends(m, low, a, high, b);
	table_rescale(a, PART_LOW, scale);
	table_rescale(b, PART_HIGH, scale);
	put_rows(m, low, a, a->parts[PART_LOW], b->parts[PART_HIGH], high);
}

void making_put_companions(struct making *m)
{
	struct arena *own = arena_new_below(m->r->b->scratch); /* the table copies what it takes */
	const size_t *companions = m->value->companions;
	size_t ci = companions[KEY_CI], low = companions[KEY_CI_LOW], high = companions[KEY_CI_HIGH],
	       se = companions[KEY_SE], n = companions[KEY_N];
	const bool bounded = low != NO_COLUMN && high != NO_COLUMN;
	if (bounded) {
		struct rewritten a = table_rewrite_companion(own, m->r, low, PART_LOW),
				 b = table_rewrite_companion(own, m->r, high, PART_HIGH);
		put_ends(m, low, &a, high, &b);
	} else if (ci != NO_COLUMN) {
		struct rewritten w = table_rewrite_companion(own, m->r, ci, PART_HALF);
		if (w.parts[PART_LOW])
			put_ends(m, ci, &w, ci, &w);
		put_halves(m, ci, "ci", &w, 1);
	} else {
		if (m->w.parts[PART_LOW])
			put_rows(m, m->value->column, NULL, m->w.parts[PART_LOW], m->w.parts[PART_HIGH],
			         m->value->column);
		if (m->w.parts[PART_HALF])
			put_half_rows(m, m->value->column, "ci", m->w.parts[PART_HALF]);
	}
	if (se != NO_COLUMN) {
		struct rewritten w = table_rewrite_companion(own, m->r, se, PART_HALF);
		put_halves(m, se, "se", &w, 0.5);
	}
	if (n != NO_COLUMN)
		put_half_rows(m, n, "n", table_rewrite_companion(own, m->r, n, PART_HALF).parts[PART_HALF]);
	arena_free(own);
}
