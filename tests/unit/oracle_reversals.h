/* oracle_reversals.h: titles of who leads here and not there. Part of oracle_grid.h. */
#ifndef ORACLE_REVERSALS_H
#define ORACLE_REVERSALS_H

static size_t test_in(const struct drawn *d, const char *key)
{
	return (size_t)test_of(d->w, hole(d, key));
}

/* Both alone, by results, and not the same. */
static bool each_leads(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = test_in(d, "on"), m = test_in(d, "to");
	return k != m && d->w->model[i] != d->w->model[j] && wins_by_result(d->w, i, k) && !d->w->claimed[i][k] &&
	       wins_by_result(d->w, j, m) && !d->w->claimed[j][m] && count_asked(d) == 2;
}

/* All others that were measured there, at least three, are ahead. */
static bool leads_and_is_last(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = test_in(d, "on"), m = test_in(d, "to"), ahead = 0;
	for (size_t j = 0; j < d->w->models; j++) {
		if (j == i || !d->w->present[j][m])
			continue;
		if (!is_ranked(d->w, j, m) || !is_ahead(d->w, j, i, m))
			return false;
		ahead++;
	}
	return k != m && ahead > 2 && is_ranked(d->w, i, m) && wins_by_result(d->w, i, k) && !d->w->claimed[i][k];
}

#endif
