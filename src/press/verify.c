#include "press/verify.h"

#include "base/map.h"
#include "base/str.h"
#include "data/export.h"
#include "data/load.h"
#include "data/narrow.h"
#include "data/selection.h"
#include "facts/changes.h"
#include "facts/facts.h"
#include "facts/part.h"
#include "facts/standing.h"
#include "press/job.h"
#include "press/record.h"
#include "press/verify_parts.h"
#include "read/read.h"
#include "words/about.h"
#include "words/direction.h"
#include "words/words.h"

enum { FILE_BYTES_MAX = 1 << 30 };

const char *verified_kind_word(enum verified_kind kind)
{
	static const char *const words[] = { "value",   "gone",  "rank",   "expression", "claim",
		                             "printed", "count", "edited", "unread",     "source" };
	return words[kind];
}

const char *verified_seal_word(enum verified_seal seal)
{
	static const char *const words[] = { "whole", "altered", "none" };
	return words[seal];
}

/* ---- the record, which anyone may have written ---- */

const char *verify_text_at(const struct value *map, const char *key)
{
	const struct value *v = value_at(map, key);
	return v && v->kind == VALUE_STRING ? v->text : NULL;
}

int verify_number_at(const struct value *map, const char *key)
{
	enum { MOST = 1000000000 };
	const struct value *v = value_at(map, key);
	return v && v->kind == VALUE_NUMBER && v->number >= 0 && v->number < MOST ? (int)v->number : 0;
}

/* Its items; an empty list if it is none. */
const struct value *verify_list_at(const struct value *map, const char *key)
{
	static const struct value empty = { .kind = VALUE_LIST };
	const struct value *v = value_at(map, key);
	return v && v->kind == VALUE_LIST ? v : &empty;
}

void verify_find(struct check *c, struct verified_finding finding)
{
	struct verified *out = c->out;
	out->findings =
		arena_grow(c->job->arena, out->findings, &out->findings_room, out->n_findings, sizeof *out->findings);
	out->findings[out->n_findings++] = finding;
}

/* ---- values ---- */

struct kept { /* of a benchmark */
	const struct cells *cells;
	int *ranks; /* by variant; all 0 where somebody's choice is open; NULL: not asked for */
};

struct chart { /* of the record; or a generated block */
	const char *id;
	const struct variant **only; /* among whom ranks were counted; NULL: all */
	size_t n_only;
	const char *block; /* NULL: it is a chart */
	int line;
	struct map kept;      /* by benchmark */
	struct diags *unsaid; /* an open choice shows as a value or a rank that is gone */
};

static const struct variant *variant_of(struct check *c, const char *ref)
{
	return dataset_variant(c->job->dataset, ref, place_file(NULL), diags_new(c->job->arena));
}

static struct kept *kept_of(struct check *c, struct chart *chart, const struct benchmark *benchmark)
{
	struct kept *kept = map_find(&chart->kept, benchmark->id);
	if (!kept) {
		kept = arena_alloc(c->job->arena, 1, sizeof *kept);
		kept->cells = cells_of(c->job->arena, c->job->dataset, benchmark);
		map_put(&chart->kept, benchmark->id, kept);
	}
	return kept;
}

/* What counts for one variant, whatever is open for others; NULL if nothing does. */
static const struct measurement *chosen_of(struct check *c, struct chart *chart, const struct benchmark *benchmark,
                                           const struct variant *variant)
{
	const struct cells *cells = kept_of(c, chart, benchmark)->cells;
	size_t at = cells_find(cells, variant, benchmark);
	return at < cells_count(cells) ? cells_choose(c->job->arena, cells, at)->chosen : NULL;
}

/* 0: none. */
static int rank_of(struct check *c, struct chart *chart, const struct benchmark *benchmark,
                   const struct variant *variant)
{
	struct kept *kept = kept_of(c, chart, benchmark);
	const struct dataset *d = c->job->dataset;
	if (kept->ranks)
		return kept->ranks[variant->index];
	kept->ranks = arena_alloc(c->job->arena, d->n_variants + 1, sizeof *kept->ranks);
	const struct standing *s =
		standing_or_empty(c->job->arena, d, benchmark, chart->only, chart->n_only, chart->unsaid);
	for (size_t i = 0; s && i < s->count; i++)
		kept->ranks[s->rows[i].variant->index] = s->rows[i].rank;
	return kept->ranks[variant->index];
}

static const char *source_name(const char *id)
{
	return id ? id : "no source";
}

static void check_rank(struct check *c, struct verified_finding finding, int was, int now)
{
	finding.kind = VERIFIED_RANK;
	finding.was = arena_printf(c->job->arena, "rank %d", was);
	finding.is_now = now ? arena_printf(c->job->arena, "rank %d", now) : "no rank";
	if (was != now)
		verify_find(c, finding);
}

static void check_value(struct check *c, struct chart *chart, const struct value *v)
{
	struct arena *a = c->job->arena;
	const char *model = verify_text_at(v, RECORD_MODEL), *on = verify_text_at(v, RECORD_BENCHMARK),
		   *written = verify_text_at(v, RECORD_WRITTEN), *source = verify_text_at(v, RECORD_SOURCE);
	const struct value *number = value_at(v, RECORD_NUMBER);
	if (!model || !on || !number || number->kind != VALUE_NUMBER)
		return;
	struct verified_finding finding = { .kind = VERIFIED_GONE,
		                            .chart = chart->id,
		                            .block = chart->block,
		                            .line = chart->line,
		                            .what = arena_printf(a, "%s on %s", model, on),
		                            .was = written ? written : number->text };
	const struct variant *variant = variant_of(c, model);
	const struct benchmark *benchmark = dataset_benchmark(c->job->dataset, on, place_file(NULL), diags_new(a));
	const struct measurement *now = variant && benchmark ? chosen_of(c, chart, benchmark, variant) : NULL;
	int rank = verify_number_at(v, RECORD_RANK);
	c->out->n_values++;
	if (!now) {
		verify_find(c, finding);
		return;
	}
	const char *source_now = now->source ? now->source->id : NULL;
	finding.is_now = now->value.text;
	finding.kind = VERIFIED_VALUE;
	if (now->value.number != number->number)
		verify_find(c, finding);
	if (rank)
		check_rank(c, finding, rank, rank_of(c, chart, benchmark, variant));
	if (now->value.number == number->number && !str_eq(source, source_now)) {
		finding.kind = VERIFIED_SOURCE;
		finding.was = source_name(source);
		finding.is_now = source_name(source_now);
		verify_find(c, finding);
	}
}

/* ---- values that may not count ---- */

/* True if the source still gives this number for it. */
static bool is_published(struct check *c, const struct value *v, const struct variant *variant,
                         const struct benchmark *benchmark)
{
	const char *source = verify_text_at(v, RECORD_SOURCE);
	const struct value *number = value_at(v, RECORD_NUMBER);
	const struct selections all = selections_of(c->job->arena, c->job->dataset, benchmark);
	for (size_t i = 0; i < all.count; i++) {
		const struct selection *s = all.items[i];
		for (size_t k = 0; s->variant == variant && k < s->n_all; k++) {
			const struct source *from = s->all[k]->source;
			if (str_eq(from ? from->id : NULL, source) && s->all[k]->value.number == number->number)
				return true;
		}
	}
	return false;
}

static void check_published(struct check *c, const struct chart *block, const struct value *v)
{
	struct arena *a = c->job->arena;
	const char *model = verify_text_at(v, RECORD_MODEL), *on = verify_text_at(v, RECORD_BENCHMARK),
		   *written = verify_text_at(v, RECORD_WRITTEN), *source = verify_text_at(v, RECORD_SOURCE);
	const struct value *number = value_at(v, RECORD_NUMBER);
	if (!model || !on || !number || number->kind != VALUE_NUMBER)
		return;
	const struct variant *variant = variant_of(c, model);
	const struct benchmark *benchmark = dataset_benchmark(c->job->dataset, on, place_file(NULL), diags_new(a));
	c->out->n_values++;
	if (!variant || !benchmark || !is_published(c, v, variant, benchmark))
		verify_find(c, (struct verified_finding){ .kind = VERIFIED_GONE,
		                                          .chart = block->id,
		                                          .block = block->block,
		                                          .line = block->line,
		                                          .what = arena_printf(a, "%s on %s, published by %s", model,
		                                                               on, source_name(source)),
		                                          .was = written ? written : number->text });
}

/* ---- charts and generated blocks ---- */

/* True if a later value of the same model on the same benchmark follows: it is history, which does not count. */
static bool is_history(const struct value *values, size_t i)
{
	if (i + 1 >= values->count)
		return false;
	const struct value *v = &values->items[i], *next = v + 1;
	return str_eq(verify_text_at(v, RECORD_MODEL), verify_text_at(next, RECORD_MODEL)) &&
	       str_eq(verify_text_at(v, RECORD_BENCHMARK), verify_text_at(next, RECORD_BENCHMARK));
}

static void check_chart(struct check *c, const struct value *map)
{
	struct arena *a = c->job->arena;
	struct chart chart = { .id = verify_text_at(map, RECORD_ID), .kept = map_new(a), .unsaid = diags_new(a) };
	const struct value *models = value_at(map, RECORD_MODELS), *values = verify_list_at(map, RECORD_VALUES);
	if (models && models->kind == VALUE_LIST) {
		chart.only = arena_alloc(a, models->count + 1, sizeof *chart.only);
		for (size_t i = 0; i < models->count; i++) {
			const struct variant *variant =
				models->items[i].text ? variant_of(c, models->items[i].text) : NULL;
			if (variant)
				chart.only[chart.n_only++] = variant;
		}
	}
	const struct dataset *whole = c->job->dataset;
	const struct value *hides = value_at(map, RECORD_HIDES_CLAIMS);
	if (hides && hides->kind == VALUE_BOOL && hides->boolean)
		c->job->dataset = dataset_without_claims(a, whole);
	for (size_t i = 0; i < values->count; i++)
		if (is_history(values, i))
			check_published(c, &chart, &values->items[i]);
		else
			check_value(c, &chart, &values->items[i]);
	verify_counts(c, map, chart.only, chart.n_only);
	c->job->dataset = whole;
}

static void check_block(struct check *c, const struct value *map)
{
	struct arena *a = c->job->arena;
	struct chart block = { .block = verify_text_at(map, RECORD_BLOCK),
		               .line = verify_number_at(map, RECORD_LINE),
		               .kept = map_new(a),
		               .unsaid = diags_new(a) };
	const struct value *values = verify_list_at(map, RECORD_VALUES);
	for (size_t i = 0; i < values->count; i++) {
		const struct value *counts = value_at(&values->items[i], RECORD_COUNTS);
		if (counts && counts->kind == VALUE_BOOL && !counts->boolean)
			check_published(c, &block, &values->items[i]);
		else
			check_value(c, &block, &values->items[i]);
	}
	verify_lines(c, map);
}

/* ---- prose ---- */

static struct verified_finding said(const struct value *map, const char *expression, enum verified_kind kind)
{
	return (struct verified_finding){ .kind = kind,
		                          .line = verify_number_at(map, RECORD_LINE),
		                          .column = verify_number_at(map, RECORD_COLUMN),
		                          .what = expression };
}

static void check_expression(struct check *c, const struct value *map)
{
	const char *expression = verify_text_at(map, RECORD_EXPRESSION), *printed = verify_text_at(map, RECORD_PRINTED);
	struct fact fact = { .printed = NULL };
	struct fact_fault fault = { .message = NULL };
	if (!expression || !printed)
		return;
	c->out->n_expressions++;
	struct verified_finding finding = said(map, expression, VERIFIED_EXPRESSION);
	finding.was = printed;
	bool ok = facts_try(c->facts, c->job->arena, expression, false, &fact, &fault);
	finding.is_now = ok ? fact.printed : fault.message;
	if (!ok || !str_eq(fact.printed, printed))
		verify_find(c, finding);
}

/* Of claim(text, condition) the condition, else the truth itself. */
static bool holds(const struct fact *fact)
{
	bool all = fact->n_claims > 0 || (fact->kind == FACT_TRUTH && fact->truth);
	for (size_t i = 0; i < fact->n_claims; i++)
		all = all && fact->claims[i].holds;
	return all;
}

/* What holds the place and the expression of a claim: itself, or the expression that it stands in. */
static const struct value *said_in(const struct check *c, const struct value *map)
{
	const struct value *in = value_at(map, RECORD_IN), *all = verify_list_at(c->record, RECORD_EXPRESSIONS);
	size_t i = in ? (size_t)verify_number_at(map, RECORD_IN) : all->count;
	return i < all->count ? &all->items[i] : map;
}

static void check_claim(struct check *c, const struct value *map)
{
	const struct value *in = said_in(c, map);
	const char *expression = verify_text_at(in, RECORD_EXPRESSION), *text = verify_text_at(map, RECORD_TEXT);
	text = text ? text : verify_text_at(in, RECORD_PRINTED);
	const struct value *held = value_at(map, RECORD_HOLDS);
	struct fact fact = { .truth = false };
	struct fact_fault fault = { .message = NULL };
	if (!expression || !held || held->kind != VALUE_BOOL || !held->boolean)
		return;
	c->out->n_claims++;
	struct verified_finding finding = said(in, text ? text : expression, VERIFIED_CLAIM);
	finding.was = "holds";
	bool ok = facts_try(c->facts, c->job->arena, expression, false, &fact, &fault);
	finding.is_now = ok ? "does not hold" : fault.message;
	if (!ok || !holds(&fact))
		verify_find(c, finding);
}

/* ---- sources ---- */

static void check_source(struct check *c, const struct value *map)
{
	struct arena *a = c->job->arena;
	const char *id = verify_text_at(map, RECORD_ID), *title = verify_text_at(map, RECORD_TITLE),
		   *date = verify_text_at(map, RECORD_DATE);
	const struct source *source = NULL;
	if (!id)
		return;
	c->out->n_sources++;
	for (size_t i = 0; i < c->job->dataset->n_sources && !source; i++)
		if (str_eq(c->job->dataset->sources[i]->id, id))
			source = c->job->dataset->sources[i];
	struct verified_finding finding = { .kind = VERIFIED_SOURCE, .what = id, .was = title };
	const char *date_now = source && source->date.year ? date_iso(a, source->date) : NULL;
	if (!source || !str_eq(source->title, title)) {
		finding.is_now = source ? source->title : NULL;
		verify_find(c, finding);
	} else if (!str_eq(date, date_now)) {
		finding.was = date ? date : "no date";
		finding.is_now = date_now ? date_now : "no date";
		verify_find(c, finding);
	}
}

/* ---- files ---- */

/* A briefing's record hashes all data, a chart's those on its benchmarks. */
static bool is_same(struct check *c)
{
	struct arena *a = c->job->arena;
	const struct dataset *d = c->job->dataset;
	const struct value *charts = verify_list_at(c->record, RECORD_CHARTS);
	const struct value *names = verify_list_at(charts->count ? &charts->items[0] : NULL, RECORD_BENCHMARKS);
	const struct benchmark **benchmarks = arena_alloc(a, names->count + 1, sizeof *benchmarks);
	size_t n = 0;
	if (!value_at(c->record, RECORD_EXPRESSIONS))
		for (; n < names->count; n++) {
			const char *name = names->items[n].text;
			benchmarks[n] = name ? dataset_benchmark(d, name, place_file(NULL), diags_new(a)) : NULL;
			if (!benchmarks[n])
				return false;
		}
	return str_eq(verify_text_at(c->record, RECORD_DATA), export_hash(a, d, benchmarks, n));
}

static void open_baseline(struct check *c)
{
	const struct direction_rules rules = { .against = words_against, .has_noun = words_has_noun };
	const struct value *then = value_at(c->record, RECORD_BASELINE);
	struct diags *unsaid = diags_new(c->job->arena);
	struct arena *a = c->job->arena;
	const struct dataset *old = then ? dataset_build(a, &then, 1, &rules, unsaid) : NULL;
	if (old)
		old = part_before(a, old, c->job->dataset, &c->part);
	c->changes = old ? changes_within(a, old, c->job->dataset, unsaid) : NULL;
}

static void check_all(struct check *c)
{
	c->out->same_data = is_same(c);
	const struct value *charts = verify_list_at(c->record, RECORD_CHARTS),
			   *said = verify_list_at(c->record, RECORD_EXPRESSIONS),
			   *claims = verify_list_at(c->record, RECORD_CLAIMS),
			   *blocks = verify_list_at(c->record, RECORD_BLOCKS),
			   *sources = verify_list_at(c->record, RECORD_SOURCES);
	const char *code = verify_text_at(c->record, RECORD_LANGUAGE);
	const struct language *language = code ? language_find(code, diags_new(c->job->arena)) : NULL;
	open_baseline(c);
	c->facts = facts_open(c->job->arena, c->job->dataset, language ? language : &language_english);
	for (size_t i = 0; i < charts->count; i++)
		check_chart(c, &charts->items[i]);
	for (size_t i = 0; i < said->count; i++)
		check_expression(c, &said->items[i]);
	for (size_t i = 0; i < claims->count; i++)
		check_claim(c, &claims->items[i]);
	for (size_t i = 0; i < blocks->count; i++)
		check_block(c, &blocks->items[i]);
	for (size_t i = 0; i < sources->count; i++)
		check_source(c, &sources->items[i]);
}

/* bare: it is of a format that benchbrief writes, and has nothing that benchbrief puts into its files. */
static bool is_foreign(struct press_job *job, const char *path, bool bare)
{
	diag_add(job->diags, DIAG_ERROR, place_file(path),
	         arena_printf(job->arena, "verify reads %s that benchbrief wrote", painter_list(job->arena, ".", ", ")),
	         bare ? "was not written by benchbrief, or another program saved it again and left out what it carried"
	              : "was not written by benchbrief");
	return false;
}

/* What somebody changed by hand, whatever the data say of it, and what nobody can read. */
static void tell_edits(struct arena *arena, const struct paint_found *found, struct verified *out)
{
	out->n_texts = found->n_texts;
	out->texts_elsewhere = found->texts_elsewhere;
	for (size_t i = 0; i < found->n_edits; i++) {
		const struct paint_edit *e = &found->edits[i];
		out->findings =
			arena_grow(arena, out->findings, &out->findings_room, out->n_findings, sizeof *out->findings);
		out->findings[out->n_findings++] =
			(struct verified_finding){ .kind = e->was || e->is_now ? VERIFIED_EDITED : VERIFIED_UNREAD,
			                           .what = e->where,
			                           .was = e->was,
			                           .is_now = e->is_now };
	}
}

static bool open_file(struct press_job *job, const char *path, struct verified *out, const struct value **record)
{
	struct arena *a = job->arena;
	struct bytes bytes;
	struct paint_found found;
	if (!file_read(a, path, FILE_BYTES_MAX, &bytes, job->diags))
		return false;
	if (!paint_recover(a, bytes, &found, job->diags))
		return is_foreign(job, path, false);
	*out = (struct verified){ .path = path,
		                  .painter = found.painter,
		                  .seal = found.seal == PAINT_WHOLE     ? VERIFIED_WHOLE
		                          : found.seal == PAINT_ALTERED ? VERIFIED_ALTERED
		                                                        : VERIFIED_UNSEALED };
	*record = found.record.size ? read_bytes(a, READ_JSON, path, found.record.data, found.record.size, diags_new(a))
	                            : NULL;
	if (!*record && found.seal == PAINT_UNSEALED)
		return is_foreign(job, path, true);
	out->has_record = *record != NULL;
	tell_edits(a, &found, out);
	out->version = verify_text_at(*record, RECORD_VERSION);
	out->briefing = verify_text_at(*record, RECORD_BRIEFING);
	return true;
}

struct asked {
	const struct press_verify *request;
	struct verified *verified;
	size_t n;
};

static const char *const *texts_at(struct arena *arena, const struct value *map, const char *key, size_t *n)
{
	const struct value *list = verify_list_at(map, key);
	const char **texts = arena_alloc(arena, list->count + 1, sizeof *texts);
	*n = 0;
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == VALUE_STRING)
			texts[(*n)++] = list->items[i].text;
	return texts;
}

/* The part of the data that the file was made of. */
static struct part_asked part_asked(struct arena *arena, const struct value *record)
{
	const struct value *map = value_at(record, RECORD_PART);
	struct part_asked part = { .top = (size_t)verify_number_at(map, RECORD_TOP) };
	part.benchmarks = texts_at(arena, map, RECORD_BENCHMARKS, &part.n_benchmarks);
	part.models = texts_at(arena, map, RECORD_MODELS, &part.n_models);
	part.makers = texts_at(arena, map, RECORD_MAKERS, &part.n_makers);
	part.wheres = texts_at(arena, map, RECORD_WHERES, &part.n_wheres);
	return part;
}

/* The same part of the new data. Where there is none, everything that the file says is gone: what is missing tells
 * why. */
static const struct dataset *part_now(struct check *c, const struct dataset *whole)
{
	struct press_job *job = c->job;
	struct diags *own = diags_new(job->arena);
	c->part = part_asked(job->arena, c->record);
	const struct dataset *part = part_of(job->arena, whole, &c->part, own);
	press_tell(job->diags, own, place_file(c->out->path), true);
	const struct variant *nobody = NULL;
	return part ? part : dataset_narrow(job->arena, whole, &(struct narrow){ .variants = &nobody });
}

static void verify(struct press_job *job, const void *closure)
{
	struct asked *asked = *(struct asked *const *)closure;
	const struct press_verify *request = asked->request;
	const struct part_asked all = { 0 };
	const struct dataset *whole = NULL;
	asked->verified = arena_alloc(job->arena, request->n_files + 1, sizeof *asked->verified);
	if (request->n_data)
		whole = press_load(job, INPUT_DATA, request->data, request->n_data, request->from, request->better,
		                   &all, false);
	if (request->n_data && !whole)
		return;
	for (size_t i = 0; i < request->n_files; i++) {
		struct check check = { .job = job, .out = &asked->verified[asked->n] };
		if (!open_file(job, request->files[i], check.out, &check.record))
			continue;
		asked->n++;
		job->dataset = whole && check.record ? part_now(&check, whole) : NULL;
		if (job->dataset)
			check_all(&check);
	}
}

const struct press_result *press_verify(struct press *press, const struct press_verify *request,
                                        const struct verified **verified, size_t *n_verified)
{
	struct asked asked = { request, NULL, 0 }, *closure = &asked;
	const struct press_result *result = press_call(press, verify, &closure);
	*verified = asked.verified;
	*n_verified = result->status == PRESS_NO_MEMORY ? 0 : asked.n;
	return result;
}

/* ---- pictures whose chart is gone ---- */

const char *press_orphan(struct arena *arena, const struct press_result *result, struct bytes file)
{
	const struct press_job *job = result->job;
	struct paint_found found;
	struct diags *unsaid = diags_new(arena);
	if (!paint_recover(arena, file, &found, unsaid) || !found.record.size)
		return NULL;
	const struct value *record = read_bytes(arena, READ_JSON, "", found.record.data, found.record.size, unsaid);
	const struct value *charts = verify_list_at(record, RECORD_CHARTS);
	const char *id = charts->count == 1 ? verify_text_at(&charts->items[0], RECORD_ID) : NULL;
	if (!id || value_at(record, RECORD_EXPRESSIONS) ||
	    !str_eq(verify_text_at(record, RECORD_BRIEFING), press_name(job, arena)))
		return NULL;
	for (size_t i = 0; i < job->briefing->n_charts; i++)
		if (str_eq(job->briefing->charts[i]->chart.id, id))
			return NULL;
	return id;
}
