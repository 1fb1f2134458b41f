#include "chart/frame_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/annotate.h"
#include "chart/counted.h"
#include "chart/lengths.h"
#include "chart/own_words.h"
#include "scene/evidence.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

/* Sizes of type in u, which a slide sets in points. */
static double title_size(const struct frame *f)
{
	const struct chart_slide *slide = f->request->slide;
	return slide ? slide->title / f->u : f->request->look->type.title;
}

static double title_step(const struct frame *f)
{
	const struct chart_slide *slide = f->request->slide;
	return slide ? slide->title_step / f->u : f->request->look->type.title_step;
}

double frame_last_baseline(const struct text_block *block)
{
	return block->lines[block->n_lines - 1].baseline;
}

/* From the last baseline of one text to the first of the next: as the look sets it, more where tall letters would
 * touch.
 */
double frame_apart(const struct frame *f, const struct text_block *upper, const struct text_block *lower, double wanted)
{
	double below = rect_bottom(upper->ink) - frame_last_baseline(upper), above = -lower->ink.y;
	return fmax(wanted, fmax(0, below) + fmax(0, above) + length_lines_air * f->u);
}

/* In parentheses, as most commas of names are. */
static bool in_parentheses(const char *text, size_t at)
{
	int open = 0;
	for (size_t i = 0; i < at; i++)
		open += text[i] == '(' ? 1 : text[i] == ')' && open ? -1 : 0;
	return open > 0;
}

/* On two lines, broken where a clause ends, if neither is much shorter than the other; NULL if there is no such place.
 */
static const struct text_block *broken_at_comma(const struct frame *f, const char *text, struct text_style style,
                                                double width, double step, struct diags *diags)
{
	for (size_t i = strlen(text); i-- > 1;) {
		bool ends = (text[i - 1] == ',' || text[i - 1] == ';' || text[i - 1] == ':') && text[i] == ' ';
		if (!ends || in_parentheses(text, i))
			continue;
		char *broken = arena_strdup(f->arena, text);
		broken[i] = '\n';
		const struct text_block *b = text_shape(f->request->fonts, broken, style, width, step, diags);
		if (b->n_lines == 2 && fmin(b->lines[0].width, b->lines[1].width) >= share_title_line * b->width)
			return b;
	}
	return NULL;
}

/* Two lines of similar length read better than one line and a word. */
static const struct text_block *balanced(const struct frame *f, const char *text, struct text_style style, double width,
                                         double step, struct diags *diags)
{
	const struct text_block *block = text_shape(f->request->fonts, text, style, width, step, diags);
	size_t lines = block->n_lines;
	if (lines < 2 || lines > 3)
		return block;
	const struct text_block *at_comma = lines == 2 ? broken_at_comma(f, text, style, width, step, diags) : NULL;
	if (at_comma)
		return at_comma;
	double least = width / (double)lines * share_balance_least, most = width;
	for (int i = 0; i < 6; i++) {
		double middle = (least + most) / 2;
		if (text_shape(f->request->fonts, text, style, middle, step, diags)->n_lines > lines)
			least = middle;
		else
			most = middle;
	}
	return text_shape(f->request->fonts, text, style, most, step, diags);
}

/* The first title that fits on so many lines; the last one if none does. */
static const struct text_block *title_of(const struct frame *f, const struct frame_words *words, size_t lines,
                                         size_t most, struct diags *diags)
{
	const struct look_type *type = &f->request->look->type;
	struct text_style style =
		frame_style(f, title_size(f), f->request->slide ? TEXT_BOLD : type->title_weight, false);
	const struct text_block *block = NULL;
	for (size_t i = 0; i < most && words->titles[i]; i++) {
		block = balanced(f, words->titles[i], style, f->box.w, title_step(f) * f->u, diags);
		if (block->n_lines <= lines)
			break;
	}
	return block;
}

/* Rather two lines than the last title on one, which says least. */
static const struct text_block *fitting_title(const struct frame *f, const struct frame_words *words,
                                              struct diags *diags)
{
	size_t n = 0;
	while (n < FRAME_TITLES && words->titles[n])
		n++;
	const struct text_block *short_one = words->one_line && n > 1 ? title_of(f, words, 1, n - 1, diags) : NULL;
	return short_one && short_one->n_lines == 1 ? short_one : title_of(f, words, 2, FRAME_TITLES, diags);
}

static void shape_heading(struct frame *f, const struct frame_words *words, struct diags *diags)
{
	const struct look *look = f->request->look;
	if (look->heading && words->heading)
		f->heading = text_shape(f->request->fonts, words->heading,
		                        frame_style(f, look->type.label, TEXT_BOLD, false), f->box.w,
		                        look->type.note_step * f->u, diags);
}

/* Between title and subtitle, in looks that separate the message from what is shown: a rule and a heading. */
static void place_heading(struct frame *f)
{
	if (!f->heading)
		return;
	double under = f->title_baseline + frame_last_baseline(f->title);
	f->rule_y = frame_snap(f->request, under + fmax(length_message_rule * f->u,
	                                                rect_bottom(f->title->ink) - frame_last_baseline(f->title) +
	                                                        length_message_air * f->u));
	f->heading_baseline =
		f->rule_y + fmax(length_heading_under * f->u, -f->heading->ink.y + length_message_air * f->u);
}

/* The rest of a subtitle whose start is already in the heading: no sentence begins with a percent sign. */
static const char *without_heading(const struct frame *f, const char *rest)
{
	const struct language *l = f->request->language;
	if (*rest == '%')
		return arena_printf(f->arena, "%s%s", words_heading(f->arena, l, l->percent_word), rest + 1);
	return words_heading(f->arena, l, rest);
}

/* What a heading leaves of the subtitle, with the direction; where that is nothing, the heading gives way to it. */
static const char *below_heading(struct frame *f, const struct frame_words *words)
{
	const char *comma = f->request->language->list_comma, *subtitle = words->subtitle;
	size_t heading = f->heading ? strlen(words->heading) : 0;
	if (words->heads_say && f->request->subtitle.text && !heading)
		heading = strlen(words->heading); /* the author says what is shown, and the heads name it */
	if (heading && str_eq(subtitle, words->heading)) {
		if (f->directed)
			return words->direction;
		if (f->request->subtitle.text)
			return "";
		f->heading = NULL;
	}
	if (heading && str_starts(subtitle, words->heading) && str_starts(subtitle + heading, comma))
		subtitle = without_heading(f, subtitle + heading + strlen(comma));
	return f->directed ? arena_printf(f->arena, "%s. %s", subtitle, words->direction) : subtitle;
}

/* A few words fit in the pill; a long sentence is better at the end of the subtitle. */
static bool in_pill(const struct frame *f, const struct frame_words *words, struct diags *diags)
{
	const struct look *look = f->request->look;
	return look->pill && text_shape(f->request->fonts, words->direction,
	                                frame_style(f, look->frame.pill_size, TEXT_SEMIBOLD, false), 0, 0, diags)
	                                     ->width < share_pill * f->box.w;
}

/* What the author says is shown, and what the data say of it: on one line where they fit, else on two. */
static const char *under_title(const struct frame *f, const char *rest, double room, struct diags *diags)
{
	const struct look_type *type = &f->request->look->type;
	const char *own = f->request->subtitle.text;
	size_t n = strlen(own);
	if (!*rest)
		return own;
	bool ends = n && strchr(".?!", own[n - 1]) != NULL;
	const char *one = arena_printf(f->arena, ends ? "%s %s" : "%s. %s", own, rest);
	struct text_style style = frame_style(f, type->subtitle, TEXT_REGULAR, false);
	bool fits = !strchr(own, '\n') && text_shape(f->request->fonts, one, style, 0, 0, diags)->width <= room;
	return fits ? one : arena_printf(f->arena, "%s\n%s", own, rest);
}

/* Title, subtitle and direction; sets where the plot starts. */
static void measure_head(struct frame *f, const struct frame_words *words, struct diags *diags)
{
	const struct look *look = f->request->look;
	const struct look_type *type = &look->type;
	struct fontset *fonts = f->request->fonts;
	double u = f->u, room = f->box.w, close = f->request->slide ? share_slide_close : 1;
	const char *subtitle;
	f->title = fitting_title(f, words, diags);
	shape_heading(f, words, diags);
	if (words->direction && in_pill(f, words, diags)) {
		f->direction = text_shape(fonts, words->direction,
		                          frame_style(f, look->frame.pill_size, TEXT_SEMIBOLD, false), 0, 0, diags);
		room -= f->direction->width + (2 * look->frame.pill_pad + length_pill_gap) * u;
	}
	f->directed = words->direction && !in_pill(f, words, diags);
	subtitle = below_heading(f, words);
	if (f->request->subtitle.text)
		subtitle = under_title(f, subtitle, room, diags);
	f->subtitle = balanced(f, subtitle, frame_style(f, type->subtitle, TEXT_REGULAR, false), room,
	                       type->note_step * type->subtitle / type->small * u, diags);
	double tall = -f->title->ink.y + (look->frame.rule > 0 ? look->frame.tag_height + length_lines_air : 0) * u;
	f->title_baseline = f->box.y + fmax(look->frame.title_baseline * u, tall);
	if (f->request->slide)
		f->title_baseline = f->request->slide->title_baseline;
	place_heading(f);
	if (f->heading)
		f->subtitle_baseline = f->heading_baseline + frame_last_baseline(f->heading) +
		                       frame_apart(f, f->heading, f->subtitle, length_heading_subtitle * u);
	else
		f->subtitle_baseline = f->title_baseline + frame_last_baseline(f->title) +
		                       frame_apart(f, f->title, f->subtitle, look->frame.subtitle_gap * u);
	double under = rect_bottom(f->subtitle->ink) - frame_last_baseline(f->subtitle) + length_subtitle_air * u;
	f->plot_top = frame_snap(f->request, f->subtitle_baseline + frame_last_baseline(f->subtitle) +
	                                             fmax(close * look->frame.plot_gap * u, under));
}

struct frame frame_measure(struct arena *arena, const struct chart_request *request, const struct frame_words *words,
                           struct diags *diags)
{
	double u = frame_unit(request);
	struct frame f = { .request = request, .u = u, .box = frame_box(request), .arena = arena };
	f.anchored = (request->medium == MEDIUM_SLIDE || !request->paged) && !request->grow &&
	             !request->inset; /* a picture is filled to its edge, paper is not */
	measure_head(&f, words, diags);
	frame_measure_foot(arena, &f, words, diags);
	f.plot_left = f.box.x;
	f.plot_width = f.box.w - (request->slide ? request->slide->aside : 0);
	f.plot_height = rect_bottom(f.box) - f.foot_height - f.plot_top;
	return f;
}

static void draw_head(struct scene *scene, const struct frame *f)
{
	const struct look *look = f->request->look;
	const struct palette *p = &look->palette;
	double u = f->u;
	if (look->frame.rule > 0 && !f->request->slide) {
		double h = frame_snap_length(f->request, look->frame.rule * u), y = frame_snap(f->request, f->box.y),
		       x = frame_snap(f->request, f->box.x), w = frame_snap(f->request, rect_right(f->box)) - x;
		scene_add_rect(scene, ROLE_RULE, (struct rect){ x, y, w, h }, p->ink);
		double wide = frame_snap(f->request, look->frame.tag_width * u),
		       high = frame_snap(f->request, look->frame.tag_height * u);
		if (wide > 0 && high > 0)
			scene_add_rect(scene, ROLE_RULE, (struct rect){ x, y, wide, high }, p->tag);
	}
	scene_add_text(scene, ROLE_TITLE, (struct point){ f->box.x, f->title_baseline }, f->title, p->ink)->own =
		own_words(f->arena, f->request, &f->request->title, f->title->text);
	if (f->heading) {
		double h = frame_snap_length(f->request, look->frame.message_rule * u),
		       x = frame_snap(f->request, f->box.x), w = frame_snap(f->request, rect_right(f->box)) - x;
		if (look->frame.message_rule > 0)
			scene_add_rect(scene, ROLE_RULE, (struct rect){ x, f->rule_y, w, h }, p->muted);
		scene_add_text(scene, ROLE_HEADING, (struct point){ f->box.x, f->heading_baseline }, f->heading,
		               p->ink);
	}
	struct scene_item *subtitle = scene_add_text(
		scene, ROLE_SUBTITLE, (struct point){ f->box.x, f->subtitle_baseline }, f->subtitle, p->ink2);
	subtitle->says = f->directed ? SAYS_DIRECTION : 0;
	subtitle->own = own_words(f->arena, f->request, &f->request->subtitle, f->subtitle->text);
	if (!f->direction)
		return;
	double w = f->direction->width + 2 * look->frame.pill_pad * u, h = look->frame.pill_height * u;
	double middle = f->subtitle_baseline - f->subtitle->x_height / 2;
	struct scene_item *pill = scene_add(scene, SCENE_PATH, ROLE_PANEL);
	pill->path =
		(struct scene_path){ .shape = SHAPE_ROUNDED,
		                     .rect = { rect_right(f->box) - w, frame_snap(f->request, middle - h / 2), w, h },
		                     .radius = h / 2,
		                     .pattern = PATTERN_SOLID,
		                     .fill = p->grid };
	struct point at = { rect_right(f->box) - w + look->frame.pill_pad * u,
		            pill->path.rect.y + h / 2 + f->direction->x_height * share_drop };
	struct scene_item *direction = scene_add_text(scene, ROLE_DIRECTION, at, f->direction, p->ink);
	direction->declared_inside = true;
	direction->says = SAYS_DIRECTION;
}

static void draw_page_words(struct scene *scene, const struct frame *f, const char *words, struct diags *diags)
{
	const struct look *look = f->request->look;
	const struct text_block *block =
		text_shape(f->request->fonts, words, frame_style(f, look->type.small, TEXT_REGULAR, true), 0, 0, diags);
	double baseline = f->request->medium == MEDIUM_PAGE
	                          ? scene->height - points_margin_bottom + points_footer
	                          : scene->height - (look->page.margin_bottom + look->frame.foot) * f->u;
	scene_add_text(scene, ROLE_PAGE, (struct point){ rect_right(f->box) - block->width, baseline }, block,
	               look->palette.ink3);
}

static const char *const *titles_of(struct arena *arena, const struct frame_words *words)
{
	const char **titles = arena_alloc(arena, FRAME_TITLES + 1, sizeof *titles);
	for (size_t i = 0; i < FRAME_TITLES && words->titles[i]; i++)
		titles[i] = words->titles[i];
	return titles;
}

struct scene *frame_scene(struct arena *arena, const struct frame *f, const struct frame_words *words,
                          double plot_height, const char *page_words, struct diags *diags)
{
	const struct chart_request *request = f->request;
	const struct palette *p = &request->look->palette;
	double below = request->height - rect_bottom(f->box), height = request->height;
	if (request->grow || request->inset)
		height = frame_snap(request, f->plot_top + plot_height + f->foot_height + below);
	struct scene *scene = scene_new(arena, request->width, height);
	scene->u = f->u;
	scene->text_min = request->slide                    ? request->slide->note
	                  : request->medium == MEDIUM_SLIDE ? points_text_min_slide
	                                                    : points_text_min_page;
	scene->pixel = request->pixel;
	double floor = request->medium == MEDIUM_PAGE && !request->inset ? points_footer + points_footer_descent
	                                                                 : 0; /* the page number is in the margin */
	scene->safe = (struct rect){ f->box.x, f->box.y, f->box.w, height - below + floor - f->box.y };
	scene->background = p->background;
	scene->transparent = request->transparent && !request->inset;
	scene->muted = p->muted;
	scene->pale = palette_pale(p);
	scene->document.title = str_one_line(arena, f->title->text);
	scene->document.titles = titles_of(arena, words);
	scene->document.source =
		!request->source.text
			? words->source
			: str_one_line(arena, arena_printf(arena, "%s. %s", words->source, request->source.text));
	scene->document.alt = request->alt.text ? request->alt.text : annotation_alt(arena, request, words->alt);
	scene->document.own_alt = own_words(arena, request, &request->alt, scene->document.alt);
	scene->evidence->hidden = words->hidden;
	scene->evidence->n_hidden = words->n_hidden;
	scene->evidence->crowd = words->crowd;
	scene->evidence->census = counted_under(arena, words->census, scene->document.title);
	scene->evidence->models = words->models;
	scene->evidence->overlap = words->overlap;
	annotation_describe(request, arena, scene->evidence);
	scene->evidence->benchmarks = words->benchmarks;
	scene->document.uses = words->uses;
	scene->document.n_uses = words->n_uses;
	scene->document.language = request->language;
	if (request->dataset->date.year)
		scene->evidence->vintage = words_date(arena, request->language, request->dataset->date);
	scene->document.data_hash = request->data_hash;
	scene->evidence->told = f->told;
	scene->evidence->n_told = f->n_told;
	if (request->slide && request->slide->aside > 0)
		scene->aside = (struct rect){ f->plot_left + f->plot_width, f->plot_top, request->slide->aside,
			                      f->plot_height };
	draw_head(scene, f);
	frame_draw_foot(scene, f, f->anchored ? rect_bottom(f->box) - f->foot_height : f->plot_top + plot_height);
	if (request->inset || request->part)
		scene->document.part = page_words; /* whoever sets the page says it */
	else if (page_words)
		draw_page_words(scene, f, page_words, diags);
	return scene;
}

void frame_card(struct scene *scene, const struct frame *f, double plot_height)
{
	struct scene_item *card = scene_add(scene, SCENE_PATH, ROLE_PANEL);
	card->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                          .rect = { f->plot_left, f->plot_top, f->plot_width,
		                                    frame_snap(f->request, plot_height) },
		                          .radius = f->request->look->frame.card_radius * f->u,
		                          .pattern = PATTERN_SOLID,
		                          .fill = f->request->look->palette.panel };
}
