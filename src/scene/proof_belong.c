/* Rule B13: a name or a value belongs to its mark, and to no other. Every text that stands at a mark is held against
 * every mark in its reach: beside a dot by the distance of its ink, line by line; in a row by its height; at the end of
 * a leader by where the leader ends. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

static const char make_room[] = "choose a larger --size, fewer --rows or shorter words";
static const double share = 0.75;      /* of the way to any other mark: so near is its own */
static const double reach = 0.8;       /* u: further off a name needs a leader */
static const double said_reach = 1.2;  /* u: nor does what an author says stand further off the words of its row */
static const double leader_most = 6;   /* u: no leader is longer */
static const double leader_off = 0.45; /* u: from its ends to what it joins, at most */
static const double column_off = 0.1;  /* u: from the middle of a column to that of its words */
static const double column_gap = 0.6;  /* u: from its end to its value */
static const double marks_within = 6;  /* u: above and below a text, marks that may be taken for its own */

/* ---- a value at the end of its bar ---- */

/* On which side of its mark a value goes. */
static bool goes_left(const struct scene_datum *d)
{
	return d->words_left || (d->value < 0 && !d->by_position);
}

/* ---- columns: the value beyond the end, the name below, both in the middle ---- */

/* The column of a datum and its whisker. */
static bool column_of(const struct scene *s, int datum, struct rect *out)
{
	bool any = false;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->datum != datum || item->kind != SCENE_PATH ||
		    (item->role != ROLE_MARK && item->role != ROLE_WHISKER))
			continue;
		struct rect r = item->path.rect;
		double top = any ? fmin(out->y, r.y) : r.y,
		       bottom = any ? fmax(rect_bottom(*out), rect_bottom(r)) : rect_bottom(r);
		if (item->role == ROLE_MARK)
			*out = (struct rect){ r.x, top, r.w, bottom - top };
		else
			*out = (struct rect){ any ? out->x : r.x, top, any ? out->w : r.w, bottom - top };
		any = true;
	}
	return any;
}

static void check_upright(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *text = &s->items[i];
		const struct scene_datum *d = proof_datum(s, text);
		struct rect own;
		bool value = text->role == ROLE_VALUE;
		if (text->kind != SCENE_TEXT || !d || !(value || text->role == ROLE_LABEL) ||
		    !column_of(s, text->datum, &own))
			continue;
		struct rect box = scene_logical(text);
		double off = fabs(box.x + box.w / 2 - own.x - own.w / 2),
		       gap = d->value < 0 ? box.y - rect_bottom(own) : own.y - rect_bottom(box);
		if (off > column_off * s->u)
			proof_find(p, "B13", i, make_room, "%s is %.2f points off the middle of its column",
			           proof_name(p, text), off);
		if (value && !(gap >= 0 && gap <= column_gap * s->u + 0.5))
			proof_find(p, "B13", i, NULL, "%s is %.2f points from the end of its column",
			           proof_name(p, text), gap);
		if (!value && !(box.y >= rect_bottom(own)))
			proof_find(p, "B13", i, NULL, "%s is not below its column", proof_name(p, text));
	}
}

/* How far a value in its bar is from the bar's end, by which it stands; NAN if it is not in it. */
static double inside_gap(const struct scene *s, const struct scene_item *value)
{
	struct rect box = scene_logical(value);
	for (size_t i = 0; i < s->n_items && value->declared_inside; i++) {
		const struct scene_item *mark = &s->items[i];
		if (mark->role == ROLE_MARK && mark->kind == SCENE_PATH && mark->datum == value->datum &&
		    box.x >= mark->path.rect.x)
			return rect_right(mark->path.rect) - rect_right(box);
	}
	return (double)NAN;
}

static void check_tips(struct proofing *p)
{
	const struct scene *s = p->scene;
	double *tips = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *tips);
	bool *led = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *led);
	for (size_t i = 0; i < s->evidence->n_data; i++)
		tips[i] = (double)NAN;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->datum < 0 || (size_t)item->datum >= s->evidence->n_data || item->kind != SCENE_PATH)
			continue;
		bool negative = goes_left(&s->evidence->data[item->datum]);
		led[item->datum] |= item->role == ROLE_LEADER;
		double tip = negative ? item->path.rect.x : rect_right(item->path.rect);
		bool mark = item->role == ROLE_MARK || item->role == ROLE_WHISKER || item->role == ROLE_DOT ||
		            item->role == ROLE_SPREAD || item->role == ROLE_RUN;
		led[item->datum] |= item->role == ROLE_OTHER; /* may come after it where there is no room before */
		if (mark &&
		    (isnan(tips[item->datum]) || (negative ? tip < tips[item->datum] : tip > tips[item->datum])))
			tips[item->datum] = tip;
	}
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT || item->datum < 0 ||
		    (size_t)item->datum >= s->evidence->n_data)
			continue;
		struct rect box = scene_logical(item);
		if (isnan(tips[item->datum]))
			continue; /* a value alone */
		double gap = goes_left(&s->evidence->data[item->datum]) ? tips[item->datum] - rect_right(box)
		                                                        : box.x - tips[item->datum];
		double within = inside_gap(s, item);
		gap = isnan(within) ? gap : within;
		double most = s->evidence->courses ? HUGE_VAL /* a line may end early: its leader tells */
		              : led[item->datum]   ? 16 * s->u
		                                   : 0.8 * s->u + 0.5;
		if (!(gap >= 0 && gap <= most))
			proof_find(p, "B13", i, NULL, "%s is %.2f points from the end of its bar", proof_name(p, item),
			           gap);
	}
}

/* ---- marks ---- */

/* The first item of each datum with this role; NULL for none. */
static const struct scene_item **parts_of(struct proofing *p, enum scene_role role)
{
	const struct scene *s = p->scene;
	const struct scene_item **parts = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *parts);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role == role && item->kind == SCENE_PATH && proof_datum(s, item) && !parts[item->datum])
			parts[item->datum] = item;
	}
	return parts;
}

/* From the ink of its nearest line. */
static double distance(const struct scene_item *text, struct rect to)
{
	double least = HUGE_VAL;
	for (size_t l = 0; l < text->text.block->n_lines; l++) {
		struct rect ink = text_line_ink(text->text.block, l, text->text.at);
		if (ink.w > 0)
			least = fmin(least, rect_distance(ink, to));
	}
	return least;
}

static struct point centre(struct rect r)
{
	return (struct point){ r.x + r.w / 2, r.y + r.h / 2 };
}

static bool one_place(struct rect a, struct rect b)
{
	return hypot(a.x - b.x, a.y - b.y) < fmin(a.w, b.w) / 2;
}

/* Between the middles of its first and its last line. */
static double middle(const struct scene_item *text)
{
	const struct text_block *b = text->text.block;
	return text->text.at.y + b->lines[b->n_lines - 1].baseline / 2 - b->x_height / 2;
}

/* ---- leaders ---- */

struct leader {
	size_t item;
	struct point at_mark, at_words;
};

static struct leader leader_of(const struct scene *s, const struct scene_item *item, struct rect mark)
{
	struct rect r = item->path.rect;
	struct point a = { r.x, r.y }, b = { r.x + r.w, r.y + r.h }, at = centre(mark);
	bool turned = hypot(a.x - at.x, a.y - at.y) > hypot(b.x - at.x, b.y - at.y);
	return (struct leader){ (size_t)(item - s->items), turned ? b : a, turned ? a : b };
}

static double side(struct point a, struct point b, struct point c)
{
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool lines_cross(const struct leader *a, const struct leader *b)
{
	return side(a->at_mark, a->at_words, b->at_mark) * side(a->at_mark, a->at_words, b->at_words) < 0 &&
	       side(b->at_mark, b->at_words, a->at_mark) * side(b->at_mark, b->at_words, a->at_words) < 0;
}

static double top_of(const struct leader *l)
{
	return fmin(l->at_mark.y, l->at_words.y);
}

static int by_top_of(const void *a, const void *b)
{
	const struct leader *x = a, *y = b;
	double from = top_of(x), other = top_of(y);
	return from != other ? (from < other ? -1 : 1) : x->item < y->item ? -1 : x->item > y->item;
}

static void check_crossing(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct leader *leaders = arena_alloc(p->arena, s->n_items + 1, sizeof *leaders);
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		bool leader = item->role == ROLE_LEADER || item->role == ROLE_POINTER;
		if (leader && item->kind == SCENE_PATH && proof_datum(s, item))
			leaders[n++] = leader_of(s, item, item->path.rect);
	}
	qsort(leaders, n, sizeof *leaders, by_top_of);
	for (size_t i = 0; i < n; i++) {
		double bottom = fmax(leaders[i].at_mark.y, leaders[i].at_words.y);
		for (size_t k = i + 1; k < n && top_of(&leaders[k]) <= bottom; k++) {
			size_t a = leaders[i].item, b = leaders[k].item, later = a > b ? a : b;
			if (lines_cross(&leaders[i], &leaders[k]))
				proof_find(p, "B13", later, make_room, "%s crosses %s", proof_name(p, &s->items[later]),
				           proof_name(p, &s->items[a + b - later]));
		}
	}
}

static struct rect spot(struct point at)
{
	return (struct rect){ at.x, at.y, 0, 0 };
}

/* From the name's ink to its dot. */
static void check_leader(struct proofing *p, size_t label, const struct scene_item *own, const struct scene_item *line)
{
	const struct scene *s = p->scene;
	const struct scene_item *name = &s->items[label];
	struct leader l = leader_of(s, line, own->path.rect);
	double u = s->u, off = distance(name, spot(l.at_words)),
	       short_of = rect_distance(own->path.rect, spot(l.at_mark));
	if (hypot(line->path.rect.w, line->path.rect.h) > leader_most * u)
		proof_find(p, "B13", label, make_room, "the leader of %s is too long", proof_name(p, name));
	if (fmax(off, short_of) > leader_off * u)
		proof_find(p, "B13", label, proof_our_fault, "the leader of %s stops %.2f points from its %s",
		           proof_name(p, name), fmax(off, short_of), off > short_of ? "ink" : "dot");
}

/* ---- names beside dots ---- */

/* A name within reach of a dot reads as the name of that dot. */
static void check_name(struct proofing *p, size_t label, const struct scene_item *own, const struct scene_item *leader)
{
	const struct scene *s = p->scene;
	const struct scene_item *name = &s->items[label];
	double near = distance(name, own->path.rect);
	if (!leader && near > reach * s->u)
		proof_find(p, "B13", label, make_room, "%s is %.2f points from its dot and has no leader",
		           proof_name(p, name), near);
	if (leader)
		check_leader(p, label, own, leader);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *dot = &s->items[i];
		if (dot->role != ROLE_DOT || !proof_datum(s, dot) || dot->datum == name->datum ||
		    one_place(dot->path.rect, own->path.rect))
			continue;
		double far = distance(name, dot->path.rect);
		if (leader ? far < reach * s->u : near > share * far)
			proof_find(p, "B13", label, make_room, "%s is %.2f points from the dot of \"%s\"",
			           proof_name(p, name), far, proof_datum(s, dot)->name);
	}
}

static void check_names(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item **dots = parts_of(p, ROLE_DOT), **leaders = parts_of(p, ROLE_LEADER),
				**pointers = parts_of(p, ROLE_POINTER);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *name = &s->items[i];
		bool said = name->role == ROLE_ANNOTATION;
		if (!(said || name->role == ROLE_LABEL) || name->kind != SCENE_TEXT || !proof_datum(s, name))
			continue;
		const struct scene_item *dot = dots[name->datum];
		if (dot)
			check_name(p, i, dot, (said ? pointers : leaders)[name->datum]);
	}
}

/* ---- values and names in a column beside dots, each at the end of its leader ---- */

struct level {
	double y; /* its middle */
	size_t item;
};

struct levels { /* of all items of a role, from the top down */
	struct level *items;
	size_t n;
};

static int by_level(const void *a, const void *b)
{
	const struct level *x = a, *y = b;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static struct levels levels_of(struct proofing *p, enum scene_role role)
{
	const struct scene *s = p->scene;
	struct levels l = { arena_alloc(p->arena, s->n_items + 1, sizeof *l.items), 0 };
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role == role && proof_datum(s, item) && (role == ROLE_DOT || item->kind == SCENE_TEXT))
			l.items[l.n++] =
				(struct level){ role == ROLE_DOT ? centre(item->path.rect).y : middle(item), i };
	}
	qsort(l.items, l.n, sizeof *l.items, by_level);
	return l;
}

/* The first that is not higher than y. */
static size_t first_level(const struct levels *l, double y)
{
	size_t low = 0;
	for (size_t high = l->n; low < high;) {
		size_t half = low + (high - low) / 2;
		if (l->items[half].y < y)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

/* At its height, and at no other's of the column: all are those that stand there, too. */
static void check_height(struct proofing *p, size_t text, double at, const struct levels *all, const char *what)
{
	const struct scene *s = p->scene;
	const struct scene_item *own = &s->items[text];
	double off = fabs(middle(own) - at);
	if (off > reach * s->u)
		proof_find(p, "B13", text, make_room, "%s is %.2f points off its %s", proof_name(p, own), off, what);
	for (size_t i = first_level(all, at - off / share); i < all->n && all->items[i].y <= at + off / share; i++) {
		const struct scene_item *other = &s->items[all->items[i].item];
		if (other == own || proof_datum(s, other)->place != proof_datum(s, own)->place)
			continue;
		if (off > share * fabs(all->items[i].y - at))
			proof_find(p, "B13", text, make_room, "%s is as near to its %s as %s is", proof_name(p, other),
			           what, proof_name(p, own));
	}
}

/* True of what no words stand beside: a value of a line before its last. */
static bool is_on_the_way(const struct scene *s, const struct scene_item *dot)
{
	const struct scene_evidence *e = s->evidence;
	size_t next = (size_t)dot->datum + 1;
	return e->courses && next < e->n_data && e->data[next].row == e->data[dot->datum].row;
}

/* A leader starts level with its own dot and with no other of the column. */
static void check_start(struct proofing *p, size_t text, const struct scene_item *own, struct leader l,
                        const struct levels *dots)
{
	const struct scene *s = p->scene;
	double at = l.at_mark.y, off = fabs(centre(own->path.rect).y - at);
	for (size_t i = first_level(dots, at - off / share); i < dots->n && dots->items[i].y <= at + off / share; i++) {
		const struct scene_item *dot = &s->items[dots->items[i].item];
		if (dot->datum == own->datum || proof_datum(s, dot)->place != proof_datum(s, own)->place ||
		    is_on_the_way(s, dot) || one_place(dot->path.rect, own->path.rect))
			continue;
		if (off > share * fabs(dots->items[i].y - at))
			proof_find(p, "B13", text, make_room, "the leader of %s starts at the dot of \"%s\"",
			           proof_name(p, &s->items[text]), proof_datum(s, dot)->name);
	}
}

static void check_column(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item **marks = parts_of(p, ROLE_DOT), **leaders = parts_of(p, ROLE_LEADER);
	struct levels values = levels_of(p, ROLE_VALUE), names = levels_of(p, ROLE_LABEL),
		      dots = levels_of(p, ROLE_DOT);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *text = &s->items[i];
		bool value = text->role == ROLE_VALUE;
		if (text->kind != SCENE_TEXT || !(value || text->role == ROLE_LABEL) || !proof_datum(s, text))
			continue;
		const struct scene_item *dot = marks[text->datum], *line = leaders[text->datum];
		if (!dot || !line) {
			proof_find(p, "B13", i, proof_our_fault, "%s has no %s", proof_name(p, text),
			           dot ? "leader" : "dot");
			continue;
		}
		struct leader l = leader_of(s, line, dot->path.rect);
		check_height(p, i, l.at_words.y, value ? &values : &names, "leader");
		if (value)
			check_start(p, i, dot, l, &dots);
	}
}

/* ---- values and names in rows of marks ---- */

struct mark {
	struct rect rect;
	int datum;
};

struct marks { /* from the top down */
	struct mark *items;
	size_t n;
	double tallest;
};

static int by_top(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;
	if (x->rect.y != y->rect.y)
		return x->rect.y < y->rect.y ? -1 : 1;
	return x->datum < y->datum ? -1 : x->datum > y->datum;
}

static struct marks marks_of(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct marks m = { arena_alloc(p->arena, s->n_items + 1, sizeof *m.items), 0, 0 };
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if ((item->role != ROLE_MARK && item->role != ROLE_DOT) || item->kind != SCENE_PATH ||
		    !proof_datum(s, item))
			continue;
		m.items[m.n++] = (struct mark){ item->path.rect, item->datum };
		m.tallest = fmax(m.tallest, item->path.rect.h);
	}
	qsort(m.items, m.n, sizeof *m.items, by_top);
	return m;
}

/* The first mark that may reach down to y. */
static size_t first_at(const struct marks *m, double y)
{
	size_t low = 0;
	for (size_t high = m->n; low < high;) {
		size_t half = low + (high - low) / 2;
		if (m->items[half].rect.y < y - m->tallest)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

/* From a height to a mark's; 0 where it is level with it. */
static double off_level(double y, struct rect mark)
{
	return fmax(0, fmax(mark.y - y, y - rect_bottom(mark)));
}

/* How far off its own row's marks a text is, and the nearest mark of any other row. */
static void check_row_name(struct proofing *p, size_t label, const struct marks *m)
{
	const struct scene *s = p->scene;
	const struct scene_item *name = &s->items[label];
	const struct scene_datum *own = proof_datum(s, name), *other = NULL;
	double y = middle(name), near = HUGE_VAL, far = HUGE_VAL;
	for (size_t i = first_at(m, y - marks_within * s->u); i < m->n && m->items[i].rect.y < y + marks_within * s->u;
	     i++) {
		const struct scene_datum *d = &s->evidence->data[m->items[i].datum];
		double off = off_level(y, m->items[i].rect);
		if (d->row == own->row) {
			near = fmin(near, off);
		} else if (off < far) {
			far = off;
			other = d;
		}
	}
	if (other && far <= 0.1 * s->u ? near > 0 : near < HUGE_VAL && near > share * far)
		proof_find(p, "B13", label, make_room, "%s is level with the marks of \"%s\"", proof_name(p, name),
		           other->name);
}

/* Nearer to its own mark: of those that it is level with, along the row; of all others, in height. */
static void check_row_value(struct proofing *p, size_t value, struct rect own, const struct marks *m)
{
	const struct scene *s = p->scene;
	const struct scene_item *text = &s->items[value];
	double y = middle(text), off = fabs(y - centre(own).y), near = distance(text, own);
	for (size_t i = first_at(m, y - marks_within * s->u); i < m->n && m->items[i].rect.y < y + marks_within * s->u;
	     i++) {
		const struct mark *other = &m->items[i];
		if (other->datum == text->datum || (other->rect.w <= 0 && other->rect.h <= 0))
			continue;
		bool level = off_level(y, other->rect) == 0 && off_level(y, own) == 0;
		if (level ? near > share * distance(text, other->rect)
		          : off > share * fabs(y - centre(other->rect).y) + 0.05 * s->u)
			proof_find(p, "B13", value, make_room, "%s is as near to the mark of \"%s\" as to its own",
			           proof_name(p, text), s->evidence->data[other->datum].name);
	}
}

/* A bar and its whisker, at the bar's height. */
static struct rect along(struct rect mark, struct rect whisker)
{
	double from = fmin(mark.x, whisker.x), to = fmax(rect_right(mark), rect_right(whisker));
	return (struct rect){ from, mark.y, to - from, mark.h };
}

/* Each mark with what stands at its end before an author's words do: its value, a remark, what other sources say. */
static const struct rect *with_words(struct proofing *p, const struct rect *marks)
{
	const struct scene *s = p->scene;
	struct rect *out = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *out);
	for (size_t i = 0; i < s->evidence->n_data; i++)
		out[i] = marks[i];
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		bool counts = item->role == ROLE_VALUE || item->role == ROLE_REMARK || item->role == ROLE_OTHER;
		if (counts && proof_datum(s, item))
			out[item->datum] = along(out[item->datum], scene_ink(item));
	}
	return out;
}

/* What an author says of a value ends its row: adjacent to the words before it, and to no other mark. */
static void check_row_said(struct proofing *p, size_t said, struct rect own, const struct marks *m)
{
	double near = distance(&p->scene->items[said], own);
	if (near > said_reach * p->scene->u)
		proof_find(p, "B13", said, make_room, "%s is %.2f points from what it is said of",
		           proof_name(p, &p->scene->items[said]), near);
	check_row_value(p, said, own, m);
}

static void check_rows(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct marks m = marks_of(p);
	struct rect *own = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *own);
	bool *has = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *has),
	     *led = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *led);
	for (size_t i = 0; i < m.n; i++) {
		own[m.items[i].datum] = m.items[i].rect;
		has[m.items[i].datum] = true;
	}
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (!proof_datum(s, item) || item->kind != SCENE_PATH)
			continue;
		led[item->datum] |= item->role == ROLE_OTHER; /* its value may come after what other sources say */
		bool extends = item->role == ROLE_WHISKER || item->role == ROLE_SPREAD || item->role == ROLE_RUN;
		if (extends && has[item->datum])
			own[item->datum] = along(own[item->datum], item->path.rect);
	}
	const struct rect *row = with_words(p, own);
	for (size_t i = 0; i < s->n_items && m.n; i++) {
		const struct scene_item *text = &s->items[i];
		if (text->kind != SCENE_TEXT || !proof_datum(s, text))
			continue;
		if (text->role == ROLE_LABEL)
			check_row_name(p, i, &m);
		if (text->role == ROLE_VALUE && has[text->datum] && !led[text->datum])
			check_row_value(p, i, own[text->datum], &m);
		if (text->role == ROLE_ANNOTATION && has[text->datum])
			check_row_said(p, i, row[text->datum], &m);
	}
}

void proof_belonging(struct proofing *p)
{
	const struct scene_evidence *e = p->scene->evidence;
	if (e->upright) {
		check_upright(p);
		return;
	}
	check_tips(p);
	check_crossing(p);
	if (e->scatter)
		check_names(p);
	else if (e->courses || (e->n_scales && e->scales[0].vertical))
		check_column(p);
	else
		check_rows(p);
}
