#include "brief/slide_head.h"

#include "brief/brand_page.h"
#include "brief/slides.h"

/* A chart in a look of its own has the whole slide. */
static bool has_ground(const struct flow_page *page)
{
	const struct box *box = page->n_items ? page->items[0].box : NULL;
	return box && box->plate && box->n_items && box->items[0].role == ROLE_BACKGROUND;
}

static void add_rule(struct galley *g, struct scene *scene)
{
	const struct rect *body = &g->paper->body;
	if (g->look->card) /* what its charts have cards for is a bar for their title */
		scene_add_rect(scene, ROLE_RULE,
		               (struct rect){ 0, slide_title_baseline - slide_title, slide_bar, slide_title_step },
		               g->look->palette.tag);
	if (g->look->frame.rule <= 0)
		return;
	scene_add_rect(scene, ROLE_RULE, (struct rect){ body->x, slide_rule, body->w, rule_thick },
	               g->look->palette.ink);
	if (g->look->frame.tag_width > 0)
		scene_add_rect(scene, ROLE_RULE, (struct rect){ body->x, slide_rule, tag_width, tag_height },
		               g->look->palette.tag);
}

/* At the right, where no title of one line reaches. */
static void add_part(struct galley *g, struct scene *scene, const char *part)
{
	const struct rect *body = &g->paper->body;
	const struct text_style style = { .size = g->paper->lengths->edge, .weight = TEXT_SEMIBOLD };
	double most = edge_share * body->w;
	const struct text_block *block = text_shape(g->fonts, part, style, 0, 0, g->diags);
	if (block->width > most)
		block = text_line_block(g->fonts, text_shape(g->fonts, part, style, most, 0, g->diags), 0);
	double right = rect_right(*body) - brand_slide_mark(g);
	scene_add_text(scene, ROLE_PAGE, (struct point){ right - block->width, slide_part }, block,
	               g->look->palette.ink3);
}

void slide_head_draw(struct galley *g, struct scene *scene, const struct flow_page *page, const char **part)
{
	const struct box *first = page->n_items ? page->items[0].box : NULL;
	bool begins = first && first->part;
	if (begins || (first && first->appendix))
		*part = begins ? first->section : NULL;
	if (has_ground(page))
		return;
	add_rule(g, scene);
	if (*part && !begins)
		add_part(g, scene, *part);
}
