#include "facts/changes.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdio.h>

/* The two states side by side: for each index in one, the same thing in the other, or NULL. */
struct pairing {
	struct arena *arena, *scratch;
	const struct dataset *old, *new;
	const struct variant **old_variant, **new_variant;
	const struct benchmark **old_benchmark, **new_benchmark;
	const struct standing_row **rows_before, **rows_after; /* of the benchmark at hand, by the variant's index
	                                                        * there; NULL: no value */
	struct diags *diags;
	struct changes *changes;
	size_t items_room, groups_room, left_out_room;
};

const char *change_kind_word(enum change_kind kind)
{
	switch (kind) {
	case CHANGE_VALUE:
		return "value";
	case CHANGE_NEW:
		return "new";
	case CHANGE_GONE:
		return "gone";
	case CHANGE_SOURCE:
		return "source";
	case CHANGE_RANK:
		return "rank";
	}
	return "";
}

bool changes_none(const struct changes *changes)
{
	return !changes->count && !changes->n_models_in && !changes->n_models_out && !changes->n_benchmarks_in &&
	       !changes->n_benchmarks_out;
}

/* ---- who is who ---- */

static void pair_variants(struct pairing *p)
{
	const struct dataset *old = p->old, *new = p->new;
	struct changes *c = p->changes;
	struct map by_ref = map_new(p->scratch);
	p->old_variant = arena_alloc(p->scratch, new->n_variants, sizeof *p->old_variant);
	p->new_variant = arena_alloc(p->scratch, old->n_variants, sizeof *p->new_variant);
	c->models_in = arena_alloc(p->arena, new->n_variants, sizeof *c->models_in);
	c->models_out = arena_alloc(p->arena, old->n_variants, sizeof *c->models_out);
	for (size_t i = 0; i < old->n_variants; i++)
		map_put(&by_ref, variant_ref(p->scratch, dataset_variant_at(old, i)), &p->new_variant[i]);
	for (size_t i = 0; i < new->n_variants; i++) {
		const struct variant *v = dataset_variant_at(new, i), **twin;
		twin = map_find(&by_ref, variant_ref(p->scratch, v));
		if (twin) {
			p->old_variant[i] = dataset_variant_at(old, (size_t)(twin - p->new_variant));
			*twin = v;
		} else {
			c->models_in[c->n_models_in++] = v;
		}
	}
	for (size_t i = 0; i < old->n_variants; i++)
		if (!p->new_variant[i])
			c->models_out[c->n_models_out++] = dataset_variant_at(old, i);
}

static void pair_benchmarks(struct pairing *p)
{
	const struct dataset *old = p->old, *new = p->new;
	struct changes *c = p->changes;
	struct map by_id = map_new(p->scratch);
	p->old_benchmark = arena_alloc(p->scratch, new->n_benchmarks, sizeof *p->old_benchmark);
	p->new_benchmark = arena_alloc(p->scratch, old->n_benchmarks, sizeof *p->new_benchmark);
	c->benchmarks_in = arena_alloc(p->arena, new->n_benchmarks, sizeof *c->benchmarks_in);
	c->benchmarks_out = arena_alloc(p->arena, old->n_benchmarks, sizeof *c->benchmarks_out);
	for (size_t i = 0; i < old->n_benchmarks; i++)
		map_put(&by_id, old->benchmarks[i]->id, old->benchmarks[i]);
	for (size_t i = 0; i < new->n_benchmarks; i++) {
		const struct benchmark *b = map_find(&by_id, new->benchmarks[i]->id);
		p->old_benchmark[i] = b;
		if (b)
			p->new_benchmark[b->index] = new->benchmarks[i];
		else
			c->benchmarks_in[c->n_benchmarks_in++] = new->benchmarks[i];
	}
	for (size_t i = 0; i < old->n_benchmarks; i++)
		if (!p->new_benchmark[i])
			c->benchmarks_out[c->n_benchmarks_out++] = old->benchmarks[i];
}

/* ---- one value ---- */

static bool reversed(const struct benchmark *old, const struct benchmark *new)
{
	return old->direction != DIRECTION_UNKNOWN && new->direction != DIRECTION_UNKNOWN &&
	       old->direction != new->direction;
}

/* Known in one state only: then ranks appear or vanish, but nobody moved. */
static bool half_known(const struct benchmark *old, const struct benchmark *new)
{
	return (old->direction == DIRECTION_UNKNOWN) != (new->direction == DIRECTION_UNKNOWN);
}

/* Which way is better in both states; unknown if they contradict each other. */
static enum direction direction_of(const struct benchmark *old, const struct benchmark *new)
{
	if (reversed(old, new))
		return DIRECTION_UNKNOWN;
	return new->direction != DIRECTION_UNKNOWN ? new->direction : old->direction;
}

static bool same_source(const struct measurement *a, const struct measurement *b)
{
	return str_eq(a->source ? a->source->id : NULL, b->source ? b->source->id : NULL);
}

/* One source, one date, two numbers: inside one state that is a conflict, between two it is a revision. */
static bool is_revision(const struct measurement *a, const struct measurement *b)
{
	return a->source && same_source(a, b) && a->date.year && date_compare(a->date, b->date) == 0;
}

/* How a value that both states have changed; false if it did not. */
static bool compare(struct change *c)
{
	enum direction direction = direction_of(c->old_benchmark, c->benchmark);
	if (c->before->value != c->after->value) {
		c->kind = CHANGE_VALUE;
		c->difference = c->after->value - c->before->value;
		c->revision = is_revision(c->was, c->is);
		c->known_direction = direction != DIRECTION_UNKNOWN;
		c->better =
			c->known_direction && (direction == DIRECTION_LOWER) == (c->after->value < c->before->value);
		return true;
	}
	if (!same_source(c->was, c->is)) {
		c->kind = CHANGE_SOURCE;
		return true;
	}
	c->kind = CHANGE_RANK;
	c->known_direction = direction != DIRECTION_UNKNOWN && c->rank_before && c->rank_after;
	c->better = c->known_direction && c->rank_after < c->rank_before;
	return c->rank_before != c->rank_after;
}

static void add(struct pairing *p, struct change_group *group, struct change change)
{
	struct changes *c = p->changes;
	change.old_benchmark = group->old_benchmark;
	change.benchmark = group->benchmark;
	bool ranked = !change.before || !change.after || !half_known(change.old_benchmark, change.benchmark);
	change.rank_before = change.before && ranked ? change.before->rank : 0;
	change.rank_after = change.after && ranked ? change.after->rank : 0;
	change.kind = change.before ? CHANGE_GONE : CHANGE_NEW;
	change.was = change.before ? standing_chosen(p->arena, group->before, change.before) : NULL;
	change.is = change.after ? standing_chosen(p->arena, group->after, change.after) : NULL;
	if (change.before && change.after && !compare(&change))
		return;
	c->items = arena_grow(p->arena, c->items, &p->items_room, c->count, sizeof *c->items);
	c->items[c->count++] = change;
	group->count++;
}

/* ---- one benchmark ---- */

/* Fills rows, by the variant's index, with those of the standing that have a value, or clears them again. */
static void spread(const struct standing *standing, const struct standing_row **rows, bool clear)
{
	for (size_t i = 0; standing && i < standing->count; i++)
		if (standing->rows[i].present)
			rows[standing->rows[i].variant->index] = clear ? NULL : &standing->rows[i];
}

static void compare_rows(struct pairing *p, struct change_group *group)
{
	const struct standing *before = group->before, *after = group->after;
	spread(before, p->rows_before, false);
	spread(after, p->rows_after, false);
	for (size_t i = 0; after && i < after->count; i++) {
		const struct variant *v = after->rows[i].variant, *was = p->old_variant[v->index];
		if (after->rows[i].present)
			add(p, group,
			    (struct change){ .old_variant = was,
			                     .new_variant = v,
			                     .before = was ? p->rows_before[was->index] : NULL,
			                     .after = &after->rows[i] });
	}
	for (size_t i = 0; before && i < before->count; i++) {
		const struct variant *v = before->rows[i].variant, *is = p->new_variant[v->index];
		if (before->rows[i].present && !(is && p->rows_after[is->index]))
			add(p, group,
			    (struct change){ .old_variant = v, .new_variant = is, .before = &before->rows[i] });
	}
	spread(before, p->rows_before, true);
	spread(after, p->rows_after, true);
}

static void leave_out(struct pairing *p, const struct benchmark *b, const char *hint, const char *why)
{
	struct changes *c = p->changes;
	diag_add(p->diags, DIAG_WARNING, b->place, hint, "%s is not compared: %s", b->name, why);
	c->left_out = arena_grow(p->arena, c->left_out, &p->left_out_room, c->n_left_out, sizeof *c->left_out);
	c->left_out[c->n_left_out++] = b;
}

/* The standings of both states; false, after a warning, if they cannot be compared. */
static bool stand(struct pairing *p, struct change_group *group)
{
	const struct benchmark *old = group->old_benchmark, *new = group->benchmark;
	struct diags *silent = diags_new(p->scratch); /* one warning takes the place of an error per value */
	if (old && new && !unit_same(old->unit, new->unit)) {
		leave_out(p, new, "give both states the same unit",
		          arena_printf(p->scratch, "its unit was %s and is %s", old->unit->name, new->unit->name));
		return false;
	}
	if (old && new &&reversed(old, new))
		diag_add(p->diags, DIAG_WARNING, new->place, "give both states the same direction",
		         "the states disagree on whether lower is better on %s: ranks are reversed", new->name);
	group->before = old ? standing_or_empty(p->arena, p->old, old, NULL, 0, silent) : NULL;
	group->after = new ? standing_or_empty(p->arena, p->new, new, NULL, 0, silent) : NULL;
	bool open_before = old && !group->before, open_after = new && !group->after;
	if (open_before || open_after)
		leave_out(p, new ? new : old, "benchbrief check names the values and the pin that decides",
		          open_before && open_after ? "in both states nothing decides which value counts"
		          : open_before             ? "in the old state nothing decides which value counts"
		                                    : "in the new state nothing decides which value counts");
	return !open_before && !open_after;
}

static void compare_benchmark(struct pairing *p, const struct benchmark *old, const struct benchmark *new)
{
	struct changes *c = p->changes;
	struct change_group group = { .old_benchmark = old, .benchmark = new, .first = c->count };
	if (!stand(p, &group))
		return;
	compare_rows(p, &group);
	if (!group.count)
		return;
	c->groups = arena_grow(p->arena, c->groups, &p->groups_room, c->n_groups, sizeof *c->groups);
	c->groups[c->n_groups++] = group;
}

/* ---- finding ---- */

enum { KEY_ROOM = 48 }; /* two numbers of 20 digits */

static const char *cell_key(char *key, const struct variant *variant, const struct benchmark *benchmark)
{
	snprintf(key, KEY_ROOM, "%zu %zu", (size_t)variant->index, benchmark->index);
	return key;
}

static void index_cells(struct pairing *p)
{
	struct changes *c = p->changes;
	char key[KEY_ROOM];
	c->by_cell = map_new(p->arena);
	for (size_t i = 0; i < c->count; i++) {
		struct change *change = &c->items[i];
		if (change->new_variant && change->benchmark)
			map_put(&c->by_cell,
			        arena_strdup(p->arena, cell_key(key, change->new_variant, change->benchmark)), change);
	}
}

const struct change *changes_find(const struct changes *changes, const struct variant *new_variant,
                                  const struct benchmark *new_benchmark)
{
	char key[KEY_ROOM];
	return map_find(&changes->by_cell, cell_key(key, new_variant, new_benchmark));
}

const struct changes *changes_of(struct arena *arena, const struct dataset *old, const struct dataset *new,
                                 struct diags *diags)
{
	struct pairing p = {
		.arena = arena, .scratch = arena_new_below(arena), .old = old, .new = new, .diags = diags
	};
	p.changes = arena_alloc(arena, 1, sizeof *p.changes);
	pair_variants(&p);
	pair_benchmarks(&p);
	p.rows_before = arena_alloc(p.scratch, old->n_variants, sizeof *p.rows_before);
	p.rows_after = arena_alloc(p.scratch, new->n_variants, sizeof *p.rows_after);
	for (size_t i = 0; i < new->n_benchmarks; i++)
		compare_benchmark(&p, p.old_benchmark[i], new->benchmarks[i]);
	for (size_t i = 0; i < old->n_benchmarks; i++)
		if (!p.new_benchmark[i])
			compare_benchmark(&p, old->benchmarks[i], NULL);
	index_cells(&p);
	arena_free(p.scratch);
	return p.changes;
}

/* in: NULL for all. */
static const struct variant **variants_in(struct arena *arena, const struct variant **all, size_t *n, const bool *in)
{
	const struct variant **kept = arena_alloc(arena, *n + 1, sizeof *kept);
	size_t n_kept = 0;
	for (size_t i = 0; i < *n; i++)
		if (!in || in[all[i]->index])
			kept[n_kept++] = all[i];
	*n = n_kept;
	return kept;
}

static const struct benchmark **benchmarks_in(struct arena *arena, const struct benchmark **all, size_t *n,
                                              const bool *in)
{
	const struct benchmark **kept = arena_alloc(arena, *n + 1, sizeof *kept);
	size_t n_kept = 0;
	for (size_t i = 0; i < *n; i++)
		if (!in || in[all[i]->index])
			kept[n_kept++] = all[i];
	*n = n_kept;
	return kept;
}

static bool is_among(const struct change *c, const struct part_flags *of_old, const struct part_flags *of_new)
{
	const bool *in = c->new_variant ? of_new->variants : of_old->variants;
	return !in || in[(c->new_variant ? c->new_variant : c->old_variant)->index];
}

static bool is_on(const struct change_group *g, const struct part_flags *of_old, const struct part_flags *of_new)
{
	const bool *in = g->benchmark ? of_new->benchmarks : of_old->benchmarks;
	return !in || in[(g->benchmark ? g->benchmark : g->old_benchmark)->index];
}

struct changes *changes_part(struct arena *arena, const struct changes *all, const struct part_flags *of_old,
                             const struct part_flags *of_new)
{
	struct changes *part = arena_alloc(arena, 1, sizeof *part);
	*part = *all;
	part->items = arena_alloc(arena, all->count + 1, sizeof *part->items);
	part->groups = arena_alloc(arena, all->n_groups + 1, sizeof *part->groups);
	part->count = part->n_groups = 0;
	for (size_t g = 0; g < all->n_groups; g++) {
		struct change_group group = all->groups[g];
		group.first = part->count;
		for (size_t i = 0; i < group.count && is_on(&group, of_old, of_new); i++) {
			const struct change *c = &all->items[all->groups[g].first + i];
			if (is_among(c, of_old, of_new))
				part->items[part->count++] = *c;
		}
		group.count = part->count - group.first;
		if (group.count)
			part->groups[part->n_groups++] = group;
	}
	part->models_in = variants_in(arena, all->models_in, &part->n_models_in, of_new->variants);
	part->models_out = variants_in(arena, all->models_out, &part->n_models_out, of_old->variants);
	part->benchmarks_in = benchmarks_in(arena, all->benchmarks_in, &part->n_benchmarks_in, of_new->benchmarks);
	part->benchmarks_out = benchmarks_in(arena, all->benchmarks_out, &part->n_benchmarks_out, of_old->benchmarks);
	part->left_out = benchmarks_in(arena, all->left_out, &part->n_left_out, of_new->benchmarks);
	return part;
}

static struct part_flags flags_of(const struct dataset *d)
{
	return d->part ? (struct part_flags){ d->part->variants, d->part->benchmarks } : (struct part_flags){ 0 };
}

const struct changes *changes_within(struct arena *arena, const struct dataset *old, const struct dataset *new,
                                     struct diags *diags)
{
	const struct part_flags of_old = flags_of(old), of_new = flags_of(new);
	return changes_part(arena, changes_of(arena, old, new, diags), &of_old, &of_new);
}
