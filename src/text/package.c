/* The packages are those of Debian. */
#include "text/package.h"

#include "base/arena.h"
#include "base/str.h"
#include "text/fontset.h"
#include "text/runes.h"

#include <glib.h>

static const char *package_of(uint32_t r)
{
	GUnicodeType type = g_unichar_type(r);
	if (type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_CONTROL)
		return NULL;
	if (rune_is_pictograph(r))
		return "fonts-noto-color-emoji";
	if (rune_is_east_asian(r))
		return "fonts-noto-cjk";
	GUnicodeScript script = g_unichar_get_script(r);
	return script == G_UNICODE_SCRIPT_UNKNOWN ? "fonts-noto-extra" : "fonts-noto-core";
}

/* One of the look's fonts comes from the package, and its file exists: installing it would not help. */
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

void package_report_missing(struct fontset *fonts, uint32_t rune, struct diags *diags)
{
	const char *name = arena_printf(fonts->reported.arena, "U+%04X", (unsigned)rune);
	if (map_find(&fonts->reported, name))
		return;
	map_put(&fonts->reported, name, fonts);
	struct strbuf shown = strbuf_new(fonts->shaped);
	if (g_unichar_isprint(rune) && g_unichar_type(rune) != G_UNICODE_PRIVATE_USE) {
		strbuf_add(&shown, "'");
		strbuf_add_rune(&shown, rune);
		strbuf_addf(&shown, "' (%s)", name);
	} else {
		strbuf_add(&shown, name);
	}
	const char *package = package_of(rune), *hint = "choose another character";
	if (package && !is_installed(fonts, package))
		hint = arena_printf(fonts->shaped, "install the package %s", package);
	else if (package)
		hint = arena_printf(fonts->shaped, "choose another character: the fonts of %s in this look lack it",
		                    package);
	diag_add(diags, DIAG_ERROR, (struct place){ 0 }, hint, "no font here has %s", shown.s);
}
