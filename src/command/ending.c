#define _XOPEN_SOURCE 700

#include "command/ending.h"

#include "base/process.h"
#include "command/command.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static void say(const char *text)
{
	if (write(STDERR_FILENO, text, strlen(text)) < 0)
		return; /* nobody listens */
}

static _Noreturn void end(const char *what, const char *why)
{
	process_await();
	process_drop();
	if (process_settled() >= 0)
		_exit(process_settled());
	say("benchbrief: error: ");
	say(what);
	say(why);
	say("\n");
	_exit(EXIT_SYSTEM);
}

_Noreturn void ending_without_memory(void)
{
	end("out of memory", "");
}

static void on_abort_of_library(const char *why)
{
	end("a library cannot go on: ", why);
}

/* A library that gives up says why, if it does, before it comes here. */
static void on_abort(int signal)
{
	end("a library gave up", signal == SIGBUS ? ": a file that was being read became shorter" : "");
}

/* Asked to end, or broken: the files are removed, and the signal does what it would have done. */
static void on_end(int number)
{
	process_drop();
	signal(number, SIG_DFL);
	raise(number);
}

static void handle(int number, void (*act)(int))
{
	struct sigaction before, now = { .sa_handler = act };
	sigfillset(&now.sa_mask);
	if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN) /* nohup's wish stands */
		sigaction(number, &now, NULL);
}

void ending_install(void)
{
	static const int ends[] = {
		SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGALRM, SIGXCPU, SIGFPE, SIGILL, SIGSEGV
	};
	static const int aborts[] = { SIGABRT, SIGTRAP, SIGBUS };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		handle(ends[i], on_end);
	for (size_t i = 0; i < sizeof aborts / sizeof *aborts; i++)
		handle(aborts[i], on_abort);
	signal(SIGXFSZ, SIG_IGN); /* the write that is too long then tells of itself */
	process_on_abort(on_abort_of_library);
}
