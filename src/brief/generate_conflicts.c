/* Where sources disagree, and why one of them counts. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "data/selection.h"

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

static char *with_source(struct reading *r, const struct measurement *m)
{
	const char *mark = generate_source_mark(r, m->source);
	return arena_printf(r->arena, "%s%s%s", generate_value(r, m), *mark ? "\u00a0" : "", mark);
}

void generate_conflicts(struct reading *r, struct place place, struct block *into)
{
	struct table_builder t = table_builder_new(r->arena, place, 5);
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
			strbuf_addf(&also, "%s%s", k ? ", " : "", with_source(r, s->rivals[k]));
		table_builder_add(&t, variant_full_name(r->arena, s->variant), TONE_PLAIN);
		table_builder_add(&t, s->benchmark->brief, TONE_PLAIN);
		table_builder_add(&t, s->chosen ? with_source(r, s->chosen) : "–", TONE_PLAIN);
		table_builder_add(&t, also.s, TONE_PLAIN);
		table_builder_add(&t, reason(r, s->reason), TONE_QUIET);
	}
	if (t.n_cells)
		block_add(r->arena, into, table_builder_done(&t));
	else
		generate_paragraph(r, place, words_get(r->language, WORD_NO_CONFLICTS), into);
}
