#include "facts/facts.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/condition.h"
#include "facts/evaluation.h"
#include "facts/function.h"
#include "facts/machine.h"
#include "facts/print.h"
#include "facts/recall.h"
#include "words/about.h"

#include <string.h>

enum { EXPRESSION_MOST = 8000 };

struct facts *facts_open(struct arena *arena, const struct dataset *dataset, const struct language *language)
{
	struct facts *facts = arena_alloc(arena, 1, sizeof *facts);
	*facts = (struct facts){ .arena = arena,
		                 .dataset = dataset,
		                 .language = language_about(arena, language, dataset->nouns, dataset->n_nouns) };
	facts->columns = arena_alloc(arena, dataset->n_benchmarks, sizeof(*facts->columns));
	return facts;
}

const struct facts_function *facts_function_at(size_t i)
{
	const struct function *f = function_at(i);
	return f ? &f->known : NULL;
}

void facts_give(struct facts *facts, const struct fact_given *given, size_t n)
{
	facts->given = given;
	facts->n_given = n;
}

static bool evaluate(struct evaluation *e, struct term *result)
{
	size_t bad = utf8_bad(e->expression, e->length);
	if (budget_spent(&e->facts->budget, 0))
		return evaluation_fault(e, 0, budget_hint(&e->facts->budget, e->arena), "%s",
		                        budget_message(&e->facts->budget));
	if (e->length > EXPRESSION_MOST)
		return evaluation_fault(e, 0, "ask in several expressions", "the expression is longer than %d bytes",
		                        EXPRESSION_MOST);
	if (bad != e->length)
		return evaluation_fault(e, bad, "save it as UTF-8", "the expression contains a byte that is not text");
	return machine_run(e, result);
}

static enum fact_kind kind_of(const struct term *result)
{
	return result->kind == TERM_NUMBER ? FACT_NUMBER : result->kind == TERM_TEXT ? FACT_TEXT : FACT_TRUTH;
}

/* What the evaluation found, on its own arena. */
static struct fact fact_of(struct evaluation *e, const struct term *result, const char *printed)
{
	return (struct fact){ .kind = kind_of(result),
		              .number = result->number.number,
		              .text = result->text,
		              .truth = result->truth,
		              .margin = result->kind == TERM_TRUTH ? condition_margin(e, 0, result->truth)
		                                                   : (struct margin){ .kind = MARGIN_NONE },
		              .printed = printed,
		              .uses = e->uses,
		              .n_uses = e->n_uses,
		              .subjects = e->subjects,
		              .n_subjects = e->n_subjects,
		              .steps = e->steps,
		              .n_steps = e->n_steps,
		              .claims = e->claims,
		              .n_claims = e->n_claims,
		              .n_quotes = e->n_quotes,
		              .quotes = e->quotes,
		              .numbers = e->numbers,
		              .n_numbers = e->n_numbers,
		              .asked = e->asked,
		              .conventions = e->conventions,
		              .n_conventions = e->n_conventions };
}

static bool answer(struct evaluation *e, bool truth, struct fact *fact)
{
	struct term result = { .kind = TERM_OTHER };
	const char *printed = NULL;
	struct facts *facts = e->facts;
	unsigned long outer = facts->running;
	facts->running = e->number;
	bool ok = evaluate(e, &result);
	facts->running = outer;
	if (ok && truth && result.kind != TERM_TRUTH)
		ok = evaluation_fault(e, 0, "compare it: == > < >= <= ~=", "true or false is wanted");
	if (ok && result.typed && result.kind != TERM_TRUTH && print_term(e, &result, false, &printed))
		evaluation_quote(e, QUOTE_TYPED, printed, NULL);
	if (!ok || (result.kind != TERM_TRUTH && !print_term(e, &result, false, &printed)))
		return false;
	*fact = fact_of(e, &result, printed);
	return true;
}

static bool try(struct facts *facts, struct arena *arena, const char *expression, bool truth, struct fact *fact,
                struct fact_fault *fault)
{
	struct arena *own = arena_new_below(arena);
	struct evaluation e = { .facts = facts,
		                .number = ++facts->evaluations,
		                .arena = own,
		                .expression = expression,
		                .length = strlen(expression) };
	struct fact found;
	*fact = (struct fact){ 0 };
	bool ok = answer(&e, truth, &found);
	size_t before = arena_used(arena);
	if (ok)
		*fact = evaluation_keep(arena, &found);
	else
		*fault = evaluation_keep_fault(arena, &e.fault);
	arena_free(own);
	budget_keep(&facts->budget, arena_used(arena) - before);
	return ok;
}

bool facts_try(struct facts *facts, struct arena *arena, const char *expression, bool truth, struct fact *fact,
               struct fact_fault *fault)
{
	struct arena *own = arena_new_below(arena);
	size_t steps = facts->budget.steps;
	unsigned long first = facts->evaluations + 1;
	const char *key = recall_key(own, facts, expression, truth);
	bool ok = key && recall_find(facts, key, arena, fact);
	if (!ok) {
		ok = try(facts, arena, expression, truth, fact, fault);
		if (ok && key)
			recall_keep(facts, key, fact, first, facts->budget.steps - steps);
	}
	arena_free(own);
	return ok;
}

/* The place of a byte of the expression; place is that of its first one. */
static struct place place_at(const char *expression, size_t offset, struct place place)
{
	size_t sound = utf8_bad(expression, strlen(expression));
	if (!place.line)
		return place;
	for (const char *at = expression; *at && (size_t)(at - expression) < offset;) {
		if ((size_t)(at - expression) >= sound) /* no runes from here on */
			break;
		if (utf8_next(&at) == '\n') {
			place.line++;
			place.column = 1;
		} else if (place.column) {
			place.column++;
		}
	}
	return place;
}

void facts_tell(const struct fact_fault *fault, const char *expression, struct place place, struct diags *diags)
{
	struct diag found = {
		.severity = DIAG_ERROR, .message = fault->message, .hint = fault->hint, .kind = fault->kind
	};
	diag_repeat(diags, &found, place_at(expression, fault->offset, place));
}

bool facts_eval(struct facts *facts, struct arena *arena, const char *expression, struct place place, struct fact *fact,
                struct diags *diags)
{
	struct fact_fault fault;
	facts->budget.at = place;
	bool ok = facts_try(facts, arena, expression, false, fact, &fault);
	facts->budget.at = (struct place){ 0 };
	if (!ok)
		facts_tell(&fault, expression, place, diags);
	return ok;
}
