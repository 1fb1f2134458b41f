#include "text/script.h"

#include "base/str.h"

#include <stdbool.h>
#include <string.h>

static const struct {
	unsigned from, to;
	const char *language;
} scripts[] = { /* in the order of their runes */
	        { 0x370, 0x3ff, "el" },     { 0x400, 0x52f, "ru" },    { 0x530, 0x58f, "hy" },
	        { 0x590, 0x5ff, "he" },     { 0x600, 0x6ff, "ar" },    { 0x750, 0x77f, "ar" },
	        { 0x8a0, 0x8ff, "ar" },     { 0x900, 0x97f, "hi" },    { 0x980, 0x9ff, "bn" },
	        { 0xb80, 0xbff, "ta" },     { 0xe00, 0xe7f, "th" },    { 0x10a0, 0x10ff, "ka" },
	        { 0x1100, 0x11ff, "ko" },   { 0x1f00, 0x1fff, "el" },  { 0x3040, 0x30ff, "ja" },
	        { 0x3130, 0x318f, "ko" },   { 0x31f0, 0x31ff, "ja" },  { 0x3400, 0x9fff, "zh" },
	        { 0xac00, 0xd7af, "ko" },   { 0xf900, 0xfaff, "zh" },  { 0xfb1d, 0xfb4f, "he" },
	        { 0xfb50, 0xfdff, "ar" },   { 0xfe70, 0xfefc, "ar" },  { 0xff66, 0xff9f, "ja" },
	        { 0x20000, 0x2fa1f, "zh" }, { 0x30000, 0x3134f, "zh" }
};

static const char *language_of(unsigned rune)
{
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts && rune >= scripts[i].from; i++)
		if (rune <= scripts[i].to)
			return scripts[i].language;
	return NULL;
}

static bool is_latin(unsigned rune)
{
	return (rune >= 'A' && rune <= 'Z') || (rune >= 'a' && rune <= 'z') ||
	       (rune >= 0xc0 && rune <= 0x24f && rune != 0xd7 && rune != 0xf7) || (rune >= 0x1e00 && rune <= 0x1eff);
}

static bool has_kana(const char *text)
{
	for (const char *p = text; *p;)
		if (str_eq(language_of(utf8_next(&p)), "ja"))
			return true;
	return false;
}

static const char *language_in(const char *text, unsigned rune)
{
	const char *language = language_of(rune);
	return str_eq(language, "zh") && has_kana(text) ? "ja" : language;
}

const char *script_language(const char *text, size_t at, const char *own, size_t *end)
{
	const char *p = text + at, *last = text + *end, *first = NULL;
	const char *here = p;
	size_t behind = at; /* the last letter of that language */
	while (p < last) {
		const char *rune_at = p;
		unsigned rune = utf8_next(&p);
		const char *language = language_in(text, rune);
		if (rune_at == here)
			first = language;
		if (!first && language) { /* foreign letters begin */
			*end = (size_t)(rune_at - text);
			return NULL;
		}
		if (first && (is_latin(rune) || (language && !str_eq(language, first))))
			break;
		bool follows = rune == ' ' && rune_at == text + behind; /* Cairo may leave out a space alone */
		if (language || follows)
			behind = (size_t)(p - text);
	}
	if (!first)
		return NULL;
	*end = behind;
	return str_eq(first, own) ? NULL : first;
}
