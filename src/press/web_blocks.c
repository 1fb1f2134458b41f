/* The blocks of a briefing as elements. */
#include "press/web_writing.h"

#include "base/str.h"
#include "brief/briefing.h"
#include "words/words.h"

#include <string.h>

enum { CONTENTS_LEVEL = 2, HEADING_LAST = 6, CONTENTS_LEAST = 2, LARGE_LETTERS = 8 };

static void add_doubt(struct web_writing *w, bool doubted)
{
	if (!doubted)
		return;
	web_add(w->web, " ");
	web_element(w->web, "strong", "doubt", TEXT_BOLD, words_get(w->language, WORD_UNPROVED));
}

/* ---- text ---- */

/* The title of the briefing is the one heading of the first level. */
static void heading(struct web_writing *w, const struct block *block)
{
	int level = block->level < HEADING_LAST ? block->level + 1 : HEADING_LAST;
	level = level > w->level + 1 ? w->level + 1 : level; /* no level is left out */
	w->level = level;
	web_addf(w->web, "<h%d", level);
	if (block->anchor)
		web_attribute(w->web, "id", block->anchor);
	web_direction(w->web, block->text.text);
	web_add(w->web, ">");
	web_rich(w, &block->text, TEXT_BOLD);
	web_addf(w->web, "</h%d>\n", level);
	w->section = block->text.text;
}

static void paragraph(struct web_writing *w, const struct block *block)
{
	web_written(w, "p", NULL, &block->text, TEXT_REGULAR);
	web_add(w->web, "\n");
}

static void code(struct web_writing *w, const struct block *block)
{
	web_add(w->web, "<pre tabindex=\"0\"><code>");
	web_text_in(w->web, TEXT_CODE, block->text.text, strlen(block->text.text));
	web_add(w->web, "</code></pre>\n");
}

static void list(struct web_writing *w, const struct block *block)
{
	const char *name = block->ordered ? "ol" : "ul";
	int first = block->ordered && block->n_items ? block->items[0]->number : 1;
	web_addf(w->web, "<%s", name);
	if (first != 1)
		web_addf(w->web, " start=\"%d\"", first);
	web_add(w->web, ">\n");
	for (size_t i = 0; i < block->n_items; i++) {
		const struct block *item = block->items[i];
		if (item->n_items == 1 && item->items[0]->kind == BLOCK_PARAGRAPH) {
			web_written(w, "li", NULL, &item->items[0]->text, TEXT_REGULAR);
		} else {
			web_add(w->web, "<li>");
			web_blocks(w, item->items, item->n_items);
			web_add(w->web, "</li>");
		}
		web_add(w->web, "\n");
	}
	web_addf(w->web, "</%s>\n", name);
}

static const struct wrap {
	const char *element, *class;
} wraps[] = {
	[BLOCK_QUOTE] = { "blockquote", NULL }, [BLOCK_NOTE] = { "div", "note" },
	[BLOCK_COLUMNS] = { "div", "columns" }, [BLOCK_SIDE] = { "aside", "side" },
	[BLOCK_FIGURES] = { "div", "figures" }, [BLOCK_TAKEAWAY] = { "aside", "side" },
};

static void inside(struct web_writing *w, const struct block *block)
{
	const struct wrap *wrap = &wraps[block->kind];
	web_addf(w->web, "<%s", wrap->element);
	if (wrap->class)
		web_attribute(w->web, "class", wrap->class);
	web_add(w->web, ">\n");
	web_blocks(w, block->items, block->n_items);
	web_addf(w->web, "</%s>\n", wrap->element);
}

static void quotation(struct web_writing *w, const struct block *block)
{
	web_add(w->web, "<figure class=\"quotation\"><blockquote>");
	web_written(w, "p", NULL, &block->text, TEXT_REGULAR);
	web_add(w->web, "</blockquote>\n<figcaption>");
	for (size_t i = 0; i < block->n_items; i++)
		web_written(w, "span", NULL, &block->items[i]->text, TEXT_REGULAR);
	web_add(w->web, "</figcaption></figure>\n");
}

/* ---- what is set in its own way ---- */

void web_numbers(struct web_writing *w, const struct block_numbers *numbers)
{
	web_add(w->web, "<ul class=\"numbers\" role=\"list\">\n");
	for (size_t i = 0; i < numbers->count; i++) {
		web_add(w->web, "<li>");
		const struct large_number *number = &numbers->items[i];
		bool is_long = utf8_count(number->value) > LARGE_LETTERS;
		web_element(w->web, "b", is_long ? "long" : NULL, TEXT_BOLD, number->value);
		web_add(w->web, " ");
		web_element(w->web, "span", NULL, TEXT_REGULAR, numbers->items[i].words);
		add_doubt(w, numbers->items[i].doubted);
		web_add(w->web, "</li>\n");
	}
	web_add(w->web, "</ul>\n");
}

static void one_advice(struct web_writing *w, const struct recommendation *one)
{
	web_add(w->web, "<li");
	web_claim(w->web, one->claimed);
	web_add(w->web, "><div>");
	web_written(w, "p", "use", &one->use, TEXT_REGULAR);
	web_add(w->web, "<p class=\"model\">");
	web_written(w, "span", NULL, &one->model, TEXT_BOLD);
	add_doubt(w, one->doubted);
	web_add(w->web, "</p></div><div>");
	web_written(w, "p", NULL, &one->because, TEXT_REGULAR);
	if (*one->unless.text) {
		web_add(w->web, "<p>");
		web_element(w->web, "strong", NULL, TEXT_BOLD, words_get(w->language, WORD_RECONSIDER_IF));
		web_add(w->web, " ");
		web_written(w, "span", NULL, &one->unless, TEXT_REGULAR);
		web_add(w->web, "</p>");
	}
	web_add(w->web, "</div></li>\n");
}

static void advice(struct web_writing *w, const struct block_advice *all)
{
	web_add(w->web, "<ul class=\"advice\" role=\"list\">\n");
	for (size_t i = 0; i < all->count; i++)
		one_advice(w, &all->items[i]);
	web_add(w->web, "</ul>\n");
}

static void events(struct web_writing *w, const struct block_events *all)
{
	web_add(w->web, "<ol class=\"events\" role=\"list\">\n");
	for (size_t i = 0; i < all->count; i++) {
		const struct event *e = &all->items[i];
		web_add(w->web, "<li>");
		web_element(w->web, "b", NULL, TEXT_SEMIBOLD, e->day);
		web_add(w->web, "<span>");
		web_written(w, "span", NULL, &e->text, TEXT_REGULAR);
		add_doubt(w, e->doubted);
		web_add(w->web, "</span></li>\n");
	}
	web_add(w->web, "</ol>\n");
}

/* A line from low to high with a dot for each value, in hundredths of its width. */
static void spark(struct web_writing *w, const struct spark *s)
{
	double range = s->high > s->low ? s->high - s->low : 1;
	web_add(w->web, "<span class=\"spark\">");
	web_element(w->web, "span", NULL, TEXT_REGULAR, s->low_words);
	web_add(w->web, "<svg viewBox=\"-4 -4 108 8\" role=\"img\"");
	web_attribute(w->web, "aria-label", s->alt);
	web_add(w->web, "><path d=\"M0 0H100\"/>");
	for (size_t i = 0; i < s->n_dots; i++)
		web_addf(w->web, "<circle cx=\"%.2f\" r=\"3\"%s/>", 100 * (s->dots[i].value - s->low) / range,
		         s->dots[i].focus ? " class=\"focus\"" : "");
	web_add(w->web, "</svg>");
	web_element(w->web, "span", NULL, TEXT_REGULAR, s->high_words);
	web_add(w->web, "</span>");
}

static void findings(struct web_writing *w, const struct block *block)
{
	web_add(w->web, "<ol class=\"findings\">\n");
	for (size_t i = 0; i < block->n_items; i++) {
		struct block *const *words = block->items[i]->items;
		web_add(w->web, "<li><p class=\"gap\">");
		web_written(w, "b", NULL, &words[FINDING_VALUE]->text, TEXT_BOLD);
		web_add(w->web, " ");
		web_rich(w, &words[FINDING_UNIT]->text, TEXT_REGULAR);
		web_add(w->web, "</p><div>");
		web_written(w, "p", NULL, &words[FINDING_SENTENCE]->text, TEXT_REGULAR);
		web_written(w, "p", "sure", &words[FINDING_CONFIDENCE]->text, TEXT_REGULAR);
		spark(w, &block->findings.items[i].spark);
		web_add(w->web, "</div></li>\n");
	}
	web_add(w->web, "</ol>\n");
}

static void image(struct web_writing *w, const struct block *block)
{
	struct figure_image shown;
	const struct input *input = NULL, *found = NULL;
	for (size_t i = 0; (input = inputs_at(w->job->inputs, i)) && !found; i++)
		if (input->role == INPUT_PICTURE && str_eq(input->written, block->image) && input->read)
			found = input;
	if (!found || !press_image(w->job, block->image, &shown))
		return;
	web_add(w->web, "<figure><img");
	web_attribute(w->web, "alt", block->alt ? block->alt : "");
	web_addf(w->web, " width=\"%.0f\" height=\"%.0f\"", shown.width / web_points(1), shown.height / web_points(1));
	web_data(w->web, "src", painter_media_type(block->image), found->bytes);
	web_add(w->web, "></figure>\n");
}

/* ---- contents ---- */

static bool is_listed(const struct block *block)
{
	return block->kind == BLOCK_HEADING && block->level <= CONTENTS_LEVEL && block->anchor;
}

void web_contents(struct web_writing *w)
{
	const struct briefing *b = w->briefing;
	size_t n = 0;
	for (size_t i = 0; i < b->n_blocks; i++)
		n += is_listed(b->blocks[i]);
	if (n < CONTENTS_LEAST)
		return;
	web_add(w->web, "<ol>\n");
	for (size_t i = 0; i < b->n_blocks; i++) {
		if (!is_listed(b->blocks[i]))
			continue;
		web_addf(w->web, "<li%s><a", b->blocks[i]->level > 1 ? " class=\"sub\"" : "");
		web_address(w->web, "href", arena_printf(w->job->arena, "#%s", b->blocks[i]->anchor));
		web_direction(w->web, b->blocks[i]->text.text);
		web_add(w->web, ">");
		web_text(w->web, b->blocks[i]->text.text);
		web_add(w->web, "</a></li>\n");
	}
	web_add(w->web, "</ol>\n");
}

static void contents_here(struct web_writing *w)
{
	web_add(w->web, "<nav class=\"toc here\"");
	web_attribute(w->web, "aria-label", words_get(w->language, WORD_WEB_CONTENTS_HERE));
	web_add(w->web, ">");
	web_contents(w);
	web_add(w->web, "</nav>\n");
}

/* ---- all kinds ---- */

static void one(struct web_writing *w, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		heading(w, block);
		return;
	case BLOCK_PARAGRAPH:
		paragraph(w, block);
		return;
	case BLOCK_LIST:
		list(w, block);
		return;
	case BLOCK_ITEM:
	case BLOCK_SPEAKER:  /* said, not written */
	case BLOCK_APPENDIX: /* web_blocks: the section it begins */
		return;
	case BLOCK_CODE:
		code(w, block);
		return;
	case BLOCK_TABLE:
		web_table(w, &block->table);
		return;
	case BLOCK_IMAGE:
		image(w, block);
		return;
	case BLOCK_CHART:
		web_figure(w->web, &w->job->web[block->chart.number - 1]);
		return;
	case BLOCK_QUOTE:
	case BLOCK_NOTE:
	case BLOCK_COLUMNS:
	case BLOCK_SIDE:
	case BLOCK_TAKEAWAY:
	case BLOCK_FIGURES:
		inside(w, block);
		return;
	case BLOCK_FINDINGS:
		findings(w, block);
		return;
	case BLOCK_NUMBERS:
		web_numbers(w, &block->numbers);
		return;
	case BLOCK_ADVICE:
		advice(w, &block->advice);
		return;
	case BLOCK_QUOTATION:
		quotation(w, block);
		return;
	case BLOCK_EVENTS:
		events(w, &block->events);
		return;
	case BLOCK_CONTENTS:
		contents_here(w);
		return;
	case BLOCK_PAGE:
		web_add(w->web, "<div class=\"break\"></div>\n");
		return;
	}
}

void web_blocks(struct web_writing *w, struct block *const *blocks, size_t n)
{
	bool appendix = false;
	for (size_t i = 0; i < n; i++) {
		if (blocks[i]->kind == BLOCK_APPENDIX) {
			web_add(w->web, "<section class=\"appendix\">\n");
			appendix = true;
		}
		one(w, blocks[i]);
	}
	if (appendix)
		web_add(w->web, "</section>\n");
}
