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

static void large_digits_on_a_murky_shade(struct setting *s, struct scene *c)
{
	struct scene_item *digits = find(c, ROLE_VALUE, 2);
	struct text_style style = digits->text.block->style;
	style.size = 18;
	digits->text.block = text_shape(s->fonts[0], digits->text.block->text, style, 0, 0, s->diags);
	digits->text.color = (struct color){ 0xff, 0xff, 0xff };
	find(c, ROLE_CELL, 2)->path.fill = (struct color){ 0x80, 0x80, 0x80 };
}

/* The field of a value that is missing. */
static struct scene_item *tile(struct scene *c)
{
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_PANEL && c->items[i].datum >= 0)
			return &c->items[i];
	print_error("every field has a value\n");
	abort();
}

static void tile_in_a_colour(struct setting *s, struct scene *c)
{
	tile(c)->path.fill = s->looks[0]->palette.worse;
}

static void field_like_a_tile(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CELL, 2)->path.fill = tile(c)->path.fill;
}

static void bent_shades(struct setting *s, struct scene *c)
{
	own_shades(s, c)[1].bend = 2;
}

/* Of the row in focus, whose leading fields have a frame. */
static struct scene_datum *of_focus(struct scene *c, bool leads)
{
	for (size_t i = 0; i < c->evidence->n_data; i++) {
		struct scene_datum *d = &c->evidence->data[i];
		if (str_eq(d->name, "Model Two") && d->present && (d->rank == 1) == leads)
			return d;
	}
	print_error("Model Two %s\n", leads ? "leads nowhere" : "leads everywhere");
	abort();
}

static void frame_around_another(struct setting *s, struct scene *c)
{
	(void)s;
	of_focus(c, true)->rank = 2;
}

static void leader_without_a_frame(struct setting *s, struct scene *c)
{
	(void)s;
	of_focus(c, false)->rank = 1;
}

static void framed_field(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CELL, 2)->path.stroke = 1;
}

static void value_printed_twice(struct setting *s, struct scene *c)
{
	(void)s;
	const struct scene_item value = *find(c, ROLE_VALUE, 2);
	*scene_add(c, SCENE_TEXT, ROLE_VALUE) = value;
}
