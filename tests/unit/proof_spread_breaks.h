/* proof_spread_breaks.h: ways to break the rule of spreads, for proof_test.c. */
#include "proof_support.h"

static struct scene_item *find_spread(struct scene *c, int part)
{
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_SPREAD && c->items[i].column == part)
			return &c->items[i];
	print_error("the scene has no such line\n");
	abort();
}

static void spread_moved(struct setting *s, struct scene *c)
{
	(void)s;
	find_spread(c, 2)->path.rect.x += 6;
}

static void spread_too_long(struct setting *s, struct scene *c)
{
	(void)s;
	find_spread(c, 1)->path.rect.w += 6;
}

static void spread_of_other_values(struct setting *s, struct scene *c)
{
	(void)s;
	find_spread(c, 1)->high += 1;
}

static void spread_of_nothing(struct setting *s, struct scene *c)
{
	(void)s;
	find_spread(c, 1)->datum = 2;
}

static void spread_lost(struct setting *s, struct scene *c)
{
	(void)s;
	find_spread(c, 2)->role = ROLE_GRID;
}

static void spread_untold(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].says & SAYS_INTERVALS)
			c->items[i].says = 0;
}

static void spread_inside_out(struct setting *s, struct scene *c)
{
	struct scene_spread *spread = arena_alloc(s->arena, 1, sizeof *spread);
	*spread = *c->evidence->data[0].spread;
	spread->outer_low = spread->inner_low + 1;
	c->evidence->data[0].spread = spread;
}

static void run_moved(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_RUN, 0)->path.rect.x += 6;
}

static void run_made_up(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_RUN, 0)->value += 1;
}

static void run_lost(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_RUN, 0)->role = ROLE_GRID;
}

static void title_of_spreads_apart(struct setting *s, struct scene *c)
{
	struct scene_overlap *said = arena_alloc(s->arena, 1, sizeof *said);
	*said = *c->evidence->overlap;
	said->apart = true;
	c->evidence->overlap = said;
}

static void title_of_spreads_turned(struct setting *s, struct scene *c)
{
	struct scene_overlap *said = arena_alloc(s->arena, 1, sizeof *said);
	*said = *c->evidence->overlap;
	said->better = c->evidence->overlap->worse;
	said->worse = c->evidence->overlap->better;
	c->evidence->overlap = said;
}
