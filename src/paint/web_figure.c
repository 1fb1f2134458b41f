/* A figure: its views, a list of its marks over them, and its table. */
#include "paint/web_parts.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

static const double view_pixels[WEB_VIEWS] = { 360, 720, 1200 };
static const char view_letters[WEB_VIEWS] = { 's', 'm', 'l' }; /* in the style sheet */
static const double points_per_pixel = 0.75;
static const double pan_scale = 0.9;   /* of a view that is moved sideways */
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

static void percent(struct strbuf *b, double part, double whole)
{
	web_number(b, part / whole * 100);
	strbuf_add(b, "%");
}

/* One of the four distances of a mark from the edges of its view, clockwise from the top. */
static void add_edge(struct strbuf *b, char view, int edge, double part, double whole)
{
	strbuf_addf(b, "--%c%d:", view, edge);
	percent(b, part, whole);
	strbuf_add(b, ";");
}

static void add_place(struct web *h, const struct scene *scene, struct rect at, size_t view)
{
	double least = web_points(target_least), grow_x = fmax(0, least - at.w) / 2, grow_y = fmax(0, least - at.h) / 2;
	struct rect r = { at.x - grow_x, at.y - grow_y, at.w + 2 * grow_x, at.h + 2 * grow_y };
	add_edge(&h->body, view_letters[view], 1, r.y, scene->height);
	add_edge(&h->body, view_letters[view], 2, scene->width - rect_right(r), scene->width);
	add_edge(&h->body, view_letters[view], 3, scene->height - rect_bottom(r), scene->height);
	add_edge(&h->body, view_letters[view], 4, r.x, scene->width);
}

/* What is said of a mark opens towards the middle, so that it stays in sight. */
static bool is_low(const struct web_figure *f, const struct web_fact *fact)
{
	size_t view = 0;
	while (view + 1 < WEB_VIEWS && fact->at[view].w <= 0)
		view++;
	return rect_bottom(fact->at[view]) > f->views[view].light->height / 2;
}

static void add_mark(struct web *h, const struct web_figure *f, size_t i)
{
	const struct web_fact *fact = &f->facts[i];
	web_addf(h, "<li%s style=\"", is_low(f, fact) ? " class=\"low\"" : "");
	for (size_t view = 0; view < WEB_VIEWS; view++)
		if (fact->at[view].w > 0)
			add_place(h, f->views[view].light, fact->at[view], view);
	web_addf(h, "\"><a href=\"#_%s-%zu\" aria-labelledby=\"_%s-%zus\"></a><span id=\"_%s-%zus\" aria-hidden=true>",
	         f->id, i + 1, f->id, i + 1, f->id, i + 1);
	web_text(h, fact->sentence);
	web_add(h, "</span></li>\n");
}

static void add_marks(struct web *h, const struct web_figure *f)
{
	if (!f->n_facts)
		return;
	web_add(h, "<ul class=\"marks\"");
	web_attribute(h, "aria-label", f->marks);
	web_add(h, ">\n");
	for (size_t i = 0; i < f->n_facts; i++)
		add_mark(h, f, i);
	web_add(h, "</ul>\n");
}

/* ---- the table ---- */

static void add_row(struct web *h, const struct web_figure *f, size_t i)
{
	web_addf(h, "<tr id=\"_%s-%zu\"><th scope=\"row\">", f->id, i + 1);
	web_text(h, f->facts[i].cells[0]);
	web_add(h, "</th>");
	for (size_t c = 1; c < f->n_columns; c++) {
		web_add(h, "<td>");
		web_text(h, f->facts[i].cells[c]);
		web_add(h, "</td>");
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
	web_encode(&h->body, f->csv, strlen(f->csv), true);
	web_add(h, "\">");
	web_text(h, f->save);
	web_add(h, "</a></p>\n");
}

static void add_table(struct web *h, const struct web_figure *f)
{
	if (!f->n_facts)
		return;
	web_add(h, "<details><summary>");
	web_text_in(h, TEXT_SEMIBOLD, f->table, strlen(f->table));
	web_add(h, "</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
	web_attribute(h, "aria-label", f->label ? f->label : f->table);
	web_add(h, "><table class=\"data\">\n<thead><tr>");
	for (size_t c = 0; c < f->n_columns; c++) {
		web_add(h, "<th scope=\"col\">");
		web_text_in(h, TEXT_SEMIBOLD, f->heads[c], strlen(f->heads[c]));
		web_add(h, "</th>");
	}
	web_add(h, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < f->n_facts; i++)
		add_row(h, f, i);
	web_add(h, "</tbody></table></div>\n");
	add_save(h, f);
	web_add(h, "</details>\n");
}

/* ---- the whole ---- */

static void add_caption(struct web *h, const struct web_figure *f)
{
	web_addf(h, "<figcaption id=\"_%s-c\">", f->id);
	if (f->label)
		web_element(h, "span", "label", TEXT_SEMIBOLD, f->label);
	if (f->doubt)
		web_element(h, "strong", "doubt", TEXT_BOLD, f->doubt);
	web_addf(h, "<span hidden id=\"_%s-a\">", f->id);
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
			         f->views[view].light->width / points_per_pixel * pan_scale);
	web_add(h, "\">\n");
}

void web_figure(struct web *h, const struct web_figure *f)
{
	static const char *const classes[WEB_VIEWS] = { "v vs", "v vm", "v vl" };
	const char *described = arena_printf(h->arena, "_%s-a", f->id);
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
