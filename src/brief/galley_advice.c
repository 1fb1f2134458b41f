/* Recommendations: on the left for what and which model, on the right why and what would change it. */
#include "base/str.h"
#include "brief/galley_parts.h"
#include "brief/holding.h"

#include <math.h>
#include <string.h>

struct advice { /* how they are set */
	struct galley *g;
	bool beside;                 /* both sides are beside each other, not below */
	double left, right_x, right; /* widths; where the right side begins */
};

static struct advice settle(struct galley *g)
{
	double size = g->paper->lengths->size, gap = advice_gap * size,
	       left = fmin(advice_left * g->width, advice_left_most * size);
	bool beside = g->width - left - gap >= advice_right_least * size;
	if (!beside)
		return (struct advice){ g, false, g->width, g->x, g->width };
	return (struct advice){ g, true, left, g->x + left + gap, g->width - left - gap };
}

/* A text whose first line's baseline is `rise` below `top`. */
static double set(const struct advice *a, struct box *box, const struct rich *text, enum scene_tag_kind kind,
                  struct galley_piece piece, double top)
{
	const struct lengths *l = a->g->paper->lengths;
	struct scene_tag *was = galley_open_tag(a->g, kind);
	piece.role = ROLE_FIELD;
	piece.baseline = top + l->rise * piece.step / l->step;
	double height = galley_set(a->g, box, &piece, text);
	a->g->tag = was;
	return height;
}

/* The use, and below it the model; how far down they reach. */
static double add_left(const struct advice *a, struct box *box, const struct recommendation *one, double top)
{
	const struct lengths *l = a->g->paper->lengths;
	struct color ink = a->g->look->palette.ink, doubt = look_doubt(a->g->look);
	struct galley_piece use = { .style = { .size = l->advice_words },
		                    .step = l->advice_words * advice_words_step,
		                    .x = a->g->x,
		                    .width = a->left,
		                    .color = a->g->look->palette.ink2 };
	struct galley_piece model = use, told = use;
	model.style = (struct text_style){ .size = l->advice_model, .weight = TEXT_BOLD };
	model.step = l->advice_model * advice_step;
	model.color = one->doubted ? doubt : ink;
	told.style.weight = TEXT_BOLD;
	told.step = l->step;
	told.color = doubt;
	top += set(a, box, &one->use, TAG_LABEL, use, top);
	top += (l->step - use.step) / 2;
	galley_open_tag(a->g, TAG_BODY);
	top += set(a, box, &one->model, TAG_PARAGRAPH, model, top);
	const struct language *said = a->g->briefing->front->language;
	const struct rich words = { .text = words_get(said, WORD_UNPROVED) };
	const struct rich claim = { .text = words_get(said, WORD_ADVICE_CLAIMED) };
	if (one->claimed)
		top += set(a, box, &claim, TAG_PARAGRAPH, use, top);
	return one->doubted ? top + set(a, box, &words, TAG_PARAGRAPH, told, top) : top;
}

/* "Reconsider if" before the author's words. */
static struct rich unless_text(struct galley *g, const char *text)
{
	struct rich_builder b = rich_new(g->arena);
	b.bold++;
	rich_add(&b, words_get(g->briefing->front->language, WORD_RECONSIDER_IF));
	b.bold--;
	rich_add(&b, " ");
	rich_add(&b, text);
	return rich_done(&b);
}

static double add_right(const struct advice *a, struct box *box, const struct recommendation *one, double top)
{
	const struct lengths *l = a->g->paper->lengths;
	const struct palette *p = &a->g->look->palette;
	struct galley_piece because = {
		.style = { .size = l->size }, .step = l->step, .x = a->right_x, .width = a->right, .color = p->ink
	};
	struct galley_piece unless = because;
	unless.style.size = l->advice_words;
	unless.step = l->advice_words * advice_words_step;
	unless.color = p->ink2;
	top += set(a, box, &one->because, TAG_PARAGRAPH, because, top);
	if (!*one->unless.text)
		return top;
	struct rich text = unless_text(a->g, one->unless.text);
	holding_find(a->g->briefing->holding, a->g->arena, &text);
	top += advice_apart * l->step;
	return top + set(a, box, &text, TAG_PARAGRAPH, unless, top);
}

/* Across both sides; the outer ones are left to the edges of a panel. */
static void add_rule(const struct advice *a, struct box *box, double y, bool outer)
{
	const struct palette *p = &a->g->look->palette;
	struct rect rect = { a->g->x, y, a->right_x + a->right - a->g->x, outer ? rule_thick : rule_thin };
	if (!outer || !a->g->panel)
		box_add_rect(a->g->boxes_arena, box, ROLE_RULE, rect, outer ? p->ink : p->grid);
}

static void add_one(const struct advice *a, struct box *box, const struct recommendation *one, bool first, bool last)
{
	struct galley *g = a->g;
	double step = g->paper->lengths->step, over = first && !g->panel ? rule_over * step : 0;
	double top = first && g->panel ? 0 : over + advice_pad * step;
	struct scene_tag *list = galley_open_tag(g, TAG_ITEM);
	double left = add_left(a, box, one, top);
	double right = add_right(a, box, one, a->beside ? top : left + advice_apart * step);
	g->tag = list;
	box->height = fmax(left, right) + (last && g->panel ? 0 : advice_pad * step);
	box->loose = !first;
	if (first)
		add_rule(a, box, over, true);
	add_rule(a, box, box->height - (last ? rule_thick : rule_thin), last);
}

void galley_advice(struct galley *g, const struct block *block)
{
	const struct block_advice *all = &block->advice;
	bool was = g->wide, widen = galley_may_widen(g);
	double width = g->width, height = 0;
	size_t first = g->n_boxes;
	g->width = widen ? g->paper->body.w : width;
	g->wide = was || widen;
	struct advice a = settle(g);
	struct scene_tag *above = galley_open_list(g);
	for (size_t i = 0; i < all->count; i++) {
		struct box *box = galley_add_box(g, 0, i ? 0 : g->paper->lengths->step);
		add_one(&a, box, &all->items[i], i == 0, i + 1 == all->count);
		height += box->height;
		if (box->height > g->paper->body.h - (g->paper->slides ? row_reserve_slide : row_reserve))
			diag_add(g->diags, DIAG_ERROR, block->place, "shorten it, or write it as text",
			         "a recommendation is taller than a page: \"%s\"",
			         str_clipped(g->arena, all->items[i].use.text, message_runes));
	}
	for (size_t i = first + 1; i < g->n_boxes; i++)
		g->boxes[i]->tied = height < g->paper->lengths->table_whole * g->paper->body.h;
	g->tag = above;
	g->wide = was;
	g->width = width;
}
