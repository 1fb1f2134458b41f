/* The distribution: for each model a dot at its value and how the results behind it lie: between their quantiles, from
 * the lowest run to the highest, or, where nothing is known of the results themselves, where their mean may lie. A
 * chart shows one of the three, so that no two of its lines mean different things. */
#include "chart/dots.h"
#include "chart/kinds.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/spread.h"
#include "scene/evidence.h"
#include "words/words.h"

static const double half_in_errors = 0.6744897501960817; /* half of a normal distribution lies within so many */

enum manner { MANNER_MEAN, MANNER_RUNS, MANNER_QUANTILES };

struct distribution {
	struct dots dots; /* first: notes on dots are made from it */
	enum manner manner;
};

/* ---- what is drawn ---- */

static const struct measurement *measured(const struct subject *f, size_t row)
{
	const struct standing_row *r = grid_cell(f->grid, row, 0);
	return r->present ? standing_chosen(f->arena, f->grid->columns[0], r) : NULL;
}

/* The most that the data tell of any row. False if they tell nothing of all of them. */
static bool find_manner(struct distribution *d)
{
	const struct subject *f = &d->dots.subject;
	bool any = false;
	d->manner = MANNER_MEAN;
	for (size_t i = 0; i < f->grid->n_rows && d->manner != MANNER_QUANTILES; i++) {
		const struct measurement *m = measured(f, i);
		any |= m && (m->has_interval || m->spread);
		if (m && m->spread && (m->spread->inner || m->spread->outer))
			d->manner = MANNER_QUANTILES;
		else if (m && m->spread)
			d->manner = MANNER_RUNS;
	}
	return any;
}

/* An error of the mean says how far it may be off only where its interval is that of a normal distribution. */
static void spread_of_mean(const struct subject *f, size_t row, const struct measurement *m, struct scene_spread *s)
{
	const struct standing_row *r = grid_cell(f->grid, row, 0);
	const struct standing_interval *interval = standing_interval(f->grid->columns[0], r);
	double half = half_in_errors * m->se;
	s->outer = r->interval != 0;
	s->outer_low = interval->low;
	s->outer_high = interval->high;
	s->inner = s->outer && m->has_se && half > 0 && m->interval_from_se;
	s->inner_low = r->value - half;
	s->inner_high = r->value + half;
}

static const struct scene_spread *spread_at(const struct distribution *d, size_t row)
{
	const struct subject *f = &d->dots.subject;
	const struct measurement *m = measured(f, row);
	const struct spread *own = m ? m->spread : NULL;
	struct scene_spread *s = arena_alloc(f->arena, 1, sizeof *s);
	if (!m)
		return NULL;
	if (own) {
		s->runs = own->runs;
		s->n_runs = own->n_runs;
	}
	switch (d->manner) {
	case MANNER_MEAN:
		spread_of_mean(f, row, m, s);
		break;
	case MANNER_RUNS:
		s->outer = own && own->n_runs;
		s->outer_low = own ? own->least : 0;
		s->outer_high = own ? own->most : 0;
		break;
	case MANNER_QUANTILES:
		if (own)
			*s = (struct scene_spread){ own->inner, own->outer, own->q25,  own->q75,
				                    own->q05,   own->q95,   own->runs, own->n_runs };
		break;
	}
	return s;
}

static void put_spreads(struct distribution *d)
{
	const struct subject *f = &d->dots.subject;
	struct rows_table *t = &d->dots.table;
	struct rows_cell *cells = arena_alloc(f->arena, t->n_rows + 1, sizeof *cells);
	for (size_t i = 0; i < t->n_rows; i++) {
		if (!subject_shows(f, i))
			continue;
		cells[i] = t->cells[i];
		cells[i].interval = cells[i].whisker;
		cells[i].whisker = false;
		cells[i].spread = spread_at(d, i);
	}
	t->cells = cells;
	t->lead = NULL; /* a shade down the rows would be taken for one of the spreads */
}

/* ---- what is said ---- */

struct drawn { /* on any row that is drawn */
	bool inner, outer, runs, none;
};

static struct drawn drawn_of(const struct distribution *d, const struct rows_shown *shown)
{
	struct drawn any = { false, false, false, false };
	for (size_t i = 0; i < shown->n_rows; i++) {
		const struct rows_cell *cell = rows_cell(&d->dots.table, shown->rows[i], 0, 0);
		any.inner |= cell->spread && cell->spread->inner;
		any.outer |= cell->spread && cell->spread->outer;
		any.runs |= cell->spread && cell->spread->n_runs;
		any.none |= cell->present && !cell->spread->inner && !cell->spread->outer;
	}
	return any;
}

static enum word word_of_lines(enum manner manner, const struct drawn *any)
{
	switch (manner) {
	case MANNER_MEAN:
		return any->inner ? WORD_NOTE_SPREAD_MEAN : WORD_NOTE_SPREAD_MEAN_95;
	case MANNER_RUNS:
		return WORD_NOTE_SPREAD_RUNS;
	case MANNER_QUANTILES:
		break;
	}
	return !any->outer ? WORD_NOTE_SPREAD_HALF : any->inner ? WORD_NOTE_SPREAD_RESULTS : WORD_NOTE_SPREAD_MOST;
}

static void note_marks(const struct distribution *d, const struct rows_shown *shown, struct notes *notes)
{
	const struct drawn any = drawn_of(d, shown);
	const struct language *l = d->dots.subject.language;
	if (any.inner || any.outer)
		notes_add_convention(notes, SWATCH_NONE, words_get(l, word_of_lines(d->manner, &any)))->says |=
			SAYS_INTERVALS;
	else
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_INTERVAL))->says |=
			SAYS_NO_INTERVALS;
	if (any.none && (any.inner || any.outer))
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_SPREAD_SOME));
	if (any.runs)
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_RUNS));
}

/* ---- a title that holds two spreads against each other ---- */

static const struct scene_spread *outer_at(const struct distribution *d, size_t row)
{
	const struct rows_cell *cell = rows_cell(&d->dots.table, row, 0, 0);
	return cell->present && !cell->claimed && cell->spread->outer ? cell->spread : NULL;
}

/* The best row, or the one in focus, and the best of the others, all drawn: better and worse. False if there is no such
 * pair of results. */
static bool find_pair(const struct distribution *d, const struct rows_shown *shown, size_t *better, size_t *worse)
{
	const struct subject *f = &d->dots.subject;
	const struct standing *s = f->grid->columns[0];
	size_t focus = subject_focus_row(f), found[2] = { ROWS_NONE, ROWS_NONE }, n = 0;
	bool seen = focus == ROWS_NONE;
	for (size_t i = 0; i < s->n_present && n < 2; i++) { /* best first */
		bool own = f->request->focus && s->rows[i].variant == f->request->focus;
		seen |= own;
		if (!own && n + !seen > 1)
			continue; /* the other place is for the one in focus */
		for (size_t k = 0; k < shown->n_rows; k++)
			if (grid_variant(f->grid, shown->rows[k]) == s->rows[i].variant)
				found[n] = shown->rows[k];
		if (found[n++] == ROWS_NONE)
			return false;
	}
	*better = found[0];
	*worse = found[1];
	return n == 2 && s->benchmark->direction != DIRECTION_UNKNOWN && outer_at(d, found[0]) && outer_at(d, found[1]);
}

static bool lies_beyond(const struct subject *f, const struct scene_spread *better, const struct scene_spread *worse)
{
	return f->grid->columns[0]->benchmark->direction == DIRECTION_LOWER ? better->outer_high < worse->outer_low
	                                                                    : better->outer_low > worse->outer_high;
}

/* Before the usual titles, where results lie so; of means the ranks speak, which know their noise. */
static void add_title(const struct distribution *d, const struct rows_shown *shown, struct frame_words *words)
{
	const struct subject *f = &d->dots.subject;
	struct scene_overlap *said = arena_alloc(f->arena, 1, sizeof *said);
	size_t better, worse;
	if (d->manner == MANNER_MEAN || !find_pair(d, shown, &better, &worse))
		return;
	const struct variant *a = grid_variant(f->grid, better), *b = grid_variant(f->grid, worse);
	bool runs = d->manner == MANNER_RUNS;
	said->apart = lies_beyond(f, outer_at(d, better), outer_at(d, worse));
	if (said->apart &&
	    !standing_ahead(f->grid->columns[0], grid_cell(f->grid, better, 0), grid_cell(f->grid, worse, 0)))
		return; /* of few runs: they share a rank, and the title does not say otherwise */
	said->better = variant_full_name(f->arena, a);
	said->worse = variant_full_name(f->arena, b);
	said->title = words_fill(f->arena, f->language,
	                         said->apart ? (runs ? WORD_TITLE_RUNS_APART : WORD_TITLE_SPREADS_APART)
	                                     : (runs ? WORD_TITLE_RUNS_OVERLAP : WORD_TITLE_SPREADS_OVERLAP),
	                         "name", phrase_variant(f->arena, a), "other", phrase_variant(f->arena, b), NULL);
	if (!subject_is_short(f, said->title))
		return;
	for (size_t i = FRAME_TITLES - 1; i > 0; i--)
		words->titles[i] = words->titles[i - 1];
	words->titles[0] = said->title;
	words->titles[FRAME_TITLES - 1] = NULL;
	words->overlap = said;
}

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct distribution *d = kind;
	const struct subject *f = &d->dots.subject;
	struct notes notes = { .arena = f->arena };
	struct shown drawn = shown_of(f, shown);
	shown_words(&drawn, words);
	add_title(d, shown, words);
	struct strbuf alt = strbuf_new(f->arena);
	strbuf_add(&alt, shown_alt(&drawn, WORD_ALT_DISTRIBUTION, WORD_KIND_DISTRIBUTION));
	if (words->overlap)
		phrase_alt_add(&alt, arena_printf(f->arena, "%s.", words->overlap->title));
	words->alt = alt.s;
	words->logarithmic = dots_logarithmic(&d->dots, shown);
	note_marks(d, shown, &notes);
	dots_notes(&d->dots, shown, &notes);
	shown_evidence(&drawn, &notes, words);
}

static bool is_known(struct distribution *d)
{
	const struct subject *f = &d->dots.subject;
	if (find_manner(d))
		return true;
	diag_add(f->diags, DIAG_ERROR, place_file(NULL), "draw dots, or give se, ci, quantiles (q25, q75) or runs",
	         "the data tell nothing of how the results on %s lie", f->grid->columns[0]->benchmark->name);
	return false;
}

bool chart_distribution(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                        struct diags *diags)
{
	struct distribution d;
	struct subject *f = &d.dots.subject;
	if (!subject_open(f, arena, q, diags) || !is_known(&d))
		return false;
	f->intervals_told = true;
	f->most_rows = rows_at_most(q);
	d.dots.table = dots_table(f);
	put_spreads(&d);
	subject_print_ranks(f, &d.dots.table);
	return dots_check_log(&d.dots) && rows_layout(arena, q, &d.dots.table, make_words, &d, pages, diags);
}
