/* The columns that tell repeated measurements apart. */
#include "data/table_reading_parts.h"

#include "base/arena.h"
#include "base/str.h"

/* An epoch of training is progress and repeats nothing. */
static bool is_of_training(const struct table_reading *r)
{
	static const char *const words[] = { "loss", "lr", "learning_rate", "global_step", "step" };
	for (size_t i = 0; i < r->table->n_columns; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
			const char *key = r->columns[i].head.key;
			if (str_eq(key, words[k]) || str_ends(key, arena_printf(r->b->scratch, "_%s", words[k])))
				return true;
		}
	return false;
}

static bool counts_progress(const char *key)
{
	return str_eq(key, "epoch") || str_eq(key, "iteration") || str_eq(key, "iter");
}

void table_take_runs(struct table_reading *r)
{
	bool training = is_of_training(r);
	r->runs = arena_alloc(r->b->scratch, r->table->n_columns + 1, sizeof *r->runs);
	if (r->roles[KEY_RUN] != NO_COLUMN) {
		r->runs[r->n_runs++] = r->roles[KEY_RUN];
		return;
	}
	for (size_t i = 0; i < r->table->n_columns; i++) {
		struct table_column_reading *c = &r->columns[i];
		if (c->used || c->nested || c->head.stem || c->head.role != KEY_RUN ||
		    (training && counts_progress(c->head.key)))
			continue;
		c->used = true;
		r->runs[r->n_runs++] = i;
	}
}
