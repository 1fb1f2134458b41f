/* One chart, from its data to the bytes of its file. */
#include "press/job.h"

#include "base/str.h"
#include "chart/request.h"
#include "chart/rows.h"
#include "data/export.h"
#include "data/load.h"
#include "style/look.h"
#include "words/words.h"

static const char default_look[] = "editorial";

static bool lay_out(struct press_job *job, const struct press_chart *asked)
{
	struct arena *a = job->arena;
	bool paged = job->painter->holds_pages && !asked->layout_only;
	struct chart_asked names = { .kind = asked->kind,
		                     .naming = &chart_options,
		                     .benchmarks = chart_names(a, asked->benchmarks, asked->n_benchmarks),
		                     .n_benchmarks = asked->n_benchmarks,
		                     .models = chart_names(a, asked->models, asked->n_models),
		                     .n_models = asked->n_models,
		                     .focus = { .text = asked->focus },
		                     .title = asked->title,
		                     .rows = asked->rows };
	struct chart_request q;
	if (!chart_request_make(a, &names, job->dataset, &q, job->diags))
		return false;
	q.look = job->look->look;
	q.fonts = job->fonts;
	q.language = asked->language ? asked->language : &language_english;
	q.medium = job->size.medium;
	q.width = job->size.width;
	q.height = job->size.height;
	q.pixel = 1 / job->size.pixels_per_point;
	q.paged = paged;
	q.grow = !paged && !asked->size && asked->rows > rows_usual(&q);
	q.data_hash = export_hash(a, job->dataset, q.benchmarks, q.n_benchmarks);
	return chart_layout(a, &q, &job->chart, job->diags) && press_prove(a, &job->chart, job->diags);
}

static bool prepare(struct press_job *job, const struct press_chart *asked)
{
	job->painter = asked->painter ? asked->painter : painter_for_chart();
	job->kind = asked->kind;
	job->look = press_look_of(job, asked->look ? asked->look : default_look, job->diags);
	if (!job->look)
		return false;
	bool paper = job->painter->holds_pages && !asked->layout_only;
	const char *size = asked->size || !paper ? asked->size : job->look->look->page.paper;
	if (!picture_size_of(size, paper, &job->size, job->diags))
		return false;
	job->fonts = press_fonts_of(job->look, job->press->workers[0], 0, job->diags);
	return job->fonts != NULL;
}

static void make(struct press_job *job, const void *request)
{
	const struct press_chart *asked = request;
	struct press_result *result = &job->press->result;
	struct bytes bytes;
	if (!prepare(job, asked))
		return;
	job->dataset = dataset_load(job->arena, job->inputs, INPUT_DATA, asked->data, asked->n_data, job->diags);
	if (!job->dataset || !lay_out(job, asked))
		return;
	result->pages = (const struct scene *const *)job->chart.items;
	result->n_pages = job->chart.count;
	if (asked->layout_only)
		return;
	struct paint_info info = press_info(job, job->arena);
	info.pixels_per_point = job->size.pixels_per_point;
	if (job->painter->holds_attachments)
		press_attach_values(job, &info);
	if (paint(press_box(job->press->workers[0]), job->painter, result->pages, result->n_pages, &info, &bytes,
	          job->diags))
		press_put_file(job, arena_printf(job->arena, "%s.%s", asked->kind->name, job->painter->suffix), bytes);
}

const struct press_result *press_make_chart(struct press *press, const struct press_chart *request)
{
	return press_call(press, make, request);
}
