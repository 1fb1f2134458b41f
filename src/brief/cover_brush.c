/* What covers and mastheads draw with. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/cover_lengths.h"
#include "brief/cover_parts.h"
#include "brief/holding.h"
#include "brief/lengths.h"

#include <math.h>
#include <stdint.h>

enum { AUTHORS_MAX = 12 };

struct text_style cover_style(double size, enum text_weight weight)
{
	return (struct text_style){ .size = size, .weight = weight };
}

static const struct text_block *set(const struct brush *b, const struct brush_text *t)
{
	const struct rich plain = holding_plain(b->g->briefing->holding, b->g->arena, t->text);
	const struct text_words words = rich_words(&plain);
	return t->even ? rich_shape_even(b->g->fonts, &plain, t->style, b->width, t->step, SIZE_MAX, b->g->diags)
	               : text_shape_words(b->g->fonts, &words, t->style, b->width, t->step, b->g->diags);
}

size_t brush_lines(const struct brush *b, const struct brush_text *text)
{
	return set(b, text)->n_lines;
}

void brush_begin(struct brush *b, enum scene_tag_kind kind, struct place place)
{
	b->origin = NULL;
	if (!b->scene)
		return;
	b->tag = scene_tag_new(b->g->arena, b->g->front, kind);
	b->origin = scene_origin_new(b->g->arena, place.line, place.column);
}

void brush_write(struct brush *b, const struct brush_text *text)
{
	const struct text_block *block = set(b, text);
	b->y += text->below;
	if (b->scene) {
		struct scene_item *item =
			scene_add_text(b->scene, text->role, (struct point){ b->x, b->y }, block, text->color);
		item->tag = b->tag;
		item->origin = b->origin;
		item->text.spaced = true;
	}
	b->y += block->lines[block->n_lines - 1].baseline;
}

void brush_tag(struct brush *b)
{
	const struct look *look = b->g->look;
	const struct palette *p = &look->palette;
	if (!b->scene)
		return;
	if (look->color == LOOK_COLOR_MAKER)
		for (size_t i = 0; i < p->n_series; i++)
			scene_add_rect(b->scene, ROLE_RULE,
			               (struct rect){ b->x + cover_strip * (double)i, b->y, cover_strip, tag_height },
			               p->series[i]);
	else if (look->frame.tag_width > 0)
		scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, tag_width, tag_height }, p->tag);
}

void brush_rule(struct brush *b)
{
	if (b->scene)
		scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, b->width, rule_thick },
		               b->g->look->palette.ink);
	brush_tag(b);
}

const char *cover_byline(struct galley *g, bool authors)
{
	const struct front_matter *f = g->briefing->front;
	struct strbuf b = strbuf_new(g->arena);
	if (f->n_authors && authors)
		strbuf_add(&b, words_list(g->arena, f->language, f->authors, f->n_authors, AUTHORS_MAX));
	if (f->date.year)
		strbuf_addf(&b, "%s%s", b.n ? "  ·  " : "", words_date(g->arena, f->language, f->date));
	if (g->briefing->dataset->date.year)
		strbuf_addf(&b, "%s%s", b.n ? "  ·  " : "",
		            words_fill(g->arena, f->language, WORD_DATA_AS_OF, "date",
		                       words_date(g->arena, f->language, g->briefing->dataset->date), NULL));
	return b.s;
}

struct place cover_byline_place(const struct galley *g, bool authors)
{
	const struct front_matter *f = g->briefing->front;
	if (f->n_authors && authors)
		return f->author_place;
	return f->date.year ? f->date_place : place_file(NULL);
}

static bool is_dark(struct color color)
{
	const struct color white = { UINT8_MAX, UINT8_MAX, UINT8_MAX }, black = { 0 };
	return color_contrast(color, white) > color_contrast(color, black);
}

struct rect brand_logo(struct galley *g, struct scene *scene, struct point at, struct point most, bool right, bool told)
{
	const struct brand_picture *logo = &g->briefing->front->brand.logo;
	struct figure_image image;
	const char *file = logo->dark && is_dark(g->look->palette.background) ? logo->dark : logo->file;
	if (!file || !g->figures->image(g->figures->closure, file, &image))
		return (struct rect){ at.x, at.y, 0, 0 };
	double scale = fmin(most.x / image.width, most.y / image.height);
	struct rect rect = { at.x, at.y - image.height * scale, image.width * scale, image.height * scale };
	rect.x -= right ? rect.w : 0;
	if (!scene)
		return rect;
	struct scene_item *item = scene_add(scene, SCENE_IMAGE, told ? ROLE_FIGURE : ROLE_PAGE);
	item->image = (struct scene_image){ rect, file, logo->alt, image.art, false };
	if (told) {
		struct scene_tag *tag = scene_tag_new(g->arena, g->front, TAG_FIGURE);
		tag->alt = logo->alt;
		item->tag = tag;
	}
	return rect;
}
