/* Looks: the shipped ones are clean, and every fault in a user's own look is named with its place. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "style/look.h"
#include "style/page_format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct trial {
	struct arena *arena;
	struct diags *diags;
	char *path;
	const struct look *look;
};

/* Loads a look that is written to a file of its own. */
static struct trial try_look(const char *text)
{
	struct trial t = { .arena = arena_new() };
	char *folder = arena_strdup(t.arena, "/tmp/benchbrief-look-XXXXXX");
	assert_non_null(mkdtemp(folder));
	t.diags = diags_new(t.arena);
	t.path = arena_printf(t.arena, "%s/own.yaml", folder);
	assert_true(file_write(t.path, text, strlen(text), t.diags));
	t.look = look_load(t.arena, inputs_new(t.arena), t.path, NULL, "styles", t.diags);
	unlink(t.path);
	rmdir(folder);
	return t;
}

/* Some diagnostic is in this line of the file (0: any) and says this, in its message or its hint. */
static void assert_said(const struct trial *t, int line, const char *words)
{
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(t->diags, i)); i++)
		if ((!line || d->place.line == line) &&
		    (strstr(d->message, words) || (d->hint && strstr(d->hint, words))))
			return;
	for (size_t i = 0; (d = diags_at(t->diags, i)); i++)
		print_message("  %d: %s (%s)\n", d->place.line, d->message, d->hint ? d->hint : "");
	fail_msg("line %d: nothing says \"%s\"", line, words);
}

static void assert_refused(const char *text, int line, const char *words)
{
	struct trial t = try_look(text);
	assert_null(t.look);
	assert_said(&t, line, words);
	arena_free(t.arena);
}

static void shipped_looks_load_without_diagnostics(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	size_t count;
	const char **names = look_list(arena, "styles", &count, diags);
	assert_int_equal(count, 6);
	for (size_t i = 0; i < count; i++) {
		const struct look *look = look_load(arena, inputs_new(arena), names[i], NULL, "styles", diags);
		assert_non_null(look);
		assert_string_equal(look->name, names[i]);
		assert_non_null(look->summary);
		assert_string_equal(look->fonts[0].family, "Inter");
	}
	assert_null(diags_at(diags, 0));
	arena_free(arena);
}

static void a_users_look_builds_on_a_shipped_one(void **state)
{
	(void)state;
	struct trial t =
		try_look("base: editorial\nsummary: ours\nrows: {pitch_max: 3}\npalette: {highlight: \"#C62A64\"}\n");
	assert_non_null(t.look);
	assert_string_equal(t.look->name, "own");
	assert_string_equal(t.look->summary, "ours");
	assert_true(t.look->rows.pitch_max > 2.99 && t.look->rows.pitch_max < 3.01);
	assert_int_equal(t.look->palette.highlight.r, 0xc6);
	assert_true(t.look->type.title > 1.4);
	arena_free(t.arena);
}

static void unknown_keys_are_named_with_the_nearest(void **state)
{
	(void)state;
	assert_refused("base: editorial\nrows:\n  pitch_maks: 3\n", 3, "did you mean \"pitch_max\"?");
	assert_refused("base: editorial\npalete: {}\n", 2, "did you mean \"palette\"?");
	assert_refused("base: editorial\nfonts:\n  - {familie: X}\n", 3, "did you mean \"family\"?");
}

static void wrong_values_are_named_in_their_place(void **state)
{
	(void)state;
	assert_refused("base: editorial\nrows: {pitch_max: wide}\n", 2, "rows.pitch_max is text");
	assert_refused("base: editorial\nrows: {pitch_max: 99}\n", 2, "give a number from");
	assert_refused("base: editorial\npalette: {ink: black}\n", 2, "ink is not a colour");
	assert_refused("base: editorial\npalette: {series: [\"#12345\"]}\n", 2, "not a colour");
	assert_refused("base: editorial\ncard: 1\n", 2, "give true or false");
	assert_refused("base: editorial\ncolor: rainbow\n", 2, "give highlight or maker");
	assert_refused("base: editorial\ntype: {title_weight: heavy}\n", 2, "give regular, semibold or bold");
	assert_refused("base: editorial\npage: {paper: A3}\n", 2, "give one of A4, Letter");
	assert_refused("[]\n", 1, "a look must be a map");
}

static void all_faults_come_in_one_run(void **state)
{
	(void)state;
	struct trial t =
		try_look("base: editorial\ncard: 1\nrows: {pitch_max: 99, nonsense: 1}\npalette: {ink: black}\n");
	assert_null(t.look);
	assert_said(&t, 2, "true or false");
	assert_said(&t, 3, "out of range");
	assert_said(&t, 3, "nonsense");
	assert_said(&t, 4, "not a colour");
	arena_free(t.arena);
}

/* Every shipped look, written out to start from, is that look again. */
static void what_is_written_to_start_from_is_the_look(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	size_t n;
	const char **names = look_list(arena, "styles", &n, diags);
	for (size_t i = 0; i < n; i++) {
		const struct look *look = look_load(arena, inputs_new(arena), names[i], NULL, "styles", diags);
		assert_non_null(look);
		struct trial t = try_look(look_template(arena, look));
		if (!t.look)
			diags_print(t.diags, stderr, false);
		assert_non_null(t.look);
		struct look again = *t.look;
		again.name = look->name;
		assert_string_equal(look_template(arena, look), look_template(arena, &again));
		assert_int_equal(t.look->n_fonts, look->n_fonts);
		arena_free(t.arena);
	}
	arena_free(arena);
}

/* What a hint offers passes. */
static void the_nearest_colour_passes(void **state)
{
	(void)state;
	assert_refused("base: editorial\npalette: {ink3: \"#AAAAAA\"}\n", 2, "nearest that passes is \"#707070\"");
	struct trial t = try_look("base: editorial\npalette: {ink3: \"#707070\"}\n");
	assert_non_null(t.look);
	arena_free(t.arena);
	t = try_look("base: board\npalette: {muted: \"#333333\"}\n");
	assert_null(t.look);
	assert_said(&t, 2, "make it lighter");
	arena_free(t.arena);
	assert_refused("base: editorial\npalette: {series: [\"#0B3A6B\", \"#0B3A7B\"]}\n", 2, "nearest that passes");
}

static void a_family_of_its_own_keeps_the_fallbacks(void **state)
{
	(void)state;
	struct trial base = try_look("base: editorial\n"),
		     t = try_look("base: editorial\nfont: {family: Own, package: own, regular: own/Own.otf}\n");
	assert_non_null(t.look);
	assert_int_equal(t.look->n_fonts, base.look->n_fonts + 1);
	assert_string_equal(t.look->fonts[0].family, "Own");
	assert_string_equal(t.look->fonts[1].family, base.look->fonts[0].family);
	arena_free(t.arena);
	arena_free(base.arena);
	assert_refused("base: editorial\nfont: {family: Own}\n", 2, "lacks one of its three keys");
}

/* The words that mark a doubt can be read in any look that is accepted. */
static void doubts_can_be_read(void **state)
{
	(void)state;
	struct trial t = try_look("base: editorial\npalette: {tag: \"#F0D45C\"}\n");
	assert_non_null(t.look);
	assert_true(color_equal(look_doubt(t.look), t.look->palette.ink));
	arena_free(t.arena);
	t = try_look("base: editorial\n");
	assert_true(color_equal(look_doubt(t.look), t.look->palette.tag));
	arena_free(t.arena);
}

static void colours_that_do_not_show_are_refused(void **state)
{
	(void)state;
	assert_refused("base: editorial\npalette: {ink3: \"#999999\"}\n", 2, "ink3 has a contrast of 2.8");
	assert_refused("base: editorial\npalette: {muted: \"#BBBBBB\"}\n", 2, "muted has a contrast");
	assert_refused("base: editorial\npalette: {highlight: \"#6B7A86\"}\n", 2,
	               "palette.highlight and palette.muted are");
	assert_refused("base: editorial\npalette: {series: [\"#0B3A6B\", \"#0B3A7B\"]}\n", 0,
	               "palette.series[0] and palette.series[1] are");
	assert_refused("base: editorial\npalette: {series: [\"#2E8B3D\", \"#B5532A\"]}\n", 0,
	               "for colour-blind readers");
}

static void what_is_missing_is_named(void **state)
{
	(void)state;
	struct trial t = try_look("summary: nothing else\n");
	assert_null(t.look);
	assert_said(&t, 0, "palette.ink is missing");
	assert_said(&t, 0, "rows.pitch_min is missing");
	assert_said(&t, 0, "fonts is missing");
	assert_said(&t, 0, "base: editorial");
	arena_free(t.arena);
}

static void an_unknown_look_lists_the_known_ones(void **state)
{
	(void)state;
	assert_refused("base: editoral\n", 1,
	               "looks: board board-light boardroom boardroom-dark editorial editorial-dark");
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	assert_null(look_load(arena, inputs_new(arena), "bord", NULL, "styles", diags));
	assert_non_null(strstr(diags_at(diags, 0)->hint, "board board-light"));
	arena_free(arena);
}

static void a_look_cannot_build_on_itself(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	char *folder = arena_strdup(arena, "/tmp/benchbrief-look-XXXXXX");
	assert_non_null(mkdtemp(folder));
	char *path = arena_printf(arena, "%s/loop.yaml", folder);
	assert_true(file_write(path, "base: loop\n", 11, diags));
	assert_null(look_load(arena, inputs_new(arena), "loop", NULL, folder, diags));
	assert_non_null(strstr(diags_at(diags, 0)->hint, "must not build on itself"));
	unlink(path);
	rmdir(folder);
	arena_free(arena);
}

static void pages_have_one_name_each_in_any_case(void **state)
{
	(void)state;
	for (int i = 0; i < PAGE_FORMATS; i++)
		assert_ptr_equal(page_format_find(page_format_at(i)->name), page_format_at(i));
	assert_ptr_equal(page_format_find("letter"), page_format_at(1));
	assert_ptr_equal(page_format_find(" a4\tLANDSCAPE "), page_format_at(3));
	static const char *const none[] = { "",       "A",        "A5", "A4landscape", "A4 land", "A4 landscapes",
		                            "16 : 9", "Letter A4" };
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_null(page_format_find(none[i]));
}

static void a_page_on_its_side_is_as_wide_as_the_upright_one_is_tall(void **state)
{
	(void)state;
	for (int i = 0; i < PAGE_FORMATS; i++) {
		const struct page_format *page = page_format_at(i), *upright = page_format_at(page->kind);
		if (page->kind == PAGE_SLIDES || page->kind == PAGE_NOTES) /* slides have shapes of their own */
			continue;
		assert_int_equal(upright->kind, page->kind);
		assert_true(page->width == (page->landscape ? upright->height : upright->width));
		assert_true(page->height == (page->landscape ? upright->width : upright->height));
		assert_true(page->landscape == (page->width > page->height));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_looks_load_without_diagnostics),
		cmocka_unit_test(a_users_look_builds_on_a_shipped_one),
		cmocka_unit_test(unknown_keys_are_named_with_the_nearest),
		cmocka_unit_test(wrong_values_are_named_in_their_place),
		cmocka_unit_test(all_faults_come_in_one_run),
		cmocka_unit_test(what_is_written_to_start_from_is_the_look),
		cmocka_unit_test(the_nearest_colour_passes),
		cmocka_unit_test(a_family_of_its_own_keeps_the_fallbacks),
		cmocka_unit_test(doubts_can_be_read),
		cmocka_unit_test(colours_that_do_not_show_are_refused),
		cmocka_unit_test(what_is_missing_is_named),
		cmocka_unit_test(an_unknown_look_lists_the_known_ones),
		cmocka_unit_test(a_look_cannot_build_on_itself),
		cmocka_unit_test(pages_have_one_name_each_in_any_case),
		cmocka_unit_test(a_page_on_its_side_is_as_wide_as_the_upright_one_is_tall),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
