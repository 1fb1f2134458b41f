/* benchbrief check BRIEFING.md: all that render does but drawing. */
#include "command/check.h"
#include "command/work.h"

#include "base/arena.h"
#include "base/map.h"
#include "data/selection.h"

#include <stdio.h>

struct counts {
	size_t claims_hold, conflicts;
};

static struct counts counts_of(const struct work *w)
{
	struct counts counts = { 0 };
	struct selections all = selections_of(w->env->arena, w->dataset, NULL);
	for (size_t i = 0; i < all.count; i++)
		counts.conflicts += all.items[i]->n_rivals > 0;
	for (size_t i = 0; i < w->briefing->n_claims; i++)
		counts.claims_hold += w->briefing->claims[i].holds;
	return counts;
}

/* Of figures in pages and of pictures, each once a chart. */
static void note_findings(struct work *w)
{
	for (size_t i = 0; i < w->briefing->n_charts; i++) {
		struct map said = map_new(w->env->arena);
		struct place place = w->briefing->charts[i]->place;
		for (size_t k = 0; k < w->figures[i].count; k++)
			check_note_findings(w->env, place, w->figures[i].items[k], &said);
		for (size_t k = 0; k < w->n_pictures; k++)
			if (w->pictures[k].block == w->briefing->charts[i])
				check_note_findings(w->env, place, w->pictures[k].pages.items[0], &said);
	}
}

static void print_summary(const struct work *w)
{
	struct strbuf line = strbuf_new(w->env->arena);
	struct counts counts = counts_of(w);
	const struct briefing *b = w->briefing;
	check_add_count(&line, w->pages.count, "page", "pages");
	check_add_count(&line, b->n_charts, "figure", "figures");
	check_add_count(&line, w->n_pictures, "picture", "pictures");
	check_add_count(&line, b->n_values, "expression", "expressions");
	check_add_count(&line, b->n_claims, "claim", "claims");
	if (b->n_claims)
		strbuf_addf(&line, " (%zu %s, %zu %s not)", counts.claims_hold,
		            counts.claims_hold == 1 ? "holds" : "hold", b->n_claims - counts.claims_hold,
		            b->n_claims - counts.claims_hold == 1 ? "does" : "do");
	check_add_count(&line, counts.conflicts, "conflict", "conflicts");
	printf("%s\n", line.s);
}

static void print_json(const struct work *w, bool done)
{
	struct tree map = tree_new(w->env->arena);
	if (done) {
		struct counts counts = counts_of(w);
		check_put_count(&map, "pages", w->pages.count);
		check_put_count(&map, "figures", w->briefing->n_charts);
		check_put_count(&map, "pictures", w->n_pictures);
		check_put_count(&map, "expressions", w->briefing->n_values);
		check_put_count(&map, "claims", w->briefing->n_claims);
		check_put_count(&map, "claims_hold", counts.claims_hold);
		check_put_count(&map, "claims_fail", w->briefing->n_claims - counts.claims_hold);
		check_put_count(&map, "conflicts", counts.conflicts);
	}
	check_print_json(w->env, &map);
}

void check_briefing(struct command_env *env, const struct work_options *asked, bool json)
{
	struct work work = { 0 };
	struct work_options how = *asked;
	how.format = painter_for_chart();
	how.scale = 1;
	bool done = picture_size_of(env, "check", "16:9", false, &how.size) && work_do(&work, env, &how);
	if (done)
		note_findings(&work);
	if (json)
		print_json(&work, done);
	else if (done)
		print_summary(&work);
	work_finish(&work);
}
