/* How wide labels and columns are, what breaks into lines, and how long one unit of a scale is. */
#include "chart/reference.h"
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

static const struct text_block *reshape(struct rows_plan *p, const struct text_block *b, double width)
{
	return rows_text(p, b->text, b->style, width, b->style.size * share_leading);
}

/* ---- labels ---- */

static double label_width(const struct rows_plan *p, const struct rows_line *l)
{
	return l->name->width +
	       (l->variant && !l->variant_below ? p->look->rows.variant_gap * p->u + l->variant->width : 0);
}

/* Breaks what is wider than the column; a variant that does not fit beside its name goes below it. */
static void fold_names(struct rows_plan *p, double width)
{
	for (size_t i = 0; i < p->n_rows; i++) {
		struct rows_line *l = &p->lines[i];
		if (label_width(p, l) > width && l->variant)
			l->variant_below = true;
		if (l->name->width > width)
			l->name = rows_text(p, l->name->text, l->name->style, width,
			                    p->look->type.label * share_leading * p->u);
		if (l->variant && l->variant->width > width)
			l->variant = rows_text(p, l->variant->text, l->variant->style, width,
			                       p->look->type.label * share_leading * p->u);
	}
}

static size_t most_lines(const struct rows_plan *p, double width)
{
	size_t most = 1;
	for (size_t i = 0; i < p->n_rows; i++)
		if (p->lines[i].name->width / width > (double)most) /* an estimate is enough to choose a width */
			most = (size_t)ceil(p->lines[i].name->width / width * name_lines_reserve);
	return most;
}

static void fold_makers(struct rows_plan *p, double width)
{
	for (size_t i = 0; i < p->n_rows; i++)
		if (p->lines[i].maker && p->lines[i].maker->width > width)
			p->lines[i].maker = rows_text(p, p->lines[i].maker->text, p->lines[i].maker->style, width,
			                              share_leading * p->u);
}

/* How far a block that is centred on its row reaches above and below the row's middle: its lines, and ink that is
 * taller than they are (emoji, stacked marks). below: what is under it, as part of the label. */
static void reach(const struct text_block *b, double below, double *up, double *down)
{
	double last = b->lines[b->n_lines - 1].baseline, first = (b->x_height - last - below) / 2;
	*up = fmax(*up, fmax(b->ascent, -b->ink.y) - first);
	*down = fmax(*down, first + fmax(last + b->descent, rect_bottom(b->ink)) + below);
}

void rows_reach_cells(const struct rows_plan *p, size_t row, double *up, double *down)
{
	size_t n = p->n_columns * p->table->n_series;
	for (size_t k = 0; k < n; k++) {
		const struct rows_shaped *s = &p->shaped[row * n + k];
		if (s->value)
			reach(s->value, 0, up, down);
		if (s->remark)
			reach(s->remark, 0, up, down);
		if (s->annotation)
			reach(s->annotation, 0, up, down);
	}
}

/* Where rank, chip, name and maker go: as wide as the widest, names within a share that grows if they are very
 * long. */
void rows_place_labels(struct rows_plan *p)
{
	const struct look_rows *m = &p->look->rows;
	double u = p->u, rank = 0, name = 0, maker = 0;
	p->over = rows_stand_over(p);
	p->left = p->frame.plot_left;
	p->right = p->frame.plot_left + p->frame.plot_width - (p->look->card ? length_card_right * u : 0);
	for (size_t i = 0; i < p->n_rows; i++) {
		rank = fmax(rank, p->lines[i].rank ? p->lines[i].rank->width : 0);
		struct rows_line *line = &p->lines[i];
		line->variant_below |= line->variant && p->table->folded;
		name = fmax(name, label_width(p, line));
		name = fmax(name, line->variant_below ? line->variant->width : 0);
		name = fmax(name, p->lines[i].gap ? p->lines[i].gap->width : 0);
		maker = fmax(maker, p->lines[i].maker ? p->lines[i].maker->width : 0);
	}
	double card = p->look->card ? (p->ranks ? fmax(p->look->frame.card_pad * u, rank + length_card_rank * u)
	                                        : length_card_left * u)
	                            : 0;
	p->rank_right = p->left + (p->look->card ? card : rank);
	p->chip_x = p->rank_right + (p->ranks ? m->rank_gap * u : p->look->card ? length_card_name * u : 0);
	p->name_x = p->chip_x + (p->chips ? (m->chip + m->chip_gap) * u : 0);
	double share = (p->table->n_columns > 2 ? share_names_among_columns : 1) * m->name_share * p->frame.plot_width;
	if (p->over)
		share = p->right - p->name_x;
	while (name > share && most_lines(p, share) > 2 && share < share_names_most * p->frame.plot_width)
		share *= share_names_growth;
	p->name_width = fmin(name, share);
	fold_names(p, p->name_width);
	if (p->over) {
		p->plot_left = p->chip_x;
		p->name_over = rows_name_over(p);
		return;
	}
	double maker_share = share_makers * p->frame.plot_width;
	fold_makers(p, maker_share);
	p->maker_x = p->name_x + p->name_width + (maker > 0 ? m->maker_gap * u : 0);
	p->plot_left = p->maker_x + fmin(maker, maker_share) + m->name_gap * u;
}

double rows_needed_step(const struct rows_plan *p)
{
	double up = 0, down = 0;
	for (size_t i = 0; i < p->n_rows; i++)
		rows_reach_cells(p, i, &up, &down);
	return fmax(length_step_least * p->u, up + down + length_series_air * p->u);
}

enum { ROWS_MANY = 40 };

/* How far any row reaches above and below its middle. */
static void reach_rows(const struct rows_plan *p, double *up, double *down)
{
	*up = *down = 0;
	for (size_t i = 0; i < p->n_rows; i++) {
		const struct rows_line *l = &p->lines[i];
		double below = rows_variant_end(p, l);
		if (p->over) {
			double lines = l->name->lines[l->name->n_lines - 1].baseline + below;
			*up = fmax(*up, lines + fmax(l->name->ascent, -l->name->ink.y) + p->name_over);
			*down = fmax(*down, rows_bar_over(p) / 2);
			rows_reach_cells(p, i, up, down);
			continue;
		}
		reach(l->name, below, up, down);
		if (l->maker)
			reach(l->maker, 0, up, down);
		if (l->variant && !l->variant_below)
			reach(l->variant, 0, up, down);
		rows_reach_cells(p, i, up, down);
	}
}

double rows_needed_pitch(const struct rows_plan *p)
{
	double up, down, series = (double)p->table->n_series;
	reach_rows(p, &up, &down);
	double least = p->table->rules ? length_pitch_least_ruled : p->look->rows.pitch_min;
	if (p->request->slide && !p->table->rules) /* rather closer than on a second slide */
		least = fmin(least, length_pitch_slide);
	if (p->request->inset && p->n_rows > ROWS_MANY && !p->table->rules) /* rows of a long list are set closer */
		least = fmin(least, share_pitch_dense * p->look->rows.bar_min + length_pitch_dense);
	if (series > 1)
		least = rows_needed_step(p) / p->u * series + length_group_gap;
	if (p->over)
		least = fmax(least, rows_pitch_over(p) / p->u);
	return fmax(least * p->u, up + down + length_lines_air * p->u + p->request->pixel);
}

double rows_lift(const struct rows_plan *p)
{
	double up, down;
	reach_rows(p, &up, &down);
	return p->over ? frame_snap(p->request, (up - down) / 2) : 0;
}

/* All heads are as tall as the tallest. Rows keep clear of each other, whatever they reach, but one that reaches
 * further to one side needs room at a head. */
void rows_measure_groups(struct rows_plan *p)
{
	double most = 0, up, down, half = rows_needed_pitch(p) / 2;
	bool open = rows_open_texts(p);
	for (size_t i = 0; i < p->n_rows; i++)
		if (rows_is_headed(p, 0, i)) {
			const struct text_block *b = rows_group_head(p, i, p->request->paged); /* it may have to */
			most = fmax(most, fmax(b->ascent, -b->ink.y) + rows_below(b));
		}
	rows_close_texts(p, open);
	reach_rows(p, &up, &down);
	double air = length_lines_air * p->u - half;
	p->group_air = fmax((1 - share_group_above) * length_group_air * p->u, up + air);
	p->group_head = p->group_air + fmax(share_group_above * length_group_air * p->u, down + air);
	p->group_head = most > 0 ? frame_snap_gap(p->request, most + p->group_head) : 0;
}

/* ---- columns ---- */

/* The width of what follows a bar or a dot, or replaces it. */
double rows_beside(const struct rows_plan *p, const struct rows_cell *cell, const struct rows_shaped *s)
{
	const struct look_rows *m = &p->look->rows;
	if (!cell->present)
		return s->remark ? m->missing_gap * p->u + s->remark->width : 0;
	return m->value_gap * p->u + s->value->width + (s->remark ? m->remark_gap * p->u + s->remark->width : 0) +
	       (s->annotation ? length_annotation_gap * p->u + s->annotation->width : 0);
}

static double widest_word(const struct rows_plan *p, const char *text, struct text_style style)
{
	double widest = 0;
	while (*text) {
		size_t n = strcspn(text, " ");
		const struct text_block *b =
			text_shape(p->request->fonts, arena_strndup(p->arena, text, n), style, 0, 0, p->diags);
		widest = fmax(widest, b->width);
		text += n + (text[n] == ' ');
	}
	return widest + shaping_slack;
}

static struct text_style head_style(const struct rows_plan *p, const struct rows_column *column)
{
	bool quiet = column->form == ROWS_NUMBERS || column->form == ROWS_WORDS || p->close;
	return frame_style(&p->frame, quiet ? p->look->type.small : p->look->type.label,
	                   quiet ? TEXT_SEMIBOLD : TEXT_BOLD, false);
}

/* What a column says of its direction depends on which others are shown. */
static const char *head_text(const struct rows_plan *p, const struct rows_column *column)
{
	bool unlike = false;
	for (size_t c = 0; c < p->n_columns; c++) {
		const struct rows_column *other = rows_shown_column(p, c);
		unlike |= other->data && (column->way ? other->way == 1 && column->way < 0 : other->way != 0);
	}
	return unlike && column->head_unlike ? column->head_unlike : column->head;
}

static double width_for_lines(const struct rows_plan *p, const struct rows_column *column, size_t lines, double most)
{
	struct text_style style = head_style(p, column);
	double width = fmin(widest_word(p, head_text(p, column), style), most);
	while (width < most &&
	       text_shape(p->request->fonts, head_text(p, column), style, width, style.size * share_leading, p->diags)
	                       ->n_lines > lines)
		width += length_head_growth * p->u;
	return width;
}

/* Two lines where that is not wide, else three or four; never narrower than the widest word. */
static double head_width(const struct rows_plan *p, const struct rows_column *column)
{
	double two = width_for_lines(p, column, 2, length_head_wide * p->u);
	if (two <= length_head_two_lines * p->u && !p->close)
		return two;
	return width_for_lines(p, column, column->form == ROWS_HEAT && !p->close ? 4 : 3, length_head_wide * p->u);
}

static double least_bar(const struct rows_plan *p)
{
	return (p->table->n_columns > 1 ? length_bar_least : length_bar_least_alone) * p->u;
}

bool rows_on_measure(const struct rows_plan *p, size_t c, size_t measure)
{
	const struct rows_column *column = rows_shown_column(p, c);
	return (column->form == ROWS_BARS || column->form == ROWS_DOTS) && (size_t)column->measure == measure;
}

/* The least room for a bar or a dot and its words; a bar that is too short to hold its value has it beside. */
static double bar_room(const struct rows_plan *p, const struct rows_cell *cell, const struct rows_shaped *s)
{
	if (p->close && !cell->present)
		return rows_beside(p, cell, s) + (length_bar_least_alone + length_head_growth) * p->u;
	return rows_may_hold(p, cell) ? fmax(2 * rows_holding(p, s), least_bar(p))
	                              : rows_beside(p, cell, s) + least_bar(p);
}

static void measure_column(struct rows_plan *p, size_t c)
{
	const struct rows_column *column = rows_shown_column(p, c);
	struct rows_place *place = &p->places[c];
	double u = p->u, widest = 0, before = 0, behind = 0, remarks = 0, absent = 0;
	for (size_t r = 0; r < p->n_rows; r++)
		for (size_t s = 0; s < p->table->n_series; s++) {
			const struct rows_cell *cell = rows_shown_cell(p, r, c, s);
			struct rows_shaped *shaped = rows_shaped_at(p, r, c, s);
			if (column->form == ROWS_WORDS && shaped->value && shaped->value->width > length_words_wide * u)
				shaped->value = reshape(p, shaped->value, length_words_wide * u);
			widest = fmax(widest, bar_room(p, cell, shaped));
			if (cell->present) {
				before = fmax(before, shaped->point);
				behind = fmax(behind, shaped->value->width - shaped->point);
				remarks = fmax(remarks,
				               shaped->remark ? shaped->remark->width + length_number_remark * u : 0);
			} else if (shaped->remark) {
				absent = fmax(absent, shaped->remark->width);
			}
		}
	double head = column->head ? head_width(p, column) : 0, numbers = before + behind;
	place->behind = behind;
	place->numbers = fmax(numbers, column->form == ROWS_NUMBERS ? fmax(head, absent) : 0);
	place->remarks = remarks;
	switch (column->form) {
	case ROWS_BARS:
	case ROWS_DOTS:
		place->natural = fmax(head, widest);
		break;
	case ROWS_HEAT: /* room for two more digits also holds a percent sign */
		place->natural = fmax(head + (p->close ? length_field_head_close * u : 0),
		                      fmax(numbers + 2 * remarks, absent) +
		                              (p->close ? length_field_pad_close : length_field_pad) * u);
		break;
	case ROWS_NUMBERS:
		place->natural = place->numbers + remarks;
		break;
	case ROWS_WORDS:
		place->natural = fmax(head, numbers);
		break;
	}
}

/* Columns of a measure have one scale, so values left of its zero and right of it need room in each of them. */
static void make_room_on_both_sides(struct rows_plan *p, size_t measure)
{
	double left = 0, right = 0;
	for (size_t c = 0; c < p->n_columns; c++)
		for (size_t i = 0; rows_on_measure(p, c, measure) && i < p->n_rows * p->table->n_series; i++) {
			size_t row = i / p->table->n_series, series = i % p->table->n_series;
			const struct rows_cell *cell = rows_shown_cell(p, row, c, series);
			bool before = cell->present && cell->value < 0 && rows_shown_column(p, c)->form == ROWS_BARS;
			double *side = before ? &left : &right;
			*side = fmax(*side, rows_beside(p, cell, rows_shaped_at(p, row, c, series)));
		}
	for (size_t c = 0; c < p->n_columns && left > 0; c++)
		if (rows_on_measure(p, c, measure))
			p->places[c].natural = fmax(p->places[c].natural, left + right + least_bar(p));
}

static bool is_flexible(enum rows_form form)
{
	return form == ROWS_BARS || form == ROWS_DOTS || form == ROWS_HEAT;
}

static double gap_before(const struct rows_plan *p, size_t c)
{
	enum rows_form form = rows_shown_column(p, c)->form;
	bool drawn = form == ROWS_BARS || form == ROWS_DOTS;
	return (form == ROWS_HEAT   ? length_fields_apart
	        : drawn && p->close ? length_plots_apart_close
	        : drawn             ? length_plots_apart
	                            : length_numbers_apart) *
	       p->u;
}

struct band {                 /* what columns from..to need */
	double fixed, widest; /* gaps and fixed columns; the widest flexible one */
	size_t flexible;
};

static struct band measure_band(const struct rows_plan *p, size_t from, size_t to)
{
	struct band b = { 0, 0, 0 };
	for (size_t c = from; c < to; c++) {
		b.fixed += c > from ? gap_before(p, c) : 0;
		if (is_flexible(rows_shown_column(p, c)->form)) {
			b.flexible++;
			b.widest = fmax(b.widest, p->places[c].natural);
		} else {
			b.fixed += p->places[c].natural;
		}
	}
	return b;
}

/* The width of flexible columns if a band has `each` columns; negative if they do not fit. */
static double flexible_width(const struct rows_plan *p, size_t each)
{
	double width = p->right - p->plot_left, least = width;
	for (size_t from = 0; from < p->n_columns; from += each) {
		size_t to = from + each < p->n_columns ? from + each : p->n_columns;
		struct band b = measure_band(p, from, to);
		double left = width - b.fixed;
		if (left < b.widest * (double)b.flexible || left < 0)
			return -1;
		if (b.flexible)
			least = fmin(least, left / (double)b.flexible);
	}
	for (size_t c = 0; c < p->n_columns; c++) /* the widest of any band must fit the common width */
		if (is_flexible(rows_shown_column(p, c)->form) && p->places[c].natural > least)
			return -1;
	return least;
}

static void shape_heads(struct rows_plan *p)
{
	double most = 0, ticks = 0;
	for (size_t c = 0; c < p->n_columns; c++) {
		const struct rows_column *column = rows_shown_column(p, c);
		struct rows_place *place = &p->places[c];
		if (column->form == ROWS_DOTS)
			ticks = length_ticks_over * p->u;
		if (p->parts_named && column->form == ROWS_BARS)
			most = fmax(most, rows_part_name(p, p->table->part_names[0])->ascent);
		if (!column->head)
			continue;
		struct text_style style = head_style(p, column);
		double width = column->form == ROWS_NUMBERS ? place->numbers + shaping_slack
		               : column->form == ROWS_HEAT
		                       ? place->width - (p->close ? length_field_head_close : length_field_head) * p->u
		               : column->form == ROWS_WORDS ? place->width + shaping_slack
		                                            : place->width - length_head_right * p->u;
		place->head = text_shape(p->request->fonts, head_text(p, column), style, width,
		                         style.size * share_leading, p->diags);
		double last = place->head->lines[place->head->n_lines - 1].baseline;
		most = fmax(most, fmax(place->head->ascent, -place->head->ink.y) + fmax(last, 0) +
		                          fmax(0, rect_bottom(place->head->ink) - last - place->head->descent));
	}
	p->head_height = (most > 0 ? most + length_head_air * p->u : 0) + ticks;
	p->head_height = frame_snap(p->request, p->head_height);
}

/* A table's columns spread into the room there is, but not so far that the eye loses the row. */
static void spread(struct rows_plan *p, size_t each)
{
	for (size_t from = 0; from < p->n_columns; from += each) {
		size_t to = from + each < p->n_columns ? from + each : p->n_columns;
		struct band b = measure_band(p, from, to);
		double air = b.flexible ? 0 : p->right - p->plot_left - b.fixed;
		double more = b.flexible ? 0 : fmin(length_columns_most_apart * p->u, air / (double)(to - from));
		for (size_t c = from; c < to; c++)
			p->places[c].x += more * (double)(c - from + 1);
	}
}

/* In as few bands as hold them: how many a band has, and the width of flexible ones; negative if they do not fit. */
static double divide(struct rows_plan *p, bool close, size_t *each)
{
	double width = -1;
	p->close = close;
	for (size_t c = 0; c < p->n_columns; c++)
		measure_column(p, c);
	for (size_t m = 0; m < p->table->n_measures; m++)
		make_room_on_both_sides(p, m);
	size_t most = p->table->n_data_columns > 1 ? p->n_columns : 1; /* no band without data */
	for (size_t bands = 1; bands <= most && width < 0; bands++) {
		*each = (p->n_columns + bands - 1) / bands;
		width = flexible_width(p, *each);
	}
	return width;
}

/* Set closer where that takes fewer bands, or where values beside their bars would crowd these out. */
static double divide_well(struct rows_plan *p, size_t *each)
{
	double width = divide(p, false, each), usual = width;
	size_t usual_each = *each;
	if (width >= 0 && *each >= p->n_columns && !rows_crowd_out(p, width))
		return width;
	width = divide(p, true, each);
	if (width >= 0 && (usual < 0 || *each > usual_each || rows_crowd_out(p, usual)))
		return width;
	return divide(p, false, each);
}

bool rows_place_columns(struct rows_plan *p)
{
	size_t each = p->n_columns;
	double width = divide_well(p, &each);
	if (width < 0) {
		diag_add(p->diags, DIAG_ERROR, place_file(NULL), "choose a larger --size or shorter names",
		         "names and values leave no room for the %s",
		         p->table->n_columns == 1 && !p->table->rules ? "bars" : "columns");
		return false;
	}
	p->n_bands = (p->n_columns + each - 1) / each;
	double x = p->plot_left;
	for (size_t c = 0; c < p->n_columns; c++) {
		struct rows_place *place = &p->places[c];
		x = c % each ? x + gap_before(p, c) : p->plot_left;
		place->band = c / each;
		place->width = is_flexible(rows_shown_column(p, c)->form) ? width : place->natural;
		place->x = x;
		x += place->width;
	}
	spread(p, each);
	shape_heads(p);
	return true;
}
