#include "brief/flow.h"

#include "base/arena.h"

#include <math.h>

enum { COLUMN_STEPS_MIN = 4, FLOAT_STEPS_MIN = 4, PAGES_MAX = 2000 };

struct stream {
	struct galley *g;
	struct flow *out;
	struct flow_page *page;
	double y;                  /* where the last box ended */
	bool under;                /* a figure */
	double top;                /* of what the page holds already */
	const struct box *section; /* whose heading is set again where it goes on; NULL: none */
	size_t n_again;            /* items that were */
	bool *done;                /* boxes that went before their turn */
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
	s->n_again = 0;
}

static void put(struct stream *s, const struct box *box, double x, double y);

/* What stands on this page goes on on another one. */
static void next_page(struct stream *s)
{
	new_page(s);
	if (!s->section)
		return;
	put(s, s->section, 0, 0);
	s->y = s->top = s->section->height;
	s->n_again = 1;
}

static bool is_empty(const struct stream *s)
{
	return s->page->n_items == s->n_again && s->y == s->top;
}

/* Nothing could stand better on the next page. */
static bool is_fresh(const struct stream *s)
{
	return is_empty(s) && (s->top == 0 || s->n_again);
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
		page->notes_height += height_of(&s->out->notes[box->notes[k]]) + (page->n_notes ? 0 : notes_above);
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
		return paper_round(s->g->paper, y) + fmax(box->above, s->g->paper->lengths->step);
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

/* Behind the boxes that have to stay with box i, or behind so many of them that no page holds them. */
static size_t chunk_end(const struct stream *s, size_t i)
{
	const struct galley *g = s->g;
	double height = g->boxes[i]->height;
	size_t j = i + 1;
	for (; j < g->n_boxes && g->boxes[j]->tied && height <= g->paper->body.h; j++) {
		if (in_columns(s, g->boxes[j]) != in_columns(s, g->boxes[i]))
			break;
		height += g->boxes[j]->height;
	}
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
		reserve = COLUMN_STEPS_MIN * g->paper->lengths->step;
	return end_of(s, from, to, s->y) + reserve + new_notes(s, from, to) <= room(s) + fit_tolerance;
}

static void place(struct stream *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct box *box = s->g->boxes[i];
		double y = start_of(s, box, s->y, i == from);
		put(s, box, 0, y);
		s->y = y + box->height;
		s->under = box->floats;
		if (box->section)
			s->section = box->again;
		s->done[i] = true;
	}
}

/* Behind the paragraph that box i begins: its other lines stand where the one before ends. */
static size_t paragraph_end(const struct stream *s, size_t i)
{
	size_t end = chunk_end(s, i);
	while (end < s->g->n_boxes && s->g->boxes[end]->loose && !s->g->boxes[end]->head &&
	       s->g->boxes[end]->above == 0 && !in_columns(s, s->g->boxes[end]))
		end = chunk_end(s, end);
	return end;
}

/* Text from behind a figure that did not fit, as many whole paragraphs as the page holds: the figure that opens the
 * next page does not cut a sentence. */
static void let_text_pass(struct stream *s, size_t from)
{
	const struct galley *g = s->g;
	if (room(s) - s->y < FLOAT_STEPS_MIN * g->paper->lengths->step)
		return;
	for (size_t i = from, to; i < g->n_boxes; i = to) {
		const struct box *box = g->boxes[i];
		to = paragraph_end(s, i);
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

/* Where box i would begin in a column that is filled down to y. */
static double column_start(const struct stream *s, const struct box *box, double y, double top)
{
	return (box->loose ? y : paper_round(s->g->paper, y)) + (y == top ? 0 : box->above);
}

/* Behind the last of boxes from..to that goes into columns of this height; boxes before `loose` may be parted. */
static size_t fill_columns(struct stream *s, size_t from, size_t to, size_t loose, double height, bool draw)
{
	const struct galley *g = s->g;
	double width = (g->paper->body.w - g->paper->lengths->gutter) / 2,
	       top = start_of(s, g->boxes[from], s->y, true);
	double lowest = top;
	size_t i = from;
	for (int column = 0; column < 2 && i < to; column++) {
		double y = top;
		while (i < to) {
			size_t end = i < loose ? i + 1 : chunk_end(s, i);
			double at = y;
			end = end < to ? end : to;
			for (size_t k = i; k < end; k++)
				at = column_start(s, g->boxes[k], at, top) + g->boxes[k]->height;
			if (at > top + height + fit_tolerance)
				break;
			for (; i < end; i++) {
				double begin = column_start(s, g->boxes[i], y, top);
				if (draw)
					put(s, g->boxes[i], column * (width + g->paper->lengths->gutter), begin);
				s->done[i] |= draw;
				y = begin + g->boxes[i]->height;
			}
		}
		lowest = fmax(lowest, y);
	}
	if (draw)
		s->y = paper_round(g->paper, lowest);
	return i;
}

/* Height that the footnotes of these boxes leave for columns, in whole steps. */
static double column_height(const struct stream *s, size_t from, size_t to)
{
	double step = s->g->paper->lengths->step, top = start_of(s, s->g->boxes[from], s->y, true);
	return floor((room(s) - new_notes(s, from, to) - top) / step + step_tolerance) * step;
}

/* Behind the last box that this page holds together with its footnotes. */
static size_t columns_here(struct stream *s, size_t from, size_t to, size_t loose)
{
	size_t least = from, most = fill_columns(s, from, to, loose, column_height(s, from, from), false);
	while (least < most) {
		size_t middle = most - (most - least) / 2;
		if (fill_columns(s, from, middle, loose, column_height(s, from, middle), false) == middle)
			least = middle;
		else
			most = middle - 1;
	}
	for (size_t i = from, end; i < least; i = end) { /* no chunk is parted */
		end = i < loose ? i + 1 : chunk_end(s, i);
		if (end > least)
			return i;
	}
	return least;
}

/* Boxes from..to in two columns, level at their end; what does not fit goes on on the next page. */
static void flow_columns(struct stream *s, size_t from, size_t to)
{
	const struct galley *g = s->g;
	double step = g->paper->lengths->step;
	while (from < to && s->out->n_pages <= PAGES_MAX) {
		size_t loose = from, end = from;
		if (column_height(s, from, from) >= COLUMN_STEPS_MIN * step)
			end = columns_here(s, from, to, loose);
		if (end == from && !is_fresh(s)) {
			next_page(s);
			continue;
		}
		if (end == from) { /* too tall for any column */
			loose = chunk_end(s, from);
			end = columns_here(s, from, to, loose);
		}
		double least = step, most = column_height(s, from, end);
		while (end == to && least < most && fill_columns(s, from, to, loose, least, false) < to)
			least += step;
		if (end > from) {
			fill_columns(s, from, end, loose, end == to ? fmin(least, most) : most, true);
		} else {
			place(s, from, from + 1);
			end = from + 1;
		}
		from = end;
		if (from < to)
			next_page(s);
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
	if (is_fresh(s))
		return place_part(s, i, end);
	if (box->floats)
		let_text_pass(s, end);
	next_page(s);
	if (box->loose || box->head)
		repeat_head(s, box);
	return i;
}

/* A plate fills its slide. */
static void after_plate(struct stream *s, size_t i)
{
	if (i >= s->g->n_boxes || i == 0 || !s->g->boxes[i - 1]->plate)
		return;
	if (s->g->boxes[i]->breaks)
		new_page(s);
	else
		next_page(s);
}

static const struct galley *measure_notes(struct galley *g)
{
	const struct briefing *b = g->briefing;
	struct galley *notes = arena_alloc(g->arena, b->n_notes + 1, sizeof *notes);
	for (size_t i = 0; i < b->n_notes; i++) {
		notes[i] = galley_of_note(g, i);
		if (height_of(&notes[i]) > g->paper->body.h / 2)
			diag_add(g->diags, DIAG_ERROR, b->notes[i]->place, "write it into the text",
			         "a footnote is longer than half a page");
	}
	return notes;
}

bool flow_pages(struct galley *g, double top, struct flow *out)
{
	struct stream s = { .g = g, .out = out };
	*out = (struct flow){ .notes = measure_notes(g) };
	if (!diags_ok(g->diags))
		return false;
	s.done = arena_alloc(g->arena, g->n_boxes + 1, sizeof *s.done);
	new_page(&s);
	s.y = s.top = top;
	for (size_t i = 0; i < g->n_boxes && out->n_pages <= PAGES_MAX;) {
		if (s.done[i]) {
			i++;
			continue;
		}
		i = flow_one(&s, i);
		after_plate(&s, i);
	}
	if (out->n_pages > PAGES_MAX)
		diag_add(g->diags, DIAG_ERROR, place_file(g->briefing->path), "split it",
		         "the briefing has more than %d pages", PAGES_MAX);
	return diags_ok(g->diags);
}
