#include "brief/cover.h"

#include "base/str.h"
#include "brief/lengths.h"

#include <math.h>
#include <stdint.h>

enum { TITLE_LINES = 3, AUTHORS_MAX = 12 };

struct brush { /* draws downwards from y */
	struct galley *g;
	struct scene *scene; /* NULL: only measure */
	double x, y, width;
	struct scene_tag *tag;
};

static struct text_style style(double size, enum text_weight weight)
{
	return (struct text_style){ .size = size, .weight = weight };
}

static const struct text_block *set(struct brush *b, const char *text, struct text_style of, double step, bool even)
{
	struct rich plain = { .text = text };
	return even ? rich_shape_even(b->g->fonts, &plain, of, b->width, step, SIZE_MAX, b->g->diags)
	            : text_shape(b->g->fonts, text, of, b->width, step, b->g->diags);
}

/* The size at which a title takes TITLE_LINES at most: a long one is set smaller, but not too small. */
static double fitting(const struct brush *b, const char *text, double size)
{
	while (size > title_min &&
	       text_shape(b->g->fonts, text, style(size, TEXT_BOLD), b->width, 0, b->g->diags)->n_lines > TITLE_LINES)
		size *= title_shrink;
	return size;
}

/* What is written next is one tag. */
static void begin(struct brush *b, enum scene_tag_kind kind)
{
	if (b->scene)
		b->tag = scene_tag_new(b->g->arena, b->g->front, kind);
}

/* Text whose first baseline is `down` below y; y moves to its last baseline. */
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
	scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, b->width, rule_thick }, p->ink);
	scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, tag_width, tag_height }, p->tag);
}

/* "By A and B · 9 April 2026 · Data as of …" */
static const char *byline(struct galley *g)
{
	const struct front_matter *f = g->briefing->front;
	struct strbuf b = strbuf_new(g->arena);
	if (f->n_authors)
		strbuf_add(&b, words_list(g->arena, f->language, f->authors, f->n_authors, AUTHORS_MAX));
	if (f->date.year)
		strbuf_addf(&b, "%s%s", b.n ? "  ·  " : "", words_date(g->arena, f->language, f->date));
	if (g->briefing->dataset->date.year)
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
	b.width = fmin(p->body.w, masthead_measure);
	double title = fitting(&b, g->briefing->title, masthead_title);
	begin(&b, TAG_TITLE);
	write(&b, ROLE_TITLE, g->briefing->title, style(title, TEXT_BOLD), title * masthead_title_step,
	      masthead_title_below + title, true, c->ink);
	if (g->briefing->subtitle) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_SUBTITLE, g->briefing->subtitle, style(masthead_subtitle, TEXT_REGULAR),
		      masthead_subtitle_step, masthead_subtitle_below, true, c->ink2);
	}
	const char *by = byline(g);
	if (*by) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_CAPTION, by, style(p->lengths->small, TEXT_REGULAR), masthead_byline_step,
		      masthead_byline_below, false, c->ink3);
	}
	return paper_round(p, b.y - p->body.y + masthead_below * p->lengths->step);
}

/* Large numbers side by side, each under a thin rule with its words below. */
static void draw_numbers(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	const struct palette *c = &g->look->palette;
	const struct block_numbers *numbers = &g->briefing->numbers;
	size_t n = numbers->count;
	double gap = fmin(2 * p->lengths->gutter, numbers_gap), y = p->height * p->cover->numbers_at;
	double each = n == 1 ? p->body.w / 2 : (p->body.w - gap * (double)(n - 1)) / (double)n;
	double size = galley_numbers_size(g, numbers, each, p->cover->number), words = p->cover->number_words;
	for (size_t i = 0; i < n; i++) {
		struct brush b = {
			.g = g, .scene = scene, .x = p->body.x + (each + gap) * (double)i, .y = y, .width = each
		};
		scene_add_rect(scene, ROLE_RULE, (struct rect){ b.x, y, each, rule_thick }, c->ink);
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_HEADING, numbers->items[i].value, style(size, TEXT_BOLD), 0, size * number_below, false,
		      c->highlight);
		write(&b, ROLE_CAPTION, numbers->items[i].words, style(words, TEXT_REGULAR), words * number_words_step,
		      words * number_words_below, false, c->ink2);
	}
}

void cover_draw(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	const struct palette *c = &g->look->palette;
	const struct cover_lengths *l = p->cover;
	struct brush b = { .g = g, .scene = scene, .x = p->body.x, .y = p->body.y, .width = p->body.w };
	draw_rule(&b);
	b.width = fmin(p->body.w, l->title * cover_title_measure);
	double title = fitting(&b, g->briefing->title, l->title), sub = l->subtitle;
	begin(&b, TAG_TITLE);
	write(&b, ROLE_TITLE, g->briefing->title, style(title, TEXT_BOLD), title * cover_title_step,
	      l->title_below + title, true, c->ink);
	b.width = fmin(p->body.w, sub * cover_subtitle_measure);
	if (g->briefing->subtitle) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_SUBTITLE, g->briefing->subtitle, style(sub, TEXT_REGULAR), sub * cover_subtitle_step,
		      sub * cover_subtitle_below, true, c->ink2);
	}
	if (g->briefing->numbers.count)
		draw_numbers(g, scene);
	const char *by = byline(g);
	b.width = p->body.w;
	b.y = p->body.y + p->body.h;
	if (*by) {
		begin(&b, TAG_PARAGRAPH);
		write(&b, ROLE_CAPTION, by, style(l->byline, TEXT_REGULAR), 0, 0, false, c->ink2);
	}
}
