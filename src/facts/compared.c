/* What is compared with leader(): it gives ids, people write names. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"

static bool is_known(const struct dataset *d, const char *name)
{
	const struct place nowhere = { 0 };
	return dataset_benchmark(d, name, nowhere, NULL) || dataset_source(d, name, nowhere, NULL) ||
	       dataset_organisation(d, name, nowhere, NULL);
}

void compared_names(struct evaluation *e)
{
	const struct dataset *d = e->facts->dataset;
	struct swap **last = &e->swaps;
	size_t at = 0, start;
	const char *name;
	if (!str_starts(e->expression + locate_name(e->expression, "leader"), "leader"))
		return;
	while (!e->faulted && locate_compared(e->arena, e->expression, "leader", &at, &start, &name)) {
		struct diags *diags = diags_new(e->arena);
		const struct variant *variant = dataset_variant(d, name, (struct place){ 0 }, diags);
		if (variant) {
			const char *with = arena_printf(e->arena, "\"%s\"", variant_ref(e->arena, variant));
			*last = arena_alloc(e->arena, 1, sizeof **last);
			**last = (struct swap){ .start = start, .end = at, .with = with };
			last = &(*last)->next;
		} else if (!is_known(d, name)) {
			complain(e, start, diags_at(diags, 0)->hint, "%s", diags_at(diags, 0)->message);
		}
	}
	e->next_swap = e->swaps;
}
