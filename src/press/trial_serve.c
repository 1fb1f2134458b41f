/* The helper: gives up its rights, then tries what it is given until there is no more. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/confine.h"
#include "paint/attempt.h"
#include "paint/system_fonts.h"
#include "press/trial.h"
#include "press/trial_parts.h"

#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

const char trial_argument[] = "--try-pictures";

/* Standard input is one end of the pair, which works both ways. */
static bool take(void *into, size_t size)
{
	return trial_take(STDIN_FILENO, into, size);
}

static bool give(const void *from, size_t size)
{
	return trial_give(STDIN_FILENO, from, size);
}

/* The signal of the timer ends the process. */
static void allow(long seconds)
{
	struct itimerval timer = { .it_value = { .tv_sec = seconds } };
	setitimer(ITIMER_PROF, &timer, NULL);
}

static bool serve_one(struct arena *arena, const struct trial_request *request)
{
	struct bytes file = { .size = request->size };
	struct picture_trial trial;
	const unsigned char *pixels = NULL;
	char *bytes = arena_alloc(arena, file.size + 1, 1);
	file.data = bytes;
	if (!take(bytes, file.size))
		return false;
	allow(TRIAL_SECONDS_MAX);
	picture_glance(file, &trial);
	if (!give(&trial, sizeof trial))
		return false;
	if (!trial.fault) {
		picture_try(arena, file, request->left, &trial, &pixels);
		if (!give(&trial, sizeof trial) ||
		    (pixels && !give(pixels, (size_t)trial.columns * trial.rows * sizeof(uint32_t))))
			return false;
	}
	allow(0);
	return true;
}

int trial_serve(void)
{
	const struct confine_limits limits = { .memory = TRIAL_MEMORY_MAX, .seconds = TRIAL_SECONDS_ALL };
	struct arena *arena = arena_new(), *one = arena_new_below(arena);
	struct system_fonts *fonts = system_fonts_new(arena);
	struct trial_request request;
	size_t n_fonts;
	confine_shed();
	confine_catch_output();
	setenv("RSVG_LOG", "1", 1); /* makes librsvg say what it leaves out */
	setenv("RAYON_NUM_THREADS", "1", 1);
	picture_warm_up(fonts);
	const char *const *files = system_fonts_files(arena, fonts, &n_fonts);
	confine_keep(files, n_fonts);
	int confined = confine(&limits) == CONFINED;
	bool ok = give(&confined, sizeof confined);
	while (ok && take(&request, sizeof request)) {
		ok = request.size <= PICTURE_BYTES_MAX && serve_one(one, &request);
		arena_empty(one);
	}
	arena_free(arena);
	return !ok;
}
