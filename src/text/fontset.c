#include "text/fontset.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

/* ---- release, registered on the arena ---- */

static void release_config(void *config)
{
	FcConfigDestroy(config);
}

static void release_object(void *object)
{
	g_object_unref(object);
}

static void release_attributes(void *list)
{
	pango_attr_list_unref(list);
}

static void release_description(void *description)
{
	pango_font_description_free(description);
}

static void release_face(void *face)
{
	cairo_font_face_destroy(face);
}

/* ---- opening ---- */

static const char *find_file(struct fontset *f, const char *file)
{
	for (size_t i = 0; i < f->n_roots; i++) {
		char *path = arena_printf(f->arena, "%s/%s", f->roots[i], file);
		if (file_exists(path))
			return path;
	}
	for (size_t i = 0; i < f->n_roots; i++) { /* other systems sort their fonts otherwise */
		static const char *const folders[] = { "", "/inter", "/truetype", "/opentype", "/noto", "/google-noto",
			                               "/rsms-inter-fonts", "/google-noto-cjk", "/TTF", "/OTF" };
		for (size_t k = 0; k < sizeof folders / sizeof *folders; k++) {
			char *path = arena_printf(f->arena, "%s%s/%s", f->roots[i], folders[k], file_name(file));
			if (file_exists(path))
				return path;
		}
	}
	return NULL;
}

/* Opens all weights of the look's k-th font. False if its regular face is nowhere. */
static bool open_font(struct fontset *f, size_t k)
{
	const struct look_font *font = &f->look->fonts[k];
	for (size_t w = 0; w < TEXT_WEIGHTS; w++) {
		const char *path = font->files[w] ? find_file(f, font->files[w]) : NULL;
		bool opened = path && FcConfigAppFontAddFile(f->config, (const FcChar8 *)path);
		if (!opened && w == TEXT_REGULAR) {
			f->absent[k] = true;
			return false;
		}
	}
	f->open[k] = true;
	FcFontSet *set = FcConfigGetFonts(f->config, FcSetApplication);
	for (int i = 0; set && i < set->nfont; i++) {
		FcChar8 *family;
		for (int n = 0; FcPatternGetString(set->fonts[i], FC_FAMILY, n, &family) == FcResultMatch; n++)
			if (str_eq((const char *)family, font->family) && !f->covered[k])
				FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &f->covered[k]);
	}
	return true;
}

static PangoAttrList *features(const char *list)
{
	PangoAttrList *attributes = pango_attr_list_new();
	pango_attr_list_insert(attributes, pango_attr_font_features_new(list));
	return attributes;
}

static void open_pango(struct fontset *f)
{
	f->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	arena_defer(f->arena, release_object, f->map);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(f->map), f->config);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(f->map), 72);
	f->context = pango_font_map_create_context(f->map);
	arena_defer(f->arena, release_object, f->context);
	pango_context_set_round_glyph_positions(f->context, FALSE);
	pango_context_set_language(f->context, pango_language_from_string("en"));
	pango_context_set_base_dir(f->context, PANGO_DIRECTION_WEAK_LTR);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(f->context, options);
	cairo_font_options_destroy(options);
	f->layout = pango_layout_new(f->context);
	arena_defer(f->arena, release_object, f->layout);
	pango_layout_set_wrap(f->layout, PANGO_WRAP_WORD_CHAR);
	/* We print what we are given: Inter would make an arrow of "->" and a cross of the x in 3x4. */
	f->features[0] = features("calt=0,liga=0,dlig=0,clig=0");
	f->features[1] = features("calt=0,liga=0,dlig=0,clig=0,tnum=1");
	arena_defer(f->arena, release_attributes, f->features[0]);
	arena_defer(f->arena, release_attributes, f->features[1]);
}

struct fontset *fontset_open(struct arena *arena, const struct look *look, const char *const *roots, size_t n_roots,
                             struct diags *diags)
{
	struct fontset *f = arena_alloc(arena, 1, sizeof *f);
	f->arena = arena;
	f->look = look;
	f->roots = roots;
	f->n_roots = n_roots;
	f->blocks = map_new(arena);
	f->reported = map_new(arena);
	f->key = arena_alloc(arena, 1, sizeof *f->key);
	*f->key = strbuf_new(arena);
	f->config = FcConfigCreate();
	arena_defer(arena, release_config, f->config);
	if (!open_font(f, 0)) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), arena_printf(arena, "install the package %s", look->fonts[0].package),
		         "the font %s (%s) is not below %s", look->fonts[0].family, file_name(look->fonts[0].files[TEXT_REGULAR]),
		         n_roots ? roots[0] : "any folder");
		return NULL;
	}
	open_pango(f);
	return f;
}

size_t fontset_opened(const struct fontset *f)
{
	size_t n = 0;
	for (size_t k = 0; k < f->look->n_fonts; k++)
		n += f->open[k];
	return n;
}

/* ---- coverage ---- */

static bool ignorable(uint32_t r)
{
	return r == '\n' || r == '\t' || r == 0xad || (r >= 0x200b && r <= 0x200f) || (r >= 0x202a && r <= 0x202e) ||
	       (r >= 0x2060 && r <= 0x206f) || (r >= 0xfe00 && r <= 0xfe0f) || r == 0xfeff || r == 0x2028 || r == 0x2029 ||
	       (r >= 0xe0000 && r <= 0xe0fff);
}

static bool covers(const struct fontset *f, size_t k, uint32_t r)
{
	return f->open[k] && f->covered[k] && FcCharSetHasChar(f->covered[k], r);
}

/* The package that most likely has a character which no open font has. */
static const char *package_for(uint32_t r)
{
	bool cjk = (r >= 0x1100 && r <= 0x11ff) || (r >= 0x2e80 && r <= 0x9fff) || (r >= 0xa960 && r <= 0xa97f) ||
	           (r >= 0xac00 && r <= 0xd7ff) || (r >= 0xf900 && r <= 0xfaff) || (r >= 0xfe30 && r <= 0xfe4f) ||
	           (r >= 0xff00 && r <= 0xffef) || (r >= 0x20000 && r <= 0x3ffff);
	bool emoji = (r >= 0x1f000 && r <= 0x1faff) || (r >= 0x2600 && r <= 0x27bf);
	bool private_use = (r >= 0xe000 && r <= 0xf8ff) || r >= 0xf0000;
	return private_use ? NULL : cjk ? "fonts-noto-cjk" : emoji ? "fonts-noto-color-emoji" : r < 0x10000 ? "fonts-noto-core" : "fonts-noto-extra";
}

static void report_missing(struct fontset *f, uint32_t r, struct diags *diags)
{
	struct strbuf name = strbuf_new(f->arena);
	strbuf_add_rune(&name, r);
	if (map_find(&f->reported, name.s))
		return;
	map_put(&f->reported, name.s, name.s);
	const char *package = package_for(r);
	for (size_t k = 1; k < f->look->n_fonts && !package; k++)
		if (f->absent[k])
			package = f->look->fonts[k].package;
	diag_add(diags, DIAG_ERROR, place_file(NULL),
	         package ? arena_printf(f->arena, "install the package %s, or write the name otherwise", package)
	                 : "no font package has it: write the name otherwise",
	         "no font here has the character %s (U+%04X)", name.s, (unsigned)r);
}

/* One character: among the open fonts, else in the first fallback that has it, which stays open. */
static bool cover(struct fontset *f, uint32_t r)
{
	for (size_t k = 0; k < f->look->n_fonts; k++)
		if (covers(f, k, r))
			return true;
	for (size_t k = 1; k < f->look->n_fonts; k++) {
		if (f->open[k] || f->absent[k] || !open_font(f, k))
			continue;
		f->generation++;
		if (covers(f, k, r))
			return true;
	}
	return false;
}

bool fontset_cover(struct fontset *f, const char *text, struct diags *diags)
{
	bool all = true;
	unsigned before = f->generation;
	for (uint32_t r; (r = utf8_next(&text));) {
		if (r < 0x7f || ignorable(r) || cover(f, r))
			continue;
		report_missing(f, r, diags);
		all = false;
	}
	if (f->generation != before)
		pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(f->map));
	return all;
}

/* ---- styles ---- */

static void name_families(struct fontset *f, struct styled *s)
{
	struct strbuf families = strbuf_new(f->arena);
	strbuf_add(&families, f->look->fonts[0].family);
	for (size_t k = 1; k < f->look->n_fonts; k++)
		if (f->open[k])
			strbuf_addf(&families, ",%s", f->look->fonts[k].family);
	pango_font_description_set_family(s->description, families.s);
	s->generation = f->generation;
}

static void measure(struct fontset *f, struct styled *s)
{
	PangoFont *font = pango_context_load_font(f->context, s->description);
	hb_font_t *hb = pango_font_get_hb_font(font);
	hb_font_extents_t extents;
	hb_position_t x_height = 0;
	hb_font_get_h_extents(hb, &extents);
	if (!hb_ot_metrics_get_position(hb, HB_OT_METRICS_TAG_X_HEIGHT, &x_height))
		x_height = extents.ascender / 2;
	s->ascent = (double)extents.ascender / PANGO_SCALE;
	s->descent = -(double)extents.descender / PANGO_SCALE;
	s->x_height = (double)x_height / PANGO_SCALE;
	g_object_unref(font);
}

struct styled *fontset_style(struct fontset *f, double size, enum text_weight weight)
{
	static const PangoWeight weights[TEXT_WEIGHTS] = { PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_SEMIBOLD, PANGO_WEIGHT_BOLD };
	struct styled *s = NULL;
	for (size_t i = 0; i < f->n_styles && !s; i++)
		if (f->styles[i].size == size && f->styles[i].weight == weight)
			s = &f->styles[i];
	if (s && s->generation == f->generation)
		return s;
	if (!s) {
		s = &f->styles[f->n_styles < STYLES_MAX ? f->n_styles++ : STYLES_MAX - 1];
		*s = (struct styled){ .size = size, .weight = weight, .description = pango_font_description_new() };
		arena_defer(f->arena, release_description, s->description);
		pango_font_description_set_weight(s->description, weights[weight]);
		pango_font_description_set_absolute_size(s->description, size * PANGO_SCALE);
		name_families(f, s);
		measure(f, s);
		return s;
	}
	name_families(f, s);
	return s;
}

/* ---- faces ---- */

static const struct font *font_of_file(struct fontset *f, PangoFont *pango)
{
	FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(pango));
	FcChar8 *file = NULL, *family = NULL;
	int index = 0;
	double weight = FC_WEIGHT_REGULAR;
	FcBool color = FcFalse;
	FcPatternGetString(pattern, FC_FILE, 0, &file);
	FcPatternGetString(pattern, FC_FAMILY, 0, &family);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight);
	FcPatternGetBool(pattern, FC_COLOR, 0, &color);
	for (size_t i = 0; i < f->n_fonts; i++)
		if (f->fonts[i].index == index && str_eq(f->fonts[i].file, (const char *)file))
			return &f->fonts[i];
	struct font *font = &f->fonts[f->n_fonts < FONTS_MAX ? f->n_fonts++ : FONTS_MAX - 1];
	cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(pango));
	*font = (struct font){ .face = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled)),
		               .file = arena_strdup(f->arena, file ? (const char *)file : ""),
		               .family = arena_strdup(f->arena, family ? (const char *)family : ""),
		               .index = index,
		               .weight = (int)lround(FcWeightToOpenTypeDouble(weight)),
		               .color = color };
	for (size_t w = 0; w < TEXT_WEIGHTS; w++)
		font->own |= f->look->fonts[0].files[w] && str_eq(file_name(font->file), file_name(f->look->fonts[0].files[w]));
	arena_defer(f->arena, release_face, font->face);
	return font;
}

const struct font *fontset_font(struct fontset *f, PangoFont *pango)
{
	for (size_t i = 0; i < f->n_faces; i++)
		if (f->faces[i].pango == pango)
			return f->faces[i].font;
	const struct font *font = font_of_file(f, pango);
	if (f->n_faces < FACES_MAX) { /* kept alive, so that its address is not used again */
		f->faces[f->n_faces].pango = g_object_ref(pango);
		f->faces[f->n_faces++].font = font;
		arena_defer(f->arena, release_object, pango);
	}
	return font;
}

void *font_native(const struct font *font)
{
	return font->face;
}

bool font_color(const struct font *font)
{
	return font->color;
}

const char *font_family(const struct font *font)
{
	return font->family;
}

int font_css_weight(const struct font *font)
{
	return font->weight;
}

const char *font_file(const struct font *font)
{
	return font->file;
}

int font_file_index(const struct font *font)
{
	return font->index;
}

bool font_own(const struct font *font)
{
	return font->own;
}
