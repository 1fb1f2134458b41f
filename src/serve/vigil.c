#define _XOPEN_SOURCE 700

#include "serve/vigil.h"

#include "base/arena.h"
#include "base/deadline.h"
#include "serve/notify.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* How long writers are waited for, in milliseconds after what they did last, and in all. */
enum { WAIT_WRITTEN = 8, WAIT_GONE = 150, WAIT_WRITING = 250, WAIT_LONGEST = 2000 };

enum { ON_CHANGE, ON_SIGNAL, ON_CALL, DESCRIPTORS };

struct vigil {
	struct notify *notify;
	int signals, call;
	sigset_t before;
};

static void end_vigil(void *closure)
{
	struct vigil *v = closure;
	if (v->signals >= 0)
		close(v->signals);
	if (v->call >= 0)
		close(v->call);
	pthread_sigmask(SIG_SETMASK, &v->before, NULL);
}

struct vigil *vigil_new(struct arena *arena, struct diags *diags)
{
	struct vigil *v = arena_alloc(arena, 1, sizeof *v);
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &ends, &v->before);
	v->signals = signalfd(-1, &ends, SFD_NONBLOCK | SFD_CLOEXEC);
	v->call = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	arena_defer(arena, end_vigil, v);
	if (v->signals < 0 || v->call < 0) {
		diag_add(diags, DIAG_FAILURE, place_file(NULL), NULL, "signals cannot be waited for: %s",
		         strerror(errno));
		return NULL;
	}
	v->notify = notify_new(arena, diags);
	return v->notify ? v : NULL;
}

bool vigil_follow(struct vigil *v, const struct inputs *inputs, struct diags *diags)
{
	notify_follow(v->notify, inputs, diags);
	return !inputs_current(inputs);
}

static int patience(enum notify_state state)
{
	switch (state) {
	case NOTIFY_NOTHING:
	case NOTIFY_WRITTEN:
		return WAIT_WRITTEN;
	case NOTIFY_WRITING:
		return WAIT_WRITING;
	case NOTIFY_GONE:
		return WAIT_GONE;
	}
	return WAIT_WRITTEN;
}

/* Until nothing more has come for as long as the last of it may take. */
static void gather(struct vigil *v, enum notify_state state)
{
	struct deadline longest = deadline_in(WAIT_LONGEST);
	struct pollfd on = { notify_descriptor(v->notify), POLLIN, 0 };
	while (!deadline_passed(&longest)) {
		int ready = poll(&on, 1, patience(state));
		if (ready == 0)
			return;
		enum notify_state next = ready > 0 ? notify_take(v->notify) : NOTIFY_NOTHING;
		state = next == NOTIFY_NOTHING ? state : next;
	}
}

static bool take(int descriptor)
{
	uint64_t count;
	return read(descriptor, &count, sizeof count) == sizeof count;
}

/* One that stays pending would end the process when it is let through again. */
static bool take_signal(const struct vigil *v)
{
	struct signalfd_siginfo info;
	return read(v->signals, &info, sizeof info) == sizeof info;
}

enum vigil_end vigil_wait(struct vigil *v)
{
	struct pollfd on[DESCRIPTORS] = { [ON_CHANGE] = { notify_descriptor(v->notify), POLLIN, 0 },
		                          [ON_SIGNAL] = { v->signals, POLLIN, 0 },
		                          [ON_CALL] = { v->call, POLLIN, 0 } };
	for (;;) {
		poll(on, DESCRIPTORS, -1);
		if (on[ON_SIGNAL].revents && take_signal(v))
			return VIGIL_ENDED;
		enum notify_state state = on[ON_CHANGE].revents ? notify_take(v->notify) : NOTIFY_NOTHING;
		if (state != NOTIFY_NOTHING) {
			gather(v, state);
			return VIGIL_CHANGED;
		}
		if (on[ON_CALL].revents && take(v->call))
			return VIGIL_CALLED;
	}
}

void vigil_call(struct vigil *v)
{
	const uint64_t one = 1;
	ssize_t written = write(v->call, &one, sizeof one);
	(void)written; /* full: it is called already */
}

const char *vigil_changed(const struct vigil *v, size_t i)
{
	return notify_changed(v->notify, i);
}
