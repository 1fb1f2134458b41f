/* Headings, and the contents that list them. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "brief/slides.h"

#include <math.h>
#include <string.h>

enum { CONTENTS_LEVEL = 2, SLIDE_ENTRIES = 10, SLIDE_ENTRIES_FEW = 8, SLIDE_ENTRIES_SCALE = 2, EVEN_LINES = 3 };

void galley_keep_heading(struct galley *g, const struct block *block)
{
	g->headings = arena_grow(g->arena, g->headings, &g->headings_room, g->n_headings, sizeof *g->headings);
	g->headings[g->n_headings++] =
		(struct heading){ .text = block->text.text, .anchor = block->anchor, .level = block->level };
}

/* It is not read aloud again. */
const struct box *galley_title_again(struct galley *g, const char *title)
{
	const struct rich text = { .text = words_fill(g->arena, g->briefing->front->language, WORD_CONTINUED, "what",
		                                      title, NULL) };
	struct box *box = arena_alloc(g->boxes_arena, 1, sizeof *box);
	struct scene_tag *was = g->tag;
	g->tag = NULL;
	box->height = galley_slide_title(g, box, &text);
	box->continued = true;
	g->tag = was;
	return box;
}

static void add_target(struct galley *g, struct box *box, const struct heading *heading)
{
	struct scene_item *target = box_add(g->boxes_arena, box, SCENE_TARGET, ROLE_SECTION);
	target->target = (struct scene_target){ { g->x, 0 }, heading->anchor, heading->text, heading->level };
}

void galley_place_heading(struct galley *g, struct box *box, const struct block *block)
{
	galley_keep_heading(g, block);
	box->heading = g->n_headings - 1;
	box->n_also = g->n_pending;
	for (size_t i = box->heading - box->n_also; i <= box->heading; i++)
		add_target(g, box, &g->headings[i]);
	g->n_pending = 0;
	box->section = block->text.text;
	box->section_level = block->level;
	box->barrier = block->level <= 2;
	box->breaks |= g->paper->slides && block->level <= 2 && !g->merged;
	if (box->breaks && !box->again)
		box->again = galley_title_again(g, block->text.text);
}

/* The heading of a section, as the title of its slide. */
static void add_slide_title(struct galley *g, const struct block *block)
{
	struct box *box = galley_add_box(g, 0, 0);
	struct scene_tag *was = galley_open_tag(g, TAG_HEADING);
	if (g->tag)
		g->tag->level = block->level;
	box->height = galley_slide_title(g, box, &block->text);
	box->wide = true;
	g->tag = was;
	galley_place_heading(g, box, block);
}

void galley_heading(struct galley *g, const struct block *block)
{
	const struct paper *p = g->paper;
	if (p->slides && block->level <= 2 && !g->merged && galley_may_widen(g)) {
		add_slide_title(g, block);
		return;
	}
	int level = block->level > HEADINGS || g->merged ? HEADINGS : block->level;
	struct text_style style = { .size = p->lengths->heading[level - 1], .weight = TEXT_BOLD };
	double step = p->lengths->heading_step[level - 1],
	       width = p->columns == 1 && !g->paired && p->side <= 0 ? p->body.w : g->width;
	const struct text_block *lines = rich_shape_even(
		g->fonts, &block->text, style, fmin(width, heading_measure * style.size), step, EVEN_LINES, g->diags);
	double height = paper_round(p, (double)lines->n_lines * step);
	struct box *box = galley_add_box(g, height, p->lengths->heading_above[level - 1] * p->lengths->step);
	struct scene_tag *was = galley_open_tag(g, TAG_HEADING);
	if (g->tag)
		g->tag->level = block->level;
	g->n_paragraphs++;
	/* The last line is nearer to the text below than to what is above. */
	double last = height - step + p->lengths->rise * (step / p->lengths->step) -
	              heading_lift * step * (double)(level < 3);
	double down = rect_bottom(lines->ink) - lines->lines[lines->n_lines - 1].baseline;
	box->height = paper_round(p, fmax(height, last + down + 2 * galley_ink_air(g))); /* some scripts reach far down */
	for (size_t i = 0; i < lines->n_lines; i++)
		galley_add_line(g, box, ROLE_SECTION, g->x, last - step * (double)(lines->n_lines - 1 - i),
		                &block->text, lines, i, g->look->palette.ink);
	g->tag = was;
	galley_place_heading(g, box, block);
}

/* What follows a heading stays with it, and has no air of its own above it, or so much that its field has room. */
void galley_tie_headings(struct galley *g)
{
	for (size_t i = 1; i < g->n_boxes; i++) {
		const struct box *before = g->boxes[i - 1];
		if ((!before->section && !before->again) || before->plate || g->boxes[i]->plate)
			continue;
		if (before->again) { /* the title of a slide has its own air below */
			g->boxes[i]->above = 0;
			if (g->boxes[i]->panel.first)
				g->boxes[i]->above = g->boxes[i]->panel.over;
			g->boxes[i]->tied = true;
			g->boxes[i]->breaks = false;
			continue;
		}
		g->boxes[i]->tied = true;
		g->boxes[i]->breaks = false;
		if (g->boxes[i]->section)
			g->boxes[i]->above = fmin(g->boxes[i]->above, g->paper->lengths->step);
		else if (!g->boxes[i]->floats) /* a field reaches beyond its text */
			g->boxes[i]->above =
				g->boxes[i]->panel.first ? paper_round(g->paper, g->boxes[i]->panel.over) : 0;
	}
	for (size_t i = g->n_boxes; i-- > 1;) /* a heading is as wide as the figure below it */
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
	struct text_style style = { .size = g->paper->lengths->size, .weight = top ? TEXT_SEMIBOLD : TEXT_REGULAR };
	const struct text_block *lines =
		galley_shape(g, &text, style, g->width - entry_number, g->paper->lengths->step);
	struct scene_tag *was = galley_open_tag(g, TAG_ENTRY);
	galley_open_tag(g, TAG_REFERENCE);
	for (size_t i = 0; i < lines->n_lines; i++) {
		struct box *box = galley_add_box(g, g->paper->lengths->step,
		                                 i == 0 && top ? entry_above * g->paper->lengths->step : 0);
		box->tied = i > 0;
		box->loose = true;
		galley_add_line(g, box, ROLE_ENTRY, g->x, g->paper->lengths->rise, &text, lines, i,
		                g->look->palette.ink);
		box->items[0].text.n_tints = 0;   /* in a list of links colour says nothing */
		box->items[0].text.spaced = true; /* the page number follows */
		box->entry = i + 1 == lines->n_lines ? block->anchor : NULL;
		box->entry_right = g->x + g->width;
	}
	g->tag = was;
}

static void add_contents_title(struct galley *g, const struct rich *title)
{
	const struct lengths *l = g->paper->lengths;
	const struct text_style style = { .size = l->heading[0], .weight = TEXT_BOLD };
	struct box *box = galley_add_box(g, contents_step * l->step, contents_step * l->step);
	galley_open_tag(g, TAG_CAPTION);
	if (g->paper->slides && galley_may_widen(g)) {
		box->height = galley_slide_title(g, box, title);
		box->wide = box->breaks = true;
		box->again = galley_title_again(g, title->text);
		return;
	}
	galley_add_line(g, box, ROLE_SECTION, g->x, l->step + l->rise - contents_lift, title,
	                galley_shape(g, title, style, 0, l->step), 0, g->look->palette.ink);
}

/* Few entries fill their slide, as the agenda does: each has a row of it, with a rule below. */
static void spread_entries(struct galley *g, size_t first, double room)
{
	double all = 0;
	size_t n = 0;
	for (size_t i = first; i < g->n_boxes; i++) {
		all += g->boxes[i]->above + g->boxes[i]->height;
		n += g->boxes[i]->entry != NULL;
	}
	double air = (room - all) / (double)(n ? n : 1) / 2;
	if (all > (1 - emptiest) * room)
		return;
	for (size_t i = first; i < g->n_boxes; i++) {
		struct box *box = g->boxes[i];
		if (i == first || g->boxes[i - 1]->entry) { /* it begins one */
			for (size_t k = 0; k < box->n_items; k++)
				scene_item_move(&box->items[k], 0, air);
			box->height += air;
		}
		if (!box->entry)
			continue;
		box->height += air;
		box_add_rect(g->boxes_arena, box, ROLE_RULE,
		             (struct rect){ g->x, box->height - rule_thin, g->width, rule_thin },
		             g->look->palette.grid);
	}
}

void galley_contents(struct galley *g, const struct block *block)
{
	const struct briefing *b = g->briefing;
	size_t count = 0;
	count_entries((const struct block *const *)b->blocks, b->n_blocks, &count);
	if (count < 2) {
		if (block)
			diag_add(g->diags, DIAG_ERROR, block->place, "remove it",
			         "the contents would list fewer than two headings");
		return;
	}
	const struct rich title = { .text = words_get(b->front->language, WORD_CONTENTS) };
	struct scene_tag *was = galley_open_tag(g, TAG_CONTENTS), *contents = g->tag;
	bool titled = g->paper->slides || (g->before && g->before->kind == BLOCK_HEADING);
	if (!block || !titled) /* else what is above it is its title */
		add_contents_title(g, &title);
	g->tag = contents;
	size_t first = g->n_boxes;
	double width = g->width;
	const struct paper *usual = g->paper;
	bool paired = g->paper->slides && count > SLIDE_ENTRIES && galley_may_widen(g);
	if (paired) {
		g->paired = true;
		g->width = (g->paper->body.w - g->paper->lengths->gutter) / 2;
	} else if (g->paper->slides) {
		g->paper = slides_scaled(g->arena, usual, count <= SLIDE_ENTRIES_FEW ? 0 : SLIDE_ENTRIES_SCALE);
		g->width = block ? fmin(g->paper->measure, usual->body.w) : usual->body.w;
	}
	for (size_t i = 0; i < b->n_blocks; i++)
		if (b->blocks[i]->kind == BLOCK_HEADING && b->blocks[i]->level <= CONTENTS_LEVEL &&
		    !(block && b->blocks[i] == g->before)) /* its own title */
			add_entry(g, b->blocks[i]);
	for (size_t i = first; i < g->n_boxes && i < first + 2; i++)
		g->boxes[i]->tied = true;
	if (usual->slides && !block && !paired && first)
		spread_entries(g, first, usual->body.h - g->boxes[first - 1]->height);
	g->paired = false;
	g->paper = usual;
	g->width = width;
	g->tag = was;
}
