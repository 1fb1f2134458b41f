/* benchbrief names DATA…: names that may stand for one model, as an aliases file to be edited. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/load.h"
#include "data/measurement.h"
#include "data/twins.h"
#include "words/about.h"
#include "words/direction.h"

#include <stdio.h>

struct listing {
	struct arena *arena;
	const struct dataset *dataset;
	const struct names *spellings;
	size_t *first; /* of each model's measurements, in the order of: */
	size_t *order; /* ends where those of the next begin */
	struct strbuf out;
};

/* ---- what would be joined ---- */

static void sort_measurements(struct listing *l)
{
	const struct dataset *d = l->dataset;
	l->first = arena_alloc(l->arena, d->n_models + 2, sizeof *l->first);
	l->order = arena_alloc(l->arena, d->n_measurements + 1, sizeof *l->order);
	size_t *next = arena_alloc(l->arena, d->n_models + 2, sizeof *next);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i))
			l->first[measurement_variant(d, i)->model->index + 1]++;
	for (size_t i = 0; i < d->n_models; i++)
		next[i + 1] = l->first[i + 1] += l->first[i];
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i))
			l->order[next[measurement_variant(d, i)->model->index]++] = i;
}

static void tell_value(struct listing *l, size_t i)
{
	const struct measurement *m = measurement_at(l->arena, l->dataset, i);
	strbuf_addf(&l->out, " %s %s", m->benchmark->brief, m->value.text ? m->value.text : "without a value");
	if (m->source)
		strbuf_addf(&l->out, " (%s)", m->source->id);
}

static bool has_benchmark(const struct listing *l, const struct model *model, const struct benchmark *benchmark)
{
	for (size_t i = l->first[model->index]; i < l->first[model->index + 1]; i++)
		if (measurement_benchmark(l->dataset, l->order[i]) == benchmark)
			return true;
	return false;
}

/* The first benchmark on which both have values: joined, they may contradict each other. */
static const char *shared_benchmark(const struct listing *l, const struct model *one, const struct model *other)
{
	enum { MANY = 200 }; /* more are not looked through */
	for (size_t i = l->first[one->index], n = 0; i < l->first[one->index + 1] && n < MANY; i++, n++)
		if (has_benchmark(l, other, measurement_benchmark(l->dataset, l->order[i])))
			return measurement_benchmark(l->dataset, l->order[i])->brief;
	return NULL;
}

static void tell_model(struct listing *l, const struct model *model, const struct model *with)
{
	enum { SOME = 3 };
	size_t first = l->first[model->index], n = l->first[model->index + 1] - first;
	strbuf_addf(&l->out, "  # %zu %s", n, n == 1 ? "measurement" : "measurements");
	for (size_t i = 0; i < n && i < SOME; i++) {
		strbuf_add(&l->out, i ? "," : ":");
		tell_value(l, l->order[first + i]);
	}
	if (n > SOME)
		strbuf_addf(&l->out, ", and %zu more", n - SOME);
	const char *shared = with ? shared_benchmark(l, model, with) : NULL;
	if (shared)
		strbuf_addf(&l->out, "; both are on %s", shared);
	strbuf_add(&l->out, "\n");
}

/* ---- the file ---- */

/* In quotes, so that no name is anything but text. */
static void put_name(struct listing *l, const char *name)
{
	strbuf_add(&l->out, "\"");
	for (const char *p = name; *p; p++)
		strbuf_addf(&l->out, *p == '"' || *p == '\\' ? "\\%c" : "%c", *p);
	strbuf_add(&l->out, "\"");
}

static bool is_spelling(const struct listing *l, const char *name)
{
	for (size_t i = 0; i < l->spellings->count; i++)
		if (l->spellings->items[i] == name)
			return true;
	return false;
}

static void put_spellings(struct listing *l, const struct model *model)
{
	const struct names aliases = model->own->more->aliases;
	for (size_t i = 0; i < aliases.count; i++) {
		if (!is_spelling(l, aliases.items[i]))
			continue;
		strbuf_add(&l->out, "    - ");
		put_name(l, aliases.items[i]);
		strbuf_addf(&l->out, "  # in the same data as \"%s\"\n", model->name);
	}
}

static void put_group(struct listing *l, const struct twin_group *g)
{
	const char *margin = twin_is_probable(g->step) ? "" : "# ";
	strbuf_addf(&l->out, "%s  ", margin);
	put_name(l, g->models[0]->name);
	strbuf_add(&l->out, ":");
	tell_model(l, g->models[0], NULL);
	if (twin_is_probable(g->step))
		put_spellings(l, g->models[0]);
	for (size_t i = 1; i < g->n; i++) {
		strbuf_addf(&l->out, "%s    - ", margin);
		put_name(l, g->models[i]->name);
		tell_model(l, g->models[i], g->models[0]);
		if (twin_is_probable(g->step))
			put_spellings(l, g->models[i]);
	}
}

static const char *heading(enum twin_step step)
{
	switch (step) {
	case TWIN_SPELLING:
		return "the same but for case and punctuation";
	case TWIN_MAKER:
		return "the same but for the maker in front";
	case TWIN_ORDER:
		return "the same words in another order";
	case TWIN_DATE:
		return "the same but for a date: mostly another version of the model";
	case TWIN_EFFORT:
		return "the same but for the effort: mostly the same model at work in another way";
	}
	return "";
}

/* Models of no group whose names are spelled in two ways. False if there are none. */
static bool put_lone_spellings(struct listing *l, const struct twins *twins)
{
	bool *grouped = arena_alloc(l->arena, l->dataset->n_models + 1, sizeof *grouped), any = false;
	for (size_t g = 0; g < twins->count; g++)
		for (size_t i = 0; i < twins->groups[g].n && twin_is_probable(twins->groups[g].step); i++)
			grouped[twins->groups[g].models[i]->index] = true;
	for (size_t i = 0; i < l->dataset->n_models && l->spellings->count; i++) {
		const struct model *m = dataset_model_at(l->dataset, i);
		bool spelled = false;
		for (size_t k = 0; k < m->own->more->aliases.count; k++)
			spelled |= is_spelling(l, m->own->more->aliases.items[k]);
		if (!spelled || grouped[i])
			continue;
		if (!any)
			strbuf_addf(&l->out, "  # %s\n", heading(TWIN_SPELLING));
		any = true;
		strbuf_add(&l->out, "  ");
		put_name(l, m->name);
		strbuf_add(&l->out, ":");
		tell_model(l, m, NULL);
		put_spellings(l, m);
	}
	return any;
}

static char *listing_of(struct listing *l, const struct twins *twins)
{
	l->out = strbuf_new(l->arena);
	strbuf_add(&l->out,
	           "# Names that may stand for one model, the most certain first. Keep what is right, remove the\n"
	           "# rest or leave it behind \"#\", and give this file beside the data.\n");
	strbuf_add(&l->out, "aliases:\n");
	bool told = put_lone_spellings(l, twins);
	for (size_t i = 0; i < twins->count; i++) {
		const struct twin_group *g = &twins->groups[i];
		bool first = !i || twins->groups[i - 1].step != g->step;
		if (first && !(g->step == TWIN_SPELLING && told))
			strbuf_addf(&l->out, "  # %s\n", heading(g->step));
		put_group(l, g);
	}
	return l->out.s;
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	enum { OPT_FROM, OPT_MAP, OPT_UNIT, OPT_SQL, OPT_ALLOW_SQL, OPTIONS };
	struct option options[OPTIONS] = { [OPT_FROM] = { .name = "--from" },
		                           [OPT_MAP] = { .name = "--map", .many = true },
		                           [OPT_UNIT] = { .name = "--unit" },
		                           [OPT_SQL] = { .name = "--sql" },
		                           [OPT_ALLOW_SQL] = { .name = "--allow-sql", .flag = true } };
	const char **paths;
	size_t n_paths;
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	const struct command_feeds how = { .map = &options[OPT_MAP],
		                           .unit = &options[OPT_UNIT],
		                           .sql = &options[OPT_SQL],
		                           .from = &options[OPT_FROM],
		                           .allow_sql = &options[OPT_ALLOW_SQL] };
	const char *from = command_from(&how);
	const struct feed *feeds =
		command_format(env, from) ? command_feeds(env, "names", &how, paths, &n_paths) : NULL;
	if (!feeds)
		return EXIT_USAGE;
	inputs_read_as(env->inputs, from);
	struct names spellings = { 0 };
	const struct direction_rules rules = { .against = words_against,
		                               .has_noun = words_has_noun,
		                               .spellings = &spellings };
	const struct dataset *d = dataset_load(env->arena, env->inputs, INPUT_DATA, feeds, n_paths, &rules, env->diags);
	if (!d)
		return EXIT_DONE; /* the diagnostics tell */
	struct listing l = { .arena = env->arena, .dataset = d, .spellings = &spellings };
	sort_measurements(&l);
	const struct twins twins = twins_of(env->arena, d, NULL, TWIN_EFFORT);
	fputs(listing_of(&l, &twins), stdout);
	return EXIT_DONE;
}

const struct command command_names = {
	.name = "names",
	.summary = "propose which names stand for one model, as a file to be edited",
	.help = "usage: benchbrief names DATA… [options]\n\n"
		"DATA are what benchbrief data takes. Prints a file with aliases, the most certain first, each with "
		"the\n"
		"measurements that it would join; nothing is joined until the file, or its aliases in a dataset, is "
		"given\n"
		"beside the data:\n\n"
		"  benchbrief names results.csv > aliases.yaml\n"
		"  benchbrief chart leaderboard results.csv aliases.yaml\n\n"
		"What differs in more than spelling and the maker in front stands behind # until somebody "
	        "decides.\n\n" COMMAND_FEED_HELP,
	.run = run,
};
