/* What the commands that take DATA have in common: the options that say how a table is to be read, and what is asked.
 */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/feed.h"

static bool take_table(struct command_env *env, const char *command, const struct command_feeds *options,
                       struct feed *like)
{
	for (size_t i = 0; options->map && i < options->map->count; i++)
		if (!feed_map(env->arena, like, options->map->values[i], env->diags))
			return false;
	like->unit = options->unit ? option_value(options->unit, NULL) : NULL;
	like->better = options->better ? option_value(options->better, NULL) : NULL;
	if (!like->better || str_eq(like->better, direction_words[DIRECTION_HIGHER]) ||
	    str_eq(like->better, direction_words[DIRECTION_LOWER]))
		return true;
	command_usage(env, command, "--better must be higher or lower, not %s", like->better);
	return false;
}

struct feed *command_feeds(struct command_env *env, const char *command, const struct command_feeds *options,
                           const char *const *paths, size_t *count)
{
	struct feed *feeds = arena_alloc(env->arena, *count + 2, sizeof *feeds), like = { 0 };
	const char *sql = options->sql ? option_value(options->sql, NULL) : NULL;
	const char *from = sql ? option_value(options->from, NULL) : NULL;
	if (!take_table(env, command, options, &like))
		return NULL;
	for (size_t i = 0; i < *count; i++) {
		feeds[i] = like;
		feeds[i].file = paths[i];
	}
	if (sql && !from) {
		command_usage(env, command, "--sql needs --from: the database that is asked");
		return NULL;
	}
	if (sql) {
		feeds[*count] = like;
		feeds[*count].sql = sql;
		feeds[(*count)++].from = from;
	}
	if (!*count) {
		command_usage(env, command, "no data given");
		return NULL;
	}
	command_allow_sql(env, options->allow_sql);
	return feeds;
}

const char *command_from(const struct command_feeds *options)
{
	return options->sql->count ? NULL : option_value(options->from, NULL);
}

void command_allow_sql(struct command_env *env, const struct option *flag)
{
	env->queries.servers |= flag && flag->count > 0;
}
