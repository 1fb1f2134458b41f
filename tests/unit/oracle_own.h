/* oracle_own.h: titles as an author could write them, true ones and false ones: the rule passes the first and stops the
 * second. For oracle_test.c alone. */
#ifndef ORACLE_OWN_H
#define ORACLE_OWN_H

#include "oracle_pages.h"

#include "scene/proof.h"

struct own {
	char text[TEXT];
	bool is_true;
};

/* Whom a title may speak of, since it has a row in any case: the focus, the best or the largest. */
static size_t one_shown(const struct world *w, long focus)
{
	size_t best = MODELS;
	bool ranked = count_leaders(w, 0) > 0;
	int way = ranked ? w->better[0] : 1;
	if (focus >= 0 && w->present[focus][0])
		return (size_t)focus;
	for (size_t i = 0; i < w->models; i++) {
		if (!w->present[i][0] || (ranked && !is_ranked(w, i, 0)))
			continue;
		double more = best < MODELS ? (w->values[i][0] - w->values[best][0]) * way : 1;
		if (more > 0 || (more == 0 && strcmp(w->names[i], w->names[best]) < 0))
			best = i;
	}
	return best;
}

/* No value, and no difference or ratio of this model's. */
static bool is_nowhere(const struct world *w, size_t i, double number, double step)
{
	for (size_t j = 0; j < w->models; j++) {
		double v = w->values[j][0], own = w->values[i][0];
		bool near = fabs(number - v) <= step || fabs(number - fabs(own - v)) <= step ||
		            fabs(number - own / v) <= step || fabs(number - v / own) <= step;
		if (w->present[j][0] && near)
			return false;
	}
	return true;
}

static void make_value_title(const struct world *w, uint32_t *r, size_t i, struct own *own)
{
	int decimals = w->decimals[i][0];
	double number = w->values[i][0];
	own->is_true = true;
	for (int tries = below(r, 2) ? 20 : 0; tries > 0 && own->is_true;
	     tries--) { /* among many, few numbers are false */
		double other = w->values[i][0] * (0.3 + below(r, 1400) / 1e3) + 1;
		own->is_true = !is_nowhere(w, i, other, 2 * pow(10, -decimals) + 0.01 * other);
		number = own->is_true ? number : other;
	}
	snprintf(own->text, TEXT, german ? "%s hat %.*f bei %s" : "%s has %.*f on %s", w->names[i], decimals, number,
	         w->tests[0]);
	for (char *point = german ? strchr(own->text, '.') : NULL; point; point = NULL)
		*point = ',';
}

/* "first" alone is no number in running text (words/numeral.h): nobody judges it. */
static void make_rank_title(const struct world *w, uint32_t *r, size_t i, struct own *own)
{
	static const char *const words[] = { "first",   "second", "third", "fourth", "fifth",    "sixth",
		                             "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth" };
	size_t rank = rank_of(w, i, 0), said = below(r, 2) || rank > 12 ? 2 + below(r, 11) : rank;
	own->is_true = said == rank;
	if (german)
		snprintf(own->text, TEXT, "%s kommt bei %s auf den %zu. Platz", w->names[i], w->tests[0], said);
	else
		snprintf(own->text, TEXT, "%s comes %s on %s", w->names[i], words[said - 1], w->tests[0]);
}

static struct own own_title(const struct world *w, uint32_t *r, long focus)
{
	struct own own = { .is_true = true };
	size_t i = one_shown(w, focus);
	if (is_ranked(w, i, 0) && below(r, 2))
		make_rank_title(w, r, i, &own);
	else
		make_value_title(w, r, i, &own);
	return own;
}

static bool judge_own(struct arena *arena, const struct own *own, const struct scene *scene)
{
	struct proof proof = proof_check(arena, scene);
	bool stopped = false;
	for (size_t i = 0; i < proof.count; i++)
		stopped |= str_eq(proof.findings[i].rule, "C2");
	if (stopped != own->is_true)
		return true;
	tell("the title is %s, and the rule %s it: %s\n", own->is_true ? "true" : "false", stopped ? "stops" : "passes",
	     own->text);
	return false;
}

#endif
