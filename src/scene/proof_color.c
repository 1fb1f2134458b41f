/* Rules E: everything can be seen, by everyone. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"

#include <math.h>

enum { BACKDROPS = 8, HUES_MAX = 16 };

static const char other_colors[] = "choose other colours in the look";

static double worst_contrast(const struct proofing *p, size_t i, struct rect ink, struct color c)
{
	struct color below[BACKDROPS];
	size_t n = proof_backdrops(p, i, ink, below, BACKDROPS);
	double worst = 21;
	for (size_t k = 0; k < n; k++)
		worst = fmin(worst, color_contrast(c, below[k]));
	return worst;
}

/* What stands on a shaded field is read against its neighbours, which have other shades: size makes up for nothing. */
static bool on_shade(const struct scene *s, const struct scene_item *item)
{
	return s->evidence->shades && (item->role == ROLE_VALUE || item->role == ROLE_REMARK);
}

static void check_text(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	const struct text_style *style = &item->text.block->style;
	bool large = style->size >= 18 || (style->size >= 14 && style->weight == TEXT_BOLD);
	double need = large && !on_shade(p->scene, item) ? 3 : 4.5;
	if (item->text.block->ink.w <= 0)
		return;
	double contrast = 21;
	for (size_t l = 0; l < item->text.block->n_lines; l++) { /* a leader may pass the empty end of a short line */
		struct rect ink = text_line_ink(item->text.block, l, item->text.at);
		if (ink.w <= 0)
			continue;
		contrast = fmin(contrast, worst_contrast(p, i, ink, item->text.color));
		for (size_t k = 0; k < item->text.n_tints; k++)
			contrast = fmin(contrast, worst_contrast(p, i, ink, item->text.tints[k].color));
	}
	if (contrast < need)
		proof_find(p, "E1", i, other_colors, "%s has a contrast of %.2f; at least %.1f is needed",
		           proof_name(p, item), contrast, need);
}

/* What a bar says is also said in words beside it: it has to be seen, and needs no more (WCAG 1.4.11 asks for 3 to 1
 * where a mark is needed to understand). */
static bool has_value(const struct proofing *p, int datum)
{
	struct proof_some own = proof_of_datum(p->places, datum);
	for (size_t i = 0; i < own.n; i++)
		if (p->scene->items[own.items[i]].role == ROLE_VALUE)
			return true;
	return false;
}

static double contrast_needed(const struct proofing *p, const struct scene_item *mark)
{
	static const double beside_words = 2, alone = 3;
	bool pale = mark->path.pattern == PATTERN_SOLID && color_equal(mark->path.fill, p->scene->pale);
	return pale && mark->role != ROLE_WHISKER && has_value(p, mark->datum) ? beside_words : alone;
}

static void check_mark(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	struct color c = item->path.pattern == PATTERN_SOLID ? item->path.fill : item->path.stroke_color;
	if (item->path.rect.w <= 0 || item->path.rect.h <= 0)
		return;
	double contrast = worst_contrast(p, i, item->path.rect, c);
	double need = contrast_needed(p, item);
	if (contrast < need)
		proof_find(p, item->role == ROLE_WHISKER ? "E3" : "E2", i, other_colors,
		           "%s has a contrast of %.2f; at least %g is needed", proof_name(p, item), contrast, need);
}

/* ---- hues ---- */

static size_t collect_hues(const struct scene *s, enum scene_role role, struct color *hues)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_items && n < HUES_MAX; i++) {
		if (s->items[i].role != role || s->items[i].kind != SCENE_PATH)
			continue;
		struct color c = s->items[i].path.fill;
		size_t k = 0;
		while (k < n && !color_equal(hues[k], c))
			k++;
		if (k == n)
			hues[n++] = c;
	}
	return n;
}

/* The greys of context. */
static bool is_grey(const struct scene *s, struct color c)
{
	return color_equal(c, s->muted) || color_equal(c, s->pale);
}

/* The grey of context is not a category: it only has to differ clearly from what stands out. */
static void check_hues(struct proofing *p, const struct color *hues, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++) {
			bool muted = is_grey(p->scene, hues[i]) || is_grey(p->scene, hues[j]);
			if (is_grey(p->scene, hues[i]) && is_grey(p->scene, hues[j]))
				continue;
			double need = muted ? 15 : 20, need_worst = muted ? 9.5 : 10;
			double apart = color_distance(hues[i], hues[j], VISION_NORMAL),
			       worst = color_distance_worst(hues[i], hues[j]);
			char a[8], b[8];
			color_hex(hues[j], a);
			color_hex(hues[i], b);
			if (apart < need || worst < need_worst)
				proof_find(p, "E4", p->scene->n_items, other_colors,
				           "%s and %s are %.1f apart (at least %.0f is needed), %.1f for colour-blind "
				           "readers "
				           "(at least %.1f is needed)",
				           a, b, apart, need, worst, need_worst);
		}
}

/* Where one colour stands out from grey, it does so rarely enough to be noticed: once in each panel, or in about three
 * marks of ten. */
static void check_few(struct proofing *p, const struct color *hues, size_t n)
{
	const struct scene *s = p->scene;
	size_t marks = 0, loud = 0;
	int last = 0; /* of the scales: each panel has its own */
	if (n > 8)
		proof_find(p, "E8", s->n_items, other_colors, "the figure has %zu hues", n);
	size_t greys = 0;
	for (size_t i = 0; i < n; i++)
		greys += is_grey(s, hues[i]);
	if (!greys || n != greys + 1)
		return;
	for (size_t i = 0; i < s->n_items; i++) {
		bool mark = s->items[i].role == ROLE_MARK && s->items[i].kind == SCENE_PATH;
		marks += mark;
		loud += mark && !is_grey(s, s->items[i].path.fill);
		last = mark && s->items[i].scale > last ? s->items[i].scale : last;
	}
	if (loud > (size_t)last + 1 && loud * 10 > marks * 3 + 3) /* of few marks, one more than three of ten */
		proof_find(p, "E6", s->n_items, "put one model in focus", "%zu of %zu marks stand out", loud, marks);
}

static void check_baseline(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	double contrast = color_contrast(item->path.fill, p->scene->background);
	struct proof_some cards = proof_of_role(p->places, ROLE_PANEL);
	for (size_t k = 0; k < cards.n && cards.items[k] < i; k++) { /* a bar in the other direction may lie under it */
		const struct scene_item *card = &p->scene->items[cards.items[k]];
		if (card->kind == SCENE_PATH && rect_contains(card->path.rect, item->path.rect, 1))
			contrast = color_contrast(item->path.fill, card->path.fill);
	}
	if (contrast < 7)
		proof_find(p, "E12", i, other_colors, "the baseline has a contrast of %.2f; at least 7 is wanted",
		           contrast);
}

static void check_words(struct proofing *p, size_t hues)
{
	const struct scene *s = p->scene;
	bool *named = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *named); /* by row */
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_LABEL && s->items[i].datum >= 0 &&
		    (size_t)s->items[i].datum < s->evidence->n_data)
			named[s->evidence->data[s->items[i].datum].row < s->evidence->n_data
			              ? s->evidence->data[s->items[i].datum].row
			              : 0] = true;
	for (size_t i = 0; i < s->evidence->n_data && hues > 0; i++)
		if (s->evidence->data[i].row < s->evidence->n_data && !named[s->evidence->data[i].row])
			proof_find(p, "E5", s->n_items, NULL, "\"%s\" has a colour but no name",
			           s->evidence->data[i].name);
}

static void check_gaps(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item *before = NULL;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_MARK || item->kind != SCENE_PATH)
			continue;
		if (before && item->path.rect.w > 0 && before->path.rect.w > 0 &&
		    rect_overlaps(rect_grow(before->path.rect, 0.04 * s->u), rect_grow(item->path.rect, 0.04 * s->u)))
			proof_find(p, "E13", i, "choose a larger --size or fewer --rows", "%s touches %s",
			           proof_name(p, item), proof_name(p, before));
		before = item;
	}
}

void proof_color(struct proofing *p)
{
	struct color hues[HUES_MAX] = { { 0 } }, parts[HUES_MAX] = { { 0 } };
	size_t n = collect_hues(p->scene, ROLE_MARK, hues), n_parts = collect_hues(p->scene, ROLE_PART, parts);
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (item->kind == SCENE_TEXT)
			check_text(p, i);
		else if (item->kind == SCENE_PATH &&
		         (item->role == ROLE_MARK || item->role == ROLE_PART || item->role == ROLE_WHISKER ||
		          item->role == ROLE_SPREAD || item->role == ROLE_RUN))
			check_mark(p, i);
		else if (item->kind == SCENE_PATH && item->role == ROLE_BASELINE)
			check_baseline(p, i);
	}
	check_hues(p, hues, n);
	check_hues(p, parts, n_parts);
	check_few(p, hues, n);
	check_words(p, n);
	check_gaps(p);
}
