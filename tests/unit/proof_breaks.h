/* proof_breaks.h: one way to break each rule, for proof_test.c. */
#include "proof_support.h"

#include "proof_breaks_numbers.h"
#include "proof_breaks_tables.h"

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

static void scale_past_the_last(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_MARK, 1)->scale = (int)c->evidence->n_scales;
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
	relabel(s, item, "No margins of error given.");
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

static void pale_text(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 0)->text.color = (struct color){ 0xaa, 0xaa, 0xaa };
}

/* The grey of context: it may be as pale only where its value stands beside. */
static void pale_bar_without_value(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *bar = find(c, ROLE_MARK, 1);
	c->pale = (struct color){ 0xc3, 0xc5, 0xc9 };
	bar->path.fill = c->pale;
	find(c, ROLE_VALUE, 1)->datum = SCENE_NO_DATUM;
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

/* The day after the one on which Model One came out. */
static void alt_of_another_day(struct setting *s, struct scene *c)
{
	const char *day = strstr(c->document.alt, "5\u00a0March");
	assert_non_null(day);
	c->document.alt = arena_printf(s->arena, "%.*s6%s", (int)(day - c->document.alt), c->document.alt, day + 1);
}

static void tie_without_bracket(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_TIE, -1)->path.rect.h = 0;
}

static void rank_of_other_places(struct setting *s, struct scene *c)
{
	struct scene_item *rank = find(c, ROLE_RANK, 0);
	const struct text_block *b = rank->text.block;
	rank->text.block = text_shape(s->fonts[0], "1–9", b->style, 0, b->style.size, s->diags);
}

static void bracket_too_long(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_TIE, -1)->path.rect.h += 300;
}

static void bracket_of_one(struct setting *s, struct scene *c)
{
	struct point at = find(c, ROLE_RANK, 0)->text.at;
	(void)s;
	scene_add_rect(c, ROLE_TIE, (struct rect){ at.x + 20, at.y - 10, 1, 20 }, (struct color){ 0, 0, 0 });
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

static void wrong_number_before_a_name(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "With 9,877.5 points, Model Two is second");
}

/* Text as narrow as a point. */
static void thin_text_across_a_panel(struct setting *s, struct scene *c)
{
	struct scene_item *panel = scene_add(c, SCENE_PATH, ROLE_PANEL);
	panel->path = (struct scene_path){
		.shape = SHAPE_RECT, .rect = { 300, 20, 100, 10 }, .pattern = PATTERN_SOLID, .fill = c->background
	};
	struct text_style style = { .size = 6 };
	scene_add_text(c, ROLE_NOTE, (struct point){ 350, 22 }, text_shape(s->fonts[0], "l", style, 0, 0, s->diags),
	               s->looks[0]->palette.ink);
	assert_true(scene_ink(&c->items[c->n_items - 1]).w < 1);
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

static void other_datum(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->data[0].value += 1;
}

/* "5" is a name, but not the one in "3.5". */
static void number_that_ends_like_a_name(struct setting *s, struct scene *c)
{
	static const char *const names[] = { "5" };
	c->evidence->names = names;
	c->evidence->n_names = 1;
	relabel(s, find(c, ROLE_TITLE, -1), "3.5 points are claimed here");
}

static void pale_thin_bar(struct setting *s, struct scene *c)
{
	pale_bar(s, c);
	find(c, ROLE_MARK, 1)->path.rect.h = 0.8;
}

static void smaller_second_scale(struct setting *s, struct scene *c)
{
	second_scale(s, c);
	c->evidence->scales[1].per_unit /= 1.5 * 1.5;
}

static void far_first_value(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 0)->text.at.x += 40;
}

static void four_weights(struct setting *s, struct scene *c)
{
	static const enum text_weight weights[] = { TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_BOLD, TEXT_ITALIC };
	for (int i = 0; i < 4; i++) {
		struct scene_item *item = find(c, ROLE_RANK, i);
		struct text_style style = item->text.block->style;
		style.weight = weights[i];
		item->text.block = text_shape(s->fonts[0], item->text.block->text, style, 0, 0, s->diags);
	}
}

/* ---- of other kinds ---- */

static void lost_dot(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_DOT, 0)->role = ROLE_GRID;
}

static void swap_lengths_of_second_panel(struct setting *s, struct scene *c)
{
	(void)s;
	struct scene_item *bars[2];
	size_t n = 0;
	for (size_t i = c->n_items; i-- > 0 && n < 2;)
		if (c->items[i].role == ROLE_MARK && c->items[i].scale == 1)
			bars[n++] = &c->items[i];
	assert_int_equal(n, 2);
	double w = bars[0]->path.rect.w;
	bars[0]->path.rect.w = bars[1]->path.rect.w;
	bars[1]->path.rect.w = w;
}

static void nameless_point(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_LABEL, 1)->role = ROLE_WORD;
}

static void number_at_edge(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 0)->text.at.x = find(c, ROLE_CELL, 0)->path.rect.x + 1;
}
