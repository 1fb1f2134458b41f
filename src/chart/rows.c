/* How many rows and columns are shown, and on how many pages. */
#include "chart/annotate.h"
#include "chart/kind.h"
#include "chart/rows_plan.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/lengths.h"
#include "words/number.h"
#include "words/number_read.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

enum { ROWS_SLIDE = 12, ROWS_PAGE = 20, ROWS_INSET = 50, ROWS_MAX = 100000 };
enum { ROWS_FEW = 8, ROWS_FEW_RULED = 6 }; /* few enough to be set further apart */

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
	struct rows_shown shown = { p->rows, p->n_rows, p->columns, p->n_columns, p->parts_named };
	p->words = (struct frame_words){ .source = NULL };
	p->make_words(p->kind, &shown, &p->words);
	p->words.one_line = p->one_line;
	if (p->request->title.text)
		p->words.titles[0] = p->request->title.text, p->words.titles[1] = NULL;
	p->frame = frame_measure(p->arena, p->request, &p->words, p->diags);
}

/* ---- shaping ---- */

static const struct text_block *shape(struct rows_plan *p, const char *text, double size, enum text_weight weight,
                                      bool tabular)
{
	return rows_text(p, text, frame_style(&p->frame, size, weight, tabular), 0, 0);
}

/* Where the decimal point of a number is. */
static double point_of(struct rows_plan *p, const struct text_block *b)
{
	bool opened = rows_open_texts(p);
	const struct text_block *whole = text_shape(p->request->fonts, b->text, b->style, 0, b->step, p->diags);
	double x = text_x(whole, number_point(p->request->language, b->text));
	rows_close_texts(p, opened);
	return x;
}

static void shape_value(struct rows_plan *p, size_t row, size_t column, size_t series, bool with_unit)
{
	const struct look_type *t = &p->look->type;
	const struct rows_cell *cell = rows_shown_cell(p, row, column, series);
	bool words = rows_shown_column(p, column)->form == ROWS_WORDS;
	enum rows_form form = rows_shown_column(p, column)->form;
	bool plain = words || form == ROWS_NUMBERS || form == ROWS_HEAT || p->table->bold_best;
	enum text_weight weight = cell->strong ? t->strong_weight : plain ? TEXT_REGULAR : t->value_weight;
	double size = words || p->n_columns > 1 ? t->label : t->value;
	if (rows_is_hero(p, column, cell))
		size = t->title;
	const char *text = with_unit && cell->text_signed ? cell->text_signed : cell->text;
	struct rows_shaped *shaped = rows_shaped_at(p, row, column, series);
	bool stacked = form == ROWS_NUMBERS || form == ROWS_HEAT;
	shaped->value = shape(p, text, size, weight, stacked);
	shaped->point = words ? 0 : point_of(p, shaped->value);
}

/* On as few lines as its width allows. */
static const struct text_block *shape_annotation(struct rows_plan *p, const char *text)
{
	double wide = length_annotation_wide * p->u, size = p->look->type.small;
	const struct text_block *b = shape(p, text, size, TEXT_REGULAR, false);
	return b->width > wide ? rows_text(p, text, b->style, wide, b->style.size * share_leading) : b;
}

static void shape_cell(struct rows_plan *p, size_t row, size_t column, size_t series)
{
	const struct look_type *t = &p->look->type;
	const struct rows_cell *cell = rows_shown_cell(p, row, column, series);
	struct rows_shaped *shaped = rows_shaped_at(p, row, column, series);
	*shaped = (struct rows_shaped){ .value = NULL };
	if (cell->present) {
		shape_value(p, row, column, series, false);
		if (cell->remark)
			shaped->remark = shape(p, cell->remark, t->small, TEXT_REGULAR, false);
		if (cell->annotation)
			shaped->annotation = shape_annotation(p, cell->annotation->text.text);
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
	const struct language *l = p->request->language;
	const char *left_out = number_plain(p->arena, l, p->left_out[row]);
	if (p->left_out[row])
		line->gap = shape(p,
		                  words_fill(p->arena, l, rows_gap_leaves_group(p, row) ? WORD_GAP_GROUPS : WORD_GAP,
		                             "n", left_out, NULL),
		                  t->small, TEXT_REGULAR, false);
}

static void shape_all(struct rows_plan *p)
{
	size_t cells = p->n_rows * p->n_columns * p->table->n_series;
	p->lines = arena_alloc(p->arena, p->n_rows + 1, sizeof *p->lines);
	p->shaped = arena_alloc(p->arena, cells + 1, sizeof *p->shaped);
	p->places = arena_alloc(p->arena, p->n_columns + 1, sizeof *p->places);
	p->ranks = p->chips = false;
	for (size_t r = 0; r < p->n_rows; r++) {
		bool open = rows_open_texts(p);
		shape_line(p, r);
		p->ranks |= p->lines[r].rank != NULL;
		p->chips |= p->table->labels[p->rows[r]].chip;
		for (size_t c = 0; c < p->n_columns; c++)
			for (size_t s = 0; s < p->table->n_series; s++)
				shape_cell(p, r, c, s);
		rows_close_texts(p, open);
	}
}

static bool lay_out(struct rows_plan *p, size_t rows, size_t columns)
{
	rows_choose(p, rows);
	rows_choose_columns(p, columns);
	measure_frame(p);
	shape_all(p);
	rows_place_labels(p);
	rows_measure_groups(p);
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

/* more: room beyond what there is. */
static size_t rows_that_fit(const struct rows_plan *p, double pitch, double more)
{
	double left = room(p) + more - p->head_height - rows_tall(p, 0, 0, p->n_rows);
	return left < pitch ? 0 : (size_t)floor(left / pitch + rounding);
}

static size_t bands_that_fit(const struct rows_plan *p, double pitch)
{
	double band = p->head_height + rows_tall(p, pitch, 0, p->n_rows);
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
	if (rows <= ROWS_HANDFUL && p->frame.anchored && series == 1)
		return p->look->rows.pitch_max;
	return length_pitch_most;
}

/* How much of any page of so many rows is taken by marks for rows left out and by heads of groups. */
static double most_between(const struct rows_plan *p, size_t rows)
{
	double most = 0;
	for (size_t from = 0; rows && from < p->n_rows; from += rows)
		most = fmax(most, rows_tall(p, 0, from, p->n_rows - from < rows ? p->n_rows - from : rows));
	return most;
}

static void settle_pitch(struct rows_plan *p, size_t rows, size_t bands)
{
	const struct look_rows *m = &p->look->rows;
	double least = rows_needed_pitch(p), series = (double)p->table->n_series;
	double most = fmax(least, most_pitch(p, rows) * p->u);
	double heads = (double)bands * p->head_height + (double)(bands - 1) * rows_band_gap(p);
	double gaps = most_between(p, rows) * (double)bands;
	double fair = (room(p) - heads - gaps) / (double)(rows ? rows * bands : 1);
	if (!p->frame.anchored) /* on paper a figure is as tall as it needs, more generous if it is small */
		fair = fmin(fair, (rows <= ROWS_FEW ? length_pitch_few : length_pitch_paper) * p->u *
		                          (series > 1 ? series * share_pitch_series : 1));
	p->pitch = frame_snap(p->request, fmin(most, fmax(least, fair)) - p->request->pixel / 2);
	double each = p->pitch;
	if (p->table->n_series > 1)
		each = (p->pitch - length_group_gap * p->u) / series;
	double share = p->table->n_series > 1 ? share_bar_in_group : m->bar;
	double thick = fmin(m->bar_max * p->u, fmax(m->bar_min * p->u, share * each));
	if (p->table->n_named) /* numbers stand in its parts */
		thick = fmax(thick, length_bar_of_parts * p->u);
	thick = fmin(thick, p->table->n_series > 1 ? each : p->pitch * share_bar_most);
	p->bar = frame_snap_length(p->request, fmax(thick, rows_thick_inside(p)));
	p->lift = rows_lift(p);
	if (p->over)
		p->bar = rows_bar_over(p);
	p->step = fmax(p->bar + frame_snap_gap(p->request, length_bars_apart * p->u),
	               p->table->n_series > 1 ? frame_snap_gap(p->request, rows_needed_step(p)) : 0);
}

/* Rows that would fit beside a title of one line. */
static size_t rows_under_one_line(const struct rows_plan *p)
{
	const struct text_block *title = p->frame.title;
	return rows_that_fit(p, rows_needed_pitch(p), title->lines[title->n_lines - 1].baseline);
}

static bool too_small(struct rows_plan *p, size_t fit)
{
	const struct chart_naming *naming = chart_naming_of(p->request);
	const char *title = rows_under_one_line(p) > fit ? "shorten the title, " : "";
	if (!fit)
		diag_add(p->diags, DIAG_ERROR, place_file(NULL), naming->room,
		         "no row fits on the page beside its title and notes");
	else if (!p->request->rows)
		diag_add(p->diags, DIAG_ERROR, place_file(NULL), arena_printf(p->arena, "%s%s", title, naming->room),
		         "the focus, the best and the largest value take %zu rows, and only %zu fit on the page",
		         p->n_must, fit);
	else
		diag_add(p->diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(p->arena, "%sask for %zu with %s, or %s; a PDF continues on further pages", title,
		                      fit, naming->rows, naming->room),
		         "%zu rows do not fit on the page, only %zu do", p->n_rows, fit);
	return false;
}

static bool pages_hold(const struct rows_plan *p, double pitch, size_t rows)
{
	return pitch * (double)rows + most_between(p, rows) <= room(p) - p->head_height + rounding;
}

static bool settle_paged(struct rows_plan *p)
{
	double pitch = rows_needed_pitch(p);
	size_t fit = (size_t)fmax(0, floor((room(p) - p->head_height) / pitch + rounding));
	fit = fit < p->n_rows ? fit : p->n_rows;
	while (fit && !pages_hold(p, pitch, fit))
		fit--;
	p->rows_a_page = fit < rows_usual(p->request) ? fit : rows_usual(p->request);
	p->bands_a_page = 1;
	if (!p->rows_a_page)
		return too_small(p, 0);
	size_t pages = (p->n_rows + p->rows_a_page - 1) / p->rows_a_page;
	if (pages > 1) /* evenly filled pages, instead of a few rows on the last */
		p->rows_a_page = pages_hold(p, pitch, (p->n_rows + pages - 1) / pages) ? (p->n_rows + pages - 1) / pages
		                                                                       : p->rows_a_page;
	else
		p->rows_a_page = p->n_rows;
	if (pages == 1 && p->n_bands > 1) {
		p->bands_a_page = bands_that_fit(p, pitch);
		size_t groups = (p->n_bands + p->bands_a_page - 1) / p->bands_a_page;
		p->bands_a_page = (p->n_bands + groups - 1) / groups;
	}
	return true;
}

static bool fits(const struct rows_plan *p)
{
	double pitch = rows_needed_pitch(p);
	return p->n_rows <= rows_that_fit(p, pitch, 0) && bands_that_fit(p, pitch) >= p->n_bands;
}

/* Notes on rows that have given way are gone, too: as many rows as the page now holds. */
static bool take_back_rows(struct rows_plan *p)
{
	size_t columns = rows_columns_shown(p), low = p->n_rows, high = rows_that_fit(p, rows_needed_pitch(p), 0);
	size_t most = rows_at_most(p->request) < p->table->n_rows ? rows_at_most(p->request) : p->table->n_rows;
	for (high = high < most ? high : most; low < high;) {
		size_t middle = (low + high + 1) / 2;
		if (!lay_out(p, middle, columns))
			return false;
		if (fits(p))
			low = middle;
		else
			high = middle - 1;
	}
	return p->n_rows == low || lay_out(p, low, columns);
}

/* Notes on columns that have given way are gone, too, and a band may hold one more: as many columns as fit. */
static bool take_back_columns(struct rows_plan *p)
{
	size_t rows = p->n_rows, columns = rows_columns_shown(p), most = columns;
	for (size_t n = columns + 1; n <= p->table->n_data_columns && n <= 2 * columns; n++) {
		if (!lay_out(p, rows, n))
			return false;
		most = fits(p) && p->n_rows == rows ? n : most;
	}
	return rows_columns_shown(p) == most || lay_out(p, rows, most);
}

/* One picture: a longer title gives way first; then rows, where none were asked for; then columns. */
static bool settle_picture(struct rows_plan *p)
{
	for (int i = 0; i < 12; i++) {
		double pitch = rows_needed_pitch(p);
		size_t fit = rows_that_fit(p, pitch, 0), bands = bands_that_fit(p, pitch), rows = p->n_rows;
		if (fits(p)) {
			if (!take_back_columns(p) || !take_back_rows(p))
				return false;
			p->rows_a_page = p->n_rows;
			p->bands_a_page = p->n_bands;
			return true;
		}
		size_t columns = rows_columns_shown(p);
		size_t each = (columns + p->n_bands - 1) / p->n_bands;
		if (rows > fit && !p->one_line && rows_under_one_line(p) > fit) {
			p->one_line = true;
		} else if (rows > fit) {
			if (p->request->rows || !fit || fit < p->n_must)
				return too_small(p, fit);
			rows = fit;
		} else {
			columns = bands * each;
		}
		if (!lay_out(p, rows, columns)) /* fewer rows may mean a longer note, so once more */
			return false;
	}
	return too_small(p, 0);
}

/* A title does not cost a row in silence. */
static void tell_cost_of_title(struct rows_plan *p)
{
	const struct chart_request *q = p->request;
	size_t wanted = rows_usual(q) < p->table->n_rows ? rows_usual(q) : p->table->n_rows,
	       least = rows_under_one_line(p);
	size_t rows = least < wanted ? least : wanted;
	if (q->paged || q->grow || q->rows || p->frame.title->n_lines < 2 || rows <= p->n_rows)
		return;
	diag_add(p->diags, DIAG_WARNING, place_file(NULL),
	         arena_printf(p->arena, "shorten it, ask for %zu with %s, or %s", p->n_rows, chart_naming_of(q)->rows,
	                      chart_naming_of(q)->room),
	         "the title takes %zu lines, so that %zu rows are shown and not %zu", p->frame.title->n_lines,
	         p->n_rows, rows);
}

/* Nor do a subtitle and notes. */
static void tell_cost_of_words(struct rows_plan *p)
{
	struct chart_request bare = *p->request;
	size_t wanted = rows_usual(&bare) < p->table->n_rows ? rows_usual(&bare) : p->table->n_rows;
	if (bare.paged || bare.grow || bare.rows || p->n_rows >= wanted || !(bare.subtitle.text || bare.n_notes))
		return;
	bare.subtitle.text = NULL;
	bare.n_notes = 0;
	const struct frame frame = frame_measure(p->arena, &bare, &p->words, p->diags);
	size_t least = rows_that_fit(p, rows_needed_pitch(p), frame.plot_height - p->frame.plot_height);
	size_t rows = least < wanted ? least : wanted;
	if (rows > p->n_rows)
		diag_add(p->diags, DIAG_WARNING, place_file(NULL),
		         arena_printf(p->arena, "shorten them, ask for %zu with %s, or %s", p->n_rows,
		                      chart_naming_of(&bare)->rows, chart_naming_of(&bare)->room),
		         "subtitle and notes take room, so that %zu rows are shown and not %zu", p->n_rows, rows);
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

/* The first row of a page that has a bar of a series. */
static size_t first_with_bar(const struct rows_plan *p, size_t from, size_t c, size_t series)
{
	for (size_t r = from; r < p->n_rows && r < from + p->rows_a_page; r++)
		if (rows_shown_cell(p, r, c, series)->present)
			return r;
	return from;
}

/* The first bar of a series on each page has its name; the others were measured as if they had. */
static void name_first_bars(struct rows_plan *p)
{
	for (size_t r = 0; r < p->n_rows; r++)
		for (size_t c = 0; c < p->n_columns; c++)
			for (size_t s = 0; s < p->table->n_series; s++) {
				const struct rows_cell *cell = rows_shown_cell(p, r, c, s);
				struct rows_shaped *shaped = rows_shaped_at(p, r, c, s);
				if (cell->named && cell->present &&
				    r != first_with_bar(p, r - r % p->rows_a_page, c, s))
					shaped->remark = cell->unnamed ? shape(p, cell->unnamed, p->look->type.small,
					                                       TEXT_REGULAR, false)
					                               : NULL;
			}
}

/* The plan outlives its caller, who keeps request and table on the stack. */
static struct rows_plan *plan_new(struct arena *arena, const struct chart_request *request,
                                  const struct rows_table *table)
{
	struct rows_plan *p = arena_alloc(arena, 1, sizeof *p);
	struct chart_request *own_request = arena_alloc(arena, 1, sizeof *own_request);
	struct rows_table *own_table = arena_alloc(arena, 1, sizeof *own_table);
	struct rows_column *columns = arena_alloc(arena, table->n_columns + 1, sizeof *columns);
	for (size_t i = 0; i < table->n_columns; i++)
		columns[i] = table->columns[i];
	*own_request = *request;
	*own_table = *table;
	own_table->columns = columns;
	*p = (struct rows_plan){ .arena = arena,
		                 .request = own_request,
		                 .look = request->look,
		                 .table = own_table,
		                 .parts_named = table->part_names != NULL,
		                 .u = frame_unit(request) };
	return p;
}

static struct rows_plan *plan_rows(struct arena *arena, const struct chart_request *request,
                                   const struct rows_table *table, rows_words *words, void *kind, struct diags *diags)
{
	struct rows_plan *p = plan_new(arena, request, table);
	p->diags = diags;
	p->make_words = words;
	p->kind = kind;
	p->rows = arena_alloc(arena, table->n_rows + 1, sizeof *p->rows);
	p->columns = arena_alloc(arena, table->n_columns + 1, sizeof *p->columns);
	p->taken = arena_alloc(arena, table->n_rows + 1, sizeof *p->taken);
	p->left_out = arena_alloc(arena, table->n_rows + 1, sizeof *p->left_out);
	p->gap = frame_snap(request, (table->rules ? length_rows_left_out_ruled : length_rows_left_out) * p->u);
	return rows_check_asked(p) && settle_rows(p) ? p : NULL;
}

/* ---- larger type where there is room ---- */

static size_t lines_of_names(const struct rows_plan *p)
{
	size_t n = 0;
	for (size_t r = 0; r < p->n_rows; r++)
		n += p->lines[r].name->n_lines + (p->lines[r].variant_below ? 1 : 0);
	return n;
}

/* How much larger everything could be if the height were all: where rows are as far apart as they may be, the rest of
 * the page is empty. 1 where the page is full, or is none that must be filled. */
static double room_to_grow(const struct rows_plan *p)
{
	const struct chart_request *q = p->request;
	if (q->type > 0 || q->paged || !p->frame.anchored || p->n_rows < p->table->n_rows || q->medium != MEDIUM_SLIDE)
		return 1;
	double tall = p->head_height + rows_tall(p, p->pitch, 0, p->n_rows);
	double used = p->frame.box.h - room(p) + (double)p->n_bands * (tall + rows_band_gap(p)) - rows_band_gap(p);
	return p->frame.box.h / used;
}

/* Wherever their lines end. */
static bool same_words(const char *a, const char *b)
{
	for (; *a && *b; a++, b++)
		if (*a != *b && !(strchr(" \n", *a) && strchr(" \n", *b)))
			return false;
	return *a == *b;
}

/* The same words in the same places; a title may take its second line. */
static bool reads_as_well(const struct rows_plan *larger, const struct rows_plan *usual)
{
	enum { TITLE_LINES = 2 };
	return larger->n_rows == usual->n_rows && larger->n_columns == usual->n_columns &&
	       larger->n_bands == usual->n_bands && larger->frame.title->n_lines <= TITLE_LINES &&
	       same_words(larger->frame.title->text, usual->frame.title->text) &&
	       lines_of_names(larger) <= lines_of_names(usual) && larger->frame.n_lines <= usual->frame.n_lines + 1;
}

/* The plan in the largest type that leaves it as it is. */
static struct rows_plan *grow_type(struct rows_plan *usual)
{
	static const double larger[] = { 1.4, 1.3, 1.2, 1.1 };
	double most = room_to_grow(usual);
	bool tried = false;
	for (size_t i = 0; i < sizeof larger / sizeof *larger; i++) {
		struct chart_request request = *usual->request;
		struct diags *trial = diags_new(usual->arena);
		if (larger[i] > most)
			continue;
		request.type = larger[i];
		tried = true;
		struct rows_plan *p =
			plan_rows(usual->arena, &request, usual->table, usual->make_words, usual->kind, trial);
		if (p && diags_ok(trial) && reads_as_well(p, usual)) {
			p->diags = usual->diags;
			return p;
		}
	}
	if (tried)
		measure_frame(usual); /* the words last made are those that are drawn */
	return usual;
}

/* What an author says of a value needs a mark to stand beside. */
static bool check_annotations(struct rows_plan *p)
{
	const struct chart_request *q = p->request;
	bool *drawn = arena_alloc(p->arena, q->n_annotations + 1, sizeof *drawn);
	for (size_t r = 0; r < p->n_rows && q->n_annotations; r++)
		for (size_t c = 0; c < p->n_columns; c++)
			for (size_t s = 0; s < p->table->n_series; s++) {
				const struct rows_cell *cell = rows_shown_cell(p, r, c, s);
				if (cell->present && cell->annotation)
					drawn[cell->annotation - q->annotations] = true;
			}
	return annotation_check(q, drawn, p->diags);
}

bool rows_layout(struct arena *arena, const struct chart_request *request, const struct rows_table *table,
                 rows_words *words, void *kind, struct chart_pages *pages, struct diags *diags)
{
	struct rows_plan *p = plan_rows(arena, request, table, words, kind, diags);
	if (!p)
		return false;
	if (!check_annotations(p))
		return false;
	p = grow_type(p);
	sign_first_values(p);
	name_first_bars(p);
	if (!rows_settle_scales(p))
		return false;
	if (p->parts_named && !rows_place_parts(p)) { /* then a key names them */
		struct rows_table unnamed = *table;
		unnamed.part_names = NULL;
		return rows_layout(arena, request, &unnamed, words, kind, pages, diags);
	}
	tell_cost_of_title(p);
	tell_cost_of_words(p);
	rows_draw(p, pages);
	return diags_ok(diags);
}
