#include "base/rtl.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>
#include <string.h>

bool rtl_is_in(const char *s)
{
	for (uint32_t r; (r = utf8_next(&s));)
		if ((r >= 0x590 && r <= 0x8ff) || (r >= 0xfb1d && r <= 0xfdff) || (r >= 0xfe70 && r <= 0xfefc) ||
		    (r >= 0x10800 && r <= 0x10fff) || (r >= 0x1e800 && r <= 0x1efff))
			return true;
	return false;
}

const char *rtl_name(struct arena *arena, const char *name)
{
	return rtl_is_in(name) ? arena_printf(arena, "\u200e\u2068%s\u2069", name) : name;
}

/* Those of names, too. */
static bool is_mark(const char *at, size_t n)
{
	static const char *const marks[] = { RTL_ISOLATE, RTL_ISOLATE_END, "\u200e", "\u2068" };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strlen(marks[i]) == n && memcmp(at, marks[i], n) == 0)
			return true;
	return false;
}

char *rtl_words(struct arena *arena, const char *text)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = text, *at = p; *p; at = p) {
		utf8_next(&p);
		if (!is_mark(at, (size_t)(p - at)))
			strbuf_addn(&b, at, (size_t)(p - at));
	}
	return b.s;
}
