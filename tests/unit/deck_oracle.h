/* deck_oracle.h: slides through the painter of PPTX, read back: every part is XML, and what slides say stands there. */
#ifndef DECK_ORACLE_H
#define DECK_ORACLE_H

#include "base/arena.h"
#include "brief/pages.h"
#include "paint/painter.h"
#include "read/archive.h"
#include "read/xml.h"

#include <stdio.h>
#include <string.h>

static void deck_open(void *closure, const char *name, const char *const *attributes)
{
	(void)closure, (void)name, (void)attributes;
}

static void deck_close(void *closure, const char *name)
{
	(void)closure, (void)name;
}

/* Letters alone: which spaces stand between lines is the painter's choice, and where a hyphen keeps a word whole. */
static void deck_letters(struct strbuf *b, const char *text, size_t n)
{
	static const char no_break_space[] = "\u00a0", no_break_hyphen[] = "\u2011";
	enum { SPACE = sizeof no_break_space - 1, HYPHEN = sizeof no_break_hyphen - 1 };
	for (size_t i = 0; i < n; i++) {
		if (n - i >= SPACE && memcmp(text + i, no_break_space, SPACE) == 0) {
			i += SPACE - 1;
		} else if (n - i >= HYPHEN && memcmp(text + i, no_break_hyphen, HYPHEN) == 0) {
			strbuf_add(b, "-");
			i += HYPHEN - 1;
		} else if (!strchr(" \t\r\n", text[i])) {
			strbuf_addn(b, text + i, 1);
		}
	}
}

static void deck_text(void *closure, const char *s, size_t n)
{
	deck_letters(closure, s, n);
}

static bool deck_part(struct arena *arena, struct archive *deck, const char *name, struct strbuf *text,
                      struct diags *diags)
{
	static const struct xml_reader reader = { deck_open, deck_close, deck_text };
	struct bytes bytes;
	*text = strbuf_new(arena);
	return archive_read(deck, arena, name, &bytes, diags) &&
	       xml_read(arena, place_file("deck"), name, bytes, &reader, text, diags);
}

/* NULL if all headings of the page are in the text. */
static const char *deck_misses(struct arena *arena, const struct scene *page, const char *text)
{
	for (size_t i = 0; i < page->n_items; i++) {
		const struct scene_item *item = &page->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_SECTION)
			continue;
		struct strbuf own = strbuf_new(arena);
		deck_letters(&own, item->text.block->text, strlen(item->text.block->text));
		if (!strstr(text, own.s))
			return item->text.block->text;
	}
	return NULL;
}

/* NULL if all is well; else what is wrong. */
static const char *deck_oracle(struct arena *arena, const struct scene *const *slides, size_t n,
                               const struct look *look, struct diags *diags)
{
	struct bytes bytes;
	struct strbuf text;
	struct paint_info info = { .producer = "test", .look = look };
	struct diags *own = diags_new(arena);
	if (!paint(paintbox_new(arena), painter_find("pptx"), slides, n, &info, &bytes, own))
		return "the deck is not painted";
	struct archive *deck = archive_open(arena, "deck.pptx", bytes, diags);
	if (!deck || !deck_part(arena, deck, "[Content_Types].xml", &text, diags) ||
	    !deck_part(arena, deck, "ppt/presentation.xml", &text, diags))
		return "the deck is no package";
	for (size_t i = 0; i < n; i++) {
		if (!deck_part(arena, deck, arena_printf(arena, "ppt/slides/slide%zu.xml", i + 1), &text, diags))
			return "a slide is no XML";
		const char *missing = deck_misses(arena, slides[i], text.s);
		if (missing)
			return arena_printf(arena, "slide %zu does not say \"%s\"", i + 1, missing);
	}
	const char *name = "ppt/charts/chart1.xml";
	for (size_t i = 2; archive_has(deck, name); i++) {
		if (!deck_part(arena, deck, name, &text, diags))
			return "a chart is no XML";
		name = arena_printf(arena, "ppt/charts/chart%zu.xml", i);
	}
	return NULL;
}

/* False, and told, if the pages are slides that are not found again. */
static bool deck_holds(struct arena *arena, const struct pages *pages, const struct look *look, unsigned number,
                       struct diags *diags)
{
	if (!pages->count || !pages->items[0]->document.slide)
		return true;
	const char *wrong = deck_oracle(arena, (const struct scene *const *)pages->items, pages->count, look, diags);
	if (wrong)
		printf("case %u: %s\n", number, wrong);
	return !wrong;
}

#endif
