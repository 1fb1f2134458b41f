/* Charts among the text, and on slides of their own. */
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

/* On a slide the title of the chart is a heading: of the section that it opens, or below the one it belongs to. */
static int heading_level(const struct galley *g, const struct box *box)
{
	if (!g->paper->slides)
		return 0;
	if (box->section)
		return box->section_level;
	return g->n_headings ? g->headings[g->n_headings - 1].level + 1 : 1;
}

struct spot { /* of a figure: from the galley's left */
	double x, width;
	bool wide; /* as wide as the page's body */
};

/* What the chart was made to be read on. */
static void add_ground(struct galley *g, struct box *box, const struct scene *scene, struct spot spot, double above)
{
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_BACKGROUND);
	struct rect all = { spot.x, above, spot.width, scene->height + 2 * figure_ground_pad };
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
	double y = g->paper->slides ? g->paper->footer : g->paper->lengths->small + figure_doubt_below;
	double x = g->paper->slides ? g->paper->body.x + figure_doubt_right_slide : left + figure_doubt_right;
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

static const struct text_block *small_text(struct galley *g, const char *words, enum text_weight weight)
{
	struct text_style style = { .size = g->paper->lengths->small, .weight = weight, .tabular = true };
	return text_shape(g->fonts, words, style, 0, 0, g->diags);
}

/* On a slide it stands beside the page's number, elsewhere above the chart. */
static void caption(struct galley *g, struct box *box, const struct scene *scene, const char *name, struct spot spot,
                    struct scene_tag *tag)
{
	const struct paper *p = g->paper;
	const char *part = scene->document.part;
	const struct palette *colors = &g->look->palette;
	const char *words = part && p->slides ? arena_printf(g->arena, "%s, %s", name, part) : name;
	const struct text_block *text = small_text(g, words, TEXT_SEMIBOLD);
	double right = p->body.x + p->body.w - figure_tag_right * p->lengths->small - text->width;
	add_caption(g, box, tag, p->slides ? right : spot.x, p->slides ? p->footer : p->lengths->small, text,
	            p->slides ? colors->ink3 : colors->ink2);
}

/* Right above a chart that is not the only one of its figure. */
static void name_part(struct galley *g, struct box *box, const struct scene *scene, struct spot spot,
                      struct scene_tag *tag)
{
	if (!scene->document.part || g->paper->slides)
		return;
	const struct text_block *text = small_text(g, scene->document.part, TEXT_REGULAR);
	add_caption(g, box, tag, spot.x + spot.width - text->width, g->paper->lengths->small, text,
	            g->look->palette.ink2);
}

static double pad_of(const struct galley *g, const struct block *block)
{
	return has_ground(g, block) && !g->paper->slides ? figure_ground_pad : 0;
}

/* The line of its caption included. */
static double height_of(const struct galley *g, const struct block *block, const struct scene *scene)
{
	return scene->height + 2 * pad_of(g, block) + (g->paper->slides ? 0 : g->paper->lengths->step);
}

static void add_scene(struct galley *g, struct box *box, const struct block *block, const struct scene *scene,
                      struct spot spot, struct scene_voice *voice)
{
	const struct language *l = g->briefing->front->language;
	double pad = pad_of(g, block), above = g->paper->slides ? 0 : g->paper->lengths->step;
	const char *name =
		words_fill(g->arena, l, WORD_FIGURE, "n", number_plain(g->arena, l, (size_t)block->chart.number), NULL);
	bool first = !voice->arena;
	if (has_ground(g, block))
		add_ground(g, box, scene, spot, above);
	if (first)
		add_target(g, box, block);
	if (first && g->paper->slides)
		take_heading(g, box);
	if (first)
		*voice = (struct scene_voice){ .arena = g->arena, .inside = g->tag, .heading = heading_level(g, box) };
	struct scene_figure figure = { { spot.x + pad, above + pad }, scene, name, scene_voice_page(voice, scene) };
	if (!g->paper->slides)
		caption(g, box, scene, name, spot, voice->caption);
	place_scene(g, box, &figure);
	if (g->paper->slides)
		caption(g, box, scene, name, spot, voice->caption);
	name_part(g, box, scene, spot, scene->document.table ? NULL : voice->caption); /* a table is heard as one */
	if (block->chart.doubted)
		mark_doubt(g, box, spot.x,
		           g->paper->slides ? box->height : paper_round(g->paper, height_of(g, block, scene)));
}

static struct box *add_figure_box(struct galley *g, double height, bool wide)
{
	const struct paper *p = g->paper;
	struct box *box = galley_add_box(g, p->slides ? p->body.h : paper_round(p, height), p->lengths->step);
	box->wide = wide;
	box->floats = !g->aside;
	box->plate = box->breaks = p->slides;
	return box;
}

/* The pages of a chart as wide as its spot. On a slide a ground of its own ends above the footer. */
static bool lay_out(struct galley *g, const struct block *block, struct spot spot, struct chart_pages *pages)
{
	const struct paper *p = g->paper;
	double width = spot.width - 2 * pad_of(g, block), height = p->figure_height - 2 * pad_of(g, block);
	for (size_t i = g->n_boxes; i-- > 0 && g->boxes[i]->section && !p->slides && !g->aside;)
		height -= g->boxes[i]->height + p->lengths->step; /* its headings stay with it */
	if (has_ground(g, block) && p->slides)
		height = p->footer - figure_ground_footer * p->lengths->small;
	if (g->figures->chart(g->figures->closure, block, width, height, pages))
		return true;
	if (spot.width < p->body.w && !p->slides)
		diag_add(g->diags, DIAG_NOTE, block->place, "make it wider: width: column, or full",
		         "the chart has a width of %.0f points here, those of the page are %.0f", spot.width,
		         p->body.w);
	return false;
}

static struct spot spot_of(const struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	if (p->slides)
		return (struct spot){ 0, p->width, true };
	if (g->aside || block->chart.width != FIGURE_FULL)
		return (struct spot){ g->x, g->width, g->wide };
	return (struct spot){ 0, p->body.w, true };
}

void galley_chart(struct galley *g, const struct block *block)
{
	struct chart_pages pages = { 0 };
	struct spot spot = spot_of(g, block);
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

void galley_figures(struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	const struct scene *scenes[2];
	struct spot spots[2];
	double tallest = 0;
	for (size_t i = 0; i < block->n_items; i++) {
		const struct block *chart = block->items[i];
		struct chart_pages pages = { 0 };
		if (p->slides) {
			galley_chart(g, chart);
			continue;
		}
		double each = (p->body.w - p->lengths->gutter) / 2;
		spots[i] = (struct spot){ i ? each + p->lengths->gutter : 0, each, true };
		if (!lay_out(g, chart, spots[i], &pages))
			return;
		if (pages.count > 1) {
			diag_add(g->diags, DIAG_ERROR, chart->place, "give it fewer rows, or a block of its own",
			         "a chart of half the page's width does not fit on one page");
			return;
		}
		scenes[i] = pages.items[0];
		tallest = fmax(tallest, height_of(g, chart, scenes[i]));
	}
	if (p->slides)
		return;
	struct box *box = add_figure_box(g, tallest, true);
	for (size_t i = 0; i < block->n_items; i++) {
		struct scene_voice voice = { 0 };
		struct scene_tag *was = galley_open_tag(g, TAG_GROUP);
		add_scene(g, box, block->items[i], scenes[i], spots[i], &voice);
		g->tag = was;
	}
}
