/* The side column of a page: what stands there begins beside its box, or as near to it as there is room.
 *
 * What is below the last broad box may still move up, when another broad box or the end of the page comes too early for
 * it. Only where that is not enough, the broad box moves down, or what stands beside the text waits for the next page.
 */
#include "base/arena.h"
#include "brief/stream.h"

#include <math.h>

double stream_sides_height(const struct box *box)
{
	double height = 0;
	for (const struct box_side *side = box->side; side; side = side->next)
		height += side->height + side_apart;
	return height;
}

double stream_movable(const struct stream *s)
{
	double height = 0;
	for (size_t i = s->n_still; i < s->n_sides; i++)
		height += s->sides[i].height + side_apart;
	return height;
}

double stream_below_sides(const struct stream *s, const struct box *box, double y)
{
	double height = stream_movable(s);
	if (!box->broad || height <= 0)
		return y;
	return fmax(y, paper_round(s->g->paper, s->side_top + height));
}

void stream_open_sides(struct stream *s)
{
	s->n_sides = s->n_still = 0;
	s->side_top = s->top;
}

static void move(struct stream *s, struct stream_side *side, double y)
{
	for (size_t i = 0; i < side->n; i++)
		s->page->items[side->first + i].y += y - side->y;
	side->y = y;
}

/* So that the lowest ends above this. */
static void move_up(struct stream *s, double end)
{
	for (size_t i = s->n_sides; i-- > s->n_still;) {
		struct stream_side *side = &s->sides[i];
		if (side->y + side->height <= end)
			return;
		move(s, side, end - side->height);
		end = side->y - side_apart;
	}
}

/* False if the page has no room for it. */
static bool stand(struct stream *s, const struct box_side *side, double y)
{
	double end = s->g->paper->body.h;
	const struct stream_side *before = s->n_sides > s->n_still ? &s->sides[s->n_sides - 1] : NULL;
	if (s->side_top + stream_movable(s) + side->height > end + fit_tolerance)
		return false;
	y = fmax(y, before ? before->y + before->height + side_apart : s->side_top);
	s->sides = arena_grow(s->g->arena, s->sides, &s->sides_room, s->n_sides, sizeof *s->sides);
	s->sides[s->n_sides++] = (struct stream_side){ s->page->n_items, side->n, y, side->height };
	for (size_t i = 0; i < side->n; i++) {
		y += i ? side->boxes[i]->above : 0;
		stream_lay(s, side->boxes[i], 0, y);
		y += side->boxes[i]->height;
	}
	move_up(s, end);
	return true;
}

static void wait(struct stream *s, const struct box_side *side)
{
	s->waiting = arena_grow(s->g->arena, s->waiting, &s->waiting_room, s->n_waiting, sizeof(struct box_side *));
	s->waiting[s->n_waiting++] = side;
}

/* As many as there is room for, in their order. */
static void end_waiting(struct stream *s, double y)
{
	size_t done = 0;
	while (done < s->n_waiting && stand(s, s->waiting[done], y))
		done++;
	for (size_t i = done; i < s->n_waiting; i++)
		s->waiting[i - done] = s->waiting[i];
	s->n_waiting -= done;
}

void stream_put_sides(struct stream *s, const struct box *box, double y)
{
	if (box->broad) {
		move_up(s, y - side_apart);
		s->n_still = s->n_sides;
		s->side_top = fmax(s->side_top, box->barrier ? y : y + box->height + side_apart);
	}
	if (box->broad && !box->barrier && !box->side)
		return;
	if (!s->hold && !stream_in_columns(s, box))
		end_waiting(s, y);
	for (const struct box_side *side = box->side; side; side = side->next)
		if (s->n_waiting || stream_in_columns(s, box) ||
		    !stand(s, side, y + side->down)) /* no room beside two */
			wait(s, side);
}

void stream_end_sides(struct stream *s)
{
	end_waiting(s, s->y);
	while (s->n_waiting && s->out->n_pages <= s->most) {
		stream_new_page(s);
		end_waiting(s, 0);
	}
}
