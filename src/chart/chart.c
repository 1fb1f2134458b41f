#include "chart/kind.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"

#include <stdio.h>

const struct chart_naming chart_options = { "-b", "-m", "--focus", "--rows", "choose a larger --size" };
const struct chart_naming chart_keys = { "benchmark:", "models:", "focus:", "rows:",
	                                 "choose a larger page, or ask for less" };

const struct chart_naming *chart_naming_of(const struct chart_request *q)
{
	return q->naming ? q->naming : &chart_options;
}

/* ---- which benchmarks, where none is named ---- */

static bool among_models(const struct variant *variant, const struct chart_request *q)
{
	for (size_t i = 0; i < q->n_models; i++)
		if (variant == q->models[i])
			return true;
	return variant && !q->n_models;
}

static const char *benchmark_names(struct arena *arena, const struct dataset *d)
{
	enum { NAMES = 12 };
	struct strbuf names = strbuf_new(arena);
	for (size_t i = 0; i < d->n_benchmarks && i < NAMES; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", d->benchmarks[i]->id);
	return names.s;
}

/* Those on which any of the models has a value. */
static void find_measured(struct arena *arena, struct chart_request *q)
{
	const struct dataset *d = q->dataset;
	const struct benchmark **found = arena_alloc(arena, d->n_benchmarks + 1, sizeof *found);
	bool *measured = arena_alloc(arena, d->n_benchmarks + 1, sizeof *measured);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_has_value(d, i) && among_models(measurement_variant(d, i), q))
			measured[measurement_benchmark(d, i)->index] = true;
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (measured[i])
			found[q->n_benchmarks++] = d->benchmarks[i];
	q->benchmarks = found;
}

bool chart_settle_benchmarks(struct arena *arena, struct chart_request *q, struct place place, struct diags *diags)
{
	const struct chart_kind *kind = q->kind;
	if (q->n_benchmarks)
		return true;
	find_measured(arena, q);
	if (!q->n_benchmarks) {
		diag_add(diags, DIAG_ERROR, place, "give files with measurements",
		         "the data have no value that could be drawn");
		return false;
	}
	if (kind->most == CHART_KIND_MANY || (q->n_benchmarks == 1 && kind->least == 1))
		return true;
	struct strbuf hint = strbuf_new(arena);
	strbuf_addf(&hint, "name %s with %s", kind->most == 1 ? "one" : "them", chart_naming_of(q)->benchmark);
	if (kind->order)
		strbuf_addf(&hint, " (%s)", kind->order);
	strbuf_addf(&hint, ": %s", benchmark_names(arena, q->dataset));
	diag_add(diags, DIAG_ERROR, place, hint.s, "a %s chart shows %s, and none of the %zu in the data is named",
	         kind->name, chart_kind_shows(kind), q->dataset->n_benchmarks);
	return false;
}

/* ---- whether the kind can answer ---- */

static bool check_count(const struct chart_request *q, struct place place, struct diags *diags)
{
	const struct chart_kind *kind = q->kind;
	const char *naming = chart_naming_of(q)->benchmark;
	char hint[160];
	if (q->n_benchmarks >= kind->least && q->n_benchmarks <= kind->most)
		return true;
	if (kind->order)
		snprintf(hint, sizeof hint, "name them with %s: %s", naming, kind->order);
	else
		snprintf(hint, sizeof hint, "name one with %s; %s show several", naming, kind->alternatives);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart shows %s, not %zu", kind->name, chart_kind_shows(kind),
	         q->n_benchmarks);
	return false;
}

static bool check_tokens(const struct chart_request *q, struct place place, struct diags *diags)
{
	char hint[160];
	if (!q->kind->counts_tokens || q->benchmarks[0]->unit == &unit_tokens)
		return true;
	snprintf(hint, sizeof hint, "name them with %s: %s", chart_naming_of(q)->benchmark, q->kind->order);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart shows a benchmark that counts tokens, and %s does not",
	         q->kind->name, q->benchmarks[0]->name);
	return false;
}

static bool check_zero(const struct chart_request *q, struct diags *diags)
{
	for (size_t i = 0; q->kind->needs_zero && i < q->n_benchmarks; i++) {
		const struct benchmark *b = q->benchmarks[i];
		if (b->zero)
			continue;
		diag_add(diags, DIAG_ERROR, b->place,
		         "draw it as dots, or declare \"zero: true\" in the data if a value of 0 has a meaning",
		         "%s has no meaningful zero, so bars from zero would mislead", b->name);
		return false;
	}
	return true;
}

static bool check_focus(const struct chart_request *q, struct place place, struct diags *diags)
{
	char hint[96];
	if (!q->kind->needs_focus || q->focus)
		return true;
	snprintf(hint, sizeof hint, "name it with %s", chart_naming_of(q)->focus);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart shows one model against the others, and none is named",
	         q->kind->name);
	return false;
}

static bool check_ends(const struct chart_request *q, struct place place, struct diags *diags)
{
	char hint[96];
	if (!q->kind->needs_ends || q->n_models == 2 || q->n_benchmarks == 2)
		return true;
	snprintf(hint, sizeof hint, "name two models with %s, or two benchmarks with %s", chart_naming_of(q)->model,
	         chart_naming_of(q)->benchmark);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart leads from one to another, and the two are not named",
	         q->kind->name);
	return false;
}

bool chart_check(const struct chart_request *q, struct place place, struct diags *diags)
{
	return check_focus(q, place, diags) && check_ends(q, place, diags) && check_count(q, place, diags) &&
	       check_tokens(q, place, diags) && check_zero(q, diags);
}

bool chart_layout(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	return chart_check(q, place_file(NULL), diags) && q->kind->layout(arena, q, pages, diags);
}
