/* proof_stack_breaks.h: what proof_test.c breaks in stacked bars of two parts, Test and Retest: Model One is datum 0,
 * Model Four, who lacks both, datum 3. */
#ifndef TESTS_PROOF_STACK_BREAKS_H
#define TESTS_PROOF_STACK_BREAKS_H

#include "proof_support.h"

/* The n-th part of a bar, from 1; or the number in it. */
static struct scene_item *part(struct scene *c, enum scene_role role, int datum, int column)
{
	struct scene_item *item = find(c, role, datum);
	while (item->role != role || item->datum != datum || item->column != column)
		item++;
	return item;
}

static void name_beside_its_part(struct setting *s, struct scene *c)
{
	(void)s;
	part(c, ROLE_KEY, SCENE_NO_DATUM, 2)->text.at.x = part(c, ROLE_PART, 0, 1)->path.rect.x;
}

static void part_of_another_length(struct setting *s, struct scene *c)
{
	(void)s;
	part(c, ROLE_PART, 0, 1)->path.rect.w -= 20;
}

static void part_behind_a_hole(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *item = part(c, ROLE_PART, 0, 2);
	item->path.rect.x += 20;
	item->path.rect.w -= 20;
}

static void parts_in_another_order(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *first = part(c, ROLE_PART, 1, 1), *second = part(c, ROLE_PART, 1, 2);
	first->column = 2;
	second->column = 1;
}

static void part_of_another_value(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *item = part(c, ROLE_PART, 0, 2);
	item->value += 500;
	item->path.rect.w += 500 * c->evidence->scales[0].per_unit;
}

static void part_in_another_colour(struct setting *s, struct scene *c)
{
	(void)s;
	part(c, ROLE_PART, 1, 1)->path.fill = part(c, ROLE_PART, 0, 2)->path.fill;
}

static void a_part_less(struct setting *s, struct scene *c)
{
	(void)s;
	part(c, ROLE_PART, 0, 2)->role = ROLE_RULE;
}

static void seven_parts(struct setting *s, struct scene *c)
{
	(void)s;
	for (int i = 3; i <= 7; i++) {
		struct scene_item own = *part(c, ROLE_PART, 0, 2);
		own.path.rect.x = rect_right(own.path.rect);
		own.path.rect.w = 0;
		own.value = 0;
		own.column = i;
		*scene_add_rect(c, ROLE_PART, own.path.rect, own.path.fill) = own;
	}
}

static void total_of_other_values(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[0].value += 1000;
}

static void total_without_a_part(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[3].present = true;
}

static void total_left_out(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[1].present = false;
}

static void number_beside_its_part(struct setting *s, struct scene *c)
{
	(void)s;
	part(c, ROLE_SHARE, 0, 1)->text.at.x += part(c, ROLE_PART, 0, 1)->path.rect.w / 2;
}

static void number_of_another_part(struct setting *s, struct scene *c)
{
	relabel(s, part(c, ROLE_SHARE, 0, 1), "12,346.5");
}

static void another_share(struct setting *s, struct scene *c)
{
	relabel(s, part(c, ROLE_SHARE, 0, 1), "52%");
}

static void part_of_another_share(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *item = part(c, ROLE_PART, 0, 1);
	item->value += 2;
	item->path.rect.w += 2 * c->evidence->scales[0].per_unit;
}

static void parts_hard_to_tell_apart(struct setting *s, struct scene *c)
{
	(void)s;
	struct color like = part(c, ROLE_PART, 0, 1)->path.fill;
	like.b = (unsigned char)(like.b ^ 4);
	for (int datum = 0; datum < 3; datum++)
		part(c, ROLE_PART, datum, 2)->path.fill = like;
}

static void pale_part(struct setting *s, struct scene *c)
{
	(void)s;
	part(c, ROLE_PART, 0, 2)->path.fill = (struct color){ 230, 230, 230 };
}

static void title_of_another_total(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two comes to 21,977.0 points in total");
}

static void title_of_another_share(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "48% of the total of Model Two is Test");
}

static void part_without_a_scale(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_PART, -1)->scale = 99;
}

#endif
