/* What stacked bars say: titles, subtitle, notes, alt text. */
#include "chart/shown.h"
#include "chart/stacked.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

struct told { /* what is told of the rows that are drawn */
	struct stack *s;
	const struct shown *shown;
	const struct rows_shown *part;
	size_t subject;     /* the row that titles speak of; ROWS_NONE: none */
	size_t least, most; /* of all totals; ROWS_NONE where several share it, or it is not drawn */
	size_t n_whole;     /* drawn rows with a total */
};

static const char *name_of(const struct told *t, size_t row)
{
	return phrase_variant(t->s->f.arena, grid_variant(t->s->f.grid, row));
}

static const char *part_name(const struct told *t, size_t part)
{
	return t->s->f.grid->columns[part]->benchmark->brief;
}

/* Within a sentence. */
static const char *part_inside(const struct told *t, size_t part)
{
	return words_inside(t->s->f.arena, t->s->f.language, part_name(t, part));
}

static const struct benchmark *first_of(const struct stack *s)
{
	return s->f.grid->columns[0]->benchmark;
}

static double total_of(const struct told *t, size_t row)
{
	return t->s->rows[row].total.value;
}

static double part_of(const struct told *t, size_t row, size_t part)
{
	return grid_cell(t->s->f.grid, row, part)->value;
}

static const char *counted_total(const struct told *t, size_t row)
{
	return phrase_counted(t->s->f.arena, &t->s->rows[row].total, t->s->style, first_of(t->s));
}

/* A claim or an estimate is held against nothing. */
static bool counts(const struct told *t, size_t row)
{
	const struct stack_row *r = &t->s->rows[row];
	return r->whole && !r->total.claimed && !r->total.estimated;
}

static bool is_drawn(const struct told *t, size_t row)
{
	for (size_t i = 0; i < t->part->n_rows; i++)
		if (t->part->rows[i] == row)
			return true;
	return false;
}

/* The one row with the smallest or the largest total of all. */
static size_t extreme(const struct told *t, int way)
{
	size_t best = ROWS_NONE, n = 0;
	for (size_t r = 0; r < t->s->f.grid->n_rows; r++) {
		if (!t->s->rows[r].whole)
			continue;
		double ahead = best == ROWS_NONE ? 1 : (total_of(t, r) - total_of(t, best)) * way;
		n = ahead > 0 ? 1 : n + (ahead == 0);
		best = ahead > 0 ? r : best;
	}
	return n == 1 && counts(t, best) && is_drawn(t, best) ? best : ROWS_NONE;
}

static size_t largest_part(const struct told *t, size_t row)
{
	size_t largest = 0;
	for (size_t c = 1; c < t->s->f.grid->n_columns; c++)
		if (part_of(t, row, c) > part_of(t, row, largest))
			largest = c;
	return largest;
}

/* ---- titles ---- */

/* "Aster is below Birch on Answer, but above it in total": of Birch's largest part. */
static const char *reversed_title(const struct told *t)
{
	static const double clearly = 1.1; /* times as much */
	const struct subject *f = &t->s->f;
	size_t high = t->subject, low = t->least;
	if (high == ROWS_NONE || low == ROWS_NONE || high == low || !counts(t, high) ||
	    total_of(t, high) < clearly * total_of(t, low))
		return NULL;
	size_t part = largest_part(t, low);
	if (part_of(t, high, part) * clearly > part_of(t, low, part))
		return NULL;
	return words_fill(f->arena, f->language, WORD_TITLE_STACK_REVERSED, "name", name_of(t, high), "rival",
	                  name_of(t, low), "part", part_inside(t, part), NULL);
}

/* "Every total is mostly Reasoning" */
static const char *mostly_title(const struct told *t)
{
	const struct subject *f = &t->s->f;
	size_t n = 0, part = 0;
	for (size_t r = 0; r < f->grid->n_rows; r++) {
		if (!t->s->rows[r].whole || total_of(t, r) <= 0)
			continue;
		size_t own = largest_part(t, r);
		part = n++ ? part : own;
		if (own != part || stacked_share(t->s, r, own) <= 0.5)
			return NULL;
	}
	return n < 2 ? NULL
	             : words_fill(f->arena, f->language, WORD_TITLE_STACK_MOSTLY, "part", part_inside(t, part), NULL);
}

/* "83% of the total of Aster is Reasoning" */
static const char *share_title(const struct told *t)
{
	const struct subject *f = &t->s->f;
	size_t row = t->subject;
	if (row == ROWS_NONE || !t->s->rows[row].whole || total_of(t, row) <= 0)
		return NULL;
	size_t part = largest_part(t, row);
	double share = stacked_share(t->s, row, part);
	if (share <= 0.5 || round(share * percents) >= percents)
		return NULL;
	return words_fill(f->arena, f->language, WORD_TITLE_STACK_SHARE, "part", part_inside(t, part), "share",
	                  phrase_share(f->arena, f->language, share), "name", name_of(t, row), NULL);
}

struct span {
	double low, high;
	size_t lowest, highest; /* rows */
};

/* Of a part, over all totals that are drawn. */
static struct span span_of(const struct told *t, size_t part)
{
	struct span span = { HUGE_VAL, -HUGE_VAL, 0, 0 };
	for (size_t i = 0; i < t->part->n_rows; i++) {
		size_t r = t->part->rows[i];
		if (!counts(t, r))
			continue;
		if (part_of(t, r, part) < span.low)
			span.low = part_of(t, r, part), span.lowest = r;
		if (part_of(t, r, part) > span.high)
			span.high = part_of(t, r, part), span.highest = r;
	}
	return span;
}

/* The part that spans most. */
static size_t parting(const struct told *t)
{
	size_t part = 0;
	for (size_t c = 1; c < t->s->f.grid->n_columns; c++)
		part = span_of(t, c).high - span_of(t, c).low > span_of(t, part).high - span_of(t, part).low ? c : part;
	return part;
}

/* "Answer makes the difference: Aster 0.4 million tokens, Birch 4.6 million": a part that spans far more than the
 * others, between two of the rows. */
static const char *difference_title(const struct told *t)
{
	static const double far_more = 3; /* times as far */
	const struct subject *f = &t->s->f;
	struct arena *a = f->arena;
	size_t n = f->grid->n_columns, part = parting(t);
	struct span span = span_of(t, part);
	if (!(span.low > 0) || span.high < ratio_of_titles * span.low || span.high > ratio_beyond_titles * span.low ||
	    t->s->shares || f->request->focus)
		return NULL;
	for (size_t c = 0; c < n; c++)
		if (c != part && (span_of(t, c).high - span_of(t, c).low) * far_more > span.high - span.low)
			return NULL;
	return words_fill(a, f->language, WORD_TITLE_STACK_DIFFERENCE, "part", part_name(t, part), "name",
	                  name_of(t, span.highest), "times", phrase_times(a, f->language, span.high / span.low),
	                  "rival", name_of(t, span.lowest), NULL);
}

/* "Answer makes the difference: totals run from 2.9 to 7.4 million tokens" */
static const char *spread_title(const struct told *t, const char *difference)
{
	const struct subject *f = &t->s->f;
	if (!difference || t->least == ROWS_NONE || t->most == ROWS_NONE ||
	    total_of(t, t->most) < ratio_of_totals * total_of(t, t->least))
		return NULL;
	return words_fill(f->arena, f->language, WORD_TITLE_STACK_SPREAD, "part", part_name(t, parting(t)), "low",
	                  phrase_value(f->arena, &t->s->rows[t->least].total, t->s->style, first_of(t->s), true),
	                  "high", counted_total(t, t->most), NULL);
}

/* "Aster comes to 178 seconds in total, 23 times as much as Birch" */
static const char *times_title(const struct told *t)
{
	const struct subject *f = &t->s->f;
	size_t high = t->subject, low = t->least;
	if (high == ROWS_NONE || low == ROWS_NONE || !counts(t, high) || total_of(t, low) <= 0)
		return NULL;
	double times = total_of(t, high) / total_of(t, low);
	if (times < ratio_of_totals || times > ratio_beyond_titles)
		return NULL;
	return words_fill(f->arena, f->language, WORD_TITLE_STACK_TIMES, "name", name_of(t, high), "value",
	                  counted_total(t, high), "rival", name_of(t, low), "times",
	                  phrase_times(f->arena, f->language, times), NULL);
}

/* "Aster has the smallest total, 58 million tokens"; of a focus its total. */
static const char *extreme_title(const struct told *t)
{
	const struct subject *f = &t->s->f;
	bool lower = t->s->direction == DIRECTION_LOWER;
	size_t row = f->request->focus ? t->subject : lower && t->least != ROWS_NONE ? t->least : t->most;
	if (row == ROWS_NONE || !t->s->rows[row].whole)
		return NULL;
	enum word word = t->n_whole < 2    ? WORD_TITLE_STACK_TOTAL
	                 : row == t->least ? WORD_TITLE_STACK_SMALLEST
	                 : row == t->most  ? WORD_TITLE_STACK_LARGEST
	                                   : WORD_TITLE_STACK_TOTAL;
	const char *title =
		words_fill(f->arena, f->language, word, "name", name_of(t, row), "value", counted_total(t, row), NULL);
	return word == WORD_TITLE_STACK_TOTAL ? title : subject_among(f, title);
}

static void make_titles(const struct told *t, const char *titles[FRAME_TITLES])
{
	const struct subject *f = &t->s->f;
	struct arena *a = f->arena;
	size_t n = 0;
	f->counted->part = SCENE_TITLE;
	bool none = t->subject != ROWS_NONE && !t->s->rows[t->subject].whole;
	const char *times = times_title(t), *share = share_title(t), *difference = difference_title(t);
	const char *found[] = {
		reversed_title(t),
		spread_title(t, difference),
		difference,
		f->request->focus ? NULL : subject_among(f, mostly_title(t)),
		t->s->shares ? share : times,
		t->s->shares ? times : share,
		extreme_title(t),
		none ? words_fill(a, f->language, WORD_TITLE_STACK_NONE, "name", name_of(t, t->subject), NULL) : NULL
	};
	for (size_t i = 0; i < sizeof found / sizeof *found && n < FRAME_TITLES - 2; i++)
		if (found[i] && subject_is_short(f, found[i]))
			titles[n++] = found[i];
	const char *count = words_fill(a, f->language, WORD_TITLE_STACK, "count",
	                               counted_words(f->counted, COUNT_MODELS, t->shown->grid->n_rows), "n",
	                               number_plain(a, f->language, t->shown->grid->n_rows), NULL);
	titles[n] = shown_with_models_left(t->shown, words_sentence(a, f->language, count), true);
	counted_title(f->counted, titles[n++]);
	titles[n] = NULL;
}

/* ---- subtitle and notes ---- */

static const char *list_of_parts(const struct told *t)
{
	const char *names[STACK_PARTS];
	size_t n = t->s->f.grid->n_columns;
	for (size_t c = 0; c < n; c++)
		names[c] = part_inside(t, c);
	return words_list(t->s->f.arena, t->s->f.language, names, n, STACK_PARTS);
}

/* "Total of Input, Reasoning and Answer, million tokens, as of 12 May 2026" */
static void make_subtitle(const struct told *t, struct frame_words *words)
{
	enum { LONG = 70 };
	const struct subject *f = &t->s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	size_t n = f->grid->n_columns;
	const char *parts = list_of_parts(t);
	f->counted->part = SCENE_SUBTITLE;
	const char *what = words_fill(a, l, WORD_SUB_STACK, "parts", parts, NULL);
	if (utf8_count(parts) > LONG)
		what = words_fill(a, l, WORD_SUB_STACK_MANY, "count", counted_words(f->counted, COUNT_BENCHMARKS, n),
		                  "n", number_plain(a, l, n), NULL);
	words->heading = what;
	words->subtitle = words_clause(a, l, what, number_unit(a, l, first_of(t->s)->unit, t->s->style.magnitude));
	if (t->s->shares)
		words->subtitle = words_clause(a, l, words->subtitle, words_get(l, WORD_SUB_SHARES));
	words->subtitle = arena_printf(a, "%s%s", words->subtitle, phrase_as_of(a, l, f->dataset->date));
}

static void make_notes(const struct told *t, struct notes *notes)
{
	const struct subject *f = &t->s->f;
	bool intervals = false, rounded = false, said = false;
	for (size_t c = 0; c < f->grid->n_columns; c++) {
		if (!t->part->parts_named) {
			struct frame_note *note = notes_add(notes, SWATCH_COLOR, part_name(t, c));
			note->color = stacked_color(t->s, c);
			note->says = SAYS_QUOTED;
		}
		for (size_t i = 0; i < t->part->n_rows; i++) {
			const struct standing_row *part = grid_cell(f->grid, t->part->rows[i], c);
			bool drawn = stacked_has_bar(t->s, t->part->rows[i]);
			intervals |= part->interval != 0;
			said |= drawn && part->digits.rounded;
			rounded |= drawn && t->s->rows[t->part->rows[i]].total.digits.rounded;
		}
	}
	if (rounded && !said)
		notes_add_convention(notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_ROUNDED))->says |=
			SAYS_ROUNDED;
	t->s->f.intervals_told = intervals;
	if (intervals)
		notes_add(notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_TOTAL_INTERVALS))->says =
			SAYS_NO_INTERVALS;
}

/* ---- alt text ---- */

/* "Aster: 58 million tokens in total: Input 12, Reasoning 41, Answer 5." */
static const char *alt_row(const struct told *t, size_t row)
{
	const struct subject *f = &t->s->f;
	struct arena *a = f->arena;
	struct strbuf parts = strbuf_new(a);
	if (!stacked_has_bar(t->s, row))
		return arena_printf(a, "%s: %s.", name_of(t, row), stacked_absent(t->s, row));
	for (size_t c = 0; c < f->grid->n_columns; c++)
		strbuf_addf(&parts, "%s%s %s", c ? f->language->list_comma : "", part_inside(t, c),
		            phrase_told(a, grid_cell(f->grid, row, c), t->s->style, f->grid->columns[c]->benchmark));
	return words_fill(a, f->language, WORD_ALT_STACK_ROW, "name", name_of(t, row), "value", counted_total(t, row),
	                  "parts", parts.s, NULL);
}

static char *make_alt(const struct told *t)
{
	const struct subject *f = &t->s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	f->counted->part = SCENE_ALT;
	const char *n = counted_digits(f->counted, COUNT_MODELS, t->shown->grid->n_rows);
	const char *start = words_fill(a, l, WORD_ALT_STACK, "parts", list_of_parts(t), "n", n, NULL);
	enum { START_MOST = 250 };
	if (utf8_count(start) > START_MOST)
		start = words_fill(a, l, WORD_ALT_SHORT, "kind", words_get(l, WORD_KIND_STACKED), "n", n, NULL);
	struct strbuf alt = strbuf_new(a);
	strbuf_addf(&alt, "%s%s.", shown_with_models_left(t->shown, start, false),
	            phrase_as_of(a, l, f->dataset->date));
	subject_alt_selected(f, &alt);
	for (size_t i = 0; i < t->part->n_rows; i++)
		if (!phrase_alt_add(&alt, alt_row(t, t->part->rows[i])))
			break;
	return alt.s;
}

/* ---- all of them ---- */

void stacked_words(void *kind, const struct rows_shown *part, struct frame_words *words)
{
	struct stack *s = kind;
	struct subject *f = &s->f;
	struct notes notes = { .arena = f->arena };
	size_t columns[STACK_PARTS], focus = subject_focus_row(f);
	for (size_t c = 0; c < f->grid->n_columns; c++)
		columns[c] = c;
	struct shown shown =
		shown_of(f, &(struct rows_shown){ part->rows, part->n_rows, columns, f->grid->n_columns, false });
	struct told t = { .s = s, .shown = &shown, .part = part };
	for (size_t i = 0; i < part->n_rows; i++)
		t.n_whole += s->rows[part->rows[i]].whole;
	t.least = extreme(&t, -1);
	t.most = extreme(&t, 1);
	t.subject = focus != ROWS_NONE ? focus : t.most;
	make_titles(&t, words->titles);
	make_subtitle(&t, words);
	if (s->direction != DIRECTION_UNKNOWN)
		shown_direction(&shown, words);
	words->alt = make_alt(&t);
	make_notes(&t, &notes);
	shown_evidence(&shown, &notes, words);
}
