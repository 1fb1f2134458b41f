/* What changed since the baseline. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "words/number.h"

static const char *shown(struct reading *r, const struct standing_row *row)
{
	return row ? generate_value(r, row->chosen) : "–";
}

static void add_change(struct reading *r, struct table_builder *t, const struct change *c)
{
	const struct standing_row *row = c->after ? c->after : c->before;
	const struct measurement *m = row->chosen;
	const char *difference = "";
	if (c->kind == CHANGE_VALUE) {
		int digits = c->before->chosen->value.decimals > c->after->chosen->value.decimals
		                     ? c->before->chosen->value.decimals
		                     : c->after->chosen->value.decimals;
		difference = number_signed(r->arena, c->difference,
		                           number_style_of(r->language, digits, m->value.magnitude, c->difference));
	}
	struct strbuf rank = strbuf_new(r->arena);
	if (c->rank_before && c->rank_after && c->rank_before != c->rank_after)
		strbuf_addf(&rank, "%d → %d", c->rank_before, c->rank_after);
	else if (c->rank_after)
		strbuf_addf(&rank, "%d", c->rank_after);
	table_builder_add(t, variant_full_name(r->arena, row->variant), TONE_PLAIN);
	table_builder_add(t, m->benchmark->brief, TONE_PLAIN);
	table_builder_add(t, shown(r, c->before), TONE_QUIET);
	table_builder_add(t, shown(r, c->after), TONE_PLAIN);
	table_builder_add(t, difference, !c->known_direction ? TONE_PLAIN : c->better ? TONE_GOOD : TONE_BAD);
	table_builder_add(t, rank.s, TONE_PLAIN);
}

static void add_names(struct reading *r, struct place place, enum word word, const struct variant *const *variants,
                      size_t n, struct block *into)
{
	const char **names = arena_alloc(r->arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = variant_full_name(r->arena, variants[i]);
	if (n)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, word, "names",
		                              words_list(r->arena, r->language, names, n, 40), NULL),
		                   into);
}

void generate_changes(struct reading *r, struct place place, struct block *into)
{
	const struct changes *changes = r->options->changes;
	struct table_builder t = table_builder_new(r->arena, place, 6);
	if (!changes || changes_none(changes)) {
		generate_paragraph(r, place, words_get(r->language, changes ? WORD_NO_CHANGES : WORD_NO_BASELINE),
		                   into);
		return;
	}
	static const enum word heads[6] = { WORD_HEAD_MODEL, WORD_HEAD_BENCHMARK, WORD_HEAD_BEFORE,
		                            WORD_HEAD_AFTER, WORD_HEAD_CHANGE,    WORD_HEAD_RANK };
	for (size_t i = 0; i < 6; i++)
		table_builder_head(&t, i, words_get(r->language, heads[i]), i < 2 ? ALIGN_LEFT : ALIGN_RIGHT);
	add_names(r, place, WORD_MODELS_IN, changes->models_in, changes->n_models_in, into);
	add_names(r, place, WORD_MODELS_OUT, changes->models_out, changes->n_models_out, into);
	for (size_t i = 0; i < changes->count; i++)
		add_change(r, &t, &changes->items[i]);
	if (t.n_cells)
		block_add(r->arena, into, table_builder_done(&t));
}
