/* proof_course_breaks.h: what proof_test.c breaks in lines over the calendar: the runs of Model Two are data 0 and 1,
 * those of Model One 2 to 4, that of Model Three 5. */
#ifndef TESTS_PROOF_COURSE_BREAKS_H
#define TESTS_PROOF_COURSE_BREAKS_H

#include "proof_support.h"

static void dot_of_another_day(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *dot = find(c, ROLE_DOT, 2);
	dot->value += 7;
	dot->path.rect.x += 7 * c->evidence->scales[0].per_unit;
}

static void dot_of_another_value(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *dot = find(c, ROLE_DOT, 2);
	dot->value_y += 100;
	dot->path.rect.y += 100 * c->evidence->scales[1].per_unit;
}

static void dot_without_a_day(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_DOT, 3)->scale_y = SCENE_NO_SCALE;
}

static void line_to_another_row(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CONNECT, 3)->datum = 2;
}

static void line_of_nothing(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CONNECT, 3)->datum = SCENE_NO_DATUM;
}

static void line_back_in_time(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[3].day = c->evidence->data[2].day - 1;
}

static void line_beside_its_dots(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CONNECT, 4)->path.rect.y += 9;
}

static void line_that_skips_a_run(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *line = find(c, ROLE_CONNECT, 4), *first = find(c, ROLE_CONNECT, 3);
	struct rect from = first->path.rect, to = line->path.rect;
	line->path.rect = (struct rect){ from.x, from.y, rect_right(to) - from.x, rect_bottom(to) - from.y };
}

static void line_lost(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_CONNECT, 3)->role = ROLE_GRID;
}

static void line_twice(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item copy = *find(c, ROLE_CONNECT, 3);
	*scene_add(c, SCENE_PATH, ROLE_CONNECT) = copy;
}

static void course_without_a_name(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 4)->role = ROLE_WORD;
}

static void name_before_the_end(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 4)->datum = 3;
}

static void value_before_the_end(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 4)->datum = 3;
}

static void ends_change_places(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *a = find(c, ROLE_VALUE, 1), *b = find(c, ROLE_VALUE, 4);
	double y = a->text.at.y;
	a->text.at.y = b->text.at.y;
	b->text.at.y = y;
}

static void leaders_of_ends_change_places(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *a = find(c, ROLE_LEADER, 1), *b = find(c, ROLE_LEADER, 4);
	a->datum = 4;
	b->datum = 1;
}

static void value_out_of_line(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 4)->text.at.x += 2;
}

static void whisker_of_a_run_lost(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_WHISKER, 3)->role = ROLE_GRID;
}

#endif
