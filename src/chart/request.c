#include "chart/request.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"

/* ---- what is named ---- */

static bool find_benchmarks(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                            struct diags *diags)
{
	const struct benchmark **found = arena_alloc(arena, asked->n_benchmarks + 1, sizeof *found);
	bool ok = true;
	for (size_t i = 0; i < asked->n_benchmarks; i++) {
		const struct chart_name *name = &asked->benchmarks[i];
		const struct benchmark *b = dataset_benchmark(q->dataset, name->text, name->place, diags);
		bool again = false;
		for (size_t k = 0; k < q->n_benchmarks; k++)
			again |= found[k] == b;
		if (b && !again)
			found[q->n_benchmarks++] = b;
		ok = ok && b;
	}
	q->benchmarks = found;
	return ok;
}

static bool find_models(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                        struct diags *diags)
{
	const struct variant **found = arena_alloc(arena, asked->n_models + 1, sizeof *found);
	bool ok = true;
	for (size_t i = 0; i < asked->n_models; i++) {
		const struct chart_name *name = &asked->models[i];
		const struct variant *v = dataset_variant(q->dataset, name->text, name->place, diags);
		bool again = false;
		for (size_t k = 0; k < q->n_models; k++)
			again |= found[k] == v;
		if (v && !again)
			found[q->n_models++] = v;
		ok = ok && v;
	}
	q->models = q->n_models ? found : NULL;
	return ok;
}

/* NULL stands for a measurement that could belong to several models: it is shown nowhere. */
static bool is_shown(const struct chart_request *q, const struct variant *variant)
{
	for (size_t i = 0; i < q->n_models; i++)
		if (q->models[i] == variant)
			return true;
	return variant && !q->n_models;
}

/* A focus that the chart does not show: an error if the chart is about it; otherwise the chart has none. */
static bool without_focus(struct arena *arena, const struct chart_asked *asked, const struct variant *focus,
                          struct diags *diags)
{
	bool needed = asked->kind->needs_focus, named = asked->focus.text != NULL;
	const char *name = variant_full_name(arena, focus);
	struct place place = named ? asked->focus.place : asked->place;
	const char *hint = arena_printf(arena, "name it with %s too, or leave %s out", asked->naming->model,
	                                needed ? asked->naming->model : asked->naming->focus);
	if (needed)
		diag_add(diags, DIAG_ERROR, place, hint,
		         "a %s chart shows its focus against the others, and %s is not among the models asked for",
		         asked->kind->name, name);
	else if (named)
		diag_add(diags, DIAG_WARNING, place, hint,
		         "%s is not among the models asked for, so nothing is highlighted", name);
	return !needed;
}

static bool find_focus(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                       struct diags *diags)
{
	const struct variant *focus = asked->usual_focus;
	if (asked->focus.text)
		focus = dataset_variant(q->dataset, asked->focus.text, asked->focus.place, diags);
	if (focus && !is_shown(q, focus))
		return without_focus(arena, asked, focus, diags);
	q->focus = focus;
	return focus || !asked->focus.text;
}

/* ---- which benchmarks, where none is named ---- */

static const char *benchmark_names(struct arena *arena, const struct dataset *d)
{
	enum { NAMES = 12 };
	struct strbuf names = strbuf_new(arena);
	for (size_t i = 0; i < d->n_benchmarks && i < NAMES; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", d->benchmarks[i]->id);
	return names.s;
}

/* A group of tasks stands for its tasks; of tokens, people want to see the parts too. */
static bool is_in_another(const struct benchmark *b, const bool *measured)
{
	for (const struct benchmark *whole = b->unit == &unit_tokens ? NULL : b->whole; whole; whole = whole->whole)
		if (measured[whole->index])
			return true;
	return false;
}

/* Those on which any of the models has a value. Returns how many are left out as parts of others. */
static size_t find_measured(struct arena *arena, struct chart_request *q)
{
	size_t parts = 0;
	const struct dataset *d = q->dataset;
	const struct benchmark **found = arena_alloc(arena, d->n_benchmarks + 1, sizeof *found);
	bool *measured = arena_alloc(arena, d->n_benchmarks + 1, sizeof *measured);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_has_value(d, i) && is_shown(q, measurement_variant(d, i)))
			measured[measurement_benchmark(d, i)->index] = true;
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (measured[i] && is_in_another(d->benchmarks[i], measured))
			parts++;
		else if (measured[i])
			found[q->n_benchmarks++] = d->benchmarks[i];
	q->benchmarks = found;
	return parts;
}

/* The only one with values, or all for kinds that show several. */
static bool settle_benchmarks(struct arena *arena, struct chart_request *q, struct place place, struct diags *diags)
{
	const struct chart_kind *kind = q->kind;
	if (q->n_benchmarks)
		return true;
	size_t parts = find_measured(arena, q);
	if (!q->n_benchmarks) {
		diag_add(diags, DIAG_ERROR, place, "give files with measurements",
		         "the data have no value that could be drawn");
		return false;
	}
	if (kind->most == 1 && q->n_benchmarks > 1 && q->dataset->headline) {
		diag_add(diags, DIAG_NOTE, place, "name another with -b",
		         "%zu benchmarks have values and none is named: %s is drawn, on which most models have one",
		         q->n_benchmarks, q->dataset->headline->name);
		q->benchmarks = &q->dataset->headline;
		q->n_benchmarks = 1;
		return true;
	}
	if (parts)
		diag_add(diags, DIAG_NOTE, place, "name them with -b to draw them",
		         "%zu benchmark%s are left out: their values go into those of others that are drawn", parts,
		         parts == 1 ? "" : "s");
	if (kind->most == CHART_KIND_MANY || (q->n_benchmarks == 1 && kind->least == 1))
		return true;
	struct strbuf hint = strbuf_new(arena);
	strbuf_addf(&hint, "name %s with %s", kind->most == 1 ? "one" : "them", chart_naming_of(q)->benchmark);
	if (kind->order)
		strbuf_addf(&hint, " (%s)", kind->order);
	strbuf_addf(&hint, ": %s", benchmark_names(arena, q->dataset));
	diag_add(diags, DIAG_ERROR, place, hint.s, "a %s chart shows %s, but the data have %zu and none is named",
	         kind->name, chart_kind_shows(kind), q->dataset->n_benchmarks);
	return false;
}

/* ---- the whole ---- */

const struct chart_name *chart_names(struct arena *arena, const char *const *texts, size_t n)
{
	struct chart_name *names = arena_alloc(arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = (struct chart_name){ texts[i], place_file(NULL) };
	return names;
}

bool chart_request_make(struct arena *arena, const struct chart_asked *asked, const struct dataset *dataset,
                        struct chart_request *q, struct diags *diags)
{
	*q = (struct chart_request){ .kind = asked->kind,
		                     .naming = asked->naming,
		                     .dataset = dataset,
		                     .title = asked->title,
		                     .subtitle = asked->subtitle,
		                     .alt = asked->alt,
		                     .notes = asked->notes,
		                     .n_notes = asked->n_notes,
		                     .rows = asked->rows };
	bool benchmarks = find_benchmarks(arena, asked, q, diags), models = find_models(arena, asked, q, diags);
	bool focus = find_focus(arena, asked, q, diags);
	return benchmarks && models && focus && settle_benchmarks(arena, q, asked->place, diags) &&
	       chart_check(q, asked->place, diags);
}
