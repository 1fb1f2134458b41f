/* Every rule of the proof: a real leaderboard keeps it, and the same leaderboard, broken on purpose in one place, is
 * caught. */
#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "data/load.h"
#include "read/read.h"
#include "scene/evidence.h"
#include "scene/proof.h"
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char data[] = "date: 2026-05-12\n"
			   "sources: [{id: s, title: A run, publisher: Tester, date: 2026-05-12, kind: run}]\n"
			   "organisations: [{id: a, name: Acme}, {id: b, name: Blue}]\n"
			   "models:\n"
			   "  - {id: one, name: Model One, organisation: a}\n"
			   "  - {id: two, name: Model Two, organisation: b}\n"
			   "  - {id: three, name: Model Three, organisation: a}\n"
			   "  - {id: four, name: Model Four, organisation: b}\n"
			   "benchmarks:\n"
			   "  - {id: t, name: Test, unit: points, range: [0, 20000], better: higher}\n"
			   "  - {id: c, name: Cost, unit: usd, better: lower}\n"
			   "measurements:\n"
			   "  - {model: one, benchmark: t, value: 12345.5, ci: 1.5, source: s, measured: third-party}\n"
			   "  - {model: two, benchmark: t, value: 9876.5, source: s, measured: third-party}\n"
			   "  - {model: three, benchmark: t, value: 5000.0, source: s, measured: third-party}\n"
			   "  - {model: four, benchmark: t, status: missing, source: s}\n"
			   "  - {model: one, benchmark: c, value: 9.5, source: s, measured: third-party}\n"
			   "  - {model: two, benchmark: c, value: 4.5, source: s, measured: third-party}\n"
			   "  - {model: three, benchmark: c, value: 7.5, source: s, measured: first-party}\n";

struct setting {
	struct arena *arena;
	struct diags *diags;
	const struct look *looks[2];
	struct fontset *fonts[2];
	const struct dataset *dataset;
};

static int set_up(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" }, *const names[] = { "editorial", "board" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	s->arena = arena;
	s->diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_YAML, "data", data, sizeof data - 1, s->diags);
	s->dataset = root ? dataset_build(arena, &root, 1, s->diags) : NULL;
	for (int i = 0; i < 2; i++) {
		s->looks[i] = look_load(arena, inputs_new(arena), names[i], "styles", s->diags);
		s->fonts[i] = s->looks[i] ? fontset_open(arena, s->looks[i], roots, 1, s->diags) : NULL;
	}
	*state = s;
	if (s->dataset && s->fonts[0] && s->fonts[1])
		return 0;
	diags_print(s->diags, stderr, false);
	return -1;
}

static int tear_down(void **state)
{
	arena_free(((struct setting *)*state)->arena);
	return 0;
}

static struct scene *drawn(struct setting *s, int look, const char *kind)
{
	const struct benchmark *b[] = { s->dataset->benchmarks[0], s->dataset->benchmarks[1] };
	const struct chart_kind *of = chart_kind_find(kind, place_file(NULL), s->diags);
	struct chart_request q = { .kind = of,
		                   .dataset = s->dataset,
		                   .look = s->looks[look],
		                   .fonts = s->fonts[look],
		                   .language = &language_english,
		                   .benchmarks = b,
		                   .n_benchmarks = of->most == 1 ? 1 : 2,
		                   .medium = MEDIUM_SLIDE,
		                   .width = 960,
		                   .height = 540,
		                   .pixel = 0.5,
		                   .focus = look ? NULL : s->dataset->variants[1] };
	struct chart_pages pages = { 0 };
	assert_true(chart_layout(s->arena, &q, &pages, s->diags));
	return pages.items[0];
}

static struct scene *leaderboard(struct setting *s, int look)
{
	return drawn(s, look, "leaderboard");
}

static struct scene_item *find(struct scene *scene, enum scene_role role, int datum)
{
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].role == role && (datum < 0 || scene->items[i].datum == datum))
			return &scene->items[i];
	print_error("the scene has no %s\n", scene_role_word(role));
	abort();
}

static const struct text_block *shaped(struct setting *s, const struct scene_item *like, const char *text)
{
	return text_shape(s->fonts[0], text, like->text.block->style, 0, 0, s->diags);
}

static void relabel(struct setting *s, struct scene_item *item, const char *text)
{
	item->text.block = shaped(s, item, text);
}

/* ---- one way to break each rule ---- */

static void shift_bar(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 1)->path.rect.x += 3;
}

static void lengthen_bar(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 1)->path.rect.w *= 1.01;
}

static void swap_lengths(struct setting *s, struct scene *c)
{
	(void)s;
	double w = find(c, ROLE_MARK, 1)->path.rect.w;
	find(c, ROLE_MARK, 1)->path.rect.w = find(c, ROLE_MARK, 0)->path.rect.w;
	find(c, ROLE_MARK, 0)->path.rect.w = w;
}

/* Two equal values, one bar longer than the other, and a larger value between them. */
static void equal_values_apart(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *large = find(c, ROLE_MARK, 0), *longer = find(c, ROLE_MARK, 1),
			  *shorter = find(c, ROLE_MARK, 2);
	longer->value = shorter->value;
	large->path.rect.w = (longer->path.rect.w + shorter->path.rect.w) / 2;
}

static void second_scale(struct setting *s, struct scene *c)
{
	struct scene_scale *two = arena_alloc(s->arena, 2, sizeof *two);
	two[0] = two[1] = c->evidence->scales[0];
	two[1].per_unit *= 1.5;
	c->evidence->scales = two;
	c->evidence->n_scales = 2;
}

static void bars_on_log(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].logarithmic = true;
}

static void short_log(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].logarithmic = true;
	c->evidence->scales[0].low = 1;
	c->evidence->scales[0].high = 20;
}

static void parts_too_small(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *part =
		scene_add_rect(c, ROLE_PART, find(c, ROLE_MARK, 0)->path.rect, (struct color){ 0, 0, 0 });
	part->datum = 0;
	part->scale = 0;
	part->value = 300;
}

static void narrow_plot(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].plot.w /= 2;
}

static void other_value(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 1), "9,876.6");
}

static void drop_row(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->rows.known++;
}

static void untold_rows(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->rows.known += 31;
	c->evidence->rows.told = 31;
}

static void label_on_label(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->text.at.y = find(c, ROLE_LABEL, 0)->text.at.y + 5;
}

static void label_on_bar(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->text.at.x = find(c, ROLE_MARK, 1)->path.rect.x + 20;
}

static void over_the_margin(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_SOURCE, -1)->text.at.x -= 30;
}

static void cut_text(struct setting *s, struct scene *c)
{
	struct scene_item *item = find(c, ROLE_LABEL, 2);
	struct text_block *block = arena_alloc(s->arena, 1, sizeof *block);
	*block = *item->text.block;
	block->text = "Model Three with more words";
	item->text.block = block;
}

static void small_text(struct setting *s, struct scene *c)
{
	(void)s;
	c->text_min = 14.5;
}

static void many_sizes(struct setting *s, struct scene *c)
{
	for (int i = 0; i < 5; i++) {
		struct scene_item *item = find(c, i < 4 ? ROLE_RANK : ROLE_NOTE, i < 4 ? i : -1);
		struct text_style style = { .size = 12.1 + i / 10.0 };
		item->text.block = text_shape(s->fonts[0], item->text.block->text, style, 0, 0, s->diags);
		item->role = ROLE_KEY;
	}
}

static void ragged_edge(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_SUBTITLE, -1)->text.at.x += 2;
}

static void off_baseline(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 1)->text.at.y += 2;
}

static void off_middle(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 2)->path.rect.y += 6;
}

static void three_line_title(struct setting *s, struct scene *c)
{
	struct scene_item *title = find(c, ROLE_TITLE, -1);
	title->text.block = text_shape(s->fonts[0], "a\nb\nc", title->text.block->style, 0, 0, s->diags);
}

static void no_glyph(struct setting *s, struct scene *c)
{
	struct scene_item *item = find(c, ROLE_NOTE, -1);
	relabel(s, item, "No interval is published.");
	struct text_block *block = arena_alloc(s->arena, 1, sizeof *block);
	struct text_line *line = arena_alloc(s->arena, 1, sizeof *line);
	struct text_run *run = arena_alloc(s->arena, 1, sizeof *run);
	struct text_glyph *glyphs = arena_alloc(s->arena, item->text.block->lines[0].runs[0].n_glyphs, sizeof *glyphs);
	*block = *item->text.block;
	*line = block->lines[0];
	*run = line->runs[0];
	memcpy(glyphs, run->glyphs, run->n_glyphs * sizeof *glyphs);
	glyphs[1].index = 0;
	run->glyphs = glyphs;
	line->runs = run;
	block->lines = line;
	item->text.block = block;
}

static void far_value(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 2)->text.at.x += 40;
}

static void no_direction(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_SUBTITLE, -1), "Test, points");
}

static void no_source(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_SOURCE, -1), "From somewhere");
}

static void other_decimals(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 2), "5,000");
}

static void tie_with_ranks(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 1), find(c, ROLE_VALUE, 0)->text.block->text);
}

static void no_thousands(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 0), "12345.5");
}

static void hyphen_minus(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 1), "-9,876.5");
}

static void pale_text(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 0)->text.color = (struct color){ 0xaa, 0xaa, 0xaa };
}

static void pale_bar(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 1)->path.fill = (struct color){ 0xdd, 0xdd, 0xdd };
}

static void hidden_whisker(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_WHISKER)
			c->items[i].path.fill = find(c, ROLE_MARK, 0)->path.fill;
}

static void near_colours(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 1)->path.fill = (struct color){ 0x0b, 0x7c, 0x6d };
	find(c, ROLE_MARK, 2)->path.fill = (struct color){ 0x0b, 0x70, 0x6d };
}

static void no_name(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->role = ROLE_KEY;
}

static void touching_bars(struct setting *s, struct scene *c)
{
	(void)s;
	struct rect *first = &find(c, ROLE_MARK, 0)->path.rect, *second = &find(c, ROLE_MARK, 1)->path.rect;
	second->y = rect_bottom(*first);
}

static void bar_for_nothing(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_ABSENT, -1)->role = ROLE_REMARK;
}

static void small_title(struct setting *s, struct scene *c)
{
	struct scene_item *title = find(c, ROLE_TITLE, -1);
	struct text_style style = title->text.block->style;
	style.size = 15;
	title->text.block = text_shape(s->fonts[0], title->text.block->text, style, 0, 0, s->diags);
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

static void all_loud(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 0)->path.fill = find(c, ROLE_MARK, 1)->path.fill;
}

static void nine_hues(struct setting *s, struct scene *c)
{
	(void)s;
	for (unsigned char i = 0; i < 9; i++) {
		struct scene_item *extra =
			scene_add_rect(c, ROLE_MARK, (struct rect){ 600, 400, 5, 5 }, (struct color){ i, 0, 90 });
		extra->scale = 0;
	}
}

static void faint_baseline(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_BASELINE, -1)->path.fill = (struct color){ 0x86, 0x8b, 0x93 };
}

static void no_alt(struct setting *s, struct scene *c)
{
	(void)s;
	c->document.alt = "";
}

static void alt_of_other_data(struct setting *s, struct scene *c)
{
	c->document.alt = arena_printf(s->arena, "%s Model Two: 9,877.5.", c->document.alt);
}

static void framed(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *box = scene_add(c, SCENE_PATH, ROLE_RULE);
	box->path = (struct scene_path){ .shape = SHAPE_RECT,
		                         .rect = rect_grow(c->evidence->scales[0].plot, 1),
		                         .stroke = 1 };
}

static void wordy_title(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1),
	        "Model Two has one and two and three and four and five and six and seven words");
}

static void wrong_number(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two scores 9,877.5 points");
}

static void no_unit(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_SUBTITLE, -1), "Test, as of 12\u00a0May\u00a02026. Higher is better");
}

static void no_date(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_SUBTITLE, -1), "Test, points out of 20000. Higher is better");
}

static void dateless(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->vintage = NULL;
}

static void loose_dagger(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_RANK, 1), "†");
	find(c, ROLE_RANK, 1)->says = SAYS_CONFLICT;
	find(c, ROLE_RANK, 1)->role = ROLE_REMARK;
}

static void unmarked_conflict(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 1)->says = SAYS_CONFLICT;
}

static void nearly_right_number(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two scores 9,876.8 points");
}

static void nearly_right_whole_number(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two scores 9,878 points");
}

static void long_whisker(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_WHISKER, 0)->path.rect.w += 30;
}

static void short_whisker(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_WHISKER)
			c->items[i].high += 200;
}

static void shifted_whisker(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_WHISKER, 0)->path.rect.x -= 30;
}

/* An interval that goes below zero has no place on such a scale. */
static void whisker_below_zero_on_log(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].logarithmic = true;
	find(c, ROLE_WHISKER, 0)->low = -1;
}

static void whisker_past_zero_on_log(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->scales[0].logarithmic = true;
	find(c, ROLE_WHISKER, 0)->low = 0;
}

static void vast_interval(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_WHISKER, 0)->high += 40000;
}

static void one_tick(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_RANK, 1)->role = ROLE_TICK;
}

static void grey_part(struct setting *s, struct scene *c)
{
	(void)s;
	scene_add_rect(c, ROLE_PART, (struct rect){ 600, 400, 5, 5 }, c->muted);
}

static void alike_changes(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 0)->change = find(c, ROLE_VALUE, 1)->change = true;
	find(c, ROLE_MARK, 1)->value = -1;
	find(c, ROLE_MARK, 1)->path.fill = find(c, ROLE_MARK, 0)->path.fill;
}

static void wrong_order(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->sorted = -1;
}

static void crowded_group(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->evidence->n_data; i++)
		c->evidence->data[i].row = c->evidence->data[i].place = 0;
}

static void whisker_lost(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_WHISKER)
			c->items[i].role = ROLE_GRID;
}

static void whisker_untold(struct setting *s, struct scene *c)
{
	for (size_t i = 0; i < c->n_items; i++)
		if (c->items[i].role == ROLE_NOTE && strstr(c->items[i].text.block->text, "Whisker"))
			relabel(s, &c->items[i], "Lines.");
}

static void solid_claim(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[1].claimed = true;
}

static void ranked_claim(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[1].claimed = true;
	c->evidence->data[1].rank = 2;
}

static void blurred_edge(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_BASELINE, -1)->path.rect.h += 0.2;
}

/* ---- of other kinds ---- */

static void nameless_point(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->role = ROLE_WORD;
}

static void false_frontier(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[0].efficient = !c->evidence->data[0].efficient;
}

static void number_at_edge(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 0)->text.at.x = find(c, ROLE_CELL, 0)->path.rect.x + 1;
}

static void shifted_number(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 2)->text.at.x += 3;
}

static void bold_second(struct setting *s, struct scene *c)
{
	(void)s;
	for (size_t i = 0; i < c->evidence->n_data; i++)
		if (c->evidence->data[i].present && c->evidence->data[i].rank == 1)
			c->evidence->data[i].rank = 2;
}

static const struct {
	const char *rule;
	void (*break_it)(struct setting *s, struct scene *scene);
	const char *names; /* what the message speaks of */
	const char *kind;  /* NULL: a leaderboard */
} breaks[] = {
	{ "A11", framed, "frame", NULL },
	{ "B14", nameless_point, "1 points have no name", "scatter" },
	{ "B15", number_at_edge, "edge of its field", "heatmap" },
	{ "C1", wordy_title, "words", NULL },
	{ "C2", wrong_number, "9,877.5", NULL },
	{ "C3", no_unit, "points", NULL },
	{ "C3", no_date, "May", NULL },
	{ "A9", long_whisker, "beyond its interval", NULL },
	{ "A9", shifted_whisker, "beyond its interval", NULL },
	{ "A9", short_whisker, "stops short", NULL },
	{ "A9", whisker_below_zero_on_log, "beyond its interval from -1", NULL },
	{ "A9", whisker_past_zero_on_log, "beyond its interval from 0", NULL },
	{ "C2", nearly_right_number, "9,876.8", NULL },
	{ "C2", nearly_right_whole_number, "9,878", NULL },
	{ "C6", unmarked_conflict, "no mark", NULL },
	{ "C6", loose_dagger, "1 values and has 0 notes", NULL },
	{ "D2", vast_interval, "Model One", NULL },
	{ "D10", one_tick, "1 ticks", NULL },
	{ "E7", grey_part, "grey", NULL },
	{ "E10", alike_changes, "same colour", NULL },
	{ "F1", wrong_order, "stands below", NULL },
	{ "F6", crowded_group, "more than 3", NULL },
	{ "F8", false_frontier, "frontier", "scatter" },
	{ "G2", whisker_lost, "Model One", NULL },
	{ "G2", whisker_untold, "what the whiskers are", NULL },
	{ "G5", solid_claim, "looks like an independent", NULL },
	{ "G5", solid_claim, "no word says", NULL },
	{ "G5", solid_claim, "no key", NULL },
	{ "G6", ranked_claim, "has rank 2", NULL },
	{ "G9", dateless, "no date", NULL },
	{ "H1", shifted_number, "away from the others", "table" },
	{ "H6", bold_second, "is bold", "table" },
	{ "J6", blurred_edge, "between two pixels", NULL },
	{ "A1", shift_bar, "Model Two", NULL },
	{ "A2", lengthen_bar, "Model Two", NULL },
	{ "A3", swap_lengths, "the bar of", NULL },
	{ "A3", equal_values_apart, "\"Model One\" is shorter", NULL },
	{ "A4", bars_on_log, "log scale", NULL },
	{ "A4", short_log, "less than 30", NULL },
	{ "A5", second_scale, "points", NULL },
	{ "A6", narrow_plot, "the bar of", NULL },
	{ "A9", other_value, "9,876.6", NULL },
	{ "A9", lengthen_bar, "Model Two", NULL },
	{ "A10", drop_row, "5 rows", NULL },
	{ "A10", untold_rows, "31", NULL },
	{ "B1", label_on_label, "Model Two", NULL },
	{ "B2", label_on_bar, "Model Two", NULL },
	{ "B3", over_the_margin, "Source", NULL },
	{ "B3", cut_text, "Model Three with", NULL },
	{ "B5", small_text, "12.6", NULL },
	{ "B6", many_sizes, "sizes", NULL },
	{ "B8", ragged_edge, "subtitle", NULL },
	{ "B9", off_baseline, "9,876.5", NULL },
	{ "B9", off_middle, "Model Three", NULL },
	{ "B10", three_line_title, "title", NULL },
	{ "B12", no_glyph, "No interval", NULL },
	{ "B13", far_value, "5,000.0", NULL },
	{ "C4", no_direction, "0 times", NULL },
	{ "C5", no_source, "0 source", NULL },
	{ "D1", other_decimals, "5,000", NULL },
	{ "D3", tie_with_ranks, "12,345.5", NULL },
	{ "D4", no_thousands, "12345.5", NULL },
	{ "D7", hyphen_minus, "-9,876.5", NULL },
	{ "E1", pale_text, "Model One", NULL },
	{ "E2", pale_bar, "Model Two", NULL },
	{ "E3", hidden_whisker, "Model One", NULL },
	{ "E4", near_colours, "#0B7C6D", NULL },
	{ "E5", no_name, "Model Two", NULL },
	{ "E13", touching_bars, "Model Two", NULL },
	{ "A8", second_scale, "two scales", NULL },
	{ "B7", small_title, "title", NULL },
	{ "D6", percent_twice, "2 values have the sign", NULL },
	{ "D9", proportional_figures, "11,184.5", NULL },
	{ "E6", all_loud, "2 of 3", NULL },
	{ "E8", nine_hues, "hues", NULL },
	{ "E12", faint_baseline, "baseline", NULL },
	{ "F9", parts_too_small, "Model One", NULL },
	{ "G1", bar_for_nothing, "Model Four", NULL },
	{ "J1", no_alt, "0 characters", NULL },
	{ "J1", alt_of_other_data, "9,877.5", NULL },
};

static void real_charts_keep_every_rule(void **state)
{
	struct setting *s = *state;
	static const char *const kinds[] = { "leaderboard", "dots", "panels", "heatmap", "table", "scatter" };
	for (int look = 0; look < 2; look++)
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
			struct proof proof = proof_check(s->arena, drawn(s, look, kinds[k]));
			for (size_t i = 0; i < proof.count; i++)
				print_message("%s: %s: %s\n", kinds[k], proof.findings[i].rule,
				              proof.findings[i].message);
			assert_int_equal(proof.count, 0);
		}
}

static void what_is_broken_on_purpose_is_caught_and_named(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
		struct scene *scene = drawn(s, 0, breaks[i].kind ? breaks[i].kind : "leaderboard");
		breaks[i].break_it(s, scene);
		struct proof proof = proof_check(s->arena, scene);
		bool caught = false;
		for (size_t k = 0; k < proof.count; k++)
			caught |= str_eq(proof.findings[k].rule, breaks[i].rule) &&
			          strstr(proof.findings[k].message, breaks[i].names);
		for (size_t k = 0; k < proof.count && !caught; k++)
			print_message("%s: %s\n", proof.findings[k].rule, proof.findings[k].message);
		if (!caught)
			fail_msg("rule %s did not catch what was broken (%zu)", breaks[i].rule, i);
	}
}

static void every_rule_has_its_break(void **state)
{
	(void)state;
	const struct proof_rule *rule;
	for (size_t i = 0; (rule = proof_rule_at(i)); i++) {
		bool tried = rule->id[0] == 'I'; /* pages have a test of their own */
		for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++)
			tried |= str_eq(breaks[k].rule, rule->id);
		if (!tried)
			fail_msg("no test breaks rule %s", rule->id);
	}
}

static void blocks_are_errors_and_warnings_are_not(void **state)
{
	struct setting *s = *state;
	struct scene *scene = leaderboard(s, 0);
	struct diags *diags = diags_new(s->arena);
	three_line_title(s, scene);
	find(scene, ROLE_TITLE, -1)->text.at.y -= 0;
	struct proof_finding warn = { "B10", PROOF_WARN, 0, "message", "remedy" },
			     block = { "B1", PROOF_BLOCK, 0, "message", "remedy" };
	struct proof proof = { &warn, 1, 0 };
	assert_true(proof_report(&proof, false, diags));
	assert_null(diags_at(diags, 0));
	assert_true(proof_report(&proof, true, diags));
	assert_int_equal(diags_at(diags, 0)->severity, DIAG_NOTE);
	proof = (struct proof){ &block, 1, 1 };
	assert_false(proof_report(&proof, false, diags));
	assert_string_equal(diags_at(diags, 1)->message, "rule B1: message");
	assert_string_equal(diags_at(diags, 1)->hint, "remedy");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_charts_keep_every_rule),
		cmocka_unit_test(what_is_broken_on_purpose_is_caught_and_named),
		cmocka_unit_test(every_rule_has_its_break),
		cmocka_unit_test(blocks_are_errors_and_warnings_are_not),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
