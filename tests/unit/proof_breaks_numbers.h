/* proof_breaks_numbers.h: what breaks the rules D on purpose; part of proof_breaks.h. */

static void padded(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 2), "5,000.00");
}

static void rounded_in_silence(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 1), "9,877");
}

static void order_reversed(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 0), "9,876.4");
}

static void tie_with_ranks(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 1), find(c, ROLE_VALUE, 0)->text.block->text);
	for (size_t i = 0; i < c->evidence->n_data; i++)
		c->evidence->data[i].interval = false; /* else they may differ in rank */
}

/* Between Hebrew words a range is turned around. */
static void turned_range(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_LABEL, 1), "\u05d0\u05d1 5 \u2013 3 \u05d2\u05d3");
}

static void turned_sign(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_LABEL, 1), "\u05d0\u05d1 \u05d2 \u22125");
}

static void no_thousands(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 0), "12345.5");
}

/* The values in US dollars. */
static void in_dollars(struct setting *s, struct scene *c)
{
	struct scene_measure *dollars = arena_alloc(s->arena, 1, sizeof *dollars);
	*dollars = c->evidence->measures[0];
	dollars->unit = unit_find("usd");
	c->evidence->measures = dollars;
	relabel(s, find(c, ROLE_VALUE, 0), "$12,345.5");
	relabel(s, find(c, ROLE_VALUE, 1), "$9,876.5");
	relabel(s, find(c, ROLE_VALUE, 2), "$5,000");
}

static void unsigned_money(struct setting *s, struct scene *c)
{
	in_dollars(s, c);
	relabel(s, find(c, ROLE_VALUE, 1), "9,876.5");
}

static void money_without_separator(struct setting *s, struct scene *c)
{
	in_dollars(s, c);
	find(c, ROLE_VALUE, 0)->role = ROLE_WORD; /* none reaches 10,000 */
	relabel(s, find(c, ROLE_VALUE, 1), "$9876.5");
}

static void hyphen_minus(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 1), "-9,876.5");
}

static void percent_twice(struct setting *s, struct scene *c)
{
	struct scene_measure *percent = arena_alloc(s->arena, 1, sizeof *percent);
	*percent = c->evidence->measures[0];
	percent->unit = &unit_percent;
	c->evidence->measures = percent;
	relabel(s, find(c, ROLE_VALUE, 0), "12,345.5%");
	relabel(s, find(c, ROLE_VALUE, 1), "9,876.5%");
}

static void proportional_figures(struct setting *s, struct scene *c)
{
	struct scene_item *value = find(c, ROLE_VALUE, 0);
	struct text_style style = value->text.block->style;
	style.tabular = false;
	value->text.block = text_shape(s->fonts[0], "11,184.5", style, 0, 0, s->diags);
}

static void four_digits_among_thousands(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 2), "5000.0");
}
