#include "brief/flow.h"

#include "base/arena.h"
#include "brief/stream.h"

#include <math.h>

enum { FLOAT_STEPS_MIN = 4 };

/* Where the boxes would end. */
static double end_of(const struct stream *s, size_t from, size_t to, double y)
{
	double sides = s->side_top, height = stream_movable(s);
	for (size_t i = from; i < to; i++) {
		const struct box *box = s->g->boxes[i];
		y = stream_start(s, box, y, i == from);
		if (box->broad && height > 0)
			y = fmax(y, paper_round(s->g->paper, sides + height));
		if (box->broad) { /* what stands beside it does so below it */
			sides = fmax(sides, box->barrier ? y : y + box->height + side_apart);
			height = 0;
		}
		height += stream_sides_height(box);
		y += box->height;
	}
	return y;
}

static bool fits(const struct stream *s, size_t from, size_t to)
{
	const struct galley *g = s->g;
	double reserve = 0; /* a heading above columns needs some of their lines below it */
	if (to < g->n_boxes && g->boxes[to]->tied)
		reserve = COLUMN_STEPS_MIN * g->paper->lengths->step;
	return end_of(s, from, to, s->y) + reserve + stream_new_notes(s, from, to) <= stream_room(s) + fit_tolerance;
}

/* Past the paragraph that begins with box i, each of whose other lines begins where the one before ends; or past the
 * table. */
static size_t paragraph_end(const struct stream *s, size_t i)
{
	const struct galley *g = s->g;
	size_t end = stream_chunk_end(s, i);
	while (end < g->n_boxes && !stream_in_columns(s, g->boxes[end]) &&
	       (g->boxes[end]->head || (g->boxes[end]->loose && g->boxes[end]->above == 0)))
		end = stream_chunk_end(s, end);
	return end;
}

static bool is_table(const struct stream *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s->g->boxes[i]->head)
			return true;
	return false;
}

static bool may_pass(const struct box *box)
{
	return !box->barrier && !box->breaks && !box->floats && !box->head;
}

/* Lines of a paragraph that the page has no room for as a whole. */
static void let_lines_pass(struct stream *s, size_t from, size_t to)
{
	for (size_t i = from, end; i < to; i = end) {
		end = stream_chunk_end(s, i);
		if (end > to || !fits(s, i, end))
			return;
		stream_place(s, i, end);
	}
}

/* Past those that may pass, of the boxes that flow in columns with box i. None may right below others in columns: they
 * would be read down the left one. */
static size_t passing_columns(const struct stream *s, size_t i)
{
	size_t end = stream_columns_end(s, i), to = i, n = s->page->n_items;
	if (n && stream_in_columns(s, s->page->items[n - 1].box))
		return i;
	while (to < end && may_pass(s->g->boxes[to]))
		to++;
	return to;
}

/* Places text that follows a figure that did not fit, as many whole paragraphs as the page has room for, so that the
 * figure at the top of the next page does not cut a sentence; it does where a third of this one would stay empty. */
static void let_text_pass(struct stream *s, size_t from)
{
	const struct galley *g = s->g;
	double step = g->paper->lengths->step;
	for (size_t i = from, to; i < g->n_boxes && stream_room(s) - s->y >= FLOAT_STEPS_MIN * step; i = to) {
		if (!may_pass(g->boxes[i]))
			return;
		if (stream_in_columns(s, g->boxes[i])) {
			size_t end = passing_columns(s, i);
			to = end > i ? stream_fill_columns(s, i, end) : i;
			if (to < end || to == i)
				return;
			continue;
		}
		to = paragraph_end(s, i);
		for (size_t k = i; k < to; k++)
			if (g->boxes[k]->floats)
				return;
		if (fits(s, i, to)) {
			stream_place(s, i, to);
			continue;
		}
		if (stream_room(s) - s->y > emptiest * g->paper->body.h && !is_table(s, i, to))
			let_lines_pass(s, i, to);
		return;
	}
}

/* A table continues: its header once more. */
static void repeat_head(struct stream *s, const struct box *box)
{
	if (!box->head)
		return;
	stream_put_again(s, box->head, s->y);
	s->y += box->head->height;
	s->top = s->y; /* no other page would have more room for its rows */
	s->n_again = s->page->n_items;
}

/* The paragraph of a line; SCENE_NO_DATUM: it is no line. */
static int paragraph_of(const struct box *box)
{
	for (size_t i = 0; i < box->n_items; i++)
		if (box->items[i].kind == SCENE_TEXT && box->items[i].role == ROLE_PROSE)
			return box->items[i].datum;
	return SCENE_NO_DATUM;
}

/* A page that ends before box `at` would have one line of a paragraph, or the next would. */
static bool parts_lines(const struct stream *s, size_t from, size_t at)
{
	struct box *const *boxes = s->g->boxes;
	int paragraph = at < s->g->n_boxes ? paragraph_of(boxes[at]) : SCENE_NO_DATUM;
	size_t before = 0, after = 0;
	if (paragraph == SCENE_NO_DATUM)
		return false;
	while (at - before > from && paragraph_of(boxes[at - before - 1]) == paragraph)
		before++;
	while (at + after < s->g->n_boxes && paragraph_of(boxes[at + after]) == paragraph)
		after++;
	return before && (before == 1 || after == 1);
}

/* What no page has room for is placed as far as it fits. */
static size_t place_part(struct stream *s, size_t from, size_t to)
{
	size_t end = from + 1;
	while (end < to && fits(s, from, end + 1))
		end++;
	size_t whole = end;
	while (whole > from && parts_lines(s, from, whole))
		whole--;
	end = whole > from ? whole : end;
	stream_place(s, from, end);
	return end;
}

/* What stands beside the text would push it down. */
static bool has_broad(const struct stream *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s->g->boxes[i]->broad && !s->g->boxes[i]->barrier)
			return true;
	return false;
}

/* Past the first figure of the section that begins with box i; i if it has none, or one of its boxes flows in columns.
 */
static size_t figure_end(const struct stream *s, size_t i)
{
	const struct galley *g = s->g;
	for (size_t k = i; k < g->n_boxes && !(k > i && g->boxes[k]->barrier); k++) {
		if (g->boxes[k]->breaks || stream_in_columns(s, g->boxes[k]))
			return i;
		if (g->boxes[k]->floats)
			return k + 1;
	}
	return i;
}

/* A section that has only the foot of a page, and its figure on the next, begins there. What stays empty is less than a
 * third. */
static bool begins_too_low(const struct stream *s, size_t i)
{
	const struct box *box = s->g->boxes[i];
	double body = s->g->paper->body.h, top = stream_start(s, box, s->y, true);
	size_t end = box->section && box->barrier && !s->g->paper->slides ? figure_end(s, i) : i;
	return end > i && top >= (1 - emptiest) * body && !fits(s, i, end);
}

/* ---- the whole ---- */

static size_t flow_one(struct stream *s, size_t i)
{
	const struct galley *g = s->g;
	const struct box *box = g->boxes[i];
	if (box->breaks && !stream_is_empty(s)) {
		if (s->g->paper->slides && !box->again &&
		    !box->plate) /* a slide that continues has its title once more */
			stream_next_page(s);
		else
			stream_new_page(s);
	}
	if (stream_in_columns(s, box)) {
		size_t end = stream_columns_end(s, i);
		stream_flow_columns(s, i, end);
		return end;
	}
	if (!stream_is_empty(s) && begins_too_low(s, i))
		stream_next_page(s);
	size_t end = stream_chunk_end(s, i);
	s->hold = has_broad(s, i, end);
	if (fits(s, i, end)) {
		stream_place(s, i, end);
		return end;
	}
	if (stream_is_fresh(s))
		return place_part(s, i, end);
	s->hold = false;
	if (box->floats)
		let_text_pass(s, end);
	stream_next_page(s);
	if (box->loose || box->head)
		repeat_head(s, box);
	return i;
}

/* Nothing else fits on the slide of a plate. */
static void after_plate(struct stream *s, size_t i)
{
	if (i >= s->g->n_boxes || i == 0 || !s->g->boxes[i - 1]->plate)
		return;
	if (s->g->boxes[i]->again || s->g->boxes[i]->plate)
		stream_new_page(s);
	else
		stream_next_page(s);
}

static const struct galley *measure_notes(struct galley *g)
{
	const struct briefing *b = g->briefing;
	struct galley *notes = arena_alloc(g->arena, b->n_notes + 1, sizeof *notes);
	for (size_t i = 0; i < b->n_notes; i++) {
		notes[i] = galley_of_note(g, i);
		if (galley_height(&notes[i]) > g->paper->body.h / 2)
			diag_add(g->diags, DIAG_ERROR, b->notes[i]->place, "move it into the running text",
			         "this footnote takes up more than half the page");
	}
	return notes;
}

bool flow_pages(struct galley *g, double top, size_t most, struct flow *out)
{
	struct stream s = { .g = g, .out = out, .most = most };
	*out = (struct flow){ .notes = measure_notes(g) };
	if (!diags_ok(g->diags))
		return false;
	s.done = arena_alloc(g->arena, g->n_boxes + 1, sizeof *s.done);
	stream_new_page(&s);
	s.y = s.top = top;
	stream_open_sides(&s);
	for (size_t i = 0; i < g->n_boxes && out->n_pages <= most;) {
		if (s.done[i]) {
			i++;
			continue;
		}
		i = flow_one(&s, i);
		s.hold = false;
		after_plate(&s, i);
	}
	stream_end_sides(&s);
	return diags_ok(g->diags);
}
