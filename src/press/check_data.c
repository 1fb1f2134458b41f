/* What is worth knowing about data before they are shown. */
#include "press/job.h"

#include "base/map.h"
#include "chart/kind.h"
#include "data/measurement.h"
#include "data/narrow.h"
#include "data/review.h"
#include "facts/print.h"
#include "facts/verdict.h"
#include "words/about.h"
#include "words/words.h"

static const char check_look[] = "editorial", check_kind[] = "leaderboard";

/* What was computed, and what the words of the claim are taken to mean. */
static const char *figure_of(struct press_job *job, const struct verdict *v)
{
	struct strbuf b = strbuf_new(job->arena);
	strbuf_addf(&b, "%s%s", *v->computed ? ": " : "", v->computed);
	for (size_t i = 0; i < v->claim->n_parts; i++)
		for (size_t k = 0; k < v->parts[i].fact.n_conventions; k++)
			strbuf_addf(&b, "; %s",
			            print_convention(job->arena, &language_english, v->parts[i].fact.conventions[k]));
	return b.s;
}

static void remark_on(struct press_job *job, const struct verdict *v)
{
	const struct claim *claim = v->claim;
	const char *by =
		claim->n_parts == 1 ? margin_words(job->arena, &language_english, &v->parts[0].fact.margin) : "";
	if (v->kind == VERDICT_FAILS || v->kind == VERDICT_MIXED)
		diag_add(job->diags, DIAG_WARNING, claim->place,
		         claim->note ? NULL : "write note: what the data say instead", "\"%s\" %s%s%s", claim->text,
		         v->kind == VERDICT_FAILS ? "does not hold" : "holds in part", by, figure_of(job, v));
	else if (v->kind == VERDICT_UNTESTABLE && v->undecided && !claim->note)
		diag_add(job->diags, DIAG_NOTE, claim->place, "write note: why it cannot be tested",
		         "\"%s\" cannot be tested: %s", claim->text, v->why);
}

static void remark_on_trials(struct press_job *job, const struct verdict *v)
{
	for (size_t i = 0; i < v->claim->n_parts; i++) {
		const struct verdict_part *p = &v->parts[i];
		press_remark_trials(job, p->part->place, v->claim->text, p->kind == VERDICT_HOLDS, &p->fact.margin,
		                    &p->trials);
	}
}

/* Of a part only claims that rest on a value of it are told. */
static bool concerns(const struct dataset *d, const struct verdict *v)
{
	bool any = !d->part;
	for (size_t i = 0; i < v->claim->n_parts && !any; i++)
		for (size_t k = 0; k < v->parts[i].fact.n_uses && !any; k++)
			any = dataset_has_variant(d, v->parts[i].fact.uses[k].variant) &&
			      dataset_has_benchmark(d, v->parts[i].fact.uses[k].benchmark);
	return any;
}

/* Tests every claim against the data and reports those that do not hold. */
static void judge_claims(struct press_job *job, bool fragile, struct press_counts *counts)
{
	const struct dataset *d = job->dataset;
	struct facts *facts = facts_open(job->arena, d, &language_english);
	const struct verdict *const *verdicts = job->verdicts = verdicts_of(job->arena, facts, job->diags);
	for (size_t i = 0; i < d->n_claims; i++) {
		const struct verdict *v = verdicts[i];
		if (!concerns(d, v))
			continue;
		counts->claims++;
		counts->claims_hold += v->kind == VERDICT_HOLDS;
		counts->claims_fail += v->kind == VERDICT_FAILS;
		counts->claims_mixed += v->kind == VERDICT_MIXED;
		counts->claims_untestable += v->kind == VERDICT_UNTESTABLE;
		counts->claims_fragile += v->fragile;
		remark_on(job, v);
		if (fragile)
			remark_on_trials(job, v);
	}
}

static void count(struct press_job *job, struct press_counts *counts)
{
	const struct dataset *d = job->dataset;
	struct arena *scratch = arena_new_below(job->arena);
	const struct cells *cells = cells_of(scratch, d, NULL);
	for (size_t i = 0; i < cells_count(cells); i++) {
		if (cells_only(cells, i) != SIZE_MAX)
			continue;
		const struct selection *s = cells_choose(scratch, cells, i);
		counts->conflicts += s->n_rivals > 0;
		counts->undecided += s->reason == SELECTED_OPEN;
	}
	arena_free(scratch);
	for (size_t i = 0; i < d->n_measurements; i++)
		counts->ambiguous += measurement_status(d, i) == STATUS_AMBIGUOUS;
	counts->sources = d->n_sources;
	counts->organisations = d->n_organisations;
	counts->noun = d->said;
	counts->models = dataset_count_models(d);
	counts->benchmarks = dataset_count_benchmarks(d);
	counts->measurements = d->n_measurements;
	counts->disputes = d->part ? 0 : d->n_disputes;
}

static bool has_values(const struct dataset *d, const struct benchmark *b)
{
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_benchmark(d, i) == b && measurement_variant(d, i) && measurement_has_value(d, i))
			return true;
	return false;
}

/* The chart of one benchmark, as a slide. */
static bool lay_out(struct arena *arena, const struct press_job *job, const struct language *language,
                    const struct dataset *part, const struct benchmark *b, struct chart_pages *pages)
{
	struct diags *silent = diags_new(arena);
	struct chart_request q = { .kind = chart_kind_find(check_kind, place_file(NULL), silent),
		                   .dataset = part,
		                   .look = job->look->look,
		                   .language = language,
		                   .fonts = job->fonts,
		                   .benchmarks = &b,
		                   .n_benchmarks = 1,
		                   .medium = job->size.medium,
		                   .width = job->size.width,
		                   .height = job->size.height,
		                   .pixel = 1 / job->size.pixels_per_point };
	return has_values(part, b) && chart_layout(arena, &q, pages, silent);
}

/* A chart of each benchmark is held against the rules: what would stop it, the chart says itself when it is drawn. */
static void prove_charts(struct press_job *job)
{
	struct diags *silent = diags_new(job->arena);
	struct press_look *look = press_look_of(job, check_look, NULL, silent);
	struct map said = map_new(job->arena);
	job->look = look;
	job->fonts = look ? press_fonts_of(look, job->press->workers[0], 0, silent) : NULL;
	if (!job->fonts || !picture_size_of(NULL, false, &job->size, silent)) {
		diag_add(job->diags, DIAG_NOTE, place_file(NULL), "install the fonts of the look editorial",
		         "no chart was laid out: the fonts are not there");
		return;
	}
	const struct dataset *d = job->dataset;
	const struct language *language = language_about(job->arena, &language_english, d->nouns, d->n_nouns);
	const struct narrow_parts *parts = dataset_part_all(job->arena, d);
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		struct arena *own = arena_new_below(job->arena);
		struct chart_pages pages = { 0 };
		if (lay_out(own, job, language, dataset_part(own, parts, b), b, &pages))
			press_remark(job->arena, b->place, pages.items[0], &said, job->diags);
		arena_free(own);
	}
}

static void check(struct press_job *job, const void *request)
{
	const struct press_check *asked = request;
	struct press_result *result = &job->press->result;
	const struct dataset *whole = press_load(job, INPUT_DATA, asked->data, asked->n_data, asked->from,
	                                         asked->better, &asked->part, false);
	job->dataset = whole ? part_of(job->arena, whole, &asked->part, job->diags) : NULL;
	if (!job->dataset)
		return;
	press_tell_part(job);
	review_dataset(job->arena, job->dataset, job->diags);
	judge_claims(job, asked->fragile, &result->counts);
	count(job, &result->counts);
	result->counted = true;
	if (diags_ok(job->diags))
		prove_charts(job);
}

const struct press_result *press_check_data(struct press *press, const struct press_check *request)
{
	return press_call(press, check, request);
}
