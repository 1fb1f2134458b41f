/* The pages of a briefing, with the places that a reader can point at. */
#include "press/view.h"

#include "base/hash.h"
#include "base/str.h"
#include "data/selection.h"
#include "paint/page_svg.h"
#include "press/view_parts.h"
#include "scene/evidence.h"

#include <math.h>

struct viewing {
	struct arena *arena;
	const struct press_job *job;
	const struct cells *cells; /* of all data */
	struct press_view *view;
	struct page_spot *spots; /* of the page at hand */
	size_t n_spots, room;
};

struct frame { /* where a scene lies on the page */
	struct point at;
	double scale;
};

static void add_spot(struct viewing *v, struct frame f, struct rect r, const char *attributes)
{
	const struct rect on = { f.at.x + f.scale * r.x, f.at.y + f.scale * r.y, f.scale * r.w, f.scale * r.h };
	v->spots = arena_grow(v->arena, v->spots, &v->room, v->n_spots, sizeof *v->spots);
	v->spots[v->n_spots++] = (struct page_spot){ on, attributes };
}

/* ---- what charts show ---- */

static void tell_part(struct viewing *v, const struct block *block, const struct scene *scene,
                      struct web_figure *figure)
{
	struct web_charting how = { .job = (struct press_job *)(uintptr_t)v->job,
		                    .arena = v->arena,
		                    .request = *block->chart.request,
		                    .place = block->place,
		                    .cells = v->cells };
	how.request.language = v->job->front->language;
	*figure = (struct web_figure){ .id = block->chart.id, .alt = scene->document.alt };
	for (size_t i = 0; i < WEB_VIEWS; i++)
		figure->views[i].light = scene;
	press_web_facts(&how, figure);
}

static void tell_charts(struct viewing *v)
{
	const struct press_job *job = v->job;
	struct press_view *view = v->view;
	view->charts = arena_alloc(v->arena, job->briefing->n_charts + 1, sizeof *view->charts);
	view->n_charts = job->briefing->n_charts;
	for (size_t i = 0; i < view->n_charts; i++) {
		const struct chart_pages *pages = &job->figures[i];
		struct view_chart *chart = &view->charts[i];
		chart->block = job->briefing->charts[i];
		chart->parts = arena_alloc(v->arena, pages->count + 1, sizeof *chart->parts);
		for (size_t k = 0; k < pages->count && pages->items; k++)
			tell_part(v, chart->block, pages->items[k], &chart->parts[chart->n_parts++]);
	}
}

/* ---- places to point at ---- */

static bool find_part(const struct viewing *v, const struct scene *scene, size_t *chart, size_t *part)
{
	for (*chart = 0; *chart < v->view->n_charts; ++*chart)
		for (*part = 0; *part < v->view->charts[*chart].n_parts; ++*part)
			if (v->job->figures[*chart].items[*part] == scene)
				return true;
	return false;
}

/* The marks of a chart are numbered through all of its pages. */
static size_t marks_before(const struct view_chart *chart, size_t part)
{
	size_t n = 0;
	for (size_t i = 0; i < part; i++)
		n += chart->parts[i].n_marks;
	return n;
}

static void spot_chart(struct viewing *v, struct frame f, const struct scene *scene, size_t chart, size_t part)
{
	const struct view_chart *of = &v->view->charts[chart];
	const struct web_figure *figure = &of->parts[part];
	size_t first = marks_before(of, part);
	add_spot(v, f, (struct rect){ 0, 0, scene->width, scene->height },
	         arena_printf(v->arena, " data-chart=\"%zu\"", chart));
	for (size_t i = 0; i < figure->n_marks; i++)
		if (figure->marks[i].at[0].w > 0)
			add_spot(v, f, figure->marks[i].at[0],
			         arena_printf(v->arena, " data-chart=\"%zu\" data-fact=\"%zu\"", chart, first + i));
}

/* The number of the value that an expression at this place gave. */
static size_t value_at(const struct briefing *b, int line, int column)
{
	size_t i = 0;
	while (i < b->n_values && (b->values[i].place.line != line || b->values[i].place.column != column))
		i++;
	return i;
}

static void spot_text(struct viewing *v, struct frame f, const struct scene_item *item)
{
	enum { BOXES = 4 };
	const struct scene_origin *origin = item->origin;
	const struct scene_text *text = &item->text;
	struct rect boxes[BOXES];
	if (!origin || !origin->line)
		return;
	add_spot(v, f, scene_logical(item),
	         arena_printf(v->arena, " data-line=\"%d\" data-column=\"%d\"", origin->line, origin->column));
	for (size_t i = 0; i < origin->n_answers; i++) {
		const struct scene_answer *answer = &origin->answers[i];
		size_t value = value_at(v->job->briefing, answer->line, answer->column);
		size_t n = value < v->job->briefing->n_values
		                   ? text_boxes(text->block, answer->start, answer->end, boxes, BOXES)
		                   : 0;
		for (size_t k = 0; k < n && k < BOXES; k++) {
			boxes[k].x += text->at.x;
			boxes[k].y += text->at.y;
			add_spot(v, f, boxes[k],
			         arena_printf(v->arena, " data-value=\"%zu\" data-line=\"%d\" data-column=\"%d\"",
			                      value, answer->line, answer->column));
		}
	}
}

static void spot_items(struct viewing *v, struct frame f, const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		size_t chart, part;
		if (item->kind == SCENE_TEXT)
			spot_text(v, f, item);
		if (item->kind != SCENE_FIGURE)
			continue;
		struct frame inside = { { f.at.x + f.scale * item->figure.at.x, f.at.y + f.scale * item->figure.at.y },
			                f.scale * scene_figure_scale(item) };
		if (find_part(v, item->figure.scene, &chart, &part))
			spot_chart(v, inside, item->figure.scene, chart, part);
		else
			spot_items(v, inside, item->figure.scene);
	}
}

/* ---- the whole ---- */

static void view_page(struct viewing *v, size_t i)
{
	const struct scene *scene = v->job->pages.items[i];
	struct press_view_page *page = &v->view->pages[i];
	struct strbuf svg = strbuf_new(v->arena);
	v->n_spots = 0;
	spot_items(v, (struct frame){ .scale = 1 }, scene);
	page_svg_write(&svg, scene, arena_printf(v->arena, "p%zu-", i + 1), v->spots, v->n_spots);
	*page = (struct press_view_page){ svg.s, svg.n, scene->width, scene->height, "" };
	hash_sha256_hex(svg.s, svg.n, page->sha256);
}

void press_view_make(struct arena *arena, const struct press_result *result, const char *faces, struct press_view *view)
{
	const struct press_job *job = result->job;
	struct viewing v = { .arena = arena, .job = job, .view = view };
	*view = (struct press_view){ .n_pages = result->n_pages };
	v.cells = cells_of(arena, job->dataset, NULL);
	view->pages = arena_alloc(arena, result->n_pages + 1, sizeof *view->pages);
	tell_charts(&v);
	for (size_t i = 0; i < result->n_pages; i++)
		view_page(&v, i);
	struct strbuf sheet = strbuf_new(arena);
	snprintf(view->faces, sizeof view->faces, "%s", faces);
	if (page_svg_fonts(&sheet, result->pages, result->n_pages, view->faces))
		view->new_faces = sheet.s;
}
