/* Any bytes as an expression: it ends, it neither crashes nor leaks, it yields a fact or a complaint, and the
 * same one again. */
#include "base/arena.h"
#include "base/str.h"
#include "data/load.h"
#include "facts/facts.h"
#include "read/read.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char table[] = "model,variant,benchmark,value,unit,source,measured\n"
			    "a,,x,42.8,percent,s,first-party\nb,,x,20.6,percent,s,\nc,deep,x,42.8,percent,s,\n"
			    "a,,y,58M,tokens,s,\nb,,y,1.2bn,tokens,s,\nc,deep,y,0,tokens,s,\n"
			    "a,,z,1,,s,\na,,z,2,,t,\nb,,z,,,t,\n";

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_CSV, "table", table, sizeof table - 1, diags);
	const struct dataset *d = root ? dataset_build(arena, &root, 1, diags) : NULL;
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
	arena_free(arena);
	return 0;
}
