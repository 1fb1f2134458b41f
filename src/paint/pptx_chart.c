#include "paint/pptx_chart.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"
#include "words/number.h"
#include "words/number_read.h"

#include <string.h>

enum { POINTS_MOST = 2000 }; /* of a figure: more are no chart that anybody edits */

/* ---- whether it fits ---- */

/* What makes a figure something that a chart cannot hold. */
static bool is_beyond(const struct scene_item *item)
{
	switch (item->role) {
	case ROLE_CELL:
	case ROLE_SPREAD:
	case ROLE_RUN:
	case ROLE_SPARK:
		return true;
	case ROLE_VALUE:
		return item->change; /* a lead or a lag, which is no value of anybody's */
	default:
		return item->kind == SCENE_FIGURE;
	}
}

/* The number of an axis, and nothing besides but the sign of its unit. */
static bool is_number(const struct scene *f, struct arena *arena, const char *text)
{
	for (size_t i = 0; i <= f->evidence->n_measures; i++) {
		const struct unit *unit = i ? f->evidence->measures[i - 1].unit : NULL;
		const char *bare = unit ? number_without_sign(arena, f->document.language, text, unit) : text;
		struct number_printed n = number_read(f->document.language, bare);
		if (n.bytes && !bare[n.bytes] && !n.power)
			return true;
	}
	return false;
}

static bool has_plain_ticks(const struct scene *f)
{
	bool plain = true;
	struct arena *arena = arena_new_below(f->arena);
	for (size_t i = 0; i < f->n_items && plain; i++) {
		const struct scene_item *item = &f->items[i];
		if (item->role != ROLE_TICK || item->kind != SCENE_TEXT)
			continue;
		const struct scene_scale *s = &f->evidence->scales[0];
		if (!(s->dated && pptx_chart_is_across(item, s)))
			plain = is_number(f, arena, item->text.block->text);
	}
	arena_free(arena);
	return plain;
}

/* Rows in which more stands than a name and a bar keep their places only if all are equally tall; and names stand at
 * the left of the plot. */
static bool has_plain_rows(const struct scene *f)
{
	const struct scene_evidence *e = f->evidence;
	bool uneven = false, more = false;
	for (size_t i = 0; i < f->n_items; i++) {
		const struct scene_item *item = &f->items[i];
		bool owned = item->datum >= 0;
		uneven |= item->role == ROLE_GAP || item->role == ROLE_GROUP;
		more |= item->role == ROLE_WORD || (item->role == ROLE_VALUE && owned && !e->data[item->datum].marked);
		if (item->role == ROLE_LABEL && owned && scene_logical(item).x > e->scales[0].plot.x)
			return false;
		if (item->role == ROLE_PART && !e->part_titles)
			return false;
	}
	return !(uneven && more) && e->scales[0].rows.h > 0;
}

enum chart_form pptx_chart_form(const struct scene *f)
{
	const struct scene_evidence *e = f->evidence;
	bool marks = false, dots = false;
	if (f->paper || !e || !e->n_data || e->n_data > POINTS_MOST || !e->n_scales || f->document.table)
		return CHART_NONE;
	for (size_t i = 0; i < f->n_items; i++) {
		if (is_beyond(&f->items[i]))
			return CHART_NONE;
		marks |= f->items[i].role == ROLE_MARK;
		dots |= f->items[i].role == ROLE_DOT;
	}
	if (marks == dots || !has_plain_ticks(f)) /* of both in one figure the dots would need a second plot */
		return CHART_NONE;
	if (marks)
		return e->upright ? CHART_UPRIGHT : has_plain_rows(f) ? CHART_ROWS : CHART_NONE;
	if (e->courses)
		return CHART_COURSES;
	if (e->scatter)
		return CHART_SCATTER;
	if (e->scales[0].vertical)
		return CHART_SLOPE;
	return e->n_scales == 1 && has_plain_rows(f) ? CHART_DOTS : CHART_NONE;
}

bool pptx_chart_fits(const struct scene *f)
{
	return pptx_chart_form(f) != CHART_NONE;
}

/* ---- what all of its texts look like ---- */

/* The colour and size of the first text of this role; of names that stand out none is taken if there are others. */
static const struct scene_item *text_of(const struct scene *f, enum scene_role role)
{
	const struct scene_item *found = NULL;
	for (size_t i = 0; i < f->n_items; i++) {
		const struct scene_item *item = &f->items[i];
		if (item->role != role || item->kind != SCENE_TEXT)
			continue;
		if (item->text.block->style.weight != TEXT_BOLD)
			return item;
		found = found ? found : item;
	}
	return found;
}

static bool is_of_marks(const struct scene *f, struct color color)
{
	for (size_t i = 0; i < f->n_items; i++)
		if ((f->items[i].role == ROLE_MARK || f->items[i].role == ROLE_DOT) &&
		    color_equal(f->items[i].path.fill, color))
			return true;
	return false;
}

/* Of names; of those that stand out like their marks none decides for all. */
static struct color ink_of(const struct scene *f)
{
	const struct scene_item *name = text_of(f, ROLE_LABEL), *head = text_of(f, ROLE_HEAD);
	const enum scene_role plain[] = { ROLE_TITLE, ROLE_HEADING, ROLE_SUBTITLE };
	if (head && !(f->evidence->scales[0].rows.h > 0))
		return head->text.color;
	for (size_t i = 0; name && is_of_marks(f, name->text.color) && i < sizeof plain / sizeof *plain; i++) {
		const struct scene_item *text = text_of(f, plain[i]);
		if (text)
			return text->text.color;
	}
	return name ? name->text.color : f->muted;
}

/* What is behind the marks: a card, or the page. */
static struct color ground_of(const struct scene *f)
{
	struct color ground = f->background;
	const struct rect *plot = &f->evidence->scales[0].plot;
	for (size_t i = 0; i < f->n_items; i++)
		if (f->items[i].role == ROLE_PANEL && f->items[i].kind == SCENE_PATH &&
		    rect_contains(f->items[i].path.rect, *plot, plot->h / 4))
			ground = f->items[i].path.fill;
	return ground;
}

static void settle_type(struct charting *c)
{
	const struct scene *f = c->figure;
	const struct scene_item *name = text_of(f, ROLE_LABEL), *tick = text_of(f, ROLE_TICK),
				*remark = text_of(f, ROLE_REMARK), *maker = text_of(f, ROLE_MAKER);
	const struct scene_item *faint = tick ? tick : remark ? remark : maker;
	double scale = c->setup->scale;
	c->ground = ground_of(f);
	c->ink = ink_of(f);
	c->faint = faint ? faint->text.color : f->muted;
	c->size = (name ? name->text.block->style.size : f->u) * scale;
	c->small = (faint ? faint->text.block->style.size : f->u) * scale;
	c->grid = f->muted;
	for (size_t i = 0; i < f->n_items; i++)
		if (f->items[i].role == ROLE_GRID && f->items[i].kind == SCENE_PATH)
			c->grid = f->items[i].path.fill;
}

static bool make(struct charting *c)
{
	switch (pptx_chart_form(c->figure)) {
	case CHART_NONE:
		return false;
	case CHART_ROWS:
		return pptx_chart_rows(c);
	case CHART_UPRIGHT:
		return pptx_chart_upright(c);
	case CHART_DOTS:
		return pptx_chart_dots(c);
	case CHART_SCATTER:
		return pptx_chart_scatter(c);
	case CHART_COURSES:
		return pptx_chart_courses(c);
	case CHART_SLOPE:
		break;
	}
	return pptx_chart_slope(c);
}

bool pptx_chart_write(struct arena *arena, const struct scene *f, const struct pptx_chart_setup *setup,
                      struct pptx_chart *out)
{
	struct charting c = { .arena = arena,
		              .figure = f,
		              .e = f->evidence,
		              .language = f->document.language,
		              .setup = setup,
		              .replaces = arena_alloc(arena, f->n_items + 1, sizeof *c.replaces),
		              .items = arena_alloc(arena, f->n_items + 1, sizeof *c.items),
		              .out = out };
	if (!pptx_chart_fits(f))
		return false;
	memcpy(c.items, f->items, f->n_items * sizeof *c.items);
	settle_type(&c);
	return make(&c) && !c.failed;
}
