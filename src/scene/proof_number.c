/* Rules D: numbers are printed alike, and as they are. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct scene_measure *measure_of(const struct scene *s, const struct scene_item *item)
{
	const struct scene_datum *d = proof_datum(s, item);
	int m = d ? d->measure : 0;
	return m >= 0 && (size_t)m < s->evidence->n_measures ? &s->evidence->measures[m] : NULL;
}

/* The value that an item prints, the sign of its unit aside. */
static const char *bare_text(struct proofing *p, const struct scene_item *item)
{
	const struct scene_measure *m = measure_of(p->scene, item);
	const char *text = item->text.block->text;
	return m ? number_without_sign(p->arena, p->scene->document.language, text, m->unit) : text;
}

static struct number_printed printed(struct proofing *p, const struct scene_item *item)
{
	const char *text = bare_text(p, item);
	struct number_printed n = number_read(p->scene->document.language, text);
	if (text[n.bytes])
		n.bytes = 0; /* more than a number */
	return n;
}

static void check_value(struct proofing *p, size_t i, bool groups)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_measure *m = measure_of(p->scene, item);
	struct number_printed n = printed(p, item);
	if (n.hyphen) {
		proof_find(p, "D7", i, proof_our_fault, "%s has a hyphen for a minus", proof_name(p, item));
		return;
	}
	if (!n.bytes || !m) {
		proof_find(p, "A9", i, proof_our_fault, "%s is not a number", proof_name(p, item));
		return;
	}
	if (item->change && n.number > 0 && !n.plus)
		proof_find(p, "D7", i, proof_our_fault, "%s is a change without a sign", proof_name(p, item));
	if (n.decimals != m->decimals)
		proof_find(p, "D1", i, proof_our_fault, "%s has %d decimals, the others %d", proof_name(p, item),
		           n.decimals, m->decimals);
	if (n.whole > 3 && groups != n.grouped)
		proof_find(p, "D4", i, proof_our_fault, "%s %s its thousands", proof_name(p, item),
		           groups ? "does not separate" : "separates");
	double scale = pow(10, m->magnitude), step = pow(10, -n.decimals);
	if (fabs(n.number - item->value / scale) > step / 2 + 1e-9 * fmax(1, fabs(n.number)))
		proof_find(p, "A9", i, proof_our_fault, "%s is printed for %.10g", proof_name(p, item), item->value);
}

struct rank_of_value {
	struct number_printed value;
	int rank;
	size_t item;
};

static void check_ties(struct proofing *p, const struct rank_of_value *before, const struct rank_of_value *now)
{
	if (before->rank && now->rank && str_eq(before->value.plain, now->value.plain) && before->rank != now->rank)
		proof_find(p, "D3", now->item, proof_our_fault, "%s ranks %d, the same value above it %d",
		           proof_name(p, &p->scene->items[now->item]), now->rank, before->rank);
}

/* Digits are equally wide, or the column would not align. */
static void check_widths(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	double least = 1e9, most = 0, em = item->text.block->style.size;
	for (size_t r = 0; r < item->text.block->lines[0].n_runs; r++) {
		const struct text_run *run = &item->text.block->lines[0].runs[r];
		if (run->n_glyphs != run->bytes)
			continue; /* not one glyph per byte: no plain number */
		for (size_t k = 0; k + 1 < run->n_glyphs; k++) {
			double advance = run->glyphs[k + 1].x - run->glyphs[k].x;
			if (run->text[k] < '0' || run->text[k] > '9' || run->text[k + 1] < '0' ||
			    run->text[k + 1] > '9')
				continue;
			least = fmin(least, advance);
			most = fmax(most, advance);
		}
	}
	if (most - least > 0.01 * em && least < 1e9)
		proof_find(p, "D9", i, "choose a font with tabular figures",
		           "the figures of %s differ in width by %.3f em", proof_name(p, item), (most - least) / em);
}

/* The sign of a unit appears at one value or at all of them. */
static void check_signs(struct proofing *p)
{
	size_t signs = 0;
	for (size_t i = 0; i < p->scene->n_items; i++)
		if (p->scene->items[i].role == ROLE_VALUE && p->scene->items[i].kind == SCENE_TEXT)
			signs += !str_eq(p->scene->items[i].text.block->text, bare_text(p, &p->scene->items[i]));
	if (signs > 1 && signs < p->scene->evidence->n_data)
		proof_find(p, "D6", p->scene->n_items, proof_our_fault, "%zu values have the sign of their unit",
		           signs);
}

/* Separators are right where values on other pages may reach 10,000; all values of a measure agree anyway. */
static void check_values(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool *grouped = arena_alloc(p->arena, s->evidence->n_measures + 1, sizeof *grouped),
	     *large = arena_alloc(p->arena, s->evidence->n_measures + 1, sizeof *large);
	bool part = s->evidence->rows.elsewhere || s->evidence->rows.told || s->evidence->columns.elsewhere ||
	            s->evidence->columns.told;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_measure *m = measure_of(s, item);
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT || !m)
			continue;
		struct number_printed n = printed(p, item);
		large[m - s->evidence->measures] |= n.whole > 4;
		grouped[m - s->evidence->measures] |= n.grouped;
	}
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_measure *m = measure_of(s, item);
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT)
			continue;
		size_t k = m ? (size_t)(m - s->evidence->measures) : 0;
		check_value(p, i, m && (large[k] || (part && grouped[k])));
		check_widths(p, i);
	}
}

void proof_number(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct rank_of_value before = { .rank = 0 };
	check_signs(p);
	check_values(p);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT || item->datum < 0 ||
		    (size_t)item->datum >= s->evidence->n_data || s->evidence->columns.known > 1)
			continue;
		struct rank_of_value now = { printed(p, item), s->evidence->data[item->datum].rank, i };
		check_ties(p, &before, &now);
		if (now.rank)
			before = now;
	}
}
