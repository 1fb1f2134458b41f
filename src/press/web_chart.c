/* One chart as a document for browsers. */
#include "press/web_parts.h"

#include "base/str.h"
#include "chart/kind.h"
#include "data/selection.h"
#include "press/record.h"
#include "style/look.h"
#include "words/words.h"

#include <string.h>

bool press_web_chart_alone(struct press_job *job, struct chart_request *request, struct bytes *out)
{
	struct arena *a = job->arena;
	const struct look *light;
	struct web_figure figure = { .id = "chart", .file = request->kind->name };
	struct web_charting how = { .job = job, .arena = a, .cells = cells_of(a, job->dataset, NULL) };
	how.dark = press_web_dark(job, job->look, &light);
	request->look = light;
	how.request = *request;
	if (!press_web_chart(&how, &figure))
		return false;
	const struct scene *scene = figure.views[WEB_VIEWS - 1].light;
	job->chart.items = arena_alloc(a, 1, sizeof *job->chart.items);
	job->chart.items[0] = figure.widest;
	job->chart.count = 1;
	job->press->result.pages = (const struct scene *const *)job->chart.items;
	job->press->result.n_pages = job->chart.count;
	struct paint_info *info = arena_alloc(a, 1, sizeof *info);
	*info = press_info(job, a);
	info->record = record_of_chart(a, job, NULL, request, scene);
	press_attach_values(job, a, info);
	struct web_setup setup = { .language = request->language,
		                   .look = light,
		                   .dark = how.dark,
		                   .fonts = job->fonts,
		                   .title = scene->document.title,
		                   .description = scene->document.alt };
	struct web *web = web_new(a, &setup, info, job->diags);
	web_control(web);
	web_add(web, "<main class=\"page\">\n");
	web_element(web, "h1", "said", TEXT_BOLD, setup.title);
	web_add(web, "\n");
	web_figure(web, &figure);
	web_add(web, "</main>\n");
	return web_end(web, out);
}
