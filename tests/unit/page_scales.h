/* page_scales.h: whether charts that stand side by side on a page can be compared. */
#ifndef PAGE_SCALES_H
#define PAGE_SCALES_H

#include "scene/evidence.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

/* Of the bars of a figure; NULL: it has none. */
static const struct scene_scale *scale_of_bars(const struct scene_item *figure)
{
	const struct scene_evidence *e = figure->figure.scene->evidence;
	const struct scene_scale *s = e->scales;
	bool bars = e->n_scales == 1 && !s->positions && !s->logarithmic && !s->vertical && !s->dated && s->unit;
	return bars && s->per_unit > 0 && e->n_data ? s : NULL;
}

static bool says_own_scale(const struct scene_item *figure, const struct language *language)
{
	const struct scene *s = figure->figure.scene;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].kind == SCENE_TEXT &&
		    strstr(s->items[i].text.block->text, words_get(language, WORD_NOTE_OWN_SCALE)))
			return true;
	return false;
}

/* Charts side by side have one scale for bars in one unit, or one says that it has not. */
static bool scales_agree(const struct scene *page, const struct language *language)
{
	for (size_t i = 0; i < page->n_items && !page->paper->slide; i++)
		for (size_t k = 0; k < i; k++) {
			const struct scene_item *a = &page->items[k], *b = &page->items[i];
			if (a->kind != SCENE_FIGURE || b->kind != SCENE_FIGURE || a->figure.at.y != b->figure.at.y ||
			    fabs(a->figure.scene->width - b->figure.scene->width) > 1)
				continue;
			const struct scene_scale *left = scale_of_bars(a), *right = scale_of_bars(b);
			if (left && right && left->unit == right->unit &&
			    fabs(left->per_unit / right->per_unit - 1) > 0.001 && !says_own_scale(b, language))
				return false;
		}
	return true;
}

#endif
