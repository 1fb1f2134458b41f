/* Published claims with their verdicts, and what changed since the baseline. */
#include "base/arena.h"
#include "brief/made_table.h"
#include "words/number.h"

static bool is_wanted(const struct verdict *v, const struct made_claims *which)
{
	bool listed = !which->ids;
	for (size_t i = 0; i < which->n_ids; i++)
		listed |= str_eq(which->ids[i], v->claim->id);
	return listed && (!which->source || v->claim->source == which->source) &&
	       (which->verdict < 0 || which->verdict == (int)v->kind);
}

static enum word verdict_word(const struct verdict *v)
{
	switch (v->kind) {
	case VERDICT_HOLDS:
		return v->on_claims ? WORD_HOLDS_CLAIMED : WORD_HOLDS;
	case VERDICT_FAILS:
		return WORD_FAILS;
	case VERDICT_UNTESTABLE:
		return WORD_UNTESTABLE;
	}
	return WORD_UNTESTABLE;
}

static enum cell_tone verdict_tone(enum verdict_kind kind)
{
	return kind == VERDICT_HOLDS ? TONE_GOOD : kind == VERDICT_FAILS ? TONE_BAD : TONE_QUIET;
}

void made_claims(struct reading *r, struct place place, const struct made_claims *which, struct block *into)
{
	struct made_table t = made_table_new(r, place, 4);
	if (!r->out->verdicts)
		r->out->verdicts = verdicts_of(r->arena, r->facts, r->dataset, r->diags);
	made_table_head(&t, 0, WORD_HEAD_CLAIM, ALIGN_LEFT);
	made_table_head(&t, 1, WORD_HEAD_SOURCE, ALIGN_LEFT);
	made_table_head(&t, 2, WORD_HEAD_VERDICT, ALIGN_LEFT);
	made_table_head(&t, 3, WORD_HEAD_DATA_SAY, ALIGN_LEFT);
	for (size_t i = 0; i < r->dataset->n_claims && r->out->verdicts; i++) {
		const struct verdict *v = &r->out->verdicts[i];
		if (!is_wanted(v, which))
			continue;
		const char *figure = *v->figure ? v->figure : v->why ? v->why : "";
		made_table_cell(&t, v->claim->text, TONE_PLAIN);
		made_table_cell(&t, made_source_mark(r, v->claim->source), TONE_QUIET);
		made_table_cell(&t, words_get(r->language, verdict_word(v)), verdict_tone(v->kind));
		made_table_cell(&t, figure, v->kind == VERDICT_UNTESTABLE ? TONE_QUIET : TONE_PLAIN);
	}
	if (t.n_cells)
		made_table_add(&t, into);
	else
		made_paragraph(r, place, words_get(r->language, WORD_NO_CLAIMS), into);
}

/* ---- what changed ---- */

static const char *shown(struct reading *r, const struct standing_row *row)
{
	return row ? made_value(r, row->chosen) : "–";
}

static void add_change(struct made_table *t, const struct change *c)
{
	struct reading *r = t->r;
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
	made_table_cell(t, variant_full_name(r->arena, row->variant), TONE_PLAIN);
	made_table_cell(t, m->benchmark->brief, TONE_PLAIN);
	made_table_cell(t, shown(r, c->before), TONE_QUIET);
	made_table_cell(t, shown(r, c->after), TONE_PLAIN);
	made_table_cell(t, difference, !c->known_direction ? TONE_PLAIN : c->better ? TONE_GOOD : TONE_BAD);
	made_table_cell(t, rank.s, TONE_PLAIN);
}

static void add_names(struct reading *r, struct place place, enum word word, const struct variant *const *variants,
                      size_t n, struct block *into)
{
	const char **names = arena_alloc(r->arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = variant_full_name(r->arena, variants[i]);
	if (n)
		made_paragraph(r, place,
		               words_fill(r->arena, r->language, word, "names",
		                          words_list(r->arena, r->language, names, n, 40), NULL),
		               into);
}

void made_changes(struct reading *r, struct place place, struct block *into)
{
	const struct changes *changes = r->options->changes;
	struct made_table t = made_table_new(r, place, 6);
	if (!changes || changes_none(changes)) {
		made_paragraph(r, place, words_get(r->language, changes ? WORD_NO_CHANGES : WORD_NO_BASELINE), into);
		return;
	}
	static const enum word heads[6] = { WORD_HEAD_MODEL, WORD_HEAD_BENCHMARK, WORD_HEAD_BEFORE,
		                            WORD_HEAD_AFTER, WORD_HEAD_CHANGE,    WORD_HEAD_RANK };
	for (size_t i = 0; i < 6; i++)
		made_table_head(&t, i, heads[i], i < 2 ? ALIGN_LEFT : ALIGN_RIGHT);
	add_names(r, place, WORD_MODELS_IN, changes->models_in, changes->n_models_in, into);
	add_names(r, place, WORD_MODELS_OUT, changes->models_out, changes->n_models_out, into);
	for (size_t i = 0; i < changes->count; i++)
		add_change(&t, &changes->items[i]);
	if (t.n_cells)
		made_table_add(&t, into);
}
