/* The masthead: title, subtitle and who wrote it when; of a memo, to whom, from whom, when and of what. */
#include "brief/cover.h"

#include "base/str.h"
#include "brief/cover_lengths.h"
#include "brief/cover_parts.h"
#include "brief/lengths.h"

#include <math.h>

enum { TITLE_LINES = 3, NAMES_MAX = 12 };

/* The logo above the rule, if there is one. */
static void draw_logo(struct brush *b)
{
	if (!b->g->briefing->front->brand.logo.file)
		return;
	brand_logo(b->g, b->scene, (struct point){ b->x, b->y + logo_height },
	           (struct point){ logo_width, logo_height }, false, true);
	b->y += logo_height + logo_below / 2;
}

/* ---- a report ---- */

static struct brush_text title_of(const struct brush *b)
{
	struct brush_text title = { .role = ROLE_TITLE,
		                    .text = b->g->briefing->title,
		                    .style = cover_style(masthead_title, TEXT_BOLD),
		                    .even = true,
		                    .color = b->g->look->palette.ink };
	while (title.style.size > title_min && brush_lines(b, &title) > TITLE_LINES)
		title.style.size *= title_shrink;
	title.step = title.style.size * masthead_title_step;
	title.below = masthead_title_below + title.style.size;
	return title;
}

static void draw_report(struct brush *b)
{
	struct galley *g = b->g;
	const struct palette *c = &g->look->palette;
	b->width = fmin(g->paper->body.w, masthead_measure);
	struct brush_text title = title_of(b);
	brush_begin(b, TAG_TITLE, g->briefing->front->title_place);
	brush_write(b, &title);
	if (g->briefing->subtitle) {
		struct brush_text subtitle = { ROLE_SUBTITLE,
			                       g->briefing->subtitle,
			                       cover_style(masthead_subtitle, TEXT_REGULAR),
			                       masthead_subtitle_step,
			                       masthead_subtitle_below,
			                       true,
			                       c->ink2 };
		brush_begin(b, TAG_PARAGRAPH, g->briefing->front->subtitle_place);
		brush_write(b, &subtitle);
	}
	const char *by = cover_byline(g, true);
	if (*by) {
		struct brush_text byline = { ROLE_CAPTION,
			                     by,
			                     cover_style(g->paper->lengths->small, TEXT_REGULAR),
			                     masthead_byline_step,
			                     masthead_byline_below,
			                     false,
			                     c->ink3 };
		brush_begin(b, TAG_PARAGRAPH, cover_byline_place(g, true));
		brush_write(b, &byline);
	}
}

/* ---- a memo ---- */

/* "To", and beside it to whom; the subject is the title. */
static void draw_row(struct brush *b, enum word label, const char *text, struct place place, enum scene_tag_kind kind)
{
	const struct palette *c = &b->g->look->palette;
	double size = b->g->paper->lengths->size, x = b->x, width = b->width, y = b->y;
	bool subject = kind == TAG_TITLE;
	struct brush_text name = { ROLE_CAPTION,
		                   words_get(b->g->briefing->front->language, label),
		                   cover_style(size, TEXT_REGULAR),
		                   0,
		                   memo_row,
		                   false,
		                   c->ink2 };
	struct brush_text what = { subject ? ROLE_TITLE : ROLE_CAPTION,
		                   text,
		                   cover_style(size, subject ? TEXT_BOLD : TEXT_REGULAR),
		                   size * memo_subject_step,
		                   memo_row,
		                   false,
		                   c->ink };
	if (!*text)
		return;
	brush_begin(b, subject ? TAG_PARAGRAPH : kind, place);
	b->width = memo_label;
	brush_write(b, &name);
	b->x = x + memo_label;
	b->width = width - memo_label;
	b->y = y;
	if (subject)
		brush_begin(b, kind, place);
	brush_write(b, &what);
	b->x = x;
	b->width = width;
}

static void draw_memo(struct brush *b)
{
	struct galley *g = b->g;
	const struct front_matter *f = g->briefing->front;
	const struct palette *c = &g->look->palette;
	struct brush_text kind = { ROLE_HEADING,
		                   words_get(f->language, WORD_MEMO),
		                   cover_style(memo_kind, TEXT_BOLD),
		                   0,
		                   memo_kind_below + memo_kind,
		                   false,
		                   c->ink };
	brush_begin(b, TAG_PARAGRAPH, f->class_place);
	brush_write(b, &kind);
	b->y += memo_row_first - memo_row;
	draw_row(b, WORD_MEMO_TO, words_list(g->arena, f->language, f->to, f->n_to, NAMES_MAX), f->to_place,
	         TAG_PARAGRAPH);
	draw_row(b, WORD_MEMO_FROM, words_list(g->arena, f->language, f->authors, f->n_authors, NAMES_MAX),
	         f->author_place, TAG_PARAGRAPH);
	draw_row(b, WORD_MEMO_DATE, cover_byline(g, false), cover_byline_place(g, false), TAG_PARAGRAPH);
	draw_row(b, WORD_MEMO_SUBJECT, g->briefing->title, f->title_place, TAG_TITLE);
	if (g->briefing->subtitle) {
		struct brush below = *b;
		struct brush_text subtitle = { ROLE_SUBTITLE,
			                       g->briefing->subtitle,
			                       cover_style(g->paper->lengths->size, TEXT_REGULAR),
			                       g->paper->lengths->step,
			                       g->paper->lengths->step,
			                       false,
			                       c->ink2 };
		below.x += memo_label;
		below.width -= memo_label;
		brush_begin(&below, TAG_PARAGRAPH, f->subtitle_place);
		brush_write(&below, &subtitle);
		b->y = below.y;
	}
	b->y += memo_rule_below;
	if (b->scene)
		scene_add_rect(b->scene, ROLE_RULE, (struct rect){ b->x, b->y, b->width, rule_thin }, c->ink3);
}

double masthead_draw(struct galley *g, struct scene *scene)
{
	const struct paper *p = g->paper;
	struct brush b = { .g = g, .scene = scene, .x = p->body.x, .y = p->body.y, .width = p->body.w };
	draw_logo(&b);
	brush_rule(&b);
	if (g->briefing->front->class == CLASS_MEMO)
		draw_memo(&b);
	else
		draw_report(&b);
	return paper_round(p, b.y - p->body.y + masthead_below * p->lengths->step);
}
