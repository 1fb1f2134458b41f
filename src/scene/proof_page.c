/* Pages of a briefing: headings, breaks, lines, margins (the I rules). */
#include "scene/proof_empty.h"
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "scene/told.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double tolerance = 0.6;
static const double emptiest = 1.0 / 3; /* of a page's body, in one piece */

static bool is_furniture(enum scene_role role)
{
	return role == ROLE_PAGE || role == ROLE_MARGIN;
}

/* ---- one page ---- */

static void check_margins(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct rect body = rect_grow(s->paper->body, tolerance);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		struct rect ink = scene_ink(item);
		if (item->kind == SCENE_FIGURE || item->kind == SCENE_IMAGE) {
			struct rect page = { 0, 0, s->width, s->height };
			bool plate = (item->kind == SCENE_FIGURE && ink.w >= s->width - 1) || item->role == ROLE_PAGE ||
			             item->role == ROLE_BACKGROUND;
			if (!rect_contains(plate ? page : body, ink, 1))
				proof_find(p, "I1", i, "give it fewer rows", "%s does not fit on the page",
				           proof_name(p, item));
		} else if (item->kind == SCENE_TEXT && ink.w > 0 && !is_furniture(item->role) &&
		           item->role != ROLE_CAPTION &&
		           (ink.x < body.x - 3 || rect_right(ink) > rect_right(body) + 3 || ink.y < body.y - 12 ||
		            rect_bottom(ink) > rect_bottom(body) + 6)) {
			proof_find(p, "I7", i, "shorten it", "%s extends into the margin", proof_name(p, item));
		}
	}
}

/* What is below a heading. */
static void check_headings(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items && !s->paper->part; i++) { /* an agenda stands beside its heading */
		const struct scene_item *heading = &s->items[i];
		bool followed = false;
		if (heading->role != ROLE_SECTION || heading->kind != SCENE_TEXT)
			continue;
		for (size_t k = 0; k < s->n_items && !followed; k++) {
			const struct scene_item *item = &s->items[k];
			bool content = item->kind == SCENE_FIGURE || item->kind == SCENE_IMAGE ||
			               (item->kind == SCENE_TEXT && !is_furniture(item->role) &&
			                item->role != ROLE_FOOTNOTE && item->datum != heading->datum);
			followed = content && scene_ink(item).y > heading->text.at.y;
		}
		/* in columns, what follows may be at the top of the next one */
		for (size_t k = i + 1; k < s->n_items && !followed && s->paper->narrow; k++)
			followed = s->items[k].role == ROLE_PROSE;
		if (!followed)
			proof_find(p, "I2", i, "write something below it, or remove it",
			           "%s is the last thing on its page", proof_name(p, heading));
	}
}

static void check_grid(struct proofing *p)
{
	const struct scene *s = p->scene;
	double first = -1;
	for (size_t i = 0; i < s->n_items && !s->paper->slide; i++) { /* slides differ in the size of their type */
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_PROSE || item->kind != SCENE_TEXT)
			continue;
		double at = fmod(item->text.at.y - s->paper->body.y, s->paper->step);
		first = first < 0 ? at : first;
		double off = fabs(at - first);
		if (fmin(off, s->paper->step - off) > 0.5)
			proof_find(p, "I6", i, NULL, "%s is %.1f points off the grid", proof_name(p, item), off);
	}
}

static void check_number(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_PAGE && s->items[i].kind == SCENE_TEXT)
			return;
	if (!s->paper->cover)
		proof_find(p, "I12", s->n_items, NULL, "the page has no number");
}

/* ---- marks of cells ---- */

enum { DISC, RING, DASH, SIGNS };

static const double beside = 3; /* sides of a mark: its words begin so near */

static int sign_of(const struct scene_item *item)
{
	return item->path.shape == SHAPE_RECT ? DASH : item->path.pattern == PATTERN_SOLID ? DISC : RING;
}

/* The line whose words begin right of a mark; NULL if there is none. */
static const char *words_beside(const struct scene *s, const struct scene_item *sign)
{
	struct rect mark = scene_ink(sign);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_FIELD)
			continue;
		double gap = item->text.at.x - rect_right(mark), up = item->text.at.y - (mark.y + mark.h / 2);
		if (gap >= 0 && gap <= beside * mark.w && up >= 0 && up <= beside * mark.w)
			return item->text.block->text;
	}
	return NULL;
}

/* The same words, or as many of them as a line had room for. */
static bool is_same(const char *a, const char *b)
{
	return str_starts(a, b) || str_starts(b, a);
}

static void check_signs(struct proofing *p)
{
	const struct scene *s = p->scene;
	const char *words[SIGNS] = { NULL };
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_SIGN || item->kind != SCENE_PATH)
			continue;
		int sign = sign_of(item);
		const char *says = words_beside(s, item);
		if (!says) {
			proof_find(p, "I13", i, proof_our_fault, "a mark stands before no words");
			continue;
		}
		for (int k = 0; k < SIGNS; k++)
			if (words[k] && is_same(words[k], says) != (k == sign))
				proof_find(p, "I13", i, proof_our_fault, "the mark before \"%s\" is that of \"%s\"",
				           says, words[sign] ? words[sign] : "other words");
		words[sign] = says;
	}
}

void proof_page(struct proofing *p)
{
	check_signs(p);
	check_margins(p);
	check_headings(p);
	check_grid(p);
	check_number(p);
}

/* ---- all pages ---- */

struct span { /* lines of one paragraph */
	int datum;
	size_t first_page, on_first, last_page, on_last, lines;
	const char *text;
};

static void count_line(struct span *span, const struct scene_item *item, size_t page)
{
	if (!span->lines) {
		*span = (struct span){ item->datum, page, 0, page, 0, 0, item->text.block->text };
	}
	if (page != span->last_page) {
		span->last_page = page;
		span->on_last = 0;
	}
	span->on_first += page == span->first_page;
	span->on_last++;
	span->lines++;
}

enum { message_runes = 50 };

static void find_on(struct proofing *p, const char *rule, size_t page, const char *remedy, const char *what,
                    const char *text)
{
	proof_find(p, rule, 0, remedy, "page %zu: %s \"%s\"", page + 1, what,
	           str_clipped(p->arena, text, message_runes));
}

/* A paragraph that continues on the next page has at least two lines on each side. */
static void check_breaks(struct proofing *p, const struct scene *const *pages, size_t n)
{
	int most = -1;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < pages[i]->n_items; k++)
			if (pages[i]->items[k].role == ROLE_PROSE && pages[i]->items[k].datum > most)
				most = pages[i]->items[k].datum;
	struct span *spans = arena_alloc(p->arena, (size_t)(most + 2), sizeof *spans);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < pages[i]->n_items; k++) {
			const struct scene_item *item = &pages[i]->items[k];
			if (item->role == ROLE_PROSE && item->kind == SCENE_TEXT && item->datum >= 0)
				count_line(&spans[item->datum], item, i);
		}
	for (int i = 0; i <= most; i++) {
		if (!spans[i].lines || spans[i].first_page == spans[i].last_page)
			continue;
		if (spans[i].on_first < 2)
			find_on(p, "I3", spans[i].first_page, NULL, "its first line stands alone:", spans[i].text);
		if (spans[i].on_last < 2)
			find_on(p, "I3", spans[i].last_page, NULL, "the last line stands alone, of", spans[i].text);
	}
}

static int compare_sizes(const void *a, const void *b)
{
	const size_t *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

struct lengths { /* of full lines */
	size_t *items, count, room;
	double widest;
	bool narrow;
};

/* A line of running text that is followed by another one of its paragraph; other scripts have other lengths. */
static bool is_full(const struct scene *page, size_t i)
{
	const struct scene_item *item = &page->items[i];
	if (item->kind != SCENE_TEXT || item->role != ROLE_PROSE || item->text.at.x > page->paper->body.x + 0.5)
		return false;
	size_t k = i + 1;
	while (k < page->n_items && page->items[k].kind != SCENE_TEXT)
		k++;
	const char *text = item->text.block->text;
	return k < page->n_items && page->items[k].role == ROLE_PROSE && page->items[k].datum == item->datum &&
	       utf8_count(text) >= strlen(text) * 9 / 10;
}

static void collect(struct proofing *p, const struct scene *page, struct lengths *lengths, bool keep)
{
	for (size_t i = 0; i < page->n_items; i++) {
		if (!is_full(page, i))
			continue;
		const struct text_block *line = page->items[i].text.block;
		lengths->narrow |= page->paper->narrow;
		lengths->widest = fmax(lengths->widest, line->width);
		if (!keep || line->width < 0.9 * lengths->widest) /* a long word left it short */
			continue;
		lengths->items =
			arena_grow(p->arena, lengths->items, &lengths->room, lengths->count, sizeof *lengths->items);
		lengths->items[lengths->count++] = utf8_count(line->text);
	}
}

static const size_t usual_least = 40, narrow_least = 30, slide_least = 15; /* characters */

/* The middle length of full lines. */
static void check_measure(struct proofing *p, const struct scene *const *pages, size_t n)
{
	struct lengths l = { 0 };
	for (size_t i = 0; i < n; i++)
		collect(p, pages[i], &l, false);
	for (size_t i = 0; i < n; i++)
		collect(p, pages[i], &l, true);
	if (l.count < 8)
		return;
	qsort(l.items, l.count, sizeof *l.items, compare_sizes);
	size_t middle = l.items[l.count / 2], least = l.narrow ? narrow_least : usual_least;
	if (pages[0]->paper->slide) /* what is set large on a narrow slide has few */
		least = slide_least;
	if (middle > 80 || middle < least)
		proof_find(p, "I4", 0, "choose another page format or number of columns",
		           "lines of running text have %zu characters", middle);
}

static size_t page_of(const struct scene *const *pages, size_t n, const char *name, bool link)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < pages[i]->n_items; k++) {
			const struct scene_item *item = &pages[i]->items[k];
			if (link && item->kind == SCENE_LINK && item->link.uri[0] == '#' &&
			    str_eq(item->link.uri + 1, name))
				return i;
			if (!link && item->kind == SCENE_TARGET && str_eq(item->target.name, name))
				return i;
		}
	return n;
}

static void check_mentions(struct proofing *p, const struct scene *const *pages, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < pages[i]->n_items; k++) {
			const struct scene_item *item = &pages[i]->items[k];
			if (item->kind != SCENE_TARGET || item->role != ROLE_FIGURE)
				continue;
			size_t mention = page_of(pages, n, item->target.name, true);
			if (mention < n && (mention + 1 < i || mention > i + 1))
				proof_find(p, "I9", 0, "mention it closer to where it appears",
				           "page %zu: the figure \"%s\" is first mentioned on page %zu", i + 1,
				           item->target.name, mention + 1);
		}
}

static bool begins_section(const struct scene *page)
{
	for (size_t k = 0; k < page->n_items; k++)
		if (page->items[k].kind == SCENE_TEXT && !is_furniture(page->items[k].role))
			return page->items[k].role == ROLE_SECTION;
	return false;
}

static const char *to_fill(const struct scene *page, const struct proof_empty *empty)
{
	const struct rect *body = &page->paper->filled;
	if (page->paper->slide)
		return "join it with the slide before or after it, or say more: a takeaway, a figure";
	return empty->where.w > body->w / 2 ? "move the figure that begins the next page, or the text around it"
	                                    : "set something beside the text, or a figure as wide as the page";
}

/* A slide ends its section where the next is of another part, or of the appendix. */
static bool may_be_empty(const struct scene *page, const struct scene *next)
{
	if (page->paper->cover || page->paper->sheet)
		return true;
	if (!page->paper->slide)
		return begins_section(next);
	return next->paper->part || next->paper->appendix != page->paper->appendix;
}

static void check_fill(struct proofing *p, const struct scene *const *pages, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		if (may_be_empty(pages[i], pages[i + 1]))
			continue;
		struct proof_empty empty = proof_largest_empty(p->arena, pages[i]);
		if (empty.share > emptiest)
			proof_find(p, "I10", 0, to_fill(pages[i], &empty),
			           "page %zu is empty on %.0f %% of its body in one piece", i + 1, empty.share * 100);
	}
}

/* ---- C6: what figures leave to earlier ones ---- */

struct said {
	struct scene_told *items;
	size_t count, capacity;
};

static void collect_said(struct proofing *p, const struct scene *figure, struct said *said)
{
	struct scene_told own;
	for (size_t i = 0; i < figure->n_items; i++) {
		if (!scene_convention(figure, i, &own))
			continue;
		said->items = arena_grow(p->arena, said->items, &said->capacity, said->count, sizeof *said->items);
		said->items[said->count++] = own;
	}
}

static void check_told_figure(struct proofing *p, const struct scene *figure, const struct said *said, size_t page)
{
	for (size_t t = 0; t < figure->evidence->n_told; t++) {
		const struct scene_told *told = &figure->evidence->told[t];
		bool found = false;
		for (size_t i = 0; i < said->count && !found; i++)
			found = scene_told_equal(&said->items[i], told);
		if (!found)
			proof_find(p, "C6", 0, proof_our_fault, "page %zu: no figure up to here has the note \"%s\"",
			           page, told->text);
	}
}

static void check_told(struct proofing *p, const struct scene *const *pages, size_t n)
{
	struct said said = { NULL, 0, 0 };
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < pages[i]->n_items; k++)
			if (pages[i]->items[k].kind == SCENE_FIGURE)
				collect_said(p, pages[i]->items[k].figure.scene, &said);
		for (size_t k = 0; k < pages[i]->n_items; k++)
			if (pages[i]->items[k].kind == SCENE_FIGURE)
				check_told_figure(p, pages[i]->items[k].figure.scene, &said, i + 1);
	}
}

void proof_between(struct proofing *p, const struct scene *const *pages, size_t n)
{
	check_told(p, pages, n);
	check_breaks(p, pages, n);
	check_measure(p, pages, n);
	check_mentions(p, pages, n);
	check_fill(p, pages, n);
}
