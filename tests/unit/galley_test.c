/* The galley and its flow: what lines carry, and where boxes are placed. */
#include "brief/briefing_read.h"
#include "brief/cover.h"
#include "brief/flow.h"
#include "data_support.h"

#include <math.h>

static const char data[] = "date: 2026-05-12\n"
			   "sources:\n"
			   "  - {id: lab, title: The Lab, kind: paper, date: 2026-05-01}\n"
			   "models:\n"
			   "  - {id: aster, name: Aster}\n"
			   "benchmarks:\n"
			   "  - {id: b, name: B, unit: percent, better: higher}\n"
			   "measurements:\n"
			   "  - {model: aster, benchmark: b, value: 51, source: lab}\n";

static bool no_chart(void *closure, const struct block *block, double width, double height,
                     const struct chart_slide *slide, struct chart_pages *pages)
{
	(void)closure, (void)block, (void)width, (void)height, (void)slide, (void)pages;
	return false;
}

static bool square_image(void *closure, const char *path, struct figure_image *image)
{
	(void)closure, (void)path;
	*image = (struct figure_image){ NULL, 300, 300 };
	return true;
}

static const struct figure_source figures = { NULL, no_chart, NULL, square_image };

struct desk { /* a briefing, laid out */
	struct galley g;
	struct paper paper;
	struct flow flow;
	bool flowed;
};

static struct desk *lay_out(struct bench *bench, const char *text)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *a = bench->arena;
	struct desk *d = arena_alloc(a, 1, sizeof *d);
	const struct briefing_options options = { .draft = true };
	const struct source_text *source = source_read(a, "b.md", text, strlen(text), bench->diags);
	const struct front_matter *front = source ? front_matter_read(a, source, bench->diags) : NULL;
	assert_non_null(front);
	d->paper = paper_of(front);
	d->g = (struct galley){ .arena = a, .diags = bench->diags, .paper = &d->paper, .figures = &figures };
	d->g.briefing = briefing_read(a, source, front, must_load(bench, READ_YAML, data), &options, bench->diags);
	d->g.look = look_load(a, inputs_new(a), "editorial", NULL, "styles", bench->diags);
	assert_true(d->g.briefing && d->g.look);
	d->g.fonts = fontset_open(a, d->g.look, roots, 1, bench->diags);
	assert_non_null(d->g.fonts);
	galley_fill(&d->g);
	d->flowed = flow_pages(&d->g, 0, 2000, &d->flow);
	return d;
}

static char *with_front(struct bench *bench, const char *front, const char *body)
{
	return arena_printf(bench->arena, "---\ntitle: T\nappendix: false\n%s---\n%s", front, body);
}

/* The one line of text in the galley whose text begins so. */
static const struct scene_text *line_of(const struct desk *d, const char *start)
{
	for (size_t i = 0; i < d->g.n_boxes; i++)
		for (size_t k = 0; k < d->g.boxes[i]->n_items; k++) {
			const struct scene_item *item = &d->g.boxes[i]->items[k];
			if (item->kind == SCENE_TEXT && str_starts(item->text.block->text, start))
				return &item->text;
		}
	fail();
	abort();
}

static void ranges_of_a_line_are_in_order(void **state)
{
	struct bench *bench = *state;
	const struct desk *d = lay_out(bench, with_front(bench, "",
	                                                 "A[^1] [b](https://b.org) c[^2] [d](https://d.org) "
	                                                 "{{ claim(\"Not.\", 1 > 2) }} [e[^1]](https://e.org)\n"
	                                                 "\n[^1]: N.\n[^2]: M.\n"));
	const struct scene_text *line = line_of(d, "A");
	static const char *const spans[] = { "¹", "b", "²", "d", "e¹" }, *const tints[] = { "b", "d", "Not.", "e¹" };
	assert_int_equal(line->n_spans, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(line->spans[i].end - line->spans[i].start, strlen(spans[i]));
		assert_memory_equal(line->block->text + line->spans[i].start, spans[i], strlen(spans[i]));
	}
	assert_int_equal(line->n_tints, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(line->tints[i].end - line->tints[i].start, strlen(tints[i]));
		assert_memory_equal(line->block->text + line->tints[i].start, tints[i], strlen(tints[i]));
	}
	const struct palette *p = &d->g.look->palette;
	assert_memory_equal(&line->tints[2].color, &p->tag, sizeof p->tag);
	assert_memory_equal(&line->tints[3].color, &p->highlight, sizeof p->highlight);
}

static void a_doubt_hides_the_colour_of_a_link(void **state)
{
	struct bench *bench = *state;
	const struct desk *d =
		lay_out(bench, with_front(bench, "", "[a {{ claim(\"Not.\", 1 > 2) }}](https://b.org)\n"));
	const struct scene_text *line = line_of(d, "a Not.");
	assert_int_equal(line->n_tints, 1);
	assert_int_equal(line->tints[0].start, 2);
	assert_int_equal(line->n_spans, 1);
}

static void the_place_is_the_same_after_groups(void **state)
{
	struct bench *bench = *state;
	static const char body[] =
		"1. a\n   - b\n\n     10. c\n         > d\n\n> e\n>\n> - f\n\n```note\ng\n\n- h\n```\n\n```\ni\n```\n";
	static const char *const pages[] = { "", "page: '16:9'\n", "page: Letter landscape\n",
		                             "page: A4\ncolumns: 2\n" };
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const struct desk *d = lay_out(bench, with_front(bench, pages[i], body));
		assert_true(d->g.x == 0);
		assert_true(d->g.width == d->paper.measure);
	}
}

static size_t page_of(const struct desk *d, const char *start, double *y)
{
	for (size_t i = 0; i < d->flow.n_pages; i++)
		for (size_t k = 0; k < d->flow.pages[i].n_items; k++) {
			const struct placed *at = &d->flow.pages[i].items[k];
			for (size_t j = 0; j < at->box->n_items; j++) {
				const struct scene_item *item = &at->box->items[j];
				const char *name = item->kind == SCENE_TEXT    ? item->text.block->text
				                   : item->kind == SCENE_IMAGE ? item->image.name
				                                               : "";
				*y = at->y;
				if (str_starts(name, start))
					return i;
			}
		}
	fail();
	abort();
}

/* Lines of text that fill so many steps of a page, a paragraph each but for the first. */
static void add_lines(struct strbuf *b, int steps)
{
	for (int i = 0; i < steps; i++)
		strbuf_addf(b, "%s\n", i + 1 < steps ? "x\\" : "x\n");
}

static void text_passes_a_figure_that_does_not_fit(void **state)
{
	struct bench *bench = *state;
	struct strbuf body = strbuf_new(bench->arena);
	double y;
	add_lines(&body, 30);
	strbuf_add(&body, "![Figure](figure.png)\n\nAfter it.\n\nAnd after that.\n\n# Heading\n\nLast.\n");
	const struct desk *d = lay_out(bench, with_front(bench, "", body.s));
	assert_true(d->flowed);
	assert_int_equal(d->flow.n_pages, 2);
	assert_int_equal(page_of(d, "After it.", &y), 0);
	assert_int_equal(page_of(d, "And after that.", &y), 0);
	assert_int_equal(page_of(d, "figure.png", &y), 1);
	assert_true(y == 0);
	assert_int_equal(page_of(d, "Heading", &y), 1); /* no section is begun before the figure */
	assert_int_equal(page_of(d, "Last.", &y), 1);
}

static void lines_that_belong_together_stay_together(void **state)
{
	struct bench *bench = *state;
	for (int steps = 44; steps <= 48; steps++) {
		struct strbuf body = strbuf_new(bench->arena);
		double heading, first;
		add_lines(&body, steps);
		strbuf_add(&body, "# Heading\n\nfirst\\\nnext\\\nlast\n");
		const struct desk *d = lay_out(bench, with_front(bench, "", body.s));
		assert_int_equal(page_of(d, "Heading", &heading), page_of(d, "first", &first));
		assert_int_equal(page_of(d, "next", &heading), page_of(d, "first", &first));
	}
}

static void footnotes_take_their_room(void **state)
{
	struct bench *bench = *state;
	struct strbuf body = strbuf_new(bench->arena);
	double y;
	add_lines(&body, 45);
	strbuf_add(&body, "With a note[^1].\n\n[^1]: It is short.\n");
	const struct desk *d = lay_out(bench, with_front(bench, "", body.s));
	size_t page = page_of(d, "With a note", &y);
	const struct flow_page *at = &d->flow.pages[page];
	assert_int_equal(at->n_notes, 1);
	assert_true(at->notes_height == galley_height(&d->flow.notes[0]) + notes_above);
	assert_true(y + d->paper.lengths->step + at->notes_height <= d->paper.body.h);
}

static void columns_end_level(void **state)
{
	struct bench *bench = *state;
	struct strbuf body = strbuf_new(bench->arena);
	strbuf_add(&body, "```columns\n");
	for (int i = 0; i < 7; i++)
		strbuf_addf(&body, "line %c\n\n", 'a' + i);
	strbuf_add(&body, "```\n\nAfter.\n");
	const struct desk *d = lay_out(bench, with_front(bench, "", body.s));
	double y, step = d->paper.lengths->step;
	const struct flow_page *page = &d->flow.pages[0];
	assert_int_equal(page->n_items, 8);
	for (int i = 0; i < 7; i++) { /* four on the left, three on the right */
		const struct placed *at = &page->items[i];
		assert_true(at->x == (i < 4 ? 0 : (d->paper.body.w + d->paper.lengths->gutter) / 2));
		assert_true(at->y == 2 * step * (i < 4 ? i : i - 4));
	}
	page_of(d, "After.", &y);
	assert_true(y == 8 * step);
}

static void slides_begin_with_their_sections(void **state)
{
	struct bench *bench = *state;
	struct strbuf body = strbuf_new(bench->arena);
	double y;
	strbuf_add(&body, "# One\n\nSpoken.\n\n- shown\n\n# Next\n\nText alone.\n\n");
	add_lines(&body, 20);
	const struct desk *d = lay_out(bench, with_front(bench, "page: '16:9'\n", body.s));
	assert_int_equal(d->flow.n_pages, 3);
	assert_int_equal(page_of(d, "One", &y), 0);
	assert_int_equal(page_of(d, "shown", &y), 0);
	assert_int_equal(page_of(d, "Next", &y), 1);
	assert_int_equal(page_of(d, "Next (continued)", &y), 2);
	assert_true(y == 0);
	for (size_t i = 0; i < d->g.n_boxes; i++)
		for (size_t k = 0; k < d->g.boxes[i]->n_items; k++)
			if (d->g.boxes[i]->items[k].kind == SCENE_TEXT)
				assert_false(str_starts(d->g.boxes[i]->items[k].text.block->text, "Spoken"));
}

/* Letters that are taller than a line, or hang lower, move its baseline; those that are both make it higher. There is
 * half a point of air above and below the ink of every line. */
static void lines_hold_their_letters(void **state)
{
	struct bench *bench = *state;
	static const char high[] = "\u1ea8\u00c5", low[] = "\u0e0e\u0e39", both[] = "\u1ea8\u00c5 \u0e0e\u0e39";
	static const char *const texts[] = { "Agjx", high, low, both };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct desk *d = lay_out(bench, with_front(bench, "", texts[i]));
		const struct scene_text *line = line_of(d, texts[i]);
		double step = d->paper.lengths->step, rise = d->paper.lengths->rise, height = d->g.boxes[0]->height;
		double above = line->at.y + line->block->ink.y;
		double below = height - line->at.y - rect_bottom(line->block->ink);
		assert_true(texts[i] == both ? height > step : height == step);
		assert_true(texts[i] == high ? line->at.y > rise : texts[i] == low ? line->at.y < rise : true);
		assert_true(i ? true : line->at.y == rise);
		assert_true(fabs(above - 0.5) < 1e-6 || (above > 0.5 && texts[i] != high && texts[i] != both));
		assert_true(fabs(below - 0.5) < 1e-6 || (below > 0.5 && texts[i] != low && texts[i] != both));
	}
}

/* The lines of the masthead's title. */
static size_t title_lines(struct bench *bench, const char *title)
{
	struct desk *d =
		lay_out(bench, arena_printf(bench->arena, "---\ntitle: %s\nappendix: false\n---\nText.\n", title));
	struct scene *scene = scene_new(bench->arena, 595, 842);
	d->g.front = scene_tag_new(bench->arena, NULL, TAG_DOCUMENT);
	masthead_draw(&d->g, scene);
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].role == ROLE_TITLE)
			return scene->items[i].text.block->n_lines;
	return 0;
}

static void a_title_wider_than_440_points_breaks(void **state)
{
	struct bench *bench = *state;
	const struct desk *d = lay_out(bench, with_front(bench, "", "Text.\n"));
	const struct text_style style = { .size = 25, .weight = TEXT_BOLD };
	struct strbuf title = strbuf_new(bench->arena);
	strbuf_add(&title, "A title as wide as the masthead");
	assert_true(d->paper.body.w > 450);
	for (double width = 0; width <= 440;
	     width = text_shape(d->g.fonts, title.s, style, 0, 0, bench->diags)->width) {
		assert_true(width < 425 || title_lines(bench, title.s) == 1);
		strbuf_add(&title, "i"); /* 7 points */
	}
	assert_int_equal(title_lines(bench, title.s), 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)
	const struct CMUnitTest tests[] = {
		TEST(ranges_of_a_line_are_in_order),
		TEST(a_doubt_hides_the_colour_of_a_link),
		TEST(the_place_is_the_same_after_groups),
		TEST(text_passes_a_figure_that_does_not_fit),
		TEST(lines_that_belong_together_stay_together),
		TEST(footnotes_take_their_room),
		TEST(columns_end_level),
		TEST(slides_begin_with_their_sections),
		TEST(lines_hold_their_letters),
		TEST(a_title_wider_than_440_points_breaks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
