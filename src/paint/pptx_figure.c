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

/* Those of the scene's items that the drawing still needs. */
struct drawing {
	const struct scene_item *items;
	size_t n;
	const bool *left_out; /* by item; NULL: none is */
};

static bool has_item(const struct drawing *d, size_t i)
{
	return is_drawing(&d->items[i]) && !(d->left_out && d->left_out[i]);
}

/* alt NULL: its words say what it is; "": nothing is lost for those who do not see it. */
static void add_group(struct pptx_pen *pen, const struct drawing *d, const char *name, const char *alt)
{
	struct strbuf *b = &pen->out;
	struct rect all = { 0, 0, 0, 0 };
	for (size_t i = 0; i < d->n; i++)
		if (has_item(d, i))
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
		if (has_item(d, i))
			add_item(pen, &d->items[i], alt && !*alt);
	strbuf_add(b, "</p:grpSp>\n");
}

/* What lies under marks: shades, bands. */
static bool is_under(const struct scene_item *item)
{
	return item->role == ROLE_RANGE || item->role == ROLE_LEAD || item->role == ROLE_BAND ||
	       item->role == ROLE_CORNER;
}

/* The charts, and what they leave: under them and over them. */
static bool add_native(struct pptx_pen *pen, const struct scene *scene, const char *name)
{
	struct pptx_chart chart;
	if (!pptx_native_make(pen, scene, &chart))
		return false;
	struct drawing d = { .items = chart.items, .n = scene->n_items };
	bool *left_out = arena_alloc(pen->deck->arena, scene->n_items + 1, sizeof *left_out);
	d.left_out = left_out;
	for (size_t i = 0; i < d.n; i++)
		left_out[i] = chart.replaces[i] || !is_under(&d.items[i]);
	add_group(pen, &d, "Ground", "");
	pptx_native_add(pen, &chart, name, scene->document.alt);
	for (size_t i = 0; i < d.n; i++)
		left_out[i] = chart.replaces[i] || is_under(&d.items[i]);
	add_group(pen, &d, name, NULL);
	return true;
}

static void add_drawing(struct pptx_pen *pen, const struct scene *scene, const char *name)
{
	struct drawing all = { .items = scene->items, .n = scene->n_items };
	if (!add_native(pen, scene, name))
		add_group(pen, &all, name, scene->document.alt);
}

void pptx_figure(struct pptx_pen *pen, const struct scene_figure *figure, struct pptx_frame *title)
{
	const struct scene *scene = figure->scene;
	struct pptx_pen own = *pen;
	own.at = (struct point){ pen->at.x + figure->at.x * pen->scale, pen->at.y + figure->at.y * pen->scale };
	own.scale = pen->scale * (figure->scale > 0 ? figure->scale : 1);
	for (size_t i = 0; i < scene->n_items; i++)
		if (is_furniture(&scene->items[i]))
			add_item(&own, &scene->items[i], true);
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (item->kind != SCENE_TEXT || !is_above(item->role))
			continue;
		if (title && item->role == ROLE_TITLE && !title->n_lines) {
			pptx_frame_begin(&own, title);
			pptx_frame_add(&own, title, &item->text);
		} else {
			add_text(&own, item, item->role == ROLE_DIRECTION ? "Direction" : "Subtitle");
		}
	}
	add_drawing(&own, scene, figure->name ? figure->name : "Figure");
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].kind == SCENE_TEXT && is_below(scene->items[i].role))
			add_text(&own, &scene->items[i], "Note");
	pen->out = own.out;
	pen->id = own.id;
}
