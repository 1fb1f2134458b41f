/* proof_scatter_breaks.h: ways to break the rules of a scatter, for proof_test.c. */
#include "proof_support.h"

#include <math.h>

/* Where a name with a leader was once let be. */
static void name_over_another_dot(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *name = find(c, ROLE_LABEL, 1);
	struct rect dot = find(c, ROLE_DOT, 0)->path.rect, ink = scene_ink(name);
	name->text.at.x += dot.x - ink.x;
	name->text.at.y += dot.y - 2.5 - rect_bottom(ink);
}

static void led_name_over_another_dot(struct setting *s, struct scene *c)
{
	name_over_another_dot(s, c);
	struct scene_item *leader = find(c, ROLE_CONNECT, -1);
	leader->role = ROLE_LEADER;
	leader->datum = 1;
}

static void name_far_from_its_dot(struct setting *s, struct scene *c)
{
	find(c, ROLE_LABEL, 1)->text.at.y -= 2 * c->u;
	(void)s;
}

/* A name of two lines, the second so short that its box is near the dot and its ink is not. */
static void short_second_line(struct setting *s, struct scene *c)
{
	struct scene_item *name = find(c, ROLE_LABEL, 1);
	struct rect dot = find(c, ROLE_DOT, 1)->path.rect;
	relabel(s, name, "A name of many words\nx");
	struct rect ink = scene_ink(name);
	name->text.at.x += dot.x - rect_right(ink);
	name->text.at.y += dot.y - rect_bottom(ink) - 1;
}

/* The dot of another in the empty end of the second line is nearer to no line than its own is. */
static void leader_from_the_corner(struct setting *s, struct scene *c)
{
	struct scene_item *name = find(c, ROLE_LABEL, 1), *leader = find(c, ROLE_CONNECT, -1);
	struct rect dot = find(c, ROLE_DOT, 1)->path.rect;
	relabel(s, name, "A name of many words\nx");
	struct rect ink = scene_ink(name);
	name->text.at.x += dot.x - rect_right(ink) - 30;
	name->text.at.y += dot.y - rect_bottom(ink) - 20;
	ink = scene_ink(name);
	leader->role = ROLE_LEADER;
	leader->datum = 1;
	leader->path.shape = SHAPE_LINE;
	leader->path.rect =
		(struct rect){ rect_right(ink), rect_bottom(ink), dot.x - rect_right(ink), dot.y - rect_bottom(ink) };
}

static void crossing_leaders(struct setting *s, struct scene *c)
{
	(void)s;
	for (int i = 0; i < 2; i++) {
		struct scene_item *line =
			scene_add_line(c, ROLE_LEADER, (struct point){ 300, i ? 300 : 320 },
		                       (struct point){ 330, i ? 320 : 300 }, 1, find(c, ROLE_LABEL, -1)->text.color);
		line->datum = i;
	}
}

static void values_change_places(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *a = find(c, ROLE_VALUE, 0), *b = find(c, ROLE_VALUE, 2);
	double y = a->text.at.y;
	a->text.at.y = b->text.at.y;
	b->text.at.y = y;
}

static void leaders_change_places(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *a = find(c, ROLE_LEADER, 0), *b = find(c, ROLE_LEADER, 2);
	a->datum = 2;
	b->datum = 0;
}

static void name_of_another_line(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 0)->text.at.y = find(c, ROLE_LABEL, 2)->text.at.y;
}

/* The key shows a hatched bar where claims are hollow dots. */
static void key_of_other_marks(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *chip = find(c, ROLE_CHIP, -1);
	chip->path.shape = SHAPE_RECT;
	chip->path.pattern = PATTERN_HATCH;
}

static void value_out_of_its_column(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 0)->text.at.x -= 2;
}

static void name_between_two_bars(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->text.at.y = (find(c, ROLE_LABEL, 1)->text.at.y + find(c, ROLE_LABEL, 2)->text.at.y) / 2;
}

static void value_between_two_dots(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 1)->text.at.y = (find(c, ROLE_VALUE, 1)->text.at.y + find(c, ROLE_VALUE, 2)->text.at.y) / 2;
}

/* Level with a bar of the next panel, and as near to it. */
static void bar_beside_a_value(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *value = find(c, ROLE_VALUE, 0), *bar = find(c, ROLE_MARK, 1);
	bar->path.rect.x = rect_right(scene_ink(value)) + 3;
	bar->path.rect.y = find(c, ROLE_MARK, 0)->path.rect.y;
}

static void false_frontier(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[0].efficient = !c->evidence->data[0].efficient;
}

/* A claim beats nothing that is measured. */
static void claim_beats_a_result(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->evidence->n_data; i++)
		c->evidence->data[i].claimed_x = !strcmp(c->evidence->data[i].name, "Model Two");
}

/* Nor is anything beaten within an interval. */
static void beaten_within_an_interval(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *whisker = find(c, ROLE_WHISKER, -1);
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_DOT && c->items[i].value_y < 6000)
			whisker->datum = c->items[i].datum;
	whisker->high = 12000;
}

/* ---- the band of a frontier ---- */

static void no_band_between_courses(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_BAND)
			c->items[i].role = ROLE_GRID;
}

static void band_without_courses(struct setting *s, struct scene *c)
{
	(void)s;
	struct rect a = find(c, ROLE_DOT, 0)->path.rect, b = find(c, ROLE_DOT, 1)->path.rect;
	scene_add_rect(c, ROLE_BAND, (struct rect){ fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y) },
	               (struct color){ 0xdd, 0xdd, 0xdd });
}

static void frontier_off_its_course(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_CONNECT)
			c->items[i].path.rect.y += 6;
}

static void corner_where_it_is_worse(struct setting *s, struct scene *c)
{
	(void)s;
	const struct rect plot = c->evidence->scales[0].plot;
	find(c, ROLE_CORNER, -1)->text.at = (struct point){ plot.x + plot.w * 3 / 4, plot.y + plot.h * 3 / 4 };
}

static struct scene_item *rate_note(struct scene *c)
{
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].says & SAYS_RATE)
			return &c->items[i];
	abort();
}

static void rate_of_another(struct setting *s, struct scene *c)
{
	relabel(s, rate_note(c),
	        "Doubling from first to latest best: 9.9 months (95% interval 3.7 to 4.2), no forecast.");
}

static void rate_from_later(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->rate.from = c->evidence->rate.to;
}

static void rate_unsaid(struct setting *s, struct scene *c)
{
	(void)s;
	rate_note(c)->says = 0;
}

static void title_of_another_rate(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Reach doubled every 77 months, from 10.0 to 40.0 minutes");
}

static void label_of_another_value(struct setting *s, struct scene *c)
{
	struct scene_item *label = find(c, ROLE_LABEL, 0);
	const struct text_block *b = label->text.block;
	label->text.block = text_shape(s->fonts[0], arena_printf(s->arena, "%s: 51", b->text), b->style, 0,
	                               b->style.size, s->diags);
}

/* The middle of the longest is taken out. */
static void whisker_with_a_hole(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *most = find(c, ROLE_WHISKER, -1);
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_WHISKER &&
		    fmax(c->items[i].path.rect.w, c->items[i].path.rect.h) > fmax(most->path.rect.w, most->path.rect.h))
			most = &c->items[i];
	struct scene_item *other = scene_add(c, SCENE_PATH, ROLE_WHISKER);
	for (size_t i = 0; i < c->n_items; i++) /* the items may have moved */
		if (c->items[i].role == ROLE_WHISKER && &c->items[i] != other &&
		    fmax(c->items[i].path.rect.w, c->items[i].path.rect.h) >
		            fmax(other->path.rect.w, other->path.rect.h))
			*other = c->items[i], most = &c->items[i];
	struct rect *a = &most->path.rect, *b = &other->path.rect;
	bool lies = a->w > a->h;
	*(lies ? &a->w : &a->h) *= 0.2;
	*(lies ? &b->x : &b->y) += (lies ? b->w : b->h) * 0.8;
	*(lies ? &b->w : &b->h) *= 0.2;
}

static void band_too_tall(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_BAND, -1)->path.rect.h += 8;
}

static void band_beyond_the_courses(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *band = find(c, ROLE_BAND, -1);
	band->path.rect.x -= 40;
	band->path.rect.w += 40;
}

static void half_a_band(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_BAND)
			c->items[i].path.rect.h /= 2;
}

static struct scene_item *add_reference(struct scene *c)
{
	const struct scene_scale *scale = &c->evidence->scales[0];
	double x = scale->zero + scale->per_unit * 100;
	struct scene_item *line =
		scene_add_rect(c, ROLE_REFERENCE, (struct rect){ x - 0.5, scale->plot.y, 1, scale->plot.h },
	                       (struct color){ 0xc6, 0x2a, 0x64 });
	line->scale = 0;
	line->value = 100;
	return line;
}

static void reference_without_note(struct setting *s, struct scene *c)
{
	(void)s;
	add_reference(c);
}

static void reference_off_its_value(struct setting *s, struct scene *c)
{
	(void)s;
	add_reference(c)->value = 5000;
}
