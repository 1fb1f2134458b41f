/* The rules of pages: two made-up pages keep them, and broken on purpose in one place each is caught. */
#include "base/arena.h"
#include "base/str.h"
#include "scene/evidence.h"
#include "scene/proof.h"
#include "scene/told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PAGES = 3, LINES = 40 };

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

static struct scene_item *write(struct setting *s, struct scene *page, enum scene_role role, double y, const char *text,
                                int datum)
{
	struct text_style style = { .size = role == ROLE_PAGE ? 9 : 10.5 };
	struct scene_item *item =
		scene_add_text(page, role, (struct point){ 56, y }, text_shape(s->fonts, text, style, 0, 0, s->diags),
	                       s->look->palette.ink);
	item->datum = datum;
	return item;
}

static struct scene *page_of(struct setting *s, size_t number)
{
	struct scene *page = scene_new(s->arena, 595, 842);
	struct scene_paper *paper = arena_alloc(s->arena, 1, sizeof *paper);
	*paper = (struct scene_paper){ .body = { 56, 57, 482, 720 }, .filled = { 56, 57, 482, 720 }, .step = 15 };
	page->paper = paper;
	page->u = 10.5;
	page->text_min = 9;
	page->safe = (struct rect){ 20, 20, 555, 802 };
	page->background = s->look->palette.background;
	page->muted = s->look->palette.muted;
	write(s, page, ROLE_SECTION, 57 + 11, "A heading", 0);
	for (int i = 0; i < LINES; i++) /* paragraphs of four lines; the last one continues on the next page */
		write(s, page, ROLE_PROSE, 57 + 26 + 15 * i,
		      "Running text of a length that the eye of a reader can follow well, line by line.",
		      (int)number * 10 + 1 + (i + 2) / 4);
	write(s, page, ROLE_PAGE, 810, arena_printf(s->arena, "Page %zu", number + 1), SCENE_NO_DATUM);
	return page;
}

static void draw(struct setting *s, struct scene **pages)
{
	for (size_t i = 0; i < PAGES; i++)
		pages[i] = page_of(s, i);
	struct scene_item *target = scene_add(pages[0], SCENE_TARGET, ROLE_FIGURE);
	target->target = (struct scene_target){ { 56, 400 }, "chart", NULL, 0 };
	struct scene_item *link = scene_add(pages[0], SCENE_LINK, ROLE_PROSE);
	link->link = (struct scene_link){ { 56, 100, 40, 12 }, "#chart" };
}

static struct scene_item *last(struct scene *page, enum scene_role role)
{
	for (size_t i = page->n_items; i-- > 0;)
		if (page->items[i].role == role && page->items[i].kind == SCENE_TEXT)
			return &page->items[i];
	print_error("the page has no %s\n", scene_role_word(role));
	abort();
}

/* ---- what is broken ---- */

static void wide_figure(struct setting *s, struct scene **pages)
{
	struct scene *figure = scene_new(s->arena, 520, 100);
	struct scene_item *item = scene_add(pages[0], SCENE_FIGURE, ROLE_FIGURE);
	item->figure = (struct scene_figure){ .at = { 56, 690 }, .scene = figure, .name = "Figure 1" };
}

static struct scene *add_figure(struct setting *s, struct scene *page, const struct scene_told *told)
{
	struct scene *figure = scene_new(s->arena, 300, 60);
	figure->evidence->told = told;
	figure->evidence->n_told = 1;
	struct scene_item *item = scene_add(page, SCENE_FIGURE, ROLE_FIGURE);
	item->figure = (struct scene_figure){ .at = { 66, 690 }, .scene = figure, .name = "Figure 1" };
	return figure;
}

/* What a figure leaves to one before it, which is not there. */
static void note_told_nowhere(struct setting *s, struct scene **pages)
{
	static const struct scene_told told = { "= shared rank.", KEY_NONE, SAYS_CONVENTION };
	add_figure(s, pages[1], &told);
}

/* The same words, but with hatching before them where a ring is meant. */
static void key_of_another_mark(struct setting *s, struct scene **pages)
{
	static const struct scene_told told = { "claimed.", KEY_RING, SAYS_CONVENTION | SAYS_CLAIM };
	struct scene *figure = add_figure(s, pages[1], &told);
	scene_add_rect(figure, ROLE_CHIP, (struct rect){ 0, 0, 10, 5 }, figure->background)->path.pattern =
		PATTERN_HATCH;
	write(s, figure, ROLE_KEY, 20, told.text, SCENE_NO_DATUM)->says = told.says;
}

static void figure_off_its_ground(struct setting *s, struct scene **pages)
{
	struct scene *figure = scene_new(s->arena, 300, 100);
	figure->background = (struct color){ 17, 17, 17 };
	figure->safe = (struct rect){ 0, 0, 300, 100 };
	scene_add_rect(pages[1], ROLE_BACKGROUND, (struct rect){ 50, 640, 310, 110 }, figure->background);
	struct scene_item *item = scene_add(pages[1], SCENE_FIGURE, ROLE_FIGURE);
	item->figure = (struct scene_figure){ .at = { 66, 640 }, .scene = figure, .name = "Figure 1" };
}

static void figure_on_text(struct setting *s, struct scene **pages)
{
	struct scene *figure = scene_new(s->arena, 300, 100);
	struct scene_item *item = scene_add(pages[1], SCENE_FIGURE, ROLE_FIGURE);
	item->figure = (struct scene_figure){ .at = { 56, 200 }, .scene = figure, .name = "Figure 1" };
}

static void image_on_text(struct setting *s, struct scene **pages)
{
	(void)s;
	struct scene_item *item = scene_add(pages[1], SCENE_IMAGE, ROLE_FIGURE);
	item->image = (struct scene_image){ .rect = { 56, 200, 300, 100 }, .name = "picture.png", .alt = "A picture" };
}

static void cover_picture_on_text(struct setting *s, struct scene **pages)
{
	(void)s;
	struct scene_item *item = scene_add(pages[1], SCENE_IMAGE, ROLE_BACKGROUND);
	item->image = (struct scene_image){ .rect = { 0, 0, pages[1]->width, 300 }, .name = "sky.png", .fills = true };
}

static void logo_off_page(struct setting *s, struct scene **pages)
{
	(void)s;
	struct scene_item *item = scene_add(pages[1], SCENE_IMAGE, ROLE_PAGE);
	item->image = (struct scene_image){ .rect = { 560, 20, 60, 12 }, .name = "logo.svg", .alt = "Northlight" };
}

static void image_on_figure(struct setting *s, struct scene **pages)
{
	struct scene *figure = scene_new(s->arena, 300, 30);
	struct scene_item *item = scene_add(pages[1], SCENE_FIGURE, ROLE_FIGURE);
	item->figure = (struct scene_figure){ .at = { 56, 690 }, .scene = figure, .name = "Figure 1" };
	item = scene_add(pages[1], SCENE_IMAGE, ROLE_FIGURE);
	item->image = (struct scene_image){ .rect = { 100, 700, 40, 40 }, .name = "picture.png", .alt = "A picture" };
}

static void heading_at_end(struct setting *s, struct scene **pages)
{
	write(s, pages[1], ROLE_SECTION, 57 + 26 + 15 * LINES, "Another heading", 900);
}

static void widow(struct setting *s, struct scene **pages)
{
	(void)s;
	last(pages[0], ROLE_PROSE)->datum = 11;
	for (size_t i = 0; i < pages[1]->n_items; i++)
		if (pages[1]->items[i].datum == 11)
			pages[1]->items[i].datum = 12;
	pages[1]->items[1].datum = 11;
}

static void fill(struct setting *s, struct scene **pages, const char *text, double x)
{
	for (size_t p = 0; p < PAGES; p++)
		for (size_t i = 0; i < pages[p]->n_items; i++)
			if (pages[p]->items[i].role == ROLE_PROSE && pages[p]->items[i].kind == SCENE_TEXT) {
				pages[p]->items[i].text.block =
					text_shape(s->fonts, text, (struct text_style){ .size = 10.5 }, 0, 0, s->diags);
				pages[p]->items[i].text.at.x = x;
			}
}

static void short_lines(struct setting *s, struct scene **pages)
{
	fill(s, pages, "Much too short.", 56);
}

/* Nine characters in ten bytes are still a script whose lines are counted; what is half a point off is not indented. */
static void short_lines_with_accents(struct setting *s, struct scene **pages)
{
	fill(s, pages, "Bien trop court \u00e9\u00e0", 56.5);
}

static void off_grid(struct setting *s, struct scene **pages)
{
	(void)s;
	last(pages[1], ROLE_PROSE)->text.at.y += 4;
}

static void in_margin(struct setting *s, struct scene **pages)
{
	(void)s;
	last(pages[1], ROLE_PROSE)->text.at.x = 30;
}

/* A little over the edge may hang; more than that does not. */
static void over_the_right_edge(struct setting *s, struct scene **pages)
{
	(void)s;
	struct scene_item *line = last(pages[1], ROLE_PROSE);
	line->text.at.x += rect_right(pages[1]->paper->body) + 3.5 + 0.6 - rect_right(scene_ink(line));
}

static void far_figure(struct setting *s, struct scene **pages)
{
	(void)s;
	struct scene_item *target = &pages[0]->items[pages[0]->n_items - 2];
	*scene_add(pages[2], SCENE_TARGET, ROLE_FIGURE) = *target;
	target->target.name = "other";
}

static void half_empty(struct setting *s, struct scene **pages)
{
	(void)s;
	for (size_t i = 0; i < pages[1]->n_items; i++)
		if (pages[1]->items[i].kind == SCENE_TEXT && pages[1]->items[i].role == ROLE_PROSE &&
		    pages[1]->items[i].text.at.y > 300)
			pages[1]->items[i].role = ROLE_PAGE;
	for (size_t i = 0; i < pages[2]->n_items; i++)
		if (pages[2]->items[i].role == ROLE_SECTION)
			pages[2]->items[i].role = ROLE_PROSE;
}

/* part: the slide that begins a part; PAGES: none does. */
static void make_slides(struct setting *s, struct scene **pages, size_t part)
{
	for (size_t i = 0; i < PAGES; i++) {
		struct scene_paper *paper = arena_alloc(s->arena, 1, sizeof *paper);
		*paper = *pages[i]->paper;
		paper->slide = true;
		paper->part = i == part;
		pages[i]->paper = paper;
	}
}

static void half_empty_slide(struct setting *s, struct scene **pages)
{
	half_empty(s, pages);
	make_slides(s, pages, PAGES);
}

/* What stands at the foot of a page does not fill it. */
static void half_empty_with_a_footnote(struct setting *s, struct scene **pages)
{
	half_empty(s, pages);
	write(s, pages[1], ROLE_FOOTNOTE, 760, "A note at the foot.", 902);
}

/* Full from top to bottom, but on the left only. */
static void empty_at_the_right(struct setting *s, struct scene **pages)
{
	fill(s, pages, "Much too short to fill a page.", 56);
	for (size_t i = 0; i < pages[2]->n_items; i++)
		if (pages[2]->items[i].role == ROLE_SECTION)
			pages[2]->items[i].role = ROLE_PROSE;
}

static void no_number(struct setting *s, struct scene **pages)
{
	(void)s;
	last(pages[1], ROLE_PAGE)->role = ROLE_PROSE;
}

/* A row of a table with two marks, each before its words. */
static struct scene_item *add_cell(struct setting *s, struct scene *page, double y, const char *words, bool full)
{
	struct scene_item *sign = scene_add(page, SCENE_PATH, ROLE_SIGN);
	sign->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                          .rect = { 56, y - 6, 6, 6 },
		                          .radius = 3,
		                          .pattern = full ? PATTERN_SOLID : PATTERN_NONE,
		                          .fill = s->look->palette.ink,
		                          .stroke = full ? 0 : 1,
		                          .stroke_color = s->look->palette.ink };
	write(s, page, ROLE_FIELD, y, words, 903)->text.at.x = 66;
	return &page->items[page->n_items - 2];
}

/* A small chart from 10 to 20 with a dot for 12 and one in focus for 18. */
static struct scene_item *add_spark(struct setting *s, struct scene *page)
{
	double y = 57 + 26 + 15 * (LINES + 4), values[] = { 12, 18 };
	struct scene_item *line =
		scene_add_rect(page, ROLE_SPARK, (struct rect){ 100, y, 100, 1 }, s->look->palette.grid);
	line->low = 10;
	line->high = 20;
	for (size_t i = 0; i < 2; i++) {
		double x = 100 + (values[i] - 10) * 10;
		struct scene_item *dot = scene_add_rect(page, ROLE_SPARK, (struct rect){ x - 2, y + 0.5 - 2, 4, 4 },
		                                        i ? s->look->palette.highlight : s->look->palette.muted);
		dot->path.shape = SHAPE_ROUNDED;
		dot->value = values[i];
	}
	return &page->items[page->n_items - 1];
}

static void spark(struct setting *s, struct scene **pages)
{
	add_spark(s, pages[1]);
}

static void spark_dot_off(struct setting *s, struct scene **pages)
{
	add_spark(s, pages[1])->path.rect.x += 4;
}

static void spark_dot_outside(struct setting *s, struct scene **pages)
{
	add_spark(s, pages[1])->value = 21;
}

static void spark_without_focus(struct setting *s, struct scene **pages)
{
	add_spark(s, pages[1])->path.fill = s->look->palette.muted;
}

static void spark_dot_alone(struct setting *s, struct scene **pages)
{
	struct scene_item *dot = add_spark(s, pages[1]);
	dot[-2].role = ROLE_RULE;
}

static void signs(struct setting *s, struct scene **pages)
{
	add_cell(s, pages[1], 57 + 26 + 15 * LINES, "leads", true);
	add_cell(s, pages[1], 57 + 26 + 15 * (LINES + 1), "close behind", false);
	add_cell(s, pages[1], 57 + 26 + 15 * (LINES + 2), "close", false); /* a narrow column broke it */
}

static void sign_of_other_words(struct setting *s, struct scene **pages)
{
	signs(s, pages);
	add_cell(s, pages[1], 57 + 26 + 15 * (LINES + 3), "leads", false);
}

static void sign_of_no_words(struct setting *s, struct scene **pages)
{
	add_cell(s, pages[1], 57 + 26 + 15 * LINES, "leads", true)->path.rect.y -= 30;
}

static void touching(struct setting *s, struct scene **pages)
{
	write(s, pages[1], ROLE_PROSE, 200, "On top of another line", 901);
}

static const struct {
	const char *rule;
	void (*break_it)(struct setting *s, struct scene **pages);
	const char *names;
} breaks[] = {
	{ "I1", wide_figure, "page 1" },
	{ "C6", note_told_nowhere, "shared rank" },
	{ "C6", key_of_another_mark, "claimed" },
	{ "I2", heading_at_end, "Another heading" },
	{ "I3", widow, "stands alone" },
	{ "I4", short_lines, "15 characters" },
	{ "I4", short_lines_with_accents, "18 characters" },
	{ "I6", off_grid, "off the grid" },
	{ "I7", in_margin, "extends into the margin" },
	{ "I7", over_the_right_edge, "extends into the margin" },
	{ "I10", half_empty_with_a_footnote, "page 2 is" },
	{ "I9", far_figure, "first mentioned on page 1" },
	{ "I10", half_empty, "page 2 is" },
	{ "I10", half_empty_slide, "page 2 is" },
	{ "I10", empty_at_the_right, "page 2 is empty on 7" },
	{ "I12", no_number, "page 2" },
	{ "I13", sign_of_other_words, "the mark before \"leads\"" },
	{ "I14", spark_dot_off, "points off" },
	{ "I14", spark_dot_outside, "a dot for 21" },
	{ "I14", spark_without_focus, "2 dots, 0 of them in focus" },
	{ "I14", spark_dot_alone, "on no line" },
	{ "I13", sign_of_no_words, "before no words" },
	{ "E1", figure_off_its_ground, "stands on another ground than its own" },
	{ "B1", figure_on_text, "touches a figure" },
	{ "B1", image_on_text, "touches the picture" },
	{ "B1", cover_picture_on_text, "touches the picture" },
	{ "I1", logo_off_page, "does not fit on the page" },
	{ "B1", image_on_figure, "the picture \"picture.png\" touches a figure" },
	{ "B1", touching, "On top of another line" },
};

static void sound_pages_keep_every_rule(void **state)
{
	struct setting *s = *state;
	struct scene *pages[PAGES];
	draw(s, pages);
	struct proof proof = proof_check_pages(s->arena, (const struct scene *const *)pages, PAGES);
	for (size_t i = 0; i < proof.count; i++)
		print_message("%s: %s\n", proof.findings[i].rule, proof.findings[i].message);
	assert_int_equal(proof.count, 0);
}

static void what_is_broken_on_purpose_is_caught_and_named(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
		struct scene *pages[PAGES];
		bool caught = false;
		draw(s, pages);
		breaks[i].break_it(s, pages);
		struct proof proof = proof_check_pages(s->arena, (const struct scene *const *)pages, PAGES);
		for (size_t k = 0; k < proof.count; k++)
			caught |= str_eq(proof.findings[k].rule, breaks[i].rule) &&
			          strstr(proof.findings[k].message, breaks[i].names);
		for (size_t k = 0; k < proof.count && !caught; k++)
			print_message("%s: %s\n", proof.findings[k].rule, proof.findings[k].message);
		if (!caught)
			fail_msg("rule %s did not catch what was broken", breaks[i].rule);
	}
}

/* A figure may be mentioned on the page after it, a page may continue on the next. */
static void mentioned_on_the_next_page(struct setting *s, struct scene **pages)
{
	(void)s;
	for (size_t i = 0; i < pages[0]->n_items; i++)
		if (pages[0]->items[i].kind == SCENE_LINK)
			pages[0]->items[i].link.uri = "#other";
	struct scene_item *link = scene_add(pages[1], SCENE_LINK, ROLE_PROSE);
	link->link = (struct scene_link){ { 56, 100, 40, 12 }, "#chart" };
}

/* Lists and quotes have lines of their own length. */
static void short_indented_lines(struct setting *s, struct scene **pages)
{
	fill(s, pages, "Much too short.", 56.75);
}

static void short_lines_of_another_script(struct setting *s, struct scene **pages)
{
	fill(s, pages, "Un texte court\u00e9\u00e0\u00e8", 56);
}

static void text_that_continues(struct setting *s, struct scene **pages)
{
	(void)s;
	for (size_t p = 1; p < PAGES; p++)
		for (size_t i = 0; i < pages[p]->n_items; i++)
			if (pages[p]->items[i].role == ROLE_SECTION)
				pages[p]->items[i].role = ROLE_PROSE;
}

/* What stands beside the text fills the page too. */
static void full_at_the_right(struct setting *s, struct scene **pages)
{
	empty_at_the_right(s, pages);
	for (int i = 0; i < 7; i++)
		write(s, pages[1], ROLE_SIDE, 100 + 100 * i, "Beside the text.", 903)->text.at.x = 360;
}

/* The last slide of a part may end where its message does. */
static void short_slide(struct setting *s, struct scene **pages)
{
	half_empty(s, pages);
	make_slides(s, pages, 2);
}

static void footnote_on_a_full_page(struct setting *s, struct scene **pages)
{
	text_that_continues(s, pages);
	write(s, pages[1], ROLE_FOOTNOTE, 100, "A note, oddly far up.", 902);
}

static const struct {
	const char *rule;
	void (*change)(struct setting *s, struct scene **pages);
} keeps[] = {
	{ "I9", mentioned_on_the_next_page },
	{ "I4", short_indented_lines },
	{ "I4", short_lines_of_another_script },
	{ "I10", text_that_continues },
	{ "I10", full_at_the_right },
	{ "I10", short_slide },
	{ "I10", footnote_on_a_full_page },
	{ "I13", signs },
	{ "I14", spark },
};

static void what_is_sound_is_no_finding(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; i < sizeof keeps / sizeof *keeps; i++) {
		struct scene *pages[PAGES];
		draw(s, pages);
		keeps[i].change(s, pages);
		struct proof proof = proof_check_pages(s->arena, (const struct scene *const *)pages, PAGES);
		for (size_t k = 0; k < proof.count; k++)
			if (str_eq(proof.findings[k].rule, keeps[i].rule))
				fail_msg("rule %s found: %s", keeps[i].rule, proof.findings[k].message);
	}
}

static void every_rule_of_pages_has_its_break(void **state)
{
	(void)state;
	const struct proof_rule *rule;
	for (size_t i = 0; (rule = proof_rule_at(i)); i++) {
		bool tried = rule->id[0] != 'I';
		for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++)
			tried |= str_eq(breaks[k].rule, rule->id);
		if (!tried)
			fail_msg("no test breaks rule %s", rule->id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_pages_keep_every_rule),
		cmocka_unit_test(what_is_broken_on_purpose_is_caught_and_named),
		cmocka_unit_test(what_is_sound_is_no_finding),
		cmocka_unit_test(every_rule_of_pages_has_its_break),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
