/* A page becomes a slide: its title, running text, tables, figures and furniture, in the order of reading. */
#include "base/arena.h"
#include "paint/pptx_parts.h"
#include "words/language.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double same_place = 0.5;  /* points */
static const double steps_apart = 3.2; /* of lines: paragraphs further apart are text boxes of their own */
static const double bullet_far = 2.5;  /* of the size: a bullet is at most so far left of its text */
static const double bullet_most = 0.6; /* of the size: its side */

struct page {
	struct pptx_pen pen;
	const struct scene *scene;
	bool *done; /* by item */
	struct pptx_frame title, frame;
	struct strbuf furniture;
	const struct scene_tag *last; /* that the frame's last line is content of */
	int datum;
	enum scene_role role;
};

/* ---- tags ---- */

static const struct scene_tag *above(const struct scene_tag *tag, enum scene_tag_kind kind)
{
	while (tag && tag->kind != kind)
		tag = tag->inside;
	return tag;
}

/* The outermost list with marks that it is in. */
static const struct scene_tag *list_of(const struct scene_tag *tag)
{
	const struct scene_tag *list = NULL;
	for (; tag; tag = tag->inside)
		if (tag->kind == TAG_LIST && tag->list != LIST_BARE)
			list = tag;
	return list;
}

static int depth_in(const struct scene_tag *tag)
{
	int depth = -1;
	for (; tag; tag = tag->inside)
		depth += tag->kind == TAG_LIST && tag->list != LIST_BARE;
	return depth < 0 ? 0 : depth;
}

/* What paragraphs and lists that follow each other are in. */
static const struct scene_tag *container_of(const struct scene_tag *tag)
{
	const struct scene_tag *list = list_of(tag);
	tag = list ? list->inside : tag;
	while (tag && (tag->kind == TAG_PARAGRAPH || tag->kind == TAG_CODE || tag->kind == TAG_SPAN))
		tag = tag->inside;
	return tag;
}

static bool is_running(const struct scene_tag *tag)
{
	return tag && (list_of(tag) || above(tag, TAG_PARAGRAPH));
}

/* ---- running text ---- */

static void flush(struct page *p)
{
	struct pptx_holding h = { .name = "Text" };
	pptx_frame_write(&p->pen, &p->frame, &h);
	p->frame = (struct pptx_frame){ 0 };
	p->last = NULL;
}

/* Where the text of a paragraph begins, without its bullet. */
static bool continues_line(const struct page *p, const struct scene_item *item)
{
	const struct pptx_frame *f = &p->frame;
	if (!f->n_lines)
		return false;
	const struct pptx_line *last = &f->lines[f->n_lines - 1];
	bool below = item->text.at.y > last->at.y + same_place;
	bool same_text = item->tag ? item->tag == p->last : item->datum == p->datum && item->datum != SCENE_NO_DATUM;
	return below && same_text && item->role == p->role &&
	       item->text.at.y < last->at.y + steps_apart * item->text.block->style.size;
}

/* Another paragraph of the same text box. */
static bool continues_box(const struct page *p, const struct scene_item *item)
{
	const struct pptx_frame *f = &p->frame;
	if (!f->n_lines || !is_running(item->tag) || !is_running(p->last))
		return false;
	const struct pptx_line *last = &f->lines[f->n_lines - 1];
	const struct pptx_paragraph *first = &f->paragraphs[0];
	double left = f->lines[first->first].at.x - first->hang;
	double size = last->text->block->style.size;
	bool aligned =
		list_of(item->tag) ? item->text.at.x > left - same_place : fabs(item->text.at.x - left) < same_place;
	return aligned && container_of(item->tag) == container_of(p->last) && item->role == p->role &&
	       fabs(item->text.block->style.size - size) < same_place && item->text.at.y > last->at.y + same_place &&
	       item->text.at.y < last->at.y + steps_apart * size;
}

/* The square left of the first line of an item, which is a bullet of its own here. */
static const struct scene_path *find_bullet(struct page *p, const struct scene_item *item)
{
	double size = item->text.block->style.size;
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *mark = &p->scene->items[i];
		const struct rect *r = &mark->path.rect;
		if (mark->kind != SCENE_PATH || mark->role != ROLE_RULE || mark->tag || p->done[i])
			continue;
		if (fabs(r->w - r->h) > same_place || r->w > bullet_most * size || r->x >= item->text.at.x ||
		    r->x < item->text.at.x - bullet_far * size || r->y > item->text.at.y ||
		    r->y < item->text.at.y - size)
			continue;
		p->done[i] = true;
		return &mark->path;
	}
	return NULL;
}

static bool is_label(const struct scene_item *item)
{
	return item->kind == SCENE_TEXT && item->tag && item->tag->kind == TAG_LABEL && list_of(item->tag);
}

/* The number that the item of a list has, which is no text of its own here; NULL: none, or it was taken. */
static const struct scene_item *take_number(struct page *p, const struct scene_item *item, int *number)
{
	const struct scene_tag *of = above(item->tag, TAG_ITEM);
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *label = &p->scene->items[i];
		if (p->done[i] || !is_label(label) || label->tag->inside != of)
			continue;
		p->done[i] = sscanf(label->text.block->text, "%d", number) == 1;
		return p->done[i] ? label : NULL;
	}
	return NULL;
}

/* A paragraph of a list: the first one of an item has its mark, which hangs to the left of it. */
static void mark(struct page *p, const struct scene_item *item, struct pptx_paragraph *paragraph)
{
	const struct scene_path *bullet;
	const struct scene_item *number;
	if (!list_of(item->tag))
		return;
	paragraph->level = depth_in(item->tag);
	if ((number = take_number(p, item, &paragraph->number))) {
		paragraph->bullet = PPTX_NUMBER;
		paragraph->color = number->text.color;
		paragraph->hang = item->text.at.x - number->text.at.x;
	} else if ((bullet = find_bullet(p, item))) {
		paragraph->bullet = PPTX_BULLET;
		paragraph->color = bullet->fill;
		paragraph->hang = item->text.at.x - bullet->rect.x;
	}
}

static void add_text(struct page *p, const struct scene_item *item)
{
	if (!continues_line(p, item)) {
		if (!continues_box(p, item))
			flush(p);
		struct pptx_paragraph *paragraph = pptx_frame_begin(&p->pen, &p->frame);
		paragraph->verbatim = item->role == ROLE_CODE;
		mark(p, item, paragraph);
	}
	pptx_frame_add(&p->pen, &p->frame, &item->text);
	p->last = item->tag;
	p->datum = item->datum;
	p->role = item->role;
}

/* ---- titles ---- */

static bool is_title(const struct page *p, const struct scene_item *item)
{
	enum scene_role role = p->scene->document.slide->cover ? ROLE_TITLE : ROLE_SECTION;
	return item->kind == SCENE_TEXT && item->role == role;
}

static void take_title(struct page *p)
{
	const struct scene_item *first = NULL;
	for (size_t i = 0; i < p->scene->n_items && p->scene->document.slide; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (!is_title(p, item) || (first && (item->tag != first->tag || item->datum != first->datum)))
			continue;
		if (!first)
			pptx_frame_begin(&p->pen, &p->title);
		first = item;
		pptx_frame_add(&p->pen, &p->title, &item->text);
		p->done[i] = true;
	}
}

static char *words_of(struct arena *arena, const struct pptx_frame *f)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < f->n_lines; i++) {
		const struct text_line *line = &f->lines[i].text->block->lines[f->lines[i].line];
		strbuf_addf(&b, "%s%.*s", i ? " " : "", (int)line->bytes, line->text);
	}
	return b.s;
}

/* No two slides have one title: the second of a name is "Name (2)". */
static const char *distinct(struct pptx *deck, const char *title, const char **added)
{
	const char *tried = title;
	for (int n = 2; map_find(&deck->titles, tried); n++) {
		*added = arena_printf(deck->arena, " (%d)", n);
		tried = arena_printf(deck->arena, "%s%s", title, *added);
	}
	map_put(&deck->titles, tried, deck);
	return tried;
}

/* Where nothing of the slide is its title: above the slide, for outlines and those who do not see it. */
static void hidden_title(struct page *p, const char *title)
{
	struct strbuf *b = &p->pen.out;
	static const double height = 30;
	strbuf_add(b, "<p:sp><p:nvSpPr>");
	pptx_name(&p->pen, "Title", NULL);
	strbuf_add(b,
	           "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr>"
	           "<p:spPr><a:xfrm>");
	pptx_box(b, (struct rect){ 0, -2 * height, p->scene->width, height });
	strbuf_addf(b, "</a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"%s\"/><a:t>",
	            p->pen.deck->language);
	markup_value(b, title);
	strbuf_add(b, "</a:t></a:r></a:p></p:txBody></p:sp>\n");
}

static void write_title(struct page *p)
{
	const struct scene *s = p->scene;
	struct arena *arena = p->pen.deck->arena;
	const char *added = NULL, *title = p->title.n_lines    ? words_of(arena, &p->title)
	                                   : s->document.title ? s->document.title
	                                                       : "";
	p->pen.slide->title = distinct(p->pen.deck, arena_strdup(arena, title), &added);
	if (!p->title.n_lines) {
		hidden_title(p, p->pen.slide->title);
		return;
	}
	double left = p->title.lines[0].at.x;
	const struct scene_slide *slide = s->document.slide;
	double right = slide ? slide->right : s->width - left;
	bool cover = slide && slide->cover, beside = slide && slide->part; /* what is in the part stands beside it */
	pptx_frame_write(&p->pen, &p->title,
	                 &(struct pptx_holding){ .holder = cover ? PPTX_COVER_TITLE : PPTX_TITLE,
	                                         .name = "Title",
	                                         .width = beside ? 0 : right - left,
	                                         .added = added });
}

/* ---- furniture ---- */

/* What stands before all content is the same on most slides. */
static void take_furniture(struct page *p)
{
	struct strbuf out = p->pen.out;
	p->pen.out = strbuf_new(p->pen.deck->arena);
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (item->kind == SCENE_TEXT && item->role == ROLE_PAGE)
			continue;
		if (item->kind != SCENE_PATH || item->tag)
			break;
		pptx_path(&p->pen, &item->path, true);
		p->done[i] = true;
	}
	p->pen.slide->furniture = p->pen.out.s;
	p->pen.out = out;
}

/* At the foot: the number of the page at the right, what is left of it is the footer. */
static void add_edge(struct page *p, const struct scene_item *item)
{
	const struct scene *s = p->scene;
	struct pptx *deck = p->pen.deck;
	char *number = arena_printf(deck->arena, "%zu", deck->n_slides);
	bool foot = s->document.slide && item->text.at.y > s->document.slide->foot;
	if (foot && item->text.at.x > s->width / 2 && strstr(item->text.block->text, number)) {
		pptx_page_number(&p->pen, &item->text, number);
	} else if (foot && item->text.at.x < s->width / 2) {
		pptx_footer(&p->pen, &item->text);
	} else {
		struct pptx_frame f = { 0 };
		pptx_frame_begin(&p->pen, &f);
		pptx_frame_add(&p->pen, &f, &item->text);
		pptx_frame_write(&p->pen, &f, &(struct pptx_holding){ .name = "Part" });
	}
}

/* ---- the page ---- */

static void keep_links(struct page *p)
{
	struct arena *arena = p->pen.deck->arena;
	struct pptx_link *links = arena_alloc(arena, p->scene->n_items + 1, sizeof *links);
	char *number = arena_printf(arena, "%zu", p->pen.deck->n_slides);
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (item->kind == SCENE_LINK && item->tag)
			links[p->pen.n_links++] = (struct pptx_link){ item->tag, arena_strdup(arena, item->link.uri) };
		if (item->kind == SCENE_TARGET)
			map_put(&p->pen.deck->targets, arena_strdup(arena, item->target.name), number);
	}
	p->pen.links = links;
}

static void add_item(struct page *p, const struct scene_item *item)
{
	switch (item->kind) {
	case SCENE_PATH:
		pptx_path(&p->pen, &item->path, true);
		return;
	case SCENE_IMAGE: {
		struct scene_image image = item->image;
		image.alt = item->tag ? image.alt : ""; /* a logo on every slide */
		flush(p);
		pptx_image(&p->pen, &image);
		return;
	}
	case SCENE_FIGURE:
		flush(p);
		pptx_figure(&p->pen, &item->figure, NULL);
		return;
	case SCENE_TEXT:
		if (item->role == ROLE_PAGE) {
			flush(p);
			add_edge(p, item);
		} else {
			add_text(p, item);
		}
		return;
	case SCENE_LINK:
	case SCENE_TARGET:
		return;
	}
}

/* The table that an item belongs to; heads that stand once more are content of no tag, but before that of one. */
static const struct scene_tag *table_of(const struct page *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	if (item->kind != SCENE_TEXT)
		return NULL;
	if (item->tag || item->role != ROLE_FIELD)
		return above(item->tag, TAG_TABLE);
	for (i++; i < p->scene->n_items; i++)
		if (p->scene->items[i].kind == SCENE_TEXT && p->scene->items[i].tag)
			return above(p->scene->items[i].tag, TAG_TABLE);
	return NULL;
}

static void add_items(struct page *p)
{
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_tag *table = p->done[i] ? NULL : table_of(p, i);
		if (table) {
			flush(p);
			pptx_table(&p->pen, p->scene, table, p->done);
		}
		if (!p->done[i])
			add_item(p, &p->scene->items[i]);
	}
	flush(p);
}

static void add_page(struct page *p)
{
	take_furniture(p);
	take_title(p);
	write_title(p);
	add_items(p);
}

/* A chart by itself, whose title is the slide's. */
static void add_chart(struct page *p)
{
	struct pptx_pen *pen = &p->pen;
	struct scene_figure figure = { .scene = p->scene };
	struct strbuf out = pen->out;
	pen->out = strbuf_new(pen->deck->arena);
	pptx_figure(pen, &figure, &p->title);
	struct strbuf body = pen->out;
	pen->out = out;
	write_title(p);
	strbuf_addn(&pen->out, body.s, body.n);
	pen->slide->furniture = "";
}

static enum pptx_layout layout_of(const struct scene *scene)
{
	const struct scene_slide *slide = scene->document.slide;
	return slide && slide->cover ? PPTX_COVER : slide && slide->part ? PPTX_PART : PPTX_CONTENT;
}

static const char *ground_of(const struct pptx *deck, const struct scene *scene)
{
	struct strbuf b = strbuf_new(deck->arena);
	if (color_equal(scene->background, deck->info->look->palette.background))
		return NULL;
	pptx_xml_fill(&b, scene->background);
	return b.s;
}

void pptx_slide_add(struct pptx *deck, const struct scene *scene)
{
	deck->slides = arena_grow(deck->arena, deck->slides, &deck->slides_room, deck->n_slides, sizeof *deck->slides);
	struct pptx_slide *slide = &deck->slides[deck->n_slides++];
	*slide = (struct pptx_slide){ .layout = layout_of(scene), .ground = ground_of(deck, scene) };
	struct page p = { .scene = scene, .datum = SCENE_NO_DATUM };
	p.pen = (struct pptx_pen){ .deck = deck, .slide = slide, .out = strbuf_new(deck->arena), .id = 1, .scale = 1 };
	p.done = arena_alloc(deck->arena, scene->n_items + 1, sizeof *p.done);
	keep_links(&p);
	if (scene->document.slide) {
		slide->part = scene->document.slide->section;
		slide->said = scene->document.slide->said;
		slide->n_said = scene->document.slide->n_said;
		add_page(&p);
	} else {
		add_chart(&p);
	}
	slide->shapes = p.pen.out.s;
}
