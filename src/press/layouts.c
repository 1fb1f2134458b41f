/* Charts of documents as they were laid out and proved, kept from call to call.
 *
 * A layout depends on its request, the look, the fonts, the language, the measurements on the benchmarks of the request
 * and everything in the data but measurements. The key says all of it, by content where a pointer would not last. What
 * a scene points to stays for as long as it is kept: the request is copied, its data are held, its texts are those that
 * the font set keeps. Of a chart that anything was told of nothing is kept: it is told again each time. */
#include "press/job.h"

#include "base/str.h"
#include "chart/annotate.h"
#include "chart/kind.h"
#include "chart/reference.h"
#include "data/export.h"
#include "scene/told.h"
#include "text/font.h"
#include "words/about.h"
#include "words/words.h"

#include <string.h>

enum {
	CALLS_MOST = 8,      /* that did not use it; a preview shows so many settings in turn */
	DATA_MOST = 3,       /* that are held only for what was made of them */
	SIZE_MOST = 8 << 20, /* of such data */
};

struct press_layout {
	struct press_layout *next;
	struct arena *arena;
	const char *key;
	const struct look *look;
	struct fontset *fonts;
	size_t kept_since; /* of its texts */
	size_t idle;       /* calls that did not use it */
	struct press_data *data;
	struct chart_pages pages;
};

/* ---- the request as a key ---- */

/* A field of a request that the key does not know would let a chart stay as it was: whoever adds one comes by here. */
_Static_assert(sizeof(void *) != 8 || sizeof(struct chart_request) == 464,
               "add the new field to add_request and copy_request");

static void add_text(struct strbuf *key, const char *text)
{
	strbuf_addf(key, "%zu:%s,", text ? strlen(text) : 0, text ? text : "-");
}

static void add_own(struct strbuf *key, const struct chart_own *own)
{
	add_text(key, own->text);
	strbuf_addf(key, "%d %zu ", (int)own->claimed, own->n_vouched);
	for (size_t i = 0; i < own->n_vouched; i++) {
		const struct scene_name *name = &own->vouched[i];
		strbuf_addf(key, "%zu %zu ", name->start, name->end);
		add_text(key, name->model);
		add_text(key, name->benchmark);
		add_text(key, name->variant);
	}
}

static void add_variant(struct strbuf *key, const struct variant *variant)
{
	strbuf_addf(key, "%ld ", variant ? (long)variant->index : -1L);
}

static void add_quantity(struct strbuf *key, const struct quantity *q)
{
	strbuf_addf(key, "%a %d %d ", q->number, q->decimals, q->magnitude);
	add_text(key, q->text);
}

static void add_lines(struct strbuf *key, const struct chart_request *q)
{
	strbuf_addf(key, "%zu %zu %zu ", q->n_references, q->n_annotations, q->n_notes);
	for (size_t i = 0; i < q->n_references; i++) {
		const struct chart_reference *r = &q->references[i];
		add_quantity(key, &r->value);
		add_quantity(key, &r->to);
		strbuf_addf(key, "%d %ld ", (int)r->band, r->known ? (long)r->known->index : -1L);
		add_text(key, r->label);
		add_text(key, r->source);
	}
	for (size_t i = 0; i < q->n_annotations; i++) {
		add_variant(key, q->annotations[i].model);
		strbuf_addf(key, "%ld ", q->annotations[i].benchmark ? (long)q->annotations[i].benchmark->index : -1L);
		add_own(key, &q->annotations[i].text);
	}
	for (size_t i = 0; i < q->n_notes; i++)
		add_own(key, &q->notes[i]);
	strbuf_addf(key, "%zu ", q->n_told);
	for (size_t i = 0; i < q->n_told; i++) {
		strbuf_addf(key, "%d %u ", (int)q->told[i].key, q->told[i].says);
		add_text(key, q->told[i].text);
	}
}

static void add_shown(struct strbuf *key, const struct chart_request *q, const struct export_marks *marks)
{
	strbuf_addf(key, "%zu %zu %zu ", q->n_benchmarks, q->n_models, q->n_beside);
	for (size_t i = 0; i < q->n_benchmarks; i++)
		strbuf_addf(key, "%zu %s ", q->benchmarks[i]->index, marks->benchmarks[q->benchmarks[i]->index]);
	for (size_t i = 0; i < q->n_models; i++)
		add_variant(key, q->models[i]);
	for (size_t i = 0; i < q->n_beside; i++)
		add_variant(key, q->beside[i]);
	add_variant(key, q->focus);
}

static void add_request(struct strbuf *key, const struct chart_request *q, const struct export_marks *marks)
{
	add_text(key, q->kind->name);
	add_text(key, chart_naming_of(q)->rows);
	add_text(key, q->language->code);
	add_shown(key, q, marks);
	strbuf_addf(key, "%d %d %d %d %d %d %d %d ", (int)q->selected, (int)q->sifted, (int)q->order, (int)q->color,
	            (int)q->log, (int)q->group, (int)q->percent, (int)q->transparent);
	strbuf_addf(key, "%zu %d %d %d %d %d %d %zu ", q->digits, (int)q->medium, (int)q->grow, (int)q->paged,
	            (int)q->lazy, (int)q->part, (int)q->inset, q->rows);
	strbuf_addf(key, "%a %a %a %a %a ", q->per_unit_most, q->width, q->height, q->type, q->pixel);
	add_lines(key, q);
	add_own(key, &q->title);
	add_own(key, &q->subtitle);
	add_own(key, &q->source);
	add_own(key, &q->alt);
}

/* ---- a request that lasts ---- */

static void *copied(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *copy = count ? arena_alloc(arena, count, size) : NULL;
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

static const char *copied_text(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static struct chart_own copied_own(struct arena *arena, const struct chart_own *own)
{
	struct chart_own copy = *own;
	struct scene_name *vouched = copied(arena, own->vouched, own->n_vouched, sizeof *vouched);
	for (size_t i = 0; i < own->n_vouched; i++) {
		vouched[i].model = copied_text(arena, vouched[i].model);
		vouched[i].benchmark = copied_text(arena, vouched[i].benchmark);
		vouched[i].variant = copied_text(arena, vouched[i].variant);
	}
	copy.text = copied_text(arena, own->text);
	copy.vouched = vouched;
	return copy;
}

static void copy_lines(struct arena *arena, const struct chart_request *from, struct chart_request *q)
{
	struct chart_reference *lines = copied(arena, from->references, from->n_references, sizeof *lines);
	struct chart_annotation *words = copied(arena, from->annotations, from->n_annotations, sizeof *words);
	struct chart_own *notes = copied(arena, from->notes, from->n_notes, sizeof *notes);
	for (size_t i = 0; i < q->n_references; i++) {
		lines[i].value.text = copied_text(arena, lines[i].value.text);
		lines[i].to.text = copied_text(arena, lines[i].to.text);
		lines[i].label = copied_text(arena, lines[i].label);
		lines[i].source = copied_text(arena, lines[i].source);
		lines[i].place.file = NULL;
	}
	for (size_t i = 0; i < q->n_annotations; i++) {
		words[i].text = copied_own(arena, &words[i].text);
		words[i].place.file = NULL;
	}
	for (size_t i = 0; i < q->n_notes; i++)
		notes[i] = copied_own(arena, &notes[i]);
	struct scene_told *told = copied(arena, from->told, from->n_told, sizeof *told);
	for (size_t i = 0; i < q->n_told; i++)
		told[i].text = copied_text(arena, told[i].text);
	q->told = told;
	q->references = lines;
	q->annotations = words;
	q->notes = notes;
}

/* Places in files have no part in it: they are needed only where something is told, and then nothing is kept. */
static struct chart_request *copy_request(const struct press_job *job, struct arena *arena,
                                          const struct chart_request *from)
{
	struct chart_request *q = copied(arena, from, 1, sizeof *q);
	q->benchmarks = copied(arena, from->benchmarks, from->n_benchmarks, sizeof *q->benchmarks);
	q->models = copied(arena, from->models, from->n_models, sizeof *q->models);
	q->title = copied_own(arena, &from->title);
	q->subtitle = copied_own(arena, &from->subtitle);
	q->source = copied_own(arena, &from->source);
	q->alt = copied_own(arena, &from->alt);
	copy_lines(arena, from, q);
	const struct language *plain = language_find(from->language->code, NULL);
	q->language = language_about(arena, plain, job->dataset->nouns, job->dataset->n_nouns);
	return q;
}

/* ---- what is kept ---- */

static void drop(struct press_layout *layout)
{
	struct press_data *data = layout->data;
	if (!--data->layouts && data->outdated)
		arena_free(data->arena);
	arena_free(layout->arena);
}

void press_layouts_drop(struct press *press)
{
	while (press->layouts) {
		struct press_layout *layout = press->layouts;
		press->layouts = layout->next;
		drop(layout);
	}
}

/* True if so many other data are held already. Layouts come with the last used first. */
static bool is_too_much(const struct press_data *held[DATA_MOST], size_t *n, const struct press_data *data)
{
	if (!data->outdated)
		return false;
	for (size_t i = 0; i < *n; i++)
		if (held[i] == data)
			return false;
	if (*n == DATA_MOST)
		return true;
	held[(*n)++] = data;
	return false;
}

void press_layouts_rest(struct press *press)
{
	const struct press_data *held[DATA_MOST];
	size_t n = 0;
	for (struct press_layout **at = &press->layouts; *at;) {
		struct press_layout *layout = *at;
		bool goes = layout->idle++ >= CALLS_MOST || is_too_much(held, &n, layout->data) ||
		            layout->kept_since != fontset_kept_since(layout->fonts);
		if (goes) {
			*at = layout->next;
			drop(layout);
		} else {
			at = &layout->next;
		}
	}
}

const struct export_marks *press_marks(struct press_job *job, const struct dataset *dataset)
{
	struct press_data *data = job->press->data[0];
	bool again = job->asked.layout_only || job->asked.marked;
	if (!again || !data || dataset != data->dataset || arena_used(data->arena) > SIZE_MOST)
		return NULL;
	if (!data->marks) {
		data->marks = arena_alloc(data->arena, 1, sizeof *data->marks);
		export_marks_make(data->arena, data->dataset, data->marks);
	}
	return data->marks;
}

/* The key of what may be kept; NULL: it depends on more, or nobody is likely to ask again. */
static const char *key_of(struct press_job *job, const struct chart_request *q, const struct press_data *data)
{
	const struct export_marks *marks = q->slide || q->changes ? NULL : press_marks(job, q->dataset);
	if (!marks)
		return NULL;
	struct strbuf key = strbuf_new(job->arena);
	add_text(&key, data->key);
	add_text(&key, marks->rest);
	add_request(&key, q, marks);
	return key.s;
}

static bool find(struct press *press, const char *key, const struct chart_request *q, struct chart_pages *pages)
{
	for (struct press_layout **at = &press->layouts, *layout; (layout = *at) != NULL; at = &layout->next) {
		if (layout->look != q->look || layout->fonts != q->fonts || !str_eq(layout->key, key))
			continue;
		*at = layout->next;
		layout->next = press->layouts;
		layout->idle = 0;
		press->layouts = layout;
		*pages = layout->pages;
		return true;
	}
	return false;
}

static void release(void *arena)
{
	arena_free(arena);
}

static void keep(struct press *press, struct press_data *data, struct arena *arena, const char *key,
                 const struct chart_request *q, const struct chart_pages *pages)
{
	struct press_layout *layout = arena_alloc(arena, 1, sizeof *layout);
	*layout = (struct press_layout){ .next = press->layouts,
		                         .arena = arena,
		                         .key = arena_strdup(arena, key),
		                         .look = q->look,
		                         .fonts = q->fonts,
		                         .kept_since = fontset_kept_since(q->fonts),
		                         .data = data,
		                         .pages = *pages };
	data->layouts++;
	press->layouts = layout;
}

/* Laid out on an arena of its own, which goes with the call if it is not kept. */
static bool lay_out_apart(struct press_job *job, struct press_data *data, const struct block *block,
                          const struct chart_request *asked, const char *key, struct chart_pages *pages,
                          struct diags *diags)
{
	struct press *press = job->press;
	struct arena *arena = arena_new_below(press_warm(press->workers[0]));
	struct chart_request *q = copy_request(job, arena, asked);
	struct diags *own = diags_new(arena);
	fontset_begin_apart(q->fonts, arena);
	bool ok = press_lay_out(job, arena, block, q, pages, own);
	bool sound = fontset_end_apart(q->fonts) && ok && !diags_at(own, 0);
	if (sound)
		keep(press, data, arena, key, q, pages);
	else
		arena_defer(job->arena, release, arena);
	press_tell(diags, own, block->place, true);
	return ok;
}

bool press_lay_out_kept(struct press_job *job, const struct block *block, struct chart_request *q,
                        struct chart_pages *pages, struct diags *diags)
{
	struct press *press = job->press;
	struct press_data *data = press->data[0];
	const char *key = data ? key_of(job, q, data) : NULL;
	bool found = key && find(press, key, q, pages);
	press->charts_laid += !found;
	press->charts_kept += found;
	if (found)
		return true;
	return key ? lay_out_apart(job, data, block, q, key, pages, diags)
	           : press_lay_out(job, job->arena, block, q, pages, diags);
}
