/* Large numbers side by side, each under a thin rule with its words below. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"
#include "brief/holding.h"
#include "words/letters.h"

#include <math.h>
#include <string.h>

static struct text_style value_style(double size)
{
	return (struct text_style){ .size = size, .weight = TEXT_BOLD };
}

struct galley_value galley_value_of(struct arena *arena, const char *value)
{
	static const char no_break[] = "\u00a0";
	const char *space = strstr(value, no_break), *plain = strchr(value, ' ');
	size_t skip = sizeof no_break - 1;
	if (plain && (!space || plain < space)) {
		space = plain;
		skip = 1;
	}
	bool digit = value[strcspn(value, "0123456789")] && (!space || value + strcspn(value, "0123456789") < space);
	const char *unit = space ? space + skip : "";
	uint32_t first = 0;
	const char *rest = unit;
	if (*unit)
		first = utf8_next(&rest);
	if (!digit || !letters_in_word(first) || letters_digit(first) >= 0)
		return (struct galley_value){ value, "" };
	return (struct galley_value){ arena_strndup(arena, value, (size_t)(space - value)), unit };
}

double galley_unit_size(const struct galley *g, double size)
{
	return fmax(size * unit_size, g->paper->lengths->small);
}

double galley_unit_gap(double size)
{
	return size * unit_air;
}

static double width_of(const struct galley *g, const char *value, double size)
{
	struct galley_value v = galley_value_of(g->arena, value);
	struct text_style unit = { .size = galley_unit_size(g, size), .weight = TEXT_SEMIBOLD };
	double width = text_shape(g->fonts, v.number, value_style(size), 0, 0, g->diags)->width;
	return *v.unit ? width + galley_unit_gap(size) + text_shape(g->fonts, v.unit, unit, 0, 0, g->diags)->width
	               : width;
}

double galley_numbers_size(const struct galley *g, const struct block_numbers *numbers, double width, double size)
{
	for (size_t i = 0; i < numbers->count; i++)
		for (double wide; size > 1 && (wide = width_of(g, numbers->items[i].value, size)) > width;)
			size *= fmin(width / wide, numbers_shrink);
	return size;
}

static bool is_dense(const char *word)
{
	while (*word)
		if (utf8_next(&word) >= DENSE_FIRST)
			return true;
	return false;
}

bool galley_numbers_unbroken(const struct galley *g, const struct block_numbers *numbers, double width, double size)
{
	const struct text_style style = { .size = size };
	for (size_t i = 0; i < numbers->count; i++)
		for (const char *p = numbers->items[i].words; *p;) {
			size_t n = strcspn(p, " ");
			const char *word = arena_strndup(g->arena, p, n);
			if (!is_dense(word) &&
			    text_shape(g->fonts, word, style, 0, 0, g->diags)->width > width + fit_tolerance)
				return false;
			p += n + (p[n] == ' ');
		}
	return true;
}

struct row { /* how they are set: so many in each row */
	size_t across;
	double top, each, gap, size; /* top: of their rules */
};

static struct galley_piece words_piece(const struct galley *g, double x, const struct row *row)
{
	double size = g->paper->lengths->number_words;
	return (struct galley_piece){ .role = ROLE_CAPTION,
		                      .style = { .size = size },
		                      .step = size * number_words_step,
		                      .x = x,
		                      .baseline = row->top + row->size * number_below + size * number_words_below,
		                      .width = row->each,
		                      .color = g->look->palette.ink2 };
}

/* As many in a row as there is room for, in rows of one length. False if not even one is narrow enough. */
static bool settle(struct galley *g, const struct block_numbers *numbers, struct row *row)
{
	const struct lengths *l = g->paper->lengths;
	size_t n = numbers->count;
	row->top = rule_over * l->step;
	row->gap = fmin(2 * l->gutter, numbers_gap);
	for (size_t rows = g->aside ? n : 1; rows <= n; rows++) {
		row->across = (n + rows - 1) / rows;
		row->each = (g->width - row->gap * (double)(row->across - 1)) / (double)row->across;
		row->size = row->each > 0 ? galley_numbers_size(g, numbers, row->each, l->number) : 0;
		if (row->size >= l->number_min &&
		    (rows == n || galley_numbers_unbroken(g, numbers, row->each, l->number_words)))
			return true;
	}
	return false;
}

/* Returns how far down it reaches. */
static double add_number(struct galley *g, struct box *box, const struct large_number *number, double x,
                         const struct row *row)
{
	const struct palette *p = &g->look->palette;
	struct galley_value value = galley_value_of(g->arena, number->value);
	const struct rich words = holding_plain(g->briefing->holding, g->arena, number->words);
	const struct rich_doubt doubts[] = { { 0, strlen(value.number) }, { 0, strlen(value.unit) } };
	const struct rich marked = { .text = value.number, .doubts = &doubts[0], .n_doubts = number->doubted },
			  unit = { .text = value.unit, .doubts = &doubts[1], .n_doubts = number->doubted };
	struct galley_piece large = { .role = ROLE_HEADING,
		                      .style = value_style(row->size),
		                      .x = x,
		                      .baseline = row->top + row->size * number_below,
		                      .color = p->highlight };
	struct galley_piece small = words_piece(g, x, row);
	box_add_rect(g->boxes_arena, box, ROLE_RULE, (struct rect){ x, row->top, row->each, rule_thick }, p->ink);
	struct scene_tag *list = galley_open_tag(g, TAG_ITEM);
	galley_open_tag(g, TAG_BODY);
	galley_open_tag(g, TAG_PARAGRAPH);
	galley_set(g, box, &large, &marked);
	box->items[box->n_items - 1].text.spaced = true;
	if (*value.unit) {
		large.x += galley_shape(g, &marked, large.style, 0, 0)->width + galley_unit_gap(row->size);
		large.style = (struct text_style){ .size = galley_unit_size(g, row->size), .weight = TEXT_SEMIBOLD };
		galley_set(g, box, &large, &unit);
		box->items[box->n_items - 1].text.spaced = true;
	}
	double height = galley_set(g, box, &small, &words);
	if (number->doubted) {
		const struct rich told = { .text = words_get(g->briefing->front->language, WORD_UNPROVED) };
		box->items[box->n_items - 1].text.spaced = true;
		small.baseline += height;
		small.style.weight = TEXT_BOLD;
		small.color = look_doubt(g->look);
		height += galley_set(g, box, &small, &told);
	}
	g->tag = list;
	return row->top + row->size * number_below + small.style.size * number_words_over + height;
}

void galley_numbers(struct galley *g, const struct block *block)
{
	const struct block_numbers *numbers = &block->numbers;
	struct row row;
	bool was = g->wide, widen = galley_may_widen(g);
	double width = g->width;
	g->width = widen ? g->paper->body.w : width;
	if (!settle(g, numbers, &row)) {
		diag_add(g->diags, DIAG_ERROR, block->place, "print it without its unit: bare(…); say the unit below",
		         "a large number is wider than the page, or a word below it");
		g->width = width;
		return;
	}
	g->wide = was || widen;
	size_t first = g->n_boxes;
	double height = 0;
	struct scene_tag *above = galley_open_list(g);
	for (size_t i = 0; i < numbers->count; i += row.across) {
		struct box *box = galley_add_box(g, 0, numbers_above * g->paper->lengths->step);
		double tallest = 0;
		for (size_t k = i; k < numbers->count && k < i + row.across; k++)
			tallest = fmax(tallest, add_number(g, box, &numbers->items[k],
			                                   g->x + (row.each + row.gap) * (double)(k - i), &row));
		box->height = paper_round(g->paper, tallest);
		height += box->height + box->above;
	}
	for (size_t i = first + 1; i < g->n_boxes; i++)
		g->boxes[i]->tied = height < g->paper->lengths->table_whole * g->paper->body.h;
	g->tag = above;
	g->air = numbers_above * g->paper->lengths->step;
	g->wide = was;
	g->width = width;
}
