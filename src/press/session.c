#include "base/map.h"
#include "press/job.h"

#include "base/process.h"
#include "base/str.h"
#include "brief/briefing_read.h"
#include "facts/recall.h"
#include "text/complaints.h"
#include "text/text.h"

#include <stdlib.h>

/* ---- life ---- */

struct press_worker *press_worker(struct press *press, size_t number)
{
	if (press->workers[number])
		return press->workers[number];
	struct press_worker *worker = calloc(1, sizeof *worker);
	if (!worker)
		return NULL;
	worker->press = press;
	worker->edge.limit = press->world.memory_limit;
	return press->workers[number] = worker;
}

/* Everything that was kept from call to call. */
static void cool_down(struct press *press)
{
	/* Looks are on the first worker's arena, their fonts on each worker's. */
	press->looks = press->outdated = NULL;
	press->data[0] = press->data[1] = NULL;
	press->layouts = NULL;
	press->recall = NULL;
	press->texts = NULL;
	for (size_t i = PRESS_WORKERS_MAX; i-- > 0;) {
		struct press_worker *worker = press->workers[i];
		if (!worker)
			continue;
		arena_free(worker->call);
		arena_free(worker->warm);
		worker->call = worker->warm = NULL;
		worker->box = NULL;
	}
}

/* What a result needs when there is no memory has to be there before. */
static void prepare(void *closure)
{
	struct press *press = closure;
	press->no_inputs = inputs_new(press->spare);
	press->no_memory = diags_new(press->spare);
	diag_add(press->no_memory, DIAG_FAILURE, place_file(NULL),
	         "give it more memory, or split the work: fewer charts, smaller pictures, less data", "out of memory");
}

/* What all sessions of the process share. */
static void prepare_process(void)
{
	briefing_prepare();
	complaints_listen();
}

struct press *press_open(const struct press_world *world)
{
	struct press *press = calloc(1, sizeof *press);
	if (!press)
		return NULL;
	press->world = *world;
	process_once(prepare_process);
	pthread_mutex_init(&press->lock, NULL);
	press->spare = arena_new_on(&press->edge);
	if (press_worker(press, 0) && press->spare && arena_edge_run(&press->edge, prepare, press))
		return press;
	press_close(press);
	return NULL;
}

void press_close(struct press *press)
{
	if (!press)
		return;
	if (press->job && press->result.status == PRESS_DONE)
		press_looks_rest(press);
	cool_down(press);
	for (size_t i = 0; i < PRESS_WORKERS_MAX; i++)
		free(press->workers[i]);
	arena_free(press->spare);
	pthread_mutex_destroy(&press->lock);
	free(press);
}

/* ---- a call ---- */

struct call {
	struct press *press;
	void (*act)(struct press_job *job, const void *request);
	const void *request;
};

static void give_back(struct press *press)
{
	press_looks_rest(press);
	for (size_t i = 0; i < PRESS_WORKERS_MAX; i++) {
		struct press_worker *worker = press->workers[i];
		if (!worker)
			continue;
		if (worker->box)
			paintbox_forget(worker->box);
		arena_free(worker->call);
		worker->call = NULL;
		worker->started = worker->exhausted = false;
	}
	press_layouts_rest(press);
	press->charts_laid = press->charts_kept = 0;
	press->job = NULL;
	press->next = 0;
	press->stop = false;
}

static enum press_status status_of(const struct diags *diags)
{
	return diags_count(diags, DIAG_FAILURE) ? PRESS_FAILED : diags_ok(diags) ? PRESS_DONE : PRESS_WRONG;
}

/* What a library warned of did not stop it, but what it made is not to be trusted. */
static void tell_complaints(struct press_job *job, size_t before)
{
	char last[512];
	if (process_complaints() == before)
		return;
	process_last_complaint(last, sizeof last);
	job->press->tainted = true;
	diag_add(job->diags, DIAG_FAILURE, place_file(NULL), NULL, "what was drawn is not used, a library failed: %s",
	         last);
}

static struct press_work work_of(const struct press_job *job)
{
	struct press_work work = { .data_kept = job->data_kept,
		                   .charts_laid = job->press->charts_laid,
		                   .charts_kept = job->press->charts_kept,
		                   .facts_asked = job->recalls ? recall_asked(job->press->recall) : 0,
		                   .facts_kept = job->recalls ? recall_found(job->press->recall) : 0 };
	for (const struct press_look *look = job->press->looks; look; look = look->next)
		for (size_t i = 0; i < PRESS_WORKERS_MAX; i++) {
			struct font_work of = look->fonts[i] ? fontset_work(look->fonts[i]) : (struct font_work){ 0 };
			work.texts_shaped += of.shaped;
			work.texts_found += of.found;
		}
	return work;
}

static void run(void *closure)
{
	struct call *call = closure;
	struct press *press = call->press;
	struct press_worker *first = press->workers[0];
	first->call = arena_new_on(&first->edge);
	if (!first->call)
		return;
	struct press_job *job = arena_alloc(first->call, 1, sizeof *job);
	*job = (struct press_job){ .press = press, .arena = first->call };
	job->diags = diags_new(job->arena);
	job->inputs = inputs_new(job->arena);
	inputs_bound(job->inputs, press->world.bounds.files);
	inputs_allow(job->inputs, press->world.queries);
	press->result = (struct press_result){ .diags = job->diags, .inputs = job->inputs, .job = job };
	press->job = job;
	size_t before = process_complaints();
	call->act(job, call->request);
	tell_complaints(job, before);
	press->result.work = work_of(job);
	press->result.status = status_of(job->diags);
	if (press->result.status != PRESS_DONE)
		press->result.n_files = 0;
}

static bool left_at_an_edge(const struct press *press)
{
	bool left = false;
	for (size_t i = 0; i < PRESS_WORKERS_MAX; i++)
		left |= press->workers[i] && press->workers[i]->exhausted;
	return left;
}

const struct press_result *press_call(struct press *press, void (*act)(struct press_job *job, const void *request),
                                      const void *request)
{
	struct call call = { press, act, request };
	struct arena_edge *edge = &press->workers[0]->edge;
	if (press->tainted)
		cool_down(press);
	press->tainted = false;
	give_back(press);
	bool done = arena_edge_run(edge, run, &call);
	if (!done)
		press_join(press);
	if (done && press->job && !left_at_an_edge(press))
		return &press->result;
	cool_down(press);
	give_back(press);
	press->result = (struct press_result){ .status = PRESS_NO_MEMORY,
		                               .diags = press->no_memory,
		                               .inputs = press->no_inputs };
	return &press->result;
}

/* ---- what all calls share ---- */

struct arena *press_warm(struct press_worker *worker)
{
	if (!worker->warm)
		worker->warm = arena_new_on(&worker->edge);
	if (!worker->warm)
		arena_exhausted(worker->call);
	return worker->warm;
}

struct paintbox *press_box(struct press_worker *worker)
{
	if (!worker->box)
		worker->box = paintbox_new(press_warm(worker));
	return worker->box;
}

struct paint_info press_info(const struct press_job *job, struct arena *arena)
{
	const struct press_world *world = &job->press->world;
	return (struct paint_info){ .producer = arena_printf(arena, "benchbrief %s", world->version),
		                    .date = world->date.year ? world->date : job->dataset->date,
		                    .pixels_most = job->press->world.bounds.pixels,
		                    .pixels_per_point = 1 };
}

void press_put_file(struct press_job *job, const char *name, struct bytes bytes)
{
	struct press_file *file = arena_alloc(job->arena, 1, sizeof *file);
	*file = (struct press_file){ name, bytes };
	job->press->result.files = file;
	job->press->result.n_files = 1;
}

void press_tell(struct diags *diags, const struct diags *from, struct place place, bool everywhere)
{
	const struct diag *d, *told;
	for (size_t i = 0; from && (d = diags_at(from, i)); i++) {
		struct place at = d->place.file && !everywhere ? d->place : place;
		bool again = false;
		for (size_t k = 0; (told = diags_at(diags, k)) && !again; k++)
			again = told->severity == d->severity && told->place.line == at.line &&
			        str_eq(told->place.file, at.file) && str_eq(told->message, d->message);
		if (!again)
			diag_repeat(diags, d, at);
	}
}

bool press_walk(struct arena *arena, const struct chart_pages *pages, struct diags *diags,
                bool (*act)(void *closure, const struct scene *scene, size_t i), void *closure)
{
	struct proof_common *common = proof_common_new(arena);
	bool ok = true;
	for (size_t i = 0; i < pages->count; i++) {
		struct arena *own = arena_new_below(arena);
		const struct scene *scene = chart_page_open(pages, own, i);
		struct proof proof = proof_check_next(own, scene, common);
		ok = proof_report(&proof, false, diags) && ok;
		ok = ok && (!act || act(closure, scene, i));
		chart_page_close(pages);
		arena_free(own);
	}
	return ok;
}

bool press_prove(struct arena *arena, const struct chart_pages *pages, struct diags *diags)
{
	return press_walk(arena, pages, diags, NULL, NULL);
}

bool press_within(const struct press_job *job, size_t n_pages, struct diags *diags)
{
	size_t most = job->press->world.bounds.pages;
	if (most && n_pages > most)
		diag_add(diags, DIAG_ERROR, place_file(NULL), "split it", "it has %zu pages; at most %zu are made",
		         n_pages, most);
	return !most || n_pages <= most;
}

void press_remark(struct arena *arena, struct place place, const struct scene *scene, struct map *said,
                  struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	struct proof proof = proof_check(scratch, scene);
	for (size_t i = 0; i < proof.count; i++) {
		const struct proof_finding *f = &proof.findings[i];
		char *key = arena_printf(arena, "%s %s", f->rule, f->message);
		if (f->severity == PROOF_WARN && map_put(said, key, key) == key)
			diag_add(diags, DIAG_NOTE, place, f->remedy, "rule %s: %s", f->rule, f->message);
	}
	arena_free(scratch);
}
