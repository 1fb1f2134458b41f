/* A quotation in larger type beside a bar, and who said it. */
#include "base/str.h"
#include "brief/galley_parts.h"

#include <math.h>

static void set_size(struct galley_piece *words, double top, double size)
{
	words->style.size = size;
	words->step = size * quotation_step;
	words->baseline = top + size * quotation_rise;
}

/* A long one is set smaller, but not smaller than running text. */
static void choose_size(struct galley *g, struct galley_piece *words, double top, const struct rich *text)
{
	const struct lengths *l = g->paper->lengths;
	set_size(words, top, l->quotation);
	while (words->style.size > l->size && galley_set(g, NULL, words, text) > quotation_share * g->paper->body.h)
		set_size(words, top, fmax(l->size, words->style.size - 1));
}

void galley_quotation(struct galley *g, const struct block *block)
{
	const struct lengths *l = g->paper->lengths;
	const struct palette *p = &g->look->palette;
	double indent = quote_indent * l->size, top = rule_over * l->step;
	struct galley_piece words = {
		.role = ROLE_FIELD, .x = g->x + indent, .width = g->width - indent, .color = p->ink, .even = true
	};
	choose_size(g, &words, top, &block->text);
	struct galley_piece who = words;
	struct box *box = galley_add_box(g, 0, quotation_above * l->step);
	struct scene_tag *above = galley_open_tag(g, TAG_QUOTE), *quote = g->tag;
	galley_open_tag(g, TAG_PARAGRAPH);
	double height = galley_set(g, box, &words, &block->text);
	g->tag = quote;
	height += top + quotation_apart * l->step;
	who.even = false;
	who.style.size = l->quotation_by;
	who.step = l->quotation_by * row_step;
	who.baseline = height + l->quotation_by * row_rise;
	who.color = p->ink2;
	galley_open_tag(g, TAG_PARAGRAPH);
	double ends = height + galley_set(g, box, &who, &block->items[0]->text);
	g->tag = above;
	box_add_rect(g->boxes_arena, box, ROLE_RULE, (struct rect){ g->x, top, quotation_bar, ends - top }, p->tag);
	box->height = paper_round(g->paper, ends);
	g->air = quotation_above * l->step;
	if (box->height > g->paper->body.h - (g->paper->slides ? row_reserve_slide : row_reserve))
		diag_add(g->diags, DIAG_ERROR, block->place, "shorten it, or write it as text",
		         "a quotation is taller than a page: \"%s\"",
		         str_clipped(g->arena, block->text.text, message_runes));
}
