/* From source and data to blocks; then what needs the whole: links to figures, the end that the data write. */
#include "brief/briefing.h"

#include "base/arena.h"
#include "brief/reading.h"
#include "data/names.h"
#include "read/value.h"
#include "words/number.h"

#include <string.h>

enum { NUMBER_RUNES_MAX = 30, WORDS_RUNES_MAX = 80 }; /* that a cover has room for */

static void fill_front(struct reading *r, const struct brief_front *front)
{
	bool doubted = false;
	struct briefing *out = r->out;
	if (front->title)
		out->title = reading_fill(r, front->title, front->title_place, &doubted);
	if (front->subtitle)
		out->subtitle = reading_fill(r, front->subtitle, front->subtitle_place, &doubted);
	size_t n = front->numbers ? front->numbers->count : 0;
	struct brief_number *numbers = arena_alloc(r->arena, n + 1, sizeof *numbers);
	for (size_t i = 0; i < n; i++) {
		const struct value *item = &front->numbers->items[i];
		const struct value *value = value_at(item, "value"), *words = value_at(item, "words");
		numbers[i].value = reading_fill(r, value->text, value->place, &doubted);
		numbers[i].words = reading_fill(r, words->text, words->place, &doubted);
		if (utf8_count(numbers[i].value) > NUMBER_RUNES_MAX || utf8_count(numbers[i].words) > WORDS_RUNES_MAX)
			diag_add(r->diags, DIAG_ERROR, value->place, "say it in fewer words",
			         "a number of the cover has at most %d characters, its words %d", NUMBER_RUNES_MAX,
			         WORDS_RUNES_MAX);
	}
	out->numbers = numbers;
	out->n_numbers = n;
}

/* ---- the end that the data write ---- */

static void add_heading(struct reading *r, enum word word, struct block *into)
{
	struct block *block = block_new(r, BLOCK_HEADING, place_file(r->source->path));
	block->text = rich_plain(r, words_get(r->language, word));
	block->level = 2;
	heading_name(r, block);
	block_add(r, into, block);
}

static void add_end(struct reading *r, struct block *into)
{
	struct place place = place_file(r->source->path);
	if (r->options->changes && !r->has[MADE_CHANGES]) {
		add_heading(r, WORD_CHANGES, into);
		made_changes(r, place, into);
	}
	if (!r->out->front->appendix)
		return;
	if (!r->has[MADE_METHOD]) {
		add_heading(r, WORD_METHOD, into);
		made_method(r, place, into);
	}
	if (!r->has[MADE_CONFLICTS]) {
		add_heading(r, WORD_CONFLICTS, into);
		made_conflicts(r, place, into);
	}
	if (!r->has[MADE_SOURCES]) {
		add_heading(r, WORD_SOURCES, into);
		made_sources(r, place, into);
	}
}

/* ---- links inside ---- */

struct moves { /* where texts grew, in order: a position behind at[i] goes by[i] further */
	size_t *at, *by;
	size_t count;
};

static size_t moved(size_t at, const struct moves *m)
{
	size_t least = 0, most = m->count;
	while (least < most) {
		size_t middle = least + (most - least) / 2;
		if (m->at[middle] < at)
			least = middle + 1;
		else
			most = middle;
	}
	return least ? at + m->by[least - 1] : at;
}

/* What belongs to the text moves with it. */
static void move_all(struct arena *arena, struct rich *text, const struct moves *m)
{
	struct text_mark *marks = arena_alloc(arena, text->n_marks + 1, sizeof *marks);
	struct rich_link *links = arena_alloc(arena, text->n_links + 1, sizeof *links);
	struct rich_note *notes = arena_alloc(arena, text->n_notes + 1, sizeof *notes);
	struct rich_doubt *doubts = arena_alloc(arena, text->n_doubts + 1, sizeof *doubts);
	for (size_t i = 0; i < text->n_marks; i++)
		marks[i] = (struct text_mark){ moved(text->marks[i].start, m), moved(text->marks[i].end, m),
			                       text->marks[i].weight };
	for (size_t i = 0; i < text->n_links; i++) {
		links[i] = text->links[i];
		links[i].start = moved(text->links[i].start, m);
		links[i].end = moved(text->links[i].end, m);
	}
	for (size_t i = 0; i < text->n_notes; i++)
		notes[i] = (struct rich_note){ moved(text->notes[i].start, m), moved(text->notes[i].end, m),
			                       text->notes[i].note };
	for (size_t i = 0; i < text->n_doubts; i++)
		doubts[i] = (struct rich_doubt){ moved(text->doubts[i].start, m), moved(text->doubts[i].end, m) };
	text->marks = marks;
	text->links = links;
	text->notes = notes;
	text->doubts = doubts;
}

static bool is_nameless(const struct rich *text, const struct rich_link *l)
{
	return l->end - l->start == 2 && memcmp(text->text + l->start, "\xc2\xa0", 2) == 0;
}

/* What the link leads to: "Figure 3". NULL after an error. */
static const char *link_name(struct reading *r, const struct rich_link *l)
{
	const struct block *to = l->target[0] == '#' ? map_find(&r->anchors, l->target + 1) : NULL;
	if (l->target[0] != '#')
		return l->target;
	if (to)
		return to->kind == BLOCK_CHART ? words_fill(r->arena, r->language, WORD_FIGURE, "n",
		                                            number_plain(r->arena, (size_t)to->chart.number), NULL)
		                               : to->text.text;
	struct nearest nearest = nearest_to(l->target + 1);
	for (size_t i = 0; i < r->anchors.capacity; i++) {
		const char *name = map_key_at(&r->anchors, i);
		if (name)
			nearest_offer(&nearest, name);
	}
	diag_add(r->diags, DIAG_ERROR, l->place, nearest_hint(r->arena, &nearest, NULL),
	         "nothing in the briefing is called \"%s\"", l->target);
	return NULL;
}

/* Every link leads somewhere; one without words is given the name of that. */
static void settle_text(struct reading *r, struct rich *text)
{
	struct strbuf b = strbuf_new(r->arena);
	struct moves m = { NULL, NULL, 0 };
	size_t done = 0;
	for (size_t i = 0; i < text->n_links; i++) {
		const struct rich_link *l = &text->links[i];
		const char *name = link_name(r, l);
		if (!name || !is_nameless(text, l))
			continue;
		if (!m.count) {
			m.at = arena_alloc(r->arena, text->n_links, sizeof *m.at);
			m.by = arena_alloc(r->arena, text->n_links, sizeof *m.by);
		}
		strbuf_addn(&b, text->text + done, l->start - done);
		strbuf_add(&b, name);
		done = l->end;
		m.at[m.count] = l->start;
		m.by[m.count] = (m.count ? m.by[m.count - 1] : 0) + strlen(name) - (l->end - l->start);
		m.count++;
	}
	if (!m.count)
		return;
	strbuf_add(&b, text->text + done);
	text->text = b.s;
	move_all(r->arena, text, &m);
}

static void settle_links(struct reading *r, struct block *block)
{
	settle_text(r, &block->text);
	for (size_t i = 0; i < block->n_items; i++)
		settle_links(r, block->items[i]);
	if (block->kind != BLOCK_TABLE)
		return;
	for (size_t i = 0; i < block->table.n_columns && block->table.heads; i++)
		settle_text(r, &block->table.heads[i].text);
	for (size_t i = 0; i < block->table.n_rows * block->table.n_columns; i++)
		settle_text(r, &block->table.cells[i].text);
}

/* ---- the whole ---- */

static bool find_focus(struct reading *r, const struct brief_front *front)
{
	if (front->focus)
		r->focus = dataset_variant(r->dataset, front->focus, front->focus_place, r->diags);
	return !front->focus || r->focus;
}

static void check_length(struct reading *r, const char *what, const char *text, size_t most, struct place place)
{
	size_t n = text ? utf8_count(text) : 0;
	if (n > most)
		diag_add(r->diags, DIAG_ERROR, place, "shorten it", "the %s has %zu characters, more than %zu", what, n,
		         most);
}

/* Without a title in the front matter the first heading is it. */
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
	         "write title: in the front matter, or begin with a heading", "the briefing has no title");
	out->title = "";
}

const struct briefing *briefing_read(struct arena *arena, const struct source_text *source,
                                     const struct brief_front *front, const struct dataset *dataset,
                                     const struct brief_options *options, struct diags *diags)
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
	out->path = source->path;
	out->front = front;
	out->dataset = dataset;
	if (!find_focus(&r, front))
		return NULL;
	fill_front(&r, front);
	r.answers = arena_alloc(arena, source->n_holes + 1, sizeof *r.answers);
	struct block *root = block_new(&r, BLOCK_QUOTE, (struct place){ source->path, 1, 1 });
	markdown_read(&r, source->body, 1, root);
	settle_title(&r, root);
	add_end(&r, root);
	settle_links(&r, root);
	for (size_t i = 0; i < out->n_notes; i++)
		settle_links(&r, out->notes[i]);
	out->blocks = root->items;
	out->n_blocks = root->n_items;
	return diags_count(diags, DIAG_ERROR) == before ? out : NULL;
}
