#include "facts/recall.h"

#include "base/arena.h"
#include "base/keep.h"
#include "base/str.h"
#include "data/export.h"
#include "data/measurement.h"
#include "facts/column.h"

#include <string.h>

#define NOWHERE SIZE_MAX

struct read { /* a column that was asked for */
	size_t benchmark;
	const char *mark;
};

struct kept {
	struct fact fact; /* what it points to in the data is NULL, and stands below by its number there */
	struct read *reads;
	size_t n_reads;
	size_t *uses; /* measurements */
	size_t *subjects, *sources, *conventions;
	size_t *units; /* of the margin, then of each claim's; NOWHERE: none, or a built-in one, which stays */
	size_t steps;
};

struct recall {
	struct keep *keep;
	const struct export_marks *marks;
	size_t found, asked; /* facts, in this reading */
};

/* ---- readings ---- */

struct recall *recall_new(struct arena *arena)
{
	struct recall *recall = arena_alloc(arena, 1, sizeof *recall);
	*recall = (struct recall){ .keep = keep_new(arena) };
	return recall;
}

void recall_begin(struct recall *recall, struct facts *facts, const struct export_marks *marks)
{
	keep_begin(recall->keep,
	           arena_printf(facts->arena, "%s %s %s", facts->language->code, marks->rest, marks->order));
	recall->marks = marks;
	recall->found = recall->asked = 0;
	facts->recall = recall;
}

const char *recall_key(struct arena *arena, const struct facts *facts, const char *expression, bool truth)
{
	struct strbuf key = strbuf_new(arena);
	const struct measurement *m = facts->trying;
	if (!facts->recall || (facts->instead && !m))
		return NULL;
	strbuf_addf(&key, "%d%d ", (int)truth, (int)facts->judging);
	if (m)
		strbuf_addf(&key, "%zu %a %d %s ", m->index, m->value.number, m->value.decimals, m->value.text);
	for (size_t i = 0; i < facts->n_given; i++)
		strbuf_addf(&key, "%s %zu:%s ", facts->given[i].name, strlen(facts->given[i].text),
		            facts->given[i].text);
	strbuf_addf(&key, "\n%s", expression);
	return key.s;
}

/* ---- keeping ---- */

static size_t *numbers(struct arena *arena, size_t n)
{
	return arena_alloc(arena, n + 1, sizeof(size_t));
}

static size_t unit_number(const struct dataset *d, const struct unit *unit)
{
	for (size_t i = 0; unit && i < d->n_units; i++)
		if (d->units[i] == unit)
			return i;
	return NOWHERE;
}

/* Those columns that it asked for are what it depends on. */
static void keep_reads(struct arena *arena, const struct facts *facts, unsigned long first, struct kept *k)
{
	size_t n = facts->dataset->n_benchmarks;
	k->reads = arena_alloc(arena, n + 1, sizeof *k->reads);
	for (size_t i = 0; i < n; i++)
		if (facts->columns[i] && facts->columns[i]->asked_by >= first)
			k->reads[k->n_reads++] =
				(struct read){ i, arena_strdup(arena, facts->recall->marks->benchmarks[i]) };
}

static void keep_numbers(struct arena *arena, const struct dataset *d, const struct fact *f, struct kept *k)
{
	k->uses = numbers(arena, f->n_uses);
	k->subjects = numbers(arena, f->n_subjects);
	k->sources = numbers(arena, f->n_quotes);
	k->conventions = numbers(arena, f->n_conventions);
	k->units = numbers(arena, f->n_claims);
	for (size_t i = 0; i < f->n_uses; i++)
		k->uses[i] = f->uses[i].chosen->index;
	for (size_t i = 0; i < f->n_subjects; i++)
		k->subjects[i] = f->subjects[i]->index;
	for (size_t i = 0; i < f->n_quotes; i++)
		k->sources[i] = f->quotes[i].source ? f->quotes[i].source->index : NOWHERE;
	for (size_t i = 0; i < f->n_conventions; i++)
		k->conventions[i] = (size_t)(f->conventions[i] - d->conventions);
	k->units[0] = unit_number(d, f->margin.unit);
	for (size_t i = 0; i < f->n_claims; i++)
		k->units[i + 1] = unit_number(d, f->claims[i].margin.unit);
}

void recall_keep(struct facts *facts, const char *key, const struct fact *fact, unsigned long first, size_t steps)
{
	struct keep *keep = facts->recall->keep;
	struct arena *arena = keep->now;
	if (facts->beyond >= first)
		return;
	struct kept *k = arena_alloc(arena, 1, sizeof *k);
	*k = (struct kept){ .fact = evaluation_keep(arena, fact), .steps = steps };
	if (facts->trying)
		k->fact.n_uses = 0; /* they may have the value that is tried, which is not in the data */
	keep_reads(arena, facts, first, k);
	keep_numbers(arena, facts->dataset, &k->fact, k);
	keep_put(keep, key, k);
}

/* ---- recalling ---- */

static bool is_current(const struct recall *recall, const struct kept *k)
{
	for (size_t i = 0; i < k->n_reads; i++)
		if (!str_eq(k->reads[i].mark, recall->marks->benchmarks[k->reads[i].benchmark]))
			return false;
	return true;
}

static struct fact_use use_of(struct facts *facts, struct arena *arena, struct fact_use use, size_t number)
{
	const struct dataset *d = facts->dataset;
	use.benchmark = measurement_benchmark(d, number);
	use.variant = measurement_variant(d, number);
	const struct selection *s = column_selection(column_of(facts, use.benchmark), use.variant);
	use.chosen = s && s->chosen && s->chosen->index == number ? s->chosen : NULL;
	for (size_t i = 0; s && i < s->n_all && !use.chosen; i++)
		if (s->all[i]->index == number)
			use.chosen = s->all[i];
	if (!use.chosen)
		use.chosen = measurement_at(arena, d, number);
	return use;
}

/* What it rests on in the data of now; f is a copy of what was kept. */
static void point(struct facts *facts, struct arena *arena, const struct kept *k, struct fact *f)
{
	const struct dataset *d = facts->dataset;
	struct fact_use *uses = (struct fact_use *)(uintptr_t)f->uses;
	struct fact_quote *quotes = (struct fact_quote *)(uintptr_t)f->quotes;
	struct fact_claim *claims = (struct fact_claim *)(uintptr_t)f->claims;
	const struct variant **subjects = (const struct variant **)(uintptr_t)f->subjects;
	const struct convention **conventions = (const struct convention **)(uintptr_t)f->conventions;
	for (size_t i = 0; i < f->n_uses; i++)
		uses[i] = use_of(facts, arena, uses[i], k->uses[i]);
	for (size_t i = 0; i < f->n_subjects; i++)
		subjects[i] = dataset_variant_at(d, k->subjects[i]);
	for (size_t i = 0; i < f->n_quotes; i++)
		quotes[i].source = k->sources[i] == NOWHERE ? NULL : d->sources[k->sources[i]];
	for (size_t i = 0; i < f->n_conventions; i++)
		conventions[i] = &d->conventions[k->conventions[i]];
	if (k->units[0] != NOWHERE)
		f->margin.unit = d->units[k->units[0]];
	for (size_t i = 0; i < f->n_claims; i++)
		if (k->units[i + 1] != NOWHERE)
			claims[i].margin.unit = d->units[k->units[i + 1]];
}

/* Once more for the reading after this one, which frees where it lies. */
static void hand_on(struct keep *keep, const char *key, const struct kept *k)
{
	struct arena *arena = keep->now;
	struct kept *own = arena_alloc(arena, 1, sizeof *own);
	*own = *k;
	own->fact = evaluation_keep(arena, &k->fact);
	own->reads = arena_alloc(arena, k->n_reads + 1, sizeof *own->reads);
	for (size_t i = 0; i < k->n_reads; i++)
		own->reads[i] = (struct read){ k->reads[i].benchmark, arena_strdup(arena, k->reads[i].mark) };
	const struct {
		size_t **to, *from, n;
	} lists[] = {
		{ &own->uses, k->uses, k->fact.n_uses },
		{ &own->subjects, k->subjects, k->fact.n_subjects },
		{ &own->sources, k->sources, k->fact.n_quotes },
		{ &own->conventions, k->conventions, k->fact.n_conventions },
		{ &own->units, k->units, k->fact.n_claims + 1 },
	};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		*lists[i].to = numbers(arena, lists[i].n);
		memcpy(*lists[i].to, lists[i].from, lists[i].n * sizeof(size_t));
	}
	keep_put(keep, key, own);
}

size_t recall_found(const struct recall *recall)
{
	return recall->found;
}

size_t recall_asked(const struct recall *recall)
{
	return recall->asked;
}

bool recall_find(struct facts *facts, const char *key, struct arena *arena, struct fact *fact)
{
	struct recall *recall = facts->recall;
	recall->asked++;
	const struct kept *again = keep_find(recall->keep, key), *k = again ? again : keep_find_older(recall->keep, key);
	if (!k || !is_current(recall, k) || budget_spent(&facts->budget, k->steps))
		return false;
	recall->found++;
	unsigned long outer = facts->running;
	facts->running = ++facts->evaluations; /* which asks for the same columns */
	for (size_t i = 0; i < k->n_reads; i++)
		column_of(facts, facts->dataset->benchmarks[k->reads[i].benchmark]);
	size_t before = arena_used(arena);
	*fact = evaluation_keep(arena, &k->fact);
	budget_keep(&facts->budget, arena_used(arena) - before);
	budget_spend(&facts->budget, k->steps);
	point(facts, arena, k, fact);
	facts->running = outer;
	if (!again)
		hand_on(recall->keep, key, k);
	return true;
}
