#include "text/fontset.h"

#include "base/arena.h"
#include "base/process.h"
#include "base/str.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

void fontset_complain(struct fontset *fonts, const char *path, const char *why)
{
	fonts->faulty = true;
	process_complain(arena_printf(fonts->shaped, "%s: the font cannot be read: %s", path, why));
}

/* Puts the map out of use: files may be added. */
static void rest(struct fontset *fonts)
{
	if (!fonts->context)
		return;
	g_object_unref(fonts->context);
	fonts->context = NULL;
	font_map_rest(&fonts->map);
}

static void release_map(void *set)
{
	struct fontset *fonts = set;
	rest(fonts);
	font_map_close(&fonts->map);
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

static PangoContext *new_context(PangoFontMap *map)
{
	PangoContext *context = pango_font_map_create_context(map);
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
	return context;
}

/* What shaping left when it was broken off. */
static void release_items(void *set)
{
	fontset_drop_items(set);
}

static bool open_map(struct fontset *fonts)
{
	FcConfig *config = font_map_keep_system_out() ? FcConfigCreate() : NULL;
	if (!config || !font_map_open(&fonts->map, config))
		return false;
	arena_defer(fonts->arena, release_map, fonts);
	fonts->glyphs = pango_glyph_string_new();
	arena_defer(fonts->arena, release_glyphs, fonts->glyphs);
	arena_defer(fonts->arena, release_items, fonts); /* last, so first to go: items hold fonts of the map */
	return true;
}

/* Puts the map into use again, with the files that were added meanwhile. */
static void wake(struct fontset *fonts)
{
	if (fonts->context)
		return;
	pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(fonts->map.pango));
	fonts->context = new_context(fonts->map.pango);
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

/* Adds the font's file to those that Pango may choose from; the map rests then. */
static bool add_file(struct fontset *fonts, struct font *font)
{
	if (font->description)
		return true;
	rest(fonts);
	const FcChar8 *path = (const FcChar8 *)font->path;
	FcPattern *pattern =
		FcConfigAppFontAddFile(fonts->map.config, path) ? pattern_of(fonts->map.config, font) : NULL;
	if (!pattern) {
		fontset_complain(fonts, font->path, "fontconfig or FreeType failed");
		return false;
	}
	read_pattern(font, pattern);
	arena_defer(fonts->arena, release_description, font->description);
	return true;
}

bool font_is_whole(const struct font *font, PangoFont *shaping)
{
	hb_font_t *sees = shaping ? pango_font_get_hb_font(shaping) : NULL;
	return sees && hb_face_get_glyph_count(hb_font_get_face(sees)) ==
	                       hb_face_get_glyph_count(hb_font_get_face(font->characters));
}

static bool load(struct fontset *fonts, struct font *font)
{
	bool added = add_file(fonts, font);
	wake(fonts);
	if (!added)
		return false;
	font->loaded = pango_context_load_font(fonts->context, font->description);
	if (!font->loaded) {
		fontset_complain(fonts, font->path, "Pango failed");
		return false;
	}
	arena_defer(fonts->arena, g_object_unref, font->loaded);
	if (!read_loaded(font))
		return false;
	cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font->loaded));
	if (!scaled || cairo_scaled_font_status(scaled) != CAIRO_STATUS_SUCCESS || !font_is_whole(font, font->loaded)) {
		fontset_complain(fonts, font->path, "Cairo, FreeType or HarfBuzz failed");
		return false;
	}
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
	if (fonts->faulty) /* it is installed */
		return;
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

enum { KEPT_MOST = 24 << 20 }; /* bytes of texts, from call to call */

static void begin_kept(struct fontset *fonts)
{
	arena_empty(fonts->kept);
	fonts->kept_since++;
	for (size_t w = 0; w < TEXT_WEIGHTS; w++)
		fonts->kept_texts[w][0] = fonts->kept_texts[w][1] = map_new(fonts->kept);
}

static void begin_texts(struct fontset *fonts)
{
	for (size_t w = 0; w < TEXT_WEIGHTS; w++)
		fonts->texts[w][0] = fonts->texts[w][1] = map_new(fonts->shaped);
}

void fontset_open_page(struct fontset *fonts)
{
	memcpy(fonts->lasting_texts, fonts->texts, sizeof fonts->texts);
	fonts->lasting = fonts->shaped;
	fonts->shaped = fonts->page;
	begin_texts(fonts);
}

void fontset_close_page(struct fontset *fonts)
{
	memcpy(fonts->texts, fonts->lasting_texts, sizeof fonts->texts);
	fonts->shaped = fonts->lasting;
	fonts->lasting = NULL;
	arena_empty(fonts->page);
}

void fontset_begin_apart(struct fontset *fonts, struct arena *arena)
{
	memcpy(fonts->lasting_texts, fonts->texts, sizeof fonts->texts);
	fonts->outside = fonts->shaped;
	fonts->shaped = arena;
	fonts->loose = 0;
	begin_texts(fonts);
}

bool fontset_end_apart(struct fontset *fonts)
{
	memcpy(fonts->texts, fonts->lasting_texts, sizeof fonts->texts);
	fonts->shaped = fonts->outside;
	fonts->outside = NULL;
	return !fonts->loose;
}

size_t fontset_kept_since(const struct fontset *fonts)
{
	return fonts->kept_since;
}

void fontset_forget(struct fontset *fonts)
{
	if (fonts->outside) /* its caller left at an edge */
		fontset_end_apart(fonts);
	if (fonts->lasting) /* its caller left at an edge */
		fontset_close_page(fonts);
	arena_empty(fonts->shaped);
	if (arena_used(fonts->kept) > KEPT_MOST)
		begin_kept(fonts);
	fonts->work = (struct font_work){ 0 };
	fonts->reported = map_new(fonts->shaped);
	begin_texts(fonts);
	for (size_t w = TEXT_BOLD + 1; w < TEXT_WEIGHTS; w++)
		fonts->faces[w] = NULL; /* the next text in it tells of a stand-in again */
}

void fontset_drop_items(struct fontset *fonts)
{
	g_list_free(fonts->visual);
	for (GList *l = fonts->logical; l; l = l->next)
		pango_item_free(l->data);
	g_list_free(fonts->logical);
	fonts->logical = fonts->visual = NULL;
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
	fonts->page = arena_new_below(arena);
	fonts->kept = arena_new_below(arena);
	begin_kept(fonts);
	fonts->reported = map_new(fonts->shaped);
	begin_texts(fonts);
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

struct font_work fontset_work(const struct fontset *fonts)
{
	return fonts->work;
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
