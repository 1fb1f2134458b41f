/* Lines of rich text: colours, links, notes, doubts. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"

#include <math.h>
#include <string.h>

enum { EVEN_ROUNDS = 5 };

struct text_style galley_style(const struct galley *g)
{
	return (struct text_style){ .size = g->footnote ? g->paper->lengths->small : g->paper->lengths->size };
}

double galley_step(const struct galley *g)
{
	return g->footnote ? g->paper->lengths->note_step : g->paper->lengths->step;
}

double galley_rise(const struct galley *g)
{
	return g->footnote ? note_rise * g->paper->lengths->note_step : g->paper->lengths->rise;
}

const struct text_block *galley_shape(struct galley *g, const struct rich *rich, struct text_style style, double width,
                                      double step)
{
	return text_shape_marked(g->fonts, rich->text, rich->marks, rich->n_marks, style, width, step, g->diags);
}

const struct text_block *galley_shape_even(struct galley *g, const struct rich *rich, struct text_style style,
                                           double width, double step, size_t lines_max)
{
	const struct text_block *block = galley_shape(g, rich, style, width, step);
	size_t lines = block->n_lines;
	double least = width / (double)lines * even_least, most = width;
	if (lines < 2 || lines > lines_max)
		return block;
	for (int i = 0; i < EVEN_ROUNDS; i++) {
		double middle = (least + most) / 2;
		if (galley_shape(g, rich, style, middle, step)->n_lines > lines)
			least = middle;
		else
			most = middle;
	}
	return galley_shape(g, rich, style, most, step);
}

void galley_add_text(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                     const struct text_block *block, struct color color)
{
	struct scene_item *item = box_add(g->arena, box, SCENE_TEXT, role);
	item->text = (struct scene_text){ .at = { x, baseline }, .block = block, .color = color };
	item->tag = g->tag;
}

struct range { /* of a line's text */
	size_t start, end;
};

/* The first of n links, notes or doubts, all of which begin with start and end, that ends behind a byte of the text. */
static size_t first_behind(const void *items, size_t n, size_t each, size_t at)
{
	size_t least = 0;
	while (least < n) {
		size_t middle = least + (n - least) / 2;
		const struct range *range = (const void *)((const char *)items + middle * each);
		if (range->end > at)
			n = middle;
		else
			least = middle + 1;
	}
	return least;
}

static bool in_line(size_t start, size_t end, size_t first, size_t bytes, struct range *range)
{
	if (end <= first || start >= first + bytes)
		return false;
	range->start = start > first ? start - first : 0;
	range->end = end < first + bytes ? end - first : bytes;
	return true;
}

static int compare_tints(const struct scene_tint *a, const struct scene_tint *b)
{
	return a->start < b->start ? -1 : a->start > b->start;
}

/* Links in the highlight, doubted sentences in the colour of what is worse; a doubt hides a link's colour. */
static void tint_line(struct galley *g, struct scene_text *text, const struct rich *rich, size_t first, size_t bytes)
{
	struct scene_tint *tints = NULL;
	size_t n = 0, capacity = 0;
	struct range range = { 0 };
	for (size_t i = first_behind(rich->doubts, rich->n_doubts, sizeof *rich->doubts, first);
	     i < rich->n_doubts && rich->doubts[i].start < first + bytes; i++) {
		if (!in_line(rich->doubts[i].start, rich->doubts[i].end, first, bytes, &range))
			continue;
		tints = arena_grow(g->arena, tints, &capacity, n, sizeof *tints);
		tints[n++] = (struct scene_tint){ range.start, range.end, g->look->palette.tag };
	}
	for (size_t i = first_behind(rich->links, rich->n_links, sizeof *rich->links, first);
	     i < rich->n_links && rich->links[i].start < first + bytes; i++) {
		bool hidden = !in_line(rich->links[i].start, rich->links[i].end, first, bytes, &range);
		for (size_t k = 0; k < n && !hidden; k++)
			hidden = range.start < tints[k].end && tints[k].start < range.end;
		if (hidden)
			continue;
		tints = arena_grow(g->arena, tints, &capacity, n, sizeof *tints);
		tints[n++] = (struct scene_tint){ range.start, range.end, g->look->palette.highlight };
	}
	for (size_t i = 1; i < n; i++) /* few: sorted by hand */
		for (size_t k = i; k > 0 && compare_tints(&tints[k], &tints[k - 1]) < 0; k--) {
			struct scene_tint swap = tints[k];
			tints[k] = tints[k - 1];
			tints[k - 1] = swap;
		}
	text->tints = tints;
	text->n_tints = n;
}

/* A link is one, whatever number of lines it goes over. */
static struct scene_tag *inline_tag(struct galley *g, const struct rich *rich, size_t i, enum scene_tag_kind kind)
{
	if (!g->tag)
		return NULL;
	if (g->inlines_of != g->tag) {
		g->inlines_of = g->tag;
		g->inlines = arena_alloc(g->arena, rich->n_links + rich->n_notes + 1, sizeof(struct scene_tag *));
	}
	if (g->inlines[i])
		return g->inlines[i];
	g->inlines[i] = scene_tag_new(g->arena, g->tag, kind);
	if (kind == TAG_LINK) {
		const struct rich_link *link = &rich->links[i];
		g->inlines[i]->alt = link->target[0] == '#' ? arena_strndup(g->arena, rich->text + link->start,
		                                                            link->end - link->start)
		                                            : link->target;
	}
	return g->inlines[i];
}

/* Links and references are tags of their own; a reference inside a link is the link's. */
static void span_line(struct galley *g, struct scene_text *text, const struct rich *rich, size_t first, size_t bytes)
{
	struct scene_span *spans = NULL;
	size_t n = 0, capacity = 0;
	struct range range = { 0 };
	for (size_t i = first_behind(rich->links, rich->n_links, sizeof *rich->links, first);
	     i < rich->n_links && in_line(rich->links[i].start, rich->links[i].end, first, bytes, &range); i++) {
		spans = arena_grow(g->arena, spans, &capacity, n, sizeof *spans);
		spans[n++] = (struct scene_span){ range.start, range.end, inline_tag(g, rich, i, TAG_LINK) };
	}
	for (size_t i = first_behind(rich->notes, rich->n_notes, sizeof *rich->notes, first);
	     i < rich->n_notes && in_line(rich->notes[i].start, rich->notes[i].end, first, bytes, &range); i++) {
		bool inside = false;
		for (size_t k = 0; k < n && !inside; k++)
			inside = range.start < spans[k].end && spans[k].start < range.end;
		if (inside)
			continue;
		spans = arena_grow(g->arena, spans, &capacity, n, sizeof *spans);
		size_t at = n++;
		for (; at && spans[at - 1].start > range.start; at--)
			spans[at] = spans[at - 1];
		spans[at] = (struct scene_span){ range.start, range.end,
			                         inline_tag(g, rich, rich->n_links + i, TAG_REFERENCE) };
	}
	text->spans = spans;
	text->n_spans = n;
}

static void add_links(struct galley *g, struct box *box, const struct rich *rich, const struct text_block *line,
                      double x, double baseline, size_t first)
{
	struct rect boxes[4];
	struct range range = { 0 };
	size_t bytes = g->tag ? strlen(line->text) : 0;
	for (size_t i = first_behind(rich->links, rich->n_links, sizeof *rich->links, first);
	     i < rich->n_links && rich->links[i].start < first + bytes; i++) {
		if (!in_line(rich->links[i].start, rich->links[i].end, first, bytes, &range))
			continue;
		size_t n = text_boxes(line, range.start, range.end, boxes, 4);
		for (size_t k = 0; k < n && k < 4; k++) {
			struct scene_item *item = box_add(g->arena, box, SCENE_LINK, ROLE_PROSE);
			boxes[k].x += x;
			boxes[k].y += baseline;
			item->tag = inline_tag(g, rich, i, TAG_LINK);
			item->link = (struct scene_link){ boxes[k], rich->links[i].target };
		}
	}
}

static void add_notes(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes)
{
	struct range range = { 0 };
	for (size_t i = first_behind(rich->notes, rich->n_notes, sizeof *rich->notes, first);
	     i < rich->n_notes && rich->notes[i].start < first + bytes; i++) {
		if (!in_line(rich->notes[i].start, rich->notes[i].end, first, bytes, &range))
			continue;
		box->notes = arena_grow(g->arena, box->notes, &box->notes_room, box->n_notes, sizeof *box->notes);
		box->notes[box->n_notes++] = rich->notes[i].note;
	}
}

void galley_add_doubt(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes)
{
	struct range range = { 0 };
	const struct palette *p = &g->look->palette;
	for (size_t i = first_behind(rich->doubts, rich->n_doubts, sizeof *rich->doubts, first);
	     i < rich->n_doubts && rich->doubts[i].start < first + bytes; i++) {
		if (!in_line(rich->doubts[i].start, rich->doubts[i].end, first, bytes, &range))
			continue;
		box_add_rect(g->arena, box, ROLE_RULE, (struct rect){ g->x - doubt_left, 0, doubt_bar, box->height },
		             p->tag);
		double room = g->paper->body.w - g->paper->measure - doubt_gap;
		const struct text_block *words = text_shape(
			g->fonts, words_get(g->briefing->front->language, WORD_UNPROVED),
			(struct text_style){ .size = g->paper->lengths->small, .weight = TEXT_BOLD }, 0, 0, g->diags);
		struct scene_tag *was = galley_open_tag(g, TAG_SPAN);
		if (g->paper->columns == 1 && !g->paired && words->width < room && rich->doubts[i].start >= first)
			galley_add_text(g, box, ROLE_MARGIN, g->paper->measure + doubt_gap, galley_rise(g), words,
			                p->tag);
		g->tag = was;
		return;
	}
}

void galley_add_line(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                     const struct rich *rich, const struct text_block *block, size_t line, struct color color)
{
	const struct text_block *one = text_line_block(g->fonts, block, line);
	size_t first = (size_t)(block->lines[line].text - block->text), bytes = block->lines[line].bytes;
	struct scene_item *item = box_add(g->arena, box, SCENE_TEXT, role);
	item->datum = g->n_paragraphs;
	item->tag = g->tag;
	item->text = (struct scene_text){ .at = { x, baseline }, .block = one, .color = color };
	item->text.spaced = line + 1 < block->n_lines && block->lines[line + 1].text > block->text + first + bytes;
	tint_line(g, &item->text, rich, first, bytes);
	if (g->tag)
		span_line(g, &item->text, rich, first, bytes);
	add_links(g, box, rich, one, x, baseline, first);
	add_notes(g, box, rich, first, bytes);
}
