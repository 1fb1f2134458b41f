/* Charts that are files of their own, drawn by several hands. */
#define _XOPEN_SOURCE 700

#include "press/job.h"

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

static bool paint_picture(const struct press_job *job, struct press_hand *hand, struct picture *picture)
{
	struct paint_info info = press_info(job, hand->call);
	struct bytes bytes;
	info.pixels_per_point = job->size.pixels_per_point * (job->asked.scale > 0 ? job->asked.scale : 1);
	if (!paint(press_box(hand), job->painter, (const struct scene *const *)picture->pages.items,
	           picture->pages.count, &info, &bytes, picture->diags))
		return false;
	char *copy = arena_alloc(hand->call, bytes.size + 1, 1);
	memcpy(copy, bytes.data, bytes.size);
	picture->bytes = (struct bytes){ copy, bytes.size };
	return true;
}

static bool draw_picture(const struct press_job *job, struct press_hand *hand, struct fontset *fonts,
                         struct picture *picture)
{
	double scale = job->asked.scale > 0 ? job->asked.scale : 1;
	struct chart_request q = press_chart_request(job, picture->block, fonts);
	q.medium = job->size.medium;
	q.width = job->size.width;
	q.height = job->size.height;
	q.pixel = 1 / (job->size.pixels_per_point * scale);
	q.paged = job->painter->holds_pages;
	q.grow = !q.paged && !job->asked.size && q.rows > 12;
	return press_lay_out(job, hand->call, picture->block, &q, &picture->pages, picture->diags) &&
	       (job->asked.layout_only || paint_picture(job, hand, picture));
}

static size_t number_of(const struct press_hand *hand)
{
	size_t i = 0;
	while (hand->press->hands[i] != hand)
		i++;
	return i;
}

static void draw_pictures(void *closure)
{
	struct press_hand *hand = closure;
	struct press_job *job = hand->press->job;
	struct picture *picture;
	struct fontset *fonts = hand == hand->press->hands[0] ? job->fonts : NULL;
	while ((picture = next_picture(job)) != NULL) {
		picture->diags = diags_new(hand->call);
		if (!fonts)
			fonts = press_fonts_of(job->look, hand, number_of(hand), picture->diags);
		picture->ok = fonts && draw_picture(job, hand, fonts, picture);
	}
}

static void *work(void *closure)
{
	struct press_hand *hand = closure;
	hand->call = arena_new_on(&hand->edge);
	if (!hand->call || !arena_edge_run(&hand->edge, draw_pictures, hand)) {
		hand->exhausted = true;
		stop(hand->press);
	}
	return NULL;
}

/* Each hand opens fonts and shapes texts of its own, which takes as long as a few pictures do. */
static size_t hands_for(const struct press_job *job)
{
	enum { PICTURES_PER_HAND = 6 };
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = processors < 1 ? 1 : (size_t)processors, worth = 1 + job->n_pictures / PICTURES_PER_HAND;
	if (job->asked.jobs) {
		most = job->asked.jobs < PRESS_HANDS_MAX ? job->asked.jobs : PRESS_HANDS_MAX;
		worth = job->n_pictures + 1;
	}
	return worth < most ? worth : most;
}

static void start(struct press_job *job, size_t n)
{
	struct press *press = job->press;
	for (size_t i = 1; i < n; i++) {
		struct press_hand *hand = press_hand(press, i);
		if (!hand || pthread_create(&hand->thread, NULL, work, hand) != 0)
			return; /* fewer hands do the same */
		hand->started = true;
	}
}

/* Waits until the others have drawn what there is. */
static void join(struct press *press)
{
	for (size_t i = 1; i < PRESS_HANDS_MAX; i++)
		if (press->hands[i] && press->hands[i]->started) {
			pthread_join(press->hands[i]->thread, NULL);
			press->hands[i]->started = false;
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
	start(job, hands_for(job));
	bool ok = act(job);
	draw_pictures(press->hands[0]);
	join(press);
	if (press->stop)
		return false;
	for (size_t i = 0; i < job->n_pictures; i++) {
		press_tell(job->diags, job->pictures[i].diags, job->pictures[i].block->place, false);
		ok = ok && job->pictures[i].ok;
	}
	return ok;
}
