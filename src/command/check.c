/* benchbrief check DATA… or BRIEFING.md: what is worth knowing before data or a briefing are shown. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/tree.h"
#include "press/press.h"
#include "press/report.h"
#include "press/turned.h"
#include "read/emit.h"
#include "words/language.h"

#include <stdio.h>
#include <string.h>

enum {
	OPT_JSON,
	OPT_FRAGILE,
	OPT_UNTRUSTED,
	OPT_DRAFT,
	OPT_LOOK,
	OPT_PAGE,
	OPT_LANG,
	OPT_DATA,
	OPT_BASELINE,
	OPT_AGAINST,
	OPT_FEED,
	OPT_PART = OPT_FEED + FEED_OPTIONS,
	OPTIONS = OPT_PART + PART_OPTIONS
};

/* ---- the summary as one line ---- */

static void add_count(struct strbuf *line, size_t count, const char *one, const char *many)
{
	strbuf_addf(line, "%s%zu %s", line->n ? ", " : "", count, count == 1 ? one : many);
}

/* "; 2 would turn": with another published value, or within the intervals. */
static const char *fragile_words(struct arena *arena, const struct press_counts *c)
{
	return c->claims_fragile ? arena_printf(arena, "; %zu would turn", c->claims_fragile) : "";
}

static void print_briefing(struct arena *arena, const struct press_counts *c)
{
	struct strbuf line = strbuf_new(arena);
	add_count(&line, c->pages, "page", "pages");
	add_count(&line, c->figures, "figure", "figures");
	add_count(&line, c->pictures, "picture", "pictures");
	add_count(&line, c->expressions, "expression", "expressions");
	size_t numbers = c->computed + c->cited + c->said + c->unbound;
	add_count(&line, numbers, "number", "numbers");
	if (numbers)
		strbuf_addf(&line, " (%zu computed, %zu cited, %zu the author's", c->computed, c->cited, c->said);
	if (c->unbound)
		strbuf_addf(&line, ", %zu not bound", c->unbound);
	if (numbers)
		strbuf_add(&line, ")");
	add_count(&line, c->claims, "claim", "claims");
	if (c->claims)
		strbuf_addf(&line, " (%zu %s, %zu %s not%s)", c->claims_hold, c->claims_hold == 1 ? "holds" : "hold",
		            c->claims_fail, c->claims_fail == 1 ? "does" : "do", fragile_words(arena, c));
	add_count(&line, c->conflicts, "conflict", "conflicts");
	printf("%s\n", line.s);
}

static void print_data(struct arena *arena, const struct press_counts *c)
{
	struct strbuf line = strbuf_new(arena);
	add_count(&line, c->sources, "source", "sources");
	add_count(&line, c->models, c->noun.one, c->noun.many);
	add_count(&line, c->benchmarks, "benchmark", "benchmarks");
	add_count(&line, c->measurements, "measurement", "measurements");
	add_count(&line, c->conflicts, "conflict", "conflicts");
	if (c->undecided)
		strbuf_addf(&line, " (%zu undecided)", c->undecided);
	if (c->disputes)
		add_count(&line, c->disputes, "dispute", "disputes");
	add_count(&line, c->ambiguous, "ambiguous cell", "ambiguous cells");
	add_count(&line, c->claims, "claim", "claims");
	if (c->claims)
		strbuf_addf(&line, " (%zu %s, %zu %s not, %s%zu cannot be tested%s)", c->claims_hold,
		            c->claims_hold == 1 ? "holds" : "hold", c->claims_fail, c->claims_fail == 1 ? "does" : "do",
		            c->claims_mixed ? arena_printf(arena, "%zu in part, ", c->claims_mixed) : "",
		            c->claims_untestable, fragile_words(arena, c));
	printf("%s\n", line.s);
}

/* ---- the summary as JSON ---- */

static void put_count(struct tree *map, const char *key, size_t count)
{
	tree_put_number(map, key, (double)count);
}

static void put_briefing(struct tree *map, const struct press_counts *c)
{
	put_count(map, "pages", c->pages);
	put_count(map, "figures", c->figures);
	put_count(map, "pictures", c->pictures);
	put_count(map, "expressions", c->expressions);
	put_count(map, "computed", c->computed);
	put_count(map, "cited", c->cited);
	put_count(map, "author", c->said);
	put_count(map, "unbound", c->unbound);
	put_count(map, "claims", c->claims);
	put_count(map, "claims_hold", c->claims_hold);
	put_count(map, "claims_fail", c->claims_fail);
	put_count(map, "claims_fragile", c->claims_fragile);
	put_count(map, "conflicts", c->conflicts);
}

static void put_data(struct tree *map, const struct press_counts *c)
{
	put_count(map, "sources", c->sources);
	put_count(map, "organisations", c->organisations);
	put_count(map, "models", c->models);
	put_count(map, "benchmarks", c->benchmarks);
	put_count(map, "measurements", c->measurements);
	put_count(map, "conflicts", c->conflicts);
	put_count(map, "undecided", c->undecided);
	put_count(map, "disputes", c->disputes);
	put_count(map, "ambiguous", c->ambiguous);
	put_count(map, "claims", c->claims);
	put_count(map, "claims_hold", c->claims_hold);
	put_count(map, "claims_fail", c->claims_fail);
	put_count(map, "claims_mixed", c->claims_mixed);
	put_count(map, "claims_untestable", c->claims_untestable);
	put_count(map, "claims_fragile", c->claims_fragile);
}

/* The numbers of errors, warnings and notes end the summary; the diagnostics follow. */
static void print_json(const struct command_env *env, const struct press_result *result, struct tree *summary)
{
	struct tree root = tree_new(env->arena);
	const struct diags *diags = env->diags;
	put_count(summary, "errors", diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE));
	put_count(summary, "warnings", diags_count(diags, DIAG_WARNING));
	put_count(summary, "notes", diags_count(diags, DIAG_NOTE));
	tree_put(&root, "summary", tree_map(summary));
	report_put_claims(env->arena, &root, result);
	tree_put(&root, "diagnostics", report_diagnostics(env->arena, diags));
	struct value value = tree_map(&root);
	fputs(emit_json(env->arena, &value), stdout);
}

/* ---- against an earlier state ---- */

/* A claim that held with the old state and no longer does is an error; what else turns is noted. */
static void tell_turned(struct command_env *env, const struct turned *turned, const char *old)
{
	for (size_t i = 0; i < turned->n_claims; i++) {
		const struct turned_claim *c = &turned->claims[i];
		if (c->was == TURNED_HOLDS && c->is == TURNED_FAILS)
			diag_add(env->diags, DIAG_ERROR, c->place, "correct the sentence, or the data",
			         "\"%s\" held with %s and no longer does%s", c->text, old, c->margin);
		else
			diag_add(env->diags, DIAG_NOTE, c->place, NULL, "\"%s\" %s with %s and %s now", c->text,
			         turned_was(c->was), old, turned_is(c->is));
	}
	for (size_t i = 0; i < turned->n_values; i++) {
		const struct turned_value *v = &turned->values[i];
		if (v->was && v->is)
			diag_add(env->diags, DIAG_NOTE, v->place, NULL, "prints \"%s\" and printed \"%s\" with %s",
			         v->is, v->was, old);
	}
}

/* Why a state could not be read: of the new one the check itself tells the same. */
static struct diags *compare_briefing(struct command_env *env, const struct press_briefing *briefing, const char *old)
{
	struct turned turned;
	struct diags *own = diags_new(env->arena);
	if (turned_of(command_press(env), env->arena, briefing, feeds_of_paths(env->arena, &old, 1), 1, NULL, &turned,
	              own))
		tell_turned(env, &turned, old);
	return own;
}

static struct diags *compare_data(struct command_env *env, const struct press_check *data, const char *old)
{
	struct turned turned;
	struct diags *own = diags_new(env->arena);
	if (turned_of_data(command_press(env), env->arena, data, feeds_of_paths(env->arena, &old, 1), 1,
	                   &language_english, &turned, own))
		tell_turned(env, &turned, old);
	return own;
}

static bool is_said(const struct diags *diags, const struct diag *of)
{
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(diags, i)); i++)
		if (d->severity == of->severity && d->place.line == of->place.line &&
		    d->place.column == of->place.column && str_eq(d->place.file, of->place.file) &&
		    str_eq(d->message, of->message))
			return true;
	return false;
}

static void say_rest(struct command_env *env, const struct diags *more)
{
	const struct diag *d;
	for (size_t i = 0; more && (d = diags_at(more, i)); i++)
		if (!is_said(env->diags, d))
			diag_repeat(env->diags, d, d->place);
}

/* ---- the command ---- */

/* more: of a comparison that could not be made; or NULL. */
static void tell(struct command_env *env, const struct press_result *result, const struct diags *more, bool briefing,
                 bool json)
{
	struct tree summary = tree_new(env->arena);
	command_take(env, result, NULL);
	say_rest(env, more);
	if (json && result->counted)
		(briefing ? put_briefing : put_data)(&summary, &result->counts);
	if (json)
		print_json(env, result, &summary);
	else if (result->counted)
		(briefing ? print_briefing : print_data)(env->arena, &result->counts);
}

/* Data alone. */
static enum exit_status check_data(struct command_env *env, const struct option *options, const char **paths, size_t n)
{
	struct command_feeds feeds;
	struct press_check data = { .fragile = options[OPT_FRAGILE].count > 0 };
	for (int i = OPT_DRAFT; i < OPT_AGAINST; i++)
		if (options[i].count)
			return command_usage(env, "check", "%s is for a briefing: FILE.md", options[i].name);
	if (!command_part_idle(env, "check", &options[OPT_PART], PART_ORDER, PART_ORDER,
	                       "findings stand in the order of the files") ||
	    !command_take_part(env, "check", &options[OPT_PART], &data.part) ||
	    !command_take_feeds(env, "check", &options[OPT_FEED], paths, n, &feeds))
		return EXIT_USAGE;
	if (!feeds.count)
		return command_usage(env, "check", "no data and no briefing given");
	data.data = feeds.items;
	data.n_data = feeds.count;
	data.from = feeds.format;
	data.better = feeds.better;
	if (options[OPT_UNTRUSTED].count)
		command_untrust(env, paths, n, NULL, 0);
	const char *old = option_value(&options[OPT_AGAINST], NULL);
	const struct diags *more = old ? compare_data(env, &data, old) : NULL;
	tell(env, press_check_data(command_press(env), &data), more, false, options[OPT_JSON].count > 0);
	return EXIT_DONE;
}

static enum exit_status check_briefing(struct command_env *env, const struct option *options, const char *path)
{
	const struct command_briefing shared = { &options[OPT_LOOK], &options[OPT_PAGE],     &options[OPT_LANG],
		                                 &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT],
		                                 &options[OPT_FEED], &options[OPT_PART] };
	struct press_briefing briefing = {
		.path = path, .layout_only = true, .remarks = true, .fragile = options[OPT_FRAGILE].count > 0
	};
	if (!command_take_briefing(env, "check", &shared, &briefing))
		return EXIT_USAGE;
	const char *old = option_value(&options[OPT_AGAINST], NULL);
	briefing.draft |= old != NULL;
	if (options[OPT_UNTRUSTED].count) {
		size_t n;
		const char *const *named = command_named(env, &briefing, &n);
		command_untrust(env, named, n, NULL, 0);
	}
	const struct diags *more = old ? compare_briefing(env, &briefing, old) : NULL;
	tell(env, press_make_briefing(command_press(env), &briefing), more, true, options[OPT_JSON].count > 0);
	return EXIT_DONE;
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_JSON] = { .name = "--json", .flag = true },
		[OPT_FRAGILE] = { .name = "--fragile", .flag = true },
		[OPT_UNTRUSTED] = { .name = "--untrusted", .flag = true },
		[OPT_DRAFT] = { .name = "--draft", .flag = true },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_PAGE] = { .name = "--page" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_DATA] = { .name = "--data", .many = true },
		[OPT_BASELINE] = { .name = "--baseline" },
		[OPT_AGAINST] = { .name = "--against" },
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **paths;
	size_t n_paths, n_briefings = 0;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	for (size_t i = 0; i < n_paths; i++)
		n_briefings += str_ends(paths[i], ".md");
	if (n_briefings && n_paths > 1)
		return command_usage(env, "check",
		                     "check takes one briefing at a time, without data: it names its own");
	return n_briefings ? check_briefing(env, options, paths[0]) : check_data(env, options, paths, n_paths);
}

static void print_shared(struct arena *arena, FILE *out)
{
	(void)arena;
	fputs("\nOf DATA, of a briefing's own data, or of what --data names instead of them:\n\n" COMMAND_PART_HELP
	      "      --order O      value (default), data, name or released: how charts of a briefing that name none\n"
	      "                     order models\n" COMMAND_ORDER_HELP "\n"
	      "Of DATA, or of --data:\n\n" COMMAND_FEED_HELP,
	      out);
}

const struct command command_check = {
	.name = "check",
	.summary = "what is worth knowing before data or a briefing are shown: conflicts, gaps, faults",
	.help = "usage: benchbrief check DATA… [--against OLD] [--fragile] [--json] [--untrusted]\n"
		"       benchbrief check BRIEFING.md [--look L] [--page P] [--lang L] [--data DATA]… [--baseline "
		"DATA]\n"
		"                        [--against OLD] [--draft] [--fragile] [--json] [--untrusted]\n"
		"Both take a selection ([-b BENCHMARK]… [-m MODEL]… [--maker NAME]… [--where CONDITION]… [--top N]) "
		"and "
		"say how\n"
		"data are read ([--map ROLE=HEAD,…] [--unit U] [--better D] [--sql QUERY --from SOURCE]).\n\n"
		"Every finding goes to standard error with its file and line, a summary to standard output. Warnings "
		"(a\n"
		"conflict that a rule decides, an ambiguous value, a claim that does not hold, something unused) leave "
		"the\n"
		"exit status 0; errors (a fault of the files, an undecided conflict) make it 1. What the "
		"rules of\n"
		"charts and pages would warn of (more digits than the interval bears, no date, a page that is a third\n"
		"empty) is noted.\n\n"
		"Of a briefing all is done that render does but drawing: expressions are answered, claims held against "
		"the\n"
		"data, pages and charts laid out and proved. A claim of the author that does not hold is an error, "
		"and\n"
		"so is a number in the text that nothing binds. A folder means the data in it.\n\n"
		"A selection narrows the data before anything is checked: ranks are counted, and what a briefing says "
		"is\n"
		"judged, among what it keeps; a note says so. Claims of sources are judged by all data, and of data "
		"alone "
		"those\n"
		"are told that rest on a value of the selection.\n\n"
		"  --against OLD  what new data turn: a claim, of the briefing or of a source, that held with OLD (a "
		"file or\n"
		"             folder) and no longer does is an error; one that fails in either state is a warning; "
		"numbers of\n"
		"             the text that print something else are noted\n"
		"  --draft    a claim that does not hold is a warning\n"
		"  --look L, --page P, --lang L, --data DATA, --baseline DATA   of a briefing, as render takes them\n"
		"  --fragile  a note for each claim that would turn if one value were another: one that another source "
		"gives,\n"
		"             or an end of its interval; of data those that sources make, of a briefing its author's\n"
		"  --untrusted  for services: read only below the folders of what is named, take at most a minute and "
		"what\n"
		"               SECURITY.md says\n"
		"  --json   all of it on standard output:\n"
		"           {\"summary\": {\"sources\": N, \"organisations\": N, \"models\": N, \"benchmarks\": N,\n"
		"                        \"measurements\": N, \"conflicts\": N, \"undecided\": N, \"ambiguous\": N,\n"
		"                        \"claims\": N, \"claims_hold\": N, \"claims_fail\": N,\n"
		"                        \"claims_mixed\": N, \"claims_untestable\": N, \"claims_fragile\": N, "
		"\"errors\": N, \"warnings\": N, \"notes\": N},\n"
		"            \"published\": [the claims of the data, each with its verdict, margin and trials, as in\n"
		"                          render --report]; of a briefing \"claims\": [its author's],\n"
		"            \"diagnostics\": [{\"severity\": \"note|warning|error|failure\", \"file\": TEXT or null,\n"
		"                             \"line\": N, \"column\": N, \"message\": TEXT, \"hint\": TEXT or "
		"null}]}\n"
		"           of a briefing the summary is {\"pages\", \"figures\", \"pictures\", \"expressions\", "
		"\"computed\",\n"
		"           \"cited\", \"author\" and \"unbound\" (numbers in its text), \"claims\", \"claims_hold\",\n"
		"           \"claims_fail\", \"claims_fragile\", \"conflicts\", \"errors\", \"warnings\", \"notes\"}; "
		"line and\n"
		"           column are 0 where unknown; after errors the counts before \"errors\" are not there where "
		"the\n"
		"           files could not be read, and none are of a briefing. Up to 100 findings of one kind "
		"are\n"
		"           listed; the last of them has \"more\": N if there are more\n",
	.more_help = print_shared,
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
