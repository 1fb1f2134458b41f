/* Rule G15 of a timeline: how fast the best so far grew. It is worked out again from the dots and whiskers that are
 * drawn: from the first result, of several on one day the best, to the best of all. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/str.h"
#include "words/number_read.h"

#include <math.h>
#include <string.h>

static const double days_of_month = 30.436875, level_of_intervals = 95;

enum { MONTHS, LEAST, MOST, FIGURES };

static const struct scene_item *dot_of(const struct scene *s, int datum)
{
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_DOT && s->items[i].datum == datum)
			return &s->items[i];
	return NULL;
}

/* How far the interval of a value reaches, as logarithms. */
static void reach(const struct scene *s, const struct scene_item *dot, double *below, double *above)
{
	*below = *above = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *w = &s->items[i];
		if (w->role != ROLE_WHISKER || w->datum != dot->datum || w->scale != 1 || w->low <= 0)
			continue;
		*below = log(dot->value_y / w->low);
		*above = log(w->high / dot->value_y);
	}
}

/* False where nobody says a rate, or there is none between what it is said of. */
static bool rate_of(const struct scene *s, double out[FIGURES])
{
	const struct scene_rate *rate = &s->evidence->rate;
	const struct scene_item *from = rate->known ? dot_of(s, rate->from) : NULL,
				*to = rate->known ? dot_of(s, rate->to) : NULL;
	double first_below, first_above, last_below, last_above;
	if (!from || !to || from->value_y <= 0 || to->value_y <= from->value_y || to->value <= from->value)
		return false;
	reach(s, from, &first_below, &first_above);
	reach(s, to, &last_below, &last_above);
	double growth = log(to->value_y / from->value_y), months = (to->value - from->value) / days_of_month * log(2);
	out[MONTHS] = months / growth;
	out[LEAST] = months / (growth + hypot(first_below, last_above));
	out[MOST] = months / (growth - hypot(first_above, last_below));
	return out[MOST] > 0;
}

static bool is_near(double value, double number, int decimals)
{
	return fabs(value - number) <= 0.5001 * pow(10, -decimals);
}

bool proof_is_rate(const struct scene *s, double number, int decimals)
{
	double figures[FIGURES];
	return rate_of(s, figures) && is_near(figures[MONTHS], number, decimals);
}

/* A dot counts if it is no claim, or all are. */
static bool is_result(const struct scene *s, const struct scene_item *dot)
{
	const struct scene_datum *d = dot->role == ROLE_DOT ? proof_datum(s, dot) : NULL;
	bool all_claimed = true;
	for (size_t i = 0; i < s->evidence->n_data; i++)
		all_claimed &= s->evidence->data[i].claimed_y;
	return d && (!d->claimed_y || all_claimed);
}

/* It runs from the first to the best: nothing came out before, or was better. */
static void check_ends(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item *from = dot_of(s, s->evidence->rate.from), *to = dot_of(s, s->evidence->rate.to);
	for (size_t i = 0; i < s->n_items && from && to; i++) {
		const struct scene_item *dot = &s->items[i];
		if (!is_result(s, dot))
			continue;
		bool earlier = dot->value < from->value || (dot->value == from->value && dot->value_y > from->value_y);
		if (earlier || dot->value_y > to->value_y)
			proof_find(p, "G15", i, proof_our_fault, "%s is %s than what the rate is said of",
			           proof_name(p, dot), earlier ? "earlier" : "better");
	}
}

static void check_note(struct proofing *p, size_t note)
{
	const struct scene *s = p->scene;
	const char *text = s->items[note].text.block->text;
	double figures[FIGURES];
	bool known = rate_of(s, figures);
	for (const char *at = text; *at;) {
		struct number_printed n = number_read(s->document.language, at);
		bool right = n.bytes && n.number == level_of_intervals && n.decimals == 0;
		for (int i = 0; i < FIGURES && known && !right; i++)
			right = n.bytes && is_near(figures[i], n.number, n.decimals);
		if (n.bytes && !right)
			proof_find(p, "G15", note, proof_our_fault, "the note says %.*s, which is not how fast it grew",
			           (int)n.bytes, at);
		at += n.bytes ? n.bytes : 1;
	}
}

void proof_rates(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool said = false;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].kind == SCENE_TEXT && (s->items[i].says & SAYS_RATE)) {
			said = true;
			check_note(p, i);
		}
	if (s->evidence->rate.known)
		check_ends(p);
	if (said != s->evidence->rate.known)
		proof_find(p, "G15", s->n_items, proof_our_fault, "a rate is %s",
		           said ? "said of nothing" : "not said");
}
