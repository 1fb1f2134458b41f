/* The examples of the CommonMark specification against the tree of blocks: what they become as HTML and what they become
 * here is told in one outline, and compared. The specification is not ours to keep: it is read from the npm package
 * commonmark-spec, or from COMMONMARK_SPEC; where neither is there, this test says so and skips.
 *
 * An example that is refused must be refused for a reason that a briefing has; an example that becomes something else is
 * listed below, with why. commonmark_test [NUMBER] prints both outlines of one. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "brief/briefing_read.h"
#include "data/load.h"
#include "read/read.h"
#include "words/direction.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { EXAMPLES = 652, SKIPPED = 77 };

static const struct {
	int from, to;
	const char *why;
} exceptions[] = {
	{ 28, 28, "cmark-gfm keeps to version 0.29, in which a character's number may have eight digits" },
	{ 39, 39, "a newline that is written as a character breaks the line; HTML takes it for a space" },
	{ 354, 354, "in version 0.29 signs of money are no punctuation" },
	{ 625, 626, "in version 0.29 no comment holds two hyphens, or begins with an angle" },
};

/* What a briefing does not take. */
static const char *const refusals[] = {
	"HTML is not supported",
	"an image in the middle of a sentence",
	"a link that no reader can follow",
	"an image has no description",
	"there is no block",
	"nothing in the briefing is called",
};

/* ---- outlines ---- */

struct outline {
	struct strbuf b;
	char style; /* of the text so far */
};

static void begin(struct outline *o, const char *what)
{
	strbuf_addf(&o->b, "(%s", what);
	o->style = ' ';
}

static void end(struct outline *o)
{
	strbuf_add(&o->b, ")");
}

/* Text in a style: ' ' plain, i, b, x (both), c (code). */
static void put(struct outline *o, const char *text, size_t n, char style)
{
	if (n && style != o->style)
		strbuf_addf(&o->b, "~%c~", style);
	if (n)
		o->style = style;
	strbuf_addn(&o->b, text, n);
}

/* ---- of blocks ---- */

static char style_at(const struct rich *rich, size_t at)
{
	for (size_t i = 0; i < rich->n_marks; i++) {
		if (at < rich->marks[i].start || at >= rich->marks[i].end)
			continue;
		switch (rich->marks[i].weight) {
		case TEXT_ITALIC:
			return 'i';
		case TEXT_BOLD:
			return 'b';
		case TEXT_BOLD_ITALIC:
			return 'x';
		case TEXT_CODE:
			return 'c';
		case TEXT_REGULAR:
		case TEXT_SEMIBOLD:
			break;
		}
	}
	return ' ';
}

static void tell_text(struct outline *o, const struct rich *rich)
{
	size_t n = strlen(rich->text);
	strbuf_add(&o->b, " ");
	for (size_t i = 0; i <= n; i++) {
		for (size_t k = 0; k < rich->n_links; k++)
			if (rich->links[k].end == i)
				strbuf_add(&o->b, "»");
		for (size_t k = 0; k < rich->n_links; k++)
			if (rich->links[k].start == i)
				strbuf_addf(&o->b, "«%s|", rich->links[k].target);
		if (i < n)
			put(o, rich->text + i, 1, style_at(rich, i));
	}
}

static void tell_block(struct outline *o, const struct block *block)
{
	char name[32];
	switch ((int)block->kind) {
	case BLOCK_HEADING:
		snprintf(name, sizeof name, "h%d", block->level);
		begin(o, name);
		tell_text(o, &block->text);
		break;
	case BLOCK_PARAGRAPH:
		begin(o, "p");
		tell_text(o, &block->text);
		break;
	case BLOCK_CODE:
		begin(o, "code ");
		strbuf_add(&o->b, block->text.text);
		break;
	case BLOCK_IMAGE:
		begin(o, "img ");
		strbuf_addf(&o->b, "%s|%s", block->image, block->alt);
		break;
	case BLOCK_LIST:
		if (block->ordered)
			snprintf(name, sizeof name, "ol %d", block->n_items ? block->items[0]->number : 1);
		begin(o, block->ordered ? name : "ul");
		break;
	case BLOCK_ITEM:
		begin(o, "li");
		break;
	case BLOCK_QUOTE:
		begin(o, "quote");
		break;
	case BLOCK_PAGE:
		begin(o, "hr");
		break;
	default:
		begin(o, "?");
		break;
	}
	for (size_t i = 0; i < block->n_items; i++)
		tell_block(o, block->items[i]);
	end(o);
}

/* ---- of HTML ---- */

struct page {
	const char *p;
	struct outline *o;
	int bold, italic, code;
	bool paragraph; /* one is open that has no tag: in a tight list */
	struct arena *arena;
};

static bool take(struct page *page, const char *what)
{
	if (!str_starts(page->p, what))
		return false;
	page->p += strlen(what);
	return true;
}

static void put_html(struct page *page)
{
	static const struct {
		const char *name, *sign;
	} entities[] = { { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" }, { "&quot;", "\"" } };
	char style = page->code ? 'c' : page->bold && page->italic ? 'x' : page->bold ? 'b' : page->italic ? 'i' : ' ';
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (take(page, entities[i].name)) {
			put(page->o, entities[i].sign, 1, style);
			return;
		}
	char c = *page->p++;
	put(page->o, c == '\n' ? " " : &c, 1, style);
}

static char *attribute(struct page *page, const char *tag, const char *name)
{
	struct strbuf b = strbuf_new(page->arena);
	const char *p = strstr(tag, arena_printf(page->arena, " %s=\"", name));
	p = p ? p + strlen(name) + 3 : "\"";
	while (*p && *p != '"') {
		char hex[3] = "";
		bool amp = str_starts(p, "&amp;"), encoded = *p == '%' && isxdigit((unsigned char)p[1]);
		if (encoded)
			memcpy(hex, p + 1, 2);
		char c = encoded ? (char)strtol(hex, NULL, 16) : *p;
		strbuf_addn(&b, &c, 1);
		p += amp ? 5 : encoded ? 3 : 1;
	}
	return b.s;
}

static void close_paragraph(struct page *page)
{
	if (page->paragraph)
		end(page->o);
	page->paragraph = false;
}

static void read_code(struct page *page)
{
	page->p = strchr(page->p, '>') + 1; /* of <code …> */
	begin(page->o, "code ");
	size_t column = 0, start = page->o->b.n;
	while (*page->p && !str_starts(page->p, "</code>")) {
		if (*page->p == '\t') {
			for (size_t n = 4 - column % 4; n > 0; n--, column++)
				strbuf_add(&page->o->b, " ");
			page->p++;
			continue;
		}
		column = *page->p == '\n' ? 0 : column + ((*page->p & 0xc0) != 0x80);
		bool newline = *page->p == '\n';
		if (newline) {
			strbuf_add(&page->o->b, "\n");
			page->p++;
		} else {
			page->o->style = ' ';
			put_html(page);
		}
	}
	if (page->o->b.n > start && page->o->b.s[page->o->b.n - 1] == '\n')
		page->o->b.s[--page->o->b.n] = '\0';
	end(page->o);
	take(page, "</code></pre>");
}

static bool read_inline_tag(struct page *page, const char *tag)
{
	if (str_eq(tag, "em") || str_eq(tag, "/em"))
		page->italic += *tag == '/' ? -1 : 1;
	else if (str_eq(tag, "strong") || str_eq(tag, "/strong"))
		page->bold += *tag == '/' ? -1 : 1;
	else if (str_eq(tag, "code") || str_eq(tag, "/code"))
		page->code += *tag == '/' ? -1 : 1;
	else if (str_starts(tag, "a "))
		strbuf_addf(&page->o->b, "«%s|", attribute(page, tag, "href"));
	else if (str_eq(tag, "/a"))
		strbuf_add(&page->o->b, "»");
	else if (str_eq(tag, "br /")) {
		put(page->o, "\n", 1, page->code ? 'c' : page->bold ? page->italic ? 'x' : 'b' : page->italic ? 'i' : ' ');
		take(page, "\n");
	} else
		return false;
	return true;
}

static bool read_block_tag(struct page *page, const char *tag)
{
	bool closes = *tag == '/';
	if (str_eq(tag, "hr /")) {
		close_paragraph(page);
		begin(page->o, "hr");
		end(page->o);
	} else if (str_starts(tag, "img ")) {
		begin(page->o, "img ");
		strbuf_addf(&page->o->b, "%s|%s)", attribute(page, tag, "src"), attribute(page, tag, "alt"));
	} else if (str_eq(tag, "pre")) {
		close_paragraph(page);
		read_code(page);
	} else if (closes) {
		close_paragraph(page);
		end(page->o);
	} else if (str_eq(tag, "p") || (tag[0] == 'h' && isdigit((unsigned char)tag[1]))) {
		close_paragraph(page);
		begin(page->o, tag);
		strbuf_add(&page->o->b, " ");
	} else {
		close_paragraph(page);
		begin(page->o, str_starts(tag, "ol start") ? arena_printf(page->arena, "ol %s", attribute(page, tag, "start"))
		               : str_eq(tag, "ol")         ? "ol 1"
		               : str_eq(tag, "blockquote") ? "quote"
		                                           : tag);
	}
	return true;
}

static const char *outline_of_html(struct arena *arena, const char *html)
{
	struct outline o = { .b = strbuf_new(arena), .style = ' ' };
	struct page page = { .p = html, .o = &o, .arena = arena };
	bool in_text = false; /* of a paragraph or heading with a tag */
	while (*page.p) {
		if (str_starts(page.p, "<!--")) {
			const char *after = strstr(page.p, "-->");
			page.p = after ? after + 3 : page.p + strlen(page.p);
			continue;
		}
		const char *close = *page.p == '<' ? strchr(page.p, '>') : NULL;
		char *tag = close ? arena_strndup(arena, page.p + 1, (size_t)(close - page.p - 1)) : NULL;
		bool text = !tag || str_eq(tag, "em") || str_eq(tag, "strong") || str_eq(tag, "code") || str_starts(tag, "a ");
		if (text && !in_text && !page.paragraph) {
			if (*page.p == '\n') {
				page.p++;
				continue;
			}
			begin(&o, "p");
			strbuf_add(&o.b, " ");
			page.paragraph = true;
		}
		if (!tag) {
			if (page.paragraph && *page.p == '\n' && page.p[1] == '<' &&
			    (str_starts(page.p + 1, "<ul") || str_starts(page.p + 1, "<ol") || str_starts(page.p + 1, "<blo") ||
			     str_starts(page.p + 1, "<pre") || str_starts(page.p + 1, "<h") || str_starts(page.p + 1, "</")))
				page.p++; /* the paragraph ends */
			else
				put_html(&page);
			continue;
		}
		page.p = close + 1;
		const char *image = str_eq(tag, "p") && str_starts(page.p, "<img ") ? strstr(page.p, "/></p>") : NULL;
		if (image && image < strstr(page.p, "</p>")) { /* alone in its paragraph it is a block */
			read_block_tag(&page, arena_strndup(arena, page.p + 1, (size_t)(image - page.p - 1)));
			page.p = image + strlen("/></p>");
			continue;
		}
		if (read_inline_tag(&page, tag))
			continue;
		bool block = str_eq(tag, "p") || (tag[0] == 'h' && isdigit((unsigned char)tag[1]));
		in_text = block || (in_text && str_starts(tag, "img"));
		read_block_tag(&page, tag);
	}
	close_paragraph(&page);
	return o.b.s;
}

/* ---- examples ---- */

struct example {
	const char *markdown, *html;
};

static char *read_spec(struct arena *arena)
{
	const char *path = getenv("COMMONMARK_SPEC");
	FILE *file = fopen(path ? path : "build/npm/node_modules/commonmark-spec/spec.txt", "r");
	struct strbuf b = strbuf_new(arena);
	char part[4096];
	if (!file)
		return NULL;
	for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;)
		strbuf_addn(&b, part, n);
	fclose(file);
	return b.s;
}

/* The arrows of the specification stand for tabs. */
static char *with_tabs(struct arena *arena, const char *from, const char *to)
{
	struct strbuf b = strbuf_new(arena);
	while (from < to) {
		bool tab = str_starts(from, "→");
		strbuf_addn(&b, tab ? "\t" : from, 1);
		from += tab ? strlen("→") : 1;
	}
	return b.s;
}

static size_t find_examples(struct arena *arena, const char *spec, struct example *out)
{
	static const char fence[] = "````````````````````````````````", start[] = "```````````````````````````````` example\n";
	size_t n = 0;
	for (const char *p = spec; n < EXAMPLES && (p = strstr(p, start)) != NULL; n++) {
		const char *markdown = p + strlen(start), *stop = strstr(markdown, fence);
		const char *html = str_starts(markdown, ".\n") ? markdown - 1 : strstr(markdown, "\n.\n");
		out[n].markdown = with_tabs(arena, markdown, html + 1 < markdown ? markdown : html + 1);
		out[n].html = with_tabs(arena, html + 3, stop);
		p = stop + strlen(fence);
	}
	return n;
}

static const char *outline_of(struct arena *arena, const struct dataset *dataset, const char *markdown,
                              const char **refusal)
{
	struct diags *diags = diags_new(arena);
	const char *text = arena_printf(arena, "---\ntitle: T\nunbound: warn\nappendix: false\n---\n%s", markdown);
	const struct briefing_options options = { .draft = false };
	const struct source_text *source = source_read(arena, "example", text, strlen(text), diags);
	const struct front_matter *front = source ? front_matter_read(arena, source, diags) : NULL;
	const struct briefing *b = front ? briefing_read(arena, source, front, dataset, &options, diags) : NULL;
	struct outline o = { .b = strbuf_new(arena), .style = ' ' };
	*refusal = NULL;
	for (size_t i = 0; diags_at(diags, i) && !*refusal; i++)
		if (diags_at(diags, i)->severity >= DIAG_ERROR)
			*refusal = diags_at(diags, i)->message;
	size_t n = b ? b->n_blocks : 0;
	while (n > 0 && b->blocks[n - 1]->kind == BLOCK_NOTE) /* how many numbers are bound */
		n--;
	for (size_t i = 0; i < n; i++)
		tell_block(&o, b->blocks[i]);
	return o.b.s;
}

static bool is_known(const char *refusal)
{
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		if (strstr(refusal, refusals[i]))
			return true;
	return false;
}

static bool is_exception(int number)
{
	for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
		if (number >= exceptions[i].from && number <= exceptions[i].to)
			return true;
	return false;
}

static int alone; /* the one example that is asked for */

static void examples_become_the_blocks_that_they_mean(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const char *spec = read_spec(arena), *refusal;
	struct example *examples = arena_alloc(arena, EXAMPLES, sizeof *examples);
	static const char table[] = "model,benchmark,value\na,x,1\n";
	struct diags *diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_CSV, "data", table, strlen(table), diags);
	const struct dataset *dataset =
		dataset_build(arena, &root, 1, &(struct direction_rules){ .against = words_against }, diags);
	size_t n = find_examples(arena, spec, examples), same = 0, refused = 0, excepted = 0, wrong = 0;
	for (size_t i = 0; i < n; i++) {
		int number = (int)i + 1;
		if (alone && number != alone)
			continue;
		const char *here = outline_of(arena, dataset, examples[i].markdown, &refusal);
		const char *there = outline_of_html(arena, examples[i].html);
		bool equal = !refusal && strcmp(here, there) == 0, known = refusal && is_known(refusal);
		same += equal;
		refused += known;
		excepted += !equal && !known && is_exception(number);
		if (alone || (!equal && !known && !is_exception(number)))
			print_error("example %d%s%s:\n  here:  %s\n  there: %s\n", number, refusal ? ": " : "",
			            refusal ? refusal : "", here, there);
		wrong += !equal && !known && !is_exception(number);
	}
	print_message("%zu examples: %zu as they are meant, %zu refused, %zu excepted\n", n, same, refused, excepted);
	arena_free(arena);
	assert_true(alone || n == EXAMPLES);
	assert_int_equal(wrong, 0);
}

int main(int argc, char **argv)
{
	alone = argc > 1 ? atoi(argv[1]) : 0;
	struct arena *arena = arena_new();
	bool there = read_spec(arena) != NULL;
	arena_free(arena);
	if (!there) {
		printf("skipped: there is no commonmark-spec (npm brings it, or set COMMONMARK_SPEC)\n");
		return SKIPPED;
	}
	const struct CMUnitTest all[] = { cmocka_unit_test(examples_become_the_blocks_that_they_mean) };
	return cmocka_run_group_tests(all, NULL, NULL);
}
