#include "paint/system_fonts.h"

#include "base/arena.h"
#include "base/str.h"
#include "text/font_map.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

struct system_fonts {
	struct arena *arena;
	struct font_map map;
	bool sought, open;
};

static void draw_with(PangoFontMap *map)
{
	pango_cairo_font_map_set_default((PangoCairoFontMap *)map); /* of this thread */
}

static void release(void *object)
{
	struct system_fonts *fonts = object;
	draw_with(NULL);
	font_map_close(&fonts->map);
}

struct system_fonts *system_fonts_new(struct arena *arena)
{
	struct system_fonts *fonts = arena_alloc(arena, 1, sizeof *fonts);
	fonts->arena = arena;
	return fonts;
}

void system_fonts_use(struct system_fonts *fonts)
{
	if (fonts->sought)
		return;
	fonts->sought = true;
	FcConfig *config = font_map_keep_system_out() ? FcInitLoadConfigAndFonts() : NULL;
	fonts->open = config && font_map_open(&fonts->map, config);
	if (!fonts->open)
		return;
	arena_defer(fonts->arena, release, fonts);
	draw_with(fonts->map.pango);
}

void system_fonts_rest(struct system_fonts *fonts)
{
	if (!fonts->open)
		return;
	draw_with(NULL);
	font_map_rest(&fonts->map);
	draw_with(fonts->map.pango);
}

const char *const *system_fonts_files(struct arena *arena, const struct system_fonts *fonts, size_t *count)
{
	const FcFontSet *set = fonts->open ? FcConfigGetFonts(fonts->map.config, FcSetSystem) : NULL;
	size_t n = set ? (size_t)set->nfont : 0;
	const char **files = arena_alloc(arena, n + 1, sizeof *files);
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		FcChar8 *name;
		if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &name) == FcResultMatch &&
		    (!*count || !str_eq(files[*count - 1], (const char *)name)))
			files[(*count)++] = arena_strdup(arena, (const char *)name);
	}
	return files;
}
