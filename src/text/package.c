/* Which Debian package has a glyph for a character that no font of the look has. */
#include "base/arena.h"
#include "base/str.h"
#include "text/text_private.h"

#include <glib.h>

struct range {
	uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t n, uint32_t r)
{
	for (size_t i = 0; i < n && ranges[i].first <= r; i++)
		if (r <= ranges[i].last)
			return true;
	return false;
}

bool rune_is_pictograph(uint32_t r)
{
	static const struct range pictographs[] = {
		/* Emoji_Presentation below 1F000, and the emoji blocks above */
		{ 0x231a, 0x231b },   { 0x23e9, 0x23ec },   { 0x23f0, 0x23f0 },   { 0x23f3, 0x23f3 },
		{ 0x25fd, 0x25fe },   { 0x2614, 0x2615 },   { 0x2648, 0x2653 },   { 0x267f, 0x267f },
		{ 0x2693, 0x2693 },   { 0x26a1, 0x26a1 },   { 0x26aa, 0x26ab },   { 0x26bd, 0x26be },
		{ 0x26c4, 0x26c5 },   { 0x26ce, 0x26ce },   { 0x26d4, 0x26d4 },   { 0x26ea, 0x26ea },
		{ 0x26f2, 0x26f3 },   { 0x26f5, 0x26f5 },   { 0x26fa, 0x26fa },   { 0x26fd, 0x26fd },
		{ 0x2705, 0x2705 },   { 0x270a, 0x270b },   { 0x2728, 0x2728 },   { 0x274c, 0x274c },
		{ 0x274e, 0x274e },   { 0x2753, 0x2755 },   { 0x2757, 0x2757 },   { 0x2795, 0x2797 },
		{ 0x27b0, 0x27b0 },   { 0x27bf, 0x27bf },   { 0x2b1b, 0x2b1c },   { 0x2b50, 0x2b50 },
		{ 0x2b55, 0x2b55 },   { 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf }, { 0x1f18e, 0x1f18e },
		{ 0x1f191, 0x1f19a }, { 0x1f1e6, 0x1f201 }, { 0x1f21a, 0x1f21a }, { 0x1f22f, 0x1f22f },
		{ 0x1f232, 0x1f236 }, { 0x1f238, 0x1f23a }, { 0x1f250, 0x1f251 }, { 0x1f300, 0x1f64f },
		{ 0x1f680, 0x1f6ff }, { 0x1f7e0, 0x1f7eb }, { 0x1f7f0, 0x1f7f0 }, { 0x1f90c, 0x1f9ff },
		{ 0x1fa70, 0x1faff },
	};
	return r >= 0x231a && is_in(pictographs, sizeof pictographs / sizeof *pictographs, r);
}

static bool is_east_asian(uint32_t r)
{
	static const struct range blocks[] = {
		{ 0x1100, 0x11ff },   { 0x2e80, 0x9fff },   { 0xa960, 0xa97f }, { 0xac00, 0xd7ff },
		{ 0xf900, 0xfaff },   { 0xfe30, 0xfe4f },   { 0xff00, 0xffef }, { 0x1aff0, 0x1b16f },
		{ 0x1f200, 0x1f2ff }, { 0x20000, 0x3ffff },
	};
	return is_in(blocks, sizeof blocks / sizeof *blocks, r);
}

static const char *package_of(uint32_t r)
{
	GUnicodeType type = g_unichar_type(r);
	if (type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_CONTROL)
		return NULL;
	if (rune_is_pictograph(r))
		return "fonts-noto-color-emoji";
	if (is_east_asian(r))
		return "fonts-noto-cjk";
	GUnicodeScript script = g_unichar_get_script(r);
	return script == G_UNICODE_SCRIPT_UNKNOWN ? "fonts-noto-extra" : "fonts-noto-core";
}

/* A font of the package is among the look's, and its file is there: installing it would not help. */
static bool is_installed(const struct fontset *fonts, const char *package)
{
	for (size_t f = 0; f < fonts->look->n_fonts; f++)
		for (size_t w = 0; w < TEXT_WEIGHTS; w++) {
			enum font_state state = fonts->fonts[f][w].state;
			if ((state == FONT_FOUND || state == FONT_OPEN) &&
			    str_eq(fonts->fonts[f][w].family->package, package))
				return true;
		}
	return false;
}

void report_missing(struct fontset *fonts, uint32_t rune, struct diags *diags)
{
	const char *name = arena_printf(fonts->arena, "U+%04X", (unsigned)rune);
	if (map_find(&fonts->reported, name))
		return;
	map_put(&fonts->reported, name, fonts);
	struct strbuf shown = strbuf_new(fonts->arena);
	if (g_unichar_isprint(rune) && g_unichar_type(rune) != G_UNICODE_PRIVATE_USE) {
		strbuf_add(&shown, "'");
		strbuf_add_rune(&shown, rune);
		strbuf_addf(&shown, "' (%s)", name);
	} else {
		strbuf_add(&shown, name);
	}
	const char *package = package_of(rune), *hint = "choose another character";
	if (package && !is_installed(fonts, package))
		hint = arena_printf(fonts->arena, "install the package %s", package);
	else if (package)
		hint = arena_printf(fonts->arena, "choose another character: the fonts of %s in this look lack it",
		                    package);
	diag_add(diags, DIAG_ERROR, (struct place){ 0 }, hint, "no font here has %s", shown.s);
}
