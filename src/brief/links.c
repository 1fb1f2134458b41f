#include "brief/links.h"

#include "base/arena.h"
#include "data/names.h"
#include "words/number.h"

#include <string.h>

void links_name_heading(struct reading *r, struct block *heading)
{
	const char *slug = dataset_slug(r->arena, heading->text.text);
	const char *anchor = *slug ? slug : "section", *name = anchor; /* a heading of one emoji has no letters */
	int *used = map_find(&r->names, anchor);
	if (!used)
		used = map_put(&r->names, anchor, arena_alloc(r->arena, 1, sizeof *used));
	while (map_put(&r->anchors, name, heading) != heading)
		name = arena_printf(r->arena, "%s-%d", anchor, ++*used + 1);
	heading->anchor = name;
}

bool links_name_chart(struct reading *r, struct block *chart, const char *id, struct place place)
{
	struct block *taken = map_put(&r->anchors, id, chart);
	if (taken == chart)
		chart->anchor = id;
	else
		diag_add(r->diags, DIAG_ERROR, place, "give it another id",
		         "\"%s\" is already the name of the %s on line %d", id,
		         taken->kind == BLOCK_CHART ? "chart" : "heading", taken->place.line);
	return taken == chart;
}

/* ---- texts that grow ---- */

struct moves { /* where a text grew, in order: a position after at[i] moves on by by[i] */
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

/* The ranges of a text move with it. */
static void move_all(struct arena *arena, struct rich *text, const struct moves *m)
{
	struct text_mark *marks = arena_alloc(arena, text->n_marks + 1, sizeof *marks);
	struct rich_link *links = arena_alloc(arena, text->n_links + 1, sizeof *links);
	struct rich_note *notes = arena_alloc(arena, text->n_notes + 1, sizeof *notes);
	struct rich_doubt *doubts = arena_alloc(arena, text->n_doubts + 1, sizeof *doubts);
	struct rich_answer *answers = arena_alloc(arena, text->n_answers + 1, sizeof *answers);
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
	for (size_t i = 0; i < text->n_answers; i++)
		answers[i] = (struct rich_answer){ moved(text->answers[i].start, m), moved(text->answers[i].end, m),
			                           text->answers[i].place };
	text->marks = marks;
	text->links = links;
	text->notes = notes;
	text->doubts = doubts;
	text->answers = answers;
}

static bool is_nameless(const struct rich *text, const struct rich_link *l)
{
	return l->end - l->start == 2 && memcmp(text->text + l->start, "\xc2\xa0", 2) == 0;
}

/* The name of what a link leads to: "Figure 3". NULL after an error. */
static const char *link_name(struct reading *r, const struct rich_link *l)
{
	const struct block *to = l->target[0] == '#' ? map_find(&r->anchors, l->target + 1) : NULL;
	if (l->target[0] != '#')
		return l->target;
	if (to)
		return to->kind == BLOCK_CHART
		               ? words_fill(r->arena, r->language, WORD_FIGURE, "n",
		                            number_plain(r->arena, r->language, (size_t)to->chart.number), NULL)
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

void links_settle(struct reading *r, struct block *block)
{
	settle_text(r, &block->text);
	for (size_t i = 0; i < block->n_items; i++)
		links_settle(r, block->items[i]);
	if (block->kind != BLOCK_TABLE)
		return;
	for (size_t i = 0; i < block->table.n_columns && block->table.heads; i++)
		settle_text(r, &block->table.heads[i].text);
	for (size_t i = 0; i < block->table.n_rows * block->table.n_columns; i++)
		settle_text(r, &block->table.cells[i].text);
}
