/* Pages of small briefings, for what the text of a scene does not show. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/briefing_read.h"
#include "brief/pages.h"
#include "data/load.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool no_chart(void *closure, const struct block *block, double width, double height,
                     const struct chart_slide *slide, struct chart_pages *pages)
{
	(void)closure, (void)block, (void)width, (void)height, (void)slide, (void)pages;
	return false;
}

static bool no_image(void *closure, const char *path, struct figure_image *picture)
{
	(void)closure, (void)path, (void)picture;
	return false;
}

/* The pages of a draft, NULL after errors. */
static struct pages *draft(struct arena *arena, const char *text)
{
	static const char table[] = "model,benchmark,value\na,x,1\nb,x,2\n";
	static const char *const roots[] = { "/usr/share/fonts" };
	static const struct figure_source none = { NULL, no_chart, NULL, no_image };
	const struct briefing_options options = { .draft = true };
	struct diags *diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_CSV, "data", table, strlen(table), diags);
	const struct dataset *d = dataset_build(arena, &root, 1, NULL, diags);
	const struct look *look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", diags);
	struct fontset *fonts = fontset_open(arena, look, roots, 1, diags);
	const struct source_text *source = source_read(arena, "case", text, strlen(text), diags);
	const struct front_matter *front = front_matter_read(arena, source, diags);
	const struct briefing *briefing = briefing_read(arena, source, front, d, &options, diags);
	struct paper paper = paper_of(front);
	struct pages_request q = { briefing, &paper, look, fonts, &none, "", 0 };
	struct pages *pages = arena_alloc(arena, 1, sizeof *pages);
	return pages_make(arena, &q, pages, diags) ? pages : NULL;
}

static void a_doubtful_sentence_has_its_mark_on_one_line_beside_it(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct pages *pages =
		draft(arena, "---\ntitle: T\ndata: d.csv\nappendix: false\n---\n\n"
	                     "{{ claim(\"A is ahead.\", gap(\"a\", \"b\", \"x\") > 0) }} So it is said.\n");
	size_t marks = 0;
	for (size_t p = 0; pages && p < pages->count; p++)
		for (size_t i = 0; i < pages->items[p]->n_items; i++) {
			const struct scene_item *item = &pages->items[p]->items[i];
			if (item->kind != SCENE_TEXT || item->role != ROLE_MARGIN)
				continue;
			assert_string_equal(item->text.block->text, "not borne out");
			assert_int_equal(item->text.block->n_lines, 1);
			marks++;
		}
	assert_int_equal(marks, 1);
	arena_free(arena);
}

/* "wordbdg ": numbered in letters, since numbers in a text have to be bound. */
static void add_word(struct strbuf *b, int number)
{
	char digits[12];
	int n = snprintf(digits, sizeof digits, "%d", number);
	strbuf_add(b, "word");
	for (int i = 0; i < n; i++)
		strbuf_addf(b, "%c", 'a' + digits[i] - '0');
	strbuf_add(b, " ");
}

/* Paragraphs of numbered words in two columns. */
static char *numbered(struct arena *arena, int paragraphs)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "---\ntitle: T\ndata: d.csv\nappendix: false\ncolumns: 2\n---\n\n");
	for (int i = 0, word = 0; i < paragraphs; i++) {
		for (int k = 0; k < 20 + i % 7 * 15; k++)
			add_word(&b, word++);
		strbuf_add(&b, i % 5 == 4 ? "\n\n## A heading\n\n" : "\n\n");
	}
	strbuf_add(&b, "The end.\n");
	return b.s;
}

static void columns_keep_every_word_in_order(void **state)
{
	(void)state;
	for (int paragraphs = 1; paragraphs < 70; paragraphs += 17) {
		struct arena *arena = arena_new();
		const struct pages *pages = draft(arena, numbered(arena, paragraphs));
		struct strbuf said = strbuf_new(arena), wanted = strbuf_new(arena);
		size_t columns = 0;
		for (size_t p = 0; pages && p < pages->count; p++)
			for (size_t i = 0; i < pages->items[p]->n_items; i++) {
				const struct scene_item *item = &pages->items[p]->items[i];
				if (item->kind != SCENE_TEXT || item->role != ROLE_PROSE)
					continue;
				strbuf_addf(&said, "%s ", item->text.block->text);
				columns += item->text.at.x > 250;
			}
		int words = 0;
		for (int i = 0; i < paragraphs; i++)
			words += 20 + i % 7 * 15;
		for (int i = 0; i < words; i++)
			add_word(&wanted, i);
		strbuf_add(&wanted, "The end. ");
		assert_string_equal(said.s, wanted.s);
		assert_true(columns > 0);
		arena_free(arena);
	}
}

/* Headings stay with what follows: sixty of them and a paragraph are taller than a column, and give way. */
static void what_is_too_tall_for_a_column_is_still_whole(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct strbuf text = strbuf_new(arena), said = strbuf_new(arena), wanted = strbuf_new(arena);
	strbuf_add(&text, "---\ntitle: T\ndata: d.csv\nappendix: false\ncolumns: 2\n---\n\n");
	for (int i = 0; i < 60; i++) {
		strbuf_addf(&text, "### Heading %c%c\n\n", 'a' + i / 26, 'a' + i % 26);
		strbuf_addf(&wanted, "Heading %c%c ", 'a' + i / 26, 'a' + i % 26);
	}
	strbuf_add(&text, "The end.\n\nAnd more.\n");
	strbuf_add(&wanted, "The end. And more. ");
	const struct pages *pages = draft(arena, text.s);
	for (size_t p = 0; pages && p < pages->count; p++)
		for (size_t i = 0; i < pages->items[p]->n_items; i++) {
			const struct scene_item *item = &pages->items[p]->items[i];
			if (item->kind == SCENE_TEXT && (item->role == ROLE_PROSE || item->role == ROLE_SECTION))
				strbuf_addf(&said, "%s ", item->text.block->text);
		}
	assert_string_equal(said.s, wanted.s);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_too_tall_for_a_column_is_still_whole),
		cmocka_unit_test(columns_keep_every_word_in_order),
		cmocka_unit_test(a_doubtful_sentence_has_its_mark_on_one_line_beside_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
