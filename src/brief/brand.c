#include "brief/brand.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/schema.h"
#include "read/value.h"
#include "style/look.h"

/* {file, alt}. What only decorates needs no description. */
static struct brand_picture read_picture(struct schema *s, const char *key, bool decorates)
{
	static const char *const keys[] = { "file", "alt", "dark" };
	const struct value *map = schema_at(s, key);
	struct brand_picture out = { .place = schema_place(s, key) };
	struct schema picture;
	if (!map || (!decorates && map->kind == VALUE_BOOL && !map->boolean))
		return out;
	if (map->kind != VALUE_MAP) {
		schema_wrong(s, key, arena_printf(s->arena, "write %s: {file: %s.svg, alt: what it shows}", key, key),
		             "a map of file and alt");
		return out;
	}
	if (!schema_open(&picture, s->arena, s->diags, map, key))
		return out;
	schema_keys(&picture, keys, decorates ? 2 : 3);
	out.file = schema_text(&picture, "file", REQUIRED);
	out.alt = schema_text(&picture, "alt", decorates ? OPTIONAL : REQUIRED);
	out.dark = decorates ? NULL : schema_text(&picture, "dark", OPTIONAL);
	out.place = schema_place(&picture, "file");
	return out;
}

static enum cover_kind read_cover(struct schema *s)
{
	static const char *const words[] = { "plain", "band", "picture" };
	static const enum cover_kind kinds[] = { COVER_PLAIN, COVER_BAND, COVER_PICTURE };
	const struct value *value = schema_at(s, "cover");
	int index;
	if (value && value->kind == VALUE_BOOL)
		return value->boolean ? COVER_PLAIN : COVER_NONE;
	if (schema_word(s, "cover", OPTIONAL, words, sizeof words / sizeof *words, &index))
		return kinds[index];
	return COVER_NONE;
}

struct brand brand_read(struct schema *s)
{
	const struct value *confidential = schema_at(s, "confidential");
	struct brand out = { .cover = read_cover(s),
		             .logo = read_picture(s, "logo", false),
		             .picture = read_picture(s, "picture", true),
		             .footer = schema_text(s, "footer", OPTIONAL),
		             .cover_place = schema_place(s, "cover"),
		             .footer_place = schema_place(s, "footer"),
		             .says_cover = schema_at(s, "cover") != NULL,
		             .says_logo = schema_at(s, "logo") != NULL,
		             .says_footer = schema_at(s, "footer") != NULL,
		             .confidential_place = schema_place(s, "confidential") };
	if (out.footer && !*out.footer)
		out.footer = NULL;
	if (confidential && confidential->kind == VALUE_BOOL)
		out.marked = confidential->boolean;
	else
		out.confidential = schema_text(s, "confidential", OPTIONAL);
	if (out.cover == COVER_PICTURE && !out.picture.file)
		schema_wrong(s, "cover", "add picture: {file: cover.png, alt: what it shows}",
		             "plain or band where no picture is named");
	if (out.cover != COVER_PICTURE && out.picture.file)
		schema_wrong(s, "picture", "write cover: picture", "left out where the cover shows none");
	return out;
}

void brand_adopt(struct brand *brand, const struct look_brand *look, bool covers)
{
	if (!brand->says_logo && look->logo)
		brand->logo = (struct brand_picture){ .file = look->logo,
			                              .dark = look->logo_dark,
			                              .alt = look->logo_alt,
			                              .below = look->below,
			                              .place = look->logo_place };
	if (!brand->says_footer && look->footer) {
		brand->footer = look->footer;
		brand->footer_place = look->footer_place;
	}
	if (!brand->says_cover && look->cover && covers) {
		brand->cover = str_eq(look->cover, "band") ? COVER_BAND : COVER_PLAIN;
		brand->cover_place = look->cover_place;
	}
}
