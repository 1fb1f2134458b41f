/* How values were chosen, and how far they can be trusted. */
#include "base/arena.h"
#include "brief/binding.h"
#include "brief/generate.h"
#include "chart/phrase.h"
#include "data/measurement.h"
#include "data/narrow.h"
#include "data/selection.h"
#include "facts/part.h"
#include "facts/print.h"
#include "words/number.h"

static const char *trust_list(struct reading *r)
{
	const struct dataset *d = r->dataset;
	const char **names = arena_alloc(r->arena, d->n_trust + 1, sizeof *names);
	for (size_t i = 0; i < d->n_trust; i++)
		names[i] = generate_source_name(r, d->trust[i]);
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
			if (m && m->variant == dataset_variant_at(d, v) && m->measured == MEASURED_FIRST_PARTY &&
			    !selection_measured(all->items[i], MEASURED_THIRD_PARTY))
				names[n++] = m->benchmark->brief;
		}
		if (n)
			strbuf_addf(&out, "%s%s", out.n ? "; " : "",
			            words_fill(r->arena, r->language, WORD_NOTE_CONFLICT_ON, "name",
			                       variant_full_name(r->arena, dataset_variant_at(d, v)), "on",
			                       words_list(r->arena, r->language, names, n, 30), NULL));
	}
	return out.s;
}

void generate_part(struct reading *r, struct place place, struct block *into)
{
	struct arena *a = r->arena;
	const struct dataset *whole = r->dataset->part->whole;
	const struct part_asked *asked = r->options->part;
	const char *how = part_written(a, asked);
	if (asked->top)
		how = arena_printf(a, "%s%s%s", how, *how ? "; " : "",
		                   words_fill(a, r->language, WORD_METHOD_PART_TOP, "n",
		                              number_plain(a, r->language, asked->top), NULL));
	generate_paragraph(r, place,
	                   words_fill(a, r->language, WORD_METHOD_PART, "b",
	                              number_plain(a, r->language, dataset_count_benchmarks(r->dataset)), "of_b",
	                              number_plain(a, r->language, whole->n_benchmarks), "k",
	                              number_plain(a, r->language, dataset_count_models(r->dataset)), "of_k",
	                              number_plain(a, r->language, whole->n_models), "how", how, NULL),
	                   into);
}

static void add_method_data(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	size_t n_values = 0, n_sources = 0; /* a cell that is known to be missing is a measurement, but no value */
	bool *gives = arena_alloc(r->arena, d->n_sources + 1, sizeof *gives);
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct source *source = measurement_source(d, i);
		bool has = measurement_has_value(d, i);
		n_values += has;
		n_sources += has && source && !gives[source->index];
		if (has && source)
			gives[source->index] = true;
	}
	enum word word = d->part ? WORD_METHOD_DATA_PART : WORD_METHOD_DATA;
	generate_paragraph(r, place,
	                   words_fill(r->arena, r->language, word, "n", number_plain(r->arena, r->language, n_values),
	                              "m", number_plain(r->arena, r->language, n_sources), "b",
	                              number_plain(r->arena, r->language, dataset_count_benchmarks(d)), "k",
	                              number_plain(r->arena, r->language, dataset_count_models(d)), "as_of",
	                              phrase_as_of(r->arena, r->language, d->date), NULL),
	                   into);
	if (d->part)
		generate_part(r, place, into);
}

/* What words like "nearly" are taken to mean. */
static void add_conventions(struct reading *r, struct place place, struct block *into)
{
	struct strbuf all = strbuf_new(r->arena);
	for (size_t i = 0; i < r->dataset->n_conventions; i++)
		strbuf_addf(&all, "%s%s", i ? " " : "",
		            print_convention(r->arena, r->language, &r->dataset->conventions[i]));
	if (all.n)
		generate_paragraph(r, place, all.s, into);
}

/* Names the benchmarks whose numbers are better this way, if any, where the data do not declare it. */
static void add_direction(struct reading *r, struct place place, enum direction direction, enum word word,
                          struct block *into)
{
	enum { NAMED_MAX = 30 };
	const struct dataset *d = r->dataset;
	const char **names = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		bool open = b->direction == DIRECTION_UNKNOWN || b->direction_from == DIRECTION_FROM_UNIT;
		if (b->direction == direction && open && dataset_has_benchmark(d, b))
			names[n++] = b->brief;
	}
	if (n)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, word, "names",
		                              words_list(r->arena, r->language, names, n, NAMED_MAX), NULL),
		                   into);
}

static void add_directions(struct reading *r, struct place place, struct block *into)
{
	add_direction(r, place, DIRECTION_LOWER, WORD_METHOD_LOWER_BY_UNIT, into);
	add_direction(r, place, DIRECTION_UNKNOWN, WORD_METHOD_NO_DIRECTION, into);
}

/* What marks of charts mean, once a document. */
static void add_marks(struct reading *r, struct place place, const struct selections *all, bool claimed,
                      struct block *into)
{
	size_t disputed = 0, bare = 0;
	for (size_t i = 0; i < all->count; i++) {
		disputed += all->items[i]->n_rivals > 0;
		bare += all->items[i]->chosen && !all->items[i]->chosen->has_interval;
	}
	if (claimed)
		generate_paragraph(r, place, words_get(r->language, WORD_METHOD_MARK_CLAIMED), into);
	if (disputed)
		generate_paragraph(r, place, words_get(r->language, WORD_METHOD_MARK_DISPUTED), into);
	if (bare)
		generate_paragraph(r, place, words_get(r->language, WORD_METHOD_MARK_MARGINS), into);
}

void generate_method(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct selections all = selections_of(r->arena, d, NULL);
	size_t unknown = 0, ambiguous = 0, intervals = 0;
	for (size_t i = 0; i < all.count; i++) {
		intervals += all.items[i]->chosen && all.items[i]->chosen->has_interval;
		unknown += all.items[i]->chosen && all.items[i]->chosen->measured == MEASURED_UNKNOWN;
	}
	for (size_t i = 0; i < d->n_measurements; i++)
		ambiguous += measurement_status(d, i) == STATUS_AMBIGUOUS;
	add_method_data(r, place, into);
	if (date_precedes(r->out->front->date, d->date))
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_OLDER, "date",
		                              words_date(r->arena, r->language, r->out->front->date), "data",
		                              words_date(r->arena, r->language, d->date), NULL),
		                   into);
	generate_paragraph(r, place, words_get(r->language, WORD_METHOD_CHOICE), into);
	if (d->n_trust)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_TRUST, "list", trust_list(r), NULL),
		                   into);
	generate_paragraph(r, place, words_get(r->language, WORD_METHOD_RANKS), into);
	if (intervals)
		generate_paragraph(r, place, words_get(r->language, WORD_METHOD_RANKS_NOISE), into);
	add_directions(r, place, into);
	binding_add_coverage(r, place, into);
	const char *claimed = claimed_list(r, &all);
	if (*claimed)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_CLAIMED, "list", claimed, NULL), into);
	add_marks(r, place, &all, *claimed, into);
	if (unknown && (d->n_sources > 1 || *claimed)) /* of one source it goes without saying */
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_UNKNOWN, "n",
		                              number_plain(r->arena, r->language, unknown), NULL),
		                   into);
	if (ambiguous)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_METHOD_AMBIGUOUS, "n",
		                              number_plain(r->arena, r->language, ambiguous), NULL),
		                   into);
	add_conventions(r, place, into);
}
