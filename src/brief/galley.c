#include "brief/galley_parts.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- blocks ---- */

static void add_block(struct galley *g, const struct block *block);

static void open_panel(struct galley *g)
{
	g->panel = true;
	g->panel_x = g->x;
	g->panel_width = g->width;
	g->x += panel_pad * g->paper->lengths->size;
	g->width -= 2 * panel_pad * g->paper->lengths->size;
}

/* The field below the boxes from `first` on begins and ends half a line before and behind its text. */
static void close_panel(struct galley *g, size_t first)
{
	const struct lengths *l = g->paper->lengths;
	g->panel = false;
	g->x -= panel_pad * l->size;
	g->width += 2 * panel_pad * l->size;
	if (first == g->n_boxes)
		return;
	g->boxes[first]->panel.first = true;
	g->boxes[first]->panel.over = panel_half * l->step;
	g->boxes[g->n_boxes - 1]->panel.under = panel_half * l->step;
	g->boxes[first]->above = fmax(g->boxes[first]->above, l->panel_above * l->step);
	g->air = panel_below * l->step;
}

/* A last line of one short word is avoided: a slightly narrower measure often carries another word down to it. */
static const struct text_block *without_runt(struct galley *g, const struct rich *rich, struct text_style style,
                                             double step)
{
	const struct text_block *block = galley_shape(g, rich, style, g->width, step);
	const struct text_line *last = &block->lines[block->n_lines - 1];
	bool runt = block->n_lines > 1 && last->width < runt_share * g->width && !memchr(last->text, ' ', last->bytes);
	for (double part = runt_widest; runt && part > runt_narrowest; part -= runt_part) {
		const struct text_block *tried = galley_shape(g, rich, style, part * g->width, step);
		last = &tried->lines[tried->n_lines - 1];
		if (tried->n_lines > block->n_lines)
			break;
		if (memchr(last->text, ' ', last->bytes) || last->width >= runt_share * g->width)
			return tried;
	}
	return block;
}

/* Lines, a box each; the first two and the last two stay together. */
static void add_lines(struct galley *g, const struct rich *rich, enum scene_role role, struct text_style style,
                      double above, struct color color)
{
	double step = galley_step(g);
	const struct text_block *block = without_runt(g, rich, style, step);
	double up = 0, down = 0, rise = galley_rise(g);
	for (size_t i = 0; i < block->n_lines; i++) { /* scripts with tall letters stand further apart */
		struct rect ink = block->lines[i].ink;
		if (ink.w <= 0) /* an empty line has none */
			continue;
		up = fmax(up, block->lines[i].baseline - ink.y);
		down = fmax(down, rect_bottom(ink) - block->lines[i].baseline);
	}
	step = fmax(step, up + down + 2 * margin_ink);
	rise = fmin(fmax(rise, up + margin_ink), step - down - margin_ink);
	g->n_paragraphs++;
	for (size_t i = 0; i < block->n_lines; i++) {
		struct box *box = galley_add_box(g, step, i ? 0 : above);
		box->tied = i == 1 || (i > 1 && i + 1 == block->n_lines);
		box->loose = i > 0;
		galley_add_line(g, box, role, g->x, rise, rich, block, i, color);
		if (rich->n_doubts)
			galley_add_doubt(g, box, rich, (size_t)(block->lines[i].text - block->text),
			                 block->lines[i].bytes);
	}
}

static void add_paragraph(struct galley *g, const struct block *block, double above)
{
	struct scene_tag *was = galley_open_tag(g, TAG_PARAGRAPH);
	add_lines(g, &block->text, g->footnote ? ROLE_FOOTNOTE : ROLE_PROSE, galley_style(g), above,
	          g->footnote ? g->look->palette.ink2 : g->look->palette.ink);
	g->tag = was;
}

/* A bullet or number stands in the first line of its item. */
static void add_marker(struct galley *g, size_t first, const struct block *item, double indent, struct scene_tag *label)
{
	const struct palette *p = &g->look->palette;
	if (first >= g->n_boxes)
		return;
	struct box *box = g->boxes[first];
	double size = galley_style(g).size, x = g->x - indent * size;
	if (!item->number) {
		double side = bullet_side * size;
		box_add_rect(g->arena, box, ROLE_RULE,
		             (struct rect){ x + bullet_left * size, galley_rise(g) - bullet_rise * size, side, side },
		             p->tag);
		return;
	}
	const struct text_block *number =
		text_shape(g->fonts, arena_printf(g->arena, "%d.", item->number),
	                   (struct text_style){ .size = size, .tabular = true }, 0, 0, g->diags);
	struct scene_tag *was = g->tag;
	g->tag = label;
	galley_add_text(g, box, ROLE_PROSE, g->x - item_number_gap * size - number->width, galley_rise(g), number,
	                p->ink2);
	g->tag = was;
}

static void add_list(struct galley *g, const struct block *list)
{
	double indent = bullet_indent;
	for (int last = list->ordered ? list->items[list->n_items - 1]->number : 0; last > 9; last /= 10)
		indent += digit_width;
	double size = galley_style(g).size;
	size_t begin = g->n_boxes;
	struct scene_tag *was = galley_open_tag(g, TAG_LIST);
	if (g->tag)
		g->tag->ordered = list->ordered;
	for (size_t i = 0; i < list->n_items; i++) {
		const struct block *item = list->items[i];
		size_t first = g->n_boxes;
		g->x += indent * size;
		g->width -= indent * size;
		struct scene_tag *all = galley_open_tag(g, TAG_ITEM),
				 *label = g->tag && item->number ? scene_tag_new(g->arena, g->tag, TAG_LABEL) : NULL;
		galley_open_tag(g, TAG_BODY);
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
	double apart = g->n_boxes - begin > list->n_items ? galley_step(g) * g->paper->lengths->item_apart : 0;
	for (size_t i = begin; i < g->n_boxes; i++)
		if (g->boxes[i]->above < 0) {
			g->boxes[i]->above = apart;
			g->boxes[i]->loose = g->paper->slides; /* half a line apart: between the lines of the grid */
		}
}

static void add_quote(struct galley *g, const struct block *quote)
{
	double indent = quote_indent * g->paper->lengths->size;
	bool was = g->bar;
	size_t first = g->n_boxes;
	struct scene_tag *above = galley_open_tag(g, TAG_QUOTE);
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
	struct scene_tag *above = galley_open_tag(g, TAG_GROUP);
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
		g->width = (g->paper->body.w - g->paper->lengths->gutter) / 2;
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
	struct text_style style = { .size = fmax(g->paper->lengths->small, g->paper->lengths->size * code_size),
		                    .weight = TEXT_CODE };
	struct rich plain = { .text = block->text.text };
	struct scene_tag *above = galley_open_tag(g, TAG_PARAGRAPH);
	galley_open_tag(g, TAG_CODE);
	add_lines(g, &plain, ROLE_CODE, style, g->paper->lengths->step, g->look->palette.ink);
	g->tag = above;
	if (!was)
		close_panel(g, first);
}

static void add_block(struct galley *g, const struct block *block)
{
	if (g->width < block_width_min * g->paper->lengths->size) {
		diag_add(g->diags, DIAG_ERROR, block->place, "nest less",
		         "so many lists and quotes inside each other leave no room for text");
		return;
	}
	switch (block->kind) {
	case BLOCK_HEADING:
		galley_heading(g, block);
		return;
	case BLOCK_PARAGRAPH:
		add_paragraph(g, block, g->footnote ? 0 : g->paper->lengths->step);
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

void galley_fill(struct galley *g)
{
	const struct briefing *b = g->briefing;
	bool next = false, shows = false;
	size_t section = 0;
	g->tag = scene_tag_new(g->arena, NULL, TAG_DOCUMENT);
	g->front = scene_tag_new(g->arena, g->tag, TAG_GROUP);
	g->notes = arena_alloc(g->arena, b->n_notes + 1, sizeof(struct scene_tag *));
	open_column(g);
	galley_contents(g);
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
	galley_tie_headings(g);
	galley_settle(g);
}

struct galley galley_of_note(const struct galley *g, size_t note)
{
	struct galley own = { .arena = g->arena,
		              .diags = g->diags,
		              .briefing = g->briefing,
		              .paper = g->paper,
		              .look = g->look,
		              .fonts = g->fonts,
		              .figures = g->figures,
		              .footnote = true,
		              .tag = g->notes[note] };
	struct scene_tag *label = own.tag ? scene_tag_new(g->arena, own.tag, TAG_LABEL) : NULL;
	double indent = note_indent * g->paper->lengths->small;
	for (size_t number = note + 1; number > 99; number /= 10)
		indent += digit_width * g->paper->lengths->small;
	own.x = indent;
	own.width =
		fmin(g->paper->columns == 2 ? g->paper->body.w : g->paper->measure + note_overhang, g->paper->body.w) -
		indent;
	own.n_paragraphs = 1000000 + (int)note * 1000;
	for (size_t i = 0; i < g->briefing->notes[note]->n_items; i++)
		add_block(&own, g->briefing->notes[note]->items[i]);
	galley_settle(&own);
	if (!own.n_boxes)
		return own;
	const struct text_block *number =
		text_shape(g->fonts, arena_printf(g->arena, "%zu", note + 1),
	                   (struct text_style){ .size = g->paper->lengths->small, .tabular = true }, 0, 0, g->diags);
	own.tag = label;
	galley_add_text(&own, own.boxes[0], ROLE_FOOTNOTE, 0, galley_rise(&own), number, g->look->palette.ink2);
	return own;
}
