/* One chart, from its data to the bytes of its file. */
#include "press/job.h"
#include "press/record.h"

#include "base/str.h"
#include "chart/request.h"
#include "chart/rows.h"
#include "data/export.h"
#include "data/load.h"
#include "style/look.h"
#include "words/about.h"
#include "words/direction.h"
#include "words/words.h"

static const char default_look[] = "editorial";

static const struct chart_own *own_notes(struct arena *arena, const struct press_chart *asked)
{
	struct chart_own *notes = arena_alloc(arena, asked->n_notes + 1, sizeof *notes);
	for (size_t i = 0; i < asked->n_notes; i++)
		notes[i].text = asked->notes[i];
	return notes;
}

static bool lay_out(struct press_job *job, const struct press_chart *asked, struct chart_request *request)
{
	struct arena *a = job->arena;
	bool paged = job->painter->holds_pages && !asked->layout_only;
	struct chart_asked names = { .kind = asked->kind,
		                     .naming = &chart_options,
		                     .benchmarks = chart_names(a, asked->benchmarks, asked->n_benchmarks),
		                     .n_benchmarks = asked->n_benchmarks,
		                     .models = chart_names(a, asked->models, asked->n_models),
		                     .n_models = asked->n_models,
		                     .makers = chart_names(a, asked->makers, asked->n_makers),
		                     .n_makers = asked->n_makers,
		                     .wheres = chart_names(a, asked->wheres, asked->n_wheres),
		                     .n_wheres = asked->n_wheres,
		                     .top = asked->top,
		                     .order = { .text = asked->order },
		                     .focus = { .text = asked->focus },
		                     .title = { .text = asked->title },
		                     .subtitle = { .text = asked->subtitle },
		                     .alt = { .text = asked->alt },
		                     .notes = own_notes(a, asked),
		                     .n_notes = asked->n_notes,
		                     .rows = asked->rows };
	if (!chart_request_make(a, &names, job->dataset, request, job->diags))
		return false;
	request->look = job->look->look;
	request->fonts = job->fonts;
	request->language = language_about(a, asked->language ? asked->language : &language_english,
	                                   job->dataset->nouns, job->dataset->n_nouns);
	request->medium = job->size.medium;
	request->width = job->size.width;
	request->height = job->size.height;
	request->pixel = 1 / job->size.pixels_per_point;
	request->paged = request->lazy = paged;
	request->grow = !paged && !asked->size && asked->rows > rows_usual(request);
	request->data_hash = export_hash(a, job->dataset, request->benchmarks, request->n_benchmarks);
	return chart_layout(a, request, &job->chart, job->diags) && press_within(job, job->chart.count, job->diags);
}

static bool prepare(struct press_job *job, const struct press_chart *asked)
{
	job->painter = asked->painter ? asked->painter : painter_for_chart();
	job->kind = asked->kind;
	job->look = press_look_of(job, asked->look ? asked->look : default_look, NULL, job->diags);
	if (!job->look)
		return false;
	bool paper = job->painter->holds_pages && !asked->layout_only;
	const char *size = asked->size || !paper ? asked->size : job->look->look->page.paper;
	if (!picture_size_of(size, paper, &job->size, job->diags))
		return false;
	job->fonts = press_fonts_of(job->look, job->press->workers[0], 0, job->diags);
	return job->fonts != NULL;
}

struct canvas { /* what pages are painted into, one after the other */
	struct press_job *job;
	const struct chart_request *request;
	struct paint_info info;
	struct painting *painting;
};

static bool begin(struct canvas *c, const struct scene *first)
{
	struct press_job *job = c->job;
	c->info = press_info(job, job->arena);
	c->info.pixels_per_point = job->size.pixels_per_point;
	c->info.record = record_of_chart(job->arena, job, NULL, c->request, first);
	if (job->painter->holds_attachments)
		press_attach_values(job, job->arena, &c->info);
	c->painting =
		paint_begin(press_box(job->press->workers[0]), job->painter, job->chart.count, &c->info, job->diags);
	return c->painting != NULL;
}

static bool paint_one(void *closure, const struct scene *scene, size_t i)
{
	struct canvas *c = closure;
	return (i || begin(c, scene)) && paint_page(c->painting, scene);
}

static void make(struct press_job *job, const void *request)
{
	const struct press_chart *asked = request;
	struct press_result *result = &job->press->result;
	const struct direction_rules rules = { .against = words_against,
		                               .has_noun = words_has_noun,
		                               .asked = asked->better,
		                               .on = asked->benchmarks,
		                               .n_on = asked->n_benchmarks };
	struct chart_request q;
	struct bytes bytes;
	if (!prepare(job, asked))
		return;
	inputs_read_as(job->inputs, asked->from);
	job->dataset =
		dataset_load(job->arena, job->inputs, INPUT_DATA, asked->data, asked->n_data, &rules, job->diags);
	if (!job->dataset || !lay_out(job, asked, &q))
		return;
	result->pages = (const struct scene *const *)job->chart.items;
	result->n_pages = job->chart.count;
	struct canvas canvas = { .job = job, .request = &q };
	if (press_walk(job->arena, &job->chart, job->diags, asked->layout_only ? NULL : paint_one, &canvas) &&
	    !asked->layout_only && paint_end(canvas.painting, &bytes))
		press_put_file(job, arena_printf(job->arena, "%s.%s", asked->kind->name, job->painter->suffix), bytes);
}

const struct press_result *press_make_chart(struct press *press, const struct press_chart *request)
{
	return press_call(press, make, request);
}
