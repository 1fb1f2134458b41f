/* Where sources disagree: on values, and why one of them counts; and in words. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "data/selection.h"
#include "words/number.h"

static const char *reason(struct reading *r, enum selection_reason reason)
{
	switch (reason) {
	case SELECTED_ONLY:
	case SELECTED_NONE:
		return words_get(r->language, WORD_REASON_ONLY);
	case SELECTED_PIN:
		return words_get(r->language, WORD_REASON_PIN);
	case SELECTED_TRUST:
		return words_get(r->language, WORD_REASON_TRUST);
	case SELECTED_INDEPENDENT:
		return words_get(r->language, WORD_REASON_INDEPENDENT);
	case SELECTED_AGREED:
		return words_get(r->language, WORD_REASON_AGREED);
	case SELECTED_NEWEST:
		return words_get(r->language, WORD_REASON_NEWEST);
	case SELECTED_OPEN:
		return words_get(r->language, WORD_REASON_OPEN);
	}
	return "";
}

static char *with_source(struct reading *r, const struct measurement *m, bool counts)
{
	reading_keep_source(r, m, counts);
	const char *mark = generate_source_mark(r, m->source);
	return arena_printf(r->arena, "%s%s%s", generate_value(r, m), *mark ? "\u00a0" : "", mark);
}

static void add_values(struct reading *r, struct place place, struct block *into)
{
	struct table_builder t = table_builder_new(r->arena, place, 5, 2);
	struct selections selections = selections_of(r->arena, r->dataset, NULL);
	table_builder_head(&t, 0, words_get(r->language, WORD_HEAD_MODEL), ALIGN_LEFT);
	table_builder_head(&t, 1, words_get(r->language, WORD_HEAD_BENCHMARK), ALIGN_LEFT);
	table_builder_head(&t, 2, words_get(r->language, WORD_HEAD_COUNTS), ALIGN_LEFT);
	table_builder_head(&t, 3, words_get(r->language, WORD_HEAD_ALSO), ALIGN_LEFT);
	table_builder_head(&t, 4, words_get(r->language, WORD_HEAD_WHY), ALIGN_LEFT);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		struct strbuf also = strbuf_new(r->arena);
		if (!s->n_rivals)
			continue;
		for (size_t k = 0; k < s->n_rivals; k++)
			strbuf_addf(&also, "%s%s", k ? ", " : "", with_source(r, s->rivals[k], false));
		table_builder_add(&t, variant_full_name(r->arena, s->variant), TONE_PLAIN);
		table_builder_add(&t, s->benchmark->brief, TONE_PLAIN);
		table_builder_add(&t, s->chosen ? with_source(r, s->chosen, true) : "–", TONE_PLAIN);
		table_builder_add(&t, also.s, TONE_PLAIN);
		table_builder_add(&t, reason(r, s->reason), TONE_QUIET);
	}
	if (t.n_cells)
		block_add(r->arena, into, table_builder_done(&t));
	else
		generate_paragraph(r, place, words_get(r->language, WORD_NO_CONFLICTS), into);
}

/* One row a claim; the first of a dispute says what it is about. */
static void add_dispute(struct reading *r, struct table_builder *t, const struct matter *dispute)
{
	for (size_t i = 0; i < dispute->n_claims; i++) {
		const struct claim *claim = dispute->claims[i];
		table_builder_add(t, i ? "" : dispute->about, TONE_PLAIN);
		table_builder_add(t, claim->text, TONE_PLAIN);
		table_builder_add(t, generate_source_name(r, claim->source), TONE_QUIET);
		generate_verdict(r, t, claim);
	}
}

static void add_disputes(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct table_builder t = table_builder_new(r->arena, place, 4, 2);
	table_builder_head(&t, 0, words_get(r->language, WORD_HEAD_ABOUT), ALIGN_LEFT);
	table_builder_head(&t, 1, words_get(r->language, WORD_HEAD_CLAIM), ALIGN_LEFT);
	table_builder_head(&t, 2, words_get(r->language, WORD_HEAD_SOURCE), ALIGN_LEFT);
	table_builder_head(&t, 3, words_get(r->language, WORD_HEAD_VERDICT), ALIGN_LEFT);
	for (size_t i = 0; i < d->n_disputes; i++)
		add_dispute(r, &t, d->disputes[i]);
	generate_paragraph(r, place,
	                   words_fill(r->arena, r->language, WORD_DISPUTES, "n",
	                              number_spelled(r->arena, r->language, d->n_disputes), NULL),
	                   into);
	block_add(r->arena, into, table_builder_done(&t));
}

void generate_conflicts(struct reading *r, struct place place, struct block *into)
{
	add_values(r, place, into);
	if (r->dataset->n_disputes)
		add_disputes(r, place, into);
}
