/* What the commands that use the press have in common. */
#include "command/command.h"

#include "base/arena.h"
#include "chart/order.h"
#include "data/feed.h"
#include "press/press.h"
#include "style/look.h"
#include "style/page_format.h"
#include "words/words.h"

struct press *command_press(struct command_env *env)
{
	struct press_world world = { .version = env->version,
		                     .looks = env->looks,
		                     .font_roots = env->font_roots,
		                     .n_font_roots = env->n_font_roots,
		                     .program = env->program,
		                     .environment = env->environment,
		                     .date = env->build_date,
		                     .queries = env->untrusted ? NULL : &env->queries };
	if (env->untrusted) {
		enum { PAGES = 200, FILES = 100, PIXELS = 40000000, MEMORY = 1 << 30 };
		world.memory_limit = MEMORY;
		world.bounds = (struct press_bounds){ PAGES, FILES, PIXELS };
	}
	if (!env->press)
		env->press = press_open(&world);
	if (!env->press)
		arena_exhausted(env->arena);
	return env->press;
}

bool command_take(struct command_env *env, const struct press_result *result, const char *file)
{
	diags_append_to(env->diags, result->diags, file);
	return result->status == PRESS_DONE;
}

bool command_size(struct command_env *env, const char *command, const char *text, bool paper)
{
	struct picture_size size;
	struct diags *own = diags_new(env->arena);
	if (picture_size_of(text, paper, &size, own))
		return true;
	command_usage(env, command, "%s", diags_at(own, 0)->message);
	return false;
}

/* What is read instead of the briefing's own data, and which part of either. */
static bool take_data(struct command_env *env, const char *command, const struct command_briefing *options,
                      struct press_briefing *request)
{
	struct command_feeds feeds;
	enum chart_order order;
	if (!command_take_feeds(env, command, options->feed, options->data->values, options->data->count, &feeds) ||
	    (!feeds.count && !command_feeds_idle(env, command, options->feed, FEED_FROM)) ||
	    !command_take_part(env, command, options->part, &request->part) ||
	    !order_find(request->order, place_file(NULL), &order, env->diags))
		return false;
	request->data = feeds.items;
	request->n_data = feeds.count;
	request->from = feeds.format;
	request->better = feeds.better;
	return true;
}

bool command_take_briefing(struct command_env *env, const char *command, const struct command_briefing *options,
                           struct press_briefing *request)
{
	const char *page = option_value(options->page, NULL), *language = option_value(options->language, NULL);
	request->look = option_value(options->look, NULL);
	request->page = page ? page_format_find(page) : NULL;
	request->baseline = option_value(options->baseline, NULL);
	request->draft = options->draft->count > 0;
	request->order = option_value(&options->part[PART_ORDER], NULL);
	if (!take_data(env, command, options, request))
		return false;
	request->language = language ? language_find(language, env->diags) : NULL;
	if (language && !request->language)
		return false;
	if (!page || request->page)
		return true;
	command_usage(env, command, "--page must be one of %s, not %s", page_format_names(env->arena, true), page);
	return false;
}

const char *const *command_named(struct command_env *env, const struct press_briefing *request, size_t *n)
{
	const char **named = arena_alloc(env->arena, request->n_data + 3, sizeof *named);
	*n = 0;
	named[(*n)++] = request->path;
	named[(*n)++] = request->baseline;
	named[(*n)++] = request->look && look_is_path(request->look) ? request->look : NULL;
	for (size_t i = 0; i < request->n_data; i++)
		named[(*n)++] = request->data[i].file;
	return named;
}
