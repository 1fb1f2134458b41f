/* The scatter: a score against tokens, cost or time, with the efficient frontier and every point named.
 *
 *   score, unit                                     better ↖
 *   60 |        • name
 *   40 |   • name   _____
 *      +------------------------
 *          20       40     tokens, unit (log scale)
 */
#include "chart/axis.h"
#include "chart/label.h"
#include "chart/subject.h"

#include "base/arena.h"
#include "scene/evidence.h"

#include <math.h>
#include <stdlib.h>

struct dot {
	const struct standing_row *y, *x;
	bool efficient, strong;
	struct color color;
};

struct scatter {
	struct subject f;
	struct dot *dots;
	size_t n;
	const struct variant **missing;
	size_t n_missing;
	struct axis x, y;
	struct frame frame;
	struct frame_words words;
	size_t unnamed;
	struct label_point *labels;
	struct rect plot;
};

/* ---- the data ---- */

static double gain(const struct scatter *s, size_t column, double value)
{
	return s->f.grid->columns[column]->benchmark->better == BETTER_LOWER ? -value : value;
}

/* Nothing else is at least as good in both and better in one. */
static void find_frontier(struct scatter *s)
{
	for (size_t i = 0; i < s->n; i++) {
		s->dots[i].efficient = true;
		for (size_t k = 0; k < s->n && s->dots[i].efficient; k++) {
			double dy = gain(s, 0, s->dots[k].y->value) - gain(s, 0, s->dots[i].y->value);
			double dx = gain(s, 1, s->dots[k].x->value) - gain(s, 1, s->dots[i].x->value);
			s->dots[i].efficient = !(dx >= 0 && dy >= 0 && (dx > 0 || dy > 0));
		}
	}
}

static bool one_colour(const struct scatter *s)
{
	return s->f.look->color == LOOK_COLOR_HIGHLIGHT || s->f.dataset->n_organisations == 0;
}

static bool collect(struct scatter *s)
{
	const struct grid *g = s->f.grid;
	s->dots = arena_alloc(s->f.arena, g->n_rows + 1, sizeof *s->dots);
	s->missing = arena_alloc(s->f.arena, g->n_rows + 1, sizeof *s->missing);
	for (size_t r = 0; r < g->n_rows; r++) {
		const struct standing_row *y = grid_cell(g, r, 0), *x = grid_cell(g, r, 1);
		bool strong = g->rows[r] == s->f.request->focus;
		if (y->chosen && x->chosen)
			s->dots[s->n++] = (struct dot){ y, x, false, strong, subject_color(&s->f, g->rows[r], strong) };
		else
			s->missing[s->n_missing++] = g->rows[r];
	}
	find_frontier(s);
	for (size_t i = 0; i < s->n && !s->f.request->focus && one_colour(s); i++)
		s->dots[i].color = s->dots[i].efficient ? s->f.look->palette.highlight : s->f.look->palette.muted;
	return s->n > 0;
}

static void span(const struct scatter *s, bool of_y, double *low, double *high)
{
	*low = HUGE_VAL;
	*high = -HUGE_VAL;
	for (size_t i = 0; i < s->n; i++) {
		const struct standing_row *row = of_y ? s->dots[i].y : s->dots[i].x;
		const struct measurement *m = row->chosen;
		*low = fmin(*low, m->has_interval ? fmin(row->low, row->value) : row->value);
		*high = fmax(*high, m->has_interval ? fmax(row->high, row->value) : row->value);
	}
}

/* ---- words ---- */

/* The first that is at least as good in both and better in one. */
static const struct dot *better_than(const struct scatter *s, const struct dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->dots[k].efficient && gain(s, 0, s->dots[k].y->value) >= gain(s, 0, d->y->value) &&
		    gain(s, 1, s->dots[k].x->value) >= gain(s, 1, d->x->value))
			return &s->dots[k];
	return d;
}

static bool beats_all(const struct scatter *s, const struct dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (&s->dots[k] != d && (gain(s, 0, s->dots[k].y->value) >= gain(s, 0, d->y->value) ||
		                         gain(s, 1, s->dots[k].x->value) >= gain(s, 1, d->x->value)))
			return false;
	return true;
}

static char *beaten_title(const struct scatter *s, const struct dot *d)
{
	const struct dot *rival = better_than(s, d);
	bool both = gain(s, 0, rival->y->value) > gain(s, 0, d->y->value) &&
	            gain(s, 1, rival->x->value) > gain(s, 1, d->x->value);
	return words_fill(
		s->f.arena, s->f.language, both ? WORD_TITLE_FRONTIER_BEATEN_BOTH : WORD_TITLE_FRONTIER_BEATEN, "name",
		phrase_variant(s->f.arena, d->y->variant), "rival", phrase_variant(s->f.arena, rival->y->variant), "y",
		words_object(s->f.arena, s->f.language, s->f.grid->columns[0]->benchmark->brief), "x",
		words_object(s->f.arena, s->f.language, s->f.grid->columns[1]->benchmark->brief), NULL);
}

static size_t count_efficient(const struct scatter *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++)
		n += s->dots[i].efficient;
	return n;
}

static char *frontier_title(const struct scatter *s, const struct dot *d, size_t others)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	return words_fill(a, l, others ? WORD_TITLE_FRONTIER_FOCUS : WORD_TITLE_FRONTIER_ALONE, "name",
	                  phrase_variant(a, d->y->variant), "count", number_count(a, l, others), "n",
	                  number_plain(a, l, others), NULL);
}

static void titles(const struct scatter *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	size_t efficient = count_efficient(s);
	const struct dot *focus = NULL, *only = NULL;
	for (size_t i = 0; i < s->n; i++) {
		only = s->dots[i].efficient ? &s->dots[i] : only;
		focus = s->dots[i].strong ? &s->dots[i] : focus;
	}
	const char *count =
		words_fill(a, l, WORD_TITLE_FRONTIER, "count", words_sentence(a, l, number_count(a, l, efficient)),
	                   "all", number_count(a, l, s->n), "n", number_plain(a, l, efficient), NULL);
	titles[0] = titles[1] = count;
	if (focus)
		titles[0] = focus->efficient ? frontier_title(s, focus, efficient - 1) : beaten_title(s, focus);
	else if (efficient == 1 && s->n > 1 && beats_all(s, only))
		titles[0] =
			words_fill(a, l, WORD_TITLE_FRONTIER_ONE, "name", phrase_variant(a, only->y->variant), NULL);
	titles[2] = NULL;
}

/* "Intelligence Index, points (higher is better)" */
static char *axis_title(const struct scatter *s, size_t column, bool logarithmic)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *b = s->f.grid->columns[column]->benchmark;
	const char *unit = number_unit(a, l, b->unit, s->f.styles[column].magnitude);
	return arena_printf(a, "%s%s%s%s%s", b->brief, unit ? ", " : "", unit ? unit : "", logarithmic ? ", " : "",
	                    logarithmic ? words_get(l, WORD_LOG_SCALE) : "");
}

static const char *direction_of(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *y = s->f.grid->columns[0]->benchmark, *x = s->f.grid->columns[1]->benchmark;
	if ((y->better == BETTER_LOWER) == (x->better == BETTER_LOWER))
		return phrase_direction(l, y);
	return words_fill(a, l, WORD_DIRECTIONS, "up", y->better == BETTER_LOWER ? x->brief : y->brief, "down",
	                  y->better == BETTER_LOWER ? y->brief : x->brief, NULL);
}

static void make_words(struct scatter *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	struct notes notes = { .arena = a };
	const struct standing_row **cells = arena_alloc(a, 2 * s->n + 1, sizeof *cells);
	size_t *of = arena_alloc(a, 2 * s->n + 1, sizeof *of), n = 0;
	for (size_t i = 0; i < s->n; i++) {
		of[n] = 0;
		cells[n++] = s->dots[i].y;
		of[n] = 1;
		cells[n++] = s->dots[i].x;
	}
	s->words = (struct frame_words){ .source = NULL };
	titles(s, s->words.titles);
	if (f->request->title)
		s->words.titles[0] = f->request->title, s->words.titles[1] = NULL;
	const char *y = f->grid->columns[0]->benchmark->name, *x = f->grid->columns[1]->benchmark->name;
	s->words.heading = words_fill(a, l, WORD_SUB_SCATTER, "y", y, "x", x, NULL);
	s->words.subtitle = arena_printf(a, "%s%s", s->words.heading, phrase_as_of(a, l, f->dataset->date));
	s->words.direction = direction_of(s);
	if (!s->y.logarithmic && s->y.low > 0)
		notes_add(&notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	if (count_efficient(s) > 1)
		notes_add(&notes, SWATCH_NONE, words_get(l, WORD_NOTE_FRONTIER));
	if (s->unnamed)
		notes_add(&notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_LABELLED, "n", number_plain(a, l, s->unnamed), "all",
		                     number_plain(a, l, s->n), NULL));
	if (s->n_missing)
		notes_add(&notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_NOT_BOTH, "names", phrase_variants(a, l, s->missing, s->n_missing),
		                     NULL));
	struct evidence e = { .arena = a,
		              .dataset = f->dataset,
		              .language = l,
		              .standings = f->grid->columns,
		              .n_standings = 2,
		              .styles = f->styles,
		              .cells = cells,
		              .of = of,
		              .n_cells = n,
		              .n_drawn = n,
		              .whiskers = true,
		              .dots = true };
	evidence_notes(&e, &notes);
	s->words.notes = notes.items;
	s->words.n_notes = notes.count;
	s->words.source = evidence_source(&e);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}

static char *alt_of(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	struct strbuf t = strbuf_new(a);
	const struct variant **names = arena_alloc(a, s->n + 1, sizeof *names);
	size_t n = 0;
	strbuf_addf(&t, "%s%s.",
	            words_fill(a, l, WORD_ALT_SCATTER, "y", s->f.grid->columns[0]->benchmark->brief, "x",
	                       s->f.grid->columns[1]->benchmark->brief, "n", number_plain(a, l, s->n), NULL),
	            phrase_as_of(a, l, s->f.dataset->date));
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].efficient)
			names[n++] = s->dots[i].y->variant;
	phrase_alt_add(&t, words_fill(a, l, WORD_ALT_FRONTIER, "names", phrase_variants(a, l, names, n), NULL));
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(
			&t, arena_printf(
				    a, "%s: %s, %s.", phrase_variant(a, s->dots[i].y->variant),
				    phrase_counted(a, s->dots[i].y, s->f.styles[0], s->f.grid->columns[0]->benchmark),
				    phrase_counted(a, s->dots[i].x, s->f.styles[1], s->f.grid->columns[1]->benchmark)));
	return t.s;
}

/* ---- layout ---- */

static const struct text_block *small(const struct scatter *s, const char *text, bool tabular)
{
	return text_shape(s->f.request->fonts, text,
	                  frame_style(&s->frame, s->f.look->type.small, TEXT_REGULAR, tabular), 0, 0, s->f.diags);
}

static const struct text_block *axis_words(const struct scatter *s, size_t column, bool logarithmic, double width)
{
	struct text_style style = frame_style(&s->frame, s->f.look->type.small, TEXT_SEMIBOLD, false);
	return text_shape(s->f.request->fonts, axis_title(s, column, logarithmic), style, width, style.size * 1.25,
	                  s->f.diags);
}

/* Tick labels and the title of the axis below. */
static double under_plot(const struct scatter *s)
{
	const struct text_block *x = axis_words(s, 1, s->x.logarithmic, s->frame.plot_width * 0.8);
	return 3.6 * s->frame.u + x->lines[x->n_lines - 1].baseline +
	       fmax(0, rect_bottom(x->ink) - x->lines[x->n_lines - 1].baseline - 0.3 * s->frame.u);
}

static double over_plot(const struct scatter *s)
{
	const struct text_block *y = axis_words(s, 0, s->y.logarithmic, s->frame.plot_width * 0.6);
	return 2.0 * s->frame.u + y->lines[y->n_lines - 1].baseline + fmax(0, -y->ink.y - s->frame.u);
}

/* Room for the tick labels left and below, the axis titles above and below. */
static bool settle_plot(struct scatter *s)
{
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, widest = 0, pad = s->f.look->card ? 1.0 * u : 0;
	for (size_t i = 0; i < s->y.n_ticks; i++)
		widest = fmax(widest, small(s, axis_tick(s->f.arena, &s->y, s->f.language, i), true)->width);
	double height = s->frame.anchored ? s->frame.plot_height
	                                  : fmin(s->frame.plot_height, (s->f.request->inset ? 24 : 34) * u);
	s->plot = (struct rect){ frame_snap(q, s->frame.plot_left + pad + widest + 0.7 * u),
		                 frame_snap(q, s->frame.plot_top + pad + over_plot(s)), 0, 0 };
	s->plot.w = frame_snap(q, s->frame.plot_left + s->frame.plot_width - pad - s->plot.x);
	s->plot.h = frame_snap(q, s->frame.plot_top + height - pad - under_plot(s) - s->plot.y);
	if (s->plot.h >= 8 * u && s->plot.w >= 12 * u)
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), "choose a larger --size",
	         "the plot does not fit on the page beside its title and notes");
	return false;
}

static void settle_axes(struct scatter *s)
{
	double inset = 0.8 * s->frame.u;
	s->x.from = s->plot.x + inset;
	s->x.to = rect_right(s->plot) - inset;
	s->y.from = rect_bottom(s->plot) - inset;
	s->y.to = s->plot.y + inset;
}

static int by_x(const void *a, const void *b)
{
	const struct dot *const *x = a, *const *y = b;
	if ((*x)->x->value != (*y)->x->value)
		return (*x)->x->value < (*y)->x->value ? -1 : 1;
	return *x < *y ? -1 : 1;
}

struct segments {
	struct rect *items;
	size_t n;
};

/* The frontier as stairs between efficient points: along the worse value first, so that all below is dominated. */
static struct segments stairs(const struct scatter *s)
{
	const struct dot **efficient = arena_alloc(s->f.arena, s->n + 1, sizeof *efficient);
	struct segments out = { arena_alloc(s->f.arena, 2 * s->n + 1, sizeof *out.items), 0 };
	double thick = frame_snap_length(s->f.request, 0.08 * s->frame.u);
	size_t n = 0;
	bool lower_x = s->f.grid->columns[1]->benchmark->better == BETTER_LOWER;
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].efficient)
			efficient[n++] = &s->dots[i];
	qsort(efficient, n, sizeof(const struct dot *), by_x);
	for (size_t i = 0; i + 1 < n; i++) {
		double x0 = axis_place(&s->x, efficient[i]->x->value),
		       x1 = axis_place(&s->x, efficient[i + 1]->x->value);
		double y0 = axis_place(&s->y, efficient[i]->y->value),
		       y1 = axis_place(&s->y, efficient[i + 1]->y->value);
		double level = frame_snap(s->f.request, lower_x ? y0 : y1),
		       turn = frame_snap(s->f.request, lower_x ? x1 : x0);
		out.items[out.n++] = (struct rect){ x0, level - thick / 2, x1 - x0, thick };
		out.items[out.n++] = (struct rect){ turn - thick / 2, fmin(y0, y1), thick, fabs(y1 - y0) };
	}
	return out;
}

static struct segments whiskers(const struct scatter *s)
{
	struct segments out = { arena_alloc(s->f.arena, 2 * s->n + 1, sizeof *out.items), 0 };
	double thick = frame_snap_length(s->f.request, 0.06 * s->frame.u);
	for (size_t i = 0; i < s->n; i++) {
		const struct measurement *y = s->dots[i].y->chosen, *x = s->dots[i].x->chosen;
		double cx = axis_place(&s->x, s->dots[i].x->value), cy = axis_place(&s->y, s->dots[i].y->value);
		struct rect none = { cx, cy, 0, 0 }, up = none, across = none;
		if (y->has_interval) {
			double a = axis_place(&s->y, s->dots[i].y->high), b = axis_place(&s->y, s->dots[i].y->low);
			up = (struct rect){ cx - thick / 2, a, thick, b - a };
		}
		if (x->has_interval && !(s->x.logarithmic && s->dots[i].x->low <= 0)) {
			double a = axis_place(&s->x, s->dots[i].x->low), b = axis_place(&s->x, s->dots[i].x->high);
			across = (struct rect){ a, cy - thick / 2, fmax(thick, b - a), thick };
		}
		out.items[out.n++] = up;
		out.items[out.n++] = across;
	}
	return out;
}

static struct rect clear_of_ticks(const struct scatter *s)
{
	double u = s->frame.u, tick = 0.6 * u;
	return (struct rect){ s->plot.x + tick, s->plot.y, s->plot.w - tick - 0.1 * u, s->plot.h - tick };
}

static void place_labels(struct scatter *s)
{
	double u = s->frame.u, r = 0.38 * u;
	struct segments a = stairs(s), b = whiskers(s);
	struct rect *obstacles = arena_alloc(s->f.arena, a.n + b.n + 1, sizeof *obstacles);
	size_t n = 0;
	for (size_t i = 0; i < a.n; i++)
		obstacles[n++] = a.items[i];
	for (size_t i = 0; i < b.n; i++)
		if (b.items[i].w > 0)
			obstacles[n++] = b.items[i];
	s->labels = arena_alloc(s->f.arena, s->n + 1, sizeof *s->labels);
	for (size_t i = 0; i < s->n; i++) {
		const struct dot *d = &s->dots[i];
		struct text_style style =
			frame_style(&s->frame, s->f.look->type.label, d->strong ? TEXT_BOLD : TEXT_REGULAR, false);
		const char *name = phrase_variant(s->f.arena, d->y->variant);
		const char *remark = d->y->claimed || d->x->claimed ? words_get(s->f.language, WORD_CLAIMED) : NULL;
		bool doubt = phrase_in_conflict(d->y) || phrase_in_conflict(d->x);
		if (remark)
			name = arena_printf(s->f.arena, "%s, %s", name, remark);
		if (doubt)
			name = arena_printf(s->f.arena, "%s\u00a0†", name);
		const struct text_block *block =
			text_shape(s->f.request->fonts, name, style, 0, style.size * 1.25, s->f.diags);
		if (block->width > 15 * u)
			block = text_shape(s->f.request->fonts, name, style, 15 * u, style.size * 1.25, s->f.diags);
		s->labels[i] = (struct label_point){
			.at = { frame_snap(s->f.request, axis_place(&s->x, d->x->value)),
			        frame_snap(s->f.request, axis_place(&s->y, d->y->value)) },
			.radius = r,
			.name = block,
			.weight = d->strong      ? 2
			          : d->efficient ? 1
			                         : 0,
		};
	}
	label_place(s->f.arena, s->labels, s->n, obstacles, n, clear_of_ticks(s), u);
	s->unnamed = 0;
	for (size_t i = 0; i < s->n; i++)
		s->unnamed += !s->labels[i].placed;
}

/* ---- drawing ---- */

static void draw_axes(struct scatter *s, struct scene *scene)
{
	const struct palette *p = &s->f.look->palette;
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, thin = frame_snap_length(q, 0.06 * u), tick = frame_snap_length(q, 0.35 * u), below = 0,
	       end = s->plot.x - 0.8 * u;
	scene_add_rect(scene, ROLE_AXIS, (struct rect){ s->plot.x - thin, s->plot.y, thin, s->plot.h }, p->ink3);
	scene_add_rect(scene, ROLE_AXIS,
	               (struct rect){ s->plot.x - thin, rect_bottom(s->plot), s->plot.w + thin, thin }, p->ink3);
	for (size_t i = 0; i < s->y.n_ticks; i++) {
		const struct text_block *b = small(s, axis_tick(s->f.arena, &s->y, s->f.language, i), true);
		double y = frame_snap(q, axis_place(&s->y, s->y.ticks[i]));
		if (i && below - y < 1.3 * u)
			continue;
		below = y;
		scene_add_rect(scene, ROLE_AXIS, (struct rect){ s->plot.x, y, tick, thin }, p->ink3);
		scene_add_text(scene, ROLE_TICK,
		               (struct point){ s->plot.x - thin - 0.5 * u - b->width, y + b->x_height * 0.62 }, b,
		               p->ink3);
	}
	for (size_t i = 0; i < s->x.n_ticks; i++) {
		const struct text_block *b = small(s, axis_tick(s->f.arena, &s->x, s->f.language, i), true);
		double x = frame_snap(q, axis_place(&s->x, s->x.ticks[i]));
		if (x - b->width / 2 < end + 0.6 * u || x + b->width / 2 > rect_right(s->plot))
			continue;
		end = x + b->width / 2;
		scene_add_rect(scene, ROLE_AXIS, (struct rect){ x, rect_bottom(s->plot) - tick, thin, tick }, p->ink3);
		scene_add_text(scene, ROLE_TICK, (struct point){ x - b->width / 2, rect_bottom(s->plot) + 1.35 * u }, b,
		               p->ink3);
	}
}

/* An arrow that points into the corner where both are better. */
static void draw_better(struct scatter *s, struct scene *scene, double baseline)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, w = 0.85 * u, right = rect_right(s->plot), thick = 0.1 * u;
	bool left = s->f.grid->columns[1]->benchmark->better == BETTER_LOWER,
	     down = s->f.grid->columns[0]->benchmark->better == BETTER_LOWER;
	const struct text_block *b = small(s, words_get(s->f.language, WORD_BETTER), false);
	double top = baseline - b->x_height / 2 - w / 2;
	struct point tip = { left ? right - w : right, down ? top + w : top };
	struct point tail = { left ? right : right - w, down ? top : top + w };
	double dx = left ? 0.5 * w : -0.5 * w, dy = down ? -0.5 * w : 0.5 * w;
	scene_add_line(scene, ROLE_AXIS, tail, tip, thick, p->ink2);
	scene_add_line(scene, ROLE_AXIS, tip, (struct point){ tip.x + dx, tip.y }, thick, p->ink2);
	scene_add_line(scene, ROLE_AXIS, tip, (struct point){ tip.x, tip.y + dy }, thick, p->ink2);
	scene_add_text(scene, ROLE_WORD, (struct point){ right - w - 0.5 * u - b->width, baseline }, b, p->ink2);
}

static void draw_titles(struct scatter *s, struct scene *scene)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, left = s->frame.plot_left + (s->f.look->card ? u : 0);
	const struct text_block *y = axis_words(s, 0, s->y.logarithmic, s->frame.plot_width * 0.6);
	double last = y->lines[y->n_lines - 1].baseline;
	scene_add_text(scene, ROLE_HEAD, (struct point){ left, s->plot.y - 0.9 * u - last }, y, p->ink2);
	draw_better(s, scene, s->plot.y - 0.9 * u);
	const struct text_block *x = axis_words(s, 1, s->x.logarithmic, s->frame.plot_width * 0.8);
	scene_add_text(scene, ROLE_HEAD,
	               (struct point){ rect_right(s->plot) - x->width, rect_bottom(s->plot) + 3.0 * u }, x, p->ink2);
}

static void draw_dot(struct scatter *s, struct scene *scene, size_t i)
{
	const struct palette *p = &s->f.look->palette;
	const struct dot *d = &s->dots[i];
	const struct label_point *l = &s->labels[i];
	bool solid = !d->y->claimed && !d->x->claimed && !d->y->estimated && !d->x->estimated;
	struct scene_item *dot = scene_add(scene, SCENE_PATH, ROLE_DOT);
	dot->datum = (int)i;
	dot->scale = 0;
	dot->scale_y = 1;
	dot->value = d->x->value;
	dot->value_y = d->y->value;
	dot->path =
		(struct scene_path){ .shape = SHAPE_ROUNDED,
		                     .rect = { l->at.x - l->radius, l->at.y - l->radius, 2 * l->radius, 2 * l->radius },
		                     .radius = l->radius,
		                     .pattern = PATTERN_SOLID,
		                     .fill = solid             ? d->color
		                             : s->f.look->card ? p->panel
		                                               : p->background,
		                     .stroke = solid ? 0 : 0.14 * s->frame.u,
		                     .stroke_color = d->color };
	if (l->led)
		scene_add_line(scene, ROLE_LEADER, l->from, l->to, 0.06 * s->frame.u, p->ink3)->datum = (int)i;
	if (l->placed)
		scene_add_text(scene, ROLE_LABEL, l->origin, l->name, p->ink)->datum = (int)i;
	scene->evidence->data[i] =
		(struct scene_datum){ .name = variant_full_name(s->f.arena, d->y->variant),
		                      .row = i,
		                      .marked = true,
		                      .by_position = true,
		                      .present = true,
		                      .value = d->x->value,
		                      .claimed = d->y->claimed || d->x->claimed,
		                      .interval = d->y->chosen->has_interval || d->x->chosen->has_interval,
		                      .efficient = d->efficient };
}

static void describe(struct scatter *s, struct scene *scene)
{
	struct arena *a = s->f.arena;
	struct scene_measure *measures = arena_alloc(a, 2, sizeof *measures);
	for (size_t c = 0; c < 2; c++)
		measures[c] = subject_measure(&s->f, c);
	scene->evidence->better_y = s->f.grid->columns[0]->benchmark->better == BETTER_LOWER ? -1 : 1;
	scene->evidence->better_x = s->f.grid->columns[1]->benchmark->better == BETTER_LOWER ? -1 : 1;
	scene->document.alt = alt_of(s);
	scene->evidence->names = s->f.names;
	scene->evidence->n_names = s->f.n_names;
	scene->evidence->data = arena_alloc(a, s->n + 1, sizeof *scene->evidence->data);
	scene->evidence->n_data = s->n;
	scene->evidence->measures = measures;
	scene->evidence->n_measures = 2;
	scene->evidence->rows = (struct scene_extent){ s->n, s->n - s->unnamed, 0, s->unnamed };
	scene->evidence->columns = (struct scene_extent){ 1, 1, 0, 0 };
	scene->evidence->scales = arena_alloc(a, 2, sizeof *scene->evidence->scales);
	scene->evidence->n_scales = 2;
	scene->evidence->scales[0] = (struct scene_scale){ .zero = axis_zero(&s->x),
		                                           .per_unit = axis_per_unit(&s->x),
		                                           .logarithmic = s->x.logarithmic,
		                                           .positions = true,
		                                           .measure = -1,
		                                           .low = s->x.low,
		                                           .high = s->x.high,
		                                           .unit = measures[1].unit,
		                                           .plot = s->plot };
	scene->evidence->scales[1] = (struct scene_scale){ .zero = axis_zero(&s->y),
		                                           .per_unit = axis_per_unit(&s->y),
		                                           .vertical = true,
		                                           .logarithmic = s->y.logarithmic,
		                                           .positions = true,
		                                           .measure = -1,
		                                           .low = s->y.low,
		                                           .high = s->y.high,
		                                           .unit = measures[0].unit,
		                                           .plot = s->plot };
}

static void draw(struct scatter *s, struct chart_pages *pages)
{
	const struct palette *p = &s->f.look->palette;
	double pad = s->f.look->card ? s->frame.u : 0;
	double plot = rect_bottom(s->plot) + under_plot(s) + pad - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	draw_axes(s, scene);
	draw_titles(s, scene);
	struct segments frontier = stairs(s), bars = whiskers(s);
	for (size_t i = 0; i < frontier.n; i++)
		scene_add_rect(scene, ROLE_CONNECT, frontier.items[i], p->ink2);
	for (size_t i = 0; i < bars.n; i++)
		if (bars.items[i].w > 0) {
			struct scene_item *w = scene_add_rect(scene, ROLE_WHISKER, bars.items[i], p->ink3);
			w->datum = (int)(i / 2);
			w->scale = i % 2 ? 0 : 1;
			w->low = (i % 2 ? s->dots[i / 2].x : s->dots[i / 2].y)->low;
			w->high = (i % 2 ? s->dots[i / 2].x : s->dots[i / 2].y)->high;
		}
	for (size_t i = 0; i < s->n; i++)
		draw_dot(s, scene, i);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}

bool chart_scatter(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct scatter s = { .n = 0 };
	if (!subject_open(&s.f, arena, q, diags))
		return false;
	if (!collect(&s)) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose other benchmarks with -b",
		         "no model has a value on both %s and %s", q->benchmarks[0]->name, q->benchmarks[1]->name);
		return false;
	}
	double low, high;
	span(&s, false, &low, &high);
	s.x = axis_new(low, high, true, s.f.styles[1].magnitude);
	span(&s, true, &low, &high);
	s.y = axis_new(low, high, false, s.f.styles[0].magnitude);
	/* A note that points have no name makes the plot smaller, which may cost a name more: until it holds. */
	for (size_t before = s.n + 1, tries = 0; s.unnamed != before && tries < 4; tries++) {
		before = s.unnamed;
		make_words(&s);
		if (!settle_plot(&s))
			return false;
		settle_axes(&s);
		place_labels(&s);
	}
	make_words(&s);
	if (s.unnamed == s.n) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose a larger --size, or fewer models with -m",
		         "names and values leave no room for the points");
		return false;
	}
	draw(&s, pages);
	return diags_ok(diags);
}
