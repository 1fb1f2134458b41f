#include "brief/reading.h"

#include "base/arena.h"
#include "base/rtl.h"

void reading_keep_chart(struct reading *r, struct block *chart)
{
	struct briefing *out = r->out;
	r->charts = arena_grow(r->arena, r->charts, &r->charts_room, out->n_charts, sizeof(struct block *));
	r->charts[out->n_charts++] = chart;
	out->charts = r->charts;
	chart->chart.number = (int)out->n_charts;
}

void reading_keep_note(struct reading *r, struct block *note)
{
	struct briefing *out = r->out;
	r->notes = arena_grow(r->arena, r->notes, &r->notes_room, out->n_notes, sizeof(struct block *));
	r->notes[out->n_notes++] = note;
	out->notes = r->notes;
}

void reading_keep_claim(struct reading *r, struct briefing_claim claim)
{
	struct briefing *out = r->out;
	r->claims = arena_grow(r->arena, r->claims, &r->claims_room, out->n_claims, sizeof *r->claims);
	r->claims[out->n_claims++] = claim;
	out->claims = r->claims;
	out->n_doubts += !claim.holds;
}

void reading_keep_value(struct reading *r, struct briefing_value value)
{
	struct briefing *out = r->out;
	r->values = arena_grow(r->arena, r->values, &r->values_room, out->n_values, sizeof *r->values);
	r->values[out->n_values++] = value;
	out->values = r->values;
}

/* ---- what generated blocks print ---- */

struct lines {
	struct arena *arena;
	struct briefing_line *items;
	size_t count, room;
};

static void add_line(struct lines *lines, const char *what, const char *printed)
{
	if (!*printed)
		return;
	what = what ? rtl_words(lines->arena, what) : NULL;
	printed = rtl_words(lines->arena, printed);
	lines->items = arena_grow(lines->arena, lines->items, &lines->room, lines->count, sizeof *lines->items);
	lines->items[lines->count++] = (struct briefing_line){ what, printed };
}

static void add_table(struct lines *lines, const struct block_table *t)
{
	for (size_t row = 0; row < t->n_rows; row++) {
		const struct block_cell *cells = &t->cells[row * t->n_columns];
		struct strbuf key = strbuf_new(lines->arena);
		for (size_t i = 0; i < t->n_keys; i++)
			strbuf_addf(&key, "%s%s", i ? ", " : "", cells[i].text.text);
		for (size_t i = t->n_keys; i < t->n_columns; i++)
			add_line(lines, arena_printf(lines->arena, "%s: %s", key.s, t->heads[i].text.text),
			         cells[i].text.text);
	}
	if (t->note)
		add_line(lines, NULL, t->note);
}

static void add_lines(struct lines *lines, const struct block *block)
{
	if (block->kind == BLOCK_TABLE)
		add_table(lines, &block->table);
	else if (block->text.text)
		add_line(lines, NULL, block->text.text);
	for (size_t i = 0; i < block->n_items; i++)
		add_lines(lines, block->items[i]);
}

static bool is_same(const struct measurement *a, const struct measurement *b)
{
	return a->variant == b->variant && a->benchmark == b->benchmark && a->source == b->source;
}

void reading_keep_source(struct reading *r, const struct measurement *value, bool counts)
{
	enum { LOOK_BACK = 32 }; /* a sentence repeats another's values; a table has each once */
	for (size_t i = r->n_sources; i > 0 && i + LOOK_BACK > r->n_sources; i--)
		if (is_same(r->sources[i - 1].value, value))
			return;
	r->sources = arena_grow(r->arena, r->sources, &r->sources_room, r->n_sources, sizeof *r->sources);
	r->sources[r->n_sources++] = (struct briefing_source){ value, counts };
}

void reading_keep_generated(struct reading *r, struct briefing_generated generated, const struct block *into,
                            size_t first)
{
	struct briefing *out = r->out;
	struct lines lines = { .arena = r->arena };
	for (size_t i = first; i < into->n_items; i++)
		add_lines(&lines, into->items[i]);
	generated.lines = lines.items;
	generated.n_lines = lines.count;
	generated.values = r->sources;
	generated.n_values = r->n_sources;
	r->sources = NULL;
	r->sources_room = r->n_sources = 0;
	r->generated = arena_grow(r->arena, r->generated, &r->generated_room, out->n_generated, sizeof *r->generated);
	r->generated[out->n_generated++] = generated;
	out->generated = r->generated;
}
