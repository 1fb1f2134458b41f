/* One chart, from its data to the bytes of its file. */
#include "press/job.h"
#include "press/mail_parts.h"
#include "press/record.h"
#include "press/web_parts.h"

#include "base/str.h"
#include "chart/annotate.h"
#include "chart/request.h"
#include "chart/rows.h"
#include "data/export.h"
#include "data/load.h"
#include "read/read.h"
#include "style/look.h"
#include "words/about.h"
#include "words/direction.h"
#include "words/words.h"

#include <string.h>

static const char default_look[] = "editorial";

static const struct chart_own *own_notes(struct arena *arena, const struct press_chart *asked)
{
	struct chart_own *notes = arena_alloc(arena, asked->n_notes + 1, sizeof *notes);
	for (size_t i = 0; i < asked->n_notes; i++)
		notes[i].text = asked->notes[i];
	return notes;
}

/* Each is YAML of its own. */
static const struct value **read_maps(struct press_job *job, const char *option, const char *const *texts, size_t n)
{
	const struct value **all = arena_alloc(job->arena, n + 1, sizeof *all);
	for (size_t i = 0; i < n; i++) {
		all[i] = read_bytes(job->arena, READ_YAML, option, texts[i], strlen(texts[i]), job->diags);
		if (!all[i])
			return NULL;
	}
	return all;
}

static bool read_references(struct press_job *job, const struct press_chart *asked, struct chart_asked *names)
{
	names->references = read_maps(job, "--reference", asked->references, asked->n_references);
	names->n_references = asked->n_references;
	names->bands = read_maps(job, "--band", asked->bands, asked->n_bands);
	names->n_bands = asked->n_bands;
	return names->references && names->bands;
}

static bool read_annotations(struct press_job *job, const struct press_chart *asked, struct chart_asked *names)
{
	struct chart_annotated *all = arena_alloc(job->arena, 1, sizeof *all);
	const struct value **maps = read_maps(job, "--annotate", asked->annotations, asked->n_annotations);
	for (size_t i = 0; i < asked->n_annotations; i++)
		if (!maps || !annotation_read(job->arena, maps[i], all, job->diags))
			return false;
	names->annotated = all;
	return true;
}

static bool make_request(struct press_job *job, const struct press_chart *asked, struct chart_request *request)
{
	struct arena *a = job->arena;
	bool paged = job->painter->holds_pages && !asked->layout_only;
	struct chart_asked names = { .kind = asked->kind,
		                     .naming = &chart_options,
		                     .language = asked->language,
		                     .benchmarks = chart_names(a, asked->part.benchmarks, asked->part.n_benchmarks),
		                     .n_benchmarks = asked->part.n_benchmarks,
		                     .models = chart_names(a, asked->part.models, asked->part.n_models),
		                     .n_models = asked->part.n_models,
		                     .makers = chart_names(a, asked->part.makers, asked->part.n_makers),
		                     .n_makers = asked->part.n_makers,
		                     .wheres = chart_names(a, asked->part.wheres, asked->part.n_wheres),
		                     .n_wheres = asked->part.n_wheres,
		                     .top = asked->part.top,
		                     .order = { .text = asked->order },
		                     .type = { .text = asked->type },
		                     .focus = { .text = asked->n_focuses ? asked->focuses[0] : NULL },
		                     .beside = asked->n_focuses
		                                       ? chart_names(a, asked->focuses + 1, asked->n_focuses - 1)
		                                       : NULL,
		                     .n_beside = asked->n_focuses ? asked->n_focuses - 1 : 0,
		                     .transparent = { .text = asked->transparent ? "true" : NULL },
		                     .group = { .text = asked->group },
		                     .claims = { .text = asked->claims },
		                     .color = { .text = asked->color },
		                     .log = { .text = asked->log },
		                     .percent = { .text = asked->percent ? "true" : NULL },
		                     .title = { .text = asked->title },
		                     .subtitle = { .text = asked->subtitle },
		                     .source = { .text = asked->source },
		                     .digits = { .text = asked->digits },
		                     .alt = { .text = asked->alt },
		                     .notes = own_notes(a, asked),
		                     .n_notes = asked->n_notes,
		                     .rows = asked->rows };
	if (!read_references(job, asked, &names) || !read_annotations(job, asked, &names) ||
	    !chart_request_make(a, &names, job->dataset, request, job->diags))
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
	return true;
}

static bool lay_out(struct press_job *job, const struct chart_request *request)
{
	return chart_layout(job->arena, request, &job->chart, job->diags) &&
	       press_within(job, job->chart.count, job->diags);
}

static bool prepare(struct press_job *job, const struct press_chart *asked)
{
	job->painter = asked->painter ? asked->painter : painter_for_chart();
	job->kind = asked->kind;
	if (asked->transparent && job->painter->flows && !asked->layout_only) {
		diag_add(job->diags, DIAG_ERROR, place_file(NULL),
		         "ask for a png, svg or pdf, or leave transparent out",
		         "%s has a page under its charts, which cannot be transparent", job->painter->name);
		return false;
	}
	job->look = press_look_of(job, asked->look ? asked->look : default_look, NULL, job->diags);
	if (!job->look)
		return false;
	bool paper = job->painter->holds_pages && !asked->layout_only;
	if (job->painter->holds_slides && !asked->layout_only)
		job->look = press_office_look(job->look);
	const char *size =
		asked->size || !paper || job->painter->holds_slides ? asked->size : job->look->look->page.paper;
	if (!picture_size_of(size, paper, &job->size, job->diags))
		return false;
	if (asked->scale > 0)
		job->size.pixels_per_point *= asked->scale;
	job->fonts = press_fonts_of(job->look, job->press->workers[0], 0, job->diags);
	return job->fonts != NULL;
}

struct canvas { /* what pages are painted into, one after the other */
	struct press_job *job;
	const struct chart_request *request;
	bool shapes; /* its charts are */
	struct paint_info info;
	struct painting *painting;
};

static bool begin(struct canvas *c, const struct scene *first)
{
	struct press_job *job = c->job;
	c->info = press_info(job, job->arena);
	c->info.pixels_per_point = job->size.pixels_per_point;
	c->info.look = job->look->look;
	c->info.shapes = c->shapes;
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

static bool paint_pages(struct press_job *job, const struct press_chart *asked, const struct chart_request *request,
                        struct bytes *bytes)
{
	struct press_result *result = &job->press->result;
	struct canvas canvas = { .job = job, .request = request, .shapes = asked->shapes };
	if (!lay_out(job, request))
		return false;
	result->pages = (const struct scene *const *)job->chart.items;
	result->n_pages = job->chart.count;
	return press_walk(job->arena, &job->chart, job->diags, asked->layout_only ? NULL : paint_one, &canvas) &&
	       !asked->layout_only && paint_end(canvas.painting, bytes);
}

static const struct dataset *data_of(struct press_job *job, const struct press_chart *asked)
{
	if (asked->dataset)
		inputs_append(job->inputs, asked->inputs);
	return asked->dataset ? asked->dataset
	                      : press_load(job, INPUT_DATA, asked->data, asked->n_data, asked->from, asked->better,
	                                   &asked->part, !job->painter->holds_attachments);
}

static void make(struct press_job *job, const void *request)
{
	const struct press_chart *asked = request;
	struct chart_request q;
	struct bytes bytes;
	if (!prepare(job, asked))
		return;
	job->dataset = data_of(job, asked);
	if (!job->dataset || !make_request(job, asked, &q))
		return;
	bool flows = job->painter->flows && !asked->layout_only;
	bool done = flows && job->painter->mails ? press_mail_chart(job, &q, &bytes)
	            : flows                      ? press_web_chart_alone(job, &q, &bytes)
	                                         : paint_pages(job, asked, &q, &bytes);
	if (done)
		press_put_file(job, arena_printf(job->arena, "%s.%s", asked->kind->name, job->painter->suffix), bytes);
}

const struct press_result *press_make_chart(struct press *press, const struct press_chart *request)
{
	return press_call(press, make, request);
}
