#define _XOPEN_SOURCE 700

#include "command/work.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "data/export.h"
#include "data/load.h"
#include "data/names.h"
#include "paint/picture.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

enum { IMAGE_BYTES_MAX = 64 << 20 };

/* Adds what has no place of its own, or everything, with this one; what was told already is not told again: a chart is
 * laid out for its page and as a picture. */
static void tell(struct diags *diags, const struct diags *from, struct place place, bool everywhere)
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

/* ---- what is read ---- */

static bool load_data(struct work *w)
{
	struct arena *a = w->env->arena;
	const struct work_options *o = &w->options;
	const char **paths = arena_alloc(a, w->front->n_data + o->n_data + 1, sizeof *paths);
	size_t n = 0;
	for (size_t i = 0; i < o->n_data; i++)
		paths[n++] = o->data[i];
	for (size_t i = 0; i < w->front->n_data && !o->n_data; i++)
		if ((paths[n] = inputs_below(w->env->inputs, INPUT_DATA, w->folder, w->front->data[i],
		                             w->front->data_places[i], "put the data there, or name them with --data",
		                             w->env->diags)) != NULL)
			n++;
	if (!diags_ok(w->env->diags))
		return false;
	w->dataset = dataset_load(a, w->env->inputs, INPUT_DATA, paths, n, w->env->diags);
	if (w->dataset && o->baseline) {
		w->baseline = dataset_load(a, w->env->inputs, INPUT_BASELINE, &o->baseline, 1, w->env->diags);
		if (w->baseline)
			w->changes = changes_of(a, w->baseline, w->dataset, w->env->diags);
	}
	return w->dataset && (!o->baseline || w->changes);
}

static bool load_look(struct work *w)
{
	struct arena *a = w->env->arena;
	const char *name = w->options.look;
	if (!name) {
		name = w->front->look;
		if (str_ends(name, ".yaml"))
			name = inputs_below(w->env->inputs, INPUT_LOOK, w->folder, name, w->front->look_place,
			                    "put it there, or name it with --look", w->env->diags);
	}
	struct diags *own = diags_new(a);
	w->look = name ? look_load(a, w->env->inputs, name, w->env->looks, own) : NULL;
	tell(w->env->diags, own, w->options.look ? place_file(NULL) : w->front->look_place, false);
	w->fonts = w->look ? fontset_open(a, w->look, w->env->font_roots, w->env->n_font_roots, w->env->diags) : NULL;
	return w->fonts != NULL;
}

/* ---- charts ---- */

static struct chart_request request_of(const struct work *w, const struct block *block, struct fontset *fonts)
{
	struct chart_request q = *block->chart.request;
	q.look = w->look;
	q.language = w->front->language;
	q.fonts = fonts;
	q.changes = w->changes;
	q.since = w->baseline ? w->baseline->date : (struct date){ 0 };
	return q;
}

/* Lays a chart out and proves it; faults are told with the place of its block. */
static bool lay_out(const struct work *w, struct arena *arena, const struct block *block, struct chart_request *q,
                    struct chart_pages *pages, struct diags *diags)
{
	struct diags *own = diags_new(arena);
	q->data_hash = export_hash(arena, w->dataset, q->benchmarks, q->n_benchmarks);
	bool ok = chart_layout(arena, q, pages, own);
	for (size_t i = 0; i < pages->count && ok; i++) {
		struct proof proof = proof_check(arena, pages->items[i]);
		ok = proof_report(&proof, false, own) && ok;
	}
	tell(diags, own, block->place, true);
	return ok;
}

static bool chart_for_page(void *closure, const struct block *block, double width, double height,
                           struct chart_pages *pages)
{
	struct work *w = closure;
	struct chart_request q = request_of(w, block, w->fonts);
	q.medium = w->paper.medium;
	q.width = width;
	q.height = height;
	q.part = true;
	q.inset = !w->paper.slides;
	q.paged = q.inset || q.kind->most == CHART_KIND_MANY; /* no benchmark is left out for want of room */
	if (!lay_out(w, w->env->arena, block, &q, pages, w->env->diags))
		return false;
	w->figures[block->chart.number - 1] = *pages;
	return true;
}

static bool image_for_page(void *closure, const char *written, struct place place, struct figure_image *picture)
{
	struct work *w = closure;
	const char *path = inputs_below(w->env->inputs, INPUT_PICTURE, w->folder, written, place,
	                                "put the picture there as PNG or SVG", w->env->diags);
	const struct input *input =
		path ? inputs_read(w->env->inputs, INPUT_PICTURE, path, IMAGE_BYTES_MAX, w->env->diags) : NULL;
	if (!input)
		return false;
	picture->bytes = input->bytes.data;
	picture->size = input->bytes.size;
	return picture_size(input->bytes.data, input->bytes.size, written, place, &picture->width, &picture->height,
	                    w->env->diags);
}

/* ---- pictures, on several threads ---- */

struct crew {
	struct work *work;
	pthread_mutex_t lock;
	size_t next;
};

struct hand { /* one thread */
	struct crew *crew;
	struct arena *arena;
	struct fontset *fonts;
	struct paintbox *box;
};

static bool draw_picture(struct hand *hand, struct work_picture *picture)
{
	struct work *w = hand->crew->work;
	const struct work_options *o = &w->options;
	struct date date = w->env->build_date.year ? w->env->build_date : w->dataset->date;
	struct paint_info info = { .producer = arena_printf(hand->arena, "benchbrief %s", w->env->version),
		                   .date = date,
		                   .pixels_per_point = o->size.pixels_per_point * o->scale };
	struct chart_request q = request_of(w, picture->block, hand->fonts);
	struct bytes bytes;
	q.medium = o->size.medium;
	q.width = o->size.width;
	q.height = o->size.height;
	q.pixel = 1 / info.pixels_per_point;
	q.paged = o->format->holds_pages;
	q.grow = !q.paged && !o->size_given && q.rows > 12;
	if (!lay_out(w, hand->arena, picture->block, &q, &picture->pages, picture->diags))
		return false;
	if (!o->paint)
		return true;
	if (!paint(hand->box, o->format, (const struct scene *const *)picture->pages.items, picture->pages.count, &info,
	           &bytes, picture->diags))
		return false;
	char *copy = arena_alloc(hand->arena, bytes.size + 1, 1);
	memcpy(copy, bytes.data, bytes.size);
	picture->bytes = (struct bytes){ copy, bytes.size };
	return true;
}

static struct work_picture *next_picture(struct crew *crew)
{
	struct work_picture *picture = NULL;
	pthread_mutex_lock(&crew->lock);
	if (crew->next < crew->work->n_pictures)
		picture = &crew->work->pictures[crew->next++];
	pthread_mutex_unlock(&crew->lock);
	return picture;
}

static void *draw_pictures(void *closure)
{
	struct hand *hand = closure;
	struct work *w = hand->crew->work;
	struct work_picture *picture;
	while ((picture = next_picture(hand->crew)) != NULL) {
		picture->diags = diags_new(hand->arena);
		if (!hand->fonts)
			hand->fonts = fontset_open(hand->arena, w->look, w->env->font_roots, w->env->n_font_roots,
			                           picture->diags);
		if (!hand->box)
			hand->box = paintbox_new(hand->arena);
		picture->ok = hand->fonts && draw_picture(hand, picture);
	}
	return NULL;
}

static bool is_wanted(const struct work *w, const struct block *chart)
{
	const char *only = w->options.only;
	return chart->chart.id && (!only || str_eq(only, "charts") || str_eq(only, chart->chart.id)) &&
	       !(only && str_eq(only, "pdf"));
}

static void list_pictures(struct work *w)
{
	w->pictures = arena_alloc(w->env->arena, w->briefing->n_charts + 1, sizeof *w->pictures);
	w->figures = arena_alloc(w->env->arena, w->briefing->n_charts + 1, sizeof *w->figures);
	for (size_t i = 0; i < w->briefing->n_charts; i++)
		if (is_wanted(w, w->briefing->charts[i]))
			w->pictures[w->n_pictures++].block = w->briefing->charts[i];
}

/* Nothing is lost between the text and the pages. */
static bool all_charts_stand(struct work *w)
{
	size_t stand = 0, wanted = w->briefing->n_charts;
	const char *last = NULL;
	for (size_t i = 0; i < w->pages.count; i++)
		for (size_t k = 0; k < w->pages.items[i]->n_items; k++) {
			const struct scene_item *item = &w->pages.items[i]->items[k];
			if (item->kind != SCENE_FIGURE || str_eq(item->figure.name, last))
				continue;
			last = item->figure.name; /* its parts follow each other */
			stand++;
		}
	if (stand != wanted)
		diag_add(w->env->diags, DIAG_FAILURE, place_file(w->path), "report it with the briefing",
		         "%zu of %zu charts stand on the pages", stand, wanted);
	return stand == wanted;
}

/* The last hand works on this thread, behind the pages. */
static bool make_pages(struct work *w)
{
	struct figure_source figures = { w, chart_for_page, image_for_page };
	struct pages_request q = { w->briefing, &w->paper, w->look,
		                   w->fonts,    &figures,  export_hash(w->env->arena, w->dataset, NULL, 0) };
	const char *only = w->options.only;
	if (only && !str_eq(only, "pdf"))
		return true;
	if (!pages_make(w->env->arena, &q, &w->pages, w->env->diags))
		return false;
	if (!all_charts_stand(w))
		return false;
	w->proof = proof_check_pages(w->env->arena, (const struct scene *const *)w->pages.items, w->pages.count);
	return proof_report(&w->proof, false, w->env->diags);
}

/* Each thread opens fonts and shapes texts of its own, which takes as long as a few pictures do. */
static size_t threads_of(const struct work *w)
{
	enum { PICTURES_A_THREAD = 6 };
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = processors < 1 ? 1 : (size_t)processors, worth = 1 + w->n_pictures / PICTURES_A_THREAD;
	if (w->options.jobs)
		return w->options.jobs < w->n_pictures + 1 ? w->options.jobs : w->n_pictures + 1;
	return worth < most ? worth : most;
}

static bool make_all(struct work *w)
{
	size_t jobs = threads_of(w);
	struct crew crew = { .work = w };
	struct hand *hands = arena_alloc(w->env->arena, jobs + 1, sizeof *hands);
	pthread_t *threads = arena_alloc(w->env->arena, jobs + 1, sizeof *threads);
	size_t started = 0;
	w->arenas = arena_alloc(w->env->arena, jobs + 1, sizeof(struct arena *));
	pthread_mutex_init(&crew.lock, NULL);
	for (size_t i = 0; i < jobs; i++) {
		w->arenas[w->n_arenas++] = arena_new();
		hands[i] = (struct hand){ .crew = &crew, .arena = w->arenas[i] };
		if (i + 1 < jobs && pthread_create(&threads[started], NULL, draw_pictures, &hands[i]) == 0)
			started++;
	}
	bool ok = make_pages(w);
	hands[jobs - 1].fonts = w->fonts; /* of this thread, with all that the pages shaped */
	draw_pictures(&hands[jobs - 1]);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	pthread_mutex_destroy(&crew.lock);
	for (size_t i = 0; i < w->n_pictures; i++) {
		tell(w->env->diags, w->pictures[i].diags, w->pictures[i].block->place, false);
		ok = ok && w->pictures[i].ok;
	}
	return ok;
}

/* ---- options ---- */

bool work_take_options(struct command_env *env, const char *command, const struct work_asked *asked,
                       struct work_options *o)
{
	o->look = option_value(asked->look, NULL);
	const char *page = option_value(asked->page, NULL);
	o->page = page ? page_format_find(page) : NULL;
	o->baseline = option_value(asked->baseline, NULL);
	o->draft = asked->draft->count > 0;
	o->data = asked->data->values;
	o->n_data = asked->data->count;
	if (asked->language->count && !(o->language = language_find(option_value(asked->language, NULL), env->diags)))
		return false;
	if (!page || o->page)
		return true;
	command_usage(env, command, "--page must be one of %s, not %s", page_format_names(env->arena), page);
	return false;
}

/* ---- the whole ---- */

static bool read_source(struct work *w, const struct source_text **source)
{
	struct arena *a = w->env->arena;
	bool folder = file_is_folder(w->options.path);
	w->path = folder ? arena_printf(a, "%s/briefing.md", w->options.path) : w->options.path;
	w->folder = folder ? w->options.path : file_folder(a, w->path);
	const struct input *input =
		inputs_read(w->env->inputs, INPUT_BRIEFING, w->path, SOURCE_BYTES_MAX + 1, w->env->diags);
	if (!input)
		return false;
	w->source = input->bytes;
	*source = source_read(a, w->path, input->bytes.data, input->bytes.size, w->env->diags);
	if (!*source)
		return false;
	const struct front_matter *front = front_matter_read(a, *source, w->env->diags);
	if (!front)
		return false;
	w->front = arena_alloc(a, 1, sizeof *w->front);
	*w->front = *front;
	return true;
}

static void settle_paper(struct work *w)
{
	if (w->options.page)
		w->front->page = w->options.page;
	if (w->options.language)
		w->front->language = w->options.language;
	w->paper = paper_of(w->front);
}

static bool check_only(struct work *w)
{
	const char *only = w->options.only;
	if (!only || str_eq(only, "pdf") || str_eq(only, "charts") || w->n_pictures)
		return true;
	struct nearest nearest = nearest_to(only);
	for (size_t i = 0; i < w->briefing->n_charts; i++)
		if (w->briefing->charts[i]->chart.id)
			nearest_offer(&nearest, w->briefing->charts[i]->chart.id);
	diag_add(w->env->diags, DIAG_ERROR, place_file(w->path),
	         nearest_hint(w->env->arena, &nearest, "--only takes pdf, charts or the id of a chart"),
	         "no chart has the id \"%s\"", only);
	return false;
}

bool work_do(struct work *w, struct command_env *env, const struct work_options *options)
{
	const struct source_text *source;
	*w = (struct work){ .env = env, .options = *options };
	if (!read_source(w, &source) || !load_data(w))
		return false;
	settle_paper(w);
	struct briefing_options how = { .changes = w->changes, .draft = options->draft };
	w->briefing = briefing_read(env->arena, source, w->front, w->dataset, &how, env->diags);
	bool look = load_look(w);
	if (!w->briefing || !look)
		return false;
	list_pictures(w);
	return check_only(w) && make_all(w) && diags_ok(env->diags);
}

void work_finish(struct work *w)
{
	for (size_t i = 0; i < w->n_arenas; i++)
		arena_free(w->arenas[i]);
	w->n_arenas = 0;
}

const char *work_name(const struct work *w)
{
	const char *name = w->front->name ? w->front->name : file_stem(w->env->arena, w->path);
	return w->options.page && w->paper.slides ? arena_printf(w->env->arena, "%s-deck", name) : name;
}
