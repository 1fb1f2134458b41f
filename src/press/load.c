/* Data, as every call loads them. */
#include "press/job.h"

#include "base/str.h"
#include "data/load.h"
#include "data/narrow.h"
#include "words/about.h"
#include "words/direction.h"

#include <string.h>

struct press_loading { /* how data are asked for: as press_load takes it */
	enum input_role role;
	const struct feed *feeds;
	size_t n;
	const char *from;
	enum direction better;
	const struct part_asked *part;
	bool only_part;
};

void press_tell_part(struct press_job *job)
{
	const struct dataset *d = job->dataset;
	if (d->part)
		diag_add(job->diags, DIAG_NOTE, place_file(NULL), NULL,
		         "only %zu of %zu %s and %zu of %zu benchmarks are asked for: ranks are counted and all is "
		         "judged "
		         "among them, but for the claims of sources",
		         dataset_count_models(d), d->part->whole->n_models, d->said.many, dataset_count_benchmarks(d),
		         d->part->whole->n_benchmarks);
}

static const struct dataset *load(struct arena *arena, struct inputs *inputs, const struct press_loading *l,
                                  struct diags *diags)
{
	const struct direction_rules rules = { .against = words_against,
		                               .has_noun = words_has_noun,
		                               .say = words_say,
		                               .asked = l->better,
		                               .on = l->part->benchmarks,
		                               .n_on = l->part->n_benchmarks,
		                               .only_on = l->only_part };
	inputs_read_as(inputs, l->from);
	return dataset_load(arena, inputs, l->role, l->feeds, l->n, &rules, diags);
}

/* ---- data that are kept from call to call ---- */

static void add_text(struct strbuf *key, const char *text)
{
	strbuf_addf(key, "%zu:%s,", text ? strlen(text) : 0, text ? text : "-");
}

/* All that decides what loading gives beside the files; NULL where it is more than their names. */
static const char *key_of(struct arena *arena, const struct press_loading *l)
{
	struct strbuf key = strbuf_new(arena);
	strbuf_addf(&key, "%d %d %d ", (int)l->role, (int)l->better, (int)l->only_part);
	add_text(&key, l->from);
	for (size_t i = 0; i < l->part->n_benchmarks; i++)
		add_text(&key, l->part->benchmarks[i]);
	for (size_t i = 0; i < l->n; i++) {
		const struct feed *f = &l->feeds[i];
		if (!f->file || f->sql || f->from || feed_describes(f))
			return NULL;
		strbuf_addf(&key, "%d %d %d ", (int)f->named, f->place.line, f->place.column);
		add_text(&key, f->place.file);
		add_text(&key, f->below);
		add_text(&key, f->file);
	}
	return key.s;
}

/* Files alone, and all of them were read: then these files are all that it depends on. */
static bool are_files(const struct inputs *inputs)
{
	const struct input *input;
	bool files = true;
	for (size_t i = 0; (input = inputs_at(inputs, i)) && files; i++)
		files = input->kind == INPUT_FILE && input->read;
	return files;
}

static const struct dataset *use(struct press_job *job, const struct press_data *data)
{
	diags_append(job->diags, data->told);
	inputs_append(job->inputs, data->inputs);
	return data->dataset;
}

static void release(void *arena)
{
	arena_free(arena);
}

/* With the call, or with the last layout that was made of them. */
static void leave(void *closure)
{
	struct press_data *data = closure;
	data->outdated = true;
	if (!data->layouts)
		arena_free(data->arena);
}

/* What is out of date leaves; this call may have used it already. */
static const struct press_data *find(struct press_job *job, enum input_role role, const char *key)
{
	struct press_data **slot = &job->press->data[role == INPUT_BASELINE];
	struct press_data *data = *slot;
	if (!data || (str_eq(data->key, key) && inputs_current(data->inputs)))
		return data;
	*slot = NULL;
	arena_defer(job->arena, leave, data);
	return NULL;
}

const struct dataset *press_load(struct press_job *job, enum input_role role, const struct feed *feeds, size_t n,
                                 const char *from, enum direction better, const struct part_asked *part, bool only_part)
{
	const struct press_loading how = { role, feeds, n, from, better, part, only_part };
	struct press *press = job->press;
	const char *key = press->world.memory_limit ? NULL : key_of(job->arena, &how);
	if (!key)
		return load(job->arena, job->inputs, &how, job->diags);
	const struct press_data *found = find(job, role, key);
	job->data_kept = found != NULL;
	inputs_read_as(job->inputs, from);
	if (found)
		return use(job, found);
	struct arena *arena = arena_new_below(press_warm(press->workers[0]));
	struct press_data *data = arena_alloc(arena, 1, sizeof *data);
	*data = (struct press_data){ .arena = arena, .key = arena_strdup(arena, key) };
	data->inputs = inputs_new(arena);
	data->told = diags_new(arena);
	inputs_bound(data->inputs, press->world.bounds.files);
	inputs_allow(data->inputs, press->world.queries);
	data->dataset = load(arena, data->inputs, &how, data->told);
	if (data->dataset && are_files(data->inputs)) {
		press->data[role == INPUT_BASELINE] = data;
		return use(job, data);
	}
	arena_defer(job->arena, release,
	            arena); /* a folder or a database may change unseen: another call reads it anew */
	return use(job, data);
}
