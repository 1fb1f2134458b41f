/* Charts among the text of a report. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "words/number.h"

static void place_scene(struct galley *g, struct box *box, const struct scene *scene, struct point at, const char *name)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_FIGURE, ROLE_FIGURE);
	item->figure = (struct scene_figure){ .at = at, .scene = scene, .name = name };
	item->tag = g->tag;
}

/* What the chart was made to be read on. */
static void add_ground(struct galley *g, struct box *box, const struct scene *scene, double above)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_BACKGROUND);
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { 0, above, g->paper->body.w, scene->height + 2 * figure_ground_pad },
		                          .pattern = PATTERN_SOLID,
		                          .fill = scene->background };
}

static void add_target(struct galley *g, struct box *box, const struct block *block)
{
	if (!block->anchor)
		return;
	struct scene_item *target = box_add(g->boxes_arena, box, SCENE_TARGET, ROLE_FIGURE);
	target->target = (struct scene_target){ { 0, 0 }, block->anchor, NULL, 0 };
}

/* A bar down the side of a chart whose claim does not hold. */
static void mark_doubt(struct galley *g, struct box *box)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_RULE);
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { g->paper->lengths->figure_doubt, 0, figure_bar, box->height },
		                          .pattern = PATTERN_SOLID,
		                          .fill = g->look->palette.tag };
	const struct text_block *words = text_shape(
		g->fonts, words_get(g->briefing->front->language, WORD_UNPROVED),
		(struct text_style){ .size = g->paper->lengths->small, .weight = TEXT_BOLD }, 0, 0, g->diags);
	struct scene_tag *was = galley_open_tag(g, TAG_CAPTION);
	galley_add_text(g, box, ROLE_MARGIN, figure_doubt_right, g->paper->lengths->small + figure_doubt_below, words,
	                look_doubt(g->look));
	g->tag = was;
}

/* "Figure 3", and which part of it. */
static void add_caption(struct galley *g, struct box *box, struct scene_tag *caption, double x, double y,
                        const struct text_block *words, struct color color)
{
	struct scene_tag *was = g->tag;
	g->tag = caption;
	galley_add_text(g, box, ROLE_CAPTION, x, y, words, color);
	box->items[box->n_items - 1].text.spaced = true;
	g->tag = was;
}

static bool has_ground(const struct galley *g, const struct block *block)
{
	return g->figures->has_ground && g->figures->has_ground(g->figures->closure, block);
}

static void add_page_of_chart(struct galley *g, const struct block *block, const struct scene *scene, bool first)
{
	const struct paper *p = g->paper;
	bool ground = has_ground(g, block);
	double pad = ground ? figure_ground_pad : 0;
	const char *name =
		words_fill(g->arena, g->briefing->front->language, WORD_FIGURE, "n",
	                   number_plain(g->arena, g->briefing->front->language, (size_t)block->chart.number), NULL);
	const struct text_block *tag =
		text_shape(g->fonts, name,
	                   (struct text_style){ .size = p->lengths->small, .weight = TEXT_SEMIBOLD, .tabular = true },
	                   0, 0, g->diags);
	double above = p->lengths->step; /* the tag's own line */
	struct box *box = galley_add_box(g, paper_round(p, scene->height + 2 * pad + above), p->lengths->step);
	box->wide = box->floats = true;
	struct scene_tag *was = galley_open_tag(g, TAG_FIGURE), *caption = scene_tag_new(g->arena, g->tag, TAG_CAPTION);
	g->tag->alt = scene->document.alt;
	if (ground)
		add_ground(g, box, scene, above);
	if (first)
		add_target(g, box, block);
	add_caption(g, box, caption, 0, p->lengths->small, tag, g->look->palette.ink2);
	place_scene(g, box, scene, (struct point){ pad, above + pad }, name);
	if (scene->document.part) {
		const struct text_block *part =
			text_shape(g->fonts, scene->document.part,
		                   (struct text_style){ .size = p->lengths->small, .tabular = true }, 0, 0, g->diags);
		add_caption(g, box, caption, p->body.w - part->width, p->lengths->small, part, g->look->palette.ink2);
	}
	if (block->chart.doubted)
		mark_doubt(g, box);
	g->tag = was;
}

void galley_chart(struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	struct chart_pages pages = { 0 };
	double width = p->body.w, height = p->figure_height;
	if (p->slides) {
		galley_slide_chart(g, block, NULL, NULL, 0);
		return;
	}
	for (size_t i = g->n_boxes; i-- > 0 && g->boxes[i]->section;) /* its headings stay with it */
		height -= g->boxes[i]->height + p->lengths->step;
	if (has_ground(g, block)) {
		width -= 2 * figure_ground_pad;
		height -= 2 * figure_ground_pad;
	}
	if (!g->figures->chart(g->figures->closure, block, width, height, NULL, &pages))
		return;
	for (size_t i = 0; i < pages.count; i++)
		add_page_of_chart(g, block, pages.items[i], i == 0);
}
