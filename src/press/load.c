/* Data, as every call loads them. */
#include "press/job.h"

#include "data/load.h"
#include "data/narrow.h"
#include "words/about.h"
#include "words/direction.h"

void press_tell_part(struct press_job *job)
{
	const struct dataset *d = job->dataset;
	if (d->part)
		diag_add(job->diags, DIAG_NOTE, place_file(NULL), NULL,
		         "only %zu of %zu %s and %zu of %zu benchmarks are asked for: ranks are counted and all is "
		         "judged "
		         "among them, but for the claims of sources",
		         dataset_count_models(d), d->part->whole->n_models, d->said.many, dataset_count_benchmarks(d),
		         d->part->whole->n_benchmarks);
}

const struct dataset *press_load(struct press_job *job, enum input_role role, const struct feed *feeds, size_t n,
                                 const char *from, enum direction better, const struct part_asked *part, bool only_part)
{
	const struct direction_rules rules = { .against = words_against,
		                               .has_noun = words_has_noun,
		                               .say = words_say,
		                               .asked = better,
		                               .on = part->benchmarks,
		                               .n_on = part->n_benchmarks,
		                               .only_on = only_part };
	inputs_read_as(job->inputs, from);
	return dataset_load(job->arena, job->inputs, role, feeds, n, &rules, job->diags);
}
