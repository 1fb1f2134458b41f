/* From source and data to blocks, and then what needs all of them: links, and the sections at the end. */
#include "brief/briefing_read.h"

#include "base/arena.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/generate.h"
#include "brief/holding.h"
#include "brief/links.h"
#include "brief/markdown.h"
#include "brief/numbers.h"
#include "facts/recall.h"

#include <string.h>

static void fill_front(struct reading *r, const struct front_matter *front)
{
	bool doubted = false;
	struct briefing *out = r->out;
	if (front->title)
		out->title = answer_text(r, front->title, front->title_place, NULL, &doubted);
	if (front->subtitle)
		out->subtitle = answer_text(r, front->subtitle, front->subtitle_place, NULL, &doubted);
	if (front->brand.footer)
		out->footer = answer_text(r, front->brand.footer, front->brand.footer_place, NULL, &doubted);
	if (front->brand.confidential)
		out->confidential =
			answer_text(r, front->brand.confidential, front->brand.confidential_place, NULL, &doubted);
	else if (front->brand.marked)
		out->confidential = words_get(r->language, WORD_CONFIDENTIAL);
	if (front->numbers)
		out->numbers = numbers_read(r, front->numbers, &numbers_of_cover);
}

/* ---- sections at the end, generated from the data ---- */

static void add_heading(struct reading *r, enum word word, struct block *into)
{
	struct block *block = block_new(r->arena, BLOCK_HEADING, place_file(r->source->path));
	block->text = rich_plain(r->arena, words_get(r->language, word));
	block->level = 2;
	links_name_heading(r, block);
	block_add(r->arena, into, block);
}

static void add_section(struct reading *r, enum fence_kind kind, enum word heading,
                        void (*generate)(struct reading *r, struct place place, struct block *into), struct block *into)
{
	if (r->written[kind])
		return;
	add_heading(r, heading, into);
	size_t first = into->n_items;
	generate(r, place_file(r->source->path), into);
	reading_keep_generated(r, (struct briefing_generated){ .kind = fence_kind_name(kind), .asked = "" }, into,
	                       first);
}

static void add_end(struct reading *r, struct block *into)
{
	if (r->options->changes)
		add_section(r, FENCE_CHANGES, WORD_CHANGES, generate_changes, into);
	if (!r->out->front->appendix) {
		if (r->dataset->part && !r->written[FENCE_METHOD])
			generate_part(r, place_file(r->source->path), into);
		return;
	}
	if (!r->appendix)
		block_add(r->arena, into, block_new(r->arena, BLOCK_APPENDIX, place_file(r->source->path)));
	add_section(r, FENCE_METHOD, WORD_METHOD, generate_method, into);
	add_section(r, FENCE_CONFLICTS, WORD_CONFLICTS, generate_conflicts, into);
	add_section(r, FENCE_SOURCES, WORD_SOURCES, generate_sources, into);
}

/* ---- the page that carries the message ---- */

static void add_opening(struct reading *r, struct block *root)
{
	size_t most = r->out->front->findings;
	struct block *first = block_new(r->arena, BLOCK_QUOTE, place_file(r->source->path));
	if (!most)
		return;
	if (r->written[FENCE_FINDINGS])
		diag_add(r->diags, DIAG_ERROR, r->out->front->findings_place, "remove one of them",
		         "the text has findings already");
	add_heading(r, WORD_FINDINGS, first);
	first->items[0]->level = 1;
	generate_key_findings(r, first->place, most, first);
	reading_keep_generated(r,
	                       (struct briefing_generated){
				       .kind = fence_kind_name(FENCE_FINDINGS),
				       .asked = arena_printf(r->arena, "most: %zu\n", most),
			       },
	                       first, 1);
	for (size_t i = 0; i < root->n_items; i++)
		block_add(r->arena, first, root->items[i]);
	root->items = first->items;
	root->n_items = first->n_items;
}

/* ---- the whole ---- */

static void check_length(struct reading *r, const char *what, const char *text, size_t most, struct place place)
{
	size_t n = text ? utf8_count(text) : 0;
	if (n > most)
		diag_add(r->diags, DIAG_ERROR, place, "shorten it", "the %s has %zu characters; at most %zu fit", what,
		         n, most);
}

/* Without a title in the front matter, the first heading is the title. */
static void settle_title(struct reading *r, struct block *root)
{
	struct briefing *out = r->out;
	struct place place = out->front->title_place;
	for (size_t i = 0; i < root->n_items && !out->title; i++) {
		struct block *block = root->items[i];
		if (block->kind != BLOCK_HEADING || block->level != 1)
			continue;
		out->title = block->text.text;
		place = block->place;
		for (size_t k = i; k + 1 < root->n_items; k++)
			root->items[k] = root->items[k + 1];
		root->n_items--;
	}
	check_length(r, "title", out->title, 200, place);
	check_length(r, "subtitle", out->subtitle, 320, out->front->subtitle_place);
	if (out->title)
		return;
	diag_add(r->diags, DIAG_ERROR, (struct place){ r->source->path, 1, 1 },
	         "add title: to the front matter, or begin with a heading", "the briefing has no title");
	out->title = "";
}

/* True if the briefing lists its sources: at its end, or where a fence asks for them. */
static bool lists_sources(const struct source_text *source, const struct front_matter *front)
{
	static const char *const fences[] = { "```", "~~~" };
	bool asked = front->appendix;
	for (size_t i = 0; i < sizeof fences / sizeof *fences && !asked; i++)
		for (const char *at = source->body; !asked && (at = strstr(at, fences[i])) != NULL;) {
			at += strlen(fences[i]);
			at += strspn(at, " ");
			asked = str_starts(at, fence_kind_name(FENCE_SOURCES));
		}
	return asked;
}

/* A heading of the first level with nothing but headings of the second below it, where there are several, begins a part
 * of a deck. */
static void find_parts(const struct reading *r, struct block *root)
{
	struct block *last = NULL, *first = NULL;
	size_t n = 0;
	if (!front_matter_is_deck(r->out->front))
		return;
	for (size_t i = 0; i < root->n_items; i++) {
		struct block *block = root->items[i];
		if (last && block->kind == BLOCK_HEADING && block->level == 2) {
			last->part = true;
			first = first ? first : last;
			n++;
		}
		if (block->kind != BLOCK_SPEAKER)
			last = block->kind == BLOCK_HEADING && block->level == 1 ? block : NULL;
	}
	if (n == 1)
		first->part = false;
}

void briefing_prepare(void)
{
	markdown_prepare();
}

const struct briefing *briefing_read(struct arena *arena, const struct source_text *source,
                                     const struct front_matter *front, const struct dataset *dataset,
                                     const struct briefing_options *options, struct diags *diags)
{
	size_t before = diags_count(diags, DIAG_ERROR);
	struct briefing *out = arena_alloc(arena, 1, sizeof *out);
	struct reading r = { .arena = arena,
		             .diags = diags,
		             .source = source,
		             .dataset = dataset,
		             .language = front->language,
		             .options = options,
		             .out = out,
		             .facts = facts_open(arena, dataset, front->language),
		             .anchors = map_new(arena),
		             .names = map_new(arena) };
	if (options->recall)
		recall_begin(options->recall, r.facts, options->marks);
	out->path = source->path;
	out->front = front;
	out->dataset = dataset;
	out->listed = r.listed = lists_sources(source, front);
	if (front->focus)
		r.focus = dataset_variant(dataset, front->focus, front->focus_place, diags);
	r.binding = binding_new(&r);
	if (r.focus)
		binding_mention(&r, r.focus->model, NULL);
	fill_front(&r, front);
	r.answers = arena_alloc(arena, source->n_holes + 1, sizeof *r.answers);
	struct block *root = block_new(arena, BLOCK_QUOTE, (struct place){ source->path, 1, 1 });
	markdown_read(&r, source->body, 1, root);
	settle_title(&r, root);
	add_opening(&r, root);
	add_end(&r, root);
	generate_figure_references(&r, root);
	find_parts(&r, root);
	binding_settle(&r, root);
	out->holding = holding_new(arena, binding_known(r.binding), dataset);
	links_settle(&r, root);
	holding_settle(out->holding, arena, root);
	for (size_t i = 0; i < out->n_notes; i++) {
		links_settle(&r, out->notes[i]);
		holding_settle(out->holding, arena, out->notes[i]);
	}
	out->blocks = root->items;
	out->n_blocks = root->n_items;
	return options->anyway || diags_count(diags, DIAG_ERROR) == before ? out : NULL;
}
