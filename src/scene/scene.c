#include "scene/scene.h"

#include "base/arena.h"
#include "scene/evidence.h"
#include "words/words.h"

struct scene *scene_new(struct arena *arena, double width, double height)
{
	struct scene *scene = arena_alloc(arena, 1, sizeof *scene);
	scene->arena = arena;
	scene->width = width;
	scene->height = height;
	scene->document.language = &language_english;
	scene->evidence = arena_alloc(arena, 1, sizeof *scene->evidence);
	return scene;
}

void scene_reserve(struct scene *scene, size_t more)
{
	if (scene->capacity - scene->n_items >= more)
		return;
	scene->capacity = scene->n_items + more;
	struct scene_item *items = arena_alloc(scene->arena, scene->capacity, sizeof *items);
	for (size_t i = 0; i < scene->n_items; i++)
		items[i] = scene->items[i];
	scene->items = items;
}

struct scene_item *scene_add(struct scene *scene, enum scene_kind kind, enum scene_role role)
{
	scene->items = arena_grow(scene->arena, scene->items, &scene->capacity, scene->n_items, sizeof *scene->items);
	struct scene_item *item = &scene->items[scene->n_items++];
	*item = (struct scene_item){
		.kind = kind, .role = role, .datum = SCENE_NO_DATUM, .scale = SCENE_NO_SCALE, .scale_y = SCENE_NO_SCALE
	};
	return item;
}

struct scene_item *scene_add_rect(struct scene *scene, enum scene_role role, struct rect rect, struct color fill)
{
	struct scene_item *item = scene_add(scene, SCENE_PATH, role);
	item->path = (struct scene_path){ .shape = SHAPE_RECT, .rect = rect, .pattern = PATTERN_SOLID, .fill = fill };
	return item;
}

struct scene_item *scene_add_line(struct scene *scene, enum scene_role role, struct point from, struct point to,
                                  double width, struct color color)
{
	struct scene_item *item = scene_add(scene, SCENE_PATH, role);
	item->path = (struct scene_path){ .shape = SHAPE_LINE,
		                          .rect = { from.x, from.y, to.x - from.x, to.y - from.y },
		                          .stroke = width,
		                          .stroke_color = color };
	return item;
}

const struct scene_origin *scene_origin_new(struct arena *arena, int line, int column)
{
	struct scene_origin *origin = line ? arena_alloc(arena, 1, sizeof *origin) : NULL;
	if (origin)
		*origin = (struct scene_origin){ .line = line, .column = column };
	return origin;
}

struct scene_item *scene_add_text(struct scene *scene, enum scene_role role, struct point at,
                                  const struct text_block *block, struct color color)
{
	struct scene_item *item = scene_add(scene, SCENE_TEXT, role);
	item->text = (struct scene_text){ .at = at, .block = block, .color = color };
	return item;
}

static struct rect path_ink(const struct scene_path *p)
{
	struct rect r = p->rect;
	if (p->shape == SHAPE_LINE) {
		if (r.w < 0) {
			r.x += r.w;
			r.w = -r.w;
		}
		if (r.h < 0) {
			r.y += r.h;
			r.h = -r.h;
		}
		return rect_grow(r, p->stroke / 2);
	}
	return r; /* strokes of boxes are drawn inside */
}

struct rect scene_ink(const struct scene_item *item)
{
	switch (item->kind) {
	case SCENE_PATH:
		return path_ink(&item->path);
	case SCENE_TEXT: {
		struct rect ink = item->text.block->ink;
		return (struct rect){ item->text.at.x + ink.x, item->text.at.y + ink.y, ink.w, ink.h };
	}
	case SCENE_IMAGE:
		return item->image.rect;
	case SCENE_LINK:
		return item->link.rect;
	case SCENE_TARGET:
		break;
	case SCENE_FIGURE:
		return (struct rect){ item->figure.at.x, item->figure.at.y,
			              scene_figure_scale(item) * item->figure.scene->width,
			              scene_figure_scale(item) * item->figure.scene->height };
	}
	return (struct rect){ 0, 0, 0, 0 };
}

struct rect scene_logical(const struct scene_item *item)
{
	if (item->kind != SCENE_TEXT)
		return scene_ink(item);
	const struct text_block *b = item->text.block;
	double height = b->ascent + b->lines[b->n_lines - 1].baseline + b->descent;
	return (struct rect){ item->text.at.x, item->text.at.y - b->ascent, b->width, height };
}

/* The colour at a byte, and where it ends: at most at `end`. */
static struct color color_at(const struct scene_text *text, size_t at, size_t *end)
{
	for (size_t i = 0; i < text->n_tints; i++) {
		const struct scene_tint *tint = &text->tints[i];
		if (tint->end <= at)
			continue;
		size_t border = tint->start > at ? tint->start : tint->end;
		*end = border < *end ? border : *end;
		return tint->start > at ? text->color : tint->color;
	}
	return text->color;
}

double scene_figure_scale(const struct scene_item *item)
{
	return item->figure.scale > 0 ? item->figure.scale : 1;
}

void scene_item_move(struct scene_item *item, double x, double y)
{
	switch (item->kind) {
	case SCENE_PATH:
		item->path.rect.x += x;
		item->path.rect.y += y;
		return;
	case SCENE_TEXT:
		item->text.at.x += x;
		item->text.at.y += y;
		return;
	case SCENE_IMAGE:
		item->image.rect.x += x;
		item->image.rect.y += y;
		return;
	case SCENE_LINK:
		item->link.rect.x += x;
		item->link.rect.y += y;
		return;
	case SCENE_TARGET:
		item->target.at.x += x;
		item->target.at.y += y;
		return;
	case SCENE_FIGURE:
		item->figure.at.x += x;
		item->figure.at.y += y;
		return;
	}
}

bool scene_tinted(const struct scene_text *text, const struct text_run *run, size_t *at, struct text_run *part,
                  struct color *color)
{
	if (!text->n_tints && *at < run->bytes) {
		*part = *run;
		*color = text->color;
		*at = run->bytes;
		return true;
	}
	size_t offset = (size_t)(run->text - text->block->text);
	while (*at < run->bytes) {
		size_t start = *at, end = offset + run->bytes;
		*color = color_at(text, offset + start, &end);
		*at = end - offset;
		*part = text_run_part(run, start, *at);
		if (part->n_clusters) /* a boundary inside a cluster yields an empty part */
			return true;
	}
	return false;
}

static const char *const role_words[] = {
	[ROLE_BACKGROUND] = "background",
	[ROLE_PANEL] = "panel",
	[ROLE_RULE] = "rule",
	[ROLE_GRID] = "grid line",
	[ROLE_BAND] = "band",
	[ROLE_CORNER] = "better corner",
	[ROLE_MARK] = "bar",
	[ROLE_PART] = "part of a bar",
	[ROLE_SHARE] = "number in a part",
	[ROLE_DOT] = "dot",
	[ROLE_OTHER] = "dot of another source",
	[ROLE_CELL] = "field",
	[ROLE_WHISKER] = "whisker",
	[ROLE_SPREAD] = "spread",
	[ROLE_RUN] = "run",
	[ROLE_BASELINE] = "baseline",
	[ROLE_TIE] = "tie bracket",
	[ROLE_REFERENCE] = "reference line",
	[ROLE_RANGE] = "reference band",
	[ROLE_LEAD] = "lead",
	[ROLE_AXIS] = "axis",
	[ROLE_CONNECT] = "line",
	[ROLE_LEADER] = "leader",
	[ROLE_POINTER] = "leader of an annotation",
	[ROLE_CHIP] = "chip",
	[ROLE_TITLE] = "title",
	[ROLE_SUBTITLE] = "subtitle",
	[ROLE_HEADING] = "heading",
	[ROLE_HEAD] = "head",
	[ROLE_GROUP] = "head of a group",
	[ROLE_TICK] = "tick",
	[ROLE_WORD] = "word",
	[ROLE_DIRECTION] = "direction",
	[ROLE_RANK] = "rank",
	[ROLE_LABEL] = "name",
	[ROLE_MAKER] = "maker",
	[ROLE_VALUE] = "value",
	[ROLE_REMARK] = "remark",
	[ROLE_ANNOTATION] = "annotation",
	[ROLE_ABSENT] = "missing value",
	[ROLE_GAP] = "gap",
	[ROLE_KEY] = "key",
	[ROLE_NOTE] = "note",
	[ROLE_SOURCE] = "source",
	[ROLE_PAGE] = "page number",
	[ROLE_SECTION] = "heading of a section",
	[ROLE_PROSE] = "line",
	[ROLE_ENTRY] = "entry of the contents",
	[ROLE_FIELD] = "cell",
	[ROLE_SIGN] = "mark of a cell",
	[ROLE_SPARK] = "part of a small chart",
	[ROLE_STRIKE] = "line through words",
	[ROLE_CODE] = "code",
	[ROLE_CAPTION] = "caption",
	[ROLE_FOOTNOTE] = "footnote",
	[ROLE_MARGIN] = "remark in the margin",
	[ROLE_SIDE] = "line beside the text",
	[ROLE_FIGURE] = "figure",
};
_Static_assert(sizeof role_words / sizeof *role_words == SCENE_ROLES, "one word per role");

const char *scene_role_word(enum scene_role role)
{
	return role_words[role];
}
