#include "style/page_format.h"

#include "base/str.h"

static const struct page_format formats[PAGE_FORMATS] = {
	{ "A4", PAGE_A4, false, 595.276, 841.89 },
	{ "Letter", PAGE_LETTER, false, 612, 792 },
	{ "16:9", PAGE_SLIDES, false, 960, 540 },
	{ "A4 landscape", PAGE_A4, true, 841.89, 595.276 },
	{ "Letter landscape", PAGE_LETTER, true, 792, 612 },
	{ "4:3", PAGE_SLIDES, false, 720, 540 },
	{ "3:4", PAGE_SLIDES, false, 540, 720 },
	{ "9:16", PAGE_SLIDES, false, 540, 960 },
	{ "notes", PAGE_NOTES, false, 595.276, 841.89 },
};

const struct page_format *page_format_at(int index)
{
	return &formats[index];
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static const char *after_blanks(const char *s)
{
	while (*s == ' ' || *s == '\t' || *s == '\n')
		s++;
	return s;
}

/* Words are compared one by one. */
static bool is_name(const char *given, const char *name)
{
	given = after_blanks(given);
	while (*name) {
		if (*name == ' ') {
			const char *word = after_blanks(given);
			if (word == given)
				return false;
			given = word;
		} else if (lower(*given++) != lower(*name)) {
			return false;
		}
		name++;
	}
	return !*after_blanks(given);
}

const struct page_format *page_format_find(const char *name)
{
	for (int i = 0; i < PAGE_FORMATS; i++)
		if (is_name(name, formats[i].name))
			return &formats[i];
	return NULL;
}

char *page_format_names(struct arena *arena, bool briefing)
{
	struct strbuf b = strbuf_new(arena);
	for (int i = 0; i < PAGE_FORMATS; i++)
		if (briefing || formats[i].kind != PAGE_NOTES)
			strbuf_addf(&b, "%s%s", i ? ", " : "", formats[i].name);
	return b.s;
}
