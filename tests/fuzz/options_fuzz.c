/* Any lines as a command and its arguments: what is wrong is told and gives status 2 or a diagnostic; nothing is
 * written, whatever is asked for.
 *
 * Calls of the system that open or change files pass through the functions below (the linker's --wrap): two names lead
 * to files in memory's stead, shipped looks can be read, everything else is not there, and writing is refused. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "desk.h"
#include "press/press.h"
#include "scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- the disk, as commands see it ---- */

int __real_open(const char *path, int flags, ...);
int __real_openat(int folder, const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...);
int __wrap_mkdir(const char *path, mode_t mode);
int __wrap_rename(const char *from, const char *to);
int __wrap_unlink(const char *path);

static const char briefing[] = "---\ntitle: Both\ndata: d.csv\n---\nA scores {{ value(\"a\", \"x\") }}.\n";

static struct command_env *running; /* NULL: not inside a command */
static char data_path[4096], briefing_path[4096];

static int refused(int error)
{
	errno = error;
	return -1;
}

static const char *path_of(const char *path)
{
	if (str_eq(path, "d.csv"))
		return data_path;
	if (str_eq(path, "b.md"))
		return briefing_path;
	return str_starts(path, LOOKS "/") && !strstr(path, "..") ? path : NULL;
}

int __wrap_open(const char *path, int flags, ...)
{
	if (!running)
		return __real_open(path, flags, 0666);
	if (flags & (O_WRONLY | O_RDWR | O_CREAT))
		return refused(EROFS);
	if (flags & O_DIRECTORY)
		return __real_open(path, flags);
	const char *at = path_of(path);
	return at ? __real_open(at, flags) : refused(ENOENT);
}

int __wrap_openat(int folder, const char *path, int flags, ...)
{
	if (flags & (O_WRONLY | O_RDWR | O_CREAT))
		return refused(EROFS);
	if (flags & O_DIRECTORY)
		return __real_openat(folder, path, flags);
	const char *at = path_of(path);
	return at ? __real_openat(AT_FDCWD, at, flags) : refused(ENOENT);
}

int __wrap_mkdir(const char *path, mode_t mode)
{
	(void)path, (void)mode;
	return refused(EROFS);
}

int __wrap_rename(const char *from, const char *to)
{
	(void)from, (void)to;
	return refused(EROFS);
}

int __wrap_unlink(const char *path)
{
	(void)path;
	return refused(EROFS);
}

/* ---- a run ---- */

static const struct command *const commands[] = { &command_new,   &command_render, &command_chart, &command_data,
	                                          &command_check, &command_diff,   &command_looks, &command_verify,
	                                          &command_audit, &command_names,  &command_doctor };
enum { N_COMMANDS = sizeof commands / sizeof *commands, ARGUMENTS_MAX = 64 };

/* What commands print goes nowhere, and nobody answers what they ask. */
static void be_alone(void)
{
	int null = __real_open("/dev/null", O_RDWR);
	if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0)
		exit(2);
	close(null);
	scratch_put("d.csv", desk_table, desk_table_size, data_path, sizeof data_path);
	scratch_put("b.md", briefing, sizeof briefing - 1, briefing_path, sizeof briefing_path);
}

/* The lines of the input, without NUL. */
static int split(struct arena *arena, const uint8_t *data, size_t size, char **arguments)
{
	char *text = arena_strndup(arena, (const char *)data, size);
	int n = 0;
	for (char *at = text; n < ARGUMENTS_MAX; n++) {
		char *end = strchr(at, '\n');
		arguments[n] = at;
		if (!end)
			return n + 1;
		*end = '\0';
		at = end + 1;
	}
	return n;
}

static const struct command *find(const char *name)
{
	for (int i = 0; i < N_COMMANDS; i++)
		if (str_eq(commands[i]->name, name))
			return commands[i];
	return commands[(unsigned char)*name % N_COMMANDS];
}

static void check(const struct command_env *env, enum exit_status status)
{
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(env->diags, i)); i++)
		if (!*d->message)
			abort();
	if (status != EXIT_DONE && (status != EXIT_USAGE || diags_ok(env->diags)))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	if (!*data_path)
		be_alone();
	if (utf8_bad((const char *)data, size) < size)
		return 0; /* main takes no such arguments */
	struct arena_edge edge = { .armed = false };
	struct arena *arena = arena_new_on(&edge);
	char *arguments[ARGUMENTS_MAX + 1] = { NULL };
	if (!arena)
		return 0;
	struct command_env env = { .arena = arena,
		                   .diags = diags_new(arena),
		                   .inputs = inputs_new(arena),
		                   .looks = LOOKS,
		                   .font_roots = roots,
		                   .n_font_roots = 1,
		                   .version = "fuzz" };
	int n = split(arena, data, size, arguments);
	const struct command *command = find(arguments[0]);
	running = &env;
	enum exit_status status = command->run(&env, n - 1, arguments + 1);
	running = NULL;
	check(&env, status);
	press_close(env.press);
	arena_free(arena);
	return 0;
}
