/* How values were chosen, and how far they can be trusted. */
#include "base/arena.h"
#include "brief/generate.h"
#include "chart/phrase.h"
#include "data/measurement.h"
#include "data/selection.h"
#include "words/number.h"

static const char *trust_list(struct reading *r)
{
	const struct dataset *d = r->dataset;
	const char **names = arena_alloc(r->arena, d->n_trust + 1, sizeof *names);
	for (size_t i = 0; i < d->n_trust; i++)
		names[i] = generate_source_mark(r, d->trust[i]);
	struct strbuf b = strbuf_new(r->arena);
	for (size_t i = 0; i < d->n_trust; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", names[i]);
	return b.s;
}

/* "Muse Spark on A, B and C; …": the selected values that come from the model's own maker. */
static const char *claimed_list(struct reading *r, const struct selections *all)
{
	const struct dataset *d = r->dataset;
	struct strbuf out = strbuf_new(r->arena);
	for (size_t v = 0; v < d->n_variants; v++) {
		const char **names = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof *names);
		size_t n = 0;
		for (size_t i = 0; i < all->count; i++) {
			const struct measurement *m = all->items[i]->chosen;
			if (m && m->variant == d->variants[v] && m->measured == MEASURED_FIRST_PARTY)
				names[n++] = m->benchmark->brief;
		}
		if (n)
			strbuf_addf(&out, "%s%s", out.n ? "; " : "",
			            words_fill(r->arena, r->language, WORD_NOTE_CONFLICT_ON, "name",
			                       variant_full_name(r->arena, d->variants[v]), "on",
			                       words_list(r->arena, r->language, names, n, 30), NULL));
	}
	return out.s;
}

static void add_method_data(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	generate_paragraph(r, place,
	                   words_fill(r->arena, r->language, WORD_METHOD_DATA, "n",
	                              number_plain(r->arena, r->language, d->n_measurements), "m",
	                              number_plain(r->arena, r->language, d->n_sources), "b",
	                              number_plain(r->arena, r->language, d->n_benchmarks), "k",
	                              number_plain(r->arena, r->language, d->n_models), "as_of",
	                              phrase_as_of(r->arena, r->language, d->date), NULL),
	                   into);
}

void generate_method(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct selections all = selections_of(r->arena, d, NULL);
	size_t unknown = 0, ambiguous = 0;
	for (size_t i = 0; i < all.count; i++)
		unknown += all.items[i]->chosen && all.items[i]->chosen->measured == MEASURED_UNKNOWN;
	for (size_t i = 0; i < d->n_measurements; i++)
		ambiguous += measurement_status(d, i) == STATUS_AMBIGUOUS;
	add_method_data(r, place, into);
	generate_paragraph(r, place, words_get(r->language, WORD_METHOD_CHOICE), into);
	if (d->n_trust)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_TRUST, "list", trust_list(r), NULL),
		                   into);
	generate_paragraph(r, place, words_get(r->language, WORD_METHOD_RANKS), into);
	const char *claimed = claimed_list(r, &all);
	if (*claimed)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_CLAIMED, "list", claimed, NULL), into);
	if (unknown)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_UNKNOWN, "n",
		                              number_plain(r->arena, r->language, unknown), NULL),
		                   into);
	if (ambiguous)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_AMBIGUOUS, "n",
		                              number_plain(r->arena, r->language, ambiguous), NULL),
		                   into);
}
