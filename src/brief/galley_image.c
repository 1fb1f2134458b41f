/* Images among the text, captioned with their descriptions. */
#include "brief/galley_parts.h"

#include <math.h>

static void add_image(struct galley *g, const struct block *block, const struct figure_image *image)
{
	const struct paper *p = g->paper;
	double w = image->width, h = image->height, room = p->body.h - image_reserve * p->lengths->step;
	double most = g->aside ? g->width : p->body.w, scale = fmin(1, fmin(most / w, room / h)),
	       left = g->aside ? g->x : 0;
	struct rich words = { .text = block->alt };
	struct text_style style = { .size = p->lengths->small };
	const struct text_block *caption =
		galley_shape(g, &words, style, fmin(most, g->aside ? most : p->measure), p->lengths->note_step);
	double below = image_gap + p->lengths->note_step * (double)caption->n_lines;
	struct box *box = galley_add_box(g, paper_round(p, h * scale + below), p->lengths->step);
	box->wide = box->floats = !g->aside;
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_IMAGE, ROLE_FIGURE);
	struct scene_tag *was = galley_open_tag(g, TAG_FIGURE); /* its alt is the caption, which is not read again */
	g->tag->alt = block->alt;
	item->tag = g->tag;
	item->image =
		(struct scene_image){ { left, 0, w * scale, h * scale }, block->image, block->alt, image->art, false };
	g->n_paragraphs++;
	for (size_t i = 0; i < caption->n_lines; i++)
		galley_add_line(g, box, ROLE_CAPTION, left,
		                h * scale + image_gap + image_rise + p->lengths->note_step * (double)i, &words, caption,
		                i, g->look->palette.ink2);
	g->tag = was;
}

void galley_image(struct galley *g, const struct block *block)
{
	struct figure_image image;
	if (g->figures->image(g->figures->closure, block->image, &image))
		add_image(g, block, &image);
}
