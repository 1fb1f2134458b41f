/* Any bytes as an expression: it ends, it neither crashes nor leaks, it yields a fact or a complaint, and the
 * same one again, also after what it says was tried with other values. */
#include "base/arena.h"
#include "base/str.h"
#include "data/load.h"
#include "facts/trials.h"
#include "read/read.h"
#include "words/direction.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char table[] = "model,variant,benchmark,value,unit,source,measured,ci\n"
			    "a,,x,42.8,percent,s,first-party,\nb,,x,20.6,percent,s,,\nc,deep,x,42.8,percent,s,,\n"
			    "b,,x,44,percent,t,third-party,2.5\n"
			    "a,,y,58M,tokens,s,,1M\nb,,y,1.2bn,tokens,s,,\nc,deep,y,0,tokens,s,,\n"
			    "a,,z,1,,s,,\na,,z,2,,t,,\nb,,z,,,t,,\n";

static bool ask(struct arena *arena, const struct dataset *d, const char *expression, struct fact *fact,
                const struct diag **diag)
{
	struct facts *facts = facts_open(arena, d, &language_english);
	struct diags *diags = diags_new(arena);
	struct place place = { "fuzz", 1, 1 };
	bool ok = facts_eval(facts, arena, expression, place, fact, diags);
	*diag = diags_at(diags, 0);
	if (ok != diags_ok(diags) || ok == (*diag != NULL))
		abort();
	if (!ok &&
	    (!*(*diag)->message || str_starts((*diag)->message, "[string") || str_starts((*diag)->message, "e:") ||
	     utf8_bad((*diag)->message, strlen((*diag)->message)) != strlen((*diag)->message)))
		abort();
	if (ok && (fact->kind == FACT_TRUTH) != (fact->printed == NULL))
		abort();
	return ok;
}

static void check_margin(const struct margin *margin)
{
	bool by = margin->kind == MARGIN_BY;
	if (by && (!(margin->by >= 0) || !margin->printed))
		abort();
	if (margin->of && utf8_bad(margin->of, strlen(margin->of)) != strlen(margin->of))
		abort();
}

/* Of a condition, or of the first claim in an expression. */
static void check_trials(struct arena *arena, const struct dataset *d, const char *expression, const struct fact *fact)
{
	struct facts *facts = facts_open(arena, d, &language_english);
	struct fact again;
	struct fact_fault fault;
	size_t claim = fact->kind == FACT_TRUTH ? TRIALS_WHOLE : 0;
	if (fact->kind != FACT_TRUTH && !fact->n_claims)
		return;
	bool holds = fact->kind == FACT_TRUTH ? fact->truth : fact->claims[0].holds;
	const struct margin *margin = fact->kind == FACT_TRUTH ? &fact->margin : &fact->claims[0].margin;
	check_margin(margin);
	struct trials trials = trials_of(facts, arena, expression, claim, fact, NULL);
	if (trials.turns > trials.count || !trials_words(arena, &language_english, &trials, holds, margin, NULL))
		abort();
	for (size_t i = 0; i < trials.count; i++)
		check_margin(&trials.items[i].margin);
	if (!facts_try(facts, arena, expression, false, &again, &fault) || again.kind != fact->kind ||
	    again.truth != fact->truth)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_CSV, "table", table, sizeof table - 1, diags);
	const struct dataset *d =
		root ? dataset_build(arena, &root, 1, &(struct direction_rules){ .against = words_against }, diags)
		     : NULL;
	if (!d)
		abort();
	const char *expression = arena_strndup(arena, (const char *)data, size);
	struct fact one, two;
	const struct diag *first, *second;
	if (ask(arena, d, expression, &one, &first) != ask(arena, d, expression, &two, &second))
		abort();
	if (first ? !str_eq(first->message, second->message) || first->place.column != second->place.column
	          : !str_eq(one.printed, two.printed))
		abort();
	if (!first)
		check_trials(arena, d, expression, &one);
	arena_free(arena);
	return 0;
}
