#include "style/look.h"
#include "style/look_parts.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/gate.h"
#include "base/str.h"
#include "read/read.h"
#include "style/page_format.h"

#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const char *const top_names[] = { "summary", "base",   "color", "font",   "fonts", "code", "palette",
	                                 "type",    "page",   "rows",  "frame",  "card",  "pill", "chips",
	                                 "heading", "office", "logo",  "footer", "cover" };
static const char *const font_names[] = { "family", "package", "regular", "semibold", "bold", "italic", "bold_italic" };
enum { FONT_FILES_FROM = 2, FONT_NAMES = sizeof font_names / sizeof *font_names };

struct reading {
	struct arena *arena;
	struct inputs *inputs;
	struct diags *diags;
	const char *folder;
	struct look *look;
	bool seen[LOOK_KEYS];
	struct place color_places[LOOK_KEYS], series_places[LOOK_SERIES_MAX];
};

__attribute__((format(printf, 4, 5))) static void fault(struct reading *r, struct place place, const char *hint,
                                                        const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_vadd(r->diags, DIAG_ERROR, place, hint, format, args);
	va_end(args);
}

static void unknown_key(struct reading *r, const struct value *key, const char *nearest)
{
	fault(r, key->place, nearest ? arena_printf(r->arena, "did you mean \"%s\"?", nearest) : "remove it",
	      "a look has no key \"%s\" here", key->text);
}

static const char *nearest_of(const char *const *names, size_t n, const char *given)
{
	const char *nearest = NULL;
	size_t best = 4;
	for (size_t i = 0; i < n; i++) {
		size_t distance = str_distance(names[i], given, best);
		if (distance < best) {
			best = distance;
			nearest = names[i];
		}
	}
	return nearest;
}

/* ---- values ---- */

static bool read_weight(const char *text, enum text_weight *weight)
{
	for (int i = 0; i <= TEXT_BOLD; i++)
		if (str_eq(look_weights[i], text)) {
			*weight = (enum text_weight)i;
			return true;
		}
	return false;
}

static void read_number(struct reading *r, const struct look_key *k, const struct value *v, void *field)
{
	if (v->kind != VALUE_NUMBER || v->number < k->least || v->number > k->most)
		fault(r, v->place, arena_printf(r->arena, "give a number from %g to %g", k->least, k->most),
		      "%s.%s is %s", k->section, k->name,
		      v->kind == VALUE_NUMBER ? arena_printf(r->arena, "%s, out of range", v->text)
		                              : value_kind_word(v->kind));
	else
		memcpy(field, &v->number, sizeof v->number);
}

static void read_field(struct reading *r, const struct look_key *k, const struct value *v)
{
	void *field = (char *)r->look + k->offset;
	const char *text = v->kind == VALUE_STRING ? v->text : "";
	struct color color;
	enum text_weight weight;
	switch (k->kind) {
	case LOOK_KEY_NUMBER:
		read_number(r, k, v, field);
		return;
	case LOOK_KEY_COLOR:
		if (color_parse(text, &color))
			memcpy(field, &color, sizeof color);
		else
			fault(r, v->place, "write it like \"#0B3A6B\", in quotes", "%s is not a colour", k->name);
		return;
	case LOOK_KEY_FLAG:
		if (v->kind == VALUE_BOOL)
			memcpy(field, &v->boolean, sizeof v->boolean);
		else
			fault(r, v->place, "give true or false", "%s is %s", k->name, value_kind_word(v->kind));
		return;
	case LOOK_KEY_WEIGHT:
		if (read_weight(text, &weight))
			memcpy(field, &weight, sizeof weight);
		else
			fault(r, v->place, "give regular, semibold or bold", "%s is not a weight", k->name);
		return;
	case LOOK_KEY_PAPER:
		if (page_format_find(text))
			memcpy(field, &v->text, sizeof v->text);
		else
			fault(r, v->place, arena_printf(r->arena, "give one of %s", page_format_names(r->arena, false)),
			      "paper is not a paper size");
		return;
	}
}

static void read_section(struct reading *r, const char *section, const struct value *map)
{
	if (map->kind != VALUE_MAP) {
		fault(r, map->place, "give a map of its keys", "%s is %s", section, value_kind_word(map->kind));
		return;
	}
	for (size_t i = 0; i < map->count; i++) {
		const char *nearest = NULL, *name = map->keys[i].text;
		size_t best = 4, k = 0;
		if (str_eq(section, "palette") && str_eq(name, "series"))
			continue;
		for (; k < LOOK_KEYS; k++) {
			if (!str_eq(look_keys[k].section, section))
				continue;
			size_t distance = str_distance(look_keys[k].name, name, best);
			if (str_eq(look_keys[k].name, name))
				break;
			if (distance < best) {
				best = distance;
				nearest = look_keys[k].name;
			}
		}
		if (k == LOOK_KEYS) {
			unknown_key(r, &map->keys[i], nearest);
			continue;
		}
		r->seen[k] = true;
		r->color_places[k] = map->items[i].place;
		read_field(r, &look_keys[k], &map->items[i]);
	}
}

static void read_series(struct reading *r, const struct value *series)
{
	struct palette *p = &r->look->palette;
	if (!series)
		return;
	if (series->kind != VALUE_LIST || series->count < 1 || series->count > LOOK_SERIES_MAX) {
		fault(r, series->place, "give a list of one to eight colours",
		      "palette.series is not a list of colours");
		return;
	}
	p->n_series = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct value *v = &series->items[i];
		r->series_places[i] = v->place;
		if (v->kind != VALUE_STRING || !color_parse(v->text, &p->series[p->n_series++]))
			fault(r, v->place, "write it like \"#0B3A6B\", in quotes", "this is not a colour");
	}
}

static void read_font(struct reading *r, const struct value *map, struct look_font *font)
{
	if (map->kind != VALUE_MAP) {
		fault(r, map->place, "give family, package and regular", "a font must be a map");
		return;
	}
	for (size_t i = 0; i < map->count; i++) {
		const struct value *v = &map->items[i];
		const char **fields[FONT_NAMES] = {
			&font->family,
			&font->package,
			&font->files[TEXT_REGULAR],
			&font->files[TEXT_SEMIBOLD],
			&font->files[TEXT_BOLD],
			&font->files[TEXT_ITALIC],
			&font->files[TEXT_BOLD_ITALIC],
		};
		size_t k = 0;
		while (k < FONT_NAMES && !str_eq(font_names[k], map->keys[i].text))
			k++;
		if (k == FONT_NAMES)
			unknown_key(r, &map->keys[i], nearest_of(font_names, FONT_NAMES, map->keys[i].text));
		else if (v->kind != VALUE_STRING)
			fault(r, v->place, "give text", "%s is %s", font_names[k], value_kind_word(v->kind));
		else if (k >= FONT_FILES_FROM && gate_climbs(v->text))
			fault(r, v->place, "name it as it lies below the folder of fonts",
			      "%s is not below the folder of fonts", v->text);
		else
			*fields[k] = v->text;
	}
	if (!font->family || !font->package || !font->files[TEXT_REGULAR])
		fault(r, map->place, "give family, package and regular", "a font lacks one of its three keys");
}

static void read_fonts(struct reading *r, const struct value *fonts)
{
	if (!fonts)
		return;
	if (fonts->kind != VALUE_LIST || !fonts->count || fonts->count > LOOK_FONTS_MAX) {
		fault(r, fonts->place, "give the look's own family first, then fallbacks",
		      "fonts must be a list of 1 to 24 fonts");
		return;
	}
	memset(r->look->fonts, 0, sizeof r->look->fonts);
	r->look->n_fonts = fonts->count;
	for (size_t i = 0; i < fonts->count; i++)
		read_font(r, &fonts->items[i], &r->look->fonts[i]);
}

/* A family of its own before those that it builds on. */
static void read_own_font(struct reading *r, const struct value *font)
{
	struct look *look = r->look;
	if (!font)
		return;
	if (look->n_fonts == LOOK_FONTS_MAX) {
		fault(r, font->place, "list them all under fonts", "there are %d fallbacks already", LOOK_FONTS_MAX);
		return;
	}
	for (size_t i = look->n_fonts++; i > 0; i--)
		look->fonts[i] = look->fonts[i - 1];
	look->fonts[0] = (struct look_font){ 0 };
	read_font(r, font, &look->fonts[0]);
}

static void read_color_mode(struct reading *r, const struct value *v)
{
	if (!v)
		return;
	if (v->kind == VALUE_STRING && str_eq(v->text, "highlight"))
		r->look->color = LOOK_COLOR_HIGHLIGHT;
	else if (v->kind == VALUE_STRING && str_eq(v->text, "maker"))
		r->look->color = LOOK_COLOR_MAKER;
	else
		fault(r, v->place, "give highlight or maker", "color is neither highlight nor maker");
}

static void read_office(struct reading *r, const struct value *v)
{
	if (v && v->kind == VALUE_STRING && look_is_office(v->text))
		r->look->office = v->text;
	else if (v)
		fault(r, v->place, arena_printf(r->arena, "give %s", look_office_names(r->arena)),
		      "office is no font of office programs whose widths are known");
}

static void read_top(struct reading *r, const struct look_place *from, const struct value *root)
{
	for (size_t i = 0; i < root->count; i++) {
		const char *name = root->keys[i].text;
		const struct value *v = &root->items[i];
		if (!nearest_of(top_names, sizeof top_names / sizeof *top_names, name) ||
		    !str_eq(nearest_of(top_names, sizeof top_names / sizeof *top_names, name), name)) {
			unknown_key(r, &root->keys[i],
			            nearest_of(top_names, sizeof top_names / sizeof *top_names, name));
			continue;
		}
		for (size_t k = 0; k < LOOK_KEYS; k++)
			if (!*look_keys[k].section && str_eq(look_keys[k].name, name)) {
				r->seen[k] = true;
				read_field(r, &look_keys[k], v);
			}
		for (size_t k = 0; k < LOOK_SECTIONS; k++)
			if (str_eq(look_sections[k], name))
				read_section(r, name, v);
	}
	const struct value *summary = value_at(root, "summary");
	if (summary && summary->kind == VALUE_STRING)
		r->look->summary = summary->text;
	read_office(r, value_at(root, "office"));
	look_read_brand(&r->look->brand, r->arena, from, root, r->diags);
	read_color_mode(r, value_at(root, "color"));
	read_series(r, value_at(value_at(root, "palette"), "series"));
	read_fonts(r, value_at(root, "fonts"));
	read_own_font(r, value_at(root, "font"));
	const struct value *code = value_at(root, "code");
	if (code) {
		r->look->code = (struct look_font){ 0 };
		read_font(r, code, &r->look->code);
	}
}

/* ---- files and bases ---- */

bool look_is_path(const char *name)
{
	return strchr(name, '/') || str_ends(name, ".yaml");
}

static const char *path_of(struct reading *r, const char *name)
{
	return look_is_path(name) ? name : arena_printf(r->arena, "%s/%s.yaml", r->folder, name);
}

static const char *known_looks(struct reading *r)
{
	size_t n;
	const char **names = look_list(r->arena, r->folder, &n, r->diags);
	struct strbuf b = strbuf_new(r->arena);
	strbuf_add(&b, "looks:");
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b, " %s", names[i]);
	strbuf_add(&b, "; or give the path of a .yaml file");
	return b.s;
}

struct look_file {
	const char *path;
	struct look_place at;
};

/* Where one that the user or a briefing names is. */
static struct look_file named(struct reading *r, const char *name, const char *below)
{
	struct look_file f = { path_of(r, name), { below, "" } };
	if (!look_is_path(name) || !below) {
		f.at.below = file_folder(r->arena, f.path);
		return f;
	}
	inputs_name_below(r->inputs, INPUT_LOOK, below, f.path);
	size_t n = strlen(below);
	const char *rest = str_starts(f.path, below) && f.path[n] == '/' ? f.path + n + 1 : f.path;
	f.at.way = arena_strndup(r->arena, rest, (size_t)(file_name(rest) - rest));
	return f;
}

/* Where a base of another one is; no path after an error. */
static struct look_file base_of(struct reading *r, const struct look_file *from, const struct value *base)
{
	if (!look_is_path(base->text))
		return named(r, base->text, NULL);
	const char *written =
		*base->text == '/' ? base->text : arena_printf(r->arena, "%s%s", from->at.way, base->text);
	struct look_file f = { .at.below = from->at.below };
	f.path = inputs_below(r->inputs, INPUT_LOOK, from->at.below, written, base->place,
	                      "put the look that this one builds on there, or build on a shipped one: base: editorial",
	                      r->diags);
	f.at.way = arena_strndup(r->arena, written, (size_t)(file_name(written) - written));
	return f;
}

static bool read_into(struct reading *r, const struct look_file *file, const char *name, struct place from, int depth);

/* One look, or several: a later one overrides an earlier one. */
static bool read_bases(struct reading *r, const struct look_file *file, const struct value *base, int depth)
{
	bool list = base && base->kind == VALUE_LIST, ok = true;
	for (size_t i = 0; base && ok && i < (list ? base->count : 1); i++) {
		const struct value *one = list ? &base->items[i] : base;
		if (one->kind != VALUE_STRING) {
			fault(r, one->place, known_looks(r), "base must be the name of a look");
			return false;
		}
		struct look_file next = base_of(r, file, one);
		ok = next.path && read_into(r, &next, one->text, one->place, depth + 1);
	}
	return ok;
}

static bool read_into(struct reading *r, const struct look_file *file, const char *name, struct place from, int depth)
{
	if (depth > 8) {
		fault(r, from, "a look must not build on itself", "more than eight looks build on each other");
		return false;
	}
	if (!file_exists(file->path)) {
		fault(r, from, known_looks(r), "there is no look \"%s\"", name);
		return false;
	}
	const struct value *root = read_file(r->arena, r->inputs, INPUT_LOOK, file->path, r->diags);
	if (!root)
		return false;
	if (root->kind != VALUE_MAP) {
		fault(r, root->place, "see a shipped look for the keys", "a look must be a map");
		return false;
	}
	if (!read_bases(r, file, value_at(root, "base"), depth))
		return false;
	read_top(r, &file->at, root);
	return true;
}

/* ---- checks ---- */

static const double series_apart = 20, series_apart_worst = 10; /* two colours, for all and for colour-blind readers */
static const double highlight_apart = 15;                       /* from muted, for both */
static const double band_contrast = 4.5;

enum { NEAREST_STEPS = 128 }; /* to black and to white */

static struct place place_of(const struct reading *r, const char *section, const char *name, const char *path)
{
	for (size_t k = 0; k < LOOK_KEYS; k++)
		if (str_eq(look_keys[k].section, section) && str_eq(look_keys[k].name, name) && r->color_places[k].file)
			return r->color_places[k];
	return place_file(path);
}

/* True if a colour can be used in this place. */
typedef bool passes(const struct palette *palette, struct color color, double least, size_t self);

static bool has_contrast(const struct palette *p, struct color color, double least, size_t self)
{
	(void)self;
	return color_contrast(color, p->background) >= least && color_contrast(color, p->panel) >= least;
}

static bool are_apart(struct color a, struct color b)
{
	return color_distance(a, b, VISION_NORMAL) >= series_apart && color_distance_worst(a, b) >= series_apart_worst;
}

/* A colour of the series: seen on its ground, and told from all the others. */
static bool is_distinct(const struct palette *p, struct color color, double least, size_t self)
{
	bool apart = has_contrast(p, color, least, self);
	for (size_t i = 0; i < p->n_series && apart; i++)
		apart = i == self || are_apart(color, p->series[i]);
	return apart;
}

static bool stands_out(const struct palette *p, struct color color, double least, size_t self)
{
	return has_contrast(p, color, least, self) &&
	       color_distance(color, p->muted, VISION_NORMAL) >= highlight_apart &&
	       color_distance_worst(color, p->muted) >= highlight_apart;
}

static unsigned char mixed(unsigned char from, int to, int step)
{
	return (unsigned char)(from + (to - from) * step / NEAREST_STEPS);
}

/* The nearest on the way to black or to white that passes; "make it darker …" where none does. */
static const char *nearest_hint(struct reading *r, struct color color, double least, passes *test, size_t self)
{
	for (int step = 1; step <= NEAREST_STEPS; step++)
		for (int white = 0; white < 2; white++) {
			int to = white ? UCHAR_MAX : 0;
			struct color other = { mixed(color.r, to, step), mixed(color.g, to, step),
				               mixed(color.b, to, step) };
			char hex[8];
			color_hex(other, hex);
			if (test(&r->look->palette, other, least, self))
				return arena_printf(r->arena, "make it %s: the nearest that passes is \"%s\"",
				                    white ? "lighter" : "darker", hex);
		}
	return "choose another hue: no lighter or darker one of this passes";
}

static void need_contrast(struct reading *r, const char *name, struct color color, double least, struct place place,
                          passes *test, size_t self)
{
	const struct palette *p = &r->look->palette;
	double on_page = color_contrast(color, p->background), on_panel = color_contrast(color, p->panel);
	if (on_page < least || on_panel < least)
		diag_add(r->diags, DIAG_ERROR, place, nearest_hint(r, color, least, test, self),
		         "palette.%s has a contrast of %.2f on the background and %.2f on the panel; %.1f is needed",
		         name, on_page, on_panel, least);
}

static void need_ink(struct reading *r, const char *name, struct color color, double least, const char *path)
{
	need_contrast(r, name, color, least, place_of(r, "palette", name, path),
	              str_eq(name, "highlight") ? stands_out : has_contrast, 0);
}

static void check_series(struct reading *r, const char *path)
{
	const struct palette *p = &r->look->palette;
	for (size_t i = 0; i < p->n_series; i++) {
		struct place place = r->series_places[i].file ? r->series_places[i] : place_file(path);
		need_contrast(r, arena_printf(r->arena, "series[%zu]", i), p->series[i], 3, place, is_distinct, i);
		for (size_t j = 0; j < i; j++) {
			double normal = color_distance(p->series[i], p->series[j], VISION_NORMAL);
			double worst = color_distance_worst(p->series[i], p->series[j]);
			if (normal < series_apart || worst < series_apart_worst)
				diag_add(r->diags, DIAG_ERROR, place, nearest_hint(r, p->series[i], 3, is_distinct, i),
				         "palette.series[%zu] and palette.series[%zu] are %.1f apart (20 is needed), "
				         "%.1f "
				         "for colour-blind readers (10 is needed)",
				         j, i, normal, worst);
		}
	}
}

static bool *seen_color(struct reading *r, const char *name)
{
	size_t k = 0;
	while (!str_eq(look_keys[k].name, name))
		k++;
	return &r->seen[k];
}

/* A band that no file sets has the colour of what is in focus; its ink is that of the page which is read better on it.
 */
static void settle_band(struct reading *r)
{
	struct palette *p = &r->look->palette;
	bool *band = seen_color(r, "band"), *ink = seen_color(r, "band_ink");
	if (!*band)
		p->band = p->highlight;
	if (!*ink)
		p->band_ink = color_contrast(p->ink, p->band) > color_contrast(p->background, p->band) ? p->ink
		                                                                                       : p->background;
	*band = *ink = true;
}

static void check_band(struct reading *r, const char *path)
{
	const struct palette *p = &r->look->palette;
	double contrast = color_contrast(p->band, p->band_ink);
	if (contrast < band_contrast)
		fault(r, place_of(r, "palette", "band", path),
		      "set palette.band darker or lighter, or palette.band_ink",
		      "palette.band_ink has a contrast of %.2f on palette.band; 4.5 is needed", contrast);
}

static void check(struct reading *r, const char *path)
{
	const struct look *look = r->look;
	const struct palette *p = &look->palette;
	settle_band(r);
	for (size_t k = 0; k < LOOK_KEYS; k++)
		if (!r->seen[k])
			diag_add(r->diags, DIAG_ERROR, place_file(path),
			         "add it, or build on a shipped look with \"base: editorial\"", "%s%s%s is missing",
			         look_keys[k].section, *look_keys[k].section ? "." : "", look_keys[k].name);
	if (!p->n_series)
		fault(r, place_file(path), "give one to eight colours", "palette.series is missing");
	if (!look->n_fonts)
		fault(r, place_file(path), "give the look's own family", "fonts is missing");
	if (!diags_ok(r->diags))
		return;
	need_ink(r, "ink", p->ink, 4.5, path);
	need_ink(r, "ink2", p->ink2, 4.5, path);
	need_ink(r, "ink3", p->ink3, 4.5, path);
	need_ink(r, "muted", p->muted, 3, path);
	need_ink(r, "highlight", p->highlight, 3, path);
	check_series(r, path);
	check_band(r, path);
	double apart = color_distance(p->highlight, p->muted, VISION_NORMAL);
	double worst = color_distance_worst(p->highlight, p->muted);
	if (apart < highlight_apart || worst < highlight_apart)
		diag_add(r->diags, DIAG_ERROR, place_of(r, "palette", "highlight", path),
		         nearest_hint(r, p->highlight, 3, stands_out, 0),
		         "palette.highlight and palette.muted are %.1f apart, %.1f for colour-blind readers; 15 is "
		         "needed",
		         apart, worst);
	double grid = color_contrast(p->grid, p->background);
	if (grid < 1.2 || grid > 1.7)
		diag_add(r->diags, DIAG_WARNING, place_of(r, "palette", "grid", path), NULL,
		         "the grid has a contrast of %.2f; between 1.2 and 1.7 it can be seen without standing out",
		         grid);
}

const struct look *look_load(struct arena *arena, struct inputs *inputs, const char *name, const char *below,
                             const char *folder, struct diags *diags)
{
	struct diags *own = diags; /* only faults of the look count, not earlier ones */
	size_t before = diags_count(own, DIAG_ERROR) + diags_count(own, DIAG_FAILURE);
	struct reading r = { .arena = arena, .inputs = inputs, .diags = diags, .folder = folder };
	r.look = arena_alloc(arena, 1, sizeof *r.look);
	r.look->name = file_stem(arena, name);
	if (!look_is_path(name))
		r.look->name = arena_strdup(arena, name);
	r.look->office = look_office_default;
	struct look_file file = named(&r, name, below);
	if (!read_into(&r, &file, name, place_file(NULL), 0))
		return NULL;
	check(&r, path_of(&r, name));
	return diags_count(own, DIAG_ERROR) + diags_count(own, DIAG_FAILURE) == before ? r.look : NULL;
}
