/* Texts of rows. Of a list of very many rows, only what each of them measures is kept until its page is drawn. */
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "text/font.h"
#include "words/words.h"

#include <math.h>

bool rows_open_texts(struct rows_plan *p)
{
	if (!p->request->lazy || p->measuring)
		return false;
	fontset_open_page(p->request->fonts);
	return p->measuring = true;
}

void rows_close_texts(struct rows_plan *p, bool open)
{
	if (!open)
		return;
	p->measuring = false;
	fontset_close_page(p->request->fonts);
}

/* Lines without runs; of one line there is nothing to know. */
static const struct text_line *lines_of(struct arena *arena, const struct text_block *b)
{
	static const struct text_line only = { .text = "" };
	if (b->n_lines == 1)
		return &only;
	struct text_line *lines = arena_alloc(arena, b->n_lines, sizeof *lines);
	for (size_t i = 0; i < b->n_lines; i++)
		lines[i] = (struct text_line){ .text = "", .baseline = b->lines[i].baseline };
	return lines;
}

const struct text_block *rows_text(struct rows_plan *p, const char *text, struct text_style style, double width,
                                   double step)
{
	if (!p->request->lazy)
		return text_shape(p->request->fonts, text, style, width, step, p->diags);
	bool open = rows_open_texts(p);
	const struct text_block *b = text_shape(p->request->fonts, text, style, width, step, p->diags);
	struct rows_text *kept = arena_alloc(p->arena, 1, sizeof *kept);
	*kept = (struct rows_text){ *b, width };
	kept->block.text = text;
	kept->block.lines = lines_of(p->arena, b);
	rows_close_texts(p, open);
	return &kept->block;
}

static const struct text_block *whole(const struct rows_plan *p, const struct text_block *b)
{
	if (!b)
		return NULL;
	const struct rows_text *kept = (const struct rows_text *)(const void *)b;
	return text_shape(p->request->fonts, b->text, b->style, kept->width, b->step, p->diags);
}

void rows_take_texts(struct rows_plan *p, size_t row, size_t n)
{
	if (!p->request->lazy)
		return;
	size_t each = p->n_columns * p->table->n_series;
	struct rows_line *lines = arena_alloc(p->arena, n + 1, sizeof *lines);
	struct rows_shaped *shaped = arena_alloc(p->arena, n * each + 1, sizeof *shaped);
	for (size_t i = 0; i < n; i++) {
		const struct rows_line *l = &p->lines[row + i];
		lines[i] = (struct rows_line){ whole(p, l->rank),  whole(p, l->name), whole(p, l->variant),
			                       whole(p, l->maker), whole(p, l->gap),  l->variant_below };
	}
	for (size_t i = 0; i < n * each; i++) {
		const struct rows_shaped *s = &p->shaped[row * each + i];
		shaped[i] = (struct rows_shaped){ whole(p, s->value), whole(p, s->remark), whole(p, s->annotation),
			                          s->point };
	}
	p->lines = lines;
	p->shaped = shaped;
	p->first = row;
}

const struct text_block *rows_group_head(struct rows_plan *p, size_t row, bool continued)
{
	struct text_style style = frame_style(&p->frame, p->look->type.label, TEXT_BOLD, false);
	const char *head = p->table->groups[p->rows[row]];
	if (continued)
		head = words_fill(p->arena, p->request->language, WORD_GROUP_CONTINUED, "name", head, NULL);
	return text_shape(p->request->fonts, head, style, p->right - p->name_x, style.size * share_leading, p->diags);
}

double rows_below(const struct text_block *b)
{
	return fmax(b->lines[b->n_lines - 1].baseline + b->descent, rect_bottom(b->ink));
}

/* Tall letters keep their distance. */
double rows_variant_step(const struct rows_plan *p, const struct rows_line *l)
{
	if (!l->variant_below)
		return 0;
	double below = rect_bottom(l->name->ink) - l->name->lines[l->name->n_lines - 1].baseline;
	return fmax(length_variant_step * p->u, below - l->variant->ink.y + length_lines_air * p->u);
}

double rows_variant_end(const struct rows_plan *p, const struct rows_line *l)
{
	return l->variant_below ? rows_variant_step(p, l) + l->variant->lines[l->variant->n_lines - 1].baseline : 0;
}
