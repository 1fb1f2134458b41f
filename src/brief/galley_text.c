/* Running text and code: one box per line. */
#include "brief/galley_parts.h"

#include <math.h>
#include <string.h>

/* Avoids a last line of one short word: a slightly narrower measure often brings another word down to it. */
static const struct text_block *without_runt(struct galley *g, const struct rich *rich, struct text_style style,
                                             double step)
{
	const struct text_block *block = galley_shape(g, rich, style, g->width, step);
	const struct text_line *last = &block->lines[block->n_lines - 1];
	bool runt = block->n_lines > 1 && last->width < runt_share * g->width && !memchr(last->text, ' ', last->bytes);
	for (double part = runt_widest; runt && part > runt_narrowest; part -= runt_part) {
		const struct text_block *tried = galley_shape(g, rich, style, part * g->width, step);
		last = &tried->lines[tried->n_lines - 1];
		if (tried->n_lines > block->n_lines)
			break;
		if (memchr(last->text, ' ', last->bytes) || last->width >= runt_share * g->width)
			return tried;
	}
	return block;
}

/* One box per line; the first two and the last two stay together. */
static void add_lines(struct galley *g, const struct rich *rich, enum scene_role role, struct text_style style,
                      double above, struct color color)
{
	double step = galley_step(g);
	const struct text_block *block = without_runt(g, rich, style, step);
	double up = 0, down = 0, rise = galley_rise(g), air = galley_ink_air(g);
	for (size_t i = 0; i < block->n_lines; i++) { /* scripts with tall letters need more room */
		struct rect ink = block->lines[i].ink;
		if (ink.w <= 0) /* an empty line has no ink */
			continue;
		up = fmax(up, block->lines[i].baseline - ink.y);
		down = fmax(down, rect_bottom(ink) - block->lines[i].baseline);
	}
	step = fmax(step, up + down + 2 * air);
	rise = fmin(fmax(rise, up + air), step - down - air);
	g->n_paragraphs++;
	for (size_t i = 0; i < block->n_lines; i++) {
		struct box *box = galley_add_box(g, step, i ? 0 : above);
		box->tied = i == 1 || (i > 1 && i + 1 == block->n_lines);
		box->loose = i > 0;
		galley_add_line(g, box, role, g->x, rise, rich, block, i, color);
		if (rich->n_doubts)
			galley_add_doubt(g, box, rich, (size_t)(block->lines[i].text - block->text),
			                 block->lines[i].bytes);
	}
}

void galley_paragraph(struct galley *g, const struct block *block, double above)
{
	struct scene_tag *was = galley_open_tag(g, TAG_PARAGRAPH);
	enum scene_role role = g->footnote ? ROLE_FOOTNOTE : g->aside ? ROLE_SIDE : ROLE_PROSE;
	add_lines(g, &block->text, role, galley_style(g), above,
	          g->footnote ? g->look->palette.ink2 : g->look->palette.ink);
	g->tag = was;
}

void galley_code(struct galley *g, const struct block *block)
{
	bool was = g->panel;
	size_t first = g->n_boxes;
	if (!was)
		galley_open_panel(g);
	struct text_style style = { .size = fmax(g->paper->lengths->small, g->paper->lengths->size * code_size),
		                    .weight = TEXT_CODE };
	struct rich plain = { .text = block->text.text };
	struct scene_tag *above = galley_open_tag(g, TAG_PARAGRAPH);
	galley_open_tag(g, TAG_CODE);
	add_lines(g, &plain, ROLE_CODE, style, g->paper->lengths->step, g->look->palette.ink);
	g->tag = above;
	if (!was)
		galley_close_panel(g, first);
}
