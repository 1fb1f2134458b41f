/* The fonts of a look: fallbacks only where needed, and what is said when a font or a glyph is missing. */
#define _XOPEN_SOURCE 700

#include "text_support.h"

#include <fontconfig/fontconfig.h>

/* The family that sets the byte at `part` in a block of one line. */
static const char *family_of(const struct text_block *block, const char *part)
{
	const char *at = strstr(block->text, part);
	assert_non_null(at);
	for (size_t i = 0; i < block->lines[0].n_runs; i++) {
		const struct text_run *run = &block->lines[0].runs[i];
		if (at >= run->text && at < run->text + run->bytes)
			return font_family(run->font);
	}
	return "none";
}

static void metrics_are_those_of_the_own_face(void **state)
{
	static const char *const texts[] = { "", "x", "通义", "🚀", "مرحبا" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct text_block *block = shape(*state, texts[i], 20, 0);
		assert_true(fabs(block->ascent - 20 * 0.96875) < 1e-3);
		assert_true(fabs(block->descent - 20 * 680.0 / 2816) < 1e-3);
		assert_true(fabs(block->x_height - 20 * 1536.0 / 2816) < 1e-3);
		assert_true(block->step == 26);
	}
	const struct text_block *x = shape(*state, "x", 20, 0);
	assert_true(fabs(-x->ink.y - x->x_height) < 1e-2); /* the letter is as high as the font says */
}

static void latin_opens_no_fallback(void **state)
{
	(void)state;
	struct desk *desk = desk_new(FALLBACKS);
	const char *const text =
		"Åland’s naïve Čapek—Ἀθήνα Привет: x → y ≥ 5 ≤ 7 ≈ −3 † ‡ ¹ ² ± × · “q” …\u202f%\u00a0‰ € £";
	const struct text_block *block = shape(desk, text, 10, 0);
	check_block(block, 0);
	assert_int_equal(fontset_opened(desk->fonts), 0);
	assert_true(diags_ok(desk->diags));
	for (size_t i = 0; i < block->lines[0].n_runs; i++)
		assert_true(font_own(block->lines[0].runs[i].font));
	arena_free(desk->arena);
}

static void the_system_is_not_asked_for_fonts(void **state)
{
	struct desk *desk = *state;
	shape(desk, "Muse Spark 通", 10, 0);
	FcConfig *current = FcConfigGetCurrent();
	FcStrList *files = FcConfigGetConfigFiles(current), *folders = FcConfigGetFontDirs(current);
	assert_null(FcStrListNext(files));
	assert_null(FcStrListNext(folders));
	FcStrListDone(files);
	FcStrListDone(folders);
}

static void fallbacks_set_only_what_the_own_family_lacks(void **state)
{
	(void)state;
	struct desk *desk = desk_new(FALLBACKS);
	const struct text_block *block = shape(desk, "通义千问 GPT-5 模型 שלום Opus 4.6 مرحبا x🚀y नमस्ते", 10, 0);
	check_block(block, 0);
	assert_true(diags_ok(desk->diags));
	assert_string_equal(family_of(block, "通义"), "Noto Sans CJK SC");
	assert_string_equal(family_of(block, "GPT"), "Inter");
	assert_string_equal(family_of(block, "5"), "Inter");
	assert_string_equal(family_of(block, "模型"), "Noto Sans CJK SC");
	assert_string_equal(family_of(block, "שלום"), "Noto Sans Hebrew");
	assert_string_equal(family_of(block, "Opus"), "Inter");
	assert_string_equal(family_of(block, "4.6"), "Inter");
	assert_string_equal(family_of(block, "مرحبا"), "Noto Sans Arabic");
	assert_string_equal(family_of(block, "🚀"), "Noto Color Emoji");
	assert_string_equal(family_of(block, "y"), "Inter");
	assert_string_equal(family_of(block, "नमस्ते"), "Noto Sans Devanagari");
	assert_int_equal(fontset_opened(desk->fonts), 5);
	shape(desk, "שלום", 10, 0);
	assert_int_equal(fontset_opened(desk->fonts), 5);
	assert_string_equal(family_of(shape(desk, "🚀 🚀", 10, 0), " "), "Inter"); /* that of the emoji is too wide */
	assert_string_equal(family_of(shape(desk, "שלום עולם", 10, 0), " "), "Noto Sans Hebrew");
	arena_free(desk->arena);
}

static void a_face_is_one_font_at_all_sizes(void **state)
{
	struct desk *desk = *state;
	static const int css[] = { 400, 600, 700, 400, 700 };
	for (int w = 0; w < TEXT_CODE; w++) {
		struct text_style small = { 9, (enum text_weight)w, false }, large = { 40, (enum text_weight)w, true };
		const struct text_run *a = text_shape(desk->fonts, "one", small, 0, 0, desk->diags)->lines[0].runs;
		const struct text_run *b = text_shape(desk->fonts, "通", small, 0, 0, desk->diags)->lines[0].runs;
		const struct text_run *c = text_shape(desk->fonts, "two", large, 0, 0, desk->diags)->lines[0].runs;
		assert_ptr_equal(a->font, c->font);
		assert_ptr_not_equal(a->font, b->font);
		assert_non_null(font_native(a->font));
		assert_int_equal(font_css_weight(a->font), css[w]);
		assert_true(str_ends(font_file(a->font), inter.files[w]));
		assert_int_equal(font_file_index(a->font), 0);
		assert_true(font_own(a->font) && !font_color(a->font));
		assert_true(!font_own(b->font) && str_ends(font_file(b->font), ".ttc"));
		assert_int_equal(font_css_weight(b->font), w == TEXT_REGULAR || w == TEXT_ITALIC ? 400 : 700);
		assert_true(font_italic(a->font) == (w > TEXT_BOLD) && !font_italic(b->font));
		assert_true(font_file_index(b->font) > 0); /* the Chinese face of the collection is not its first */
	}
}

static void emoji_sequences_are_one_glyph(void **state)
{
	static const char *const sequences[] = { "👩‍👩‍👧",           "🇩🇪", "1️⃣", "👍🏽", "❤️",
		                                 "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⚡" };
	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
		char text[64] = "a";
		strcat(strcat(text, sequences[i]), "b");
		const struct text_line *line = &shape(*state, text, 10, 0)->lines[0];
		check_block(shape(*state, text, 10, 0), 0);
		assert_int_equal(line->n_runs, 3);
		assert_true(font_color(line->runs[1].font));
		assert_int_equal(line->runs[1].n_glyphs, 1);
		assert_int_equal(line->runs[1].n_clusters, 1);
		assert_int_equal(line->runs[1].bytes, strlen(sequences[i]));
		assert_true(line->runs[1].width > 11 && line->runs[1].width < 13); /* its bitmap scaled to the size */
		assert_true(line->runs[2].glyphs[0].x >= line->runs[1].x + line->runs[1].width - 1e-6);
	}
	assert_string_equal(family_of(shape(*state, "❤", 10, 0), "❤"), "Inter"); /* as text unless asked otherwise */
}

static void a_missing_glyph_names_its_character_and_package(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message, *hint;
	} cases[] = {
		{ "😀", "no font here has '😀' (U+1F600)", "install the package fonts-noto-color-emoji" },
		{ "通 GPT", "no font here has '通' (U+901A)", "install the package fonts-noto-cjk" },
		{ "모", "no font here has '모' (U+BAA8)", "install the package fonts-noto-cjk" },
		{ "ア", "no font here has 'ア' (U+30A2)", "install the package fonts-noto-cjk" },
		{ "ש", "no font here has 'ש' (U+05E9)", "install the package fonts-noto-core" },
		{ "ก", "no font here has 'ก' (U+0E01)", "install the package fonts-noto-core" },
		{ "\U0010FFFD", "no font here has U+10FFFD", "choose another character" },
		{ "\u0378", "no font here has U+0378", "choose another character" },
	};
	struct desk *desk = desk_new(0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct text_block *block = shape(desk, cases[i].text, 10, 0);
		check_block(block, 0);
		shape(desk, cases[i].text, 11, 30);
		text_shape(desk->fonts, cases[i].text, (struct text_style){ 10, TEXT_BOLD, false }, 0, 0, desk->diags);
		assert_int_equal(diags_count(desk->diags, DIAG_ERROR), i + 1); /* once */
		assert_string_equal(diags_at(desk->diags, i)->message, cases[i].message);
		assert_string_equal(diags_at(desk->diags, i)->hint, cases[i].hint);
	}
	arena_free(desk->arena);
}

static void an_installed_package_is_not_asked_for(void **state)
{
	(void)state;
	struct desk *desk = desk_new(FALLBACKS);
	shape(desk, "ꓐ", 10, 0); /* Lisu: in the package, but in none of the fonts listed here */
	assert_int_equal(diags_count(desk->diags, DIAG_ERROR), 1);
	assert_true(str_starts(diags_at(desk->diags, 0)->hint, "choose another character"));
	arena_free(desk->arena);
}

static struct fontset *open_with(struct desk *desk, struct look_font own, const char *root)
{
	desk->look.fonts[0] = own;
	desk->look.n_fonts = 1;
	desk->diags = diags_new(desk->arena);
	return fontset_open(desk->arena, &desk->look, &root, 1, desk->diags);
}

static void an_absent_family_names_its_file_and_package(void **state)
{
	struct desk *desk = *state;
	assert_null(open_with(desk, inter, "tests"));
	assert_int_equal(diags_count(desk->diags, DIAG_ERROR), 1);
	const struct diag *diag = diags_at(desk->diags, 0);
	assert_non_null(strstr(diag->message, "Inter"));
	assert_non_null(strstr(diag->message, inter.files[TEXT_REGULAR]));
	assert_string_equal(diag->hint, "install the package fonts-inter");
	struct look_font broken = { "Broken", "fonts-broken", { "tests/unit/text_test.c", NULL, NULL } };
	assert_null(open_with(desk, broken, ".")); /* there, but not a font */
	assert_int_equal(diags_count(desk->diags, DIAG_ERROR), 1);
}

static void the_nearest_weight_stands_in_for_an_absent_one(void **state)
{
	struct desk *desk = *state;
	struct look_font two = inter;
	two.files[TEXT_SEMIBOLD] = "opentype/inter/Inter-Absent.otf";
	struct fontset *fonts = open_with(desk, two, system_fonts[0]);
	assert_non_null(fonts);
	assert_true(diags_ok(desk->diags));
	assert_int_equal(diags_count(desk->diags, DIAG_WARNING), 1);
	struct text_style semibold = { 10, TEXT_SEMIBOLD, false };
	const struct text_run *run = text_shape(fonts, "a", semibold, 0, 0, desk->diags)->lines[0].runs;
	assert_int_equal(font_css_weight(run->font), 700);
	two.files[TEXT_SEMIBOLD] = two.files[TEXT_BOLD] = NULL; /* a look that names one file */
	fonts = open_with(desk, two, system_fonts[0]);
	assert_non_null(fonts);
	assert_int_equal(diags_count(desk->diags, DIAG_WARNING), 0);
	run = text_shape(fonts, "a", semibold, 0, 0, desk->diags)->lines[0].runs;
	assert_int_equal(font_css_weight(run->font), 400);
}

static void an_absent_face_is_reported_when_a_text_needs_it(void **state)
{
	struct desk *desk = *state;
	struct look_font gaps = inter;
	gaps.files[TEXT_ITALIC] = "opentype/inter/Inter-Absent.otf";
	gaps.files[TEXT_BOLD_ITALIC] = NULL; /* not named: nothing is missing */
	desk->look.code.files[TEXT_REGULAR] = "truetype/noto/Absent.ttf";
	struct fontset *fonts = open_with(desk, gaps, system_fonts[0]);
	assert_int_equal(diags_count(desk->diags, DIAG_WARNING), 0);
	static const struct {
		enum text_weight weight;
		int css;
		size_t warnings;
	} cases[] = { { TEXT_ITALIC, 400, 1 }, { TEXT_BOLD_ITALIC, 700, 1 }, { TEXT_CODE, 400, 2 } };
	for (size_t i = 0; i < 6; i++) {
		struct text_mark all = { 0, 3, cases[i % 3].weight };
		const struct text_words words = { .text = "abc", .marks = &all, .n_marks = 1 };
		const struct text_block *block = text_shape_words(fonts, &words, style(10), 0, 0, desk->diags);
		assert_int_equal(font_css_weight(block->lines[0].runs->font), cases[i % 3].css);
		assert_int_equal(diags_count(desk->diags, DIAG_WARNING), i < 3 ? cases[i].warnings : 2); /* once */
	}
	assert_string_equal(diags_at(desk->diags, 1)->hint, "install the package fonts-noto-mono");
	assert_true(diags_ok(desk->diags));
}

static void files_are_found_in_other_folders(void **state)
{
	struct desk *desk = *state;
	struct look_font moved = { "Inter", "fonts-inter", { "elsewhere/Inter-Regular.otf", NULL, "Inter-Bold.otf" } };
	struct fontset *fonts = open_with(desk, moved, system_fonts[0]);
	assert_non_null(fonts);
	assert_int_equal(diags_count(desk->diags, DIAG_WARNING), 0);
	const struct text_run *run = text_shape(fonts, "a", style(10), 0, 0, desk->diags)->lines[0].runs;
	assert_true(str_ends(font_file(run->font), inter.files[TEXT_REGULAR]));
	struct text_style bold = { 10, TEXT_BOLD, false };
	run = text_shape(fonts, "a", bold, 0, 0, desk->diags)->lines[0].runs;
	assert_true(str_ends(font_file(run->font), inter.files[TEXT_BOLD]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(metrics_are_those_of_the_own_face),
		cmocka_unit_test(latin_opens_no_fallback),
		DESK_TEST(the_system_is_not_asked_for_fonts),
		cmocka_unit_test(fallbacks_set_only_what_the_own_family_lacks),
		DESK_TEST(a_face_is_one_font_at_all_sizes),
		DESK_TEST(emoji_sequences_are_one_glyph),
		cmocka_unit_test(a_missing_glyph_names_its_character_and_package),
		cmocka_unit_test(an_installed_package_is_not_asked_for),
		DESK_TEST(an_absent_family_names_its_file_and_package),
		DESK_TEST(the_nearest_weight_stands_in_for_an_absent_one),
		DESK_TEST(an_absent_face_is_reported_when_a_text_needs_it),
		DESK_TEST(files_are_found_in_other_folders),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
