/* A whole briefing as a document for browsers. */
#include "press/web_writing.h"

#include "base/str.h"
#include "brief/briefing.h"
#include "data/export.h"
#include "data/selection.h"
#include "press/record.h"
#include "style/look.h"
#include "words/number.h"
#include "words/words.h"

#include <string.h>

enum { AUTHORS_MOST = 12 };

/* ---- figures ---- */

static bool lay_out(struct press_job *job, const struct cells *cells, const struct block *block)
{
	struct press_look *look = press_chart_look(job, block);
	struct web_figure *figure = &job->web[block->chart.number - 1];
	struct fontset *fonts =
		look == job->look ? job->fonts : press_fonts_of(look, job->press->workers[0], 0, job->diags);
	const struct language *l = job->front->language;
	const struct look *light;
	if (!fonts)
		return false;
	struct web_charting how = { .job = job, .arena = job->arena, .place = block->place, .cells = cells };
	how.dark = press_web_dark(job, look, &light);
	how.request = press_chart_request(job, block, fonts);
	how.request.look = light;
	press_told_before(job, block, &how.request);
	how.request.data_hash = export_hash(job->arena, job->dataset, how.request.benchmarks, how.request.n_benchmarks);
	figure->id = block->anchor ? block->anchor : arena_printf(job->arena, "_figure-%d", block->chart.number);
	figure->label = words_fill(job->arena, l, WORD_FIGURE, "n",
	                           number_plain(job->arena, l, (size_t)block->chart.number), NULL);
	figure->doubt = block->chart.doubted ? words_get(l, WORD_UNPROVED) : NULL;
	figure->file = block->chart.id ? block->chart.id : figure->id;
	if (!press_web_chart(&how, figure))
		return false;
	struct chart_pages *pages = &job->figures[block->chart.number - 1];
	pages->items = arena_alloc(job->arena, 1, sizeof *pages->items);
	pages->items[0] = figure->widest;
	pages->count = 1;
	press_told_by(job, block, pages);
	return true;
}

bool press_web_figures(struct press_job *job)
{
	const struct briefing *b = job->briefing;
	const struct cells *cells = cells_of(job->arena, job->dataset, NULL);
	bool ok = true;
	job->web = arena_alloc(job->arena, b->n_charts + 1, sizeof *job->web);
	for (size_t i = 0; i < b->n_charts; i++)
		ok = lay_out(job, cells, b->charts[i]) && ok;
	return ok;
}

/* ---- around the text ---- */

const char *press_web_byline(const struct press_job *job)
{
	const struct front_matter *f = job->front;
	const struct date known = job->briefing->dataset->date;
	const struct language *l = f->language;
	struct strbuf b = strbuf_new(job->arena);
	if (f->n_authors)
		strbuf_add(&b, words_list(job->arena, l, f->authors, f->n_authors, AUTHORS_MOST));
	if (f->date.year)
		strbuf_addf(&b, "%s%s", b.n ? " · " : "", words_date(job->arena, l, f->date));
	if (known.year)
		strbuf_addf(&b, "%s%s", b.n ? " · " : "",
		            words_fill(job->arena, l, WORD_DATA_AS_OF, "date", words_date(job->arena, l, known), NULL));
	return b.s;
}

static void add_header(struct web_writing *w)
{
	web_add(w->web, "<header class=\"mast\">\n");
	web_element(w->web, "p", "marked", TEXT_BOLD, w->briefing->confidential);
	web_element(w->web, "h1", NULL, TEXT_BOLD, w->briefing->title);
	web_element(w->web, "p", "subtitle", TEXT_REGULAR, w->briefing->subtitle);
	web_element(w->web, "p", "byline", TEXT_REGULAR, press_web_byline(w->job));
	if (w->briefing->numbers.count)
		web_numbers(w, &w->briefing->numbers);
	web_add(w->web, "</header>\n");
}

static void add_navigation(struct web_writing *w)
{
	const char *title = words_get(w->language, WORD_CONTENTS);
	web_add(w->web, "<nav class=\"toc\"");
	web_attribute(w->web, "aria-label", title);
	web_add(w->web, "><details><summary>");
	web_text_in(w->web, TEXT_SEMIBOLD, title, strlen(title));
	web_add(w->web, "</summary>\n");
	web_contents(w);
	web_add(w->web, "</details></nav>\n");
}

static void add_notes(struct web_writing *w)
{
	const struct briefing *b = w->briefing;
	if (!b->n_notes)
		return;
	web_add(w->web, "<section class=\"notes\" role=\"doc-endnotes\"");
	web_attribute(w->web, "aria-label", words_get(w->language, WORD_WEB_NOTES));
	web_add(w->web, "><ol>\n");
	for (size_t i = 0; i < b->n_notes; i++) {
		web_addf(w->web, "<li id=\"_n%zu\">", i + 1);
		web_blocks(w, b->notes[i]->items, b->notes[i]->n_items);
		if (w->noted[i]) {
			web_addf(w->web, "<a class=\"back\" role=\"doc-backlink\" href=\"#_m%zu\"", i + 1);
			web_attribute(w->web, "aria-label", words_get(w->language, WORD_WEB_BACK));
			web_add(w->web, ">");
			web_text(w->web, "\u2191");
			web_add(w->web, "</a>");
		}
		web_add(w->web, "</li>\n");
	}
	web_add(w->web, "</ol></section>\n");
}

static void write_all(struct web_writing *w)
{
	web_add(w->web, "<a class=\"skip\" href=\"#_text\">");
	web_text(w->web, words_get(w->language, WORD_WEB_SKIP));
	web_add(w->web, "</a>\n");
	web_control(w->web);
	web_add(w->web, "<div class=\"page\">\n");
	add_header(w);
	web_add(w->web, "<div class=\"split\">\n");
	add_navigation(w);
	web_add(w->web, "<main id=\"_text\">\n");
	web_blocks(w, w->briefing->blocks, w->briefing->n_blocks);
	web_evidence(w);
	add_notes(w);
	web_add(w->web, "</main>\n</div>\n");
	web_element(w->web, "footer", "byline", TEXT_REGULAR, w->briefing->footer);
	web_add(w->web, "</div>\n");
}

bool press_web_document(struct press_job *job, struct bytes *out)
{
	struct arena *a = job->arena;
	const struct briefing *b = job->briefing;
	const struct look *light;
	const struct palette *dark = press_web_dark(job, job->look, &light);
	struct paint_info *info = arena_alloc(a, 1, sizeof *info);
	*info = press_info(job, a);
	info->authors = job->front->authors;
	info->n_authors = job->front->n_authors;
	info->record = record_of_briefing(a, job);
	press_attach_briefing(job, info);
	struct web_setup setup = { .language = job->front->language,
		                   .look = light,
		                   .dark = dark,
		                   .fonts = job->fonts,
		                   .title = b->title,
		                   .description = b->subtitle,
		                   .marked = b->confidential };
	struct web_writing w = { .job = job,
		                 .web = web_new(a, &setup, info, job->diags),
		                 .briefing = b,
		                 .language = job->front->language,
		                 .level = 1,
		                 .noted = arena_alloc(a, b->n_notes + 1, sizeof *w.noted) };
	web_evidence_list(&w);
	write_all(&w);
	return web_end(w.web, out);
}
