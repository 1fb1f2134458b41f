/* Slides on sheets of paper, each with what its speaker says below it. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"

static const double sheet_full = 0.85; /* of a sheet: a slide and what is said of it stay together up to this */
static const double slide_apart = 2;   /* steps above a slide */
static const double slide_line = 0.5;  /* around it */

/* The lines of its title, as one. */
static const char *title_of(struct arena *arena, const struct scene *slide)
{
	struct strbuf b = strbuf_new(arena);
	int datum = SCENE_NO_DATUM;
	for (size_t i = 0; i < slide->n_items; i++) {
		const struct scene_item *item = &slide->items[i];
		bool title = item->kind == SCENE_TEXT && (item->role == ROLE_SECTION || item->role == ROLE_TITLE);
		if (!title || (b.n && (item->role == ROLE_TITLE || item->datum != datum)))
			continue;
		datum = item->datum;
		strbuf_addf(&b, "%s%s", b.n ? " " : "", str_one_line(arena, item->text.block->text));
	}
	return b.n ? b.s : slide->document.title;
}

/* For readers who do not see it: all that is on it. */
static const char *alt_of(struct arena *arena, const struct scene *slide)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < slide->n_items; i++) {
		const struct scene_item *item = &slide->items[i];
		const char *said = item->kind == SCENE_FIGURE ? item->figure.scene->document.alt
		                   : item->kind == SCENE_TEXT && item->role != ROLE_PAGE
		                           ? str_one_line(arena, item->text.block->text)
		                           : NULL;
		if (said && *said)
			strbuf_addf(&b, "%s%s", b.n ? " " : "", said);
	}
	return b.n ? b.s : slide->document.title;
}

/* "3  The title", which is in the outline, too. */
static void add_heading(struct galley *g, const struct scene *slide, size_t number)
{
	const struct lengths *l = g->paper->lengths;
	struct block *heading = block_new(g->arena, BLOCK_HEADING, place_file(g->briefing->path));
	heading->level = 1;
	heading->anchor = arena_printf(g->arena, "slide-%zu", number);
	heading->text = (struct rich){ .text = arena_printf(g->arena, "%zu  %s", number, title_of(g->arena, slide)) };
	const struct text_style style = { .size = l->heading[HEADINGS - 1], .weight = TEXT_SEMIBOLD };
	const struct text_block *lines = galley_shape(g, &heading->text, style, g->paper->body.w, l->step);
	struct box *box = galley_add_box(g, 0, slide_apart * l->step);
	struct scene_tag *was = galley_open_tag(g, TAG_HEADING);
	g->tag->level = heading->level;
	g->n_paragraphs++;
	for (size_t i = 0; i < lines->n_lines; i++)
		galley_add_line(g, box, ROLE_SECTION, 0, l->rise + l->step * (double)i, &heading->text, lines, i,
		                g->look->palette.ink);
	g->tag = was;
	box->height = paper_round(g->paper, l->step * ((double)lines->n_lines + 0.5));
	box->wide = true;
	galley_place_heading(g, box, heading);
}

static void add_slide(struct galley *g, const struct scene *slide, size_t number)
{
	double scale = g->paper->body.w / slide->width, most = g->paper->body.h / 2;
	if (scale * slide->height > most)
		scale = most / slide->height;
	double width = scale * slide->width, height = scale * slide->height;
	struct box *box = galley_add_box(g, paper_round(g->paper, height + slide_line), 0);
	struct scene_tag *was = galley_open_tag(g, TAG_FIGURE);
	g->tag->alt = alt_of(g->arena, slide);
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_BACKGROUND);
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { 0, 0, width, height },
		                          .pattern = PATTERN_SOLID,
		                          .fill = slide->background,
		                          .stroke = slide_line,
		                          .stroke_color = g->look->palette.grid };
	item = box_add(g->boxes_arena, box, SCENE_FIGURE, ROLE_FIGURE);
	item->figure =
		(struct scene_figure){ .scene = slide, .name = arena_printf(g->arena, "%zu", number), .scale = scale };
	item->tag = g->tag;
	g->tag = was;
	box->wide = box->tied = true;
}

static void add_speech(struct galley *g, const struct slide_speech *speech)
{
	size_t first = g->n_boxes;
	for (size_t i = 0; i < speech->n; i++) {
		const struct block *block = speech->items[i];
		for (size_t k = 0; block->kind == BLOCK_SPEAKER && k < block->n_items; k++)
			galley_add_block(g, block->items[k]);
		if (block->kind != BLOCK_SPEAKER && block->kind != BLOCK_HEADING)
			galley_add_block(g, block);
	}
	galley_open_notes(g, first);
	double height = g->boxes[first - 1]->height;
	for (size_t i = first; i < g->n_boxes; i++)
		height += g->boxes[i]->above + g->boxes[i]->height;
	for (size_t i = first; i < g->n_boxes; i++) /* on one sheet with the slide, where it has room */
		g->boxes[i]->tied |= i == first || height < sheet_full * g->paper->body.h;
}

void galley_handout(struct galley *g, struct scene *const *slides, const struct slide_speech *speeches, size_t n)
{
	g->tag = scene_tag_new(g->arena, NULL, TAG_DOCUMENT);
	g->front = scene_tag_new(g->arena, g->tag, TAG_GROUP);
	g->notes = arena_alloc(g->arena, g->briefing->n_notes + 1, sizeof(struct scene_tag *));
	g->marked = arena_alloc(g->arena, g->briefing->n_notes + 1, sizeof *g->marked);
	g->width = g->paper->measure;
	for (size_t i = 0; i < n; i++) {
		add_heading(g, slides[i], i + 1);
		add_slide(g, slides[i], i + 1);
		add_speech(g, &speeches[i]);
	}
	galley_settle(g);
}
