/* The report of a briefing: every file, value, claim, conflict and finding, for programs. */
#include "chart/kind.h"
#include "data/selection.h"
#include "press/job.h"
#include "press/report.h"
#include "press/report_parts.h"
#include "read/emit.h"
#include "words/words.h"

static struct value id_of(struct arena *arena, const struct source *source)
{
	return report_text(arena, source ? source->id : NULL);
}

static void put_place(struct tree *map, struct place place)
{
	tree_put_number(map, "line", place.line);
	tree_put_number(map, "column", place.column);
}

/* ---- charts ---- */

/* One drawing of a chart: on a page of the briefing, or as a file of its own. */
static struct value chart_map(struct arena *arena, const struct block *block, const char *file,
                              const struct chart_pages *pages)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "figure", block->chart.number);
	tree_put(&map, "id", report_text(arena, block->chart.id));
	tree_put(&map, "kind", report_text(arena, block->chart.request->kind->name));
	if (block->chart.look)
		tree_put(&map, "look", report_text(arena, block->chart.look));
	put_place(&map, block->place);
	tree_put(&map, "file", report_text(arena, file));
	report_put_chart(arena, &map, pages);
	return tree_map(&map);
}

static struct value chart_list(struct arena *arena, const struct press_job *job, const char *const *files)
{
	struct tree list = tree_new(arena);
	const char *const *pictures = files + job->n_documents;
	for (size_t i = 0; i < job->briefing->n_charts; i++) {
		const struct block *block = job->briefing->charts[i];
		for (size_t d = 0; d < job->n_documents; d++)
			if (job->documents[d].figures[i].count)
				tree_put(&list, NULL, chart_map(arena, block, files[d], &job->documents[d].figures[i]));
		for (size_t k = 0; k < job->n_pictures; k++)
			if (job->pictures[k].block == block)
				tree_put(&list, NULL, chart_map(arena, block, pictures[k], &job->pictures[k].pages));
	}
	return tree_list(&list);
}

/* ---- what prose rests on ---- */

static struct value expression_list(struct arena *arena, const struct briefing *b)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_values; i++) {
		struct tree map = tree_new(arena);
		put_place(&map, b->values[i].place);
		tree_put(&map, "expression", report_text(arena, b->values[i].expression));
		tree_put(&map, "printed", report_text(arena, b->values[i].printed));
		report_put_uses(arena, &map, &b->values[i].fact);
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value coverage_map(struct arena *arena, const struct coverage *c)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "numbers", (double)(c->computed + c->cited + c->said + c->unbound));
	tree_put_number(&map, "computed", (double)c->computed);
	tree_put_number(&map, "cited", (double)c->cited);
	tree_put_number(&map, "author", (double)c->said);
	tree_put_number(&map, "unbound", (double)c->unbound);
	return tree_map(&map);
}

/* ---- conflicts ---- */

static struct value said_map(struct arena *arena, const struct measurement *m)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "value", m->value.number);
	tree_put(&map, "written", report_text(arena, m->value.text));
	tree_put(&map, "source", id_of(arena, m->source));
	tree_put(&map, "measured", tree_text(measured_word(m->measured)));
	return tree_map(&map);
}

static struct value conflict_list(struct arena *arena, const struct press_job *job)
{
	struct tree list = tree_new(arena);
	struct selections selections = selections_of(arena, job->dataset, NULL);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		struct tree map = tree_new(arena), others = tree_new(arena);
		if (!s->n_rivals)
			continue;
		for (size_t k = 0; k < s->n_rivals; k++)
			tree_put(&others, NULL, said_map(arena, s->rivals[k]));
		tree_put(&map, "model", tree_text(variant_ref(arena, s->variant)));
		tree_put(&map, "benchmark", report_text(arena, s->benchmark->id));
		tree_put(&map, "chosen", s->chosen ? said_map(arena, s->chosen) : report_text(arena, NULL));
		tree_put(&map, "others", tree_list(&others));
		tree_put(&map, "reason", tree_text(selection_reason_words(s->reason)));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value dispute_list(struct arena *arena, const struct dataset *d)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < d->n_disputes; i++) {
		struct tree map = tree_new(arena), claims = tree_new(arena);
		for (size_t k = 0; k < d->disputes[i]->n_claims; k++)
			tree_put(&claims, NULL, report_text(arena, d->disputes[i]->claims[k]->id));
		tree_put(&map, "id", report_text(arena, d->disputes[i]->id));
		tree_put(&map, "about", report_text(arena, d->disputes[i]->about));
		tree_put(&map, "claims", tree_list(&claims));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- what changed ---- */

static struct value changes_value(struct arena *arena, const struct changes *changes)
{
	struct tree map = tree_new(arena);
	if (!changes)
		return report_text(arena, NULL);
	report_put_changes(arena, &map, changes);
	return tree_map(&map);
}

/* ---- the whole ---- */

static struct value briefing_map(struct arena *arena, const struct press_job *job)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "file", report_text(arena, job->path));
	tree_put(&map, "title", report_text(arena, job->briefing->title));
	tree_put(&map, "look", report_text(arena, job->look->look->name));
	tree_put(&map, "language", report_text(arena, job->front->language->code));
	tree_put_number(&map, "pages", (double)job->pages.count);
	return tree_map(&map);
}

char *report_briefing(struct arena *arena, const struct press_result *result, const char *const *paths,
                      const char *version)
{
	const struct press_job *job = result->job;
	struct tree root = tree_new(arena), files = tree_new(arena);
	for (size_t i = 0; i < result->n_files; i++)
		tree_put(&files, NULL, report_text(arena, paths[i]));
	tree_put(&root, "benchbrief", report_text(arena, version));
	tree_put(&root, "briefing", briefing_map(arena, job));
	tree_put(&root, "files", tree_list(&files));
	tree_put(&root, "inputs", report_inputs(arena, result->inputs));
	tree_put(&root, "charts", chart_list(arena, job, paths));
	tree_put(&root, "coverage", coverage_map(arena, &job->briefing->coverage));
	tree_put(&root, "expressions", expression_list(arena, job->briefing));
	tree_put(&root, "claims", report_claims(arena, job));
	tree_put(&root, "published", report_published(arena, job));
	tree_put(&root, "conflicts", conflict_list(arena, job));
	tree_put(&root, "disputes", dispute_list(arena, job->dataset));
	tree_put(&root, "changes", changes_value(arena, job->changes));
	tree_put(&root, "diagnostics", report_diagnostics(arena, result->diags));
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}
