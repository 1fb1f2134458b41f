/* Rule C10: every count that the words say is counted again, from all values of the chart. */
#include "scene/census.h"
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

static size_t count_uses(const struct scene_document *d, enum scene_counted what)
{
	size_t n = 0;
	for (size_t i = 0; i < d->n_uses; i++)
		n += what == COUNT_UNKNOWN ? d->uses[i].unknown : d->uses[i].disputed;
	return n;
}

/* ---- points ---- */

static size_t count_points(const struct scene *s, enum scene_counted what)
{
	const struct scene_evidence *e = s->evidence;
	size_t n = 0;
	for (size_t i = 0; i < e->n_data; i++) {
		bool named = false;
		for (size_t k = 0; k < s->n_items && what == COUNT_UNNAMED && !named; k++)
			named = s->items[k].role == ROLE_LABEL && s->items[k].datum == (int)i;
		n += what == COUNT_POINTS || (what == COUNT_UNNAMED ? !named : e->data[i].efficient);
	}
	return what == COUNT_OTHER_EFFICIENT && n ? n - 1 : n;
}

/* ---- the rule ---- */

static size_t count(const struct scene *s, const struct scene_tally *t)
{
	const struct scene_tally asked = { .what = COUNT_LINES_ASKED };
	size_t n = t->n, lines = s->evidence->rows.here;
	switch (t->what) {
	case COUNT_UNKNOWN:
	case COUNT_CONFLICTS:
		return count_uses(&s->document, t->what);
	case COUNT_POINTS:
	case COUNT_EFFICIENT:
	case COUNT_OTHER_EFFICIENT:
	case COUNT_UNNAMED:
		return count_points(s, t->what);
	case COUNT_LINES:
		return lines;
	case COUNT_LINES_LEFT:
		census_count(&s->evidence->census, &asked, &n);
		return n - lines;
	default:
		census_count(&s->evidence->census, t, &n);
		return n;
	}
}

void proof_tallies(struct proofing *p)
{
	const struct scene_evidence *e = p->scene->evidence;
	for (size_t i = 0; i < e->census.n_tallies && e->page == 0; i++) {
		const struct scene_tally *t = &e->census.tallies[i];
		size_t n = count(p->scene, t);
		n = n > t->told ? n - t->told : 0;
		if (n != t->n)
			proof_find(p, "C10", p->scene->n_items, proof_our_fault,
			           "the %s counts %zu where there are %zu", census_part_word(t->part), t->n, n);
	}
}

/* Rule G12. */
void proof_withheld(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_tally asked = { .what = COUNT_WITHHELD };
	size_t n = 0, told = 0;
	if (!s->evidence->census.withholds)
		return;
	for (size_t i = 0; i < s->evidence->n_data; i++)
		if (s->evidence->data[i].claimed)
			proof_find(p, "G12", s->n_items, proof_our_fault, "the claim of \"%s\" is drawn",
			           s->evidence->data[i].name);
	for (size_t i = 0; i < s->n_items; i++)
		told += s->items[i].role == ROLE_NOTE && proof_says(s, &s->items[i], SAYS_WITHHELD);
	census_count(&s->evidence->census, &asked, &n);
	if (told != (n > 0))
		proof_find(p, "G12", s->n_items, proof_our_fault, "%zu claims are left out, and %zu notes say so", n,
		           told);
}

bool proof_is_tallied(const struct scene *scene, enum scene_part part, double number)
{
	const struct scene_census *c = &scene->evidence->census;
	for (size_t i = 0; i < c->n_tallies; i++)
		if (c->tallies[i].part == part && (double)c->tallies[i].n == number)
			return true;
	return false;
}
