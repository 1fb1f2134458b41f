/* What only slides have: a title in one place, charts whose title it is with words beside them. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"
#include "brief/slides.h"
#include "scene/voice.h"
#include "words/number.h"

#include <math.h>

/* ---- titles ---- */

enum { TITLE_EVEN = 3, TITLE_LINES = 3 };

static double title_baseline(const struct galley *g)
{
	return slide_title_baseline - g->paper->body.y;
}

/* A long one is set smaller, but not too small. */
static const struct text_block *fitting(const struct galley *g, const struct rich *title, double *step)
{
	struct text_style style = { .size = slide_title, .weight = TEXT_BOLD };
	const struct text_block *lines;
	for (;; style.size *= title_shrink) {
		*step = slide_title_step * style.size / slide_title;
		lines = rich_shape_even(g->fonts, title, style, g->paper->body.w, *step, TITLE_EVEN, g->diags);
		if (lines->n_lines <= TITLE_LINES || style.size * title_shrink < slide_text_min)
			return lines;
	}
}

double galley_slide_title(struct galley *g, struct box *box, const struct rich *title)
{
	double step;
	const struct text_block *lines = fitting(g, title, &step);
	g->n_paragraphs++;
	for (size_t i = 0; i < lines->n_lines; i++)
		galley_add_line(g, box, ROLE_SECTION, 0, title_baseline(g) + step * (double)i, title, lines, i,
		                g->look->palette.ink);
	return title_baseline(g) + step * (double)(lines->n_lines - 1) + slide_title_below;
}

/* ---- what stands beside a chart ---- */

struct beside { /* set, but not placed */
	struct galley g;
	double width, height;
};

/* As a galley of its own. For its height alone it is set with no tag and no word of what is wrong. */
static struct beside set_beside(const struct galley *g, struct block *const *blocks, size_t n, double width,
                                bool measure)
{
	struct beside b = { .g = *g, .width = width };
	if (measure) {
		b.g.tag = NULL;
		b.g.diags = diags_new(g->arena);
	}
	double apart = slide_aside_apart * g->paper->lengths->step;
	b.g.boxes = NULL;
	b.g.n_boxes = b.g.room = 0;
	b.g.x = b.g.air = 0;
	b.g.width = width;
	b.g.paired = true;               /* no wider than this */
	for (size_t i = 0; i < n; i++) { /* a list as it is, of a note what it holds */
		bool list = blocks[i]->kind == BLOCK_LIST;
		for (size_t k = 0; k < (list ? 1 : blocks[i]->n_items); k++) {
			size_t first = b.g.n_boxes;
			galley_add_block(&b.g, list ? blocks[i] : blocks[i]->items[k]);
			if (first < b.g.n_boxes)
				b.g.boxes[first]->above = apart;
		}
	}
	galley_settle(&b.g);
	b.height = galley_height(&b.g) + slide_aside_thick + slide_aside_air;
	return b;
}

/* Moves it onto the box of the chart, its top left corner at `at`. */
static void place_beside(struct galley *g, struct box *box, const struct beside *b, struct point at)
{
	box_add_rect(g->boxes_arena, box, ROLE_RULE,
	             (struct rect){ at.x, at.y, fmin(slide_aside_rule, b->width), slide_aside_thick },
	             g->look->palette.tag);
	double y = at.y + slide_aside_thick + slide_aside_air;
	for (size_t i = 0; i < b->g.n_boxes; i++) {
		const struct box *from = b->g.boxes[i];
		y += i ? from->above : 0;
		for (size_t k = 0; k < from->n_items; k++) {
			struct scene_item *item =
				box_add(g->boxes_arena, box, from->items[k].kind, from->items[k].role);
			*item = from->items[k];
			scene_item_move(item, at.x, y);
		}
		for (size_t k = 0; k < from->n_notes; k++) {
			box->notes = arena_grow(g->boxes_arena, box->notes, &box->notes_room, box->n_notes,
			                        sizeof *box->notes);
			box->notes[box->n_notes++] = from->notes[k];
		}
		y += from->height;
	}
	g->n_paragraphs = b->g.n_paragraphs;
}

/* ---- charts ---- */

static bool has_ground(const struct galley *g, const struct block *block)
{
	return g->figures->has_ground && g->figures->has_ground(g->figures->closure, block);
}

struct plate { /* a slide that a chart fills */
	struct galley *g;
	const struct block *chart, *heading;
	const char *name; /* "Figure 3" */
	struct scene_voice voice;
};

/* The chart without its title, which is the slide's: a heading, and no part of the figure. */
static const struct scene *without_title(struct galley *g, const struct scene *scene, const struct scene_item **title)
{
	struct scene *rest = arena_alloc(g->arena, 1, sizeof *rest);
	*rest = *scene;
	rest->items = arena_alloc(g->arena, scene->n_items + 1, sizeof *rest->items);
	rest->n_items = 0;
	*title = NULL;
	for (size_t i = 0; i < scene->n_items; i++)
		if (!*title && scene->items[i].kind == SCENE_TEXT && scene->items[i].role == ROLE_TITLE)
			*title = &scene->items[i];
		else
			rest->items[rest->n_items++] = scene->items[i];
	return rest;
}

static int level_of(const struct plate *p)
{
	const struct galley *g = p->g;
	return p->heading ? p->heading->level : g->n_headings ? g->headings[g->n_headings - 1].level : 1;
}

/* On the body's own coordinates no more: a plate is as large as the slide. */
static void add_title(const struct plate *p, struct box *box, const struct scene_item *title)
{
	struct galley *g = p->g;
	struct scene_tag *was = galley_open_tag(g, TAG_HEADING);
	if (g->tag)
		g->tag->level = level_of(p);
	struct scene_item *item = box_add(g->boxes_arena, box, SCENE_TEXT, ROLE_SECTION);
	item->text = title->text;
	item->tag = g->tag;
	item->datum = g->n_paragraphs++;
	g->tag = was;
}

static void add_caption(const struct plate *p, struct box *box, const char *words)
{
	struct galley *g = p->g;
	const struct lengths *l = g->paper->lengths;
	const struct text_style style = { .size = l->edge, .weight = TEXT_SEMIBOLD, .tabular = true };
	const struct text_block *tag = text_shape(g->fonts, words, style, 0, 0, g->diags);
	double right = g->paper->body.x + g->paper->body.w - figure_tag_right * l->edge; /* left of the page's number */
	struct scene_tag *was = g->tag;
	g->tag = p->voice.caption;
	galley_add_text(g, box, ROLE_CAPTION, right - tag->width, g->paper->footer, tag, g->look->palette.ink3);
	box->items[box->n_items - 1].text.spaced = true;
	g->tag = was;
}

/* A bar down the side of a chart whose claim does not hold, and words in the footer. */
static void mark_doubt(struct galley *g, struct box *box)
{
	const struct paper *p = g->paper;
	box_add_rect(g->boxes_arena, box, ROLE_RULE,
	             (struct rect){ p->lengths->figure_doubt, 0, figure_bar, box->height }, g->look->palette.tag);
	const struct text_style style = { .size = p->lengths->edge, .weight = TEXT_BOLD };
	const struct text_block *words =
		text_shape(g->fonts, words_get(g->briefing->front->language, WORD_UNPROVED), style, 0, 0, g->diags);
	struct scene_tag *was = galley_open_tag(g, TAG_CAPTION);
	galley_add_text(g, box, ROLE_MARGIN, p->body.x + figure_doubt_share * p->body.w, p->footer, words,
	                look_doubt(g->look));
	g->tag = was;
}

static struct box *add_plate(struct plate *p, const struct scene *scene, bool first)
{
	struct galley *g = p->g;
	struct box *box = galley_add_box(g, g->paper->body.h, 0);
	const struct scene_item *title;
	const struct scene *rest = without_title(g, scene, &title);
	struct scene_tag *inside = g->tag;
	box->wide = box->floats = box->plate = box->breaks = true;
	box->continued = !first;
	if (has_ground(g, p->chart))
		box_add_rect(g->boxes_arena, box, ROLE_BACKGROUND, (struct rect){ 0, 0, scene->width, scene->height },
		             scene->background);
	if (title) {
		g->tag = first ? inside : NULL; /* it is not read aloud again */
		add_title(p, box, title);
		g->tag = inside;
		box->again = galley_title_again(g, str_one_line(g->arena, title->text.block->text));
	}
	if (first && p->chart->anchor) {
		struct scene_item *target = box_add(g->boxes_arena, box, SCENE_TARGET, ROLE_FIGURE);
		target->target = (struct scene_target){ { 0, 0 }, p->chart->anchor, NULL, 0 };
	}
	struct scene_item *figure = box_add(g->boxes_arena, box, SCENE_FIGURE, ROLE_FIGURE);
	figure->figure =
		(struct scene_figure){ .scene = rest, .name = p->name, .tags = scene_voice_page(&p->voice, rest) };
	figure->tag = g->tag;
	add_caption(p, box,
	            scene->document.part ? arena_printf(g->arena, "%s, %s", p->name, scene->document.part) : p->name);
	if (p->chart->chart.doubted)
		mark_doubt(g, box);
	if (first && p->heading)
		galley_place_heading(g, box, p->heading);
	return box;
}

/* Where the chart ends: on a ground of its own above the footer, else where the body does; and above what stands below
 * it. */
static struct chart_slide geometry(const struct galley *g, const struct block *chart, double below, double *height)
{
	const struct paper *p = g->paper;
	struct chart_slide s = { .margin_x = p->body.x,
		                 .top = slide_part, /* what is above belongs to the slide */
		                 .bottom = p->height - rect_bottom(p->body) + slide_foot + below,
		                 .title = slide_title,
		                 .title_step = slide_title_step,
		                 .title_baseline = slide_title_baseline };
	*height = p->height;
	if (has_ground(g, chart)) {
		*height = p->footer - figure_ground_footer * p->lengths->edge - below;
		s.bottom = slide_foot;
	}
	return s;
}

enum { SIZES = sizeof slide_label / sizeof *slide_label, ASIDE_LARGEST = 2 };

struct layout { /* of a chart and what stands beside it */
	struct galley *g;
	const struct block *chart;
	struct block *const *beside;
	size_t n;
	double column, gap; /* column 0: they stand below it */
	struct beside words;
	struct rect aside; /* room for them; no width: none */
	struct chart_pages pages;
};

static bool lay_out(struct layout *l, size_t size, bool words, enum chart_trial trial)
{
	struct galley *g = l->g;
	const struct paper *p = g->paper;
	double height, below = words && l->column == 0 ? l->words.height + slide_below_apart : 0;
	struct chart_slide slide = geometry(g, l->chart, below, &height);
	slide.label = slide_label[size];
	slide.note = slide_note[size];
	slide.aside = words && l->column > 0 ? l->column + l->gap : 0;
	slide.trial = trial;
	l->aside = (struct rect){ 0 };
	l->pages = (struct chart_pages){ 0 };
	if (!g->figures->chart(g->figures->closure, l->chart, p->width, height, &slide, &l->pages))
		return false;
	if (!words || !l->pages.count)
		return true;
	l->aside = l->pages.items[0]->aside;
	l->aside.x += l->gap;
	if (l->column == 0)
		l->aside =
			(struct rect){ p->body.x, rect_bottom(p->body) - l->words.height, p->body.w, l->words.height };
	return l->words.height <= l->aside.h + fit_tolerance;
}

/* On one slide. */
static bool is_whole(struct layout *l, size_t size, bool words)
{
	return lay_out(l, size, words, CHART_TRIED_HARD) && l->pages.count == 1;
}

/* Beside the chart, in this share of the body's width; 0: below it. */
static bool is_whole_with_words(struct layout *l, size_t size, double share)
{
	const struct rect *body = &l->g->paper->body;
	l->column = share * body->w;
	l->gap = share > 0 ? slide_aside_gap * body->w : 0;
	l->words = set_beside(l->g, l->beside, l->n, share > 0 ? l->column : body->w, true);
	return (share > 0 || l->words.height <= slide_below_share * body->h) && is_whole(l, size, true);
}

/* With its words where they have room: rather beside the chart, on a narrow slide rather below it. */
static bool try_words(struct layout *l, size_t size)
{
	double width = l->g->paper->body.w;
	if (!l->n)
		return false;
	if (has_ground(l->g, l->chart))
		return is_whole_with_words(l, size, 0);
	if (slide_aside * width >= slide_aside_least)
		return is_whole_with_words(l, size, slide_aside) || is_whole_with_words(l, size, 0);
	return is_whole_with_words(l, size, 0) ||
	       (slide_aside_wide * width >= slide_aside_least && is_whole_with_words(l, size, slide_aside_wide));
}

/* The chart with its words; without them, which then have a slide of their own; on several slides; in smaller type;
 * with a warning. */
static bool try_all(struct layout *l)
{
	for (size_t i = 0; i < SIZES; i++)
		if (try_words(l, i) || is_whole(l, i, false) || lay_out(l, i, false, CHART_TRIED_HARD))
			return true;
	for (size_t i = 0; i + 1 < SIZES; i++)
		if (lay_out(l, i, false, CHART_TRIED))
			return lay_out(l, i, false, CHART_FOR_GOOD); /* once more, for what is to be told */
	return lay_out(l, SIZES - 1, false, CHART_FOR_GOOD);
}

/* In the largest type in which they have room. */
static void enlarge(struct layout *l)
{
	struct galley *g = l->g;
	const struct paper *usual = g->paper;
	double width = l->words.width;
	int scale = ASIDE_LARGEST;
	for (; scale + 1 < SLIDE_SCALES && l->column > 0; scale++) {
		g->paper = slides_scaled(g->arena, usual, scale);
		if (set_beside(g, l->beside, l->n, width, true).height <= l->aside.h)
			break;
	}
	g->paper = l->column > 0 ? slides_scaled(g->arena, usual, scale) : usual;
	l->words = set_beside(g, l->beside, l->n, width, false);
	g->paper = usual;
}

bool galley_slide_chart(struct galley *g, const struct block *chart, const struct block *heading,
                        struct block *const *beside, size_t n)
{
	const struct language *l = g->briefing->front->language;
	struct layout of = { .g = g, .chart = chart, .beside = beside, .n = n };
	struct plate p = { .g = g, .chart = chart, .heading = heading };
	p.name =
		words_fill(g->arena, l, WORD_FIGURE, "n", number_plain(g->arena, l, (size_t)chart->chart.number), NULL);
	if (!try_all(&of))
		return true;
	struct scene_tag *was = galley_open_tag(g, TAG_GROUP);
	p.voice = (struct scene_voice){ .arena = g->arena, .inside = g->tag }; /* the title is the slide's */
	for (size_t i = 0; i < of.pages.count; i++) {
		g->tag = p.voice.inside;
		struct box *box = add_plate(&p, of.pages.items[i], i == 0);
		g->tag = was;
		if (i || of.aside.w == 0)
			continue;
		enlarge(&of);
		place_beside(g, box, &of.words, (struct point){ of.aside.x, of.aside.y });
	}
	return of.aside.w > 0;
}
