#include "brief/rich.h"

#include "base/arena.h"
#include "brief/lengths.h"

#include <string.h>

struct rich_builder rich_new(struct arena *arena)
{
	return (struct rich_builder){ .arena = arena, .text = strbuf_new(arena) };
}

struct rich rich_done(const struct rich_builder *b)
{
	return (struct rich){ b->text.s, b->marks,    b->n_marks, b->links,     b->n_links, b->notes,    b->n_notes,
		              b->doubts, b->n_doubts, b->strikes, b->n_strikes, b->answers, b->n_answers,
		              NULL,      0 };
}

static void mark(struct rich_builder *b, size_t start, enum text_weight face)
{
	if (start == b->text.n)
		return;
	if (b->n_marks && b->marks[b->n_marks - 1].end == start && b->marks[b->n_marks - 1].weight == face) {
		b->marks[b->n_marks - 1].end = b->text.n;
		return;
	}
	b->marks = arena_grow(b->arena, b->marks, &b->marks_room, b->n_marks, sizeof *b->marks);
	b->marks[b->n_marks++] = (struct text_mark){ start, b->text.n, face };
}

void rich_add(struct rich_builder *b, const char *text)
{
	rich_addn(b, text, strlen(text));
}

void rich_addn(struct rich_builder *b, const char *text, size_t n)
{
	size_t start = b->text.n;
	strbuf_addn(&b->text, text, n);
	if (b->bold || b->italic)
		mark(b, start, b->bold && b->italic ? TEXT_BOLD_ITALIC : b->bold ? TEXT_BOLD : TEXT_ITALIC);
}

void rich_add_code(struct rich_builder *b, const char *text)
{
	size_t start = b->text.n;
	strbuf_add(&b->text, text);
	mark(b, start, TEXT_CODE);
}

/* Raised digits are characters, so that a reference is part of its line's text. */
void rich_add_note(struct rich_builder *b, size_t note)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	size_t start = b->text.n;
	for (const char *p = arena_printf(b->arena, "%zu", note + 1); *p; p++)
		strbuf_add(&b->text, raised[*p - '0']);
	b->notes = arena_grow(b->arena, b->notes, &b->notes_room, b->n_notes, sizeof *b->notes);
	b->notes[b->n_notes++] = (struct rich_note){ start, b->text.n, note };
}

void rich_link(struct rich_builder *b, size_t start, const char *target, struct place place)
{
	b->links = arena_grow(b->arena, b->links, &b->links_room, b->n_links, sizeof *b->links);
	b->links[b->n_links++] = (struct rich_link){ start, b->text.n, target, place };
}

void rich_doubt(struct rich_builder *b, size_t start)
{
	b->doubts = arena_grow(b->arena, b->doubts, &b->doubts_room, b->n_doubts, sizeof *b->doubts);
	b->doubts[b->n_doubts++] = (struct rich_doubt){ start, b->text.n };
}

void rich_answer(struct rich_builder *b, size_t start, struct place place)
{
	b->answers = arena_grow(b->arena, b->answers, &b->answers_room, b->n_answers, sizeof *b->answers);
	b->answers[b->n_answers++] = (struct rich_answer){ start, b->text.n, place };
}

void rich_strike(struct rich_builder *b, size_t start)
{
	b->strikes = arena_grow(b->arena, b->strikes, &b->strikes_room, b->n_strikes, sizeof *b->strikes);
	b->strikes[b->n_strikes++] = (struct rich_strike){ start, b->text.n };
}

struct rich rich_plain(struct arena *arena, const char *text)
{
	return (struct rich){ .text = arena_strdup(arena, text) };
}

struct text_words rich_words(const struct rich *rich)
{
	return (struct text_words){ rich->text, rich->marks, rich->n_marks, rich->holds, rich->n_holds };
}

enum { EVEN_ROUNDS = 5 };

const struct text_block *rich_shape_even(struct fontset *fonts, const struct rich *rich, struct text_style style,
                                         double width, double step, size_t lines_max, struct diags *diags)
{
	const struct text_words words = rich_words(rich);
	const struct text_block *block = text_shape_words(fonts, &words, style, width, step, diags);
	size_t lines = block->n_lines;
	double least = width / (double)lines * even_least, most = width;
	if (lines < 2 || lines > lines_max)
		return block;
	for (int i = 0; i < EVEN_ROUNDS; i++) {
		double middle = (least + most) / 2;
		block = text_shape_words(fonts, &words, style, middle, step, diags);
		if (block->n_lines > lines)
			least = middle;
		else
			most = middle;
	}
	return text_shape_words(fonts, &words, style, most, step, diags);
}
