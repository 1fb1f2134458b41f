/* Which numbers of a presentation are no longer those that were written. */
#include "base/arena.h"
#include "paint/pptx_parts.h"
#include "paint/pptx_said.h"
#include "read/archive.h"

#include <string.h>

/* The next number of a text, as its digits with the points and commas between them; NULL past the last one. */
static const char *next_number(const char *text, size_t *n)
{
	static const char digits[] = "0123456789";
	text += strcspn(text, digits);
	*n = 0;
	while (text[*n] &&
	       (strchr(digits, text[*n]) || (strchr(".,", text[*n]) && text[*n + 1] && strchr(digits, text[*n + 1]))))
		++*n;
	return *n ? text : NULL;
}

/* True if a minus stands before the number: a hyphen or the sign itself. */
static bool is_negative(const char *text, const char *number)
{
	static const char minus[] = "\xe2\x88\x92";
	size_t before = (size_t)(number - text), n = strlen(minus);
	return (before && number[-1] == '-') || (before >= n && memcmp(number - n, minus, n) == 0);
}

static bool same_numbers(const char *a, const char *b)
{
	const char *text = a, *other = b;
	size_t n = 0, m = 0;
	do {
		a = next_number(a + n, &n);
		b = next_number(b + m, &m);
		if (!a || !b)
			return a == b;
	} while (n == m && memcmp(a, b, n) == 0 && is_negative(text, a) == is_negative(other, b));
	return false;
}

static const char *next_line(struct arena *arena, const char **at)
{
	size_t n = strcspn(*at, "\n");
	const char *line = arena_strndup(arena, *at, n);
	*at += n + ((*at)[n] != '\0');
	return line;
}

struct edits {
	struct arena *arena;
	struct paint_edit *items;
	size_t n, room;
};

/* With plain spaces in place of those at which no line breaks. */
static const char *told(struct arena *arena, const char *text)
{
	static const char unbroken[] = "\xc2\xa0";
	struct strbuf b = strbuf_new(arena);
	for (const char *at; (at = strstr(text, unbroken)) != NULL; text = at + strlen(unbroken)) {
		strbuf_addn(&b, text, (size_t)(at - text));
		strbuf_add(&b, " ");
	}
	strbuf_add(&b, text);
	return str_one_line(arena, b.s);
}

static void add(struct edits *e, size_t slide, const char *was, const char *is_now)
{
	e->items = arena_grow(e->arena, e->items, &e->room, e->n, sizeof *e->items);
	e->items[e->n++] = (struct paint_edit){ slide, told(e->arena, was), told(e->arena, is_now) };
}

/* Line by line; where lines were added or taken away, as a whole. */
static void compare(struct edits *e, size_t slide, const char *was, const char *now)
{
	size_t lines = 0, lines_now = 0;
	if (same_numbers(was, now))
		return;
	for (const char *p = was; *p; p++)
		lines += *p == '\n';
	for (const char *p = now; *p; p++)
		lines_now += *p == '\n';
	if (lines != lines_now) {
		add(e, slide, was, now);
		return;
	}
	while (*was) {
		const char *line = next_line(e->arena, &was), *line_now = next_line(e->arena, &now);
		if (!same_numbers(line, line_now))
			add(e, slide, line, line_now);
	}
}

static size_t position(const struct pptx_said_list *now, unsigned slide)
{
	for (size_t i = 0; i < now->n_slides; i++)
		if (now->slides[i] == slide)
			return i + 1;
	return 0;
}

static const char *text_of(const struct pptx_said_list *list, const struct pptx_said *said)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].slide == said->slide && list->items[i].shape == said->shape)
			return list->items[i].text;
	return NULL;
}

void pptx_edits_find(struct arena *arena, const struct pptx_source *source, const struct pptx_said_list *was,
                     struct paint_found *out)
{
	struct pptx_said_list now = { .arena = arena };
	struct edits edits = { .arena = arena };
	if (!pptx_said_all(&now, source))
		return;
	for (size_t i = 0; i < was->n; i++) {
		const char *text = text_of(&now, &was->items[i]);
		if (text) /* what was taken away says nothing wrong */
			compare(&edits, position(&now, was->items[i].slide), was->items[i].text, text);
	}
	out->n_texts = was->n;
	out->edits = edits.items;
	out->n_edits = edits.n;
}
