/* The leaderboard: rank, maker, name, bar from zero, value.
 *
 *   |rank|chip|name variant |maker|baseline■■■■■■■■■■■■■■ value remark      |
 *   ^left                         ^zero                                right^
 */
#include "chart/leaderboard_plan.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>

enum { ROWS_SLIDE = 12, ROWS_PAGE = 20, ROWS_MAX = 100000 };

/* ---- which rows ---- */

/* The first n rows; the focus takes the last place if it would not be among them. */
static void choose_rows(struct plan *p, size_t n)
{
	const struct standing *s = p->view.standing;
	p->n_shown = n < s->count ? n : s->count;
	size_t focus = s->count;
	for (size_t i = 0; i < s->count; i++)
		if (p->view.focus && s->rows[i].variant == p->view.focus)
			focus = i;
	for (size_t i = 0; i < p->n_shown; i++)
		p->shown[i] = i;
	if (focus < s->count && focus >= p->n_shown && p->n_shown > 1)
		p->shown[p->n_shown - 1] = focus;
	p->view.shown = p->shown;
	p->view.n_shown = p->n_shown;
}

static size_t usual_rows(const struct plan *p)
{
	return p->request->medium == MEDIUM_SLIDE ? ROWS_SLIDE : ROWS_PAGE;
}

/* ---- words and frame ---- */

/* The fullest title that needs no more than two lines. */
static const char *fitting_title(const struct plan *p)
{
	const char *titles[LEADERBOARD_TITLES];
	if (p->request->title)
		return p->request->title;
	leaderboard_titles(p->arena, &p->view, titles);
	const struct look_type *type = &p->look->type;
	struct text_style style = { .size = type->title * p->u, .weight = type->title_weight };
	for (size_t i = 0; i + 1 < LEADERBOARD_TITLES; i++)
		if (text_shape(p->request->fonts, titles[i], style, p->frame.box.w, type->title_step * p->u, p->diags)
		            ->n_lines <= 2)
			return titles[i];
	return titles[LEADERBOARD_TITLES - 1];
}

static void measure_frame(struct plan *p)
{
	p->frame.u = p->u;
	if (p->frame.box.w <= 0) /* the box does not depend on the words */
		p->frame = frame_measure(p->arena, p->request,
		                         &(struct frame_words){ .title = "", .subtitle = "", .source = "" }, p->diags);
	p->words.title = fitting_title(p);
	p->words.direction = leaderboard_direction(&p->view);
	p->words.subtitle = leaderboard_subtitle(p->arena, &p->view);
	p->words.notes = leaderboard_notes(p->arena, &p->view, &p->words.n_notes);
	p->words.source = leaderboard_source(p->arena, &p->view);
	p->frame = frame_measure(p->arena, p->request, &p->words, p->diags);
}

/* ---- shaping the rows ---- */

static struct text_style style_of(const struct plan *p, double size, enum text_weight weight, bool tabular)
{
	return frame_style(&p->frame, size, weight, tabular);
}

static struct color color_of(const struct plan *p, const struct variant *variant, bool strong)
{
	const struct palette *palette = &p->look->palette;
	const struct organisation *maker = variant->model->organisation;
	if (p->look->color == LOOK_COLOR_HIGHLIGHT)
		return strong ? palette->highlight : palette->muted;
	if (!maker && p->view.dataset->n_organisations == 0)
		return strong || !p->view.focus ? palette->highlight : palette->muted;
	return maker && maker->index < palette->n_series ? palette->series[maker->index] : palette->muted;
}

/* The focus stands out; without one the leaders do, if they are few. */
static bool is_strong(const struct plan *p, const struct standing_row *row)
{
	if (p->view.focus)
		return row->variant == p->view.focus;
	size_t leaders = 0;
	for (size_t i = 0; i < p->n_shown; i++)
		leaders += p->view.standing->rows[p->shown[i]].rank == 1;
	return row->rank == 1 && (leaders * 10 <= p->n_shown * 3 || leaders == 1);
}

static void shape_value(struct plan *p, struct row *r, bool with_unit)
{
	const struct look_type *t = &p->look->type;
	enum text_weight weight = r->strong ? t->strong_weight : t->value_weight;
	r->value = text_shape(p->request->fonts, leaderboard_value(p->arena, &p->view, r->standing, with_unit),
	                      style_of(p, t->value, weight, true), 0, 0, p->diags);
}

static void shape_row(struct plan *p, struct row *r, const struct standing_row *standing)
{
	const struct look_type *t = &p->look->type;
	struct fontset *fonts = p->request->fonts;
	struct arena *arena = p->arena;
	r->standing = standing;
	r->strong = is_strong(p, standing);
	r->color = color_of(p, standing->variant, r->strong);
	enum text_weight weight = r->strong ? t->strong_weight : t->label_weight;
	const char *rank = !standing->rank  ? "–"
	                   : standing->tied ? arena_printf(arena, "=%d", standing->rank)
	                                    : arena_printf(arena, "%d", standing->rank);
	r->rank = text_shape(fonts, rank, style_of(p, t->label, TEXT_REGULAR, true), 0, 0, p->diags);
	const char *variant = standing->variant->is_default ? "" : standing->variant->name;
	r->name =
		text_shape(fonts, standing->variant->model->name, style_of(p, t->label, weight, false), 0, 0, p->diags);
	if (*variant)
		r->variant = text_shape(fonts, variant, style_of(p, t->small, TEXT_REGULAR, false), 0, 0, p->diags);
	if (standing->variant->model->organisation)
		r->maker = text_shape(fonts, standing->variant->model->organisation->name,
		                      style_of(p, t->small, TEXT_REGULAR, false), 0, 0, p->diags);
	if (!standing->chosen) {
		r->remark = text_shape(fonts, leaderboard_absent(standing), style_of(p, t->label, TEXT_REGULAR, false),
		                       0, 0, p->diags);
		return;
	}
	shape_value(p, r, false);
	const char *remark = leaderboard_remark(arena, standing);
	if (remark)
		r->remark = text_shape(fonts, remark, style_of(p, t->small, TEXT_REGULAR, false), 0, 0, p->diags);
}

static void shape_rows(struct plan *p)
{
	p->rows = arena_alloc(p->arena, p->n_shown + 1, sizeof *p->rows);
	for (size_t i = 0; i < p->n_shown; i++)
		shape_row(p, &p->rows[i], &p->view.standing->rows[p->shown[i]]);
}

/* ---- columns ---- */

static double label_width(const struct plan *p, const struct row *r)
{
	return r->name->width +
	       (r->variant && !r->variant_below ? p->look->rows.variant_gap * p->u + r->variant->width : 0);
}

/* Breaks what is wider than the column; a variant that does not fit behind its name goes below it. */
static void fold_names(struct plan *p, double width)
{
	const struct look_type *t = &p->look->type;
	double step = t->label * 1.25 * p->u;
	for (size_t i = 0; i < p->n_shown; i++) {
		struct row *r = &p->rows[i];
		if (label_width(p, r) > width && r->variant)
			r->variant_below = true;
		if (r->name->width > width)
			r->name = text_shape(p->request->fonts, r->name->text, r->name->style, width, step, p->diags);
		if (r->variant && r->variant->width > width)
			r->variant = text_shape(p->request->fonts, r->variant->text, r->variant->style, width, step,
			                        p->diags);
	}
}

static size_t most_lines(const struct plan *p, double width)
{
	size_t most = 1;
	for (size_t i = 0; i < p->n_shown; i++) {
		const struct text_block *name = p->rows[i].name;
		if (name->width / width > (double)most) /* a first guess is enough to choose a width */
			most = (size_t)ceil(name->width / width * 1.1);
	}
	return most;
}

/* Where rank, chip, name and maker stand: as wide as the widest, names within a share that grows if they are very long.
 */
static void place_columns(struct plan *p)
{
	const struct look_rows *m = &p->look->rows;
	double u = p->u, rank = 0, name = 0, maker = 0;
	p->left = p->frame.plot_left;
	p->right = p->frame.plot_left + p->frame.plot_width - (p->look->card ? 1.2 * u : 0);
	for (size_t i = 0; i < p->n_shown; i++) {
		rank = fmax(rank, p->rows[i].rank->width);
		name = fmax(name, label_width(p, &p->rows[i]));
		maker = fmax(maker, p->rows[i].maker ? p->rows[i].maker->width : 0);
	}
	rank = fmax(rank, m->rank_width * u * (p->look->card ? 0 : 1));
	p->rank_right = p->left + (p->look->card ? fmax(p->look->frame.card_pad * u, rank + 0.8 * u) : rank);
	p->chip_x = p->rank_right + m->rank_gap * u;
	p->name_x = p->chip_x + (p->chips ? (m->chip + m->chip_gap) * u : 0);
	double share = m->name_share * p->frame.plot_width;
	while (name > share && most_lines(p, share) > 2 && share < 0.6 * p->frame.plot_width)
		share *= 1.1;
	p->name_width = fmin(name, share);
	fold_names(p, p->name_width);
	double maker_share = 0.16 * p->frame.plot_width;
	if (maker > maker_share)
		for (size_t i = 0; i < p->n_shown; i++)
			if (p->rows[i].maker && p->rows[i].maker->width > maker_share)
				p->rows[i].maker = text_shape(p->request->fonts, p->rows[i].maker->text,
				                              p->rows[i].maker->style, maker_share, 1.25 * u, p->diags);
	p->maker_x = p->name_x + p->name_width + (maker > 0 ? m->maker_gap * u : 0);
	p->plot_left = p->maker_x + fmin(maker, maker_share) + m->name_gap * u;
}

/* ---- rows: how tall, how many ---- */

/* How far a block that is centred on its row reaches above and below the row's middle: its lines, and ink that is
 * taller than they are (emoji, stacked marks). below: what stands under it, as part of the label. */
static void reach(const struct text_block *b, double below, double *up, double *down)
{
	double last = b->lines[b->n_lines - 1].baseline, first = (b->x_height - last - below) / 2;
	*up = fmax(*up, fmax(b->ascent, -b->ink.y) - first);
	*down = fmax(*down, first + fmax(last + b->descent, rect_bottom(b->ink)) + below);
}

static double needed_pitch(const struct plan *p)
{
	double up = 0, down = 0;
	for (size_t i = 0; i < p->n_shown; i++) {
		const struct row *r = &p->rows[i];
		double below = r->variant_below ? LEADERBOARD_VARIANT_STEP * p->u +
		                                          r->variant->lines[r->variant->n_lines - 1].baseline
		                                : 0;
		reach(r->name, below, &up, &down);
		if (r->maker)
			reach(r->maker, 0, &up, &down);
		if (r->variant && !r->variant_below)
			reach(r->variant, 0, &up, &down);
	}
	return fmax(p->look->rows.pitch_min * p->u, up + down + 0.35 * p->u);
}

double leaderboard_pad(const struct plan *p)
{
	return (p->look->card ? 0.7 : 0) * p->u;
}

static size_t rows_that_fit(const struct plan *p, double pitch)
{
	double room = p->frame.plot_height - 2 * leaderboard_pad(p);
	return room < pitch ? 0 : (size_t)floor(room / pitch + 1e-9);
}

static void settle_pitch(struct plan *p, size_t rows)
{
	const struct look_rows *m = &p->look->rows;
	double least = needed_pitch(p), most = fmax(least, m->pitch_max * p->u);
	double fair = (p->frame.plot_height - 2 * leaderboard_pad(p)) / (double)(rows ? rows : 1);
	if (!p->frame.anchored) /* on paper a figure is as tall as it needs, more generous if it is small */
		fair = fmin(fair, (rows <= 8 ? 2.9 : 2.5) * p->u);
	p->pitch = frame_snap(p->request, fmin(most, fmax(least, fair)) - p->request->pixel / 2);
	double thick = fmin(m->bar_max * p->u, fmax(m->bar_min * p->u, m->bar * p->pitch));
	p->bar = frame_snap_length(p->request, fmin(thick, p->pitch * 0.8));
}

static bool too_small(struct plan *p, size_t fit)
{
	diag_add(p->diags, DIAG_ERROR, place_file(NULL),
	         fit ? "ask for fewer rows or choose a larger --size; a PDF continues on further pages"
	             : "choose a larger --size",
	         fit ? "%zu rows do not fit on the page, only %zu do"
	             : "no row fits on the page beside its title and notes",
	         p->n_shown, fit);
	return false;
}

static void lay_out_rows(struct plan *p, size_t n)
{
	choose_rows(p, n);
	measure_frame(p);
	shape_rows(p);
	place_columns(p);
}

/* How many rows are drawn, and on how many pages: what fits decides where nothing was asked for. */
static bool settle_rows(struct plan *p)
{
	const struct chart_request *q = p->request;
	size_t asked = q->rows ? q->rows : q->paged ? ROWS_MAX : usual_rows(p);
	lay_out_rows(p, asked);
	size_t fit = rows_that_fit(p, needed_pitch(p));
	if (q->grow) {
		p->per_page = p->n_shown;
	} else if (q->paged) {
		p->per_page = fit < usual_rows(p) ? fit : usual_rows(p);
		if (!p->per_page)
			return too_small(p, 0);
		size_t pages = (p->n_shown + p->per_page - 1) / p->per_page;
		if (pages > 1)
			p->per_page = (p->n_shown + pages - 1) /
			              pages; /* about as many on each, not a few left on the last */
	} else {
		while (p->n_shown > fit && !q->rows && fit > 0) {
			lay_out_rows(p, fit); /* fewer rows may mean a longer note, so once more */
			fit = rows_that_fit(p, needed_pitch(p));
		}
		if (p->n_shown > fit)
			return too_small(p, fit);
		p->per_page = p->n_shown;
	}
	settle_pitch(p, p->n_shown < p->per_page ? p->n_shown : p->per_page);
	return true;
}

/* The sign of percent stands at the first value of each page. */
static void sign_first_values(struct plan *p)
{
	for (size_t i = 0; i < p->n_shown; i += p->per_page)
		for (size_t k = i; k < p->n_shown && k < i + p->per_page; k++)
			if (p->rows[k].value) {
				shape_value(p, &p->rows[k], true);
				break;
			}
}

/* ---- the scale ---- */

static double beside(const struct plan *p, const struct row *r)
{
	const struct look_rows *m = &p->look->rows;
	if (!r->value)
		return m->missing_gap * p->u + r->remark->width;
	return m->value_gap * p->u + r->value->width + (r->remark ? m->remark_gap * p->u + r->remark->width : 0);
}

void leaderboard_extent(const struct row *r, double *low, double *high)
{
	const struct measurement *m = r->standing->chosen;
	*low = fmin(0, r->standing->value);
	*high = fmax(0, r->standing->value);
	if (m->has_interval) {
		*low = fmin(*low, m->low);
		*high = fmax(*high, m->high);
	}
}

/* Room that all rows need on both sides of zero at per_unit points a unit. */
static void needs(const struct plan *p, double per_unit, double *left, double *right)
{
	*left = *right = 0;
	for (size_t i = 0; i < p->n_shown; i++) {
		const struct row *r = &p->rows[i];
		double low = 0, high = 0, words = beside(p, r);
		if (r->value)
			leaderboard_extent(r, &low, &high);
		bool negative = r->value && r->standing->value < 0;
		*left = fmax(*left, -low * per_unit + (negative ? words : 0));
		*right = fmax(*right, high * per_unit + (negative ? 0 : words));
	}
}

/* The longest bars that leave room for every value: the need grows with the scale, so halving finds it. */
static bool settle_scale(struct plan *p)
{
	double width = p->right - p->plot_left, span = 0, left, right;
	for (size_t i = 0; i < p->n_shown; i++) {
		double low = 0, high = 0;
		if (p->rows[i].value)
			leaderboard_extent(&p->rows[i], &low, &high);
		span = fmax(span, fmax(high, -low));
	}
	needs(p, 0, &left, &right);
	if (left + right > width - 2 * p->u) {
		diag_add(p->diags, DIAG_ERROR, place_file(NULL), "choose a larger --size or shorter names",
		         "names and values leave no room for the bars");
		return false;
	}
	double least = 0, most = span > 0 ? width / span : 1;
	for (int i = 0; i < 60; i++) {
		double middle = (least + most) / 2;
		needs(p, middle, &left, &right);
		if (left + right <= width)
			least = middle;
		else
			most = middle;
	}
	p->per_unit = least;
	needs(p, least, &left, &right);
	p->zero = frame_snap(p->request, p->plot_left + left);
	return true;
}

static bool answerable(const struct chart_request *q, struct diags *diags)
{
	if (q->n_benchmarks != 1) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "name one with -b",
		         "a leaderboard shows one benchmark, not %zu", q->n_benchmarks);
		return false;
	}
	const struct benchmark *b = q->benchmarks[0];
	if (!b->zero) {
		diag_add(diags, DIAG_ERROR, b->place,
		         "declare \"zero: true\" in the data if a value of 0 has a meaning",
		         "%s has no meaningful zero, so bars from zero would mislead", b->name);
		return false;
	}
	return true;
}

bool chart_leaderboard(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                       struct diags *diags)
{
	if (!answerable(q, diags))
		return false;
	const struct standing *s = standing_of(arena, q->dataset, q->benchmarks[0], q->models, q->n_models, diags);
	if (!s)
		return false;
	double largest = 0;
	for (size_t i = 0; i < s->n_present; i++)
		largest = fmax(largest, fabs(s->rows[i].value));
	struct plan p = { .arena = arena, .diags = diags, .request = q, .look = q->look, .u = frame_unit(q->medium) };
	p.view = (struct leaderboard_view){ .dataset = q->dataset,
		                            .standing = s,
		                            .style = number_style_of(s->decimals, s->magnitude, largest),
		                            .focus = q->focus,
		                            .direction_in_subtitle = !q->look->pill };
	p.chips = p.look->chips && q->dataset->n_organisations > 0;
	p.shown = arena_alloc(arena, s->count + 1, sizeof *p.shown);
	if (!settle_rows(&p))
		return false;
	sign_first_values(&p);
	if (!settle_scale(&p))
		return false;
	p.alt = leaderboard_alt(arena, &p.view);
	p.hash = q->data_hash;
	leaderboard_draw(&p, pages);
	return diags_ok(diags);
}
