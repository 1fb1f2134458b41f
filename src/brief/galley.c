#include "brief/galley_parts.h"

#include "base/arena.h"
#include "base/str.h"

/* ---- blocks ---- */

static double paragraph_above(const struct galley *g)
{
	return g->footnote ? 0 : g->aside ? side_paragraphs * galley_step(g) : g->paper->lengths->step;
}

static void add_block(struct galley *g, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		galley_heading(g, block);
		return;
	case BLOCK_PARAGRAPH:
		galley_paragraph(g, block, paragraph_above(g));
		return;
	case BLOCK_LIST:
		galley_list(g, block);
		return;
	case BLOCK_QUOTE:
		galley_quote(g, block);
		return;
	case BLOCK_CODE:
		galley_code(g, block);
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
		galley_aside(g, block);
		return;
	case BLOCK_COLUMNS:
		galley_columns(g, block);
		return;
	case BLOCK_FIGURES:
		galley_figures(g, block);
		return;
	case BLOCK_NUMBERS:
		galley_numbers(g, block);
		return;
	case BLOCK_ADVICE:
		galley_advice(g, block);
		return;
	case BLOCK_QUOTATION:
		galley_quotation(g, block);
		return;
	case BLOCK_EVENTS:
		galley_events(g, block);
		return;
	case BLOCK_FINDINGS:
		galley_findings(g, block);
		return;
	case BLOCK_CONTENTS:
		galley_contents(g, block);
		return;
	case BLOCK_ITEM:
	case BLOCK_SIDE: /* is no block of the text */
	case BLOCK_PAGE:
		return;
	}
}

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
	g->before = NULL; /* inside it, nothing stands above the first */
	if (!has_room(g, block))
		return;
	if (galley_is_side(block) && !g->aside)
		galley_side(g, block);
	else
		add_block(g, block);
	g->before = before;
	if (galley_is_side(block) && first == g->n_boxes) /* it stands beside what was before */
		return;
	g->beside = first < g->n_boxes ? first + 1 : g->beside;
	if (follows(g, block, first))
		g->boxes[first]->tied = true;
	g->before = block;
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

static bool is_show(enum block_kind kind)
{
	return kind == BLOCK_CHART || kind == BLOCK_TABLE || kind == BLOCK_LIST || kind == BLOCK_NOTE ||
	       kind == BLOCK_SIDE || kind == BLOCK_FIGURES || kind == BLOCK_NUMBERS || kind == BLOCK_ADVICE ||
	       kind == BLOCK_QUOTATION || kind == BLOCK_EVENTS || kind == BLOCK_FINDINGS || kind == BLOCK_CONTENTS;
}

/* True if the section that begins with block `at` has more to show than running text. *end: the next section. */
static bool has_shows(const struct briefing *b, size_t at, size_t *end)
{
	bool shows = false;
	for (*end = at + 1; *end < b->n_blocks && !is_section(b->blocks[*end]); ++*end)
		shows |= is_show(b->blocks[*end]->kind);
	return shows;
}

/* A slide has one message. If a section shows something, that is the message, and its running text stays in the report.
 */
static bool is_spoken(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE ||
	       (block->kind == BLOCK_HEADING && !is_section(block));
}

/* A footnote is read aloud after the block that refers to it first. */
static void open_notes(struct galley *g, size_t first)
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

void galley_fill(struct galley *g)
{
	const struct briefing *b = g->briefing;
	bool next = false, shows = false;
	size_t section = 0;
	if (!g->boxes_arena)
		g->boxes_arena = g->arena;
	g->tag = scene_tag_new(g->arena, NULL, TAG_DOCUMENT);
	g->front = scene_tag_new(g->arena, g->tag, TAG_GROUP);
	g->notes = arena_alloc(g->arena, b->n_notes + 1, sizeof(struct scene_tag *));
	g->marked = arena_alloc(g->arena, b->n_notes + 1, sizeof *g->marked);
	open_column(g);
	if (b->front->contents)
		galley_contents(g, NULL);
	next = b->front->contents && g->n_boxes && b->front->brand.cover != COVER_NONE &&
	       (g->paper->slides || !is_half_a_page(g));
	for (size_t i = 0; i < b->n_blocks; i++) {
		size_t first = g->n_boxes;
		if (i == section)
			shows = g->paper->slides && has_shows(b, i, &section);
		if (!shows || !is_spoken(b->blocks[i]))
			galley_add_block(g, b->blocks[i]);
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
