/* What reports have in common, and that of charts alone. */
#include "press/report.h"

#include "chart/kind.h"
#include "press/job.h"
#include "press/report_parts.h"
#include "read/emit.h"
#include "scene/evidence.h"
#include "scene/proof.h"

struct report {
	struct arena *arena;
	struct tree charts;
};

struct report *report_new(struct arena *arena)
{
	struct report *report = arena_alloc(arena, 1, sizeof *report);
	*report = (struct report){ arena, tree_new(arena) };
	return report;
}

struct value report_text(struct arena *arena, const char *s)
{
	return s ? tree_text(arena_strdup(arena, s)) : (struct value){ .kind = VALUE_MISSING, .text = "null" };
}

/* A scatter whose horizontal axis counts days. */
static bool is_over_days(const struct scene *scene)
{
	return scene->evidence->scatter && !scene->evidence->measures[1].unit;
}

static struct value value_map(struct arena *arena, const struct scene *scene, const struct scene_datum *d)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "row", report_text(arena, d->name));
	tree_put(&map, "column", report_text(arena, d->column));
	if (d->present)
		tree_put_number(&map, "value", d->value);
	else
		tree_put(&map, "value", report_text(arena, NULL));
	tree_put(&map, "unit",
	         report_text(arena,
	                     scene->evidence->n_measures ? scene->evidence->measures[d->measure].unit->name : NULL));
	if (scene->evidence->courses || is_over_days(scene))
		tree_put_text(&map, "date", date_iso(arena, date_of_day(d->day)));
	tree_put_number(&map, "rank", d->rank);
	tree_put(&map, "tied", tree_bool(d->tied));
	tree_put(&map, "claimed", tree_bool(d->claimed));
	return tree_map(&map);
}

/* A point of a scatter: its two values, or its value and its day. */
static void put_point(struct arena *arena, const struct scene *scene, const struct scene_item *dot, struct tree *values)
{
	for (int axis = 0; axis < (is_over_days(scene) ? 1 : 2); axis++) {
		struct scene_datum d = scene->evidence->data[dot->datum];
		d.day = (long)dot->value;
		d.measure = axis;
		d.column = scene->evidence->measures[axis].name;
		d.value = axis == 0 ? dot->value_y : dot->value;
		tree_put(values, NULL, value_map(arena, scene, &d));
	}
}

static struct value finding_map(struct arena *arena, const struct proof_finding *f, size_t page)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "rule", report_text(arena, f->rule));
	tree_put(&map, "severity", tree_text(f->severity == PROOF_BLOCK ? "block" : "warn"));
	tree_put_number(&map, "page", (double)page + 1);
	tree_put(&map, "message", report_text(arena, f->message));
	tree_put(&map, "remedy", report_text(arena, f->remedy));
	return tree_map(&map);
}

static void put_document(struct arena *arena, struct tree *map, const struct scene_document *document)
{
	tree_put(map, "title", report_text(arena, document->title));
	tree_put(map, "alt", report_text(arena, document->alt));
	tree_put(map, "source", report_text(arena, document->source));
	tree_put(map, "data", report_text(arena, document->data_hash));
}

void report_put_chart(struct arena *arena, struct tree *map, const struct chart_pages *pages)
{
	struct tree values = tree_new(arena), findings = tree_new(arena);
	struct proof_common *common = proof_common_new(arena);
	tree_put_number(map, "pages", (double)pages->count);
	for (size_t i = 0; i < pages->count; i++) {
		struct arena *own = arena_new_below(arena);
		const struct scene *scene = chart_page_open(pages, own, i);
		struct proof proof = proof_check_next(own, scene, common);
		if (i == 0)
			put_document(arena, map, &scene->document);
		for (size_t k = 0; k < scene->evidence->n_data && !scene->evidence->scatter; k++)
			tree_put(&values, NULL, value_map(arena, scene, &scene->evidence->data[k]));
		for (size_t k = 0; k < scene->n_items && scene->evidence->scatter; k++)
			if (scene->items[k].role == ROLE_DOT)
				put_point(arena, scene, &scene->items[k], &values);
		for (size_t k = 0; k < proof.count; k++)
			tree_put(&findings, NULL, finding_map(arena, &proof.findings[k], i));
		chart_page_close(pages);
		arena_free(own);
	}
	tree_put(map, "values", tree_list(&values));
	tree_put(map, "findings", tree_list(&findings));
}

/* ---- what was read ---- */

struct value report_inputs(struct arena *arena, const struct inputs *inputs)
{
	struct tree list = tree_new(arena);
	struct input *input;
	for (size_t i = 0; (input = inputs_at(inputs, i)); i++) {
		struct tree map = tree_new(arena);
		if (!input->read)
			continue;
		tree_put(&map, "file", report_text(arena, input->path));
		tree_put(&map, "role", tree_text(input_role_word(input->role)));
		tree_put_number(&map, "bytes", (double)input->bytes.size);
		tree_put(&map, "sha256", report_text(arena, input_sha256(input)));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- charts ---- */

void report_chart(struct report *report, const struct press_result *result, const char *file)
{
	struct tree map = tree_new(report->arena);
	tree_put(&map, "file", report_text(report->arena, file));
	tree_put(&map, "kind", report_text(report->arena, result->job->kind->name));
	report_put_chart(report->arena, &map, &result->job->chart);
	tree_put(&map, "inputs", report_inputs(report->arena, result->inputs));
	tree_put(&report->charts, NULL, tree_map(&map));
}

char *report_charts(const struct report *report, const char *version)
{
	struct tree root = tree_new(report->arena), charts = report->charts;
	tree_put(&root, "benchbrief", report_text(report->arena, version));
	tree_put(&root, "charts", tree_list(&charts));
	struct value value = tree_map(&root);
	return emit_json(report->arena, &value);
}

/* ---- diagnostics ---- */

static const char *severity_word(enum diag_severity severity)
{
	switch (severity) {
	case DIAG_NOTE:
		return "note";
	case DIAG_WARNING:
		return "warning";
	case DIAG_ERROR:
		return "error";
	case DIAG_FAILURE:
		return "failure";
	}
	return "";
}

/* more: of its kind, not listed */
static struct value diag_map(struct arena *arena, const struct diag *diag, size_t more)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "severity", tree_text(severity_word(diag->severity)));
	tree_put(&map, "file", report_text(arena, diag->place.file));
	tree_put_number(&map, "line", diag->place.line);
	tree_put_number(&map, "column", place_column_shown(diag->place));
	tree_put(&map, "message", report_text(arena, diag->message));
	tree_put(&map, "hint", report_text(arena, diag->hint));
	if (more)
		tree_put_number(&map, "more", (double)more);
	return tree_map(&map);
}

struct value report_diagnostics(struct arena *arena, const struct diags *diags)
{
	struct tree list = tree_new(arena);
	const struct diag *diag;
	for (size_t i = 0; (diag = diags_at(diags, i)); i++)
		tree_put(&list, NULL, diag_map(arena, diag, diags_more(diags, i)));
	return tree_list(&list);
}
