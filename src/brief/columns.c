/* Two columns, level at their end. */
#include "brief/stream.h"

#include <math.h>

/* Where a box would begin in a column that is filled down to y. */
static double column_start(const struct stream *s, const struct box *box, double y, double top)
{
	return (box->loose ? y : paper_round(s->g->paper, y)) + (y == top ? 0 : box->above);
}

/* Past the last of boxes from..to that fits into columns of this height; boxes before `loose` may be separated. */
static size_t fill_columns(struct stream *s, size_t from, size_t to, size_t loose, double height, bool draw)
{
	const struct galley *g = s->g;
	double width = (g->paper->body.w - g->paper->lengths->gutter) / 2,
	       top = stream_start(s, g->boxes[from], s->y, true);
	double lowest = top;
	size_t i = from;
	for (int column = 0; column < 2 && i < to; column++) {
		double y = top;
		while (i < to) {
			size_t end = i < loose ? i + 1 : stream_chunk_end(s, i);
			double at = y;
			end = end < to ? end : to;
			for (size_t k = i; k < end; k++)
				at = column_start(s, g->boxes[k], at, top) + g->boxes[k]->height;
			if (at > top + height + fit_tolerance)
				break;
			for (; i < end; i++) {
				double begin = column_start(s, g->boxes[i], y, top);
				if (draw)
					stream_put(s, g->boxes[i], column * (width + g->paper->lengths->gutter), begin);
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

/* Height that is left for columns beside the footnotes of these boxes, in whole steps. */
static double column_height(const struct stream *s, size_t from, size_t to)
{
	double step = s->g->paper->lengths->step, top = stream_start(s, s->g->boxes[from], s->y, true);
	return floor((stream_room(s) - stream_new_notes(s, from, to) - top) / step + step_tolerance) * step;
}

/* Past the last box that fits on this page together with its footnotes. */
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
	for (size_t i = from, end; i < least; i = end) { /* chunks stay whole */
		end = i < loose ? i + 1 : stream_chunk_end(s, i);
		if (end > least)
			return i;
	}
	return least;
}

/* Boxes from..to on this page; where others follow, its columns are as tall as it has room for. */
static void draw_columns(struct stream *s, size_t from, size_t to, size_t loose, bool last)
{
	double step = s->g->paper->lengths->step, least = step, most = column_height(s, from, to);
	while (last && least < most && fill_columns(s, from, to, loose, least, false) < to)
		least += step;
	fill_columns(s, from, to, loose, last ? fmin(least, most) : most, true);
}

size_t stream_fill_columns(struct stream *s, size_t from, size_t to)
{
	const struct galley *g = s->g;
	double was = s->y;
	s->y = stream_below_sides(s, g->boxes[from], s->y);
	double room = column_height(s, from, from);
	if (room < COLUMN_STEPS_MIN * g->paper->lengths->step) {
		s->y = was;
		return from;
	}
	size_t end = columns_here(s, from, to, from), whole = end;
	while (whole > from && whole < to &&
	       (g->boxes[whole]->tied || (g->boxes[whole]->loose && g->boxes[whole]->above == 0)))
		whole--;
	end = whole > from || room < g->paper->body.h * emptiest ? whole : end;
	if (end > from)
		draw_columns(s, from, end, from, true);
	else
		s->y = was;
	return end;
}

void stream_flow_columns(struct stream *s, size_t from, size_t to)
{
	const struct galley *g = s->g;
	double step = g->paper->lengths->step;
	s->y = stream_below_sides(s, g->boxes[from], s->y);
	while (from < to && s->out->n_pages <= s->most) {
		size_t loose = from, end = from;
		if (column_height(s, from, from) >= COLUMN_STEPS_MIN * step)
			end = columns_here(s, from, to, loose);
		if (end == from && !stream_is_fresh(s)) {
			stream_next_page(s);
			continue;
		}
		if (end == from) { /* too tall for any column */
			loose = stream_chunk_end(s, from);
			end = columns_here(s, from, to, loose);
		}
		if (end > from) {
			draw_columns(s, from, end, loose, end == to);
		} else {
			stream_place(s, from, from + 1);
			end = from + 1;
		}
		from = end;
		if (from < to)
			stream_next_page(s);
	}
}

size_t stream_columns_end(const struct stream *s, size_t i)
{
	size_t end = i;
	while (end < s->g->n_boxes && stream_in_columns(s, s->g->boxes[end]) && (end == i || !s->g->boxes[end]->breaks))
		end++;
	return end;
}
