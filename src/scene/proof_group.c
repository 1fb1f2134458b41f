/* Rule G13: rows in groups, each under its head. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/str.h"
#include "words/words.h"

#include <math.h>

static const char *group_of(const struct scene *s, const struct scene_datum *d)
{
	const struct scene_census *c = &s->evidence->census;
	return c->group && d->of_all < c->n_rows ? c->group(c->of, d->of_all) : NULL;
}

bool proof_is_grouped_alike(const struct scene *s, const struct scene_datum *a, const struct scene_datum *b)
{
	const char *x = group_of(s, a), *y = group_of(s, b);
	return (!x && !y) || str_eq(x, y);
}

/* The head that a reader sees over a height: the nearest above it; NULL if there is none. */
static const struct scene_item *head_over(const struct proofing *p, double y)
{
	struct proof_some heads = proof_of_role(p->places, ROLE_GROUP);
	const struct scene_item *nearest = NULL;
	for (size_t i = 0; i < heads.n; i++) {
		const struct scene_item *item = &p->scene->items[heads.items[i]];
		if (item->text.at.y < y && (!nearest || item->text.at.y > nearest->text.at.y))
			nearest = item;
	}
	return nearest;
}

/* True if the first group of the page began on an earlier one. */
static bool is_continued(const struct scene *s)
{
	const struct scene_census *c = &s->evidence->census;
	const char *group = s->evidence->n_data ? group_of(s, &s->evidence->data[0]) : NULL;
	for (size_t row = 0; group && row < s->evidence->data[0].of_all && row < c->n_rows; row++)
		if (c->rows[row] && str_eq(c->group(c->of, row), group))
			return true;
	return false;
}

/* As it stands over the rows of a group: that of the first says if it goes on. */
static const char *head_of(struct proofing *p, const char *group)
{
	const struct scene *s = p->scene;
	bool first = s->evidence->n_data && str_eq(group, group_of(s, &s->evidence->data[0]));
	if (first && is_continued(s))
		group = words_fill(p->arena, s->document.language, WORD_GROUP_CONTINUED, "name", group, NULL);
	return str_one_line(p->arena, group);
}

static void check_rows(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d = item->role == ROLE_LABEL ? proof_datum(s, item) : NULL;
		const char *group = d ? group_of(s, d) : NULL;
		const struct scene_item *head = d ? head_over(p, item->text.at.y) : NULL;
		const char *said = head ? str_one_line(p->arena, head->text.block->text) : NULL;
		if (group && !str_eq(said, head_of(p, group)))
			proof_find(p, "G13", i, proof_our_fault, "\"%s\" is of \"%s\" and stands under \"%s\"", d->name,
			           group, said ? said : "");
		else if (d && head && !group)
			proof_find(p, "G13", i, proof_our_fault, "\"%s\" stands under \"%s\" and is of no group",
			           d->name, said);
	}
}

/* Each head once, over a row of its own. */
static void check_heads(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *head = &s->items[i];
		bool used = false, again = false;
		if (head->role != ROLE_GROUP)
			continue;
		for (size_t k = 0; k < s->n_items; k++) {
			const struct scene_item *item = &s->items[k];
			used |= item->role == ROLE_LABEL && proof_datum(s, item) &&
			        head_over(p, item->text.at.y) == head;
			again |= k < i && item->role == ROLE_GROUP &&
			         str_eq(item->text.block->text, head->text.block->text);
		}
		if (!used || again)
			proof_find(p, "G13", i, proof_our_fault, "%s stands %s", proof_name(p, head),
			           again ? "on the page twice" : "over no row");
	}
}

/* Where all rows are on the page: no group has a better value than the one above it. */
static void check_order(struct proofing *p)
{
	const struct scene_evidence *e = p->scene->evidence;
	double best = 0, last = HUGE_VAL;
	for (size_t i = 0; i < e->n_data && e->rows.here == e->rows.known; i++) {
		const struct scene_datum *d = &e->data[i];
		bool first = !i || !proof_is_grouped_alike(p->scene, &e->data[i - 1], d);
		double value = d->present ? d->value * (e->lower && !e->higher ? -1 : 1) : -HUGE_VAL;
		last = first && i ? best : last;
		best = first ? value : fmax(best, value);
		bool ends = i + 1 == e->n_data || !proof_is_grouped_alike(p->scene, d, &e->data[i + 1]);
		if (ends && best > last)
			proof_find(p, "G13", p->scene->n_items, proof_our_fault,
			           "the group of \"%s\" has a better value than the one above it", d->name);
	}
}

void proof_groups(struct proofing *p)
{
	const struct scene_census *c = &p->scene->evidence->census;
	check_heads(p);
	check_rows(p);
	if (c->group)
		check_order(p);
}
