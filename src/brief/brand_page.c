#include "brief/brand_page.h"

#include "brief/cover_lengths.h"
#include "brief/cover_parts.h"
#include "brief/slides.h"
#include "scene/evidence.h"

#include <math.h>

static const double readable = 4.5;

double brand_header(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	struct rect logo = brand_logo(g, scene, (struct point){ p->body.x + p->body.w, p->header + logo_small_drop },
	                              (struct point){ logo_small_width, logo_small_height }, true, false);
	return logo.w > 0 ? logo.w + logo_small_gap : 0;
}

static const struct text_block *set(const struct galley *g, const char *text, enum text_weight weight)
{
	struct text_style style = { .size = g->paper->lengths->edge, .weight = weight, .tabular = true };
	return text_shape(g->fonts, text, style, 0, 0, g->diags);
}

double brand_slide_mark(const struct galley *g)
{
	const char *words = g->briefing->confidential;
	return words ? set(g, words, TEXT_SEMIBOLD)->width + furniture_gap : 0;
}

/* A chart on a slide may have a ground of its own. */
static struct color ink_at(const struct galley *g, const struct scene *scene, struct point at)
{
	struct color ink = g->look->palette.ink2, ground = scene->background;
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (item->role == ROLE_BACKGROUND && item->kind == SCENE_PATH &&
		    rect_contains(item->path.rect, (struct rect){ at.x, at.y, 0, 0 }, 0))
			ground = item->path.fill;
	}
	return color_contrast(ink, ground) >= readable ? ink : color_ink_on(ground);
}

static void put(const struct galley *g, struct scene *scene, double x, double baseline, const struct text_block *words)
{
	struct point at = { x, baseline };
	struct place place = g->briefing->front->brand.confidential_place;
	struct scene_item *item = scene_add_text(scene, ROLE_PAGE, at, words, ink_at(g, scene, at));
	item->origin = scene_origin_new(g->arena, place.line, place.column);
}

/* Told once, of the first page. */
static void tell_room(const struct galley *g, const struct scene *scene, double lacking)
{
	const struct brand *brand = &g->briefing->front->brand;
	struct place place = brand->footer ? brand->footer_place : brand->confidential_place;
	if (scene->evidence->page <= 1 && diags_ok(g->diags))
		diag_add(g->diags, DIAG_ERROR, place, "shorten footer: or confidential:",
		         "the foot of a page lacks %.0f points for what stands there", ceil(lacking));
}

void brand_foot(struct galley *g, struct scene *scene, const char *left, const char *right)
{
	const struct paper *p = g->paper;
	const char *confidential = g->briefing->confidential;
	if (!confidential && !g->briefing->footer)
		return;
	const struct text_block *words = set(g, confidential ? confidential : "", TEXT_SEMIBOLD);
	double width = p->slides ? 0 : words->width, x = p->width / 2 - width / 2;
	double from = p->body.x + set(g, left, TEXT_REGULAR)->width + furniture_gap;
	double to = p->body.x + p->body.w - set(g, right, TEXT_REGULAR)->width - (width > 0 ? furniture_gap : 0);
	if (width > to - from)
		tell_room(g, scene, width - (to - from));
	else if (!confidential)
		return;
	else if (p->slides)
		put(g, scene, p->body.x + p->body.w - words->width, slide_part, words);
	else
		put(g, scene, fmin(fmax(x, from), to - width), p->footer, words);
}
