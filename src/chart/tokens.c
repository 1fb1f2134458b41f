/* Tokens: who spends how many, as a share of the largest; stacked by part where all parts are known; with a second
 * benchmark, its score per million tokens beside them. */
#include "chart/subject.h"

#include "base/arena.h"
#include "chart/lengths.h"

#include <math.h>

struct usage {
	struct subject f;
	const struct grid *scores;                 /* NULL: none asked for */
	const struct benchmark *parts[ROWS_PARTS]; /* answer, reasoning, input: the answer starts at the baseline */
	size_t n_parts;
	bool stacked, unstacked; /* some bars are stacked, some are not */
};

static const struct standing_row *least(const struct subject *f)
{
	const struct standing *s = f->grid->columns[0];
	const struct standing_row *best = NULL;
	for (size_t i = 0; i < s->n_present; i++)
		if (!best || s->rows[i].value < best->value)
			best = &s->rows[i];
	return best;
}

static double largest(const struct subject *f)
{
	double most = 0;
	for (size_t i = 0; i < f->grid->columns[0]->n_present; i++)
		most = fmax(most, f->grid->columns[0]->rows[i].value);
	return most;
}

/* "Muse Spark uses 58 million tokens, GPT-5.4 2.1 times as many": the focus, or the most frugal, against the largest.
 */
static void titles(const struct usage *u, const char *titles[FRAME_TITLES])
{
	const struct subject *f = &u->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct standing *s = f->grid->columns[0];
	size_t focus = subject_focus_row(f);
	const struct standing_row *frugal = least(f), *rival = NULL;
	const struct standing_row *row = focus == ROWS_NONE ? frugal : grid_cell(f->grid, focus, 0);
	for (size_t i = 0; i < s->n_present; i++)
		if (&s->rows[i] != row && (!rival || s->rows[i].value > rival->value))
			rival = &s->rows[i];
	if (!frugal || !row || !row->chosen || !rival || row->value <= 0)
		return;
	const char *name = phrase_variant(a, row->variant);
	double times = rival->value / row->value;
	if (times >= ratio_worth_telling) {
		struct number_style one = { .language = l, .decimals = 1 };
		titles[0] = words_fill(a, l, WORD_TITLE_USES_TIMES, "name", name, "value",
		                       number_gap(a, row->value, f->styles[0], &unit_tokens), "rival",
		                       phrase_variant(a, rival->variant), "times", number_text(a, times, one), NULL);
		titles[1] = row->value <= frugal->value ? words_fill(a, l, WORD_TITLE_USES_LEAST, "name", name, NULL)
		                                        : titles[FRAME_TITLES - 1];
	} else if (row->value >= largest(f) && rival->value < row->value) {
		titles[0] = titles[1] = words_fill(a, l, WORD_TITLE_USES_MOST, "name", name, NULL);
	}
}

static struct color part_color(const struct subject *f, size_t part)
{
	const struct palette *p = &f->look->palette;
	static const size_t order[ROWS_PARTS] = { 0, 3, 2 }; /* distinct for every viewer, side by side */
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
		if (!score || !score->chosen || !tokens->chosen || tokens->value <= 0)
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
	subject_words(f, words);
	titles(u, words->titles);
	words->subtitle = words_clause(a, l, words->subtitle, words_get(l, WORD_SUB_SHARE_OF_LARGEST));
	for (size_t i = 0; u->stacked && i < u->n_parts; i++) {
		notes_add(&notes, SWATCH_COLOR, words_get(l, part_word(u->parts[i]->part)));
		notes.items[notes.count - 1].color = part_color(f, i);
	}
	if (u->stacked && u->unstacked) {
		notes_add(&notes, SWATCH_COLOR, words_get(l, WORD_NOTE_NO_PARTS));
		notes.items[notes.count - 1].color = f->look->palette.muted;
	}
	if (u->scores)
		notes_add(&notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_PER_TOKEN, "score", u->scores->columns[0]->benchmark->name,
		                     "tokens", f->grid->columns[0]->benchmark->brief, NULL));
	add_scores(u, shown);
	subject_evidence(f, shown, &notes, words);
}

/* ---- parts ---- */

static void find_parts(struct usage *u)
{
	static const enum token_part order[ROWS_PARTS] = { PART_ANSWER, PART_REASONING, PART_INPUT };
	const struct dataset *d = u->f.dataset;
	for (size_t k = 0; k < ROWS_PARTS; k++)
		for (size_t i = 0; i < d->n_benchmarks; i++) {
			const struct benchmark *b = d->benchmarks[i];
			const struct benchmark *whole =
				b->part_of ? dataset_benchmark(d, b->part_of, b->place, NULL) : NULL;
			if (whole == u->f.grid->columns[0]->benchmark && b->part == order[k]) {
				u->parts[u->n_parts++] = b;
				break;
			}
		}
}

/* Only where every part has a value and they add up to the total to its last printed digit. */
static void stack(struct usage *u, const struct grid *parts, size_t row, struct rows_cell *cell)
{
	double sum = 0, step = pow(10, u->f.styles[0].magnitude - u->f.styles[0].decimals);
	for (size_t i = 0; i < u->n_parts; i++)
		for (size_t r = 0; r < parts->n_rows; r++)
			if (parts->rows[r] == u->f.grid->rows[row]) {
				const struct standing_row *part = grid_cell(parts, r, i);
				if (!part->chosen || part->value < 0)
					return;
				cell->parts[i] = part->value;
				sum += part->value;
			}
	if (fabs(sum - cell->value) > step / 2 || cell->pattern != PATTERN_SOLID)
		return;
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
		if (u->scores->rows[r] == u->f.grid->rows[row])
			return grid_cell(u->scores, r, 0);
	return NULL;
}

/* Enough decimals for two digits of the smallest that is not 0. */
static int ratio_decimals(const struct usage *u)
{
	double least = 10;
	for (size_t r = 0; r < u->f.grid->n_rows; r++) {
		const struct standing_row *tokens = grid_cell(u->f.grid, r, 0), *score = score_of(u, r);
		double ratio = tokens->chosen && tokens->value > 0 && score && score->chosen
		                       ? fabs(score->value) / (tokens->value / tokens_of_a_rate)
		                       : 0;
		if (ratio > 0 && ratio < least)
			least = ratio;
	}
	int decimals = 1 - (int)floor(log10(least));
	return decimals < 0 ? 0 : decimals > 6 ? 6 : decimals;
}

static void fill(struct usage *u, struct rows_table *t, const struct rows_cell *own)
{
	const struct subject *f = &u->f;
	struct arena *a = f->arena;
	struct number_style percent = { .language = f->language }, ratio = { .language = f->language };
	struct rows_cell *cells = arena_alloc(a, t->n_rows * t->n_columns + 1, sizeof *cells);
	double most = largest(f);
	ratio.decimals = ratio_decimals(u);
	for (size_t r = 0; r < t->n_rows; r++) {
		struct rows_cell *row = &cells[r * t->n_columns];
		row[0] = own[r];
		row[1] = (struct rows_cell){ .absent = NULL };
		if (row[0].present && most > 0)
			row[1] = (struct rows_cell){
				.present = true,
				.text = arena_printf(a, "%s%s", number_text(a, row[0].value / most * 100, percent),
				                     f->language->percent),
				.strong = row[0].strong
			};
		if (!u->scores)
			continue;
		row[2] = (struct rows_cell){ .absent = words_get(f->language, WORD_NOT_REPORTED) };
		const struct standing_row *score = score_of(u, r);
		if (row[0].present && score && score->chosen && row[0].value > 0)
			row[2] = (struct rows_cell){
				.present = true,
				.text = number_text(a, score->value / (row[0].value / tokens_of_a_rate), ratio),
				.strong = row[0].strong,
				.remark = phrase_remark(a, f->language, score),
				.claimed = score->claimed,
				.doubted = phrase_in_conflict(score)
			};
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
	if (!subject_open(f, arena, &one, diags))
		return false;
	if (q->n_benchmarks == 2)
		u.scores = grid_of(arena, q->dataset, &q->benchmarks[1], 1, f->grid->rows, f->grid->n_rows, diags);
	if (q->n_benchmarks == 2 && !u.scores)
		return false;
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
	for (size_t i = 0; i < ROWS_PARTS; i++)
		t.part_colors[i] = part_color(f, i);
	t.labels = labels;
	t.columns = columns;
	fill(&u, &t, own);
	const char *start = words_fill(arena, f->language, WORD_ALT_TOKENS, "what", subject_what(f, 0), "n",
	                               number_plain(arena, f->language, t.n_rows), NULL);
	return rows_layout(arena, &one, &t, make_words, &u, subject_alt(f, start, WORD_KIND_TOKENS), pages, diags);
}
