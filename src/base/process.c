#define _XOPEN_SOURCE 700

#include "base/process.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { GUARDS_MAX = 4096, COMPLAINT_BYTES = 512 };

static struct {
	_Atomic(const char *) guarded[GUARDS_MAX];
	atomic_bool ending;
	atomic_size_t complaints;
	atomic_int outcome; /* the status plus one; 0: not settled */
	atomic_bool committed, shared;
	pthread_t committer;
	void (*_Atomic end)(const char *why);
	pthread_mutex_t lock; /* of what follows */
	char complaint[COMPLAINT_BYTES];
	bool prepared;
} process = { .lock = PTHREAD_MUTEX_INITIALIZER };

/* ---- files ---- */

size_t process_guard(const char *path)
{
	for (size_t i = 0; i < GUARDS_MAX; i++) {
		const char *none = NULL;
		if (atomic_compare_exchange_strong(&process.guarded[i], &none, path))
			return i + 1;
	}
	return 0;
}

void process_unguard(size_t guard)
{
	if (!guard)
		return;
	/* Either the handler sees that the path is gone, or we see that it is at work, and must not free the path. */
	atomic_store(&process.guarded[guard - 1], NULL);
	while (atomic_load(&process.ending))
		pause();
}

void process_drop(void)
{
	atomic_store(&process.ending, true);
	for (size_t i = 0; i < GUARDS_MAX; i++) {
		const char *path = atomic_load(&process.guarded[i]);
		if (path)
			unlink(path);
	}
}

/* ---- libraries ---- */

void process_complain(const char *what)
{
	pthread_mutex_lock(&process.lock);
	snprintf(process.complaint, sizeof process.complaint, "%s", what);
	pthread_mutex_unlock(&process.lock);
	atomic_fetch_add(&process.complaints, 1);
}

size_t process_complaints(void)
{
	return atomic_load(&process.complaints);
}

void process_last_complaint(char *to, size_t room)
{
	pthread_mutex_lock(&process.lock);
	snprintf(to, room, "%s", process.complaint);
	pthread_mutex_unlock(&process.lock);
}

void process_on_abort(void (*end)(const char *why))
{
	atomic_store(&process.end, end);
}

void process_abort(const char *why)
{
	void (*end)(const char *) = atomic_load(&process.end);
	if (end)
		end(why);
}

void process_once(void (*act)(void))
{
	pthread_mutex_lock(&process.lock);
	if (!process.prepared)
		act();
	process.prepared = true;
	pthread_mutex_unlock(&process.lock);
}

void process_settle(int status)
{
	atomic_store(&process.outcome, status + 1);
}

int process_settled(void)
{
	return atomic_load(&process.outcome) - 1;
}

void process_share(void)
{
	atomic_store(&process.shared, true);
}

void process_commit(void)
{
	if (atomic_load(&process.shared))
		return;
	process.committer = pthread_self();
	atomic_store(&process.committed, true);
}

void process_await(void)
{
	enum { TIMES = 2000, NANOSECONDS = 1000000 };
	if (!atomic_load(&process.committed) || pthread_equal(process.committer, pthread_self()))
		return;
	for (int i = 0; i < TIMES && process_settled() < 0; i++)
		nanosleep(&(struct timespec){ .tv_nsec = NANOSECONDS }, NULL);
}
