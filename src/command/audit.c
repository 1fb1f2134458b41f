/* benchbrief audit TABLE: a published chart, measured by hand, against its own numbers and against data. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/tree.h"
#include "facts/audit.h"
#include "facts/part.h"
#include "read/emit.h"
#include "read/read.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { OPT_DATA, OPT_FORMAT, OPT_FEED, OPT_PART = OPT_FEED + FEED_OPTIONS, OPTIONS = OPT_PART + PART_OPTIONS };

static const double percent = 100;

/* ---- for people ---- */

static char *sentence(struct arena *arena, const struct audit_finding *f)
{
	switch (f->kind) {
	case AUDIT_CUT:
		return arena_printf(arena, "the bars start at about %.3g, not at 0", f->number);
	case AUDIT_LENGTH:
		if (f->none_due)
			return arena_printf(arena, "%s has a bar, and the value beside it has none", f->label);
		return arena_printf(arena, "the bar of %s is %.0f%% too %s for the value beside it", f->label,
		                    fabs(f->number - 1) * percent, f->number > 1 ? "long" : "short");
	case AUDIT_ORDER:
		return arena_printf(arena, "the bar of %s is longer than that of %s, and its value is %s", f->label,
		                    f->other, f->below ? "nearer to 0" : "smaller");
	case AUDIT_PRINTED:
		return arena_printf(arena, "%s prints %s, and the data say %s", f->label, f->printed, f->known);
	case AUDIT_ELSEWHERE:
		return arena_printf(arena, "%s prints %s, as does %s, and the value that counts is %s", f->label,
		                    f->printed, f->source ? f->source : "another source", f->known);
	}
	return NULL;
}

static void print_chart(struct arena *arena, const struct audit_chart *c, bool with_data)
{
	printf("%s: %zu %s", c->benchmark ? c->benchmark : "the chart", c->n_bars, c->n_bars == 1 ? "bar" : "bars");
	if (c->has_distortion)
		printf(", distortion %.2f (the lengths differ by %.0f%%, the values by %.0f%%)", c->distortion,
		       c->lengths * percent, c->values * percent);
	if (with_data)
		printf(", %zu printed %s looked up", c->n_looked_up, c->n_looked_up == 1 ? "value" : "values");
	printf("\n");
	for (size_t i = 0; i < c->n_findings; i++)
		printf("  line %d: %s\n", c->findings[i].place.line, sentence(arena, &c->findings[i]));
	if (!c->n_findings)
		printf(c->n_bars > 1 ? "  nothing to say against it\n"
		                     : "  one bar alone says nothing about its axis\n");
}

/* ---- for programs ---- */

static struct value text(const char *s)
{
	return s ? tree_text(s) : (struct value){ .kind = VALUE_MISSING, .text = "null" };
}

static struct value finding_map(struct arena *arena, const struct audit_finding *f)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "kind", tree_text(audit_kind_word(f->kind)));
	tree_put_number(&map, "line", f->place.line);
	tree_put(&map, "label", text(f->label));
	tree_put(&map, "other", text(f->other));
	if (f->kind == AUDIT_CUT || (f->kind == AUDIT_LENGTH && !f->none_due))
		tree_put_number(&map, f->kind == AUDIT_CUT ? "start" : "factor", f->number);
	tree_put(&map, "printed", text(f->printed));
	tree_put(&map, "known", text(f->known));
	tree_put(&map, "message", tree_text(sentence(arena, f)));
	return tree_map(&map);
}

static void print_json(struct arena *arena, const struct audit *audit)
{
	struct tree root = tree_new(arena), charts = tree_new(arena);
	for (size_t i = 0; i < audit->n_charts; i++) {
		const struct audit_chart *c = &audit->charts[i];
		struct tree map = tree_new(arena), findings = tree_new(arena);
		for (size_t k = 0; k < c->n_findings; k++)
			tree_put(&findings, NULL, finding_map(arena, &c->findings[k]));
		tree_put(&map, "benchmark", text(c->benchmark));
		tree_put_number(&map, "bars", (double)c->n_bars);
		tree_put(&map, "distortion", c->has_distortion ? tree_number(arena, c->distortion) : text(NULL));
		tree_put_number(&map, "looked_up", (double)c->n_looked_up);
		tree_put(&map, "findings", tree_list(&findings));
		tree_put(&charts, NULL, tree_map(&map));
	}
	tree_put(&root, "charts", tree_list(&charts));
	struct value value = tree_map(&root);
	fputs(emit_json(arena, &value), stdout);
}

/* ---- the command ---- */

static void judge(struct command_env *env, const struct audit *audit, const char *path)
{
	size_t faults = 0;
	for (size_t i = 0; i < audit->n_charts; i++)
		faults += audit->charts[i].n_findings;
	if (faults)
		diag_add(env->diags, DIAG_ERROR, place_file(path), NULL, "the published chart has %zu %s", faults,
		         faults == 1 ? "fault" : "faults");
}

/* The data that printed values are held against; *data stays NULL where none are given. False after errors. */
static bool load(struct command_env *env, const struct command_feeds *feeds, const struct part_asked *part,
                 const struct dataset **data)
{
	const struct dataset *whole =
		feeds->count ? command_load(env, feeds, 0, feeds->count, INPUT_DATA, part, COMMAND_LOAD_ALL) : NULL;
	*data = whole ? part_of(env->arena, whole, part, env->diags) : NULL;
	return !feeds->count || *data;
}

static bool take_data(struct command_env *env, const struct option *options, struct command_feeds *feeds,
                      struct part_asked *part)
{
	const struct option *data = &options[OPT_DATA];
	return command_part_idle(env, "audit", &options[OPT_PART], PART_ORDER, PART_ORDER,
	                         "bars are told of as the table lists them") &&
	       command_take_part(env, "audit", &options[OPT_PART], part) &&
	       command_take_feeds(env, "audit", &options[OPT_FEED], data->values, data->count, feeds) &&
	       (feeds->count || (command_feeds_idle(env, "audit", &options[OPT_FEED], FEED_BETTER) &&
	                         command_part_idle(env, "audit", &options[OPT_PART], PART_BENCHMARK, PART_TOP,
	                                           "it says which values are looked up in the data of --data, and "
	                                           "none are given")));
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_DATA] = { .name = "--data", .many = true }, [OPT_FORMAT] = { .name = "--format", .brief = "-f" }
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **paths;
	size_t n_paths;
	const struct dataset *dataset;
	struct command_feeds feeds;
	struct part_asked part;
	struct audit audit;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	const char *format = option_value(&options[OPT_FORMAT], "text");
	bool json = str_eq(format, "json");
	if (!json && !str_eq(format, "text"))
		return command_usage(env, "audit", "--format must be text or json, not %s", format);
	if (n_paths != 1)
		return command_usage(env, "audit", n_paths ? "audit takes one table at a time" : "no table given");
	if (!take_data(env, options, &feeds, &part))
		return EXIT_USAGE;
	const struct value *table = read_file(env->arena, env->inputs, INPUT_DATA, paths[0], env->diags);
	bool loaded = load(env, &feeds, &part, &dataset);
	if (!table || !loaded || !audit_make(env->arena, table, dataset, &audit, env->diags))
		return EXIT_DONE; /* the diagnostics tell */
	bool with_data = dataset != NULL;
	if (json)
		print_json(env->arena, &audit);
	for (size_t i = 0; i < audit.n_charts && !json; i++)
		print_chart(env->arena, &audit.charts[i], with_data);
	judge(env, &audit, paths[0]);
	return EXIT_DONE;
}

const struct command command_audit = {
	.name = "audit",
	.summary = "a published chart, measured by hand, against its own numbers and against data",
	.help = "usage: benchbrief audit TABLE [--data DATA]… [--format text|json]\n\n"
		"TABLE has one row per bar of a chart that somebody published, with the columns label, length (a "
		"number, "
		"in one\n"
		"unit, from where the bar starts), printed (the value beside it) and benchmark, in any order; bars of "
		"one benchmark\n"
		"are one chart. Found are an axis that does not start at 0, bars out of order, bars too long or too "
		"short for "
		"their\n"
		"values, and Tufte's factor of distortion: by how much the lengths differ, to by how much the values "
		"do. "
		"What\n"
		"the last digit of a length or 2% of it explains is not a fault.\n\n"
		"      --data DATA    hold the printed values against these data: labels are models, benchmarks as "
		"everywhere\n"
		"  -f, --format F     text, or json: {\"charts\": [{\"benchmark\", \"bars\", \"distortion\", "
		"\"looked_up\",\n"
		"                     \"findings\": [{\"kind\": \"cut|length|order|printed|elsewhere\", \"line\", "
		"\"label\",\n"
		"                     \"other\", \"start\" or \"factor\", \"printed\", \"known\", \"message\"}]}]}\n\n"
		"Of the data only what is asked for is looked up; the lengths of all bars are "
		"judged:\n\n" COMMAND_PART_HELP "\nHow the data are read:\n\n" COMMAND_FEED_HELP
		"\nThe exit status is 1 if anything was found.\n",
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
