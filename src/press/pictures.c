/* Charts that are files of their own, drawn by several workers. */
#define _XOPEN_SOURCE 700

#include "chart/rows.h"
#include "press/job.h"
#include "press/record.h"

#include <string.h>
#include <unistd.h>

/* Another picture, until there is none or somebody ran out of memory. */
static struct picture *next_picture(struct press_job *job)
{
	struct press *press = job->press;
	struct picture *picture = NULL;
	pthread_mutex_lock(&press->lock);
	if (!press->stop && press->next < job->n_pictures)
		picture = &job->pictures[press->next++];
	pthread_mutex_unlock(&press->lock);
	return picture;
}

static void stop(struct press *press)
{
	pthread_mutex_lock(&press->lock);
	press->stop = true;
	pthread_mutex_unlock(&press->lock);
}

static bool paint_picture(const struct press_job *job, struct press_worker *worker, struct picture *picture)
{
	struct paint_info info = press_info(job, worker->call);
	struct bytes bytes;
	info.record = picture->record;
	info.look = press_chart_look(job, picture->block)->look;
	info.pixels_per_point = job->size.pixels_per_point * (job->asked.scale > 0 ? job->asked.scale : 1);
	if (job->painter->holds_attachments)
		press_attach_values(job, worker->call, &info);
	if (!paint(press_box(worker), job->painter, (const struct scene *const *)picture->pages.items,
	           picture->pages.count, &info, &bytes, picture->diags))
		return false;
	char *copy = arena_alloc(worker->call, bytes.size + 1, 1);
	memcpy(copy, bytes.data, bytes.size);
	picture->bytes = (struct bytes){ .data = copy, .size = bytes.size };
	return true;
}

static bool draw_picture(const struct press_job *job, struct press_worker *worker, struct fontset *fonts,
                         struct picture *picture)
{
	double scale = job->asked.scale > 0 ? job->asked.scale : 1;
	struct chart_request q = press_chart_request(job, picture->block, fonts);
	q.medium = job->size.medium;
	q.width = job->size.width;
	q.height = job->size.height;
	q.pixel = 1 / (job->size.pixels_per_point * scale);
	q.paged = job->painter->holds_pages;
	q.grow = !q.paged && !job->asked.size && q.rows > rows_usual(&q);
	if (!press_lay_out(job, worker->call, picture->block, &q, &picture->pages, picture->diags))
		return false;
	if (job->asked.layout_only)
		return true;
	picture->record = record_of_chart(worker->call, job, picture->block->chart.id, &q, picture->pages.items[0]);
	return paint_picture(job, worker, picture);
}

static size_t number_of(const struct press_worker *worker)
{
	size_t i = 0;
	while (worker->press->workers[i] != worker)
		i++;
	return i;
}

static void draw_pictures(void *closure)
{
	struct press_worker *worker = closure;
	struct press_job *job = worker->press->job;
	struct picture *picture;
	size_t number = number_of(worker);
	struct fontset *usual = number ? NULL : job->fonts; /* those of the pages */
	while ((picture = next_picture(job)) != NULL) {
		picture->diags = diags_new(worker->call);
		struct press_look *look = press_chart_look(job, picture->block);
		struct fontset *fonts = look == job->look ? usual : NULL;
		if (!fonts)
			fonts = press_fonts_of(look, worker, number, picture->diags);
		if (look == job->look)
			usual = fonts;
		picture->ok = fonts && draw_picture(job, worker, fonts, picture);
	}
}

static void *work(void *closure)
{
	struct press_worker *worker = closure;
	worker->call = arena_new_on(&worker->edge);
	if (!worker->call || !arena_edge_run(&worker->edge, draw_pictures, worker)) {
		worker->exhausted = true;
		stop(worker->press);
	}
	return NULL;
}

/* Each worker opens fonts and shapes texts of its own, which takes as long as a few pictures do. */
static size_t workers_for(const struct press_job *job)
{
	enum { PICTURES_PER_WORKER = 6 };
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = processors < 1 ? 1 : (size_t)processors, worth = 1 + job->n_pictures / PICTURES_PER_WORKER;
	if (job->asked.jobs) {
		most = job->asked.jobs < PRESS_WORKERS_MAX ? job->asked.jobs : PRESS_WORKERS_MAX;
		worth = job->n_pictures + 1;
	}
	return worth < most ? worth : most;
}

static void start(struct press_job *job, size_t n)
{
	struct press *press = job->press;
	for (size_t i = 1; i < n; i++) {
		struct press_worker *worker = press_worker(press, i);
		if (!worker || pthread_create(&worker->thread, NULL, work, worker) != 0)
			return; /* fewer workers do the same */
		worker->started = true;
	}
}

/* Waits until the others have drawn what there is. */
static void join(struct press *press)
{
	for (size_t i = 1; i < PRESS_WORKERS_MAX; i++)
		if (press->workers[i] && press->workers[i]->started) {
			pthread_join(press->workers[i]->thread, NULL);
			press->workers[i]->started = false;
		}
}

void press_join(struct press *press)
{
	stop(press);
	join(press);
}

bool press_draw_pictures(struct press_job *job, bool (*act)(struct press_job *job))
{
	struct press *press = job->press;
	start(job, workers_for(job));
	bool ok = act(job);
	draw_pictures(press->workers[0]);
	join(press);
	if (press->stop)
		return false;
	for (size_t i = 0; i < job->n_pictures; i++) {
		press_tell(job->diags, job->pictures[i].diags, job->pictures[i].block->place, false);
		ok = ok && job->pictures[i].ok;
	}
	return ok;
}
