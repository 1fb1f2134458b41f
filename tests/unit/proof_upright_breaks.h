/* proof_upright_breaks.h: what proof_test.c breaks in columns: Model One is datum 0, Model Two datum 1. */
#ifndef TESTS_PROOF_UPRIGHT_BREAKS_H
#define TESTS_PROOF_UPRIGHT_BREAKS_H

#include "proof_support.h"

static void column_off_its_zero(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 0)->path.rect.y -= 10;
}

static void column_too_short(struct setting *s, struct scene *c)
{
	(void)s;
	struct rect *r = &find(c, ROLE_MARK, 1)->path.rect;
	r->y += 20;
	r->h -= 20;
}

static void larger_and_shorter(struct setting *s, struct scene *c)
{
	(void)s;
	struct rect *r = &find(c, ROLE_MARK, 0)->path.rect;
	r->y += r->h - 2;
	r->h = 2;
}

static void column_out_of_its_plot(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].plot.h /= 2;
}

static void value_far_above(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 1)->text.at.y -= 30;
}

static void value_beside_its_column(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 1)->text.at.x += 25;
}

static void name_in_its_column(struct setting *s, struct scene *c)
{
	(void)s;
	for (int datum = 0; datum < 4; datum++)
		find(c, ROLE_LABEL, datum)->text.at.y -= 60;
}

static void name_lower_than_others(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->text.at.y += 3;
}

#endif
