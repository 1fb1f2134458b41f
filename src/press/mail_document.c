/* Messages, from their figures to their bytes. */
#include "press/mail_parts.h"

#include "base/str.h"
#include "brief/briefing.h"
#include "chart/kind.h"
#include "data/export.h"
#include "data/selection.h"
#include "press/mail_piece.h"
#include "press/record.h"
#include "press/web_parts.h"
#include "words/number.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

static const double width_pixels = 680, dense = 2; /* dense: pixels of a picture for each of the mail program */
static const double type = 1.05;                   /* of a page's */
enum { ROWS_MOST = 200 };                          /* of a table: messages that are too long are cut off */
static const double tallest = 1500;                /* points: rows go on in another picture */

/* ---- layout ---- */

static void ask(struct press_job *job, struct press_look *look, struct chart_request *q)
{
	const struct look *light;
	press_web_dark(job, look, &light);
	q->look = light;
	q->medium = MEDIUM_PAGE;
	q->width = web_points(width_pixels);
	q->height = tallest;
	q->pixel = web_points(1) / dense;
	q->type = type;
	q->inset = true;
	q->part = true;
	q->paged = true;
	q->grow = false;
}

static bool lay_out(struct press_job *job, const struct block *block, struct chart_pages *pages)
{
	struct press_look *look = press_chart_look(job, block);
	struct fontset *fonts =
		look == job->look ? job->fonts : press_fonts_of(look, job->press->workers[0], 0, job->diags);
	if (!fonts)
		return false;
	struct chart_request q = press_chart_request(job, block, fonts);
	ask(job, look, &q);
	press_told_before(job, block, &q);
	if (!press_lay_out(job, job->arena, block, &q, pages, job->diags))
		return false;
	press_told_by(job, block, pages);
	return true;
}

bool press_mail_figures(struct press_job *job)
{
	const struct briefing *b = job->briefing;
	bool ok = true;
	for (size_t i = 0; i < b->n_charts; i++)
		ok = lay_out(job, b->charts[i], &job->figures[i]) && ok;
	return ok;
}

/* ---- pictures ---- */

/* A scene as a picture of the message, with what it says of itself. */
static bool add_picture(struct mail_album *all, const struct scene *scene, const char *record, const char *file)
{
	struct press_job *job = all->job;
	struct paint_info info = press_info(job, job->arena);
	struct bytes bytes;
	info.record = record;
	info.pixels_per_point = dense / web_points(1);
	if (!paint(press_box(job->press->workers[0]), painter_for_chart(), &scene, 1, &info, &bytes, job->diags))
		return false;
	char *copy = arena_alloc(job->arena, bytes.size + 1, 1);
	memcpy(copy, bytes.data, bytes.size);
	bytes.data = copy;
	all->items = arena_grow(job->arena, all->items, &all->room, all->n, sizeof *all->items);
	all->items[all->n] = (struct mail_picture){ mail_cid(job->arena, all->n, bytes), file, bytes };
	all->n++;
	return true;
}

static bool add_pages(struct mail_album *all, const struct chart_pages *pages, const char *record, const char *name,
                      struct mail_shown *shown)
{
	struct arena *a = all->job->arena;
	bool ok = true;
	size_t first = all->n;
	for (size_t i = 0; i < pages->count && ok; i++)
		ok = add_picture(all, pages->items[i], record,
		                 i ? arena_printf(a, "%s-%zu.png", name, i + 1) : arena_printf(a, "%s.png", name));
	shown->first = first;
	shown->n_pages = all->n - first;
	shown->width = pages->items[0]->width / web_points(1);
	shown->alt = pages->items[0]->document.alt;
	return ok;
}

static bool add_chart(struct mail_album *all, const struct block *block, struct mail_shown *shown)
{
	struct press_job *job = all->job;
	struct arena *a = job->arena;
	const struct language *l = job->front->language;
	const struct chart_pages *pages = &job->figures[block->chart.number - 1];
	const char *number = number_plain(a, l, (size_t)block->chart.number);
	struct chart_request q = press_chart_request(job, block, job->fonts);
	shown->label = words_fill(a, l, WORD_FIGURE, "n", number, NULL);
	shown->doubted = block->chart.doubted;
	const char *record = record_of_chart(a, job, block->chart.id, &q, pages->items[0]);
	const char *name = block->chart.id ? block->chart.id : arena_printf(a, "figure-%d", block->chart.number);
	return add_pages(all, pages, record, name, shown);
}

/* As a scene of its own, so that drawings become pictures too, which mail programs show. */
const struct mail_shown *mail_image(struct mail_writing *w, const struct block *block)
{
	struct press_job *job = w->job;
	struct figure_image image;
	struct mail_shown *shown = arena_alloc(w->arena, 1, sizeof *shown);
	if (!press_image(job, block->image, &image))
		return NULL;
	double scale = fmin(1, web_points(width_pixels) / image.width);
	struct scene *scene = scene_new(w->arena, image.width * scale, image.height * scale);
	struct rect whole = { 0, 0, scene->width, scene->height };
	scene->document.alt = block->alt ? block->alt : "";
	scene_add_rect(scene, ROLE_BACKGROUND, whole, w->look->palette.background);
	scene_add(scene, SCENE_IMAGE, ROLE_FIGURE)->image =
		(struct scene_image){ .rect = whole, .name = block->image, .alt = block->alt, .art = image.art };
	struct chart_pages pages = { .items = &scene, .count = 1 };
	const char *name = file_stem(w->arena, block->image);
	return add_pages(w->album, &pages, NULL, name, shown) ? shown : NULL;
}

/* ---- the message ---- */

static struct paint_info *info_of(struct press_job *job)
{
	struct paint_info *info = arena_alloc(job->arena, 1, sizeof *info);
	*info = press_info(job, job->arena);
	return info;
}

static struct bytes written(struct mail_writing *w, const struct paint_info *info)
{
	const struct mail_album *all = w->album;
	struct mail mail = { .subject = str_one_line(w->arena, w->title),
		             .language = w->language->code,
		             .text = mail_text(w),
		             .html = mail_html(w),
		             .pictures = all->items,
		             .n_pictures = all->n };
	return mail_write(w->arena, &mail, info);
}

bool press_mail_document(struct press_job *job, struct bytes *out)
{
	struct arena *a = job->arena;
	const struct briefing *b = job->briefing;
	struct mail_album all = { .job = job };
	struct mail_shown *shown = arena_alloc(a, b->n_charts + 1, sizeof *shown);
	struct paint_info *info = info_of(job);
	for (size_t i = 0; i < b->n_charts; i++)
		if (!add_chart(&all, b->charts[i], &shown[i]))
			return false;
	info->record = record_of_briefing(a, job);
	press_attach_briefing(job, info);
	struct mail_writing w = { .job = job,
		                  .arena = a,
		                  .language = job->front->language,
		                  .shown = shown,
		                  .album = &all,
		                  .title = b->title,
		                  .subtitle = b->subtitle,
		                  .byline = press_web_byline(job) };
	press_web_dark(job, job->look, &w.look);
	mail_pieces(&w);
	*out = written(&w, info);
	return diags_ok(job->diags);
}

/* The values of a chart, as many as mail programs show. */
static struct block_table *table_of(struct press_job *job, const struct chart_request *q, size_t *more)
{
	struct arena *a = job->arena;
	struct web_figure figure = { .file = q->kind->name };
	struct block_table *t = arena_alloc(a, 1, sizeof *t);
	press_web_table(
		&(struct web_charting){
			.job = job, .arena = a, .request = *q, .cells = cells_of(a, job->dataset, NULL) },
		job->chart.items, job->chart.count, &figure);
	size_t n = figure.n_facts < ROWS_MOST ? figure.n_facts : ROWS_MOST;
	*more = figure.n_facts - n;
	*t = (struct block_table){ .n_columns = figure.n_columns, .n_rows = n, .n_keys = 1 };
	t->heads = arena_alloc(a, t->n_columns + 1, sizeof *t->heads);
	t->cells = arena_alloc(a, n * t->n_columns + 1, sizeof *t->cells);
	for (size_t c = 0; c < t->n_columns; c++)
		t->heads[c].text = rich_plain(a, figure.heads[c]);
	for (size_t i = 0; i < n; i++)
		for (size_t c = 0; c < t->n_columns; c++)
			t->cells[i * t->n_columns + c].text = rich_plain(a, figure.facts[i].cells[c]);
	return t;
}

/* The picture, and its values below it. */
static struct mail_piece chart_pieces(struct press_job *job, const struct chart_request *q,
                                      const struct mail_shown *shown)
{
	struct arena *a = job->arena;
	struct mail_piece *items = arena_alloc(a, 3, sizeof *items);
	size_t n = 0, more;
	const struct block_table *table = table_of(job, q, &more);
	items[n++] = (struct mail_piece){ .kind = MAIL_FIGURE, .shown = shown };
	if (table->n_rows)
		items[n++] = (struct mail_piece){ .kind = MAIL_TABLE, .table = table };
	if (more)
		items[n++] = (struct mail_piece){
			.kind = MAIL_PARAGRAPH,
			.line = { .text = rich_plain(a, words_fill(a, q->language, WORD_GAP, "n",
			                                           number_plain(a, q->language, more), NULL)),
			          .tone = MAIL_QUIET }
		};
	return (struct mail_piece){ .kind = MAIL_PANEL, .items = items, .n_items = n };
}

bool press_mail_chart(struct press_job *job, struct chart_request *q, struct bytes *out)
{
	struct arena *a = job->arena;
	struct mail_album all = { .job = job };
	struct mail_shown shown = { .label = NULL };
	struct paint_info *info = info_of(job);
	ask(job, job->look, q);
	q->part = false;
	if (!chart_layout(a, q, &job->chart, job->diags) || !press_within(job, job->chart.count, job->diags) ||
	    !press_prove(a, &job->chart, job->diags))
		return false;
	const struct scene *scene = job->chart.items[0];
	job->press->result.pages = (const struct scene *const *)job->chart.items;
	job->press->result.n_pages = job->chart.count;
	info->record = record_of_chart(a, job, NULL, q, scene);
	if (!add_pages(&all, &job->chart, info->record, q->kind->name, &shown))
		return false;
	press_attach_values(job, a, info);
	struct mail_writing w = { .job = job,
		                  .arena = a,
		                  .language = q->language,
		                  .look = q->look,
		                  .shown = &shown,
		                  .album = &all,
		                  .title = scene->document.title,
		                  .all = chart_pieces(job, q, &shown) };
	*out = written(&w, info);
	return diags_ok(job->diags);
}
