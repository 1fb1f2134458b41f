/* Tokens: who spends how many, as a share of the largest; stacked by part where all parts are known; with a second
 * benchmark, its score per million tokens beside them. */
#include "chart/kinds.h"
#include "chart/legend.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

enum { TOKEN_PARTS = 3 };

struct usage {
	struct subject f;
	const struct grid *scores;                  /* NULL: none asked for */
	const struct benchmark *parts[TOKEN_PARTS]; /* answer, reasoning, input: the answer starts at the baseline */
	size_t n_parts;
	bool stacked, unstacked; /* some bars are stacked, some are not */
};

static double least(const struct subject *f)
{
	double value = HUGE_VAL;
	for (size_t i = 0; i < f->grid->columns[0]->n_present; i++)
		value = fmin(value, f->grid->columns[0]->rows[i].value);
	return value;
}

static double largest(const struct subject *f)
{
	double most = 0;
	for (size_t i = 0; i < f->grid->columns[0]->n_present; i++)
		most = fmax(most, f->grid->columns[0]->rows[i].value);
	return most;
}

/* "Muse Spark uses 58 million tokens, GPT-5.4 2.1 times as many": the focus, or the most frugal, against the largest
 * that is drawn. */
static void titles(const struct shown *drawn, const char *titles[FRAME_TITLES])
{
	const struct subject *f = drawn->subject;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct standing *s = drawn->grid->columns[0];
	const struct variant *who = f->request->focus;
	const struct standing_row *row = NULL, *rival = NULL;
	for (size_t i = 0; i < s->n_present; i++)
		if (who ? s->rows[i].variant == who : !row || s->rows[i].value < row->value)
			row = &s->rows[i];
	for (size_t i = 0; i < s->n_present; i++)
		if (&s->rows[i] != row && (!rival || s->rows[i].value > rival->value))
			rival = &s->rows[i];
	size_t last = 0; /* which says least */
	while (titles[last + 1])
		last++;
	if (!row || !rival || row->value <= 0)
		return;
	const char *count = titles[last];
	bool whole = !f->request->selected; /* else one that was not asked for may use more, or less */
	const char *name = phrase_variant(a, row->variant);
	double times = rival->value / row->value;
	if (times >= ratio_worth_telling) {
		enum { FINE = 100 }; /* below, a tenth of it is worth telling */
		struct number_style style = number_style_of(l, NULL, times < FINE ? 1 : 0, 0, times);
		titles[0] = words_fill(a, l, WORD_TITLE_USES_TIMES, "name", name, "value",
		                       phrase_counted(a, row, f->styles[0], s->benchmark), "rival",
		                       phrase_variant(a, rival->variant), "times", number_text(a, times, style), NULL);
		titles[1] = whole && row->value <= least(f)
		                    ? words_fill(a, l, WORD_TITLE_USES_LEAST, "name", name, NULL)
		                    : count;
		titles[2] = NULL;
	} else if (whole && row->value >= largest(f) && rival->value < row->value) {
		titles[0] = titles[1] = words_fill(a, l, WORD_TITLE_USES_MOST, "name", name, NULL);
		titles[2] = NULL;
	}
}

static struct color part_color(const struct subject *f, size_t part)
{
	const struct palette *p = &f->look->palette;
	static const size_t order[TOKEN_PARTS] = { 0, 3, 2 }; /* distinct for every viewer, side by side */
	return p->series[order[part] % p->n_series];
}

static enum word part_word(enum token_part part)
{
	switch (part) {
	case PART_INPUT:
		return WORD_PART_INPUT;
	case PART_REASONING:
		return WORD_PART_REASONING;
	case PART_ANSWER:
		break;
	}
	return WORD_PART_ANSWER;
}

static const char *const *part_names(const struct usage *u)
{
	const char **names = arena_alloc(u->f.arena, u->n_parts + 1, sizeof *names);
	for (size_t i = 0; i < u->n_parts; i++)
		names[i] = words_sentence(u->f.arena, u->f.language,
		                          words_get(u->f.language, part_word(u->parts[i]->part)));
	return names;
}

static const struct standing_row *score_of(const struct usage *u, size_t row);

/* The scores that the rates rest on are evidence too. */
static void add_scores(struct usage *u, const struct rows_shown *shown)
{
	struct subject *f = &u->f;
	const struct standing_row **scores = arena_alloc(f->arena, shown->n_rows + 1, sizeof *scores);
	size_t *of = arena_alloc(f->arena, shown->n_rows + 1, sizeof *of), n = 0;
	for (size_t i = 0; i < shown->n_rows && u->scores; i++) {
		const struct standing_row *score = score_of(u, shown->rows[i]);
		const struct standing_row *tokens = grid_cell(f->grid, shown->rows[i], 0);
		if (!score || !score->present || !tokens->present || tokens->value <= 0)
			continue; /* no rate is printed */
		of[n] = 1;
		scores[n++] = score;
	}
	f->extra = scores;
	f->extra_of = of;
	f->n_extra = n;
	f->extra_standing = u->scores ? u->scores->columns[0] : NULL;
}

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct usage *u = kind;
	struct subject *f = &u->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	struct notes notes = { .arena = a };
	add_scores(u, shown);
	struct shown drawn = shown_of(f, shown);
	shown_words(&drawn, words);
	titles(&drawn, words->titles);
	words->alt = shown_alt(&drawn, WORD_ALT_TOKENS, WORD_KIND_TOKENS);
	words->subtitle = words_clause(a, l, words->subtitle, words_get(l, WORD_SUB_SHARE_OF_LARGEST));
	for (size_t i = 0; u->stacked && !shown->parts_named && i < u->n_parts; i++) {
		notes_add(&notes, SWATCH_COLOR, words_get(l, part_word(u->parts[i]->part)));
		notes.items[notes.count - 1].color = part_color(f, i);
	}
	if (!u->stacked)
		legend_rows(&drawn, &notes);
	if (u->stacked && u->unstacked) {
		notes_add(&notes, SWATCH_COLOR, words_get(l, WORD_NOTE_NO_PARTS));
		notes.items[notes.count - 1].color = f->look->palette.muted;
	}
	if (u->scores)
		notes_add(&notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_PER_TOKEN, "score", u->scores->columns[0]->benchmark->name,
		                     "tokens", f->grid->columns[0]->benchmark->brief, NULL));
	shown_evidence(&drawn, &notes, words);
}

/* ---- parts ---- */

static void find_parts(struct usage *u)
{
	static const enum token_part order[TOKEN_PARTS] = { PART_ANSWER, PART_REASONING, PART_INPUT };
	const struct dataset *d = u->f.dataset;
	for (size_t k = 0; k < TOKEN_PARTS; k++)
		for (size_t i = 0; i < d->n_benchmarks; i++) {
			const struct benchmark *b = d->benchmarks[i];
			if (b->whole == u->f.grid->columns[0]->benchmark && b->part == order[k]) {
				u->parts[u->n_parts++] = b;
				break;
			}
		}
}

/* Only where every part has a value and they add up to the total to its last printed digit. */
static void stack(struct usage *u, const struct grid *parts, size_t row, struct rows_cell *cell)
{
	double sum = 0, step = pow(10, -grid_cell(u->f.grid, row, 0)->digits.places);
	struct rows_part *own = arena_alloc(u->f.arena, u->n_parts, sizeof *own);
	for (size_t i = 0; i < u->n_parts; i++)
		for (size_t r = 0; r < parts->n_rows; r++)
			if (grid_variant(parts, r) == grid_variant(u->f.grid, row)) {
				const struct standing_row *part = grid_cell(parts, r, i);
				if (!part->present || part->value < 0)
					return;
				own[i] = (struct rows_part){ .value = part->value, .pattern = PATTERN_SOLID };
				sum += part->value;
			}
	if (fabs(sum - cell->value) > step / 2 || cell->pattern != PATTERN_SOLID)
		return;
	cell->parts = own;
	cell->color = u->f.look->palette.muted; /* of nothing but its outline, which is not drawn */
	cell->n_parts = u->n_parts;
	u->stacked = true;
}

static void stack_all(struct usage *u, struct rows_cell *cells, size_t n_columns)
{
	const struct subject *f = &u->f;
	find_parts(u);
	if (u->n_parts < 2)
		return;
	struct diags *silent = diags_new(f->arena);
	const struct grid *parts =
		grid_of(f->arena, f->dataset, u->parts, u->n_parts, f->grid->rows, f->grid->n_rows, silent);
	for (size_t r = 0; parts && r < f->grid->n_rows; r++)
		if (cells[r * n_columns].present)
			stack(u, parts, r, &cells[r * n_columns]);
	for (size_t r = 0; r < f->grid->n_rows && u->stacked; r++) {
		struct rows_cell *cell = &cells[r * n_columns];
		if (!cell->present || cell->n_parts)
			continue;
		cell->color = f->look->palette.muted;
		u->unstacked = true;
	}
}

/* ---- columns beside the bars ---- */

static const struct standing_row *score_of(const struct usage *u, size_t row)
{
	for (size_t r = 0; u->scores && r < u->scores->n_rows; r++)
		if (grid_variant(u->scores, r) == grid_variant(u->f.grid, row))
			return grid_cell(u->scores, r, 0);
	return NULL;
}

/* The score per million tokens of a row; 0 if it has none. */
static double rate_of(const struct usage *u, size_t row)
{
	const struct standing_row *tokens = grid_cell(u->f.grid, row, 0), *score = score_of(u, row);
	bool known = tokens->present && tokens->value > 0 && score && score->present;
	return known ? score->value / (tokens->value / tokens_of_a_rate) : 0;
}

/* Two digits of the smallest rate that can be read so; what is smaller has a power of ten. */
static int rate_places(const struct usage *u)
{
	int places = 0;
	for (size_t r = 0; r < u->f.grid->n_rows; r++) {
		int own = phrase_second_place(rate_of(u, r));
		if (!digits_at(rate_of(u, r), own).power)
			places = own > places ? own : places;
	}
	return places;
}

static const char *rate_text(const struct usage *u, double rate, int places, double most)
{
	struct number_style style = number_style_of(u->f.language, NULL, 0, 0, most);
	struct digits digits = digits_at(rate, places);
	if (digits.power)
		digits.places = (int16_t)phrase_second_place(rate);
	return number_text(u->f.arena, rate, digits_style(style, digits));
}

/* A rate rests on two values: what is said of one of them is said of it. */
static struct rows_cell rate_cell(const struct usage *u, size_t row, int places, double most)
{
	const struct standing_row *tokens = grid_cell(u->f.grid, row, 0), *score = score_of(u, row);
	struct standing_row both = { .variant = tokens->variant };
	if (!tokens->present || tokens->value <= 0 || !score || !score->present)
		return (struct rows_cell){ .absent = words_get(u->f.language, WORD_NOT_REPORTED) };
	both.claimed = tokens->claimed || score->claimed;
	both.estimated = tokens->estimated || score->estimated;
	both.disputed = tokens->disputed || score->disputed;
	return (struct rows_cell){ .present = true,
		                   .text = rate_text(u, rate_of(u, row), places, most),
		                   .remark = phrase_remark(u->f.arena, u->f.language, &both),
		                   .claimed = both.claimed,
		                   .doubted = both.disputed };
}

static void fill(struct usage *u, struct rows_table *t, const struct rows_cell *own)
{
	const struct subject *f = &u->f;
	struct arena *a = f->arena;
	struct rows_cell *cells = arena_alloc(a, t->n_rows * t->n_columns + 1, sizeof *cells);
	double most = largest(f);
	double most_rate = 0;
	int places = rate_places(u);
	for (size_t r = 0; r < t->n_rows; r++)
		most_rate = fmax(most_rate, fabs(rate_of(u, r)));
	for (size_t r = 0; r < t->n_rows; r++) {
		struct rows_cell *row = &cells[r * t->n_columns];
		row[0] = own[r];
		row[1] = (struct rows_cell){ .absent = NULL };
		if (row[0].present && most > 0)
			row[1] = (struct rows_cell){ .present = true,
				                     .text = phrase_share(a, f->language, row[0].value / most),
				                     .strong = row[0].strong };
		if (!u->scores)
			continue;
		row[2] = rate_cell(u, r, places, most_rate);
		row[2].strong = row[0].strong;
	}
	t->cells = cells;
}

static char *head_per_token(const struct usage *u)
{
	const struct benchmark *b = u->scores->columns[0]->benchmark;
	const char *unit = number_unit(u->f.arena, u->f.language, unit_of_difference(b->unit), 0);
	return words_fill(u->f.arena, u->f.language, WORD_HEAD_PER_TOKEN, "unit",
	                  words_heading(u->f.arena, u->f.language, unit ? unit : b->brief), NULL);
}

bool chart_tokens(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct usage u = { .n_parts = 0 };
	struct subject *f = &u.f;
	struct chart_request one = *q;
	one.n_benchmarks = 1;
	if (!subject_open_counts(f, arena, &one, diags))
		return false;
	if (q->n_benchmarks == 2)
		u.scores = grid_of(arena, q->dataset, &q->benchmarks[1], 1, f->grid->rows, f->grid->n_rows, diags);
	if (q->n_benchmarks == 2 && !u.scores)
		return false;
	if (u.scores)
		subject_may_name(f, q->benchmarks[1]);
	f->whiskers = true;
	struct rows_table t = subject_table(f, ROWS_BARS);
	struct rows_column *columns = arena_alloc(arena, 3, sizeof *columns);
	struct rows_label *labels = arena_alloc(arena, t.n_rows + 1, sizeof *labels);
	struct rows_cell *own = arena_alloc(arena, t.n_rows + 1, sizeof *own);
	for (size_t i = 0; i < t.n_rows; i++) {
		labels[i] = subject_label(f, i, false);
		own[i] = t.cells[i];
	}
	stack_all(&u, own, 1);
	columns[0] = t.columns[0];
	columns[1] = (struct rows_column){ .form = ROWS_NUMBERS, .head = words_get(f->language, WORD_HEAD_SHARE) };
	t.n_columns = u.scores ? 3 : 2;
	if (u.scores)
		columns[2] = (struct rows_column){ .form = ROWS_NUMBERS, .head = head_per_token(&u) };
	for (size_t i = 0; i < TOKEN_PARTS; i++)
		t.part_colors[i] = part_color(f, i);
	if (u.stacked)
		t.part_names = t.part_titles = part_names(&u);
	t.n_named = u.n_parts;
	t.labels = labels;
	t.columns = columns;
	fill(&u, &t, own);
	return rows_layout(arena, &one, &t, make_words, &u, pages, diags);
}
