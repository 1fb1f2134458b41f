/* What stands beside the text: level with it, read after it, in nobody's way, and never lost. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/briefing_read.h"
#include "brief/pages.h"
#include "chart/chart.h"
#include "data/load.h"
#include "read/read.h"
#include "scene/evidence.h"
#include "scene/proof.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { FIGURE_TALL = 150 };

struct desk { /* of one briefing */
	struct arena *arena;
	const struct look *look;
	struct fontset *fonts;
};

/* An empty figure of this height. */
static bool empty_chart(void *closure, const struct block *block, double width, double height,
                        const struct chart_slide *slide, struct chart_pages *pages)
{
	(void)block, (void)height;
	const struct desk *d = closure;
	struct scene **items = arena_alloc(d->arena, 1, sizeof *items);
	items[0] = scene_new(d->arena, width, FIGURE_TALL);
	items[0]->background = d->look->palette.background;
	if (slide) /* whose title it has */
		scene_add_text(items[0], ROLE_TITLE, (struct point){ slide->margin_x, slide->title_baseline },
		               text_shape(d->fonts, "Chart", (struct text_style){ .size = slide->title }, 0, 0,
		                          diags_new(d->arena)),
		               d->look->palette.ink);
	*pages = (struct chart_pages){ .items = items, .count = 1 };
	return true;
}

static bool no_image(void *closure, const char *path, struct figure_image *picture)
{
	(void)closure, (void)path, (void)picture;
	return false;
}

struct setting {
	struct arena *arena;
	const struct look *look;
	struct fontset *fonts;
	const struct dataset *dataset;
	struct diags *diags;
};

static int set_up(void **state)
{
	static const char table[] = "model,benchmark,value\na,x,1\nb,x,2\n";
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	s->arena = arena;
	s->diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_CSV, "data", table, strlen(table), s->diags);
	s->dataset = dataset_build(arena, &root, 1, NULL, s->diags);
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

/* NULL after errors, of which the first is *why. */
static struct pages *set_pages(struct setting *s, struct arena *arena, const char *page, const char *body,
                               const char **why)
{
	const char *text = arena_printf(arena, "---\ntitle: T\nappendix: false\n%s\n---\n\n%s", page, body);
	struct desk desk = { arena, s->look, s->fonts };
	const struct figure_source figures = { &desk, empty_chart, NULL, no_image };
	const struct briefing_options options = { .draft = false };
	struct diags *diags = diags_new(arena);
	const struct source_text *source = source_read(arena, "case", text, strlen(text), diags);
	const struct front_matter *front = front_matter_read(arena, source, diags);
	const struct briefing *briefing = briefing_read(arena, source, front, s->dataset, &options, diags);
	struct paper paper = paper_of(front);
	struct pages_request q = { briefing, &paper, s->look, s->fonts, &figures, "", 0 };
	struct pages *pages = arena_alloc(arena, 1, sizeof *pages);
	bool ok = briefing && pages_make(arena, &q, pages, diags);
	const struct diag *first = diags_at(diags, 0);
	if (why)
		*why = first ? first->message : "";
	return ok ? pages : NULL;
}

/* The line that begins with these words, and its page. */
static const struct scene_item *line_of(const struct pages *pages, const char *words, size_t *page)
{
	for (size_t p = 0; p < pages->count; p++)
		for (size_t i = 0; i < pages->items[p]->n_items; i++) {
			const struct scene_item *item = &pages->items[p]->items[i];
			if (item->kind != SCENE_TEXT || !str_starts(item->text.block->text, words))
				continue;
			if (page)
				*page = p;
			return item;
		}
	fail_msg("no line begins with \"%s\"", words);
	return NULL;
}

static double bottom_of(const struct scene *page, enum scene_role role)
{
	double lowest = 0;
	for (size_t i = 0; i < page->n_items; i++)
		if (page->items[i].role == role && page->items[i].kind == SCENE_TEXT)
			lowest = fmax(lowest, rect_bottom(scene_ink(&page->items[i])));
	return lowest;
}

static const char chart[] = "```chart\nkind: bars\nbenchmark: x\n```\n\n";

static void a_side_note_is_level_with_its_paragraph_and_read_after_it(void **state)
{
	struct setting *s = *state;
	struct arena *arena = arena_new();
	const struct pages *pages =
		set_pages(s, arena, "page: A4",
	                  "Before it.\n\nFirst of the text.\n\n```side\nBeside it.\n```\n\nAfter it.\n", NULL);
	assert_non_null(pages);
	const struct scene_item *text = line_of(pages, "First of", NULL), *side = line_of(pages, "Beside", NULL),
				*next = line_of(pages, "After", NULL);
	assert_int_equal(side->role, ROLE_SIDE);
	assert_true(fabs(side->text.at.y - text->text.at.y) < 0.01);
	assert_true(side->text.at.x > text->text.at.x + 300);
	assert_true(text->tag->number < side->tag->number && side->tag->number < next->tag->number);
	arena_free(arena);
}

/* Twenty lines beside two; the figure below would be under the second line. */
static char *tall_sides(struct arena *arena, int before)
{
	struct strbuf b = strbuf_new(arena);
	for (int i = 0; i < before; i++)
		strbuf_add(&b, "Words that stand above it all.\n\n");
	strbuf_add(&b, "Its text.\n\n```side\n");
	for (int i = 0; i < 40; i++)
		strbuf_add(&b, "so it is said ");
	strbuf_addf(&b, "\n```\n\n%sThe end.\n", chart);
	return b.s;
}

static double figure_top(const struct pages *pages, size_t *page)
{
	for (size_t p = 0; p < pages->count; p++)
		for (size_t i = 0; i < pages->items[p]->n_items; i++)
			if (pages->items[p]->items[i].kind == SCENE_FIGURE) {
				*page = p;
				return scene_ink(&pages->items[p]->items[i]).y;
			}
	fail_msg("there is no figure");
	return 0;
}

/* It moves up where there is room above it; else the figure moves down. */
static void what_stands_beside_the_text_ends_above_a_wide_figure(void **state)
{
	struct setting *s = *state;
	double top[2];
	for (int k = 0; k < 2; k++) {
		struct arena *arena = arena_new();
		const struct pages *pages = set_pages(s, arena, "page: A4", tall_sides(arena, k ? 14 : 0), NULL);
		size_t page;
		assert_non_null(pages);
		top[k] = figure_top(pages, &page);
		assert_int_equal(page, 0);
		assert_true(bottom_of(pages->items[0], ROLE_SIDE) < top[k]);
		const struct scene_item *text = line_of(pages, "Its text", NULL), *side = line_of(pages, "so it", NULL);
		assert_true(k ? side->text.at.y < text->text.at.y - 16 : side->text.at.y > text->text.at.y - 15);
		top[k] -= text->text.at.y;
		arena_free(arena);
	}
	assert_true(top[0] > 150 && top[1] < 60);
}

/* Every word of n paragraphs, each with a note of its own, is on the pages once, in its order, and inside the body. */
static void nothing_is_lost_over_pages(void **state)
{
	static const char *const papers[] = { "page: A4",
		                              "page: Letter",
		                              "page: A4\ncolumns: 2",
		                              "page: A4 landscape",
		                              "page: A4 landscape\ncolumns: 1",
		                              "page: '16:9'" };
	struct setting *s = *state;
	for (size_t k = 0; k < sizeof papers / sizeof *papers; k++) {
		struct arena *arena = arena_new();
		struct strbuf b = strbuf_new(arena), said = strbuf_new(arena), wanted = strbuf_new(arena);
		for (int i = 0; i < 26; i++) {
			strbuf_addf(&b, "Text %c.\n\n```side\n", 'a' + i);
			for (int n = 1 + i * 7 % 12; n > 0; n--) {
				strbuf_addf(&b, "Note %c%c.\n\n", 'a' + i, 'a' + n);
				strbuf_addf(&wanted, "Note %c%c. ", 'a' + i, 'a' + n);
			}
			strbuf_addf(&b, "```\n\n%s", i % 5 == 3 ? chart : "");
		}
		strbuf_add(&b, "The end.\n");
		const struct pages *pages = set_pages(s, arena, papers[k], b.s, NULL);
		assert_non_null(pages);
		for (size_t p = 0; p < pages->count; p++)
			for (size_t i = 0; i < pages->items[p]->n_items; i++) {
				const struct scene_item *item = &pages->items[p]->items[i];
				if (item->kind != SCENE_TEXT || !str_starts(item->text.block->text, "Note"))
					continue;
				strbuf_addf(&said, "%s ", item->text.block->text);
				assert_true(rect_contains(pages->items[p]->paper->body, scene_ink(item), 1));
			}
		assert_string_equal(said.s, wanted.s);
		struct proof proof = proof_check_pages(arena, (const struct scene *const *)pages->items, pages->count);
		for (size_t i = 0; i < proof.count; i++)
			if (proof.findings[i].severity == PROOF_BLOCK)
				fail_msg("%s: %s: %s", papers[k], proof.findings[i].rule, proof.findings[i].message);
		arena_free(arena);
	}
}

/* It found no room on the page of its paragraph; on the next a table goes on, as wide as the page. */
static void what_waits_stands_beside_no_table(void **state)
{
	struct setting *s = *state;
	struct arena *arena = arena_new();
	struct strbuf b = strbuf_new(arena);
	for (int i = 0; i < 14; i++)
		strbuf_add(&b, "Words that stand above it all.\n\n");
	strbuf_addf(&b, "%sIts text.\n\n```side\n", chart);
	for (int i = 0; i < 40; i++)
		strbuf_add(&b, "so it is said ");
	strbuf_add(&b, "\n```\n\n| a | b | c |\n|---|---|---|\n");
	for (int i = 0; i < 60; i++)
		strbuf_add(&b,
		           "| words that need some room | words that need some room | words that need some room |\n");
	strbuf_add(&b, "\nThe end.\n");
	const struct pages *pages = set_pages(s, arena, "page: A4", b.s, NULL);
	size_t text, side;
	assert_non_null(pages);
	line_of(pages, "Its text", &text);
	line_of(pages, "so it", &side);
	assert_true(side > text);
	struct proof proof = proof_check_pages(arena, (const struct scene *const *)pages->items, pages->count);
	for (size_t i = 0; i < proof.count; i++)
		if (proof.findings[i].severity == PROOF_BLOCK)
			fail_msg("%s: %s", proof.findings[i].rule, proof.findings[i].message);
	arena_free(arena);
}

static void a_side_block_that_is_too_tall_is_refused(void **state)
{
	struct setting *s = *state;
	struct arena *arena = arena_new();
	struct strbuf b = strbuf_new(arena);
	const char *why;
	strbuf_add(&b, "Text.\n\n```side\n");
	for (int i = 0; i < 600; i++)
		strbuf_add(&b, "so it is ");
	strbuf_add(&b, "\n```\n");
	assert_null(set_pages(s, arena, "page: A4", b.s, &why));
	assert_non_null(strstr(why, "taller than a page"));
	arena_free(arena);
}

/* Two figures share a line, each as wide as the other. */
static void two_figures_stand_side_by_side(void **state)
{
	struct setting *s = *state;
	struct arena *arena = arena_new();
	const struct pages *pages = set_pages(
		s, arena, "page: A4",
		"Text.\n\n```figures\n- {kind: bars, benchmark: x}\n- {kind: dots, benchmark: x}\n```\n", NULL);
	struct rect found[2] = { { 0 } };
	size_t n = 0;
	assert_non_null(pages);
	for (size_t i = 0; i < pages->items[0]->n_items && n < 2; i++)
		if (pages->items[0]->items[i].kind == SCENE_FIGURE)
			found[n++] = scene_ink(&pages->items[0]->items[i]);
	assert_int_equal(n, 2);
	assert_true(found[0].y == found[1].y && fabs(found[0].w - found[1].w) < 0.01);
	assert_true(rect_right(found[0]) < found[1].x);
	arena_free(arena);
}

/* A page of text with nothing beside it is no third empty. */
static void the_side_column_takes_less_than_a_third(void **state)
{
	(void)state;
	for (int i = 0; i < PAGE_FORMATS; i++) {
		struct front_matter front = { .page = page_format_at(i), .slides = page_format_find("16:9") };
		struct paper paper = paper_of(&front), was = paper;
		paper_open_side(&paper);
		if (paper.side <= 0) {
			assert_true(paper.measure == was.measure && paper.body.w == was.body.w);
			continue;
		}
		assert_true(paper.measure > paper.body.w * 2 / 3 && paper.side > 130);
		assert_true(paper.side_x > paper.measure && paper.side_x + paper.side <= paper.body.w + 0.01);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_side_note_is_level_with_its_paragraph_and_read_after_it),
		cmocka_unit_test(what_stands_beside_the_text_ends_above_a_wide_figure),
		cmocka_unit_test(nothing_is_lost_over_pages),
		cmocka_unit_test(what_waits_stands_beside_no_table),
		cmocka_unit_test(a_side_block_that_is_too_tall_is_refused),
		cmocka_unit_test(two_figures_stand_side_by_side),
		cmocka_unit_test(the_side_column_takes_less_than_a_third),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
