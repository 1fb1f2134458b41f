/* main.c: hands the arguments to a command, prints what was found wrong, and turns it into the exit status. It is the
 * only place that looks at the environment. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/file.h"
#include "base/process.h"
#include "base/str.h"
#include "command/command.h"
#include "command/diagnostics.h"
#include "command/ending.h"
#include "command/equipment.h"
#include "press/press.h"
#include "press/trial.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void print_help(struct arena *arena)
{
	printf("benchbrief %s: benchmark charts that cannot disagree with their data\n\nusage:\n", BENCHBRIEF_VERSION);
	const struct command *command;
	for (size_t i = 0; (command = command_at(i)); i++)
		printf("  benchbrief %-7s %s\n", command->name, command_fill(arena, command->summary));
	printf("\nSee benchbrief COMMAND --help for one command; --version prints the versions.\n"
	       "With any command, --diagnostics json or sarif writes what was found wrong for programs.\n"
	       "Exit status: 0 done, 1 the input is wrong, 2 wrong usage, 3 the system failed.\n");
}

static const char self[] = "/proc/self/exe";

/* Beside the program when it is installed (PREFIX/bin -> PREFIX/share), else where it was built from. */
static const char *shared_folder(struct arena *arena, const char *name, const char *source, const char *installed,
                                 struct diags *diags)
{
	char path[4096];
	bool there;
	ssize_t n = readlink(self, path, sizeof path - 1);
	if (n > 0) {
		path[n] = '\0';
		char *beside = arena_printf(arena, "%s/../share/benchbrief/%s", file_folder(arena, path), name);
		if (!file_find_folder(beside, &there, diags) || there)
			return beside;
	}
	bool known = file_find_folder(source, &there, diags);
	return !known || there ? source : installed;
}

static const char *const *font_roots(struct arena *arena, size_t *count)
{
	const char **roots = arena_alloc(arena, 4, sizeof *roots);
	const char *home = getenv("HOME"), *data_home = getenv("XDG_DATA_HOME");
	*count = 0;
	roots[(*count)++] = "/usr/share/fonts";
	roots[(*count)++] = "/usr/local/share/fonts";
	if (data_home && *data_home)
		roots[(*count)++] = arena_printf(arena, "%s/fonts", data_home);
	else if (home && *home)
		roots[(*count)++] = arena_printf(arena, "%s/.local/share/fonts", home);
	return roots;
}

/* SOURCE_DATE_EPOCH as a day: it stands for the clock where it is set. */
static bool build_date(struct diags *diags, struct date *date)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	*date = (struct date){ 0 };
	if (!text || !*text)
		return true;
	char *end;
	errno = 0;
	long long seconds = strtoll(text, &end, 10);
	time_t when = (time_t)seconds;
	struct tm tm;
	if (*end || errno || seconds < 0 || seconds > 253402300799LL || !gmtime_r(&when, &tm)) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "set it to one, or unset it",
		         "SOURCE_DATE_EPOCH must be a number of seconds since 1970, not \"%s\"", text);
		return false;
	}
	*date = (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
	return true;
}

static const struct command *find_command(const char *name, struct diags *diags)
{
	const struct command *nearest = NULL, *command;
	size_t best = 4;
	for (size_t i = 0; (command = command_at(i)); i++) {
		size_t distance = str_distance(command->name, name, best);
		if (distance == 0)
			return command;
		if (distance < best) {
			best = distance;
			nearest = command;
		}
	}
	char hint[64] = "benchbrief --help lists the commands";
	if (nearest)
		snprintf(hint, sizeof hint, "did you mean %s?", nearest->name);
	diag_add(diags, DIAG_ERROR, place_file(NULL), hint, "there is no command \"%s\"", name);
	return NULL;
}

static bool wants_help(int argc, char **argv)
{
	for (int i = 0; i < argc && !str_eq(argv[i], "--"); i++)
		if (str_eq(argv[i], "--help") || str_eq(argv[i], "-h"))
			return true;
	return false;
}

/* Names and titles reach libraries and files that take UTF-8 only, and readers who see no control of direction. */
static bool is_text(struct command_env *env, int number, const char *argument)
{
	if (argument[utf8_bad(argument, strlen(argument))]) {
		diag_add(env->diags, DIAG_ERROR, place_file(NULL), "write it, or name the file, in UTF-8",
		         "argument %d is not UTF-8", number);
		return false;
	}
	for (const char *at = argument; *at;) {
		uint32_t rune = utf8_next(&at);
		if (!utf8_is_direction(rune))
			continue;
		diag_add(env->diags, DIAG_ERROR, place_file(NULL), "remove it",
		         "argument %d has the character U+%04X: unseen, it changes the order of what is read", number,
		         (unsigned)rune);
		return false;
	}
	return true;
}

static bool are_text(struct command_env *env, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!is_text(env, i, argv[i]))
			return false;
	return true;
}

static enum exit_status dispatch(struct command_env *env, int argc, char **argv)
{
	if (argc < 2) {
		diag_add(env->diags, DIAG_ERROR, place_file(NULL), "benchbrief --help lists the commands",
		         "no command given");
		return EXIT_USAGE;
	}
	if (str_eq(argv[1], "--version")) {
		command_print_version(env);
		return EXIT_DONE;
	}
	if (str_eq(argv[1], "--help") || str_eq(argv[1], "-h") || str_eq(argv[1], "help")) {
		print_help(env->arena);
		return EXIT_DONE;
	}
	if (!are_text(env, argc, argv))
		return EXIT_USAGE;
	if (str_eq(argv[1], "--complete"))
		return command_complete(env, argc - 2, argv + 2);
	const struct command *command = find_command(argv[1], env->diags);
	if (!command)
		return EXIT_USAGE;
	if (wants_help(argc - 2, argv + 2)) {
		printf("benchbrief %s: %s\n\n%s", command->name, command_fill(env->arena, command->summary),
		       command_fill(env->arena, command->help));
		if (command->more_help)
			command->more_help(env->arena, stdout);
		return EXIT_DONE;
	}
	return command->run(env, argc - 2, argv + 2);
}

static enum exit_status status_of(const struct diags *diags, enum exit_status status)
{
	if (diags_count(diags, DIAG_FAILURE))
		return EXIT_SYSTEM;
	if (status != EXIT_DONE)
		return status;
	return diags_ok(diags) ? EXIT_DONE : EXIT_INPUT;
}

static enum exit_status finish(struct diags *diags, enum diagnostics_form form, bool colour, enum exit_status status)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		diag_add(diags, DIAG_FAILURE, place_file("<stdout>"), NULL, "cannot be written: %s", strerror(errno));
	status = status_of(diags, status);
	diagnostics_print(diags, form, BENCHBRIEF_VERSION, (int)status, stderr, colour);
	return status;
}

struct program {
	struct command_env env;
	int argc;
	char **argv;
	enum exit_status status;
};

static void run(void *closure)
{
	struct program *p = closure;
	struct arena *arena = p->env.arena;
	p->env.diags = diags_new(arena);
	p->env.inputs = inputs_new(arena);
	p->env.queries = (struct input_queries){ .files = true,
		                                 .duckdb = getenv("BENCHBRIEF_DUCKDB"),
		                                 .user = getenv("BENCHBRIEF_ODBC_USER"),
		                                 .password = getenv("BENCHBRIEF_ODBC_PASSWORD") };
	inputs_allow(p->env.inputs, &p->env.queries);
	p->env.looks =
		shared_folder(arena, "styles", BENCHBRIEF_LOOKS_SOURCE, BENCHBRIEF_LOOKS_INSTALLED, p->env.diags);
	p->env.preview =
		shared_folder(arena, "preview", BENCHBRIEF_PREVIEW_SOURCE, BENCHBRIEF_PREVIEW_INSTALLED, p->env.diags);
	p->env.runtime = getenv("XDG_RUNTIME_DIR");
	p->env.font_roots = font_roots(arena, &p->env.n_font_roots);
	enum diagnostics_form form = DIAGNOSTICS_TEXT;
	const char *no_color = getenv("NO_COLOR");
	p->env.colour = isatty(STDERR_FILENO) && !(no_color && *no_color);
	bool ready = diags_ok(p->env.diags) && build_date(p->env.diags, &p->env.build_date) &&
	             diagnostics_take(p->env.diags, &p->argc, p->argv, &form);
	p->env.form = form;
	p->status = ready ? dispatch(&p->env, p->argc, p->argv) : EXIT_USAGE;
	p->status = finish(p->env.diags, form, p->env.colour, p->status);
}

int main(int argc, char **argv)
{
	extern char **environ;
	if (argc == 2 && str_eq(argv[1], trial_argument))
		return trial_serve();
	struct arena_edge edge = { .armed = false };
	struct program program = { .env = { .arena = arena_new_on(&edge),
		                            .version = BENCHBRIEF_VERSION,
		                            .program = self,
		                            .environment = environ },
		                   .argc = argc,
		                   .argv = argv };
	char *room = malloc(BUFSIZ); /* the system would take it at the first word that is printed, when all is done */
	if (room)
		setvbuf(stdout, room, isatty(STDOUT_FILENO) ? _IOLBF : _IOFBF, BUFSIZ);
	ending_install();
	if (!program.env.arena || !arena_edge_run(&edge, run, &program)) {
		fputs("benchbrief: error: out of memory\n", stderr);
		program.status = EXIT_SYSTEM;
	}
	process_settle((int)program.status);
	press_close(program.env.press);
	arena_free(program.env.arena);
	return (int)program.status;
}
