/* What claims rest on, the author's and those of others: by how much they hold, and what would turn them. */
#include "press/report_parts.h"

#include "facts/verdict.h"
#include "press/job.h"
#include "press/report.h"

/* ---- the values used ---- */

static struct value id_of(struct arena *arena, const struct source *source)
{
	return report_text(arena, source ? source->id : NULL);
}

static struct value use_map(struct arena *arena, const struct fact_use *use)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "model", tree_text(variant_ref(arena, use->variant)));
	tree_put(&map, "benchmark", report_text(arena, use->benchmark->id));
	tree_put_number(&map, "value", use->chosen->value.number);
	tree_put(&map, "printed", report_text(arena, use->printed));
	tree_put(&map, "source", id_of(arena, use->chosen->source));
	tree_put(&map, "measured", tree_text(measured_word(use->chosen->measured)));
	return tree_map(&map);
}

static void add_uses(struct arena *arena, struct tree *list, const struct fact *fact)
{
	for (size_t i = 0; i < fact->n_uses; i++)
		tree_put(list, NULL, use_map(arena, &fact->uses[i]));
}

void report_put_uses(struct arena *arena, struct tree *map, const struct fact *fact)
{
	struct tree list = tree_new(arena);
	add_uses(arena, &list, fact);
	tree_put(map, "uses", tree_list(&list));
}

/* ---- margins and trials ---- */

static void put_margin(struct arena *arena, struct tree *map, const struct margin *margin)
{
	struct tree of = tree_new(arena);
	if (margin->kind == MARGIN_NONE) {
		tree_put(map, "margin", report_text(arena, NULL));
		return;
	}
	tree_put_number(&of, "by", margin->by);
	tree_put(&of, "unit", report_text(arena, margin->unit ? margin->unit->name : NULL));
	tree_put(&of, "printed", report_text(arena, margin->printed));
	tree_put(&of, "exact", tree_bool(margin->kind == MARGIN_EXACT));
	tree_put(&of, "comparison", report_text(arena, margin->of));
	tree_put(map, "margin", tree_map(&of));
}

static struct value trial_map(struct arena *arena, const struct trial *trial)
{
	static const char *const kinds[] = {
		[TRIAL_PUBLISHED] = "published", [TRIAL_LOW] = "low", [TRIAL_HIGH] = "high"
	};
	static const char *const outcomes[] = {
		[TRIAL_STAYS] = "stays", [TRIAL_TURNS] = "turns", [TRIAL_UNDECIDED] = "undecided"
	};
	struct tree map = tree_new(arena);
	tree_put(&map, "model", tree_text(variant_ref(arena, trial->value->variant)));
	tree_put(&map, "benchmark", report_text(arena, trial->value->benchmark->id));
	tree_put(&map, "kind", report_text(arena, kinds[trial->kind]));
	tree_put_number(&map, "value", trial->value->value.number);
	tree_put(&map, "printed", report_text(arena, trial->printed));
	tree_put(&map, "source", id_of(arena, trial->value->source));
	tree_put(&map, "outcome", report_text(arena, outcomes[trial->outcome]));
	put_margin(arena, &map, &trial->margin);
	return tree_map(&map);
}

static void put_trials(struct arena *arena, struct tree *map, const struct trials *trials)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < trials->count; i++)
		tree_put(&list, NULL, trial_map(arena, &trials->items[i]));
	tree_put(map, "turns", tree_bool(trials->turns > 0));
	tree_put(map, "trials", tree_list(&list));
	tree_put_number(map, "trials_left_out", (double)trials->left_out);
}

static void put_conventions(struct arena *arena, struct tree *map, const struct fact *fact)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < fact->n_conventions; i++) {
		const struct convention *convention = fact->conventions[i];
		struct tree of = tree_new(arena);
		tree_put(&of, "id", report_text(arena, convention->id));
		tree_put_number(&of, "within", convention->within);
		tree_put(&of, "side", report_text(arena, convention_side_word(convention->side)));
		tree_put(&of, "says", report_text(arena, convention->says));
		tree_put(&list, NULL, tree_map(&of));
	}
	tree_put(map, "conventions", tree_list(&list));
}

/* ---- the author's ---- */

struct value report_claims(struct arena *arena, const struct press_job *job)
{
	const struct briefing *b = job->briefing;
	struct facts *facts = facts_open(arena, job->dataset, job->front->language);
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < b->n_claims; i++) {
		const struct briefing_claim *claim = &b->claims[i];
		const struct margin margin = briefing_claim_margin(claim);
		const struct trials trials = press_try_claim(arena, facts, claim);
		struct tree map = tree_new(arena);
		tree_put_number(&map, "line", claim->place.line);
		tree_put_number(&map, "column", claim->place.column);
		tree_put(&map, "text", report_text(arena, claim->text));
		tree_put(&map, "expression", report_text(arena, claim->expression));
		tree_put(&map, "holds", tree_bool(claim->holds));
		put_margin(arena, &map, &margin);
		put_trials(arena, &map, &trials);
		put_conventions(arena, &map, &claim->fact);
		report_put_uses(arena, &map, &claim->fact);
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

/* ---- what others claimed ---- */

static struct value part_map(struct arena *arena, const struct verdict_part *p)
{
	struct tree map = tree_new(arena);
	tree_put(&map, "of", report_text(arena, p->part->of));
	tree_put(&map, "test", report_text(arena, p->part->test));
	tree_put(&map, "verdict", tree_text(verdict_kinds[p->kind]));
	tree_put(&map, "figure", report_text(arena, *p->computed ? p->computed : NULL));
	tree_put(&map, "why", report_text(arena, p->why));
	put_margin(arena, &map, &p->fact.margin);
	put_trials(arena, &map, &p->trials);
	put_conventions(arena, &map, &p->fact);
	return tree_map(&map);
}

static struct value verdict_map(struct arena *arena, const struct verdict *v)
{
	struct tree map = tree_new(arena), parts = tree_new(arena), uses = tree_new(arena);
	for (size_t i = 0; i < v->claim->n_parts; i++) {
		tree_put(&parts, NULL, part_map(arena, &v->parts[i]));
		add_uses(arena, &uses, &v->parts[i].fact);
	}
	tree_put(&map, "id", report_text(arena, v->claim->id));
	tree_put(&map, "text", report_text(arena, v->claim->text));
	tree_put(&map, "source", id_of(arena, v->claim->source));
	tree_put(&map, "test", report_text(arena, v->claim->n_parts == 1 ? v->claim->parts[0].test : NULL));
	tree_put(&map, "verdict", tree_text(verdict_kinds[v->kind]));
	tree_put(&map, "figure", report_text(arena, *v->computed ? v->computed : NULL));
	tree_put(&map, "why", report_text(arena, v->why));
	tree_put(&map, "on_claims", tree_bool(v->on_claims));
	tree_put(&map, "turns", tree_bool(v->fragile));
	tree_put(&map, "tests", tree_list(&parts));
	tree_put(&map, "uses", tree_list(&uses));
	return tree_map(&map);
}

/* Where no block of the briefing asked for them they are asked for here; a test with a fault is untestable then, and
 * check names the fault. */
struct value report_published(struct arena *arena, const struct press_job *job)
{
	struct tree list = tree_new(arena);
	const struct verdict *const *verdicts = job->verdicts ? job->verdicts : job->briefing->verdicts;
	if (!verdicts)
		verdicts = verdicts_of(arena, facts_open(arena, job->dataset, job->front->language), diags_new(arena));
	for (size_t i = 0; i < job->dataset->n_claims; i++)
		tree_put(&list, NULL, verdict_map(arena, verdicts[i]));
	return tree_list(&list);
}

void report_put_claims(struct arena *arena, struct tree *map, const struct press_result *result)
{
	const struct press_job *job = result->job;
	if (job && job->briefing && result->counted)
		tree_put(map, "claims", report_claims(arena, job));
	else if (job && job->verdicts)
		tree_put(map, "published", report_published(arena, job));
}
