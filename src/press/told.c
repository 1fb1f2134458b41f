/* What the figures of a document have said so far: their notes say it once. */
#include "press/job.h"

#include "scene/evidence.h"
#include "scene/told.h"

struct press_told { /* by a figure */
	struct scene_told *items;
	size_t count, capacity;
};

void press_told_begin(struct press_job *job)
{
	job->told = arena_alloc(job->arena, job->briefing->n_charts + 1, sizeof *job->told);
}

void press_told_by(struct press_job *job, const struct block *block, const struct chart_pages *pages)
{
	struct press_told *told = &job->told[block->chart.number - 1];
	struct scene_told own;
	told->count = 0; /* it may be laid out again */
	for (size_t i = 0; i < pages->items[0]->n_items; i++) {
		if (!scene_convention(pages->items[0], i, &own))
			continue;
		told->items = arena_grow(job->arena, told->items, &told->capacity, told->count, sizeof *told->items);
		told->items[told->count++] = own;
	}
}

void press_told_before(const struct press_job *job, const struct block *block, struct chart_request *q)
{
	size_t before = (size_t)block->chart.number - 1, n = 0;
	for (size_t i = 0; i < before; i++)
		n += job->told[i].count;
	struct scene_told *told = arena_alloc(job->arena, n + 1, sizeof *told);
	for (size_t i = 0; i < before; i++)
		for (size_t k = 0; k < job->told[i].count; k++)
			told[q->n_told++] = job->told[i].items[k];
	q->told = told;
}
