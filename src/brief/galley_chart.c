/* Charts among the text, and on slides of their own. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "scene/voice.h"
#include "words/number.h"

static void place_scene(struct galley *g, struct box *box, const struct scene_figure *figure)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_FIGURE, ROLE_FIGURE);
	item->figure = *figure;
	item->tag = g->tag;
}

/* On a slide the title of the chart is a heading: of the section that it opens, or below the one it belongs to. */
static int heading_level(const struct galley *g, const struct box *box)
{
	if (!g->paper->slides)
		return 0;
	if (box->section)
		return box->section_level;
	return g->n_headings ? g->headings[g->n_headings - 1].level + 1 : 1;
}

/* What the chart was made to be read on. */
static void add_ground(struct galley *g, struct box *box, const struct scene *scene, double above)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_BACKGROUND);
	struct rect all = { 0, above, g->paper->body.w, scene->height + 2 * figure_ground_pad };
	if (g->paper->slides)
		all = (struct rect){ 0, 0, scene->width, scene->height };
	item->path = (struct scene_path){
		.shape = SHAPE_RECT, .rect = all, .pattern = PATTERN_SOLID, .fill = scene->background
	};
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
	double y = g->paper->slides ? g->paper->footer : g->paper->lengths->small + figure_doubt_below;
	double x = g->paper->slides ? g->paper->body.x + figure_doubt_right_slide : figure_doubt_right;
	struct scene_tag *was = galley_open_tag(g, TAG_CAPTION);
	galley_add_text(g, box, ROLE_MARGIN, x, y, words, look_doubt(g->look));
	g->tag = was;
}

/* A section that begins with a chart needs no slide for its heading: the title of the chart is the message. */
static void take_heading(struct galley *g, struct box *box)
{
	struct box *before = g->n_boxes > 1 ? g->boxes[g->n_boxes - 2] : NULL;
	if (!before || !before->section || before->plate)
		return;
	for (size_t i = 0; i < before->n_items; i++)
		if (before->items[i].kind == SCENE_TARGET)
			*box_add(g->boxes_arena, box, SCENE_TARGET, ROLE_SECTION) = before->items[i];
	box->section = before->section;
	box->section_level = before->section_level;
	box->again = before->again;
	box->heading = before->heading;
	g->boxes[g->n_boxes - 2] = box;
	g->n_boxes--;
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

static void add_page_of_chart(struct galley *g, const struct block *block, const struct scene *scene,
                              struct scene_voice *voice)
{
	const struct paper *p = g->paper;
	bool ground = has_ground(g, block), first = !voice->arena;
	double pad = ground && !p->slides ? figure_ground_pad : 0;
	const char *name =
		words_fill(g->arena, g->briefing->front->language, WORD_FIGURE, "n",
	                   number_plain(g->arena, g->briefing->front->language, (size_t)block->chart.number), NULL);
	const char *words =
		scene->document.part && p->slides ? arena_printf(g->arena, "%s, %s", name, scene->document.part) : name;
	const struct text_block *tag =
		text_shape(g->fonts, words,
	                   (struct text_style){ .size = p->lengths->small, .weight = TEXT_SEMIBOLD, .tabular = true },
	                   0, 0, g->diags);
	double above = p->slides ? 0 : p->lengths->step; /* the tag's own line */
	struct box *box = galley_add_box(g, p->slides ? p->body.h : paper_round(p, scene->height + 2 * pad + above),
	                                 p->lengths->step);
	box->wide = box->floats = true;
	box->plate = box->breaks = p->slides;
	if (ground)
		add_ground(g, box, scene, above);
	if (first)
		add_target(g, box, block);
	if (first && p->slides)
		take_heading(g, box);
	if (first)
		*voice = (struct scene_voice){ .arena = g->arena, .inside = g->tag, .heading = heading_level(g, box) };
	struct scene_figure figure = { { 0, 0 }, scene, name, scene_voice_page(voice, scene) };
	struct scene_tag *caption = voice->caption;
	if (p->slides) {
		place_scene(g, box, &figure);
		double right =
			p->body.x + p->body.w - figure_tag_right * p->lengths->small; /* left of the page number */
		add_caption(g, box, caption, right - tag->width, p->footer, tag, g->look->palette.ink3);
	} else {
		add_caption(g, box, caption, 0, p->lengths->small, tag, g->look->palette.ink2);
		figure.at = (struct point){ pad, above + pad };
		place_scene(g, box, &figure);
	}
	if (scene->document.part && !p->slides) {
		const struct text_block *part =
			text_shape(g->fonts, scene->document.part,
		                   (struct text_style){ .size = p->lengths->small, .tabular = true }, 0, 0, g->diags);
		if (scene->document.table) /* heard as one, whatever pages it is on */
			caption = NULL;
		add_caption(g, box, caption, p->body.w - part->width, p->lengths->small, part, g->look->palette.ink2);
	}
	if (block->chart.doubted)
		mark_doubt(g, box);
}

/* On a slide a ground of its own ends above the footer. */
void galley_chart(struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	struct chart_pages pages = { 0 };
	double width = p->slides ? p->width : p->body.w, height = p->figure_height;
	for (size_t i = g->n_boxes; i-- > 0 && g->boxes[i]->section && !p->slides;) /* its headings stay with it */
		height -= g->boxes[i]->height + p->lengths->step;
	if (has_ground(g, block) && p->slides) {
		height = p->footer - figure_ground_footer * p->lengths->small;
	} else if (has_ground(g, block)) {
		width -= 2 * figure_ground_pad;
		height -= 2 * figure_ground_pad;
	}
	if (!g->figures->chart(g->figures->closure, block, width, height, &pages))
		return;
	struct scene_voice voice = { 0 };
	struct scene_tag *was = galley_open_tag(g, TAG_GROUP);
	for (size_t i = 0; i < pages.count; i++)
		add_page_of_chart(g, block, pages.items[i], &voice);
	g->tag = was;
}
