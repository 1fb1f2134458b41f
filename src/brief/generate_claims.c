/* Published claims with their verdicts. */
#include "brief/generate.h"
#include "brief/table_builder.h"

static bool is_wanted(const struct verdict *v, const struct claims_wanted *wanted)
{
	bool listed = !wanted->ids;
	for (size_t i = 0; i < wanted->n_ids; i++)
		listed |= str_eq(wanted->ids[i], v->claim->id);
	return listed && (!wanted->source || v->claim->source == wanted->source) &&
	       (wanted->verdict < 0 || wanted->verdict == (int)v->kind);
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

void generate_claims(struct reading *r, struct place place, const struct claims_wanted *wanted, struct block *into)
{
	struct table_builder t = table_builder_new(r->arena, place, 4);
	if (!r->out->verdicts)
		r->out->verdicts = verdicts_of(r->arena, r->facts, r->dataset, r->diags);
	table_builder_head(&t, 0, words_get(r->language, WORD_HEAD_CLAIM), ALIGN_LEFT);
	table_builder_head(&t, 1, words_get(r->language, WORD_HEAD_SOURCE), ALIGN_LEFT);
	table_builder_head(&t, 2, words_get(r->language, WORD_HEAD_VERDICT), ALIGN_LEFT);
	table_builder_head(&t, 3, words_get(r->language, WORD_HEAD_DATA_SAY), ALIGN_LEFT);
	for (size_t i = 0; i < r->dataset->n_claims && r->out->verdicts; i++) {
		const struct verdict *v = &r->out->verdicts[i];
		if (!is_wanted(v, wanted))
			continue;
		const char *figure = *v->computed ? v->computed : v->why ? v->why : "";
		table_builder_add(&t, v->claim->text, TONE_PLAIN);
		table_builder_add(&t, generate_source_mark(r, v->claim->source), TONE_QUIET);
		table_builder_add(&t, words_get(r->language, verdict_word(v)), verdict_tone(v->kind));
		table_builder_add(&t, figure, v->kind == VERDICT_UNTESTABLE ? TONE_QUIET : TONE_PLAIN);
	}
	if (t.n_cells)
		block_add(r->arena, into, table_builder_done(&t));
	else
		generate_paragraph(r, place, words_get(r->language, WORD_NO_CLAIMS), into);
}
