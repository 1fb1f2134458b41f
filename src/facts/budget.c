#include "facts/budget.h"

#include "base/arena.h"

void budget_spend(struct budget *budget, size_t effort)
{
	budget->steps += effort;
	if (effort <= budget->most_steps)
		return;
	budget->most_steps = effort;
	budget->steps_at = budget->at;
}

void budget_keep(struct budget *budget, size_t bytes)
{
	budget->bytes += bytes;
	if (bytes <= budget->most_bytes)
		return;
	budget->most_bytes = bytes;
	budget->bytes_at = budget->at;
}

static bool by_bytes(const struct budget *budget)
{
	return budget->bytes > BUDGET_BYTES;
}

const char *budget_message(const struct budget *budget)
{
	return by_bytes(budget) ? "the answers of the expressions before this one fill the memory of the document"
	                        : "the expressions up to this one have spent the steps of the document";
}

const char *budget_hint(const struct budget *budget, struct arena *arena)
{
	bool bytes = by_bytes(budget);
	const struct place at = bytes ? budget->bytes_at : budget->steps_at;
	size_t most = bytes ? budget->most_bytes : budget->most_steps;
	const char *what = bytes ? "bytes" : "steps";
	size_t all = bytes ? (size_t)BUDGET_BYTES : (size_t)BUDGET_STEPS;
	if (!at.line)
		return arena_printf(arena, "ask for less: there are %zu %s, and one expression took %zu of them", all,
		                    what, most);
	return arena_printf(arena, "ask for less: there are %zu %s, and the expression in line %u took most, %zu", all,
	                    what, (unsigned)at.line, most);
}
