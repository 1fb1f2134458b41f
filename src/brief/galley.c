#include "brief/galley.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double bullet_indent = 1.55, quote_indent = 1.5, panel_pad = 1.2, width_min = 6; /* of the size */
enum { CONTENTS_LEVEL = 2, SLIDE_ENTRIES = 10 };

/* ---- boxes ---- */

struct scene_item *box_add(struct galley *g, struct box *box, enum scene_kind kind, enum scene_role role)
{
	box->items = arena_grow(g->arena, box->items, &box->room, box->n_items, sizeof *box->items);
	struct scene_item *item = &box->items[box->n_items++];
	*item = (struct scene_item){
		.kind = kind, .role = role, .datum = SCENE_NO_DATUM, .scale = SCENE_NO_SCALE, .scale_y = SCENE_NO_SCALE
	};
	return item;
}

static void add_rect(struct galley *g, struct box *box, enum scene_role role, struct rect rect, struct color fill)
{
	struct scene_item *item = box_add(g, box, SCENE_PATH, role);
	item->path = (struct scene_path){ .shape = SHAPE_RECT, .rect = rect, .pattern = PATTERN_SOLID, .fill = fill };
}

/* Empty so far: a box's height and air are known at the end. */
static void add_ground(struct galley *g, struct box *box)
{
	const struct palette *p = &g->look->palette;
	box->panel.here = g->panel;
	box->bar.here = g->bar;
	if (g->panel)
		add_rect(g, box, ROLE_PANEL, (struct rect){ g->panel_x, 0, g->panel_width, 0 }, p->panel);
	if (g->bar)
		add_rect(g, box, ROLE_RULE, (struct rect){ g->bar_x, 0, 1.5, 0 }, p->muted);
}

/* The ground reaches over the air above, so that a note is one field. */
static void settle_ground(struct box *box, const struct box_ground *ground, struct rect *rect)
{
	double up = ground->first ? ground->over : box->above;
	rect->y = -up;
	rect->h = up + box->height + ground->under;
}

/* Behind rows the next line waits for the grid: the field bridges that. */
static void bridge(const struct galley *g, struct box_ground *ground, const struct box_ground *next)
{
	if (ground->here && next->here && !next->first)
		ground->under = g->paper->step;
}

static void settle_grounds(struct galley *g)
{
	for (size_t i = 0; i < g->n_boxes; i++) {
		struct box *box = g->boxes[i], *next = i + 1 < g->n_boxes ? g->boxes[i + 1] : NULL;
		if (next && box->loose && !next->loose) {
			bridge(g, &box->panel, &next->panel);
			bridge(g, &box->bar, &next->bar);
		}
		if (box->panel.here)
			settle_ground(box, &box->panel, &box->items[0].path.rect);
		if (box->bar.here)
			settle_ground(box, &box->bar, &box->items[box->panel.here].path.rect);
	}
}

struct scene_tag *galley_open(struct galley *g, enum scene_tag_kind kind)
{
	struct scene_tag *was = g->tag;
	if (was)
		g->tag = scene_tag_new(g->arena, was, kind);
	return was;
}

struct box *galley_box(struct galley *g, double height, double above)
{
	above = fmax(above, g->air);
	g->air = 0;
	struct box *box = arena_alloc(g->arena, 1, sizeof *box);
	*box = (struct box){ .height = height, .above = above, .wide = g->wide, .paired = g->paired };
	g->boxes = arena_grow(g->arena, g->boxes, &g->room, g->n_boxes, sizeof(struct box *));
	g->boxes[g->n_boxes++] = box;
	add_ground(g, box);
	return box;
}

void box_text(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
              const struct text_block *block, struct color color)
{
	struct scene_item *item = box_add(g, box, SCENE_TEXT, role);
	item->text = (struct scene_text){ .at = { x, baseline }, .block = block, .color = color };
	item->tag = g->tag;
}

/* ---- lines of rich text ---- */

static struct text_style style_of(const struct galley *g)
{
	return (struct text_style){ .size = g->footnote ? g->paper->small : g->paper->size };
}

static double step_of(const struct galley *g)
{
	return g->footnote ? g->paper->note_step : g->paper->step;
}

static double rise_of(const struct galley *g)
{
	return g->footnote ? 9 * g->paper->note_step / 12 : g->paper->rise;
}

const struct text_block *galley_shape(struct galley *g, const struct rich *rich, struct text_style style, double width,
                                      double step)
{
	return text_shape_marked(g->fonts, rich->text, rich->marks, rich->n_marks, style, width, step, g->diags);
}

struct range { /* of a line's text */
	size_t start, end;
};

/* The first of n links, notes or doubts, all of which begin with start and end, that ends behind a byte of the text. */
static size_t first_behind(const void *items, size_t n, size_t each, size_t at)
{
	size_t least = 0;
	while (least < n) {
		size_t middle = least + (n - least) / 2;
		const struct range *range = (const void *)((const char *)items + middle * each);
		if (range->end > at)
			n = middle;
		else
			least = middle + 1;
	}
	return least;
}

static bool in_line(size_t start, size_t end, size_t first, size_t bytes, struct range *range)
{
	if (end <= first || start >= first + bytes)
		return false;
	range->start = start > first ? start - first : 0;
	range->end = end < first + bytes ? end - first : bytes;
	return true;
}

static int compare_tints(const struct scene_tint *a, const struct scene_tint *b)
{
	return a->start < b->start ? -1 : a->start > b->start;
}

/* Links in the highlight, doubted sentences in the colour of what is worse; a doubt hides a link's colour. */
static void tint_line(struct galley *g, struct scene_text *text, const struct rich *rich, size_t first, size_t bytes)
{
	struct scene_tint *tints = NULL;
	size_t n = 0, capacity = 0;
	struct range range = { 0 };
	for (size_t i = first_behind(rich->doubts, rich->n_doubts, sizeof *rich->doubts, first);
	     i < rich->n_doubts && rich->doubts[i].start < first + bytes; i++) {
		if (!in_line(rich->doubts[i].start, rich->doubts[i].end, first, bytes, &range))
			continue;
		tints = arena_grow(g->arena, tints, &capacity, n, sizeof *tints);
		tints[n++] = (struct scene_tint){ range.start, range.end, g->look->palette.tag };
	}
	for (size_t i = first_behind(rich->links, rich->n_links, sizeof *rich->links, first);
	     i < rich->n_links && rich->links[i].start < first + bytes; i++) {
		bool hidden = !in_line(rich->links[i].start, rich->links[i].end, first, bytes, &range);
		for (size_t k = 0; k < n && !hidden; k++)
			hidden = range.start < tints[k].end && tints[k].start < range.end;
		if (hidden)
			continue;
		tints = arena_grow(g->arena, tints, &capacity, n, sizeof *tints);
		tints[n++] = (struct scene_tint){ range.start, range.end, g->look->palette.highlight };
	}
	for (size_t i = 1; i < n; i++) /* few: sorted by hand */
		for (size_t k = i; k > 0 && compare_tints(&tints[k], &tints[k - 1]) < 0; k--) {
			struct scene_tint swap = tints[k];
			tints[k] = tints[k - 1];
			tints[k - 1] = swap;
		}
	text->tints = tints;
	text->n_tints = n;
}

/* A link is one, whatever number of lines it goes over. */
static struct scene_tag *inline_tag(struct galley *g, const struct rich *rich, size_t i, enum scene_tag_kind kind)
{
	if (!g->tag)
		return NULL;
	if (g->inlines_of != g->tag) {
		g->inlines_of = g->tag;
		g->inlines = arena_alloc(g->arena, rich->n_links + rich->n_notes + 1, sizeof(struct scene_tag *));
	}
	if (g->inlines[i])
		return g->inlines[i];
	g->inlines[i] = scene_tag_new(g->arena, g->tag, kind);
	if (kind == TAG_LINK) {
		const struct rich_link *link = &rich->links[i];
		g->inlines[i]->alt = link->target[0] == '#' ? arena_strndup(g->arena, rich->text + link->start,
		                                                            link->end - link->start)
		                                            : link->target;
	}
	return g->inlines[i];
}

static int compare_spans(const void *a, const void *b)
{
	const struct scene_span *p = a, *q = b;
	return p->start < q->start ? -1 : p->start > q->start;
}

/* Links and references are tags of their own; a reference inside a link is the link's. */
static void span_line(struct galley *g, struct scene_text *text, const struct rich *rich, size_t first, size_t bytes)
{
	struct scene_span *spans = NULL;
	size_t n = 0, n_links, capacity = 0;
	struct range range = { 0 };
	for (size_t i = first_behind(rich->links, rich->n_links, sizeof *rich->links, first);
	     i < rich->n_links && in_line(rich->links[i].start, rich->links[i].end, first, bytes, &range); i++) {
		spans = arena_grow(g->arena, spans, &capacity, n, sizeof *spans);
		spans[n++] = (struct scene_span){ range.start, range.end, inline_tag(g, rich, i, TAG_LINK) };
	}
	n_links = n;
	for (size_t i = first_behind(rich->notes, rich->n_notes, sizeof *rich->notes, first);
	     i < rich->n_notes && in_line(rich->notes[i].start, rich->notes[i].end, first, bytes, &range); i++) {
		bool inside = false;
		for (size_t k = 0; k < n_links && !inside; k++)
			inside = range.start < spans[k].end && spans[k].start < range.end;
		if (inside)
			continue;
		spans = arena_grow(g->arena, spans, &capacity, n, sizeof *spans);
		spans[n++] = (struct scene_span){ range.start, range.end,
			                          inline_tag(g, rich, rich->n_links + i, TAG_REFERENCE) };
	}
	if (n > n_links && n_links)
		qsort(spans, n, sizeof *spans, compare_spans);
	text->spans = spans;
	text->n_spans = n;
}

static void add_links(struct galley *g, struct box *box, const struct rich *rich, const struct text_block *line,
                      double x, double baseline, size_t first)
{
	struct rect boxes[4];
	struct range range = { 0 };
	size_t bytes = g->tag ? strlen(line->text) : 0;
	for (size_t i = first_behind(rich->links, rich->n_links, sizeof *rich->links, first);
	     i < rich->n_links && rich->links[i].start < first + bytes; i++) {
		if (!in_line(rich->links[i].start, rich->links[i].end, first, bytes, &range))
			continue;
		size_t n = text_boxes(line, range.start, range.end, boxes, 4);
		for (size_t k = 0; k < n && k < 4; k++) {
			struct scene_item *item = box_add(g, box, SCENE_LINK, ROLE_PROSE);
			boxes[k].x += x;
			boxes[k].y += baseline;
			item->tag = inline_tag(g, rich, i, TAG_LINK);
			item->link = (struct scene_link){ boxes[k], rich->links[i].target };
		}
	}
}

static void add_notes(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes)
{
	struct range range = { 0 };
	for (size_t i = first_behind(rich->notes, rich->n_notes, sizeof *rich->notes, first);
	     i < rich->n_notes && rich->notes[i].start < first + bytes; i++) {
		if (!in_line(rich->notes[i].start, rich->notes[i].end, first, bytes, &range))
			continue;
		box->notes = arena_grow(g->arena, box->notes, &box->notes_room, box->n_notes, sizeof *box->notes);
		box->notes[box->n_notes++] = rich->notes[i].note;
	}
}

/* A bar beside a line whose claim does not hold, and words where there is room for them. */
static void mark_doubt(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes)
{
	struct range range = { 0 };
	const struct palette *p = &g->look->palette;
	for (size_t i = first_behind(rich->doubts, rich->n_doubts, sizeof *rich->doubts, first);
	     i < rich->n_doubts && rich->doubts[i].start < first + bytes; i++) {
		if (!in_line(rich->doubts[i].start, rich->doubts[i].end, first, bytes, &range))
			continue;
		add_rect(g, box, ROLE_RULE, (struct rect){ g->x - 11, 0, 3, box->height }, p->tag);
		double room = g->paper->body.w - g->paper->measure - 12;
		const struct text_block *words =
			text_shape(g->fonts, words_get(g->briefing->front->language, WORD_UNPROVED),
		                   (struct text_style){ .size = g->paper->small, .weight = TEXT_BOLD }, 0, 0, g->diags);
		struct scene_tag *was = galley_open(g, TAG_SPAN);
		if (g->paper->columns == 1 && !g->paired && words->width < room && rich->doubts[i].start >= first)
			box_text(g, box, ROLE_MARGIN, g->paper->measure + 12, rise_of(g), words, p->tag);
		g->tag = was;
		return;
	}
}

void box_rich_line(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                   const struct rich *rich, const struct text_block *block, size_t line, struct color color)
{
	const struct text_block *one = text_line_block(g->fonts, block, line);
	size_t first = (size_t)(block->lines[line].text - block->text), bytes = block->lines[line].bytes;
	struct scene_item *item = box_add(g, box, SCENE_TEXT, role);
	item->datum = g->n_paragraphs;
	item->tag = g->tag;
	item->text = (struct scene_text){ .at = { x, baseline }, .block = one, .color = color };
	item->text.spaced = line + 1 < block->n_lines && block->lines[line + 1].text > block->text + first + bytes;
	tint_line(g, &item->text, rich, first, bytes);
	if (g->tag)
		span_line(g, &item->text, rich, first, bytes);
	add_links(g, box, rich, one, x, baseline, first);
	add_notes(g, box, rich, first, bytes);
}

/* ---- blocks ---- */

static void add_block(struct galley *g, const struct block *block);

static void open_panel(struct galley *g)
{
	g->panel = true;
	g->panel_x = g->x;
	g->panel_width = g->width;
	g->x += panel_pad * g->paper->size;
	g->width -= 2 * panel_pad * g->paper->size;
}

/* The field below the boxes from `first` on begins and ends half a line before and behind its text. */
static void close_panel(struct galley *g, size_t first)
{
	double half = g->paper->step / 2;
	g->panel = false;
	g->x -= panel_pad * g->paper->size;
	g->width += 2 * panel_pad * g->paper->size;
	if (first == g->n_boxes)
		return;
	g->boxes[first]->panel.first = true;
	g->boxes[first]->panel.over = half;
	g->boxes[g->n_boxes - 1]->panel.under = half;
	g->boxes[first]->above = fmax(g->boxes[first]->above, 2 * g->paper->step);
	g->air = 2 * g->paper->step;
}

/* A last line of one short word is avoided: a slightly narrower measure often carries another word down to it. */
static const struct text_block *without_runt(struct galley *g, const struct rich *rich, struct text_style style,
                                             double step)
{
	const struct text_block *block = galley_shape(g, rich, style, g->width, step);
	const struct text_line *last = &block->lines[block->n_lines - 1];
	bool runt = block->n_lines > 1 && last->width < 0.2 * g->width && !memchr(last->text, ' ', last->bytes);
	for (double part = 0.98; runt && part > 0.86; part -= 0.02) {
		const struct text_block *tried = galley_shape(g, rich, style, part * g->width, step);
		last = &tried->lines[tried->n_lines - 1];
		if (tried->n_lines > block->n_lines)
			break;
		if (memchr(last->text, ' ', last->bytes) || last->width >= 0.2 * g->width)
			return tried;
	}
	return block;
}

/* Lines, a box each; the first two and the last two stay together. */
static void add_lines(struct galley *g, const struct rich *rich, enum scene_role role, struct text_style style,
                      double above, struct color color)
{
	double step = step_of(g);
	const struct text_block *block = without_runt(g, rich, style, step);
	double up = 0, down = 0, rise = rise_of(g);
	for (size_t i = 0; i < block->n_lines; i++) { /* scripts with tall letters stand further apart */
		struct rect ink = block->lines[i].ink;
		up = fmax(up, block->lines[i].baseline - ink.y);
		down = fmax(down, rect_bottom(ink) - block->lines[i].baseline);
	}
	step = fmax(step, up + down + 1);
	rise = fmin(fmax(rise, up + 0.5), step - down - 0.5);
	g->n_paragraphs++;
	for (size_t i = 0; i < block->n_lines; i++) {
		struct box *box = galley_box(g, step, i ? 0 : above);
		box->tied = i == 1 || (i > 1 && i + 1 == block->n_lines);
		box->loose = i > 0;
		box_rich_line(g, box, role, g->x, rise, rich, block, i, color);
		if (rich->n_doubts)
			mark_doubt(g, box, rich, (size_t)(block->lines[i].text - block->text), block->lines[i].bytes);
	}
}

static void add_paragraph(struct galley *g, const struct block *block, double above)
{
	struct scene_tag *was = galley_open(g, TAG_PARAGRAPH);
	add_lines(g, &block->text, g->footnote ? ROLE_FOOTNOTE : ROLE_PROSE, style_of(g), above,
	          g->footnote ? g->look->palette.ink2 : g->look->palette.ink);
	g->tag = was;
}

/* Two lines of about the same length read better than one and a word. */
static const struct text_block *balanced(struct galley *g, const struct rich *rich, struct text_style style,
                                         double width, double step)
{
	const struct text_block *block = galley_shape(g, rich, style, width, step);
	double least = width / (double)block->n_lines * 0.8, most = width;
	size_t lines = block->n_lines;
	for (int i = 0; i < 5 && lines > 1 && lines < 4; i++) {
		double middle = (least + most) / 2;
		if (galley_shape(g, rich, style, middle, step)->n_lines > lines)
			least = middle;
		else
			most = middle;
	}
	return lines > 1 && lines < 4 ? galley_shape(g, rich, style, most, step) : block;
}

static void keep_heading(struct galley *g, const struct block *block)
{
	g->headings = arena_grow(g->arena, g->headings, &g->headings_room, g->n_headings, sizeof *g->headings);
	g->headings[g->n_headings++] =
		(struct heading){ .text = block->text.text, .anchor = block->anchor, .level = block->level };
}

/* The heading of a slide's section once more, for the slide behind it: no part of what is read aloud. */
static const struct box *heading_again(struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	struct rich text = { .text = words_fill(g->arena, g->briefing->front->language, WORD_CONTINUED, "what",
		                                block->text.text, NULL) };
	struct text_style style = { .size = p->heading[HEADINGS - 1], .weight = TEXT_SEMIBOLD };
	const struct text_block *lines = galley_shape(g, &text, style, p->body.w, p->step);
	struct box *box = arena_alloc(g->arena, 1, sizeof *box);
	struct scene_tag *was = g->tag;
	g->tag = NULL;
	g->n_paragraphs++;
	box_rich_line(g, box, ROLE_SECTION, 0, p->rise, &text, lines, 0, g->look->palette.ink2);
	g->tag = was;
	box->height = 1.5 * p->step;
	return box;
}

static void add_heading(struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	int level = block->level > HEADINGS ? HEADINGS : block->level;
	struct text_style style = { .size = p->heading[level - 1], .weight = TEXT_BOLD };
	double step = p->heading_step[level - 1], width = p->columns == 1 && !g->paired ? p->body.w : g->width;
	const struct text_block *lines = balanced(g, &block->text, style, fmin(width, 40 * style.size), step);
	double height = paper_round(p, (double)lines->n_lines * step);
	struct box *box = galley_box(g, height, p->heading_above[level - 1] * p->step);
	struct scene_tag *was = galley_open(g, TAG_HEADING);
	if (g->tag)
		g->tag->level = block->level;
	g->n_paragraphs++;
	/* Its last baseline stands a little above the text's first line: less air below than above. */
	double last = height - step + p->rise * (step / p->step) - 0.12 * step * (double)(level < 3);
	double down = rect_bottom(lines->ink) - lines->lines[lines->n_lines - 1].baseline;
	box->height = paper_round(p, fmax(height, last + down + 1)); /* letters may reach deep */
	for (size_t i = 0; i < lines->n_lines; i++)
		box_rich_line(g, box, ROLE_SECTION, g->x, last - step * (double)(lines->n_lines - 1 - i), &block->text,
		              lines, i, g->look->palette.ink);
	g->tag = was;
	struct scene_item *target = box_add(g, box, SCENE_TARGET, ROLE_SECTION);
	target->target = (struct scene_target){ { g->x, 0 }, block->anchor, block->text.text, block->level };
	box->section = block->text.text;
	box->section_level = block->level;
	box->heading = g->n_headings;
	box->barrier = block->level <= 2;
	box->breaks = p->slides && block->level <= 2;
	if (box->breaks)
		box->again = heading_again(g, block);
	keep_heading(g, block);
}

/* A bullet or number stands in the first line of its item. */
static void add_marker(struct galley *g, size_t first, const struct block *item, double indent, struct scene_tag *label)
{
	const struct palette *p = &g->look->palette;
	if (first >= g->n_boxes)
		return;
	struct box *box = g->boxes[first];
	double size = g->footnote ? g->paper->small : g->paper->size, x = g->x - indent * size;
	if (!item->number) {
		double side = 0.3 * size;
		add_rect(g, box, ROLE_RULE, (struct rect){ x + 0.3 * size, rise_of(g) - 0.5 * size, side, side },
		         p->tag);
		return;
	}
	const struct text_block *number =
		text_shape(g->fonts, arena_printf(g->arena, "%d.", item->number),
	                   (struct text_style){ .size = size, .tabular = true }, 0, 0, g->diags);
	struct scene_tag *was = g->tag;
	g->tag = label;
	box_text(g, box, ROLE_PROSE, g->x - 0.45 * size - number->width, rise_of(g), number, p->ink2);
	g->tag = was;
}

static void add_list(struct galley *g, const struct block *list)
{
	double indent = bullet_indent;
	for (int last = list->ordered ? list->items[list->n_items - 1]->number : 0; last > 9; last /= 10)
		indent += 0.6; /* a digit more */
	double size = g->footnote ? g->paper->small : g->paper->size;
	size_t begin = g->n_boxes;
	struct scene_tag *was = galley_open(g, TAG_LIST);
	if (g->tag)
		g->tag->ordered = list->ordered;
	for (size_t i = 0; i < list->n_items; i++) {
		const struct block *item = list->items[i];
		size_t first = g->n_boxes;
		g->x += indent * size;
		g->width -= indent * size;
		struct scene_tag *all = galley_open(g, TAG_ITEM),
				 *label = g->tag && item->number ? scene_tag_new(g->arena, g->tag, TAG_LABEL) : NULL;
		galley_open(g, TAG_BODY);
		for (size_t k = 0; k < item->n_items; k++)
			add_block(g, item->items[k]);
		g->tag = all;
		add_marker(g, first, item, indent, label);
		g->x -= indent * size;
		g->width += indent * size;
		if (first < g->n_boxes && i)
			g->boxes[first]->above = -1;
	}
	g->tag = was;
	/* Items of one line follow each other closely, longer ones stand apart. */
	double apart = g->n_boxes - begin > list->n_items ? step_of(g) * (g->paper->slides ? 0.5 : 1) : 0;
	for (size_t i = begin; i < g->n_boxes; i++)
		if (g->boxes[i]->above < 0)
			g->boxes[i]->above = apart;
}

static void add_quote(struct galley *g, const struct block *quote)
{
	double indent = quote_indent * g->paper->size;
	bool was = g->bar;
	size_t first = g->n_boxes;
	struct scene_tag *above = galley_open(g, TAG_QUOTE);
	if (!was)
		g->bar_x = g->x;
	g->x += indent;
	g->width -= indent;
	g->bar = true;
	for (size_t i = 0; i < quote->n_items; i++)
		add_block(g, quote->items[i]);
	g->tag = above;
	g->bar = was;
	g->x -= indent;
	g->width += indent;
	if (first < g->n_boxes && !was) /* the bar begins with the first line */
		g->boxes[first]->bar.first = true;
}

/* A field of the panel's colour, with half a line of air inside at both ends; it is not broken. */
static void add_note(struct galley *g, const struct block *note)
{
	size_t first = g->n_boxes;
	double height = 0;
	struct scene_tag *above = galley_open(g, TAG_GROUP);
	open_panel(g);
	for (size_t i = 0; i < note->n_items; i++)
		add_block(g, note->items[i]);
	close_panel(g, first);
	g->tag = above;
	for (size_t i = first; i < g->n_boxes; i++)
		height += g->boxes[i]->height + g->boxes[i]->above;
	for (size_t i = first + 1; i < g->n_boxes; i++) /* a short one is not broken */
		g->boxes[i]->tied |= height < g->paper->body.h / 2;
}

static void add_columns(struct galley *g, const struct block *block)
{
	double width = g->width;
	g->paired = true;
	if (g->paper->columns == 1)
		g->width = (g->paper->body.w - g->paper->gutter) / 2;
	for (size_t i = 0; i < block->n_items; i++)
		add_block(g, block->items[i]);
	g->width = width;
	g->paired = false;
}

static void add_code(struct galley *g, const struct block *block)
{
	bool was = g->panel;
	size_t first = g->n_boxes;
	if (!was)
		open_panel(g);
	struct text_style style = { .size = fmax(g->paper->small, g->paper->size * 0.88), .weight = TEXT_CODE };
	struct rich plain = { .text = block->text.text };
	struct scene_tag *above = galley_open(g, TAG_PARAGRAPH);
	galley_open(g, TAG_CODE);
	add_lines(g, &plain, ROLE_CODE, style, g->paper->step, g->look->palette.ink);
	g->tag = above;
	if (!was)
		close_panel(g, first);
}

static void add_block(struct galley *g, const struct block *block)
{
	if (g->width < width_min * g->paper->size) {
		diag_add(g->diags, DIAG_ERROR, block->place, "nest less",
		         "so many lists and quotes inside each other leave no room for text");
		return;
	}
	switch (block->kind) {
	case BLOCK_HEADING:
		add_heading(g, block);
		return;
	case BLOCK_PARAGRAPH:
		add_paragraph(g, block, g->footnote ? 0 : g->paper->step);
		return;
	case BLOCK_LIST:
		add_list(g, block);
		return;
	case BLOCK_ITEM:
		return;
	case BLOCK_QUOTE:
		add_quote(g, block);
		return;
	case BLOCK_CODE:
		add_code(g, block);
		return;
	case BLOCK_TABLE:
		galley_table(g, block);
		return;
	case BLOCK_IMAGE:
		galley_image(g, block);
		return;
	case BLOCK_CHART:
		galley_chart(g, block);
		return;
	case BLOCK_NOTE:
		add_note(g, block);
		return;
	case BLOCK_COLUMNS:
		add_columns(g, block);
		return;
	case BLOCK_PAGE:
		return;
	}
}

/* What follows a heading stays with it, its air is the heading's matter. */
static void tie_headings(struct galley *g)
{
	for (size_t i = 1; i < g->n_boxes; i++) {
		const struct box *before = g->boxes[i - 1];
		if (!before->section || before->plate || g->boxes[i]->plate)
			continue;
		g->boxes[i]->tied = true;
		g->boxes[i]->breaks = false;
		if (g->boxes[i]->section)
			g->boxes[i]->above = fmin(g->boxes[i]->above, g->paper->step);
		else if (!g->boxes[i]->floats)
			g->boxes[i]->above = 0;
	}
	for (size_t i = g->n_boxes; i-- > 1;) /* what heads a figure over all columns goes over all columns */
		if (g->boxes[i - 1]->section && g->boxes[i]->wide)
			g->boxes[i - 1]->wide = true;
}

/* ---- contents ---- */

static void count_entries(const struct block *const *blocks, size_t n, size_t *count)
{
	for (size_t i = 0; i < n; i++)
		*count += blocks[i]->kind == BLOCK_HEADING && blocks[i]->level <= CONTENTS_LEVEL;
}

static void add_entry(struct galley *g, const struct block *block)
{
	struct rich_link link = { 0, strlen(block->text.text), arena_printf(g->arena, "#%s", block->anchor),
		                  block->place };
	struct rich text = block->text;
	bool top = block->level == 1;
	text.links = &link;
	text.n_links = 1;
	text.n_notes = 0;
	struct text_style style = { .size = g->paper->size, .weight = top ? TEXT_SEMIBOLD : TEXT_REGULAR };
	const struct text_block *lines = galley_shape(g, &text, style, g->width - 40, g->paper->step);
	struct scene_tag *was = galley_open(g, TAG_ENTRY);
	galley_open(g, TAG_REFERENCE);
	for (size_t i = 0; i < lines->n_lines; i++) {
		struct box *box = galley_box(g, g->paper->step, i == 0 && top ? 0.4 * g->paper->step : 0);
		box->tied = i > 0;
		box->loose = true;
		box_rich_line(g, box, ROLE_ENTRY, g->x, g->paper->rise, &text, lines, i, g->look->palette.ink);
		box->items[0].text.n_tints = 0;   /* a list of links needs no colour to be one */
		box->items[0].text.spaced = true; /* the page's number follows */
		box->entry = i + 1 == lines->n_lines ? block->anchor : NULL;
		box->entry_right = g->x + g->width;
	}
	g->tag = was;
}

static void add_contents(struct galley *g)
{
	const struct briefing *b = g->briefing;
	size_t count = 0;
	count_entries((const struct block *const *)b->blocks, b->n_blocks, &count);
	if (!b->front->contents || count < 2)
		return;
	struct rich title = { .text = words_get(b->front->language, WORD_CONTENTS) };
	struct text_style style = { .size = g->paper->heading[0], .weight = TEXT_BOLD };
	const struct text_block *lines = galley_shape(g, &title, style, 0, g->paper->step);
	struct box *box = galley_box(g, 2 * g->paper->step, 2 * g->paper->step);
	struct scene_tag *was = galley_open(g, TAG_CONTENTS), *contents = g->tag;
	galley_open(g, TAG_CAPTION);
	box_rich_line(g, box, ROLE_SECTION, g->x, g->paper->step + g->paper->rise - 3, &title, lines, 0,
	              g->look->palette.ink);
	g->tag = contents;
	size_t first = g->n_boxes;
	double width = g->width;
	bool paired = g->paper->slides && count > SLIDE_ENTRIES;
	if (paired) {
		g->paired = true;
		g->width = (g->paper->body.w - g->paper->gutter) / 2;
	}
	for (size_t i = 0; i < b->n_blocks; i++)
		if (b->blocks[i]->kind == BLOCK_HEADING && b->blocks[i]->level <= CONTENTS_LEVEL)
			add_entry(g, b->blocks[i]);
	for (size_t i = first; i < g->n_boxes && i < first + 2; i++)
		g->boxes[i]->tied = true;
	g->paired = false;
	g->width = width;
	g->tag = was;
}

/* ---- the whole ---- */

static void open_column(struct galley *g)
{
	g->x = 0;
	g->width = g->paper->measure;
}

static bool is_section(const struct block *block)
{
	return block->kind == BLOCK_HEADING && block->level <= 2;
}

/* True if the section from block `at` on has more to show than running text; *end is the next section. */
static bool has_shows(const struct briefing *b, size_t at, size_t *end)
{
	bool shows = false;
	for (*end = at + 1; *end < b->n_blocks && !is_section(b->blocks[*end]); ++*end) {
		enum block_kind kind = b->blocks[*end]->kind;
		shows |= kind == BLOCK_CHART || kind == BLOCK_TABLE || kind == BLOCK_LIST || kind == BLOCK_NOTE;
	}
	return shows;
}

/* A slide has one message. What a section shows says it, and its running text stays in the report. */
static bool is_spoken(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE ||
	       (block->kind == BLOCK_HEADING && !is_section(block));
}

/* A footnote is read behind the block that refers to it first. */
static void open_notes(struct galley *g, size_t first)
{
	for (size_t i = first; i < g->n_boxes; i++)
		for (size_t k = 0; k < g->boxes[i]->n_notes; k++) {
			size_t note = g->boxes[i]->notes[k];
			if (!g->notes[note])
				g->notes[note] = scene_tag_new(g->arena, g->tag, TAG_NOTE);
		}
}

bool galley_fill(struct galley *g)
{
	const struct briefing *b = g->briefing;
	bool next = false, shows = false;
	size_t section = 0;
	g->tag = scene_tag_new(g->arena, NULL, TAG_DOCUMENT);
	g->front = scene_tag_new(g->arena, g->tag, TAG_GROUP);
	g->notes = arena_alloc(g->arena, b->n_notes + 1, sizeof(struct scene_tag *));
	open_column(g);
	add_contents(g);
	next = b->front->contents && g->n_boxes && b->front->cover;
	for (size_t i = 0; i < b->n_blocks; i++) {
		size_t first = g->n_boxes;
		if (i == section)
			shows = g->paper->slides && has_shows(b, i, &section);
		if (!shows || !is_spoken(b->blocks[i]))
			add_block(g, b->blocks[i]);
		open_notes(g, first);
		if (next && first < g->n_boxes) {
			g->boxes[first]->breaks = true;
			next = false;
		}
		next |= b->blocks[i]->kind == BLOCK_PAGE;
	}
	tie_headings(g);
	settle_grounds(g);
	return diags_ok(g->diags);
}

struct galley galley_of_note(const struct galley *g, size_t note)
{
	struct galley own = { .arena = g->arena,
		              .diags = g->diags,
		              .briefing = g->briefing,
		              .paper = g->paper,
		              .look = g->look,
		              .fonts = g->fonts,
		              .maker = g->maker,
		              .footnote = true,
		              .tag = g->notes[note] };
	struct scene_tag *label = own.tag ? scene_tag_new(g->arena, own.tag, TAG_LABEL) : NULL;
	double indent = 1.6 * g->paper->small;
	for (size_t number = note + 1; number > 99; number /= 10)
		indent += 0.6 * g->paper->small; /* a digit more */
	own.x = indent;
	own.width = fmin(g->paper->columns == 2 ? g->paper->body.w : g->paper->measure + 60, g->paper->body.w) - indent;
	own.n_paragraphs = 1000000 + (int)note * 1000;
	for (size_t i = 0; i < g->briefing->notes[note]->n_items; i++)
		add_block(&own, g->briefing->notes[note]->items[i]);
	settle_grounds(&own);
	if (!own.n_boxes)
		return own;
	const struct text_block *number =
		text_shape(g->fonts, arena_printf(g->arena, "%zu", note + 1),
	                   (struct text_style){ .size = g->paper->small, .tabular = true }, 0, 0, g->diags);
	own.tag = label;
	box_text(&own, own.boxes[0], ROLE_FOOTNOTE, 0, rise_of(&own), number, g->look->palette.ink2);
	return own;
}
