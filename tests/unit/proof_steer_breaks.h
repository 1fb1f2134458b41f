/* proof_steer_breaks.h: ways to break the rules of what an author asks for besides, for proof_test.c. */
#include "proof_support.h"

static struct scene_item *add_range(struct scene *c, double low, double high)
{
	const struct scene_scale *scale = &c->evidence->scales[0];
	double from = scale->zero + scale->per_unit * low, to = scale->zero + scale->per_unit * high;
	struct scene_item *band = scene_add_rect(
		c, ROLE_RANGE, (struct rect){ from, scale->plot.y, to - from, scale->plot.h }, c->background);
	band->scale = 0;
	band->low = low;
	band->high = high;
	return band;
}

static void band_without_note(struct setting *s, struct scene *c)
{
	(void)s;
	add_range(c, 100, 200);
}

static void band_off_its_values(struct setting *s, struct scene *c)
{
	(void)s;
	add_range(c, 100, 200)->high = 5000;
}

static void edge_off_its_value(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *edge = add_range(c, 100, 100);
	edge->low = edge->high = 5000;
}

static void band_on_no_scale(struct setting *s, struct scene *c)
{
	(void)s;
	add_range(c, 100, 200)->scale = SCENE_NO_SCALE;
}

/* What another source says, so near that it reads as part of the number. */
static void stroke_at_a_value(struct setting *s, struct scene *c)
{
	(void)s;
	const struct scene_item *value = find(c, ROLE_VALUE, 1);
	struct rect ink = scene_ink(value);
	struct scene_item *stroke = scene_add_rect(
		c, ROLE_OTHER, (struct rect){ ink.x - 0.05 * c->u - 2, ink.y, 2, ink.h }, value->text.color);
	stroke->datum = 1;
	stroke->scale = 0;
}

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

static size_t nothing_withheld(const void *of, size_t column)
{
	(void)of;
	(void)column;
	return 0;
}

/* Nothing says that claims are left out. */
static void withheld_untold(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].says & SAYS_WITHHELD)
			c->items[i].says = 0;
}

static void withheld_miscounted(struct setting *s, struct scene *c)
{
	struct scene_tally *tallies = arena_alloc(s->arena, c->evidence->census.n_tallies, sizeof *tallies);
	for (size_t i = 0; i < c->evidence->census.n_tallies; i++) {
		tallies[i] = c->evidence->census.tallies[i];
		tallies[i].n += tallies[i].what == COUNT_WITHHELD;
	}
	c->evidence->census.tallies = tallies;
}

static void withheld_and_drawn(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[1].claimed = true;
}

static void told_and_not_withheld(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->census.withheld = nothing_withheld;
}

/* Of a group that does not begin on an earlier page. */
static void head_goes_on(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_GROUP, -1), "Acme (continued)");
}

static void head_begins_again(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_GROUP, -1), "Acme");
}

static void head_of_another_group(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_GROUP, -1), "Blue");
}

static void head_lost(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_GROUP, -1)->role = ROLE_HEAD;
}

static void head_below_its_rows(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_GROUP, -1)->text.at.y += 400;
}

static void row_of_another_group(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 0)->datum = 3;
}

static void group_in_wrong_order(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[c->evidence->n_data - 1].present = true;
	c->evidence->data[c->evidence->n_data - 1].value = 1e6;
}

static void grouped_and_not_asked(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->census.group = NULL;
}

static void log_untold(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		c->items[i].says &= ~(unsigned)SAYS_LOG;
}

static void log_of_a_narrow_range(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].asked = false;
}

static void dot_as_on_a_linear_scale(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_DOT, 1)->path.rect.x -= 30;
}

static void annotation_not_in_the_alt_text(struct setting *s, struct scene *c)
{
	(void)s;
	c->document.alt = "A chart of two models.";
}

static struct scene_item *lead_of(struct scene *c)
{
	struct scene_item *whisker = find(c, ROLE_WHISKER, 0);
	struct scene_item *lead = scene_add_rect(c, ROLE_LEAD, whisker->path.rect, c->background);
	whisker = find(c, ROLE_WHISKER, 0);
	lead->scale = whisker->scale;
	lead->low = whisker->low;
	lead->high = whisker->high;
	return lead;
}

static void lead_of_nobody(struct setting *s, struct scene *c)
{
	(void)s;
	lead_of(c)->high += 1;
}

static void lead_off_its_interval(struct setting *s, struct scene *c)
{
	(void)s;
	lead_of(c)->path.rect.w += 20;
}

static void framed_band(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LEAD, -1)->path.stroke = 1;
}

static void stroke_without_a_key(struct setting *s, struct scene *c)
{
	(void)s;
	struct rect dot = find(c, ROLE_DOT, 2)->path.rect;
	struct scene_item *stroke =
		scene_add_rect(c, ROLE_OTHER, (struct rect){ dot.x - 20, dot.y, 2, dot.h }, c->muted);
	stroke->datum = 2;
	stroke->scale = 0;
}

static void key_of_no_stroke(struct setting *s, struct scene *c)
{
	struct scene_item *note = find(c, ROLE_NOTE, -1);
	relabel(s, note, words_get(&language_english, WORD_NOTE_OTHER_VALUES));
	note->says = SAYS_OTHERS;
}

/* As if no value had an interval. */
static void no_interval_untold(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->evidence->n_data; i++)
		c->evidence->data[i].interval = false;
	for (size_t i = 0; i < c->n_items; i++) {
		c->items[i].says &= ~(unsigned)SAYS_INTERVALS;
		if (c->items[i].role == ROLE_WHISKER)
			c->items[i].role = ROLE_GRID;
	}
}

static void whiskers_denied(struct setting *s, struct scene *c)
{
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].says & SAYS_INTERVALS) {
			relabel(s, &c->items[i], words_get(&language_english, WORD_NOTE_NO_INTERVAL));
			c->items[i].says = SAYS_NO_INTERVALS;
		}
}

static void change_without_a_sign(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 2)->change = true;
}

static void value_in_words(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 2), "many");
}

static void another_multiple(struct setting *s, struct scene *c)
{
	struct scene_item *value = find(c, ROLE_VALUE, 2);
	struct scene_item remark = *value;
	remark.role = ROLE_REMARK;
	remark.says = SAYS_MULTIPLE;
	remark.text.block = shaped(s, value, "×\u00a077");
	*scene_add(c, SCENE_TEXT, ROLE_REMARK) = remark;
}

static void double_dagger_without_a_note(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_RANK, 1), "‡");
	find(c, ROLE_RANK, 1)->says = SAYS_UNSIGNED;
}
