/* Titles that say more than a rank: how many times one value is another, and how far one model's variants lie apart. */
#include "chart/shown.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

/* A value that may be compared with others: a claim among results may not, nor an estimate. */
static bool counts(const struct standing *s, const struct standing_row *row)
{
	return row->present && !row->estimated && (!row->claimed || s->all_claimed);
}

static const char *on_of(const struct shown *shown, const struct standing_row *row)
{
	return phrase_variant(shown->subject->arena, row->variant);
}

/* ---- how many times ---- */

/* "costs", "takes", "uses": of money, time and tokens of which less is better. False if a ratio of such values says
 * nothing. */
static bool verb_of(const struct benchmark *b, enum word *verb)
{
	if (!b->unit->zero || b->direction != DIRECTION_LOWER)
		return false;
	*verb = b->unit->money                                ? WORD_TITLE_COSTS_TIMES
	        : str_eq(b->unit->base, unit_find("s")->name) ? WORD_TITLE_TAKES_TIMES
	                                                      : WORD_TITLE_USES_MANY;
	return b->unit->money || str_eq(b->unit->base, unit_find("s")->name) || b->unit == &unit_tokens;
}

/* "o3 costs $2,829, 363 times as much as Gemini 2.0 Flash": the focus, or the largest that is drawn, against the
 * smallest. NULL where it is not worth telling. */
static const char *times_title(const struct shown *shown)
{
	const struct standing *s = shown->grid->columns[0];
	const struct variant *focus = shown->subject->request->focus;
	const struct standing_row *most = NULL, *least = NULL;
	struct arena *a = shown->subject->arena;
	enum word verb;
	if (!verb_of(s->benchmark, &verb))
		return NULL;
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *row = &s->rows[i];
		if (!counts(s, row))
			continue;
		if (focus ? row->variant == focus : !most || row->value > most->value)
			most = row;
		if (!least || row->value < least->value)
			least = row;
	}
	if (!most || !least || least->value <= 0 || most->value / least->value < ratio_of_titles ||
	    most->value / least->value > ratio_beyond_titles || !standing_ahead(s, least, most))
		return NULL;
	return words_fill(a, shown->subject->language, verb, "name", on_of(shown, most), "value",
	                  phrase_counted(a, most, shown->styles[0], s->benchmark), "rival", on_of(shown, least),
	                  "times", phrase_times(a, shown->subject->language, most->value / least->value), NULL);
}

/* "Ante leads on Terminal-Bench with 54.8%, 4.3 times as much as Mini SWE-Agent": the best alone, if that is the focus
 * where there is one, against the last that is drawn. NULL where it is not worth telling. */
static const char *lead_title(const struct shown *shown)
{
	static const double most = 20; /* beyond, the last has next to nothing */
	const struct subject *f = shown->subject;
	const struct standing *s = shown->grid->columns[0];
	const struct standing_row *first = shown_leader(s), *last = NULL;
	bool lower = s->benchmark->direction != DIRECTION_HIGHER || !s->benchmark->unit->zero || !s->benchmark->zero;
	for (size_t i = 0; i < s->n_present; i++)
		if (counts(s, &s->rows[i]) && (!last || s->rows[i].value < last->value))
			last = &s->rows[i];
	if (lower || !first || !last || !counts(s, first) || first->tied || s->all_claimed || last->value <= 0 ||
	    (f->request->focus && f->request->focus != first->variant) || !standing_ahead(s, first, last))
		return NULL;
	double times = first->value / last->value;
	if (times < ratio_of_titles || times > most)
		return NULL;
	return subject_among(f,
	                     words_fill(f->arena, f->language, WORD_TITLE_LEADS_TIMES, "name", on_of(shown, first),
	                                "on", words_object(f->arena, f->language, s->benchmark->brief), "value",
	                                phrase_counted(f->arena, first, shown->styles[0], s->benchmark), "rival",
	                                on_of(shown, last), "times", phrase_times(f->arena, f->language, times), NULL));
}

/* ---- variants of one model ---- */

/* What alone sets two variants apart, as the title of such a pair; false if it is not one thing. */
static bool apart_by(const struct variant *a, const struct variant *b, enum word *word)
{
	const struct variant_more *x = a->own->more, *y = b->own->more;
	const struct {
		const char *one, *other;
		enum word word;
	} ways[] = { { x->scaffold, y->scaffold, WORD_TITLE_SCAFFOLD_DECIDES },
		     { x->effort, y->effort, WORD_TITLE_EFFORT_DECIDES },
		     { x->tools, y->tools, WORD_TITLE_TOOLS_DECIDE },
		     { x->mode, y->mode, WORD_TITLE_MODE_DECIDES } };
	size_t differ = 0;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (!(ways[i].one == ways[i].other || str_eq(ways[i].one, ways[i].other))) {
			*word = ways[i].word;
			differ++;
		}
	return differ == 1;
}

struct pair { /* rows of one model */
	const struct standing_row *better, *worse;
	enum word word;
};

/* The two that lie furthest apart, of the model in focus if there is one. */
static struct pair widest_pair(const struct shown *shown)
{
	const struct standing *s = shown->grid->columns[0];
	const struct variant *focus = shown->subject->request->focus;
	struct pair widest = { NULL, NULL, WORD_TITLE_SCAFFOLD_DECIDES };
	for (size_t i = 0; i < s->n_present; i++)
		for (size_t k = i + 1; k < s->n_present; k++) {
			const struct standing_row *x = &s->rows[i], *y = &s->rows[k];
			enum word word;
			bool meant =
				x->variant->model == y->variant->model && (!focus || focus->model == x->variant->model);
			if (!meant || !counts(s, x) || !counts(s, y) || !apart_by(x->variant, y->variant, &word))
				continue;
			if (!widest.better ||
			    fabs(x->value - y->value) > fabs(widest.better->value - widest.worse->value))
				widest = (struct pair){ x, y, word };
		}
	return widest;
}

/* "Claude Opus 4: 30.3% or 57.6%, the scaffold decides", where that is half of all that the chart spans. */
static const char *variants_title(const struct shown *shown)
{
	enum { MANY = 100 }; /* pairs of more rows are not looked through */
	const struct standing *s = shown->grid->columns[0];
	struct arena *a = shown->subject->arena;
	if (s->benchmark->direction == DIRECTION_UNKNOWN || s->n_present > MANY)
		return NULL;
	struct pair pair = widest_pair(shown);
	double low = HUGE_VAL, high = -HUGE_VAL;
	for (size_t i = 0; i < s->n_present; i++) {
		low = fmin(low, s->rows[i].value);
		high = fmax(high, s->rows[i].value);
	}
	if (!pair.better || fabs(pair.better->value - pair.worse->value) < share_of_variants * (high - low) ||
	    !standing_ahead(s, pair.better, pair.worse))
		return NULL;
	return words_fill(a, shown->subject->language, pair.word, "name", pair.better->variant->model->name, "low",
	                  phrase_value(a, pair.worse, shown->styles[0], s->benchmark, true), "high",
	                  phrase_value(a, pair.better, shown->styles[0], s->benchmark, true), NULL);
}

size_t shown_findings(const struct shown *shown, const char *findings[SHOWN_FINDINGS])
{
	const char *all[SHOWN_FINDINGS] = { variants_title(shown), times_title(shown), lead_title(shown) };
	size_t n = 0;
	for (size_t i = 0; i < SHOWN_FINDINGS; i++)
		if (all[i] && subject_is_short(shown->subject, all[i]))
			findings[n++] = all[i];
	return n;
}
