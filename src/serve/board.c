#define _XOPEN_SOURCE 700

#include "serve/board.h"

#include "base/deadline.h"
#include "base/str.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FILE_NAME = 256 };

static const double per_second = 1000, nanoseconds = 1e9; /* milliseconds and nanoseconds in one */

struct desk {
	bool taken, outdated, shown; /* shown: something was put up */
	struct board_setting setting;
	unsigned long number, told_number; /* of its state; of what stands behind it */
	size_t looks;
	unsigned long used; /* when somebody sat down last */
	bool right;
	struct board_page *pages;
	size_t n_pages, changed;
	double milliseconds;
	struct bytes told, faces;
	char faces_key[65];
	char *findings;
};

enum errand_state { ERRAND_NONE, ERRAND_WAITS, ERRAND_TAKEN, ERRAND_DONE };

struct errand { /* one at a time */
	enum errand_state state;
	struct board_setting setting;
	char format[BOARD_NAME], only[BOARD_ONLY], name[FILE_NAME];
	struct bytes file;
};

struct board {
	pthread_mutex_t lock;
	pthread_cond_t news;
	bool closed;
	void (*call)(void *of);
	void *of;
	unsigned long clock; /* counts who sits down */
	struct desk desks[BOARD_DESKS];
	struct errand errand;
};

/* ---- copies ---- */

static struct bytes copy(struct bytes of)
{
	char *data = of.data ? malloc(of.size + 1) : NULL;
	if (!data)
		return (struct bytes){ .size = 0 };
	memcpy(data, of.data, of.size);
	data[of.size] = '\0';
	return (struct bytes){ .data = data, .size = of.size };
}

static void drop(struct bytes *bytes)
{
	free((void *)(uintptr_t)bytes->data);
	*bytes = (struct bytes){ .size = 0 };
}

static void drop_pages(struct desk *d)
{
	for (size_t i = 0; i < d->n_pages; i++)
		drop(&d->pages[i].svg);
	free(d->pages);
	d->pages = NULL;
	d->n_pages = 0;
}

static void clear(struct desk *d)
{
	drop_pages(d);
	drop(&d->told);
	drop(&d->faces);
	free(d->findings);
	*d = (struct desk){ .taken = false };
}

/* ---- life ---- */

struct board *board_new(void (*call)(void *of), void *of)
{
	struct board *b = calloc(1, sizeof *b);
	pthread_condattr_t monotonic;
	if (!b)
		return NULL;
	b->call = call;
	b->of = of;
	pthread_mutex_init(&b->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&b->news, &monotonic);
	pthread_condattr_destroy(&monotonic);
	return b;
}

void board_free(struct board *b)
{
	if (!b)
		return;
	for (size_t i = 0; i < BOARD_DESKS; i++)
		clear(&b->desks[i]);
	drop(&b->errand.file);
	pthread_cond_destroy(&b->news);
	pthread_mutex_destroy(&b->lock);
	free(b);
}

void board_close(struct board *b)
{
	pthread_mutex_lock(&b->lock);
	b->closed = true;
	pthread_cond_broadcast(&b->news);
	pthread_mutex_unlock(&b->lock);
}

bool board_is_closed(struct board *b)
{
	pthread_mutex_lock(&b->lock);
	bool closed = b->closed;
	pthread_mutex_unlock(&b->lock);
	return closed;
}

/* ---- the working thread ---- */

void board_outdate(struct board *b)
{
	pthread_mutex_lock(&b->lock);
	for (size_t i = 0; i < BOARD_DESKS; i++)
		b->desks[i].outdated = b->desks[i].taken;
	pthread_mutex_unlock(&b->lock);
}

bool board_next(struct board *b, size_t *desk, struct board_setting *setting)
{
	bool found = false;
	pthread_mutex_lock(&b->lock);
	for (size_t i = 0; i < BOARD_DESKS && !found; i++) {
		struct desk *d = &b->desks[i];
		if (!d->taken || !d->outdated || (!d->looks && d->shown))
			continue;
		d->outdated = false;
		*desk = i;
		*setting = d->setting;
		found = true;
	}
	pthread_mutex_unlock(&b->lock);
	return found;
}

static void replace_pages(struct desk *d, const struct board_edition *e)
{
	struct board_page *pages = calloc(e->n_pages + 1, sizeof *pages);
	if (!pages)
		return;
	for (size_t i = 0; i < e->n_pages; i++) {
		pages[i] = e->pages[i];
		pages[i].svg = copy(e->pages[i].svg);
	}
	drop_pages(d);
	d->pages = pages;
	d->n_pages = e->n_pages;
}

void board_put(struct board *b, size_t desk, const struct board_edition *e)
{
	struct desk *d = &b->desks[desk];
	pthread_mutex_lock(&b->lock);
	d->right = e->right;
	d->milliseconds = e->milliseconds;
	d->changed = e->changed;
	free(d->findings);
	d->findings = strdup(e->findings);
	if (e->right)
		replace_pages(d, e);
	if (e->right && e->faces.size) {
		drop(&d->faces);
		d->faces = copy(e->faces);
		snprintf(d->faces_key, sizeof d->faces_key, "%s", e->faces_key);
	}
	d->shown = true;
	d->number++;
	pthread_cond_broadcast(&b->news);
	pthread_mutex_unlock(&b->lock);
}

void board_faces_key(struct board *b, size_t desk, char *key)
{
	pthread_mutex_lock(&b->lock);
	memcpy(key, b->desks[desk].faces_key, sizeof b->desks[desk].faces_key);
	pthread_mutex_unlock(&b->lock);
}

void board_put_told(struct board *b, size_t desk, struct bytes told)
{
	struct desk *d = &b->desks[desk];
	pthread_mutex_lock(&b->lock);
	drop(&d->told);
	d->told = copy(told);
	d->told_number = ++d->number;
	pthread_cond_broadcast(&b->news);
	pthread_mutex_unlock(&b->lock);
}

bool board_errand(struct board *b, struct board_setting *setting, char *format, char *only)
{
	pthread_mutex_lock(&b->lock);
	bool found = b->errand.state == ERRAND_WAITS;
	if (found) {
		b->errand.state = ERRAND_TAKEN;
		*setting = b->errand.setting;
		memcpy(format, b->errand.format, sizeof b->errand.format);
		memcpy(only, b->errand.only, sizeof b->errand.only);
	}
	pthread_mutex_unlock(&b->lock);
	return found;
}

void board_errand_done(struct board *b, struct bytes file, const char *name)
{
	pthread_mutex_lock(&b->lock);
	b->errand.file = copy(file);
	snprintf(b->errand.name, sizeof b->errand.name, "%s", name);
	b->errand.state = ERRAND_DONE;
	pthread_cond_broadcast(&b->news);
	pthread_mutex_unlock(&b->lock);
}

/* ---- readers ---- */

static bool is_same(const struct board_setting *a, const struct board_setting *b)
{
	return str_eq(a->look, b->look) && str_eq(a->language, b->language) && str_eq(a->page, b->page) &&
	       a->draft == b->draft;
}

/* The one with this setting, else a free one, else the one that nobody has looked at for longest. */
static struct desk *desk_for(struct board *b, const struct board_setting *setting)
{
	struct desk *free_desk = NULL, *oldest = NULL;
	for (size_t i = 0; i < BOARD_DESKS; i++) {
		struct desk *d = &b->desks[i];
		if (d->taken && is_same(&d->setting, setting))
			return d;
		if (!d->taken && !free_desk)
			free_desk = d;
		if (d->taken && d->shown && !d->looks && (!oldest || d->used < oldest->used))
			oldest = d;
	}
	if (!free_desk && oldest) {
		clear(oldest);
		free_desk = oldest;
	}
	if (free_desk)
		*free_desk = (struct desk){ .taken = true, .outdated = true, .setting = *setting };
	return free_desk;
}

bool board_sit(struct board *b, const struct board_setting *setting, size_t *desk)
{
	pthread_mutex_lock(&b->lock);
	struct desk *d = b->closed ? NULL : desk_for(b, setting);
	if (d) {
		d->used = ++b->clock;
		d->looks++; /* nobody takes it away meanwhile */
		if (d->outdated)
			b->call(b->of);
		while (!b->closed && (!d->shown || d->outdated))
			pthread_cond_wait(&b->news, &b->lock);
		d->looks--;
		*desk = (size_t)(d - b->desks);
	}
	bool there = d && d->shown;
	pthread_mutex_unlock(&b->lock);
	return there;
}

void board_look(struct board *b, size_t desk)
{
	pthread_mutex_lock(&b->lock);
	b->desks[desk].looks++;
	pthread_mutex_unlock(&b->lock);
}

void board_leave(struct board *b, size_t desk)
{
	pthread_mutex_lock(&b->lock);
	b->desks[desk].looks--;
	pthread_mutex_unlock(&b->lock);
}

static char *state_of(const struct desk *d)
{
	enum { PAGE = 160, REST = 256 };
	size_t room = REST + d->n_pages * PAGE + (d->findings ? strlen(d->findings) : 0), n;
	char *text = malloc(room);
	if (!text)
		return NULL;
	n = (size_t)snprintf(
		text, room,
		"{\"number\":%lu,\"told\":%lu,\"right\":%s,\"ms\":%.0f,\"changed\":%zu,\"faces\":\"%s\",\"pages\":[",
		d->number, d->told_number, d->right ? "true" : "false", d->milliseconds, d->changed, d->faces_key);
	for (size_t i = 0; i < d->n_pages; i++)
		n += (size_t)snprintf(text + n, room - n, "%s{\"id\":\"%s\",\"width\":%.2f,\"height\":%.2f}",
		                      i ? "," : "", d->pages[i].id, d->pages[i].width, d->pages[i].height);
	n += (size_t)snprintf(text + n, room - n, "],\"findings\":%s}", d->findings ? d->findings : "[]");
	for (size_t i = 0; i < n; i++)
		text[i] = text[i] == '\n' ? ' ' : text[i];
	return text;
}

char *board_state(struct board *b, size_t desk, unsigned long *seen, int milliseconds)
{
	struct desk *d = &b->desks[desk];
	double end = deadline_clock() + milliseconds / per_second;
	const struct timespec until = { (time_t)end, (long)((end - (double)(time_t)end) * nanoseconds) };
	int waited = 0;
	pthread_mutex_lock(&b->lock);
	while (!b->closed && d->number == *seen && waited != ETIMEDOUT)
		waited = pthread_cond_timedwait(&b->news, &b->lock, &until);
	char *text = !b->closed && d->number != *seen ? state_of(d) : NULL;
	*seen = d->number;
	pthread_mutex_unlock(&b->lock);
	return text;
}

struct bytes board_page(struct board *b, size_t desk, const char *id)
{
	struct bytes page = { .size = 0 };
	pthread_mutex_lock(&b->lock);
	const struct desk *d = &b->desks[desk];
	for (size_t i = 0; i < d->n_pages && !page.data; i++)
		if (str_eq(d->pages[i].id, id))
			page = copy(d->pages[i].svg);
	pthread_mutex_unlock(&b->lock);
	return page;
}

struct bytes board_told(struct board *b, size_t desk)
{
	pthread_mutex_lock(&b->lock);
	struct bytes told = copy(b->desks[desk].told);
	pthread_mutex_unlock(&b->lock);
	return told;
}

struct bytes board_faces(struct board *b, size_t desk)
{
	pthread_mutex_lock(&b->lock);
	struct bytes faces = copy(b->desks[desk].faces);
	pthread_mutex_unlock(&b->lock);
	return faces;
}

struct bytes board_fetch(struct board *b, const struct board_setting *setting, const char *format, const char *only,
                         char *name)
{
	struct errand *e = &b->errand;
	struct bytes file = { .size = 0 };
	pthread_mutex_lock(&b->lock);
	while (!b->closed && e->state != ERRAND_NONE)
		pthread_cond_wait(&b->news, &b->lock);
	if (!b->closed) {
		e->state = ERRAND_WAITS;
		e->setting = *setting;
		snprintf(e->format, sizeof e->format, "%s", format);
		snprintf(e->only, sizeof e->only, "%s", only);
		b->call(b->of);
		while (!b->closed && e->state != ERRAND_DONE)
			pthread_cond_wait(&b->news, &b->lock);
		file = e->file;
		e->file = (struct bytes){ .size = 0 };
		memcpy(name, e->name, sizeof e->name);
		e->state = ERRAND_NONE;
		pthread_cond_broadcast(&b->news);
	}
	pthread_mutex_unlock(&b->lock);
	return file;
}
