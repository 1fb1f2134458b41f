/* Text with faces, links and references, put together piece by piece. */
#include "base/arena.h"
#include "brief/reading.h"

struct rich_builder rich_new(struct reading *r)
{
	return (struct rich_builder){ .r = r, .text = strbuf_new(r->arena) };
}

struct rich rich_done(struct rich_builder *b)
{
	return (struct rich){ b->text.s, b->marks,   b->n_marks, b->links,   b->n_links,
		              b->notes,  b->n_notes, b->doubts,  b->n_doubts };
}

static void mark(struct rich_builder *b, size_t start, enum text_weight face)
{
	if (start == b->text.n)
		return;
	if (b->n_marks && b->marks[b->n_marks - 1].end == start && b->marks[b->n_marks - 1].weight == face) {
		b->marks[b->n_marks - 1].end = b->text.n;
		return;
	}
	b->marks = arena_grow(b->r->arena, b->marks, &b->marks_room, b->n_marks, sizeof *b->marks);
	b->marks[b->n_marks++] = (struct text_mark){ start, b->text.n, face };
}

static void mark_open(struct rich_builder *b, size_t start)
{
	if (b->bold || b->italic)
		mark(b, start, b->bold && b->italic ? TEXT_BOLD_ITALIC : b->bold ? TEXT_BOLD : TEXT_ITALIC);
}

void rich_add(struct rich_builder *b, const char *text)
{
	size_t start = b->text.n;
	strbuf_add(&b->text, text);
	mark_open(b, start);
}

void rich_add_code(struct rich_builder *b, const char *text)
{
	size_t start = b->text.n;
	strbuf_add(&b->text, text);
	mark(b, start, TEXT_CODE);
}

void rich_add_holes(struct rich_builder *b, const char *text)
{
	size_t first = b->text.n;
	for (const char *p = text; *p;) {
		const char *at = p;
		uint32_t rune = utf8_next(&p);
		if (rune < SOURCE_HOLE_FIRST) {
			strbuf_addn(&b->text, at, (size_t)(p - at));
			continue;
		}
		const struct answer *answer = reading_hole(b->r, rune - SOURCE_HOLE_FIRST);
		size_t start = b->text.n;
		strbuf_add(&b->text, answer->printed);
		if (!answer->doubted)
			continue;
		b->doubts = arena_grow(b->r->arena, b->doubts, &b->doubts_room, b->n_doubts, sizeof *b->doubts);
		b->doubts[b->n_doubts++] = (struct rich_doubt){ start, b->text.n };
	}
	mark_open(b, first);
}

/* Raised figures, so that a reference is part of its line's text. */
void rich_add_note(struct rich_builder *b, size_t note)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	size_t start = b->text.n;
	for (const char *p = arena_printf(b->r->arena, "%zu", note + 1); *p; p++)
		strbuf_add(&b->text, raised[*p - '0']);
	b->notes = arena_grow(b->r->arena, b->notes, &b->notes_room, b->n_notes, sizeof *b->notes);
	b->notes[b->n_notes++] = (struct rich_note){ start, b->text.n, note };
}

void rich_link(struct rich_builder *b, size_t start, const char *target, struct place place)
{
	b->links = arena_grow(b->r->arena, b->links, &b->links_room, b->n_links, sizeof *b->links);
	b->links[b->n_links++] = (struct rich_link){ start, b->text.n, target, place };
}

struct rich rich_plain(struct reading *r, const char *text)
{
	return (struct rich){ .text = arena_strdup(r->arena, text) };
}
