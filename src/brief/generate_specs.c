/* The spec sheet: what is known about the models themselves. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "data/narrow.h"
#include "facts/print.h"
#include "words/number.h"

enum { FACTS = 8, ACROSS_MAX = 3 };

static const enum word words[FACTS] = { WORD_SPEC_MAKER,  WORD_SPEC_RELEASED, WORD_SPEC_LICENCE, WORD_SPEC_CONTEXT,
	                                WORD_SPEC_INPUTS, WORD_SPEC_OUTPUTS,  WORD_SPEC_PRICE,   WORD_SPEC_MODES };

static const char *names_of(struct reading *r, struct names names)
{
	return names.count ? words_list(r->arena, r->language, names.items, names.count, 12) : NULL;
}

static const char *context_of(struct reading *r, const struct model *m)
{
	if (!m->own->more->context.text)
		return NULL;
	struct number_style style = number_style_of(r->language, &unit_tokens, 0, 0, m->own->more->context.number);
	return words_fill(r->arena, r->language, WORD_SPEC_TOKENS, "n",
	                  number_text(r->arena, m->own->more->context.number, style), NULL);
}

static const char *price_of(struct reading *r, const struct model *m)
{
	return m->own->more->price.note ? m->own->more->price.note
	                                : print_price(r->arena, r->language, &m->own->more->price);
}

/* "Thinking: standard reasoning; Contemplating: …" */
static const char *modes_of(struct reading *r, const struct model *m)
{
	struct strbuf b = strbuf_new(r->arena);
	for (size_t i = 0; i < m->n_variants; i++) {
		const struct variant *v = model_variant(m, i);
		if (*v->own->name)
			strbuf_addf(&b, "%s%s%s%s", b.n ? "; " : "", v->own->name, v->own->more->mode ? ": " : "",
			            v->own->more->mode ? v->own->more->mode : "");
	}
	return b.n ? b.s : NULL;
}

static const char *fact_of(struct reading *r, const struct model *m, size_t fact)
{
	switch (words[fact]) {
	case WORD_SPEC_MAKER:
		return m->own->organisation ? m->own->organisation->name : NULL;
	case WORD_SPEC_RELEASED:
		return m->own->more->released.year ? words_date(r->arena, r->language, m->own->more->released) : NULL;
	case WORD_SPEC_LICENCE:
		return m->own->more->licence;
	case WORD_SPEC_CONTEXT:
		return context_of(r, m);
	case WORD_SPEC_INPUTS:
		return names_of(r, m->own->more->inputs);
	case WORD_SPEC_OUTPUTS:
		return names_of(r, m->own->more->outputs);
	case WORD_SPEC_PRICE:
		return price_of(r, m);
	default:
		return modes_of(r, m);
	}
}

/* True if this fact is known of any of the models. */
static bool is_known(struct reading *r, const struct model *const *models, size_t n, size_t fact)
{
	for (size_t i = 0; i < n; i++)
		if (fact_of(r, models[i], fact))
			return true;
	return false;
}

/* A few models are set side by side, one fact per row; many are set below each other, one fact per column. */
static void add_table(struct reading *r, struct place place, const struct model *const *models, size_t n,
                      struct block *into)
{
	bool across = n <= ACROSS_MAX;
	size_t known[FACTS], n_known = 0;
	for (size_t f = 0; f < FACTS; f++)
		if (is_known(r, models, n, f) && (across || f < 4))
			known[n_known++] = f;
	struct table_builder t = table_builder_new(r->arena, place, 1 + (across ? n : n_known), 1);
	table_builder_head(&t, 0, across ? "" : words_get(r->language, WORD_HEAD_MODEL), ALIGN_LEFT);
	for (size_t i = 0; i < (across ? n : n_known); i++)
		table_builder_head(&t, i + 1, across ? models[i]->name : words_get(r->language, words[known[i]]),
		                   ALIGN_LEFT);
	for (size_t row = 0; row < (across ? n_known : n); row++) {
		table_builder_add(&t, across ? words_get(r->language, words[known[row]]) : models[row]->name,
		                  TONE_PLAIN);
		for (size_t i = 0; i < (across ? n : n_known); i++) {
			const char *fact = fact_of(r, models[across ? i : row], known[across ? row : i]);
			table_builder_add(&t, fact ? fact : words_get(r->language, WORD_NOT_REPORTED),
			                  fact ? TONE_PLAIN : TONE_QUIET);
		}
	}
	block_add(r->arena, into, table_builder_done(&t));
}

void generate_specs(struct reading *r, struct place place, const struct model *const *models, size_t n_models,
                    struct block *into)
{
	const struct dataset *d = r->dataset;
	if (!models) {
		const struct model **all = arena_alloc(r->arena, d->n_models + 1, sizeof *all);
		n_models = 0;
		for (size_t i = 0; i < d->n_models; i++)
			if (dataset_has_model(d, dataset_model_at(d, i)))
				all[n_models++] = dataset_model_at(d, i);
		models = all;
	}
	if (n_models)
		add_table(r, place, models, n_models, into);
}
