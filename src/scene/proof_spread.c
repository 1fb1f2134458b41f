/* Rule G14: how the results behind a value lie. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>

enum { INNER = 1, OUTER };

static double near(const struct scene *s)
{
	return (s->pixel > 0 ? s->pixel : 0.1) + 1e-6;
}

static const struct scene_scale *scale_of(const struct scene *s, const struct scene_item *item)
{
	bool has = item->scale >= 0 && (size_t)item->scale < s->evidence->n_scales;
	return has ? &s->evidence->scales[item->scale] : NULL;
}

static double place_of(const struct scene_scale *scale, double value)
{
	return scale->zero + scale->per_unit * (scale->logarithmic ? log10(value) : value);
}

static void check_line(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_datum *d = proof_datum(p->scene, item);
	const struct scene_spread *s = d ? d->spread : NULL;
	const struct scene_scale *scale = scale_of(p->scene, item);
	bool inner = item->column == INNER;
	if (!s || !scale || !(inner ? s->inner : s->outer)) {
		proof_find(p, "G14", i, proof_our_fault, "%s stands for nothing that is known", proof_name(p, item));
		return;
	}
	double low = inner ? s->inner_low : s->outer_low, high = inner ? s->inner_high : s->outer_high;
	if (item->low != low || item->high != high)
		proof_find(p, "G14", i, proof_our_fault, "%s goes from %.6g to %.6g, and the data say %.6g to %.6g",
		           proof_name(p, item), item->low, item->high, low, high);
	double off = fmax(fabs(item->path.rect.x - place_of(scale, low)),
	                  fabs(rect_right(item->path.rect) - place_of(scale, high)));
	if (!(off <= near(p->scene)))
		proof_find(p, "G14", i, proof_our_fault, "%s is %.2f points off its values", proof_name(p, item), off);
}

static void check_run(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct scene_scale *scale = scale_of(p->scene, item);
	const struct scene_datum *d = proof_datum(p->scene, item);
	bool known = false;
	for (size_t k = 0; d && d->spread && k < d->spread->n_runs; k++)
		known |= d->spread->runs[k] == item->value;
	double x = item->path.rect.x + item->path.rect.w / 2;
	if (!scale || !known)
		proof_find(p, "G14", i, proof_our_fault, "%s at %.6g is none of its results", proof_name(p, item),
		           item->value);
	else if (!(fabs(x - place_of(scale, item->value)) <= near(p->scene)))
		proof_find(p, "G14", i, proof_our_fault, "%s is %.2f points off its value", proof_name(p, item),
		           fabs(x - place_of(scale, item->value)));
}

struct told { /* of one datum */
	size_t inner, outer, runs;
};

/* Each part once, and the inner one within the outer. */
static void check_datum(struct proofing *p, const struct scene_datum *d, const struct told *told)
{
	const struct scene_spread *s = d->spread;
	size_t whole = p->scene->n_items, runs = s ? s->n_runs : 0;
	if (told->inner != (s && s->inner) || told->outer != (s && s->outer) || told->runs != runs)
		proof_find(p, "G14", whole, proof_our_fault, "of \"%s\" %zu lines and %zu runs of %zu are drawn",
		           d->name, told->inner + told->outer, told->runs, runs);
	if (s && s->inner && s->outer && !(s->outer_low <= s->inner_low && s->inner_high <= s->outer_high))
		proof_find(p, "G14", whole, proof_our_fault, "the inner spread of \"%s\" reaches beyond the outer one",
		           d->name);
}

static const struct scene_datum *named(const struct scene *s, const char *name)
{
	for (size_t i = 0; i < s->evidence->n_data; i++)
		if (str_eq(s->evidence->data[i].name, name))
			return &s->evidence->data[i];
	return NULL;
}

/* Where both rows are on the page. */
static void check_title(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_overlap *said = s->evidence->overlap;
	if (!said || !str_eq(str_one_line(p->arena, said->title), s->document.title))
		return;
	const struct scene_datum *a = named(s, said->better), *b = named(s, said->worse);
	if (!a || !b)
		return;
	bool lower = s->evidence->lower && !s->evidence->higher, known = a->spread && b->spread;
	bool better = lower ? a->value <= b->value : a->value >= b->value;
	bool apart = known && (lower ? a->spread->outer_high < b->spread->outer_low
	                             : a->spread->outer_low > b->spread->outer_high);
	if (!known || !a->spread->outer || !b->spread->outer || !better || apart != said->apart)
		proof_find(p, "G14", s->n_items, proof_our_fault,
		           "the results of \"%s\" and \"%s\" do not lie as the title says", a->name, b->name);
}

void proof_spreads(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct told *told = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *told);
	bool lines = false;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_SPREAD && item->role != ROLE_RUN)
			continue;
		struct told *own = proof_datum(s, item) ? &told[item->datum] : &told[s->evidence->n_data];
		own->inner += item->role == ROLE_SPREAD && item->column == INNER;
		own->outer += item->role == ROLE_SPREAD && item->column == OUTER;
		own->runs += item->role == ROLE_RUN;
		lines |= item->role == ROLE_SPREAD;
		if (item->role == ROLE_SPREAD)
			check_line(p, i);
		else
			check_run(p, i);
	}
	for (size_t i = 0; i < s->evidence->n_data; i++)
		check_datum(p, &s->evidence->data[i], &told[i]);
	if (lines && !proof_is_said(s, SAYS_INTERVALS))
		proof_find(p, "G14", s->n_items, proof_our_fault, "no note says what the lines around the dots are");
	check_title(p);
}
