/* Rules B: text can be read and has room around it. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char make_room[] = "choose a larger --size, fewer --rows or shorter words";

/* ---- B1, B2: nothing touches ---- */

struct box { /* of a line of text, or of what it may not cross */
	struct rect ink;
	size_t item;
	bool text;
};

static int by_top(const void *a, const void *b)
{
	const struct box *x = a, *y = b;
	if (x->ink.y != y->ink.y)
		return x->ink.y < y->ink.y ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item; /* of one item all tops differ */
}

/* What no text may cross. Of a stacked bar it is the outline; a reference line pauses at words. */
static bool is_obstacle(enum scene_role role)
{
	static const bool obstacles[SCENE_ROLES] = {
		[ROLE_MARK] = true,   [ROLE_DOT] = true,     [ROLE_OTHER] = true,    [ROLE_WHISKER] = true,
		[ROLE_SPREAD] = true, [ROLE_RUN] = true,     [ROLE_BASELINE] = true, [ROLE_TIE] = true,
		[ROLE_AXIS] = true,   [ROLE_CONNECT] = true, [ROLE_LEADER] = true,   [ROLE_POINTER] = true,
		[ROLE_CHIP] = true,   [ROLE_RULE] = true,    [ROLE_SIGN] = true,     [ROLE_SPARK] = true,
		[ROLE_STRIKE] = true,
	};
	return obstacles[role];
}

static size_t collect_boxes(const struct scene *s, struct box *boxes)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind == SCENE_PATH && is_obstacle(item->role))
			boxes[n++] = (struct box){ scene_ink(item), i, false };
		if (item->kind != SCENE_TEXT)
			continue;
		for (size_t l = 0; l < item->text.block->n_lines; l++) {
			struct rect ink = text_line_ink(item->text.block, l, item->text.at);
			if (ink.w > 0)
				boxes[n++] = (struct box){ ink, i, true };
		}
	}
	return n;
}

/* A slanting line crosses only what lies on it, not everything its box covers. */
static bool crosses(const struct scene_item *item, struct rect ink)
{
	if (item->kind != SCENE_PATH || item->path.shape != SHAPE_LINE)
		return true;
	struct rect r = rect_grow(ink, item->path.stroke / 2);
	double x = item->path.rect.x, y = item->path.rect.y, w = item->path.rect.w, h = item->path.rect.h;
	double from = 0, to = 1;
	const double step[4] = { -w, w, -h, h }, room[4] = { x - r.x, rect_right(r) - x, y - r.y, rect_bottom(r) - y };
	for (int i = 0; i < 4; i++) {
		if (step[i] == 0 && room[i] < 0)
			return false;
		if (step[i] < 0)
			from = fmax(from, room[i] / step[i]);
		if (step[i] > 0)
			to = fmin(to, room[i] / step[i]);
	}
	return from < to;
}

static const double other_air = 0.1; /* u: between a text and what another source says */

static void check_pair(struct proofing *p, const struct box *a, const struct box *b)
{
	double u = p->scene->u;
	if (a->item == b->item || (!a->text && !b->text))
		return;
	const struct scene_item *x = &p->scene->items[a->item], *y = &p->scene->items[b->item];
	bool one_text = x->datum >= 0 && x->datum == y->datum && p->scene->paper; /* its lines keep their distance */
	if (a->text && b->text && one_text) {
		return;
	} else if (a->text && b->text) {
		double air = p->scene->paper ? 0.03 * u : 0.15 * u; /* running text is set closer than labels */
		if (rect_overlaps(rect_grow(a->ink, air), rect_grow(b->ink, air)))
			proof_find(p, "B1", a->item, make_room, "%s touches %s", proof_name(p, x), proof_name(p, y));
	} else if (one_text && (a->text ? y : x)->role == ROLE_STRIKE) {
		return;
	} else if (rect_overlaps(rect_grow(a->ink, x->role == ROLE_OTHER || y->role == ROLE_OTHER ? other_air * u : 0),
	                         b->ink) &&
	           !(a->text ? x : y)->declared_inside && crosses(a->text ? y : x, a->text ? a->ink : b->ink)) {
		proof_find(p, "B2", a->text ? a->item : b->item, make_room, "%s crosses %s",
		           proof_name(p, a->text ? x : y), proof_name(p, a->text ? y : x));
	}
}

/* Boxes sorted by their tops: each is held against those that start before it ends. */
static void check_touching(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t lines = 0;
	for (size_t i = 0; i < s->n_items; i++)
		lines += s->items[i].kind == SCENE_TEXT ? s->items[i].text.block->n_lines : 1;
	struct box *boxes = arena_alloc(p->arena, lines + 1, sizeof *boxes);
	size_t n = collect_boxes(s, boxes);
	qsort(boxes, n, sizeof *boxes, by_top);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n && boxes[j].ink.y < rect_bottom(boxes[i].ink) + 0.3 * s->u; j++)
			check_pair(p, &boxes[i], &boxes[j]);
}

static void check_panels(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		if (s->items[i].kind != SCENE_PATH || s->items[i].role != ROLE_PANEL)
			continue;
		struct rect panel = scene_ink(&s->items[i]);
		for (size_t k = 0; k < s->n_items; k++) {
			const struct scene_item *text = &s->items[k];
			if (text->kind == SCENE_TEXT && rect_overlaps(panel, scene_ink(text)) &&
			    !rect_contains(panel, scene_ink(text), 0.01))
				proof_find(p, "B2", k, make_room, "%s crosses the edge of a panel",
				           proof_name(p, text));
		}
	}
}

/* ---- B3, B5, B12: whole, large enough, with all glyphs ---- */

static size_t solid_bytes(const char *s, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += s[i] != ' ' && s[i] != '\n';
	return count;
}

static void check_whole(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct text_block *block = item->text.block;
	struct rect ink = scene_ink(item), logical = scene_logical(item);
	struct rect box = { logical.x, ink.y, logical.w, ink.h };
	size_t drawn = 0, glyphless = 0;
	if (block->ink.w > 0 && !rect_contains(p->scene->safe, box, 0.5))
		proof_find(p, "B3", i, make_room, "%s extends beyond the page's margins", proof_name(p, item));
	for (size_t l = 0; l < block->n_lines; l++) {
		drawn += solid_bytes(block->lines[l].text, block->lines[l].bytes);
		for (size_t r = 0; r < block->lines[l].n_runs; r++) {
			const struct text_run *run = &block->lines[l].runs[r];
			for (size_t g = 0; g < run->n_glyphs; g++)
				glyphless += run->glyphs[g].index == 0;
		}
	}
	if (drawn != solid_bytes(block->text, strlen(block->text)))
		proof_find(p, "B3", i, make_room, "%s is not drawn whole", proof_name(p, item));
	if (block->style.size < p->scene->text_min - 1e-6)
		proof_find(p, "B5", i, "choose a look with larger type",
		           "%s is set at %.1f points; at least %.1f is needed", proof_name(p, item), block->style.size,
		           p->scene->text_min);
	if (glyphless)
		proof_find(p, "B12", i, "install a font that has them, or spell it differently",
		           "%zu characters of %s have no glyph", glyphless, proof_name(p, item));
}

static void check_lines(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	double size = item->text.block->style.size / p->scene->u;
	if ((item->role == ROLE_TITLE && size < 1.39) || size < 0.85)
		proof_find(p, "B7", i, "choose a look whose sizes differ more",
		           "%s is set at %.2f times the size of labels", proof_name(p, item), size);
	size_t most = item->role == ROLE_TITLE ? 2 : item->role == ROLE_LABEL || item->role == ROLE_MAKER ? 3 : 0;
	if (most && item->text.block->n_lines > most)
		proof_find(p, "B10", i, "shorten it", "%s takes %zu lines", proof_name(p, item),
		           item->text.block->n_lines);
}

/* ---- B6, B8, B9: order ---- */

static void check_type(struct proofing *p)
{
	double sizes[16];
	size_t n_sizes = 0;
	bool weights[TEXT_WEIGHTS] = { false };
	int n_weights = 0;
	for (size_t i = 0; i < p->scene->n_items; i++) {
		if (p->scene->items[i].kind != SCENE_TEXT)
			continue;
		struct text_style style = p->scene->items[i].text.block->style;
		size_t k = 0;
		while (k < n_sizes && fabs(sizes[k] - style.size) > 1e-6)
			k++;
		if (k == n_sizes && n_sizes < 16)
			sizes[n_sizes++] = style.size;
		n_weights += !weights[style.weight];
		weights[style.weight] = true;
	}
	if (n_sizes > 5 || n_weights > 3)
		proof_find(p, "B6", p->scene->n_items, "use fewer of them in the look",
		           "the figure has %zu sizes and %d weights of type", n_sizes, n_weights);
}

static bool at_left_edge(enum scene_role role)
{
	return role == ROLE_TITLE || role == ROLE_SUBTITLE || role == ROLE_SOURCE;
}

static void check_edge(struct proofing *p)
{
	double edge = (double)NAN;
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (item->kind != SCENE_TEXT || !at_left_edge(item->role))
			continue;
		if (isnan(edge))
			edge = item->text.at.x;
		else if (fabs(item->text.at.x - edge) > 0.25)
			proof_find(p, "B8", i, NULL, "%s starts %.2f points from the left edge of the others",
			           proof_name(p, item), item->text.at.x - edge);
	}
}

struct row_line {
	double baseline, x_height, middle;
	bool has_text, has_bar;
};

static void check_baselines(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct row_line *rows = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *rows);
	const struct scene_item *name = NULL;
	for (size_t i = 0; i < s->n_items && s->evidence->upright; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_LABEL || item->kind != SCENE_TEXT)
			continue;
		if (name && fabs(item->text.at.y - name->text.at.y) > 0.25)
			proof_find(p, "B9", i, NULL, "%s is %.2f points off the baseline of the names",
			           proof_name(p, item), item->text.at.y - name->text.at.y);
		name = item;
	}
	if (s->evidence->upright)
		return; /* values stand where columns end */
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->datum < 0 || (size_t)item->datum >= s->evidence->n_data)
			continue;
		struct row_line *row = &rows[item->datum];
		if (item->role == ROLE_MARK && item->kind == SCENE_PATH) {
			row->middle = item->path.rect.y + item->path.rect.h / 2;
			row->has_bar = true;
		}
		bool counts = item->role == ROLE_VALUE || item->role == ROLE_REMARK || item->role == ROLE_RANK ||
		              item->role == ROLE_ABSENT;
		bool sets_height = item->kind == SCENE_TEXT && (counts || item->role == ROLE_LABEL);
		if (sets_height) /* a larger number stands on the line of the others */
			row->x_height = row->x_height > 0 ? fmin(row->x_height, item->text.block->x_height)
			                                  : item->text.block->x_height;
		if (item->kind != SCENE_TEXT || !counts)
			continue;
		if (row->has_text && fabs(row->baseline - item->text.at.y) > 0.25)
			proof_find(p, "B9", i, NULL, "%s is %.2f points off its row's baseline", proof_name(p, item),
			           item->text.at.y - row->baseline);
		row->baseline = item->text.at.y;
		row->has_text = true;
	}
	for (size_t i = 0; i < s->evidence->n_data; i++) {
		double off = rows[i].baseline - rows[i].x_height / 2 - rows[i].middle;
		if (rows[i].has_bar && rows[i].has_text && fabs(off) > 0.1 * s->u + 0.25)
			proof_find(p, "B9", s->n_items, NULL,
			           "the row of \"%s\" is %.2f points off the middle of its bar",
			           s->evidence->data[i].name, off);
	}
}

/* ---- B15: inside a field ---- */

static void check_inside(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *text = &s->items[i];
		if (text->kind != SCENE_TEXT || !text->declared_inside || text->datum < 0)
			continue;
		for (size_t k = 0; k < i; k++) {
			const struct scene_item *field = &s->items[k];
			struct rect room = rect_grow(field->path.rect, -0.25 * s->u);
			if (field->role == ROLE_CELL && field->datum == text->datum &&
			    (scene_ink(text).x < room.x || rect_right(scene_ink(text)) > rect_right(room)))
				proof_find(p, "B15", i, make_room, "%s comes too close to the edge of its field",
				           proof_name(p, text));
		}
	}
}

/* ---- J6: crisp edges ---- */

static bool off_grid(const struct scene *s, double at)
{
	double pixels = at / s->pixel;
	return fabs(pixels - round(pixels)) > 0.01;
}

static void check_crisp(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items && s->pixel > 0; i++) {
		const struct scene_item *item = &s->items[i];
		bool edged = item->role == ROLE_MARK || item->role == ROLE_BASELINE || item->role == ROLE_RULE;
		struct rect r = item->path.rect;
		if (edged && item->kind == SCENE_PATH && item->path.shape == SHAPE_RECT &&
		    (off_grid(s, r.x) || off_grid(s, r.y) || off_grid(s, r.w) || off_grid(s, r.h)))
			proof_find(p, "J6", i, NULL, "%s has an edge between two pixels", proof_name(p, item));
	}
}

void proof_text(struct proofing *p)
{
	check_touching(p);
	check_inside(p);
	check_crisp(p);
	check_panels(p);
	for (size_t i = 0; i < p->scene->n_items; i++) {
		if (p->scene->items[i].kind != SCENE_TEXT)
			continue;
		check_whole(p, i);
		check_lines(p, i);
	}
	check_type(p);
	check_edge(p);
	check_baselines(p);
}

/* Its words were judged against its own background: that is what it stands on. */
static void check_ground(struct proofing *p, size_t figure)
{
	const struct scene_figure *f = &p->scene->items[figure].figure;
	double scale = scene_figure_scale(&p->scene->items[figure]);
	struct rect safe = { scale * f->scene->safe.x, scale * f->scene->safe.y, scale * f->scene->safe.w,
		             scale * f->scene->safe.h };
	struct color below[2];
	safe.x += f->at.x;
	safe.y += f->at.y;
	size_t n = proof_backdrops(p, figure, safe, below, 2);
	if (n != 1 || !color_equal(below[0], f->scene->background))
		proof_find(p, "E1", figure, proof_our_fault, "%s stands on another ground than its own",
		           proof_name(p, &p->scene->items[figure]));
}

/* A figure is as solid as text is. */
static void check_figures(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		if (s->items[i].kind != SCENE_FIGURE && s->items[i].kind != SCENE_IMAGE)
			continue;
		struct rect figure = scene_ink(&s->items[i]);
		if (s->items[i].kind == SCENE_FIGURE)
			check_ground(p, i);
		if (s->items[i].kind == SCENE_FIGURE &&
		    figure.w >= s->width - 1) /* a slide of its own, with air at its foot */
			continue;
		for (size_t k = 0; k < s->n_items; k++) {
			const struct scene_item *other = &s->items[k];
			bool solid = other->kind == SCENE_TEXT ||
			             (k > i && (other->kind == SCENE_FIGURE || other->kind == SCENE_IMAGE));
			if (solid && scene_ink(other).w > 0 && rect_overlaps(figure, scene_ink(other)))
				proof_find(p, "B1", k, make_room, "%s touches %s", proof_name(p, other),
				           proof_name(p, &s->items[i]));
		}
	}
}

void proof_set(struct proofing *p)
{
	check_touching(p);
	check_figures(p);
	for (size_t i = 0; i < p->scene->n_items; i++)
		if (p->scene->items[i].kind == SCENE_TEXT)
			check_whole(p, i);
}
