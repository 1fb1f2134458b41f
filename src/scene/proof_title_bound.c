/* Rule C2 of an author's title, where it says who is above or below a number that is no value: "no model reaches 90",
 * "four of six models exceed 50", "Aster stays below 70". */
#include "scene/proof_title_parts.h"

#include "base/str.h"
#include "words/numeral.h"

enum bound { OVER, REACH, UNDER };

enum who { SOME, NONE, EVERY, ALL_BUT };

struct clause {
	size_t start, end; /* bytes */
	bool holds;
};

static bool is_within(enum bound bound, const struct numeral *n, const struct scene_use *use)
{
	double value = n->percent && use->unit == &unit_fraction ? use->value * 100 : use->value;
	return bound == OVER ? value > n->value : bound == REACH ? value >= n->value : value < n->value;
}

static bool can_compare(const struct numeral *n, const struct scene_use *use)
{
	bool part = use->unit == &unit_percent || use->unit == &unit_fraction;
	return n->percent ? part : !n->unit || str_eq(n->unit, use->unit->name);
}

/* The number that ends before this byte; false if none does. */
static bool number_before(const struct title *t, size_t at, struct numeral *out)
{
	for (size_t from = 0; numeral_next(t->text.language, t->text.s, t->text.n, &from, out) && out->end <= at;)
		if (letters_spaces(&t->text, out->end) == at && out->form == NUMERAL_CARDINAL && !out->attached)
			return true;
	return false;
}

/* Where the phrase begins that ends before this byte, the longest; at if none does. */
static size_t phrase_before(const struct title *t, size_t at, const char *const *phrases)
{
	for (size_t start = 0; start < at; start++)
		for (const char *const *phrase = phrases; *phrase; phrase++) {
			size_t end = letters_literal(&t->text, start, *phrase);
			if (end > start && end <= at && letters_spaces(&t->text, end) == at &&
			    letters_at_edge(&t->text, start) && letters_at_edge(&t->text, end))
				return start;
		}
	return at;
}

/* How many do: SOME (so many), all but so many, none, every one. False if it is not said before this byte. */
static bool who_before(const struct title *t, size_t *at, enum who *who, size_t *n, size_t *of)
{
	const struct order_words *o = t->text.language->order;
	struct numeral number, before;
	size_t noun = phrase_before(t, *at, t->text.language->counted), start;
	*of = 0;
	if ((start = phrase_before(t, noun, o->none)) < noun) {
		*who = NONE;
	} else if ((start = phrase_before(t, noun, o->every)) < noun) {
		*who = EVERY;
	} else {
		bool one = (start = phrase_before(t, noun, o->one)) < noun;
		if (!one && !number_before(t, noun, &number))
			return false;
		*n = one ? 1 : (size_t)number.value;
		start = one ? start : number.start;
		size_t link = one ? start : phrase_before(t, start, t->text.language->of_all);
		if (link < start && number_before(t, link, &before)) {
			*of = *n;
			*n = (size_t)before.value;
			start = before.start;
		}
		size_t but = phrase_before(t, start, o->all_but);
		*who = but < start ? ALL_BUT : SOME;
		start = but;
	}
	*at = start;
	return true;
}

/* Of all models, where all are drawn, on the one benchmark. */
static bool all_hold(const struct title *t, enum bound bound, const struct numeral *n, size_t *at, bool *holds)
{
	enum who who;
	size_t wanted = 0, of, within = 0, all = 0;
	const struct scene_count *models = &t->scene->evidence->models;
	if (!who_before(t, at, &who, &wanted, &of) || models->asked != models->drawn || t->models)
		return false;
	for (size_t i = 0; i < t->n_uses; i++) {
		if (!can_compare(n, t->uses[i]) || !str_eq(t->uses[i]->benchmark, t->uses[0]->benchmark))
			return false;
		within += is_within(bound, n, t->uses[i]);
		all++;
	}
	*holds = (!of || of == all) && within == (who == NONE    ? 0
	                                          : who == EVERY ? all
	                                          : who == SOME  ? wanted
	                                                         : all - (wanted < all ? wanted : all));
	return all > 0;
}

/* Of the model that is named before it, on what the title names. */
static bool one_holds(const struct title *t, enum bound bound, const struct numeral *n, size_t at, bool *holds)
{
	bool found = false;
	for (size_t i = 0; i < t->own->n_names; i++) {
		const struct scene_name *name = &t->own->names[i];
		for (size_t k = 0; name->model && letters_spaces(&t->text, name->end) == at && k < t->n_uses; k++) {
			const struct scene_use *use = t->uses[k];
			if (!title_names(t, name, use) || !title_means(t, use))
				continue;
			if (!can_compare(n, use))
				return false;
			*holds = (!found || *holds) && is_within(bound, n, use);
			found = true;
		}
	}
	return found;
}

/* The clause around one of the phrases, which stands in these bytes; false if what it says cannot be told. */
static bool read_clause(const struct title *t, enum bound bound, size_t at, size_t end, struct clause *out)
{
	struct numeral n;
	size_t from = letters_spaces(&t->text, end), next = from;
	if (!numeral_next(t->text.language, t->text.s, t->text.n, &next, &n) || n.start != from ||
	    n.form != NUMERAL_CARDINAL || n.attached)
		return false;
	*out = (struct clause){ .start = at, .end = n.end };
	return one_holds(t, bound, &n, at, &out->holds) || all_hold(t, bound, &n, &out->start, &out->holds);
}

bool title_bounds(const struct title *t, const struct numeral *n, bool *holds)
{
	const struct order_words *o = t->text.language->order;
	const char *const *const phrases[] = { [OVER] = o->over, [REACH] = o->reach, [UNDER] = o->under };
	for (size_t bound = OVER; bound <= UNDER; bound++)
		for (size_t at = 0; at < t->text.n; at++) {
			size_t end = title_phrase(t, at, phrases[bound]);
			struct clause c;
			if (end == at || !read_clause(t, (enum bound)bound, at, end, &c) || n->start < c.start ||
			    n->end > c.end)
				continue;
			*holds = c.holds;
			return true;
		}
	return false;
}
