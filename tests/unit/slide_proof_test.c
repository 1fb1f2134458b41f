/* The rules of slides: three made-up slides keep them, and broken on purpose in one place each is caught. */
#include "base/arena.h"
#include "base/str.h"
#include "scene/evidence.h"
#include "scene/proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { SLIDES = 4, CHART = 3 }; /* the first is the cover, the last has a chart */

struct setting {
	struct arena *arena;
	struct diags *diags;
	const struct look *look;
	struct fontset *fonts;
};

static int set_up(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	s->arena = arena;
	s->diags = diags_new(arena);
	s->look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", s->diags);
	s->fonts = s->look ? fontset_open(arena, s->look, roots, 1, s->diags) : NULL;
	*state = s;
	return s->fonts ? 0 : -1;
}

static int tear_down(void **state)
{
	arena_free(((struct setting *)*state)->arena);
	return 0;
}

static struct scene_item *write(struct setting *s, struct scene *slide, enum scene_role role, struct point at,
                                double size, const char *text, int datum)
{
	struct text_style style = { .size = size };
	struct scene_item *item = scene_add_text(slide, role, at, text_shape(s->fonts, text, style, 0, 0, s->diags),
	                                         s->look->palette.ink);
	item->datum = datum;
	return item;
}

static struct scene_paper *paper_of(struct scene *slide)
{
	return (struct scene_paper *)(uintptr_t)slide->paper;
}

/* A chart as large as the slide, with a bar at the left. */
static void add_chart(struct setting *s, struct scene *slide)
{
	struct scene *chart = scene_new(s->arena, slide->width, slide->height);
	chart->background = slide->background;
	chart->safe = (struct rect){ 40, 80, 880, 380 };
	scene_add_rect(chart, ROLE_MARK, (struct rect){ 40, 150, 400, 40 }, s->look->palette.highlight);
	write(s, chart, ROLE_NOTE, (struct point){ 40, 440 }, 14, "A note", SCENE_NO_DATUM);
	struct scene_item *figure = scene_add(slide, SCENE_FIGURE, ROLE_FIGURE);
	figure->figure = (struct scene_figure){ .scene = chart, .name = "Figure 1" };
}

static struct scene *slide_of(struct setting *s, int number)
{
	struct scene *slide = scene_new(s->arena, 960, 540);
	struct scene_paper *paper = arena_alloc(s->arena, 1, sizeof *paper);
	*paper = (struct scene_paper){ .body = { 40, 34, 880, 460 }, .step = 25, .slide = true, .cover = !number };
	slide->paper = paper;
	slide->u = 18;
	slide->text_min = 12;
	slide->safe = (struct rect){ 0, 0, 960, 540 };
	slide->background = s->look->palette.background;
	slide->muted = s->look->palette.muted;
	write(s, slide, number ? ROLE_SECTION : ROLE_TITLE, (struct point){ 40, 68 }, number ? 28 : 44,
	      arena_printf(s->arena, "Message %d", number), 0);
	if (number == CHART)
		add_chart(s, slide);
	for (int i = 0; i < 8; i++)
		write(s, slide, ROLE_PROSE, (struct point){ 600, 150 + 25 * i }, 18, "A sentence that says it.",
		      100 * number + i);
	write(s, slide, ROLE_FIELD, (struct point){ 600, 370 }, 16, "A cell", 50);
	write(s, slide, ROLE_FOOTNOTE, (struct point){ 600, 400 }, 14, "A note", 51);
	write(s, slide, ROLE_PAGE, (struct point){ 40, 520 }, 12, "Page", SCENE_NO_DATUM);
	return slide;
}

static struct scene_item *find(struct scene *slide, enum scene_role role)
{
	size_t i = 0;
	while (slide->items[i].role != role)
		i++;
	return &slide->items[i];
}

static void resize(struct setting *s, struct scene *slide, enum scene_role role, double size)
{
	struct scene_item *item = find(slide, role);
	const struct text_style style = { .size = size };
	item->text.block = text_shape(s->fonts, item->text.block->text, style, 0, 0, s->diags);
}

/* ---- what is broken ---- */

static void no_title(struct setting *s, struct scene **slides)
{
	(void)s;
	find(slides[2], ROLE_SECTION)->role = ROLE_PROSE;
}

static void small_notes(struct setting *s, struct scene **slides)
{
	const struct scene *chart = find(slides[CHART], ROLE_FIGURE)->figure.scene;
	resize(s, (struct scene *)(uintptr_t)chart, ROLE_NOTE, 13);
}

static void small_text(struct setting *s, struct scene **slides)
{
	resize(s, slides[1], ROLE_PROSE, 17);
}

static void small_cell(struct setting *s, struct scene **slides)
{
	resize(s, slides[2], ROLE_FIELD, 15);
}

static void small_note(struct setting *s, struct scene **slides)
{
	resize(s, slides[1], ROLE_FOOTNOTE, 13);
}

static void lower_title(struct setting *s, struct scene **slides)
{
	(void)s;
	find(slides[2], ROLE_SECTION)->text.at.y += 4;
}

static void smaller_title(struct setting *s, struct scene **slides)
{
	resize(s, slides[2], ROLE_SECTION, 26);
}

static void words_on_chart(struct setting *s, struct scene **slides)
{
	write(s, slides[CHART], ROLE_PROSE, (struct point){ 60, 180 }, 18, "On the bar", 99);
}

static void same_title(struct setting *s, struct scene **slides)
{
	write(s, slides[2], ROLE_SECTION, (struct point){ 40, 68 }, 28, "Message 1", 0);
	*find(slides[2], ROLE_SECTION) = slides[2]->items[slides[2]->n_items - 1];
	slides[2]->n_items--;
}

static const struct {
	const char *rule;
	void (*break_it)(struct setting *s, struct scene **slides);
	const char *names;
} breaks[] = {
	{ "S1", no_title, "page 3: the slide has no title" },
	{ "S2", small_text, "17.0 points; a slide needs 18" },
	{ "S2", small_cell, "15.0 points; a slide needs 16" },
	{ "S2", small_note, "13.0 points; a slide needs 14" },
	{ "S3", lower_title, "page 3" },
	{ "S3", smaller_title, "page 3" },
	{ "S4", words_on_chart, "touches the chart" },
	{ "S5", same_title, "that of page 2: \"Message 1\"" },
	{ "S6", small_notes, "page 4: the notes of its chart are set at 13.0 points" },
};

/* ---- what is none ---- */

static void smaller_in_an_appendix(struct setting *s, struct scene **slides)
{
	resize(s, slides[2], ROLE_PROSE, 14);
	paper_of(slides[2])->appendix = true;
}

static void title_in_the_agenda(struct setting *s, struct scene **slides)
{
	lower_title(s, slides);
	paper_of(slides[2])->part = true;
}

static void title_that_continues(struct setting *s, struct scene **slides)
{
	same_title(s, slides);
	paper_of(slides[2])->continued = true;
}

static void long_title(struct setting *s, struct scene **slides)
{
	resize(s, slides[2], ROLE_SECTION, 24);
	*find(slides[2], ROLE_PROSE) = *find(slides[2], ROLE_SECTION);
	slides[2]->items[1].text.at.y += 30;
}

static void (*const keeps[])(struct setting *s, struct scene **slides) = { smaller_in_an_appendix, title_in_the_agenda,
	                                                                   title_that_continues, long_title };

static struct proof prove(struct setting *s, void (*change)(struct setting *s, struct scene **slides))
{
	struct scene *slides[SLIDES];
	for (int i = 0; i < SLIDES; i++)
		slides[i] = slide_of(s, i);
	if (change)
		change(s, slides);
	return proof_check_pages(s->arena, (const struct scene *const *)slides, SLIDES);
}

static void sound_slides_keep_every_rule(void **state)
{
	struct proof proof = prove(*state, NULL);
	for (size_t i = 0; i < proof.count; i++)
		print_message("%s: %s\n", proof.findings[i].rule, proof.findings[i].message);
	assert_int_equal(proof.count, 0);
}

static void what_is_broken_on_purpose_is_caught_and_named(void **state)
{
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
		struct proof proof = prove(*state, breaks[i].break_it);
		bool caught = false;
		for (size_t k = 0; k < proof.count; k++)
			caught |= str_eq(proof.findings[k].rule, breaks[i].rule) &&
			          strstr(proof.findings[k].message, breaks[i].names);
		for (size_t k = 0; k < proof.count && !caught; k++)
			print_message("%s: %s\n", proof.findings[k].rule, proof.findings[k].message);
		if (!caught)
			fail_msg("rule %s did not catch what was broken", breaks[i].rule);
	}
}

static void what_is_sound_is_no_finding(void **state)
{
	for (size_t i = 0; i < sizeof keeps / sizeof *keeps; i++) {
		struct proof proof = prove(*state, keeps[i]);
		for (size_t k = 0; k < proof.count; k++)
			if (proof.findings[k].rule[0] == 'S')
				fail_msg("rule %s found: %s", proof.findings[k].rule, proof.findings[k].message);
	}
}

static void every_rule_of_slides_has_its_break(void **state)
{
	(void)state;
	const struct proof_rule *rule;
	for (size_t i = 0; (rule = proof_rule_at(i)); i++) {
		bool tried = rule->id[0] != 'S';
		for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++)
			tried |= str_eq(breaks[k].rule, rule->id);
		if (!tried)
			fail_msg("no test breaks rule %s", rule->id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_slides_keep_every_rule),
		cmocka_unit_test(what_is_broken_on_purpose_is_caught_and_named),
		cmocka_unit_test(what_is_sound_is_no_finding),
		cmocka_unit_test(every_rule_of_slides_has_its_break),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
