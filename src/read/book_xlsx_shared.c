/* Texts and formats that the cells of an .xlsx file share. */
#include "read/book_xlsx.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of "_x000D_" at p; 0 if there is none. */
static uint32_t escaped(const char *p)
{
	uint32_t rune = 0;
	if (p[0] != '_' || p[1] != 'x')
		return 0;
	for (int i = 2; i < 6; i++) {
		int digit = hex(p[i]);
		if (digit < 0)
			return 0;
		rune = rune << 4 | (uint32_t)digit;
	}
	return p[6] == '_' && (rune < 0xd800 || rune > 0xdfff) ? rune : 0;
}

const char *xlsx_unescaped(struct arena *arena, const char *s)
{
	if (!strstr(s, "_x"))
		return s;
	struct strbuf b = strbuf_new(arena);
	while (*s) {
		uint32_t rune = escaped(s);
		if (rune)
			strbuf_add_rune(&b, rune);
		else
			strbuf_addn(&b, s, 1);
		s += rune ? 7 : 1;
	}
	return b.s;
}

/* ---- texts ---- */

struct strings {
	struct arena *arena;
	struct xlsx *xlsx;
	struct strbuf text; /* of the runs so far */
	bool inside;        /* a <t> */
	int phonetic;
};

static void open_string(void *closure, const char *name, const char *const *attributes)
{
	struct strings *s = closure;
	(void)attributes;
	if (str_eq(name, "si"))
		s->text.n = 0;
	s->phonetic += str_eq(name, "rPh");
	s->inside = str_eq(name, "t") && !s->phonetic;
}

static void close_string(void *closure, const char *name)
{
	struct strings *s = closure;
	struct xlsx *x = s->xlsx;
	s->inside = false;
	s->phonetic -= str_eq(name, "rPh");
	if (!str_eq(name, "si"))
		return;
	x->strings = arena_grow(s->arena, x->strings, &x->strings_room, x->n_strings, sizeof *x->strings);
	x->strings[x->n_strings++] = xlsx_unescaped(s->arena, arena_strndup(s->arena, s->text.s, s->text.n));
}

static void string_text(void *closure, const char *text, size_t n)
{
	struct strings *s = closure;
	if (s->inside && s->text.n + n <= 2 * GRID_TEXT_MAX) /* more is reported where a cell uses it */
		strbuf_addn(&s->text, text, n);
}

bool xlsx_read_strings(struct book *book, struct xlsx *xlsx, const char *file, struct diags *diags)
{
	static const struct xml_reader reader = { open_string, close_string, string_text };
	struct strings s = { .arena = book->arena, .xlsx = xlsx };
	struct bytes bytes;
	s.text = strbuf_new(book->arena);
	return !file || (archive_read(book->archive, book->arena, file, &bytes, diags) &&
	                 xml_read(book->arena, place_file(book->name), file, bytes, &reader, &s, diags));
}

/* ---- formats ---- */

struct format {
	unsigned long id;
	const char *code;
};

struct styles {
	struct arena *arena;
	struct xlsx *xlsx;
	struct format *formats;
	size_t n_formats, formats_room;
	bool cells;   /* inside the list that cells refer to */
	bool *struck; /* by the number of a font */
	size_t n_fonts, fonts_room;
	bool fonts; /* inside their list */
};

/* <strike/>, which may say that it is none. */
static bool is_strike(const char *name, const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "val");
	return str_eq(name, "strike") && !str_eq(value, "0") && !str_eq(value, "false");
}

static void open_font(struct styles *s, const char *name, const char *const *attributes)
{
	enum { MOST = 65536 };
	if (str_eq(name, "font") && s->n_fonts < MOST) {
		s->struck = arena_grow(s->arena, s->struck, &s->fonts_room, s->n_fonts, sizeof *s->struck);
		s->struck[s->n_fonts++] = false;
	} else if (s->n_fonts && is_strike(name, attributes)) {
		s->struck[s->n_fonts - 1] = true;
	}
}

static bool has_struck_font(const struct styles *s, const char *const *attributes)
{
	const char *font = xml_attribute(attributes, "fontId");
	unsigned long i = font ? strtoul(font, NULL, 10) : 0;
	return i < s->n_fonts && s->struck[i];
}

static const char *format_of(const struct styles *s, unsigned long id)
{
	for (size_t i = 0; i < s->n_formats; i++)
		if (s->formats[i].id == id)
			return s->formats[i].code;
	return number_format_built_in((unsigned)id);
}

static void open_style(void *closure, const char *name, const char *const *attributes)
{
	enum { MOST = 65536, OWN_MOST = 5000 }; /* Excel has fewer of both */
	struct styles *s = closure;
	struct xlsx *x = s->xlsx;
	const char *id = xml_attribute(attributes, "numFmtId"), *code = xml_attribute(attributes, "formatCode");
	s->cells |= str_eq(name, "cellXfs");
	s->fonts |= str_eq(name, "fonts");
	if (s->fonts)
		open_font(s, name, attributes);
	if (str_eq(name, "numFmt") && id && code && s->n_formats < OWN_MOST) {
		s->formats = arena_grow(s->arena, s->formats, &s->formats_room, s->n_formats, sizeof *s->formats);
		s->formats[s->n_formats++] = (struct format){ strtoul(id, NULL, 10), arena_strdup(s->arena, code) };
	} else if (str_eq(name, "xf") && s->cells && x->n_formats < MOST) {
		x->formats = arena_grow(s->arena, x->formats, &x->formats_room, x->n_formats, sizeof *x->formats);
		x->struck = arena_grow(s->arena, x->struck, &x->struck_room, x->n_formats, sizeof *x->struck);
		x->struck[x->n_formats] = has_struck_font(s, attributes);
		x->formats[x->n_formats++] = id ? format_of(s, strtoul(id, NULL, 10)) : NULL;
	}
}

static void close_style(void *closure, const char *name)
{
	struct styles *s = closure;
	if (str_eq(name, "cellXfs"))
		s->cells = false;
	if (str_eq(name, "fonts"))
		s->fonts = false;
}

bool xlsx_read_styles(struct book *book, struct xlsx *xlsx, const char *file, struct diags *diags)
{
	static const struct xml_reader reader = { open_style, close_style, NULL };
	struct styles s = { .arena = book->arena, .xlsx = xlsx };
	struct bytes bytes;
	return !file || (archive_read(book->archive, book->arena, file, &bytes, diags) &&
	                 xml_read(book->arena, place_file(book->name), file, bytes, &reader, &s, diags));
}
