/* Charts among the text of a report. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "scene/voice.h"
#include "words/number.h"

#include <math.h>

static void place_scene(struct galley *g, struct box *box, const struct scene_figure *figure)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_FIGURE, ROLE_FIGURE);
	item->figure = *figure;
	item->tag = g->tag;
}

struct spot { /* of a figure: from the galley's left */
	double x, width;
	bool wide; /* as wide as the page's body */
};

/* What the chart was made to be read on. */
static void add_ground(struct galley *g, struct box *box, const struct scene *scene, struct spot spot, double above)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_BACKGROUND);
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { spot.x, above, spot.width, scene->height + 2 * figure_ground_pad },
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
static void mark_doubt(struct galley *g, struct box *box, double left, double height)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_RULE);
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { left + g->paper->lengths->figure_doubt, 0, figure_bar, height },
		                          .pattern = PATTERN_SOLID,
		                          .fill = g->look->palette.tag };
	const struct text_block *words = text_shape(
		g->fonts, words_get(g->briefing->front->language, WORD_UNPROVED),
		(struct text_style){ .size = g->paper->lengths->small, .weight = TEXT_BOLD }, 0, 0, g->diags);
	struct scene_tag *was = galley_open_tag(g, TAG_CAPTION);
	galley_add_text(g, box, ROLE_MARGIN, left + figure_doubt_right, g->paper->lengths->small + figure_doubt_below,
	                words, look_doubt(g->look));
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

static const struct text_block *small_text(struct galley *g, const char *words, enum text_weight weight)
{
	struct text_style style = { .size = g->paper->lengths->small, .weight = weight, .tabular = true };
	return text_shape(g->fonts, words, style, 0, 0, g->diags);
}

static void caption(struct galley *g, struct box *box, const char *name, struct spot spot, struct scene_tag *tag)
{
	add_caption(g, box, tag, spot.x, g->paper->lengths->small, small_text(g, name, TEXT_SEMIBOLD),
	            g->look->palette.ink2);
}

/* Right above a chart that is not the only one of its figure. */
static void name_part(struct galley *g, struct box *box, const struct scene *scene, struct spot spot,
                      struct scene_tag *tag)
{
	if (!scene->document.part)
		return;
	const struct text_block *text = small_text(g, scene->document.part, TEXT_REGULAR);
	add_caption(g, box, tag, spot.x + spot.width - text->width, g->paper->lengths->small, text,
	            g->look->palette.ink2);
}

static double pad_of(const struct galley *g, const struct block *block)
{
	return has_ground(g, block) ? figure_ground_pad : 0;
}

/* The line of its caption included. */
static double height_of(const struct galley *g, const struct block *block, const struct scene *scene)
{
	return scene->height + 2 * pad_of(g, block) + g->paper->lengths->step;
}

static void add_scene(struct galley *g, struct box *box, const struct block *block, const struct scene *scene,
                      struct spot spot, struct scene_voice *voice)
{
	const struct language *l = g->briefing->front->language;
	double pad = pad_of(g, block), above = g->paper->lengths->step;
	const char *name =
		words_fill(g->arena, l, WORD_FIGURE, "n", number_plain(g->arena, l, (size_t)block->chart.number), NULL);
	bool first = !voice->arena;
	if (has_ground(g, block))
		add_ground(g, box, scene, spot, above);
	if (first)
		add_target(g, box, block);
	if (first)
		*voice = (struct scene_voice){ .arena = g->arena, .inside = g->tag };
	struct scene_figure figure = { .at = { spot.x + pad, above + pad },
		                       .scene = scene,
		                       .name = name,
		                       .tags = scene_voice_page(voice, scene) };
	caption(g, box, name, spot, voice->caption);
	place_scene(g, box, &figure);
	name_part(g, box, scene, spot, scene->document.table ? NULL : voice->caption); /* a table is heard as one */
	if (block->chart.doubted)
		mark_doubt(g, box, spot.x, paper_round(g->paper, height_of(g, block, scene)));
}

static struct box *add_figure_box(struct galley *g, double height, bool wide)
{
	struct box *box = galley_add_box(g, paper_round(g->paper, height), g->paper->lengths->step);
	box->wide = wide;
	box->floats = !g->aside;
	return box;
}

/* The pages of a chart as wide as its spot */
static bool lay_out(struct galley *g, const struct block *block, struct spot spot, struct chart_pages *pages)
{
	const struct paper *p = g->paper;
	double width = spot.width - 2 * pad_of(g, block), height = p->figure_height - 2 * pad_of(g, block);
	for (size_t i = g->n_boxes; i-- > 0 && g->boxes[i]->section && !g->aside;)
		height -= g->boxes[i]->height + p->lengths->step; /* its headings stay with it */
	if (g->figures->chart(g->figures->closure, block, width, height, NULL, pages))
		return true;
	if (spot.width < p->body.w)
		diag_add(g->diags, DIAG_NOTE, block->place, "make it wider: width: column, or full",
		         "the chart has a width of %.0f points here, those of the page are %.0f", spot.width,
		         p->body.w);
	return false;
}

static struct spot spot_of(const struct galley *g, const struct block *block)
{
	if (g->aside || block->chart.width != FIGURE_FULL)
		return (struct spot){ g->x, g->width, g->wide };
	return (struct spot){ 0, g->paper->body.w, true };
}

void galley_chart(struct galley *g, const struct block *block)
{
	struct chart_pages pages = { 0 };
	struct spot spot = spot_of(g, block);
	if (g->paper->slides) {
		galley_slide_chart(g, block, NULL, NULL, 0);
		return;
	}
	if (!lay_out(g, block, spot, &pages))
		return;
	struct scene_voice voice = { 0 };
	struct scene_tag *was = galley_open_tag(g, TAG_GROUP);
	for (size_t i = 0; i < pages.count; i++) {
		struct box *box = add_figure_box(g, height_of(g, block, pages.items[i]), spot.wide);
		add_scene(g, box, block, pages.items[i], spot, &voice);
	}
	g->tag = was;
}

/* ---- two of them ---- */

struct pair {
	struct galley *g;
	const struct block *charts[2];
	const struct scene *scenes[2];
	struct spot spots[2];
};

static bool lay_out_pair(struct pair *p)
{
	for (size_t i = 0; i < 2; i++) {
		struct chart_pages pages = { 0 };
		if (!lay_out(p->g, p->charts[i], p->spots[i], &pages))
			return false;
		if (pages.count > 1) {
			diag_add(p->g->diags, DIAG_ERROR, p->charts[i]->place,
			         "give it fewer rows, or a block of its own",
			         "a chart of half the page's width does not fit on one page");
			return false;
		}
		p->scenes[i] = pages.items[0];
	}
	return true;
}

void galley_figures(struct galley *g, const struct block *block)
{
	double gutter = g->paper->lengths->gutter, each = (g->paper->body.w - gutter) / 2;
	struct pair p = { .g = g, .spots = { { 0, each, true }, { each + gutter, each, true } } };
	for (size_t i = 0; i < 2; i++) {
		p.charts[i] = block->items[i];
		if (g->paper->slides)
			galley_chart(g, p.charts[i]);
	}
	if (g->paper->slides || !lay_out_pair(&p))
		return;
	if (galley_share_scale(g, p.charts, p.scenes) && !lay_out_pair(&p))
		return;
	struct box *box = add_figure_box(
		g, fmax(height_of(g, p.charts[0], p.scenes[0]), height_of(g, p.charts[1], p.scenes[1])), true);
	for (size_t i = 0; i < 2; i++) {
		struct scene_voice voice = { 0 };
		struct scene_tag *was = galley_open_tag(g, TAG_GROUP);
		add_scene(g, box, p.charts[i], p.scenes[i], p.spots[i], &voice);
		g->tag = was;
	}
}
