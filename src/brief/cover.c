/* The cover: where its field of colour or its picture is, and what stands beside it. */
#include "brief/cover.h"

#include "base/str.h"
#include "brief/cover_lengths.h"
#include "brief/cover_parts.h"
#include "brief/lengths.h"

#include <math.h>

enum { TITLE_LINES = 3 };

struct cover {
	struct galley *g;
	struct scene *scene;
	enum cover_kind kind;
	bool flat; /* wider than high */
	struct color title, subtitle;
	struct rect field; /* of the band, of the picture; height 0: none */
	double x, width;   /* of title and subtitle */
	double top, foot;  /* between these the title and the subtitle are */
	bool low;          /* they stand at the foot, not at the top */
};

/* ---- title and subtitle ---- */

static struct brush_text title_text(const struct cover *c, double size)
{
	return (struct brush_text){
		ROLE_TITLE, c->g->briefing->title, cover_style(size, TEXT_BOLD), size * cover_title_step, size, true,
		c->title
	};
}

/* A title that is set smaller has no narrower lines. */
static double title_width(const struct cover *c)
{
	return fmin(c->width, (c->flat ? cover_title_landscape : cover_title) * cover_title_measure);
}

/* Writes both below y, or only measures. */
static void write_words(const struct cover *c, struct brush *b, double size)
{
	double subtitle = c->g->paper->cover->subtitle;
	b->width = title_width(c);
	struct brush_text title = title_text(c, size);
	brush_begin(b, TAG_TITLE, c->g->briefing->front->title_place);
	brush_write(b, &title);
	b->width = fmin(c->width, subtitle * cover_subtitle_measure);
	if (!c->g->briefing->subtitle)
		return;
	struct brush_text below = { ROLE_SUBTITLE,
		                    c->g->briefing->subtitle,
		                    cover_style(subtitle, TEXT_REGULAR),
		                    subtitle * cover_subtitle_step,
		                    subtitle * cover_subtitle_below,
		                    true,
		                    c->subtitle };
	brush_begin(b, TAG_PARAGRAPH, c->g->briefing->front->subtitle_place);
	brush_write(b, &below);
}

static double words_height(const struct cover *c, double size)
{
	struct brush b = { .g = c->g, .x = c->x };
	write_words(c, &b, size);
	return b.y;
}

static bool title_fits(const struct cover *c, double size)
{
	struct brush b = { .g = c->g, .x = c->x, .width = title_width(c) };
	struct brush_text title = title_text(c, size);
	return brush_lines(&b, &title) <= TITLE_LINES && words_height(c, size) <= c->foot - c->top;
}

/* The largest size at which the title takes few lines and all of it has room. */
static void draw_words(struct cover *c)
{
	double size = c->flat ? cover_title_landscape : cover_title;
	while (size > cover_title_least && !title_fits(c, size))
		size *= title_shrink;
	double height = words_height(c, size);
	if (height > c->foot - c->top)
		diag_add(c->g->diags, DIAG_ERROR, c->g->briefing->front->title_place,
		         "shorten the title or the subtitle, or leave out numbers",
		         "the cover lacks %.0f points for its title and subtitle", height - (c->foot - c->top));
	struct brush b = { .g = c->g, .scene = c->scene, .x = c->x, .y = c->low ? c->foot - height : c->top };
	write_words(c, &b, size);
}

/* ---- large numbers ---- */

/* Right of its number, on the same line. */
static void write_unit(const struct brush *b, struct galley_value value, double size)
{
	struct brush right = *b;
	struct brush_text unit = { ROLE_HEADING,
		                   value.unit,
		                   cover_style(galley_unit_size(b->g, size), TEXT_SEMIBOLD),
		                   0,
		                   0,
		                   false,
		                   b->g->look->palette.highlight };
	right.x += text_shape(b->g->fonts, value.number, cover_style(size, TEXT_BOLD), 0, 0, b->g->diags)->width +
	           galley_unit_gap(size);
	right.width = 0;
	brush_write(&right, &unit);
}

/* One, under a thin rule with its words below; returns where it ends. */
static double draw_number(const struct cover *c, const struct large_number *number, struct brush b, double size)
{
	const struct palette *p = &c->g->look->palette;
	double words = c->g->paper->cover->number_words;
	struct galley_value parts = galley_value_of(c->g->arena, number->value);
	struct brush_text value = { ROLE_HEADING, parts.number, cover_style(size, TEXT_BOLD), 0, size * number_below,
		                    false,        p->highlight };
	struct brush_text below = { ROLE_CAPTION,
		                    number->words,
		                    cover_style(words, TEXT_REGULAR),
		                    words * number_words_step,
		                    words * number_words_below,
		                    false,
		                    p->ink2 };
	if (b.scene)
		scene_add_rect(b.scene, ROLE_RULE, (struct rect){ b.x, b.y, b.width, rule_thick }, p->ink);
	brush_begin(&b, TAG_PARAGRAPH, number->place);
	brush_write(&b, &value);
	if (*parts.unit)
		write_unit(&b, parts, size);
	brush_write(&b, &below);
	return b.y;
}

/* Side by side, from y down, in so many rows that no word below one is broken; returns where they end. scene NULL: only
 * measures. */
static double draw_numbers(const struct cover *c, struct scene *scene, double y)
{
	const struct block_numbers *numbers = &c->g->briefing->numbers;
	const struct cover_lengths *l = c->g->paper->cover;
	size_t n = numbers->count, across = n;
	double gap = fmin(2 * c->g->paper->lengths->gutter, numbers_gap), end = y, width = c->g->paper->body.w, each;
	for (;; across = (across + 1) / 2) {
		each = n == 1 ? width / 2 : (width - gap * (double)(across - 1)) / (double)across;
		if (across <= 2 || galley_numbers_unbroken(c->g, numbers, each, l->number_words))
			break;
	}
	double size = galley_numbers_size(c->g, numbers, each, l->number);
	for (size_t i = 0; i < n; i++) {
		if (i && i % across == 0)
			y = end + numbers_gap;
		struct brush b = { .g = c->g,
			           .scene = scene,
			           .x = c->x + (each + gap) * (double)(i % across),
			           .y = y,
			           .width = each };
		end = fmax(end, draw_number(c, &numbers->items[i], b, size));
	}
	return end;
}

/* ---- the field ---- */

static void draw_picture(const struct cover *c)
{
	const struct brand_picture *picture = &c->g->briefing->front->brand.picture;
	struct figure_image image;
	if (!c->g->figures->image(c->g->figures->closure, picture->file, &image))
		return;
	struct scene_item *item = scene_add(c->scene, SCENE_IMAGE, ROLE_BACKGROUND);
	item->image = (struct scene_image){ c->field, picture->file, picture->alt, image.art, true };
	if (!picture->alt)
		return;
	struct scene_tag *tag = scene_tag_new(c->g->arena, c->g->front, TAG_FIGURE);
	tag->alt = picture->alt;
	item->tag = tag;
}

static void settle_band(struct cover *c)
{
	const struct paper *p = c->g->paper;
	c->field = (struct rect){ 0, 0, p->width, p->height * (c->flat ? cover_band_landscape : cover_band) };
	c->title = c->subtitle = c->g->look->palette.band_ink;
	c->foot = c->field.h - (c->flat ? cover_band_pad_landscape : cover_band_pad);
	c->low = true;
	scene_add_rect(c->scene, ROLE_BACKGROUND, c->field, c->g->look->palette.band);
	struct brush b = { .g = c->g, .scene = c->scene, .x = c->x, .y = c->field.h, .width = c->width };
	brush_tag(&b);
}

/* On paper above the texts, on what is wide beside them, down to the large numbers or to its foot. */
static void settle_picture(struct cover *c)
{
	const struct paper *p = c->g->paper;
	struct brush b = { .g = c->g, .scene = c->scene, .x = c->x, .y = p->body.y, .width = c->width };
	if (c->flat) {
		double w = p->width * cover_picture_landscape;
		c->field = (struct rect){ p->width - w, 0, w, c->g->briefing->numbers.count ? c->foot : p->height };
		c->width = b.width = c->field.x - c->x - cover_picture_side;
		c->top += p->body.h * cover_plain_at_landscape;
	} else {
		c->field = (struct rect){ 0, 0, p->width, p->height * cover_picture };
		c->top = c->field.h + cover_picture_gap;
		b.y = c->field.h;
	}
	draw_picture(c);
	if (c->flat)
		brush_rule(&b);
	else
		brush_tag(&b);
}

static void settle_plain(struct cover *c)
{
	struct brush b = { .g = c->g, .scene = c->scene, .x = c->x, .y = c->top, .width = c->width };
	struct rect logo = brand_logo(c->g, c->scene, (struct point){ c->x, c->top + logo_height },
	                              (struct point){ logo_width, logo_height }, false, true);
	b.y += logo.h > 0 ? logo_height + logo_below : 0;
	brush_rule(&b);
	c->top += c->g->paper->body.h * (c->flat ? cover_plain_at_landscape : cover_plain_at);
	c->top = fmax(c->top, b.y + cover_title_below);
}

/* ---- the foot ---- */

/* Its last line is at y; how far it is from the first to there. scene NULL: only measures. */
static double draw_byline(const struct cover *c, struct scene *scene, double y)
{
	double size = c->g->paper->cover->byline;
	struct brush b = { .g = c->g, .x = c->x, .width = c->g->paper->body.w };
	const char *by = cover_byline(c->g, true);
	if (c->kind == COVER_PICTURE && c->flat && !c->g->briefing->numbers.count)
		b.width = c->width;
	if (c->kind != COVER_PLAIN) {
		struct rect logo = brand_logo(c->g, scene, (struct point){ c->x + b.width, y },
		                              (struct point){ logo_width, logo_height }, true, true);
		b.width -= logo.w > 0 ? logo.w + numbers_gap : 0;
	}
	struct brush_text text = { ROLE_CAPTION,
		                   by,
		                   cover_style(size, TEXT_REGULAR),
		                   size * number_words_step,
		                   0,
		                   false,
		                   c->g->look->palette.ink2 };
	if (!*by)
		return 0;
	brush_write(&b, &text);
	double height = b.y;
	b.scene = scene;
	b.y = y - height;
	brush_begin(&b, TAG_PARAGRAPH, cover_byline_place(c->g, true));
	brush_write(&b, &text);
	return height;
}

/* At the right, above everything; under a picture that is there. */
static void draw_confidential(const struct cover *c)
{
	const struct paper *p = c->g->paper;
	struct text_style style = cover_style(p->lengths->small, TEXT_SEMIBOLD);
	if (!c->g->briefing->confidential)
		return;
	const struct text_block *words =
		text_shape(c->g->fonts, c->g->briefing->confidential, style, 0, 0, c->g->diags);
	double y = p->slides ? confidential_slide : p->header;
	if (c->kind == COVER_PICTURE && !c->flat)
		y = c->field.h + confidential_below;
	struct place place = c->g->briefing->front->brand.confidential_place;
	struct scene_item *item = scene_add_text(
		c->scene, ROLE_PAGE, (struct point){ c->x + c->width - words->width, y }, words, c->subtitle);
	item->origin = scene_origin_new(c->g->arena, place.line, place.column);
}

void cover_draw(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	const struct palette *colors = &g->look->palette;
	struct cover c = { .g = g,
		           .scene = scene,
		           .kind = g->briefing->front->brand.cover,
		           .flat = p->width > p->height,
		           .title = colors->ink,
		           .subtitle = colors->ink2,
		           .x = p->body.x,
		           .width = p->body.w,
		           .top = p->body.y };
	double bottom = p->body.y + p->body.h;
	if (c.kind == COVER_NONE) /* slides have a cover always */
		c.kind = COVER_PLAIN;
	double numbers = bottom - draw_byline(&c, NULL, bottom);
	if (g->briefing->numbers.count)
		numbers -= draw_numbers(&c, NULL, 0) + (c.flat ? cover_byline_over_landscape : cover_byline_over);
	c.foot = numbers - cover_numbers_over;
	if (c.kind == COVER_PICTURE)
		settle_picture(&c);
	else if (c.kind == COVER_BAND)
		settle_band(&c);
	else
		settle_plain(&c);
	draw_words(&c);
	if (g->briefing->numbers.count)
		draw_numbers(&c, scene, numbers);
	draw_byline(&c, scene, bottom);
	draw_confidential(&c);
}
