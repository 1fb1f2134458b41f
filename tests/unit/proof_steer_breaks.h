/* proof_steer_breaks.h: ways to break the rules of what an author asks for besides, for proof_test.c. */
#include "proof_support.h"

static void annotation_of_another(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *said = find(c, ROLE_ANNOTATION, -1);
	said->datum = !said->datum;
}

static void annotation_of_nothing(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_ANNOTATION, -1)->datum = SCENE_NO_DATUM;
}

static void annotation_lost(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_ANNOTATION, -1)->role = ROLE_WORD;
}

static void annotation_twice(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *said = find(c, ROLE_ANNOTATION, -1);
	struct scene_item again = *said;
	again.text.at.y += 40;
	*scene_add(c, SCENE_TEXT, ROLE_ANNOTATION) = again;
}

static void annotation_reworded(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_ANNOTATION, -1), "Ran without any tools");
}

static void annotation_not_its_authors(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_ANNOTATION, -1)->own = NULL;
}

static void annotation_away_from_its_row(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_ANNOTATION, -1)->text.at.x += 2 * c->u;
}

static void annotation_in_another_row(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_ANNOTATION, -1)->text.at.y = find(c, ROLE_VALUE, 2)->text.at.y;
}

static void annotation_over_another_dot(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *said = find(c, ROLE_ANNOTATION, -1);
	struct rect dot = find(c, ROLE_DOT, !said->datum)->path.rect, ink = scene_ink(said);
	said->text.at.x += dot.x - ink.x;
	said->text.at.y += dot.y - 2.5 - rect_bottom(ink);
}

/* Its leader ends at no dot. */
static void annotation_led_astray(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *said = find(c, ROLE_ANNOTATION, -1);
	struct rect ink = scene_ink(said);
	said->text.at.x += 40;
	int datum = said->datum;
	struct color color = said->text.color;
	scene_add_line(c, ROLE_POINTER, (struct point){ ink.x + 40, ink.y }, (struct point){ ink.x + 40, ink.y - 40 },
	               1, color)
		->datum = datum;
}

static void annotation_of_a_wrong_number(struct setting *s, struct scene *c)
{
	struct scene_item *said = find(c, ROLE_ANNOTATION, -1);
	struct scene_own *own = arena_alloc(s->arena, 1, sizeof *own);
	*own = *said->own;
	relabel(s, said, "77 points more than usual");
	own->length = strlen(said->text.block->text);
	said->own = own;
}
