/* The record that every file carries of what it says, for press_verify: values, expressions, claims, sources. */
#include "press/job.h"

#include "base/str.h"
#include "chart/census.h"
#include "chart/kind.h"
#include "data/export.h"
#include "press/record.h"
#include "press/report_parts.h"
#include "read/emit.h"
#include "scene/evidence.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

static char *use_ref(struct arena *arena, const struct scene_use *use)
{
	return arena_printf(arena, "%s%s%s", use->model, *use->variant ? "@" : "", use->variant);
}

static struct value use_map(const void *document, struct arena *arena, size_t i)
{
	const struct scene_use *use = &((const struct scene_document *)document)->uses[i];
	struct tree map = tree_new(arena);
	tree_put(&map, RECORD_MODEL, tree_text(use_ref(arena, use)));
	tree_put(&map, RECORD_BENCHMARK, tree_text(use->benchmark));
	tree_put(&map, RECORD_WRITTEN, report_text(arena, use->written));
	tree_put_number(&map, RECORD_NUMBER, use->value);
	if (use->rank)
		tree_put_number(&map, RECORD_RANK, use->rank);
	if (use->source)
		tree_put(&map, RECORD_SOURCE, tree_text(use->source));
	return tree_map(&map);
}

/* Made as they are written: a list may have very many rows. */
static struct value use_list(struct arena *arena, const struct scene_document *document)
{
	struct value_maker *maker = arena_alloc(arena, 1, sizeof *maker);
	*maker = (struct value_maker){ .make = use_map, .closure = document };
	if (!document->n_uses)
		return (struct value){ .kind = VALUE_LIST };
	return (struct value){ .kind = VALUE_LIST, .count = document->n_uses, .maker = maker };
}

/* ---- counts ---- */

/* The models drawn, where not all that were asked for are; null: all. */
static struct value drawn_list(struct arena *arena, const struct scene_census *c)
{
	struct tree list = tree_new(arena);
	size_t n = 0;
	for (size_t i = 0; i < c->n_rows; i++)
		if (c->rows[i]) {
			tree_put(&list, NULL, tree_text(variant_ref(arena, census_variant(c->cell(c->of, i, 0).who))));
			n++;
		}
	return n == c->n_rows ? report_text(arena, NULL) : tree_list(&list);
}

static struct value drawn_columns(struct arena *arena, const struct scene_census *c)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < c->n_columns; i++)
		tree_put(&list, NULL, tree_bool(c->columns[i]));
	return tree_list(&list);
}

static struct value ends_list(struct arena *arena, const struct scene_census *c)
{
	const size_t ends[] = { c->from, c->to };
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < 2; i++)
		tree_put(&list, NULL,
		         c->turned ? tree_text(variant_ref(arena, census_variant(c->cell(c->of, ends[i], 0).who)))
		                   : tree_number(arena, (double)ends[i]));
	return tree_list(&list);
}

struct told { /* a tally, and whom it counts for as the data name it */
	const struct scene_tally *tally;
	const char *who;
};

/* Compilers differ in which argument of a call they make first, and so in which count is said first. */
static int by_what_is_told(const void *a, const void *b)
{
	const struct told *x = a, *y = b;
	const size_t at[] = { (size_t)x->tally->part, (size_t)x->tally->what, x->tally->column, x->tally->told,
		              x->tally->n },
		     bt[] = { (size_t)y->tally->part, (size_t)y->tally->what, y->tally->column, y->tally->told,
		              y->tally->n };
	for (size_t i = 0; i < sizeof at / sizeof *at; i++)
		if (at[i] != bt[i])
			return at[i] < bt[i] ? -1 : 1;
	return strcmp(x->who, y->who);
}

static struct value tally_list(struct arena *arena, const struct chart_request *request, const struct scene *scene)
{
	const struct scene_census *c = &scene->evidence->census;
	struct told *all = arena_alloc(arena, c->n_tallies + 1, sizeof *all);
	struct tree list = tree_new(arena);
	size_t n = 0;
	for (size_t i = 0; i < c->n_tallies; i++) {
		const struct scene_tally *t = &c->tallies[i];
		if (!(t->part == SCENE_ALT && request->alt.text) &&
		    !(t->part == SCENE_SUBTITLE && request->subtitle.text))
			all[n++] = (struct told){ t, t->who ? variant_ref(arena, census_variant(t->who)) : "" };
	}
	qsort(all, n, sizeof *all, by_what_is_told);
	for (size_t i = 0; i < n; i++) {
		const struct scene_tally *t = all[i].tally;
		struct tree map = tree_new(arena);
		if (i && by_what_is_told(&all[i - 1], &all[i]) == 0)
			continue;
		tree_put(&map, RECORD_PART, tree_text(census_part_word(t->part)));
		tree_put(&map, RECORD_COUNTED, tree_text(census_counted_word(t->what)));
		if (t->who)
			tree_put(&map, RECORD_MODEL, tree_text(all[i].who));
		tree_put_number(&map, RECORD_COLUMN, (double)t->column);
		tree_put_number(&map, RECORD_TOLD, (double)t->told);
		tree_put_number(&map, RECORD_NUMBER, (double)t->n);
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- charts ---- */

/* The models that were asked for, among which ranks were counted; null: all. */
static struct value model_list(struct arena *arena, const struct chart_request *request)
{
	struct tree list = tree_new(arena);
	if (!request->models)
		return report_text(arena, NULL);
	for (size_t i = 0; i < request->n_models; i++)
		tree_put(&list, NULL, tree_text(variant_ref(arena, request->models[i])));
	return tree_list(&list);
}

static struct value benchmark_list(struct arena *arena, const struct chart_request *request)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < request->n_benchmarks; i++)
		tree_put(&list, NULL, tree_text(request->benchmarks[i]->id));
	return tree_list(&list);
}

static struct value chart_map(struct arena *arena, const char *id, const struct chart_request *request,
                              const struct scene *scene)
{
	struct tree map = tree_new(arena);
	tree_put(&map, RECORD_ID, report_text(arena, id));
	tree_put(&map, "kind", tree_text(request->kind->name));
	if (request->dataset->with_claims)
		tree_put(&map, RECORD_HIDES_CLAIMS, tree_bool(true));
	tree_put(&map, RECORD_BENCHMARKS, benchmark_list(arena, request));
	tree_put(&map, RECORD_MODELS, model_list(arena, request));
	tree_put(&map, RECORD_VALUES, use_list(arena, &scene->document));
	tree_put(&map, RECORD_DRAWN, drawn_list(arena, &scene->evidence->census));
	tree_put(&map, RECORD_DRAWN_BENCHMARKS, drawn_columns(arena, &scene->evidence->census));
	tree_put(&map, RECORD_ENDS, ends_list(arena, &scene->evidence->census));
	tree_put(&map, RECORD_TALLIES, tally_list(arena, request, scene));
	return tree_map(&map);
}

/* ---- sources ---- */

static struct value source_list(struct arena *arena, const struct dataset *dataset)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < dataset->n_sources; i++) {
		const struct source *source = dataset->sources[i];
		struct tree map = tree_new(arena);
		tree_put(&map, RECORD_ID, tree_text(source->id));
		tree_put(&map, RECORD_TITLE, tree_text(source->title));
		if (source->date.year)
			tree_put(&map, RECORD_DATE, tree_text(date_iso(arena, source->date)));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- prose ---- */

static struct tree said_at(struct arena *arena, struct place place, const char *expression)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, RECORD_LINE, place.line);
	tree_put_number(&map, RECORD_COLUMN, place.column);
	tree_put(&map, RECORD_EXPRESSION, report_text(arena, expression));
	return map;
}

static struct value expression_list(struct arena *arena, const struct briefing *b)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_values; i++) {
		struct tree map = said_at(arena, b->values[i].place, b->values[i].expression);
		tree_put(&map, RECORD_PRINTED, report_text(arena, b->values[i].printed));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* The expression that a claim stands in, by its index and 1; 0: none, or it says something else. */
static size_t expression_of(const struct briefing *b, const struct briefing_claim *claim)
{
	for (size_t i = 0; i < b->n_values; i++)
		if (b->values[i].place.line == claim->place.line && b->values[i].place.column == claim->place.column)
			return str_eq(b->values[i].expression, claim->expression) ? i + 1 : 0;
	return 0;
}

/* What a claim has in common with its expression is told there. */
static struct value claim_list(struct arena *arena, const struct briefing *b)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_claims; i++) {
		const struct briefing_claim *claim = &b->claims[i];
		size_t in = expression_of(b, claim);
		struct tree map = in ? tree_new(arena) : said_at(arena, claim->place, claim->expression);
		if (in)
			tree_put_number(&map, RECORD_IN, (double)in - 1);
		if (!in || !str_eq(claim->text, b->values[in - 1].printed))
			tree_put(&map, RECORD_TEXT, report_text(arena, claim->text));
		tree_put(&map, RECORD_HOLDS, tree_bool(b->claims[i].holds));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- generated blocks ---- */

static struct value line_list(struct arena *arena, const struct briefing_generated *g)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < g->n_lines; i++) {
		struct tree map = tree_new(arena);
		tree_put(&map, RECORD_WHAT, report_text(arena, g->lines[i].what));
		tree_put(&map, RECORD_PRINTED, tree_text(g->lines[i].printed));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value printed_list(struct arena *arena, const struct briefing_generated *g)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < g->n_values; i++) {
		const struct measurement *m = g->values[i].value;
		struct tree map = tree_new(arena);
		tree_put(&map, RECORD_MODEL, tree_text(variant_ref(arena, m->variant)));
		tree_put(&map, RECORD_BENCHMARK, tree_text(m->benchmark->id));
		tree_put(&map, RECORD_WRITTEN, report_text(arena, m->value.text));
		tree_put_number(&map, RECORD_NUMBER, m->value.number);
		tree_put(&map, RECORD_COUNTS, tree_bool(g->values[i].counts));
		if (m->source)
			tree_put(&map, RECORD_SOURCE, tree_text(m->source->id));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value block_list(struct arena *arena, const struct briefing *b)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_generated; i++) {
		const struct briefing_generated *g = &b->generated[i];
		struct tree map = tree_new(arena);
		tree_put(&map, RECORD_BLOCK, tree_text(g->kind));
		tree_put_number(&map, RECORD_LINE, g->line);
		tree_put(&map, RECORD_ASKED, tree_text(g->asked));
		tree_put(&map, RECORD_VALUES, printed_list(arena, g));
		tree_put(&map, RECORD_LINES, line_list(arena, g));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value front_map(struct arena *arena, const struct front_matter *front, bool listed)
{
	struct tree map = tree_new(arena);
	tree_put(&map, RECORD_FOCUS, report_text(arena, front->focus));
	tree_put(&map, RECORD_DATE, report_text(arena, front->date.year ? date_iso(arena, front->date) : NULL));
	tree_put(&map, RECORD_LISTED, tree_bool(listed));
	return tree_map(&map);
}

/* ---- the whole ---- */

static struct value text_list(struct arena *arena, const char *const *texts, size_t n)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < n; i++)
		tree_put(&list, NULL, tree_text(texts[i]));
	return tree_list(&list);
}

static struct value part_map(struct arena *arena, const struct part_asked *part)
{
	struct tree map = tree_new(arena);
	tree_put(&map, RECORD_BENCHMARKS, text_list(arena, part->benchmarks, part->n_benchmarks));
	tree_put(&map, RECORD_MODELS, text_list(arena, part->models, part->n_models));
	tree_put(&map, RECORD_MAKERS, text_list(arena, part->makers, part->n_makers));
	tree_put(&map, RECORD_WHERES, text_list(arena, part->wheres, part->n_wheres));
	tree_put_number(&map, RECORD_TOP, (double)part->top);
	return tree_map(&map);
}

static struct tree head(struct arena *arena, const struct press_job *job, const struct language *language)
{
	struct tree root = tree_new(arena);
	tree_put(&root, RECORD_VERSION, tree_text(job->press->world.version));
	tree_put(&root, RECORD_BRIEFING, report_text(arena, job->front ? press_name(job, arena) : NULL));
	tree_put(&root, RECORD_LANGUAGE, tree_text(language->code));
	if (part_is_asked(&job->asked.part))
		tree_put(&root, RECORD_PART, part_map(arena, &job->asked.part));
	return root;
}

/* A tree is many times the size of its text: it is built below the arena and given back at once. */
static const char *written(struct arena *arena, struct arena *scratch, struct tree *root, const struct tree *charts,
                           const struct press_job *job)
{
	tree_put(root, RECORD_CHARTS, tree_list(charts));
	tree_put(root, RECORD_SOURCES, source_list(scratch, job->dataset));
	struct value value = tree_map(root);
	const char *text = emit_json(arena, &value);
	arena_free(scratch);
	return text;
}

const char *record_of_chart(struct arena *arena, const struct press_job *job, const char *id,
                            const struct chart_request *request, const struct scene *scene)
{
	struct arena *scratch = arena_new_below(arena);
	struct tree root = head(scratch, job, request->language), charts = tree_new(scratch);
	tree_put(&root, RECORD_DATA, report_text(scratch, scene->document.data_hash));
	tree_put(&charts, NULL, chart_map(scratch, id, request, scene));
	return written(arena, scratch, &root, &charts, job);
}

const char *record_of_briefing(struct arena *arena, const struct press_job *job)
{
	const struct briefing *b = job->briefing;
	struct arena *scratch = arena_new_below(arena);
	struct tree root = head(scratch, job, job->front->language), charts = tree_new(scratch);
	tree_put(&root, RECORD_DATA,
	         report_text(scratch, job->pages.count ? job->pages.items[0]->document.data_hash
	                                               : export_hash(scratch, job->dataset, NULL, 0)));
	tree_put(&root, RECORD_EXPRESSIONS, expression_list(scratch, b));
	tree_put(&root, RECORD_CLAIMS, claim_list(scratch, b));
	tree_put(&root, RECORD_FRONT, front_map(scratch, job->front, job->briefing->listed));
	tree_put(&root, RECORD_BLOCKS, block_list(scratch, b));
	if (job->baseline)
		tree_put(&root, RECORD_BASELINE, *export_dataset(scratch, job->baseline));
	for (size_t i = 0; i < b->n_charts; i++)
		if (job->figures[i].count)
			tree_put(&charts, NULL,
			         chart_map(scratch, b->charts[i]->chart.id, b->charts[i]->chart.request,
			                   job->figures[i].items[0]));
	return written(arena, scratch, &root, &charts, job);
}
