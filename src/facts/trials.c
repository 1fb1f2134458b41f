#include "facts/trials.h"

#include "base/arena.h"
#include "data/quantity.h"
#include "facts/column.h"
#include "facts/print.h"

/* Of one condition, and of all of a dataset's or a briefing's: a trial takes as long as the condition itself. */
enum { TRIALS_MOST = 64, TRIALS_IN_ALL = 10000 };

struct run { /* of trials */
	struct facts *facts;
	struct arena *arena, *scratch;
	const char *expression;
	size_t claim;
	bool holds; /* as selected */
	struct trials done;
	struct trial *items;
	bool **tried; /* by benchmark, then by place in its column */
};

static bool truth_of(const struct run *run, const struct fact *fact, bool *truth, struct margin *margin)
{
	bool whole = run->claim == TRIALS_WHOLE;
	if (whole ? fact->kind != FACT_TRUTH : run->claim >= fact->n_claims)
		return false;
	*truth = whole ? fact->truth : fact->claims[run->claim].holds;
	*margin = whole ? fact->margin : fact->claims[run->claim].margin;
	return true;
}

static struct margin kept_margin(struct arena *arena, struct margin margin)
{
	margin.printed = margin.printed ? arena_strdup(arena, margin.printed) : NULL;
	margin.of = margin.of ? arena_strdup(arena, margin.of) : NULL;
	return margin;
}

static void try(struct run *run, enum trial_kind kind, const struct measurement *value)
{
	struct facts *facts = run->facts;
	struct fact fact;
	struct fact_fault fault;
	if (run->done.count == TRIALS_MOST || facts->trials == TRIALS_IN_ALL || budget_spent(&facts->budget, 0)) {
		run->done.left_out++;
		return;
	}
	facts->trials++;
	struct trial *trial = &run->items[run->done.count++];
	struct arena *scratch = arena_new_below(run->arena);
	struct column **at = &facts->columns[value->benchmark->index], *selected = *at;
	*trial = (struct trial){ kind, value, print_value(run->arena, facts->language, value), TRIAL_UNDECIDED, { 0 } };
	*at = column_instead(scratch, selected, value);
	facts->instead = true;
	facts->trying = value;
	bool truth, ok = facts_try(facts, scratch, run->expression, false, &fact, &fault);
	facts->trying = NULL;
	facts->instead = false;
	*at = selected;
	if (ok && truth_of(run, &fact, &truth, &trial->margin))
		trial->outcome = truth == run->holds ? TRIAL_STAYS : TRIAL_TURNS;
	trial->margin = kept_margin(run->arena, trial->margin);
	run->done.turns += trial->outcome != TRIAL_STAYS;
	arena_free(scratch);
}

/* The value moved to an end of its interval, which moves along: its width stays. */
static const struct measurement *moved(struct arena *arena, const struct measurement *m, double to)
{
	struct measurement *other = arena_alloc(arena, 1, sizeof *other);
	*other = *m;
	other->value.number = to;
	other->value.decimals = print_interval_decimals(m);
	other->value.text = quantity_plain(arena, to);
	other->low += to - m->value.number;
	other->high += to - m->value.number;
	return other;
}

static bool is_tried(const struct selection *s, size_t rival)
{
	for (size_t i = 0; i < rival; i++)
		if (s->rivals[i]->value.number == s->rivals[rival]->value.number)
			return true;
	return false;
}

static void try_cell(struct run *run, const struct selection *s)
{
	const struct measurement *m = s->chosen;
	for (size_t i = 0; i < s->n_rivals; i++)
		if (!is_tried(s, i))
			try(run, TRIAL_PUBLISHED, s->rivals[i]);
	if (!m->has_interval)
		return;
	try(run, TRIAL_LOW, moved(run->arena, m, m->low));
	try(run, TRIAL_HIGH, moved(run->arena, m, m->high));
}

/* The cell at this place of a benchmark's column, unless it was tried or nothing is selected. */
static void try_at(struct run *run, const struct column *column, size_t at)
{
	size_t benchmark = column->benchmark->index;
	if (!run->tried[benchmark])
		run->tried[benchmark] =
			arena_alloc(run->scratch, column->selections.count, sizeof *run->tried[benchmark]);
	if (!run->tried[benchmark][at] && column->selections.items[at]->chosen)
		try_cell(run, column->selections.items[at]);
	run->tried[benchmark][at] = true;
}

/* What the fact names: what it says something about, or what that is held against. */
static void try_uses(struct run *run, const struct fact *fact, bool rivals)
{
	for (size_t i = 0; i < fact->n_uses; i++) {
		const struct fact_use *use = &fact->uses[i];
		struct column *column = run->facts->columns[use->benchmark->index];
		if (use->rival == rivals && column)
			try_at(run, column, column_position(column, use->variant));
	}
}

struct trials_asked trials_asked_since(const struct facts *facts, struct arena *arena, unsigned long first)
{
	size_t n = 0;
	const struct column **items = arena_alloc(arena, facts->dataset->n_benchmarks, sizeof *items);
	for (size_t i = 0; i < facts->dataset->n_benchmarks; i++)
		if (facts->columns[i] && facts->columns[i]->asked_by >= first)
			items[n++] = facts->columns[i];
	return (struct trials_asked){ items, n };
}

/* False if it cannot be evaluated. The verdicts that it asks for are found anew, with all that they ask for. */
static bool ask_again(struct run *run, struct trials_asked *asked)
{
	struct facts *facts = run->facts;
	struct fact again;
	struct fact_fault fault;
	unsigned long first = facts->evaluations + 1; /* those of verdicts follow */
	facts->instead = true;
	bool ok = facts_try(facts, run->scratch, run->expression, false, &again, &fault);
	facts->instead = false;
	if (ok)
		*asked = trials_asked_since(facts, run->scratch, first);
	return ok;
}

struct trials trials_of(struct facts *facts, struct arena *arena, const char *expression, size_t claim,
                        const struct fact *fact, const struct trials_asked *asked)
{
	const struct dataset *d = facts->dataset;
	struct arena *scratch = arena_new_below(arena);
	struct run run = {
		.facts = facts, .arena = arena, .scratch = scratch, .expression = expression, .claim = claim
	};
	struct margin margin;
	struct trials_asked others = { NULL, 0 }; /* any of them may be first */
	run.items = arena_alloc(arena, TRIALS_MOST, sizeof *run.items);
	run.tried = arena_alloc(scratch, d->n_benchmarks, sizeof *run.tried);
	if (asked)
		others = *asked;
	if (truth_of(&run, fact, &run.holds, &margin) && (asked || ask_again(&run, &others))) {
		try_uses(&run, fact, false);
		try_uses(&run, fact, true);
		for (size_t i = 0; i < others.count; i++)
			for (size_t k = 0; k < others.items[i]->selections.count; k++)
				try_at(&run, others.items[i], k);
	}
	arena_free(scratch);
	run.done.items = run.items;
	return run.done;
}
