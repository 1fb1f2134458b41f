/* A briefing's pages, and its charts as laid out on them. */
#include "press/job.h"

#include "base/str.h"
#include "chart/kind.h"
#include "data/export.h"
#include "style/look.h"

/* ---- charts ---- */

struct press_look *press_chart_look(const struct press_job *job, const struct block *block)
{
	return job->chart_looks[block->chart.number - 1];
}

struct chart_request press_chart_request(const struct press_job *job, const struct block *block, struct fontset *fonts)
{
	struct chart_request q = *block->chart.request;
	q.look = press_chart_look(job, block)->look;
	q.language = job->front->language;
	q.fonts = fonts;
	q.changes = job->changes;
	q.since = job->baseline ? job->baseline->date : (struct date){ 0 };
	return q;
}

bool press_lay_out(const struct press_job *job, struct arena *arena, const struct block *block, struct chart_request *q,
                   struct chart_pages *pages, struct diags *diags)
{
	struct diags *own = diags_new(arena);
	q->data_hash = export_hash(arena, job->dataset, q->benchmarks, q->n_benchmarks);
	bool ok = chart_layout(arena, q, pages, own);
	ok = ok && press_within(job, pages->count, own) && press_prove(arena, pages, own);
	press_tell(diags, own, block->place, true);
	return ok;
}

/* The look as the pages have it. */
static struct press_look *page_look(const struct press_job *job, struct press_look *look)
{
	return job->document->holds_slides ? press_office_look(look) : look;
}

/* What is told of fonts is told once. */
static struct fontset *fonts_of(struct press_job *job, const struct block *block)
{
	struct press_look *look = page_look(job, press_chart_look(job, block));
	struct diags *own = diags_new(job->arena);
	struct fontset *fonts = look == job->look ? job->fonts : press_fonts_of(look, job->press->workers[0], 0, own);
	press_tell(job->diags, own, block->chart.look_place, false);
	return fonts;
}

static bool chart_for_page(void *closure, const struct block *block, double width, double height,
                           const struct chart_slide *slide, struct chart_pages *pages)
{
	struct press_job *job = closure;
	struct fontset *fonts = fonts_of(job, block);
	if (!fonts)
		return false;
	struct chart_request q = press_chart_request(job, block, fonts);
	q.look = page_look(job, press_chart_look(job, block))->look;
	q.medium = job->paper.medium;
	q.width = width;
	q.height = height;
	q.part = true;
	q.slide = slide;
	press_told_before(job, block, &q);
	q.inset = !slide;
	q.paged = q.inset || q.kind->most == CHART_KIND_MANY; /* no benchmark is left out for want of room */
	struct diags *diags = slide && slide->trial ? diags_new(job->arena) : job->diags;
	if (!press_lay_out_kept(job, block, &q, pages, diags) ||
	    (slide && slide->trial == CHART_TRIED_HARD && diags_count(diags, DIAG_WARNING)))
		return false;
	job->figures[block->chart.number - 1] = *pages;
	press_told_by(job, block, pages);
	return true;
}

static bool stands_on_its_own(void *closure, const struct block *block)
{
	const struct press_job *job = closure;
	return !color_equal(press_chart_look(job, block)->look->palette.background,
	                    job->look->look->palette.background);
}

static bool image_for_page(void *closure, const char *written, struct figure_image *image)
{
	return press_image(closure, written, image);
}

/* ---- pages ---- */

/* Nothing is lost between the text and the pages. */
static bool all_charts_are_there(struct press_job *job)
{
	const struct pages *pages = job->pages.slides ? job->pages.slides : &job->pages;
	size_t found = 0, wanted = job->briefing->n_charts;
	const char *last = NULL;
	for (size_t i = 0; i < pages->count; i++)
		for (size_t k = 0; k < pages->items[i]->n_items; k++) {
			const struct scene_item *item = &pages->items[i]->items[k];
			if (item->kind != SCENE_FIGURE || str_eq(item->figure.name, last))
				continue;
			last = item->figure.name; /* its parts follow each other */
			found++;
		}
	if (found != wanted)
		diag_add(job->diags, DIAG_FAILURE, place_file(job->path), "report it with the briefing",
		         "%zu of %zu charts are on the pages", found, wanted);
	return found == wanted;
}

static bool prove_pages(struct press_job *job, const struct pages *pages)
{
	struct arena *scratch = arena_new_below(job->arena);
	struct proof proof = proof_check_pages(scratch, (const struct scene *const *)pages->items, pages->count);
	bool ok = proof_report(&proof, job->asked.remarks, job->diags);
	arena_free(scratch);
	return ok;
}

bool press_make_pages(struct press_job *job)
{
	struct press_look *look = page_look(job, job->look);
	struct fontset *fonts =
		look == job->look ? job->fonts : press_fonts_of(look, job->press->workers[0], 0, job->diags);
	struct figure_source figures = { job, chart_for_page, stands_on_its_own, image_for_page };
	struct pages_request q = { job->briefing,
		                   &job->paper,
		                   look->look,
		                   fonts,
		                   &figures,
		                   job->asked.layout_only ? NULL /* only what is painted carries it */
		                                          : export_hash(job->arena, job->dataset, NULL, 0),
		                   job->press->world.bounds.pages };
	if (!fonts || !pages_make(job->arena, &q, &job->pages, job->diags) || !all_charts_are_there(job))
		return false;
	bool slides = !job->pages.slides || prove_pages(job, job->pages.slides);
	return prove_pages(job, &job->pages) && slides;
}
