/* Fonts of office programs, and free ones of the same widths: what is set in the one is as wide in the other. */
#include "style/look.h"

#include "base/arena.h"
#include "base/str.h"

#define LIBERATION(name) "truetype/liberation/Liberation" name ".ttf"
#define CROSEXTRA(name) "truetype/crosextra/" name ".ttf"

struct twin {
	const char *office;
	struct look_font font;
};

static const struct twin twins[] = {
	{ "Arial",
	  { "Liberation Sans",
	    "fonts-liberation",
	    { LIBERATION("Sans-Regular"), NULL, LIBERATION("Sans-Bold"), LIBERATION("Sans-Italic"),
	      LIBERATION("Sans-BoldItalic") } } },
	{ "Times New Roman",
	  { "Liberation Serif",
	    "fonts-liberation",
	    { LIBERATION("Serif-Regular"), NULL, LIBERATION("Serif-Bold"), LIBERATION("Serif-Italic"),
	      LIBERATION("Serif-BoldItalic") } } },
	{ "Calibri",
	  { "Carlito",
	    "fonts-crosextra-carlito",
	    { CROSEXTRA("Carlito-Regular"), NULL, CROSEXTRA("Carlito-Bold"), CROSEXTRA("Carlito-Italic"),
	      CROSEXTRA("Carlito-BoldItalic") } } },
	{ "Cambria",
	  { "Caladea",
	    "fonts-crosextra-caladea",
	    { CROSEXTRA("Caladea-Regular"), NULL, CROSEXTRA("Caladea-Bold"), CROSEXTRA("Caladea-Italic"),
	      CROSEXTRA("Caladea-BoldItalic") } } },
};
enum { TWINS = sizeof twins / sizeof *twins };

static const struct look_font mono = { "Liberation Mono", "fonts-liberation", { LIBERATION("Mono-Regular") } };

const char look_office_default[] = "Arial", look_office_code[] = "Courier New";

static const struct twin *twin_of(const char *office)
{
	for (size_t i = 0; i < TWINS; i++)
		if (str_eq(twins[i].office, office))
			return &twins[i];
	return NULL;
}

bool look_is_office(const char *font)
{
	return twin_of(font) != NULL;
}

const char *look_office_names(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < TWINS; i++)
		strbuf_addf(&b, "%s%s", !i ? "" : i + 1 < TWINS ? ", " : " or ", twins[i].office);
	return b.s;
}

const struct look *look_in_office(struct arena *arena, const struct look *look)
{
	const struct twin *twin = twin_of(look->office);
	struct look *own = arena_alloc(arena, 1, sizeof *own);
	*own = *look;
	if (twin)
		own->fonts[0] = twin->font;
	own->code = mono;
	return own;
}
