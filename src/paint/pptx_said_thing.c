/* What a slide has that is no text: pictures, known by their bytes, and content of other kinds, which is not read. */
#include "paint/pptx_said_parts.h"

#include "base/arena.h"
#include "base/hash.h"

#include <string.h>

const char *pptx_said_picture(const struct saying *s, const struct relations *relations, const char *id)
{
	struct arena *arena = s->list->arena;
	const char *part = pptx_said_related(relations, id, NULL), *outside = pptx_said_outside(relations, id);
	struct bytes bytes;
	char hex[65];
	if (outside)
		return arena_printf(arena, "a picture from %s", outside);
	if (!part || !s->source->get(s->source->of, arena, part, &bytes))
		return NULL;
	hash_sha256_hex(bytes.data, bytes.size, hex);
	return arena_printf(arena, "a picture, SHA-256 %.12s", hex);
}

/* ---- of other kinds ---- */

/* Read elsewhere, or without anything that a reader of the slides sees. */
static bool is_known(const char *type)
{
	static const char *const types[] = { "slideLayout", "notesSlide",      "chart", "hyperlink",     "slide",
		                             "image",       "slideUpdateInfo", "tags",  "themeOverride", "customXml" };
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_eq(type, types[i]))
			return true;
	return false;
}

/* Parts of what another part is told for: of a diagram its data, of a film the film. */
static bool is_beside(const char *type)
{
	return (str_starts(type, "diagram") && !str_eq(type, "diagramData")) || str_eq(type, "media") ||
	       str_eq(type, "vmlDrawing");
}

static const char *words_of(struct arena *arena, const char *type)
{
	static const char *const words[][2] = { { "diagramData", "a diagram" },
		                                { "chartEx", "a chart of a newer kind" },
		                                { "video", "a film" },
		                                { "audio", "a sound" },
		                                { "oleObject", "another document" },
		                                { "package", "another document" },
		                                { "control", "a control" },
		                                { "comments", "comments" } };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(type, words[i][0]))
			return words[i][1];
	return arena_printf(arena, "something of the type %s", type);
}

void pptx_said_things(const struct saying *s, const struct relations *relations)
{
	struct arena *arena = s->list->arena;
	for (size_t i = 0; i < relations->n; i++) {
		const char *type = relations->items[i].type;
		if (is_known(type) || is_beside(type))
			continue;
		pptx_said_add(s->list, &(struct pptx_said){ .kind = PPTX_SAID_THING,
		                                            .slide = s->slide,
		                                            .name = "what is not read",
		                                            .text = words_of(arena, type) });
	}
}
