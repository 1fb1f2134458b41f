/* A figure: its words as text boxes, its drawing as a group of shapes with an alt text. */
#include "base/arena.h"
#include "paint/pptx_parts.h"

static bool is_above(enum scene_role role)
{
	return role == ROLE_TITLE || role == ROLE_HEADING || role == ROLE_SUBTITLE || role == ROLE_DIRECTION;
}

static bool is_below(enum scene_role role)
{
	return role == ROLE_NOTE || role == ROLE_KEY || role == ROLE_SOURCE;
}

/* Rules, grounds, patches of colour in a key: nothing is lost for those who do not see them. */
static bool is_furniture(const struct scene_item *item)
{
	return item->kind == SCENE_PATH &&
	       (item->role == ROLE_BACKGROUND || item->role == ROLE_PANEL || item->role == ROLE_RULE ||
	        (item->role == ROLE_CHIP && item->datum == SCENE_NO_DATUM));
}

static bool is_drawing(const struct scene_item *item)
{
	bool words = item->kind == SCENE_TEXT && (is_above(item->role) || is_below(item->role));
	return !words && !is_furniture(item) && item->kind != SCENE_LINK && item->kind != SCENE_TARGET;
}

static void add_text(struct pptx_pen *pen, const struct scene_item *item, const char *name)
{
	struct pptx_frame frame = { 0 };
	pptx_frame_begin(pen, &frame);
	pptx_frame_add(pen, &frame, &item->text);
	pptx_frame_write(pen, &frame, &(struct pptx_holding){ .name = name });
}

static void add_item(struct pptx_pen *pen, const struct scene_item *item, bool decoration)
{
	switch (item->kind) {
	case SCENE_PATH:
		pptx_path(pen, &item->path, decoration);
		return;
	case SCENE_TEXT:
		add_text(pen, item, "Text");
		return;
	case SCENE_IMAGE:
		pptx_image(pen, &item->image);
		return;
	case SCENE_FIGURE:
		pptx_figure(pen, &item->figure, NULL);
		return;
	case SCENE_LINK:
	case SCENE_TARGET:
		return;
	}
}

struct drawing { /* what of a figure is shapes: all of it, or what a chart leaves */
	const struct scene_item *items;
	size_t n;
	const bool *replaced; /* NULL: none */
};

static bool is_left(const struct drawing *d, size_t i)
{
	return !(d->replaced && d->replaced[i]);
}

static void add_group(struct pptx_pen *pen, const struct drawing *d, const char *name, const char *alt)
{
	struct strbuf *b = &pen->out;
	struct rect all = { 0, 0, 0, 0 };
	for (size_t i = 0; i < d->n; i++)
		if (is_left(d, i) && is_drawing(&d->items[i]))
			all = rect_union(all, scene_ink(&d->items[i]));
	all = pptx_place(pen, all);
	if (all.w <= 0 && all.h <= 0)
		return;
	strbuf_add(b, "<p:grpSp><p:nvGrpSpPr>");
	pptx_name(pen, name, alt);
	strbuf_add(b, "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>");
	pptx_box(b, all);
	long x = pptx_emu(all.x), y = pptx_emu(all.y);
	strbuf_addf(b, "<a:chOff x=\"%ld\" y=\"%ld\"/><a:chExt cx=\"%ld\" cy=\"%ld\"/></a:xfrm></p:grpSpPr>\n", x, y,
	            pptx_emu(rect_right(all)) - x, pptx_emu(rect_bottom(all)) - y);
	for (size_t i = 0; i < d->n; i++)
		if (is_left(d, i) && is_drawing(&d->items[i]))
			add_item(pen, &d->items[i], alt && !*alt);
	strbuf_add(b, "</p:grpSp>\n");
}

/* Shades and bands, which lie under the marks. */
static bool is_under(const struct scene_item *item)
{
	return item->role == ROLE_RANGE || item->role == ROLE_LEAD || item->role == ROLE_BAND ||
	       item->role == ROLE_CORNER;
}

/* Charts, between what they leave under and over their marks. */
static void add_charted(struct pptx_pen *pen, const struct drawing *d, const struct pptx_chart *chart, const char *name,
                        const char *alt)
{
	bool *rest = arena_alloc(pen->deck->arena, d->n + 1, sizeof *rest);
	const struct drawing part = { d->items, d->n, rest };
	for (size_t i = 0; i < d->n; i++)
		rest[i] = d->replaced[i] || !is_under(&d->items[i]);
	add_group(pen, &part, "Ground", "");
	pptx_chart_frames(pen, chart, name, alt);
	for (size_t i = 0; i < d->n; i++)
		rest[i] = d->replaced[i] || is_under(&d->items[i]);
	add_group(pen, &part, name, NULL);
}

/* As a chart where PowerPoint can hold it. */
static bool is_chart(const struct pptx_pen *pen, const struct scene *scene, struct pptx_chart *chart)
{
	const struct pptx *deck = pen->deck;
	struct pptx_chart_setup setup = { .look = deck->info->look,
		                          .language = deck->language,
		                          .workbook = "rId1",
		                          .at = pen->at,
		                          .scale = pen->scale };
	*chart = (struct pptx_chart){ .items = scene->items };
	return !deck->info->shapes && pptx_chart_fits(scene) && pptx_chart_write(deck->arena, scene, &setup, chart);
}

static void add_above(struct pptx_pen *pen, const struct drawing *d, struct pptx_frame *title)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct scene_item *item = &d->items[i];
		if (item->kind != SCENE_TEXT || !is_above(item->role) || !is_left(d, i))
			continue;
		if (title && item->role == ROLE_TITLE && !title->n_lines) {
			pptx_frame_begin(pen, title);
			pptx_frame_add(pen, title, &item->text);
		} else {
			add_text(pen, item, item->role == ROLE_DIRECTION ? "Direction" : "Subtitle");
		}
	}
}

void pptx_figure(struct pptx_pen *pen, const struct scene_figure *figure, struct pptx_frame *title)
{
	const struct scene *scene = figure->scene;
	const char *name = figure->name ? figure->name : "Figure";
	struct pptx_pen own = *pen;
	struct pptx_chart chart;
	own.at = (struct point){ pen->at.x + figure->at.x * pen->scale, pen->at.y + figure->at.y * pen->scale };
	own.scale = pen->scale * (figure->scale > 0 ? figure->scale : 1);
	bool charted = is_chart(&own, scene, &chart);
	const struct drawing d = { charted ? chart.items : scene->items, scene->n_items,
		                   charted ? chart.replaces : NULL };
	for (size_t i = 0; i < d.n; i++)
		if (is_left(&d, i) && is_furniture(&d.items[i]))
			add_item(&own, &d.items[i], true);
	add_above(&own, &d, title);
	if (charted)
		add_charted(&own, &d, &chart, name, scene->document.alt);
	else
		add_group(&own, &d, name, scene->document.alt);
	for (size_t i = 0; i < d.n; i++)
		if (is_left(&d, i) && d.items[i].kind == SCENE_TEXT && is_below(d.items[i].role))
			add_text(&own, &d.items[i], "Note");
	pen->out = own.out;
	pen->id = own.id;
}
