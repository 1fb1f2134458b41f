/* Which rows and columns are shown, and on how many pages. */
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "chart/lengths.h"

#include <math.h>

enum { ROWS_SLIDE = 12, ROWS_PAGE = 20, ROWS_INSET = 50, ROWS_MAX = 100000 };
enum { ROWS_FEW = 8, ROWS_FEW_RULED = 6 }; /* few enough to be set further apart */

/* ---- what is shown ---- */

/* The first n rows; the row to keep takes the last place if it is not among them. */
static void choose_rows(struct rows_plan *p, size_t n)
{
	const struct rows_table *t = p->table;
	p->n_rows = n < t->n_rows ? n : t->n_rows;
	for (size_t i = 0; i < p->n_rows; i++)
		p->rows[i] = i;
	if (t->keep < t->n_rows && t->keep >= p->n_rows && p->n_rows > 1)
		p->rows[p->n_rows - 1] = t->keep;
}

/* The first n columns of data, and those without data among them. */
static void choose_columns(struct rows_plan *p, size_t n)
{
	const struct rows_table *t = p->table;
	p->n_columns = 0;
	for (size_t i = 0; i < t->n_columns; i++) {
		if (t->columns[i].data && n == 0)
			continue;
		n -= t->columns[i].data;
		p->columns[p->n_columns++] = i;
	}
}

static size_t data_columns_shown(const struct rows_plan *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n_columns; i++)
		n += rows_shown_column(p, i)->data;
	return n;
}

size_t rows_usual(const struct chart_request *q)
{
	return q->inset ? ROWS_INSET : q->medium == MEDIUM_SLIDE ? ROWS_SLIDE : ROWS_PAGE;
}

size_t rows_at_most(const struct chart_request *q)
{
	return q->rows ? q->rows : q->paged ? ROWS_MAX : rows_usual(q);
}

static void measure_frame(struct rows_plan *p)
{
	struct rows_shown shown = { p->rows, p->n_rows, p->columns, p->n_columns };
	p->words = (struct frame_words){ .source = NULL };
	p->make_words(p->kind, &shown, &p->words);
	if (p->request->title)
		p->words.titles[0] = p->request->title, p->words.titles[1] = NULL;
	p->frame = frame_measure(p->arena, p->request, &p->words, p->diags);
}

/* ---- shaping ---- */

static const struct text_block *shape(const struct rows_plan *p, const char *text, double size, enum text_weight weight,
                                      bool tabular)
{
	return text_shape(p->request->fonts, text, frame_style(&p->frame, size, weight, tabular), 0, 0, p->diags);
}

static void shape_value(struct rows_plan *p, size_t row, size_t column, size_t series, bool with_unit)
{
	const struct look_type *t = &p->look->type;
	const struct rows_cell *cell = rows_shown_cell(p, row, column, series);
	bool words = rows_shown_column(p, column)->form == ROWS_WORDS;
	enum rows_form form = rows_shown_column(p, column)->form;
	bool plain = words || form == ROWS_NUMBERS || form == ROWS_HEAT; /* bold means best there */
	enum text_weight weight = cell->strong ? t->strong_weight : plain ? TEXT_REGULAR : t->value_weight;
	double size = words || p->n_columns > 1 ? t->label : t->value;
	const char *text = with_unit && cell->text_signed ? cell->text_signed : cell->text;
	rows_shaped_at(p, row, column, series)->value = shape(p, text, size, weight, !words);
}

static void shape_cell(struct rows_plan *p, size_t row, size_t column, size_t series)
{
	const struct look_type *t = &p->look->type;
	const struct rows_cell *cell = rows_shown_cell(p, row, column, series);
	struct rows_shaped *shaped = rows_shaped_at(p, row, column, series);
	*shaped = (struct rows_shaped){ NULL, NULL };
	if (cell->present) {
		shape_value(p, row, column, series, false);
		if (cell->remark)
			shaped->remark = shape(p, cell->remark, t->small, TEXT_REGULAR, false);
	} else if (cell->absent) {
		shaped->remark = shape(p, cell->absent,
		                       p->table->n_data_columns > 1 || p->table->n_series > 1 ? t->small : t->label,
		                       TEXT_REGULAR, false);
	}
}

static void shape_line(struct rows_plan *p, size_t row)
{
	const struct look_type *t = &p->look->type;
	const struct rows_label *label = &p->table->labels[p->rows[row]];
	struct rows_line *line = &p->lines[row];
	enum text_weight weight = label->strong ? t->strong_weight : t->label_weight;
	*line = (struct rows_line){ .name = shape(p, label->name, t->label, weight, false) };
	if (label->rank)
		line->rank = shape(p, label->rank, t->label, TEXT_REGULAR, true);
	if (label->variant && *label->variant)
		line->variant = shape(p, label->variant, t->small, TEXT_REGULAR, false);
	if (label->maker && *label->maker)
		line->maker = shape(p, label->maker, t->small, TEXT_REGULAR, false);
}

static void shape_all(struct rows_plan *p)
{
	size_t cells = p->n_rows * p->n_columns * p->table->n_series;
	p->lines = arena_alloc(p->arena, p->n_rows + 1, sizeof *p->lines);
	p->shaped = arena_alloc(p->arena, cells + 1, sizeof *p->shaped);
	p->places = arena_alloc(p->arena, p->n_columns + 1, sizeof *p->places);
	p->ranks = p->chips = false;
	for (size_t r = 0; r < p->n_rows; r++) {
		shape_line(p, r);
		p->ranks |= p->lines[r].rank != NULL;
		p->chips |= p->table->labels[p->rows[r]].chip;
		for (size_t c = 0; c < p->n_columns; c++)
			for (size_t s = 0; s < p->table->n_series; s++)
				shape_cell(p, r, c, s);
	}
}

static bool lay_out(struct rows_plan *p, size_t rows, size_t columns)
{
	choose_rows(p, rows);
	choose_columns(p, columns);
	measure_frame(p);
	shape_all(p);
	rows_place_labels(p);
	return rows_place_columns(p);
}

/* ---- pages ---- */

double rows_pad(const struct rows_plan *p)
{
	return (p->look->card ? length_card_pad : 0) * p->u;
}

double rows_band_gap(const struct rows_plan *p)
{
	return length_band_gap * p->u;
}

static double room(const struct rows_plan *p)
{
	return p->frame.plot_height - 2 * rows_pad(p);
}

static size_t rows_that_fit(const struct rows_plan *p, double pitch)
{
	double left = room(p) - p->head_height;
	return left < pitch ? 0 : (size_t)floor(left / pitch + rounding);
}

static size_t bands_that_fit(const struct rows_plan *p, double pitch, size_t rows)
{
	double band = p->head_height + pitch * (double)rows;
	double n = floor((room(p) + rows_band_gap(p)) / (band + rows_band_gap(p)) + rounding);
	return n < 1 ? 0 : (size_t)n;
}

/* The largest pitch, in u. */
static double most_pitch(const struct rows_plan *p, size_t rows)
{
	double series = (double)p->table->n_series;
	if (p->table->spread)
		return p->look->rows.pitch_max * (series > 1 ? series * share_pitch_spread : 1);
	if (p->table->rules)
		return rows <= ROWS_FEW_RULED ? length_pitch_few_ruled : length_pitch_ruled;
	return length_pitch_most;
}

static void settle_pitch(struct rows_plan *p, size_t rows, size_t bands)
{
	const struct look_rows *m = &p->look->rows;
	double least = rows_needed_pitch(p), series = (double)p->table->n_series;
	double most = fmax(least, most_pitch(p, rows) * p->u);
	double heads = (double)bands * p->head_height + (double)(bands - 1) * rows_band_gap(p);
	double fair = (room(p) - heads) / (double)(rows ? rows * bands : 1);
	if (!p->frame.anchored) /* on paper a figure is as tall as it needs, more generous if it is small */
		fair = fmin(fair, (rows <= ROWS_FEW ? length_pitch_few : length_pitch_paper) * p->u *
		                          (series > 1 ? series * share_pitch_series : 1));
	p->pitch = frame_snap(p->request, fmin(most, fmax(least, fair)) - p->request->pixel / 2);
	double each = p->pitch;
	if (p->table->n_series > 1)
		each = (p->pitch - length_group_gap * p->u) / series;
	double share = p->table->n_series > 1 ? share_bar_in_group : m->bar;
	double thick = fmin(m->bar_max * p->u, fmax(m->bar_min * p->u, share * each));
	p->bar = frame_snap_length(p->request, fmin(thick, p->table->n_series > 1 ? each : p->pitch * share_bar_most));
	p->step = fmax(p->bar + frame_snap_gap(p->request, length_bars_apart * p->u),
	               p->table->n_series > 1 ? frame_snap_gap(p->request, rows_needed_step(p)) : 0);
}

static bool too_small(struct rows_plan *p, size_t fit)
{
	diag_add(p->diags, DIAG_ERROR, place_file(NULL),
	         fit ? "ask for fewer rows or choose a larger --size; a document continues on further pages"
	             : "choose a larger --size",
	         fit ? "%zu rows do not fit on the page, only %zu do"
	             : "no row fits on the page beside its title and notes",
	         p->n_rows, fit);
	return false;
}

static bool settle_paged(struct rows_plan *p)
{
	double pitch = rows_needed_pitch(p);
	size_t fit = rows_that_fit(p, pitch);
	p->rows_a_page = fit < rows_usual(p->request) ? fit : rows_usual(p->request);
	p->bands_a_page = 1;
	if (!p->rows_a_page)
		return too_small(p, 0);
	size_t pages = (p->n_rows + p->rows_a_page - 1) / p->rows_a_page;
	if (pages > 1) /* evenly filled pages, instead of a few rows on the last */
		p->rows_a_page = (p->n_rows + pages - 1) / pages;
	else
		p->rows_a_page = p->n_rows;
	if (pages == 1 && p->n_bands > 1) {
		p->bands_a_page = bands_that_fit(p, pitch, p->n_rows);
		size_t groups = (p->n_bands + p->bands_a_page - 1) / p->bands_a_page;
		p->bands_a_page = (p->n_bands + groups - 1) / groups;
	}
	return true;
}

/* One picture: rows give way first, where none were asked for; then columns. */
static bool settle_picture(struct rows_plan *p)
{
	size_t asked = p->request->rows;
	for (int i = 0; i < 12; i++) {
		double pitch = rows_needed_pitch(p);
		size_t fit = rows_that_fit(p, pitch), bands = bands_that_fit(p, pitch, p->n_rows);
		if (p->n_rows <= fit && bands >= p->n_bands) {
			p->rows_a_page = p->n_rows;
			p->bands_a_page = p->n_bands;
			return true;
		}
		size_t columns = data_columns_shown(p);
		size_t each = (columns + p->n_bands - 1) / p->n_bands;
		if (p->n_rows > fit) {
			if (asked || !fit)
				return too_small(p, fit);
			if (!lay_out(p, fit, columns)) /* fewer rows may mean a longer note, so once more */
				return false;
		} else if (!lay_out(p, p->n_rows, bands * each)) {
			return false;
		}
	}
	return too_small(p, 0);
}

static bool settle_rows(struct rows_plan *p)
{
	const struct chart_request *q = p->request;
	if (!lay_out(p, rows_at_most(q), p->table->n_data_columns))
		return false;
	if (q->grow) {
		p->rows_a_page = p->n_rows;
		p->bands_a_page = p->n_bands;
	} else if (!(q->paged ? settle_paged(p) : settle_picture(p))) {
		return false;
	}
	settle_pitch(p, p->n_rows < p->rows_a_page ? p->n_rows : p->rows_a_page, p->bands_a_page);
	return true;
}

/* The first value on each page carries the unit. */
static void sign_first_values(struct rows_plan *p)
{
	for (size_t from = 0; from < p->n_rows; from += p->rows_a_page)
		for (size_t band = 0; band < p->n_bands; band += p->bands_a_page) {
			bool done = false;
			for (size_t r = from; r < p->n_rows && r < from + p->rows_a_page && !done; r++)
				for (size_t c = 0; c < p->n_columns && !done; c++)
					for (size_t s = 0; s < p->table->n_series && !done; s++) {
						const struct rows_cell *cell = rows_shown_cell(p, r, c, s);
						if (p->places[c].band < band ||
						    p->places[c].band >= band + p->bands_a_page || !cell->present ||
						    !cell->text_signed)
							continue;
						shape_value(p, r, c, s, true);
						done = true;
					}
		}
}

bool rows_layout(struct arena *arena, const struct chart_request *request, const struct rows_table *table,
                 rows_words *words, void *kind, const char *alt, struct chart_pages *pages, struct diags *diags)
{
	struct rows_plan p = { .arena = arena,
		               .diags = diags,
		               .request = request,
		               .look = request->look,
		               .table = table,
		               .make_words = words,
		               .kind = kind,
		               .alt = alt,
		               .u = frame_unit(request->medium) };
	p.rows = arena_alloc(arena, table->n_rows + 1, sizeof *p.rows);
	p.columns = arena_alloc(arena, table->n_columns + 1, sizeof *p.columns);
	if (!settle_rows(&p))
		return false;
	sign_first_values(&p);
	if (!rows_settle_scales(&p))
		return false;
	rows_draw(&p, pages);
	return diags_ok(diags);
}
