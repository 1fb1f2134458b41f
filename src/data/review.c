#include "data/review.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"

struct use { /* by index: what is referred to */
	bool *sources, *organisations, *models, *benchmarks;
};

static void use_source(struct use *use, const struct source *source)
{
	if (source)
		use->sources[source->index] = true;
}

static struct use use_of(struct arena *arena, const struct dataset *d)
{
	struct use use = { arena_alloc(arena, d->n_sources, sizeof(bool)),
		           arena_alloc(arena, d->n_organisations, sizeof(bool)),
		           arena_alloc(arena, d->n_models, sizeof(bool)),
		           arena_alloc(arena, d->n_benchmarks, sizeof(bool)) };
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct variant *variant = measurement_variant(d, i), *const * candidates;
		size_t n_candidates = measurement_candidates(d, i, &candidates);
		use_source(&use, measurement_source(d, i));
		use.benchmarks[measurement_benchmark(d, i)->index] = true;
		if (variant)
			use.models[variant->model->index] = true;
		for (size_t j = 0; j < n_candidates; j++)
			use.models[candidates[j]->model->index] = true;
	}
	for (size_t i = 0; i < d->n_models; i++) {
		const struct model *model = dataset_model_at(d, i);
		if (model->own->organisation)
			use.organisations[model->own->organisation->index] = true;
		for (size_t j = 0; j < model->own->more->price_sources.count; j++)
			use_source(&use,
			           dataset_source(d, model->own->more->price_sources.items[j], place_file(NULL), NULL));
	}
	for (size_t i = 0; i < d->n_claims; i++)
		use_source(&use, d->claims[i]->source);
	return use;
}

static void review_use(struct arena *arena, const struct dataset *d, struct diags *diags)
{
	struct use use = use_of(arena, d);
	for (size_t i = 0; i < d->n_sources; i++)
		if (!use.sources[i])
			diag_add(diags, DIAG_WARNING, d->sources[i]->place,
			         "delete it, or give it as the source of its numbers",
			         "nothing refers to the source \"%s\"", d->sources[i]->id);
	for (size_t i = 0; i < d->n_organisations; i++)
		if (!use.organisations[i])
			diag_add(diags, DIAG_WARNING, d->organisations[i]->place,
			         arena_printf(arena, "delete it, or give it as the organisation of its %s",
			                      d->said.many),
			         "no %s belongs to the organisation \"%s\"", d->said.one, d->organisations[i]->id);
	for (size_t i = 0; i < d->n_models; i++)
		if (!use.models[i])
			diag_add(diags, DIAG_WARNING, dataset_model_at(d, i)->own->more->place,
			         "delete it, or add its measurements", "the %s \"%s\" has no measurement", d->said.one,
			         dataset_model_at(d, i)->id);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (!use.benchmarks[i])
			diag_add(diags, DIAG_WARNING, d->benchmarks[i]->place, "delete it, or add its measurements",
			         "the benchmark \"%s\" has no measurement", d->benchmarks[i]->id);
}

static const char *says(struct arena *arena, const struct measurement *m)
{
	if (!m->source)
		return arena_printf(arena, "%s (no source)", m->value.text);
	if (!m->date.year)
		return arena_printf(arena, "%s (%s)", m->value.text, m->source->id);
	return arena_printf(arena, "%s (%s, %s)", m->value.text, m->source->id, date_iso(arena, m->date));
}

static void report_conflict(struct arena *arena, const struct selection *s, struct diags *diags)
{
	struct strbuf others = strbuf_new(arena);
	for (size_t i = 0; i < s->n_rivals; i++)
		strbuf_addf(&others, "%s%s", i ? ", " : "", says(arena, s->rivals[i]));
	diag_add(diags, DIAG_WARNING, measurement_where(s->chosen),
	         s->reason == SELECTED_PIN ? NULL : "a pin can decide otherwise",
	         "sources disagree on %s, %s: %s counts (%s), not %s", variant_full_name(arena, s->variant),
	         s->benchmark->name, says(arena, s->chosen), selection_reason_words(s->reason), others.s);
}

static void review_choices(struct arena *arena, const struct dataset *d, struct diags *diags)
{
	struct selections selections = selections_of(arena, d, NULL);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		if (s->reason == SELECTED_OPEN)
			selection_report_open(s, diags);
		else if (s->n_rivals)
			report_conflict(arena, s, diags);
	}
}

static void review_disputes(struct arena *arena, const struct dataset *d, struct diags *diags)
{
	for (size_t i = 0; i < d->n_disputes; i++) {
		const struct matter *dispute = d->disputes[i];
		struct strbuf said = strbuf_new(arena);
		for (size_t k = 0; k < dispute->n_claims; k++) {
			const struct claim *claim = dispute->claims[k];
			strbuf_addf(&said, "%s\"%s\" (%s)", k ? ", " : "", claim->text,
			            claim->source ? claim->source->id : "no source");
		}
		diag_add(diags, DIAG_WARNING, dispute->place, NULL, "claims contradict each other (%s): %s",
		         dispute->about, said.s);
	}
}

static void report_ambiguous(struct arena *arena, const struct measurement *m, struct diags *diags)
{
	struct strbuf names = strbuf_new(arena);
	for (size_t i = 0; i < m->n_candidates; i++)
		strbuf_addf(&names, "%s%s", i ? " or " : "", variant_full_name(arena, m->candidates[i]));
	diag_add(diags, DIAG_WARNING, measurement_where(m),
	         "it is not shown; find out whose it is and write model: instead of candidates:",
	         "%s on %s may belong to %s", m->value.text, m->benchmark->name, names.s);
}

/* True if the value is beyond its declared range or, undeclared, is not a fraction of a whole. */
static bool is_outside(const struct dataset *d, size_t i)
{
	const struct benchmark *b = measurement_benchmark(d, i);
	double x = measurement_number(d, i);
	if (!measurement_has_value(d, i))
		return false;
	return b->ranged ? x < b->low || x > b->high : b->unit == &unit_fraction && (x < 0 || x > 1);
}

static bool is_remarkable(const struct dataset *d, size_t i)
{
	enum status status = measurement_status(d, i);
	return status == STATUS_AMBIGUOUS || status == STATUS_UNKNOWN_ZERO || is_outside(d, i);
}

static void review_measurements(struct arena *arena, const struct dataset *d, struct diags *diags)
{
	size_t unsourced = 0;
	struct place first = { 0 };
	for (size_t i = 0; i < d->n_measurements; i++) {
		if (!measurement_source(d, i) && measurement_has_value(d, i) && !unsourced++)
			first = measurement_place(d, i);
		if (!is_remarkable(d, i))
			continue;
		const struct measurement *m = measurement_at(arena, d, i);
		if (m->status == STATUS_AMBIGUOUS)
			report_ambiguous(arena, m, diags);
		if (m->status == STATUS_UNKNOWN_ZERO)
			diag_add(diags, DIAG_WARNING, measurement_where(m),
			         "it counts as missing; give the value once it is known",
			         "the zero of %s on %s stands for an unknown value",
			         variant_full_name(arena, m->variant), m->benchmark->name);
		if (is_outside(d, i))
			diag_add(diags, DIAG_WARNING, measurement_where(m),
			         "correct the value, or the benchmark's range or unit",
			         "%s%s%s on %s is outside %.10g to %.10g", m->value.text, m->variant ? " of " : "",
			         m->variant ? variant_full_name(arena, m->variant) : "", m->benchmark->name,
			         m->benchmark->ranged ? m->benchmark->low : 0,
			         m->benchmark->ranged ? m->benchmark->high : 1);
	}
	if (unsourced == 1)
		diag_add(diags, DIAG_WARNING, first, "give its source", "this value has no source");
	else if (unsourced)
		diag_add(diags, DIAG_WARNING, first, "give each a source",
		         "%zu values have no source, starting with this one", unsourced);
}

void review_dataset(struct arena *arena, const struct dataset *dataset, struct diags *diags)
{
	review_choices(arena, dataset, diags);
	review_measurements(arena, dataset, diags);
	if (dataset->part) /* what contradicts itself, or is of no use, is a question to all data */
		return;
	review_disputes(arena, dataset, diags);
	review_use(arena, dataset, diags);
}
