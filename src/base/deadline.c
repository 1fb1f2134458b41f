#define _XOPEN_SOURCE 700

#include "base/deadline.h"

#include "base/arena.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum { PER_SECOND = 1000, NANOSECONDS = 1000000 };

struct watch {
	pthread_mutex_t lock;
	pthread_cond_t over;
	pthread_t thread;
	struct deadline deadline;
	void (*stop)(void *what);
	void *what;
	bool started, ended;
};

static long long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * PER_SECOND + t.tv_nsec / NANOSECONDS;
}

struct deadline deadline_in(unsigned milliseconds)
{
	return (struct deadline){ now() + milliseconds };
}

bool deadline_passed(const struct deadline *deadline)
{
	return now() >= deadline->end;
}

double deadline_clock(void)
{
	return (double)now() / PER_SECOND;
}

static void *wait_for_it(void *closure)
{
	struct watch *w = closure;
	long long end = w->deadline.end;
	struct timespec until = { (time_t)(end / PER_SECOND), (long)(end % PER_SECOND) * NANOSECONDS };
	int waited = 0;
	pthread_mutex_lock(&w->lock);
	while (!w->ended && waited != ETIMEDOUT)
		waited = pthread_cond_timedwait(&w->over, &w->lock, &until);
	if (!w->ended)
		w->stop(w->what); /* under the lock: what is stopped cannot go away meanwhile */
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

static void end_watch(void *closure)
{
	struct watch *w = closure;
	if (w->started) {
		pthread_mutex_lock(&w->lock);
		w->ended = true;
		pthread_cond_signal(&w->over);
		pthread_mutex_unlock(&w->lock);
		pthread_join(w->thread, NULL);
	}
	pthread_cond_destroy(&w->over);
	pthread_mutex_destroy(&w->lock);
}

bool deadline_watch(struct arena *arena, struct deadline deadline, void (*stop)(void *what), void *what)
{
	struct watch *w = arena_alloc(arena, 1, sizeof *w);
	pthread_condattr_t monotonic;
	w->deadline = deadline;
	w->stop = stop;
	w->what = what;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&w->over, &monotonic);
	pthread_condattr_destroy(&monotonic);
	pthread_mutex_init(&w->lock, NULL);
	arena_defer(arena, end_watch, w);
	w->started = pthread_create(&w->thread, NULL, wait_for_it, w) == 0;
	return w->started;
}
