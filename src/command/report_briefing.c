/* The report of a briefing: every file, value, claim, conflict and finding, for machines. */
#include "command/report.h"
#include "command/work.h"

#include "base/arena.h"
#include "chart/kind.h"
#include "data/selection.h"
#include "read/emit.h"

#include <string.h>

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

/* One drawing of a chart: on a page of the PDF, or as a picture of its own. */
static struct value chart_map(struct arena *arena, const struct block *block, const char *file,
                              const struct chart_pages *pages)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "figure", block->chart.number);
	tree_put(&map, "id", report_text(arena, block->chart.id));
	tree_put(&map, "kind", report_text(arena, block->chart.request->kind->name));
	put_place(&map, block->place);
	tree_put(&map, "file", report_text(arena, file));
	report_put_chart(arena, &map, pages);
	return tree_map(&map);
}

static struct value chart_list(const struct work *w, const char *const *files)
{
	struct arena *a = w->env->arena;
	struct tree list = tree_new(a);
	const char *const *pictures = files + (w->pages.count > 0);
	for (size_t i = 0; i < w->briefing->n_charts; i++) {
		const struct block *block = w->briefing->charts[i];
		if (w->figures[i].count)
			tree_put(&list, NULL, chart_map(a, block, files[0], &w->figures[i]));
		for (size_t k = 0; k < w->n_pictures; k++)
			if (w->pictures[k].block == block)
				tree_put(&list, NULL, chart_map(a, block, pictures[k], &w->pictures[k].pages));
	}
	return tree_list(&list);
}

/* ---- what prose rests on ---- */

static struct value use_map(struct arena *arena, const struct fact_use *use)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "model", tree_text(variant_ref(arena, use->variant)));
	tree_put(&map, "benchmark", report_text(arena, use->benchmark->id));
	tree_put_number(&map, "value", use->chosen->value.number);
	tree_put(&map, "printed", report_text(arena, use->printed));
	tree_put(&map, "source", id_of(arena, use->chosen->source));
	tree_put(&map, "measured", tree_text(measured_word(use->chosen->measured)));
	return tree_map(&map);
}

static void put_uses(struct arena *arena, struct tree *map, const struct fact *fact)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < fact->n_uses; i++)
		tree_put(&list, NULL, use_map(arena, &fact->uses[i]));
	tree_put(map, "uses", tree_list(&list));
}

static struct value expression_list(struct arena *arena, const struct briefing *b)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_values; i++) {
		struct tree map = tree_new(arena);
		put_place(&map, b->values[i].place);
		tree_put(&map, "expression", report_text(arena, b->values[i].expression));
		tree_put(&map, "printed", report_text(arena, b->values[i].printed));
		put_uses(arena, &map, &b->values[i].fact);
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static struct value claim_list(struct arena *arena, const struct briefing *b)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_claims; i++) {
		struct tree map = tree_new(arena);
		put_place(&map, b->claims[i].place);
		tree_put(&map, "text", report_text(arena, b->claims[i].text));
		tree_put(&map, "expression", report_text(arena, b->claims[i].expression));
		tree_put(&map, "holds", tree_bool(b->claims[i].holds));
		put_uses(arena, &map, &b->claims[i].fact);
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- what others claimed ---- */

static struct value verdict_map(struct arena *arena, const struct verdict *v)
{
	static const char *const words[] = { "holds", "fails", "untestable" };
	struct tree map = tree_new(arena);
	tree_put(&map, "id", report_text(arena, v->claim->id));
	tree_put(&map, "text", report_text(arena, v->claim->text));
	tree_put(&map, "source", id_of(arena, v->claim->source));
	tree_put(&map, "test", report_text(arena, v->claim->test));
	tree_put(&map, "verdict", tree_text(words[v->kind]));
	tree_put(&map, "figure", report_text(arena, *v->computed ? v->computed : NULL));
	tree_put(&map, "why", report_text(arena, v->why));
	tree_put(&map, "on_claims", tree_bool(v->on_claims));
	put_uses(arena, &map, &v->fact);
	return tree_map(&map);
}

/* Where no block of the briefing asked for them they are asked for here; a test with a fault is untestable then, and
 * check names the fault. */
static struct value published_list(const struct work *w)
{
	struct arena *a = w->env->arena;
	struct tree list = tree_new(a);
	const struct verdict *verdicts = w->briefing->verdicts;
	if (!verdicts)
		verdicts = verdicts_of(a, facts_open(a, w->dataset, w->front->language), w->dataset, diags_new(a));
	for (size_t i = 0; i < w->dataset->n_claims; i++)
		tree_put(&list, NULL, verdict_map(a, &verdicts[i]));
	return tree_list(&list);
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

static struct value conflict_list(const struct work *w)
{
	struct arena *a = w->env->arena;
	struct tree list = tree_new(a);
	struct selections selections = selections_of(a, w->dataset, NULL);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		struct tree map = tree_new(a), others = tree_new(a);
		if (!s->n_rivals)
			continue;
		for (size_t k = 0; k < s->n_rivals; k++)
			tree_put(&others, NULL, said_map(a, s->rivals[k]));
		tree_put(&map, "model", tree_text(variant_ref(a, s->variant)));
		tree_put(&map, "benchmark", report_text(a, s->benchmark->id));
		tree_put(&map, "chosen", s->chosen ? said_map(a, s->chosen) : report_text(a, NULL));
		tree_put(&map, "others", tree_list(&others));
		tree_put(&map, "reason", tree_text(selection_reason_words(s->reason)));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- the whole ---- */

static struct value briefing_map(const struct work *w)
{
	struct arena *a = w->env->arena;
	struct tree map = tree_new(a);
	tree_put(&map, "file", report_text(a, w->path));
	tree_put(&map, "title", report_text(a, w->briefing->title));
	tree_put(&map, "look", report_text(a, w->look->name));
	tree_put(&map, "language", report_text(a, w->front->language->code));
	tree_put_number(&map, "pages", (double)w->pages.count);
	return tree_map(&map);
}

bool report_briefing(const struct work *w, const char *const *files, size_t n_files, const char *path)
{
	struct arena *a = w->env->arena;
	struct tree root = tree_new(a), list = tree_new(a);
	for (size_t i = 0; i < n_files; i++)
		tree_put(&list, NULL, report_text(a, files[i]));
	tree_put(&root, "benchbrief", report_text(a, w->env->version));
	tree_put(&root, "briefing", briefing_map(w));
	tree_put(&root, "files", tree_list(&list));
	tree_put(&root, "charts", chart_list(w, files));
	tree_put(&root, "expressions", expression_list(a, w->briefing));
	tree_put(&root, "claims", claim_list(a, w->briefing));
	tree_put(&root, "published", published_list(w));
	tree_put(&root, "conflicts", conflict_list(w));
	tree_put(&root, "diagnostics", report_diagnostics(a, w->env->diags));
	struct value value = tree_map(&root);
	const char *json = emit_json(a, &value);
	return file_write(path, json, strlen(json), w->env->diags);
}
