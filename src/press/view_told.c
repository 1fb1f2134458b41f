/* What stands behind a briefing's pages, for whoever points at something. */
#include "base/str.h"
#include "chart/kind.h"
#include "data/selection.h"
#include "facts/print.h"
#include "facts/trials.h"
#include "press/report_parts.h"
#include "press/view_parts.h"
#include "read/emit.h"
#include "words/words.h"

static void put_place(struct tree *map, struct place place)
{
	tree_put_number(map, "line", place.line);
	tree_put_number(map, "column", place_column_shown(place));
}

/* ---- values ---- */

static struct value measured_map(struct arena *arena, const struct press_job *job, const struct measurement *m)
{
	struct tree map = tree_new(arena);
	const struct language *language = job->front->language;
	tree_put(&map, "printed", report_text(arena, print_value(arena, language, m)));
	tree_put(&map, "source", report_text(arena, press_web_source(arena, language, m->source)));
	tree_put_text(&map, "publisher", m->source ? m->source->publisher : NULL);
	tree_put(&map, "measured", tree_text(measured_word(m->measured)));
	return tree_map(&map);
}

static struct value use_map(struct arena *arena, const struct press_job *job, const struct cells *cells,
                            const struct fact_use *use)
{
	struct tree map = tree_new(arena), others = tree_new(arena);
	size_t at = cells_find(cells, use->variant, use->benchmark);
	const struct selection *s = at < cells_count(cells) ? cells_choose(arena, cells, at) : NULL;
	tree_put(&map, "model", report_text(arena, variant_full_name(arena, use->variant)));
	tree_put(&map, "benchmark", report_text(arena, use->benchmark->name));
	tree_put(&map, "expression",
	         tree_text(arena_printf(arena, "value(\"%s\", \"%s\")", variant_ref(arena, use->variant),
	                                use->benchmark->id)));
	tree_put(&map, "chosen", measured_map(arena, job, use->chosen));
	for (size_t i = 0; s && i < s->n_rivals; i++)
		if (s->rivals[i] != use->chosen)
			tree_put(&others, NULL, measured_map(arena, job, s->rivals[i]));
	tree_put(&map, "others", tree_list(&others));
	tree_put(&map, "rival", tree_bool(use->rival));
	return tree_map(&map);
}

/* Many expressions use the same value: each is told of once, and then shared. told: two for each measurement. */
static struct value use_shared(struct arena *arena, const struct press_job *job, const struct cells *cells,
                               const struct fact_use *use, struct value **told)
{
	if (job->dataset->rows) /* of a part the numbers are those in the whole */
		return use_map(arena, job, cells, use);
	struct value **of = &told[2 * use->chosen->index + use->rival];
	if (!*of) {
		*of = arena_alloc(arena, 1, sizeof **of);
		**of = use_map(arena, job, cells, use);
	}
	return **of;
}

static struct value value_list(struct arena *arena, const struct press_job *job, const struct cells *cells)
{
	const struct briefing *b = job->briefing;
	struct tree list = tree_new(arena);
	struct value **told = arena_alloc(arena, 2 * job->dataset->n_measurements + 1, sizeof(*told));
	for (size_t i = 0; i < b->n_values; i++) {
		const struct briefing_value *value = &b->values[i];
		struct tree map = tree_new(arena), uses = tree_new(arena), steps = tree_new(arena);
		put_place(&map, value->place);
		tree_put(&map, "expression", report_text(arena, value->expression));
		tree_put(&map, "printed", report_text(arena, value->printed));
		for (size_t k = 0; k < value->fact.n_steps; k++)
			tree_put(&steps, NULL, report_text(arena, value->fact.steps[k].words));
		for (size_t k = 0; k < value->fact.n_uses; k++)
			tree_put(&uses, NULL, use_shared(arena, job, cells, &value->fact.uses[k], told));
		tree_put(&map, "steps", tree_list(&steps));
		tree_put(&map, "uses", tree_list(&uses));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- claims ---- */

static struct value claim_list(struct arena *arena, const struct press_job *job)
{
	const struct briefing *b = job->briefing;
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_claims; i++) {
		const struct briefing_claim *claim = &b->claims[i];
		const struct margin margin = briefing_claim_margin(claim);
		struct tree map = tree_new(arena);
		put_place(&map, claim->place);
		tree_put(&map, "text", report_text(arena, claim->text));
		tree_put(&map, "expression", report_text(arena, claim->expression));
		tree_put(&map, "holds", tree_bool(claim->holds));
		tree_put_text(&map, "margin", margin_words(arena, job->front->language, &margin));
		tree_put(&map, "exact", tree_bool(margin.kind == MARGIN_EXACT));
		tree_put_text(&map, "decided", margin.of);
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value published_list(struct arena *arena, const struct press_job *job)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; job->briefing->verdicts && i < job->dataset->n_claims; i++) {
		const struct verdict *v = job->briefing->verdicts[i];
		struct tree map = tree_new(arena);
		tree_put(&map, "text", report_text(arena, v->claim->text));
		tree_put(&map, "verdict", tree_text(verdict_kinds[v->kind]));
		tree_put_text(&map, "figure", v->computed);
		tree_put_text(&map, "why", v->why);
		tree_put(&map, "source",
		         report_text(arena, press_web_source(arena, job->front->language, v->claim->source)));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- charts ---- */

/* The cells of the value that a mark stands for, or of the first of several. */
static struct value cell_list(struct arena *arena, const struct web_figure *figure, const struct web_fact *fact)
{
	struct tree cells = tree_new(arena);
	for (size_t c = 0; c < figure->n_columns; c++) {
		struct tree cell = tree_new(arena);
		if (!*fact->cells[c])
			continue;
		tree_put_text(&cell, "head", figure->heads[c]);
		tree_put_text(&cell, "text", fact->cells[c]);
		tree_put(&cells, NULL, tree_map(&cell));
	}
	return tree_list(&cells);
}

static void put_marks(struct arena *arena, struct tree *marks, const struct web_figure *figure)
{
	for (size_t i = 0; i < figure->n_marks; i++) {
		const struct web_mark *mark = &figure->marks[i];
		const struct web_fact *fact = &figure->facts[mark->row];
		struct tree map = tree_new(arena);
		tree_put(&map, "name", report_text(arena, fact->cells[0]));
		tree_put(&map, "sentence", report_text(arena, mark->sentence));
		tree_put_text(&map, "expression", mark->expression);
		tree_put(&map, "cells", cell_list(arena, figure, fact));
		tree_put(marks, NULL, tree_map(&map));
	}
}

static struct value chart_list(struct arena *arena, const struct press_job *job, const struct press_view *view)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < view->n_charts; i++) {
		const struct view_chart *chart = &view->charts[i];
		const struct chart_pages *pages = &job->figures[i];
		struct tree map = tree_new(arena), marks = tree_new(arena);
		put_place(&map, chart->block->place);
		tree_put(&map, "id", report_text(arena, chart->block->chart.id));
		tree_put(&map, "kind", tree_text(chart->block->chart.request->kind->name));
		if (pages->count && pages->items) {
			const struct scene_document *d = &pages->items[0]->document;
			tree_put(&map, "title", report_text(arena, d->title));
			tree_put(&map, "alt", report_text(arena, d->alt));
			tree_put(&map, "source", report_text(arena, d->source));
			tree_put(&map, "data", report_text(arena, d->data_hash));
		}
		for (size_t k = 0; k < chart->n_parts; k++)
			put_marks(arena, &marks, &chart->parts[k]);
		tree_put(&map, "facts", tree_list(&marks));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- the whole ---- */

static struct value coverage_map(struct arena *arena, const struct coverage *c)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "computed", (double)c->computed);
	tree_put_number(&map, "cited", (double)c->cited);
	tree_put_number(&map, "said", (double)c->said);
	tree_put_number(&map, "unbound", (double)c->unbound);
	return tree_map(&map);
}

char *press_view_told(struct arena *arena, const struct press_result *result, const struct press_view *view)
{
	const struct press_job *job = result->job;
	const struct cells *cells = cells_of(arena, job->dataset, NULL);
	struct tree root = tree_new(arena);
	tree_put(&root, "title", report_text(arena, job->briefing->title));
	tree_put(&root, "language", report_text(arena, job->front->language->code));
	tree_put(&root, "look", report_text(arena, job->look->look->name));
	tree_put(&root, "page", report_text(arena, job->front->page->name));
	tree_put(&root, "file", report_text(arena, job->path));
	tree_put(&root, "inputs", report_inputs(arena, result->inputs));
	tree_put(&root, "coverage", coverage_map(arena, &job->briefing->coverage));
	tree_put(&root, "claims", claim_list(arena, job));
	tree_put(&root, "published", published_list(arena, job));
	tree_put(&root, "values", value_list(arena, job, cells));
	tree_put(&root, "charts", chart_list(arena, job, view));
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}
