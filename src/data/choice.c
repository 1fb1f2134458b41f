#include "data/choice.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/glob.h"

#include <string.h>

struct choice choice_open(struct arena *arena, const struct dataset *d, bool whole, struct diags *diags)
{
	return (struct choice){ .arena = arena,
		                .dataset = d,
		                .diags = diags,
		                .whole = whole,
		                .asked = arena_alloc(arena, d->n_variants + 1, sizeof(struct variant *)),
		                .is_asked = arena_alloc(arena, d->n_variants + 1, sizeof(bool)),
		                .is_named = arena_alloc(arena, d->n_variants + 1, sizeof(bool)),
		                .makers = arena_alloc(arena, d->n_organisations + 1, sizeof(bool)) };
}

/* ---- models ---- */

static void ask(struct choice *c, const struct variant *v, bool named)
{
	if (!c->is_asked[v->index])
		c->asked[c->n_asked++] = v;
	c->is_asked[v->index] = true;
	c->is_named[v->index] |= named;
}

/* pattern: folded. */
static bool fits_any(struct arena *scratch, const char *pattern, const char *id, const char *name, struct names aliases)
{
	bool any = glob_fits(scratch, pattern, id) || glob_fits(scratch, pattern, name);
	for (size_t i = 0; i < aliases.count && !any; i++)
		any = glob_fits(scratch, pattern, aliases.items[i]);
	return any;
}

/* The default variant, too, by its own name. */
static bool fits_variant(struct arena *scratch, const char *pattern, const struct variant *v)
{
	if (!*v->own->id)
		return false;
	const char *ref = arena_printf(scratch, "%s@%s", v->model->id, v->own->id),
		   *full = arena_printf(scratch, "%s %s", v->model->name, v->own->name);
	return fits_any(scratch, pattern, ref, full, v->own->more->aliases);
}

/* The start of a name, as long as what the pattern says before its first sign: what it may have been meant to fit. */
static const char *start_of(struct arena *arena, const char *name, size_t n)
{
	size_t all = strlen(name);
	while (n < all && ((unsigned char)name[n] & 0xc0) == 0x80)
		n++;
	return n < all ? arena_strndup(arena, name, n) : name;
}

static void nothing_fits(struct choice *c, const char *text, struct place place)
{
	enum { MANY = 10000, FEW = 3 }; /* more are too many to look through; fewer letters are like any name */
	const struct dataset *d = c->dataset;
	size_t start = strspn(text, "*? ");
	struct nearest nearest = nearest_to(arena_strndup(c->arena, text + start, strcspn(text + start, "*?")));
	size_t n = strlen(nearest.asked);
	for (size_t i = 0; i < d->n_models && i < MANY && n >= FEW; i++) {
		const struct model *m = dataset_model_at(d, i);
		const char *id = start_of(c->arena, m->id, n), *name = start_of(c->arena, m->name, n);
		bool closer = str_distance(nearest.asked, name, n) < str_distance(nearest.asked, id, n);
		nearest_offer_as(&nearest, closer ? name : id, m->id);
	}
	diag_add(c->diags, DIAG_ERROR, place,
	         nearest_hint(c->arena, &nearest,
	                      arena_printf(c->arena, "benchbrief data prints the names of all %s", d->said.many)),
	         "no %s is called as in \"%s\"", d->said.one, text);
	c->failed = true;
}

static void choose_pattern(struct choice *c, const char *text, struct place place)
{
	const struct dataset *d = c->dataset;
	struct arena *scratch = arena_new_below(c->arena);
	const char *pattern = dataset_fold(scratch, text);
	bool any = false;
	for (size_t i = 0; i < d->n_models; i++) {
		const struct model *m = dataset_model_at(d, i);
		bool all = fits_any(scratch, pattern, m->id, m->name, m->own->more->aliases);
		for (size_t k = 0; k < m->n_variants; k++) {
			const struct variant *v = model_variant(m, k);
			if (!all && !fits_variant(scratch, pattern, v))
				continue;
			ask(c, v, false);
			any = true;
		}
	}
	arena_free(scratch);
	if (!any)
		nothing_fits(c, text, place);
}

void choice_model(struct choice *c, const char *text, struct place place)
{
	const struct model *m = dataset_model(c->dataset, text, place, NULL);
	c->by_name = true;
	for (size_t i = 0; m && c->whole && i < m->n_variants; i++)
		ask(c, model_variant(m, i), true);
	if (m && c->whole)
		return;
	bool pattern = glob_is(text);
	const struct variant *v = dataset_variant(c->dataset, text, place, pattern ? NULL : c->diags);
	if (v)
		ask(c, v, true);
	else if (pattern)
		choose_pattern(c, text, place);
	c->failed |= !v && !pattern;
}

/* ---- makers and conditions ---- */

void choice_maker(struct choice *c, const char *text, struct place place)
{
	const struct dataset *d = c->dataset;
	struct arena *scratch = arena_new_below(c->arena);
	bool any = false, pattern = glob_is(text);
	c->by_maker = true;
	for (size_t i = 0; i < d->n_organisations && pattern; i++) {
		const struct organisation *o = d->organisations[i];
		bool found = fits_any(scratch, dataset_fold(scratch, text), o->id, o->name, o->aliases);
		c->makers[i] |= found;
		any |= found;
	}
	arena_free(scratch);
	const struct organisation *o = any ? NULL : dataset_organisation(c->dataset, text, place, c->diags);
	if (o)
		c->makers[o->index] = true;
	c->failed |= !any && !o;
}

void choice_where(struct choice *c, const char *text, struct place place)
{
	c->failed |= !filters_read(c->arena, text, place, &c->filters, c->diags);
}

/* ---- what is chosen ---- */

bool choice_is_made(const struct choice *c)
{
	return c->by_name || c->by_maker || c->filters.count;
}

static bool takes(const struct choice *c, struct arena *scratch, const struct variant *v)
{
	const struct organisation *maker = v->model->own->organisation;
	return (!c->by_maker || (maker && c->makers[maker->index])) && filters_take_variant(scratch, &c->filters, v);
}

bool choice_variants(struct choice *c, struct place place, const struct variant *const **variants, size_t *n)
{
	size_t all = c->by_name ? c->n_asked : c->dataset->n_variants;
	const struct variant **chosen = arena_alloc(c->arena, all + 1, sizeof *chosen);
	struct arena *scratch = arena_new_below(c->arena);
	*n = 0;
	for (size_t i = 0; i < all; i++) {
		const struct variant *v = c->by_name ? c->asked[i] : dataset_variant_at(c->dataset, i);
		if (takes(c, scratch, v))
			chosen[(*n)++] = v;
	}
	arena_free(scratch);
	*variants = chosen;
	if (!*n && !c->failed) {
		diag_add(c->diags, DIAG_ERROR, place, "ask for less at once; what is not known meets no condition",
		         "no %s meets all that is asked for", c->dataset->said.one);
		c->failed = true;
	}
	return !c->failed;
}
