/* Two models side by side: which, and on what. */
#include "base/arena.h"
#include "brief/binding.h"
#include "brief/fence_parts.h"
#include "brief/generate.h"
#include "data/selection.h"
#include "facts/standing.h"

enum { SIDES = 2 };

/* False after errors. */
static bool read_sides(struct fence *f, const struct variant **sides)
{
	size_t n, found = 0;
	struct reading *r = f->r;
	const struct value **names = fence_texts(f, "models", "models", "a name", &n);
	for (size_t i = 0; i < n; i++) {
		const struct variant *v = dataset_variant(r->dataset, names[i]->text, names[i]->place, r->diags);
		if (v && found < SIDES)
			sides[found++] = v;
		binding_mention(r, v ? v->model : NULL, NULL);
	}
	if (n != SIDES)
		diag_add(r->diags, DIAG_ERROR, n ? schema_place(&f->s, "models") : f->place, "models: [one, another]",
		         "a compare block takes two models");
	else if (found == SIDES && sides[0] == sides[1])
		diag_add(r->diags, DIAG_ERROR, names[1]->place, "name another one", "%s is compared with itself",
		         variant_full_name(r->arena, sides[0]));
	return n == SIDES && found == SIDES && sides[0] != sides[1];
}

static bool has_value(struct reading *r, const struct cells *cells, const struct benchmark *b,
                      const struct variant *const *sides)
{
	const struct standing *s = standing_out_of(r->arena, r->dataset, cells, b, sides, SIDES, diags_new(r->arena));
	return s && s->n_present == SIDES;
}

/* All on which both have a value; a part is not listed beside its whole. */
static size_t common(struct reading *r, const struct cells *cells, const struct variant *const *sides,
                     const struct benchmark **out)
{
	size_t n = 0;
	for (size_t i = 0; i < r->dataset->n_benchmarks; i++) {
		const struct benchmark *b = r->dataset->benchmarks[i], *whole = benchmark_group(b);
		if (has_value(r, cells, b, sides) && (!whole || !has_value(r, cells, whole, sides)))
			out[n++] = b;
	}
	return n;
}

void fence_compare(struct fence *f)
{
	static const char *const keys[] = { "models", "benchmark", "benchmarks" };
	struct reading *r = f->r;
	const struct variant *sides[SIDES];
	size_t n_named, n = 0;
	schema_keys(&f->s, keys, sizeof keys / sizeof *keys);
	bool two = read_sides(f, sides);
	const struct value **names = fence_texts(f, "benchmark", "benchmarks", "a name", &n_named);
	const struct benchmark **all = arena_alloc(r->arena, n_named + r->dataset->n_benchmarks + 1, sizeof *all);
	for (size_t i = 0; i < n_named; i++) {
		const struct benchmark *b = dataset_benchmark(r->dataset, names[i]->text, names[i]->place, r->diags);
		bool again = false;
		for (size_t k = 0; k < n; k++)
			again |= all[k] == b;
		if (b && !again)
			all[n++] = b;
	}
	if (!two)
		return;
	const struct cells *cells = cells_of(r->arena, r->dataset, NULL);
	if (!names)
		n = common(r, cells, sides, all);
	if (!names && !n)
		diag_add(r->diags, DIAG_ERROR, f->place, "name benchmarks: to say what is missing",
		         "%s and %s have a value on no benchmark in common", variant_full_name(r->arena, sides[0]),
		         variant_full_name(r->arena, sides[1]));
	generate_compare(r, f->place, cells, sides, all, n, f->into);
}
