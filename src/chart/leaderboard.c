/* The leaderboard: rank, maker, name, bar from zero, value.
 *
 *   |rank|chip|name variant |maker|baseline■■■■■■■■■■■■■■ value remark      |
 *   ^left                         ^zero                                right^
 */
#include "chart/leaderboard_words.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>

enum { ROWS_SLIDE = 12, ROWS_PAGE = 20, ROWS_MAX = 100000 };

static const double variant_step = 1.4; /* u: from a name to the variant below it */

struct row {
	const struct standing_row *standing;
	const struct text_block *rank, *name, *variant, *maker, *value, *remark; /* remark NULL: none; value NULL: absent */
	bool variant_below; /* on a line of its own */
	bool strong;
	struct color color;
};

struct plan {
	struct arena *arena;
	struct diags *diags;
	const struct chart_request *request;
	const struct look *look;
	double u;
	struct leaderboard_view view;
	struct frame frame;
	struct frame_words words;
	const char *alt, *hash;
	struct row *rows;
	size_t *shown, n_shown; /* indices in standing.rows, best first */
	bool chips; /* a patch of the maker's colour: only where makers are known */
	double pitch, bar;
	size_t per_page;
	double left, right;      /* of the columns */
	double rank_right, chip_x, name_x, name_width, maker_x, plot_left, zero, per_unit;
};

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
		if (text_shape(p->request->fonts, titles[i], style, p->frame.box.w, type->title_step * p->u, p->diags)->n_lines <= 2)
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
	const char *rank = !standing->rank ? "–"
	                   : standing->tied ? arena_printf(arena, "=%d", standing->rank)
	                                    : arena_printf(arena, "%d", standing->rank);
	r->rank = text_shape(fonts, rank, style_of(p, t->label, TEXT_REGULAR, true), 0, 0, p->diags);
	const char *variant = standing->variant->is_default ? "" : standing->variant->name;
	r->name = text_shape(fonts, standing->variant->model->name, style_of(p, t->label, weight, false), 0, 0, p->diags);
	if (*variant)
		r->variant = text_shape(fonts, variant, style_of(p, t->small, TEXT_REGULAR, false), 0, 0, p->diags);
	if (standing->variant->model->organisation)
		r->maker = text_shape(fonts, standing->variant->model->organisation->name,
		                      style_of(p, t->small, TEXT_REGULAR, false), 0, 0, p->diags);
	if (!standing->chosen) {
		r->remark = text_shape(fonts, leaderboard_absent(standing), style_of(p, t->label, TEXT_REGULAR, false), 0, 0,
		                       p->diags);
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
	return r->name->width + (r->variant && !r->variant_below ? p->look->rows.variant_gap * p->u + r->variant->width : 0);
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
			r->variant = text_shape(p->request->fonts, r->variant->text, r->variant->style, width, step, p->diags);
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

/* Where rank, chip, name and maker stand: as wide as the widest, names within a share that grows if they are very long. */
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
				p->rows[i].maker = text_shape(p->request->fonts, p->rows[i].maker->text, p->rows[i].maker->style,
				                              maker_share, 1.25 * u, p->diags);
	p->maker_x = p->name_x + p->name_width + (maker > 0 ? m->maker_gap * u : 0);
	p->plot_left = p->maker_x + fmin(maker, maker_share) + m->name_gap * u;
}

/* ---- rows: how tall, how many ---- */

/* How far a block that is centred on its row reaches above and below the row's middle: its lines, and ink that is taller than they
 * are (emoji, stacked marks). below: what stands under it, as part of the label. */
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
		double below = r->variant_below ? variant_step * p->u + r->variant->lines[r->variant->n_lines - 1].baseline : 0;
		reach(r->name, below, &up, &down);
		if (r->maker)
			reach(r->maker, 0, &up, &down);
		if (r->variant && !r->variant_below)
			reach(r->variant, 0, &up, &down);
	}
	return fmax(p->look->rows.pitch_min * p->u, up + down + 0.35 * p->u);
}

static double row_pad(const struct plan *p) /* air above the first and below the last row's pitch */
{
	return (p->look->card ? 0.7 : 0) * p->u;
}

static size_t rows_that_fit(const struct plan *p, double pitch)
{
	double room = p->frame.plot_height - 2 * row_pad(p);
	return room < pitch ? 0 : (size_t)floor(room / pitch + 1e-9);
}

static void settle_pitch(struct plan *p, size_t rows)
{
	const struct look_rows *m = &p->look->rows;
	double least = needed_pitch(p), most = fmax(least, m->pitch_max * p->u);
	double fair = (p->frame.plot_height - 2 * row_pad(p)) / (double)(rows ? rows : 1);
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
	         fit ? "%zu rows do not fit on the page, only %zu do" : "no row fits on the page beside its title and notes",
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
		p->per_page = (p->n_shown + pages - 1) / pages; /* about as many on each, not a few left on the last */
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

static void extent(const struct row *r, double *low, double *high)
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
			extent(r, &low, &high);
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
			extent(&p->rows[i], &low, &high);
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

static double x_of(const struct plan *p, double value)
{
	return frame_snap(p->request, p->zero + p->per_unit * value);
}

/* ---- drawing ---- */

static struct scene_item *datum_text(struct scene *scene, enum scene_role role, double x, double baseline,
                                     const struct text_block *block, struct color color, int datum)
{
	struct scene_item *item = scene_add_text(scene, role, (struct point){ x, baseline }, block, color);
	item->datum = datum;
	return item;
}

static void draw_label(struct plan *p, struct scene *scene, const struct row *r, double middle, int datum)
{
	const struct palette *c = &p->look->palette;
	double lines = r->name->lines[r->name->n_lines - 1].baseline;
	double below = r->variant_below ? variant_step * p->u + r->variant->lines[r->variant->n_lines - 1].baseline : 0;
	double baseline = middle + r->name->x_height / 2, first = baseline - (lines + below) / 2;
	datum_text(scene, ROLE_RANK, p->rank_right - r->rank->width, baseline, r->rank, c->ink3, datum);
	if (p->chips) {
		double size = frame_snap(p->request, p->look->rows.chip * p->u);
		struct scene_item *chip = scene_add(scene, SCENE_PATH, ROLE_CHIP);
		chip->datum = datum;
		chip->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
			                          .rect = { frame_snap(p->request, p->chip_x),
			                                    frame_snap(p->request, middle - 0.08 * p->u - size / 2), size, size },
			                          .radius = p->look->rows.chip_radius * p->u,
			                          .pattern = PATTERN_SOLID,
			                          .fill = r->color };
	}
	bool quiet = p->view.focus && !r->strong && p->look->color == LOOK_COLOR_MAKER;
	datum_text(scene, ROLE_LABEL, p->name_x, first, r->name, quiet ? c->ink2 : c->ink, datum);
	if (r->variant)
		datum_text(scene, ROLE_LABEL,
		           r->variant_below ? p->name_x : p->name_x + r->name->width + p->look->rows.variant_gap * p->u,
		           r->variant_below ? first + lines + variant_step * p->u : first, r->variant, c->ink3, datum);
	if (r->maker)
		datum_text(scene, ROLE_MAKER, p->maker_x, baseline - r->maker->lines[r->maker->n_lines - 1].baseline / 2,
		           r->maker, c->ink3, datum);
}

static void draw_bar(struct plan *p, struct scene *scene, const struct row *r, double top, int datum)
{
	double a = p->zero, b = x_of(p, r->standing->value);
	struct scene_item *bar = scene_add(scene, SCENE_PATH, ROLE_MARK);
	bool solid = !r->standing->claimed && !r->standing->estimated;
	double stroke = frame_snap_length(p->request, p->look->rows.hatch_stroke * p->u);
	bar->datum = datum;
	bar->scale = 0;
	bar->value = r->standing->value;
	bar->path = (struct scene_path){ .shape = SHAPE_RECT,
		                         .rect = { fmin(a, b), top, fabs(b - a), p->bar },
		                         .pattern = solid ? PATTERN_SOLID
		                                    : r->standing->claimed ? PATTERN_HATCH
		                                                           : PATTERN_NONE,
		                         .fill = r->color,
		                         .ground = p->look->card ? p->look->palette.panel : p->look->palette.background,
		                         .hatch_step = p->look->rows.hatch_step * p->u,
		                         .hatch_width = p->look->rows.hatch_stroke * p->u,
		                         .stroke = solid ? 0 : stroke,
		                         .stroke_color = r->color };
}

/* The part of a whisker from x0 to x1 in the colour that shows on what lies below. */
static void whisker_part(struct plan *p, struct scene *scene, const struct row *r, struct rect part, bool on_fill, int datum)
{
	struct color dark = { 0x16, 0x19, 0x1d }, white = { 0xff, 0xff, 0xff };
	struct color inside = color_contrast(white, r->color) > color_contrast(dark, r->color) ? white : dark;
	if (part.w <= 1e-9)
		return;
	struct scene_item *item = scene_add_rect(scene, ROLE_WHISKER, part, on_fill ? inside : p->look->palette.ink);
	const struct measurement *m = r->standing->chosen;
	item->datum = datum;
	item->scale = 0;
	item->low = m->low;
	item->high = m->high;
}

/* A stem or a cap, cut where it leaves a filled bar: two-tone, so that it shows on both sides of the bar's end. */
static void whisker_stroke(struct plan *p, struct scene *scene, const struct row *r, struct rect stroke, int datum)
{
	double end = x_of(p, r->standing->value), from = fmin(p->zero, end), to = fmax(p->zero, end);
	bool filled = !r->standing->claimed && !r->standing->estimated;
	double a = fmin(fmax(stroke.x, from), rect_right(stroke)), b = fmin(fmax(rect_right(stroke), from), to);
	b = fmax(a, fmin(b, rect_right(stroke)));
	whisker_part(p, scene, r, (struct rect){ stroke.x, stroke.y, a - stroke.x, stroke.h }, false, datum);
	whisker_part(p, scene, r, (struct rect){ a, stroke.y, b - a, stroke.h }, filled, datum);
	whisker_part(p, scene, r, (struct rect){ b, stroke.y, rect_right(stroke) - b, stroke.h }, false, datum);
}

static void draw_whisker(struct plan *p, struct scene *scene, const struct row *r, double middle, int datum)
{
	const struct measurement *m = r->standing->chosen;
	double thick = frame_snap_length(p->request, p->look->rows.whisker * p->u);
	double cap = frame_snap_length(p->request, p->look->rows.whisker_cap * p->u);
	double low = x_of(p, m->low), high = x_of(p, m->high);
	double y = frame_snap(p->request, middle - thick / 2), cap_y = frame_snap(p->request, middle - cap / 2);
	whisker_stroke(p, scene, r, (struct rect){ low, y, high - low, thick }, datum);
	whisker_stroke(p, scene, r, (struct rect){ low, cap_y, thick, cap }, datum);
	whisker_stroke(p, scene, r, (struct rect){ high - thick, cap_y, thick, cap }, datum);
}

static void draw_value(struct plan *p, struct scene *scene, const struct row *r, double baseline, int datum)
{
	const struct palette *c = &p->look->palette;
	const struct look_rows *m = &p->look->rows;
	double u = p->u, low, high;
	if (!r->value) {
		datum_text(scene, ROLE_ABSENT, p->zero + m->missing_gap * u, baseline, r->remark, c->ink3, datum);
		return;
	}
	extent(r, &low, &high);
	bool negative = r->standing->value < 0;
	double at = negative ? x_of(p, low) - m->value_gap * u - r->value->width : x_of(p, high) + m->value_gap * u;
	datum_text(scene, ROLE_VALUE, at, baseline, r->value, c->ink, datum)->value = r->standing->value;
	if (!r->remark)
		return;
	double beside_value = negative ? at - m->remark_gap * u - r->remark->width : at + r->value->width + m->remark_gap * u;
	datum_text(scene, ROLE_REMARK, beside_value, baseline, r->remark, c->ink3, datum);
}

static void draw_row(struct plan *p, struct scene *scene, const struct row *r, double top, int datum)
{
	double bar_top = frame_snap(p->request, top + (p->pitch - p->bar) / 2), middle = bar_top + p->bar / 2;
	draw_label(p, scene, r, middle, datum);
	if (r->value) {
		draw_bar(p, scene, r, bar_top, datum);
		if (r->standing->chosen->has_interval)
			draw_whisker(p, scene, r, middle, datum);
	}
	draw_value(p, scene, r, middle + r->name->x_height / 2, datum);
	scene->data[datum] = (struct scene_datum){ .name = variant_full_name(p->arena, r->standing->variant),
		                                   .present = r->standing->chosen,
		                                   .value = r->standing->value,
		                                   .rank = r->standing->rank,
		                                   .tied = r->standing->tied,
		                                   .claimed = r->standing->claimed };
}

static void describe(struct plan *p, struct scene *scene, size_t n)
{
	scene->alt = p->alt;
	scene->data_hash = p->hash;
	scene->data = arena_alloc(p->arena, n + 1, sizeof *scene->data);
	scene->n_data = n;
	scene->rows_known = p->view.standing->count;
	scene->rows_elsewhere = p->n_shown - n;
	scene->rows_told = p->view.standing->count - p->n_shown;
	scene->decimals = p->view.standing->n_present ? p->view.style.decimals : -1;
	scene->magnitude = p->view.style.magnitude;
	double low = 0, high = 0;
	for (size_t i = 0; i < p->n_shown; i++) {
		double a = 0, b = 0;
		if (p->rows[i].value)
			extent(&p->rows[i], &a, &b);
		low = fmin(low, a);
		high = fmax(high, b);
	}
	scene->scales = arena_alloc(p->arena, 1, sizeof *scene->scales);
	scene->n_scales = 1;
	*scene->scales = (struct scene_scale){ .zero = p->zero,
		                               .per_unit = p->per_unit,
		                               .low = low,
		                               .high = high,
		                               .unit = unit_word(p->view.standing->benchmark->unit),
		                               .plot = { p->plot_left, p->frame.plot_top, p->right - p->plot_left,
		                                         scene->height - p->frame.plot_top } };
}

static struct scene *draw_page(struct plan *p, size_t from, size_t n, const char *page_words)
{
	const struct look_rows *m = &p->look->rows;
	double u = p->u, pad = row_pad(p), rows = p->pitch * (double)n;
	double plot = p->frame.anchored ? p->frame.plot_height : rows + 2 * pad;
	struct scene *scene = frame_scene(p->arena, &p->frame, &p->words, plot, page_words, p->diags);
	double top = p->frame.plot_top;
	describe(p, scene, n);
	if (p->look->card) {
		struct scene_item *card = scene_add(scene, SCENE_PATH, ROLE_PANEL);
		card->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
			                          .rect = { p->frame.plot_left, top, p->frame.plot_width, frame_snap(p->request, plot) },
			                          .radius = p->look->frame.card_radius * u,
			                          .pattern = PATTERN_SOLID,
			                          .fill = p->look->palette.panel };
	}
	/* What is left over stands above and below the rows, so that neither leaves a hole. */
	top += fmax(pad, (plot - p->pitch * (double)(p->n_shown > n ? p->per_page : n)) / 2);
	top = frame_snap(p->request, top);
	double thick = frame_snap_length(p->request, m->baseline * u), over = m->baseline_over * u;
	double edge = (p->pitch - p->bar) / 2 - over;
	for (size_t i = 0; i < n; i++)
		draw_row(p, scene, &p->rows[from + i], top + p->pitch * (double)i, (int)i);
	scene_add_rect(scene, ROLE_BASELINE,
	               (struct rect){ p->zero - thick, frame_snap(p->request, top + edge), thick,
	                              frame_snap(p->request, rows - 2 * edge) },
	               p->look->card ? p->look->palette.ink2 : p->look->palette.ink);
	return scene;
}

static void draw_pages(struct plan *p, struct chart_pages *pages)
{
	pages->count = (p->n_shown + p->per_page - 1) / p->per_page;
	pages->items = arena_alloc(p->arena, pages->count, sizeof *pages->items);
	for (size_t i = 0; i < pages->count; i++) {
		size_t from = i * p->per_page, left = p->n_shown - from;
		size_t n = left < p->per_page ? left : p->per_page;
		const char *words = pages->count > 1 ? arena_printf(p->arena, "Rows %zu to %zu of %zu, page %zu of %zu", from + 1, from + n,
		                                                    p->n_shown, i + 1, pages->count)
		                                     : NULL;
		pages->items[i] = draw_page(p, from, n, words);
	}
}

static bool answerable(const struct chart_request *q, struct diags *diags)
{
	if (q->n_benchmarks != 1) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "name one with -b", "a leaderboard shows one benchmark, not %zu",
		         q->n_benchmarks);
		return false;
	}
	const struct benchmark *b = q->benchmarks[0];
	if (!b->zero) {
		diag_add(diags, DIAG_ERROR, b->place, "declare \"zero: true\" in the data if a value of 0 has a meaning",
		         "%s has no meaningful zero, so bars from zero would mislead", b->name);
		return false;
	}
	return true;
}

bool chart_leaderboard(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
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
	draw_pages(&p, pages);
	return diags_ok(diags);
}
