/* benchbrief preview BRIEFING.md: the briefing in a browser, always as its files are now. */
#define _XOPEN_SOURCE 700

#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "press/press.h"
#include "serve/preview.h"

#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_PORT,
	OPT_OPEN,
	OPT_LOOK,
	OPT_PAGE,
	OPT_LANG,
	OPT_DATA,
	OPT_BASELINE,
	OPT_DRAFT,
	OPT_FEED,
	OPT_PART = OPT_FEED + FEED_OPTIONS,
	OPTIONS = OPT_PART + PART_OPTIONS
};

struct opening {
	struct command_env *env;
	const char *path;
	bool open;
};

/* The desktop's own way to open an address; that it has none is told. Signals that are held back here are not there. */
static void open_browser(const struct opening *o, const char *address)
{
	pid_t pid;
	posix_spawnattr_t how;
	sigset_t none;
	char *argv[] = { arena_strdup(o->env->arena, "xdg-open"), arena_strdup(o->env->arena, address), NULL };
	sigemptyset(&none);
	posix_spawnattr_init(&how);
	posix_spawnattr_setsigmask(&how, &none);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
	if (posix_spawnp(&pid, argv[0], NULL, &how, argv, o->env->environment) != 0)
		fprintf(stderr, "benchbrief: warning: xdg-open is not here, which opens a browser\n");
	posix_spawnattr_destroy(&how);
}

static void opened(void *of, const char *address)
{
	const struct opening *o = of;
	printf("preview of %s at %s\n", o->path, address);
	fflush(stdout);
	if (o->open)
		open_browser(o, address);
}

static void say(void *of, const char *line)
{
	(void)of;
	printf("%s\n", line);
	fflush(stdout);
}

static bool take_port(struct command_env *env, const char *text, uint16_t *port)
{
	enum { PORT_MAX = 65535 };
	char *end;
	long n = strtol(text, &end, 10);
	if (*end || end == text || n < 0 || n > PORT_MAX)
		return command_usage(env, "preview", "--port must be a whole number from 0 to %d, not %s", PORT_MAX,
		                     text) == EXIT_DONE;
	*port = (uint16_t)n;
	return true;
}

static bool reads_streams(struct command_env *env, const struct press_briefing *q)
{
	size_t n;
	const char *const *named = command_named(env, q, &n);
	bool streams = false;
	for (size_t i = 0; i < n; i++)
		streams |= str_eq(named[i], "-");
	return streams;
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_PORT] = { .name = "--port" },         [OPT_OPEN] = { .name = "--open", .flag = true },
		[OPT_LOOK] = { .name = "--look" },         [OPT_PAGE] = { .name = "--page" },
		[OPT_LANG] = { .name = "--lang" },         [OPT_DATA] = { .name = "--data", .many = true },
		[OPT_BASELINE] = { .name = "--baseline" }, [OPT_DRAFT] = { .name = "--draft", .flag = true },
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const struct command_briefing shared = { &options[OPT_LOOK], &options[OPT_PAGE],     &options[OPT_LANG],
		                                 &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT],
		                                 &options[OPT_FEED], &options[OPT_PART] };
	const char **operands;
	size_t n;
	struct press_briefing request = { .path = NULL };
	struct preview preview = { .request = &request, .opened = opened, .say = say };
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (n != 1)
		return command_usage(env, "preview", n ? "preview takes one briefing" : "no briefing given");
	if (!command_take_briefing(env, "preview", &shared, &request) ||
	    !take_port(env, option_value(&options[OPT_PORT], "0"), &preview.port))
		return EXIT_USAGE;
	request.path = operands[0];
	if (reads_streams(env, &request))
		return command_usage(env, "preview", "preview reads files again and again: standard input is none");
	signal(SIGPIPE, SIG_IGN); /* a browser that is closed is no reason to end */
	struct opening opening = { env, request.path, options[OPT_OPEN].count > 0 };
	preview.press = command_press(env);
	preview.assets = env->preview;
	preview.looks = env->looks;
	preview.version = env->version;
	preview.runtime = env->runtime;
	preview.of = &opening;
	if (preview_run(env->arena, &preview, env->diags))
		printf("stopped\n");
	return EXIT_DONE;
}

static const char help[] = "usage: benchbrief preview BRIEFING.md [options]\n"
			   "\n"
			   "Shows the briefing in a browser of this machine, as it will be printed, beside\n"
			   "what is found wrong, its claims and what its numbers rest on. Whenever one of\n"
			   "its files changes, the pages that changed are replaced. Nobody else can see it:\n"
			   "it listens on this machine only, at an address that cannot be guessed.\n"
			   "\n"
			   "      --port N       listen there; by default on a free port. Where the system has a\n"
			   "                     folder for this session of its user, started again there it has\n"
			   "                     its address again, and pages that are open go on\n"
			   "      --open         open a browser\n" COMMAND_BRIEFING_HELP;

const struct command command_preview = {
	.name = "preview",
	.summary = "show a briefing in a browser, always as its files are now",
	.help = help,
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
