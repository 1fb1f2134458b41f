/* The options that say which part of the data is wanted, for every command that takes data. */
#include "command/command.h"

#include "facts/part.h"

static const struct option shared[PART_OPTIONS] = {
	[PART_BENCHMARK] = { .name = "--benchmark", .brief = "-b", .many = true },
	[PART_MODEL] = { .name = "--model", .brief = "-m", .many = true },
	[PART_MAKER] = { .name = "--maker", .many = true },
	[PART_WHERE] = { .name = "--where", .many = true },
	[PART_TOP] = { .name = "--top" },
	[PART_ORDER] = { .name = "--order" },
};

void command_part_options(struct option *into)
{
	for (int i = 0; i < PART_OPTIONS; i++)
		into[i] = shared[i];
}

bool command_take_part(struct command_env *env, const char *command, const struct option *options,
                       struct part_asked *part)
{
	*part = (struct part_asked){ .benchmarks = options[PART_BENCHMARK].values,
		                     .models = options[PART_MODEL].values,
		                     .makers = options[PART_MAKER].values,
		                     .wheres = options[PART_WHERE].values,
		                     .n_benchmarks = options[PART_BENCHMARK].count,
		                     .n_models = options[PART_MODEL].count,
		                     .n_makers = options[PART_MAKER].count,
		                     .n_wheres = options[PART_WHERE].count };
	return command_count(env, command, "--top", option_value(&options[PART_TOP], NULL), &part->top);
}

bool command_part_idle(struct command_env *env, const char *command, const struct option *options, int first, int last,
                       const char *why)
{
	for (int i = first; i <= last; i++)
		if (options[i].count) {
			command_usage(env, command, "%s does not go with %s: %s", options[i].name, command, why);
			return false;
		}
	return true;
}
