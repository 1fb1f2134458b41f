/* The slide between two parts of a deck: the agenda, in rows that fill the slide. The part that begins is in large
 * type, with the slides in it. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "brief/slides.h"
#include "words/number.h"

#include <math.h>

enum { PART_ROWS = 9, TITLE_EVEN = 3 }; /* PART_ROWS: so many parts have room one above the other */

struct row {
	const struct block *part;
	const char *number;
	const struct text_block *title;
	const struct text_block **slides; /* in the part that begins */
	size_t n_slides;
	bool now, passed;
	double height; /* of its words */
};

struct agenda {
	struct galley *g;
	struct box *box;
	struct row *rows;
	size_t n;
	bool beside;     /* slides stand at the right of their part's name, not below it */
	double slides_x; /* where they begin */
};

static bool is_part(const struct block *block)
{
	return block->kind == BLOCK_HEADING && block->part;
}

static double height_of(const struct text_block *lines, double size)
{
	return slide_part_step * size * (double)lines->n_lines;
}

static double slides_height(const struct row *row)
{
	double height = 0;
	for (size_t i = 0; i < row->n_slides; i++)
		height += height_of(row->slides[i], slide_part_inner);
	return height;
}

/* ---- what is in it ---- */

static double title_size(const struct row *row)
{
	return row->now ? slide_part_now : slide_part_other;
}

static void set_title(const struct agenda *a, struct row *row)
{
	struct galley *g = a->g;
	const struct rich plain = { .text = row->part->text.text };
	const struct text_style style = { .size = title_size(row), .weight = row->now ? TEXT_BOLD : TEXT_REGULAR };
	double right = row->now && a->beside ? a->slides_x - slide_aside_gap * g->paper->body.w : g->paper->body.w;
	row->title = rich_shape_even(g->fonts, row->now ? &row->part->text : &plain, style, right - slide_part_indent,
	                             slide_part_step * style.size, TITLE_EVEN, g->diags);
	row->height = height_of(row->title, style.size);
}

/* As many as have room. */
static void set_slides(const struct agenda *a, struct row *row, double room)
{
	struct galley *g = a->g;
	const struct briefing *b = g->briefing;
	const struct text_style style = { .size = slide_part_inner };
	size_t i = 0;
	while (b->blocks[i] != row->part)
		i++;
	row->slides = arena_alloc(g->arena, b->n_blocks - i, sizeof(const struct text_block *));
	for (i++; i < b->n_blocks && !is_part(b->blocks[i]) && b->blocks[i]->kind != BLOCK_APPENDIX; i++) {
		const struct rich plain = { .text = b->blocks[i]->text.text };
		if (b->blocks[i]->kind != BLOCK_HEADING || b->blocks[i]->level != 2)
			continue;
		row->slides[row->n_slides] = galley_shape(g, &plain, style, g->paper->body.w - a->slides_x,
		                                          slide_part_step * slide_part_inner);
		row->n_slides++;
		if (slides_height(row) > room) {
			row->n_slides--;
			break;
		}
	}
	double slides = slides_height(row);
	row->height = a->beside ? fmax(row->height, slides) : row->height + (slides > 0 ? slide_part_air + slides : 0);
}

/* The parts, without those that have no room. */
static void find_rows(struct agenda *a, const struct block *heading)
{
	struct galley *g = a->g;
	const struct briefing *b = g->briefing;
	size_t number = 0, all = 0;
	bool passed = true;
	for (size_t i = 0; i < b->n_blocks; i++)
		all += is_part(b->blocks[i]);
	a->rows = arena_alloc(g->arena, all, sizeof *a->rows);
	for (size_t i = 0; i < b->n_blocks; i++) {
		const struct block *part = b->blocks[i];
		if (!is_part(part))
			continue;
		number++;
		passed = passed && part != heading;
		if (all > PART_ROWS && part != heading)
			continue;
		a->rows[a->n] = (struct row){ .part = part, .now = part == heading, .passed = passed };
		a->rows[a->n].number = number_plain(g->arena, b->front->language, number);
		set_title(a, &a->rows[a->n++]);
	}
}

/* ---- how it is drawn ---- */

static void add_lines(struct agenda *a, const struct row *row, const struct rich *text, const struct text_block *lines,
                      struct point at, double size, struct color color)
{
	struct galley *g = a->g;
	enum scene_role role = row->now && lines == row->title ? ROLE_SECTION : ROLE_ENTRY;
	g->n_paragraphs++;
	for (size_t i = 0; i < lines->n_lines; i++)
		galley_add_line(g, a->box, role, at.x, at.y + size + slide_part_step * size * (double)i, text, lines, i,
		                color);
}

static void add_number(struct agenda *a, const struct row *row, double y, struct color color)
{
	struct galley *g = a->g;
	const struct text_style style = { .size = title_size(row), .weight = row->now ? TEXT_BOLD : TEXT_REGULAR };
	struct scene_tag *was = g->tag;
	g->tag = g->tag && !row->now ? scene_tag_new(g->arena, was, TAG_LABEL) : was;
	galley_add_text(g, a->box, ROLE_ENTRY, slide_part_bar, y + style.size,
	                text_shape(g->fonts, row->number, style, 0, 0, g->diags), color);
	a->box->items[a->box->n_items - 1].text.spaced = true;
	g->tag = was;
}

static void add_rule(struct agenda *a, double x, double y)
{
	box_add_rect(a->g->boxes_arena, a->box, ROLE_RULE, (struct rect){ x, y, a->g->paper->body.w - x, rule_thin },
	             a->g->look->palette.grid);
}

/* Between rules, each with the same air, as high as what is left of the row. */
static void add_slides(struct agenda *a, const struct row *row, double y, double bottom)
{
	struct galley *g = a->g;
	double air = fmin((bottom - y - slides_height(row)) / (double)row->n_slides, slide_part_slack);
	struct scene_tag *was = galley_open_list(g);
	for (size_t i = 0; i < row->n_slides; i++) {
		const struct rich plain = { .text = row->slides[i]->text };
		struct scene_tag *list = galley_open_tag(g, TAG_ITEM);
		galley_open_tag(g, TAG_BODY);
		add_lines(a, row, &plain, row->slides[i], (struct point){ a->slides_x, y }, slide_part_inner,
		          g->look->palette.ink2);
		g->tag = list;
		y += height_of(row->slides[i], slide_part_inner) + air;
		if (air >= slide_part_ruled && i + 1 < row->n_slides)
			add_rule(a, a->slides_x, y - slide_part_rule_over);
	}
	g->tag = was;
}

/* The title of the slide, and what is in the part. */
static void add_now(struct agenda *a, const struct row *row, double y, double bottom)
{
	struct galley *g = a->g;
	const struct palette *c = &g->look->palette;
	double title = height_of(row->title, slide_part_now);
	struct scene_tag *was = galley_open_tag(g, TAG_HEADING);
	if (g->tag)
		g->tag->level = row->part->level;
	add_number(a, row, y, c->ink);
	add_lines(a, row, &row->part->text, row->title, (struct point){ slide_part_indent, y }, slide_part_now, c->ink);
	g->tag = was;
	if (row->n_slides && a->beside)
		add_slides(a, row, y + slide_part_now - slide_part_inner, bottom);
	else if (row->n_slides)
		add_slides(a, row, y + title + slide_part_air, bottom);
	box_add_rect(g->boxes_arena, a->box, ROLE_RULE, (struct rect){ 0, y, slide_part_thick, title }, c->tag);
}

static void add_other(struct agenda *a, const struct row *row, double y)
{
	struct galley *g = a->g;
	const struct palette *c = &g->look->palette;
	const struct rich plain = { .text = row->part->text.text };
	struct color color = row->passed ? c->ink3 : c->ink2;
	struct scene_tag *was = galley_open_list(g);
	galley_open_tag(g, TAG_ITEM);
	struct scene_tag *item = g->tag;
	add_number(a, row, y, color);
	if (g->tag)
		galley_open_tag(g, TAG_BODY);
	add_lines(a, row, &plain, row->title, (struct point){ slide_part_indent, y }, slide_part_other, color);
	g->tag = item;
	g->tag = was;
}

/* What is left of the slide goes to all rows alike. */
static void add_rows(struct agenda *a)
{
	double all = 0, y = slide_part_above;
	for (size_t i = 0; i < a->n; i++)
		all += a->rows[i].height;
	double air = fmax(0, (a->g->paper->body.h - y - all) / (double)a->n);
	for (size_t i = 0; i < a->n; i++) {
		const struct row *row = &a->rows[i];
		double top = y + fmin(air / 2, slide_part_apart), bottom = y + row->height + air;
		if (i)
			add_rule(a, 0, y);
		if (row->now)
			add_now(a, row, top, bottom - slide_part_air);
		else
			add_other(a, row, top);
		y = bottom;
	}
}

void galley_slide_part(struct galley *g, const struct block *heading)
{
	const struct rect *body = &g->paper->body;
	struct agenda a = { .g = g, .box = galley_add_box(g, body->h, 0), .beside = body->w > body->h };
	a.slides_x = a.beside ? body->w / 2 : slide_part_indent;
	a.box->plate = a.box->breaks = true;
	find_rows(&a, heading);
	double room = body->h - slide_part_above;
	for (size_t i = 0; i < a.n; i++)
		room -= a.rows[i].height + slide_part_least;
	for (size_t i = 0; i < a.n; i++)
		if (a.rows[i].now)
			set_slides(&a, &a.rows[i], room + (a.beside ? a.rows[i].height : 0));
	add_rows(&a);
	for (size_t i = 0; i < a.box->n_items; i++)
		scene_item_move(&a.box->items[i], body->x, body->y);
	galley_place_heading(g, a.box, heading);
	a.box->part = true;
}
