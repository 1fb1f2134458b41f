/* oracle_pages.h: the pages of a chart: values, ranks, directions, notes, title and alt text, held against the oracle's
 * data. For oracle_test.c and oracle_briefing_test.c. */
#ifndef ORACLE_PAGES_H
#define ORACLE_PAGES_H

#include "oracle_marks.h"

#include "chart/chart.h"
#include "chart/kind.h"

static inline bool is_rounded(const struct scene *s)
{
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].kind == SCENE_TEXT && s->items[i].role == ROLE_NOTE &&
		    strstr(s->items[i].text.block->text, tongue->rounded))
			return true;
	return false;
}

/* The printed values of a chart of one benchmark: each is its model's, in the digits of the source or fewer, and fewer
 * only where a note says so. */
static inline bool judge_values(const struct drawn *d, size_t k)
{
	bool ok = true, rounded = is_rounded(d->scene);
	for (size_t i = 0; i < d->scene->n_items && ok; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_VALUE || item->datum < 0 || item->change)
			continue;
		const char *name = d->scene->evidence->data[item->datum].name, *text = item->text.block->text;
		long m = model_of(d->w, name);
		struct number n = number_beside(d->scene, item);
		bool exact = m >= 0 && fabs(n.value - d->w->values[m][k]) <= 1e-9 * fabs(n.value);
		ok = m >= 0 && says(n, d->w->values[m][k]) && unit_fits(d->w, text, k) && (exact || rounded) &&
		     (n.decimals <= d->w->decimals[m][k] || n.unit_of_last >= 1000);
		if (!ok)
			tell("%s prints %s for %.*f%s\n", name, text, m < 0 ? 0 : d->w->decimals[m][k],
			     m < 0 ? 0.0 : d->w->values[m][k], rounded ? ", rounded" : "");
	}
	return ok;
}

/* "3", "=3" or "3–5". */
static inline bool reads_rank(const struct world *w, const char *text, size_t m, size_t k)
{
	bool shared = *text == '=';
	char *end;
	size_t from = strtoul(text + shared, &end, 10), last = last_of(w, m, k);
	if (last > rank_of(w, m, k))
		return from == rank_of(w, m, k) && strncmp(end, "–", strlen("–")) == 0 &&
		       strtoul(end + strlen("–"), NULL, 10) == last;
	return from == rank_of(w, m, k) && !*end && shared == is_tied(w, m, k);
}

/* The printed ranks are those of the values, and there are none where nobody knows what is better. */
static inline bool judge_ranks(const struct drawn *d, size_t k)
{
	bool ok = true;
	for (size_t i = 0; i < d->scene->n_items && ok; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_RANK || item->datum < 0)
			continue;
		const char *name = d->scene->evidence->data[item->datum].name, *text = item->text.block->text;
		long m = model_of(d->w, name);
		const char *digits = strpbrk(text, "0123456789");
		if (m >= 0 && !digits && !is_ranked(d->w, (size_t)m, k))
			continue; /* a dash */
		ok = m >= 0 && d->w->better[k] && digits && reads_rank(d->w, text, (size_t)m, k);
		if (!ok)
			tell("%s has the rank %s\n", name, text);
	}
	return ok;
}

/* The direction is said once where it is known, and is the right one. */
static inline bool judge_direction(const struct drawn *d, size_t k)
{
	int higher = 0, lower = 0;
	for (size_t i = 0; i < d->scene->n_items; i++) {
		const struct scene_item *item = &d->scene->items[i];
		bool counts = item->role == ROLE_DIRECTION || item->role == ROLE_SUBTITLE || item->role == ROLE_HEADING;
		if (item->kind != SCENE_TEXT || !counts)
			continue;
		higher += strstr(item->text.block->text, tongue->higher) != NULL;
		lower += strstr(item->text.block->text, tongue->lower) != NULL;
	}
	bool ok = higher == (d->w->better[k] > 0) && lower == (d->w->better[k] < 0);
	if (!ok)
		tell("higher is better: said %d times, lower: %d times; true is %d\n", higher, lower, d->w->better[k]);
	return ok;
}

/* ---- cells of several tests ---- */

/* The model whose bar it is, where rows are tests: a remark beside it says so. */
static inline long model_beside(const struct drawn *d, long datum)
{
	for (size_t i = 0; i < d->scene->n_items; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind == SCENE_TEXT && item->datum == datum && item->role != ROLE_VALUE &&
		    model_of(d->w, item->text.block->text) >= 0)
			return model_of(d->w, item->text.block->text);
	}
	return -1;
}

/* One of those that are drawn, if the text does not say which. */
static inline bool is_cell(const struct drawn *d, struct number n, long m, long k, bool rounded)
{
	for (size_t i = 0; i < d->w->models; i++) {
		double value = d->w->values[i][k];
		bool exact = fabs(n.value - value) <= 1e-9 * fabs(n.value);
		if ((m < 0 || m == (long)i) && d->w->present[i][k] && says(n, value) && (exact || rounded) &&
		    (n.decimals <= d->w->decimals[i][k] || n.unit_of_last >= 1000))
			return true;
	}
	return false;
}

static inline bool is_gap(const struct drawn *d, struct number n, long k)
{
	size_t i = (size_t)d->focus, j = runner_up(d->w, i, (size_t)k);
	return says(n, (d->w->values[i][k] - d->w->values[j][k]) * d->w->better[k]);
}

static inline bool judge_cells(const struct drawn *d)
{
	bool ok = true, rounded = is_rounded(d->scene);
	for (size_t i = 0; i < d->scene->n_items && ok; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_VALUE || item->datum < 0)
			continue;
		const struct scene_datum *datum = &d->scene->evidence->data[item->datum];
		const char *text = item->text.block->text;
		long m = model_of(d->w, datum->name), k = test_of(d->w, datum->name);
		k = k < 0 && datum->column ? test_of(d->w, datum->column) : k;
		m = m < 0 ? model_beside(d, item->datum) : m;
		k = k < 0 && count_asked(d) == 1 ? (long)axis(d, 0) : k;
		ok = k >= 0 && (str_eq(d->kind, "gap") ? is_gap(d, number_of(text), k)
		                                       : is_cell(d, number_of(text), m, k, rounded));
		if (!ok)
			tell("%s, %s prints %s\n", datum->name, datum->column ? datum->column : "", text);
	}
	return ok;
}

/* Every model that the title or the alt text names has a row. */
static inline bool judge_names(const struct drawn *d, const char *what, const char *text)
{
	for (size_t i = 0; i < d->w->models; i++) {
		const char *at = strstr(text, d->w->names[i]);
		const char *end = at ? at + strlen(d->w->names[i]) : NULL;
		bool longer = end && (str_starts(end, " Large") || str_starts(end, " Mini") ||
		                      str_starts(end, " Pro") || str_starts(end, " Ultra") || str_starts(end, " high"));
		if (at && !longer && !d->shown[i] && !d->absent[i]) {
			tell("the %s names %s, which has no row: %s\n", what, d->w->names[i], text);
			return false;
		}
	}
	return true;
}

static inline void collect_shown(struct drawn *d, const struct chart_pages *pages)
{
	for (size_t p = 0; p < pages->count; p++)
		for (size_t i = 0; i < pages->items[p]->evidence->n_data; i++) {
			long m = model_of(d->w, pages->items[p]->evidence->data[i].name);
			if (m >= 0)
				d->shown[m] = true;
		}
}

/* "" if there is none. */
static inline const char *focus_name(const struct chart_pages *pages, const struct chart_request *q)
{
	return q->focus ? variant_full_name(pages->items[0]->arena, q->focus) : "";
}

static inline bool judge_pages(const struct world *w, const struct chart_pages *pages, const struct chart_request *q)
{
	const char *focus = focus_name(pages, q);
	struct drawn d = { .w = w, .asked = { true }, .drawn = { true }, .focus = -1, .kind = q->kind->name };
	bool ok = true;
	collect_shown(&d, pages);
	for (size_t p = 0; p < pages->count && ok; p++) {
		d.scene = pages->items[p];
		ok = judge_values(&d, 0) && judge_ranks(&d, 0) && judge_direction(&d, 0) && judge_notes(&d) &&
		     judge_labels(&d) && judge_claim_marks(&d) && judge_whiskers(&d);
	}
	d.scene = pages->items[0];
	char title[TEXT];
	snprintf(title, sizeof title, "%s", d.scene->document.title);
	for (size_t i = 0; i < w->models; i++) /* a focus without a value has no row, and the title says so */
		d.absent[i] |= str_eq(focus, w->names[i]) && !w->present[i][0];
	if (!q->title.text)
		ok = judge(&d, "title", title, tongue->titles) && ok;
	ok = judge_alt(&d, d.scene->document.alt) && ok;
	return judge_names(&d, "title", title) && judge_names(&d, "alt text", d.scene->document.alt) && ok;
}

static inline void collect_drawn(struct drawn *d, const struct chart_pages *pages)
{
	collect_shown(d, pages);
	for (size_t k = 0; k < TESTS && str_eq(d->kind, "stacked"); k++)
		d->drawn[k] = d->asked[k]; /* as parts, whatever their length */
	for (size_t p = 0; p < pages->count; p++) {
		const struct scene *s = pages->items[p];
		for (size_t i = 0; i < s->evidence->n_data; i++) {
			const char *column = s->evidence->data[i].column;
			long row = test_of(d->w, s->evidence->data[i].name), k = column ? test_of(d->w, column) : -1;
			if (row >= 0 || k >= 0)
				d->drawn[row >= 0 ? row : k] = true;
		}
		for (size_t i = 0; i < s->n_items; i++) { /* series have names beside their bars, or in a key */
			const struct scene_item *item = &s->items[i];
			const char *text = item->kind == SCENE_TEXT ? item->text.block->text : "",
				   *absent = strstr(text, ", ");
			bool names = item->role == ROLE_REMARK || item->role == ROLE_KEY || item->role == ROLE_ABSENT;
			long m = names ? model_of(d->w, absent ? absent + 2 : text) : -1;
			char before[TEXT]; /* "Aster, claimed" */
			snprintf(before, sizeof before, "%.*s", (int)strcspn(text, ","), text);
			m = names && m < 0 ? model_of(d->w, before) : m;
			if (m >= 0)
				d->shown[m] = true;
		}
	}
}

static inline bool judge_grid_pages(const struct world *w, const struct chart_pages *pages,
                                    const struct chart_request *q, const bool asked[TESTS])
{
	struct drawn d = { .w = w, .focus = model_of(w, focus_name(pages, q)), .kind = q->kind->name };
	bool ok = true;
	memcpy(d.asked, asked, sizeof d.asked);
	collect_drawn(&d, pages);
	for (size_t p = 0; p < pages->count && ok; p++) {
		d.scene = pages->items[p];
		ok = (str_eq(d.kind, "stacked") ? judge_stacks(&d) : judge_cells(&d)) && judge_notes(&d) &&
		     judge_grid_direction(&d) && judge_heads(&d) && judge_labels(&d) && judge_claim_marks(&d) &&
		     judge_whiskers(&d);
	}
	d.scene = pages->items[0];
	if (!q->title.text)
		ok = judge_grid_title(&d, d.scene->document.title) && ok;
	return judge_grid_alt(&d, d.scene->document.alt) && ok;
}

#endif
