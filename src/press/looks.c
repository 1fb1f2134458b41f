/* Looks and their fonts, kept from call to call. */
#include "press/job.h"

#include "base/str.h"
#include "style/look.h"
#include "text/text.h"

enum { LOOKS_MAX = 8 }; /* that are kept: each has its fonts open */

static void free_look(struct press_look *look)
{
	if (look->office)
		free_look(look->office);
	for (size_t i = 0; i < PRESS_WORKERS_MAX; i++)
		arena_free(look->fonts_arena[i]);
	arena_free(look->arena);
}

/* What was laid out in a look goes with it. */
static void free_used(struct press *press, struct press_look *look)
{
	press_layouts_drop(press);
	free_look(look);
}

static void forget_texts(struct press_look *look)
{
	for (size_t i = 0; i < PRESS_WORKERS_MAX; i++)
		if (look->fonts[i])
			fontset_forget(look->fonts[i]);
	if (look->office)
		forget_texts(look->office);
}

void press_looks_rest(struct press *press)
{
	size_t n = 0;
	for (struct press_look *look; (look = press->outdated) != NULL;) {
		press->outdated = look->next;
		free_used(press, look);
	}
	for (struct press_look **at = &press->looks; *at;) {
		struct press_look *look = *at;
		if (++n > LOOKS_MAX) {
			*at = look->next;
			free_used(press, look);
			continue;
		}
		forget_texts(look);
		at = &look->next;
	}
}

/* The last one used comes first. If its files are no longer what was read, it leaves the list; the call may have used
 * it already, so it is freed after the call only. */
static struct press_look *find(struct press *press, const char *name, const char *below)
{
	for (struct press_look **at = &press->looks; *at; at = &(*at)->next) {
		struct press_look *look = *at;
		if (!str_eq(look->name, name) || !str_eq(look->below, below))
			continue;
		*at = look->next;
		if (inputs_current(look->inputs)) {
			look->next = press->looks;
			return press->looks = look;
		}
		look->next = press->outdated;
		press->outdated = look;
		return NULL;
	}
	return NULL;
}

/* On an arena of its own, which is freed again if anything is wrong. */
static struct press_look *read_look(struct press_job *job, const char *name, const char *below)
{
	struct press *press = job->press;
	struct arena *arena = arena_new_below(press_warm(press->workers[0]));
	struct press_look *look = arena_alloc(arena, 1, sizeof *look);
	look->arena = arena;
	look->name = arena_strdup(arena, name);
	look->below = below ? arena_strdup(arena, below) : NULL;
	look->inputs = inputs_new(arena);
	look->told = diags_new(arena);
	look->look = look_load(arena, look->inputs, name, look->below, press->world.looks, look->told);
	return look;
}

struct press_look *press_look_of(struct press_job *job, const char *name, const char *below, struct diags *diags)
{
	struct press_look *look = find(job->press, name, below);
	if (!look) {
		look = read_look(job, name, below);
		if (look->look) {
			look->next = job->press->looks;
			job->press->looks = look;
		}
	}
	diags_append(diags, look->told);
	if (look->look) {
		inputs_append(job->inputs, look->inputs);
		return look;
	}
	inputs_copy(job->inputs, look->inputs); /* what is to be watched until it can be read */
	free_look(look);
	return NULL;
}

struct press_look *press_office_look(struct press_look *look)
{
	if (look->office)
		return look->office;
	struct arena *arena = arena_new_below(look->arena);
	struct press_look *office = arena_alloc(arena, 1, sizeof *office);
	office->arena = arena;
	office->name = look->name;
	office->look = look_in_office(arena, look->look);
	return look->office = office;
}

struct fontset *press_fonts_of(struct press_look *look, struct press_worker *worker, size_t number, struct diags *diags)
{
	const struct press_world *world = &worker->press->world;
	if (!look->fonts[number]) {
		struct arena *arena = arena_new_below(press_warm(worker));
		look->fonts_told[number] = diags_new(arena);
		look->fonts[number] = fontset_open(arena, look->look, world->font_roots, world->n_font_roots,
		                                   look->fonts_told[number]);
		if (look->fonts[number]) {
			look->fonts_arena[number] = arena;
		} else {
			diags_append(diags, look->fonts_told[number]);
			arena_free(arena);
			return NULL;
		}
	}
	diags_append(diags, look->fonts_told[number]);
	return look->fonts[number];
}
