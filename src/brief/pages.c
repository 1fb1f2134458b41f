#include "brief/pages.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "brief/brand_page.h"
#include "brief/cover.h"
#include "brief/cover_lengths.h"
#include "brief/flow.h"
#include "brief/slide_head.h"
#include "scene/evidence.h"
#include "words/number.h"

#include <math.h>

/* TOGETHER: pages that share an arena, whose blocks hold several. EDGES: items around those of the boxes. */
enum { PAGES_MAX = 2000, PAGES_TOGETHER = 16, EDGES = 8 };

struct setting { /* of pages */
	struct galley g;
	const struct pages *slides; /* that they are a handout of; NULL: of none */
	const struct pages_request *request;
	struct paper paper;
	struct pages *out;
	struct flow flow;
	struct map headings; /* anchor -> heading */
	size_t before;       /* pages before those of the flow: the cover */
	const char *part;    /* of a deck, that the slides at hand are in; NULL: none */
	size_t total;
};

/* Beside one column on a wide page is more air than text. */
static struct rect filled_of(const struct paper *p)
{
	struct rect filled = p->body;
	if (p->columns == 1 && !p->slides && p->width > p->height)
		filled.w = p->measure;
	return filled;
}

/* page: NULL: the cover. */
static struct scene *empty_page(const struct setting *s, size_t i, const struct flow_page *page)
{
	const struct paper *p = s->g.paper;
	const struct briefing *b = s->g.briefing;
	struct arena **own = &s->out->arenas[i / PAGES_TOGETHER];
	if (!*own)
		*own = arena_new_below(s->g.arena);
	struct scene *scene = scene_new(*own, p->width, p->height);
	scene->u = p->lengths->size;
	scene->text_min = p->lengths->text_min;
	double safe = p->lengths->safe;
	scene->safe = (struct rect){ safe, safe, p->width - 2 * safe, p->height - 2 * safe };
	scene->background = s->g.look->palette.background;
	scene->muted = s->g.look->palette.muted;
	scene->pale = palette_pale(&s->g.look->palette);
	struct scene_paper *paper = arena_alloc(s->g.arena, 1, sizeof *paper);
	*paper = (struct scene_paper){ .slide = p->slides,
		                       .body = p->body,
		                       .filled = filled_of(p),
		                       .step = p->lengths->step,
		                       .narrow = p->columns == 2 && p->measure < narrow,
		                       .cover = !page,
		                       .sheet = p->handout };
	for (size_t k = 0; page && k < page->n_items; k++) {
		paper->part |= page->items[k].box->part;
		paper->continued |= page->items[k].box->continued;
		paper->appendix |= page->items[k].box->appendix;
	}
	scene->paper = paper;
	scene->document.language = b->front->language;
	scene->document.title = b->title;
	scene->document.source = "";
	scene->document.data_hash = s->request->data_hash;
	if (b->dataset->date.year)
		scene->evidence->vintage = words_date(s->g.arena, b->front->language, b->dataset->date);
	return scene;
}

/* ---- what is placed ---- */

static void copy_box(struct scene *scene, const struct box *box, double x, double y)
{
	for (size_t i = 0; i < box->n_items; i++) {
		struct scene_item *item = scene_add(scene, box->items[i].kind, box->items[i].role);
		*item = box->items[i];
		scene_item_move(item, x, y);
	}
}

/* The page number at the end of an entry of the contents. */
static void add_entry_page(struct setting *s, struct scene *scene, const struct placed *at)
{
	const struct paper *p = s->g.paper;
	const struct heading *heading = map_find(&s->headings, at->box->entry);
	if (!heading)
		return;
	const struct scene_text *last = &at->box->items[0].text; /* line of the entry */
	struct text_style style = { .size = last->block->style.size, .tabular = true };
	const struct text_block *number =
		text_shape(s->g.fonts, arena_printf(s->g.arena, "%zu", heading->page + 1), style, 0, 0, s->g.diags);
	struct scene_item *item =
		scene_add_text(scene, ROLE_ENTRY,
	                       (struct point){ p->body.x + at->x + at->box->entry_right - number->width,
	                                       p->body.y + at->y + last->at.y },
	                       number, s->g.look->palette.ink2);
	item->tag = at->box->items[0].tag;
}

static void add_notes(struct setting *s, struct scene *scene, const struct flow_page *page)
{
	const struct paper *p = s->g.paper;
	double y = p->body.y + p->body.h - page->notes_height;
	if (!page->n_notes)
		return;
	scene_add_rect(scene, ROLE_RULE, (struct rect){ p->body.x, y + notes_rule_below, notes_rule, rule_thin },
	               s->g.look->palette.ink3);
	y += notes_above;
	for (size_t i = 0; i < page->n_notes; i++) {
		const struct galley *note = &s->flow.notes[page->notes[i]];
		for (size_t k = 0; k < note->n_boxes; k++) {
			y += k ? note->boxes[k]->above : 0;
			copy_box(scene, note->boxes[k], p->body.x, y);
			y += note->boxes[k]->height;
		}
	}
}

/* ---- header and footer ---- */

/* Where what stands on the baseline at the foot of a slide begins: the name of its figure, or a doubt; else at its end.
 */
static double foot_end(const struct paper *p, const struct scene *scene, double baseline)
{
	double end = rect_right(p->body);
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		bool named = item->kind == SCENE_TEXT && (item->role == ROLE_CAPTION || item->role == ROLE_MARGIN);
		if (named && item->text.at.y == baseline)
			end = fmin(end, item->text.at.x - edge_gap);
	}
	return end;
}

struct edge {                       /* what stands there */
	const char *text, *shorter; /* shorter: what says enough where there is no room; NULL: its first line does */
	struct place place;         /* where it is written; without a line: nowhere */
};

static void edge_text(struct setting *s, struct scene *scene, const struct edge *edge, double baseline, bool right)
{
	const struct paper *p = s->g.paper;
	struct text_style style = { .size = p->lengths->edge, .tabular = true };
	const struct text_block *block = text_shape(s->g.fonts, edge->text, style, 0, 0, s->g.diags);
	double most = p->body.w * edge_share;
	if (p->slides && !right)
		most = fmin(most, foot_end(p, scene, baseline) - p->body.x);
	if (block->width > most && edge->shorter)
		block = text_shape(s->g.fonts, edge->shorter, style, 0, 0, s->g.diags);
	if (block->width > most) { /* of a long title, the first line */
		block = text_shape(s->g.fonts, edge->text, style, most, 0, s->g.diags);
		block = text_line_block(s->g.fonts, block, 0);
	}
	double x = right ? p->body.x + p->body.w - block->width : p->body.x;
	if (right && baseline == p->header)
		x -= brand_header(&s->g, NULL);
	struct scene_item *item =
		scene_add_text(scene, ROLE_PAGE, (struct point){ x, baseline }, block, s->g.look->palette.ink3);
	item->origin = scene_origin_new(s->g.arena, edge->place.line, edge->place.column);
}

static void add_footer(struct setting *s, struct scene *scene, size_t number)
{
	struct arena *a = s->g.arena;
	const struct briefing *b = s->g.briefing;
	const struct language *l = b->front->language;
	const struct place nowhere = { .line = 0 };
	const char *page = words_fill(a, l, WORD_PAGE_OF, "page", number_plain(a, l, number), "pages",
	                              number_plain(a, l, s->total), NULL);
	const char *data = scene->evidence->vintage
	                           ? words_fill(a, l, WORD_DATA_AS_OF, "date", scene->evidence->vintage, NULL)
	                           : b->title;
	if (b->footer)
		data = scene->evidence->vintage ? arena_printf(a, "%s  \u00b7  %s", b->footer, data) : b->footer;
	struct place place = b->footer                  ? b->front->brand.footer_place
	                     : scene->evidence->vintage ? nowhere
	                                                : b->front->title_place;
	const char *shorter = b->footer ? NULL : scene->evidence->vintage;
	edge_text(s, scene, &(struct edge){ data, shorter, place }, s->g.paper->footer, false);
	brand_foot(&s->g, scene, data, page);
	edge_text(s, scene, &(struct edge){ page, NULL, nowhere }, s->g.paper->footer, true);
}

/* What the page belongs to on the left, what it is about on the right. */
static void add_header(struct setting *s, struct scene *scene, const char *section)
{
	if (s->g.paper->header <= 0)
		return;
	double logo = brand_header(&s->g, scene);
	edge_text(s, scene, &(struct edge){ s->g.briefing->title, NULL, s->g.briefing->front->title_place },
	          s->g.paper->header, false);
	if (section && !str_eq(section, s->g.briefing->title)) {
		const struct paper *p = s->g.paper;
		struct text_style style = { .size = p->lengths->edge, .tabular = true };
		double left = text_shape(s->g.fonts, s->g.briefing->title, style, 0, 0, s->g.diags)->width;
		double right = text_shape(s->g.fonts, section, style, 0, 0, s->g.diags)->width;
		if (fmin(left, edge_share * p->body.w) + right + edge_gap + logo < p->body.w &&
		    right < edge_share * p->body.w)
			edge_text(s, scene, &(struct edge){ .text = section }, p->header, true);
	}
}

/* ---- pages ---- */

static void find_headings(struct setting *s)
{
	s->headings = map_new(s->g.arena);
	for (size_t i = 0; i < s->flow.n_pages; i++)
		for (size_t k = 0; k < s->flow.pages[i].n_items; k++) {
			const struct box *box = s->flow.pages[i].items[k].box;
			if (!box->section)
				continue;
			for (size_t h = box->heading - box->n_also; h <= box->heading; h++) {
				s->g.headings[h].page = s->before + i;
				map_put(&s->headings, s->g.headings[h].anchor, &s->g.headings[h]);
			}
		}
}

/* The section that names the page: the first that begins near its top, or else the one it continues. */
static const char *section_of(const struct flow_page *page, const char *before)
{
	for (size_t i = 0; i < page->n_items; i++) {
		const struct box *box = page->items[i].box;
		if (box->section && box->section_level <= 2)
			return box->section;
		if (page->items[i].y > section_begins)
			break;
	}
	return before;
}

static const char *last_section(const struct flow_page *page, const char *before)
{
	for (size_t i = 0; i < page->n_items; i++)
		if (page->items[i].box->section && page->items[i].box->section_level <= 2)
			before = page->items[i].box->section;
	return before;
}

static size_t items_of(const struct setting *s, const struct flow_page *page)
{
	size_t n = EDGES;
	for (size_t i = 0; i < page->n_items; i++)
		n += page->items[i].box->n_items + (page->items[i].box->entry != NULL);
	for (size_t i = 0; i < page->n_notes; i++) {
		const struct galley *note = &s->flow.notes[page->notes[i]];
		for (size_t k = 0; k < note->n_boxes; k++)
			n += note->boxes[k]->n_items;
	}
	return n;
}

static void keep_speech(struct setting *s, const struct flow_page *page, struct slide_speech *speech)
{
	for (size_t i = 0; i < page->n_items; i++)
		speech_add_all(s->g.arena, speech, &page->items[i].box->speech);
}

/* For files that hold what is said beside what is shown. speech: NULL: nothing is. */
static void tell_slide(struct setting *s, struct scene *scene, const struct slide_speech *speech)
{
	struct scene_slide *slide = arena_alloc(s->g.arena, 1, sizeof *slide);
	const struct rect *body = &scene->paper->body;
	*slide = (struct scene_slide){ .cover = scene->paper->cover,
		                       .part = scene->paper->part,
		                       .left = body->x,
		                       .right = rect_right(*body),
		                       .foot = rect_bottom(*body),
		                       .section = s->part };
	if (speech)
		slide->said = speech_paragraphs(s->g.arena, speech, &slide->n_said);
	scene->document.slide = slide;
}

static struct scene *make_page(struct setting *s, size_t i, const char *section, bool masthead)
{
	const struct paper *p = s->g.paper;
	const struct flow_page *page = &s->flow.pages[i];
	struct scene *scene = empty_page(s, s->before + i, page);
	scene_reserve(scene, items_of(s, page));
	if (p->slides)
		slide_head_draw(&s->g, scene, page, &s->part);
	else if (masthead)
		masthead_draw(&s->g, scene);
	else
		add_header(s, scene, section);
	for (size_t k = 0; k < page->n_items; k++) {
		const struct placed *at = &page->items[k];
		if (at->box->plate)
			copy_box(scene, at->box, 0, 0);
		else
			copy_box(scene, at->box, p->body.x + at->x, p->body.y + at->y);
		if (at->box->entry)
			add_entry_page(s, scene, at);
	}
	add_notes(s, scene, page);
	add_footer(s, scene, s->before + i + 1);
	scene->evidence->page = s->before + i;
	if (p->slides) {
		keep_speech(s, page, &s->out->speeches[s->before + i]);
		tell_slide(s, scene, &s->out->speeches[s->before + i]);
	}
	return scene;
}

/* A one-pager is refused with how much of it does not fit. */
static bool is_one_sheet(struct setting *s)
{
	const struct front_matter *front = s->g.briefing->front;
	const struct paper *p = s->g.paper;
	double over = -p->body.h;
	if (front->class != CLASS_ONE_PAGER)
		return true;
	for (size_t i = 0; i < s->flow.n_pages; i++)
		over += s->flow.pages[i].filled + s->flow.pages[i].notes_height;
	over = fmax(over, p->lengths->step); /* what moved to another page left a hole */
	if (p->slides)
		diag_add(s->g.diags, DIAG_ERROR, front->class_place, "write page: A4, or class: report",
		         "a one-pager is a sheet of paper, but this is made for slides");
	else if (s->flow.n_pages > 1)
		diag_add(s->g.diags, DIAG_ERROR, front->class_place,
		         "shorten the text, leave out a block, give charts fewer rows, or write class: report",
		         "the one-pager does not fit on its page: it is %.0f mm too long, about %.0f line%s",
		         ceil(over / points_in_mm), ceil(over / p->lengths->step), over > p->lengths->step ? "s" : "");
	return diags_ok(s->g.diags);
}

/* All but the cover. */
static bool flow(struct setting *s)
{
	const struct pages_request *q = s->request;
	size_t most = q->most && q->most < PAGES_MAX ? q->most : PAGES_MAX;
	double top = s->before || s->slides ? 0 : masthead_draw(&s->g, NULL);
	if (!flow_pages(&s->g, top, most - s->before, &s->flow))
		return false;
	s->total = s->flow.n_pages + s->before;
	if (s->total > most)
		diag_add(s->g.diags, DIAG_ERROR, place_file(q->briefing->path), "split it",
		         "the briefing has more than %zu pages", most);
	return s->total <= most && is_one_sheet(s);
}

static void make_all(struct setting *s)
{
	struct pages *out = s->out;
	const char *section = NULL;
	out->items = arena_alloc(s->g.arena, s->total, sizeof *out->items);
	out->arenas = arena_alloc(s->g.arena, s->total / PAGES_TOGETHER + 1, sizeof(struct arena *));
	out->count = s->total;
	if (s->g.paper->slides)
		out->speeches = arena_alloc(s->g.arena, s->total, sizeof *out->speeches);
	if (s->before) {
		out->items[0] = empty_page(s, 0, NULL);
		cover_draw(&s->g, out->items[0]);
		if (s->g.paper->slides)
			tell_slide(s, out->items[0], NULL);
	}
	for (size_t i = 0; i < s->flow.n_pages; i++) {
		out->items[s->before + i] =
			make_page(s, i, section_of(&s->flow.pages[i], section), i == 0 && !s->before && !s->slides);
		section = last_section(&s->flow.pages[i], section);
	}
}

/* The text is as wide on every page as beside its side blocks. */
static bool has_sides(const struct briefing *b)
{
	for (size_t i = 0; i < b->n_blocks; i++)
		if (galley_is_side(b->blocks[i]))
			return true;
	return false;
}

/* slides: that they are a handout of; NULL: of none. */
static bool make(struct arena *arena, const struct pages_request *request, const struct pages *slides,
                 struct pages *out, struct diags *diags)
{
	const struct briefing *b = request->briefing;
	struct setting s = { .request = request,
		             .paper = *request->paper,
		             .out = out,
		             .slides = slides,
		             .g = { .arena = arena,
		                    .boxes_arena = arena_new_below(arena),
		                    .diags = diags,
		                    .briefing = b,
		                    .look = request->look,
		                    .fonts = request->fonts,
		                    .figures = request->figures } };
	s.g.paper = &s.paper;
	if (!slides && has_sides(b))
		paper_open_side(&s.paper);
	if (slides)
		galley_handout(&s.g, slides->items, slides->speeches, slides->count);
	else
		galley_fill(&s.g); /* its errors and those of the flow are reported together */
	s.before = !slides && (b->front->brand.cover != COVER_NONE || request->paper->slides);
	bool ok = flow(&s);
	if (ok) {
		find_headings(&s);
		make_all(&s);
	}
	arena_free(s.g.boxes_arena);
	return ok && diags_ok(diags);
}

bool pages_make(struct arena *arena, const struct pages_request *request, struct pages *out, struct diags *diags)
{
	if (!request->paper->handout)
		return make(arena, request, NULL, out, diags);
	struct paper *sheet = arena_alloc(arena, 1, sizeof *sheet);
	struct pages_request of = *request;
	struct pages *slides = arena_alloc(arena, 1, sizeof *slides);
	*sheet = paper_of_sheet(request->briefing->front);
	*slides = (struct pages){ 0 };
	if (!make(arena, request, NULL, slides, diags))
		return false;
	of.paper = sheet;
	out->slides = slides;
	return make(arena, &of, slides, out, diags);
}

void pages_give_back(struct pages *pages, size_t i)
{
	struct arena **own = &pages->arenas[i / PAGES_TOGETHER];
	if (i + 1 < pages->count && (i + 1) % PAGES_TOGETHER)
		return;
	arena_free(*own);
	*own = NULL;
}
