#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/request.h"
#include "paint/painter.h"

#include <stdlib.h>
#include <string.h>

const char *option_value(const struct option *option, const char *otherwise)
{
	return option->count ? option->values[option->count - 1] : otherwise;
}

enum exit_status command_usage(struct command_env *env, const char *command, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *message = arena_vprintf(env->arena, format, args);
	va_end(args);
	diag_add(env->diags, DIAG_ERROR, place_file(NULL),
	         arena_printf(env->arena, "see benchbrief %s --help", command), "%s", message);
	return EXIT_USAGE;
}

bool command_count(struct command_env *env, const char *command, const char *option, const char *text, size_t *count)
{
	char *end;
	if (!text)
		return true;
	long n = strtol(text, &end, 10);
	if (*end || end == text || n < 1 || n > CHART_ROWS_MAX) {
		command_usage(env, command, "%s must be a whole number from 1 to %d, not %s", option, CHART_ROWS_MAX,
		              text);
		return false;
	}
	*count = (size_t)n;
	return true;
}

bool command_scale(struct command_env *env, const char *command, const char *text, double *scale)
{
	static const double least = 0.5, most = 8;
	char *end;
	if (!text)
		return true;
	double n = strtod(text, &end);
	if (*end || end == text || !(n >= least && n <= most)) {
		command_usage(env, command, "--scale must be a number from %g to %g, not %s", least, most, text);
		return false;
	}
	*scale = n;
	return true;
}

bool command_charts(struct command_env *env, const char *command, const char *text, const struct painter *painter,
                    bool *shapes)
{
	if (!text)
		return true;
	*shapes = str_eq(text, "shapes");
	if (!*shapes && !str_eq(text, "native"))
		command_usage(env, command, "--charts must be native or shapes, not %s", text);
	else if (!painter || !painter->holds_slides)
		command_usage(env, command, "--charts is for slides that others edit: --format pptx");
	else
		return true;
	return false;
}

static struct option *find(struct option *options, size_t n, const char *name, size_t length)
{
	for (size_t i = 0; i < n; i++) {
		struct option *o = &options[i];
		if ((strlen(o->name) == length && memcmp(o->name, name, length) == 0) ||
		    (o->brief && strlen(o->brief) == length && memcmp(o->brief, name, length) == 0))
			return o;
	}
	return NULL;
}

static bool unknown(struct command_env *env, const struct option *options, size_t n, const char *given)
{
	const char *nearest = NULL;
	size_t best = 4;
	for (size_t i = 0; i < n; i++) {
		size_t distance = str_distance(options[i].name, given, best);
		if (distance < best) {
			best = distance;
			nearest = options[i].name;
		}
	}
	diag_add(env->diags, DIAG_ERROR, place_file(NULL),
	         nearest ? arena_printf(env->arena, "did you mean %s?", nearest) : "see --help for the options",
	         "there is no option %s", given);
	return false;
}

static bool fault(struct command_env *env, const struct option *option, const char *what)
{
	diag_add(env->diags, DIAG_ERROR, place_file(NULL), NULL, "%s %s", option->name, what);
	return false;
}

static bool take(struct command_env *env, struct option *option, const char *value)
{
	if (option->count && !option->many && !option->flag)
		return fault(env, option, "given more than once");
	size_t capacity = option->count; /* grown one at a time: there are few options */
	option->values = arena_grow(env->arena, option->values, &capacity, option->count, sizeof *option->values);
	option->values[option->count++] = value;
	return true;
}

bool command_options(struct command_env *env, int argc, char **argv, struct option *options, size_t n_options,
                     const char ***operands, size_t *n_operands)
{
	*operands = arena_alloc(env->arena, (size_t)argc + 1, sizeof **operands);
	*n_operands = 0;
	bool only_operands = false;
	for (int i = 0; i < argc; i++) {
		char *arg = argv[i];
		if (only_operands || arg[0] != '-' || !arg[1] || arg[1] == '#') { /* "-#2": a table of standard input */
			(*operands)[(*n_operands)++] = arg;
			continue;
		}
		if (str_eq(arg, "--")) {
			only_operands = true;
			continue;
		}
		char *equals = str_starts(arg, "--") ? strchr(arg, '=') : NULL;
		struct option *option = find(options, n_options, arg, equals ? (size_t)(equals - arg) : strlen(arg));
		if (!option)
			return unknown(env, options, n_options, arg);
		if (option->flag && equals)
			return fault(env, option, "takes no value");
		if (!option->flag && !equals && i + 1 >= argc)
			return fault(env, option, "needs a value");
		if (!take(env, option, option->flag ? "" : equals ? equals + 1 : argv[++i]))
			return false;
	}
	return true;
}
