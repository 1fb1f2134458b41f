/* Any bytes as a briefing: it ends with pages or with complaints that have a place; every box stands on one page, and
 * nothing leaves its page. */
#include "base/arena.h"
#include "brief/briefing_read.h"
#include "brief/flow.h"
#include "brief/pages.h"
#include "desk.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct bench { /* of one run */
	struct arena *arena;
	const struct desk *desk;
	const struct front_matter *front;
	struct paper paper;
	struct diags *diags;
};

static bool make_chart(void *closure, const struct block *block, double width, double height,
                       const struct chart_slide *slide, struct chart_pages *pages)
{
	struct bench *b = closure;
	struct chart_request q = *block->chart.request;
	q.look = b->desk->look;
	q.fonts = b->desk->fonts;
	q.language = b->front->language;
	q.medium = b->paper.medium;
	q.width = width;
	q.height = height;
	q.slide = slide;
	q.inset = q.paged = !slide;
	struct diags *diags = slide && slide->trial ? diags_new(b->arena) : b->diags;
	return chart_layout(b->arena, &q, pages, diags) &&
	       !(slide && slide->trial == CHART_TRIED_HARD && diags_count(diags, DIAG_WARNING));
}

static bool refuse_image(void *closure, const char *path, struct figure_image *picture)
{
	struct bench *b = closure;
	*picture = (struct figure_image){ 0 };
	diag_add(b->diags, DIAG_ERROR, place_file(NULL), NULL, "no picture %s here", path);
	return false;
}

static void check_flow(const struct galley *g, const struct flow *flow)
{
	size_t placed = 0, heads = 0;
	for (size_t p = 0; p < flow->n_pages; p++)
		for (size_t i = 0; i < flow->pages[p].n_items; i++) {
			const struct placed *at = &flow->pages[p].items[i];
			placed++;
			if (!(at->y >= 0) || !(at->y + at->box->height <=
			                       fmax(g->paper->body.h, at->box->height) + 0.5)) /* alone if too tall */
				abort();
			for (size_t k = 0; k < g->n_boxes && i == 0; k++)
				heads += g->boxes[k]->head == at->box || g->boxes[k]->again == at->box;
		}
	for (size_t k = 0; k < g->n_boxes; k++) {
		size_t found = 0;
		for (size_t p = 0; p < flow->n_pages; p++)
			for (size_t i = 0; i < flow->pages[p].n_items; i++)
				found += flow->pages[p].items[i].box == g->boxes[k];
		if (found != 1)
			abort();
	}
	if (placed < g->n_boxes || (placed > g->n_boxes && !heads))
		abort();
}

static void check_page(const struct scene *scene)
{
	const double slack = 1;
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		double x = 0, y = 0, right = 0, bottom = 0;
		if (item->kind == SCENE_TEXT) {
			x = item->text.at.x;
			y = bottom = item->text.at.y;
			right = x + item->text.block->width;
		} else if (item->kind == SCENE_PATH) {
			x = item->path.rect.x;
			y = item->path.rect.y;
			right = x + item->path.rect.w;
			bottom = y + item->path.rect.h;
		} else if (item->kind == SCENE_FIGURE) {
			x = item->figure.at.x;
			y = item->figure.at.y;
			right = x + item->figure.scene->width;
			bottom = y + item->figure.scene->height;
		}
		if (!(x >= -slack && y >= -slack && right <= scene->width + slack && bottom <= scene->height + slack))
			abort();
	}
}

static void lay_out(struct bench *b, const struct briefing *briefing, size_t size)
{
	const struct figure_source figures = { b, make_chart, NULL, refuse_image };
	struct pages_request q = { briefing, &b->paper, b->desk->look, b->desk->fonts, &figures, "", 0 };
	struct galley g = { .arena = b->arena,
		            .diags = b->diags,
		            .briefing = briefing,
		            .paper = &b->paper,
		            .look = b->desk->look,
		            .fonts = b->desk->fonts,
		            .figures = &figures };
	struct flow flow;
	struct pages pages = { 0 };
	galley_fill(&g);
	if (!flow_pages(&g, 0, 2000, &flow))
		return;
	check_flow(&g, &flow);
	if (!pages_make(b->arena, &q, &pages, b->diags))
		return;
	if (pages.count > 20 + size)
		abort();
	for (size_t i = 0; i < pages.count; i++)
		check_page(pages.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct desk *desk = desk_at_hand();
	struct bench b = { .arena = arena_new(), .desk = desk };
	b.diags = diags_new(b.arena);
	const struct source_text *source = source_read(b.arena, "fuzz", (const char *)data, size, b.diags);
	const struct front_matter *read = source ? front_matter_read(b.arena, source, b.diags) : NULL;
	struct front_matter front = { 0 };
	if (read)
		front = *read;
	if (size % 3) /* so that pages are laid out whatever numbers there are */
		front.unbound = UNBOUND_WARN;
	b.front = read ? &front : NULL;
	const struct briefing_options options = { .draft = size % 2, .baseline = size % 5 ? NULL : desk->dataset };
	const struct briefing *briefing =
		b.front ? briefing_read(b.arena, source, b.front, desk->dataset, &options, b.diags) : NULL;
	if ((briefing != NULL) != diags_ok(b.diags))
		abort();
	if (briefing) {
		b.paper = paper_of(b.front);
		lay_out(&b, briefing, size);
	}
	check_diags(b.diags);
	arena_free(b.arena);
	return 0;
}
