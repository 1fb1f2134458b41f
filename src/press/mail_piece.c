#include "press/mail_piece.h"

#include "base/str.h"
#include "brief/briefing.h"
#include "words/words.h"

static void add_blocks(struct mail_writing *w, struct mail_piece *into, struct block *const *blocks, size_t n);

/* It is at its place until the next one is added. */
static struct mail_piece *add(struct mail_writing *w, struct mail_piece *into, enum mail_kind kind)
{
	into->items = arena_grow(w->arena, into->items, &into->room, into->n_items, sizeof *into->items);
	struct mail_piece *piece = &into->items[into->n_items++];
	*piece = (struct mail_piece){ .kind = kind };
	return piece;
}

static void add_paragraph(struct mail_writing *w, struct mail_piece *into, struct rich text, enum mail_tone tone)
{
	add(w, into, MAIL_PARAGRAPH)->line = (struct mail_line){ .text = text, .tone = tone };
}

static void add_inside(struct mail_writing *w, struct mail_piece *into, enum mail_kind kind, const struct block *block)
{
	struct mail_piece inner = { .kind = kind, .number = block->number };
	add_blocks(w, &inner, block->items, block->n_items);
	*add(w, into, kind) = inner;
}

static void add_list(struct mail_writing *w, struct mail_piece *into, const struct block *block)
{
	struct mail_piece list = { .kind = MAIL_LIST };
	for (size_t i = 0; i < block->n_items; i++)
		add_inside(w, &list, MAIL_ITEM, block->items[i]);
	*add(w, into, MAIL_LIST) = list;
}

static void add_table(struct mail_writing *w, struct mail_piece *into, const struct block_table *table)
{
	add(w, into, MAIL_TABLE)->table = table;
	if (table->note)
		add_paragraph(w, into, rich_plain(w->arena, table->note), MAIL_QUIET);
}

/* ---- what has two sides ---- */

static struct mail_row *add_rows(struct mail_writing *w, struct mail_piece *into, size_t n)
{
	struct mail_row *rows = arena_alloc(w->arena, n + 1, sizeof *rows);
	struct mail_piece *piece = add(w, into, MAIL_ROWS);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < MAIL_SIDE_LINES; k++)
			rows[i].left[k].text.text = rows[i].right[k].text.text = "";
	piece->rows = rows;
	piece->n_rows = n;
	return rows;
}

static struct mail_line words(struct mail_writing *w, const char *text, enum mail_tone tone)
{
	return (struct mail_line){ .text = rich_plain(w->arena, text), .tone = tone };
}

static void add_numbers(struct mail_writing *w, struct mail_piece *into, const struct block_numbers *numbers)
{
	struct mail_row *rows = add_rows(w, into, numbers->count);
	for (size_t i = 0; i < numbers->count; i++) {
		rows[i].left[0] = words(w, numbers->items[i].value, MAIL_LARGE);
		rows[i].right[0] = words(w, numbers->items[i].words, MAIL_PLAIN);
		rows[i].right[0].doubted = numbers->items[i].doubted;
	}
}

static void add_advice(struct mail_writing *w, struct mail_piece *into, const struct block_advice *advice)
{
	struct mail_row *rows = add_rows(w, into, advice->count);
	for (size_t i = 0; i < advice->count; i++) {
		const struct recommendation *one = &advice->items[i];
		rows[i].left[0] = (struct mail_line){ .text = one->use, .tone = MAIL_QUIET };
		rows[i].left[1] =
			(struct mail_line){ .text = one->model, .tone = MAIL_STRONG, .doubted = one->doubted };
		rows[i].right[0] = (struct mail_line){ .text = one->because };
		if (!*one->unless.text)
			continue;
		struct rich_builder b = rich_new(w->arena);
		b.bold++;
		rich_add(&b, words_get(w->language, WORD_RECONSIDER_IF));
		b.bold--;
		rich_add(&b, " ");
		rich_add(&b, one->unless.text);
		rows[i].right[1] = (struct mail_line){ .text = rich_done(&b) };
	}
}

static void add_events(struct mail_writing *w, struct mail_piece *into, const struct block_events *events)
{
	struct mail_row *rows = add_rows(w, into, events->count);
	for (size_t i = 0; i < events->count; i++) {
		rows[i].left[0] = words(w, events->items[i].day, MAIL_STRONG);
		rows[i].right[0] =
			(struct mail_line){ .text = events->items[i].text, .doubted = events->items[i].doubted };
	}
}

static void add_findings(struct mail_writing *w, struct mail_piece *into, const struct block *block)
{
	struct mail_row *rows = add_rows(w, into, block->n_items);
	for (size_t i = 0; i < block->n_items; i++) {
		struct block *const *said = block->items[i]->items;
		rows[i].left[0] = (struct mail_line){ .text = said[FINDING_VALUE]->text, .tone = MAIL_LARGE };
		rows[i].left[1] = (struct mail_line){ .text = said[FINDING_UNIT]->text, .tone = MAIL_QUIET };
		rows[i].right[0] = (struct mail_line){ .text = said[FINDING_SENTENCE]->text };
		rows[i].right[1] = (struct mail_line){ .text = said[FINDING_CONFIDENCE]->text, .tone = MAIL_QUIET };
	}
}

static void add_quotation(struct mail_writing *w, struct mail_piece *into, const struct block *block)
{
	struct mail_piece quote = { .kind = MAIL_QUOTE };
	add_paragraph(w, &quote, block->text, MAIL_PLAIN);
	for (size_t i = 0; i < block->n_items; i++)
		add_paragraph(w, &quote, block->items[i]->text, MAIL_QUIET);
	*add(w, into, MAIL_QUOTE) = quote;
}

/* ---- all kinds ---- */

static void add_image(struct mail_writing *w, struct mail_piece *into, const struct block *block)
{
	const struct mail_shown *shown = mail_image(w, block);
	if (shown)
		add(w, into, MAIL_FIGURE)->shown = shown;
}

static void add_heading(struct mail_writing *w, struct mail_piece *into, const struct block *block)
{
	struct mail_piece *piece = add(w, into, MAIL_HEADING);
	piece->level = block->level + 1;
	piece->line.text = block->text;
}

static void add_block(struct mail_writing *w, struct mail_piece *into, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		add_heading(w, into, block);
		return;
	case BLOCK_PARAGRAPH:
		add_paragraph(w, into, block->text, MAIL_PLAIN);
		return;
	case BLOCK_CODE:
		add(w, into, MAIL_CODE)->line.text = block->text;
		return;
	case BLOCK_LIST:
		add_list(w, into, block);
		return;
	case BLOCK_TABLE:
		add_table(w, into, &block->table);
		return;
	case BLOCK_IMAGE:
		add_image(w, into, block);
		return;
	case BLOCK_CHART:
		add(w, into, MAIL_FIGURE)->shown = &w->shown[block->chart.number - 1];
		return;
	case BLOCK_QUOTE:
		add_inside(w, into, MAIL_QUOTE, block);
		return;
	case BLOCK_NOTE:
	case BLOCK_SIDE:
	case BLOCK_TAKEAWAY:
		add_inside(w, into, MAIL_PANEL, block);
		return;
	case BLOCK_COLUMNS:
	case BLOCK_FIGURES:
		add_blocks(w, into, block->items, block->n_items);
		return;
	case BLOCK_NUMBERS:
		add_numbers(w, into, &block->numbers);
		return;
	case BLOCK_ADVICE:
		add_advice(w, into, &block->advice);
		return;
	case BLOCK_EVENTS:
		add_events(w, into, &block->events);
		return;
	case BLOCK_FINDINGS:
		add_findings(w, into, block);
		return;
	case BLOCK_QUOTATION:
		add_quotation(w, into, block);
		return;
	case BLOCK_ITEM:     /* add_list */
	case BLOCK_CONTENTS: /* nothing to jump to */
	case BLOCK_PAGE:
	case BLOCK_SPEAKER:
	case BLOCK_APPENDIX:
		return;
	}
}

static void add_blocks(struct mail_writing *w, struct mail_piece *into, struct block *const *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_block(w, into, blocks[i]);
}

static void add_notes(struct mail_writing *w)
{
	const struct briefing *b = w->job->briefing;
	if (!b->n_notes)
		return;
	struct mail_piece list = { .kind = MAIL_LIST };
	for (size_t i = 0; i < b->n_notes; i++) {
		struct mail_piece item = { .kind = MAIL_ITEM, .number = (int)i + 1 };
		add_blocks(w, &item, b->notes[i]->items, b->notes[i]->n_items);
		*add(w, &list, MAIL_ITEM) = item;
	}
	struct mail_piece *heading = add(w, &w->all, MAIL_HEADING);
	heading->level = 2;
	heading->line.text = rich_plain(w->arena, words_get(w->language, WORD_WEB_NOTES));
	*add(w, &w->all, MAIL_LIST) = list;
}

void mail_pieces(struct mail_writing *w)
{
	const struct briefing *b = w->job->briefing;
	w->all = (struct mail_piece){ .kind = MAIL_PANEL };
	if (b->confidential)
		add_paragraph(w, &w->all, rich_plain(w->arena, b->confidential), MAIL_STRONG);
	if (b->numbers.count)
		add_numbers(w, &w->all, &b->numbers);
	add_blocks(w, &w->all, b->blocks, b->n_blocks);
	add_notes(w);
	if (b->footer)
		add_paragraph(w, &w->all, rich_plain(w->arena, b->footer), MAIL_QUIET);
}
