/* proof_shown_breaks.h: ways to name and count what is not drawn, and to leave rows out without a gap, for
 * proof_test.c.
 */
#include "proof_support.h"

static void hide(struct scene *c, const char *name)
{
	const char **names = arena_alloc(c->arena, 1, sizeof *names);
	names[0] = name;
	c->evidence->hidden = names;
	c->evidence->n_hidden = 1;
}

static void title_names_hidden(struct setting *s, struct scene *c)
{
	hide(c, "Model Nine");
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two is behind Model Nine");
}

static void alt_names_hidden(struct setting *s, struct scene *c)
{
	(void)s;
	hide(c, "Model Nine");
	c->document.alt = "Last: Model Nine, 1.";
}

static void note_names_hidden(struct setting *s, struct scene *c)
{
	hide(c, "Model Nine");
	relabel(s, find(c, ROLE_NOTE, -1), "Model Nine is not here.");
}

static void title_counts_hidden(struct setting *s, struct scene *c)
{
	c->evidence->models = (struct scene_count){ 30, 12 };
	relabel(s, find(c, ROLE_TITLE, -1), "30 models on Test");
}

static void alt_counts_hidden(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->benchmarks = (struct scene_count){ 8, 4 };
	c->document.alt = "Panels of eight benchmarks.";
}

/* A count is kept with what it counts, and is counted again. */
static void tally_is_one_more(struct setting *s, struct scene *c)
{
	struct scene_census *census = &c->evidence->census;
	struct scene_tally *tallies = arena_alloc(s->arena, census->n_tallies, sizeof *tallies);
	assert_true(census->n_tallies > 0);
	for (size_t i = 0; i < census->n_tallies; i++) {
		tallies[i] = census->tallies[i];
		tallies[i].n++;
	}
	census->tallies = tallies;
}

/* Shorter titles are made as well, and count what this one does not. */
static void title_is_another(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Three models on Test");
}

static void title_counts_what_nobody_kept(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Two models lead on Test");
}

static void alt_counts_what_nobody_kept(struct setting *s, struct scene *c)
{
	(void)s;
	c->document.alt = "Leaderboard of Test for 3 models.";
}

static void rows_left_out(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 2; i < c->evidence->n_data; i++)
		c->evidence->data[i].of_all += 3;
}

/* Between the second row and the third. */
static void add_gap(struct setting *s, struct scene *c, const char *text)
{
	const struct scene_item *label = find(c, ROLE_LABEL, 2);
	struct point at = { label->text.at.x, label->text.at.y - 1 };
	scene_add_text(c, ROLE_GAP, at, shaped(s, label, text), label->text.color);
}

static void gap_says_another_number(struct setting *s, struct scene *c)
{
	rows_left_out(s, c);
	add_gap(s, c, "13 more");
}

/* The largest value of a column belongs to a row that is left out. */
static void largest_left_out(struct setting *s, struct scene *c)
{
	struct scene_top *tops = arena_alloc(s->arena, 2, sizeof *tops);
	tops[0] = tops[1] = (struct scene_top){ true, true, 1e6 };
	c->evidence->tops = tops;
}
