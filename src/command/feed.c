/* What the commands that take DATA have in common: the options that say how a table is to be read. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/feed.h"

struct feed *command_feeds(struct command_env *env, const char *command, const struct command_feeds *options,
                           const char *const *paths, size_t count)
{
	struct feed *feeds = arena_alloc(env->arena, count + 1, sizeof *feeds), like = { 0 };
	for (size_t i = 0; options->map && i < options->map->count; i++)
		if (!feed_map(env->arena, &like, options->map->values[i], env->diags))
			return NULL;
	like.unit = options->unit ? option_value(options->unit, NULL) : NULL;
	like.better = options->better ? option_value(options->better, NULL) : NULL;
	if (like.better && !str_eq(like.better, direction_words[DIRECTION_HIGHER]) &&
	    !str_eq(like.better, direction_words[DIRECTION_LOWER])) {
		command_usage(env, command, "--better must be higher or lower, not %s", like.better);
		return NULL;
	}
	for (size_t i = 0; i < count; i++) {
		feeds[i] = like;
		feeds[i].file = paths[i];
	}
	return feeds;
}
