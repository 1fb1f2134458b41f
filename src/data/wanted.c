#include "data/wanted.h"

#include "base/arena.h"

#include <math.h>

enum { ALIKE = 2 }; /* measurements that say the same are kept: one may be an exception, two are not */

struct summary { /* of the kept ones of a benchmark from one source */
	const struct source *source;
	uint8_t kept[1 << 6]; /* by what a value shows: bits, up to ALIKE */
};

struct wanted {
	bool *benchmarks, *variants; /* by index: asked for; measured before */
	struct summary *summaries;   /* by benchmark */
	struct date newest;
};

struct wanted *wanted_of(struct build *b)
{
	const struct direction_rules *rules = b->rules;
	if (!rules || !rules->only_on || !rules->n_on || b->keeps_all)
		return NULL;
	struct wanted *w = arena_alloc(b->scratch, 1, sizeof *w);
	w->benchmarks = arena_alloc(b->scratch, b->d->n_benchmarks + 1, sizeof *w->benchmarks);
	for (size_t i = 0; i < rules->n_on; i++) {
		const struct benchmark *asked = dataset_benchmark(b->d, rules->on[i], place_file(NULL), NULL);
		if (!asked)
			return NULL;
		w->benchmarks[asked->index] = true;
	}
	w->variants = arena_alloc(b->scratch, b->d->n_variants + 1, sizeof *w->variants);
	w->summaries = arena_alloc(b->scratch, b->d->n_benchmarks + 1, sizeof *w->summaries);
	return w;
}

/* What build_check asks of every value. */
static size_t shown_by(const struct measurement *m, bool percent)
{
	double number = m->value.number;
	return (size_t)(m->value.text != NULL) << 0 | (size_t)percent << 1 | (size_t)(number < 0) << 2 |
	       (size_t)(number > 1) << 3 | (size_t)(number > 100) << 4 | (size_t)(number != floor(number)) << 5;
}

static bool says_more(struct summary *s, const struct measurement *m, bool percent)
{
	size_t shown = shown_by(m, percent);
	if (s->source != m->source)
		*s = (struct summary){ .source = m->source };
	return s->kept[shown] < ALIKE && ++s->kept[shown];
}

bool wanted_keeps(struct wanted *w, const struct measurement *m, bool percent)
{
	if (!w || w->benchmarks[m->benchmark->index])
		return true;
	bool first = !w->variants[m->variant->index], newer = date_compare(m->date, w->newest) > 0;
	w->variants[m->variant->index] = true;
	w->newest = newer ? m->date : w->newest;
	return says_more(&w->summaries[m->benchmark->index], m, percent) || first || newer;
}
