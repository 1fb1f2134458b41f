/* oracle_marks.h: names, units, plurals, claims and whiskers: that what is drawn for a value says whose it is, of what
 * kind, and how sure. For oracle_test.c and oracle_briefing_test.c. */
#ifndef ORACLE_MARKS_H
#define ORACLE_MARKS_H

#include "oracle_notes.h"

#include "scene/evidence.h"

/* ---- rows ---- */

static inline bool is_row_kind(const struct drawn *d)
{
	static const char *const kinds[] = { "leaderboard", "bars",   "dots",    "tokens",
		                             "table",       "panels", "heatmap", "distribution" };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(d->kind, kinds[i]))
			return true;
	return false;
}

/* Whose value on what test a datum is; false if it does not say. */
static inline bool cell_of(const struct drawn *d, int datum, size_t *i, size_t *k)
{
	const struct scene_datum *of = &d->scene->evidence->data[datum];
	long m = model_of(d->w, of->name), t = of->column ? test_of(d->w, of->column) : (long)axis(d, 0);
	*i = (size_t)m;
	*k = (size_t)t;
	return m >= 0 && t >= 0;
}

/* The name that a row shows is its model's. */
static inline bool judge_labels(const struct drawn *d)
{
	char shown[TEXT] = "";
	const struct scene *s = d->scene;
	for (size_t i = 0; i < s->n_items && is_row_kind(d); i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_LABEL || item->datum < 0)
			continue;
		const struct scene_item *next = i + 1 < s->n_items ? &s->items[i + 1] : NULL;
		bool more = next && next->kind == SCENE_TEXT && next->role == ROLE_LABEL && next->datum == item->datum;
		snprintf(shown + strlen(shown), sizeof shown - strlen(shown), "%s%s", *shown ? " " : "",
		         item->text.block->text);
		if (more)
			continue;
		for (char *c = shown; *c; c++)
			*c = *c == '\n' ? ' ' : *c;
		if (!str_eq(shown, s->evidence->data[item->datum].name) && test_of(d->w, shown) < 0) {
			tell("the row of %s is called %s\n", s->evidence->data[item->datum].name, shown);
			return false;
		}
		*shown = '\0';
	}
	return true;
}

/* ---- claims ---- */

static inline bool marks_claim(const struct scene_item *item)
{
	if (item->kind == SCENE_TEXT)
		return item->role == ROLE_REMARK &&
		       (strstr(item->text.block->text, tongue->claimed) || strchr(item->text.block->text, '*'));
	return item->role == ROLE_MARK && item->path.pattern == PATTERN_HATCH;
}

/* A value that its maker claims is marked, and no other is. */
static inline bool judge_claim_marks(const struct drawn *d)
{
	const struct scene *s = d->scene;
	for (size_t datum = 0; datum < s->evidence->n_data && is_row_kind(d); datum++) {
		bool marked = false, drawn = false;
		size_t i, k;
		for (size_t n = 0; n < s->n_items; n++) {
			marked |= s->items[n].datum == (int)datum && marks_claim(&s->items[n]);
			drawn |= s->items[n].datum == (int)datum && s->items[n].role == ROLE_VALUE;
		}
		if (drawn && cell_of(d, (int)datum, &i, &k) && marked != d->w->claimed[i][k]) {
			tell("%s on %s is %s\n", d->w->names[i], d->w->tests[k],
			     marked ? "marked as claimed, and is not" : "claimed, and not marked");
			return false;
		}
	}
	return true;
}

/* ---- whiskers ---- */

/* Its two caps have a width of their own, however short the interval is. */
static inline bool judge_whiskers(const struct drawn *d)
{
	const struct scene *s = d->scene;
	for (size_t datum = 0; datum < s->evidence->n_data && is_row_kind(d); datum++) {
		double low = HUGE_VAL, high = -HUGE_VAL, cap = HUGE_VAL;
		int scale = SCENE_NO_SCALE;
		size_t i, k;
		for (size_t n = 0; n < s->n_items; n++) {
			const struct scene_item *item = &s->items[n];
			if (item->role != ROLE_WHISKER || item->datum != (int)datum)
				continue;
			scale = item->scale;
			low = fmin(low, item->path.rect.x);
			high = fmax(high, item->path.rect.x + item->path.rect.w);
			cap = fmin(cap, item->path.rect.w);
		}
		if (scale < 0 || !cell_of(d, (int)datum, &i, &k))
			continue;
		double value = d->w->values[i][k], half = d->w->half[i][k];
		double span = s->evidence->scales[scale].logarithmic ? log10((value + half) / (value - half))
		                                                     : 2 * half,
		       wide = span * fabs(s->evidence->scales[scale].per_unit);
		if (!(d->w->half[i][k] > 0) || fabs(high - low - fmax(wide, 2 * cap)) > 2 + 0.02 * wide) {
			tell("the whisker of %s on %s is %.2f wide, not %.2f\n", d->w->names[i], d->w->tests[k],
			     high - low, wide);
			return false;
		}
	}
	return true;
}

#endif
