/* Rules D: numbers are printed alike, and as they are. */
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char fault_of_ours[] = "this is a fault of the program: please report it with the data";

struct printed {
	double number;
	int decimals;
	size_t whole; /* digits before the point */
	bool grouped, hyphen, valid;
};

/* "−1,234.5%" */
static struct printed parse(struct arena *arena, const char *text)
{
	struct printed out = { .valid = true };
	struct strbuf plain = strbuf_new(arena);
	const char *s = text;
	if (str_starts(s, "\u2212")) {
		strbuf_add(&plain, "-");
		s += strlen("\u2212");
	} else if (*s == '-') {
		out.hyphen = true;
		s++;
	}
	bool point = false;
	for (; *s && !str_eq(s, "%"); s++) {
		if (*s == ',') {
			out.grouped = true;
			continue;
		}
		point |= *s == '.';
		out.decimals += point && *s != '.';
		out.whole += !point;
		strbuf_addn(&plain, s, 1);
	}
	out.valid = str_to_number(plain.s, &out.number);
	return out;
}

static void check_value(struct proofing *p, size_t i, bool groups)
{
	const struct scene_item *item = &p->scene->items[i];
	struct printed n = parse(p->arena, item->text.block->text);
	if (n.hyphen) {
		proof_find(p, "D7", i, fault_of_ours, "%s has a hyphen for a minus", proof_name(p, item));
		return;
	}
	if (!n.valid) {
		proof_find(p, "A9", i, fault_of_ours, "%s is no number", proof_name(p, item));
		return;
	}
	if (n.decimals != p->scene->decimals)
		proof_find(p, "D1", i, fault_of_ours, "%s has %d decimals, the others %d", proof_name(p, item),
		           n.decimals, p->scene->decimals);
	if (n.whole > 3 && groups != n.grouped)
		proof_find(p, "D4", i, fault_of_ours, "%s %s its thousands", proof_name(p, item),
		           groups ? "does not separate" : "separates");
	double scale = pow(10, p->scene->magnitude), step = pow(10, -n.decimals);
	if (fabs(n.number - item->value / scale) > step / 2 + 1e-9 * fmax(1, fabs(n.number)))
		proof_find(p, "A9", i, fault_of_ours, "%s is printed for %.10g", proof_name(p, item), item->value);
}

struct rank_of_value {
	const char *text;
	int rank;
	size_t item;
};

static void check_ties(struct proofing *p, const struct rank_of_value *before, const struct rank_of_value *now)
{
	size_t n = strcspn(before->text, "%"), m = strcspn(now->text, "%");
	if (before->rank && now->rank && n == m && memcmp(before->text, now->text, n) == 0 && before->rank != now->rank)
		proof_find(p, "D3", now->item, fault_of_ours, "%s ranks %d, the same value above it %d",
		           proof_name(p, &p->scene->items[now->item]), now->rank, before->rank);
}

/* From digit to digit in one run: equal, or the column would not align. */
static void check_widths(struct proofing *p, size_t i)
{
	const struct scene_item *item = &p->scene->items[i];
	double least = 1e9, most = 0, em = item->text.block->style.size;
	for (size_t r = 0; r < item->text.block->lines[0].n_runs; r++) {
		const struct text_run *run = &item->text.block->lines[0].runs[r];
		if (run->n_glyphs != run->bytes)
			continue; /* not one glyph a byte: no plain number */
		for (size_t k = 0; k + 1 < run->n_glyphs; k++) {
			double advance = run->glyphs[k + 1].x - run->glyphs[k].x;
			if (run->text[k] < '0' || run->text[k] > '9' || run->text[k + 1] < '0' ||
			    run->text[k + 1] > '9')
				continue;
			least = fmin(least, advance);
			most = fmax(most, advance);
		}
	}
	if (most - least > 0.01 * em && least < 1e9)
		proof_find(p, "D9", i, "choose a font with tabular figures",
		           "the figures of %s differ in width by %.3f em", proof_name(p, item), (most - least) / em);
}

static void check_percent(struct proofing *p)
{
	size_t signs = 0;
	for (size_t i = 0; i < p->scene->n_items; i++)
		if (p->scene->items[i].role == ROLE_VALUE && p->scene->items[i].kind == SCENE_TEXT)
			signs += strchr(p->scene->items[i].text.block->text, '%') != NULL;
	if (signs > 1)
		proof_find(p, "D6", p->scene->n_items, fault_of_ours, "%zu values have a sign of percent", signs);
}

void proof_number(struct proofing *p)
{
	check_percent(p);
	const struct scene *s = p->scene;
	struct rank_of_value before = { "", 0, 0 };
	bool groups = false;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_VALUE && s->items[i].kind == SCENE_TEXT)
			groups |= parse(p->arena, s->items[i].text.block->text).whole > 4;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT)
			continue;
		check_value(p, i,
		            groups || s->rows_elsewhere || s->rows_told
		                    ? parse(p->arena, item->text.block->text).grouped || groups
		                    : groups);
		if (item->datum < 0 || (size_t)item->datum >= s->n_data)
			continue;
		check_widths(p, i);
		struct rank_of_value now = { item->text.block->text, s->data[item->datum].rank, i };
		check_ties(p, &before, &now);
		if (now.rank)
			before = now;
	}
}
