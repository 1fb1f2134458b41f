#include "brief/slides.h"

#include "base/arena.h"

#include <math.h>

/* The usual size is the smallest that is read from the last row; a slide that says little is set larger. */
static const double scales[SLIDE_SCALES + 1] = { 1.4, 1.3, 1.2, 1.1, 1, 0.78 };

static const double heading_most = 1.2;

static void scale_lengths(struct lengths *l, double k)
{
	double *const all[] = { &l->step,      &l->rise,         &l->size,         &l->table,        &l->table_large,
		                &l->quotation, &l->quotation_by, &l->advice_model, &l->advice_words, &l->number_words };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		*all[i] *= k;
	for (int i = 0; i < HEADINGS; i++) { /* below the title, and smaller */
		l->heading[i] *= fmin(k, heading_most);
		l->heading_step[i] *= fmin(k, heading_most);
	}
}

const struct paper *slides_scaled(struct arena *arena, const struct paper *paper, int scale)
{
	struct paper *scaled = arena_alloc(arena, 1, sizeof *scaled);
	struct lengths *lengths = arena_alloc(arena, 1, sizeof *lengths);
	*scaled = *paper;
	*lengths = *paper->lengths;
	scale_lengths(lengths, scales[scale]);
	scaled->lengths = lengths;
	scaled->measure = fmin(paper->measure * scales[scale], paper->body.w);
	return scaled;
}
