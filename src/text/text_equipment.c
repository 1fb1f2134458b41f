#include "text/text_equipment.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "style/look.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <hb.h>
#include <pango/pango.h>

#include FT_FREETYPE_H

static void add(struct equipment_list *list, const char *name, const char *version, const char *purpose)
{
	equipment_add(list,
	              (struct equipment){
			      .name = name, .version = version, .there = true, .needed = true, .purpose = purpose });
}

static const char *freetype_version(struct arena *arena)
{
	FT_Library library;
	FT_Int major = 0, minor = 0, patch = 0;
	if (FT_Init_FreeType(&library) != 0)
		return NULL;
	FT_Library_Version(library, &major, &minor, &patch);
	FT_Done_FreeType(library);
	return arena_printf(arena, "%d.%d.%d", major, minor, patch);
}

void text_equipment(struct equipment_list *list)
{
	enum { MAJOR = 10000, MINOR = 100 };
	int fc = FcGetVersion();
	add(list, "Pango", pango_version_string(), "shapes text");
	add(list, "HarfBuzz", hb_version_string(), "shapes text, and cuts fonts for files");
	add(list, "FreeType", freetype_version(list->arena), "reads fonts");
	add(list, "fontconfig", arena_printf(list->arena, "%d.%d.%d", fc / MAJOR, fc / MINOR % MINOR, fc % MINOR),
	    "knows fonts");
	add(list, "GLib",
	    arena_printf(list->arena, "%u.%u.%u", glib_major_version, glib_minor_version, glib_micro_version),
	    "comes with Pango");
}

static bool is_below(struct arena *arena, const char *file, const char *const *roots, size_t n_roots)
{
	for (size_t i = 0; i < n_roots; i++)
		if (file_exists(arena_printf(arena, "%s/%s", roots[i], file)))
			return true;
	return false;
}

static bool is_listed(const struct equipment_list *list, const char *family)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == EQUIPMENT_FONT && str_eq(list->items[i].name, family))
			return true;
	return false;
}

static void add_font(struct equipment_list *list, const struct look_font *font, bool own, const char *purpose,
                     const char *const *roots, size_t n_roots)
{
	bool there = true;
	if (!font->family || is_listed(list, font->family))
		return;
	for (int i = 0; i < TEXT_WEIGHTS; i++)
		there &= !font->files[i] || is_below(list->arena, font->files[i], roots, n_roots);
	equipment_add(list, (struct equipment){ .kind = EQUIPMENT_FONT,
	                                        .name = arena_strdup(list->arena, font->family),
	                                        .there = there,
	                                        .needed = own,
	                                        .purpose = purpose,
	                                        .package = font->package });
}

void text_equipment_fonts(struct equipment_list *list, const struct look *look, const char *const *roots,
                          size_t n_roots)
{
	for (size_t i = 0; i < look->n_fonts; i++)
		add_font(list, &look->fonts[i], i == 0, i ? "further characters" : "the font of the looks", roots,
		         n_roots);
	add_font(list, &look->code, false, "code in prose", roots, n_roots);
}
