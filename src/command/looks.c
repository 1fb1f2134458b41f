/* benchbrief looks: what --look can be. */
#include "command/command.h"

#include "style/look.h"

#include <stdio.h>

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	const char **operands;
	size_t n, count;
	if (!command_options(env, argc, argv, NULL, 0, &operands, &n))
		return EXIT_USAGE;
	if (n)
		return command_usage(env, "looks", "looks takes no arguments");
	const char **names = look_list(env->arena, env->looks, &count, env->diags);
	for (size_t i = 0; i < count; i++) {
		const struct look *look = look_load(env->arena, names[i], env->looks, env->diags);
		if (look)
			printf("%-12s %s\n", look->name, look->summary ? look->summary : "");
	}
	return EXIT_DONE;
}

const struct command command_looks = {
	.name = "looks",
	.summary = "list the looks that charts can have",
	.help = "usage: benchbrief looks\n",
	.run = run,
};
