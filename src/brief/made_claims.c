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
