#include "brief/source_cursor.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* ---- moving ---- */

static void step(struct source_cursor *c)
{
	if (utf8_next(&c->at) != '\n') {
		c->place.column++;
		return;
	}
	c->place.line++;
	c->place.column = 1;
}

static void step_to(struct source_cursor *c, const char *to)
{
	while (c->at < to && c->at < c->end)
		step(c);
}

struct source_cursor source_cursor_from(const struct source_text *source, struct place from, int last_line)
{
	size_t n = source->n_starts, line = from.line < 1 ? 0 : (size_t)from.line - 1;
	struct source_cursor c = { source, "", "", { source->path, (int)line + 1, 1 } };
	if (line >= n)
		return c;
	c.at = source->starts[line];
	c.end = last_line > 0 && (size_t)last_line < n ? source->starts[last_line]
	                                               : source->starts[n - 1] + strlen(source->starts[n - 1]);
	while (c.place.column < from.column && c.at < c.end && *c.at != '\n')
		step(&c);
	return c;
}

/* ---- what is not text ---- */

static size_t run_of(const char *p, char c)
{
	size_t n = 0;
	while (p[n] == c)
		n++;
	return n;
}

static const char *past(const char *p, const char *end, const char *closing)
{
	const char *found = strstr(p, closing);
	return found && found < end ? found + strlen(closing) : NULL;
}

/* The end of a code span that opens at p with n backticks; NULL if it never closes. */
static const char *code_end(const char *p, const char *end, size_t n)
{
	for (p += n; p < end; p++) {
		size_t run = run_of(p, '`');
		if (run == n)
			return p + n;
		p += run ? run - 1 : 0;
	}
	return NULL;
}

static const char *hole_end(const char *p)
{
	enum source_open open;
	const char *close = source_hole_end(p + 2, source_paragraph_end(p), &open);
	return close ? close + 2 : NULL;
}

/* The end of what stands at p and is not text; NULL if it is text. */
static const char *apart_end(const char *p, const char *end)
{
	if (p[0] == '\\' && p[1] == '{')
		return p + 1;
	if (p[0] == '{' && p[1] == '{')
		return hole_end(p);
	if (p[0] == '`')
		return code_end(p, end, run_of(p, '`'));
	if (p[0] == ']' && p[1] == '(')
		return past(p, end, ")");
	if (p[0] == ']' && p[1] == '[')
		return past(p + 2, end, "]");
	if (p[0] == '[' && p[1] == '^')
		return past(p, end, "]");
	if (str_starts(p, "<!--"))
		return past(p, end, "-->");
	if (str_starts(p, "<http") || str_starts(p, "<mailto:"))
		return past(p, end, ">");
	return NULL;
}

/* ---- finding ---- */

static bool is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* The character that an entity at p stands for, and the byte after it; 0 if none is there, or one that is seldom in
 * numbers and names. */
static uint32_t entity_at(const char *p, const char **after)
{
	static const struct {
		const char *name;
		uint32_t rune;
	} named[] = { { "&nbsp;", 0xa0 },     { "&shy;", 0xad },    { "&ndash;", 0x2013 }, { "&minus;", 0x2212 },
		      { "&thinsp;", 0x2009 }, { "&frac12;", 0xbd }, { "&frac14;", 0xbc },  { "&frac34;", 0xbe },
		      { "&times;", 0xd7 },    { "&amp;", '&' },     { "&rsquo;", 0x2019 }, { "&#39;", '\'' } };
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (str_starts(p, named[i].name)) {
			*after = p + strlen(named[i].name);
			return named[i].rune;
		}
	char *stop;
	bool hex = p[0] == '&' && p[1] == '#' && (p[2] | 0x20) == 'x';
	if (p[0] != '&' || p[1] != '#' || !strchr("0123456789abcdefABCDEF", p[hex ? 3 : 2]))
		return 0;
	unsigned long rune = strtoul(p + (hex ? 3 : 2), &stop, hex ? 16 : 10);
	*after = stop + 1;
	return *stop == ';' && rune <= 0x10ffff ? (uint32_t)rune : 0;
}

/* Past marks of emphasis and the target of a link, which may stand inside a word. */
static const char *past_marks(const char *p, const char *end)
{
	for (const char *close; p < end; p = close) {
		close = p[0] == ']' && p[1] == '(' ? past(p, end, ")") : strchr("*_~[", *p) ? p + 1 : NULL;
		if (!close)
			return p;
	}
	return p;
}

/* Past what is written for one character of the text; NULL if something else is. */
static const char *past_rune(const char *p, const char *end, const char **text)
{
	const char *after = p, *wanted = *text;
	uint32_t rune = utf8_next(text), entity;
	if (p < end && *p == '&' && (entity = entity_at(p, &after)) != 0)
		return entity == rune ? after : NULL;
	for (const char *q = p; wanted < *text; q++, wanted++, after = q)
		if (q >= end || *q != *wanted)
			return NULL;
	return after;
}

/* Where n bytes of text end that were written at p; NULL if they were not. A line that goes on may begin with marks of
 * a quote. */
static const char *match(const char *p, const char *end, const char *text, size_t n)
{
	const char *begin = text;
	for (const char *stop = text + n; text < stop;) {
		if (is_white(*text)) {
			const char *from = p;
			while (p < end && (is_white(*p) || (*p == '>' && p > from)))
				p++;
			if (p == from)
				return NULL;
			text++;
			continue;
		}
		const char *again = text, *next = past_rune(p, end, &text);
		if (!next && again > begin)
			next = past_rune(past_marks(p, end), end, &again), text = again;
		if (!next)
			return NULL;
		p = next;
	}
	return p;
}

/* The character beside a word in the text, and in the file: the same, white space both, or a mark of Markdown. */
static bool beside(char text, char file)
{
	return text == file || ((is_white(text) || !text) && (is_white(file) || !file)) ||
	       (file && strchr("*_~[]()|\\'\"#>{}`&;", file));
}

bool source_cursor_find(struct source_cursor *cursor, const char *text, size_t start, size_t n, struct place *place)
{
	struct source_cursor c = *cursor;
	const char *begin = c.source->n_starts ? c.source->starts[0] : c.at;
	while (c.at < c.end) {
		const char *apart = apart_end(c.at, c.end), *stop = match(c.at, c.end, text + start, n);
		if (apart) {
			step_to(&c, apart);
		} else if (stop && beside(start ? text[start - 1] : '\0', c.at > begin ? c.at[-1] : '\0') &&
		           beside(text[start + n], *stop)) {
			*place = c.place;
			step_to(&c, stop);
			*cursor = c;
			return true;
		} else if (entity_at(c.at, &apart)) {
			step_to(&c, apart);
		} else {
			step(&c);
		}
	}
	return false;
}

/* ---- a byte of the body ---- */

static const char *body_line_start(const struct source_text *source, int line)
{
	const char *p = source->body;
	for (int i = 1; i < line && *p; i++) {
		const char *end = strchr(p, '\n');
		p = end ? end + 1 : p + strlen(p);
	}
	return p;
}

struct place source_body_place(const struct source_text *source, int body_line, int byte)
{
	const char *p = body_line_start(source, body_line), *stop = p + (byte > 1 ? byte - 1 : 0);
	struct place from = { source->path, source_line(source, body_line), 1 };
	struct source_cursor c = source_cursor_from(source, from, 0);
	while (p < stop && *p && *p != '\n' && c.at < c.end) {
		if (c.at[0] == '\\' && c.at[1] == '{' && c.at[2] == '{')
			step(&c);
		const char *end =
			c.at[0] == '{' && c.at[1] == '{' && utf8_next(&(const char *){ p }) >= SOURCE_HOLE_FIRST
				? hole_end(c.at)
				: NULL;
		if (end)
			step_to(&c, end);
		else
			step(&c);
		utf8_next(&p);
	}
	return c.place;
}
