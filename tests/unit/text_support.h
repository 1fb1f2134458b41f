/* text_support.h: a look of Inter and Noto fonts for the tests of text/, and what is true of every block. */
#ifndef TESTS_TEXT_SUPPORT_H
#define TESTS_TEXT_SUPPORT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "text/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const system_fonts[] = { "/usr/share/fonts" };

static const struct look_font inter = { "Inter",
	                                "fonts-inter",
	                                { "opentype/inter/Inter-Regular.otf", "opentype/inter/Inter-SemiBold.otf",
	                                  "opentype/inter/Inter-Bold.otf", "opentype/inter/Inter-Italic.otf",
	                                  "opentype/inter/Inter-BoldItalic.otf", NULL } };

static const struct look_font mono = { "Noto Sans Mono",
	                               "fonts-noto-mono",
	                               { "truetype/noto/NotoSansMono-Regular.ttf" } };

static const struct look_font fallbacks[] = {
	{ "Noto Sans",
	  "fonts-noto-core",
	  { "truetype/noto/NotoSans-Regular.ttf", NULL, "truetype/noto/NotoSans-Bold.ttf" } },
	{ "Noto Sans CJK SC",
	  "fonts-noto-cjk",
	  { "opentype/noto/NotoSansCJK-Regular.ttc", NULL, "opentype/noto/NotoSansCJK-Bold.ttc" } },
	{ "Noto Sans Arabic", "fonts-noto-core", { "truetype/noto/NotoSansArabic-Regular.ttf", NULL, NULL } },
	{ "Noto Sans Hebrew", "fonts-noto-core", { "truetype/noto/NotoSansHebrew-Regular.ttf", NULL, NULL } },
	{ "Noto Sans Devanagari", "fonts-noto-core", { "truetype/noto/NotoSansDevanagari-Regular.ttf", NULL, NULL } },
	{ "Noto Sans Thai", "fonts-noto-core", { "truetype/noto/NotoSansThai-Regular.ttf", NULL, NULL } },
	{ "Noto Sans Symbols2", "fonts-noto-core", { "truetype/noto/NotoSansSymbols2-Regular.ttf", NULL, NULL } },
	{ "Noto Color Emoji", "fonts-noto-color-emoji", { "truetype/noto/NotoColorEmoji.ttf", NULL, NULL } },
};

enum { FALLBACKS = sizeof fallbacks / sizeof *fallbacks };

struct desk {
	struct arena *arena;
	struct diags *diags;
	struct look look;
	struct fontset *fonts;
};

static inline struct desk *desk_new(size_t n_fallbacks)
{
	struct arena *arena = arena_new();
	struct desk *desk = arena_alloc(arena, 1, sizeof *desk);
	desk->arena = arena;
	desk->diags = diags_new(arena);
	desk->look.name = "test";
	desk->look.fonts[0] = inter;
	memcpy(desk->look.fonts + 1, fallbacks, n_fallbacks * sizeof *fallbacks);
	desk->look.n_fonts = 1 + n_fallbacks;
	desk->look.code = mono;
	desk->fonts = fontset_open(arena, &desk->look, system_fonts, 1, desk->diags);
	if (!desk->fonts)
		diags_print(desk->diags, stderr, false);
	assert_non_null(desk->fonts);
	return desk;
}

static inline int open_desk(void **state)
{
	*state = desk_new(FALLBACKS);
	return 0;
}

static inline int close_desk(void **state)
{
	struct desk *desk = *state;
	arena_free(desk->arena);
	return 0;
}

static inline struct text_style style(double size)
{
	return (struct text_style){ .size = size, .weight = TEXT_REGULAR };
}

static const struct text_block *shape(struct desk *desk, const char *text, double size, double width)
{
	return text_shape(desk->fonts, text, style(size), width, 0, desk->diags);
}

static inline bool line_is(const struct text_line *line, const char *text)
{
	return line->bytes == strlen(text) && memcmp(line->text, text, line->bytes) == 0;
}

/* What is true of every block, whatever the text. */
static inline void check_block(const struct text_block *block, double width)
{
	assert_true(block->n_lines >= 1);
	const char *seen = block->text;
	for (size_t i = 0; i < block->n_lines; i++) {
		const struct text_line *line = &block->lines[i];
		assert_true(fabs(line->baseline - (double)i * block->step) < 1e-9);
		for (; seen < line->text; seen++) /* only spaces and newlines are lost between lines */
			assert_true((unsigned char)*seen <= ' ' || (unsigned char)*seen >= 0x7f);
		assert_ptr_equal(seen, line->text);
		seen += line->bytes;
		double x = 0;
		size_t bytes = 0;
		for (size_t k = 0; k < line->n_runs; k++) {
			const struct text_run *run = &line->runs[k];
			assert_true(fabs(run->x - x) < 1e-6);
			x += run->width;
			bytes += run->bytes;
			assert_true(run->text >= line->text && run->text + run->bytes <= line->text + line->bytes);
			size_t in_clusters = 0, glyphs = 0;
			for (size_t c = 0; c < run->n_clusters; c++) {
				assert_true(run->clusters[c].bytes > 0);
				assert_true(run->clusters[c].glyphs > 0 || run->n_glyphs == 0);
				in_clusters += (size_t)run->clusters[c].bytes;
				glyphs += (size_t)run->clusters[c].glyphs;
			}
			assert_int_equal(in_clusters, run->bytes);
			assert_int_equal(glyphs, run->n_glyphs);
		}
		assert_int_equal(bytes, line->bytes);
		assert_true(fabs(line->width - x) < 1e-6);
		assert_true(line->width <= block->width + 1e-9);
		if (width > 0 && line->width > width + 1e-5 * block->style.size) { /* a single grapheme may stick out */
			size_t runes = 0, emoji = 0;
			for (const char *p = line->text; p < line->text + line->bytes;) {
				uint32_t rune = utf8_next(&p);
				emoji += rune > 0x2ff;
				runes += rune != 0x85 && rune != 0xad; /* hang over like spaces; take no room */
			}
			runes -= strspn(line->text, " \t");
			if (!(runes <= 1 || emoji > 0))
				print_error("'%s' [%.*s] %g > %g\n", block->text, (int)line->bytes, line->text,
				            line->width, width);
			assert_true(runes <= 1 || emoji > 0);
		}
	}
}

#define DESK_TEST(test) cmocka_unit_test_setup_teardown(test, open_desk, close_desk)

#endif
