/* Rows of a figure as equal places of a chart: what stands between two rows (a group's head, how many are left out)
 * takes a place of its own. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

#include <stdlib.h>

int pptx_chart_datum(const struct charting *c, size_t place, int row, size_t n)
{
	for (size_t i = 0; i < c->e->n_data; i++)
		if (c->e->data[i].place == place && c->e->data[i].row == (size_t)row && !n--)
			return (int)i;
	return SCENE_NO_DATUM;
}

static bool is_name(enum scene_role role)
{
	return role == ROLE_LABEL || role == ROLE_RANK || role == ROLE_MAKER;
}

bool pptx_chart_is_named(const struct charting *c, size_t place, double *left)
{
	*left = HUGE_VAL;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (is_name(item->role) && item->datum >= 0 && c->e->data[item->datum].place == place)
			*left = fmin(*left, scene_logical(item).x);
	}
	return *left < HUGE_VAL;
}

static void add_part(struct strbuf *b, const char *between, const char *part)
{
	if (part)
		strbuf_addf(b, "%s%s", b->n ? between : "", part);
}

/* "3 Muse Spark · Meta", by whichever datum of the row has them. */
static const char *name_of(const struct charting *c, int row)
{
	struct strbuf b = strbuf_new(c->arena);
	for (size_t i = 0; i < c->e->n_data && !b.n; i++) {
		if (c->e->data[i].row != (size_t)row)
			continue;
		add_part(&b, "", pptx_chart_text(c, ROLE_RANK, (int)i));
		add_part(&b, "\u2002", pptx_chart_text(c, ROLE_LABEL, (int)i));
		add_part(&b, " · ", pptx_chart_text(c, ROLE_MAKER, (int)i));
	}
	return b.s;
}

/* The middle of a row, by a name or a mark; of several bars in it by all of them. */
static double middle_of(const struct charting *c, size_t place, int row)
{
	double top = HUGE_VAL, bottom = -HUGE_VAL, line = HUGE_VAL;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (item->datum < 0 || c->e->data[item->datum].row != (size_t)row)
			continue;
		if ((item->role == ROLE_MARK || item->role == ROLE_DOT) && c->e->data[item->datum].place == place) {
			top = fmin(top, item->path.rect.y);
			bottom = fmax(bottom, rect_bottom(item->path.rect));
		}
		if (item->role == ROLE_LABEL)
			line = fmin(line, item->text.at.y - item->text.block->x_height / 2);
	}
	return line < HUGE_VAL ? line : (top + bottom) / 2;
}

static int by_y(const void *a, const void *b)
{
	const struct chart_lane *x = a, *y = b;
	return x->y < y->y ? -1 : x->y > y->y;
}

static double pitch_of(const struct chart_lanes *l, double tall)
{
	double pitch = tall;
	for (size_t i = 1; i < l->n && !l->even; i++)
		if (l->items[i].row >= 0 && l->items[i - 1].row >= 0)
			pitch = fmin(pitch, l->items[i].y - l->items[i - 1].y);
	return pitch < tall ? pitch : tall / (double)l->n;
}

struct chart_lanes pptx_chart_lanes(const struct charting *c, size_t place, struct rect rows, bool named)
{
	struct chart_lanes l = { .even = true };
	for (size_t i = 0; i < c->e->n_data; i++)
		if (c->e->data[i].row + 1 > l.n_rows)
			l.n_rows = c->e->data[i].row + 1;
	l.items = arena_alloc(c->arena, l.n_rows + c->figure->n_items + 1, sizeof *l.items);
	for (size_t r = 0; r < l.n_rows; r++)
		l.items[l.n++] = (struct chart_lane){ (int)r, middle_of(c, place, (int)r), name_of(c, (int)r) };
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (item->kind != SCENE_TEXT || (item->role != ROLE_GAP && item->role != ROLE_GROUP))
			continue;
		double y = item->text.at.y - item->text.block->x_height / 2;
		if (y < rows.y || y > rect_bottom(rows))
			continue;
		l.even = false;
		l.items[l.n++] = (struct chart_lane){ -1, y, named ? item->text.block->text : "" };
	}
	if (!l.even)
		qsort(l.items, l.n, sizeof *l.items, by_y);
	l.pitch = pitch_of(&l, rows.h);
	return l;
}

void pptx_chart_move_absent(struct charting *c, size_t place, struct rect rows, const struct chart_lanes *lanes)
{
	for (size_t i = 0; i < c->figure->n_items && !lanes->even; i++) {
		struct scene_item *item = &c->items[i];
		if (item->role != ROLE_ABSENT || item->datum < 0 || c->e->data[item->datum].place != place)
			continue;
		for (size_t k = 0; k < lanes->n; k++)
			if (lanes->items[k].row == (int)c->e->data[item->datum].row)
				scene_item_move(item, 0,
				                rows.y + ((double)k + 0.5) * rows.h / (double)lanes->n -
				                        lanes->items[k].y);
	}
}
