#include "facts/part.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/choice.h"
#include "data/measurement.h"
#include "data/names.h"
#include "data/narrow.h"
#include "facts/grid.h"

bool part_is_asked(const struct part_asked *a)
{
	return a->n_benchmarks || a->n_models || a->n_makers || a->n_wheres || a->top;
}

/* ---- benchmarks, where none is named ---- */

/* A group of tasks stands for its tasks. */
static bool is_in_another(const struct benchmark *b, const bool *stands)
{
	for (const struct benchmark *whole = benchmark_group(b); whole; whole = benchmark_group(whole))
		if (stands[whole->index])
			return true;
	return false;
}

/* By index: whether it is one of them; of none, all are. */
static const bool *among(struct arena *arena, const struct dataset *d, const struct part_variants *of)
{
	bool *in = arena_alloc(arena, d->n_variants + 1, sizeof *in);
	for (size_t i = 0; i < d->n_variants; i++)
		in[i] = !of->items;
	for (size_t i = 0; i < of->n; i++)
		in[of->items[i]->index] = true;
	return in;
}

struct on_benchmarks { /* by index of a benchmark: what has a value there */
	bool *any, *one, *rival;
};

static struct on_benchmarks measured_by(struct arena *arena, const struct dataset *d, const struct part_variants *of)
{
	size_t n = d->n_benchmarks + 1;
	struct on_benchmarks m = { arena_alloc(arena, n, sizeof(bool)), arena_alloc(arena, n, sizeof(bool)),
		                   arena_alloc(arena, n, sizeof(bool)) };
	const bool *in = among(arena, d, of);
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct variant *v = measurement_variant(d, i); /* NULL: it may belong to several */
		if (!v || !in[v->index] || !measurement_has_value(d, i))
			continue;
		size_t b = measurement_benchmark(d, i)->index;
		m.any[b] = true;
		m.one[b] |= v == of->one;
		m.rival[b] |= of->one && v != of->one && (of->n == 2 || v->model != of->one->model);
	}
	return m;
}

const struct benchmark *const *part_benchmarks(struct arena *arena, const struct dataset *d,
                                               const struct part_variants *of, size_t *n, size_t *parts)
{
	const struct benchmark **found = arena_alloc(arena, d->n_benchmarks + 1, sizeof *found);
	bool *stands = arena_alloc(arena, d->n_benchmarks + 1, sizeof *stands);
	const struct on_benchmarks m = measured_by(arena, d, of);
	size_t n_parts = 0;
	for (size_t i = 0; i < d->n_benchmarks; i++)
		stands[i] = of->one ? m.one[i] && m.rival[i] : m.any[i];
	*n = 0;
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (m.any[i] && is_in_another(d->benchmarks[i], stands))
			n_parts++;
		else if (m.any[i])
			found[(*n)++] = d->benchmarks[i];
	if (parts)
		*parts = n_parts;
	return found;
}

/* ---- one state ---- */

/* The first of the variants that are kept so far, on the benchmarks that are asked for, or on all. */
static bool keep_top(struct arena *arena, const struct dataset *d, size_t top, struct narrow *narrow,
                     struct diags *diags)
{
	const struct benchmark *const *on = narrow->benchmarks;
	size_t n_on = narrow->n_benchmarks;
	if (!on)
		on = part_benchmarks(arena, d, &(struct part_variants){ narrow->variants, narrow->n_variants, NULL },
		                     &n_on, NULL);
	if (!n_on) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose others",
		         "none of what is asked for has a value, so nothing is first");
		return false;
	}
	narrow->variants =
		grid_top(arena, d, on, n_on, narrow->variants, narrow->n_variants, top, &narrow->n_variants, diags);
	return narrow->variants != NULL;
}

static const struct benchmark **find_benchmarks(struct arena *arena, const struct dataset *d,
                                                const struct part_asked *asked, size_t *n, struct diags *diags)
{
	const struct benchmark **found = arena_alloc(arena, asked->n_benchmarks + 1, sizeof *found);
	for (size_t i = 0; i < asked->n_benchmarks; i++) {
		const struct benchmark *b = dataset_benchmark(d, asked->benchmarks[i], place_file(NULL), diags);
		if (b)
			found[(*n)++] = b;
	}
	return found;
}

static void ask(struct choice *choice, const struct part_asked *asked)
{
	const struct place nowhere = place_file(NULL);
	for (size_t i = 0; i < asked->n_models; i++)
		choice_model(choice, asked->models[i], nowhere);
	for (size_t i = 0; i < asked->n_makers; i++)
		choice_maker(choice, asked->makers[i], nowhere);
	for (size_t i = 0; i < asked->n_wheres; i++)
		choice_where(choice, asked->wheres[i], nowhere);
}

const struct dataset *part_of(struct arena *arena, const struct dataset *d, const struct part_asked *asked,
                              struct diags *diags)
{
	struct narrow narrow = { 0 };
	struct choice choice = choice_open(arena, d, true, diags);
	size_t errors = diags_count(diags, DIAG_ERROR);
	if (!part_is_asked(asked))
		return d;
	const struct benchmark **b = find_benchmarks(arena, d, asked, &narrow.n_benchmarks, diags);
	narrow.benchmarks = asked->n_benchmarks ? b : NULL;
	ask(&choice, asked);
	if (choice.failed || diags_count(diags, DIAG_ERROR) > errors)
		return NULL;
	if (choice_is_made(&choice) &&
	    !choice_variants(&choice, place_file(NULL), &narrow.variants, &narrow.n_variants))
		return NULL;
	if (asked->top && !keep_top(arena, d, asked->top, &narrow, diags))
		return NULL;
	const struct dataset *part = dataset_narrow(arena, d, &narrow);
	bool all = part->n_measurements == d->n_measurements && part->part->n_models == d->n_models &&
	           part->part->n_benchmarks == d->n_benchmarks;
	return all ? d : part;
}

/* ---- an earlier state ---- */

/* Its name in the other state; NULL if that has none. */
static const struct variant *variant_in(struct arena *scratch, const struct dataset *d, const struct variant *v)
{
	const struct variant *found = dataset_variant(d, variant_ref(scratch, v), place_file(NULL), NULL);
	return found && str_eq(found->model->id, v->model->id) && str_eq(found->own->id, v->own->id) ? found : NULL;
}

static const struct benchmark *benchmark_in(const struct dataset *d, const struct benchmark *b)
{
	const struct benchmark *found = dataset_benchmark(d, b->id, place_file(NULL), NULL);
	return found && str_eq(found->id, b->id) ? found : NULL;
}

const struct dataset *part_before(struct arena *arena, const struct dataset *old, const struct dataset *part,
                                  const struct part_asked *asked)
{
	if (!part->part)
		return old;
	struct arena *scratch = arena_new_below(arena);
	const struct dataset *then = part_of(scratch, old, asked, diags_new(scratch));
	const struct variant **variants = arena_alloc(arena, old->n_variants + 1, sizeof *variants);
	const struct benchmark **benchmarks = arena_alloc(arena, old->n_benchmarks + 1, sizeof *benchmarks);
	struct narrow narrow = { .benchmarks = asked->n_benchmarks ? benchmarks : NULL, .variants = variants };
	for (size_t i = 0; i < old->n_variants; i++) {
		const struct variant *v = dataset_variant_at(old, i), *now = variant_in(scratch, part, v);
		if (now ? part->part->variants[now->index] : then && dataset_has_variant(then, v))
			variants[narrow.n_variants++] = v;
	}
	for (size_t i = 0; i < old->n_benchmarks && narrow.benchmarks; i++) {
		const struct benchmark *b = old->benchmarks[i], *now = benchmark_in(part, b);
		if (now ? part->part->benchmarks[now->index] : then && dataset_has_benchmark(then, b))
			benchmarks[narrow.n_benchmarks++] = b;
	}
	arena_free(scratch);
	return dataset_narrow(arena, old, &narrow);
}

/* ---- two states ---- */

struct side { /* one of the states */
	struct choice choice;
	bool *variants, *benchmarks; /* what is asked for */
};

/* What one text of a list asks of one state. */
typedef void asking(struct choice *choice, const char *text, struct place place);

static bool ask_both(struct side sides[2], asking *how, const char *const *texts, size_t n, struct diags *diags)
{
	bool ok = true;
	for (size_t i = 0; i < n; i++) {
		bool failed = true;
		for (int k = 0; k < 2; k++) {
			how(&sides[k].choice, texts[i], place_file(NULL));
			failed &= sides[k].choice.failed;
			sides[k].choice.failed = false;
		}
		struct choice aloud = sides[1].choice;
		aloud.diags = diags;
		if (failed)
			how(&aloud, texts[i], place_file(NULL));
		ok &= !failed;
	}
	return ok;
}

/* The benchmarks that are named, in each state. */
static bool name_both(struct side sides[2], const struct part_asked *asked, struct diags *diags)
{
	bool ok = true;
	for (size_t i = 0; i < asked->n_benchmarks; i++) {
		const struct benchmark *b[2];
		for (int k = 0; k < 2; k++) {
			b[k] = dataset_benchmark(sides[k].choice.dataset, asked->benchmarks[i], place_file(NULL), NULL);
			if (b[k])
				sides[k].benchmarks[b[k]->index] = true;
		}
		if (!b[0] && !b[1])
			dataset_benchmark(sides[1].choice.dataset, asked->benchmarks[i], place_file(NULL), diags);
		ok &= b[0] || b[1];
	}
	return ok;
}

/* Of what is chosen in a state the first; nothing where nothing has a value. */
static void keep_first(struct arena *arena, const struct side *side, const struct part_asked *asked,
                       const struct variant *const **variants, size_t *n)
{
	const struct dataset *d = side->choice.dataset;
	const struct benchmark **on = arena_alloc(arena, d->n_benchmarks + 1, sizeof *on);
	struct narrow narrow = { .benchmarks = asked->n_benchmarks ? on : NULL,
		                 .variants = *variants,
		                 .n_variants = *n };
	for (size_t i = 0; i < d->n_benchmarks && asked->n_benchmarks; i++)
		if (side->benchmarks[i])
			on[narrow.n_benchmarks++] = d->benchmarks[i];
	if (!keep_top(arena, d, asked->top, &narrow, diags_new(arena)))
		narrow.n_variants = 0;
	*variants = narrow.variants;
	*n = narrow.n_variants;
}

static size_t choose(struct arena *arena, struct side *side, const struct part_asked *asked)
{
	const struct variant *const *variants = NULL;
	size_t n = 0;
	if (choice_is_made(&side->choice))
		choice_variants(&side->choice, place_file(NULL), &variants, &n);
	if (asked->top)
		keep_first(arena, side, asked, &variants, &n);
	for (size_t i = 0; i < n; i++)
		side->variants[variants[i]->index] = true;
	return n;
}

static struct side side_of(struct arena *arena, const struct dataset *d)
{
	return (struct side){ choice_open(arena, d, true, diags_new(arena)),
		              arena_alloc(arena, d->n_variants + 1, sizeof(bool)),
		              arena_alloc(arena, d->n_benchmarks + 1, sizeof(bool)) };
}

bool part_of_both(struct arena *arena, const struct dataset *old, const struct dataset *new,
                  const struct part_asked *asked, struct part_flags flags[2], struct diags *diags)
{
	bool of_models = asked->n_models || asked->n_makers || asked->n_wheres || asked->top;
	struct side sides[2] = { side_of(arena, old), side_of(arena, new) };
	bool ok = name_both(sides, asked, diags);
	ok &= ask_both(sides, choice_model, asked->models, asked->n_models, diags);
	ok &= ask_both(sides, choice_maker, asked->makers, asked->n_makers, diags);
	ok &= ask_both(sides, choice_where, asked->wheres, asked->n_wheres, diags);
	for (int k = 0; k < 2; k++)
		flags[k] = (struct part_flags){ of_models ? sides[k].variants : NULL,
			                        asked->n_benchmarks ? sides[k].benchmarks : NULL };
	if (!ok || !of_models)
		return ok;
	size_t n = choose(arena, &sides[0], asked) + choose(arena, &sides[1], asked);
	if (!n)
		diag_add(diags, DIAG_ERROR, place_file(NULL), "what is not known meets no condition",
		         "no %s of either state meets all that is asked for", new->said.one);
	return n > 0;
}

/* ---- in words ---- */

static void write_all(struct strbuf *b, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		strbuf_addf(b, "%s%s", b->n ? "; " : "", texts[i]);
}

const char *part_written(struct arena *arena, const struct part_asked *asked)
{
	struct strbuf b = strbuf_new(arena);
	write_all(&b, asked->benchmarks, asked->n_benchmarks);
	write_all(&b, asked->models, asked->n_models);
	write_all(&b, asked->makers, asked->n_makers);
	write_all(&b, asked->wheres, asked->n_wheres);
	return b.s;
}
