/* The side that asks. */
#define _XOPEN_SOURCE 700

#include "press/trial.h"

#include "base/arena.h"
#include "base/str.h"
#include "press/trial_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

struct trials {
	struct arena *arena;
	const char *program;
	char *const *environment;
	pid_t process; /* 0: none */
	int fd;
	size_t failures;
	uint64_t left; /* pixels */
	bool unconfined, late;
};

/* ---- life ---- */

/* How it ended; a process that did not is killed. */
static int stop(struct trials *t, bool kill_it)
{
	int status = 0;
	if (!t->process)
		return 0;
	if (kill_it)
		kill(t->process, SIGKILL); /* before it finds that nobody is there, and ends as if all were well */
	close(t->fd);
	while (waitpid(t->process, &status, 0) < 0 && errno == EINTR)
		;
	t->process = 0;
	return status;
}

static void release(void *object)
{
	stop(object, true);
}

struct trials *trials_new(struct arena *arena, const char *program, char *const *environment)
{
	struct trials *t = arena_alloc(arena, 1, sizeof *t);
	*t = (struct trials){
		.arena = arena, .program = program, .environment = environment, .left = TRIAL_PIXELS_MAX
	};
	arena_defer(arena, release, t);
	return t;
}

void trials_end(struct trials *t)
{
	stop(t, false);
}

bool trials_confined(const struct trials *t)
{
	return !t->unconfined;
}

/* ---- talk ---- */

/* Keeps in mind whether it failed for want of time. */
static bool done(struct trials *t, bool ok)
{
	t->late |= !ok && (errno == EAGAIN || errno == EWOULDBLOCK);
	return ok;
}

static bool take(struct trials *t, void *into, size_t size)
{
	return done(t, trial_take(t->fd, into, size));
}

static bool give(struct trials *t, const void *from, size_t size)
{
	return done(t, trial_give(t->fd, from, size));
}

/* ---- the process ---- */

/* An error number, or 0. */
static int spawn(struct trials *t, int theirs)
{
	const char *arguments[] = { t->program, trial_argument, NULL };
	union { /* as the call wants them; it does not write to them */
		const char **given;
		char **taken;
	} argv = { arguments };
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	if (error)
		return error;
	error = posix_spawn_file_actions_adddup2(&actions, theirs, STDIN_FILENO);
	if (!error)
		error = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
	if (!error)
		error = posix_spawn(&t->process, t->program, &actions, NULL, argv.taken, t->environment);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

static bool start(struct trials *t)
{
	enum { PATIENCE = 120 }; /* seconds on the wall, for a machine that has much else to do */
	struct timeval patience = { .tv_sec = PATIENCE };
	int pair[2], confined = 0;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return false;
	t->late = false;
	t->fd = pair[0];
	int error = spawn(t, pair[1]);
	close(pair[1]);
	if (error) {
		close(pair[0]);
		t->process = 0;
		errno = error;
		return false;
	}
	setsockopt(t->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(t->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	if (take(t, &confined, sizeof confined)) {
		t->unconfined |= !confined;
		return true;
	}
	stop(t, true);
	errno = ECHILD;
	return false;
}

/* ---- what comes back ---- */

static void clean(char *text, size_t size)
{
	text[size - 1] = '\0';
	for (char *p = text; *p; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	text[utf8_bad(text, strlen(text))] = '\0';
}

/* The helper may be somebody else by now. */
static bool take_trial(struct trials *t, struct picture_trial *trial, bool last)
{
	if (!take(t, trial, sizeof *trial))
		return false;
	clean(trial->element, sizeof trial->element);
	clean(trial->detail, sizeof trial->detail);
	bool sized = trial->width > 0 && trial->height > 0 && trial->width <= PICTURE_SIDE_MAX &&
	             trial->height <= PICTURE_SIDE_MAX;
	if (trial->vectors && (!(trial->scale > 0 && trial->scale <= 4) || trial->held > t->left))
		return false;
	return trial->fault >= PICTURE_FINE && trial->fault <= PICTURE_UNTRIED && trial->line >= 0 &&
	       (sized || !last || trial->fault);
}

static bool take_pixels(struct trials *t, const struct picture_trial *trial, const unsigned char **pixels)
{
	uint64_t n = (uint64_t)trial->columns * trial->rows;
	if (!trial->columns || trial->columns > PICTURE_SIDE_MAX || trial->rows > PICTURE_SIDE_MAX || !n ||
	    n > PICTURE_PIXELS_MAX || n > t->left)
		return false;
	unsigned char *into = arena_alloc(t->arena, n, sizeof(uint32_t));
	*pixels = into;
	t->left -= n;
	return take(t, into, n * sizeof(uint32_t));
}

/* False if the process did not keep to it; out then is what a glance showed. */
static bool ask(struct trials *t, struct bytes file, struct picture_trial *out, const unsigned char **pixels)
{
	struct picture_trial tried;
	const struct trial_request request = { file.size, t->left };
	if (!give(t, &request, sizeof request) || !give(t, file.data, file.size) || !take_trial(t, out, false))
		return false;
	if (out->fault)
		return true;
	if (!take_trial(t, &tried, true) || (!tried.fault && !tried.vectors && !take_pixels(t, &tried, pixels)))
		return false;
	*out = tried;
	t->left -= tried.vectors ? tried.held : 0;
	return true;
}

/* Why a process ended in the middle of a picture. */
static enum picture_fault cause(const struct trials *t, int status)
{
	if (t->late)
		return PICTURE_TIME;
	if (WIFEXITED(status))
		return WEXITSTATUS(status) == 3 ? PICTURE_MEMORY : PICTURE_CRASH;
	switch (WTERMSIG(status)) {
	case SIGPROF:
	case SIGXCPU:
		return PICTURE_TIME;
	case SIGABRT: /* how Rust and GLib meet a lack of it */
	case SIGKILL:
		return PICTURE_MEMORY;
	default:
		return PICTURE_CRASH;
	}
}

bool trials_try(struct trials *t, struct bytes file, struct picture_trial *out, const unsigned char **pixels)
{
	*pixels = NULL;
	*out = (struct picture_trial){ .fault = PICTURE_UNTRIED };
	if (t->failures == TRIAL_FAILURES_MAX)
		return true;
	if (!t->process && !start(t))
		return false;
	out->fault = PICTURE_FINE;
	if (ask(t, file, out, pixels))
		return true;
	*pixels = NULL;
	out->fault = cause(t, stop(t, true));
	t->failures++;
	return true;
}
