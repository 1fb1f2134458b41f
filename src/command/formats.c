/* benchbrief formats: which files of other programs are read as they are. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/formats.h"
#include "data/names.h"

#include <stdio.h>

bool command_format(struct command_env *env, const char *name)
{
	struct nearest nearest = nearest_to(name ? name : "");
	for (size_t i = 0; name && format_at(i).name; i++) {
		if (str_eq(format_at(i).name, name))
			return true;
		nearest_offer(&nearest, format_at(i).name);
	}
	if (name)
		diag_add(env->diags, DIAG_ERROR, place_file(NULL),
		         nearest_hint(env->arena, &nearest, "benchbrief formats lists them"),
		         "there is no format \"%s\"", name);
	return !name;
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	const char **operands;
	size_t n;
	if (!command_options(env, argc, argv, NULL, 0, &operands, &n))
		return EXIT_USAGE;
	if (n)
		return command_usage(env, "formats", "formats takes no arguments");
	for (size_t i = 0; format_at(i).name; i++)
		printf("%-22s %-40s benchbrief data %s\n", format_at(i).name, format_at(i).what, format_at(i).example);
	return EXIT_DONE;
}

const struct command command_formats = {
	.name = "formats",
	.summary = "list the formats of data that are read as they are",
	.help = "usage: benchbrief formats\n\n"
		"One line a format: the name for --from, what writes it, and an example. The content of a file tells "
		"its\n"
		"format, its name does not; --from NAME of data, chart and check decides where the content does not.\n"
		"benchbrief data FILE --all --format yaml makes a dataset of any of them, to be edited further.\n",
	.run = run,
};
