#include "brief/flow.h"

#include "base/arena.h"

#include <math.h>

enum { COLUMN_STEPS_MIN = 4, FLOAT_STEPS_MIN = 4 };

static const double note_gap = 8; /* points above the first footnote */

struct stream {
	struct galley *g;
	struct flow *out;
	struct flow_page *page;
	double y;   /* where the last box ended */
	bool under; /* a figure */
	double top; /* of what the page holds already */
	bool *done; /* boxes that went before their turn */
};

static double height_of(const struct galley *g)
{
	double height = 0;
	for (size_t i = 0; i < g->n_boxes; i++)
		height += g->boxes[i]->height + (i ? g->boxes[i]->above : 0);
	return height;
}

static void new_page(struct stream *s)
{
	struct flow *out = s->out;
	out->pages = arena_grow(s->g->arena, out->pages, &out->room, out->n_pages, sizeof *out->pages);
	s->page = &out->pages[out->n_pages++];
	*s->page = (struct flow_page){ 0 };
	s->y = 0;
	s->top = 0;
	s->under = false;
}

static bool is_empty(const struct stream *s)
{
	return s->page->n_items == 0 && s->y == s->top;
}

static bool on_page(const struct flow_page *page, size_t note)
{
	for (size_t i = 0; i < page->n_notes; i++)
		if (page->notes[i] == note)
			return true;
	return false;
}

/* Height of the footnotes that these boxes would bring. */
static double new_notes(const struct stream *s, size_t from, size_t to)
{
	double height = 0;
	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < s->g->boxes[i]->n_notes; k++)
			if (!on_page(s->page, s->g->boxes[i]->notes[k]))
				height += height_of(&s->out->notes[s->g->boxes[i]->notes[k]]);
	return height > 0 && !s->page->n_notes ? height + note_gap : height;
}

static void take_notes(struct stream *s, const struct box *box)
{
	struct flow_page *page = s->page;
	for (size_t k = 0; k < box->n_notes; k++) {
		if (on_page(page, box->notes[k]))
			continue;
		page->notes =
			arena_grow(s->g->arena, page->notes, &page->notes_room, page->n_notes, sizeof *page->notes);
		page->notes_height += height_of(&s->out->notes[box->notes[k]]) + (page->n_notes ? 0 : note_gap);
		page->notes[page->n_notes++] = box->notes[k];
	}
}

static double room(const struct stream *s)
{
	return s->g->paper->body.h - s->page->notes_height;
}

/* Where a box would begin: on the grid, with its air, but not at the top of a page. */
static double start_of(const struct stream *s, const struct box *box, double y, bool first)
{
	if (first && y == s->y && s->under && y > s->top) /* what goes on under a figure keeps its distance */
		return paper_round(s->g->paper, y) + fmax(box->above, s->g->paper->step);
	if (box->loose)
		return y + box->above;
	double on_grid = paper_round(s->g->paper, y);
	return first && y == s->top ? on_grid : on_grid + box->above;
}

static void put(struct stream *s, const struct box *box, double x, double y)
{
	struct flow_page *page = s->page;
	page->items = arena_grow(s->g->arena, page->items, &page->room, page->n_items, sizeof *page->items);
	page->items[page->n_items++] = (struct placed){ box, x, y };
	page->filled = fmax(page->filled, y + box->height);
	take_notes(s, box);
}

static bool in_columns(const struct stream *s, const struct box *box)
{
	return !box->wide && (box->paired || s->g->paper->columns == 2);
}

/* Behind the boxes that have to stay with box i. */
static size_t chunk_end(const struct stream *s, size_t i)
{
	size_t j = i + 1;
	while (j < s->g->n_boxes && s->g->boxes[j]->tied &&
	       in_columns(s, s->g->boxes[j]) == in_columns(s, s->g->boxes[i]))
		j++;
	return j;
}

/* Where the boxes would end. */
static double end_of(const struct stream *s, size_t from, size_t to, double y)
{
	for (size_t i = from; i < to; i++)
		y = start_of(s, s->g->boxes[i], y, i == from) + s->g->boxes[i]->height;
	return y;
}

static bool fits(const struct stream *s, size_t from, size_t to)
{
	const struct galley *g = s->g;
	double reserve = 0; /* a heading above columns wants some of them below it */
	if (to < g->n_boxes && g->boxes[to]->tied)
		reserve = COLUMN_STEPS_MIN * g->paper->step;
	return end_of(s, from, to, s->y) + reserve + new_notes(s, from, to) <= room(s) + 0.01;
}

static void place(struct stream *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct box *box = s->g->boxes[i];
		double y = start_of(s, box, s->y, i == from);
		put(s, box, 0, y);
		s->y = y + box->height;
		s->under = box->floats;
		s->done[i] = true;
	}
}

/* Text from behind a figure that did not fit, as much as the page holds. */
static void let_text_pass(struct stream *s, size_t from)
{
	const struct galley *g = s->g;
	if (room(s) - s->y < FLOAT_STEPS_MIN * g->paper->step)
		return;
	for (size_t i = from, to; i < g->n_boxes; i = to) {
		const struct box *box = g->boxes[i];
		to = chunk_end(s, i);
		bool stays = box->barrier || box->breaks || box->floats || box->head || in_columns(s, box);
		for (size_t k = i; k < to; k++)
			stays |= g->boxes[k]->floats;
		if (stays || !fits(s, i, to))
			return;
		place(s, i, to);
	}
}

/* A table goes on: its header once more. */
static void repeat_head(struct stream *s, const struct box *box)
{
	if (!box->head)
		return;
	put(s, box->head, 0, s->y);
	s->y += box->head->height;
}

/* More than a page can hold at once: as far as it goes. */
static size_t place_part(struct stream *s, size_t from, size_t to)
{
	size_t i = from;
	do
		place(s, i, i + 1);
	while (++i < to && fits(s, i, i + 1));
	return i;
}

/* ---- columns ---- */

/* Behind the last box that goes into columns of this height, from box `from`. */
static size_t fill_columns(struct stream *s, size_t from, size_t to, double top, double height, bool draw)
{
	const struct galley *g = s->g;
	double width = (g->paper->body.w - g->paper->gutter) / 2, lowest = top;
	size_t i = from;
	for (int column = 0; column < 2 && i < to; column++) {
		double y = top;
		for (size_t end; i < to; i = end) {
			double at = y;
			end = chunk_end(s, i);
			end = end < to ? end : to;
			for (size_t k = i; k < end; k++) {
				const struct box *box = g->boxes[k];
				bool first = k == i && at == top;
				at = (box->loose ? at : paper_round(g->paper, at)) + (first ? 0 : box->above) +
				     box->height;
			}
			if (at > top + height + 0.01 && (y > top || column == 0 || i > from))
				break;
			for (size_t k = i; k < end && draw; k++) {
				const struct box *box = g->boxes[k];
				bool first = k == i && y == top;
				double begin = (box->loose ? y : paper_round(g->paper, y)) + (first ? 0 : box->above);
				put(s, box, column * (width + g->paper->gutter), begin);
				s->done[k] = true;
				y = begin + box->height;
			}
			y = at;
		}
		lowest = fmax(lowest, y);
	}
	if (draw)
		s->y = paper_round(g->paper, lowest);
	return i;
}

/* Boxes from..to in two columns, level at their end; what does not fit goes on on the next page. */
static void flow_columns(struct stream *s, size_t from, size_t to)
{
	const struct galley *g = s->g;
	double step = g->paper->step;
	while (from < to) {
		double top = start_of(s, g->boxes[from], s->y, true);
		double height = floor((room(s) - new_notes(s, from, to) - top) / step + 1e-6) * step;
		if (height < COLUMN_STEPS_MIN * step && !is_empty(s)) {
			new_page(s);
			continue;
		}
		double least = step;
		while (least < height && fill_columns(s, from, to, top, least, false) < to)
			least += step;
		size_t end = fill_columns(s, from, to, top, fmin(least, height), true);
		if (end == from) { /* nothing went in: too tall for any column */
			put(s, g->boxes[from], 0, top);
			s->done[from] = true;
			s->y = top + g->boxes[from]->height;
			end = from + 1;
		}
		from = end;
		if (from < to)
			new_page(s);
	}
}

static size_t columns_end(const struct stream *s, size_t i)
{
	size_t end = i;
	while (end < s->g->n_boxes && in_columns(s, s->g->boxes[end]) && (end == i || !s->g->boxes[end]->breaks))
		end++;
	return end;
}

/* ---- the whole ---- */

static size_t flow_one(struct stream *s, size_t i)
{
	const struct galley *g = s->g;
	const struct box *box = g->boxes[i];
	if (box->breaks && !is_empty(s))
		new_page(s);
	if (in_columns(s, box)) {
		size_t end = columns_end(s, i);
		flow_columns(s, i, end);
		return end;
	}
	size_t end = chunk_end(s, i);
	if (fits(s, i, end)) {
		place(s, i, end);
		return end;
	}
	if (is_empty(s))
		return place_part(s, i, end);
	if (box->floats)
		let_text_pass(s, end);
	new_page(s);
	if (box->loose || box->head)
		repeat_head(s, box);
	return i;
}

/* A plate fills its slide. */
static void after_plate(struct stream *s, size_t i)
{
	if (i < s->g->n_boxes && i > 0 && s->g->boxes[i - 1]->plate)
		new_page(s);
}

bool flow_pages(struct galley *g, double top, struct flow *out)
{
	struct stream s = { .g = g, .out = out };
	*out = (struct flow){ 0 };
	struct galley *notes = arena_alloc(g->arena, g->briefing->n_notes + 1, sizeof *notes);
	for (size_t i = 0; i < g->briefing->n_notes; i++) {
		notes[i] = galley_of_note(g, i);
		if (height_of(&notes[i]) > g->paper->body.h / 2) {
			diag_add(g->diags, DIAG_ERROR, g->briefing->notes[i]->place, "write it into the text",
			         "a footnote is longer than half a page");
			return false;
		}
	}
	out->notes = notes;
	s.done = arena_alloc(g->arena, g->n_boxes + 1, sizeof *s.done);
	new_page(&s);
	s.y = s.top = top;
	for (size_t i = 0; i < g->n_boxes;) {
		if (s.done[i]) {
			i++;
			continue;
		}
		i = flow_one(&s, i);
		after_plate(&s, i);
	}
	return diags_ok(g->diags);
}
