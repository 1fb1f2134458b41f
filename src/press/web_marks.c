/* The marks of a figure: of each everything that it stands for, and where it is. */
#include "press/web_telling.h"

#include "base/rtl.h"
#include "base/str.h"
#include "chart/kind.h"
#include "words/number.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

enum {
	KEYS = 3,                        /* by which a use is found */
	PLACES_PARTS = CHART_KIND_PARTS, /* of a datum that has places of their own */
};

/* ---- which values a datum shows ---- */

static const struct benchmark *benchmark_of(const struct web_telling *t, const struct scene_use *use)
{
	return dataset_benchmark(t->how->job->dataset, use->benchmark, place_file(NULL), NULL);
}

static const struct scene_use *use_at(const struct web_telling *t, size_t i)
{
	return &t->scene->document.uses[i];
}

static bool is_on(const struct web_telling *t, const struct scene_use *use, const char *name)
{
	const struct benchmark *b = str_eq(use->on, name) ? NULL : benchmark_of(t, use);
	return str_eq(use->on, name) || (b && (str_eq(b->name, name) || str_eq(b->brief, name)));
}

static void name_use(struct web_telling *t, const char *name, size_t key)
{
	size_t *first = map_find(&t->of_name, name);
	if (!first) {
		first = arena_alloc(t->arena, 1, sizeof *first);
		map_put(&t->of_name, name, first);
	}
	t->next[key] = *first;
	*first = key + 1;
}

/* By the names of models and of benchmarks; the last first, so that all are found in their order. */
static void index_uses(struct web_telling *t)
{
	size_t n = t->scene->document.n_uses;
	t->of_name = map_new(t->arena);
	t->next = arena_alloc(t->arena, KEYS * n + 1, sizeof *t->next);
	t->used = arena_alloc(t->arena, n + 1, sizeof *t->used);
	for (size_t i = n; i-- > 0;) {
		const struct scene_use *use = use_at(t, i);
		const struct benchmark *b = benchmark_of(t, use);
		name_use(t, use->name, KEYS * i);
		name_use(t, use->on, KEYS * i + 1);
		if (b && !str_eq(b->name, use->on))
			name_use(t, b->name, KEYS * i + 2);
	}
}

struct found { /* uses that a datum may show */
	const struct scene_use **items;
	size_t n;
};

static struct found find_uses(const struct web_telling *t, const struct scene_datum *d)
{
	const size_t *first = map_find(&t->of_name, d->name);
	struct found f = { .n = 0 };
	size_t room = 0;
	for (size_t key = first ? *first : 0; key; key = t->next[key - 1]) {
		const struct scene_use *use = use_at(t, (key - 1) / KEYS);
		bool here = str_eq(use->name, d->name) && (!d->column || is_on(t, use, d->column));
		bool turned = is_on(t, use, d->name) && (!d->column || str_eq(use->name, d->column));
		if (t->used[(key - 1) / KEYS] || !(here || turned))
			continue;
		f.items = arena_grow(t->arena, f.items, &room, f.n, sizeof *f.items);
		f.items[f.n++] = use;
	}
	return f;
}

static bool says(const struct web_telling *t, const struct scene_datum *d, const struct scene_use *use)
{
	double value = d->value * pow(10, t->scene->evidence->measures[d->measure].magnitude), near = 1e-9;
	return fabs(d->value - use->value) <= near * fabs(use->value) || fabs(value - use->value) <= near * fabs(value);
}

/* The one that has the value of the datum, or else the first. */
static const struct scene_use *best_of(const struct web_telling *t, const struct scene_datum *d, struct found found)
{
	for (size_t i = 0; i < found.n; i++)
		if (says(t, d, found.items[i]))
			return found.items[i];
	return found.items[0];
}

/* True if the datum is the difference of two values on one benchmark. */
static bool is_gap(const struct web_telling *t, const struct scene_datum *d, struct found found)
{
	return !d->column && found.n == 2 && is_on(t, found.items[0], d->name) &&
	       str_eq(found.items[0]->benchmark, found.items[1]->benchmark) && !says(t, d, found.items[0]) &&
	       !says(t, d, found.items[1]);
}

/* ---- where they are ---- */

static bool is_mark(enum scene_role role)
{
	return role == ROLE_MARK || role == ROLE_PART || role == ROLE_DOT || role == ROLE_CELL || role == ROLE_VALUE ||
	       role == ROLE_ABSENT;
}

static struct rect around(struct rect a, struct rect b)
{
	if (a.w <= 0)
		return b;
	double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
	return (struct rect){ x, y, fmax(rect_right(a), rect_right(b)) - x, fmax(rect_bottom(a), rect_bottom(b)) - y };
}

static size_t places_of(const struct scene *scene)
{
	return scene->evidence->n_data * (PLACES_PARTS + 1);
}

/* Of all data of a view, whole and by their parts. */
static struct rect *find_places(const struct web_telling *t, const struct scene *scene)
{
	struct rect *places = arena_alloc(t->arena, places_of(scene) + 1, sizeof *places);
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (item->datum < 0 || (size_t)item->datum >= scene->evidence->n_data || !is_mark(item->role))
			continue;
		struct rect box = item->kind == SCENE_TEXT ? scene_logical(item) : scene_ink(item);
		struct rect *own = &places[(size_t)item->datum * (PLACES_PARTS + 1)];
		*own = around(*own, box);
		if (item->role == ROLE_PART && item->column > 0 && item->column <= PLACES_PARTS)
			own[item->column] = around(own[item->column], box);
	}
	return places;
}

static bool same(const struct scene_datum *a, const struct scene_datum *b)
{
	return str_eq(a->name, b->name) && str_eq(a->column, b->column);
}

/* The n-th datum of this name and column. */
static size_t datum_of(const struct scene *scene, const struct scene_datum *datum, size_t n)
{
	const struct scene_evidence *e = scene->evidence;
	for (size_t i = 0; i < e->n_data; i++)
		if (same(&e->data[i], datum) && !n--)
			return i;
	return e->n_data;
}

/* The same datum in another view, which most often has them in the same order; as many as it has: none. */
static size_t counterpart(const struct web_telling *t, size_t datum, const struct scene *view)
{
	const struct scene_evidence *from = t->scene->evidence, *to = view->evidence;
	size_t n = 0;
	if (from->n_data == to->n_data && same(&from->data[datum], &to->data[datum]))
		return datum;
	for (size_t i = 0; i < datum; i++)
		n += same(&from->data[i], &from->data[datum]);
	return datum_of(view, &from->data[datum], n);
}

/* ---- what is said of them ---- */

static struct number_style style_of(const struct web_telling *t, const struct scene_datum *d)
{
	const struct scene_measure *m = &t->scene->evidence->measures[d->measure];
	int decimals = d->places + m->magnitude > 0 ? d->places + m->magnitude : 0;
	return number_style_of(t->language, m->unit, decimals, m->magnitude, d->value);
}

static const struct unit *unit_of(const struct web_telling *t, const struct scene_datum *d)
{
	return t->scene->evidence->measures[d->measure].unit;
}

/* "DeepSearchQA: Muse Spark is 5.1 points ahead." */
static const char *lead_of(const struct web_telling *t, const struct scene_datum *d, const char *name)
{
	char *gap = number_gap(t->arena, fabs(d->value), style_of(t, d), unit_of(t, d));
	enum word word = d->value > 0 ? WORD_WEB_AHEAD : d->value < 0 ? WORD_WEB_BEHIND : WORD_WEB_LEVEL;
	return words_fill(t->arena, t->language, word, "on", rtl_name(t->arena, d->name), "name",
	                  rtl_name(t->arena, name), "gap", gap, NULL);
}

static const char *total_of(const struct web_telling *t, const struct scene_datum *d)
{
	return arena_printf(t->arena, "%s: %s.", words_get(t->language, WORD_HEAD_TOTAL),
	                    number_with_unit(t->arena, d->value, style_of(t, d), unit_of(t, d)));
}

/* ---- marks ---- */

struct marking {
	struct web_telling *t;
	struct rect *places[WEB_VIEWS];
};

/* part: from 1; 0: the whole datum. row: the first of its rows. */
static void add_mark(struct marking *m, size_t datum, int part, size_t row, const char *sentence)
{
	struct web_telling *t = m->t;
	const struct scene_datum *d = &t->scene->evidence->data[datum];
	t->marks = arena_grow(t->arena, t->marks, &t->marks_room, t->n_marks, sizeof *t->marks);
	struct web_mark *mark = &t->marks[t->n_marks++];
	*mark = (struct web_mark){ .sentence = sentence,
		                   .row = row,
		                   .claimed = d->claimed || d->claimed_x || d->claimed_y };
	for (size_t view = 0; view < WEB_VIEWS; view++) {
		const struct scene *scene = t->figure->views[view].light;
		size_t at = counterpart(t, datum, scene);
		if (at < scene->evidence->n_data)
			mark->at[view] = m->places[view][at * (PLACES_PARTS + 1) + (size_t)part];
	}
}

static const char *row_of(struct web_telling *t, size_t datum, const struct scene_use *use)
{
	t->used[use - t->scene->document.uses] = true;
	return web_sentences(t, web_add_use(t, &t->scene->evidence->data[datum], use));
}

static const char *joined(const struct web_telling *t, const char *a, const char *b)
{
	return *a ? arena_printf(t->arena, "%s %s", a, b) : b;
}

static const char *asks_for(const struct web_telling *t, const struct scene_use *use)
{
	return arena_printf(t->arena, "value(\"%s%s%s\", \"%s\")", use->model, *use->variant ? "@" : "", use->variant,
	                    use->benchmark);
}

/* One mark that says all of them. */
static void mark_all(struct marking *m, size_t datum, struct found found, const char *start)
{
	size_t row = m->t->n_rows;
	for (size_t i = 0; i < found.n; i++)
		start = joined(m->t, start, row_of(m->t, datum, found.items[i]));
	add_mark(m, datum, 0, row, start);
	if (found.n == 1)
		m->t->marks[m->t->n_marks - 1].expression = asks_for(m->t, found.items[0]);
}

/* A mark for each part, which says the total too. */
static void mark_parts(struct marking *m, size_t datum, struct found found)
{
	const struct scene_evidence *e = m->t->scene->evidence;
	const char *total = total_of(m->t, &e->data[datum]);
	for (size_t part = 0; part < e->n_parts && part < PLACES_PARTS; part++)
		for (size_t i = 0; i < found.n; i++) {
			size_t row = m->t->n_rows;
			if (!str_eq(found.items[i]->on, e->parts[part]))
				continue;
			const char *own = row_of(m->t, datum, found.items[i]);
			add_mark(m, datum, (int)part + 1, row, joined(m->t, own, total));
			break;
		}
}

static void mark_datum(struct marking *m, size_t datum)
{
	struct web_telling *t = m->t;
	const struct scene_evidence *e = t->scene->evidence;
	const struct scene_datum *d = &e->data[datum];
	struct found found = d->present ? find_uses(t, d) : (struct found){ .n = 0 };
	const struct scene_use *one;
	if (!found.n) {
		size_t row = t->n_rows;
		add_mark(m, datum, 0, row, web_sentences(t, web_add_datum(t, d)));
	} else if (e->n_parts) {
		mark_parts(m, datum, found);
	} else if (e->scatter && !e->courses) {
		mark_all(m, datum, found, "");
	} else if (is_gap(t, d, found)) {
		mark_all(m, datum, found, lead_of(t, d, found.items[0]->name));
	} else {
		one = best_of(t, d, found);
		mark_all(m, datum, (struct found){ &one, 1 }, "");
	}
}

void web_add_marks(struct web_telling *t)
{
	struct marking m = { .t = t };
	for (size_t view = 0; view < WEB_VIEWS; view++)
		m.places[view] = find_places(t, t->figure->views[view].light);
	index_uses(t);
	for (size_t i = 0; i < t->scene->evidence->n_data; i++)
		mark_datum(&m, i);
}
