/* Rules A and G: the drawing tells the truth. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "words/number.h"
#include "words/number_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct scene_scale *scale_of(const struct scene *scene, const struct scene_item *item)
{
	return item->scale >= 0 && (size_t)item->scale < scene->evidence->n_scales
	               ? &scene->evidence->scales[item->scale]
	               : NULL;
}

static double half_pixel(const struct scene *scene)
{
	return (scene->pixel > 0 ? scene->pixel / 2 : 0.05) + 1e-6;
}

static const double whole_bar = 100; /* the bar of a row whose parts are shares */

/* A bar as if it lay: upwards is to the right. */
static struct rect lying(const struct scene_scale *scale, struct rect r)
{
	return scale && scale->vertical ? (struct rect){ -rect_bottom(r), r.x, r.h, r.w } : r;
}

static double place_of(const struct scene_scale *scale, double value)
{
	return scale->zero + scale->per_unit * (scale->logarithmic ? log10(value) : value);
}

static void check_bar(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_scale *given = scale_of(p->scene, item), *scale = given;
	struct scene_scale turned;
	if (given && given->vertical) {
		turned = *given;
		turned.zero = -given->zero;
		turned.per_unit = -given->per_unit;
		scale = &turned;
	}
	struct rect r = lying(given, item->path.rect);
	double near = half_pixel(p->scene);
	if (!scale) {
		proof_find(p, "A9", i, proof_our_fault, "%s has no scale", proof_name(p, item));
		return;
	}
	bool left = fabs(r.x - scale->zero) <= near, right = fabs(rect_right(r) - scale->zero) <= near;
	if (!left && !right)
		proof_find(p, "A1", i, proof_our_fault, "%s starts %.2f points from zero", proof_name(p, item),
		           fmin(fabs(r.x - scale->zero), fabs(rect_right(r) - scale->zero)));
	double should = fabs(item->value) * scale->per_unit;
	if (fabs(r.w - should) > fmax(2 * near, should * 0.005))
		proof_find(p, "A2", i, proof_our_fault, "%s is %.2f points long; its value calls for %.2f",
		           proof_name(p, item), r.w, should);
	double tip = item->value < 0 ? r.x : rect_right(r), value = (tip - scale->zero) / scale->per_unit;
	if (fabs(value - item->value) * scale->per_unit > 2 * near)
		proof_find(p, "A9", i, proof_our_fault, "%s reads as %.6g, the datum is %.6g", proof_name(p, item),
		           value, item->value);
	const struct scene_datum *d = proof_datum(p->scene, item);
	double of = d && p->scene->evidence->shares ? whole_bar : d ? d->value : item->value;
	if (fabs(of - item->value) > 1e-9 * fmax(1, fabs(item->value)))
		proof_find(p, "A9", i, proof_our_fault, "%s stands for %.6g, the datum is %.6g", proof_name(p, item),
		           item->value, of);
	if (!rect_contains(scale->plot, item->path.rect, near) && !item->outlier)
		proof_find(p, "A6", i, "choose a larger --size", "%s extends beyond its plot", proof_name(p, item));
}

/* A line of reference lies at its value. */
static void check_reference(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_scale *scale = scale_of(p->scene, item);
	struct rect r = item->path.rect;
	double at = scale && scale->vertical ? r.y + r.h / 2 : r.x + r.w / 2,
	       value = scale && scale->logarithmic ? log10(item->value) : item->value;
	if (!scale)
		proof_find(p, "A9", i, proof_our_fault, "%s has no scale", proof_name(p, item));
	else if (fabs(at - (scale->zero + scale->per_unit * value)) > 2 * half_pixel(p->scene))
		proof_find(p, "A9", i, proof_our_fault, "%s is %.2f points off its value %.6g", proof_name(p, item),
		           fabs(at - (scale->zero + scale->per_unit * value)), item->value);
}

/* A band lies from one of its values to the other, an edge at its own. */
static void check_range(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_scale *scale = scale_of(p->scene, item);
	struct rect r = item->path.rect;
	if (!scale) {
		proof_find(p, "A9", i, proof_our_fault, "%s has no scale", proof_name(p, item));
		return;
	}
	bool edge = item->low == item->high;
	double a = place_of(scale, item->low), b = place_of(scale, item->high);
	double from = scale->vertical ? r.y : r.x, to = scale->vertical ? rect_bottom(r) : rect_right(r);
	double off = edge ? fabs((from + to) / 2 - a) : fmax(fabs(from - fmin(a, b)), fabs(to - fmax(a, b)));
	if (!(off <= 2 * half_pixel(p->scene)))
		proof_find(p, "A9", i, proof_our_fault, "%s is %.2f points off its values %.6g and %.6g",
		           proof_name(p, item), off, item->low, item->high);
}

struct bar {
	int scale;
	double value, length;
	size_t item;
};

/* Of equal values the longest bar last: the next value is held against it. */
static int by_scale_and_value(const void *a, const void *b)
{
	const struct bar *x = a, *y = b;
	if (x->scale != y->scale)
		return x->scale < y->scale ? -1 : 1;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	if (x->length != y->length)
		return x->length < y->length ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static void check_order(struct proofing *p, struct bar *bars, size_t n)
{
	qsort(bars, n, sizeof *bars, by_scale_and_value);
	for (size_t i = 1; i < n; i++)
		if (bars[i].scale == bars[i - 1].scale && bars[i].value > bars[i - 1].value &&
		    bars[i].length < bars[i - 1].length - 1e-6)
			proof_find(p, "A3", bars[i].item, proof_our_fault, "%s is shorter than that of a smaller value",
			           proof_name(p, &p->scene->items[bars[i].item]));
}

static bool same_unit(const struct scene_scale *a, const struct scene_scale *b)
{
	return a->measure >= 0 && a->measure == b->measure;
}

static void check_scales(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->evidence->n_scales; i++)
		for (size_t j = 0; j < i; j++) {
			const struct scene_scale *a = &s->evidence->scales[i], *b = &s->evidence->scales[j];
			double ratio = a->per_unit / b->per_unit;
			if (a->vertical == b->vertical &&
			    rect_overlaps(rect_grow(a->plot, -0.5), rect_grow(b->plot, -0.5)))
				proof_find(p, "A8", s->n_items, proof_our_fault, "two scales share one plot");
			if (same_unit(a, b) && (ratio > 1.001 || ratio < 1 / 1.001))
				proof_find(p, "A5", s->n_items, proof_our_fault,
				           "two scales of %s differ by a factor of %.3f", a->unit->name, ratio);
		}
}

/* A log scale is for positions only, over a wide range, and a word says so. */
static void check_log(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool said = false, needed = false;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_scale *scale = scale_of(s, item);
		if (item->role == ROLE_MARK && scale && scale->logarithmic)
			proof_find(p, "A4", i, proof_our_fault, "%s is on a log scale", proof_name(p, item));
		said |= proof_says(s, item, SAYS_LOG);
	}
	for (size_t i = 0; i < s->evidence->n_scales; i++) {
		if (!s->evidence->scales[i].logarithmic)
			continue;
		needed = true;
		if (!(s->evidence->scales[i].low > 0) ||
		    (!s->evidence->scales[i].asked && s->evidence->scales[i].high / s->evidence->scales[i].low < 29.9))
			proof_find(p, "A4", s->n_items, proof_our_fault,
			           "a log scale spans %g to %g, a factor of less than 30", s->evidence->scales[i].low,
			           s->evidence->scales[i].high);
	}
	if (needed && !said)
		proof_find(p, "A4", s->n_items, proof_our_fault, "no word says that a scale is logarithmic");
}

/* ---- A10, G1: nothing is dropped, nothing is made up ---- */

struct told { /* what stands for a datum */
	int marks, values, words, labels;
};

static void check_datum(struct proofing *p, const struct scene_datum *d, const struct told *told)
{
	size_t whole = p->scene->n_items;
	if (d->present && d->marked && told->marks != 1)
		proof_find(p, "A10", whole, proof_our_fault, "\"%s\" has %d marks", d->name, told->marks);
	if (d->present && !d->marked && told->values != 1)
		proof_find(p, "A10", whole, proof_our_fault, "\"%s\" has %d printed values", d->name, told->values);
	if (!d->present && (told->marks || told->values || told->words != 1))
		proof_find(p, "G1", whole, proof_our_fault, "\"%s\" has no value, but %d marks and %d words for it",
		           d->name, told->marks + told->values, told->words);
}

static void check_extent(struct proofing *p, const char *what, const struct scene_extent *e, size_t drawn)
{
	if (drawn != e->here || drawn + e->elsewhere + e->told != e->known)
		proof_find(p, "A10", p->scene->n_items, proof_our_fault,
		           "of %zu %s, %zu are drawn here, %zu elsewhere and %zu mentioned", e->known, what, drawn,
		           e->elsewhere, e->told);
}

static void check_rows(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct told *told = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *told);
	size_t most_rows = s->evidence->n_data + 1, most_columns = s->evidence->columns.known + 1;
	bool *rows = arena_alloc(p->arena, most_rows, sizeof *rows),
	     *columns = arena_alloc(p->arena, most_columns, sizeof *columns);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->datum < 0 || (size_t)item->datum >= s->evidence->n_data)
			continue;
		struct told *t = &told[item->datum];
		t->marks += item->role == ROLE_MARK || item->role == ROLE_DOT;
		t->values += item->role == ROLE_VALUE;
		t->words += item->role == ROLE_ABSENT;
		t->labels += item->role == ROLE_LABEL;
		if (item->role == ROLE_LABEL && s->evidence->data[item->datum].row < most_rows)
			rows[s->evidence->data[item->datum].row] = true;
	}
	size_t n_rows = 0, n_columns = 0;
	for (size_t i = 0; i < s->evidence->n_data; i++) {
		check_datum(p, &s->evidence->data[i], &told[i]);
		if (s->evidence->data[i].place < most_columns)
			columns[s->evidence->data[i].place] = true;
	}
	for (size_t i = 0; i < most_rows; i++)
		n_rows += rows[i];
	for (size_t i = 0; i < most_columns; i++)
		n_columns += columns[i];
	check_extent(p, "rows", &s->evidence->rows, n_rows);
	check_extent(p, "columns", &s->evidence->columns, n_columns);
}

static bool holds_number(const struct language *language, const char *text, size_t number)
{
	while (*text) {
		struct number_printed read = number_read(language, text);
		if (read.bytes && read.number == (double)number)
			return true;
		text += read.bytes ? read.bytes : 1;
	}
	return false;
}

/* A note that counts models or benchmarks counts those too that other notes name one by one. That it counts right is
 * for rule C10. */
static bool is_number_of(const struct scene_text *note, const struct language *language, size_t told,
                         struct scene_count count)
{
	size_t left = count.asked - count.drawn;
	return left >= told && holds_number(language, note->block->text, left);
}

/* What is not drawn must be said with its number. */
static void check_told(struct proofing *p, const char *what, size_t told)
{
	const struct scene *s = p->scene;
	const struct scene_evidence *e = s->evidence;
	const struct language *language = s->document.language;
	for (size_t i = 0; i < s->n_items && told; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role == ROLE_NOTE && item->kind == SCENE_TEXT &&
		    (holds_number(language, item->text.block->text, told) ||
		     is_number_of(&item->text, language, told, e->models) ||
		     is_number_of(&item->text, language, told, e->benchmarks)))
			return;
	}
	if (told)
		proof_find(p, "A10", s->n_items, proof_our_fault, "%zu %s are not drawn and no note says so", told,
		           what);
}

/* ---- dots: positions ---- */

static void check_dot(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_scale *scale = scale_of(p->scene, item),
				 *other = item->scale_y >= 0 && (size_t)item->scale_y < p->scene->evidence->n_scales
	                                          ? &p->scene->evidence->scales[item->scale_y]
	                                          : NULL;
	struct rect r = item->path.rect;
	double x = r.x + r.w / 2, y = r.y + r.h / 2, near = half_pixel(p->scene);
	if (!scale) {
		proof_find(p, "A9", i, proof_our_fault, "%s has no scale", proof_name(p, item));
		return;
	}
	double at = scale->vertical ? y : x;
	if (!(fabs(at - place_of(scale, item->value)) <= near))
		proof_find(p, "A9", i, proof_our_fault, "%s is %.2f points from its value", proof_name(p, item),
		           fabs(at - place_of(scale, item->value)));
	if (other && !(fabs(y - place_of(other, item->value_y)) <= near))
		proof_find(p, "A9", i, proof_our_fault, "%s is %.2f points from its other value", proof_name(p, item),
		           fabs(y - place_of(other, item->value_y)));
	if (!rect_contains(rect_grow(scale->plot, r.w / 2 + near), r, near))
		proof_find(p, "A6", i, "choose a larger --size", "%s extends beyond its plot", proof_name(p, item));
}

/* ---- whiskers: from one end of the interval to the other ---- */

struct reach { /* of all strokes of one whisker */
	double from, to;
	bool drawn;
};

static const double stroke_most = 0.1; /* of u */
static const double pause_air = 0.15;  /* of u, around words that a whisker pauses at */

/* A stroke lies on its interval, and grows what is drawn of the whisker. */
static void check_stroke(struct proofing *p, size_t i, const struct scene_scale *scale, struct reach *reach)
{
	const struct scene_item *item = &p->scene->items[i];
	struct rect r = item->path.rect;
	double thick = fmin(r.w, r.h), from = scale->vertical ? r.y : r.x,
	       to = scale->vertical ? rect_bottom(r) : rect_right(r);
	double a = place_of(scale, item->low), b = place_of(scale, item->high);
	double stroke = fmax(thick, fmax(1, stroke_most * p->scene->u)); /* a piece of one may be short, too */
	double low = fmin(a, b), high = fmax(a, b), near = stroke + half_pixel(p->scene);
	if (!isfinite(a) || !isfinite(b) || !(from >= low - near) || !(to <= high + near))
		proof_find(p, "A9", i, proof_our_fault, "%s extends beyond its interval from %.6g to %.6g",
		           proof_name(p, item), item->low, item->high);
	reach->from = reach->drawn ? fmin(reach->from, from - near - low) : from - near - low;
	reach->to = reach->drawn ? fmax(reach->to, to + near - high) : to + near - high;
	reach->drawn = true;
}

/* How much of a way, from one end to the other, words stand on. */
static double covered(const struct scene *s, struct rect way, bool upright)
{
	double sum = 0, air = pause_air * s->u;
	for (size_t i = 0; i < s->n_items; i++)
		for (size_t l = 0; s->items[i].kind == SCENE_TEXT && l < s->items[i].text.block->n_lines; l++) {
			struct rect ink = rect_grow(text_line_ink(s->items[i].text.block, l, s->items[i].text.at), air);
			if (!rect_overlaps(ink, way))
				continue;
			double from = upright ? fmax(ink.y, way.y) : fmax(ink.x, way.x),
			       to = upright ? fmin(rect_bottom(ink), rect_bottom(way))
			                    : fmin(rect_right(ink), rect_right(way));
			sum += to - from;
		}
	return sum;
}

/* The strokes of a whisker leave nothing out but where words stand on it. */
static void check_pauses(struct proofing *p, const struct scene_item *const *first, size_t n_strokes)
{
	const struct scene *s = p->scene;
	const struct scene_scale *scale = scale_of(s, first[0]);
	struct rect way = first[0]->path.rect;
	double drawn = 0, near = fmax(1, stroke_most * s->u) + half_pixel(s);
	for (size_t i = 0; i < n_strokes; i++) {
		struct rect r = first[i]->path.rect;
		double x = fmin(way.x, r.x), y = fmin(way.y, r.y);
		way = (struct rect){ x, y, fmax(rect_right(way), rect_right(r)) - x,
			             fmax(rect_bottom(way), rect_bottom(r)) - y };
		drawn += scale->vertical ? r.h : r.w;
	}
	double left = (scale->vertical ? way.h : way.w) - drawn;
	if (left > near && left > covered(s, way, scale->vertical) + near)
		proof_find(p, "A9", (size_t)(first[0] - s->items), proof_our_fault,
		           "%s pauses where no words stand on it", proof_name(p, first[0]));
}

static int by_whisker(const void *a, const void *b)
{
	const struct scene_item *x = *(const struct scene_item *const *)a, *y = *(const struct scene_item *const *)b;
	if (x->datum != y->datum)
		return x->datum < y->datum ? -1 : 1;
	if (x->scale != y->scale)
		return x->scale < y->scale ? -1 : 1;
	return x < y ? -1 : x > y;
}

static void check_strokes(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item **strokes = arena_alloc(p->arena, s->n_items + 1, sizeof *strokes);
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_WHISKER && s->items[i].kind == SCENE_PATH &&
		    proof_datum(s, &s->items[i]) && scale_of(s, &s->items[i]))
			strokes[n++] = &s->items[i];
	qsort(strokes, n, sizeof *strokes, by_whisker);
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		while (end < n && strokes[end]->datum == strokes[i]->datum && strokes[end]->scale == strokes[i]->scale)
			end++;
		check_pauses(p, &strokes[i], end - i);
	}
}

static void check_whiskers(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t n = s->evidence->n_data, n_scales = s->evidence->n_scales;
	struct reach *reaches = arena_alloc(p->arena, n * n_scales + 1, sizeof *reaches);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_scale *scale = scale_of(s, item);
		if (scale && item->role == ROLE_WHISKER && item->kind == SCENE_PATH && proof_datum(s, item))
			check_stroke(p, i, scale, &reaches[(size_t)item->datum * n_scales + (size_t)item->scale]);
	}
	for (size_t i = 0; i < n * n_scales; i++)
		if (reaches[i].drawn && (reaches[i].from > 0 || reaches[i].to < 0))
			proof_find(p, "A9", s->n_items, proof_our_fault,
			           "the whisker of \"%s\" stops short of its interval",
			           s->evidence->data[i / n_scales].name);
}

/* What is shaded down the rows is the interval of a row that leads. */
static void check_lead(struct proofing *p, size_t i)
{
	const struct scene *s = p->scene;
	const struct scene_item *lead = &s->items[i];
	const struct scene_scale *scale = scale_of(s, lead);
	bool own = false;
	for (size_t k = 0; k < s->n_items && !own; k++) {
		const struct scene_item *whisker = &s->items[k];
		const struct scene_datum *d = proof_datum(s, whisker);
		own = whisker->role == ROLE_WHISKER && d && d->rank == 1 && whisker->scale == lead->scale &&
		      whisker->low == lead->low && whisker->high == lead->high;
	}
	double near = half_pixel(s) + 1, left = lead->path.rect.x, right = rect_right(lead->path.rect);
	bool lies = scale && fabs(left - place_of(scale, lead->low)) <= near &&
	            fabs(right - place_of(scale, lead->high)) <= near;
	if (!own || !lies)
		proof_find(p, "A9", i, proof_our_fault, "%s is not the interval of a row that leads",
		           proof_name(p, lead));
}

void proof_truth(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct bar *bars = arena_alloc(p->arena, s->n_items + 1, sizeof *bars);
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind != SCENE_PATH)
			continue;
		if (item->role == ROLE_DOT || item->role == ROLE_OTHER)
			check_dot(p, i);
		if (item->role == ROLE_REFERENCE)
			check_reference(p, i);
		if (item->role == ROLE_RANGE)
			check_range(p, i);
		if (item->role == ROLE_LEAD)
			check_lead(p, i);
		if (item->role != ROLE_MARK)
			continue;
		check_bar(p, i);
		double length = lying(scale_of(s, item), item->path.rect).w;
		bars[n++] = (struct bar){ item->scale, item->value, item->value < 0 ? -length : length, i };
	}
	check_order(p, bars, n);
	check_scales(p);
	check_log(p);
	check_rows(p);
	check_told(p, "rows", s->evidence->rows.told);
	check_told(p, "columns", s->evidence->columns.told);
	check_whiskers(p);
	check_strokes(p);
}
