/* proof_breaks_tables.h: what breaks the rules of tables and heatmaps on purpose; part of proof_breaks.h. */

/* The shades of a heatmap, to be changed. */
static struct scene_shade *own_shades(struct setting *s, struct scene *c)
{
	struct scene_shade *shades = arena_alloc(s->arena, 2, sizeof *shades);
	for (size_t i = 0; i < 2; i++)
		shades[i] = c->evidence->shades[i];
	c->evidence->shades = shades;
	return shades;
}

static void wrong_shade(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CELL, 2)->path.fill.g -= 9;
}

static void field_like_none(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CELL, 2)->path.fill = c->background;
}

static void shades_from_the_least(struct setting *s, struct scene *c)
{
	own_shades(s, c)[1].low = 4.5;
}

static void bold_among_equals(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->evidence->n_data; i++)
		c->evidence->data[i].level = true;
}

static void bold_second(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->evidence->n_data; i++)
		if (c->evidence->data[i].present && c->evidence->data[i].rank == 1)
			c->evidence->data[i].rank = 2;
}

static void shifted_share(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_WORD, SCENE_NO_DATUM)->text.at.x += 3;
}

static void shifted_number(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 2)->text.at.x += 3;
}
