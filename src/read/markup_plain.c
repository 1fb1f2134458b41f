/* The text that a line of Markdown shows: without the marks of emphasis, code, links and pictures, and without what is
 * struck out. */
#include "read/markup.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/entity.h"

#include <string.h>

/* Elements that do not only style what is in them. */
static const char *const elements[] = { "sup", "sub", "s", "del", "strike" };
enum { SUP, SUB, ELEMENTS = sizeof elements / sizeof *elements };

enum { DEPTH_MAX = 8, RUN_MAX = 3, CODE_MAX = 8 };

struct plain {
	struct arena *arena;
	struct strbuf out;
	bool struck; /* something was struck out */
	int depth;
	const char *whole;
	uint32_t *match; /* by byte of whole: where the bracket that opens there is closed; 0: nowhere */
	/* What was sought and does not follow, so that no text is gone through again and again. */
	bool no_close[3][RUN_MAX + 1], no_code[CODE_MAX + 1], no_tags, no_element[ELEMENTS];
};

static void add_plain(struct plain *p, const char *s, size_t n);

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
}

static size_t run_at(const char *s, size_t n)
{
	size_t run = 1;
	while (run < n && s[run] == *s)
		run++;
	return run;
}

/* The inside, with marks of its own. */
static void add_inner(struct plain *p, const char *s, size_t n)
{
	struct plain inner = { .arena = p->arena, .out = p->out, .depth = p->depth + 1 };
	if (inner.depth > DEPTH_MAX)
		strbuf_addn(&inner.out, s, n);
	else
		add_plain(&inner, s, n);
	p->out = inner.out;
	p->struck |= inner.struck;
}

/* "`code`" at s: as it stands. Returns the bytes taken, 0 if it is none. */
static size_t code(struct plain *p, const char *s, size_t n)
{
	size_t run = run_at(s, n);
	if (run > CODE_MAX || p->no_code[run])
		return 0;
	for (size_t i = run; i < n; i++)
		if (s[i] == '`') {
			size_t close = run_at(s + i, n - i);
			if (close == run) {
				strbuf_addn(&p->out, s + run, i - run);
				return i + close;
			}
			i += close - 1;
		}
	p->no_code[run] = true;
	return 0;
}

static size_t emphasis(struct plain *p, const char *s, size_t n)
{
	static const char marks[] = "*_~";
	size_t run = run_at(s, n), mark = (size_t)(strchr(marks, *s) - marks);
	bool word = *s == '_' && s > p->whole && is_word(s[-1]);
	if (run > RUN_MAX || run >= n || is_space(s[run]) || word || (*s == '~' && run == 1) || p->no_close[mark][run])
		return 0;
	for (size_t i = run; i < n; i++) {
		if (s[i] != *s)
			continue;
		size_t close = run_at(s + i, n - i);
		bool inside = *s == '_' && i + close < n && is_word(s[i + close]);
		if (close == run && !is_space(s[i - 1]) && !inside) {
			if (*s != '~')
				add_inner(p, s + run, i - run);
			p->struck |= *s == '~';
			return i + close;
		}
		i += close - 1;
	}
	p->no_close[mark][run] = true;
	return 0;
}

/* Which brackets belong together, in one pass: while one is open, its place holds the one before it. */
static void match_brackets(struct plain *p, const char *s, size_t n, char open, char close)
{
	uint32_t top = 0;
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\\') {
			i++;
		} else if (s[i] == open) {
			p->match[i] = top;
			top = (uint32_t)i + 1;
		} else if (s[i] == close && top) {
			uint32_t opened = top - 1;
			top = p->match[opened];
			p->match[opened] = (uint32_t)i;
		}
	while (top) {
		uint32_t opened = top - 1;
		top = p->match[opened];
		p->match[opened] = 0;
	}
}

/* How many bytes after the one at s its bracket is closed; 0: never. */
static size_t closing(const struct plain *p, const char *s)
{
	uint32_t end = p->match[s - p->whole];
	return end ? end - (size_t)(s - p->whole) : 0;
}

/* "[text](target)", "[text][name]", and "![text](target)" from its bracket on: the text. "[^1]": a note's mark. */
static size_t a_link(struct plain *p, const char *s, size_t n)
{
	size_t end = closing(p, s), after = 0;
	if (!end)
		return 0;
	if (end > 1 && s[1] == '^')
		return end + 1;
	if (end + 1 < n && (s[end + 1] == '(' || s[end + 1] == '['))
		after = closing(p, s + end + 1);
	if (!after)
		return 0;
	add_inner(p, s + 1, end - 1);
	return end + 1 + after + 1;
}

/* Names of elements are the same in upper case. */
static bool is_called(const char *s, const char *name)
{
	size_t k = 0;
	while (name[k] && (s[k] == name[k] || (is_word(s[k]) && (s[k] | 0x20) == name[k])))
		k++;
	return !name[k];
}

static bool tag_is(const char *s, size_t n, const char *name)
{
	size_t k = strlen(name);
	return n > k + 1 && is_called(s + 1, name) && !is_word(s[k + 1]);
}

/* What stands between a tag at s and the one that closes it; *taken: to the end of that. */
static const char *between(struct plain *p, const char *s, size_t n, size_t end, size_t element, size_t *inside,
                           size_t *taken)
{
	const char *close = arena_printf(p->arena, "</%s>", elements[element]);
	size_t k = strlen(close);
	for (size_t i = end + 1; !p->no_element[element] && i + k <= n; i++)
		if (is_called(s + i, close)) {
			*inside = i - end - 1;
			*taken = i + k;
			return s + end + 1;
		}
	p->no_element[element] = true;
	return NULL;
}

/* A tag of HTML, or an address between angles. */
static size_t a_tag(struct plain *p, const char *s, size_t n)
{
	size_t inside, taken, element = 0;
	const char *close = p->no_tags ? NULL : memchr(s, '>', n), *text;
	p->no_tags |= !close;
	if (!close || n < 3 || (!is_word(s[1]) && s[1] != '/' && s[1] != '!'))
		return 0;
	size_t end = (size_t)(close - s);
	while (element < ELEMENTS && !tag_is(s, n, elements[element]))
		element++;
	if (element < ELEMENTS && (text = between(p, s, n, end, element, &inside, &taken)) != NULL) {
		if (element == SUP)
			entity_add_raised(&p->out, text, inside);
		else if (element == SUB)
			entity_add_lowered(&p->out, text, inside);
		p->struck |= element != SUP && element != SUB;
		return taken;
	}
	if (tag_is(s, n, "br"))
		strbuf_add(&p->out, " ");
	else if (memchr(s, ':', end) && !memchr(s, ' ', end))
		strbuf_addn(&p->out, s + 1, end - 1);
	return end + 1;
}

static size_t special(struct plain *p, const char *s, size_t n)
{
	size_t length;
	uint32_t rune;
	switch (*s) {
	case '\\':
		if (n < 2 || is_word(s[1]) || is_space(s[1]))
			return 0;
		strbuf_addn(&p->out, s + 1, 1);
		return 2;
	case '`':
		return code(p, s, n);
	case '*':
	case '_':
	case '~':
		return emphasis(p, s, n);
	case '!':
		length = n > 1 && s[1] == '[' ? a_link(p, s + 1, n - 1) : 0;
		return length ? length + 1 : 0;
	case '[':
		return a_link(p, s, n);
	case '<':
		return a_tag(p, s, n);
	case '&':
		rune = entity_at(s, n, &length);
		if (rune)
			strbuf_add_rune(&p->out, rune);
		return rune ? length : 0;
	default:
		return 0;
	}
}

static void add_plain(struct plain *p, const char *s, size_t n)
{
	p->whole = s;
	p->match = n ? arena_alloc(p->arena, memchr(s, '[', n) ? n : 1, sizeof *p->match) : NULL;
	if (n && memchr(s, '[', n)) {
		match_brackets(p, s, n, '[', ']');
		match_brackets(p, s, n, '(', ')');
	}
	for (size_t i = 0; i < n;) {
		size_t taken = special(p, s + i, n - i);
		if (!taken) { /* as it stands; a run of marks as one */
			taken = strchr("*_~`", s[i]) && s[i] ? run_at(s + i, n - i) : 1;
			strbuf_addn(&p->out, s + i, taken);
		}
		i += taken;
	}
}

const char *markup_plain_cell(struct arena *arena, const char *s, size_t n, bool *struck)
{
	struct plain p = { .arena = arena, .out = strbuf_new(arena) };
	add_plain(&p, s, n);
	*struck = p.struck;
	return p.out.s;
}

const char *markup_plain(struct arena *arena, const char *s, size_t n)
{
	bool struck;
	return markup_plain_cell(arena, s, n, &struck);
}
