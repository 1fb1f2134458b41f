#include "scene/proof_places.h"

#include "base/arena.h"
#include "scene/evidence.h"

#include <math.h>
#include <stdlib.h>

enum { STEP_UNITS = 8, STRIPES_MOST = 1 << 20 }; /* how tall a stripe is, in u; how many there are */

struct lists {         /* of items, by a number */
	size_t *first; /* where each begins; one more than there are lists */
	size_t *items;
	size_t n;
};

struct proof_places {
	const struct scene *scene;
	struct lists roles, data, stripes;
	double step;
	size_t *found, room; /* what several stripes hold */
	struct arena *arena;
};

struct range { /* of the lists that an item is in */
	size_t from, to;
};

typedef struct range range_of(const struct proof_places *places, const struct scene_item *item);

static void make_lists(struct proof_places *p, struct lists *l, size_t n, range_of *ask)
{
	const struct scene *s = p->scene;
	size_t *next = arena_alloc(p->arena, n + 1, sizeof *next);
	*l = (struct lists){ .first = arena_alloc(p->arena, n + 1, sizeof *l->first), .n = n };
	for (size_t i = 0; i < s->n_items; i++) {
		struct range r = ask(p, &s->items[i]);
		for (size_t k = r.from; k < r.to; k++)
			l->first[k + 1]++;
	}
	for (size_t k = 0; k < n; k++)
		next[k + 1] = l->first[k + 1] += l->first[k];
	l->items = arena_alloc(p->arena, l->first[n] + 1, sizeof *l->items);
	for (size_t i = 0; i < s->n_items; i++) {
		struct range r = ask(p, &s->items[i]);
		for (size_t k = r.from; k < r.to; k++)
			l->items[next[k]++] = i;
	}
}

static struct proof_some list(const struct lists *l, size_t k)
{
	return k < l->n ? (struct proof_some){ l->items + l->first[k], l->first[k + 1] - l->first[k] }
	                : (struct proof_some){ NULL, 0 };
}

static struct range role_of(const struct proof_places *p, const struct scene_item *item)
{
	(void)p;
	return (struct range){ (size_t)item->role, (size_t)item->role + 1 };
}

static struct range datum_of(const struct proof_places *p, const struct scene_item *item)
{
	bool any = item->datum >= 0 && (size_t)item->datum < p->scene->evidence->n_data;
	return any ? (struct range){ (size_t)item->datum, (size_t)item->datum + 1 } : (struct range){ 0, 0 };
}

/* What lies above or below the scene counts to its first or last stripe. */
static size_t stripe_at(const struct proof_places *p, double y)
{
	double k = floor(y / p->step);
	return !(k > 0) ? 0 : k >= (double)p->stripes.n ? p->stripes.n - 1 : (size_t)k;
}

static struct range stripes_of(const struct proof_places *p, const struct scene_item *item)
{
	struct rect ink = scene_ink(item);
	double top = fmin(ink.y, rect_bottom(ink)), bottom = fmax(ink.y, rect_bottom(ink));
	return (struct range){ stripe_at(p, top), stripe_at(p, bottom) + 1 };
}

struct proof_places *proof_places_new(struct arena *arena, const struct scene *scene)
{
	struct proof_places *p = arena_alloc(arena, 1, sizeof *p);
	double step = STEP_UNITS * (scene->u > 0 ? scene->u : 1), height = fmax(scene->height, 0);
	p->arena = arena;
	p->scene = scene;
	p->step = fmax(step, height / STRIPES_MOST);
	p->stripes.n = (size_t)(height / p->step) + 1;
	make_lists(p, &p->roles, SCENE_ROLES, role_of);
	make_lists(p, &p->data, scene->evidence->n_data, datum_of);
	make_lists(p, &p->stripes, p->stripes.n, stripes_of);
	return p;
}

struct proof_some proof_of_role(const struct proof_places *p, enum scene_role role)
{
	return list(&p->roles, (size_t)role);
}

struct proof_some proof_of_datum(const struct proof_places *p, int datum)
{
	return datum < 0 ? (struct proof_some){ NULL, 0 } : list(&p->data, (size_t)datum);
}

static int by_number(const void *a, const void *b)
{
	const size_t *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

struct proof_some proof_between_heights(struct proof_places *p, double top, double bottom)
{
	size_t from = stripe_at(p, fmin(top, bottom)), to = stripe_at(p, fmax(top, bottom)), n = 0, kept = 0;
	if (from == to)
		return list(&p->stripes, from);
	const struct lists *l = &p->stripes;
	size_t most = l->first[to + 1] - l->first[from];
	if (most > p->room) {
		p->room = 2 * most;
		p->found = arena_alloc(p->arena, p->room, sizeof *p->found);
	}
	for (size_t i = l->first[from]; i < l->first[to + 1]; i++)
		p->found[n++] = l->items[i];
	qsort(p->found, n, sizeof *p->found, by_number);
	for (size_t i = 0; i < n; i++)
		if (!i || p->found[i] != p->found[i - 1])
			p->found[kept++] = p->found[i];
	return (struct proof_some){ p->found, kept };
}
