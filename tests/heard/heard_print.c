/* heard_print BRIEFING PROGRAM [PAGE]: what a reader who hears the briefing should hear, from the scenes of its pages
 * and their tags, for a script that compares it with what other programs find in the PDF.
 *
 * One line for each: "<H" where a tag begins, its text as drawn, "=" and the alt of a figure, "!" and text that is
 * drawn, is not furniture, and is content of no tag anywhere. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "press/job.h"
#include "scene/scene.h"
#include "style/page_format.h"

#include <stdio.h>
#include <string.h>

struct piece { /* of text, with its tag, in the order in which it is drawn */
	const struct scene_tag *tag;
	const char *text;
	size_t bytes;
	bool spaced, done;
};

struct book {
	struct arena *arena;
	struct piece *pieces;
	size_t n, room;
	struct piece *loose; /* content of no tag */
	size_t n_loose, loose_room;
};

static void add_piece(struct book *b, const struct scene_tag *tag, const char *text, size_t bytes, bool spaced)
{
	b->pieces = arena_grow(b->arena, b->pieces, &b->room, b->n, sizeof *b->pieces);
	b->pieces[b->n++] = (struct piece){ tag, text, bytes, spaced, false };
}

static void add_text(struct book *b, const struct scene_item *item, const struct scene_tag *tag, bool spaced)
{
	const char *text = item->text.block->text;
	size_t at = 0, all = strlen(text);
	for (size_t i = 0; i < item->text.n_spans; i++) {
		const struct scene_span *span = &item->text.spans[i];
		if (span->start > at)
			add_piece(b, tag, text + at, span->start - at, false);
		add_piece(b, span->tag, text + span->start, span->end - span->start, spaced && span->end == all);
		at = span->end;
	}
	if (at < all)
		add_piece(b, tag, text + at, all - at, spaced);
}

static void add_loose(struct book *b, const struct scene_item *item)
{
	const char *text = item->text.block->text;
	if (item->role == ROLE_FIELD && (str_starts(text, "(") || str_ends(text, ")"))) /* "(continued)" */
		return;
	if (item->role == ROLE_PAGE || item->role == ROLE_SECTION || item->role == ROLE_CAPTION)
		return;
	b->loose = arena_grow(b->arena, b->loose, &b->loose_room, b->n_loose, sizeof *b->loose);
	b->loose[b->n_loose++] = (struct piece){ .text = text };
}

static void read_figure(struct book *b, const struct scene_figure *figure)
{
	const struct scene *s = figure->scene;
	for (size_t i = 0; i < s->n_items && figure->tags; i++) { /* a slide on paper is one picture */
		const struct scene_tag *tag = figure->tags[i];
		if (s->items[i].kind != SCENE_TEXT)
			continue;
		if (tag)
			add_text(b, &s->items[i], tag, true);
		else
			add_loose(b, &s->items[i]);
	}
}

static void read_page(struct book *b, const struct scene *page)
{
	for (size_t i = 0; i < page->n_items; i++) {
		const struct scene_item *item = &page->items[i];
		if (item->kind == SCENE_FIGURE)
			read_figure(b, &item->figure);
		else if (item->kind == SCENE_TEXT && item->tag)
			add_text(b, item, item->tag, item->text.spaced);
		else if (item->kind == SCENE_TEXT)
			add_loose(b, item);
	}
}

static bool is_below(const struct scene_tag *tag, const struct scene_tag *of)
{
	while (tag && tag != of)
		tag = tag->inside;
	return tag != NULL;
}

static bool is_used(const struct book *b, const struct scene_tag *tag)
{
	if (tag->kind == TAG_HEAD || tag->kind == TAG_CELL || tag->kind == TAG_FIGURE)
		return true;
	for (size_t i = 0; i < b->n; i++)
		if (is_below(b->pieces[i].tag, tag))
			return true;
	return false;
}

static const char *name_of(enum scene_tag_kind kind)
{
	static const char *const names[] = {
		[TAG_DOCUMENT] = "Document",
		[TAG_GROUP] = "Div",
		[TAG_TITLE] = "P",
		[TAG_HEADING] = "H",
		[TAG_PARAGRAPH] = "P",
		[TAG_QUOTE] = "BlockQuote",
		[TAG_CODE] = "Code",
		[TAG_LIST] = "L",
		[TAG_ITEM] = "LI",
		[TAG_LABEL] = "Lbl",
		[TAG_BODY] = "LBody",
		[TAG_TABLE] = "Table",
		[TAG_ROW] = "TR",
		[TAG_HEAD] = "TH",
		[TAG_CELL] = "TD",
		[TAG_FIGURE] = "Figure",
		[TAG_CAPTION] = "Caption",
		[TAG_CONTENTS] = "TOC",
		[TAG_ENTRY] = "TOCI",
		[TAG_REFERENCE] = "Reference",
		[TAG_NOTE] = "Note",
		[TAG_LINK] = "Link",
		[TAG_SPAN] = "Span",
	};
	return names[kind];
}

static void print_line(const char *mark, const char *text, size_t bytes, const char *end)
{
	fputs(mark, stdout);
	for (size_t i = 0; i < bytes; i++)
		putchar(text[i] == '\n' ? ' ' : text[i]);
	printf("%s\n", end);
}

/* The one below `tag` that leads to `of`. */
static const struct scene_tag *towards(const struct scene_tag *tag, const struct scene_tag *of)
{
	while (of->inside != tag)
		of = of->inside;
	return of;
}

static void print_tag(struct book *b, const struct scene_tag *tag);

/* A text's own pieces, and where they stand between them the tags of parts of it. */
static bool print_running(struct book *b, const struct scene_tag *tag)
{
	bool own = false;
	for (size_t i = 0; i < b->n; i++)
		own |= b->pieces[i].tag == tag;
	for (size_t i = 0; i < b->n && own; i++) {
		struct piece *piece = &b->pieces[i];
		if (piece->done || !is_below(piece->tag, tag))
			continue;
		if (piece->tag != tag) {
			const struct scene_tag *inner = towards(tag, piece->tag);
			bool running =
				inner->kind == TAG_LINK || inner->kind == TAG_REFERENCE || inner->kind == TAG_SPAN;
			if (running)
				print_tag(b, inner);
			continue;
		}
		piece->done = true;
		print_line("\"", piece->text, piece->bytes, piece->spaced ? " " : "");
	}
	return own;
}

static void print_tag(struct book *b, const struct scene_tag *tag)
{
	if (!is_used(b, tag))
		return;
	printf("<%s\n", name_of(tag->kind));
	if (tag->kind == TAG_FIGURE) {
		print_line("=", tag->alt, strlen(tag->alt), "");
		printf(">\n");
		return;
	}
	print_running(b, tag);
	for (const struct scene_tag *inner = tag->first; inner; inner = inner->next) {
		bool all = true, any = false;
		for (size_t i = 0; i < b->n; i++) {
			any |= is_below(b->pieces[i].tag, inner);
			all &= !is_below(b->pieces[i].tag, inner) || b->pieces[i].done;
		}
		if (!any || !all)
			print_tag(b, inner);
	}
	printf(">\n");
}

static void print_lost(const struct book *b)
{
	for (size_t i = 0; i < b->n_loose; i++) {
		bool found = false;
		for (size_t k = 0; k < b->n && !found; k++)
			found = strncmp(b->pieces[k].text, b->loose[i].text, b->pieces[k].bytes) == 0 &&
			        (b->loose[i].text[b->pieces[k].bytes] == '\0' ||
			         str_starts(b->loose[i].text + b->pieces[k].bytes, " (")); /* continued */
		if (!found)
			print_line("!", b->loose[i].text, strlen(b->loose[i].text), "");
	}
}

static const struct scene_tag *root_of(const struct book *b)
{
	return b->n ? scene_tag_root(b->pieces[0].tag) : NULL;
}

int main(int argc, char **argv)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	const char *program = argc > 2 ? argv[2] : NULL;
	struct press *press = press_open(&(struct press_world){
		.version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1, .program = program });
	const struct page_format *page = argc > 3 ? page_format_find(argv[3]) : NULL;
	if (argc < 3 || !press)
		return 2;
	const struct press_result *result = press_make_briefing(
		press, &(struct press_briefing){
			       .path = argv[1], .page = page, .draft = true, .layout_only = true, .jobs = 1 });
	if (result->status != PRESS_DONE) {
		press_close(press);
		return 1;
	}
	struct book book = { .arena = arena_new() };
	for (size_t i = 0; i < result->n_pages; i++)
		read_page(&book, result->pages[i]);
	if (root_of(&book))
		print_tag(&book, root_of(&book));
	print_lost(&book);
	arena_free(book.arena);
	press_close(press);
	return 0;
}
