#include "brief/galley_parts.h"

#include "base/arena.h"
#include "base/str.h"

/* ---- blocks ---- */

static double paragraph_above(const struct galley *g)
{
	return g->footnote ? 0 : g->aside ? side_paragraphs * galley_step(g) : g->paper->lengths->step;
}

static void add_paragraph(struct galley *g, const struct block *block)
{
	galley_paragraph(g, block, paragraph_above(g));
}

static void add_nothing(struct galley *g, const struct block *block)
{
	(void)g, (void)block;
}

static void (*const adders[])(struct galley *g, const struct block *block) = {
	[BLOCK_HEADING] = galley_heading, [BLOCK_PARAGRAPH] = add_paragraph,  [BLOCK_LIST] = galley_list,
	[BLOCK_QUOTE] = galley_quote,     [BLOCK_CODE] = galley_code,         [BLOCK_TABLE] = galley_table,
	[BLOCK_IMAGE] = galley_image,     [BLOCK_CHART] = galley_chart,       [BLOCK_NOTE] = galley_aside,
	[BLOCK_TAKEAWAY] = galley_aside,  [BLOCK_COLUMNS] = galley_columns,   [BLOCK_FIGURES] = galley_figures,
	[BLOCK_NUMBERS] = galley_numbers, [BLOCK_ADVICE] = galley_advice,     [BLOCK_QUOTATION] = galley_quotation,
	[BLOCK_EVENTS] = galley_events,   [BLOCK_FINDINGS] = galley_findings, [BLOCK_CONTENTS] = galley_contents,
	[BLOCK_ITEM] = add_nothing,       [BLOCK_SIDE] = add_nothing,         [BLOCK_PAGE] = add_nothing,
	[BLOCK_SPEAKER] = add_nothing,    [BLOCK_APPENDIX] = add_nothing,
};
_Static_assert(sizeof adders / sizeof *adders == BLOCK_APPENDIX + 1, "each kind of block is added");

static bool has_room(struct galley *g, const struct block *block)
{
	bool room = g->width >= block_width_min * g->paper->lengths->size;
	if (!room)
		diag_add(g->diags, DIAG_ERROR, block->place, "nest less deeply",
		         "lists and quotes are nested so deeply that there is no room for text");
	return room;
}

/* A note speaks of the paragraph above it, and a paragraph that ends in a colon of what is below. */
static bool follows(const struct galley *g, const struct block *block, size_t first)
{
	enum block_kind before = g->before ? g->before->kind : BLOCK_PAGE;
	const char *text = before == BLOCK_PARAGRAPH ? g->before->text.text : "";
	return before == BLOCK_PARAGRAPH && g->n_boxes > first && first > 0 && !g->boxes[first]->floats &&
	       (block->kind == BLOCK_NOTE || (str_ends(text, ":") && block->kind != BLOCK_HEADING));
}

void galley_add_block(struct galley *g, const struct block *block)
{
	size_t first = g->n_boxes;
	const struct block *before = g->before;
	const struct place at = g->at;
	if (!has_room(g, block))
		return;
	g->at = block->place.line ? block->place : at;
	if (block->kind != BLOCK_CONTENTS) /* which asks for what is above it */
		g->before = NULL;          /* inside it, nothing stands above the first */
	if (galley_is_side(block) && !g->aside)
		galley_side(g, block);
	else
		adders[block->kind](g, block);
	g->before = before;
	g->at = at;
	if (galley_is_side(block) && first == g->n_boxes) /* it stands beside what was before */
		return;
	g->beside = first < g->n_boxes ? first + 1 : g->beside;
	if (follows(g, block, first))
		g->boxes[first]->tied = true;
	g->before = block;
}

/* ---- the whole ---- */

/* A footnote is read aloud after the block that refers to it first. */
void galley_open_notes(struct galley *g, size_t first)
{
	for (size_t i = first; i < g->n_boxes; i++)
		for (size_t k = 0; k < g->boxes[i]->n_notes; k++) {
			size_t note = g->boxes[i]->notes[k];
			if (!g->notes[note])
				g->notes[note] = scene_tag_new(g->arena, g->tag, TAG_NOTE);
		}
}

/* Contents that leave room for the first section below them. */
static bool is_half_a_page(const struct galley *g)
{
	double height = 0;
	for (size_t i = 0; i < g->n_boxes; i++)
		height += g->boxes[i]->above + g->boxes[i]->height;
	return height <= g->paper->body.h / 2;
}

static void fill_report(struct galley *g)
{
	const struct briefing *b = g->briefing;
	bool next = b->front->contents && g->n_boxes && b->front->brand.cover != COVER_NONE && !is_half_a_page(g);
	for (size_t i = 0; i < b->n_blocks; i++) {
		size_t first = g->n_boxes;
		galley_add_block(g, b->blocks[i]);
		galley_open_notes(g, first);
		if (next && first < g->n_boxes) {
			g->boxes[first]->breaks = true;
			next = false;
		}
		next |= b->blocks[i]->kind == BLOCK_PAGE;
	}
}

void galley_fill(struct galley *g)
{
	const struct briefing *b = g->briefing;
	if (!g->boxes_arena)
		g->boxes_arena = g->arena;
	g->tag = scene_tag_new(g->arena, NULL, TAG_DOCUMENT);
	g->front = scene_tag_new(g->arena, g->tag, TAG_GROUP);
	g->notes = arena_alloc(g->arena, b->n_notes + 1, sizeof(struct scene_tag *));
	g->marked = arena_alloc(g->arena, b->n_notes + 1, sizeof *g->marked);
	g->width = g->paper->measure;
	if (b->front->contents)
		galley_contents(g, NULL);
	if (g->paper->slides)
		galley_deck(g);
	else
		fill_report(g);
	galley_tie_headings(g);
	galley_settle(g);
}
