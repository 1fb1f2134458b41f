#define _XOPEN_SOURCE 700

#include "text/fontset.h"
#include "text/shape.h"

#include "base/arena.h"
#include "base/str.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>
#include <time.h>

static void release_config(void *config)
{
	FcConfigDestroy(config);
}

enum { SETTLED = 200 }; /* lines: shaping them takes longer than Pango's thread does */

/* Pango 1.50 sorts fonts in a thread of its own, which nobody can wait for and which looks at the map when it is done:
 * a map whose fonts have just been opened must not go at once. It also keeps its reference of the configuration when it
 * goes: that has to be taken back before. */
static void release_map(void *set)
{
	const struct fontset *fonts = set;
	if (fonts->n_shaped < SETTLED)
		nanosleep(&(struct timespec){ .tv_nsec = 10000000 }, NULL);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), NULL);
	g_object_unref(fonts->map);
}

static void release_description(void *description)
{
	pango_font_description_free(description);
}

static void release_native(void *face)
{
	cairo_font_face_destroy(face);
}

static void release_glyphs(void *glyphs)
{
	pango_glyph_string_free(glyphs);
}

static void name_files(struct fontset *fonts)
{
	for (size_t i = 0; i < fonts->look->n_fonts; i++)
		for (size_t w = 0; w < TEXT_WEIGHTS; w++) {
			const struct look_font *family = &fonts->look->fonts[i];
			fonts->fonts[i][w] = (struct font){
				.family = family,
				.file = family->files[w],
				.own = i == 0,
				.emoji = strstr(family->family, "Emoji") != NULL,
			};
		}
	const struct look_font *code = &fonts->look->code;
	if (code->family)
		fonts->fonts[0][TEXT_CODE] =
			(struct font){ .family = code, .file = code->files[TEXT_REGULAR], .own = true, .code = true };
}

/* Pango asks fontconfig to load the system's configuration and scan its fonts, in a thread of its own, unless there is
 * a configuration already: an empty one avoids both. Nothing is ever looked up in it. */
static bool keep_system_out(void)
{
	FcConfig *empty = FcConfigCreate();
	bool ok = empty && FcConfigSetCurrent(empty);
	if (empty)
		FcConfigDestroy(empty);
	return ok;
}

static void set_options(PangoContext *context)
{
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	/* A language that Pango knows nothing about: for others it guesses one by script, with the environment's help.
	 */
	pango_context_set_language(context, pango_language_from_string("und"));
}

static bool open_map(struct fontset *fonts)
{
	fonts->config = keep_system_out() ? FcConfigCreate() : NULL;
	if (!fonts->config)
		return false;
	arena_defer(fonts->arena, release_config, fonts->config);
	fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	if (!fonts->map)
		return false;
	arena_defer(fonts->arena, release_map, fonts);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
	fonts->context = pango_font_map_create_context(fonts->map);
	arena_defer(fonts->arena, g_object_unref, fonts->context);
	set_options(fonts->context);
	fonts->glyphs = pango_glyph_string_new();
	arena_defer(fonts->arena, release_glyphs, fonts->glyphs);
	return true;
}

/* The face, among those that its file added. */
static FcPattern *pattern_of(FcConfig *config, const struct font *font)
{
	FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
	for (int i = set ? set->nfont : 0; i-- > 0;) {
		FcChar8 *path;
		int index;
		if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) == FcResultMatch &&
		    FcPatternGetInteger(set->fonts[i], FC_INDEX, 0, &index) == FcResultMatch && index == font->index &&
		    strcmp((const char *)path, font->path) == 0)
			return set->fonts[i];
	}
	return NULL;
}

static void read_pattern(struct font *font, FcPattern *pattern)
{
	int weight = FC_WEIGHT_REGULAR;
	FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
	font->css_weight = FcWeightToOpenType(weight);
	int slant = FC_SLANT_ROMAN;
	FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
	font->italic = slant != FC_SLANT_ROMAN;
	FcBool color = FcFalse;
	FcPatternGetBool(pattern, FC_COLOR, 0, &color);
	font->color = color;
	font->description = pango_fc_font_description_from_pattern(pattern, FALSE);
	pango_font_description_set_absolute_size(font->description, TEXT_REFERENCE * PANGO_SCALE);
}

/* False if Pango, asked for the face's description, loaded another face. A face of bitmaps has the size of its bitmaps
 * instead of the one asked for; Cairo will scale it. */
static bool read_loaded(struct font *font)
{
	FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font->loaded));
	FcChar8 *path;
	double size;
	if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch ||
	    strcmp((const char *)path, font->path) != 0 ||
	    FcPatternGetDouble(pattern, FC_PIXEL_SIZE, 0, &size) != FcResultMatch || size <= 0)
		return false;
	font->unit = TEXT_REFERENCE / size / PANGO_SCALE;
	return true;
}

/* Adds the font's file to those that Pango may choose from. */
static bool add_file(struct fontset *fonts, struct font *font)
{
	if (font->description)
		return true;
	const FcChar8 *path = (const FcChar8 *)font->path;
	FcPattern *pattern = FcConfigAppFontAddFile(fonts->config, path) ? pattern_of(fonts->config, font) : NULL;
	if (!pattern)
		return false;
	fonts->changed = true;
	read_pattern(font, pattern);
	arena_defer(fonts->arena, release_description, font->description);
	return true;
}

static bool load(struct fontset *fonts, struct font *font)
{
	if (!add_file(fonts, font))
		return false;
	if (fonts->changed)
		pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(fonts->map));
	fonts->changed = false;
	fonts->n_shaped = 0;
	font->loaded = pango_context_load_font(fonts->context, font->description);
	if (!font->loaded)
		return false;
	arena_defer(fonts->arena, g_object_unref, font->loaded);
	cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font->loaded));
	if (!scaled || !read_loaded(font))
		return false;
	font->native = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled));
	arena_defer(fonts->arena, release_native, font->native);
	return true;
}

bool font_open(struct fontset *fonts, struct font *font)
{
	if (font->state != FONT_FOUND)
		return font->state == FONT_OPEN;
	font->state = load(fonts, font) ? FONT_OPEN : FONT_ABSENT;
	fonts->opened += !font->own && font->state == FONT_OPEN;
	return font->state == FONT_OPEN;
}

static struct font_metrics measure(struct font *font)
{
	hb_font_t *face = pango_font_get_hb_font(font->loaded);
	const double em = (double)TEXT_REFERENCE * PANGO_SCALE;
	hb_position_t ascent, descent, x_height;
	hb_ot_metrics_get_position_with_fallback(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, &ascent);
	hb_ot_metrics_get_position_with_fallback(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, &descent);
	hb_ot_metrics_get_position_with_fallback(face, HB_OT_METRICS_TAG_X_HEIGHT, &x_height);
	return (struct font_metrics){ abs(ascent) / em, abs(descent) / em, x_height / em };
}

static void report_absent(const struct fontset *fonts, const struct font *font, const struct font *instead,
                          struct diags *diags)
{
	struct strbuf folders = strbuf_new(fonts->shaped);
	for (size_t i = 0; i < fonts->n_roots; i++) {
		strbuf_add(&folders, i ? ", " : "");
		strbuf_add(&folders, fonts->roots[i]);
	}
	const struct look_font *family = font->family;
	const char *hint = arena_printf(fonts->shaped, "install the package %s", family->package);
	if (instead)
		diag_add(diags, DIAG_WARNING, (struct place){ 0 }, hint,
		         "font %s has no %s below %s: %s is used instead", family->family, font->file, folders.s,
		         instead->file);
	else
		diag_add(diags, DIAG_ERROR, (struct place){ 0 }, hint, "font %s is not installed: no %s below %s",
		         family->family, font->file, folders.s);
}

static struct font *open_nearest(struct fontset *fonts, enum text_weight weight)
{
	struct font *font = font_seek(fonts, 0, weight);
	while (font && !font_open(fonts, font))
		font = font_seek(fonts, 0, weight);
	return font;
}

struct font *font_face(struct fontset *fonts, enum text_weight weight, struct diags *diags)
{
	if (fonts->faces[weight])
		return fonts->faces[weight];
	const struct font *slot = &fonts->fonts[0][weight];
	struct font *font = open_nearest(fonts, weight);
	if (slot->file && slot->state == FONT_ABSENT)
		report_absent(fonts, slot, font, diags);
	fonts->metrics[weight] = measure(font);
	return fonts->faces[weight] = font;
}

/* The own family in the upright weights; false without its regular face. The other faces wait for a text in them. */
static bool open_own(struct fontset *fonts, struct diags *diags)
{
	struct font *slots = fonts->fonts[0];
	for (size_t w = 0; w <= TEXT_BOLD; w++) { /* all of them, before Pango is told about any */
		struct font *font = font_seek(fonts, 0, (enum text_weight)w);
		if (font && !add_file(fonts, font))
			font->state = FONT_ABSENT;
	}
	const struct font *regular = open_nearest(fonts, TEXT_REGULAR);
	if (!regular || regular->file != slots[TEXT_REGULAR].file) {
		report_absent(fonts, &slots[TEXT_REGULAR], NULL, diags);
		return false;
	}
	for (size_t w = 0; w <= TEXT_BOLD; w++)
		font_face(fonts, (enum text_weight)w, diags);
	return true;
}

static void begin_texts(struct fontset *fonts)
{
	fonts->reported = map_new(fonts->shaped);
	for (size_t w = 0; w < TEXT_WEIGHTS; w++)
		fonts->texts[w][0] = fonts->texts[w][1] = map_new(fonts->shaped);
}

void fontset_forget(struct fontset *fonts)
{
	arena_empty(fonts->shaped);
	begin_texts(fonts);
	fonts->n_shaped += SETTLED; /* what was made of the texts took its time, too */
	for (size_t w = TEXT_BOLD + 1; w < TEXT_WEIGHTS; w++)
		fonts->faces[w] = NULL; /* the next text in it tells of a stand-in again */
}

/* What shaping left when it was broken off. */
static void release_items(void *set)
{
	struct fontset *fonts = set;
	shape_release(fonts);
}

struct fontset *fontset_open(struct arena *arena, const struct look *look, const char *const *roots, size_t n_roots,
                             struct diags *diags)
{
	struct fontset *fonts = arena_alloc(arena, 1, sizeof *fonts);
	fonts->arena = arena;
	fonts->look = look;
	fonts->roots = arena_alloc(arena, n_roots, sizeof *fonts->roots);
	fonts->n_roots = n_roots;
	for (size_t i = 0; i < n_roots; i++)
		fonts->roots[i] = arena_strdup(arena, roots[i]);
	fonts->shaped = arena_new_below(arena);
	begin_texts(fonts);
	arena_defer(arena, release_items, fonts);
	if (!look->n_fonts || !look->fonts[0].files[TEXT_REGULAR]) {
		diag_add(diags, DIAG_ERROR, (struct place){ 0 }, "name a family with its regular file first",
		         "the look %s has no font of its own", look->name);
		return NULL;
	}
	name_files(fonts);
	if (!open_map(fonts)) {
		diag_add(diags, DIAG_FAILURE, (struct place){ 0 }, NULL, "the font libraries cannot be started");
		return NULL;
	}
	return open_own(fonts, diags) ? fonts : NULL;
}

size_t fontset_opened(const struct fontset *fonts)
{
	return fonts->opened;
}

void *font_native(const struct font *font)
{
	return font->native;
}

bool font_color(const struct font *font)
{
	return font->color;
}

const char *font_family(const struct font *font)
{
	return font->family->family;
}

int font_css_weight(const struct font *font)
{
	return font->css_weight;
}

const char *font_file(const struct font *font)
{
	return font->path;
}

int font_file_index(const struct font *font)
{
	return font->index;
}

bool font_own(const struct font *font)
{
	return font->own && !font->code;
}

bool font_italic(const struct font *font)
{
	return font->italic;
}

bool font_code(const struct font *font)
{
	return font->code;
}
