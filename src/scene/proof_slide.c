/* Slides: their titles, and type that can be read from afar (the S rules). */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#include <math.h>

static const double text_least = 18, cell_least = 16, note_least = 14; /* points */
static const double rounding = 0.01;
static const double same = 0.5; /* places that differ so little are one */

static bool is_title(const struct scene_item *item)
{
	return item->kind == SCENE_TEXT && item->role == ROLE_SECTION;
}

/* The lines of the first heading; NULL: there is none. */
static const char *title_of(struct proofing *p, const struct scene *slide)
{
	struct strbuf b = strbuf_new(p->arena);
	int datum = SCENE_NO_DATUM;
	for (size_t i = 0; i < slide->n_items; i++) {
		const struct scene_item *item = &slide->items[i];
		if (!is_title(item) || (b.n && item->datum != datum))
			continue;
		datum = item->datum;
		strbuf_addf(&b, "%s%s", b.n ? " " : "", str_one_line(p->arena, item->text.block->text));
	}
	return b.n ? b.s : NULL;
}

static void check_titles(struct proofing *p, const struct scene *const *pages, size_t n)
{
	struct map titles = map_new(p->arena);
	for (size_t i = 0; i < n; i++) {
		const char *title = title_of(p, pages[i]);
		if (pages[i]->paper->cover || !pages[i]->paper->slide)
			continue;
		if (!title) {
			proof_find(p, "S1", 0, "begin it with a heading", "page %zu: the slide has no title", i + 1);
			continue;
		}
		const size_t *first = map_find(&titles, title);
		if (!first) {
			size_t *page = arena_alloc(p->arena, 1, sizeof *page);
			*page = i + 1;
			map_put(&titles, title, page);
		} else if (!pages[i]->paper->continued) {
			proof_find(p, "S5", 0, "give each its own message",
			           "page %zu: its title is that of page %zu: \"%.60s\"", i + 1, *first, title);
		}
	}
}

/* What stands at the foot of a slide is no text of it. */
static double least_of(const struct scene *slide, const struct scene_item *item)
{
	if (item->role == ROLE_PAGE || item->role == ROLE_MARGIN || item->text.at.y > rect_bottom(slide->paper->body))
		return 0;
	if (item->role == ROLE_PROSE)
		return text_least;
	return item->role == ROLE_FIELD ? cell_least : note_least;
}

static void check_sizes(struct proofing *p, const struct scene *slide, size_t page)
{
	if (slide->paper->cover || slide->paper->appendix)
		return;
	p->scene = slide;
	for (size_t i = 0; i < slide->n_items; i++) {
		const struct scene_item *item = &slide->items[i];
		if (item->kind != SCENE_TEXT || item->text.block->style.size >= least_of(slide, item) - rounding)
			continue;
		proof_find(p, "S2", i, proof_our_fault, "page %zu: %s is set at %.1f points; a slide needs %.0f",
		           page + 1, proof_name(p, item), item->text.block->style.size, least_of(slide, item));
		return;
	}
}

static const struct scene_item *first_title(const struct scene *slide)
{
	for (size_t i = 0; i < slide->n_items; i++)
		if (is_title(&slide->items[i]))
			return &slide->items[i];
	return NULL;
}

/* One that takes several lines may be smaller. */
static bool is_long(const struct scene *slide, const struct scene_item *title)
{
	const struct scene_item *next = title + 1;
	return next < slide->items + slide->n_items && is_title(next) && next->datum == title->datum &&
	       title->text.block->style.size >= text_least;
}

static void check_places(struct proofing *p, const struct scene *const *pages, size_t n)
{
	const struct scene_item *first = NULL, *title;
	double usual = 0;
	for (size_t i = 0; i < n; i++)
		if ((title = first_title(pages[i])) && !pages[i]->paper->cover && !pages[i]->paper->part)
			usual = fmax(usual, title->text.block->style.size);
	for (size_t i = 0; i < n; i++) {
		title = first_title(pages[i]);
		if (!title || pages[i]->paper->cover || pages[i]->paper->part)
			continue;
		first = first ? first : title;
		bool smaller = title->text.block->style.size < usual - same && !is_long(pages[i], title);
		if (fabs(first->text.at.y - title->text.at.y) > same || smaller)
			proof_find(p, "S3", 0, proof_our_fault,
			           "page %zu: its title is not where those of the others are", i + 1);
	}
}

/* A chart that fits in no other way is set in smaller type. */
static void check_notes(struct proofing *p, const struct scene *slide, size_t page)
{
	for (size_t i = 0; i < slide->n_items; i++) {
		const struct scene_item *figure = &slide->items[i];
		bool small = false;
		if (figure->kind != SCENE_FIGURE || slide->paper->appendix)
			continue;
		for (size_t m = 0; m < figure->figure.scene->n_items && !small; m++) {
			const struct scene_item *part = &figure->figure.scene->items[m];
			bool note = part->role == ROLE_NOTE || part->role == ROLE_SOURCE;
			small = note && part->kind == SCENE_TEXT &&
			        part->text.block->style.size < note_least - rounding;
			if (small)
				proof_find(p, "S6", 0, "give it fewer rows, or shorter notes",
				           "page %zu: the notes of its chart are set at %.1f points", page + 1,
				           part->text.block->style.size);
		}
	}
}

/* A chart fills its slide: what else is there must be where it has left room. */
static void check_beside(struct proofing *p, const struct scene *slide, size_t page)
{
	for (size_t i = 0; i < slide->n_items; i++) {
		const struct scene_item *figure = &slide->items[i];
		if (figure->kind != SCENE_FIGURE || scene_ink(figure).w < slide->width - 1)
			continue;
		for (size_t k = 0; k < slide->n_items; k++) {
			const struct scene_item *item = &slide->items[k];
			bool touches = false;
			for (size_t m = 0; m < figure->figure.scene->n_items && !touches; m++) {
				const struct scene_item *part = &figure->figure.scene->items[m];
				touches = item->kind == SCENE_TEXT && part->role != ROLE_PANEL &&
				          part->role != ROLE_BACKGROUND && scene_ink(part).w > 0 &&
				          rect_overlaps(scene_ink(part), scene_ink(item));
			}
			p->scene = slide;
			if (touches)
				proof_find(p, "S4", k, "shorten it", "page %zu: %s touches the chart", page + 1,
				           proof_name(p, item));
		}
	}
}

void proof_slides(struct proofing *p, const struct scene *const *pages, size_t n)
{
	if (!pages[0]->paper->slide)
		return;
	check_titles(p, pages, n);
	check_places(p, pages, n);
	for (size_t i = 0; i < n; i++) {
		check_sizes(p, pages[i], i);
		check_beside(p, pages[i], i);
		check_notes(p, pages[i], i);
	}
	p->scene = NULL;
}
