/* A figure: its views, a list of its marks over them, and its table. */
#include "paint/web_parts.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

static const double view_pixels[WEB_VIEWS] = { 360, 720, 1200 };
static const char view_letters[WEB_VIEWS] = { 's', 'm', 'l' }; /* in the style sheet */
static const double points_per_pixel = 0.75;
static const double target_least = 24; /* pixels: what a finger meets (WCAG 2.5.8) */

double web_view_width(size_t view)
{
	return web_points(view_pixels[view]);
}

double web_points(double pixels)
{
	return pixels * points_per_pixel;
}

/* ---- marks ---- */

enum {
	EDGES = 4,       /* of a mark from those of its view, clockwise from the top */
	EDGE_BYTES = 16, /* as it is written */
};

static void find_edges(const struct scene *scene, struct rect at, double edges[EDGES])
{
	double least = web_points(target_least), grow_x = fmax(0, least - at.w) / 2, grow_y = fmax(0, least - at.h) / 2;
	struct rect r = { at.x - grow_x, at.y - grow_y, at.w + 2 * grow_x, at.h + 2 * grow_y };
	edges[0] = r.y / scene->height;
	edges[1] = (scene->width - rect_right(r)) / scene->width;
	edges[2] = (scene->height - rect_bottom(r)) / scene->height;
	edges[3] = r.x / scene->width;
}

/* An edge of a wider view is that of the narrower one where nothing else is said (web_style.c). */
static void add_edges(struct web *h, const struct web_figure *f, const struct web_mark *mark)
{
	char last[EDGES][EDGE_BYTES] = { "50%", "50%", "50%", "50%" };
	bool any = false;
	for (size_t view = 0; view < WEB_VIEWS; view++) {
		double edges[EDGES] = { 0.5, 0.5, 0.5, 0.5 }; /* nowhere */
		if (mark->at[view].w > 0)
			find_edges(f->views[view].light, mark->at[view], edges);
		for (int i = 0; i < EDGES; i++) {
			struct strbuf text = strbuf_new(h->arena);
			web_number(&text, edges[i] * 100);
			strbuf_add(&text, "%");
			if (text.n >= EDGE_BYTES || strcmp(text.s, last[i]) == 0)
				continue;
			memcpy(last[i], text.s, text.n + 1);
			strbuf_addf(&h->body, "%s--%c%d:%s", any ? ";" : "", view_letters[view], i + 1, text.s);
			any = true;
		}
	}
}

/* What is said of a mark opens towards the middle, so that it stays in sight. */
static bool is_low(const struct web_figure *f, const struct web_mark *mark)
{
	size_t view = 0;
	while (view + 1 < WEB_VIEWS && mark->at[view].w <= 0)
		view++;
	return rect_bottom(mark->at[view]) > f->views[view].light->height / 2;
}

static void add_mark(struct web *h, const struct web_figure *f, size_t i)
{
	static const char *const classes[] = { "", " class=low", " class=o", " class=\"o low\"" };
	const struct web_mark *mark = &f->marks[i];
	h->n_claimed += mark->claimed;
	web_addf(h, "<li%s style=\"", classes[2 * mark->claimed + is_low(f, mark)]);
	add_edges(h, f, mark);
	web_addf(h, "\"><a href=#_%zu-%zu aria-labelledby=_%zu-%zus></a><span id=_%zu-%zus aria-hidden=true",
	         h->n_figures, mark->row + 1, h->n_figures, i + 1, h->n_figures, i + 1);
	web_direction(h, mark->sentence);
	web_add(h, ">");
	web_text(h, mark->sentence);
	web_add(h, "</span></li>\n");
}

static void add_marks(struct web *h, const struct web_figure *f)
{
	if (!f->n_marks)
		return;
	web_add(h, "<ul class=\"marks\"");
	web_attribute(h, "aria-label", f->words.marks);
	web_add(h, ">\n");
	for (size_t i = 0; i < f->n_marks; i++)
		add_mark(h, f, i);
	web_add(h, "</ul>\n");
}

/* ---- the table ---- */

static void add_row(struct web *h, const struct web_figure *f, size_t i)
{
	web_addf(h, "<tr id=_%zu-%zu%s>", h->n_figures, i + 1, f->facts[i].claimed ? " class=o" : "");
	for (size_t c = 0; c < f->n_columns; c++) {
		web_add(h, c ? "<td" : "<th scope=row");
		web_direction(h, f->facts[i].cells[c]);
		web_add(h, ">");
		if (f->facts[i].sorted[c])
			web_addf(h, "<data value=%s>", f->facts[i].sorted[c]);
		web_text(h, f->facts[i].cells[c]);
		web_add(h, f->facts[i].sorted[c] ? "</data>" : "");
		web_add(h, c ? "</td>" : "</th>");
	}
	web_add(h, "</tr>\n");
}

static void add_save(struct web *h, const struct web_figure *f)
{
	if (!f->csv)
		return;
	web_add(h, "<p class=\"save\"><a");
	web_attribute(h, "download", arena_printf(h->arena, "%s.csv", f->file));
	strbuf_add(&h->body, " href=\"data:text/csv;charset=utf-8,");
	markup_encode(&h->body, f->csv, strlen(f->csv), true);
	web_add(h, "\">");
	web_text(h, f->words.save);
	web_add(h, "</a></p>\n");
}

static void add_table(struct web *h, const struct web_figure *f)
{
	if (!f->n_facts)
		return;
	web_add(h, "<details><summary>");
	web_text_in(h, TEXT_SEMIBOLD, f->words.table, strlen(f->words.table));
	web_add(h, "</summary>\n");
	web_open_table(h, "data", f->label ? arena_printf(h->arena, "%s. %s", f->label, f->title) : f->title);
	web_add(h, "<thead><tr>");
	for (size_t c = 0; c < f->n_columns; c++) {
		web_add(h, "<th scope=col>");
		web_text_in(h, TEXT_SEMIBOLD, f->heads[c], strlen(f->heads[c]));
		web_add(h, "</th>");
	}
	web_add(h, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < f->n_facts; i++)
		add_row(h, f, i);
	web_add(h, "</tbody>");
	web_close_table(h);
	add_save(h, f);
	web_add(h, "</details>\n");
}

/* ---- the whole ---- */

static void add_caption(struct web *h, const struct web_figure *f)
{
	web_addf(h, "<figcaption id=_%zuc>", h->n_figures);
	if (f->label)
		web_element(h, "span", "label", TEXT_SEMIBOLD, f->label);
	if (f->doubt)
		web_element(h, "strong", "doubt", TEXT_BOLD, f->doubt);
	web_addf(h, "<span hidden id=_%zua", h->n_figures);
	web_direction(h, f->alt);
	web_add(h, ">");
	web_text(h, f->alt);
	web_add(h, "</span></figcaption>\n");
}

/* A view that is wider than its place is moved sideways rather than made too small to read. */
static void add_box(struct web *h, const struct web_figure *f)
{
	bool pans = false;
	for (size_t view = 0; view < WEB_VIEWS; view++)
		pans = pans || f->views[view].light->width > web_view_width(view);
	web_addf(h, "<div class=\"box%s\"><div class=\"plot\" style=\"", pans ? " pan" : "");
	for (size_t view = 0; view < WEB_VIEWS; view++)
		if (f->views[view].light->width > web_view_width(view))
			web_addf(h, "--w%c:%.0fpx;", view_letters[view],
			         f->views[view].light->width / points_per_pixel);
	web_add(h, "\">\n");
}

void web_figure(struct web *h, const struct web_figure *f)
{
	static const char *const classes[WEB_VIEWS] = { "v vs", "v vm", "v vl" };
	const char *described = arena_printf(h->arena, "_%zua", h->n_figures);
	web_addf(h, "<figure id=\"%s\" class=\"chart%s\">\n", f->id, f->doubt ? " doubted" : "");
	add_caption(h, f);
	add_box(h, f);
	for (size_t view = 0; view < WEB_VIEWS; view++)
		web_svg(h, &f->views[view], classes[view], described);
	add_marks(h, f);
	web_add(h, "</div></div>\n");
	add_table(h, f);
	web_add(h, "</figure>\n");
	h->n_figures++;
}
