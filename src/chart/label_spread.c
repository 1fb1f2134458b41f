/* Labels in one column, spread apart. */
#include "chart/label.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

struct want { /* a label that wants to be at y */
	double y;
	size_t label;
};

static int by_want(const void *a, const void *b)
{
	const struct want *x = a, *y = b;
	return x->y < y->y ? -1 : x->y > y->y ? 1 : x->label < y->label ? -1 : x->label > y->label;
}

/* Neighbours that would touch move as one, about their mean. */
void label_spread(struct arena *arena, double *wants, size_t n, double pitch, double top, double bottom)
{
	struct want *sorted = arena_alloc(arena, n + 1, sizeof *sorted);
	double *mean = arena_alloc(arena, n + 1, sizeof *mean);
	size_t *count = arena_alloc(arena, n + 1, sizeof *count), blocks = 0;
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct want){ wants[i], i };
	qsort(sorted, n, sizeof *sorted, by_want);
	for (size_t i = 0; i < n; i++) {
		mean[blocks] = sorted[i].y - pitch * (double)i; /* without the pitches they only have to be in order */
		count[blocks++] = 1;
		while (blocks > 1 && mean[blocks - 1] < mean[blocks - 2]) {
			size_t a = count[blocks - 2], b = count[blocks - 1];
			mean[blocks - 2] =
				(mean[blocks - 2] * (double)a + mean[blocks - 1] * (double)b) / (double)(a + b);
			count[blocks - 2] = a + b;
			blocks--;
		}
	}
	double first = top + pitch / 2, last = fmax(bottom - pitch * (double)n + pitch / 2, first);
	for (size_t b = 0, i = 0; b < blocks; b++)
		for (size_t k = 0; k < count[b]; k++, i++)
			wants[sorted[i].label] = fmin(fmax(mean[b], first), last) + pitch * (double)i;
}
