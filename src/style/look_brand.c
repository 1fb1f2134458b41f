/* Whose pages a look is for: what briefings have at their head, at their foot and before them unless they say
 * otherwise.
 */
#include "style/look.h"
#include "style/look_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/value.h"

static const char cover_remedy[] = "give plain, band, or false";

static void wrong(struct diags *diags, struct place place, const char *hint, const char *what)
{
	diag_add(diags, DIAG_ERROR, place, hint, "%s", what);
}

static const char *found_from(struct arena *arena, const struct look_place *from, const char *written)
{
	return arena_printf(arena, "%s/%s%s", from->below, *written == '/' ? "" : from->way, written);
}

static void read_logo(struct look_brand *brand, struct arena *arena, const struct look_place *from,
                      const struct value *map, struct diags *diags)
{
	static const char remedy[] = "write logo: {file: logo.svg, alt: what it shows, dark: logo-on-dark.svg}";
	struct look_brand out = *brand;
	if (map->kind != VALUE_MAP) {
		wrong(diags, map->place, remedy, "logo is no map of file and alt");
		return;
	}
	out.logo = out.logo_dark = out.logo_alt = NULL;
	for (size_t i = 0; i < map->count; i++) {
		const char *key = map->keys[i].text;
		const struct value *v = &map->items[i];
		if (v->kind != VALUE_STRING || !*v->text)
			diag_add(diags, DIAG_ERROR, v->place, remedy, "logo.%s is no text", key);
		else if (str_eq(key, "alt"))
			out.logo_alt = v->text;
		else if (str_eq(key, "file") || str_eq(key, "dark"))
			*(str_eq(key, "file") ? &out.logo : &out.logo_dark) = found_from(arena, from, v->text);
		else
			diag_add(diags, DIAG_ERROR, map->keys[i].place, remedy, "logo has no key \"%s\"", key);
		if (str_eq(key, "file"))
			out.logo_place = v->place;
	}
	if (!out.logo || !out.logo_alt)
		wrong(diags, map->place, remedy, "logo lacks file or alt");
	out.below = from->below;
	*brand = out;
}

static void read_cover(struct look_brand *brand, const struct value *v, struct diags *diags)
{
	brand->cover_place = v->place;
	if (v->kind == VALUE_BOOL)
		brand->cover = v->boolean ? "plain" : NULL;
	else if (v->kind == VALUE_STRING && (str_eq(v->text, "plain") || str_eq(v->text, "band")))
		brand->cover = v->text;
	else if (v->kind == VALUE_STRING && str_eq(v->text, "picture"))
		wrong(diags, v->place, cover_remedy, "cover is picture, which only a briefing can name");
	else
		wrong(diags, v->place, cover_remedy, "cover is no kind of cover");
}

void look_read_brand(struct look_brand *brand, struct arena *arena, const struct look_place *from,
                     const struct value *root, struct diags *diags)
{
	const struct value *logo = value_at(root, "logo"), *footer = value_at(root, "footer"),
			   *cover = value_at(root, "cover");
	if (logo && logo->kind == VALUE_BOOL && !logo->boolean)
		brand->logo = brand->logo_dark = NULL;
	else if (logo)
		read_logo(brand, arena, from, logo, diags);
	if (footer && footer->kind != VALUE_STRING)
		wrong(diags, footer->place, "write footer: what stands at the foot of every page, in quotes if need be",
		      "footer is no text");
	else if (footer) {
		brand->footer = *footer->text ? footer->text : NULL;
		brand->footer_place = footer->place;
	}
	if (cover)
		read_cover(brand, cover, diags);
}
