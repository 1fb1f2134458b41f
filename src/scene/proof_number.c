/* Rules D: numbers are printed alike, and as they are. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"

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

static const double slip = 1e-13;          /* of computing, as a part of a number */
static const double slip_of_change = 1e-9; /* of a difference, which loses digits */

/* The decimal places of the plain number that is printed. */
static int places_of(const struct scene_measure *m, const struct number_printed *n)
{
	return n->decimals - (n->power ? n->power : m->magnitude);
}

/* The plain number that is printed. */
static double meant(const struct scene_measure *m, const struct number_printed *n)
{
	return n->power ? n->number : n->number * pow(10, m->magnitude);
}

/* No digit is printed that the source did not give; where one is left out that is not 0, a note says so. */
static void check_digits(struct proofing *p, size_t i, const struct scene_measure *m, const struct number_printed *n)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_datum *d = proof_datum(p->scene, item);
	int places = places_of(m, n);
	if (!d || item->value != d->value)
		return; /* no datum's own value: A9 tells */
	if (n->decimals && places > d->places)
		proof_find(p, "D1", i, proof_our_fault, "%s has %d decimal places, its source gives %d",
		           proof_name(p, item), places, d->places);
	bool less = places < d->places && fabs(meant(m, n) - item->value) > slip * fabs(item->value);
	if (less && !proof_is_said(p->scene, SAYS_ROUNDED))
		proof_find(p, "D1", i, proof_our_fault, "%s is rounded, and no note says so", proof_name(p, item));
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
	check_digits(p, i, m, &n);
	if (n.whole > 3 && groups != n.grouped)
		proof_find(p, "D4", i, proof_our_fault, "%s %s its thousands", proof_name(p, item),
		           groups ? "does not separate" : "separates");
	double step = pow(10, -places_of(m, &n));
	if (fabs(meant(m, &n) - item->value) > step / 2 + slip * fmax(step, fabs(item->value)))
		proof_find(p, "A9", i, proof_our_fault, "%s is printed for %.10g", proof_name(p, item), item->value);
}

struct rank_of_value {
	struct number_printed value;
	int rank;
	bool interval;
	size_t item;
};

/* Where no interval tells them apart. */
static void check_ties(struct proofing *p, const struct rank_of_value *before, const struct rank_of_value *now)
{
	if (!before->interval && !now->interval && before->rank && now->rank &&
	    str_eq(before->value.plain, now->value.plain) && before->rank != now->rank)
		proof_find(p, "D3", now->item, proof_our_fault, "%s ranks %d, the same value above it %d",
		           proof_name(p, &p->scene->items[now->item]), now->rank, before->rank);
}

struct rounding { /* a value, and the number that is printed for it */
	double value, meant;
	size_t item;
};

static int by_value(const void *a, const void *b)
{
	const struct rounding *x = a, *y = b;
	return x->value < y->value ? -1 : x->value > y->value;
}

/* All printed values of a measure, in the order of the values: printed, they are in no other order, and different ones
 * are different unless a note says that they are rounded. */
static void check_rounding(struct proofing *p, int measure)
{
	const struct scene *s = p->scene;
	struct rounding *all = arena_alloc(p->arena, s->n_items + 1, sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d = proof_datum(s, item);
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT || !d || d->measure != measure)
			continue;
		struct number_printed read = printed(p, item);
		if (read.bytes && item->value == d->value)
			all[n++] = (struct rounding){ d->value, meant(&s->evidence->measures[measure], &read), i };
	}
	qsort(all, n, sizeof *all, by_value);
	bool said = proof_is_said(s, SAYS_ROUNDED);
	double largest = n ? fmax(fabs(all[0].value), fabs(all[n - 1].value)) : 0;
	for (size_t i = 1; i < n; i++) {
		double apart = all[i].value - all[i - 1].value, shown = all[i].meant - all[i - 1].meant;
		const struct scene_item *above = &s->items[all[i - 1].item];
		double size = fmax(fabs(all[i].value), fabs(all[i - 1].value)),
		       same = above->change ? slip_of_change * largest : slip * size;
		if (apart > same && shown < -same)
			proof_find(p, "D3", all[i].item, proof_our_fault, "%s is printed below \"%s\", but is larger",
			           proof_name(p, &s->items[all[i].item]), above->text.block->text);
		if (apart > same && fabs(shown) <= same && !said)
			proof_find(p, "D3", all[i].item, proof_our_fault,
			           "%s is printed for two different values, and no note says that it is rounded",
			           proof_name(p, &s->items[all[i].item]));
	}
}

/* True of values that stand one below the other: in a column of numbers, or beside a slope. Those at the ends of marks
 * stand where the marks end. */
static bool is_stacked(const struct scene *s, const struct scene_item *value)
{
	bool slope = s->evidence->n_scales && s->evidence->scales[0].vertical && !s->evidence->scatter &&
	             !s->evidence->upright;
	return slope || !s->evidence->data[value->datum].marked;
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

/* The sign of a unit appears at one value or at all of them, that of a currency at all. */
static void check_signs(struct proofing *p, int measure)
{
	const struct scene *s = p->scene;
	const struct unit *unit = s->evidence->measures[measure].unit;
	size_t signs = 0, printed_values = 0, bare = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_datum *d = proof_datum(s, &s->items[i]);
		if (s->items[i].role != ROLE_VALUE || s->items[i].kind != SCENE_TEXT || !d || d->measure != measure)
			continue;
		bool is_signed = !str_eq(s->items[i].text.block->text, bare_text(p, &s->items[i]));
		printed_values++;
		signs += is_signed;
		bare = is_signed ? bare : i;
	}
	if (unit->money && signs < printed_values)
		proof_find(p, "D6", bare, proof_our_fault, "%s is money without the sign of its currency",
		           proof_name(p, &s->items[bare]));
	else if (signs > 1 && signs < printed_values)
		proof_find(p, "D6", s->n_items, proof_our_fault, "%zu values have the sign of their unit", signs);
}

/* Separators are right where values on other pages may reach 10,000; all values of a measure agree anyway. Money has
 * them from 1,000. */
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
		large[m - s->evidence->measures] |= n.whole > (m->unit->money ? 3 : 4);
		grouped[m - s->evidence->measures] |= n.grouped;
	}
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_measure *m = measure_of(s, item);
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT)
			continue;
		size_t k = m ? (size_t)(m - s->evidence->measures) : 0;
		check_value(p, i, m && (large[k] || (part && grouped[k])));
		if (is_stacked(s, item))
			check_widths(p, i);
	}
}

/* ---- A9: how many times the best ---- */

/* The best value that has a rank, on whatever page it is; 0 if there is none. */
static double best_of(const struct scene_evidence *e)
{
	double best = 0;
	for (size_t i = 0; i < e->n_known + e->n_data; i++) {
		bool known = i < e->n_known;
		const struct scene_datum *d = known ? NULL : &e->data[i - e->n_known];
		double value = known ? e->known[i].value : d->value;
		bool ranked = known ? e->known[i].rank && !e->known[i].claimed : d->present && d->rank && !d->claimed;
		if (ranked && (best == 0 || (e->lower ? value < best : value > best)))
			best = value;
	}
	return best;
}

static void check_multiple(struct proofing *p, size_t i)
{
	const struct scene *s = p->scene;
	const struct scene_item *item = &s->items[i];
	const struct scene_datum *d = proof_datum(s, item);
	if (!(item->says & SAYS_MULTIPLE) || item->kind != SCENE_TEXT)
		return;
	double value = d ? d->value : 0, best = best_of(s->evidence), low = fmin(value, best);
	struct number_printed n = { .bytes = 0 };
	if (proof_says(s, item, SAYS_MULTIPLE))
		n = number_read(s->document.language, item->text.block->text + strlen(PROOF_TIMES));
	double times = low > 0 ? fmax(value, best) / low : 0, half = pow(10, -n.decimals) / 2;
	if (!n.bytes || times == 0 || fabs(n.number - times) > half * (1 + slip_of_change))
		proof_find(p, "A9", i, proof_our_fault, "%s says how many times the best it is, which is %.10g",
		           proof_name(p, item), times);
}

void proof_number(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct rank_of_value before = { .rank = 0 };
	check_values(p);
	for (size_t i = 0; i < s->evidence->n_measures; i++) {
		check_signs(p, (int)i);
		check_rounding(p, (int)i);
	}
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		check_multiple(p, i);
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT || item->datum < 0 ||
		    (size_t)item->datum >= s->evidence->n_data || s->evidence->columns.known > 1)
			continue;
		const struct scene_datum *datum = &s->evidence->data[item->datum];
		struct rank_of_value now = { printed(p, item), datum->rank, datum->interval, i };
		check_ties(p, &before, &now);
		if (now.rank)
			before = now;
	}
}
