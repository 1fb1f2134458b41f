/* The options that say how data are read, for every command that takes data. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/feed.h"
#include "data/load.h"
#include "facts/part.h"
#include "words/about.h"
#include "words/direction.h"

static const struct option shared[FEED_OPTIONS] = {
	[FEED_MAP] = { .name = "--map", .many = true },
	[FEED_UNIT] = { .name = "--unit" },
	[FEED_BETTER] = { .name = "--better" },
	[FEED_SQL] = { .name = "--sql" },
	[FEED_FROM] = { .name = "--from" },
	[FEED_ALLOW_SQL] = { .name = "--allow-sql", .flag = true },
};

void command_feed_options(struct option *into)
{
	for (int i = 0; i < FEED_OPTIONS; i++)
		into[i] = shared[i];
}

static bool take_better(struct command_env *env, const char *command, const char *text, enum direction *better)
{
	if (str_eq(text, direction_words[DIRECTION_HIGHER]))
		*better = DIRECTION_HIGHER;
	else if (str_eq(text, direction_words[DIRECTION_LOWER]))
		*better = DIRECTION_LOWER;
	else if (text)
		return command_usage(env, command, "--better must be higher or lower, not %s", text) == EXIT_DONE;
	return true;
}

/* What the options say of each table. */
static bool take_table(struct command_env *env, const struct option *options, struct feed *like)
{
	for (size_t i = 0; i < options[FEED_MAP].count; i++)
		if (!feed_map(env->arena, like, options[FEED_MAP].values[i], env->diags))
			return false;
	like->unit = option_value(&options[FEED_UNIT], NULL);
	return true;
}

bool command_take_feeds(struct command_env *env, const char *command, const struct option *options,
                        const char *const *paths, size_t count, struct command_feeds *feeds)
{
	struct feed *items = arena_alloc(env->arena, count + 2, sizeof *items), like = { 0 };
	const char *sql = option_value(&options[FEED_SQL], NULL), *from = option_value(&options[FEED_FROM], NULL);
	*feeds = (struct command_feeds){ .items = items, .count = count, .format = sql ? NULL : from };
	if (!command_format(env, feeds->format) ||
	    !take_better(env, command, option_value(&options[FEED_BETTER], NULL), &feeds->better) ||
	    !take_table(env, options, &like))
		return false;
	for (size_t i = 0; i < count; i++) {
		items[i] = like;
		items[i].file = paths[i];
	}
	if (sql && !from) {
		command_usage(env, command, "--sql needs --from: the database that is asked");
		return false;
	}
	if (sql) {
		items[count] = like;
		items[count].sql = sql;
		items[feeds->count++].from = from;
	}
	env->queries.servers |= options[FEED_ALLOW_SQL].count > 0; /* from now on files may name servers */
	return true;
}

bool command_need_feeds(struct command_env *env, const char *command, const struct option *options,
                        const char *const *paths, size_t count, struct command_feeds *feeds)
{
	if (!command_take_feeds(env, command, options, paths, count, feeds))
		return false;
	if (!feeds->count)
		command_usage(env, command, "no data given");
	return feeds->count > 0;
}

bool command_feeds_idle(struct command_env *env, const char *command, const struct option *options, int last)
{
	for (int i = 0; i <= last; i++)
		if (options[i].count) {
			command_usage(env, command, "%s is for the data of --data, and none are given",
			              options[i].name);
			return false;
		}
	return true;
}

const struct dataset *command_load(struct command_env *env, const struct command_feeds *feeds, size_t first,
                                   size_t count, enum input_role role, const struct part_asked *part,
                                   enum command_loading loading)
{
	const struct direction_rules rules = { .against = words_against,
		                               .has_noun = words_has_noun,
		                               .say = words_say,
		                               .asked = feeds->better,
		                               .on = part->benchmarks,
		                               .n_on = part->n_benchmarks,
		                               .only_on = loading == COMMAND_LOAD_PART,
		                               .spellings_apart = loading == COMMAND_LOAD_SPELLINGS };
	inputs_read_as(env->inputs, feeds->format);
	return dataset_load(env->arena, env->inputs, role, &feeds->items[first], count, &rules, env->diags);
}
