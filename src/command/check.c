/* benchbrief check DATA…: what is worth knowing about data before they are shown. */
#include "command/check.h"
#include "command/report.h"
#include "command/work.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "chart/kind.h"
#include "data/load.h"
#include "data/measurement.h"
#include "data/review.h"
#include "data/tree.h"
#include "facts/verdict.h"
#include "read/emit.h"
#include "scene/proof.h"
#include "style/look.h"

#include <stdio.h>

enum { OPT_JSON, OPT_DRAFT, OPT_LOOK, OPT_PAGE, OPT_LANG, OPT_DATA, OPT_BASELINE, OPTIONS };

struct summary {
	size_t conflicts, open, ambiguous;
	size_t claims[VERDICT_UNTESTABLE + 1];
};

/* Holds every claim against the data and says which do not stand. */
static void judge_claims(struct command_env *env, const struct dataset *d, struct summary *summary)
{
	struct facts *facts = facts_open(env->arena, d, &language_english);
	const struct verdict *verdicts = verdicts_of(env->arena, facts, d, env->diags);
	for (size_t i = 0; i < d->n_claims; i++) {
		const struct verdict *v = &verdicts[i];
		summary->claims[v->kind]++;
		if (v->kind == VERDICT_FAILS)
			diag_add(env->diags, DIAG_WARNING, v->claim->place,
			         v->claim->note ? NULL : "write note: what the data say instead",
			         "\"%s\" does not hold%s%s", v->claim->text, *v->computed ? ": " : "", v->computed);
		else if (v->kind == VERDICT_UNTESTABLE && v->undecided && !v->claim->note)
			diag_add(env->diags, DIAG_NOTE, v->claim->place, "write note: why it cannot be tested",
			         "\"%s\" cannot be tested: %s", v->claim->text, v->why);
	}
}

static struct summary summary_of(struct command_env *env, const struct dataset *d)
{
	struct selections selections = selections_of(env->arena, d, NULL);
	struct summary summary = { 0 };
	judge_claims(env, d, &summary);
	for (size_t i = 0; i < selections.count; i++) {
		summary.conflicts += selections.items[i]->n_rivals > 0;
		summary.open += selections.items[i]->reason == SELECTED_OPEN;
	}
	for (size_t i = 0; i < d->n_measurements; i++)
		summary.ambiguous += measurement_status(d, i) == STATUS_AMBIGUOUS;
	return summary;
}

void check_add_count(struct strbuf *line, size_t count, const char *one, const char *many)
{
	strbuf_addf(line, "%s%zu %s", line->n ? ", " : "", count, count == 1 ? one : many);
}

static void print_summary(struct arena *arena, const struct dataset *d, struct summary summary)
{
	struct strbuf line = strbuf_new(arena);
	check_add_count(&line, d->n_sources, "source", "sources");
	check_add_count(&line, d->n_models, "model", "models");
	check_add_count(&line, d->n_benchmarks, "benchmark", "benchmarks");
	check_add_count(&line, d->n_measurements, "measurement", "measurements");
	check_add_count(&line, summary.conflicts, "conflict", "conflicts");
	if (summary.open)
		strbuf_addf(&line, " (%zu undecided)", summary.open);
	check_add_count(&line, summary.ambiguous, "ambiguous cell", "ambiguous cells");
	check_add_count(&line, d->n_claims, "claim", "claims");
	if (d->n_claims)
		strbuf_addf(&line, " (%zu %s, %zu %s not, %zu cannot be tested)", summary.claims[VERDICT_HOLDS],
		            summary.claims[VERDICT_HOLDS] == 1 ? "holds" : "hold", summary.claims[VERDICT_FAILS],
		            summary.claims[VERDICT_FAILS] == 1 ? "does" : "do", summary.claims[VERDICT_UNTESTABLE]);
	printf("%s\n", line.s);
}

void check_put_count(struct tree *map, const char *key, size_t count)
{
	tree_put_number(map, key, (double)count);
}

void check_print_json(const struct command_env *env, struct tree *summary)
{
	struct tree root = tree_new(env->arena);
	const struct diags *diags = env->diags;
	check_put_count(summary, "errors", diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE));
	check_put_count(summary, "warnings", diags_count(diags, DIAG_WARNING));
	check_put_count(summary, "notes", diags_count(diags, DIAG_NOTE));
	tree_put(&root, "summary", tree_map(summary));
	tree_put(&root, "diagnostics", report_diagnostics(env->arena, diags));
	struct value value = tree_map(&root);
	fputs(emit_json(env->arena, &value), stdout);
}

static void print_json(const struct command_env *env, const struct dataset *d, struct summary summary)
{
	struct tree map = tree_new(env->arena);
	if (d) {
		check_put_count(&map, "sources", d->n_sources);
		check_put_count(&map, "organisations", d->n_organisations);
		check_put_count(&map, "models", d->n_models);
		check_put_count(&map, "benchmarks", d->n_benchmarks);
		check_put_count(&map, "measurements", d->n_measurements);
		check_put_count(&map, "conflicts", summary.conflicts);
		check_put_count(&map, "undecided", summary.open);
		check_put_count(&map, "ambiguous", summary.ambiguous);
		check_put_count(&map, "claims", d->n_claims);
		check_put_count(&map, "claims_hold", summary.claims[VERDICT_HOLDS]);
		check_put_count(&map, "claims_fail", summary.claims[VERDICT_FAILS]);
		check_put_count(&map, "claims_untestable", summary.claims[VERDICT_UNTESTABLE]);
	}
	check_print_json(env, &map);
}

/* ---- what the rules would say of the charts ---- */

static bool has_values(const struct dataset *d, const struct benchmark *b)
{
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_benchmark(d, i) == b && measurement_variant(d, i) && measurement_has_value(d, i))
			return true;
	return false;
}

/* Findings that would not stop a chart, each said once; what would stop it, the chart says itself. */
void check_note_findings(struct command_env *env, struct place place, const struct scene *scene, struct map *said)
{
	struct proof proof = proof_check(env->arena, scene);
	for (size_t i = 0; i < proof.count; i++) {
		const struct proof_finding *f = &proof.findings[i];
		char *key = arena_printf(env->arena, "%s %s", f->rule, f->message);
		if (f->severity != PROOF_WARN || map_put(said, key, key) != key)
			continue;
		diag_add(env->diags, DIAG_NOTE, place, f->remedy, "rule %s: %s", f->rule, f->message);
	}
}

/* A leaderboard of each benchmark, or dots where zero means nothing, is laid out and held against the rules. */
static void prove_charts(struct command_env *env, const struct dataset *d)
{
	struct diags *silent = diags_new(env->arena);
	const struct look *look = look_load(env->arena, env->inputs, "editorial", env->looks, silent);
	struct fontset *fonts =
		look ? fontset_open(env->arena, look, env->font_roots, env->n_font_roots, silent) : NULL;
	struct map said = map_new(env->arena);
	if (!fonts) {
		diag_add(env->diags, DIAG_NOTE, place_file(NULL), "install the fonts of the look editorial",
		         "no chart was laid out: the fonts are not there");
		return;
	}
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		struct chart_request q = { .kind = chart_kind_find(b->zero ? "leaderboard" : "dots", place_file(NULL),
			                                           silent),
			                   .dataset = d,
			                   .look = look,
			                   .language = &language_english,
			                   .fonts = fonts,
			                   .benchmarks = &b,
			                   .n_benchmarks = 1,
			                   .medium = MEDIUM_SLIDE,
			                   .width = 960,
			                   .height = 540,
			                   .pixel = 0.5 };
		struct chart_pages pages = { 0 };
		if (has_values(d, b) && q.kind && chart_layout(env->arena, &q, &pages, silent))
			check_note_findings(env, b->place, pages.items[0], &said);
	}
}

static void check_data(struct command_env *env, const char *const *paths, size_t n_paths, bool json)
{
	const struct dataset *d = dataset_load(env->arena, env->inputs, INPUT_DATA, paths, n_paths, env->diags);
	struct summary summary = { 0 };
	if (d) {
		review_dataset(env->arena, d, env->diags);
		summary = summary_of(env, d);
	}
	if (d && diags_ok(env->diags))
		prove_charts(env, d);
	if (json)
		print_json(env, d, summary);
	else if (d)
		print_summary(env->arena, d, summary);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_JSON] = { .name = "--json", .flag = true },
		[OPT_DRAFT] = { .name = "--draft", .flag = true },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_PAGE] = { .name = "--page" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_DATA] = { .name = "--data", .many = true },
		[OPT_BASELINE] = { .name = "--baseline" },
	};
	struct work_options how = { .draft = false };
	const char **paths;
	size_t n_paths, n_briefings = 0;
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	if (!n_paths)
		return command_usage(env, "check", "no data and no briefing are given");
	for (size_t i = 0; i < n_paths; i++)
		n_briefings += str_ends(paths[i], ".md");
	if (n_briefings && n_paths > 1)
		return command_usage(env, "check", "one briefing at a time, and its data stand in it");
	for (int i = OPT_DRAFT; i < OPTIONS; i++)
		if (options[i].count && !n_briefings)
			return command_usage(env, "check", "%s is for a briefing: FILE.md", options[i].name);
	if (!work_take_options(env, "check",
	                       &(struct work_asked){ &options[OPT_LOOK], &options[OPT_PAGE], &options[OPT_LANG],
	                                             &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT] },
	                       &how))
		return EXIT_USAGE;
	how.path = paths[0];
	if (n_briefings)
		check_briefing(env, &how, options[OPT_JSON].count > 0);
	else
		check_data(env, paths, n_paths, options[OPT_JSON].count > 0);
	return EXIT_DONE;
}

const struct command command_check = {
	.name = "check",
	.summary = "what is worth knowing before data or a briefing are shown: conflicts, gaps, faults",
	.help = "usage: benchbrief check DATA… [--json]\n"
		"       benchbrief check BRIEFING.md [--look L] [--page P] [--lang L] [--data DATA]… [--baseline "
		"DATA]\n"
		"                        [--draft] [--json]\n\n"
		"Every finding goes to standard error with its file and line, a summary to standard output. Warnings "
		"(a\n"
		"conflict that a rule decides, an ambiguous value, a claim that does not hold, something unused) leave "
		"the\n"
		"exit status 0; errors (a fault of the files, a conflict that nothing decides) make it 1. What the "
		"rules of\n"
		"charts would warn of (more digits than the interval bears, no date) is noted.\n\n"
		"Of a briefing all is done that render does but drawing: expressions are answered, claims held against "
		"the\n"
		"data, pages and charts laid out and proved. A claim of the author that does not hold is an error. A "
		"folder\n"
		"means the data in it.\n\n"
		"  --draft  a claim that does not hold is a warning\n"
		"  --json   all of it on standard output:\n"
		"           {\"summary\": {\"sources\": N, \"organisations\": N, \"models\": N, \"benchmarks\": N,\n"
		"                        \"measurements\": N, \"conflicts\": N, \"undecided\": N, \"ambiguous\": N,\n"
		"                        \"claims\": N, \"claims_hold\": N, \"claims_fail\": N,\n"
		"                        \"claims_untestable\": N, \"errors\": N, \"warnings\": N, \"notes\": N},\n"
		"            \"diagnostics\": [{\"severity\": \"note|warning|error|failure\", \"file\": TEXT or null,\n"
		"                             \"line\": N, \"column\": N, \"message\": TEXT, \"hint\": TEXT or "
		"null}]}\n"
		"           of a briefing the summary is {\"pages\", \"figures\", \"pictures\", \"expressions\", "
		"\"claims\",\n"
		"           \"claims_hold\", \"claims_fail\", \"conflicts\", \"errors\", \"warnings\", \"notes\"}; "
		"line and\n"
		"           column are 0 where unknown; after errors the counts before \"errors\" are not there where "
		"the\n"
		"           files could not be read, and none are of a briefing. Up to 100 findings of one kind "
		"are\n"
		"           listed; the last of them has \"more\": N if there are more\n",
	.run = run,
};
