/* When two texts of a presentation say the same. */
#include "paint/pptx_said.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

/* How many bytes of white space begin here: of any kind that programs put for one another. */
static size_t space_at(const char *s)
{
	static const char *const spaces[] = { " ", "\t", "\n", "\v", "\xc2\xa0", "\xe2\x80\x82" };
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (str_starts(s, spaces[i]))
			return strlen(spaces[i]);
	return 0;
}

const char *pptx_edits_plain(struct arena *arena, const char *text)
{
	struct strbuf b = strbuf_new(arena);
	bool space = false, line = false;
	while (*text) {
		size_t n = space_at(text);
		if (n) {
			space = true;
			line |= *text == '\n';
			text += n;
			continue;
		}
		if (b.n && space)
			strbuf_add(&b, line ? "\n" : " ");
		space = line = false;
		strbuf_addn(&b, text++, 1);
	}
	return b.s;
}

/* Programs write numbers with 15 to 17 digits. */
static const double finest = 2e-15;

bool pptx_edits_same(const char *a, const char *b)
{
	double x, y;
	if (str_eq(a, b))
		return true;
	return str_to_number(a, &x) && str_to_number(b, &y) && fabs(x - y) <= finest * fmax(fabs(x), fabs(y));
}

const char *pptx_edits_line(struct arena *arena, const char **at)
{
	size_t n = strcspn(*at, "\n");
	const char *line = arena_strndup(arena, *at, n);
	*at += n + ((*at)[n] != '\0');
	return line;
}

size_t pptx_edits_lines(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += *text == '\n';
	return n;
}
