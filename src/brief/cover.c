#include "brief/cover.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>

struct brush { /* draws downwards from y */
	struct galley *g;
	struct scene *scene; /* NULL: only measures */
	double x, y, width;
	struct scene_tag *tag;
};

static struct text_style style(double size, enum text_weight weight)
{
	return (struct text_style){ .size = size, .weight = weight };
}

/* Two lines of about the same length read better than one and a word. */
static const struct text_block *set(struct brush *b, const char *text, struct text_style of, double step, bool even)
{
	const struct text_block *block = text_shape(b->g->fonts, text, of, b->width, step, b->g->diags);
	size_t lines = block->n_lines;
	double least = b->width / (double)lines * 0.8, most = b->width;
	for (int i = 0; i < 5 && even && lines > 1; i++) {
		double middle = (least + most) / 2;
		if (text_shape(b->g->fonts, text, of, middle, step, b->g->diags)->n_lines > lines)
			least = middle;
		else
			most = middle;
	}
	return lines > 1 && even ? text_shape(b->g->fonts, text, of, most, step, b->g->diags) : block;
}

/* The size at which a text takes so many lines at most, but no less than `least`: a long one is set smaller. */
static double fitting(const struct brush *b, const char *text, double size, double least, size_t lines,
                      enum text_weight weight)
{
	while (size > least &&
	       text_shape(b->g->fonts, text, style(size, weight), b->width, 0, b->g->diags)->n_lines > lines)
		size *= 0.92;
	return size;
}

/* What is written next is read as one. */
static void begin(struct brush *b, enum scene_tag_kind kind)
{
	if (b->scene)
		b->tag = scene_tag_new(b->g->arena, b->g->front, kind);
}

/* A text whose first baseline stands `down` below y; y moves to the last baseline. */
static void write(struct brush *b, enum scene_role role, const char *text, struct text_style of, double step,
                  double down, bool even, struct color color)
{
	const struct text_block *block = set(b, text, of, step, even);
	b->y += down;
	if (b->scene) {
		struct scene_item *item = scene_add_text(b->scene, role, (struct point){ b->x, b->y }, block, color);
		item->tag = b->tag;
		item->text.spaced = true;
	}
	b->y += block->lines[block->n_lines - 1].baseline;
}

static void draw_rule(struct brush *b)
{
	const struct look *look = b->g->look;
	const struct palette *p = &look->palette;
	if (!b->scene)
		return;
	scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, b->width, 1 }, p->ink);
	scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, 44, 7 }, p->tag);
}

/* "By A and B · 9 April 2026 · Data as of …" */
static const char *byline(struct galley *g, bool with_data)
{
	const struct front_matter *f = g->briefing->front;
	struct strbuf b = strbuf_new(g->arena);
	if (f->n_authors)
		strbuf_add(&b, words_list(g->arena, f->language, f->authors, f->n_authors, 12));
	if (f->date.year)
		strbuf_addf(&b, "%s%s", b.n ? "  ·  " : "", words_date(g->arena, f->language, f->date));
	if (with_data && g->briefing->dataset->date.year)
		strbuf_addf(&b, "%s%s", b.n ? "  ·  " : "",
		            words_fill(g->arena, f->language, WORD_DATA_AS_OF, "date",
		                       words_date(g->arena, f->language, g->briefing->dataset->date), NULL));
	return b.s;
}

double masthead_draw(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	const struct palette *c = &g->look->palette;
	struct brush b = { .g = g, .scene = scene, .x = p->body.x, .y = p->body.y, .width = p->body.w };
	draw_rule(&b);
	b.width = fmin(p->body.w, 440);
	double title = fitting(&b, g->briefing->title, 25, 18, 3, TEXT_BOLD);
	begin(&b, TAG_TITLE);
	write(&b, ROLE_TITLE, g->briefing->title, style(title, TEXT_BOLD), title * 1.2, 15 + title, true, c->ink);
	if (g->briefing->subtitle) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_SUBTITLE, g->briefing->subtitle, style(13, TEXT_REGULAR), 19, 24, true, c->ink2);
	}
	const char *by = byline(g, true);
	if (*by) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_CAPTION, by, style(p->small, TEXT_REGULAR), 13, 20, false, c->ink3);
	}
	return paper_round(p, b.y - p->body.y + 1.2 * p->step);
}

/* Large numbers side by side, each under a thin rule with its words below. */
static void draw_numbers(struct galley *g, struct scene *scene, double y, double size, double words)
{
	const struct paper *p = g->paper;
	const struct palette *c = &g->look->palette;
	size_t n = g->briefing->n_numbers;
	double gap = 2 * p->gutter > 36 ? 36 : 2 * p->gutter, each = (p->body.w - gap * (double)(n - 1)) / (double)n;
	if (n == 1)
		each = p->body.w / 2;
	for (size_t i = 0; i < n; i++) { /* all in the size that the longest needs */
		const struct text_block *value =
			text_shape(g->fonts, g->briefing->numbers[i].value, style(size, TEXT_BOLD), 0, 0, g->diags);
		if (value->width > each)
			size *= each / value->width;
	}
	for (size_t i = 0; i < n; i++) {
		struct brush b = {
			.g = g, .scene = scene, .x = p->body.x + (each + gap) * (double)i, .y = y, .width = each
		};
		scene_add_rect(scene, ROLE_RULE, (struct rect){ b.x, y, each, 1 }, c->ink);
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_HEADING, g->briefing->numbers[i].value, style(size, TEXT_BOLD), 0, size * 1.15, false,
		      c->highlight);
		write(&b, ROLE_CAPTION, g->briefing->numbers[i].words, style(words, TEXT_REGULAR), words * 1.4,
		      words * 1.9, false, c->ink2);
	}
}

void cover_draw(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	const struct palette *c = &g->look->palette;
	bool flat = p->width > p->height;
	double title = p->slides ? 44 : flat ? 36 : 38, sub = p->slides ? 20 : 16;
	struct brush b = { .g = g, .scene = scene, .x = p->body.x, .y = p->body.y, .width = p->body.w };
	draw_rule(&b);
	b.width = fmin(p->body.w, title * 17);
	title = fitting(&b, g->briefing->title, title, 18, 3, TEXT_BOLD);
	begin(&b, TAG_TITLE);
	write(&b, ROLE_TITLE, g->briefing->title, style(title, TEXT_BOLD), title * 1.16, (flat ? 28 : 112) + title,
	      true, c->ink);
	b.width = fmin(p->body.w, sub * 30);
	if (g->briefing->subtitle) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_SUBTITLE, g->briefing->subtitle, style(sub, TEXT_REGULAR), sub * 1.45, sub * 2.4, true,
		      c->ink2);
	}
	if (g->briefing->n_numbers)
		draw_numbers(g, scene,
		             p->height * (p->slides ? 0.58
		                          : flat    ? 0.56
		                                    : 0.6),
		             p->slides ? 50 : 42, p->slides ? 14 : 10.5);
	const char *by = byline(g, true);
	b.width = p->body.w;
	b.y = p->body.y + p->body.h;
	if (*by) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_CAPTION, by, style(p->slides ? 14 : 10.5, TEXT_REGULAR), 0, 0, false, c->ink2);
	}
}
