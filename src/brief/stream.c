#include "brief/stream.h"

#include "base/arena.h"

#include <math.h>

void stream_new_page(struct stream *s)
{
	struct flow *out = s->out;
	out->pages = arena_grow(s->g->arena, out->pages, &out->room, out->n_pages, sizeof *out->pages);
	s->page = &out->pages[out->n_pages++];
	*s->page = (struct flow_page){ 0 };
	s->y = 0;
	s->top = 0;
	s->under = false;
	s->n_again = 0;
	stream_open_sides(s);
}

bool stream_is_empty(const struct stream *s)
{
	return s->page->n_items == s->n_again && s->y == s->top;
}

bool stream_is_fresh(const struct stream *s)
{
	return stream_is_empty(s) && (s->top == 0 || s->n_again);
}

static bool on_page(const struct flow_page *page, size_t note)
{
	for (size_t i = 0; i < page->n_notes; i++)
		if (page->notes[i] == note)
			return true;
	return false;
}

double stream_new_notes(const struct stream *s, size_t from, size_t to)
{
	double height = 0;
	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < s->g->boxes[i]->n_notes; k++)
			if (!on_page(s->page, s->g->boxes[i]->notes[k]))
				height += galley_height(&s->out->notes[s->g->boxes[i]->notes[k]]);
	return height > 0 && !s->page->n_notes ? height + notes_above : height;
}

static void take_notes(struct stream *s, const struct box *box)
{
	struct flow_page *page = s->page;
	for (size_t k = 0; k < box->n_notes; k++) {
		if (on_page(page, box->notes[k]))
			continue;
		page->notes =
			arena_grow(s->g->arena, page->notes, &page->notes_room, page->n_notes, sizeof *page->notes);
		page->notes_height += galley_height(&s->out->notes[box->notes[k]]) + (page->n_notes ? 0 : notes_above);
		page->notes[page->n_notes++] = box->notes[k];
	}
}

double stream_room(const struct stream *s)
{
	return s->g->paper->body.h - s->page->notes_height;
}

double stream_start(const struct stream *s, const struct box *box, double y, bool first)
{
	if (first && y == s->y && s->under && y > s->top) /* text under a figure keeps its distance */
		return paper_round(s->g->paper, y) + fmax(box->above, s->g->paper->lengths->step);
	if (box->loose)
		return y + box->above;
	double on_grid = paper_round(s->g->paper, y);
	if (s->g->paper->slides && first && y == s->top && y > 0 && box->panel.first) /* below a title */
		return y + box->panel.over;
	return first && y == s->top ? on_grid : on_grid + box->above;
}

void stream_lay(struct stream *s, const struct box *box, double x, double y)
{
	struct flow_page *page = s->page;
	page->items = arena_grow(s->g->arena, page->items, &page->room, page->n_items, sizeof *page->items);
	page->items[page->n_items++] = (struct placed){ box, x, y };
	page->filled = fmax(page->filled, y + box->height);
}

void stream_put(struct stream *s, const struct box *box, double x, double y)
{
	stream_lay(s, box, x, y);
	take_notes(s, box);
	stream_put_sides(s, box, y);
}

void stream_put_again(struct stream *s, const struct box *head, double y)
{
	stream_lay(s, head, 0, y);
	take_notes(s, head);
}

void stream_next_page(struct stream *s)
{
	stream_new_page(s);
	if (!s->section)
		return;
	stream_put(s, s->section, 0, 0);
	s->y = s->top = s->section->height;
	s->n_again = 1;
}

bool stream_in_columns(const struct stream *s, const struct box *box)
{
	return !box->wide && (box->paired || s->g->paper->columns == 2);
}

size_t stream_chunk_end(const struct stream *s, size_t i)
{
	const struct galley *g = s->g;
	double height = g->boxes[i]->height;
	size_t j = i + 1;
	for (; j < g->n_boxes && g->boxes[j]->tied && height <= g->paper->body.h; j++) {
		if (stream_in_columns(s, g->boxes[j]) != stream_in_columns(s, g->boxes[i]))
			break;
		height += g->boxes[j]->height;
	}
	return j;
}

void stream_place(struct stream *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct box *box = s->g->boxes[i];
		double y = stream_below_sides(s, box, stream_start(s, box, s->y, i == from));
		stream_put(s, box, 0, y);
		s->y = y + box->height;
		s->under = box->floats;
		if (box->again) /* a slide keeps its title below headings that are none */
			s->section = box->again;
		s->done[i] = true;
	}
}
