/* Looks, drawn with one page for each. */
#include "press/job.h"

#include "chart/sheet.h"
#include "words/words.h"

static const struct scene *lay_out(struct press_job *job, const char *name, const struct language *language)
{
	struct press_look *look = press_look_of(job, name, NULL, job->diags);
	struct fontset *fonts = look ? press_fonts_of(look, job->press->workers[0], 0, job->diags) : NULL;
	return fonts ? chart_sheet(job->arena, look->look, fonts, language, job->dataset, job->diags) : NULL;
}

static void make(struct press_job *job, const void *request)
{
	const struct press_sheet *asked = request;
	const struct scene **pages = arena_alloc(job->arena, asked->n_looks + 1, sizeof *pages);
	struct bytes bytes;
	job->dataset = press_demo_data(job->arena, job->diags);
	for (size_t i = 0; i < asked->n_looks && job->dataset; i++) {
		pages[i] = lay_out(job, asked->looks[i], asked->language ? asked->language : &language_english);
		if (!pages[i])
			return;
	}
	struct paint_info info = press_info(job, job->arena);
	if (paint(press_box(job->press->workers[0]), asked->painter, pages, asked->n_looks, &info, &bytes, job->diags))
		press_put_file(job, arena_printf(job->arena, "looks.%s", asked->painter->suffix), bytes);
}

const struct press_result *press_make_sheet(struct press *press, const struct press_sheet *request)
{
	return press_call(press, make, request);
}
