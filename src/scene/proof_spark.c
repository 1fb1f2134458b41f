/* I14: small charts among text. A line and what follows it up to the next is one of them. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include <math.h>

static const double tolerance = 0.3; /* points */

struct spark {
	size_t line; /* its item */
	double from, width, y, low, high;
	size_t n_dots, n_focus;
};

static struct spark spark_of(const struct scene *s, size_t line)
{
	const struct scene_item *item = &s->items[line];
	struct rect r = item->path.rect;
	return (struct spark){ line, r.x, r.w, r.y + r.h / 2, item->low, item->high, 0, 0 };
}

static bool is_in_focus(const struct scene *s, const struct scene_item *dot)
{
	bool filled = dot->path.pattern == PATTERN_SOLID;
	return !color_equal(filled ? dot->path.fill : dot->path.stroke_color, s->muted);
}

static void check_dot(struct proofing *p, struct spark *spark, size_t i)
{
	const struct scene_item *dot = &p->scene->items[i];
	struct rect r = dot->path.rect;
	double share = (dot->value - spark->low) / (spark->high - spark->low);
	double x = spark->from + share * spark->width;
	spark->n_dots++;
	spark->n_focus += is_in_focus(p->scene, dot);
	if (spark->line == p->scene->n_items)
		proof_find(p, "I14", i, proof_our_fault, "a dot of a small chart is on no line");
	else if (dot->value < spark->low || dot->value > spark->high)
		proof_find(p, "I14", i, proof_our_fault, "a small chart from %g to %g has a dot for %g", spark->low,
		           spark->high, dot->value);
	else if (!(fabs(r.x + r.w / 2 - x) <= tolerance) || !(fabs(r.y + r.h / 2 - spark->y) <= tolerance))
		proof_find(p, "I14", i, proof_our_fault, "the dot for %g in a small chart is %.1f points off",
		           dot->value, fabs(r.x + r.w / 2 - x));
}

static void check_whole(struct proofing *p, const struct spark *spark)
{
	if (spark->n_focus != 1 || spark->n_dots < 2)
		proof_find(p, "I14", spark->line, proof_our_fault, "a small chart has %zu dots, %zu of them in focus",
		           spark->n_dots, spark->n_focus);
}

void proof_sparks(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct spark spark = { .line = s->n_items };
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind != SCENE_PATH || item->role != ROLE_SPARK)
			continue;
		if (item->path.shape == SHAPE_ROUNDED) {
			check_dot(p, &spark, i);
			continue;
		}
		if (spark.line < s->n_items)
			check_whole(p, &spark);
		spark = spark_of(s, i);
	}
	if (spark.line < s->n_items)
		check_whole(p, &spark);
}
