/* Rules A and G: the drawing tells the truth. */
#include "scene/proof_rules.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char fault_of_ours[] = "this is a fault of the program: please report it with the data";

static const struct scene_scale *scale_of(const struct scene *scene, const struct scene_item *item)
{
	return item->scale >= 0 && (size_t)item->scale < scene->n_scales ? &scene->scales[item->scale] : NULL;
}

static double half_pixel(const struct scene *scene)
{
	return (scene->pixel > 0 ? scene->pixel / 2 : 0.05) + 1e-6;
}

static void check_bar(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_scale *scale = scale_of(p->scene, item);
	struct rect r = item->path.rect;
	double near = half_pixel(p->scene);
	if (!scale) {
		proof_find(p, "A9", i, fault_of_ours, "%s has no scale", proof_name(p, item));
		return;
	}
	bool left = fabs(r.x - scale->zero) <= near, right = fabs(rect_right(r) - scale->zero) <= near;
	if (!left && !right)
		proof_find(p, "A1", i, fault_of_ours, "%s starts %.2f points from zero", proof_name(p, item),
		           fmin(fabs(r.x - scale->zero), fabs(rect_right(r) - scale->zero)));
	double should = fabs(item->value) * scale->per_unit;
	if (fabs(r.w - should) > fmax(2 * near, should * 0.005))
		proof_find(p, "A2", i, fault_of_ours, "%s is %.2f points long, its value asks for %.2f",
		           proof_name(p, item), r.w, should);
	double tip = item->value < 0 ? r.x : rect_right(r), value = (tip - scale->zero) / scale->per_unit;
	if (fabs(value - item->value) * scale->per_unit > 2 * near)
		proof_find(p, "A9", i, fault_of_ours, "%s reads as %.6g, the datum is %.6g", proof_name(p, item), value,
		           item->value);
	if (item->datum >= 0 && (size_t)item->datum < p->scene->n_data &&
	    fabs(p->scene->data[item->datum].value - item->value) > 1e-9 * fmax(1, fabs(item->value)))
		proof_find(p, "A9", i, fault_of_ours, "%s stands for %.6g, the datum is %.6g", proof_name(p, item),
		           item->value, p->scene->data[item->datum].value);
	if (!rect_contains(scale->plot, r, near) && !item->outlier)
		proof_find(p, "A6", i, "choose a larger --size", "%s reaches out of its plot", proof_name(p, item));
}

struct bar {
	double value, length;
	size_t item;
};

static int by_value(const void *a, const void *b)
{
	const struct bar *x = a, *y = b;
	return x->value < y->value ? -1 : x->value > y->value;
}

static void check_order(struct proofing *p, struct bar *bars, size_t n)
{
	qsort(bars, n, sizeof *bars, by_value);
	for (size_t i = 1; i < n; i++)
		if (bars[i].value > bars[i - 1].value && bars[i].length < bars[i - 1].length - 1e-6)
			proof_find(p, "A3", bars[i].item, fault_of_ours, "%s is shorter than that of a smaller value",
			           proof_name(p, &p->scene->items[bars[i].item]));
}

static void check_scales(struct proofing *p)
{
	const struct scene *s = p->scene;
	if (s->n_scales > 1 && s->scales[0].plot.x < rect_right(s->scales[1].plot) &&
	    s->scales[1].plot.x < rect_right(s->scales[0].plot))
		proof_find(p, "A8", s->n_items, fault_of_ours, "%zu scales share one plot", s->n_scales);
	for (size_t i = 0; i < s->n_scales; i++)
		for (size_t j = 0; j < i; j++) {
			double ratio = s->scales[i].per_unit / s->scales[j].per_unit;
			bool same =
				s->scales[i].unit && s->scales[j].unit && !strcmp(s->scales[i].unit, s->scales[j].unit);
			if (same && (ratio > 1.001 || ratio < 1 / 1.001))
				proof_find(p, "A5", s->n_items, fault_of_ours,
				           "two scales of %s differ by the factor %.3f", s->scales[i].unit, ratio);
		}
}

struct told { /* what stands for a datum */
	int marks, words, labels;
};

static void check_rows(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct told *told = arena_alloc(p->arena, s->n_data + 1, sizeof *told);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->datum < 0 || (size_t)item->datum >= s->n_data)
			continue;
		told[item->datum].marks += item->role == ROLE_MARK;
		told[item->datum].words += item->role == ROLE_ABSENT;
		told[item->datum].labels += item->role == ROLE_LABEL;
	}
	size_t drawn = 0;
	for (size_t i = 0; i < s->n_data; i++) {
		const struct scene_datum *d = &s->data[i];
		drawn += told[i].labels > 0;
		if (d->present && told[i].marks != 1)
			proof_find(p, "A10", s->n_items, fault_of_ours, "\"%s\" has %d bars", d->name, told[i].marks);
		if (!d->present && (told[i].marks || told[i].words != 1))
			proof_find(p, "G1", s->n_items, fault_of_ours,
			           "\"%s\" has no value, but %d bars and %d words for it", d->name, told[i].marks,
			           told[i].words);
	}
	if (drawn + s->rows_elsewhere + s->rows_told != s->rows_known)
		proof_find(p, "A10", s->n_items, fault_of_ours,
		           "of %zu rows %zu are drawn here, %zu elsewhere and %zu said", s->rows_known, drawn,
		           s->rows_elsewhere, s->rows_told);
}

static bool holds_number(const char *text, size_t number)
{
	for (const char *c = text; *c; c++) {
		if (*c < '0' || *c > '9')
			continue;
		char *end;
		unsigned long long n = strtoull(c, &end, 10);
		if (n == number)
			return true;
		c = end - 1;
	}
	return false;
}

/* What is not drawn must be said with its number. */
static void check_told(struct proofing *p)
{
	const struct scene *s = p->scene;
	if (!s->rows_told)
		return;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_NOTE && s->items[i].kind == SCENE_TEXT &&
		    holds_number(s->items[i].text.block->text, s->rows_told))
			return;
	proof_find(p, "A10", s->n_items, fault_of_ours, "%zu rows are not drawn and no note says so", s->rows_told);
}

void proof_truth(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct bar *bars = arena_alloc(p->arena, s->n_items + 1, sizeof *bars);
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_MARK || item->kind != SCENE_PATH)
			continue;
		check_bar(p, i);
		if (item->scale == 0)
			bars[n++] = (struct bar){ item->value, item->value < 0 ? -item->path.rect.w : item->path.rect.w,
				                  i };
	}
	check_order(p, bars, n);
	check_scales(p);
	check_rows(p);
	check_told(p);
}
