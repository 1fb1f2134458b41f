/* Which part of a block shows which bytes of its text. */
#include "text/text.h"

static double advance_of(const struct text_cluster *clusters, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += clusters[i].advance;
	return sum;
}

struct text_run text_run_part(const struct text_run *run, size_t start, size_t end)
{
	size_t first = 0, at = 0, before = 0; /* bytes and glyphs before the part */
	for (; first < run->n_clusters && at < start; first++) {
		at += (size_t)run->clusters[first].bytes;
		before += (size_t)run->clusters[first].glyphs;
	}
	struct text_run part = *run;
	part.text = run->text + at;
	part.clusters = run->clusters + first;
	part.bytes = part.n_clusters = part.n_glyphs = 0;
	while (first + part.n_clusters < run->n_clusters && at + part.bytes < end) {
		const struct text_cluster *cluster = &part.clusters[part.n_clusters++];
		part.bytes += (size_t)cluster->bytes;
		part.n_glyphs += (size_t)cluster->glyphs;
	}
	part.glyphs = run->glyphs + (run->rtl ? run->n_glyphs - before - part.n_glyphs : before);
	/* advances are known in em only: the run's own width says how large it is */
	double whole = advance_of(run->clusters, run->n_clusters);
	double size = whole > 0 ? run->width / whole : 0, left = advance_of(run->clusters, first) * size;
	part.width = advance_of(part.clusters, part.n_clusters) * size;
	part.x = run->rtl ? run->x + run->width - left - part.width : run->x + left;
	return part;
}

size_t text_boxes(const struct text_block *block, size_t start, size_t end, struct rect *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < block->n_lines; i++)
		for (size_t r = 0; r < block->lines[i].n_runs; r++) {
			const struct text_run *run = &block->lines[i].runs[r];
			size_t at = (size_t)(run->text - block->text);
			if (end <= at || start >= at + run->bytes)
				continue;
			struct text_run part = text_run_part(run, start > at ? start - at : 0, end - at);
			if (!(part.width > 0))
				continue;
			if (n < max)
				out[n] = (struct rect){ part.x, block->lines[i].baseline - block->ascent, part.width,
					                block->ascent + block->descent };
			n++;
		}
	return n;
}

double text_x(const struct text_block *block, size_t start)
{
	double x = 0;
	for (size_t r = 0; r < block->lines[0].n_runs; r++) {
		const struct text_run *run = &block->lines[0].runs[r];
		size_t at = (size_t)(run->text - block->text);
		if (at >= start)
			break;
		struct text_run part = text_run_part(run, 0, start - at < run->bytes ? start - at : run->bytes);
		x = part.x + part.width;
	}
	return x;
}
