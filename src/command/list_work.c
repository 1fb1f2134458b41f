#define _XOPEN_SOURCE 700

#include "command/list_work.h"

#include "base/arena.h"
#include "base/deadline.h"
#include "base/process.h"

#include <pthread.h>
#include <unistd.h>

/* So many briefings may be done before the one that has to be told first: one that takes long keeps nobody waiting. */
enum { AHEAD_MAX = 512 };

struct slot { /* one briefing on its way; ready: it is the teller's */
	struct arena_edge edge;
	struct arena *arena;
	struct list_told told;
	struct diags *diags;
	bool ready;
};

struct worker {
	struct list_work *work;
	struct command_env env; /* with a session of its own */
	struct slot *slot;
	const struct list_line *line;
	pthread_t thread;
	bool started;
};

struct list_work {
	struct command_env *env;
	const struct list *list;
	struct list_share share;
	size_t count, n_workers, jobs_inside;
	bool wants_report;
	struct worker *workers;
	struct slot *slots; /* a ring */
	size_t n_slots;
	struct diags *no_memory;
	pthread_rwlock_t beside; /* held for reading beside others, for writing alone */
	pthread_mutex_t lock;    /* of what follows, and of what is ready */
	pthread_cond_t news, room;
	size_t next, told; /* to be begun; that the teller is done with */
	struct progress_count counted;
	bool stop;
	bool telling; /* the teller's own: a slot is in use */
};

/* ---- a worker ---- */

static void make(void *closure)
{
	struct worker *w = closure;
	struct list_told *told = &w->slot->told;
	struct command_env *env = &w->env;
	struct list_entry entry;
	env->arena = w->slot->arena;
	env->diags = w->slot->diags = diags_new(env->arena);
	env->queries = w->work->env->queries;
	told->made.wants_report = w->work->wants_report;
	if (!list_take(env, w->work->list, w->line, &entry))
		return;
	told->path = entry.request.path;
	entry.request.jobs = w->work->jobs_inside;
	const struct press_result *result = press_make_briefing(command_press(env), &entry.request);
	if (command_take(env, result, told->path))
		render_write(env, &entry.to, result, &told->made);
}

static void attempt(struct worker *w)
{
	struct slot *slot = w->slot;
	slot->told = (struct list_told){ .line = w->line, .path = w->line->text };
	slot->edge = (struct arena_edge){ .armed = false };
	slot->arena = arena_new_on(&slot->edge);
	slot->diags = NULL;
	bool made = slot->arena && arena_edge_run(&slot->edge, make, w);
	if (!made) {
		slot->told.made = (struct render_made){ 0 };
		slot->told.path = w->line->text;
	}
	slot->told.diags = made ? slot->diags : w->work->no_memory;
	slot->told.state = list_state_of(slot->told.diags);
}

/* What failed beside others is tried once more alone: a library's complaint may have been about another briefing
 * (press.h), and memory that was short is there again. */
static void make_slot(struct worker *w)
{
	struct list_work *work = w->work;
	double begun = deadline_clock();
	pthread_rwlock_rdlock(&work->beside);
	attempt(w);
	pthread_rwlock_unlock(&work->beside);
	if (w->slot->told.state == LIST_FAILED && work->n_workers > 1) {
		arena_free(w->slot->arena);
		pthread_rwlock_wrlock(&work->beside);
		attempt(w);
		pthread_rwlock_unlock(&work->beside);
	}
	w->slot->told.seconds = deadline_clock() - begun;
}

/* False where there is no more to do. */
static bool take_next(struct worker *w)
{
	struct list_work *work = w->work;
	pthread_mutex_lock(&work->lock);
	while (!work->stop && work->next < work->count && work->next - work->told >= work->n_slots)
		pthread_cond_wait(&work->room, &work->lock);
	bool more = !work->stop && work->next < work->count;
	if (more) {
		w->line = &work->list->lines[work->share.number - 1 + work->next * work->share.of];
		w->slot = &work->slots[work->next++ % work->n_slots];
	}
	pthread_mutex_unlock(&work->lock);
	return more;
}

static void *work_on(void *closure)
{
	struct worker *w = closure;
	struct list_work *work = w->work;
	while (take_next(w)) {
		make_slot(w);
		pthread_mutex_lock(&work->lock);
		w->slot->ready = true;
		list_count(&work->counted, w->slot->told.state);
		pthread_cond_signal(&work->news);
		pthread_mutex_unlock(&work->lock);
	}
	return NULL;
}

/* ---- the crew ---- */

static void end(void *closure)
{
	struct list_work *work = closure;
	pthread_mutex_lock(&work->lock);
	work->stop = true;
	pthread_cond_broadcast(&work->room);
	pthread_mutex_unlock(&work->lock);
	for (size_t i = 0; i < work->n_workers; i++) {
		if (work->workers[i].started)
			pthread_join(work->workers[i].thread, NULL);
		press_close(work->workers[i].env.press);
	}
	for (size_t i = 0; i < work->n_slots; i++)
		arena_free(work->slots[i].arena);
	pthread_cond_destroy(&work->news);
	pthread_cond_destroy(&work->room);
	pthread_mutex_destroy(&work->lock);
	pthread_rwlock_destroy(&work->beside);
}

size_t list_work_count(const struct list_share *share, const struct list *list)
{
	return list->count < share->number ? 0 : (list->count - share->number) / share->of + 1;
}

static void plan(struct list_work *work, size_t jobs)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (!jobs)
		jobs = processors < 1 ? 1 : processors > RENDER_JOBS_MAX ? RENDER_JOBS_MAX : (size_t)processors;
	size_t most = work->count ? work->count : 1;
	work->n_workers = jobs < most ? jobs : most;
	work->jobs_inside = jobs / work->n_workers;
	work->n_slots = most < AHEAD_MAX ? most : AHEAD_MAX;
}

/* Sessions are opened on this thread: the first makes what all share. */
static bool start(struct list_work *work)
{
	bool any = false;
	for (size_t i = 0; i < work->n_workers; i++) {
		struct worker *w = &work->workers[i];
		w->work = work;
		w->env = *work->env;
		w->env.press = NULL;
		command_press(&w->env);
	}
	for (size_t i = 0; i < work->n_workers; i++) {
		struct worker *w = &work->workers[i];
		w->started = pthread_create(&w->thread, NULL, work_on, w) == 0;
		any |= w->started; /* fewer do the same */
	}
	return any;
}

struct list_work *list_work_start(struct command_env *env, const struct list *list, const struct list_share *share,
                                  size_t jobs, bool wants_report)
{
	struct list_work *work = arena_alloc(env->arena, 1, sizeof *work);
	*work = (struct list_work){ .env = env,
		                    .list = list,
		                    .share = *share,
		                    .count = list_work_count(share, list),
		                    .wants_report = wants_report,
		                    .no_memory = diags_new(env->arena) };
	plan(work, jobs);
	work->workers = arena_alloc(env->arena, work->n_workers, sizeof *work->workers);
	work->slots = arena_alloc(env->arena, work->n_slots, sizeof *work->slots);
	diag_add(work->no_memory, DIAG_FAILURE, place_file(NULL), "give the run more memory, or fewer --jobs",
	         "out of memory");
	pthread_rwlock_init(&work->beside, NULL);
	pthread_mutex_init(&work->lock, NULL);
	pthread_cond_init(&work->news, NULL);
	pthread_cond_init(&work->room, NULL);
	arena_defer(env->arena, end, work);
	process_share();
	if (start(work))
		return work;
	diag_add(env->diags, DIAG_FAILURE, place_file(NULL), "end what else runs, or raise its limit of processes",
	         "no thread could be started");
	return NULL;
}

/* ---- telling ---- */

/* What is ready is the teller's, and no worker touches it. */
static void await(struct list_work *work, const struct slot *slot, struct progress *progress,
                  struct progress_count *count_now)
{
	pthread_mutex_lock(&work->lock);
	for (;;) {
		*count_now = work->counted;
		if (slot->ready)
			break;
		pthread_cond_wait(&work->news, &work->lock);
		*count_now = work->counted;
		pthread_mutex_unlock(&work->lock);
		progress_show(progress, count_now);
		pthread_mutex_lock(&work->lock);
	}
	pthread_mutex_unlock(&work->lock);
}

static void give_back(struct list_work *work)
{
	struct slot *slot = &work->slots[work->told % work->n_slots];
	if (!work->telling)
		return;
	work->telling = false;
	arena_free(slot->arena);
	pthread_mutex_lock(&work->lock);
	slot->arena = NULL;
	slot->ready = false;
	work->told++;
	pthread_cond_broadcast(&work->room);
	pthread_mutex_unlock(&work->lock);
}

const struct list_told *list_work_next(struct list_work *work, struct progress *progress,
                                       struct progress_count *count_now)
{
	give_back(work);
	if (work->told == work->count)
		return NULL;
	const struct slot *slot = &work->slots[work->told % work->n_slots];
	await(work, slot, progress, count_now);
	work->telling = true;
	return &slot->told;
}
