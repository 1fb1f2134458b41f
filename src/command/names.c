/* benchbrief names DATA…: names that may stand for one model, as an aliases file to be edited. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/narrow.h"
#include "data/twins.h"
#include "facts/part.h"

#include <stdio.h>

struct entry { /* a key of the file, and what would be joined under it */
	const struct model *key;
	bool active; /* else it stands behind "#" */
	enum twin_step step;
	const struct twin_group **groups; /* by their steps */
	size_t n_groups, room;
};

struct listing {
	struct arena *arena;
	const struct dataset *dataset;
	struct entry **entries,
		**of; /* in the order of the file; of: of each model, where it is a key or stands under one */
	size_t n_entries;
	const struct entry **put; /* under which each model was written last */
	size_t *first;            /* of each model's measurements, in the order of: */
	size_t *order;            /* ends where those of the next begin */
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
	if (with && l->of[model->index]->key == model)
		strbuf_add(&l->out, "; a key itself: move its names here too");
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

static const char *heading(enum twin_step step)
{
	switch (step) {
	case TWIN_SPELLING:
		return "the same but for case and punctuation";
	case TWIN_MAKER:
		return "the same but for the maker in front";
	case TWIN_NAMESAKE:
		return "the same but for the makers, which differ: mostly different ones";
	case TWIN_ORDER:
		return "the same words in another order";
	case TWIN_DATE:
		return "the same but for a date: mostly another version";
	case TWIN_EFFORT:
		return "the same but for the effort: mostly the same one at work in another way";
	}
	return "";
}

/* Where a group belongs: with an active key of its own, else with any; NULL: it begins a key. */
static struct entry *entry_with(const struct listing *l, const struct twin_group *g)
{
	struct entry *found = NULL;
	for (size_t i = 0; i < g->n; i++) {
		struct entry *entry = l->of[g->models[i]->index];
		if (entry && (!found || (entry->active && !found->active)))
			found = entry;
	}
	return found;
}

static void collect(struct listing *l, const struct twins *twins)
{
	l->entries = arena_alloc(l->arena, twins->count + 1, sizeof(struct entry *));
	l->of = arena_alloc(l->arena, l->dataset->n_models + 1, sizeof(struct entry *));
	l->put = arena_alloc(l->arena, l->dataset->n_models + 1, sizeof *l->put);
	for (size_t i = 0; i < twins->count; i++) {
		const struct twin_group *g = &twins->groups[i];
		struct entry *entry = entry_with(l, g);
		if (!entry) {
			entry = l->entries[l->n_entries++] = arena_alloc(l->arena, 1, sizeof *entry);
			entry->key = g->models[0];
			entry->active = twin_is_probable(g->step);
			entry->step = g->step;
		}
		entry->groups =
			arena_grow(l->arena, entry->groups, &entry->room, entry->n_groups, sizeof *entry->groups);
		entry->groups[entry->n_groups++] = g;
		for (size_t k = 0; k < g->n; k++)
			l->of[g->models[k]->index] = l->of[g->models[k]->index] ? l->of[g->models[k]->index] : entry;
	}
}

/* What a group adds to its key: what stands there already is not given twice. */
static void put_group(struct listing *l, const struct entry *entry, const struct twin_group *g)
{
	for (size_t i = 0; i < g->n; i++) {
		if (l->put[g->models[i]->index] == entry)
			continue;
		l->put[g->models[i]->index] = entry;
		strbuf_add(&l->out, twin_is_probable(g->step) ? "    - " : "#     - ");
		put_name(l, g->models[i]->name);
		tell_model(l, g->models[i], entry->key);
	}
}

static void put_entry(struct listing *l, const struct entry *entry)
{
	l->put[entry->key->index] = entry;
	strbuf_add(&l->out, entry->active ? "  " : "#   ");
	put_name(l, entry->key->name);
	strbuf_add(&l->out, ":");
	tell_model(l, entry->key, NULL);
	for (size_t i = 0; i < entry->n_groups; i++) {
		if (entry->groups[i]->step != entry->step)
			strbuf_addf(&l->out, "    # %s\n", heading(entry->groups[i]->step));
		put_group(l, entry, entry->groups[i]);
	}
}

static char *listing_of(struct listing *l)
{
	l->out = strbuf_new(l->arena);
	strbuf_add(&l->out, "# Names that may stand for one ");
	strbuf_add(&l->out, l->dataset->said.one);
	strbuf_add(&l->out, ", the most certain first. Keep what is right, remove the\n"
	                    "# rest or leave it behind \"#\", and give this file beside the data.\n");
	strbuf_add(&l->out, "aliases:\n");
	for (size_t i = 0; i < l->n_entries; i++) {
		if (!i || l->entries[i - 1]->step != l->entries[i]->step)
			strbuf_addf(&l->out, "  # %s\n", heading(l->entries[i]->step));
		put_entry(l, l->entries[i]);
	}
	return l->out.s;
}

/* A group is proposed whole if any of its models is asked for. */
static void keep_asked(struct twins *twins, const struct dataset *part)
{
	size_t kept = 0;
	for (size_t i = 0; i < twins->count; i++) {
		bool any = false;
		for (size_t k = 0; k < twins->groups[i].n; k++)
			any |= dataset_has_model(part, twins->groups[i].models[k]);
		if (any)
			twins->groups[kept++] = twins->groups[i];
	}
	twins->count = kept;
}

enum { OPT_FEED, OPT_PART = OPT_FEED + FEED_OPTIONS, OPTIONS = OPT_PART + PART_OPTIONS };

static void list_options(struct option *options)
{
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **paths;
	size_t n_paths;
	struct command_feeds feeds;
	struct part_asked asked;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths) ||
	    !command_part_idle(env, "names", &options[OPT_PART], PART_ORDER, PART_ORDER,
	                       "the file lists the most certain first") ||
	    !command_take_part(env, "names", &options[OPT_PART], &asked) ||
	    !command_need_feeds(env, "names", &options[OPT_FEED], paths, n_paths, &feeds))
		return EXIT_USAGE;
	const struct dataset *d = command_load(env, &feeds, 0, feeds.count, INPUT_DATA, &asked, COMMAND_LOAD_SPELLINGS);
	const struct dataset *part = d ? part_of(env->arena, d, &asked, env->diags) : NULL;
	if (!part)
		return EXIT_DONE; /* the diagnostics tell */
	struct listing l = { .arena = env->arena, .dataset = d };
	sort_measurements(&l);
	struct twins twins = twins_of(env->arena, d, NULL, TWIN_EFFORT);
	keep_asked(&twins, part);
	collect(&l, &twins);
	fputs(listing_of(&l), stdout);
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
		"What differs in more than spelling and the maker in front, or is by makers that differ, stands\n"
		"behind # until somebody decides. What is proposed for a model that is asked for is given "
		"whole.\n\n" COMMAND_PART_HELP COMMAND_FEED_HELP,
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
